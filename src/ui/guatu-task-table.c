/* guatu-task-table.c — a column view over the rows of a battle view: columns, headings, sorting. */
#include "guatu-task-table.h"

#include <glib/gi18n.h>

#include "guatu-task-table-private.h"

G_DEFINE_FINAL_TYPE (GuatuTaskTable, guatu_task_table, GTK_TYPE_WIDGET)

enum { REMOVED, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* In their order from the start. The category is a column of paper: on screen its rows have headings. */
const GuatuColumnKind guatu_task_table_kinds[] = {
  GUATU_COLUMN_NUMBER, GUATU_COLUMN_WBS, GUATU_COLUMN_NAME, GUATU_COLUMN_LEAD_UNIT, GUATU_COLUMN_OWNER,
  GUATU_COLUMN_RESPONSIBLE, GUATU_COLUMN_DURATION, GUATU_COLUMN_START, GUATU_COLUMN_FINISH, GUATU_COLUMN_DEADLINE,
  GUATU_COLUMN_LIGHT, GUATU_COLUMN_PROGRESS, GUATU_COLUMN_OBJECTIVE,
};
const guint guatu_task_table_n_kinds = G_N_ELEMENTS (guatu_task_table_kinds);

/* What a heading sorts by. The number is that of the outline, so its heading gives the outline back. */
static const struct
{
  const char *name;             /* of the action; a field's where there is one */
  int         width;            /* pixels; -1: what is left */
  gboolean    shown;            /* at first */
  int         sort;             /* GuatuSort; -1: the heading sorts nothing */
} traits[GUATU_N_COLUMNS] = {
  [GUATU_COLUMN_NUMBER] = { "number", 50, TRUE, GUATU_SORT_OUTLINE },
  [GUATU_COLUMN_WBS] = { "wbs", 80, FALSE, -1 },
  [GUATU_COLUMN_NAME] = { "name", -1, TRUE, GUATU_SORT_NAME },
  [GUATU_COLUMN_LEAD_UNIT] = { "lead-unit", 104, TRUE, -1 },
  [GUATU_COLUMN_OWNER] = { "owner", 100, FALSE, -1 },
  [GUATU_COLUMN_RESPONSIBLE] = { "responsible", 100, FALSE, -1 },
  [GUATU_COLUMN_DURATION] = { "duration", 80, FALSE, GUATU_SORT_DURATION },
  [GUATU_COLUMN_START] = { "start", 84, FALSE, GUATU_SORT_START },
  [GUATU_COLUMN_FINISH] = { "finish", 84, FALSE, GUATU_SORT_FINISH },
  [GUATU_COLUMN_DEADLINE] = { "deadline", 76, TRUE, GUATU_SORT_DEADLINE },
  [GUATU_COLUMN_LIGHT] = { "light", 52, TRUE, -1 },
  [GUATU_COLUMN_PROGRESS] = { "done", 74, TRUE, GUATU_SORT_PROGRESS },
  [GUATU_COLUMN_OBJECTIVE] = { "objective", 160, FALSE, -1 },
};

/* Cells ---------------------------------------------------------------------------------------------- */

/* Whether the cell stands in the row that has the focus, and in the column in which the keyboard is. */
static gboolean
is_current (GuatuTaskTable *self,
            GuatuTableCell *cell)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *line;

  if (focus == NULL || guatu_table_cell_get_column (cell) != self->current)
    return FALSE;
  line = guatu_table_cell_get_line (cell);

  return line != NULL && (line == focus || gtk_widget_is_ancestor (focus, line));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          GuatuTaskTable           *self)
{
  GuatuColumnKind column = (GuatuColumnKind) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "column"));
  GtkWidget *cell = guatu_table_cell_new (self->look, column);

  guatu_task_table_keys_watch (self, GUATU_TABLE_CELL (cell));
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         GuatuTaskTable           *self)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  guatu_table_cell_set_row (GUATU_TABLE_CELL (cell), gtk_list_item_get_item (item));
  g_hash_table_add (self->cells, cell);
  /* A list binds its rows anew whenever the focus moves. */
  if (is_current (self, GUATU_TABLE_CELL (cell)))
    gtk_widget_add_css_class (cell, "current");
}

