/* test-backward.c — planning backward: by hand over weekends and holidays, and what must hold of any plan. */
#include "guatu-backward-plan.h"
#include "guatu-test.h"
#include "random-plan.h"

#define SEEDS random_plans (g_test_slow () ? 5000u : 600u)

static GuatuBackwardPlan *
plan_from (Maker *m, gint32 task, GuatuInstant finish, GuatuInstant not_before, gboolean release)
{
  GuatuBackwardAsk ask = { task, finish, not_before, release };
  g_autoptr(GuatuSchedule) now = maker_schedule (m);
  g_autoptr(GError) error = NULL;
  GuatuBackwardPlan *back = guatu_backward_plan_new (m->plan, now, &ask, &error);

  g_assert_no_error (error);
  return back;
}

static GuatuBackwardPlan *
backward (Maker *m, gint32 task, const char *finish)
{
  return plan_from (m, task, at (finish), GUATU_NONE, FALSE);
}

/* What accepting writes. */
static void
accept (Maker *m, const GuatuBackwardPlan *back)
{
  if (back->ask.task >= 0)
    maker_set (m, back->ask.task, GUATU_TASK_DEADLINE, back->ask.finish);
  else
    maker_set_plan (m, GUATU_PLAN_FINISH_TARGET, back->ask.finish);
  for (guint i = 0; i < back->edits->len; i++)
    {
      const GuatuBackwardEdit *edit = &g_array_index (back->edits, GuatuBackwardEdit, i);

      maker_set (m, edit->task, GUATU_TASK_CONSTRAINT, edit->constraint);
      maker_set (m, edit->task, GUATU_TASK_CONSTRAINT_DATE, edit->date);
    }
}

static const GuatuBackwardTask *
find (const GuatuBackwardPlan *back, gint32 task)
{
  for (guint i = 0; i < back->tasks->len; i++)
    if (g_array_index (back->tasks, GuatuBackwardTask, i).task == task)
      return &g_array_index (back->tasks, GuatuBackwardTask, i);

  return NULL;
}

static GuatuBackwardNote
note_of (const GuatuBackwardPlan *back, gint32 task)
{
  const GuatuBackwardTask *found = find (back, task);

  g_assert_nonnull (found);
  return found->note;
}

static const GuatuBackwardEdit *
find_edit (const GuatuBackwardPlan *back, gint32 task)
{
  for (guint i = 0; i < back->edits->len; i++)
    if (g_array_index (back->edits, GuatuBackwardEdit, i).task == task)
      return &g_array_index (back->edits, GuatuBackwardEdit, i);

  return NULL;
}

#define assert_planned(back, row, from, to) \
  G_STMT_START { \
    assert_at ((back)->schedule->start[row], from); \
    assert_at ((back)->schedule->finish[row], to); \
  } G_STMT_END

/* By hand ------------------------------------------------------------------------------------------------ */

/* Two tasks of two days, of which the second is to be finished on Tue 2024-04-09; Thu 4 to Sat 6 is a holiday. */
static void
check_link (GuatuLinkType type, gint64 lag, const char *a_start, const char *a_finish, const char *b_start)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuBackwardPlan) back = NULL;
  g_autoptr(GuatuSchedule) after = NULL;
  gint32 a, b;

  const char *week[] = { "8-12,13-17", "8-12,13-17", "8-12,13-17", "8-12,13-17", "8-12,13-17", "", "" };
  gint32 calendar = maker_calendar (m, "Office", week);

  maker_holiday (m, calendar, "Qingming", "2024-04-04", "2024-04-06");
  maker_set_plan (m, GUATU_PLAN_CALENDAR, maker_id (m, GUATU_TABLE_CALENDAR, calendar));
  a = maker_task (m, "A", 16, -1);
  b = maker_task (m, "B", 16, -1);
  maker_link_lag (m, a, b, type, GUATU_LAG_WORKING, lag);
  back = backward (m, -1, "2024-04-09 17:00");

  assert_planned (back, a, a_start, a_finish);
  assert_planned (back, b, b_start, "2024-04-09 17:00");
  g_assert_cmpint (back->lacking, ==, 0);
  assert_at (back->reached, "2024-04-09 17:00");

  accept (m, back);
  after = maker_schedule (m);
  assert_at (after->start[a], a_start);
  assert_at (after->finish[b], "2024-04-09 17:00");
}

