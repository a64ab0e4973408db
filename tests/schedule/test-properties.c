/* test-properties.c — what must hold of every schedule, whatever the plan. */
#include "guatu-id.h"
#include "guatu-test.h"
#include "random-plan.h"

#define SEEDS random_plans (g_test_slow () ? 5000u : 400u)

#define assert_same(seed, what, a, b) \
  G_STMT_START { \
    if ((a) != (b)) \
      g_error ("seed %u: %s is %s and %s", seed, what, when (a), when (b)); \
  } G_STMT_END

static void
assert_same_schedule (guint seed, const GuatuSchedule *a, const GuatuSchedule *b)
{
  g_assert_cmpint (a->n_tasks, ==, b->n_tasks);
  assert_same (seed, "the plan's start", a->plan_start, b->plan_start);
  assert_same (seed, "the plan's finish", a->plan_finish, b->plan_finish);

  for (gint32 row = 0; (guint) row < a->n_tasks; row++)
    {
      GuatuDriver x = guatu_schedule_driver (a, row);
      GuatuDriver y = guatu_schedule_driver (b, row);

      assert_same (seed, "start", a->start[row], b->start[row]);
      assert_same (seed, "finish", a->finish[row], b->finish[row]);
      assert_same (seed, "early start", a->early_start[row], b->early_start[row]);
      assert_same (seed, "early finish", a->early_finish[row], b->early_finish[row]);
      assert_same (seed, "late start", a->late_start[row], b->late_start[row]);
      assert_same (seed, "late finish", a->late_finish[row], b->late_finish[row]);
      assert_same (seed, "total float", a->total_float[row], b->total_float[row]);
      assert_same (seed, "free float", a->free_float[row], b->free_float[row]);
      g_assert_cmpint (a->flags[row], ==, b->flags[row]);
      g_assert_cmpint (x.kind, ==, y.kind);
      g_assert_cmpint (x.task, ==, y.task);
      g_assert_cmpint (x.link, ==, y.link);
    }
}

/* What a link asks for --------------------------------------------------------------------------------- */

static void
check_link (Maker *m, const GuatuSchedule *s, const GuatuLink *link)
{
  const GuatuWorktime *worktime = guatu_plan_task_worktime (m->plan, link->successor);
  gboolean from_start = link->type == GUATU_LINK_SS || link->type == GUATU_LINK_SF;
  gboolean to_start = link->type == GUATU_LINK_SS || link->type == GUATU_LINK_FS;
  GuatuInstant from = from_start ? s->early_start[link->predecessor] : s->early_finish[link->predecessor];
  GuatuInstant to = to_start ? s->early_start[link->successor] : s->early_finish[link->successor];

  if (guatu_plan_task (m->plan, link->successor)->duration_kind == GUATU_DURATION_ELAPSED)
    return;
  g_assert_cmpint (guatu_worktime_work (worktime, guatu_worktime_add (worktime, from, link->lag), to), >=, 0);
}

static void
test_order (void)
{
  for (guint seed = 1; seed <= SEEDS; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      RandomParts parts = RANDOM_SIMPLE_LINKS | (seed % 2 == 0 ? RANDOM_PATHS : 0);
      g_autoptr(Maker) m = random_plan (rand, parts, 1 + seed % 30);
      g_autoptr(GuatuSchedule) s = maker_schedule (m);
      gboolean ends = FALSE;
      gboolean begins = FALSE;

      for (guint i = 0; i < guatu_plan_n_rows (m->plan, GUATU_TABLE_LINK); i++)
        check_link (m, s, guatu_plan_link (m->plan, i));

      for (gint32 row = 0; (guint) row < s->n_tasks; row++)
        {
          const GuatuTask *task = guatu_plan_task (m->plan, row);

          if (guatu_plan_is_summary (m->plan, row))
            continue;
          if (task->duration_kind == GUATU_DURATION_WORKING && task->duration > 0)
            {
              const GuatuWorktime *worktime = guatu_plan_task_worktime (m->plan, row);

              assert_same (seed, "a start in working time", guatu_worktime_next (worktime, s->early_start[row]),
                           s->early_start[row]);
              g_assert_cmpint (guatu_worktime_work (worktime, s->early_start[row], s->early_finish[row]), ==,
                               task->duration);
            }
          g_assert_cmpint (s->free_float[row], >=, 0);
          g_assert_cmpint (s->free_float[row], <=, MAX (s->total_float[row], 0));
          /* A finish link between two calendars may ask for a finish on a day off of the later one's. */
          if (parts & RANDOM_PATHS)
            g_assert_cmpint (s->total_float[row], >=, 0);
          begins |= s->flags[row] & GUATU_CRITICAL && guatu_schedule_driver (s, row).kind != GUATU_DRIVER_LINK;
          ends |= s->flags[row] & GUATU_CRITICAL && s->early_finish[row] == s->plan_finish;
        }

      /* Some critical task ends the plan, and some critical one depends on no other. Between different
       * calendars float may lie on every path. */
      if (parts & RANDOM_PATHS)
        g_assert_true (begins && ends);
    }
}

