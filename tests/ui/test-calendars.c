/* test-calendars.c — the view of calendars: what days say, what keys and drags select, what edits and files change. */
#include <adwaita.h>

#include "guatu-calendar-list.h"
#include "guatu-calendar-view.h"
#include "guatu-calendar-card.h"
#include "guatu-calendar-words.h"
#include "guatu-desk.h"
#include "guatu-hours-text.h"
#include "guatu-recurring-form.h"
#include "guatu-recurring-list.h"
#include "guatu-samples.h"
#include "guatu-test.h"
#include "ui-forms.h"

#define at(text) guatu_test_at (text)

/* A plan on the Chinese calendar: Dig 5 d from Mon 2022-09-26, so over the holidays; Fill 3 d after it; Paint 2 d beside
 * them, by a calendar of its own. */
typedef struct
{
  char              *dir;
  GuatuDocument     *document;
  GtkWidget         *window;
  GuatuCalendarView *view;
  GuatuYearGrid     *grid;
  guint              n_told;
  char              *told;
  guint              n_failed;
  char              *failed;
} Fixture;

static void
removed_cb (Fixture *self, guint steps, const char *what)
{
  g_assert_cmpuint (steps, ==, 1);
  self->n_told++;
  g_free (self->told);
  self->told = g_strdup (what);
}

static void
failed_cb (Fixture *self, const char *message)
{
  self->n_failed++;
  g_free (self->failed);
  self->failed = g_strdup (message);
}

static GuatuPlan *
make_plan (void)
{
  g_autoptr(GError) error = NULL;
  GuatuPlan *plan = guatu_empty_plan_new ("Canal", at ("2022-09-26 08:00"), "china", "en", &error);
  gint32 six, dig, fill, paint;

  g_assert_no_error (error);
  six = guatu_calendar_add (plan, "six-day", &error);
  dig = guatu_test_add_task (plan, -1, "Dig", "5d");
  fill = guatu_test_add_task (plan, -1, "Fill", "3d");
  paint = guatu_test_add_task (plan, -1, "Paint", "2d");
  guatu_test_add_link (plan, dig, fill, GUATU_LINK_FS, NULL);
  guatu_test_set (plan, GUATU_TABLE_TASK, paint, GUATU_TASK_CALENDAR, guatu_plan_id (plan, GUATU_TABLE_CALENDAR, six));
  guatu_test_set (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_STATUS_DATE, at ("2022-10-17 08:00"));
  guatu_test_set (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_PUSH_TO_STATUS_DATE, FALSE);
  guatu_plan_settle (plan);

  return plan;
}

static void
set_up_view (Fixture *self)
{
  self->window = g_object_ref (gtk_window_new ());
  self->view = GUATU_CALENDAR_VIEW (guatu_calendar_view_new (self->document));
  self->grid = guatu_calendar_view_get_grid (self->view);
  g_signal_connect_swapped (self->view, "removed", G_CALLBACK (removed_cb), self);
  g_signal_connect_swapped (self->view, "failed", G_CALLBACK (failed_cb), self);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1300, 800);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->view));
  gtk_window_present (GTK_WINDOW (self->window));
  form_settle ();
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->grid));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) plan = make_plan ();
  g_autofree char *path = NULL;

  self->dir = guatu_test_make_dir ();
  path = g_build_filename (self->dir, "plan.guatu", NULL);
  self->document = guatu_document_create (path, plan, NULL, "create", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  set_up_view (self);
}

/* Lets go of the last reference; GTK may hold one for a moment, on a slow machine for some time. */
static void
must_go (gpointer object)
{
  gint64 patience = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;

  g_object_add_weak_pointer (object, &object);
  g_object_unref (object);
  while (object != NULL && g_get_monotonic_time () < patience)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  if (object != NULL)
    g_error ("%s still has %u references", G_OBJECT_TYPE_NAME (object), G_OBJECT (object)->ref_count);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  must_go (self->window);
  must_go (self->document);
  guatu_test_remove_dir (self->dir);
  g_free (self->told);
  g_free (self->failed);
}

static const GuatuPlan *
plan_of (Fixture *self)
{
  return guatu_document_get_plan (self->document);
}

static gint64
head_of (Fixture *self)
{
  gint64 seq = 0;

  guatu_store_head (guatu_document_get_store (self->document), &seq, NULL, NULL);
  return seq;
}

