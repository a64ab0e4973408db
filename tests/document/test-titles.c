/* test-titles.c — entries say what they did, in words that outlive the rows they are about. */
#include "document-fixture.h"

static char *
title_of (const char *kind, const char *arguments)
{
  GuatuEntry entry = { .kind = kind, .arguments = arguments };

  return guatu_entry_title (&entry);
}

static void
check_last (DocumentFixture *fixture, const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuEntry) entry = guatu_store_find_entry (guatu_document_get_store (fixture->document),
                                                        head_of (fixture->document), &error);
  g_autofree char *title = NULL;

  g_assert_no_error (error);
  title = guatu_entry_title (entry);
  g_assert_cmpstr (title, ==, expected);
}

static void
must_set (DocumentFixture *fixture, GuatuTable table, gint64 id, const GuatuSetting *settings, guint n)
{
  g_autoptr(GError) error = NULL;

  guatu_document_set (fixture->document, table, id, settings, n, &error);
  g_assert_no_error (error);
}

static void
rows (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  GuatuSetting task[] = { { GUATU_TASK_NAME, GUATU_TEXT ("Painting") },
                          { GUATU_TASK_DURATION, GUATU_INTEGER (3 * 8 * 3600) } };
  GuatuSetting unit = { GUATU_UNIT_NAME, GUATU_TEXT ("水利局") };
  GuatuSetting phase[] = { { GUATU_PHASE_FROM_DATE, GUATU_INTEGER (guatu_test_at ("2024-05-01")) },
                           { GUATU_PHASE_NAME, GUATU_TEXT ("Start-up") } };
  gint64 id;

  check_last (fixture, "Create the plan");
  must_add (fixture, GUATU_TABLE_TASK, task, 2);
  check_last (fixture, "Add task “Painting”");
  must_add (fixture, GUATU_TABLE_UNIT, &unit, 1);
  check_last (fixture, "Add unit “水利局”");
  id = must_add (fixture, GUATU_TABLE_PHASE, phase, 2);
  check_last (fixture, "Add phase “Start-up”");
  phase[0].value = GUATU_INTEGER (guatu_test_at ("2024-05-02"));
  must_set (fixture, GUATU_TABLE_PHASE, id, phase, 1);
  check_last (fixture, "Set from of “Start-up” to May 2, 2024");

  g_assert_true (guatu_document_remove (fixture->document, GUATU_TABLE_TASK, task_id (fixture, "Painting"), &error));
  check_last (fixture, "Remove task “Painting”");
  g_assert_true (guatu_document_remove (fixture->document, GUATU_TABLE_TASK, task_id (fixture, "Build"), &error));
  check_last (fixture, "Remove task “Build” and its 2 subtasks");
  g_assert_true (guatu_document_undo (fixture->document, NULL, &error));
  check_last (fixture, "Undo: Remove task “Build” and its 2 subtasks");
  g_assert_true (guatu_document_redo (fixture->document, NULL, &error));
  check_last (fixture, "Redo: Remove task “Build” and its 2 subtasks");
}

