/* guatu-plain-table.c — a column view whose cells ask its owner what to say. */
#include "guatu-plain-table.h"

#include <glib/gi18n-lib.h>

#include "guatu-light-shape.h"
#include "guatu-tab-stop.h"

/* A row as an item of a list. */
#define GUATU_TYPE_PLAIN_ROW (guatu_plain_row_get_type ())
G_DECLARE_FINAL_TYPE (GuatuPlainRow, guatu_plain_row, GUATU, PLAIN_ROW, GObject)

struct _GuatuPlainRow
{
  GObject parent_instance;

  gint64  id;
  guint   place;
};

G_DEFINE_FINAL_TYPE (GuatuPlainRow, guatu_plain_row, G_TYPE_OBJECT)

enum { CHANGED, N_ROW_SIGNALS };

static guint row_signals[N_ROW_SIGNALS];

static void
guatu_plain_row_class_init (GuatuPlainRowClass *class)
{
  row_signals[CHANGED] = g_signal_new ("changed", GUATU_TYPE_PLAIN_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
}

static void
guatu_plain_row_init (GuatuPlainRow *self)
{
}

/* Of the column that takes what room there is: with less, a name says nothing, and the rest is scrolled to. */
#define LEAST_CHARS 16

struct _GuatuPlainTable
{
  GtkWidget               parent_instance;

  GtkWidget              *stop;           /* around it */
  GtkWidget              *view;

  GListStore             *rows;
  GtkSelectionModel      *selection;

  const GuatuPlainColumn *columns;
  guint                   n_columns;
  gpointer                owner;
  GuatuPlainText          text;
  GuatuPlainLight         light;

  int                     asked;        /* the column whose sorter was asked last */
  gboolean                sorting;
};

G_DEFINE_FINAL_TYPE (GuatuPlainTable, guatu_plain_table, GTK_TYPE_WIDGET)

enum { ACTIVATED, SELECTION_CHANGED, SORTED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* Cells ---------------------------------------------------------------------------------------------- */

typedef struct
{
  GuatuPlainTable *table;
  guint            column;
  GtkWidget       *widget;
  GuatuPlainRow   *row;         /* that is shown; borrowed */
  gulong           changed;
  const char      *class;
} Cell;

char *
guatu_plain_table_get_text (GuatuPlainTable *self,
                            guint            place,
                            guint            column)
{
  const char *class = NULL;

  g_return_val_if_fail (GUATU_IS_PLAIN_TABLE (self), NULL);

  return self->columns[column].is_light ? g_strdup (guatu_light_label (self->light (self->owner, place)))
                                        : self->text (self->owner, place, column, &class);
}

/* It is GTK's widget around the cells that takes the focus: it says all of them. */
static void
name_row (Cell *cell)
{
  GtkWidget *around = gtk_widget_get_parent (cell->widget);
  g_autoptr(GString) words = g_string_new (NULL);

  around = around != NULL ? gtk_widget_get_parent (around) : NULL;
  if (around == NULL)
    return;
  for (guint i = 0; i < cell->table->n_columns; i++)
    {
      g_autofree char *text = guatu_plain_table_get_text (cell->table, cell->row->place, i);

      if (*text != '\0' && words->len > 0)
        {
          g_autofree char *longer = g_strdup_printf (C_("list", "%1$s, %2$s"), words->str, text);

          g_string_assign (words, longer);
        }
      else
        g_string_append (words, text);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (around), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
}

/* Whether the cell may have no room for all of it. */
static gboolean
is_cut (const GuatuPlainColumn *column,
        const char             *text)
{
  return column->width == 0 || g_utf8_strlen (text, -1) > (glong) column->width;
}

static void
show_cell (Cell *cell)
{
  GuatuPlainTable *table = cell->table;
  const char *class = NULL;
  g_autofree char *text = NULL;

  if (table->columns[cell->column].is_light)
    {
      guatu_light_shape_set (GUATU_LIGHT_SHAPE (cell->widget), table->light (table->owner, cell->row->place));
      return;
    }
  text = table->text (table->owner, cell->row->place, cell->column, &class);
  gtk_inscription_set_text (GTK_INSCRIPTION (cell->widget), text);
  gtk_widget_set_tooltip_text (cell->widget, is_cut (&table->columns[cell->column], text) ? text : NULL);
  if (cell->class != NULL)
    gtk_widget_remove_css_class (cell->widget, cell->class);
  cell->class = class;
  if (class != NULL)
    gtk_widget_add_css_class (cell->widget, class);
  if (cell->column == 0)
    name_row (cell);
}

static GtkWidget *
widget_new (const GuatuPlainColumn *column)
{
  GtkWidget *widget;

  if (column->is_light)
    {
      widget = guatu_light_shape_new (GUATU_LIGHT_NONE);
      gtk_widget_set_halign (widget, GTK_ALIGN_CENTER);
      gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
      return widget;
    }
  widget = gtk_inscription_new (NULL);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (widget), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (widget), column->width > 0 ? column->width : LEAST_CHARS);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (widget), column->width > 0 ? column->width : LEAST_CHARS);
  /* As high as its line: a text that is cut off would stand higher than others. */
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (widget), column->is_number ? 1 : 0);
  if (column->is_number)
    gtk_widget_add_css_class (widget, "numeric");

  return widget;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  data)
{
  GuatuPlainTable *self = g_object_get_data (G_OBJECT (factory), "table");
  Cell *cell = g_new0 (Cell, 1);

  cell->table = self;
  cell->column = GPOINTER_TO_UINT (data);
  cell->widget = widget_new (&self->columns[cell->column]);
  gtk_list_item_set_child (item, cell->widget);
  g_object_set_data_full (G_OBJECT (item), "cell", cell, g_free);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  Cell *cell = g_object_get_data (G_OBJECT (item), "cell");

  cell->row = gtk_list_item_get_item (item);
  cell->changed = g_signal_connect_swapped (cell->row, "changed", G_CALLBACK (show_cell), cell);
  show_cell (cell);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  Cell *cell = g_object_get_data (G_OBJECT (item), "cell");

  g_clear_signal_handler (&cell->changed, cell->row);
  cell->row = NULL;
}

