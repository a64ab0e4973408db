/* guatu-task-table-clipboard.c — rows cut, copied, pasted and duplicated. */
#include <glib/gi18n.h>

#include "guatu-task-table-private.h"
#include "guatu-task-clipboard.h"
#include "guatu-task-edit.h"

#define IDS(array) ((const gint64 *) (gpointer) (array)->data)

static GuatuDocument *
document_of (GuatuTaskTable *self)
{
  return guatu_battle_view_get_document (self->view);
}

static GdkContentProvider *
make_content (GuatuTaskTable *self,
              const GArray   *tasks,
              gboolean        progress)
{
  GuatuColumnKind columns[GUATU_N_COLUMNS];
  guint n = guatu_task_table_get_shown (self, columns);

  return guatu_task_clipboard_content (document_of (self), guatu_battle_view_get_chart (self->view), IDS (tasks),
                                       tasks->len, columns, n, progress);
}

static void
copy_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  GuatuTaskTable *self = GUATU_TASK_TABLE (widget);
  g_autoptr(GArray) tasks = guatu_task_table_tasks_meant (self);
  g_autoptr(GdkContentProvider) content = NULL;

  if (tasks->len == 0 || !guatu_task_table_editing_commit (self))
    return;
  content = make_content (self, tasks, FALSE);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
}

/* What cannot be taken away does not go to the clipboard either. */
static void
cut_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  GuatuTaskTable *self = GUATU_TASK_TABLE (widget);
  g_autoptr(GArray) tasks = guatu_task_table_tasks_meant (self);
  gboolean focused = guatu_task_table_focused_cell (self) != NULL;
  g_autoptr(GdkContentProvider) content = NULL;
  g_autoptr(GError) error = NULL;
  int place;

  if (tasks->len == 0 || !guatu_task_table_editing_commit (self))
    return;
  content = make_content (self, tasks, TRUE);
  place = guatu_row_model_find (self->model, g_array_index (tasks, gint64, 0));
  if (!guatu_document_cut_tasks (document_of (self), IDS (tasks), tasks->len, &error))
    {
      guatu_task_table_fail (self, error->message);
      return;
    }
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
  place = MIN (place, (int) g_list_model_get_n_items (G_LIST_MODEL (self->model)) - 1);
  if (place >= 0 && focused)
    guatu_task_table_go_to (self, guatu_row_model_get_key (self->model, (guint) place), self->current);
}

/* Selects those of the new tasks that lie below no other, and goes to the first. */
static void
show_made (GuatuTaskTable *self,
           const GArray   *made,
           gboolean        focused)
{
  const GuatuPlan *plan = guatu_document_get_plan (document_of (self));
  g_autoptr(GHashTable) all = g_hash_table_new (NULL, NULL);
  g_autoptr(GArray) roots = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < made->len; i++)
    {
      gint64 id = g_array_index (made, gint64, i);
      gint32 row = guatu_plan_find (plan, GUATU_TABLE_TASK, id);

      if (row < 0)
        continue;
      g_hash_table_add (all, GINT_TO_POINTER (row + 1));
      if (!g_hash_table_contains (all, GINT_TO_POINTER (guatu_plan_task (plan, row)->parent + 1)))
        g_array_append_val (roots, id);
    }
  if (roots->len == 0)
    return;
  guatu_battle_view_select (self->view, IDS (roots), roots->len);
  if (focused)
    guatu_task_table_go_to (self, g_array_index (roots, gint64, 0), self->current);
}

/* Behind the last task that is meant, at its level; where none is, behind all others. */
static void
find_place (GuatuTaskTable *self,
            gint64         *parent,
            gint64         *before)
{
  const GuatuPlan *plan = guatu_document_get_plan (document_of (self));
  g_autoptr(GArray) tasks = guatu_task_table_tasks_meant (self);
  gint32 last = -1;

  *parent = *before = 0;
  for (guint i = 0; i < tasks->len; i++)
    {
      gint32 row = guatu_plan_find (plan, GUATU_TABLE_TASK, g_array_index (tasks, gint64, i));

      if (row >= 0 && (last < 0 || guatu_plan_task_place (plan, row) > guatu_plan_task_place (plan, last)))
        last = row;
    }
  if (last < 0)
    return;
  if (guatu_plan_task (plan, last)->parent >= 0)
    *parent = guatu_plan_id (plan, GUATU_TABLE_TASK, guatu_plan_task (plan, last)->parent);
  if (guatu_plan_task (plan, last)->next_sibling >= 0)
    *before = guatu_plan_id (plan, GUATU_TABLE_TASK, guatu_plan_task (plan, last)->next_sibling);
}

