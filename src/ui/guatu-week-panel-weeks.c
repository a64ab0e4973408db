/* guatu-week-panel-weeks.c — the usual week and those with dates, to be chosen, added, changed and deleted. */
#include "guatu-week-panel-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-calendar-verb.h"
#include "guatu-calendar-words.h"
#include "guatu-date-entry.h"
#include "guatu-form-popover.h"
#include "guatu-icon-button.h"

/* The form ----------------------------------------------------------------------------------------------- */

typedef struct
{
  GuatuWeekPanel *panel;
  gint64          week;         /* that is changed; 0: one is added */
  GtkWidget      *name;
  GtkWidget      *from;
  GtkWidget      *to;
} Form;

static gboolean
read_date (GtkWidget     *entry,
           GuatuInstant  *day,
           GError       **error)
{
  *day = guatu_date_entry_get_day (GUATU_DATE_ENTRY (entry));
  if (*day != GUATU_NONE)
    return TRUE;
  g_set_error (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_INVALID, _("The first and the last day are needed."));

  return FALSE;
}

static gboolean
put_week (Form          *form,
          GuatuInstant   from,
          GuatuInstant   to,
          GError       **error)
{
  GuatuWeekPanel *self = form->panel;
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->name))));
  /* The calendar last: it is not set anew. */
  const GuatuSetting settings[] = {
    { GUATU_CALENDAR_WEEK_FROM_DATE, GUATU_INTEGER (from) }, { GUATU_CALENDAR_WEEK_TO_DATE, GUATU_INTEGER (to) },
    { GUATU_CALENDAR_WEEK_NAME, GUATU_TEXT (name) }, { GUATU_CALENDAR_WEEK_CALENDAR, GUATU_INTEGER (self->calendar) },
  };
  gint64 id = 0;

  if (form->week != 0)
    return guatu_document_set (self->document, GUATU_TABLE_CALENDAR_WEEK, form->week, settings,
                               G_N_ELEMENTS (settings) - 1, error);
  if (!guatu_document_add (self->document, GUATU_TABLE_CALENDAR_WEEK, settings, G_N_ELEMENTS (settings), &id, error))
    return FALSE;
  guatu_week_panel_set_week (self, id);

  return TRUE;
}

static void
done_cb (GtkWidget *popover,
         Form      *form)
{
  GuatuInstant from = GUATU_NONE, to = GUATU_NONE;
  g_autoptr(GError) error = NULL;
  GuatuCalendarVerb *verb;
  gboolean ok = read_date (form->from, &from, &error);

  if (!ok || !read_date (form->to, &to, &error))
    {
      guatu_form_popover_finish (GUATU_FORM_POPOVER (popover), ok ? form->to : form->from, error);
      return;
    }
  verb = guatu_calendar_verb_new (form->panel->document);
  put_week (form, from, to, &error);
  guatu_calendar_verb_end (verb, GTK_WIDGET (form->panel), NULL);
  guatu_form_popover_finish (GUATU_FORM_POPOVER (popover), form->to, error);
}

/* @week: what it is filled with; NULL: one is added. */
static void
pop_up_form (GuatuWeekPanel          *self,
             const GuatuCalendarWeek *week)
{
  GtkWidget *popover = guatu_form_popover_new (_("Working Week with Dates"));
  Form *form = g_new0 (Form, 1);

  form->panel = self;
  form->name = guatu_form_entry_new (week != NULL ? guatu_plan_text (guatu_week_panel_plan (self), week->name) : "",
                                     _("Summer hours"));
  form->from = guatu_date_entry_new ();
  form->to = guatu_date_entry_new ();
  if (week != NULL)
    {
      form->week = week->id;
      guatu_date_entry_set_day (GUATU_DATE_ENTRY (form->from), week->from_date);
      guatu_date_entry_set_day (GUATU_DATE_ENTRY (form->to), week->to_date);
    }
  guatu_form_popover_ask (GUATU_FORM_POPOVER (popover), _("Name"), form->name, FALSE);
  guatu_form_popover_ask (GUATU_FORM_POPOVER (popover), _("From"), form->from, FALSE);
  guatu_form_popover_ask (GUATU_FORM_POPOVER (popover), _("To"), form->to, FALSE);
  guatu_form_popover_add_button (GUATU_FORM_POPOVER (popover), week != NULL ? _("_Change") : _("_Add"));
  guatu_form_popover_keep (GUATU_FORM_POPOVER (popover), form, g_free);
  g_signal_connect (popover, "done", G_CALLBACK (done_cb), form);
  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (popover), GTK_WIDGET (self), week != NULL ? self->change : self->add);
}

