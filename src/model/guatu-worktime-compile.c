/* guatu-worktime-compile.c — from what calendars say to the hours of every day. */
#include "guatu-exception-private.h"
#include "guatu-worktime-builder-private.h"

/* The days that exceptions and work weeks may touch, and the hours found for them so far. Whoever
 * speaks first is heard: rules are laid down in the order of their rank. */
typedef struct
{
  GuatuWorktimeBuilder *builder;
  gint64   first;         /* from 1970-01-01; a Monday */
  gint64   n;
  guint32 *days;          /* the builder's numbers, plus 1; 0: nobody has spoken */
  guint32 *open;          /* where to look for the next day on which nobody has spoken */
  gint64   patience;      /* how many more days may be looked at for recurring exceptions */
} Canvas;

/* Hundreds of exceptions that recur over three centuries: no calendar of people has them. */
#define MAX_RECURRENCES 20000000

/* The first day at or after place @i on which nobody has spoken; @n if there is none. Spoken days lead on to
 * the next, and each walk shortens the way for later ones. */
static gint64
next_open (Canvas *canvas, gint64 i)
{
  gint64 end = i;

  while (end < canvas->n && canvas->open[end] != end)
    end = canvas->open[end];
  while (i < end)
    {
      gint64 step = canvas->open[i];

      canvas->open[i] = (guint32) end;
      i = step;
    }

  return end;
}

static void
speak (Canvas *canvas, gint64 day, guint32 hours)
{
  gint64 i = day - canvas->first;

  if (i < 0 || i >= canvas->n || canvas->days[i] != 0)
    return;

  canvas->days[i] = hours + 1;
  canvas->open[i] = (guint32) i + 1;
}

/* The days of one exception on their way to the canvas. */
typedef struct
{
  Canvas *canvas;
  guint32 hours;
} Voice;

static void
speak_cb (gint64 day, gpointer data)
{
  const Voice *voice = data;

  speak (voice->canvas, day, voice->hours);
}

static void
lay_exception (Canvas *canvas, const GuatuException *exception)
{
  gint64 first = canvas->first, last = canvas->first + canvas->n - 1;
  gint64 from = MAX (guatu_instant_day (exception->from), first), to = MIN (guatu_instant_day (exception->to), last);
  Voice voice = { canvas };

  if (from > to || canvas->patience < 0)
    return;

  voice.hours = guatu_worktime_builder_day (canvas->builder, exception->hours, exception->n_hours);
  if (exception->recurrence != GUATU_RECUR_DAILY)
    {
      guatu_exception_each_day (exception, first, last, &canvas->patience, speak_cb, &voice);
      return;
    }
  for (gint64 i = next_open (canvas, from - first); i <= to - first; i = next_open (canvas, i + 1))
    speak (canvas, first + i, voice.hours);
}

static void
lay_exceptions (Canvas *canvas, const GuatuCalendarSpec *spec)
{
  for (int turn = 0; turn < GUATU_EXCEPTION_RANKS; turn++)
    for (guint i = spec->n_exceptions; i-- > 0; )
      if (guatu_exception_rank (&spec->exceptions[i]) == turn)
        lay_exception (canvas, &spec->exceptions[i]);
}

static void
lay_week (Canvas *canvas, const GuatuWorkWeek *week)
{
  gint64 from = MAX (guatu_instant_day (week->from), canvas->first);
  gint64 to = MIN (guatu_instant_day (week->to), canvas->first + canvas->n - 1);
  guint32 hours[7];

  for (int weekday = 0; weekday < 7; weekday++)
    hours[weekday] = guatu_worktime_builder_day (canvas->builder, week->hours[weekday], week->n_hours[weekday]);

  for (gint64 i = next_open (canvas, from - canvas->first);
       i <= to - canvas->first;
       i = next_open (canvas, i + 1))
    if (week->given[i % 7])
      speak (canvas, canvas->first + i, hours[i % 7]);
}