static void
test_drivers_reach_back (void)
{
  for (guint seed = 1; seed <= SEEDS; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(Maker) m = random_plan (rand, RANDOM_CONSTRAINTS | RANDOM_MANUAL | RANDOM_PROGRESS, 1 + seed % 30);
      g_autoptr(GuatuSchedule) s = maker_schedule (m);

      for (gint32 row = 0; (guint) row < s->n_tasks; row++)
        {
          g_autofree char *why = guatu_schedule_why (s, m->plan, row);
          gint32 at_row = row;
          guint steps = 0;

          g_assert_cmpint (strlen (why), >, 10);
          for (; at_row >= 0 && steps <= 2 * s->n_tasks; steps++)
            {
              GuatuDriver driver = guatu_schedule_driver (s, at_row);

              /* A constraint or typed date of a summary is a reason in itself. */
              at_row = driver.kind == GUATU_DRIVER_LINK || driver.kind == GUATU_DRIVER_CHILDREN ? driver.task : -1;
            }
          g_assert_cmpint (steps, <=, 2 * s->n_tasks);
        }
    }
}

static void
test_twice (void)
{
  for (guint seed = 1; seed <= SEEDS; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(Maker) m = random_plan (rand, RANDOM_CONSTRAINTS | RANDOM_MANUAL | RANDOM_PROGRESS | RANDOM_DELAYS,
                                        1 + seed % 30);
      g_autoptr(GuatuSchedule) a = maker_schedule (m);
      g_autoptr(GuatuSchedule) b = maker_schedule (m);
      g_autoptr(GuatuPlan) copy = guatu_plan_copy (m->plan);
      g_autoptr(GuatuSchedule) c = guatu_schedule_new (copy, NULL, NULL);

      assert_same_schedule (seed, a, b);
      assert_same_schedule (seed, a, c);
    }
}

/* What if -------------------------------------------------------------------------------------------------- */

typedef struct
{
  GRand        *rand;
  Maker        *maker;
  GuatuOverlay *overlay;
  GArray       *links;      /* added for real later */
  GArray       *fields;     /* table, row, field, value */
} Edits;

typedef struct
{
  GuatuTable table;
  gint32     row;
  guint      field;
  GuatuValue value;
} Edit;

static void
edit (Edits *edits, GuatuTable table, gint32 row, guint field, gint64 value)
{
  Edit one = { table, row, field, value != GUATU_NONE ? GUATU_INTEGER (value) : GUATU_NULL };

  g_array_append_val (edits->fields, one);
  guatu_overlay_set (edits->overlay, table, row, field, one.value);
}

