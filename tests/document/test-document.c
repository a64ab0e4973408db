/* test-document.c — opening a plan, the ring that every verb runs through, and what others write meanwhile. */
#include "document-fixture.h"

#include "guatu-id.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>

static void
creates (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GuatuPlan) plan = document_fixture_plan ();
  g_autoptr(GuatuDocument) document = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->dir, "other.guatu", NULL);

  document = guatu_document_create (path, plan, NULL, "import", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  guatu_assert_same_plan (plan, guatu_document_get_plan (document));
  check_memory (document);
  g_assert_cmpstr (guatu_document_get_path (document), ==, path);
  g_assert_cmpint (head_of (document), ==, 1);
  guatu_store_verify (guatu_document_get_store (document), NULL, &error);
  g_assert_no_error (error);

  g_assert_null (guatu_document_create (path, plan, NULL, "import", NULL, NULL, NULL, &error));
  g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_EXISTS);
}

static void
refuse_content (DocumentFixture *fixture, GuatuPlan *content, int code, const char *part)
{
  g_autofree char *path = g_build_filename (fixture->dir, "bad.guatu", NULL);
  g_autoptr(GuatuPlan) owned = content;
  g_autoptr(GError) error = NULL;

  guatu_plan_settle (content);
  g_assert_null (guatu_document_create (path, content, NULL, "import", NULL, NULL, NULL, &error));
  g_assert_error (error, GUATU_DOCUMENT_ERROR, code);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” is not in “%s”", part, error->message);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
refuses_bad_content (DocumentFixture *fixture, gconstpointer data)
{
  GuatuPlan *plan;
  gint32 row;

  plan = document_fixture_plan ();
  guatu_test_add_link (plan, 4, 1, GUATU_LINK_FS, NULL);
  refuse_content (fixture, plan, GUATU_DOCUMENT_ERROR_CYCLE, "Bridge");

  refuse_content (fixture, guatu_plan_new (), GUATU_DOCUMENT_ERROR_INVALID, "settings");

  plan = document_fixture_plan ();
  guatu_plan_set (plan, GUATU_TABLE_TASK, 4, GUATU_TASK_NAME, GUATU_TEXT (""));
  refuse_content (fixture, plan, GUATU_DOCUMENT_ERROR_INVALID, "Name");

  plan = document_fixture_plan ();
  guatu_test_set (plan, GUATU_TABLE_TASK, 0, GUATU_TASK_PARENT, guatu_plan_id (plan, GUATU_TABLE_TASK, 1));
  refuse_content (fixture, plan, GUATU_DOCUMENT_ERROR_INVALID, "under itself");

  plan = document_fixture_plan ();
  guatu_test_set (plan, GUATU_TABLE_UNIT, 0, GUATU_UNIT_PARENT, guatu_plan_id (plan, GUATU_TABLE_UNIT, 1));
  guatu_test_set (plan, GUATU_TABLE_UNIT, 1, GUATU_UNIT_PARENT, guatu_plan_id (plan, GUATU_TABLE_UNIT, 0));
  refuse_content (fixture, plan, GUATU_DOCUMENT_ERROR_INVALID, "“Roads”");

  plan = document_fixture_plan ();
  row = guatu_plan_insert (plan, GUATU_TABLE_ASSIGNMENT, guatu_id_next ());
  guatu_test_set (plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_TASK, guatu_plan_id (plan, GUATU_TABLE_TASK, 4));
  refuse_content (fixture, plan, GUATU_DOCUMENT_ERROR_INVALID, "Unit");
}

static gboolean
give_up_cb (gint64 done, gint64 total, gpointer data)
{
  return FALSE;
}

static void
cancelled_creation (DocumentFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->dir, "big.guatu", NULL);
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 3000; i++)
    guatu_test_add_task (plan, -1, "Task", "1d");
  guatu_plan_settle (plan);
  g_assert_null (guatu_document_create (path, plan, NULL, "import", NULL, give_up_cb, NULL, &error));
  g_assert_nonnull (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
opens_again (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GuatuPlan) before = NULL;

  must_set_task (fixture, "Bridge", GUATU_TASK_NAME, GUATU_TEXT ("桥"));
  before = guatu_plan_copy (guatu_document_get_plan (fixture->document));
  document_fixture_restart (fixture);
  guatu_assert_same_plan (before, guatu_document_get_plan (fixture->document));
}