/* Order ---------------------------------------------------------------------------------------------- */

/* A sorter of a column compares nothing: it takes down that it was asked, and what the view makes of its answer tells
 * the direction. */
static int
asked_cb (gconstpointer a,
          gconstpointer b,
          gpointer      data)
{
  GuatuPlainTable *self = g_object_get_data (G_OBJECT (data), "table");

  self->asked = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (data), "column"));

  return a == (gconstpointer) self ? GTK_ORDERING_SMALLER : GTK_ORDERING_LARGER;
}

static void
add_sorter (GuatuPlainTable     *self,
            GtkColumnViewColumn *column,
            guint                i)
{
  g_autoptr(GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (asked_cb, column, NULL));

  g_object_set_data (G_OBJECT (column), "table", self);
  g_object_set_data (G_OBJECT (column), "column", GUINT_TO_POINTER (i));
  gtk_column_view_column_set_sorter (column, sorter);
}

static void
sorted_cb (GuatuPlainTable *self)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view));
  gboolean descending;

  if (self->sorting)
    return;
  self->asked = -1;
  descending = gtk_sorter_compare (sorter, self, self->view) == GTK_ORDERING_LARGER;
  g_signal_emit (self, signals[SORTED], 0, self->asked, self->asked >= 0 && descending);
}

void
guatu_plain_table_show_column (GuatuPlainTable *self,
                               guint            column,
                               gboolean         shown)
{
  g_autoptr(GtkColumnViewColumn) found = NULL;

  g_return_if_fail (GUATU_IS_PLAIN_TABLE (self));

  found = g_list_model_get_item (gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view)), column);
  gtk_column_view_column_set_visible (found, shown);
}

void
guatu_plain_table_set_sorted (GuatuPlainTable *self,
                              int              column,
                              gboolean         descending)
{
  g_autoptr(GtkColumnViewColumn) at = NULL;

  g_return_if_fail (GUATU_IS_PLAIN_TABLE (self));

  if (column >= 0)
    at = g_list_model_get_item (gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->view)), (guint) column);
  self->sorting = TRUE;
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (self->view), NULL, GTK_SORT_ASCENDING);
  if (at != NULL)
    gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (self->view), at,
                                    descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->sorting = FALSE;
}

static void
add_column (GuatuPlainTable *self,
            guint            i)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) column = NULL;

  g_object_set_data (G_OBJECT (factory), "table", self);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (i));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  column = gtk_column_view_column_new (_(self->columns[i].title), factory);
  gtk_column_view_column_set_expand (column, self->columns[i].width == 0);
  gtk_column_view_column_set_resizable (column, TRUE);
  if (self->columns[i].sorts)
    add_sorter (self, column, i);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), column);
}

/* A number's title stands over its end; a column view has no word for that. */
static void
align_titles (GuatuPlainTable *self)
{
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (self->view));

  for (guint i = 0; title != NULL && i < self->n_columns; i++, title = gtk_widget_get_next_sibling (title))
    {
      GtkWidget *box = gtk_widget_get_first_child (title);
      GtkWidget *label = box != NULL ? gtk_widget_get_first_child (box) : NULL;

      if (!self->columns[i].is_number || !GTK_IS_LABEL (label))
        continue;
      gtk_widget_set_hexpand (label, TRUE);
      gtk_widget_set_halign (label, GTK_ALIGN_END);
    }
}

/* Rows ----------------------------------------------------------------------------------------------- */

static GuatuPlainRow *
row_at (GuatuPlainTable *self,
        guint            place)
{
  /* The list keeps it. */
  g_autoptr(GuatuPlainRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), place);

  return row;
}

/* How many rows at the beginning, and how many of the others at the end, are there already. */
static void
find_same (GuatuPlainTable *self,
           const gint64    *ids,
           guint            n,
           guint           *first,
           guint           *last)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  *first = *last = 0;
  while (*first < MIN (n, n_old) && row_at (self, *first)->id == ids[*first])
    ++*first;
  while (*last < MIN (n, n_old) - *first && row_at (self, n_old - 1 - *last)->id == ids[n - 1 - *last])
    ++*last;
}

