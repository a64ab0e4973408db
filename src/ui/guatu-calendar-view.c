/* guatu-calendar-view.c — shows the chosen calendar: its year, its days and weeks, and what it lacks. */
#include "guatu-calendar-view-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-calendar-words.h"
#include "guatu-chart-text.h"
#include "guatu-inspector-style.h"
#include "guatu-settings.h"
#include "guatu-task-edit.h"
#include "guatu-text-scale.h"

/* Pixels. In a narrower window the panel is folded away at first. */
#define ROOM_FOR_PANEL ((int) guatu_text_scaled (1200))

static void desk_view_init (GuatuDeskViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GuatuCalendarView, guatu_calendar_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GUATU_TYPE_DESK_VIEW, desk_view_init))

static const GuatuPlan *
plan_of (GuatuCalendarView *self)
{
  return guatu_document_get_plan (self->document);
}

/* Chinese weeks begin on Monday, whoever reads them, unless that person has chosen a day. */
static int
first_weekday (GuatuCalendarView *self)
{
  const char *language = guatu_plan_text (plan_of (self), guatu_plan_settings (plan_of (self))->language);

  return guatu_settings_first_weekday (guatu_first_weekday (guatu_language_is (language, "zh")
                                                              ? language : guatu_chart_language (NULL)));
}

/* Showing --------------------------------------------------------------------------------------------------- */

static void
show_warnings (GuatuCalendarView *self,
               const GuatuYear   *year)
{
  const GuatuPlan *plan = plan_of (self);
  const GuatuSchedule *schedule = guatu_document_get_schedule (self->document);
  GuatuInstant last = year->from + ((gint64) year->n_days - 1) * GUATU_DAY;
  g_autofree char *working = NULL;
  g_autofree char *warning = NULL;
  g_autofree char *reach = NULL;
  g_autofree char *text = NULL;
  GuatuMissingYears missing;

  guatu_calendar_missing_years (plan, year->calendar, year->from, last, &missing);
  text = guatu_missing_years_text (&missing);
  warning = *text != '\0' ? g_strdup_printf (_("%s: only weekends are marked. Import the days when they are."), text)
                          : g_strdup ("");
  guatu_banner_set_text (GUATU_BANNER (self->banner), warning);
  gtk_widget_set_visible (self->year_mark, *text != '\0');
  gtk_widget_set_tooltip_text (self->year_mark, text);

  working = g_strdup_printf (ngettext ("%u working day in %d", "%u working days in %d", year->n_working),
                             year->n_working, year->year);
  gtk_label_set_text (GTK_LABEL (self->working), working);
  guatu_calendar_missing_years (plan, guatu_plan_settings (plan)->calendar, schedule->plan_start,
                                guatu_chart_last_day (schedule->plan_finish), &missing);
  reach = guatu_missing_years_text (&missing);
  g_free (text);
  text = *reach != '\0' ? g_strdup_printf (_("The plan reaches so far: %s"), reach) : g_strdup ("");
  gtk_label_set_text (GTK_LABEL (self->reach), text);
  gtk_widget_set_tooltip_text (self->reach, text);
}

void
guatu_calendar_view_show_days (GuatuCalendarView *self)
{
  GuatuInstant from = GUATU_NONE, to = GUATU_NONE;

  guatu_year_grid_get_selection (GUATU_YEAR_GRID (self->grid), &from, &to);
  guatu_days_panel_show (GUATU_DAYS_PANEL (self->days), self->calendar, from, to);
}

static void
show_year (GuatuCalendarView *self)
{
  gint32 row = guatu_plan_find (plan_of (self), GUATU_TABLE_CALENDAR, self->calendar);
  g_autoptr(GuatuYear) year = NULL;

  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), row >= 0 ? "year" : "none");
  self->updating = TRUE;
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->year_button), self->year);
  self->updating = FALSE;
  if (row < 0)
    {
      guatu_banner_set_text (GUATU_BANNER (self->banner), NULL);
      return;
    }

  year = guatu_year_new (plan_of (self), row, self->year);
  guatu_year_grid_show (GUATU_YEAR_GRID (self->grid), plan_of (self), year, first_weekday (self), guatu_today (),
                        guatu_plan_settings (plan_of (self))->status_date);
  show_warnings (self, year);
}

