/* test-board.c — what makes a chart a board: figures, categories, plaques, phases, holidays, whose sheet it is. */
#include "draw-fixtures.h"
#include "guatu-chart-holidays.h"
#include "guatu-id.h"
#include "guatu-test.h"

/* Figures ------------------------------------------------------------------------------------------ */

static gint32
add_due (GuatuPlan *plan, const char *name, const char *deadline)
{
  gint32 task = guatu_test_add_task (plan, -1, name, "5d");

  guatu_test_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_DEADLINE, guatu_test_at (deadline));

  return task;
}

static GuatuChartStatus
status_of (Drawing *drawing)
{
  return guatu_chart_status (drawing->plan, drawing->schedule, drawing->rows, -1, drawing->shares, drawing->planned,
                             drawing->lights, guatu_plan_settings (drawing->plan)->status_date);
}

/* Weeks begin on Monday; what is due at midnight is due on the day before; what is done is not due any more. */
static void
test_dues (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  g_autoptr(Drawing) drawing = NULL;
  GuatuChartStatus status;
  gint32 done;

  guatu_test_set (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_STATUS_DATE, guatu_test_at ("2024-03-13 17:00"));
  add_due (plan, "The Sunday before", "2024-03-11 00:00");
  add_due (plan, "Monday", "2024-03-11 17:00");
  add_due (plan, "The day itself", "2024-03-13 17:00");
  add_due (plan, "Sunday's end", "2024-03-18 00:00");
  add_due (plan, "The Monday after", "2024-03-18 08:00");
  done = add_due (plan, "Done", "2024-03-12 17:00");
  fixture_report (plan, done, "2024-03-12", 10000);
  drawing = drawing_new (plan, NULL);
  status = status_of (drawing);

  g_assert_cmpuint (status.n_tasks, ==, 6);
  g_assert_cmpuint (status.n_due, ==, 3);
  g_assert_cmpuint (status.n_overdue, ==, 2);
  g_assert_cmpuint (status.n_lights[GUATU_LIGHT_DONE], ==, 1);
  g_assert_cmpint (status.reported, ==, 10000 / 6 + 1);
}

/* On a board its tasks are counted, not what lies below them, nor what stands on no board. */
static void
test_board_counts (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 board = guatu_plan_insert (plan, GUATU_TABLE_LEDGER, guatu_id_next ());
  gint32 category = fixture_add_category (plan, board, "Breakthrough"), unit = fixture_add_unit (plan, "Transport");
  gint32 road = guatu_test_add_task (plan, -1, "Road", "1d"), school = guatu_test_add_task (plan, -1, "School", "4d");
  g_autoptr(Drawing) drawing = NULL;
  GuatuChartStatus status;

  guatu_test_add_task (plan, road, "Survey", "2d");
  guatu_test_add_task (plan, road, "Works", "2d");
  guatu_test_add_task (plan, -1, "On no board", "2d");
  fixture_put_in (plan, road, board, category);
  fixture_put_in (plan, school, board, category);
  fixture_assign (plan, road, unit, GUATU_ROLE_LEAD_UNIT);
  fixture_assign (plan, school, unit, GUATU_ROLE_LEAD_UNIT);
  drawing = drawing_new (plan, NULL);
  status = status_of (drawing);

  g_assert_cmpuint (status.n_tasks, ==, 2);
  g_assert_cmpuint (status.n_lead_units, ==, 1);
  g_assert_cmpuint (status.n_owners, ==, 0);
  g_assert_cmpint (status.planned, ==, GUATU_NONE);
}

/* What takes no part in the plan is neither due nor overdue, and has no say in how far the plan has come. */
static void
test_inactive (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 road = add_due (plan, "Road", "2024-03-12 17:00"), dropped = add_due (plan, "Dropped", "2024-03-12 17:00");
  gint32 unit = fixture_add_unit (plan, "Transport");
  g_autoptr(Drawing) drawing = NULL;
  GuatuChartStatus status;

  guatu_test_set (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_STATUS_DATE, guatu_test_at ("2024-03-13 17:00"));
  guatu_test_set (plan, GUATU_TABLE_TASK, dropped, GUATU_TASK_ACTIVE, FALSE);
  fixture_assign (plan, dropped, unit, GUATU_ROLE_LEAD_UNIT);
  fixture_report (plan, road, "2024-03-12", 4000);
  drawing = drawing_new (plan, NULL);
  status = status_of (drawing);

  g_assert_cmpuint (status.n_tasks, ==, 1);
  g_assert_cmpuint (status.n_due, ==, 1);
  g_assert_cmpuint (status.n_overdue, ==, 1);
  g_assert_cmpuint (status.n_lead_units, ==, 0);
  g_assert_cmpint (status.reported, ==, 4000);
}

