/* test-work.c — edits of tasks that people work on, that are interrupted, inactive, or kept on recorded dates. */
#include "document-fixture.h"

#define HOUR 3600

/* Chen works on Survey, 40 h at 100 %, so that it takes its 5 d by work. Returns the assignment's id. */
static gint64
put_chen_to_work (DocumentFixture *fixture, gint64 hours)
{
  const GuatuSetting work = { GUATU_ASSIGNMENT_WORK, GUATU_INTEGER (hours * HOUR) };
  g_autoptr(GError) error = NULL;
  gint64 id = 0;

  guatu_document_assign (fixture->document, task_id (fixture, "Survey"), 0, id_of (fixture, GUATU_TABLE_PERSON, "Chen"),
                         GUATU_ROLE_RESOURCE, 10000, &id, &error);
  g_assert_no_error (error);
  guatu_document_set (fixture->document, GUATU_TABLE_ASSIGNMENT, id, &work, 1, &error);
  g_assert_no_error (error);

  return id;
}

static gint64
assigned (DocumentFixture *fixture, gint64 id, guint field)
{
  const GuatuPlan *plan = guatu_document_get_plan (fixture->document);

  return guatu_plan_number (plan, GUATU_TABLE_ASSIGNMENT, guatu_plan_find (plan, GUATU_TABLE_ASSIGNMENT, id), field);
}

static GuatuInstant
finish_of (DocumentFixture *fixture, const char *task)
{
  return guatu_document_get_schedule (fixture->document)->finish[task_row (fixture, task)];
}

static void
must_set_plan (DocumentFixture *fixture, guint field, gint64 value)
{
  g_autoptr(GError) error = NULL;

  set_plan (fixture, field, GUATU_INTEGER (value), &error);
  g_assert_no_error (error);
}

/* Work --------------------------------------------------------------------------------------------------------- */

static void
work_drives (DocumentFixture *fixture, gconstpointer data)
{
  put_chen_to_work (fixture, 80);
  g_assert_cmpint (finish_of (fixture, "Survey"), ==, guatu_test_at ("2024-03-15 17:00"));
}

static void
duration_scales_work (DocumentFixture *fixture, gconstpointer data)
{
  gint64 id = put_chen_to_work (fixture, 40);

  must_set_task (fixture, "Survey", GUATU_TASK_DURATION, GUATU_INTEGER (24 * HOUR));
  g_assert_cmpint (assigned (fixture, id, GUATU_ASSIGNMENT_WORK), ==, 24 * HOUR);
  g_assert_cmpint (finish_of (fixture, "Survey"), ==, guatu_test_at ("2024-03-06 17:00"));
  g_assert_true (guatu_document_undo (fixture->document, NULL, NULL));
  g_assert_cmpint (assigned (fixture, id, GUATU_ASSIGNMENT_WORK), ==, 40 * HOUR);
  check_memory (fixture->document);
}

static void
fixed_work_scales_units (DocumentFixture *fixture, gconstpointer data)
{
  gint64 id = put_chen_to_work (fixture, 40);

  must_set_task (fixture, "Survey", GUATU_TASK_TYPE, GUATU_INTEGER (GUATU_TASK_FIXED_WORK));
  must_set_task (fixture, "Survey", GUATU_TASK_DURATION, GUATU_INTEGER (80 * HOUR));
  g_assert_cmpint (assigned (fixture, id, GUATU_ASSIGNMENT_WORK), ==, 40 * HOUR);
  g_assert_cmpint (assigned (fixture, id, GUATU_ASSIGNMENT_SHARE), ==, 5000);
  g_assert_cmpint (finish_of (fixture, "Survey"), ==, guatu_test_at ("2024-03-15 17:00"));
}

