/* guatu-shift-dialog.c — a plan earlier or later: by days, or to a day. */
#include "guatu-shift-dialog.h"

#include <glib/gi18n-lib.h>

#include "guatu-ask-window.h"
#include "guatu-calendar-words.h"
#include "guatu-date-entry.h"
#include "guatu-list-text.h"
#include "guatu-moves.h"

struct _GuatuShiftDialog
{
  AdwWindow      parent_instance;

  GuatuDocument *document;      /* owned */

  GtkWidget     *by;            /* which of the three is asked for */
  GtkWidget     *to_start;
  GtkWidget     *to_finish;
  GtkWidget     *days;
  GtkWidget     *unit;          /* calendar days, working days */
  GtkWidget     *way;           /* later, earlier */
  GtkWidget     *start;
  GtkWidget     *finish;
  GtkWidget     *words;
};

G_DEFINE_FINAL_TYPE (GuatuShiftDialog, guatu_shift_dialog, ADW_TYPE_WINDOW)

static guint shifted_signal;

/* What is asked for ----------------------------------------------------------------------------------- */

static gboolean
is_on (GtkWidget *check)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
}

/* FALSE without an error: nothing has been said yet. */
static gboolean
find_shift (GuatuShiftDialog *self,
            GuatuShift       *shift,
            GError          **error)
{
  GtkWidget *entry = is_on (self->to_start) ? self->start : self->finish;
  gint64 days = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->days));
  GuatuInstant day;

  if (is_on (self->by))
    {
      *shift = (GuatuShift) { gtk_drop_down_get_selected (GTK_DROP_DOWN (self->way)) == 0 ? days : -days,
                              gtk_drop_down_get_selected (GTK_DROP_DOWN (self->unit)) == 1 };
      return TRUE;
    }
  day = guatu_date_entry_get_day (GUATU_DATE_ENTRY (entry));

  return day != GUATU_NONE
         && guatu_plan_shift_to (guatu_document_get_plan (self->document),
                                 guatu_document_get_schedule (self->document), day, entry == self->finish, shift,
                                 error);
}

/* Words ----------------------------------------------------------------------------------------------- */

static void
add_count (GString *text,
           guint    n,
           char    *words)
{
  g_autofree char *owned = words;

  if (n > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? guatu_list_comma () : "", owned);
}

static char *
say_moving (const GuatuPlanShift *shift,
            guint                 n)
{
  GString *text = g_string_new (NULL);

  add_count (text, n, g_strdup_printf (ngettext ("%u task", "%u tasks", n), n));
  n = shift->n_constraints;
  add_count (text, n, g_strdup_printf (ngettext ("%u constraint", "%u constraints", n), n));
  n = shift->n_deadlines;
  add_count (text, n, g_strdup_printf (ngettext ("%u deadline", "%u deadlines", n), n));
  n = shift->n_key_nodes;
  add_count (text, n, g_strdup_printf (ngettext ("%u key node", "%u key nodes", n), n));
  n = shift->n_phases;
  add_count (text, n, g_strdup_printf (ngettext ("%u phase", "%u phases", n), n));
  n = shift->n_targets;
  add_count (text, n, g_strdup_printf (ngettext ("%u monthly target", "%u monthly targets", n), n));
  n = shift->n_recurring;
  add_count (text, n, g_strdup_printf (ngettext ("%u recurring task", "%u recurring tasks", n), n));

  return g_string_free (text, FALSE);
}

static char *
say_staying (const GuatuPlanShift *shift)
{
  GString *text = g_string_new (NULL);
  guint n = shift->n_actual;

  add_count (text, n, g_strdup_printf (ngettext ("%u actual date", "%u actual dates", n), n));
  n = shift->n_finished;
  add_count (text, n, g_strdup_printf (ngettext ("%u finished task", "%u finished tasks", n), n));

  return g_string_free (text, FALSE);
}

static char *
say_span (const GuatuPlan     *plan,
          const GuatuSchedule *schedule)
{
  GuatuInstant first = guatu_plan_first_day (plan, schedule), last = guatu_plan_last_day (plan, schedule);
  g_autofree char *start = first != GUATU_NONE ? guatu_words_date (first) : NULL;
  g_autofree char *finish = last != GUATU_NONE ? guatu_words_date (last) : NULL;

  if (start == NULL || finish == NULL)
    return g_strdup ("");
  /* Translators: two dates. */
  return g_strdup_printf (_("What is still to be done goes from %1$s to %2$s."), start, finish);
}

static char *
say_all (GuatuShiftDialog    *self,
         GuatuShift           by,
         GError             **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->document);
  g_autoptr(GuatuPlanShift) shift = guatu_plan_shift_new (plan, by);
  g_autoptr(GuatuSchedule) schedule = guatu_plan_shift_foresee (shift, plan, error);
  g_autoptr(GuatuDates) dates = guatu_dates_new (plan, guatu_document_get_schedule (self->document));
  g_autoptr(GArray) moved = NULL;
  g_autofree char *moving = NULL, *staying = NULL, *span = NULL;
  GString *text = g_string_new (NULL);

  if (schedule == NULL)
    return g_string_free (text, TRUE);
  moved = guatu_dates_moved (dates, plan, schedule);
  moving = say_moving (shift, moved->len);
  staying = say_staying (shift);
  span = say_span (plan, schedule);
  if (by.days == 0)
    g_string_append (text, _("The plan stays where it is."));
  else if (*moving != '\0')
    /* Translators: a list of so many tasks, constraints, key nodes … */
    g_string_append_printf (text, _("These move: %s."), moving);
  if (*staying != '\0')
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _("These stay: %s."), staying);
    }
  if (*span != '\0')
    g_string_append_printf (text, "\n%s", span);

  return g_string_free (text, FALSE);
}

