/* guatu-worktime-builder.c — puts a compiled calendar together, week by week. */
#include "guatu-worktime-builder-private.h"

#include <string.h>

/* Weeks hold their days' stretches themselves, for speed. Thousands of distinct weeks of days in splinters
 * would fill the memory: beyond this many stretches, far more than any calendar of people has, a day
 * keeps the first few. */
#define MAX_STRETCHES   (1 << 20)
#define MAX_OF_SPLINTERS 16

struct _GuatuWorktimeBuilder
{
  GHashTable *day_numbers;    /* GBytes of GuatuHours → number */
  GPtrArray  *days;           /* the keys by number, borrowed */
  GHashTable *week_numbers;   /* GBytes of seven day numbers → number */
  GPtrArray  *weeks;          /* the keys by number, borrowed */
};

GuatuWorktimeBuilder *
guatu_worktime_builder_new (void)
{
  GuatuWorktimeBuilder *self = g_new0 (GuatuWorktimeBuilder, 1);

  self->day_numbers = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  self->days = g_ptr_array_new ();
  self->week_numbers = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  self->weeks = g_ptr_array_new ();
  guatu_worktime_builder_day (self, NULL, 0);

  return self;
}

void
guatu_worktime_builder_free (GuatuWorktimeBuilder *self)
{
  g_hash_table_unref (self->day_numbers);
  g_ptr_array_unref (self->days);
  g_hash_table_unref (self->week_numbers);
  g_ptr_array_unref (self->weeks);
  g_free (self);
}

static guint32
intern (GHashTable *numbers, GPtrArray *keys, gconstpointer data, gsize size)
{
  g_autoptr(GBytes) key = g_bytes_new (data, size);
  gpointer number;

  if (g_hash_table_lookup_extended (numbers, key, NULL, &number))
    return GPOINTER_TO_UINT (number);

  g_ptr_array_add (keys, key);
  g_hash_table_insert (numbers, g_steal_pointer (&key), GUINT_TO_POINTER (keys->len - 1));

  return keys->len - 1;
}

static int
compare_hours (gconstpointer a, gconstpointer b)
{
  const GuatuHours *left = a;
  const GuatuHours *right = b;

  return (left->from > right->from) - (left->from < right->from);
}

guint32
guatu_worktime_builder_day (GuatuWorktimeBuilder *self, const GuatuHours *hours, guint n)
{
  g_autofree GuatuHours *sorted = g_new (GuatuHours, n + 1);
  guint kept = 0;
  guint merged = 0;

  for (guint i = 0; i < n; i++)
    {
      GuatuHours clipped = { MAX (hours[i].from, 0), MIN (hours[i].to, (gint32) GUATU_DAY) };

      if (clipped.from < clipped.to)
        sorted[kept++] = clipped;
    }

  qsort (sorted, kept, sizeof *sorted, compare_hours);
  for (guint i = 0; i < kept; i++)
    if (merged > 0 && sorted[i].from <= sorted[merged - 1].to)
      sorted[merged - 1].to = MAX (sorted[merged - 1].to, sorted[i].to);
    else
      sorted[merged++] = sorted[i];

  return intern (self->day_numbers, self->days, sorted, merged * sizeof *sorted);
}

guint32
guatu_worktime_builder_week (GuatuWorktimeBuilder *self, const guint32 days[7])
{
  return intern (self->week_numbers, self->weeks, days, 7 * sizeof *days);
}

/* For every 2^@shift seconds the last entry that begins at or before them; and one entry more. @before
 * ascends and ends with the total. */
#define FILL_INDEX(index, entries, n, total, shift) \
  G_STMT_START { \
    guint32 place = 0; \
\
    for (gint64 bucket = 0; bucket <= ((total) >> (shift)); bucket++) \
      { \
        while (place + 1 < (n) && (entries)[place + 1].before <= (entries)[0].before + (bucket << (shift))) \
          place++; \
        (index)[bucket] = place; \
      } \
    (index)[((total) >> (shift)) + 1] = (n) > 0 ? (n) - 1 : 0; \
  } G_STMT_END

static const GuatuHours *
get_day (const GuatuWorktimeBuilder *self, guint32 day, gsize limit, gsize *n)
{
  gsize size;
  const GuatuHours *hours = g_bytes_get_data (self->days->pdata[day], &size);

  *n = MIN (size / sizeof *hours, limit);

  return hours;
}

static gsize
count_stretches (const GuatuWorktimeBuilder *self, GBytes *key, gsize limit)
{
  const guint32 *days = g_bytes_get_data (key, NULL);
  gsize sum = 0;

  for (guint day = 0; day < 7; day++)
    {
      gsize n;

      get_day (self, days[day], limit, &n);
      sum += n;
    }

  return sum;
}

