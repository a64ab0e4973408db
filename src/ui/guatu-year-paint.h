/* guatu-year-paint.h — the picture of a year. */
#pragma once

#include "guatu-painter.h"
#include "guatu-year-layout.h"

G_BEGIN_DECLS

/* A line below a month's days: a run of days of one name. */
typedef struct
{
  guint        month;
  GuatuDayKind kind;
  char        *text;
} GuatuYearNote;

/* What is painted. */
typedef struct
{
  int           year;
  guint         n_days;
  GuatuInstant  from;
  GuatuDayKind  kinds[366];
  GArray       *notes;        /* of GuatuYearNote, by month */
  GuatuInstant  today;
  GuatuInstant  status_date;
} GuatuYearPicture;

/* The lines that stand below the months. Unref the array. */
GArray  *guatu_year_notes_new  (const GuatuPlan        *plan,
                                const GuatuYear        *year);

/* @scale: of texts. */
void     guatu_year_paint      (GuatuPainter           *painter,
                                const GuatuYearPicture *picture,
                                const GuatuYearLayout  *layout,
                                const char             *language,
                                double                  scale);

/* A day as a legend shows it. */
void     guatu_year_paint_day  (GuatuPainter           *painter,
                                GuatuBox                cell,
                                GuatuDayKind            kind,
                                const char             *text,
                                double                  scale);

G_END_DECLS