/* A plan has come as far whatever its rows are grouped by. */
static void
test_progress_in_groups (void)
{
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;

  for (guint i = 0; i < 2; i++)
    {
      GuatuPlan *plan = guatu_test_plan_new ();
      gint32 road = guatu_test_add_task (plan, -1, "Road", "1d"), survey, works;
      g_autoptr(Drawing) drawing = NULL;

      guatu_test_add_task (plan, -1, "School", "10d");
      survey = guatu_test_add_task (plan, road, "Survey", "2d");
      works = guatu_test_add_task (plan, road, "Works", "8d");
      guatu_test_add_link (plan, survey, works, GUATU_LINK_FS, NULL);
      fixture_assign (plan, works, fixture_add_unit (plan, "Transport"), GUATU_ROLE_LEAD_UNIT);
      fixture_report (plan, survey, "2024-03-05", 10000);
      query.grouping = i == 0 ? GUATU_GROUP_NONE : GUATU_GROUP_UNIT;
      drawing = drawing_new (plan, &query);
      /* A fifth of ten days, and nothing of ten more. */
      g_assert_cmpint (status_of (drawing).reported, ==, 1000);
    }
}

static void
test_plaques_and_numbers (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 ledger = guatu_plan_insert (plan, GUATU_TABLE_LEDGER, guatu_id_next ()), item;
  gint32 road = guatu_test_add_task (plan, -1, "Road", "1d"), school = guatu_test_add_task (plan, -1, "School", "4d");
  g_autofree guint8 *highlights = NULL;
  g_autofree const char **numbers = NULL;

  guatu_plan_settle (plan);
  g_assert_null (guatu_chart_highlights (plan));
  guatu_test_set (plan, GUATU_TABLE_LEDGER, ledger, GUATU_LEDGER_KIND, GUATU_LEDGER_KIND_PLAQUE_LIST);
  fixture_put_in (plan, school, ledger, -1);
  item = (gint32) guatu_plan_n_rows (plan, GUATU_TABLE_LEDGER_ITEM) - 1;
  fixture_set_text (plan, GUATU_TABLE_LEDGER_ITEM, item, GUATU_LEDGER_ITEM_NUMBER, "7");
  guatu_plan_settle (plan);
  highlights = guatu_chart_highlights (plan);
  numbers = guatu_chart_numbers (plan, ledger);

  g_assert_false (highlights[road]);
  g_assert_true (highlights[school]);
  g_assert_null (numbers[road]);
  g_assert_cmpstr (numbers[school], ==, "7");
  guatu_plan_free (plan);
}

/* Categories --------------------------------------------------------------------------------------- */

static void
test_merged (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 board = guatu_plan_insert (plan, GUATU_TABLE_LEDGER, guatu_id_next ());
  gint32 reform = fixture_add_category (plan, board, "Reform"), works = fixture_add_category (plan, board, "Works");
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;
  g_autoptr(Drawing) drawing = NULL;
  g_autoptr(NotesPainter) painter = notes_painter_new (NULL);
  g_autofree char *list = NULL;
  g_autofree char *cells = NULL;
  GuatuColumn columns[] = { { GUATU_COLUMN_CATEGORY, 0, 20 }, { GUATU_COLUMN_NAME, 20, 80 } };

  fixture_put_in (plan, guatu_test_add_task (plan, -1, "One", "1d"), board, works);
  fixture_put_in (plan, guatu_test_add_task (plan, -1, "Two", "1d"), board, reform);
  fixture_put_in (plan, guatu_test_add_task (plan, -1, "Three", "1d"), board, works);
  query.grouping = GUATU_GROUP_CATEGORY;
  query.merged = TRUE;
  drawing = drawing_new (plan, &query);
  list = drawing_list (drawing);
  g_assert_cmpstr (list, ==, "Two 0\nOne 0\nThree 0\n");
  g_assert_cmpuint (drawing->rows->groups[1].first, ==, 1);
  g_assert_cmpuint (drawing->rows->groups[1].n_rows, ==, 2);

  drawing->view.columns = columns;
  guatu_chart_paint (&drawing->view, &painter->parent, (GuatuBox) { 0, 0, 520, 60 });
  cells = notes_painter_grep (painter, "* group-cell");
  g_assert_nonnull (strstr (cells, "fill 0,0 20x20 group-cell"));
  g_assert_nonnull (strstr (cells, "fill 0,20 20x40 group-cell/1"));
  g_assert_nonnull (strstr (cells, "“Reform”"));
  g_assert_nonnull (strstr (cells, "“Works”"));
}

