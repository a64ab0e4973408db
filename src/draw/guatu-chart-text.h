/* guatu-chart-text.h — the words and dates of printed matter, in the language of the plan. */
#pragma once

#include "guatu-time.h"

G_BEGIN_DECLS

/*
 * A chart is printed in the language of the plan, whatever the language of the person who prints
 * it, and also on a machine where no locale is set up at all, where gettext() translates nothing.
 * So the catalogue of the language is read from its .mo file, in the folder that was given to
 * bindtextdomain(). Strings are marked for translation with N_() and NC_() like any other.
 *
 * A language is written "zh_CN", "zh-CN" or "zh_CN.UTF-8"; where the catalogue of the country is
 * missing that of the language answers ("de" for "de_AT"), and the source string where there is
 * none. Safe to use from several threads.
 */

/* The text in @language for the source string @msgid. Lives as long as the program. */
const char *guatu_chart_text            (const char   *language,
                                         const char   *msgid);

/* The same for a string marked NC_ (@context, @msgid). */
const char *guatu_chart_text_in_context (const char   *language,
                                         const char   *context,
                                         const char   *msgid);

/* @language where it names one, else the reader's own. */
const char *guatu_chart_language        (const char   *language);

gboolean    guatu_language_is           (const char   *language,
                                         const char   *prefix);

/**
 * guatu_chart_expand:
 * @pattern: a text with marks in braces, in @language already
 * @t: the instant that the marks speak of
 *
 * Appends @pattern to @text with its marks filled in: {year}, {quarter} 1–4, {month} 1–12, {Month}
 * and {Mon} its name in full and short, {day}, {month2} and {day2} with two digits, {last} the last day of
 * the third of the month, {third} that third's name, {week} by ISO 8601, {Wday} the day of the week in
 * short, {hour} and {minute} with two digits. A mark that is not known stays as it is.
 */
void        guatu_chart_expand          (GString      *text,
                                         const char   *language,
                                         const char   *pattern,
                                         GuatuInstant  t);

typedef enum
{
  GUATU_DATE_DAY,               /* 10-17, Oct 17 */
  GUATU_DATE_FULL,              /* 2022-10-17, Oct 17, 2022 */
  GUATU_DATE_TIME,              /* 10-17 08:00, Oct 17 08:00 */
} GuatuDateForm;

/* Appends the date as lists and notes show it; nothing for GUATU_NONE. For a finish, see guatu_chart_last_day(). */
void        guatu_chart_append_date     (GString      *text,
                                         const char   *language,
                                         GuatuDateForm form,
                                         GuatuInstant  t);

/* The instant to show for a finish: work that ends at midnight ends on the day before. */
#define guatu_chart_last_day(finish) ((finish) == GUATU_NONE ? GUATU_NONE : (finish) - 1)

G_END_DECLS