/* @spec, its base, the base's base …, up to one that comes a second time. */
static GPtrArray *
chain_of (const GuatuCalendarSpec *spec)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *chain = g_ptr_array_new ();

  for (; spec != NULL && g_hash_table_add (seen, (gpointer) spec); spec = spec->base)
    g_ptr_array_add (chain, (gpointer) spec);

  return chain;
}

static void
widen (GuatuInstant from, GuatuInstant to, gint64 *first, gint64 *last)
{
  gint64 begin = MAX (guatu_instant_day (from), GUATU_FIRST_DAY);
  gint64 end = MIN (guatu_instant_day (to), GUATU_LAST_DAY);

  if (begin > end)
    return;

  *first = MIN (*first, begin);
  *last = MAX (*last, end);
}

/* Blank, over the whole weeks that any exception or work week of the chain may touch. */
static void
open_canvas (Canvas *canvas, const GPtrArray *chain)
{
  gint64 first = G_MAXINT64;
  gint64 last = G_MININT64;

  for (guint level = 0; level < chain->len; level++)
    {
      const GuatuCalendarSpec *spec = chain->pdata[level];

      for (guint i = 0; i < spec->n_exceptions; i++)
        widen (spec->exceptions[i].from, spec->exceptions[i].to, &first, &last);
      for (guint i = 0; i < spec->n_weeks; i++)
        widen (spec->weeks[i].from, spec->weeks[i].to, &first, &last);
    }

  canvas->patience = MAX_RECURRENCES;
  canvas->first = GUATU_FIRST_DAY;
  if (first <= last)
    {
      canvas->first += (first - GUATU_FIRST_DAY) / 7 * 7;
      canvas->n = ((last - canvas->first) / 7 + 1) * 7;
    }

  canvas->days = g_new0 (guint32, canvas->n);
  canvas->open = g_new (guint32, canvas->n);
  for (gint64 i = 0; i < canvas->n; i++)
    canvas->open[i] = (guint32) i;
}

/* What the chain says of a weekday on which nothing special is said. */
static guint32
usual_day (GuatuWorktimeBuilder *builder, const GPtrArray *chain, guint weekday)
{
  for (guint level = 0; level < chain->len; level++)
    {
      const GuatuCalendarSpec *spec = chain->pdata[level];

      if (spec->given[weekday])
        return guatu_worktime_builder_day (builder, spec->hours[weekday], spec->n_hours[weekday]);
    }

  return 0;
}

GuatuWorktime *
guatu_worktime_new (const GuatuCalendarSpec *spec)
{
  g_autoptr(GuatuWorktimeBuilder) builder = guatu_worktime_builder_new ();
  g_autoptr(GPtrArray) chain = chain_of (spec);
  g_autofree guint32 *core = NULL;
  Canvas canvas = { builder };
  guint32 usual[7];
  guint32 n_weeks;

  for (guint weekday = 0; weekday < 7; weekday++)
    usual[weekday] = usual_day (builder, chain, weekday);
  guatu_worktime_builder_week (builder, usual);

  open_canvas (&canvas, chain);
  for (guint level = 0; level < chain->len; level++)
    lay_exceptions (&canvas, chain->pdata[level]);
  for (guint level = 0; level < chain->len; level++)
    {
      const GuatuCalendarSpec *layer = chain->pdata[level];

      for (guint i = layer->n_weeks; i-- > 0; )
        lay_week (&canvas, &layer->weeks[i]);
    }

  n_weeks = (guint32) (canvas.n / 7);
  core = g_new (guint32, n_weeks);
  for (guint32 week = 0; week < n_weeks; week++)
    {
      guint32 days[7];

      for (guint weekday = 0; weekday < 7; weekday++)
        {
          guint32 spoken = canvas.days[week * 7 + weekday];

          days[weekday] = spoken != 0 ? spoken - 1 : usual[weekday];
        }
      core[week] = guatu_worktime_builder_week (builder, days);
    }

  g_free (canvas.days);
  g_free (canvas.open);

  return guatu_worktime_builder_end (builder, (guint32) ((canvas.first - GUATU_FIRST_DAY) / 7), core, n_weeks);
}