/* The plan's own where the chosen one is gone. */
static void
check_chosen (GuatuCalendarView *self)
{
  const GuatuPlan *plan = plan_of (self);
  gint32 own = guatu_plan_settings (plan)->calendar;

  if (self->calendar != 0 && guatu_plan_find (plan, GUATU_TABLE_CALENDAR, self->calendar) >= 0)
    return;
  self->calendar = own >= 0 ? guatu_plan_id (plan, GUATU_TABLE_CALENDAR, own) : 0;
  for (gint32 row = 0; row < (gint32) guatu_plan_n_rows (plan, GUATU_TABLE_CALENDAR) && self->calendar == 0; row++)
    self->calendar = guatu_plan_id (plan, GUATU_TABLE_CALENDAR, row);
}

static void
show_actions (GuatuCalendarView *self)
{
  static const char * const actions[] = { "calendar.derive", "calendar.copy", "calendar.rename", "calendar.remove",
                                          "calendar.mark", "calendar.import" };
  const GuatuPlan *plan = plan_of (self);
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_CALENDAR, self->calendar);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], row >= 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "calendar.use",
                                 row >= 0 && guatu_plan_settings (plan)->calendar != row);
}

void
guatu_calendar_view_show_chosen (GuatuCalendarView *self)
{
  show_actions (self);
  show_year (self);
  guatu_calendar_view_show_days (self);
  guatu_week_panel_show (GUATU_WEEK_PANEL (self->week), self->calendar, first_weekday (self));
  guatu_calendar_card_show (GUATU_CALENDAR_CARD (self->card), self->calendar);
}

void
guatu_calendar_view_update (GuatuCalendarView *self)
{
  check_chosen (self);
  guatu_calendar_list_update (GUATU_CALENDAR_LIST (self->list), self->calendar);
  guatu_calendar_view_show_chosen (self);
}

gint64
guatu_calendar_view_get_calendar (GuatuCalendarView *self)
{
  g_return_val_if_fail (GUATU_IS_CALENDAR_VIEW (self), 0);

  return self->calendar;
}

void
guatu_calendar_view_choose (GuatuCalendarView *self,
                            gint64             calendar)
{
  g_return_if_fail (GUATU_IS_CALENDAR_VIEW (self));

  if (self->calendar == calendar)
    return;
  self->calendar = calendar;
  guatu_calendar_view_update (self);
}

int
guatu_calendar_view_get_year (GuatuCalendarView *self)
{
  g_return_val_if_fail (GUATU_IS_CALENDAR_VIEW (self), 0);

  return self->year;
}

void
guatu_calendar_view_set_year (GuatuCalendarView *self,
                              int                year)
{
  g_return_if_fail (GUATU_IS_CALENDAR_VIEW (self));

  year = CLAMP (year, GUATU_FIRST_YEAR, GUATU_LAST_YEAR);
  if (year == self->year)
    return;
  self->year = year;
  show_year (self);
}

/* What others look at ------------------------------------------------------------------------------------ */

GuatuYearGrid *
guatu_calendar_view_get_grid (GuatuCalendarView *self)
{
  return GUATU_YEAR_GRID (self->grid);
}

GuatuDaysPanel *
guatu_calendar_view_get_days (GuatuCalendarView *self)
{
  return GUATU_DAYS_PANEL (self->days);
}

GuatuWeekPanel *
guatu_calendar_view_get_week (GuatuCalendarView *self)
{
  return GUATU_WEEK_PANEL (self->week);
}

const char *
guatu_calendar_view_get_warning (GuatuCalendarView *self)
{
  return guatu_banner_get_text (GUATU_BANNER (self->banner));
}

const char *
guatu_calendar_view_get_reach (GuatuCalendarView *self)
{
  return gtk_label_get_text (GTK_LABEL (self->reach));
}

/* The interface ------------------------------------------------------------------------------------------------ */

static guint
guatu_calendar_view_get_panes (GuatuDeskView *view,
                               GtkWidget     *panes[GUATU_DESK_VIEW_MOST_PANES])
{
  GuatuCalendarView *self = GUATU_CALENDAR_VIEW (view);
  guint n = 0;

  panes[n++] = self->toolbar;
  panes[n++] = self->list;
  if (self->calendar != 0)
    panes[n++] = self->grid;
  if (gtk_revealer_get_reveal_child (self->panel))
    panes[n++] = self->panel_page;

  return n;
}

