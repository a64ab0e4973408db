/* guatu-chart-merged.c — one cell beside all rows of a group, with the group's name in it. */
#include "guatu-chart-paint-private.h"

/* Names in these cells may be larger than the type of the rows. */
#define LARGEST 1.7

/* How much larger a name has to be across to be set so: Latin letters on their side are harder to read, Chinese
 * characters stand upright both ways, and a name of three breaks badly. */
#define GAIN_LATIN 1.1
#define GAIN_HAN 1.5

static GuatuTextStyle
choose_style (GuatuPainter         *painter,
              GuatuBox              room,
              const char           *name,
              double                size)
{
  GuatuTextStyle down = { .size = size, .align = GUATU_ALIGN_CENTRE, .bold = TRUE, .tracking = 0.12, .vertical = TRUE };
  GuatuTextStyle across = { .size = size, .align = GUATU_ALIGN_CENTRE, .bold = TRUE, .wrap = TRUE,
                            .whole_words = TRUE };

  down.size = guatu_painter_fit (painter, room, name, &down);
  across.size = guatu_painter_fit (painter, room, name, &across);

  return across.size > down.size * (g_unichar_iswide (g_utf8_get_char (name)) ? GAIN_HAN : GAIN_LATIN) ? across : down;
}

GuatuBox
guatu_chart_group_box (const GuatuChartView *self,
                       guint                 group,
                       guint                 column)
{
  const GuatuGroup *shown = &self->rows->groups[group];
  GuatuBox first = guatu_chart_row_box (self, shown->first);
  GuatuBox last = guatu_chart_row_box (self, shown->first + shown->n_rows - 1);

  return (GuatuBox) { self->columns[column].x, first.y, self->columns[column].width, last.y + last.height - first.y };
}

static void
paint_cell (const GuatuChartView *self,
            GuatuPainter         *painter,
            guint                 group,
            GuatuBox              box)
{
  const char *name = guatu_rows_group_name (self->rows, group, self->language);
  guint hue = self->rows->groups[group].hue;
  double padding = GUATU_GROUP_PADDING * self->size;
  GuatuBox room = { box.x + box.width * (1 - GUATU_GROUP_SHARE) / 2, box.y + padding / 2,
                    box.width * GUATU_GROUP_SHARE, box.height - padding };
  const GuatuPoint under[] = { { box.x, box.y + box.height }, { box.x + box.width, box.y + box.height } };
  GuatuTextStyle style;

  painter->fill (painter, box, GUATU_INK_IN_HUE (GUATU_INK_GROUP_CELL, hue));
  painter->line (painter, under, 2, self->hair * 1.5, GUATU_LINE_SOLID, GUATU_INK_PAPER);
  if (*name == '\0')
    return;
  style = choose_style (painter, room, name, self->size * LARGEST);
  guatu_painter_begin (painter, GUATU_TAG_CELL);
  painter->text (painter, room, name, &style, GUATU_INK_IN_HUE (GUATU_INK_GROUP_CELL_TEXT, hue));
  guatu_painter_end (painter);
}

void
guatu_paint_merged_cells (const GuatuChartView *self,
                          GuatuPainter         *painter,
                          guint                 first,
                          guint                 last)
{
  if (!self->rows->merged)
    return;

  for (guint column = 0; column < self->n_columns; column++)
    for (guint group = 0; self->columns[column].kind == GUATU_COLUMN_CATEGORY && group < self->rows->n_groups; group++)
      {
        const GuatuGroup *shown = &self->rows->groups[group];

        if (shown->n_rows > 0 && shown->first <= last && shown->first + shown->n_rows > first)
          paint_cell (self, painter, group, guatu_chart_group_box (self, group, column));
      }
}

/* A stronger line where one group ends and the next begins, past the cell through table and chart. */
void
guatu_paint_group_lines (const GuatuChartView *self,
                         GuatuPainter         *painter,
                         guint                 first,
                         guint                 last)
{
  if (!self->rows->merged)
    return;

  for (guint group = 1; group < self->rows->n_groups; group++)
    {
      guint row = self->rows->groups[group].first;
      GuatuBox box;

      if (row < first || row > last)
        continue;
      box = guatu_chart_row_box (self, row);
      painter->line (painter, (const GuatuPoint[]) { { self->columns[0].x, box.y }, { box.x + box.width, box.y } }, 2,
                     self->hair * 1.5, GUATU_LINE_SOLID, GUATU_INK_GRID_MAJOR);
    }
}
