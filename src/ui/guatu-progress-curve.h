/* guatu-progress-curve.h — a small curve of how a task has come along: planned, reported, and where we are. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-progress-history.h"

G_BEGIN_DECLS

#define GUATU_TYPE_PROGRESS_CURVE (guatu_progress_curve_get_type ())

/**
 * GuatuProgressCurve:
 *
 * A grey line for what was planned, dots and a line in the text's colour for what was reported, a dashed upright one
 * for the status date. Who does not see it is told the same in words.
 */
G_DECLARE_FINAL_TYPE (GuatuProgressCurve, guatu_progress_curve, GUATU, PROGRESS_CURVE, GtkWidget)

GtkWidget  *guatu_progress_curve_new       (void);

/* Takes @history, which may be %NULL: there is nothing to show. */
void        guatu_progress_curve_set       (GuatuProgressCurve   *self,
                                            GuatuProgressHistory *history,
                                            GuatuInstant          status_date);

/* What it shows, in words. */
const char *guatu_progress_curve_get_words (GuatuProgressCurve   *self);

G_END_DECLS
