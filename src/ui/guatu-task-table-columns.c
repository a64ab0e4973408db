/* guatu-task-table-columns.c — which columns a table has: shown, in which order, sorted by which. */
#include <string.h>

#include "guatu-task-table-private.h"

/* In their order from the start. The category is a column of paper: on screen its rows have headings. */
const GuatuColumnKind guatu_task_table_kinds[] = {
  GUATU_COLUMN_ROW, GUATU_COLUMN_NUMBER, GUATU_COLUMN_WBS, GUATU_COLUMN_NAME, GUATU_COLUMN_LEAD_UNIT,
  GUATU_COLUMN_OWNER,
  GUATU_COLUMN_RESPONSIBLE, GUATU_COLUMN_DURATION, GUATU_COLUMN_START, GUATU_COLUMN_FINISH,
  GUATU_COLUMN_PREDECESSORS, GUATU_COLUMN_DEADLINE, GUATU_COLUMN_LIGHT, GUATU_COLUMN_PROGRESS, GUATU_COLUMN_SLIP,
  GUATU_COLUMN_OBJECTIVE,
};
const guint guatu_task_table_n_kinds = G_N_ELEMENTS (guatu_task_table_kinds);

/* What a heading sorts by. The number is that of the outline, so its heading gives the outline back. */
const GuatuColumnTraits guatu_column_traits[GUATU_N_COLUMNS] = {
  [GUATU_COLUMN_ROW] = { "id", FALSE, FALSE, -1 },
  [GUATU_COLUMN_NUMBER] = { "number", FALSE, TRUE, GUATU_SORT_OUTLINE },
  [GUATU_COLUMN_WBS] = { "wbs", FALSE, FALSE, -1 },
  [GUATU_COLUMN_NAME] = { "name", FALSE, TRUE, GUATU_SORT_NAME },
  [GUATU_COLUMN_LEAD_UNIT] = { "lead-unit", TRUE, TRUE, -1 },
  [GUATU_COLUMN_OWNER] = { "owner", TRUE, FALSE, -1 },
  [GUATU_COLUMN_RESPONSIBLE] = { "responsible", TRUE, FALSE, -1 },
  [GUATU_COLUMN_DURATION] = { "duration", FALSE, FALSE, GUATU_SORT_DURATION },
  [GUATU_COLUMN_START] = { "start", FALSE, FALSE, GUATU_SORT_START },
  [GUATU_COLUMN_FINISH] = { "finish", FALSE, FALSE, GUATU_SORT_FINISH },
  [GUATU_COLUMN_PREDECESSORS] = { "predecessors", TRUE, FALSE, -1 },
  [GUATU_COLUMN_DEADLINE] = { "deadline", FALSE, TRUE, GUATU_SORT_DEADLINE },
  [GUATU_COLUMN_LIGHT] = { "light", FALSE, TRUE, -1 },
  [GUATU_COLUMN_PROGRESS] = { "done", FALSE, TRUE, GUATU_SORT_PROGRESS },
  [GUATU_COLUMN_SLIP] = { "slip", FALSE, FALSE, GUATU_SORT_SLIP },
  [GUATU_COLUMN_OBJECTIVE] = { "objective", TRUE, FALSE, -1 },
};

gboolean
guatu_task_table_is_usual (GuatuTaskTable  *self,
                           GuatuColumnKind  kind)
{
  /* Before its first status date a plan is still being made, and every task has to be given its length. */
  if (kind == GUATU_COLUMN_DURATION)
    return guatu_battle_view_get_chart (self->view)->status_date == GUATU_NONE;

  return guatu_column_traits[kind].shown;
}

/* Columns -------------------------------------------------------------------------------------------- */

int
guatu_task_table_get_place (GuatuTaskTable *self,
                            GuatuColumnKind column)
{
  GListModel *shown;

  g_return_val_if_fail (GUATU_IS_TASK_TABLE (self), -1);

  if (column >= GUATU_N_COLUMNS || self->columns[column] == NULL)
    return -1;
  shown = gtk_column_view_get_columns (self->list);
  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr(GtkColumnViewColumn) other = g_list_model_get_item (shown, i);

      if (other == self->columns[column])
        return (int) i;
    }

  return -1;
}

