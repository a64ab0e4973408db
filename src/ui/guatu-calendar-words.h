/* guatu-calendar-words.h — what the window says of days and calendars, in words for people. */
#pragma once

#include "guatu-rule-words.h"
#include "guatu-special-days.h"
#include "guatu-year.h"

G_BEGIN_DECLS

/* All in the reader's language. Every text is to be freed. */

/* "Oct 1, 2022". */
char *guatu_words_date        (GuatuInstant        day);

/* "Oct 1, 2022", "Oct 1–7, 2022", "Sep 30, 2022 – Oct 3, 2022". */
char *guatu_words_dates       (GuatuInstant        from,
                               GuatuInstant        to);

/* "National Day, day off"; of a day worked at other hours these. */
char *guatu_words_day_kind    (const GuatuPlan    *plan,
                               const GuatuYear    *year,
                               GuatuInstant        day);

/* The same of a change: the name and what the day is. */
char *guatu_words_kind        (GuatuDayKind        kind,
                               const char         *name);

/* "Plan · 12 tasks · 2 units": who uses the calendar; that nobody does. */
char *guatu_words_use         (const GuatuCalendarUse *use);

/* When an exception comes back: "every year on 1 May", "every week on Sat, until 31 December 2022". */
char *guatu_words_recurrence  (const GuatuException *exception);

/* What an edit by hand came to: "3 tasks move, the plan now finishes on 12 November 2022". */
char *guatu_words_moved       (const char         *what,
                               guint               n_moved,
                               GuatuInstant        finish_before,
                               GuatuInstant        finish);

/* The first day of the week: Monday for Chinese, else what the locale says. 0 Monday … 6 Sunday. */
int   guatu_first_weekday     (const char         *language);

G_END_DECLS
