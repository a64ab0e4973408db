/* test-drag.c — bars are moved, made longer and linked, in one step of undo each; what cannot be says why. */
#include <adwaita.h>
#include <gdk/x11/gdkx.h>

#include "drag-fixture.h"

/* The pure part ---------------------------------------------------------------------------------------- */

static GuatuDrag
grab (DocumentFixture *of, const char *name, GuatuDragKind kind)
{
  g_autoptr(GError) error = NULL;
  GuatuDrag drag;

  guatu_drag_grab (&drag, of->document, task_id (of, name), kind, &error);
  g_assert_no_error (error);

  return drag;
}

static void
refuse_grab (DocumentFixture *of, const char *name, GuatuDragKind kind, const char *part)
{
  g_autoptr(GError) error = NULL;
  GuatuDrag drag;

  g_assert_false (guatu_drag_grab (&drag, of->document, task_id (of, name), kind, &error));
  g_assert_nonnull (strstr (error->message, part));
}

static void
commit (DocumentFixture *of, const GuatuDrag *drag, const GuatuDragChange *change)
{
  g_autoptr(GError) error = NULL;

  guatu_drag_commit (drag, of->document, change, &error);
  g_assert_no_error (error);
}

static void
test_move (DocumentFixture *of, gconstpointer data)
{
  static const struct { gint64 hours; GuatuSnap snap; const char *start; } cases[] = {
    { 0, GUATU_SNAP_DAY, "2024-03-04 08:00" },
    { 11, GUATU_SNAP_DAY, "2024-03-04 08:00" },
    { 13, GUATU_SNAP_DAY, "2024-03-05 08:00" },
    { 48, GUATU_SNAP_DAY, "2024-03-06 08:00" },
    { 120, GUATU_SNAP_DAY, "2024-03-11 08:00" },      /* a Saturday */
    { 144, GUATU_SNAP_DAY, "2024-03-11 08:00" },
    { 2, GUATU_SNAP_HOUR, "2024-03-04 10:00" },
    { 4, GUATU_SNAP_HOUR, "2024-03-04 13:00" },       /* lunch */
    { 12, GUATU_SNAP_HOUR, "2024-03-05 08:00" },
  };
  GuatuDrag drag = grab (of, "Road", GUATU_DRAG_MOVE);
  GuatuDragChange change;
  guint before;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guatu_drag_preview (&drag, of->document, cases[i].hours * GUATU_HOUR, cases[i].snap, &change);
      check_place (change.start, cases[i].start);
    }
  guatu_drag_preview (&drag, of->document, 2 * GUATU_DAY, GUATU_SNAP_DAY, &change);
  before = of->n_changed;
  commit (of, &drag, &change);
  check_start (of, "Road", "2024-03-06 08:00");
  check_finish (of, "Road", "2024-04-02 17:00");
  g_assert_cmpint (task_number (of, "Road", GUATU_TASK_CONSTRAINT), ==, GUATU_CONSTRAINT_SNET);
  check_undo (of, before);
  check_start (of, "Road", "2024-03-04 08:00");

  /* Back to where it was: nothing is written. */
  before = of->n_changed;
  guatu_drag_preview (&drag, of->document, 0, GUATU_SNAP_DAY, &change);
  commit (of, &drag, &change);
  g_assert_cmpuint (of->n_changed, ==, before);
}

static void
test_move_manual (DocumentFixture *of, gconstpointer data)
{
  GuatuDragChange change;
  GuatuDrag drag;
  guint before;

  must_set_task (of, "Road", GUATU_TASK_MODE, GUATU_INTEGER (GUATU_MODE_MANUAL));
  drag = grab (of, "Road", GUATU_DRAG_MOVE);
  before = of->n_changed;
  guatu_drag_preview (&drag, of->document, GUATU_WEEK, GUATU_SNAP_DAY, &change);
  commit (of, &drag, &change);
  check_start (of, "Road", "2024-03-11 08:00");
  check_finish (of, "Road", "2024-04-05 17:00");
  g_assert_cmpint (task_number (of, "Road", GUATU_TASK_CONSTRAINT), ==, GUATU_CONSTRAINT_ASAP);
  check_undo (of, before);

  drag = grab (of, "Road", GUATU_DRAG_RESIZE);
  before = of->n_changed;
  guatu_drag_preview (&drag, of->document, 3 * GUATU_DAY, GUATU_SNAP_DAY, &change);
  commit (of, &drag, &change);
  check_start (of, "Road", "2024-03-04 08:00");
  check_finish (of, "Road", "2024-04-01 17:00");
  check_undo (of, before);
}

