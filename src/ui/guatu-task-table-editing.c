/* guatu-task-table-editing.c — a text in place of a cell: begun, committed, refused, given up. */
#include <glib/gi18n.h>

#include "guatu-task-table-private.h"
#include "guatu-task-edit.h"

/* An edit ends where the focus goes elsewhere: what was typed counts, as in every spreadsheet. */
static void
focus_cb (GuatuTaskTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->editor != NULL && focus != NULL && focus != self->editor
      && !gtk_widget_is_ancestor (focus, self->editor) && !guatu_task_table_editing_commit (self))
    guatu_task_table_editing_end (self);
  guatu_task_table_show_current (self);
  guatu_task_table_update_actions (self);
}

static void
typed_cb (GuatuTaskTable *self)
{
  if (self->editor == NULL)
    return;
  gtk_widget_remove_css_class (self->editor, "refused");
  guatu_table_cell_complain (self->edited, NULL);
}

/* Only what an input method has let go of comes here: Enter while it composes is its own. */
static void
activate_cb (GuatuTaskTable *self)
{
  gint64 key = self->edited_key;
  GuatuColumnKind column = self->edited_column;

  if (!guatu_task_table_editing_commit (self))
    return;
  guatu_task_table_go_to (self, key, column);
  /* One new task after the other. */
  if (key == GUATU_NEW_ROW_KEY)
    guatu_task_table_edit (self, key, column);
}

static gboolean
can_edit (GuatuTaskTable *self,
          GuatuTableCell *cell)
{
  GuatuTaskRow *row = guatu_table_cell_get_row (cell);
  GuatuColumnKind column = guatu_table_cell_get_column (cell);

  if (row == NULL)
    return FALSE;
  if (guatu_task_row_get_key (row) == GUATU_NEW_ROW_KEY)
    return column == GUATU_COLUMN_NAME;

  return guatu_task_row_get_task (row) != 0
         && guatu_task_edit_can (guatu_battle_view_get_document (self->view), guatu_task_row_get_task (row), column);
}

void
guatu_task_table_editing_begin (GuatuTaskTable *self,
                                GuatuTableCell *cell,
                                const char     *text)
{
  GuatuDocument *document = guatu_battle_view_get_document (self->view);
  gint64 task = guatu_task_row_get_task (guatu_table_cell_get_row (cell));
  const char *reason = guatu_document_get_read_only_reason (document);
  g_autofree char *before = NULL;

  if (reason != NULL)
    guatu_task_table_fail (self, reason);
  if (reason != NULL || self->edited == cell || !can_edit (self, cell))
    return;
  if (self->editor != NULL && !guatu_task_table_editing_commit (self))
    return;

  self->edited = cell;
  self->edited_key = guatu_task_row_get_key (guatu_table_cell_get_row (cell));
  self->edited_column = self->current = guatu_table_cell_get_column (cell);
  before = text != NULL ? g_strdup (text) : task != 0 ? guatu_task_edit_text (document, task, self->edited_column)
                                                      : g_strdup ("");
  /* A bare text has no role of its own, and nobody who listens would hear of it. */
  self->editor = g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->editor), before);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  guatu_chart_column_title (guatu_battle_view_get_chart (self->view),
                                                            self->edited_column), -1);
  guatu_table_cell_set_editor (cell, self->editor);
  g_signal_connect_swapped (self->editor, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (self->editor, "changed", G_CALLBACK (typed_cb), self);
  gtk_widget_grab_focus (self->editor);
  gtk_editable_select_region (GTK_EDITABLE (self->editor), 0, -1);
  guatu_task_table_choices_open (self);
}

void
guatu_task_table_editing_end (GuatuTaskTable *self)
{
  GuatuTableCell *cell = g_steal_pointer (&self->edited);
  gboolean focused;
  GtkWidget *line;

  if (cell == NULL)
    return;

  guatu_task_table_choices_close (self);
  focused = gtk_widget_has_focus (self->editor);
  line = guatu_table_cell_get_line (cell);
  self->editor = NULL;
  /* While rows change the line may be another's soon. */
  if (focused && line != NULL && self->held_text == NULL)
    gtk_widget_grab_focus (line);
  guatu_table_cell_set_editor (cell, NULL);
}

