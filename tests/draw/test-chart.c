/* test-chart.c — bars, diamonds, links and lines stand where their dates say, and only what shows is painted. */
#include "draw-fixtures.h"
#include "guatu-id.h"
#include "guatu-test.h"

/*
 * The view of drawing_new(): 20 points a day from Monday 2024-03-04 at x = 100, so that an hour is 5/6 of
 * a point; working days begin at 8:00 (6.7) and end at 17:00 (14.2). Row k lies from y = 20 k, its bar of
 * height 10 from 20 k + 5.
 */

static NotesPainter *
paint (Drawing *drawing)
{
  NotesPainter *painter = notes_painter_new (NULL);
  GuatuBox all = { 0, 0, 520, drawing->view.chart.height };

  guatu_chart_paint (&drawing->view, &painter->parent, all);
  g_assert_cmpuint (painter->clips, ==, 0);

  return painter;
}

static void
check_painted (GuatuPlan *plan, guint layers, const char *start, const char *expected)
{
  g_autoptr(Drawing) drawing = drawing_new (plan, NULL);
  g_autoptr(NotesPainter) painter = NULL;
  g_autofree char *found = NULL;

  drawing->view.layers = layers;
  painter = paint (drawing);
  found = notes_painter_grep (painter, start);
  g_assert_cmpstr (found, ==, expected);
}

/* Bars ----------------------------------------------------------------------------------------------- */

static void
test_bars (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 survey = guatu_test_add_task (plan, -1, "Survey", "5d");
  gint32 design = guatu_test_add_task (plan, -1, "Design", "1d");

  /* Monday 8:00 to Friday 17:00; then, over the weekend, Monday 8:00 to 17:00. */
  guatu_test_add_link (plan, survey, design, GUATU_LINK_FS, NULL);
  check_painted (plan, 0, "box", "box 106.7,5 87.5x10 done\nbox 246.7,25 7.5x10 done\n");
}

static void
test_progress (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 half = guatu_test_add_task (plan, -1, "Half", "5d");

  guatu_test_add_task (plan, -1, "Nothing", "5d");
  fixture_report (plan, half, "2024-03-06", 5000);
  check_painted (plan, GUATU_LAYER_PROGRESS, "box",
                 "box 106.7,5 87.5x10 bar\nbox 106.7,5 43.8x10 done\nbox 106.7,25 87.5x10 bar\n");
}

static void
test_critical (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();

  guatu_test_add_task (plan, -1, "Short", "1d");
  guatu_test_add_task (plan, -1, "Long", "2d");
  check_painted (plan, GUATU_LAYER_CRITICAL, "box",
                 "box 106.7,5 7.5x10 done\nbox 106.7,25 27.5x10 done\nbox 106.7,25 27.5x10 around critical\n");
}

static void
test_milestone (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 survey = guatu_test_add_task (plan, -1, "Survey", "5d");
  gint32 approved = guatu_test_add_task (plan, -1, "Approved", "0d");

  /* It keeps its driving instant: Friday 17:00, x = 194.2. */
  guatu_test_add_link (plan, survey, approved, GUATU_LINK_FS, NULL);
  check_painted (plan, 0, "polygon", "polygon 194.2,23.8 200.4,30 194.2,36.2 188,30 milestone\n");
}

static void
test_summary (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 road = guatu_test_add_task (plan, -1, "Road", "1d");

  guatu_test_add_task (plan, road, "Survey", "5d");
  check_painted (plan, 0, "polygon 106.7",
                 "polygon 106.7,6.2 194.2,6.2 194.2,14.2 190,10.4 110.9,10.4 106.7,14.2 summary-done\n");
}

static void
test_very_short (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();

  guatu_test_add_task (plan, -1, "Minute", "1min");
  check_painted (plan, 0, "box", "box 106.7,5 1.5x10 done\n");
}