static void
edit_something (Edits *edits)
{
  GuatuPlan *plan = edits->maker->plan;
  gint32 n = (gint32) guatu_plan_n_rows (plan, GUATU_TABLE_TASK);
  gint32 row = g_rand_int_range (edits->rand, 0, n);
  gint32 other = g_rand_int_range (edits->rand, 0, n);
  GuatuInstant time = at ("2024-03-04") + g_rand_int_range (edits->rand, 0, 30) * GUATU_DAY;

  switch (g_rand_int_range (edits->rand, 0, 11))
    {
    case 0:
      edit (edits, GUATU_TABLE_TASK, row, GUATU_TASK_DURATION, g_rand_int_range (edits->rand, 0, 9) * 4 * HOUR);
      break;
    case 1:
      edit (edits, GUATU_TABLE_TASK, row, GUATU_TASK_CONSTRAINT, g_rand_int_range (edits->rand, 0, 8));
      edit (edits, GUATU_TABLE_TASK, row, GUATU_TASK_CONSTRAINT_DATE, time);
      break;
    case 2:
      edit (edits, GUATU_TABLE_TASK, row, GUATU_TASK_DEADLINE, g_rand_boolean (edits->rand) ? time : GUATU_NONE);
      break;
    case 3:
      edit (edits, GUATU_TABLE_TASK, row, GUATU_TASK_MODE, g_rand_int_range (edits->rand, 0, 2));
      edit (edits, GUATU_TABLE_TASK, row, GUATU_TASK_MANUAL_START, time);
      break;
    case 4:
      edit (edits, GUATU_TABLE_TASK, row, GUATU_TASK_CALENDAR,
            g_rand_boolean (edits->rand) ? maker_id (edits->maker, GUATU_TABLE_CALENDAR, 0) : GUATU_NONE);
      break;
    case 5:
      edit (edits, GUATU_TABLE_TASK, row, GUATU_TASK_ACTUAL_START, time);
      break;
    case 6:
      edit (edits, GUATU_TABLE_TASK, row, GUATU_TASK_PARENT,
            other != row && g_rand_boolean (edits->rand) ? maker_id (edits->maker, GUATU_TABLE_TASK, other) : GUATU_NONE);
      break;
    case 7:
      edit (edits, GUATU_TABLE_PLAN, 0, GUATU_PLAN_STATUS_DATE, time);
      edit (edits, GUATU_TABLE_PLAN, 0, GUATU_PLAN_PUSH_TO_STATUS_DATE, TRUE);
      break;
    case 8:
      edit (edits, GUATU_TABLE_PLAN, 0, GUATU_PLAN_SCHEDULE_FROM, g_rand_int_range (edits->rand, 0, 2));
      edit (edits, GUATU_TABLE_PLAN, 0, GUATU_PLAN_FINISH_TARGET, time + GUATU_WEEK);
      break;
    case 9:
      edit (edits, GUATU_TABLE_PLAN, 0, GUATU_PLAN_CALENDAR, maker_id (edits->maker, GUATU_TABLE_CALENDAR, 0));
      break;
    default:
      {
        GuatuLink link = { .predecessor = row, .successor = other, .type = (guint8) g_rand_int_range (edits->rand, 0, 4),
                           .lag = g_rand_int_range (edits->rand, -2, 5) * 4 * HOUR };

        g_array_append_val (edits->links, link);
        guatu_overlay_add_link (edits->overlay, link);
      }
      break;
    }
}

static void
make_real (Edits *edits)
{
  for (guint i = 0; i < edits->links->len; i++)
    {
      const GuatuLink *link = &g_array_index (edits->links, GuatuLink, i);

      maker_link_lag (edits->maker, link->predecessor, link->successor, link->type, GUATU_LAG_WORKING, link->lag);
    }
  for (guint i = 0; i < edits->fields->len; i++)
    {
      const Edit *one = &g_array_index (edits->fields, Edit, i);

      guatu_plan_set (edits->maker->plan, one->table, one->row, one->field, one->value);
    }
}

