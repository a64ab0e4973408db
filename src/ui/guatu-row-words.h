/* guatu-row-words.h — a row of table and timeline in a sentence, for those who have it read out to them. */
#pragma once

#include "guatu-chart-view.h"

G_BEGIN_DECLS

/* "Bridge over the canal, Sep 20 to Nov 11, 34 percent, orange, critical"; of -1, the line for new tasks. Free it. */
char *guatu_row_words (const GuatuChartView *view,
                         int                   row);

G_END_DECLS