static void
test_key_nodes (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Road", "4d");
  gint32 half, dated;

  /* Half of four days is Tuesday 17:00: x = 134.2; Wednesday 12:00 is 150. */
  half = guatu_plan_insert (plan, GUATU_TABLE_KEY_NODE, guatu_id_next ());
  fixture_refer (plan, GUATU_TABLE_KEY_NODE, half, GUATU_KEY_NODE_TASK, task);
  guatu_test_set (plan, GUATU_TABLE_KEY_NODE, half, GUATU_KEY_NODE_SHARE, 5000);
  guatu_test_set (plan, GUATU_TABLE_KEY_NODE, half, GUATU_KEY_NODE_DONE_ON, guatu_test_at ("2024-03-05"));
  dated = guatu_plan_insert (plan, GUATU_TABLE_KEY_NODE, guatu_id_next ());
  fixture_refer (plan, GUATU_TABLE_KEY_NODE, dated, GUATU_KEY_NODE_TASK, task);
  guatu_test_set (plan, GUATU_TABLE_KEY_NODE, dated, GUATU_KEY_NODE_DATE, guatu_test_at ("2024-03-06 12:00"));
  check_painted (plan, GUATU_LAYER_KEY_NODES, "polygon",
                 "polygon 134.2,5.8 138.4,10 134.2,14.2 130,10 key-node\n"
                 "polygon 150,5.8 154.2,10 150,14.2 145.8,10 key-node-open\n");
}

static void
test_deadline (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Road", "4d");

  /* Friday 17:00: the bracket opens to the left, its back at x = 194.2. */
  guatu_test_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_DEADLINE, guatu_test_at ("2024-03-08 17:00"));
  check_painted (plan, GUATU_LAYER_DEADLINES, "*deadline",
                 "polygon 191.6,0.5 196.7,0.5 194.2,3.9 deadline\n"
                 "line 191.2,3.9 194.2,3.9 194.2,17 191.2,17 deadline\n");
}

static void
test_baseline (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Road", "4d");
  gint32 baseline = guatu_plan_insert (plan, GUATU_TABLE_BASELINE, guatu_id_next ());
  gint32 record = guatu_plan_insert (plan, GUATU_TABLE_BASELINE_TASK, guatu_id_next ());
  g_autoptr(Drawing) drawing = NULL;
  g_autoptr(NotesPainter) painter = NULL;
  g_autofree char *found = NULL;

  fixture_refer (plan, GUATU_TABLE_BASELINE_TASK, record, GUATU_BASELINE_TASK_BASELINE, baseline);
  fixture_refer (plan, GUATU_TABLE_BASELINE_TASK, record, GUATU_BASELINE_TASK_TASK, task);
  guatu_test_set (plan, GUATU_TABLE_BASELINE_TASK, record, GUATU_BASELINE_TASK_START,
                  guatu_test_at ("2024-03-05 00:00"));
  guatu_test_set (plan, GUATU_TABLE_BASELINE_TASK, record, GUATU_BASELINE_TASK_FINISH,
                  guatu_test_at ("2024-03-07 00:00"));
  drawing = drawing_new (plan, NULL);
  drawing->view.baseline = &record;
  painter = paint (drawing);
  found = notes_painter_grep (painter, "*baseline");
  g_assert_cmpstr (found, ==, "box 120,16.4 40x2 baseline\n");
}

/* Links ---------------------------------------------------------------------------------------------- */

/* Two tasks of five days, the second of which starts on the first day that is not before @start. */
static void
check_link (GuatuLinkType type, const char *lag, const char *expected)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 first = guatu_test_add_task (plan, -1, "First", "2d");
  gint32 second = guatu_test_add_task (plan, -1, "Second", "2d");

  guatu_test_add_link (plan, first, second, type, lag);
  check_painted (plan, GUATU_LAYER_LINKS, "line 1", expected);
}

static void
test_links (void)
{
  /* The first ends at 134.2, the second, a day later, begins at 146.7: out, then down onto its upper edge
   * (y = 25), where the arrow's head covers the last of the line. */
  check_link (GUATU_LINK_FS, NULL,
              "line 134.2,10 150.3,10 150.3,22.1 link\n");
  /* Both begin at 106.7: round the left of both. */
  check_link (GUATU_LINK_SS, NULL,
              "line 106.7,10 100.2,10 100.2,30 103.8,30 link\n");
  check_link (GUATU_LINK_FF, NULL,
              "line 134.2,10 140.6,10 140.6,30 137,30 link\n");
  /* The second begins a day before the first ends: back between the rows. */
  check_link (GUATU_LINK_FS, "-1d",
              "line 134.2,10 140.6,10 140.6,20 120.2,20 120.2,30 123.8,30 link\n");
}

