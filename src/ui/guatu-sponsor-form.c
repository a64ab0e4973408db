/* guatu-sponsor-form.c — asks for a sponsorship and writes it; ends and removes it. */
#include "guatu-sponsor-form.h"

#include <glib/gi18n-lib.h>

#include "guatu-date-entry.h"
#include "guatu-sponsors.h"

typedef struct
{
  GuatuFormPopover *popover;
  GuatuDocument    *document;
  gint64            id;
  gint64            person;
  GtkWidget        *kind;
  GtkWidget        *object;
  GtkWidget        *cycle;
  GtkWidget        *duty;
  GtkWidget        *from;
  GtkWidget        *to;
} Form;

static void
form_free (Form *form)
{
  g_object_unref (form->document);
  g_free (form);
}

static const char *
text_in (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

/* The row of that name; 0: there is none. */
static gint64
find_named (const GuatuPlan *plan,
            GuatuTable       table,
            guint            field,
            const char      *name)
{
  for (gint32 row = 0; row < (gint32) guatu_plan_n_rows (plan, table); row++)
    if (guatu_plan_id (plan, table, row) != 0 && g_str_equal (guatu_plan_string (plan, table, row, field), name))
      return guatu_plan_id (plan, table, row);

  return 0;
}

static GuatuValue
day_in (GtkWidget *date)
{
  GuatuInstant day = guatu_date_entry_get_day (GUATU_DATE_ENTRY (date));

  return day != GUATU_NONE ? GUATU_INTEGER (day) : GUATU_NULL;
}

static void
save_cb (Form *form)
{
  const GuatuPlan *plan = guatu_document_get_plan (form->document);
  g_autofree char *object = g_strstrip (g_strdup (text_in (form->object)));
  gint64 unit = *object != '\0' ? find_named (plan, GUATU_TABLE_UNIT, GUATU_UNIT_NAME, object) : 0;
  gint64 task = *object != '\0' && unit == 0 ? find_named (plan, GUATU_TABLE_TASK, GUATU_TASK_NAME, object) : 0;
  GuatuSetting settings[] = {
    { GUATU_SPONSORSHIP_KIND, GUATU_INTEGER (gtk_drop_down_get_selected (GTK_DROP_DOWN (form->kind))) },
    { GUATU_SPONSORSHIP_OBJECT, GUATU_TEXT (unit == 0 && task == 0 ? object : "") },
    { GUATU_SPONSORSHIP_UNIT, unit != 0 ? GUATU_INTEGER (unit) : GUATU_NULL },
    { GUATU_SPONSORSHIP_TASK, task != 0 ? GUATU_INTEGER (task) : GUATU_NULL },
    { GUATU_SPONSORSHIP_VISIT_CYCLE, GUATU_INTEGER (gtk_drop_down_get_selected (GTK_DROP_DOWN (form->cycle))) },
    { GUATU_SPONSORSHIP_DUTY, GUATU_TEXT (text_in (form->duty)) },
    { GUATU_SPONSORSHIP_FROM_DATE, day_in (form->from) },
    { GUATU_SPONSORSHIP_TO_DATE, day_in (form->to) },
    { GUATU_SPONSORSHIP_PERSON, GUATU_INTEGER (form->person) },
  };
  g_autoptr(GError) error = NULL;

  if (form->id != 0)
    guatu_document_set (form->document, GUATU_TABLE_SPONSORSHIP, form->id, settings, G_N_ELEMENTS (settings) - 1,
                        &error);
  else
    guatu_document_add (form->document, GUATU_TABLE_SPONSORSHIP, settings, G_N_ELEMENTS (settings), NULL, &error);
  guatu_form_popover_finish (form->popover, form->object, error);
}

/* The last day that it holds is that of the plan's status date, else today. */
static GuatuInstant
last_day (Form *form)
{
  GuatuInstant status_date = guatu_plan_settings (guatu_document_get_plan (form->document))->status_date;
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  if (status_date != GUATU_NONE)
    return guatu_instant_day (status_date) * GUATU_DAY;
  return guatu_instant_from_civil ((GuatuCivil) { g_date_time_get_year (now), g_date_time_get_month (now),
                                                  g_date_time_get_day_of_month (now) });
}

static void
end_cb (Form *form)
{
  GuatuSetting to = { GUATU_SPONSORSHIP_TO_DATE, GUATU_INTEGER (last_day (form)) };
  g_autoptr(GError) error = NULL;

  guatu_document_set (form->document, GUATU_TABLE_SPONSORSHIP, form->id, &to, 1, &error);
  guatu_form_popover_finish (form->popover, form->to, error);
}

static void
remove_cb (Form *form)
{
  g_autofree char *what = g_strdup_printf (_("Removed “%s”"), text_in (form->object));
  g_autoptr(GError) error = NULL;

  if (guatu_document_remove (form->document, GUATU_TABLE_SPONSORSHIP, form->id, &error))
    gtk_widget_activate_action (GTK_WIDGET (form->popover), "people-view.removed", "s", what);
  guatu_form_popover_finish (form->popover, NULL, error);
}

static GtkWidget *
choices_of (guint field,
            guint selected)
{
  const GuatuChoice *choices = guatu_field (GUATU_TABLE_SPONSORSHIP, field)->choices;
  GtkStringList *model = gtk_string_list_new (NULL);
  GtkWidget *widget;

  for (guint i = 0; choices[i].name != NULL; i++)
    gtk_string_list_append (model, _(choices[i].label));
  widget = gtk_drop_down_new (G_LIST_MODEL (model), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (widget), selected);

  return widget;
}

static GtkWidget *
date_of (const GuatuPlan *plan,
         gint32           row,
         guint            field)
{
  GtkWidget *date = guatu_date_entry_new ();

  if (row >= 0)
    guatu_date_entry_set_day (GUATU_DATE_ENTRY (date), guatu_plan_number (plan, GUATU_TABLE_SPONSORSHIP, row, field));

  return date;
}

static void
add_buttons (Form *form)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *end = gtk_button_new_with_mnemonic (_("_End It")), *remove = gtk_button_new_with_mnemonic (_("_Remove"));

  gtk_widget_set_tooltip_text (end, _("It held to the status date, and is kept"));
  gtk_widget_set_tooltip_text (remove, _("Take it out of the plan"));
  gtk_widget_set_hexpand (end, TRUE);
  gtk_widget_set_hexpand (remove, TRUE);
  g_signal_connect_swapped (end, "clicked", G_CALLBACK (end_cb), form);
  g_signal_connect_swapped (remove, "clicked", G_CALLBACK (remove_cb), form);
  gtk_box_append (GTK_BOX (box), end);
  gtk_box_append (GTK_BOX (box), remove);
  guatu_form_popover_add (form->popover, box);
}

