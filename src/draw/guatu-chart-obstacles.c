/* guatu-chart-obstacles.c — takes in links and lines, and tells which of them stand in a row's way. */
#include "guatu-chart-obstacles-private.h"

#include <math.h>

/* Upright lines are found by the columns they stand in, this wide in sizes of the type. */
#define COLUMN 6.0
#define MAX_COLUMNS 20000.0

typedef struct
{
  double x;
  double top;
  double bottom;
} Upright;

typedef struct
{
  double y;
  double left;
  double right;
} Run;

struct _GuatuObstacles
{
  const GuatuChartView *view;
  double                margin;       /* what half an arrow and a line's width need */
  GArray               *uprights;     /* by their tops */
  guint                 next_upright;
  GArray               *runs;         /* by their height */
  guint                 next_run;
  GArray               *points;       /* of the progress line, from the top */
  guint                 next_point;
  GArray              **columns;      /* of Upright: those that stand in the rows looked at, and maybe some above */
  guint                 n_columns;
  double                column;
};

/* Taking in ---------------------------------------------------------------------------------------- */

static void
add_route (GuatuObstacles   *self,
           const GuatuRoute *route)
{
  for (guint i = 0; i + 1 < route->n; i++)
    {
      GuatuPoint a = route->points[i], b = route->points[i + 1];
      Upright upright = { a.x, MIN (a.y, b.y) - self->margin, MAX (a.y, b.y) + self->margin };
      Run run = { a.y, MIN (a.x, b.x) - self->margin, MAX (a.x, b.x) + self->margin };

      if (a.x == b.x)
        g_array_append_val (self->uprights, upright);
      else
        g_array_append_val (self->runs, run);
    }
}

static int
by_top (gconstpointer a,
        gconstpointer b)
{
  const Upright *one = a, *other = b;

  return (one->top > other->top) - (one->top < other->top);
}

static int
by_height (gconstpointer a,
           gconstpointer b)
{
  const Run *one = a, *other = b;

  return (one->y > other->y) - (one->y < other->y);
}

static void
take_links (GuatuObstacles *self)
{
  const GuatuRows *rows = self->view->rows;
  GuatuRoute route;

  if ((self->view->layers & GUATU_LAYER_LINKS) == 0)
    return;
  for (guint i = 0; i < rows->n_links; i++)
    if (guatu_chart_link_route (self->view, &rows->links[i], &route))
      add_route (self, &route);
  g_array_sort (self->uprights, by_top);
  g_array_sort (self->runs, by_height);
}

static void
take_progress_line (GuatuObstacles *self)
{
  const GuatuChartView *view = self->view;
  GuatuPoint point = { 0, view->chart.y };

  if ((view->layers & GUATU_LAYER_PROGRESS_LINE) == 0 || view->status_date == GUATU_NONE || view->shares == NULL)
    return;
  point.x = guatu_time_scale_x (view->scale, view->status_date);
  g_array_append_val (self->points, point);
  for (guint row = 0; row < view->rows->n; row++)
    if (guatu_chart_progress_point (view, row, &point))
      g_array_append_val (self->points, point);
  point.x = guatu_time_scale_x (view->scale, view->status_date);
  point.y += view->chart.height;
  g_array_append_val (self->points, point);
}

GuatuObstacles *
guatu_obstacles_new (const GuatuChartView *view)
{
  GuatuObstacles *self = g_new0 (GuatuObstacles, 1);

  self->view = view;
  self->margin = guatu_chart_arrow_size (view) * 0.5 + view->hair;
  self->uprights = g_array_new (FALSE, FALSE, sizeof (Upright));
  self->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  self->points = g_array_new (FALSE, FALSE, sizeof (GuatuPoint));
  self->column = MAX (COLUMN * view->size, view->chart.width / MAX_COLUMNS);
  self->n_columns = (guint) (view->chart.width / self->column) + 3;
  self->columns = g_new0 (GArray *, self->n_columns);
  take_links (self);
  take_progress_line (self);

  return self;
}

void
guatu_obstacles_free (GuatuObstacles *self)
{
  g_array_unref (self->uprights);
  g_array_unref (self->runs);
  g_array_unref (self->points);
  for (guint i = 0; i < self->n_columns; i++)
    g_clear_pointer (&self->columns[i], g_array_unref);
  g_free (self->columns);
  g_free (self);
}

/* Links and lines in a row ------------------------------------------------------------------------- */

static void
add (GArray *stretches,
     double  left,
     double  right)
{
  GuatuStretch stretch = { left, right };

  g_array_append_val (stretches, stretch);
}

