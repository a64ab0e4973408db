/* test-verbs.c — what each verb does to the plan, and what goes with it. */
#include "document-fixture.h"

#include <string.h>

static const char *
outline_of (DocumentFixture *fixture)
{
  static char text[1024];
  const GuatuPlan *plan = guatu_document_get_plan (fixture->document);
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  text[0] = '\0';
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_strlcat (text, " ", sizeof text);
      for (guint depth = guatu_plan_task_depth (plan, outline[i]); depth > 0; depth--)
        g_strlcat (text, ".", sizeof text);
      g_strlcat (text, guatu_plan_task_name (plan, outline[i]), sizeof text);
    }
  return text;
}

static guint
live (DocumentFixture *fixture, GuatuTable table)
{
  return guatu_plan_n_live (guatu_document_get_plan (fixture->document), table);
}

static void
move (DocumentFixture *fixture, const char *task, const char *parent, const char *before)
{
  g_autoptr(GError) error = NULL;

  guatu_document_move_task (fixture->document, task_id (fixture, task), parent != NULL ? task_id (fixture, parent) : 0,
                            before != NULL ? task_id (fixture, before) : 0, &error);
  g_assert_no_error (error);
}

static gint64
assign (DocumentFixture *fixture, const char *task, const char *unit, const char *person, GuatuRole role, gint64 share)
{
  g_autoptr(GError) error = NULL;
  gint64 id = 0;

  guatu_document_assign (fixture->document, task_id (fixture, task),
                         unit != NULL ? id_of (fixture, GUATU_TABLE_UNIT, unit) : 0,
                         person != NULL ? id_of (fixture, GUATU_TABLE_PERSON, person) : 0, role, share, &id, &error);
  g_assert_no_error (error);
  return id;
}

/* Add ----------------------------------------------------------------------------------------------- */

static void
adds_behind_siblings (DocumentFixture *fixture, gconstpointer data)
{
  GuatuSetting settings[] = { { GUATU_TASK_NAME, GUATU_TEXT ("Trial") },
                              { GUATU_TASK_PARENT, GUATU_INTEGER (task_id (fixture, "Prepare")) } };
  GuatuSetting top = { GUATU_TASK_NAME, GUATU_TEXT ("Party") };

  must_add (fixture, GUATU_TABLE_TASK, settings, 2);
  must_add (fixture, GUATU_TABLE_TASK, &top, 1);
  g_assert_cmpstr (outline_of (fixture), ==,
                   "Prepare .Survey .Design .Trial Build .Bridge .Road Opening Party");
  g_assert_cmpint (task_number (fixture, "Party", GUATU_TASK_DURATION), ==, 8 * 3600);
}

static void
adds_at_a_position (DocumentFixture *fixture, gconstpointer data)
{
  /* Survey and Design stand at positions 1 and 2. */
  GuatuSetting settings[] = { { GUATU_TASK_PARENT, GUATU_INTEGER (task_id (fixture, "Prepare")) },
                              { GUATU_TASK_POSITION, GUATU_INTEGER (1) },
                              { GUATU_TASK_NAME, GUATU_TEXT ("Between") } };

  must_add (fixture, GUATU_TABLE_TASK, settings, 3);
  g_assert_cmpstr (outline_of (fixture), ==, "Prepare .Survey .Between .Design Build .Bridge .Road Opening");
}

static void
adds_a_milestone (DocumentFixture *fixture, gconstpointer data)
{
  GuatuSetting settings[] = { { GUATU_TASK_NAME, GUATU_TEXT ("Handover") },
                              { GUATU_TASK_KIND, GUATU_INTEGER (GUATU_KIND_MILESTONE) } };

  must_add (fixture, GUATU_TABLE_TASK, settings, 2);
  g_assert_cmpint (task_number (fixture, "Handover", GUATU_TASK_DURATION), ==, 0);
}

