/* test-mspdi-read.c — what Microsoft Project's XML says, and what it says wrongly, row by row. */
#include "foreign-import.h"

/* Files --------------------------------------------------------------------------------------------------- */

#define WORKED(Type) \
  "<WeekDay><DayType>" #Type "</DayType><DayWorking>1</DayWorking><WorkingTimes>" \
  "<WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime>" \
  "<WorkingTime><FromTime>13:00:00</FromTime><ToTime>17:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay>"
#define OFF(Type) "<WeekDay><DayType>" #Type "</DayType><DayWorking>0</DayWorking></WeekDay>"
#define WEEK "<WeekDays>" OFF (1) WORKED (2) WORKED (3) WORKED (4) WORKED (5) WORKED (6) OFF (7) "</WeekDays>"

/* A project that begins on Monday 4 March 2024, with @more in its standard calendar and after its calendars. */
static char *
project (const char *calendar, const char *more)
{
  return g_strconcat ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                      "<Project xmlns=\"http://schemas.microsoft.com/project\"><Title>School</Title>"
                      "<StartDate>2024-03-04T08:00:00</StartDate><CalendarUID>1</CalendarUID>"
                      "<Calendars><Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar>" WEEK,
                      calendar, "</Calendar></Calendars>", more, "</Project>", NULL);
}

static Import
read_project (const char *calendar, const char *more)
{
  g_autofree char *text = project (calendar, more);

  return import_bytes (text, strlen (text));
}

/* One task of @days days, with @more in it. */
#define TASK(Uid, Days, More) \
  "<Task><UID>" #Uid "</UID><ID>" #Uid "</ID><Name>T" #Uid "</Name><OutlineLevel>1</OutlineLevel>" \
  "<Duration>PT" #Days "H0M0S</Duration>" More "</Task>"
#define LINK(Uid, More) "<PredecessorLink><PredecessorUID>" #Uid "</PredecessorUID>" More "</PredecessorLink>"

static Import
read_tasks (const char *tasks)
{
  g_autofree char *all = g_strconcat ("<Tasks>", tasks, "</Tasks>", NULL);

  return read_project ("", all);
}

static void
assert_no_notes (const Import *import)
{
  for (guint i = 0; i < guatu_notes_count (import->notes); i++)
    {
      g_autofree char *line = guatu_note_line (guatu_notes_get (import->notes, i));

      g_error ("%s", line);
    }
}

/* What cannot be ----------------------------------------------------------------------------------------------- */