static void
test_what_if (void)
{
  guint scheduled = 0;

  for (guint seed = 1; seed <= SEEDS; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(Maker) m = random_plan (rand, RANDOM_CONSTRAINTS | RANDOM_PROGRESS, 2 + seed % 20);
      g_autoptr(GuatuOverlay) overlay = guatu_overlay_new ();
      g_autoptr(GArray) links = g_array_new (FALSE, FALSE, sizeof (GuatuLink));
      g_autoptr(GArray) fields = g_array_new (FALSE, FALSE, sizeof (Edit));
      Edits edits = { rand, m, overlay, links, fields };
      g_autoptr(GuatuSchedule) before = maker_schedule (m);
      g_autoptr(GuatuSchedule) what_if = NULL;
      g_autoptr(GuatuSchedule) unchanged = NULL;
      g_autoptr(GuatuSchedule) real = NULL;
      gint32 n_links = (gint32) guatu_plan_n_rows (m->plan, GUATU_TABLE_LINK);
      gint32 removed = n_links > 0 && seed % 3 == 0 ? g_rand_int_range (rand, 0, n_links) : -1;

      for (guint k = 0; k < 1 + seed % 4; k++)
        edit_something (&edits);
      if (removed >= 0)
        guatu_overlay_remove_link (overlay, removed);

      what_if = guatu_schedule_new (m->plan, overlay, NULL);
      g_assert_cmpint (guatu_schedule_find_cycle (m->plan, overlay, NULL), ==, what_if == NULL);
      unchanged = maker_schedule (m);
      assert_same_schedule (seed, before, unchanged);
      if (what_if == NULL)
        continue;

      make_real (&edits);
      if (removed >= 0)
        guatu_plan_remove (m->plan, GUATU_TABLE_LINK, removed);
      real = maker_schedule (m);
      assert_same_schedule (seed, what_if, real);
      for (gint32 row = 0; (guint) row < real->n_tasks; row++)
        g_assert_cmpint (guatu_schedule_duration (what_if, m->plan, row), ==, guatu_schedule_duration (real, m->plan, row));
      scheduled++;
    }

  g_assert_cmpint (scheduled, >, SEEDS / 2);
}

/* From the finish ------------------------------------------------------------------------------------------- */

/* A Monday, midnight: the mirror. What happens at t in one plan happens as long before in the other. */
#define MIRROR (at ("2024-04-01 00:00"))

static GuatuInstant
turn (GuatuInstant t)
{
  return 2 * MIRROR - t;
}

static Maker *
mirrored_half (guint seed, gboolean turned)
{
  static const char *const hours[] = { "8-12,13-17", "8-12", "9-11,13-20" };
  static const char *const turned_hours[] = { "7-11,12-16", "12-16", "4-11,13-15" };
  static const int turned_constraints[] = { 0, 0, GUATU_CONSTRAINT_MFO, GUATU_CONSTRAINT_MSO, GUATU_CONSTRAINT_FNLT,
                                            GUATU_CONSTRAINT_FNET, GUATU_CONSTRAINT_SNLT, GUATU_CONSTRAINT_SNET };
  static const GuatuLinkType turned_links[] = { [GUATU_LINK_FF] = GUATU_LINK_SS, [GUATU_LINK_FS] = GUATU_LINK_FS,
                                                [GUATU_LINK_SF] = GUATU_LINK_SF, [GUATU_LINK_SS] = GUATU_LINK_FF };
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  GuatuInstant start = MIRROR + 8 * HOUR - 2 * GUATU_WEEK;
  Maker *m = maker_new ("2024-03-18");
  gint32 n = 2 + (gint32) seed % 12;
  const char *week[7];

  for (int day = 0; day < 7; day++)
    {
      int kind = day < 5 ? g_rand_int_range (rand, 0, 3) : 3;

      week[turned ? 6 - day : day] = kind == 3 ? "" : turned ? turned_hours[kind] : hours[kind];
    }
  maker_set_plan (m, GUATU_PLAN_CALENDAR, maker_id (m, GUATU_TABLE_CALENDAR, maker_calendar (m, "Week", week)));
  maker_set_plan (m, GUATU_PLAN_HONOUR_CONSTRAINTS, g_rand_boolean (rand));
  if (turned)
    {
      maker_set_plan (m, GUATU_PLAN_SCHEDULE_FROM, GUATU_FROM_FINISH);
      maker_set_plan (m, GUATU_PLAN_FINISH_TARGET, turn (start));
    }

  for (gint32 i = 0; i < n; i++)
    {
      gint32 row = maker_task (m, "Task", g_rand_int_range (rand, 0, 8) * 2.5, -1);
      int constraint = g_rand_int_range (rand, -8, 8);
      GuatuInstant date = start + g_rand_int_range (rand, 0, 200) * HOUR;

      if (constraint >= GUATU_CONSTRAINT_MSO)
        {
          maker_set (m, row, GUATU_TASK_CONSTRAINT, turned ? turned_constraints[constraint] : constraint);
          maker_set (m, row, GUATU_TASK_CONSTRAINT_DATE, turned ? turn (date) : date);
        }
      if (g_rand_int_range (rand, 0, 6) == 0)
        maker_set (m, row, GUATU_TASK_LEVELLING_DELAY, 30 * HOUR);
    }
  for (gint32 i = 0; i < n; i++)
    {
      gint32 from = g_rand_int_range (rand, 0, n - 1);
      gint32 to = g_rand_int_range (rand, from + 1, n);
      GuatuLinkType type = g_rand_int_range (rand, 0, 4);
      GuatuLagKind kind = g_rand_int_range (rand, 0, 2);
      gint64 lag = g_rand_int_range (rand, -3, 5) * 3 * HOUR;

      if (turned)
        maker_link_lag (m, to, from, turned_links[type], kind, lag);
      else
        maker_link_lag (m, from, to, type, kind, lag);
    }

  return m;
}