static void
adds_to_every_table (DocumentFixture *fixture, gconstpointer data)
{
  GuatuSetting named[] = { { 0, GUATU_TEXT ("New") }, { 0, GUATU_NULL } };
  GuatuSetting settings[3];
  gint64 calendar, day, exception, ledger, category;

  for (guint i = 0; i < 4; i++)
    {
      const GuatuTable tables[] = { GUATU_TABLE_UNIT, GUATU_TABLE_PERSON, GUATU_TABLE_PHASE, GUATU_TABLE_LEDGER };

      named[0].field = (guint) guatu_field_find (tables[i], "name");
      must_add (fixture, tables[i], named, 1);
    }
  named[0].field = GUATU_CALENDAR_NAME;
  calendar = must_add (fixture, GUATU_TABLE_CALENDAR, named, 1);
  settings[0] = (GuatuSetting) { GUATU_CALENDAR_DAY_CALENDAR, GUATU_INTEGER (calendar) };
  day = must_add (fixture, GUATU_TABLE_CALENDAR_DAY, settings, 1);
  settings[0] = (GuatuSetting) { GUATU_CALENDAR_HOURS_DAY, GUATU_INTEGER (day) };
  settings[1] = (GuatuSetting) { GUATU_CALENDAR_HOURS_FROM_TIME, GUATU_INTEGER (8 * 3600) };
  settings[2] = (GuatuSetting) { GUATU_CALENDAR_HOURS_TO_TIME, GUATU_INTEGER (12 * 3600) };
  must_add (fixture, GUATU_TABLE_CALENDAR_HOURS, settings, 3);
  settings[0] = (GuatuSetting) { GUATU_CALENDAR_EXCEPTION_CALENDAR, GUATU_INTEGER (calendar) };
  settings[1] = (GuatuSetting) { GUATU_CALENDAR_EXCEPTION_FROM_DATE, GUATU_INTEGER (guatu_test_at ("2024-05-01")) };
  settings[2] = (GuatuSetting) { GUATU_CALENDAR_EXCEPTION_TO_DATE, GUATU_INTEGER (guatu_test_at ("2024-05-05")) };
  exception = must_add (fixture, GUATU_TABLE_CALENDAR_EXCEPTION, settings, 3);
  settings[0] = (GuatuSetting) { GUATU_CALENDAR_HOURS_EXCEPTION, GUATU_INTEGER (exception) };
  settings[1] = (GuatuSetting) { GUATU_CALENDAR_HOURS_FROM_TIME, GUATU_INTEGER (8 * 3600) };
  settings[2] = (GuatuSetting) { GUATU_CALENDAR_HOURS_TO_TIME, GUATU_INTEGER (12 * 3600) };
  must_add (fixture, GUATU_TABLE_CALENDAR_HOURS, settings, 3);

  ledger = id_of (fixture, GUATU_TABLE_LEDGER, "New");
  settings[0] = (GuatuSetting) { GUATU_CATEGORY_NAME, GUATU_TEXT ("Roads") };
  settings[1] = (GuatuSetting) { GUATU_CATEGORY_LEDGER, GUATU_INTEGER (ledger) };
  category = must_add (fixture, GUATU_TABLE_CATEGORY, settings, 2);
  settings[0] = (GuatuSetting) { GUATU_LEDGER_ITEM_TASK, GUATU_INTEGER (task_id (fixture, "Road")) };
  settings[1] = (GuatuSetting) { GUATU_LEDGER_ITEM_LEDGER, GUATU_INTEGER (ledger) };
  settings[2] = (GuatuSetting) { GUATU_LEDGER_ITEM_CATEGORY, GUATU_INTEGER (category) };
  must_add (fixture, GUATU_TABLE_LEDGER_ITEM, settings, 3);
  settings[0] = (GuatuSetting) { GUATU_KEY_NODE_TASK, GUATU_INTEGER (task_id (fixture, "Road")) };
  settings[1] = (GuatuSetting) { GUATU_KEY_NODE_NAME, GUATU_TEXT ("Half") };
  settings[2] = (GuatuSetting) { GUATU_KEY_NODE_SHARE, GUATU_INTEGER (5000) };
  must_add (fixture, GUATU_TABLE_KEY_NODE, settings, 3);
  settings[0] = (GuatuSetting) { GUATU_MEMBERSHIP_UNIT, GUATU_INTEGER (id_of (fixture, GUATU_TABLE_UNIT, "Roads")) };
  settings[1] = (GuatuSetting) { GUATU_MEMBERSHIP_PERSON,
                                 GUATU_INTEGER (id_of (fixture, GUATU_TABLE_PERSON, "Li")) };
  must_add (fixture, GUATU_TABLE_MEMBERSHIP, settings, 2);

  check_memory (fixture->document);
  document_fixture_restart (fixture);
  g_assert_cmpuint (live (fixture, GUATU_TABLE_CALENDAR_HOURS), ==, 2);
  g_assert_cmpuint (live (fixture, GUATU_TABLE_MEMBERSHIP), ==, 1);
}