static void
paste (GuatuTaskTable *self,
       GBytes         *bytes,
       gboolean        own)
{
  g_autoptr(GArray) made = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean focused = guatu_task_table_focused_cell (self) != NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *remark = NULL, *left_out = NULL;
  gint64 parent, before;

  find_place (self, &parent, &before);
  if (!guatu_task_clipboard_paste (document_of (self), bytes, own, parent, before, guatu_today (), made, &remark,
                                   &error))
    {
      guatu_task_table_fail (self, error->message);
      return;
    }
  show_made (self, made, focused);
  if (own)
    left_out = guatu_task_clipboard_left_out (gtk_widget_get_clipboard (GTK_WIDGET (self)), document_of (self));
  if (left_out != NULL)
    guatu_task_table_fail (self, left_out);
  if (remark != NULL)
    guatu_task_table_fail (self, remark);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(GuatuTaskTable) self = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  gboolean own;

  bytes = guatu_task_clipboard_read_finish (result, &own, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->view == NULL)
    return;
  g_clear_object (&self->reading);
  if (bytes == NULL)
    guatu_task_table_fail (self, error->message);
  else
    paste (self, bytes, own);
}

/* Who asks again has waited too long for the first answer. */
static void
paste_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  GuatuTaskTable *self = GUATU_TASK_TABLE (widget);

  if (!guatu_task_table_editing_commit (self))
    return;
  guatu_task_table_clipboard_stop (self);
  self->reading = g_cancellable_new ();
  guatu_task_clipboard_read (gtk_widget_get_clipboard (widget), self->reading, read_cb, g_object_ref (self));
}

static void
duplicate_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  GuatuTaskTable *self = GUATU_TASK_TABLE (widget);
  g_autoptr(GArray) tasks = guatu_task_table_tasks_meant (self);
  g_autoptr(GArray) made = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean focused = guatu_task_table_focused_cell (self) != NULL;
  g_autoptr(GError) error = NULL;

  if (tasks->len == 0 || !guatu_task_table_editing_commit (self))
    return;
  if (guatu_document_duplicate_tasks (document_of (self), IDS (tasks), tasks->len, made, &error))
    show_made (self, made, focused);
  else
    guatu_task_table_fail (self, error->message);
}

void
guatu_task_table_clipboard_class_init (GtkWidgetClass *class)
{
  static const struct { const char *action; GtkWidgetActionActivateFunc activate; guint key; GdkModifierType state; }
  actions[] = {
    { "table.cut", cut_cb, GDK_KEY_x, GDK_CONTROL_MASK },
    { "table.copy", copy_cb, GDK_KEY_c, GDK_CONTROL_MASK },
    { "table.paste", paste_cb, GDK_KEY_v, GDK_CONTROL_MASK },
    { "table.duplicate", duplicate_cb, GDK_KEY_d, GDK_CONTROL_MASK },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (class, actions[i].action, NULL, actions[i].activate);
      gtk_widget_class_add_binding_action (class, actions[i].key, actions[i].state, actions[i].action, NULL);
    }
  /* As keyboards for offices have them. */
  gtk_widget_class_add_binding_action (class, GDK_KEY_Delete, GDK_SHIFT_MASK, "table.cut", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_Insert, GDK_CONTROL_MASK, "table.copy", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_Insert, GDK_SHIFT_MASK, "table.paste", NULL);
}

void
guatu_task_table_clipboard_init (GuatuTaskTable *self)
{
  guatu_task_table_update_actions (self);
}

void
guatu_task_table_clipboard_stop (GuatuTaskTable *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}
