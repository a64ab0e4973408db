/* guatu-desk-page.c — makes the parts of pages, and passes on what they tell. */
#include "guatu-desk-page.h"

/* Signals -------------------------------------------------------------------------------------------- */

void
guatu_desk_page_install_signals (GtkWidgetClass *class)
{
  static const char * const names[] = { "removed", "failed" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_signal_new (names[i], G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                  G_TYPE_STRING);
}

void
guatu_desk_page_removed (gpointer    page,
                         const char *what)
{
  g_signal_emit_by_name (page, "removed", what);
}

void
guatu_desk_page_fail (gpointer      page,
                      const GError *error)
{
  gtk_widget_error_bell (page);
  g_signal_emit_by_name (page, "failed", error->message);
}

static void
failed_cb (gpointer    page,
           const char *message)
{
  g_signal_emit_by_name (page, "failed", message);
}

void
guatu_desk_page_pass_on (gpointer   page,
                         GtkWidget *part)
{
  g_signal_connect_object (part, "removed", G_CALLBACK (guatu_desk_page_removed), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (part, "failed", G_CALLBACK (failed_cb), page, G_CONNECT_SWAPPED);
}

/* Actions -------------------------------------------------------------------------------------------- */

void
guatu_desk_page_install_actions (GtkWidgetClass            *class,
                                 const GuatuDeskPageAction *actions,
                                 gsize                      n)
{
  for (gsize i = 0; i < n; i++)
    {
      gtk_widget_class_install_action (class, actions[i].name, NULL, actions[i].activate);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (class, actions[i].key, actions[i].state, actions[i].name, NULL);
    }
}

void
guatu_desk_page_go (gpointer    page,
                    const char *table,
                    gint64      id)
{
  gtk_widget_activate_action (page, "desk.go", "(sx)", table, id);
}

/* Parts ---------------------------------------------------------------------------------------------- */

GtkWidget *
guatu_desk_page_button (const char *label,
                        const char *action,
                        const char *tip)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tip);

  return button;
}

GtkWidget *
guatu_desk_page_icon_button (const char *icon,
                             const char *action,
                             const char *tip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);

  return button;
}

GtkWidget *
guatu_desk_page_message (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 50);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "message");

  return label;
}

void
guatu_desk_page_keep (gpointer    widget,
                      const char *name,
                      gint64      number)
{
  g_object_set_data_full (widget, name, g_memdup2 (&number, sizeof number), g_free);
}

gint64
guatu_desk_page_kept (gpointer    widget,
                      const char *name)
{
  const gint64 *number = g_object_get_data (widget, name);

  return number != NULL ? *number : 0;
}
