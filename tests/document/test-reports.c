/* test-reports.c — what a dated progress report says of a task's actual dates and of what is left. */
#include "document-fixture.h"

#define DAY_OF_WORK (8 * 3600)

/* Survey: 5 d from Mon 2024-03-04 08:00 to Fri 03-08 17:00, Mon–Fri 8–12 and 13–17. */

static void
report (DocumentFixture *fixture, const char *task, const char *date, gint64 share)
{
  g_autoptr(GError) error = NULL;

  guatu_document_report (fixture->document, task_id (fixture, task), guatu_test_at (date), share, NULL, 0, NULL, &error);
  g_assert_no_error (error);
}

static void
check_dates (DocumentFixture *fixture, const char *task, const char *start, const char *finish, gint64 remaining,
             const char *stop, const char *resume)
{
  g_assert_cmpint (task_number (fixture, task, GUATU_TASK_ACTUAL_START), ==,
                   start != NULL ? guatu_test_at (start) : GUATU_NONE);
  g_assert_cmpint (task_number (fixture, task, GUATU_TASK_ACTUAL_FINISH), ==,
                   finish != NULL ? guatu_test_at (finish) : GUATU_NONE);
  g_assert_cmpint (task_number (fixture, task, GUATU_TASK_REMAINING), ==, remaining);
  g_assert_cmpint (task_number (fixture, task, GUATU_TASK_STOP), ==,
                   stop != NULL ? guatu_test_at (stop) : GUATU_NONE);
  g_assert_cmpint (task_number (fixture, task, GUATU_TASK_RESUME), ==,
                   resume != NULL ? guatu_test_at (resume) : GUATU_NONE);
}

static void
in_progress (DocumentFixture *fixture, gconstpointer data)
{
  /* 40 % of 5 d: two days done, to Tuesday evening; three left, from Wednesday morning. */
  report (fixture, "Survey", "2024-03-06 17:00", 4000);
  check_dates (fixture, "Survey", "2024-03-04 08:00", NULL, 3 * DAY_OF_WORK, "2024-03-05 17:00", "2024-03-06 08:00");
  /* 50 %: half of Wednesday. */
  report (fixture, "Survey", "2024-03-07 17:00", 5000);
  check_dates (fixture, "Survey", "2024-03-04 08:00", NULL, 5 * DAY_OF_WORK / 2, "2024-03-06 12:00",
               "2024-03-06 13:00");
  g_assert_cmpuint (fixture->n_changed, ==, 2);
}

static void
rounding (DocumentFixture *fixture, gconstpointer data)
{
  /* A third of 5 d is 144,000 s × 0.6667: 96,004.8 s left, and the second is the smallest unit. */
  report (fixture, "Survey", "2024-03-06 17:00", 3333);
  g_assert_cmpint (task_number (fixture, "Survey", GUATU_TASK_REMAINING), ==, 96005);
}

static void
finished (DocumentFixture *fixture, gconstpointer data)
{
  /* Whatever its hour, a report speaks for its day, which ends at 17:00. */
  report (fixture, "Survey", "2024-03-07 09:00", 10000);
  check_dates (fixture, "Survey", "2024-03-04 08:00", "2024-03-07 17:00", 0, NULL, NULL);
}

static void
finished_on_a_day_off (DocumentFixture *fixture, gconstpointer data)
{
  /* Nobody works on Sunday 03-10; the plan's default finish time ends the day. */
  report (fixture, "Survey", "2024-03-10 12:00", 10000);
  check_dates (fixture, "Survey", "2024-03-04 08:00", "2024-03-10 17:00", 0, NULL, NULL);
}

static void
started_before_planned (DocumentFixture *fixture, gconstpointer data)
{
  /* Design is scheduled behind Survey, for 03-11; a report of 03-06 says that it has begun. */
  g_assert_cmpint (guatu_document_get_schedule (fixture->document)->start[task_row (fixture, "Design")], ==,
                   guatu_test_at ("2024-03-11 08:00"));
  report (fixture, "Design", "2024-03-06 17:00", 1000);
  check_dates (fixture, "Design", "2024-03-06 08:00", NULL, 9 * DAY_OF_WORK, "2024-03-06 17:00", "2024-03-07 08:00");
}