/* A cell that shows another row from now on is edited no more. */
static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           GuatuTaskTable           *self)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  if (cell == NULL)
    return;
  if ((gpointer) self->edited == (gpointer) cell)
    guatu_task_table_editing_leave (self);
  g_hash_table_remove (self->cells, cell);
  gtk_widget_remove_css_class (cell, "current");
  guatu_table_cell_set_row (GUATU_TABLE_CELL (cell), NULL);
}

GtkWidget *
guatu_task_table_find_cell (GuatuTaskTable *self,
                            gint64          key,
                            GuatuColumnKind column)
{
  GHashTableIter iter;
  gpointer cell;

  g_return_val_if_fail (GUATU_IS_TASK_TABLE (self), NULL);

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    if (guatu_table_cell_get_column (cell) == column
        && guatu_task_row_get_key (guatu_table_cell_get_row (cell)) == key)
      return cell;

  return NULL;
}

/* The cell in the current column of the row that has the focus. */
GuatuTableCell *
guatu_task_table_focused_cell (GuatuTaskTable *self)
{
  GHashTableIter iter;
  gpointer cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    if (is_current (self, cell))
      return cell;

  return NULL;
}

void
guatu_task_table_show_current (GuatuTaskTable *self)
{
  GuatuTableCell *current = guatu_task_table_focused_cell (self);
  GHashTableIter iter;
  gpointer cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    if (cell != (gpointer) current)
      gtk_widget_remove_css_class (cell, "current");
  if (current != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (current), "current");
}

/* Columns -------------------------------------------------------------------------------------------- */

/* The column's place among those that are shown; -1: it is hidden. */
static int
place_of (GuatuTaskTable *self,
          GuatuColumnKind column)
{
  GListModel *shown = gtk_column_view_get_columns (self->list);

  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr(GtkColumnViewColumn) other = g_list_model_get_item (shown, i);

      if (other == self->columns[column])
        return (int) i;
    }

  return -1;
}

gboolean
guatu_task_table_shows_column (GuatuTaskTable *self,
                               GuatuColumnKind column)
{
  g_return_val_if_fail (GUATU_IS_TASK_TABLE (self), FALSE);

  return column < GUATU_N_COLUMNS && self->columns[column] != NULL && place_of (self, column) >= 0;
}

static GuatuColumnKind
kind_of (GuatuTaskTable      *self,
         GtkColumnViewColumn *column)
{
  for (guint i = 0; i < GUATU_N_COLUMNS; i++)
    if (self->columns[i] == column)
      return (GuatuColumnKind) i;

  return GUATU_COLUMN_NAME;
}

GuatuColumnKind
guatu_task_table_next_column (GuatuTaskTable *self,
                              GuatuColumnKind column,
                              int             step)
{
  GListModel *shown = gtk_column_view_get_columns (self->list);
  int place = place_of (self, column) + step;
  g_autoptr(GtkColumnViewColumn) next = NULL;

  if (place < 0 || place >= (int) g_list_model_get_n_items (shown))
    return column;
  next = g_list_model_get_item (shown, (guint) place);

  return kind_of (self, next);
}

guint
guatu_task_table_get_shown (GuatuTaskTable  *self,
                            GuatuColumnKind *columns)
{
  GListModel *shown;
  guint n;

  g_return_val_if_fail (GUATU_IS_TASK_TABLE (self) && columns != NULL, 0);

  shown = gtk_column_view_get_columns (self->list);
  n = MIN (g_list_model_get_n_items (shown), GUATU_N_COLUMNS);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (shown, i);

      columns[i] = kind_of (self, column);
    }

  return n;
}

/* Behind the last column shown that comes before it in the usual order. */
static guint
usual_place (GuatuTaskTable *self,
             GuatuColumnKind column)
{
  int place = -1;

  for (guint i = 0; i < guatu_task_table_n_kinds && guatu_task_table_kinds[i] != column; i++)
    place = MAX (place, place_of (self, guatu_task_table_kinds[i]));

  return (guint) (place + 1);
}

