/* guatu-year-grid-private.h — the parts of the grid of a year, shared by its files. */
#pragma once

#include "guatu-snapshot-painter.h"
#include "guatu-year-grid.h"
#include "guatu-year-paint.h"

G_BEGIN_DECLS

struct _GuatuYearGrid
{
  GtkWidget             parent_instance;

  /* Children */
  GtkWidget            *cells[366];
  char                 *spoken[366];

  /* Owned */
  GuatuSnapshotPainter *painter;
  GskRenderNode        *node;             /* %NULL: to be painted */

  GuatuPalette          palette;
  GuatuYearPicture      picture;          /* year 0: nothing is shown yet */
  GuatuYearLayout       layout;
  guint                 note_counts[12];
  int                   first_weekday;
  guint                 n_painted;

  GuatuInstant          anchor;           /* GUATU_NONE: nothing is selected */
  GuatuInstant          cursor;
  gboolean              dragging;
  double                drag_x;           /* where it began */
  double                drag_y;
};

/* The place of a day in the year that is shown; -1: it is in another. */
int          guatu_year_grid_day_of       (GuatuYearGrid   *self,
                                           GuatuInstant     t);

/* The day that has the focus when the grid has it: the cursor; while nothing is selected today, or the status date. */
int          guatu_year_grid_current_day  (GuatuYearGrid   *self);

/* Selects the day, or with @extend up to it, and gives it the focus. */
void         guatu_year_grid_go_to        (GuatuYearGrid   *self,
                                           GuatuInstant     day,
                                           gboolean         extend);

/* Where everything stands at that width. */
void         guatu_year_grid_lay_out      (GuatuYearGrid   *self,
                                           GuatuYearLayout *layout,
                                           double           width);

/* Keys, the pointer and tooltips (guatu-year-grid-input.c). */
void         guatu_year_grid_add_input    (GuatuYearGrid   *self);

/* The picture (guatu-year-grid-picture.c): it is painted when it is next shown. */
void         guatu_year_grid_init_picture (GuatuYearGrid   *self);
void         guatu_year_grid_forget       (GuatuYearGrid   *self);
void         guatu_year_grid_snapshot     (GtkWidget       *widget,
                                           GtkSnapshot     *snapshot);

G_END_DECLS