/* B takes Mon 8 and Tue 9. The working days before are Wed 3, Tue 2, Mon 1, and Fri 03-29. */
static void
test_links (void)
{
  check_link (GUATU_LINK_FS, 0, "2024-04-02 08:00", "2024-04-03 17:00", "2024-04-08 08:00");
  check_link (GUATU_LINK_FS, DAYS (1), "2024-04-01 08:00", "2024-04-02 17:00", "2024-04-08 08:00");
  check_link (GUATU_LINK_FS, DAYS (-1), "2024-04-03 08:00", "2024-04-08 17:00", "2024-04-08 08:00");
  check_link (GUATU_LINK_SS, DAYS (2), "2024-04-02 08:00", "2024-04-03 17:00", "2024-04-08 08:00");
  check_link (GUATU_LINK_SS, DAYS (1), "2024-04-03 08:00", "2024-04-08 17:00", "2024-04-08 08:00");
  check_link (GUATU_LINK_FF, DAYS (2), "2024-04-02 08:00", "2024-04-03 17:00", "2024-04-08 08:00");
  check_link (GUATU_LINK_FF, 0, "2024-04-08 08:00", "2024-04-09 17:00", "2024-04-08 08:00");
}

/* From the start of A to the finish of B: A may begin when B ends, less the lag; but it is to be done by then itself. */
static void
test_start_to_finish (void)
{
  check_link (GUATU_LINK_SF, DAYS (4), "2024-04-02 08:00", "2024-04-03 17:00", "2024-04-08 08:00");
  check_link (GUATU_LINK_SF, DAYS (3), "2024-04-03 08:00", "2024-04-08 17:00", "2024-04-08 08:00");
}

/* A chain is held back at its head; the links see to the rest. */
static void
test_only_heads_are_set (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuBackwardPlan) back = NULL;
  gint32 project = maker_task (m, "Project", 8, -1);
  gint32 a = maker_task (m, "A", 16, project), b = maker_task (m, "B", 16, project);
  gint32 c = maker_task (m, "C", 8, project);

  maker_link (m, a, b, GUATU_LINK_FS);
  maker_link (m, c, b, GUATU_LINK_FS);
  back = backward (m, project, "2024-03-22 17:00");

  assert_planned (back, b, "2024-03-21 08:00", "2024-03-22 17:00");
  assert_planned (back, a, "2024-03-19 08:00", "2024-03-20 17:00");
  assert_planned (back, c, "2024-03-20 08:00", "2024-03-20 17:00");
  g_assert_cmpint (back->n_later, ==, 3);
  g_assert_cmpint (back->edits->len, ==, 2);
  g_assert_null (find_edit (back, b));
  assert_at (find_edit (back, a)->date, "2024-03-19 08:00");
  g_assert_cmpint (find (back, a)->moved, ==, DAYS (11));
}

/* A finish that is too soon: by how much, through which tasks, and nothing is said to fit. */
static void
test_too_soon (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuBackwardPlan) back = NULL;
  gint32 a = maker_task (m, "A", 40, -1), b = maker_task (m, "B", 40, -1), c = maker_task (m, "C", 8, -1);

  maker_link (m, a, b, GUATU_LINK_FS);
  back = backward (m, -1, "2024-03-12 17:00");

  g_assert_cmpint (back->lacking, ==, DAYS (3));
  assert_at (back->reached, "2024-03-15 17:00");
  g_assert_cmpint (back->chain->len, ==, 2);
  g_assert_cmpint (g_array_index (back->chain, gint32, 0), ==, a);
  g_assert_cmpint (g_array_index (back->chain, gint32, 1), ==, b);
  g_assert_cmpint (find (back, a)->note, ==, GUATU_BACKWARD_LATE);
  g_assert_cmpint (find (back, a)->lacking, ==, DAYS (3));
  assert_at (find (back, a)->must_start, "2024-02-28 08:00");
  assert_planned (back, c, "2024-03-12 08:00", "2024-03-12 17:00");

  /* The finish that it names is one that holds. */
  {
    g_autoptr(GuatuBackwardPlan) again = plan_from (m, -1, back->reached, GUATU_NONE, FALSE);

    g_assert_cmpint (again->lacking, ==, 0);
    g_assert_cmpint (again->n_late, ==, 0);
  }
}

