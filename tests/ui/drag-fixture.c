/* drag-fixture.c — a plan on a timeline in a window, and looks at what hands have done to it. */
#include "drag-fixture.h"

static void
failed_cb (DragFixture *self, const char *message)
{
  g_free (self->failure);
  self->failure = g_strdup (message);
}

static void
removed_cb (DragFixture *self, guint steps, const char *what)
{
  g_assert_cmpuint (steps, ==, 1);
  g_free (self->removed);
  self->removed = g_strdup (what);
}

static void
created_cb (DragFixture *self, gint64 task)
{
  self->created = task;
}

void
drag_fixture_watch (DragFixture *self)
{
  g_signal_connect_swapped (self->timeline, "failed", G_CALLBACK (failed_cb), self);
  g_signal_connect_swapped (self->timeline, "removed", G_CALLBACK (removed_cb), self);
  g_signal_connect_swapped (self->timeline, "created", G_CALLBACK (created_cb), self);
}

void
drag_fixture_set_up (DragFixture *self, gconstpointer data)
{
  document_fixture_set_up (&self->of, NULL);
  self->view = guatu_battle_view_new (self->of.document);
  self->timeline = GUATU_TIMELINE (guatu_timeline_new (self->view, NULL));
  drag_fixture_watch (self);
  self->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (self->window), FALSE);
  gtk_widget_set_size_request (GTK_WIDGET (self->timeline), DRAG_WIDTH, DRAG_HEIGHT);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->timeline));
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_test_widget_wait_for_draw (self->window);
  gtk_test_widget_wait_for_draw (self->window);
  /* A day is wide enough to be dragged by, whatever the window fits in. */
  guatu_timeline_show_span (self->timeline, guatu_test_at ("2024-02-26 00:00"), guatu_test_at ("2024-04-29 00:00"));
}

void
drag_fixture_tear_down (DragFixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  /* Popovers go by and by. */
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_assert_finalize_object (g_steal_pointer (&self->view));
  g_clear_pointer (&self->failure, g_free);
  g_clear_pointer (&self->removed, g_free);
  document_fixture_tear_down (&self->of, NULL);
}

void
check_place (GuatuInstant is, const char *should)
{
  g_autofree char *text = guatu_instant_to_iso (is);
  g_autofree char *wanted = guatu_instant_to_iso (guatu_test_at (should));

  g_assert_cmpstr (text, ==, wanted);
}

void
check_start (DocumentFixture *of, const char *name, const char *should)
{
  check_place (guatu_document_get_schedule (of->document)->start[task_row (of, name)], should);
}

void
check_finish (DocumentFixture *of, const char *name, const char *should)
{
  check_place (guatu_document_get_schedule (of->document)->finish[task_row (of, name)], should);
}

/* One entry, which is one step of undo. */
void
check_undo (DocumentFixture *of, guint before)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *title = guatu_document_undo_title (of->document);

  g_assert_cmpuint (of->n_changed, ==, before + 1);
  g_assert_nonnull (title);
  guatu_document_undo (of->document, NULL, &error);
  g_assert_no_error (error);
}

/* The task's bar in the widget. */
GuatuBox
bar_of (DragFixture *self, const char *name)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  GuatuBox bar;

  g_assert_true (guatu_chart_bar (chart, (guint) chart->rows->places[task_row (&self->of, name)], &bar));
  bar.x -= gtk_adjustment_get_value (guatu_timeline_get_across (self->timeline));
  bar.y -= gtk_adjustment_get_value (guatu_timeline_get_down (self->timeline));

  return bar;
}

double
day_width (DragFixture *self)
{
  return guatu_battle_view_get_zoom (self->view);
}

double
x_at (DragFixture *self, const char *date)
{
  return guatu_timeline_x_of (self->timeline, (double) guatu_test_at (date));
}

double
y_of (DragFixture *self, const char *name)
{
  GuatuBox bar = bar_of (self, name);

  return bar.y + bar.height / 2;
}

void
drag (DragFixture *self, GuatuPoint from, GuatuPoint to, GdkModifierType state)
{
  g_assert_true (guatu_timeline_press (self->timeline, from.x, from.y, state));
  g_assert_true (guatu_timeline_drag_to (self->timeline, to.x, to.y, state));
  gtk_test_widget_wait_for_draw (self->window);
  guatu_timeline_release (self->timeline, to.x, to.y);
  g_assert_null (guatu_drag_ghost_get_label (self->timeline->ghost));
}

gint32
link_between (DragFixture *self, const char *from, const char *to)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->of.document);
  gint32 row = task_row (&self->of, to);
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_LINK, GUATU_LINK_SUCCESSOR, row, &n);

  for (guint i = 0; i < n; i++)
    if (guatu_plan_link (plan, rows[i])->predecessor == task_row (&self->of, from))
      return rows[i];

  return -1;
}

void
check_refused (DragFixture *self, guint before, const char *part)
{
  g_assert_nonnull (self->failure);
  if (strstr (self->failure, part) == NULL)
    g_error ("“%s” is not in “%s”", part, self->failure);
  g_assert_cmpuint (self->of.n_changed, ==, before);
  g_clear_pointer (&self->failure, g_free);
}

gboolean
press_key (DragFixture *self, const char *action)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->timeline));
  g_autoptr(GtkShortcutTrigger) trigger = gtk_shortcut_trigger_parse_string (action);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);

          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), trigger))
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, GTK_WIDGET (self->timeline),
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }
  g_error ("no key %s", action);
}
