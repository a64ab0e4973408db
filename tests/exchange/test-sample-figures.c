/* test-sample-figures.c — the sample plans hold the figures that their sources give, and hold together. */
#include "guatu-ledgers.h"
#include "guatu-samples.h"

#include <string.h>

#include "guatu-lights.h"
#include "guatu-progress.h"
#include "guatu-test.h"

static const char * const languages[] = { "en", "zh_CN" };

static GuatuPlan *
open_sample (const char *name, const char *language)
{
  g_autoptr(GError) error = NULL;
  GuatuPlan *plan = guatu_sample_new (name, language, &error);

  g_assert_no_error (error);
  return plan;
}

static GuatuSchedule *
schedule_of (const GuatuPlan *plan)
{
  g_autoptr(GError) error = NULL;
  GuatuSchedule *schedule = guatu_schedule_new (plan, NULL, &error);

  g_assert_no_error (error);
  return schedule;
}

/* The row whose @field reads @text; the test fails if there is none. */
static gint32
find (const GuatuPlan *plan, GuatuTable table, guint field, const char *text)
{
  for (gint32 row = 0; (guint) row < guatu_plan_n_rows (plan, table); row++)
    if (g_str_equal (guatu_plan_string (plan, table, row, field), text))
      return row;

  g_test_message ("no row reads “%s”", text);
  g_assert_not_reached ();
}

static guint
n_on_ledger (const GuatuPlan *plan, gint32 ledger)
{
  guint n;

  guatu_plan_referrers (plan, GUATU_TABLE_LEDGER_ITEM, GUATU_LEDGER_ITEM_LEDGER, ledger, &n);
  return n;
}

/* Whether somebody has @role in the task. */
static gboolean
has_role (const GuatuPlan *plan, gint32 task, GuatuRole role)
{
  const GuatuAssignment *assignments = guatu_plan_rows (plan, GUATU_TABLE_ASSIGNMENT);
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_TASK, task, &n);

  for (guint i = 0; i < n; i++)
    if (assignments[rows[i]].role == role)
      return TRUE;

  return FALSE;
}

static void
assert_five_fixes (const GuatuPlan *plan, gint32 task)
{
  g_test_message ("%s", guatu_plan_task_name (plan, task));
  g_assert_true (has_role (plan, task, GUATU_ROLE_RESPONSIBLE_PERSON));
  g_assert_cmpstr (guatu_plan_task_name (plan, task), !=, "");
  g_assert_cmpstr (guatu_plan_task_string (plan, task, GUATU_TASK_OBJECTIVE), !=, "");
  g_assert_true (has_role (plan, task, GUATU_ROLE_LEAD_UNIT));
  g_assert_cmpint (guatu_plan_task_number (plan, task, GUATU_TASK_DEADLINE), !=, GUATU_NONE);
}

/* Execution Year ----------------------------------------------------------------------------------------- */

static gint32
ledger_of_kind (const GuatuPlan *plan, GuatuLedgerKind kind)
{
  const GuatuLedger *ledgers = guatu_plan_rows (plan, GUATU_TABLE_LEDGER);

  for (gint32 row = 0; (guint) row < guatu_plan_n_rows (plan, GUATU_TABLE_LEDGER); row++)
    if (ledgers[row].kind == kind)
      return row;

  g_assert_not_reached ();
}

