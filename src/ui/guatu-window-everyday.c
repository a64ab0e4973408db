/* guatu-window-everyday.c — the whole plan moved in time, and plans made of templates. */
#include "guatu-window-private.h"

#include <glib/gi18n.h>

#include "guatu-file-dialog.h"
#include "guatu-plan-files.h"
#include "guatu-shift-dialog.h"
#include "guatu-template-dialog.h"

/* Shifting ------------------------------------------------------------------------------------------- */

static void
shifted_cb (GuatuWindow *self,
            const char  *title)
{
  guatu_window_offer_undo (self, title, 1);
}

static void
shift_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  GuatuWindow *self = GUATU_WINDOW (widget);
  GtkWidget *dialog;

  if (self->document == NULL || guatu_document_get_read_only_reason (self->document) != NULL)
    return;

  dialog = guatu_shift_dialog_new (GTK_WINDOW (self), self->document);
  g_signal_connect_object (dialog, "shifted", G_CALLBACK (shifted_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Templates ------------------------------------------------------------------------------------------ */

/* What was chosen, while it is asked where the file goes. */
typedef struct
{
  GuatuWindow *window;          /* borrowed: see open_answered_cb() in guatu-window-files.c */
  char        *name;
  GuatuInstant day;
  gboolean     finish;
} Choice;

static void
choice_free (Choice *choice)
{
  g_free (choice->name);
  g_free (choice);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Choice, choice_free)

static void
place_answered_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      data)
{
  g_autoptr(Choice) choice = data;
  gboolean replace;
  g_autoptr(GFile) file = guatu_file_dialog_save_finish (result, &replace, NULL);

  if (file != NULL)
    guatu_window_make_from (choice->window, file, replace, choice->name, choice->day, choice->finish);
}

static void
chosen_cb (GuatuWindow *self,
           const char  *name,
           gint64       day,
           gboolean     finish,
           const char  *title)
{
  g_autoptr(GFile) folder = guatu_window_likely_folder (self);
  g_autofree char *plain = g_strdelimit (g_strdup (title), "/\\:*?\"<>|\n\t", ' ');
  g_autofree char *proposed = g_strconcat (plain, ".guatu", NULL);
  Choice *choice = g_new0 (Choice, 1);

  *choice = (Choice) { self, g_strdup (name), day, finish };
  guatu_file_dialog_save_async (GTK_WINDOW (self), _("New from Template"), _("_Create"), folder, proposed, "guatu",
                                self->cancellable, place_answered_cb, choice);
}

static void
new_from_template_cb (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  GtkWidget *dialog = guatu_template_dialog_new (GTK_WINDOW (widget));

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
saved_cb (GuatuWindow *self,
          const char  *name)
{
  g_autofree char *text = g_strdup_printf (_("“%s” is among the templates now"), name);

  guatu_window_say (self, text);
}

static void
save_template_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  GuatuWindow *self = GUATU_WINDOW (widget);
  GtkWidget *dialog;

  if (self->document == NULL)
    return;

  dialog = guatu_save_template_dialog_new (GTK_WINDOW (self), self->document);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The class ------------------------------------------------------------------------------------------ */

void
guatu_window_everyday_class (GuatuWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  gtk_widget_class_install_action (widget_class, "win.shift-plan", NULL, shift_cb);
  gtk_widget_class_install_action (widget_class, "win.new-from-template", NULL, new_from_template_cb);
  gtk_widget_class_install_action (widget_class, "win.save-template", NULL, save_template_cb);
}