static guint
column_of (const GuatuObstacles *self,
           double                x)
{
  return (guint) CLAMP (floor ((x - self->view->chart.x) / self->column) + 1, 0, self->n_columns - 1);
}

/* Lines that stand in one and the same place are one, as long as the one above has not been forgotten. */
static void
stand (GuatuObstacles *self,
       const Upright  *upright)
{
  GArray **column = &self->columns[column_of (self, upright->x)];

  if (*column == NULL)
    *column = g_array_new (FALSE, FALSE, sizeof (Upright));
  for (guint i = 0; i < (*column)->len; i++)
    {
      Upright *other = &g_array_index (*column, Upright, i);

      if (other->x == upright->x && other->bottom >= upright->top)
        {
          other->bottom = MAX (other->bottom, upright->bottom);
          return;
        }
    }
  g_array_append_vals (*column, upright, 1);
}

static void
add_uprights (GuatuObstacles *self,
              double          top,
              double          bottom,
              double          from,
              double          to,
              GArray         *found)
{
  for (; self->next_upright < self->uprights->len; self->next_upright++)
    {
      const Upright *upright = &g_array_index (self->uprights, Upright, self->next_upright);

      if (upright->top >= bottom)
        break;
      if (upright->bottom > top)
        stand (self, upright);
    }
  for (guint column = column_of (self, from); column <= column_of (self, to); column++)
    for (guint i = self->columns[column] != NULL ? self->columns[column]->len : 0; i-- > 0;)
      {
        const Upright *upright = &g_array_index (self->columns[column], Upright, i);

        if (upright->bottom <= top)
          g_array_remove_index_fast (self->columns[column], i);
        else
          add (found, upright->x - self->margin, upright->x + self->margin);
      }
}

static void
add_runs (GuatuObstacles *self,
          double          top,
          double          bottom,
          GArray         *found)
{
  while (self->next_run < self->runs->len && g_array_index (self->runs, Run, self->next_run).y <= top - self->margin)
    self->next_run++;
  for (guint i = self->next_run; i < self->runs->len; i++)
    {
      const Run *run = &g_array_index (self->runs, Run, i);

      if (run->y >= bottom + self->margin)
        break;
      add (found, run->left, run->right);
    }
}

static void
add_dated_line (GuatuObstacles *self,
                GuatuInstant    t,
                GArray         *found)
{
  const GuatuTimeScale *scale = self->view->scale;
  double x, half = self->view->hair * 2;

  if ((self->view->layers & GUATU_LAYER_LINES) == 0 || t == GUATU_NONE || t < scale->from || t > scale->to)
    return;
  x = guatu_time_scale_x (scale, t);
  add (found, x - half, x + half);
}

/* The places between two points of the progress line that lie between the two heights. */
static void
add_leg (GuatuObstacles *self,
         GuatuPoint      a,
         GuatuPoint      b,
         double          top,
         double          bottom,
         GArray         *found)
{
  double from = (MAX (top, a.y) - a.y) / MAX (b.y - a.y, 1e-9), to = (MIN (bottom, b.y) - a.y) / MAX (b.y - a.y, 1e-9);
  double x1 = a.x + (b.x - a.x) * from, x2 = a.x + (b.x - a.x) * to, half = self->view->hair * 3;

  if (b.y > top && a.y < bottom)
    add (found, MIN (x1, x2) - half, MAX (x1, x2) + half);
}

static void
add_progress_line (GuatuObstacles *self,
                   double          top,
                   double          bottom,
                   GArray         *found)
{
  const GuatuPoint *points = (const GuatuPoint *) (const void *) self->points->data;
  double dot = self->view->bar_height * 0.25;
  guint n = self->points->len;

  if (n == 0)
    return;
  while (self->next_point + 1 < n && points[self->next_point + 1].y < top)
    self->next_point++;
  for (guint i = self->next_point; i < n && points[i].y < bottom; i++)
    {
      if (points[i].y > top)
        add (found, points[i].x - dot, points[i].x + dot);
      if (i + 1 < n)
        add_leg (self, points[i], points[i + 1], top, bottom, found);
    }
}

/* The row's own symbols ---------------------------------------------------------------------------- */

static gboolean
find_key_node (const GuatuChartView *view,
               guint                 row,
               gint32                node,
               GuatuStretch         *stretch)
{
  double radius = guatu_chart_key_node_radius (view) + view->hair;
  GuatuPoint centre;

  if (!guatu_chart_key_node (view, node, row, &centre))
    return FALSE;
  *stretch = (GuatuStretch) { centre.x - radius, centre.x + radius };

  return TRUE;
}

