/* test-rules.c — every rule that an edit may break: refused by name, saying what to do, and nothing changed. */
#include "document-fixture.h"

#include <string.h>

#define DAY_OF_WORK (8 * 3600)

static gboolean
set_two (DocumentFixture *fixture, const char *task, guint a, GuatuValue a_value, guint b, GuatuValue b_value,
         GError **error)
{
  GuatuSetting settings[] = { { a, a_value }, { b, b_value } };

  return guatu_document_set (fixture->document, GUATU_TABLE_TASK, task_id (fixture, task), settings, 2, error);
}

static GuatuValue
at (const char *text)
{
  return GUATU_INTEGER (guatu_test_at (text));
}

/* Fields ----------------------------------------------------------------------------------------------- */

static void
fields (DocumentFixture *fixture, gconstpointer data)
{
  static const struct { guint field; GuatuValue value; const char *label; } bad[] = {
    { GUATU_TASK_NAME, { .kind = GUATU_VALUE_TEXT, .text = "" }, "Name" },
    { GUATU_TASK_NAME, { .kind = GUATU_VALUE_TEXT, .text = "  " }, "Name" },
    { GUATU_TASK_NAME, { .kind = GUATU_VALUE_NULL }, "Name" },
    { GUATU_TASK_NAME, { .kind = GUATU_VALUE_INTEGER, .integer = 3 }, "Name" },
    { GUATU_TASK_NAME, { .kind = GUATU_VALUE_TEXT, .text = "a\x01z" }, "Name" },
    { GUATU_TASK_NOTE, { .kind = GUATU_VALUE_TEXT, .text = "\xff\xfe" }, "Note" },
    { GUATU_TASK_DURATION, { .kind = GUATU_VALUE_INTEGER, .integer = -1 }, "Duration" },
    { GUATU_TASK_DURATION, { .kind = GUATU_VALUE_NULL }, "Duration" },
    { GUATU_TASK_DURATION, { .kind = GUATU_VALUE_INTEGER, .integer = G_MAXINT64 }, "Duration" },
    { GUATU_TASK_DURATION_UNIT, { .kind = GUATU_VALUE_INTEGER, .integer = GUATU_UNIT_PERCENT }, "Duration unit" },
    { GUATU_TASK_MODE, { .kind = GUATU_VALUE_INTEGER, .integer = 2 }, "Mode" },
    { GUATU_TASK_IS_PROJECT, { .kind = GUATU_VALUE_INTEGER, .integer = 2 }, "Project" },
    { GUATU_TASK_DEADLINE, { .kind = GUATU_VALUE_INTEGER, .integer = G_MAXINT64 }, "Deadline" },
    { GUATU_TASK_WEIGHT, { .kind = GUATU_VALUE_INTEGER, .integer = -1 }, "Weight" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GError) error = NULL;
      gboolean done = set_task (fixture, "Bridge", bad[i].field, bad[i].value, &error);

      assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "5 “Bridge”", bad[i].label);
    }
}

static void
identity (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gboolean done;

  done = set_task (fixture, "Bridge", GUATU_TASK_ID, GUATU_INTEGER (7), &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "cannot be changed");
  done = set_task (fixture, "Bridge", GUATU_TASK_N_FIELDS, GUATU_INTEGER (7), &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "no field number");
  /* Its own id again is no change. */
  g_assert_true (set_task (fixture, "Bridge", GUATU_TASK_ID, GUATU_INTEGER (task_id (fixture, "Bridge")), &error));
}

static void
references (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  GuatuSetting category[] = { { GUATU_CATEGORY_NAME, GUATU_TEXT ("Roads") } };
  gint64 bridge = task_id (fixture, "Bridge");
  gboolean done;

  done = set_task (fixture, "Bridge", GUATU_TASK_CALENDAR, GUATU_INTEGER (99), &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_NOT_FOUND, "Bridge", "Calendar", "99");
  done = set_task (fixture, "Bridge", GUATU_TASK_PARENT, GUATU_INTEGER (99), &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_NOT_FOUND, "Bridge", "Parent", "99");
  done = guatu_document_link (fixture->document, bridge, 99, GUATU_LINK_FS, GUATU_LAG_WORKING, 0, GUATU_UNIT_DAY, NULL,
                              &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_NOT_FOUND, "task", "99");
  done = guatu_document_add (fixture->document, GUATU_TABLE_CATEGORY, category, 1, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "Ledger");
  done = guatu_document_add (fixture->document, GUATU_TABLE_TASK, NULL, 0, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "Name");
}