static void
progress_replaces_remaining_work (DocumentFixture *fixture, gconstpointer data)
{
  gint64 id = put_chen_to_work (fixture, 40);
  const GuatuSetting remaining = { GUATU_ASSIGNMENT_REMAINING_WORK, GUATU_INTEGER (8 * HOUR) };
  g_autoptr(GError) error = NULL;

  guatu_document_set (fixture->document, GUATU_TABLE_ASSIGNMENT, id, &remaining, 1, &error);
  g_assert_no_error (error);
  guatu_document_report (fixture->document, task_id (fixture, "Survey"), guatu_test_at ("2024-03-06 17:00"), 4000, NULL,
                         0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (assigned (fixture, id, GUATU_ASSIGNMENT_REMAINING_WORK), ==, GUATU_NONE);
  g_assert_cmpint (finish_of (fixture, "Survey"), ==, guatu_test_at ("2024-03-08 17:00"));
}

/* Spans -------------------------------------------------------------------------------------------------------- */

static void
span_follows_duration (DocumentFixture *fixture, gconstpointer data)
{
  const GuatuSetting split[] = {
    { GUATU_TASK_SPLIT_TASK, GUATU_INTEGER (task_id (fixture, "Survey")) },
    { GUATU_TASK_SPLIT_OFFSET, GUATU_INTEGER (8 * HOUR) }, { GUATU_TASK_SPLIT_LENGTH, GUATU_INTEGER (16 * HOUR) },
  };

  /* Spread by hand: it stretches. */
  must_set_task (fixture, "Survey", GUATU_TASK_SPAN, GUATU_INTEGER (80 * HOUR));
  must_set_task (fixture, "Survey", GUATU_TASK_DURATION, GUATU_INTEGER (20 * HOUR));
  g_assert_cmpint (task_number (fixture, "Survey", GUATU_TASK_SPAN), ==, 40 * HOUR);

  /* Interrupted: the gaps stay as they are. */
  must_add (fixture, GUATU_TABLE_TASK_SPLIT, split, G_N_ELEMENTS (split));
  must_set_task (fixture, "Survey", GUATU_TASK_DURATION, GUATU_INTEGER (28 * HOUR));
  g_assert_cmpint (task_number (fixture, "Survey", GUATU_TASK_SPAN), ==, 48 * HOUR);
}

static void
span_goes_with_the_work (DocumentFixture *fixture, gconstpointer data)
{
  gint64 id = put_chen_to_work (fixture, 40);
  const GuatuSetting share = { GUATU_ASSIGNMENT_SHARE, GUATU_INTEGER (5000) };
  g_autoptr(GError) error = NULL;

  must_set_task (fixture, "Survey", GUATU_TASK_SPAN, GUATU_INTEGER (56 * HOUR));
  guatu_document_set (fixture->document, GUATU_TABLE_ASSIGNMENT, id, &share, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (task_number (fixture, "Survey", GUATU_TASK_SPAN), ==, GUATU_NONE);
  g_assert_cmpint (finish_of (fixture, "Survey"), ==, guatu_test_at ("2024-03-15 17:00"));

  must_set_task (fixture, "Survey", GUATU_TASK_SPAN, GUATU_INTEGER (56 * HOUR));
  guatu_document_unassign (fixture->document, task_id (fixture, "Survey"), 0, id_of (fixture, GUATU_TABLE_PERSON, "Chen"),
                           GUATU_ROLE_RESOURCE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (task_number (fixture, "Survey", GUATU_TASK_SPAN), ==, GUATU_NONE);
}

/* Inactive, and on record ---------------------------------------------------------------------------------------- */

static void
inactive_keeps_its_dates (DocumentFixture *fixture, gconstpointer data)
{
  GuatuInstant finish = finish_of (fixture, "Design");

  must_set_task (fixture, "Design", GUATU_TASK_ACTIVE, GUATU_INTEGER (0));
  must_set_task (fixture, "Survey", GUATU_TASK_DURATION, GUATU_INTEGER (80 * HOUR));
  g_assert_cmpint (finish_of (fixture, "Design"), ==, finish);
  /* Bridge goes on following Survey through it. */
  g_assert_cmpint (guatu_document_get_schedule (fixture->document)->start[task_row (fixture, "Bridge")], ==,
                   guatu_test_at ("2024-03-18 08:00"));
}

/* While Design takes no part Survey may not come to wait for it all the same: it could not come back then. */
static void
links_of_the_inactive_count (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  set_plan (fixture, GUATU_PLAN_SCHEDULING_VARIANTS, GUATU_INTEGER (GUATU_VARIANT_INACTIVE_CUT_LINKS), &error);
  g_assert_no_error (error);
  must_set_task (fixture, "Design", GUATU_TASK_ACTIVE, GUATU_INTEGER (0));
  assert_refused (fixture, guatu_document_link (fixture->document, task_id (fixture, "Bridge"),
                                                task_id (fixture, "Survey"), GUATU_LINK_FS, GUATU_LAG_WORKING, 0,
                                                GUATU_UNIT_DAY, NULL, &error), error,
                  GUATU_DOCUMENT_ERROR_CYCLE, "Survey", "Design", "Bridge");
}

static void
edits_leave_the_record (DocumentFixture *fixture, gconstpointer data)
{
  static const char * const names[] = { "Survey", "Design", "Bridge", "Road" };
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      must_set_task (fixture, names[i], GUATU_TASK_RECORDED_START, GUATU_INTEGER (guatu_test_at ("2024-06-03 08:00")));
      must_set_task (fixture, names[i], GUATU_TASK_RECORDED_FINISH, GUATU_INTEGER (guatu_test_at ("2024-06-28 17:00")));
    }
  must_set_plan (fixture, GUATU_PLAN_KEEP_RECORDED, 1);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpint (finish_of (fixture, names[i]), ==, guatu_test_at ("2024-06-28 17:00"));

  /* What is edited follows the edit; what is only renamed stays. */
  must_set_task (fixture, "Survey", GUATU_TASK_DURATION, GUATU_INTEGER (8 * HOUR));
  g_assert_cmpint (finish_of (fixture, "Survey"), ==, guatu_test_at ("2024-03-04 17:00"));
  must_set_task (fixture, "Design", GUATU_TASK_NOTE, GUATU_TEXT ("slow"));
  g_assert_cmpint (finish_of (fixture, "Design"), ==, guatu_test_at ("2024-06-28 17:00"));
  must_link (fixture, "Survey", "Road");
  g_assert_cmpint (finish_of (fixture, "Road"), ==, guatu_test_at ("2024-04-01 17:00"));
  guatu_document_unlink (fixture->document, task_id (fixture, "Design"), task_id (fixture, "Bridge"), &error);
  g_assert_no_error (error);
  g_assert_cmpint (task_number (fixture, "Bridge", GUATU_TASK_RECORDED_START), ==, GUATU_NONE);
  check_memory (fixture->document);

  while (guatu_document_undo (fixture->document, NULL, NULL))
    ;
  g_assert_cmpint (finish_of (fixture, "Survey"), ==, guatu_test_at ("2024-03-08 17:00"));
}

int
main (int argc, char *argv[])
{
  document_fixture_in_memory ();
  g_test_init (&argc, &argv, NULL);

  add_document_test ("/working/work-says-how-long-a-task-takes", work_drives);
  add_document_test ("/working/a-duration-that-is-edited-scales-the-work", duration_scales_work);
  add_document_test ("/working/with-fixed-work-it-scales-the-units", fixed_work_scales_units);
  add_document_test ("/working/new-progress-replaces-what-remained-of-the-work", progress_replaces_remaining_work);
  add_document_test ("/working/a-kept-span-follows-the-duration", span_follows_duration);
  add_document_test ("/working/a-kept-span-goes-when-its-work-changes", span_goes_with_the_work);
  add_document_test ("/working/an-inactive-task-keeps-its-dates", inactive_keeps_its_dates);
  add_document_test ("/working/links-of-the-inactive-count-for-cycles", links_of_the_inactive_count);
  add_document_test ("/working/what-is-edited-leaves-the-recorded-dates", edits_leave_the_record);

  return g_test_run ();
}