/* An empty line is no task, and no mistake. */
static gboolean
add_task (GuatuTaskTable *self,
          const char     *text,
          GError        **error)
{
  g_autofree char *name = g_strstrip (g_strdup (text));
  gint64 id;

  return *name == '\0'
         || guatu_task_edit_add (guatu_battle_view_get_document (self->view), name, 0, &id, error);
}

/* What was being typed when its cell was taken away. */
typedef struct
{
  GuatuTaskTable  *table;
  gint64           key;
  GuatuColumnKind  column;
  char            *text;
} Left;

static void
left_free (gpointer data)
{
  Left *left = data;

  g_object_unref (left->table);
  g_free (left->text);
  g_free (left);
}

static gboolean
take_left (Left    *left,
           GError **error)
{
  GuatuDocument *document = guatu_battle_view_get_document (left->table->view);

  if (left->key == GUATU_NEW_ROW_KEY)
    return add_task (left->table, left->text, error);

  return guatu_task_edit_commit (document, left->key, left->column, left->text, guatu_today (), error);
}

static gboolean
left_cb (gpointer data)
{
  Left *left = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *message = NULL;

  if (left->table->view == NULL || take_left (left, &error) || error == NULL)
    return G_SOURCE_REMOVE;
  /* There is no cell any more that shows what was typed. */
  /* Translators: a text that was being typed, and why it could not be taken. */
  message = g_strdup_printf (_("“%1$s” was not entered: %2$s"), left->text, error->message);
  guatu_task_table_fail (left->table, message);

  return G_SOURCE_REMOVE;
}

/* The list is busy with its rows just now, so the plan changes a moment later. */
static void
leave_text (GuatuTaskTable  *self,
            gint64           key,
            GuatuColumnKind  column,
            const char      *text)
{
  Left *left = g_new0 (Left, 1);

  left->table = g_object_ref (self);
  left->key = key;
  left->column = column;
  left->text = g_strdup (text);
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, left_cb, left, left_free);
}

/* Who scrolls, folds or closes while typing has not given up the text. */
void
guatu_task_table_editing_leave (GuatuTaskTable *self)
{
  if (self->editor != NULL && !self->committing && self->held_text == NULL)
    leave_text (self, self->edited_key, self->edited_column, gtk_editable_get_text (GTK_EDITABLE (self->editor)));
  guatu_task_table_editing_end (self);
}

/* While rows change ---------------------------------------------------------------------------------- */

/* Others have changed the plan. A list that finds its rows elsewhere makes their cells anew: what is being typed, and
 * the row that the keyboard is in, are held meanwhile. */
void
guatu_task_table_editing_hold (GuatuTaskTable *self)
{
  GuatuTableCell *cell = guatu_task_table_focused_cell (self);

  self->held_place = cell != NULL ? (int) guatu_task_row_get_place (guatu_table_cell_get_row (cell)) : -1;
  if (self->editor == NULL || self->committing)
    return;
  self->held_text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor)));
  self->held_cursor = gtk_editable_get_position (GTK_EDITABLE (self->editor));
}

static void
edit_on (GuatuTaskTable  *self,
         gint64           key,
         GuatuColumnKind  column,
         const char      *text)
{
  GtkWidget *cell;

  guatu_task_table_go_to (self, key, column);
  cell = guatu_task_table_find_cell (self, key, column);
  if (cell != NULL)
    guatu_task_table_editing_begin (self, GUATU_TABLE_CELL (cell), text);
  if (self->editor != NULL)
    gtk_editable_set_position (GTK_EDITABLE (self->editor), self->held_cursor);
  else
    leave_text (self, key, column, text);
}

/* The row that has come into its place has the keyboard. */
static void
focus_on (GuatuTaskTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  int last = (int) g_list_model_get_n_items (G_LIST_MODEL (self->model)) - 1, place = MIN (self->held_place, last);

  if (place >= 0 && root != NULL && gtk_root_get_focus (root) == NULL)
    guatu_task_table_go_to (self, guatu_row_model_get_key (self->model, (guint) place), self->current);
}