static void
own_verbs (DocumentFixture *fixture, gconstpointer data)
{
  static const GuatuTable tables[] = { GUATU_TABLE_PLAN, GUATU_TABLE_LINK, GUATU_TABLE_ASSIGNMENT, GUATU_TABLE_REPORT,
                                       GUATU_TABLE_BASELINE, GUATU_TABLE_BASELINE_TASK };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr(GError) error = NULL;
      gboolean done = guatu_document_add (fixture->document, tables[i], NULL, 0, NULL, &error);

      assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, ".");
    }
}

/* Constraint and mode ------------------------------------------------------------------------------------ */

static void
constraints (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gboolean done;

  done = set_task (fixture, "Survey", GUATU_TASK_CONSTRAINT, GUATU_INTEGER (GUATU_CONSTRAINT_SNET), &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "2 “Survey”", "constraint_date",
                  "Start no earlier than");
  done = set_task (fixture, "Survey", GUATU_TASK_CONSTRAINT_DATE, at ("2024-04-01 08:00"), &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "2 “Survey”", "constraint=snet");

  g_assert_true (set_two (fixture, "Survey", GUATU_TASK_CONSTRAINT, GUATU_INTEGER (GUATU_CONSTRAINT_SNET),
                          GUATU_TASK_CONSTRAINT_DATE, at ("2024-04-01 08:00"), &error));
  done = set_task (fixture, "Survey", GUATU_TASK_CONSTRAINT_DATE, GUATU_NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "2 “Survey”", "constraint=asap");

  /* The stored date serves another dated constraint, in the evening if that binds the finish, and goes with the
   * last one. An hour that is not the plan's stays. */
  must_set_task (fixture, "Survey", GUATU_TASK_CONSTRAINT, GUATU_INTEGER (GUATU_CONSTRAINT_FNLT));
  g_assert_cmpint (task_number (fixture, "Survey", GUATU_TASK_CONSTRAINT_DATE), ==, guatu_test_at ("2024-04-01 17:00"));
  must_set_task (fixture, "Survey", GUATU_TASK_CONSTRAINT, GUATU_INTEGER (GUATU_CONSTRAINT_MSO));
  g_assert_cmpint (task_number (fixture, "Survey", GUATU_TASK_CONSTRAINT_DATE), ==, guatu_test_at ("2024-04-01 08:00"));
  g_assert_true (set_task (fixture, "Survey", GUATU_TASK_CONSTRAINT_DATE, at ("2024-04-01 09:00"), &error));
  must_set_task (fixture, "Survey", GUATU_TASK_CONSTRAINT, GUATU_INTEGER (GUATU_CONSTRAINT_FNET));
  g_assert_cmpint (task_number (fixture, "Survey", GUATU_TASK_CONSTRAINT_DATE), ==, guatu_test_at ("2024-04-01 09:00"));
  must_set_task (fixture, "Survey", GUATU_TASK_CONSTRAINT, GUATU_INTEGER (GUATU_CONSTRAINT_ALAP));
  g_assert_cmpint (task_number (fixture, "Survey", GUATU_TASK_CONSTRAINT_DATE), ==, GUATU_NONE);
}

static void
summary_fields (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gboolean done;

  done = set_task (fixture, "Build", GUATU_TASK_DURATION, GUATU_INTEGER (5 * DAY_OF_WORK), &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "4 “Build”", "Duration", "subtasks");
  done = set_task (fixture, "Build", GUATU_TASK_ACTUAL_START, at ("2024-03-04 08:00"), &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "4 “Build”", "Actual start", "subtasks");
  done = set_two (fixture, "Build", GUATU_TASK_CONSTRAINT, GUATU_INTEGER (GUATU_CONSTRAINT_MSO),
                  GUATU_TASK_CONSTRAINT_DATE, at ("2024-04-01 08:00"), &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "4 “Build”", "snet");
  g_assert_true (set_two (fixture, "Build", GUATU_TASK_CONSTRAINT, GUATU_INTEGER (GUATU_CONSTRAINT_SNET),
                          GUATU_TASK_CONSTRAINT_DATE, at ("2024-04-01 08:00"), &error));
}

