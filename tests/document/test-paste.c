/* test-paste.c — tasks pasted, duplicated, cut and moved by several: what comes along, where it goes, one entry each. */
#include "document-fixture.h"
#include "guatu-fragment.h"
#include "guatu-id.h"

#include <gio/gio.h>
#include <string.h>

static const GuatuPlan *
plan_of (DocumentFixture *fixture)
{
  return guatu_document_get_plan (fixture->document);
}

static GuatuPlan *
take (DocumentFixture *fixture, gboolean progress, const char *task, const char *other)
{
  gint32 rows[2] = { task_row (fixture, task), other != NULL ? task_row (fixture, other) : -1 };

  return guatu_fragment_new (plan_of (fixture), rows, other != NULL ? 2 : 1, progress);
}

/* Pastes at the end of the top level; the ids of the new tasks. */
static GArray *
paste (DocumentFixture *fixture, const GuatuPlan *fragment, const char *parent, const char *before)
{
  g_autoptr(GError) error = NULL;
  GArray *made = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 head = head_of (fixture->document);

  guatu_document_paste (fixture->document, fragment, parent != NULL ? task_id (fixture, parent) : 0,
                        before != NULL ? task_id (fixture, before) : 0, made, &error);
  g_assert_no_error (error);
  g_assert_cmpint (head_of (fixture->document), ==, head + 1);
  return made;
}

/* "Prepare(Survey Design) Build(…)", as the outline stands. */
static void
append_outline (const GuatuPlan *plan, gint32 row, GString *out)
{
  for (; row >= 0; row = guatu_plan_task (plan, row)->next_sibling)
    {
      if (out->len > 0 && out->str[out->len - 1] != '(')
        g_string_append_c (out, ' ');
      g_string_append (out, guatu_plan_task_name (plan, row));
      if (guatu_plan_task (plan, row)->first_child >= 0)
        {
          g_string_append_c (out, '(');
          append_outline (plan, guatu_plan_task (plan, row)->first_child, out);
          g_string_append_c (out, ')');
        }
    }
}

static void
check_outline (DocumentFixture *fixture, const char *expected)
{
  g_autoptr(GString) out = g_string_new (NULL);

  append_outline (plan_of (fixture), guatu_plan_first_task (plan_of (fixture)), out);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
undo_gives (DocumentFixture *fixture, const char *title, const char *outline)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *undone = NULL;

  guatu_document_undo (fixture->document, &undone, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (undone, title));
  check_outline (fixture, outline);
}

#define OUTLINE "Prepare(Survey Design) Build(Bridge Road) Opening"

/* Pasting -------------------------------------------------------------------------------------------- */

static void
subtree (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GuatuPlan) fragment = take (fixture, FALSE, "Prepare", NULL);
  g_autoptr(GArray) made = paste (fixture, fragment, NULL, "Opening");
  guint n;

  check_outline (fixture, "Prepare(Survey Design) Build(Bridge Road) Prepare(Survey Design) Opening");
  g_assert_cmpuint (made->len, ==, 3);
  /* The link among them, and none to what was not taken. */
  guatu_plan_referrers (plan_of (fixture), GUATU_TABLE_LINK, GUATU_LINK_PREDECESSOR,
                        guatu_plan_find (plan_of (fixture), GUATU_TABLE_TASK, g_array_index (made, gint64, 1)), &n);
  g_assert_cmpuint (n, ==, 1);
  guatu_plan_referrers (plan_of (fixture), GUATU_TABLE_LINK, GUATU_LINK_PREDECESSOR,
                        guatu_plan_find (plan_of (fixture), GUATU_TABLE_TASK, g_array_index (made, gint64, 2)), &n);
  g_assert_cmpuint (n, ==, 0);
  undo_gives (fixture, "Paste 3 tasks", OUTLINE);
}

/* Two that stood in different places stand side by side, in the order of the outline, whatever the call's. */
static void
from_different_places (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GuatuPlan) fragment = take (fixture, FALSE, "Road", "Survey");
  g_autoptr(GArray) made = paste (fixture, fragment, "Build", "Road");

  g_assert_cmpuint (made->len, ==, 2);
  check_outline (fixture, "Prepare(Survey Design) Build(Bridge Survey Road Road) Opening");
}

