/* guatu-change-list.c — makes lines of changes as they come into sight. */
#include "guatu-change-list.h"

#include <glib/gi18n.h>

#include "guatu-tab-stop.h"

/* Pixels. */
#define INDENT 15

typedef enum
{
  LINE_TASK,            /* a task that others belong to */
  LINE_ROW,
  LINE_FIELD,
  LINE_MORE,
} LineKind;

typedef struct
{
  LineKind kind;
  guint    row;
  guint    field;
} Place;

/* Lines ---------------------------------------------------------------------------------------------- */

#define GUATU_TYPE_CHANGE_LINE (guatu_change_line_get_type ())
G_DECLARE_FINAL_TYPE (GuatuChangeLine, guatu_change_line, GUATU, CHANGE_LINE, GObject)

struct _GuatuChangeLine
{
  GObject                 parent_instance;

  LineKind                kind;
  GPtrArray              *rows;         /* keeps the row */
  const GuatuRowChange   *row;          /* %NULL: the line that asks for more */
  const GuatuFieldChange *field;
  char                   *text;
};

G_DEFINE_FINAL_TYPE (GuatuChangeLine, guatu_change_line, G_TYPE_OBJECT)

static void
guatu_change_line_finalize (GObject *object)
{
  GuatuChangeLine *self = GUATU_CHANGE_LINE (object);

  g_ptr_array_unref (self->rows);
  g_free (self->text);

  G_OBJECT_CLASS (guatu_change_line_parent_class)->finalize (object);
}

static void
guatu_change_line_class_init (GuatuChangeLineClass *class)
{
  G_OBJECT_CLASS (class)->finalize = guatu_change_line_finalize;
}

static void
guatu_change_line_init (GuatuChangeLine *self)
{
}

const char *
guatu_change_line_text (gpointer line)
{
  g_return_val_if_fail (GUATU_IS_CHANGE_LINE (line), "");

  return GUATU_CHANGE_LINE (line)->text;
}

/* The model ------------------------------------------------------------------------------------------ */

#define GUATU_TYPE_CHANGE_LINES (guatu_change_lines_get_type ())
G_DECLARE_FINAL_TYPE (GuatuChangeLines, guatu_change_lines, GUATU, CHANGE_LINES, GObject)

struct _GuatuChangeLines
{
  GObject    parent_instance;

  GPtrArray *rows;              /* GuatuRowChange */
  GArray    *places;            /* Place of each line */
  guint      n;                 /* rows that there are */
};

static void lines_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GuatuChangeLines, guatu_change_lines, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, lines_model_init))

static GType
get_item_type (GListModel *model)
{
  return GUATU_TYPE_CHANGE_LINE;
}

static guint
get_n_items (GListModel *model)
{
  return GUATU_CHANGE_LINES (model)->places->len;
}

static char *
say (const GuatuChangeLines *self,
     const GuatuChangeLine  *line)
{
  guint rest = self->n - self->rows->len;

  switch (line->kind)
    {
    case LINE_TASK:
      return g_strdup (line->row->task_name);
    case LINE_ROW:
      return guatu_row_change_title (line->row);
    case LINE_FIELD:
      return guatu_field_change_text (line->field, line->row->kind);
    case LINE_MORE:
    default:
      return g_strdup_printf (ngettext ("%u more row is not shown", "%u more rows are not shown", rest), rest);
    }
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  GuatuChangeLines *self = GUATU_CHANGE_LINES (model);
  GuatuChangeLine *line;
  const Place *place;

  if (position >= self->places->len)
    return NULL;

  place = &g_array_index (self->places, Place, position);
  line = g_object_new (GUATU_TYPE_CHANGE_LINE, NULL);
  line->kind = place->kind;
  line->rows = g_ptr_array_ref (self->rows);
  if (place->kind != LINE_MORE)
    line->row = g_ptr_array_index (self->rows, place->row);
  if (place->kind == LINE_FIELD)
    line->field = g_ptr_array_index (line->row->fields, place->field);
  line->text = say (self, line);

  return line;
}

