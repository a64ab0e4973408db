/* draw-fixtures.c — plans, made up or random, and views of them. */
#include "draw-fixtures.h"

#include "guatu-cairo-painter.h"
#include "guatu-id.h"
#include "guatu-test.h"

/* Views -------------------------------------------------------------------------------------------- */

/* By task row its row in the one baseline that fixtures have; %NULL if there is none. */
static gint32 *
find_baseline (const GuatuPlan *plan)
{
  const GuatuBaselineTask *records = guatu_plan_rows (plan, GUATU_TABLE_BASELINE_TASK);
  guint n = guatu_plan_n_rows (plan, GUATU_TABLE_BASELINE_TASK), n_tasks = guatu_plan_n_rows (plan, GUATU_TABLE_TASK);
  gint32 *found = n > 0 ? g_new (gint32, n_tasks) : NULL;

  for (guint i = 0; n > 0 && i < n_tasks; i++)
    found[i] = -1;
  for (guint i = 0; i < n; i++)
    if (records[i].task >= 0)
      found[records[i].task] = (gint32) i;

  return found;
}

static void
add_standing (Drawing *self)
{
  GuatuInstant status_date = guatu_plan_settings (self->plan)->status_date;

  if (status_date != GUATU_NONE)
    {
      self->planned = guatu_progress_planned (self->plan, status_date, NULL);
      self->lights = guatu_lights_new (self->plan, self->schedule, status_date, NULL);
    }
  self->baseline = find_baseline (self->plan);
  self->highlights = guatu_chart_highlights (self->plan);
}

Drawing *
drawing_new (GuatuPlan *plan, const GuatuRowsQuery *query)
{
  static const GuatuRowsQuery whole = GUATU_ROWS_QUERY_INIT;
  g_autoptr(GError) error = NULL;
  Drawing *self = g_new0 (Drawing, 1);

  self->plan = plan;
  guatu_plan_settle (plan);
  self->schedule = guatu_schedule_new (plan, NULL, &error);
  g_assert_no_error (error);
  self->shares = guatu_progress_reported (plan, self->schedule, GUATU_NONE);
  add_standing (self);
  self->rows = guatu_rows_new (plan, self->schedule, self->shares, query != NULL ? query : &whole);

  self->scale = (GuatuTimeScale) {
    .from = guatu_test_at ("2024-03-04"),
    .to = guatu_test_at ("2024-03-25"),
    .left = 100,
    .width = 420,
    .n_tiers = 1,
    .tiers = { { GUATU_SCALE_WEEK, 1, "W{week}" } },
  };
  self->columns[0] = (GuatuColumn) { GUATU_COLUMN_NUMBER, 0, 20 };
  self->columns[1] = (GuatuColumn) { GUATU_COLUMN_NAME, 20, 80 };
  self->view = (GuatuChartView) {
    .plan = plan,
    .schedule = self->schedule,
    .rows = self->rows,
    .shares = self->shares,
    .scale = &self->scale,
    .language = "en",
    .status_date = GUATU_NONE,
    .today = GUATU_NONE,
    .layers = GUATU_ALL_LAYERS,
    .ledger = -1,
    .chart = { 100, 0, 420, self->rows->n * 20 },
    .row_height = 20,
    .bar_height = 10,
    .size = 8,
    .heading_size = 8,
    .indent = 8,
    .hair = 0.5,
    .columns = self->columns,
    .n_columns = 2,
  };

  return self;
}

void
drawing_free (Drawing *self)
{
  guatu_rows_free (self->rows);
  guatu_schedule_free (self->schedule);
  guatu_plan_free (self->plan);
  g_clear_pointer (&self->lights, guatu_lights_free);
  g_free (self->shares);
  g_free (self->planned);
  g_free (self->baseline);
  g_free (self->highlights);
  g_free (self);
}

char *
drawing_list (const Drawing *self)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < self->rows->n; i++)
    {
      const GuatuRow *row = &self->rows->rows[i];

      if (row->task < 0)
        g_string_append_printf (list, "[%s]", guatu_rows_group_name (self->rows, (guint) row->group, "en"));
      else
        g_string_append_printf (list, "%s %u", guatu_plan_task_name (self->plan, row->task), row->depth);
      if ((row->flags & GUATU_ROW_FOLDED) != 0)
        g_string_append (list, " folded");
      if ((row->flags & GUATU_ROW_CONTEXT) != 0)
        g_string_append (list, " context");
      g_string_append_c (list, '\n');
    }

  return g_string_free (list, FALSE);
}

