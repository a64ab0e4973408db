/* guatu-key-node-page.c — shows the list of key nodes: which of them, and in which order. */
#include "guatu-key-node-page-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-desk-page.h"
#include "guatu-tab-stop.h"
#include "guatu-task-edit.h"
#include "guatu-task-words.h"

G_DEFINE_FINAL_TYPE (GuatuKeyNodePage, guatu_key_node_page, GTK_TYPE_WIDGET)

enum { PLACE, TASK, NAME, DUE, LIGHT, STATE, REACHED };

static const GuatuPlainColumn columns[] = {
  [PLACE] = { "#", 5, TRUE, FALSE, FALSE },
  [TASK] = { N_("Task"), 0, FALSE, FALSE, TRUE },
  [NAME] = { N_("Key node"), 24, FALSE, FALSE, TRUE },
  [DUE] = { N_("To be reached"), 17, FALSE, FALSE, TRUE },
  [LIGHT] = { N_("Light"), 4, FALSE, TRUE, FALSE },
  [STATE] = { N_("State"), 17, FALSE, FALSE, TRUE },
  [REACHED] = { N_("Reached on"), 17, FALSE, FALSE, TRUE },
};

/* In the order of the choice. */
static const struct
{
  const char *title;
  int         column;
} sorts[GUATU_N_NODE_SORTS] = {
  [GUATU_NODE_SORT_DUE] = { NC_("sorted by", "Date"), DUE },
  [GUATU_NODE_SORT_TASK] = { NC_("sorted by", "Task"), TASK },
  [GUATU_NODE_SORT_NAME] = { NC_("sorted by", "Name"), NAME },
  [GUATU_NODE_SORT_STATE] = { NC_("sorted by", "State"), STATE },
  [GUATU_NODE_SORT_REACHED] = { NC_("sorted by", "Day reached"), REACHED },
};

/* Behind "all": which states each choice shows. */
static const guint shown_states[] = {
  0, 1u << GUATU_NODE_OVERDUE, 1u << GUATU_NODE_DUE,
  1u << GUATU_NODE_OPEN | 1u << GUATU_NODE_DUE | 1u << GUATU_NODE_OVERDUE, 1u << GUATU_NODE_REACHED,
};

static const GuatuPlan *
plan_of (GuatuKeyNodePage *self)
{
  return guatu_document_get_plan (self->document);
}

static const GuatuKeyNode *
node_at (GuatuKeyNodePage *self,
         guint             place)
{
  return (const GuatuKeyNode *) guatu_plan_rows (plan_of (self), GUATU_TABLE_KEY_NODE) + self->rows[place].node;
}

/* As of the status date, else today. */
static GuatuInstant
day_of (GuatuKeyNodePage *self)
{
  GuatuInstant day = guatu_plan_settings (plan_of (self))->status_date;

  return guatu_instant_day (day != GUATU_NONE ? day : guatu_today ()) * GUATU_DAY;
}

/* What stands in the table --------------------------------------------------------------------------- */

static char *
date_text (GuatuKeyNodePage *self,
           GuatuInstant      date)
{
  return date != GUATU_NONE ? guatu_words_finish (plan_of (self), date) : g_strdup ("");
}

static char *
cell_text (gpointer     owner,
           guint        place,
           guint        column,
           const char **class)
{
  GuatuKeyNodePage *self = owner;
  const GuatuKeyNode *node;

  if (place >= self->n)
    return g_strdup ("");
  node = node_at (self, place);
  switch (column)
    {
    case PLACE:
      return g_strdup_printf ("%u", guatu_plan_task_place (plan_of (self), node->task));
    case TASK:
      return g_strdup (guatu_plan_task_name (plan_of (self), node->task));
    case NAME:
      return g_strdup (guatu_plan_text (plan_of (self), node->name));
    case DUE:
      return date_text (self, self->rows[place].date);
    case STATE:
      *class = self->rows[place].state == GUATU_NODE_OVERDUE ? "late"
               : self->rows[place].state == GUATU_NODE_DUE ? NULL : "dim-label";
      return guatu_words_node_state (plan_of (self), &self->rows[place], self->day);
    case REACHED:
      return date_text (self, node->done_on);
    default:
      return g_strdup ("");
    }
}

static GuatuLightColour
cell_light (gpointer owner,
            guint    place)
{
  GuatuKeyNodePage *self = owner;

  if (self->lights == NULL || place >= self->n)
    return GUATU_LIGHT_NONE;

  return (GuatuLightColour) guatu_lights_get (self->lights, node_at (self, place)->task)->shown;
}

/* Showing -------------------------------------------------------------------------------------------- */

