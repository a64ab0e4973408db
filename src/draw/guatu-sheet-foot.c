/* guatu-sheet-foot.c — what stands under a chart: the legend, and a block that says whose sheet it is. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "guatu-sheet-private.h"

/* In sizes of the type. */
#define LINE 1.45
#define PADDING 0.7
#define BOX_WIDTH 6.8
#define BETWEEN 2.0
#define MAX_INFO 30.0
#define MAX_LINES 4
#define LEGEND_LINE 1.9

/* A line that would have to be set smaller than this, in points and as a share of the type, wraps instead. */
#define READABLE 6.0
#define MOST_SHRUNK 0.85

/* A note that is longer than this, in characters, is none for a title block. */
#define MAX_NOTE 60

static const char * const approvals[] = {
  NC_("title block", "Drawn by"), NC_("title block", "Checked by"), NC_("title block", "Approved by"),
};

/* What it says ---------------------------------------------------------------------------------------- */

static void
add_line (GPtrArray *lines,
          char      *line)
{
  g_strdelimit (line, "\n\t\r", ' ');
  g_strstrip (line);
  if (*line != '\0')
    g_ptr_array_add (lines, line);
  else
    g_free (line);
}

static void
append_part (GString    *text,
             const char *part)
{
  if (*part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "   " : "", part);
}

static void
append_date (GString                 *text,
             const GuatuSheetContent *content,
             const char              *pattern,
             GuatuInstant             t)
{
  g_autoptr(GString) part = g_string_new (NULL);

  if (t == GUATU_NONE)
    return;
  guatu_chart_expand (part, content->language, guatu_chart_text_in_context (content->language, "title block", pattern),
                      t);
  append_part (text, part->str);
}

static char *
make_dates (const GuatuSheetContent *content)
{
  GString *text = g_string_new (NULL);

  append_date (text, content, NC_("title block", "Status {Mon} {day}, {year}"),
               guatu_plan_settings (content->plan)->status_date);
  append_date (text, content, NC_("title block", "Printed {Mon} {day}, {year}"), content->today);

  return g_string_free (text, FALSE);
}

/* "Sample data" and the like stand here; a longer note of the plan is not for the wall. */
static char *
make_note (const GuatuSheetContent *content)
{
  const char *note = guatu_plan_text (content->plan, guatu_plan_settings (content->plan)->note);

  return g_strdup (strchr (note, '\n') == NULL && g_utf8_strlen (note, -1) <= MAX_NOTE ? note : "");
}

GPtrArray *
guatu_foot_lines (const GuatuSheetContent *content)
{
  const GuatuPlanRow *settings = guatu_plan_settings (content->plan);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  GString *who = g_string_new (guatu_plan_text (content->plan, settings->issuing_body));
  GString *sheet = g_string_new (NULL);

  append_part (who, guatu_plan_text (content->plan, settings->code));
  add_line (lines, g_string_free (who, FALSE));
  add_line (lines, make_dates (content));
  append_part (sheet, guatu_chart_text_in_context (content->language, "title block",
                                                   NC_("title block", "Sheet 1 of 1")));
  {
    g_autofree char *note = make_note (content);

    append_part (sheet, note);
  }
  add_line (lines, g_string_free (sheet, FALSE));

  return lines;
}

/* Room ------------------------------------------------------------------------------------------------ */

static double
widest_line (GuatuSheetFit *fit)
{
  double widest = 0;

  for (guint i = 0; i < fit->sheet->foot_lines->len; i++)
    widest = MAX (widest, guatu_fit_measure (fit, g_ptr_array_index (fit->sheet->foot_lines, i), i == 0));

  return MIN (widest, MAX_INFO);
}

static gboolean
is_named (const GuatuSheetContent *content)
{
  const GuatuPlanRow *settings = guatu_plan_settings (content->plan);

  return settings->issuing_body != 0 || settings->code != 0;
}

static GuatuTextStyle
line_style (const GuatuSheet *sheet,
            guint             line,
            double            size)
{
  return (GuatuTextStyle) { .size = size, .bold = line == 0 && is_named (&sheet->content), .wrap = TRUE };
}

/* Of a line of the block with its text in @width. */
static double
line_height (const GuatuSheet *sheet,
             GuatuPainter     *painter,
             guint             line,
             double            width,
             double            size)
{
  const char *text = g_ptr_array_index (sheet->foot_lines, line);
  GuatuTextStyle style = line_style (sheet, line, size);
  double least = MIN (READABLE, size * MOST_SHRUNK), text_width, text_height;

  painter->measure (painter, text, &style, -1, &text_width, &text_height);
  if (width <= 0 || text_width * least <= width * size)
    return LINE * size;
  painter->measure (painter, text, &style, width, &text_width, &text_height);

  return MIN (text_height, MAX_LINES * GUATU_LINE_PITCH * size) + (LINE - GUATU_LINE_PITCH) * size;
}