static void
test_move_milestone (DocumentFixture *of, gconstpointer data)
{
  GuatuDrag drag = grab (of, "Opening", GUATU_DRAG_MOVE);
  GuatuDragChange change;

  /* It stands at the end of a Thursday, and may at the end of a Monday. */
  check_start (of, "Opening", "2024-05-09 17:00");
  guatu_drag_preview (&drag, of->document, 4 * GUATU_DAY, GUATU_SNAP_DAY, &change);
  check_place (change.start, "2024-05-13 17:00");
  guatu_drag_preview (&drag, of->document, 2 * GUATU_DAY, GUATU_SNAP_DAY, &change);
  check_place (change.start, "2024-05-13 08:00");
  commit (of, &drag, &change);
  check_start (of, "Opening", "2024-05-13 08:00");
}

static void
test_resize (DocumentFixture *of, gconstpointer data)
{
  static const struct { gint64 hours; GuatuSnap snap; const char *finish; } cases[] = {
    { 24, GUATU_SNAP_DAY, "2024-03-08 17:00" },       /* a Saturday */
    { 72, GUATU_SNAP_DAY, "2024-03-11 17:00" },
    { -24, GUATU_SNAP_DAY, "2024-03-07 17:00" },
    { -96, GUATU_SNAP_DAY, "2024-03-04 17:00" },
    { -960, GUATU_SNAP_DAY, "2024-03-04 17:00" },
    { -3, GUATU_SNAP_HOUR, "2024-03-08 14:00" },
    { -960, GUATU_SNAP_HOUR, "2024-03-04 09:00" },
  };
  GuatuDrag drag = grab (of, "Survey", GUATU_DRAG_RESIZE);
  GuatuDragChange change;
  guint before = of->n_changed;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guatu_drag_preview (&drag, of->document, cases[i].hours * GUATU_HOUR, cases[i].snap, &change);
      check_place (change.finish, cases[i].finish);
    }
  guatu_drag_preview (&drag, of->document, 4 * GUATU_DAY, GUATU_SNAP_DAY, &change);
  commit (of, &drag, &change);
  g_assert_cmpint (task_number (of, "Survey", GUATU_TASK_DURATION), ==, 7 * 8 * GUATU_HOUR);
  check_finish (of, "Survey", "2024-03-12 17:00");
  check_start (of, "Design", "2024-03-13 08:00");
  check_undo (of, before);
  check_finish (of, "Survey", "2024-03-08 17:00");
}

static void
check_preview (DocumentFixture *of, const GuatuDrag *drag)
{
  g_autoptr(GuatuSchedule) foreseen = NULL;
  const GuatuSchedule *is;
  GuatuDragChange change;

  guatu_drag_preview (drag, of->document, 9 * GUATU_DAY, GUATU_SNAP_DAY, &change);
  foreseen = guatu_drag_schedule (drag, of->document, &change);
  commit (of, drag, &change);
  is = guatu_document_get_schedule (of->document);
  for (guint row = 0; row < is->n_tasks; row++)
    {
      g_assert_cmpint (is->start[row], ==, foreseen->start[row]);
      g_assert_cmpint (is->finish[row], ==, foreseen->finish[row]);
    }
}

/* What the preview schedules is what the verb brings about, for all tasks. */
static void
test_preview_is_true (DocumentFixture *of, gconstpointer data)
{
  static const char *names[] = { "Survey", "Design", "Bridge", "Road", "Opening" };

  must_set_task (of, "Road", GUATU_TASK_MODE, GUATU_INTEGER (GUATU_MODE_MANUAL));
  for (gsize i = 0; i < 2 * G_N_ELEMENTS (names) - 1; i++)
    {
      GuatuDrag drag = grab (of, names[i / 2], i % 2 == 0 ? GUATU_DRAG_MOVE : GUATU_DRAG_RESIZE);

      check_preview (of, &drag);
    }
}

