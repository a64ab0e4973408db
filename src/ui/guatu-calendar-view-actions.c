/* guatu-calendar-view-actions.c — what can be done with calendars: made, copied, given away, filled from a file. */
#include "guatu-calendar-view-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "guatu-calendar-edit.h"
#include "guatu-calendar-verb.h"
#include "guatu-file-dialog.h"
#include "guatu-form-popover.h"
#include "guatu-samples.h"
#include "guatu-task-edit.h"

static const GuatuPlan *
plan_of (GuatuCalendarView *self)
{
  return guatu_document_get_plan (self->document);
}

static const char *
name_of (GuatuCalendarView *self)
{
  gint32 row = guatu_plan_find (plan_of (self), GUATU_TABLE_CALENDAR, self->calendar);

  return row >= 0 ? guatu_plan_string (plan_of (self), GUATU_TABLE_CALENDAR, row, GUATU_CALENDAR_NAME) : "";
}

/* Ends a verb that made calendar @id, and goes on there. */
static void
end_made (GuatuCalendarView *self,
          GuatuCalendarVerb *verb,
          gint64             id,
          gboolean           rename,
          const GError      *error)
{
  guatu_calendar_verb_end (verb, GTK_WIDGET (self), error);
  if (error != NULL)
    return;
  guatu_calendar_view_choose (self, id);
  if (!rename)
    return;
  gtk_revealer_set_reveal_child (self->panel, TRUE);
  guatu_calendar_card_rename (GUATU_CALENDAR_CARD (self->card));
}

/* Calendars ------------------------------------------------------------------------------------------------ */

static void
add_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  GuatuCalendarView *self = GUATU_CALENDAR_VIEW (widget);
  const GuatuPlanRow *settings = guatu_plan_settings (plan_of (self));
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) made = guatu_empty_plan_new ("", settings->start, g_variant_get_string (parameter, NULL),
                                                    guatu_plan_text (plan_of (self), settings->language), &error);
  GuatuCalendarVerb *verb = guatu_calendar_verb_new (self->document);
  gint64 id = 0;

  if (made != NULL)
    guatu_document_add_calendar (self->document, made, &id, &error);
  end_made (self, verb, id, FALSE, error);
}

static void
derive_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  GuatuCalendarView *self = GUATU_CALENDAR_VIEW (widget);
  /* Translators: the name of a calendar that rests on another one. */
  g_autofree char *name = g_strdup_printf (_("%s, adapted"), name_of (self));
  const GuatuSetting settings[] = { { GUATU_CALENDAR_NAME, GUATU_TEXT (name) },
                                    { GUATU_CALENDAR_BASE, GUATU_INTEGER (self->calendar) } };
  g_autoptr(GError) error = NULL;
  GuatuCalendarVerb *verb = guatu_calendar_verb_new (self->document);
  gint64 id = 0;

  guatu_document_add (self->document, GUATU_TABLE_CALENDAR, settings, G_N_ELEMENTS (settings), &id, &error);
  end_made (self, verb, id, TRUE, error);
}

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  GuatuCalendarView *self = GUATU_CALENDAR_VIEW (widget);
  /* Translators: the name of a calendar that was copied. */
  g_autofree char *name = g_strdup_printf (_("%s (copy)"), name_of (self));
  g_autoptr(GError) error = NULL;
  GuatuCalendarVerb *verb = guatu_calendar_verb_new (self->document);
  gint64 id = 0;

  guatu_document_copy_calendar (self->document, self->calendar, name, &id, &error);
  end_made (self, verb, id, TRUE, error);
}

static void
rename_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  GuatuCalendarView *self = GUATU_CALENDAR_VIEW (widget);

  gtk_revealer_set_reveal_child (self->panel, TRUE);
  guatu_calendar_card_rename (GUATU_CALENDAR_CARD (self->card));
}

static void
remove_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  GuatuCalendarView *self = GUATU_CALENDAR_VIEW (widget);
  g_autoptr(GError) error = NULL;
  GuatuCalendarVerb *verb = guatu_calendar_verb_new (self->document);

  guatu_document_remove (self->document, GUATU_TABLE_CALENDAR, self->calendar, &error);
  guatu_calendar_verb_end (verb, GTK_WIDGET (self), error);
}

