/* test-worktime-random.c — random calendars against a reader of the rules that walks day by day. */
#include "guatu-worktime.h"

#include <string.h>

/*
 * The oracle asks of each day in turn "does this exception fall on it?" and walks from stretch to
 * stretch. It shares nothing with the compiled form but the header: dates come from GDate.
 */

#define N_CALENDARS (g_test_slow () ? 1000 : 80)
#define N_QUESTIONS 60

typedef struct
{
  GuatuCalendarSpec spec;
  GuatuException    exceptions[6];
  GuatuWorkWeek     weeks[3];
  GuatuHours        hours[80];
  guint             n_hours;
} Random;

static gint64
day_of (GuatuInstant t)
{
  return t >= 0 ? t / GUATU_DAY : -((GUATU_DAY - 1 - t) / GUATU_DAY);
}

static void
date_of (gint64 day, GDate *date)
{
  g_date_clear (date, 1);
  g_date_set_julian (date, (guint32) (day + 719163));
}

/* 0 Sunday … 6 Saturday. */
static int
sunday_weekday (gint64 day)
{
  GDate date;

  date_of (day, &date);

  return (int) g_date_get_weekday (&date) % 7;
}

static gboolean
matches_item (gint64 day, int item)
{
  int weekday = sunday_weekday (day);

  return item == 0
         || (item == 1 && weekday >= 1 && weekday <= 5)
         || (item == 2 && (weekday == 0 || weekday == 6))
         || (item >= 3 && item - 3 == weekday);
}

static gboolean
matches_month_day (gint64 day, int month_day)
{
  GDate date;
  int last;

  date_of (day, &date);
  last = g_date_get_days_in_month (g_date_get_month (&date), g_date_get_year (&date));

  return g_date_get_day (&date) == MIN (month_day, last);
}

static gboolean
matches_place (gint64 day, int place, int item)
{
  GDate date;
  int before = 0;
  int after = 0;
  int month_day, last;

  if (!matches_item (day, item))
    return FALSE;

  date_of (day, &date);
  month_day = g_date_get_day (&date);
  last = g_date_get_days_in_month (g_date_get_month (&date), g_date_get_year (&date));
  for (int i = 1; i <= last; i++)
    if (matches_item (day + i - month_day, item))
      {
        before += i < month_day;
        after += i > month_day;
      }

  return place == 4 ? after == 0 : before == place;
}

static int
months_of (gint64 day)
{
  GDate date;

  date_of (day, &date);

  return g_date_get_year (&date) * 12 + (int) g_date_get_month (&date) - 1;
}

static gboolean
falls_on (const GuatuException *exception, gint64 day)
{
  gint64 from = day_of (exception->from);
  int period = MAX (exception->period, 1);

  if (day < from || day > day_of (exception->to))
    return FALSE;

  switch (exception->recurrence)
    {
    case GUATU_RECUR_DAILY:
      return TRUE;
    case GUATU_RECUR_EVERY_N_DAYS:
      return (day - from) % period == 0;
    case GUATU_RECUR_WEEKLY:
      return (exception->weekdays >> sunday_weekday (day) & 1) != 0
             && (day - sunday_weekday (day) - from + sunday_weekday (from)) / 7 % period == 0;
    case GUATU_RECUR_MONTHLY_DAY:
      return (months_of (day) - months_of (from)) % period == 0 && matches_month_day (day, exception->month_day);
    case GUATU_RECUR_MONTHLY_PLACE:
      return (months_of (day) - months_of (from)) % period == 0
             && matches_place (day, exception->place, exception->item);
    case GUATU_RECUR_YEARLY_DAY:
      return months_of (day) % 12 + 1 == exception->month && matches_month_day (day, exception->month_day);
    case GUATU_RECUR_YEARLY_PLACE:
      return months_of (day) % 12 + 1 == exception->month
             && matches_place (day, exception->place, exception->item);
    default:
      g_assert_not_reached ();
    }
}

static int
precedence (const GuatuException *exception)
{
  static const int by_kind[] = {
    [GUATU_RECUR_DAILY] = 5, [GUATU_RECUR_EVERY_N_DAYS] = 4, [GUATU_RECUR_YEARLY_DAY] = 3,
    [GUATU_RECUR_YEARLY_PLACE] = 3, [GUATU_RECUR_MONTHLY_DAY] = 2, [GUATU_RECUR_MONTHLY_PLACE] = 2,
    [GUATU_RECUR_WEEKLY] = 1 };

  if (exception->recurrence == GUATU_RECUR_EVERY_N_DAYS && exception->period <= 1)
    return 5;

  return by_kind[exception->recurrence];
}

