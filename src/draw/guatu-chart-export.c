/* guatu-chart-export.c — draws a plan on a sheet and writes it as PDF, SVG or PNG. */
#include "guatu-chart-export.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "guatu-cairo-painter.h"
#include "guatu-chart-pdf.h"
#include "guatu-output.h"
#include "guatu-sheet.h"

#define DEFAULT_DPI 150.0
#define MIN_DPI 10.0

/* Cairo's limit on either side of a picture; and what a picture may take of the memory, in pixels of 4 bytes. */
#define MAX_PIXELS 32767.0
#define MAX_AREA (256.0 * 1024 * 1024)

#define READABLE 6.0

/* See guatu_chart_reading_distance(). */
#define READABLE_ANGLE 16.0
#define CAPITAL 0.73

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

static char *
fonts_warning (const GuatuChartReadout *readout)
{
  const char *wanted = readout->wanted_font, *han = readout->han_font, *latin = readout->latin_font;

  if (han != NULL && *han == '\0')
    return g_strdup_printf (_("No font with Chinese characters is installed, so they are printed as boxes: install “%s”."),
                            wanted);
  if (han != NULL && latin != NULL && !g_str_equal (han, latin))
    return g_strdup_printf (_("The font “%s” is not installed: “%s” stands in for Chinese characters, “%s” for letters."),
                            wanted, han, latin);
  if (han != NULL || latin != NULL)
    return g_strdup_printf (_("The font “%s” is not installed: “%s” stands in for it."), wanted,
                            han != NULL ? han : latin);

  return NULL;
}

/* Takes @sentence; %NULL is nothing. */
static void
add_sentence (char **text,
              char  *sentence)
{
  g_autofree char *before = *text;
  g_autofree char *added = sentence;

  if (added == NULL)
    *text = g_steal_pointer (&before);
  else if (before == NULL)
    *text = g_steal_pointer (&added);
  else
    /* Translators: two sentences, one after the other. */
    *text = g_strdup_printf (C_("sentences", "%s %s"), before, added);
}

char *
guatu_chart_readout_warning (const GuatuChartReadout *readout)
{
  char *text = NULL;

  if (readout->hard_to_read)
    add_sentence (&text, g_strdup_printf (_("The smallest type is %.1f points high, which is hard to read: choose larger "
                                            "paper."), readout->smallest));
  if (readout->dpi_lowered)
    add_sentence (&text, g_strdup_printf (_("The picture was drawn at %.0f dots per inch, because it would be too large "
                                            "otherwise."), readout->dpi));
  add_sentence (&text, fonts_warning (readout));

  return text;
}

double
guatu_chart_reading_distance (double points)
{
  double capital = points * CAPITAL / GUATU_POINTS_PER_MM / 1000;

  return capital / tan (READABLE_ANGLE / 60 * G_PI / 180);
}

static char *
type_text (const GuatuChartReadout *readout)
{
  double smallest = readout->smallest > 0 ? MIN (readout->smallest, readout->type_size) : readout->type_size;
  double distance = guatu_chart_reading_distance (smallest);

  if (readout->type_size - smallest < 0.05)
    return g_strdup_printf (_("type %.1f pt, readable from up to %.1f m"), smallest, distance);
  return g_strdup_printf (_("type %.1f pt, smallest type %.1f pt, readable from up to %.1f m"), readout->type_size,
                          smallest, distance);
}

