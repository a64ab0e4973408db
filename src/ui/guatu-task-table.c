/* guatu-task-table.c — a column view over the rows of a battle view, and where its rows are. */
#include "guatu-task-table.h"

#include <glib/gi18n.h>

#include "guatu-task-table-private.h"

G_DEFINE_FINAL_TYPE (GuatuTaskTable, guatu_task_table, GTK_TYPE_WIDGET)

enum { REMOVED, FAILED, COLUMNS_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* Places --------------------------------------------------------------------------------------------- */

GtkAdjustment *
guatu_task_table_get_vadjustment (GuatuTaskTable *self)
{
  g_return_val_if_fail (GUATU_IS_TASK_TABLE (self), NULL);

  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));
}

void
guatu_task_table_set_cover (GuatuTaskTable *self,
                            int             height)
{
  g_return_if_fail (GUATU_IS_TASK_TABLE (self));

  self->cover = height;
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

void
guatu_task_table_say_columns (GuatuTaskTable *self)
{
  g_signal_emit (self, signals[COLUMNS_CHANGED], 0);
}

/* The class ------------------------------------------------------------------------------------------ */

static void
look_cb (GuatuTaskTable *self)
{
  guatu_table_look_update (self->look);
  guatu_task_table_editing_hold (self);
}

static void
guatu_task_table_dispose (GObject *object)
{
  GuatuTaskTable *self = GUATU_TASK_TABLE (object);

  guatu_task_table_editing_end (self);
  guatu_task_table_drag_stop (self);
  guatu_task_table_clipboard_stop (self);
  guatu_task_table_menu_clear (self);
  g_clear_pointer (&self->drop_mark, gtk_widget_unparent);
  guatu_task_table_columns_clear (self);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  self->list = NULL;
  g_clear_object (&self->model);
  g_clear_pointer (&self->look, guatu_table_look_unref);
  g_clear_object (&self->view);
  g_clear_pointer (&self->cells, g_hash_table_unref);
  g_clear_pointer (&self->waiting, g_hash_table_unref);
  g_clear_pointer (&self->held_text, g_free);

  G_OBJECT_CLASS (guatu_task_table_parent_class)->dispose (object);
}

static void
guatu_task_table_root (GtkWidget *widget)
{
  guatu_task_table_begin_widths (GUATU_TASK_TABLE (widget));
  GTK_WIDGET_CLASS (guatu_task_table_parent_class)->root (widget);
  guatu_task_table_editing_root (GUATU_TASK_TABLE (widget));
}

static void
guatu_task_table_unroot (GtkWidget *widget)
{
  guatu_task_table_menu_clear (GUATU_TASK_TABLE (widget));
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
guatu_task_table_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  gtk_widget_measure (GUATU_TASK_TABLE (widget)->scroller, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
guatu_task_table_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  GuatuTaskTable *self = GUATU_TASK_TABLE (widget);

  gtk_widget_allocate (self->scroller, width, height, baseline, NULL);
  gtk_widget_allocate (self->drop_mark, width, height, baseline, NULL);
  if (self->row_menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->row_menu));
  if (self->choices != NULL)
    gtk_popover_present (GTK_POPOVER (self->choices));
  guatu_task_table_fit_columns (self, width);
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
  signals[COLUMNS_CHANGED] = g_signal_new ("columns-changed", GUATU_TYPE_TASK_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 0);

  widget_class->measure = guatu_task_table_measure;
  widget_class->size_allocate = guatu_task_table_size_allocate;
  guatu_task_table_keys_class_init (widget_class);
  guatu_task_table_clipboard_class_init (widget_class);
  guatu_task_table_menu_class_init (widget_class);
  load_style ();
}

static void
guatu_task_table_init (GuatuTaskTable *self)
{
  self->cells = g_hash_table_new (NULL, NULL);
  self->waiting = g_hash_table_new (NULL, NULL);
  self->current = GUATU_COLUMN_NAME;
}

static void
make_list (GuatuTaskTable *self)
{
  GtkWidget *list = gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->model)));
  GtkAdjustment *adjustment;

  self->list = GTK_COLUMN_VIEW (list);
  gtk_widget_add_css_class (list, "battle-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, C_("table", "Tasks"), -1);
  /* Its parts take the focus as well, and have no names of their own. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (list)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Column headings"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_last_child (list)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_("table", "Tasks"), -1);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_EXTERNAL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), list);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  adjustment = guatu_task_table_get_vadjustment (self);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (guatu_task_table_need_cells), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (guatu_task_table_need_cells), self, G_CONNECT_SWAPPED);
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
  g_signal_connect_object (view, "rows-changed", G_CALLBACK (guatu_task_table_editing_resume), self, G_CONNECT_SWAPPED);
  make_list (self);
  guatu_task_table_columns_init (self);
  guatu_task_table_keys_init (self);
  guatu_task_table_clipboard_init (self);
  guatu_task_table_menu_init (self);
  guatu_task_table_drag_init (self);

  return GTK_WIDGET (self);
}