static void
values (DocumentFixture *fixture, gconstpointer data)
{
  static const struct { guint field; gint64 number; const char *title; } cases[] = {
    { GUATU_TASK_DURATION, 33 * 8 * 3600, "Set duration of “Bridge” to 33 d" },
    { GUATU_TASK_STAGE, GUATU_STAGE_UNDER_CONSTRUCTION, "Set stage of “Bridge” to under construction" },
    { GUATU_TASK_IS_PROJECT, 1, "Set project of “Bridge” to yes" },
    { GUATU_TASK_WEIGHT, 3333, "Set weight of “Bridge” to 33.33%" },
    { GUATU_TASK_PLANNED_INVESTMENT, 120050, "Set planned investment of “Bridge” to 1200.5" },
    { GUATU_TASK_WEIGHT, GUATU_NONE, "Clear weight of “Bridge”" },
  };
  GuatuSetting two[] = { { GUATU_TASK_DURATION, GUATU_INTEGER (20 * 8 * 3600) },
                         { GUATU_TASK_DURATION_UNIT, GUATU_INTEGER (GUATU_UNIT_WEEK) },
                         { GUATU_TASK_DEADLINE, GUATU_INTEGER (guatu_test_at ("2024-09-30 17:00")) } };
  GuatuSetting parent = { GUATU_TASK_PARENT, GUATU_INTEGER (task_id (fixture, "Prepare")) };
  GuatuSetting wbs = { GUATU_TASK_WBS, GUATU_TEXT ("1.2") };
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      must_set_task (fixture, "Bridge", cases[i].field,
                     cases[i].number == GUATU_NONE ? GUATU_NULL : GUATU_INTEGER (cases[i].number));
      check_last (fixture, cases[i].title);
    }
  must_set (fixture, GUATU_TABLE_TASK, task_id (fixture, "Bridge"), two, 3);
  check_last (fixture, "Change “Bridge”: duration 4 w, deadline Sep 30, 2024, 17:00");
  must_set (fixture, GUATU_TABLE_TASK, task_id (fixture, "Bridge"), &parent, 1);
  check_last (fixture, "Set parent of “Bridge” to Prepare");
  must_set (fixture, GUATU_TABLE_TASK, task_id (fixture, "Bridge"), &wbs, 1);
  check_last (fixture, "Set WBS of “Bridge” to 1.2");
  g_assert_true (set_plan (fixture, GUATU_PLAN_STATUS_DATE, GUATU_INTEGER (guatu_test_at ("2024-04-01 17:00")), &error));
  check_last (fixture, "Set status date of the plan to Apr 1, 2024, 17:00");
  g_assert_true (set_plan (fixture, GUATU_PLAN_LANGUAGE, GUATU_TEXT ("zh_CN"), &error));
  check_last (fixture, "Set language of printed matter of the plan to Chinese");
}

static void
others (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gint64 survey = task_id (fixture, "Survey"), road = task_id (fixture, "Road");
  gint64 roads = id_of (fixture, GUATU_TABLE_UNIT, "Roads");

  g_assert_true (guatu_document_link (fixture->document, survey, road, GUATU_LINK_FS, GUATU_LAG_WORKING, 0,
                                      GUATU_UNIT_DAY, NULL, &error));
  check_last (fixture, "Link “Survey” to “Road” (FS)");
  g_assert_true (guatu_document_link (fixture->document, survey, road, GUATU_LINK_SS, GUATU_LAG_WORKING, 2 * 8 * 3600,
                                      GUATU_UNIT_DAY, NULL, &error));
  check_last (fixture, "Link “Survey” to “Road” (SS, 2 d)");
  g_assert_true (guatu_document_unlink (fixture->document, survey, road, &error));
  check_last (fixture, "Remove the link from “Survey” to “Road”");
  g_assert_true (guatu_document_move_task (fixture->document, road, task_id (fixture, "Prepare"), survey, &error));
  check_last (fixture, "Move “Road” before “Survey”");
  g_assert_true (guatu_document_move_task (fixture->document, road, task_id (fixture, "Build"), 0, &error));
  check_last (fixture, "Move “Road” under “Build”");
  g_assert_true (guatu_document_move_task (fixture->document, road, 0, 0, &error));
  check_last (fixture, "Move “Road” to the end");
  g_assert_true (guatu_document_assign (fixture->document, road, roads, 0, GUATU_ROLE_LEAD_UNIT, 10000, NULL, &error));
  check_last (fixture, "Assign “Roads” to “Road” as lead unit");
  g_assert_true (guatu_document_unassign (fixture->document, road, roads, 0, GUATU_ROLE_LEAD_UNIT, &error));
  check_last (fixture, "Remove “Roads” from “Road” as lead unit");
  g_assert_true (guatu_document_report (fixture->document, road, guatu_test_at ("2024-03-08 17:00"), 1250, NULL, 0, NULL,
                                        &error));
  check_last (fixture, "Report “Road” at 12.5% on Mar 8, 2024");
  g_assert_true (guatu_document_set_baseline (fixture->document, "Approved", GUATU_NONE, NULL, &error));
  check_last (fixture, "Set baseline “Approved”");
  g_assert_true (guatu_document_remove (fixture->document, GUATU_TABLE_BASELINE,
                                        id_of (fixture, GUATU_TABLE_BASELINE, "Approved"), &error));
  check_last (fixture, "Drop baseline “Approved”");
}

