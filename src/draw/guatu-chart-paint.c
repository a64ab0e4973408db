/* guatu-chart-paint.c — paints rows: ground, links, bars and table, as far as the clip shows them. */
#include <math.h>

#include "guatu-chart-labels.h"
#include "guatu-chart-paint-private.h"
#include "guatu-chart-view.h"

typedef struct
{
  const GuatuChartView *view;
  GuatuPainter         *painter;
  GuatuBox              clip;
  guint                 first;
  guint                 last;
  GString              *text;         /* the one buffer of every cell */
  gboolean              apart;        /* each cell is a part that is read by itself, else each row */
} Paint;

/* A part for every cell of a chart with more rows than this would make its file four times as large. */
#define MAX_ROWS_APART 1500

static double
right_of (GuatuBox box)
{
  return box.x + box.width;
}

static double
table_left (const GuatuChartView *view)
{
  return view->n_columns > 0 ? view->columns[0].x : view->chart.x;
}

static gboolean
is_critical (const GuatuChartView *view,
             gint32                task)
{
  return (view->layers & GUATU_LAYER_CRITICAL) != 0 && (view->schedule->flags[task] & GUATU_CRITICAL) != 0;
}

/* The ground ------------------------------------------------------------------------------------- */

static void
paint_headings (Paint *self)
{
  for (guint row = self->first; row <= self->last; row++)
    {
      GuatuBox box = guatu_chart_row_box (self->view, row);

      if (self->view->rows->rows[row].task >= 0)
        continue;
      box.width = right_of (box) - table_left (self->view);
      box.x = table_left (self->view);
      self->painter->fill (self->painter, box, GUATU_INK_IN_HUE (GUATU_INK_GROUP, self->view->rows->rows[row].hue));
    }
}

static void
paint_row_lines (Paint *self)
{
  const GuatuChartView *view = self->view;

  for (guint row = self->first; row <= self->last; row++)
    {
      GuatuBox box = guatu_chart_row_box (view, row);
      GuatuPoint line[] = { { table_left (view), box.y + box.height }, { right_of (box), box.y + box.height } };

      self->painter->line (self->painter, line, 2, view->hair, GUATU_LINE_SOLID, GUATU_INK_GRID);
    }
}

static void
paint_empty_rows (const GuatuChartView *view,
                  GuatuPainter         *painter)
{
  double bottom = view->chart.y + view->chart.height, y = view->chart.y;

  if (!view->ruled || view->rows->n == 0)
    return;
  for (y += view->tops[view->rows->n] + view->row_height; y < bottom - view->size; y += view->row_height)
    {
      const GuatuPoint line[] = { { table_left (view), y }, { right_of (view->chart), y } };

      painter->line (painter, line, 2, view->hair, GUATU_LINE_SOLID, GUATU_INK_GRID);
    }
}

static void
paint_column_lines (Paint *self)
{
  const GuatuChartView *view = self->view;
  double top = MAX (view->chart.y, self->clip.y);
  double bottom = MIN (view->chart.y + view->chart.height, self->clip.y + self->clip.height);

  for (guint i = 1; i < view->n_columns; i++)
    {
      GuatuPoint line[] = { { view->columns[i].x, top }, { view->columns[i].x, bottom } };

      self->painter->line (self->painter, line, 2, view->hair, GUATU_LINE_SOLID, GUATU_INK_GRID);
    }
}

/* Bars ------------------------------------------------------------------------------------------- */

static void
paint_key_nodes (Paint *self,
                 guint  row)
{
  const GuatuChartView *view = self->view;
  const GuatuKeyNode *nodes = guatu_plan_rows (view->plan, GUATU_TABLE_KEY_NODE);
  gint32 task = view->rows->rows[row].task;
  guint n;
  const gint32 *list = guatu_plan_referrers (view->plan, GUATU_TABLE_KEY_NODE, GUATU_KEY_NODE_TASK, task, &n);

  for (guint i = 0; i < n; i++)
    {
      GuatuPoint centre;
      gboolean open = nodes[list[i]].done_on == GUATU_NONE;

      if (guatu_chart_key_node (view, list[i], row, &centre))
        guatu_paint_diamond (self->painter, centre, guatu_chart_key_node_radius (view),
                             open ? GUATU_INK_KEY_NODE_OPEN : GUATU_INK_KEY_NODE, GUATU_INK_KEY_NODE, view->hair * 2);
    }
}