/* Nothing begins before the day that is given, whether or not the plan pushes what is undone. */
static void
test_not_before (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuBackwardPlan) back = NULL;
  gint32 a = maker_task (m, "A", 40, -1);

  maker_set_plan (m, GUATU_PLAN_PUSH_TO_STATUS_DATE, FALSE);
  back = plan_from (m, -1, at ("2024-03-15 17:00"), at ("2024-03-12 17:00"), FALSE);

  g_assert_cmpint (back->lacking, ==, DAYS (2));
  assert_at (back->reached, "2024-03-19 17:00");
  g_assert_cmpint (note_of (back, a), ==, GUATU_BACKWARD_LATE);
}

/* What others wait for comes when they need it, and they stay. */
static void
test_outside_stays (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuBackwardPlan) back = NULL;
  gint32 project = maker_task (m, "Project", 8, -1);
  gint32 a = maker_task (m, "A", 16, project), b = maker_task (m, "B", 16, project);
  gint32 other = maker_task (m, "Other", 8, -1), end = maker_task (m, "End", 400, -1);

  maker_link (m, a, b, GUATU_LINK_FS);
  maker_link_lag (m, a, other, GUATU_LINK_FS, GUATU_LAG_WORKING, DAYS (1));
  maker_constrain (m, other, GUATU_CONSTRAINT_SNET, "2024-03-11");
  back = backward (m, project, "2024-03-22 17:00");

  assert_planned (back, other, "2024-03-11 08:00", "2024-03-11 17:00");
  assert_planned (back, end, "2024-03-04 08:00", when (back->schedule->finish[end]));
  assert_planned (back, a, "2024-03-06 08:00", "2024-03-07 17:00");
  assert_planned (back, b, "2024-03-21 08:00", "2024-03-22 17:00");
  g_assert_cmpint (note_of (back, a), ==, GUATU_BACKWARD_HELD);
  g_assert_cmpint (find (back, a)->other, ==, other);
}

/* A single task brings what it waits for, wherever that lies. */
static void
test_leaf_brings_its_predecessors (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuBackwardPlan) back = NULL;
  gint32 phase = maker_task (m, "Phase", 8, -1);
  gint32 a = maker_task (m, "A", 16, phase), b = maker_task (m, "B", 8, phase);
  gint32 opening = maker_task (m, "Opening", 0, -1), else_ = maker_task (m, "Something else", 8, -1);

  maker_set (m, opening, GUATU_TASK_KIND, GUATU_KIND_MILESTONE);
  maker_link (m, phase, opening, GUATU_LINK_FS);
  back = backward (m, opening, "2024-03-22 17:00");

  assert_planned (back, opening, "2024-03-22 17:00", "2024-03-22 17:00");
  assert_planned (back, a, "2024-03-21 08:00", "2024-03-22 17:00");
  assert_planned (back, b, "2024-03-22 08:00", "2024-03-22 17:00");
  assert_planned (back, else_, "2024-03-04 08:00", "2024-03-04 17:00");
}

/* What has begun stays, and so does what must be on its date, and what is scheduled by hand; these are named. */
static void
test_what_stays (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuBackwardPlan) back = NULL;
  gint32 begun = maker_task (m, "Begun", 40, -1), on = maker_task (m, "On its day", 8, -1);
  gint32 hand = maker_task (m, "By hand", 8, -1);

  maker_set_time (m, begun, GUATU_TASK_ACTUAL_START, "2024-03-04 08:00");
  maker_constrain (m, on, GUATU_CONSTRAINT_MSO, "2024-03-06");
  maker_manual (m, hand, "2024-03-05 08:00", "2024-03-05 17:00");
  back = backward (m, -1, "2024-03-29 17:00");

  g_assert_null (find (back, begun));
  assert_planned (back, begun, "2024-03-04 08:00", "2024-03-08 17:00");
  assert_planned (back, on, "2024-03-06 08:00", "2024-03-06 17:00");
  assert_planned (back, hand, "2024-03-05 08:00", "2024-03-05 17:00");
  g_assert_cmpint (note_of (back, hand), ==, GUATU_BACKWARD_KEPT);
  g_assert_cmpint (back->edits->len, ==, 0);
}

