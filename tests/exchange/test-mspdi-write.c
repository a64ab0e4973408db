/* test-mspdi-write.c — plans go out as Microsoft Project's XML, and come back the same. */
#include "mspdi-same.h"

/* Files ---------------------------------------------------------------------------------------------------- */

static GuatuPlan *
read_file (const char *path)
{
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  return read_plan (text, length);
}

static void
check_file (const char *path)
{
  g_autoptr(GuatuPlan) plan = read_file (path);

  g_assert_nonnull (plan);
  check_round_trip (plan);
}

static void
check_file_if_it_is_read (const char *path)
{
  g_autoptr(GuatuPlan) plan = read_file (path);

  if (plan != NULL)
    check_round_trip (plan);
}

static void
test_fixtures (void)
{
  g_autofree char *folder = guatu_test_fixture ("mspdi");

  for_each_file (folder, check_file);
}

static void
test_third_party (void)
{
  g_autofree char *folder = guatu_test_data ("mspdi");

  if (folder != NULL)
    for_each_file (folder, check_file);
}

static void
test_hostile (void)
{
  g_autofree char *folder = guatu_test_data ("hostile");

  if (folder != NULL)
    for_each_file (folder, check_file_if_it_is_read);
}

/* The same file in another encoding is the same plan, and goes out as the same bytes. */
static void
test_encodings (void)
{
  static const char * const encodings[] = { "GBK", "GB18030", "UTF-16LE", "UTF-16BE" };
  g_autofree char *path = guatu_test_fixture ("mspdi/tasks.xml");
  g_autofree char *text = NULL;
  g_autofree char *plain = NULL;
  g_autoptr(GuatuPlan) plan = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  plan = read_plan (text, length);
  plain = write_plan (plan, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autoptr(GString) declared = g_string_new (i < 2 ? "" : "\xef\xbb\xbf");
      g_autofree char *encoded = NULL;
      g_autofree char *written = NULL;
      g_autoptr(GuatuPlan) other = NULL;

      g_string_append_len (declared, text, (gssize) length);
      g_string_replace (declared, "encoding=\"UTF-8\"", i < 2 ? "encoding=\"GBK\"" : "encoding=\"UTF-16\"", 1);
      encoded = g_convert (declared->str, (gssize) declared->len, encodings[i], "UTF-8", NULL, &length, NULL);
      g_assert_nonnull (encoded);
      other = read_plan (encoded, length);
      g_assert_nonnull (other);
      written = write_plan (other, NULL, NULL);
      g_assert_cmpstr (written, ==, plain);
      length = strlen (text);
    }
}

/* Plans of our own ----------------------------------------------------------------------------------------- */

static gint32
add_calendar (GuatuPlan *plan, const char *name, gint32 base)
{
  gint32 row = add_row (plan, GUATU_TABLE_CALENDAR);

  set_text (plan, GUATU_TABLE_CALENDAR, row, GUATU_CALENDAR_NAME, name);
  if (base >= 0)
    refer (plan, GUATU_TABLE_CALENDAR, row, GUATU_CALENDAR_BASE, GUATU_TABLE_CALENDAR, base);

  return row;
}

static void
add_hours (GuatuPlan *plan, guint field, GuatuTable owner, gint32 row, int from, int to)
{
  gint32 hours = add_row (plan, GUATU_TABLE_CALENDAR_HOURS);

  refer (plan, GUATU_TABLE_CALENDAR_HOURS, hours, field, owner, row);
  guatu_test_set (plan, GUATU_TABLE_CALENDAR_HOURS, hours, GUATU_CALENDAR_HOURS_FROM_TIME, from * GUATU_HOUR);
  guatu_test_set (plan, GUATU_TABLE_CALENDAR_HOURS, hours, GUATU_CALENDAR_HOURS_TO_TIME, to * GUATU_HOUR);
}

/* Works on @weekday from @from to @to; the same hour twice is a day off. */
static void
add_day (GuatuPlan *plan, gint32 calendar, int weekday, int from, int to)
{
  gint32 day = add_row (plan, GUATU_TABLE_CALENDAR_DAY);

  refer (plan, GUATU_TABLE_CALENDAR_DAY, day, GUATU_CALENDAR_DAY_CALENDAR, GUATU_TABLE_CALENDAR, calendar);
  guatu_test_set (plan, GUATU_TABLE_CALENDAR_DAY, day, GUATU_CALENDAR_DAY_WEEKDAY, weekday);
  if (from < to)
    add_hours (plan, GUATU_CALENDAR_HOURS_DAY, GUATU_TABLE_CALENDAR_DAY, day, from, to);
}

