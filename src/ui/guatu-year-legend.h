/* guatu-year-legend.h — what the days of a year look like, and what that means. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GUATU_TYPE_YEAR_LEGEND (guatu_year_legend_get_type ())

/* Kinds that do not fit are left out, the last ones first. */
G_DECLARE_FINAL_TYPE (GuatuYearLegend, guatu_year_legend, GUATU, YEAR_LEGEND, GtkWidget)

GtkWidget *guatu_year_legend_new (void);

G_END_DECLS
