/* guatu-swatch.h — a small square of one colour. */
#pragma once

#include "guatu-plan.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GUATU_TYPE_SWATCH (guatu_swatch_get_type ())
G_DECLARE_FINAL_TYPE (GuatuSwatch, guatu_swatch, GUATU, SWATCH, GtkWidget)

GtkWidget     *guatu_swatch_new        (const GdkRGBA   *colour);
const GdkRGBA *guatu_swatch_get_colour (GuatuSwatch     *self);

/* What a category of the plan is painted with on the map. */
GdkRGBA        guatu_category_colour   (const GuatuPlan *plan,
                                        gint32           category);

G_END_DECLS