static void
no_room (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GuatuPlan) fragment = take (fixture, FALSE, "Survey", "Design");

  /* Positions that leave no place between neighbours are spread; the order stays. */
  must_set_task (fixture, "Bridge", GUATU_TASK_POSITION, GUATU_INTEGER (7));
  must_set_task (fixture, "Road", GUATU_TASK_POSITION, GUATU_INTEGER (8));
  g_array_unref (paste (fixture, fragment, "Build", "Road"));
  check_outline (fixture, "Prepare(Survey Design) Build(Bridge Survey Design Road) Opening");
  g_array_unref (paste (fixture, fragment, "Build", "Bridge"));
  check_outline (fixture, "Prepare(Survey Design) Build(Survey Design Bridge Survey Design Road) Opening");
}

static void
report_and_assign (DocumentFixture *fixture)
{
  g_autoptr(GError) error = NULL;

  guatu_document_assign (fixture->document, task_id (fixture, "Survey"), id_of (fixture, GUATU_TABLE_UNIT, "Roads"), 0,
                         GUATU_ROLE_LEAD_UNIT, 10000, NULL, &error);
  g_assert_no_error (error);
  guatu_document_report (fixture->document, task_id (fixture, "Survey"), guatu_test_at ("2024-03-06 17:00"), 4000, NULL,
                         0, NULL, &error);
  g_assert_no_error (error);
  must_add (fixture, GUATU_TABLE_KEY_NODE, (GuatuSetting[]) {
              { GUATU_KEY_NODE_TASK, GUATU_INTEGER (task_id (fixture, "Survey")) },
              { GUATU_KEY_NODE_NAME, GUATU_TEXT ("Half") }, { GUATU_KEY_NODE_SHARE, GUATU_INTEGER (5000) },
              { GUATU_KEY_NODE_DONE_ON, GUATU_INTEGER (guatu_test_at ("2024-03-06 00:00")) } }, 4);
}

static guint
n_of (DocumentFixture *fixture, GuatuTable table, guint field, gint64 task)
{
  guint n;

  guatu_plan_referrers (plan_of (fixture), table, field,
                        guatu_plan_find (plan_of (fixture), GUATU_TABLE_TASK, task), &n);
  return n;
}

static void
progress (DocumentFixture *fixture, gconstpointer data)
{
  static const gboolean with[] = { FALSE, TRUE };

  report_and_assign (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (with); i++)
    {
      g_autoptr(GuatuPlan) fragment = take (fixture, with[i], "Survey", NULL);
      g_autoptr(GArray) made = paste (fixture, fragment, NULL, NULL);
      gint64 id = g_array_index (made, gint64, 0);
      gint32 row = guatu_plan_find (plan_of (fixture), GUATU_TABLE_TASK, id);
      guint n;
      const gint32 *nodes = guatu_plan_referrers (plan_of (fixture), GUATU_TABLE_KEY_NODE, GUATU_KEY_NODE_TASK, row, &n);

      g_assert_cmpuint (n, ==, 1);
      g_assert_cmpint (guatu_plan_number (plan_of (fixture), GUATU_TABLE_KEY_NODE, nodes[0], GUATU_KEY_NODE_DONE_ON), ==,
                       with[i] ? guatu_test_at ("2024-03-06 00:00") : GUATU_NONE);
      g_assert_cmpuint (n_of (fixture, GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_TASK, id), ==, 1);
      g_assert_cmpuint (n_of (fixture, GUATU_TABLE_REPORT, GUATU_REPORT_TASK, id), ==, with[i] ? 1 : 0);
      g_assert_cmpint (guatu_plan_task_number (plan_of (fixture), row, GUATU_TASK_ACTUAL_START) != GUATU_NONE, ==,
                       with[i]);
    }
}

/* Within the plan it is the unit itself, even where it is called otherwise by now; of another plan the one of its
 * name; and where there is none it is made, once. */
