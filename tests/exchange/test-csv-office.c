/* test-csv-office.c — lists as offices keep them: spare marks, numbers of full width, headers of two rows. */
#include "csv-import.h"

#include "guatu-progress.h"

static void
assert_no_notes (const Import *import)
{
  for (guint i = 0; i < guatu_notes_count (import->notes); i++)
    g_test_message ("%s", guatu_notes_get (import->notes, i)->text);
  g_assert_cmpuint (guatu_notes_count (import->notes), ==, 0);
}

static void
test_full_width_ids (void)
{
  Import digits = import_text ("序号,名称,工期,前置任务\n１,甲,３,\n２,乙,５,１FS＋２天\n");
  Import brackets = import_text ("序号,名称,工期,前置任务\n（一）,甲,３,\n（二）,乙,５,（一）\n");

  g_assert_cmpuint (n_links (&digits), ==, 1);
  assert_no_notes (&digits);
  g_assert_cmpuint (n_links (&brackets), ==, 1);
  assert_no_notes (&brackets);
  clear (&digits);
  clear (&brackets);
}

static void
test_nothing (void)
{
  Import import = import_text ("序号,名称,工期,前置任务,截止,配合单位,责任人,完成率,类别\n"
                               "1,甲,5天,无,/,无,—,/,-\n"
                               "2,乙,3天,-,N/A,县财政局、无,/,-,无\n");

  assert_no_notes (&import);
  g_assert_cmpuint (n_links (&import), ==, 0);
  g_assert_cmpuint (guatu_plan_n_live (import.plan, GUATU_TABLE_UNIT), ==, 1);
  g_assert_cmpuint (guatu_plan_n_live (import.plan, GUATU_TABLE_PERSON), ==, 0);
  g_assert_cmpuint (guatu_plan_n_live (import.plan, GUATU_TABLE_CATEGORY), ==, 0);
  g_assert_cmpint (number_at (&import, 1, GUATU_TASK_DEADLINE), ==, GUATU_NONE);
  clear (&import);
}

static void
test_numbers_in_steps (void)
{
  Import nested = import_text ("序号,名称,工期\n1,准备,\n1.1,测绘,5\n1.2,补偿,3\n2,施工,\n2.1,路基,8\n");
  Import rounded = import_text ("ID,Name,Duration\n1.0,A,1\n2.0,B,2\n3.0,C,3\n");

  assert_depths (&nested, "01101");
  assert_depths (&rounded, "000");
  clear (&nested);
  clear (&rounded);
}

/* As the Chinese edition of Microsoft Project writes them. */
static void
test_project_units (void)
{
  Import import = import_text ("标识号,任务名称,工期,前置任务\n1,甲,2 周工时,\n2,乙,1 月工时,1SS+1 周工时\n3,丙,3 连续日,\n");

  assert_no_notes (&import);
  g_assert_cmpint (number_at (&import, 1, GUATU_TASK_DURATION), ==, 2 * 5 * 480 * 60);
  g_assert_cmpint (number_at (&import, 2, GUATU_TASK_DURATION), ==, 20 * 480 * 60);
  g_assert_cmpint (number_at (&import, 3, GUATU_TASK_DURATION), ==, 3 * 86400);
  g_assert_cmpint (number_at (&import, 3, GUATU_TASK_DURATION_KIND), ==, GUATU_DURATION_ELAPSED);
  g_assert_cmpuint (n_links (&import), ==, 1);
  clear (&import);
}

static void
test_example (void)
{
  Import open = import_text ("Name,Start,Duration\nA,25/4/2022,1\nB,4/25/2022,1\nC,3/4/2022,1\n");
  Import contrary = import_text ("Name,Start,Duration\nA,25/4/2022,1\nB,4/25/2022,1\n");

  assert_note (&open, "Column 2 (Start): dates such as “3/4/2022” can be read in two ways");
  g_assert_cmpuint (guatu_notes_count (contrary.notes), ==, 1);
  assert_note (&contrary, "Row 3, column 2 (Start): “4/25/2022” is not understood");
  clear (&open);
  clear (&contrary);
}

