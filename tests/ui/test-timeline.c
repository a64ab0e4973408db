/* test-timeline.c — the timeline shows what paper shows, only what is seen, and keeps the date under the pointer. */
#include <adwaita.h>
#include <math.h>

#include "guatu-battle-map.h"
#include "guatu-cairo-painter.h"
#include "guatu-chart-labels.h"
#include "guatu-chart-routes.h"
#include "guatu-row-words.h"
#include "guatu-samples.h"
#include "guatu-screen-palette.h"
#include "guatu-task-form.h"
#include "guatu-task-table.h"
#include "guatu-test.h"
#include "guatu-timeline-header.h"
#include "guatu-timeline-private.h"

#define WIDTH 1000
#define HEIGHT 640

typedef struct
{
  char            *dir;
  GuatuDocument   *document;
  GuatuBattleView *view;
  GuatuTimeline   *timeline;
  GtkWidget       *window;
} Fixture;

/* Shows a plan, which it takes. */
static void
show (Fixture *self, GuatuPlan *taken)
{
  g_autoptr(GuatuPlan) plan = taken;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;

  self->dir = guatu_test_make_dir ();
  path = g_build_filename (self->dir, "plan.guatu", NULL);
  self->document = guatu_document_create (path, plan, NULL, "create", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  self->view = guatu_battle_view_new (self->document);
  self->timeline = GUATU_TIMELINE (guatu_timeline_new (self->view, NULL));
  self->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (self->window), FALSE);
  gtk_widget_set_size_request (GTK_WIDGET (self->timeline), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->timeline));
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_test_widget_wait_for_draw (self->window);
}

static void
show_sample (Fixture *self, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  GuatuPlan *plan = guatu_sample_new ("execution-year", "en", &error);

  g_assert_no_error (error);
  show (self, plan);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_assert_finalize_object (g_steal_pointer (&self->view));
  g_clear_object (&self->document);
  guatu_test_remove_dir (self->dir);
}

static const GuatuChartView *
chart_of (Fixture *self)
{
  return guatu_battle_view_get_chart (self->view);
}

/* Pictures --------------------------------------------------------------------------------------------- */

/* What the widget paints, whether or not a frame has been drawn since it changed. */
static cairo_surface_t *
picture_of_screen (Fixture *self)
{
  GtkWidget *widget = GTK_WIDGET (self->timeline);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  g_autoptr(GskRenderNode) node = NULL;

  g_assert_cmpint (gtk_widget_get_width (widget), ==, WIDTH);
  g_assert_cmpint (gtk_widget_get_height (widget), ==, HEIGHT);
  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);

  return surface;
}

static cairo_surface_t *
picture_of_paper (Fixture *self)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  double left = round (gtk_adjustment_get_value (guatu_timeline_get_across (self->timeline)));
  double top = round (gtk_adjustment_get_value (guatu_timeline_get_down (self->timeline)));
  GuatuChartView chart = *chart_of (self);
  g_autoptr(GuatuCairoPainter) painter = NULL;
  g_autoptr(GuatuRoutes) routes = NULL;
  g_autoptr(GuatuLabels) labels = NULL;
  GuatuPalette palette;

  guatu_screen_palette_init (&palette, self->view);
  painter = guatu_cairo_painter_new (cr, &palette, chart.language);
  chart.routes = routes = guatu_routes_new (&chart);
  chart.labels = labels = guatu_labels_new (&chart, GUATU_PAINTER (painter));
  cairo_translate (cr, -left, -top);
  GUATU_PAINTER (painter)->fill (GUATU_PAINTER (painter), (GuatuBox) { left, top, WIDTH, HEIGHT }, GUATU_INK_PAPER);
  guatu_chart_paint (&chart, GUATU_PAINTER (painter), (GuatuBox) { left, top, WIDTH, HEIGHT });
  cairo_destroy (cr);

  return surface;
}

