/* test-rows.c — filter, group, sort and fold make one list of rows. */
#include "guatu-chart-rows.h"

#include "draw-fixtures.h"
#include "guatu-chart-content.h"
#include "guatu-id.h"
#include "guatu-test.h"

/* A road of two parts: outline, lead units, a board with two categories.
 *
 *   Road            Transport   Breakthrough
 *     Land            Town
 *       Survey
 *       Moving
 *     Works
 *       Bridge
 *       Paving
 *   School          Education   Bottom line
 */
typedef struct
{
  GuatuPlan *plan;
  gint32     road, land, survey, moving, works, bridge, paving, school;
  gint32     transport, town, education;
  gint32     board, breakthrough, bottom_line;
} Road;

static Road
make_road (void)
{
  Road self = { .plan = guatu_test_plan_new () };
  GuatuPlan *plan = self.plan;

  self.road = guatu_test_add_task (plan, -1, "Road", "1d");
  self.land = guatu_test_add_task (plan, self.road, "Land", "1d");
  self.survey = guatu_test_add_task (plan, self.land, "Survey", "2d");
  self.moving = guatu_test_add_task (plan, self.land, "Moving", "4d");
  self.works = guatu_test_add_task (plan, self.road, "Works", "1d");
  self.bridge = guatu_test_add_task (plan, self.works, "Bridge", "6d");
  self.paving = guatu_test_add_task (plan, self.works, "Paving", "3d");
  self.school = guatu_test_add_task (plan, -1, "School", "10d");
  guatu_test_add_link (plan, self.survey, self.moving, GUATU_LINK_FS, NULL);
  guatu_test_add_link (plan, self.moving, self.paving, GUATU_LINK_FS, NULL);
  guatu_test_add_link (plan, self.bridge, self.paving, GUATU_LINK_FS, NULL);

  self.transport = fixture_add_unit (plan, "Transport");
  self.town = fixture_add_unit (plan, "Town");
  self.education = fixture_add_unit (plan, "Education");
  fixture_assign (plan, self.road, self.transport, GUATU_ROLE_LEAD_UNIT);
  fixture_assign (plan, self.land, self.town, GUATU_ROLE_LEAD_UNIT);
  fixture_assign (plan, self.school, self.education, GUATU_ROLE_LEAD_UNIT);
  fixture_assign (plan, self.bridge, self.town, GUATU_ROLE_SUPPORT_UNIT);

  self.board = guatu_plan_insert (plan, GUATU_TABLE_LEDGER, guatu_id_next ());
  self.bottom_line = fixture_add_category (plan, self.board, "Bottom line");
  self.breakthrough = fixture_add_category (plan, self.board, "Breakthrough");
  fixture_put_in (plan, self.road, self.board, self.breakthrough);
  fixture_put_in (plan, self.school, self.board, self.bottom_line);

  return self;
}

static void
check_list (GuatuPlan *plan, const GuatuRowsQuery *query, const char *expected)
{
  g_autoptr(Drawing) drawing = drawing_new (plan, query);
  g_autofree char *list = drawing_list (drawing);

  g_assert_cmpstr (list, ==, expected);
  for (guint i = 0; i < drawing->rows->n; i++)
    if (drawing->rows->rows[i].task >= 0)
      g_assert_cmpint (drawing->rows->places[drawing->rows->rows[i].task], ==, (gint32) i);
}

static void
test_outline (void)
{
  check_list (make_road ().plan, NULL,
              "Road 0\nLand 1\nSurvey 2\nMoving 2\nWorks 1\nBridge 2\nPaving 2\nSchool 0\n");
}

static void
test_empty (void)
{
  check_list (guatu_test_plan_new (), NULL, "");
}

/* Folding ------------------------------------------------------------------------------------------- */

static void
test_fold (void)
{
  Road road = make_road ();
  g_autoptr(GHashTable) folded = g_hash_table_new (g_int64_hash, g_int64_equal);
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;
  gint64 land = guatu_plan_id (road.plan, GUATU_TABLE_TASK, road.land);
  gint64 school = guatu_plan_id (road.plan, GUATU_TABLE_TASK, road.school);

  g_hash_table_add (folded, &land);
  g_hash_table_add (folded, &school);
  query.folded = folded;
  check_list (road.plan, &query, "Road 0\nLand 1 folded\nWorks 1\nBridge 2\nPaving 2\nSchool 0\n");
}

static void
test_depth (void)
{
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;

  query.max_depth = 2;
  check_list (make_road ().plan, &query, "Road 0\nLand 1 folded\nWorks 1 folded\nSchool 0\n");
  query.max_depth = 1;
  check_list (make_road ().plan, &query, "Road 0 folded\nSchool 0\n");
}

