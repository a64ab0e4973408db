/* guatu-task-form.c — the window of the task form: follows its task, and takes edits back. */
#include "guatu-task-form-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-inspector-style.h"

G_DEFINE_FINAL_TYPE (GuatuTaskForm, guatu_task_form, ADW_TYPE_WINDOW)

static guint failed_signal;

GuatuDocument *
guatu_task_form_document (GuatuTaskForm *self)
{
  return guatu_battle_view_get_document (self->view);
}

static gint32
task_row (GuatuTaskForm *self)
{
  return self->task != 0 ? guatu_plan_find (guatu_document_get_plan (guatu_task_form_document (self)),
                                            GUATU_TABLE_TASK, self->task) : -1;
}

/* Showing -------------------------------------------------------------------------------------------- */

static void
show_title (GuatuTaskForm   *self,
            const GuatuPlan *plan,
            gint32           task)
{
  const char *name = guatu_plan_task_name (plan, task);
  g_autofree char *path = guatu_words_path (plan, task);
  g_autofree char *wbs = guatu_plan_task_wbs (plan, task);
  g_autofree char *place = *path != '\0' ? g_strdup_printf (_("%1$s · %2$s"), wbs, path) : g_strdup (wbs);

  adw_window_title_set_title (self->title, *name != '\0' ? name : _("Unnamed task"));
  adw_window_title_set_subtitle (self->title, place);
  gtk_window_set_title (GTK_WINDOW (self), adw_window_title_get_title (self->title));
}

static void
show_undo (GuatuTaskForm *self)
{
  GuatuDocument *document = guatu_task_form_document (self);
  gboolean writable = guatu_document_get_read_only_reason (document) == NULL;
  g_autofree char *step = writable ? guatu_document_undo_title (document) : NULL;
  g_autofree char *text = step != NULL ? g_strdup_printf (_("%s: %s"), _("Undo"), step) : g_strdup (_("Undo"));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.undo", step != NULL);
  gtk_widget_set_tooltip_text (self->undo, text);
}

/* What was being typed goes with the form, but not without a word. */
static void
say_lost (GuatuTaskForm *self)
{
  for (guint field = 0; field < GUATU_TASK_N_FIELDS; field++)
    {
      GuatuFieldRow *row = self->rows[field] != NULL ? GUATU_FIELD_ROW (self->rows[field]) : NULL;
      g_autofree char *typed = row != NULL ? guatu_field_row_get_typed (row) : NULL;
      g_autofree char *message = NULL;

      if (typed == NULL || *typed == '\0')
        continue;
      message = g_strdup_printf (_("“%1$s” was not entered: %2$s"), typed, _("This task no longer exists."));
      g_signal_emit (self, failed_signal, 0, message);
    }
}

static gboolean
close_cb (gpointer data)
{
  GuatuTaskForm *self = data;

  self->closing = 0;
  /* Taken back in the meantime, perhaps. */
  if (task_row (self) < 0)
    {
      say_lost (self);
      gtk_window_destroy (GTK_WINDOW (self));
    }

  return G_SOURCE_REMOVE;
}

static void
update (GuatuTaskForm *self)
{
  const GuatuPlan *plan = guatu_document_get_plan (guatu_task_form_document (self));
  gint32 task = task_row (self);

  show_undo (self);
  if (task < 0)
    {
      if (self->task != 0 && self->closing == 0)
        self->closing = g_idle_add (close_cb, self);
      return;
    }
  show_title (self, plan, task);
  guatu_task_form_fill (self, task);
}

/* Whoever goes elsewhere means what was typed. */
static void
commit (GuatuTaskForm *self)
{
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  for (guint field = 0; field < GUATU_TASK_N_FIELDS; field++)
    if (self->rows[field] != NULL)
      guatu_field_row_commit (GUATU_FIELD_ROW (self->rows[field]));
  guatu_custom_list_commit (GUATU_CUSTOM_LIST (self->custom));
}

void
guatu_task_form_set_task (GuatuTaskForm *self,
                          gint64         task)
{
  g_return_if_fail (GUATU_IS_TASK_FORM (self));

  if (task == self->task)
    return;
  commit (self);
  self->task = task;
  update (self);
}

gint64
guatu_task_form_get_task (GuatuTaskForm *self)
{
  g_return_val_if_fail (GUATU_IS_TASK_FORM (self), 0);

  return self->task;
}