/* Move ---------------------------------------------------------------------------------------------- */

static void
moves (DocumentFixture *fixture, gconstpointer data)
{
  move (fixture, "Road", "Build", "Bridge");
  g_assert_cmpstr (outline_of (fixture), ==, "Prepare .Survey .Design Build .Road .Bridge Opening");
  move (fixture, "Opening", NULL, "Prepare");
  g_assert_cmpstr (outline_of (fixture), ==, "Opening Prepare .Survey .Design Build .Road .Bridge");
  move (fixture, "Prepare", NULL, NULL);
  g_assert_cmpstr (outline_of (fixture), ==, "Opening Build .Road .Bridge Prepare .Survey .Design");
  move (fixture, "Road", "Bridge", NULL);
  g_assert_cmpstr (outline_of (fixture), ==, "Opening Build .Bridge ..Road Prepare .Survey .Design");
  move (fixture, "Bridge", NULL, "Build");
  g_assert_cmpstr (outline_of (fixture), ==, "Opening Bridge .Road Build Prepare .Survey .Design");
  document_fixture_restart (fixture);
  g_assert_cmpstr (outline_of (fixture), ==, "Opening Bridge .Road Build Prepare .Survey .Design");
}

static void
moves_nowhere (DocumentFixture *fixture, gconstpointer data)
{
  gint64 head = head_of (fixture->document);

  move (fixture, "Survey", "Prepare", "Design");
  move (fixture, "Survey", "Prepare", "Survey");
  move (fixture, "Design", "Prepare", NULL);
  move (fixture, "Opening", NULL, NULL);
  g_assert_cmpint (head_of (fixture->document), ==, head);
}

/* Between two neighbours there is room for a few; then the siblings move apart, and only then. */
static void
renumbers_only_without_room (DocumentFixture *fixture, gconstpointer data)
{
  gint64 road = 0;

  move (fixture, "Road", NULL, "Opening");
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("T%u", i);
      GuatuSetting settings[] = { { GUATU_TASK_NAME, GUATU_TEXT (name) } };

      must_add (fixture, GUATU_TABLE_TASK, settings, 1);
      move (fixture, name, NULL, "Opening");
      if (i == 1)
        road = task_number (fixture, "Road", GUATU_TASK_POSITION);
      if (i > 1 && i < 10)
        g_assert_cmpint (task_number (fixture, "Road", GUATU_TASK_POSITION), ==, road);
    }
  g_assert_true (g_str_has_suffix (outline_of (fixture), "T37 T38 T39 Opening"));
  g_assert_true (g_str_has_prefix (outline_of (fixture), "Prepare .Survey .Design Build .Bridge Road T0 T1 T2"));
}

