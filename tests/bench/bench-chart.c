/* bench-chart.c — a sheet laid out, drawn and written, against the same strokes by plain Cairo calls. */
#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <pango/pangocairo.h>

#include "guatu-cairo-painter.h"
#include "guatu-chart-export.h"
#include "guatu-sheet.h"
#include "guatu-test.h"

#define LANGUAGE "zh_CN"
#define FONT "Noto Sans CJK SC, sans-serif"

/* The strokes, kept ------------------------------------------------------------------------------------- */

typedef enum
{
  STROKE_BOX,
  STROKE_LINE,
  STROKE_TEXT,
  STROKE_CLIP,
  STROKE_UNCLIP,
} StrokeKind;

typedef struct
{
  StrokeKind     kind;
  GuatuBox       box;
  double         radius;
  guint          first;         /* its points */
  guint          n;
  gboolean       closed;
  gboolean       filled;
  gboolean       outlined;
  GuatuColour    colour;
  GuatuColour    outline;
  double         width;
  gboolean       dashed;
  char          *text;
  GuatuTextStyle style;
} Stroke;

/* A painter that keeps what is drawn, with its colours, and has another measure. */
typedef struct
{
  GuatuPainter  parent;
  GuatuPainter *ruler;
  GuatuPalette  palette;
  GArray       *strokes;
  GArray       *points;
  double        width;          /* of the sheet */
  double        height;
} Recorder;

static Recorder *
recorder_of (GuatuPainter *painter)
{
  return (Recorder *) (void *) painter;
}

static void
keep (GuatuPainter *painter,
      Stroke        stroke,
      GuatuInk      ink,
      GuatuInk      outline)
{
  Recorder *self = recorder_of (painter);

  stroke.filled = ink != GUATU_INK_NONE;
  stroke.outlined = outline != GUATU_INK_NONE;
  stroke.colour = guatu_palette_colour (&self->palette, ink);
  stroke.outline = guatu_palette_colour (&self->palette, outline);
  g_array_append_val (self->strokes, stroke);
}

static guint
keep_points (GuatuPainter     *painter,
             const GuatuPoint *points,
             guint             n)
{
  g_array_append_vals (recorder_of (painter)->points, points, n);

  return recorder_of (painter)->points->len - n;
}

static void
record_fill (GuatuPainter *painter,
             GuatuBox      box,
             GuatuInk      ink)
{
  keep (painter, (Stroke) { .kind = STROKE_BOX, .box = box }, ink, GUATU_INK_NONE);
}

static void
record_round_box (GuatuPainter *painter,
                  GuatuBox      box,
                  double        radius,
                  GuatuInk      ink,
                  GuatuInk      outline,
                  double        width)
{
  radius = CLAMP (radius, 0, MIN (box.width, box.height) / 2);
  keep (painter, (Stroke) { .kind = STROKE_BOX, .box = box, .radius = radius, .width = width }, ink, outline);
}

static void
record_line (GuatuPainter     *painter,
             const GuatuPoint *points,
             guint             n,
             double            width,
             GuatuLineStyle    style,
             GuatuInk          ink)
{
  keep (painter, (Stroke) { .kind = STROKE_LINE, .first = keep_points (painter, points, n), .n = n, .width = width,
                            .dashed = style == GUATU_LINE_DASHED }, GUATU_INK_NONE, ink);
}

static void
record_polygon (GuatuPainter     *painter,
                const GuatuPoint *points,
                guint             n,
                GuatuInk          ink,
                GuatuInk          outline,
                double            width)
{
  keep (painter, (Stroke) { .kind = STROKE_LINE, .first = keep_points (painter, points, n), .n = n, .closed = TRUE,
                            .width = width }, ink, outline);
}

/* There are few of them on a sheet: a ground will do. */
static void
record_hatch (GuatuPainter *painter,
              GuatuBox      box,
              GuatuHatch    hatch,
              double        spacing,
              GuatuInk      ink)
{
  record_fill (painter, box, ink);
}

