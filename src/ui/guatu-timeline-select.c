/* guatu-timeline-select.c — what a click, a second one and Shift with an arrow do to the selection. */
#include "guatu-timeline-private.h"

#include "guatu-timeline-marks.h"

/* Clicking --------------------------------------------------------------------------------------- */

/* The row from which the selection is extended; @row itself where there is none. */
static guint
anchor_row (GuatuTimeline *self,
            guint          row)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  gint32 task = self->anchor != 0 ? guatu_plan_find (chart->plan, GUATU_TABLE_TASK, self->anchor) : -1;

  return task >= 0 && chart->rows->places[task] >= 0 ? (guint) chart->rows->places[task] : row;
}

static void
select_range (GuatuTimeline *self,
              guint          row)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint from = anchor_row (self, row);

  for (guint i = MIN (from, row); i <= MAX (from, row); i++)
    {
      gint64 id = guatu_timeline_task_at (self, i);

      if (id != 0)
        g_array_append_val (ids, id);
    }
  self->lead = guatu_timeline_task_at (self, row);
  guatu_battle_view_select (self->view, (const gint64 *) (const void *) ids->data, ids->len);
}

/* Adds the task to what is selected, or takes it out. */
static void
select_too (GuatuTimeline *self,
            gint64         id)
{
  const GuatuRows *rows = guatu_battle_view_get_rows (self->view);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < rows->n; i++)
    {
      gint64 other = guatu_timeline_task_at (self, i);

      if (other != 0 && guatu_battle_view_is_selected (self->view, other) != (other == id))
        g_array_append_val (ids, other);
    }
  guatu_battle_view_select (self->view, (const gint64 *) (const void *) ids->data, ids->len);
}

void
guatu_timeline_click (GuatuTimeline  *self,
                      GuatuHit        hit,
                      guint           row,
                      GdkModifierType state)
{
  gint64 id = hit == GUATU_HIT_BAR || hit == GUATU_HIT_BRACKET ? guatu_timeline_task_at (self, row) : 0;

  if (id == 0)
    {
      if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
        guatu_battle_view_select (self->view, NULL, 0);
    }
  else if ((state & GDK_SHIFT_MASK) != 0)
    {
      select_range (self, row);
    }
  else
    {
      self->anchor = self->lead = id;
      if ((state & GDK_CONTROL_MASK) != 0)
        select_too (self, id);
      else
        guatu_battle_view_select (self->view, &id, 1);
    }
}

void
guatu_timeline_click_at (GuatuTimeline   *self,
                         double           x,
                         double           y,
                         GdkModifierType  state)
{
  GuatuHold hold = guatu_timeline_hold_at (self, x, y, 0);
  gint64 link = guatu_timeline_link_at (self, x, y);
  guint row = 0;
  GuatuHit hit = guatu_timeline_hit_at (self, x, y, &row);

  self->asked_at = (GuatuPoint) { x, y };
  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    {
      guatu_timeline_click (self, hit, row, state);
      return;
    }
  guatu_timeline_unmark (self);
  if (hold.grip == GUATU_GRIP_KEY_NODE)
    guatu_timeline_select_key_node (self, hold.key_node);
  else if (link != 0)
    guatu_timeline_select_link (self, link);
  else
    guatu_timeline_click (self, hit, row, state);
}

/* The form of a task: a summary's bracket folds, and a link has a form of its own. */
void
guatu_timeline_open_at (GuatuTimeline *self,
                        double         x,
                        double         y)
{
  guint row;

  if (guatu_timeline_hit_at (self, x, y, &row) != GUATU_HIT_BAR
      || guatu_timeline_hold_at (self, x, y, 0).grip == GUATU_GRIP_KEY_NODE)
    return;
  guatu_timeline_click_at (self, x, y, 0);
  gtk_widget_activate_action (GTK_WIDGET (self), "battle.edit-task", NULL);
}

/* By keys ---------------------------------------------------------------------------------------- */

static int
row_of (GuatuTimeline *self,
        gint64         id)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  gint32 task = id != 0 && guatu_battle_view_is_selected (self->view, id)
                  ? guatu_plan_find (chart->plan, GUATU_TABLE_TASK, id) : -1;

  return task >= 0 ? chart->rows->places[task] : -1;
}

/* The next row of a task, over headings; -1: there is none. */
static int
next_row (GuatuTimeline *self,
          int            row,
          int            step)
{
  int n = (int) guatu_battle_view_get_rows (self->view)->n;

  for (row += step; row >= 0 && row < n; row += step)
    if (guatu_timeline_task_at (self, (guint) row) != 0)
      return row;

  return -1;
}

/* Where the selection was made elsewhere it goes on from the end at which the key points. */
static int
find_lead (GuatuTimeline *self,
           int            step)
{
  g_autoptr(GArray) tasks = guatu_timeline_selected (self);
  int lead = row_of (self, self->lead);

  if (tasks->len == 0)
    return -1;
  if (lead < 0 || row_of (self, self->anchor) < 0)
    {
      self->anchor = g_array_index (tasks, gint64, step > 0 ? 0 : tasks->len - 1);
      lead = row_of (self, g_array_index (tasks, gint64, step > 0 ? tasks->len - 1 : 0));
    }

  return lead;
}

static void
scroll_to (GuatuTimeline *self,
           int            row)
{
  double height = guatu_battle_view_get_chart (self->view)->row_height;

  gtk_adjustment_clamp_page (self->down, (row - 1) * height, (row + 2) * height);
}

void
guatu_timeline_extend (GuatuTimeline *self,
                       int            step)
{
  int lead = find_lead (self, step);
  int row = next_row (self, lead >= 0 || step > 0 ? lead : (int) guatu_battle_view_get_rows (self->view)->n, step);

  if (row < 0)
    return;
  guatu_timeline_unmark (self);
  if (lead < 0)
    self->anchor = guatu_timeline_task_at (self, (guint) row);
  select_range (self, (guint) row);
  scroll_to (self, row);
}
