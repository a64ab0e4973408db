/* guatu-task-table-private.h — what the files of the table share. */
#pragma once

#include "guatu-row-model.h"
#include "guatu-table-cell.h"
#include "guatu-task-drop.h"
#include "guatu-task-table.h"

G_BEGIN_DECLS

struct _GuatuTaskTable
{
  GtkWidget            parent_instance;

  /* Children */
  GtkWidget           *scroller;
  GtkColumnView       *list;

  /* Owned references */
  GuatuBattleView     *view;
  GuatuRowModel       *model;
  GuatuTableLook      *look;
  GtkColumnViewColumn *columns[GUATU_N_COLUMNS];    /* those that can be shown */
  GMenuModel          *menu;
  GSimpleActionGroup  *actions;
  GHashTable          *cells;                       /* set of those that show a row; borrowed */

  /* Where the keyboard is: the row is the one with the focus. */
  GuatuColumnKind      current;

  /* While a cell is edited. */
  GuatuTableCell      *edited;                      /* borrowed */
  GtkWidget           *editor;                      /* the cell's child */
  gint64               edited_key;
  GuatuColumnKind      edited_column;
  gboolean             committing;

  /* While rows are dragged. */
  GtkWidget           *drop_mark;                   /* a child */
  GArray              *dragged;                     /* ids; %NULL: nothing is */
  GuatuTaskDrop        drop;
  char                *drop_refused;                /* why the rows cannot go where the pointer is; %NULL: they can */
  double               drag_x, drag_y;              /* where it began, and where the pointer is: of the table */
  double               pointer_x, pointer_y;
  guint                drag_tick;
  double               drop_scrolled;

  GtkWidget           *row_menu;                    /* a child, made when it is first asked for */
  gboolean             menu_open;
  gint64               menu_key;                    /* the row whose menu is open: the menu has the focus then */
  GCancellable        *reading;                     /* what is on the clipboard */

  /* What guatu_task_table_sorted() found out from its columns. */
  int                  asked;
};

/* The columns of which the table has any. */
extern const GuatuColumnKind guatu_task_table_kinds[];
extern const guint guatu_task_table_n_kinds;

GuatuTableCell *guatu_task_table_focused_cell    (GuatuTaskTable *self);
void            guatu_task_table_show_current    (GuatuTaskTable *self);

/* The next column shown in this direction, or @column itself at the edge. */
GuatuColumnKind guatu_task_table_next_column     (GuatuTaskTable *self,
                                                  GuatuColumnKind column,
                                                  int             step);

void            guatu_task_table_fail            (GuatuTaskTable *self,
                                                  const char     *message);
void            guatu_task_table_say_removed     (GuatuTaskTable *self,
                                                  guint           steps,
                                                  const char     *what);

/* Editing. */
void            guatu_task_table_editing_begin   (GuatuTaskTable *self,
                                                  GuatuTableCell *cell,
                                                  const char     *text);
gboolean        guatu_task_table_editing_commit  (GuatuTaskTable *self);
/* Gives the text up; takes it a moment later. */
void            guatu_task_table_editing_end     (GuatuTaskTable *self);
void            guatu_task_table_editing_leave   (GuatuTaskTable *self);

gboolean        guatu_task_table_editing_key     (GuatuTaskTable *self,
                                                  guint           key,
                                                  GdkModifierType state);

/* When the table comes to stand in a window, and when it leaves it. */
void            guatu_task_table_editing_root    (GuatuTaskTable *self);
void            guatu_task_table_editing_unroot  (GuatuTaskTable *self);

/* Keys. */
void            guatu_task_table_keys_class_init (GtkWidgetClass *class);
void            guatu_task_table_keys_init       (GuatuTaskTable *self);
void            guatu_task_table_keys_watch      (GuatuTaskTable *self,
                                                  GuatuTableCell *cell);

/* The row that has the focus; GUATU_NEW_ROW_KEY: none, or the line for new tasks. */
gint64          guatu_task_table_focused_key     (GuatuTaskTable *self);

/* The tasks that a key speaks of, in the order of the rows: those selected, without what is part of another; with none
 * selected that which has the focus. Free the array of ids. */
GArray         *guatu_task_table_tasks_meant     (GuatuTaskTable *self);

/* Takes note of which actions make sense now. */
void            guatu_task_table_update_actions  (GuatuTaskTable *self);

/* The clipboard. */
void            guatu_task_table_clipboard_class_init (GtkWidgetClass *class);
void            guatu_task_table_clipboard_init  (GuatuTaskTable *self);
void            guatu_task_table_clipboard_stop  (GuatuTaskTable *self);

/* The menu of a row. */
void            guatu_task_table_menu_class_init (GtkWidgetClass *class);
void            guatu_task_table_menu_init       (GuatuTaskTable *self);

/* Dragging rows. */
void            guatu_task_table_drag_init       (GuatuTaskTable *self);
void            guatu_task_table_drag_stop       (GuatuTaskTable *self);

G_END_DECLS
