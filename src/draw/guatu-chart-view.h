/* guatu-chart-view.h — everything that painting a chart reads, and where each part of it stands. */
#pragma once

#include "guatu-chart-holidays.h"
#include "guatu-chart-rows.h"
#include "guatu-chart-scale.h"
#include "guatu-lights.h"

G_BEGIN_DECLS

typedef enum
{
  GUATU_COLUMN_ROW,             /* the place in the outline, by which messages and links name tasks */
  GUATU_COLUMN_NUMBER,          /* on a ledger; the same as the place where there is none */
  GUATU_COLUMN_WBS,
  GUATU_COLUMN_NAME,
  GUATU_COLUMN_DURATION,
  GUATU_COLUMN_START,
  GUATU_COLUMN_FINISH,
  GUATU_COLUMN_LEAD_UNIT,
  GUATU_COLUMN_OWNER,
  GUATU_COLUMN_RESPONSIBLE,
  GUATU_COLUMN_DEADLINE,
  GUATU_COLUMN_PROGRESS,
  GUATU_COLUMN_OBJECTIVE,
  GUATU_COLUMN_PREDECESSORS,
  GUATU_COLUMN_SLIP,            /* against the baseline shown */
  GUATU_COLUMN_LIGHT,           /* a symbol, no text */
  GUATU_COLUMN_CATEGORY,        /* one merged cell for the rows of a group, its name downwards */
  GUATU_COLUMN_CUSTOM,          /* the custom field in the first row of its table; then one for each row */
  GUATU_N_COLUMNS = GUATU_COLUMN_CUSTOM + 128
} GuatuColumnKind;

typedef struct
{
  GuatuColumnKind kind;
  double          x;
  double          width;
} GuatuColumn;

/* Each a switch of the chart. */
typedef enum
{
  GUATU_LAYER_LINKS     = 1 << 0,
  GUATU_LAYER_CRITICAL  = 1 << 1,
  GUATU_LAYER_DEADLINES = 1 << 2,
  GUATU_LAYER_KEY_NODES = 1 << 3,
  GUATU_LAYER_BASELINE  = 1 << 4,
  GUATU_LAYER_DAYS_OFF  = 1 << 5,
  GUATU_LAYER_PROGRESS  = 1 << 6,
  GUATU_LAYER_LINES     = 1 << 7,     /* status date and today */
  GUATU_LAYER_FLOAT     = 1 << 8,     /* how far bars could slip */
  GUATU_LAYER_PROGRESS_LINE = 1 << 9, /* from the status date to where each task stands */
  GUATU_LAYER_PHASES    = 1 << 10,
  GUATU_LAYER_HOLIDAY_NAMES = 1 << 11,
  GUATU_LAYER_FLAGS     = 1 << 12,    /* stickers on what is done and what is overdue */
  GUATU_LAYER_LABELS    = 1 << 13,    /* beside bars */
  GUATU_LAYER_LIGHTS    = 1 << 14,
  GUATU_ALL_LAYERS      = (1 << 15) - 1,
  GUATU_USUAL_LAYERS    = GUATU_ALL_LAYERS & ~(GUATU_LAYER_FLOAT | GUATU_LAYER_PROGRESS_LINE | GUATU_LAYER_FLAGS),
} GuatuLayers;

/* What a label beside a bar says, in this order. */
typedef enum
{
  GUATU_LABEL_NAME        = 1 << 0,
  GUATU_LABEL_RESPONSIBLE = 1 << 1,
  GUATU_LABEL_OWNER       = 1 << 2,
  GUATU_LABEL_FINISH      = 1 << 3,
  GUATU_LABEL_PERCENT     = 1 << 4,
  GUATU_LABEL_SLIP        = 1 << 5,   /* working days behind the baseline, of tasks that finish later than it says */
  GUATU_ALL_LABELS        = (1 << 6) - 1,
} GuatuLabelKinds;

typedef struct _GuatuRoutes GuatuRoutes;
typedef struct _GuatuLabels GuatuLabels;

/**
 * GuatuChartView:
 *
 * What a painting routine sees: borrowed, read only, and the same for window and paper. Row @i lies
 * between tops[i] and tops[i + 1], or, where @tops is %NULL, is @row_height high; both count from
 * the top of @chart, which may reach below the last row. The table's columns lie left of @chart on
 * the same rows.
 */
