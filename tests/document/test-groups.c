/* test-groups.c — several verbs that become one entry, or nothing at all. */
#include "document-fixture.h"
#include "random-verbs.h"

#include <string.h>

#include "guatu-document-private.h"

static void
verify (GuatuDocument *document)
{
  g_autoptr(GError) error = NULL;

  guatu_store_verify (guatu_document_get_store (document), NULL, &error);
  g_assert_no_error (error);
}

/* What another program would read from the file. */
static char *
digest_of_file (DocumentFixture *fixture)
{
  g_autoptr(GuatuDocument) other = document_fixture_open (fixture->path);

  return plan_digest (guatu_document_get_plan (other));
}

static char *
digest_of (DocumentFixture *fixture)
{
  return plan_digest (guatu_document_get_plan (fixture->document));
}

static void
check_schedule (GuatuDocument *document)
{
  const GuatuSchedule *schedule = guatu_document_get_schedule (document);
  g_autoptr(GuatuSchedule) fresh = guatu_schedule_new (guatu_document_get_plan (document), NULL, NULL);
  guint n = guatu_plan_n_rows (guatu_document_get_plan (document), GUATU_TABLE_TASK);

  g_assert_true (memcmp (schedule->start, fresh->start, n * sizeof *schedule->start) == 0);
  g_assert_true (memcmp (schedule->finish, fresh->finish, n * sizeof *schedule->finish) == 0);
}

static char *
newest_title (DocumentFixture *fixture)
{
  g_autoptr(GuatuEntry) entry = guatu_store_find_entry (guatu_document_get_store (fixture->document),
                                                        head_of (fixture->document), NULL);

  g_assert_nonnull (entry);
  return guatu_entry_title (entry);
}

static gboolean
lengthen (DocumentFixture *fixture, const char *name, gint64 days, GError **error)
{
  return set_task (fixture, name, GUATU_TASK_DURATION, GUATU_INTEGER (days * 8 * GUATU_HOUR), error);
}

/* Each verb finds plan and schedule as the one before left them. */
static void
follows_itself (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *before = digest_of (fixture);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *file = NULL;
  g_autofree char *title = NULL;
  gint64 head = head_of (fixture->document), made;
  GuatuSetting name = { GUATU_TASK_NAME, GUATU_TEXT ("Lamps") };
  GuatuInstant design;

  g_assert_true (guatu_document_begin_group (fixture->document, &error));
  g_assert_true (guatu_document_add (fixture->document, GUATU_TABLE_TASK, &name, 1, &made, &error));
  g_assert_cmpint (guatu_plan_find (guatu_document_get_plan (fixture->document), GUATU_TABLE_TASK, made), >=, 0);
  g_assert_true (guatu_document_link (fixture->document, task_id (fixture, "Bridge"), made, GUATU_LINK_FS, 0, 0, 0, NULL,
                                      &error));
  design = guatu_document_get_schedule (fixture->document)->start[task_row (fixture, "Design")];
  g_assert_true (lengthen (fixture, "Survey", 10, &error));
  g_assert_cmpint (guatu_document_get_schedule (fixture->document)->start[task_row (fixture, "Design")], >, design);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  g_assert_true (guatu_document_end_group (fixture->document, TRUE, "tasks-change", NULL, 3, &error));
  g_assert_no_error (error);

  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpint (head_of (fixture->document), ==, head + 1);
  title = newest_title (fixture);
  g_assert_cmpstr (title, ==, "Change 3 tasks");
  after = digest_of (fixture);
  file = digest_of_file (fixture);
  g_assert_cmpstr (file, ==, after);
  check_schedule (fixture->document);
  verify (fixture->document);

  g_assert_true (guatu_document_undo (fixture->document, NULL, &error));
  undone = digest_of (fixture);
  g_assert_cmpstr (undone, ==, before);
}

