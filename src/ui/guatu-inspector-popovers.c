/* guatu-inspector-popovers.c — the forms behind the rows of the inspector: texts, constraints, lists. */
#include "guatu-inspector-popovers.h"

#include <glib/gi18n-lib.h>

#include "guatu-chooser.h"
#include "guatu-date-entry.h"
#include "guatu-field-edit.h"
#include "guatu-inspector-edit.h"

/* What a popover is about; goes when it is destroyed. */
typedef struct
{
  GuatuFormPopover *popover;
  GuatuDocument    *document;
  gint64           *tasks;
  guint             n;
  guint             field;
  GtkWidget        *entry;         /* or the text view */
  GtkWidget        *date;
  GtkWidget        *choice;
  GtkWidget        *hint;
} Form;

static void
form_free (Form *form)
{
  g_object_unref (form->document);
  g_free (form->tasks);
  g_free (form);
}

static Form *
form_new (GuatuDocument *document,
          GuatuSeveral   several,
          guint          field,
          const char    *title)
{
  Form *form = g_new0 (Form, 1);

  form->popover = GUATU_FORM_POPOVER (guatu_form_popover_new (title));
  form->document = g_object_ref (document);
  form->tasks = g_memdup2 (several.tasks, several.n * sizeof (gint64));
  form->n = several.n;
  form->field = field;
  g_signal_connect_swapped (form->popover, "destroy", G_CALLBACK (form_free), form);

  return form;
}

static GuatuSeveral
several_of (const Form *form)
{
  return (GuatuSeveral) { form->tasks, form->n };
}

static const GuatuPlan *
plan_of (const Form *form)
{
  return guatu_document_get_plan (form->document);
}

/* The row of the one task; -1 where there are several. */
static gint32
one_row (const Form *form)
{
  return form->n == 1 ? guatu_plan_find (plan_of (form), GUATU_TABLE_TASK, form->tasks[0]) : -1;
}

/* A text --------------------------------------------------------------------------------------------- */

static char *
typed_text (Form *form)
{
  char *text = NULL;

  if (!GTK_IS_TEXT_VIEW (form->entry))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->entry)));
  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (form->entry)), "text", &text, NULL);

  return text;
}

static void
set_text_cb (Form *form)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = typed_text (form);

  if (form->n == 1)
    guatu_field_edit_set (form->document, form->tasks[0], form->field, text, &error);
  else
    guatu_several_set (form->document, several_of (form), form->field, text, &error);
  guatu_form_popover_finish (form->popover, form->entry, error);
}

static void
understand_cb (Form *form)
{
  g_autofree char *words = guatu_field_edit_understood (form->document, one_row (form), form->field,
                                                        gtk_editable_get_text (GTK_EDITABLE (form->entry)));

  gtk_label_set_text (GTK_LABEL (form->hint), words);
  gtk_widget_set_visible (form->hint, *words != '\0');
}

static void
add_hint (Form *form)
{
  form->hint = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (form->hint), 0);
  gtk_widget_add_css_class (form->hint, "dim-label");
  gtk_widget_add_css_class (form->hint, "caption");
  gtk_widget_set_visible (form->hint, FALSE);
  guatu_form_popover_add (form->popover, form->hint);
  g_signal_connect_swapped (form->entry, "changed", G_CALLBACK (understand_cb), form);
}

static GtkWidget *
new_text_view (const char *text,
               int         height)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *view = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  gtk_widget_add_css_class (view, "inspector-text");
  gtk_widget_add_css_class (scroller, "frame");
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), height);
  gtk_widget_set_size_request (scroller, 260, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);

  return scroller;
}

