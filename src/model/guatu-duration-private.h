/* guatu-duration-private.h — durations read up to a limit of the caller's. */
#pragma once

#include "guatu-duration.h"

G_BEGIN_DECLS

/* As guatu_duration_parse(), with amounts up to @max: the work of many people exceeds any duration. */
gboolean guatu_duration_parse_up_to (const char               *text,
                                     const GuatuDurationRates *rates,
                                     gboolean                  lag,
                                     gint64                    max,
                                     GuatuDuration            *duration);

/* @number ÷ 10^@decimals without needless zeros: "2.5". Free it. */
char    *guatu_decimal_format       (gint64                    number,
                                     int                       decimals);

/* Takes a number with at most @decimals decimals off @text: it is @number ÷ 10^@decimals. Further
 * decimals must be zero unless @cut. Not negative, and below 10^18. */
gboolean guatu_decimal_take         (const char              **text,
                                     int                       decimals,
                                     gboolean                  cut,
                                     gint64                   *number);

G_END_DECLS