/* What is left of a task that is being worked on grows with it, before it is written as after. */
static void
test_preview_of_work_begun (DocumentFixture *of, gconstpointer data)
{
  GuatuDrag drag;
  GuatuInstant before;

  must_set_task (of, "Survey", GUATU_TASK_ACTUAL_START, GUATU_INTEGER (guatu_test_at ("2024-03-04 08:00")));
  must_set_task (of, "Survey", GUATU_TASK_REMAINING, GUATU_INTEGER (2 * 8 * GUATU_HOUR));
  must_set_task (of, "Survey", GUATU_TASK_RESUME, GUATU_INTEGER (guatu_test_at ("2024-03-11 08:00")));
  before = guatu_document_get_schedule (of->document)->finish[task_row (of, "Survey")];
  drag = grab (of, "Survey", GUATU_DRAG_RESIZE);
  check_preview (of, &drag);
  g_assert_cmpint (guatu_document_get_schedule (of->document)->finish[task_row (of, "Survey")], >, before);
}

static void
test_refusals (DocumentFixture *of, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  GuatuDragChange change;
  GuatuDrag drag;
  guint before;

  refuse_grab (of, "Build", GUATU_DRAG_MOVE, "subtasks");
  refuse_grab (of, "Build", GUATU_DRAG_RESIZE, "subtasks");
  refuse_grab (of, "Opening", GUATU_DRAG_RESIZE, "milestone");

  /* Its predecessor keeps it where it is. */
  drag = grab (of, "Design", GUATU_DRAG_MOVE);
  guatu_drag_preview (&drag, of->document, -4 * GUATU_DAY, GUATU_SNAP_DAY, &change);
  before = of->n_changed;
  g_assert_false (guatu_drag_commit (&drag, of->document, &change, &error));
  g_assert_nonnull (strstr (error->message, "Survey"));
  g_assert_cmpuint (of->n_changed, ==, before);
  g_assert_cmpint (task_number (of, "Design", GUATU_TASK_CONSTRAINT), ==, GUATU_CONSTRAINT_ASAP);

  must_set_task (of, "Survey", GUATU_TASK_ACTUAL_START, GUATU_INTEGER (guatu_test_at ("2024-03-04 08:00")));
  refuse_grab (of, "Survey", GUATU_DRAG_MOVE, "has started");
  drag = grab (of, "Survey", GUATU_DRAG_RESIZE);
  guatu_drag_preview (&drag, of->document, 3 * GUATU_DAY, GUATU_SNAP_DAY, &change);
  commit (of, &drag, &change);
  check_finish (of, "Survey", "2024-03-11 17:00");
  must_set_task (of, "Survey", GUATU_TASK_ACTUAL_FINISH, GUATU_INTEGER (guatu_test_at ("2024-03-11 17:00")));
  refuse_grab (of, "Survey", GUATU_DRAG_RESIZE, "is finished");
  must_set_task (of, "Road", GUATU_TASK_EXTERNAL, GUATU_TEXT ("highway.guatu"));
  refuse_grab (of, "Road", GUATU_DRAG_MOVE, "another plan");
}

