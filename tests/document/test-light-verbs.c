/* test-light-verbs.c — lights set by hand and taken back, presets put in force, and what is refused. */
#include "document-fixture.h"

#include "guatu-lights.h"

static GuatuInstant
at (const char *text)
{
  return guatu_test_at (text);
}

static gint64
set_light (DocumentFixture *fixture, const char *task, GuatuOverrideColour colour, const char *from, const char *until)
{
  g_autoptr(GError) error = NULL;
  gint64 id = 0;

  guatu_document_set_light (fixture->document, task_id (fixture, task), colour, "Chen", "flood", at (from), at (until),
                            &id, &error);
  g_assert_no_error (error);
  return id;
}

static const char *
shown (DocumentFixture *fixture, const char *task, const char *date)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuLights) lights = guatu_lights_new (guatu_document_get_plan (fixture->document),
                                                    guatu_document_get_schedule (fixture->document), at (date), &error);

  g_assert_no_error (error);
  return guatu_light_name (guatu_lights_get (lights, task_row (fixture, task))->shown);
}

static void
check_last (DocumentFixture *fixture, const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuEntry) entry = guatu_store_find_entry (guatu_document_get_store (fixture->document),
                                                        head_of (fixture->document), &error);
  g_autofree char *title = guatu_entry_title (entry);

  g_assert_cmpstr (title, ==, expected);
}

static guint
live (DocumentFixture *fixture, GuatuTable table)
{
  return guatu_plan_n_live (guatu_document_get_plan (fixture->document), table);
}

static void
by_hand (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  set_light (fixture, "Survey", GUATU_OVERRIDE_ORANGE, "2024-03-05", "2024-03-07");
  check_last (fixture, "Set the light of “Survey” to orange by hand until Mar 7, 2024");
  g_assert_cmpstr (shown (fixture, "Survey", "2024-03-04 17:00"), ==, "red");
  g_assert_cmpstr (shown (fixture, "Survey", "2024-03-05 17:00"), ==, "orange");
  g_assert_cmpstr (shown (fixture, "Prepare", "2024-03-07 17:00"), ==, "orange");
  g_assert_cmpstr (shown (fixture, "Survey", "2024-03-08 17:00"), ==, "red");
  g_assert_cmpuint (fixture->n_changed, ==, 1);

  g_assert_true (guatu_document_undo (fixture->document, NULL, &error));
  g_assert_cmpstr (shown (fixture, "Survey", "2024-03-05 17:00"), ==, "red");
}

static void
taken_back (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gint64 survey = task_id (fixture, "Survey");
  gboolean done;

  set_light (fixture, "Survey", GUATU_OVERRIDE_ORANGE, "2024-03-04", "2024-03-08");
  set_light (fixture, "Survey", GUATU_OVERRIDE_GREEN, "2024-03-06", "2024-03-08");
  set_light (fixture, "Survey", GUATU_OVERRIDE_YELLOW, "2024-03-07", "2024-03-08");
  g_assert_true (guatu_document_clear_light (fixture->document, survey, at ("2024-03-06 17:00"), &error));
  check_last (fixture, "Remove the light set by hand on “Survey”");

  /* The day before keeps what it had; the one that began that day has never been; one to come stays. */
  g_assert_cmpuint (live (fixture, GUATU_TABLE_LIGHT_OVERRIDE), ==, 2);
  g_assert_cmpstr (shown (fixture, "Survey", "2024-03-05 17:00"), ==, "orange");
  g_assert_cmpstr (shown (fixture, "Survey", "2024-03-06 17:00"), ==, "red");
  g_assert_cmpstr (shown (fixture, "Survey", "2024-03-07 17:00"), ==, "yellow");

  done = guatu_document_clear_light (fixture->document, survey, at ("2024-03-06 17:00"), &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_NOT_FOUND, "2 “Survey”");
  done = guatu_document_clear_light (fixture->document, 77, at ("2024-03-06"), &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_NOT_FOUND, "77");

  g_assert_true (guatu_document_undo (fixture->document, NULL, &error));
  g_assert_cmpstr (shown (fixture, "Survey", "2024-03-06 17:00"), ==, "green");
}