static void
moves_at_the_edge_of_positions (DocumentFixture *fixture, gconstpointer data)
{
  const GuatuField *field = guatu_field (GUATU_TABLE_TASK, GUATU_TASK_POSITION);
  GuatuSetting name = { GUATU_TASK_NAME, GUATU_TEXT ("Last") };

  must_set_task (fixture, "Opening", GUATU_TASK_POSITION, GUATU_INTEGER (field->max));
  must_set_task (fixture, "Prepare", GUATU_TASK_POSITION, GUATU_INTEGER (field->min));
  must_add (fixture, GUATU_TABLE_TASK, &name, 1);
  g_assert_cmpstr (outline_of (fixture), ==, "Prepare .Survey .Design Build .Bridge .Road Opening Last");
  must_set_task (fixture, "Prepare", GUATU_TASK_POSITION, GUATU_INTEGER (field->min));
  move (fixture, "Last", NULL, "Prepare");
  g_assert_cmpstr (outline_of (fixture), ==, "Last Prepare .Survey .Design Build .Bridge .Road Opening");
}

static void
set_of_parent_moves_to_the_end (DocumentFixture *fixture, gconstpointer data)
{
  must_set_task (fixture, "Survey", GUATU_TASK_PARENT, GUATU_INTEGER (task_id (fixture, "Build")));
  g_assert_cmpstr (outline_of (fixture), ==, "Prepare .Design Build .Bridge .Road .Survey Opening");
  must_set_task (fixture, "Bridge", GUATU_TASK_PARENT, GUATU_NULL);
  g_assert_cmpstr (outline_of (fixture), ==, "Prepare .Design Build .Road .Survey Opening Bridge");
}

/* Remove -------------------------------------------------------------------------------------------- */

