/* guatu-task-table-private.h — what the files of the table share. */
#pragma once

#include "guatu-row-model.h"
#include "guatu-table-cell.h"
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

  int                  cover;                       /* pixels of the topmost rows that something lies over */

  /* Where the keyboard is: the row is the one with the focus. */
  GuatuColumnKind      current;

  /* While a cell is edited. */
  GuatuTableCell      *edited;                      /* borrowed */
  GtkWidget           *editor;                      /* the cell's child */
  gint64               edited_key;
  GuatuColumnKind      edited_column;
  gboolean             committing;

  /* What guatu_task_table_sorted() found out from its columns. */
  int                  asked;
};

/* The columns of which the table has any. */
extern const GuatuColumnKind guatu_task_table_kinds[];
extern const guint guatu_task_table_n_kinds;

/* What there is to know of a kind of column. */
typedef struct
{
  const char *name;             /* of the action; a field's where there is one */
  gboolean    words;            /* of people and bodies: makes do with less where room is short */
  gboolean    shown;            /* at first */
  int         sort;             /* GuatuSort; -1: the heading sorts nothing */
} GuatuColumnTraits;

/* Without a name there is no such column. */
extern const GuatuColumnTraits guatu_column_traits[GUATU_N_COLUMNS];

/* Columns (guatu-task-table-columns.c). */
void            guatu_task_table_columns_init    (GuatuTaskTable *self);
void            guatu_task_table_columns_clear   (GuatuTaskTable *self);
GtkListItemFactory *guatu_task_table_new_factory (GuatuTaskTable *self,
                                                  GuatuColumnKind column);
void            guatu_task_table_say_columns     (GuatuTaskTable *self);
GuatuColumnKind guatu_task_table_kind_of         (GuatuTaskTable *self,
                                                  GtkColumnViewColumn *column);
void            guatu_task_table_align_headings  (GuatuTaskTable *self);

/* Their menus and keys (guatu-task-table-heads.c). */
void            guatu_task_table_columns_make_menu (GuatuTaskTable *self);
void            guatu_task_table_columns_add_keys (GuatuTaskTable *self);
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

/* The table is as wide as this: columns are fitted to it a moment later. */
void            guatu_task_table_fit_columns     (GuatuTaskTable *self,
                                                  int             width);

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

G_END_DECLS
