/* guatu-chart-pdf.h — what a PDF says of itself beside its pages. */
#pragma once

#include <cairo.h>

#include "guatu-sheet.h"

G_BEGIN_DECLS

/* Title, author, subject and so on. @printed is the date of creation; GUATU_NONE or 0: the clock's. */
void guatu_pdf_describe (cairo_surface_t  *surface,
                         const GuatuPlan  *plan,
                         const char       *language,
                         GuatuInstant      printed);

/* Puts the groups of rows on the page that has just begun into the outline. Pages count from 1, and are called by
 * their numbers unless they have a @label. */
void guatu_pdf_add_page (cairo_surface_t  *surface,
                         const GuatuSheet *sheet,
                         guint             page,
                         const char       *label);

G_END_DECLS