static gint64
calendar_called (Fixture *self, const char *slug)
{
  for (gint32 row = 0; row < (gint32) guatu_plan_n_rows (plan_of (self), GUATU_TABLE_CALENDAR); row++)
    if (guatu_plan_id (plan_of (self), GUATU_TABLE_CALENDAR, row) != 0
        && g_str_equal (guatu_plan_string (plan_of (self), GUATU_TABLE_CALENDAR, row, GUATU_CALENDAR_SLUG), slug))
      return guatu_plan_id (plan_of (self), GUATU_TABLE_CALENDAR, row);

  return 0;
}

static void
must_undo (Fixture *self)
{
  g_autoptr(GError) error = NULL;

  guatu_document_undo (self->document, NULL, &error);
  g_assert_no_error (error);
}

static void
must_act (Fixture *self, const char *action, const char *parameter)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->view), action, parameter != NULL ? "s" : NULL, parameter));
  form_settle ();
}

/* Input ------------------------------------------------------------------------------------------------------ */

/* The controller of that type which is not for the menu. */
static gpointer
find_controller (GtkWidget *widget, GType type)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type)
          && (!GTK_IS_GESTURE_SINGLE (controller)
              || gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) != GDK_BUTTON_SECONDARY))
        return controller;
    }

  return NULL;
}

static void
press_key (Fixture *self, guint key, GdkModifierType state)
{
  GtkEventController *keys = find_controller (GTK_WIDGET (self->grid), GTK_TYPE_EVENT_CONTROLLER_KEY);
  gboolean handled = FALSE;

  g_signal_emit_by_name (keys, "key-pressed", key, 0, state, &handled);
  form_settle ();
}

static void
centre_of (Fixture *self, const char *date, double *x, double *y)
{
  const GuatuYearLayout *layout = guatu_year_grid_get_layout (self->grid);
  gint64 day = (at (date) - at ("2022-01-01")) / GUATU_DAY;
  GuatuBox cell = guatu_year_layout_cell (layout, (guint) day);

  *x = cell.x + cell.width / 2;
  *y = cell.y + cell.height / 2;
  g_assert_cmpint (guatu_year_layout_at (layout, *x, *y), ==, day);
}

static void
check_selected (Fixture *self, const char *from, const char *to)
{
  GuatuInstant first = 0, last = 0;

  g_assert_true (guatu_year_grid_get_selection (self->grid, &first, &last));
  g_assert_cmpint (first, ==, at (from));
  g_assert_cmpint (last, ==, at (to));
}

static void
select_days (Fixture *self, const char *from, const char *to)
{
  guatu_year_grid_select (self->grid, at (from), at (to));
  form_settle ();
}

/* Looking ------------------------------------------------------------------------------------------------------ */

