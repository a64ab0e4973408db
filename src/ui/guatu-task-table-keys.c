/* guatu-task-table-keys.c — what keys and clicks do in the table. */
#include <glib/gi18n.h>

#include "guatu-task-table-private.h"
#include "guatu-task-edit.h"

/* Rows ------------------------------------------------------------------------------------------------- */

static GuatuDocument *
document_of (GuatuTaskTable *self)
{
  return guatu_battle_view_get_document (self->view);
}

static gint64
focused_key (GuatuTaskTable *self)
{
  GuatuTableCell *cell = guatu_task_table_focused_cell (self);

  return cell != NULL ? guatu_task_row_get_key (guatu_table_cell_get_row (cell)) : GUATU_NEW_ROW_KEY;
}

static const GuatuRow *
row_of (GuatuTaskTable *self,
        gint64          key)
{
  const GuatuRows *rows = guatu_battle_view_get_rows (self->view);
  int place = guatu_row_model_find (self->model, key);

  return place >= 0 && (guint) place < rows->n ? &rows->rows[place] : NULL;
}

static gboolean
is_foldable (const GuatuRow *row)
{
  return row != NULL && (row->task < 0 || (row->flags & GUATU_ROW_SUMMARY) != 0);
}

static void
toggle (GuatuTaskTable *self,
        gint64          key)
{
  gboolean focused = guatu_task_table_focused_cell (self) != NULL;

  guatu_battle_view_toggle (self->view, (guint) guatu_row_model_find (self->model, key));
  if (focused)
    guatu_task_table_go_to (self, key, self->current);
}

/* The row that the one at @place is part of: its summary, or the heading of its group. */
static int
place_above (const GuatuRows *rows,
             int              place)
{
  const GuatuRow *row = &rows->rows[place];

  for (int i = place - 1; i >= 0 && row->task >= 0; i--)
    if (rows->rows[i].task < 0 || rows->rows[i].depth < row->depth)
      return i;

  return -1;
}

/* The tasks that a key speaks of, in the order of the rows: those selected, without what is part of another; with none
 * selected that which has the focus. */
static GArray *
tasks_meant (GuatuTaskTable *self)
{
  const GuatuRows *rows = guatu_battle_view_get_rows (self->view);
  const GuatuPlan *plan = guatu_battle_view_get_chart (self->view)->plan;
  const GuatuTask *tasks = guatu_plan_tasks (plan);
  GArray *meant = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 focused = focused_key (self);

  for (guint i = 0; i < rows->n && guatu_battle_view_n_selected (self->view) > 0; i++)
    {
      gint32 task = rows->rows[i].task, above;

      if (task < 0 || !guatu_battle_view_is_selected (self->view, tasks[task].id))
        continue;
      for (above = tasks[task].parent; above >= 0; above = tasks[above].parent)
        if (guatu_battle_view_is_selected (self->view, tasks[above].id))
          break;
      if (above < 0)
        g_array_append_val (meant, tasks[task].id);
    }
  if (meant->len == 0 && focused > 0)
    g_array_append_val (meant, focused);

  return meant;
}

/* Actions ------------------------------------------------------------------------------------------------ */

static void
move_cb (GuatuTaskTable *self,
         GuatuMove       move)
{
  g_autoptr(GArray) tasks = tasks_meant (self);
  gint64 focused = focused_key (self);
  /* What goes down, or out, is moved from the end, so that the tasks keep their order. */
  gboolean backwards = move == GUATU_MOVE_DOWN || move == GUATU_MOVE_OUT;

  guatu_task_table_editing_end (self);
  for (guint i = 0; i < tasks->len; i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 task = g_array_index (tasks, gint64, backwards ? tasks->len - 1 - i : i);

      if (guatu_task_edit_move (document_of (self), task, move, &error))
        continue;
      if (error != NULL)
        guatu_task_table_fail (self, error->message);
      /* The others do not pass the one that stands at the edge. */
      break;
    }
  if (focused != GUATU_NEW_ROW_KEY)
    guatu_task_table_go_to (self, focused, self->current);
}

static void
indent_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  move_cb (GUATU_TASK_TABLE (widget), GUATU_MOVE_IN);
}

static void
outdent_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  move_cb (GUATU_TASK_TABLE (widget), GUATU_MOVE_OUT);
}

