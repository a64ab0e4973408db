/* guatu-import-found.c — tasks as they would come, their dates as scheduled beside those that the file recorded. */
#include "guatu-import-found.h"

#include <glib/gi18n.h>

#include "guatu-notes-list.h"
#include "guatu-task-edit.h"

enum { CELL_NUMBER, CELL_NAME, CELL_START, CELL_FINISH, CELL_SAID_START, CELL_SAID_FINISH };

/* The rows ------------------------------------------------------------------------------------------- */

#define GUATU_TYPE_FOUND_ROW (guatu_found_row_get_type ())

G_DECLARE_FINAL_TYPE (GuatuFoundRow, guatu_found_row, GUATU, FOUND_ROW, GObject)

struct _GuatuFoundRow
{
  GObject        parent_instance;

  GuatuImported *imported;
  gint32         task;
  guint          number;            /* in the outline, from 1 */
};

G_DEFINE_FINAL_TYPE (GuatuFoundRow, guatu_found_row, G_TYPE_OBJECT)

static void
guatu_found_row_finalize (GObject *object)
{
  guatu_imported_unref (GUATU_FOUND_ROW (object)->imported);

  G_OBJECT_CLASS (guatu_found_row_parent_class)->finalize (object);
}

static void
guatu_found_row_class_init (GuatuFoundRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = guatu_found_row_finalize;
}

static void
guatu_found_row_init (GuatuFoundRow *self)
{
}

/* Rows are made when they are looked at. */
#define GUATU_TYPE_FOUND_LIST (guatu_found_list_get_type ())

G_DECLARE_FINAL_TYPE (GuatuFoundList, guatu_found_list, GUATU, FOUND_LIST, GObject)

struct _GuatuFoundList
{
  GObject        parent_instance;

  GuatuImported *imported;
  GArray        *numbers;           /* of guint: places in the outline */
};

static void
list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GuatuFoundList, guatu_found_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return GUATU_TYPE_FOUND_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return GUATU_FOUND_LIST (model)->numbers->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  GuatuFoundList *self = GUATU_FOUND_LIST (model);
  GuatuFoundRow *row;
  guint n;
  const gint32 *outline = guatu_plan_outline (self->imported->plan, &n);

  if (position >= self->numbers->len)
    return NULL;
  row = g_object_new (GUATU_TYPE_FOUND_ROW, NULL);
  row->imported = guatu_imported_ref (self->imported);
  row->number = g_array_index (self->numbers, guint, position) + 1;
  row->task = outline[row->number - 1];
  return row;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
guatu_found_list_finalize (GObject *object)
{
  GuatuFoundList *self = GUATU_FOUND_LIST (object);

  guatu_imported_unref (self->imported);
  g_array_unref (self->numbers);

  G_OBJECT_CLASS (guatu_found_list_parent_class)->finalize (object);
}

static void
guatu_found_list_class_init (GuatuFoundListClass *class)
{
  G_OBJECT_CLASS (class)->finalize = guatu_found_list_finalize;
}

static void
guatu_found_list_init (GuatuFoundList *self)
{
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
}

/* Shows every task, or those alone that are scheduled otherwise. */
static void
fill (GuatuFoundList *self,
      gboolean        all)
{
  guint before = self->numbers->len;
  guint n;
  const gint32 *outline = guatu_plan_outline (self->imported->plan, &n);

  g_array_set_size (self->numbers, 0);
  for (guint i = 0; i < n; i++)
    if (all || guatu_imported_differs (self->imported, outline[i]))
      g_array_append_val (self->numbers, i);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->numbers->len);
}

/* The table ------------------------------------------------------------------------------------------ */