/* Filtering ------------------------------------------------------------------------------------------ */

static void
test_text (void)
{
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;

  query.text = "BRIDGE";
  check_list (make_road ().plan, &query, "Road 0 context\nWorks 1 context\nBridge 2\n");
  /* Its outline number. */
  query.text = "1.2.2";
  check_list (make_road ().plan, &query, "Road 0 context\nWorks 1 context\nPaving 2\n");
  query.text = "no such thing";
  check_list (make_road ().plan, &query, "");
}

static void
test_unit (void)
{
  Road road = make_road ();
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;

  query.unit = road.town;
  check_list (road.plan, &query, "Road 0 context\nLand 1\nWorks 1 context\nBridge 2\n");
}

/* Of a unit and a person, both have a part in what is shown. */
static void
test_unit_and_person (void)
{
  Road road = make_road ();
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;
  gint32 person = guatu_plan_insert (road.plan, GUATU_TABLE_PERSON, guatu_id_next ());
  gint32 tasks[] = { road.bridge, road.paving };

  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    {
      gint32 row = guatu_plan_insert (road.plan, GUATU_TABLE_ASSIGNMENT, guatu_id_next ());

      fixture_refer (road.plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_TASK, tasks[i]);
      fixture_refer (road.plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_PERSON, person);
      guatu_test_set (road.plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_ROLE, GUATU_ROLE_RESPONSIBLE_PERSON);
    }
  query.unit = road.town;
  query.person = person;
  check_list (road.plan, &query, "Road 0 context\nWorks 1 context\nBridge 2\n");
}

static gint32
assign_person (GuatuPlan *plan, gint32 task, gint32 person, GuatuRole role)
{
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_ASSIGNMENT, guatu_id_next ());

  fixture_refer (plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_TASK, task);
  fixture_refer (plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_PERSON, person);
  guatu_test_set (plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_ROLE, role);
  return row;
}

/* The role is that of the unit or person looked for, where they can have it; else anybody's. */
static void
test_role (void)
{
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;
  Road of_town = make_road ();

  query.role = GUATU_ROLE_SUPPORT_UNIT;
  check_list (make_road ().plan, &query, "Road 0 context\nWorks 1 context\nBridge 2\n");
  query.role = GUATU_ROLE_LEAD_UNIT;
  query.unit = of_town.town;
  check_list (of_town.plan, &query, "Road 0 context\nLand 1\n");
  for (GuatuRole role = GUATU_ROLE_LEAD_EXECUTIVE; role <= GUATU_ROLE_INSPECTOR; role += 5)
    {
      Road road = make_road ();
      gint32 li = guatu_plan_insert (road.plan, GUATU_TABLE_PERSON, guatu_id_next ());
      gint32 chen = guatu_plan_insert (road.plan, GUATU_TABLE_PERSON, guatu_id_next ());

      assign_person (road.plan, road.bridge, li, role);
      assign_person (road.plan, road.survey, li, GUATU_ROLE_RESPONSIBLE_PERSON);
      assign_person (road.plan, road.land, chen, role);
      query.role = (int) role;
      query.unit = -1;
      query.person = li;
      check_list (guatu_plan_copy (road.plan), &query, "Road 0 context\nWorks 1 context\nBridge 2\n");
      query.person = -1;
      check_list (guatu_plan_copy (road.plan), &query, "Road 0 context\nLand 1\nWorks 1 context\nBridge 2\n");
      query.unit = road.town;
      check_list (road.plan, &query, "Road 0 context\nLand 1\nWorks 1 context\nBridge 2\n");
    }
}

static void
test_dates (void)
{
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;

  /* The plan starts on Monday the 4th; the bridge takes six days, to the next Monday; paving follows. */
  query.from = guatu_test_at ("2024-03-12");
  query.to = guatu_test_at ("2024-03-31");
  check_list (make_road ().plan, &query, "Road 0\nWorks 1\nPaving 2\nSchool 0\n");
}

static void
test_and (void)
{
  Road road = make_road ();
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;

  query.unit = road.town;
  query.text = "land";
  check_list (road.plan, &query, "Road 0 context\nLand 1\n");
}

static gboolean
is_long (const GuatuPlan *plan, gint32 task, gpointer data)
{
  return guatu_plan_task (plan, task)->duration > *(gint64 *) data;
}

