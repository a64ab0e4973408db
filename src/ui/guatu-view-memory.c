/* guatu-view-memory.c — reads the view of a battle map from the plan's file, and writes what has changed of it. */
#include "guatu-view-memory.h"

#include <math.h>

#include "guatu-chart-names.h"
#include "guatu-store.h"
#include "guatu-task-row.h"
#include "guatu-view-json.h"

/* Milliseconds after the last change, and after another program would not let go of the file. */
#define QUIET 1500
#define BUSY 4000

/* Frames after which a map that comes into sight stands as it will stand. */
#define FRAMES 5

#define MOST_SELECTED 500
#define MOST_WIDTH 20000

typedef enum { ROWS, LOOK, COLUMNS, PLACE, N_KEYS } Key;

static const char * const keys[N_KEYS] = { "battle-map-rows", "battle-map-look", "battle-map-columns",
                                           "battle-map-place" };

struct _GuatuViewMemory
{
  GObject          parent_instance;

  /* Owned references */
  GuatuBattleView *view;

  /* Borrowed; %NULL: no more */
  GuatuTaskTable  *table;
  GuatuTimeline   *timeline;
  GtkPaned        *panes;
  GtkRevealer     *inspector;

  char            *known[N_KEYS];   /* what the file says, or would have said; %NULL: the map has not been seen yet */
  gboolean         has_divider;
  gboolean         has_inspector;
  guint            timer;
  guint            tick;
  guint            frames;          /* seen so far */
  gint64           top;             /* the task to scroll to when there is something to scroll; 0: none */
  int              above;           /* rows that the topmost is above that */
};

G_DEFINE_FINAL_TYPE (GuatuViewMemory, guatu_view_memory, G_TYPE_OBJECT)

static GuatuDocument *
document_of (GuatuViewMemory *self)
{
  return guatu_battle_view_get_document (self->view);
}

/* Columns -------------------------------------------------------------------------------------------- */

/* A custom field is called by its id: its name may be another by then. */
static void
write_name (GuatuViewMemory *self,
            GuatuColumnKind  kind,
            JsonObject      *column)
{
  const GuatuPlan *plan = guatu_document_get_plan (document_of (self));
  gint32 field = guatu_column_field (plan, kind);

  if (field >= 0)
    guatu_view_json_set_id (column, "field", guatu_plan_id (plan, GUATU_TABLE_CUSTOM_FIELD, field));
  else if (kind < GUATU_COLUMN_CUSTOM)
    json_object_set_string_member (column, "name", guatu_column_names ()[kind]);
}

static JsonObject *
write_columns (GuatuViewMemory *self)
{
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  for (int place = 0; place < GUATU_N_COLUMNS; place++)
    for (guint kind = 0; kind < GUATU_N_COLUMNS; kind++)
      if (guatu_task_table_get_place (self->table, (GuatuColumnKind) kind) == place)
        {
          int width = guatu_task_table_get_column_width (self->table, (GuatuColumnKind) kind);
          JsonObject *column = json_object_new ();

          write_name (self, (GuatuColumnKind) kind, column);
          if (width > 0)
            json_object_set_int_member (column, "width", width);
          json_array_add_object_element (array, column);
        }
  json_object_set_array_member (object, "columns", array);

  return object;
}

static int
read_name (GuatuViewMemory *self,
           JsonObject      *column)
{
  const GuatuPlan *plan = guatu_document_get_plan (document_of (self));
  const char *name = guatu_view_json_text (column, "name");
  gint32 field = guatu_plan_find (plan, GUATU_TABLE_CUSTOM_FIELD, guatu_view_json_id (column, "field"));
  GuatuColumnKind kind = field >= 0 ? guatu_column_of_field (field) : GUATU_N_COLUMNS;

  if (name != NULL)
    return guatu_name_find (guatu_column_names (), name);

  return kind < GUATU_N_COLUMNS ? (int) kind : -1;
}

