/* test-shift.c — a whole plan moves: what is planned, and nothing that was. */
#include "document-fixture.h"

#include "guatu-id.h"
#include "guatu-occurrences.h"

#include <string.h>

#define at(text) guatu_test_at (text)

static GuatuInstant
working_day (GRand *rand, GuatuInstant daytime)
{
  GuatuInstant day = at ("2024-03-04") + g_rand_int_range (rand, 0, 300) * GUATU_DAY;

  return day - MAX (guatu_instant_weekday (day) - 4, 0) * GUATU_DAY + daytime;
}

static void
set (GuatuPlan *plan, GuatuTable table, gint32 row, guint field, gint64 value)
{
  g_assert_true (guatu_plan_set (plan, table, row, field, GUATU_INTEGER (value)));
}

static gint32
insert (GuatuPlan *plan, GuatuTable table, guint owner, gint32 task)
{
  gint32 row = guatu_plan_insert (plan, table, guatu_id_next ());

  if (task >= 0)
    set (plan, table, row, owner, guatu_plan_id (plan, GUATU_TABLE_TASK, task));
  if (guatu_field_find (table, "name") >= 0)
    guatu_plan_set (plan, table, row, (guint) guatu_field_find (table, "name"), GUATU_TEXT ("Named"));
  return row;
}

/* Tasks with every date that a plan may have; all planned ones on working days. Row 0 is finished, row 1 has begun. */
static GuatuPlan *
make_plan (GRand *rand)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 phase = insert (plan, GUATU_TABLE_PHASE, 0, -1);

  for (int i = 0; i < 12; i++)
    {
      gint32 task = guatu_test_add_task (plan, -1, "Task", "5d");

      if (i > 1 && g_rand_boolean (rand))
        {
          set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_CONSTRAINT, GUATU_CONSTRAINT_SNET);
          set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_CONSTRAINT_DATE, working_day (rand, 8 * GUATU_HOUR));
        }
      if (g_rand_boolean (rand))
        set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_DEADLINE, working_day (rand, 17 * GUATU_HOUR));
      if (g_rand_boolean (rand))
        set (plan, GUATU_TABLE_KEY_NODE, insert (plan, GUATU_TABLE_KEY_NODE, GUATU_KEY_NODE_TASK, task),
             GUATU_KEY_NODE_DATE, working_day (rand, 12 * GUATU_HOUR));
      if (g_rand_boolean (rand))
        set (plan, GUATU_TABLE_TASK_TARGET, insert (plan, GUATU_TABLE_TASK_TARGET, GUATU_TASK_TARGET_TASK, task),
             GUATU_TASK_TARGET_DATE, working_day (rand, 0));
      if (i > 1 && i % 4 == 0)
        {
          GuatuInstant start = working_day (rand, 8 * GUATU_HOUR);

          set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_CONSTRAINT, GUATU_CONSTRAINT_ASAP);
          guatu_plan_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_CONSTRAINT_DATE, GUATU_NULL);
          set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_MODE, GUATU_MODE_MANUAL);
          set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_MANUAL_START, start);
          set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_MANUAL_FINISH, start + 9 * GUATU_HOUR);
        }
    }
  set (plan, GUATU_TABLE_PHASE, phase, GUATU_PHASE_FROM_DATE, at ("2024-03-04"));
  set (plan, GUATU_TABLE_PHASE, phase, GUATU_PHASE_TO_DATE, at ("2024-04-01"));
  set (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_FINISH_TARGET, at ("2024-12-31 17:00"));
  set (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_STATUS_DATE, at ("2024-03-12 17:00"));
  for (gint32 task = 0; task < 2; task++)
    {
      set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_ACTUAL_START, at ("2024-03-04 08:00"));
      set (plan, GUATU_TABLE_REPORT, insert (plan, GUATU_TABLE_REPORT, GUATU_REPORT_TASK, task), GUATU_REPORT_DATE,
           at ("2024-03-08 17:00"));
    }
  set (plan, GUATU_TABLE_TASK, 0, GUATU_TASK_ACTUAL_FINISH, at ("2024-03-08 17:00"));
  set (plan, GUATU_TABLE_TASK, 0, GUATU_TASK_REMAINING, 0);
  guatu_plan_settle (plan);
  return plan;
}