/* A date before which a task is not to start stands against an earlier finish, until it is given up. */
static void
test_release (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuBackwardPlan) kept = NULL, given_up = NULL;
  gint32 a = maker_task (m, "A", 16, -1);

  maker_constrain (m, a, GUATU_CONSTRAINT_SNET, "2024-03-18");
  kept = backward (m, -1, "2024-03-15 17:00");
  g_assert_cmpint (kept->lacking, ==, DAYS (2));
  g_assert_cmpint (kept->n_stopped, ==, 1);
  assert_planned (kept, a, "2024-03-18 08:00", "2024-03-19 17:00");

  given_up = plan_from (m, -1, at ("2024-03-15 17:00"), GUATU_NONE, TRUE);
  g_assert_cmpint (given_up->lacking, ==, 0);
  g_assert_cmpint (given_up->n_stopped, ==, 0);
  assert_planned (given_up, a, "2024-03-14 08:00", "2024-03-15 17:00");
  g_assert_cmpint (note_of (given_up, a), ==, GUATU_BACKWARD_RELEASED);
}

/* What planning backward has set it can set again, for an earlier finish as for a later one. */
static void
test_again (void)
{
  static const char * const finishes[] = { "2024-03-29 17:00", "2024-03-22 17:00", "2024-04-12 17:00" };
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  gint32 project = maker_task (m, "Project", 8, -1);
  gint32 a = maker_task (m, "A", 16, project), b = maker_task (m, "B", 16, project);

  maker_link (m, a, b, GUATU_LINK_FS);
  maker_constrain (m, a, GUATU_CONSTRAINT_ALAP, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (finishes); i++)
    {
      g_autoptr(GuatuBackwardPlan) back = backward (m, project, finishes[i]);
      g_autoptr(GuatuSchedule) after = NULL;

      g_assert_cmpint (back->lacking, ==, 0);
      g_assert_cmpint (back->n_stopped, ==, 0);
      accept (m, back);
      after = maker_schedule (m);
      assert_at (after->finish[project], finishes[i]);
      assert_hours (after->total_float[a], 0);
      assert_hours (after->total_float[b], 0);
    }
}

static void
test_refusals (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) now = NULL;
  g_autoptr(GError) error = NULL;
  gint32 a = maker_task (m, "A", 16, -1);
  GuatuBackwardAsk ask = { -1, at ("2024-03-29 17:00"), GUATU_NONE, FALSE };

  maker_set_time (m, a, GUATU_TASK_ACTUAL_START, "2024-03-04 08:00");
  now = maker_schedule (m);
  g_assert_null (guatu_backward_plan_new (m->plan, now, &ask, &error));
  g_assert_error (error, GUATU_BACKWARD_ERROR, GUATU_BACKWARD_ERROR_NOTHING);
  g_clear_error (&error);

  maker_set_plan (m, GUATU_PLAN_SCHEDULE_FROM, GUATU_FROM_FINISH);
  g_assert_null (guatu_backward_plan_new (m->plan, now, &ask, &error));
  g_assert_error (error, GUATU_BACKWARD_ERROR, GUATU_BACKWARD_ERROR_FROM_FINISH);
}

/* Of any plan -------------------------------------------------------------------------------------------- */

typedef struct
{
  guint              seed;
  Maker             *maker;
  gint32             scope;
  GuatuSchedule     *now;
  GuatuBackwardPlan *back;
  GuatuSchedule     *after;
} Trial;

static gint64
between (Trial *t, gint32 row, GuatuInstant a, GuatuInstant b)
{
  if (guatu_plan_task (t->maker->plan, row)->duration_kind == GUATU_DURATION_ELAPSED)
    return b - a;
  return guatu_worktime_work (guatu_plan_task_worktime (t->maker->plan, row), a, b);
}

static gboolean
has_begun (Trial *t, gint32 row)
{
  return guatu_plan_task_number (t->maker->plan, row, GUATU_TASK_ACTUAL_START) != GUATU_NONE
         || guatu_plan_task_number (t->maker->plan, row, GUATU_TASK_ACTUAL_FINISH) != GUATU_NONE;
}