/* Each is told with the element and its text, and does without. */
static void
test_values (void)
{
  static const struct { const char *more, *note; } values[] = {
    { "<ConstraintType>4</ConstraintType><ConstraintDate>2024-02-30T08:00:00</ConstraintDate>",
      "ConstraintDate: “2024-02-30T08:00:00” is no date" },
    { "<Deadline>0001-01-01T00:00:00</Deadline>", "Deadline: “0001-01-01T00:00:00” is no date" },
    { "<Deadline>99999-01-01T00:00:00</Deadline>", "Deadline: “99999-01-01T00:00:00” is no date" },
    { "<Deadline>2024-03-04T25:00:00</Deadline>", "Deadline: “2024-03-04T25:00:00” is no date" },
    { "<ActualStart>yesterday</ActualStart>", "ActualStart: “yesterday” is no date" },
    { "<RemainingDuration>PT-8H0M0S</RemainingDuration>", "RemainingDuration: “PT-8H0M0S” is no duration" },
    { "<Work>-PT8H0M0S</Work>", "Work: “-PT8H0M0S” is no duration" },
    { "<Work>PT1e309H0M0S</Work>", "Work: “PT1e309H0M0S” is no duration" },
    { "<Work>8 hours</Work>", "Work: “8 hours” is no duration" },
    { "<Cost>1e400</Cost>", "Cost: “1e400” is no number" },
    { "<LevelingDelay>soon</LevelingDelay>", "LevelingDelay: “soon” is no number" },
    { "<ConstraintType>42</ConstraintType>", "Task 1: Constraint 42 is none that there is" },
    { "<PercentComplete>101</PercentComplete>", "Task 1: Percent complete is not between 0 and 100" },
    { "<PercentComplete>-1</PercentComplete>", "Task 1: Percent complete is not between 0 and 100" },
    { "<Priority>1001</Priority>", "out of range" },
    { "<ActualStart>2024-03-05T08:00:00</ActualStart><ActualFinish>2024-03-04T08:00:00</ActualFinish>",
      "Task 1: An actual finish before the actual start was left out" },
    { LINK (777, ""), "PredecessorLink 777: The predecessor is not there" },
    { LINK (2, "<Type>9</Type>"), "PredecessorLink 2: There is no such type of link" },
    { LINK (2, "<LinkLag>abc</LinkLag>"), "LinkLag: “abc” is no number" },
    { LINK (2, "") LINK (2, ""), "PredecessorLink 2: The same link is there twice" },
    { LINK (1, ""), "PredecessorLink 1: A task cannot wait for itself" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *tasks = g_strconcat ("<Task><UID>1</UID><ID>1</ID><Name>T1</Name><OutlineLevel>1</OutlineLevel>",
                                            values[i].more, "</Task>" TASK (2, 8, ""), NULL);
      Import import = read_tasks (tasks);

      assert_note (&import, values[i].note);
      g_assert_cmpuint (guatu_plan_n_live (import.plan, GUATU_TABLE_TASK), ==, 2);
      clear (&import);
    }
}

/* Marks that mean none are none, and no word is lost about them. */
static void
test_no_values (void)
{
  Import import = read_tasks (TASK (1, 8, "<Deadline>1984-01-01T00:00:00</Deadline><Stop></Stop><Cost>0</Cost>"
                                          "<ConstraintDate/><CalendarUID>-1</CalendarUID><PercentComplete>100"
                                          "</PercentComplete><LevelingDelay> 0 </LevelingDelay>"));

  assert_no_notes (&import);
  g_assert_cmpint (number_of (&import, "T1", GUATU_TASK_DEADLINE), ==, GUATU_NONE);
  clear (&import);
}

static void
test_outline (void)
{
  Import import = read_tasks (
    "<Task><UID>0</UID><Name>The project</Name><OutlineLevel>0</OutlineLevel></Task>"
    "<Task><UID>1</UID><Name>A</Name><OutlineLevel>1</OutlineLevel></Task>"
    "<Task><UID>2</UID><Name>B</Name><OutlineLevel>7</OutlineLevel></Task>"
    "<Task><UID>3</UID><Name>C</Name><OutlineLevel>2</OutlineLevel></Task>"
    "<Task><UID>4</UID><Name>D</Name><OutlineLevel>0</OutlineLevel></Task>"
    "<Task/><Task><UID>9</UID><IsNull>1</IsNull></Task>"
    "<Task><UID>5</UID><Name>E</Name><OutlineLevel>-3</OutlineLevel></Task>");
  const GuatuTask *tasks = guatu_plan_rows (import.plan, GUATU_TABLE_TASK);

  g_assert_cmpuint (guatu_plan_n_live (import.plan, GUATU_TABLE_TASK), ==, 5);
  g_assert_cmpint (tasks[task_called (&import, "B")].parent, ==, task_called (&import, "A"));
  g_assert_cmpint (tasks[task_called (&import, "C")].parent, ==, task_called (&import, "A"));
  g_assert_cmpint (tasks[task_called (&import, "D")].parent, ==, -1);
  g_assert_cmpint (tasks[task_called (&import, "E")].parent, ==, -1);
  g_assert_cmpint (number_of (&import, "E", GUATU_TASK_BLANK_ROWS), ==, 2);
  assert_note (&import, "Task 2: The outline level leaps");
  assert_note (&import, "Task 4: The outline level leaps");
  assert_note (&import, "Task 5: The outline level leaps");
  assert_note (&import, "The task is empty");
  g_assert_false (has_note (&import, "Task 3", "leaps"));
  g_assert_false (has_note (&import, "Task 1", "leaps"));
  clear (&import);
}

/* Two tasks of one number are two tasks, and links mean the first. */
static void
test_numbers (void)
{
  Import import = read_tasks (TASK (1, 8, "")
                              "<Task><UID>1</UID><Name>Again</Name><Duration>PT80H0M0S</Duration></Task>"
                              "<Task><Name>No number</Name><Duration>PT80H0M0S</Duration></Task>"
                              TASK (2, 8, LINK (1, "")));

  assert_note (&import, "Task 1: Another task has this number");
  g_assert_cmpuint (guatu_plan_n_live (import.plan, GUATU_TABLE_TASK), ==, 4);
  assert_dates (&import, "T2", "2024-03-05 08:00", "2024-03-05 17:00");
  clear (&import);
}

/* A ring is opened at one link, which is named. */
static void
test_cycle (void)
{
  Import import = read_tasks (TASK (1, 8, LINK (3, "")) TASK (2, 8, LINK (1, "")) TASK (3, 8, LINK (2, "")));

  assert_note (&import, "closes a cycle");
  g_assert_cmpuint (guatu_plan_n_live (import.plan, GUATU_TABLE_LINK), ==, 2);
  clear (&import);
}

/* The text of the file ------------------------------------------------------------------------------------------ */

static void
test_doctype (void)
{
  assert_refused ("<!DOCTYPE Project [<!ENTITY a \"b\">]><Project>&a;</Project>", "DOCTYPE");
  assert_refused ("<?xml version=\"1.0\"?><!-- a --><!DOCTYPE Project SYSTEM \"http://example.invalid/\"><Project/>",
                  "DOCTYPE");
  assert_refused ("<Project><Tasks><Task><Name>&a;</Name></Task></Tasks></Project>", "line 1");
  assert_refused ("<Project><Tasks><Task><UID>1</UID>", "Premature end");
  assert_refused ("<Project xmlns=\"http://schemas.microsoft.com/project\"/>", "no plan in it");
}

/* What a declaration says counts less than the bytes. */
static void
test_declarations (void)
{
  g_autofree char *text = project ("", "<Tasks><Task><UID>1</UID><Name>勘测设计</Name></Task></Tasks>");
  static const struct { const char *declared, *encoding; } files[] = {
    { "GB2312", "GB18030" }, { "GBK", "GB18030" }, { "gb18030", "GB18030" }, { "UTF-16", "UTF-16LE" },
    { "UTF-8", "UTF-16LE" }, { "GBK", "UTF-8" }, { "UTF-16", "UTF-8" }, { "no-such", "UTF-8" }, { "Big5", "Big5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      gboolean marked = g_str_has_prefix (files[i].encoding, "UTF-16");
      g_autoptr(GString) declared = g_string_new (marked ? "\xef\xbb\xbf" : "");
      g_autofree char *bytes = NULL;
      g_autofree char *encoding = g_strdup_printf ("encoding=\"%s\"", files[i].declared);
      gsize length;
      Import import;

      g_string_append (declared, text);
      g_string_replace (declared, "encoding=\"UTF-8\"", encoding, 1);
      if (g_str_equal (files[i].encoding, "Big5"))
        g_string_replace (declared, "勘测设计", "設計", 1);
      bytes = g_convert (declared->str, (gssize) declared->len, files[i].encoding, "UTF-8", NULL, &length, NULL);
      g_assert_nonnull (bytes);
      import = import_bytes (bytes, length);
      task_called (&import, g_str_equal (files[i].encoding, "Big5") ? "設計" : "勘测设计");
      clear (&import);
    }
}

/* Bytes that are no text, and what fills up the end of a file. */
static void
test_rubbish (void)
{
  static const char bytes[] = "<Project xmlns=\"http://schemas.microsoft.com/project\"><Name>A</Name><Tasks><Task>"
                              "<UID>1</UID><Name>a\0b\xff\x01</Name></Task></Tasks></Project>\r\n\0\0\0";
  Import import = import_bytes (bytes, sizeof bytes - 1);

  task_called (&import, "a\xef\xbf\xbd" "b\xef\xbf\xbd\xef\xbf\xbd");
  assert_note (&import, "control character");
  assert_note (&import, "no text in the file’s encoding");
  clear (&import);
}

/* Calendars ---------------------------------------------------------------------------------------------------- */

/* Shifts that run into the next day are written as two stretches of one day each. */
static void
test_night_shift (void)
{
  Import import = read_project ("</Calendar><Calendar><UID>2</UID><Name>Night</Name><IsBaseCalendar>1</IsBaseCalendar>"
    "<WeekDays><WeekDay><DayType>2</DayType><DayWorking>1</DayWorking><WorkingTimes>"
    "<WorkingTime><FromTime>23:00:00</FromTime><ToTime>00:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay>"
    "<WeekDay><DayType>3</DayType><DayWorking>1</DayWorking><WorkingTimes>"
    "<WorkingTime><FromTime>00:00:00</FromTime><ToTime>03:00:00</ToTime></WorkingTime>"
    "<WorkingTime><FromTime>04:00:00</FromTime><ToTime>08:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay>"
    "</WeekDays>", "<Tasks>" TASK (1, 6, "<CalendarUID>2</CalendarUID>") "</Tasks>");

  assert_no_notes (&import);
  assert_dates (&import, "T1", "2024-03-04 23:00", "2024-03-05 06:00");
  clear (&import);
}

static void
test_exceptions (void)
{
  Import import = read_project (
    /* New: every second Tuesday off, and a Saturday worked. */
    "<Exceptions><Exception><Name>Training</Name><TimePeriod><FromDate>2024-03-05T00:00:00</FromDate>"
    "<ToDate>2024-12-31T23:59:00</ToDate></TimePeriod><Type>6</Type><Period>2</Period><DaysOfWeek>4</DaysOfWeek>"
    "<DayWorking>0</DayWorking></Exception>"
    "<Exception><TimePeriod><FromDate>2024-03-09T00:00:00</FromDate><ToDate>2024-03-09T23:59:00</ToDate></TimePeriod>"
    "<Type>1</Type><DayWorking>1</DayWorking><WorkingTimes><WorkingTime><FromTime>08:00:00</FromTime>"
    "<ToTime>12:00:00</ToTime></WorkingTime></WorkingTimes></Exception></Exceptions>"
    /* A week of its own: only mornings. */
    "<WorkWeeks><WorkWeek><TimePeriod><FromDate>2024-03-11T00:00:00</FromDate><ToDate>2024-03-17T23:59:00</ToDate>"
    "</TimePeriod><Name>Short</Name><WeekDays><WeekDay><DayType>2</DayType><DayWorking>1</DayWorking><WorkingTimes>"
    "<WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay>"
    "</WeekDays></WorkWeek></WorkWeeks>",
    "<Tasks>" TASK (1, 80, "") "</Tasks>");

  /* Mon 8, Wed–Fri 24, Sat 4 = 36; Mon 4, Tue–Fri 32 = 72; Mon 18 March 8; Tue 19 is off. */
  assert_no_notes (&import);
  assert_dates (&import, "T1", "2024-03-04 08:00", "2024-03-18 17:00");
  clear (&import);
}

/* Files before 2007 have exceptions among the days of the week. */
static void
test_old_exceptions (void)
{
  Import import = read_project ("</Calendar><Calendar><UID>2</UID><Name>Old</Name><IsBaseCalendar>1</IsBaseCalendar>"
    "<WeekDays>" WORKED (2) WORKED (3) WORKED (4)
    "<WeekDay><DayType>0</DayType><DayWorking>0</DayWorking><TimePeriod><FromDate>2024-03-05T00:00:00</FromDate>"
    "<ToDate>2024-03-06T23:59:00</ToDate></TimePeriod></WeekDay></WeekDays>",
    "<Tasks>" TASK (1, 16, "<CalendarUID>2</CalendarUID>") "</Tasks>");

  assert_no_notes (&import);
  assert_dates (&import, "T1", "2024-03-04 08:00", "2024-03-11 17:00");
  clear (&import);
}

static void
test_odd_calendars (void)
{
  Import import = read_project (
    "</Calendar><Calendar><UID>2</UID><Name>A</Name><IsBaseCalendar>0</IsBaseCalendar><BaseCalendarUID>3"
    "</BaseCalendarUID></Calendar><Calendar><UID>3</UID><Name>B</Name><IsBaseCalendar>0</IsBaseCalendar>"
    "<BaseCalendarUID>2</BaseCalendarUID></Calendar><Calendar><UID>4</UID><Name>C</Name>"
    "<WeekDays><WeekDay><DayType>2</DayType><DayWorking>1</DayWorking><WorkingTimes>"
    "<WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime>"
    "<WorkingTime><FromTime>11:00:00</FromTime><ToTime>15:00:00</ToTime></WorkingTime>"
    "<WorkingTime><FromTime>15:00:00</FromTime><ToTime>16:00:00</ToTime></WorkingTime>"
    "<WorkingTime><FromTime>17:00:00</FromTime><ToTime>16:30:00</ToTime></WorkingTime>"
    "<WorkingTime><FromTime>noon</FromTime><ToTime>16:30:00</ToTime></WorkingTime></WorkingTimes></WeekDay></WeekDays>",
    "<Tasks>" TASK (1, 8, "<CalendarUID>4</CalendarUID>") "</Tasks>");

  assert_note (&import, "is based on itself");
  assert_note (&import, "Calendar “A”: The calendar has no working time at all");
  assert_note (&import, "Working hours overlap");
  assert_note (&import, "do not end after they begin");
  assert_note (&import, "FromTime: “noon” is no time of day");
  assert_dates (&import, "T1", "2024-03-04 08:00", "2024-03-04 16:00");
  clear (&import);
}

/* Tasks ------------------------------------------------------------------------------------------------------------ */

static void
test_other_projects (void)
{
  Import import = read_tasks (
    "<Task><UID>1</UID><Name>Elsewhere</Name><ExternalTask>1</ExternalTask><ExternalTaskProject>roads.mpp"
    "</ExternalTaskProject><Start>2024-03-11T08:00:00</Start><Finish>2024-03-13T17:00:00</Finish></Task>"
    TASK (2, 8, LINK (1, ""))
    TASK (3, 8, "<Start>2024-03-20T08:00:00</Start><Finish>2024-03-20T17:00:00</Finish>"
                LINK (99, "<CrossProject>1</CrossProject>")));

  assert_dates (&import, "Elsewhere", "2024-03-11 08:00", "2024-03-13 17:00");
  g_assert_cmpstr (guatu_plan_task_string (import.plan, task_called (&import, "Elsewhere"), GUATU_TASK_EXTERNAL), ==,
                   "roads.mpp");
  assert_dates (&import, "T2", "2024-03-14 08:00", "2024-03-14 17:00");
  assert_dates (&import, "T3", "2024-03-20 08:00", "2024-03-20 17:00");
  assert_note (&import, "PredecessorLink 99: The predecessor is in another project; the task keeps its start");
  clear (&import);
}

static void
test_modes (void)
{
  Import import = read_tasks (
    TASK (1, 8, "<Manual>1</Manual><Start>2024-03-11T08:00:00</Start><Finish>2024-03-12T17:00:00</Finish>"
                "<StartText>after the thaw</StartText>")
    TASK (2, 8, LINK (1, "") "<Active>0</Active><Start>2024-03-20T08:00:00</Start><Finish>2024-03-20T17:00:00</Finish>")
    TASK (3, 8, LINK (2, ""))
    TASK (4, 24, "<DurationFormat>8</DurationFormat>")
    TASK (5, 0, "<Milestone>1</Milestone>" LINK (4, "<Type>1</Type><LinkLag>4800</LinkLag><LagFormat>8</LagFormat>")));

  assert_dates (&import, "T1", "2024-03-11 08:00", "2024-03-12 17:00");
  g_assert_cmpstr (guatu_plan_task_string (import.plan, task_called (&import, "T1"), GUATU_TASK_START_TEXT), ==,
                   "after the thaw");
  assert_dates (&import, "T2", "2024-03-20 08:00", "2024-03-20 17:00");
  assert_dates (&import, "T3", "2024-03-13 08:00", "2024-03-13 17:00");
  assert_dates (&import, "T4", "2024-03-04 08:00", "2024-03-05 08:00");
  assert_dates (&import, "T5", "2024-03-05 16:00", "2024-03-05 16:00");
  clear (&import);
}

/* People work eight hours a day on what takes as long as its work does. */
static void
test_assignments (void)
{
  Import import = read_project ("",
    "<Tasks>" TASK (1, 16, "<Type>0</Type>") "</Tasks>"
    "<Resources><Resource><UID>1</UID><Name>Chen</Name><Type>1</Type><MaxUnits>1</MaxUnits></Resource>"
    "<Resource><UID>2</UID><Name>Gravel</Name><Type>0</Type><MaterialLabel>t</MaterialLabel></Resource></Resources>"
    "<Assignments><Assignment><UID>1</UID><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID><Units>0.5</Units>"
    "<Work>PT16H0M0S</Work></Assignment>"
    "<Assignment><UID>2</UID><TaskUID>1</TaskUID><ResourceUID>2</ResourceUID><Units>12</Units></Assignment>"
    "<Assignment><UID>3</UID><TaskUID>1</TaskUID><ResourceUID>9</ResourceUID><Units>1</Units></Assignment>"
    "<Assignment><UID>4</UID><TaskUID>8</TaskUID><ResourceUID>1</ResourceUID><Units>1</Units></Assignment>"
    "</Assignments>");

  /* 16 hours at half time are four days. */
  assert_dates (&import, "T1", "2024-03-04 08:00", "2024-03-07 17:00");
  g_assert_cmpuint (guatu_plan_n_live (import.plan, GUATU_TABLE_ASSIGNMENT), ==, 2);
  g_assert_cmpuint (guatu_plan_n_live (import.plan, GUATU_TABLE_PERSON), ==, 2);
  assert_note (&import, "An assignment of a resource that is not there");
  assert_note (&import, "An assignment to a task that is not there");
  clear (&import);
}

/* What the file recorded otherwise is told task by task, and no other task is. */
static void
test_differences (void)
{
  Import import = read_tasks (
    TASK (1, 8, "<Start>2024-03-04T08:00:00</Start><Finish>2024-03-04T17:00:00</Finish>")
    TASK (2, 8, "<Start>2024-03-06T08:00:00</Start><Finish>2024-03-06T17:00:00</Finish>" LINK (1, "")));

  g_assert_true (has_note (&import, "“T2” was recorded from 2024-03-06 08:00 to 2024-03-06 17:00",
                           "it is scheduled from 2024-03-05 08:00 to 2024-03-05 17:00"));
  g_assert_cmpuint (guatu_notes_count (import.notes), ==, 1);
  clear (&import);
}

/* Whatever is broken, there is a sound plan or a message. */
static void
test_damage (void)
{
  static const char * const fixtures[] = { "tasks", "links", "calendars", "resources", "progress", "from-finish" };

  for (guint i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autofree char *name = g_strdup_printf ("mspdi/%s.xml", fixtures[i]);

      try_damaged (name, 60);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  guatu_test_fix_ids ();

  g_test_add_func ("/mspdi-read/values-that-cannot-be-are-told-one-by-one", test_values);
  g_test_add_func ("/mspdi-read/marks-that-mean-none-are-none", test_no_values);
  g_test_add_func ("/mspdi-read/outline-levels-make-parents-and-leaps-are-told", test_outline);
  g_test_add_func ("/mspdi-read/numbers-may-be-twice-or-missing", test_numbers);
  g_test_add_func ("/mspdi-read/a-cycle-is-opened-and-named", test_cycle);
  g_test_add_func ("/mspdi-read/doctype-and-broken-files-are-refused", test_doctype);
  g_test_add_func ("/mspdi-read/bytes-count-more-than-their-declaration", test_declarations);
  g_test_add_func ("/mspdi-read/bytes-that-are-no-text-are-replaced-and-told", test_rubbish);
  g_test_add_func ("/mspdi-read/a-night-shift-runs-through-midnight", test_night_shift);
  g_test_add_func ("/mspdi-read/exceptions-recur-and-weeks-have-their-own-hours", test_exceptions);
  g_test_add_func ("/mspdi-read/exceptions-of-old-files-count", test_old_exceptions);
  g_test_add_func ("/mspdi-read/odd-calendars-are-told", test_odd_calendars);
  g_test_add_func ("/mspdi-read/what-other-projects-drive-stays", test_other_projects);
  g_test_add_func ("/mspdi-read/manual-inactive-and-elapsed-tasks", test_modes);
  g_test_add_func ("/mspdi-read/work-and-units-say-how-long-a-task-takes", test_assignments);
  g_test_add_func ("/mspdi-read/other-dates-than-recorded-are-told", test_differences);
  g_test_add_func ("/mspdi-read/damaged-files-are-read-or-refused", test_damage);

  return g_test_run ();
}