static void
make_week (const GuatuWorktimeBuilder *self, GBytes *key, gsize limit, GuatuWeek *week)
{
  const guint32 *days = g_bytes_get_data (key, NULL);
  guint32 n = (guint32) count_stretches (self, key, limit);

  week->stretches = g_new (GuatuStretch, n + 1);
  week->hours = g_new (GuatuHours, n + 1);
  for (guint32 day = 0; day < 7; day++)
    {
      gsize n_hours;
      const GuatuHours *hours = get_day (self, days[day], limit, &n_hours);

      week->first[day] = week->n_stretches;
      week->days[day + 1] = (guint8) (week->days[day] + (n_hours > 0));
      for (gsize i = 0; i < n_hours; i++)
        {
          gint32 midnight = (gint32) (day * GUATU_DAY);

          week->hours[week->n_stretches] = hours[i];
          week->stretches[week->n_stretches++] = (GuatuStretch) {
            midnight + hours[i].from, midnight + hours[i].to, week->work };
          week->work += hours[i].to - hours[i].from;
        }
    }

  week->first[7] = week->n_stretches;
  week->stretches[n] = (GuatuStretch) { G_MAXINT32, G_MAXINT32, week->work };
  week->index = g_new (guint32, (week->work >> GUATU_WEEK_INDEX_SHIFT) + 2);
  FILL_INDEX (week->index, week->stretches, n, week->work, GUATU_WEEK_INDEX_SHIFT);
}

static void
make_core (GuatuWorktime *worktime, guint32 first, const guint32 *core, guint32 n)
{
  const GuatuWeek *usual = &worktime->weeks[0];
  gint64 work = (gint64) first * usual->work;
  guint32 days = first * usual->days[7];

  worktime->core_first = first;
  worktime->n_core = n;
  worktime->core_from = work;
  worktime->core = g_new (GuatuCoreWeek, n + 1);
  for (guint32 i = 0; i < n; i++)
    {
      worktime->core[i] = (GuatuCoreWeek) { work, days, core[i] };
      work += worktime->weeks[core[i]].work;
      days += worktime->weeks[core[i]].days[7];
    }

  worktime->core[n] = (GuatuCoreWeek) { work, days, 0 };
  worktime->core_work = work - worktime->core_from;
  worktime->core_surplus = worktime->core_work - (gint64) n * usual->work;
  worktime->core_days_surplus = (gint64) days - (gint64) (first + n) * usual->days[7];
  worktime->core_index = g_new (guint32, (worktime->core_work >> GUATU_CORE_INDEX_SHIFT) + 2);
  FILL_INDEX (worktime->core_index, worktime->core, n, worktime->core_work, GUATU_CORE_INDEX_SHIFT);
}

GuatuWorktime *
guatu_worktime_builder_end (GuatuWorktimeBuilder *self, guint32 first, const guint32 *core, guint32 n)
{
  GuatuWorktime *worktime = g_new0 (GuatuWorktime, 1);
  gsize limit = G_MAXSIZE;
  gsize n_stretches = 0;

  for (guint i = 0; i < self->weeks->len; i++)
    n_stretches += count_stretches (self, self->weeks->pdata[i], limit);
  if (n_stretches > MAX_STRETCHES)
    limit = MAX_OF_SPLINTERS;

  g_atomic_ref_count_init (&worktime->ref_count);
  worktime->n_weeks = self->weeks->len;
  worktime->weeks = g_new0 (GuatuWeek, worktime->n_weeks);
  for (guint i = 0; i < worktime->n_weeks; i++)
    make_week (self, self->weeks->pdata[i], limit, &worktime->weeks[i]);

  while (n > 0 && core[n - 1] == 0)
    n--;
  for (; n > 0 && core[0] == 0; n--, core++)
    first++;

  /* Larger than 1 ÷ work by a relative 2^-48: quotients are below 2^14 and fractions of a quotient at
   * least 2^-20 apart, so that cutting off the fraction is exact. */
  if (worktime->weeks[0].work > 0)
    worktime->weeks_per_second = (1 + 0x1p-48) / worktime->weeks[0].work;

  make_core (worktime, n > 0 ? first : 0, core, n);
  worktime->work = guatu_worktime_work (worktime, GUATU_INSTANT_MIN, GUATU_INSTANT_MAX);

  return worktime;
}

GuatuWorktime *
guatu_worktime_ref (GuatuWorktime *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
guatu_worktime_unref (GuatuWorktime *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->n_weeks; i++)
    {
      g_free (self->weeks[i].stretches);
      g_free (self->weeks[i].hours);
      g_free (self->weeks[i].index);
    }
  g_free (self->weeks);
  g_free (self->core);
  g_free (self->core_index);
  g_free (self);
}
