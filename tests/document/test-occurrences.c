/* test-occurrences.c — recurring tasks: the times that a rule makes, moves and removes, and how they are ticked off. */
#include "document-fixture.h"

#include "guatu-occurrences.h"

#include <string.h>

/* Standard calendar, start Mon 2024-03-04. "Opening" stands alone behind "Bridge" and "Road"; "Meeting" is made here. */

#define MOST_SETTINGS 16

typedef struct
{
  GuatuSetting settings[MOST_SETTINGS];
  guint        n;
} Rule;

static Rule
weekly (gint64 task, const char *from, int times)
{
  return (Rule) { { { GUATU_RECURRENCE_TASK, GUATU_INTEGER (task) },
                    { GUATU_RECURRENCE_RECURRENCE, GUATU_INTEGER (GUATU_RECUR_WEEKLY) },
                    { GUATU_RECURRENCE_PERIOD, GUATU_INTEGER (1) },
                    { GUATU_RECURRENCE_WEEKDAYS, GUATU_INTEGER (2) },
                    { GUATU_RECURRENCE_FROM_DATE, GUATU_INTEGER (guatu_test_at (from)) },
                    { GUATU_RECURRENCE_TIMES, GUATU_INTEGER (times) },
                    { GUATU_RECURRENCE_DURATION, GUATU_INTEGER (2 * GUATU_HOUR) },
                    { GUATU_RECURRENCE_START_TIME, GUATU_INTEGER (9 * GUATU_HOUR) } }, 8 };
}

static gint64
make_meeting (DocumentFixture *f, int times, gint64 *rule_id)
{
  const GuatuSetting name[] = { { GUATU_TASK_NAME, GUATU_TEXT ("Meeting") } };
  gint64 task = must_add (f, GUATU_TABLE_TASK, name, 1);
  Rule rule = weekly (task, "2024-03-04", times);
  gint64 id = must_add (f, GUATU_TABLE_RECURRENCE, rule.settings, rule.n);

  if (rule_id != NULL)
    *rule_id = id;
  return task;
}

/* "1 03-04 09:00-03-04 11:00*", a star behind what is done. */
static char *
list_times (DocumentFixture *f, const char *task)
{
  const GuatuPlan *plan = guatu_document_get_plan (f->document);
  const GuatuSchedule *schedule = guatu_document_get_schedule (f->document);
  GString *text = g_string_new (NULL);

  for (gint32 row = guatu_plan_task (plan, task_row (f, task))->first_child; row >= 0;
       row = guatu_plan_task (plan, row)->next_sibling)
    {
      g_autofree char *start = guatu_instant_to_iso (schedule->start[row]);
      g_autofree char *finish = guatu_instant_to_iso (schedule->finish[row]);
      const char *space = strrchr (guatu_plan_task_name (plan, row), ' ');

      g_string_append_printf (text, "%s%s %.5s %.5s–%.5s%s", text->len > 0 ? ", " : "", space != NULL ? space + 1 : "?",
                              start + 5, start + 11, finish + 11,
                              guatu_plan_task_number (plan, row, GUATU_TASK_ACTUAL_FINISH) != GUATU_NONE ? "*" : "");
    }
  return g_string_free (text, FALSE);
}

#define assert_times(f, task, expected) \
  G_STMT_START { \
    g_autofree char *times_ = list_times (f, task); \
    g_assert_cmpstr (times_, ==, expected); \
  } G_STMT_END

static void
must_tick (DocumentFixture *f, gint64 occurrence, gboolean done, const char *today)
{
  g_autoptr(GError) error = NULL;

  guatu_document_tick_occurrence (f->document, occurrence, done, guatu_test_at (today), &error);
  g_assert_no_error (error);
}

static void
must_set (DocumentFixture *f, gint64 rule, guint field, gint64 value)
{
  const GuatuSetting setting = { field, GUATU_INTEGER (value) };
  g_autoptr(GError) error = NULL;

  guatu_document_set (f->document, GUATU_TABLE_RECURRENCE, rule, &setting, 1, &error);
  g_assert_no_error (error);
}

static void
makes_its_times (DocumentFixture *f, gconstpointer data)
{
  gint64 head;

  make_meeting (f, 3, NULL);
  assert_times (f, "Meeting", "1 03-04 09:00–11:00, 2 03-11 09:00–11:00, 3 03-18 09:00–11:00");
  g_assert_cmpuint (f->n_changed, ==, 2);
  head = head_of (f->document);

  /* One step back is all that the rule has made, one forward all of it again. */
  g_assert_true (guatu_document_undo (f->document, NULL, NULL));
  g_assert_cmpint (guatu_plan_task (guatu_document_get_plan (f->document), task_row (f, "Meeting"))->first_child, ==, -1);
  g_assert_true (guatu_document_redo (f->document, NULL, NULL));
  assert_times (f, "Meeting", "1 03-04 09:00–11:00, 2 03-11 09:00–11:00, 3 03-18 09:00–11:00");
  g_assert_cmpint (head_of (f->document), ==, head + 2);
}

