/* bench-schedule.c — a full pass against the same pass written by hand over bare arrays, with and without calendars. */
#include "guatu-network-private.h"
#include "guatu-test.h"

#include <string.h>

#define SPAN 50

/* The same network, bare ---------------------------------------------------------------------------- */

typedef struct
{
  guint     n;
  guint32  *first;      /* arcs into a task */
  gint32   *from;
  gint64   *duration;
  gint64   *early, *late;
  gint64   *es, *ef, *ls, *lf, *total, *free;
  gint32   *driver;
  guint8   *critical;
} Bare;

static void
make_bare (Bare *bare, const GuatuPlan *plan)
{
  const GuatuLink *links = guatu_plan_links (plan);
  guint n_links = guatu_plan_n_rows (plan, GUATU_TABLE_LINK);
  guint n = guatu_plan_n_rows (plan, GUATU_TABLE_TASK);

  bare->n = n;
  bare->first = g_new0 (guint32, n + 2);
  bare->from = g_new (gint32, n_links);
  bare->duration = g_new (gint64, n);
  bare->early = g_new (gint64, n);
  bare->late = g_new (gint64, n);
  bare->es = g_new (gint64, n);
  bare->ef = g_new (gint64, n);
  bare->ls = g_new (gint64, n);
  bare->lf = g_new (gint64, n);
  bare->total = g_new (gint64, n);
  bare->free = g_new (gint64, n);
  bare->driver = g_new (gint32, n);
  bare->critical = g_new (guint8, n);
  for (guint i = 0; i < n; i++)
    bare->duration[i] = guatu_plan_task (plan, i)->duration;
  for (guint i = 0; i < n_links; i++)
    bare->first[links[i].successor + 2]++;
  for (guint i = 2; i < n + 2; i++)
    bare->first[i] += bare->first[i - 1];
  for (guint i = 0; i < n_links; i++)
    bare->from[bare->first[links[i].successor + 1]++] = links[i].predecessor;
}

static void
clear_bare (Bare *bare)
{
  g_free (bare->first);
  g_free (bare->from);
  g_free (bare->duration);
  g_free (bare->early);
  g_free (bare->late);
  g_free (bare->es);
  g_free (bare->ef);
  g_free (bare->ls);
  g_free (bare->lf);
  g_free (bare->total);
  g_free (bare->free);
  g_free (bare->driver);
  g_free (bare->critical);
}

/* Forwards, backwards, total and free float, drivers, critical: all that the real pass answers. Time is
 * counted in work; START_AT and FINISH_AT turn it into instants. */
#define PASS(Name, START_AT, FINISH_AT) \
static void \
Name (Bare *b, const GuatuWorktime *w, gint64 begin) \
{ \
  gint64 end = begin; \
\
  for (guint i = 0; i < b->n; i++) \
    { \
      gint64 start = G_MININT64; \
      gint32 driver = -1; \
\
      for (guint32 a = b->first[i]; a < b->first[i + 1]; a++) \
        { \
          driver = b->early[b->from[a]] > start ? b->from[a] : driver; \
          start = MAX (start, b->early[b->from[a]]); \
        } \
      if (driver < 0) \
        start = begin; \
      b->early[i] = start + b->duration[i]; \
      b->es[i] = START_AT (w, start); \
      b->ef[i] = FINISH_AT (w, b->early[i]); \
      b->driver[i] = driver; \
      end = MAX (end, b->early[i]); \
    } \
\
  for (guint i = 0; i < b->n; i++) \
    { \
      b->late[i] = end; \
      b->free[i] = G_MAXINT64; \
    } \
  for (guint i = b->n; i-- > 0;) \
    { \
      gint64 start = b->late[i] - b->duration[i]; \
      gint64 early_start = b->early[i] - b->duration[i]; \
\
      b->ls[i] = START_AT (w, start); \
      b->lf[i] = FINISH_AT (w, b->late[i]); \
      for (guint32 a = b->first[i]; a < b->first[i + 1]; a++) \
        { \
          gint32 from = b->from[a]; \
\
          b->late[from] = MIN (b->late[from], start); \
          b->free[from] = MIN (b->free[from], early_start); \
        } \
    } \
\
  for (guint i = 0; i < b->n; i++) \
    { \
      b->total[i] = b->late[i] - b->early[i]; \
      b->free[i] = b->free[i] == G_MAXINT64 ? b->total[i] : b->free[i] - b->early[i]; \
      b->critical[i] = b->total[i] <= 0; \
    } \
}

#define SAME(w, t) (t)

