/* guatu-overview-picture.c — adds the bars up, line by line of pixels. */
#include "guatu-overview-picture.h"

#include <math.h>

/* A bar is no narrower than this, in pixels, so that a milestone is seen among a hundred thousand tasks. */
#define LEAST 1.5

/* Where only a bar of many lies on a pixel it is seen all the same. */
#define FAINTEST 0.35

/* Where bars begin there is more of a colour, where they end there is less: added up from the left, these are what lies
 * on each pixel. */
typedef struct
{
  float colour[3];
  float n;
} Step;

typedef struct
{
  GuatuColour done[GUATU_N_HUES];
  GuatuColour open[GUATU_N_HUES];
} Colours;

static void
find_colours (Colours            *self,
              const GuatuPalette *palette)
{
  for (guint hue = 0; hue < GUATU_N_HUES; hue++)
    {
      self->done[hue] = guatu_palette_fill (palette, GUATU_INK_IN_HUE (GUATU_INK_BAR_DONE, hue)).ground;
      self->open[hue] = guatu_palette_fill (palette, GUATU_INK_IN_HUE (GUATU_INK_BAR, hue)).ground;
    }
}

static void
add_step (Step        *line,
          int          width,
          double       x,
          GuatuColour  colour,
          float        sign)
{
  Step *step = &line[CLAMP ((int) x, 0, width)];

  step->colour[0] += sign * (float) colour.red;
  step->colour[1] += sign * (float) colour.green;
  step->colour[2] += sign * (float) colour.blue;
  step->n += sign;
}

static void
add_stretch (Step        *line,
             int          width,
             double       from,
             double       to,
             GuatuColour  colour)
{
  if (to <= 0 || from >= width || (int) MAX (from, 0) >= (int) to)
    return;
  add_step (line, width, MAX (from, 0), colour, 1);
  add_step (line, width, to, colour, -1);
}

/* The bar of a task, the part that is done in its own colour. */
static void
add_task (Step                 *line,
          int                   width,
          const GuatuChartView *chart,
          gint32                task,
          guint                 hue,
          const Colours        *colours,
          GuatuInstant          from,
          double                per_second)
{
  GuatuInstant start = chart->schedule->start[task], finish = chart->schedule->finish[task];
  double left, right, done;

  if (start == GUATU_NONE || finish == GUATU_NONE)
    return;
  left = (double) (start - from) * per_second;
  right = MAX ((double) (finish - from) * per_second, left + LEAST);
  done = chart->shares != NULL ? left + (right - left) * (double) chart->shares[task] / 10000 : left;
  add_stretch (line, width, left, done, colours->done[hue]);
  add_stretch (line, width, done, right, colours->open[hue]);
}

/* A row of its own has one bar, a recurring task those of all its times. */
static void
add_row (Step                 *line,
         int                   width,
         const GuatuChartView *chart,
         const GuatuRow       *row,
         const Colours        *colours,
         GuatuInstant          from,
         double                per_second)
{
  if ((row->flags & GUATU_ROW_RECURRING) == 0)
    add_task (line, width, chart, row->task, row->hue, colours, from, per_second);
  else
    for (gint32 child = guatu_plan_task (chart->plan, row->task)->first_child; child >= 0;
         child = guatu_plan_task (chart->plan, child)->next_sibling)
      add_task (line, width, chart, child, row->hue, colours, from, per_second);
}

static void
put_pixel (guint8 *pixel,
           float   red,
           float   green,
           float   blue,
           float   alpha)
{
  pixel[0] = (guint8) (red * alpha * 255 + 0.5f);
  pixel[1] = (guint8) (green * alpha * 255 + 0.5f);
  pixel[2] = (guint8) (blue * alpha * 255 + 0.5f);
  pixel[3] = (guint8) (alpha * 255 + 0.5f);
}

/* @most: so many bars on a pixel cover it. */
static void
paint_line (const Step *line,
            int         width,
            float       most,
            guint8     *pixels)
{
  Step sum = { { 0 }, 0 };

  for (int x = 0; x < width; x++)
    {
      sum.colour[0] += line[x].colour[0];
      sum.colour[1] += line[x].colour[1];
      sum.colour[2] += line[x].colour[2];
      sum.n += line[x].n;
      if (sum.n > 0.5f)
        put_pixel (pixels + 4 * x, CLAMP (sum.colour[0] / sum.n, 0, 1), CLAMP (sum.colour[1] / sum.n, 0, 1),
                   CLAMP (sum.colour[2] / sum.n, 0, 1), CLAMP (sum.n / most, (float) FAINTEST, 1));
    }
}

GdkTexture *
guatu_overview_picture_new (const GuatuChartView *chart,
                            const GuatuPalette   *palette,
                            GuatuInstant          from,
                            GuatuInstant          to,
                            int                   width,
                            int                   height)
{
  gsize stride = (gsize) width * 4, line_length = (gsize) width + 1;
  g_autofree Step *lines = g_new0 (Step, line_length * (gsize) height);
  g_autofree guint8 *pixels = g_malloc0 (stride * (gsize) height);
  double per_second = (double) width / (double) MAX (to - from, 1);
  float most = (float) MAX ((double) chart->rows->n / height / 3, 1);
  g_autoptr(GBytes) bytes = NULL;
  Colours colours;

  find_colours (&colours, palette);
  for (guint i = 0; i < chart->rows->n; i++)
    {
      const GuatuRow *row = &chart->rows->rows[i];
      /* A few rows have lines between them, like in the chart. */
      gsize first = (gsize) ((double) i * height / chart->rows->n);
      gsize end = MAX ((gsize) ((double) (i + 1) * height / chart->rows->n), first + 1);

      if (row->task < 0 || (guatu_row_spans_children (row) && (row->flags & GUATU_ROW_RECURRING) == 0))
        continue;
      if (end - first > 2)
        end--;
      for (gsize y = first; y < end && y < (gsize) height; y++)
        add_row (&lines[y * line_length], width, chart, row, &colours, from, per_second);
    }
  for (int y = 0; y < height; y++)
    paint_line (&lines[(gsize) y * line_length], width, most, pixels + stride * (gsize) y);

  bytes = g_bytes_new_take (g_steal_pointer (&pixels), stride * (gsize) height);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_R8G8B8A8_PREMULTIPLIED, bytes, stride);
}