static gboolean
guatu_calendar_view_show_row (GuatuDeskView *view,
                              GuatuTable     table,
                              gint64         id)
{
  GuatuCalendarView *self = GUATU_CALENDAR_VIEW (view);

  if (table != GUATU_TABLE_CALENDAR || guatu_plan_find (plan_of (self), table, id) < 0)
    return FALSE;
  guatu_calendar_view_choose (self, id);

  return TRUE;
}

static void
guatu_calendar_view_toggle_inspector (GuatuDeskView *view)
{
  GuatuCalendarView *self = GUATU_CALENDAR_VIEW (view);
  gboolean shown = gtk_revealer_get_reveal_child (self->panel);

  gtk_revealer_set_reveal_child (self->panel, !shown);
  if (shown)
    gtk_widget_grab_focus (self->grid);
}

static gboolean
enter (GuatuDeskView *view)
{
  GuatuCalendarView *self = GUATU_CALENDAR_VIEW (view);

  return gtk_widget_grab_focus (self->calendar != 0 ? self->grid : self->toolbar)
         || gtk_widget_child_focus (self->toolbar, GTK_DIR_TAB_FORWARD);
}

static void
desk_view_init (GuatuDeskViewInterface *iface)
{
  iface->enter = enter;
  iface->get_panes = guatu_calendar_view_get_panes;
  iface->show_row = guatu_calendar_view_show_row;
  iface->toggle_inspector = guatu_calendar_view_toggle_inspector;
}

/* The class ----------------------------------------------------------------------------------------------------- */

static void
guatu_calendar_view_map (GtkWidget *widget)
{
  GuatuCalendarView *self = GUATU_CALENDAR_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  int width, height;

  if (!self->was_mapped && GTK_IS_WINDOW (root))
    {
      gtk_window_get_default_size (GTK_WINDOW (root), &width, &height);
      gtk_revealer_set_reveal_child (self->panel, width >= ROOM_FOR_PANEL);
      self->was_mapped = TRUE;
    }

  GTK_WIDGET_CLASS (guatu_calendar_view_parent_class)->map (widget);
}

static void
guatu_calendar_view_dispose (GObject *object)
{
  GuatuCalendarView *self = GUATU_CALENDAR_VIEW (object);
  GtkWidget *child;

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (guatu_calendar_view_parent_class)->dispose (object);
}

static void
guatu_calendar_view_class_init (GuatuCalendarViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_calendar_view_dispose;
  widget_class->map = guatu_calendar_view_map;

  guatu_calendar_view_install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "guatucalendars");
}

static void
guatu_calendar_view_init (GuatuCalendarView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  guatu_inspector_style_load ();
  self->cancellable = g_cancellable_new ();
}

/* The year that people look for first: of the status date, else of today where the plan holds it, else of its start. */
static int
find_year (GuatuCalendarView *self)
{
  const GuatuSchedule *schedule = guatu_document_get_schedule (self->document);
  GuatuInstant status_date = guatu_plan_settings (plan_of (self))->status_date, today = guatu_today ();

  if (status_date != GUATU_NONE)
    return guatu_instant_to_civil (status_date).year;
  if (today >= schedule->plan_start && today < schedule->plan_finish)
    return guatu_instant_to_civil (today).year;

  return guatu_instant_to_civil (schedule->plan_start).year;
}

GtkWidget *
guatu_calendar_view_new (GuatuDocument *document)
{
  GuatuCalendarView *self = g_object_new (GUATU_TYPE_CALENDAR_VIEW, NULL);

  self->document = g_object_ref (document);
  self->year = CLAMP (find_year (self), GUATU_FIRST_YEAR, GUATU_LAST_YEAR);
  guatu_calendar_view_put_together (self);
  g_signal_connect_swapped (document, "changed", G_CALLBACK (guatu_calendar_view_update), self);
  if (guatu_settings () != NULL)
    g_signal_connect_object (guatu_settings (), "changed::first-weekday", G_CALLBACK (guatu_calendar_view_update), self,
                             G_CONNECT_SWAPPED);
  guatu_calendar_view_update (self);

  return GTK_WIDGET (self);
}