static void
days_speak (Fixture *self, gconstpointer data)
{
  g_assert_cmpint (guatu_calendar_view_get_year (self->view), ==, 2022);
  g_assert_cmpstr (guatu_year_grid_get_spoken (self->grid, at ("2022-10-01")), ==,
                   "Oct 1, 2022, National Day, day off");
  g_assert_cmpstr (guatu_year_grid_get_spoken (self->grid, at ("2022-10-08")), ==,
                   "Oct 8, 2022, Make-up working day, working day");
  g_assert_cmpstr (guatu_year_grid_get_spoken (self->grid, at ("2022-10-10")), ==, "Oct 10, 2022, working day");
  g_assert_cmpstr (guatu_year_grid_get_spoken (self->grid, at ("2022-10-16")), ==, "Oct 16, 2022, day off");
  g_assert_cmpstr (guatu_year_grid_get_spoken (self->grid, at ("2022-10-17")), ==,
                   "Oct 17, 2022, working day, status date");
  gtk_test_accessible_assert_role (guatu_year_grid_get_cell (self->grid, at ("2022-10-01")),
                                   GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_property (guatu_year_grid_get_cell (self->grid, at ("2022-10-01")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Oct 1, 2022, National Day, day off");
  gtk_test_accessible_assert_property (self->grid, GTK_ACCESSIBLE_PROPERTY_LABEL, "2022, 249 working days");
}

/* What is selected is drawn over the picture. */
static void
picture_is_kept (Fixture *self, gconstpointer data)
{
  guint n = guatu_year_grid_n_painted (self->grid);

  g_assert_cmpuint (n, >, 0);
  for (int i = 0; i < 10; i++)
    {
      guatu_year_grid_select (self->grid, at ("2022-10-01"), at ("2022-10-01") + i * GUATU_DAY);
      gtk_widget_queue_draw (GTK_WIDGET (self->grid));
      gtk_test_widget_wait_for_draw (GTK_WIDGET (self->grid));
    }
  g_assert_cmpuint (guatu_year_grid_n_painted (self->grid), ==, n);
}

static void
years_without_data (Fixture *self, gconstpointer data)
{
  GuatuSetting start = { GUATU_PLAN_START, GUATU_INTEGER (at ("2027-01-04 08:00")) };
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (guatu_calendar_view_get_warning (self->view), ==, "");
  g_assert_cmpstr (guatu_calendar_view_get_reach (self->view), ==, "");
  guatu_calendar_view_set_year (self->view, 2027);
  g_assert_nonnull (strstr (guatu_calendar_view_get_warning (self->view), "Holidays of 2027 are not published yet"));
  guatu_calendar_view_set_year (self->view, 2026);
  g_assert_cmpstr (guatu_calendar_view_get_warning (self->view), ==, "");

  g_assert_true (guatu_document_set (self->document, GUATU_TABLE_PLAN, guatu_plan_settings (plan_of (self))->id, &start, 1,
                                     &error));
  g_assert_nonnull (strstr (guatu_calendar_view_get_reach (self->view), "Holidays of 2027 are not published yet"));
  must_undo (self);
  g_assert_cmpstr (guatu_calendar_view_get_reach (self->view), ==, "");
}

/* Selecting ------------------------------------------------------------------------------------------------------ */

static void
keys_select (Fixture *self, gconstpointer data)
{
  select_days (self, "2022-10-10", "2022-10-10");
  press_key (self, GDK_KEY_Right, 0);
  check_selected (self, "2022-10-11", "2022-10-11");
  press_key (self, GDK_KEY_Down, GDK_SHIFT_MASK);
  check_selected (self, "2022-10-11", "2022-10-18");
  press_key (self, GDK_KEY_Left, GDK_SHIFT_MASK);
  check_selected (self, "2022-10-11", "2022-10-17");
  press_key (self, GDK_KEY_Up, GDK_SHIFT_MASK);
  press_key (self, GDK_KEY_Up, GDK_SHIFT_MASK);
  check_selected (self, "2022-10-03", "2022-10-11");
  press_key (self, GDK_KEY_Escape, 0);
  check_selected (self, "2022-10-03", "2022-10-03");
  press_key (self, GDK_KEY_Page_Down, 0);
  check_selected (self, "2022-11-03", "2022-11-03");
  press_key (self, GDK_KEY_End, GDK_CONTROL_MASK);
  check_selected (self, "2022-12-31", "2022-12-31");

  /* Past the year's end the next one is shown. */
  press_key (self, GDK_KEY_Right, 0);
  check_selected (self, "2023-01-01", "2023-01-01");
  g_assert_cmpint (guatu_calendar_view_get_year (self->view), ==, 2023);
  press_key (self, GDK_KEY_Left, GDK_CONTROL_MASK);
  check_selected (self, "2022-01-01", "2022-01-01");
  g_assert_cmpint (guatu_calendar_view_get_year (self->view), ==, 2022);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window))
                 == guatu_year_grid_get_cell (self->grid, at ("2022-01-01")));
}

static void
drags_select (Fixture *self, gconstpointer data)
{
  GtkGesture *drag = find_controller (GTK_WIDGET (self->grid), GTK_TYPE_GESTURE_DRAG);
  double x, y, to_x, to_y;

  centre_of (self, "2022-10-04", &x, &y);
  centre_of (self, "2022-10-13", &to_x, &to_y);
  g_signal_emit_by_name (drag, "drag-begin", x, y);
  check_selected (self, "2022-10-04", "2022-10-04");
  g_signal_emit_by_name (drag, "drag-update", 1.0, 1.0);
  check_selected (self, "2022-10-04", "2022-10-04");
  g_signal_emit_by_name (drag, "drag-update", to_x - x, to_y - y);
  check_selected (self, "2022-10-04", "2022-10-13");
  centre_of (self, "2022-11-02", &to_x, &to_y);
  g_signal_emit_by_name (drag, "drag-update", to_x - x, to_y - y);
  check_selected (self, "2022-10-04", "2022-11-02");
  centre_of (self, "2022-10-01", &to_x, &to_y);
  g_signal_emit_by_name (drag, "drag-update", to_x - x, to_y - y);
  check_selected (self, "2022-10-01", "2022-10-04");
  g_signal_emit_by_name (drag, "drag-end", to_x - x, to_y - y);

  /* Beside all days nothing is begun. */
  g_signal_emit_by_name (drag, "drag-begin", 1.0, 1.0);
  g_signal_emit_by_name (drag, "drag-update", 300.0, 300.0);
  check_selected (self, "2022-10-01", "2022-10-04");
}

/* Editing ---------------------------------------------------------------------------------------------------- */

