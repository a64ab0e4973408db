/* guatu-calendar-words.c — puts days, calendars and what moves into words. */
#include "guatu-calendar-words.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>

#include "guatu-chart-text.h"
#include "guatu-hours-text.h"
#include "guatu-rule-words.h"

static char *
expand (const char *pattern, GuatuInstant t)
{
  GString *text = g_string_new (NULL);

  guatu_chart_expand (text, guatu_chart_language (NULL), pattern, t);
  return g_string_free (text, FALSE);
}

char *
guatu_words_date (GuatuInstant day)
{
  /* Translators: a date in a sentence; what stands in braces is filled in, see guatu_chart_expand(). */
  return expand (C_("calendar", "{Mon} {day}, {year}"), day);
}

char *
guatu_words_dates (GuatuInstant from, GuatuInstant to)
{
  GuatuCivil one = guatu_instant_to_civil (from), other = guatu_instant_to_civil (to);
  g_autofree char *start = NULL;
  g_autofree char *end = guatu_words_date (to);

  if (from == to)
    return g_steal_pointer (&end);
  if (one.year == other.year && one.month == other.month)
    {
      g_autofree char *month = expand (C_("calendar", "{Mon}"), from);

      /* Translators: a month, two of its days, and the year: “Oct 1–7, 2022” */
      return g_strdup_printf (_("%1$s %2$d–%3$d, %4$d"), month, one.day, other.day, one.year);
    }
  start = guatu_words_date (from);
  return g_strdup_printf ("%s – %s", start, end);
}

char *
guatu_words_kind (GuatuDayKind kind, const char *name)
{
  gboolean works = guatu_day_kind_works (kind);

  if (*name == '\0' && (kind == GUATU_DAY_WORKING || kind == GUATU_DAY_WEEKEND))
    return g_strdup (works ? _("working day") : _("day off"));
  /* Translators: what a day is called, and whether it is worked. */
  return g_strdup_printf (_("%1$s, %2$s"), *name != '\0' ? name : guatu_day_kind_label (kind),
                          works ? _("working day") : _("day off"));
}

char *
guatu_words_day_kind (const GuatuPlan *plan, const GuatuYear *year, GuatuInstant day)
{
  const GuatuYearDay *it = guatu_year_day (year, day);
  g_autofree char *kind = NULL;
  g_autofree char *hours = NULL;
  const GuatuHours *worked;
  guint n;

  if (it == NULL)
    return g_strdup ("");
  kind = guatu_words_kind (it->kind, guatu_year_day_name (plan, it));
  if (it->kind != GUATU_DAY_OTHER_HOURS)
    return g_steal_pointer (&kind);

  worked = guatu_worktime_hours (guatu_plan_worktime (plan, year->calendar), day, &n);
  hours = guatu_hours_format (worked, n);
  return g_strdup_printf (_("%1$s, %2$s"), kind, hours);
}

static void
append_count (GString *text, char *count)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, count);
  g_free (count);
}

char *
guatu_words_use (const GuatuCalendarUse *use)
{
  GString *text = g_string_new (NULL);

  if (use->plan)
    append_count (text, g_strdup (_("The plan")));
  if (use->n_tasks > 0)
    append_count (text, g_strdup_printf (ngettext ("%u task", "%u tasks", use->n_tasks), use->n_tasks));
  if (use->n_units > 0)
    append_count (text, g_strdup_printf (ngettext ("%u unit", "%u units", use->n_units), use->n_units));
  if (use->n_people > 0)
    append_count (text, g_strdup_printf (ngettext ("%u person", "%u people", use->n_people), use->n_people));
  if (use->n_calendars > 0)
    append_count (text, g_strdup_printf (ngettext ("%u calendar", "%u calendars", use->n_calendars),
                                         use->n_calendars));
  if (text->len == 0)
    g_string_append (text, _("Not in use"));

  return g_string_free (text, FALSE);
}

/* Recurrences --------------------------------------------------------------------------------------------- */

char *
guatu_words_recurrence (const GuatuException *exception)
{
  g_autofree char *rule = guatu_rule_words (exception, FALSE);
  g_autofree char *to = guatu_words_date (exception->to);

  if (GUATU_IS_ENDLESS (exception->to))
    return g_steal_pointer (&rule);
  return g_strdup_printf (_("%1$s, until %2$s"), rule, to);
}

/* Edits --------------------------------------------------------------------------------------------------- */

char *
guatu_words_moved (const char *what, guint n_moved, GuatuInstant finish_before, GuatuInstant finish)
{
  g_autofree char *day = guatu_words_date (guatu_chart_last_day (finish));
  g_autofree char *count = NULL;

  if (n_moved == 0)
    return g_strdup_printf (_("%s. No task moves"), what);
  count = g_strdup_printf (ngettext ("%u task moves", "%u tasks move", n_moved), n_moved);
  if (finish == finish_before)
    return g_strdup_printf (_("%1$s. %2$s, the plan’s finish does not"), what, count);
  return g_strdup_printf (_("%1$s. %2$s, the plan now finishes on %3$s"), what, count, day);
}

int
guatu_first_weekday (const char *language)
{
  /* glibc: which day its list of weekdays begins with, and which of the list comes first. */
  const char *first = nl_langinfo (_NL_TIME_FIRST_WEEKDAY);
  guint start = GPOINTER_TO_UINT (nl_langinfo (_NL_TIME_WEEK_1STDAY));

  if (guatu_language_is (language, "zh"))
    return 0;

  /* 19971130 is a Sunday, 19971201 a Monday. */
  return (*first - 1 + (start == 19971201 ? 0 : 6)) % 7;
}