static void
manual_mode (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  const GuatuSchedule *schedule = guatu_document_get_schedule (fixture->document);
  GuatuInstant start = schedule->start[task_row (fixture, "Design")];
  GuatuInstant finish = schedule->finish[task_row (fixture, "Design")];
  gboolean done;

  done = set_task (fixture, "Design", GUATU_TASK_MANUAL_START, at ("2024-04-01 08:00"), &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "3 “Design”", "mode=manual");

  must_set_task (fixture, "Design", GUATU_TASK_MODE, GUATU_INTEGER (GUATU_MODE_MANUAL));
  g_assert_cmpint (task_number (fixture, "Design", GUATU_TASK_MANUAL_START), ==, start);
  g_assert_cmpint (task_number (fixture, "Design", GUATU_TASK_MANUAL_FINISH), ==, finish);

  done = set_task (fixture, "Design", GUATU_TASK_MANUAL_START, at ("2025-04-01 08:00"), &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "3 “Design”", "before it starts");

  must_set_task (fixture, "Design", GUATU_TASK_MODE, GUATU_INTEGER (GUATU_MODE_AUTOMATIC));
  g_assert_cmpint (task_number (fixture, "Design", GUATU_TASK_MANUAL_START), ==, GUATU_NONE);

  /* One date typed: the other follows from the duration of 10 d. */
  g_assert_true (set_two (fixture, "Design", GUATU_TASK_MODE, GUATU_INTEGER (GUATU_MODE_MANUAL),
                          GUATU_TASK_MANUAL_START, at ("2024-04-01 08:00"), &error));
  g_assert_cmpint (task_number (fixture, "Design", GUATU_TASK_MANUAL_FINISH), ==, guatu_test_at ("2024-04-12 17:00"));
}

/* Actuals ------------------------------------------------------------------------------------------------ */

static void
actuals (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gboolean done;

  done = set_two (fixture, "Survey", GUATU_TASK_ACTUAL_START, at ("2024-03-06 08:00"), GUATU_TASK_ACTUAL_FINISH,
                  at ("2024-03-05 17:00"), &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "2 “Survey”", "finished before it started");
  done = set_task (fixture, "Survey", GUATU_TASK_REMAINING, GUATU_INTEGER (DAY_OF_WORK), &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "2 “Survey”", "not started", "actual_start");
  done = set_two (fixture, "Survey", GUATU_TASK_ACTUAL_START, GUATU_NULL, GUATU_TASK_ACTUAL_FINISH,
                  at ("2024-03-05 17:00"), &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "2 “Survey”", "actual_start");

  /* A finish alone starts as scheduled, or at the finish if that was earlier. */
  must_set_task (fixture, "Survey", GUATU_TASK_ACTUAL_FINISH, at ("2024-03-05 17:00"));
  g_assert_cmpint (task_number (fixture, "Survey", GUATU_TASK_ACTUAL_START), ==, guatu_test_at ("2024-03-04 08:00"));
  g_assert_true (guatu_document_undo (fixture->document, NULL, &error));

  must_set_task (fixture, "Survey", GUATU_TASK_ACTUAL_START, at ("2024-03-05 08:00"));
  done = set_task (fixture, "Survey", GUATU_TASK_STOP, at ("2024-03-04 08:00"), &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "2 “Survey”", "stopped before");
  done = set_two (fixture, "Survey", GUATU_TASK_STOP, at ("2024-03-06 17:00"), GUATU_TASK_RESUME,
                  at ("2024-03-06 08:00"), &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "2 “Survey”", "resumed before");
  done = set_task (fixture, "Survey", GUATU_TASK_REMAINING, GUATU_INTEGER (6 * DAY_OF_WORK), &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "2 “Survey”", "duration");

  /* 5 d from Tuesday, 2 d left: three days done, stopped on Thursday evening, on again on Friday. */
  must_set_task (fixture, "Survey", GUATU_TASK_REMAINING, GUATU_INTEGER (2 * DAY_OF_WORK));
  g_assert_cmpint (task_number (fixture, "Survey", GUATU_TASK_STOP), ==, guatu_test_at ("2024-03-07 17:00"));
  g_assert_cmpint (task_number (fixture, "Survey", GUATU_TASK_RESUME), ==, guatu_test_at ("2024-03-08 08:00"));

  /* A longer task has more left to do, not less done. */
  must_set_task (fixture, "Survey", GUATU_TASK_DURATION, GUATU_INTEGER (7 * DAY_OF_WORK));
  g_assert_cmpint (task_number (fixture, "Survey", GUATU_TASK_REMAINING), ==, 4 * DAY_OF_WORK);
  g_assert_cmpint (task_number (fixture, "Survey", GUATU_TASK_STOP), ==, guatu_test_at ("2024-03-07 17:00"));

  /* A start that was wrong takes the three days that are done along. */
  must_set_task (fixture, "Survey", GUATU_TASK_ACTUAL_START, at ("2024-03-06 08:00"));
  g_assert_cmpint (task_number (fixture, "Survey", GUATU_TASK_STOP), ==, guatu_test_at ("2024-03-08 17:00"));
  g_assert_cmpint (task_number (fixture, "Survey", GUATU_TASK_RESUME), ==, guatu_test_at ("2024-03-11 08:00"));

  must_set_task (fixture, "Survey", GUATU_TASK_ACTUAL_FINISH, at ("2024-03-14 17:00"));
  g_assert_cmpint (task_number (fixture, "Survey", GUATU_TASK_REMAINING), ==, 0);
  g_assert_cmpint (task_number (fixture, "Survey", GUATU_TASK_STOP), ==, GUATU_NONE);
  done = set_task (fixture, "Survey", GUATU_TASK_ACTUAL_START, GUATU_NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "2 “Survey”", "actual_finish");
  must_set_task (fixture, "Survey", GUATU_TASK_ACTUAL_FINISH, GUATU_NULL);
  must_set_task (fixture, "Survey", GUATU_TASK_ACTUAL_START, GUATU_NULL);
  g_assert_cmpint (task_number (fixture, "Survey", GUATU_TASK_REMAINING), ==, GUATU_NONE);
}