/* The exception that holds on @day, or NULL. */
static const GuatuException *
exception_on (const GuatuCalendarSpec *spec, gint64 day)
{
  const GuatuException *best = NULL;

  for (guint i = 0; i < spec->n_exceptions; i++)
    if (falls_on (&spec->exceptions[i], day)
        && (best == NULL || precedence (&spec->exceptions[i]) >= precedence (best)))
      best = &spec->exceptions[i];

  return best;
}

static const GuatuHours *
hours_on (const GuatuCalendarSpec *spec, gint64 day, guint *n)
{
  int weekday = (sunday_weekday (day) + 6) % 7;

  for (const GuatuCalendarSpec *level = spec; level != NULL; level = level->base)
    {
      const GuatuException *exception = exception_on (level, day);

      if (exception != NULL)
        {
          *n = exception->n_hours;
          return exception->hours;
        }
    }

  for (const GuatuCalendarSpec *level = spec; level != NULL; level = level->base)
    for (guint i = level->n_weeks; i-- > 0; )
      {
        const GuatuWorkWeek *week = &level->weeks[i];

        if (day >= day_of (week->from) && day <= day_of (week->to) && week->given[weekday])
          {
            *n = week->n_hours[weekday];
            return week->hours[weekday];
          }
      }

  for (const GuatuCalendarSpec *level = spec; level != NULL; level = level->base)
    if (level->given[weekday])
      {
        *n = level->n_hours[weekday];
        return level->hours[weekday];
      }

  *n = 0;

  return NULL;
}

/* The working time of some years, minute by minute: a byte for each minute. */
typedef struct
{
  gint64  first_day;
  gint64  n_days;
  guint8 *works;
} Minutes;

static Minutes
paint_minutes (const GuatuCalendarSpec *spec, gint64 first_day, gint64 n_days)
{
  Minutes minutes = { first_day, n_days, g_new0 (guint8, n_days * 1440) };

  for (gint64 day = 0; day < n_days; day++)
    {
      guint n;
      const GuatuHours *hours = hours_on (spec, first_day + day, &n);

      for (guint i = 0; i < n; i++)
        for (gint32 minute = MAX (hours[i].from, 0) / 60; minute < MIN (hours[i].to, 86400) / 60; minute++)
          minutes.works[day * 1440 + minute] = 1;
    }

  return minutes;
}

static gint64
minute_of (const Minutes *self, GuatuInstant t)
{
  return (t - self->first_day * GUATU_DAY) / 60;
}

static GuatuInstant
instant_of (const Minutes *self, gint64 minute)
{
  return self->first_day * GUATU_DAY + minute * 60;
}

/* -1 where the answer lies outside of what was painted. */
static gint64
slow_next (const Minutes *self, gint64 m)
{
  while (m < self->n_days * 1440 && !self->works[m])
    m++;

  return m < self->n_days * 1440 ? m : -1;
}

static gint64
slow_end_eq (const Minutes *self, gint64 m)
{
  gint64 end = m;

  while (end > 0 && !self->works[end - 1])
    end--;

  return end > 0 ? end : -1;
}

static gint64
slow_add (const Minutes *self, gint64 m, gint64 work)
{
  for (; work > 0; m++)
    {
      if (m >= self->n_days * 1440)
        return -1;
      work -= self->works[m];
    }
  for (; work < 0; m--)
    {
      if (m <= 0)
        return -1;
      work += self->works[m - 1];
    }

  return m;
}

static const GuatuHours *
random_hours (GRand *rand, Random *random, guint *n)
{
  GuatuHours *hours = &random->hours[random->n_hours];
  int length = g_rand_int_range (rand, 1, 600);

  *n = (guint) g_rand_int_range (rand, 0, 4);
  if (random->n_hours + *n > G_N_ELEMENTS (random->hours))
    *n = 0;
  for (guint i = 0; i < *n; i++)
    {
      hours[i].from = g_rand_int_range (rand, -1, 24) * 3600;
      hours[i].to = hours[i].from + g_rand_int_range (rand, 0, length) * 60;
    }
  random->n_hours += *n;

  return hours;
}

static GuatuInstant
random_day (GRand *rand)
{
  return (19723 + g_rand_int_range (rand, -300, 300)) * GUATU_DAY;
}

