/* guatu-link-text.h — what a task waits for, as planners write it: "3FS+2d, 5SS". */
#pragma once

#include "guatu-duration.h"
#include "guatu-plan.h"

G_BEGIN_DECLS

/* In the unit percent: 1/100 %. */
GuatuDuration guatu_link_lag   (const GuatuLink *link);

/* The lag of the link in a row, with its sign: "+2d"; "" is none. Free it. */
char         *guatu_lag_text   (const GuatuPlan *plan,
                                gint32           link);

/* All links into the task. The numbers are those by which messages and lists name tasks: places in the outline. Finish
 * to start without a lag is the number alone. Free it. */
char         *guatu_links_text (const GuatuPlan *plan,
                                gint32           task);

G_END_DECLS
