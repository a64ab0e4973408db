/* guatu-time.h — instants: points in local civil time, counted in seconds. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GuatuInstant:
 *
 * A point in local civil time: seconds since 1970-01-01 00:00:00, with no time zone and no leap
 * seconds. A finish is the instant at which its last working second ends: work that ends with the
 * day ends at 17:00, not at the next 8:00.
 */
typedef gint64 GuatuInstant;

/* No instant, and no number where a field is nullable. */
#define GUATU_NONE G_MININT64

#define GUATU_MINUTE ((gint64) 60)
#define GUATU_HOUR   ((gint64) 3600)
#define GUATU_DAY    ((gint64) 86400)
#define GUATU_WEEK   (7 * GUATU_DAY)

/* Plans live between these: 1900-01-01 00:00:00 and 2199-12-31 24:00:00. */
#define GUATU_INSTANT_MIN ((GuatuInstant) -25567 * 86400)
#define GUATU_INSTANT_MAX ((GuatuInstant)  84006 * 86400)

/* A civil date and time of day. Months and days count from 1; 24:00 is hour 0 of the next day. */
typedef struct
{
  int year;
  int month;
  int day;
  int hour;
  int minute;
  int second;
} GuatuCivil;

GuatuInstant guatu_instant_from_civil (GuatuCivil    civil);
GuatuCivil   guatu_instant_to_civil   (GuatuInstant  instant);
gboolean     guatu_instant_is_valid   (GuatuInstant  instant);

/* The day that holds @instant, counted from 1970-01-01; and the seconds since its midnight. */
gint64       guatu_instant_day        (GuatuInstant  instant);
gint64       guatu_instant_daytime    (GuatuInstant  instant);

/* 0 Monday … 6 Sunday, as in ISO 8601. */
int          guatu_instant_weekday    (GuatuInstant  instant);

/* ISO 8601 week number; @year takes the year that the week belongs to, or is %NULL. */
int          guatu_instant_iso_week   (GuatuInstant  instant,
                                       int          *year);

/* The same day @months later, or the month's last day where it is shorter. */
GuatuInstant guatu_instant_add_months (GuatuInstant  instant,
                                       int           months);

/* A valid civil date: month 1–12, a day that the month has, within the plan's range. */
gboolean     guatu_civil_is_valid     (GuatuCivil    civil);

/* "2022-10-17T08:00:00", the form of JSON and of SQL dumps; "" for GUATU_NONE. */
char        *guatu_instant_to_iso     (GuatuInstant  instant);

/**
 * guatu_instant_parse:
 * @text: "2022-10-17", "2022-10-17 08:00", "2022-10-17T08:00:00", "2022/10/17", "2022.10.17",
 *   "2022年10月17日", each with or without a time
 * @daytime: seconds of the day to take where @text names no time
 * @instant: (out): the instant
 *
 * Reads an unambiguous date, year first. A trailing zone ("+08:00", "Z", "-+0100") is an error
 * here; readers of foreign files strip and report it.
 *
 * Returns: whether @text was such a date within the plan's range, with nothing left over
 */
gboolean     guatu_instant_parse      (const char   *text,
                                       gint64        daytime,
                                       GuatuInstant *instant);

/* "Oct 17, 2022", as texts for people write it in the reader's language, and the same with the time of day; "" for
 * GUATU_NONE. Free it. */
char        *guatu_day_label          (GuatuInstant  instant);
char        *guatu_moment_label       (GuatuInstant  instant);

/* "8:00", "08:00", "08:00:30", up to "24:00", as seconds of the day. Whether @text was such a time. */
gboolean     guatu_daytime_parse      (const char   *text,
                                       gint64       *daytime);

/* "08:00", or "08:00:30" where there are seconds. Free it. */
char        *guatu_daytime_format     (gint64        daytime);

G_END_DECLS
