/* guatu-year-grid.h — twelve months of a calendar, in which days are looked at and selected. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-year-layout.h"

G_BEGIN_DECLS

#define GUATU_TYPE_YEAR_GRID (guatu_year_grid_get_type ())

/**
 * GuatuYearGrid:
 *
 * One widget that paints the year once and keeps the picture; days are children of it that paint nothing, so that they
 * have the focus and speak. Days are selected by drag, by Shift and a click, and with the arrow keys and Shift; Page Up
 * and Page Down go by months, with Control and the arrows to the left and right by years.
 *
 * Signals: ::selected, other days are; ::year (int), a year that is not shown is to be; ::mark (int), a key asks for
 * one of GuatuDayMark; ::activated, Enter or a double click asks for more of the selected days.
 */
G_DECLARE_FINAL_TYPE (GuatuYearGrid, guatu_year_grid, GUATU, YEAR_GRID, GtkWidget)

typedef enum
{
  GUATU_MARK_OFF,
  GUATU_MARK_WORKED,
  GUATU_MARK_WEEK,          /* as the week says */
} GuatuDayMark;

GtkWidget    *guatu_year_grid_new           (void);

/* Paints the year of one of the plan's calendars. Both are read now, and nothing of them is kept. @today and
 * @status_date: any instant of the day; GUATU_NONE: not marked. */
void          guatu_year_grid_show          (GuatuYearGrid     *self,
                                             const GuatuPlan   *plan,
                                             const GuatuYear   *year,
                                             int                first_weekday,
                                             GuatuInstant       today,
                                             GuatuInstant       status_date);

/* Midnights of the first and the last selected day; FALSE: none is. */
gboolean      guatu_year_grid_get_selection (GuatuYearGrid     *self,
                                             GuatuInstant      *from,
                                             GuatuInstant      *to);

/* Selects from @anchor to @cursor, whichever is the earlier. Asks for another year where the cursor is in one. */
void          guatu_year_grid_select        (GuatuYearGrid     *self,
                                             GuatuInstant       anchor,
                                             GuatuInstant       cursor);

const GuatuYearLayout *guatu_year_grid_get_layout (GuatuYearGrid *self);

/* What a day says of itself. */
GtkWidget    *guatu_year_grid_get_cell      (GuatuYearGrid     *self,
                                             GuatuInstant       day);
const char   *guatu_year_grid_get_spoken    (GuatuYearGrid     *self,
                                             GuatuInstant       day);

/* How often the picture was painted. */
guint         guatu_year_grid_n_painted     (GuatuYearGrid     *self);

G_END_DECLS
