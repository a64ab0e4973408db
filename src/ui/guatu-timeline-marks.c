/* guatu-timeline-marks.c — finds the link, the key node or the knob of a bar that the pointer is on. */
#include "guatu-timeline-marks.h"

#include <glib/gi18n.h>
#include <math.h>

#include "guatu-key-node-dates.h"
#include "guatu-task-words.h"

/* Pixels: around a diamond; how near to the ends of a bar its knob may be, and how long the bar is at least. */
#define AROUND 2.0
#define FROM_END 5.0
#define LEAST_BAR 14.0

/* Links ------------------------------------------------------------------------------------------ */

typedef struct
{
  const GuatuChartView *chart;
  GuatuPoint            at;
  double                nearest;
  gint32                link;
} Search;

/* Lines run along the axes. */
static double
distance (GuatuPoint at,
          GuatuPoint a,
          GuatuPoint b)
{
  double dx = MAX (MAX (MIN (a.x, b.x) - at.x, at.x - MAX (a.x, b.x)), 0);
  double dy = MAX (MAX (MIN (a.y, b.y) - at.y, at.y - MAX (a.y, b.y)), 0);

  return hypot (dx, dy);
}

static void
look_at (const GuatuRowLink *link,
         gpointer            data)
{
  Search *self = data;
  GuatuRoute route;

  if (!guatu_chart_link_route (self->chart, link, &route))
    return;
  for (guint i = 0; i + 1 < route.n; i++)
    {
      double away = distance (self->at, route.points[i], route.points[i + 1]);

      if (away <= GUATU_LINK_REACH && away < self->nearest)
        {
          self->nearest = away;
          self->link = link->link;
        }
    }
}

gint32
guatu_timeline_hit_link (const GuatuChartView *chart,
                         double                x,
                         double                y)
{
  Search search = { chart, { x, y }, G_MAXDOUBLE, -1 };
  GuatuBox near = { x, y - GUATU_LINK_REACH, 0, 2 * GUATU_LINK_REACH };
  guint first, last;

  if ((chart->layers & GUATU_LAYER_LINKS) == 0 || !guatu_chart_rows_within (chart, near, &first, &last))
    return -1;

  guatu_rows_each_link (chart->rows, first, last, look_at, &search);

  return search.link;
}

gboolean
guatu_timeline_link_route (const GuatuChartView *chart,
                           gint32                link,
                           GuatuRoute           *route)
{
  const GuatuLink *row = guatu_plan_link (chart->plan, link);
  GuatuRowLink shown = { .link = link };

  if (row->predecessor < 0 || row->successor < 0 || chart->rows->places[row->predecessor] < 0
      || chart->rows->places[row->successor] < 0)
    return FALSE;

  shown.from = (guint) chart->rows->places[row->predecessor];
  shown.to = (guint) chart->rows->places[row->successor];

  return guatu_chart_link_route (chart, &shown, route);
}

char *
guatu_timeline_link_tip (const GuatuPlan *plan,
                         gint32           link)
{
  const GuatuLink *row = guatu_plan_link (plan, link);
  g_autofree char *from = g_markup_escape_text (guatu_plan_task_name (plan, row->predecessor), -1);
  g_autofree char *to = g_markup_escape_text (guatu_plan_task_name (plan, row->successor), -1);
  g_autofree char *kind = guatu_words_link (plan, link);

  /* Translators: a link: from one task to another, and its kind: “Survey → Design, FS + 2 d”. */
  return g_strdup_printf (_("%1$s → %2$s, %3$s"), from, to, kind);
}

/* Key nodes -------------------------------------------------------------------------------------- */

gint32
guatu_timeline_hit_key_node (const GuatuChartView *chart,
                             double                x,
                             double                y)
{
  double radius = guatu_chart_key_node_radius (chart) + AROUND;
  const gint32 *nodes;
  gint32 task;
  guint row, n;

  if ((chart->layers & GUATU_LAYER_KEY_NODES) == 0 || !guatu_chart_row_at (chart, y, &row)
      || (task = chart->rows->rows[row].task) < 0)
    return -1;

  /* What is painted later lies above. */
  nodes = guatu_plan_referrers (chart->plan, GUATU_TABLE_KEY_NODE, GUATU_KEY_NODE_TASK, task, &n);
  for (guint i = n; i > 0; i--)
    {
      GuatuPoint centre;

      if (guatu_chart_key_node (chart, nodes[i - 1], row, &centre)
          && fabs (x - centre.x) + fabs (y - centre.y) <= radius)
        return nodes[i - 1];
    }

  return -1;
}

char *
guatu_timeline_key_node_tip (const GuatuChartView *chart,
                             gint32                key_node)
{
  const GuatuKeyNode *node = (const GuatuKeyNode *) guatu_plan_rows (chart->plan, GUATU_TABLE_KEY_NODE) + key_node;
  g_autofree char *name = g_markup_escape_text (guatu_plan_text (chart->plan, node->name), -1);
  GuatuInstant at = guatu_key_node_date (chart->plan, chart->schedule, key_node);
  g_autofree char *date = guatu_words_finish (chart->plan, at);
  g_autofree char *done = NULL;

  if (node->done_on == GUATU_NONE)
    return g_strdup_printf ("<b>%s</b>\n%s", name, date);

  done = guatu_words_finish (chart->plan, node->done_on);
  /* Translators: when a key node was passed. */
  return g_strdup_printf (_("<b>%1$s</b>\n%2$s\nReached %3$s"), name, date, done);
}

/* The share done --------------------------------------------------------------------------------- */

gboolean
guatu_timeline_knob (const GuatuChartView *chart,
                     guint                 row,
                     GuatuPoint           *knob)
{
  const GuatuRow *shown = &chart->rows->rows[row];
  GuatuBox bar, done;

  if (shown->task < 0 || guatu_row_spans_children (shown) || guatu_plan_is_summary (chart->plan, shown->task)
      || guatu_chart_is_milestone (chart, row) || !guatu_chart_bar (chart, row, &bar) || bar.width < LEAST_BAR)
    return FALSE;

  done = guatu_chart_bar_done (chart, row, bar);
  *knob = (GuatuPoint) { CLAMP (done.x + done.width, bar.x + FROM_END, bar.x + bar.width - FROM_END),
                         bar.y + bar.height };

  return TRUE;
}
