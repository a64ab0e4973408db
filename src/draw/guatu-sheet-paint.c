/* guatu-sheet-paint.c — paints a sheet: banner, headings, the chart in its frame, legend and foot. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "guatu-sheet-private.h"

/* Fitted into @box, as a part of the sheet that is read by itself; nothing for an empty text. */
static void
paint_part (GuatuPainter  *painter,
            GuatuTag       tag,
            GuatuBox       box,
            const char    *text,
            GuatuTextStyle style,
            GuatuInk       ink)
{
  if (*text == '\0')
    return;

  style.size = guatu_painter_fit (painter, box, text, &style);
  guatu_painter_begin (painter, tag);
  painter->text (painter, box, text, &style, ink);
  guatu_painter_end (painter);
}

/* Banner ----------------------------------------------------------------------------------------- */

static void
add_line (GString    *text,
          const char *line)
{
  if (*line == '\0')
    return;

  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static char *
left_note (const GuatuSheet *self)
{
  const GuatuPlanRow *settings = guatu_plan_settings (self->content.plan);
  GString *text = g_string_new (NULL);

  add_line (text, guatu_plan_text (self->content.plan, settings->subtitle));
  add_line (text, guatu_plan_text (self->content.plan, settings->code));

  return g_string_free (text, FALSE);
}

static void
append_count (GString    *line,
              const char *language,
              const char *what,
              guint       n)
{
  g_autoptr(GString) part = g_string_new (guatu_chart_text_in_context (language, "banner", what));
  g_autofree char *number = g_strdup_printf ("%u", n);

  if (n == 0)
    return;
  g_string_replace (part, "{count}", number, 0);
  g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", part->str);
}

static void
append_counts (GString          *line,
               const GuatuSheet *self)
{
  append_count (line, self->content.language, NC_("banner", "Project owners: {count}"), self->status.n_owners);
  append_count (line, self->content.language, NC_("banner", "Lead units: {count}"), self->status.n_lead_units);
}

static char *
right_note (const GuatuSheet *self)
{
  const GuatuPlanRow *settings = guatu_plan_settings (self->content.plan);
  const GuatuSchedule *schedule = self->content.schedule;
  const char *language = self->content.language;
  g_autoptr(GString) line = g_string_new (NULL);
  GString *text = g_string_new (NULL);

  if (settings->status_date != GUATU_NONE)
    guatu_chart_expand (line, language,
                        guatu_chart_text_in_context (language, "banner",
                                                     NC_("banner", "Status {Wday}, {Mon} {day}, {year}")),
                        settings->status_date);
  add_line (text, line->str);
  g_string_truncate (line, 0);
  if (self->status.n_owners > 0 || self->status.n_lead_units > 0)
    append_counts (line, self);
  else if (self->content.rows->n > 0)
    {
      guatu_chart_append_date (line, language, GUATU_DATE_FULL, schedule->plan_start);
      g_string_append (line, " – ");
      guatu_chart_append_date (line, language, GUATU_DATE_FULL,
                               MAX (schedule->plan_start, guatu_chart_last_day (schedule->plan_finish)));
    }
  add_line (text, line->str);

  return g_string_free (text, FALSE);
}

static double
width_of (GuatuPainter         *painter,
          const char           *text,
          const GuatuTextStyle *style)
{
  double width, height;

  painter->measure (painter, text, style, -1, &width, &height);

  return width;
}

static void
paint_banner (const GuatuSheet *self,
              GuatuPainter     *painter)
{
  const char *title = guatu_plan_text (self->content.plan, guatu_plan_settings (self->content.plan)->title);
  g_autofree char *left = left_note (self);
  g_autofree char *right = right_note (self);
  GuatuTextStyle note = { .size = self->note_size };
  GuatuTextStyle large = { .size = self->title_size, .tracking = 0.06, .align = GUATU_ALIGN_CENTRE, .bold = TRUE,
                           .wrap = TRUE };
  double edge = self->banner.height * 0.05, radius = self->banner.height * 0.06, padding = self->note_size * 1.4;
  GuatuBox box = self->banner, ground = self->banner, beside;
  double side;

  painter->round_box (painter, box, radius, GUATU_INK_BANNER_EDGE, GUATU_INK_NONE, 0);
  ground.height -= edge;
  painter->round_box (painter, ground, radius, GUATU_INK_BANNER, GUATU_INK_NONE, 0);

  box = (GuatuBox) { ground.x + padding, ground.y, ground.width - 2 * padding, ground.height };
  side = MIN (MAX (width_of (painter, left, &note), width_of (painter, right, &note)) * 1.01, box.width * 0.28);
  beside = (GuatuBox) { box.x, box.y + box.height * 0.08, side, box.height * 0.84 };
  if (*title == '\0')
    title = guatu_chart_text (self->content.language, N_("Untitled plan"));
  side += side > 0 ? padding : 0;
  paint_part (painter, GUATU_TAG_TITLE,
              (GuatuBox) { box.x + side, beside.y, box.width - 2 * side, beside.height }, title, large,
              GUATU_INK_BANNER_TEXT);
  note.wrap = TRUE;
  paint_part (painter, GUATU_TAG_PARAGRAPH, beside, left, note, GUATU_INK_BANNER_NOTE);
  note.align = GUATU_ALIGN_END;
  beside.x = box.x + box.width - beside.width;
  paint_part (painter, GUATU_TAG_PARAGRAPH, beside, right, note, GUATU_INK_BANNER_NOTE);
}

/* Table and frame ----------------------------------------------------------------------------------- */

/* The dates above the bars; answers how many names of holidays found no room. */
static guint
paint_scales (const GuatuPanel *self,
              GuatuPainter     *painter)
{
  const GuatuChartView *view = &self->view;
  GuatuBox scales = self->heading;
  guint left_out = 0;

  painter->fill (painter, self->heading, GUATU_INK_HEADER);
  scales.x = view->chart.x;
  scales.width = view->chart.width;
  scales.height -= self->holidays_box.height;
  guatu_painter_begin (painter, GUATU_TAG_PARAGRAPH);
  guatu_chart_paint_scale (view, painter, scales);
  if (self->holidays_box.height > 0)
    left_out = guatu_chart_paint_holidays (view, painter, self->holidays_box);
  guatu_painter_end (painter);

  return left_out;
}

static void
paint_titles (const GuatuPanel *self,
              GuatuPainter     *painter)
{
  const GuatuChartView *view = &self->view;
  double padding = guatu_chart_cell_padding (view);

  guatu_painter_begin (painter, GUATU_TAG_ROW);
  for (guint i = 0; i < view->n_columns; i++)
    {
      GuatuBox box = { view->columns[i].x, self->heading.y, view->columns[i].width, self->heading.height };
      GuatuPoint line[] = { { box.x, box.y }, { box.x, box.y + box.height } };
      GuatuTextStyle style = { .size = view->heading_size, .align = GUATU_ALIGN_CENTRE, .bold = TRUE, .wrap = TRUE,
                               .whole_words = TRUE };

      if (i > 0)
        painter->line (painter, line, 2, view->hair, GUATU_LINE_SOLID, GUATU_INK_GRID_MAJOR);
      box.x += padding / 2;
      box.width -= padding;
      paint_part (painter, GUATU_TAG_HEADING_CELL, box, guatu_chart_column_title (view, view->columns[i].kind), style,
                  GUATU_INK_TEXT);
    }
  guatu_painter_end (painter);
}

static void
paint_frame (const GuatuPanel *self,
             GuatuPainter     *painter)
{
  const GuatuChartView *view = &self->view;
  double low = self->heading.y + self->heading.height, bottom = self->frame.y + self->frame.height;
  const GuatuPoint under[] = { { self->frame.x, low }, { self->frame.x + self->frame.width, low } };
  const GuatuPoint beside[] = { { view->chart.x, self->frame.y }, { view->chart.x, bottom } };

  painter->line (painter, under, 2, view->hair * 1.5, GUATU_LINE_SOLID, GUATU_INK_FRAME);
  if (view->n_columns > 0)
    painter->line (painter, beside, 2, view->hair * 1.5, GUATU_LINE_SOLID, GUATU_INK_FRAME);
  painter->round_box (painter, self->frame, 0, GUATU_INK_NONE, GUATU_INK_FRAME, view->hair * 2);
}

/* Answers how many names of holidays and phases found no room. */
static guint
paint_panel (const GuatuPanel *self,
             GuatuPainter     *painter)
{
  GuatuBox body = { self->frame.x, self->view.chart.y, self->frame.width, self->view.chart.height };
  guint left_out = paint_scales (self, painter);

  guatu_painter_begin (painter, GUATU_TAG_TABLE);
  paint_titles (self, painter);
  guatu_chart_paint (&self->view, painter, body);
  guatu_painter_end (painter);
  paint_frame (self, painter);
  if (self->phases_box.height > 0)
    {
      guatu_painter_begin (painter, GUATU_TAG_PARAGRAPH);
      left_out += guatu_chart_paint_phases (&self->view, painter, self->phases_box);
      guatu_painter_end (painter);
    }

  return left_out;
}

guint
guatu_sheet_paint (const GuatuSheet *self,
                   GuatuPainter     *painter)
{
  guint left_out = 0;

  painter->fill (painter, (GuatuBox) { 0, 0, self->width, self->height }, GUATU_INK_PAPER);
  guatu_painter_begin (painter, GUATU_TAG_DOCUMENT);
  paint_banner (self, painter);
  if (self->strip->len > 0)
    {
      guatu_painter_begin (painter, GUATU_TAG_PARAGRAPH);
      guatu_strip_paint (self->strip, painter, self->strip_box, self->foot_size);
      guatu_painter_end (painter);
    }
  for (guint i = 0; i < self->n_panels; i++)
    {
      /* Every panel has the same names. */
      guint without = paint_panel (&self->panels[i], painter);

      left_out = MAX (left_out, without);
    }
  if (self->content.rows->n == 0)
    {
      GuatuTextStyle style = { .size = self->title_size * 0.7, .align = GUATU_ALIGN_CENTRE, .wrap = TRUE };

      paint_part (painter, GUATU_TAG_PARAGRAPH, self->view.chart,
                  guatu_chart_text (self->content.language, guatu_plan_first_task (self->content.plan) < 0
                                                            ? N_("No tasks yet") : N_("No tasks to show")),
                  style, GUATU_INK_TEXT_MUTED);
    }
  guatu_foot_paint (self, painter);
  guatu_painter_end (painter);

  return left_out;
}