static void
marks (Fixture *self, gconstpointer data)
{
  GuatuDaysPanel *days = guatu_calendar_view_get_days (self->view);
  gint64 head = head_of (self);

  /* Dig ends on Friday the 30th, Fill takes the 8th, 9th and 10th. */
  select_days (self, "2022-10-10", "2022-10-11");
  gtk_editable_set_text (GTK_EDITABLE (guatu_days_panel_get_name (days)), "Flood");
  press_key (self, GDK_KEY_d, 0);
  g_assert_cmpint (head_of (self), ==, head + 1);
  g_assert_false (gtk_check_button_get_active (guatu_days_panel_get_holiday (days)));
  g_assert_cmpuint (self->n_told, ==, 1);
  g_assert_cmpstr (self->told, ==, "“Flood”, off on Oct 10, 2022 to Oct 11, 2022 in calendar “China statutory”. "
                                   "1 task moves, the plan now finishes on Oct 12, 2022");
  /* Of those that the window's status bar names none is another. */
  g_assert_cmpstr (guatu_year_grid_get_spoken (self->grid, at ("2022-10-11")), ==, "Oct 11, 2022, Flood, day off");

  select_days (self, "2022-10-15", "2022-10-15");
  gtk_editable_set_text (GTK_EDITABLE (guatu_days_panel_get_hours (days)), "9-11");
  press_key (self, GDK_KEY_w, 0);
  g_assert_cmpint (head_of (self), ==, head + 2);
  g_assert_nonnull (strstr (self->told, "No task moves"));
  g_assert_cmpstr (guatu_year_grid_get_spoken (self->grid, at ("2022-10-15")), ==,
                   "Oct 15, 2022, Make-up working day, working day");

  select_days (self, "2022-10-09", "2022-10-10");
  press_key (self, GDK_KEY_Delete, 0);
  g_assert_cmpint (head_of (self), ==, head + 3);
  /* The make-up day was nothing but that. */
  g_assert_cmpstr (guatu_year_grid_get_spoken (self->grid, at ("2022-10-09")), ==, "Oct 9, 2022, day off");
  g_assert_cmpstr (guatu_year_grid_get_spoken (self->grid, at ("2022-10-10")), ==, "Oct 10, 2022, working day");

  for (int i = 0; i < 3; i++)
    must_undo (self);
  g_assert_cmpstr (guatu_year_grid_get_spoken (self->grid, at ("2022-10-10")), ==, "Oct 10, 2022, working day");
  g_assert_cmpstr (guatu_year_grid_get_spoken (self->grid, at ("2022-10-09")), ==,
                   "Oct 9, 2022, Make-up working day, working day");
  g_assert_cmpuint (self->n_failed, ==, 0);
}

/* In a year whose holidays are published a day off by hand is a closure, unless it is said to be a holiday. */
static void
holidays_by_hand (Fixture *self, gconstpointer data)
{
  GuatuDaysPanel *days = guatu_calendar_view_get_days (self->view);
  g_autoptr(GuatuYear) year = NULL;
  gint32 row = guatu_plan_find (plan_of (self), GUATU_TABLE_CALENDAR, guatu_calendar_view_get_calendar (self->view));

  select_days (self, "2022-10-05", "2022-10-05");
  g_assert_true (gtk_check_button_get_active (guatu_days_panel_get_holiday (days)));
  select_days (self, "2022-11-10", "2022-11-10");
  gtk_editable_set_text (GTK_EDITABLE (guatu_days_panel_get_name (days)), "Fair");
  press_key (self, GDK_KEY_d, 0);
  year = guatu_year_new (plan_of (self), row, 2022);
  g_assert_cmpint (guatu_year_day (year, at ("2022-11-10"))->kind, ==, GUATU_DAY_CLOSURE);
  g_clear_pointer (&year, guatu_year_free);
  gtk_check_button_set_active (guatu_days_panel_get_holiday (days), TRUE);
  press_key (self, GDK_KEY_d, 0);
  year = guatu_year_new (plan_of (self), row, 2022);
  g_assert_cmpint (guatu_year_day (year, at ("2022-11-10"))->kind, ==, GUATU_DAY_HOLIDAY);
}