/* The entry of a date with a calendar beside it; the form reads its text. */
static GtkWidget *
new_date (Form       *form,
          const char *text,
          gboolean    hints)
{
  const GuatuSchedule *schedule = guatu_document_get_schedule (form->document);
  GtkWidget *date = guatu_date_entry_new_bare (hints);

  guatu_date_entry_set_span (GUATU_DATE_ENTRY (date), schedule->plan_start, schedule->plan_finish);
  form->date = GTK_WIDGET (guatu_date_entry_get_entry (GUATU_DATE_ENTRY (date)));
  gtk_entry_set_activates_default (GTK_ENTRY (form->date), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (form->date), text);

  return date;
}

GtkWidget *
guatu_text_popover_new (GuatuDocument *document,
                        GuatuSeveral   several,
                        guint          field,
                        gboolean       tall)
{
  const GuatuField *info = guatu_field (GUATU_TABLE_TASK, field);
  Form *form = form_new (document, several, field, _(info->label));
  g_autofree char *text = guatu_several_text (plan_of (form), several, field);
  const char *known = text != NULL ? text : "";

  if (tall)
    {
      GtkWidget *scroller = new_text_view (known, 120);

      form->entry = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller));
      guatu_form_popover_add (form->popover, scroller);
    }
  else if (info->type == GUATU_TYPE_INSTANT)
    {
      guatu_form_popover_add (form->popover, new_date (form, known, FALSE));
      form->entry = form->date;
      add_hint (form);
    }
  else
    {
      form->entry = guatu_form_entry_new (known, NULL);
      guatu_form_popover_add (form->popover, form->entry);
      add_hint (form);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _(info->label), -1);
  guatu_form_popover_add_button (form->popover, _("_Set"));
  g_signal_connect_swapped (form->popover, "done", G_CALLBACK (set_text_cb), form);

  return GTK_WIDGET (form->popover);
}

/* A constraint --------------------------------------------------------------------------------------- */

static void
set_constraint_cb (Form *form)
{
  g_autoptr(GError) error = NULL;
  GuatuConstraint chosen = (GuatuConstraint) gtk_drop_down_get_selected (GTK_DROP_DOWN (form->choice));
  const char *date = gtk_editable_get_text (GTK_EDITABLE (form->date));

  if (form->n == 1)
    guatu_inspector_edit_constrain (form->document, form->tasks[0], chosen, date, &error);
  else
    guatu_several_constrain (form->document, several_of (form), chosen, date, &error);
  guatu_form_popover_finish (form->popover, form->date, error);
}

static void
constraint_chosen_cb (Form *form)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (form->choice));

  gtk_widget_set_visible (form->entry, guatu_constraint_needs_date ((GuatuConstraint) chosen));
}

GtkWidget *
guatu_constraint_popover_new (GuatuDocument *document,
                              GuatuSeveral   several)
{
  const GuatuField *info = guatu_field (GUATU_TABLE_TASK, GUATU_TASK_CONSTRAINT);
  Form *form = form_new (document, several, GUATU_TASK_CONSTRAINT, _(info->label));
  GtkStringList *labels = gtk_string_list_new (NULL);
  g_autofree char *date = guatu_several_text (plan_of (form), several, GUATU_TASK_CONSTRAINT_DATE);
  gint64 constraint = GUATU_CONSTRAINT_ASAP;

  for (const GuatuChoice *choice = info->choices; choice->name != NULL; choice++)
    gtk_string_list_append (labels, _(choice->label));
  guatu_several_number (plan_of (form), several, GUATU_TASK_CONSTRAINT, &constraint);
  form->choice = gtk_drop_down_new (G_LIST_MODEL (labels), NULL);
  form->entry = new_date (form, date != NULL ? date : "", TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (form->choice), (guint) constraint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _(info->label), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->date), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Date"), -1);
  guatu_form_popover_add (form->popover, form->choice);
  guatu_form_popover_add (form->popover, form->entry);
  g_signal_connect_swapped (form->choice, "notify::selected", G_CALLBACK (constraint_chosen_cb), form);
  constraint_chosen_cb (form);
  guatu_form_popover_add_button (form->popover, _("_Set"));
  g_signal_connect_swapped (form->popover, "done", G_CALLBACK (set_constraint_cb), form);

  return GTK_WIDGET (form->popover);
}