static void
test_link_up (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 second = guatu_test_add_task (plan, -1, "Second", "2d");
  gint32 first = guatu_test_add_task (plan, -1, "First", "2d");

  guatu_test_add_link (plan, first, second, GUATU_LINK_FS, NULL);
  check_painted (plan, GUATU_LAYER_LINKS, "*link",
                 "line 134.2,30 150.3,30 150.3,17.9 link\npolygon 150.3,15 152.1,18.6 148.5,18.6 link\n");
}

static void
test_link_to_milestone (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 survey = guatu_test_add_task (plan, -1, "Survey", "2d");
  gint32 approved = guatu_test_add_task (plan, -1, "Approved", "0d");

  /* Straight down from the bar's end onto the diamond's point. */
  guatu_test_add_link (plan, survey, approved, GUATU_LINK_FS, NULL);
  check_painted (plan, GUATU_LAYER_LINKS, "*link",
                 "line 134.2,10 134.2,20.9 link\npolygon 134.2,23.8 132.4,20.2 136,20.2 link\n");
}

static void
test_critical_link (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 first = guatu_test_add_task (plan, -1, "First", "2d");
  gint32 second = guatu_test_add_task (plan, -1, "Second", "2d");

  guatu_test_add_link (plan, first, second, GUATU_LINK_FS, NULL);
  check_painted (plan, GUATU_LAYER_LINKS | GUATU_LAYER_CRITICAL, "line 134.2",
                 "line 134.2,10 150.3,10 150.3,22.1 critical\n");
}

/* Days and lines --------------------------------------------------------------------------------------- */

static void
test_days_off (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();

  /* The Standard calendar's weekends: 9 and 10, 16 and 17, 23 and 24 March. */
  guatu_test_add_task (plan, -1, "Survey", "5d");
  check_painted (plan, GUATU_LAYER_DAYS_OFF, "*weekend",
                 "fill 200,0 40x20 weekend\nfill 340,0 40x20 weekend\nfill 480,0 40x20 weekend\n");
}

static void
test_date_lines (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  g_autoptr(Drawing) drawing = NULL;
  g_autoptr(NotesPainter) painter = NULL;
  g_autofree char *status = NULL;
  g_autofree char *today = NULL;

  guatu_test_add_task (plan, -1, "Survey", "5d");
  drawing = drawing_new (plan, NULL);
  drawing->view.status_date = guatu_test_at ("2024-03-05 12:00");
  drawing->view.today = guatu_test_at ("2024-04-01");
  painter = paint (drawing);
  status = notes_painter_grep (painter, "dashes");
  today = notes_painter_grep (painter, "*today");
  g_assert_cmpstr (status, ==, "dashes 130,0 130,20 status\n");
  g_assert_cmpstr (today, ==, "");
}

/* The table -------------------------------------------------------------------------------------------- */

static void
test_cells (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 road = guatu_test_add_task (plan, -1, "Road", "1d");

  /* With type of 8 a cell leaves 3.2 on either side; a level is indented by 8; letters are 4 wide. */
  guatu_test_add_task (plan, road, "Line\nbreak", "5d");
  check_painted (plan, 0, "text",
                 "text 8,10 “1” muted\ntext 8,30 “2” muted\ntext 31.2,30 “Line break” text\n");
  plan = guatu_test_plan_new ();
  road = guatu_test_add_task (plan, -1, "Road", "1d");
  guatu_test_add_task (plan, road, "Survey", "5d");
  check_painted (plan, 0, "bold", "bold 23.2,10 “Road” text\n");
}

static char *
cell (Drawing *drawing, guint row, GuatuColumnKind column)
{
  GString *text = g_string_new (NULL);

  guatu_chart_cell_text (&drawing->view, row, column, text);

  return g_string_free (text, FALSE);
}

#define assert_cell(drawing, row, column, expected) \
  G_STMT_START { \
    g_autofree char *text_ = cell ((drawing), (row), (column)); \
    g_assert_cmpstr (text_, ==, expected); \
  } G_STMT_END

