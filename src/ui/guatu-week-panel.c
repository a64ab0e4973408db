/* guatu-week-panel.c — edits the hours of weekdays as text. */
#include "guatu-week-panel.h"

#include <glib/gi18n-lib.h>

#include "guatu-calendar-edit.h"
#include "guatu-calendar-verb.h"
#include "guatu-calendar-words.h"
#include "guatu-date-entry.h"
#include "guatu-form-popover.h"
#include "guatu-hours-text.h"
#include "guatu-year.h"

typedef struct
{
  GtkWidget *line;
  GtkWidget *label;
  GtkWidget *entry;
  GtkWidget *clear;         /* says nothing of the day any more */
  char      *shown;         /* what the plan holds, as text */
  gboolean   given;
} Weekday;

struct _GuatuWeekPanel
{
  GtkWidget      parent_instance;

  /* Children */
  GtkWidget     *box;
  GtkWidget     *days;
  GtkWidget     *weeks;
  GtkWidget     *add;
  GtkWidget     *change;
  GtkWidget     *remove;
  GtkWidget     *error;
  Weekday        weekdays[7];

  /* Owned references */
  GuatuDocument *document;
  GArray        *ids;           /* of gint64: the weeks in the drop-down; the first is 0 */

  gint64         calendar;
  gint64         week;
  gboolean       updating;
};

G_DEFINE_FINAL_TYPE (GuatuWeekPanel, guatu_week_panel, GTK_TYPE_WIDGET)

static const GuatuPlan *
plan_of (GuatuWeekPanel *self)
{
  return guatu_document_get_plan (self->document);
}

static gint32
calendar_row (GuatuWeekPanel *self)
{
  return self->calendar != 0 ? guatu_plan_find (plan_of (self), GUATU_TABLE_CALENDAR, self->calendar) : -1;
}

/* Edits --------------------------------------------------------------------------------------------------- */

static void
complain (GuatuWeekPanel *self,
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
  Weekday *day = &self->weekdays[weekday];
  const char *text = gtk_editable_get_text (GTK_EDITABLE (day->entry));
  GuatuHours hours[GUATU_MOST_STRETCHES];
  g_autoptr(GError) error = NULL;
  guint n;

  if (self->updating || self->calendar == 0 || (g_strcmp0 (text, day->shown) == 0 && (!asked || day->given)))
    return;
  if (!guatu_hours_parse (text, hours, &n, &error))
    {
      complain (self, day->entry, error->message);
      return;
    }
  complain (self, NULL, NULL);
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
  complain (self, NULL, NULL);

  return GDK_EVENT_STOP;
}

static void
clear_cb (GuatuWeekPanel *self,
          GtkWidget      *button)
{
  complain (self, NULL, NULL);
  set_weekday (self, weekday_of (self, button), FALSE, NULL, 0);
}

