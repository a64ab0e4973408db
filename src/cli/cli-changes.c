/* cli-changes.c — two states of a plan held against each other, and who answered for a task on which day. */
#include "cli-changes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "guatu-id.h"

static const char *const change_names[] = { "added", "changed", "removed" };

/* JSON --------------------------------------------------------------------------------------------------------- */

static void
add_field (JsonBuilder *object, const GuatuRowChange *row, const GuatuFieldChange *field)
{
  json_builder_begin_object (object);
  /* The schedule has no field of its own: its label says which date it is. */
  cli_json_string (object, "field", field->field != GUATU_FIELD_SCHEDULED ? guatu_field (row->table, field->field)->name
                                                                          : NULL);
  cli_json_string (object, "label", field->label);
  cli_json_string (object, "before", field->before);
  cli_json_string (object, "after", field->after);
  json_builder_end_object (object);
}

void
cli_json_changes (JsonBuilder *object, const char *name, GPtrArray *rows)
{
  json_builder_set_member_name (object, name);
  json_builder_begin_array (object);
  for (guint i = 0; i < rows->len; i++)
    {
      const GuatuRowChange *row = g_ptr_array_index (rows, i);

      json_builder_begin_object (object);
      cli_json_string (object, "table", guatu_table_info (row->table)->name);
      cli_json_id (object, "id", row->id);
      cli_json_string (object, "change", change_names[row->kind]);
      cli_json_string (object, "name", row->name);
      cli_json_id (object, "task", row->task);
      json_builder_set_member_name (object, "fields");
      json_builder_begin_array (object);
      for (guint j = 0; j < row->fields->len; j++)
        add_field (object, row, g_ptr_array_index (row->fields, j));
      json_builder_end_array (object);
      json_builder_end_object (object);
    }
  json_builder_end_array (object);
}

/* "--compare" -------------------------------------------------------------------------------------------------- */

static gboolean
read_entries (const CliCall *call, gint64 *before, gint64 *after, GError **error)
{
  g_auto(GStrv) parts = g_strsplit (cli_option (call, "compare"), "..", 2);

  *after = 0;
  if (parts[0] != NULL && guatu_id_parse (parts[0], before) &&
      (parts[1] == NULL || parts[1][0] == '\0' || guatu_id_parse (parts[1], after)))
    return TRUE;

  return cli_usage (error, _("“--compare” takes the numbers of two entries, such as 12..40, or of one."));
}

/* Rows under their task, each with its fields. */
static void
print_rows (const GuatuComparison *comparison)
{
  gint64 task = 0;

  for (guint i = 0; i < comparison->rows->len; i++)
    {
      const GuatuRowChange *row = g_ptr_array_index (comparison->rows, i);
      g_autofree char *title = guatu_row_change_title (row);

      if (row->task != 0 && row->task != task && row->table != GUATU_TABLE_TASK)
        cli_print ("%s\n", row->task_name);
      task = row->task;
      cli_print ("%s%s\n", row->task != 0 && row->table != GUATU_TABLE_TASK ? "  " : "", title);
      for (guint j = 0; j < row->fields->len; j++)
        {
          g_autofree char *text = guatu_field_change_text (g_ptr_array_index (row->fields, j), row->kind);

          cli_print ("%s%s\n", row->task != 0 && row->table != GUATU_TABLE_TASK ? "    " : "  ", text);
        }
    }
}

gboolean
cli_print_comparison (const CliCall *call, GuatuDocument *document, GError **error)
{
  g_autoptr(GuatuComparison) comparison = NULL;
  gint64 before, after;

  if (!read_entries (call, &before, &after, error))
    return FALSE;
  comparison = guatu_comparison_of_entries (guatu_document_get_store (document), before, after, NULL, NULL, error);
  if (comparison == NULL)
    return FALSE;

  if (cli_flag (call, "json"))
    {
      JsonBuilder *object = cli_json_object ();
      g_autofree char *text = NULL;

      cli_json_integer (object, "tasks", comparison->n_tasks);
      cli_json_integer (object, "added", comparison->n_added);
      cli_json_integer (object, "removed", comparison->n_removed);
      cli_json_integer (object, "moved", comparison->n_moved);
      cli_json_changes (object, "changes", comparison->rows);
      text = cli_json_text (object);
      g_object_unref (object);
      cli_print ("%s\n", text);
    }
  else
    {
      g_autofree char *title = guatu_comparison_title (comparison);

      cli_print ("%s\n", title);
      print_rows (comparison);
    }
  return TRUE;
}