static void
test_board (void)
{
  g_autoptr(GuatuPlan) plan = open_sample ("execution-year", "en");
  const GuatuLedgerItem *items = guatu_plan_rows (plan, GUATU_TABLE_LEDGER_ITEM);
  gint32 board = ledger_of_kind (plan, GUATU_LEDGER_KIND_TASK_BOARD);
  guint n_categories = guatu_plan_n_live (plan, GUATU_TABLE_CATEGORY), n;
  g_autofree guint *in_category = g_new0 (guint, n_categories);
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_LEDGER_ITEM, GUATU_LEDGER_ITEM_LEDGER, board, &n);
  guint place = 0;

  g_assert_cmpuint (n, ==, 30);
  g_assert_cmpuint (n_categories, ==, 3);
  for (guint i = 0; i < n; i++)
    in_category[items[rows[i]].category]++;
  for (guint i = 0; i < n_categories; i++)
    g_assert_cmpuint (in_category[i], >=, 6);

  /* What stands at the top is the board, in its order. */
  for (gint32 task = guatu_plan_first_task (plan); task >= 0; task = guatu_plan_task (plan, task)->next_sibling)
    {
      g_autofree char *number = g_strdup_printf ("%u", ++place);
      gboolean found = FALSE;

      for (guint i = 0; i < n; i++)
        found |= items[rows[i]].task == task && g_str_equal (guatu_plan_text (plan, items[rows[i]].number), number);
      g_assert_true (found);
      g_assert_true (guatu_plan_task (plan, task)->is_project);
      g_assert_true (has_role (plan, task, GUATU_ROLE_PROJECT_OWNER));
      assert_five_fixes (plan, task);
    }
  g_assert_cmpuint (place, ==, 30);
}

static void
test_plaques (void)
{
  g_autoptr(GuatuPlan) plan = open_sample ("execution-year", "zh_CN");
  const GuatuLedgerItem *items = guatu_plan_rows (plan, GUATU_TABLE_LEDGER_ITEM);
  gint32 plaques = ledger_of_kind (plan, GUATU_LEDGER_KIND_PLAQUE_LIST);
  gboolean seen[11] = { FALSE };
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_LEDGER_ITEM, GUATU_LEDGER_ITEM_LEDGER, plaques, &n);

  g_assert_cmpuint (n, ==, 10);
  for (guint i = 0; i < n; i++)
    {
      guint64 number;

      g_assert_true (g_ascii_string_to_unsigned (guatu_plan_text (plan, items[rows[i]].number), 10, 1, 10, &number,
                                                 NULL));
      g_assert_false (seen[number]);
      seen[number] = TRUE;
      g_assert_cmpint (guatu_plan_task (plan, items[rows[i]].task)->parent, ==, -1);
    }
}

static void
test_phases (void)
{
  static const struct { const char *name, *from, *to; } expected[] = {
    { "动员部署", "2022-08-21", "2022-09-05" },
    { "组织实施", "2022-09-05", "2022-12-20" },
    { "总结提升", "2022-12-20", "2022-12-31" },
  };
  g_autoptr(GuatuPlan) plan = open_sample ("execution-year", "zh_CN");
  const GuatuPhase *phases = guatu_plan_rows (plan, GUATU_TABLE_PHASE);
  guint n;
  g_autofree gint32 *order = guatu_plan_in_order (plan, GUATU_TABLE_PHASE, &n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < n; i++)
    {
      const GuatuPhase *phase = &phases[order[i]];

      g_assert_cmpstr (guatu_plan_text (plan, phase->name), ==, expected[i].name);
      g_assert_cmpint (phase->from_date, ==, guatu_test_at (expected[i].from));
      g_assert_cmpint (phase->to_date, ==, guatu_test_at (expected[i].to));
    }
  g_assert_nonnull (strstr (guatu_plan_text (plan, phases[order[0]].wording), "8月下旬"));
}

/* 21 of 30 items are 70 %. */
static void
test_electricity (void)
{
  g_autoptr(GuatuPlan) plan = open_sample ("execution-year", "zh_CN");
  g_autoptr(GuatuSchedule) schedule = schedule_of (plan);
  GuatuInstant date = guatu_plan_settings (plan)->status_date;
  g_autofree gint64 *shares = guatu_progress_reported (plan, schedule, date);
  gint32 task = find (plan, GUATU_TABLE_TASK, GUATU_TASK_NAME, "“获得电力”提升 30 项");

  g_assert_cmpint (shares[task], ==, 7000);
  g_assert_nonnull (strstr (guatu_plan_task_string (plan, task, GUATU_TASK_OBJECTIVE), "30 项"));
  find (plan, GUATU_TABLE_REPORT, GUATU_REPORT_DONE, "30 项举措已完成 21 项");
}

/* Lights ------------------------------------------------------------------------------------------------- */

