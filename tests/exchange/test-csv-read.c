/* test-csv-read.c — task lists as people keep them become plans, and what does not fit is said. */
#include "guatu-test.h"

#include "guatu-csv-private.h"
#include "guatu-exchange.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  GuatuPlan  *plan;
  GuatuNotes *notes;
  GError     *error;
} Import;

static const GuatuImportOptions plain = { .start = GUATU_NONE, .today = 20000 * GUATU_DAY + 3600 };

static Import
import_file (const char *path, const GuatuImportOptions *options)
{
  Import import = { .notes = guatu_notes_new () };

  import.plan = guatu_csv_read (path, options != NULL ? options : &plain, import.notes, &import.error);
  g_assert_true ((import.plan == NULL) == (import.error != NULL));
  return import;
}

static Import
import_bytes (const char *bytes, gsize length, const GuatuImportOptions *options)
{
  char *dir = guatu_test_make_dir ();
  g_autofree char *path = g_build_filename (dir, "list.csv", NULL);
  Import import;

  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  import = import_file (path, options);
  guatu_test_remove_dir (dir);
  return import;
}

static Import
import_text (const char *text)
{
  Import import = import_bytes (text, strlen (text), NULL);

  g_assert_no_error (import.error);
  return import;
}

static void
clear (Import *import)
{
  g_clear_pointer (&import->plan, guatu_plan_free);
  g_clear_pointer (&import->notes, guatu_notes_free);
  g_clear_error (&import->error);
}

/* Shorthands ------------------------------------------------------------------------------------- */

static gint32
task_at (const Import *import, guint place)
{
  gint32 task = guatu_plan_task_at (import->plan, place);

  g_assert_cmpint (task, >=, 0);
  return task;
}

static const char *
name_at (const Import *import, guint place)
{
  return guatu_plan_task_name (import->plan, task_at (import, place));
}

static gint64
number_at (const Import *import, guint place, guint field)
{
  return guatu_plan_task_number (import->plan, task_at (import, place), field);
}

static guint
n_tasks (const Import *import)
{
  return guatu_plan_n_live (import->plan, GUATU_TABLE_TASK);
}

static guint
n_links (const Import *import)
{
  return guatu_plan_n_live (import->plan, GUATU_TABLE_LINK);
}

/* Outline as a string of depths: "0122". */
static void
assert_depths (const Import *import, const char *depths)
{
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint i = 1; i <= n_tasks (import); i++)
    g_string_append_printf (found, "%u", guatu_plan_task_depth (import->plan, task_at (import, i)));
  g_assert_cmpstr (found->str, ==, depths);
}

static const GuatuLink *
find_link (const Import *import, guint predecessor, guint successor)
{
  const GuatuLink *links = guatu_plan_links (import->plan);

  for (guint i = 0; i < guatu_plan_n_rows (import->plan, GUATU_TABLE_LINK); i++)
    if (links[i].predecessor == task_at (import, predecessor) && links[i].successor == task_at (import, successor))
      return &links[i];

  g_error ("there is no link from %u to %u", predecessor, successor);
}