static void
lines_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* Appends the lines of the rows from @first on; a task is named above what belongs to it. */
static void
place_rows (GuatuChangeLines *self,
            guint             first)
{
  for (guint i = first; i < self->rows->len; i++)
    {
      const GuatuRowChange *row = g_ptr_array_index (self->rows, i);
      const GuatuRowChange *before = i > 0 ? g_ptr_array_index (self->rows, i - 1) : NULL;

      if (row->task != 0 && row->table != GUATU_TABLE_TASK && (before == NULL || before->task != row->task))
        g_array_append_val (self->places, ((Place) { LINE_TASK, i, 0 }));
      g_array_append_val (self->places, ((Place) { LINE_ROW, i, 0 }));
      for (guint j = 0; j < row->fields->len; j++)
        g_array_append_val (self->places, ((Place) { LINE_FIELD, i, j }));
    }
  if (self->rows->len < self->n)
    g_array_append_val (self->places, ((Place) { LINE_MORE, 0, 0 }));
}

static void
guatu_change_lines_finalize (GObject *object)
{
  GuatuChangeLines *self = GUATU_CHANGE_LINES (object);

  g_ptr_array_unref (self->rows);
  g_array_unref (self->places);

  G_OBJECT_CLASS (guatu_change_lines_parent_class)->finalize (object);
}

static void
guatu_change_lines_class_init (GuatuChangeLinesClass *class)
{
  G_OBJECT_CLASS (class)->finalize = guatu_change_lines_finalize;
}

static void
guatu_change_lines_init (GuatuChangeLines *self)
{
  self->rows = g_ptr_array_new ();
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
}

/* The widget ----------------------------------------------------------------------------------------- */

struct _GuatuChangeList
{
  GtkWidget         parent_instance;

  GtkWidget        *stop;
  GtkListView      *list;
  GuatuChangeLines *lines;
  gboolean          restore;
};

G_DEFINE_FINAL_TYPE (GuatuChangeList, guatu_change_list, GTK_TYPE_WIDGET)

enum { RESTORE, MORE, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
follow (GuatuChangeList *self,
        GuatuChangeLine *line)
{
  if (line->kind == LINE_MORE)
    g_signal_emit (self, signals[MORE], 0);
  else if (line->row->task != 0 && line->kind != LINE_FIELD)
    gtk_widget_activate_action (GTK_WIDGET (self), "desk.go", "(sx)", "task", line->row->task);
}

static void
button_cb (GtkWidget   *button,
           GtkListItem *item)
{
  GuatuChangeLine *line = gtk_list_item_get_item (item);
  GuatuChangeList *self = GUATU_CHANGE_LIST (gtk_widget_get_ancestor (button, GUATU_TYPE_CHANGE_LIST));

  if (line == NULL || self == NULL)
    return;
  if (line->kind == LINE_FIELD)
    g_signal_emit (self, signals[RESTORE], 0, (guint) line->row->table, line->row->id, line->field->field);
  else
    follow (self, line);
}

static void
activated_cb (GuatuChangeList *self,
              guint            position)
{
  g_autoptr(GuatuChangeLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), position);

  if (line != NULL)
    follow (self, line);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = gtk_label_new (NULL);
  GtkWidget *button = gtk_button_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* The button stands by what it is about. */
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (button_cb), item, 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_item_set_child (item, box);
}

static void
set_class (GtkWidget  *widget,
           const char *class,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, class);
  else
    gtk_widget_remove_css_class (widget, class);
}

/* "Restore duration: 20 d". */
static char *
restore_text (const GuatuChangeLine *line)
{
  return g_strdup_printf (_("Restore %s: %s"), line->field->label,
                          line->field->before[0] != '\0' ? line->field->before : _("empty"));
}