/* How many tasks at the top show each light. */
static void
count_lights (const char *name, const char *date, guint *counts)
{
  g_autoptr(GuatuPlan) plan = open_sample (name, "en");
  g_autoptr(GuatuSchedule) schedule = schedule_of (plan);
  GuatuInstant status_date = guatu_plan_settings (plan)->status_date;
  g_autoptr(GuatuLights) lights = guatu_lights_new (plan, schedule, status_date, NULL);

  g_assert_cmpint (status_date, ==, guatu_test_at (date));
  g_assert_nonnull (lights);
  for (gint32 task = guatu_plan_first_task (plan); task >= 0; task = guatu_plan_task (plan, task)->next_sibling)
    counts[guatu_lights_get (lights, task)->shown]++;
}

static void
test_board_lights (void)
{
  guint counts[GUATU_LIGHT_N_COLOURS] = { 0 };

  count_lights ("execution-year", "2022-10-17 17:00", counts);
  g_assert_cmpuint (counts[GUATU_LIGHT_GREEN], ==, 16);
  g_assert_cmpuint (counts[GUATU_LIGHT_YELLOW], ==, 6);
  g_assert_cmpuint (counts[GUATU_LIGHT_ORANGE], ==, 4);
  g_assert_cmpuint (counts[GUATU_LIGHT_RED], ==, 2);
  g_assert_cmpuint (counts[GUATU_LIGHT_DONE], ==, 2);
}

static void
test_ledger_lights (void)
{
  guint counts[GUATU_LIGHT_N_COLOURS] = { 0 };

  count_lights ("ledgers-473", "2022-06-30 17:00", counts);
  for (guint colour = GUATU_LIGHT_NONE; colour < GUATU_LIGHT_N_COLOURS; colour++)
    g_assert_cmpuint (counts[colour], >=, 5);
  g_assert_cmpuint (counts[GUATU_LIGHT_GREEN], >, counts[GUATU_LIGHT_YELLOW]);
  g_assert_cmpuint (counts[GUATU_LIGHT_YELLOW], >, counts[GUATU_LIGHT_ORANGE]);
  g_assert_cmpuint (counts[GUATU_LIGHT_ORANGE], >, counts[GUATU_LIGHT_RED]);
}

/* 473 items ------------------------------------------------------------------------------------------------ */

static void
test_ledgers (void)
{
  g_autoptr(GuatuPlan) plan = open_sample ("ledgers-473", "zh_CN");
  guint n_ledgers, sizes[2] = { 0 }, total = 0, n_items = 0;
  g_autofree GuatuLedgerCount *counts = NULL;
  g_autofree char *words = NULL;
  g_autofree gint32 *ledgers = guatu_plan_in_order (plan, GUATU_TABLE_LEDGER, &n_ledgers);

  g_assert_cmpuint (n_ledgers, ==, 13);
  for (guint i = 0; i < n_ledgers; i++)
    {
      guint n = n_on_ledger (plan, ledgers[i]);

      g_assert_true (n == 36 || n == 37);
      sizes[n - 36]++;
      total += n;
    }
  g_assert_cmpuint (total, ==, 473);
  counts = guatu_ledgers_count (plan, &n_ledgers);
  for (guint i = 0; i < n_ledgers; i++)
    {
      n_items += counts[i].n_items;
      g_assert_cmpuint (counts[i].n_complete, ==, counts[i].n_items);
    }
  words = guatu_ledgers_words (n_ledgers, n_items);
  g_assert_cmpstr (words, ==, "13 ledgers, 473 items");
  g_assert_cmpuint (sizes[0], ==, 8);
  g_assert_cmpuint (sizes[1], ==, 5);
  g_assert_cmpuint (guatu_plan_n_live (plan, GUATU_TABLE_TASK), ==, 473);
}

/* The ledger's place among the ledgers, from 1. */
static guint
place_of (const GuatuPlan *plan, gint32 ledger)
{
  guint n, place = 0;
  g_autofree gint32 *ledgers = guatu_plan_in_order (plan, GUATU_TABLE_LEDGER, &n);

  while (place < n && ledgers[place] != ledger)
    place++;
  return place + 1;
}

