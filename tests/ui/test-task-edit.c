/* test-task-edit.c — what is typed into cells, and where keys move tasks. */
#include "document-fixture.h"
#include "guatu-task-edit.h"

#include <string.h>

static void
type (DocumentFixture *fixture, const char *task, GuatuColumnKind column, const char *text)
{
  g_autoptr(GError) error = NULL;
  guint before = fixture->n_changed;

  guatu_task_edit_commit (fixture->document, task_id (fixture, task), column, text, guatu_test_at ("2024-03-06 11:00"),
                          &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->n_changed - before, <=, 1);
}

static void
refuse (DocumentFixture *fixture, const char *task, GuatuColumnKind column, const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *before = guatu_task_edit_text (fixture->document, task_id (fixture, task), column);
  g_autofree char *after = NULL;
  guint n = fixture->n_changed;

  g_assert_false (guatu_task_edit_commit (fixture->document, task_id (fixture, task), column, text,
                                          guatu_test_at ("2024-03-06 11:00"), &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (fixture->n_changed, ==, n);
  after = guatu_task_edit_text (fixture->document, task_id (fixture, task), column);
  g_assert_cmpstr (after, ==, before);
}

static void
check_text (DocumentFixture *fixture, const char *task, GuatuColumnKind column, const char *text)
{
  g_autofree char *is = guatu_task_edit_text (fixture->document, task_id (fixture, task), column);

  g_assert_cmpstr (is, ==, text);
}

static void
fields (DocumentFixture *fixture, gconstpointer data)
{
  type (fixture, "Bridge", GUATU_COLUMN_NAME, "  桥 over the canal ");
  check_text (fixture, "桥 over the canal", GUATU_COLUMN_NAME, "桥 over the canal");
  type (fixture, "Road", GUATU_COLUMN_DURATION, "2w");
  check_text (fixture, "Road", GUATU_COLUMN_DURATION, "2w");
  type (fixture, "Road", GUATU_COLUMN_WBS, "A.1");
  check_text (fixture, "Road", GUATU_COLUMN_WBS, "A.1");
  type (fixture, "Road", GUATU_COLUMN_OBJECTIVE, "Open to traffic");
  check_text (fixture, "Road", GUATU_COLUMN_OBJECTIVE, "Open to traffic");
  type (fixture, "Road", GUATU_COLUMN_DEADLINE, "5-31");
  g_assert_cmpint (task_number (fixture, "Road", GUATU_TASK_DEADLINE), ==, guatu_test_at ("2024-05-31 17:00"));
  type (fixture, "Road", GUATU_COLUMN_DEADLINE, "");
  g_assert_cmpint (task_number (fixture, "Road", GUATU_TASK_DEADLINE), ==, GUATU_NONE);
}

static void
start (DocumentFixture *fixture, gconstpointer data)
{
  type (fixture, "Road", GUATU_COLUMN_START, "3-11");
  g_assert_cmpint (task_number (fixture, "Road", GUATU_TASK_CONSTRAINT), ==, GUATU_CONSTRAINT_SNET);
  g_assert_cmpint (task_number (fixture, "Road", GUATU_TASK_CONSTRAINT_DATE), ==, guatu_test_at ("2024-03-11 08:00"));
  check_text (fixture, "Road", GUATU_COLUMN_START, "2024-03-11");

  /* Left as it stood, it becomes no constraint. */
  type (fixture, "Survey", GUATU_COLUMN_START, "2024-03-04");
  g_assert_cmpint (task_number (fixture, "Survey", GUATU_TASK_CONSTRAINT), ==, GUATU_CONSTRAINT_ASAP);

  type (fixture, "Road", GUATU_COLUMN_START, "");
  g_assert_cmpint (task_number (fixture, "Road", GUATU_TASK_CONSTRAINT), ==, GUATU_CONSTRAINT_ASAP);
  check_text (fixture, "Road", GUATU_COLUMN_START, "2024-03-04");
}

static void
manual_start (DocumentFixture *fixture, gconstpointer data)
{
  must_set_task (fixture, "Road", GUATU_TASK_MODE, GUATU_INTEGER (GUATU_MODE_MANUAL));
  type (fixture, "Road", GUATU_COLUMN_START, "2024-03-11");
  g_assert_cmpint (task_number (fixture, "Road", GUATU_TASK_MANUAL_START), ==, guatu_test_at ("2024-03-11 08:00"));
  /* Four weeks of work, as before. */
  g_assert_cmpint (task_number (fixture, "Road", GUATU_TASK_MANUAL_FINISH), ==, guatu_test_at ("2024-04-05 17:00"));
}

static void
share (DocumentFixture *fixture, gconstpointer data)
{
  const GuatuPlan *plan;
  const GuatuReport *reports;

  type (fixture, "Survey", GUATU_COLUMN_PROGRESS, "40");
  plan = guatu_document_get_plan (fixture->document);
  reports = guatu_plan_rows (plan, GUATU_TABLE_REPORT);
  g_assert_cmpuint (guatu_plan_n_live (plan, GUATU_TABLE_REPORT), ==, 1);
  g_assert_cmpint (guatu_instant_day (reports[0].date), ==, guatu_instant_day (guatu_test_at ("2024-03-06 00:00")));
  check_text (fixture, "Survey", GUATU_COLUMN_PROGRESS, "40%");

  set_plan (fixture, GUATU_PLAN_STATUS_DATE, GUATU_INTEGER (guatu_test_at ("2024-03-07 17:00")), NULL);
  type (fixture, "Survey", GUATU_COLUMN_PROGRESS, "62.5%");
  reports = guatu_plan_rows (guatu_document_get_plan (fixture->document), GUATU_TABLE_REPORT);
  g_assert_cmpint (guatu_instant_day (reports[1].date), ==, guatu_instant_day (guatu_test_at ("2024-03-07 00:00")));
  check_text (fixture, "Survey", GUATU_COLUMN_PROGRESS, "62.50%");
}

static void
errors (DocumentFixture *fixture, gconstpointer data)
{
  refuse (fixture, "Road", GUATU_COLUMN_NAME, "   ");
  refuse (fixture, "Road", GUATU_COLUMN_DURATION, "soon");
  refuse (fixture, "Road", GUATU_COLUMN_DURATION, "");
  refuse (fixture, "Road", GUATU_COLUMN_DURATION, "-5d");
  refuse (fixture, "Road", GUATU_COLUMN_START, "when it rains");
  refuse (fixture, "Road", GUATU_COLUMN_DEADLINE, "2-30");
  refuse (fixture, "Road", GUATU_COLUMN_PROGRESS, "140");
  refuse (fixture, "Road", GUATU_COLUMN_PROGRESS, "half");
  refuse (fixture, "Road", GUATU_COLUMN_PROGRESS, "");
  g_assert_false (guatu_task_edit_can (fixture->document, task_id (fixture, "Build"), GUATU_COLUMN_DURATION));
  g_assert_false (guatu_task_edit_can (fixture->document, task_id (fixture, "Build"), GUATU_COLUMN_PROGRESS));
  g_assert_true (guatu_task_edit_can (fixture->document, task_id (fixture, "Build"), GUATU_COLUMN_NAME));
  g_assert_false (guatu_task_edit_can (fixture->document, task_id (fixture, "Road"), GUATU_COLUMN_FINISH));
}

/* The names in the order of the outline, each under as many dots as it is deep. */
static char *
outline (DocumentFixture *fixture)
{
  const GuatuPlan *plan = guatu_document_get_plan (fixture->document);
  GString *text = g_string_new (NULL);
  guint n;
  const gint32 *list = guatu_plan_outline (plan, &n);

  for (guint i = 0; i < n; i++)
    {
      g_string_append (text, i > 0 ? " " : "");
      for (guint depth = guatu_plan_task_depth (plan, list[i]); depth > 0; depth--)
        g_string_append_c (text, '.');
      g_string_append (text, guatu_plan_task_name (plan, list[i]));
    }

  return g_string_free (text, FALSE);
}

static void
check_outline (DocumentFixture *fixture, const char *expected)
{
  g_autofree char *is = outline (fixture);

  g_assert_cmpstr (is, ==, expected);
}

static void
moves (DocumentFixture *fixture, gconstpointer data)
{
  static const struct { const char *task; GuatuMove move; gboolean done; const char *outline; } steps[] = {
    { "Road", GUATU_MOVE_UP, TRUE, "Prepare .Survey .Design Build .Road .Bridge Opening" },
    { "Road", GUATU_MOVE_UP, FALSE, "Prepare .Survey .Design Build .Road .Bridge Opening" },
    { "Road", GUATU_MOVE_DOWN, TRUE, "Prepare .Survey .Design Build .Bridge .Road Opening" },
    { "Road", GUATU_MOVE_DOWN, FALSE, "Prepare .Survey .Design Build .Bridge .Road Opening" },
    { "Road", GUATU_MOVE_OUT, TRUE, "Prepare .Survey .Design Build .Bridge Road Opening" },
    { "Road", GUATU_MOVE_OUT, FALSE, "Prepare .Survey .Design Build .Bridge Road Opening" },
    { "Road", GUATU_MOVE_IN, TRUE, "Prepare .Survey .Design Build .Bridge .Road Opening" },
    { "Prepare", GUATU_MOVE_IN, FALSE, "Prepare .Survey .Design Build .Bridge .Road Opening" },
    { "Prepare", GUATU_MOVE_DOWN, TRUE, "Build .Bridge .Road Prepare .Survey .Design Opening" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 task = task_id (fixture, steps[i].task);

      g_assert_cmpint (guatu_task_edit_move (fixture->document, &task, 1, steps[i].move, &error), ==, steps[i].done);
      g_assert_no_error (error);
      check_outline (fixture, steps[i].outline);
    }
}

static void
adding (DocumentFixture *fixture, gconstpointer data)
{
  gint64 id;

  g_assert_true (guatu_task_edit_add (fixture->document, "Party", 0, &id, NULL));
  g_assert_true (guatu_task_edit_add (fixture->document, "Drains", task_id (fixture, "Road"), &id, NULL));
  g_assert_true (guatu_task_edit_add (fixture->document, "Permits", task_id (fixture, "Prepare"), &id, NULL));
  check_outline (fixture, "Permits Prepare .Survey .Design Build .Bridge .Drains .Road Opening Party");

  /* However often something is put before the same task, there is room. */
  for (guint i = 0; i < 70; i++)
    g_assert_true (guatu_task_edit_add (fixture->document, "More", task_id (fixture, "Road"), &id, NULL));
  g_assert_cmpint (guatu_plan_task (guatu_document_get_plan (fixture->document),
                                    task_row (fixture, "Road"))->next_sibling, ==, -1);
}

int
main (int argc, char **argv)
{
  document_fixture_in_memory ();
  g_test_init (&argc, &argv, NULL);
  guatu_test_fix_ids ();

  add_document_test ("/task-edit/each field takes what is typed, in one verb", fields);
  add_document_test ("/task-edit/a typed start is the earliest one", start);
  add_document_test ("/task-edit/a task with dates of its own keeps its length", manual_start);
  add_document_test ("/task-edit/a percentage is a report of the status date, else of today", share);
  add_document_test ("/task-edit/what makes no sense changes nothing", errors);
  add_document_test ("/task-edit/keys move a task in, out, up and down as far as the outline goes", moves);
  add_document_test ("/task-edit/a new task goes where it is asked for", adding);

  return g_test_run ();
}