GuatuPainter *
fixture_ruler (const char *language)
{
  GuatuPalette palette;

  guatu_palette_init_paper (&palette);

  return GUATU_PAINTER (guatu_cairo_painter_new (NULL, &palette, language));
}

/* Some layers are for some charts only. */
static guint
layers_of (const Drawing *self)
{
  return self->rows->n % 2 == 0 ? GUATU_ALL_LAYERS : GUATU_USUAL_LAYERS;
}

GuatuSheet *
drawing_sheet (Drawing *self, const char *paper, gboolean landscape, const char *language, GuatuPainter *painter)
{
  g_autoptr(GError) error = NULL;
  GuatuSheetContent content = {
    .plan = self->plan,
    .schedule = self->schedule,
    .rows = self->rows,
    .shares = self->shares,
    .planned = self->planned,
    .lights = self->lights,
    .baseline = self->baseline,
    .highlights = self->highlights,
    .language = language,
    .today = GUATU_NONE,
    .layers = layers_of (self),
    .ledger = -1,
    .margin = -1,
  };

  guatu_paper_parse (paper, landscape, &content.paper, &error);
  g_assert_no_error (error);

  return guatu_sheet_new (&content, painter);
}

/* Rows --------------------------------------------------------------------------------------------- */

void
fixture_set_text (GuatuPlan *plan, GuatuTable table, gint32 row, guint field, const char *text)
{
  g_assert_true (guatu_plan_set (plan, table, row, field, GUATU_TEXT (text)));
}

void
fixture_refer (GuatuPlan *plan, GuatuTable table, gint32 row, guint field, gint32 target)
{
  guatu_test_set (plan, table, row, field, guatu_plan_id (plan, guatu_field (table, field)->target, target));
}

gint32
fixture_add_unit (GuatuPlan *plan, const char *name)
{
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_UNIT, guatu_id_next ());

  fixture_set_text (plan, GUATU_TABLE_UNIT, row, GUATU_UNIT_NAME, name);
  guatu_test_set (plan, GUATU_TABLE_UNIT, row, GUATU_UNIT_POSITION, row);

  return row;
}

gint32
fixture_add_category (GuatuPlan *plan, gint32 ledger, const char *name)
{
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_CATEGORY, guatu_id_next ());

  fixture_set_text (plan, GUATU_TABLE_CATEGORY, row, GUATU_CATEGORY_NAME, name);
  guatu_test_set (plan, GUATU_TABLE_CATEGORY, row, GUATU_CATEGORY_POSITION, row);
  fixture_refer (plan, GUATU_TABLE_CATEGORY, row, GUATU_CATEGORY_LEDGER, ledger);

  return row;
}

void
fixture_put_in (GuatuPlan *plan, gint32 task, gint32 ledger, gint32 category)
{
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_LEDGER_ITEM, guatu_id_next ());

  fixture_refer (plan, GUATU_TABLE_LEDGER_ITEM, row, GUATU_LEDGER_ITEM_TASK, task);
  fixture_refer (plan, GUATU_TABLE_LEDGER_ITEM, row, GUATU_LEDGER_ITEM_LEDGER, ledger);
  if (category >= 0)
    fixture_refer (plan, GUATU_TABLE_LEDGER_ITEM, row, GUATU_LEDGER_ITEM_CATEGORY, category);
}

void
fixture_assign (GuatuPlan *plan, gint32 task, gint32 unit, GuatuRole role)
{
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_ASSIGNMENT, guatu_id_next ());

  fixture_refer (plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_TASK, task);
  fixture_refer (plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_UNIT, unit);
  guatu_test_set (plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_ROLE, role);
}

void
fixture_report (GuatuPlan *plan, gint32 task, const char *date, gint64 share)
{
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_REPORT, guatu_id_next ());

  fixture_refer (plan, GUATU_TABLE_REPORT, row, GUATU_REPORT_TASK, task);
  guatu_test_set (plan, GUATU_TABLE_REPORT, row, GUATU_REPORT_DATE, guatu_test_at (date));
  guatu_test_set (plan, GUATU_TABLE_REPORT, row, GUATU_REPORT_SHARE, share);
}