static void
record_text (GuatuPainter         *painter,
             GuatuBox              box,
             const char           *text,
             const GuatuTextStyle *style,
             GuatuInk              ink)
{
  Stroke stroke = { .kind = STROKE_TEXT, .box = box, .text = g_strdup (text), .style = *style };
  double width, height;

  /* Where it begins; its lines come from Pango again. */
  painter->measure (painter, text, style, box.width, &width, &height);
  stroke.box.y += (box.height - height) / 2;
  if (!style->wrap)
    stroke.box.x += (box.width - width) * (style->align == GUATU_ALIGN_END      ? 1
                                           : style->align == GUATU_ALIGN_CENTRE ? 0.5
                                                                                : 0);
  keep (painter, stroke, ink, GUATU_INK_NONE);
}

static void
measure (GuatuPainter         *painter,
         const char           *text,
         const GuatuTextStyle *style,
         double                width,
         double               *text_width,
         double               *text_height)
{
  GuatuPainter *ruler = recorder_of (painter)->ruler;

  ruler->measure (ruler, text, style, width, text_width, text_height);
}

static void
record_clip (GuatuPainter *painter,
             GuatuBox      box)
{
  keep (painter, (Stroke) { .kind = STROKE_CLIP, .box = box }, GUATU_INK_NONE, GUATU_INK_NONE);
}

static void
record_unclip (GuatuPainter *painter)
{
  keep (painter, (Stroke) { .kind = STROKE_UNCLIP }, GUATU_INK_NONE, GUATU_INK_NONE);
}

static void
clear_stroke (gpointer data)
{
  g_free (((Stroke *) data)->text);
}

static void
recorder_init (Recorder *self)
{
  self->parent = (GuatuPainter) {
    .fill = record_fill,
    .round_box = record_round_box,
    .line = record_line,
    .polygon = record_polygon,
    .hatch = record_hatch,
    .text = record_text,
    .measure = measure,
    .clip = record_clip,
    .unclip = record_unclip,
  };
  guatu_palette_init_paper (&self->palette);
  self->ruler = GUATU_PAINTER (guatu_cairo_painter_new (NULL, &self->palette, LANGUAGE));
  self->strokes = g_array_new (FALSE, FALSE, sizeof (Stroke));
  g_array_set_clear_func (self->strokes, clear_stroke);
  self->points = g_array_new (FALSE, FALSE, sizeof (GuatuPoint));
}

static void
recorder_clear (Recorder *self)
{
  guatu_cairo_painter_free ((GuatuCairoPainter *) (void *) self->ruler);
  g_array_unref (self->strokes);
  g_array_unref (self->points);
}

/* The strokes by plain calls ---------------------------------------------------------------------------- */

typedef struct
{
  cairo_t              *cr;
  PangoLayout          *layout;
  PangoFontDescription *font;
} Plain;

static void
plain_init (Plain           *self,
            cairo_surface_t *surface)
{
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoContext *context;

  self->cr = cairo_create (surface);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  context = pango_cairo_create_context (self->cr);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("zh-cn"));
  self->layout = pango_layout_new (context);
  self->font = pango_font_description_from_string (FONT);
  g_object_unref (context);
  cairo_font_options_destroy (options);
}

static void
plain_clear (Plain *self)
{
  cairo_destroy (self->cr);
  g_object_unref (self->layout);
  pango_font_description_free (self->font);
}

