/* cli-list-ledgers.c — "show ledgers", "ledger-items" and "key-nodes": what they lack and how they stand. */
#include "cli-output.h"

#include <glib/gi18n-lib.h>

#include "cli-lists.h"
#include "guatu-key-nodes.h"
#include "guatu-ledgers.h"

/* All fields of the row, to which others are added. */
static JsonBuilder *
row_object (const GuatuPlan *plan, GuatuTable table, gint32 row)
{
  JsonBuilder *object = cli_json_object ();

  for (guint i = 0; i < guatu_table_info (table)->n_fields; i++)
    cli_json_field (object, plan, table, row, i);
  return object;
}

/* Ledgers ------------------------------------------------------------------------------------------------------ */

gboolean
cli_list_ledgers (const CliView *view, gboolean json, GError **error)
{
  const char * const headers[] = { _("Ledger"), _("Kind"), _("Items"), _("Complete"), _("ID"), NULL };
  guint n;
  g_autofree GuatuLedgerCount *counts = guatu_ledgers_count (view->plan, &n);
  g_autoptr(CliTable) table = cli_table_new (headers, "llrrl");
  CliJsonList list;

  if (json)
    cli_json_list_begin (&list);
  for (guint i = 0; i < n; i++)
    {
      const GuatuLedgerCount *count = &counts[i];

      if (json)
        {
          JsonBuilder *object = row_object (view->plan, GUATU_TABLE_LEDGER, count->ledger);

          cli_json_integer (object, "items", count->n_items);
          cli_json_integer (object, "complete", count->n_complete);
          cli_json_list_add (&list, object);
          continue;
        }
      cli_table_take (table, cli_row_title (view->plan, GUATU_TABLE_LEDGER, count->ledger));
      cli_table_take (table, cli_field_text (view->plan, GUATU_TABLE_LEDGER, count->ledger, GUATU_LEDGER_KIND));
      cli_table_take (table, g_strdup_printf ("%u", count->n_items));
      cli_table_take (table, g_strdup_printf ("%u", count->n_complete));
      cli_table_take (table, cli_id_text (view->plan, GUATU_TABLE_LEDGER, count->ledger));
    }
  if (json)
    {
      cli_json_list_end (&list);
      cli_print ("\n");
    }
  else
    cli_table_print (table);
  return TRUE;
}

/* Items -------------------------------------------------------------------------------------------------------- */

static const GuatuLedgerItem *
item_at (const GuatuPlan *plan, gint32 row)
{
  return (const GuatuLedgerItem *) guatu_plan_rows (plan, GUATU_TABLE_LEDGER_ITEM) + row;
}

static void
add_item (CliTable *table, const GuatuPlan *plan, gint32 row)
{
  static const guint fields[] = { GUATU_LEDGER_ITEM_LEDGER, GUATU_LEDGER_ITEM_NUMBER, GUATU_LEDGER_ITEM_TASK,
                                  GUATU_LEDGER_ITEM_CATEGORY, GUATU_LEDGER_ITEM_SOURCE };
  gint32 task = item_at (plan, row)->task;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    cli_table_take (table, cli_field_text (plan, GUATU_TABLE_LEDGER_ITEM, row, fields[i]));
  cli_table_take (table, cli_field_text (plan, GUATU_TABLE_TASK, task, GUATU_TASK_DEADLINE));
  cli_table_take (table, guatu_words_fixes (guatu_task_fixes (plan, task)));
  cli_table_take (table, cli_id_text (plan, GUATU_TABLE_LEDGER_ITEM, row));
}

static void
add_missing (JsonBuilder *object, guint fixes)
{
  json_builder_set_member_name (object, "missing");
  json_builder_begin_array (object);
  for (guint i = 0; guatu_fix_name (i) != NULL; i++)
    if ((fixes & 1u << i) == 0)
      json_builder_add_string_value (object, guatu_fix_name (i));
  json_builder_end_array (object);
}

