/* guatu-date-entry.c — reads the date that was typed, says what it understands, and shows it in the one usual form. */
#include "guatu-date-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "guatu-task-edit.h"
#include "guatu-task-words.h"

struct _GuatuDateEntry
{
  GtkWidget     parent_instance;

  GtkWidget    *entry;
  GtkWidget    *calendar;
  GtkWidget    *hint;

  GuatuInstant  day;
  GuatuInstant  from;           /* dates near which a day without a year is; GUATU_NONE */
  GuatuInstant  to;
  gboolean      bare;
  gboolean      mute;
  gboolean      updating;
};

G_DEFINE_FINAL_TYPE (GuatuDateEntry, guatu_date_entry, GTK_TYPE_WIDGET)

enum { PICKED, N_SIGNALS };

static guint signals[N_SIGNALS];

static gboolean
read_text (GuatuDateEntry *self,
           GuatuInstant   *t)
{
  GuatuTypedDate about = { guatu_today (), self->from, self->to, 0 };
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  return *text != '\0' && guatu_typed_date_parse (&about, text, t);
}

/* What goes without saying is not said. */
static void
show_hint (GuatuDateEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *words = NULL;
  GuatuInstant t, same;

  if (!self->updating && !self->mute && read_text (self, &t)
      && !(strlen (text) == 10 && guatu_instant_parse (text, 0, &same)))
    words = guatu_words_moment (t);
  gtk_label_set_text (GTK_LABEL (self->hint), words != NULL ? words : "");
  gtk_widget_set_visible (self->hint, words != NULL);
}

static void
show_trouble (GuatuDateEntry *self,
              gboolean        wrong)
{
  if (wrong)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
show_day (GuatuDateEntry *self)
{
  GuatuCivil civil = guatu_instant_to_civil (self->day != GUATU_NONE ? self->day : 0);
  g_autofree char *text = g_strdup_printf ("%04d-%02d-%02d", civil.year, civil.month, civil.day);

  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->day != GUATU_NONE ? text : "");
  show_trouble (self, FALSE);
  show_hint (self);
  self->updating = FALSE;
}

static void
take (GuatuDateEntry *self,
      GuatuInstant    day)
{
  if (day == self->day)
    return;
  self->day = day;
  g_signal_emit (self, signals[PICKED], 0);
}

/* Half a date is no date yet, and no mistake. */
static void
typed_cb (GuatuDateEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  GuatuInstant t;

  show_hint (self);
  if (self->updating || self->bare)
    return;
  show_trouble (self, FALSE);
  if (*text == '\0')
    take (self, GUATU_NONE);
  else if (g_utf8_strlen (text, -1) >= 8 && guatu_instant_parse (text, 0, &t))
    take (self, t - guatu_instant_daytime (t));
}

/* What is left standing in the entry is told to be wrong, or put into the usual form. */
static void
left_cb (GuatuDateEntry *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  GuatuInstant t;

  if (self->bare)
    return;
  if (*text != '\0' && !read_text (self, &t))
    {
      show_trouble (self, TRUE);
      return;
    }
  take (self, *text != '\0' ? t - guatu_instant_daytime (t) : GUATU_NONE);
  show_day (self);
}

static void
entered_cb (GuatuDateEntry *self)
{
  if (self->bare)
    g_signal_emit (self, signals[PICKED], 0);
  else
    left_cb (self);
}

static void
open_cb (GuatuDateEntry *self)
{
  GuatuCivil civil;
  GuatuInstant t;
  g_autoptr(GDateTime) date = NULL;

  if (!read_text (self, &t))
    return;
  civil = guatu_instant_to_civil (t);
  date = g_date_time_new_local (civil.year, civil.month, civil.day, 0, 0, 0);
  self->updating = TRUE;
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), date);
  self->updating = FALSE;
}

