/* guatu-timeline-header.h — the stacked time scales above a timeline, with the tags of status date and today. */
#pragma once

#include "guatu-text-scale.h"
#include "guatu-timeline.h"

G_BEGIN_DECLS

#define GUATU_TYPE_TIMELINE_HEADER (guatu_timeline_header_get_type ())

G_DECLARE_FINAL_TYPE (GuatuTimelineHeader, guatu_timeline_header, GUATU, TIMELINE_HEADER, GtkWidget)

/* In pixels; the headings of a table beside it are as high. */
#define GUATU_TIMELINE_HEADER_HEIGHT ((int) guatu_text_scaled (48))

/* Scrolls with @timeline; a click on one of its cells shows the dates of that. */
GtkWidget *guatu_timeline_header_new     (GuatuBattleView     *view,
                                          GuatuTimeline       *timeline);

/* The cell at a place in the widget; FALSE where there is none. */
gboolean   guatu_timeline_header_cell_at (GuatuTimelineHeader *self,
                                          double               x,
                                          double               y,
                                          GuatuInstant        *from,
                                          GuatuInstant        *to);

G_END_DECLS
