/* test-gan.c — GanttProject's files: every date as its own program drew it, or named. */
#include "foreign-import.h"

static Import
school (void)
{
  g_autofree char *path = guatu_test_fixture ("gan/school.gan");
  Import import = import_file (path);

  g_assert_no_error (import.error);
  return import;
}

/* A file with these tasks, Monday to Friday. */
static Import
import_tasks (const char *tasks)
{
  g_autofree char *text = g_strdup_printf ("<project name=\"p\"><tasks>%s</tasks></project>", tasks);

  return import_bytes (text, strlen (text));
}

static void
test_dates (void)
{
  Import import = school ();

  g_assert_cmpint (guatu_plan_settings (import.plan)->start, ==, guatu_test_at ("2024-03-04 08:00"));
  assert_dates (&import, "Survey", "2024-03-04 08:00", "2024-03-08 17:00");
  assert_dates (&import, "Foundations", "2024-03-11 08:00", "2024-03-22 17:00");
  /* Two days after, over the festival and the Sunday that is worked. */
  assert_dates (&import, "Walls", "2024-03-27 08:00", "2024-04-08 17:00");
  assert_dates (&import, "West wing", "2024-04-22 08:00", "2024-05-06 17:00");
  /* A day off in every year. */
  assert_dates (&import, "Playground", "2024-04-29 08:00", "2024-05-02 17:00");
  assert_note (&import, "Line 44, task “East wing stands”: it starts at 2024-04-09 08:00 in the file and at "
                        "2024-04-08 17:00 here");
  g_assert_cmpint (number_of (&import, "Walls", GUATU_TASK_RECORDED_START), ==, guatu_test_at ("2024-03-27 08:00"));
  g_assert_cmpint (number_of (&import, "Walls", GUATU_TASK_RECORDED_FINISH), ==, guatu_test_at ("2024-04-08 17:00"));
  g_assert_false (guatu_plan_settings (import.plan)->push_to_status_date);
  g_assert_false (guatu_plan_settings (import.plan)->retained_logic);
  clear (&import);
}

static void
test_starts_that_nothing_explains (void)
{
  Import import = school ();

  /* Drawn there; the links say nothing of it. */
  g_assert_cmpint (number_of (&import, "West wing", GUATU_TASK_CONSTRAINT), ==, GUATU_CONSTRAINT_SNET);
  g_assert_cmpint (number_of (&import, "West wing", GUATU_TASK_CONSTRAINT_DATE), ==,
                   guatu_test_at ("2024-04-22 08:00"));
  assert_note (&import, "Line 46, task: no link explains the start");
  /* What a link or the plan's start explains stays free to move. */
  g_assert_cmpint (number_of (&import, "Survey", GUATU_TASK_CONSTRAINT), ==, GUATU_CONSTRAINT_ASAP);
  g_assert_cmpint (number_of (&import, "East wing stands", GUATU_TASK_CONSTRAINT), ==, GUATU_CONSTRAINT_ASAP);
  /* Three days after it, and the file says when. */
  g_assert_cmpint (number_of (&import, "Playground", GUATU_TASK_CONSTRAINT), ==, GUATU_CONSTRAINT_SNET);
  /* The earliest begin that somebody asked for, which the link outdoes. */
  g_assert_cmpint (number_of (&import, "Walls", GUATU_TASK_CONSTRAINT), ==, GUATU_CONSTRAINT_SNET);
  g_assert_cmpint (number_of (&import, "Walls", GUATU_TASK_CONSTRAINT_DATE), ==, guatu_test_at ("2024-03-25 08:00"));
  clear (&import);
}

