/* test-labels.c — labels stand where there is room for them: nothing crosses them, and what has no room is counted. */
#include "draw-fixtures.h"
#include "guatu-cairo-painter.h"
#include "guatu-id.h"
#include "guatu-test.h"

#define SLACK 0.02

static gboolean
overlap (GuatuBox a, GuatuBox b)
{
  return a.x + SLACK < b.x + b.width && b.x + SLACK < a.x + a.width
         && a.y + SLACK < b.y + b.height && b.y + SLACK < a.y + a.height;
}

/* Lines of the chart's ground lie behind texts everywhere; those below bars belong to them. */
static gboolean
may_cross (GuatuInk ink)
{
  return ink == GUATU_INK_GRID || ink == GUATU_INK_GRID_MAJOR || ink == GUATU_INK_FRAME;
}

static void
check_clear (const NotesPainter *painter, const GuatuLabel *label)
{
  for (guint i = 0; i < painter->segments->len; i++)
    {
      const NotedSegment *segment = &g_array_index (painter->segments, NotedSegment, i);

      if (!may_cross (segment->ink) && notes_segment_crosses (segment, label->box))
        g_error ("A line of ink %u crosses “%s” in row %u", segment->ink, label->text, label->row);
    }
  for (guint i = 0; i < painter->shapes->len; i++)
    {
      const NotedShape *shape = &g_array_index (painter->shapes, NotedShape, i);

      if (overlap (shape->box, label->box))
        g_error ("A shape of ink %u lies on “%s” in row %u", shape->ink, label->text, label->row);
    }
}

static gboolean
is_within (double left, double right, GuatuBox box)
{
  return box.x > left - SLACK && box.x + box.width < right + SLACK;
}

/* Beside its bar, or wholly in what is done of it, or in what is not. */
static void
check_bar (const GuatuChartView *view, const GuatuLabel *label)
{
  GuatuBox bar, done;
  double border;

  g_assert_true (guatu_chart_bar (view, label->row, &bar));
  done = guatu_chart_bar_done (view, label->row, bar);
  border = done.x + done.width;
  if (label->box.x >= bar.x + bar.width || label->box.x + label->box.width <= bar.x)
    g_assert_cmpuint (label->ink, !=, GUATU_INK_TEXT_REVERSED);
  else
    g_assert_true (label->ink == GUATU_INK_TEXT_REVERSED ? is_within (bar.x, border, label->box)
                                                         : is_within (border, bar.x + bar.width, label->box));
}

/* How many rows have something to say. */
static guint
wanted (const GuatuChartView *view)
{
  guint n = 0;

  for (guint row = 0; row < view->rows->n; row++)
    {
      gint32 task = view->rows->rows[row].task;
      gboolean leaf = (view->rows->rows[row].flags & GUATU_ROW_SUMMARY) == 0;
      GuatuBox bar;

      if (task < 0 || !guatu_chart_bar (view, row, &bar))
        continue;
      if ((view->label_kinds & GUATU_LABEL_NAME) != 0)
        n++;
      else
        n += leaf && !guatu_chart_is_milestone (view, row) && guatu_chart_slip (view, row) >= 5;
    }

  return n;
}

static void
check_labels (GuatuChartView *view, GuatuPainter *ruler)
{
  g_autoptr(NotesPainter) painter = notes_painter_new (ruler);
  g_autoptr(GuatuRoutes) routes = guatu_routes_new (view);
  g_autoptr(GuatuLabels) labels = NULL;
  guint painted = 0;

  view->routes = routes;
  labels = guatu_labels_new (view, ruler);
  view->labels = labels;
  view->n_columns = 0;
  guatu_chart_paint (view, &painter->parent, view->chart);

  g_assert_cmpuint (labels->n + labels->left_out, ==, wanted (view));
  g_test_message ("%u labels, %u left out, smallest %g of %g", labels->n, labels->left_out, labels->smallest, view->size);
  for (guint i = 0; i < labels->n; i++)
    {
      const GuatuLabel *label = &labels->labels[i];
      const NotedText *text = &g_array_index (painter->texts, NotedText, i);

      g_assert_cmpstr (label->text, ==, text->text);
      g_assert_cmpfloat (text->box.width, <=, label->box.width + SLACK);
      g_assert_true (is_within (view->chart.x, view->chart.x + view->chart.width, label->box));
      g_assert_cmpfloat (label->size, <=, view->size);
      g_assert_cmpfloat (label->size, >=, MIN (6, view->size) - 0.001);
      check_clear (painter, label);
      check_bar (view, label);
      for (guint j = 0; j < i; j++)
        g_assert_false (overlap (label->box, labels->labels[j].box));
      painted++;
    }
  g_assert_cmpuint (painter->texts->len, ==, painted);
}

