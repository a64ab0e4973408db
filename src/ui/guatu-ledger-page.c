/* guatu-ledger-page.c — lists the ledgers, their categories, and the items of the one that is chosen. */
#include "guatu-ledger-page-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-desk-page.h"
#include "guatu-ledgers.h"
#include "guatu-swatch.h"
#include "guatu-tab-stop.h"
#include "guatu-task-words.h"
#include "guatu-text-scale.h"

/* Pixels. */
#define LIST_WIDTH ((int) guatu_text_scaled (300))

G_DEFINE_FINAL_TYPE (GuatuLedgerPage, guatu_ledger_page, GTK_TYPE_WIDGET)

enum { NUMBER, TASK, CATEGORY, SOURCE, RESPONSIBLE, DEADLINE, LIGHT, SHARE, FIXES };

static const GuatuPlainColumn columns[] = {
  [NUMBER] = { N_("No."), 5, FALSE, FALSE, FALSE },
  [TASK] = { N_("Task"), 0, FALSE, FALSE, FALSE },
  [CATEGORY] = { N_("Category"), 11, FALSE, FALSE, FALSE },
  [SOURCE] = { N_("Source"), 9, FALSE, FALSE, FALSE },
  [RESPONSIBLE] = { N_("Responsible"), 10, FALSE, FALSE, FALSE },
  [DEADLINE] = { N_("Deadline"), 12, FALSE, FALSE, FALSE },
  [LIGHT] = { N_("Light"), 4, FALSE, TRUE, FALSE },
  [SHARE] = { N_("Done"), 6, TRUE, FALSE, FALSE },
  [FIXES] = { N_("Five Fixes"), 14, FALSE, FALSE, FALSE },
};

static const GuatuPlan *
plan_of (GuatuLedgerPage *self)
{
  return guatu_document_get_plan (self->document);
}

const GuatuLedgerItem *
guatu_ledger_page_item (GuatuLedgerPage *self,
                        guint            place)
{
  return (const GuatuLedgerItem *) guatu_plan_rows (plan_of (self), GUATU_TABLE_LEDGER_ITEM) + self->items[place];
}

gint64
guatu_ledger_page_chosen (GuatuLedgerPage *self)
{
  return guatu_row_list_get_selected (GUATU_ROW_LIST (self->ledgers));
}

/* What stands in the table --------------------------------------------------------------------------- */

static char *
fixes_text (const GuatuPlan  *plan,
            gint32            task,
            const char      **class)
{
  guint fixes = guatu_task_fixes (plan, task);

  *class = fixes == GUATU_ALL_FIXES ? "dim-label" : "gap";

  return guatu_words_fixes (fixes);
}

/* Those who are named as responsible; where nobody is, the units that lead. */
static char *
responsible_text (const GuatuPlan *plan,
                  gint32           task)
{
  char *people = guatu_words_role (plan, task, GUATU_ROLE_RESPONSIBLE_PERSON);

  if (*people != '\0')
    return people;
  g_free (people);

  return guatu_words_role (plan, task, GUATU_ROLE_LEAD_UNIT);
}

static char *
cell_text (gpointer     owner,
           guint        place,
           guint        column,
           const char **class)
{
  GuatuLedgerPage *self = owner;
  const GuatuPlan *plan = plan_of (self);
  const GuatuLedgerItem *item;
  GuatuInstant deadline;

  if (place >= self->n_items)
    return g_strdup ("");
  item = guatu_ledger_page_item (self, place);
  switch (column)
    {
    case NUMBER:
      return g_strdup (guatu_plan_text (plan, item->number));
    case TASK:
      return g_strdup (guatu_plan_task_name (plan, item->task));
    case CATEGORY:
      return g_strdup (item->category >= 0 ? guatu_plan_string (plan, GUATU_TABLE_CATEGORY, item->category,
                                                                GUATU_CATEGORY_NAME) : "");
    case SOURCE:
      return g_strdup (item->source != GUATU_SOURCE_NONE
                       ? _(guatu_field (GUATU_TABLE_LEDGER_ITEM, GUATU_LEDGER_ITEM_SOURCE)->choices[item->source].label)
                       : "");
    case RESPONSIBLE:
      return responsible_text (plan, item->task);
    case DEADLINE:
      deadline = guatu_plan_task_number (plan, item->task, GUATU_TASK_DEADLINE);
      return deadline != GUATU_NONE ? guatu_words_day (guatu_instant_day (deadline) * GUATU_DAY) : g_strdup ("");
    case SHARE:
      return guatu_words_share (self->shares[item->task]);
    case FIXES:
      return fixes_text (plan, item->task, class);
    default:
      return g_strdup ("");
    }
}