static void
up_cb (GtkWidget  *widget,
       const char *name,
       GVariant   *parameter)
{
  move_cb (GUATU_TASK_TABLE (widget), GUATU_MOVE_UP);
}

static void
down_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  move_cb (GUATU_TASK_TABLE (widget), GUATU_MOVE_DOWN);
}

/* Before the task that has the focus; elsewhere in the line for new tasks. */
static void
insert_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  GuatuTaskTable *self = GUATU_TASK_TABLE (widget);
  g_autoptr(GError) error = NULL;
  gint64 before = focused_key (self), id;

  if (!guatu_task_table_editing_commit (self))
    return;
  if (before <= 0)
    {
      guatu_task_table_edit (self, GUATU_NEW_ROW_KEY, GUATU_COLUMN_NAME);
      return;
    }
  if (!guatu_task_edit_add (document_of (self), _("New task"), before, &id, &error))
    {
      guatu_task_table_fail (self, error->message);
      return;
    }
  guatu_battle_view_select (self->view, &id, 1);
  guatu_task_table_edit (self, id, GUATU_COLUMN_NAME);
}

static char *
what_is_removed (GuatuTaskTable *self,
                 const GArray   *tasks)
{
  const GuatuPlan *plan = guatu_battle_view_get_chart (self->view)->plan;
  gint32 task = guatu_plan_find (plan, GUATU_TABLE_TASK, g_array_index (tasks, gint64, 0));

  if (tasks->len == 1)
    return g_strdup_printf (_("“%s” was deleted"), guatu_plan_task_name (plan, task));

  return g_strdup_printf (ngettext ("%u task was deleted", "%u tasks were deleted", tasks->len), tasks->len);
}

static void
remove_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  GuatuTaskTable *self = GUATU_TASK_TABLE (widget);
  g_autoptr(GArray) tasks = tasks_meant (self);
  g_autofree char *what = NULL;
  int place;
  guint n;

  if (tasks->len == 0)
    return;

  guatu_task_table_editing_end (self);
  what = what_is_removed (self, tasks);
  place = guatu_row_model_find (self->model, g_array_index (tasks, gint64, 0));
  for (n = 0; n < tasks->len; n++)
    {
      g_autoptr(GError) error = NULL;

      if (guatu_document_remove (document_of (self), GUATU_TABLE_TASK, g_array_index (tasks, gint64, n), &error))
        continue;
      guatu_task_table_fail (self, error->message);
      break;
    }
  n = MIN (n, tasks->len);
  if (n > 0)
    guatu_task_table_say_removed (self, n, what);
  /* What has moved up has the focus now. */
  place = MIN (place, (int) g_list_model_get_n_items (G_LIST_MODEL (self->model)) - 1);
  if (place >= 0)
    guatu_task_table_go_to (self, guatu_row_model_get_key (self->model, (guint) place), self->current);
}

static void
edit_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  GuatuTaskTable *self = GUATU_TASK_TABLE (widget);
  GuatuTableCell *cell = guatu_task_table_focused_cell (self);
  gint64 key;

  if (cell == NULL || self->editor != NULL)
    return;
  key = guatu_task_row_get_key (guatu_table_cell_get_row (cell));
  if (!guatu_task_table_edit (self, key, self->current))
    guatu_task_table_edit (self, key, GUATU_COLUMN_NAME);
}

/* Keys --------------------------------------------------------------------------------------------------- */

static void
step_aside (GuatuTaskTable *self,
            int             step)
{
  self->current = guatu_task_table_next_column (self, self->current, step);
  guatu_task_table_show_current (self);
}

static void
key_back (GuatuTaskTable *self,
          gint64          key)
{
  const GuatuRows *rows = guatu_battle_view_get_rows (self->view);
  const GuatuRow *row = row_of (self, key);
  int above;

  if (self->current != GUATU_COLUMN_NAME || row == NULL)
    {
      step_aside (self, -1);
      return;
    }
  if (is_foldable (row) && !(row->flags & GUATU_ROW_FOLDED))
    {
      toggle (self, key);
      return;
    }
  above = place_above (rows, (int) (row - rows->rows));
  if (above < 0)
    return;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->model), (guint) above, TRUE);
  guatu_task_table_go_to (self, guatu_row_model_get_key (self->model, (guint) above), self->current);
}