static void
what_is_needed (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gint64 survey = task_id (fixture, "Survey");
  GuatuDocument *document = fixture->document;
  GuatuSetting settings[] = {
    { GUATU_LIGHT_OVERRIDE_TASK, GUATU_INTEGER (survey) },
    { GUATU_LIGHT_OVERRIDE_BY_WHOM, GUATU_TEXT ("Chen") },
    { GUATU_LIGHT_OVERRIDE_REASON, GUATU_TEXT ("flood") },
    { GUATU_LIGHT_OVERRIDE_COLOUR, GUATU_INTEGER (GUATU_OVERRIDE_RED) },
    { GUATU_LIGHT_OVERRIDE_SET_ON, GUATU_INTEGER (at ("2024-03-05")) },
    { GUATU_LIGHT_OVERRIDE_EXPIRES_ON, GUATU_INTEGER (at ("2024-03-05")) },
  };
  gboolean done;

  done = guatu_document_set_light (document, survey, GUATU_OVERRIDE_RED, "", "flood", at ("2024-03-05"),
                                   at ("2024-03-05"), NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "Set by");
  done = guatu_document_set_light (document, survey, GUATU_OVERRIDE_RED, "Chen", "", at ("2024-03-05"),
                                   at ("2024-03-05"), NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "Reason");
  done = guatu_document_set_light (document, survey, GUATU_OVERRIDE_RED, "Chen", "flood", at ("2024-03-05"),
                                   at ("2024-03-04"), NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "2 “Survey”", "expire before it is set");

  /* The general way asks for the same. */
  done = guatu_document_add (document, GUATU_TABLE_LIGHT_OVERRIDE, settings, 5, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "expires_on");
  done = guatu_document_add (document, GUATU_TABLE_LIGHT_OVERRIDE, settings, 4, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "set_on");
  done = guatu_document_add (document, GUATU_TABLE_LIGHT_OVERRIDE, settings, 3, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "colour");
  g_assert_true (guatu_document_add (document, GUATU_TABLE_LIGHT_OVERRIDE, settings, 6, NULL, &error));
}

static void
presets (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  guint n;
  const GuatuLightPreset *list = guatu_light_presets (&n);

  for (guint i = 0; i < n; i++)
    {
      gint64 id = 0;
      GuatuLightRules rules;

      g_assert_true (guatu_document_use_light_preset (fixture->document, list[i].name, list[i].label, &id, &error));
      g_assert_no_error (error);
      rules = guatu_light_rules_in_force (guatu_document_get_plan (fixture->document));
      g_assert_cmpint (rules.rule, ==, list[i].rules.rule);
      g_assert_cmpint (rules.yellow_from, ==, list[i].rules.yellow_from);
      g_assert_cmpint (rules.orange_from, ==, list[i].rules.orange_from);
      g_assert_cmpint (rules.red_from, ==, list[i].rules.red_from);
      g_assert_cmpint (rules.inclusive, ==, list[i].rules.inclusive);
      g_assert_cmpint (rules.overdue_is_red, ==, list[i].rules.overdue_is_red);
      g_assert_cmpint (rules.raises, ==, list[i].rules.raises);
      g_assert_cmpint (rules.recovers, ==, list[i].rules.recovers);
      g_assert_cmpint (rules.silence, ==, list[i].rules.silence);
      g_assert_cmpuint (fixture->n_changed, ==, i + 1);
    }
  check_last (fixture, "Give lights by the rules “Thirds”");

  /* One entry makes the row and puts it in force; one undo takes both back. */
  g_assert_true (guatu_document_undo (fixture->document, NULL, &error));
  g_assert_cmpuint (live (fixture, GUATU_TABLE_LIGHT_RULE_SET), ==, n - 1);
  g_assert_cmpint (guatu_light_rules_in_force (guatu_document_get_plan (fixture->document)).rule, ==,
                   GUATU_RULE_QUARTER_GATES);
}

static void
presets_refused (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gint64 id;
  gboolean done;

  done = guatu_document_use_light_preset (fixture->document, "nosuch", "Mine", NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_NOT_FOUND, "nosuch");
  done = guatu_document_use_light_preset (fixture->document, "points", "", NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "Name");
  g_assert_true (guatu_document_use_light_preset (fixture->document, "points", "Mine", &id, &error));
  done = guatu_document_use_light_preset (fixture->document, "ratio", "Mine", NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "“Mine”");

  /* In use or not, rules may go: then the default holds again. */
  g_assert_true (guatu_document_remove (fixture->document, GUATU_TABLE_LIGHT_RULE_SET, id, &error));
  g_assert_cmpint (guatu_light_rules_in_force (guatu_document_get_plan (fixture->document)).yellow_from, ==, 500);
}