static void
show_button (GuatuChangeList *self,
             GuatuChangeLine *line,
             GtkWidget       *button)
{
  gboolean restores = line->kind == LINE_FIELD && self->restore && line->field->restorable;
  gboolean leads = line->kind == LINE_TASK || (line->kind == LINE_ROW && line->row->table == GUATU_TABLE_TASK &&
                                               line->row->kind != GUATU_CHANGE_REMOVED);
  g_autofree char *text = restores ? restore_text (line)
                          : g_strdup (line->kind == LINE_MORE ? _("Show More") : _("Show on the Map"));

  gtk_widget_set_visible (button, restores || leads || line->kind == LINE_MORE);
  if (line->kind == LINE_MORE)
    gtk_button_set_label (GTK_BUTTON (button), text);
  else
    gtk_button_set_icon_name (GTK_BUTTON (button), restores ? "edit-undo-symbolic" : "go-next-symbolic");
  gtk_widget_set_tooltip_text (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         GuatuChangeList          *self)
{
  GuatuChangeLine *line = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item), *label = gtk_widget_get_first_child (box);
  gboolean within = line->row != NULL && line->row->task != 0 && line->row->table != GUATU_TABLE_TASK;

  gtk_label_set_text (GTK_LABEL (label), line->text);
  set_class (label, "heading", line->kind == LINE_TASK || (line->kind == LINE_ROW && !within));
  set_class (label, "change-row", line->kind == LINE_ROW && within);
  gtk_widget_set_margin_start (box, INDENT * ((line->kind == LINE_FIELD) + (within && line->kind != LINE_TASK)));
  show_button (self, line, gtk_widget_get_next_sibling (label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, line->text, -1);
}

void
guatu_change_list_set_rows (GuatuChangeList *self,
                            GPtrArray       *rows,
                            guint            n,
                            gboolean         restore)
{
  GuatuChangeLines *lines;
  guint before;

  g_return_if_fail (GUATU_IS_CHANGE_LIST (self) && rows != NULL);

  lines = self->lines;
  before = lines->places->len;
  self->restore = restore;
  g_ptr_array_unref (lines->rows);
  lines->rows = g_ptr_array_ref (rows);
  lines->n = n;
  g_array_set_size (lines->places, 0);
  place_rows (lines, 0);
  g_list_model_items_changed (G_LIST_MODEL (lines), 0, before, lines->places->len);
}

void
guatu_change_list_add_rows (GuatuChangeList *self,
                            GPtrArray       *rows)
{
  GuatuChangeLines *lines;
  guint first, at;

  g_return_if_fail (GUATU_IS_CHANGE_LIST (self) && rows != NULL);

  lines = self->lines;
  if (lines->rows->len >= lines->n)
    return;

  first = lines->rows->len;
  g_ptr_array_extend_and_steal (lines->rows, g_ptr_array_ref (rows));
  /* In place of the line that asked for them. */
  at = lines->places->len - 1;
  g_array_set_size (lines->places, at);
  place_rows (lines, first);
  g_list_model_items_changed (G_LIST_MODEL (lines), at, 1, lines->places->len - at);
}

guint
guatu_change_list_n_rows (GuatuChangeList *self)
{
  g_return_val_if_fail (GUATU_IS_CHANGE_LIST (self), 0);

  return self->lines->rows->len;
}

GListModel *
guatu_change_list_get_lines (GuatuChangeList *self)
{
  g_return_val_if_fail (GUATU_IS_CHANGE_LIST (self), NULL);

  return G_LIST_MODEL (self->lines);
}

static gboolean
guatu_change_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (GUATU_CHANGE_LIST (widget)->list));
}

static void
guatu_change_list_dispose (GObject *object)
{
  GuatuChangeList *self = GUATU_CHANGE_LIST (object);

  g_clear_pointer (&self->stop, gtk_widget_unparent);
  g_clear_object (&self->lines);

  G_OBJECT_CLASS (guatu_change_list_parent_class)->dispose (object);
}

static void
guatu_change_list_class_init (GuatuChangeListClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_change_list_dispose;
  widget_class->grab_focus = guatu_change_list_grab_focus;

  signals[RESTORE] = g_signal_new ("restore", GUATU_TYPE_CHANGE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_INT64, G_TYPE_UINT);
  signals[MORE] = g_signal_new ("more", GUATU_TYPE_CHANGE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
guatu_change_list_init (GuatuChangeList *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *none;
  GtkWidget *scroller;

  self->lines = g_object_new (GUATU_TYPE_CHANGE_LINES, NULL);
  none = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->lines))));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (none, g_steal_pointer (&factory)));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "changes");
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  self->stop = guatu_tab_stop_new (scroller, GTK_WIDGET (self->list));
  gtk_widget_set_parent (self->stop, GTK_WIDGET (self));
}

GtkWidget *
guatu_change_list_new (const char *label)
{
  GuatuChangeList *self = g_object_new (GUATU_TYPE_CHANGE_LIST, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}
