/* guatu-days-panel.c — names days and says whether they are worked. */
#include "guatu-days-panel.h"

#include <glib/gi18n-lib.h>

#include "guatu-calendar-edit.h"
#include "guatu-calendar-verb.h"
#include "guatu-calendar-words.h"
#include "guatu-hours-text.h"
#include "guatu-recurring-list.h"

struct _GuatuDaysPanel
{
  GtkWidget      parent_instance;

  /* Children */
  GtkWidget     *box;
  GtkWidget     *title;
  GtkWidget     *what;
  GtkWidget     *name;
  GtkWidget     *hours;
  GtkWidget     *holiday;       /* whether days off are one */
  GtkWidget     *error;
  GtkWidget     *buttons;
  GtkWidget     *recurring;

  /* Owned references */
  GuatuDocument *document;

  gint64         calendar;
  GuatuInstant   from;
  GuatuInstant   to;
  char          *shown_name;    /* what was put into the entries; another text is being typed */
  char          *shown_hours;
};

G_DEFINE_FINAL_TYPE (GuatuDaysPanel, guatu_days_panel, GTK_TYPE_WIDGET)

static const GuatuPlan *
plan_of (GuatuDaysPanel *self)
{
  return guatu_document_get_plan (self->document);
}

static gint32
calendar_row (GuatuDaysPanel *self)
{
  return self->calendar != 0 ? guatu_plan_find (plan_of (self), GUATU_TABLE_CALENDAR, self->calendar) : -1;
}

/* Marking ------------------------------------------------------------------------------------------------- */

static void
complain (GuatuDaysPanel *self,
          const char     *message)
{
  gboolean wrong = message != NULL;

  gtk_label_set_text (GTK_LABEL (self->error), wrong ? message : "");
  gtk_widget_set_visible (self->error, wrong);
  if (wrong)
    gtk_widget_add_css_class (self->hours, "error");
  else
    gtk_widget_remove_css_class (self->hours, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->hours), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

gboolean
guatu_days_panel_mark (GuatuDaysPanel *self,
                       GuatuDayMark    mark)
{
  GuatuHours hours[GUATU_MOST_STRETCHES];
  GuatuSpecialDays days = { .from = self->from, .to = self->to, .works = mark == GUATU_MARK_WORKED,
                            .as_week = mark == GUATU_MARK_WEEK, .hours = hours, .name = "",
                            .closure = !gtk_check_button_get_active (GTK_CHECK_BUTTON (self->holiday)) };
  g_autofree char *name = NULL;
  g_autoptr(GError) error = NULL;
  GuatuCalendarVerb *verb;

  g_return_val_if_fail (GUATU_IS_DAYS_PANEL (self), FALSE);

  if (self->from == GUATU_NONE || self->calendar == 0)
    return FALSE;
  name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  if (!days.as_week)
    days.name = name;
  if (days.works
      && !guatu_hours_parse (gtk_editable_get_text (GTK_EDITABLE (self->hours)), hours, &days.n_hours, &error))
    {
      complain (self, error->message);
      gtk_widget_grab_focus (self->hours);
      return FALSE;
    }

  /* What is typed is what the days are to be called; from now on the plan says it. */
  complain (self, NULL);
  g_clear_pointer (&self->shown_name, g_free);
  g_clear_pointer (&self->shown_hours, g_free);
  self->shown_name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name)));
  self->shown_hours = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->hours)));
  verb = guatu_calendar_verb_new (self->document);
  guatu_document_mark_days (self->document, self->calendar, &days, &error);
  guatu_calendar_verb_end (verb, GTK_WIDGET (self), error);

  return error == NULL;
}

static void
off_cb (GuatuDaysPanel *self)
{
  guatu_days_panel_mark (self, GUATU_MARK_OFF);
}

static void
worked_cb (GuatuDaysPanel *self)
{
  guatu_days_panel_mark (self, GUATU_MARK_WORKED);
}

static void
week_cb (GuatuDaysPanel *self)
{
  guatu_days_panel_mark (self, GUATU_MARK_WEEK);
}

/* What is the first of the days? */
static GuatuDayKind
kind_of (GuatuDaysPanel *self)
{
  g_autoptr(GuatuYear) year = guatu_year_new (plan_of (self), calendar_row (self),
                                              guatu_instant_to_civil (self->from).year);

  return guatu_year_day (year, self->from)->kind;
}

