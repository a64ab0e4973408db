/* bench-worktime.c — what one question to a compiled calendar costs. */
#include "guatu-samples.h"

#include "guatu-test.h"

#define N 4096
#define ROUNDS 2000

typedef struct
{
  GuatuInstant instants[N];
  gint64       work[N];
} Questions;

/* Starts and durations as plans have them: some years around the sample's, days and half days. */
static void
make_questions (Questions *self)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  GuatuInstant first = guatu_test_at ("2021-01-01");

  for (guint i = 0; i < N; i++)
    {
      self->instants[i] = first + g_rand_int_range (rand, 0, 4 * 365 * 24 * 4) * 900;
      self->work[i] = g_rand_int_range (rand, 1, 60) * 4 * GUATU_HOUR;
    }
}

typedef gint64 (*Ask) (const GuatuWorktime *worktime, GuatuInstant t, gint64 work);

static gint64
ask_add (const GuatuWorktime *worktime, GuatuInstant t, gint64 work)
{
  return guatu_worktime_add (worktime, t, work);
}

static gint64
ask_back (const GuatuWorktime *worktime, GuatuInstant t, gint64 work)
{
  return guatu_worktime_add (worktime, t, -work);
}

static gint64
ask_next (const GuatuWorktime *worktime, GuatuInstant t, gint64 work)
{
  return guatu_worktime_next (worktime, t);
}

static gint64
ask_end (const GuatuWorktime *worktime, GuatuInstant t, gint64 work)
{
  return guatu_worktime_end_eq (worktime, t);
}

static gint64
ask_work (const GuatuWorktime *worktime, GuatuInstant t, gint64 work)
{
  return guatu_worktime_work (worktime, t, t + 3 * work);
}

static gint64
ask_lay (const GuatuWorktime *worktime, GuatuInstant t, gint64 work)
{
  GuatuInstant start;
  GuatuInstant finish = guatu_worktime_lay (worktime, t, work, &start);

  return start ^ finish;
}

static void
measure (const char *slug, const char *name, const GuatuWorktime *worktime, const Questions *questions, Ask ask)
{
  gint64 begin = g_get_monotonic_time ();
  gint64 sum = 0;

  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < N; i++)
      sum += ask (worktime, questions->instants[i], questions->work[i]);

  g_print ("%-10s %-8s %5.1f ns   (%" G_GINT64_MODIFIER "x)\n", slug, name,
           (double) (g_get_monotonic_time () - begin) * 1000 / ROUNDS / N, sum);
}

/* A chain: each question waits for the answer before it, as along a critical path. */
static void
measure_chain (const char *slug, const GuatuWorktime *worktime, const Questions *questions)
{
  gint64 begin = g_get_monotonic_time ();
  GuatuInstant t = questions->instants[0];

  for (guint round = 0; round < ROUNDS; round++)
    {
      t = questions->instants[round];
      for (guint i = 0; i < N / 64; i++)
        t = guatu_worktime_lay (worktime, t, questions->work[i], &(GuatuInstant) { 0 });
    }

  g_print ("%-10s %-8s %5.1f ns   (%" G_GINT64_MODIFIER "x)\n", slug, "chain",
           (double) (g_get_monotonic_time () - begin) * 1000 / ROUNDS / (N / 64), t);
}

int
main (void)
{
  static const struct { const char *name; Ask ask; } asks[] = {
    { "add", ask_add }, { "back", ask_back }, { "next", ask_next }, { "end_eq", ask_end }, { "work", ask_work },
    { "lay", ask_lay } };
  static Questions questions;

  make_questions (&questions);
  for (guint i = 0; guatu_calendar_slugs ()[i] != NULL; i++)
    {
      const char *slug = guatu_calendar_slugs ()[i];
      g_autoptr(GuatuPlan) plan = guatu_empty_plan_new ("", 0, slug, "en", NULL);
      gint64 begin = g_get_monotonic_time ();
      const GuatuWorktime *worktime = guatu_plan_worktime (plan, -1);

      g_print ("%-10s compiled in %" G_GINT64_FORMAT " us\n", slug, g_get_monotonic_time () - begin);
      for (guint j = 0; j < G_N_ELEMENTS (asks); j++)
        measure (slug, asks[j].name, worktime, &questions, asks[j].ask);
      measure_chain (slug, worktime, &questions);
    }

  return 0;
}