/* The heading's text stands over that of the cells; a column view has no word for that. */
static void
align_headings (GuatuTaskTable *self)
{
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (self->list)));

  for (; title != NULL; title = gtk_widget_get_next_sibling (title))
    {
      GtkWidget *box = gtk_widget_get_first_child (title);
      GtkWidget *label = box != NULL ? gtk_widget_get_first_child (box) : NULL;

      for (guint i = 0; i < guatu_task_table_n_kinds && GTK_IS_LABEL (label); i++)
        {
          GtkColumnViewColumn *column = self->columns[guatu_task_table_kinds[i]];
          float align = guatu_table_cell_alignment (guatu_task_table_kinds[i]);

          if (column == NULL
              || g_strcmp0 (gtk_column_view_column_get_title (column), gtk_label_get_text (GTK_LABEL (label))) != 0)
            continue;
          gtk_widget_set_hexpand (label, TRUE);
          gtk_widget_set_halign (label, align == 0 ? GTK_ALIGN_START : align == 1 ? GTK_ALIGN_END : GTK_ALIGN_CENTER);
          /* The arrow that tells the order stands before a text at the end. */
          if (align == 1)
            gtk_box_reorder_child_after (GTK_BOX (box), label, gtk_widget_get_last_child (box));
          break;
        }
    }
}

/* A column that is hidden has cells all the same, so it is taken out instead. */
void
guatu_task_table_show_column (GuatuTaskTable *self,
                              GuatuColumnKind column,
                              gboolean        shown)
{
  g_return_if_fail (GUATU_IS_TASK_TABLE (self));
  g_return_if_fail (column < GUATU_N_COLUMNS && self->columns[column] != NULL);

  if (shown == guatu_task_table_shows_column (self, column) || (column == GUATU_COLUMN_NAME && !shown))
    return;

  guatu_task_table_editing_end (self);
  if (shown)
    {
      gtk_column_view_insert_column (self->list, usual_place (self, column), self->columns[column]);
      align_headings (self);
    }
  else
    gtk_column_view_remove_column (self->list, self->columns[column]);
  if (self->current == column && !shown)
    self->current = GUATU_COLUMN_NAME;
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions),
                                                                          traits[column].name)),
                             g_variant_new_boolean (shown));
}

static void
show_cb (GSimpleAction *action,
         GVariant      *state,
         gpointer       data)
{
  GuatuTaskTable *self = data;

  for (guint i = 0; i < GUATU_N_COLUMNS; i++)
    if (self->columns[i] != NULL && g_str_equal (traits[i].name, g_action_get_name (G_ACTION (action))))
      guatu_task_table_show_column (self, (GuatuColumnKind) i, g_variant_get_boolean (state));
}

/* Heads of columns sort the view's rows: the model is not sorted again. So a column's sorter compares nothing; it
 * takes down that it was asked, and the order that comes of it tells the direction. */
static int
asked_cb (gconstpointer a,
          gconstpointer b,
          gpointer      data)
{
  GtkColumnViewColumn *column = data;
  GuatuTaskTable *self = g_object_get_data (G_OBJECT (column), "table");

  self->asked = (int) kind_of (self, column);

  return a == (gconstpointer) self ? GTK_ORDERING_SMALLER : GTK_ORDERING_LARGER;
}

static void
sorted_cb (GuatuTaskTable *self)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->list);
  GuatuRowsQuery query = *guatu_battle_view_get_query (self->view);
  GtkOrdering order;

  self->asked = -1;
  order = gtk_sorter_compare (sorter, self, self->view);
  query.sort = self->asked >= 0 ? (GuatuSort) traits[self->asked].sort : GUATU_SORT_OUTLINE;
  query.descending = order == GTK_ORDERING_LARGER && query.sort != GUATU_SORT_OUTLINE;
  guatu_battle_view_set_query (self->view, &query);
}

static void
add_column (GuatuTaskTable *self,
            GuatuColumnKind kind)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column;

  g_object_set_data (G_OBJECT (factory), "column", GINT_TO_POINTER ((int) kind));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_DEFAULT);
  column = gtk_column_view_column_new (guatu_chart_column_title (chart, kind), factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, traits[kind].width < 0);
  gtk_column_view_column_set_fixed_width (column, traits[kind].width);
  gtk_column_view_column_set_header_menu (column, self->menu);
  g_object_set_data (G_OBJECT (column), "table", self);
  if (traits[kind].sort >= 0)
    {
      GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (asked_cb, column, NULL));

      gtk_column_view_column_set_sorter (column, sorter);
      g_object_unref (sorter);
    }
  self->columns[kind] = column;
}

