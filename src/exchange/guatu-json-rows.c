/* guatu-json-rows.c — what must hold between the rows of a plan that came from JSON. */
#include "guatu-json-value.h"

#include "guatu-exchange.h"

#include <glib/gi18n-lib.h>

/* A field that refers to its own table makes a tree, or a chain of calendars. */
static gboolean
check_no_loop (const GuatuPlan *plan, GuatuTable table, guint field, GError **error)
{
  guint n = guatu_plan_n_rows (plan, table);
  g_autofree guint *walk = g_new0 (guint, n);

  for (guint first = 0; first < n; first++)
    for (gint32 row = (gint32) first; row >= 0 && guatu_plan_id (plan, table, row) > 0;
         row = (gint32) guatu_plan_number (plan, table, row, field))
      {
        if (walk[row] == first + 1)
          {
            g_set_error (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_INVALID,
                         _("%s[%d]: the row leads back to itself by its “%s”"), guatu_table_info (table)->plural, row,
                         guatu_field (table, field)->name);
            return FALSE;
          }
        if (walk[row] != 0)
          break;
        walk[row] = first + 1;
      }
  return TRUE;
}

/* Exactly one of the two references must be there. */
static gboolean
check_one_of (const GuatuPlan *plan, GuatuTable table, guint a, guint b, GError **error)
{
  for (guint row = 0; row < guatu_plan_n_rows (plan, table); row++)
    {
      gint64 id = guatu_plan_id (plan, table, (gint32) row);

      if (id == 0 || (guatu_plan_number (plan, table, (gint32) row, a) >= 0) !=
                     (guatu_plan_number (plan, table, (gint32) row, b) >= 0))
        continue;
      g_set_error (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_INVALID,
                   _("%s[%u]: exactly one of “%s” and “%s” must be given"), guatu_table_info (table)->plural, row,
                   guatu_field (table, a)->name, guatu_field (table, b)->name);
      return FALSE;
    }
  return TRUE;
}

gboolean
guatu_json_check_rows (const GuatuPlan *plan, GError **error)
{
  for (int table = 0; table < GUATU_N_TABLES; table++)
    {
      const GuatuTableInfo *info = guatu_table_info (table);

      for (guint i = 1; i < info->n_fields; i++)
        if (info->fields[i].type == GUATU_TYPE_REFERENCE && (int) info->fields[i].target == table &&
            !check_no_loop (plan, table, i, error))
          return FALSE;
    }

  return check_one_of (plan, GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_UNIT, GUATU_ASSIGNMENT_PERSON, error) &&
         check_one_of (plan, GUATU_TABLE_CALENDAR_HOURS, GUATU_CALENDAR_HOURS_DAY, GUATU_CALENDAR_HOURS_EXCEPTION,
                       error) &&
         check_one_of (plan, GUATU_TABLE_CUSTOM_VALUE, GUATU_CUSTOM_VALUE_TASK, GUATU_CUSTOM_VALUE_PERSON, error);
}