static void
units (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GuatuPlan) fragment = NULL;
  guint n_units = guatu_plan_n_live (plan_of (fixture), GUATU_TABLE_UNIT);
  g_autoptr(GError) error = NULL;

  report_and_assign (fixture);
  guatu_document_assign (fixture->document, task_id (fixture, "Design"), id_of (fixture, GUATU_TABLE_UNIT, "Roads"), 0,
                         GUATU_ROLE_LEAD_UNIT, 10000, NULL, &error);
  fragment = take (fixture, FALSE, "Survey", "Design");
  guatu_document_set (fixture->document, GUATU_TABLE_UNIT, id_of (fixture, GUATU_TABLE_UNIT, "Roads"),
                      &(GuatuSetting) { GUATU_UNIT_NAME, GUATU_TEXT ("Highways") }, 1, &error);
  g_assert_no_error (error);
  g_array_unref (paste (fixture, fragment, NULL, NULL));
  g_assert_cmpuint (guatu_plan_n_live (plan_of (fixture), GUATU_TABLE_UNIT), ==, n_units);

  /* As from another plan. */
  guatu_plan_remove (fragment, GUATU_TABLE_PLAN, 0);
  guatu_plan_insert (fragment, GUATU_TABLE_PLAN, guatu_id_next ());
  guatu_plan_settle (fragment);
  g_array_unref (paste (fixture, fragment, NULL, NULL));
  g_assert_cmpuint (guatu_plan_n_live (plan_of (fixture), GUATU_TABLE_UNIT), ==, n_units + 1);
  g_array_unref (paste (fixture, fragment, NULL, NULL));
  g_assert_cmpuint (guatu_plan_n_live (plan_of (fixture), GUATU_TABLE_UNIT), ==, n_units + 1);
}

/* A task's calendar that the plan does not have comes with its days. */
static void
calendar (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GuatuPlan) fragment = take (fixture, FALSE, "Road", NULL);
  gint32 row = guatu_plan_find (fragment, GUATU_TABLE_TASK, task_id (fixture, "Road"));
  gint32 made = guatu_plan_insert (fragment, GUATU_TABLE_CALENDAR, guatu_id_next ());
  gint64 id = guatu_plan_id (fragment, GUATU_TABLE_CALENDAR, made);
  g_autoptr(GArray) tasks = NULL;
  const GuatuWorktime *worktime;

  guatu_plan_set (fragment, GUATU_TABLE_CALENDAR, made, GUATU_CALENDAR_NAME, GUATU_TEXT ("Sundays"));
  guatu_plan_set (fragment, GUATU_TABLE_CALENDAR, made, GUATU_CALENDAR_SLUG, GUATU_TEXT ("sundays"));
  for (int weekday = 0; weekday < 7; weekday++)
    {
      gint32 day = guatu_plan_insert (fragment, GUATU_TABLE_CALENDAR_DAY, guatu_id_next ()), hours;

      guatu_plan_set (fragment, GUATU_TABLE_CALENDAR_DAY, day, GUATU_CALENDAR_DAY_CALENDAR, GUATU_INTEGER (id));
      guatu_plan_set (fragment, GUATU_TABLE_CALENDAR_DAY, day, GUATU_CALENDAR_DAY_WEEKDAY, GUATU_INTEGER (weekday));
      if (weekday != 6)
        continue;
      hours = guatu_plan_insert (fragment, GUATU_TABLE_CALENDAR_HOURS, guatu_id_next ());
      guatu_plan_set (fragment, GUATU_TABLE_CALENDAR_HOURS, hours, GUATU_CALENDAR_HOURS_DAY,
                      GUATU_INTEGER (guatu_plan_id (fragment, GUATU_TABLE_CALENDAR_DAY, day)));
      guatu_plan_set (fragment, GUATU_TABLE_CALENDAR_HOURS, hours, GUATU_CALENDAR_HOURS_FROM_TIME,
                      GUATU_INTEGER (10 * GUATU_HOUR));
      guatu_plan_set (fragment, GUATU_TABLE_CALENDAR_HOURS, hours, GUATU_CALENDAR_HOURS_TO_TIME,
                      GUATU_INTEGER (12 * GUATU_HOUR));
    }
  guatu_plan_set (fragment, GUATU_TABLE_TASK, row, GUATU_TASK_CALENDAR, GUATU_INTEGER (id));
  guatu_plan_settle (fragment);

  tasks = paste (fixture, fragment, NULL, NULL);
  worktime = guatu_plan_task_worktime (plan_of (fixture),
                                       guatu_plan_find (plan_of (fixture), GUATU_TABLE_TASK,
                                                        g_array_index (tasks, gint64, 0)));
  g_assert_cmpint (guatu_worktime_work (worktime, guatu_test_at ("2024-03-04 00:00"), guatu_test_at ("2024-03-18 00:00")),
                   ==, 4 * GUATU_HOUR);
}