static void
read_column (GuatuViewMemory *self,
             JsonObject      *object,
             int             *place,
             gboolean        *seen)
{
  int kind = read_name (self, object);
  double width = guatu_view_json_number (object, "width");

  if (kind < 0 || !guatu_task_table_has_column (self->table, (GuatuColumnKind) kind) || seen[kind])
    return;
  seen[kind] = TRUE;
  guatu_task_table_show_column (self->table, (GuatuColumnKind) kind, TRUE);
  guatu_task_table_move_column (self->table, (GuatuColumnKind) kind, (*place)++);
  if (width >= 1 && width <= MOST_WIDTH)
    guatu_task_table_set_column_width (self->table, (GuatuColumnKind) kind, (int) width);
}

static void
read_columns (GuatuViewMemory *self,
              JsonObject      *object)
{
  JsonNode *node = json_object_get_member (object, "columns");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  gboolean seen[GUATU_N_COLUMNS] = { FALSE };
  int place = 0;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (array, i)))
      read_column (self, json_array_get_object_element (array, i), &place, seen);
  for (guint kind = 0; kind < GUATU_N_COLUMNS && place > 0; kind++)
    if (guatu_task_table_has_column (self->table, (GuatuColumnKind) kind) && !seen[kind])
      guatu_task_table_show_column (self->table, (GuatuColumnKind) kind, FALSE);
}

/* Place ---------------------------------------------------------------------------------------------- */

/* The first task that is seen, or comes below the headings that are. */
static void
write_top (GuatuViewMemory *self,
           JsonObject      *object)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  double top = gtk_adjustment_get_value (guatu_timeline_get_down (self->timeline)) / chart->row_height;
  guint first = (guint) MAX (top + 0.5, 0);

  for (guint row = first; row < chart->rows->n && first > 0; row++)
    if (chart->rows->rows[row].task >= 0)
      {
        guatu_view_json_set_id (object, "top", guatu_plan_id (chart->plan, GUATU_TABLE_TASK,
                                                              chart->rows->rows[row].task));
        json_object_set_int_member (object, "above", row - first);
        return;
      }
}

static void
write_selected (GuatuViewMemory *self,
                JsonObject      *object)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (guatu_battle_view_n_selected (self->view) == 0 || guatu_battle_view_n_selected (self->view) > MOST_SELECTED)
    return;
  for (guint row = 0; row < chart->rows->n; row++)
    {
      gint32 task = chart->rows->rows[row].task;
      gint64 id = task >= 0 ? guatu_plan_id (chart->plan, GUATU_TABLE_TASK, task) : 0;

      if (id != 0 && guatu_battle_view_is_selected (self->view, id))
        g_array_append_val (ids, id);
    }
  guatu_view_json_set_ids (object, "selected", ids);
}

static JsonObject *
write_place (GuatuViewMemory *self)
{
  JsonObject *object = json_object_new ();
  double width = gtk_widget_get_width (GTK_WIDGET (self->timeline));

  if (guatu_timeline_fits (self->timeline))
    {
      json_object_set_boolean_member (object, "fits", TRUE);
    }
  else
    {
      json_object_set_double_member (object, "zoom", guatu_battle_view_get_zoom (self->view));
      guatu_view_json_set_instant (object, "from", (GuatuInstant) guatu_timeline_date_at (self->timeline, 0));
      guatu_view_json_set_instant (object, "to", (GuatuInstant) guatu_timeline_date_at (self->timeline, width));
    }
  if (self->has_divider)
    json_object_set_int_member (object, "divider", gtk_paned_get_position (self->panes));
  json_object_set_boolean_member (object, "inspector", gtk_revealer_get_reveal_child (self->inspector));
  write_top (self, object);
  write_selected (self, object);

  return object;
}

static void
read_dates (GuatuViewMemory *self,
            JsonObject      *object)
{
  double zoom = guatu_view_json_number (object, "zoom");
  GuatuInstant from = guatu_view_json_instant (object, "from"), to = guatu_view_json_instant (object, "to");

  if (guatu_view_json_flag (object, "fits", FALSE))
    guatu_timeline_fit (self->timeline);
  else if (isfinite (zoom) && zoom > 0 && from != GUATU_NONE)
    guatu_timeline_look_at (self->timeline, guatu_battle_view_clamp_zoom (zoom), from,
                            to != GUATU_NONE ? MAX (from, to) : from);
}

