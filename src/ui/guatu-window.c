/* guatu-window.c — one plan in its window: its title, its pages, what happens when the plan changes. */
#include "guatu-window-private.h"

#include <glib/gi18n.h>

#include "guatu-desk.h"
#include "guatu-launch.h"
#include "guatu-plan-files.h"
#include "guatu-recent.h"
#include "guatu-settings.h"
#include "guatu-start-page.h"
#include "guatu-text-scale.h"
#include "guatu-toast.h"

G_DEFINE_FINAL_TYPE (GuatuWindow, guatu_window, ADW_TYPE_APPLICATION_WINDOW)

/* The text of a toast. */
#define WORD "guatu-word"

/* What is shown -------------------------------------------------------------------------------------- */

void
guatu_window_say (GuatuWindow *self,
                  const char  *text)
{
  AdwToast *toast;

  /* The banner says it already, and stays; or whoever presses a key again and again has it before his eyes. */
  if (g_str_equal (text, guatu_banner_get_text (self->trouble))
      || (self->word != NULL && g_str_equal (text, g_object_get_data (G_OBJECT (self->word), WORD))))
    return;
  toast = guatu_toast_new (text);
  g_object_set_data_full (G_OBJECT (toast), WORD, g_strdup (text), g_free);
  g_set_weak_pointer (&self->word, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
guatu_window_complain (GuatuWindow *self,
                       const char  *text)
{
  self->behind = FALSE;
  self->unsaved = FALSE;
  guatu_banner_set_text (self->trouble, text);
}

/* What stands between the reader's edits and the disk, in a few words; %NULL: nothing does. The banner or a toast has
 * told the rest. */
static const char *
trouble_of (GuatuWindow *self)
{
  const GError *trouble = guatu_document_get_trouble (self->document);

  if (self->lost)
    return _("the file was moved or deleted");
  if (trouble == NULL)
    return NULL;
  if (g_error_matches (trouble, GUATU_STORE_ERROR, GUATU_STORE_ERROR_FULL))
    return _("the disk is full");
  if (g_error_matches (trouble, GUATU_STORE_ERROR, GUATU_STORE_ERROR_BUSY))
    return _("another program is busy with the file");
  if (g_error_matches (trouble, GUATU_STORE_ERROR, GUATU_STORE_ERROR_DAMAGED))
    return _("the file is damaged");
  if (g_error_matches (trouble, GUATU_STORE_ERROR, GUATU_STORE_ERROR_READ_ONLY) ||
      g_error_matches (trouble, GUATU_STORE_ERROR, GUATU_STORE_ERROR_NEWER))
    return _("the file cannot be written");

  return _("the disk cannot be written to");
}

static char *
subtitle_of (GuatuWindow *self)
{
  guint n = guatu_plan_n_live (guatu_document_get_plan (self->document), GUATU_TABLE_TASK);
  const char *trouble = trouble_of (self);

  if (guatu_document_get_read_only_reason (self->document) != NULL)
    return g_strdup_printf (ngettext ("%u task · read-only", "%u tasks · read-only", n), n);
  if (trouble != NULL)
    /* Translators: in the window's title: “saving failed: the disk is full”. */
    return g_strdup_printf (_("saving failed: %s"), trouble);

  return g_strdup_printf (ngettext ("%u task · all changes saved", "%u tasks · all changes saved", n), n);
}

void
guatu_window_update_actions (GuatuWindow *self)
{
  static const char * const actions[] = { "win.save-copy", "win.save-copy-without-history", "win.print",
                                          "win.sidebar", "win.custom-fields", "win.backups",
                                          "win.go-to", "win.save-template" };
  GuatuDesk *desk = guatu_window_get_desk (self);
  gboolean has_details = desk != NULL && guatu_desk_view_has_inspector (guatu_desk_get_view (desk));

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], self->document != NULL);
  gtk_widget_set_visible (self->export, self->document != NULL);
  gtk_widget_set_visible (self->print, self->document != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.inspector", has_details);
  gtk_widget_set_visible (self->details, has_details);
  gtk_widget_set_visible (self->views, self->document != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export", self->document != NULL && self->exporting == NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export-as",
                                 self->document != NULL && self->exporting == NULL);
  guatu_window_update_history (self);
}

static void
update (GuatuWindow *self)
{
  GuatuDocument *document = self->document;
  const GuatuPlan *plan = document != NULL ? guatu_document_get_plan (document) : NULL;
  const char *title = plan != NULL ? guatu_plan_text (plan, guatu_plan_settings (plan)->title) : "";
  g_autofree char *subtitle = document != NULL ? subtitle_of (self) : NULL;

  adw_window_title_set_title (self->title, *title != '\0' ? title : plan != NULL ? _("Untitled plan") : _("Guatu"));
  adw_window_title_set_subtitle (self->title, subtitle != NULL ? subtitle : "");
  gtk_window_set_title (GTK_WINDOW (self), adw_window_title_get_title (self->title));
  guatu_banner_set_text (self->notice, document != NULL ? guatu_document_get_read_only_reason (document) : NULL);
  guatu_window_update_actions (self);
}

static void
changed_cb (GuatuWindow *self)
{
  update (self);
}

/* As long as edits cannot be saved the banner says why; that the file is gone says more. */
static void
trouble_cb (GuatuWindow *self)
{
  const GError *trouble = guatu_document_get_trouble (self->document);

  if (trouble != NULL && !self->lost)
    {
      guatu_window_complain (self, trouble->message);
      self->unsaved = TRUE;
    }
  else if (trouble == NULL && self->unsaved)
    {
      guatu_window_complain (self, NULL);
    }
  update (self);
}

/* What others write ---------------------------------------------------------------------------------- */

static void
written_cb (GuatuWindow *self)
{
  g_autoptr(GError) error = NULL;

  if (self->document == NULL)
    return;

  if (!guatu_document_catch_up (self->document, &error))
    {
      guatu_window_complain (self, error->message);
      self->behind = TRUE;
    }
  else if (self->behind || self->lost)
    {
      self->lost = FALSE;
      guatu_window_complain (self, NULL);
      guatu_document_forget_trouble (self->document);
      update (self);
    }
  else if (g_error_matches (guatu_document_get_trouble (self->document), GUATU_STORE_ERROR, GUATU_STORE_ERROR_BUSY))
    {
      guatu_document_forget_trouble (self->document);
    }
}

static void
lost_cb (GuatuWindow *self)
{
  g_autofree char *name = g_filename_display_basename (guatu_document_get_path (self->document));
  g_autofree char *text =
    g_strdup_printf (_("“%s” was moved, deleted or replaced by another program. What you change now may be lost: save a copy."),
                     name);

  guatu_window_complain (self, text);
  self->lost = TRUE;
  update (self);
}

/* Where the system tells nothing of a file that others write, the focus is the time to look. */
static void
active_cb (GuatuWindow *self)
{
  if (self->watch != NULL && gtk_window_is_active (GTK_WINDOW (self)))
    guatu_file_watch_look (self->watch);
}

static void
watch (GuatuWindow *self)
{
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  g_clear_object (&self->watch);
  if (self->document == NULL)
    return;

  self->watch = guatu_file_watch_new (guatu_document_get_path (self->document));
  g_signal_connect_swapped (self->watch, "written", G_CALLBACK (written_cb), self);
  g_signal_connect_swapped (self->watch, "lost", G_CALLBACK (lost_cb), self);
}

/* The desk ------------------------------------------------------------------------------------------- */

/* No question before, but the way back after. */
static void
removed_cb (GuatuWindow *self,
            guint        steps,
            const char  *what)
{
  guatu_window_offer_undo (self, what, steps);
}

static void
failed_cb (GuatuWindow *self,
           const char  *message)
{
  guatu_window_say (self, message);
}

/* The start page stays; what shows a plan goes with it. */
static void
clear_pages (GuatuWindow *self)
{
  GtkWidget *page = GTK_WIDGET (guatu_window_get_desk (self));

  gtk_stack_set_visible_child (self->pages, self->start_page);
  if (page != NULL)
    gtk_stack_remove (self->pages, page);
}

GuatuDesk *
guatu_window_get_desk (GuatuWindow *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, "desk");

  return page != NULL ? GUATU_DESK (page) : NULL;
}

