/* guatu-desk-view.h — what every view of a plan can be asked, whatever it shows. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-field.h"

G_BEGIN_DECLS

#define GUATU_TYPE_DESK_VIEW (guatu_desk_view_get_type ())

/**
 * GuatuDeskView:
 *
 * A widget that the desk shows under one of the names of its sidebar.
 *
 * Signals: ::removed (guint steps, const char *what), something was deleted in so many steps of undo: for a toast that
 * offers to take it back; ::failed (const char *message), a key or a gesture asked for what the plan does not allow.
 *
 * A view that wants another one to show something activates the action "desk.go" with the table's name and the row's
 * id, "(sx)"; "desk.history" with the same shows what was done to it.
 */
G_DECLARE_INTERFACE (GuatuDeskView, guatu_desk_view, GUATU, DESK_VIEW, GtkWidget)

/* As many parts as a view may have among which F6 moves the focus. */
#define GUATU_DESK_VIEW_MOST_PANES 4

struct _GuatuDeskViewInterface
{
  GTypeInterface parent;

  /* All of these may be %NULL. No view has a grab_focus of its own: GTK asks for it before Tab looks at what is in a
   * widget. */
  gboolean (*enter)         (GuatuDeskView *self);
  guint    (*get_panes)     (GuatuDeskView *self,
                             GtkWidget     *panes[GUATU_DESK_VIEW_MOST_PANES]);
  gboolean (*show_row)      (GuatuDeskView *self,
                             GuatuTable     table,
                             gint64         id);
  void     (*toggle_inspector) (GuatuDeskView *self);
};

/* Puts the focus where somebody who comes to the view goes on. */
gboolean guatu_desk_view_enter     (GuatuDeskView *self);

/* The parts that a key moves the focus among, in their order, those that are folded away left out; the view itself
 * where it is of one piece. Answers how many. */
guint    guatu_desk_view_get_panes (GuatuDeskView *self,
                                    GtkWidget     *panes[GUATU_DESK_VIEW_MOST_PANES]);

/* Selects the row and brings it into sight. FALSE where the view shows no such row. */
gboolean guatu_desk_view_show_row  (GuatuDeskView *self,
                                    GuatuTable     table,
                                    gint64         id);

/* Shows what is known of what is selected, or folds it away. */
gboolean guatu_desk_view_has_inspector (GuatuDeskView *self);
void     guatu_desk_view_toggle_inspector (GuatuDeskView *self);

/* For views: emit the signals. */
void     guatu_desk_view_removed   (GuatuDeskView *self,
                                    guint          steps,
                                    const char    *what);
void     guatu_desk_view_failed    (GuatuDeskView *self,
                                    const char    *message);

G_END_DECLS