/* Tree and network ----------------------------------------------------------------------------------------- */

static void
parent_loop (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gint64 build = task_id (fixture, "Build");
  gboolean done;

  done = set_task (fixture, "Build", GUATU_TASK_PARENT, GUATU_INTEGER (build), &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "4 “Build”", "under itself");
  done = guatu_document_move_task (fixture->document, build, task_id (fixture, "Bridge"), 0, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "4 “Build”", "5 “Bridge”");
  done = guatu_document_move_task (fixture->document, build, 0, task_id (fixture, "Road"), &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "6 “Road”");
}

static gboolean
link_tasks (DocumentFixture *fixture, const char *from, const char *to, GError **error)
{
  return guatu_document_link (fixture->document, task_id (fixture, from), task_id (fixture, to), GUATU_LINK_FS,
                              GUATU_LAG_WORKING, 0, GUATU_UNIT_DAY, NULL, error);
}

static void
cycles (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gboolean done;

  done = link_tasks (fixture, "Bridge", "Survey", &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_CYCLE, "Survey", "Design", "Bridge");
  done = link_tasks (fixture, "Build", "Survey", &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_CYCLE, "Survey");
  done = link_tasks (fixture, "Build", "Bridge", &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_CYCLE, "Build", "Bridge");
  done = link_tasks (fixture, "Bridge", "Build", &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_CYCLE, "Build", "Bridge");
  done = link_tasks (fixture, "Bridge", "Bridge", &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "5 “Bridge”", "itself");
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

static void
cycles_by_moving (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gboolean done;

  /* Opening waits for Bridge; under Design, which Bridge waits for, it would wait for itself. */
  done = guatu_document_move_task (fixture->document, task_id (fixture, "Opening"), task_id (fixture, "Design"), 0,
                                   &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_CYCLE, "Opening", "Bridge");
  done = set_task (fixture, "Opening", GUATU_TASK_PARENT, GUATU_INTEGER (task_id (fixture, "Design")), &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_CYCLE, "Opening", "Bridge");

  /* A link between a task and its parent comes about by moving, too. */
  done = guatu_document_move_task (fixture->document, task_id (fixture, "Design"), task_id (fixture, "Survey"), 0,
                                   &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_CYCLE, "Survey", "Design");
}

/* A new child takes its parent's place between the parent's links. */
static void
child_of_a_linked_task (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  GuatuSetting settings[] = { { GUATU_TASK_NAME, GUATU_TEXT ("Drawings") },
                              { GUATU_TASK_PARENT, GUATU_INTEGER (task_id (fixture, "Design")) } };
  gboolean done;

  must_add (fixture, GUATU_TABLE_TASK, settings, 2);
  g_assert_true (guatu_plan_is_summary (guatu_document_get_plan (fixture->document), task_row (fixture, "Design")));
  done = link_tasks (fixture, "Bridge", "Drawings", &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_CYCLE, "Bridge");
}

static void
lags (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gint64 survey = task_id (fixture, "Survey"), road = task_id (fixture, "Road");
  gboolean done;

  done = guatu_document_link (fixture->document, survey, road, GUATU_LINK_FS, GUATU_LAG_PERCENT, 1000001,
                              GUATU_UNIT_PERCENT, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "10,000%");
  done = guatu_document_link (fixture->document, survey, road, GUATU_LINK_FS, GUATU_LAG_WORKING, 5000,
                              GUATU_UNIT_PERCENT, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "lag_kind");
  done = guatu_document_link (fixture->document, survey, road, 17, GUATU_LAG_WORKING, 0, GUATU_UNIT_DAY, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "Type");
}

static void
link_ends_are_fixed (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  const GuatuPlan *plan = guatu_document_get_plan (fixture->document);
  gint64 link = guatu_plan_id (plan, GUATU_TABLE_LINK, 0);
  GuatuSetting end = { GUATU_LINK_SUCCESSOR, GUATU_INTEGER (task_id (fixture, "Road")) };
  GuatuSetting type = { GUATU_LINK_TYPE, GUATU_INTEGER (GUATU_LINK_SS) };
  gboolean done;

  done = guatu_document_set (fixture->document, GUATU_TABLE_LINK, link, &end, 1, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "Survey → Design", "make a new one");
  g_assert_true (guatu_document_set (fixture->document, GUATU_TABLE_LINK, link, &type, 1, &error));
  done = guatu_document_unlink (fixture->document, task_id (fixture, "Road"), task_id (fixture, "Survey"), &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_NOT_FOUND, "6 “Road”", "2 “Survey”");
}

/* People ----------------------------------------------------------------------------------------------------- */

static void
roles (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gint64 bridge = task_id (fixture, "Bridge");
  gint64 roads = id_of (fixture, GUATU_TABLE_UNIT, "Roads"), li = id_of (fixture, GUATU_TABLE_PERSON, "Li");
  static const GuatuRole for_units[] = { GUATU_ROLE_LEAD_UNIT, GUATU_ROLE_SUPPORT_UNIT, GUATU_ROLE_TASK_FORCE };
  static const GuatuRole for_people[] = { GUATU_ROLE_PROJECT_OWNER, GUATU_ROLE_LEAD_EXECUTIVE, GUATU_ROLE_LEAD_UNIT_HEAD,
                                          GUATU_ROLE_RESPONSIBLE_PERSON, GUATU_ROLE_INSPECTOR };
  gboolean done;

  for (guint i = 0; i < G_N_ELEMENTS (for_units); i++)
    {
      done = guatu_document_assign (fixture->document, bridge, 0, li, for_units[i], 10000, NULL, &error);
      assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "5 “Bridge”", "“Li”", "person");
      g_assert_true (guatu_document_assign (fixture->document, bridge, roads, 0, for_units[i], 10000, NULL, &error));
    }
  for (guint i = 0; i < G_N_ELEMENTS (for_people); i++)
    {
      done = guatu_document_assign (fixture->document, bridge, roads, 0, for_people[i], 10000, NULL, &error);
      assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "5 “Bridge”", "“Roads”", "unit");
      g_assert_true (guatu_document_assign (fixture->document, bridge, 0, li, for_people[i], 10000, NULL, &error));
    }

  done = guatu_document_assign (fixture->document, bridge, roads, li, GUATU_ROLE_RESOURCE, 10000, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "one unit or one person");
  done = guatu_document_assign (fixture->document, bridge, 0, 0, GUATU_ROLE_RESOURCE, 10000, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "one unit or one person");
  done = guatu_document_assign (fixture->document, bridge, roads, 0, GUATU_ROLE_RESOURCE, -1, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "Share");
  done = guatu_document_assign (fixture->document, bridge, roads, 0, 42, 10000, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "Role");
  done = guatu_document_unassign (fixture->document, bridge, roads, 0, GUATU_ROLE_RESOURCE, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_NOT_FOUND, "“Roads”", "Resource");
  done = guatu_document_unassign (fixture->document, task_id (fixture, "Road"), roads, 0, -1, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_NOT_FOUND, "“Roads”", "6 “Road”");
  done = guatu_document_unassign (fixture->document, bridge, 0, 0, -1, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "one unit or one person");
}