static void
test_cell_texts (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 road = guatu_test_add_task (plan, -1, "Road", "1d");
  gint32 survey = guatu_test_add_task (plan, road, "Survey", "1.5d");
  gint32 transport = fixture_add_unit (plan, "Transport"), town = fixture_add_unit (plan, "Town");
  g_autoptr(Drawing) drawing = NULL;

  guatu_test_add_task (plan, road, "Curing", "3ed");
  guatu_test_add_task (plan, road, "Check", "3h");
  fixture_assign (plan, survey, transport, GUATU_ROLE_LEAD_UNIT);
  fixture_assign (plan, survey, town, GUATU_ROLE_LEAD_UNIT);
  fixture_assign (plan, survey, town, GUATU_ROLE_SUPPORT_UNIT);
  fixture_report (plan, survey, "2024-03-04", 9960);
  guatu_test_set (plan, GUATU_TABLE_TASK, survey, GUATU_TASK_DEADLINE, guatu_test_at ("2024-03-08 17:00"));
  drawing = drawing_new (plan, NULL);

  assert_cell (drawing, 1, GUATU_COLUMN_WBS, "1.1");
  assert_cell (drawing, 1, GUATU_COLUMN_DURATION, "1.5 d");
  assert_cell (drawing, 2, GUATU_COLUMN_DURATION, "3 ed");
  assert_cell (drawing, 3, GUATU_COLUMN_DURATION, "3 h");
  assert_cell (drawing, 1, GUATU_COLUMN_START, "Mar 4");
  assert_cell (drawing, 1, GUATU_COLUMN_FINISH, "Mar 5");
  assert_cell (drawing, 1, GUATU_COLUMN_DEADLINE, "Mar 8");
  assert_cell (drawing, 1, GUATU_COLUMN_LEAD_UNIT, "Transport, Town");
  assert_cell (drawing, 0, GUATU_COLUMN_LEAD_UNIT, "");
  /* 99.6 % is not yet all of it. */
  assert_cell (drawing, 1, GUATU_COLUMN_PROGRESS, "99%");
}

/* A line break in a name is none in a cell: rows are as high as what is measured for one line. */
static void
test_line_breaks (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 road = guatu_test_add_task (plan, -1, "Road\nand bridge", "1d");
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;
  g_autoptr(Drawing) drawing = NULL;

  fixture_assign (plan, road, fixture_add_unit (plan, "Transport\tand\nTown"), GUATU_ROLE_LEAD_UNIT);
  query.grouping = GUATU_GROUP_UNIT;
  drawing = drawing_new (plan, &query);
  assert_cell (drawing, 0, GUATU_COLUMN_NAME, "Transport and Town");
  assert_cell (drawing, 1, GUATU_COLUMN_NAME, "Road and bridge");
  assert_cell (drawing, 1, GUATU_COLUMN_LEAD_UNIT, "Transport and Town");
}

/* Clip and look-up ---------------------------------------------------------------------------------------- */

static void
test_clip (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);
  g_autoptr(Drawing) drawing = drawing_new (fixture_office_plan (rand, 200, FALSE), NULL);
  g_autoptr(NotesPainter) painter = notes_painter_new (NULL);

  guatu_chart_paint (&drawing->view, &painter->parent, (GuatuBox) { 0, 1000, 520, 60 });
  /* Rows 50, 51 and 52: two cells in each. */
  g_assert_cmpuint (painter->texts->len, ==, 6);
  for (guint i = 0; i < painter->texts->len; i++)
    {
      const NotedText *text = &g_array_index (painter->texts, NotedText, i);

      g_assert_cmpfloat (text->given.y, >=, 1000);
      g_assert_cmpfloat (text->given.y + text->given.height, <=, 1060);
    }
}