/* An office's plan ----------------------------------------------------------------------------------- */

static char *
made_up_name (GRand *rand, gboolean chinese, int most)
{
  static const char * const words[] = { "survey", "land", "acquisition", "bridge", "over", "the", "canal", "lighting",
                                        "Bauabnahmevorbereitungsbesprechung", "phase", "2,700", "school", "places" };
  static const char * const parts[] = { "路基", "征地拆迁", "桥梁", "竣工验收", "照明", "（二期）", "2,700 个",
                                        "“获得电力”" };
  guint n = (guint) g_rand_int_range (rand, 1, g_rand_int_range (rand, 0, 12) == 0 ? most : MIN (most, 6));
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      gboolean foreign = g_rand_int_range (rand, 0, 12) == 0;

      if (chinese != foreign)
        g_string_append (name, parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))]);
      else
        g_string_append_printf (name, "%s%s", i > 0 ? " " : "",
                                words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
    }

  return g_string_free (name, FALSE);
}

static void
add_details (GRand *rand, GuatuPlan *plan, gint32 task, guint n_units)
{
  if (g_rand_int_range (rand, 0, 3) > 0)
    fixture_assign (plan, task, g_rand_int_range (rand, 0, (gint32) n_units), GUATU_ROLE_LEAD_UNIT);
  if (g_rand_int_range (rand, 0, 4) == 0)
    guatu_test_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_DEADLINE,
                    guatu_test_at ("2024-06-28 17:00") + g_rand_int_range (rand, 0, 100) * GUATU_DAY);
  if (g_rand_int_range (rand, 0, 3) == 0)
    fixture_report (plan, task, "2024-04-01", g_rand_int_range (rand, 0, 10001));
  if (g_rand_int_range (rand, 0, 5) == 0)
    {
      gint32 node = guatu_plan_insert (plan, GUATU_TABLE_KEY_NODE, guatu_id_next ());

      fixture_refer (plan, GUATU_TABLE_KEY_NODE, node, GUATU_KEY_NODE_TASK, task);
      guatu_test_set (plan, GUATU_TABLE_KEY_NODE, node, GUATU_KEY_NODE_SHARE, 5000);
    }
}

GuatuPlan *
fixture_office_plan (GRand *rand, guint n, gboolean chinese)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  g_autofree char *title = made_up_name (rand, chinese, 20);
  gint32 parents[3] = { -1, -1, -1 }, last_leaf = -1;

  fixture_set_text (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_TITLE, title);
  fixture_set_text (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_SUBTITLE,
                    chinese ? "一榜一牌一令" : "Thirty tasks, three ledgers");
  fixture_set_text (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_LANGUAGE, chinese ? "zh_CN" : "en");
  if (g_rand_boolean (rand))
    guatu_test_set (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_STATUS_DATE, guatu_test_at ("2024-04-12 17:00"));
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *name = made_up_name (rand, chinese, 4);

      fixture_add_unit (plan, name);
    }

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = made_up_name (rand, chinese, 30);
      g_autofree char *duration = g_strdup_printf ("%dd", g_rand_int_range (rand, 0, 30));
      gboolean summary = i % 9 == 0 && i + 3 < n;
      int depth = i % 9 == 0 ? (int) (i % 27 / 9) : (int) (i / 9 * 9 % 27 / 9) + 1;
      gint32 task = guatu_test_add_task (plan, depth > 0 ? parents[depth - 1] : -1, name, duration);

      if (summary)
        parents[MIN (depth, 2)] = task;
      else
        {
          add_details (rand, plan, task, 5);
          if (last_leaf >= 0 && g_rand_int_range (rand, 0, 3) > 0)
            guatu_test_add_link (plan, last_leaf, task, g_rand_int_range (rand, 0, 4), NULL);
          last_leaf = task;
        }
    }
  guatu_plan_settle (plan);

  return plan;
}

