/* guatu-row-list.c — shows the rows of a table in their order, and keeps one of them selected. */
#include "guatu-row-list-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-desk-page.h"
#include "guatu-form-popover.h"
#include "guatu-screen-palette.h"
#include "guatu-swatch.h"
#include "guatu-tab-stop.h"

G_DEFINE_FINAL_TYPE (GuatuRowList, guatu_row_list, GTK_TYPE_WIDGET)

enum { SELECTED, N_SIGNALS };

static guint signals[N_SIGNALS];

#define ID "guatu-id"

const GuatuPlan *
guatu_row_list_plan (GuatuRowList *self)
{
  return guatu_document_get_plan (self->document);
}

const char *
guatu_row_list_name (GuatuRowList *self,
                     gint32        row)
{
  return guatu_plan_string (guatu_row_list_plan (self), self->kind->table, row, self->kind->fields[0]);
}

char *
guatu_row_list_detail (GuatuRowList *self,
                       gint32        row)
{
  return self->kind->detail != NULL ? self->kind->detail (guatu_row_list_plan (self), row) : g_strdup ("");
}

gint32
guatu_row_list_selected_row (GuatuRowList *self)
{
  return self->selected != 0 ? guatu_plan_find (guatu_row_list_plan (self), self->kind->table, self->selected) : -1;
}

/* Rows ----------------------------------------------------------------------------------------------- */

static GtkWidget *
label_new (const char *text,
           const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, class);

  return label;
}

/* With its colour before it. */
static GtkWidget *
marked (GuatuRowList *self,
        gint32        row,
        GtkWidget    *texts)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GdkRGBA colour = self->kind->colour (guatu_row_list_plan (self), row);

  gtk_box_append (GTK_BOX (box), guatu_swatch_new (&colour));
  gtk_box_append (GTK_BOX (box), texts);

  return box;
}

static GtkWidget *
row_new (GuatuRowList *self,
         gint32        row)
{
  GtkWidget *widget = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  g_autofree char *detail = guatu_row_list_detail (self, row);
  /* Translators: the name of something, and what is said of it. */
  g_autofree char *words = g_strdup_printf (C_("row", "%1$s: %2$s"), guatu_row_list_name (self, row), detail);

  gtk_box_append (GTK_BOX (box), label_new (guatu_row_list_name (self, row), "name"));
  if (*detail != '\0')
    {
      GtkWidget *label = label_new (detail, "caption");

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (widget), self->kind->colour != NULL ? marked (self, row, box) : box);
  gtk_widget_set_tooltip_text (widget, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  guatu_desk_page_keep (widget, ID, guatu_plan_id (guatu_row_list_plan (self), self->kind->table, row));

  return widget;
}

static void
selected_cb (GuatuRowList  *self,
             GtkListBoxRow *row)
{
  gint64 id = row != NULL ? guatu_desk_page_kept (row, ID) : 0;

  if (id == self->selected)
    return;
  self->selected = id;
  guatu_row_list_update_actions (self);
  g_signal_emit (self, signals[SELECTED], 0, id);
}

GtkListBoxRow *
guatu_row_list_find (GuatuRowList *self,
                     gint64        id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (guatu_desk_page_kept (row, ID) == id)
      return row;

  return NULL;
}

static void
fill (GuatuRowList *self)
{
  const GuatuPlan *plan = guatu_row_list_plan (self);
  GuatuTable table = self->kind->table;
  guint field = self->kind->owner_field, n;
  g_autofree gint32 *rows = guatu_plan_in_order (plan, table, &n);
  gint32 owner = self->owner != 0 ? guatu_plan_find (plan, guatu_field (table, field)->target, self->owner) : -1;

  for (guint i = 0; i < n; i++)
    if (field == 0 || (owner >= 0 && guatu_plan_number (plan, table, rows[i], field) == owner))
      gtk_list_box_append (self->list, row_new (self, rows[i]));
}

void
guatu_row_list_refresh (GuatuRowList *self)
{
  gint64 selected = self->selected;
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  GtkListBoxRow *row;
  int at = 0;

  g_return_if_fail (GUATU_IS_ROW_LIST (self));

  row = guatu_row_list_find (self, selected);
  at = row != NULL ? gtk_list_box_row_get_index (row) : 0;
  g_signal_handlers_block_by_func (self->list, selected_cb, self);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    {
      guatu_keep_for_now (GTK_WIDGET (row));
      gtk_list_box_remove (self->list, GTK_WIDGET (row));
    }
  fill (self);
  /* Nothing can be said of what belongs to nothing. */
  gtk_label_set_text (GTK_LABEL (self->empty),
                      self->kind->owner_field == 0 || self->owner != 0 ? _(self->kind->empty) : "");
  /* Where it is gone, the one that came into its place. */
  row = guatu_row_list_find (self, selected);
  for (; row == NULL && at >= 0; at--)
    row = gtk_list_box_get_row_at_index (self->list, at);
  gtk_list_box_select_row (self->list, row);
  g_signal_handlers_unblock_by_func (self->list, selected_cb, self);
  selected_cb (self, row);
  guatu_row_list_update_actions (self);
  if (focused && row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

gint64
guatu_row_list_get_selected (GuatuRowList *self)
{
  g_return_val_if_fail (GUATU_IS_ROW_LIST (self), 0);

  return self->selected;
}

gboolean
guatu_row_list_select (GuatuRowList *self,
                       gint64        id)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (GUATU_IS_ROW_LIST (self), FALSE);

  row = guatu_row_list_find (self, id);
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);

  return row != NULL;
}

void
guatu_row_list_set_owner (GuatuRowList *self,
                          gint64        owner)
{
  g_return_if_fail (GUATU_IS_ROW_LIST (self));

  self->owner = owner;
  guatu_row_list_refresh (self);
}

static void
activated_cb (GuatuRowList *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "rows.edit", NULL);
}

