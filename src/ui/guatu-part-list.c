/* guatu-part-list.c — makes rows of the parts of a task, keeps those that are right, and the focus in them. */
#include "guatu-part-list-private.h"

typedef struct
{
  GtkWidget     *rows;
  GtkWidget     *error;
  GtkWidget     *buttons;

  GuatuDocument *document;
  gint64         task;
  gboolean       has_empty;     /* there is something to see where there are no parts */
  gboolean       filling;       /* controls change, and nobody has touched them */
} GuatuPartListPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (GuatuPartList, guatu_part_list, GTK_TYPE_WIDGET)

/* What a row is about, and what it says of that. */
typedef struct
{
  gint64 part;
  char  *said;
} Row;

#define ROW "guatu-part"

static GuatuPartListPrivate *
get (GuatuPartList *self)
{
  return guatu_part_list_get_instance_private (self);
}

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->said);
  g_free (row);
}

static Row *
row_of (gpointer widget)
{
  return g_object_get_data (G_OBJECT (widget), ROW);
}

static GtkWidget *
row_at (GuatuPartList *self,
        int            i)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (get (self)->rows), i));
}

/* -1: the part has none. */
static int
index_of (GuatuPartList *self,
          gint64         part)
{
  GtkWidget *row;

  for (int i = 0; (row = row_at (self, i)) != NULL; i++)
    if (row_of (row)->part == part)
      return i;

  return -1;
}

void
guatu_part_list_complain (GuatuPartList *self,
                          const GError  *error)
{
  if (get (self)->error == NULL)
    return;
  gtk_label_set_text (GTK_LABEL (get (self)->error), error != NULL ? error->message : "");
  gtk_widget_set_visible (get (self)->error, error != NULL);
}

/* The focus ------------------------------------------------------------------------------------------ */

/* Where the focus is: in which row, and which of its controls. */
typedef struct
{
  GtkWidget *row;               /* %NULL: elsewhere */
  gint64     part;
  int        index;
  guint      place;
} Spot;

static GtkWidget *
find_focus (GuatuPartList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, get (self)->rows) ? focus : NULL;
}

static Spot
find_spot (GuatuPartList *self)
{
  GtkWidget *focus = find_focus (self);
  Spot spot = { focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL };

  if (spot.row == NULL)
    return spot;
  spot.part = row_of (spot.row)->part;
  spot.index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (spot.row));
  for (GtkWidget *control = guatu_part_control_next (spot.row, NULL);
       control != NULL && control != focus && !gtk_widget_is_ancestor (focus, control);
       control = guatu_part_control_next (spot.row, control))
    spot.place++;

  return spot;
}

static void
focus_spot (GuatuPartList *self,
            Spot           spot)
{
  int index = spot.row != NULL ? index_of (self, spot.part) : -1;
  GtkWidget *row, *control;

  if (spot.row == NULL || (index >= 0 && row_at (self, index) == spot.row))
    return;
  row = row_at (self, index >= 0 ? index : spot.index);
  if (row == NULL && spot.index > 0)
    row = row_at (self, spot.index - 1);
  if (row == NULL)
    {
      gtk_widget_child_focus (get (self)->buttons, GTK_DIR_TAB_FORWARD);
      return;
    }
  control = guatu_part_control_next (row, NULL);
  for (guint i = 0; i < spot.place && control != NULL; i++)
    control = guatu_part_control_next (row, control);
  if (control != NULL)
    gtk_widget_grab_focus (control);
}

/* Rows ----------------------------------------------------------------------------------------------- */

static void
insert_row (GuatuPartList *self,
            gint32         part,
            char          *said,
            int            at)
{
  GuatuPartListClass *class = GUATU_PART_LIST_GET_CLASS (self);
  GtkWidget *row = gtk_list_box_row_new ();
  Row about = { guatu_part_list_get_id (self, part), said };

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), class->make_row (self, part));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  if (!class->boxed)
    gtk_widget_add_css_class (row, "part-row");
  g_object_set_data_full (G_OBJECT (row), ROW, g_memdup2 (&about, sizeof about), row_free);
  gtk_list_box_insert (GTK_LIST_BOX (get (self)->rows), row, at);
}