static void
wrong_hours (Fixture *self, gconstpointer data)
{
  GuatuDaysPanel *days = guatu_calendar_view_get_days (self->view);
  GuatuWeekPanel *week = guatu_calendar_view_get_week (self->view);
  GtkEntry *monday = guatu_week_panel_get_entry (week, 0);
  gint64 head = head_of (self);

  select_days (self, "2022-10-15", "2022-10-15");
  gtk_editable_set_text (GTK_EDITABLE (guatu_days_panel_get_hours (days)), "9-8");
  g_assert_false (guatu_days_panel_mark (days, GUATU_MARK_WORKED));
  g_assert_nonnull (strstr (guatu_days_panel_get_error (days), "9-8"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (guatu_days_panel_get_hours (days))), ==, "9-8");
  gtk_test_accessible_assert_state (guatu_days_panel_get_hours (days), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);

  gtk_editable_set_text (GTK_EDITABLE (monday), "8-12, 11-13");
  g_signal_emit_by_name (monday, "activate");
  g_assert_nonnull (strstr (guatu_week_panel_get_error (week), "overlap"));
  g_assert_cmpint (head_of (self), ==, head);
}

static void
week_hours (Fixture *self, gconstpointer data)
{
  GuatuWeekPanel *week = guatu_calendar_view_get_week (self->view);
  GtkEntry *monday = guatu_week_panel_get_entry (week, 0), *sunday = guatu_week_panel_get_entry (week, 6);
  gint64 head = head_of (self);

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (monday)), ==, "8:00–12:00, 13:00–17:00");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (sunday)), ==, "");
  gtk_test_accessible_assert_property (monday, GTK_ACCESSIBLE_PROPERTY_LABEL, "Hours of Monday");
  gtk_editable_set_text (GTK_EDITABLE (monday), "6-10 15-19");
  g_signal_emit_by_name (monday, "activate");
  g_assert_cmpint (head_of (self), ==, head + 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (monday)), ==, "6:00–10:00, 15:00–19:00");
  g_assert_nonnull (strstr (self->told, "Work on Monday"));
  /* Entered once more it is the same. */
  g_signal_emit_by_name (monday, "activate");
  g_signal_emit_by_name (sunday, "activate");
  g_assert_cmpint (head_of (self), ==, head + 1);
  must_undo (self);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (monday)), ==, "8:00–12:00, 13:00–17:00");
}

/* What comes back, and weeks with dates, are changed where they stand: what the form was opened with stays, but for what
 * was typed. */
static void
parts_are_changed (Fixture *self, gconstpointer data)
{
  GuatuDaysPanel *days = guatu_calendar_view_get_days (self->view);
  GuatuWeekPanel *week = guatu_calendar_view_get_week (self->view);
  GtkWidget *recurring = form_find (GTK_WIDGET (days), GUATU_TYPE_RECURRING_LIST), *form;
  gint64 head = head_of (self);

  select_days (self, "2022-11-10", "2022-11-10");
  form_click (form_find_button (GTK_WIDGET (days), "Add a day that comes back"));
  form = form_over (recurring);
  form_type (form_find_nth (form, GTK_TYPE_ENTRY, 0), "Founding");
  form_click (form_find_doer (form));
  form_settle ();
  g_assert_cmpint (head_of (self), ==, head + 1);
  g_assert_true (form_says (GTK_WIDGET (days), "Founding"));
  select_days (self, "2022-11-15", "2022-11-15");
  form_click (form_find_button (GTK_WIDGET (days), "Change…"));
  form = form_over (recurring);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (form_find_nth (form, GTK_TYPE_ENTRY, 0))), ==, "Founding");
  form_must_be_named (form);
  form_type (form_find_nth (form, GTK_TYPE_ENTRY, 0), "Stocktaking");
  form_click (form_find_doer (form));
  form_settle ();
  g_assert_cmpint (head_of (self), ==, head + 2);
  g_assert_cmpstr (guatu_year_grid_get_spoken (self->grid, at ("2022-11-10")), ==,
                   "Nov 10, 2022, Stocktaking, day off");

  form_click (form_find_button (GTK_WIDGET (week), "Add a working week with dates"));
  form = form_over (GTK_WIDGET (week));
  form_type (form_find_nth (form, GTK_TYPE_ENTRY, 0), "Summer");
  form_type (form_find_nth (form, GTK_TYPE_ENTRY, 1), "2022-06-01");
  form_type (form_find_nth (form, GTK_TYPE_ENTRY, 2), "2022-08-31");
  form_click (form_find_doer (form));
  form_settle ();
  g_assert_cmpint (head_of (self), ==, head + 3);
  form_click (form_find_button (GTK_WIDGET (week), "Change this working week’s name and dates"));
  form = form_over (GTK_WIDGET (week));
  form_type (form_find_nth (form, GTK_TYPE_ENTRY, 2), "2022-09-15");
  form_click (form_find_doer (form));
  form_settle ();
  g_assert_cmpint (head_of (self), ==, head + 4);
  g_assert_true (form_says (GTK_WIDGET (week), "Summer (Jun 1, 2022"));
  g_assert_true (form_says (GTK_WIDGET (week), "Sep 15, 2022"));
  g_assert_cmpuint (self->n_failed, ==, 0);
}