typedef struct
{
  const GuatuPlan      *plan;
  const GuatuSchedule  *schedule;
  const GuatuRows      *rows;
  const gint64         *shares;       /* reported, by task row; %NULL: nothing is reported */
  const GuatuLights    *lights;       /* %NULL: none are shown */
  const gint32         *baseline;     /* by task row: its row in the baseline shown, or -1; %NULL: none */
  const GuatuTimeScale *scale;
  const GArray         *holidays;     /* of GuatuHoliday, those on the scale; %NULL: none */
  const guint8         *highlights;   /* by task row: has a star; %NULL: none has */
  const char          **numbers;      /* by task row: its number on the ledger, or %NULL; %NULL: by the outline */
  const char           *language;
  GuatuInstant          status_date;  /* GUATU_NONE: no line */
  GuatuInstant          today;
  gboolean              short_tags;   /* on the scale the two say the date alone, for where there is little room */
  guint                 layers;
  guint                 label_kinds;  /* GuatuLabelKinds */
  const GuatuRoutes    *routes;       /* of the links, see guatu-chart-routes.h; %NULL: each goes its own way */
  const GuatuLabels    *labels;       /* see guatu-chart-labels.h; %NULL: none are shown */
  gint32                ledger;       /* whose categories colour the bars; -1: the first that has any */
  gboolean              hatched;      /* what is on bars needs a plain ground */
  guint                 legend_hue;   /* of the bars in the legend */
  GuatuDateForm         date_form;

  GuatuBox              chart;
  const double         *tops;
  double                row_height;
  gboolean              ruled;        /* below the last row the table goes on empty, for what is added by hand */
  double                bar_height;
  double                size;         /* of the type in rows */
  double                heading_size; /* of the type in headings and scales */
  double                indent;       /* of the name, per level */
  double                hair;         /* width of the thinnest line */
  const GuatuColumn    *columns;
  guint                 n_columns;
} GuatuChartView;

/* Places ------------------------------------------------------------------------------------------- */

GuatuBox   guatu_chart_row_box     (const GuatuChartView *self,
                                    guint                 row);

/* The row at the height @y; answers whether there is one. */
gboolean   guatu_chart_row_at      (const GuatuChartView *self,
                                    double                y,
                                    guint                *row);

/* The rows that @box touches; answers whether there are any. */
gboolean   guatu_chart_rows_within (const GuatuChartView *self,
                                    GuatuBox              box,
                                    guint                *first,
                                    guint                *last);

double     guatu_chart_middle      (const GuatuChartView *self,
                                    guint                 row);

/* The bar of the row's task, or the span of a heading's group; of no width for a milestone.
 * FALSE where it has no dates. */
gboolean   guatu_chart_bar         (const GuatuChartView *self,
                                    guint                 row,
                                    GuatuBox             *bar);

/* How much of the bar is done. Zero width where nothing is. */
GuatuBox   guatu_chart_bar_done    (const GuatuChartView *self,
                                    guint                 row,
                                    GuatuBox              bar);

gboolean   guatu_chart_baseline    (const GuatuChartView *self,
                                    guint                 row,
                                    GuatuBox             *bar);

/* A task that stands on the row of another, as the times of a recurring task do: its bar, whether that is a diamond,
 * how much of it is done, and its baseline. */
gboolean   guatu_chart_task_bar    (const GuatuChartView *self,
                                    guint                 row,
                                    gint32                task,
                                    GuatuBox             *bar);
gboolean   guatu_chart_task_is_milestone (const GuatuChartView *self,
                                    gint32                task);
GuatuBox   guatu_chart_task_bar_done (const GuatuChartView *self,
                                    gint32                task,
                                    GuatuBox              bar);
gboolean   guatu_chart_task_baseline (const GuatuChartView *self,
                                    guint                 row,
                                    gint32                task,
                                    GuatuBox             *bar);

typedef void (*GuatuTimeFunc)      (gint32                task,
                                    GuatuBox              bar,
                                    gpointer              data);

