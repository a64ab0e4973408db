/* guatu-people-tree.c — shows units and people in a list, in which one is looked for and chosen. */
#include "guatu-people-tree-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-desk-page.h"
#include "guatu-tab-stop.h"

G_DEFINE_FINAL_TYPE (GuatuPeopleTree, guatu_people_tree, GTK_TYPE_WIDGET)

enum { SELECTED, ENTERED, N_SIGNALS };

static guint signals[N_SIGNALS];

const GuatuPlan *
guatu_people_tree_plan (GuatuPeopleTree *self)
{
  return guatu_document_get_plan (self->document);
}

gint32
guatu_people_tree_row (GuatuPeopleTree *self,
                       GuatuTable       table,
                       gint64           id)
{
  return guatu_plan_find (guatu_people_tree_plan (self), table, id);
}

const char *
guatu_people_tree_name (GuatuPeopleTree *self,
                        GuatuTable       table,
                        gint64           id)
{
  return guatu_plan_string (guatu_people_tree_plan (self), table, guatu_people_tree_row (self, table, id),
                            table == GUATU_TABLE_UNIT ? GUATU_UNIT_NAME : GUATU_PERSON_NAME);
}

/* Selecting ------------------------------------------------------------------------------------------ */

GuatuPeopleRow *
guatu_people_tree_get_selected (GuatuPeopleTree *self)
{
  g_return_val_if_fail (GUATU_IS_PEOPLE_TREE (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}

GListModel *
guatu_people_tree_get_rows (GuatuPeopleTree *self)
{
  g_return_val_if_fail (GUATU_IS_PEOPLE_TREE (self), NULL);

  return G_LIST_MODEL (self->rows);
}

static void
scroll_to (GuatuPeopleTree *self,
           guint            place)
{
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", place);
}

gboolean
guatu_people_tree_select (GuatuPeopleTree *self,
                          GuatuTable       table,
                          gint64           id)
{
  int place;

  g_return_val_if_fail (GUATU_IS_PEOPLE_TREE (self), FALSE);

  place = guatu_people_rows_find (self->rows, table, id);
  if (place < 0 && *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    {
      /* It is hidden by what is looked for. */
      gtk_editable_set_text (GTK_EDITABLE (self->search), "");
      guatu_people_rows_search (self->rows, "");
      place = guatu_people_rows_find (self->rows, table, id);
    }
  if (place < 0)
    return FALSE;
  gtk_single_selection_set_selected (self->selection, (guint) place);
  scroll_to (self, (guint) place);

  return TRUE;
}

static void
update_actions (GuatuPeopleTree *self)
{
  GuatuPeopleRow *row = guatu_people_tree_get_selected (self);
  gboolean writable = guatu_document_get_read_only_reason (self->document) == NULL;
  const char * const moves[] = { "people.up", "people.down", "people.in", "people.out", "people.rename" };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), moves[i], writable && row != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.remove", writable && row != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.add-unit", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.add-person", writable);
}

static void
selected_cb (GuatuPeopleTree *self)
{
  GuatuPeopleRow *row = guatu_people_tree_get_selected (self);

  update_actions (self);
  g_signal_emit (self, signals[SELECTED], 0, row != NULL ? row->table : GUATU_TABLE_UNIT,
                 row != NULL ? row->id : (gint64) 0);
}

void
guatu_people_tree_refresh (GuatuPeopleTree *self)
{
  guint n;

  g_return_if_fail (GUATU_IS_PEOPLE_TREE (self));

  guatu_people_rows_refresh (self->rows);
  n = guatu_plan_n_live (guatu_people_tree_plan (self), GUATU_TABLE_UNIT)
      + guatu_plan_n_live (guatu_people_tree_plan (self), GUATU_TABLE_PERSON);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
  update_actions (self);
}

static void
searched_cb (GuatuPeopleTree *self)
{
  guatu_people_rows_search (self->rows, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
rename_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  g_signal_emit (widget, signals[ENTERED], 0);
}

/* Left folds or goes to the unit above, Right unfolds. */
static gboolean
key_cb (GuatuPeopleTree *self,
        guint            key,
        guint            code,
        GdkModifierType  state)
{
  GuatuPeopleRow *row = guatu_people_tree_get_selected (self);

  if (row == NULL || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if ((key == GDK_KEY_Right || key == GDK_KEY_KP_Right) && row->folded)
    guatu_people_rows_fold (self->rows, row->id, FALSE);
  else if ((key == GDK_KEY_Left || key == GDK_KEY_KP_Left) && row->has_more && !row->folded)
    guatu_people_rows_fold (self->rows, row->id, TRUE);
  else if ((key == GDK_KEY_Left || key == GDK_KEY_KP_Left) && row->unit != 0)
    guatu_people_tree_select (self, GUATU_TABLE_UNIT, row->unit);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
activated_cb (GuatuPeopleTree *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

/* The class ------------------------------------------------------------------------------------------ */

static GtkWidget *
make_tools (GuatuPeopleTree *self)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->search = gtk_search_entry_new ();
  gtk_widget_set_hexpand (self->search, TRUE);
  g_object_set (self->search, "placeholder-text", _("Search"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search people and units"), -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (searched_cb), self, G_CONNECT_SWAPPED);
  self->add_unit = guatu_desk_page_button (_("Add _Unit…"), "people.add-unit",
                                           _("Add a unit below the one selected"));
  self->add_person = guatu_desk_page_button (_("Add _Person…"), "people.add-person",
                                             _("Add a person to the unit selected"));
  self->remove = guatu_desk_page_icon_button ("user-trash-symbolic", "people.remove",
                                              _("Remove the unit or person"));
  gtk_box_append (GTK_BOX (tools), self->search);
  gtk_box_append (GTK_BOX (tools), self->add_unit);
  gtk_box_append (GTK_BOX (tools), self->add_person);
  gtk_box_append (GTK_BOX (tools), self->remove);
  gtk_widget_add_css_class (tools, "tools");

  return tools;
}

static GtkWidget *
make_list (GuatuPeopleTree *self)
{
  GtkListItemFactory *factory = guatu_people_tree_cells_new (self);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_widget_add_css_class (self->list, "people");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Units and people"),
                                  -1);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->list, keys);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);

  return guatu_tab_stop_new (scroller, self->list);
}

static void
put_together (GuatuPeopleTree *self)
{
  GtkWidget *empty = guatu_desk_page_message (_("Nobody is in this plan yet. Add a leading body or a lead unit, and "
                                                "the people in it."));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), make_tools (self));
  gtk_label_set_max_width_chars (GTK_LABEL (empty), 40);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, make_list (self), "list");
  gtk_stack_add_named (self->stack, empty, "empty");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->stack));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static gboolean