static void
test_own_filter (void)
{
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;
  gint64 five_days = 5 * 8 * GUATU_HOUR;

  query.filter = is_long;
  query.filter_data = &five_days;
  check_list (make_road ().plan, &query, "Road 0 context\nWorks 1 context\nBridge 2\nSchool 0\n");
}

static void
test_critical (void)
{
  Road road = make_road ();
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;
  g_autoptr(Drawing) drawing = NULL;

  query.critical = TRUE;
  drawing = drawing_new (road.plan, &query);
  g_assert_cmpint (drawing->rows->places[road.school], >=, 0);
  g_assert_cmpint (drawing->rows->places[road.survey], ==, -1);
}

/* Each task is counted, folded or not; parents that are shown for its sake are none. */
static void
test_count (void)
{
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;
  g_autoptr(Drawing) all = drawing_new (make_road ().plan, NULL);
  g_autoptr(Drawing) found = NULL;

  g_assert_cmpuint (all->rows->n_found, ==, 8);
  query.text = "ing";
  query.max_depth = 1;
  query.grouping = GUATU_GROUP_UNIT;
  found = drawing_new (make_road ().plan, &query);
  g_assert_cmpuint (found->rows->n_found, ==, 2);
}

/* By a status date after every finish of which nothing is reported, all is red. */
static void
test_lights (void)
{
  Road road = make_road ();
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;
  g_autoptr(Drawing) drawing = NULL;
  g_autoptr(GuatuChartContent) red = NULL;
  g_autoptr(GuatuChartContent) green = NULL;

  guatu_test_set (road.plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_STATUS_DATE, guatu_test_at ("2024-12-02 17:00"));
  drawing = drawing_new (road.plan, NULL);
  query.lights = 1u << GUATU_LIGHT_RED;
  query.text = "moving";
  red = guatu_chart_content_new (road.plan, drawing->schedule, &query);
  query.lights = 1u << GUATU_LIGHT_GREEN | 1u << GUATU_LIGHT_YELLOW;
  green = guatu_chart_content_new (road.plan, drawing->schedule, &query);
  g_assert_cmpuint (red->rows->n_found, ==, 1);
  g_assert_cmpuint (green->rows->n_found, ==, 0);
}

/* Against a baseline of which the second task is no part: what slips most comes first, what is not known last. */
static void
test_slips (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  static const char * const finishes[] = { "2024-03-08 17:00", NULL, "2024-03-05 17:00", "2024-03-12 17:00" };
  gint32 baseline = guatu_plan_insert (plan, GUATU_TABLE_BASELINE, guatu_id_next ());
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;
  g_autoptr(Drawing) drawing = NULL;
  g_autoptr(GuatuChartContent) sorted = NULL;
  g_autoptr(GuatuChartContent) none = NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (finishes); i++)
    {
      gint32 task = guatu_test_add_task (plan, -1, "Task", "5d"), record;

      if (finishes[i] == NULL)
        continue;
      record = guatu_plan_insert (plan, GUATU_TABLE_BASELINE_TASK, guatu_id_next ());
      fixture_refer (plan, GUATU_TABLE_BASELINE_TASK, record, GUATU_BASELINE_TASK_BASELINE, baseline);
      fixture_refer (plan, GUATU_TABLE_BASELINE_TASK, record, GUATU_BASELINE_TASK_TASK, task);
      guatu_test_set (plan, GUATU_TABLE_BASELINE_TASK, record, GUATU_BASELINE_TASK_FINISH, guatu_test_at (finishes[i]));
    }
  drawing = drawing_new (plan, NULL);
  query.sort = GUATU_SORT_SLIP;
  query.descending = TRUE;
  sorted = guatu_chart_content_new_beside (plan, drawing->schedule, &query, baseline);
  drawing->view.baseline = sorted->baseline;
  for (guint i = 0; i < sorted->rows->n; i++)
    {
      g_autoptr(GString) cell = g_string_new (NULL);

      guatu_chart_cell_text (&drawing->view, (guint) sorted->rows->rows[i].task, GUATU_COLUMN_SLIP, cell);
      g_string_append_printf (text, "%d%s ", sorted->rows->rows[i].task, cell->str);
    }
  g_assert_cmpstr (text->str, ==, "2+3 d 00 d 3−2 d 1 ");
  g_assert_true (guatu_chart_column_used (&drawing->view, GUATU_COLUMN_SLIP));

  /* The other way round it is still last. */
  query.descending = FALSE;
  g_clear_pointer (&sorted, guatu_chart_content_free);
  sorted = guatu_chart_content_new_beside (plan, drawing->schedule, &query, baseline);
  g_assert_cmpint (sorted->rows->rows[0].task, ==, 3);
  g_assert_cmpint (sorted->rows->rows[3].task, ==, 1);

  query.slipped = TRUE;
  g_assert_cmpuint (guatu_rows_query_n_conditions (&query), ==, 1);
  g_clear_pointer (&sorted, guatu_chart_content_free);
  sorted = guatu_chart_content_new_beside (plan, drawing->schedule, &query, baseline);
  g_assert_cmpuint (sorted->rows->n_found, ==, 1);
  g_assert_cmpint (sorted->rows->rows[0].task, ==, 2);
  none = guatu_chart_content_new_beside (plan, drawing->schedule, &query, -1);
  g_assert_cmpuint (none->rows->n_found, ==, 0);
  guatu_rows_query_clear_conditions (&query);
  g_assert_false (query.slipped);
  drawing->view.baseline = NULL;
}