/* Every rule that a form can make is one that it knows again. */
static void
rules_are_known_again (void)
{
  static const char * const dates[] = { "2022-01-31", "2024-02-29", "2022-10-03", "2022-11-15" };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    for (guint coming = 0; coming < GUATU_N_COMINGS; coming++)
      {
        GuatuSpecialDays made = guatu_recurring_rule (at (dates[i]), (GuatuComing) coming, 1, GUATU_NONE);
        GuatuException rule = { .from = made.from, .to = made.to, .recurrence = made.recurrence, .period = made.period,
                                .weekdays = made.weekdays, .month = made.month, .month_day = made.month_day,
                                .place = made.place, .item = made.item };

        g_assert_cmpint (guatu_recurring_coming (&rule), ==, coming);
        /* On two weekdays: no way that it offers. */
        rule.recurrence = GUATU_RECUR_WEEKLY;
        rule.weekdays = 3;
        g_assert_cmpint (guatu_recurring_coming (&rule), ==, GUATU_N_COMINGS);
      }
}

/* Calendars ------------------------------------------------------------------------------------------------------ */

static void
calendars (Fixture *self, gconstpointer data)
{
  gint64 china = calendar_called (self, "china"), six = calendar_called (self, "six-day"), made;
  gint64 head = head_of (self);

  g_assert_cmpint (guatu_calendar_view_get_calendar (self->view), ==, china);
  must_act (self, "calendar.add", "24-hours");
  g_assert_cmpint (guatu_calendar_view_get_calendar (self->view), ==, calendar_called (self, "24-hours"));
  g_assert_cmpint (head_of (self), ==, head + 1);
  must_act (self, "calendar.remove", NULL);
  g_assert_cmpint (head_of (self), ==, head + 2);
  g_assert_cmpint (guatu_calendar_view_get_calendar (self->view), ==, china);

  must_act (self, "calendar.copy", NULL);
  made = guatu_calendar_view_get_calendar (self->view);
  g_assert_true (made != china && made != six);
  g_assert_cmpstr (guatu_year_grid_get_spoken (self->grid, at ("2022-10-01")), ==,
                   "Oct 1, 2022, National Day, day off");
  must_undo (self);

  guatu_calendar_view_choose (self->view, china);
  must_act (self, "calendar.derive", NULL);
  made = guatu_calendar_view_get_calendar (self->view);
  g_assert_cmpstr (guatu_year_grid_get_spoken (self->grid, at ("2022-10-01")), ==,
                   "Oct 1, 2022, National Day, day off");
  must_act (self, "calendar.use", NULL);
  g_assert_cmpint (guatu_plan_settings (plan_of (self))->calendar, ==,
                   guatu_plan_find (plan_of (self), GUATU_TABLE_CALENDAR, made));

  /* The plan's own, and a base of another one, stay; the reason is told. */
  must_act (self, "calendar.remove", NULL);
  g_assert_cmpuint (self->n_failed, ==, 1);
  guatu_calendar_view_choose (self->view, china);
  must_act (self, "calendar.remove", NULL);
  g_assert_cmpuint (self->n_failed, ==, 2);
  g_assert_nonnull (strstr (self->failed, "base"));

  /* A calendar that a task uses goes, and comes back to it. */
  guatu_calendar_view_choose (self->view, six);
  must_act (self, "calendar.remove", NULL);
  g_assert_cmpint (calendar_called (self, "six-day"), ==, 0);
  must_undo (self);
  g_assert_cmpint (guatu_plan_task (plan_of (self), 2)->calendar, ==,
                   guatu_plan_find (plan_of (self), GUATU_TABLE_CALENDAR, six));
}