static double
info_width (const GuatuSheet *sheet,
            double            size)
{
  return sheet->block.width - 2 * PADDING * size - G_N_ELEMENTS (approvals) * sheet->approval_width;
}

double
guatu_foot_fit (GuatuSheetFit *fit,
                double         size)
{
  GuatuSheet *sheet = fit->sheet;
  double last, block = (widest_line (fit) + 2 * PADDING + G_N_ELEMENTS (approvals) * BOX_WIDTH) * size;
  double share, height = PADDING * size;
  guint lines;

  share = MIN (1, sheet->area.width * 0.6 / block);
  block *= share;
  lines = guatu_legend_flow (sheet->legend, sheet->area.width - block - BETWEEN * size, size, &last);
  sheet->approval_width = BOX_WIDTH * size * share;
  sheet->foot_size = size;
  sheet->foot_line = size * LEGEND_LINE;
  sheet->block = (GuatuBox) { sheet->area.x + sheet->area.width - block, 0, block, 0 };
  for (guint i = 0; i < sheet->foot_lines->len; i++)
    height += line_height (sheet, fit->painter, i, info_width (sheet, size), size);
  sheet->block.height = height;

  return MAX (height, lines * sheet->foot_line);
}

/* Drawing --------------------------------------------------------------------------------------------- */

static void
paint_text (GuatuPainter  *painter,
            GuatuBox       box,
            const char    *text,
            GuatuTextStyle style,
            GuatuInk       ink)
{
  style.size = guatu_painter_fit (painter, box, text, &style);
  painter->text (painter, box, text, &style, ink);
}

/* All in the same size: that of the one that needs the most room. */
static void
paint_approvals (const GuatuSheet *sheet,
                 GuatuPainter     *painter)
{
  double size = sheet->foot_size, width = sheet->approval_width, right = sheet->block.x + sheet->block.width;
  GuatuTextStyle style = { .size = guatu_chart_small_type (size, 0.9) };
  GuatuBox label = { 0, sheet->block.y + size * 0.15, width - size * 0.6, size * LINE };
  const char *texts[G_N_ELEMENTS (approvals)];

  for (guint i = 0; i < G_N_ELEMENTS (approvals); i++)
    {
      texts[i] = guatu_chart_text_in_context (sheet->content.language, "title block", approvals[i]);
      style.size = guatu_painter_fit (painter, label, texts[i], &style);
    }
  for (guint i = 0; i < G_N_ELEMENTS (approvals); i++)
    {
      double x = right - (G_N_ELEMENTS (approvals) - i) * width;
      const GuatuPoint beside[] = { { x, sheet->block.y }, { x, sheet->block.y + sheet->block.height } };

      painter->line (painter, beside, 2, sheet->view.hair, GUATU_LINE_SOLID, GUATU_INK_FRAME);
      label.x = x + size * 0.3;
      painter->text (painter, label, texts[i], &style, GUATU_INK_TEXT_MUTED);
    }
}

static void
paint_block (const GuatuSheet *sheet,
             GuatuPainter     *painter)
{
  double size = sheet->foot_size, padding = PADDING * size;
  GuatuBox block = sheet->block;
  GuatuBox line = { block.x + padding, block.y + padding / 2, info_width (sheet, size), 0 };

  painter->round_box (painter, block, 0, GUATU_INK_NONE, GUATU_INK_FRAME, sheet->view.hair * 1.5);
  for (guint i = 0; i < sheet->foot_lines->len; i++, line.y += line.height)
    {
      GuatuTextStyle style = line_style (sheet, i, size);

      line.height = line_height (sheet, painter, i, line.width, size);
      style.wrap = line.height > LINE * size * 1.01;
      paint_text (painter, line, g_ptr_array_index (sheet->foot_lines, i), style,
                  style.bold ? GUATU_INK_TEXT : GUATU_INK_TEXT_MUTED);
    }
  paint_approvals (sheet, painter);
}

void
guatu_foot_paint (const GuatuSheet *sheet,
                  GuatuPainter     *painter)
{
  GuatuBox legend = sheet->foot;

  legend.width -= sheet->block.width + BETWEEN * sheet->foot_size;
  guatu_painter_begin (painter, GUATU_TAG_PARAGRAPH);
  guatu_legend_paint (sheet->legend, &sheet->view, painter, legend, sheet->foot_size, sheet->foot_line);
  guatu_painter_end (painter);
  guatu_painter_begin (painter, GUATU_TAG_PARAGRAPH);
  paint_block (sheet, painter);
  guatu_painter_end (painter);
}