static void
paint_diamond_of (Paint   *self,
                  gint32   task,
                  GuatuBox bar)
{
  guatu_paint_diamond (self->painter, (GuatuPoint) { bar.x, bar.y + bar.height / 2 },
                       guatu_chart_milestone_radius (self->view),
                       is_critical (self->view, task) ? GUATU_INK_CRITICAL : GUATU_INK_MILESTONE, GUATU_INK_NONE, 0);
}

typedef struct
{
  Paint *paint;
  guint  row;
} TimePaint;

static void
paint_time (gint32   task,
            GuatuBox bar,
            gpointer data)
{
  Paint *self = ((TimePaint *) data)->paint;
  const GuatuChartView *view = self->view;
  guint row = ((TimePaint *) data)->row;
  GuatuBox baseline;

  if ((view->layers & GUATU_LAYER_BASELINE) != 0 && guatu_chart_task_baseline (view, row, task, &baseline))
    self->painter->round_box (self->painter, baseline, baseline.height / 2, GUATU_INK_BASELINE, GUATU_INK_NONE, 0);
  if (guatu_chart_task_is_milestone (view, task))
    paint_diamond_of (self, task, bar);
  else
    guatu_paint_bar (view, self->painter, bar, guatu_chart_task_bar_done (view, task, bar), view->rows->rows[row].hue,
                     is_critical (view, task));
}

/* One row of many bars. */
static void
paint_times (Paint *self,
             guint  row)
{
  TimePaint times = { self, row };
  double left = MAX (self->clip.x, self->view->chart.x);
  double right = MIN (right_of (self->clip), right_of (self->view->chart));

  guatu_chart_each_time (self->view, row, left, right, paint_time, &times);
}

static void
paint_task_bar (Paint   *self,
                guint    row,
                GuatuBox bar)
{
  const GuatuChartView *view = self->view;
  const GuatuRow *shown = &view->rows->rows[row];
  GuatuBox done = guatu_chart_bar_done (view, row, bar);

  if (shown->task < 0)
    guatu_paint_summary (view, self->painter, bar, done, GUATU_INK_IN_HUE (GUATU_INK_BAR, shown->hue),
                         GUATU_INK_IN_HUE (GUATU_INK_BAR_DONE, shown->hue));
  else if (guatu_row_spans_children (shown))
    guatu_paint_summary (view, self->painter, bar, done, GUATU_INK_SUMMARY, GUATU_INK_SUMMARY_DONE);
  else if (guatu_chart_is_milestone (view, row))
    paint_diamond_of (self, shown->task, bar);
  else
    guatu_paint_bar (view, self->painter, bar, done, shown->hue, is_critical (view, shown->task));
}

static void
paint_baseline (Paint *self,
                guint  row)
{
  GuatuBox box;

  if ((self->view->layers & GUATU_LAYER_BASELINE) == 0)
    return;
  if (guatu_chart_baseline (self->view, row, &box))
    self->painter->round_box (self->painter, box, box.height / 2, GUATU_INK_BASELINE, GUATU_INK_NONE, 0);
  if (guatu_chart_slip_box (self->view, row, &box))
    self->painter->fill (self->painter, box, GUATU_INK_SLIP);
}

static void
paint_float (Paint *self,
             guint  row)
{
  double half = self->view->bar_height * 0.2, width = self->view->hair * 2;
  GuatuPoint line[2];
  GuatuBox span;

  if ((self->view->layers & GUATU_LAYER_FLOAT) == 0 || !guatu_chart_float (self->view, row, &span))
    return;
  line[0] = (GuatuPoint) { span.x, span.y };
  line[1] = (GuatuPoint) { right_of (span), span.y };
  self->painter->line (self->painter, line, 2, width, GUATU_LINE_SOLID, GUATU_INK_FLOAT);
  line[0] = (GuatuPoint) { right_of (span) - width / 2, span.y - half };
  line[1] = (GuatuPoint) { right_of (span) - width / 2, span.y + half };
  self->painter->line (self->painter, line, 2, width, GUATU_LINE_SOLID, GUATU_INK_FLOAT);
}