static void
show_rows (GuatuKeyNodePage *self)
{
  guint counts[GUATU_N_NODE_STATES];
  g_autofree gint64 *ids = NULL;
  g_autofree char *text = NULL;
  gboolean any = guatu_plan_n_live (plan_of (self), GUATU_TABLE_KEY_NODE) > 0;

  self->day = day_of (self);
  g_free (self->rows);
  self->rows = guatu_key_nodes_list (plan_of (self), guatu_document_get_schedule (self->document), self->day,
                                     &self->query, &self->n);
  ids = g_new (gint64, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    ids[i] = node_at (self, i)->id;
  guatu_plain_table_show (GUATU_PLAIN_TABLE (self->table), ids, self->n);
  guatu_key_nodes_count (plan_of (self), guatu_document_get_schedule (self->document), self->day, counts);
  text = any ? guatu_words_node_counts (counts) : g_strdup ("");
  gtk_label_set_text (self->count, text);
  gtk_stack_set_visible_child_name (self->stack, !any ? "none" : self->n == 0 ? "hidden" : "list");
  guatu_key_node_page_update_actions (self);
}

void
guatu_key_node_page_refresh (GuatuKeyNodePage *self)
{
  const GuatuSchedule *schedule;

  g_return_if_fail (GUATU_IS_KEY_NODE_PAGE (self));

  schedule = guatu_document_get_schedule (self->document);
  g_clear_pointer (&self->lights, guatu_lights_free);
  self->lights = guatu_lights_new (plan_of (self), schedule, guatu_plan_settings (plan_of (self))->status_date, NULL);
  show_rows (self);
  if (self->before != 0 && guatu_key_node_page_newest (self) > self->before)
    {
      guatu_plain_table_select (GUATU_PLAIN_TABLE (self->table), guatu_key_node_page_newest (self));
      self->before = 0;
    }
}

/* What is shown, and in which order ------------------------------------------------------------------ */

/* The controls say what the query is. */
static void
show_query (GuatuKeyNodePage *self)
{
  self->updating = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (shown_states); i++)
    if (shown_states[i] == self->query.states)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->states), i);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->sorts), self->query.sort);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->descending), self->query.descending);
  guatu_plain_table_set_sorted (GUATU_PLAIN_TABLE (self->table), sorts[self->query.sort].column,
                                self->query.descending);
  self->updating = FALSE;
}

void
guatu_key_node_page_filter (GuatuKeyNodePage *self,
                            guint             states)
{
  g_return_if_fail (GUATU_IS_KEY_NODE_PAGE (self));

  self->query.states = states;
  show_query (self);
  show_rows (self);
}

void
guatu_key_node_page_search (GuatuKeyNodePage *self,
                            const char       *text)
{
  g_return_if_fail (GUATU_IS_KEY_NODE_PAGE (self));

  g_free (self->text);
  self->query.text = self->text = g_strdup (text);
  if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (self->search))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  show_rows (self);
}

void
guatu_key_node_page_sort (GuatuKeyNodePage *self,
                          GuatuNodeSort     sort,
                          gboolean          descending)
{
  g_return_if_fail (GUATU_IS_KEY_NODE_PAGE (self));

  self->query.sort = sort;
  self->query.descending = descending;
  show_query (self);
  show_rows (self);
}

gboolean
guatu_key_node_page_select (GuatuKeyNodePage *self,
                            gint64            node)
{
  g_return_val_if_fail (GUATU_IS_KEY_NODE_PAGE (self), FALSE);

  if (guatu_plain_table_select (GUATU_PLAIN_TABLE (self->table), node))
    return TRUE;
  guatu_key_node_page_search (self, "");
  guatu_key_node_page_filter (self, 0);

  return guatu_plain_table_select (GUATU_PLAIN_TABLE (self->table), node);
}

static void
chosen_cb (GuatuKeyNodePage *self)
{
  guint state = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->states));

  if (self->updating)
    return;
  self->query.states = shown_states[MIN (state, G_N_ELEMENTS (shown_states) - 1)];
  guatu_key_node_page_sort (self, (GuatuNodeSort) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->sorts)),
                            gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->descending)));
}

static void
searched_cb (GuatuKeyNodePage *self)
{
  if (g_strcmp0 (self->text, gtk_editable_get_text (GTK_EDITABLE (self->search))) != 0)
    guatu_key_node_page_search (self, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
sorted_cb (GuatuKeyNodePage *self,
           int               column,
           gboolean          descending)
{
  for (guint i = 0; i < GUATU_N_NODE_SORTS; i++)
    if (sorts[i].column == column)
      guatu_key_node_page_sort (self, (GuatuNodeSort) i, descending);
}

GuatuPlainTable *
guatu_key_node_page_get_table (GuatuKeyNodePage *self)
{
  return GUATU_PLAIN_TABLE (self->table);
}

const char *
guatu_key_node_page_get_count (GuatuKeyNodePage *self)
{
  return gtk_label_get_text (self->count);
}

/* The class ------------------------------------------------------------------------------------------ */

static GtkWidget *
make_tools (GuatuKeyNodePage *self)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->add = guatu_desk_page_button (_("_Add…"), "nodes.add", _("Add a key node (Insert)"));
  self->reach = guatu_desk_page_button (_("Mark _Reached"), "nodes.reach",
                                        _("Reached on the status date, or today; or open again (Ctrl+R)"));
  self->count = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL));
  gtk_label_set_xalign (self->count, 1);
  gtk_label_set_ellipsize (self->count, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->count), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_box_append (GTK_BOX (tools), self->add);
  self->edit = guatu_desk_page_button (_("_Change…"), "nodes.edit", _("Name and dates (F2)"));
  gtk_box_append (GTK_BOX (tools), self->edit);
  gtk_box_append (GTK_BOX (tools), self->reach);
  gtk_box_append (GTK_BOX (tools), guatu_desk_page_button (_("_Delete"), "nodes.remove",
                                                           _("Delete the key nodes (Delete)")));
  gtk_box_append (GTK_BOX (tools), guatu_desk_page_button (_("_Go to Task"), "nodes.go",
                                                           _("Show the task on the map (Enter)")));
  gtk_box_append (GTK_BOX (tools), GTK_WIDGET (self->count));
  gtk_widget_add_css_class (tools, "tools");

  return tools;
}

