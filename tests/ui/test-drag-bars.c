/* test-drag-bars.c — starts are pulled, selections move as one, and labels say what follows, whole. */
#include <adwaita.h>

#include "drag-fixture.h"
#include "guatu-drag-words.h"

/* Starts ----------------------------------------------------------------------------------------------- */

static void
pull_start (DragFixture *self, const char *name, double days)
{
  GuatuBox bar = bar_of (self, name);

  g_assert_cmpint (guatu_timeline_hold_at (self->timeline, bar.x + 2, bar.y + 3, 0).grip, ==, GUATU_GRIP_START);
  guatu_timeline_press (self->timeline, bar.x + 2, bar.y + 3, 0);
  guatu_timeline_drag_to (self->timeline, bar.x + 2 + days * day_width (self), bar.y + 3, 0);
  gtk_test_widget_wait_for_draw (self->window);
  guatu_timeline_release (self->timeline, bar.x + 2 + days * day_width (self), bar.y + 3);
}

static void
test_start (DragFixture *self, gconstpointer data)
{
  guint before = self->of.n_changed;

  pull_start (self, "Road", 3);
  g_assert_null (self->failure);
  check_start (&self->of, "Road", "2024-03-07 08:00");
  check_finish (&self->of, "Road", "2024-03-29 17:00");
  g_assert_cmpint (task_number (&self->of, "Road", GUATU_TASK_DURATION), ==, 17 * 8 * GUATU_HOUR);
  g_assert_cmpint (task_number (&self->of, "Road", GUATU_TASK_CONSTRAINT), ==, GUATU_CONSTRAINT_SNET);
  check_undo (&self->of, before);
  check_start (&self->of, "Road", "2024-03-04 08:00");

  /* Something is left of it, however far it is pulled. */
  pull_start (self, "Survey", 40);
  check_start (&self->of, "Survey", "2024-03-08 08:00");
  check_finish (&self->of, "Survey", "2024-03-08 17:00");
}

/* Back again: it grows at its start. */
static void
test_start_back (DragFixture *self, gconstpointer data)
{
  pull_start (self, "Road", 7);
  check_start (&self->of, "Road", "2024-03-11 08:00");
  pull_start (self, "Road", -4);
  check_start (&self->of, "Road", "2024-03-07 08:00");
  check_finish (&self->of, "Road", "2024-03-29 17:00");
  g_assert_null (self->failure);
}

/* A link holds it: then it goes as far as that lets it, and its end stays; or not at all, and it says why. */
static void
test_start_held (DragFixture *self, gconstpointer data)
{
  guint before = self->of.n_changed;

  pull_start (self, "Design", -4);
  check_refused (self, before, "Survey");
  g_assert_cmpint (task_number (&self->of, "Design", GUATU_TASK_CONSTRAINT), ==, GUATU_CONSTRAINT_ASAP);

  pull_start (self, "Design", 3);
  check_start (&self->of, "Design", "2024-03-14 08:00");
  check_finish (&self->of, "Design", "2024-03-22 17:00");
  pull_start (self, "Design", -8);
  g_assert_null (self->failure);
  check_start (&self->of, "Design", "2024-03-11 08:00");
  check_finish (&self->of, "Design", "2024-03-22 17:00");
}

static void
test_start_manual (DragFixture *self, gconstpointer data)
{
  guint before;

  must_set_task (&self->of, "Road", GUATU_TASK_MODE, GUATU_INTEGER (GUATU_MODE_MANUAL));
  before = self->of.n_changed;
  pull_start (self, "Road", -7);
  check_start (&self->of, "Road", "2024-02-26 08:00");
  check_finish (&self->of, "Road", "2024-03-29 17:00");
  check_undo (&self->of, before);
}

