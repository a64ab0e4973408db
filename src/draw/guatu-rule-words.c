/* guatu-rule-words.c — puts into words when something comes back. */
#include "guatu-rule-words.h"

#include <glib/gi18n-lib.h>

#include "guatu-chart-text.h"
#include "guatu-list-text.h"

const char *
guatu_weekday_name (int weekday)
{
  static const char * const names[] = { N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"),
                                        N_("Saturday"), N_("Sunday") };

  return weekday >= 0 && weekday < 7 ? _(names[weekday]) : "";
}

char *
guatu_weekday_letter (int weekday)
{
  /* 2024-01-01 is a Monday. */
  GuatuInstant monday = guatu_instant_from_civil ((GuatuCivil) { .year = 2024, .month = 1, .day = 1 });
  GString *text = g_string_new (NULL);

  /* Translators: a weekday in the room of a button: Mo, Tu; see guatu_chart_expand(). */
  guatu_chart_expand (text, guatu_chart_language (NULL), C_("weekday of a rule", "{Wday}"), monday + weekday * GUATU_DAY);
  return g_string_free (text, FALSE);
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

const char *
guatu_rule_item (int item)
{
  static const char * const items[] = { N_("day"), N_("weekday"), N_("weekend day") };

  if (item < 0 || item > 9)
    return "";
  return item < 3 ? _(items[item]) : guatu_weekday_name ((item - 3 + 6) % 7);
}

const char *
guatu_rule_place (int place)
{
  static const char * const places[] = { N_("first"), N_("second"), N_("third"), N_("fourth"), N_("last") };

  return place >= 0 && place <= 4 ? _(places[place]) : "";
}

char *
guatu_month_name (int month)
{
  GuatuInstant day = guatu_instant_from_civil ((GuatuCivil) { .year = 2000, .month = CLAMP (month, 1, 12), .day = 1 });
  GString *text = g_string_new (NULL);

  /* Translators: a month’s name, in “every year on 20 June”. */
  guatu_chart_expand (text, guatu_chart_language (NULL), C_("month of a rule", "{Month}"), day);
  return g_string_free (text, FALSE);
}

/* Calendars know no rule of every second year. */
static int
years_of (const GuatuException *exception, gboolean years)
{
  return years ? MAX (exception->period, 1) : 1;
}

static char *
yearly_text (const GuatuException *exception, int years)
{
  g_autofree char *month = guatu_month_name (exception->month);
  const char *place = guatu_rule_place (exception->place), *item = guatu_rule_item (exception->item);

  if (exception->recurrence == GUATU_RECUR_YEARLY_DAY)
    /* Translators: a month’s name and the day. */
    return years == 1 ? g_strdup_printf (_("every year on %2$d %1$s"), month, exception->month_day)
                      : g_strdup_printf (_("every %3$d years on %2$d %1$s"), month, exception->month_day, years);
  /* Translators: the first Monday of a month: the month, the place and the day. */
  return years == 1 ? g_strdup_printf (_("every year on the %2$s %3$s of %1$s"), month, place, item)
                    : g_strdup_printf (_("every %4$d years on the %2$s %3$s of %1$s"), month, place, item, years);
}

char *
guatu_rule_words (const GuatuException *exception, gboolean years)
{
  int period = MAX (exception->period, 1);
  g_autofree char *weekdays = weekdays_text (exception->weekdays);
  const char *place = guatu_rule_place (exception->place), *item = guatu_rule_item (exception->item);

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
    case GUATU_RECUR_YEARLY_PLACE:
      return yearly_text (exception, years_of (exception, years));
    case GUATU_RECUR_DAILY:
    default:
      return g_strdup (_("every day"));
    }
}

char *
guatu_recurrence_words (const GuatuTaskRecurrence *rule)
{
  const GuatuException exception = {
    .from = rule->from_date, .to = rule->to_date, .recurrence = (GuatuRecurrence) rule->recurrence,
    .period = (int) rule->period, .weekdays = rule->weekdays, .month = rule->month, .month_day = rule->month_day,
    .place = rule->place, .item = rule->item,
  };
  g_autofree char *words = guatu_rule_words (&exception, TRUE);
  GString *end = g_string_new (NULL);
  g_autofree char *day = NULL;

  if (rule->times != GUATU_NONE)
    g_string_append_printf (end, ngettext ("%s, %d time", "%s, %d times", (gulong) rule->times), words,
                            (int) rule->times);
  else
    {
      day = guatu_day_label (rule->to_date);
      g_string_append_printf (end, _("%1$s, until %2$s"), words, day);
    }
  return g_string_free (end, FALSE);
}