/* Weeks with dates ------------------------------------------------------------------------------------------ */

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
  form->name = guatu_form_entry_new (week != NULL ? guatu_plan_text (plan_of (self), week->name) : "",
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

static void
add_cb (GuatuWeekPanel *self)
{
  if (self->calendar != 0)
    pop_up_form (self, NULL);
}

static void
change_cb (GuatuWeekPanel *self)
{
  gint32 row = guatu_plan_find (plan_of (self), GUATU_TABLE_CALENDAR_WEEK, self->week);

  if (row >= 0)
    pop_up_form (self, (const GuatuCalendarWeek *) guatu_plan_rows (plan_of (self), GUATU_TABLE_CALENDAR_WEEK) + row);
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

/* What is shown -------------------------------------------------------------------------------------------- */

/* What the usual week, or the calendar's bases, say of the day; "" for a day off. */
static char *
inherited (GuatuWeekPanel *self,
           int             weekday)
{
  const GuatuPlan *plan = plan_of (self);
  const GuatuCalendarDay *days = guatu_plan_rows (plan, GUATU_TABLE_CALENDAR_DAY);
  const GuatuCalendar *calendars = guatu_plan_rows (plan, GUATU_TABLE_CALENDAR);
  gint32 row = calendar_row (self);

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
  const GuatuPlan *plan = plan_of (self);
  const GuatuCalendarDay *days = guatu_plan_rows (plan, GUATU_TABLE_CALENDAR_DAY);
  gint32 calendar = calendar_row (self);
  gint32 week = self->week != 0 ? guatu_plan_find (plan, GUATU_TABLE_CALENDAR_WEEK, self->week) : -1;
  guint n = 0;
  const gint32 *rows = calendar >= 0 ? guatu_plan_referrers (plan, GUATU_TABLE_CALENDAR_DAY,
                                                             GUATU_CALENDAR_DAY_CALENDAR, calendar, &n) : NULL;

  for (guint i = n; i-- > 0; )
    if (days[rows[i]].weekday == weekday && days[rows[i]].week == week)
      return rows[i];

  return -1;
}

static void
show_weekday (GuatuWeekPanel *self,
              int             weekday,
              gboolean        inherits)
{
  Weekday *day = &self->weekdays[weekday];
  gint32 row = find_day (self, weekday);
  g_autoptr(GArray) hours = guatu_calendar_hours (plan_of (self), GUATU_CALENDAR_HOURS_DAY, row);
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

static char *
week_text (const GuatuPlan *plan,
           gint32           row)
{
  const GuatuCalendarWeek *week = (const GuatuCalendarWeek *) guatu_plan_rows (plan, GUATU_TABLE_CALENDAR_WEEK) + row;
  const char *name = guatu_plan_text (plan, week->name);
  g_autofree char *dates = guatu_words_dates (week->from_date, week->to_date);

  return *name != '\0' ? g_strdup_printf ("%s (%s)", name, dates) : g_strdup (dates);
}

static void
show_weeks (GuatuWeekPanel *self)
{
  const GuatuPlan *plan = plan_of (self);
  gint32 calendar = calendar_row (self);
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

static void
update (GuatuWeekPanel *self)
{
  gint32 calendar = calendar_row (self);
  gboolean inherits;

  self->updating = TRUE;
  show_weeks (self);
  inherits = self->week != 0
             || (calendar >= 0 && guatu_plan_number (plan_of (self), GUATU_TABLE_CALENDAR, calendar,
                                                     GUATU_CALENDAR_BASE) >= 0);
  for (int i = 0; i < 7; i++)
    show_weekday (self, i, inherits);
  gtk_widget_set_sensitive (self->box, calendar >= 0);
  self->updating = FALSE;
}

void
guatu_week_panel_show (GuatuWeekPanel *self,
                       gint64          calendar,
                       int             first_weekday)
{
  GtkWidget *before = NULL;

  g_return_if_fail (GUATU_IS_WEEK_PANEL (self));

  if (calendar != self->calendar)
    {
      self->week = 0;
      complain (self, NULL, NULL);
    }
  self->calendar = calendar;
  for (int i = 0; i < 7; i++)
    {
      GtkWidget *line = self->weekdays[(first_weekday + i) % 7].line;

      gtk_box_reorder_child_after (GTK_BOX (self->days), line, before);
      before = line;
    }
  update (self);
}

gint64
guatu_week_panel_get_week (GuatuWeekPanel *self)
{
  return self->week;
}

void
guatu_week_panel_set_week (GuatuWeekPanel *self,
                           gint64          week)
{
  g_return_if_fail (GUATU_IS_WEEK_PANEL (self));

  if (week != self->week)
    complain (self, NULL, NULL);
  self->week = week;
  update (self);
}

GtkEntry *
guatu_week_panel_get_entry (GuatuWeekPanel *self,
                            int             weekday)
{
  g_return_val_if_fail (weekday >= 0 && weekday < 7, NULL);

  return GTK_ENTRY (self->weekdays[weekday].entry);
}

const char *
guatu_week_panel_get_error (GuatuWeekPanel *self)
{
  return gtk_label_get_text (GTK_LABEL (self->error));
}

/* The class -------------------------------------------------------------------------------------------------- */

static void
make_weekday (GuatuWeekPanel *self,
              int             weekday)
{
  Weekday *day = &self->weekdays[weekday];
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
  day->clear = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  gtk_widget_add_css_class (day->clear, "flat");
  gtk_widget_set_tooltip_text (day->clear, _("As the base or the usual week says"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (day->clear), GTK_ACCESSIBLE_PROPERTY_LABEL, clear, -1);
  g_signal_connect_object (day->clear, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (day->line), day->label);
  gtk_box_append (GTK_BOX (day->line), day->entry);
  gtk_box_append (GTK_BOX (day->line), day->clear);
  gtk_box_append (GTK_BOX (self->days), day->line);
}

static GtkWidget *
make_button (GuatuWeekPanel *self,
             const char     *icon,
             const char     *label,
             GCallback       clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);

  return button;
}

static void
guatu_week_panel_dispose (GObject *object)
{
  GuatuWeekPanel *self = GUATU_WEEK_PANEL (object);
  GtkWidget *child;

  self->updating = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (guatu_week_panel_parent_class)->dispose (object);
}

static void
guatu_week_panel_finalize (GObject *object)
{
  GuatuWeekPanel *self = GUATU_WEEK_PANEL (object);

  for (int i = 0; i < 7; i++)
    g_free (self->weekdays[i].shown);
  g_array_unref (self->ids);

  G_OBJECT_CLASS (guatu_week_panel_parent_class)->finalize (object);
}

static void
guatu_week_panel_class_init (GuatuWeekPanelClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_week_panel_dispose;
  G_OBJECT_CLASS (class)->finalize = guatu_week_panel_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
guatu_week_panel_init (GuatuWeekPanel *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
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
  gtk_box_append (GTK_BOX (self->box), line);
  self->days = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_box_append (GTK_BOX (self->box), self->days);
  for (int i = 0; i < 7; i++)
    make_weekday (self, i);
  self->error = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->error, "error");
  gtk_label_set_wrap (GTK_LABEL (self->error), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->error), 0);
  gtk_widget_set_visible (self->error, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->error);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
guatu_week_panel_new (GuatuDocument *document)
{
  GuatuWeekPanel *self = g_object_new (GUATU_TYPE_WEEK_PANEL, NULL);

  self->document = g_object_ref (document);

  return GTK_WIDGET (self);
}