static void
read_selected (GuatuViewMemory *self,
               JsonObject      *object)
{
  const GuatuPlan *plan = guatu_document_get_plan (document_of (self));
  g_autoptr(GArray) ids = guatu_view_json_ids (object, "selected");
  guint n = 0;

  for (guint i = 0; i < ids->len && n < MOST_SELECTED; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (id > 0 && guatu_plan_find (plan, GUATU_TABLE_TASK, id) >= 0)
        g_array_index (ids, gint64, n++) = id;
    }
  if (n > 0)
    guatu_battle_view_select (self->view, (const gint64 *) (gconstpointer) ids->data, n);
}

static void
read_place (GuatuViewMemory *self,
            JsonObject      *object)
{
  double divider = guatu_view_json_number (object, "divider"), above = guatu_view_json_number (object, "above");
  JsonNode *inspector = json_object_get_member (object, "inspector");

  read_dates (self, object);
  if (divider >= 1 && divider <= MOST_WIDTH)
    {
      gtk_paned_set_position (self->panes, (int) divider);
      self->has_divider = TRUE;
    }
  if (inspector != NULL && JSON_NODE_HOLDS_VALUE (inspector) && json_node_get_value_type (inspector) == G_TYPE_BOOLEAN)
    {
      gtk_revealer_set_reveal_child (self->inspector, json_node_get_boolean (inspector));
      self->has_inspector = TRUE;
    }
  self->top = guatu_view_json_id (object, "top");
  self->above = above >= 0 && above <= 1000 ? (int) above : 0;
  read_selected (self, object);
}

/* A list that comes into sight goes to its beginning, so it is told again as long as that may be. */
static void
scroll (GuatuViewMemory *self)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  GtkAdjustment *down = guatu_timeline_get_down (self->timeline);
  gint32 task = self->top > 0 ? guatu_plan_find (chart->plan, GUATU_TABLE_TASK, self->top) : -1;
  int place = task >= 0 ? chart->rows->places[task] : -1;
  double value = MAX (place - self->above, 0) * chart->row_height;

  if (place >= 0 && gtk_adjustment_get_upper (down) >= value + chart->row_height
      && gtk_adjustment_get_value (down) != value)
    gtk_adjustment_set_value (down, value);
}

/* Writing -------------------------------------------------------------------------------------------- */

static char *
write_key (GuatuViewMemory *self,
           Key              key)
{
  g_autoptr(JsonObject) object = key == ROWS ? guatu_view_json_write_rows (self->view)
                                 : key == LOOK ? guatu_view_json_write_look (self->view)
                                 : key == COLUMNS ? write_columns (self) : write_place (self);

  return guatu_view_json_print (object);
}

static gboolean quiet_cb (gpointer data);

static void
begin_timer (GuatuViewMemory *self,
             guint            milliseconds)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (milliseconds, quiet_cb, self);
}

