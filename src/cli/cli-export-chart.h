/* cli-export-chart.h — the options of "export" that shape a chart. */
#pragma once

#include "cli.h"
#include "guatu-chart-export.h"

G_BEGIN_DECLS

typedef struct _CliChart CliChart;

/* Reads the options, as far as that needs no plan. */
CliChart *cli_chart_new     (const CliCall    *call,
                             GuatuChartFormat  format,
                             GError          **error);
void      cli_chart_free    (CliChart         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliChart, cli_chart_free)

gboolean  cli_chart_write   (CliChart         *self,
                             const CliView    *view,
                             const char       *path,
                             GError          **error);

/* What whoever hangs the sheet should know, once it is written. */
void      cli_chart_say     (const CliChart   *self);

/* An error if the call has an option that only charts take. */
gboolean  cli_chart_refuse  (const CliCall    *call,
                             GError          **error);

/* The names that options take, for the help. */
void      cli_chart_help    (void);

G_END_DECLS