static GuatuDocument *
make_document (DocumentFixture *f, const GuatuPlan *plan)
{
  g_autofree char *path = g_strdup_printf ("%s/%08x.guatu", f->dir, g_random_int ());
  g_autoptr(GError) error = NULL;
  GuatuDocument *document = guatu_document_create (path, plan, NULL, "create", NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static void
must_shift (GuatuDocument *document, gint64 days, gboolean working)
{
  g_autoptr(GError) error = NULL;

  guatu_document_shift (document, (GuatuShift) { days, working }, &error);
  g_assert_no_error (error);
}

/* Counted day by day, as a person would on a wall calendar. */
static GuatuInstant
expected (const GuatuPlan *plan, GuatuInstant t, gint64 days, gboolean working)
{
  const GuatuWorktime *worktime = guatu_plan_worktime (plan, guatu_plan_settings (plan)->calendar);
  gint64 step = days < 0 ? -1 : 1;

  if (t == GUATU_NONE || !working)
    return t == GUATU_NONE ? t : t + days * GUATU_DAY;
  for (gint64 left = ABS (days); left > 0;)
    {
      t += step * GUATU_DAY;
      left -= guatu_worktime_days (worktime, t, t);
    }
  return t;
}

static void
check_moved (const GuatuPlan *before, const GuatuPlan *after, gint64 days, gboolean working)
{
  static const struct { GuatuTable table; guint field; } moving[] = {
    { GUATU_TABLE_PLAN, GUATU_PLAN_START }, { GUATU_TABLE_PLAN, GUATU_PLAN_FINISH_TARGET },
    { GUATU_TABLE_TASK, GUATU_TASK_CONSTRAINT_DATE }, { GUATU_TABLE_TASK, GUATU_TASK_DEADLINE },
    { GUATU_TABLE_TASK, GUATU_TASK_MANUAL_START }, { GUATU_TABLE_TASK, GUATU_TASK_MANUAL_FINISH },
    { GUATU_TABLE_KEY_NODE, GUATU_KEY_NODE_DATE }, { GUATU_TABLE_PHASE, GUATU_PHASE_FROM_DATE },
    { GUATU_TABLE_PHASE, GUATU_PHASE_TO_DATE }, { GUATU_TABLE_TASK_TARGET, GUATU_TASK_TARGET_DATE },
  };
  static const struct { GuatuTable table; guint field; } staying[] = {
    { GUATU_TABLE_PLAN, GUATU_PLAN_STATUS_DATE }, { GUATU_TABLE_TASK, GUATU_TASK_ACTUAL_START },
    { GUATU_TABLE_TASK, GUATU_TASK_ACTUAL_FINISH }, { GUATU_TABLE_REPORT, GUATU_REPORT_DATE },
    { GUATU_TABLE_CALENDAR_EXCEPTION, GUATU_CALENDAR_EXCEPTION_FROM_DATE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moving); i++)
    for (gint32 row = 0; row < (gint32) guatu_plan_n_rows (before, moving[i].table); row++)
      {
        GuatuInstant was = guatu_plan_number (before, moving[i].table, row, moving[i].field);
        /* What hangs on the finished task stays, its key nodes too. */
        gboolean stays = (moving[i].table == GUATU_TABLE_TASK && row == 0) ||
                         (moving[i].table == GUATU_TABLE_KEY_NODE &&
                          guatu_plan_number (before, GUATU_TABLE_KEY_NODE, row, GUATU_KEY_NODE_TASK) == 0);

        g_assert_cmpint (guatu_plan_number (after, moving[i].table, row, moving[i].field), ==,
                         stays ? was : expected (before, was, days, working));
      }
  for (guint i = 0; i < G_N_ELEMENTS (staying); i++)
    for (gint32 row = 0; row < (gint32) guatu_plan_n_rows (before, staying[i].table); row++)
      g_assert_cmpint (guatu_plan_number (before, staying[i].table, row, staying[i].field), ==,
                       guatu_plan_number (after, staying[i].table, row, staying[i].field));
}

static void
there_and_back (DocumentFixture *f, gconstpointer data)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (int i = 0; i < 12; i++)
    {
      g_autoptr(GuatuPlan) plan = make_plan (rand);
      g_autoptr(GuatuDocument) document = make_document (f, plan);
      g_autoptr(GuatuPlan) before = guatu_plan_copy (guatu_document_get_plan (document));
      gboolean working = i % 2 == 1;
      gint64 days = g_rand_int_range (rand, 1, 400) * (g_rand_boolean (rand) ? 1 : -1), head;

      must_shift (document, days, working);
      check_memory (document);
      check_moved (before, guatu_document_get_plan (document), days, working);
      head = head_of (document);
      must_shift (document, -days, working);
      guatu_assert_same_plan (before, guatu_document_get_plan (document));

      /* And by undo, in one step each. */
      g_assert_true (guatu_document_undo (document, NULL, NULL));
      g_assert_true (guatu_document_undo (document, NULL, NULL));
      g_assert_cmpint (head_of (document), ==, head + 3);
      guatu_assert_same_plan (before, guatu_document_get_plan (document));
    }
}

static void
days_off (DocumentFixture *f, gconstpointer data)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Task", "5d");
  g_autoptr(GuatuPlanShift) later = NULL;
  g_autoptr(GuatuPlanShift) none = NULL;

  /* Saturday stays a Saturday: the day behind the Friday that moves a week. */
  set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_DEADLINE, at ("2024-03-09 17:00"));
  /* What ends at midnight ends the day before. */
  set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_AGREED_FINISH, at ("2024-03-09 00:00"));
  guatu_plan_settle (plan);
  later = guatu_plan_shift_new (plan, (GuatuShift) { 5, TRUE });
  guatu_plan_shift_apply (later, plan);
  g_assert_cmpint (guatu_plan_task_number (plan, task, GUATU_TASK_DEADLINE), ==, at ("2024-03-16 17:00"));
  g_assert_cmpint (guatu_plan_task_number (plan, task, GUATU_TASK_AGREED_FINISH), ==, at ("2024-03-16 00:00"));
  g_assert_cmpuint (later->n_deadlines, ==, 2);
  g_assert_cmpuint (later->n_actual, ==, 0);

  none = guatu_plan_shift_new (plan, (GuatuShift) { 0, TRUE });
  g_assert_cmpuint (none->dates->len, ==, 0);
}

