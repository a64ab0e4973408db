/* guatu-window-tools.c — windows beside the plan's: its own fields. */
#include "guatu-window-private.h"

#include "guatu-custom-window.h"

/* Each tool is there once; it comes to the front when it is asked for again. */
static gboolean
present_again (GuatuWindow *self,
               GType        type)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (item->data, type)
        && gtk_window_get_transient_for (item->data) == GTK_WINDOW (self))
      {
        gtk_window_present (item->data);
        return TRUE;
      }

  return FALSE;
}

static void
custom_fields_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  GuatuWindow *self = GUATU_WINDOW (widget);

  if (self->document != NULL && !present_again (self, GUATU_TYPE_CUSTOM_WINDOW))
    gtk_window_present (GTK_WINDOW (guatu_custom_window_new (self->document, GTK_WINDOW (self))));
}

void
guatu_window_tools_class (GuatuWindowClass *class)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "win.custom-fields", NULL, custom_fields_cb);
}
