/* test-planner.c — GNOME Planner's files: every date as its own program computed it, or named. */
#include "foreign-import.h"

static Import
hall (void)
{
  g_autofree char *path = guatu_test_fixture ("planner/hall.planner");
  Import import = import_file (path);

  g_assert_no_error (import.error);
  return import;
}

static void
test_dates (void)
{
  Import import = hall ();

  /* Wednesday is off, Friday short. */
  assert_dates (&import, "Clear the site", "2024-03-04 08:00", "2024-03-05 17:00");
  assert_dates (&import, "Pour the floor", "2024-03-07 08:00", "2024-03-08 12:00");
  /* A day of the clock later, on the Saturday. */
  assert_dates (&import, "Cured", "2024-03-09 12:00", "2024-03-09 12:00");
  assert_dates (&import, "Roof", "2024-03-13 08:00", "2024-03-14 17:00");
  assert_dates (&import, "Inspection", "2024-03-12 08:00", "2024-03-12 17:00");
  assert_dates (&import, "Drawn later", "2024-03-11 08:00", "2024-03-11 17:00");
  assert_dates (&import, "Hall", "2024-03-04 08:00", "2024-03-14 17:00");
  g_assert_false (has_note (&import, "in the file and at", ""));
  g_assert_false (has_note (&import, "is not reproduced", ""));
  g_assert_false (guatu_plan_settings (import.plan)->push_to_status_date);
  g_assert_false (guatu_plan_settings (import.plan)->retained_logic);
  clear (&import);
}

static void
test_constraints (void)
{
  Import import = hall ();

  g_assert_cmpint (number_of (&import, "Roof", GUATU_TASK_CONSTRAINT), ==, GUATU_CONSTRAINT_SNET);
  g_assert_cmpint (number_of (&import, "Inspection", GUATU_TASK_CONSTRAINT), ==, GUATU_CONSTRAINT_MSO);
  g_assert_cmpint (number_of (&import, "Inspection", GUATU_TASK_CONSTRAINT_DATE), ==,
                   guatu_test_at ("2024-03-12 08:00"));
  g_assert_cmpint (number_of (&import, "Pour the floor", GUATU_TASK_CONSTRAINT), ==, GUATU_CONSTRAINT_ASAP);
  g_assert_cmpint (number_of (&import, "Drawn later", GUATU_TASK_CONSTRAINT), ==, GUATU_CONSTRAINT_SNET);
  assert_note (&import, "Line 72, task: no link explains the start");
  clear (&import);
}

static void
test_links (void)
{
  Import import = hall ();
  const GuatuLink *links = guatu_plan_links (import.plan);

  g_assert_cmpuint (guatu_plan_n_live (import.plan, GUATU_TABLE_LINK), ==, 3);
  g_assert_cmpint (links[0].lag, ==, 0);
  g_assert_cmpint (links[1].lag, ==, GUATU_DAY);
  g_assert_cmpint (links[1].lag_kind, ==, GUATU_LAG_ELAPSED);
  clear (&import);
}

static void
test_fields (void)
{
  Import import = hall ();
  const GuatuPlanRow *settings = guatu_plan_settings (import.plan);

  g_assert_cmpstr (guatu_plan_text (import.plan, settings->title), ==, "Village hall");
  g_assert_cmpstr (guatu_plan_text (import.plan, settings->company), ==, "Township office");
  g_assert_cmpstr (guatu_plan_text (import.plan, settings->manager), ==, "Chen");
  g_assert_cmpint (settings->start, ==, guatu_test_at ("2024-03-04 00:00"));
  g_assert_cmpint (number_of (&import, "Clear the site", GUATU_TASK_PRIORITY), ==, 300);
  g_assert_cmpint (number_of (&import, "Clear the site", GUATU_TASK_PLANNED_WORK), ==, 28800);
  g_assert_cmpint (number_of (&import, "Clear the site", GUATU_TASK_DURATION), ==, 16 * 3600);
  g_assert_cmpint (number_of (&import, "Clear the site", GUATU_TASK_TYPE), ==, GUATU_TASK_FIXED_WORK);
  g_assert_cmpint (number_of (&import, "Pour the floor", GUATU_TASK_TYPE), ==, GUATU_TASK_FIXED_DURATION);
  g_assert_cmpint (number_of (&import, "Pour the floor", GUATU_TASK_SPAN), ==, GUATU_NONE);
  g_assert_cmpstr (guatu_plan_task_string (import.plan, task_called (&import, "Clear the site"), GUATU_TASK_NOTE), ==,
                   "Mind the \"old\" tree");
  g_assert_cmpint (number_of (&import, "Clear the site", GUATU_TASK_REMAINING), ==, 8 * 3600);
  g_assert_cmpuint (guatu_plan_n_live (import.plan, GUATU_TABLE_REPORT), ==, 1);
  g_assert_cmpuint (guatu_plan_n_live (import.plan, GUATU_TABLE_CUSTOM_VALUE), ==, 2);
  clear (&import);
}