static void
make_random (GRand *rand, Random *random, const GuatuCalendarSpec *base)
{
  memset (random, 0, sizeof *random);
  random->spec.base = base;
  for (int weekday = 0; weekday < 7; weekday++)
    if ((random->spec.given[weekday] = g_rand_int_range (rand, 0, 4) > 0))
      random->spec.hours[weekday] = random_hours (rand, random, &random->spec.n_hours[weekday]);

  random->spec.exceptions = random->exceptions;
  random->spec.n_exceptions = (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (random->exceptions));
  for (guint i = 0; i < random->spec.n_exceptions; i++)
    {
      GuatuException *exception = &random->exceptions[i];

      exception->from = random_day (rand);
      exception->to = exception->from + g_rand_int_range (rand, -1, 200) * GUATU_DAY;
      exception->recurrence = g_rand_int_range (rand, 0, 7);
      exception->period = g_rand_int_range (rand, 0, 5);
      exception->weekdays = g_rand_int_range (rand, 0, 128);
      exception->month = g_rand_int_range (rand, 1, 13);
      exception->month_day = g_rand_int_range (rand, 1, 32);
      exception->place = g_rand_int_range (rand, 0, 5);
      exception->item = g_rand_int_range (rand, 0, 10);
      exception->hours = random_hours (rand, random, &exception->n_hours);
    }

  random->spec.weeks = random->weeks;
  random->spec.n_weeks = (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (random->weeks));
  for (guint i = 0; i < random->spec.n_weeks; i++)
    {
      GuatuWorkWeek *week = &random->weeks[i];

      week->from = random_day (rand);
      week->to = week->from + g_rand_int_range (rand, 0, 100) * GUATU_DAY;
      for (int weekday = 0; weekday < 7; weekday++)
        if ((week->given[weekday] = g_rand_boolean (rand)))
          week->hours[weekday] = random_hours (rand, random, &week->n_hours[weekday]);
    }
}

#define FIRST_DAY 19000
#define N_DAYS    1500

static void
question (GRand *rand, const GuatuWorktime *worktime, const Minutes *minutes)
{
  gint64 m = g_rand_int_range (rand, 300 * 1440, 1200 * 1440);
  gint64 other = m + g_rand_int_range (rand, -200 * 1440, 200 * 1440);
  gint64 work = g_rand_int_range (rand, -40 * 480, 40 * 480);
  GuatuInstant t = instant_of (minutes, m);
  GuatuInstant start, finish;
  gint64 next = slow_next (minutes, m);
  gint64 end = slow_end_eq (minutes, m);
  gint64 sum = slow_add (minutes, m, work);
  gint64 counted = 0;

  if (next >= 0)
    g_assert_cmpint (guatu_worktime_next (worktime, t), ==, instant_of (minutes, next));
  if (end >= 0)
    g_assert_cmpint (guatu_worktime_end_eq (worktime, t), ==, instant_of (minutes, end));
  if (sum >= 0)
    {
      GuatuInstant added = guatu_worktime_add (worktime, t, work * 60);

      g_assert_cmpint (added, ==, instant_of (minutes, sum));
      g_assert_cmpint (guatu_worktime_work (worktime, t, added), ==, work * 60);
    }

  for (gint64 i = MIN (m, other); i < MAX (m, other); i++)
    counted += minutes->works[i];
  g_assert_cmpint (guatu_worktime_work (worktime, t, instant_of (minutes, other)), ==,
                   other < m ? -counted * 60 : counted * 60);

  if (!guatu_worktime_works (worktime))
    return;

  finish = guatu_worktime_lay (worktime, t, work * 60, &start);
  g_assert_cmpint (start, ==, guatu_worktime_next (worktime, t));
  g_assert_cmpint (finish, ==, guatu_worktime_add (worktime, start, work * 60));
  start = guatu_worktime_lay_back (worktime, t, work * 60, &finish);
  g_assert_cmpint (finish, ==, guatu_worktime_end_eq (worktime, t));
  g_assert_cmpint (start, ==, guatu_worktime_add (worktime, finish, -work * 60));
}

static void
question_days (const GuatuWorktime *worktime, const Minutes *minutes)
{
  gint64 working_days = 0;

  for (gint64 day = 0; day < N_DAYS; day++)
    {
      GuatuInstant midnight = (FIRST_DAY + day) * GUATU_DAY;
      const guint8 *works = minutes->works + day * 1440;
      gint64 covered = 0;
      gint32 end = -1;
      guint n;
      const GuatuHours *hours = guatu_worktime_hours (worktime, midnight + 40000, &n);

      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpint (hours[i].from, >, end);
          g_assert_cmpint (hours[i].to, >, hours[i].from);
          end = hours[i].to;
          for (gint32 minute = hours[i].from / 60; minute < hours[i].to / 60; minute++)
            g_assert_true (works[minute]);
          covered += (hours[i].to - hours[i].from) / 60;
        }
      for (int minute = 0; minute < 1440; minute++)
        covered -= works[minute];
      g_assert_cmpint (covered, ==, 0);

      working_days += n > 0;
      g_assert_cmpint (guatu_worktime_days (worktime, midnight, midnight), ==, n > 0);
    }

  g_assert_cmpint (guatu_worktime_days (worktime, FIRST_DAY * GUATU_DAY, (FIRST_DAY + N_DAYS) * GUATU_DAY - 1),
                   ==, working_days);
}