/* The line ----------------------------------------------------------------------------------------------- */

static void
add_cb (GuatuWeekPanel *self)
{
  if (self->calendar != 0)
    pop_up_form (self, NULL);
}

static void
change_cb (GuatuWeekPanel *self)
{
  const GuatuPlan *plan = guatu_week_panel_plan (self);
  const GuatuCalendarWeek *weeks = guatu_plan_rows (plan, GUATU_TABLE_CALENDAR_WEEK);
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_CALENDAR_WEEK, self->week);

  if (row >= 0)
    pop_up_form (self, &weeks[row]);
}

static void
remove_cb (GuatuWeekPanel *self)
{
  g_autoptr(GError) error = NULL;
  GuatuCalendarVerb *verb;
  gint64 week = self->week;

  if (week == 0)
    return;
  verb = guatu_calendar_verb_new (self->document);
  self->week = 0;
  guatu_document_remove (self->document, GUATU_TABLE_CALENDAR_WEEK, week, &error);
  guatu_calendar_verb_end (verb, GTK_WIDGET (self), error);
}

static void
week_cb (GuatuWeekPanel *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->weeks));

  if (!self->updating && selected < self->ids->len)
    guatu_week_panel_set_week (self, g_array_index (self->ids, gint64, selected));
}

static char *
week_text (const GuatuPlan *plan,
           gint32           row)
{
  const GuatuCalendarWeek *week = (const GuatuCalendarWeek *) guatu_plan_rows (plan, GUATU_TABLE_CALENDAR_WEEK) + row;
  const char *name = guatu_plan_text (plan, week->name);
  g_autofree char *dates = guatu_words_dates (week->from_date, week->to_date);

  return *name != '\0' ? g_strdup_printf ("%s (%s)", name, dates) : g_strdup (dates);
}

void
guatu_week_panel_show_weeks (GuatuWeekPanel *self)
{
  const GuatuPlan *plan = guatu_week_panel_plan (self);
  gint32 calendar = guatu_week_panel_calendar_row (self);
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);
  const gint64 usual = 0;
  guint n = 0, at = 0;
  const gint32 *rows = calendar >= 0 ? guatu_plan_referrers (plan, GUATU_TABLE_CALENDAR_WEEK,
                                                             GUATU_CALENDAR_WEEK_CALENDAR, calendar, &n) : NULL;

  g_array_set_size (self->ids, 0);
  g_array_append_val (self->ids, usual);
  gtk_string_list_append (list, _("Usual week"));
  for (guint i = 0; i < n; i++)
    {
      gint64 id = guatu_plan_id (plan, GUATU_TABLE_CALENDAR_WEEK, rows[i]);
      g_autofree char *text = week_text (plan, rows[i]);

      g_array_append_val (self->ids, id);
      gtk_string_list_append (list, text);
      if (id == self->week)
        at = i + 1;
    }
  if (at == 0)
    self->week = 0;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->weeks), G_LIST_MODEL (list));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->weeks), at);
  gtk_widget_set_sensitive (self->change, at > 0);
  gtk_widget_set_sensitive (self->remove, at > 0);
}

static GtkWidget *
make_button (GuatuWeekPanel *self,
             const char     *icon,
             const char     *label,
             GCallback       clicked)
{
  GtkWidget *button = guatu_icon_button_new (icon, label, NULL);

  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);

  return button;
}

GtkWidget *
guatu_week_panel_make_weeks (GuatuWeekPanel *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);

  self->weeks = gtk_drop_down_new (NULL, NULL);
  gtk_widget_set_hexpand (self->weeks, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->weeks), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Which week"), -1);
  g_signal_connect_object (self->weeks, "notify::selected", G_CALLBACK (week_cb), self, G_CONNECT_SWAPPED);
  self->add = make_button (self, "list-add-symbolic", _("Add a working week with dates"), G_CALLBACK (add_cb));
  self->change = make_button (self, "document-edit-symbolic", _("Change this working week’s name and dates"),
                              G_CALLBACK (change_cb));
  self->remove = make_button (self, "user-trash-symbolic", _("Delete this working week"), G_CALLBACK (remove_cb));
  gtk_box_append (GTK_BOX (line), self->weeks);
  gtk_box_append (GTK_BOX (line), self->add);
  gtk_box_append (GTK_BOX (line), self->change);
  gtk_box_append (GTK_BOX (line), self->remove);

  return line;
}