/* A name alone makes no working day of a day off, and none off of one that is worked otherwise. */
static void
entered_cb (GuatuDaysPanel *self)
{
  GuatuDayKind kind;

  if (self->from == GUATU_NONE || calendar_row (self) < 0)
    return;
  kind = kind_of (self);
  guatu_days_panel_mark (self, kind == GUATU_DAY_MAKE_UP || kind == GUATU_DAY_OTHER_HOURS ? GUATU_MARK_WORKED
                                                                                         : GUATU_MARK_OFF);
}

/* What is selected ----------------------------------------------------------------------------------------- */

/* @other: these are other days than before. What is being typed for the same days stays. */
static void
set_text (GtkWidget   *entry,
          char       **shown,
          const char  *text,
          gboolean     other)
{
  if (!other && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), *shown) != 0)
    return;
  g_free (*shown);
  *shown = g_strdup (text);
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static char *
title_of (GuatuDaysPanel *self)
{
  gint64 n = (self->to - self->from) / GUATU_DAY + 1;
  g_autofree char *dates = guatu_words_dates (self->from, self->to);
  g_autofree char *count = NULL;

  if (n == 1)
    {
      /* Translators: a date and its weekday. */
      return g_strdup_printf (_("%1$s, %2$s"), dates, guatu_weekday_name (guatu_instant_weekday (self->from)));
    }
  count = g_strdup_printf (ngettext ("%u day", "%u days", (gulong) n), (guint) n);
  return g_strdup_printf ("%s · %s", dates, count);
}

static void
show_day (GuatuDaysPanel *self,
          gboolean        other)
{
  const GuatuPlan *plan = plan_of (self);
  gint32 calendar = calendar_row (self);
  g_autoptr(GuatuYear) year = guatu_year_new (plan, calendar, guatu_instant_to_civil (self->from).year);
  const GuatuYearDay *day = guatu_year_day (year, self->from);
  g_autofree char *title = title_of (self);
  g_autofree char *kind = guatu_words_day_kind (plan, year, self->from);
  g_autofree char *usual = NULL;
  g_autofree char *worked = NULL;
  guint n;
  const GuatuHours *hours = guatu_worktime_hours (guatu_plan_worktime (plan, calendar), self->from, &n);
  g_autofree char *now = guatu_hours_format (hours, n);
  g_autoptr(GArray) week = guatu_year_week_hours (plan, day);
  gboolean own_hours = day->kind == GUATU_DAY_OTHER_HOURS;

  if (other)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->holiday), day->kind == GUATU_DAY_HOLIDAY);
  usual = guatu_hours_format ((const GuatuHours *) week->data, week->len);
  gtk_label_set_text (GTK_LABEL (self->title), title);
  worked = n > 0 && !own_hours ? g_strdup_printf ("%s · %s", kind, now) : g_strdup (kind);
  gtk_label_set_text (GTK_LABEL (self->what), worked);
  set_text (self->name, &self->shown_name, guatu_year_day_name (plan, day), other);
  set_text (self->hours, &self->shown_hours, own_hours ? now : "", other);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->hours), *usual != '\0' ? usual : _("usual hours"));
}

void
guatu_days_panel_show (GuatuDaysPanel *self,
                       gint64          calendar,
                       GuatuInstant    from,
                       GuatuInstant    to)
{
  gboolean any, other;

  g_return_if_fail (GUATU_IS_DAYS_PANEL (self));

  other = calendar != self->calendar || from != self->from || to != self->to;
  self->calendar = calendar;
  self->from = from;
  self->to = to;
  any = from != GUATU_NONE && calendar_row (self) >= 0;
  if (other)
    complain (self, NULL);
  gtk_widget_set_sensitive (self->name, any);
  gtk_widget_set_sensitive (self->hours, any);
  gtk_widget_set_sensitive (self->holiday, any);
  gtk_widget_set_sensitive (self->buttons, any);
  if (any)
    show_day (self, other);
  else
    {
      gtk_label_set_text (GTK_LABEL (self->title), _("No day selected"));
      gtk_label_set_text (GTK_LABEL (self->what), _("Click a day, or drag over several."));
    }
  guatu_recurring_list_show (GUATU_RECURRING_LIST (self->recurring), calendar, from);
}