/* The mean difference of a channel, 0 … 255, and the share of pixels of which one differs by more than a third. */
static void
compare (cairo_surface_t *a, cairo_surface_t *b, double *mean, double *share)
{
  guint64 sum = 0, many = 0;

  cairo_surface_flush (a);
  cairo_surface_flush (b);
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      {
        int at = y * cairo_image_surface_get_stride (a) + x * 4, most = 0;

        for (int c = 0; c < 3; c++)
          {
            int difference = abs (cairo_image_surface_get_data (a)[at + c] - cairo_image_surface_get_data (b)[at + c]);

            sum += (guint) difference;
            most = MAX (most, difference);
          }
        many += most > 85;
      }
  *mean = (double) sum / (WIDTH * HEIGHT * 3);
  *share = (double) many / (WIDTH * HEIGHT);
}

static void
check_pictures (Fixture *self)
{
  cairo_surface_t *screen = picture_of_screen (self), *paper = picture_of_paper (self);
  double mean, share;

  if (g_getenv ("GUATU_PICTURES") != NULL)
    {
      cairo_surface_write_to_png (screen, "screen.png");
      cairo_surface_write_to_png (paper, "paper.png");
    }
  compare (screen, paper, &mean, &share);
  g_test_message ("mean %.3f, share %.4f", mean, share);
  /* Bars move by less than a pixel: their edges differ, and what is within them does not. */
  g_assert_cmpfloat (mean, <, 3);
  g_assert_cmpfloat (share, <, 0.02);
  cairo_surface_destroy (screen);
  cairo_surface_destroy (paper);
}

static void
test_same_picture (Fixture *self, gconstpointer data)
{
  check_pictures (self);
  guatu_timeline_zoom (self->timeline, 2.7, 400);
  guatu_timeline_pan (self->timeline, 333, 777);
  check_pictures (self);
  guatu_timeline_zoom (self->timeline, 0.1, 200);
  check_pictures (self);
}

static guint
lightness (cairo_surface_t *surface)
{
  guint64 sum = 0;

  for (int i = 0; i < cairo_image_surface_get_stride (surface) * HEIGHT; i++)
    sum += i % 4 != 3 ? cairo_image_surface_get_data (surface)[i] : 0;

  return (guint) (sum / (WIDTH * HEIGHT * 3));
}

static void
test_dark (Fixture *self, gconstpointer data)
{
  cairo_surface_t *light = picture_of_screen (self), *dark;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  gtk_test_widget_wait_for_draw (self->window);
  dark = picture_of_screen (self);
  check_pictures (self);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  g_assert_cmpuint (lightness (light), >, 180);
  g_assert_cmpuint (lightness (dark), <, 80);
  cairo_surface_destroy (light);
  cairo_surface_destroy (dark);
}

/* Zooming ---------------------------------------------------------------------------------------------- */

static void
test_zoom (Fixture *self, gconstpointer data)
{
  static const double factors[] = { 1.2, 1.2, 3, 0.5, 0.1, 0.2, 7, 40, 10, 0.01, 2 };
  static const double places[] = { 500, 0, 999, 10, 300, 700 };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (factors); k++)
      {
        double date = guatu_timeline_date_at (self->timeline, places[i]);

        guatu_timeline_zoom (self->timeline, factors[k], places[i]);
        g_assert_cmpfloat_with_epsilon (guatu_timeline_x_of (self->timeline, date), places[i], 0.01);
      }
}

static void
test_others_zoom (Fixture *self, gconstpointer data)
{
  double date = guatu_timeline_date_at (self->timeline, WIDTH / 2);

  guatu_battle_view_set_zoom (self->view, guatu_battle_view_get_zoom (self->view) * 3);
  g_assert_cmpfloat_with_epsilon (guatu_timeline_x_of (self->timeline, date), WIDTH / 2, 0.01);
}

static void
test_fold_keeps_dates (Fixture *self, gconstpointer data)
{
  double date;

  guatu_timeline_zoom (self->timeline, 4, 700);
  date = guatu_timeline_date_at (self->timeline, 0);
  guatu_battle_view_toggle (self->view, 0);
  g_assert_cmpfloat_with_epsilon (guatu_timeline_x_of (self->timeline, date), 0, 0.01);
}