static void
add_phases (GRand *rand, GuatuPlan *plan, gboolean chinese)
{
  static const char * const names[2][3] = { { "Mobilisation", "Implementation", "Close-out and improvement" },
                                            { "动员部署", "组织实施", "总结提升" } };
  GuatuInstant from = guatu_test_at ("2024-03-01");

  for (guint i = 0; i < 3; i++)
    {
      gint32 row = guatu_plan_insert (plan, GUATU_TABLE_PHASE, guatu_id_next ());
      GuatuInstant to = from + g_rand_int_range (rand, 3, 150) * GUATU_DAY;

      fixture_set_text (plan, GUATU_TABLE_PHASE, row, GUATU_PHASE_NAME, names[chinese][i]);
      fixture_set_text (plan, GUATU_TABLE_PHASE, row, GUATU_PHASE_WORDING, chinese ? "8月下旬" : "late August");
      guatu_test_set (plan, GUATU_TABLE_PHASE, row, GUATU_PHASE_POSITION, row + 1);
      guatu_test_set (plan, GUATU_TABLE_PHASE, row, GUATU_PHASE_FROM_DATE, from);
      guatu_test_set (plan, GUATU_TABLE_PHASE, row, GUATU_PHASE_TO_DATE, to);
      from = to;
    }
}

/* Monday to Friday, 8:00 to 17:00 with an hour off, for a plan that has no calendar of its own. */
static gint32
add_calendar (GuatuPlan *plan)
{
  static const int hours[] = { 8, 12, 13, 17 };
  gint32 calendar = guatu_plan_insert (plan, GUATU_TABLE_CALENDAR, guatu_id_next ());

  for (int weekday = 0; weekday < 7; weekday++)
    {
      gint32 day = guatu_plan_insert (plan, GUATU_TABLE_CALENDAR_DAY, guatu_id_next ());

      fixture_refer (plan, GUATU_TABLE_CALENDAR_DAY, day, GUATU_CALENDAR_DAY_CALENDAR, calendar);
      guatu_test_set (plan, GUATU_TABLE_CALENDAR_DAY, day, GUATU_CALENDAR_DAY_WEEKDAY, weekday);
      for (guint i = 0; weekday < 5 && i < G_N_ELEMENTS (hours); i += 2)
        {
          gint32 row = guatu_plan_insert (plan, GUATU_TABLE_CALENDAR_HOURS, guatu_id_next ());

          fixture_refer (plan, GUATU_TABLE_CALENDAR_HOURS, row, GUATU_CALENDAR_HOURS_DAY, day);
          guatu_test_set (plan, GUATU_TABLE_CALENDAR_HOURS, row, GUATU_CALENDAR_HOURS_FROM_TIME, hours[i] * GUATU_HOUR);
          guatu_test_set (plan, GUATU_TABLE_CALENDAR_HOURS, row, GUATU_CALENDAR_HOURS_TO_TIME,
                          hours[i + 1] * GUATU_HOUR);
        }
    }
  fixture_refer (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_CALENDAR, calendar);

  return calendar;
}

static void
add_holidays (GRand *rand, GuatuPlan *plan, gboolean chinese)
{
  GuatuInstant day = guatu_test_at ("2024-03-06");
  gint32 calendar = add_calendar (plan);

  for (guint i = 0; i < 8; i++)
    {
      gint32 row = guatu_plan_insert (plan, GUATU_TABLE_CALENDAR_EXCEPTION, guatu_id_next ());

      day += g_rand_int_range (rand, 1, 60) * GUATU_DAY;
      fixture_refer (plan, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_CALENDAR,
                     calendar);
      fixture_set_text (plan, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_NAME,
                        chinese ? "国庆节、中秋节" : "Dragon Boat Festival");
      guatu_test_set (plan, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_FROM_DATE, day);
      day += g_rand_int_range (rand, 0, 8) * GUATU_DAY;
      guatu_test_set (plan, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_TO_DATE, day);
    }
}