static void
test_headers_of_two_rows (void)
{
  Import plain_times = import_text ("序号,任务名称,计划时间,,责任单位,,实际时间,\n"
                                    ",,开始,完成,牵头单位,配合单位,开始,完成\n"
                                    "1,甲,2022-09-05,2022-09-09,交通局,财政局,2022-09-06,\n"
                                    "2,乙,2022-09-13,2022-09-16,财政局,,,\n");
  Import leftovers = import_text ("序号,任务名称,工期,状态\n,,5天,完成\n1,甲,3天,完成\n");

  assert_no_notes (&plain_times);
  g_assert_cmpuint (n_tasks (&plain_times), ==, 2);
  g_assert_cmpint (number_at (&plain_times, 1, GUATU_TASK_RECORDED_START), ==,
                   guatu_instant_from_civil ((GuatuCivil) { .year = 2022, .month = 9, .day = 5, .hour = 8 }));
  g_assert_cmpint (number_at (&plain_times, 1, GUATU_TASK_ACTUAL_START), ==,
                   guatu_instant_from_civil ((GuatuCivil) { .year = 2022, .month = 9, .day = 6, .hour = 8 }));
  g_assert_cmpint (number_at (&plain_times, 2, GUATU_TASK_DURATION), ==, 4 * 480 * 60);
  g_assert_cmpuint (guatu_plan_n_live (plain_times.plan, GUATU_TABLE_ASSIGNMENT), ==, 3);

  g_assert_cmpuint (n_tasks (&leftovers), ==, 1);
  g_assert_cmpint (number_at (&leftovers, 1, GUATU_TASK_DURATION), ==, 3 * 480 * 60);
  assert_note (&leftovers, "Row 2: the row has no name");
  clear (&plain_times);
  clear (&leftovers);
}

static void
test_rows_that_are_no_tasks (void)
{
  Import paged = import_text ("序号,任务名称,工期\n1,甲,5\n序号,任务名称,工期\n2,乙,3\n,合计,8\n");
  Import named = import_text ("序号,任务名称,工期\n1,总计,5\n2,工期,3\n");

  g_assert_cmpuint (n_tasks (&paged), ==, 2);
  assert_note (&paged, "Row 3: the headers stand here once more");
  assert_note (&paged, "Row 5: the row adds others up");
  g_assert_cmpuint (n_tasks (&named), ==, 2);
  assert_no_notes (&named);
  clear (&paged);
  clear (&named);
}

static void
test_before_a_day (void)
{
  Import import = import_text ("名称,完成时限\n甲,2022年9月30日前\n乙,2022-10-10 之前\n丙,2022年9月30日前后\n");

  g_assert_cmpint (number_at (&import, 1, GUATU_TASK_DEADLINE), ==,
                   guatu_instant_from_civil ((GuatuCivil) { .year = 2022, .month = 9, .day = 30, .hour = 17 }));
  g_assert_cmpint (number_at (&import, 2, GUATU_TASK_DEADLINE), ==,
                   guatu_instant_from_civil ((GuatuCivil) { .year = 2022, .month = 10, .day = 10, .hour = 17 }));
  g_assert_cmpint (number_at (&import, 3, GUATU_TASK_DEADLINE), ==, GUATU_NONE);
  assert_note (&import, "“2022年9月30日前后” is not understood");
  clear (&import);
}

static GuatuInstant
at (int year, int month, int day, int hour)
{
  return guatu_instant_from_civil ((GuatuCivil) { .year = year, .month = month, .day = day, .hour = hour });
}

