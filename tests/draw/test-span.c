/* test-span.c — a sheet shows the dates that it is asked for. */
#include <string.h>

#include "draw-fixtures.h"
#include "guatu-id.h"
#include "guatu-test.h"

static GuatuPlan *
make_plan (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();

  guatu_test_set (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_START, guatu_test_at ("2024-03-04 08:00"));
  for (guint i = 0; i < 3; i++)
    guatu_test_add_task (plan, -1, "Task", "40d");
  guatu_plan_settle (plan);

  return plan;
}

/* @from and @to may be NULL. */
static GuatuSheet *
sheet_between (Drawing *drawing, const char *from, const char *to, GuatuPainter *painter)
{
  g_autoptr(GError) error = NULL;
  GuatuSheetContent content = {
    .plan = drawing->plan,
    .schedule = drawing->schedule,
    .rows = drawing->rows,
    .language = "en",
    .from = from != NULL ? guatu_test_at (from) : GUATU_NONE,
    .to = to != NULL ? guatu_test_at (to) : GUATU_NONE,
    .today = GUATU_NONE,
    .scale = GUATU_SCALE_DAY,
    .layers = GUATU_USUAL_LAYERS,
    .ledger = -1,
    .margin = -1,
  };

  guatu_paper_parse ("A0", TRUE, &content.paper, &error);
  g_assert_no_error (error);

  return guatu_sheet_new (&content, painter);
}

static void
check_span (const char *from, const char *to, const char *shown_from, const char *shown_to)
{
  g_autoptr(NotesPainter) painter = notes_painter_new (NULL);
  g_autoptr(Drawing) drawing = drawing_new (make_plan (), NULL);
  g_autoptr(GuatuSheet) sheet = sheet_between (drawing, from, to, &painter->parent);

  g_assert_cmpint (sheet->scale.from, ==, guatu_test_at (shown_from));
  g_assert_cmpint (sheet->scale.to, ==, guatu_test_at (shown_to));
}

static void
test_asked_for (void)
{
  /* Within the bars, about them, and where there are none. */
  check_span ("2024-04-01", "2024-04-15", "2024-04-01", "2024-04-15");
  check_span ("2024-02-01", "2024-06-01", "2024-02-01", "2024-06-01");
  check_span ("2026-01-01", "2026-02-01", "2026-01-01", "2026-02-01");
}

static void
test_half (void)
{
  /* Forty days of work end on 26 April. */
  check_span ("2024-04-01", NULL, "2024-04-01", "2024-05-01");
  check_span ("2024-03-11", NULL, "2024-03-11", "2024-04-27");
  check_span (NULL, "2024-04-15", "2024-03-04", "2024-04-15");
  check_span ("2026-01-01", NULL, "2026-01-01", "2026-01-31");
  check_span (NULL, "2023-01-31", "2023-01-01", "2023-01-31");
}

static void
test_needed (void)
{
  check_span (NULL, NULL, "2024-03-04", "2024-04-27");
}

/* Of a phase, and of the way to a key node, all is shown: else its name, or half of its diamond, would be cut off. */
static void
test_dated (void)
{
  GuatuPlan *plan = make_plan ();
  gint32 phase = guatu_plan_insert (plan, GUATU_TABLE_PHASE, guatu_id_next ());
  gint32 node = guatu_plan_insert (plan, GUATU_TABLE_KEY_NODE, guatu_id_next ());
  g_autoptr(NotesPainter) painter = notes_painter_new (NULL);
  g_autoptr(Drawing) drawing = NULL;
  g_autoptr(GuatuSheet) sheet = NULL;

  guatu_test_set (plan, GUATU_TABLE_PHASE, phase, GUATU_PHASE_FROM_DATE, guatu_test_at ("2024-04-22"));
  guatu_test_set (plan, GUATU_TABLE_PHASE, phase, GUATU_PHASE_TO_DATE, guatu_test_at ("2024-05-10"));
  fixture_refer (plan, GUATU_TABLE_KEY_NODE, node, GUATU_KEY_NODE_TASK, 0);
  guatu_test_set (plan, GUATU_TABLE_KEY_NODE, node, GUATU_KEY_NODE_DATE, guatu_test_at ("2024-02-26 12:00"));
  drawing = drawing_new (plan, NULL);
  sheet = sheet_between (drawing, NULL, NULL, &painter->parent);

  g_assert_cmpint (sheet->scale.from, ==, guatu_test_at ("2024-02-26"));
  g_assert_cmpint (sheet->scale.to, ==, guatu_test_at ("2024-05-11"));
}

/* Bars go on beyond what is shown, and are cut at the chart's edge. */
static void
test_clipped (void)
{
  g_autoptr(NotesPainter) painter = notes_painter_new (NULL);
  g_autoptr(Drawing) drawing = drawing_new (make_plan (), NULL);
  g_autoptr(GuatuSheet) sheet = sheet_between (drawing, "2024-03-18", "2024-03-25", &painter->parent);
  GuatuBox chart = sheet->view.chart, bar;
  g_autofree char *clip = NULL;

  g_assert_true (guatu_chart_bar (&sheet->view, 0, &bar));
  g_assert_cmpfloat (bar.x, <, chart.x);
  g_assert_cmpfloat (bar.x + bar.width, >, chart.x + chart.width);
  guatu_sheet_paint (sheet, &painter->parent);
  clip = g_strdup_printf ("clip %.1f,%.1f", chart.x, chart.y);
  g_assert_nonnull (strstr (painter->notes->str, clip));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/span/what-is-asked-for-is-shown-and-no-more", test_asked_for);
  g_test_add_func ("/span/one-end-may-be-left-to-the-rows", test_half);
  g_test_add_func ("/span/else-it-is-what-the-rows-need", test_needed);
  g_test_add_func ("/span/phases-and-key-nodes-are-whole", test_dated);
  g_test_add_func ("/span/bars-are-cut-at-the-edge", test_clipped);

  return g_test_run ();
}