static void
add_key_nodes (const GuatuChartView *view,
               guint                 row,
               GArray               *found)
{
  guint n = 0;
  const gint32 *list = NULL;
  GuatuStretch stretch;

  if ((view->layers & GUATU_LAYER_KEY_NODES) != 0)
    list = guatu_plan_referrers (view->plan, GUATU_TABLE_KEY_NODE, GUATU_KEY_NODE_TASK, view->rows->rows[row].task, &n);
  for (guint i = 0; i < n; i++)
    if (find_key_node (view, row, list[i], &stretch))
      g_array_append_val (found, stretch);
}

/* What is drawn beside the bar, and would be taken for its end. */
static void
add_ends (const GuatuChartView *view,
          guint                 row,
          GArray               *found)
{
  GuatuPoint foot;
  gboolean overdue;
  double size;
  GuatuBox box;

  if ((view->layers & GUATU_LAYER_BASELINE) != 0)
    {
      if (guatu_chart_baseline (view, row, &box))
        add (found, box.x, box.x + box.width);
      if (guatu_chart_slip_box (view, row, &box))
        add (found, box.x, box.x + box.width);
    }
  if ((view->layers & GUATU_LAYER_FLOAT) != 0 && guatu_chart_float (view, row, &box))
    add (found, box.x, box.x + box.width + view->hair);
  if ((view->layers & GUATU_LAYER_FLAGS) != 0 && guatu_chart_flag (view, row, &foot, &size, &overdue))
    add (found, foot.x - view->hair, foot.x + size * 0.85);
}

static gboolean
find_bracket (const GuatuChartView *view,
              guint                 row,
              GuatuStretch         *stretch)
{
  GuatuBox box;

  if ((view->layers & GUATU_LAYER_DEADLINES) == 0 || !guatu_chart_deadline (view, row, &box))
    return FALSE;
  *stretch = (GuatuStretch) { box.x, box.x + box.width * (1 + GUATU_DEADLINE_JUT) + view->hair };

  return TRUE;
}

double
guatu_obstacles_reach (const GuatuChartView *view,
                       guint                 row,
                       GuatuBox              bar)
{
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (GuatuStretch));
  double right = bar.x + bar.width + (guatu_chart_is_milestone (view, row) ? guatu_chart_milestone_radius (view) : 0);
  GuatuStretch bracket;

  add_ends (view, row, found);
  if (find_bracket (view, row, &bracket))
    g_array_append_val (found, bracket);
  for (guint i = 0; i < found->len; i++)
    right = MAX (right, g_array_index (found, GuatuStretch, i).right);

  return right;
}

/* All of a row ------------------------------------------------------------------------------------- */

static int
by_left (gconstpointer a,
         gconstpointer b)
{
  const GuatuStretch *one = a, *other = b;

  return (one->left > other->left) - (one->left < other->left);
}

static void
join (GArray *stretches)
{
  GuatuStretch *list = (GuatuStretch *) (void *) stretches->data;
  guint n = 0;

  g_array_sort (stretches, by_left);
  for (guint i = 0; i < stretches->len; i++)
    if (n > 0 && list[i].left <= list[n - 1].right)
      list[n - 1].right = MAX (list[n - 1].right, list[i].right);
    else
      list[n++] = list[i];
  g_array_set_size (stretches, n);
}

void
guatu_obstacles_find (GuatuObstacles *self,
                      guint           row,
                      double          from,
                      double          to,
                      GArray         *beside,
                      GArray         *inside)
{
  const GuatuChartView *view = self->view;
  GuatuBox room = guatu_chart_row_box (view, row), bar;
  double half = MIN (view->size * GUATU_LINE_PITCH, room.height) / 2, middle = room.y + room.height / 2;
  double top = middle - half, bottom = middle + half;
  GuatuStretch bracket;

  g_array_set_size (beside, 0);
  g_array_set_size (inside, 0);
  add_uprights (self, top, bottom, from, to, inside);
  add_runs (self, top, bottom, inside);
  add_progress_line (self, top, bottom, inside);
  add_dated_line (self, view->status_date, inside);
  add_dated_line (self, view->today, inside);
  add_key_nodes (view, row, inside);
  if (find_bracket (view, row, &bracket))
    g_array_append_val (inside, bracket);
  join (inside);

  if (inside->len > 0)
    g_array_append_vals (beside, inside->data, inside->len);
  add_ends (view, row, beside);
  if (guatu_chart_bar (view, row, &bar))
    {
      double radius = guatu_chart_is_milestone (view, row) ? guatu_chart_milestone_radius (view) : 0;

      add (beside, bar.x - radius, bar.x + bar.width + radius);
    }
  join (beside);
}
