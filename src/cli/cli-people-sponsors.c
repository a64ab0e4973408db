/* cli-people-sponsors.c — which projects have too few or too many who lead them, and which leader sponsors what. */
#include "cli-people.h"

#include <glib/gi18n-lib.h>

#include "guatu-limits.h"
#include "guatu-list-text.h"
#include "guatu-sponsors.h"

void
cli_people_show_limits (const CliView *view, gboolean json)
{
  const char * const headers[] = {
    _("#"), _("Task"), _("Lead executives"), _("Lead-unit heads"), _("What to do"), NULL,
  };
  g_autoptr(GArray) broken = guatu_limits_new (view->plan);
  g_autoptr(CliTable) table = cli_table_new (headers, "rlrrl");
  CliJsonList list;

  if (json)
    cli_json_list_begin (&list);
  for (guint i = 0; i < broken->len; i++)
    {
      const GuatuLimit *limit = &g_array_index (broken, GuatuLimit, i);
      g_autofree char *words = guatu_limit_words (limit);

      if (json)
        {
          JsonBuilder *object = cli_json_object ();

          cli_json_id (object, "task", guatu_plan_id (view->plan, GUATU_TABLE_TASK, limit->task));
          cli_json_string (object, "name", guatu_plan_task_name (view->plan, limit->task));
          cli_json_integer (object, "lead_executives", limit->n_executives);
          cli_json_integer (object, "lead_unit_heads", limit->n_heads);
          cli_json_string (object, "words", words);
          cli_json_list_add (&list, object);
          continue;
        }
      cli_table_take (table, g_strdup_printf ("%u", guatu_plan_task_place (view->plan, limit->task)));
      cli_table_cell (table, guatu_plan_task_name (view->plan, limit->task));
      cli_table_take (table, g_strdup_printf ("%u", limit->n_executives));
      cli_table_take (table, g_strdup_printf ("%u", limit->n_heads));
      cli_table_cell (table, words);
    }
  if (json)
    {
      cli_json_list_end (&list);
      cli_print ("\n");
    }
  else if (broken->len > 0)
    cli_table_print (table);
  else
    cli_print ("%s\n", _("Every project on a board has one or two lead executives and lead-unit heads."));
}

/* The names in a cell of the matrix. */
static char *
cell_text (const GuatuPlan *plan, const GArray *cell)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cell->len; i++)
    {
      if (i > 0)
        g_string_append (text, guatu_list_comma ());
      g_string_append (text, guatu_sponsorship_object (plan, g_array_index (cell, gint32, i)));
    }
  return g_string_free (text, FALSE);
}

static void
print_matrix (const CliView *view, const GuatuSponsors *matrix)
{
  const char *headers[GUATU_N_SPONSORED_KINDS + 3] = { _("Sponsor") };
  g_autoptr(CliTable) table = NULL;

  for (guint kind = 0; kind < GUATU_N_SPONSORED_KINDS; kind++)
    headers[kind + 1] = cli_people_choice (GUATU_TABLE_SPONSORSHIP, GUATU_SPONSORSHIP_KIND, kind);
  headers[GUATU_N_SPONSORED_KINDS + 1] = _("Visits a year");
  table = cli_table_new (headers, "lllllllr");
  for (guint i = 0; i < matrix->sponsors->len; i++)
    {
      const GuatuSponsor *sponsor = matrix->sponsors->pdata[i];

      cli_table_cell (table, cli_people_name (view->plan, GUATU_TABLE_PERSON, sponsor->person));
      for (guint kind = 0; kind < GUATU_N_SPONSORED_KINDS; kind++)
        cli_table_take (table, cell_text (view->plan, sponsor->cells[kind]));
      cli_table_take (table, g_strdup_printf ("%u", sponsor->visits));
    }
  cli_table_print (table);
  for (guint i = 0; i < matrix->n_unsponsored; i++)
    cli_print (_("Township %s has no sponsor.\n"),
               cli_people_name (view->plan, GUATU_TABLE_UNIT, matrix->unsponsored[i]));
}

static void
print_matrix_json (const CliView *view, const GuatuSponsors *matrix)
{
  const GuatuChoice *kinds = guatu_field (GUATU_TABLE_SPONSORSHIP, GUATU_SPONSORSHIP_KIND)->choices;
  CliJsonList list;

  cli_json_list_begin (&list);
  for (guint i = 0; i < matrix->sponsors->len; i++)
    {
      const GuatuSponsor *sponsor = matrix->sponsors->pdata[i];
      JsonBuilder *object = cli_json_object ();

      cli_json_id (object, "person", guatu_plan_id (view->plan, GUATU_TABLE_PERSON, sponsor->person));
      cli_json_string (object, "name", cli_people_name (view->plan, GUATU_TABLE_PERSON, sponsor->person));
      for (guint kind = 0; kind < GUATU_N_SPONSORED_KINDS; kind++)
        {
          json_builder_set_member_name (object, kinds[kind].name);
          json_builder_begin_array (object);
          for (guint k = 0; k < sponsor->cells[kind]->len; k++)
            json_builder_add_string_value (object, guatu_sponsorship_object (view->plan,
                                                                             g_array_index (sponsor->cells[kind],
                                                                                            gint32, k)));
          json_builder_end_array (object);
        }
      cli_json_integer (object, "visits_a_year", sponsor->visits);
      cli_json_list_add (&list, object);
    }
  cli_json_list_end (&list);
  cli_print ("\n");
}

void
cli_people_show_sponsors (const CliView *view, gboolean json)
{
  g_autoptr(GuatuSponsors) matrix = guatu_sponsors_new (view->plan, guatu_plan_settings (view->plan)->status_date);

  if (json)
    print_matrix_json (view, matrix);
  else
    print_matrix (view, matrix);
}