void
guatu_task_table_editing_resume (GuatuTaskTable *self)
{
  g_autofree char *text = g_steal_pointer (&self->held_text);

  if (text != NULL && self->editor == NULL)
    {
      if (guatu_row_model_find (self->model, self->edited_key) >= 0)
        edit_on (self, self->edited_key, self->edited_column, text);
      else
        leave_text (self, self->edited_key, self->edited_column, text);
    }
  focus_on (self);
}

/* Committing ------------------------------------------------------------------------------------------- */

/* At the cell while somebody is there to mend the text; elsewhere for all to see. */
static void
refuse (GuatuTaskTable *self,
        const char     *message)
{
  gtk_widget_add_css_class (self->editor, "refused");
  if (gtk_widget_has_focus (self->editor))
    guatu_table_cell_complain (self->edited, message);
  else
    guatu_task_table_fail (self, message);
}

/* Answers whether the text was taken; if not the edit goes on, and the cell says why. */
gboolean
guatu_task_table_editing_commit (GuatuTaskTable *self)
{
  g_autofree char *text = NULL;
  g_autoptr(GuatuTaskTable) held = g_object_ref (self);
  g_autoptr(GtkWidget) editor = NULL;
  g_autoptr(GError) error = NULL;
  gboolean done;

  if (self->editor == NULL || self->committing)
    return TRUE;

  self->committing = TRUE;
  editor = g_object_ref (self->editor);
  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (editor)));
  if (self->edited_key == GUATU_NEW_ROW_KEY)
    done = add_task (self, text, &error);
  else
    done = guatu_task_edit_commit (guatu_battle_view_get_document (self->view), self->edited_key, self->edited_column,
                                   text, guatu_today (), &error);

  self->committing = FALSE;

  /* What came of the edit may have taken the cell away already. */
  if (done)
    guatu_task_table_editing_end (self);
  else if (self->editor != NULL)
    refuse (self, error != NULL ? error->message : _("This cannot be changed."));

  return done;
}

/* The next cell in this direction in which something can be typed; of the row's last one the next row's first. */
static void
edit_next (GuatuTaskTable *self,
           gint64          key,
           GuatuColumnKind column,
           int             step)
{
  for (guint i = 0; i < GUATU_N_COLUMNS; i++)
    {
      GuatuColumnKind next = guatu_task_table_next_column (self, column, step);

      if (next == column)
        break;
      column = next;
      if (guatu_task_table_edit (self, key, column))
        return;
    }
  guatu_task_table_go_to (self, key, column);
}

gboolean
guatu_task_table_editing_key (GuatuTaskTable *self,
                              guint           key,
                              GdkModifierType state)
{
  gint64 row = self->edited_key;
  GuatuColumnKind column = self->edited_column;

  if (self->editor == NULL)
    return FALSE;
  if (guatu_task_table_choices_key (self, key))
    return TRUE;

  switch (key)
    {
    case GDK_KEY_Escape:
      guatu_task_table_editing_end (self);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      if (guatu_task_table_editing_commit (self))
        edit_next (self, row, column, key == GDK_KEY_ISO_Left_Tab || state & GDK_SHIFT_MASK ? -1 : 1);
      return TRUE;
    case GDK_KEY_a:
    case GDK_KEY_slash:
    case GDK_KEY_backslash:
    case GDK_KEY_x:
    case GDK_KEY_c:
    case GDK_KEY_v:
    case GDK_KEY_d:
      /* What the text leaves over is not meant for the list, which would select all rows, or copy them. */
      return (state & GDK_CONTROL_MASK) != 0;
    default:
      return FALSE;
    }
}

void
guatu_task_table_editing_root (GuatuTaskTable *self)
{
  g_signal_connect_swapped (gtk_widget_get_root (GTK_WIDGET (self)), "notify::focus-widget", G_CALLBACK (focus_cb),
                            self);
}

void
guatu_task_table_editing_unroot (GuatuTaskTable *self)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (GTK_WIDGET (self)), focus_cb, self);
}