/* Everything that stands at the top is on a board of a few categories, or a few dozen; some of it has a plaque. */
static void
add_board (GRand *rand, GuatuPlan *plan, gboolean chinese, guint n)
{
  gint32 board = guatu_plan_insert (plan, GUATU_TABLE_LEDGER, guatu_id_next ()), plaques;
  gint32 categories[24];
  guint n_categories = (guint) g_rand_int_range (rand, 1, g_rand_boolean (rand) ? 4 : 24);

  plaques = guatu_plan_insert (plan, GUATU_TABLE_LEDGER, guatu_id_next ());
  guatu_test_set (plan, GUATU_TABLE_LEDGER, plaques, GUATU_LEDGER_KIND, GUATU_LEDGER_KIND_PLAQUE_LIST);
  guatu_test_set (plan, GUATU_TABLE_LEDGER, plaques, GUATU_LEDGER_POSITION, 9);
  for (guint i = 0; i < n_categories; i++)
    {
      g_autofree char *name = made_up_name (rand, chinese, 3);

      categories[i] = fixture_add_category (plan, board, name);
    }
  for (gint32 task = 0; (guint) task < n; task++)
    {
      if (guatu_plan_task (plan, task)->parent >= 0)
        continue;
      if (g_rand_int_range (rand, 0, 8) > 0)
        fixture_put_in (plan, task, board, categories[g_rand_int_range (rand, 0, (gint32) n_categories)]);
      if (g_rand_boolean (rand))
        fixture_put_in (plan, task, plaques, -1);
    }
}

/* Where tasks were to be, some of them earlier than they are. */
static void
add_baseline (GRand *rand, GuatuPlan *plan, guint n)
{
  g_autoptr(GuatuSchedule) schedule = guatu_schedule_new (plan, NULL, NULL);
  gint32 baseline = guatu_plan_insert (plan, GUATU_TABLE_BASELINE, guatu_id_next ());

  for (gint32 task = 0; schedule != NULL && (guint) task < n; task++)
    {
      gint32 row = guatu_plan_insert (plan, GUATU_TABLE_BASELINE_TASK, guatu_id_next ());
      gint64 early = g_rand_int_range (rand, 0, 12) * GUATU_DAY;

      fixture_refer (plan, GUATU_TABLE_BASELINE_TASK, row, GUATU_BASELINE_TASK_BASELINE, baseline);
      fixture_refer (plan, GUATU_TABLE_BASELINE_TASK, row, GUATU_BASELINE_TASK_TASK, task);
      guatu_test_set (plan, GUATU_TABLE_BASELINE_TASK, row, GUATU_BASELINE_TASK_START, schedule->start[task] - early);
      guatu_test_set (plan, GUATU_TABLE_BASELINE_TASK, row, GUATU_BASELINE_TASK_FINISH, schedule->finish[task] - early);
    }
}

GuatuPlan *
fixture_wall_plan (GRand *rand, guint n, gboolean chinese)
{
  GuatuPlan *plan = fixture_office_plan (rand, n, chinese);

  fixture_set_text (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_NOTE, chinese ? "示例数据" : "Sample data");
  fixture_set_text (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_ISSUING_BODY, chinese ? "领导小组办公室" : "Programme office");
  add_phases (rand, plan, chinese);
  add_holidays (rand, plan, chinese);
  add_board (rand, plan, chinese, n);
  for (gint32 task = 0; (guint) task < n; task++)
    if (g_rand_int_range (rand, 0, 3) == 0)
      {
        g_autofree char *objective = made_up_name (rand, chinese, 10);

        fixture_set_text (plan, GUATU_TABLE_TASK, task, GUATU_TASK_OBJECTIVE, objective);
      }
  guatu_plan_settle (plan);
  add_baseline (rand, plan, n);
  guatu_plan_settle (plan);

  return plan;
}

void
fixture_add_links (GRand *rand, GuatuPlan *plan, guint n)
{
  guint n_tasks;
  const gint32 *outline = guatu_plan_outline (plan, &n_tasks);
  g_autoptr(GArray) leaves = g_array_new (FALSE, FALSE, sizeof (gint32));

  for (guint i = 0; i < n_tasks; i++)
    if (!guatu_plan_is_summary (plan, outline[i]))
      g_array_append_val (leaves, outline[i]);
  for (guint i = 0; i < n; i++)
    {
      gint32 from = g_rand_int_range (rand, 0, (gint32) leaves->len - 1);
      gint32 to = g_rand_int_range (rand, from + 1, (gint32) MIN (leaves->len, (guint) from + 25));
      GuatuLinkType type = g_rand_boolean (rand) ? GUATU_LINK_FS : (GuatuLinkType) g_rand_int_range (rand, 0, 4);

      guatu_test_add_link (plan, g_array_index (leaves, gint32, from), g_array_index (leaves, gint32, to), type, NULL);
    }
  guatu_plan_settle (plan);
}

