/* test-times.c — a recurring task is one row of many bars: those that can be seen, and no more. */
#include "draw-fixtures.h"
#include "guatu-id.h"
#include "guatu-test.h"

#include <string.h>

/* Days are 20 wide from Monday 2024-03-04 at x = 100; row 0 has its bars from y = 5, ten high. */

static gint32
add_recurring (GuatuPlan *plan, const char *name, guint n, const char *duration)
{
  gint32 task = guatu_test_add_task (plan, -1, name, "1d");
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_RECURRENCE, guatu_id_next ());

  guatu_test_set (plan, GUATU_TABLE_RECURRENCE, row, GUATU_RECURRENCE_TASK, guatu_plan_id (plan, GUATU_TABLE_TASK, task));
  guatu_test_set (plan, GUATU_TABLE_RECURRENCE, row, GUATU_RECURRENCE_RECURRENCE, GUATU_RECUR_WEEKLY);
  guatu_test_set (plan, GUATU_TABLE_RECURRENCE, row, GUATU_RECURRENCE_WEEKDAYS, 2);
  guatu_test_set (plan, GUATU_TABLE_RECURRENCE, row, GUATU_RECURRENCE_FROM_DATE, guatu_test_at ("2024-03-04"));
  guatu_test_set (plan, GUATU_TABLE_RECURRENCE, row, GUATU_RECURRENCE_TIMES, MIN (n, 10000));
  for (guint i = 0; i < n; i++)
    {
      gint32 child = guatu_test_add_task (plan, task, "Meeting", duration);

      guatu_test_set (plan, GUATU_TABLE_TASK, child, GUATU_TASK_CONSTRAINT, GUATU_CONSTRAINT_SNET);
      guatu_test_set (plan, GUATU_TABLE_TASK, child, GUATU_TASK_CONSTRAINT_DATE,
                      guatu_test_at ("2024-03-04 08:00") + i * 7 * GUATU_DAY);
    }
  guatu_plan_settle (plan);
  return task;
}

static void
check_list (GuatuPlan *plan, const GuatuRowsQuery *query, const char *expected)
{
  g_autoptr(Drawing) drawing = drawing_new (plan, query);
  g_autofree char *list = drawing_list (drawing);

  g_assert_cmpstr (list, ==, expected);
}

static void
test_one_row (void)
{
  GuatuPlan *plan = guatu_test_plan_new (), *other = guatu_test_plan_new ();
  gint32 task = add_recurring (plan, "Weekly", 3, "1d");
  gint32 again = add_recurring (other, "Weekly", 3, "1d");
  gint64 id = guatu_plan_id (other, GUATU_TABLE_TASK, again);
  g_autoptr(GHashTable) opened = g_hash_table_new (g_int64_hash, g_int64_equal);
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;

  g_assert_cmpint (task, ==, again);
  guatu_test_add_task (plan, -1, "Bridge", "1d");
  guatu_plan_settle (plan);
  check_list (plan, NULL, "Weekly 0 folded\nBridge 0\n");

  g_hash_table_add (opened, &id);
  query.folded = opened;
  check_list (other, &query, "Weekly 0\nMeeting 1\nMeeting 1\nMeeting 1\n");
}

static char *
paint (Drawing *drawing, GuatuBox clip, const char *start)
{
  g_autoptr(NotesPainter) painter = notes_painter_new (NULL);

  guatu_chart_paint (&drawing->view, &painter->parent, clip);
  g_assert_cmpuint (painter->clips, ==, 0);

  return notes_painter_grep (painter, start);
}

static void
test_bars (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 task = add_recurring (plan, "Weekly", 3, "1d");
  g_autoptr(Drawing) drawing = NULL;
  g_autofree char *all = NULL;
  g_autofree char *second = NULL;

  fixture_report (plan, guatu_plan_task (plan, task)->first_child, "2024-03-04", 10000);
  drawing = drawing_new (plan, NULL);
  drawing->view.layers = GUATU_LAYER_PROGRESS;
  all = paint (drawing, (GuatuBox) { 0, 0, 520, 100 }, "box");
  g_assert_cmpstr (all, ==, "box 106.7,5 7.5x10 bar\nbox 106.7,5 7.5x10 done\nbox 246.7,5 7.5x10 bar\n"
                            "box 386.7,5 7.5x10 bar\n");
  second = paint (drawing, (GuatuBox) { 200, 0, 100, 100 }, "box");
  g_assert_cmpstr (second, ==, "box 246.7,5 7.5x10 bar\n");

  g_assert_cmpint (guatu_chart_time_at (&drawing->view, 0, 110, 0), ==, guatu_plan_task (plan, task)->first_child);
  g_assert_cmpint (guatu_chart_time_at (&drawing->view, 0, 180, 5), ==, -1);
}

static void
test_diamonds (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  g_autoptr(Drawing) drawing = NULL;
  g_autofree char *found = NULL;

  add_recurring (plan, "Weekly", 2, "0d");
  drawing = drawing_new (plan, NULL);
  drawing->view.layers = 0;
  found = paint (drawing, (GuatuBox) { 0, 0, 520, 100 }, "polygon");
  g_assert_nonnull (strstr (found, "106.7"));
  g_assert_nonnull (strstr (found, "246.7"));
}

static void
count (gint32 task, GuatuBox bar, gpointer data)
{
  ++*(guint *) data;
}

/* In a narrow view of a long time each is looked for, not walked up to; in a view of everything no more are painted than
 * there are places. */
static void
test_ten_thousand (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  g_autoptr(Drawing) drawing = NULL;
  gint64 begun;
  guint n = 0;

  add_recurring (plan, "Weekly", 9000, "1d");
  drawing = drawing_new (plan, NULL);
  begun = g_get_monotonic_time ();
  for (int frame = 0; frame < 1000; frame++)
    guatu_chart_each_time (&drawing->view, 0, 100, 520, count, &n);
  g_test_message ("9000 times, 3 of them seen: %.2f µs a frame", (double) (g_get_monotonic_time () - begun) / 1000);
  g_assert_cmpuint (n, ==, 3 * 1000);

  drawing->scale.to = drawing->scale.from + (GuatuInstant) 9000 * 7 * GUATU_DAY;
  n = 0;
  begun = g_get_monotonic_time ();
  guatu_chart_each_time (&drawing->view, 0, 100, 520, count, &n);
  g_test_message ("all of them: %u told in %d µs", n, (int) (g_get_monotonic_time () - begun));
  g_assert_cmpuint (n, <=, (guint) (drawing->scale.width / drawing->view.hair) + 2);
  g_assert_cmpuint (n, >, 50);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  guatu_test_fix_ids ();
  g_test_add_func ("/times/a-recurring-task-is-one-row", test_one_row);
  g_test_add_func ("/times/its-bars-stand-on-it-each-done-or-not", test_bars);
  g_test_add_func ("/times/milestones-are-diamonds", test_diamonds);
  g_test_add_func ("/times/ten-thousand-cost-what-is-seen-of-them", test_ten_thousand);

  return g_test_run ();
}
