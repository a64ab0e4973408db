/* test-csv-fields.c — durations, dates, progress, outline and parties of a CSV task list become those of a plan. */
#include "csv-import.h"

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
  g_assert_cmpuint (guatu_plan_n_live (import.plan, GUATU_TABLE_REPORT), ==, 1);
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
  assert_note (&import, "Row 9, column 4 (% complete): “250%” is more than 100%");
  assert_schedulable (&import);
  clear (&import);
}

static void
test_parts_of_one (void)
{
  Import import = import_text ("Name,Duration,进度\nA,2d,0.4\nB,2d,1\nC,2d,0\n");
  const GuatuReport *reports = guatu_plan_rows (import.plan, GUATU_TABLE_REPORT);

  assert_note (&import, "no number is larger than 1, so 1 was taken as 100%");
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
  assert_note (&import, "Column 2 (Name): the column was left out; column 3 was taken instead");
  assert_note (&import, "Column 4 (Early start): the column was left out; it is computed afresh");
  assert_note (&import, "Column 5: the column is not known");
  clear (&import);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

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

  return g_test_run ();
}