static void
read_only (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GuatuDocument) reader = NULL;
  g_autoptr(GError) error = NULL;
  GuatuSetting name = { GUATU_TASK_NAME, GUATU_TEXT ("x") };

  reader = guatu_document_open (fixture->path, TRUE, &error);
  g_assert_no_error (error);
  g_assert_nonnull (guatu_document_get_read_only_reason (reader));
  g_assert_null (guatu_document_get_read_only_reason (fixture->document));
  g_assert_false (guatu_document_set (reader, GUATU_TABLE_TASK, task_id (fixture, "Road"), &name, 1, &error));
  g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);

  /* A reader follows what is written. */
  must_set_task (fixture, "Road", GUATU_TASK_NAME, GUATU_TEXT ("Street"));
  g_assert_true (guatu_document_catch_up (reader, &error));
  g_assert_no_error (error);
  guatu_assert_same_plan (guatu_document_get_plan (fixture->document), guatu_document_get_plan (reader));
  check_memory (reader);
}

static void
told_once (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gint64 head = head_of (fixture->document);

  must_set_task (fixture, "Bridge", GUATU_TASK_DURATION, GUATU_INTEGER (35 * 8 * 3600));
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpint (head_of (fixture->document), ==, head + 1);

  g_assert_false (set_task (fixture, "Bridge", GUATU_TASK_DURATION, GUATU_INTEGER (-1), &error));
  g_assert_error (error, GUATU_DOCUMENT_ERROR, GUATU_DOCUMENT_ERROR_INVALID);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpint (head_of (fixture->document), ==, head + 1);
}

static void
same_value (DocumentFixture *fixture, gconstpointer data)
{
  gint64 head = head_of (fixture->document);

  must_set_task (fixture, "Bridge", GUATU_TASK_NAME, GUATU_TEXT ("Bridge"));
  must_set_task (fixture, "Bridge", GUATU_TASK_DURATION, GUATU_INTEGER (34 * 8 * 3600));
  must_set_task (fixture, "Bridge", GUATU_TASK_DEADLINE, GUATU_NULL);
  must_set_task (fixture, "Bridge", GUATU_TASK_NOTE, GUATU_NULL);
  must_link (fixture, "Survey", "Design");
  g_assert_cmpint (head_of (fixture->document), ==, head);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

static void
others_first (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GuatuDocument) other = document_fixture_open (fixture->path);
  g_autoptr(GError) error = NULL;
  GuatuSetting name = { GUATU_TASK_NAME, GUATU_TEXT ("Canal bridge") };

  /* Somebody else renames; our next verb, even one that fails, brings it along and tells of it. */
  guatu_document_set (other, GUATU_TABLE_TASK, task_id (fixture, "Bridge"), &name, 1, &error);
  g_assert_no_error (error);
  g_assert_false (set_task (fixture, "Road", GUATU_TASK_DURATION, GUATU_INTEGER (-1), &error));
  g_clear_error (&error);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpint (task_row (fixture, "Canal bridge"), >=, 0);

  must_set_task (fixture, "Road", GUATU_TASK_NAME, GUATU_TEXT ("Street"));
  g_assert_true (guatu_document_catch_up (other, &error));
  guatu_assert_same_plan (guatu_document_get_plan (fixture->document), guatu_document_get_plan (other));
  check_memory (other);

  /* Nothing new: nobody is told. */
  fixture->n_changed = 0;
  g_assert_true (guatu_document_catch_up (fixture->document, &error));
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

/* How one looks at the plan concerns nobody else: no ::changed here or there, no entry, nothing to undo. */
static void
views_are_no_news (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GuatuDocument) other = document_fixture_open (fixture->path);
  g_autoptr(GuatuDocument) reader = guatu_document_open (fixture->path, TRUE, NULL);
  g_autofree char *title = guatu_document_undo_title (fixture->document);
  g_autofree char *title_after = NULL;
  g_autofree char *zoom = NULL;
  g_autoptr(GError) error = NULL;
  gint64 head = head_of (fixture->document);

  guatu_document_set_view_state (other, "zoom", "4", &error);
  g_assert_no_error (error);
  zoom = guatu_document_get_view_state (fixture->document, "zoom", &error);
  g_assert_cmpstr (zoom, ==, "4");
  g_assert_true (guatu_document_catch_up (fixture->document, &error));
  g_assert_true (guatu_document_set_view_state (fixture->document, "zoom", NULL, &error));
  g_assert_null (guatu_document_get_view_state (other, "zoom", &error));
  g_assert_no_error (error);

  g_assert_cmpuint (fixture->n_changed, ==, 0);
  g_assert_cmpint (head_of (fixture->document), ==, head);
  title_after = guatu_document_undo_title (fixture->document);
  g_assert_cmpstr (title_after, ==, title);

  g_assert_true (guatu_document_set_view_state (reader, "zoom", "5", &error));
  g_assert_null (guatu_document_get_view_state (reader, "zoom", &error));
}

