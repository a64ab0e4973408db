/* guatu-ledger-list.c — puts a task on lists and takes it off them. */
#include "guatu-ledger-list.h"

#include <glib/gi18n-lib.h>

#include "guatu-ledger-edit.h"

struct _GuatuLedgerList
{
  GuatuPartList parent_instance;
};

G_DEFINE_FINAL_TYPE (GuatuLedgerList, guatu_ledger_list, GUATU_TYPE_PART_LIST)

/* Places in the choice; categories follow. */
enum { NOT_ON_IT, NO_CATEGORY, N_OTHERS };

/* Of @ledger, in their order. */
static const gint32 *
categories_of (GuatuPartList *list,
               gint32         ledger,
               guint         *n)
{
  return guatu_plan_referrers (guatu_part_list_get_plan (list), GUATU_TABLE_CATEGORY, GUATU_CATEGORY_LEDGER, ledger, n);
}

static const GuatuCategory *
category_at (GuatuPartList *list,
             gint32         row)
{
  return (const GuatuCategory *) guatu_plan_rows (guatu_part_list_get_plan (list), GUATU_TABLE_CATEGORY) + row;
}

/* %NULL: the task is not on @ledger. */
static const GuatuLedgerItem *
item_on (GuatuPartList *list,
         gint32         ledger)
{
  const GuatuPlan *plan = guatu_part_list_get_plan (list);
  gint32 item = guatu_ledger_find (plan, guatu_part_list_get_task_row (list), ledger);

  return item >= 0 ? (const GuatuLedgerItem *) guatu_plan_rows (plan, GUATU_TABLE_LEDGER_ITEM) + item : NULL;
}

/* Changing ------------------------------------------------------------------------------------------- */

static gboolean
choose (GuatuPartList  *list,
        gint32          ledger,
        GtkWidget      *drop_down,
        GError        **error)
{
  GuatuDocument *document = guatu_part_list_get_document (list);
  gint64 task = guatu_part_list_get_task (list), id = guatu_part_list_get_id (list, ledger);
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)), n;
  const gint32 *categories = categories_of (list, ledger, &n);

  if (selected == NOT_ON_IT)
    return guatu_ledger_leave (document, task, id, error);
  if (selected == NO_CATEGORY)
    return guatu_ledger_enter (document, task, id, error) && guatu_category_clear (document, task, id, error);

  return guatu_category_set (document, task, category_at (list, categories[selected - N_OTHERS])->id, error);
}

static gboolean
set_number (GuatuPartList  *list,
            gint32          ledger,
            GtkWidget      *entry,
            GError        **error)
{
  g_autofree char *number = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  return guatu_ledger_number (guatu_part_list_get_document (list), guatu_part_list_get_task (list),
                              guatu_part_list_get_id (list, ledger), number, error);
}

/* Rows ----------------------------------------------------------------------------------------------- */

static GtkWidget *
new_choice (GuatuPartList *list,
            gint32         ledger)
{
  const GuatuLedgerItem *item = item_on (list, ledger);
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *drop_down = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  guint n, chosen = item != NULL ? NO_CATEGORY : NOT_ON_IT;
  const gint32 *categories = categories_of (list, ledger, &n);

  gtk_string_list_append (names, _("Not listed"));
  gtk_string_list_append (names, _("Without a category"));
  for (guint i = 0; i < n; i++)
    {
      if (item != NULL && item->category == categories[i])
        chosen = i + N_OTHERS;
      gtk_string_list_append (names, guatu_plan_text (guatu_part_list_get_plan (list),
                                                      category_at (list, categories[i])->name));
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), chosen);
  gtk_widget_set_hexpand (drop_down, TRUE);
  guatu_part_list_control (list, drop_down, choose);

  return drop_down;
}

static GtkWidget *
new_number (GuatuPartList         *list,
            const GuatuLedgerItem *item)
{
  GtkWidget *entry = gtk_entry_new ();

  if (item != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), guatu_plan_text (guatu_part_list_get_plan (list), item->number));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 8);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("No."));
  gtk_widget_set_sensitive (entry, item != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Number"), -1);
  guatu_part_list_control (list, entry, set_number);

  return entry;
}

static const char *
name_of (GuatuPartList *list,
         gint32         ledger)
{
  return guatu_plan_string (guatu_part_list_get_plan (list), GUATU_TABLE_LEDGER, ledger, GUATU_LEDGER_NAME);
}

static GtkWidget *
make_row (GuatuPartList *list,
          gint32         ledger)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = gtk_label_new (name_of (list, ledger));
  GtkWidget *choice = new_choice (list, ledger), *number = new_number (list, item_on (list, ledger));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 16);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, name_of (list, ledger));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (number), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, label, NULL, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), choice);
  gtk_box_append (GTK_BOX (box), number);
  gtk_widget_add_css_class (box, "field");

  return box;
}

/* The categories are in it as well: they may be chosen. */
static char *
tell (GuatuPartList *list,
      gint32         ledger)
{
  const GuatuPlan *plan = guatu_part_list_get_plan (list);
  const GuatuLedgerItem *item = item_on (list, ledger);
  GString *text = g_string_new (name_of (list, ledger));
  guint n;
  const gint32 *categories = categories_of (list, ledger, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "\n%d %s", categories[i],
                            guatu_plan_text (plan, category_at (list, categories[i])->name));
  if (item != NULL)
    g_string_append_printf (text, "\n%d, %s", item->category, guatu_plan_text (plan, item->number));

  return g_string_free (text, FALSE);
}

static gint32 *
list_ledgers (GuatuPartList *list,
              gint32         task,
              guint         *n)
{
  return guatu_plan_in_order (guatu_part_list_get_plan (list), GUATU_TABLE_LEDGER, n);
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_ledger_list_class_init (GuatuLedgerListClass *class)
{
  GuatuPartListClass *parts = GUATU_PART_LIST_CLASS (class);

  parts->table = GUATU_TABLE_LEDGER;
  parts->boxed = TRUE;
  parts->list = list_ledgers;
  parts->tell = tell;
  parts->make_row = make_row;
}

static void
guatu_ledger_list_init (GuatuLedgerList *self)
{
  guatu_part_list_describe (GUATU_PART_LIST (self), _("Ledgers"), _("The plan has no ledgers."));
}

GtkWidget *
guatu_ledger_list_new (GuatuDocument *document)
{
  return guatu_part_list_new (GUATU_TYPE_LEDGER_LIST, document);
}
