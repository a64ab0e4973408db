/* guatu-sheet-private.h — measures that decide how large the type on a sheet can be. */
#pragma once

#include "guatu-sheet.h"

G_BEGIN_DECLS

/* In sizes of the type: the lowest row, and the room that guatu_chart_cell_padding() leaves. */
#define GUATU_MIN_ROW 1.56
#define GUATU_PADDING 0.4

/* Widths are measured once, with type of this size. */
#define GUATU_REFERENCE_SIZE 10.0

typedef struct
{
  GuatuSheet   *sheet;
  GuatuPainter *painter;
  GString      *text;
  guint         n_columns;
  double        natural[GUATU_N_COLUMNS];   /* of a column's cells, by kind, per size of the type */
  double        titles[GUATU_N_COLUMNS];    /* of the longest word in its heading */
  double        words[GUATU_N_COLUMNS];     /* of the longest word in its cells, where they may wrap */
  double        group_narrow;               /* of the longest word, and of … */
  double        group_wide;                 /* … the whole of those groups' names that have no room downwards */
  double       *names;                      /* width of each row's name, likewise */
  double       *people;                     /* of the widest of the cells that may wrap */
  guint         max_depth;
  double        table_share;
  double        widths[GUATU_N_COLUMNS];    /* at the size tried last, by place */
  double       *heights;
  guint         starts[GUATU_MAX_PANELS + 1];   /* of the panels, see guatu_fit_share_out() */
  GHashTable   *known;                      /* widths measured so far: tables say much of the same */
  GHashTable   *wraps;                      /* likewise in how many lines texts wrap at which widths */
} GuatuSheetFit;

/* The width of one panel, and what is left free between two. */
double   guatu_sheet_panel_width (const GuatuSheet *sheet);
double   guatu_sheet_gutter    (const GuatuSheet *sheet);

/* How many panels of the height @limit hold the rows, of the heights found; @starts, of GUATU_MAX_PANELS + 1, takes
 * where each begins. One more than the maximum: there are not enough. */
guint    guatu_fit_panels      (GuatuSheetFit    *self,
                                double            limit,
                                guint            *starts);

/* Splits the rows as evenly as can be; answers what each can have more, at most @most, of panels @room high. */
double   guatu_fit_share_out   (GuatuSheetFit    *self,
                                double            room,
                                double            most);

/* Makes the panels, by the place of the first. */
void     guatu_sheet_make_panels (GuatuSheetFit  *self,
                                double            more);
void     guatu_sheet_free_panels (GuatuSheet     *sheet);

/* On paper of which one side is open: as long as makes the type large enough. */
GuatuSheet *guatu_sheet_new_on_roll (const GuatuSheetContent *content,
                                     GuatuPainter            *painter);

/* The lines of the title block; free the array. */
GPtrArray *guatu_foot_lines    (const GuatuSheetContent *content);

/* Divides the foot between legend and title block with type of @size; answers its height. */
double   guatu_foot_fit        (GuatuSheetFit    *self,
                                double            size);
void     guatu_foot_paint      (const GuatuSheet *sheet,
                                GuatuPainter     *painter);

/* The width of @text on one line, per size of the type. */
double   guatu_fit_measure     (GuatuSheetFit *self,
                                const char    *text,
                                gboolean       bold);

/* Headings, scales and legend stay larger than rows that had to become very small. */
double   guatu_sheet_note_size (const GuatuSheet *sheet,
                                double            size);

/* Measures every cell, once. */
void     guatu_fit_columns     (GuatuSheetFit *self);

/* The columns' widths with type of @size; answers whether there is room for them. */
gboolean guatu_fit_find_widths (GuatuSheetFit *self,
                                double         size);

/* The height that all rows need with the widths found, or something beyond @limit. */
double   guatu_fit_rows_height (GuatuSheetFit *self,
                                double         size,
                                double         limit);

G_END_DECLS
