/* guatu-people-tree.c — shows units and people in a list, and carries out what is done to them there. */
#include "guatu-people-tree.h"

#include <glib/gi18n-lib.h>

#include "guatu-form-popover.h"
#include "guatu-light-shape.h"
#include "guatu-party-use.h"
#include "guatu-tab-stop.h"

/* Pixels by which what stands below a unit is set in. */
#define STEP 18

struct _GuatuPeopleTree
{
  GtkWidget           parent_instance;

  /* Children */
  GtkWidget          *box;
  GtkWidget          *search;
  GtkWidget          *list;
  GtkWidget          *add_unit;
  GtkWidget          *add_person;
  GtkWidget          *remove;
  GtkStack           *stack;        /* the list, or that there is nobody */

  /* Owned references */
  GuatuDocument      *document;
  GuatuPeopleRows    *rows;
  GtkSingleSelection *selection;

  /* While a form is open */
  GtkWidget          *form;
  GtkWidget          *entry;
  GuatuTable          adds;
  gint64              doomed;
  GuatuTable          doomed_table;
};

G_DEFINE_FINAL_TYPE (GuatuPeopleTree, guatu_people_tree, GTK_TYPE_WIDGET)

enum { SELECTED, ENTERED, REMOVED, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

static const GuatuPlan *
plan_of (GuatuPeopleTree *self)
{
  return guatu_document_get_plan (self->document);
}

static gint32
find (GuatuPeopleTree *self,
      GuatuTable       table,
      gint64           id)
{
  return guatu_plan_find (plan_of (self), table, id);
}

static const char *
name_of (GuatuPeopleTree *self,
         GuatuTable       table,
         gint64           id)
{
  return guatu_plan_string (plan_of (self), table, find (self, table, id),
                            table == GUATU_TABLE_UNIT ? GUATU_UNIT_NAME : GUATU_PERSON_NAME);
}

static void
fail (GuatuPeopleTree *self,
      const GError    *error)
{
  gtk_widget_error_bell (GTK_WIDGET (self));
  g_signal_emit (self, signals[FAILED], 0, error->message);
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
  g_return_if_fail (GUATU_IS_PEOPLE_TREE (self));

  guatu_people_rows_refresh (self->rows);
  gtk_stack_set_visible_child_name (self->stack, guatu_plan_n_live (plan_of (self), GUATU_TABLE_UNIT)
                                                 + guatu_plan_n_live (plan_of (self), GUATU_TABLE_PERSON) > 0
                                                 ? "list" : "empty");
  update_actions (self);
}

static void
searched_cb (GuatuPeopleTree *self)
{
  guatu_people_rows_search (self->rows, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

/* Moving --------------------------------------------------------------------------------------------- */

static guint
home_field (GuatuTable table)
{
  return table == GUATU_TABLE_UNIT ? GUATU_UNIT_PARENT : GUATU_PERSON_UNIT;
}

/* The row of the unit below which something stands; -1: below none. */
static gint32
home_of (GuatuPeopleTree *self,
         GuatuTable       table,
         gint32          row)
{
  return (gint32) guatu_plan_number (plan_of (self), table, row, home_field (table));
}

static gint64
id_of (GuatuPeopleTree *self,
       GuatuTable       table,
       gint32           row)
{
  return row >= 0 ? guatu_plan_id (plan_of (self), table, row) : 0;
}

static gboolean
move_to (GuatuPeopleTree *self,
         GuatuTable       table,
         gint64           id,
         gint64           unit,
         gint64           before)
{
  g_autoptr(GError) error = NULL;

  if (!guatu_document_move_party (self->document, table, id, unit, before, &error))
    {
      fail (self, error);
      return FALSE;
    }
  guatu_people_rows_refresh (self->rows);
  guatu_people_tree_select (self, table, id);

  return TRUE;
}

gboolean
guatu_people_tree_drop (GuatuPeopleTree *self,
                        GuatuTable       table,
                        gint64           id,
                        GuatuPeopleRow  *on)
{
  g_return_val_if_fail (GUATU_IS_PEOPLE_TREE (self), FALSE);

  if (on->table == GUATU_TABLE_UNIT)
    return !(table == GUATU_TABLE_UNIT && on->id == id) && move_to (self, table, id, on->id, 0);
  if (table != GUATU_TABLE_PERSON || on->id == id)
    return FALSE;
  /* Before a member who is at home elsewhere there is no place. */
  return move_to (self, table, id, on->unit, on->membership == 0 ? on->id : 0);
}

/* Those that stand beside the row, it among them; @at takes its place. */
static GArray *
siblings_of (GuatuPeopleTree *self,
             GuatuTable       table,
             gint32           row,
             int             *at)
{
  GArray *siblings = g_array_new (FALSE, FALSE, sizeof (gint32));
  guint n;
  g_autofree gint32 *rows = guatu_plan_in_order (plan_of (self), table, &n);
  gint32 home = home_of (self, table, row);

  for (guint i = 0; i < n; i++)
    if (home_of (self, table, rows[i]) == home)
      {
        if (rows[i] == row)
          *at = (int) siblings->len;
        g_array_append_val (siblings, rows[i]);
      }

  return siblings;
}

/* Up or down among those beside it. */
static void
shift (GuatuPeopleTree *self,
       int              by)
{
  GuatuPeopleRow *selected = guatu_people_tree_get_selected (self);
  g_autoptr(GArray) siblings = NULL;
  gint64 home;
  gint32 row;
  int at = 0, before;

  if (selected == NULL || (row = find (self, selected->table, selected->id)) < 0)
    return;
  siblings = siblings_of (self, selected->table, row, &at);
  home = id_of (self, GUATU_TABLE_UNIT, home_of (self, selected->table, row));
  before = by < 0 ? at - 1 : at + 2;
  if (before < 0 || (by > 0 && at + 1 >= (int) siblings->len))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  move_to (self, selected->table, selected->id, home,
           before < (int) siblings->len ? id_of (self, selected->table, g_array_index (siblings, gint32, before)) : 0);
}

static void
up_cb (GtkWidget  *widget,
       const char *action,
       GVariant   *parameter)
{
  shift (GUATU_PEOPLE_TREE (widget), -1);
}

static void
down_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  shift (GUATU_PEOPLE_TREE (widget), 1);
}

/* Below what its unit stands below. */
static void
out_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  GuatuPeopleTree *self = GUATU_PEOPLE_TREE (widget);
  GuatuPeopleRow *selected = guatu_people_tree_get_selected (self);
  gint32 row = selected != NULL ? find (self, selected->table, selected->id) : -1;
  gint32 home = row >= 0 ? home_of (self, selected->table, row) : -1;

  if (home < 0)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  move_to (self, selected->table, selected->id,
           id_of (self, GUATU_TABLE_UNIT, home_of (self, GUATU_TABLE_UNIT, home)), 0);
}

/* A unit comes below the one before it; a person into the first unit below the own one. */
static void
in_cb (GtkWidget  *widget,
       const char *action,
       GVariant   *parameter)
{
  GuatuPeopleTree *self = GUATU_PEOPLE_TREE (widget);
  GuatuPeopleRow *selected = guatu_people_tree_get_selected (self);
  gint32 row = selected != NULL ? find (self, selected->table, selected->id) : -1;
  g_autoptr(GArray) siblings = NULL;
  gint32 into = -1;
  int at = 0;

  if (row >= 0 && selected->table == GUATU_TABLE_UNIT)
    {
      siblings = siblings_of (self, GUATU_TABLE_UNIT, row, &at);
      into = at > 0 ? g_array_index (siblings, gint32, at - 1) : -1;
    }
  else if (row >= 0 && home_of (self, GUATU_TABLE_PERSON, row) >= 0)
    {
      guint n;
      const gint32 *below = guatu_plan_referrers (plan_of (self), GUATU_TABLE_UNIT, GUATU_UNIT_PARENT,
                                                  home_of (self, GUATU_TABLE_PERSON, row), &n);

      into = n > 0 ? below[0] : -1;
    }
  if (into < 0)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  move_to (self, selected->table, selected->id, id_of (self, GUATU_TABLE_UNIT, into), 0);
}

/* Adding --------------------------------------------------------------------------------------------- */

/* The unit below which something new belongs: the one selected, or the one of the person selected. */
static gint64
place_for_new (GuatuPeopleTree *self)
{
  GuatuPeopleRow *selected = guatu_people_tree_get_selected (self);

  return selected == NULL ? 0 : selected->table == GUATU_TABLE_UNIT ? selected->id : selected->unit;
}

static void
form_closed_cb (GuatuPeopleTree *self)
{
  self->form = self->entry = NULL;
}

static void
begin_form (GuatuPeopleTree *self,
            const char      *title)
{
  if (self->form != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->form));
  self->form = guatu_form_popover_new (title);
  g_signal_connect_object (self->form, "closed", G_CALLBACK (form_closed_cb), self, G_CONNECT_SWAPPED);
}