/* Ten thousand tasks, and half of them pushed: what a motion of the pointer costs. */
static void
test_cheap (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  g_autoptr(GuatuDocument) document = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;
  char *dir = guatu_test_make_dir ();
  gint64 best = G_MAXINT64;
  GuatuDragChange change;
  GuatuDrag drag;

  for (guint i = 0; i < 10000; i++)
    {
      gint32 task = guatu_test_add_task (plan, -1, "Bridge", "5d");

      if (i % 50 > 0)
        guatu_test_add_link (plan, task - 1, task, GUATU_LINK_FS, NULL);
    }
  guatu_plan_settle (plan);
  path = g_build_filename (dir, "plan.guatu", NULL);
  document = guatu_document_create (path, plan, NULL, "create", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (guatu_drag_grab (&drag, document, guatu_plan_id (plan, GUATU_TABLE_TASK, 0), GUATU_DRAG_MOVE, NULL));
  for (int i = 1; i <= 20; i++)
    {
      gint64 began = g_get_monotonic_time ();

      guatu_drag_preview (&drag, document, i * GUATU_DAY, GUATU_SNAP_DAY, &change);
      guatu_schedule_free (guatu_drag_schedule (&drag, document, &change));
      best = MIN (best, g_get_monotonic_time () - began);
    }
  g_test_message ("%" G_GINT64_FORMAT " µs a motion", best);
  /* A frame has 16 ms; slow machines and checks of memory take their time. */
  g_assert_cmpint (best, <, 100000);
  g_clear_object (&document);
  guatu_test_remove_dir (dir);
}

/* On the screen ---------------------------------------------------------------------------------------- */

static void
test_drag_moves (DragFixture *self, gconstpointer data)
{
  GuatuBox bar = bar_of (self, "Survey");
  double y = bar.y + bar.height / 2, x = bar.x + bar.width / 2;
  guint before = self->of.n_changed;
  const GuatuSchedule *ghost;
  gint64 id = task_id (&self->of, "Survey");

  g_assert_true (guatu_timeline_press (self->timeline, x, y, 0));
  g_assert_false (guatu_timeline_drag_to (self->timeline, x + 3, y, 0));
  g_assert_null (guatu_drag_ghost_get_schedule (self->timeline->ghost));
  g_assert_true (guatu_timeline_drag_to (self->timeline, x + 2 * day_width (self), y, 0));

  /* What it pushes is shown as well, and nothing is written yet. */
  ghost = guatu_drag_ghost_get_schedule (self->timeline->ghost);
  check_place (ghost->start[task_row (&self->of, "Survey")], "2024-03-06 08:00");
  check_place (ghost->start[task_row (&self->of, "Design")], "2024-03-13 08:00");
  g_assert_nonnull (strstr (guatu_drag_ghost_get_label (self->timeline->ghost), "Mar 6"));
  gtk_test_widget_wait_for_draw (self->window);
  g_assert_cmpuint (self->of.n_changed, ==, before);

  guatu_timeline_release (self->timeline, x + 2 * day_width (self), y);
  g_assert_null (guatu_drag_ghost_get_schedule (self->timeline->ghost));
  g_assert_null (self->failure);
  g_assert_true (guatu_battle_view_is_selected (self->view, id));
  check_start (&self->of, "Survey", "2024-03-06 08:00");
  check_start (&self->of, "Design", "2024-03-13 08:00");
  check_undo (&self->of, before);
}

/* Another program presses the button in the middle of the task's bar, goes on in three steps, and lets go. */
static gboolean
drag_really (DragFixture *self, const char *name, double step)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self->window));
  GuatuBox bar = bar_of (self, name);
  g_autofree char *program = g_find_program_in_path ("xdotool");
  g_autofree char *window = g_strdup_printf ("%lu", gdk_x11_surface_get_xid (surface));
  g_autofree char *y = g_strdup_printf ("%d", (int) (bar.y + bar.height / 2));
  g_autoptr(GSubprocess) hand = NULL;
  g_autoptr(GError) error = NULL;
  char x[4][12];

  if (program == NULL)
    {
      g_test_skip ("no xdotool");
      return FALSE;
    }
  for (int i = 0; i < 4; i++)
    g_snprintf (x[i], sizeof x[i], "%d", (int) (bar.x + bar.width / 2 + i * step));
  hand = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program, "mousemove", "--window", window, x[0], y,
                           "mousedown", "1", "mousemove", "--window", window, x[1], y, "mousemove", "--window", window,
                           x[2], y, "mousemove", "--window", window, x[3], y, "mouseup", "1", NULL);
  g_assert_no_error (error);

  return TRUE;
}

/* Until the task is selected, which is the end of a click as of a drag. */
static void
wait_for_selection (DragFixture *self, const char *name)
{
  gint64 late = g_get_monotonic_time () + 20 * G_USEC_PER_SEC, id = task_id (&self->of, name);

  while (!guatu_battle_view_is_selected (self->view, id) && g_get_monotonic_time () < late)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (guatu_battle_view_is_selected (self->view, id));
  g_assert_null (self->failure);
  g_assert_cmpint (self->timeline->hold.grip, ==, GUATU_GRIP_NONE);
}

