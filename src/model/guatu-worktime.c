/* guatu-worktime.c — arithmetic on compiled calendars: the inner loop of every schedule. */
#include "guatu-worktime-private.h"

/* The last entry from @low to @high whose `before` does not exceed @second. Indices leave at most a few. */
#define SEARCH(entries, low, high, second) \
  G_STMT_START { \
    while ((low) < (high)) \
      { \
        guint32 middle = (low) + ((high) - (low) + 1) / 2; \
\
        if ((entries)[middle].before <= (second)) \
          (low) = middle; \
        else \
          (high) = middle - 1; \
      } \
  } G_STMT_END

static inline GuatuInstant
clamp (GuatuInstant t)
{
  return CLAMP (t, GUATU_INSTANT_MIN, GUATU_INSTANT_MAX);
}

/* An instant taken apart: the week that holds it, the working seconds before that week, and the
 * first stretch of the week that ends after the instant. */
typedef struct
{
  const GuatuWeek    *week;
  const GuatuStretch *stretch;
  gint64              before;
  gint32              second;   /* of the week */
} Place;

static inline const GuatuWeek *
week_at (const GuatuWorktime *self, guint32 number, gint64 *before)
{
  guint32 core = number - self->core_first;

  if (core < self->n_core)
    {
      *before = self->core[core].before;
      return &self->weeks[self->core[core].week];
    }

  *before = (gint64) number * self->weeks[0].work;
  if (number >= self->core_first)
    *before += self->core_surplus;

  return &self->weeks[0];
}

static inline const GuatuStretch *
stretch_at (const GuatuWeek *week, gint32 second)
{
  guint32 day = (guint32) second / (guint32) GUATU_DAY;
  guint32 low = week->first[day];
  guint32 high;

  low += week->stretches[low].to <= second;
  if (G_LIKELY (week->stretches[low].to > second))
    return &week->stretches[low];

  high = week->first[day + 1];
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (week->stretches[middle].to > second)
        high = middle;
      else
        low = middle + 1;
    }

  return &week->stretches[low];
}

static inline Place
place_of (const GuatuWorktime *self, GuatuInstant t)
{
  guint64 since = clamp (t) - GUATU_INSTANT_MIN;
  guint32 number = (guint32) (since / GUATU_WEEK);
  Place place;

  place.second = (gint32) (since - number * GUATU_WEEK);
  place.week = week_at (self, number, &place.before);
  place.stretch = stretch_at (place.week, place.second);

  return place;
}

/* Working seconds before the place. */
static inline gint64
count (const Place *place)
{
  return place->before + place->stretch->before + MAX (0, place->second - place->stretch->from);
}

/* The number of the core's week that holds working second @second, counted from GUATU_INSTANT_MIN. */
static inline guint32
find_core (const GuatuWorktime *self, gint64 second)
{
  gint64 bucket = (second - self->core_from) >> GUATU_CORE_INDEX_SHIFT;
  guint32 low = self->core_index[bucket];
  guint32 high = self->core_index[bucket + 1];

  low += self->core[low + 1].before <= second;
  if (G_UNLIKELY (self->core[low + 1].before <= second))
    SEARCH (self->core, low, high, second);

  return low;
}

static inline gint32
find_second (const GuatuWeek *week, gint32 second)
{
  guint32 low = week->index[second >> GUATU_WEEK_INDEX_SHIFT];
  guint32 high;

  low += week->stretches[low + 1].before <= second;
  if (G_UNLIKELY (week->stretches[low + 1].before <= second))
    {
      high = week->index[(second >> GUATU_WEEK_INDEX_SHIFT) + 1];
      SEARCH (week->stretches, low, high, second);
    }

  return week->stretches[low].from + second - week->stretches[low].before;
}

/* The instant at which working second @second begins; 0 ≤ @second < @self->work. */
static inline GuatuInstant
locate (const GuatuWorktime *self, gint64 second)
{
  const GuatuWeek *week = &self->weeks[0];
  guint32 number;

  if ((guint64) (second - self->core_from) < (guint64) self->core_work)
    {
      guint32 core = find_core (self, second);

      number = self->core_first + core;
      week = &self->weeks[self->core[core].week];
      second -= self->core[core].before;
    }
  else
    {
      if (second >= self->core_from)
        second -= self->core_surplus;
      /* The factor is a hair too large, so that whole weeks come out whole. */
      number = (guint32) ((double) second * self->weeks_per_second);
      second -= (gint64) number * week->work;
    }

  return GUATU_INSTANT_MIN + number * GUATU_WEEK + find_second (week, (gint32) second);
}

/* The end of the working second before number @second. */
static inline GuatuInstant
locate_end (const GuatuWorktime *self, gint64 second)
{
  return locate (self, second - 1) + 1;
}

gboolean
guatu_worktime_works (const GuatuWorktime *self)
{
  return self->work > 0;
}

