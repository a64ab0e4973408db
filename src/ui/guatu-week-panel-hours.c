/* guatu-week-panel-hours.c — the hours of a weekday, typed as text. */
#include "guatu-week-panel-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-calendar-edit.h"
#include "guatu-calendar-verb.h"
#include "guatu-hours-text.h"
#include "guatu-icon-button.h"
#include "guatu-rule-words.h"
#include "guatu-year.h"

/* Edits -------------------------------------------------------------------------------------------------- */

void
guatu_week_panel_complain (GuatuWeekPanel *self,
                           GtkWidget      *entry,
                           const char     *message)
{
  for (int i = 0; i < 7; i++)
    {
      gboolean wrong = message != NULL && self->weekdays[i].entry == entry;

      if (wrong)
        gtk_widget_add_css_class (self->weekdays[i].entry, "error");
      else
        gtk_widget_remove_css_class (self->weekdays[i].entry, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->weekdays[i].entry), GTK_ACCESSIBLE_STATE_INVALID,
                                   wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
    }
  gtk_label_set_text (GTK_LABEL (self->error), message != NULL ? message : "");
  gtk_widget_set_visible (self->error, message != NULL);
}

static int
weekday_of (GuatuWeekPanel *self,
            GtkWidget      *widget)
{
  for (int i = 0; i < 7; i++)
    if (self->weekdays[i].entry == widget || self->weekdays[i].clear == widget)
      return i;

  return -1;
}

static void
set_weekday (GuatuWeekPanel   *self,
             int               weekday,
             gboolean          given,
             const GuatuHours *hours,
             guint             n)
{
  g_autoptr(GError) error = NULL;
  GuatuCalendarVerb *verb = guatu_calendar_verb_new (self->document);

  guatu_document_set_weekday (self->document, self->calendar, self->week, weekday, given, hours, n, &error);
  guatu_calendar_verb_end (verb, GTK_WIDGET (self), error);
}

/* @asked: Enter was pressed, which makes a day off of an empty text; whoever only passes by changes nothing. */
static void
commit (GuatuWeekPanel *self,
        int             weekday,
        gboolean        asked)
{
  GuatuWeekPanelDay *day = &self->weekdays[weekday];
  const char *text = gtk_editable_get_text (GTK_EDITABLE (day->entry));
  GuatuHours hours[GUATU_MOST_STRETCHES];
  g_autoptr(GError) error = NULL;
  guint n;

  if (self->updating || self->calendar == 0 || (g_strcmp0 (text, day->shown) == 0 && (!asked || day->given)))
    return;
  if (!guatu_hours_parse (text, hours, &n, &error))
    {
      guatu_week_panel_complain (self, day->entry, error->message);
      return;
    }
  guatu_week_panel_complain (self, NULL, NULL);
  set_weekday (self, weekday, TRUE, hours, n);
}

static void
activate_cb (GuatuWeekPanel *self,
             GtkWidget      *entry)
{
  commit (self, weekday_of (self, entry), TRUE);
}

static void
left_cb (GuatuWeekPanel          *self,
         GtkEventControllerFocus *controller)
{
  commit (self, weekday_of (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller))), FALSE);
}

static gboolean
key_cb (GuatuWeekPanel        *self,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        GtkEventControllerKey *controller)
{
  GtkWidget *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  int weekday = weekday_of (self, entry);

  if (key != GDK_KEY_Escape || weekday < 0
      || g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), self->weekdays[weekday].shown) == 0)
    return GDK_EVENT_PROPAGATE;
  gtk_editable_set_text (GTK_EDITABLE (entry), self->weekdays[weekday].shown);
  guatu_week_panel_complain (self, NULL, NULL);

  return GDK_EVENT_STOP;
}

static void
clear_cb (GuatuWeekPanel *self,
          GtkWidget      *button)
{
  guatu_week_panel_complain (self, NULL, NULL);
  set_weekday (self, weekday_of (self, button), FALSE, NULL, 0);
}

/* What is shown ------------------------------------------------------------------------------------------ */