guatu_people_tree_grab_focus (GtkWidget *widget)
{
  GuatuPeopleTree *self = GUATU_PEOPLE_TREE (widget);

  return gtk_widget_grab_focus (gtk_widget_get_child_visible (self->list)
                                && g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0 ? self->list
                                                                                            : self->add_unit);
}

static void
guatu_people_tree_dispose (GObject *object)
{
  GuatuPeopleTree *self = GUATU_PEOPLE_TREE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (guatu_people_tree_parent_class)->dispose (object);
}

static void
guatu_people_tree_class_init (GuatuPeopleTreeClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_people_tree_dispose;
  widget_class->grab_focus = guatu_people_tree_grab_focus;
  guatu_tab_goes_through (widget_class);

  signals[SELECTED] = g_signal_new ("selected", GUATU_TYPE_PEOPLE_TREE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_INT64);
  signals[ENTERED] = g_signal_new ("entered", GUATU_TYPE_PEOPLE_TREE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  guatu_desk_page_install_signals (widget_class);
  guatu_people_tree_install_moves (widget_class);
  guatu_people_tree_install_edits (widget_class);
  gtk_widget_class_install_action (widget_class, "people.rename", NULL, rename_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "people.rename", NULL);
  gtk_widget_class_set_css_name (widget_class, "peopletree");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
guatu_people_tree_init (GuatuPeopleTree *self)
{
}

GtkWidget *
guatu_people_tree_new (GuatuDocument *document)
{
  GuatuPeopleTree *self = g_object_new (GUATU_TYPE_PEOPLE_TREE, NULL);

  self->document = g_object_ref (document);
  self->rows = guatu_people_rows_new (document);
  put_together (self);
  guatu_people_tree_refresh (self);

  return GTK_WIDGET (self);
}