static void
add_exception (GuatuPlan *plan, gint32 calendar, const char *from, const char *to, gboolean works)
{
  gint32 row = add_row (plan, GUATU_TABLE_CALENDAR_EXCEPTION);

  refer (plan, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_CALENDAR, GUATU_TABLE_CALENDAR, calendar);
  guatu_test_set (plan, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_FROM_DATE, guatu_test_at (from));
  guatu_test_set (plan, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_TO_DATE, guatu_test_at (to));
  if (works)
    add_hours (plan, GUATU_CALENDAR_HOURS_EXCEPTION, GUATU_TABLE_CALENDAR_EXCEPTION, row, 9, 15);
}

static gint32
find_named (const GuatuPlan *plan, GuatuTable table, guint field, const char *name)
{
  for (gint32 row = 0; (guint) row < guatu_plan_n_rows (plan, table); row++)
    if (guatu_plan_id (plan, table, row) != 0 && g_str_equal (guatu_plan_string (plan, table, row, field), name))
      return row;

  g_error ("there is no “%s”", name);
  return -1;
}

/* A calendar that rests on one that rests on another works the same hours when it stands alone. */
static void
test_calendar_chain (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  g_autoptr(GuatuPlan) back = NULL;
  g_autofree char *text = NULL;
  gint32 base = add_calendar (plan, "Base", -1), middle = add_calendar (plan, "Middle", base);
  gint32 own = add_calendar (plan, "Own", middle), task = guatu_test_add_task (plan, -1, "Task", "10d");
  const GuatuWorktime *before, *after;
  gsize length;

  for (int weekday = 0; weekday < 6; weekday++)
    add_day (plan, base, weekday, 8, 16);
  add_day (plan, middle, 2, 0, 0);
  add_day (plan, middle, 5, 9, 12);
  add_day (plan, own, 6, 10, 14);
  add_exception (plan, base, "2024-03-11", "2024-03-13", FALSE);
  add_exception (plan, middle, "2024-03-13", "2024-03-14", TRUE);
  add_exception (plan, own, "2024-03-14", "2024-03-14", FALSE);
  refer (plan, GUATU_TABLE_TASK, task, GUATU_TASK_CALENDAR, GUATU_TABLE_CALENDAR, own);
  guatu_plan_settle (plan);

  text = write_plan (plan, NULL, &length);
  back = read_plan (text, length);
  before = guatu_plan_worktime (plan, own);
  after = guatu_plan_worktime (back, find_named (back, GUATU_TABLE_CALENDAR, GUATU_CALENDAR_NAME, "Own"));
  for (GuatuInstant day = guatu_test_at ("2024-03-01"); day < guatu_test_at ("2024-05-01"); day += GUATU_DAY)
    g_assert_cmpint (guatu_worktime_work (before, day, day + 11 * GUATU_HOUR), ==,
                     guatu_worktime_work (after, day, day + 11 * GUATU_HOUR));
  g_assert_null (strstr (text, "<IsBaseCalendar>0"));
}

static gint32
add_person (GuatuPlan *plan, const char *name, gint32 calendar)
{
  gint32 row = add_row (plan, GUATU_TABLE_PERSON);

  set_text (plan, GUATU_TABLE_PERSON, row, GUATU_PERSON_NAME, name);
  guatu_test_set (plan, GUATU_TABLE_PERSON, row, GUATU_PERSON_POSITION, row + 1);
  if (calendar >= 0)
    refer (plan, GUATU_TABLE_PERSON, row, GUATU_PERSON_CALENDAR, GUATU_TABLE_CALENDAR, calendar);

  return row;
}

static gint32
assign (GuatuPlan *plan, gint32 task, guint who, GuatuTable table, gint32 row, GuatuRole role)
{
  gint32 assignment = add_row (plan, GUATU_TABLE_ASSIGNMENT);

  refer (plan, GUATU_TABLE_ASSIGNMENT, assignment, GUATU_ASSIGNMENT_TASK, GUATU_TABLE_TASK, task);
  refer (plan, GUATU_TABLE_ASSIGNMENT, assignment, who, table, row);
  guatu_test_set (plan, GUATU_TABLE_ASSIGNMENT, assignment, GUATU_ASSIGNMENT_ROLE, role);

  return assignment;
}