static void
test_fit (Fixture *self, gconstpointer data)
{
  GuatuInstant from, to;

  guatu_timeline_zoom (self->timeline, 9, 100);
  guatu_timeline_fit (self->timeline);
  guatu_battle_view_get_span (self->view, &from, &to);
  g_assert_cmpfloat_with_epsilon (guatu_timeline_x_of (self->timeline, (double) from), 0, 0.01);
  g_assert_cmpfloat_with_epsilon (guatu_timeline_x_of (self->timeline, (double) to), WIDTH, 0.01);
}

/* Hitting ---------------------------------------------------------------------------------------------- */

static void
test_hits (Fixture *self, gconstpointer data)
{
  const GuatuChartView *chart = chart_of (self);
  guint n = 0, row;
  GuatuBox bar;

  for (guint i = 0; i < chart->rows->n; i++)
    {
      const GuatuRow *shown = &chart->rows->rows[i];
      gboolean bracket = shown->task < 0 || guatu_row_spans_children (shown);
      double left = gtk_adjustment_get_value (guatu_timeline_get_across (self->timeline));
      double top = gtk_adjustment_get_value (guatu_timeline_get_down (self->timeline));

      if (!guatu_chart_bar (chart, i, &bar))
        continue;
      g_assert_cmpint (guatu_timeline_hit_at (self->timeline, bar.x + bar.width / 2 - left,
                                              bar.y + bar.height / 2 - top, &row), ==,
                       bracket ? GUATU_HIT_BRACKET : GUATU_HIT_BAR);
      g_assert_cmpuint (row, ==, i);
      g_assert_cmpint (guatu_timeline_hit_at (self->timeline, bar.x - 30 - left, bar.y - top, &row), ==,
                       shown->task < 0 ? GUATU_HIT_HEADING : GUATU_HIT_GROUND);
      g_assert_cmpuint (row, ==, i);
      n++;
    }
  g_assert_cmpuint (n, >, 100);
  g_assert_cmpint (guatu_timeline_hit (chart, 0, chart->rows->n * chart->row_height + 1, &row), ==, GUATU_HIT_NOTHING);
}

static gint64
id_of (Fixture *self, guint row)
{
  return guatu_plan_id (chart_of (self)->plan, GUATU_TABLE_TASK, chart_of (self)->rows->rows[row].task);
}

static void
test_selection (Fixture *self, gconstpointer data)
{
  GuatuTimeline *timeline = self->timeline;

  guatu_timeline_click (timeline, GUATU_HIT_BAR, 2, 0);
  g_assert_true (guatu_battle_view_is_selected (self->view, id_of (self, 2)));
  g_assert_cmpuint (guatu_battle_view_n_selected (self->view), ==, 1);
  guatu_timeline_click (timeline, GUATU_HIT_BAR, 4, GDK_CONTROL_MASK);
  g_assert_cmpuint (guatu_battle_view_n_selected (self->view), ==, 2);
  guatu_timeline_click (timeline, GUATU_HIT_BAR, 7, GDK_SHIFT_MASK);
  g_assert_cmpuint (guatu_battle_view_n_selected (self->view), ==, 4);
  g_assert_false (guatu_battle_view_is_selected (self->view, id_of (self, 2)));
  guatu_timeline_click (timeline, GUATU_HIT_BAR, 5, GDK_CONTROL_MASK);
  g_assert_false (guatu_battle_view_is_selected (self->view, id_of (self, 5)));
  guatu_timeline_click (timeline, GUATU_HIT_GROUND, 5, GDK_CONTROL_MASK);
  g_assert_cmpuint (guatu_battle_view_n_selected (self->view), ==, 3);
  guatu_timeline_click (timeline, GUATU_HIT_GROUND, 5, 0);
  g_assert_cmpuint (guatu_battle_view_n_selected (self->view), ==, 0);
}