static void
update (GuatuShiftDialog *self)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  GuatuShift shift = { 0, FALSE };
  gboolean found;

  /* Widgets come one after another. */
  if (self->words == NULL || self->document == NULL)
    return;
  found = find_shift (self, &shift, &error);
  text = found ? say_all (self, shift, &error) : NULL;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "shift.accept", found && error == NULL && shift.days != 0);
  guatu_ask_window_say (self->words, error != NULL ? error->message : text != NULL ? text : _("Type a date."),
                        error != NULL);
}

const char *
guatu_shift_dialog_get_words (GuatuShiftDialog *self)
{
  g_return_val_if_fail (GUATU_IS_SHIFT_DIALOG (self), "");

  return gtk_label_get_text (GTK_LABEL (self->words));
}

/* Doing it -------------------------------------------------------------------------------------------- */

static void
accept_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  GuatuShiftDialog *self = GUATU_SHIFT_DIALOG (widget);
  g_autoptr(GError) error = NULL;
  g_autofree char *title = NULL;
  GuatuShift shift;

  if (!find_shift (self, &shift, &error) || !guatu_document_shift (self->document, shift, &error))
    {
      if (error != NULL)
        guatu_ask_window_say (self->words, error->message, TRUE);
      return;
    }
  title = guatu_document_undo_title (self->document);
  g_signal_emit (self, shifted_signal, 0, title != NULL ? title : "");
  gtk_window_destroy (GTK_WINDOW (self));
}

/* The window ------------------------------------------------------------------------------------------ */

static void
guatu_shift_dialog_dispose (GObject *object)
{
  g_clear_object (&GUATU_SHIFT_DIALOG (object)->document);

  G_OBJECT_CLASS (guatu_shift_dialog_parent_class)->dispose (object);
}

static void
guatu_shift_dialog_class_init (GuatuShiftDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_shift_dialog_dispose;
  shifted_signal = g_signal_new ("shifted", GUATU_TYPE_SHIFT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  guatu_ask_window_class (widget_class);
  gtk_widget_class_install_action (widget_class, "shift.accept", NULL, accept_cb);
}

static GtkWidget *
new_check (GuatuShiftDialog *self,
           const char       *label,
           GtkWidget        *group)
{
  GtkWidget *check = gtk_check_button_new_with_mnemonic (label);

  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (group));
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (update), self);

  return check;
}

static GtkWidget *
new_choice (GuatuShiftDialog *self,
            const char       *name,
            const char       *first,
            const char       *second)
{
  const char * const labels[] = { first, second, NULL };
  GtkWidget *widget = gtk_drop_down_new_from_strings (labels);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (widget, "notify::selected", G_CALLBACK (update), self);

  return widget;
}

static GtkWidget *
new_date (GuatuShiftDialog *self,
          const char       *name)
{
  GtkWidget *date = guatu_date_entry_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (guatu_date_entry_get_entry (GUATU_DATE_ENTRY (date))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (date, "picked", G_CALLBACK (update), self);

  return date;
}

static void
guatu_shift_dialog_init (GuatuShiftDialog *self)
{
  GtkBox *body = guatu_ask_window_init (ADW_WINDOW (self), _("Shift Plan"), _("_Shift"), "shift.accept");

  self->by = new_check (self, _("_By"), NULL);
  self->to_start = new_check (self, _("So that it s_tarts on"), self->by);
  self->to_finish = new_check (self, _("So that it _finishes on"), self->by);
  self->days = gtk_spin_button_new_with_range (0, GUATU_MOST_SHIFT, 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->days), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Days"), -1);
  g_signal_connect_swapped (self->days, "value-changed", G_CALLBACK (update), self);
  self->unit = new_choice (self, _("Kind of day"), _("calendar days"), _("working days"));
  self->way = new_choice (self, _("Which way"), C_("shift", "later"), C_("shift", "earlier"));
  self->start = new_date (self, _("Start"));
  self->finish = new_date (self, _("Finish"));
  gtk_box_append (body, guatu_ask_window_choice (self->by, self->days, self->unit, self->way, NULL));
  gtk_box_append (body, guatu_ask_window_choice (self->to_start, self->start, NULL));
  gtk_box_append (body, guatu_ask_window_choice (self->to_finish, self->finish, NULL));
  self->words = guatu_ask_window_words ();
  gtk_widget_set_size_request (self->words, -1, 96);
  gtk_box_append (body, self->words);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->by), TRUE);
  gtk_window_set_focus (GTK_WINDOW (self), self->days);
}

GtkWidget *
guatu_shift_dialog_new (GtkWindow     *parent,
                        GuatuDocument *document)
{
  GuatuShiftDialog *self = g_object_new (GUATU_TYPE_SHIFT_DIALOG, "transient-for", parent, NULL);
  const GuatuPlan *plan = guatu_document_get_plan (document);
  const GuatuSchedule *schedule = guatu_document_get_schedule (document);

  self->document = g_object_ref (document);
  guatu_date_entry_set_day (GUATU_DATE_ENTRY (self->start), guatu_plan_first_day (plan, schedule));
  guatu_date_entry_set_day (GUATU_DATE_ENTRY (self->finish), guatu_plan_last_day (plan, schedule));
  g_signal_connect_object (document, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
