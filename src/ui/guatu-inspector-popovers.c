/* guatu-inspector-popovers.c — the forms behind the rows of the inspector. */
#include "guatu-inspector-popovers.h"

#include <glib/gi18n-lib.h>

#include "guatu-inspector-edit.h"
#include "guatu-progress.h"
#include "guatu-task-edit.h"

/* A list becomes searchable where it cannot be seen at a glance. */
#define MANY 8

/* What a popover is about; goes when it is destroyed. */
typedef struct
{
  GtkPopover    *popover;
  GuatuDocument *document;
  gint64         task;
  guint          field;         /* or the role */
  gboolean       units;
  GtkWidget     *box;
  GtkWidget     *entry;         /* or the text view */
  GtkWidget     *choice;
  GtkWidget     *search;
  GtkWidget     *list;
  GtkWidget     *error;
} Form;

static void
form_free (Form *form)
{
  g_object_unref (form->document);
  g_free (form);
}

static Form *
form_new (GuatuDocument *document,
          gint64         task,
          guint          field,
          const char    *title)
{
  Form *form = g_new0 (Form, 1);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *heading = gtk_label_new (title);

  form->popover = GTK_POPOVER (popover);
  form->document = g_object_ref (document);
  form->task = task;
  form->field = field;
  form->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  form->error = gtk_label_new (NULL);
  gtk_widget_add_css_class (popover, "inspector-form");
  gtk_widget_add_css_class (heading, "heading");
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (form->error, "error");
  gtk_label_set_wrap (GTK_LABEL (form->error), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (form->error), 32);
  gtk_label_set_xalign (GTK_LABEL (form->error), 0);
  gtk_widget_set_visible (form->error, FALSE);
  gtk_box_append (GTK_BOX (form->box), heading);
  gtk_popover_set_child (form->popover, form->box);
  gtk_popover_set_position (form->popover, GTK_POS_BOTTOM);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_swapped (popover, "destroy", G_CALLBACK (form_free), form);

  return form;
}

static gint32
task_row (const Form *form)
{
  return guatu_plan_find (guatu_document_get_plan (form->document), GUATU_TABLE_TASK, form->task);
}

/* Closes the form, or shows in it why not. */
static void
finish (Form         *form,
        gboolean      done,
        const GError *error)
{
  if (done)
    {
      gtk_popover_popdown (form->popover);
      return;
    }
  gtk_label_set_text (GTK_LABEL (form->error), error->message);
  gtk_widget_set_visible (form->error, TRUE);
  if (form->entry != NULL)
    {
      gtk_widget_add_css_class (form->entry, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (form->entry), GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_widget_grab_focus (form->entry);
    }
}

static void
add_labelled (Form       *form,
              const char *text,
              GtkWidget  *widget)
{
  GtkWidget *label = gtk_label_new (text), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_label_set_mnemonic_widget (GTK_LABEL (label), widget);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), widget);
  gtk_box_append (GTK_BOX (form->box), box);
}

/* The message, and the button that carries it out. */
static GtkWidget *
add_button (Form       *form,
            const char *label,
            GCallback   callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_swapped (button, "clicked", callback, form);
  gtk_box_append (GTK_BOX (form->box), form->error);
  gtk_box_append (GTK_BOX (form->box), button);
  gtk_popover_set_default_widget (form->popover, button);

  return button;
}

static GtkWidget *
new_entry (const char *text,
           const char *hint)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);

  return entry;
}

/* A text --------------------------------------------------------------------------------------------- */

static void
set_text_cb (Form *form)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean done;

  if (GTK_IS_TEXT_VIEW (form->entry))
    g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (form->entry)), "text", &text, NULL);
  else
    text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->entry)));

  done = guatu_inspector_edit_set (form->document, form->task, form->field, text, &error);
  finish (form, done, error);
}