static void
test_start_begun (DragFixture *self, gconstpointer data)
{
  guint before;

  must_set_task (&self->of, "Road", GUATU_TASK_ACTUAL_START, GUATU_INTEGER (guatu_test_at ("2024-03-04 08:00")));
  before = self->of.n_changed;
  pull_start (self, "Road", 3);
  check_refused (self, before, "has started");
}

static void
test_start_keys (DragFixture *self, gconstpointer data)
{
  gint64 road = task_id (&self->of, "Road");

  guatu_battle_view_select (self->view, &road, 1);
  g_assert_true (press_key (self, "<Control><Shift>Right"));
  check_start (&self->of, "Road", "2024-03-05 08:00");
  check_finish (&self->of, "Road", "2024-03-29 17:00");
  g_assert_true (press_key (self, "<Control><Shift>Left"));
  check_start (&self->of, "Road", "2024-03-04 08:00");
  g_assert_null (self->failure);
}

/* Selections ------------------------------------------------------------------------------------------- */

static void
select_tasks (DragFixture *self, const char * const *names, guint n)
{
  g_autofree gint64 *ids = g_new (gint64, n);

  for (guint i = 0; i < n; i++)
    ids[i] = task_id (&self->of, names[i]);
  guatu_battle_view_select (self->view, ids, n);
}

/* By as many working days: over a weekend that is more days for one than for the other. */
static void
test_together (DragFixture *self, gconstpointer data)
{
  static const char * const names[] = { "Prepare", "Survey", "Road" };
  GuatuPoint at = { bar_of (self, "Road").x + 60, y_of (self, "Road") };
  guint before;

  must_set_task (&self->of, "Road", GUATU_TASK_CONSTRAINT, GUATU_INTEGER (GUATU_CONSTRAINT_ASAP));
  must_link (&self->of, "Design", "Road");
  must_set_task (&self->of, "Survey", GUATU_TASK_DURATION, GUATU_INTEGER (3 * 8 * GUATU_HOUR));
  select_tasks (self, names, 3);
  at.x = bar_of (self, "Road").x + 60;
  check_start (&self->of, "Road", "2024-03-21 08:00");
  before = self->of.n_changed;

  guatu_timeline_press (self->timeline, at.x, at.y, 0);
  guatu_timeline_drag_to (self->timeline, at.x + 4 * day_width (self), at.y, 0);
  /* The lead's first; the summary goes with its subtasks. */
  g_assert_true (g_str_has_prefix (guatu_drag_ghost_get_label (self->timeline->ghost), "Mon, Mar 25 to "));
  g_assert_nonnull (strstr (guatu_drag_ghost_get_label (self->timeline->ghost), "2 tasks"));
  gtk_test_widget_wait_for_draw (self->window);
  guatu_timeline_release (self->timeline, at.x + 4 * day_width (self), at.y);

  g_assert_null (self->failure);
  check_start (&self->of, "Road", "2024-03-25 08:00");
  check_start (&self->of, "Survey", "2024-03-06 08:00");
  g_assert_true (guatu_battle_view_is_selected (self->view, task_id (&self->of, "Survey")));
  check_undo (&self->of, before);
  check_start (&self->of, "Road", "2024-03-21 08:00");
  check_start (&self->of, "Survey", "2024-03-04 08:00");
}

/* Those that cannot be moved stay, and the others go. */
static void
test_together_but_one (DragFixture *self, gconstpointer data)
{
  static const char * const names[] = { "Survey", "Road" };
  GuatuPoint at = { bar_of (self, "Road").x + 60, y_of (self, "Road") };
  guint before;

  must_set_task (&self->of, "Survey", GUATU_TASK_ACTUAL_START, GUATU_INTEGER (guatu_test_at ("2024-03-04 08:00")));
  select_tasks (self, names, 2);
  before = self->of.n_changed;
  guatu_timeline_press (self->timeline, at.x, at.y, 0);
  guatu_timeline_drag_to (self->timeline, at.x + day_width (self), at.y, 0);
  g_assert_nonnull (strstr (guatu_drag_ghost_get_label (self->timeline->ghost), "1 stays"));
  guatu_timeline_release (self->timeline, at.x + day_width (self), at.y);
  check_start (&self->of, "Road", "2024-03-05 08:00");
  check_start (&self->of, "Survey", "2024-03-04 08:00");
  check_undo (&self->of, before);
}