static gboolean
has_note (const Import *import, const char *words)
{
  for (guint i = 0; i < guatu_notes_count (import->notes); i++)
    {
      g_autofree char *line = guatu_note_line (guatu_notes_get (import->notes, i));

      if (strstr (line, words) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
assert_note (const Import *import, const char *words)
{
  if (has_note (import, words))
    return;
  for (guint i = 0; i < guatu_notes_count (import->notes); i++)
    {
      g_autofree char *line = guatu_note_line (guatu_notes_get (import->notes, i));

      g_test_message ("%s", line);
    }
  g_error ("no note says “%s”", words);
}

static void
assert_refused (const char *bytes, gsize length, const char *words)
{
  Import import = import_bytes (bytes, length, NULL);

  g_assert_null (import.plan);
  g_assert_nonnull (import.error);
  if (strstr (import.error->message, words) == NULL)
    g_error ("“%s” is not in “%s”", words, import.error->message);
  clear (&import);
}

/* Predecessors ----------------------------------------------------------------------------------- */

static void
test_predecessors (void)
{
  Import import = import_text ("Name,Duration,Predecessors\nA,5d,\nB,3d,1\nC,2d,1FS+2d;2SS-1w\n"
                               "D,1d,\"1FF, 2SF+3ed\"\nE,1d,1SS-50%;3\n");

  g_assert_cmpuint (n_links (&import), ==, 7);
  g_assert_cmpint (find_link (&import, 1, 2)->type, ==, GUATU_LINK_FS);
  g_assert_cmpint (find_link (&import, 1, 3)->lag, ==, 2 * 8 * 3600);
  g_assert_cmpint (find_link (&import, 2, 3)->type, ==, GUATU_LINK_SS);
  g_assert_cmpint (find_link (&import, 2, 3)->lag, ==, -5 * 8 * 3600);
  g_assert_cmpint (find_link (&import, 2, 3)->lag_unit, ==, GUATU_UNIT_WEEK);
  g_assert_cmpint (find_link (&import, 1, 4)->type, ==, GUATU_LINK_FF);
  g_assert_cmpint (find_link (&import, 2, 4)->type, ==, GUATU_LINK_SF);
  g_assert_cmpint (find_link (&import, 2, 4)->lag, ==, 3 * 86400);
  g_assert_cmpint (find_link (&import, 2, 4)->lag_kind, ==, GUATU_LAG_ELAPSED);
  g_assert_cmpint (find_link (&import, 1, 5)->lag, ==, -5000);
  g_assert_cmpint (find_link (&import, 1, 5)->lag_kind, ==, GUATU_LAG_PERCENT);
  g_assert_cmpint (find_link (&import, 3, 5)->lag, ==, 0);
  g_assert_cmpuint (guatu_notes_count (import.notes), ==, 0);
  clear (&import);
}


static void
test_whom_numbers_mean (void)
{
  Import rows = import_text ("Name,Predecessors\nA,\n\n,\nB,1\nC,3\n");
  Import ids = import_text ("ID,Name,Predecessors\n10,A,\n7.0,B,10\n030,C,7;30\nA-4,D,\"7FS+1d,A-4\"\n7,E,A-4SS\n");
  Import texts = import_text ("WBS,Name,Predecessors\n1.1,Dig,\n1.2,Pour （一期）,1.1FS+1d\n1.3,Cure,\"Pour （一期）;Dig\"\n");

  /* A line without any cell is no data row, an empty one is. */
  g_assert_cmpuint (n_tasks (&rows), ==, 3);
  g_assert_cmpint (find_link (&rows, 1, 2)->lag, ==, 0);
  g_assert_cmpint (find_link (&rows, 2, 3)->lag, ==, 0);

  find_link (&ids, 1, 2);
  find_link (&ids, 2, 3);
  find_link (&ids, 2, 4);
  g_assert_cmpint (find_link (&ids, 4, 5)->type, ==, GUATU_LINK_SS);
  assert_note (&ids, "Row 4, column 3 (Predecessors): “30” links the task to itself");
  assert_note (&ids, "another task already has the ID “7”");
  assert_note (&ids, "“A-4” links the task to itself");
  g_assert_cmpstr (guatu_plan_task_string (ids.plan, task_at (&ids, 4), GUATU_TASK_SOURCE_UID), ==, "A-4");

  find_link (&texts, 1, 2);
  find_link (&texts, 2, 3);
  find_link (&texts, 1, 3);
  clear (&rows);
  clear (&ids);
  clear (&texts);
}

static void
test_predecessors_in_chinese (void)
{
  Import import = import_text ("名称,工期,前置任务\n甲,5天,\n乙,3天,1开始-开始\n丙,2天,1完成-完成（FF）；2开始-完成＋2个工作日\n"
                               "丁,1周,\"1，2、3\"\n戊,1天,3完成-开始−1周\n");

  g_assert_cmpint (find_link (&import, 1, 2)->type, ==, GUATU_LINK_SS);
  g_assert_cmpint (find_link (&import, 1, 3)->type, ==, GUATU_LINK_FF);
  g_assert_cmpint (find_link (&import, 2, 3)->type, ==, GUATU_LINK_SF);
  g_assert_cmpint (find_link (&import, 2, 3)->lag, ==, 2 * 8 * 3600);
  g_assert_cmpint (find_link (&import, 3, 5)->lag, ==, -5 * 8 * 3600);
  g_assert_cmpuint (n_links (&import), ==, 7);
  g_assert_cmpuint (guatu_notes_count (import.notes), ==, 0);
  clear (&import);
}

static void
test_commas_in_lags (void)
{
  Import import = import_text ("Name;Duration;Predecessors\nA;1;\nB;1;1FS+1,5d\nC;1;1FS+0,5w,2\nD;1;1, 2SS+2d,3FF\n"
                               "E;1;\"1FS+1 d?;2 SS - 2 days\"\n");

  g_assert_cmpint (find_link (&import, 1, 2)->lag, ==, 12 * 3600);
  g_assert_cmpint (find_link (&import, 2, 4)->lag, ==, 16 * 3600);
  g_assert_cmpint (find_link (&import, 3, 4)->type, ==, GUATU_LINK_FF);
  g_assert_cmpint (find_link (&import, 1, 5)->lag, ==, 8 * 3600);
  g_assert_cmpint (find_link (&import, 1, 3)->lag, ==, 20 * 3600);
  g_assert_cmpint (find_link (&import, 2, 3)->lag, ==, 0);
  g_assert_cmpuint (n_links (&import), ==, 8);
  clear (&import);
}

static void
test_not_understood (void)
{
  Import import = import_text ("Name,Predecessors,Relationships\nA,,\nB,9,111FS112\nC,1XX+2d,2FS\nD,1FS+soon,1+2d\nE,-1,\n");

  g_assert_cmpuint (n_links (&import), ==, 1);
  find_link (&import, 2, 3);
  assert_note (&import, "Row 3, column 2 (Predecessors): “9” was left out: no task has this number");
  assert_note (&import, "Row 3, column 3 (Relationships): “111FS112” is not understood");
  assert_note (&import, "Row 4, column 2 (Predecessors): “1XX+2d” is not understood");
  assert_note (&import, "“1FS+soon” is not understood");
  assert_note (&import, "Row 5, column 3 (Relationships): “1+2d” is not understood");
  assert_note (&import, "Row 6, column 2 (Predecessors): “-1” is not understood");
  clear (&import);
}

static void
test_bad_links (void)
{
  Import import = import_text ("Level,Name,Predecessors\n1,Works,3\n2,Dig,1\n2,Pour,\"2;2;2SS\"\n1,Open,1;4\n");

  g_assert_cmpuint (n_links (&import), ==, 3);
  assert_note (&import, "Row 2, column 3 (Predecessors): “3” links the task to one that it belongs to or holds");
  assert_note (&import, "Row 3, column 3 (Predecessors): “1” links the task to one that it belongs to or holds");
  assert_note (&import, "Row 4, column 3 (Predecessors): “2” links the same two tasks in the same way once more");
  assert_note (&import, "Row 5, column 3 (Predecessors): “4” links the task to itself");
  clear (&import);
}

/* Cycles ----------------------------------------------------------------------------------------- */

static void
assert_schedulable (const Import *import)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuSchedule) schedule = guatu_schedule_new (import->plan, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (schedule);
}

static void
test_cycles (void)
{
  Import ring = import_text ("Name,Predecessors\nDig,3\nPour,1\nCure,2\n");
  Import summary = import_text ("Level,Name,Predecessors\n1,Ground,\n2,Dig,4\n1,House,1\n2,Walls,\n1,Open,3\n");
  Import types = import_text ("Name,Predecessors\nA,2FF\nB,1SS\n");

  g_assert_cmpuint (n_links (&ring), ==, 2);
  assert_note (&ring, "closes a cycle");
  assert_note (&ring, "“Pour” → “Cure”");
  assert_schedulable (&ring);

  /* Walls waits for Ground through House, and Dig, in Ground, for Walls. */
  g_assert_cmpuint (n_links (&summary), ==, 2);
  assert_note (&summary, "closes a cycle");
  assert_schedulable (&summary);

  g_assert_cmpuint (n_links (&types), ==, 1);
  assert_schedulable (&types);
  clear (&ring);
  clear (&summary);
  clear (&types);
}

static void
test_random_links (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (5);

  for (guint round = 0; round < 150; round++)
    {
      g_autoptr(GString) text = g_string_new ("Level,Name,Predecessors\n");
      guint n = 3 + round / 5;
      Import import;

      for (guint i = 1; i <= n; i++)
        g_string_append_printf (text, "%d,Task %u,%d;%dSS+1d\n", g_rand_int_range (rand, 1, 4), i,
                                g_rand_int_range (rand, 1, (gint32) n + 1), g_rand_int_range (rand, 1, (gint32) n + 1));
      import = import_text (text->str);
      assert_schedulable (&import);
      clear (&import);
    }
}

static void
test_hopeless_cycles (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (6);
  g_autoptr(GString) text = g_string_new ("Name,Predecessors\n");

  for (guint i = 1; i <= 20000; i++)
    g_string_append_printf (text, "T,%d;%d\n", g_rand_int_range (rand, 1, 20001), g_rand_int_range (rand, 1, 20001));
  assert_refused (text->str, text->len, "in circles");
}

/* Durations --------------------------------------------------------------------------------------- */

static void
test_durations (void)
{
  static const struct { const char *text; gint64 amount; gboolean elapsed; } cases[] = {
    { "5d", 40 * 3600 }, { "3.5h", 12600 }, { "2w", 80 * 3600 }, { "3ed", 3 * 86400, TRUE }, { "2d16h", 32 * 3600 },
    { "\"1,5d\"", 12 * 3600 }, { "5 days?", 40 * 3600 }, { "5天", 40 * 3600 }, { "7", 56 * 3600 }, { "0", 0 },
    { "0.5", 4 * 3600 }, { "1 mo", 160 * 3600 }, { "90 min", 5400 }, { "２天", 16 * 3600 }, { "10 个工作日", 80 * 3600 },
    { "2 ewks", 14 * 86400, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("Name,Duration\nA,%s\n", cases[i].text);
      Import import = import_text (text);

      g_assert_cmpuint (guatu_notes_count (import.notes), ==, 0);
      g_assert_cmpint (number_at (&import, 1, GUATU_TASK_DURATION), ==, cases[i].amount);
      g_assert_cmpint (number_at (&import, 1, GUATU_TASK_DURATION_KIND), ==, cases[i].elapsed);
      clear (&import);
    }
}

static void
test_wrong_durations (void)
{
  static const char * const wrong[] = { "-1d", "soon", "1e9d", "99999999999999d", "nan", "inf", "5%", "1d1d", "NULL" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *text = g_strdup_printf ("Name,Duration\nA,%s\n", wrong[i]);
      Import import = import_text (text);

      assert_note (&import, "Row 2, column 2 (Duration): ");
      g_assert_cmpint (number_at (&import, 1, GUATU_TASK_DURATION), ==, 8 * 3600);
      clear (&import);
    }
}

static void
test_units_in_headers (void)
{
  Import import = import_text ("名称,工期（小时）,计划投资(万元),工时 (h)\nA,12,1.5,20\nB,2天,\"1,200.5\",3d\n");

  g_assert_cmpint (number_at (&import, 1, GUATU_TASK_DURATION), ==, 12 * 3600);
  g_assert_cmpint (number_at (&import, 2, GUATU_TASK_DURATION), ==, 16 * 3600);
  g_assert_cmpint (number_at (&import, 1, GUATU_TASK_PLANNED_INVESTMENT), ==, 1500000);
  g_assert_cmpint (number_at (&import, 2, GUATU_TASK_PLANNED_INVESTMENT), ==, 1200500000);
  g_assert_cmpint (number_at (&import, 1, GUATU_TASK_PLANNED_WORK), ==, 20 * 3600);
  clear (&import);
}

/* Dates ------------------------------------------------------------------------------------------- */

static void
test_start (void)
{
  Import import = import_text ("Name,Duration,Start,Finish,Deadline,Predecessors\n"
                               "Free,3d,2026-03-04,2026-03-06,2026-03-31,\n"
                               "Bound,3d,2026-03-10,2026-03-12,2026-04-01 12:00,1\n"
                               "Span,,2026-03-02,2026-03-06 12:00,,\n");

  g_assert_cmpint (number_at (&import, 1, GUATU_TASK_CONSTRAINT), ==, GUATU_CONSTRAINT_SNET);
  g_assert_cmpint (number_at (&import, 1, GUATU_TASK_CONSTRAINT_DATE), ==, guatu_test_at ("2026-03-04 08:00"));
  g_assert_cmpint (number_at (&import, 1, GUATU_TASK_DEADLINE), ==, guatu_test_at ("2026-03-31 17:00"));
  g_assert_cmpint (number_at (&import, 2, GUATU_TASK_CONSTRAINT), ==, GUATU_CONSTRAINT_ASAP);
  g_assert_cmpint (number_at (&import, 2, GUATU_TASK_RECORDED_START), ==, guatu_test_at ("2026-03-10 08:00"));
  g_assert_cmpint (number_at (&import, 2, GUATU_TASK_RECORDED_FINISH), ==, guatu_test_at ("2026-03-12 17:00"));
  g_assert_cmpint (number_at (&import, 2, GUATU_TASK_DEADLINE), ==, guatu_test_at ("2026-04-01 12:00"));
  /* Monday 8:00 to Friday noon on Standard. */
  g_assert_cmpint (number_at (&import, 3, GUATU_TASK_DURATION), ==, 36 * 3600);
  g_assert_cmpint (guatu_plan_settings (import.plan)->start, ==, guatu_test_at ("2026-03-02 08:00"));
  clear (&import);
}

static void
test_summaries (void)
{
  Import import = import_text ("Level,Name,Duration,Start,Finish,Deadline,% complete,Actual start\n"
                               "1,Works,99d,2026-03-01,2026-03-30,2026-04-01,50%,2026-03-02\n2,Dig,2d,2026-03-03,,,,\n");

  g_assert_cmpint (number_at (&import, 1, GUATU_TASK_CONSTRAINT), ==, GUATU_CONSTRAINT_ASAP);
  g_assert_cmpint (number_at (&import, 1, GUATU_TASK_RECORDED_START), ==, guatu_test_at ("2026-03-01 08:00"));
  g_assert_cmpint (number_at (&import, 1, GUATU_TASK_RECORDED_FINISH), ==, guatu_test_at ("2026-03-30 17:00"));
  g_assert_cmpint (number_at (&import, 1, GUATU_TASK_DEADLINE), ==, guatu_test_at ("2026-04-01 17:00"));
  g_assert_cmpint (number_at (&import, 1, GUATU_TASK_ACTUAL_START), ==, GUATU_NONE);
  g_assert_cmpint (number_at (&import, 1, GUATU_TASK_DURATION), ==, 8 * 3600);
  g_assert_cmpuint (guatu_plan_n_live (import.plan, GUATU_TABLE_REPORT), ==, 0);
  clear (&import);
}

static void
test_date_forms (void)
{
  static const struct { const char *text, *instant; } cases[] = {
    { "2026-03-02", "2026-03-02 08:00" }, { "2026/3/2", "2026-03-02 08:00" }, { "2026.3.2", "2026-03-02 08:00" },
    { "2026年3月2日", "2026-03-02 08:00" }, { "2026年03月02日 14:30", "2026-03-02 14:30" }, { "20260302", "2026-03-02 08:00" },
    { "2026-03-02T09:15:30", "2026-03-02 09:15:30" }, { "2026-03-02 9:15", "2026-03-02 09:15" },
    { "2026-03-02-09:15:00-+0100", "2026-03-02 09:15" }, { "2026-03-02T09:15:00Z", "2026-03-02 09:15" },
    { "2026-03-02T09:15:00+08:00", "2026-03-02 09:15" }, { "2026-03-02 09:15:00.000 UTC", "2026-03-02 09:15" },
    { "2026年3月2日 星期一", "2026-03-02 08:00" }, { "2026/3/2 (周一)", "2026-03-02 08:00" }, { "２０２６－３－２", "2026-03-02 08:00" },
    { "2026-3-2 下午 2:30", "2026-03-02 14:30" }, { "2026年3月2日14时30分", "2026-03-02 14:30" }, { "2026-03-02 24:00", "2026-03-03 00:00" },
    { "Mon 2 Mar 2026", "2026-03-02 08:00" }, { "Mar 2, 2026", "2026-03-02 08:00" }, { "02-Mar-26", "2026-03-02 08:00" },
    { "Monday, March 2, 2026 2:30 PM", "2026-03-02 14:30" }, { "12 December 1999", "1999-12-12 08:00" }, { "46083", "2026-03-02 08:00" },
    { "46083.5", "2026-03-02 12:00" }, { "2/3/26", "2026-03-02 08:00" }, { "02.03.2026 12:00 AM", "2026-03-02 00:00" },
    { "2/3/69", "2069-03-02 08:00" }, { "2/3/70", "1970-03-02 08:00" },
  };
  static const char * const wrong[] = { "2026-02-30", "2026-13-01", "30 February 2026", "2026", "2026-03", "3/2", "tomorrow",
                                        "1-2-3-4", "2026-03-02 25:00", "2026-03-02 08:75", "0001-01-01", "99999-01-01",
                                        "2026-03-02 junk", "2026--03-02", "-", "8月下旬", "1-2-3", "12345678901" };
  GuatuInstant instant;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *iso = NULL;
      g_autofree char *expected = guatu_instant_to_iso (guatu_test_at (cases[i].instant));

      if (!guatu_csv_date_parse (cases[i].text, GUATU_DATE_ORDER_DMY, 8 * 3600, &instant))
        g_error ("“%s” is not read", cases[i].text);
      iso = guatu_instant_to_iso (instant);
      g_assert_cmpstr (iso, ==, expected);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    if (guatu_csv_date_parse (wrong[i], GUATU_DATE_ORDER_DMY, 0, &instant))
      g_error ("“%s” is read", wrong[i]);
}

static void
assert_order (const char *cells, GuatuDateOrder order, const char *first, const char *note)
{
  GuatuImportOptions options = plain;
  g_autofree char *text = g_strdup_printf ("Name,Start\nA,%s\n", cells);
  Import import;

  options.date_order = order;
  import = import_bytes (text, strlen (text), &options);
  g_assert_no_error (import.error);
  if (first == NULL)
    g_assert_cmpint (number_at (&import, 1, GUATU_TASK_RECORDED_START), ==, GUATU_NONE);
  else
    g_assert_cmpint (number_at (&import, 1, GUATU_TASK_RECORDED_START), ==, guatu_test_at (first));
  if (note != NULL)
    assert_note (&import, note);
  else
    g_assert_false (has_note (&import, "can be read in two ways"));
  clear (&import);
}

static void
test_date_order (void)
{
  assert_order ("03/04/2026", GUATU_DATE_ORDER_GUESS, "2026-04-03 08:00",
                "Column 2 (Start): dates such as “03/04/2026” can be read in two ways; the day was taken first");
  assert_order ("03/04/2026", GUATU_DATE_ORDER_MDY, "2026-03-04 08:00", NULL);
  assert_order ("03/04/2026", GUATU_DATE_ORDER_DMY, "2026-04-03 08:00", NULL);
  assert_order ("26/03/04", GUATU_DATE_ORDER_YMD, "2026-03-04 08:00", NULL);
  /* The only reading that fits the whole column. */
  assert_order ("03/04/2026\nB,03/31/2026", GUATU_DATE_ORDER_GUESS, "2026-03-04 08:00", NULL);
  assert_order ("03/04/2026\nB,31/03/2026", GUATU_DATE_ORDER_GUESS, "2026-04-03 08:00", NULL);
  assert_order ("87/11/04", GUATU_DATE_ORDER_GUESS, "1987-11-04 08:00", NULL);
  /* None fits all: the one that fits most is taken, and the rest is listed. */
  assert_order ("03/04/2026\nB,31/03/2026\nC,30/03/2026\nD,03/30/2026", GUATU_DATE_ORDER_GUESS, "2026-04-03 08:00", NULL);
  assert_order ("31/31/2026", GUATU_DATE_ORDER_GUESS, NULL, NULL);
}

static void
test_order_of_other_columns (void)
{
  Import import = import_text ("Name,Start,Finish\nA,03/02/2026,03/13/2026\n");

  g_assert_cmpint (number_at (&import, 1, GUATU_TASK_RECORDED_START), ==, guatu_test_at ("2026-03-02 08:00"));
  assert_note (&import, "Column 2 (Start): dates such as “03/02/2026” can be read in two ways; the month was taken first");
  clear (&import);
}

static void
test_date_notes (void)
{
  Import import = import_text ("Name,Start,Finish,Deadline\nA,2026-03-02T08:00:00+08:00,2026-03-02T17:00:00+08:00,46083\n"
                               "B,2026-03-02T08:00:00+08:00,,soon\nC,NA,,\n");
  guint zones = 0;

  for (guint i = 0; i < guatu_notes_count (import.notes); i++)
    zones += strstr (guatu_notes_get (import.notes, i)->text, "time zone") != NULL ? 1 : 0;
  g_assert_cmpuint (zones, ==, 2);
  assert_note (&import, "Column 4 (Deadline): dates that are plain numbers");
  assert_note (&import, "Row 3, column 4 (Deadline): “soon” is not understood");
  g_assert_false (has_note (&import, "“NA”"));
  clear (&import);
}

static void
test_constraints (void)
{
  static const struct { const char *text; GuatuConstraint constraint; const char *date; } cases[] = {
    { "ASAP", GUATU_CONSTRAINT_ASAP, NULL }, { "As Late As Possible", GUATU_CONSTRAINT_ALAP, NULL },
    { "Must Start On", GUATU_CONSTRAINT_MSO, "2026-03-09 08:00" }, { "mfo", GUATU_CONSTRAINT_MFO, "2026-03-09 17:00" },
    { "不得早于...开始", GUATU_CONSTRAINT_SNET, "2026-03-09 08:00" }, { "不得晚于…开始", GUATU_CONSTRAINT_SNLT, "2026-03-09 08:00" },
    { "Finish-no-earlier-than", GUATU_CONSTRAINT_FNET, "2026-03-09 17:00" }, { "7", GUATU_CONSTRAINT_FNLT, "2026-03-09 17:00" },
    { "必须完成于", GUATU_CONSTRAINT_MFO, "2026-03-09 17:00" }, { "越晚越好", GUATU_CONSTRAINT_ALAP, NULL },
  };
  Import import;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("Name,Start,Constraint type,Constraint date\nA,2026-03-02,%s,2026-03-09\n", cases[i].text);

      import = import_text (text);
      g_assert_cmpint (number_at (&import, 1, GUATU_TASK_CONSTRAINT), ==, cases[i].constraint);
      if (cases[i].date != NULL)
        g_assert_cmpint (number_at (&import, 1, GUATU_TASK_CONSTRAINT_DATE), ==, guatu_test_at (cases[i].date));
      clear (&import);
    }
  import = import_text ("Name,Constraint type,Constraint date\nA,SNET,\nB,Whenever,\n");
  g_assert_cmpint (number_at (&import, 1, GUATU_TASK_CONSTRAINT), ==, GUATU_CONSTRAINT_ASAP);
  assert_note (&import, "Row 2, column 2 (Constraint type): the constraint has no date");
  assert_note (&import, "“Whenever” is not known");
  clear (&import);
}

/* Progress ----------------------------------------------------------------------------------------- */

static void
test_progress (void)
{
  Import import = import_text ("Name,Duration,Start,% complete,Actual start,Actual finish\n"
                               "Half,4d,2026-03-02,50%,,\n"
                               "Done,2d,2026-03-02,100%,,\n"
                               "Actual,2d,2026-03-02,100%,2026-03-03,2026-03-05\n"
                               "Begun,2d,2026-03-02,0%,2026-03-04,\n"
                               "Odd,2d,2026-03-02,30%,2026-03-04,2026-03-03\n"
                               "Open,2d,2026-03-02,,,\n"
                               "Bare,2d,,25%,,\nMuch,2d,,250%,,\n");
  const GuatuReport *reports = guatu_plan_rows (import.plan, GUATU_TABLE_REPORT);

  /* Half of four days from Monday: stopped at the end of Tuesday, going on on Wednesday. */
  g_assert_cmpint (number_at (&import, 1, GUATU_TASK_ACTUAL_START), ==, guatu_test_at ("2026-03-02 08:00"));
  g_assert_cmpint (number_at (&import, 1, GUATU_TASK_REMAINING), ==, 16 * 3600);
  g_assert_cmpint (number_at (&import, 1, GUATU_TASK_STOP), ==, guatu_test_at ("2026-03-03 17:00"));
  g_assert_cmpint (number_at (&import, 1, GUATU_TASK_RESUME), ==, guatu_test_at ("2026-03-04 08:00"));
  g_assert_cmpint (reports[0].share, ==, 5000);
  g_assert_cmpint (reports[0].date, ==, guatu_test_at ("2026-03-03 17:00"));

  g_assert_cmpint (number_at (&import, 2, GUATU_TASK_ACTUAL_FINISH), ==, guatu_test_at ("2026-03-03 17:00"));
  g_assert_cmpint (number_at (&import, 3, GUATU_TASK_ACTUAL_START), ==, guatu_test_at ("2026-03-03 08:00"));
  g_assert_cmpint (number_at (&import, 3, GUATU_TASK_ACTUAL_FINISH), ==, guatu_test_at ("2026-03-05 17:00"));
  g_assert_cmpint (reports[2].share, ==, 10000);
  g_assert_cmpint (number_at (&import, 4, GUATU_TASK_ACTUAL_START), ==, guatu_test_at ("2026-03-04 08:00"));
  g_assert_cmpint (number_at (&import, 4, GUATU_TASK_REMAINING), ==, GUATU_NONE);
  g_assert_cmpint (number_at (&import, 5, GUATU_TASK_ACTUAL_FINISH), ==, GUATU_NONE);
  assert_note (&import, "Row 6, column 6 (Actual finish): the actual finish is before the actual start");
  g_assert_cmpint (number_at (&import, 6, GUATU_TASK_ACTUAL_START), ==, GUATU_NONE);
  /* No date of its own: it began when the schedule says. */
  g_assert_cmpint (number_at (&import, 7, GUATU_TASK_ACTUAL_START), ==, guatu_test_at ("2026-03-02 08:00"));
  assert_note (&import, "Row 9, column 4 (% complete): “250%” is more than 100 %");
  assert_schedulable (&import);
  clear (&import);
}

static void
test_parts_of_one (void)
{
  Import import = import_text ("Name,Duration,进度\nA,2d,0.4\nB,2d,1\nC,2d,0\n");
  const GuatuReport *reports = guatu_plan_rows (import.plan, GUATU_TABLE_REPORT);

  assert_note (&import, "no number is larger than 1, so 1 was taken as 100 %");
  g_assert_cmpuint (guatu_plan_n_live (import.plan, GUATU_TABLE_REPORT), ==, 2);
  g_assert_cmpint (reports[0].share, ==, 4000);
  g_assert_cmpint (reports[1].share, ==, 10000);
  clear (&import);
}

static void
test_finished_without_percent (void)
{
  Import import = import_text ("Name,Duration,Completion,Actual finish\nA,2d,0.0,2026-03-05\n");
  const GuatuReport *reports = guatu_plan_rows (import.plan, GUATU_TABLE_REPORT);

  g_assert_cmpint (reports[0].share, ==, 10000);
  g_assert_cmpint (number_at (&import, 1, GUATU_TASK_ACTUAL_START), ==, guatu_test_at ("2026-03-04 08:00"));
  assert_note (&import, "Row 2, column 4 (Actual finish): the task has an actual finish");
  clear (&import);
}

/* Outline ------------------------------------------------------------------------------------------ */

static void
test_outline (void)
{
  static const struct { const char *text, *depths; } cases[] = {
    { "Level,Name\n1.0,A\n2.0,B\n2.0,C\n3,D\n1,E\n", "01120" },
    { "Level,Name\n0,A\n1,B\n1,C\n", "011" },
    { "Level,Name\n1,A\n3,B\n3,C\n2,D\n,E\n1,F\n", "011110" },
    { "Level,Name\n2,A\n1,B\n2,C\n", "001" },
    { "Name\nA\n  B\n    C\n  D\nE\n", "01210" },
    { "Name\nA\n\tB\n\t\tC\nD\n", "0120" },
    { "名称\n甲\n　乙\n　　丙\n　丁\n", "0121" },
    { "Name\nA\n B\nC\n D\n", "0000" },
    { "Name\n  A\n    B\n  C\n", "010" },
    { "WBS,Name\n1,A\n1.1,B\n1.1.1,C\n1.2,D\n2,E\n", "01210" },
    { "WBS,Name\nA,a\nA.1,b\nB,c\nB.1.2,d\n", "0101" },
    { "WBS,Name\n1,A\n1,B\n1.1,C\n", "000" },
    { "WBS,Name\n1.1,A\n1.2,B\n1.3,C\n", "000" },
    { "WBS,Name\n1.1,A\n  7,B\n3,  C\n", "001" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Import import = import_text (cases[i].text);

      assert_depths (&import, cases[i].depths);
      clear (&import);
    }
}

static void
test_level_notes (void)
{
  Import import = import_text ("Level,Name\n1,A\n3,B\nx,C\n-1,D\n");

  assert_note (&import, "Row 3, column 1 (Level): the level skips one");
  assert_note (&import, "Row 4, column 1 (Level): “x” is not a level");
  assert_note (&import, "Row 5, column 1 (Level): “-1” is not a level");
  assert_depths (&import, "0111");
  clear (&import);
}

/* Who, what ---------------------------------------------------------------------------------------- */

static void
test_parties (void)
{
  Import import = import_text ("任务名称,牵头单位,配合单位,责任人,Resource names,类别\n"
                               "甲,县交通局,县财政局、县水利局,张三,Jack[50%];Crane,交通\n乙,县财政局,,张三,Jack,水利\n丙,,,,Jill[half],交通\n");
  const GuatuAssignment *assignments = guatu_plan_rows (import.plan, GUATU_TABLE_ASSIGNMENT);
  guint shares = 0;

  g_assert_cmpuint (guatu_plan_n_live (import.plan, GUATU_TABLE_UNIT), ==, 3);
  g_assert_cmpuint (guatu_plan_n_live (import.plan, GUATU_TABLE_PERSON), ==, 3);
  g_assert_cmpuint (guatu_plan_n_live (import.plan, GUATU_TABLE_ASSIGNMENT), ==, 9);
  g_assert_cmpuint (guatu_plan_n_live (import.plan, GUATU_TABLE_LEDGER), ==, 1);
  g_assert_cmpuint (guatu_plan_n_live (import.plan, GUATU_TABLE_CATEGORY), ==, 2);
  g_assert_cmpuint (guatu_plan_n_live (import.plan, GUATU_TABLE_LEDGER_ITEM), ==, 3);
  for (guint i = 0; i < guatu_plan_n_rows (import.plan, GUATU_TABLE_ASSIGNMENT); i++)
    shares += assignments[i].share == 5000 && assignments[i].role == GUATU_ROLE_RESOURCE ? 1 : 0;
  g_assert_cmpuint (shares, ==, 1);
  assert_note (&import, "Row 4, column 5 (Resource names): the share of “Jill[half” is not understood");
  clear (&import);
}

static void
test_other_fields (void)
{
  Import import = import_text ("Name,Milestone,Mode,Start,Finish,Weight,Objective,Notes,Calendar,Unique ID,Measures\n"
                               "A,Yes,,,,,,,,12,\nB,no,Manually Scheduled,2026-03-03,2026-03-06,2.5,Open,\"two\nlines\",24 hours,34,act\n"
                               "C,maybe,Auto,,,x,,,Moon,,\n");
  gint32 b = task_at (&import, 2);

  g_assert_cmpint (number_at (&import, 1, GUATU_TASK_KIND), ==, GUATU_KIND_MILESTONE);
  g_assert_cmpint (number_at (&import, 1, GUATU_TASK_DURATION), ==, 0);
  g_assert_cmpint (number_at (&import, 2, GUATU_TASK_MODE), ==, GUATU_MODE_MANUAL);
  g_assert_cmpint (number_at (&import, 2, GUATU_TASK_MANUAL_START), ==, guatu_test_at ("2026-03-03 08:00"));
  g_assert_cmpint (number_at (&import, 2, GUATU_TASK_MANUAL_FINISH), ==, guatu_test_at ("2026-03-06 17:00"));
  g_assert_cmpint (number_at (&import, 2, GUATU_TASK_WEIGHT), ==, 250);
  g_assert_cmpstr (guatu_plan_task_string (import.plan, b, GUATU_TASK_OBJECTIVE), ==, "Open");
  g_assert_cmpstr (guatu_plan_task_string (import.plan, b, GUATU_TASK_NOTE), ==, "two\nlines");
  g_assert_cmpstr (guatu_plan_task_string (import.plan, b, GUATU_TASK_MEASURES), ==, "act");
  g_assert_cmpstr (guatu_plan_task_string (import.plan, b, GUATU_TASK_SOURCE_UID), ==, "34");
  g_assert_cmpstr (guatu_plan_string (import.plan, GUATU_TABLE_CALENDAR, guatu_plan_task (import.plan, b)->calendar,
                                      GUATU_CALENDAR_SLUG), ==, "24-hours");
  /* 24 hours a day from Tuesday 8:00 to Friday 17:00. */
  g_assert_cmpint (number_at (&import, 2, GUATU_TASK_DURATION), ==, 81 * 3600);
  assert_note (&import, "Row 4, column 2 (Milestone): “maybe” is neither yes nor no");
  assert_note (&import, "Row 4, column 6 (Weight): “x” is not understood");
  assert_note (&import, "Row 4, column 9 (Calendar): the calendar “Moon”");
  clear (&import);
}

static void
test_columns (void)
{
  Import import = import_text ("Plan of the year,,\n\nPriority,Name,Task name,Early start,,\n1,short,long,2026-01-01,stray,over\n");

  g_assert_cmpstr (name_at (&import, 1), ==, "long");
  assert_note (&import, "Row 1: the row stands above the headers");
  assert_note (&import, "Column 1 (Priority): the column is not known");
  assert_note (&import, "Column 2 (Name): the column was left out; column 3 says the same");
  assert_note (&import, "Column 4 (Early start): the column was left out; it is computed afresh");
  assert_note (&import, "Column 5: the column is not known");
  clear (&import);
}

/* Form --------------------------------------------------------------------------------------------- */

static void
test_encodings (void)
{
  static const char * const files[] = { "list-utf8.csv", "list-utf8-bom.csv", "list-gbk.csv", "list-gb18030.csv", "list-utf16le.csv",
                                        "list-utf16be.csv", "list-utf16le-unmarked.csv", "list-utf16be-unmarked.csv", "list-cr.csv" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *name = g_build_filename ("csv", files[i], NULL);
      g_autofree char *path = guatu_test_fixture (name);
      Import import = import_file (path, NULL);

      g_assert_no_error (import.error);
      g_assert_cmpuint (n_tasks (&import), ==, 3);
      g_assert_cmpstr (name_at (&import, 1), ==, "征地拆迁");
      g_assert_cmpstr (name_at (&import, 2), ==, "桥梁施工，含桩基");
      g_assert_cmpint (number_at (&import, 2, GUATU_TASK_DURATION), ==, 160 * 3600);
      g_assert_cmpstr (guatu_plan_task_string (import.plan, task_at (&import, 2), GUATU_TASK_NOTE), ==, "两行\n备注");
      g_assert_cmpstr (guatu_plan_task_string (import.plan, task_at (&import, 3), GUATU_TASK_NOTE), ==, "“引号”");
      g_assert_cmpint (find_link (&import, 2, 3)->lag, ==, 16 * 3600);
      g_assert_cmpuint (guatu_plan_n_live (import.plan, GUATU_TABLE_UNIT), ==, 3);
      g_assert_cmpuint (guatu_notes_count (import.notes), ==, strstr (files[i], "gb") != NULL ? 1 : 0);
      clear (&import);
    }
}

static void
test_broken_bytes (void)
{
  Import utf8 = import_bytes ("Name,Duration\nbad \xff\xfe,1d\n\x01ood,2d\n", 34, NULL);
  Import gbk = import_bytes ("Name,Duration\n\xbb\xf9\xb4\xa1\xca\xa9\xb9\xa4,1d\n\xd6\xf7\xcc\xe5,2d\n\xd6\xf7\xff,1d\n", 45, NULL);
  Import western = import_bytes ("Name,Duration\nM\xfcller,1d\nCaf\xe9 \xe0 c\xf4t\xe9,2d\n", 42, NULL);

  g_assert_cmpstr (name_at (&utf8, 1), ==, "bad ��");
  assert_note (&utf8, "Row 2, column 1 (Name): the cell holds bytes that are no text");
  assert_note (&utf8, "Row 3, column 1 (Name): the cell holds bytes that are no text");
  g_assert_cmpstr (name_at (&gbk, 1), ==, "基础施工");
  g_assert_cmpstr (name_at (&gbk, 3), ==, "主�");
  assert_note (&gbk, "Row 4, column 1 (Name)");
  g_assert_cmpstr (name_at (&western, 1), ==, "Müller");
  g_assert_cmpstr (name_at (&western, 2), ==, "Café à côté");
  assert_note (&western, "WINDOWS-1252");
  clear (&utf8);
  clear (&gbk);
  clear (&western);
}

static void
test_dialects (void)
{
  static const char * const texts[] = {
    "Name,Duration,Notes\nA,2d,\"x, y\"\nB,3d,z\n", "Name;Duration;Notes\r\nA;2d;\"x, y\"\r\nB;3d;z\r\n",
    "Name\tDuration\tNotes\nA\t2d\tx, y\nB\t3d\tz", "Name|Duration|Notes\nA|2d|x, y\nB|3d|z\n",
    "sep=;\r\nName;Duration;Notes\r\nA;2d;x, y\r\nB;3d;z\r\n", "\"Name\";\"Duration\";\"Notes\"\r\"A\";\"2d\";\"x, y\"\r\"B\";3d;z\r",
    "Name , Duration , Notes\n A , 2d , \"x, y\"\n B , 3d , z\n", "Name;Duration;Notes\nA;2d;x, y\nB;3d;z\n\n\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      Import import = import_text (texts[i]);

      g_assert_cmpuint (n_tasks (&import), ==, 2);
      g_assert_cmpstr (name_at (&import, 1), ==, "A");
      g_assert_cmpint (number_at (&import, 2, GUATU_TASK_DURATION), ==, 24 * 3600);
      g_assert_cmpstr (guatu_plan_task_string (import.plan, task_at (&import, 1), GUATU_TASK_NOTE), ==, "x, y");
      g_assert_cmpuint (guatu_notes_count (import.notes), ==, 0);
      clear (&import);
    }
}

static void
test_quotes (void)
{
  Import import = import_text ("Name,Duration\n\"say \"\"hi\"\"\",1d\nthe \"inner\" one,2d\n\"two\r\nlines\",3d\n\"\",4d\n\"a\" tail,5d\n"
                               "\"open,6d\nnext,7d\n\"mid\" \"quote\",8d\n\"last,9d");

  g_assert_cmpuint (n_tasks (&import), ==, 8);
  g_assert_cmpstr (name_at (&import, 1), ==, "say \"hi\"");
  g_assert_cmpstr (name_at (&import, 2), ==, "the \"inner\" one");
  g_assert_cmpstr (name_at (&import, 3), ==, "two lines");
  g_assert_cmpstr (name_at (&import, 4), ==, "a tail");
  g_assert_cmpstr (name_at (&import, 5), ==, "open");
  g_assert_cmpint (number_at (&import, 5, GUATU_TASK_DURATION), ==, 48 * 3600);
  g_assert_cmpstr (name_at (&import, 6), ==, "next");
  g_assert_cmpstr (name_at (&import, 8), ==, "last");
  assert_note (&import, "Row 5: the row has no name");
  assert_note (&import, "Row 6, column 1: text follows the closing quote");
  assert_note (&import, "Row 7, column 1: the quote that opens the cell is not closed");
  assert_note (&import, "Row 10, column 1: the quote that opens the cell is not closed");
  clear (&import);
}

static void
test_formulas (void)
{
  Import import = import_text ("Name,Notes\n=cmd|'/c calc'!A1,+1\n'=quoted,'@SUM(A1)\n'tis,-x\n''=two,\n");

  g_assert_cmpstr (name_at (&import, 1), ==, "=cmd|'/c calc'!A1");
  g_assert_cmpstr (name_at (&import, 2), ==, "=quoted");
  g_assert_cmpstr (name_at (&import, 3), ==, "'tis");
  g_assert_cmpstr (name_at (&import, 4), ==, "'=two");
  g_assert_cmpstr (guatu_plan_task_string (import.plan, task_at (&import, 2), GUATU_TASK_NOTE), ==, "@SUM(A1)");
  clear (&import);
}

static void
test_ragged (void)
{
  g_autofree char *path = guatu_test_fixture ("csv/ragged.csv");
  Import import = import_file (path, NULL);

  g_assert_no_error (import.error);
  g_assert_cmpuint (n_tasks (&import), ==, 4);
  assert_note (&import, "Row 3, column 3: the row has more cells than there are headers");
  assert_note (&import, "Row 6: the row has no name");
  assert_note (&import, "Row 7, column 1 (Name): the cell holds bytes");
  clear (&import);
}

static void
test_awkward (void)
{
  g_autofree char *path = guatu_test_fixture ("csv/awkward.csv");
  Import import = import_file (path, NULL);

  g_assert_no_error (import.error);
  g_assert_cmpuint (n_tasks (&import), ==, 6);
  g_assert_cmpuint (n_links (&import), ==, 4);
  g_assert_cmpstr (name_at (&import, 1), ==, "first line");
  g_assert_cmpint (number_at (&import, 1, GUATU_TASK_DURATION), ==, 20 * 3600);
  g_assert_cmpstr (name_at (&import, 3), ==, "=HYPERLINK(\"x\")");
  g_assert_cmpstr (name_at (&import, 6), ==, "left open");
  assert_note (&import, "Row 5, column 2 (Duration): “-2d” is less than nothing");
  assert_note (&import, "Row 5, column 3 (Predecessors): “77” was left out");
  clear (&import);
}

static void
test_fixtures (void)
{
  g_autofree char *board_path = guatu_test_fixture ("csv/county-board.csv");
  g_autofree char *project_path = guatu_test_fixture ("csv/project-zh.csv");
  g_autofree char *level_path = guatu_test_fixture ("csv/outline-by-level.csv");
  Import board = import_file (board_path, NULL), project = import_file (project_path, NULL), level = import_file (level_path, NULL);

  assert_depths (&board, "0110");
  g_assert_cmpint (number_at (&board, 1, GUATU_TASK_DEADLINE), ==, guatu_test_at ("2026-10-30 17:00"));
  g_assert_cmpint (number_at (&board, 2, GUATU_TASK_DEADLINE), ==, guatu_test_at ("2026-05-31 17:00"));
  g_assert_cmpuint (guatu_plan_n_live (board.plan, GUATU_TABLE_UNIT), ==, 5);
  g_assert_cmpuint (guatu_plan_n_live (board.plan, GUATU_TABLE_PERSON), ==, 5);
  g_assert_cmpint (guatu_plan_settings (board.plan)->start, ==, 20000 * GUATU_DAY + 8 * 3600);
  g_assert_cmpstr (guatu_plan_text (board.plan, guatu_plan_settings (board.plan)->title), ==, "county-board");

  assert_depths (&project, "0110");
  g_assert_cmpint (number_at (&project, 2, GUATU_TASK_CONSTRAINT), ==, GUATU_CONSTRAINT_SNET);
  g_assert_cmpint (number_at (&project, 3, GUATU_TASK_MODE), ==, GUATU_MODE_MANUAL);
  g_assert_cmpint (find_link (&project, 2, 4)->type, ==, GUATU_LINK_FF);
  g_assert_cmpint (find_link (&project, 3, 4)->lag, ==, 5000);

  assert_depths (&level, "01221");
  g_assert_cmpint (number_at (&level, 4, GUATU_TASK_DURATION), ==, 32 * 3600);
  assert_note (&level, "Row 5, column 9 (Relationships): “111FS112” is not understood");
  clear (&board);
  clear (&project);
  clear (&level);
}

/* Options and errors ---------------------------------------------------------------------------------- */

static void
test_options (void)
{
  GuatuImportOptions options = plain;
  const char *text = "Name,Start\nA,2026-03-05\nB,2026-03-02 10:00\n";
  Import import;

  import = import_bytes (text, strlen (text), &options);
  g_assert_cmpint (guatu_plan_settings (import.plan)->start, ==, guatu_test_at ("2026-03-02 10:00"));
  g_assert_cmpint (guatu_plan_settings (import.plan)->status_date, ==, GUATU_NONE);
  g_assert_true (guatu_plan_settings (import.plan)->push_to_status_date && guatu_plan_settings (import.plan)->retained_logic);
  g_assert_cmpstr (guatu_plan_string (import.plan, GUATU_TABLE_CALENDAR, guatu_plan_settings (import.plan)->calendar,
                                      GUATU_CALENDAR_SLUG), ==, "standard");
  clear (&import);

  options.calendar = "every-day";
  options.start = guatu_test_at ("2025-01-01 09:00");
  options.title = "Roads";
  import = import_bytes (text, strlen (text), &options);
  g_assert_cmpint (guatu_plan_settings (import.plan)->start, ==, options.start);
  g_assert_cmpstr (guatu_plan_string (import.plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_TITLE), ==, "Roads");
  g_assert_cmpstr (guatu_plan_string (import.plan, GUATU_TABLE_CALENDAR, guatu_plan_settings (import.plan)->calendar,
                                      GUATU_CALENDAR_SLUG), ==, "every-day");
  clear (&import);

  options.calendar = "moon";
  import = import_bytes (text, strlen (text), &options);
  g_assert_error (import.error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_NOT_FOUND);
  clear (&import);
}

static gboolean
stop_at_once (gint64 done, gint64 total, gpointer data)
{
  ++*(guint *) data;
  return FALSE;
}

static void
test_stopped (void)
{
  GuatuImportOptions options = plain;
  guint calls = 0;
  Import import;

  options.progress = stop_at_once;
  options.progress_data = &calls;
  import = import_bytes ("Name\nA\n", 7, &options);
  g_assert_error (import.error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_CANCELLED);
  g_assert_cmpuint (calls, ==, 1);
  clear (&import);
}

static void
test_refused (void)
{
  g_autoptr(GString) wide = g_string_new ("Name\n");
  g_autoptr(GString) large = g_string_new ("Name\n\"");
  char *dir = guatu_test_make_dir ();
  g_autofree char *missing = g_build_filename (dir, "missing.csv", NULL);
  Import import;

  assert_refused ("", 0, "empty");
  assert_refused ("\xef\xbb\xbf", 3, "empty");
  assert_refused (" \n\n \r\n", 6, "empty");
  assert_refused ("a,b\n1,2\n", 8, "“Name”");
  assert_refused ("Name,Duration\n", 14, "no row");
  assert_refused ("Name,Duration\n,\n ,5d\n", 21, "no row");
  assert_refused ("PK\003\004rest of a spreadsheet", 24, "spreadsheet");
  assert_refused ("SQLite format 3\0rest", 20, "database");
  assert_refused ("Name\n\1\2\3\4\5\6", 11, "not a text file");

  for (guint i = 0; i < 17000; i++)
    g_string_append_c (wide, ',');
  assert_refused (wide->str, wide->len, "Row 2 has more than 16,384 columns");
  for (guint i = 0; i < 1100000; i++)
    g_string_append_c (large, 'x');
  g_string_append_c (large, '"');
  assert_refused (large->str, large->len, "Row 2 holds a cell larger than 1 MiB");

  import = import_file (missing, NULL);
  g_assert_nonnull (import.error);
  clear (&import);
  import = import_file (dir, NULL);
  g_assert_nonnull (strstr (import.error->message, "is not a file"));
  clear (&import);
  guatu_test_remove_dir (dir);
}

static void
test_too_many_rows (void)
{
  g_autoptr(GString) text = g_string_new ("Name\n");

  for (guint i = 0; i <= 1000000; i++)
    g_string_append (text, "A\n");
  assert_refused (text->str, text->len, "more than 1,000,000 rows");
}

/* Damage: anything may come, and must be read or refused. */
static void
test_damage (void)
{
  static const char * const files[] = { "list-gbk.csv", "list-utf16le.csv", "project-zh.csv", "awkward.csv", "outline-by-level.csv" };
  g_autoptr(GRand) rand = g_rand_new_with_seed (99);
  char *dir = guatu_test_make_dir ();
  g_autofree char *place = g_build_filename (dir, "bent.csv", NULL);

  for (guint i = 0; i < 1500; i++)
    {
      g_autofree char *name = g_build_filename ("csv", files[i % G_N_ELEMENTS (files)], NULL);
      g_autofree char *path = guatu_test_fixture (name);
      g_autofree char *bytes = NULL;
      gsize length;
      Import import;

      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      for (int k = g_rand_int_range (rand, 1, 12); k > 0; k--)
        bytes[g_rand_int_range (rand, 0, (gint32) length)] = "\",;\n\r\t=\0\xff+1F"[g_rand_int_range (rand, 0, 12)];
      g_assert_true (g_file_set_contents_full (place, bytes, (gssize) g_rand_int_range (rand, 1, (gint32) length + 1),
                                               G_FILE_SET_CONTENTS_NONE, 0600, NULL));
      import = import_file (place, NULL);
      if (import.plan != NULL)
        assert_schedulable (&import);
      clear (&import);
    }
  guatu_test_remove_dir (dir);
}

/* Files of others ------------------------------------------------------------------------------------- */

static void
test_construction (void)
{
  g_autofree char *path = guatu_test_data ("csv/construction-schedule.csv");
  Import import;

  if (path == NULL)
    return;
  import = import_file (path, NULL);
  g_assert_no_error (import.error);
  assert_depths (&import, "012221222");
  g_assert_cmpint (number_at (&import, 9, GUATU_TASK_DURATION), ==, 32 * 3600);
  g_assert_cmpint (number_at (&import, 3, GUATU_TASK_ACTUAL_FINISH), ==, guatu_test_at ("2023-01-10 17:00"));
  assert_note (&import, "Row 6, column 16 (Relationships): “111FS112” is not understood");
  assert_note (&import, "Row 13, column 16 (Relationships): “122FS123” is not understood");
  clear (&import);
}

static void
test_taskjuggler (void)
{
  g_autofree char *path = guatu_test_data ("csv/tj-taskreport.csv");
  Import import;

  if (path == NULL)
    return;
  import = import_file (path, NULL);
  g_assert_no_error (import.error);
  assert_depths (&import, "0111011221110");
  g_assert_cmpint (number_at (&import, 2, GUATU_TASK_CONSTRAINT_DATE), ==, guatu_test_at ("2007-12-17 10:00"));
  g_assert_cmpint (number_at (&import, 12, GUATU_TASK_DURATION), ==, 0);
  assert_note (&import, "Column 3 (Start): the times have a time zone");
  clear (&import);
}

static void
test_other_files (void)
{
  static const struct { const char *name; guint tasks; } files[] = {
    { "csv/tj-quotes.csv", 4 }, { "csv/tj-resources-with-tasks.csv", 21 }, { "hostile/plan-gbk.csv", 3 },
    { "hostile/plan-utf16le.csv", 3 }, { "hostile/plan-utf8-bom.csv", 3 }, { "hostile/plan-awkward.csv", 6 },
    { "hostile/plan-ragged.csv", 3 }, { "hostile/only-bom.csv", 0 }, { "hostile/blns.txt", 0 },
    { "hostile/poc-xmlbomb.xlsx", 0 }, { "hostile/sqlite-fuzz-319.db", 0 }, { "hostile/sqlite-header-only.db", 0 },
    { "hostile/xml-deep-elements.xml", 0 }, { "hostile/n_structure_100000_opening_arrays.json", 0 },
    { "csv/spectrum/comma_in_quotes.csv", 0 }, { "csv/spectrum/empty_crlf.csv", 0 }, { "csv/spectrum/quotes_and_newlines.csv", 0 },
    { "csv/spectrum/location_coordinates.csv", 0 }, { "csv/spectrum/json.csv", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = guatu_test_data (files[i].name);
      Import import;

      if (path == NULL)
        return;
      import = import_file (path, NULL);
      if (files[i].tasks == 0)
        g_assert_true (import.error->domain == GUATU_EXCHANGE_ERROR);
      else
        g_assert_cmpuint (n_tasks (&import), ==, files[i].tasks);
      clear (&import);
    }
}

/* Cost ------------------------------------------------------------------------------------------------ */

static void
test_speed (void)
{
  const guint n = 50000;
  g_autoptr(GString) text = g_string_new ("ID,Outline level,Name,Duration,Start,Predecessors,Deadline,Lead unit,Notes\n");
  gint64 start, taken;
  Import import;

  for (guint i = 1; i <= n; i++)
    g_string_append_printf (text, "%u,%u,Task %u 任务,%ud,2026-03-%02u,%s%.0u,2027-01-01,Unit %u,\"note, %u\"\n", i, 1 + MIN (i % 10, 2),
                            i, 1 + i % 20, 1 + i % 28, "", i % 10 > 3 ? i - 1 : 0, i % 40, i);
  start = g_get_monotonic_time ();
  import = import_bytes (text->str, text->len, NULL);
  taken = g_get_monotonic_time () - start;
  g_assert_no_error (import.error);
  g_assert_cmpuint (n_tasks (&import), ==, n);
  g_test_message ("%u rows, %u links, %.1f MB: read in %.3f s", n, n_links (&import), (double) text->len / 1e6, (double) taken / 1e6);
  clear (&import);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv/predecessors-have-a-type-and-a-lag", test_predecessors);
  g_test_add_func ("/csv/numbers-mean-the-id-column-else-the-data-row", test_whom_numbers_mean);
  g_test_add_func ("/csv/predecessors-are-read-as-chinese-files-write-them", test_predecessors_in_chinese);
  g_test_add_func ("/csv/a-comma-separates-entries-or-decimals", test_commas_in_lags);
  g_test_add_func ("/csv/entries-that-are-not-understood-are-listed-by-row-and-column", test_not_understood);
  g_test_add_func ("/csv/links-that-cannot-stand-are-left-out-and-listed", test_bad_links);
  g_test_add_func ("/csv/the-link-that-closes-a-cycle-is-left-out-naming-the-tasks", test_cycles);
  g_test_add_func ("/csv/whatever-the-links-the-plan-can-be-scheduled", test_random_links);
  g_test_add_func ("/csv/predecessors-that-are-all-circles-are-refused", test_hopeless_cycles);
  g_test_add_func ("/csv/durations-are-read-in-every-form", test_durations);
  g_test_add_func ("/csv/a-duration-that-cannot-be-is-listed", test_wrong_durations);
  g_test_add_func ("/csv/a-unit-in-the-header-is-that-of-bare-numbers", test_units_in_headers);
  g_test_add_func ("/csv/a-start-without-predecessor-is-a-constraint-else-recorded", test_start);
  g_test_add_func ("/csv/summaries-take-no-dates-of-their-own", test_summaries);
  g_test_add_func ("/csv/dates-are-read-in-every-form", test_date_forms);
  g_test_add_func ("/csv/the-order-of-a-date-is-the-only-one-that-fits-the-column", test_date_order);
  g_test_add_func ("/csv/an-open-order-follows-the-other-columns", test_order_of_other_columns);
  g_test_add_func ("/csv/what-dates-leave-out-is-said-once-a-column", test_date_notes);
  g_test_add_func ("/csv/constraints-are-read-in-both-languages", test_constraints);
  g_test_add_func ("/csv/percentages-become-actuals-and-reports", test_progress);
  g_test_add_func ("/csv/a-column-that-ends-at-one-is-in-parts-of-one", test_parts_of_one);
  g_test_add_func ("/csv/an-actual-finish-means-finished", test_finished_without_percent);
  g_test_add_func ("/csv/the-outline-comes-from-levels-indents-or-codes", test_outline);
  g_test_add_func ("/csv/levels-that-skip-are-listed", test_level_notes);
  g_test_add_func ("/csv/units-people-and-categories-are-made-once", test_parties);
  g_test_add_func ("/csv/further-fields-are-taken-over", test_other_fields);
  g_test_add_func ("/csv/columns-that-are-not-taken-over-are-listed-once", test_columns);
  g_test_add_func ("/csv/one-list-in-every-encoding", test_encodings);
  g_test_add_func ("/csv/bytes-that-are-no-text-are-replaced-and-listed", test_broken_bytes);
  g_test_add_func ("/csv/one-list-in-every-dialect", test_dialects);
  g_test_add_func ("/csv/quotes-are-read-and-mended", test_quotes);
  g_test_add_func ("/csv/formulas-stay-plain-text", test_formulas);
  g_test_add_func ("/csv/ragged-rows-are-read", test_ragged);
  g_test_add_func ("/csv/awkward-cells-are-read", test_awkward);
  g_test_add_func ("/csv/lists-as-offices-keep-them", test_fixtures);
  g_test_add_func ("/csv/start-calendar-and-title-may-be-given", test_options);
  g_test_add_func ("/csv/an-import-can-be-stopped", test_stopped);
  g_test_add_func ("/csv/what-is-no-task-list-is-refused", test_refused);
  g_test_add_func ("/csv/a-million-rows-are-the-limit", test_too_many_rows);
  g_test_add_func ("/csv/damage-is-read-or-refused-but-never-crashes", test_damage);
  g_test_add_func ("/csv/others/construction-schedule", test_construction);
  g_test_add_func ("/csv/others/taskjuggler-report", test_taskjuggler);
  g_test_add_func ("/csv/others/further-and-hostile-files", test_other_files);
  g_test_add_func ("/csv/50000-rows-are-read-quickly", test_speed);

  return g_test_run ();
}
