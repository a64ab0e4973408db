/* guatu-special-days.h — days that a file of holidays declares off or worked, on their way into a calendar. */
#pragma once

#include "guatu-document.h"

G_BEGIN_DECLS

/* One exception to be: plain days from @from to @to, both midnights and both counted, or days that come back
 * between them as GuatuException says (guatu-worktime.h). */
typedef struct
{
  GuatuInstant    from;
  GuatuInstant    to;
  const char     *name;         /* "" for none */
  gboolean        works;        /* else a day off; */
  gboolean        as_week;      /* or, of plain days, nothing special: as if nobody had ever said anything of them */
  gboolean        closure;      /* a day off that is no holiday, also where holidays are published */
  const GuatuHours *hours;      /* of a day that is worked; none: the calendar's usual ones */
  guint           n_hours;
  GuatuRecurrence recurrence;   /* GUATU_RECUR_DAILY: every day of the range */
  int             period;
  int             weekdays;
  int             month;
  int             month_day;
  int             place;
  int             item;
} GuatuSpecialDays;

typedef struct
{
  const GuatuSpecialDays *days;
  guint                   n;
  GuatuInstant            covers_from;  /* first and last day for which the file is complete: whole years, */
  GuatuInstant            covers_to;    /* or GUATU_NONE twice */
  const char             *source;       /* what the journal calls the file */
  gint64                  replaces;     /* id of an exception of the calendar that goes; 0: none */
} GuatuDaysImport;

/**
 * guatu_document_import_days:
 * @calendar: id of a calendar
 *
 * Puts the days into the calendar, in one entry. They take the place of what plain exceptions of the calendar say of
 * the same days; other days of those, exceptions that recur and all other calendars stay. A day that is worked
 * gets the hours of the calendar's first weekday that has any (looked for in its base as well), else 8:00–12:00
 * and 13:00–17:00. What is there already just so is left alone, so that taking the same file in twice
 * logs nothing.
 *
 * The years for which holidays are published are widened by those that @import covers, if they join on to them.
 * GUATU_DOCUMENT_ERROR_INVALID for days outside a plan's range or that end before they start.
 */
gboolean   guatu_document_import_days  (GuatuDocument         *self,
                                        gint64                 calendar,
                                        const GuatuDaysImport *import,
                                        GError               **error);

/* The plan as that would leave it, settled; to be scheduled and compared. The document stays as it is. */
GuatuPlan *guatu_document_preview_days (GuatuDocument         *self,
                                        gint64                 calendar,
                                        const GuatuDaysImport *import,
                                        GError               **error);

G_END_DECLS