/* What the usual week, or the calendar's bases, say of the day; "" for a day off. */
static char *
inherited (GuatuWeekPanel *self,
           int             weekday)
{
  const GuatuPlan *plan = guatu_week_panel_plan (self);
  const GuatuCalendarDay *days = guatu_plan_rows (plan, GUATU_TABLE_CALENDAR_DAY);
  const GuatuCalendar *calendars = guatu_plan_rows (plan, GUATU_TABLE_CALENDAR);
  gint32 row = guatu_week_panel_calendar_row (self);

  if (self->week == 0 && row >= 0)
    row = calendars[row].base;
  for (int steps = 0; row >= 0 && steps < 64; steps++, row = calendars[row].base)
    {
      guint n;
      const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_CALENDAR_DAY, GUATU_CALENDAR_DAY_CALENDAR, row, &n);

      for (guint i = n; i-- > 0; )
        if (days[rows[i]].week < 0 && days[rows[i]].weekday == weekday)
          {
            g_autoptr(GArray) hours = guatu_calendar_hours (plan, GUATU_CALENDAR_HOURS_DAY, rows[i]);

            return guatu_hours_format ((const GuatuHours *) hours->data, hours->len);
          }
    }

  return g_strdup ("");
}

static gint32
find_day (GuatuWeekPanel *self,
          int             weekday)
{
  const GuatuPlan *plan = guatu_week_panel_plan (self);
  const GuatuCalendarDay *days = guatu_plan_rows (plan, GUATU_TABLE_CALENDAR_DAY);
  gint32 calendar = guatu_week_panel_calendar_row (self);
  gint32 week = self->week != 0 ? guatu_plan_find (plan, GUATU_TABLE_CALENDAR_WEEK, self->week) : -1;
  guint n = 0;
  const gint32 *rows = calendar >= 0 ? guatu_plan_referrers (plan, GUATU_TABLE_CALENDAR_DAY,
                                                             GUATU_CALENDAR_DAY_CALENDAR, calendar, &n) : NULL;

  for (guint i = n; i-- > 0; )
    if (days[rows[i]].weekday == weekday && days[rows[i]].week == week)
      return rows[i];

  return -1;
}

void
guatu_week_panel_show_day (GuatuWeekPanel *self,
                           int             weekday,
                           gboolean        inherits)
{
  GuatuWeekPanelDay *day = &self->weekdays[weekday];
  gint32 row = find_day (self, weekday);
  g_autoptr(GArray) hours = guatu_calendar_hours (guatu_week_panel_plan (self), GUATU_CALENDAR_HOURS_DAY, row);
  g_autofree char *text = guatu_hours_format ((const GuatuHours *) hours->data, hours->len);
  g_autofree char *from_base = inherited (self, weekday);
  gboolean typing = gtk_widget_has_css_class (day->entry, "error");

  day->given = row >= 0;
  g_free (day->shown);
  day->shown = g_steal_pointer (&text);
  /* What was refused stays until it is mended. */
  if (!typing)
    gtk_editable_set_text (GTK_EDITABLE (day->entry), day->shown);
  gtk_entry_set_placeholder_text (GTK_ENTRY (day->entry), day->given || *from_base == '\0' ? _("day off") : from_base);
  gtk_widget_set_visible (day->clear, inherits);
  gtk_widget_set_sensitive (day->clear, day->given);
}

void
guatu_week_panel_make_day (GuatuWeekPanel *self,
                           int             weekday)
{
  GuatuWeekPanelDay *day = &self->weekdays[weekday];
  GtkEventController *focus = gtk_event_controller_focus_new (), *keys = gtk_event_controller_key_new ();
  /* Translators: a weekday. */
  g_autofree char *spoken = g_strdup_printf (_("Hours of %s"), guatu_weekday_name (weekday));
  g_autofree char *clear = g_strdup_printf (_("%s as the base or the usual week says"), guatu_weekday_name (weekday));

  day->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  day->label = gtk_label_new (guatu_weekday_name (weekday));
  gtk_label_set_xalign (GTK_LABEL (day->label), 0);
  gtk_label_set_width_chars (GTK_LABEL (day->label), 10);
  day->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (day->entry), 8);
  gtk_widget_set_hexpand (day->entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (day->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_signal_connect_object (day->entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (day->entry, focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (day->entry, keys);
  day->clear = guatu_icon_button_new ("edit-clear-symbolic", _("As the base or the usual week says"), clear);
  g_signal_connect_object (day->clear, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (day->line), day->label);
  gtk_box_append (GTK_BOX (day->line), day->entry);
  gtk_box_append (GTK_BOX (day->line), day->clear);
  gtk_box_append (GTK_BOX (self->days), day->line);
}