/* What has no name of its own is called by the task that it is about. */
static void
parts (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gint64 road = task_id (fixture, "Road"), id = 0;
  GuatuSetting field = { GUATU_CUSTOM_FIELD_NAME, GUATU_TEXT ("Code") };
  GuatuSetting value[] = { { GUATU_CUSTOM_VALUE_FIELD, GUATU_INTEGER (must_add (fixture, GUATU_TABLE_CUSTOM_FIELD, &field, 1)) },
                           { GUATU_CUSTOM_VALUE_TASK, GUATU_INTEGER (road) },
                           { GUATU_CUSTOM_VALUE_VALUE, GUATU_TEXT ("K-17") } };
  GuatuSetting target[] = { { GUATU_TASK_TARGET_TASK, GUATU_INTEGER (road) },
                            { GUATU_TASK_TARGET_DATE, GUATU_INTEGER (guatu_test_at ("2024-03-31")) },
                            { GUATU_TASK_TARGET_SHARE, GUATU_INTEGER (4000) } };
  GuatuSetting share = { GUATU_REPORT_SHARE, GUATU_INTEGER (3000) };

  id = must_add (fixture, GUATU_TABLE_CUSTOM_VALUE, value, 3);
  check_last (fixture, "Fill in “Code · Road”: K-17");
  value[2].value = GUATU_TEXT ("K-18");
  must_set (fixture, GUATU_TABLE_CUSTOM_VALUE, id, &value[2], 1);
  check_last (fixture, "Fill in “Code · Road”: K-18");
  g_assert_true (guatu_document_remove (fixture->document, GUATU_TABLE_CUSTOM_VALUE, id, &error));
  check_last (fixture, "Empty custom field “Code · Road”");

  id = must_add (fixture, GUATU_TABLE_TASK_TARGET, target, 3);
  check_last (fixture, "Add a monthly target of “Road”");
  target[2].value = GUATU_INTEGER (4500);
  must_set (fixture, GUATU_TABLE_TASK_TARGET, id, &target[2], 1);
  check_last (fixture, "Change a monthly target of “Road”: share done 45%");
  g_assert_true (guatu_document_remove (fixture->document, GUATU_TABLE_TASK_TARGET, id, &error));
  check_last (fixture, "Remove a monthly target of “Road”");

  g_assert_true (guatu_document_report (fixture->document, road, guatu_test_at ("2024-03-08 17:00"), 1250, NULL, 0, &id,
                                        &error));
  must_set (fixture, GUATU_TABLE_REPORT, id, &share, 1);
  check_last (fixture, "Change a report of “Road”: share done 30%");
  g_assert_true (guatu_document_remove (fixture->document, GUATU_TABLE_REPORT, id, &error));
  check_last (fixture, "Remove a report of “Road”");
}

/* Every kind that a verb writes has words of its own: the last resort is for newer versions. */
static void
all_kinds (void)
{
  static const char * const kinds[] = { "create", "import", "copy", "undo", "redo", "task-move", "link", "unlink",
                                        "assign", "unassign", "report", "baseline", "revert", "tasks-add",
                                        "tasks-remove", "tasks-cut", "tasks-paste", "tasks-duplicate", "tasks-move",
                                        "tasks-indent", "tasks-outdent", "tasks-shift", "tasks-link", "tasks-unlink",
                                        "tasks-change", "tasks-report", "task-links", "task-people", "task-form",
                                        "plan-backward", "plan-shift", "occurrence-tick" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *title = title_of (kinds[i], "{}");

      g_assert_false (g_str_has_prefix (title, "Another kind"));
    }
  for (GuatuTable table = 0; table < GUATU_N_TABLES; table++)
    for (guint i = 0; i < 3; i++)
      {
        static const char * const verbs[] = { "add", "set", "remove" };
        g_autofree char *kind = g_strdup_printf ("%s-%s", guatu_table_info (table)->name, verbs[i]);
        g_autofree char *title = title_of (kind, "{\"name\":\"X\"}");
        gboolean has_verb = i == 0 ? table != GUATU_TABLE_PLAN && table != GUATU_TABLE_LINK &&
                                     table != GUATU_TABLE_ASSIGNMENT && table != GUATU_TABLE_REPORT &&
                                     table != GUATU_TABLE_BASELINE && table != GUATU_TABLE_BASELINE_TASK
                          : i == 2 ? table != GUATU_TABLE_PLAN && table != GUATU_TABLE_BASELINE_TASK
                                   : TRUE;

        g_assert_cmpint (g_str_has_prefix (title, "Another kind"), ==, !has_verb);
      }
}