static void
units (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gint64 roads = id_of (fixture, GUATU_TABLE_UNIT, "Roads"), town = id_of (fixture, GUATU_TABLE_UNIT, "Township");
  GuatuSetting under_town = { GUATU_UNIT_PARENT, GUATU_INTEGER (town) };
  GuatuSetting under_roads = { GUATU_UNIT_PARENT, GUATU_INTEGER (roads) };
  GuatuSetting member[] = { { GUATU_MEMBERSHIP_UNIT, GUATU_INTEGER (roads) },
                            { GUATU_MEMBERSHIP_PERSON, GUATU_INTEGER (id_of (fixture, GUATU_TABLE_PERSON, "Li")) } };
  gboolean done;

  g_assert_true (guatu_document_set (fixture->document, GUATU_TABLE_UNIT, roads, &under_town, 1, &error));
  done = guatu_document_set (fixture->document, GUATU_TABLE_UNIT, town, &under_roads, 1, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "“Township”");
  done = guatu_document_set (fixture->document, GUATU_TABLE_UNIT, roads, &under_roads, 1, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "“Roads”");

  must_add (fixture, GUATU_TABLE_MEMBERSHIP, member, 2);
  done = guatu_document_add (fixture->document, GUATU_TABLE_MEMBERSHIP, member, 2, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "“Li”", "“Roads”");
}