static const GuatuWeek *
week_number (const GuatuWorktime *self, guint32 number, guint32 *place)
{
  guint32 core = number - self->core_first;

  *place = core < self->n_core ? self->core[core].week : 0;

  return &self->weeks[*place];
}

static guint32
intersect_days (GuatuWorktimeBuilder *builder, const GuatuWeek *a, const GuatuWeek *b, guint day)
{
  g_autoptr(GArray) common = g_array_new (FALSE, FALSE, sizeof (GuatuHours));
  guint32 i = a->first[day];
  guint32 j = b->first[day];

  while (i < a->first[day + 1] && j < b->first[day + 1])
    {
      GuatuHours hours = { MAX (a->hours[i].from, b->hours[j].from), MIN (a->hours[i].to, b->hours[j].to) };

      if (hours.from < hours.to)
        g_array_append_val (common, hours);
      if (a->hours[i].to < b->hours[j].to)
        i++;
      else
        j++;
    }

  return guatu_worktime_builder_day (builder, (const GuatuHours *) common->data, common->len);
}

static guint32
unite_days (GuatuWorktimeBuilder *builder, const GuatuWeek *a, const GuatuWeek *b, guint day)
{
  g_autoptr(GArray) either = g_array_new (FALSE, FALSE, sizeof (GuatuHours));

  g_array_append_vals (either, a->hours + a->first[day], a->first[day + 1] - a->first[day]);
  g_array_append_vals (either, b->hours + b->first[day], b->first[day + 1] - b->first[day]);

  return guatu_worktime_builder_day (builder, (const GuatuHours *) either->data, either->len);
}

typedef guint32 (*CombineDays) (GuatuWorktimeBuilder *builder, const GuatuWeek *a, const GuatuWeek *b, guint day);

static guint32
combine_weeks (GuatuWorktimeBuilder *builder, const GuatuWeek *a, const GuatuWeek *b, CombineDays combine_days)
{
  guint32 days[7];

  for (guint day = 0; day < 7; day++)
    days[day] = combine_days (builder, a, b, day);

  return guatu_worktime_builder_week (builder, days);
}

static GuatuWorktime *
combine (const GuatuWorktime *a, const GuatuWorktime *b, CombineDays combine_days)
{
  g_autoptr(GuatuWorktimeBuilder) builder = guatu_worktime_builder_new ();
  g_autoptr(GHashTable) met = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree guint32 *core = NULL;
  guint32 first = MIN (a->n_core > 0 ? a->core_first : G_MAXUINT32, b->n_core > 0 ? b->core_first : G_MAXUINT32);
  guint32 end = MAX (a->core_first + a->n_core, b->core_first + b->n_core);
  guint32 n = end > first ? end - first : 0;

  combine_weeks (builder, &a->weeks[0], &b->weeks[0], combine_days);
  core = g_new (guint32, n);
  for (guint32 i = 0; i < n; i++)
    {
      guint32 places[2];
      const GuatuWeek *left = week_number (a, first + i, &places[0]);
      const GuatuWeek *right = week_number (b, first + i, &places[1]);
      gint64 pair = (gint64) places[0] << 32 | places[1];
      gpointer week;

      if (!g_hash_table_lookup_extended (met, &pair, NULL, &week))
        {
          week = GUINT_TO_POINTER (combine_weeks (builder, left, right, combine_days));
          g_hash_table_insert (met, g_memdup2 (&pair, sizeof pair), week);
        }
      core[i] = GPOINTER_TO_UINT (week);
    }

  return guatu_worktime_builder_end (builder, n > 0 ? first : 0, core, n);
}

GuatuWorktime *
guatu_worktime_intersect (const GuatuWorktime *a, const GuatuWorktime *b)
{
  return combine (a, b, intersect_days);
}

GuatuWorktime *
guatu_worktime_unite (const GuatuWorktime *a, const GuatuWorktime *b)
{
  return combine (a, b, unite_days);
}