static void
paint_flag (Paint *self,
            guint  row)
{
  gboolean overdue;
  GuatuPoint foot;
  double size;

  if ((self->view->layers & GUATU_LAYER_FLAGS) != 0 && guatu_chart_flag (self->view, row, &foot, &size, &overdue))
    guatu_paint_flag (self->painter, foot, size, overdue);
}

static void
paint_bar_row (Paint *self,
               guint  row)
{
  const GuatuChartView *view = self->view;
  GuatuBox box;

  if ((view->rows->rows[row].flags & GUATU_ROW_RECURRING) != 0)
    paint_times (self, row);
  else
    {
      paint_baseline (self, row);
      paint_float (self, row);
      if (guatu_chart_bar (view, row, &box))
        paint_task_bar (self, row, box);
    }
  if (view->rows->rows[row].task < 0)
    return;
  if ((view->layers & GUATU_LAYER_KEY_NODES) != 0)
    paint_key_nodes (self, row);
  if ((view->layers & GUATU_LAYER_DEADLINES) != 0 && guatu_chart_deadline (view, row, &box))
    guatu_paint_deadline (view, self->painter, box);
  paint_flag (self, row);
}

/* The progress line ------------------------------------------------------------------------------- */

static void
paint_leg (Paint     *self,
           GuatuPoint from,
           GuatuPoint to)
{
  GuatuPoint line[] = { from, to };

  self->painter->line (self->painter, line, 2, self->view->hair * 2.6, GUATU_LINE_SOLID, GUATU_INK_PROGRESS_LINE);
}

/* A dot where the line bends, and so meets a bar. */
static void
paint_point (Paint     *self,
             GuatuPoint point,
             double     status)
{
  double radius = self->view->bar_height * 0.16;
  GuatuBox box = { point.x - radius, point.y - radius, 2 * radius, 2 * radius };

  if (fabs (point.x - status) > radius)
    self->painter->round_box (self->painter, box, radius, GUATU_INK_PROGRESS_LINE, GUATU_INK_NONE, 0);
}

/* The line comes from the last row above the clip that it takes notice of, and goes on to the first one below. */
static void
paint_progress_line (Paint *self)
{
  const GuatuChartView *view = self->view;
  GuatuPoint before = { 0, view->chart.y }, point;
  gboolean any = FALSE;
  double status;
  guint row;

  if ((view->layers & GUATU_LAYER_PROGRESS_LINE) == 0 || view->status_date == GUATU_NONE || view->shares == NULL)
    return;

  status = before.x = guatu_time_scale_x (view->scale, view->status_date);
  for (row = self->first; row > 0 && !any; row--)
    any = guatu_chart_progress_point (view, row - 1, &before);
  for (row = self->first, any = FALSE; row < view->rows->n && (row <= self->last || !any); row++)
    if (guatu_chart_progress_point (view, row, &point))
      {
        any = row > self->last;
        paint_leg (self, before, point);
        paint_point (self, point, status);
        before = point;
      }
  if (row == view->rows->n && !any)
    {
      GuatuBox last = guatu_chart_row_box (view, row - 1);

      paint_leg (self, before, (GuatuPoint) { status, last.y + last.height });
    }
}

/* Labels ------------------------------------------------------------------------------------------- */

/* What can be read of a text on a bar that is hatched. */
static void
paint_plate (Paint            *self,
             const GuatuLabel *label)
{
  double beside = label->size * 0.15, height = label->size * 1.05;
  GuatuBox plate = { label->box.x - beside, label->box.y + (label->box.height - height) / 2,
                     label->box.width + 2 * beside, height };

  self->painter->round_box (self->painter, plate, height * 0.2, GUATU_INK_PAPER, GUATU_INK_NONE, 0);
}

/* Read with its row, as what it says is of the row's task. */
static void
paint_label (Paint *self,
             guint  row)
{
  const GuatuChartView *view = self->view;
  const GuatuLabel *label;
  GuatuTextStyle style;
  gboolean plate;
  guint n;

  if ((view->layers & GUATU_LAYER_LABELS) == 0 || view->labels == NULL || view->chart.x >= right_of (self->clip))
    return;
  label = guatu_labels_within (view->labels, row, row, &n);
  if (n == 0)
    return;

  style = (GuatuTextStyle) { .size = label->size };
  plate = view->hatched && label->inside;
  if (plate)
    paint_plate (self, label);
  guatu_painter_begin (self->painter, GUATU_TAG_CELL);
  self->painter->text (self->painter, label->box, label->text, &style, plate ? GUATU_INK_TEXT : label->ink);
  guatu_painter_end (self->painter);
}

