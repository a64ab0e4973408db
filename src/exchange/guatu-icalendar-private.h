/* guatu-icalendar-private.h — recurrence rules of iCalendar, understood and laid out. */
#pragma once

#include <libical/ical.h>

#include "guatu-holidays-private.h"

G_BEGIN_DECLS

/* Whether the rule speaks of nothing but days that the functions below understand: no hours, no BYSETPOS,
 * BYWEEKNO, BYYEARDAY or other calendars. */
gboolean guatu_icalendar_understands (const struct icalrecurrencetype *rule);

/* The last midnight that the rule may reach: its UNTIL, else the end of 2099. */
GuatuInstant guatu_icalendar_until   (const struct icalrecurrencetype *rule);

/* Whether the day is one of the rule that begins at @start, leaving COUNT aside. */
gboolean guatu_icalendar_matches     (const struct icalrecurrencetype *rule,
                                      GuatuInstant                     start,
                                      GuatuInstant                     day);

/* Writes the rule into the recurrence of @days, whose from is its start. FALSE, and @days as it was, where an
 * exception cannot say the same. */
gboolean guatu_icalendar_map         (const struct icalrecurrencetype *rule,
                                      GuatuSpecialDays                *days);

G_END_DECLS
