/* test-move-options.c — where the completed and the remaining part go when progress is entered. */
#include "document-fixture.h"

#define DAY_OF_WORK (8 * 3600)
#define BACK        GUATU_VARIANT_MOVE_COMPLETED_BACK
#define BOTH_BACK   (GUATU_VARIANT_MOVE_COMPLETED_BACK | GUATU_VARIANT_MOVE_REMAINING_BACK)
#define FORWARD     GUATU_VARIANT_MOVE_REMAINING_FORWARD
#define BOTH_AHEAD  (GUATU_VARIANT_MOVE_REMAINING_FORWARD | GUATU_VARIANT_MOVE_COMPLETED_FORWARD)

/* Survey: 5 d from Mon 2024-03-04 08:00 to Fri 03-08 17:00. A report of 40 % is two days done, to Tuesday 17:00. */

static void
set_plan_number (DocumentFixture *fixture, guint field, gint64 number)
{
  g_autoptr(GError) error = NULL;
  GuatuSetting setting = { field, number != GUATU_NONE ? GUATU_INTEGER (number) : GUATU_NULL };
  gint64 plan = guatu_plan_settings (guatu_document_get_plan (fixture->document))->id;

  g_assert_true (guatu_document_set (fixture->document, GUATU_TABLE_PLAN, plan, &setting, 1, &error));
  g_assert_no_error (error);
}

/* Our own push to the status date is off: the options are there for plans that have it off. */
static void
report (DocumentFixture *fixture, gint64 variants, const char *status_date, gint64 share)
{
  g_autoptr(GError) error = NULL;

  set_plan_number (fixture, GUATU_PLAN_PUSH_TO_STATUS_DATE, 0);
  set_plan_number (fixture, GUATU_PLAN_SCHEDULING_VARIANTS, variants);
  set_plan_number (fixture, GUATU_PLAN_STATUS_DATE, status_date != NULL ? guatu_test_at (status_date) : GUATU_NONE);
  guatu_document_report (fixture->document, task_id (fixture, "Survey"), guatu_test_at ("2024-03-08 17:00"), share,
                         NULL, 0, NULL, &error);
  g_assert_no_error (error);
}

static void
check (DocumentFixture *fixture, const char *start, const char *stop, const char *resume)
{
  g_assert_cmpint (task_number (fixture, "Survey", GUATU_TASK_ACTUAL_START), ==, guatu_test_at (start));
  g_assert_cmpint (task_number (fixture, "Survey", GUATU_TASK_STOP), ==, guatu_test_at (stop));
  g_assert_cmpint (task_number (fixture, "Survey", GUATU_TASK_RESUME), ==, guatu_test_at (resume));
}

static void
nothing_moves (DocumentFixture *fixture, gconstpointer data)
{
  /* Without an option, or with "and" halves alone, or without a status date. */
  report (fixture, 0, "2024-03-12 17:00", 4000);
  check (fixture, "2024-03-04 08:00", "2024-03-05 17:00", "2024-03-06 08:00");
  report (fixture, GUATU_VARIANT_MOVE_REMAINING_BACK | GUATU_VARIANT_MOVE_COMPLETED_FORWARD, "2024-03-12 17:00", 4000);
  check (fixture, "2024-03-04 08:00", "2024-03-05 17:00", "2024-03-06 08:00");
  report (fixture, BOTH_AHEAD | BOTH_BACK, NULL, 4000);
  check (fixture, "2024-03-04 08:00", "2024-03-05 17:00", "2024-03-06 08:00");
}

static void
remaining_forward (DocumentFixture *fixture, gconstpointer data)
{
  report (fixture, FORWARD, "2024-03-12 17:00", 4000);
  check (fixture, "2024-03-04 08:00", "2024-03-05 17:00", "2024-03-13 08:00");
}

static void
remaining_forward_edge (DocumentFixture *fixture, gconstpointer data)
{
  /* The remaining part begins at the status date already; an hour of work later it would not. */
  report (fixture, FORWARD, "2024-03-05 17:00", 4000);
  check (fixture, "2024-03-04 08:00", "2024-03-05 17:00", "2024-03-06 08:00");
  report (fixture, FORWARD, "2024-03-06 09:00", 4000);
  check (fixture, "2024-03-04 08:00", "2024-03-05 17:00", "2024-03-06 09:00");
}

