/* guatu-recurring-list.c — a line for each day that comes back, with what can be done to it. */
#include "guatu-recurring-list.h"

#include <glib/gi18n-lib.h>

#include "guatu-calendar-edit.h"
#include "guatu-calendar-verb.h"
#include "guatu-calendar-words.h"
#include "guatu-form-popover.h"
#include "guatu-hours-text.h"
#include "guatu-icon-button.h"
#include "guatu-recurring-form.h"
#include "guatu-task-edit.h"

struct _GuatuRecurringList
{
  GtkWidget      parent_instance;

  /* Children */
  GtkWidget     *add;
  GtkWidget     *lines;
  GtkWidget     *none;          /* instead of them */

  /* Owned references */
  GuatuDocument *document;

  gint64         calendar;
  GuatuInstant   day;
};

G_DEFINE_FINAL_TYPE (GuatuRecurringList, guatu_recurring_list, GTK_TYPE_WIDGET)

static const GuatuPlan *
plan_of (GuatuRecurringList *self)
{
  return guatu_document_get_plan (self->document);
}

static gint32
calendar_row (GuatuRecurringList *self)
{
  return self->calendar != 0 ? guatu_plan_find (plan_of (self), GUATU_TABLE_CALENDAR, self->calendar) : -1;
}

#define ID "guatu-id"

static void
remove_cb (GuatuRecurringList *self,
           GtkWidget          *button)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), ID);
  g_autoptr(GError) error = NULL;
  GuatuCalendarVerb *verb = guatu_calendar_verb_new (self->document);

  guatu_keep_for_now (button);
  guatu_document_remove (self->document, GUATU_TABLE_CALENDAR_EXCEPTION, *id, &error);
  guatu_calendar_verb_end (verb, GTK_WIDGET (self), error);
}

static void
change_cb (GuatuRecurringList *self,
           GtkWidget          *button)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), ID);
  GtkWidget *form = guatu_recurring_form_new_for (self->document, *id);

  if (form != NULL)
    guatu_form_popover_pop_up (GUATU_FORM_POPOVER (form), GTK_WIDGET (self), button);
}

static void
add_cb (GuatuRecurringList *self)
{
  GuatuCivil new_year = { .year = guatu_instant_to_civil (guatu_today ()).year, .month = 1, .day = 1 };
  GuatuInstant day = self->day != GUATU_NONE ? self->day : guatu_instant_from_civil (new_year);
  GtkWidget *form;

  if (self->calendar == 0)
    return;
  form = guatu_recurring_form_new (self->document, self->calendar, day);
  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (form), GTK_WIDGET (self), self->add);
}

static GtkWidget *
make_button (GuatuRecurringList *self,
             const char         *icon,
             const char         *tip,
             const char         *spoken,
             gint64              id,
             GCallback           clicked)
{
  GtkWidget *button = guatu_icon_button_new (icon, tip, spoken);

  g_object_set_data_full (G_OBJECT (button), ID, g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
make_recurring (GuatuRecurringList *self,
                gint32              row)
{
  const GuatuPlan *plan = plan_of (self);
  GuatuException exception = guatu_calendar_exception (plan, row);
  g_autofree char *rule = guatu_words_recurrence (&exception);
  g_autoptr(GArray) hours = guatu_calendar_hours (plan, GUATU_CALENDAR_HOURS_EXCEPTION, row);
  g_autofree char *worked = guatu_hours_format ((const GuatuHours *) hours->data, hours->len);
  const char *name = guatu_plan_string (plan, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_NAME);
  const char *called = *name != '\0' ? name : hours->len > 0 ? _("Working day") : _("Day off");
  g_autofree char *detail = hours->len > 0 ? g_strdup_printf ("%s, %s", rule, worked) : g_strdup (rule);
  g_autofree char *removing = g_strdup_printf (_("Delete “%s”, %s"), called, rule);
  g_autofree char *changing = g_strdup_printf (_("Change “%s”, %s"), called, rule);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (called), *more = gtk_label_new (detail);
  gint64 id = guatu_plan_id (plan, GUATU_TABLE_CALENDAR_EXCEPTION, row);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (more), 0);
  gtk_label_set_wrap (GTK_LABEL (more), TRUE);
  gtk_widget_add_css_class (more, "caption");
  gtk_widget_add_css_class (more, "dim-label");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), title);
  gtk_box_append (GTK_BOX (texts), more);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), make_button (self, "document-edit-symbolic", _("Change…"), changing, id,
                                               G_CALLBACK (change_cb)));
  gtk_box_append (GTK_BOX (line), make_button (self, "user-trash-symbolic", _("Delete"), removing, id,
                                               G_CALLBACK (remove_cb)));

  return line;
}