/* The most serious light first; what has none stands with what it is a part of. */
static void
test_groups_of_lights (void)
{
  Road road = make_road ();
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;
  g_autoptr(Drawing) drawing = NULL;
  g_autoptr(GuatuChartContent) content = NULL;
  g_autoptr(GuatuChartContent) unlit = NULL;

  query.grouping = GUATU_GROUP_LIGHT;
  drawing = drawing_new (road.plan, &query);
  g_assert_cmpuint (drawing->rows->n_groups, ==, 1);
  g_assert_cmpstr (guatu_rows_group_name (drawing->rows, 0, "en"), ==, "Without a light");

  guatu_test_set (road.plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_STATUS_DATE, guatu_test_at ("2024-12-02 17:00"));
  content = guatu_chart_content_new (road.plan, drawing->schedule, &query);
  g_assert_cmpuint (content->rows->n_groups, >=, 1);
  g_assert_cmpstr (guatu_rows_group_name (content->rows, 0, "en"), ==, "Red");
  for (guint i = 0; i < content->rows->n; i++)
    {
      const GuatuRow *row = &content->rows->rows[i];
      const GuatuGroup *group = &content->rows->groups[row->group];
      GuatuLightColour shown;

      if (row->task < 0 || (row->flags & GUATU_ROW_CONTEXT) != 0)
        continue;
      shown = guatu_lights_get (content->lights, row->task)->shown;
      if (shown != GUATU_LIGHT_NONE)
        g_assert_cmpint (group->key, ==, shown);
    }
}

static void
test_conditions (void)
{
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;

  g_assert_cmpuint (guatu_rows_query_n_conditions (&query), ==, 0);
  query.grouping = GUATU_GROUP_UNIT;
  query.text = "";
  g_assert_cmpuint (guatu_rows_query_n_conditions (&query), ==, 0);
  query.text = "road";
  query.unit = query.person = query.role = 0;
  query.stages = query.lights = 6;
  query.critical = TRUE;
  query.from = 0;
  query.to = GUATU_DAY;
  query.max_depth = 2;
  g_assert_cmpuint (guatu_rows_query_n_conditions (&query), ==, 9);
  guatu_rows_query_clear_conditions (&query);
  g_assert_cmpuint (guatu_rows_query_n_conditions (&query), ==, 0);
  g_assert_cmpint (query.grouping, ==, GUATU_GROUP_UNIT);
}

/* Sorting -------------------------------------------------------------------------------------------- */

static void
test_sort (void)
{
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;

  query.sort = GUATU_SORT_NAME;
  check_list (make_road ().plan, &query,
              "Road 0\nLand 1\nMoving 2\nSurvey 2\nWorks 1\nBridge 2\nPaving 2\nSchool 0\n");
  query.sort = GUATU_SORT_DURATION;
  query.descending = TRUE;
  check_list (make_road ().plan, &query,
              "School 0\nRoad 0\nWorks 1\nBridge 2\nPaving 2\nLand 1\nMoving 2\nSurvey 2\n");
}

static void
test_sort_is_stable (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;

  guatu_test_add_task (plan, -1, "c", "1d");
  guatu_test_add_task (plan, -1, "a", "1d");
  guatu_test_add_task (plan, -1, "b", "1d");
  query.sort = GUATU_SORT_START;
  check_list (plan, &query, "c 0\na 0\nb 0\n");
}

static void
test_deadlines_last (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;
  gint32 due;

  guatu_test_add_task (plan, -1, "some day", "1d");
  due = guatu_test_add_task (plan, -1, "due", "1d");
  guatu_test_set (plan, GUATU_TABLE_TASK, due, GUATU_TASK_DEADLINE, guatu_test_at ("2024-04-01 17:00"));
  query.sort = GUATU_SORT_DEADLINE;
  check_list (plan, &query, "due 0\nsome day 0\n");
}