static void
test_real_drag (DragFixture *self, gconstpointer data)
{
  guint before = self->of.n_changed;

  if (!drag_really (self, "Road", day_width (self)))
    return;
  wait_for_selection (self, "Road");
  check_start (&self->of, "Road", "2024-03-07 08:00");
  check_undo (&self->of, before);
}

/* A hand that trembles clicks all the same. */
static void
test_real_click (DragFixture *self, gconstpointer data)
{
  guint before = self->of.n_changed;

  if (!drag_really (self, "Road", 1))
    return;
  wait_for_selection (self, "Road");
  g_assert_cmpuint (self->of.n_changed, ==, before);
}

static void
test_drag_resizes (DragFixture *self, gconstpointer data)
{
  GuatuBox bar = bar_of (self, "Survey");
  double y = bar.y + bar.height / 2, x = bar.x + bar.width - 2;
  guint before = self->of.n_changed;

  g_assert_cmpint (guatu_timeline_hold_at (self->timeline, x, y, 0).grip, ==, GUATU_GRIP_END);
  g_assert_cmpint (guatu_timeline_hold_at (self->timeline, x - 8, y, 0).grip, ==, GUATU_GRIP_BAR);
  guatu_timeline_press (self->timeline, x, y, 0);
  guatu_timeline_drag_to (self->timeline, x - 2 * day_width (self), y, 0);
  g_assert_nonnull (strstr (guatu_drag_ghost_get_label (self->timeline->ghost), "3 d"));
  guatu_timeline_release (self->timeline, x - 2 * day_width (self), y);
  g_assert_cmpint (task_number (&self->of, "Survey", GUATU_TASK_DURATION), ==, 3 * 8 * GUATU_HOUR);
  check_undo (&self->of, before);
}

static void
test_escape (DragFixture *self, gconstpointer data)
{
  GuatuBox bar = bar_of (self, "Survey");
  double y = bar.y + bar.height / 2, x = bar.x + bar.width / 2;
  guint before = self->of.n_changed;

  guatu_timeline_press (self->timeline, x, y, 0);
  guatu_timeline_drag_to (self->timeline, x + 100, y, 0);
  g_assert_true (press_key (self, "Escape"));
  g_assert_null (guatu_drag_ghost_get_schedule (self->timeline->ghost));
  g_assert_false (guatu_timeline_drag_to (self->timeline, x + 120, y, 0));
  guatu_timeline_release (self->timeline, x + 120, y);
  g_assert_cmpuint (self->of.n_changed, ==, before);
  g_assert_null (self->failure);
}

/* What was foreseen of the plan as it was is foreseen anew; of what is gone there is nothing to foresee. */
static void
test_others_write_amid_a_drag (DragFixture *self, gconstpointer data)
{
  GuatuBox bar = bar_of (self, "Survey");
  double y = bar.y + bar.height / 2, x = bar.x + bar.width / 2;
  guint n;

  guatu_timeline_press (self->timeline, x, y, 0);
  guatu_timeline_drag_to (self->timeline, x + 100, y, 0);
  g_assert_nonnull (guatu_drag_ghost_get_schedule (self->timeline->ghost));
  must_set_task (&self->of, "Road", GUATU_TASK_NAME, GUATU_TEXT ("Street"));
  g_assert_nonnull (guatu_drag_ghost_get_schedule (self->timeline->ghost));
  n = self->of.n_changed;
  guatu_timeline_release (self->timeline, x + 100, y);
  g_assert_cmpuint (self->of.n_changed, ==, n + 1);
  g_assert_null (self->failure);

  bar = bar_of (self, "Survey");
  guatu_timeline_press (self->timeline, bar.x + bar.width / 2, y, 0);
  guatu_timeline_drag_to (self->timeline, bar.x + bar.width / 2 + 100, y, 0);
  g_assert_true (guatu_document_remove (self->of.document, GUATU_TABLE_TASK, self->timeline->hold.task, NULL));
  g_assert_null (guatu_drag_ghost_get_schedule (self->timeline->ghost));
  g_assert_nonnull (strstr (self->failure, "no longer exists"));
  n = self->of.n_changed;
  guatu_timeline_release (self->timeline, bar.x + bar.width / 2 + 100, y);
  g_assert_cmpuint (self->of.n_changed, ==, n);
}