static void
show_desk (GuatuWindow *self)
{
  GtkWidget *desk = guatu_desk_new (self->document);

  g_signal_connect_object (desk, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "view-changed", G_CALLBACK (guatu_window_update_actions), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->pages, desk, "desk");
  gtk_stack_set_visible_child_name (self->pages, "desk");
  /* The stack gives the focus of the page before to the first button of the map. */
  if (gtk_widget_get_mapped (desk))
    guatu_desk_view_enter (guatu_desk_get_view (GUATU_DESK (desk)));
}

/* Rows, bars and scales are as large as they were made. */
static void
text_size_cb (GuatuWindow *self)
{
  g_autofree char *shown = NULL;

  if (self->document == NULL)
    return;

  shown = g_strdup (guatu_desk_get_shown (guatu_window_get_desk (self)));
  clear_pages (self);
  show_desk (self);
  guatu_desk_show (guatu_window_get_desk (self), shown);
}

static void
inspector_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  GuatuDesk *desk = guatu_window_get_desk (GUATU_WINDOW (widget));

  if (desk != NULL)
    guatu_desk_view_toggle_inspector (guatu_desk_get_view (desk));
}

static void
sidebar_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  GuatuDesk *desk = guatu_window_get_desk (GUATU_WINDOW (widget));

  if (desk != NULL)
    gtk_widget_activate_action (GTK_WIDGET (desk), "desk.sidebar", NULL);
}

