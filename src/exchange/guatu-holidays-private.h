/* guatu-holidays-private.h — days gathered by the readers of holiday files. */
#pragma once

#include "guatu-holidays.h"

G_BEGIN_DECLS

#define GUATU_HOLIDAYS_MAX_DAYS 20000

struct _GuatuHolidays
{
  GArray       *days;         /* of GuatuSpecialDays */
  GStringChunk *names;
  GuatuInstant  covers_from;
  GuatuInstant  covers_to;
};

/* Each fills @self from text that is valid UTF-8 and ended by NUL, without NUL in it. */
gboolean    guatu_holidays_read_json      (GuatuHolidays          *self,
                                           const char             *text,
                                           gsize                   length,
                                           GuatuNotes             *notes,
                                           GError                **error);
gboolean    guatu_holidays_read_icalendar (GuatuHolidays          *self,
                                           const char             *text,
                                           gsize                   length,
                                           GuatuNotes             *notes,
                                           GError                **error);

/* Takes a copy of @days, and of its name on one line. %FALSE where the limit is met. */
gboolean    guatu_holidays_add            (GuatuHolidays          *self,
                                           const GuatuSpecialDays *days);

/* What is said of a day: whether people work, or have it off. 0: nothing. */
typedef enum { GUATU_DAY_SAYS_NOTHING, GUATU_DAY_IS_WORKED, GUATU_DAY_IS_OFF, GUATU_DAY_IS_SWAPPED } GuatuDayHint;

GuatuDayHint guatu_holidays_hint          (const char             *text);

/* "2026-10-01 国庆节": how notes name a day. Free it. */
char       *guatu_holidays_place          (GuatuInstant            day,
                                           const char             *name);

G_END_DECLS