static void
add_text_view (Form       *form,
               const char *text)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  form->entry = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (form->entry), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (form->entry), FALSE);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (form->entry)), text, -1);
  gtk_widget_add_css_class (form->entry, "inspector-text");
  gtk_widget_add_css_class (scroller, "frame");
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 120);
  gtk_widget_set_size_request (scroller, 260, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), form->entry);
  gtk_box_append (GTK_BOX (form->box), scroller);
}

GtkWidget *
guatu_text_popover_new (GuatuDocument *document,
                        gint64         task,
                        guint          field,
                        gboolean       tall)
{
  const GuatuField *info = guatu_field (GUATU_TABLE_TASK, field);
  Form *form = form_new (document, task, field, _(info->label));
  g_autofree char *text = guatu_inspector_edit_text (guatu_document_get_plan (document), task_row (form), field);

  if (tall)
    add_text_view (form, text);
  else
    {
      form->entry = new_entry (text, info->type == GUATU_TYPE_INSTANT ? _("year-month-day") : NULL);
      gtk_box_append (GTK_BOX (form->box), form->entry);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _(info->label), -1);
  add_button (form, _("_Set"), G_CALLBACK (set_text_cb));

  return GTK_WIDGET (form->popover);
}

/* A constraint --------------------------------------------------------------------------------------- */

static void
set_constraint_cb (Form *form)
{
  g_autoptr(GError) error = NULL;
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (form->choice));
  gboolean done = guatu_inspector_edit_constrain (form->document, form->task, (GuatuConstraint) chosen,
                                                  gtk_editable_get_text (GTK_EDITABLE (form->entry)), &error);

  finish (form, done, error);
}

static void
constraint_chosen_cb (Form *form)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (form->choice));

  gtk_widget_set_visible (form->entry, guatu_constraint_needs_date ((GuatuConstraint) chosen));
}

GtkWidget *
guatu_constraint_popover_new (GuatuDocument *document,
                              gint64         task)
{
  const GuatuField *info = guatu_field (GUATU_TABLE_TASK, GUATU_TASK_CONSTRAINT);
  const GuatuPlan *plan = guatu_document_get_plan (document);
  Form *form = form_new (document, task, GUATU_TASK_CONSTRAINT, _(info->label));
  GtkStringList *labels = gtk_string_list_new (NULL);
  g_autofree char *date = guatu_inspector_edit_text (plan, task_row (form), GUATU_TASK_CONSTRAINT_DATE);

  for (const GuatuChoice *choice = info->choices; choice->name != NULL; choice++)
    gtk_string_list_append (labels, _(choice->label));
  form->choice = gtk_drop_down_new (G_LIST_MODEL (labels), NULL);
  form->entry = new_entry (date, _("year-month-day"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (form->choice), guatu_plan_task (plan, task_row (form))->constraint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _(info->label), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Date"), -1);
  gtk_box_append (GTK_BOX (form->box), form->choice);
  gtk_box_append (GTK_BOX (form->box), form->entry);
  g_signal_connect_swapped (form->choice, "notify::selected", G_CALLBACK (constraint_chosen_cb), form);
  constraint_chosen_cb (form);
  add_button (form, _("_Set"), G_CALLBACK (set_constraint_cb));

  return GTK_WIDGET (form->popover);
}

/* Lists ---------------------------------------------------------------------------------------------- */

static const char *
name_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "guatu-name");
}

static gint64
id_of (GtkListBoxRow *row)
{
  return *(gint64 *) g_object_get_data (G_OBJECT (row), "guatu-id");
}

static gboolean
matches_cb (GtkListBoxRow *row,
            gpointer       data)
{
  Form *form = data;
  g_autofree char *wanted = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (form->search)), -1);
  g_autofree char *name = g_utf8_casefold (name_of (row), -1);

  return strstr (name, wanted) != NULL;
}

static void
add_choice (Form       *form,
            gint64      id,
            const char *name,
            gboolean    chosen)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (name), *tick = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_opacity (tick, chosen ? 1 : 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), tick);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_CHECKED,
                               chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  g_object_set_data_full (G_OBJECT (row), "guatu-id", g_memdup2 (&id, sizeof id), g_free);
  g_object_set_data_full (G_OBJECT (row), "guatu-name", g_strdup (name), g_free);
  g_object_set_data (G_OBJECT (row), "guatu-tick", tick);
  gtk_list_box_append (GTK_LIST_BOX (form->list), row);
}