static gboolean
is_leaf (Trial *t, gint32 row)
{
  return !guatu_plan_is_summary (t->maker->plan, row);
}

/* What accepting does is what the preview shows, to the second. */
static void
check_preview (Trial *t)
{
  for (guint row = 0; row < t->after->n_tasks; row++)
    if (t->after->start[row] != t->back->schedule->start[row] || t->after->finish[row] != t->back->schedule->finish[row])
      g_error ("seed %u: task %u is not where the preview showed it", t->seed, row);
}

static void
check_begun (Trial *t)
{
  for (guint row = 0; row < t->after->n_tasks; row++)
    if (is_leaf (t, (gint32) row) && has_begun (t, (gint32) row) && t->after->start[row] != t->now->start[row])
      g_error ("seed %u: task %u has begun, and was moved", t->seed, row);
}

/* Such a link says when a task ends, whatever its length (msproject §3.1, 6); its start is no late date then. */
static gboolean
ends_by_sf (Trial *t, const GuatuSchedule *schedule, gint32 row)
{
  GuatuDriver driver = guatu_schedule_driver (schedule, row);

  return driver.kind == GUATU_DRIVER_LINK && guatu_plan_link (t->maker->plan, driver.link)->type == GUATU_LINK_SF;
}

/* A share of a summary's span is another lag wherever the summary stands: late dates move with what they are asked of. */
static gboolean
has_lags_that_vary (Trial *t)
{
  for (gint32 row = 0; (guint) row < guatu_plan_n_rows (t->maker->plan, GUATU_TABLE_LINK); row++)
    if (guatu_plan_link (t->maker->plan, row)->lag_kind >= GUATU_LAG_PERCENT
        && !is_leaf (t, guatu_plan_link (t->maker->plan, row)->predecessor))
      return TRUE;

  return FALSE;
}

/* Where the finish holds and no task is called late, none starts after the late date that the network leaves it, which
 * counts from the finish: something stands there by hand. */
static void
check_late_dates (Trial *t)
{
  g_autoptr(GuatuSchedule) checked = NULL;
  gint32 end;

  if (t->scope >= 0 || t->back->lacking > 0 || t->back->n_late > 0 || has_lags_that_vary (t))
    return;
  end = maker_task (t->maker, "End", 0, -1);
  maker_set (t->maker, end, GUATU_TASK_MODE, GUATU_MODE_MANUAL);
  maker_set (t->maker, end, GUATU_TASK_MANUAL_START, t->back->ask.finish);
  maker_set (t->maker, end, GUATU_TASK_MANUAL_FINISH, t->back->ask.finish);
  checked = maker_schedule (t->maker);
  for (gint32 row = 0; row < end; row++)
    if (is_leaf (t, row) && !has_begun (t, row) && !ends_by_sf (t, checked, row)
        && between (t, row, checked->late_start[row], checked->start[row]) > 0)
      g_error ("seed %u: task %d starts %s, after its late date %s", t->seed, row, when (checked->start[row]),
               when (checked->late_start[row]));
}

/* It holds wherever all of it as early as can be is finished by then. */
static void
check_finish (Trial *t)
{
  const GuatuBackwardPlan *back = t->back;
  const GuatuWorktime *worktime = t->scope >= 0 ? guatu_plan_task_worktime (t->maker->plan, t->scope)
                                                : guatu_plan_worktime (t->maker->plan, -1);
  GuatuInstant finish = t->scope >= 0 ? t->after->finish[t->scope] : t->after->plan_finish;

  if (back->lacking == 0 && guatu_worktime_work (worktime, back->ask.finish, finish) > 0)
    g_error ("seed %u: finished %s, asked for %s", t->seed, when (finish), when (back->ask.finish));
}

static GuatuSchedule *
as_early_as_can_be (Trial *t)
{
  g_autoptr(GuatuOverlay) overlay = guatu_overlay_new ();
  guint n = guatu_plan_n_rows (t->maker->plan, GUATU_TABLE_TASK);

  for (gint32 row = 0; (guint) row < n; row++)
    {
      guint8 constraint = guatu_plan_task (t->maker->plan, row)->constraint;

      if (is_leaf (t, row) && !has_begun (t, row) && guatu_plan_task (t->maker->plan, row)->mode == GUATU_MODE_AUTOMATIC
          && (constraint == GUATU_CONSTRAINT_SNET || constraint == GUATU_CONSTRAINT_FNET))
        guatu_overlay_set (overlay, GUATU_TABLE_TASK, row, GUATU_TASK_CONSTRAINT, GUATU_INTEGER (GUATU_CONSTRAINT_ASAP));
    }
  return maker_what_if (t->maker, overlay);
}