/* One refusal, and nothing has happened; those that come after it are refused as well. */
static void
all_or_nothing (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) next = NULL;
  g_autofree char *before = digest_of (fixture);
  g_autofree char *after = NULL;
  g_autofree char *file = NULL;
  gint64 head = head_of (fixture->document);

  g_assert_true (guatu_document_begin_group (fixture->document, &error));
  g_assert_true (lengthen (fixture, "Survey", 10, &error));
  g_assert_false (guatu_document_remove (fixture->document, GUATU_TABLE_TASK, 424242, &error));
  g_assert_error (error, GUATU_DOCUMENT_ERROR, GUATU_DOCUMENT_ERROR_NOT_FOUND);
  g_assert_false (lengthen (fixture, "Design", 20, &next));
  g_assert_error (next, GUATU_DOCUMENT_ERROR, GUATU_DOCUMENT_ERROR_INVALID);
  g_assert_false (guatu_document_end_group (fixture->document, FALSE, "tasks-change", NULL, 3, &error));
  g_assert_error (error, GUATU_DOCUMENT_ERROR, GUATU_DOCUMENT_ERROR_NOT_FOUND);

  after = digest_of (fixture);
  file = digest_of_file (fixture);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (file, ==, before);
  g_assert_cmpint (head_of (fixture->document), ==, head);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  check_schedule (fixture->document);

  /* A caller that overlooks the refusal is told all the same. */
  g_clear_error (&error);
  g_assert_true (guatu_document_begin_group (fixture->document, &error));
  g_assert_false (guatu_document_remove (fixture->document, GUATU_TABLE_TASK, 424242, NULL));
  g_assert_false (guatu_document_end_group (fixture->document, TRUE, "tasks-change", NULL, 1, &error));
  g_assert_error (error, GUATU_DOCUMENT_ERROR, GUATU_DOCUMENT_ERROR_INVALID);

  /* And the door is open again. */
  g_clear_error (&error);
  g_assert_true (lengthen (fixture, "Survey", 6, &error));
}

/* An entry of one verb says what that verb says; one of none is not written. */
static void
few_verbs (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *title = NULL;
  gint64 head = head_of (fixture->document);

  g_assert_true (guatu_document_begin_group (fixture->document, &error));
  g_assert_true (guatu_document_end_group (fixture->document, TRUE, "tasks-change", NULL, 0, &error));
  g_assert_cmpint (head_of (fixture->document), ==, head);

  /* There and back is nothing, too. */
  g_assert_true (guatu_document_begin_group (fixture->document, &error));
  g_assert_true (lengthen (fixture, "Survey", 7, &error));
  g_assert_true (lengthen (fixture, "Survey", 5, &error));
  g_assert_true (guatu_document_end_group (fixture->document, TRUE, "tasks-change", NULL, 2, &error));
  g_assert_cmpint (head_of (fixture->document), ==, head);
  g_assert_cmpuint (fixture->n_changed, ==, 0);

  g_assert_true (guatu_document_begin_group (fixture->document, &error));
  g_assert_true (set_task (fixture, "Survey", GUATU_TASK_NAME, GUATU_TEXT ("Measure"), &error));
  g_assert_true (guatu_document_end_group (fixture->document, TRUE, "tasks-change", NULL, 1, &error));
  title = newest_title (fixture);
  g_assert_cmpstr (title, ==, "Set name of “Survey” to Measure");
}