static void
others_cycle (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GuatuDocument) other = document_fixture_open (fixture->path);
  g_autoptr(GError) error = NULL;
  gboolean done;

  /* Each link alone is fine. The second is checked against the file, not against what memory last saw. */
  guatu_document_link (other, task_id (fixture, "Road"), task_id (fixture, "Survey"), GUATU_LINK_FS,
                       GUATU_LAG_WORKING, 0, GUATU_UNIT_DAY, NULL, &error);
  g_assert_no_error (error);
  done = guatu_document_link (fixture->document, task_id (fixture, "Design"), task_id (fixture, "Road"), GUATU_LINK_FS,
                              GUATU_LAG_WORKING, 0, GUATU_UNIT_DAY, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_CYCLE, "Survey", "Design", "Road");
}

static void
run_behind (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* A program that knows nothing of the journal writes a table; an edit that builds on that does not fit what
 * another process remembers. */
static void
cannot_follow (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *other_path = g_build_filename (fixture->dir, "other.guatu", NULL);
  g_autoptr(GuatuPlan) plan = document_fixture_plan ();
  GuatuDocument *documents[2];
  GuatuSetting note = { GUATU_TASK_NOTE, GUATU_TEXT ("known") };
  gint64 road = guatu_plan_id (plan, GUATU_TABLE_TASK, 5);

  g_object_unref (guatu_document_create (other_path, plan, NULL, "create", NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  documents[0] = document_fixture_open (other_path);
  run_behind (other_path, "UPDATE task SET note = 'unknown' WHERE name = 'Road'");
  documents[1] = document_fixture_open (other_path);
  guatu_document_set (documents[1], GUATU_TABLE_TASK, road, &note, 1, &error);
  g_assert_no_error (error);

  g_assert_true (guatu_document_catch_up (documents[0], &error));
  g_assert_no_error (error);
  check_memory (documents[0]);
  g_assert_cmpstr (guatu_plan_task_string (guatu_document_get_plan (documents[0]), 5, GUATU_TASK_NOTE), ==, "known");
  g_assert_finalize_object (documents[0]);
  g_assert_finalize_object (documents[1]);
}

static void
cycle_behind (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  g_assert_finalize_object (fixture->document);
  fixture->document = NULL;
  run_behind (fixture->path, "INSERT INTO link (id, predecessor, successor, type, lag, lag_kind, lag_unit) "
                             "SELECT 1, b.id, a.id, 1, 0, 0, 0 FROM task a, task b "
                             "WHERE a.name = 'Survey' AND b.name = 'Bridge'");
  g_assert_null (guatu_document_open (fixture->path, FALSE, &error));
  g_assert_error (error, GUATU_DOCUMENT_ERROR, GUATU_DOCUMENT_ERROR_CYCLE);
  g_assert_nonnull (strstr (error->message, "Survey"));
}

static void
verb_within_changed_cb (GuatuDocument *document, gpointer data)
{
  DocumentFixture *fixture = data;

  if (fixture->n_changed == 1)
    must_set_task (fixture, "Road", GUATU_TASK_NOTE, GUATU_TEXT ("from a listener"));
}

static void
verb_within_changed (DocumentFixture *fixture, gconstpointer data)
{
  g_signal_connect (fixture->document, "changed", G_CALLBACK (verb_within_changed_cb), fixture);
  must_set_task (fixture, "Bridge", GUATU_TASK_NOTE, GUATU_TEXT ("first"));
  g_assert_cmpuint (fixture->n_changed, ==, 2);
}

static void
count_cb (GuatuDocument *document, guint *n)
{
  ++*n;
}

/* From now on no file grows beyond @size, as on a disk that is full; G_MAXINT64: it has room again. */
static void
limit_files (gint64 size)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = size == G_MAXINT64 ? limit.rlim_max : (rlim_t) size;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static gint64
file_size (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  return info.st_size;
}

/* What cannot be saved is not shown as if it were, and what stands in the way is known until something is saved. */
static void
trouble_with_saving (DocumentFixture *fixture, gconstpointer data)
{
  g_autofree char *note = g_strnfill (200000, 'x');
  g_autoptr(GError) error = NULL;
  guint n_told = 0;

  g_signal_connect (fixture->document, "trouble", G_CALLBACK (count_cb), &n_told);
  g_assert_null (guatu_document_get_trouble (fixture->document));

  limit_files (file_size (fixture->path));
  for (guint i = 0; i < 2; i++)
    {
      g_clear_error (&error);
      g_assert_false (set_task (fixture, "Road", GUATU_TASK_NOTE, GUATU_TEXT (note), &error));
      g_assert_cmpint (error->domain, ==, GUATU_STORE_ERROR);
      g_assert_error (guatu_document_get_trouble (fixture->document), GUATU_STORE_ERROR, error->code);
    }
  limit_files (G_MAXINT64);
  check_memory (fixture->document);
  g_assert_cmpuint (n_told, ==, 1);
  g_clear_error (&error);

  /* A verb that is refused says nothing of the disk. */
  g_assert_false (set_task (fixture, "Road", GUATU_TASK_NAME, GUATU_TEXT (""), &error));
  g_assert_error (error, GUATU_DOCUMENT_ERROR, GUATU_DOCUMENT_ERROR_INVALID);
  g_assert_nonnull (guatu_document_get_trouble (fixture->document));
  must_set_task (fixture, "Road", GUATU_TASK_NOTE, GUATU_TEXT (note));
  g_assert_null (guatu_document_get_trouble (fixture->document));
  g_assert_cmpuint (n_told, ==, 2);
}

/* Neither is that which a group of verbs could not save. */
static void
trouble_with_a_group (DocumentFixture *fixture, gconstpointer data)
{
  g_autofree char *note = g_strnfill (200000, 'x');
  g_autoptr(GError) error = NULL;
  gboolean done;

  g_assert_true (guatu_document_begin_group (fixture->document, &error));
  limit_files (file_size (fixture->path));
  done = set_task (fixture, "Road", GUATU_TASK_NOTE, GUATU_TEXT (note), &error) &&
         set_task (fixture, "Bridge", GUATU_TASK_NOTE, GUATU_TEXT (note), &error);
  g_assert_false (guatu_document_end_group (fixture->document, done, "tasks-change", NULL, 2, done ? &error : NULL));
  limit_files (G_MAXINT64);
  g_assert_cmpint (error->domain, ==, GUATU_STORE_ERROR);
  g_assert_nonnull (guatu_document_get_trouble (fixture->document));
  check_memory (fixture->document);
  must_set_task (fixture, "Road", GUATU_TASK_NOTE, GUATU_TEXT (note));
  g_assert_null (guatu_document_get_trouble (fixture->document));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_document_test ("/document/a-created-file-holds-the-content-and-one-entry", creates);
  add_document_test ("/document/content-with-a-cycle-or-a-bad-field-makes-no-file", refuses_bad_content);
  add_document_test ("/document/a-creation-that-is-cancelled-leaves-no-file", cancelled_creation);
  add_document_test ("/document/what-was-edited-is-there-after-a-restart", opens_again);
  add_document_test ("/document/read-only-refuses-verbs-and-follows-others", read_only);
  add_document_test ("/document/a-verb-tells-once-and-a-refused-one-never", told_once);
  add_document_test ("/document/a-verb-that-changes-nothing-logs-nothing", same_value);
  add_document_test ("/document/a-verb-takes-over-what-others-wrote-first", others_first);
  add_document_test ("/document/how-one-looks-at-a-plan-is-no-news-to-anybody", views_are_no_news);
  add_document_test ("/document/what-keeps-edits-from-being-saved-is-known", trouble_with_saving);
  add_document_test ("/document/what-keeps-a-group-of-edits-from-being-saved-is-known", trouble_with_a_group);
  add_document_test ("/document/a-cycle-made-of-two-peoples-links-is-refused", others_cycle);
  add_document_test ("/document/memory-reads-the-file-afresh-where-it-cannot-follow", cannot_follow);
  add_document_test ("/document/a-cycle-put-in-behind-the-journals-back-does-not-open", cycle_behind);
  add_document_test ("/document/a-listener-may-call-a-verb", verb_within_changed);

  return g_test_run ();
}