static void
test_random_plans (void)
{
  static const char * const papers[] = { "A3", "A1", "A4", "1500x500mm" };

  for (guint seed = 0; seed < (g_test_slow () ? 16 : 6); seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      gboolean chinese = seed % 2;
      GuatuPlan *plan = fixture_office_plan (rand, 20 + 15 * (seed % 4), chinese);
      GuatuPainter *ruler = fixture_ruler (chinese ? "zh_CN" : "en");
      g_autofree gint32 *baseline = NULL;
      g_autoptr(Drawing) drawing = NULL;
      g_autoptr(GuatuSheet) sheet = NULL;
      GuatuChartView view;

      fixture_add_links (rand, plan, 10 * (seed % 5));
      baseline = fixture_add_baseline (rand, plan);
      drawing = drawing_new (plan, NULL);
      sheet = drawing_sheet (drawing, papers[seed % G_N_ELEMENTS (papers)], TRUE, chinese ? "zh_CN" : "en", ruler);
      view = sheet->view;
      view.baseline = baseline;
      view.today = view.scale->from + (view.scale->to - view.scale->from) / 3;
      check_labels (&view, ruler);
      view.label_kinds = GUATU_LABEL_NAME | GUATU_LABEL_RESPONSIBLE | GUATU_LABEL_FINISH | GUATU_LABEL_PERCENT;
      check_labels (&view, ruler);
      guatu_cairo_painter_free ((GuatuCairoPainter *) (void *) ruler);
    }
}

/* By hand ------------------------------------------------------------------------------------------------ */

/* With type of 8 the label's is 7.36, its letters 3.68 wide; the view is that of drawing_new(). */
static void
check_label (Drawing *drawing, guint kinds, const char *expected)
{
  g_autoptr(NotesPainter) painter = notes_painter_new (NULL);
  g_autoptr(GuatuLabels) labels = NULL;
  g_autofree char *found = NULL;

  drawing->view.label_kinds = kinds;
  labels = guatu_labels_new (&drawing->view, &painter->parent);
  drawing->view.labels = labels;
  drawing->view.n_columns = 0;
  guatu_chart_paint (&drawing->view, &painter->parent, drawing->view.chart);
  found = notes_painter_grep (painter, "text");
  g_assert_cmpstr (found, ==, expected);
  drawing->view.labels = NULL;
}

/* On how many plain grounds labels stand. */
static void
check_plates (Drawing *drawing, guint expected)
{
  g_autoptr(NotesPainter) painter = notes_painter_new (NULL);
  g_autoptr(GuatuLabels) labels = NULL;
  g_autofree char *found = NULL;
  guint n = 0;

  drawing->view.label_kinds = GUATU_LABEL_NAME;
  labels = guatu_labels_new (&drawing->view, &painter->parent);
  drawing->view.labels = labels;
  guatu_chart_paint (&drawing->view, &painter->parent, drawing->view.chart);
  found = notes_painter_grep (painter, "*paper");
  for (const char *p = found; *p != '\0'; p++)
    n += *p == '\n';
  g_assert_cmpuint (n, ==, expected);
  drawing->view.labels = NULL;
}

static void
test_right (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  g_autoptr(Drawing) drawing = NULL;

  /* The bar ends at 154.2, and 2.4 is kept free. */
  guatu_test_add_task (plan, -1, "Survey", "3d");
  drawing = drawing_new (plan, NULL);
  drawing->view.layers = GUATU_LAYER_LABELS;
  check_label (drawing, GUATU_LABEL_NAME, "text 156.6,10 “Survey” text\n");
}

static void
test_links (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Survey", "3d");
  gint32 later = guatu_test_add_task (plan, -1, "Opening", "1d");
  g_autoptr(Drawing) drawing = NULL;

  /* The link runs from 154.2 to the other end of the chart: what stands right of it would belong to nobody. Left of the
   * bar there is no room for it. */
  guatu_test_add_link (plan, task, later, GUATU_LINK_FS, "10d");
  fixture_report (plan, task, "2024-03-04", 1000);
  drawing = drawing_new (plan, NULL);
  drawing->view.layers = GUATU_LAYER_LABELS | GUATU_LAYER_LINKS | GUATU_LAYER_PROGRESS;
  check_label (drawing, GUATU_LABEL_NAME,
               "text 113.8,10 “Survey” text\ntext 456.6,30 “Opening” text\n");

  /* Hatches would be read with it. */
  drawing->view.hatched = TRUE;
  check_label (drawing, GUATU_LABEL_NAME,
               "text 113.8,10 “Survey” text\ntext 456.6,30 “Opening” text\n");
  check_plates (drawing, 1);
  drawing->view.hatched = FALSE;
  check_plates (drawing, 0);

  /* Without the layer the link is in nobody's way. */
  drawing->view.layers &= ~(guint) GUATU_LAYER_LINKS;
  check_label (drawing, GUATU_LABEL_NAME,
               "text 156.6,10 “Survey” text\ntext 456.6,30 “Opening” text\n");
}