void
guatu_task_form_visit (GuatuTaskForm *self,
                       gint64         task)
{
  guatu_task_form_set_task (self, task);
  guatu_battle_view_reveal (self->view, task);
}

void
guatu_task_form_set_page (GuatuTaskForm *self,
                          const char    *name)
{
  g_return_if_fail (GUATU_IS_TASK_FORM (self));

  gtk_stack_set_visible_child_name (self->pages, name);
}

GtkWidget *
guatu_task_form_get_row (GuatuTaskForm *self,
                         guint          field)
{
  g_return_val_if_fail (GUATU_IS_TASK_FORM (self), NULL);
  g_return_val_if_fail (field < GUATU_TASK_N_FIELDS, NULL);

  return self->rows[field];
}

void
guatu_task_form_go_to (GuatuTaskForm *self,
                       guint          field)
{
  GtkWidget *row = guatu_task_form_get_row (self, field);

  g_return_if_fail (row != NULL);

  gtk_stack_set_visible_child (self->pages, gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_PAGE));
  gtk_widget_grab_focus (row);
}

/* Actions -------------------------------------------------------------------------------------------- */

static void
undo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  GuatuTaskForm *self = GUATU_TASK_FORM (widget);
  g_autoptr(GError) error = NULL;

  /* An edit that is under way is the first to be taken back. */
  commit (self);
  if (!guatu_document_undo (guatu_task_form_document (self), NULL, &error))
    adw_window_title_set_subtitle (self->title, error->message);
}

static gboolean
guatu_task_form_close_request (GtkWindow *window)
{
  commit (GUATU_TASK_FORM (window));

  return GTK_WINDOW_CLASS (guatu_task_form_parent_class)->close_request (window);
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_task_form_dispose (GObject *object)
{
  GuatuTaskForm *self = GUATU_TASK_FORM (object);

  g_clear_handle_id (&self->closing, g_source_remove);
  self->task = 0;
  g_clear_object (&self->view);

  G_OBJECT_CLASS (guatu_task_form_parent_class)->dispose (object);
}

static void
guatu_task_form_class_init (GuatuTaskFormClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_task_form_dispose;
  GTK_WINDOW_CLASS (class)->close_request = guatu_task_form_close_request;

  failed_signal = g_signal_new ("failed", GUATU_TYPE_TASK_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "form.undo", NULL, undo_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "form.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
new_header (GuatuTaskForm *self)
{
  GtkWidget *header = adw_header_bar_new ();

  self->title = ADW_WINDOW_TITLE (adw_window_title_new ("", ""));
  self->undo = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->undo), "form.undo");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->undo), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Undo"), -1);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->undo);

  return header;
}

/* GTK gives the rows of a sidebar the focus, and no names: each is called as the label in it. */
static void
name_rows (GtkWidget *widget,
           GtkWidget *row)
{
  if (GTK_IS_LIST_BOX_ROW (widget))
    row = widget;
  if (GTK_IS_LABEL (widget) && row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    gtk_label_get_text (GTK_LABEL (widget)), -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_rows (child, row);
}

static void
guatu_task_form_init (GuatuTaskForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *middle = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  guatu_inspector_style_load ();
  self->pages = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->pages), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->pages), TRUE);
  self->sidebar = gtk_stack_sidebar_new ();
  gtk_stack_sidebar_set_stack (GTK_STACK_SIDEBAR (self->sidebar), self->pages);
  gtk_widget_set_size_request (self->sidebar, 130, -1);
  gtk_box_append (GTK_BOX (middle), self->sidebar);
  gtk_box_append (GTK_BOX (middle), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (middle), GTK_WIDGET (self->pages));
  gtk_box_append (GTK_BOX (box), new_header (self));
  gtk_box_append (GTK_BOX (box), middle);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "task-form");
  gtk_window_set_default_size (GTK_WINDOW (self), 760, 600);
  gtk_widget_set_size_request (GTK_WIDGET (self), 520, 360);
}

GtkWidget *
guatu_task_form_new (GuatuBattleView *view,
                     GtkWindow       *parent)
{
  GuatuTaskForm *self = g_object_new (GUATU_TYPE_TASK_FORM, "transient-for", parent, "destroy-with-parent", TRUE, NULL);

  self->view = g_object_ref (view);
  guatu_task_form_add_pages (self);
  name_rows (self->sidebar, NULL);
  g_signal_connect_object (guatu_task_form_document (self), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