static gboolean
is_noted (const GuatuNotes *notes, const char *what)
{
  for (guint i = 0; i < guatu_notes_count (notes); i++)
    {
      g_autofree char *line = guatu_note_line (guatu_notes_get (notes, i));

      if (strstr (line, what) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* People and units work by calendars of their own, as Project wants it; who answers for a task is named as lost. */
static void
test_people (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  g_autoptr(GuatuPlan) back = NULL;
  g_autoptr(GuatuNotes) notes = guatu_notes_new ();
  g_autofree char *text = NULL;
  gint32 calendar = add_calendar (plan, "Six days", -1), task = guatu_test_add_task (plan, -1, "Task", "10d");
  gint32 person = add_person (plan, "Chen", calendar), unit = add_row (plan, GUATU_TABLE_UNIT), own;
  const GuatuCalendar *calendars;
  gsize length;

  for (int weekday = 0; weekday < 6; weekday++)
    add_day (plan, calendar, weekday, 8, 16);
  set_text (plan, GUATU_TABLE_UNIT, unit, GUATU_UNIT_NAME, "Bureau");
  assign (plan, task, GUATU_ASSIGNMENT_PERSON, GUATU_TABLE_PERSON, person, GUATU_ROLE_RESOURCE);
  assign (plan, task, GUATU_ASSIGNMENT_UNIT, GUATU_TABLE_UNIT, unit, GUATU_ROLE_RESOURCE);
  assign (plan, task, GUATU_ASSIGNMENT_UNIT, GUATU_TABLE_UNIT, unit, GUATU_ROLE_LEAD_UNIT);
  guatu_plan_settle (plan);

  text = write_plan (plan, notes, &length);
  g_assert_true (is_noted (notes, "“Lead unit” of 1 row"));
  g_assert_true (is_noted (notes, "1 unit goes out as a resource"));
  back = read_plan (text, length);
  person = find_named (back, GUATU_TABLE_PERSON, GUATU_PERSON_NAME, "Chen");
  find_named (back, GUATU_TABLE_PERSON, GUATU_PERSON_NAME, "Bureau");
  g_assert_cmpuint (guatu_plan_n_live (back, GUATU_TABLE_ASSIGNMENT), ==, 2);
  own = (gint32) guatu_plan_number (back, GUATU_TABLE_PERSON, person, GUATU_PERSON_CALENDAR);
  calendars = guatu_plan_rows (back, GUATU_TABLE_CALENDAR);
  g_assert_cmpstr (guatu_plan_text (back, calendars[own].name), ==, "Chen");
  g_assert_cmpstr (guatu_plan_text (back, calendars[calendars[own].base].name), ==, "Six days");
  check_round_trip (back);
}

static void
add_value (GuatuPlan *plan, gint32 task, const char *name, GuatuCustomKind kind, const char *value)
{
  gint32 field = add_row (plan, GUATU_TABLE_CUSTOM_FIELD), row = add_row (plan, GUATU_TABLE_CUSTOM_VALUE);

  set_text (plan, GUATU_TABLE_CUSTOM_FIELD, field, GUATU_CUSTOM_FIELD_NAME, name);
  guatu_test_set (plan, GUATU_TABLE_CUSTOM_FIELD, field, GUATU_CUSTOM_FIELD_KIND, kind);
  refer (plan, GUATU_TABLE_CUSTOM_VALUE, row, GUATU_CUSTOM_VALUE_FIELD, GUATU_TABLE_CUSTOM_FIELD, field);
  refer (plan, GUATU_TABLE_CUSTOM_VALUE, row, GUATU_CUSTOM_VALUE_TASK, GUATU_TABLE_TASK, task);
  set_text (plan, GUATU_TABLE_CUSTOM_VALUE, row, GUATU_CUSTOM_VALUE_VALUE, value);
}

/* Fields of our own go into Project's, each kind into its own, as many as there are. */
static void
test_custom_fields (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  g_autoptr(GuatuPlan) back = NULL;
  g_autoptr(GuatuNotes) notes = guatu_notes_new ();
  g_autofree char *text = NULL;
  gint32 task = guatu_test_add_task (plan, -1, "Task", "1d"), field;
  gsize length;

  for (int i = 0; i < 31; i++)
    {
      g_autofree char *name = g_strdup_printf ("Field %d", i);

      add_value (plan, task, name, GUATU_CUSTOM_TEXT, name);
    }
  add_value (plan, task, "Lanes", GUATU_CUSTOM_NUMBER, "4");
  add_value (plan, task, "Empty", GUATU_CUSTOM_TEXT, "");
  guatu_plan_settle (plan);

  text = write_plan (plan, notes, &length);
  g_assert_true (is_noted (notes, "“Field 30” is not carried over"));
  g_assert_true (is_noted (notes, "“Empty” is not carried over"));
  g_assert_false (is_noted (notes, "“Field 29” is not carried over"));
  back = read_plan (text, length);
  field = find_named (back, GUATU_TABLE_CUSTOM_FIELD, GUATU_CUSTOM_FIELD_NAME, "Field 10");
  g_assert_cmpstr (guatu_plan_string (back, GUATU_TABLE_CUSTOM_FIELD, field, GUATU_CUSTOM_FIELD_SOURCE_NAME), ==, "Text11");
  g_assert_cmpstr (guatu_plan_string (back, GUATU_TABLE_CUSTOM_FIELD, field, GUATU_CUSTOM_FIELD_SOURCE_ID), ==,
                   "188743997");
  field = find_named (back, GUATU_TABLE_CUSTOM_FIELD, GUATU_CUSTOM_FIELD_NAME, "Lanes");
  g_assert_cmpint (guatu_plan_number (back, GUATU_TABLE_CUSTOM_FIELD, field, GUATU_CUSTOM_FIELD_KIND), ==,
                   GUATU_CUSTOM_NUMBER);
  check_round_trip (back);
}

static void
add_baseline (GuatuPlan *plan, gint32 task, const char *name, gint64 number)
{
  gint32 baseline = add_row (plan, GUATU_TABLE_BASELINE), entry = add_row (plan, GUATU_TABLE_BASELINE_TASK);

  set_text (plan, GUATU_TABLE_BASELINE, baseline, GUATU_BASELINE_NAME, name);
  guatu_test_set (plan, GUATU_TABLE_BASELINE, baseline, GUATU_BASELINE_NUMBER, number);
  refer (plan, GUATU_TABLE_BASELINE_TASK, entry, GUATU_BASELINE_TASK_BASELINE, GUATU_TABLE_BASELINE, baseline);
  refer (plan, GUATU_TABLE_BASELINE_TASK, entry, GUATU_BASELINE_TASK_TASK, GUATU_TABLE_TASK, task);
  guatu_test_set (plan, GUATU_TABLE_BASELINE_TASK, entry, GUATU_BASELINE_TASK_START, guatu_test_at ("2024-03-04 08:00"));
}

static void
test_baselines (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  g_autoptr(GuatuPlan) back = NULL;
  g_autoptr(GuatuNotes) notes = guatu_notes_new ();
  g_autofree char *text = NULL;
  gint32 task = guatu_test_add_task (plan, -1, "Task", "1d");
  gsize length;

  add_baseline (plan, task, "Signed", GUATU_NONE);
  add_baseline (plan, task, "Baseline 1", 1);
  for (int i = 0; i < 10; i++)
    add_baseline (plan, task, "Monthly", GUATU_NONE);
  guatu_plan_settle (plan);

  text = write_plan (plan, notes, &length);
  g_assert_true (is_noted (notes, "1 baseline is not carried over"));
  g_assert_true (is_noted (notes, "“Name” of 10 rows"));
  back = read_plan (text, length);
  g_assert_cmpuint (guatu_plan_n_live (back, GUATU_TABLE_BASELINE), ==, 11);
  g_assert_cmpuint (guatu_plan_n_live (back, GUATU_TABLE_BASELINE_TASK), ==, 11);
  check_round_trip (back);
}

/* The dates in the file are those of the schedule; of a plan that keeps what its file recorded these are the same. */
static void
test_recorded_dates (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  g_autoptr(GuatuNotes) notes = guatu_notes_new ();
  g_autofree char *scheduled = NULL;
  g_autofree char *kept = NULL;
  gint32 task = guatu_test_add_task (plan, -1, "Task", "1d");

  guatu_test_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_RECORDED_START, guatu_test_at ("2024-03-12 08:00"));
  guatu_test_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_RECORDED_FINISH, guatu_test_at ("2024-03-13 17:00"));
  guatu_plan_settle (plan);
  scheduled = write_plan (plan, notes, NULL);
  g_assert_nonnull (strstr (scheduled, "<Finish>2024-03-04T17:00:00</Finish>"));
  g_assert_true (is_noted (notes, "1 task goes out with its scheduled dates"));

  guatu_test_set (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_KEEP_RECORDED, TRUE);
  guatu_plan_settle (plan);
  kept = write_plan (plan, NULL, NULL);
  g_assert_nonnull (strstr (kept, "<Start>2024-03-12T08:00:00</Start>"));
  g_assert_nonnull (strstr (kept, "<Finish>2024-03-13T17:00:00</Finish>"));
}

/* What Project counts less finely is rounded, and said to be. */
static void
test_rounding (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  g_autoptr(GuatuNotes) notes = guatu_notes_new ();
  g_autofree char *text = NULL;
  gint32 first = guatu_test_add_task (plan, -1, "First", "10d"), second = guatu_test_add_task (plan, -1, "Second", "1d");
  gint32 report = add_row (plan, GUATU_TABLE_REPORT), link;

  refer (plan, GUATU_TABLE_REPORT, report, GUATU_REPORT_TASK, GUATU_TABLE_TASK, first);
  guatu_test_set (plan, GUATU_TABLE_REPORT, report, GUATU_REPORT_DATE, guatu_test_at ("2024-03-08 17:00"));
  guatu_test_set (plan, GUATU_TABLE_REPORT, report, GUATU_REPORT_SHARE, 9999);
  link = guatu_test_add_link (plan, first, second, GUATU_LINK_FS, "1d");
  guatu_test_set (plan, GUATU_TABLE_LINK, link, GUATU_LINK_LAG, 7);
  guatu_test_set (plan, GUATU_TABLE_TASK, second, GUATU_TASK_LEVELLING_DELAY, 8);
  guatu_plan_settle (plan);

  text = write_plan (plan, notes, NULL);
  g_assert_nonnull (strstr (text, "<PercentComplete>99</PercentComplete>"));
  g_assert_nonnull (strstr (text, "<LinkLag>1</LinkLag>"));
  g_assert_true (is_noted (notes, "3 shares, lags and delays were rounded"));
  g_assert_true (is_noted (notes, "“Date” of 1 row"));
}

/* Every row that any plan may hold is written or named, and what is written is read. */
static void
test_random_rows (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint i = 0; i < 30; i++)
    {
      g_autoptr(GuatuPlan) plan = guatu_test_random_plan (rand, 1 + i);
      g_autoptr(GuatuNotes) notes = guatu_notes_new ();
      g_autoptr(GuatuSchedule) schedule = guatu_schedule_new (plan, NULL, NULL);
      g_autoptr(GuatuPlan) back = NULL;
      g_autofree char *text = NULL;
      gsize length;

      if (schedule == NULL)
        continue;
      /* Up to a million blank rows above each task say nothing more than a few do. */
      for (gint32 row = 0; (guint) row < guatu_plan_n_rows (plan, GUATU_TABLE_TASK); row++)
        guatu_test_set (plan, GUATU_TABLE_TASK, row, GUATU_TASK_BLANK_ROWS, row % 3);
      guatu_plan_settle (plan);
      text = guatu_mspdi_write (plan, schedule, notes, &length);
      back = read_plan (text, length);
      g_assert_nonnull (back);
      g_assert_cmpuint (guatu_plan_n_live (back, GUATU_TABLE_TASK), ==, guatu_plan_n_live (plan, GUATU_TABLE_TASK));
      g_assert_true (is_noted (notes, "Phase: "));
    }
}