/* With its label before it. */
static GtkWidget *
add_choice (GuatuKeyNodePage *self,
            GtkWidget        *box,
            const char       *text,
            GtkStringList    *names)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (text), *choice = gtk_drop_down_new (G_LIST_MODEL (names), NULL);

  gtk_label_set_mnemonic_widget (GTK_LABEL (label), choice);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), choice);

  return choice;
}

static GtkWidget *
make_query (GuatuKeyNodePage *self)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkStringList *states = gtk_string_list_new (NULL), *orders = gtk_string_list_new (NULL);

  gtk_string_list_append (states, C_("key nodes", "All"));
  gtk_string_list_append (states, C_("key nodes", "Overdue"));
  gtk_string_list_append (states, C_("key nodes", "Due within two weeks"));
  gtk_string_list_append (states, C_("key nodes", "Not reached"));
  gtk_string_list_append (states, C_("key nodes", "Reached"));
  for (guint i = 0; i < GUATU_N_NODE_SORTS; i++)
    gtk_string_list_append (orders, g_dpgettext2 (GETTEXT_PACKAGE, "sorted by", sorts[i].title));
  self->updating = TRUE;
  self->states = add_choice (self, tools, _("_Show"), states);
  self->sorts = add_choice (self, tools, _("S_orted by"), orders);
  self->descending = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->descending), "view-sort-descending-symbolic");
  gtk_widget_set_tooltip_text (self->descending, _("The other way round"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->descending), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The other way round"), -1);
  g_signal_connect_object (self->descending, "toggled", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _("Key node or task"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search key nodes and tasks"), -1);
  gtk_widget_set_hexpand (self->search, TRUE);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (searched_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (tools), self->descending);
  gtk_box_append (GTK_BOX (tools), self->search);
  gtk_widget_add_css_class (tools, "tools");
  gtk_widget_add_css_class (tools, "query");
  self->updating = FALSE;

  return tools;
}

static void
put_together (GuatuKeyNodePage *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), make_tools (self));
  gtk_box_append (GTK_BOX (self->box), make_query (self));
  self->table = guatu_plain_table_new (_("Key nodes"), columns, G_N_ELEMENTS (columns), self, cell_text, cell_light);
  g_signal_connect_object (self->table, "activated", G_CALLBACK (guatu_key_node_page_go), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "selection-changed", G_CALLBACK (guatu_key_node_page_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "sorted", G_CALLBACK (sorted_cb), self, G_CONNECT_SWAPPED);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_named (self->stack, self->table, "list");
  gtk_stack_add_named (self->stack, guatu_desk_page_message (_("No key node is of that kind.")), "hidden");
  gtk_stack_add_named (self->stack,
                       guatu_desk_page_message (_("The plan has no key nodes. A key node is a dated mark on a task’s "
                                                  "bar that is to be reached.")), "none");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->stack));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static gboolean
guatu_key_node_page_grab_focus (GtkWidget *widget)
{
  GuatuKeyNodePage *self = GUATU_KEY_NODE_PAGE (widget);

  return gtk_widget_grab_focus (self->n > 0 ? self->table : self->add);
}

static void
guatu_key_node_page_dispose (GObject *object)
{
  GuatuKeyNodePage *self = GUATU_KEY_NODE_PAGE (object);
  GtkWidget *child;

  self->updating = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->lights, guatu_lights_free);
  g_clear_pointer (&self->rows, g_free);
  g_clear_pointer (&self->text, g_free);
  self->n = 0;
  g_clear_object (&self->document);

  G_OBJECT_CLASS (guatu_key_node_page_parent_class)->dispose (object);
}

static void
guatu_key_node_page_class_init (GuatuKeyNodePageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_key_node_page_dispose;
  widget_class->grab_focus = guatu_key_node_page_grab_focus;
  guatu_tab_goes_through (widget_class);
  guatu_desk_page_install_signals (widget_class);
  guatu_key_node_page_install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "keynodepage");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
guatu_key_node_page_init (GuatuKeyNodePage *self)
{
}

GtkWidget *
guatu_key_node_page_new (GuatuDocument *document)
{
  GuatuKeyNodePage *self = g_object_new (GUATU_TYPE_KEY_NODE_PAGE, NULL);

  self->document = g_object_ref (document);
  put_together (self);
  show_query (self);
  guatu_key_node_page_refresh (self);

  return GTK_WIDGET (self);
}