static void
start_no_earlier (DragFixture *self, const char *name, const char *date)
{
  const GuatuSetting settings[] = {
    { GUATU_TASK_CONSTRAINT, GUATU_INTEGER (GUATU_CONSTRAINT_SNET) },
    { GUATU_TASK_CONSTRAINT_DATE, GUATU_INTEGER (guatu_test_at (date)) },
  };

  g_assert_true (guatu_document_set (self->of.document, GUATU_TABLE_TASK, task_id (&self->of, name), settings, 2,
                                     NULL));
}

/* What a link holds gets no date that would lie in wait. */
static void
test_together_held (DragFixture *self, gconstpointer data)
{
  static const char * const names[] = { "Design", "Road" };
  GuatuPoint at;

  start_no_earlier (self, "Road", "2024-03-18 08:00");
  select_tasks (self, names, 2);
  at = (GuatuPoint) { bar_of (self, "Road").x + 60, y_of (self, "Road") };
  drag (self, at, (GuatuPoint) { at.x - 3 * day_width (self), at.y }, 0);
  g_assert_null (self->failure);
  check_start (&self->of, "Road", "2024-03-15 08:00");
  check_start (&self->of, "Design", "2024-03-11 08:00");
  g_assert_cmpint (task_number (&self->of, "Design", GUATU_TASK_CONSTRAINT), ==, GUATU_CONSTRAINT_ASAP);
}

/* A chain of which all is selected goes back as a whole, though each is held by the one before. */
static void
test_together_chain (DragFixture *self, gconstpointer data)
{
  static const char * const names[] = { "Survey", "Design" };
  GuatuPoint at;

  start_no_earlier (self, "Survey", "2024-03-11 08:00");
  select_tasks (self, names, 2);
  at = (GuatuPoint) { bar_of (self, "Design").x + 60, y_of (self, "Design") };
  drag (self, at, (GuatuPoint) { at.x - 5 * day_width (self), at.y }, 0);
  g_assert_null (self->failure);
  check_start (&self->of, "Survey", "2024-03-06 08:00");
  check_start (&self->of, "Design", "2024-03-13 08:00");
}

/* What is not selected moves alone. */
static void
test_alone (DragFixture *self, gconstpointer data)
{
  static const char * const names[] = { "Survey", "Bridge" };
  GuatuPoint at = { bar_of (self, "Road").x + 60, y_of (self, "Road") };

  select_tasks (self, names, 2);
  drag (self, at, (GuatuPoint) { at.x + day_width (self), at.y }, 0);
  check_start (&self->of, "Survey", "2024-03-04 08:00");
  check_start (&self->of, "Road", "2024-03-05 08:00");
  g_assert_cmpuint (guatu_battle_view_n_selected (self->view), ==, 1);
}

static void
test_keys_together (DragFixture *self, gconstpointer data)
{
  static const char * const names[] = { "Build", "Survey", "Road" };
  guint before = self->of.n_changed;

  select_tasks (self, names, 3);
  g_assert_true (press_key (self, "<Alt>Right"));
  g_assert_null (self->failure);
  check_start (&self->of, "Survey", "2024-03-05 08:00");
  check_start (&self->of, "Road", "2024-03-05 08:00");
  check_undo (&self->of, before);
  before = self->of.n_changed;
  g_assert_true (press_key (self, "<Alt><Shift>Right"));
  g_assert_cmpint (task_number (&self->of, "Road", GUATU_TASK_DURATION), ==, 21 * 8 * GUATU_HOUR);
  g_assert_cmpint (task_number (&self->of, "Survey", GUATU_TASK_DURATION), ==, 6 * 8 * GUATU_HOUR);
  check_undo (&self->of, before);
}