/* A heading whose rows go on in the next panel has the light of them all. */
static void
test_heading_light (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 board = guatu_plan_insert (plan, GUATU_TABLE_LEDGER, guatu_id_next ());
  gint32 works = fixture_add_category (plan, board, "Works"), later = add_due (plan, "Later", "2024-06-03 17:00");
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;
  g_autoptr(Drawing) drawing = NULL;
  g_autoptr(GuatuRows) slice = NULL;
  g_autoptr(NotesPainter) painter = notes_painter_new (NULL);
  g_autofree char *lights = NULL;
  GuatuColumn columns[] = { { GUATU_COLUMN_LIGHT, 0, 20 }, { GUATU_COLUMN_NAME, 20, 80 } };

  guatu_test_set (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_STATUS_DATE, guatu_test_at ("2024-03-29 17:00"));
  guatu_test_set (plan, GUATU_TABLE_TASK, later, GUATU_TASK_CONSTRAINT, GUATU_CONSTRAINT_SNET);
  guatu_test_set (plan, GUATU_TABLE_TASK, later, GUATU_TASK_CONSTRAINT_DATE, guatu_test_at ("2024-05-06 08:00"));
  fixture_put_in (plan, later, board, works);
  fixture_put_in (plan, add_due (plan, "Overdue", "2024-03-08 17:00"), board, works);
  query.grouping = GUATU_GROUP_CATEGORY;
  drawing = drawing_new (plan, &query);
  slice = guatu_rows_slice (drawing->rows, plan, 0, 2);
  drawing->view.rows = slice;
  drawing->view.lights = drawing->lights;
  drawing->view.columns = columns;
  guatu_chart_paint (&drawing->view, &painter->parent, (GuatuBox) { 0, 0, 520, 40 });
  lights = notes_painter_grep (painter, "* red");

  g_assert_cmpuint (slice->n, ==, 2);
  g_assert_cmpstr (lights, !=, "");
}

/* Phases ------------------------------------------------------------------------------------------- */

static void
add_phase (GuatuPlan *plan, const char *name, const char *from, const char *to)
{
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_PHASE, guatu_id_next ());

  fixture_set_text (plan, GUATU_TABLE_PHASE, row, GUATU_PHASE_NAME, name);
  guatu_test_set (plan, GUATU_TABLE_PHASE, row, GUATU_PHASE_POSITION, row + 1);
  guatu_test_set (plan, GUATU_TABLE_PHASE, row, GUATU_PHASE_FROM_DATE, guatu_test_at (from));
  guatu_test_set (plan, GUATU_TABLE_PHASE, row, GUATU_PHASE_TO_DATE, guatu_test_at (to));
}

/* QX-11: phases may share a boundary day, of which each band has half; the last day of all is whole. */
static void
test_phases (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  g_autoptr(Drawing) drawing = NULL;
  g_autoptr(NotesPainter) painter = notes_painter_new (NULL);
  g_autofree char *bands = NULL;

  guatu_test_add_task (plan, -1, "Task", "5d");
  add_phase (plan, "Mobilisation", "2024-03-04", "2024-03-08");
  add_phase (plan, "Works", "2024-03-08", "2024-03-14");
  add_phase (plan, "Much later", "2025-03-08", "2025-03-14");
  drawing = drawing_new (plan, NULL);
  drawing->view.hair = 0;
  g_assert_true (guatu_chart_has_phases (&drawing->view));
  g_assert_cmpuint (guatu_chart_paint_phases (&drawing->view, &painter->parent, (GuatuBox) { 100, 60, 420, 20 }), ==, 0);
  bands = notes_painter_grep (painter, "box");

  /* A day is 20 wide. */
  g_assert_cmpstr (bands, ==, "box 100,60 90x20 phase\nbox 190,60 130x20 phase/1\n");
}