static void
follows_its_rule (DocumentFixture *f, gconstpointer data)
{
  gint64 rule, second;
  gint64 meeting = make_meeting (f, 3, &rule);
  const GuatuSetting note[] = { { GUATU_TASK_NOTE, GUATU_TEXT ("budget") } };

  second = guatu_document_find_occurrence (f->document, meeting, guatu_test_at ("2024-03-11 15:00"));
  g_assert_cmpint (second, !=, 0);
  g_assert_true (guatu_document_set (f->document, GUATU_TABLE_TASK, second, note, 1, NULL));

  /* Tuesdays instead: the second stays the second. */
  must_set (f, rule, GUATU_RECURRENCE_WEEKDAYS, 4);
  assert_times (f, "Meeting", "1 03-05 09:00–11:00, 2 03-12 09:00–11:00, 3 03-19 09:00–11:00");
  g_assert_cmpint (guatu_document_find_occurrence (f->document, meeting, guatu_test_at ("2024-03-12")), ==, second);

  /* From the second week on: those of days that stay keep them, the others take what is left. */
  must_set (f, rule, GUATU_RECURRENCE_FROM_DATE, guatu_test_at ("2024-03-11"));
  g_assert_cmpint (guatu_document_find_occurrence (f->document, meeting, guatu_test_at ("2024-03-12")), ==, second);
  assert_times (f, "Meeting", "1 03-12 09:00–11:00, 2 03-19 09:00–11:00, 3 03-26 09:00–11:00");

  must_set (f, rule, GUATU_RECURRENCE_TIMES, 2);
  assert_times (f, "Meeting", "1 03-12 09:00–11:00, 2 03-19 09:00–11:00");
  must_set (f, rule, GUATU_RECURRENCE_DURATION, 4 * GUATU_HOUR);
  assert_times (f, "Meeting", "1 03-12 09:00–14:00, 2 03-19 09:00–14:00");

  /* The same again is nothing. */
  second = head_of (f->document);
  must_set (f, rule, GUATU_RECURRENCE_DURATION, 4 * GUATU_HOUR);
  g_assert_cmpint (head_of (f->document), ==, second);
}

static void
keeps_what_was (DocumentFixture *f, gconstpointer data)
{
  gint64 rule;
  gint64 meeting = make_meeting (f, 4, &rule);

  must_tick (f, guatu_document_find_occurrence (f->document, meeting, guatu_test_at ("2024-03-04")), TRUE, "2024-03-20");
  must_tick (f, guatu_document_find_occurrence (f->document, meeting, guatu_test_at ("2024-03-11")), TRUE, "2024-03-20");
  assert_times (f, "Meeting",
                "1 03-04 09:00–11:00*, 2 03-11 09:00–11:00*, 3 03-18 09:00–11:00, 4 03-25 09:00–11:00");

  /* What was held on Mondays was held on Mondays; two are left, on Wednesdays now. */
  must_set (f, rule, GUATU_RECURRENCE_WEEKDAYS, 8);
  assert_times (f, "Meeting",
                "1 03-04 09:00–11:00*, 2 03-11 09:00–11:00*, 3 03-20 09:00–11:00, 4 03-27 09:00–11:00");

  /* Once is enough: what was held cannot be undone. */
  must_set (f, rule, GUATU_RECURRENCE_TIMES, 1);
  assert_times (f, "Meeting", "1 03-04 09:00–11:00*, 2 03-11 09:00–11:00*");

  must_set (f, rule, GUATU_RECURRENCE_TIMES, 4);
  g_assert_true (guatu_document_remove (f->document, GUATU_TABLE_RECURRENCE, rule, NULL));
  assert_times (f, "Meeting", "1 03-04 09:00–11:00*, 2 03-11 09:00–11:00*");
  g_assert_cmpint (guatu_task_recurrence (guatu_document_get_plan (f->document), task_row (f, "Meeting")), ==, -1);
}