static void
day_selected_cb (GuatuDateEntry *self)
{
  g_autoptr(GDateTime) date = NULL;
  GuatuCivil civil = { 0 };

  if (self->updating)
    return;
  date = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  g_date_time_get_ymd (date, &civil.year, &civil.month, &civil.day);
  if (self->bare)
    {
      g_autofree char *text = g_strdup_printf ("%04d-%02d-%02d", civil.year, civil.month, civil.day);

      gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
      g_signal_emit (self, signals[PICKED], 0);
      return;
    }
  take (self, guatu_instant_from_civil (civil));
  show_day (self);
}

static gboolean
guatu_date_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GUATU_DATE_ENTRY (widget)->entry);
}

static gboolean
guatu_date_entry_mnemonic_activate (GtkWidget *widget,
                                    gboolean   cycling)
{
  return gtk_widget_grab_focus (widget);
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_date_entry_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (guatu_date_entry_parent_class)->dispose (object);
}

static void
guatu_date_entry_class_init (GuatuDateEntryClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_date_entry_dispose;

  signals[PICKED] = g_signal_new ("picked", GUATU_TYPE_DATE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  0);
  widget_class->grab_focus = guatu_date_entry_grab_focus;
  widget_class->mnemonic_activate = guatu_date_entry_mnemonic_activate;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
new_button (GuatuDateEntry *self)
{
  GtkWidget *popover = gtk_popover_new (), *button;

  self->calendar = gtk_calendar_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), self->calendar);
  button = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "x-office-calendar-symbolic", "popover", popover,
                         "tooltip-text", _("Pick a day"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pick a day"), -1);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (open_cb), self);
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);

  return button;
}

static void
guatu_date_entry_init (GuatuDateEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->day = self->from = self->to = GUATU_NONE;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (line, "linked");
  self->entry = g_object_new (GTK_TYPE_ENTRY, "width-chars", 10, "max-width-chars", 12, "hexpand", TRUE,
                              "placeholder-text", "2022-09-26", NULL);
  gtk_box_append (GTK_BOX (line), self->entry);
  gtk_box_append (GTK_BOX (line), new_button (self));
  gtk_widget_set_parent (line, GTK_WIDGET (self));
  self->hint = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "visible", FALSE, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (self->hint, "dim-label");
  gtk_widget_add_css_class (self->hint, "caption");
  gtk_widget_set_parent (self->hint, GTK_WIDGET (self));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entered_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (self->entry, focus);
}

GtkWidget *
guatu_date_entry_new (void)
{
  return g_object_new (GUATU_TYPE_DATE_ENTRY, NULL);
}

GtkWidget *
guatu_date_entry_new_bare (gboolean hints)
{
  GuatuDateEntry *self = g_object_new (GUATU_TYPE_DATE_ENTRY, NULL);

  self->bare = TRUE;
  self->mute = !hints;

  return GTK_WIDGET (self);
}

void
guatu_date_entry_set_span (GuatuDateEntry *self,
                           GuatuInstant    from,
                           GuatuInstant    to)
{
  g_return_if_fail (GUATU_IS_DATE_ENTRY (self));

  self->from = from;
  self->to = to;
}

const char *
guatu_date_entry_get_hint (GuatuDateEntry *self)
{
  g_return_val_if_fail (GUATU_IS_DATE_ENTRY (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->hint));
}

GuatuInstant
guatu_date_entry_get_day (GuatuDateEntry *self)
{
  g_return_val_if_fail (GUATU_IS_DATE_ENTRY (self), GUATU_NONE);

  return self->day;
}

void
guatu_date_entry_set_day (GuatuDateEntry *self,
                          GuatuInstant    day)
{
  g_return_if_fail (GUATU_IS_DATE_ENTRY (self));

  if (day == self->day)
    return;
  self->day = day;
  show_day (self);
}

GtkEntry *
guatu_date_entry_get_entry (GuatuDateEntry *self)
{
  g_return_val_if_fail (GUATU_IS_DATE_ENTRY (self), NULL);

  return GTK_ENTRY (self->entry);
}