static void
list_names_users (Fixture *self, gconstpointer data)
{
  GuatuCalendarList *list = GUATU_CALENDAR_LIST (form_find (GTK_WIDGET (self->view), GUATU_TYPE_CALENDAR_LIST));

  gtk_test_accessible_assert_property (guatu_calendar_list_get_row (list, calendar_called (self, "china")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "China statutory: The plan");
  gtk_test_accessible_assert_property (guatu_calendar_list_get_row (list, calendar_called (self, "six-day")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Six-day week: 1 task");
}

static void
parts (Fixture *self, gconstpointer data)
{
  GtkWidget *panes[GUATU_DESK_VIEW_MOST_PANES];
  guint n = guatu_desk_view_get_panes (GUATU_DESK_VIEW (self->view), panes);

  g_assert_cmpuint (n, ==, 4);
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (gtk_widget_grab_focus (panes[i]) || gtk_widget_child_focus (panes[i], GTK_DIR_TAB_FORWARD));
      g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self->window)), panes[i]));
    }
  guatu_desk_view_toggle_inspector (GUATU_DESK_VIEW (self->view));
  g_assert_cmpuint (guatu_desk_view_get_panes (GUATU_DESK_VIEW (self->view), panes), ==, 3);
  g_assert_true (guatu_desk_view_show_row (GUATU_DESK_VIEW (self->view), GUATU_TABLE_CALENDAR,
                                           calendar_called (self, "six-day")));
  g_assert_cmpint (guatu_calendar_view_get_calendar (self->view), ==, calendar_called (self, "six-day"));
  g_assert_false (guatu_desk_view_show_row (GUATU_DESK_VIEW (self->view), GUATU_TABLE_TASK, 1));
}

/* Importing ------------------------------------------------------------------------------------------------------ */

static char *
write_file (Fixture *self, const char *name, const char *text)
{
  char *path = g_build_filename (self->dir, name, NULL);
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);

  return path;
}

#define FILE_2022(date) \
  "{\"year\": 2022, \"days\": [{\"name\": \"Feast\", \"date\": \"" date "\", \"isOffDay\": true}]}"

static void
preview_names_what_moves (Fixture *self, gconstpointer data)
{
  g_autofree char *path = write_file (self, "2022.json", FILE_2022 ("2022-10-10"));
  gint64 head = head_of (self);
  GuatuDaysImportWindow *import = guatu_calendar_view_import (self->view, path);
  g_autofree char *day = NULL;
  g_autofree char *task = NULL;

  g_assert_nonnull (import);
  form_settle ();
  /* Dig is over, Paint goes by another calendar: Fill moves, and it alone. */
  g_assert_cmpuint (guatu_days_import_n_changes (import), ==, 1);
  day = guatu_days_import_change_text (import, 0);
  g_assert_cmpstr (day, ==, "Oct 10, 2022: working day → Feast, day off");
  g_assert_cmpuint (guatu_days_import_n_moved (import), ==, 1);
  g_assert_cmpstr (guatu_plan_task_name (plan_of (self), guatu_days_import_moved_task (import, 0)), ==, "Fill");
  task = guatu_days_import_moved_text (import, 0);
  g_assert_nonnull (strstr (task, "Oct 10"));
  g_assert_nonnull (strstr (task, "Oct 11"));
  g_assert_cmpstr (guatu_days_import_get_summary (import), ==,
                   "The plan finishes on Oct 11, 2022 instead of Oct 10, 2022.");
  g_assert_cmpint (head_of (self), ==, head);

  guatu_days_import_accept (import);
  form_settle ();
  g_assert_cmpint (head_of (self), ==, head + 1);
  g_assert_cmpuint (self->n_told, ==, 1);
  g_assert_nonnull (strstr (self->told, "1 task moves"));
  g_assert_cmpstr (guatu_year_grid_get_spoken (self->grid, at ("2022-10-10")), ==, "Oct 10, 2022, Feast, day off");
  must_undo (self);
  g_assert_cmpstr (guatu_year_grid_get_spoken (self->grid, at ("2022-10-10")), ==, "Oct 10, 2022, working day");
}

static void
preview_of_nothing (Fixture *self, gconstpointer data)
{
  g_autofree char *path = write_file (self, "2022.json", FILE_2022 ("2022-11-10"));
  gint64 head = head_of (self);
  GuatuDaysImportWindow *import = guatu_calendar_view_import (self->view, path);

  g_assert_nonnull (import);
  g_assert_cmpuint (guatu_days_import_n_changes (import), ==, 1);
  g_assert_cmpuint (guatu_days_import_n_moved (import), ==, 0);
  g_assert_cmpstr (guatu_days_import_get_summary (import), ==, "The plan still finishes on Oct 10, 2022.");
  /* Given up, nothing has happened. */
  gtk_window_close (GTK_WINDOW (import));
  form_settle ();
  g_assert_cmpint (head_of (self), ==, head);
  g_assert_cmpuint (self->n_told, ==, 0);
}

