/* guatu-row-list.c — shows the rows of a table, and carries out what is done to them. */
#include "guatu-row-list.h"

#include <glib/gi18n-lib.h>

#include "guatu-row-form.h"
#include "guatu-row-merge.h"
#include "guatu-screen-palette.h"
#include "guatu-swatch.h"
#include "guatu-tab-stop.h"

struct _GuatuRowList
{
  GtkWidget               parent_instance;

  /* Children */
  GtkWidget              *box;
  GtkWidget              *buttons;
  GtkWidget              *add;
  GtkListBox             *list;

  /* Owned references */
  GuatuDocument          *document;

  const GuatuRowListKind *kind;
  gint64                  owner;
  gint64                  selected;
};

G_DEFINE_FINAL_TYPE (GuatuRowList, guatu_row_list, GTK_TYPE_WIDGET)

enum { SELECTED, REMOVED, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

#define ID "guatu-id"

static const GuatuPlan *
plan_of (GuatuRowList *self)
{
  return guatu_document_get_plan (self->document);
}

static gint64
id_of (gpointer widget)
{
  return *(gint64 *) g_object_get_data (G_OBJECT (widget), ID);
}

static const char *
name_of (GuatuRowList *self,
         gint32        row)
{
  return guatu_plan_string (plan_of (self), self->kind->table, row, self->kind->fields[0]);
}

static gint32
selected_row (GuatuRowList *self)
{
  return self->selected != 0 ? guatu_plan_find (plan_of (self), self->kind->table, self->selected) : -1;
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
  GdkRGBA colour = self->kind->colour (plan_of (self), row);

  gtk_box_append (GTK_BOX (box), guatu_swatch_new (&colour));
  gtk_box_append (GTK_BOX (box), texts);

  return box;
}

static GtkWidget *
row_new (GuatuRowList *self,
         gint32        row)
{
  GtkWidget *widget = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  gint64 id = guatu_plan_id (plan_of (self), self->kind->table, row);
  g_autofree char *detail = self->kind->detail != NULL ? self->kind->detail (plan_of (self), row) : g_strdup ("");
  /* Translators: the name of something, and what is said of it. */
  g_autofree char *words = g_strdup_printf (C_("row", "%1$s: %2$s"), name_of (self, row), detail);

  gtk_box_append (GTK_BOX (box), label_new (name_of (self, row), "name"));
  if (*detail != '\0')
    {
      GtkWidget *label = label_new (detail, "caption");

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (widget), self->kind->colour != NULL ? marked (self, row, box) : box);
  gtk_widget_set_tooltip_text (widget, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (widget), ID, g_memdup2 (&id, sizeof id), g_free);

  return widget;
}

/* Whether there is another row. */
static gboolean
has_others (GuatuRowList *self)
{
  return gtk_list_box_get_row_at_index (self->list, 1) != NULL;
}

static void
update_actions (GuatuRowList *self)
{
  gboolean writable = guatu_document_get_read_only_reason (self->document) == NULL;
  gboolean any = writable && selected_row (self) >= 0, ordered = guatu_field_find (self->kind->table, "position") > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rows.add",
                                 writable && self->kind->add != NULL
                                 && (self->kind->owner_field == 0 || self->owner != 0));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rows.edit", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rows.remove", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rows.merge",
                                 any && self->kind->merging != NULL && has_others (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rows.up", any && ordered);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rows.down", any && ordered);
}

static void
selected_cb (GuatuRowList  *self,
             GtkListBoxRow *row)
{
  gint64 id = row != NULL ? id_of (row) : 0;

  if (id == self->selected)
    return;
  self->selected = id;
  update_actions (self);
  g_signal_emit (self, signals[SELECTED], 0, id);
}

static GtkListBoxRow *
find_row (GuatuRowList *self,
          gint64        id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (id_of (row) == id)
      return row;

  return NULL;
}

