/* test-undo.c — taking back the newest standing entry, doing it again, and what they never do. */
#include "document-fixture.h"

#include <sqlite3.h>
#include <string.h>

static void
must_undo (GuatuDocument *document, const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *title = NULL;

  guatu_document_undo (document, &title, &error);
  g_assert_no_error (error);
  if (expected != NULL)
    g_assert_cmpstr (title, ==, expected);
}

static void
must_redo (GuatuDocument *document, const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *title = NULL;

  guatu_document_redo (document, &title, &error);
  g_assert_no_error (error);
  if (expected != NULL)
    g_assert_cmpstr (title, ==, expected);
}

static GuatuPlan *
snapshot (DocumentFixture *fixture)
{
  return guatu_plan_copy (guatu_document_get_plan (fixture->document));
}

static void
verify (GuatuDocument *document)
{
  g_autoptr(GError) error = NULL;

  guatu_store_verify (guatu_document_get_store (document), NULL, &error);
  g_assert_no_error (error);
}

/* Every verb --------------------------------------------------------------------------------------------- */

typedef gboolean (*Verb) (DocumentFixture *fixture, GError **error);

static gboolean
verb_add (DocumentFixture *fixture, GError **error)
{
  GuatuSetting settings[] = { { GUATU_TASK_NAME, GUATU_TEXT ("New 新") },
                              { GUATU_TASK_NOTE, GUATU_TEXT ("a note") },
                              { GUATU_TASK_PARENT, GUATU_INTEGER (task_id (fixture, "Road")) } };

  return guatu_document_add (fixture->document, GUATU_TABLE_TASK, settings, 3, NULL, error);
}

static gboolean
verb_set (DocumentFixture *fixture, GError **error)
{
  GuatuSetting settings[] = { { GUATU_TASK_NAME, GUATU_TEXT ("Renamed") },
                              { GUATU_TASK_DEADLINE, GUATU_INTEGER (guatu_test_at ("2024-09-30 17:00")) },
                              { GUATU_TASK_OBJECTIVE, GUATU_TEXT ("Open in autumn") } };

  return guatu_document_set (fixture->document, GUATU_TABLE_TASK, task_id (fixture, "Bridge"), settings, 3, error);
}

static gboolean
verb_set_plan (DocumentFixture *fixture, GError **error)
{
  return set_plan (fixture, GUATU_PLAN_STATUS_DATE, GUATU_INTEGER (guatu_test_at ("2024-04-01 17:00")), error);
}

static gboolean
verb_remove_subtree (DocumentFixture *fixture, GError **error)
{
  return guatu_document_remove (fixture->document, GUATU_TABLE_TASK, task_id (fixture, "Build"), error);
}

static gboolean
verb_remove_unit (DocumentFixture *fixture, GError **error)
{
  return guatu_document_remove (fixture->document, GUATU_TABLE_UNIT, id_of (fixture, GUATU_TABLE_UNIT, "Roads"), error);
}

static gboolean
verb_move (DocumentFixture *fixture, GError **error)
{
  return guatu_document_move_task (fixture->document, task_id (fixture, "Road"), task_id (fixture, "Prepare"),
                                   task_id (fixture, "Design"), error);
}

static gboolean
verb_link (DocumentFixture *fixture, GError **error)
{
  return guatu_document_link (fixture->document, task_id (fixture, "Survey"), task_id (fixture, "Road"), GUATU_LINK_SS,
                              GUATU_LAG_PERCENT, 2500, GUATU_UNIT_PERCENT, NULL, error);
}

static gboolean
verb_link_again (DocumentFixture *fixture, GError **error)
{
  return guatu_document_link (fixture->document, task_id (fixture, "Survey"), task_id (fixture, "Design"), GUATU_LINK_FF,
                              GUATU_LAG_WORKING, -3600, GUATU_UNIT_HOUR, NULL, error);
}

static gboolean
verb_unlink (DocumentFixture *fixture, GError **error)
{
  return guatu_document_unlink (fixture->document, task_id (fixture, "Road"), task_id (fixture, "Opening"), error);
}

static gboolean
verb_assign (DocumentFixture *fixture, GError **error)
{
  return guatu_document_assign (fixture->document, task_id (fixture, "Road"), 0,
                                id_of (fixture, GUATU_TABLE_PERSON, "Li"), GUATU_ROLE_INSPECTOR, 10000, NULL, error);
}

static gboolean
verb_unassign (DocumentFixture *fixture, GError **error)
{
  return guatu_document_unassign (fixture->document, task_id (fixture, "Bridge"),
                                  id_of (fixture, GUATU_TABLE_UNIT, "Roads"), 0, -1, error);
}

static gboolean
verb_report (DocumentFixture *fixture, GError **error)
{
  GuatuSetting done = { GUATU_REPORT_DONE, GUATU_TEXT ("Piles are in") };

  return guatu_document_report (fixture->document, task_id (fixture, "Bridge"), guatu_test_at ("2024-04-08 17:00"), 3400,
                                &done, 1, NULL, error);
}