/* Calls @func for the times of the row's recurring task that can be seen between @left and @right, from the left. */
void       guatu_chart_each_time   (const GuatuChartView *self,
                                    guint                 row,
                                    double                left,
                                    double                right,
                                    GuatuTimeFunc         func,
                                    gpointer              data);

/* The time at @x, or so far from it; -1: none. */
gint32     guatu_chart_time_at     (const GuatuChartView *self,
                                    guint                 row,
                                    double                x,
                                    double                around);

/* Whether the row shows a diamond instead of a bar. */
gboolean   guatu_chart_is_milestone (const GuatuChartView *self,
                                    guint                 row);

/* Half the width of a milestone's and of a key node's diamond. */
double     guatu_chart_milestone_radius (const GuatuChartView *self);
double     guatu_chart_key_node_radius (const GuatuChartView *self);

/* Half of the triangle over a deadline's bracket, as a share of the bracket's width; its right half juts out. */
#define GUATU_DEADLINE_JUT 0.85

/* Where the deadline's bracket stands: its box, the corner of the bracket at the right. */
gboolean   guatu_chart_deadline    (const GuatuChartView *self,
                                    guint                 row,
                                    GuatuBox             *bracket);

/* Whether the task has float to show: a summary of rows below it, and what is critical or done, has none. */
gboolean   guatu_chart_has_float   (const GuatuChartView *self,
                                    guint                 row);

/* From the end of the bar to the latest instant at which it could end, as a box of no height. */
gboolean   guatu_chart_float       (const GuatuChartView *self,
                                    guint                 row,
                                    GuatuBox             *span);

/* How many working days the task finishes behind its baseline, in 1/100; 0 where it does not. */
gint64     guatu_chart_slip        (const GuatuChartView *self,
                                    guint                 row);

/* From the finish that the baseline says to what has become of it, below the bar. FALSE where that is not later. */
gboolean   guatu_chart_slip_box    (const GuatuChartView *self,
                                    guint                 row,
                                    GuatuBox             *stretch);

/* Whether the task has a sticker: it is done, or overdue at the status date. A summary of rows below it has none. */
gboolean   guatu_chart_has_flag    (const GuatuChartView *self,
                                    guint                 row,
                                    gboolean             *overdue);

/* The foot and the height of the sticker, at the end of the bar and right of the deadline's bracket. */
gboolean   guatu_chart_flag        (const GuatuChartView *self,
                                    guint                 row,
                                    GuatuPoint           *foot,
                                    double               *size,
                                    gboolean             *overdue);

/* Where the progress line passes the row: at what is done of a task that is due, at the status date for others. FALSE
 * where the line takes no notice of the row. */
gboolean   guatu_chart_progress_point (const GuatuChartView *self,
                                    guint                 row,
                                    GuatuPoint           *point);

gboolean   guatu_chart_key_node    (const GuatuChartView *self,
                                    gint32                key_node,
                                    guint                 row,
                                    GuatuPoint           *centre);

#define GUATU_MAX_ROUTE 6

typedef struct
{
  GuatuPoint points[GUATU_MAX_ROUTE];   /* the last is the arrow's tip */
  guint      n;
} GuatuRoute;

/* The way of a link from bar to bar, along the axes: of the view's routes, if it has them. FALSE where an end has no
 * dates. */
gboolean   guatu_chart_link_route  (const GuatuChartView *self,
                                    const GuatuRowLink   *link,
                                    GuatuRoute           *route);

/* The length of an arrow's head. */
double     guatu_chart_arrow_size  (const GuatuChartView *self);

/* Painting ----------------------------------------------------------------------------------------- */

/* Paints the part of the rows, bars and table that lies in @clip, and nothing else. */
void       guatu_chart_paint       (const GuatuChartView *self,
                                    GuatuPainter         *painter,
                                    GuatuBox              clip);

/* Paints the time scales into @box, which is as wide as the chart. */
void       guatu_chart_paint_scale (const GuatuChartView *self,
                                    GuatuPainter         *painter,
                                    GuatuBox              box);

/* The names of holidays in a strip that is as wide as the chart; answers how many found no room. */
guint      guatu_chart_paint_holidays (const GuatuChartView *self,
                                    GuatuPainter         *painter,
                                    GuatuBox              box);

