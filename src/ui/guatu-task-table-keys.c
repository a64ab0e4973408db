/* guatu-task-table-keys.c — what keys and clicks do in the table. */
#include <glib/gi18n.h>

#include "guatu-task-table-private.h"
#include "guatu-task-clipboard.h"
#include "guatu-task-edit.h"

/* Rows ------------------------------------------------------------------------------------------------- */

static GuatuDocument *
document_of (GuatuTaskTable *self)
{
  return guatu_battle_view_get_document (self->view);
}

gint64
guatu_task_table_focused_key (GuatuTaskTable *self)
{
  GuatuTableCell *cell = guatu_task_table_focused_cell (self);

  if (self->menu_open)
    return self->menu_key;

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

GArray *
guatu_task_table_tasks_meant (GuatuTaskTable *self)
{
  const GuatuRows *rows = guatu_battle_view_get_rows (self->view);
  const GuatuPlan *plan = guatu_battle_view_get_chart (self->view)->plan;
  const GuatuTask *tasks = guatu_plan_tasks (plan);
  GArray *meant = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 focused = guatu_task_table_focused_key (self);

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
  g_autoptr(GArray) tasks = guatu_task_table_tasks_meant (self);
  gint64 focused = guatu_task_table_focused_key (self);
  g_autoptr(GError) error = NULL;

  if (!guatu_task_table_editing_commit (self))
    return;
  if (!guatu_task_edit_move (document_of (self), (const gint64 *) (gpointer) tasks->data, tasks->len, move, &error)
      && error != NULL)
    guatu_task_table_fail (self, error->message);
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
  gint64 before = guatu_task_table_focused_key (self), id;

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

/* With what lies below them, as the journal counts. */
static guint
count_all (const GuatuPlan *plan,
           const GArray    *tasks)
{
  g_autoptr(GHashTable) going = g_hash_table_new (NULL, NULL);
  const gint32 *outline;
  guint n;

  for (guint i = 0; i < tasks->len; i++)
    g_hash_table_add (going, GINT_TO_POINTER (guatu_plan_find (plan, GUATU_TABLE_TASK,
                                                               g_array_index (tasks, gint64, i))));
  outline = guatu_plan_outline (plan, &n);
  for (guint i = 0; i < n; i++)
    {
      gint32 parent = guatu_plan_task (plan, outline[i])->parent;

      if (parent >= 0 && g_hash_table_contains (going, GINT_TO_POINTER (parent)))
        g_hash_table_add (going, GINT_TO_POINTER (outline[i]));
    }

  return g_hash_table_size (going);
}

static char *
what_goes (GuatuTaskTable *self,
           const GArray   *tasks)
{
  const GuatuPlan *plan = guatu_battle_view_get_chart (self->view)->plan;
  gint32 task = guatu_plan_find (plan, GUATU_TABLE_TASK, g_array_index (tasks, gint64, 0));
  guint n = count_all (plan, tasks);

  if (tasks->len == 1)
    return g_strdup_printf (_("“%s” was deleted"), guatu_plan_task_name (plan, task));

  return g_strdup_printf (ngettext ("%u task was deleted", "%u tasks were deleted", n), n);
}

static void
remove_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  GuatuTaskTable *self = GUATU_TASK_TABLE (widget);
  g_autoptr(GArray) tasks = guatu_task_table_tasks_meant (self);
  gboolean focused = guatu_task_table_focused_cell (self) != NULL;
  g_autofree char *what = NULL;
  g_autoptr(GError) error = NULL;
  int place;

  if (tasks->len == 0)
    return;

  guatu_task_table_editing_end (self);
  what = what_goes (self, tasks);
  place = guatu_row_model_find (self->model, g_array_index (tasks, gint64, 0));
  if (!guatu_document_remove_tasks (document_of (self), (const gint64 *) (gpointer) tasks->data, tasks->len, &error))
    {
      guatu_task_table_fail (self, error->message);
      return;
    }
  guatu_task_table_say_removed (self, 1, what);
  /* What has moved up has the focus now. */
  place = MIN (place, (int) g_list_model_get_n_items (G_LIST_MODEL (self->model)) - 1);
  if (place >= 0 && focused)
    guatu_task_table_go_to (self, guatu_row_model_get_key (self->model, (guint) place), self->current);
}

static void
edit_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  GuatuTaskTable *self = GUATU_TASK_TABLE (widget);
  gint64 key = guatu_task_table_focused_key (self);

  if (self->editor != NULL || (key == GUATU_NEW_ROW_KEY && guatu_task_table_focused_cell (self) == NULL))
    return;
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
  else if (guatu_document_get_read_only_reason (document_of (self)) != NULL)
    guatu_task_table_edit (self, key, GUATU_COLUMN_NAME);       /* says why not */
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

  if (self->dragged != NULL && key == GDK_KEY_Escape)
    {
      guatu_task_table_drag_stop (self);
      return TRUE;
    }
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
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  guatu_task_table_show_current (self);
}

