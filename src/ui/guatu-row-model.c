/* guatu-row-model.c — tells a list view of a battle view's rows, in small steps. */
#include "guatu-row-model.h"

struct _GuatuRowModel
{
  GObject          parent_instance;

  /* Owned references */
  GuatuBattleView *view;

  GArray          *keys;        /* of the rows that listeners know, gint64 */
  GHashTable      *objects;     /* key → the row object that somebody holds; borrowed */
  gboolean         new_row;
};

static void guatu_row_model_list_init      (GListModelInterface        *interface);
static void guatu_row_model_selection_init (GtkSelectionModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GuatuRowModel, guatu_row_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, guatu_row_model_list_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, guatu_row_model_selection_init))

static gint64
key_at (GuatuRowModel *self,
        guint          place)
{
  return g_array_index (self->keys, gint64, place);
}

/* Rows --------------------------------------------------------------------------------------------------- */

static GArray *
read_keys (GuatuRowModel *self)
{
  const GuatuRows *rows = guatu_battle_view_get_rows (self->view);
  const GuatuTask *tasks = guatu_plan_tasks (guatu_battle_view_get_chart (self->view)->plan);
  GArray *keys = g_array_sized_new (FALSE, FALSE, sizeof (gint64), rows->n + 1);
  gint64 new_row = GUATU_NEW_ROW_KEY;

  for (guint i = 0; i < rows->n; i++)
    {
      const GuatuRow *row = &rows->rows[i];
      gint64 key = row->task >= 0 ? tasks[row->task].id : guatu_heading_key (rows->groups[row->group].key);

      g_array_append_val (keys, key);
    }
  if (self->new_row)
    g_array_append_val (keys, new_row);

  return keys;
}

static int
find_heading (const GuatuRows *rows,
              gint64           key)
{
  for (guint i = 0; i < rows->n_groups && !rows->merged; i++)
    if (guatu_heading_key (rows->groups[i].key) == key)
      return (int) rows->groups[i].first;

  return -1;
}

int
guatu_row_model_find (GuatuRowModel *self,
                      gint64         key)
{
  const GuatuRows *rows;
  gint32 task;

  g_return_val_if_fail (GUATU_IS_ROW_MODEL (self), -1);

  rows = guatu_battle_view_get_rows (self->view);
  if (key == GUATU_NEW_ROW_KEY)
    return self->new_row ? (int) rows->n : -1;
  if (key < 0)
    return find_heading (rows, key);
  task = guatu_plan_find (guatu_battle_view_get_chart (self->view)->plan, GUATU_TABLE_TASK, key);

  return task >= 0 ? rows->places[task] : -1;
}

gint64
guatu_row_model_get_key (GuatuRowModel *self,
                         guint          place)
{
  g_return_val_if_fail (GUATU_IS_ROW_MODEL (self), GUATU_NEW_ROW_KEY);
  g_return_val_if_fail (place < self->keys->len, GUATU_NEW_ROW_KEY);

  return key_at (self, place);
}

/* Places first, all of them, so that whoever hears of a change finds every row where it is. */
static GPtrArray *
move_objects (GuatuRowModel *self)
{
  GPtrArray *there = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer object;

  g_hash_table_iter_init (&iter, self->objects);
  while (g_hash_table_iter_next (&iter, NULL, &object))
    {
      int place = guatu_row_model_find (self, guatu_task_row_get_key (object));

      if (place < 0)
        continue;
      guatu_task_row_set_place (object, (guint) place);
      g_ptr_array_add (there, g_object_ref (object));
    }

  return there;
}

static void
rows_changed_cb (GuatuRowModel *self)
{
  g_autoptr(GArray) old = g_steal_pointer (&self->keys);
  g_autoptr(GPtrArray) there = NULL;
  guint same = 0, same_behind = 0, least;

  self->keys = read_keys (self);
  least = MIN (old->len, self->keys->len);
  while (same < least && g_array_index (old, gint64, same) == key_at (self, same))
    same++;
  while (same_behind < least - same &&
         g_array_index (old, gint64, old->len - 1 - same_behind) == key_at (self, self->keys->len - 1 - same_behind))
    same_behind++;

  there = move_objects (self);
  if (same + same_behind < MAX (old->len, self->keys->len))
    g_list_model_items_changed (G_LIST_MODEL (self), same, old->len - same - same_behind,
                                self->keys->len - same - same_behind);
  for (guint i = 0; i < there->len; i++)
    guatu_task_row_changed (there->pdata[i]);
}

/* The list ----------------------------------------------------------------------------------------------- */

static GType
guatu_row_model_get_item_type (GListModel *list)
{
  return GUATU_TYPE_TASK_ROW;
}

static guint
guatu_row_model_get_n_items (GListModel *list)
{
  return GUATU_ROW_MODEL (list)->keys->len;
}

static gint64 *
copy_key (gint64 key)
{
  return g_memdup2 (&key, sizeof key);
}