static void
finished_before_started (DocumentFixture *fixture, gconstpointer data)
{
  must_set_task (fixture, "Survey", GUATU_TASK_ACTUAL_START, GUATU_INTEGER (guatu_test_at ("2024-03-06 13:00")));
  report (fixture, "Survey", "2024-03-05 17:00", 10000);
  check_dates (fixture, "Survey", "2024-03-06 13:00", "2024-03-06 13:00", 0, NULL, NULL);
}

static void
share_zero (DocumentFixture *fixture, gconstpointer data)
{
  report (fixture, "Survey", "2024-03-04 17:00", 0);
  check_dates (fixture, "Survey", NULL, NULL, GUATU_NONE, NULL, NULL);
  report (fixture, "Survey", "2024-03-05 17:00", 2000);
  /* It has begun; that nothing counts as done any more does not make it unbegun. */
  report (fixture, "Survey", "2024-03-06 17:00", 0);
  check_dates (fixture, "Survey", "2024-03-04 08:00", NULL, 5 * DAY_OF_WORK, "2024-03-04 08:00", "2024-03-04 08:00");
}

static void
reopened (DocumentFixture *fixture, gconstpointer data)
{
  report (fixture, "Survey", "2024-03-07 17:00", 10000);
  report (fixture, "Survey", "2024-03-08 17:00", 8000);
  check_dates (fixture, "Survey", "2024-03-04 08:00", NULL, DAY_OF_WORK, "2024-03-07 17:00", "2024-03-08 08:00");
}

static void
older_report (DocumentFixture *fixture, gconstpointer data)
{
  report (fixture, "Survey", "2024-03-07 17:00", 6000);
  /* Entered later, dated earlier: it is history, and changes no truth. */
  report (fixture, "Survey", "2024-03-05 17:00", 2000);
  check_dates (fixture, "Survey", "2024-03-04 08:00", NULL, 2 * DAY_OF_WORK, "2024-03-06 17:00", "2024-03-07 08:00");
  g_assert_cmpuint (guatu_plan_n_live (guatu_document_get_plan (fixture->document), GUATU_TABLE_REPORT), ==, 2);
}

static void
same_date (DocumentFixture *fixture, gconstpointer data)
{
  report (fixture, "Survey", "2024-03-07 17:00", 8000);
  report (fixture, "Survey", "2024-03-07 17:00", 6000);
  g_assert_cmpint (task_number (fixture, "Survey", GUATU_TASK_REMAINING), ==, 2 * DAY_OF_WORK);
}

/* A report speaks for its day: an hour earlier in it does not make it an older one. */
static void
same_day (DocumentFixture *fixture, gconstpointer data)
{
  report (fixture, "Survey", "2024-03-07 17:00", 8000);
  report (fixture, "Survey", "2024-03-07 09:00", 6000);
  g_assert_cmpint (task_number (fixture, "Survey", GUATU_TASK_REMAINING), ==, 2 * DAY_OF_WORK);
}

static void
typed_actuals (DocumentFixture *fixture, gconstpointer data)
{
  must_set_task (fixture, "Survey", GUATU_TASK_ACTUAL_START, GUATU_INTEGER (guatu_test_at ("2024-03-05 08:00")));
  report (fixture, "Survey", "2024-03-06 17:00", 2000);
  check_dates (fixture, "Survey", "2024-03-05 08:00", NULL, 4 * DAY_OF_WORK, "2024-03-05 17:00", "2024-03-06 08:00");
  must_set_task (fixture, "Survey", GUATU_TASK_REMAINING, GUATU_INTEGER (DAY_OF_WORK));
  report (fixture, "Survey", "2024-03-07 17:00", 4000);
  g_assert_cmpint (task_number (fixture, "Survey", GUATU_TASK_REMAINING), ==, 3 * DAY_OF_WORK);
}