/* Grouping ------------------------------------------------------------------------------------------- */

static void
test_categories (void)
{
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;

  query.grouping = GUATU_GROUP_CATEGORY;
  check_list (make_road ().plan, &query,
              "[Bottom line]\nSchool 0\n"
              "[Breakthrough]\nRoad 0\nLand 1\nSurvey 2\nMoving 2\nWorks 1\nBridge 2\nPaving 2\n");
}

static void
test_units (void)
{
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;

  query.grouping = GUATU_GROUP_UNIT;
  check_list (make_road ().plan, &query,
              "[Transport]\nRoad 0\nWorks 1\nBridge 2\nPaving 2\n"
              "[Town]\nLand 0\nSurvey 1\nMoving 1\n"
              "[Education]\nSchool 0\n");
}

/* Other units and people that a task may be grouped by. */
static void
test_other_parties (void)
{
  static const struct { GuatuGrouping grouping; GuatuRole role; const char *without; } cases[] = {
    { GUATU_GROUP_EXECUTIVE, GUATU_ROLE_LEAD_EXECUTIVE, "Without a lead executive" },
    { GUATU_GROUP_INSPECTOR, GUATU_ROLE_INSPECTOR, "Without an inspector" },
  };
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;
  Road road = make_road ();

  query.max_depth = 1;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Road one = make_road ();
      gint32 li = guatu_plan_insert (one.plan, GUATU_TABLE_PERSON, guatu_id_next ());
      g_autofree char *expected = g_strdup_printf ("[Li]\nSchool 0\n[%s]\nRoad 0 folded\n", cases[i].without);

      g_assert_true (guatu_plan_set (one.plan, GUATU_TABLE_PERSON, li, GUATU_PERSON_NAME, GUATU_TEXT ("Li")));
      assign_person (one.plan, one.school, li, cases[i].role);
      query.grouping = cases[i].grouping;
      check_list (one.plan, &query, expected);
    }

  query.max_depth = 0;
  query.text = "g";
  query.grouping = GUATU_GROUP_SUPPORT_UNIT;
  check_list (make_road ().plan, &query,
              "[Town]\nBridge 0\n[Without a support unit]\nRoad 0 context\nLand 1 context\nMoving 2\n"
              "Works 1 context\nPaving 2\n");
  /* A township that leads a task comes before one that only helps. */
  guatu_test_set (road.plan, GUATU_TABLE_UNIT, road.town, GUATU_UNIT_KIND, GUATU_UNIT_KIND_TOWNSHIP);
  guatu_test_set (road.plan, GUATU_TABLE_UNIT, road.education, GUATU_UNIT_KIND, GUATU_UNIT_KIND_TOWNSHIP);
  fixture_assign (road.plan, road.bridge, road.education, GUATU_ROLE_LEAD_UNIT);
  query.grouping = GUATU_GROUP_TOWNSHIP;
  check_list (road.plan, &query,
              "[Town]\nLand 0 context\nMoving 1\n[Education]\nBridge 0\n[Without a township]\n"
              "Road 0 context\nWorks 1 context\nPaving 2\n");
}

static void
test_without_a_key (void)
{
  Road road = make_road ();
  gint32 park = guatu_test_add_task (road.plan, -1, "Park", "1d");
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;

  guatu_test_add_task (road.plan, park, "Trees", "2d");
  query.grouping = GUATU_GROUP_CATEGORY;
  query.text = "ee";
  check_list (road.plan, &query, "[Without a category]\nPark 0 context\nTrees 1\n");
}

static void
test_bare_summary (void)
{
  Road road = make_road ();
  gint32 park = guatu_test_add_task (road.plan, -1, "Park", "1d");
  gint32 trees = guatu_test_add_task (road.plan, park, "Trees", "2d");
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;

  /* The summary's only child stands in a group of its own; nothing is left to show without one. */
  fixture_put_in (road.plan, trees, road.board, road.bottom_line);
  query.grouping = GUATU_GROUP_CATEGORY;
  query.text = "e";
  check_list (road.plan, &query, "[Bottom line]\nTrees 0\n[Breakthrough]\nRoad 0 context\nLand 1 context\nSurvey 2\n"
                                 "Works 1 context\nBridge 2\n");
}

static void
test_folded_group (void)
{
  Road road = make_road ();
  g_autoptr(GHashTable) folded = g_hash_table_new (NULL, NULL);
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;

  g_hash_table_add (folded, GINT_TO_POINTER (road.breakthrough));
  query.grouping = GUATU_GROUP_CATEGORY;
  query.folded_groups = folded;
  check_list (road.plan, &query, "[Bottom line]\nSchool 0\n[Breakthrough] folded\n");
}