static void
preview_follows (Fixture *self, gconstpointer data)
{
  g_autofree char *path = write_file (self, "2022.json", FILE_2022 ("2022-10-10"));
  GuatuDaysImportWindow *import = guatu_calendar_view_import (self->view, path);
  GuatuSetting start = { GUATU_PLAN_START, GUATU_INTEGER (at ("2022-10-10 08:00")) };
  g_autoptr(GError) error = NULL;

  g_assert_nonnull (import);
  g_assert_cmpuint (guatu_days_import_n_moved (import), ==, 1);
  g_assert_true (guatu_document_set (self->document, GUATU_TABLE_PLAN, guatu_plan_settings (plan_of (self))->id, &start, 1,
                                     &error));
  g_assert_cmpuint (guatu_days_import_n_moved (import), ==, 2);
  gtk_window_close (GTK_WINDOW (import));
  form_settle ();
}

static void
hostile_files (Fixture *self, gconstpointer data)
{
  static const char * const texts[] = { "", "{", "[[[[[[[[[[", "{\"year\": 2022, \"days\": 7}", "\x01\x02\xff",
                                        "{\"year\": 99999, \"days\": []}", "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" };
  g_autofree char *missing = g_build_filename (self->dir, "no.json", NULL);
  gint64 head = head_of (self);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = write_file (self, i == 6 ? "bad.ics" : "bad.json", texts[i]);

      g_test_message ("%u", i);
      g_assert_null (guatu_calendar_view_import (self->view, path));
      g_assert_cmpuint (self->n_failed, ==, i + 1);
    }
  g_assert_null (guatu_calendar_view_import (self->view, missing));
  g_assert_cmpint (head_of (self), ==, head);
  g_assert_cmpuint (self->n_told, ==, 0);
}

/* A plan without any calendar works from Monday to Friday: there is nothing to edit, and nothing breaks. */
static void
no_calendar (void)
{
  Fixture self = { 0 };
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;

  guatu_plan_settle (plan);
  self.dir = guatu_test_make_dir ();
  path = g_build_filename (self.dir, "plan.guatu", NULL);
  self.document = guatu_document_create (path, plan, NULL, "create", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  self.window = g_object_ref (gtk_window_new ());
  self.view = GUATU_CALENDAR_VIEW (guatu_calendar_view_new (self.document));
  gtk_window_set_child (GTK_WINDOW (self.window), GTK_WIDGET (self.view));
  gtk_window_present (GTK_WINDOW (self.window));
  form_settle ();
  g_assert_cmpint (guatu_calendar_view_get_calendar (self.view), ==, 0);
  g_assert_false (guatu_days_panel_mark (guatu_calendar_view_get_days (self.view), GUATU_MARK_OFF));
  must_act (&self, "calendar.add", "standard");
  g_assert_cmpint (guatu_calendar_view_get_calendar (self.view), !=, 0);
  tear_down (&self, NULL);
}

#define add(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/ui/calendars/each-day-says-what-it-is", days_speak);
  add ("/ui/calendars/what-is-selected-needs-no-new-picture", picture_is_kept);
  add ("/ui/calendars/years-without-published-holidays-are-marked-where-they-show", years_without_data);
  add ("/ui/calendars/arrows-move-and-with-shift-select-from-year-to-year", keys_select);
  add ("/ui/calendars/a-drag-selects-from-day-to-day", drags_select);
  add ("/ui/calendars/days-are-marked-in-one-step-each-and-what-moves-is-told", marks);
  add ("/ui/calendars/a-day-off-by-hand-is-a-closure-or-a-holiday", holidays_by_hand);
  add ("/ui/calendars/hours-that-cannot-be-stay-with-the-reason", wrong_hours);
  add ("/ui/calendars/hours-of-a-weekday-are-typed-as-text", week_hours);
  add ("/ui/calendars/what-comes-back-and-weeks-with-dates-are-changed-where-they-stand", parts_are_changed);
  g_test_add_func ("/ui/calendars/every-rule-of-the-form-is-known-again", rules_are_known_again);
  add ("/ui/calendars/calendars-are-added-copied-based-used-and-deleted", calendars);
  add ("/ui/calendars/the-list-names-who-uses-a-calendar", list_names_users);
  add ("/ui/calendars/f6-goes-through-four-parts", parts);
  add ("/ui/calendars/before-an-import-exactly-the-tasks-that-move-are-named", preview_names_what_moves);
  add ("/ui/calendars/an-import-that-moves-nothing-names-no-task", preview_of_nothing);
  add ("/ui/calendars/the-preview-follows-the-plan", preview_follows);
  add ("/ui/calendars/a-hostile-file-changes-nothing", hostile_files);
  g_test_add_func ("/ui/calendars/a-plan-without-calendars-can-have-one", no_calendar);

  return g_test_run ();
}
