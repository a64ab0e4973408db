/* guatu-sheet.h — a chart laid out on one sheet of paper. */
#pragma once

#include "guatu-chart-labels.h"
#include "guatu-chart-legend.h"
#include "guatu-chart-routes.h"
#include "guatu-paper.h"
#include "guatu-sheet-strip.h"

G_BEGIN_DECLS

/* What is to stand on the sheet; everything is borrowed. */
typedef struct
{
  const GuatuPlan       *plan;
  const GuatuSchedule   *schedule;
  const GuatuRows       *rows;
  const gint64          *shares;        /* reported, by task row; %NULL: no progress is shown */
  const gint64          *planned;       /* likewise, to the status date; %NULL: there is none */
  const GuatuLights     *lights;        /* %NULL: none are shown */
  const gint32          *baseline;      /* see GuatuChartView; %NULL: none */
  const guint8          *highlights;    /* likewise */
  const char           **numbers;
  const char            *language;
  GuatuInstant           today;         /* GUATU_NONE: no line */
  GuatuInstant           from;          /* the dates shown, to the instant to; GUATU_NONE: what the rows need; */
  GuatuInstant           to;            /* both the same: likewise */
  GuatuScaleUnit         scale;
  guint                  layers;
  guint                  label_kinds;   /* GuatuLabelKinds; 0: GUATU_LABEL_SLIP */
  gint32                 ledger;
  gboolean               hatched;       /* see GuatuChartView */
  const GuatuColumnKind *columns;       /* %NULL: those that the plan has something for */
  guint                  n_columns;
  GuatuPaper             paper;
  double                 margin;        /* mm; negative: a fitting one */
  gboolean               one_panel;     /* rows do not stand side by side, however small */
} GuatuSheetContent;

/* A part of the rows with their table, bars and dates; they stand side by side. */
typedef struct
{
  guint           first;                /* of the content's rows */
  GuatuRows      *rows;
  GuatuBox        heading;              /* of the table and the scales */
  GuatuBox        holidays_box;         /* of their names, under the scales; of no height where there are none */
  GuatuBox        frame;                /* around heading and rows */
  GuatuBox        phases_box;           /* likewise, under the rows */
  GuatuTimeScale  scale;
  GuatuColumn     columns[GUATU_N_COLUMNS];
  double         *tops;
  GuatuRoutes    *routes;
  GuatuLabels    *labels;
  GuatuChartView  view;
} GuatuPanel;

#define GUATU_MAX_PANELS 8

/**
 * GuatuSheet:
 *
 * The places of everything, in points from the sheet's upper left corner. Type, rows, columns and
 * bars are as large as lets all rows stand on the sheet; no text is cut off, long names wrap. Where type
 * would become small otherwise, and the sheet is wide enough, rows stand in several panels side by side.
 * Type below 6 points means that the sheet is too small for so many rows.
 */
typedef struct
{
  GuatuSheetContent content;
  double            width;
  double            height;
  GuatuBox          area;               /* within the margins */
  GuatuBox          banner;
  GuatuBox          strip_box;          /* of the figures under the banner; of no height where there are none */
  GuatuBox          heading;            /* of the first panel, as what follows */
  GuatuBox          holidays_box;
  GuatuBox          frame;
  GuatuBox          phases_box;
  GuatuBox          foot;
  GuatuBox          block;              /* whose sheet it is, at the right of the foot */
  double            approval_width;     /* of each of the boxes in it */
  double            foot_size;          /* of the type in the foot and in the strip */
  double            foot_line;
  double            note_size;          /* of the type on the banner and in the foot */
  double            title_size;
  GuatuTimeScale    scale;
  GuatuColumn       columns[GUATU_N_COLUMNS];
  GArray           *legend;
  GArray           *strip;
  GArray           *holidays;
  guint             n_holidays;         /* in the span of what is shown */
  GPtrArray        *foot_lines;
  GuatuChartStatus  status;
  gboolean          has_phases;
  guint             n_panels;
  GuatuPanel       *panels;
  guint             links_left_out;     /* they would lead from one panel to another */
  GuatuChartView    view;               /* of the first panel */
} GuatuSheet;

GuatuSheet *guatu_sheet_new   (const GuatuSheetContent *content,
                               GuatuPainter            *painter);

/* Answers how many names of holidays and phases found no room. */
guint       guatu_sheet_paint (const GuatuSheet        *self,
                               GuatuPainter            *painter);

void        guatu_sheet_free  (GuatuSheet              *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuSheet, guatu_sheet_free)

G_END_DECLS
