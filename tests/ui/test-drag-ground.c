/* test-drag-ground.c — on empty ground bars are drawn, and rectangles that select; at edges the chart moves on. */
#include <adwaita.h>

#include "drag-fixture.h"
#include "guatu-drag-new-bar.h"

/* Below the last row. */
static double
below (DragFixture *self)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);

  return chart->rows->n * chart->row_height + 12;
}

/* New bars --------------------------------------------------------------------------------------------- */

static void
test_snaps (DocumentFixture *of, gconstpointer data)
{
  static const struct { const char *from; const char *to; GuatuSnap snap; const char *start; const char *finish; }
  cases[] = {
    { "2024-03-06 10:00", "2024-03-08 01:00", GUATU_SNAP_DAY, "2024-03-06 08:00", "2024-03-08 17:00" },
    { "2024-03-08 01:00", "2024-03-06 23:00", GUATU_SNAP_DAY, "2024-03-06 08:00", "2024-03-08 17:00" },
    { "2024-03-06 10:00", "2024-03-06 11:00", GUATU_SNAP_DAY, "2024-03-06 08:00", "2024-03-06 17:00" },
    { "2024-03-08 10:00", "2024-03-10 10:00", GUATU_SNAP_DAY, "2024-03-08 08:00", "2024-03-08 17:00" },
    { "2024-03-09 10:00", "2024-03-11 10:00", GUATU_SNAP_DAY, "2024-03-11 08:00", "2024-03-11 17:00" },
    { "2024-03-09 10:00", "2024-03-10 10:00", GUATU_SNAP_DAY, "2024-03-11 08:00", "2024-03-11 17:00" }, /* a weekend */
    { "2024-03-06 09:20", "2024-03-06 10:40", GUATU_SNAP_HOUR, "2024-03-06 09:00", "2024-03-06 11:00" },
    { "2024-03-06 18:20", "2024-03-06 19:40", GUATU_SNAP_HOUR, "2024-03-07 08:00", "2024-03-07 09:00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GuatuInstant start, finish;

      guatu_new_bar_snap (of->document, (double) guatu_test_at (cases[i].from), (double) guatu_test_at (cases[i].to),
                          cases[i].snap, &start, &finish);
      check_place (start, cases[i].start);
      check_place (finish, cases[i].finish);
    }
}

static void
test_new_below (DragFixture *self, gconstpointer data)
{
  GuatuPoint from = { x_at (self, "2024-03-12 10:00"), below (self) };
  GuatuPoint to = { x_at (self, "2024-03-18 03:00"), below (self) + 5 };
  guint before = self->of.n_changed;
  const GuatuPlan *plan;
  gint32 row;

  g_assert_cmpint (guatu_timeline_hold_at (self->timeline, from.x, from.y, 0).grip, ==, GUATU_GRIP_NEW);
  guatu_timeline_press (self->timeline, from.x, from.y, 0);
  g_assert_true (guatu_timeline_drag_to (self->timeline, to.x, to.y, 0));
  g_assert_cmpstr (guatu_drag_ghost_get_label (self->timeline->ghost), ==, "Tue, Mar 12 to Mon, Mar 18 · 5 d");
  gtk_test_widget_wait_for_draw (self->window);
  g_assert_cmpuint (self->of.n_changed, ==, before);
  guatu_timeline_release (self->timeline, to.x, to.y);

  g_assert_null (self->failure);
  plan = guatu_document_get_plan (self->of.document);
  row = guatu_plan_find (plan, GUATU_TABLE_TASK, self->created);
  g_assert_cmpint (row, >=, 0);
  g_assert_cmpstr (guatu_plan_task_name (plan, row), ==, "New task");
  g_assert_cmpint (guatu_plan_task (plan, row)->parent, ==, -1);
  g_assert_cmpint (guatu_plan_task (plan, row)->constraint, ==, GUATU_CONSTRAINT_SNET);
  g_assert_cmpint (guatu_plan_task (plan, row)->duration, ==, 5 * 8 * GUATU_HOUR);
  check_place (guatu_document_get_schedule (self->of.document)->start[row], "2024-03-12 08:00");
  check_place (guatu_document_get_schedule (self->of.document)->finish[row], "2024-03-18 17:00");
  g_assert_true (guatu_battle_view_is_selected (self->view, self->created));
  check_undo (&self->of, before);
}

/* To the hour it is so many hours long. */
static void
test_new_hours (DragFixture *self, gconstpointer data)
{
  const GuatuPlan *plan;
  gint32 row;

  guatu_timeline_show_span (self->timeline, guatu_test_at ("2024-03-06 00:00"), guatu_test_at ("2024-03-08 00:00"));
  g_assert_true (guatu_timeline_press (self->timeline, x_at (self, "2024-03-06 09:10"), below (self), 0));
  guatu_timeline_drag_to (self->timeline, x_at (self, "2024-03-06 11:20"), below (self), GDK_SHIFT_MASK);
  g_assert_nonnull (strstr (guatu_drag_ghost_get_label (self->timeline->ghost), "3 h"));
  guatu_timeline_release (self->timeline, x_at (self, "2024-03-06 11:20"), below (self));
  plan = guatu_document_get_plan (self->of.document);
  row = guatu_plan_find (plan, GUATU_TABLE_TASK, self->created);
  g_assert_cmpint (row, >=, 0);
  g_assert_cmpint (guatu_plan_task (plan, row)->duration, ==, 3 * GUATU_HOUR);
  g_assert_cmpint (guatu_plan_task (plan, row)->duration_unit, ==, GUATU_UNIT_HOUR);
}

/* With Ctrl beside any bar: before that row's task, beside it. Without, the ground is for panning. */
static void
test_new_before (DragFixture *self, gconstpointer data)
{
  GuatuPoint from = { x_at (self, "2024-04-10 10:00"), y_of (self, "Design") };
  GuatuPoint to = { x_at (self, "2024-04-11 10:00"), from.y };
  guint before = self->of.n_changed;
  const GuatuTask *tasks;
  gint32 row;

  g_assert_cmpint (guatu_timeline_hold_at (self->timeline, from.x, from.y, 0).grip, ==, GUATU_GRIP_NONE);
  drag (self, from, to, GDK_CONTROL_MASK);
  tasks = guatu_plan_tasks (guatu_document_get_plan (self->of.document));
  row = guatu_plan_find (guatu_document_get_plan (self->of.document), GUATU_TABLE_TASK, self->created);
  g_assert_cmpint (row, >=, 0);
  g_assert_cmpint (tasks[row].parent, ==, task_row (&self->of, "Prepare"));
  g_assert_cmpint (tasks[row].next_sibling, ==, task_row (&self->of, "Design"));
  check_undo (&self->of, before);
}

/* Siblings without a gap between them make room, in the same step. */
static void
test_new_in_no_gap (DragFixture *self, gconstpointer data)
{
  gint64 position = task_number (&self->of, "Survey", GUATU_TASK_POSITION);
  const GuatuTask *tasks;
  guint before;
  gint32 row;

  must_set_task (&self->of, "Design", GUATU_TASK_POSITION, GUATU_INTEGER (position + 1));
  before = self->of.n_changed;
  drag (self, (GuatuPoint) { x_at (self, "2024-04-10 10:00"), y_of (self, "Design") },
        (GuatuPoint) { x_at (self, "2024-04-11 10:00"), y_of (self, "Design") }, GDK_CONTROL_MASK);
  g_assert_null (self->failure);
  tasks = guatu_plan_tasks (guatu_document_get_plan (self->of.document));
  row = guatu_plan_find (guatu_document_get_plan (self->of.document), GUATU_TABLE_TASK, self->created);
  g_assert_cmpint (row, >=, 0);
  g_assert_cmpint (tasks[row].next_sibling, ==, task_row (&self->of, "Design"));
  check_undo (&self->of, before);
}

static void
test_new_escaped (DragFixture *self, gconstpointer data)
{
  guint before = self->of.n_changed;

  guatu_timeline_press (self->timeline, 300, below (self), 0);
  g_assert_true (guatu_timeline_drag_to (self->timeline, 400, below (self), 0));
  g_assert_true (press_key (self, "Escape"));
  guatu_timeline_release (self->timeline, 400, below (self));
  g_assert_cmpuint (self->of.n_changed, ==, before);
  g_assert_cmpint (self->created, ==, 0);

  /* A click draws nothing. */
  g_assert_true (guatu_timeline_press (self->timeline, 300, below (self), 0));
  guatu_timeline_release (self->timeline, 301, below (self));
  g_assert_cmpuint (self->of.n_changed, ==, before);
}

/* Rectangles ------------------------------------------------------------------------------------------- */

static gboolean
is_selected (DragFixture *self, const char *name)
{
  return guatu_battle_view_is_selected (self->view, task_id (&self->of, name));
}

static void
test_band (DragFixture *self, gconstpointer data)
{
  /* From the ground behind Survey down to Bridge's row, but not as far as its bar. */
  GuatuPoint from = { x_at (self, "2024-03-20 12:00"), y_of (self, "Survey") };
  GuatuPoint to = { x_at (self, "2024-03-16 12:00"), y_of (self, "Road") };
  guint before = self->of.n_changed;

  g_assert_cmpint (guatu_timeline_hold_at (self->timeline, from.x, from.y, GDK_SHIFT_MASK).grip, ==, GUATU_GRIP_BAND);
  guatu_timeline_press (self->timeline, from.x, from.y, GDK_SHIFT_MASK);
  g_assert_true (guatu_timeline_drag_to (self->timeline, to.x, to.y, GDK_SHIFT_MASK));
  g_assert_nonnull (strstr (guatu_drag_ghost_get_label (self->timeline->ghost), "task"));
  gtk_test_widget_wait_for_draw (self->window);
  guatu_timeline_release (self->timeline, to.x, to.y);
  g_assert_false (is_selected (self, "Survey"));
  g_assert_true (is_selected (self, "Design"));
  g_assert_false (is_selected (self, "Bridge"));
  g_assert_true (is_selected (self, "Road"));
  g_assert_false (is_selected (self, "Opening"));
  g_assert_cmpuint (self->of.n_changed, ==, before);

  /* Another one takes its place; with Ctrl it is added. */
  from = (GuatuPoint) { x_at (self, "2024-03-01 12:00"), y_of (self, "Survey") - 8 };
  to = (GuatuPoint) { x_at (self, "2024-03-05 12:00"), y_of (self, "Survey") + 8 };
  drag (self, from, to, GDK_SHIFT_MASK | GDK_CONTROL_MASK);
  g_assert_true (is_selected (self, "Survey"));
  g_assert_true (is_selected (self, "Design"));
  drag (self, from, to, GDK_SHIFT_MASK);
  g_assert_true (is_selected (self, "Survey"));
  g_assert_false (is_selected (self, "Design"));
  g_assert_cmpuint (guatu_battle_view_n_selected (self->view), ==, 1);
}

/* Edges ------------------------------------------------------------------------------------------------ */

static double
left_of (DragFixture *self)
{
  return guatu_timeline_date_at (self->timeline, 0);
}

static void
test_edges (DragFixture *self, gconstpointer data)
{
  double y = y_of (self, "Survey"), x = bar_of (self, "Survey").x + 40, before = left_of (self), slow, fast;
  GuatuInstant start;

  guatu_timeline_press (self->timeline, x, y, 0);
  guatu_timeline_drag_to (self->timeline, DRAG_WIDTH / 2, y, 0);
  g_assert_false (guatu_timeline_scroll_on (self->timeline, 0.1));
  g_assert_cmpfloat (left_of (self), ==, before);

  /* The further into the edge, the faster; and the ghost goes along. */
  guatu_timeline_drag_to (self->timeline, DRAG_WIDTH - 20, y, 0);
  start = guatu_drag_ghost_get_schedule (self->timeline->ghost)->start[task_row (&self->of, "Survey")];
  g_assert_true (guatu_timeline_scroll_on (self->timeline, 0.1));
  slow = left_of (self) - before;
  g_assert_cmpfloat (slow, >, 0);
  before = left_of (self);
  guatu_timeline_drag_to (self->timeline, DRAG_WIDTH + 60, y, 0);
  g_assert_true (guatu_timeline_scroll_on (self->timeline, 0.1));
  fast = left_of (self) - before;
  g_assert_cmpfloat (fast, >, 2 * slow);
  for (int i = 0; i < 20; i++)
    guatu_timeline_scroll_on (self->timeline, 0.1);
  g_assert_cmpint (guatu_drag_ghost_get_schedule (self->timeline->ghost)->start[task_row (&self->of, "Survey")], >,
                   start + GUATU_WEEK);

  /* It goes on where the chart had ended: there is as much ground as is wanted. */
  before = left_of (self);
  for (int i = 0; i < 200; i++)
    guatu_timeline_scroll_on (self->timeline, 0.1);
  g_assert_cmpfloat (left_of (self) - before, >, 200 * 0.9 * fast);
  g_assert_true (guatu_timeline_drop (self->timeline));
  g_assert_false (guatu_timeline_scroll_on (self->timeline, 0.1));
}

static void
test_left_edge (DragFixture *self, gconstpointer data)
{
  double y = y_of (self, "Road"), x = bar_of (self, "Road").x + 40, before = left_of (self);

  guatu_timeline_press (self->timeline, x, y, 0);
  guatu_timeline_drag_to (self->timeline, 5, y, 0);
  for (int i = 0; i < 100; i++)
    g_assert_true (guatu_timeline_scroll_on (self->timeline, 0.1));
  g_assert_cmpfloat (left_of (self), <, before - 100 * 0.1 * 14 * 20 * GUATU_DAY / day_width (self));
}

/* What is taken hold of near an edge does not run away. */
static void
test_edge_lets_come (DragFixture *self, gconstpointer data)
{
  double y = y_of (self, "Road"), before;

  guatu_timeline_show_span (self->timeline, guatu_test_at ("2024-02-26 00:00"), guatu_test_at ("2024-03-20 00:00"));
  before = left_of (self);
  guatu_timeline_press (self->timeline, DRAG_WIDTH - 5, y, 0);
  g_assert_true (guatu_timeline_drag_to (self->timeline, DRAG_WIDTH - 15, y, 0));
  g_assert_false (guatu_timeline_scroll_on (self->timeline, 0.1));
  g_assert_cmpfloat (left_of (self), ==, before);
}

static void
test_down (DragFixture *self, gconstpointer data)
{
  GtkAdjustment *down = guatu_timeline_get_down (self->timeline);

  for (guint i = 0; i < 20; i++)
    must_add (&self->of, GUATU_TABLE_TASK, &(GuatuSetting) { GUATU_TASK_NAME, GUATU_TEXT ("More") }, 1);
  gtk_test_widget_wait_for_draw (self->window);
  guatu_timeline_press (self->timeline, 500, 10, GDK_SHIFT_MASK);
  guatu_timeline_drag_to (self->timeline, 600, DRAG_HEIGHT - 2, GDK_SHIFT_MASK);
  g_assert_true (guatu_timeline_scroll_on (self->timeline, 0.1));
  g_assert_cmpfloat (gtk_adjustment_get_value (down), >, 10);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  document_fixture_in_memory ();

  add_document_test ("/ground/drawn-bars-keep-to-work", test_snaps);
  add_drag_test ("/ground/bar-below-the-last-row-is-a-task", test_new_below);
  add_drag_test ("/ground/bar-to-the-hour-is-hours-long", test_new_hours);
  add_drag_test ("/ground/bar-beside-a-row-goes-before-it", test_new_before);
  add_drag_test ("/ground/siblings-make-room-in-one-step", test_new_in_no_gap);
  add_drag_test ("/ground/escape-and-click-draw-nothing", test_new_escaped);
  add_drag_test ("/ground/rectangle-selects-what-it-touches", test_band);
  add_drag_test ("/ground/chart-moves-on-at-the-right-edge", test_edges);
  add_drag_test ("/ground/chart-moves-on-at-the-left-edge", test_left_edge);
  add_drag_test ("/ground/edge-does-not-pull-away", test_edge_lets_come);
  add_drag_test ("/ground/chart-moves-on-downwards", test_down);

  return g_test_run ();
}
