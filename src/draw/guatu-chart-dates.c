/* guatu-chart-dates.c — dates in words and figures, as the language of a chart writes them. */
#include "guatu-chart-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char * const months[] = {
  NC_("month", "January"), NC_("month", "February"), NC_("month", "March"), NC_("month", "April"),
  NC_("month", "May"), NC_("month", "June"), NC_("month", "July"), NC_("month", "August"),
  NC_("month", "September"), NC_("month", "October"), NC_("month", "November"), NC_("month", "December"),
};

static const char * const short_months[] = {
  NC_("short month", "Jan"), NC_("short month", "Feb"), NC_("short month", "Mar"), NC_("short month", "Apr"),
  NC_("short month", "May"), NC_("short month", "Jun"), NC_("short month", "Jul"), NC_("short month", "Aug"),
  NC_("short month", "Sep"), NC_("short month", "Oct"), NC_("short month", "Nov"), NC_("short month", "Dec"),
};

static const char * const short_weekdays[] = {
  NC_("short weekday", "Mon"), NC_("short weekday", "Tue"), NC_("short weekday", "Wed"),
  NC_("short weekday", "Thu"), NC_("short weekday", "Fri"), NC_("short weekday", "Sat"),
  NC_("short weekday", "Sun"),
};

/* The three parts of a month, ten days each but the last. */
static const char * const thirds[] = {
  NC_("ten days", "1–10"), NC_("ten days", "11–20"), NC_("ten days", "21–"),
};

/* Translators: write dates as lists in your language do. Marks: {year}, {month} 1–12, {month2} 01–12,
 * {Month} and {Mon} its name, {day}, {day2}, {Wday} day of the week, {hour}, {minute}; more in
 * guatu-chart-text.h. In Chinese: "{month}-{day}" and "{year}-{month2}-{day2}". */
static const char * const date_patterns[] = {
  [GUATU_DATE_DAY] = NC_("date", "{Mon} {day}"),
  [GUATU_DATE_FULL] = NC_("date", "{Mon} {day}, {year}"),
  [GUATU_DATE_TIME] = NC_("date", "{Mon} {day} {hour}:{minute}"),
};

static int
days_in_month (GuatuCivil civil)
{
  GuatuInstant first = guatu_instant_from_civil ((GuatuCivil) { civil.year, civil.month, 1 });

  return (int) (guatu_instant_day (guatu_instant_add_months (first, 1)) - guatu_instant_day (first));
}

/* Fills in one mark; answers whether it is known. */
static gboolean
append_mark (GString     *text,
             const char  *language,
             const char  *mark,
             gsize        length,
             GuatuInstant t,
             GuatuCivil   civil)
{
  int third = MIN ((civil.day - 1) / 10, 2);

#define IS(name) (length == strlen (name) && strncmp (mark, name, length) == 0)
  if (IS ("year"))
    g_string_append_printf (text, "%d", civil.year);
  else if (IS ("quarter"))
    g_string_append_printf (text, "%d", (civil.month + 2) / 3);
  else if (IS ("month"))
    g_string_append_printf (text, "%d", civil.month);
  else if (IS ("Month"))
    g_string_append (text, guatu_chart_text_in_context (language, "month", months[civil.month - 1]));
  else if (IS ("Mon"))
    g_string_append (text, guatu_chart_text_in_context (language, "short month", short_months[civil.month - 1]));
  else if (IS ("day"))
    g_string_append_printf (text, "%d", civil.day);
  else if (IS ("day2"))
    g_string_append_printf (text, "%02d", civil.day);
  else if (IS ("month2"))
    g_string_append_printf (text, "%02d", civil.month);
  else if (IS ("last"))
    g_string_append_printf (text, "%d", third < 2 ? 10 * (third + 1) : days_in_month (civil));
  else if (IS ("third"))
    g_string_append (text, guatu_chart_text_in_context (language, "ten days", thirds[third]));
  else if (IS ("week"))
    g_string_append_printf (text, "%d", guatu_instant_iso_week (t, NULL));
  else if (IS ("Wday"))
    g_string_append (text, guatu_chart_text_in_context (language, "short weekday",
                                                        short_weekdays[guatu_instant_weekday (t)]));
  else if (IS ("hour"))
    g_string_append_printf (text, "%02d", civil.hour);
  else if (IS ("minute"))
    g_string_append_printf (text, "%02d", civil.minute);
  else
    return FALSE;
#undef IS

  return TRUE;
}

void
guatu_chart_expand (GString     *text,
                    const char  *language,
                    const char  *pattern,
                    GuatuInstant t)
{
  GuatuCivil civil = guatu_instant_to_civil (t);

  while (*pattern != '\0')
    {
      const char *end = *pattern == '{' ? strchr (pattern, '}') : NULL;

      if (end != NULL && append_mark (text, language, pattern + 1, (gsize) (end - pattern - 1), t, civil))
        pattern = end + 1;
      else
        g_string_append_c (text, *pattern++);
    }
}

void
guatu_chart_append_date (GString      *text,
                         const char   *language,
                         GuatuDateForm form,
                         GuatuInstant  t)
{
  if (t == GUATU_NONE)
    return;

  guatu_chart_expand (text, language, guatu_chart_text_in_context (language, "date", date_patterns[form]), t);
}
