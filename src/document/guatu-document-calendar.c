/* guatu-document-calendar.c — a calendar taken in from another plan, with its weekdays, exceptions and hours. */
#include "guatu-document-private.h"
#include "guatu-row-edit.h"

#include <glib/gi18n-lib.h>

/* Owners come before what belongs to them. */
static const GuatuTable calendar_tables[] = {
  GUATU_TABLE_CALENDAR, GUATU_TABLE_CALENDAR_DAY, GUATU_TABLE_CALENDAR_EXCEPTION, GUATU_TABLE_CALENDAR_HOURS,
};

static gboolean
check_slug (GuatuDocument *self, const char *slug, GError **error)
{
  const GuatuPlan *plan = self->plan;

  for (gint32 row = 0; row < (gint32) guatu_plan_n_rows (plan, GUATU_TABLE_CALENDAR); row++)
    if (guatu_plan_id (plan, GUATU_TABLE_CALENDAR, row) != 0 &&
        g_str_equal (guatu_plan_string (plan, GUATU_TABLE_CALENDAR, row, GUATU_CALENDAR_SLUG), slug))
      return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                    _("The plan has the calendar “%s” already."), slug);

  return TRUE;
}

static gboolean
insert_row (GuatuDocument *self, const GuatuPlan *from, GuatuTable table, gint32 row, GError **error)
{
  guint n_fields = guatu_table_info (table)->n_fields;
  guint fields[GUATU_ROW_EDIT_MAX_FIELDS];
  GuatuValue values[GUATU_ROW_EDIT_MAX_FIELDS];
  int position = guatu_field_find (table, "position");

  for (guint field = 1; field < n_fields; field++)
    {
      fields[field - 1] = field;
      values[field - 1] = guatu_plan_get (from, table, row, field);
      if ((int) field == position)
        values[field - 1] = GUATU_INTEGER (guatu_position_behind (self->plan, table, -1, -1));
    }

  return guatu_store_insert (self->store, table, guatu_plan_id (from, table, row), fields, values, n_fields - 1, error);
}

static gboolean
insert_all (GuatuDocument *self, const GuatuPlan *from, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (calendar_tables); i++)
    for (gint32 row = 0; row < (gint32) guatu_plan_n_rows (from, calendar_tables[i]); row++)
      if (guatu_plan_id (from, calendar_tables[i], row) != 0 &&
          !insert_row (self, from, calendar_tables[i], row, error))
        return FALSE;

  return TRUE;
}

gboolean
guatu_document_add_calendar (GuatuDocument *self, const GuatuPlan *from, gint64 *id, GError **error)
{
  JsonObject *arguments = NULL;
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (from != NULL && guatu_plan_n_live (from, GUATU_TABLE_CALENDAR) == 1, FALSE);

  if (!guatu_document_begin (self, error))
    return FALSE;

  ok = check_slug (self, guatu_plan_string (from, GUATU_TABLE_CALENDAR, 0, GUATU_CALENDAR_SLUG), error) &&
       insert_all (self, from, error);
  *id = guatu_plan_id (from, GUATU_TABLE_CALENDAR, 0);
  if (ok)
    arguments = guatu_arguments_for_row (*id, guatu_plan_string (from, GUATU_TABLE_CALENDAR, 0, GUATU_CALENDAR_NAME));

  return guatu_document_end (self, ok, "calendar-add", arguments, 0, error);
}
