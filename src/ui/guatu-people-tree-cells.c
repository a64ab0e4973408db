/* guatu-people-tree-cells.c — the lines of the tree of units and people, which can be folded and dragged. */
#include "guatu-people-tree-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-light-shape.h"

/* Pixels by which what stands below a unit is set in. */
#define STEP 18

typedef struct
{
  GtkWidget *root;
  GtkWidget *inset;
  GtkWidget *arrow;
  GtkWidget *light;
  GtkWidget *name;
  GtkWidget *head;
  GtkWidget *detail;
  GtkWidget *count;
  GuatuPeopleRow *row;      /* that is shown; borrowed */
  GuatuPeopleTree *tree;
  gulong     changed;
} Cell;

static void
set_class (Cell       *cell,
           const char *class,
           gboolean    is)
{
  if (is)
    gtk_widget_add_css_class (cell->root, class);
  else
    gtk_widget_remove_css_class (cell->root, class);
}

static void
show_cell (Cell *cell)
{
  const GuatuPlan *plan = guatu_people_tree_plan (cell->tree);
  GuatuPeopleRow *row = cell->row;
  g_autofree char *detail = guatu_people_row_detail (row, plan), *words = guatu_people_row_words (row, plan);
  g_autofree char *count = row->n_tasks > 0 ? g_strdup_printf ("%u", row->n_tasks) : g_strdup ("");

  if (guatu_people_tree_row (cell->tree, row->table, row->id) < 0)
    return;
  gtk_widget_set_size_request (cell->inset, (int) row->depth * STEP, -1);
  gtk_widget_set_opacity (cell->arrow, row->has_more ? 1 : 0);
  gtk_widget_set_can_target (cell->arrow, row->has_more);
  gtk_button_set_icon_name (GTK_BUTTON (cell->arrow), row->folded ? "pan-end-symbolic" : "pan-down-symbolic");
  guatu_light_shape_set (GUATU_LIGHT_SHAPE (cell->light), row->light);
  gtk_widget_set_opacity (cell->light, row->n_tasks > 0 ? 1 : 0);
  gtk_label_set_text (GTK_LABEL (cell->name), guatu_people_tree_name (cell->tree, row->table, row->id));
  gtk_label_set_text (GTK_LABEL (cell->detail), detail);
  gtk_label_set_text (GTK_LABEL (cell->count), count);
  gtk_widget_set_visible (cell->head, row->head);
  set_class (cell, "unit", row->table == GUATU_TABLE_UNIT);
  set_class (cell, "member", row->membership != 0);
  gtk_widget_set_tooltip_text (cell->root, words);
  /* It is GTK's widget around it that takes the focus. */
  if (gtk_widget_get_parent (cell->root) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (cell->root)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    words, -1);
}

static void
arrow_cb (Cell *cell)
{
  if (cell->row != NULL && cell->row->has_more)
    guatu_people_rows_fold (cell->tree->rows, cell->row->id, !cell->row->folded);
}

/* "unit 123": all that a drop needs to know. */
static GdkContentProvider *
prepare_cb (Cell *cell)
{
  g_autofree char *text = NULL;

  if (cell->row == NULL || guatu_document_get_read_only_reason (cell->tree->document) != NULL)
    return NULL;
  text = g_strdup_printf ("%s %" G_GINT64_FORMAT, guatu_table_info (cell->row->table)->name, cell->row->id);

  return gdk_content_provider_new_typed (G_TYPE_STRING, text);
}

static gboolean
drop_cb (Cell         *cell,
         const GValue *value)
{
  g_auto(GStrv) words = g_strsplit (g_value_get_string (value), " ", 2);
  int table = words[0] != NULL ? guatu_table_find (words[0]) : -1;
  gint64 id = table >= 0 && words[1] != NULL ? g_ascii_strtoll (words[1], NULL, 10) : 0;

  if (cell->row == NULL || (table != GUATU_TABLE_UNIT && table != GUATU_TABLE_PERSON)
      || guatu_people_tree_row (cell->tree, (GuatuTable) table, id) < 0)
    return FALSE;

  return guatu_people_tree_drop (cell->tree, (GuatuTable) table, id, cell->row);
}

static void
add_drag (Cell *cell)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), cell);
  gtk_widget_add_controller (cell->root, GTK_EVENT_CONTROLLER (source));
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), cell);
  gtk_widget_add_controller (cell->root, GTK_EVENT_CONTROLLER (target));
}

static GtkWidget *
label_of (const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, class);

  return label;
}

static void
add_parts (Cell *cell)
{
  GtkWidget *parts[7];

  cell->root = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  parts[0] = cell->inset = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  parts[1] = cell->arrow = gtk_button_new_from_icon_name ("pan-down-symbolic");
  parts[2] = cell->light = guatu_light_shape_new_quiet (GUATU_LIGHT_NONE);
  parts[3] = cell->name = label_of ("name");
  parts[4] = cell->head = gtk_label_new (_("Head"));
  parts[5] = cell->detail = label_of ("dim-label");
  parts[6] = cell->count = gtk_label_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    gtk_box_append (GTK_BOX (cell->root), parts[i]);
  gtk_widget_add_css_class (cell->arrow, "flat");
  gtk_widget_add_css_class (cell->head, "head");
  gtk_widget_set_valign (cell->head, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (cell->arrow, GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (cell->arrow, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell->arrow), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Show or hide what stands below"), -1);
  gtk_widget_set_hexpand (cell->detail, TRUE);
  gtk_widget_add_css_class (cell->count, "dim-label");
  gtk_widget_add_css_class (cell->count, "numeric");
}

static void
setup_cb (GuatuPeopleTree *self,
          GtkListItem     *item)
{
  Cell *cell = g_new0 (Cell, 1);

  cell->tree = self;
  add_parts (cell);
  g_signal_connect_swapped (cell->arrow, "clicked", G_CALLBACK (arrow_cb), cell);
  add_drag (cell);
  gtk_list_item_set_child (item, cell->root);
  g_object_set_data_full (G_OBJECT (item), "cell", cell, g_free);
}

static void
bind_cb (GuatuPeopleTree *self,
         GtkListItem     *item)
{
  Cell *cell = g_object_get_data (G_OBJECT (item), "cell");

  cell->row = gtk_list_item_get_item (item);
  cell->changed = g_signal_connect_swapped (cell->row, "changed", G_CALLBACK (show_cell), cell);
  show_cell (cell);
}

static void
unbind_cb (GuatuPeopleTree *self,
           GtkListItem     *item)
{
  Cell *cell = g_object_get_data (G_OBJECT (item), "cell");

  g_clear_signal_handler (&cell->changed, cell->row);
  cell->row = NULL;
}

GtkListItemFactory *
guatu_people_tree_cells_new (GuatuPeopleTree *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);

  return factory;
}