static void
test_stages (void)
{
  Road road = make_road ();
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;

  guatu_test_set (road.plan, GUATU_TABLE_TASK, road.works, GUATU_TASK_STAGE, GUATU_STAGE_UNDER_CONSTRUCTION);
  guatu_test_set (road.plan, GUATU_TABLE_TASK, road.school, GUATU_TASK_STAGE, GUATU_STAGE_RESERVE);
  query.grouping = GUATU_GROUP_STAGE;
  query.text = "i";
  check_list (road.plan, &query, "[Under construction]\nWorks 0 context\nBridge 1\nPaving 1\n"
                                 "[Without a stage]\nRoad 0 context\nLand 1 context\nMoving 2\n");
}

/* A ledger that the task stands on, in no category. */
static gint32
add_ledger (GuatuPlan *plan, const char *name, gint64 position, gint32 task)
{
  gint32 ledger = guatu_plan_insert (plan, GUATU_TABLE_LEDGER, guatu_id_next ());
  gint32 item = guatu_plan_insert (plan, GUATU_TABLE_LEDGER_ITEM, guatu_id_next ());

  fixture_set_text (plan, GUATU_TABLE_LEDGER, ledger, GUATU_LEDGER_NAME, name);
  guatu_test_set (plan, GUATU_TABLE_LEDGER, ledger, GUATU_LEDGER_POSITION, position);
  fixture_refer (plan, GUATU_TABLE_LEDGER_ITEM, item, GUATU_LEDGER_ITEM_LEDGER, ledger);
  fixture_refer (plan, GUATU_TABLE_LEDGER_ITEM, item, GUATU_LEDGER_ITEM_TASK, task);

  return ledger;
}

static void
test_ledgers (void)
{
  Road road = make_road ();
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;

  guatu_test_add_task (road.plan, -1, "Park", "1d");
  fixture_set_text (road.plan, GUATU_TABLE_LEDGER, road.board, GUATU_LEDGER_NAME, "Board");
  guatu_test_set (road.plan, GUATU_TABLE_LEDGER, road.board, GUATU_LEDGER_POSITION, 2);
  /* The school stands on two, the later of which was made first; the bridge on another than its road. */
  add_ledger (road.plan, "Welfare", 1, road.school);
  add_ledger (road.plan, "Bridges", 3, road.bridge);
  query.grouping = GUATU_GROUP_LEDGER;
  check_list (guatu_plan_copy (road.plan), &query,
              "[Welfare]\nSchool 0\n"
              "[Board]\nRoad 0\nLand 1\nSurvey 2\nMoving 2\nWorks 1\nPaving 2\n"
              "[Bridges]\nBridge 0\n"
              "[On no ledger]\nPark 0\n");
  guatu_plan_free (road.plan);
}

/* Without categories the ledgers have the hues, in their order. */
static void
test_ledger_hues (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 first = guatu_test_add_task (plan, -1, "First", "1d");
  gint32 second = guatu_test_add_task (plan, -1, "Second", "1d");
  gint32 third = guatu_test_add_task (plan, -1, "Third", "1d");
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;
  g_autoptr(Drawing) drawing = NULL;
  const GuatuRows *rows;

  add_ledger (plan, "Late", 2, first);
  add_ledger (plan, "Early", 1, second);
  query.grouping = GUATU_GROUP_LEDGER;
  drawing = drawing_new (plan, &query);
  rows = drawing->rows;
  g_assert_cmpuint (rows->rows[rows->places[second]].hue, ==, 0);
  g_assert_cmpuint (rows->rows[rows->places[first]].hue, ==, 1);
  g_assert_cmpuint (rows->rows[rows->places[third]].hue, ==, GUATU_HUE_NEUTRAL);
}

static void
test_roll_up (void)
{
  Road road = make_road ();
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;
  g_autoptr(Drawing) drawing = NULL;

  /* Of ten days and of five: 40 % and 100 %, by duration 60 %. */
  gint32 clinic = guatu_test_add_task (road.plan, -1, "Clinic", "5d");

  fixture_put_in (road.plan, clinic, road.board, road.bottom_line);
  fixture_report (road.plan, road.school, "2024-03-08", 4000);
  fixture_report (road.plan, clinic, "2024-03-08", 10000);
  query.grouping = GUATU_GROUP_CATEGORY;
  drawing = drawing_new (road.plan, &query);
  g_assert_cmpint (drawing->rows->groups[0].share, ==, 6000);
  g_assert_cmpuint (drawing->rows->groups[0].n_tasks, ==, 2);
  g_assert_cmpint (drawing->rows->groups[0].start, ==, guatu_test_at ("2024-03-04 08:00"));
  g_assert_cmpint (drawing->rows->groups[0].finish, ==, guatu_test_at ("2024-03-15 17:00"));
}