static void
summary (DocumentFixture *fixture, gconstpointer data)
{
  report (fixture, "Build", "2024-03-07 17:00", 5000);
  check_dates (fixture, "Build", NULL, NULL, GUATU_NONE, NULL, NULL);
  check_dates (fixture, "Bridge", NULL, NULL, GUATU_NONE, NULL, NULL);
  g_assert_cmpuint (guatu_plan_n_live (guatu_document_get_plan (fixture->document), GUATU_TABLE_REPORT), ==, 1);
}

/* A milestone is reached at one instant or not at all. */
static void
milestone (DocumentFixture *fixture, gconstpointer data)
{
  report (fixture, "Opening", "2024-03-07 17:00", 5000);
  check_dates (fixture, "Opening", NULL, NULL, GUATU_NONE, NULL, NULL);
  report (fixture, "Opening", "2024-05-23 10:00", 10000);
  check_dates (fixture, "Opening", "2024-05-23 17:00", "2024-05-23 17:00", 0, NULL, NULL);
}

static void
elapsed (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  GuatuSetting settings[] = { { GUATU_TASK_NAME, GUATU_TEXT ("Curing") },
                              { GUATU_TASK_DURATION, GUATU_INTEGER (4 * 86400) },
                              { GUATU_TASK_DURATION_KIND, GUATU_INTEGER (GUATU_DURATION_ELAPSED) } };

  must_add (fixture, GUATU_TABLE_TASK, settings, 3);
  report (fixture, "Curing", "2024-03-06 17:00", 7500);
  check_dates (fixture, "Curing", "2024-03-04 08:00", NULL, 86400, "2024-03-07 08:00", "2024-03-07 08:00");
}

static void
further_fields (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  GuatuSetting settings[] = { { GUATU_REPORT_DONE, GUATU_TEXT ("Piles are in") }, { GUATU_REPORT_NEXT, GUATU_TEXT ("Deck") },
                              { GUATU_REPORT_AMOUNT, GUATU_INTEGER (50000) },
                              { GUATU_REPORT_PERSON, GUATU_INTEGER (id_of (fixture, GUATU_TABLE_PERSON, "Li")) } };
  GuatuSetting share = { GUATU_REPORT_SHARE, GUATU_INTEGER (1) };
  const GuatuPlan *plan;
  gint64 id = 0, bridge = task_id (fixture, "Bridge");
  gint32 row;
  gboolean done;

  guatu_document_report (fixture->document, bridge, guatu_test_at ("2024-04-08 17:00"), 3400, settings, 4, &id, &error);
  g_assert_no_error (error);
  plan = guatu_document_get_plan (fixture->document);
  row = guatu_plan_find (plan, GUATU_TABLE_REPORT, id);
  g_assert_cmpstr (guatu_plan_string (plan, GUATU_TABLE_REPORT, row, GUATU_REPORT_NEXT), ==, "Deck");
  g_assert_cmpint (guatu_plan_number (plan, GUATU_TABLE_REPORT, row, GUATU_REPORT_AMOUNT), ==, 50000);

  done = guatu_document_report (fixture->document, bridge, guatu_test_at ("2024-04-08 17:00"), 10001, NULL, 0, NULL,
                                &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "5 “Bridge”", "Share done");
  done = guatu_document_report (fixture->document, bridge, GUATU_NONE, 100, NULL, 0, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "Date");
  done = guatu_document_report (fixture->document, 77, guatu_test_at ("2024-04-08"), 100, NULL, 0, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_NOT_FOUND, "77");
  done = guatu_document_report (fixture->document, bridge, guatu_test_at ("2024-04-08"), 100, &share, 1, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "amount, done, next and person");
  share = (GuatuSetting) { GUATU_REPORT_TASK, GUATU_INTEGER (task_id (fixture, "Road")) };
  done = guatu_document_set (fixture->document, GUATU_TABLE_REPORT, id, &share, 1, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "Remove it and make a new one");
  g_assert_true (guatu_document_set (fixture->document, GUATU_TABLE_REPORT, id, settings, 2, &error));
}