/* An editor that came amid the press would take the place of what was pressed, and the row would look pressed for
 * good. */
static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             GuatuTaskTable  *self)
{
  GuatuTableCell *cell = GUATU_TABLE_CELL (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));
  GuatuTaskRow *row = guatu_table_cell_get_row (cell);
  gint64 key = row != NULL ? guatu_task_row_get_key (row) : 0;

  if (row == NULL || cell == self->edited || guatu_table_cell_is_fold (cell, x))
    return;
  if (key == GUATU_NEW_ROW_KEY || (n_press == 2 && key > GUATU_NEW_ROW_KEY))
    guatu_task_table_edit (self, key, guatu_table_cell_get_column (cell));
}

void
guatu_task_table_keys_watch (GuatuTaskTable *self,
                             GuatuTableCell *cell)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  if (guatu_table_cell_get_column (cell) == GUATU_COLUMN_NUMBER)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (cell), "grab");
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (cell), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (late_key_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (cell), keys);
}

/* What makes sense ---------------------------------------------------------------------------------------- */

static void
enable (GuatuTaskTable *self,
        const char     *action,
        gboolean        enabled)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, enabled);
}

void
guatu_task_table_update_actions (GuatuTaskTable *self)
{
  static const char * const writing[] = { "table.remove", "table.indent", "table.outdent", "table.move-up",
                                          "table.move-down", "table.cut", "table.duplicate" };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  gboolean any, can_write;
  gint64 focused;

  if (self->view == NULL)
    return;
  focused = guatu_task_table_focused_key (self);
  any = focused > 0 || guatu_battle_view_n_selected (self->view) > 0;
  can_write = guatu_document_get_read_only_reason (document_of (self)) == NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (writing); i++)
    enable (self, writing[i], any && can_write);
  enable (self, "table.link", guatu_battle_view_n_selected (self->view) > 1 && can_write);
  enable (self, "table.unlink", guatu_battle_view_n_selected (self->view) > 1 && can_write);
  enable (self, "table.copy", any);
  enable (self, "table.insert", can_write);
  enable (self, "table.edit", can_write && focused >= 0);
  enable (self, "table.paste",
          can_write && guatu_task_clipboard_can_read (gdk_clipboard_get_formats (clipboard)));
}

/* What the battle map does with all that is selected. */
static void
link_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  gtk_widget_activate_action (widget, strcmp (name, "table.link") == 0 ? "battle.link" : "battle.unlink", NULL);
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
  gtk_widget_class_install_action (class, "table.link", NULL, link_cb);
  gtk_widget_class_install_action (class, "table.unlink", NULL, link_cb);
}

/* Before the list, which would take Left, Right and Enter for itself. */
void
guatu_task_table_keys_init (GuatuTaskTable *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  g_signal_connect_object (self->view, "selection-changed", G_CALLBACK (guatu_task_table_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "rows-changed", G_CALLBACK (guatu_task_table_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_clipboard (GTK_WIDGET (self)), "changed",
                           G_CALLBACK (guatu_task_table_update_actions), self, G_CONNECT_SWAPPED);
  guatu_task_table_update_actions (self);
}
