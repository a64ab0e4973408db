/* guatu-chart-routes.h — the ways of all links, found together, so that they keep out of each other's. */
#pragma once

#include "guatu-chart-view.h"

G_BEGIN_DECLS

/**
 * guatu_routes_new:
 *
 * Finds the way of every link between the rows of @view. Links that leave the same end of a bar share one upright line,
 * their trunk, and so do links that arrive at the same end; trunks that would stand within a hair of each other move
 * apart, or, where there is no room for that, fall into one. Takes time in proportion to the number of links. What it
 * gives holds as long as rows, scale and places of @view stay as they are, whatever part of them is shown.
 */
GuatuRoutes      *guatu_routes_new  (const GuatuChartView *view);

void              guatu_routes_free (GuatuRoutes          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuRoutes, guatu_routes_free)

/* The way of a link, by its row in the plan; %NULL where it has none. */
const GuatuRoute *guatu_routes_get  (const GuatuRoutes    *self,
                                     gint32                link);

G_END_DECLS