static void
fill (GuatuRowList *self)
{
  guint n;
  g_autofree gint32 *rows = guatu_plan_in_order (plan_of (self), self->kind->table, &n);
  gint32 owner = self->owner != 0
                 ? guatu_plan_find (plan_of (self), guatu_field (self->kind->table, self->kind->owner_field)->target,
                                    self->owner) : -1;

  for (guint i = 0; i < n; i++)
    if (self->kind->owner_field == 0
        || (owner >= 0
            && guatu_plan_number (plan_of (self), self->kind->table, rows[i], self->kind->owner_field) == owner))
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

  row = find_row (self, selected);
  at = row != NULL ? gtk_list_box_row_get_index (row) : 0;
  g_signal_handlers_block_by_func (self->list, selected_cb, self);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    {
      guatu_keep_for_now (GTK_WIDGET (row));
      gtk_list_box_remove (self->list, GTK_WIDGET (row));
    }
  fill (self);
  /* Where it is gone, the one that came into its place. */
  row = find_row (self, selected);
  for (; row == NULL && at >= 0; at--)
    row = gtk_list_box_get_row_at_index (self->list, at);
  gtk_list_box_select_row (self->list, row);
  g_signal_handlers_unblock_by_func (self->list, selected_cb, self);
  selected_cb (self, row);
  update_actions (self);
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

  row = find_row (self, id);
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

/* Actions -------------------------------------------------------------------------------------------- */

static void
made_cb (gpointer data,
         gint64   id)
{
  guatu_row_list_refresh (data);
  guatu_row_list_select (data, id);
}

static void
show_form (GuatuRowList *self,
           gint64        id,
           GtkWidget    *at)
{
  GtkWidget *form = guatu_row_form_new (self->document, id != 0 ? _(self->kind->edit) : _(self->kind->add),
                                        self->kind->table, self->kind->fields, id, self->kind->owner_field,
                                        self->owner, made_cb, self);

  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (form), GTK_WIDGET (self), at);
}

static void
add_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  show_form (GUATU_ROW_LIST (widget), 0, GUATU_ROW_LIST (widget)->add);
}

static void
edit_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  GuatuRowList *self = GUATU_ROW_LIST (widget);
  GtkListBoxRow *row = find_row (self, self->selected);

  if (row != NULL)
    show_form (self, self->selected, GTK_WIDGET (row));
}

static void
fail (GuatuRowList *self,
      const GError *error)
{
  gtk_widget_error_bell (GTK_WIDGET (self));
  g_signal_emit (self, signals[FAILED], 0, error->message);
}

static void
merged_cb (gpointer    data,
           const char *what,
           gint64      id)
{
  GuatuRowList *self = data;

  guatu_row_list_refresh (self);
  if (id != 0)
    guatu_row_list_select (self, id);
  g_signal_emit (self, signals[REMOVED], 0, what);
}

static void
show_merge_form (GuatuRowList *self,
                 gboolean      removing)
{
  GtkListBoxRow *row = find_row (self, self->selected);
  GtkWidget *form = guatu_row_merge_form_new (self->document, self->kind, self->owner, self->selected, removing,
                                              merged_cb, self);

  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (form), GTK_WIDGET (self), row != NULL ? GTK_WIDGET (row)
                                                                                       : GTK_WIDGET (self));
}

static void
merge_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  GuatuRowList *self = GUATU_ROW_LIST (widget);

  if (self->kind->merging != NULL && selected_row (self) >= 0)
    show_merge_form (self, FALSE);
}

static void
remove_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  GuatuRowList *self = GUATU_ROW_LIST (widget);
  gint32 row = selected_row (self);
  g_autoptr(GError) error = NULL;
  g_autofree char *what = NULL, *detail = NULL;

  if (row < 0)
    return;
  if (self->kind->merging != NULL && guatu_row_n_users (plan_of (self), self->kind, row) > 0)
    {
      show_merge_form (self, TRUE);
      return;
    }
  detail = self->kind->detail != NULL ? self->kind->detail (plan_of (self), row) : g_strdup ("");
  /* Translators: the name of what was removed, and what was in it. */
  what = *detail != '\0' ? g_strdup_printf (_("Removed “%1$s” (%2$s)"), name_of (self, row), detail)
                         : g_strdup_printf (_("Removed “%s”"), name_of (self, row));
  if (!guatu_document_remove (self->document, self->kind->table, self->selected, &error))
    {
      fail (self, error);
      return;
    }
  guatu_row_list_refresh (self);
  g_signal_emit (self, signals[REMOVED], 0, what);
}

