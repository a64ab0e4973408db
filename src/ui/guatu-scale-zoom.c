/* guatu-scale-zoom.c — at which zoom a unit of time is the finest that the scale shows. */
#include "guatu-scale-zoom.h"

#include <math.h>

/* For the type of a window, about 13 pixels: a cell of the unit is as wide as its label with some air, one of the next
 * finer unit narrower than its shortest label. */
static const double zooms[] = {
  [GUATU_SCALE_YEAR] = 0.16,
  [GUATU_SCALE_QUARTER] = 0.6,
  [GUATU_SCALE_MONTH] = 2,
  [GUATU_SCALE_TEN_DAY] = 4.6,
  [GUATU_SCALE_WEEK] = 9,
  [GUATU_SCALE_DAY] = 32,
  [GUATU_SCALE_HOUR] = 640,
};

double
guatu_scale_unit_zoom (GuatuScaleUnit unit)
{
  g_return_val_if_fail (unit > GUATU_SCALE_AUTO && unit < G_N_ELEMENTS (zooms), zooms[GUATU_SCALE_MONTH]);

  return zooms[unit];
}

GuatuScaleUnit
guatu_scale_zoom_unit (double pixels_per_day)
{
  GuatuScaleUnit nearest = GUATU_SCALE_YEAR;

  g_return_val_if_fail (pixels_per_day > 0, nearest);

  for (guint unit = GUATU_SCALE_YEAR; unit < G_N_ELEMENTS (zooms); unit++)
    if (fabs (log (pixels_per_day / zooms[unit])) < fabs (log (pixels_per_day / zooms[nearest])))
      nearest = (GuatuScaleUnit) unit;

  return nearest;
}