/* But for those that say what they are to say: @said, by the ids of parts. */
static void
remove_rows (GuatuPartList *self,
             GHashTable    *said)
{
  GtkWidget *row;

  get (self)->filling = TRUE;
  for (int i = 0; (row = row_at (self, i)) != NULL;)
    if (said != NULL && g_strcmp0 (g_hash_table_lookup (said, &row_of (row)->part), row_of (row)->said) == 0)
      i++;
    else
      gtk_list_box_remove (GTK_LIST_BOX (get (self)->rows), row);
  get (self)->filling = FALSE;
}

static void
refill (GuatuPartList *self,
        const gint32  *parts,
        guint          n)
{
  g_autoptr(GHashTable) said = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  Spot spot = find_spot (self);

  if (spot.row != NULL)
    g_object_ref (spot.row);
  for (guint i = 0; i < n; i++)
    {
      gint64 id = guatu_part_list_get_id (self, parts[i]);

      g_hash_table_insert (said, g_memdup2 (&id, sizeof id), GUATU_PART_LIST_GET_CLASS (self)->tell (self, parts[i]));
    }

  remove_rows (self, said);
  get (self)->filling = TRUE;
  for (guint i = 0; i < n; i++)
    {
      gint64 id = guatu_part_list_get_id (self, parts[i]);
      int found = index_of (self, id);

      if (found == (int) i)
        continue;
      if (found >= 0)
        gtk_list_box_remove (GTK_LIST_BOX (get (self)->rows), row_at (self, found));
      insert_row (self, parts[i], g_strdup (g_hash_table_lookup (said, &id)), (int) i);
    }
  get (self)->filling = FALSE;

  focus_spot (self, spot);
  g_clear_object (&spot.row);
}

void
guatu_part_list_show (GuatuPartList *self,
                      gint64         task)
{
  GuatuPartListPrivate *private;
  GuatuPartListClass *class;
  g_autofree gint32 *parts = NULL;
  gboolean writable;
  guint n = 0;

  g_return_if_fail (GUATU_IS_PART_LIST (self));

  private = get (self);
  class = GUATU_PART_LIST_GET_CLASS (self);
  if (task != private->task)
    {
      guatu_part_list_complain (self, NULL);
      private->task = task;
      remove_rows (self, NULL);
    }
  if (guatu_part_list_get_task_row (self) < 0)
    return;

  writable = guatu_document_get_read_only_reason (private->document) == NULL;
  gtk_widget_set_sensitive (private->rows, writable);
  gtk_widget_set_sensitive (private->buttons, writable);
  parts = class->list (self, guatu_part_list_get_task_row (self), &n);
  refill (self, parts, n);
  gtk_widget_set_visible (private->rows, n > 0 || private->has_empty);
  if (class->shown != NULL)
    class->shown (self);
}

gint32 *
guatu_part_list_referrers (GuatuPartList    *self,
                           guint             field,
                           GCompareDataFunc  compare,
                           guint            *n)
{
  const gint32 *found;
  gint32 *sorted;

  g_return_val_if_fail (GUATU_IS_PART_LIST (self), NULL);

  found = guatu_plan_referrers (guatu_part_list_get_plan (self), GUATU_PART_LIST_GET_CLASS (self)->table, field,
                                guatu_part_list_get_task_row (self), n);
  sorted = g_memdup2 (found, *n * sizeof (gint32));
  if (*n > 1)
    g_qsort_with_data (sorted, (int) *n, sizeof (gint32), compare, self);

  return sorted;
}

/* For the controls ----------------------------------------------------------------------------------- */

GtkWidget *
guatu_part_list_find_row (GuatuPartList *self,
                          gint64         part)
{
  int index = get (self)->document != NULL ? index_of (self, part) : -1;

  return index >= 0 ? row_at (self, index) : NULL;
}

gint64
guatu_part_list_find_part (GuatuPartList *self,
                           GtkWidget     *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);

  return row != NULL && get (self)->task != 0 && guatu_part_list_get_task_row (self) >= 0 ? row_of (row)->part : 0;
}

gboolean
guatu_part_list_is_filling (GuatuPartList *self)
{
  return get (self)->filling;
}

void
guatu_part_list_set_filling (GuatuPartList *self,
                             gboolean       filling)
{
  get (self)->filling = filling;
}

/* What it knows -------------------------------------------------------------------------------------- */

GuatuDocument *
guatu_part_list_get_document (GuatuPartList *self)
{
  g_return_val_if_fail (GUATU_IS_PART_LIST (self), NULL);

  return get (self)->document;
}

