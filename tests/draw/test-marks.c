/* test-marks.c — float, slip, stickers and the progress line stand where dates and reports say. */
#include "draw-fixtures.h"
#include "guatu-id.h"
#include "guatu-test.h"

/* The view of drawing_new(): 20 points a day from Monday 2024-03-04 at x = 100; working days begin at 8:00 (6.7) and
 * end at 17:00 (14.2). Row k lies from y = 20 k, its bar of height 10 from 20 k + 5. */

static void
check_painted (Drawing *drawing, guint layers, const char *start, const char *expected)
{
  g_autoptr(NotesPainter) painter = notes_painter_new (NULL);
  g_autofree char *found = NULL;

  drawing->view.layers = layers;
  guatu_chart_paint (&drawing->view, &painter->parent, (GuatuBox) { 0, 0, 520, drawing->view.chart.height });
  found = notes_painter_grep (painter, start);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_float (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 done;
  g_autoptr(Drawing) drawing = NULL;

  /* The long one is critical; the short one could end on Friday as well, 17:00: x = 194.2. */
  guatu_test_add_task (plan, -1, "Short", "2d");
  guatu_test_add_task (plan, -1, "Long", "5d");
  done = guatu_test_add_task (plan, -1, "Done", "1d");
  fixture_report (plan, done, "2024-03-04", 10000);
  drawing = drawing_new (plan, NULL);
  check_painted (drawing, GUATU_LAYER_FLOAT, "*float",
                 "line 134.2,13.6 194.2,13.6 float\nline 193.7,11.6 193.7,15.6 float\n");
}

static void
test_slip (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 baseline = guatu_plan_insert (plan, GUATU_TABLE_BASELINE, guatu_id_next ());
  gint32 records[2];
  g_autoptr(Drawing) drawing = NULL;

  for (guint i = 0; i < 2; i++)
    {
      gint32 task = guatu_test_add_task (plan, -1, "Road", "4d");

      records[i] = guatu_plan_insert (plan, GUATU_TABLE_BASELINE_TASK, guatu_id_next ());
      fixture_refer (plan, GUATU_TABLE_BASELINE_TASK, records[i], GUATU_BASELINE_TASK_BASELINE, baseline);
      fixture_refer (plan, GUATU_TABLE_BASELINE_TASK, records[i], GUATU_BASELINE_TASK_TASK, task);
      guatu_test_set (plan, GUATU_TABLE_BASELINE_TASK, records[i], GUATU_BASELINE_TASK_START,
                      guatu_test_at ("2024-03-04 08:00"));
      guatu_test_set (plan, GUATU_TABLE_BASELINE_TASK, records[i], GUATU_BASELINE_TASK_FINISH,
                      guatu_test_at (i == 0 ? "2024-03-05 17:00" : "2024-03-07 17:00"));
    }
  drawing = drawing_new (plan, NULL);
  drawing->view.baseline = records;
  g_assert_cmpint (guatu_chart_slip (&drawing->view, 0), ==, 200);
  g_assert_cmpint (guatu_chart_slip (&drawing->view, 1), ==, 0);
  /* From Tuesday to Thursday, in the middle of the shadow. */
  check_painted (drawing, GUATU_LAYER_BASELINE, "*slip", "fill 134.2,16.9 40x1 slip\n");
  check_painted (drawing, 0, "*slip", "");
}

static void
test_flags (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 done = guatu_test_add_task (plan, -1, "Done", "2d");
  gint32 late = guatu_test_add_task (plan, -1, "Late", "2d");
  gint32 more_time = guatu_test_add_task (plan, -1, "More time", "2d");
  g_autoptr(Drawing) drawing = NULL;

  guatu_test_add_task (plan, -1, "Not due", "5d");
  fixture_report (plan, done, "2024-03-05", 10000);
  fixture_report (plan, late, "2024-03-05", 9000);
  guatu_test_set (plan, GUATU_TABLE_TASK, done, GUATU_TASK_DEADLINE, guatu_test_at ("2024-03-06 17:00"));
  guatu_test_set (plan, GUATU_TABLE_TASK, more_time, GUATU_TASK_DEADLINE, guatu_test_at ("2024-03-08 17:00"));
  drawing = drawing_new (plan, NULL);
  drawing->view.status_date = guatu_test_at ("2024-03-07 17:00");
  check_painted (drawing, GUATU_LAYER_FLAGS, "line 137.2",
                 "line 137.2,15 137.2,5 text\nline 137.2,35 137.2,25 text\n");
  check_painted (drawing, GUATU_LAYER_FLAGS, "polygon 137.2,5",
                 "polygon 137.2,5 145.4,5 143.4,7.8 145.4,10.6 137.2,10.6 flag-done\n");
  check_painted (drawing, GUATU_LAYER_FLAGS, "polygon 137.2,25",
                 "polygon 137.2,25 145.4,25 143.4,27.8 145.4,30.6 137.2,30.6 flag-overdue\n");
  /* Right of the bracket, where that is shown. */
  check_painted (drawing, GUATU_LAYER_FLAGS | GUATU_LAYER_DEADLINES, "line 159",
                 "line 159.7,15 159.7,5 text\n");
}

/* What takes no part in the plan is not overdue, and the progress line passes it by. */
static void
test_inactive (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 dropped = guatu_test_add_task (plan, -1, "Dropped", "2d");
  g_autoptr(Drawing) drawing = NULL;
  GuatuPoint point;
  gboolean overdue;

  guatu_test_set (plan, GUATU_TABLE_TASK, dropped, GUATU_TASK_ACTIVE, FALSE);
  drawing = drawing_new (plan, NULL);
  drawing->view.status_date = guatu_test_at ("2024-03-14 17:00");
  g_assert_false (guatu_chart_has_flag (&drawing->view, 0, &overdue));
  g_assert_false (guatu_chart_progress_point (&drawing->view, 0, &point));
}

/* A summary whose children are hidden is a task like others. */
static void
test_folded (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 road = guatu_test_add_task (plan, -1, "Road", "1d");
  gint32 survey = guatu_test_add_task (plan, road, "Survey", "2d");
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;
  g_autoptr(Drawing) drawing = NULL;
  gboolean overdue;

  fixture_report (plan, survey, "2024-03-05", 10000);
  drawing = drawing_new (plan, NULL);
  g_assert_false (guatu_chart_has_flag (&drawing->view, 0, &overdue));
  g_assert_true (guatu_chart_has_flag (&drawing->view, 1, &overdue));
  guatu_rows_free (drawing->rows);
  query.max_depth = 1;
  drawing->view.rows = drawing->rows = guatu_rows_new (plan, drawing->schedule, drawing->shares, &query);
  g_assert_true (guatu_chart_has_flag (&drawing->view, 0, &overdue));
  g_assert_false (overdue);
}

static void
test_progress_line (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 done = guatu_test_add_task (plan, -1, "Done", "1d");
  gint32 behind = guatu_test_add_task (plan, -1, "Behind", "5d");
  gint32 ahead = guatu_test_add_task (plan, -1, "Ahead", "5d");
  gint32 later = guatu_test_add_task (plan, -1, "Later", "1d");
  g_autoptr(Drawing) drawing = NULL;

  fixture_report (plan, done, "2024-03-04", 10000);
  fixture_report (plan, behind, "2024-03-05", 2000);
  fixture_report (plan, ahead, "2024-03-05", 8000);
  guatu_test_add_link (plan, ahead, later, GUATU_LINK_FS, NULL);
  drawing = drawing_new (plan, NULL);
  drawing->view.status_date = guatu_test_at ("2024-03-06 00:00");
  check_painted (drawing, GUATU_LAYER_PROGRESS_LINE, "*progress-line",
                 "line 140,0 140,10 progress-line\n"
                 "line 140,10 124.2,30 progress-line\nbox 122.6,28.4 3.2x3.2 progress-line\n"
                 "line 124.2,30 176.7,50 progress-line\nbox 175.1,48.4 3.2x3.2 progress-line\n"
                 "line 176.7,50 140,70 progress-line\n"
                 "line 140,70 140,80 progress-line\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/marks/float-goes-on-from-the-bar-to-the-latest-finish", test_float);
  g_test_add_func ("/marks/slip-is-marked-from-the-baseline-finish-on", test_slip);
  g_test_add_func ("/marks/done-is-a-red-flag-and-overdue-a-black-one", test_flags);
  g_test_add_func ("/marks/what-is-inactive-is-not-late", test_inactive);
  g_test_add_func ("/marks/a-summary-has-them-where-its-children-are-hidden", test_folded);
  g_test_add_func ("/marks/the-progress-line-goes-by-what-is-done", test_progress_line);

  return g_test_run ();
}