static void
help_shown (GtkWindow    *parent,
            const GError *error)
{
  if (error == NULL)
    return;

  /* The desktop's own words would speak of a location that is not supported. */
  g_debug ("The help: %s", error->message);
  guatu_window_say (GUATU_WINDOW (parent), _("No program here shows the help. Install “yelp”, and press F1 again."));
}

static void
help_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  guatu_launch_help (GTK_WINDOW (widget), help_shown);
}

/* Made when it is first asked for: it is larger than the window. */
static void
shortcuts_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (widget);

  if (gtk_application_window_get_help_overlay (window) == NULL)
    {
      g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/guatu/Guatu/guatu-shortcuts.ui");
      GObject *shortcuts = gtk_builder_get_object (builder, "help_overlay");

      gtk_application_window_set_help_overlay (window, GTK_SHORTCUTS_WINDOW (shortcuts));
    }
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}

/* Documents ------------------------------------------------------------------------------------------ */

GuatuDocument *
guatu_window_get_document (GuatuWindow *self)
{
  g_return_val_if_fail (GUATU_IS_WINDOW (self), NULL);

  return self->document;
}

GuatuWindow *
guatu_window_find (GtkApplication *application,
                   const char     *path)
{
  for (GList *item = gtk_application_get_windows (application); item != NULL; item = item->next)
    {
      GuatuWindow *window = GUATU_IS_WINDOW (item->data) ? item->data : NULL;

      if (window != NULL && window->document != NULL
          && guatu_plan_files_same (guatu_document_get_path (window->document), path))
        return window;
    }

  return NULL;
}

void
guatu_window_set_document (GuatuWindow   *self,
                           GuatuDocument *document)
{
  g_return_if_fail (GUATU_IS_WINDOW (self));

  clear_pages (self);
  self->lost = FALSE;
  g_set_object (&self->document, document);
  g_signal_group_set_target (self->document_signals, document);
  guatu_window_complain (self, NULL);
  guatu_window_tools_take_document (self);
  if (document != NULL)
    show_desk (self);
  watch (self);
  update (self);
}

