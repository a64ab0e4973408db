/* guatu-chart-export.c — draws a plan on a sheet and writes it as PDF, SVG or PNG. */
#include "guatu-chart-export.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "guatu-cairo-painter.h"
#include "guatu-chart-rows-private.h"
#include "guatu-output.h"
#include "guatu-sheet.h"

#define DEFAULT_DPI 150.0
#define MIN_DPI 10.0

/* Cairo's limit on either side of a picture; and what a picture may take of the memory, in pixels of 4 bytes. */
#define MAX_PIXELS 32767.0
#define MAX_AREA (256.0 * 1024 * 1024)

#define READABLE 6.0

G_DEFINE_QUARK (guatu-chart-error-quark, guatu_chart_error)

gboolean
guatu_chart_format_of (const char       *path,
                       GuatuChartFormat *format)
{
  static const struct { const char *ending; GuatuChartFormat format; } endings[] = {
    { ".pdf", GUATU_CHART_PDF }, { ".svg", GUATU_CHART_SVG }, { ".png", GUATU_CHART_PNG },
  };
  const char *dot = strrchr (path, '.');

  for (gsize i = 0; dot != NULL && i < G_N_ELEMENTS (endings); i++)
    if (g_ascii_strcasecmp (dot, endings[i].ending) == 0)
      {
        *format = endings[i].format;
        return TRUE;
      }

  return FALSE;
}

char *
guatu_chart_readout_warning (const GuatuChartReadout *readout)
{
  if (readout->dpi_lowered && readout->hard_to_read)
    return g_strdup_printf (_("Task names are %.1f points high, which is hard to read: choose larger paper. The "
                              "picture was drawn at %.0f dots per inch, because it would be too large otherwise."),
                            readout->type_size, readout->dpi);
  if (readout->hard_to_read)
    return g_strdup_printf (_("Task names are %.1f points high, which is hard to read: choose larger paper."),
                            readout->type_size);
  if (readout->dpi_lowered)
    return g_strdup_printf (_("The picture was drawn at %.0f dots per inch, because it would be too large otherwise."),
                            readout->dpi);

  return NULL;
}

/* What is shown ----------------------------------------------------------------------------------- */

/* A category's own colour replaces that of its hue. */
static void
take_colours (GuatuPalette    *palette,
              const GuatuPlan *plan,
              gint32           ledger)
{
  const GuatuCategory *categories = guatu_plan_rows (plan, GUATU_TABLE_CATEGORY);
  g_autofree gint32 *order = NULL;
  guint n, place = 0;

  ledger = guatu_rows_ledger (plan, ledger);
  order = guatu_plan_in_order (plan, GUATU_TABLE_CATEGORY, &n);
  for (guint i = 0; i < n; i++)
    if (categories[order[i]].ledger == ledger)
      guatu_palette_set_hue (palette, place++ % GUATU_HUE_NEUTRAL, guatu_plan_text (plan, categories[order[i]].colour));
}

