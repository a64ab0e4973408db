/* guatu-template-dialog.c — lists templates, and asks from which day the plan is counted. */
#include "guatu-template-dialog.h"

#include <glib/gi18n-lib.h>

#include "guatu-ask-window.h"
#include "guatu-date-entry.h"
#include "guatu-language.h"
#include "guatu-task-edit.h"
#include "guatu-templates.h"

struct _GuatuTemplateDialog
{
  AdwWindow   parent_instance;

  GPtrArray  *templates;        /* owned */

  GtkListBox *list;
  GtkWidget  *to_start;
  GtkWidget  *to_finish;
  GtkWidget  *start;
  GtkWidget  *finish;
  GtkWidget  *words;
};

G_DEFINE_FINAL_TYPE (GuatuTemplateDialog, guatu_template_dialog, ADW_TYPE_WINDOW)

static guint chosen_signal;

/* Rows ----------------------------------------------------------------------------------------------- */

static const GuatuTemplate *
selected (GuatuTemplateDialog *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? g_ptr_array_index (self->templates, (guint) gtk_list_box_row_get_index (row)) : NULL;
}

static void fill (GuatuTemplateDialog *self);

static void
remove_cb (GuatuTemplateDialog *self,
           GtkWidget           *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);
  const GuatuTemplate *one = g_ptr_array_index (self->templates,
                                                (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
  g_autofree char *path = guatu_template_path (one->name);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;

  /* From the trash it can be had back. */
  if (!g_file_trash (file, NULL, &error))
    guatu_ask_window_say (self->words, error->message, TRUE);
  else
    fill (self);
}

static GtkWidget *
new_row (GuatuTemplateDialog *self,
         const GuatuTemplate *one)
{
  GtkWidget *row = adw_action_row_new (), *button;
  g_autofree char *title = g_markup_escape_text (one->title, -1), *text = g_markup_escape_text (one->text, -1);
  g_autofree char *count = g_strdup_printf (ngettext ("%u task", "%u tasks", one->n_tasks), one->n_tasks);
  GtkWidget *tasks = gtk_label_new (count);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_widget_add_css_class (tasks, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), tasks);
  if (!one->own)
    return row;

  button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Move this template to the trash"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Move this template to the trash"), -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static void
fill (GuatuTemplateDialog *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  g_clear_pointer (&self->templates, g_ptr_array_unref);
  self->templates = guatu_templates_list (guatu_language_of_reader ());
  for (guint i = 0; i < self->templates->len; i++)
    gtk_list_box_append (self->list, new_row (self, g_ptr_array_index (self->templates, i)));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0)));
}

/* Choosing ------------------------------------------------------------------------------------------- */

static GuatuInstant
day_of (GuatuTemplateDialog *self)
{
  gboolean finish = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->to_finish));

  return guatu_date_entry_get_day (GUATU_DATE_ENTRY (finish ? self->finish : self->start));
}

static void
update (GuatuTemplateDialog *self)
{
  const GuatuTemplate *one = self->templates != NULL ? selected (self) : NULL;
  gboolean ready;

  if (self->words == NULL)
    return;
  ready = one != NULL && day_of (self) != GUATU_NONE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "template.accept", ready);
  guatu_ask_window_say (self->words, ready ? _("Next: where the file goes.") : _("Type a date."), FALSE);
}

static void
accept_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  GuatuTemplateDialog *self = GUATU_TEMPLATE_DIALOG (widget);
  const GuatuTemplate *one = selected (self);
  GuatuInstant day = day_of (self);

  if (one == NULL || day == GUATU_NONE)
    return;
  g_signal_emit (self, chosen_signal, 0, one->name, day,
                 gtk_check_button_get_active (GTK_CHECK_BUTTON (self->to_finish)), one->title);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* The window ------------------------------------------------------------------------------------------ */

static void
guatu_template_dialog_finalize (GObject *object)
{
  g_clear_pointer (&GUATU_TEMPLATE_DIALOG (object)->templates, g_ptr_array_unref);

  G_OBJECT_CLASS (guatu_template_dialog_parent_class)->finalize (object);
}

static void
guatu_template_dialog_class_init (GuatuTemplateDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = guatu_template_dialog_finalize;
  chosen_signal = g_signal_new ("chosen", GUATU_TYPE_TEMPLATE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 4, G_TYPE_STRING, G_TYPE_INT64, G_TYPE_BOOLEAN, G_TYPE_STRING);
  guatu_ask_window_class (widget_class);
  gtk_widget_class_install_action (widget_class, "template.accept", NULL, accept_cb);
}

static GtkWidget *
new_date (GuatuTemplateDialog *self,
          const char          *name)
{
  GtkWidget *date = guatu_date_entry_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (guatu_date_entry_get_entry (GUATU_DATE_ENTRY (date))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (date, "picked", G_CALLBACK (update), self);

  return date;
}

static GtkWidget *
new_list (GuatuTemplateDialog *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
  gtk_widget_set_margin_start (GTK_WIDGET (self->list), 3);
  gtk_widget_set_margin_end (GTK_WIDGET (self->list), 3);
  gtk_widget_set_margin_top (GTK_WIDGET (self->list), 3);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->list), 3);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Templates"), -1);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (update), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroller, TRUE);

  return scroller;
}

