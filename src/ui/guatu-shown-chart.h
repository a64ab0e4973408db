/* guatu-shown-chart.h — what a battle map shows, taken down for paper: its tasks, their order, columns and layers. */
#pragma once

#include "guatu-battle-view.h"
#include "guatu-chart-export.h"

G_BEGIN_DECLS

/**
 * GuatuShownChart:
 *
 * With a copy of the plan, so that it can be drawn while the plan goes on, and by another thread.
 */
typedef struct _GuatuShownChart GuatuShownChart;

/* @columns: those of the table, in their order; paper leaves out what the plan has nothing for. */
GuatuShownChart   *guatu_shown_chart_new         (GuatuBattleView       *view,
                                                  const GuatuColumnKind *columns,
                                                  guint                  n_columns);
void               guatu_shown_chart_free        (GuatuShownChart       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuShownChart, guatu_shown_chart_free)

const GuatuPlan   *guatu_shown_chart_get_plan    (const GuatuShownChart *self);

/* Options that live as long as @self. */
GuatuChartOptions  guatu_shown_chart_get_options (const GuatuShownChart *self);

G_END_DECLS