static void
test_mirror (void)
{
  for (guint seed = 1; seed <= SEEDS; seed++)
    {
      g_autoptr(Maker) forwards = mirrored_half (seed, FALSE);
      g_autoptr(Maker) backwards = mirrored_half (seed, TRUE);
      g_autoptr(GuatuSchedule) f = maker_schedule (forwards);
      g_autoptr(GuatuSchedule) b = maker_schedule (backwards);

      for (gint32 row = 0; (guint) row < f->n_tasks; row++)
        {
          assert_same (seed, "late finish", b->late_finish[row], turn (f->early_start[row]));
          assert_same (seed, "late start", b->late_start[row], turn (f->early_finish[row]));
          assert_same (seed, "early finish", b->early_finish[row], turn (f->late_start[row]));
          assert_same (seed, "early start", b->early_start[row], turn (f->late_finish[row]));
          assert_same (seed, "scheduled start", b->start[row], b->late_start[row]);
          g_assert_cmpint (b->total_float[row], ==, f->total_float[row]);
        }
    }
}

static void
test_from_finish (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  g_autoptr(GuatuSchedule) open = NULL;
  gint32 a = maker_task (m, "A", 16, -1);
  gint32 b = maker_task (m, "B", 8, -1);
  gint32 phase = maker_task (m, "Phase", 8, -1);
  gint32 c = maker_task (m, "C", 8, phase);
  gint32 milestone = maker_task (m, "Open", 0, -1);

  maker_link (m, a, b, GUATU_LINK_FS);
  maker_link (m, b, milestone, GUATU_LINK_FS);
  maker_link (m, phase, milestone, GUATU_LINK_FS);
  maker_set_time (m, c, GUATU_TASK_DEADLINE, "2024-03-12 17:00");
  maker_set_plan (m, GUATU_PLAN_SCHEDULE_FROM, GUATU_FROM_FINISH);
  maker_set_plan (m, GUATU_PLAN_FINISH_TARGET, at ("2024-03-15 17:00"));
  s = maker_schedule (m);

  assert_at (s->start[milestone], "2024-03-15 17:00");
  assert_at (s->start[b], "2024-03-15 08:00");
  assert_at (s->start[a], "2024-03-13 08:00");
  assert_at (s->finish[a], "2024-03-14 17:00");
  assert_at (s->start[c], "2024-03-15 08:00");
  assert_at (s->start[phase], "2024-03-15 08:00");
  assert_at (s->plan_start, "2024-03-13 08:00");
  assert_at (s->early_start[c], "2024-03-13 08:00");
  assert_hours (s->total_float[a], 0);
  g_assert_true (s->flags[a] & GUATU_CRITICAL);
  /* C can be done by Wednesday the 13th at the earliest: a day after its deadline. */
  assert_hours (s->total_float[c], -8);

  /* Without a target the plan ends where it would, scheduled from its start. */
  maker_set_plan (m, GUATU_PLAN_FINISH_TARGET, GUATU_NONE);
  open = maker_schedule (m);
  assert_at (open->plan_finish, "2024-03-06 17:00");
  assert_at (open->start[c], "2024-03-06 08:00");
}

