/* guatu-task-table-drag.c — rows dragged to another place among the rows. */
#include <glib/gi18n.h>
#include <math.h>

#include "guatu-task-table-private.h"
#include "guatu-drop-mark.h"
#include "guatu-screen-palette.h"

/* Pixels: what the pointer goes aside for one level, and how near to an edge it makes the rows scroll. */
#define STEP 20
#define NEAR_EDGE 36
#define SLOWEST 2
#define FASTEST 20

#define IDS(array) ((const gint64 *) (gpointer) (array)->data)

/* Places ------------------------------------------------------------------------------------------------- */

static double
header_height (GuatuTaskTable *self)
{
  return gtk_widget_get_height (gtk_widget_get_first_child (GTK_WIDGET (self->list)));
}

static double
row_height (GuatuTaskTable *self)
{
  return guatu_battle_view_get_chart (self->view)->row_height;
}

/* Where the pointer is, counted in rows. */
static double
pointer_row (GuatuTaskTable *self)
{
  double scrolled = gtk_adjustment_get_value (guatu_task_table_get_vadjustment (self));

  return (self->pointer_y - header_height (self) + scrolled) / row_height (self);
}

/* How deep the first of the rows stands, and by how much the pointer has gone aside. */
static int
wished_level (GuatuTaskTable *self)
{
  const GuatuRows *rows = guatu_battle_view_get_rows (self->view);
  int place = guatu_row_model_find (self->model, g_array_index (self->dragged, gint64, 0));
  double aside = self->pointer_x - self->drag_x;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    aside = -aside;

  return (place >= 0 ? rows->rows[place].depth : 0) + (int) lround (aside / STEP);
}

/* What the mark is to stand on: from the indent of its level to the end of the table. */
static graphene_rect_t
mark_area (GuatuTaskTable *self)
{
  GtkWidget *name = NULL;
  double scrolled = gtk_adjustment_get_value (guatu_task_table_get_vadjustment (self));
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self)), x = 0;
  float y = (float) (self->drop.row * row_height (self) - scrolled + header_height (self));
  GHashTableIter iter;
  gpointer cell;
  graphene_point_t at;

  g_hash_table_iter_init (&iter, self->cells);
  while (name == NULL && g_hash_table_iter_next (&iter, &cell, NULL))
    if (guatu_table_cell_get_column (cell) == GUATU_COLUMN_NAME && gtk_widget_get_mapped (cell))
      name = cell;
  if (name != NULL && !self->drop.into
      && gtk_widget_compute_point (name, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (0, 0), &at))
    x = at.x + 8 + (float) self->drop.level * 16;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL && !self->drop.into)
    return GRAPHENE_RECT_INIT (0, y, width - (float) self->drop.level * 16, (float) row_height (self));

  return GRAPHENE_RECT_INIT (x + 1, y, MAX (width - x - 2, 16), (float) row_height (self));
}

static void
show_mark (GuatuTaskTable *self)
{
  graphene_rect_t area = mark_area (self);
  GuatuPalette palette;
  GdkRGBA colour;

  if (self->drop_refused != NULL || area.origin.y < header_height (self) - 4)
    {
      guatu_drop_mark_hide (GUATU_DROP_MARK (self->drop_mark));
      return;
    }
  guatu_screen_palette_init (&palette, self->view);
  colour = guatu_screen_selected_edge (&palette);
  colour.alpha = 1;
  guatu_drop_mark_show (GUATU_DROP_MARK (self->drop_mark), &area, self->drop.into, &colour);
}

static void
find_drop (GuatuTaskTable *self)
{
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&self->drop_refused, g_free);
  if (!guatu_task_drop_find (self->view, IDS (self->dragged), self->dragged->len, pointer_row (self),
                             wished_level (self), &self->drop, &error))
    self->drop_refused = g_strdup (error->message);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), self->drop_refused != NULL ? "not-allowed" : "grabbing");
  show_mark (self);
}

/* Scrolling ------------------------------------------------------------------------------------------------ */

/* The faster the further out. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  GuatuTaskTable *self = GUATU_TASK_TABLE (widget);
  GtkAdjustment *adjustment = guatu_task_table_get_vadjustment (self);
  double top = header_height (self) + NEAR_EDGE, bottom = gtk_widget_get_height (widget) - NEAR_EDGE;
  double out = self->pointer_y < top ? self->pointer_y - top : self->pointer_y > bottom ? self->pointer_y - bottom : 0;
  double before = gtk_adjustment_get_value (adjustment);

  if (out == 0)
    return G_SOURCE_CONTINUE;
  gtk_adjustment_set_value (adjustment, before + CLAMP (fabs (out) / 3, SLOWEST, FASTEST) * (out < 0 ? -1 : 1));
  if (gtk_adjustment_get_value (adjustment) != before)
    find_drop (self);

  return G_SOURCE_CONTINUE;
}

/* The drag ------------------------------------------------------------------------------------------------- */

/* The row under the pointer, with the others that are selected if it is. */
static gboolean
take_rows (GuatuTaskTable *self,
           gint64          key)
{
  if (key <= 0)
    return FALSE;
  if (guatu_battle_view_is_selected (self->view, key))
    self->dragged = guatu_task_table_tasks_meant (self);
  else
    {
      self->dragged = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_array_append_val (self->dragged, key);
    }

  return TRUE;
}

void
guatu_task_table_drag_stop (GuatuTaskTable *self)
{
  if (self->dragged == NULL)
    return;
  g_clear_pointer (&self->dragged, g_array_unref);
  g_clear_pointer (&self->drop_refused, g_free);
  if (self->drag_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->drag_tick);
  self->drag_tick = 0;
  guatu_drop_mark_hide (GUATU_DROP_MARK (self->drop_mark));
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
}