/* Lists ---------------------------------------------------------------------------------------------- */

/* Shows in the list why a choice was refused; else closes. */
static void
finish_list (Form         *form,
             const GError *error)
{
  if (error != NULL)
    guatu_chooser_complain (GUATU_CHOOSER (form->choice), error->message);
  else
    gtk_popover_popdown (GTK_POPOVER (form->popover));
}

static void
add_list (Form       *form,
          const char *label,
          GCallback   chosen)
{
  form->choice = guatu_chooser_new (label);
  guatu_form_popover_add (form->popover, form->choice);
  g_signal_connect_swapped (form->choice, "chosen", chosen, form);
  g_signal_connect_swapped (form->choice, "given-up", G_CALLBACK (gtk_popover_popdown), form->popover);
}

static void
calendar_chosen_cb (Form   *form,
                    guint   table,
                    gint64  id)
{
  g_autoptr(GError) error = NULL;

  if (form->n == 1)
    guatu_field_edit_choose (form->document, form->tasks[0], GUATU_TASK_CALENDAR, id != 0 ? id : GUATU_NONE, &error);
  else
    guatu_several_refer (form->document, several_of (form), GUATU_TASK_CALENDAR, id, &error);
  finish_list (form, error);
}

static gboolean
is_calendar (GuatuTable table,
             gint64     id,
             gpointer   data)
{
  const Form *form = data;
  gint64 calendar;

  return guatu_several_number (plan_of (form), several_of (form), GUATU_TASK_CALENDAR, &calendar)
         && id == (calendar >= 0 ? guatu_plan_id (plan_of (form), GUATU_TABLE_CALENDAR, (gint32) calendar) : 0);
}

GtkWidget *
guatu_calendar_popover_new (GuatuDocument *document,
                            GuatuSeveral   several)
{
  Form *form = form_new (document, several, GUATU_TASK_CALENDAR, _("Calendar"));

  add_list (form, _("Calendars"), G_CALLBACK (calendar_chosen_cb));
  guatu_chooser_add (GUATU_CHOOSER (form->choice), GUATU_TABLE_CALENDAR, 0, _("The plan’s calendar"), NULL);
  guatu_chooser_add_rows (GUATU_CHOOSER (form->choice), plan_of (form), GUATU_TABLE_CALENDAR);
  guatu_chooser_tick (GUATU_CHOOSER (form->choice), is_calendar, form);

  return GTK_WIDGET (form->popover);
}

static void
category_chosen_cb (Form   *form,
                    guint   table,
                    gint64  id)
{
  g_autoptr(GError) error = NULL;

  guatu_several_categorise (form->document, several_of (form), id, &error);
  finish_list (form, error);
}

GtkWidget *
guatu_category_popover_new (GuatuDocument *document,
                            GuatuSeveral   several)
{
  Form *form = form_new (document, several, 0, _("Category"));
  const GuatuCategory *categories = guatu_plan_rows (plan_of (form), GUATU_TABLE_CATEGORY);
  guint n;
  g_autofree gint32 *rows = guatu_plan_in_order (plan_of (form), GUATU_TABLE_CATEGORY, &n);

  add_list (form, _("Categories"), G_CALLBACK (category_chosen_cb));
  for (guint i = 0; i < n; i++)
    guatu_chooser_add (GUATU_CHOOSER (form->choice), GUATU_TABLE_CATEGORY, categories[rows[i]].id,
                       guatu_plan_text (plan_of (form), categories[rows[i]].name),
                       guatu_plan_string (plan_of (form), GUATU_TABLE_LEDGER, categories[rows[i]].ledger,
                                          GUATU_LEDGER_NAME));

  return GTK_WIDGET (form->popover);
}

/* Parties -------------------------------------------------------------------------------------------- */