/* The class ------------------------------------------------------------------------------------------ */

GtkListBox *
guatu_row_list_get_list (GuatuRowList *self)
{
  g_return_val_if_fail (GUATU_IS_ROW_LIST (self), NULL);

  return self->list;
}

static GtkWidget *
add_button (GuatuRowList *self,
            const char   *icon,
            const char   *action,
            const char   *tip)
{
  GtkWidget *button = guatu_desk_page_icon_button (icon, action, tip);

  gtk_widget_add_css_class (button, "flat");
  gtk_box_append (GTK_BOX (self->buttons), button);

  return button;
}

static GtkWidget *
make_head (GuatuRowList *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *title = label_new (_(self->kind->title), "heading");

  gtk_widget_set_hexpand (title, TRUE);
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  if (self->kind->add != NULL)
    self->add = add_button (self, "list-add-symbolic", "rows.add", _(self->kind->add));
  add_button (self, "document-edit-symbolic", "rows.edit", _(self->kind->edit));
  if (guatu_field_find (self->kind->table, "position") > 0)
    {
      add_button (self, "go-up-symbolic", "rows.up", _("Move up"));
      add_button (self, "go-down-symbolic", "rows.down", _("Move down"));
    }
  if (self->kind->merging != NULL)
    add_button (self, "go-jump-symbolic", "rows.merge", _(self->kind->merging->title));
  add_button (self, "user-trash-symbolic", "rows.remove", _("Remove"));
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->buttons);
  gtk_widget_add_css_class (head, "list-head");

  return head;
}

static void
put_together (GuatuRowList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->empty = guatu_desk_page_message (_(self->kind->empty));
  gtk_label_set_max_width_chars (GTK_LABEL (self->empty), 30);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_placeholder (self->list, self->empty);
  gtk_list_box_set_activate_on_single_click (self->list, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _(self->kind->title), -1);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_focusable (scroller, FALSE);
  gtk_widget_set_vexpand (scroller, TRUE);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), make_head (self));
  gtk_box_append (GTK_BOX (self->box), guatu_tab_stop_new (scroller, GTK_WIDGET (self->list)));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static gboolean
guatu_row_list_grab_focus (GtkWidget *widget)
{
  GuatuRowList *self = GUATU_ROW_LIST (widget);
  GtkListBoxRow *row = guatu_row_list_find (self, self->selected);

  if (row == NULL && self->add == NULL)
    return FALSE;

  return gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->add);
}

static void
guatu_row_list_dispose (GObject *object)
{
  GuatuRowList *self = GUATU_ROW_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (guatu_row_list_parent_class)->dispose (object);
}

static void
guatu_row_list_class_init (GuatuRowListClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_row_list_dispose;
  widget_class->grab_focus = guatu_row_list_grab_focus;
  guatu_tab_goes_through (widget_class);

  signals[SELECTED] = g_signal_new ("selected", GUATU_TYPE_ROW_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_INT64);
  guatu_desk_page_install_signals (widget_class);
  guatu_row_list_install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "rowlist");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
guatu_row_list_init (GuatuRowList *self)
{
}

GtkWidget *
guatu_row_list_new (GuatuDocument          *document,
                    const GuatuRowListKind *kind)
{
  GuatuRowList *self = g_object_new (GUATU_TYPE_ROW_LIST, NULL);

  self->document = g_object_ref (document);
  self->kind = kind;
  put_together (self);
  if (kind->colour != NULL)
    guatu_screen_palette_follow (G_CALLBACK (guatu_row_list_refresh), self);
  guatu_row_list_refresh (self);

  return GTK_WIDGET (self);
}