static void
add_cb (GuatuPeopleTree *self)
{
  gint64 unit = place_for_new (self), id = 0;
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  GuatuSetting settings[] = {
    { self->adds == GUATU_TABLE_UNIT ? GUATU_UNIT_NAME : GUATU_PERSON_NAME, GUATU_TEXT (name) },
    { home_field (self->adds), unit != 0 ? GUATU_INTEGER (unit) : GUATU_NULL },
    /* What stands below a task force is one. */
    { GUATU_UNIT_KIND, GUATU_INTEGER (GUATU_UNIT_KIND_TASK_FORCE) },
  };
  gint32 above = find (self, GUATU_TABLE_UNIT, unit);
  gboolean force = self->adds == GUATU_TABLE_UNIT && above >= 0
                   && guatu_plan_number (plan_of (self), GUATU_TABLE_UNIT, above, GUATU_UNIT_KIND)
                      == GUATU_UNIT_KIND_TASK_FORCE;
  GuatuTable table = self->adds;
  g_autoptr(GError) error = NULL;

  if (guatu_document_add (self->document, table, settings, force ? 3 : 2, &id, &error))
    {
      guatu_people_tree_refresh (self);
      guatu_people_tree_select (self, table, id);
    }
  guatu_form_popover_finish (GUATU_FORM_POPOVER (self->form), self->entry, error);
}