/* "--duty" ----------------------------------------------------------------------------------------------------- */

static const char *
role_label (GuatuRole role)
{
  return _(guatu_field (GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_ROLE)->choices[role].label);
}

static void
print_table (GPtrArray *duties, GuatuInstant day)
{
  const char * const headers[] = { "", _("Role"), _("Who"), _("From"), _("To"), _("By entry"), NULL };
  g_autoptr(CliTable) table = cli_table_new (headers, "");

  for (guint i = 0; i < duties->len; i++)
    {
      const GuatuTenure *duty = g_ptr_array_index (duties, i);
      g_autofree char *from = guatu_journal_time_text (duty->from);

      cli_table_cell (table, guatu_tenure_is_of_day (duty, day) ? "*" : "");
      cli_table_cell (table, role_label (duty->role));
      cli_table_take (table, guatu_tenure_title (duty));
      /* Translators: a moment: the duty is as old as the journal or older. */
      cli_table_take (table, duty->as_found ? g_strdup_printf (_("%s or before"), from) : g_steal_pointer (&from));
      cli_table_take (table, duty->to != 0 ? guatu_journal_time_text (duty->to) : g_strdup (_("now")));
      if (duty->to_entry != 0)
        /* Translators: two entries of the journal with their authors. */
        cli_table_take (table, g_strdup_printf (_("%lld (%s), until %lld (%s)"), (long long) duty->from_entry,
                                                duty->from_author, (long long) duty->to_entry, duty->to_author));
      else
        cli_table_take (table, g_strdup_printf ("%" G_GINT64_FORMAT " (%s)", duty->from_entry, duty->from_author));
    }
  cli_table_print (table);
}

static char *
utc_text (gint64 time)
{
  g_autoptr(GDateTime) utc = time != 0 ? g_date_time_new_from_unix_utc (time / 1000) : NULL;

  return utc != NULL ? g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

static void
print_objects (GPtrArray *duties, GuatuInstant day)
{
  CliJsonList list = { 0 };

  cli_json_list_begin (&list);
  for (guint i = 0; i < duties->len; i++)
    {
      const GuatuTenure *duty = g_ptr_array_index (duties, i);
      const GuatuField *role = guatu_field (GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_ROLE);
      JsonBuilder *object = cli_json_object ();
      g_autofree char *from = utc_text (duty->from);
      g_autofree char *to = utc_text (duty->to);

      cli_json_string (object, "role", role->choices[duty->role].name);
      cli_json_string (object, "who", duty->who);
      cli_json_string (object, "head_of", duty->head_of);
      cli_json_id (object, "unit", duty->unit);
      cli_json_id (object, "person", duty->person);
      cli_json_quotient (object, "share", duty->share, 100);
      cli_json_string (object, "from", from);
      cli_json_string (object, "to", to);
      cli_json_integer (object, "from_entry", duty->from_entry);
      cli_json_integer (object, "to_entry", duty->to_entry != 0 ? duty->to_entry : GUATU_NONE);
      cli_json_string (object, "from_author", duty->from_author);
      cli_json_string (object, "to_author", duty->to_entry != 0 ? duty->to_author : NULL);
      cli_json_boolean (object, "as_found", duty->as_found);
      cli_json_boolean (object, "on_day", guatu_tenure_is_of_day (duty, day));
      cli_json_list_add (&list, object);
    }
  cli_json_list_end (&list);
  cli_print ("\n");
}

gboolean
cli_print_duties (const CliCall *call, GuatuDocument *document, GError **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  const char *text = cli_option (call, "task");
  g_autoptr(GPtrArray) duties = NULL;
  GuatuInstant day;
  gint64 id = 0;

  if (text == NULL)
    return cli_usage (error, _("“--duty” needs “--task”: somebody answers for a task."));
  if (!cli_date_option (call, "duty", 0, &day, error))
    return FALSE;
  /* A task that is gone is known by its id, which is larger than any number. */
  if (!guatu_id_parse (text, &id) || id <= G_MAXINT32)
    {
      gint32 task = cli_find_task (plan, text, error);

      if (task < 0)
        return FALSE;
      id = guatu_plan_id (plan, GUATU_TABLE_TASK, task);
    }

  duties = guatu_tenures (document, id, error);
  if (duties == NULL)
    return FALSE;
  if (cli_flag (call, "json"))
    print_objects (duties, day);
  else if (duties->len == 0)
    cli_print ("%s\n", _("Nobody was ever assigned to this task."));
  else
    print_table (duties, day);
  return TRUE;
}