static inline GuatuInstant
next (const GuatuWorktime *self, GuatuInstant t, const Place *place, gint64 done)
{
  if (place->second >= place->stretch->from || done >= self->work)
    return t;

  /* Most often it is the next stretch of the same week. */
  if (place->stretch->from < GUATU_WEEK)
    return clamp (t) + place->stretch->from - place->second;

  return locate (self, done);
}

GuatuInstant
guatu_worktime_next (const GuatuWorktime *self, GuatuInstant t)
{
  Place place = place_of (self, t);

  return next (self, t, &place, count (&place));
}

GuatuInstant
guatu_worktime_end_eq (const GuatuWorktime *self, GuatuInstant t)
{
  Place place = place_of (self, t);
  gint64 done;

  if (place.second > place.stretch->from)
    return t;

  done = count (&place);

  return done > 0 ? locate_end (self, done) : t;
}

/* @done working seconds after GUATU_INSTANT_MIN and @work more, or less. */
static inline GuatuInstant
move (const GuatuWorktime *self, gint64 done, gint64 work)
{
  if (work > 0)
    return work <= self->work - done ? locate_end (self, done + work) : GUATU_INSTANT_MAX;

  return work >= -done ? locate (self, done + work) : GUATU_INSTANT_MIN;
}

GuatuInstant
guatu_worktime_add (const GuatuWorktime *self, GuatuInstant t, gint64 work)
{
  Place place;

  if (work == 0 || self->work == 0)
    return t;

  place = place_of (self, t);

  return move (self, count (&place), work);
}

GuatuInstant
guatu_worktime_lay (const GuatuWorktime *self, GuatuInstant t, gint64 work, GuatuInstant *start)
{
  Place place = place_of (self, t);
  gint64 done = count (&place);

  *start = next (self, t, &place, done);

  return work == 0 || self->work == 0 ? *start : move (self, done, work);
}

GuatuInstant
guatu_worktime_lay_back (const GuatuWorktime *self, GuatuInstant t, gint64 work, GuatuInstant *finish)
{
  Place place = place_of (self, t);
  gint64 done = count (&place);

  *finish = place.second > place.stretch->from || done == 0 ? t : locate_end (self, done);

  return work == 0 || self->work == 0 ? *finish : move (self, done, -MAX (work, -G_MAXINT64));
}

gint64
guatu_worktime_position (const GuatuWorktime *self, GuatuInstant t)
{
  Place place = place_of (self, t);

  return count (&place);
}

GuatuInstant
guatu_worktime_start_at (const GuatuWorktime *self, gint64 position)
{
  if (G_LIKELY ((guint64) position < (guint64) self->work))
    return locate (self, position);

  return position < 0 ? GUATU_INSTANT_MIN : GUATU_INSTANT_MAX;
}

GuatuInstant
guatu_worktime_finish_at (const GuatuWorktime *self, gint64 position)
{
  if (G_LIKELY ((guint64) position - 1 < (guint64) self->work))
    return locate_end (self, position);

  return position <= 0 ? GUATU_INSTANT_MIN : GUATU_INSTANT_MAX;
}

gint64
guatu_worktime_work (const GuatuWorktime *self, GuatuInstant a, GuatuInstant b)
{
  Place from = place_of (self, a);
  Place to = place_of (self, b);

  return count (&to) - count (&from);
}

const GuatuHours *
guatu_worktime_hours (const GuatuWorktime *self, GuatuInstant t, guint *n)
{
  Place place = place_of (self, t);
  guint32 day = (guint32) place.second / (guint32) GUATU_DAY;

  *n = place.week->first[day + 1] - place.week->first[day];

  return place.week->hours + place.week->first[day];
}

/* Working days between GUATU_INSTANT_MIN and the day, itself not counted. */
static gint64
days_before (const GuatuWorktime *self, gint64 day)
{
  guint32 number = (guint32) (day / 7);
  guint32 core = number - self->core_first;
  const GuatuWeek *week = &self->weeks[0];
  gint64 before;

  if (core < self->n_core)
    {
      week = &self->weeks[self->core[core].week];
      before = self->core[core].days;
    }
  else
    {
      before = (gint64) number * week->days[7] + (number >= self->core_first ? self->core_days_surplus : 0);
    }

  return before + week->days[day % 7];
}

gint64
guatu_worktime_days (const GuatuWorktime *self, GuatuInstant from, GuatuInstant to)
{
  gint64 first = guatu_instant_day (clamp (from)) - guatu_instant_day (GUATU_INSTANT_MIN);
  gint64 last = guatu_instant_day (MIN (clamp (to), GUATU_INSTANT_MAX - 1)) - guatu_instant_day (GUATU_INSTANT_MIN);

  return first <= last ? days_before (self, last + 1) - days_before (self, first) : 0;
}
