/* guatu-calendar-edit.h — the verbs of people who edit a calendar by hand: days, hours of the week, copies. */
#pragma once

#include "guatu-special-days.h"

G_BEGIN_DECLS

/**
 * guatu_document_mark_days:
 * @calendar: id of a calendar
 * @days: plain days, or days that come back; @name "" for none
 *
 * Days off, days worked, or days as the week says, in one entry. Plain days take the place of what plain exceptions of
 * the calendar say of them; where base calendars or exceptions that recur would still speak, “as the week says” writes
 * the week's hours down. What comes back is added to the rest.
 * GUATU_DOCUMENT_ERROR_INVALID for days outside a plan's range, or hours that overlap.
 */
gboolean guatu_document_mark_days     (GuatuDocument          *self,
                                       gint64                  calendar,
                                       const GuatuSpecialDays *days,
                                       GError                **error);

/* What comes back, an exception of a calendar, is to come back as @days say, in one entry. Errors as above. */
gboolean guatu_document_change_recurring (GuatuDocument          *self,
                                          gint64                  exception,
                                          const GuatuSpecialDays *days,
                                          GError                **error);

/**
 * guatu_document_set_weekday:
 * @calendar: id of a calendar
 * @week: id of one of its working weeks with dates; 0: the usual week
 * @weekday: 0 Monday … 6 Sunday
 * @given: FALSE: this week says nothing of the day; then its base does, or the usual week
 * @hours: sorted and apart; none: no work
 *
 * The hours of a weekday, in one entry.
 */
gboolean guatu_document_set_weekday   (GuatuDocument          *self,
                                       gint64                  calendar,
                                       gint64                  week,
                                       int                     weekday,
                                       gboolean                given,
                                       const GuatuHours       *hours,
                                       guint                   n,
                                       GError                **error);

/* A calendar like that one, with all that belongs to it, under another name, in one entry. @id takes the new one's. */
gboolean guatu_document_copy_calendar (GuatuDocument          *self,
                                       gint64                  calendar,
                                       const char             *name,
                                       gint64                 *id,
                                       GError                **error);

G_END_DECLS