const GuatuPlan *
guatu_part_list_get_plan (GuatuPartList *self)
{
  g_return_val_if_fail (GUATU_IS_PART_LIST (self), NULL);

  return guatu_document_get_plan (get (self)->document);
}

gint64
guatu_part_list_get_task (GuatuPartList *self)
{
  g_return_val_if_fail (GUATU_IS_PART_LIST (self), 0);

  return get (self)->task;
}

gint32
guatu_part_list_get_task_row (GuatuPartList *self)
{
  g_return_val_if_fail (GUATU_IS_PART_LIST (self), -1);

  return get (self)->task != 0 ? guatu_plan_find (guatu_part_list_get_plan (self), GUATU_TABLE_TASK, get (self)->task)
                               : -1;
}

gint64
guatu_part_list_get_id (GuatuPartList *self,
                        gint32         part)
{
  g_return_val_if_fail (GUATU_IS_PART_LIST (self), 0);

  return guatu_plan_id (guatu_part_list_get_plan (self), GUATU_PART_LIST_GET_CLASS (self)->table, part);
}

GtkListBox *
guatu_part_list_get_rows (GuatuPartList *self)
{
  g_return_val_if_fail (GUATU_IS_PART_LIST (self), NULL);

  return GTK_LIST_BOX (get (self)->rows);
}

const char *
guatu_part_list_get_error (GuatuPartList *self)
{
  g_return_val_if_fail (GUATU_IS_PART_LIST (self), NULL);

  return gtk_label_get_text (GTK_LABEL (get (self)->error));
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_part_list_dispose (GObject *object)
{
  GuatuPartListPrivate *private = get (GUATU_PART_LIST (object));
  GtkWidget *child;

  private->task = 0;
  private->filling = TRUE;
  private->error = private->rows = private->buttons = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&private->document);

  G_OBJECT_CLASS (guatu_part_list_parent_class)->dispose (object);
}

static void
guatu_part_list_class_init (GuatuPartListClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_part_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
new_error (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "error");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_visible (label, FALSE);

  return label;
}

static void
guatu_part_list_init (GuatuPartList *self)
{
  GuatuPartListPrivate *private = get (self);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  private->rows = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (private->rows), GTK_SELECTION_NONE);
  gtk_widget_set_parent (private->rows, GTK_WIDGET (self));
  private->error = new_error ();
  gtk_widget_set_parent (private->error, GTK_WIDGET (self));
  private->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_set_homogeneous (GTK_BOX (private->buttons), TRUE);
  gtk_widget_set_visible (private->buttons, FALSE);
  gtk_widget_set_parent (private->buttons, GTK_WIDGET (self));
}

void
guatu_part_list_describe (GuatuPartList *self,
                          const char    *label,
                          const char    *empty)
{
  GtkWidget *rows, *nothing;

  g_return_if_fail (GUATU_IS_PART_LIST (self));

  rows = get (self)->rows;
  gtk_accessible_update_property (GTK_ACCESSIBLE (rows), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (rows, empty != NULL);
  get (self)->has_empty = empty != NULL;
  if (empty == NULL)
    return;

  nothing = gtk_label_new (empty);
  gtk_widget_add_css_class (nothing, "dim-label");
  if (GUATU_PART_LIST_GET_CLASS (self)->boxed)
    gtk_widget_add_css_class (nothing, "field");
  gtk_list_box_set_placeholder (GTK_LIST_BOX (rows), nothing);
}

GtkWidget *
guatu_part_list_add_button (GuatuPartList *self,
                            const char    *label,
                            GCallback      clicked)
{
  GtkWidget *button;

  g_return_val_if_fail (GUATU_IS_PART_LIST (self), NULL);

  button = gtk_button_new_with_mnemonic (label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "add-part");
  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (get (self)->buttons), button);
  gtk_widget_set_visible (get (self)->buttons, TRUE);

  return button;
}

GtkWidget *
guatu_part_list_new (GType          type,
                     GuatuDocument *document)
{
  GuatuPartList *self = g_object_new (type, NULL);
  gboolean boxed = GUATU_PART_LIST_GET_CLASS (self)->boxed;

  get (self)->document = g_object_ref (document);
  gtk_widget_add_css_class (get (self)->rows, boxed ? "boxed-list" : "parts");
  if (!boxed)
    gtk_widget_add_css_class (GTK_WIDGET (self), "part-card");

  return GTK_WIDGET (self);
}