static GuatuLightColour
cell_light (gpointer owner,
            guint    place)
{
  GuatuLedgerPage *self = owner;

  if (self->lights == NULL || place >= self->n_items)
    return GUATU_LIGHT_NONE;

  return (GuatuLightColour) guatu_lights_get (self->lights, guatu_ledger_page_item (self, place)->task)->shown;
}

/* Showing -------------------------------------------------------------------------------------------- */

static char *
ledger_detail (const GuatuPlan *plan,
               gint32           row)
{
  const GuatuLedger *ledger = (const GuatuLedger *) guatu_plan_rows (plan, GUATU_TABLE_LEDGER) + row;
  const char *kind = _(guatu_field (GUATU_TABLE_LEDGER, GUATU_LEDGER_KIND)->choices[ledger->kind].label);
  g_autofree char *items = NULL;
  guint n;

  guatu_plan_referrers (plan, GUATU_TABLE_LEDGER_ITEM, GUATU_LEDGER_ITEM_LEDGER, row, &n);
  items = g_strdup_printf (ngettext ("%u item", "%u items", n), n);

  return g_strdup_printf ("%s · %s", kind, items);
}

static char *
category_detail (const GuatuPlan *plan,
                 gint32           row)
{
  guint n;

  guatu_plan_referrers (plan, GUATU_TABLE_LEDGER_ITEM, GUATU_LEDGER_ITEM_CATEGORY, row, &n);

  return g_strdup_printf (ngettext ("%u item", "%u items", n), n);
}

/* A column in which nothing would stand leaves its room to others. */
static void
show_columns (GuatuLedgerPage *self)
{
  gboolean categories = FALSE, sources = FALSE;

  for (guint i = 0; i < self->n_items; i++)
    {
      categories = categories || guatu_ledger_page_item (self, i)->category >= 0;
      sources = sources || guatu_ledger_page_item (self, i)->source != GUATU_SOURCE_NONE;
    }
  guatu_plain_table_show_column (GUATU_PLAIN_TABLE (self->table), CATEGORY, categories);
  guatu_plain_table_show_column (GUATU_PLAIN_TABLE (self->table), SOURCE, sources);
}

static void
show_items (GuatuLedgerPage *self)
{
  const GuatuPlan *plan = plan_of (self);
  gint64 chosen = guatu_ledger_page_chosen (self);
  gint32 ledger = chosen != 0 ? guatu_plan_find (plan, GUATU_TABLE_LEDGER, chosen) : -1;
  g_autofree gint64 *ids = NULL;
  g_autofree char *text = NULL;
  guint n_complete = 0;

  g_clear_pointer (&self->items, g_free);
  self->n_items = 0;
  if (ledger >= 0)
    self->items = guatu_ledger_items (plan, ledger, &self->n_items);
  ids = g_new (gint64, self->n_items + 1);
  for (guint i = 0; i < self->n_items; i++)
    {
      ids[i] = guatu_ledger_page_item (self, i)->id;
      n_complete += guatu_task_fixes (plan, guatu_ledger_page_item (self, i)->task) == GUATU_ALL_FIXES;
    }
  guatu_plain_table_show (GUATU_PLAIN_TABLE (self->table), ids, self->n_items);
  show_columns (self);
  text = self->n_items > 0 ? guatu_ledger_complete_words (n_complete, self->n_items) : g_strdup ("");
  gtk_label_set_text (self->count, text);
  if (n_complete < self->n_items)
    gtk_widget_add_css_class (GTK_WIDGET (self->count), "gap");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->count), "gap");
  gtk_stack_set_visible_child_name (self->stack, self->n_items > 0 ? "items" : ledger >= 0 ? "empty" : "none");
  guatu_row_list_set_owner (GUATU_ROW_LIST (self->categories), chosen);
  guatu_ledger_page_update_actions (self);
}