static void
make_menu (GuatuTaskTable *self)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  GMenu *menu = g_menu_new ();

  self->actions = g_simple_action_group_new ();
  for (guint i = 0; i < guatu_task_table_n_kinds; i++)
    {
      GuatuColumnKind kind = guatu_task_table_kinds[i];
      g_autofree char *name = g_strconcat ("columns.", traits[kind].name, NULL);
      g_autoptr(GSimpleAction) action = g_simple_action_new_stateful (traits[kind].name, NULL,
                                                                      g_variant_new_boolean (FALSE));

      g_signal_connect (action, "change-state", G_CALLBACK (show_cb), self);
      g_simple_action_set_enabled (action, kind != GUATU_COLUMN_NAME);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
      g_menu_append (menu, guatu_chart_column_title (chart, kind), name);
    }
  self->menu = G_MENU_MODEL (menu);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", G_ACTION_GROUP (self->actions));
}

GMenuModel *
guatu_task_table_get_columns_menu (GuatuTaskTable *self)
{
  g_return_val_if_fail (GUATU_IS_TASK_TABLE (self), NULL);

  return self->menu;
}

/* Places --------------------------------------------------------------------------------------------- */

GtkAdjustment *
guatu_task_table_get_vadjustment (GuatuTaskTable *self)
{
  g_return_val_if_fail (GUATU_IS_TASK_TABLE (self), NULL);

  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));
}

void
guatu_task_table_set_header_height (GuatuTaskTable *self,
                                    int             height)
{
  g_return_if_fail (GUATU_IS_TASK_TABLE (self));

  gtk_widget_set_size_request (gtk_widget_get_first_child (GTK_WIDGET (self->list)), -1, height);
}

gboolean
guatu_task_table_go_to (GuatuTaskTable *self,
                        gint64          key,
                        GuatuColumnKind column)
{
  int place;
  GtkWidget *cell, *line;

  g_return_val_if_fail (GUATU_IS_TASK_TABLE (self), FALSE);

  place = guatu_row_model_find (self->model, key);
  if (place < 0)
    return FALSE;
  if (guatu_task_table_shows_column (self, column))
    self->current = column;
  /* The list itself is the view's last child. */
  gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->list)), "list.scroll-to-item", "u",
                              (guint) place);
  cell = guatu_task_table_find_cell (self, key, self->current);
  line = cell != NULL ? guatu_table_cell_get_line (GUATU_TABLE_CELL (cell)) : NULL;
  if (line != NULL)
    gtk_widget_grab_focus (line);
  guatu_task_table_show_current (self);

  return line != NULL;
}

gboolean
guatu_task_table_edit (GuatuTaskTable *self,
                       gint64          key,
                       GuatuColumnKind column)
{
  GtkWidget *cell;

  g_return_val_if_fail (GUATU_IS_TASK_TABLE (self), FALSE);

  if (!guatu_task_table_go_to (self, key, column))
    return FALSE;
  cell = guatu_task_table_find_cell (self, key, column);
  if (cell == NULL)
    return FALSE;
  guatu_task_table_editing_begin (self, GUATU_TABLE_CELL (cell), NULL);

  return self->editor != NULL;
}

GtkEditable *
guatu_task_table_get_editor (GuatuTaskTable *self)
{
  g_return_val_if_fail (GUATU_IS_TASK_TABLE (self), NULL);

  return self->editor != NULL ? GTK_EDITABLE (self->editor) : NULL;
}

void
guatu_task_table_fail (GuatuTaskTable *self,
                       const char     *message)
{
  g_signal_emit (self, signals[FAILED], 0, message);
}

void
guatu_task_table_say_removed (GuatuTaskTable *self,
                              guint           steps,
                              const char     *what)
{
  g_signal_emit (self, signals[REMOVED], 0, steps, what);
}

/* The class ------------------------------------------------------------------------------------------ */

static void
look_cb (GuatuTaskTable *self)
{
  guatu_table_look_update (self->look);
}