/* Calendars ---------------------------------------------------------------------------------------------------- */

static void
calendars (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  GuatuSetting first[] = { { GUATU_CALENDAR_NAME, GUATU_TEXT ("Site") }, { GUATU_CALENDAR_SLUG, GUATU_TEXT ("site") } };
  GuatuSetting second[] = { { GUATU_CALENDAR_NAME, GUATU_TEXT ("Crane") }, { GUATU_CALENDAR_SLUG, GUATU_TEXT ("site") } };
  gint64 site = must_add (fixture, GUATU_TABLE_CALENDAR, first, 2), crane, day;
  GuatuSetting base = { GUATU_CALENDAR_BASE, GUATU_NULL };
  GuatuSetting monday[] = { { GUATU_CALENDAR_DAY_CALENDAR, GUATU_INTEGER (site) },
                            { GUATU_CALENDAR_DAY_WEEKDAY, GUATU_INTEGER (0) } };
  GuatuSetting hours[] = { { GUATU_CALENDAR_HOURS_FROM_TIME, GUATU_INTEGER (8 * 3600) },
                           { GUATU_CALENDAR_HOURS_TO_TIME, GUATU_INTEGER (12 * 3600) },
                           { GUATU_CALENDAR_HOURS_DAY, GUATU_NULL } };
  gboolean done;

  done = guatu_document_add (fixture->document, GUATU_TABLE_CALENDAR, second, 2, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "“Crane”", "site");
  crane = must_add (fixture, GUATU_TABLE_CALENDAR, second, 1);
  base.value = GUATU_INTEGER (site);
  g_assert_true (guatu_document_set (fixture->document, GUATU_TABLE_CALENDAR, crane, &base, 1, &error));
  base.value = GUATU_INTEGER (crane);
  done = guatu_document_set (fixture->document, GUATU_TABLE_CALENDAR, site, &base, 1, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "“Site”", "base");

  day = must_add (fixture, GUATU_TABLE_CALENDAR_DAY, monday, 2);
  done = guatu_document_add (fixture->document, GUATU_TABLE_CALENDAR_DAY, monday, 2, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "“Site”", "already");

  done = guatu_document_add (fixture->document, GUATU_TABLE_CALENDAR_HOURS, hours, 2, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "exactly one");
  hours[2].value = GUATU_INTEGER (day);
  must_add (fixture, GUATU_TABLE_CALENDAR_HOURS, hours, 3);
  done = guatu_document_add (fixture->document, GUATU_TABLE_CALENDAR_HOURS, hours, 3, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "08:00–12:00");
  hours[0].value = GUATU_INTEGER (17 * 3600);
  done = guatu_document_add (fixture->document, GUATU_TABLE_CALENDAR_HOURS, hours, 3, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "end after");
  hours[0].value = GUATU_INTEGER (12 * 3600);
  hours[1].value = GUATU_INTEGER (86400);
  must_add (fixture, GUATU_TABLE_CALENDAR_HOURS, hours, 3);
}

static void
exceptions (DocumentFixture *fixture, gconstpointer data)
{
  static const struct { int recurrence; const char *field; } incomplete[] = {
    { GUATU_RECUR_WEEKLY, "weekdays" }, { GUATU_RECUR_MONTHLY_DAY, "month_day" }, { GUATU_RECUR_YEARLY_PLACE, "month" },
  };
  g_autoptr(GError) error = NULL;
  GuatuSetting calendar = { GUATU_CALENDAR_NAME, GUATU_TEXT ("Site") };
  GuatuSetting settings[] = { { GUATU_CALENDAR_EXCEPTION_NAME, GUATU_TEXT ("Festival") },
                              { GUATU_CALENDAR_EXCEPTION_CALENDAR, GUATU_NULL },
                              { GUATU_CALENDAR_EXCEPTION_FROM_DATE, at ("2024-05-05") },
                              { GUATU_CALENDAR_EXCEPTION_TO_DATE, at ("2024-05-01") },
                              { GUATU_CALENDAR_EXCEPTION_RECURRENCE, GUATU_INTEGER (GUATU_RECUR_DAILY) } };
  gboolean done;

  settings[1].value = GUATU_INTEGER (must_add (fixture, GUATU_TABLE_CALENDAR, &calendar, 1));
  done = guatu_document_add (fixture->document, GUATU_TABLE_CALENDAR_EXCEPTION, settings, 5, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "“Festival”", "before its first");
  settings[3].value = at ("2024-05-06");
  for (guint i = 0; i < G_N_ELEMENTS (incomplete); i++)
    {
      settings[4].value = GUATU_INTEGER (incomplete[i].recurrence);
      done = guatu_document_add (fixture->document, GUATU_TABLE_CALENDAR_EXCEPTION, settings, 5, NULL, &error);
      assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "“Festival”", incomplete[i].field);
    }
  must_add (fixture, GUATU_TABLE_CALENDAR_EXCEPTION, settings, 4);
}

