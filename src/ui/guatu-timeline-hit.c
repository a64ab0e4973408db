/* guatu-timeline-hit.c — finds what the pointer is on, and puts a row into words. */
#include "guatu-timeline-hit.h"

#include <glib/gi18n.h>
#include <math.h>

#include "guatu-task-words.h"

/* A bar is hit from so far outside, and is never narrower to the pointer than this. */
#define AROUND 2.0
#define LEAST 10.0

/* Hit testing ------------------------------------------------------------------------------------ */

/* The room of the bar or diamond, as large as a pointer needs it. */
static GuatuBox
reach_of (const GuatuChartView *chart,
          guint                 row,
          GuatuBox              bar)
{
  double around = guatu_chart_is_milestone (chart, row) ? guatu_chart_milestone_radius (chart) : AROUND;
  double across = MAX (around, (LEAST - bar.width) / 2);

  return (GuatuBox) { bar.x - across, bar.y - AROUND, bar.width + 2 * across, bar.height + 2 * AROUND };
}

static gboolean
is_in (GuatuBox box,
       double   x,
       double   y)
{
  return x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
}

gint32
guatu_timeline_hit_time (const GuatuChartView *chart,
                         guint                 row,
                         double                x,
                         double                y)
{
  if (fabs (y - guatu_chart_middle (chart, row)) > chart->bar_height / 2 + AROUND)
    return -1;

  return guatu_chart_time_at (chart, row, x, LEAST / 2);
}

GuatuHit
guatu_timeline_hit (const GuatuChartView *chart,
                    double                x,
                    double                y,
                    guint                *row)
{
  const GuatuRow *shown;
  GuatuBox bar;

  if (!guatu_chart_row_at (chart, y, row))
    return GUATU_HIT_NOTHING;

  shown = &chart->rows->rows[*row];
  if ((shown->flags & GUATU_ROW_RECURRING) != 0)
    return guatu_timeline_hit_time (chart, *row, x, y) >= 0 ? GUATU_HIT_BRACKET : GUATU_HIT_GROUND;
  if (guatu_chart_bar (chart, *row, &bar) && is_in (reach_of (chart, *row, bar), x, y))
    return shown->task < 0 || guatu_row_spans_children (shown) ? GUATU_HIT_BRACKET : GUATU_HIT_BAR;

  return shown->task < 0 ? GUATU_HIT_HEADING : GUATU_HIT_GROUND;
}

/* Words ------------------------------------------------------------------------------------------ */

static const char *
name_of (const GuatuChartView *chart,
         guint                 row)
{
  const GuatuRow *shown = &chart->rows->rows[row];

  if (shown->task < 0)
    return guatu_rows_group_name (chart->rows, (guint) shown->group, chart->language);

  return guatu_plan_text (chart->plan, guatu_plan_task (chart->plan, shown->task)->name);
}

static char *
cell (const GuatuChartView *chart,
      guint                 row,
      GuatuColumnKind       column)
{
  GString *text = g_string_new (NULL);

  guatu_chart_cell_text (chart, row, column, text);

  return g_string_free (text, FALSE);
}

static char *
dates_of (const GuatuChartView *chart,
          guint                 row)
{
  g_autofree char *start = cell (chart, row, GUATU_COLUMN_START);
  g_autofree char *finish = cell (chart, row, GUATU_COLUMN_FINISH);

  if (*finish == '\0' || g_str_equal (start, finish))
    return g_steal_pointer (&start);
  if (*start == '\0')
    return g_steal_pointer (&finish);

  /* Translators: from a date to a date. */
  return g_strdup_printf (_("%s to %s"), start, finish);
}

static const char *
light_of (const GuatuChartView *chart,
          guint                 row)
{
  gint32 task = chart->rows->rows[row].task;
  GuatuLightColour colour = task >= 0 && chart->lights != NULL ? guatu_lights_get (chart->lights, task)->shown
                                                               : GUATU_LIGHT_NONE;

  switch (colour)
    {
    case GUATU_LIGHT_GREEN:
      return C_("light", "On track");
    case GUATU_LIGHT_YELLOW:
      return C_("light", "Yellow");
    case GUATU_LIGHT_ORANGE:
      return C_("light", "Orange");
    case GUATU_LIGHT_RED:
      return C_("light", "Red");
    case GUATU_LIGHT_DONE:
      return C_("light", "Finished");
    case GUATU_LIGHT_NONE:
    case GUATU_LIGHT_N_COLOURS:
    default:
      return "";
    }
}

static gboolean
is_critical (const GuatuChartView *chart,
             guint                 row)
{
  gint32 task = chart->rows->rows[row].task;

  return task >= 0 && (chart->schedule->flags[task] & GUATU_CRITICAL) != 0;
}

/* Adds a part to a line. Takes @line. */
static char *
join (char       *line,
      const char *part)
{
  g_autofree char *before = line;

  if (*part == '\0')
    return g_steal_pointer (&before);

  return *before == '\0' ? g_strdup (part) : g_strdup_printf ("%s · %s", before, part);
}

/* Share done, light, and whether it is critical. */
static char *
state_of (const GuatuChartView *chart,
          guint                 row)
{
  char *text = cell (chart, row, GUATU_COLUMN_PROGRESS);

  text = join (text, light_of (chart, row));

  return join (text, is_critical (chart, row) ? _("critical") : "");
}

static void
append_line (GString    *text,
             const char *line)
{
  g_autofree char *escaped = g_markup_escape_text (line, -1);

  if (*line != '\0')
    g_string_append_printf (text, "\n%s", escaped);
}

char *
guatu_timeline_tip (const GuatuChartView *chart,
                    guint                 row)
{
  g_autofree char *name = g_markup_escape_text (name_of (chart, row), -1);
  g_autofree char *dates = dates_of (chart, row);
  g_autofree char *state = state_of (chart, row);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "<b>%s</b>", name);
  append_line (text, dates);
  append_line (text, state);

  return g_string_free (text, FALSE);
}

char *
guatu_timeline_time_tip (const GuatuChartView *chart,
                         gint32                task)
{
  g_autofree char *name = g_markup_escape_text (guatu_plan_task_name (chart->plan, task), -1);
  g_autofree char *start = guatu_words_task_start (chart->plan, chart->schedule, task);
  g_autofree char *finish = guatu_words_finish (chart->plan, chart->schedule->finish[task]);
  gboolean done = chart->shares != NULL && chart->shares[task] >= 10000;
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "<b>%s</b>", name);
  append_line (text, start);
  if (!g_str_equal (start, finish))
    append_line (text, finish);
  append_line (text, done ? C_("light", "Finished") : "");

  return g_string_free (text, FALSE);
}