static void
ask_for_name (GuatuPeopleTree *self,
              GuatuTable       table,
              GtkWidget       *at)
{
  gint64 unit = place_for_new (self);
  g_autofree char *title = NULL;

  if (unit != 0)
    title = g_strdup_printf (table == GUATU_TABLE_UNIT ? _("New unit below %s") : _("New person in %s"),
                             name_of (self, GUATU_TABLE_UNIT, unit));
  self->adds = table;
  begin_form (self, title != NULL ? title : table == GUATU_TABLE_UNIT ? _("New unit") : _("New person"));
  self->entry = guatu_form_entry_new ("", NULL);
  guatu_form_popover_ask (GUATU_FORM_POPOVER (self->form), _("Name"), self->entry, FALSE);
  guatu_form_popover_add_button (GUATU_FORM_POPOVER (self->form), _("_Add"));
  g_signal_connect_object (self->form, "done", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (self->form), GTK_WIDGET (self), at);
  gtk_widget_grab_focus (self->entry);
}

static void
add_unit_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  GuatuPeopleTree *self = GUATU_PEOPLE_TREE (widget);

  ask_for_name (self, GUATU_TABLE_UNIT, self->add_unit);
}

static void
add_person_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  GuatuPeopleTree *self = GUATU_PEOPLE_TREE (widget);

  ask_for_name (self, GUATU_TABLE_PERSON, self->add_person);
}

/* Removing ------------------------------------------------------------------------------------------- */

static gboolean
remove_row (GuatuPeopleTree *self,
            GuatuTable       table,
            gint64           id,
            GError         **error)
{
  guint place = gtk_single_selection_get_selected (self->selection), n;
  g_autofree char *what = g_strdup_printf (_("Removed “%s”"), name_of (self, table, id));

  if (!guatu_document_remove (self->document, table, id, error))
    return FALSE;
  guatu_people_tree_refresh (self);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  if (n > 0)
    gtk_single_selection_set_selected (self->selection, MIN (place, n - 1));
  g_signal_emit (self, signals[REMOVED], 0, what);

  return TRUE;
}

static void
doomed_cb (GuatuPeopleTree *self)
{
  g_autoptr(GError) error = NULL;

  remove_row (self, self->doomed_table, self->doomed, &error);
  guatu_form_popover_finish (GUATU_FORM_POPOVER (self->form), NULL, error);
}

/* What hangs on it is said first, where something does. */
static void
remove_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  GuatuPeopleTree *self = GUATU_PEOPLE_TREE (widget);
  GuatuPeopleRow *selected = guatu_people_tree_get_selected (self);
  gint32 row = selected != NULL ? find (self, selected->table, selected->id) : -1;
  GuatuPartyUse use;
  g_autofree char *title = NULL, *words = NULL;
  g_autoptr(GError) error = NULL;
  GtkWidget *label, *button;

  if (row < 0)
    return;
  use = guatu_party_use_of (plan_of (self), selected->table, row);
  if (!guatu_party_use_any (&use))
    {
      if (!remove_row (self, selected->table, selected->id, &error))
        fail (self, error);
      return;
    }

  words = guatu_party_use_words (&use);
  title = g_strdup_printf (_("Remove “%s”"), name_of (self, selected->table, selected->id));
  self->doomed = selected->id;
  self->doomed_table = selected->table;
  begin_form (self, title);
  label = gtk_label_new (words);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  guatu_form_popover_add (GUATU_FORM_POPOVER (self->form), label);
  button = guatu_form_popover_add_button (GUATU_FORM_POPOVER (self->form), _("_Remove"));
  g_signal_connect_object (self->form, "done", G_CALLBACK (doomed_cb), self, G_CONNECT_SWAPPED);
  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (self->form), GTK_WIDGET (self), self->remove);
  gtk_widget_grab_focus (button);
}

static void
rename_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  g_signal_emit (widget, signals[ENTERED], 0);
}

