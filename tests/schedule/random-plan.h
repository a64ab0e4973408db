/* random-plan.h — plans with everything that scheduling knows, at random. */
#pragma once

#include "plan-maker.h"

typedef enum
{
  RANDOM_LINKS = 0,                 /* all kinds of links and lags, summaries, calendars: always */
  RANDOM_CONSTRAINTS = 1 << 0,      /* constraints and deadlines, on summaries too */
  RANDOM_PROGRESS = 1 << 1,         /* started and finished tasks, status date */
  RANDOM_MANUAL = 1 << 2,           /* manual tasks and summaries */
  RANDOM_DELAYS = 1 << 3,           /* levelling delays */
  RANDOM_CYCLES = 1 << 4,           /* now and then a link that leads back */
  RANDOM_SIMPLE_LINKS = 1 << 5,     /* no links of summaries, no lags but working ones that are positive */
  RANDOM_PATHS = 1 << 6,            /* of these only FS, and one calendar: all float comes from other paths */
} RandomParts;

/* How many of @n plans to try: a sanitizer makes each of them fifty times as slow. */
#ifdef __SANITIZE_ADDRESS__
#define random_plans(n) ((n) / 20u)
#else
#define random_plans(n) (n)
#endif

Maker *random_plan (GRand       *rand,
                    RandomParts  parts,
                    guint        n_tasks);