/* The table -------------------------------------------------------------------------------------- */

static gboolean
is_quiet (GuatuColumnKind column)
{
  return column == GUATU_COLUMN_NUMBER || column == GUATU_COLUMN_ROW || column == GUATU_COLUMN_OBJECTIVE;
}

/* Where what is below them is hidden, summaries are rows like others: their names still stand out. */
static gboolean
is_bold (const GuatuRow *row,
         GuatuColumnKind column)
{
  if (row->task < 0)
    return TRUE;
  if (is_quiet (column))
    return FALSE;

  return guatu_row_spans_children (row)
         || ((row->flags & GUATU_ROW_SUMMARY) != 0
             && (column == GUATU_COLUMN_NAME || column == GUATU_COLUMN_PROGRESS));
}

static GuatuTextStyle
cell_style (Paint          *self,
            const GuatuRow *row,
            GuatuColumnKind column)
{
  return (GuatuTextStyle) {
    .size = self->view->size,
    .align = guatu_chart_column_align (self->view, column),
    .bold = is_bold (row, column),
    .wrap = TRUE,
  };
}

static GuatuInk
cell_ink (const GuatuRow *row,
          GuatuColumnKind column)
{
  if (row->task < 0)
    return GUATU_INK_IN_HUE (GUATU_INK_GROUP_TEXT, row->hue);
  if (is_quiet (column) || (row->flags & GUATU_ROW_CONTEXT) != 0)
    return GUATU_INK_TEXT_MUTED;

  return GUATU_INK_TEXT;
}

/* What is left of a cell for its text. A heading's title also takes the empty cells beside its own. */
static GuatuBox
cell_room (const GuatuChartView *view,
           guint                 row,
           guint                 column)
{
  const GuatuRow *shown = &view->rows->rows[row];
  GuatuBox box = guatu_chart_row_box (view, row);
  double padding = guatu_chart_cell_padding (view);

  box.x = view->columns[column].x + padding;
  box.width = view->columns[column].width - 2 * padding;
  if (view->columns[column].kind == GUATU_COLUMN_NAME && shown->task < 0)
    {
      guint first, last;

      guatu_chart_heading_columns (view, &first, &last);
      box.x = view->columns[first].x + padding;
      box.width = view->columns[last].x + view->columns[last].width - padding - box.x;
    }
  else if (view->columns[column].kind == GUATU_COLUMN_NAME)
    {
      box.width = guatu_chart_name_room (view, row, view->columns[column].width);
      box.x = view->columns[column].x + padding + shown->depth * view->indent;
    }

  return box;
}

/* A heading shows the worst light of its group, also of those of its rows that stand in another panel. */
GuatuLightColour
guatu_chart_light (const GuatuChartView *self,
                   guint                 row)
{
  const GuatuRows *rows = self->rows->whole != NULL ? self->rows->whole : self->rows;
  const GuatuRow *shown = &self->rows->rows[row];
  const GuatuGroup *group;
  GuatuLightColour worst = GUATU_LIGHT_DONE;

  if (shown->task >= 0)
    return guatu_lights_get (self->lights, shown->task)->shown;

  group = &rows->groups[shown->group];
  for (guint i = group->first + 1; i < group->first + group->n_rows; i++)
    {
      GuatuLightColour light = guatu_lights_get (self->lights, rows->rows[i].task)->shown;

      if (guatu_light_compare (light, worst) > 0)
        worst = light;
    }

  return group->n_rows > 1 ? worst : GUATU_LIGHT_NONE;
}

static void
paint_light_cell (Paint *self,
                  guint  row,
                  guint  column)
{
  const GuatuChartView *view = self->view;
  GuatuBox box = guatu_chart_row_box (view, row);
  GuatuPoint centre = { view->columns[column].x + view->columns[column].width / 2, box.y + box.height / 2 };

  if (view->lights != NULL)
    guatu_paint_light (self->painter, centre, view->size * 0.45, guatu_chart_light (view, row));
}

