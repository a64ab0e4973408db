/* guatu-ask-window.c — makes windows that ask look alike. */
#include "guatu-ask-window.h"

#include <glib/gi18n-lib.h>
#include <stdarg.h>

void
guatu_ask_window_class (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

GtkBox *
guatu_ask_window_init (AdwWindow  *window,
                       const char *title,
                       const char *accept_label,
                       const char *accept)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *header = adw_header_bar_new ();
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  GtkWidget *button = gtk_button_new_with_mnemonic (accept_label);

  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), accept);
  gtk_widget_add_css_class (button, "suggested-action");
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), button);
  gtk_widget_set_margin_top (body, 18);
  gtk_widget_set_margin_bottom (body, 24);
  gtk_widget_set_margin_start (body, 24);
  gtk_widget_set_margin_end (body, 24);
  gtk_widget_set_vexpand (body, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), body);
  adw_window_set_content (window, box);
  gtk_window_set_title (GTK_WINDOW (window), title);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_widget (GTK_WINDOW (window), button);

  return GTK_BOX (body);
}

GtkWidget *
guatu_ask_window_choice (GtkWidget *check,
                         GtkWidget *first,
                         ...)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  va_list widgets;

  gtk_box_append (GTK_BOX (box), check);
  va_start (widgets, first);
  for (GtkWidget *widget = first; widget != NULL; widget = va_arg (widgets, GtkWidget *))
    {
      gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
      g_object_bind_property (check, "active", widget, "sensitive", G_BINDING_SYNC_CREATE);
      gtk_box_append (GTK_BOX (box), widget);
    }
  va_end (widgets);

  return box;
}

GtkWidget *
guatu_ask_window_words (void)
{
  GtkWidget *words = gtk_label_new ("");

  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_yalign (GTK_LABEL (words), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (words), 56);
  gtk_label_set_width_chars (GTK_LABEL (words), 40);
  gtk_widget_set_vexpand (words, TRUE);

  return words;
}

void
guatu_ask_window_say (GtkWidget  *words,
                      const char *text,
                      gboolean    wrong)
{
  gtk_label_set_text (GTK_LABEL (words), text);
  if (wrong)
    gtk_widget_add_css_class (words, "error");
  else
    gtk_widget_remove_css_class (words, "error");
}
