/* guatu-typed-date.h — dates as people type them: "9-26", "9月26日 14:00", "today", "+5d", "next Friday". */
#pragma once

#include "guatu-time.h"

G_BEGIN_DECLS

/* What a date without a year, or without a time, is told by. */
typedef struct
{
  GuatuInstant today;       /* any instant of the day */
  GuatuInstant from;        /* the plan's dates; GUATU_NONE: it has none */
  GuatuInstant to;
  gint64       daytime;     /* what a date without a time takes: seconds since midnight */
} GuatuTypedDate;

/**
 * guatu_typed_date_parse:
 * @about: what the date is typed into
 * @text: every date that guatu_instant_parse() knows, "20220926", "9-26", "9/26", "9.26", "9月26日"; "today",
 *   "tomorrow", "yesterday", "今天", "明天", "后天", "昨天"; "+5d", "-2w", "+1m", "+3天"; "Fri", "next Friday", "周五",
 *   "下周五"; each with or without a time: "14:00", "14点30分". Full-width characters stand for the usual ones.
 * @instant: (out): the instant
 *
 * The year of a date without one is that which brings it closest to the plan's dates, and of those to today. A day of
 * the week is the next one from today on, with "next" (下) that of the week after this. What is added to today is
 * calendar time. Of the clock nothing is known here.
 *
 * Returns: whether all of @text was understood
 */
gboolean guatu_typed_date_parse (const GuatuTypedDate *about,
                                 const char           *text,
                                 GuatuInstant         *instant);

G_END_DECLS
