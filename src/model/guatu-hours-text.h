/* guatu-hours-text.h — working hours of a day as people write them: "8:00–12:00, 14:00–18:00". */
#pragma once

#include "guatu-worktime.h"

G_BEGIN_DECLS

/* A day has no more stretches than this. */
#define GUATU_MOST_STRETCHES 16

/**
 * guatu_hours_parse:
 * @text: stretches parted by commas, semicolons or blanks; from and to are joined by any dash, "~", "to" or "至";
 *   hours alone ("8-12") are full hours, and "24:00" is the day's end. Full-width characters stand for the usual ones
 * @hours: (out): room for GUATU_MOST_STRETCHES; they come sorted
 * @n: (out): how many; 0 for an empty text, a day without work
 *
 * Returns: whether all of it was understood and no two stretches overlap; else @error says what is wrong
 */
gboolean guatu_hours_parse  (const char        *text,
                             GuatuHours         hours[GUATU_MOST_STRETCHES],
                             guint             *n,
                             GError           **error);

/* "8:00–12:00, 13:00–17:00"; "" for none. Free it. */
char    *guatu_hours_format (const GuatuHours  *hours,
                             guint              n);

G_END_DECLS
