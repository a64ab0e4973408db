/* test-copy.c — a copy with its history is the same plan; without, one entry holds all of it. */
#include "fault-vfs.h"
#include "store-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

static GuatuStore *
make_history (StoreFixture *f,
              GuatuPlan   **plan)
{
  GuatuStore *store;

  *plan = guatu_test_random_plan (f->rand, 12);
  store = store_fixture_make (f->path, *plan, NULL);
  for (guint i = 0; i < 10; i++)
    store_fixture_edit (store, *plan, f->rand);
  store_fixture_undo (store, *plan);

  return store;
}

static char *
head_of (GuatuStore *store,
         gint64     *seq)
{
  char *hash = NULL;

  g_assert_true (guatu_store_head (store, seq, &hash, NULL));
  return hash;
}

static void
test_with_history (StoreFixture  *f,
                   gconstpointer  data)
{
  g_autofree char *path = g_build_filename (f->dir, "copy of “plan”.guatu", NULL);
  g_autofree char *hash = NULL;
  g_autofree char *copied_hash = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) plan = NULL;
  g_autoptr(GuatuPlan) copied = NULL;
  g_autoptr(GuatuStore) store = make_history (f, &plan);
  g_autoptr(GuatuStore) copy = NULL;
  gint64 seq, copied_seq;

  g_assert_true (guatu_store_copy (store, path, TRUE, "tester", &error));
  g_assert_no_error (error);
  copy = store_fixture_open (path);
  copied = store_fixture_load (copy);
  guatu_assert_same_plan (plan, copied);
  store_fixture_verify (copy);
  hash = head_of (store, &seq);
  copied_hash = head_of (copy, &copied_seq);
  g_assert_cmpint (seq, ==, copied_seq);
  g_assert_cmpstr (hash, ==, copied_hash);

  /* Each goes its own way. */
  g_assert_cmpint (store_fixture_undo (copy, copied), !=, 0);
  store_fixture_verify (copy);
  g_assert_cmpint (store_fixture_redo (store, plan), !=, 0);
  store_fixture_verify (store);
}

static void
test_without_history (StoreFixture  *f,
                      gconstpointer  data)
{
  g_autofree char *path = g_build_filename (f->dir, "copy.guatu", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) plan = NULL;
  g_autoptr(GuatuPlan) copied = NULL;
  g_autoptr(GuatuStore) store = make_history (f, &plan);
  g_autoptr(GuatuStore) copy = NULL;
  g_autoptr(GuatuEntry) entry = NULL;
  g_autoptr(GBytes) bytes = NULL;
  gint64 seq;

  /* Something that was taken out, and must not go out with the copy. */
  g_assert_true (guatu_store_begin (store, &error));
  guatu_store_update (store, GUATU_TABLE_PLAN, guatu_plan_settings (plan)->id, GUATU_PLAN_NOTE,
                      GUATU_TEXT ("a secret of the office"), &error);
  guatu_store_commit (store, "tester", "edit", NULL, 0, NULL, &seq, &error);
  guatu_store_begin (store, &error);
  guatu_store_apply_inverse (store, seq, &error);
  guatu_store_commit (store, "tester", "undo", NULL, seq, NULL, NULL, &error);
  g_assert_no_error (error);

  g_assert_true (guatu_store_copy (store, path, FALSE, "editor", &error));
  g_assert_no_error (error);
  copy = store_fixture_open (path);
  copied = store_fixture_load (copy);
  guatu_assert_same_plan (plan, copied);
  store_fixture_verify (copy);
  g_free (head_of (copy, &seq));
  g_assert_cmpint (seq, ==, 1);
  entry = guatu_store_find_entry (copy, 1, &error);
  g_assert_cmpstr (entry->kind, ==, "copy");
  g_assert_cmpstr (entry->author, ==, "editor");
  g_assert_true (guatu_entry_kind_is_barrier (entry->kind));
  g_assert_cmpint (store_fixture_undo (copy, copied), ==, 0);

  g_clear_pointer (&copy, guatu_store_close);
  bytes = store_fixture_bytes (path);
  g_assert_null (memmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "a secret of", 11));
}

static void
test_never_over_a_file (StoreFixture  *f,
                        gconstpointer  data)
{
  g_autofree char *other = g_build_filename (f->dir, "other", NULL);
  g_autofree char *nowhere = g_build_filename (f->dir, "no", "other", NULL);
  g_autofree char *content = NULL;
  g_autoptr(GuatuPlan) plan = NULL;
  g_autoptr(GuatuStore) store = make_history (f, &plan);

  g_assert_true (g_file_set_contents (other, "mine", -1, NULL));
  for (guint with_history = 0; with_history < 2; with_history++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (guatu_store_copy (store, other, with_history, "tester", &error));
      g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_EXISTS);
      g_clear_error (&error);
      /* Itself, too. */
      g_assert_false (guatu_store_copy (store, f->path, with_history, "tester", &error));
      g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_EXISTS);
      g_clear_error (&error);
      g_assert_false (guatu_store_copy (store, nowhere, with_history, "tester", &error));
      g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_NOT_FOUND);
    }
  g_assert_true (g_file_get_contents (other, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "mine");
  store_fixture_verify (store);
}

static void
test_of_a_file_that_is_only_read (StoreFixture  *f,
                                  gconstpointer  data)
{
  g_autofree char *whole = g_build_filename (f->dir, "whole", NULL);
  g_autofree char *rows = g_build_filename (f->dir, "rows", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) plan = NULL;
  g_autoptr(GuatuStore) store = make_history (f, &plan);
  g_autoptr(GuatuStore) copy = NULL;

  g_clear_pointer (&store, guatu_store_close);
  store = guatu_store_open (f->path, TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (guatu_store_copy (store, whole, TRUE, "tester", &error));
  g_assert_no_error (error);
  g_assert_true (guatu_store_copy (store, rows, FALSE, "tester", &error));
  g_assert_no_error (error);

  copy = store_fixture_open (whole);
  g_assert_null (guatu_store_read_only_reason (copy));
  store_fixture_verify (copy);
}

static gboolean
stop_half_way (gint64   done,
               gint64   total,
               gpointer data)
{
  gint64 *last = data;

  g_assert_cmpint (done, >, *last);
  g_assert_cmpint (done, <=, total);
  *last = done;

  return done < total / 2;
}

static void
test_cancelled (StoreFixture  *f,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) plan = guatu_test_random_plan (f->rand, 2000);
  g_autoptr(GuatuStore) store = guatu_store_create (f->path, &error);
  gint64 last = 0;

  g_assert_true (guatu_store_begin (store, &error));
  g_assert_false (guatu_store_insert_plan (store, plan, stop_half_way, &last, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (last, >, 0);
  guatu_store_rollback (store);
  g_clear_pointer (&store, guatu_store_close);
  g_assert_cmpint (g_rmdir (f->dir), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();

  store_test ("/store/copy/with-its-history-it-is-the-same-plan", test_with_history);
  store_test ("/store/copy/without-its-history-one-entry-holds-all-and-the-rest-is-gone", test_without_history);
  store_test ("/store/copy/never-over-another-file", test_never_over_a_file);
  store_test ("/store/copy/a-file-that-is-only-read-can-be-copied", test_of_a_file_that_is_only_read);
  store_test ("/store/copy/an-import-that-is-cancelled-leaves-no-file", test_cancelled);

  return g_test_run ();
}