static JsonBuilder *
item_object (const GuatuPlan *plan, gint32 row)
{
  JsonBuilder *object = row_object (plan, GUATU_TABLE_LEDGER_ITEM, row);
  guint fixes = guatu_task_fixes (plan, item_at (plan, row)->task);

  cli_json_boolean (object, "complete", fixes == GUATU_ALL_FIXES);
  add_missing (object, fixes);
  return object;
}

/* Ledger by ledger, each as its numbers go. */
gboolean
cli_list_ledger_items (const CliView *view, gboolean json, GError **error)
{
  const char * const headers[] = {
    _("Ledger"), _("No."), _("Task"), _("Category"), _("Source"), _("Deadline"), _("Five Fixes"), _("ID"), NULL,
  };
  g_autoptr(CliTable) table = cli_table_new (headers, "lrl");
  guint n_ledgers;
  g_autofree gint32 *ledgers = guatu_plan_in_order (view->plan, GUATU_TABLE_LEDGER, &n_ledgers);
  CliJsonList list;

  if (json)
    cli_json_list_begin (&list);
  for (guint i = 0; i < n_ledgers; i++)
    {
      guint n;
      g_autofree gint32 *rows = guatu_ledger_items (view->plan, ledgers[i], &n);

      for (guint k = 0; k < n; k++)
        if (json)
          cli_json_list_add (&list, item_object (view->plan, rows[k]));
        else
          add_item (table, view->plan, rows[k]);
    }
  if (json)
    {
      cli_json_list_end (&list);
      cli_print ("\n");
    }
  else
    cli_table_print (table);
  return TRUE;
}

/* Key nodes ---------------------------------------------------------------------------------------------------- */

static void
add_node (CliTable *table, const GuatuPlan *plan, const GuatuNodeRow *node, GuatuInstant day)
{
  cli_table_take (table, cli_field_text (plan, GUATU_TABLE_KEY_NODE, node->node, GUATU_KEY_NODE_TASK));
  cli_table_take (table, cli_field_text (plan, GUATU_TABLE_KEY_NODE, node->node, GUATU_KEY_NODE_NAME));
  cli_table_take (table, cli_finish_text (plan, node->date));
  cli_table_take (table, cli_field_text (plan, GUATU_TABLE_KEY_NODE, node->node, GUATU_KEY_NODE_DONE_ON));
  cli_table_take (table, guatu_words_node_state (plan, node, day));
  cli_table_take (table, cli_id_text (plan, GUATU_TABLE_KEY_NODE, node->node));
}

/* By date. As of the status date, else today. */
gboolean
cli_list_key_nodes (const CliView *view, gboolean json, GError **error)
{
  const char * const headers[] = {
    _("Task"), _("Name"), _("Date"), _("Done on"), _("State"), _("ID"), NULL,
  };
  g_autoptr(CliTable) table = cli_table_new (headers, "");
  GuatuInstant status_date = guatu_plan_settings (view->plan)->status_date;
  GuatuInstant day = guatu_instant_day (status_date != GUATU_NONE ? status_date : cli_now ()) * GUATU_DAY;
  guint n;
  g_autofree GuatuNodeRow *nodes = guatu_key_nodes_list (view->plan, view->schedule, day, &(GuatuNodeQuery) { 0 }, &n);
  CliJsonList list;

  if (json)
    cli_json_list_begin (&list);
  for (guint i = 0; i < n; i++)
    if (json)
      {
        JsonBuilder *object = row_object (view->plan, GUATU_TABLE_KEY_NODE, nodes[i].node);

        cli_json_instant (object, "reach_by", nodes[i].date);
        cli_json_string (object, "state", guatu_node_state_name ((GuatuNodeState) nodes[i].state));
        cli_json_list_add (&list, object);
      }
    else
      add_node (table, view->plan, &nodes[i], day);
  if (json)
    {
      cli_json_list_end (&list);
      cli_print ("\n");
    }
  else
    cli_table_print (table);
  return TRUE;
}
