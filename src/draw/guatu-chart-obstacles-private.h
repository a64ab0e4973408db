/* guatu-chart-obstacles-private.h — what stands in a label's way on its row. */
#pragma once

#include "guatu-chart-view.h"

G_BEGIN_DECLS

typedef struct
{
  double left;
  double right;
} GuatuStretch;

/* What is drawn across rows, taken in once for all of them; rows are then asked for from the top down. */
typedef struct _GuatuObstacles GuatuObstacles;

GuatuObstacles *guatu_obstacles_new  (const GuatuChartView *view);
void            guatu_obstacles_free (GuatuObstacles       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuObstacles, guatu_obstacles_free)

/* Puts into @beside what stands between @from and @to at the height of a row's text, and into @inside what of that can
 * be seen, or would be missed, on the row's bar itself. Both are sorted, and joined where they touch. */
void            guatu_obstacles_find (GuatuObstacles       *self,
                                      guint                 row,
                                      double                from,
                                      double                to,
                                      GArray               *beside,
                                      GArray               *inside);

/* How far to the right the row's own symbols reach. */
double          guatu_obstacles_reach (const GuatuChartView *view,
                                      guint                 row,
                                      GuatuBox              bar);

G_END_DECLS
