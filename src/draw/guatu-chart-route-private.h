/* guatu-chart-route-private.h — the ends of a link, for whoever finds it a way. */
#pragma once

#include "guatu-chart-view.h"

G_BEGIN_DECLS

/* One end of a link: where it is fastened, and which way leads out of the bar. */
typedef struct
{
  double x;             /* the instant's place: a bar's edge, the middle of a diamond */
  double y;
  double out;           /* -1 to the left, 1 to the right */
  double half_height;   /* of the bar or diamond */
  double width;         /* of the bar */
  double radius;        /* of the diamond; 0 for a bar */
} GuatuLinkEnd;

/* Both ends; FALSE where one has no dates. */
gboolean guatu_link_find_ends (const GuatuChartView *self,
                               const GuatuRowLink   *link,
                               GuatuLinkEnd         *from,
                               GuatuLinkEnd         *to);

/* Where the bar or the diamond ends, at the height @dy above or below its middle. */
double   guatu_link_edge      (const GuatuLinkEnd   *end,
                               double                dy);

/* How far a line goes straight out of a bar before it turns. */
double   guatu_link_stub      (const GuatuChartView *self);

void     guatu_route_add      (GuatuRoute           *route,
                               double                x,
                               double                y);

/* An upright line between two heights: where it would best stand, and where it may. */
typedef struct
{
  double x;
  double low;
  double high;
  double top;
  double bottom;
} GuatuUpright;

/* Moves lines that would stand closer than @pitch beside each other apart, as far as they may; those for which there
 * is no room fall into one where they may. @left and @width: of the ground on which they stand. */
void     guatu_uprights_part  (GuatuUpright         *uprights,
                               guint                 n,
                               double                pitch,
                               double                left,
                               double                width);

G_END_DECLS
