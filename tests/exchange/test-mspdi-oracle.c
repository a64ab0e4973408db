/* test-mspdi-oracle.c — the dates that Microsoft Project stored in its files, task by task, against our schedule. */
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

#include "guatu-import.h"
#include "guatu-test.h"

/* What a file's dates are good for (README of the test data, msproject.md §6). */
typedef enum
{
  ALL,            /* six dates, four slacks, Critical */
  EARLY,          /* start, finish and early dates: late dates are stale in the file */
  ENDS,           /* start and finish: the writer knows no others */
  SHARE,          /* nothing is promised; what differs must be named */
} Trust;

static const struct { const char *file; Trust trust; } files[] = {
  { "sample-project2002.xml", ALL }, { "task-links-project2003.xml", ALL },
  { "task-links-manual-project2019.xml", ALL }, { "relations-project2007.xml", ALL },
  { "calendars-project2019.xml", ALL }, { "recurring-exceptions-project2010.xml", ALL },
  { "task-resource-calendars-project2002.xml", ALL }, { "baselines-project2003.xml", ALL },
  { "split-task-project2007.xml", ALL }, { "resources-project2007.xml", ALL },
  { "null-tasks-project2007.xml", ALL }, { "durations-elapsed-project2007.xml", EARLY },
  { "cost-rate-tables-project2007.xml", ALL }, { "resource-availability-project2007.xml", ALL },
  { "timephased-segments-project2002.xml", EARLY }, { "assignments-project2013.xml", ALL },
  { "resource-types-project2010.xml", ALL }, { "task-costs-project2016.xml", ALL },
  { "projectlibre-written-new-product.xml", ENDS }, { "aspose-written-bom-deadlines.xml", SHARE },
  { "aspose-written-bom-baseline.xml", SHARE }, { "ganttproject-issue2659.xml", ENDS },
  { "ganttproject-issue1520-calendar-only.xml", ENDS }, { "ganttproject-holidays.xml", ENDS },
  { "converted-new-product-template.xml", ALL }, { "converted-slack-negative-mfo.xml", ALL },
  { "converted-bug2-snet-baseline.xml", ALL }, { "converted-negative-lags-costs.xml", ALL },
  { "converted-baseline-progress.xml", ALL }, { "converted-alap.xml", ALL },
  { "converted-ff-link-deadline.xml", ALL }, { "converted-task-calendars-exceptions.xml", ALL },
};

/* Reading the file by other means ------------------------------------------------------------------------ */

static xmlNode *
child_of (xmlNode *node, const char *name)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && strcmp ((const char *) child->name, name) == 0)
      return child;

  return NULL;
}

/* The text of a child; %NULL if there is none. Free it. */
static char *
text_of (xmlNode *node, const char *name)
{
  xmlNode *child = child_of (node, name);
  xmlChar *text = child != NULL ? xmlNodeGetContent (child) : NULL;
  char *copy = g_strdup ((const char *) text);

  xmlFree (text);
  return copy;
}

static gboolean
is_true (xmlNode *node, const char *name)
{
  g_autofree char *text = text_of (node, name);

  return text != NULL && (text[0] == '1' || text[0] == 't');
}

/* A row of the plan, not a blank one, nor that of the project as a whole. */
static gboolean
is_task (xmlNode *node)
{
  g_autofree char *level = node->type == XML_ELEMENT_NODE ? text_of (node, "OutlineLevel") : NULL;

  return node->type == XML_ELEMENT_NODE && !is_true (node, "IsNull") && g_strcmp0 (level, "0") != 0;
}

/* Comparing ------------------------------------------------------------------------------------------------ */

typedef struct
{
  GuatuPlan     *plan;
  GuatuSchedule *schedule;
  GuatuNotes    *notes;
  xmlDoc        *document;
  GString       *differences;     /* of the task that is looked at */
} Oracle;