/* By task row: its row in the reference baseline. %NULL where the plan has none. */
static gint32 *
find_baseline (const GuatuPlan *plan)
{
  const GuatuBaselineTask *records = guatu_plan_rows (plan, GUATU_TABLE_BASELINE_TASK);
  gint32 baseline = guatu_plan_settings (plan)->reference_baseline;
  guint n = guatu_plan_n_rows (plan, GUATU_TABLE_TASK);
  guint n_records = guatu_plan_n_rows (plan, GUATU_TABLE_BASELINE_TASK);
  gint32 *found;

  if (baseline < 0)
    return NULL;

  found = g_new (gint32, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    found[i] = -1;
  for (guint i = 0; i < n_records; i++)
    if (records[i].id != 0 && records[i].baseline == baseline && records[i].task >= 0)
      found[records[i].task] = (gint32) i;

  return found;
}

/* Reported shares as of the status date, or %NULL where nobody has reported anything and no date asks for it. */
static gint64 *
find_shares (const GuatuPlan     *plan,
             const GuatuSchedule *schedule)
{
  GuatuInstant date = guatu_plan_settings (plan)->status_date;
  g_autofree gint64 *shares = guatu_progress_reported (plan, schedule, date);
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  if (date != GUATU_NONE)
    return g_steal_pointer (&shares);
  for (guint i = 0; i < n; i++)
    if (shares[outline[i]] > 0)
      return g_steal_pointer (&shares);

  return NULL;
}

/* Whether several things stand at the top of the outline, and each of them is in a group. */
static gboolean
all_have_keys (const GuatuPlan *plan,
               GuatuGrouping    grouping,
               gint32           ledger)
{
  g_autofree gint32 *keys = guatu_rows_keys (plan, grouping, ledger);
  gint32 task = guatu_plan_first_task (plan);

  if (task < 0 || guatu_plan_task (plan, task)->next_sibling < 0)
    return FALSE;
  for (; task >= 0; task = guatu_plan_task (plan, task)->next_sibling)
    if (keys[task] < 0)
      return FALSE;

  return TRUE;
}

/* What a plan is shown by where nobody asks: a board by its categories, several ledgers by ledger. */
static GuatuRowsQuery
usual_rows (const GuatuPlan *plan)
{
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;
  gint32 ledger = guatu_rows_ledger (plan, -1);

  if (ledger >= 0 && all_have_keys (plan, GUATU_GROUP_CATEGORY, ledger))
    {
      query.grouping = GUATU_GROUP_CATEGORY;
      query.merged = TRUE;
    }
  else if (guatu_plan_n_live (plan, GUATU_TABLE_LEDGER) > 1 && all_have_keys (plan, GUATU_GROUP_LEDGER, -1))
    {
      query.grouping = GUATU_GROUP_LEDGER;
    }

  return query;
}

/* Surfaces ---------------------------------------------------------------------------------------- */

static void
describe_pdf (cairo_surface_t         *surface,
              const GuatuPlan         *plan,
              const GuatuChartOptions *options)
{
  const GuatuPlanRow *settings = guatu_plan_settings (plan);
  gboolean dated = options->printed != GUATU_NONE && options->printed != 0;
  g_autofree char *printed = dated ? guatu_instant_to_iso (options->printed) : NULL;
  const char *subtitle = guatu_plan_text (plan, settings->subtitle);
  const char *body = guatu_plan_text (plan, settings->issuing_body);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, guatu_plan_text (plan, settings->title));
  if (*subtitle != '\0')
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, subtitle);
  if (*body != '\0')
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, body);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Guatu");
  if (printed != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, printed);
}

/* Sides in pixels; lowers the resolution where the picture would be too large. */
static void
find_pixels (const GuatuSheet *sheet,
             double           *dpi,
             gboolean         *lowered,
             int              *width,
             int              *height)
{
  double inches = MAX (sheet->width, sheet->height) / 72;
  double area = sheet->width / 72 * sheet->height / 72;
  double most = MIN (MAX_PIXELS / inches, sqrt (MAX_AREA / area));

  *lowered = *dpi > most;
  *dpi = MAX (MIN_DPI, MIN (*dpi, most));
  *width = (int) MIN (MAX_PIXELS, MAX (1, round (sheet->width / 72 * *dpi)));
  *height = (int) MIN (MAX_PIXELS, MAX (1, round (sheet->height / 72 * *dpi)));
}

static cairo_status_t
paint_on (cairo_surface_t   *surface,
          const GuatuSheet  *sheet,
          GuatuCairoPainter *painter,
          double             scale)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  guatu_cairo_painter_set_target (painter, cr);
  guatu_sheet_paint (sheet, GUATU_PAINTER (painter));
  guatu_cairo_painter_set_target (painter, NULL);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);

  return status;
}

