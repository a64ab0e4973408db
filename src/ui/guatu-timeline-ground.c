/* guatu-timeline-ground.c — what is drawn on empty ground: the bar of a new task, or a rectangle that selects. */
#include "guatu-timeline-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "guatu-drag-new-bar.h"
#include "guatu-drag-words.h"

static GuatuDocument *
document_of (GuatuTimeline *self)
{
  return guatu_battle_view_get_document (self->view);
}

/* A new bar -------------------------------------------------------------------------------------- */

/* The row that was pressed, also where there is none yet. */
static double
middle_of_row (GuatuTimeline *self)
{
  double height = guatu_battle_view_get_chart (self->view)->row_height;

  return (floor (self->held_y / height) + 0.5) * height;
}

static void
preview_new (GuatuTimeline   *self,
             GuatuPoint       at,
             GdkModifierType  state)
{
  const GuatuPlan *plan = guatu_document_get_plan (document_of (self));
  g_autofree char *label = NULL;

  guatu_new_bar_snap (document_of (self), self->held_at, guatu_timeline_date_at (self, at.x),
                      (state & GDK_SHIFT_MASK) != 0 ? GUATU_SNAP_HOUR : GUATU_SNAP_DAY, &self->from, &self->to);
  label = guatu_drag_words_span (plan, guatu_plan_worktime (plan, -1), self->from, self->to);
  guatu_drag_ghost_show_new (self->ghost, middle_of_row (self), self->from, self->to, label);
}

static gboolean
commit_new (GuatuTimeline    *self,
            GuatuPoint        at,
            GdkModifierType   state,
            GError          **error)
{
  gint64 id = 0;

  if (!guatu_new_bar_commit (document_of (self), self->from, self->to, self->hold.task, &id, error))
    return FALSE;

  guatu_battle_view_select (self->view, &id, 1);
  guatu_timeline_say_created (self, id);

  return TRUE;
}

const GuatuHand guatu_hand_new = { "crosshair", "crosshair", FALSE, NULL, preview_new, commit_new };

/* A rectangle ------------------------------------------------------------------------------------ */

/* Of the chart. */
static GuatuBox
band_to (GuatuTimeline *self,
         GuatuPoint     at)
{
  GuatuPoint to = guatu_timeline_in_chart (self, at);
  GuatuPoint from = guatu_timeline_in_chart (self, (GuatuPoint) { guatu_timeline_x_of (self, self->held_at), 0 });

  return (GuatuBox) { MIN (from.x, to.x), MIN (self->held_y, to.y), fabs (to.x - from.x), fabs (to.y - self->held_y) };
}

static gboolean
touches (const GuatuChartView *chart,
         guint                 row,
         GuatuBox              band)
{
  double radius = guatu_chart_is_milestone (chart, row) ? guatu_chart_milestone_radius (chart) : 0;
  GuatuBox bar;

  return chart->rows->rows[row].task >= 0 && guatu_chart_bar (chart, row, &bar) && bar.y <= band.y + band.height
         && bar.y + bar.height >= band.y && bar.x - radius <= band.x + band.width
         && bar.x + bar.width + radius >= band.x;
}

/* The tasks whose bars the rectangle touches. */
static GArray *
find_touched (GuatuTimeline *self,
              GuatuBox       band)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint first, last;

  /* A rectangle of no height lies on a row all the same. */
  band.height = MAX (band.height, 1);
  if (!guatu_chart_rows_within (chart, band, &first, &last))
    return ids;
  for (guint row = first; row <= last; row++)
    if (touches (chart, row, band))
      {
        gint64 id = guatu_timeline_task_at (self, row);

        g_array_append_val (ids, id);
      }

  return ids;
}

static void
preview_band (GuatuTimeline   *self,
              GuatuPoint       at,
              GdkModifierType  state)
{
  GuatuBox band = band_to (self, at);
  g_autoptr(GArray) ids = find_touched (self, band);
  g_autofree char *label = g_strdup_printf (ngettext ("%u task", "%u tasks", ids->len), ids->len);

  guatu_drag_ghost_show_band (self->ghost, band, (const gint64 *) (const void *) ids->data, ids->len, label);
}

static gboolean
commit_band (GuatuTimeline    *self,
             GuatuPoint        at,
             GdkModifierType   state,
             GError          **error)
{
  g_autoptr(GArray) ids = find_touched (self, band_to (self, at));

  if ((state & GDK_CONTROL_MASK) != 0)
    {
      g_autoptr(GArray) selected = guatu_timeline_selected (self);

      g_array_append_vals (ids, selected->data, selected->len);
    }
  guatu_timeline_unmark (self);
  guatu_battle_view_select (self->view, (const gint64 *) (const void *) ids->data, ids->len);

  return TRUE;
}

const GuatuHand guatu_hand_band = { "cell", "cell", TRUE, NULL, preview_band, commit_band };