static void
oracle_free (Oracle *self)
{
  guatu_schedule_free (self->schedule);
  guatu_plan_free (self->plan);
  guatu_notes_free (self->notes);
  xmlFreeDoc (self->document);
  g_string_free (self->differences, TRUE);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Oracle, oracle_free)

static Oracle *
oracle_new (const char *file)
{
  const GuatuImportOptions options = { .start = GUATU_NONE, .today = guatu_test_at ("2026-01-01") };
  g_autofree char *name = g_strconcat ("mspdi/", file, NULL);
  g_autofree char *path = guatu_test_data (name);
  g_autoptr(GError) error = NULL;
  g_autoptr(Oracle) self = NULL;

  if (path == NULL)
    return NULL;

  self = g_new0 (Oracle, 1);
  self->differences = g_string_new (NULL);
  self->notes = guatu_notes_new ();
  self->plan = guatu_import_read (path, &options, self->notes, &error);
  g_assert_no_error (error);
  self->schedule = guatu_schedule_new (self->plan, NULL, &error);
  g_assert_no_error (error);
  self->document = xmlReadFile (path, NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
  g_assert_nonnull (self->document);

  return g_steal_pointer (&self);
}

static gint32
row_of (const Oracle *self, const char *uid)
{
  for (gint32 row = 0; (guint) row < guatu_plan_n_rows (self->plan, GUATU_TABLE_TASK); row++)
    if (guatu_plan_id (self->plan, GUATU_TABLE_TASK, row) != 0 &&
        g_str_equal (guatu_plan_task_string (self->plan, row, GUATU_TASK_SOURCE_UID), uid))
      return row;

  return -1;
}

/* To the minute: both are cut off after it. */
static void
compare_date (Oracle *self, xmlNode *task, const char *element, GuatuInstant ours)
{
  g_autofree char *stored = text_of (task, element);
  g_autofree char *iso = guatu_instant_to_iso (ours);

  if (stored != NULL && strncmp (stored, iso, strlen ("2006-09-08T09:08")) != 0)
    g_string_append_printf (self->differences, " %s %.16s≠%.16s", element, stored, iso);
}

/* A slack that a file leaves out is 0; it is stored in tenths of a minute. */
static void
compare_slack (Oracle *self, xmlNode *task, const char *element, gint64 ours)
{
  g_autofree char *stored = text_of (task, element);
  double tenths = stored != NULL ? g_ascii_strtod (stored, NULL) : 0;

  if (ABS (tenths * 6 - (double) ours) > 6)
    g_string_append_printf (self->differences, " %s %g≠%g", element, tenths / 10, (double) ours / 60);
}

static void
compare_task (Oracle *self, xmlNode *task, gint32 row, Trust trust)
{
  const GuatuSchedule *s = self->schedule;
  g_autofree char *start_slack = text_of (task, "StartSlack");
  g_autofree char *finish_slack = text_of (task, "FinishSlack");

  compare_date (self, task, "Start", s->start[row]);
  compare_date (self, task, "Finish", s->finish[row]);
  if (trust == ENDS)
    return;
  compare_date (self, task, "EarlyStart", s->early_start[row]);
  compare_date (self, task, "EarlyFinish", s->early_finish[row]);
  if (trust == EARLY)
    return;
  compare_date (self, task, "LateStart", s->late_start[row]);
  compare_date (self, task, "LateFinish", s->late_finish[row]);
  compare_slack (self, task, "TotalSlack", s->total_float[row]);
  compare_slack (self, task, "FreeSlack", s->free_float[row]);
  if (start_slack != NULL)
    compare_slack (self, task, "StartSlack", guatu_schedule_start_float (s, self->plan, row));
  if (finish_slack != NULL)
    compare_slack (self, task, "FinishSlack", guatu_schedule_finish_float (s, self->plan, row));
  if (child_of (task, "Critical") != NULL && is_true (task, "Critical") != ((s->flags[row] & GUATU_CRITICAL) != 0))
    g_string_append_printf (self->differences, " Critical");
}

/* A start or finish that differs is in the list that people see before they accept the import. */
static gboolean
is_named (const Oracle *self, const char *uid)
{
  g_autofree char *end = g_strconcat ("Task ", uid, NULL);

  for (guint i = 0; i < guatu_notes_count (self->notes); i++)
    {
      const GuatuNote *note = guatu_notes_get (self->notes, i);

      if (note->place != NULL && g_str_has_suffix (note->place, end) && strstr (note->text, "was recorded") != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
test_file (gconstpointer data)
{
  guint which = GPOINTER_TO_UINT (data);
  g_autoptr(Oracle) oracle = oracle_new (files[which].file);
  xmlNode *tasks;
  guint n = 0, equal = 0;

  if (oracle == NULL)
    return;

  tasks = child_of (xmlDocGetRootElement (oracle->document), "Tasks");
  for (xmlNode *task = tasks != NULL ? tasks->children : NULL; task != NULL; task = task->next)
    {
      g_autofree char *uid = is_task (task) ? text_of (task, "UID") : NULL;
      gint32 row = uid != NULL ? row_of (oracle, uid) : -1;

      if (uid == NULL)
        continue;
      if (row < 0)
        g_error ("%s: task %s is missing", files[which].file, uid);
      g_string_truncate (oracle->differences, 0);
      compare_task (oracle, task, row, files[which].trust);
      n++;
      equal += oracle->differences->len == 0 ? 1 : 0;
      if (oracle->differences->len == 0)
        continue;
      if (files[which].trust != SHARE)
        g_error ("%s: task %s:%s", files[which].file, uid, oracle->differences->str);
      g_test_message ("task %s:%s", uid, oracle->differences->str);
      if (strstr (oracle->differences->str, " Start 2") != NULL || strstr (oracle->differences->str, " Finish 2") != NULL)
        g_assert_true (is_named (oracle, uid));
    }
  g_test_message ("%u of %u tasks are equal", equal, n);
  g_assert_cmpuint (n, ==, guatu_plan_n_live (oracle->plan, GUATU_TABLE_TASK));
}

/* The worked examples ---------------------------------------------------------------------------------------- */

/* msproject.md §7, part A: what the rule book says of single tasks, beside what is in the files. Slacks in minutes. */
static const struct
{
  const char *rule;
  const char *file;
  const char *uid;
  const char *early_start;
  const char *early_finish;
  const char *late_start;
  const char *late_finish;
  int         total;
  int         free;
} examples[] = {
#define NONE G_MININT
  { "A1", "task-links-project2003", "1", "2014-10-17 08:00", "2014-10-17 17:00", NULL, "2014-10-31 17:00", 4800, 0 },
  { "A1", "task-links-project2003", "2", "2014-10-20 08:00", NULL, NULL, NULL, 4800, 4800 },
  { "A2", "task-links-project2003", "4", "2014-10-21 08:00", NULL, NULL, NULL, NONE, NONE },
  { "A2", "task-links-project2003", "3", NULL, NULL, NULL, "2014-10-30 17:00", NONE, NONE },
  { "A3", "task-links-project2003", "8", "2014-10-27 08:00", NULL, NULL, NULL, NONE, NONE },
  { "A3", "task-links-project2003", "7", NULL, NULL, NULL, "2014-10-24 17:00", NONE, NONE },
  { "A4", "task-links-project2003", "12", "2014-10-20 08:00", "2014-10-20 17:00", NULL, NULL, NONE, NONE },
  { "A4", "task-links-project2003", "11", "2014-10-17 08:00", NULL, NULL, "2014-10-31 17:00", NONE, NONE },
  { "A5", "task-links-project2003", "14", "2014-10-21 08:00", NULL, NULL, NULL, NONE, NONE },
  { "A5", "task-links-project2003", "13", NULL, NULL, "2014-10-30 08:00", NULL, NONE, NONE },
  { "A6", "task-links-project2003", "16", NULL, "2014-10-21 17:00", NULL, NULL, NONE, NONE },
  { "A6", "task-links-project2003", "15", NULL, NULL, NULL, "2014-10-30 17:00", NONE, NONE },
  { "A7", "relations-project2007", "5", "2006-09-22 08:00", "2006-09-25 08:00", NULL, "2006-09-25 17:00", 480, NONE },
  { "A8", "converted-negative-lags-costs", "3", NULL, "2026-02-17 17:00", NULL, "2026-02-17 17:00", NONE, NONE },
  { "A8", "converted-negative-lags-costs", "4", "2026-02-16 08:00", NULL, NULL, NULL, NONE, NONE },
  { "A9", "converted-new-product-template", "24", NULL, "2001-04-13 17:00", NULL, NULL, NONE, NONE },
  { "A9", "converted-new-product-template", "27", "2001-03-26 08:00", NULL, "2001-05-03 08:00", NULL, NONE, NONE },
  { "A10", "sample-project2002", "13", "2003-01-07 08:00", "2003-01-07 17:00", NULL, NULL, NONE, NONE },
  { "A10", "sample-project2002", "14", "2003-01-07 08:00", "2003-01-07 17:00", NULL, NULL, NONE, NONE },
  { "A11", "sample-project2002", "7", "2003-02-03 08:00", NULL, NULL, NULL, NONE, NONE },
  { "A12", "converted-bug2-snet-baseline", "1", "2003-01-01 08:00", NULL, NULL, NULL, NONE, NONE },
  { "A13", "converted-ff-link-deadline", "1", "2005-04-10 08:00", "2005-04-10 08:00", NULL, "2005-04-25 17:00", 5280,
    NONE },
  { "A14", "converted-ff-link-deadline", "2", NULL, "2005-04-14 17:00", NULL, NULL, NONE, NONE },
  { "A14", "converted-ff-link-deadline", "5", "2005-04-14 08:00", "2005-04-14 17:00", NULL, NULL, NONE, NONE },
  { "A14", "converted-ff-link-deadline", "3", "2005-04-15 08:00", NULL, NULL, NULL, NONE, NONE },
  { "A15", "converted-new-product-template", "5", NULL, "2001-03-02 17:00", "2001-03-05 08:00", "2001-03-05 08:00", 0,
    NONE },
  { "A15", "converted-new-product-template", "4", NULL, NULL, NULL, "2001-03-02 17:00", 0, NONE },
  { "A15", "converted-new-product-template", "16", NULL, NULL, NULL, NULL, 0, NONE },
  { "A16", "converted-new-product-template", "36", "2001-04-25 17:00", "2001-04-25 17:00", NULL, NULL, NONE, NONE },
  { "A16", "converted-new-product-template", "38", "2001-04-26 08:00", NULL, NULL, NULL, NONE, NONE },
  { "A17", "converted-new-product-template", "14", NULL, NULL, NULL, NULL, 28 * 480, 28 * 480 },
  { "A17", "converted-new-product-template", "6", NULL, NULL, NULL, "2001-04-12 08:00", 28 * 480, 0 },
  { "A18", "converted-slack-negative-mfo", "11", "2006-05-04 17:00", "2006-05-04 17:00", "2006-05-04 17:00",
    "2006-05-04 17:00", -480, NONE },
  { "A18", "converted-slack-negative-mfo", "9", NULL, "2006-05-05 17:00", NULL, "2006-05-04 17:00", -480, NONE },
  { "A19", "converted-slack-negative-mfo", "16", NULL, "2006-05-08 17:00", NULL, NULL, 0, NONE },
  { "A19", "converted-slack-negative-mfo", "15", NULL, NULL, NULL, NULL, 6 * 480, NONE },
  { "A20", "converted-alap", "1", "2016-11-25 08:00", "2016-12-08 17:00", NULL, NULL, 0, NONE },
  { "A21", "sample-project2002", "2", NULL, "2003-03-18 08:00", NULL, NULL, NONE, NONE },
  { "A22", "resources-project2007", "3", "2006-08-30 08:00", "2006-09-08 09:08:24", NULL, NULL, NONE, NONE },
  { "A23", "timephased-segments-project2002", "10", "2011-02-07 08:00", "2011-03-01 14:20", NULL, NULL, NONE, NONE },
  { "A23", "timephased-segments-project2002", "12", "2011-02-07 08:00", "2011-03-04 17:00", NULL, NULL, NONE, NONE },
  { "A24", "timephased-segments-project2002", "3", "2011-02-07 08:00", "2011-02-11 17:00", NULL, NULL, NONE, NONE },
  { "A25", "converted-baseline-progress", "7", "2006-08-29 08:00", "2006-09-11 17:00", "2006-08-29 08:00",
    "2006-09-11 17:00", 0, NONE },
  { "A26", "converted-baseline-progress", "3", NULL, NULL, "2006-08-30 08:00", "2006-09-05 17:00", NONE, NONE },
  { "A26", "converted-baseline-progress", "4", "2006-09-06 08:00", NULL, NULL, NULL, 960, NONE },
  { "A27", "split-task-project2007", "1", NULL, NULL, "2006-10-02 08:00", NULL, 56 * 60, NONE },
  { "A28", "task-links-manual-project2019", "1", NULL, NULL, "2018-11-01 08:00", "2018-11-02 08:00", 4800, NONE },
  { "A29", "task-links-manual-project2019", "11", NULL, NULL, NULL, "2018-11-02 17:00", 11 * 480, NONE },
  { "A29", "task-links-manual-project2019", "13", NULL, NULL, NULL, "2018-11-02 17:00", 11 * 480, NONE },
  { "A30", "durations-elapsed-project2007", "8", "2009-03-25 08:00", "2009-03-26 08:00", NULL, "2009-04-24 08:00",
    41760, NONE },
  { "A30", "durations-elapsed-project2007", "5", NULL, "2009-04-21 17:00", NULL, "2009-04-23 17:00", 960, NONE },
};

static void
assert_instant (const char *rule, GuatuInstant ours, const char *wanted)
{
  g_autofree char *iso = guatu_instant_to_iso (ours);

  if (wanted != NULL && ours != guatu_test_at (wanted))
    g_error ("%s: %s instead of %s", rule, iso, wanted);
}

static void
test_examples (void)
{
  g_autoptr(Oracle) oracle = NULL;
  const char *open = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autofree char *file = g_strconcat (examples[i].file, ".xml", NULL);
      const GuatuSchedule *s;
      gint32 row;

      if (g_strcmp0 (open, examples[i].file) != 0)
        {
          g_clear_pointer (&oracle, oracle_free);
          oracle = oracle_new (file);
          open = examples[i].file;
        }
      if (oracle == NULL)
        return;
      s = oracle->schedule;
      row = row_of (oracle, examples[i].uid);
      g_assert_cmpint (row, >=, 0);
      assert_instant (examples[i].rule, s->early_start[row], examples[i].early_start);
      assert_instant (examples[i].rule, s->early_finish[row], examples[i].early_finish);
      assert_instant (examples[i].rule, s->late_start[row], examples[i].late_start);
      assert_instant (examples[i].rule, s->late_finish[row], examples[i].late_finish);
      if (examples[i].total != NONE)
        g_assert_cmpint (s->total_float[row] / 60, ==, examples[i].total);
      if (examples[i].free != NONE)
        g_assert_cmpint (s->free_float[row] / 60, ==, examples[i].free);
    }
}

/* A21: the duration of a task that one works on by day and one by night; A12: where the project ends. */
static void
test_durations_and_ends (void)
{
  g_autoptr(Oracle) day_and_night = oracle_new ("sample-project2002.xml");
  g_autoptr(Oracle) bug = NULL;
  gint32 row;

  if (day_and_night == NULL)
    return;
  row = row_of (day_and_night, "2");
  g_assert_cmpint (guatu_schedule_duration (day_and_night->schedule, day_and_night->plan, row), ==, 800 * 3600);

  bug = oracle_new ("converted-bug2-snet-baseline.xml");
  g_assert_cmpint (bug->schedule->plan_finish, ==, guatu_test_at ("2003-02-11 17:00"));
}

/* A18: the float of the start, not of the finish, is negative. */
static void
test_slacks_of_a_must (void)
{
  g_autoptr(Oracle) oracle = oracle_new ("converted-slack-negative-mfo.xml");
  gint32 row;

  if (oracle == NULL)
    return;
  row = row_of (oracle, "11");
  g_assert_cmpint (guatu_schedule_start_float (oracle->schedule, oracle->plan, row), ==, -480 * 60);
  g_assert_cmpint (guatu_schedule_finish_float (oracle->schedule, oracle->plan, row), ==, 0);
}

/* The days that the file spells out in the old way: day → 2 where it is worked on, 1 where it is off. */
static GHashTable *
spelt_days (xmlNode *calendar)
{
  GHashTable *spelt = g_hash_table_new (NULL, NULL);

  for (xmlNode *day = child_of (calendar, "WeekDays")->children; day != NULL; day = day->next)
    {
      g_autofree char *type = day->type == XML_ELEMENT_NODE ? text_of (day, "DayType") : NULL;
      g_autofree char *from = NULL;
      g_autofree char *to = NULL;

      if (g_strcmp0 (type, "0") != 0)
        continue;
      from = text_of (child_of (day, "TimePeriod"), "FromDate");
      to = text_of (child_of (day, "TimePeriod"), "ToDate");
      from[10] = to[10] = '\0';
      for (GuatuInstant t = guatu_test_at (from); t <= guatu_test_at (to); t += GUATU_DAY)
        g_hash_table_insert (spelt, GINT_TO_POINTER (guatu_instant_day (t)),
                             GINT_TO_POINTER (is_true (day, "DayWorking") ? 2 : 1));
    }

  return spelt;
}

/* A31: 27 exceptions, most of them recurring, are the 140 days that the file spells out as well, and no others. */
static void
test_recurring_days (void)
{
  g_autoptr(Oracle) oracle = oracle_new ("recurring-exceptions-project2010.xml");
  g_autoptr(GHashTable) spelt = NULL;
  const GuatuWorktime *worktime;

  if (oracle == NULL)
    return;
  spelt = spelt_days (child_of (child_of (xmlDocGetRootElement (oracle->document), "Calendars"), "Calendar"));
  g_assert_cmpuint (g_hash_table_size (spelt), ==, 140);

  worktime = guatu_plan_worktime (oracle->plan, -1);
  for (GuatuInstant t = guatu_test_at ("1999-01-01"); t < guatu_test_at ("2030-01-01"); t += GUATU_DAY)
    {
      int said = GPOINTER_TO_INT (g_hash_table_lookup (spelt, GINT_TO_POINTER (guatu_instant_day (t))));
      gboolean wanted = said != 0 ? said == 2 : guatu_instant_weekday (t) < 5;
      g_autofree char *iso = guatu_instant_to_iso (t);
      guint n;

      guatu_worktime_hours (worktime, t, &n);
      if ((n > 0) != wanted)
        g_error ("%s should be %s", iso, wanted ? "worked on" : "off");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *name = g_strdup_printf ("/mspdi/dates-of/%s", files[i].file);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_file);
    }
  g_test_add_func ("/mspdi/worked-examples-of-the-rule-book-come-out", test_examples);
  g_test_add_func ("/mspdi/durations-and-ends-of-worked-examples-come-out", test_durations_and_ends);
  g_test_add_func ("/mspdi/a-must-finish-on-has-negative-float-of-its-start-alone", test_slacks_of_a_must);
  g_test_add_func ("/mspdi/recurring-exceptions-are-the-days-that-are-spelt-out", test_recurring_days);

  return g_test_run ();
}