static void
move (GuatuRowList *self,
      int           by)
{
  g_autoptr(GError) error = NULL;

  if (selected_row (self) < 0)
    return;
  if (!guatu_document_move_row (self->document, self->kind->table, self->selected, by, &error))
    fail (self, error);
  else
    guatu_row_list_refresh (self);
}

static void
up_cb (GtkWidget  *widget,
       const char *action,
       GVariant   *parameter)
{
  move (GUATU_ROW_LIST (widget), -1);
}

static void
down_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  move (GUATU_ROW_LIST (widget), 1);
}

static void
activated_cb (GuatuRowList *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "rows.edit", NULL);
}

/* The class ------------------------------------------------------------------------------------------ */

static GtkWidget *
button_new (const char *icon,
            const char *action,
            const char *tip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);

  return button;
}

GtkListBox *
guatu_row_list_get_list (GuatuRowList *self)
{
  g_return_val_if_fail (GUATU_IS_ROW_LIST (self), NULL);

  return self->list;
}

static GtkWidget *
make_head (GuatuRowList *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *title = label_new (_(self->kind->title), "heading");

  gtk_widget_set_hexpand (title, TRUE);
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  if (self->kind->add != NULL)
    {
      self->add = button_new ("list-add-symbolic", "rows.add", _(self->kind->add));
      gtk_box_append (GTK_BOX (self->buttons), self->add);
    }
  gtk_box_append (GTK_BOX (self->buttons), button_new ("document-edit-symbolic", "rows.edit", _(self->kind->edit)));
  if (guatu_field_find (self->kind->table, "position") > 0)
    {
      gtk_box_append (GTK_BOX (self->buttons), button_new ("go-up-symbolic", "rows.up", _("Move up")));
      gtk_box_append (GTK_BOX (self->buttons), button_new ("go-down-symbolic", "rows.down", _("Move down")));
    }
  if (self->kind->merging != NULL)
    gtk_box_append (GTK_BOX (self->buttons),
                    button_new ("go-jump-symbolic", "rows.merge", _(self->kind->merging->title)));
  gtk_box_append (GTK_BOX (self->buttons), button_new ("user-trash-symbolic", "rows.remove", _("Remove")));
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->buttons);
  gtk_widget_add_css_class (head, "list-head");

  return head;
}

static void
put_together (GuatuRowList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *empty = gtk_label_new (_(self->kind->empty));

  gtk_label_set_wrap (GTK_LABEL (empty), TRUE);
  gtk_label_set_justify (GTK_LABEL (empty), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (empty), 30);
  gtk_widget_add_css_class (empty, "dim-label");
  gtk_widget_add_css_class (empty, "empty");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_placeholder (self->list, empty);
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
  GtkListBoxRow *row = find_row (self, self->selected);

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
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
    guint key;
    GdkModifierType state;
  } actions[] = {
    { "rows.add", add_cb, GDK_KEY_Insert, 0 },
    { "rows.edit", edit_cb, GDK_KEY_F2, 0 },
    { "rows.remove", remove_cb, GDK_KEY_Delete, 0 },
    { "rows.merge", merge_cb, GDK_KEY_m, GDK_CONTROL_MASK },
    { "rows.up", up_cb, GDK_KEY_Up, GDK_ALT_MASK },
    { "rows.down", down_cb, GDK_KEY_Down, GDK_ALT_MASK },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_row_list_dispose;
  widget_class->grab_focus = guatu_row_list_grab_focus;
  guatu_tab_goes_through (widget_class);

  signals[SELECTED] = g_signal_new ("selected", GUATU_TYPE_ROW_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[REMOVED] = g_signal_new ("removed", GUATU_TYPE_ROW_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", GUATU_TYPE_ROW_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
      gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].state, actions[i].name, NULL);
    }
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