/* A clipboard may hold anything ------------------------------------------------------------------------ */

static void
refused (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GuatuPlan) ring = take (fixture, FALSE, "Prepare", NULL);
  g_autoptr(GuatuPlan) nothing = guatu_fragment_new (plan_of (fixture), NULL, 0, FALSE);
  g_autoptr(GuatuPlan) deep = take (fixture, FALSE, "Survey", NULL);
  GError *error = NULL;
  gint32 link = guatu_plan_insert (ring, GUATU_TABLE_LINK, guatu_id_next ()), unit = -1;
  gint64 above = 0;

  guatu_plan_set (ring, GUATU_TABLE_LINK, link, GUATU_LINK_PREDECESSOR, GUATU_INTEGER (task_id (fixture, "Design")));
  guatu_plan_set (ring, GUATU_TABLE_LINK, link, GUATU_LINK_SUCCESSOR, GUATU_INTEGER (task_id (fixture, "Survey")));
  guatu_plan_settle (ring);
  assert_refused (fixture, guatu_document_paste (fixture->document, ring, 0, 0, NULL, &error), error,
                  GUATU_DOCUMENT_ERROR_CYCLE, "Survey", "Design");

  assert_refused (fixture, guatu_document_paste (fixture->document, nothing, 0, 0, NULL, &error), error,
                  GUATU_DOCUMENT_ERROR_INVALID, "no task");

  for (guint i = 0; i < 500; i++)
    {
      unit = guatu_plan_insert (deep, GUATU_TABLE_UNIT, guatu_id_next ());
      guatu_plan_set (deep, GUATU_TABLE_UNIT, unit, GUATU_UNIT_NAME, GUATU_TEXT ("Below"));
      if (above != 0)
        guatu_plan_set (deep, GUATU_TABLE_UNIT, unit, GUATU_UNIT_PARENT, GUATU_INTEGER (above));
      above = guatu_plan_id (deep, GUATU_TABLE_UNIT, unit);
    }
  link = guatu_plan_insert (deep, GUATU_TABLE_ASSIGNMENT, guatu_id_next ());
  guatu_plan_set (deep, GUATU_TABLE_ASSIGNMENT, link, GUATU_ASSIGNMENT_TASK,
                  GUATU_INTEGER (task_id (fixture, "Survey")));
  guatu_plan_set (deep, GUATU_TABLE_ASSIGNMENT, link, GUATU_ASSIGNMENT_UNIT, GUATU_INTEGER (above));
  guatu_plan_settle (deep);
  assert_refused (fixture, guatu_document_paste (fixture->document, deep, 0, 0, NULL, &error), error,
                  GUATU_DOCUMENT_ERROR_INVALID, "too deeply");

  /* The place is another one by now. */
  g_clear_pointer (&deep, guatu_plan_free);
  deep = take (fixture, FALSE, "Survey", NULL);
  assert_refused (fixture, guatu_document_paste (fixture->document, deep, task_id (fixture, "Build"),
                                                 task_id (fixture, "Opening"), NULL, &error),
                  error, GUATU_DOCUMENT_ERROR_INVALID, "moved meanwhile");
  assert_refused (fixture, guatu_document_paste (fixture->document, deep, 12345, 0, NULL, &error), error,
                  GUATU_DOCUMENT_ERROR_NOT_FOUND, "12345");
  check_outline (fixture, OUTLINE);
}

