/* guatu-content-rules.c — what the rows of a new plan must obey before they become a file. */
#include "guatu-document-private.h"

#include <glib/gi18n-lib.h>

/* Nobody's list is nested as deeply; and of tasks that lie in each other the numbers (1.1.1…) grow with the square of
 * their depth. */
#define MAX_LEVELS 500

/* Importers are as little trusted as anybody: what a verb would refuse in a field is no row of a new file. */
static gboolean
check_row (const GuatuPlan *content, GuatuTable table, gint32 row, GError **error)
{
  const GuatuTableInfo *info = guatu_table_info (table);

  for (guint field = 1; field < info->n_fields; field++)
    {
      g_autoptr(GError) trouble = NULL;
      g_autofree char *title = NULL;

      if (guatu_field_check (&info->fields[field], guatu_plan_get (content, table, row, field), &trouble))
        continue;
      title = guatu_row_title (content, table, row);
      /* Translators: a kind of row, the row, and what is wrong with it. */
      return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID, _("%s %s: %s."), _(info->label), title,
                                    trouble->message);
    }
  return TRUE;
}

/* Whether following @field upwards from @row ends. */
static gboolean
check_chain (const GuatuPlan *content, GuatuTable table, gint32 row, guint field, GError **error)
{
  gint32 above = row;

  for (guint steps = guatu_plan_n_live (content, table); above >= 0; steps--)
    {
      if (steps == 0)
        {
          g_autofree char *title = guatu_row_title (content, table, row);

          return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID, _("%s %s stands under itself."),
                                        _(guatu_table_info (table)->label), title);
        }
      above = (gint32) guatu_plan_number (content, table, above, field);
    }
  return TRUE;
}

static gboolean
check_pair (const GuatuPlan *content, GuatuTable table, gint32 row, guint a, guint b, GError **error)
{
  g_autofree char *title = NULL;

  if ((guatu_plan_number (content, table, row, a) >= 0) != (guatu_plan_number (content, table, row, b) >= 0))
    return TRUE;

  title = guatu_row_title (content, table, row);
  return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                _("%s %s needs exactly one of %s and %s."), _(guatu_table_info (table)->label), title,
                                _(guatu_field (table, a)->label), _(guatu_field (table, b)->label));
}

/* What the rest of the program relies on, because no verb would ever let it in. */
static gboolean
check_shape (const GuatuPlan *content, GuatuTable table, gint32 row, GError **error)
{
  switch ((int) table)
    {
    case GUATU_TABLE_UNIT:
      return check_chain (content, table, row, GUATU_UNIT_PARENT, error);
    case GUATU_TABLE_CALENDAR:
      return check_chain (content, table, row, GUATU_CALENDAR_BASE, error);
    case GUATU_TABLE_CALENDAR_HOURS:
      return check_pair (content, table, row, GUATU_CALENDAR_HOURS_DAY, GUATU_CALENDAR_HOURS_EXCEPTION, error);
    case GUATU_TABLE_ASSIGNMENT:
      return check_pair (content, table, row, GUATU_ASSIGNMENT_UNIT, GUATU_ASSIGNMENT_PERSON, error);
    case GUATU_TABLE_CUSTOM_VALUE:
      return check_pair (content, table, row, GUATU_CUSTOM_VALUE_TASK, GUATU_CUSTOM_VALUE_PERSON, error);
    default:
      return TRUE;
    }
}

static gboolean
check_depth (const GuatuPlan *content, GError **error)
{
  g_autofree guint *level = g_new0 (guint, guatu_plan_n_rows (content, GUATU_TABLE_TASK));
  guint n;
  const gint32 *tasks = guatu_plan_outline (content, &n);

  for (guint i = 0; i < n; i++)
    {
      gint32 parent = guatu_plan_task (content, tasks[i])->parent;

      level[tasks[i]] = parent >= 0 ? level[parent] + 1 : 1;
      if (level[tasks[i]] > MAX_LEVELS)
        {
          g_autofree char *title = guatu_plan_task_title (content, tasks[i]);

          return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                        _("Task %s stands more than %u levels deep, which no plan may."), title,
                                        MAX_LEVELS);
        }
    }
  return TRUE;
}

gboolean
guatu_content_check (const GuatuPlan *content, GError **error)
{
  if (guatu_plan_n_live (content, GUATU_TABLE_PLAN) != 1)
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                  _("A plan needs exactly one row of settings."));
  if (guatu_plan_has_loop (content))
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                  _("The plan has a task that stands under itself."));
  if (!check_depth (content, error))
    return FALSE;

  for (GuatuTable table = 0; table < GUATU_N_TABLES; table++)
    for (gint32 row = 0; row < (gint32) guatu_plan_n_rows (content, table); row++)
      if (guatu_plan_id (content, table, row) != 0 &&
          (!check_row (content, table, row, error) || !check_shape (content, table, row, error)))
        return FALSE;
  return TRUE;
}