static void
guatu_template_dialog_init (GuatuTemplateDialog *self)
{
  GtkBox *body = guatu_ask_window_init (ADW_WINDOW (self), _("New from Template"), _("_Continue"), "template.accept");

  gtk_box_append (body, new_list (self));
  self->to_start = gtk_check_button_new_with_mnemonic (_("It s_tarts on"));
  self->to_finish = gtk_check_button_new_with_mnemonic (_("It must be _finished by"));
  gtk_check_button_set_group (GTK_CHECK_BUTTON (self->to_finish), GTK_CHECK_BUTTON (self->to_start));
  g_signal_connect_swapped (self->to_finish, "toggled", G_CALLBACK (update), self);
  self->start = new_date (self, _("Start"));
  self->finish = new_date (self, _("Finish"));
  guatu_date_entry_set_day (GUATU_DATE_ENTRY (self->start), guatu_instant_day (guatu_today ()) * GUATU_DAY);
  gtk_box_append (body, guatu_ask_window_choice (self->to_start, self->start, NULL));
  gtk_box_append (body, guatu_ask_window_choice (self->to_finish, self->finish, NULL));
  self->words = guatu_ask_window_words ();
  gtk_widget_set_vexpand (self->words, FALSE);
  gtk_widget_add_css_class (self->words, "dim-label");
  gtk_box_append (body, self->words);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->to_start), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 560);
  fill (self);
  update (self);
}

GtkWidget *
guatu_template_dialog_new (GtkWindow *parent)
{
  return g_object_new (GUATU_TYPE_TEMPLATE_DIALOG, "transient-for", parent, NULL);
}

/* Saving one ------------------------------------------------------------------------------------------- */

struct _GuatuSaveTemplateDialog
{
  AdwWindow      parent_instance;

  GuatuDocument *document;      /* owned */

  GtkWidget     *name;
  GtkWidget     *people;
  GtkWidget     *words;
};

G_DEFINE_FINAL_TYPE (GuatuSaveTemplateDialog, guatu_save_template_dialog, ADW_TYPE_WINDOW)

static guint saved_signal;

static void
name_cb (GuatuSaveTemplateDialog *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  g_autofree char *path = *name != '\0' ? guatu_template_path (name) : NULL;
  gboolean there = path != NULL && g_file_test (path, G_FILE_TEST_EXISTS);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "template.save", *name != '\0');
  guatu_ask_window_say (self->words, there ? _("A template of this name is there already, and will be replaced.")
                                           : _("It keeps tasks, links, key nodes, phases, ledgers, units and calendars. "
                                               "Actual dates, reports, baselines and lights set by hand are left out."),
                        FALSE);
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  GuatuSaveTemplateDialog *self = GUATU_SAVE_TEMPLATE_DIALOG (widget);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  g_autoptr(GError) error = NULL;

  if (!guatu_template_save (guatu_document_get_plan (self->document), name,
                            gtk_check_button_get_active (GTK_CHECK_BUTTON (self->people)), &error))
    {
      guatu_ask_window_say (self->words, error->message, TRUE);
      return;
    }
  g_signal_emit (self, saved_signal, 0, name);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
guatu_save_template_dialog_dispose (GObject *object)
{
  g_clear_object (&GUATU_SAVE_TEMPLATE_DIALOG (object)->document);

  G_OBJECT_CLASS (guatu_save_template_dialog_parent_class)->dispose (object);
}

static void
guatu_save_template_dialog_class_init (GuatuSaveTemplateDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_save_template_dialog_dispose;
  saved_signal = g_signal_new ("saved", GUATU_TYPE_SAVE_TEMPLATE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_STRING);
  guatu_ask_window_class (widget_class);
  gtk_widget_class_install_action (widget_class, "template.save", NULL, save_cb);
}

static void
guatu_save_template_dialog_init (GuatuSaveTemplateDialog *self)
{
  GtkBox *body = guatu_ask_window_init (ADW_WINDOW (self), _("Save as Template"), _("_Save"), "template.save");
  GtkWidget *label = gtk_label_new_with_mnemonic (_("_Name of the template"));

  self->name = gtk_entry_new ();
  self->people = gtk_check_button_new_with_mnemonic (_("With the _people"));
  self->words = guatu_ask_window_words ();
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of the template"),
                                  -1);
  gtk_entry_set_activates_default (GTK_ENTRY (self->name), TRUE);
  gtk_widget_set_tooltip_text (self->people, _("Units stay in any case"));
  g_signal_connect_swapped (self->name, "changed", G_CALLBACK (name_cb), self);
  gtk_box_append (body, label);
  gtk_box_append (body, self->name);
  gtk_box_append (body, self->people);
  gtk_box_append (body, self->words);
  gtk_window_set_focus (GTK_WINDOW (self), self->name);
}

GtkWidget *
guatu_save_template_dialog_new (GtkWindow     *parent,
                                GuatuDocument *document)
{
  GuatuSaveTemplateDialog *self = g_object_new (GUATU_TYPE_SAVE_TEMPLATE_DIALOG, "transient-for", parent, NULL);
  const GuatuPlan *plan = guatu_document_get_plan (document);

  self->document = g_object_ref (document);
  gtk_editable_set_text (GTK_EDITABLE (self->name), guatu_plan_text (plan, guatu_plan_settings (plan)->title));
  name_cb (self);

  return GTK_WIDGET (self);
}
