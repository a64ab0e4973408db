/* guatu-year-cell.h — a day of a year for those who do not see it: it paints nothing, has the focus and speaks. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GUATU_TYPE_YEAR_CELL (guatu_year_cell_get_type ())

G_DECLARE_FINAL_TYPE (GuatuYearCell, guatu_year_cell, GUATU, YEAR_CELL, GtkWidget)

GtkWidget *guatu_year_cell_new (void);

G_END_DECLS