/* Duplicating, cutting, moving --------------------------------------------------------------------------- */

static void
duplicate (DocumentFixture *fixture, gconstpointer data)
{
  gint64 ids[] = { task_id (fixture, "Survey"), task_id (fixture, "Prepare"), task_id (fixture, "Road") };
  g_autoptr(GError) error = NULL;

  /* Behind the last of them; what is below another comes along with it, once. */
  guatu_document_duplicate_tasks (fixture->document, ids, 2, NULL, &error);
  g_assert_no_error (error);
  check_outline (fixture, "Prepare(Survey Design) Prepare(Survey Design) Build(Bridge Road) Opening");
  undo_gives (fixture, "Duplicate 3 tasks", OUTLINE);
  guatu_document_duplicate_tasks (fixture->document, ids + 1, 2, NULL, &error);
  g_assert_no_error (error);
  check_outline (fixture, "Prepare(Survey Design) Build(Bridge Road Prepare(Survey Design) Road) Opening");
  undo_gives (fixture, "Duplicate 4 tasks", OUTLINE);
}

static void
cut (DocumentFixture *fixture, gconstpointer data)
{
  gint64 ids[] = { task_id (fixture, "Survey"), task_id (fixture, "Road") };
  g_autoptr(GError) error = NULL;

  guatu_document_cut_tasks (fixture->document, ids, 2, &error);
  g_assert_no_error (error);
  check_outline (fixture, "Prepare(Design) Build(Bridge) Opening");
  undo_gives (fixture, "Cut 2 tasks", OUTLINE);
  guatu_document_cut_tasks (fixture->document, ids, 1, &error);
  g_assert_no_error (error);
  undo_gives (fixture, "Cut 1 task", OUTLINE);
}

static void
move (DocumentFixture *fixture, gconstpointer data)
{
  gint64 ids[] = { task_id (fixture, "Survey"), task_id (fixture, "Opening") };
  gint64 build = task_id (fixture, "Build"), bridge = task_id (fixture, "Bridge"), head;
  g_autoptr(GError) error = NULL;

  guatu_document_move_tasks (fixture->document, "tasks-move", ids, 2, build, bridge, &error);
  g_assert_no_error (error);
  check_outline (fixture, "Prepare(Design) Build(Survey Opening Bridge Road)");

  /* Where they stand already, before one of themselves or before the next, nothing is done. */
  head = head_of (fixture->document);
  guatu_document_move_tasks (fixture->document, "tasks-move", ids, 2, build, bridge, &error);
  guatu_document_move_tasks (fixture->document, "tasks-move", ids, 2, build, ids[1], &error);
  g_assert_no_error (error);
  g_assert_cmpint (head_of (fixture->document), ==, head);
  undo_gives (fixture, "Move 2 tasks", OUTLINE);
}

static void
move_refused (DocumentFixture *fixture, gconstpointer data)
{
  gint64 ids[] = { task_id (fixture, "Opening"), task_id (fixture, "Build") };
  gint64 back[] = { task_id (fixture, "Bridge"), task_id (fixture, "Opening") };
  GError *error = NULL;

  assert_refused (fixture, guatu_document_move_tasks (fixture->document, "tasks-move", ids, 2,
                                                      task_id (fixture, "Road"), 0, &error),
                  error, GUATU_DOCUMENT_ERROR_INVALID, "Build", "Road", "one of its own subtasks");
  assert_refused (fixture, guatu_document_move_tasks (fixture->document, "tasks-move", ids, 2, ids[0], 0, &error),
                  error, GUATU_DOCUMENT_ERROR_INVALID, "Opening", "under itself");
  /* Bridge waits for Design, which would wait for what it holds. */
  assert_refused (fixture, guatu_document_move_tasks (fixture->document, "tasks-move", back, 2,
                                                      task_id (fixture, "Design"), 0, &error),
                  error, GUATU_DOCUMENT_ERROR_CYCLE, "Design");
  check_outline (fixture, OUTLINE);
}