/* Shift with an arrow takes in the next bar, and gives it up again on the way back to where it began. */
static void
test_extended_by_keys (Fixture *self, gconstpointer data)
{
  GuatuTimeline *timeline = self->timeline;
  gint64 ids[] = { id_of (self, 4), id_of (self, 5) };

  guatu_timeline_click (timeline, GUATU_HIT_BAR, 4, 0);
  guatu_timeline_extend (timeline, 1);
  guatu_timeline_extend (timeline, 1);
  g_assert_cmpuint (guatu_battle_view_n_selected (self->view), ==, 3);
  g_assert_true (guatu_battle_view_is_selected (self->view, id_of (self, 6)));
  guatu_timeline_extend (timeline, -1);
  guatu_timeline_extend (timeline, -1);
  g_assert_cmpuint (guatu_battle_view_n_selected (self->view), ==, 1);
  guatu_timeline_extend (timeline, -1);
  g_assert_cmpuint (guatu_battle_view_n_selected (self->view), ==, 2);
  g_assert_true (guatu_battle_view_is_selected (self->view, id_of (self, 3)));

  /* Selected elsewhere: on from the end to which the key points. */
  guatu_battle_view_select (self->view, NULL, 0);
  guatu_battle_view_select (self->view, ids, 2);
  guatu_timeline_extend (timeline, -1);
  g_assert_cmpuint (guatu_battle_view_n_selected (self->view), ==, 3);
  g_assert_true (guatu_battle_view_is_selected (self->view, id_of (self, 3)));

  /* At the ends it stays; from nothing it begins at the end that it comes from. */
  guatu_battle_view_select (self->view, NULL, 0);
  guatu_timeline_extend (timeline, -1);
  g_assert_true (guatu_battle_view_is_selected (self->view, id_of (self, chart_of (self)->rows->n - 1)));
  guatu_timeline_extend (timeline, 1);
  g_assert_cmpuint (guatu_battle_view_n_selected (self->view), ==, 1);
}

static void
test_words (Fixture *self, gconstpointer data)
{
  const GuatuChartView *chart = chart_of (self);

  for (guint row = 0; row < chart->rows->n; row++)
    {
      g_autofree char *tip = guatu_timeline_tip (chart, row), *sentence = guatu_row_words (chart, (int) row);
      g_autofree char *plain = NULL;

      g_assert_true (pango_parse_markup (tip, -1, 0, NULL, &plain, NULL, NULL));
      g_assert_nonnull (strchr (plain, '\n'));
      g_assert_nonnull (strstr (sentence, " to "));
    }
}

/* The year is said where it is another than the one that one stands in. */
static void
test_spoken_years (Fixture *self, gconstpointer data)
{
  GuatuChartView chart = *chart_of (self);
  g_autofree char *plain = NULL, *with_year = NULL, *year = NULL;
  guint row = 1;

  g_assert_cmpint (chart.rows->rows[row].task, >=, 0);
  year = g_strdup_printf (", %d to ", guatu_instant_to_civil (chart.schedule->start[chart.rows->rows[row].task]).year);
  chart.status_date = chart.schedule->plan_start;
  plain = guatu_row_words (&chart, (int) row);
  g_assert_null (strstr (plain, year));
  chart.status_date -= 1000 * GUATU_DAY;
  with_year = guatu_row_words (&chart, (int) row);
  g_assert_nonnull (strstr (with_year, year));
}

/* What frames a bar that lies on several tiles is one frame: in its middle row the picture of the bar changes only at
 * its ends. */
static void
test_selected_over_tiles (Fixture *self, gconstpointer data)
{
  const GuatuChartView *chart = chart_of (self);
  cairo_surface_t *plain, *selected;
  gint64 id;
  GuatuBox bar;
  guint row = 1, n = 0, y, stride;

  guatu_timeline_zoom (self->timeline, 4, 500);
  g_assert_true (guatu_chart_bar (chart, row, &bar));
  g_assert_cmpfloat (bar.width, >, 2048);
  guatu_timeline_pan (self->timeline, 1024 - 500 - gtk_adjustment_get_value (guatu_timeline_get_across (self->timeline)), 0);
  id = id_of (self, row);
  plain = picture_of_screen (self);
  guatu_battle_view_select (self->view, &id, 1);
  selected = picture_of_screen (self);
  y = (guint) (bar.y + bar.height * 0.3);
  stride = (guint) cairo_image_surface_get_stride (plain);
  for (guint x = 0; x < WIDTH; x++)
    {
      double at = x + gtk_adjustment_get_value (guatu_timeline_get_across (self->timeline));

      n += at > bar.x + 8 && at < bar.x + bar.width - 8
           && memcmp (cairo_image_surface_get_data (plain) + y * stride + x * 4,
                      cairo_image_surface_get_data (selected) + y * stride + x * 4, 3) != 0;
    }
  g_assert_cmpuint (n, ==, 0);
  cairo_surface_destroy (plain);
  cairo_surface_destroy (selected);
}

