/* guatu-task-table-cells.c — the cells of a table, made as their rows come near to what is seen. */
#include "guatu-task-table-private.h"

/* Pixels that are looked at before the table knows its height. */
#define FIRST_PAGE 600

/* Whether the cell stands in the row that has the focus. */
static gboolean
has_focus (GuatuTaskTable *self,
           GuatuTableCell *cell)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *line = focus != NULL ? guatu_table_cell_get_line (cell) : NULL;

  return line != NULL && (line == focus || gtk_widget_is_ancestor (focus, line));
}

/* And in the column in which the keyboard is. */
static gboolean
is_current (GuatuTaskTable *self,
            GuatuTableCell *cell)
{
  return guatu_table_cell_get_column (cell) == self->current && has_focus (self, cell);
}

/* Half a page above what is seen, and one below it. */
static gboolean
is_near (GuatuTaskTable *self,
         GuatuTaskRow   *row)
{
  GtkAdjustment *adjustment = guatu_task_table_get_vadjustment (self);
  double page = MAX (gtk_adjustment_get_page_size (adjustment), FIRST_PAGE);
  double top = gtk_adjustment_get_value (adjustment);
  double y = guatu_task_row_get_place (row) * guatu_battle_view_get_chart (self->view)->row_height;

  return y >= top - page / 2 && y <= top + 1.5 * page;
}

/* A list keeps some two hundred rows, of which a few dozen are seen. The others have a cell for their name, which gives
 * them their height and says what they are; what else belongs to a row is made when it comes near. */
static void
make_whole (GuatuTaskTable *self,
            GuatuTableCell *cell)
{
  if (guatu_table_cell_is_made (cell))
    return;
  guatu_table_cell_make (cell);
  guatu_task_table_keys_watch (self, cell);
}

static void
show_row (GuatuTaskTable *self,
          GuatuTableCell *cell,
          GuatuTaskRow   *row)
{
  guatu_table_cell_set_row (cell, row);
  g_hash_table_add (self->cells, cell);
  /* A list binds its rows anew whenever the focus moves. */
  if (is_current (self, cell))
    gtk_widget_add_css_class (GTK_WIDGET (cell), "current");
}

static GuatuTableCell *
make_waiting (GuatuTaskTable *self,
              GtkListItem    *item,
              GuatuColumnKind column)
{
  GtkWidget *cell = guatu_table_cell_new (self->look, column);

  gtk_list_item_set_child (item, cell);
  make_whole (self, GUATU_TABLE_CELL (cell));
  show_row (self, GUATU_TABLE_CELL (cell), gtk_list_item_get_item (item));

  return GUATU_TABLE_CELL (cell);
}

static gboolean
make_near_cb (GtkWidget     *widget,
              GdkFrameClock *clock,
              gpointer       data)
{
  GuatuTaskTable *self = GUATU_TASK_TABLE (widget);
  GHashTableIter iter;
  gpointer cell, item, column;

  self->making = 0;
  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    if (is_near (self, guatu_table_cell_get_row (cell)))
      make_whole (self, cell);
  g_hash_table_iter_init (&iter, self->waiting);
  while (g_hash_table_iter_next (&iter, &item, &column))
    if (is_near (self, gtk_list_item_get_item (item)))
      {
        make_waiting (self, item, (GuatuColumnKind) GPOINTER_TO_INT (column));
        g_hash_table_iter_remove (&iter);
      }

  return G_SOURCE_REMOVE;
}

/* Not now, as sizes may be given out just so; but before the frame. */
void
guatu_task_table_need_cells (GuatuTaskTable *self)
{
  if (self->making == 0)
    self->making = gtk_widget_add_tick_callback (GTK_WIDGET (self), make_near_cb, NULL, NULL);
}