static void
key_on (GuatuTaskTable *self,
        gint64          key)
{
  const GuatuRow *row = row_of (self, key);

  if (self->current == GUATU_COLUMN_NAME && is_foldable (row) && row->flags & GUATU_ROW_FOLDED)
    toggle (self, key);
  else
    step_aside (self, 1);
}

static gboolean
key_enter (GuatuTaskTable *self,
           gint64          key)
{
  const GuatuRow *row = row_of (self, key);

  if (row != NULL && row->task < 0)
    toggle (self, key);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "table.edit", NULL);

  return TRUE;
}

/* In the line for new tasks one types without further ado. The event goes on to the text, and so to the input
 * method. */
static gboolean
type_new (GuatuTaskTable        *self,
          GtkEventControllerKey *controller,
          guint                  key)
{
  gunichar c = gdk_keyval_to_unicode (key);

  if (c == 0 || !g_unichar_isprint (c) || c == ' ')
    return FALSE;
  if (!guatu_task_table_edit (self, GUATU_NEW_ROW_KEY, GUATU_COLUMN_NAME))
    return FALSE;

  return gtk_event_controller_key_forward (controller, self->editor);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        GuatuTaskTable        *self)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GuatuTableCell *cell = guatu_task_table_focused_cell (self);
  gint64 row;

  if (self->editor != NULL || cell == NULL || state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return FALSE;

  row = guatu_task_row_get_key (guatu_table_cell_get_row (cell));
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      if (rtl)
        key_on (self, row);
      else
        key_back (self, row);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      if (rtl)
        key_back (self, row);
      else
        key_on (self, row);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return key_enter (self, row);
    default:
      return row == GUATU_NEW_ROW_KEY && type_new (self, controller, key);
    }
}

/* After the text, and so after the input method, had its turn. */
static gboolean
late_key_cb (GtkEventControllerKey *controller,
             guint                  key,
             guint                  code,
             GdkModifierType        state,
             GuatuTaskTable        *self)
{
  return guatu_task_table_editing_key (self, key, state);
}

/* Clicks ------------------------------------------------------------------------------------------------- */

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            GuatuTaskTable  *self)
{
  GuatuTableCell *cell = GUATU_TABLE_CELL (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));
  GuatuTaskRow *row = guatu_table_cell_get_row (cell);
  gint64 key;

  if (row == NULL || cell == self->edited)
    return;

  key = guatu_task_row_get_key (row);
  self->current = guatu_table_cell_get_column (cell);
  if (guatu_table_cell_is_fold (cell, x))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      toggle (self, key);
    }
  else if (n_press == 2 && key < GUATU_NEW_ROW_KEY)
    toggle (self, key);
  else if (n_press == 2 || key == GUATU_NEW_ROW_KEY)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      guatu_task_table_edit (self, key, self->current);
    }
  guatu_task_table_show_current (self);
}

void
guatu_task_table_keys_watch (GuatuTaskTable *self,
                             GuatuTableCell *cell)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (cell), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (late_key_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (cell), keys);
}

/* The class ---------------------------------------------------------------------------------------------- */

void
guatu_task_table_keys_class_init (GtkWidgetClass *class)
{
  static const struct { const char *action; GtkWidgetActionActivateFunc activate; guint key; GdkModifierType state; }
  actions[] = {
    { "table.edit", edit_cb, GDK_KEY_F2, 0 },
    { "table.insert", insert_cb, GDK_KEY_Insert, 0 },
    { "table.remove", remove_cb, GDK_KEY_Delete, 0 },
    { "table.indent", indent_cb, GDK_KEY_Right, GDK_ALT_MASK },
    { "table.outdent", outdent_cb, GDK_KEY_Left, GDK_ALT_MASK },
    { "table.move-up", up_cb, GDK_KEY_Up, GDK_ALT_MASK },
    { "table.move-down", down_cb, GDK_KEY_Down, GDK_ALT_MASK },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (class, actions[i].action, NULL, actions[i].activate);
      gtk_widget_class_add_binding_action (class, actions[i].key, actions[i].state, actions[i].action, NULL);
    }
}

/* Before the list, which would take Left, Right and Enter for itself. */
void
guatu_task_table_keys_init (GuatuTaskTable *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}
