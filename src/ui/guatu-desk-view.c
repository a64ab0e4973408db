/* guatu-desk-view.c — the interface that every view of a plan has. */
#include "guatu-desk-view.h"

G_DEFINE_INTERFACE (GuatuDeskView, guatu_desk_view, GTK_TYPE_WIDGET)

enum { REMOVED, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
guatu_desk_view_default_init (GuatuDeskViewInterface *iface)
{
  signals[REMOVED] = g_signal_new ("removed", GUATU_TYPE_DESK_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", GUATU_TYPE_DESK_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

gboolean
guatu_desk_view_enter (GuatuDeskView *self)
{
  GuatuDeskViewInterface *iface;

  g_return_val_if_fail (GUATU_IS_DESK_VIEW (self), FALSE);

  iface = GUATU_DESK_VIEW_GET_IFACE (self);

  return iface->enter != NULL ? iface->enter (self) : gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

guint
guatu_desk_view_get_panes (GuatuDeskView *self,
                           GtkWidget     *panes[GUATU_DESK_VIEW_MOST_PANES])
{
  GuatuDeskViewInterface *iface;

  g_return_val_if_fail (GUATU_IS_DESK_VIEW (self), 0);

  iface = GUATU_DESK_VIEW_GET_IFACE (self);
  if (iface->get_panes != NULL)
    return iface->get_panes (self, panes);
  panes[0] = GTK_WIDGET (self);

  return 1;
}

gboolean
guatu_desk_view_show_row (GuatuDeskView *self,
                          GuatuTable     table,
                          gint64         id)
{
  GuatuDeskViewInterface *iface;

  g_return_val_if_fail (GUATU_IS_DESK_VIEW (self), FALSE);

  iface = GUATU_DESK_VIEW_GET_IFACE (self);

  return iface->show_row != NULL && iface->show_row (self, table, id);
}

gboolean
guatu_desk_view_has_inspector (GuatuDeskView *self)
{
  g_return_val_if_fail (GUATU_IS_DESK_VIEW (self), FALSE);

  return GUATU_DESK_VIEW_GET_IFACE (self)->toggle_inspector != NULL;
}

void
guatu_desk_view_toggle_inspector (GuatuDeskView *self)
{
  g_return_if_fail (GUATU_IS_DESK_VIEW (self));

  if (guatu_desk_view_has_inspector (self))
    GUATU_DESK_VIEW_GET_IFACE (self)->toggle_inspector (self);
}

void
guatu_desk_view_removed (GuatuDeskView *self,
                         guint          steps,
                         const char    *what)
{
  g_return_if_fail (GUATU_IS_DESK_VIEW (self));

  g_signal_emit (self, signals[REMOVED], 0, steps, what);
}

void
guatu_desk_view_failed (GuatuDeskView *self,
                        const char    *message)
{
  g_return_if_fail (GUATU_IS_DESK_VIEW (self));

  g_signal_emit (self, signals[FAILED], 0, message);
}