static GuatuColumnKind
column_of (GtkSignalListItemFactory *factory)
{
  return (GuatuColumnKind) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "column"));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          GuatuTaskTable           *self)
{
  if (column_of (factory) == GUATU_COLUMN_NAME)
    gtk_list_item_set_child (item, guatu_table_cell_new (self->look, GUATU_COLUMN_NAME));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         GuatuTaskTable           *self)
{
  GtkWidget *cell = gtk_list_item_get_child (item);
  GuatuTaskRow *row = gtk_list_item_get_item (item);
  gboolean near = is_near (self, row);

  if (cell == NULL && near)
    {
      make_waiting (self, item, column_of (factory));
    }
  else if (cell == NULL)
    {
      g_hash_table_insert (self->waiting, item, GINT_TO_POINTER ((int) column_of (factory)));
    }
  else
    {
      if (near)
        make_whole (self, GUATU_TABLE_CELL (cell));
      show_row (self, GUATU_TABLE_CELL (cell), row);
    }
}

/* A cell that shows another row from now on is edited no more. */
static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           GuatuTaskTable           *self)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  g_hash_table_remove (self->waiting, item);
  if (cell == NULL)
    return;
  if ((gpointer) self->edited == (gpointer) cell)
    guatu_task_table_editing_leave (self);
  g_hash_table_remove (self->cells, cell);
  gtk_widget_remove_css_class (cell, "current");
  guatu_table_cell_set_row (GUATU_TABLE_CELL (cell), NULL);
}

static void
teardown_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             GuatuTaskTable           *self)
{
  g_hash_table_remove (self->waiting, item);
}

GtkWidget *
guatu_task_table_find_cell (GuatuTaskTable *self,
                            gint64          key,
                            GuatuColumnKind column)
{
  GHashTableIter iter;
  gpointer cell, item, waits;

  g_return_val_if_fail (GUATU_IS_TASK_TABLE (self), NULL);

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    if (guatu_table_cell_get_column (cell) == column
        && guatu_task_row_get_key (guatu_table_cell_get_row (cell)) == key)
      {
        make_whole (self, cell);
        return cell;
      }
  g_hash_table_iter_init (&iter, self->waiting);
  while (g_hash_table_iter_next (&iter, &item, &waits))
    if (GPOINTER_TO_INT (waits) == (int) column && guatu_task_row_get_key (gtk_list_item_get_item (item)) == key)
      {
        g_hash_table_iter_remove (&iter);
        return GTK_WIDGET (make_waiting (self, item, column));
      }

  return NULL;
}

/* The cell in the current column of the row that has the focus; every row has one of its name. */
GuatuTableCell *
guatu_task_table_focused_cell (GuatuTaskTable *self)
{
  GHashTableIter iter;
  gpointer cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    if (guatu_table_cell_get_column (cell) == GUATU_COLUMN_NAME && has_focus (self, cell))
      {
        gint64 key = guatu_task_row_get_key (guatu_table_cell_get_row (cell));
        GtkWidget *current = guatu_task_table_find_cell (self, key, self->current);

        return current != NULL ? GUATU_TABLE_CELL (current) : NULL;
      }

  return NULL;
}

/* A list scrolls a row to its very edge, where the names of what the row belongs to lie over it. */
static void
uncover (GuatuTaskTable *self,
         GuatuTableCell *cell)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  GtkAdjustment *adjustment = guatu_task_table_get_vadjustment (self);
  guint place = guatu_task_row_get_place (guatu_table_cell_get_row (cell));
  const GuatuRow *row = place < chart->rows->n ? &chart->rows->rows[place] : NULL;
  double top = place * chart->row_height;

  if (row == NULL || row->task < 0 || top >= gtk_adjustment_get_value (adjustment) + self->cover
      || (row->depth == 0 && (row->group < 0 || chart->rows->rows[chart->rows->groups[row->group].first].task >= 0)))
    return;
  gtk_adjustment_set_value (adjustment, MAX (top - chart->row_height, 0));
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
  if (current == NULL)
    return;
  gtk_widget_add_css_class (GTK_WIDGET (current), "current");
  uncover (self, current);
}

GtkListItemFactory *
guatu_task_table_new_factory (GuatuTaskTable *self,
                              GuatuColumnKind column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "column", GINT_TO_POINTER ((int) column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "teardown", G_CALLBACK (teardown_cb), self, G_CONNECT_DEFAULT);

  return factory;
}
