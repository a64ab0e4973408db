/* guatu-year-changes.c — the days that one version of a calendar has otherwise than another. */
#include "guatu-year.h"

#include <string.h>

static gboolean
same_time (const GuatuWorktime *before, const GuatuWorktime *after, GuatuInstant day)
{
  guint n, m;
  const GuatuHours *one = guatu_worktime_hours (before, day, &n), *other = guatu_worktime_hours (after, day, &m);

  return n == m && (n == 0 || memcmp (one, other, n * sizeof *one) == 0);
}

GArray *
guatu_calendar_changes (const GuatuPlan *before,
                        const GuatuPlan *after,
                        gint32           calendar,
                        GuatuInstant     from,
                        GuatuInstant     to)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (GuatuDayChange));
  const GuatuWorktime *time_before = guatu_plan_worktime (before, calendar);
  const GuatuWorktime *time_after = guatu_plan_worktime (after, calendar);

  from = CLAMP (from, GUATU_INSTANT_MIN, GUATU_INSTANT_MAX - GUATU_DAY);
  to = CLAMP (to, GUATU_INSTANT_MIN, GUATU_INSTANT_MAX - GUATU_DAY);
  for (int year = guatu_instant_to_civil (from).year; year <= guatu_instant_to_civil (to).year; year++)
    {
      g_autoptr(GuatuYear) one = guatu_year_new (before, calendar, year);
      g_autoptr(GuatuYear) other = guatu_year_new (after, calendar, year);

      for (guint i = 0; i < one->n_days; i++)
        {
          GuatuDayChange change = {
            one->from + i * GUATU_DAY, one->days[i].kind, other->days[i].kind,
            guatu_year_day_name (before, &one->days[i]), guatu_year_day_name (after, &other->days[i]),
          };

          if (change.day < from || change.day > to ||
              (change.before == change.after && g_str_equal (change.name_before, change.name_after) &&
               same_time (time_before, time_after, change.day)))
            continue;
          g_array_append_val (changes, change);
        }
    }

  return changes;
}