GtkWidget *
guatu_sponsor_form_new (GuatuDocument     *document,
                        gint64             sponsorship,
                        gint64             person,
                        GuatuSponsoredKind kind)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  gint32 row = sponsorship != 0 ? guatu_plan_find (plan, GUATU_TABLE_SPONSORSHIP, sponsorship) : -1;
  const GuatuSponsorship *known =
    row >= 0 ? &((const GuatuSponsorship *) guatu_plan_rows (plan, GUATU_TABLE_SPONSORSHIP))[row] : NULL;
  Form *form = g_new0 (Form, 1);
  g_autofree char *title = NULL;

  if (known != NULL)
    person = guatu_plan_id (plan, GUATU_TABLE_PERSON, known->person);
  title = g_strdup_printf (_("Sponsored by %s"), guatu_plan_string (plan, GUATU_TABLE_PERSON,
                                                                   guatu_plan_find (plan, GUATU_TABLE_PERSON, person),
                                                                   GUATU_PERSON_NAME));
  form->popover = GUATU_FORM_POPOVER (guatu_form_popover_new (title));
  form->document = g_object_ref (document);
  form->id = known != NULL ? sponsorship : 0;
  form->person = person;
  form->kind = choices_of (GUATU_SPONSORSHIP_KIND, known != NULL ? known->kind : (guint) kind);
  form->object = guatu_form_entry_new (known != NULL ? guatu_sponsorship_object (plan, row) : "",
                                       _("A unit, a task, or any name"));
  form->cycle = choices_of (GUATU_SPONSORSHIP_VISIT_CYCLE, known != NULL ? known->visit_cycle
                                                                         : (guint) GUATU_VISITS_MONTH);
  form->duty = guatu_form_entry_new (known != NULL ? guatu_plan_text (plan, known->duty) : "", NULL);
  form->from = date_of (plan, row, GUATU_SPONSORSHIP_FROM_DATE);
  form->to = date_of (plan, row, GUATU_SPONSORSHIP_TO_DATE);
  guatu_form_popover_ask (form->popover, _("Kind"), form->kind, FALSE);
  guatu_form_popover_ask (form->popover, _("Sponsored"), form->object, FALSE);
  guatu_form_popover_ask (form->popover, _("Visits"), form->cycle, FALSE);
  guatu_form_popover_ask (form->popover, _("Duty"), form->duty, FALSE);
  guatu_form_popover_ask (form->popover, _("From"), form->from, FALSE);
  guatu_form_popover_ask (form->popover, _("To"), form->to, FALSE);
  if (known != NULL)
    add_buttons (form);
  guatu_form_popover_add_button (form->popover, known != NULL ? _("_Set") : _("_Add"));
  g_signal_connect_swapped (form->popover, "done", G_CALLBACK (save_cb), form);
  g_signal_connect_swapped (form->popover, "destroy", G_CALLBACK (form_free), form);

  return GTK_WIDGET (form->popover);
}