static void
test_summary_says_why (DragFixture *self, gconstpointer data)
{
  GuatuBox bar = bar_of (self, "Build");
  double y = bar.y + bar.height / 2, x = bar.x + bar.width / 3;
  guint before = self->of.n_changed;

  g_assert_true (guatu_timeline_press (self->timeline, x, y, 0));
  g_assert_true (guatu_timeline_drag_to (self->timeline, x + 60, y, 0));
  g_assert_nonnull (strstr (self->failure, "subtasks"));
  g_clear_pointer (&self->failure, g_free);
  guatu_timeline_drag_to (self->timeline, x + 70, y, 0);
  guatu_timeline_release (self->timeline, x + 70, y);
  g_assert_null (self->failure);
  g_assert_cmpuint (self->of.n_changed, ==, before);
}

static void
test_closed_amid (DragFixture *self, gconstpointer data)
{
  GuatuBox bar = bar_of (self, "Survey");
  double y = bar.y + bar.height / 2, x = bar.x + bar.width / 2;

  guatu_timeline_hover (self->timeline, x, y, 0);
  guatu_timeline_press (self->timeline, x, y, 0);
  g_assert_true (guatu_timeline_drag_to (self->timeline, x + 60, y, 0));
}

static void
test_keys (DragFixture *self, gconstpointer data)
{
  gint64 road = task_id (&self->of, "Road"), build = task_id (&self->of, "Build");
  guint before = self->of.n_changed;

  /* Nothing is selected. */
  g_assert_false (press_key (self, "<Alt>Right"));
  guatu_battle_view_select (self->view, &road, 1);
  for (guint i = 0; i < 5; i++)
    g_assert_true (press_key (self, "<Alt>Right"));
  check_start (&self->of, "Road", "2024-03-11 08:00");
  g_assert_cmpuint (self->of.n_changed, ==, before + 5);
  g_assert_true (press_key (self, "<Alt>Left"));
  check_start (&self->of, "Road", "2024-03-08 08:00");
  before = self->of.n_changed;
  g_assert_true (press_key (self, "<Alt><Shift>Right"));
  g_assert_cmpint (task_number (&self->of, "Road", GUATU_TASK_DURATION), ==, 21 * 8 * GUATU_HOUR);
  check_undo (&self->of, before);
  g_assert_true (press_key (self, "<Alt><Shift>Left"));
  g_assert_cmpint (task_number (&self->of, "Road", GUATU_TASK_DURATION), ==, 19 * 8 * GUATU_HOUR);
  g_assert_null (self->failure);

  guatu_battle_view_select (self->view, &build, 1);
  g_assert_true (press_key (self, "<Alt>Right"));
  g_assert_nonnull (strstr (self->failure, "subtasks"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  document_fixture_in_memory ();

  add_document_test ("/drag/moves-to-where-work-can-start", test_move);
  add_document_test ("/drag/manual-dates-move", test_move_manual);
  add_document_test ("/drag/milestone-keeps-its-time-of-day", test_move_milestone);
  add_document_test ("/drag/end-changes-duration", test_resize);
  add_document_test ("/drag/preview-is-what-comes", test_preview_is_true);
  add_document_test ("/drag/preview-of-work-begun", test_preview_of_work_begun);
  add_document_test ("/drag/what-stays-says-why", test_refusals);
  g_test_add_func ("/drag/preview-is-cheap", test_cheap);
  add_drag_test ("/drag/pointer-moves-bar", test_drag_moves);
  add_drag_test ("/drag/real-pointer-moves-bar", test_real_drag);
  add_drag_test ("/drag/little-is-a-click", test_real_click);
  add_drag_test ("/drag/pointer-takes-end", test_drag_resizes);
  add_drag_test ("/drag/escape-leaves-all-as-it-was", test_escape);
  add_drag_test ("/drag/others-write-amid-a-drag", test_others_write_amid_a_drag);
  add_drag_test ("/drag/summary-says-why-once", test_summary_says_why);
  add_drag_test ("/drag/window-may-be-closed-amid", test_closed_amid);
  add_drag_test ("/drag/keys-move-and-resize", test_keys);

  return g_test_run ();
}