static void
test_hues (void)
{
  Road road = make_road ();
  gint32 park = guatu_test_add_task (road.plan, -1, "Park", "1d");
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;

  for (GuatuGrouping grouping = GUATU_GROUP_NONE; grouping <= GUATU_GROUP_UNIT; grouping++)
    {
      g_autoptr(GuatuPlan) copy = guatu_plan_copy (road.plan);
      g_autoptr(Drawing) drawing = NULL;
      const GuatuRows *rows;

      query.grouping = grouping;
      drawing = drawing_new (g_steal_pointer (&copy), &query);
      rows = drawing->rows;
      g_assert_cmpuint (rows->rows[rows->places[road.school]].hue, ==, 0);
      g_assert_cmpuint (rows->rows[rows->places[road.road]].hue, ==, 1);
      g_assert_cmpuint (rows->rows[rows->places[road.paving]].hue, ==, 1);
      g_assert_cmpuint (rows->rows[rows->places[park]].hue, ==, GUATU_HUE_NEUTRAL);
    }
  guatu_plan_free (road.plan);
}

static void
test_many_hues (void)
{
  g_autoptr(Drawing) drawing = NULL;
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 ledger = guatu_plan_insert (plan, GUATU_TABLE_LEDGER, guatu_id_next ());
  gint32 tasks[40], free;

  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    {
      tasks[i] = guatu_test_add_task (plan, -1, "Task", "1d");
      fixture_put_in (plan, tasks[i], ledger, fixture_add_category (plan, ledger, "Category"));
    }
  free = guatu_test_add_task (plan, -1, "Free", "1d");

  drawing = drawing_new (plan, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    g_assert_cmpuint (drawing->rows->rows[drawing->rows->places[tasks[i]]].hue, ==, i);
  g_assert_cmpuint (drawing->rows->rows[drawing->rows->places[free]].hue, ==, GUATU_HUE_NEUTRAL);
}

/* Links ---------------------------------------------------------------------------------------------- */

static void
note_link (const GuatuRowLink *link, gpointer data)
{
  g_string_append_printf (data, "%u-%u ", link->from, link->to);
}

static void
test_links (void)
{
  Road road = make_road ();
  g_autoptr(Drawing) drawing = drawing_new (road.plan, NULL);
  g_autoptr(GString) found = g_string_new (NULL);

  guatu_rows_each_link (drawing->rows, 0, 7, note_link, found);
  g_assert_cmpstr (found->str, ==, "2-3 3-6 5-6 ");
  /* Of the works' own row none begins or ends there, but one passes. */
  g_string_truncate (found, 0);
  guatu_rows_each_link (drawing->rows, 4, 4, note_link, found);
  g_assert_cmpstr (found->str, ==, "3-6 ");
  g_string_truncate (found, 0);
  guatu_rows_each_link (drawing->rows, 0, 1, note_link, found);
  g_assert_cmpstr (found->str, ==, "");
}

static void
count_link (const GuatuRowLink *link, gpointer data)
{
  ++*(guint *) data;
}

static void
test_many_links (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  g_autoptr(Drawing) drawing = NULL;
  GuatuPlan *plan = guatu_test_plan_new ();
  const guint n = 300;

  for (guint i = 0; i < n; i++)
    guatu_test_add_task (plan, -1, "task", "1d");
  for (guint i = 0; i < 4 * n; i++)
    {
      gint32 from = g_rand_int_range (rand, 0, (gint32) n - 1);

      guatu_test_add_link (plan, from, g_rand_int_range (rand, from + 1, (gint32) n), GUATU_LINK_FS, NULL);
    }
  drawing = drawing_new (plan, NULL);
  for (guint first = 0; first < n; first += 17)
    for (guint last = first; last < n; last += 41)
      {
        guint found = 0, expected = 0;

        guatu_rows_each_link (drawing->rows, first, last, count_link, &found);
        for (guint i = 0; i < drawing->rows->n_links; i++)
          expected += drawing->rows->links[i].from <= last && drawing->rows->links[i].to >= first;
        g_assert_cmpuint (found, ==, expected);
      }
}

static void
test_random_plans (void)
{
  for (guint seed = 0; seed < 30; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);

      for (GuatuGrouping grouping = GUATU_GROUP_NONE; grouping < GUATU_N_GROUPINGS; grouping++)
        {
          GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;
          g_autoptr(Drawing) drawing = NULL;
          guint n = 0;

          query.grouping = grouping;
          query.sort = g_rand_int_range (rand, 0, GUATU_N_SORTS);
          query.descending = g_rand_boolean (rand);
          drawing = drawing_new (fixture_office_plan (rand, 40, seed % 2), &query);
          for (guint i = 0; i < drawing->rows->n; i++)
            n += drawing->rows->rows[i].task >= 0;
          /* Each task once; only a summary without a key may be left out. */
          if (grouping == GUATU_GROUP_NONE)
            g_assert_cmpuint (n, ==, 40);
          for (gint32 task = 0; task < 40; task++)
            if (!guatu_plan_is_summary (drawing->plan, task))
              g_assert_cmpint (drawing->rows->places[task], >=, 0);
          g_assert_cmpuint (n, <=, 40);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rows/without-a-question-they-are-the-outline", test_outline);
  g_test_add_func ("/rows/an-empty-plan-has-none", test_empty);
  g_test_add_func ("/rows/a-folded-task-hides-its-children", test_fold);
  g_test_add_func ("/rows/levels-below-a-depth-are-folded", test_depth);
  g_test_add_func ("/rows/text-is-found-in-names-and-codes-with-the-parents-as-context", test_text);
  g_test_add_func ("/rows/a-unit's-tasks-are-those-that-it-has-any-part-in", test_unit);
  g_test_add_func ("/rows/a-unit-and-a-person-both-have-a-part-in-what-is-shown", test_unit_and_person);
  g_test_add_func ("/rows/a-role-is-that-of-the-unit-or-person-or-anybodys", test_role);
  g_test_add_func ("/rows/support-units-townships-executives-and-inspectors-group-tasks", test_other_parties);
  g_test_add_func ("/rows/tasks-that-touch-a-span-of-dates-are-found", test_dates);
  g_test_add_func ("/rows/conditions-are-joined-by-and", test_and);
  g_test_add_func ("/rows/a-filter-of-one's-own-is-asked-last", test_own_filter);
  g_test_add_func ("/rows/critical-tasks-can-be-shown-alone", test_critical);
  g_test_add_func ("/rows/what-is-found-is-counted", test_count);
  g_test_add_func ("/rows/lights-are-a-condition", test_lights);
  g_test_add_func ("/rows/lights-make-groups", test_groups_of_lights);
  g_test_add_func ("/rows/conditions-are-counted-and-cleared", test_conditions);
  g_test_add_func ("/rows/siblings-are-sorted-below-their-parent", test_sort);
  g_test_add_func ("/rows/equal-siblings-keep-their-order", test_sort_is_stable);
  g_test_add_func ("/rows/tasks-without-a-deadline-come-after-those-with-one", test_deadlines_last);
  g_test_add_func ("/rows/groups-come-in-the-order-of-their-categories-which-children-inherit", test_categories);
  g_test_add_func ("/rows/a-child-with-a-unit-of-its-own-stands-in-that-unit's-group", test_units);
  g_test_add_func ("/rows/tasks-without-a-key-come-last", test_without_a_key);
  g_test_add_func ("/rows/a-summary-without-a-key-is-not-shown-for-its-own-sake", test_bare_summary);
  g_test_add_func ("/rows/a-folded-group-hides-its-tasks", test_folded_group);
  g_test_add_func ("/rows/stages-group-in-their-order", test_stages);
  g_test_add_func ("/rows/a-task-on-two-ledgers-stands-with-the-first-of-them", test_ledgers);
  g_test_add_func ("/rows/ledgers-have-hues-where-no-category-has", test_ledger_hues);
  g_test_add_func ("/rows/a-group-adds-up-what-is-in-it", test_roll_up);
  g_test_add_func ("/rows/a-category-keeps-its-hue-however-rows-are-grouped", test_hues);
  g_test_add_func ("/rows/forty-categories-have-forty-hues", test_many_hues);
  g_test_add_func ("/rows/links-are-found-by-the-rows-that-they-touch-or-pass", test_links);
  g_test_add_func ("/rows/no-link-is-missed-among-many", test_many_links);
  g_test_add_func ("/rows/every-leaf-is-shown-once-however-rows-are-grouped-and-sorted", test_random_plans);
  g_test_add_func ("/rows/what-slips-against-the-baseline-is-sorted-and-filtered", test_slips);
  return g_test_run ();
}