/* Others --------------------------------------------------------------------------------------------------------- */

static void
plan_settings (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gboolean done;

  done = set_plan (fixture, GUATU_PLAN_SCHEDULE_FROM, GUATU_INTEGER (GUATU_FROM_FINISH), &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "finish_target");
  done = set_plan (fixture, GUATU_PLAN_FINISH_TARGET, at ("2024-01-01 17:00"), &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "before the plan’s start");
  done = set_plan (fixture, GUATU_PLAN_DEFAULT_FINISH, GUATU_INTEGER (7 * 3600), &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "default start time");
  done = set_plan (fixture, GUATU_PLAN_MINUTES_PER_DAY, GUATU_INTEGER (0), &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "Minutes per day");
  done = set_plan (fixture, GUATU_PLAN_MINUTES_PER_WEEK, GUATU_INTEGER (300), &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "minutes_per_week");
  done = set_plan (fixture, GUATU_PLAN_CRITICAL_FLOAT, GUATU_INTEGER (90 * DAY_OF_WORK), &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "near-critical");
  done = set_plan (fixture, GUATU_PLAN_REFERENCE_BASELINE, GUATU_INTEGER (4), &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_NOT_FOUND, "Reference baseline");
}

static void
phases_and_nodes (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  GuatuSetting phase[] = { { GUATU_PHASE_NAME, GUATU_TEXT ("Start-up") }, { GUATU_PHASE_FROM_DATE, at ("2024-05-05") },
                           { GUATU_PHASE_TO_DATE, at ("2024-05-01") } };
  GuatuSetting node[] = { { GUATU_KEY_NODE_NAME, GUATU_TEXT ("Deck") },
                          { GUATU_KEY_NODE_TASK, GUATU_INTEGER (task_id (fixture, "Bridge")) },
                          { GUATU_KEY_NODE_DATE, at ("2024-05-01 17:00") },
                          { GUATU_KEY_NODE_SHARE, GUATU_INTEGER (5000) } };
  GuatuSetting share = { GUATU_KEY_NODE_SHARE, GUATU_INTEGER (3300) };
  GuatuSetting nothing = { GUATU_KEY_NODE_SHARE, GUATU_NULL };
  const GuatuKeyNode *rows;
  gint64 id;
  gboolean done;

  done = guatu_document_add (fixture->document, GUATU_TABLE_PHASE, phase, 3, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "“Start-up”", "from_date");
  phase[2].value = at ("2024-05-05");
  must_add (fixture, GUATU_TABLE_PHASE, phase, 3);

  done = guatu_document_add (fixture->document, GUATU_TABLE_KEY_NODE, node, 2, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "“Deck”", "date", "share");
  done = guatu_document_add (fixture->document, GUATU_TABLE_KEY_NODE, node, 4, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "“Deck”", "date", "share");
  id = must_add (fixture, GUATU_TABLE_KEY_NODE, node, 3);
  g_assert_true (guatu_document_set (fixture->document, GUATU_TABLE_KEY_NODE, id, &share, 1, &error));
  rows = guatu_plan_rows (guatu_document_get_plan (fixture->document), GUATU_TABLE_KEY_NODE);
  g_assert_cmpint (rows[0].date, ==, GUATU_NONE);
  g_assert_cmpint (rows[0].share, ==, 3300);
  done = guatu_document_set (fixture->document, GUATU_TABLE_KEY_NODE, id, &nothing, 1, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "“Deck”");
}