void
guatu_ledger_page_refresh (GuatuLedgerPage *self)
{
  const GuatuSchedule *schedule;

  g_return_if_fail (GUATU_IS_LEDGER_PAGE (self));

  schedule = guatu_document_get_schedule (self->document);
  g_clear_pointer (&self->lights, guatu_lights_free);
  g_clear_pointer (&self->shares, g_free);
  self->lights = guatu_lights_new (plan_of (self), schedule, guatu_plan_settings (plan_of (self))->status_date, NULL);
  self->shares = guatu_progress_reported (plan_of (self), schedule, guatu_plan_settings (plan_of (self))->status_date);
  guatu_row_list_refresh (GUATU_ROW_LIST (self->ledgers));
  show_items (self);
}

GuatuRowList *
guatu_ledger_page_get_ledgers (GuatuLedgerPage *self)
{
  return GUATU_ROW_LIST (self->ledgers);
}

GuatuRowList *
guatu_ledger_page_get_categories (GuatuLedgerPage *self)
{
  return GUATU_ROW_LIST (self->categories);
}

GuatuPlainTable *
guatu_ledger_page_get_table (GuatuLedgerPage *self)
{
  return GUATU_PLAIN_TABLE (self->table);
}

const char *
guatu_ledger_page_get_count (GuatuLedgerPage *self)
{
  return gtk_label_get_text (self->count);
}

/* The class ------------------------------------------------------------------------------------------ */

static GtkWidget *
list_new (GuatuLedgerPage        *self,
          const GuatuRowListKind *kind)
{
  GtkWidget *list = guatu_row_list_new (self->document, kind);

  guatu_desk_page_pass_on (self, list);
  gtk_widget_set_size_request (list, LIST_WIDTH, -1);

  return list;
}

