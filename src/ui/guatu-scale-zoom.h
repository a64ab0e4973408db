/* guatu-scale-zoom.h — at which zoom a unit of time is the finest that the scale shows. */
#pragma once

#include "guatu-chart-scale.h"

G_BEGIN_DECLS

/* Pixels per day at which labels of @unit are read with ease, and those of the next finer one not at all. */
double         guatu_scale_unit_zoom (GuatuScaleUnit unit);

/* The unit whose zoom is nearest, as the eye has it: by ratio. */
GuatuScaleUnit guatu_scale_zoom_unit (double         pixels_per_day);

G_END_DECLS