static void
test_fields (void)
{
  Import import = school ();
  gint32 survey = task_called (&import, "Survey");
  gint32 wing = task_called (&import, "East wing");

  g_assert_cmpstr (guatu_plan_text (import.plan, guatu_plan_settings (import.plan)->title), ==, "镇中心小学改造");
  g_assert_cmpstr (guatu_plan_text (import.plan, guatu_plan_settings (import.plan)->note), ==,
                   "Two wings, one summer.");
  g_assert_cmpint (guatu_plan_task (import.plan, survey)->parent, ==, wing);
  g_assert_true (guatu_plan_task (import.plan, wing)->is_project);
  g_assert_cmpint (guatu_plan_task_number (import.plan, survey, GUATU_TASK_PRIORITY), ==, 700);
  g_assert_cmpstr (guatu_plan_task_string (import.plan, survey, GUATU_TASK_HYPERLINK), ==,
                   "http://example.org/survey");
  g_assert_cmpstr (guatu_plan_task_string (import.plan, survey, GUATU_TASK_NOTE), ==, "With the\ncounty bureau.");
  g_assert_cmpint (number_of (&import, "Foundations", GUATU_TASK_PLANNED_INVESTMENT), ==, 125050);
  g_assert_cmpint (guatu_plan_task (import.plan, task_called (&import, "East wing stands"))->kind, ==,
                   GUATU_KIND_MILESTONE);
  g_assert_cmpuint (guatu_plan_n_live (import.plan, GUATU_TABLE_CUSTOM_FIELD), ==, 3);
  g_assert_cmpuint (guatu_plan_n_live (import.plan, GUATU_TABLE_CUSTOM_VALUE), ==, 3);
  g_assert_cmpstr (guatu_plan_string (import.plan, GUATU_TABLE_CUSTOM_VALUE, 0, GUATU_CUSTOM_VALUE_VALUE), ==, "K-17");
  clear (&import);
}

static void
test_progress (void)
{
  Import import = school ();

  g_assert_cmpint (number_of (&import, "Survey", GUATU_TASK_ACTUAL_FINISH), ==, guatu_test_at ("2024-03-08 17:00"));
  g_assert_cmpint (number_of (&import, "Foundations", GUATU_TASK_ACTUAL_START), ==,
                   guatu_test_at ("2024-03-11 08:00"));
  g_assert_cmpint (number_of (&import, "Foundations", GUATU_TASK_STOP), ==, guatu_test_at ("2024-03-15 17:00"));
  g_assert_cmpint (number_of (&import, "Foundations", GUATU_TASK_REMAINING), ==, 5 * 8 * 3600);
  g_assert_cmpuint (guatu_plan_n_live (import.plan, GUATU_TABLE_REPORT), ==, 2);
  assert_note (&import, "task “East wing”: the file says that 40% are done; its subtasks add up to 43%");
  clear (&import);
}

static void
test_people (void)
{
  Import import = school ();
  gint32 calendar = (gint32) guatu_plan_number (import.plan, GUATU_TABLE_PERSON, 0, GUATU_PERSON_CALENDAR);
  const GuatuAssignment *assignments = guatu_plan_rows (import.plan, GUATU_TABLE_ASSIGNMENT);

  g_assert_cmpstr (guatu_plan_string (import.plan, GUATU_TABLE_PERSON, 0, GUATU_PERSON_NAME), ==, "王建国");
  g_assert_cmpstr (guatu_plan_string (import.plan, GUATU_TABLE_PERSON, 0, GUATU_PERSON_POST), ==, "Foreman");
  g_assert_cmpstr (guatu_plan_string (import.plan, GUATU_TABLE_PERSON, 0, GUATU_PERSON_EMAIL), ==,
                   "wang@example.org");
  g_assert_cmpstr (guatu_plan_string (import.plan, GUATU_TABLE_PERSON, 0, GUATU_PERSON_NOTE), ==,
                   "Telephone: 0123 456");
  g_assert_cmpstr (guatu_plan_string (import.plan, GUATU_TABLE_PERSON, 1, GUATU_PERSON_POST), ==, "Project manager");
  g_assert_cmpuint (guatu_plan_n_live (import.plan, GUATU_TABLE_ASSIGNMENT), ==, 3);
  g_assert_cmpint (assignments[0].role, ==, GUATU_ROLE_RESOURCE);
  g_assert_cmpint (assignments[0].share, ==, 5000);
  g_assert_cmpint (assignments[1].role, ==, GUATU_ROLE_RESPONSIBLE_PERSON);
  g_assert_cmpstr (guatu_plan_string (import.plan, GUATU_TABLE_ASSIGNMENT, 2, GUATU_ASSIGNMENT_NOTE), ==, "Foreman");
  /* Both ends of a vacation belong to it. */
  g_assert_cmpint (guatu_worktime_days (guatu_plan_worktime (import.plan, calendar),
                                        guatu_test_at ("2024-03-18 00:00"), guatu_test_at ("2024-03-22 00:00")), ==, 2);
  clear (&import);
}