static gboolean
verb_report_done (DocumentFixture *fixture, GError **error)
{
  return guatu_document_report (fixture->document, task_id (fixture, "Survey"), guatu_test_at ("2024-03-08 17:00"),
                                10000, NULL, 0, NULL, error);
}

static gboolean
verb_baseline (DocumentFixture *fixture, GError **error)
{
  return guatu_document_set_baseline (fixture->document, "Approved", guatu_test_at ("2024-03-01"), NULL, error);
}

static void
every_verb (DocumentFixture *fixture, gconstpointer data)
{
  static const Verb verbs[] = { verb_add, verb_set, verb_set_plan, verb_remove_subtree, verb_remove_unit, verb_move,
                                verb_link, verb_link_again, verb_unlink, verb_assign, verb_unassign, verb_report,
                                verb_report_done, verb_baseline };
  g_autoptr(GError) error = NULL;

  /* Something for a removal to take along. */
  g_assert_true (guatu_document_assign (fixture->document, task_id (fixture, "Bridge"),
                                        id_of (fixture, GUATU_TABLE_UNIT, "Roads"), 0, GUATU_ROLE_LEAD_UNIT, 10000,
                                        NULL, &error));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autoptr(GuatuPlan) before = snapshot (fixture);
      g_autoptr(GuatuPlan) after = NULL;

      fixture->n_changed = 0;
      verbs[i] (fixture, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (fixture->n_changed, ==, 1);
      after = snapshot (fixture);
      verify (fixture->document);

      must_undo (fixture->document, NULL);
      guatu_assert_same_plan (before, guatu_document_get_plan (fixture->document));
      g_assert_cmpuint (fixture->n_changed, ==, 2);
      must_redo (fixture->document, NULL);
      guatu_assert_same_plan (after, guatu_document_get_plan (fixture->document));
      document_fixture_restart (fixture);
      guatu_assert_same_plan (after, guatu_document_get_plan (fixture->document));
      must_undo (fixture->document, NULL);
      guatu_assert_same_plan (before, guatu_document_get_plan (fixture->document));
      verify (fixture->document);
    }
}

/* No key stands in the way of two rows that change places. */
static void
swap (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GuatuPlan) before = snapshot (fixture);
  g_autoptr(GuatuPlan) after = NULL;
  g_autoptr(GError) error = NULL;
  GuatuSetting position = { GUATU_TASK_POSITION, GUATU_INTEGER (1) };

  guatu_document_set (fixture->document, GUATU_TABLE_TASK, task_id (fixture, "Design"), &position, 1, &error);
  position.value = GUATU_INTEGER (2);
  guatu_document_set (fixture->document, GUATU_TABLE_TASK, task_id (fixture, "Survey"), &position, 1, &error);
  g_assert_no_error (error);
  after = snapshot (fixture);
  must_undo (fixture->document, NULL);
  must_undo (fixture->document, NULL);
  guatu_assert_same_plan (before, guatu_document_get_plan (fixture->document));
  must_redo (fixture->document, NULL);
  must_redo (fixture->document, NULL);
  guatu_assert_same_plan (after, guatu_document_get_plan (fixture->document));
}

/* Rules ---------------------------------------------------------------------------------------------------- */

static void
back_and_forth (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  must_set_task (fixture, "Road", GUATU_TASK_NOTE, GUATU_TEXT ("one"));
  must_set_task (fixture, "Road", GUATU_TASK_NOTE, GUATU_TEXT ("two"));
  must_set_task (fixture, "Road", GUATU_TASK_NOTE, GUATU_TEXT ("three"));

  must_undo (fixture->document, "Set note of “Road” to three");
  must_undo (fixture->document, "Set note of “Road” to two");
  must_redo (fixture->document, "Set note of “Road” to two");
  must_undo (fixture->document, "Set note of “Road” to two");
  must_undo (fixture->document, "Set note of “Road” to one");
  must_redo (fixture->document, "Set note of “Road” to one");
  must_redo (fixture->document, "Set note of “Road” to two");
  must_redo (fixture->document, "Set note of “Road” to three");
  g_assert_false (guatu_document_redo (fixture->document, NULL, &error));
  g_assert_error (error, GUATU_DOCUMENT_ERROR, GUATU_DOCUMENT_ERROR_NOTHING);
}

static void
new_verb_ends_redo (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gboolean done;

  must_set_task (fixture, "Road", GUATU_TASK_NOTE, GUATU_TEXT ("one"));
  must_undo (fixture->document, NULL);
  must_set_task (fixture, "Road", GUATU_TASK_NOTE, GUATU_TEXT ("other"));
  done = guatu_document_redo (fixture->document, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_NOTHING, "nothing to redo");
  g_assert_null (guatu_document_redo_title (fixture->document));
  must_undo (fixture->document, "Set note of “Road” to other");
  must_redo (fixture->document, "Set note of “Road” to other");
}