/* Words ------------------------------------------------------------------------------------------------ */

static char *
words (DocumentFixture *of, const char *name, GuatuDragKind kind, gint64 days)
{
  gint64 id = task_id (of, name);
  g_autoptr(GuatuSchedule) foreseen = NULL;
  GuatuDragChange change;
  GuatuDrag drag;

  g_assert_true (guatu_drag_grab (&drag, of->document, id, kind, NULL));
  guatu_drag_preview (&drag, of->document, days * GUATU_DAY, GUATU_SNAP_DAY, &change);
  foreseen = guatu_drag_schedule (&drag, of->document, &change);

  return guatu_drag_words (guatu_document_get_plan (of->document), guatu_document_get_schedule (of->document), foreseen,
                           &id, 1, 0);
}

static void
test_words (DocumentFixture *of, gconstpointer data)
{
  static const struct { const char *task; GuatuDragKind kind; gint64 days; const char *says; } cases[] = {
    { "Survey", GUATU_DRAG_MOVE, 2,
      "Wed, Mar 6 to Tue, Mar 12 · 5 d\ncritical · pushes 3 tasks · plan ends 2 d later" },
    { "Survey", GUATU_DRAG_RESIZE, -1,
      "Mon, Mar 4 to Thu, Mar 7 · 4 d\ncritical · brings 3 tasks forward · plan ends 1 d earlier" },
    { "Road", GUATU_DRAG_MOVE, 7, "Mon, Mar 11 to Fri, Apr 5 · 20 d\nfloat 24 d" },
    { "Opening", GUATU_DRAG_MOVE, 4, "Mon, May 13\ncritical · plan ends 2 d later" },
    { "Bridge", GUATU_DRAG_MOVE, 3,
      "Thu, Mar 28 to Tue, May 14 · 34 d\ncritical · pushes 1 task · plan ends 3 d later" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *says = words (of, cases[i].task, cases[i].kind, cases[i].days);

      g_test_message ("%s", says);
      g_assert_cmpstr (says, ==, cases[i].says);
    }
}

/* Wherever a bar is pulled, its label is whole. */
static void
test_label_whole (DragFixture *self, gconstpointer data)
{
  static const GuatuPoint places[] = { { 2, 40 }, { DRAG_WIDTH - 3, 40 }, { 500, 2 }, { 500, DRAG_HEIGHT - 2 } };
  GuatuBox bar = bar_of (self, "Survey");

  guatu_timeline_press (self->timeline, bar.x + 20, bar.y + 6, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      GuatuBox label;

      guatu_timeline_drag_to (self->timeline, places[i].x, places[i].y, 0);
      gtk_test_widget_wait_for_draw (self->window);
      label = guatu_drag_ghost_get_label_box (self->timeline->ghost);
      g_assert_cmpfloat (label.width, >, 50);
      g_assert_cmpfloat (label.x, >=, 0);
      g_assert_cmpfloat (label.y, >=, 0);
      g_assert_cmpfloat (label.x + label.width, <=, gtk_widget_get_width (GTK_WIDGET (self->timeline)));
      g_assert_cmpfloat (label.y + label.height, <=, gtk_widget_get_height (GTK_WIDGET (self->timeline)));
    }
}

/* Read-only files say so, whatever is pulled; selecting goes on. */
static void
test_read_only (void)
{
  DragFixture self = { 0 };
  g_autoptr(GuatuDocument) document = NULL;
  g_autoptr(GError) error = NULL;
  guint before;
  GuatuBox bar;

  drag_fixture_set_up (&self, NULL);
  document = guatu_document_open (self.of.path, TRUE, &error);
  g_assert_no_error (error);
  gtk_window_set_child (GTK_WINDOW (self.window), NULL);
  gtk_test_widget_wait_for_draw (self.window);
  g_assert_finalize_object (g_steal_pointer (&self.view));
  self.view = guatu_battle_view_new (document);
  self.timeline = GUATU_TIMELINE (guatu_timeline_new (self.view, NULL));
  drag_fixture_watch (&self);
  gtk_widget_set_size_request (GTK_WIDGET (self.timeline), DRAG_WIDTH, DRAG_HEIGHT);
  gtk_window_set_child (GTK_WINDOW (self.window), GTK_WIDGET (self.timeline));
  gtk_test_widget_wait_for_draw (self.window);
  gtk_test_widget_wait_for_draw (self.window);
  guatu_timeline_show_span (self.timeline, guatu_test_at ("2024-02-26 00:00"), guatu_test_at ("2024-04-29 00:00"));
  bar = bar_of (&self, "Road");
  before = self.of.n_changed;
  guatu_timeline_hover (self.timeline, bar.x + bar.width / 2, bar.y + 3, 0);

  for (double x = bar.x - GUATU_HANDLE_AWAY; x < bar.x + bar.width + GUATU_HANDLE_AWAY + 1;
       x += (bar.width + 2 * GUATU_HANDLE_AWAY) / 2)
    {
      guatu_timeline_press (self.timeline, x, bar.y + 3, 0);
      g_assert_true (guatu_timeline_drag_to (self.timeline, x + 60, bar.y + 3, 0));
      check_refused (&self, before, guatu_document_get_read_only_reason (document));
      guatu_timeline_hover (self.timeline, bar.x + bar.width / 2, bar.y + 3, 0);
    }
  guatu_timeline_press (self.timeline, bar.x + bar.width + 60, bar.y, GDK_CONTROL_MASK);
  guatu_timeline_drag_to (self.timeline, bar.x + bar.width + 120, bar.y, GDK_CONTROL_MASK);
  check_refused (&self, before, guatu_document_get_read_only_reason (document));
  drag (&self, (GuatuPoint) { bar.x + bar.width + 60, bar.y }, (GuatuPoint) { bar.x, bar.y + 9 }, GDK_SHIFT_MASK);
  g_assert_true (guatu_battle_view_is_selected (self.view, task_id (&self.of, "Road")));
  /* Where nothing can be drawn the ground is for panning. */
  g_assert_cmpint (guatu_timeline_hold_at (self.timeline, 500, DRAG_HEIGHT - 5, 0).grip, ==, GUATU_GRIP_NONE);
  drag_fixture_tear_down (&self, NULL);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  document_fixture_in_memory ();

  add_drag_test ("/bars/start-moves-and-end-stays", test_start);
  add_drag_test ("/bars/start-goes-back", test_start_back);
  add_drag_test ("/bars/start-is-held-by-links", test_start_held);
  add_drag_test ("/bars/manual-start-moves-and-end-stays", test_start_manual);
  add_drag_test ("/bars/start-that-has-happened-says-why", test_start_begun);
  add_drag_test ("/bars/keys-move-the-start", test_start_keys);
  add_drag_test ("/bars/selection-moves-in-one-step", test_together);
  add_drag_test ("/bars/selection-moves-without-what-must-stay", test_together_but_one);
  add_drag_test ("/bars/what-a-link-holds-gets-no-date", test_together_held);
  add_drag_test ("/bars/selected-chain-moves-as-a-whole", test_together_chain);
  add_drag_test ("/bars/what-is-not-selected-moves-alone", test_alone);
  add_drag_test ("/bars/keys-move-the-selection-in-one-step", test_keys_together);
  add_document_test ("/bars/label-says-what-follows", test_words);
  add_drag_test ("/bars/label-is-whole-at-every-edge", test_label_whole);
  g_test_add_func ("/bars/read-only-plans-say-so", test_read_only);

  return g_test_run ();
}