static void
use_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  GuatuCalendarView *self = GUATU_CALENDAR_VIEW (widget);
  const GuatuSetting setting = { GUATU_PLAN_CALENDAR, GUATU_INTEGER (self->calendar) };
  g_autoptr(GError) error = NULL;
  GuatuCalendarVerb *verb = guatu_calendar_verb_new (self->document);

  guatu_document_set (self->document, GUATU_TABLE_PLAN, guatu_plan_settings (plan_of (self))->id, &setting, 1, &error);
  guatu_calendar_verb_end (verb, GTK_WIDGET (self), error);
}

/* Days ------------------------------------------------------------------------------------------------------- */

static void
mark_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  GuatuCalendarView *self = GUATU_CALENDAR_VIEW (widget);
  const char *what = g_variant_get_string (parameter, NULL);
  GuatuDayMark mark = g_str_equal (what, "worked") ? GUATU_MARK_WORKED
                      : g_str_equal (what, "week") ? GUATU_MARK_WEEK : GUATU_MARK_OFF;

  guatu_days_panel_mark (GUATU_DAYS_PANEL (self->days), mark);
}

static void
today_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  GuatuCalendarView *self = GUATU_CALENDAR_VIEW (widget);
  GuatuInstant today = guatu_today ();

  guatu_calendar_view_set_year (self, guatu_instant_to_civil (today).year);
  guatu_year_grid_select (GUATU_YEAR_GRID (self->grid), today, today);
  gtk_widget_grab_focus (self->grid);
}

static void
year_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  GuatuCalendarView *self = GUATU_CALENDAR_VIEW (widget);

  guatu_calendar_view_set_year (self, self->year + g_variant_get_int32 (parameter));
}

/* Importing -------------------------------------------------------------------------------------------------- */

static void
accepted_cb (GuatuCalendarView *self,
             const char        *what)
{
  guatu_desk_view_removed (GUATU_DESK_VIEW (self), 1, what);
}

static void
import_failed_cb (GuatuCalendarView *self,
                  const char        *message)
{
  guatu_desk_view_failed (GUATU_DESK_VIEW (self), message);
}

GuatuDaysImportWindow *
guatu_calendar_view_import (GuatuCalendarView *self,
                            const char        *path)
{
  g_autoptr(GError) error = NULL;
  GtkRoot *root;
  GtkWidget *window;

  g_return_val_if_fail (GUATU_IS_CALENDAR_VIEW (self), NULL);

  if (self->calendar == 0)
    return NULL;
  window = guatu_days_import_new (self->document, self->calendar, path, &error);
  if (window == NULL)
    {
      guatu_desk_view_failed (GUATU_DESK_VIEW (self), error->message);
      return NULL;
    }

  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  g_signal_connect_object (window, "accepted", G_CALLBACK (accepted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "failed", G_CALLBACK (import_failed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));

  return GUATU_DAYS_IMPORT (window);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr(GuatuCalendarView) self = data;
  g_autoptr(GFile) file = guatu_file_dialog_open_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->document != NULL)
    guatu_calendar_view_import (self, path);
}

static void
import_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  static const char * const endings[] = { "ics", "json", NULL };
  GuatuCalendarView *self = GUATU_CALENDAR_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  guatu_file_dialog_choose_async (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("Import Days"),
                                  _("Holidays (iCalendar, JSON)"), endings, self->cancellable, chosen_cb,
                                  g_object_ref (self));
}

/* The pointer ------------------------------------------------------------------------------------------------- */

/* Once it has gone out of sight: it is on the way of its own signal. */
static gboolean
forget_menu_cb (gpointer menu)
{
  gtk_widget_unparent (menu);

  return G_SOURCE_REMOVE;
}

static void
menu_closed_cb (GuatuCalendarView *self,
                GtkWidget         *menu)
{
  if (self->menu == menu)
    self->menu = NULL;
  g_idle_add_full (G_PRIORITY_DEFAULT, forget_menu_cb, g_object_ref (menu), g_object_unref);
}