static void
trace_box (cairo_t      *cr,
           const Stroke *stroke)
{
  double left = stroke->box.x + stroke->radius, right = stroke->box.x + stroke->box.width - stroke->radius;
  double top = stroke->box.y + stroke->radius, bottom = stroke->box.y + stroke->box.height - stroke->radius;

  if (stroke->radius <= 0)
    {
      cairo_rectangle (cr, stroke->box.x, stroke->box.y, stroke->box.width, stroke->box.height);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, right, top, stroke->radius, -G_PI_2, 0);
  cairo_arc (cr, right, bottom, stroke->radius, 0, G_PI_2);
  cairo_arc (cr, left, bottom, stroke->radius, G_PI_2, G_PI);
  cairo_arc (cr, left, top, stroke->radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
draw_shape (cairo_t          *cr,
            const Stroke     *stroke,
            const GuatuPoint *points)
{
  const double dashes[] = { stroke->width * 4, stroke->width * 2.5 };

  /* Text leaves a point behind. */
  cairo_new_path (cr);
  if (stroke->kind == STROKE_BOX)
    trace_box (cr, stroke);
  for (guint i = 0; i < stroke->n; i++)
    cairo_line_to (cr, points[stroke->first + i].x, points[stroke->first + i].y);
  if (stroke->closed)
    cairo_close_path (cr);
  if (stroke->filled)
    {
      cairo_set_source_rgb (cr, stroke->colour.red, stroke->colour.green, stroke->colour.blue);
      cairo_fill_preserve (cr);
    }
  if (stroke->outlined)
    {
      cairo_set_source_rgb (cr, stroke->outline.red, stroke->outline.green, stroke->outline.blue);
      cairo_set_line_width (cr, stroke->width);
      cairo_set_dash (cr, dashes, stroke->dashed ? 2 : 0, 0);
      cairo_stroke_preserve (cr);
    }
}

static void
draw_text (Plain        *self,
           const Stroke *stroke)
{
  pango_font_description_set_absolute_size (self->font, MAX (1, stroke->style.size * PANGO_SCALE));
  pango_font_description_set_weight (self->font, stroke->style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (self->layout, self->font);
  pango_layout_set_width (self->layout, stroke->style.wrap ? (int) (stroke->box.width * PANGO_SCALE) : -1);
  pango_layout_set_wrap (self->layout, stroke->style.whole_words ? PANGO_WRAP_WORD : PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (self->layout, stroke->style.align == GUATU_ALIGN_END      ? PANGO_ALIGN_RIGHT
                                            : stroke->style.align == GUATU_ALIGN_CENTRE ? PANGO_ALIGN_CENTER
                                                                                        : PANGO_ALIGN_LEFT);
  pango_layout_set_text (self->layout, stroke->text, -1);
  cairo_set_source_rgb (self->cr, stroke->colour.red, stroke->colour.green, stroke->colour.blue);
  cairo_move_to (self->cr, stroke->box.x, stroke->box.y);
  pango_cairo_show_layout (self->cr, self->layout);
}

static void
draw_strokes (Plain          *self,
              const Recorder *recorder)
{
  const GuatuPoint *points = (const GuatuPoint *) (void *) recorder->points->data;

  for (guint i = 0; i < recorder->strokes->len; i++)
    {
      const Stroke *stroke = &g_array_index (recorder->strokes, Stroke, i);

      switch (stroke->kind)
        {
        case STROKE_TEXT:
          draw_text (self, stroke);
          break;
        case STROKE_CLIP:
          cairo_save (self->cr);
          cairo_rectangle (self->cr, stroke->box.x, stroke->box.y, stroke->box.width, stroke->box.height);
          cairo_clip (self->cr);
          break;
        case STROKE_UNCLIP:
          cairo_restore (self->cr);
          break;
        case STROKE_BOX:
        case STROKE_LINE:
        default:
          draw_shape (self->cr, stroke, points);
          break;
        }
    }
}

/* The plan ---------------------------------------------------------------------------------------------- */

/* Twenty tasks under each summary, a link from each to one of the next; names of eight to thirty characters. */
static GuatuPlan *
make_plan (guint n)
{
  static const char * const parts[] = {
    "市政道路", "综合管廊", "东部新区", "污水处理厂", "勘察设计", "征地拆迁", "桩基施工", "主体结构封顶", "验收移交", "二期工程",
    "招标采购", "质量检测", "环境影响评价", "设备安装调试", "管线迁改", "初步设计批复",
  };
  g_autoptr(GRand) rand = g_rand_new_with_seed (n);
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 summary = -1;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GString) name = g_string_new (NULL);
      g_autofree char *duration = g_strdup_printf ("%dd", g_rand_int_range (rand, 2, 40));
      gint32 row;

      for (int k = g_rand_int_range (rand, 2, 6); k > 0; k--)
        g_string_append (name, parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))]);
      g_string_append_printf (name, "%u", i + 1);
      row = guatu_test_add_task (plan, i % 20 == 0 ? -1 : summary, name->str, duration);
      if (i % 20 == 0)
        summary = row;
    }
  for (guint i = 0; i + 1 < n; i++)
    if (i % 20 != 0 && i % 20 < 19)
      guatu_test_add_link (plan, (gint32) i, (gint32) MIN (i + (guint) g_rand_int_range (rand, 1, 4), i / 20 * 20 + 19),
                           GUATU_LINK_FS, NULL);
  guatu_plan_settle (plan);

  return plan;
}