GuatuWindow *
guatu_window_take (GuatuWindow   *self,
                   GuatuDocument *document)
{
  GuatuWindow *window = self;

  if (self->document != NULL)
    window = guatu_window_new (GUATU_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
  guatu_window_set_document (window, document);
  guatu_recent_add (guatu_document_get_path (document));
  if (window != self)
    gtk_window_present (GTK_WINDOW (window));

  return window;
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_window_dispose (GObject *object)
{
  GuatuWindow *self = GUATU_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->export_timer, g_source_remove);
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  g_clear_object (&self->watch);
  g_clear_object (&self->document_signals);
  g_clear_weak_pointer (&self->word);
  guatu_window_panes_dispose (self);
  if (self->pages != NULL)
    {
      /* GTK 4.8 holds on to what goes with the focus in it until a frame that does not come any more. */
      gtk_window_set_focus (GTK_WINDOW (self), NULL);
      clear_pages (self);
    }
  g_clear_object (&self->backups);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), GUATU_TYPE_WINDOW);

  G_OBJECT_CLASS (guatu_window_parent_class)->dispose (object);
}

static void
guatu_window_finalize (GObject *object)
{
  GuatuWindow *self = GUATU_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (guatu_window_parent_class)->finalize (object);
}

static void
guatu_window_class_init (GuatuWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_window_dispose;
  G_OBJECT_CLASS (class)->finalize = guatu_window_finalize;

  g_type_ensure (GUATU_TYPE_BANNER);
  g_type_ensure (GUATU_TYPE_START_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/guatu/Guatu/guatu-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GuatuWindow, header);
  gtk_widget_class_bind_template_child (widget_class, GuatuWindow, title);
  gtk_widget_class_bind_template_child (widget_class, GuatuWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, GuatuWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, GuatuWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, GuatuWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, GuatuWindow, start_page);
  gtk_widget_class_bind_template_child (widget_class, GuatuWindow, undo);
  gtk_widget_class_bind_template_child (widget_class, GuatuWindow, redo);
  gtk_widget_class_bind_template_child (widget_class, GuatuWindow, export);
  gtk_widget_class_bind_template_child (widget_class, GuatuWindow, print);
  gtk_widget_class_bind_template_child (widget_class, GuatuWindow, details);
  gtk_widget_class_bind_template_child (widget_class, GuatuWindow, views);
  gtk_widget_class_install_action (widget_class, "win.inspector", NULL, inspector_cb);
  gtk_widget_class_install_action (widget_class, "win.help", NULL, help_cb);
  gtk_widget_class_install_action (widget_class, "win.sidebar", NULL, sidebar_cb);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL, shortcuts_cb);
  guatu_window_files_class (class);
  guatu_window_history_class (class);
  guatu_window_everyday_class (class);
  guatu_window_panes_class (class);
  guatu_window_import_class (class);
  guatu_window_paper_class (class);
  guatu_window_tools_class (class);
}

/* A window begins as large as the last one was left; those that are open stay as they are. */
static void
remember_size (GuatuWindow *self)
{
  static const struct { const char *key; const char *property; } kept[] = {
    { "window-width", "default-width" },
    { "window-height", "default-height" },
    { "maximized", "maximized" },
  };

  /* A program that is run where it was built may have none. */
  if (guatu_settings () == NULL)
    return;

  self->settings = g_object_ref (guatu_settings ());
  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    g_settings_bind (self->settings, kept[i].key, self, kept[i].property,
                     G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_GET_NO_CHANGES);
}

static void
guatu_window_init (GuatuWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->document_signals = g_signal_group_new (GUATU_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->document_signals, "changed", G_CALLBACK (changed_cb), self);
  g_signal_group_connect_swapped (self->document_signals, "trouble", G_CALLBACK (trouble_cb), self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
  guatu_text_scale_follow (G_CALLBACK (text_size_cb), self);
  guatu_window_files_init (self);
  guatu_window_read_only_init (self);
  guatu_window_panes_init (self);
  guatu_window_tools_init (self);
  remember_size (self);
  update (self);
}

GuatuWindow *
guatu_window_new (GuatuApplication *application)
{
  return g_object_new (GUATU_TYPE_WINDOW, "application", application, NULL);
}
