/* guatu-drag-ghost.c — keeps what is shown of a drag. */
#include "guatu-drag-ghost-private.h"

G_DEFINE_FINAL_TYPE (GuatuDragGhost, guatu_drag_ghost, GTK_TYPE_WIDGET)

/* The class -------------------------------------------------------------------------------------- */

static void
guatu_drag_ghost_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  guatu_drag_ghost_paint (GUATU_DRAG_GHOST (widget), snapshot);
}

static void
guatu_drag_ghost_finalize (GObject *object)
{
  GuatuDragGhost *self = GUATU_DRAG_GHOST (object);

  g_clear_pointer (&self->schedule, guatu_schedule_free);
  g_hash_table_unref (self->tasks);
  g_array_unref (self->nodes);
  g_free (self->label);

  G_OBJECT_CLASS (guatu_drag_ghost_parent_class)->finalize (object);
}

static void
guatu_drag_ghost_class_init (GuatuDragGhostClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = guatu_drag_ghost_finalize;
  widget_class->snapshot = guatu_drag_ghost_snapshot;

  gtk_widget_class_set_css_name (widget_class, "dragghost");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
guatu_drag_ghost_init (GuatuDragGhost *self)
{
  self->tasks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (GuatuInstant));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
guatu_drag_ghost_new (GuatuTimeline   *timeline,
                      GuatuBattleView *view)
{
  GuatuDragGhost *self = g_object_new (GUATU_TYPE_DRAG_GHOST, NULL);

  self->timeline = timeline;
  self->view = view;

  return GTK_WIDGET (self);
}

/* What is shown ---------------------------------------------------------------------------------- */

/* Takes the schedule. */
static void
show (GuatuDragGhost *self,
      GuatuGhostKind  kind,
      GuatuSchedule  *schedule,
      const gint64   *tasks,
      guint           n,
      const char     *label)
{
  g_autofree char *before = self->label;

  g_clear_pointer (&self->schedule, guatu_schedule_free);
  self->kind = kind;
  self->schedule = schedule;
  self->task = n > 0 ? tasks[0] : 0;
  g_hash_table_remove_all (self->tasks);
  g_array_set_size (self->nodes, 0);
  for (guint i = 0; i < n; i++)
    g_hash_table_add (self->tasks, g_memdup2 (&tasks[i], sizeof tasks[i]));
  self->label = g_strdup (label);
  self->label_box = (GuatuBox) { 0 };
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
guatu_drag_ghost_show_bars (GuatuDragGhost *self,
                            GuatuSchedule  *schedule,
                            const gint64   *tasks,
                            guint           n,
                            const char     *label)
{
  g_return_if_fail (GUATU_IS_DRAG_GHOST (self));

  show (self, GUATU_GHOST_BARS, schedule, tasks, n, label);
}

void
guatu_drag_ghost_add_key_nodes (GuatuDragGhost     *self,
                                gint64              task,
                                const GuatuInstant *dates,
                                guint               n)
{
  g_return_if_fail (GUATU_IS_DRAG_GHOST (self));

  self->nodes_task = task;
  g_array_append_vals (self->nodes, dates, n);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
guatu_drag_ghost_show_link (GuatuDragGhost *self,
                            GuatuPoint      from,
                            GuatuPoint      to,
                            const char     *label)
{
  g_return_if_fail (GUATU_IS_DRAG_GHOST (self));

  self->start = from;
  self->end = to;
  show (self, GUATU_GHOST_LINK, NULL, NULL, 0, label);
}

void
guatu_drag_ghost_show_progress (GuatuDragGhost *self,
                                gint64          task,
                                gint64          share,
                                const char     *label)
{
  g_return_if_fail (GUATU_IS_DRAG_GHOST (self));

  self->share = share;
  show (self, GUATU_GHOST_PROGRESS, NULL, &task, 1, label);
}

void
guatu_drag_ghost_show_key_node (GuatuDragGhost *self,
                                gint64          task,
                                GuatuInstant    t,
                                const char     *label)
{
  g_return_if_fail (GUATU_IS_DRAG_GHOST (self));

  self->from = t;
  show (self, GUATU_GHOST_KEY_NODE, NULL, &task, 1, label);
}

void
guatu_drag_ghost_show_new (GuatuDragGhost *self,
                           double          middle,
                           GuatuInstant    from,
                           GuatuInstant    to,
                           const char     *label)
{
  g_return_if_fail (GUATU_IS_DRAG_GHOST (self));

  self->middle = middle;
  self->from = from;
  self->to = to;
  show (self, GUATU_GHOST_NEW, NULL, NULL, 0, label);
}

void
guatu_drag_ghost_show_band (GuatuDragGhost *self,
                            GuatuBox        band,
                            const gint64   *tasks,
                            guint           n,
                            const char     *label)
{
  g_return_if_fail (GUATU_IS_DRAG_GHOST (self));

  self->band = band;
  show (self, GUATU_GHOST_BAND, NULL, tasks, n, label);
}

void
guatu_drag_ghost_show_handles (GuatuDragGhost *self,
                               gint64          task)
{
  g_return_if_fail (GUATU_IS_DRAG_GHOST (self));

  if (self->handles == task)
    return;
  self->handles = task;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
guatu_drag_ghost_mark (GuatuDragGhost *self,
                       gint64          hovered_link,
                       gint64          link,
                       gint64          key_node)
{
  g_return_if_fail (GUATU_IS_DRAG_GHOST (self));

  if (self->hovered_link == hovered_link && self->link == link && self->key_node == key_node)
    return;
  self->hovered_link = hovered_link;
  self->link = link;
  self->key_node = key_node;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
guatu_drag_ghost_clear (GuatuDragGhost *self)
{
  g_return_if_fail (GUATU_IS_DRAG_GHOST (self));

  show (self, GUATU_GHOST_NONE, NULL, NULL, 0, NULL);
}

/* For tests -------------------------------------------------------------------------------------- */

const GuatuSchedule *
guatu_drag_ghost_get_schedule (GuatuDragGhost *self)
{
  g_return_val_if_fail (GUATU_IS_DRAG_GHOST (self), NULL);

  return self->schedule;
}

guint
guatu_drag_ghost_n_key_nodes (GuatuDragGhost *self)
{
  g_return_val_if_fail (GUATU_IS_DRAG_GHOST (self), 0);

  return self->nodes->len;
}

const char *
guatu_drag_ghost_get_label (GuatuDragGhost *self)
{
  g_return_val_if_fail (GUATU_IS_DRAG_GHOST (self), NULL);

  return self->label;
}

GuatuBox
guatu_drag_ghost_get_label_box (GuatuDragGhost *self)
{
  g_return_val_if_fail (GUATU_IS_DRAG_GHOST (self), ((GuatuBox) { 0 }));

  return self->label_box;
}