void
guatu_days_panel_edit (GuatuDaysPanel *self)
{
  g_return_if_fail (GUATU_IS_DAYS_PANEL (self));

  gtk_widget_grab_focus (self->name);
}

GtkEntry *
guatu_days_panel_get_name (GuatuDaysPanel *self)
{
  return GTK_ENTRY (self->name);
}

GtkEntry *
guatu_days_panel_get_hours (GuatuDaysPanel *self)
{
  return GTK_ENTRY (self->hours);
}

GtkCheckButton *
guatu_days_panel_get_holiday (GuatuDaysPanel *self)
{
  return GTK_CHECK_BUTTON (self->holiday);
}

const char *
guatu_days_panel_get_error (GuatuDaysPanel *self)
{
  return gtk_label_get_text (GTK_LABEL (self->error));
}

/* The class -------------------------------------------------------------------------------------------------- */

static GtkWidget *
add_label (GuatuDaysPanel *self,
           const char     *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (self->box), label);

  return label;
}

static GtkWidget *
add_entry (GuatuDaysPanel *self,
           const char     *label,
           const char     *hint)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *text = gtk_label_new (label), *entry = gtk_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (text), entry);
  gtk_label_set_width_chars (GTK_LABEL (text), 8);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_widget_set_hexpand (entry, TRUE);
  g_signal_connect_object (entry, "activate", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), text);
  gtk_box_append (GTK_BOX (line), entry);
  gtk_box_append (GTK_BOX (self->box), line);

  return entry;
}

static void
add_button (GuatuDaysPanel *self,
            const char     *label,
            const char     *hint,
            GCallback       clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (self->buttons); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  gtk_widget_set_tooltip_text (button, hint);
  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  /* Two side by side, the third below both. */
  gtk_grid_attach (GTK_GRID (self->buttons), button, n % 2, n / 2, n < 2 ? 1 : 2, 1);
}

static void
guatu_days_panel_dispose (GObject *object)
{
  GuatuDaysPanel *self = GUATU_DAYS_PANEL (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);
  g_clear_pointer (&self->shown_name, g_free);
  g_clear_pointer (&self->shown_hours, g_free);

  G_OBJECT_CLASS (guatu_days_panel_parent_class)->dispose (object);
}

static void
guatu_days_panel_class_init (GuatuDaysPanelClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_days_panel_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
guatu_days_panel_init (GuatuDaysPanel *self)
{
  self->from = self->to = GUATU_NONE;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->title = add_label (self, "days-title");
  self->what = add_label (self, "dim-label");
  self->name = add_entry (self, _("Name"), _("National Day, flood, …"));
  self->hours = add_entry (self, _("Hours"), _("usual hours"));
  self->holiday = gtk_check_button_new_with_mnemonic (_("Off as a public _holiday"));
  gtk_widget_set_tooltip_text (self->holiday, _("Days off are closures otherwise"));
  gtk_box_append (GTK_BOX (self->box), self->holiday);
  self->error = add_label (self, "error");
  self->buttons = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->buttons), 6);
  gtk_grid_set_column_spacing (GTK_GRID (self->buttons), 6);
  gtk_grid_set_column_homogeneous (GTK_GRID (self->buttons), TRUE);
  add_button (self, _("Day Off"), _("Nobody works on these days (D)"), G_CALLBACK (off_cb));
  add_button (self, _("Working Day"), _("These days are worked, at the usual hours or those above (W)"),
              G_CALLBACK (worked_cb));
  add_button (self, _("As the Week Says"), _("Nothing special on these days (Delete)"), G_CALLBACK (week_cb));
  gtk_box_append (GTK_BOX (self->box), self->buttons);
}

GtkWidget *
guatu_days_panel_new (GuatuDocument *document)
{
  GuatuDaysPanel *self = g_object_new (GUATU_TYPE_DAYS_PANEL, NULL);

  self->document = g_object_ref (document);
  self->recurring = guatu_recurring_list_new (document);
  gtk_box_append (GTK_BOX (self->box), self->recurring);
  guatu_days_panel_show (self, 0, GUATU_NONE, GUATU_NONE);

  return GTK_WIDGET (self);
}