static void
test_random (void)
{
  for (guint32 seed = 1; seed <= N_CALENDARS; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autofree Random *random = g_new (Random, 3);
      g_autoptr(GuatuWorktime) worktime = NULL;
      guint depth = (guint) g_rand_int_range (rand, 1, 4);
      Minutes minutes;

      for (guint i = 0; i < depth; i++)
        make_random (rand, &random[i], i > 0 ? &random[i - 1].spec : NULL);

      worktime = guatu_worktime_new (&random[depth - 1].spec);
      minutes = paint_minutes (&random[depth - 1].spec, FIRST_DAY, N_DAYS);
      for (guint i = 0; i < N_QUESTIONS; i++)
        question (rand, worktime, &minutes);
      question_days (worktime, &minutes);
      g_free (minutes.works);
    }
}

static void
test_intersect (void)
{
  for (guint32 seed = 1; seed <= N_CALENDARS / 2; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (10000 + seed);
      g_autofree Random *random = g_new (Random, 2);
      g_autoptr(GuatuWorktime) a = NULL;
      g_autoptr(GuatuWorktime) b = NULL;
      g_autoptr(GuatuWorktime) both = NULL;
      Minutes minutes[2];

      for (guint i = 0; i < 2; i++)
        {
          make_random (rand, &random[i], NULL);
          minutes[i] = paint_minutes (&random[i].spec, FIRST_DAY, N_DAYS);
        }
      a = guatu_worktime_new (&random[0].spec);
      b = guatu_worktime_new (&random[1].spec);
      both = guatu_worktime_intersect (a, b);
      for (gint64 i = 0; i < N_DAYS * 1440; i++)
        minutes[0].works[i] &= minutes[1].works[i];

      for (guint i = 0; i < N_QUESTIONS; i++)
        question (rand, both, &minutes[0]);
      question_days (both, &minutes[0]);
      g_free (minutes[0].works);
      g_free (minutes[1].works);
    }
}

/* From the first instant to the last, where no oracle can walk: laws that hold on every calendar. */
static void
test_laws (void)
{
  for (guint32 seed = 1; seed <= N_CALENDARS; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (20000 + seed);
      g_autofree Random *random = g_new (Random, 1);
      g_autoptr(GuatuWorktime) worktime = NULL;

      make_random (rand, random, NULL);
      worktime = guatu_worktime_new (&random->spec);
      if (!guatu_worktime_works (worktime))
        continue;

      for (guint i = 0; i < N_QUESTIONS; i++)
        {
          gint64 span = (GUATU_INSTANT_MAX - GUATU_INSTANT_MIN) / 2;
          GuatuInstant a = GUATU_INSTANT_MIN + (gint64) (g_rand_double (rand) * (double) span);
          GuatuInstant b = a + (gint64) (g_rand_double (rand) * (double) span);
          GuatuInstant middle = a + (b - a) / 3;
          gint64 work = guatu_worktime_work (worktime, a, b);

          g_assert_cmpint (work, ==, -guatu_worktime_work (worktime, b, a));
          g_assert_cmpint (work, ==, guatu_worktime_work (worktime, a, middle)
                                     + guatu_worktime_work (worktime, middle, b));
          if (work == 0)
            continue;
          g_assert_cmpint (guatu_worktime_add (worktime, a, work), ==, guatu_worktime_end_eq (worktime, b));
          g_assert_cmpint (guatu_worktime_add (worktime, b, -work), ==, guatu_worktime_next (worktime, a));
          g_assert_cmpint (guatu_worktime_add (worktime, a, work - 1), <, guatu_worktime_add (worktime, a, work));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/worktime/answers-are-those-of-a-walk-through-every-minute", test_random);
  g_test_add_func ("/worktime/two-calendars-work-together-when-both-do", test_intersect);
  g_test_add_func ("/worktime/adding-and-counting-undo-each-other-over-three-centuries", test_laws);

  return g_test_run ();
}