gboolean
guatu_task_table_has_column (GuatuTaskTable *self,
                             GuatuColumnKind column)
{
  g_return_val_if_fail (GUATU_IS_TASK_TABLE (self), FALSE);

  return column < GUATU_N_COLUMNS && self->columns[column] != NULL;
}

gboolean
guatu_task_table_shows_column (GuatuTaskTable *self,
                               GuatuColumnKind column)
{
  g_return_val_if_fail (GUATU_IS_TASK_TABLE (self), FALSE);

  return guatu_task_table_get_place (self, column) >= 0;
}

GuatuColumnKind
guatu_task_table_kind_of (GuatuTaskTable      *self,
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
  int place = guatu_task_table_get_place (self, column) + step;
  g_autoptr(GtkColumnViewColumn) next = NULL;

  if (place < 0 || place >= (int) g_list_model_get_n_items (shown))
    return column;
  next = g_list_model_get_item (shown, (guint) place);

  return guatu_task_table_kind_of (self, next);
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

      columns[i] = guatu_task_table_kind_of (self, column);
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
    place = MAX (place, guatu_task_table_get_place (self, guatu_task_table_kinds[i]));

  return (guint) (place + 1);
}

/* The heading's text stands over that of the cells; a column view has no word for that. */
void
guatu_task_table_align_headings (GuatuTaskTable *self)
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
          gtk_accessible_update_property (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                          gtk_column_view_column_get_title (column), -1);
          gtk_widget_set_hexpand (label, TRUE);
          gtk_widget_set_halign (label, align == 0 ? GTK_ALIGN_START : align == 1 ? GTK_ALIGN_END : GTK_ALIGN_CENTER);
          /* The arrow that tells the order stands before a text at the end. */
          if (align == 1)
            gtk_box_reorder_child_after (GTK_BOX (box), label, gtk_widget_get_last_child (box));
          break;
        }
    }
}

/* Showing, moving, sorting --------------------------------------------------------------------------- */

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
    gtk_column_view_insert_column (self->list, usual_place (self, column), self->columns[column]);
  else
    gtk_column_view_remove_column (self->list, self->columns[column]);
  if (self->current == column && !shown)
    self->current = GUATU_COLUMN_NAME;
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions),
                                                                          guatu_column_traits[column].name)),
                             g_variant_new_boolean (shown));
}

void
guatu_task_table_move_column (GuatuTaskTable *self,
                              GuatuColumnKind column,
                              int             place)
{
  g_autoptr(GtkColumnViewColumn) moved = NULL;
  int last, old;

  g_return_if_fail (GUATU_IS_TASK_TABLE (self));
  g_return_if_fail (column < GUATU_N_COLUMNS && self->columns[column] != NULL);

  last = (int) g_list_model_get_n_items (gtk_column_view_get_columns (self->list)) - 1;
  old = guatu_task_table_get_place (self, column);
  place = CLAMP (place, 0, last);
  if (old < 0 || place == old)
    return;
  guatu_task_table_editing_end (self);
  moved = g_object_ref (self->columns[column]);
  gtk_column_view_insert_column (self->list, (guint) place, moved);
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

  self->asked = (int) guatu_task_table_kind_of (self, column);

  return a == (gconstpointer) self ? GTK_ORDERING_SMALLER : GTK_ORDERING_LARGER;
}

/* The column by which the headings say that rows are sorted; -1: by none. */
static int
ask_headings (GuatuTaskTable *self,
              gboolean       *descending)
{
  self->asked = -1;
  *descending = gtk_sorter_compare (gtk_column_view_get_sorter (self->list), self, self->view) == GTK_ORDERING_LARGER;

  return self->asked;
}

static void
sorted_cb (GuatuTaskTable *self)
{
  GuatuRowsQuery query = *guatu_battle_view_get_query (self->view);
  gboolean descending;
  int column;

  if (self->sorting)
    return;

  column = ask_headings (self, &descending);
  query.sort = column >= 0 ? (GuatuSort) guatu_column_traits[column].sort : GUATU_SORT_OUTLINE;
  query.descending = descending && query.sort != GUATU_SORT_OUTLINE;
  self->sorting = TRUE;
  guatu_battle_view_set_query (self->view, &query);
  self->sorting = FALSE;
}