static void
ends (DocumentFixture *f, gconstpointer data)
{
  gint64 rule, duration;

  make_meeting (f, 4, &rule);
  duration = task_number (f, "Meeting", GUATU_TASK_DURATION);
  g_assert_true (guatu_document_remove (f->document, GUATU_TABLE_RECURRENCE, rule, NULL));
  g_assert_false (guatu_plan_is_summary (guatu_document_get_plan (f->document), task_row (f, "Meeting")));
  g_assert_cmpint (task_number (f, "Meeting", GUATU_TASK_DURATION), ==, duration);
  g_assert_true (guatu_document_undo (f->document, NULL, NULL));
  assert_times (f, "Meeting",
                "1 03-04 09:00–11:00, 2 03-11 09:00–11:00, 3 03-18 09:00–11:00, 4 03-25 09:00–11:00");
}

static void
ticks (DocumentFixture *f, gconstpointer data)
{
  gint64 meeting = make_meeting (f, 2, NULL);
  gint64 first = guatu_document_find_occurrence (f->document, meeting, guatu_test_at ("2024-03-04"));
  gint64 second = guatu_document_find_occurrence (f->document, meeting, guatu_test_at ("2024-03-11"));
  gint32 row = guatu_plan_find (guatu_document_get_plan (f->document), GUATU_TABLE_TASK, first);
  gint64 head = head_of (f->document);
  g_autofree char *title = NULL;

  /* It ended when it was to, not when it was entered, nor with that day. */
  must_tick (f, first, TRUE, "2024-03-08 17:00");
  g_assert_cmpint (guatu_plan_task_number (guatu_document_get_plan (f->document), row, GUATU_TASK_ACTUAL_FINISH), ==,
                   guatu_test_at ("2024-03-04 11:00"));
  g_assert_cmpint (head_of (f->document), ==, head + 1);
  title = guatu_document_undo_title (f->document);
  g_assert_cmpstr (title, ==, "Tick off “Meeting 1”");

  must_tick (f, first, FALSE, "2024-03-08 17:00");
  assert_times (f, "Meeting", "1 03-04 09:00–11:00, 2 03-11 09:00–11:00");
  g_assert_cmpuint (guatu_plan_n_live (guatu_document_get_plan (f->document), GUATU_TABLE_REPORT), ==, 0);

  /* Held before its day. */
  must_tick (f, second, TRUE, "2024-03-08 17:00");
  row = guatu_plan_find (guatu_document_get_plan (f->document), GUATU_TABLE_TASK, second);
  g_assert_cmpint (guatu_plan_task_number (guatu_document_get_plan (f->document), row, GUATU_TASK_ACTUAL_FINISH), ==,
                   guatu_test_at ("2024-03-08 17:00"));
}

static void
milestones (DocumentFixture *f, gconstpointer data)
{
  gint64 rule;
  gint64 meeting = make_meeting (f, 2, &rule);
  gint32 row;

  must_set (f, rule, GUATU_RECURRENCE_DURATION, 0);
  assert_times (f, "Meeting", "1 03-04 09:00–09:00, 2 03-11 09:00–09:00");
  row = guatu_plan_task (guatu_document_get_plan (f->document), task_row (f, "Meeting"))->first_child;
  g_assert_cmpint (guatu_plan_task (guatu_document_get_plan (f->document), row)->kind, ==, GUATU_KIND_MILESTONE);
  must_tick (f, guatu_document_find_occurrence (f->document, meeting, guatu_test_at ("2024-03-04")), TRUE, "2024-03-08");
  assert_times (f, "Meeting", "1 03-04 09:00–09:00*, 2 03-11 09:00–09:00");
}

static void
renamed (DocumentFixture *f, gconstpointer data)
{
  const GuatuPlan *plan = guatu_document_get_plan (f->document);
  const GuatuSetting own[] = { { GUATU_TASK_NAME, GUATU_TEXT ("Budget meeting") } };
  gint64 meeting = make_meeting (f, 3, NULL);
  gint64 second = guatu_document_find_occurrence (f->document, meeting, guatu_test_at ("2024-03-11"));
  gint32 child;

  g_assert_true (guatu_document_set (f->document, GUATU_TABLE_TASK, second, own, 1, NULL));
  must_set_task (f, "Meeting", GUATU_TASK_NAME, GUATU_TEXT ("Dispatch"));
  child = guatu_plan_task (plan, task_row (f, "Dispatch"))->first_child;
  g_assert_cmpstr (guatu_plan_task_name (plan, child), ==, "Dispatch 1");
  child = guatu_plan_task (plan, child)->next_sibling;
  g_assert_cmpstr (guatu_plan_task_name (plan, child), ==, "Budget meeting");
  child = guatu_plan_task (plan, child)->next_sibling;
  g_assert_cmpstr (guatu_plan_task_name (plan, child), ==, "Dispatch 3");
  g_assert_true (guatu_document_undo (f->document, NULL, NULL));
  g_assert_cmpstr (guatu_plan_task_name (plan, child), ==, "Meeting 3");
}