static void
test_baseline (void)
{
  Import import = school ();
  const GuatuBaselineTask *entry = guatu_plan_rows (import.plan, GUATU_TABLE_BASELINE_TASK);

  g_assert_cmpuint (guatu_plan_n_live (import.plan, GUATU_TABLE_BASELINE), ==, 1);
  g_assert_cmpstr (guatu_plan_string (import.plan, GUATU_TABLE_BASELINE, 0, GUATU_BASELINE_NAME), ==, "As approved");
  g_assert_cmpuint (guatu_plan_n_live (import.plan, GUATU_TABLE_BASELINE_TASK), ==, 1);
  g_assert_cmpint (entry->start, ==, guatu_test_at ("2024-03-01 08:00"));
  g_assert_cmpint (entry->finish, ==, guatu_test_at ("2024-03-07 17:00"));
  assert_note (&import, "previous-task “77”: the task is no longer there");
  clear (&import);
}

static void
test_not_carried_over (void)
{
  Import import = school ();

  assert_note (&import, "Line 4, view: this is not carried over");
  assert_note (&import, "Line 27, task/@color");
  assert_note (&import, "Line 27, task/@expand");
  assert_note (&import, "Line 54, resource/rate");
  assert_note (&import, "“http://example.org/school” was left out");
  assert_note (&import, "Line 18, date “植树节”: the day is only marked");
  assert_note (&import, "Line 19, date: there is no such day");
  assert_note (&import, "customproperty “tpc9”: there is no such custom field; “nowhere” was left out");
  assert_note (&import, "Link: no task has the id “9”");
  assert_note (&import, "Link: it leads from “Walls” to itself or to a task that it belongs to or holds");
  assert_note (&import, "allocation: no resource has the id “8”");
  assert_note (&import, "a link that only pushes (“Rubber”) was read as an ordinary one");
  clear (&import);
}

static void
test_bad_values (void)
{
  Import import = import_tasks ("<task id=\"1\" name=\"A\" start=\"soon\" duration=\"-3\" complete=\"1e9\" priority=\"x\"/>"
                                "<task id=\"1\" name=\"B\" start=\"2024-02-30\" duration=\"99999999999\"/>"
                                "<task id=\"2\" name=\"\" start=\"2024-03-09\" duration=\"1\">"
                                "<depend id=\"1\" type=\"7\" difference=\"many\"/></task>");

  g_assert_no_error (import.error);
  assert_note (&import, "task “A”: “soon” is no date");
  assert_note (&import, "task “A”: “-3” is no number of days");
  assert_note (&import, "task “A”: “1e9” is no percentage");
  assert_note (&import, "task “A”: “x” is no priority");
  assert_note (&import, "another one has the id “1” already");
  assert_note (&import, "“99999999999” is no number of days");
  assert_note (&import, "“7” is no type of link");
  assert_note (&import, "“many” is no number of days");
  /* Drawn on a Saturday. */
  assert_note (&import, "task “Unnamed 2”: it starts at 2024-03-09 08:00 in the file and at 2024-03-11 08:00 here");
  clear (&import);
}

static void
test_week_without_work (void)
{
  const char *text = "<project><calendars><day-types><default-week sun=\"1\" mon=\"1\" tue=\"1\" wed=\"1\" thu=\"1\""
                     " fri=\"1\" sat=\"1\"/></day-types></calendars><tasks><task id=\"1\" name=\"A\""
                     " start=\"2024-03-04\" duration=\"3\"/></tasks></project>";
  Import import = import_bytes (text, strlen (text));

  g_assert_no_error (import.error);
  assert_note (&import, "no day of the week is a working day");
  clear (&import);
}

static void
test_shown_weekends (void)
{
  const char *text = "<project><calendars><day-types><default-week sun=\"1\" sat=\"1\"/>"
                     "<only-show-weekends value=\"true\"/></day-types></calendars><tasks><task id=\"1\" name=\"A\""
                     " start=\"2024-03-08\" duration=\"3\"/></tasks></project>";
  Import import = import_bytes (text, strlen (text));

  g_assert_no_error (import.error);
  assert_dates (&import, "A", "2024-03-08 08:00", "2024-03-10 17:00");
  clear (&import);
}

static void
test_refused (void)
{
  assert_refused ("<project name=\"x\"/>", "no plan of GanttProject’s");
  assert_refused ("<project><tasks><task id=\"1\" name=\"A\" start=\"2024-03-04\" duration=\"1\"/></tas",
                  "broken off or wrong in line 1");
  assert_refused ("<project><tasks><task id=\"1\" name=\"A\" duration=\"1\" start=\"2024-03-04\"><depend id=\"2\"/></task>"
                  "<task id=\"2\" name=\"B\" duration=\"1\" start=\"2024-03-04\"><depend id=\"1\"/></task></tasks></project>",
                  "“A”");
}