static gboolean
has_role (GuatuTable table,
          gint64     id,
          gpointer   data)
{
  const Form *form = data;

  return one_row (form) >= 0
         && guatu_party_has_role (plan_of (form), one_row (form), (GuatuRole) form->field, (GuatuParty) { table, id });
}

static void
list_parties (Form *form)
{
  GuatuChooser *chooser = GUATU_CHOOSER (form->choice);
  GuatuRole role = (GuatuRole) form->field;

  guatu_chooser_clear (chooser);
  for (GuatuTable table = GUATU_TABLE_UNIT; table <= GUATU_TABLE_PERSON; table++)
    if (guatu_role_takes (role, table))
      {
        guatu_chooser_add_rows (chooser, plan_of (form), table);
        guatu_chooser_offer (chooser, table, TRUE);
      }
  guatu_chooser_tick (chooser, has_role, form);
}

static void
party_chosen_cb (Form   *form,
                 guint   table,
                 gint64  id)
{
  GuatuParty party = { (GuatuTable) table, id };
  g_autoptr(GError) error = NULL;

  if (form->n != 1)
    {
      guatu_several_give (form->document, several_of (form), (GuatuRole) form->field, party, NULL, &error);
      finish_list (form, error);
    }
  else if (guatu_party_toggle (form->document, form->tasks[0], (GuatuRole) form->field, party, &error))
    guatu_chooser_tick (GUATU_CHOOSER (form->choice), has_role, form);
  else
    guatu_chooser_complain (GUATU_CHOOSER (form->choice), error->message);
}

/* One who is not there yet is made and has the role at once. */
static void
party_wished_cb (Form       *form,
                 guint       table,
                 const char *name)
{
  GuatuParty party = { (GuatuTable) table, 0 };
  g_autoptr(GError) error = NULL;

  if (form->n == 1)
    guatu_party_assign_new (form->document, form->tasks[0], (GuatuRole) form->field, (GuatuTable) table, name, &party,
                            &error);
  else
    guatu_several_give (form->document, several_of (form), (GuatuRole) form->field, party, name, &error);
  finish_list (form, error);
}

GtkWidget *
guatu_party_popover_new (GuatuDocument *document,
                         GuatuSeveral   several,
                         GuatuRole      role)
{
  const GuatuField *info = guatu_field (GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_ROLE);
  Form *form = form_new (document, several, role, _(info->choices[role].label));

  add_list (form, _(info->choices[role].label), G_CALLBACK (party_chosen_cb));
  g_signal_connect_swapped (form->choice, "wished", G_CALLBACK (party_wished_cb), form);
  list_parties (form);

  return GTK_WIDGET (form->popover);
}

static void
role_chosen_cb (Form *form)
{
  form->field = gtk_drop_down_get_selected (GTK_DROP_DOWN (form->entry));
  list_parties (form);
}

GtkWidget *
guatu_any_role_popover_new (GuatuDocument *document,
                            gint64         task,
                            GuatuRole      role)
{
  const GuatuField *info = guatu_field (GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_ROLE);
  Form *form = form_new (document, (GuatuSeveral) { &task, 1 }, role, _("Who has which role"));
  GtkStringList *labels = gtk_string_list_new (NULL);

  for (const GuatuChoice *choice = info->choices; choice->name != NULL; choice++)
    gtk_string_list_append (labels, _(choice->label));
  form->entry = gtk_drop_down_new (G_LIST_MODEL (labels), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (form->entry), form->field);
  guatu_form_popover_ask (form->popover, _("Role"), form->entry, FALSE);
  add_list (form, _("Units and people"), G_CALLBACK (party_chosen_cb));
  g_signal_connect_swapped (form->choice, "wished", G_CALLBACK (party_wished_cb), form);
  g_signal_connect_swapped (form->entry, "notify::selected", G_CALLBACK (role_chosen_cb), form);
  list_parties (form);

  return GTK_WIDGET (form->popover);
}