void
guatu_plain_table_show (GuatuPlainTable *self,
                        const gint64    *ids,
                        guint            n)
{
  g_autoptr(GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_old, first, last;

  g_return_if_fail (GUATU_IS_PLAIN_TABLE (self));

  n_old = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  find_same (self, ids, n, &first, &last);
  for (guint i = first; i < n - last; i++)
    {
      GuatuPlainRow *row = g_object_new (GUATU_TYPE_PLAIN_ROW, NULL);

      row->id = ids[i];
      row->place = i;
      g_ptr_array_add (added, row);
    }
  /* First their places: whoever hears of the change asks. */
  for (guint i = 0; i < last; i++)
    row_at (self, n_old - 1 - i)->place = n - 1 - i;
  if (first + last < n_old || added->len > 0)
    g_list_store_splice (self->rows, first, n_old - first - last, added->pdata, added->len);
  for (guint i = 0; i < n; i++)
    if (i < first || i >= n - last)
      g_signal_emit (row_at (self, i), row_signals[CHANGED], 0);
}

guint
guatu_plain_table_get_n (GuatuPlainTable *self)
{
  g_return_val_if_fail (GUATU_IS_PLAIN_TABLE (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

GArray *
guatu_plain_table_get_selected (GuatuPlainTable *self)
{
  g_autoptr(GtkBitset) selected = NULL;
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (GUATU_IS_PLAIN_TABLE (self), ids);

  selected = gtk_selection_model_get_selection (self->selection);
  for (guint64 i = 0; i < gtk_bitset_get_size (selected); i++)
    g_array_append_val (ids, row_at (self, gtk_bitset_get_nth (selected, (guint) i))->id);

  return ids;
}

gboolean
guatu_plain_table_select (GuatuPlainTable *self,
                          gint64           id)
{
  g_return_val_if_fail (GUATU_IS_PLAIN_TABLE (self), FALSE);

  for (guint i = 0; i < guatu_plain_table_get_n (self); i++)
    if (row_at (self, i)->id == id)
      {
        gtk_selection_model_select_item (self->selection, i, TRUE);
        gtk_widget_activate_action (gtk_widget_get_last_child (self->view), "list.scroll-to-item", "u", i);
        return TRUE;
      }

  return FALSE;
}

static void
activated_cb (GuatuPlainTable *self,
              guint            place)
{
  g_signal_emit (self, signals[ACTIVATED], 0, row_at (self, place)->id);
}

static void
selection_cb (GuatuPlainTable *self)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/* The class ------------------------------------------------------------------------------------------ */

static gboolean
guatu_plain_table_grab_focus (GtkWidget *widget)
{
  GuatuPlainTable *self = GUATU_PLAIN_TABLE (widget);

  return guatu_plain_table_get_n (self) > 0 && gtk_widget_child_focus (self->view, GTK_DIR_TAB_FORWARD);
}

static void
guatu_plain_table_dispose (GObject *object)
{
  GuatuPlainTable *self = GUATU_PLAIN_TABLE (object);

  g_clear_pointer (&self->stop, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (guatu_plain_table_parent_class)->dispose (object);
}

static void
guatu_plain_table_class_init (GuatuPlainTableClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_plain_table_dispose;
  widget_class->grab_focus = guatu_plain_table_grab_focus;
  signals[ACTIVATED] = g_signal_new ("activated", GUATU_TYPE_PLAIN_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", GUATU_TYPE_PLAIN_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 0);
  signals[SORTED] = g_signal_new ("sorted", GUATU_TYPE_PLAIN_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_BOOLEAN);
  gtk_widget_class_set_css_name (widget_class, "plaintable");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
guatu_plain_table_init (GuatuPlainTable *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->rows = g_list_store_new (GUATU_TYPE_PLAIN_ROW);
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->rows))));
  self->view = gtk_column_view_new (g_object_ref (self->selection));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_hexpand (scroller, TRUE);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "items-changed", G_CALLBACK (selection_cb), self, G_CONNECT_SWAPPED);
  self->stop = guatu_tab_stop_new (scroller, self->view);
  gtk_widget_set_parent (self->stop, GTK_WIDGET (self));
}

GtkWidget *
guatu_plain_table_new (const char             *label,
                       const GuatuPlainColumn *columns,
                       guint                   n,
                       gpointer                owner,
                       GuatuPlainText          text,
                       GuatuPlainLight         light)
{
  GuatuPlainTable *self = g_object_new (GUATU_TYPE_PLAIN_TABLE, NULL);

  self->columns = columns;
  self->n_columns = n;
  self->owner = owner;
  self->text = text;
  self->light = light;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  for (guint i = 0; i < n; i++)
    add_column (self, i);
  align_titles (self);
  g_signal_connect_object (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view)), "changed", G_CALLBACK (sorted_cb),
                           self, G_CONNECT_SWAPPED);
  /* The row of titles, and the list below it that takes the focus. */
  for (GtkWidget *part = gtk_widget_get_first_child (self->view); part != NULL;
       part = gtk_widget_get_next_sibling (part))
    gtk_accessible_update_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}
