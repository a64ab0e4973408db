/* guatu-chart-export.h — the battle map on one sheet of paper, as PDF, SVG or PNG. */
#pragma once

#include "guatu-progress.h"

G_BEGIN_DECLS

typedef enum
{
  GUATU_CHART_PDF,
  GUATU_CHART_SVG,
  GUATU_CHART_PNG,
} GuatuChartFormat;

typedef struct
{
  const char   *paper;          /* "A4" … "A0", "B4", "Letter", "420x297mm"; %NULL: A3 */
  gboolean      landscape;
  const char   *language;       /* "en", "zh_CN"; %NULL: the plan's */
  double        dpi;            /* PNG; 0: 150 */
  GuatuInstant  today;          /* GUATU_NONE: no line */
} GuatuChartOptions;

/* Draws the whole plan and writes the file, replacing one that is there only once it is whole. */
gboolean guatu_chart_export (const GuatuPlan         *plan,
                             const GuatuSchedule     *schedule,
                             const GuatuChartOptions *options,
                             GuatuChartFormat         format,
                             const char              *path,
                             GError                 **error);

G_END_DECLS
