/* test-csv-read.c — task lists in every encoding and dialect are read, and what is none is refused. */
#include "csv-import.h"

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
  Import utf8 = import_literal ("Name,Duration\nbad \xff\xfe,1d\n\x01ood,2d\n");
  Import gbk = import_literal ("Name,Duration\n\xbb\xf9\xb4\xa1\xca\xa9\xb9\xa4,1d\n\xd6\xf7\xcc\xe5,2d\n\xd6\xf7\xff,1d\n");
  Import western = import_literal ("Name,Duration\nM\xfcller,1d\nCaf\xe9 \xe0 c\xf4t\xe9,2d\n");

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
  import = import_bytes ("Name\nA\n", strlen ("Name\nA\n"), &options);
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

  refuse_literal ("", "empty");
  refuse_literal ("\xef\xbb\xbf", "empty");
  refuse_literal (" \n\n \r\n", "empty");
  refuse_literal ("a,b\n1,2\n", "“Name”");
  refuse_literal ("Name,Duration\n", "no row");
  refuse_literal ("Name,Duration\n,\n ,5d\n", "no row");
  refuse_literal ("PK\003\004rest of a spreadsheet", "spreadsheet");
  refuse_literal ("SQLite format 3\0rest", "database");
  refuse_literal ("Name\n\1\2\3\4\5\6", "not a text file");

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

  for (guint i = 0; i < (g_test_slow () ? 20000u : 600u); i++)
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
