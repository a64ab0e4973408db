/* test-naive.c — the passes against the rules written down naively, on plans made at random. */
#include "naive.h"
#include "random-plan.h"

static void
compare (const char *what, Maker *m, gint32 row, gint64 got, gint64 expected, guint seed)
{
  g_autofree char *title = NULL;

  if (got == expected)
    return;

  title = guatu_plan_task_title (m->plan, row);
  g_error ("seed %u, task %s (%s): %s is %s (%" G_GINT64_FORMAT "), naively %s (%" G_GINT64_FORMAT ")", seed, title,
           guatu_plan_is_summary (m->plan, row) ? "summary" : "leaf", what, when (got), got, when (expected), expected);
}

static void
check_plan (Maker *m, guint seed)
{
  g_autoptr(Naive) naive = naive_new (m->plan);
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuSchedule) s = guatu_schedule_new (m->plan, NULL, &error);

  if (naive->cycle != (s == NULL))
    g_error ("seed %u: %s", seed, naive->cycle ? "a cycle was not found" : error->message);
  g_assert_cmpint (guatu_schedule_find_cycle (m->plan, NULL, NULL), ==, naive->cycle);
  if (s == NULL)
    {
      g_assert_error (error, GUATU_SCHEDULE_ERROR, GUATU_SCHEDULE_ERROR_CYCLE);
      return;
    }

  for (gint32 row = 0; (guint) row < s->n_tasks; row++)
    {
      compare ("early start", m, row, s->early_start[row], naive->es[row], seed);
      compare ("early finish", m, row, s->early_finish[row], naive->ef[row], seed);
      compare ("late finish", m, row, s->late_finish[row], naive->lf[row], seed);
      compare ("late start", m, row, s->late_start[row], naive->ls[row], seed);
      compare ("total float", m, row, s->total_float[row], naive->total[row], seed);
      compare ("free float", m, row, s->free_float[row], naive->free[row], seed);
    }
}

static void
check_plans (gconstpointer data)
{
  RandomParts parts = GPOINTER_TO_UINT (data);
  guint n = random_plans (g_test_slow () ? 20000u : 1500u);

  for (guint seed = 1; seed <= n; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(Maker) m = random_plan (rand, parts, (guint) g_rand_int_range (rand, 1, seed % 10 == 0 ? 40 : 9));

      check_plan (m, seed);
    }
}

int
main (int argc, char *argv[])
{
  RandomParts all = RANDOM_CONSTRAINTS | RANDOM_PROGRESS | RANDOM_MANUAL | RANDOM_DELAYS | RANDOM_CYCLES;

  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/naive/links-lags-and-calendars", GUINT_TO_POINTER (RANDOM_LINKS), check_plans);
  g_test_add_data_func ("/naive/cycles-are-found-where-there-are-any", GUINT_TO_POINTER (RANDOM_CYCLES), check_plans);
  g_test_add_data_func ("/naive/constraints-and-deadlines", GUINT_TO_POINTER (RANDOM_CONSTRAINTS), check_plans);
  g_test_add_data_func ("/naive/manual-tasks-and-summaries", GUINT_TO_POINTER (RANDOM_MANUAL), check_plans);
  g_test_add_data_func ("/naive/progress-and-the-status-date", GUINT_TO_POINTER (RANDOM_PROGRESS), check_plans);
  g_test_add_data_func ("/naive/levelling-delays", GUINT_TO_POINTER (RANDOM_DELAYS), check_plans);
  g_test_add_data_func ("/naive/everything-at-once", GUINT_TO_POINTER (all), check_plans);

  return g_test_run ();
}