static cairo_status_t
write_vectors (const GuatuSheet        *sheet,
               GuatuCairoPainter       *painter,
               const GuatuChartOptions *options,
               GuatuChartFormat         format,
               GuatuOutput             *output)
{
  cairo_surface_t *surface;
  cairo_status_t status;

  if (format == GUATU_CHART_PDF)
    {
      surface = cairo_pdf_surface_create_for_stream (guatu_output_write, output, sheet->width, sheet->height);
      describe_pdf (surface, sheet->content.plan, options);
    }
  else
    {
      surface = cairo_svg_surface_create_for_stream (guatu_output_write, output, sheet->width, sheet->height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
    }
  status = paint_on (surface, sheet, painter, 1);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return status;
}

static cairo_status_t
write_picture (const GuatuSheet  *sheet,
               GuatuCairoPainter *painter,
               GuatuChartReadout *readout,
               GuatuOutput       *output)
{
  cairo_surface_t *surface;
  cairo_status_t status;
  int width, height;

  find_pixels (sheet, &readout->dpi, &readout->dpi_lowered, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = paint_on (surface, sheet, painter, readout->dpi / 72);
  guatu_output_set_dpi (output, readout->dpi);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, guatu_output_write, output);
  cairo_surface_destroy (surface);

  return status;
}

gboolean
guatu_chart_export (const GuatuPlan         *plan,
                    const GuatuSchedule     *schedule,
                    const GuatuChartOptions *options,
                    GuatuChartFormat         format,
                    const char              *path,
                    GError                 **error)
{
  const GuatuRowsQuery usual = usual_rows (plan);
  const GuatuRowsQuery *query = options->rows != NULL ? options->rows : &usual;
  GuatuInstant status_date = guatu_plan_settings (plan)->status_date;
  g_autofree gint64 *shares = NULL;
  g_autofree gint64 *planned = NULL;
  g_autofree gint32 *baseline = NULL;
  g_autofree guint8 *highlights = NULL;
  g_autofree const char **numbers = NULL;
  g_autoptr(GuatuLights) lights = NULL;
  g_autoptr(GuatuRows) rows = NULL;
  g_autoptr(GuatuSheet) sheet = NULL;
  g_autoptr(GuatuCairoPainter) painter = NULL;
  GuatuChartReadout readout = { .dpi = options->dpi > 0 ? options->dpi : DEFAULT_DPI };
  GuatuPalette palette;
  const char *language = options->language;
  GuatuOutput *output;
  GuatuSheetContent content;
  cairo_status_t status;
  GuatuPaper paper;

  if (!guatu_paper_parse (options->paper, options->landscape, &paper, error))
    return FALSE;
  output = guatu_output_new (path, error);
  if (output == NULL)
    return FALSE;

  if (language == NULL)
    language = guatu_plan_text (plan, guatu_plan_settings (plan)->language);
  shares = find_shares (plan, schedule);
  if (status_date != GUATU_NONE)
    {
      lights = guatu_lights_new (plan, schedule, status_date, NULL);
      planned = guatu_progress_planned (plan, status_date, NULL);
    }
  baseline = find_baseline (plan);
  highlights = guatu_chart_highlights (plan);
  if (query->grouping == GUATU_GROUP_CATEGORY)
    numbers = guatu_chart_numbers (plan, guatu_rows_ledger (plan, query->ledger));
  rows = guatu_rows_new (plan, schedule, shares, query);
  content = (GuatuSheetContent) {
    .plan = plan,
    .schedule = schedule,
    .rows = rows,
    .shares = shares,
    .planned = planned,
    .lights = lights,
    .baseline = baseline,
    .highlights = highlights,
    .numbers = numbers,
    .language = guatu_chart_language (language),
    .today = options->today,
    .scale = options->scale,
    .layers = GUATU_USUAL_LAYERS & ~options->hidden_layers,
    .ledger = query->ledger,
    .columns = options->columns,
    .n_columns = options->n_columns,
    .paper = paper,
    .margin = options->margin > 0 ? options->margin : -1,
  };

  if (options->palette == NULL || !guatu_palette_init (&palette, options->palette))
    guatu_palette_init_paper (&palette);
  take_colours (&palette, plan, query->ledger);
  painter = guatu_cairo_painter_new (NULL, &palette, content.language);
  sheet = guatu_sheet_new (&content, GUATU_PAINTER (painter));
  status = format == GUATU_CHART_PNG ? write_picture (sheet, painter, &readout, output)
                                     : write_vectors (sheet, painter, options, format, output);
  if (!guatu_output_finish (output, status, error))
    return FALSE;

  readout.width = paper.width;
  readout.height = paper.height;
  readout.type_size = sheet->view.size;
  readout.hard_to_read = rows->n > 0 && sheet->view.size < READABLE - 0.005;
  readout.n_rows = rows->n;
  if (options->readout != NULL)
    *options->readout = readout;

  return TRUE;
}