static void
barrier (DocumentFixture *fixture, gconstpointer data)
{
  g_autofree char *imported = g_build_filename (fixture->dir, "imported.guatu", NULL);
  g_autofree char *copied = g_build_filename (fixture->dir, "copied.guatu", NULL);
  g_autoptr(GuatuPlan) plan = document_fixture_plan ();
  g_autoptr(GuatuDocument) import = NULL;
  g_autoptr(GuatuDocument) copy = NULL;
  g_autoptr(GError) error = NULL;
  gboolean done;

  must_set_task (fixture, "Road", GUATU_TASK_NOTE, GUATU_TEXT ("one"));
  must_undo (fixture->document, NULL);
  done = guatu_document_undo (fixture->document, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_BARRIER, "creation");
  g_assert_null (guatu_document_undo_title (fixture->document));
  g_assert_cmpuint (guatu_plan_n_live (guatu_document_get_plan (fixture->document), GUATU_TABLE_TASK), ==, 7);

  import = guatu_document_create (imported, plan, NULL, "import", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (guatu_document_undo (import, NULL, &error));
  g_assert_error (error, GUATU_DOCUMENT_ERROR, GUATU_DOCUMENT_ERROR_BARRIER);
  g_assert_nonnull (strstr (error->message, "import"));
  g_clear_error (&error);

  guatu_store_copy (guatu_document_get_store (fixture->document), copied, FALSE, "Wang", &error);
  g_assert_no_error (error);
  copy = document_fixture_open (copied);
  g_assert_false (guatu_document_undo (copy, NULL, &error));
  g_assert_error (error, GUATU_DOCUMENT_ERROR, GUATU_DOCUMENT_ERROR_BARRIER);
  g_assert_nonnull (strstr (error->message, "copy"));
  verify (copy);
}

static void
names_the_author (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GuatuDocument) other = document_fixture_open (fixture->path);
  g_autofree char *title = NULL;
  g_autofree char *own_title = NULL;
  g_autofree char *redo_title = NULL;

  guatu_document_set_author (other, "Zhao");
  must_set_task (fixture, "Road", GUATU_TASK_NOTE, GUATU_TEXT ("one"));
  title = guatu_document_undo_title (other);
  g_assert_cmpstr (title, ==, "Set note of “Road” to one (by Wang)");
  own_title = guatu_document_undo_title (fixture->document);
  g_assert_cmpstr (own_title, ==, "Set note of “Road” to one");

  must_undo (other, "Set note of “Road” to one (by Wang)");
  redo_title = guatu_document_redo_title (fixture->document);
  g_assert_cmpstr (redo_title, ==, "Set note of “Road” to one");
  must_redo (other, "Set note of “Road” to one (by Wang)");
  /* Redone by somebody else it is still Wang's edit. */
  must_undo (fixture->document, "Set note of “Road” to one");
}

static void
across_a_restart (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GuatuPlan) start = snapshot (fixture);
  g_autoptr(GuatuPlan) end = NULL;

  must_set_task (fixture, "Road", GUATU_TASK_NOTE, GUATU_TEXT ("one"));
  must_set_task (fixture, "Bridge", GUATU_TASK_NAME, GUATU_TEXT ("桥"));
  end = snapshot (fixture);
  document_fixture_restart (fixture);
  must_undo (fixture->document, "Set name of “Bridge” to 桥");
  document_fixture_restart (fixture);
  must_undo (fixture->document, NULL);
  guatu_assert_same_plan (start, guatu_document_get_plan (fixture->document));
  document_fixture_restart (fixture);
  must_redo (fixture->document, NULL);
  document_fixture_restart (fixture);
  must_redo (fixture->document, NULL);
  guatu_assert_same_plan (end, guatu_document_get_plan (fixture->document));
}

static void
run_behind (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* What was changed behind the journal's back does not fit any inverse; nothing is forced. */
static void
conflict (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gint64 head;
  GuatuDocument *document;

  must_set_task (fixture, "Road", GUATU_TASK_DURATION, GUATU_INTEGER (3600));
  must_set_task (fixture, "Road", GUATU_TASK_NOTE, GUATU_TEXT ("kept"));
  must_undo (fixture->document, NULL);
  g_assert_finalize_object (fixture->document);
  fixture->document = NULL;
  run_behind (fixture->path, "UPDATE task SET duration = 7200 WHERE name = 'Road'");

  document = document_fixture_open (fixture->path);
  head = head_of (document);
  g_assert_false (guatu_document_undo (document, NULL, &error));
  g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_cmpint (head_of (document), ==, head);
  check_memory (document);
  g_assert_false (guatu_store_verify (guatu_document_get_store (document), NULL, &error));
  g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_DAMAGED);
  g_assert_finalize_object (document);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_document_test ("/undo/of-every-verb-gives-the-content-from-before-and-redo-the-one-after", every_verb);
  add_document_test ("/undo/two-rows-that-changed-places-change-back", swap);
  add_document_test ("/undo/goes-back-and-forth-in-any-order", back_and_forth);
  add_document_test ("/undo/another-verb-ends-what-could-be-redone", new_verb_ends_redo);
  add_document_test ("/undo/stops-at-a-barrier-and-says-why", barrier);
  add_document_test ("/undo/names-the-author-if-it-was-another", names_the_author);
  add_document_test ("/undo/outlives-a-restart", across_a_restart);
  add_document_test ("/undo/is-refused-where-the-inverse-does-not-fit", conflict);

  return g_test_run ();
}
