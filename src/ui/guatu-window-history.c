/* guatu-window-history.c — takes edits back and does them again: one by one, or all of them since some point. */
#include "guatu-window-private.h"

#include <glib/gi18n.h>

#include "guatu-revert-dialog.h"
#include "guatu-step-work.h"
#include "guatu-toast.h"

/* A long one ----------------------------------------------------------------------------------------- */

/* Milliseconds between two pulses of the bar that says that something goes on. */
#define PULSE 100

#define MARGIN 24

static void take_step (GuatuWindow *self,
                       gboolean     redo);

static gboolean
pulse_cb (gpointer bar)
{
  gtk_progress_bar_pulse (bar);

  return G_SOURCE_CONTINUE;
}

static void
bar_gone_cb (GtkWidget *bar,
             gpointer   source)
{
  g_source_remove (GPOINTER_TO_UINT (source));
}

/* It is over by itself, and cannot be called off. */
static gboolean
stay_cb (GtkWindow *window)
{
  return TRUE;
}

/* Keeps everything else from the plan, which must not be edited meanwhile. */
static GtkWindow *
make_notice (GuatuWindow *self,
             const char  *text)
{
  GtkWindow *notice = GTK_WINDOW (adw_window_new ());
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *label = gtk_label_new (text), *bar = gtk_progress_bar_new ();
  guint source = g_timeout_add (PULSE, pulse_cb, bar);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_widget_set_margin_start (box, MARGIN);
  gtk_widget_set_margin_end (box, MARGIN);
  gtk_widget_set_margin_top (box, MARGIN);
  gtk_widget_set_margin_bottom (box, MARGIN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect (bar, "destroy", G_CALLBACK (bar_gone_cb), GUINT_TO_POINTER (source));
  adw_window_set_content (ADW_WINDOW (notice), box);
  gtk_window_set_title (notice, text);
  gtk_window_set_transient_for (notice, GTK_WINDOW (self));
  gtk_window_set_modal (notice, TRUE);
  gtk_window_set_destroy_with_parent (notice, TRUE);
  gtk_window_set_resizable (notice, FALSE);
  g_signal_connect (notice, "close-request", G_CALLBACK (stay_cb), NULL);

  return notice;
}

static void
stepped_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(GuatuWindow) self = data;
  g_autoptr(GError) error = NULL;
  gboolean done = guatu_step_work_finish (result, &error);

  if (self->stepping != NULL)
    gtk_window_destroy (self->stepping);
  g_clear_weak_pointer (&self->stepping);
  /* Closed meanwhile, it says nothing any more. */
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (!done)
    {
      self->steps_left = 0;
      guatu_window_say (self, error->message);
      return;
    }
  for (; self->steps_left > 0 && self->stepping == NULL && self->document != NULL; self->steps_left--)
    take_step (self, FALSE);
}

static void
take_long_step (GuatuWindow *self,
                gboolean     redo)
{
  GuatuDocument *document = self->document;
  g_autofree char *step = redo ? guatu_document_redo_title (document) : guatu_document_undo_title (document);
  g_autofree char *text = g_strdup_printf (_("%s: %s"), redo ? _("Redo") : _("Undo"), step != NULL ? step : "");

  g_set_weak_pointer (&self->stepping, make_notice (self, text));
  gtk_window_present (self->stepping);
  guatu_step_work_run (self->document, redo, stepped_cb, g_object_ref (self));
}

/* One by one ----------------------------------------------------------------------------------------- */

static void
take_step (GuatuWindow *self,
           gboolean     redo)
{
  g_autoptr(GError) error = NULL;
  gboolean done;

  if (guatu_step_work_is_long (self->document, redo))
    {
      take_long_step (self, redo);
      return;
    }
  done = redo ? guatu_document_redo (self->document, NULL, &error) : guatu_document_undo (self->document, NULL, &error);
  if (!done)
    guatu_window_say (self, error->message);
}

static void
undo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  GuatuWindow *self = GUATU_WINDOW (widget);

  if (self->stepping != NULL)
    self->steps_left++;
  else if (self->document != NULL)
    take_step (self, FALSE);
}

static void
redo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  GuatuWindow *self = GUATU_WINDOW (widget);

  if (self->stepping == NULL && self->document != NULL)
    take_step (self, TRUE);
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