static void
ledgers (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  GuatuSetting one = { GUATU_LEDGER_NAME, GUATU_TEXT ("Board") }, two = { GUATU_LEDGER_NAME, GUATU_TEXT ("Plaques") };
  gint64 board = must_add (fixture, GUATU_TABLE_LEDGER, &one, 1), plaques = must_add (fixture, GUATU_TABLE_LEDGER, &two, 1);
  GuatuSetting category[] = { { GUATU_CATEGORY_NAME, GUATU_TEXT ("Roads") },
                              { GUATU_CATEGORY_LEDGER, GUATU_INTEGER (board) } };
  gint64 roads = must_add (fixture, GUATU_TABLE_CATEGORY, category, 2);
  GuatuSetting item[] = { { GUATU_LEDGER_ITEM_TASK, GUATU_INTEGER (task_id (fixture, "Road")) },
                          { GUATU_LEDGER_ITEM_LEDGER, GUATU_INTEGER (plaques) },
                          { GUATU_LEDGER_ITEM_CATEGORY, GUATU_INTEGER (roads) } };
  gboolean done;

  done = guatu_document_add (fixture->document, GUATU_TABLE_LEDGER_ITEM, item, 3, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "“Roads”", "“Plaques”");
  item[1].value = GUATU_INTEGER (board);
  must_add (fixture, GUATU_TABLE_LEDGER_ITEM, item, 3);
  category[1].value = GUATU_INTEGER (plaques);
  done = guatu_document_set (fixture->document, GUATU_TABLE_CATEGORY, roads, category, 2, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "“Roads”", "in use");
}

/* An import brings what no verb would let in; that is no obstacle to editing something else of the row. */
static void
oddities_stay (DocumentFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->dir, "odd.guatu", NULL);
  g_autoptr(GuatuPlan) plan = document_fixture_plan ();
  g_autoptr(GuatuDocument) document = NULL;
  g_autoptr(GError) error = NULL;
  GuatuSetting name = { GUATU_TASK_NAME, GUATU_TEXT ("Still odd") };
  GuatuSetting title = { GUATU_PLAN_TITLE, GUATU_TEXT ("Odd") };

  guatu_test_set (plan, GUATU_TABLE_TASK, 1, GUATU_TASK_CONSTRAINT, GUATU_CONSTRAINT_SNET);
  guatu_test_set (plan, GUATU_TABLE_TASK, 1, GUATU_TASK_ACTUAL_FINISH, guatu_test_at ("2024-03-05 17:00"));
  guatu_test_set (plan, GUATU_TABLE_TASK, 1, GUATU_TASK_MANUAL_START, guatu_test_at ("2024-03-05 08:00"));
  guatu_test_set (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_FINISH_TARGET, guatu_test_at ("2001-01-01 17:00"));
  guatu_plan_settle (plan);
  document = guatu_document_create (path, plan, NULL, "import", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  guatu_document_set (document, GUATU_TABLE_TASK, guatu_plan_id (plan, GUATU_TABLE_TASK, 1), &name, 1, &error);
  g_assert_no_error (error);
  guatu_document_set (document, GUATU_TABLE_PLAN, guatu_plan_settings (plan)->id, &title, 1, &error);
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_document_test ("/rules/a-field-holds-its-kind-range-and-choices", fields);
  add_document_test ("/rules/an-id-is-never-changed", identity);
  add_document_test ("/rules/what-is-referred-to-must-be-there", references);
  add_document_test ("/rules/links-assignments-reports-and-baselines-have-verbs-of-their-own", own_verbs);
  add_document_test ("/rules/a-dated-constraint-needs-a-date-and-the-others-have-none", constraints);
  add_document_test ("/rules/a-summary-has-its-dates-from-its-subtasks", summary_fields);
  add_document_test ("/rules/a-manual-task-takes-the-scheduled-dates-where-none-are-typed", manual_mode);
  add_document_test ("/rules/actual-dates-fit-together", actuals);
  add_document_test ("/rules/a-task-is-never-under-itself", parent_loop);
  add_document_test ("/rules/a-link-that-closes-a-cycle-names-the-tasks-on-it", cycles);
  add_document_test ("/rules/a-move-that-closes-a-cycle-is-refused", cycles_by_moving);
  add_document_test ("/rules/a-new-child-takes-its-parents-place-in-the-network", child_of_a_linked_task);
  add_document_test ("/rules/a-lag-fits-its-kind", lags);
  add_document_test ("/rules/a-links-ends-are-fixed", link_ends_are_fixed);
  add_document_test ("/rules/a-role-is-borne-by-a-unit-or-by-a-person", roles);
  add_document_test ("/rules/a-unit-is-never-under-itself-and-a-member-once", units);
  add_document_test ("/rules/a-calendar-has-each-weekday-once-and-hours-apart", calendars);
  add_document_test ("/rules/a-calendar-exception-is-complete", exceptions);
  add_document_test ("/rules/the-plans-settings-fit-together", plan_settings);
  add_document_test ("/rules/a-phase-runs-forward-and-a-key-node-stands-at-one-place", phases_and_nodes);
  add_document_test ("/rules/a-ledger-item-has-a-category-of-its-ledger", ledgers);
  add_document_test ("/rules/what-an-import-brought-does-not-stop-other-edits", oddities_stay);

  return g_test_run ();
}