static void
test_clip_covers (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (4);
  g_autoptr(Drawing) drawing = drawing_new (fixture_office_plan (rand, 60, FALSE), NULL);
  g_autoptr(NotesPainter) whole = paint (drawing);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_auto(GStrv) lines = NULL;

  /* Painted in strips, every bar, link and text of the whole comes up in one strip or another. */
  drawing->view.layers &= ~(guint) GUATU_LAYER_DAYS_OFF;
  g_string_truncate (whole->notes, 0);
  guatu_chart_paint (&drawing->view, &whole->parent, (GuatuBox) { 0, 0, 520, 1200 });
  for (guint strip = 0; strip < 60; strip += 4)
    {
      g_autoptr(NotesPainter) painter = notes_painter_new (NULL);
      char **strip_lines;

      guatu_chart_paint (&drawing->view, &painter->parent, (GuatuBox) { 0, strip * 20, 520, 80 });
      strip_lines = g_strsplit (painter->notes->str, "\n", -1);
      g_ptr_array_add (parts, strip_lines);
      for (guint i = 0; strip_lines[i] != NULL; i++)
        g_hash_table_add (seen, strip_lines[i]);
    }
  lines = g_strsplit (whole->notes->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (!g_str_has_prefix (lines[i], "clip") && !g_str_has_prefix (lines[i], "dashes")
        && strstr (lines[i], " grid") == NULL)
      {
        g_test_message ("%s", lines[i]);
        g_assert_true (g_hash_table_contains (seen, lines[i]));
      }
}

static void
test_row_at (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (5);
  g_autoptr(Drawing) drawing = drawing_new (fixture_office_plan (rand, 50, FALSE), NULL);
  g_autofree double *tops = g_new (double, 51);
  guint row;

  g_assert_true (guatu_chart_row_at (&drawing->view, 0, &row) && row == 0);
  g_assert_true (guatu_chart_row_at (&drawing->view, 19.9, &row) && row == 0);
  g_assert_true (guatu_chart_row_at (&drawing->view, 20, &row) && row == 1);
  g_assert_false (guatu_chart_row_at (&drawing->view, -1, &row));
  g_assert_false (guatu_chart_row_at (&drawing->view, 1000, &row));

  for (guint i = 0; i <= 50; i++)
    tops[i] = i * i;
  drawing->view.tops = tops;
  for (guint i = 0; i < 50; i++)
    {
      g_assert_true (guatu_chart_row_at (&drawing->view, tops[i], &row));
      g_assert_cmpuint (row, ==, i);
      g_assert_true (guatu_chart_row_at (&drawing->view, tops[i + 1] - 0.01, &row));
      g_assert_cmpuint (row, ==, i);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/a-bar-goes-from-start-to-finish", test_bars);
  g_test_add_func ("/chart/what-is-done-is-a-share-of-the-bar", test_progress);
  g_test_add_func ("/chart/critical-bars-are-outlined", test_critical);
  g_test_add_func ("/chart/a-milestone-is-a-diamond-at-its-instant", test_milestone);
  g_test_add_func ("/chart/a-summary-spans-its-children", test_summary);
  g_test_add_func ("/chart/the-shortest-task-can-be-seen", test_very_short);
  g_test_add_func ("/chart/key-nodes-stand-at-their-date-or-share-of-working-time", test_key_nodes);
  g_test_add_func ("/chart/a-deadline-is-a-bracket-at-its-instant", test_deadline);
  g_test_add_func ("/chart/the-baseline-lies-below-the-bar", test_baseline);
  g_test_add_func ("/chart/links-go-along-the-axes-from-the-ends-that-they-join", test_links);
  g_test_add_func ("/chart/a-link-may-lead-up", test_link_up);
  g_test_add_func ("/chart/a-milestone-is-met-at-its-point", test_link_to_milestone);
  g_test_add_func ("/chart/a-link-between-critical-tasks-is-critical", test_critical_link);
  g_test_add_func ("/chart/days-off-are-shaded", test_days_off);
  g_test_add_func ("/chart/the-status-line-is-dashed-and-today-is-left-out-beyond-the-span", test_date_lines);
  g_test_add_func ("/chart/names-are-indented-and-summaries-bold", test_cells);
  g_test_add_func ("/chart/cells-say-what-their-column-asks", test_cell_texts);
  g_test_add_func ("/chart/line-breaks-in-names-are-spaces", test_line_breaks);
  g_test_add_func ("/chart/only-rows-within-the-clip-are-painted", test_clip);
  g_test_add_func ("/chart/strips-together-paint-the-whole", test_clip_covers);
  g_test_add_func ("/chart/a-row-is-found-by-its-height", test_row_at);

  return g_test_run ();
}