static void
removes_a_subtree (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  GuatuSetting node[] = { { GUATU_KEY_NODE_TASK, GUATU_INTEGER (task_id (fixture, "Bridge")) },
                          { GUATU_KEY_NODE_NAME, GUATU_TEXT ("Deck") },
                          { GUATU_KEY_NODE_SHARE, GUATU_INTEGER (5000) } };
  GuatuSetting ledger = { GUATU_LEDGER_NAME, GUATU_TEXT ("Board") };
  GuatuSetting item[] = { { GUATU_LEDGER_ITEM_LEDGER, GUATU_NULL },
                          { GUATU_LEDGER_ITEM_TASK, GUATU_INTEGER (task_id (fixture, "Bridge")) } };

  must_add (fixture, GUATU_TABLE_KEY_NODE, node, 3);
  item[0].value = GUATU_INTEGER (must_add (fixture, GUATU_TABLE_LEDGER, &ledger, 1));
  must_add (fixture, GUATU_TABLE_LEDGER_ITEM, item, 2);
  assign (fixture, "Bridge", "Roads", NULL, GUATU_ROLE_LEAD_UNIT, 10000);
  assign (fixture, "Survey", "Roads", NULL, GUATU_ROLE_LEAD_UNIT, 10000);
  g_assert_true (guatu_document_report (fixture->document, task_id (fixture, "Bridge"), guatu_test_at ("2024-04-01"),
                                        1000, NULL, 0, NULL, &error));
  g_assert_true (guatu_document_set_baseline (fixture->document, "First", guatu_test_at ("2024-03-04"), NULL, &error));
  g_assert_cmpuint (live (fixture, GUATU_TABLE_BASELINE_TASK), ==, 7);

  guatu_document_remove (fixture->document, GUATU_TABLE_TASK, task_id (fixture, "Build"), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (outline_of (fixture), ==, "Prepare .Survey .Design Opening");
  g_assert_cmpuint (live (fixture, GUATU_TABLE_LINK), ==, 1);
  g_assert_cmpuint (live (fixture, GUATU_TABLE_KEY_NODE), ==, 0);
  g_assert_cmpuint (live (fixture, GUATU_TABLE_LEDGER_ITEM), ==, 0);
  g_assert_cmpuint (live (fixture, GUATU_TABLE_LEDGER), ==, 1);
  g_assert_cmpuint (live (fixture, GUATU_TABLE_ASSIGNMENT), ==, 1);
  g_assert_cmpuint (live (fixture, GUATU_TABLE_REPORT), ==, 0);
  g_assert_cmpuint (live (fixture, GUATU_TABLE_BASELINE_TASK), ==, 4);
  g_assert_cmpuint (live (fixture, GUATU_TABLE_BASELINE), ==, 1);
  check_memory (fixture->document);
}

static void
removes_a_unit (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gint64 roads = id_of (fixture, GUATU_TABLE_UNIT, "Roads");
  GuatuSetting parent = { GUATU_UNIT_PARENT, GUATU_INTEGER (roads) };
  GuatuSetting unit = { GUATU_PERSON_UNIT, GUATU_INTEGER (roads) };
  const GuatuPlan *plan;

  guatu_document_set (fixture->document, GUATU_TABLE_UNIT, id_of (fixture, GUATU_TABLE_UNIT, "Township"), &parent, 1,
                      &error);
  guatu_document_set (fixture->document, GUATU_TABLE_PERSON, id_of (fixture, GUATU_TABLE_PERSON, "Chen"), &unit, 1,
                      &error);
  assign (fixture, "Bridge", "Roads", NULL, GUATU_ROLE_LEAD_UNIT, 10000);
  g_assert_no_error (error);

  /* Its units and people stay, without it; its parts in tasks go. */
  guatu_document_remove (fixture->document, GUATU_TABLE_UNIT, roads, &error);
  g_assert_no_error (error);
  plan = guatu_document_get_plan (fixture->document);
  g_assert_cmpuint (live (fixture, GUATU_TABLE_UNIT), ==, 1);
  g_assert_cmpuint (live (fixture, GUATU_TABLE_PERSON), ==, 2);
  g_assert_cmpuint (live (fixture, GUATU_TABLE_ASSIGNMENT), ==, 0);
  g_assert_cmpint (guatu_plan_number (plan, GUATU_TABLE_UNIT,
                                      guatu_plan_find (plan, GUATU_TABLE_UNIT,
                                                       id_of (fixture, GUATU_TABLE_UNIT, "Township")),
                                      GUATU_UNIT_PARENT), ==, -1);
}

static void
removes_a_calendar (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  GuatuSetting name = { GUATU_CALENDAR_NAME, GUATU_TEXT ("Night") };
  gint64 calendar = must_add (fixture, GUATU_TABLE_CALENDAR, &name, 1);
  GuatuSetting day = { GUATU_CALENDAR_DAY_CALENDAR, GUATU_INTEGER (calendar) };
  GuatuSetting hours[] = { { GUATU_CALENDAR_HOURS_DAY, GUATU_NULL },
                           { GUATU_CALENDAR_HOURS_FROM_TIME, GUATU_INTEGER (0) },
                           { GUATU_CALENDAR_HOURS_TO_TIME, GUATU_INTEGER (86400) } };

  hours[0].value = GUATU_INTEGER (must_add (fixture, GUATU_TABLE_CALENDAR_DAY, &day, 1));
  must_add (fixture, GUATU_TABLE_CALENDAR_HOURS, hours, 3);
  must_set_task (fixture, "Road", GUATU_TASK_CALENDAR, GUATU_INTEGER (calendar));

  guatu_document_remove (fixture->document, GUATU_TABLE_CALENDAR, calendar, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (live (fixture, GUATU_TABLE_CALENDAR_DAY), ==, 0);
  g_assert_cmpuint (live (fixture, GUATU_TABLE_CALENDAR_HOURS), ==, 0);
  g_assert_cmpint (task_number (fixture, "Road", GUATU_TASK_CALENDAR), ==, -1);
}

static void
refuses_to_remove (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  GuatuSetting name = { GUATU_CALENDAR_NAME, GUATU_TEXT ("Site") };
  GuatuSetting derived[] = { { GUATU_CALENDAR_NAME, GUATU_TEXT ("Crane") }, { GUATU_CALENDAR_BASE, GUATU_NULL } };
  gint64 plan_id = guatu_plan_settings (guatu_document_get_plan (fixture->document))->id;
  gint64 calendar = must_add (fixture, GUATU_TABLE_CALENDAR, &name, 1);
  gboolean done;

  done = guatu_document_remove (fixture->document, GUATU_TABLE_PLAN, plan_id, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "plan");

  derived[1].value = GUATU_INTEGER (calendar);
  must_add (fixture, GUATU_TABLE_CALENDAR, derived, 2);
  done = guatu_document_remove (fixture->document, GUATU_TABLE_CALENDAR, calendar, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "Site", "base", "Crane");

  g_assert_true (set_plan (fixture, GUATU_PLAN_CALENDAR, GUATU_INTEGER (calendar), &error));
  done = guatu_document_remove (fixture->document, GUATU_TABLE_CALENDAR, calendar, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "Site", "another calendar first");

  done = guatu_document_remove (fixture->document, GUATU_TABLE_TASK, 12345, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_NOT_FOUND, "12345");
}

/* Link ----------------------------------------------------------------------------------------------- */

static void
links_once (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gint64 first = 0, second = 0;
  const GuatuPlan *plan;
  gint32 row;

  must_link (fixture, "Survey", "Road");
  g_assert_cmpuint (live (fixture, GUATU_TABLE_LINK), ==, 5);
  guatu_document_link (fixture->document, task_id (fixture, "Survey"), task_id (fixture, "Road"), GUATU_LINK_SS,
                       GUATU_LAG_ELAPSED, 2 * 86400, GUATU_UNIT_DAY, &first, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (live (fixture, GUATU_TABLE_LINK), ==, 5);

  plan = guatu_document_get_plan (fixture->document);
  row = guatu_plan_find (plan, GUATU_TABLE_LINK, first);
  g_assert_cmpint (guatu_plan_link (plan, row)->type, ==, GUATU_LINK_SS);
  g_assert_cmpint (guatu_plan_link (plan, row)->lag, ==, 2 * 86400);
  g_assert_cmpint (guatu_plan_link (plan, row)->lag_kind, ==, GUATU_LAG_ELAPSED);

  guatu_document_link (fixture->document, task_id (fixture, "Survey"), task_id (fixture, "Road"), GUATU_LINK_FS,
                       GUATU_LAG_PERCENT, 5000, GUATU_UNIT_PERCENT, &second, &error);
  g_assert_no_error (error);
  g_assert_cmpint (first, ==, second);

  guatu_document_unlink (fixture->document, task_id (fixture, "Survey"), task_id (fixture, "Road"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (live (fixture, GUATU_TABLE_LINK), ==, 4);
}

/* Assign --------------------------------------------------------------------------------------------- */

static void
assigns_once (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gint64 head, id = assign (fixture, "Bridge", "Roads", NULL, GUATU_ROLE_LEAD_UNIT, 10000);

  g_assert_cmpint (assign (fixture, "Bridge", "Roads", NULL, GUATU_ROLE_LEAD_UNIT, 5000), ==, id);
  g_assert_cmpuint (live (fixture, GUATU_TABLE_ASSIGNMENT), ==, 1);
  head = head_of (fixture->document);
  g_assert_cmpint (assign (fixture, "Bridge", "Roads", NULL, GUATU_ROLE_LEAD_UNIT, 5000), ==, id);
  g_assert_cmpint (head_of (fixture->document), ==, head);

  assign (fixture, "Bridge", "Roads", NULL, GUATU_ROLE_SUPPORT_UNIT, 10000);
  assign (fixture, "Bridge", NULL, "Li", GUATU_ROLE_INSPECTOR, 10000);
  assign (fixture, "Bridge", NULL, "Li", GUATU_ROLE_RESOURCE, 25000);
  g_assert_cmpuint (live (fixture, GUATU_TABLE_ASSIGNMENT), ==, 4);

  guatu_document_unassign (fixture->document, task_id (fixture, "Bridge"), id_of (fixture, GUATU_TABLE_UNIT, "Roads"),
                           0, GUATU_ROLE_LEAD_UNIT, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (live (fixture, GUATU_TABLE_ASSIGNMENT), ==, 3);
  guatu_document_unassign (fixture->document, task_id (fixture, "Bridge"), 0, id_of (fixture, GUATU_TABLE_PERSON, "Li"),
                           -1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (live (fixture, GUATU_TABLE_ASSIGNMENT), ==, 1);
}

/* Baseline --------------------------------------------------------------------------------------------- */

static void
takes_a_baseline (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gint64 id = 0;
  const GuatuPlan *plan;
  const GuatuSchedule *schedule;
  const GuatuBaselineTask *rows;
  gboolean done;

  must_set_task (fixture, "Bridge", GUATU_TASK_PLANNED_INVESTMENT, GUATU_INTEGER (120000));
  guatu_document_set_baseline (fixture->document, "Approved", guatu_test_at ("2024-03-01 09:00"), &id, &error);
  g_assert_no_error (error);

  plan = guatu_document_get_plan (fixture->document);
  schedule = guatu_document_get_schedule (fixture->document);
  rows = guatu_plan_rows (plan, GUATU_TABLE_BASELINE_TASK);
  g_assert_cmpuint (live (fixture, GUATU_TABLE_BASELINE_TASK), ==, 7);
  for (guint i = 0; i < 7; i++)
    {
      g_assert_cmpint (rows[i].start, ==, schedule->start[rows[i].task]);
      g_assert_cmpint (rows[i].finish, ==, schedule->finish[rows[i].task]);
      g_assert_cmpint (guatu_plan_id (plan, GUATU_TABLE_BASELINE, rows[i].baseline), ==, id);
      g_assert_cmpint (rows[i].investment, ==,
                       rows[i].task == task_row (fixture, "Bridge") ? 120000 : GUATU_NONE);
    }

  done = guatu_document_set_baseline (fixture->document, "Approved", GUATU_NONE, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "Approved", "another name");
  done = guatu_document_set_baseline (fixture->document, " ", GUATU_NONE, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "Name");

  /* The reference is emptied with the baseline. */
  g_assert_true (set_plan (fixture, GUATU_PLAN_REFERENCE_BASELINE, GUATU_INTEGER (id), &error));
  guatu_document_remove (fixture->document, GUATU_TABLE_BASELINE, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (live (fixture, GUATU_TABLE_BASELINE_TASK), ==, 0);
  g_assert_cmpint (guatu_plan_settings (guatu_document_get_plan (fixture->document))->reference_baseline, ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_document_test ("/verbs/a-new-task-goes-behind-its-siblings", adds_behind_siblings);
  add_document_test ("/verbs/a-position-among-the-settings-is-kept", adds_at_a_position);
  add_document_test ("/verbs/a-milestone-is-added-without-duration", adds_a_milestone);
  add_document_test ("/verbs/rows-of-every-table-can-be-added", adds_to_every_table);
  add_document_test ("/verbs/a-move-puts-a-task-under-a-parent-before-a-sibling", moves);
  add_document_test ("/verbs/a-move-to-where-it-stands-logs-nothing", moves_nowhere);
  add_document_test ("/verbs/siblings-are-renumbered-only-where-there-is-no-room", renumbers_only_without_room);
  add_document_test ("/verbs/positions-at-the-edge-of-their-range-make-room", moves_at_the_edge_of_positions);
  add_document_test ("/verbs/a-parent-that-is-set-moves-the-task-to-its-end", set_of_parent_moves_to_the_end);
  add_document_test ("/verbs/a-task-goes-with-all-that-hangs-on-it", removes_a_subtree);
  add_document_test ("/verbs/a-unit-goes-and-its-units-and-people-stay", removes_a_unit);
  add_document_test ("/verbs/a-calendar-goes-with-its-hours-and-its-tasks-take-the-plans", removes_a_calendar);
  add_document_test ("/verbs/what-cannot-be-removed-says-why", refuses_to_remove);
  add_document_test ("/verbs/a-second-link-between-two-tasks-replaces-the-first", links_once);
  add_document_test ("/verbs/a-second-assignment-in-the-same-role-updates-the-first", assigns_once);
  add_document_test ("/verbs/a-baseline-takes-down-every-task-and-its-name-is-unique", takes_a_baseline);

  return g_test_run ();
}