static void
to_a_day (DocumentFixture *f, gconstpointer data)
{
  const GuatuPlan *plan = guatu_document_get_plan (f->document);
  g_autoptr(GError) error = NULL;
  GuatuShift shift;

  /* Survey starts Mon 2024-03-04; the plan ends with Opening. */
  g_assert_true (guatu_plan_shift_to (plan, guatu_document_get_schedule (f->document), at ("2024-06-03"), FALSE, &shift,
                                      &error));
  must_shift (f->document, shift.days, shift.working);
  g_assert_cmpint (guatu_plan_first_day (plan, guatu_document_get_schedule (f->document)), ==, at ("2024-06-03"));

  g_assert_true (guatu_plan_shift_to (plan, guatu_document_get_schedule (f->document), at ("2024-12-20"), TRUE, &shift,
                                      &error));
  must_shift (f->document, shift.days, shift.working);
  g_assert_cmpint (guatu_plan_last_day (plan, guatu_document_get_schedule (f->document)), ==, at ("2024-12-20"));

  /* A Sunday is no day to finish on: the Friday before it; nor one to start on: the Monday behind it. */
  g_assert_true (guatu_plan_shift_to (plan, guatu_document_get_schedule (f->document), at ("2024-12-22"), TRUE, &shift,
                                      &error));
  must_shift (f->document, shift.days, shift.working);
  g_assert_cmpint (guatu_plan_last_day (plan, guatu_document_get_schedule (f->document)), ==, at ("2024-12-20"));
  g_assert_true (guatu_plan_shift_to (plan, guatu_document_get_schedule (f->document), at ("2024-12-22"), FALSE, &shift,
                                      &error));
  must_shift (f->document, shift.days, shift.working);
  g_assert_cmpint (guatu_plan_first_day (plan, guatu_document_get_schedule (f->document)), ==, at ("2024-12-23"));
}