/* One item each, numbered by its ledger and its place on it, due within the year. */
static void
test_items (void)
{
  g_autoptr(GuatuPlan) plan = open_sample ("ledgers-473", "en");
  g_autoptr(GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  const GuatuLedgerItem *items = guatu_plan_rows (plan, GUATU_TABLE_LEDGER_ITEM);

  for (gint32 task = 0; task < 473; task++)
    {
      GuatuInstant deadline = guatu_plan_task_number (plan, task, GUATU_TASK_DEADLINE);
      g_autofree char *prefix = NULL;
      const char *number;
      guint n;
      const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_LEDGER_ITEM, GUATU_LEDGER_ITEM_TASK, task, &n);

      g_assert_cmpuint (n, ==, 1);
      number = guatu_plan_text (plan, items[rows[0]].number);
      prefix = g_strdup_printf ("%u-", place_of (plan, items[rows[0]].ledger));
      g_assert_true (g_str_has_prefix (number, prefix));
      g_assert_true (g_hash_table_add (numbers, (gpointer) number));
      assert_five_fixes (plan, task);
      g_assert_cmpint (deadline, >=, guatu_test_at ("2022-01-01"));
      g_assert_cmpint (deadline, <, guatu_test_at ("2023-01-01"));
    }
}

/* Every sample --------------------------------------------------------------------------------------------- */

static void
each_sample (void (*check) (const char *name, const GuatuPlan *plan))
{
  for (const char * const *name = guatu_sample_names (); *name != NULL; name++)
    for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
      {
        g_autoptr(GuatuPlan) plan = open_sample (*name, languages[i]);

        g_test_message ("%s, %s", *name, languages[i]);
        check (*name, plan);
      }
}

/* Work begins where working time begins or goes on, and ends where some of it has just been. */
static void
assert_works (const GuatuPlan *plan, gint32 task, GuatuInstant start, GuatuInstant finish)
{
  const GuatuWorktime *worktime = guatu_plan_task_worktime (plan, task);

  g_test_message ("%s", guatu_plan_task_name (plan, task));
  if (start != GUATU_NONE)
    g_assert_cmpint (guatu_worktime_next (worktime, start), ==, start);
  if (finish != GUATU_NONE)
    g_assert_cmpint (guatu_worktime_work (worktime, finish - 1, finish), ==, 1);
}

static void
check_work_dates (const char *name, const GuatuPlan *plan)
{
  g_autoptr(GuatuSchedule) schedule = schedule_of (plan);
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  for (guint i = 0; i < n; i++)
    {
      gint32 task = outline[i];

      if (guatu_plan_is_summary (plan, task) || guatu_plan_task (plan, task)->kind == GUATU_KIND_MILESTONE)
        continue;
      assert_works (plan, task, schedule->start[task], schedule->finish[task]);
      assert_works (plan, task, guatu_plan_task_number (plan, task, GUATU_TASK_ACTUAL_START),
                    guatu_plan_task_number (plan, task, GUATU_TASK_ACTUAL_FINISH));
    }
}

static void
assert_working_day (const GuatuPlan *plan, GuatuInstant instant)
{
  guint n;

  if (instant == GUATU_NONE)
    return;
  guatu_worktime_hours (guatu_plan_worktime (plan, -1), instant, &n);
  g_assert_cmpuint (n, >, 0);
}

/* Nobody reports, reaches a key node or is due on a day off. */
static void
check_other_dates (const char *name, const GuatuPlan *plan)
{
  const GuatuReport *reports = guatu_plan_rows (plan, GUATU_TABLE_REPORT);
  const GuatuKeyNode *nodes = guatu_plan_rows (plan, GUATU_TABLE_KEY_NODE);
  GuatuInstant status_date = guatu_plan_settings (plan)->status_date;

  for (guint i = 0; i < guatu_plan_n_rows (plan, GUATU_TABLE_REPORT); i++)
    {
      assert_working_day (plan, reports[i].date);
      g_assert_cmpint (reports[i].date, <=, status_date);
    }
  for (guint i = 0; i < guatu_plan_n_rows (plan, GUATU_TABLE_KEY_NODE); i++)
    {
      assert_working_day (plan, nodes[i].date);
      assert_working_day (plan, nodes[i].done_on);
      g_assert_true (nodes[i].done_on == GUATU_NONE || nodes[i].done_on <= status_date);
    }
  if (!g_str_equal (name, "trunk-road"))
    for (gint32 task = 0; (guint) task < guatu_plan_n_rows (plan, GUATU_TABLE_TASK); task++)
      assert_working_day (plan, guatu_plan_task_number (plan, task, GUATU_TASK_DEADLINE));
}