/* Seen only -------------------------------------------------------------------------------------------- */

static GuatuPlan *
make_plan (guint n)
{
  GuatuPlan *plan = guatu_test_plan_new ();

  for (guint i = 0; i < n; i++)
    {
      gint32 task = guatu_test_add_task (plan, -1, "Bridge over the canal", "5d");

      guatu_test_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_MODE, GUATU_MODE_MANUAL);
      guatu_test_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_MANUAL_START,
                      guatu_test_at ("2024-03-04 08:00") + (gint64) (i % 40) * GUATU_DAY);
      if (i % 40 > 0)
        guatu_test_add_link (plan, task - 1, task, GUATU_LINK_SS, NULL);
    }
  guatu_plan_settle (plan);

  return plan;
}

static guint
strokes_of (guint n)
{
  Fixture fixture;
  guint strokes, before;

  show (&fixture, make_plan (n));
  before = guatu_timeline_n_strokes (fixture.timeline);
  guatu_timeline_pan (fixture.timeline, 0, n * 10.0);
  cairo_surface_destroy (picture_of_screen (&fixture));
  strokes = guatu_timeline_n_strokes (fixture.timeline);
  g_assert_cmpuint (before, >, 0);
  tear_down (&fixture, NULL);

  return strokes;
}

static void
test_only_what_is_seen (void)
{
  guint few = strokes_of (100), many = strokes_of (10000);

  g_test_message ("%u strokes of 100 tasks, %u of 10,000", few, many);
  g_assert_cmpuint (many, <, few * 2);
}

static void
test_kept (Fixture *self, gconstpointer data)
{
  guint before;

  cairo_surface_destroy (picture_of_screen (self));
  before = guatu_timeline_n_strokes (self->timeline);
  cairo_surface_destroy (picture_of_screen (self));
  guatu_timeline_pan (self->timeline, 0, 3);
  cairo_surface_destroy (picture_of_screen (self));
  g_assert_cmpuint (guatu_timeline_n_strokes (self->timeline), ==, before);
  guatu_timeline_click (self->timeline, GUATU_HIT_BAR, 2, 0);
  cairo_surface_destroy (picture_of_screen (self));
  g_assert_cmpuint (guatu_timeline_n_strokes (self->timeline), >, before);
}

/* The map ---------------------------------------------------------------------------------------------- */

static GtkWidget *
find_child (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_child (child, type);

  return found;
}

static void
test_map (Fixture *self, gconstpointer data)
{
  GtkWidget *map = guatu_battle_map_new (self->document);
  GuatuInstant status = chart_of (self)->status_date, from, to;
  GuatuTimelineHeader *header;
  GuatuTimeline *timeline;
  double width;

  gtk_window_set_child (GTK_WINDOW (self->window), map);
  gtk_test_widget_wait_for_draw (self->window);
  timeline = GUATU_TIMELINE (find_child (map, GUATU_TYPE_TIMELINE));
  header = GUATU_TIMELINE_HEADER (find_child (map, GUATU_TYPE_TIMELINE_HEADER));
  width = gtk_widget_get_width (GTK_WIDGET (timeline));
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (timeline)), ==, GTK_ACCESSIBLE_ROLE_IMG);

  for (guint i = 0; i < 4; i++)
    g_assert_true (gtk_widget_activate_action (map, "battle.zoom-in", NULL));
  g_assert_true (gtk_widget_activate_action (map, "battle.status-date", NULL));
  g_assert_cmpfloat_with_epsilon (guatu_timeline_x_of (timeline, (double) status), width / 2, 0.01);
  g_assert_true (gtk_widget_activate_action (map, "battle.zoom-out", NULL));

  g_assert_true (guatu_timeline_header_cell_at (header, width / 2, GUATU_TIMELINE_HEADER_HEIGHT - 1, &from, &to));
  g_assert_cmpint (from, <=, status);
  g_assert_cmpint (to, >, status);
  guatu_timeline_show_span (timeline, from, to);
  g_assert_cmpfloat_with_epsilon (guatu_timeline_x_of (timeline, (double) from), 0, 0.01);
  g_assert_cmpfloat_with_epsilon (guatu_timeline_x_of (timeline, (double) to), width, 0.01);
  g_assert_true (gtk_widget_activate_action (map, "battle.fit", NULL));
  gtk_test_widget_wait_for_draw (self->window);
}