/* The phases as bands side by side in a strip that is as wide as the chart; answers how many names found no room. */
guint      guatu_chart_paint_phases (const GuatuChartView *self,
                                    GuatuPainter         *painter,
                                    GuatuBox              box);
gboolean   guatu_chart_has_phases  (const GuatuChartView *self);

/* The cell of a group beside all its rows. */
GuatuBox   guatu_chart_group_box   (const GuatuChartView *self,
                                    guint                 group,
                                    guint                 column);

/* The column of the custom field in row @field; GUATU_N_COLUMNS: the plan has more fields than there are columns. */
GuatuColumnKind guatu_column_of_field (gint32              field);

/* The row of the custom field whose column it is; -1: it is none of theirs, or the field is gone. */
gint32     guatu_column_field      (const GuatuPlan      *plan,
                                    GuatuColumnKind       column);

/* The table's headings, and what stands in a cell. */
const char *guatu_chart_column_title (const GuatuChartView *self,
                                    GuatuColumnKind       column);
GuatuAlign guatu_chart_column_align (const GuatuChartView *self,
                                    GuatuColumnKind       column);
void       guatu_chart_cell_text   (const GuatuChartView *self,
                                    guint                 row,
                                    GuatuColumnKind       column,
                                    GString              *text);

/* The light of the row's task; of a heading the worst of its group. Only where the view has lights. */
GuatuLightColour guatu_chart_light (const GuatuChartView *self,
                                    guint                 row);

/* Whether anything would stand in the column in any row. */
gboolean   guatu_chart_column_used (const GuatuChartView *self,
                                    GuatuColumnKind       column);

/* What a star takes of the end of a name's cell, in sizes of the type. */
#define GUATU_STAR_ROOM 1.3

/* Which columns a heading's title takes: that of names, and the empty cells beside it. FALSE: there is none. */
gboolean   guatu_chart_heading_columns (const GuatuChartView *self,
                                    guint                *first,
                                    guint                *last);

/* What the table leaves free of a cell on either side, and the width that is left to a name. */
double     guatu_chart_cell_padding (const GuatuChartView *self);
double     guatu_chart_name_room   (const GuatuChartView *self,
                                    guint                 row,
                                    double                column_width);

/* Type of a share of @size, but, where @size is not smaller itself, not less than 6 points, which nobody reads. */
static inline double
guatu_chart_small_type (double size, double share)
{
  return MAX (size * share, MIN (size, 6));
}

/* A diamond about @centre. */
void       guatu_paint_diamond     (GuatuPainter         *painter,
                                    GuatuPoint            centre,
                                    double                radius,
                                    GuatuInk              ink,
                                    GuatuInk              outline,
                                    double                width);

/* How a task stands, told by shape as well as by colour: a circle, a triangle, a diamond, a square; a tick for what is
 * done, a small ring for no light. About @radius from @centre. */
void       guatu_paint_light       (GuatuPainter         *painter,
                                    GuatuPoint            centre,
                                    double                radius,
                                    GuatuLightColour      light);

/* Of a task on a plaque list. */
void       guatu_paint_star        (GuatuPainter         *painter,
                                    GuatuPoint            centre,
                                    double                radius);

/* The sticker of what is done, or of what is overdue: its pole stands on @foot and is @size high. */
void       guatu_paint_flag        (GuatuPainter         *painter,
                                    GuatuPoint            foot,
                                    double                size,
                                    gboolean              overdue);

/* The symbols, for the legend as for the rows. */
void       guatu_paint_bar         (const GuatuChartView *self,
                                    GuatuPainter         *painter,
                                    GuatuBox              bar,
                                    GuatuBox              done,
                                    guint                 hue,
                                    gboolean              critical);
void       guatu_paint_summary     (const GuatuChartView *self,
                                    GuatuPainter         *painter,
                                    GuatuBox              bar,
                                    GuatuBox              done,
                                    GuatuInk              ink,
                                    GuatuInk              done_ink);
void       guatu_paint_deadline    (const GuatuChartView *self,
                                    GuatuPainter         *painter,
                                    GuatuBox              bracket);
void       guatu_paint_link        (const GuatuChartView *self,
                                    GuatuPainter         *painter,
                                    const GuatuRoute     *route,
                                    gboolean              critical);

G_END_DECLS