static void
check_people (const char *name, const GuatuPlan *plan)
{
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  for (guint i = 0; i < n; i++)
    if (!guatu_plan_is_summary (plan, outline[i]))
      {
        g_test_message ("%s", guatu_plan_task_name (plan, outline[i]));
        g_assert_true (has_role (plan, outline[i], GUATU_ROLE_RESPONSIBLE_PERSON));
      }
}

static void
check_names (const char *name, const GuatuPlan *plan)
{
  static const GuatuTable tables[] = { GUATU_TABLE_TASK, GUATU_TABLE_UNIT, GUATU_TABLE_PERSON, GUATU_TABLE_LEDGER,
                                       GUATU_TABLE_CATEGORY, GUATU_TABLE_PHASE };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
      int field = guatu_field_find (tables[i], "name");

      for (gint32 row = 0; (guint) row < guatu_plan_n_rows (plan, tables[i]); row++)
        {
          const char *text = guatu_plan_string (plan, tables[i], row, (guint) field);

          g_test_message ("%s", text);
          g_assert_true (g_hash_table_add (names, (gpointer) text));
        }
    }
}

static gboolean
has_chinese (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_get_script (g_utf8_get_char (text)) == G_UNICODE_SCRIPT_HAN)
      return TRUE;

  return FALSE;
}

/* What people read of a table's row: texts, but for ids of calendars and the like. */
static void
check_row_language (const GuatuPlan *plan, GuatuTable table, gint32 row, gboolean chinese)
{
  const GuatuTableInfo *info = guatu_table_info (table);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *text;

      if (info->fields[i].type != GUATU_TYPE_TEXT)
        continue;
      text = guatu_plan_string (plan, table, row, i);
      if (*text == '\0')
        continue;
      g_test_message ("%s", text);
      if (!chinese)
        g_assert_false (has_chinese (text));
      else if (g_str_equal (info->fields[i].name, "name"))
        g_assert_true (has_chinese (text));
    }
}

static void
check_language (const char *name, const GuatuPlan *plan)
{
  const char *language = guatu_plan_text (plan, guatu_plan_settings (plan)->language);

  for (int table = 0; table < GUATU_N_TABLES; table++)
    if (table != GUATU_TABLE_CALENDAR && table != GUATU_TABLE_CALENDAR_EXCEPTION)
      for (gint32 row = 0; (guint) row < guatu_plan_n_rows (plan, table); row++)
        check_row_language (plan, table, row, g_str_equal (language, "zh_CN"));
}

static void
check_note (const char *name, const GuatuPlan *plan)
{
  const GuatuPlanRow *settings = guatu_plan_settings (plan);
  gboolean chinese = g_str_equal (guatu_plan_text (plan, settings->language), "zh_CN");

  g_assert_cmpstr (guatu_plan_text (plan, settings->note), ==, chinese ? "示例数据" : "Sample data");
}

/* The people of a sample are nobody. */
static void
check_masked (const char *name, const GuatuPlan *plan)
{
  if (g_str_equal (guatu_plan_text (plan, guatu_plan_settings (plan)->language), "zh_CN"))
    for (gint32 row = 0; (guint) row < guatu_plan_n_rows (plan, GUATU_TABLE_PERSON); row++)
      g_assert_true (g_str_has_suffix (guatu_plan_string (plan, GUATU_TABLE_PERSON, row, GUATU_PERSON_NAME), "〇〇"));
}

static void test_work_dates  (void) { each_sample (check_work_dates); }
static void test_other_dates (void) { each_sample (check_other_dates); }
static void test_people      (void) { each_sample (check_people); }
static void test_names       (void) { each_sample (check_names); }
static void test_language    (void) { each_sample (check_language); }
static void test_note        (void) { each_sample (check_note); }
static void test_masked      (void) { each_sample (check_masked); }

