/* guatu-chart-labels.h — what stands beside and in bars, and where there is room for it. */
#pragma once

#include "guatu-chart-view.h"

G_BEGIN_DECLS

typedef struct
{
  guint    row;
  GuatuBox box;                 /* the room that the text takes, on one line */
  double   size;                /* of its type */
  GuatuInk ink;
  gboolean inside;      /* its bar */
  char    *text;
} GuatuLabel;

struct _GuatuLabels
{
  GuatuLabel *labels;           /* by row */
  guint       n;
  guint       left_out;         /* there was no room for so many more */
  double      smallest;         /* of the type; 0: there are none */
};

/**
 * guatu_labels_new:
 *
 * Finds the place of every label that @view asks for: right of its bar, else left of it, else in it, in the type of the
 * rows or in smaller one, down to 6 points. Nothing that is drawn on the row crosses it: no link, no dated line, no
 * symbol. What has no room is left out. Give the view its routes first. What this finds holds as long as they do.
 */
GuatuLabels      *guatu_labels_new    (const GuatuChartView *view,
                                       GuatuPainter         *painter);

void              guatu_labels_free   (GuatuLabels          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuLabels, guatu_labels_free)

/* The labels of the rows @first … @last. */
const GuatuLabel *guatu_labels_within (const GuatuLabels    *self,
                                       guint                 first,
                                       guint                 last,
                                       guint                *n);

G_END_DECLS