/* Corrections ------------------------------------------------------------------------------------------ */

static gint64
report_id (DocumentFixture *fixture, const char *task, const char *date, gint64 share)
{
  g_autoptr(GError) error = NULL;
  gint64 id = 0;

  guatu_document_report (fixture->document, task_id (fixture, task), guatu_test_at (date), share, NULL, 0, &id, &error);
  g_assert_no_error (error);
  return id;
}

static void
correct (DocumentFixture *fixture, gint64 id, guint field, gint64 number)
{
  g_autoptr(GError) error = NULL;
  GuatuSetting setting = { field, GUATU_INTEGER (number) };
  gint64 head = head_of (fixture->document);

  guatu_document_set (fixture->document, GUATU_TABLE_REPORT, id, &setting, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (head_of (fixture->document), ==, head + 1);
  check_memory (fixture->document);
}

static void
take_back (DocumentFixture *fixture, gint64 id)
{
  g_autoptr(GError) error = NULL;
  gint64 head = head_of (fixture->document);

  guatu_document_remove (fixture->document, GUATU_TABLE_REPORT, id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (head_of (fixture->document), ==, head + 1);
  check_memory (fixture->document);
}

static void
must_undo (DocumentFixture *fixture)
{
  g_autoptr(GError) error = NULL;

  guatu_document_undo (fixture->document, NULL, &error);
  g_assert_no_error (error);
}

static void
corrected_latest (DocumentFixture *fixture, gconstpointer data)
{
  gint64 id;

  report (fixture, "Survey", "2024-03-05 17:00", 2000);
  id = report_id (fixture, "Survey", "2024-03-07 17:00", 10000);
  check_dates (fixture, "Survey", "2024-03-04 08:00", "2024-03-07 17:00", 0, NULL, NULL);
  correct (fixture, id, GUATU_REPORT_SHARE, 6000);
  check_dates (fixture, "Survey", "2024-03-04 08:00", NULL, 2 * DAY_OF_WORK, "2024-03-06 17:00", "2024-03-07 08:00");
  must_undo (fixture);
  check_dates (fixture, "Survey", "2024-03-04 08:00", "2024-03-07 17:00", 0, NULL, NULL);
}

/* Moved before another one, it is the other that counts; and back. */
static void
corrected_date (DocumentFixture *fixture, gconstpointer data)
{
  gint64 id;

  report (fixture, "Survey", "2024-03-06 17:00", 4000);
  id = report_id (fixture, "Survey", "2024-03-07 17:00", 6000);
  correct (fixture, id, GUATU_REPORT_DATE, guatu_test_at ("2024-03-05 17:00"));
  check_dates (fixture, "Survey", "2024-03-04 08:00", NULL, 3 * DAY_OF_WORK, "2024-03-05 17:00", "2024-03-06 08:00");
  correct (fixture, id, GUATU_REPORT_DATE, guatu_test_at ("2024-03-08 17:00"));
  check_dates (fixture, "Survey", "2024-03-04 08:00", NULL, 2 * DAY_OF_WORK, "2024-03-06 17:00", "2024-03-07 08:00");
}

/* What was typed since stands: history, and words, change no truth. */
static void
corrected_older (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  GuatuSetting words = { GUATU_REPORT_DONE, GUATU_TEXT ("Borings") };
  gint64 older = report_id (fixture, "Survey", "2024-03-05 17:00", 2000);
  gint64 newest = report_id (fixture, "Survey", "2024-03-07 17:00", 6000);

  must_set_task (fixture, "Survey", GUATU_TASK_REMAINING, GUATU_INTEGER (DAY_OF_WORK));
  correct (fixture, older, GUATU_REPORT_SHARE, 3000);
  g_assert_true (guatu_document_set (fixture->document, GUATU_TABLE_REPORT, newest, &words, 1, &error));
  take_back (fixture, older);
  g_assert_cmpint (task_number (fixture, "Survey", GUATU_TASK_REMAINING), ==, DAY_OF_WORK);
}

static void
taken_back (DocumentFixture *fixture, gconstpointer data)
{
  gint64 first = report_id (fixture, "Survey", "2024-03-05 17:00", 2000);
  gint64 last = report_id (fixture, "Survey", "2024-03-07 17:00", 10000);

  take_back (fixture, last);
  check_dates (fixture, "Survey", "2024-03-04 08:00", NULL, 4 * DAY_OF_WORK, "2024-03-04 17:00", "2024-03-05 08:00");
  take_back (fixture, first);
  check_dates (fixture, "Survey", NULL, NULL, GUATU_NONE, NULL, NULL);
  must_undo (fixture);
  check_dates (fixture, "Survey", "2024-03-04 08:00", NULL, 4 * DAY_OF_WORK, "2024-03-04 17:00", "2024-03-05 08:00");
}

/* A slip of the pen, corrected to nothing done, has begun nothing. */
static void
corrected_to_nothing (DocumentFixture *fixture, gconstpointer data)
{
  gint64 id = report_id (fixture, "Survey", "2024-03-05 17:00", 2000);

  correct (fixture, id, GUATU_REPORT_SHARE, 0);
  check_dates (fixture, "Survey", NULL, NULL, GUATU_NONE, NULL, NULL);
}

static void
corrected_summary (DocumentFixture *fixture, gconstpointer data)
{
  gint64 id = report_id (fixture, "Build", "2024-03-07 17:00", 5000);

  correct (fixture, id, GUATU_REPORT_SHARE, 6000);
  take_back (fixture, id);
  check_dates (fixture, "Build", NULL, NULL, GUATU_NONE, NULL, NULL);
  check_dates (fixture, "Bridge", NULL, NULL, GUATU_NONE, NULL, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_document_test ("/reports/a-correction-of-the-latest-moves-the-actual-dates", corrected_latest);
  add_document_test ("/reports/a-corrected-date-may-make-another-one-the-latest", corrected_date);
  add_document_test ("/reports/what-was-typed-stands-when-an-older-one-is-corrected", corrected_older);
  add_document_test ("/reports/taken-back-the-one-before-counts-and-without-any-nothing-has-begun", taken_back);
  add_document_test ("/reports/corrected-to-nothing-done-nothing-has-begun", corrected_to_nothing);
  add_document_test ("/reports/a-summary-has-no-actual-dates-to-correct", corrected_summary);
  add_document_test ("/reports/the-remaining-part-and-where-it-resumes-follow-from-the-share", in_progress);
  add_document_test ("/reports/what-is-left-is-rounded-to-the-second", rounding);
  add_document_test ("/reports/all-done-finishes-with-the-work-of-the-reports-day", finished);
  add_document_test ("/reports/all-done-on-a-day-off-finishes-at-the-default-time", finished_on_a_day_off);
  add_document_test ("/reports/an-earlier-report-starts-the-task-on-its-day", started_before_planned);
  add_document_test ("/reports/a-finish-is-not-before-the-start", finished_before_started);
  add_document_test ("/reports/nothing-done-starts-nothing", share_zero);
  add_document_test ("/reports/less-than-all-takes-the-finish-back", reopened);
  add_document_test ("/reports/one-dated-before-another-changes-no-truth", older_report);
  add_document_test ("/reports/of-two-on-one-date-the-one-entered-later-counts", same_date);
  add_document_test ("/reports/of-two-on-one-day-the-hour-says-nothing", same_day);
  add_document_test ("/reports/typed-actuals-stand-until-the-next-report", typed_actuals);
  add_document_test ("/reports/of-a-summary-are-its-own", summary);
  add_document_test ("/reports/reach-a-milestone-at-one-instant", milestone);
  add_document_test ("/reports/of-elapsed-time-count-by-the-clock", elapsed);
  add_document_test ("/reports/hold-what-was-done-and-what-is-next", further_fields);

  return g_test_run ();
}
