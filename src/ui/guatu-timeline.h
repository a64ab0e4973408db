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
 * Signals: ::failed (const char *message), something was pulled to where the plan does not let it go; ::created
 * (gint64 task), a new bar was drawn, and its task wants a name; ::removed (guint steps, const char *what), a link or a
 * key node was taken out: for a toast that offers to take that back.
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

/* Links the selected tasks in a chain, in the order of their rows, or takes out the links between them. */
void           guatu_timeline_link_selected   (GuatuTimeline *self);
void           guatu_timeline_unlink_selected (GuatuTimeline *self);

/* Asks how far the selected task is. */
void           guatu_timeline_report          (GuatuTimeline *self);

/* Reports a step more of the selected tasks (@direction 1) or less (-1); answers whether any are selected. */
gboolean       guatu_timeline_step_progress   (GuatuTimeline *self,
                                          int              direction);

/* Strokes carried out so far: what tests count. */
guint          guatu_timeline_n_strokes  (GuatuTimeline   *self);

G_END_DECLS