/* Rows may be sorted from elsewhere: the arrow goes to the heading that would have done it. */
static void
show_order (GuatuTaskTable *self)
{
  const GuatuRowsQuery *query = guatu_battle_view_get_query (self->view);
  GtkColumnViewColumn *column = NULL;
  gboolean descending;
  int asked;

  if (self->sorting)
    return;

  asked = ask_headings (self, &descending);
  if (asked >= 0 ? guatu_column_traits[asked].sort == (int) query->sort && descending == query->descending
                 : query->sort == GUATU_SORT_OUTLINE)
    return;
  for (guint i = 0; i < GUATU_N_COLUMNS && query->sort != GUATU_SORT_OUTLINE; i++)
    if (self->columns[i] != NULL && guatu_column_traits[i].sort == (int) query->sort
        && guatu_task_table_shows_column (self, (GuatuColumnKind) i))
      column = self->columns[i];
  self->sorting = TRUE;
  gtk_column_view_sort_by_column (self->list, column, query->descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->sorting = FALSE;
}

/* A list keeps its topmost row there; who looks at the beginning means the beginning. */
static void
keep_at_top (GuatuTaskTable *self)
{
  gboolean rows = g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0;
  gint64 first = rows ? guatu_row_model_get_key (self->model, 0) : GUATU_NEW_ROW_KEY;

  if (rows && first != self->first && gtk_adjustment_get_value (guatu_task_table_get_vadjustment (self)) == 0)
    gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->list)), "list.scroll-to-item", "u", 0u);
  self->first = first;
}

/* The widths that were not known for want of rows; more rows leave the columns alone. */
static void
rows_changed_cb (GuatuTaskTable *self)
{
  guint n = guatu_battle_view_get_rows (self->view)->n;
  GuatuSort sort = guatu_battle_view_get_query (self->view)->sort;

  show_order (self);
  keep_at_top (self);
  if ((n > 0 && !self->had_rows) || sort != self->fitted_sort)
    {
      memset (self->natural, 0, sizeof self->natural);
      guatu_task_table_need_fit (self);
    }
  self->fitted_sort = sort;
  self->had_rows = n > 0;
}

/* Everything together -------------------------------------------------------------------------------- */

static void
add_column (GuatuTaskTable *self,
            GuatuColumnKind kind)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  g_autoptr(GMenu) menu = guatu_task_table_make_heading_menu (self, kind);
  GtkColumnViewColumn *column;

  column = gtk_column_view_column_new (guatu_chart_column_title (chart, kind),
                                       guatu_task_table_new_factory (self, kind));
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, kind == GUATU_COLUMN_NAME);
  gtk_column_view_column_set_header_menu (column, G_MENU_MODEL (menu));
  g_object_set_data (G_OBJECT (column), "table", self);
  g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (guatu_task_table_width_changed), self,
                           G_CONNECT_SWAPPED);
  if (guatu_column_traits[kind].sort >= 0)
    {
      GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (asked_cb, column, NULL));

      gtk_column_view_column_set_sorter (column, sorter);
      g_object_unref (sorter);
    }
  self->columns[kind] = column;
}

/* Headings that were moved are others. */
static void
columns_changed_cb (GuatuTaskTable *self)
{
  guatu_task_table_need_fit (self);
  guatu_task_table_say_columns (self);
}

void
guatu_task_table_columns_init (GuatuTaskTable *self)
{
  guatu_task_table_columns_make_menu (self);
  for (guint i = 0; i < guatu_task_table_n_kinds; i++)
    {
      GuatuColumnKind kind = guatu_task_table_kinds[i];

      add_column (self, kind);
      guatu_task_table_show_column (self, kind, guatu_task_table_is_usual (self, kind));
    }
  guatu_task_table_align_headings (self);
  guatu_task_table_columns_add_keys (self);
  self->had_rows = guatu_battle_view_get_rows (self->view)->n > 0;
  g_signal_connect_object (gtk_column_view_get_columns (self->list), "items-changed", G_CALLBACK (columns_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->list), "changed", G_CALLBACK (sorted_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "rows-changed", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED);
}

void
guatu_task_table_columns_clear (GuatuTaskTable *self)
{
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_func (gtk_column_view_get_columns (self->list), columns_changed_cb, self);
  for (guint i = 0; i < GUATU_N_COLUMNS; i++)
    g_clear_object (&self->columns[i]);
  g_clear_object (&self->menu);
  g_clear_object (&self->actions);
}
