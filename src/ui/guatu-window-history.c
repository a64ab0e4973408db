/* guatu-window-history.c — takes edits back and does them again: one by one, or all of them since some point. */
#include "guatu-window-private.h"

#include <glib/gi18n.h>

#include "guatu-revert-dialog.h"
#include "guatu-toast.h"

/* One by one ----------------------------------------------------------------------------------------- */

static void
undo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  GuatuWindow *self = GUATU_WINDOW (widget);
  g_autoptr(GError) error = NULL;

  if (self->document != NULL && !guatu_document_undo (self->document, NULL, &error))
    guatu_window_say (self, error->message);
}

static void
redo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  GuatuWindow *self = GUATU_WINDOW (widget);
  g_autoptr(GError) error = NULL;

  if (self->document != NULL && !guatu_document_redo (self->document, NULL, &error))
    guatu_window_say (self, error->message);
}

/* The button says which edit it would take back. */
static void
update_step (GuatuWindow *self,
             GtkWidget   *button,
             const char  *action,
             const char  *name,
             char        *title)
{
  g_autofree char *step = title;
  /* Translators: the tooltip of a button: “Undo: Move task”. */
  g_autofree char *text = step != NULL ? g_strdup_printf (_("%s: %s"), name, step) : g_strdup (name);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, step != NULL);
  gtk_widget_set_tooltip_text (button, text);
}

void
guatu_window_update_history (GuatuWindow *self)
{
  GuatuDocument *document = self->document;
  gboolean writable = document != NULL && guatu_document_get_read_only_reason (document) == NULL;

  gtk_widget_set_visible (self->undo, document != NULL);
  gtk_widget_set_visible (self->redo, document != NULL);
  update_step (self, self->undo, "win.undo", _("Undo"), writable ? guatu_document_undo_title (document) : NULL);
  update_step (self, self->redo, "win.redo", _("Redo"), writable ? guatu_document_redo_title (document) : NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.revert", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.shift-plan", writable);
}

/* The way back --------------------------------------------------------------------------------------- */

#define STEPS "guatu-steps"

/* Others may have come after what it speaks of: undo would take those back. */
static void
outdated_cb (AdwToast *toast)
{
  if (g_object_get_data (G_OBJECT (toast), STEPS) == NULL)
    return;
  g_object_set_data (G_OBJECT (toast), STEPS, NULL);
  guatu_toast_dismiss (toast);
}

static void
take_back_cb (AdwToast    *toast,
              GuatuWindow *self)
{
  guint steps = GPOINTER_TO_UINT (g_object_steal_data (G_OBJECT (toast), STEPS));

  for (guint i = 0; i < steps; i++)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.undo", NULL);
}

void
guatu_window_offer_undo (GuatuWindow *self,
                         const char  *text,
                         guint        steps)
{
  AdwToast *toast = guatu_toast_new (text);

  adw_toast_set_button_label (toast, _("_Undo"));
  g_object_set_data (G_OBJECT (toast), STEPS, GUINT_TO_POINTER (steps));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (take_back_cb), self, 0);
  if (self->document != NULL)
    g_signal_connect_object (self->document, "changed", G_CALLBACK (outdated_cb), toast, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Further back --------------------------------------------------------------------------------------- */

static void
reverted_cb (GuatuWindow *self,
             const char  *title)
{
  guatu_window_offer_undo (self, title, 1);
}

static void
ask_where (GuatuWindow *self,
           gint64       seq)
{
  GtkWidget *dialog;

  if (self->document == NULL || guatu_document_get_read_only_reason (self->document) != NULL)
    return;

  dialog = guatu_revert_dialog_new (GTK_WINDOW (self), self->document);
  g_signal_connect_object (dialog, "reverted", G_CALLBACK (reverted_cb), self, G_CONNECT_SWAPPED);
  if (seq != 0)
    guatu_revert_dialog_choose (GUATU_REVERT_DIALOG (dialog), seq);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
revert_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  ask_where (GUATU_WINDOW (widget), 0);
}

static void
revert_to_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  ask_where (GUATU_WINDOW (widget), g_variant_get_int64 (parameter));
}

/* The class ------------------------------------------------------------------------------------------ */

void
guatu_window_history_class (GuatuWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "win.revert", NULL, revert_cb);
  gtk_widget_class_install_action (widget_class, "win.revert-to", "x", revert_to_cb);
}