static char *
cell_text (const GuatuFoundRow *row,
           guint                column)
{
  const GuatuPlan *plan = row->imported->plan;

  switch (column)
    {
    case CELL_NUMBER:
      return g_strdup_printf ("%u", row->number);
    case CELL_NAME:
      return g_strdup_printf ("%*s%s", (int) MIN (3 * guatu_plan_task_depth (plan, row->task), 45), "",
                              guatu_plan_task_name (plan, row->task));
    case CELL_START:
      return guatu_moment_label (row->imported->schedule->start[row->task]);
    case CELL_FINISH:
      return guatu_moment_label (row->imported->schedule->finish[row->task]);
    case CELL_SAID_START:
      return guatu_moment_label (guatu_plan_task_number (plan, row->task, GUATU_TASK_RECORDED_START));
    default:
      return guatu_moment_label (guatu_plan_task_number (plan, row->task, GUATU_TASK_RECORDED_FINISH));
    }
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  data)
{
  guint column = GPOINTER_TO_UINT (data);
  const GuatuFoundRow *row = gtk_list_item_get_item (item);
  GtkWidget *cell = gtk_list_item_get_child (item);
  g_autofree char *text = cell_text (row, column);

  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
  /* A name may be longer than its column. */
  if (column == CELL_NAME)
    gtk_widget_set_tooltip_text (cell, guatu_plan_task_name (row->imported->plan, row->task));
  if (column >= CELL_SAID_START && guatu_imported_differs (row->imported, row->task))
    gtk_widget_add_css_class (cell, "warning");
  else
    gtk_widget_remove_css_class (cell, "warning");
}

static void
add_column (GtkColumnView *view,
            guint          number,
            const char    *title,
            int            width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (number));
  gtk_column_view_column_set_resizable (column, TRUE);
  if (width > 0)
    gtk_column_view_column_set_fixed_width (column, width);
  else
    gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (view, column);
  g_object_unref (column);
}

static GtkWidget *
new_table (GuatuFoundList *rows)
{
  GtkNoSelection *selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (rows)));
  GtkWidget *view = gtk_column_view_new (GTK_SELECTION_MODEL (selection));
  GtkWidget *scroller = gtk_scrolled_window_new ();

  add_column (GTK_COLUMN_VIEW (view), CELL_NUMBER, _("No."), 64);
  add_column (GTK_COLUMN_VIEW (view), CELL_NAME, _("Task"), 0);
  add_column (GTK_COLUMN_VIEW (view), CELL_START, _("Start as scheduled"), 150);
  add_column (GTK_COLUMN_VIEW (view), CELL_FINISH, _("Finish as scheduled"), 150);
  if (rows->imported->n_recorded > 0)
    {
      add_column (GTK_COLUMN_VIEW (view), CELL_SAID_START, _("Start as recorded"), 150);
      add_column (GTK_COLUMN_VIEW (view), CELL_SAID_FINISH, _("Finish as recorded"), 150);
    }
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Tasks as they would come"),
                                  -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_size_request (scroller, -1, 200);
  gtk_widget_add_css_class (scroller, "frame");

  return scroller;
}

static void
toggled_cb (GtkCheckButton *button,
            GuatuFoundList *rows)
{
  fill (rows, !gtk_check_button_get_active (button));
}

static GtkWidget *
new_switch (GuatuFoundList *rows)
{
  GtkWidget *button = gtk_check_button_new_with_mnemonic (_("Only tasks that are scheduled _otherwise than recorded"));

  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), rows, 0);
  return button;
}

/* What does not come --------------------------------------------------------------------------------- */

static GtkWidget *
new_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static void
add_notes (GtkBox           *box,
           const GuatuNotes *notes)
{
  guint n = guatu_notes_count (notes);
  g_autofree char *text = NULL;
  GtkWidget *list;

  if (n == 0)
    return;
  text = g_strdup_printf (ngettext ("%u thing does not come, or comes otherwise",
                                    "%u things do not come, or come otherwise", n), n);
  list = guatu_notes_list_new (notes, text);
  gtk_widget_set_size_request (list, -1, 120);
  gtk_widget_add_css_class (list, "frame");
  gtk_box_append (box, new_heading (text));
  gtk_box_append (box, list);
}

GtkWidget *
guatu_import_found_new (GuatuImported *imported)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autoptr(GuatuFoundList) rows = g_object_new (GUATU_TYPE_FOUND_LIST, NULL);

  rows->imported = guatu_imported_ref (imported);
  fill (rows, TRUE);
  if (imported->n_different > 0)
    gtk_box_append (GTK_BOX (box), new_switch (rows));
  gtk_box_append (GTK_BOX (box), new_table (rows));
  add_notes (GTK_BOX (box), imported->notes);

  return box;
}