/* Enter takes the first that was found. */
static void
search_entered_cb (Form *form)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (form->list), i)) != NULL; i++)
    if (matches_cb (row, form))
      {
        g_signal_emit_by_name (form->list, "row-activated", row);
        return;
      }
}

static void
add_list (Form       *form,
          const char *label,
          GCallback   activated)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  form->search = gtk_search_entry_new ();
  form->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (form->list), GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (form->list), matches_cb, form, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 280);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), form->list);
  gtk_widget_set_size_request (scroller, 240, -1);
  gtk_box_append (GTK_BOX (form->box), form->search);
  gtk_box_append (GTK_BOX (form->box), scroller);
  gtk_box_append (GTK_BOX (form->box), form->error);
  g_signal_connect_swapped (form->search, "search-changed", G_CALLBACK (gtk_list_box_invalidate_filter), form->list);
  g_signal_connect_swapped (form->search, "activate", G_CALLBACK (search_entered_cb), form);
  g_signal_connect_swapped (form->search, "stop-search", G_CALLBACK (gtk_popover_popdown), form->popover);
  g_signal_connect_swapped (form->list, "row-activated", activated, form);
}

static void
add_choices (Form       *form,
             GuatuTable  table,
             guint       name_field)
{
  const GuatuPlan *plan = guatu_document_get_plan (form->document);
  guint n;
  g_autofree gint32 *rows = guatu_plan_in_order (plan, table, &n);

  for (guint i = 0; i < n; i++)
    add_choice (form, guatu_plan_id (plan, table, rows[i]), guatu_plan_string (plan, table, rows[i], name_field),
                FALSE);
  gtk_widget_set_visible (form->search, n > MANY);
}

/* Shows which rows are chosen. */
static void
tick (Form     *form,
      gboolean (*is_chosen) (Form *form, gint64 id))
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (form->list), i)) != NULL; i++)
    {
      gboolean chosen = is_chosen (form, id_of (row));

      gtk_widget_set_opacity (g_object_get_data (G_OBJECT (row), "guatu-tick"), chosen ? 1 : 0);
      gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_CHECKED,
                                   chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
    }
}

/* A calendar ----------------------------------------------------------------------------------------- */

static gboolean
is_calendar (Form   *form,
             gint64  id)
{
  const GuatuPlan *plan = guatu_document_get_plan (form->document);
  gint32 calendar = guatu_plan_task (plan, task_row (form))->calendar;

  return id == (calendar >= 0 ? guatu_plan_id (plan, GUATU_TABLE_CALENDAR, calendar) : 0);
}

static void
calendar_activated_cb (Form          *form,
                       GtkListBoxRow *row)
{
  g_autoptr(GError) error = NULL;
  gboolean done = guatu_inspector_edit_refer (form->document, form->task, GUATU_TASK_CALENDAR, id_of (row), &error);

  finish (form, done, error);
}

GtkWidget *
guatu_calendar_popover_new (GuatuDocument *document,
                            gint64         task)
{
  Form *form = form_new (document, task, GUATU_TASK_CALENDAR, _("Calendar"));

  add_list (form, _("Calendars"), G_CALLBACK (calendar_activated_cb));
  add_choice (form, 0, _("The plan’s calendar"), FALSE);
  add_choices (form, GUATU_TABLE_CALENDAR, GUATU_CALENDAR_NAME);
  tick (form, is_calendar);

  return GTK_WIDGET (form->popover);
}

/* Parties -------------------------------------------------------------------------------------------- */

static gboolean
is_party (Form   *form,
          gint64  id)
{
  return guatu_inspector_edit_has_role (guatu_document_get_plan (form->document), task_row (form),
                                        (GuatuRole) form->field, form->units ? id : 0, form->units ? 0 : id);
}

