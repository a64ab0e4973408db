/* test-view.c — how a plan was last looked at: beside the plan, outside its journal, and never in anybody's way. */
#include "store-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

static GuatuStore *
make_store (StoreFixture *f)
{
  g_autoptr(GuatuPlan) plan = guatu_test_random_plan (f->rand, 10);

  return store_fixture_make (f->path, plan, NULL);
}

static void
set (GuatuStore *store,
     const char *key,
     const char *value)
{
  g_autoptr(GError) error = NULL;

  guatu_store_set_view_state (store, key, value, &error);
  g_assert_no_error (error);
}

static void
assert_view (GuatuStore *store,
             const char *key,
             const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *value = NULL;

  g_assert_true (guatu_store_get_view_state (store, key, &value, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (value, ==, expected);
}

static gint64
head_of (GuatuStore *store)
{
  gint64 seq;

  g_assert_true (guatu_store_head (store, &seq, NULL, NULL));
  return seq;
}

static void
test_kept (StoreFixture  *f,
           gconstpointer  data)
{
  g_autoptr(GuatuStore) store = make_store (f);

  assert_view (store, "zoom", NULL);
  set (store, "zoom", "3.5");
  set (store, "group", "单位");
  set (store, "zoom", "4");
  set (store, "sort", "");
  g_clear_pointer (&store, guatu_store_close);

  store = store_fixture_open (f->path);
  assert_view (store, "zoom", "4");
  assert_view (store, "group", "单位");
  assert_view (store, "sort", "");
  set (store, "zoom", NULL);
  set (store, "never-there", NULL);
  assert_view (store, "zoom", NULL);
}

/* No entry, nothing that verify objects to, and undo takes the edit before. */
static void
test_outside_the_journal (StoreFixture  *f,
                          gconstpointer  data)
{
  g_autoptr(GuatuPlan) plan = guatu_test_random_plan (f->rand, 10);
  g_autoptr(GuatuStore) store = store_fixture_make (f->path, plan, NULL);
  gint64 edit, head;

  while ((edit = store_fixture_edit (store, plan, f->rand)) == 0)
    ;
  head = head_of (store);
  set (store, "zoom", "4");
  g_assert_cmpint (head_of (store), ==, head);
  store_fixture_verify (store);
  g_assert_cmpint (store_fixture_undo (store, plan), !=, 0);
  assert_view (store, "zoom", "4");
  store_fixture_verify (store);
}

static void
test_no_news (StoreFixture  *f,
              gconstpointer  data)
{
  g_autoptr(GuatuStore) store = make_store (f);
  g_autoptr(GuatuStore) other = store_fixture_open (f->path);

  guatu_store_has_news (store);
  set (store, "zoom", "4");
  guatu_store_has_news (other);
  /* What is there already is not written again. */
  set (store, "zoom", "4");
  set (store, "group", NULL);
  g_assert_false (guatu_store_has_news (other));
  g_assert_false (guatu_store_has_news (store));
}

static void
test_never_waits (StoreFixture  *f,
                  gconstpointer  data)
{
  g_autoptr(GuatuStore) store = make_store (f);
  g_autoptr(GuatuStore) other = store_fixture_open (f->path);
  g_autoptr(GError) error = NULL;
  sqlite3 *db = NULL;
  char *value;
  gint64 from;

  g_assert_true (guatu_store_begin (other, NULL));
  from = g_get_monotonic_time ();
  g_assert_false (guatu_store_set_view_state (store, "zoom", "4", &error));
  g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_BUSY);
  g_clear_error (&error);
  guatu_store_rollback (other);

  /* Not even to read. */
  g_assert_cmpint (sqlite3_open (f->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (guatu_store_get_view_state (store, "zoom", &value, &error));
  g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_BUSY);
  g_assert_null (value);
  g_assert_cmpint (g_get_monotonic_time () - from, <, 5000000);
  sqlite3_close (db);
  g_clear_error (&error);
  set (store, "zoom", "4");
  assert_view (store, "zoom", "4");
}

static void
test_edits_stay_patient (StoreFixture  *f,
                         gconstpointer  data)
{
  g_autoptr(GuatuStore) store = make_store (f);
  g_autoptr(GuatuStore) other = store_fixture_open (f->path);
  gint64 from;

  guatu_store_set_patience (300);
  set (store, "zoom", "4");
  g_assert_true (guatu_store_begin (other, NULL));
  from = g_get_monotonic_time ();
  g_assert_false (guatu_store_begin (store, NULL));
  g_assert_cmpint (g_get_monotonic_time () - from, >, 250000);
  guatu_store_set_patience (10000);
}

static void
test_a_reader_does_not_lock_it_out_for_good (StoreFixture  *f,
                                             gconstpointer  data)
{
  g_autoptr(GuatuStore) store = make_store (f);
  g_autoptr(GuatuStore) other = store_fixture_open (f->path);
  g_autoptr(GError) error = NULL;

  g_assert_true (guatu_store_read_begin (other, &error));
  g_assert_cmpint (head_of (other), ==, 1);
  g_assert_false (guatu_store_set_view_state (store, "zoom", "4", &error));
  g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_BUSY);
  guatu_store_read_end (other);

  /* Nothing is left hanging. */
  assert_view (store, "zoom", NULL);
  g_assert_true (guatu_store_begin (other, NULL));
  guatu_store_rollback (other);
  set (store, "zoom", "4");
}

static void
test_read_only (StoreFixture  *f,
                gconstpointer  data)
{
  g_autoptr(GuatuStore) store = make_store (f);
  g_autoptr(GBytes) before = NULL;
  g_autoptr(GBytes) after = NULL;

  set (store, "zoom", "4");
  g_clear_pointer (&store, guatu_store_close);
  before = store_fixture_bytes (f->path);
  store = guatu_store_open (f->path, TRUE, NULL);
  set (store, "zoom", "5");
  set (store, "zoom", NULL);
  assert_view (store, "zoom", "4");
  g_clear_pointer (&store, guatu_store_close);
  after = store_fixture_bytes (f->path);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_newer (StoreFixture  *f,
            gconstpointer  data)
{
  g_autoptr(GuatuStore) store = make_store (f);

  set (store, "zoom", "4");
  /* While it is open here, a newer version opens and migrates it. */
  store_fixture_sql (f->path, "PRAGMA user_version = 9999");
  set (store, "zoom", "5");
  assert_view (store, "zoom", "4");
  g_clear_pointer (&store, guatu_store_close);

  store = store_fixture_open (f->path);
  g_assert_nonnull (guatu_store_read_only_reason (store));
  set (store, "zoom", "5");
  assert_view (store, "zoom", "4");
}

static void
test_hostile (StoreFixture  *f,
              gconstpointer  data)
{
  g_autofree char *most = g_strnfill (GUATU_VIEW_STATE_MAX, 'x');
  g_autofree char *more = g_strnfill (GUATU_VIEW_STATE_MAX + 1, 'x');
  GuatuStore *store = make_store (f);

  set (store, "most", most);
  set (store, "more", more);
  guatu_store_close (store);
  store_fixture_sql (f->path,
                     "INSERT INTO view_state VALUES ('long', CAST (zeroblob (1000000) AS TEXT)),"
                     "  ('zero', 'a' || char (0) || 'b'), ('bytes', CAST (x'66ff' AS TEXT)), ('', 'nothing')");

  store = store_fixture_open (f->path);
  assert_view (store, "most", most);
  assert_view (store, "more", NULL);
  assert_view (store, "long", NULL);
  assert_view (store, "zero", NULL);
  assert_view (store, "bytes", NULL);
  store_fixture_verify (store);
  /* And makes way for what makes sense. */
  set (store, "long", "short");
  assert_view (store, "long", "short");
  guatu_store_close (store);
}

static void
test_copies (StoreFixture  *f,
             gconstpointer  data)
{
  g_autofree char *whole = g_build_filename (f->dir, "whole.guatu", NULL);
  g_autofree char *fresh = g_build_filename (f->dir, "fresh.guatu", NULL);
  g_autoptr(GuatuStore) store = make_store (f);
  g_autoptr(GuatuStore) copy = NULL;
  g_autoptr(GError) error = NULL;

  set (store, "filter", "what I looked for");
  g_assert_true (guatu_store_copy (store, whole, TRUE, "tester", &error));
  g_assert_true (guatu_store_copy (store, fresh, FALSE, "tester", &error));

  copy = store_fixture_open (whole);
  assert_view (copy, "filter", "what I looked for");
  store_fixture_verify (copy);
  g_clear_pointer (&copy, guatu_store_close);
  copy = store_fixture_open (fresh);
  assert_view (copy, "filter", NULL);
  store_fixture_verify (copy);
}

static void
test_before_the_first_commit (StoreFixture  *f,
                              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuStore) store = guatu_store_create (f->path, &error);

  g_assert_no_error (error);
  set (store, "zoom", "4");
  assert_view (store, "zoom", NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test ("/store/view/what-is-kept-is-there-again", test_kept);
  store_test ("/store/view/it-is-outside-the-journal", test_outside_the_journal);
  store_test ("/store/view/what-changes-nothing-is-no-news-to-others", test_no_news);
  store_test ("/store/view/it-never-waits-for-another-process", test_never_waits);
  store_test ("/store/view/an-edit-stays-as-patient-as-it-was", test_edits_stay_patient);
  store_test ("/store/view/a-reader-does-not-lock-it-out-for-good", test_a_reader_does_not_lock_it_out_for_good);
  store_test ("/store/view/a-file-that-is-only-read-stays-as-it-is", test_read_only);
  store_test ("/store/view/a-newer-file-stays-as-it-is", test_newer);
  store_test ("/store/view/values-without-sense-are-passed-over", test_hostile);
  store_test ("/store/view/a-copy-without-history-leaves-it-behind", test_copies);
  store_test ("/store/view/a-file-without-a-plan-has-none", test_before_the_first_commit);

  return g_test_run ();
}