static GtkWidget *
make_lists (GuatuLedgerPage *self)
{
  static const guint ledger_fields[] = { GUATU_LEDGER_NAME, GUATU_LEDGER_KIND, 0 };
  static const guint category_fields[] = { GUATU_CATEGORY_NAME, GUATU_CATEGORY_COLOUR, 0 };
  static const GuatuRowListKind ledgers = {
    GUATU_TABLE_LEDGER, 0, ledger_fields, N_("Ledgers"), N_("Add a ledger"), N_("Change the ledger"),
    N_("The plan has no ledgers."), ledger_detail, NULL, NULL,
  };
  static const GuatuRowMerging merging = {
    GUATU_TABLE_LEDGER_ITEM, GUATU_LEDGER_ITEM_CATEGORY, N_("Merge the category"), N_("Into"),
    N_("Remove the category"), N_("Its items go to"), N_("No category"), guatu_document_merge_category,
  };
  static const GuatuRowListKind categories = {
    GUATU_TABLE_CATEGORY, GUATU_CATEGORY_LEDGER, category_fields, N_("Categories"), N_("Add a category"),
    N_("Change the category"), N_("This ledger has no categories."), category_detail, guatu_category_colour, &merging,
  };
  GtkWidget *box = gtk_paned_new (GTK_ORIENTATION_VERTICAL);

  self->ledgers = list_new (self, &ledgers);
  self->categories = list_new (self, &categories);
  g_signal_connect_object (self->ledgers, "selected", G_CALLBACK (show_items), self, G_CONNECT_SWAPPED);
  gtk_paned_set_start_child (GTK_PANED (box), self->ledgers);
  gtk_paned_set_end_child (GTK_PANED (box), self->categories);
  gtk_paned_set_position (GTK_PANED (box), (int) guatu_text_scaled (440));
  gtk_paned_set_resize_end_child (GTK_PANED (box), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (box), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (box), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Divider between ledgers and categories"), -1);

  return box;
}

static GtkWidget *
make_items (GuatuLedgerPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *empty = guatu_desk_page_message (_("Nothing stands on this ledger yet. Put tasks of the plan on it."));

  self->count = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL));
  gtk_label_set_xalign (self->count, 1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->count), TRUE);
  self->add = guatu_desk_page_button (_("_Put Tasks On…"), "items.add", _("Put tasks on the ledger"));
  gtk_box_append (GTK_BOX (tools), self->add);
  self->edit = guatu_desk_page_button (_("_Change…"), "items.edit", _("Number, category and source (F2)"));
  gtk_box_append (GTK_BOX (tools), self->edit);
  gtk_box_append (GTK_BOX (tools), guatu_desk_page_button (_("Re_number"), "items.number",
                                                           _("Number the items from 1 in their order")));
  gtk_box_append (GTK_BOX (tools), guatu_desk_page_button (_("_Take Off"), "items.remove",
                                                           _("Take the items off the ledger (Delete)")));
  gtk_box_append (GTK_BOX (tools), GTK_WIDGET (self->count));
  gtk_widget_add_css_class (tools, "tools");
  self->table = guatu_plain_table_new (_("Items of the ledger"), columns, G_N_ELEMENTS (columns), self, cell_text,
                                       cell_light);
  g_signal_connect_object (self->table, "activated", G_CALLBACK (guatu_ledger_page_go), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "selection-changed", G_CALLBACK (guatu_ledger_page_update_actions), self,
                           G_CONNECT_SWAPPED);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_named (self->stack, self->table, "items");
  gtk_stack_add_named (self->stack, empty, "empty");
  gtk_stack_add_named (self->stack,
                       guatu_desk_page_message (_("On a ledger stand tasks that are accounted for together, such as "
                                                  "those of a task board. Add a ledger to begin.")), "none");
  gtk_box_append (GTK_BOX (box), tools);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));

  return box;
}

static void
put_together (GuatuLedgerPage *self)
{
  self->panes = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_paned_set_start_child (GTK_PANED (self->panes), make_lists (self));
  gtk_paned_set_end_child (GTK_PANED (self->panes), make_items (self));
  gtk_paned_set_position (GTK_PANED (self->panes), LIST_WIDTH);
  gtk_paned_set_resize_start_child (GTK_PANED (self->panes), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (self->panes), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->panes), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Divider between ledgers and their items"), -1);
  gtk_widget_set_parent (self->panes, GTK_WIDGET (self));
}

static gboolean
guatu_ledger_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GUATU_LEDGER_PAGE (widget)->ledgers);
}

static void
guatu_ledger_page_dispose (GObject *object)
{
  GuatuLedgerPage *self = GUATU_LEDGER_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->lights, guatu_lights_free);
  g_clear_pointer (&self->shares, g_free);
  g_clear_pointer (&self->items, g_free);
  self->n_items = 0;
  g_clear_object (&self->document);

  G_OBJECT_CLASS (guatu_ledger_page_parent_class)->dispose (object);
}

static void
guatu_ledger_page_class_init (GuatuLedgerPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_ledger_page_dispose;
  widget_class->grab_focus = guatu_ledger_page_grab_focus;
  guatu_tab_goes_through (widget_class);
  guatu_desk_page_install_signals (widget_class);
  guatu_ledger_page_install_actions (widget_class);
  gtk_widget_class_set_css_name (widget_class, "ledgerpage");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
guatu_ledger_page_init (GuatuLedgerPage *self)
{
}

GtkWidget *
guatu_ledger_page_new (GuatuDocument *document)
{
  GuatuLedgerPage *self = g_object_new (GUATU_TYPE_LEDGER_PAGE, NULL);

  self->document = g_object_ref (document);
  put_together (self);
  guatu_ledger_page_refresh (self);

  return GTK_WIDGET (self);
}