/* Odd plans ---------------------------------------------------------------------------------------------------- */

static void
test_empty (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = maker_schedule (m);

  g_assert_cmpint (s->n_tasks, ==, 0);
  assert_at (s->plan_start, "2024-03-04 08:00");
  assert_at (s->plan_finish, "2024-03-04 08:00");
}

static void
test_removed (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 8, -1);
  gint32 b = maker_task (m, "B", 8, -1);

  guatu_plan_remove (m->plan, GUATU_TABLE_TASK, a);
  s = maker_schedule (m);

  g_assert_cmpint (s->start[a], ==, GUATU_NONE);
  g_assert_cmpint (s->total_float[a], ==, GUATU_NONE);
  assert_at (s->start[b], "2024-03-04 08:00");
  assert_at (s->plan_finish, "2024-03-04 17:00");
}

static void
test_no_working_time (void)
{
  const char *never[7] = { "", "", "", "", "", "", "" };
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 8, -1);
  gint32 b = maker_task (m, "B", 8, -1);

  maker_set_plan (m, GUATU_PLAN_CALENDAR, maker_id (m, GUATU_TABLE_CALENDAR, maker_calendar (m, "Never", never)));
  maker_link (m, a, b, GUATU_LINK_FS);
  s = maker_schedule (m);

  assert_dates (s, b, "2024-03-04 08:00", "2024-03-04 08:00");
}

/* Any values that the field table allows, links and parents as they fall. */
static void
test_anything (void)
{
  for (guint seed = 1; seed <= SEEDS; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(GuatuPlan) plan = guatu_test_random_plan (rand, 1 + seed % 40);
      g_autoptr(GError) error = NULL;
      g_autoptr(GuatuSchedule) s = guatu_schedule_new (plan, NULL, &error);

      if (s == NULL)
        {
          g_assert_error (error, GUATU_SCHEDULE_ERROR, GUATU_SCHEDULE_ERROR_CYCLE);
          continue;
        }
      for (gint32 row = 0; (guint) row < s->n_tasks; row++)
        {
          g_autofree char *why = guatu_schedule_why (s, plan, row);

          g_assert_nonnull (why);
          g_assert_cmpint (s->free_float[row], >=, 0);
          g_assert_cmpint (s->start[row], >=, GUATU_INSTANT_MIN);
          g_assert_cmpint (s->finish[row], <=, GUATU_INSTANT_MAX);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/properties/links-hold-floats-are-ordered-and-a-critical-path-exists", test_order);
  g_test_add_func ("/properties/drivers-lead-back-to-something-that-needs-no-reason", test_drivers_reach_back);
  g_test_add_func ("/properties/scheduling-twice-gives-the-same", test_twice);
  g_test_add_func ("/properties/a-what-if-equals-the-edit-made-for-real-and-leaves-the-plan-alone", test_what_if);
  g_test_add_func ("/from-finish/it-is-the-mirror-image-of-a-plan-from-the-start", test_mirror);
  g_test_add_func ("/from-finish/every-task-is-as-late-as-it-can-be", test_from_finish);
  g_test_add_func ("/odd/an-empty-plan-is-its-start-twice", test_empty);
  g_test_add_func ("/odd/places-of-removed-tasks-hold-nothing", test_removed);
  g_test_add_func ("/odd/a-calendar-without-working-time-ends", test_no_working_time);
  g_test_add_func ("/odd/whatever-the-field-table-allows-ends-in-a-schedule-or-a-cycle", test_anything);

  return g_test_run ();
}
