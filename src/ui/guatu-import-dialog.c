/* guatu-import-dialog.c — a file of another program before it is taken in: how it is read, what comes of it. */
#include "guatu-import-dialog-private.h"

#include <glib/gi18n.h>

#include "guatu-import-found.h"

G_DEFINE_FINAL_TYPE (GuatuImportDialog, guatu_import_dialog, ADW_TYPE_WINDOW)

enum { WANTED, MADE, ADDED, N_SIGNALS };

static guint signals[N_SIGNALS];

void
guatu_import_dialog_complain (GuatuImportDialog *self,
                              const char        *text)
{
  g_return_if_fail (GUATU_IS_IMPORT_DIALOG (self));

  gtk_label_set_text (GTK_LABEL (self->summary), text);
  gtk_widget_add_css_class (self->summary, "error");
}

/* What was found ---------------------------------------------------------------------------------------- */

static void
say_summary (GuatuImportDialog *self)
{
  const GuatuImported *imported = self->imported;
  guint n = guatu_plan_n_live (imported->plan, GUATU_TABLE_TASK);
  g_autofree char *tasks = g_strdup_printf (ngettext ("%u task would come.", "%u tasks would come.", n), n);
  g_autofree char *recorded = NULL;
  g_autofree char *text = NULL;

  /* Translators: of the tasks with dates on record, how many are scheduled to other ones. */
  recorded = g_strdup_printf (_("The file recorded dates of %u; scheduled otherwise: %u."), imported->n_recorded,
                              imported->n_different);
  /* Translators: two sentences, one after the other. */
  text = imported->n_recorded > 0 ? g_strdup_printf (C_("sentences", "%1$s %2$s"), tasks, recorded) : g_strdup (tasks);
  gtk_label_set_text (GTK_LABEL (self->summary), text);
}

void
guatu_import_dialog_show_found (GuatuImportDialog *self)
{
  GtkWidget *child, *found;

  while ((child = gtk_widget_get_first_child (self->body)) != NULL)
    gtk_box_remove (GTK_BOX (self->body), child);
  gtk_widget_remove_css_class (self->summary, "error");
  if (self->imported->plan == NULL)
    {
      guatu_import_dialog_complain (self, self->imported->error->message);
      return;
    }

  say_summary (self);
  found = guatu_import_found_new (self->imported);
  gtk_widget_set_vexpand (found, TRUE);
  gtk_box_append (GTK_BOX (self->body), found);
}

/* The class ------------------------------------------------------------------------------------------- */

static void
guatu_import_dialog_dispose (GObject *object)
{
  GuatuImportDialog *self = GUATU_IMPORT_DIALOG (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (guatu_import_dialog_parent_class)->dispose (object);
}

static void
guatu_import_dialog_finalize (GObject *object)
{
  GuatuImportDialog *self = GUATU_IMPORT_DIALOG (object);

  g_clear_pointer (&self->imported, guatu_imported_unref);
  g_clear_pointer (&self->meter, guatu_import_meter_unref);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->fields, g_array_unref);
  g_free (self->path);
  g_free (self->making);
  g_free (self->made);

  G_OBJECT_CLASS (guatu_import_dialog_parent_class)->finalize (object);
}

/* It goes away. Nobody waits any more for what runs, which may hold it for longer than the window lives that it stood
 * on; what was written in time all the same is told to that window. */
static void
guatu_import_dialog_unrealize (GtkWidget *widget)
{
  GuatuImportDialog *self = GUATU_IMPORT_DIALOG (widget);

  self->closed = TRUE;
  guatu_import_dialog_stop (self);
  g_clear_handle_id (&self->timer, g_source_remove);
  gtk_window_set_transient_for (GTK_WINDOW (self), NULL);

  GTK_WIDGET_CLASS (guatu_import_dialog_parent_class)->unrealize (widget);
}

static void
guatu_import_dialog_class_init (GuatuImportDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_import_dialog_dispose;
  G_OBJECT_CLASS (class)->finalize = guatu_import_dialog_finalize;
  widget_class->unrealize = guatu_import_dialog_unrealize;

  signals[WANTED] = g_signal_new ("wanted", GUATU_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[MADE] = g_signal_new ("made", GUATU_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ADDED] = g_signal_new ("added", GUATU_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, G_TYPE_UINT);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
make_cb (GuatuImportDialog *self)
{
  g_signal_emit (self, signals[WANTED], 0);
}

static GtkWidget *
new_button (GuatuImportDialog *self,
            const char        *label,
            GCallback          clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  if (clicked != NULL)
    g_signal_connect_swapped (button, "clicked", clicked, self);
  else
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "window.close");
  return button;
}

static GtkWidget *
new_header (GuatuImportDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  self->make = new_button (self, _("_New Plan…"), G_CALLBACK (make_cb));
  self->add = new_button (self, _("_Add to This Plan"), G_CALLBACK (guatu_import_dialog_add));
  gtk_widget_add_css_class (self->make, "suggested-action");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), new_button (self, _("_Cancel"), NULL));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->make);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->add);

  return header;
}

static void
guatu_import_dialog_init (GuatuImportDialog *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = self->page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->choices = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_visible (self->choices, FALSE);
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->bar = gtk_progress_bar_new ();
  self->stop = new_button (self, _("_Stop"), G_CALLBACK (guatu_import_dialog_stop_asked));
  self->summary = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0f, "hexpand", TRUE, "accessible-role",
                                GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Reading…"), -1);
  gtk_widget_set_valign (self->bar, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (self->body, TRUE);

  /* As high as the button that is there while something runs: what is below stays where it is. */
  gtk_widget_set_size_request (foot, -1, 36);
  gtk_box_append (GTK_BOX (foot), self->summary);
  gtk_box_append (GTK_BOX (foot), self->bar);
  gtk_box_append (GTK_BOX (foot), self->stop);
  gtk_box_append (GTK_BOX (page), self->choices);
  gtk_box_append (GTK_BOX (page), foot);
  gtk_box_append (GTK_BOX (page), self->body);
  g_object_set (page, "margin-start", 18, "margin-end", 18, "margin-top", 12, "margin-bottom", 18, NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), page);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (all), new_header (self));
  gtk_box_append (GTK_BOX (all), scroller);
  adw_window_set_content (ADW_WINDOW (self), all);
  gtk_window_set_default_size (GTK_WINDOW (self), 920, 680);
}

GtkWidget *
guatu_import_dialog_new (GtkWindow     *parent,
                         const char    *path,
                         GuatuDocument *document,
                         gint64         task)
{
  GuatuImportDialog *self;
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *title = g_strdup_printf (_("Import “%s”"), name);

  self = g_object_new (GUATU_TYPE_IMPORT_DIALOG, "transient-for", parent, "modal", TRUE, "destroy-with-parent", TRUE,
                       "title", title, NULL);
  self->path = g_strdup (path);
  self->task = task;
  g_set_object (&self->document, document);
  gtk_widget_set_visible (self->add, document != NULL && guatu_document_get_read_only_reason (document) == NULL);
  if (document != NULL && task != 0 && gtk_widget_get_visible (self->add))
    guatu_import_dialog_add_place (self);
  guatu_import_dialog_read (self);

  return GTK_WIDGET (self);
}

const char *
guatu_import_dialog_get_path (GuatuImportDialog *self)
{
  g_return_val_if_fail (GUATU_IS_IMPORT_DIALOG (self), NULL);

  return self->path;
}