/* What is drawn on the map is named in its table; and its keys do to all that is selected what the timeline does. */
static void
test_map_edits (Fixture *self, gconstpointer data)
{
  GtkWidget *map = guatu_battle_map_new (self->document);
  const GuatuPlan *plan = guatu_document_get_plan (self->document);
  guint n_links = guatu_plan_n_live (plan, GUATU_TABLE_LINK), n_reports = guatu_plan_n_live (plan, GUATU_TABLE_REPORT);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GuatuTimeline *timeline;
  GuatuTaskTable *table;
  GuatuBox bar;

  gtk_window_set_child (GTK_WINDOW (self->window), map);
  gtk_test_widget_wait_for_draw (self->window);
  gtk_test_widget_wait_for_draw (self->window);
  timeline = GUATU_TIMELINE (find_child (map, GUATU_TYPE_TIMELINE));
  table = GUATU_TASK_TABLE (find_child (map, GUATU_TYPE_TASK_TABLE));
  g_assert_true (guatu_timeline_find_bar (timeline, 3, &bar));
  guatu_timeline_press (timeline, 400, bar.y, GDK_CONTROL_MASK);
  guatu_timeline_drag_to (timeline, 440, bar.y, GDK_CONTROL_MASK);
  g_assert_null (guatu_task_table_get_editor (table));
  guatu_timeline_release (timeline, 440, bar.y);
  g_assert_cmpstr (gtk_editable_get_text (guatu_task_table_get_editor (table)), ==, "New task");

  g_assert_true (guatu_document_undo (self->document, NULL, NULL));
  for (gint32 row = 0; row < (gint32) guatu_plan_n_rows (plan, GUATU_TABLE_TASK) && ids->len < 3; row++)
    if (guatu_plan_id (plan, GUATU_TABLE_TASK, row) != 0 && !guatu_plan_is_summary (plan, row)
        && guatu_plan_task_number (plan, row, GUATU_TASK_ACTUAL_START) == GUATU_NONE)
      {
        gint64 id = guatu_plan_id (plan, GUATU_TABLE_TASK, row);

        g_array_append_val (ids, id);
      }
  guatu_battle_view_select (timeline->view, (const gint64 *) (const void *) ids->data, ids->len);
  g_assert_true (gtk_widget_activate_action (map, "battle.link", NULL));
  g_assert_cmpuint (guatu_plan_n_live (plan, GUATU_TABLE_LINK), >, n_links);
  g_assert_true (guatu_document_undo (self->document, NULL, NULL));
  g_assert_cmpuint (guatu_plan_n_live (plan, GUATU_TABLE_LINK), ==, n_links);
  g_assert_true (gtk_widget_activate_action (map, "battle.link", NULL));
  g_assert_true (gtk_widget_activate_action (map, "battle.unlink", NULL));
  g_assert_cmpuint (guatu_plan_n_live (plan, GUATU_TABLE_LINK), <=, n_links);
  g_assert_true (gtk_widget_activate_action (map, "battle.more-done", NULL));
  g_assert_cmpuint (guatu_plan_n_live (plan, GUATU_TABLE_REPORT), ==, n_reports + 3);
  g_assert_true (gtk_widget_activate_action (map, "battle.less-done", NULL));
  g_assert_cmpuint (guatu_plan_n_live (plan, GUATU_TABLE_REPORT), ==, n_reports + 6);
}

static void
removed_cb (GtkWidget *map, guint steps, const char *what, guint *n)
{
  *n += steps;
}

