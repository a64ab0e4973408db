/* guatu-overview.h — a strip with the whole plan in small, and a frame about what the timeline shows of it. */
#pragma once

#include "guatu-timeline.h"

G_BEGIN_DECLS

#define GUATU_TYPE_OVERVIEW (guatu_overview_get_type ())

/**
 * GuatuOverview:
 *
 * Shown only where the plan's dates do not fit into the timeline, and the view wants it. The frame is dragged, made
 * wider or narrower at its edges, or called by a press on the ground; Left and Right pan, + and - zoom, Home and End go
 * to the ends of the plan.
 */
G_DECLARE_FINAL_TYPE (GuatuOverview, guatu_overview, GUATU, OVERVIEW, GtkWidget)

GtkWidget *guatu_overview_new       (GuatuBattleView *view,
                                     GuatuTimeline   *timeline);

/* What of the strip a pointer at @x takes hold of. */
typedef enum
{
  GUATU_OVERVIEW_GROUND,
  GUATU_OVERVIEW_FRAME,
  GUATU_OVERVIEW_FROM,          /* the left edge of the frame */
  GUATU_OVERVIEW_TO,
} GuatuOverviewPart;

GuatuOverviewPart guatu_overview_part_at (GuatuOverview *self,
                                          double         x);

/* What the gesture says: @x is where it began, @dx how far it has come. */
void       guatu_overview_press     (GuatuOverview   *self,
                                     double           x);
void       guatu_overview_drag      (GuatuOverview   *self,
                                     double           dx);

/* Where the frame stands in the strip. */
void       guatu_overview_get_frame (GuatuOverview   *self,
                                     double          *from,
                                     double          *to);

/* How often the picture was painted: what tests count. */
guint      guatu_overview_n_painted (GuatuOverview   *self);

G_END_DECLS