static void
test_left (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Survey", "1d");
  g_autoptr(Drawing) drawing = NULL;

  /* On Friday 22 March, at the chart's right edge. */
  guatu_test_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_CONSTRAINT, GUATU_CONSTRAINT_SNET);
  guatu_test_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_CONSTRAINT_DATE, guatu_test_at ("2024-03-22 08:00"));
  drawing = drawing_new (plan, NULL);
  drawing->scale.to = guatu_test_at ("2024-03-23");
  drawing->scale.width = drawing->view.chart.width = 380;
  drawing->view.layers = GUATU_LAYER_LABELS;
  check_label (drawing, GUATU_LABEL_NAME, "text 442.1,10 “Survey” text\n");
}

/* Where it would be much smaller than the rows' type beside its bar, it stands in that. */
static void
test_large (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  g_autoptr(Drawing) drawing = NULL;

  guatu_test_add_task (plan, -1, "Survey", "15d");
  drawing = drawing_new (plan, NULL);
  drawing->view.size = 16;
  drawing->view.chart.width = 405;
  drawing->view.layers = GUATU_LAYER_LABELS;
  check_label (drawing, GUATU_LABEL_NAME, "text 111.5,10 “Survey” reversed\n");
}

/* A label stands on the chart, however much of its bar does. */
static void
test_clipped (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  g_autoptr(Drawing) drawing = NULL;

  guatu_test_add_task (plan, -1, "Gone by", "2d");
  guatu_test_add_task (plan, -1, "Under way", "40d");
  drawing = drawing_new (plan, NULL);
  drawing->scale.from = guatu_test_at ("2024-03-07");
  drawing->scale.to = guatu_test_at ("2024-03-28");
  drawing->view.layers = GUATU_LAYER_LABELS;
  check_label (drawing, GUATU_LABEL_NAME, "text 102.4,30 “Under way” reversed\n");
}

static void
test_slip (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 baseline = guatu_plan_insert (plan, GUATU_TABLE_BASELINE, guatu_id_next ());
  gint32 records[3];
  g_autoptr(Drawing) drawing = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      gint32 task = guatu_test_add_task (plan, -1, "Road", i == 2 ? "0d" : "5d");

      records[i] = guatu_plan_insert (plan, GUATU_TABLE_BASELINE_TASK, guatu_id_next ());
      fixture_refer (plan, GUATU_TABLE_BASELINE_TASK, records[i], GUATU_BASELINE_TASK_BASELINE, baseline);
      fixture_refer (plan, GUATU_TABLE_BASELINE_TASK, records[i], GUATU_BASELINE_TASK_TASK, task);
      guatu_test_set (plan, GUATU_TABLE_BASELINE_TASK, records[i], GUATU_BASELINE_TASK_START,
                      guatu_test_at ("2024-02-26 08:00"));
      guatu_test_set (plan, GUATU_TABLE_BASELINE_TASK, records[i], GUATU_BASELINE_TASK_FINISH,
                      guatu_test_at (i == 1 ? "2024-03-07 12:00" : "2024-03-01 17:00"));
    }
  drawing = drawing_new (plan, NULL);
  drawing->view.baseline = records;
  drawing->view.layers = GUATU_LAYER_LABELS;
  /* A working week, and a day and a half; the milestone says nothing. */
  check_label (drawing, GUATU_LABEL_SLIP, "text 196.6,10 “+5 d” slip\ntext 196.6,30 “+2 d” slip\n");
  drawing->view.layers = 0;
  check_label (drawing, GUATU_LABEL_SLIP, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/labels/nothing-crosses-them-and-none-is-lost", test_random_plans);
  g_test_add_func ("/labels/they-stand-right-of-the-bar", test_right);
  g_test_add_func ("/labels/they-give-way-to-links", test_links);
  g_test_add_func ("/labels/at-the-right-edge-they-stand-left-of-the-bar", test_left);
  g_test_add_func ("/labels/they-are-not-much-smaller-than-rows", test_large);
  g_test_add_func ("/labels/they-do-not-leave-the-chart", test_clipped);
  g_test_add_func ("/labels/slip-is-said-in-working-days", test_slip);

  return g_test_run ();
}
