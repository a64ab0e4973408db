/* guatu-holidays.h — holidays and make-up working days out of iCalendar and JSON files. */
#pragma once

#include "guatu-exchange.h"
#include "guatu-notes.h"
#include "guatu-special-days.h"

G_BEGIN_DECLS

/* Nobody's calendar of holidays is larger. */
#define GUATU_HOLIDAYS_MAX_BYTES (4u * 1024 * 1024)

typedef struct _GuatuHolidays GuatuHolidays;

/**
 * guatu_holidays_read:
 * @notes: takes what was not carried over
 *
 * Reads the days of a file, ready for guatu_document_import_days(). What it holds is found out from its name's
 * ending, else from its beginning:
 *
 * - iCalendar (RFC 5545): all-day events are days off; those whose summary, categories or X- properties say that
 *   people work (“上班”, “补班”, “（班）”, X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY …), and events called “调休” on a
 *   weekend, are worked. Rules that come back daily, weekly, monthly or yearly become recurring exceptions
 *   where the two mean the same; without an end they end with 2099. Others are laid out for up to 20 years, 1,000
 *   times an event. Events with a time of day, to-dos and the like are named in @notes.
 * - JSON as NateScarlet/holiday-cn publishes it: {"year": 2026, "days": [{"name", "date", "isOffDay"}]}.
 *
 * A JSON file covers its year. An iCalendar file covers a year where it has a plain day on 1 January and one in its
 * last quarter. Limits: 4 MiB, 200,000 lines, 16 levels, 20,000 days.
 *
 * Returns: the days, or %NULL with GUATU_EXCHANGE_ERROR
 */
GuatuHolidays *guatu_holidays_read  (const char          *path,
                                     GuatuNotes          *notes,
                                     GError             **error);
void           guatu_holidays_free  (GuatuHolidays       *self);

/* What is to be imported; lives as long as @self. @source may be set by the caller. */
GuatuDaysImport guatu_holidays_get  (const GuatuHolidays *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuHolidays, guatu_holidays_free)

G_END_DECLS