static void
object_gone_cb (gpointer data,
                GObject *object)
{
  GuatuRowModel *self = data;
  GHashTableIter iter;
  gpointer value;

  /* It is no object any more that could be asked for its key. */
  g_hash_table_iter_init (&iter, self->objects);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (value == (gpointer) object)
      {
        g_hash_table_iter_remove (&iter);
        return;
      }
}

static gpointer
guatu_row_model_get_item (GListModel *list,
                          guint       place)
{
  GuatuRowModel *self = GUATU_ROW_MODEL (list);
  GuatuTaskRow *object;
  gint64 key;

  if (place >= self->keys->len)
    return NULL;

  key = key_at (self, place);
  object = g_hash_table_lookup (self->objects, &key);
  if (object != NULL)
    {
      guatu_task_row_set_place (object, place);
      return g_object_ref (object);
    }
  object = guatu_task_row_new (key, place);
  g_hash_table_insert (self->objects, copy_key (key), object);
  g_object_weak_ref (G_OBJECT (object), object_gone_cb, self);

  return object;
}

static void
guatu_row_model_list_init (GListModelInterface *interface)
{
  interface->get_item_type = guatu_row_model_get_item_type;
  interface->get_n_items = guatu_row_model_get_n_items;
  interface->get_item = guatu_row_model_get_item;
}

/* What is selected --------------------------------------------------------------------------------------- */

static gboolean
guatu_row_model_is_selected (GtkSelectionModel *model,
                             guint              place)
{
  GuatuRowModel *self = GUATU_ROW_MODEL (model);

  return place < self->keys->len && guatu_battle_view_is_selected (self->view, key_at (self, place));
}

static GtkBitset *
guatu_row_model_get_selection_in_range (GtkSelectionModel *model,
                                        guint              place,
                                        guint              n)
{
  GuatuRowModel *self = GUATU_ROW_MODEL (model);
  GtkBitset *selected = gtk_bitset_new_empty ();
  guint end = MIN (place + n, self->keys->len);

  for (guint i = place; i < end && guatu_battle_view_n_selected (self->view) > 0; i++)
    if (guatu_battle_view_is_selected (self->view, key_at (self, i)))
      gtk_bitset_add (selected, i);

  return selected;
}

/* Within @mask as @selected says, elsewhere as it was. */
static gboolean
guatu_row_model_set_selection (GtkSelectionModel *model,
                               GtkBitset         *selected,
                               GtkBitset         *mask)
{
  GuatuRowModel *self = GUATU_ROW_MODEL (model);
  g_autoptr(GtkBitset) all = guatu_row_model_get_selection_in_range (model, 0, self->keys->len);
  g_autoptr(GtkBitset) within = gtk_bitset_copy (selected);
  g_autoptr(GArray) tasks = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter iter;
  gboolean more;
  guint place;

  gtk_bitset_intersect (within, mask);
  gtk_bitset_subtract (all, mask);
  gtk_bitset_union (all, within);
  for (more = gtk_bitset_iter_init_first (&iter, all, &place); more; more = gtk_bitset_iter_next (&iter, &place))
    if (place < self->keys->len && key_at (self, place) > 0)
      g_array_append_vals (tasks, &g_array_index (self->keys, gint64, place), 1);
  guatu_battle_view_select (self->view, (const gint64 *) (gpointer) tasks->data, tasks->len);

  return TRUE;
}

static void
guatu_row_model_selection_init (GtkSelectionModelInterface *interface)
{
  interface->is_selected = guatu_row_model_is_selected;
  interface->get_selection_in_range = guatu_row_model_get_selection_in_range;
  interface->set_selection = guatu_row_model_set_selection;
}

static void
selection_changed_cb (GuatuRowModel *self)
{
  if (self->keys->len > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, self->keys->len);
}

/* The class ---------------------------------------------------------------------------------------------- */

static void
guatu_row_model_dispose (GObject *object)
{
  GuatuRowModel *self = GUATU_ROW_MODEL (object);
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->objects);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      g_object_weak_unref (row, object_gone_cb, self);
      g_hash_table_iter_remove (&iter);
    }
  g_clear_object (&self->view);

  G_OBJECT_CLASS (guatu_row_model_parent_class)->dispose (object);
}

static void
guatu_row_model_finalize (GObject *object)
{
  GuatuRowModel *self = GUATU_ROW_MODEL (object);

  g_array_unref (self->keys);
  g_hash_table_unref (self->objects);

  G_OBJECT_CLASS (guatu_row_model_parent_class)->finalize (object);
}

static void
guatu_row_model_class_init (GuatuRowModelClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_row_model_dispose;
  G_OBJECT_CLASS (class)->finalize = guatu_row_model_finalize;
}

static void
guatu_row_model_init (GuatuRowModel *self)
{
  self->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->objects = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

GuatuRowModel *
guatu_row_model_new (GuatuBattleView *view,
                     gboolean         new_row)
{
  GuatuRowModel *self = g_object_new (GUATU_TYPE_ROW_MODEL, NULL);

  self->view = g_object_ref (view);
  self->new_row = new_row;
  g_array_unref (self->keys);
  self->keys = read_keys (self);
  g_signal_connect_object (view, "rows-changed", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}
