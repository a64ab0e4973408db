/* guatu-chart-export.h — the battle map on one sheet of paper, as PDF, SVG or PNG. */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "guatu-chart-content.h"
#include "guatu-chart-view.h"
#include "guatu-paper.h"

G_BEGIN_DECLS

typedef enum
{
  GUATU_CHART_PDF,
  GUATU_CHART_SVG,
  GUATU_CHART_PNG,
} GuatuChartFormat;

/* What came of it. */
typedef struct
{
  double   width;               /* of the sheet, mm */
  double   height;
  double   type_size;           /* of the tasks' names, in points; below 6 it is hard to read on a wall */
  double   dpi;                 /* PNG: what it was drawn at: less than asked for, if it would be too large */
  guint    n_rows;
  double   smallest;            /* the smallest type on the sheet, in points */
  guint    labels_left_out;     /* there was no room */
  guint    names_left_out;      /* likewise, of phases and holidays */
  guint    links_left_out;      /* they would lead from one panel of rows to another */
  gboolean hard_to_read;        /* type_size is below 6 points */
  gboolean dpi_lowered;

  /* What guatu_cairo_painter_find_fonts() answers. */
  const char *wanted_font;
  const char *han_font;
  const char *latin_font;
} GuatuChartReadout;

/**
 * GuatuChartOptions:
 *
 * All zeros but for today, as GUATU_CHART_OPTIONS_INIT has it, draw the whole plan in its outline on A3 upright.
 */
typedef struct
{
  const char            *paper;         /* see guatu_paper_parse(); %NULL: A3 */
  gboolean               landscape;
  gboolean               portrait;      /* both FALSE: as guatu_paper_parse() has it */
  const char            *language;      /* "en", "zh_CN"; %NULL: the plan's, else the reader's */
  double                 dpi;           /* PNG; 0: 150 */
  GuatuInstant           today;         /* GUATU_NONE: no line */
  GuatuInstant           printed;       /* the creation date in a PDF; 0 or GUATU_NONE: the clock's */
  double                 margin;        /* mm; 0: a fitting one */
  GuatuScaleUnit         scale;         /* of the lowest tier; 0: what can be read */
  const GuatuRowsQuery  *rows;          /* what is shown, and in which order; %NULL: guatu_chart_usual_query() */
  guint                  shown_layers;  /* GuatuLayers that come on top of the usual ones, … */
  guint                  hidden_layers; /* … and those that are left out */
  guint                  label_kinds;   /* GuatuLabelKinds: what stands beside bars; 0: by how much they slip */
  const char            *palette;       /* a name of guatu_palette_names(); %NULL: the first */
  GuatuInstant           from;          /* the dates shown, to the instant to; GUATU_NONE: what the rows need */
  GuatuInstant           to;
  const GuatuColumnKind *columns;       /* %NULL: those that the plan has something for */
  guint                  n_columns;
  const gint32          *baseline;      /* the row of the one that is shown, -1: none; %NULL: the reference */
  GCancellable          *cancellable;   /* or %NULL: of guatu_chart_export() */
  GuatuChartReadout     *readout;       /* (out): or %NULL */
} GuatuChartOptions;

#define GUATU_CHART_OPTIONS_INIT { .today = GUATU_NONE, .printed = GUATU_NONE, .from = GUATU_NONE, .to = GUATU_NONE }

/* Draws the whole plan and writes the file, replacing one that is there only once it is whole. Cancelled, it leaves
 * everything as it was: %FALSE with G_IO_ERROR_CANCELLED. */
gboolean guatu_chart_export (const GuatuPlan         *plan,
                             const GuatuSchedule     *schedule,
                             const GuatuChartOptions *options,
                             GuatuChartFormat         format,
                             const char              *path,
                             GError                 **error);

/* Draws the same sheet for a printer, on a paper that is given instead of named; @cr counts in points. */
void     guatu_chart_draw (const GuatuPlan         *plan,
                           const GuatuSchedule     *schedule,
                           const GuatuChartOptions *options,
                           GuatuPaper               paper,
                           cairo_t                 *cr);

/* The format that the ending of @path names: .pdf, .svg or .png; FALSE for any other. */
gboolean guatu_chart_format_of (const char           *path,
                                GuatuChartFormat     *format);

/* What a person should be told of a sheet: that it is hard to read, that it was drawn at a lower
 * resolution than asked for. In the reader's language; %NULL for nothing. Free it. */
char    *guatu_chart_readout_warning (const GuatuChartReadout *readout);

/* Paper, rows, type and from how far it can be read, what was left out: a line or two, in the reader's
 * language. Free it. */
char    *guatu_chart_readout_text (const GuatuChartReadout *readout);

/**
 * guatu_chart_reading_distance:
 * @points: size of the type
 *
 * From how far a text can be read with ease, in metres: there a capital letter is 16 minutes of arc high,
 * the least that ISO 9241-303 allows for a text; it prefers 20 to 22. A capital of the faces that charts
 * are set in is 0.73 of the type's size high. A Chinese character, which is nearly as high as the type,
 * is then seen at 20 minutes.
 */
double   guatu_chart_reading_distance (double points);

#define GUATU_CHART_ERROR (guatu_chart_error_quark ())

typedef enum
{
  GUATU_CHART_ERROR_PAPER,      /* no such paper, or one that cannot be used */
  GUATU_CHART_ERROR_WRITE,      /* the file could not be written */
} GuatuChartError;

GQuark   guatu_chart_error_quark (void);

G_END_DECLS