/* Plans drawn at random ------------------------------------------------------------------------------- */

/* The date of a working day, counted from Monday 2024-03-04. */
static char *
working_day (int n, const char *time)
{
  GuatuInstant day = guatu_test_at ("2024-03-04 00:00") + (n / 5 * 7 + n % 5) * GUATU_DAY;
  g_autofree char *iso = guatu_instant_to_iso (day);

  iso[10] = '\0';
  return g_strconcat (iso, time, NULL);
}

/* Tasks with links to later ones; some are drawn later than their links ask for. */
static void
try_random (GRand *rand, guint n)
{
  g_autofree int *starts = g_new0 (int, n);
  g_autofree int *delays = g_new0 (int, n);
  g_autoptr(GString) tasks = g_string_new (NULL);
  Import import;

  for (guint i = 0; i < n; i++)
    {
      int duration = g_rand_int_range (rand, 1, 8);
      g_autofree char *start = NULL;

      delays[i] = i > 0 && g_rand_int_range (rand, 0, 3) == 0 ? g_rand_int_range (rand, 1, 6) : 0;
      starts[i] += delays[i];
      start = working_day (starts[i], "");
      g_string_append_printf (tasks, "<task id=\"%u\" name=\"T%u\" start=\"%s\" duration=\"%d\">", i, i, start, duration);
      for (guint k = 0, to = i; k < 2 && to + 1 < n; k++)
        {
          gboolean fs = g_rand_boolean (rand);
          int lag = g_rand_int_range (rand, 0, 4);

          to = (guint) g_rand_int_range (rand, (gint32) to + 1, (gint32) n);
          starts[to] = MAX (starts[to], starts[i] + lag + (fs ? duration : 0));
          g_string_append_printf (tasks, "<depend id=\"%u\" type=\"%d\" difference=\"%d\"/>", to, fs ? 2 : 1, lag);
        }
      g_string_append (tasks, "</task>");
    }

  import = import_tasks (tasks->str);
  g_assert_no_error (import.error);
  g_assert_false (has_note (&import, "in the file", ""));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("T%u", i);
      g_autofree char *start = working_day (starts[i], " 08:00");

      g_assert_cmpint (import.schedule->start[task_called (&import, name)], ==, guatu_test_at (start));
      /* Only what was drawn later than anything asks for is held. */
      g_assert_cmpint (number_of (&import, name, GUATU_TASK_CONSTRAINT), ==,
                       delays[i] > 0 ? GUATU_CONSTRAINT_SNET : GUATU_CONSTRAINT_ASAP);
    }
  clear (&import);
}

static void
test_random (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);

  for (guint round = 0; round < 200; round++)
    try_random (rand, 2 + round / 4);
}

static void
test_damaged (void)
{
  try_damaged ("gan/school.gan", 1500);
}

static void
test_hostile (void)
{
  static const char * const endings[] = { ".gan", ".xml", NULL };

  try_hostile (endings);
}

/* Oracles: dates worked out from the file by other means ------------------------------------------------ */

typedef struct
{
  gboolean    off[7];           /* 0 Monday */
  GHashTable *days;             /* "2024-1-3" or "-1-3" → whether it is worked */
} Week;