static void
party_activated_cb (Form          *form,
                    GtkListBoxRow *row)
{
  g_autoptr(GError) error = NULL;
  gint64 id = id_of (row);

  if (guatu_inspector_edit_toggle (form->document, form->task, (GuatuRole) form->field, form->units ? id : 0,
                                   form->units ? 0 : id, &error))
    {
      gtk_widget_set_visible (form->error, FALSE);
      tick (form, is_party);
    }
  else
    finish (form, FALSE, error);
}

/* What stands in place of the list where there is nobody to choose, or nobody is called so. */
static void
add_nobody (Form *form)
{
  gboolean none = gtk_list_box_get_row_at_index (GTK_LIST_BOX (form->list), 0) == NULL;
  GtkWidget *label = gtk_label_new (!none ? _("Nothing found") : form->units ? _("The plan has no units yet.")
                                                                             : _("The plan has no people yet."));

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 12);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (form->list), label);
}

GtkWidget *
guatu_party_popover_new (GuatuDocument *document,
                         gint64         task,
                         GuatuRole      role)
{
  const GuatuField *info = guatu_field (GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_ROLE);
  Form *form = form_new (document, task, role, _(info->choices[role].label));

  form->units = role == GUATU_ROLE_LEAD_UNIT || role == GUATU_ROLE_SUPPORT_UNIT || role == GUATU_ROLE_TASK_FORCE;
  add_list (form, _(info->choices[role].label), G_CALLBACK (party_activated_cb));
  if (form->units)
    add_choices (form, GUATU_TABLE_UNIT, GUATU_UNIT_NAME);
  else
    add_choices (form, GUATU_TABLE_PERSON, GUATU_PERSON_NAME);
  add_nobody (form);
  tick (form, is_party);

  return GTK_WIDGET (form->popover);
}

/* A report ------------------------------------------------------------------------------------------- */

static void
report_cb (Form *form)
{
  g_autoptr(GError) error = NULL;
  gboolean done;
  double share;

  gtk_spin_button_update (GTK_SPIN_BUTTON (form->choice));
  share = gtk_spin_button_get_value (GTK_SPIN_BUTTON (form->choice)) * 100;
  done = guatu_inspector_edit_report (form->document, form->task, gtk_editable_get_text (GTK_EDITABLE (form->entry)),
                                      (gint64) (share + 0.5), &error);
  finish (form, done, error);
}

static gint64
last_share (const GuatuPlan *plan,
            gint32           task)
{
  gint32 report = guatu_progress_latest_report (plan, task, GUATU_NONE);

  return report >= 0 ? guatu_plan_number (plan, GUATU_TABLE_REPORT, report, GUATU_REPORT_SHARE) : 0;
}

/* The status date, or the day that the clock shows. */
static char *
report_day (const GuatuPlan *plan)
{
  GuatuInstant status_date = guatu_plan_settings (plan)->status_date;
  if (status_date == GUATU_NONE)
    status_date = guatu_today ();

  return guatu_inspector_edit_date_text (status_date - guatu_instant_daytime (status_date), 0);
}

GtkWidget *
guatu_report_popover_new (GuatuDocument *document,
                          gint64         task)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  Form *form = form_new (document, task, 0, _("Report Progress"));
  gint64 share = last_share (plan, task_row (form));
  g_autofree char *day = report_day (plan);

  form->choice = gtk_spin_button_new_with_range (0, 100, 1);
  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (form->choice), share % 100 != 0 ? 2 : 0);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (form->choice), (double) share / 100);
  gtk_text_set_activates_default (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (form->choice))), TRUE);
  form->entry = new_entry (day, _("year-month-day"));
  gtk_editable_set_width_chars (GTK_EDITABLE (form->entry), 11);
  add_labelled (form, _("Done, in percent"), form->choice);
  add_labelled (form, _("Date"), form->entry);
  add_button (form, _("_Report"), G_CALLBACK (report_cb));

  return GTK_WIDGET (form->popover);
}