static void
laid_out_cb (GdkFrameClock  *clock,
             GuatuTaskTable *self)
{
  g_signal_handlers_disconnect_by_func (clock, laid_out_cb, self);
  if (self->list != NULL)
    gtk_adjustment_set_value (guatu_task_table_get_vadjustment (self), self->drop_scrolled);
}

/* A list scrolls along with the row that has the focus when it is laid out again. But these rows have come to where the
 * pointer is. */
static void
stay_scrolled (GuatuTaskTable *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  self->drop_scrolled = gtk_adjustment_get_value (guatu_task_table_get_vadjustment (self));
  if (clock == NULL)
    return;
  g_signal_handlers_disconnect_by_func (clock, laid_out_cb, self);
  g_signal_connect_object (clock, "layout", G_CALLBACK (laid_out_cb), self, G_CONNECT_AFTER);
}

/* Answers whether the rows went. */
static gboolean
let_go (GuatuTaskTable *self)
{
  g_autoptr(GArray) dragged = g_array_ref (self->dragged);
  g_autofree char *refused = g_steal_pointer (&self->drop_refused);
  GuatuTaskDrop drop = self->drop;
  g_autoptr(GError) error = NULL;

  guatu_task_table_drag_stop (self);
  stay_scrolled (self);
  if (refused == NULL && !guatu_task_drop_do (self->view, IDS (dragged), dragged->len, &drop, &error))
    refused = g_strdup (error->message);
  if (refused != NULL)
    {
      guatu_task_table_fail (self, refused);
      return FALSE;
    }
  guatu_battle_view_select (self->view, IDS (dragged), dragged->len);

  return TRUE;
}

gboolean
guatu_task_table_drag (GuatuTaskTable *self,
                       gint64          task,
                       double          y,
                       int             steps)
{
  double scrolled;

  g_return_val_if_fail (GUATU_IS_TASK_TABLE (self), FALSE);
  g_return_val_if_fail (self->dragged == NULL, FALSE);

  if (!take_rows (self, task))
    return FALSE;
  scrolled = gtk_adjustment_get_value (guatu_task_table_get_vadjustment (self));
  self->drag_x = 0;
  self->pointer_x = steps * STEP * (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1);
  self->pointer_y = y * row_height (self) + header_height (self) - scrolled;
  find_drop (self);

  return let_go (self);
}

/* The pointer ------------------------------------------------------------------------------------------------ */

static GuatuTableCell *
cell_at (GuatuTaskTable *self,
         double          x,
         double          y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell = picked != NULL ? gtk_widget_get_ancestor (picked, GUATU_TYPE_TABLE_CELL) : NULL;

  return cell != NULL ? GUATU_TABLE_CELL (cell) : NULL;
}

/* A row is a handle of itself for the mouse; fingers scroll, but for those on the numbers. */
static gboolean
is_handle (GtkGesture     *gesture,
           GuatuTableCell *cell,
           double          x)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));

  if (guatu_table_cell_get_column (cell) == GUATU_COLUMN_NUMBER)
    return TRUE;

  return device == NULL || gdk_device_get_source (device) != GDK_SOURCE_TOUCHSCREEN;
}

static void
begin_cb (GtkGestureDrag *gesture,
          double          x,
          double          y,
          GuatuTaskTable *self)
{
  GuatuTableCell *cell = cell_at (self, x, y);
  GuatuTaskRow *row = cell != NULL ? guatu_table_cell_get_row (cell) : NULL;
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  self->drag_x = x;
  self->drag_y = y;
  if (row == NULL || guatu_task_row_get_key (row) <= 0 || self->editor != NULL
      || state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK) || !is_handle (GTK_GESTURE (gesture), cell, x)
      || guatu_document_get_read_only_reason (guatu_battle_view_get_document (self->view)) != NULL)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static gboolean
begin_drag (GuatuTaskTable *self,
            GtkGesture     *gesture)
{
  GuatuTableCell *cell = cell_at (self, self->drag_x, self->drag_y);
  GuatuTaskRow *row = cell != NULL ? guatu_table_cell_get_row (cell) : NULL;

  if (row == NULL || !take_rows (self, guatu_task_row_get_key (row)))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return FALSE;
    }
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->drag_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);

  return TRUE;
}

static void
update_cb (GtkGestureDrag *gesture,
           double          dx,
           double          dy,
           GuatuTaskTable *self)
{
  gboolean claimed = gtk_gesture_get_sequence_state (GTK_GESTURE (gesture),
                                                     gtk_gesture_single_get_current_sequence (
                                                       GTK_GESTURE_SINGLE (gesture))) == GTK_EVENT_SEQUENCE_CLAIMED;

  self->pointer_x = self->drag_x + dx;
  self->pointer_y = self->drag_y + dy;
  if (!claimed && (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy)
                   || !begin_drag (self, GTK_GESTURE (gesture))))
    return;
  /* Escape has taken the rows away. */
  if (self->dragged != NULL)
    find_drop (self);
}

static void
end_cb (GtkGestureDrag *gesture,
        double          dx,
        double          dy,
        GuatuTaskTable *self)
{
  if (self->dragged != NULL)
    let_go (self);
}

/* What is dragged may be gone, or stand elsewhere. */
static void
rows_changed_cb (GuatuTaskTable *self)
{
  guatu_task_table_drag_stop (self);
}

void
guatu_task_table_drag_init (GuatuTaskTable *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->drop_mark = guatu_drop_mark_new ();
  gtk_widget_set_parent (self->drop_mark, GTK_WIDGET (self));
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (begin_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (update_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (end_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (guatu_task_table_drag_stop), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_object (self->view, "rows-changed", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED);
}