static void
test_durations_in_words (void)
{
  static const struct { const char *said; int days; } durations[] = {
    { "半年", 120 }, { "一个月", 20 }, { "两周", 10 }, { "三天", 3 }, { "1年", 240 }, { "十五天", 15 }, { "二十天", 20 },
    { "一年半", 360 }, { "半个月", 10 }, { "一个半月", 30 }, { "半天", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (durations); i++)
    {
      g_autofree char *text = g_strdup_printf ("名称,工期\n甲,%s\n", durations[i].said);
      Import import = import_text (text);
      gint64 day = 480 * 60;

      assert_no_notes (&import);
      g_assert_cmpint (number_at (&import, 1, GUATU_TASK_DURATION), ==,
                       durations[i].days > 0 ? durations[i].days * day : day / 2);
      clear (&import);
    }
}

static void
test_about (void)
{
  Import import = import_text ("名称,工期\n甲,约10天\n乙,两周左右\n丙,大约\n");

  g_assert_cmpint (number_at (&import, 1, GUATU_TASK_DURATION), ==, 10 * 480 * 60);
  g_assert_cmpint (number_at (&import, 2, GUATU_TASK_DURATION), ==, 10 * 480 * 60);
  assert_note (&import, "Row 2, column 2 (工期): “约10天” was taken without “about”");
  assert_note (&import, "Row 3, column 2 (工期): “两周左右” was taken without “about”");
  assert_note (&import, "Row 4, column 2 (工期): “大约” is not understood as a duration");
  clear (&import);
}

static void
test_rough_dates (void)
{
  Import import = import_text ("名称,开始,完成,截止\n甲,2022年9月,2022年9月,2022年2月\n乙,2022年8月下旬,2022.9,9月底\n"
                               "丙,9月26日,2022年9月中旬,2022年底前\n丁,2月30日,2022年13月,9月31日\n");

  g_assert_cmpint (number_at (&import, 1, GUATU_TASK_RECORDED_START), ==, at (2022, 9, 1, 8));
  g_assert_cmpint (number_at (&import, 1, GUATU_TASK_RECORDED_FINISH), ==, at (2022, 9, 30, 17));
  g_assert_cmpint (number_at (&import, 1, GUATU_TASK_DEADLINE), ==, at (2022, 2, 28, 17));
  g_assert_cmpint (number_at (&import, 2, GUATU_TASK_RECORDED_START), ==, at (2022, 8, 21, 8));
  g_assert_cmpint (number_at (&import, 2, GUATU_TASK_RECORDED_FINISH), ==, at (2022, 9, 30, 17));
  g_assert_cmpint (number_at (&import, 2, GUATU_TASK_DEADLINE), ==, at (2022, 9, 30, 17));
  g_assert_cmpint (number_at (&import, 3, GUATU_TASK_RECORDED_START), ==, at (2022, 9, 26, 8));
  g_assert_cmpint (number_at (&import, 3, GUATU_TASK_RECORDED_FINISH), ==, at (2022, 9, 20, 17));
  g_assert_cmpint (number_at (&import, 3, GUATU_TASK_DEADLINE), ==, at (2022, 12, 31, 17));
  g_assert_cmpint (number_at (&import, 4, GUATU_TASK_RECORDED_START), ==, GUATU_NONE);
  g_assert_cmpint (number_at (&import, 4, GUATU_TASK_RECORDED_FINISH), ==, GUATU_NONE);
  g_assert_cmpint (guatu_plan_settings (import.plan)->start, ==, at (2022, 8, 21, 8));
  assert_note (&import, "Row 2, column 2 (开始): “2022年9月” was taken as 2022-09-01");
  assert_note (&import, "Row 3, column 4 (截止): “9月底” was taken as 2022-09-30");
  assert_note (&import, "Column 2 (开始): dates without a year were taken as dates of 2022");
  assert_note (&import, "Row 5, column 4 (截止): “9月31日” is not understood");
  clear (&import);
}

static void
test_no_year (void)
{
  Import two = import_text ("名称,开始,完成\n甲,2022-09-01,2023-01-05\n乙,9月26日,\n");
  Import none = import_text ("名称,完成\n甲,9月底\n");

  g_assert_cmpint (number_at (&two, 2, GUATU_TASK_RECORDED_START), ==, GUATU_NONE);
  assert_note (&two, "Row 3, column 2 (开始): “9月26日” names no year");
  assert_note (&none, "Row 2, column 2 (完成): “9月底” names no year");
  clear (&two);
  clear (&none);
}

static void
test_predecessors_in_words (void)
{
  Import import = import_text ("序号,名称,工期,前置任务\n1,甲,3,\n2,乙,5,第1项\n3,丙,5,2FS 2d\n4,丁,5,\"第1项FS+1d、第3项\"\n"
                               "5,戊,5,1FS 2\n");

  g_assert_cmpuint (n_links (&import), ==, 4);
  g_assert_cmpint (find_link (&import, 1, 2)->lag, ==, 0);
  g_assert_cmpint (find_link (&import, 2, 3)->lag, ==, 2 * 480 * 60);
  g_assert_cmpint (find_link (&import, 1, 4)->lag, ==, 480 * 60);
  assert_note (&import, "Row 6, column 4 (前置任务): “1FS 2” is not understood");
  clear (&import);
}

static gint64
share_at (const Import *import, guint place)
{
  g_autofree gint64 *shares = guatu_progress_reported (import->plan, NULL, GUATU_NONE);

  return shares[task_at (import, place)];
}

static void
test_summary_share (void)
{
  Import said = import_text ("Outline level,Name,Duration,% Complete\n1,A,,40%\n2,B,5,\n2,C,5,\n1,D,,50\n2,E,1,50\n1,F,,0\n2,G,2,50\n");
  g_autofree char *out = guatu_csv_write (said.plan, NULL, "zh_CN", NULL);
  Import again = import_text (out);

  g_assert_cmpint (share_at (&said, 1), ==, 4000);
  g_assert_cmpint (share_at (&said, 4), ==, 5000);
  g_assert_cmpint (share_at (&said, 6), ==, 0);
  /* A's and F's own, beside those of E and G: D's adds up anyway, and goes on doing so. */
  g_assert_cmpuint (guatu_plan_n_live (said.plan, GUATU_TABLE_REPORT), ==, 4);

  g_assert_cmpint (share_at (&again, 1), ==, 4000);
  g_assert_cmpint (share_at (&again, 6), ==, 0);
  g_assert_cmpuint (guatu_plan_n_live (again.plan, GUATU_TABLE_REPORT), ==, 4);
  clear (&said);
  clear (&again);
}

static void
test_order_of_notes (void)
{
  Import import = import_text ("名称,工期,前置任务,怪\n甲,x,9,\n,3,,\n乙,y,8,\n");
  guint before = 0;

  g_assert_cmpuint (guatu_notes_count (import.notes), >=, 6);
  for (guint i = 0; i < guatu_notes_count (import.notes); i++)
    {
      g_assert_cmpuint (guatu_notes_get (import.notes, i)->row, >=, before);
      before = guatu_notes_get (import.notes, i)->row;
    }
  g_assert_cmpuint (before, ==, 4);
  clear (&import);
}

static void
test_many_unknown_columns (void)
{
  g_autoptr(GString) many = g_string_new ("名称,工期");
  g_autoptr(GString) few = g_string_new ("名称,工期");
  Import import;

  for (guint i = 0; i < 21; i++)
    g_string_append_printf (many, ",怪%u", i);
  for (guint i = 0; i < 20; i++)
    g_string_append_printf (few, ",怪%u", i);
  g_string_append (many, "\n甲,1天\n");
  g_string_append (few, "\n甲,1天\n");

  import = import_text (many->str);
  g_assert_cmpuint (guatu_notes_count (import.notes), ==, 1);
  assert_note (&import, "21 columns are not known and were left out");
  clear (&import);
  import = import_text (few->str);
  g_assert_cmpuint (guatu_notes_count (import.notes), ==, 20);
  clear (&import);
}

static void
test_kinds_of_number (void)
{
  Import import = import_text ("序号,名称,工期,前置任务\n一,准备,,\n1,甲,3,\n2,乙,5,1\n二、,施工,,\n1,丙,5,一\n2,丁,5,\n3,戊,5,3FS\n4,己,5,3\n");
  Import deep = import_text ("序号,名称\n一、,A\n（一）,B\n1.,C\n（1）,D\n（2）,E\n2.,F\n二、,G\n3.,H\n");
  Import flat = import_text ("序号,名称\n1,A\n一,B\n2,C\n");

  assert_depths (&import, "01101111");
  g_assert_cmpuint (n_links (&import), ==, 2);
  g_assert_cmpint (find_link (&import, 1, 5)->type, ==, GUATU_LINK_FS);
  g_assert_cmpint (find_link (&import, 7, 8)->type, ==, GUATU_LINK_FS);
  assert_note (&import, "Row 4, column 4 (前置任务): “1” was left out: several tasks have this number");
  assert_schedulable (&import);
  assert_depths (&deep, "01233201");
  assert_depths (&flat, "000");
  clear (&import);
  clear (&deep);
  clear (&flat);
}

static void
test_merged_categories (void)
{
  Import merged = import_text ("类别,名称,工期\n交通,甲,1\n,乙,1\n,丙,1\n水利,丁,1\n,戊,1\n");
  Import gaps = import_text ("类别,名称,工期\n交通,甲,1\n,乙,1\n水利,丙,1\n水利,丁,1\n,戊,1\n");
  g_autofree char *out = guatu_csv_write (gaps.plan, NULL, "zh_CN", NULL);
  Import again = import_text (out);

  g_assert_cmpuint (guatu_plan_n_live (merged.plan, GUATU_TABLE_LEDGER_ITEM), ==, 5);
  g_assert_cmpuint (guatu_plan_n_live (merged.plan, GUATU_TABLE_CATEGORY), ==, 2);
  g_assert_cmpuint (guatu_notes_count (merged.notes), ==, 1);
  assert_note (&merged, "Column 1 (类别): blank cells below a filled one were read as merged with it");
  g_assert_cmpuint (guatu_plan_n_live (gaps.plan, GUATU_TABLE_LEDGER_ITEM), ==, 3);
  assert_note (&gaps, "Column 1 (类别): 2 rows have no category");
  g_assert_cmpuint (guatu_plan_n_live (again.plan, GUATU_TABLE_LEDGER_ITEM), ==, 3);
  assert_no_notes (&again);
  clear (&merged);
  clear (&gaps);
  clear (&again);
}

static void
test_finish_alone (void)
{
  Import import = import_text ("序号,名称,开始,完成,前置任务\n1,甲,2022-09-05,2022-09-09,\n2,乙,,2022-09-30,\n3,丙,,2022-09-30,1\n");

  g_assert_cmpint (number_at (&import, 2, GUATU_TASK_RECORDED_FINISH), ==, at (2022, 9, 30, 17));
  g_assert_cmpint (number_at (&import, 2, GUATU_TASK_DEADLINE), ==, GUATU_NONE);
  g_assert_cmpuint (guatu_notes_count (import.notes), ==, 2);
  assert_note (&import, "2 tasks have no duration");
  assert_note (&import, "Row 3, column 4 (完成): there is a finish, but neither start nor duration");
  clear (&import);
}

static void
test_projects_above (void)
{
  Import merged = import_text ("序号,项目名称,工作内容,工期,前置任务\n1,园区道路,征地,5,\n2,,路基,8,1\n3,水厂,立项,3,\n4,,招标,2,3\n");
  Import filled = import_text ("项目,工作内容,工期,完成率\n园区道路,,,40%\n园区道路,征地,5,\n园区道路,路基,8,\n水厂,立项,3,\n");
  Import single = import_text ("项目名称,工作内容,工期\n园区道路,征地,5\n水厂,立项,3\n");

  assert_depths (&merged, "011011");
  g_assert_cmpstr (name_at (&merged, 4), ==, "水厂");
  g_assert_cmpstr (name_at (&merged, 6), ==, "招标");
  g_assert_cmpint (find_link (&merged, 5, 6)->type, ==, GUATU_LINK_FS);
  g_assert_cmpuint (guatu_notes_count (merged.notes), ==, 1);
  assert_note (&merged, "Column 2 (项目名称): the tasks were put below the projects that this column names");
  assert_schedulable (&merged);
  assert_depths (&filled, "01101");
  g_assert_cmpint (share_at (&filled, 1), ==, 4000);
  assert_depths (&single, "00");
  assert_note (&single, "Column 1 (项目名称): the column was left out; column 2 was taken instead");
  clear (&merged);
  clear (&filled);
  clear (&single);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv-office/ids-of-full-width-are-those-of-half-width", test_full_width_ids);
  g_test_add_func ("/csv-office/marks-for-nothing-are-nothing-and-nobody", test_nothing);
  g_test_add_func ("/csv-office/numbers-in-steps-make-the-outline-where-nothing-else-does", test_numbers_in_steps);
  g_test_add_func ("/csv-office/units-of-project-in-chinese-are-read", test_project_units);
  g_test_add_func ("/csv-office/a-date-said-to-be-open-to-two-readings-is", test_example);
  g_test_add_func ("/csv-office/headers-may-take-two-rows", test_headers_of_two_rows);
  g_test_add_func ("/csv-office/headers-of-the-next-page-and-totals-are-no-tasks", test_rows_that_are_no_tasks);
  g_test_add_func ("/csv-office/by-a-day-is-a-deadline-of-that-day", test_before_a_day);
  g_test_add_func ("/csv-office/durations-may-be-said-in-words", test_durations_in_words);
  g_test_add_func ("/csv-office/about-is-left-out-of-a-duration-and-told", test_about);
  g_test_add_func ("/csv-office/a-month-or-a-part-of-one-is-its-first-or-last-day", test_rough_dates);
  g_test_add_func ("/csv-office/a-date-without-a-year-takes-none-from-dates-of-several", test_no_year);
  g_test_add_func ("/csv-office/predecessors-may-be-counted-out-and-leave-the-sign-out", test_predecessors_in_words);
  g_test_add_func ("/csv-office/what-is-reported-of-a-summary-is-kept", test_summary_share);
  g_test_add_func ("/csv-office/notes-come-in-the-order-of-rows", test_order_of_notes);
  g_test_add_func ("/csv-office/many-unknown-columns-are-told-in-one-line", test_many_unknown_columns);
  g_test_add_func ("/csv-office/chinese-numbers-stand-above-arabic-ones", test_kinds_of_number);
  g_test_add_func ("/csv-office/merged-categories-hold-for-the-rows-below", test_merged_categories);
  g_test_add_func ("/csv-office/a-finish-alone-is-kept-and-told", test_finish_alone);
  g_test_add_func ("/csv-office/names-of-projects-stand-above-the-tasks", test_projects_above);

  return g_test_run ();
}