/* More than these nobody has made by hand. */
#define MOST_RECURRING 50

static void
show_lines (GuatuRecurringList *self)
{
  const GuatuPlan *plan = plan_of (self);
  gint32 calendar = calendar_row (self);
  GtkWidget *child;
  guint n = 0, n_shown = 0;
  const gint32 *rows = NULL;

  while ((child = gtk_widget_get_first_child (self->lines)) != NULL)
    {
      guatu_keep_for_now (child);
      gtk_box_remove (GTK_BOX (self->lines), child);
    }
  if (calendar >= 0)
    rows = guatu_plan_referrers (plan, GUATU_TABLE_CALENDAR_EXCEPTION, GUATU_CALENDAR_EXCEPTION_CALENDAR, calendar, &n);
  for (guint i = 0; i < n && n_shown < MOST_RECURRING; i++)
    if (guatu_calendar_exception (plan, rows[i]).recurrence != GUATU_RECUR_DAILY)
      {
        gtk_box_append (GTK_BOX (self->lines), make_recurring (self, rows[i]));
        n_shown++;
      }
  gtk_widget_set_visible (self->lines, n_shown > 0);
  gtk_widget_set_visible (self->none, n_shown == 0);
}

void
guatu_recurring_list_show (GuatuRecurringList *self,
                           gint64              calendar,
                           GuatuInstant        day)
{
  g_return_if_fail (GUATU_IS_RECURRING_LIST (self));

  self->calendar = calendar;
  self->day = day;
  show_lines (self);
}

/* The class -------------------------------------------------------------------------------------------------- */

static void
guatu_recurring_list_dispose (GObject *object)
{
  GuatuRecurringList *self = GUATU_RECURRING_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (guatu_recurring_list_parent_class)->dispose (object);
}

static void
guatu_recurring_list_class_init (GuatuRecurringListClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_recurring_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
make_head (GuatuRecurringList *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *title = gtk_label_new (_("RECURRING DAYS"));

  gtk_widget_add_css_class (title, "section");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  self->add = guatu_icon_button_new ("list-add-symbolic", _("Add a day that comes back"), NULL);
  gtk_widget_set_valign (self->add, GTK_ALIGN_END);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->add);

  return head;
}

static void
guatu_recurring_list_init (GuatuRecurringList *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 6);
  self->day = GUATU_NONE;
  gtk_widget_set_parent (make_head (self), GTK_WIDGET (self));
  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (self->lines, "part-card");
  gtk_widget_set_parent (self->lines, GTK_WIDGET (self));
  self->none = gtk_label_new (_("No day comes back every week, month or year."));
  gtk_label_set_xalign (GTK_LABEL (self->none), 0);
  gtk_label_set_wrap (GTK_LABEL (self->none), TRUE);
  gtk_widget_add_css_class (self->none, "dim-label");
  gtk_widget_set_parent (self->none, GTK_WIDGET (self));
}

GtkWidget *
guatu_recurring_list_new (GuatuDocument *document)
{
  GuatuRecurringList *self = g_object_new (GUATU_TYPE_RECURRING_LIST, NULL);

  self->document = g_object_ref (document);

  return GTK_WIDGET (self);
}
