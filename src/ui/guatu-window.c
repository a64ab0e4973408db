/* guatu-window.c — one plan in its window: title, undo and redo, what happens when the plan changes. */
#include "guatu-window.h"

#include <glib/gi18n.h>

#include "guatu-battle-map.h"

struct _GuatuWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  AdwWindowTitle  *title;
  AdwToastOverlay *toasts;
  GtkStack        *pages;
  GtkWidget       *undo;
  GtkWidget       *redo;

  /* Owned references */
  GuatuDocument   *document;
  GSignalGroup    *document_signals;
};

G_DEFINE_FINAL_TYPE (GuatuWindow, guatu_window, ADW_TYPE_APPLICATION_WINDOW)

/* What is shown -------------------------------------------------------------------------------------- */

static void
say (GuatuWindow *self,
     const char  *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_overlay_add_toast (self->toasts, toast);
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

static void
update (GuatuWindow *self)
{
  const GuatuPlan *plan = self->document != NULL ? guatu_document_get_plan (self->document) : NULL;
  const char *title = plan != NULL ? guatu_plan_text (plan, guatu_plan_settings (plan)->title) : "";
  guint n = plan != NULL ? guatu_plan_n_live (plan, GUATU_TABLE_TASK) : 0;
  g_autofree char *subtitle = NULL;

  if (plan != NULL)
    subtitle = g_strdup_printf (ngettext ("%u task · all changes saved", "%u tasks · all changes saved", n), n);
  adw_window_title_set_title (self->title, *title != '\0' ? title : plan != NULL ? _("Untitled plan") : "Guatu");
  adw_window_title_set_subtitle (self->title, subtitle != NULL ? subtitle : "");
  gtk_window_set_title (GTK_WINDOW (self), adw_window_title_get_title (self->title));
  update_step (self, self->undo, "win.undo", _("Undo"),
               self->document != NULL ? guatu_document_undo_title (self->document) : NULL);
  update_step (self, self->redo, "win.redo", _("Redo"),
               self->document != NULL ? guatu_document_redo_title (self->document) : NULL);
}

static void
changed_cb (GuatuWindow *self)
{
  update (self);
}

/* Actions -------------------------------------------------------------------------------------------- */

static void
undo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  GuatuWindow *self = GUATU_WINDOW (widget);
  g_autoptr(GError) error = NULL;

  if (self->document != NULL && !guatu_document_undo (self->document, NULL, &error))
    say (self, error->message);
}

static void
redo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  GuatuWindow *self = GUATU_WINDOW (widget);
  g_autoptr(GError) error = NULL;

  if (self->document != NULL && !guatu_document_redo (self->document, NULL, &error))
    say (self, error->message);
}

/* Documents ------------------------------------------------------------------------------------------ */

GuatuDocument *
guatu_window_get_document (GuatuWindow *self)
{
  g_return_val_if_fail (GUATU_IS_WINDOW (self), NULL);

  return self->document;
}

static void
clear_pages (GuatuWindow *self)
{
  GtkWidget *page;

  while ((page = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_stack_remove (self->pages, page);
}

void
guatu_window_set_document (GuatuWindow   *self,
                           GuatuDocument *document)
{
  g_return_if_fail (GUATU_IS_WINDOW (self));

  clear_pages (self);
  g_set_object (&self->document, document);
  g_signal_group_set_target (self->document_signals, document);
  if (document != NULL)
    gtk_stack_add_named (self->pages, guatu_battle_map_new (document), "battle-map");
  update (self);
}

void
guatu_window_open (GuatuWindow *self,
                   GFile       *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr(GuatuDocument) document = NULL;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (GUATU_IS_WINDOW (self));

  if (path == NULL)
    {
      say (self, _("Only files on this computer can be opened."));
      return;
    }
  document = guatu_document_open (path, FALSE, &error);
  if (document == NULL)
    say (self, error->message);
  else
    guatu_window_set_document (self, document);
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_window_dispose (GObject *object)
{
  GuatuWindow *self = GUATU_WINDOW (object);

  g_clear_object (&self->document_signals);
  if (self->pages != NULL)
    clear_pages (self);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), GUATU_TYPE_WINDOW);

  G_OBJECT_CLASS (guatu_window_parent_class)->dispose (object);
}

static void
guatu_window_class_init (GuatuWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/guatu/Guatu/guatu-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GuatuWindow, title);
  gtk_widget_class_bind_template_child (widget_class, GuatuWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, GuatuWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, GuatuWindow, undo);
  gtk_widget_class_bind_template_child (widget_class, GuatuWindow, redo);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_cb);
}

static void
guatu_window_init (GuatuWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->document_signals = g_signal_group_new (GUATU_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->document_signals, "changed", G_CALLBACK (changed_cb), self);
  update (self);
}

GuatuWindow *
guatu_window_new (GuatuApplication *application)
{
  return g_object_new (GUATU_TYPE_WINDOW, "application", application, NULL);
}