/* At the end of the name's cell, which guatu_chart_name_room() keeps free for it. */
static void
paint_star (Paint *self,
            guint  row,
            guint  column)
{
  const GuatuChartView *view = self->view;
  gint32 task = view->rows->rows[row].task;
  GuatuBox box = guatu_chart_row_box (view, row);
  double right = view->columns[column].x + view->columns[column].width - guatu_chart_cell_padding (view);

  if (view->highlights != NULL && task >= 0 && view->highlights[task])
    guatu_paint_star (self->painter, (GuatuPoint) { right - view->size * 0.5, box.y + box.height / 2 },
                      view->size * 0.5);
}

static void
paint_cells (Paint *self,
             guint  row)
{
  const GuatuChartView *view = self->view;
  const GuatuRow *shown = &view->rows->rows[row];

  for (guint i = 0; i < view->n_columns; i++)
    {
      GuatuColumnKind column = view->columns[i].kind;
      GuatuTextStyle style = cell_style (self, shown, column);
      GuatuBox room = cell_room (view, row, i);

      if (right_of (room) < self->clip.x || room.x > right_of (self->clip))
        continue;
      if (column == GUATU_COLUMN_LIGHT)
        paint_light_cell (self, row, i);
      else if (column == GUATU_COLUMN_NAME)
        paint_star (self, row, i);
      guatu_chart_cell_text (view, row, column, self->text);
      if (column == GUATU_COLUMN_CATEGORY && view->rows->merged)
        continue;
      /* An empty cell is a cell too, or those after it would be read under the wrong heading. */
      if (self->apart)
        guatu_painter_begin (self->painter, GUATU_TAG_CELL);
      if (self->text->len > 0)
        {
          style.size = guatu_painter_fit (self->painter, room, self->text->str, &style);
          self->painter->text (self->painter, room, self->text->str, &style, cell_ink (shown, column));
        }
      if (self->apart)
        guatu_painter_end (self->painter);
    }
}

/* A category's merged cell is read with the first of its rows that is painted. */
static void
paint_table_row (Paint *self,
                 guint  row)
{
  const GuatuRows *rows = self->view->rows;
  gint32 group = rows->rows[row].group;

  guatu_painter_begin (self->painter, GUATU_TAG_ROW);
  if (rows->merged && (row == self->first || (group >= 0 && rows->groups[group].first == row)))
    guatu_paint_merged_cells (self->view, self->painter, row, row);
  if (!self->apart)
    guatu_painter_begin (self->painter, GUATU_TAG_CELL);
  paint_cells (self, row);
  if (!self->apart)
    guatu_painter_end (self->painter);
  paint_label (self, row);
  guatu_painter_end (self->painter);
}

static void
paint_rows (Paint *self)
{
  const GuatuChartView *view = self->view;

  paint_row_lines (self);
  guatu_paint_group_lines (view, self->painter, self->first, self->last);
  if (view->chart.x < right_of (self->clip))
    {
      self->painter->clip (self->painter, view->chart);
      guatu_paint_links (view, self->painter, self->first, self->last);
      for (guint row = self->first; row <= self->last; row++)
        paint_bar_row (self, row);
      paint_progress_line (self);
      self->painter->unclip (self->painter);
    }
  for (guint row = self->first; row <= self->last; row++)
    paint_table_row (self, row);
}

void
guatu_chart_paint (const GuatuChartView *view,
                   GuatuPainter         *painter,
                   GuatuBox              clip)
{
  g_autoptr(GString) text = g_string_sized_new (256);
  Paint self = {
    .view = view, .painter = painter, .clip = clip, .text = text, .apart = view->rows->n <= MAX_ROWS_APART,
  };
  gboolean any = guatu_chart_rows_within (view, clip, &self.first, &self.last);

  painter->clip (painter, clip);
  guatu_paint_phase_grounds (view, painter, view->chart);
  guatu_paint_days_off (view, painter, clip);
  paint_column_lines (&self);
  /* Over the lines between columns: a heading's title takes the cells beside its own. */
  if (any)
    paint_headings (&self);
  guatu_paint_time_grid (view, painter, clip);
  paint_empty_rows (view, painter);
  if (any)
    paint_rows (&self);
  guatu_paint_date_lines (view, painter, clip);
  painter->unclip (painter);
}