static void
read_calendar (xmlNode *node, Week *week)
{
  static const char * const weekdays[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

  for (; node != NULL; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (xmlStrEqual (node->name, (const xmlChar *) "default-week"))
        for (guint i = 0; i < 7; i++)
          {
            g_autofree char *type = attribute (node, weekdays[i]);

            week->off[i] = g_str_equal (type, "1");
          }
      if (xmlStrEqual (node->name, (const xmlChar *) "date"))
        {
          g_autofree char *year = attribute (node, "year");
          g_autofree char *month = attribute (node, "month");
          g_autofree char *date = attribute (node, "date");
          g_autofree char *type = attribute (node, "type");

          g_hash_table_insert (week->days, g_strdup_printf ("%s-%s-%s", year, month, date),
                               GINT_TO_POINTER (g_str_equal (type, "WORKING_DAY") ? 1 : 2));
        }
      read_calendar (node->children, week);
    }
}

static gboolean
works (const Week *week, GuatuInstant day)
{
  GuatuCivil civil = guatu_instant_to_civil (day);
  g_autofree char *once = g_strdup_printf ("%d-%d-%d", civil.year, civil.month, civil.day);
  g_autofree char *every = g_strdup_printf ("-%d-%d", civil.month, civil.day);
  int said = GPOINTER_TO_INT (g_hash_table_lookup (week->days, once));

  if (said == 0)
    said = GPOINTER_TO_INT (g_hash_table_lookup (week->days, every));
  return said != 0 ? said == 1 : !week->off[guatu_instant_weekday (day)];
}

static void
compare_tasks (const Import *import, xmlNode *node, const Week *week, guint *n_tasks, guint *n_named)
{
  for (; node != NULL; node = node->next)
    {
      if (node->type == XML_ELEMENT_NODE && xmlStrEqual (node->name, (const xmlChar *) "task"))
        {
          g_autofree char *id = attribute (node, "id");
          g_autofree char *start = attribute (node, "start");
          g_autofree char *duration = attribute (node, "duration");
          g_autofree char *at = g_strconcat (start, " 08:00", NULL);
          GuatuInstant begin = guatu_test_at (at), end = begin, day = begin;
          gint32 task = task_of (import, id);

          for (int left = atoi (duration); left > 0; day += GUATU_DAY)
            if (works (week, day))
              {
                end = day + 9 * GUATU_HOUR;
                left--;
              }
          *n_tasks += 1;
          if (!same_or_named (import, task, begin, import->schedule->start[task]) ||
              !same_or_named (import, task, end, import->schedule->finish[task]))
            *n_named += 1;
        }
      compare_tasks (import, node->children, week, n_tasks, n_named);
    }
}

static void
test_oracle (gconstpointer data)
{
  /* How many tasks there are, and how many of them have a date that had to be named. */
  static const struct { const char *name; guint n_tasks, n_named; } files[] = {
    { "gan/HouseBuildingSample.gan", 20, 3 },     /* milestones after a week's end: the same working instant */
    { "gan/all-link-types.gan", 5, 1 },           /* start to finish: 8:00, where the file has the evening before */
    { "gan/baseline-with-subtasks.gan", 2, 0 },
    { "gan/recurring-holiday.gan", 1, 0 },
    { "gan/resource-vacation.gan", 0, 0 },
  };
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *path = guatu_test_data (files[i].name);
  Week week = { .days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  guint n_tasks = 0, n_named = 0;
  xmlDoc *document;
  Import import;

  if (path != NULL)
    {
      import = import_file (path);
      g_assert_no_error (import.error);
      document = xmlReadFile (path, NULL, XML_PARSE_NONET);
      read_calendar (xmlDocGetRootElement (document), &week);
      compare_tasks (&import, xmlDocGetRootElement (document), &week, &n_tasks, &n_named);
      g_assert_cmpuint (n_tasks, ==, files[i].n_tasks);
      g_assert_cmpuint (n_named, ==, files[i].n_named);
      xmlFreeDoc (document);
      clear (&import);
    }
  g_hash_table_unref (week.days);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gan/tasks stand where they were drawn", test_dates);
  g_test_add_func ("/gan/only starts that nothing explains are held by a constraint",
                   test_starts_that_nothing_explains);
  g_test_add_func ("/gan/fields of plan and tasks are carried over", test_fields);
  g_test_add_func ("/gan/what is done becomes actual dates and reports, and moves nothing", test_progress);
  g_test_add_func ("/gan/resources become people with roles, shares and days off", test_people);
  g_test_add_func ("/gan/a saved state becomes a baseline", test_baseline);
  g_test_add_func ("/gan/what is not carried over is listed with its line", test_not_carried_over);
  g_test_add_func ("/gan/values that are none are named and replaced", test_bad_values);
  g_test_add_func ("/gan/a week without a working day is said, and hangs nothing", test_week_without_work);
  g_test_add_func ("/gan/weekends that are only shown are worked", test_shown_weekends);
  g_test_add_func ("/gan/other XML, broken XML and circles are refused", test_refused);
  g_test_add_func ("/gan/of plans drawn at random every date is exact, and only late starts are held", test_random);
  g_test_add_func ("/gan/damaged files are read or refused", test_damaged);
  g_test_add_func ("/gan/hostile files are read or refused", test_hostile);
  for (guint i = 0; i < 5; i++)
    {
      static const char * const names[] = { "HouseBuildingSample", "all-link-types", "baseline-with-subtasks",
                                            "recurring-holiday", "resource-vacation" };
      g_autofree char *name = g_strdup_printf ("/gan/oracle/%s gives the dates that it records, or names them",
                                               names[i]);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_oracle);
    }

  return g_test_run ();
}