/* Every task is in the baseline, and some are late against it. */
static void
test_baselines (void)
{
  static const char * const names[] = { "execution-year", "trunk-road" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GuatuPlan) plan = open_sample (names[i], "en");
      g_autoptr(GuatuSchedule) schedule = schedule_of (plan);
      const GuatuBaselineTask *records = guatu_plan_rows (plan, GUATU_TABLE_BASELINE_TASK);
      gint32 reference = guatu_plan_settings (plan)->reference_baseline;
      guint n_tasks = guatu_plan_n_live (plan, GUATU_TABLE_TASK), n_late = 0, n;
      const gint32 *rows;

      g_assert_cmpint (reference, >=, 0);
      rows = guatu_plan_referrers (plan, GUATU_TABLE_BASELINE_TASK, GUATU_BASELINE_TASK_BASELINE, reference, &n);
      g_assert_cmpuint (n, ==, n_tasks);
      for (guint k = 0; k < n; k++)
        n_late += schedule->finish[records[rows[k]].task] > records[rows[k]].finish;
      g_assert_cmpuint (n_late, >=, 10);
      g_assert_cmpuint (n_late, <, n_tasks);
    }
}

/* A critical path that tells late projects from the others. */
static void
test_critical (void)
{
  g_autoptr(GuatuPlan) plan = open_sample ("execution-year", "en");
  g_autoptr(GuatuSchedule) schedule = schedule_of (plan);
  guint n_critical = 0, n_links;

  for (gint32 task = guatu_plan_first_task (plan); task >= 0; task = guatu_plan_task (plan, task)->next_sibling)
    {
      GuatuInstant deadline = guatu_plan_task_number (plan, task, GUATU_TASK_DEADLINE);
      gboolean critical = FALSE;

      for (gint32 child = guatu_plan_task (plan, task)->first_child; child >= 0;
           child = guatu_plan_task (plan, child)->next_sibling)
        critical |= schedule->total_float[child] < 0;
      g_assert_cmpint (critical, ==, schedule->finish[task] > deadline);
      n_critical += critical;
    }
  g_assert_cmpuint (n_critical, >=, 3);
  g_assert_cmpuint (n_critical, <=, 6);
  n_links = guatu_plan_n_live (plan, GUATU_TABLE_LINK);
  g_assert_cmpuint (n_links, >, 60);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample-figures/the-board-has-30-tasks-in-three-categories-and-the-five-fixes", test_board);
  g_test_add_func ("/sample-figures/ten-of-the-board-have-plaques", test_plaques);
  g_test_add_func ("/sample-figures/three-phases-share-their-boundary-days", test_phases);
  g_test_add_func ("/sample-figures/21-of-30-items-are-70-percent", test_electricity);
  g_test_add_func ("/sample-figures/every-light-is-on-the-board", test_board_lights);
  g_test_add_func ("/sample-figures/late-projects-are-critical", test_critical);
  g_test_add_func ("/sample-figures/YL-05-473-items-stand-on-13-ledgers", test_ledgers);
  g_test_add_func ("/sample-figures/items-stand-on-one-ledger-and-are-due-in-its-year", test_items);
  g_test_add_func ("/sample-figures/every-light-is-among-the-items", test_ledger_lights);
  g_test_add_func ("/sample-figures/plans-are-late-against-their-baselines-here-and-there", test_baselines);
  g_test_add_func ("/sample-figures/work-begins-and-ends-in-working-time", test_work_dates);
  g_test_add_func ("/sample-figures/nothing-else-is-dated-on-a-day-off", test_other_dates);
  g_test_add_func ("/sample-figures/every-leaf-has-a-responsible-person", test_people);
  g_test_add_func ("/sample-figures/nothing-is-named-twice", test_names);
  g_test_add_func ("/sample-figures/everything-is-in-the-language-asked-for", test_language);
  g_test_add_func ("/sample-figures/they-say-that-they-are-samples", test_note);
  g_test_add_func ("/sample-figures/people-are-nobody", test_masked);

  return g_test_run ();
}