/* Of phases that overlap the later stands over the earlier, and over no name. */
static void
test_overlapping_phases (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  g_autoptr(Drawing) drawing = NULL;
  g_autoptr(NotesPainter) painter = notes_painter_new (NULL);
  g_autofree char *names = NULL;

  add_phase (plan, "Works", "2024-03-04", "2024-03-23");
  add_phase (plan, "Check", "2024-03-11", "2024-03-15");
  drawing = drawing_new (plan, NULL);
  drawing->view.hair = 0;
  g_assert_cmpuint (guatu_chart_paint_phases (&drawing->view, &painter->parent, (GuatuBox) { 100, 60, 420, 20 }), ==, 0);
  names = notes_painter_grep (painter, "*phase-text");

  /* Eight days are left behind the check, and seven before it. */
  g_assert_cmpstr (names, ==, "bold 410,70 “Works” phase-text\nbold 280,70 “Check” phase-text\n");
}

static void
test_narrow_phase (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  g_autoptr(Drawing) drawing = NULL;
  g_autoptr(NotesPainter) painter = notes_painter_new (NULL);

  add_phase (plan, "Close-out and improvement", "2024-03-04", "2024-03-05");
  drawing = drawing_new (plan, NULL);
  g_assert_cmpuint (guatu_chart_paint_phases (&drawing->view, &painter->parent, (GuatuBox) { 100, 60, 420, 20 }), ==, 1);
  g_assert_null (strstr (painter->notes->str, "“"));
}

/* Holidays ----------------------------------------------------------------------------------------- */

static gint32
add_exception (GuatuPlan *plan, gint32 calendar, const char *name, const char *from, const char *to)
{
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_CALENDAR_EXCEPTION, guatu_id_next ());

  fixture_refer (plan, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_CALENDAR, calendar);
  fixture_set_text (plan, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_NAME, name);
  guatu_test_set (plan, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_FROM_DATE, guatu_test_at (from));
  guatu_test_set (plan, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_TO_DATE, guatu_test_at (to));

  return row;
}

static char *
list_holidays (GuatuPlan *plan, const char *from, const char *to)
{
  g_autoptr(GArray) holidays = NULL;
  GString *list = g_string_new (NULL);

  guatu_plan_settle (plan);
  holidays = guatu_holidays_new (plan, guatu_test_at (from), guatu_test_at (to));
  for (guint i = 0; i < holidays->len; i++)
    {
      const GuatuHoliday *holiday = &g_array_index (holidays, GuatuHoliday, i);
      g_autofree char *first = guatu_instant_to_iso (holiday->from);
      g_autofree char *last = guatu_instant_to_iso (holiday->to - GUATU_DAY);

      g_string_append_printf (list, "%s %.10s–%.10s\n", holiday->name, first, last);
    }

  return g_string_free (list, FALSE);
}

static void
test_holidays (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 base = guatu_plan_insert (plan, GUATU_TABLE_CALENDAR, guatu_id_next ()), calendar, row, hours;
  g_autofree char *list = NULL;

  calendar = guatu_plan_insert (plan, GUATU_TABLE_CALENDAR, guatu_id_next ());
  fixture_refer (plan, GUATU_TABLE_CALENDAR, calendar, GUATU_CALENDAR_BASE, base);
  fixture_refer (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_CALENDAR, calendar);
  /* Day by day, as holiday files have them; and of the base. */
  add_exception (plan, calendar, "National Day", "2024-10-02", "2024-10-02");
  add_exception (plan, calendar, "National Day", "2024-10-01", "2024-10-01");
  add_exception (plan, base, "Labour Day", "2024-05-01", "2024-05-03");
  /* A day that works, and one without a name, are no holidays. */
  row = add_exception (plan, calendar, "Make-up day", "2024-10-12", "2024-10-12");
  hours = guatu_plan_insert (plan, GUATU_TABLE_CALENDAR_HOURS, guatu_id_next ());
  fixture_refer (plan, GUATU_TABLE_CALENDAR_HOURS, hours, GUATU_CALENDAR_HOURS_EXCEPTION, row);
  guatu_test_set (plan, GUATU_TABLE_CALENDAR_HOURS, hours, GUATU_CALENDAR_HOURS_TO_TIME, 8 * GUATU_HOUR);
  add_exception (plan, calendar, "", "2024-06-10", "2024-06-10");
  /* Past a month's end is its last day. */
  row = add_exception (plan, calendar, "Leap", "2023-01-01", "2026-12-31");
  guatu_test_set (plan, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_RECURRENCE,
                  GUATU_RECUR_YEARLY_DAY);
  guatu_test_set (plan, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_MONTH, 2);
  guatu_test_set (plan, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_MONTH_DAY, 30);
  list = list_holidays (plan, "2024-01-01", "2025-12-31");

  g_assert_cmpstr (list, ==, "Leap 2024-02-29–2024-02-29\nLabour Day 2024-05-01–2024-05-03\n"
                             "National Day 2024-10-01–2024-10-02\nLeap 2025-02-28–2025-02-28\n");
}