/* Arguments come out of files that anybody may have written. */
static void
hostile (void)
{
  g_autoptr(GString) deep = g_string_new (NULL);
  static const char * const bad[] = {
    "", "null", "[]", "{", "42", "\"x\"", "{\"set\": 3}", "{\"set\": [3]}", "{\"set\": [{\"field\": 4}]}",
    "{\"name\": {\"a\": 1}, \"set\": [{\"field\": \"duration\", \"value\": [1]}]}",
    "{\"of\": 1}", "{\"of\": {}}", "{\"time\": 9223372036854775807, \"of\": {\"kind\": \"revert\"}}",
    "{\"of\": {\"kind\": \"undo\", \"arguments\": \"{}\"}}",
    "{\"name\": \"%s%n%s\", \"subtasks\": -5}", "{\"subtasks\": 99999999999999999999}", "{\"role\": \"nobody\"}",
    "{\"type\": \"%d\", \"lag\": \"many\"}", "{\"date\": \"yesterday\", \"share\": 7}",
  };
  static const char * const kinds[] = { "create", "import", "undo", "redo", "revert", "task-set", "task-remove",
                                        "task-move",
                                        "link", "assign", "report", "", "-", "-set", "x-set", "task-" };

  for (guint i = 0; i < 1000000; i++)
    g_string_append_c (deep, '[');
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autofree char *title = title_of (kinds[k], deep->str);

      g_assert_nonnull (title);
      for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
        {
          g_autofree char *other = title_of (kinds[k], bad[i]);

          g_assert_nonnull (other);
        }
    }
  g_assert_nonnull (deep);
}

/* Plans and projects have names with quotation marks in them. */
static void
quoted (void)
{
  static const struct { const char *kind, *arguments, *title; } cases[] = {
    { "create", "{\"title\":\"《三年行动计划》\"}", "Create the plan 《三年行动计划》" },
    { "create", "{\"title\":\"“执行力建设年”任务榜\"}", "Create the plan “‘执行力建设年’任务榜”" },
    { "task-add", "{\"name\":\"“Clear Water”\"}", "Add task “Clear Water”" },
    { "undo", "{\"of\":{\"kind\":\"task-add\",\"arguments\":\"{\\\"name\\\":\\\"“四办”清单\\\"}\"}}",
      "Undo: Add task “‘四办’清单”" },
    { "link", "{\"predecessor\":\"《规划》\",\"successor\":\"“四办”清单\",\"type\":\"fs\"}",
      "Link 《规划》 to “‘四办’清单” (FS)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *title = title_of (cases[i].kind, cases[i].arguments);

      g_assert_cmpstr (title, ==, cases[i].title);
    }
}

/* A state is called by what was done last: its names are quoted within a quotation. */
static void
quoted_twice (void)
{
  g_autofree char *title = title_of ("revert", "{\"time\":1714600000000,\"of\":{\"kind\":\"task-add\","
                                               "\"arguments\":\"{\\\"name\\\":\\\"“四办”清单\\\"}\"}}");

  g_assert_true (g_str_has_suffix (title, ", “Add task ‘“四办”清单’”"));
}

static void
long_text (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuEntry) entry = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "工程");
  must_set_task (fixture, "Road", GUATU_TASK_NOTE, GUATU_TEXT (text->str));
  g_assert_cmpstr (guatu_plan_task_string (guatu_document_get_plan (fixture->document), task_row (fixture, "Road"),
                                           GUATU_TASK_NOTE), ==, text->str);
  entry = guatu_store_find_entry (guatu_document_get_store (fixture->document), head_of (fixture->document), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (entry->arguments), <, 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_document_test ("/titles/rows-are-named-as-they-were", rows);
  add_document_test ("/titles/fields-have-their-labels-and-values-are-read-by-people", values);
  add_document_test ("/titles/links-moves-people-and-progress-have-their-own-words", others);
  g_test_add_func ("/titles/every-kind-of-entry-has-words", all_kinds);
  g_test_add_func ("/titles/arguments-that-are-no-arguments-do-no-harm", hostile);
  add_document_test ("/titles/what-hangs-on-a-task-is-called-by-it", parts);
  g_test_add_func ("/titles/names-with-quotation-marks-are-not-quoted-again", quoted);
  g_test_add_func ("/titles/names-in-a-quotation-have-inner-marks", quoted_twice);
  add_document_test ("/titles/a-long-text-is-cut-in-the-title-alone", long_text);

  return g_test_run ();
}