static void
refusals (DocumentFixture *f, gconstpointer data)
{
  gint64 rule_id, first;
  gint64 meeting = make_meeting (f, 2, &rule_id);
  Rule rule = weekly (task_id (f, "Build"), "2024-03-04", 3);
  GuatuSetting endless[] = { { GUATU_RECURRENCE_RECURRENCE, GUATU_INTEGER (GUATU_RECUR_DAILY) },
                             { GUATU_RECURRENCE_TIMES, GUATU_NULL },
                             { GUATU_RECURRENCE_TO_DATE, GUATU_INTEGER (guatu_test_at ("2150-01-01")) } };
  GuatuSetting never[] = { { GUATU_RECURRENCE_TIMES, GUATU_NULL }, { GUATU_RECURRENCE_WEEKDAYS, GUATU_INTEGER (1) },
                           { GUATU_RECURRENCE_DAY_OFF, GUATU_INTEGER (GUATU_DAY_OFF_SKIP) },
                           { GUATU_RECURRENCE_TO_DATE, GUATU_INTEGER (guatu_test_at ("2024-12-01")) } };
  g_autoptr(GError) error = NULL;

  assert_refused (f, guatu_document_add (f->document, GUATU_TABLE_RECURRENCE, rule.settings, rule.n, NULL, &error),
                  error, GUATU_DOCUMENT_ERROR_INVALID, "Build", "subtasks");
  rule.settings[0].value = GUATU_INTEGER (meeting);
  assert_refused (f, guatu_document_add (f->document, GUATU_TABLE_RECURRENCE, rule.settings, rule.n, NULL, &error),
                  error, GUATU_DOCUMENT_ERROR_INVALID, "Meeting");
  first = guatu_document_find_occurrence (f->document, meeting, guatu_test_at ("2024-03-04"));
  rule.settings[0].value = GUATU_INTEGER (first);
  assert_refused (f, guatu_document_add (f->document, GUATU_TABLE_RECURRENCE, rule.settings, rule.n, NULL, &error),
                  error, GUATU_DOCUMENT_ERROR_INVALID, "Meeting 1");
  assert_refused (f, guatu_document_set (f->document, GUATU_TABLE_RECURRENCE, rule_id, endless, 3, &error),
                  error, GUATU_DOCUMENT_ERROR_INVALID, "10000");
  assert_refused (f, guatu_document_set (f->document, GUATU_TABLE_RECURRENCE, rule_id, never, 4, &error),
                  error, GUATU_DOCUMENT_ERROR_INVALID, "no day");
  g_assert_cmpint (guatu_document_find_occurrence (f->document, task_id (f, "Bridge"), guatu_test_at ("2024-03-04")), ==,
                   0);
}

/* Many times are one step, and no long one. */
static void
ten_thousand (DocumentFixture *f, gconstpointer data)
{
  gint64 rule, begun = g_get_monotonic_time ();

  make_meeting (f, 5000, &rule);
  must_set (f, rule, GUATU_RECURRENCE_WEEKDAYS, 4);
  g_test_message ("5000 times made and moved in %d ms", (int) ((g_get_monotonic_time () - begun) / 1000));
  g_assert_cmpuint (guatu_plan_n_live (guatu_document_get_plan (f->document), GUATU_TABLE_TASK), ==, 7 + 1 + 5000);
  g_assert_true (guatu_document_undo (f->document, NULL, NULL));
  g_assert_true (guatu_document_undo (f->document, NULL, NULL));
  g_assert_cmpuint (guatu_plan_n_live (guatu_document_get_plan (f->document), GUATU_TABLE_TASK), ==, 7 + 1);
}

int
main (int   argc,
      char *argv[])
{
  document_fixture_in_memory ();
  g_test_init (&argc, &argv, NULL);
  add_document_test ("/occurrences/a-rule-makes-its-times-in-one-step", makes_its_times);
  add_document_test ("/occurrences/a-changed-rule-moves-them-in-their-order", follows_its_rule);
  add_document_test ("/occurrences/what-has-taken-place-stays", keeps_what_was);
  add_document_test ("/occurrences/without-its-rule-the-task-is-what-it-was", ends);
  add_document_test ("/occurrences/each-is-ticked-off-by-itself", ticks);
  add_document_test ("/occurrences/what-takes-no-time-is-a-milestone", milestones);
  add_document_test ("/occurrences/they-are-called-as-their-task-is", renamed);
  add_document_test ("/occurrences/refusals-say-why", refusals);
  add_document_test ("/occurrences/thousands-are-one-step", ten_thousand);

  return g_test_run ();
}
