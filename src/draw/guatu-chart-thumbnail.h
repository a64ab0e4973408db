/* guatu-chart-thumbnail.h — the battle map as a small picture, by which a plan is known in a folder. */
#pragma once

#include <gio/gio.h>

#include "guatu-schedule.h"

G_BEGIN_DECLS

#define GUATU_THUMBNAIL_LEAST 16
#define GUATU_THUMBNAIL_MOST  4096

/**
 * guatu_chart_thumbnail:
 * @size: of the picture's longer side, in pixels; from GUATU_THUMBNAIL_LEAST to GUATU_THUMBNAIL_MOST
 *
 * Draws the top of the wall chart, without its foot: the banner, the lights, and as many rows as can be told
 * apart so small, of the highest level that has enough of them. Writes @path as a PNG once it is whole.
 */
gboolean guatu_chart_thumbnail (const GuatuPlan      *plan,
                                const GuatuSchedule  *schedule,
                                guint                 size,
                                const char           *path,
                                GError              **error);

G_END_DECLS