/* Files of other programs ----------------------------------------------------------------------------------- */

#define ARGUMENTS "{\"source\":\"list.csv\",\"notes\":[\"Row 3: left out\"]}"

/* Counts in @data, and says stop at the second word. */
static gboolean
stop_soon (gint64 done, gint64 total, gpointer data)
{
  g_assert_cmpint (done, <=, total);
  return ++*(guint *) data < 2;
}

static void
import (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GuatuPlan) other = document_fixture_plan ();
  g_autoptr(GuatuEntry) entry = NULL;
  g_autofree char *title = NULL;
  g_auto(GStrv) notes = NULL;
  g_autoptr(GError) error = NULL;
  guint n = guatu_plan_n_live (plan_of (fixture), GUATU_TABLE_TASK);
  gint64 head = head_of (fixture->document);
  guint words = 0;

  g_assert_false (guatu_document_import (fixture->document, other, 0, ARGUMENTS, stop_soon, &words, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpint (head_of (fixture->document), ==, head);
  check_outline (fixture, OUTLINE);

  guatu_document_import (fixture->document, other, task_id (fixture, "Opening"), ARGUMENTS, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (head_of (fixture->document), ==, head + 1);
  g_assert_cmpuint (guatu_plan_n_live (plan_of (fixture), GUATU_TABLE_TASK), ==, 2 * n);

  /* What was lost on the way stands in the journal, as it does of a plan that was made so. */
  entry = guatu_store_find_entry (guatu_document_get_store (fixture->document), head + 1, &error);
  g_assert_no_error (error);
  title = guatu_entry_title (entry);
  notes = guatu_entry_notes (entry);
  g_assert_cmpstr (title, ==, "Import 7 tasks from “list.csv”");
  g_assert_cmpstr (notes[0], ==, "Row 3: left out");

  g_assert_true (guatu_document_undo (fixture->document, NULL, &error));
  check_outline (fixture, OUTLINE);
}

/* A second document of the same file writes; the first takes what is there already, and tells so once. */
static void
adopt (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GuatuPlan) content = document_fixture_plan ();
  g_autoptr(GuatuDocument) other = document_fixture_open (fixture->path);
  const GuatuPlan *written;
  g_autoptr(GError) error = NULL;

  guatu_document_await (fixture->document);
  g_assert_true (guatu_document_import (other, content, 0, NULL, NULL, NULL, &error));
  written = guatu_document_get_plan (other);
  fixture->n_changed = 0;
  /* The file has been written, and is not looked at twice. */
  g_assert_true (guatu_document_catch_up (fixture->document, &error));
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  g_assert_true (guatu_document_adopt (fixture->document, other, &error));
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_true (guatu_document_get_plan (fixture->document) == written);
  g_assert_cmpuint (guatu_plan_n_live (written, GUATU_TABLE_TASK), ==, 14);
  g_assert_true (guatu_document_catch_up (fixture->document, &error));
  g_assert_cmpuint (fixture->n_changed, ==, 1);

  /* It goes on from there. */
  g_assert_true (guatu_document_undo (fixture->document, NULL, &error));
  check_outline (fixture, OUTLINE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  document_fixture_in_memory ();

  add_document_test ("/document/paste/subtree", subtree);
  add_document_test ("/document/paste/from-different-places", from_different_places);
  add_document_test ("/document/paste/no-room", no_room);
  add_document_test ("/document/paste/progress-only-if-taken", progress);
  add_document_test ("/document/paste/units-by-id-by-name-or-made", units);
  add_document_test ("/document/paste/calendar-with-its-days", calendar);
  add_document_test ("/document/paste/refused", refused);
  add_document_test ("/document/paste/duplicate", duplicate);
  add_document_test ("/document/paste/cut", cut);
  add_document_test ("/document/paste/move", move);
  add_document_test ("/document/paste/move-refused", move_refused);
  add_document_test ("/document/import/in-one-step-that-can-be-stopped", import);
  add_document_test ("/document/import/what-another-wrote-is-adopted", adopt);

  return g_test_run ();
}