char *
guatu_chart_readout_text (const GuatuChartReadout *readout)
{
  g_autofree char *paper = guatu_paper_text ((GuatuPaper) { readout->width, readout->height });
  g_autofree char *rows = g_strdup_printf (ngettext ("%u row", "%u rows", readout->n_rows), readout->n_rows);
  g_autofree char *type = type_text (readout);
  guint n = readout->labels_left_out;
  GString *text = g_string_new (NULL);

  /* Translators: of a sheet: its paper, its rows, its type. */
  g_string_printf (text, _("%s; %s; %s."), paper, rows, type);
  if (n > 0)
    g_string_append_printf (text, ngettext ("\n%u label was left out for want of room.",
                                            "\n%u labels were left out for want of room.", n), n);
  n = readout->names_left_out;
  if (n > 0)
    g_string_append_printf (text, ngettext ("\n%u name of a phase or holiday was left out for want of room.",
                                            "\n%u names of phases and holidays were left out for want of room.", n), n);
  n = readout->links_left_out;
  if (n > 0)
    g_string_append_printf (text, ngettext ("\n%u link from one panel of rows to another was left out.",
                                            "\n%u links from one panel of rows to another were left out.", n), n);

  return g_string_free (text, FALSE);
}

/* Surfaces ---------------------------------------------------------------------------------------- */

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
          double             scale,
          GuatuChartReadout *readout)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  guatu_cairo_painter_set_target (painter, cr);
  readout->names_left_out = guatu_sheet_paint (sheet, GUATU_PAINTER (painter));
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
               GuatuChartReadout       *readout,
               GuatuOutput             *output)
{
  cairo_surface_t *surface;
  cairo_status_t status;

  if (format == GUATU_CHART_PDF)
    {
      surface = cairo_pdf_surface_create_for_stream (guatu_output_write, output, sheet->width, sheet->height);
      guatu_pdf_describe (surface, sheet->content.plan, sheet->content.language, options->printed);
      guatu_pdf_add_page (surface, sheet, 1, NULL);
    }
  else
    {
      surface = cairo_svg_surface_create_for_stream (guatu_output_write, output, sheet->width, sheet->height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
    }
  status = paint_on (surface, sheet, painter, 1, readout);
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
    status = paint_on (surface, sheet, painter, readout->dpi / 72, readout);
  guatu_output_set_dpi (output, readout->dpi);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, guatu_output_write, output);
  cairo_surface_destroy (surface);

  return status;
}

/* Drawing ------------------------------------------------------------------------------------------ */

/* A sheet and what it is painted with. */
typedef struct
{
  GuatuPalette       palette;
  GuatuRowsQuery     usual;
  GuatuChartContent *shown;
  GuatuSheetContent  content;
  GuatuCairoPainter *painter;
  GuatuSheet        *sheet;
} Drawing;

static const char *
language_of (const GuatuPlan         *plan,
             const GuatuChartOptions *options)
{
  const char *own = guatu_plan_text (plan, guatu_plan_settings (plan)->language);

  return guatu_chart_language (options->language != NULL ? options->language : own);
}

static void
drawing_begin (Drawing                 *self,
               const GuatuPlan         *plan,
               const GuatuSchedule     *schedule,
               const GuatuChartOptions *options,
               GuatuPaper               paper)
{
  const GuatuRowsQuery *query = options->rows != NULL ? options->rows : &self->usual;
  const GuatuChartContent *shown;

  self->usual = guatu_chart_usual_query (plan);
  if (options->palette == NULL || !guatu_palette_init (&self->palette, options->palette))
    guatu_palette_init_paper (&self->palette);
  shown = self->shown = options->baseline != NULL
                        ? guatu_chart_content_new_beside (plan, schedule, query, *options->baseline)
                        : guatu_chart_content_new (plan, schedule, query);
  self->content = (GuatuSheetContent) {
    .plan = plan,
    .schedule = schedule,
    .rows = shown->rows,
    .shares = shown->shares,
    .planned = shown->planned,
    .lights = shown->lights,
    .baseline = shown->baseline,
    .highlights = shown->highlights,
    .numbers = shown->numbers,
    .language = language_of (plan, options),
    .today = options->today,
    .scale = options->scale,
    .from = options->from,
    .to = options->to,
    .layers = (GUATU_USUAL_LAYERS | options->shown_layers | (self->palette.stickers ? GUATU_LAYER_FLAGS : 0))
              & ~options->hidden_layers,
    .label_kinds = options->label_kinds,
    .ledger = query->ledger,
    .hatched = self->palette.hatched,
    .columns = options->columns,
    .n_columns = options->n_columns,
    .paper = paper,
    .margin = options->margin > 0 ? options->margin : -1,
  };

  guatu_chart_take_colours (&self->palette, plan, query->ledger);
  self->painter = guatu_cairo_painter_new (NULL, &self->palette, self->content.language);
  self->sheet = guatu_sheet_new (&self->content, GUATU_PAINTER (self->painter));
}

