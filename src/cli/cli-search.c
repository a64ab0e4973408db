/* cli-search.c — "find": tasks, people and units by what one remembers of them. */
#include "cli-output.h"

#include <glib/gi18n-lib.h>

#include "guatu-finder.h"

static void
print_found (const CliView *view, const GArray *found)
{
  const char * const headers[] = { _("What"), _("#"), _("Name"), _("ID"), NULL };
  g_autoptr(CliTable) table = cli_table_new (headers, "lrl");

  for (guint i = 0; i < found->len; i++)
    {
      const GuatuFound *hit = &g_array_index (found, GuatuFound, i);

      cli_table_cell (table, _(guatu_table_info (hit->table)->label));
      cli_table_take (table, hit->table == GUATU_TABLE_TASK
                               ? g_strdup_printf ("%u", guatu_plan_task_place (view->plan, hit->row)) : g_strdup (""));
      cli_table_take (table, cli_row_title (view->plan, hit->table, hit->row));
      cli_table_take (table, cli_id_text (view->plan, hit->table, hit->row));
    }
  cli_table_print (table);
}

static void
print_found_json (const CliView *view, const GArray *found)
{
  CliJsonList list;

  cli_json_list_begin (&list);
  for (guint i = 0; i < found->len; i++)
    {
      const GuatuFound *hit = &g_array_index (found, GuatuFound, i);
      g_autofree char *name = cli_row_title (view->plan, hit->table, hit->row);
      JsonBuilder *object = cli_json_object ();

      cli_json_string (object, "table", guatu_table_info (hit->table)->name);
      cli_json_id (object, "id", guatu_plan_id (view->plan, hit->table, hit->row));
      cli_json_integer (object, "number", hit->table == GUATU_TABLE_TASK ? guatu_plan_task_place (view->plan, hit->row)
                                                                         : GUATU_NONE);
      cli_json_string (object, "name", name);
      cli_json_list_add (&list, object);
    }
  cli_json_list_end (&list);
  cli_print ("\n");
}

static gboolean
run_find (const CliCall *call, GError **error)
{
  g_autoptr(CliView) view = cli_view_open (call, error);
  g_autoptr(GuatuFinder) finder = NULL;
  g_autoptr(GArray) found = NULL;

  if (view == NULL)
    return FALSE;

  finder = guatu_finder_new (view->plan);
  found = guatu_finder_find (finder, call->args[1]);
  if (cli_flag (call, "json"))
    print_found_json (view, found);
  else if (found->len > 0)
    print_found (view, found);
  else
    cli_print (_("Nothing here is called “%s”.\n"), call->args[1]);
  return TRUE;
}

static const CliOption find_options[] = {
  { "json", NULL, N_("Print JSON") },
  { NULL },
};

const CliCommand cli_find = {
  .name = "find",
  .arguments = "FILE TEXT",
  .summary = N_("Find tasks, units and people by a number, a WBS code or a part of the name"),
  .details =
    N_("First come those that are called exactly so, then names that begin with TEXT, then those of which a\n"
       "word does, then all others that hold its words."),
  .options = find_options,
  .min_args = 2,
  .max_args = 2,
  .run = run_find,
};