/* A double click on a bar opens the task's form, and what deletes rows does so from the timeline, with a way back. */
static void
test_map_opens_and_deletes (Fixture *self, gconstpointer data)
{
  GtkWidget *map = guatu_battle_map_new (self->document), *form = NULL;
  const GuatuPlan *plan = guatu_document_get_plan (self->document);
  guint n_tasks = guatu_plan_n_live (plan, GUATU_TABLE_TASK), n_removed = 0, row = 0;
  GuatuTimeline *timeline;
  GList *windows;
  GuatuBox bar;
  gint64 id;

  gtk_window_set_child (GTK_WINDOW (self->window), map);
  g_signal_connect (map, "removed", G_CALLBACK (removed_cb), &n_removed);
  gtk_test_widget_wait_for_draw (self->window);
  gtk_test_widget_wait_for_draw (self->window);
  timeline = GUATU_TIMELINE (find_child (map, GUATU_TYPE_TIMELINE));
  while (!guatu_timeline_find_bar (timeline, row, &bar)
         || guatu_timeline_hit_at (timeline, bar.x + bar.width / 2, bar.y + bar.height / 2, &row) != GUATU_HIT_BAR)
    row++;
  id = guatu_timeline_task_at (timeline, row);

  guatu_timeline_open_at (timeline, bar.x + bar.width / 2, bar.y + bar.height / 2);
  g_assert_true (guatu_battle_view_is_selected (timeline->view, id));
  windows = gtk_window_list_toplevels ();
  for (GList *item = windows; item != NULL; item = item->next)
    if (GUATU_IS_TASK_FORM (item->data))
      form = item->data;
  g_list_free (windows);
  g_assert_nonnull (form);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (timeline), "rows.remove", NULL));
  g_assert_cmpint (guatu_plan_find (plan, GUATU_TABLE_TASK, id), ==, -1);
  g_assert_cmpuint (n_removed, ==, 1);
  g_assert_true (guatu_document_undo (self->document, NULL, NULL));
  g_assert_cmpuint (guatu_plan_n_live (plan, GUATU_TABLE_TASK), ==, n_tasks);
}

/* At every zoom there is a scale, and drawing it takes no longer for being far away. */
static void
test_header_at_every_zoom (Fixture *self, gconstpointer data)
{
  GtkWidget *map = guatu_battle_map_new (self->document);
  GuatuTimeline *timeline = GUATU_TIMELINE (find_child (map, GUATU_TYPE_TIMELINE));

  gtk_window_set_child (GTK_WINDOW (self->window), map);
  gtk_test_widget_wait_for_draw (self->window);
  for (int i = -20; i < 40; i++)
    {
      guatu_timeline_zoom (timeline, i == -20 ? 1e-6 : 1.5, 300);
      gtk_test_widget_wait_for_draw (self->window);
    }
}

#define add_test(path, func) g_test_add (path, Fixture, NULL, show_sample, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add_test ("/timeline/picture-is-that-of-paper", test_same_picture);
  add_test ("/timeline/dark-desktop-has-dark-chart", test_dark);
  add_test ("/timeline/date-under-pointer-stays-when-zooming", test_zoom);
  add_test ("/timeline/date-in-middle-stays-when-others-zoom", test_others_zoom);
  add_test ("/timeline/dates-stay-when-rows-are-folded", test_fold_keeps_dates);
  add_test ("/timeline/plan-fits", test_fit);
  add_test ("/timeline/every-bar-is-hit", test_hits);
  add_test ("/timeline/clicks-select", test_selection);
  add_test ("/timeline/keys-extend-the-selection", test_extended_by_keys);
  add_test ("/timeline/selected-bar-has-one-frame", test_selected_over_tiles);
  add_test ("/timeline/rows-are-told-in-words", test_words);
  add_test ("/timeline/a-row-says-another-year", test_spoken_years);
  g_test_add_func ("/timeline/only-what-is-seen-is-painted", test_only_what_is_seen);
  add_test ("/timeline/what-was-painted-is-kept", test_kept);
  add_test ("/timeline/map-has-actions-and-header", test_map);
  add_test ("/timeline/map-names-and-edits-what-is-drawn-and-selected", test_map_edits);
  add_test ("/timeline/map-opens-and-deletes", test_map_opens_and_deletes);
  add_test ("/timeline/header-shows-scale-at-every-zoom", test_header_at_every_zoom);

  return g_test_run ();
}
