/* test-csv-office.c — lists as offices keep them: spare marks, numbers of full width, headers of two rows. */
#include "csv-import.h"

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

  return g_test_run ();
}