/* Rows of the list ----------------------------------------------------------------------------------- */

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
show_cell (Cell *cell)
{
  const GuatuPlan *plan = plan_of (cell->tree);
  GuatuPeopleRow *row = cell->row;
  g_autofree char *detail = guatu_people_row_detail (row, plan), *words = guatu_people_row_words (row, plan);
  g_autofree char *count = row->n_tasks > 0 ? g_strdup_printf ("%u", row->n_tasks) : g_strdup ("");

  if (find (cell->tree, row->table, row->id) < 0)
    return;
  gtk_widget_set_size_request (cell->inset, (int) row->depth * STEP, -1);
  gtk_widget_set_opacity (cell->arrow, row->has_more ? 1 : 0);
  gtk_widget_set_can_target (cell->arrow, row->has_more);
  gtk_button_set_icon_name (GTK_BUTTON (cell->arrow), row->folded ? "pan-end-symbolic" : "pan-down-symbolic");
  guatu_light_shape_set (GUATU_LIGHT_SHAPE (cell->light), row->light);
  gtk_widget_set_opacity (cell->light, row->n_tasks > 0 ? 1 : 0);
  gtk_label_set_text (GTK_LABEL (cell->name), name_of (cell->tree, row->table, row->id));
  gtk_label_set_text (GTK_LABEL (cell->detail), detail);
  gtk_label_set_text (GTK_LABEL (cell->count), count);
  gtk_widget_set_visible (cell->head, row->head);
  if (row->table == GUATU_TABLE_UNIT)
    gtk_widget_add_css_class (cell->root, "unit");
  else
    gtk_widget_remove_css_class (cell->root, "unit");
  if (row->membership != 0)
    gtk_widget_add_css_class (cell->root, "member");
  else
    gtk_widget_remove_css_class (cell->root, "member");
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
      || find (cell->tree, (GuatuTable) table, id) < 0)
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
setup_cb (GuatuPeopleTree *self,
          GtkListItem     *item)
{
  Cell *cell = g_new0 (Cell, 1);
  GtkWidget *parts[7];

  cell->tree = self;
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
button_of (const char *icon,
           const char *label,
           const char *action,
           const char *tip)
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new_with_mnemonic (label);

  gtk_widget_set_tooltip_text (button, tip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (icon != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);

  return button;
}

static GtkWidget *
make_tools (GuatuPeopleTree *self)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->search = gtk_search_entry_new ();
  gtk_widget_set_hexpand (self->search, TRUE);
  g_object_set (self->search, "placeholder-text", _("Search people and units"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search people and units"), -1);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (searched_cb), self, G_CONNECT_SWAPPED);
  self->add_unit = button_of (NULL, _("Add _Unit…"), "people.add-unit", _("Add a unit below the one selected"));
  self->add_person = button_of (NULL, _("Add _Person…"), "people.add-person", _("Add a person to the unit selected"));
  self->remove = button_of ("user-trash-symbolic", NULL, "people.remove", _("Remove the unit or person"));
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
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
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
  GtkWidget *empty = gtk_label_new (_("Nobody is in this plan yet. Add a leading body or a lead unit, and the people "
                                      "in it."));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), make_tools (self));
  gtk_label_set_wrap (GTK_LABEL (empty), TRUE);
  gtk_label_set_justify (GTK_LABEL (empty), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (empty), 40);
  gtk_widget_add_css_class (empty, "dim-label");
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
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
    guint key;
    GdkModifierType state;
  } actions[] = {
    { "people.add-person", add_person_cb, GDK_KEY_Insert, 0 },
    { "people.add-unit", add_unit_cb, GDK_KEY_Insert, GDK_SHIFT_MASK },
    { "people.remove", remove_cb, GDK_KEY_Delete, 0 },
    { "people.rename", rename_cb, GDK_KEY_F2, 0 },
    { "people.up", up_cb, GDK_KEY_Up, GDK_ALT_MASK },
    { "people.down", down_cb, GDK_KEY_Down, GDK_ALT_MASK },
    { "people.in", in_cb, GDK_KEY_Right, GDK_ALT_MASK },
    { "people.out", out_cb, GDK_KEY_Left, GDK_ALT_MASK },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_people_tree_dispose;
  widget_class->grab_focus = guatu_people_tree_grab_focus;
  guatu_tab_goes_through (widget_class);

  signals[SELECTED] = g_signal_new ("selected", GUATU_TYPE_PEOPLE_TREE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_INT64);
  signals[ENTERED] = g_signal_new ("entered", GUATU_TYPE_PEOPLE_TREE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", GUATU_TYPE_PEOPLE_TREE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", GUATU_TYPE_PEOPLE_TREE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
      gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].state, actions[i].name, NULL);
    }
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
