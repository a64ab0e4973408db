/* guatu-sticky-row.h — the names of what the topmost rows belong to, in sight when their own rows are scrolled out. */
#pragma once

#include "guatu-text-scale.h"
#include "guatu-timeline.h"

G_BEGIN_DECLS

#define GUATU_TYPE_STICKY_ROW (guatu_sticky_row_get_type ())

/**
 * GuatuStickyRow:
 *
 * Lies over the top of a table, or over that of the timeline beside it, where it shows the bar. Where nothing is
 * scrolled out it shows nothing, and presses go through it. The heading that comes next pushes it away.
 *
 * Signals: ::go-to (guint row), somebody pressed the name of a row.
 */
G_DECLARE_FINAL_TYPE (GuatuStickyRow, guatu_sticky_row, GUATU, STICKY_ROW, GtkWidget)

/* Pixels. */
#define GUATU_STICKY_ROW_HEIGHT ((int) guatu_text_scaled (28))

#define GUATU_STICKY_MOST 16

/* What is to be seen of rows that are @row_height high each, the outermost first, when the list is scrolled to @top. */
typedef struct
{
  guint  rows[GUATU_STICKY_MOST];
  guint  n;
  double shift;                 /* pixels upwards, as the next heading pushes it; 0 or less */
} GuatuSticky;

void        guatu_sticky_find        (GuatuSticky     *self,
                                      const GuatuPlan *plan,
                                      const GuatuRows *rows,
                                      double           row_height,
                                      double           top);

/* @down: the adjustment of the table; @timeline: that over which it lies, or %NULL over the table. */
GtkWidget  *guatu_sticky_row_new     (GuatuBattleView *view,
                                      GtkAdjustment   *down,
                                      GuatuTimeline   *timeline);

/* The row whose name stands at @x; -1: none. */
int         guatu_sticky_row_at      (GuatuStickyRow  *self,
                                      double           x);

/* "Breakthroughs › Industrial park trunk road"; "" where nothing is scrolled out. */
const char *guatu_sticky_row_get_text (GuatuStickyRow *self);

G_END_DECLS