/* A name may stand over its neighbour's days, and then is not painted over. */
static void
test_holiday_names (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  g_autoptr(Drawing) drawing = NULL;
  g_autoptr(NotesPainter) painter = notes_painter_new (NULL);
  g_autoptr(GArray) holidays = g_array_new (FALSE, FALSE, sizeof (GuatuHoliday));
  const GuatuHoliday feast = { guatu_test_at ("2024-03-12"), guatu_test_at ("2024-03-13"), "A feast" };
  const GuatuHoliday next = { guatu_test_at ("2024-03-14"), guatu_test_at ("2024-03-15"), "" };

  g_array_append_val (holidays, feast);
  g_array_append_val (holidays, next);
  drawing = drawing_new (plan, NULL);
  drawing->view.holidays = holidays;
  g_assert_cmpuint (guatu_chart_paint_holidays (&drawing->view, &painter->parent, (GuatuBox) { 100, 0, 420, 20 }), ==, 0);

  g_assert_cmpint (strstr (painter->notes->str, "“A feast”") - painter->notes->str, >,
                   g_strrstr (painter->notes->str, "fill") - painter->notes->str);
}

/* The title block ---------------------------------------------------------------------------------- */

static char *
paint_sheet (const char *note)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  g_autoptr(Drawing) drawing = NULL;
  g_autoptr(NotesPainter) painter = notes_painter_new (NULL);
  g_autoptr(GuatuSheet) sheet = NULL;

  fixture_set_text (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_NOTE, note);
  fixture_set_text (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_ISSUING_BODY, "Programme office");
  guatu_test_add_task (plan, -1, "Task", "5d");
  drawing = drawing_new (plan, NULL);
  sheet = drawing_sheet (drawing, "A3", TRUE, "en", &painter->parent);
  guatu_sheet_paint (sheet, &painter->parent);

  return g_strdup (painter->notes->str);
}

static void
test_title_block (void)
{
  g_autofree char *shown = paint_sheet ("Sample data");
  g_autofree char *long_note = paint_sheet ("What a plan has to say of itself at length, on many lines,\nis not for the wall");

  g_assert_nonnull (strstr (shown, "“Programme office”"));
  g_assert_nonnull (strstr (shown, "Sample data"));
  g_assert_nonnull (strstr (shown, "“Drawn by”"));
  g_assert_nonnull (strstr (shown, "“Approved by”"));
  g_assert_null (strstr (long_note, "What a plan"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/board/what-is-due-this-week-and-overdue-is-counted", test_dues);
  g_test_add_func ("/board/on-a-board-its-tasks-are-counted", test_board_counts);
  g_test_add_func ("/board/what-is-inactive-does-not-count", test_inactive);
  g_test_add_func ("/board/overall-progress-is-the-same-in-all-groupings", test_progress_in_groups);
  g_test_add_func ("/board/plaques-give-stars-and-ledgers-numbers", test_plaques_and_numbers);
  g_test_add_func ("/board/QX-02/a-category-is-one-cell-beside-its-tasks", test_merged);
  g_test_add_func ("/board/a-heading-shows-the-worst-light-in-every-panel", test_heading_light);
  g_test_add_func ("/board/QX-11/phases-may-share-a-day", test_phases);
  g_test_add_func ("/board/phases-that-overlap-leave-each-other-their-names", test_overlapping_phases);
  g_test_add_func ("/board/a-phase-too-narrow-for-its-name-is-counted", test_narrow_phase);
  g_test_add_func ("/board/holidays-have-names", test_holidays);
  g_test_add_func ("/board/holidays-do-not-hide-names", test_holiday_names);
  g_test_add_func ("/board/the-title-block-says-whose-sheet-it-is", test_title_block);

  return g_test_run ();
}
