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
  GuatuColumnKind      kinds[GUATU_N_COLUMNS];      /* of those, in the order of the menu */
  guint                n_kinds;
  gint64               fields[GUATU_N_COLUMNS];     /* by kind: the custom field's id … */
  guint8               field_kinds[GUATU_N_COLUMNS];/* … and what it is, as the column was made for it */
  GMenu               *switches;                    /* a part of the menu */
  GMenuModel          *menu;
  GSimpleActionGroup  *actions;
  gboolean             sized[GUATU_N_COLUMNS];      /* by hand, or as it was left: no more by what stands in it */
  int                  natural[GUATU_N_COLUMNS];    /* widths that show everything; 0: not known yet */
  int                  least[GUATU_N_COLUMNS];      /* those of the headings, which columns of words keep */
  int                  fitted_to;                   /* the table's width that columns were fitted to */
  guint                fit;                         /* the tick in which they are; 0: none */
  gboolean             sorting;                     /* headings and query follow each other */
  gint64               first;                       /* the key of the topmost row, as of the last look */
  gboolean             had_rows;
  GuatuSort            fitted_sort;                 /* whose heading has an arrow */
  gboolean             fitting;                     /* widths change, but not by hand */
  GHashTable          *cells;                       /* set of those that show a row; borrowed */
  GHashTable          *waiting;                     /* list item whose cell is not made yet → its column; borrowed */

  guint                making;                      /* the tick in which cells near to sight are made; 0: none */

  int                  cover;                       /* pixels of the topmost rows that something lies over */

  /* Where the keyboard is: the row is the one with the focus. */
  GuatuColumnKind      current;

  /* While a cell is edited. */
  GuatuTableCell      *edited;                      /* borrowed */
  GtkWidget           *editor;                      /* the cell's child */
  GtkWidget           *choices;                     /* a child, below the cell; %NULL: it has none */
  gint64               edited_key;
  GuatuColumnKind      edited_column;
  gboolean             committing;
  char                *held_text;                   /* of it while rows change; %NULL: none */
  int                  held_cursor;
  int                  held_place;                  /* of the row with the focus; -1: it is elsewhere */

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

/* What there is to know of a kind of column. */
typedef struct
{
  const char *name;             /* of the action; a field's where there is one */
  gboolean    words;            /* of people and bodies: makes do with less where room is short */
  gboolean    shown;            /* at first */
  int         sort;             /* GuatuSort; -1: the heading sorts nothing */
} GuatuColumnTraits;

/* Without a name there is no such column. */
const GuatuColumnTraits *guatu_column_traits (GuatuColumnKind kind);

/* Columns (guatu-task-table-columns.c). */
void            guatu_task_table_columns_init    (GuatuTaskTable *self);
/* Whether the column is among those that a plan of this kind begins with. */
gboolean        guatu_task_table_is_usual        (GuatuTaskTable  *self,
                                                  GuatuColumnKind  kind);
void            guatu_task_table_columns_clear   (GuatuTaskTable *self);
void            guatu_task_table_add_column      (GuatuTaskTable *self,
                                                  GuatuColumnKind kind);

/* Whether it is the one by which the rows are sorted. */
gboolean        guatu_task_table_is_sorted_by    (GuatuTaskTable *self,
                                                  GuatuColumnKind kind);

/* Those of custom fields (guatu-task-table-fields.c): there is one for each field that the plan has now. */
void            guatu_task_table_sync_fields     (GuatuTaskTable *self);
void            guatu_task_table_say_columns     (GuatuTaskTable *self);
GuatuColumnKind guatu_task_table_kind_of         (GuatuTaskTable *self,
                                                  GtkColumnViewColumn *column);
void            guatu_task_table_align_headings  (GuatuTaskTable *self);

/* Their menus and keys (guatu-task-table-heads.c). */
void            guatu_task_table_columns_make_menu (GuatuTaskTable *self);
void            guatu_task_table_columns_add_keys (GuatuTaskTable *self);
void            guatu_task_table_add_switch      (GuatuTaskTable *self,
                                                  GuatuColumnKind kind);
/* The columns that there are have changed: so do their switches. */
void            guatu_task_table_fill_switches   (GuatuTaskTable *self);
GMenu          *guatu_task_table_make_heading_menu (GuatuTaskTable *self,
                                                  GuatuColumnKind column);

/* Their widths (guatu-task-table-widths.c): somebody pulled at an edge; wider by so much, or narrower; what asks for
 * room is another. */
void            guatu_task_table_width_changed   (GuatuTaskTable *self,
                                                  GParamSpec     *pspec,
                                                  GtkColumnViewColumn *column);
void            guatu_task_table_widen           (GuatuTaskTable *self,
                                                  GuatuColumnKind column,
                                                  int             step);
void            guatu_task_table_need_fit        (GuatuTaskTable *self);
void            guatu_task_table_begin_widths    (GuatuTaskTable *self);

/* The table is as wide as this: columns are fitted to it a moment later. */
void            guatu_task_table_fit_columns     (GuatuTaskTable *self,
                                                  int             width);

/* Cells (guatu-task-table-cells.c): those of a column; other rows are seen, or will be. */
GtkListItemFactory *guatu_task_table_new_factory (GuatuTaskTable *self,
                                                  GuatuColumnKind column);
void            guatu_task_table_need_cells      (GuatuTaskTable *self);

/* The cell in the current column of the row that has the focus; what shows which it is follows. */
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
/* Before and after the rows change. */
void            guatu_task_table_editing_hold    (GuatuTaskTable *self);
void            guatu_task_table_editing_resume  (GuatuTaskTable *self);

gboolean        guatu_task_table_editing_key     (GuatuTaskTable *self,
                                                  guint           key,
                                                  GdkModifierType state);

/* What the edited cell may hold (guatu-task-table-choices.c). */
void            guatu_task_table_choices_open    (GuatuTaskTable *self);
void            guatu_task_table_choices_close   (GuatuTaskTable *self);
gboolean        guatu_task_table_choices_key     (GuatuTaskTable *self,
                                                  guint           key);

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
void            guatu_task_table_menu_clear      (GuatuTaskTable *self);

/* Dragging rows. */
void            guatu_task_table_drag_init       (GuatuTaskTable *self);
void            guatu_task_table_drag_stop       (GuatuTaskTable *self);

G_END_DECLS