static void
rules_move (DocumentFixture *f, gconstpointer data)
{
  const GuatuSetting name[] = { { GUATU_TASK_NAME, GUATU_TEXT ("Meeting") } };
  gint64 task = must_add (f, GUATU_TABLE_TASK, name, 1);
  const GuatuSetting rule[] = { { GUATU_RECURRENCE_TASK, GUATU_INTEGER (task) },
                                { GUATU_RECURRENCE_RECURRENCE, GUATU_INTEGER (GUATU_RECUR_WEEKLY) },
                                { GUATU_RECURRENCE_PERIOD, GUATU_INTEGER (1) },
                                { GUATU_RECURRENCE_WEEKDAYS, GUATU_INTEGER (2) },
                                { GUATU_RECURRENCE_FROM_DATE, GUATU_INTEGER (at ("2024-03-04")) },
                                { GUATU_RECURRENCE_TIMES, GUATU_INTEGER (4) } };
  g_autoptr(GuatuPlan) before = NULL;

  must_add (f, GUATU_TABLE_RECURRENCE, rule, G_N_ELEMENTS (rule));
  before = guatu_plan_copy (guatu_document_get_plan (f->document));
  /* A meeting on Mondays is on Mondays wherever the plan goes. */
  must_shift (f->document, 3, FALSE);
  g_assert_cmpint (guatu_document_find_occurrence (f->document, task, at ("2024-03-04")), ==, 0);
  g_assert_cmpint (guatu_document_find_occurrence (f->document, task, at ("2024-03-11")), !=, 0);
  g_assert_cmpint (guatu_document_find_occurrence (f->document, task, at ("2024-04-01")), !=, 0);
  must_shift (f->document, -3, FALSE);
  guatu_assert_same_plan (before, guatu_document_get_plan (f->document));
}

static void
refusals (DocumentFixture *f, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *title = NULL;
  gint64 head = head_of (f->document);

  assert_refused (f, guatu_document_shift (f->document, (GuatuShift) { -GUATU_MOST_SHIFT * 2, FALSE }, &error), error,
                  GUATU_DOCUMENT_ERROR_INVALID, "1900");
  must_shift (f->document, 0, FALSE);
  g_assert_cmpint (head_of (f->document), ==, head);
  must_shift (f->document, -10, TRUE);
  title = guatu_document_undo_title (f->document);
  g_assert_cmpstr (title, ==, "Move the plan 10 working days earlier");
}

int
main (int   argc,
      char *argv[])
{
  document_fixture_in_memory ();
  g_test_init (&argc, &argv, NULL);
  add_document_test ("/shift/planned-dates-move-and-come-back-and-what-was-stays", there_and_back);
  add_document_test ("/shift/days-off-keep-their-place-behind-the-working-day", days_off);
  add_document_test ("/shift/so-that-the-plan-starts-or-finishes-on-a-day", to_a_day);
  add_document_test ("/shift/recurring-tasks-keep-to-their-rule", rules_move);
  add_document_test ("/shift/refusals-say-why", refusals);

  return g_test_run ();
}
