/* guatu-window-panes.c — F6 moves the focus from part to part of the window, Tab goes on within one. */
#include "guatu-window-private.h"

#define MOST_PANES (1 + GUATU_DESK_MOST_PANES)

/* The header bar first, then what is shown. */
static guint
find_panes (GuatuWindow *self,
            GtkWidget   *panes[MOST_PANES])
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  panes[0] = self->header;
  if (GUATU_IS_DESK (page))
    return 1 + guatu_desk_get_panes (GUATU_DESK (page), panes + 1);
  panes[1] = page;

  return 2;
}

static gboolean
has_focus (GtkWidget *pane,
           GtkWidget *focus)
{
  return focus != NULL && (focus == pane || gtk_widget_is_ancestor (focus, pane));
}

/* A part that had the focus before gets it where it was. */
static gboolean
enter (GtkWidget *pane)
{
  return gtk_widget_grab_focus (pane) || gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
}

static void
move (GuatuWindow *self,
      int          by)
{
  GtkWidget *panes[MOST_PANES], *focus = gtk_window_get_focus (GTK_WINDOW (self));
  int n = (int) find_panes (self, panes), at = by > 0 ? -1 : 0;

  for (int i = 0; i < n; i++)
    if (has_focus (panes[i], focus))
      at = i;
  /* One in which nothing can have the focus is passed over. */
  for (int i = 0; i < n; i++)
    {
      at = (at + by + n) % n;
      if (enter (panes[at]))
        break;
    }
  gtk_window_set_focus_visible (GTK_WINDOW (self), TRUE);
}

static void
next_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  move (GUATU_WINDOW (widget), 1);
}

static void
previous_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  move (GUATU_WINDOW (widget), -1);
}

/* The focus that is nowhere ---------------------------------------------------------------------- */

static gboolean
return_focus_cb (gpointer data)
{
  GuatuWindow *self = data;
  GuatuDesk *desk = guatu_window_get_desk (self);

  self->returning = 0;
  if (gtk_window_get_focus (GTK_WINDOW (self)) != NULL || desk == NULL)
    return G_SOURCE_REMOVE;
  if (self->focused == NULL || !gtk_widget_get_mapped (self->focused) || !gtk_widget_grab_focus (self->focused))
    guatu_desk_view_enter (guatu_desk_get_view (desk));

  return G_SOURCE_REMOVE;
}

/* What goes with the focus in it, as the button of a toast, leaves it nowhere: then it is where it was before. */
static void
focus_cb (GuatuWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL && self->returning == 0)
    self->returning = g_idle_add (return_focus_cb, self);
  else if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->pages))
           && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) == NULL)
    g_set_weak_pointer (&self->focused, focus);
}

void
guatu_window_panes_init (GuatuWindow *self)
{
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_cb), NULL);
}

void
guatu_window_panes_dispose (GuatuWindow *self)
{
  g_signal_handlers_disconnect_by_func (self, focus_cb, NULL);
  g_clear_handle_id (&self->returning, g_source_remove);
  g_clear_weak_pointer (&self->focused);
}

void
guatu_window_panes_class (GuatuWindowClass *class)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "win.next-pane", NULL, next_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "win.previous-pane", NULL, previous_cb);
}