static gboolean
set_mark (DocumentFixture *fixture, gint64 id, guint field, gint64 mark, GError **error)
{
  GuatuSetting setting = { field, mark != GUATU_NONE ? GUATU_INTEGER (mark) : GUATU_NULL };

  return guatu_document_set (fixture->document, GUATU_TABLE_LIGHT_RULE_SET, id, &setting, 1, error);
}

static void
copies_are_edited (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gint64 points, time_left;
  gboolean done;

  g_assert_true (guatu_document_use_light_preset (fixture->document, "points", "Points", &points, &error));
  g_assert_true (guatu_document_use_light_preset (fixture->document, "time-left", "Time", &time_left, &error));

  g_assert_true (set_mark (fixture, points, GUATU_LIGHT_RULE_SET_ORANGE_FROM, 2000, &error));
  done = set_mark (fixture, points, GUATU_LIGHT_RULE_SET_YELLOW_FROM, 2001, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "“Points”", "higher mark");
  g_assert_true (set_mark (fixture, points, GUATU_LIGHT_RULE_SET_YELLOW_FROM, 2000, &error));
  done = set_mark (fixture, points, GUATU_LIGHT_RULE_SET_RED_FROM, 1999, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "“Points”");
  g_assert_true (set_mark (fixture, points, GUATU_LIGHT_RULE_SET_RED_FROM, GUATU_NONE, &error));

  done = set_mark (fixture, time_left, GUATU_LIGHT_RULE_SET_RED_FROM, 2001, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "“Time”", "less time");
  g_assert_true (set_mark (fixture, time_left, GUATU_LIGHT_RULE_SET_RED_FROM, 1000, &error));
}

static void
targets (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  GuatuSetting settings[] = {
    { GUATU_TASK_TARGET_TASK, GUATU_INTEGER (task_id (fixture, "Survey")) },
    { GUATU_TASK_TARGET_DATE, GUATU_INTEGER (at ("2024-03-05")) },
    { GUATU_TASK_TARGET_SHARE, GUATU_INTEGER (4000) },
  };
  gint64 id = 0;
  gboolean done;

  done = guatu_document_add (fixture->document, GUATU_TABLE_TASK_TARGET, settings, 1, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "date");
  done = guatu_document_add (fixture->document, GUATU_TABLE_TASK_TARGET, settings, 2, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "share");
  g_assert_true (guatu_document_add (fixture->document, GUATU_TABLE_TASK_TARGET, settings, 3, NULL, &error));

  /* Of one day there is one. */
  done = guatu_document_add (fixture->document, GUATU_TABLE_TASK_TARGET, settings, 3, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "2 “Survey”", "of that day already");
  settings[1].value = GUATU_INTEGER (at ("2024-03-06"));
  g_assert_true (guatu_document_add (fixture->document, GUATU_TABLE_TASK_TARGET, settings, 3, &id, &error));
  settings[1].value = GUATU_INTEGER (at ("2024-03-05"));
  done = guatu_document_set (fixture->document, GUATU_TABLE_TASK_TARGET, id, &settings[1], 1, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "of that day already");
  g_assert_true (guatu_document_set (fixture->document, GUATU_TABLE_TASK_TARGET, id, &settings[2], 1, &error));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_document_test ("/light-verbs/a-light-is-set-by-hand-for-some-days", by_hand);
  add_document_test ("/light-verbs/a-light-taken-back-leaves-earlier-days-as-they-were", taken_back);
  add_document_test ("/light-verbs/a-light-by-hand-needs-name-reason-colour-and-days", what_is_needed);
  add_document_test ("/light-verbs/a-preset-is-copied-and-put-in-force-in-one-entry", presets);
  add_document_test ("/light-verbs/a-preset-needs-to-be-there-and-a-name-of-its-own", presets_refused);
  add_document_test ("/light-verbs/copies-are-edited-and-their-marks-stay-in-order", copies_are_edited);
  add_document_test ("/light-verbs/a-target-needs-its-day-and-share", targets);

  return g_test_run ();
}