/* What guatu_chart_export() would draw of such a plan. */
static void
record (Recorder            *recorder,
        const GuatuPlan     *plan,
        const GuatuSchedule *schedule,
        const char          *paper)
{
  GuatuRowsQuery query = guatu_chart_usual_query (plan);
  g_autoptr(GuatuChartContent) shown = guatu_chart_content_new (plan, schedule, &query);
  g_autoptr(GuatuSheet) sheet = NULL;
  GuatuSheetContent content = {
    .plan = plan, .schedule = schedule, .rows = shown->rows, .language = LANGUAGE, .today = GUATU_NONE,
    .layers = GUATU_USUAL_LAYERS, .ledger = -1, .margin = -1,
  };

  if (!guatu_paper_parse (paper, TRUE, &content.paper, NULL))
    g_error ("no paper");
  sheet = guatu_sheet_new (&content, recorder->ruler);
  guatu_sheet_paint (sheet, &recorder->parent);
  recorder->width = sheet->width;
  recorder->height = sheet->height;
}

/* Measuring --------------------------------------------------------------------------------------------- */

static double
run_ours (const GuatuPlan     *plan,
          const GuatuSchedule *schedule,
          const char          *paper,
          const char          *path)
{
  GuatuChartOptions options = GUATU_CHART_OPTIONS_INIT;
  g_autoptr(GError) error = NULL;
  gint64 from = g_get_monotonic_time ();

  options.paper = paper;
  options.landscape = TRUE;
  options.language = LANGUAGE;
  if (!guatu_chart_export (plan, schedule, &options, GUATU_CHART_PDF, path, &error))
    g_error ("%s", error->message);

  return (double) (g_get_monotonic_time () - from);
}

static double
run_plain (const Recorder *recorder,
           const char     *path)
{
  gint64 from = g_get_monotonic_time ();
  cairo_surface_t *surface = cairo_pdf_surface_create (path, recorder->width, recorder->height);
  Plain plain;

  plain_init (&plain, surface);
  draw_strokes (&plain, recorder);
  cairo_show_page (plain.cr);
  plain_clear (&plain);
  cairo_surface_finish (surface);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    g_error ("%s", cairo_status_to_string (cairo_surface_status (surface)));
  cairo_surface_destroy (surface);

  return (double) (g_get_monotonic_time () - from);
}

static double
size_of (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? (double) status.st_size : 0;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

/* In milliseconds. */
static double
median (double *times,
        guint   n)
{
  qsort (times, n, sizeof *times, compare_doubles);

  return times[n / 2] / 1000;
}

static void
bench (guint       n,
       const char *paper,
       const char *dir)
{
  enum { ROUNDS = 7 };
  g_autoptr(GuatuPlan) plan = make_plan (n);
  g_autoptr(GuatuSchedule) schedule = guatu_schedule_new (plan, NULL, NULL);
  g_autofree char *path = g_build_filename (dir, "ours.pdf", NULL);
  g_autofree char *plain_path = g_build_filename (dir, "plain.pdf", NULL);
  double ours[ROUNDS], plain[ROUNDS], our_time, plain_time;
  Recorder recorder;

  recorder_init (&recorder);
  record (&recorder, plan, schedule, paper);

  /* By turns, so that a busy machine is so for both; the first of each loads the fonts. */
  run_ours (plan, schedule, paper, path);
  run_plain (&recorder, plain_path);
  for (guint i = 0; i < ROUNDS; i++)
    {
      plain[i] = run_plain (&recorder, plain_path);
      ours[i] = run_ours (plan, schedule, paper, path);
    }

  our_time = median (ours, ROUNDS);
  plain_time = median (plain, ROUNDS);
  g_print ("%u bars on %s to PDF ÷ plain Cairo (at most 2): %.0f ms against %.0f ms for %u strokes, ratio %.2f; "
           "%.0f bytes per bar against %.0f\n",
           n, paper, our_time, plain_time, recorder.strokes->len, our_time / plain_time, size_of (path) / n,
           size_of (plain_path) / n);
  recorder_clear (&recorder);
}

/* Also of so many bars on such a paper: "bench-chart 500 A1". */
int
main (int   argc,
      char *argv[])
{
  char *dir = guatu_test_make_dir ();

  setlocale (LC_ALL, "");
  if (argc > 1)
    {
      bench ((guint) atoi (argv[1]), argc > 2 ? argv[2] : "A0", dir);
    }
  else
    {
      bench (300, "A0", dir);
      bench (1000, "A0", dir);
      bench (10000, "A0", dir);
    }
  guatu_test_remove_dir (dir);

  return 0;
}
