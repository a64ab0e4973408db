/* guatu-lights-private.h — thresholds and report periods of the default light rules. */
#pragma once

#include "guatu-lights.h"

G_BEGIN_DECLS

/* Points behind plan, in 1/100 %: from here on yellow, orange, red. */
#define GUATU_GAP_YELLOW 500
#define GUATU_GAP_ORANGE 1000
#define GUATU_GAP_RED    2000

/* The first and last day (midnights) of a report period. */
typedef struct
{
  GuatuInstant first;
  GuatuInstant last;
} GuatuPeriod;

/* The period that holds @instant. */
GuatuPeriod guatu_period_at       (GuatuReportCycle  cycle,
                                   GuatuInstant      instant);

/* The period before @period. */
GuatuPeriod guatu_period_before   (GuatuReportCycle  cycle,
                                   GuatuPeriod       period);

/* The last period that ended on or before the day of @instant. */
GuatuPeriod guatu_period_closed   (GuatuReportCycle  cycle,
                                   GuatuInstant      instant);

G_END_DECLS
