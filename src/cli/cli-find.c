/* cli-find.c — tasks and other rows found by what people call them. */
#include "cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "guatu-custom-value.h"
#include "guatu-id.h"

/* How many candidates an error lists. */
#define MOST_LISTED 8

int
cli_find_table (const char *word)
{
  g_autofree char *name = g_strdelimit (g_strdup (word), "-", '_');

  return guatu_table_find (name);
}

char *
cli_table_word (const char *name)
{
  return g_strdelimit (g_strdup (name), "_", '-');
}

int
cli_name_field (GuatuTable table)
{
  return guatu_field_find (table, "name");
}

/* "3 “Bridge over the canal” (id 123…)" */
static char *
row_with_id (const GuatuPlan *plan, GuatuTable table, gint32 row)
{
  g_autofree char *name = cli_row_title (plan, table, row);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, guatu_plan_id (plan, table, row));
  g_autofree char *title = NULL;

  if (table == GUATU_TABLE_TASK)
    title = guatu_plan_task_title (plan, row);
  else
    title = g_strdup_printf ("“%s”", name);

  return g_strdup_printf (_("%s (id %s)"), title, id);
}

/* Says that @text means several rows, and which. */
static gint32
ambiguous (const GuatuPlan *plan, GuatuTable table, const char *text, const GArray *found, GError **error)
{
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 0; i < found->len && i < MOST_LISTED; i++)
    {
      g_autofree char *title = row_with_id (plan, table, g_array_index (found, gint32, i));

      g_string_append_printf (list, "%s%s", i > 0 ? "; " : "", title);
    }
  if (found->len > MOST_LISTED)
    g_string_append (list, "; …");

  g_set_error (error, CLI_ERROR, CLI_ERROR_AMBIGUOUS,
               _("“%s” may mean any of these, say which by its id: %s"), text, list->str);
  return -1;
}

/* Tasks whose own code is @text; if none, those that go by it in the outline. */
static void
find_by_code (const GuatuPlan *plan, const char *text, GArray *found)
{
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (guatu_plan_text (plan, guatu_plan_task (plan, outline[i])->wbs), text))
      g_array_append_val (found, outline[i]);
  if (found->len > 0)
    return;

  for (guint i = 0; i < n; i++)
    if (guatu_plan_text (plan, guatu_plan_task (plan, outline[i])->wbs)[0] == '\0')
      {
        g_autofree char *wbs = guatu_plan_task_wbs (plan, outline[i]);

        if (g_str_equal (wbs, text))
          g_array_append_val (found, outline[i]);
      }
}

static gboolean
is_number (const char *text)
{
  return text[0] != '\0' && text[strspn (text, "0123456789")] == '\0';
}

gint32
cli_find_task (const GuatuPlan *plan, const char *text, GError **error)
{
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (gint32));
  gint32 task = -1;
  gint64 id;

  if (is_number (text) && guatu_id_parse (text, &id))
    task = guatu_plan_find (plan, GUATU_TABLE_TASK, id);
  if (task < 0 && is_number (text))
    {
      guint64 number = g_ascii_strtoull (text, NULL, 10);

      if (number >= 1 && number <= G_MAXINT32)
        task = guatu_plan_task_at (plan, (guint) number);
    }
  if (task >= 0)
    return task;

  if (text[0] != '\0')
    find_by_code (plan, text, found);
  if (found->len == 1)
    return g_array_index (found, gint32, 0);
  if (found->len > 1)
    return ambiguous (plan, GUATU_TABLE_TASK, text, found, error);

  g_set_error (error, CLI_ERROR, CLI_ERROR_NOT_FOUND,
               _("There is no task with the id, number or WBS code “%s”; “show FILE tasks” lists them."), text);
  return -1;
}

static gboolean
is_called (const GuatuPlan *plan, GuatuTable table, gint32 row, const char *text)
{
  int name = cli_name_field (table);

  if (name >= 0 && g_str_equal (guatu_plan_string (plan, table, row, (guint) name), text))
    return TRUE;
  return table == GUATU_TABLE_CALENDAR
         && g_str_equal (guatu_plan_string (plan, table, row, GUATU_CALENDAR_SLUG), text);
}

gint32
cli_find_row (const GuatuPlan *plan, GuatuTable table, const char *text, GError **error)
{
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_autofree gint32 *rows = NULL;
  g_autofree char *word = NULL;
  gint32 row = -1;
  gint64 id;
  guint n;

  if (table == GUATU_TABLE_TASK)
    return cli_find_task (plan, text, error);

  if (is_number (text) && guatu_id_parse (text, &id))
    row = guatu_plan_find (plan, table, id);
  if (row >= 0)
    return row;

  rows = guatu_plan_in_order (plan, table, &n);
  for (guint i = 0; i < n; i++)
    if (is_called (plan, table, rows[i], text))
      g_array_append_val (found, rows[i]);
  if (found->len == 1)
    return g_array_index (found, gint32, 0);
  if (found->len > 1)
    return ambiguous (plan, table, text, found, error);

  word = cli_table_word (guatu_table_info (table)->name);
  g_set_error (error, CLI_ERROR, CLI_ERROR_NOT_FOUND, _("There is no %s with the id or name “%s”."), word, text);
  return -1;
}

gint32
cli_find_custom (const GuatuPlan *plan, const char *text, GError **error)
{
  const char *name = g_str_has_prefix (text, "field:") ? text + strlen ("field:") : text;
  gint32 row = guatu_custom_field_find (plan, name);

  return row >= 0 ? row : cli_find_row (plan, GUATU_TABLE_CUSTOM_FIELD, name, error);
}

char *
cli_row_title (const GuatuPlan *plan, GuatuTable table, gint32 row)
{
  int name = cli_name_field (table);

  if (row < 0)
    return g_strdup ("");
  if (table == GUATU_TABLE_TASK)
    return g_strdup (guatu_plan_task_name (plan, row));
  if (name >= 0)
    return g_strdup (guatu_plan_string (plan, table, row, (guint) name));
  return g_strdup_printf ("%" G_GINT64_FORMAT, guatu_plan_id (plan, table, row));
}
