/* guatu-calendar-words.c — puts days, calendars and what moves into words. */
#include "guatu-calendar-words.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>

#include "guatu-chart-text.h"
#include "guatu-hours-text.h"
#include "guatu-list-text.h"

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
  /* Translators: a date; what stands in braces is filled in, see guatu_chart_expand(). */
  return expand (_("{day} {Month} {year}"), day);
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
      g_autofree char *month = expand (_("{Month} {year}"), from);

      /* Translators: two days of a month, and the month with its year: “1–7 October 2022” */
      return g_strdup_printf (_("%1$d–%2$d %3$s"), one.day, other.day, month);
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

const char *
guatu_weekday_name (int weekday)
{
  static const char * const names[] = { N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"),
                                        N_("Saturday"), N_("Sunday") };

  return weekday >= 0 && weekday < 7 ? _(names[weekday]) : "";
}

/* Bit 0 is Sunday. */
static char *
weekdays_text (int bits)
{
  GString *text = g_string_new (NULL);

  for (int weekday = 0; weekday < 7; weekday++)
    if ((bits >> (weekday + 1) % 7 & 1) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? guatu_list_comma () : "",
                              guatu_weekday_name (weekday));

  return g_string_free (text, FALSE);
}

static const char *
item_text (int item)
{
  static const char * const items[] = { N_("day"), N_("weekday"), N_("weekend day") };

  if (item < 0 || item > 9)
    return "";
  return item < 3 ? _(items[item]) : guatu_weekday_name ((item - 3 + 6) % 7);
}

static const char *
place_text (int place)
{
  static const char * const places[] = { N_("first"), N_("second"), N_("third"), N_("fourth"), N_("last") };

  return place >= 0 && place <= 4 ? _(places[place]) : "";
}

static char *
month_text (int month)
{
  GuatuInstant day = guatu_instant_from_civil ((GuatuCivil) { .year = 2000, .month = CLAMP (month, 1, 12), .day = 1 });

  /* Translators: a month’s name, in “every year on 20 June”. */
  return expand (C_("month of a rule", "{Month}"), day);
}

static char *
rule_text (const GuatuException *exception)
{
  int period = MAX (exception->period, 1);
  g_autofree char *month = month_text (exception->month);
  g_autofree char *weekdays = weekdays_text (exception->weekdays);
  const char *place = place_text (exception->place), *item = item_text (exception->item);

  switch (exception->recurrence)
    {
    case GUATU_RECUR_EVERY_N_DAYS:
      return g_strdup_printf (ngettext ("every %d day", "every %d days", (gulong) period), period);
    case GUATU_RECUR_WEEKLY:
      return period == 1 ? g_strdup_printf (_("every week on %s"), weekdays)
                         : g_strdup_printf (_("every %1$d weeks on %2$s"), period, weekdays);
    case GUATU_RECUR_MONTHLY_DAY:
      return period == 1 ? g_strdup_printf (_("every month on day %d"), exception->month_day)
                         : g_strdup_printf (_("every %1$d months on day %2$d"), period, exception->month_day);
    case GUATU_RECUR_MONTHLY_PLACE:
      /* Translators: the first Monday of a month: the place and the day. */
      return period == 1 ? g_strdup_printf (_("every month on the %1$s %2$s"), place, item)
                         : g_strdup_printf (_("every %1$d months on the %2$s %3$s"), period, place, item);
    case GUATU_RECUR_YEARLY_DAY:
      /* Translators: a month’s name and the day. */
      return g_strdup_printf (_("every year on %2$d %1$s"), month, exception->month_day);
    case GUATU_RECUR_YEARLY_PLACE:
      /* Translators: the first Monday of a month: the month, the place and the day. */
      return g_strdup_printf (_("every year on the %2$s %3$s of %1$s"), month, place, item);
    case GUATU_RECUR_DAILY:
    default:
      return g_strdup (_("every day"));
    }
}

char *
guatu_words_recurrence (const GuatuException *exception)
{
  g_autofree char *rule = rule_text (exception);
  g_autofree char *to = guatu_words_date (exception->to);

  /* An end that no plan reaches is none. */
  if (exception->to >= GUATU_INSTANT_MAX - 366 * GUATU_DAY)
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