/* A parent and its child are both named: each goes once. */
static void
removes_many (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *before = digest_of (fixture);
  g_autofree char *after = NULL;
  g_autofree char *title = NULL;
  gint64 ids[] = { task_id (fixture, "Build"), task_id (fixture, "Bridge"), task_id (fixture, "Survey") };
  gint64 missing[] = { ids[0], 424242 };
  gint64 head = head_of (fixture->document);

  g_assert_false (guatu_document_remove_tasks (fixture->document, missing, G_N_ELEMENTS (missing), &error));
  g_assert_error (error, GUATU_DOCUMENT_ERROR, GUATU_DOCUMENT_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (guatu_document_remove_tasks (fixture->document, ids, G_N_ELEMENTS (ids), &error));
  g_assert_no_error (error);
  g_assert_cmpint (head_of (fixture->document), ==, head + 1);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_cmpint (guatu_plan_find (guatu_document_get_plan (fixture->document), GUATU_TABLE_TASK, ids[i]), <, 0);
  title = newest_title (fixture);
  g_assert_cmpstr (title, ==, "Remove 4 tasks");

  g_assert_true (guatu_document_undo (fixture->document, NULL, &error));
  after = digest_of (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* However many tasks get a note, or another duration: the plan is scheduled once, when all is done. */
static void
schedules_once (DocumentFixture *fixture, gconstpointer data)
{
  const GuatuSchedule *before = guatu_document_get_schedule (fixture->document);
  g_autoptr(GError) error = NULL;

  g_assert_true (guatu_document_begin_group (fixture->document, &error));
  g_assert_true (set_task (fixture, "Survey", GUATU_TASK_NOTE, GUATU_TEXT ("By boat"), &error));
  g_assert_true (set_task (fixture, "Design", GUATU_TASK_NOTE, GUATU_TEXT ("By hand"), &error));
  g_assert_true (lengthen (fixture, "Survey", 10, &error));
  g_assert_true (lengthen (fixture, "Design", 10, &error));
  g_assert_true (fixture->document->stale);
  g_assert_true (fixture->document->schedule == before);
  g_assert_true (guatu_document_end_group (fixture->document, TRUE, "tasks-change", NULL, 2, &error));
  g_assert_false (fixture->document->stale);
  check_schedule (fixture->document);
}

/* Groups of verbs at random: memory is what the file is, undo takes all of it back, a refusal leaves nothing. */
static void
at_random (DocumentFixture *fixture, gconstpointer data)
{
  guint32 seed = g_test_slow () ? (guint32) g_test_rand_int () : 20261125;
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  guint n_done = 0, n_broken = 0;

  for (guint round = 0; n_done < 60; round++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *before = digest_of (fixture);
      g_autofree char *after = NULL;
      g_autofree char *file = NULL;
      gint64 head = head_of (fixture->document);
      guint n = (guint) g_rand_int_range (rand, 1, 8);
      gboolean ok = TRUE;

      g_assert_true (guatu_document_begin_group (fixture->document, &error));
      for (guint i = 0; i < n && ok; i++)
        ok = random_verb (fixture->document, rand, FALSE, &error);
      ok = guatu_document_end_group (fixture->document, ok, "tasks-change", NULL, n, &error);
      g_assert_true (ok == (error == NULL));
      *(ok ? &n_done : &n_broken) += 1;

      after = digest_of (fixture);
      file = digest_of_file (fixture);
      g_assert_cmpstr (after, ==, file);
      check_schedule (fixture->document);
      if (!ok)
        g_assert_cmpstr (after, ==, before);
      else if (head_of (fixture->document) > head)
        {
          g_autofree char *undone = NULL;

          g_assert_cmpint (head_of (fixture->document), ==, head + 1);
          g_assert_true (guatu_document_undo (fixture->document, NULL, &error));
          undone = digest_of (fixture);
          g_assert_cmpstr (undone, ==, before);
          g_assert_true (guatu_document_redo (fixture->document, NULL, &error));
        }
    }

  g_assert_cmpuint (n_broken, >, 0);
  verify (fixture->document);
}

int
main (int argc, char *argv[])
{
  document_fixture_in_memory ();
  g_test_init (&argc, &argv, NULL);

  add_document_test ("/groups/each-verb-follows-the-one-before", follows_itself);
  add_document_test ("/groups/all-or-nothing", all_or_nothing);
  add_document_test ("/groups/an-entry-of-one-verb-is-that-verb", few_verbs);
  add_document_test ("/groups/many-tasks-are-removed-at-once", removes_many);
  add_document_test ("/groups/the-schedule-is-computed-once", schedules_once);
  add_document_test ("/groups/at-random", at_random);

  return g_test_run ();
}
