/* guatu-timeline.h — the bars of a plan in a window: painted as far as they are seen, scrolled, zoomed, selected. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-battle-view.h"
#include "guatu-timeline-hit.h"

G_BEGIN_DECLS

#define GUATU_TYPE_TIMELINE (guatu_timeline_get_type ())

/**
 * GuatuTimeline:
 *
 * Signals: ::failed (const char *message), a bar was pulled to where the plan does not let it go.
 */
G_DECLARE_FINAL_TYPE (GuatuTimeline, guatu_timeline, GUATU, TIMELINE, GtkWidget)

/* @down is the adjustment of the table whose rows the bars stand in, which the table sets up; %NULL: there is none, and
 * the timeline sets up one of its own. */
GtkWidget     *guatu_timeline_new        (GuatuBattleView *view,
                                          GtkAdjustment   *down);

GtkAdjustment *guatu_timeline_get_across (GuatuTimeline   *self);
GtkAdjustment *guatu_timeline_get_down   (GuatuTimeline   *self);

/* The date at @x, a place in the widget, and the place of a date; with parts of seconds, so that nothing drifts. */
double         guatu_timeline_date_at    (GuatuTimeline   *self,
                                          double           x);
double         guatu_timeline_x_of       (GuatuTimeline   *self,
                                          double           date);

/* Zooms in or out; the date at @x does not move. */
void           guatu_timeline_zoom       (GuatuTimeline   *self,
                                          double           factor,
                                          double           x);

/* Shows the dates from @from to @to, and no more than they take. */
void           guatu_timeline_show_span  (GuatuTimeline   *self,
                                          GuatuInstant     from,
                                          GuatuInstant     to);
void           guatu_timeline_fit        (GuatuTimeline   *self);

/* Whether the whole plan is shown, and goes on to be in a window of another size. */
gboolean       guatu_timeline_fits       (GuatuTimeline   *self);

/* Shows dates from @from on at this zoom, before it is known how wide the timeline is; as far as @to, as it seems. */
void           guatu_timeline_look_at    (GuatuTimeline   *self,
                                          double           zoom,
                                          GuatuInstant     from,
                                          GuatuInstant     to);

/* Brings a date into the middle. */
void           guatu_timeline_go_to      (GuatuTimeline   *self,
                                          GuatuInstant     t);

void           guatu_timeline_pan        (GuatuTimeline   *self,
                                          double           dx,
                                          double           dy);

/* What stands at a place in the widget. */
GuatuHit       guatu_timeline_hit_at     (GuatuTimeline   *self,
                                          double           x,
                                          double           y,
                                          guint           *row);

/* Strokes carried out so far: what tests count. */
guint          guatu_timeline_n_strokes  (GuatuTimeline   *self);

G_END_DECLS