/* Nine tasks in a row in every phase, ten phases in a row. */
static GuatuPlan *
large_plan (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 phase = -1, last = -1;

  for (int i = 0; i < 10000; i++)
    {
      gint32 task = guatu_test_add_task (plan, i % 10 > 0 ? phase : -1, "Task", "3d");

      if (i % 10 == 0)
        {
          phase = task;
          continue;
        }
      if (last >= 0)
        guatu_test_add_link (plan, last, task, GUATU_LINK_FS, NULL);
      last = i % 100 == 99 ? -1 : task;
    }
  guatu_plan_settle (plan);

  return plan;
}

static void
test_large (void)
{
  g_autoptr(GuatuPlan) plan = large_plan ();
  gsize length;
  g_autofree char *text = write_plan (plan, NULL, &length);
  g_autoptr(GuatuPlan) back = read_plan (text, length);

  check_schedules (plan, back);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  guatu_test_fix_ids ();

  g_test_add_func ("/mspdi-write/fixtures", test_fixtures);
  g_test_add_func ("/mspdi-write/third-party", test_third_party);
  g_test_add_func ("/mspdi-write/hostile", test_hostile);
  g_test_add_func ("/mspdi-write/encodings", test_encodings);
  g_test_add_func ("/mspdi-write/calendar-chain", test_calendar_chain);
  g_test_add_func ("/mspdi-write/people", test_people);
  g_test_add_func ("/mspdi-write/custom-fields", test_custom_fields);
  g_test_add_func ("/mspdi-write/baselines", test_baselines);
  g_test_add_func ("/mspdi-write/recorded-dates", test_recorded_dates);
  g_test_add_func ("/mspdi-write/rounding", test_rounding);
  g_test_add_func ("/mspdi-write/random-rows", test_random_rows);
  g_test_add_func ("/mspdi-write/large", test_large);

  return g_test_run ();
}