void
guatu_view_memory_save (GuatuViewMemory *self)
{
  g_return_if_fail (GUATU_IS_VIEW_MEMORY (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  for (guint key = 0; key < N_KEYS && self->table != NULL; key++)
    {
      g_autofree char *text = self->known[key] != NULL ? write_key (self, (Key) key) : NULL;
      g_autoptr(GError) error = NULL;

      if (g_strcmp0 (text, self->known[key]) == 0)
        continue;
      if (guatu_document_set_view_state (document_of (self), keys[key], text, &error))
        {
          g_free (self->known[key]);
          self->known[key] = g_steal_pointer (&text);
        }
      else if (g_error_matches (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_BUSY))
        {
          begin_timer (self, BUSY);
        }
      else
        {
          /* A view is not worth a word to whoever looks; the next edit will tell what is wrong with the file. */
          g_debug ("The view cannot be kept: %s", error->message);
        }
    }
}

static gboolean
quiet_cb (gpointer data)
{
  GuatuViewMemory *self = data;

  self->timer = 0;
  guatu_view_memory_save (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (GuatuViewMemory *self)
{
  if (self->known[0] != NULL && self->table != NULL)
    begin_timer (self, QUIET);
}

/* The beginning -------------------------------------------------------------------------------------- */

static gboolean
frame_cb (GtkWidget     *table,
          GdkFrameClock *clock,
          gpointer       data)
{
  GuatuViewMemory *self = data;

  self->frames++;
  scroll (self);
  if (self->frames < FRAMES)
    return G_SOURCE_CONTINUE;

  /* What stands here without anybody's doing is not worth writing. */
  for (guint key = 0; key < N_KEYS; key++)
    self->known[key] = write_key (self, (Key) key);
  self->tick = 0;

  return G_SOURCE_REMOVE;
}

static void
read_all (GuatuViewMemory *self)
{
  for (guint key = 0; key < N_KEYS; key++)
    {
      g_autofree char *text = guatu_document_get_view_state (document_of (self), keys[key], NULL);
      g_autoptr(JsonObject) object = guatu_view_json_parse (text);

      if (object == NULL)
        continue;
      if (key == ROWS)
        guatu_view_json_read_rows (self->view, object);
      else if (key == LOOK)
        guatu_view_json_read_look (self->view, object);
      else if (key == COLUMNS)
        read_columns (self, object);
      else
        read_place (self, object);
    }
}

static void
watch (GuatuViewMemory *self,
       gpointer         object,
       const char      *signal)
{
  g_signal_connect_object (object, signal, G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

void
guatu_view_memory_stop (GuatuViewMemory *self)
{
  g_return_if_fail (GUATU_IS_VIEW_MEMORY (self));

  if (self->table == NULL)
    return;
  guatu_view_memory_save (self);
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->table), self->tick);
  self->tick = 0;
  self->table = NULL;
}

static void
guatu_view_memory_dispose (GObject *object)
{
  GuatuViewMemory *self = GUATU_VIEW_MEMORY (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  for (guint key = 0; key < N_KEYS; key++)
    g_clear_pointer (&self->known[key], g_free);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (guatu_view_memory_parent_class)->dispose (object);
}

static void
guatu_view_memory_class_init (GuatuViewMemoryClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_view_memory_dispose;
}

static void
guatu_view_memory_init (GuatuViewMemory *self)
{
}

GuatuViewMemory *
guatu_view_memory_new (GuatuBattleView *view,
                       GuatuTaskTable  *table,
                       GuatuTimeline   *timeline,
                       GtkPaned        *panes,
                       GtkRevealer     *inspector)
{
  static const char * const of_view[] = { "rows-changed", "scale-changed", "look-changed", "selection-changed" };
  GuatuViewMemory *self = g_object_new (GUATU_TYPE_VIEW_MEMORY, NULL);

  self->view = g_object_ref (view);
  self->table = table;
  self->timeline = timeline;
  self->panes = panes;
  self->inspector = inspector;
  read_all (self);
  for (guint i = 0; i < G_N_ELEMENTS (of_view); i++)
    watch (self, view, of_view[i]);
  watch (self, table, "columns-changed");
  watch (self, guatu_timeline_get_across (timeline), "value-changed");
  watch (self, guatu_timeline_get_down (timeline), "value-changed");
  watch (self, panes, "notify::position");
  watch (self, inspector, "notify::reveal-child");
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (table), frame_cb, self, NULL);

  return self;
}

gboolean
guatu_view_memory_has_divider (GuatuViewMemory *self)
{
  g_return_val_if_fail (GUATU_IS_VIEW_MEMORY (self), FALSE);

  return self->has_divider;
}

gboolean
guatu_view_memory_has_inspector (GuatuViewMemory *self)
{
  g_return_val_if_fail (GUATU_IS_VIEW_MEMORY (self), FALSE);

  return self->has_inspector;
}

void
guatu_view_memory_keep_divider (GuatuViewMemory *self)
{
  g_return_if_fail (GUATU_IS_VIEW_MEMORY (self));

  self->has_divider = TRUE;
}
