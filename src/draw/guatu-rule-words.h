/* guatu-rule-words.h — when something comes back, in words of the reader's language. */
#pragma once

#include "guatu-plan.h"

G_BEGIN_DECLS

/* "every 2 weeks on Monday, Thursday"; where @years the period of a yearly rule is told too. Free it. */
char       *guatu_rule_words       (const GuatuException      *exception,
                                    gboolean                   years);

/* The same of a recurring task, and until when: "every month on day 5, 12 times". Free it. */
char       *guatu_recurrence_words (const GuatuTaskRecurrence *rule);

/* "Monday". 0 Monday … 6 Sunday. */
const char *guatu_weekday_name     (int                        weekday);

/* The same in short, and a month from 1 to 12: "Mon", "June". Free them. */
char       *guatu_weekday_letter   (int                        weekday);
char       *guatu_month_name       (int                        month);

/* "last", and "weekend day" or "Friday", as GuatuException numbers them. */
const char *guatu_rule_place       (int                        place);
const char *guatu_rule_item        (int                        item);

G_END_DECLS