/* @x, @y: of the year. */
static void
open_menu (GuatuCalendarView *self,
           double             x,
           double             y)
{
  static const struct { const char *label, *what; } marks[] = {
    { N_("_Day Off"), "off" }, { N_("_Working Day"), "worked" }, { N_("_As the Week Says"), "week" },
  };
  g_autoptr(GMenu) menu = g_menu_new ();
  graphene_point_t at;

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (_(marks[i].label), NULL);

      g_menu_item_set_action_and_target (item, "calendar.mark", "s", marks[i].what);
      g_menu_append_item (menu, item);
    }
  if (self->menu != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->menu));
  if (!gtk_widget_compute_point (self->grid, GTK_WIDGET (self), &GRAPHENE_POINT_INIT ((float) x, (float) y), &at))
    return;
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) at.x, (int) at.y, 1, 1 });
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* A click outside of what is selected selects the day first. */
static void
menu_pressed_cb (GuatuCalendarView *self,
                 int                n,
                 double             x,
                 double             y)
{
  GuatuYearGrid *grid = GUATU_YEAR_GRID (self->grid);
  int day = guatu_year_layout_at (guatu_year_grid_get_layout (grid), x, y);
  GuatuInstant at, from = GUATU_NONE, to = GUATU_NONE;

  if (day < 0 || self->calendar == 0)
    return;
  at = guatu_instant_from_civil ((GuatuCivil) { .year = self->year, .month = 1, .day = 1 }) + day * GUATU_DAY;
  if (!guatu_year_grid_get_selection (grid, &from, &to) || at < from || at > to)
    guatu_year_grid_select (grid, at, at);
  open_menu (self, x, y);
}

/* The wheel turns the years where there is nothing to scroll, and with Control or Shift always. */
static gboolean
scroll_cb (GuatuCalendarView        *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean fits = gtk_adjustment_get_upper (down) <= gtk_adjustment_get_page_size (down) + 1;
  int years;

  if (!fits && (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    return GDK_EVENT_PROPAGATE;

  self->scrolled += dy + dx;
  years = (int) trunc (self->scrolled);
  self->scrolled -= years;
  if (years != 0)
    guatu_calendar_view_set_year (self, self->year + years);

  return GDK_EVENT_STOP;
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   data)
{
  GuatuCalendarView *self = data;
  GuatuYearGrid *grid = GUATU_YEAR_GRID (self->grid);
  GuatuInstant from, to;
  gint64 day;
  GuatuBox cell;

  if (!guatu_year_grid_get_selection (grid, &from, &to) || guatu_year_grid_get_cell (grid, to) == NULL)
    return FALSE;
  day = (to - guatu_instant_from_civil ((GuatuCivil) { .year = self->year, .month = 1, .day = 1 })) / GUATU_DAY;
  cell = guatu_year_layout_cell (guatu_year_grid_get_layout (grid), (guint) day);
  open_menu (self, cell.x + cell.width / 2, cell.y + cell.height);

  return TRUE;
}

void
guatu_calendar_view_add_input (GuatuCalendarView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *keys = gtk_shortcut_controller_new ();
  static const struct { guint key; GdkModifierType state; } menus[] = {
    { GDK_KEY_Menu, 0 }, { GDK_KEY_F10, GDK_SHIFT_MASK },
  };

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (menu_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->grid, GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect_object (wheel, "scroll", G_CALLBACK (scroll_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->scroller, wheel);
  for (gsize i = 0; i < G_N_ELEMENTS (menus); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (menus[i].key, menus[i].state),
                                                            gtk_callback_action_new (menu_key_cb, self, NULL)));
  gtk_widget_add_controller (self->grid, keys);
}

void
guatu_calendar_view_install_actions (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "calendar.add", "s", add_cb);
  gtk_widget_class_install_action (class, "calendar.derive", NULL, derive_cb);
  gtk_widget_class_install_action (class, "calendar.copy", NULL, copy_cb);
  gtk_widget_class_install_action (class, "calendar.rename", NULL, rename_cb);
  gtk_widget_class_install_action (class, "calendar.remove", NULL, remove_cb);
  gtk_widget_class_install_action (class, "calendar.use", NULL, use_cb);
  gtk_widget_class_install_action (class, "calendar.mark", "s", mark_cb);
  gtk_widget_class_install_action (class, "calendar.import", NULL, import_cb);
  gtk_widget_class_install_action (class, "calendar.today", NULL, today_cb);
  gtk_widget_class_install_action (class, "calendar.year", "i", year_cb);
}