PASS (pass_by_calendar, guatu_worktime_start_at, guatu_worktime_finish_at)
PASS (pass_by_integer, SAME, SAME)

/* Measuring ------------------------------------------------------------------------------------------- */

static GuatuPlan *
make_plan (guint n)
{
  static const char *const durations[] = { "1d", "2d", "3d", "5d", "8d", "4h", "10d" };
  g_autoptr(GRand) rand = g_rand_new_with_seed (n);
  GuatuPlan *plan = guatu_test_plan_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Task %u of the plan, 任务", i + 1);

      guatu_test_add_task (plan, -1, name, durations[g_rand_int_range (rand, 0, G_N_ELEMENTS (durations))]);
    }
  for (guint i = 0; i < n * 3 / 2; i++)
    {
      gint32 from = g_rand_int_range (rand, 0, (gint32) n - 1);
      gint32 to = from + g_rand_int_range (rand, 1, SPAN + 1);

      guatu_test_add_link (plan, from, MIN (to, (gint32) n - 1), GUATU_LINK_FS, NULL);
    }
  guatu_plan_settle (plan);

  return plan;
}

static void
check_same (const Bare *bare, const GuatuSchedule *s)
{
  gsize size = bare->n * sizeof (gint64);

  if (memcmp (bare->es, s->early_start, size) != 0 || memcmp (bare->ef, s->early_finish, size) != 0 ||
      memcmp (bare->ls, s->late_start, size) != 0 || memcmp (bare->lf, s->late_finish, size) != 0 ||
      memcmp (bare->total, s->total_float, size) != 0 || memcmp (bare->free, s->free_float, size) != 0)
    g_error ("the pass by hand and the real one differ");
}

/* Microseconds that the fastest of many rounds takes: what is slower was disturbed. */
#define FASTEST(rounds, statement) \
  ({ \
    gint64 best_ = G_MAXINT64; \
    for (guint round_ = 0; round_ < (rounds); round_++) \
      { \
        gint64 from_ = g_get_monotonic_time (); \
        statement; \
        best_ = MIN (best_, g_get_monotonic_time () - from_); \
      } \
    (double) MAX (best_, 1); \
  })

static void
run_passes_alone (GuatuNetwork *network, GuatuPass *pass)
{
  guatu_forward_pass (network, pass, FALSE);
  guatu_backward_pass (network, pass);
}

static void
measure (guint n)
{
  g_autoptr(GuatuPlan) plan = make_plan (n);
  g_autoptr(GuatuSchedule) schedule = guatu_schedule_new (plan, NULL, NULL);
  g_autoptr(GuatuNetwork) network = guatu_network_new (plan, NULL, FALSE, NULL, NULL);
  const GuatuWorktime *worktime = guatu_plan_worktime (plan, -1);
  gint64 begin = guatu_worktime_position (worktime, guatu_plan_settings (plan)->start);
  guint rounds = CLAMP (20000000 / n / 10, 30, 2000);
  GuatuFullSchedule *full = (GuatuFullSchedule *) schedule;
  GuatuPass pass = { schedule->early_start, schedule->early_finish, schedule->late_start, schedule->late_finish,
                     full->driver_kinds, full->driver_tasks, full->driver_links, schedule->flags };
  Bare bare = { 0 };
  double whole;
  double passes;
  double compiling;
  double by_calendar;
  double by_integer;

  make_bare (&bare, plan);
  pass_by_calendar (&bare, worktime, begin);
  check_same (&bare, schedule);

  whole = FASTEST (rounds, guatu_schedule_free (guatu_schedule_new (plan, NULL, NULL)));
  compiling = FASTEST (rounds, guatu_network_free (guatu_network_new (plan, NULL, FALSE, NULL, NULL)));
  passes = FASTEST (rounds, run_passes_alone (network, &pass));
  by_calendar = FASTEST (rounds, pass_by_calendar (&bare, worktime, begin));
  by_integer = FASTEST (rounds, pass_by_integer (&bare, worktime, begin));

  g_print ("%6u tasks: full pass %8.3f ms (compiling %.3f, forward and backward %.3f); "
           "by hand %.3f ms, ratio %.2f (<= 3); integer time %.3f ms, ratio %.2f (<= 8); %.0f bytes per task (<= 400)\n",
           n, whole / 1000, compiling / 1000, passes / 1000, by_calendar / 1000, whole / by_calendar,
           by_integer / 1000, whole / by_integer,
           (double) (guatu_plan_size (plan) + guatu_schedule_size (schedule)) / n);
  clear_bare (&bare);
}

int
main (int argc, char *argv[])
{
  measure (1000);
  measure (10000);
  measure (100000);

  return 0;
}
