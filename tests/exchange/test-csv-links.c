/* test-csv-links.c — predecessors of a CSV task list become links, and those that cannot stand are said. */
#include "csv-import.h"

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

  return g_test_run ();
}