static void
test_people (void)
{
  Import import = hall ();
  const GuatuPerson *people = guatu_plan_rows (import.plan, GUATU_TABLE_PERSON);
  const GuatuAssignment *assignments = guatu_plan_rows (import.plan, GUATU_TABLE_ASSIGNMENT);

  g_assert_cmpuint (guatu_plan_n_live (import.plan, GUATU_TABLE_PERSON), ==, 2);
  g_assert_cmpstr (guatu_plan_string (import.plan, GUATU_TABLE_PERSON, 0, GUATU_PERSON_GROUP_NAME), ==, "Builders");
  g_assert_cmpstr (guatu_plan_string (import.plan, GUATU_TABLE_PERSON, 0, GUATU_PERSON_INITIALS), ==, "ZS");
  g_assert_cmpint (people[1].kind, ==, GUATU_PERSON_KIND_MATERIAL);
  g_assert_cmpint (assignments[0].share, ==, 5000);
  g_assert_cmpint (assignments[1].share, ==, 10000);
  /* Work would move the task once more. */
  g_assert_cmpint (guatu_plan_number (import.plan, GUATU_TABLE_ASSIGNMENT, 0, GUATU_ASSIGNMENT_WORK), ==, GUATU_NONE);
  clear (&import);
}

static void
test_calendars (void)
{
  Import import = hall ();
  const GuatuWorktime *night = guatu_plan_worktime (import.plan, 1);
  const GuatuHours *hours;
  guint n;

  hours = guatu_worktime_hours (night, guatu_test_at ("2024-03-11 00:00"), &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (hours[0].from == 20 * 3600 && hours[0].to == 86400);
  /* What it leaves open it has from the other. */
  hours = guatu_worktime_hours (night, guatu_test_at ("2024-03-08 00:00"), &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (hours[0].from == 8 * 3600 && hours[0].to == 12 * 3600);
  g_assert_cmpint (guatu_worktime_work (night, guatu_test_at ("2024-03-06 00:00"), guatu_test_at ("2024-03-07 00:00")),
                   ==, 0);
  assert_note (&import, "Line 38, interval: 1700–0900 are no working hours of one day");
  clear (&import);
}

static void
test_not_carried_over (void)
{
  Import import = hall ();

  assert_note (&import, "Line 2, project/@phase");
  assert_note (&import, "Line 5, property “house”: only tasks and people have fields of their own");
  assert_note (&import, "Line 9, phase “Works”: a phase without dates");
  assert_note (&import, "group/@admin-name");
  assert_note (&import, "resource/@std-rate");
  clear (&import);
}

static void
test_bad_values (void)
{
  const char *text =
    "<project mrproject-version=\"2\" project-start=\"yesterday\" calendar=\"9\"><tasks>"
    "<task id=\"1\" name=\"A\" start=\"20240230T000000Z\" end=\"x\" work=\"1e5\" percent-complete=\"200\" priority=\"-4\">"
    "<constraint type=\"must-dance-on\" time=\"20240301T000000Z\"/><predecessors>"
    "<predecessor predecessor-id=\"1\" type=\"FS\"/><predecessor predecessor-id=\"2\" type=\"XX\" lag=\"long\"/>"
    "<predecessor predecessor-id=\"7\" type=\"FS\"/></predecessors></task>"
    "<task id=\"2\" name=\"B\" work=\"28800\" start=\"20240304T080000Z\" end=\"20240229T170000Z\" type=\"normal\"/>"
    "</tasks></project>";
  Import import = import_bytes (text, strlen (text));

  g_assert_no_error (import.error);
  assert_note (&import, "“yesterday” is no date; today was taken");
  assert_note (&import, "there is no calendar “9”");
  assert_note (&import, "task “A”: start: “20240230T000000Z” is no date");
  assert_note (&import, "task “A”: “1e5” is no amount of work");
  assert_note (&import, "task “A”: “200” is no percentage");
  assert_note (&import, "priority outside 0 … 1000");
  assert_note (&import, "the constraint “must-dance-on 20240301T000000Z” is not understood");
  assert_note (&import, "leads from “A” to itself");
  assert_note (&import, "“XX” is no type of link");
  assert_note (&import, "“long” is no number of seconds");
  assert_note (&import, "no task has the id “7”");
  assert_note (&import, "task “B”: its finish is not reproduced: 2024-02-29 17:00 in the file");
  clear (&import);
}

static void
test_refused (void)
{
  assert_refused ("<project mrproject-version=\"2\" project-start=\"20240304T000000Z\"><tasks><task id=\"1\"",
                  "broken off or wrong in line 1");
  assert_refused ("<project mrproject-version=\"2\" project-start=\"20240304T000000Z\"><tasks>"
                  "<task id=\"1\" name=\"A\"><predecessors><predecessor predecessor-id=\"2\"/></predecessors></task>"
                  "<task id=\"2\" name=\"B\"><predecessors><predecessor predecessor-id=\"1\"/></predecessors></task>"
                  "</tasks></project>", "“B”");
}

static void
test_damaged (void)
{
  try_damaged ("planner/hall.planner", 1500);
}

static void
test_hostile (void)
{
  static const char * const endings[] = { ".planner", ".mrproject", NULL };

  try_hostile (endings);
}

/* Oracles ------------------------------------------------------------------------------------------ */

/* "20070223T080000Z"; GUATU_NONE where there is none. */
static GuatuInstant
time_of (xmlNode *node, const char *name)
{
  g_autofree char *text = attribute (node, name);
  g_autofree char *iso = NULL;

  if (text[0] == '\0')
    return GUATU_NONE;
  iso = g_strdup_printf ("%.4s-%.2s-%.2s %.2s:%.2s:%.2s", text, text + 4, text + 6, text + 9, text + 11, text + 13);
  return guatu_test_at (iso);
}

static void
compare_tasks (const Import *import, xmlNode *node, guint *n_tasks, guint *n_named)
{
  for (; node != NULL; node = node->next)
    {
      if (node->type == XML_ELEMENT_NODE && xmlStrEqual (node->name, (const xmlChar *) "task"))
        {
          g_autofree char *id = attribute (node, "id");
          g_autofree char *type = attribute (node, "type");
          GuatuInstant start = time_of (node, "start"), work = time_of (node, "work-start"), end = time_of (node, "end");
          gint32 task = task_of (import, id);

          if (work != GUATU_NONE && !g_str_equal (type, "milestone"))
            start = work;
          *n_tasks += 1;
          if (!same_or_named (import, task, start, import->schedule->start[task]) ||
              !same_or_named (import, task, end, import->schedule->finish[task]))
            *n_named += 1;
        }
      compare_tasks (import, node->children, n_tasks, n_named);
    }
}

static const struct { const char *name; guint n_tasks, n_named; } files[] = {
  { "planner/sample-1.planner", 17, 0 },
  { "planner/gantt-view.mrproject", 7, 0 },
  { "planner/all-link-types.planner", 30, 1 },    /* start to finish: 8:00, where the file has the evening before */
  { "planner/calendars.planner", 2, 0 },
  { "planner/libreplan-export.planner", 7, 0 },
};

static void
test_oracle (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *path = guatu_test_data (files[i].name);
  guint n_tasks = 0, n_named = 0;
  xmlDoc *document;
  Import import;

  if (path == NULL)
    return;

  import = import_file (path);
  g_assert_no_error (import.error);
  document = xmlReadFile (path, NULL, XML_PARSE_NONET);
  compare_tasks (&import, xmlDocGetRootElement (document), &n_tasks, &n_named);
  g_assert_cmpuint (n_tasks, ==, files[i].n_tasks);
  g_assert_cmpuint (n_named, ==, files[i].n_named);
  xmlFreeDoc (document);
  clear (&import);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/planner/tasks stand where the program computed them", test_dates);
  g_test_add_func ("/planner/constraints are kept, and others given only where nothing explains the start",
                   test_constraints);
  g_test_add_func ("/planner/lags are time of the clock", test_links);
  g_test_add_func ("/planner/fields of plan and tasks are carried over", test_fields);
  g_test_add_func ("/planner/resources become people and material with shares", test_people);
  g_test_add_func ("/planner/kinds of days become hours, and calendars have their base", test_calendars);
  g_test_add_func ("/planner/what is not carried over is listed with its line", test_not_carried_over);
  g_test_add_func ("/planner/values that are none are named and replaced", test_bad_values);
  g_test_add_func ("/planner/broken XML and circles are refused", test_refused);
  g_test_add_func ("/planner/damaged files are read or refused", test_damaged);
  g_test_add_func ("/planner/hostile files are read or refused", test_hostile);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *base = g_path_get_basename (files[i].name);
      g_autofree char *name = g_strdup_printf ("/planner/oracle/%s gives the dates that it records, or names them",
                                               base);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_oracle);
    }

  return g_test_run ();
}