gint32 *
fixture_add_baseline (GRand *rand, GuatuPlan *plan)
{
  g_autoptr(GuatuSchedule) schedule = guatu_schedule_new (plan, NULL, NULL);
  gint32 baseline = guatu_plan_insert (plan, GUATU_TABLE_BASELINE, guatu_id_next ());
  guint n = guatu_plan_n_rows (plan, GUATU_TABLE_TASK);
  gint32 *rows = g_new (gint32, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      gint64 earlier = g_rand_int_range (rand, 0, 15) * GUATU_DAY;

      rows[i] = -1;
      if (schedule->finish[i] == GUATU_NONE)
        continue;
      rows[i] = guatu_plan_insert (plan, GUATU_TABLE_BASELINE_TASK, guatu_id_next ());
      fixture_refer (plan, GUATU_TABLE_BASELINE_TASK, rows[i], GUATU_BASELINE_TASK_BASELINE, baseline);
      fixture_refer (plan, GUATU_TABLE_BASELINE_TASK, rows[i], GUATU_BASELINE_TASK_TASK, (gint32) i);
      guatu_test_set (plan, GUATU_TABLE_BASELINE_TASK, rows[i], GUATU_BASELINE_TASK_START,
                      schedule->start[i] - earlier);
      guatu_test_set (plan, GUATU_TABLE_BASELINE_TASK, rows[i], GUATU_BASELINE_TASK_FINISH,
                      schedule->finish[i] - earlier);
    }

  return rows;
}

/* Programs ----------------------------------------------------------------------------------------- */

char *
fixture_run (const char *program, const char *first, ...)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *found = g_find_program_in_path (program);
  char *output = NULL;
  int status;
  va_list list;

  if (found == NULL)
    {
      g_autofree char *message = g_strdup_printf ("%s is not installed", program);

      g_test_skip (message);
      return NULL;
    }
  g_ptr_array_add (words, found);
  va_start (list, first);
  for (const char *word = first; word != NULL; word = va_arg (list, const char *))
    g_ptr_array_add (words, (gpointer) word);
  va_end (list);
  g_ptr_array_add (words, NULL);

  g_spawn_sync (NULL, (char **) words->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);

  return output;
}

/* Words of letters, characters without end, and both. */
static char *
any_name (GRand *rand)
{
  static const char * const letters[] = { "a", "W", "i", "m", "e", "o", "t", "Ä", "ß", "1", "-" };
  static const char * const characters[] = { "路", "桥", "征", "验", "收", "目", "“", "”", "（", "、", "2" };
  guint n = (guint) g_rand_int_range (rand, 1, g_rand_boolean (rand) ? 12 : 81), script = (guint) g_rand_int_range (rand, 0, 3);
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    if (script == 1 || (script == 2 && g_rand_boolean (rand)))
      g_string_append (name, characters[g_rand_int_range (rand, 0, G_N_ELEMENTS (characters))]);
    else if (i > 0 && i + 1 < n && g_rand_int_range (rand, 0, 7) == 0)
      g_string_append_c (name, ' ');
    else
      g_string_append (name, letters[g_rand_int_range (rand, 0, G_N_ELEMENTS (letters))]);

  return g_string_free (name, FALSE);
}

GuatuPlan *
fixture_any_plan (GRand *rand, guint n, gboolean chinese, double days)
{
  GuatuPlan *plan = fixture_wall_plan (rand, n, chinese);
  GuatuInstant start = guatu_test_at ("2024-03-04 08:00");
  double span = days * GUATU_DAY;

  for (gint32 task = 0; (guint) task < n; task++)
    {
      g_autofree char *name = any_name (rand);
      gint64 from = (gint64) (g_rand_double (rand) * span * 0.8), most = (gint64) (span * 0.2) + GUATU_HOUR;

      fixture_set_text (plan, GUATU_TABLE_TASK, task, GUATU_TASK_NAME, name);
      guatu_test_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_DURATION_KIND, GUATU_DURATION_ELAPSED);
      guatu_test_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_DURATION,
                      g_rand_int_range (rand, 0, (gint32) MIN (most, G_MAXINT32)));
      guatu_test_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_CONSTRAINT, GUATU_CONSTRAINT_SNET);
      guatu_test_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_CONSTRAINT_DATE, start + from);
    }
  guatu_plan_settle (plan);

  return plan;
}