static void
both_forward (DocumentFixture *fixture, gconstpointer data)
{
  report (fixture, BOTH_AHEAD, "2024-03-12 17:00", 4000);
  check (fixture, "2024-03-11 08:00", "2024-03-12 17:00", "2024-03-13 08:00");
  g_assert_cmpint (task_number (fixture, "Survey", GUATU_TASK_REMAINING), ==, 3 * DAY_OF_WORK);
}

static void
completed_back (DocumentFixture *fixture, gconstpointer data)
{
  /* Four days are said to be done on Tuesday, though they would go on to Thursday: they end on Tuesday. */
  report (fixture, BACK, "2024-03-05 17:00", 8000);
  check (fixture, "2024-02-29 08:00", "2024-03-05 17:00", "2024-03-08 08:00");
}

static void
both_back (DocumentFixture *fixture, gconstpointer data)
{
  report (fixture, BOTH_BACK, "2024-03-05 17:00", 8000);
  check (fixture, "2024-02-29 08:00", "2024-03-05 17:00", "2024-03-06 08:00");
}

static void
completed_back_edge (DocumentFixture *fixture, gconstpointer data)
{
  /* Done up to the status date and no further. */
  report (fixture, BOTH_BACK, "2024-03-07 17:00", 8000);
  check (fixture, "2024-03-04 08:00", "2024-03-07 17:00", "2024-03-08 08:00");
  report (fixture, BOTH_BACK, "2024-03-07 16:00", 8000);
  check (fixture, "2024-03-01 16:00", "2024-03-07 16:00", "2024-03-07 16:00");
}

static void
remaining_edited (DocumentFixture *fixture, gconstpointer data)
{
  report (fixture, 0, NULL, 2000);
  set_plan_number (fixture, GUATU_PLAN_SCHEDULING_VARIANTS, FORWARD);
  set_plan_number (fixture, GUATU_PLAN_STATUS_DATE, guatu_test_at ("2024-03-12 17:00"));
  /* Setting them moves nothing; entering progress does. */
  check (fixture, "2024-03-04 08:00", "2024-03-04 17:00", "2024-03-05 08:00");
  must_set_task (fixture, "Survey", GUATU_TASK_REMAINING, GUATU_INTEGER (3 * DAY_OF_WORK));
  check (fixture, "2024-03-04 08:00", "2024-03-05 17:00", "2024-03-13 08:00");
}

static void
typed_start_stays (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  GuatuSetting settings[] = {
    { GUATU_TASK_ACTUAL_START, GUATU_INTEGER (guatu_test_at ("2024-03-05 08:00")) },
    { GUATU_TASK_REMAINING, GUATU_INTEGER (3 * DAY_OF_WORK) },
  };

  set_plan_number (fixture, GUATU_PLAN_SCHEDULING_VARIANTS, BOTH_AHEAD);
  set_plan_number (fixture, GUATU_PLAN_STATUS_DATE, guatu_test_at ("2024-03-12 17:00"));
  g_assert_true (guatu_document_set (fixture->document, GUATU_TABLE_TASK, task_id (fixture, "Survey"), settings, 2,
                                     &error));
  check (fixture, "2024-03-05 08:00", "2024-03-06 17:00", "2024-03-13 08:00");
}

static void
finished_stays (DocumentFixture *fixture, gconstpointer data)
{
  report (fixture, BOTH_BACK, "2024-03-05 17:00", 10000);
  g_assert_cmpint (task_number (fixture, "Survey", GUATU_TASK_ACTUAL_START), ==, guatu_test_at ("2024-03-04 08:00"));
  g_assert_cmpint (task_number (fixture, "Survey", GUATU_TASK_ACTUAL_FINISH), ==, guatu_test_at ("2024-03-08 17:00"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_document_test ("/move-options/nothing-moves-unless-one-is-on", nothing_moves);
  add_document_test ("/move-options/remaining-parts-before-the-status-date-go-to-it", remaining_forward);
  add_document_test ("/move-options/remaining-parts-at-the-status-date-stay", remaining_forward_edge);
  add_document_test ("/move-options/completed-parts-may-go-forward-with-them", both_forward);
  add_document_test ("/move-options/completed-parts-after-the-status-date-come-back-to-it", completed_back);
  add_document_test ("/move-options/remaining-parts-may-come-back-with-them", both_back);
  add_document_test ("/move-options/completed-parts-up-to-the-status-date-stay", completed_back_edge);
  add_document_test ("/move-options/an-edited-remaining-duration-is-progress", remaining_edited);
  add_document_test ("/move-options/a-start-that-is-typed-stays", typed_start_stays);
  add_document_test ("/move-options/a-finished-task-stays", finished_stays);

  return g_test_run ();
}