static void
drawing_read_out (const Drawing     *self,
                  GuatuChartReadout *readout)
{
  readout->width = self->sheet->width / GUATU_POINTS_PER_MM;
  readout->height = self->sheet->height / GUATU_POINTS_PER_MM;
  readout->type_size = self->sheet->view.size;
  readout->smallest = guatu_cairo_painter_smallest (self->painter);
  readout->hard_to_read = self->shown->rows->n > 0 && readout->smallest < READABLE - 0.005;
  readout->n_rows = self->shown->rows->n;
  for (guint i = 0; i < self->sheet->n_panels; i++)
    readout->labels_left_out += self->sheet->panels[i].labels->left_out;
  readout->links_left_out = self->sheet->links_left_out;
  guatu_cairo_painter_find_fonts (self->painter, &readout->wanted_font, &readout->han_font, &readout->latin_font);
}

static void
drawing_end (Drawing *self)
{
  g_clear_pointer (&self->sheet, guatu_sheet_free);
  g_clear_pointer (&self->painter, guatu_cairo_painter_free);
  g_clear_pointer (&self->shown, guatu_chart_content_free);
}

gboolean
guatu_chart_export (const GuatuPlan         *plan,
                    const GuatuSchedule     *schedule,
                    const GuatuChartOptions *options,
                    GuatuChartFormat         format,
                    const char              *path,
                    GError                 **error)
{
  GuatuChartReadout readout = { .dpi = options->dpi > 0 ? options->dpi : DEFAULT_DPI };
  Drawing drawing = { 0 };
  GuatuOutput *output;
  cairo_status_t status;
  GuatuPaper paper;
  gboolean done;

  if (!guatu_paper_parse (options->paper, options->landscape, &paper, error))
    return FALSE;
  if (options->portrait)
    paper = guatu_paper_turn (paper, FALSE);
  output = guatu_output_new (path, error);
  if (output == NULL)
    return FALSE;

  guatu_output_set_cancellable (output, options->cancellable);
  drawing_begin (&drawing, plan, schedule, options, paper);
  status = g_cancellable_is_cancelled (options->cancellable) ? CAIRO_STATUS_WRITE_ERROR
           : format == GUATU_CHART_PNG
           ? write_picture (drawing.sheet, drawing.painter, &readout, output)
           : write_vectors (drawing.sheet, drawing.painter, options, format, &readout, output);
  done = guatu_output_finish (output, status, error);
  if (done && options->readout != NULL)
    {
      drawing_read_out (&drawing, &readout);
      *options->readout = readout;
    }
  drawing_end (&drawing);

  return done;
}

void
guatu_chart_draw (const GuatuPlan         *plan,
                  const GuatuSchedule     *schedule,
                  const GuatuChartOptions *options,
                  GuatuPaper               paper,
                  cairo_t                 *cr)
{
  GuatuChartReadout readout = { 0 };
  Drawing drawing = { 0 };

  drawing_begin (&drawing, plan, schedule, options, paper);
  cairo_save (cr);
  guatu_cairo_painter_set_target (drawing.painter, cr);
  readout.names_left_out = guatu_sheet_paint (drawing.sheet, GUATU_PAINTER (drawing.painter));
  guatu_cairo_painter_set_target (drawing.painter, NULL);
  cairo_restore (cr);
  if (options->readout != NULL)
    {
      drawing_read_out (&drawing, &readout);
      *options->readout = readout;
    }
  drawing_end (&drawing);
}
