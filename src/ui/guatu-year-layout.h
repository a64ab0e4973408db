/* guatu-year-layout.h — where the months of a year and their days stand. */
#pragma once

#include "guatu-painter.h"
#include "guatu-year.h"

G_BEGIN_DECLS

/* Lengths in pixels. */
typedef struct
{
  guint    columns;
  double   cell_width;
  double   cell_height;
  double   week_width;          /* of the column of week numbers */
  double   title_height;
  double   head_height;         /* of the names of weekdays */
  double   note_height;         /* of a line below the days */
  double   height;              /* of all */
  int      first_weekday;       /* 0 Monday … 6 Sunday */
  guint    n_days;
  GuatuBox months[12];
  guint    month_first[13];     /* the first day of each month, counted from 1 January; [12]: their number */
  int      month_column[12];    /* in which weekday's column that stands, from 0 */
} GuatuYearLayout;

/* @notes: lines below the days of each month. @scale: how much larger than usual texts are. */
void     guatu_year_layout_init    (GuatuYearLayout       *self,
                                    int                    year,
                                    int                    first_weekday,
                                    const guint            notes[12],
                                    double                 width,
                                    double                 scale);

/* Narrower than this it is not readable. */
double   guatu_year_layout_least_width (double             scale);

guint    guatu_year_layout_month   (const GuatuYearLayout *self,
                                    guint                  day);
GuatuBox guatu_year_layout_cell    (const GuatuYearLayout *self,
                                    guint                  day);

/* The line of a month that its day stands in, from 0. */
guint    guatu_year_layout_line    (const GuatuYearLayout *self,
                                    guint                  day);

/* The day at a place; -1: none is there. */
int      guatu_year_layout_at      (const GuatuYearLayout *self,
                                    double                 x,
                                    double                 y);

/* The day closest to a place, for drags that leave the cells. */
guint    guatu_year_layout_nearest (const GuatuYearLayout *self,
                                    double                 x,
                                    double                 y);

G_END_DECLS
