/* guatu-chart-thumbnail.c — draws the top of a small wall chart, so large that bars can be told apart. */
#include "guatu-chart-thumbnail.h"

#include <math.h>

#include "guatu-cairo-painter.h"
#include "guatu-chart-content.h"
#include "guatu-chart-text.h"
#include "guatu-output.h"
#include "guatu-sheet.h"

/* Of the sheet, in mm. It is small, so that type and bars are large in the picture. */
#define WIDTH  120
#define HEIGHT 100

/* No more rows can be told apart; and fewer of a level give no picture of the plan. */
#define MOST_ROWS   16
#define ENOUGH_ROWS 6

/* Nothing that would be a speck. */
#define LAYERS (GUATU_USUAL_LAYERS & ~(GUATU_LAYER_LABELS | GUATU_LAYER_HOLIDAY_NAMES | GUATU_LAYER_LINKS))

/* The outline levels to show: the fewest that have enough tasks; 0 for all. */
static int
find_levels (const GuatuPlan *plan)
{
  guint n_tasks = guatu_plan_n_rows (plan, GUATU_TABLE_TASK);
  guint at_depth[8] = { 0 };
  guint sum = 0;

  for (guint i = 0; i < n_tasks; i++)
    if (guatu_plan_id (plan, GUATU_TABLE_TASK, (gint32) i) != 0)
      {
        guint depth = guatu_plan_task_depth (plan, (gint32) i);

        if (depth < G_N_ELEMENTS (at_depth))
          at_depth[depth]++;
      }
  for (guint i = 0; i < G_N_ELEMENTS (at_depth); i++)
    {
      sum += at_depth[i];
      if (sum >= ENOUGH_ROWS)
        return (int) i + 1;
    }

  return 0;
}

/* The sheet down to where its foot begins, @size pixels on the longer side. */
static cairo_surface_t *
paint (const GuatuSheet  *sheet,
       GuatuCairoPainter *painter,
       guint              size)
{
  double height = MIN (sheet->height, sheet->foot.y);
  double scale = size / MAX (sheet->width, height);
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) MAX (1, round (sheet->width * scale)),
                                (int) MAX (1, round (height * scale)));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  guatu_cairo_painter_set_target (painter, cr);
  guatu_sheet_paint (sheet, GUATU_PAINTER (painter));
  guatu_cairo_painter_set_target (painter, NULL);
  cairo_destroy (cr);

  return surface;
}

static gboolean
save (cairo_surface_t  *surface,
      const char       *path,
      GError          **error)
{
  GuatuOutput *output = guatu_output_new (path, error);
  cairo_status_t status;

  if (output == NULL)
    return FALSE;
  status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, guatu_output_write, output);

  return guatu_output_finish (output, status, error);
}

gboolean
guatu_chart_thumbnail (const GuatuPlan      *plan,
                       const GuatuSchedule  *schedule,
                       guint                 size,
                       const char           *path,
                       GError              **error)
{
  static const GuatuColumnKind columns[] = { GUATU_COLUMN_NUMBER };
  GuatuRowsQuery query = guatu_chart_usual_query (plan);
  g_autoptr(GuatuChartContent) shown = NULL;
  g_autoptr(GuatuRows) rows = NULL;
  g_autoptr(GuatuSheet) sheet = NULL;
  GuatuCairoPainter *painter;
  GuatuSheetContent content;
  GuatuPalette palette;
  cairo_surface_t *surface;
  gboolean done;

  g_return_val_if_fail (size >= GUATU_THUMBNAIL_LEAST && size <= GUATU_THUMBNAIL_MOST, FALSE);

  query.max_depth = find_levels (plan);
  shown = guatu_chart_content_new (plan, schedule, &query);
  rows = guatu_rows_slice (shown->rows, plan, 0, MIN (shown->rows->n, MOST_ROWS));
  content = (GuatuSheetContent) {
    .plan = plan,
    .schedule = schedule,
    .rows = rows,
    .shares = shown->shares,
    .planned = shown->planned,
    .lights = shown->lights,
    .baseline = shown->baseline,
    .highlights = shown->highlights,
    .numbers = shown->numbers,
    .language = guatu_chart_language (guatu_plan_text (plan, guatu_plan_settings (plan)->language)),
    .today = GUATU_NONE,
    .from = GUATU_NONE,
    .to = GUATU_NONE,
    .layers = LAYERS,
    .ledger = query.ledger,
    .columns = columns,
    .n_columns = G_N_ELEMENTS (columns),
    .paper = { WIDTH, HEIGHT },
    .margin = -1,
    .one_panel = TRUE,
  };

  guatu_palette_init_paper (&palette);
  guatu_chart_take_colours (&palette, plan, query.ledger);
  painter = guatu_cairo_painter_new (NULL, &palette, content.language);
  sheet = guatu_sheet_new (&content, GUATU_PAINTER (painter));
  surface = paint (sheet, painter, size);
  done = save (surface, path, error);
  cairo_surface_destroy (surface);
  g_clear_pointer (&sheet, guatu_sheet_free);
  guatu_cairo_painter_free (painter);

  return done;
}