static void
guatu_task_table_dispose (GObject *object)
{
  GuatuTaskTable *self = GUATU_TASK_TABLE (object);

  guatu_task_table_editing_end (self);
  guatu_task_table_drag_stop (self);
  guatu_task_table_clipboard_stop (self);
  g_clear_pointer (&self->row_menu, gtk_widget_unparent);
  g_clear_pointer (&self->drop_mark, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  self->list = NULL;
  for (guint i = 0; i < GUATU_N_COLUMNS; i++)
    g_clear_object (&self->columns[i]);
  g_clear_object (&self->menu);
  g_clear_object (&self->actions);
  g_clear_object (&self->model);
  g_clear_pointer (&self->look, guatu_table_look_unref);
  g_clear_object (&self->view);
  g_clear_pointer (&self->cells, g_hash_table_unref);

  G_OBJECT_CLASS (guatu_task_table_parent_class)->dispose (object);
}

static void
guatu_task_table_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (guatu_task_table_parent_class)->root (widget);
  guatu_task_table_editing_root (GUATU_TASK_TABLE (widget));
}

static void
guatu_task_table_unroot (GtkWidget *widget)
{
  guatu_task_table_editing_unroot (GUATU_TASK_TABLE (widget));
  guatu_task_table_editing_commit (GUATU_TASK_TABLE (widget));
  guatu_task_table_editing_end (GUATU_TASK_TABLE (widget));
  GTK_WIDGET_CLASS (guatu_task_table_parent_class)->unroot (widget);
}

/* Tab leads into the table and out of it again, not from row to row. */
static gboolean
guatu_task_table_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if ((direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD) && focus != NULL
      && gtk_widget_is_ancestor (focus, widget))
    return FALSE;

  return GTK_WIDGET_CLASS (guatu_task_table_parent_class)->focus (widget, direction);
}

static void
load_style (void)
{
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/io/github/guatu/Guatu/guatu-task-table.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_unref (provider);
}

static void
guatu_task_table_class_init (GuatuTaskTableClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_task_table_dispose;
  widget_class->focus = guatu_task_table_focus;
  widget_class->root = guatu_task_table_root;
  widget_class->unroot = guatu_task_table_unroot;

  signals[REMOVED] = g_signal_new ("removed", GUATU_TYPE_TASK_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", GUATU_TYPE_TASK_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  guatu_task_table_keys_class_init (widget_class);
  guatu_task_table_clipboard_class_init (widget_class);
  guatu_task_table_menu_class_init (widget_class);
  load_style ();
}

static void
guatu_task_table_init (GuatuTaskTable *self)
{
  self->cells = g_hash_table_new (NULL, NULL);
  self->current = GUATU_COLUMN_NAME;
}

static void
make_list (GuatuTaskTable *self)
{
  GtkWidget *list = gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->model)));

  self->list = GTK_COLUMN_VIEW (list);
  gtk_widget_add_css_class (list, "battle-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, C_("table", "Tasks"), -1);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_EXTERNAL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), list);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
guatu_task_table_new (GuatuBattleView *view)
{
  GuatuTaskTable *self = g_object_new (GUATU_TYPE_TASK_TABLE, NULL);
  GuatuDocument *document = guatu_battle_view_get_document (view);

  self->view = g_object_ref (view);
  self->look = guatu_table_look_new (view);
  /* Before the model hears of it, and its rows. */
  g_signal_connect_object (view, "rows-changed", G_CALLBACK (look_cb), self, G_CONNECT_SWAPPED);
  self->model = guatu_row_model_new (view, guatu_document_get_read_only_reason (document) == NULL);
  make_menu (self);
  make_list (self);
  for (guint i = 0; i < guatu_task_table_n_kinds; i++)
    {
      add_column (self, guatu_task_table_kinds[i]);
      guatu_task_table_show_column (self, guatu_task_table_kinds[i], traits[guatu_task_table_kinds[i]].shown);
    }
  g_signal_connect_object (gtk_column_view_get_sorter (self->list), "changed", G_CALLBACK (sorted_cb), self,
                           G_CONNECT_SWAPPED);
  guatu_task_table_keys_init (self);
  guatu_task_table_clipboard_init (self);
  guatu_task_table_menu_init (self);
  guatu_task_table_drag_init (self);

  return GTK_WIDGET (self);
}
