/* guatu-timeline-marks.h — links, key nodes and knobs of bars: which of them the pointer is on, and its words. */
#pragma once

#include "guatu-chart-view.h"

G_BEGIN_DECLS

/* From so far away a link is hit; pixels. */
#define GUATU_LINK_REACH 3.0

/* The link whose way passes the place of the chart, the nearest; its row in the plan, or -1. */
gint32   guatu_timeline_hit_link     (const GuatuChartView *chart,
                                      double                x,
                                      double                y);

/* The way of a link by its row; FALSE where it is not shown. */
gboolean guatu_timeline_link_route   (const GuatuChartView *chart,
                                      gint32                link,
                                      GuatuRoute           *route);

/* The key node whose diamond is at the place; its row in the plan, or -1. */
gint32   guatu_timeline_hit_key_node (const GuatuChartView *chart,
                                      double                x,
                                      double                y);

/* Where the share done of the bar can be taken hold of: on its lower edge, where the done part ends. FALSE of brackets,
 * diamonds, and bars that are too short for it. */
gboolean guatu_timeline_knob         (const GuatuChartView *chart,
                                      guint                 row,
                                      GuatuPoint           *knob);

/* "Survey → Design, FS + 2 d", and "Roof is on, Oct 17, 2022", as marked-up text for a tooltip. */
char    *guatu_timeline_link_tip     (const GuatuPlan      *plan,
                                      gint32                link);
char    *guatu_timeline_key_node_tip (const GuatuChartView *chart,
                                      gint32                key_node);

G_END_DECLS
