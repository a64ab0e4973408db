/* guatu-tab-stop.c — says where the focus goes, for widgets that let it go everywhere. */
#include "guatu-tab-stop.h"

struct _GuatuTabStop
{
  GtkWidget  parent_instance;

  GtkWidget *child;
  GtkWidget *list;              /* the child, or in it */
};

G_DEFINE_FINAL_TYPE (GuatuTabStop, guatu_tab_stop, GTK_TYPE_WIDGET)

static GtkWidget *
stop_of (GuatuTabStop *self)
{
  GtkWidget *first = NULL;

  if (GTK_IS_LIST_BOX (self->list) && gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)) != NULL)
    return GTK_WIDGET (gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)));

  for (GtkWidget *one = gtk_widget_get_first_child (self->list); one != NULL; one = gtk_widget_get_next_sibling (one))
    {
      if (GTK_IS_TOGGLE_BUTTON (one) && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (one)))
        return one;
      if (first == NULL && gtk_widget_get_visible (one) && gtk_widget_get_focusable (one))
        first = one;
    }

  return first;
}

/* It knows itself where one was; else it is shown the row that is selected. Without rows it takes the focus itself, so
 * that this is not nowhere. */
static gboolean
enter_list_view (GtkListView *list)
{
  GtkSelectionModel *model = gtk_list_view_get_model (list);
  guint n = model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (model)) : 0;
  guint position = GTK_IS_SINGLE_SELECTION (model) ? gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (model))
                                                   : 0;

  if (n == 0)
    return gtk_widget_grab_focus (GTK_WIDGET (list));
  if (!gtk_widget_is_focus (GTK_WIDGET (list)) && gtk_widget_child_focus (GTK_WIDGET (list), GTK_DIR_TAB_FORWARD)
      && !gtk_widget_is_focus (GTK_WIDGET (list)))
    return TRUE;
  gtk_widget_activate_action (GTK_WIDGET (list), "list.scroll-to-item", "u", position < n ? position : 0);

  return gtk_widget_grab_focus (GTK_WIDGET (list));
}

static gboolean
guatu_tab_stop_grab_focus (GtkWidget *widget)
{
  GuatuTabStop *self = GUATU_TAB_STOP (widget);
  GtkWidget *stop;

  if (GTK_IS_LIST_VIEW (self->list))
    return enter_list_view (GTK_LIST_VIEW (self->list));
  stop = stop_of (self);

  return stop != NULL && gtk_widget_grab_focus (stop);
}

static gboolean
guatu_tab_stop_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  GuatuTabStop *self = GUATU_TAB_STOP (widget);
  GtkWidget *row;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (guatu_tab_stop_parent_class)->focus (widget, direction);
  if (gtk_widget_get_focus_child (widget) == NULL)
    return guatu_tab_stop_grab_focus (widget);
  row = gtk_widget_get_focus_child (self->list);

  return row != NULL && gtk_widget_child_focus (row, direction);
}

/* It takes as much room as what it holds would. */
static void
guatu_tab_stop_compute_expand (GtkWidget *widget,
                               gboolean  *across,
                               gboolean  *down)
{
  GtkWidget *child = GUATU_TAB_STOP (widget)->child;

  *across = child != NULL && gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
  *down = child != NULL && gtk_widget_compute_expand (child, GTK_ORIENTATION_VERTICAL);
}

static void
guatu_tab_stop_dispose (GObject *object)
{
  g_clear_pointer (&GUATU_TAB_STOP (object)->child, gtk_widget_unparent);

  G_OBJECT_CLASS (guatu_tab_stop_parent_class)->dispose (object);
}

static void
guatu_tab_stop_class_init (GuatuTabStopClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_tab_stop_dispose;
  widget_class->compute_expand = guatu_tab_stop_compute_expand;
  widget_class->focus = guatu_tab_stop_focus;
  widget_class->grab_focus = guatu_tab_stop_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
guatu_tab_stop_init (GuatuTabStop *self)
{
}

GtkWidget *
guatu_tab_stop_new (GtkWidget *child,
                    GtkWidget *list)
{
  GuatuTabStop *self = g_object_new (GUATU_TYPE_TAB_STOP, NULL);

  self->child = child;
  self->list = list;
  /* The rows of a table are in a list of its own. */
  if (GTK_IS_COLUMN_VIEW (list))
    for (GtkWidget *one = gtk_widget_get_first_child (list); one != NULL; one = gtk_widget_get_next_sibling (one))
      if (GTK_IS_LIST_VIEW (one))
        self->list = one;
  gtk_widget_set_parent (child, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

static gboolean
focus_parts (GtkWidget        *widget,
             GtkDirectionType  direction)
{
  gboolean back = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP || direction == GTK_DIR_LEFT;
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (child == NULL)
    child = back ? gtk_widget_get_last_child (widget) : gtk_widget_get_first_child (widget);
  for (; child != NULL; child = back ? gtk_widget_get_prev_sibling (child) : gtk_widget_get_next_sibling (child))
    if (gtk_widget_child_focus (child, direction))
      return TRUE;

  return FALSE;
}

void
guatu_tab_goes_through (GtkWidgetClass *class)
{
  class->focus = focus_parts;
}