static void
try_plan (guint seed, RandomParts parts, guint *n_held, guint *n_lacking)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr(Maker) m = random_plan (rand, parts, (guint) g_rand_int_range (rand, 3, 14));
  Trial t = { .seed = seed, .maker = m, .scope = -1 };
  g_autoptr(GuatuSchedule) earliest = NULL;
  g_autoptr(GError) error = NULL;
  GuatuBackwardAsk ask = { -1, 0, GUATU_NONE, TRUE };

  t.now = maker_schedule (m);
  earliest = as_early_as_can_be (&t);
  if (g_rand_boolean (rand))
    t.scope = (gint32) g_rand_int_range (rand, 0, (gint32) t.now->n_tasks);
  ask.task = t.scope;
  ask.finish = (t.scope >= 0 ? t.now->finish[t.scope] : t.now->plan_finish)
               + (gint64) g_rand_int_range (rand, -10, 30) * GUATU_DAY;
  t.back = guatu_backward_plan_new (m->plan, t.now, &ask, &error);
  if (t.back == NULL)
    {
      g_assert_error (error, GUATU_BACKWARD_ERROR, GUATU_BACKWARD_ERROR_NOTHING);
      guatu_schedule_free (t.now);
      return;
    }

  if (t.scope < 0)
    {
      gint64 over = guatu_worktime_work (guatu_plan_worktime (m->plan, -1), ask.finish, earliest->plan_finish);

      if ((over > 0) != (t.back->lacking > 0))
        g_error ("seed %u: earliest %s, asked for %s, lacking %d h", seed, when (earliest->plan_finish),
                 when (ask.finish), (int) (t.back->lacking / HOUR));
    }
  accept (m, t.back);
  t.after = maker_schedule (m);
  check_preview (&t);
  check_begun (&t);
  check_finish (&t);
  check_late_dates (&t);
  *n_held += t.back->lacking == 0;
  *n_lacking += t.back->lacking > 0;
  guatu_schedule_free (t.now);
  guatu_schedule_free (t.after);
  guatu_backward_plan_free (t.back);
}

static void
try_plans (RandomParts parts)
{
  guint n_held = 0, n_lacking = 0;

  for (guint seed = 1; seed <= SEEDS; seed++)
    try_plan (seed, parts, &n_held, &n_lacking);

  /* Both are tried. */
  g_assert_cmpuint (n_held, >, 0);
  g_assert_cmpuint (n_lacking, >, 0);
}

static void
test_simple_plans (void)
{
  try_plans (RANDOM_PATHS | RANDOM_SIMPLE_LINKS);
}

static void
test_links_and_lags (void)
{
  try_plans (RANDOM_LINKS);
}

static void
test_everything (void)
{
  try_plans (RANDOM_CONSTRAINTS | RANDOM_PROGRESS | RANDOM_MANUAL | RANDOM_DELAYS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/backward/links-over-a-weekend-and-a-holiday", test_links);
  g_test_add_func ("/backward/start-to-finish", test_start_to_finish);
  g_test_add_func ("/backward/only-heads-are-set", test_only_heads_are_set);
  g_test_add_func ("/backward/too-soon", test_too_soon);
  g_test_add_func ("/backward/not-before", test_not_before);
  g_test_add_func ("/backward/outside-stays", test_outside_stays);
  g_test_add_func ("/backward/leaf-brings-its-predecessors", test_leaf_brings_its_predecessors);
  g_test_add_func ("/backward/what-stays", test_what_stays);
  g_test_add_func ("/backward/release", test_release);
  g_test_add_func ("/backward/again", test_again);
  g_test_add_func ("/backward/refusals", test_refusals);
  g_test_add_func ("/backward/simple-plans", test_simple_plans);
  g_test_add_func ("/backward/links-and-lags", test_links_and_lags);
  g_test_add_func ("/backward/everything", test_everything);

  return g_test_run ();
}
