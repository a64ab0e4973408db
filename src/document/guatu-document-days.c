/* guatu-document-days.c — the verb that takes days off and days worked into a calendar, and its preview. */
#include "guatu-special-days.h"

#include "guatu-calendar-edit.h"
#include "guatu-document-private.h"
#include "guatu-special-days-private.h"

#define EXCEPTION GUATU_TABLE_CALENDAR_EXCEPTION
#define HOURS     GUATU_TABLE_CALENDAR_HOURS

static gboolean
insert_row (GuatuDocument *self, const GuatuPlan *after, GuatuTable table, gint32 row, GError **error)
{
  guint n_fields = guatu_table_info (table)->n_fields;
  g_autofree guint *fields = g_new (guint, n_fields);
  g_autofree GuatuValue *values = g_new (GuatuValue, n_fields);

  for (guint field = 1; field < n_fields; field++)
    {
      fields[field - 1] = field;
      values[field - 1] = guatu_plan_get (after, table, row, field);
    }
  return guatu_store_insert (self->store, table, guatu_plan_id (after, table, row), fields, values, n_fields - 1,
                             error);
}

/* The rows that went and those that came; none of them is ever changed. */
static gboolean
write_rows (GuatuDocument *self, const GuatuPlan *after, GuatuTable table, GError **error)
{
  for (gint32 row = 0; row < (gint32) guatu_plan_n_rows (self->plan, table); row++)
    {
      gint64 id = guatu_plan_id (self->plan, table, row);

      if (id != 0 && guatu_plan_find (after, table, id) < 0 && !guatu_store_delete (self->store, table, id, error))
        return FALSE;
    }
  for (gint32 row = 0; row < (gint32) guatu_plan_n_rows (after, table); row++)
    {
      gint64 id = guatu_plan_id (after, table, row);

      if (id != 0 && guatu_plan_find (self->plan, table, id) < 0 && !insert_row (self, after, table, row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_calendar (GuatuDocument *self, const GuatuPlan *after, gint32 calendar, GError **error)
{
  static const guint fields[] = { GUATU_CALENDAR_DATA_FROM, GUATU_CALENDAR_DATA_TO };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GuatuValue value = guatu_plan_get (after, GUATU_TABLE_CALENDAR, calendar, fields[i]);

      if (!guatu_value_equal (value, guatu_plan_get (self->plan, GUATU_TABLE_CALENDAR, calendar, fields[i])) &&
          !guatu_store_update (self->store, GUATU_TABLE_CALENDAR,
                               guatu_plan_id (self->plan, GUATU_TABLE_CALENDAR, calendar), fields[i], value, error))
        return FALSE;
    }
  return TRUE;
}

/* Puts the days in; @row takes the calendar's. */
static gboolean
write_days (GuatuDocument *self, gint64 calendar, const GuatuDaysImport *import, gint32 *row, GError **error)
{
  g_autoptr(GuatuPlan) after = NULL;

  *row = guatu_document_find_row (self, GUATU_TABLE_CALENDAR, calendar, error);
  if (*row >= 0)
    after = guatu_special_days_apply (self->plan, *row, import, error);

  return after != NULL && write_rows (self, after, EXCEPTION, error) && write_rows (self, after, HOURS, error) &&
         write_calendar (self, after, *row, error);
}

static JsonObject *
arguments_of (GuatuDocument *self, gint32 row)
{
  return guatu_arguments_for_row (guatu_plan_id (self->plan, GUATU_TABLE_CALENDAR, row),
                                  guatu_plan_string (self->plan, GUATU_TABLE_CALENDAR, row, GUATU_CALENDAR_NAME));
}

gboolean
guatu_document_import_days (GuatuDocument *self, gint64 calendar, const GuatuDaysImport *import, GError **error)
{
  JsonObject *arguments = NULL;
  gint32 row;
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (import != NULL && (import->days != NULL || import->n == 0), FALSE);

  if (!guatu_document_begin (self, error))
    return FALSE;

  ok = write_days (self, calendar, import, &row, error);
  if (ok)
    {
      arguments = arguments_of (self, row);
      guatu_arguments_add_text (arguments, "source", import->source != NULL ? import->source : "");
    }

  return guatu_document_end (self, ok, "calendar-import", arguments, 0, error);
}

static void
tell_days (JsonObject *arguments, const GuatuSpecialDays *days)
{
  g_autofree char *from = guatu_instant_to_iso (days->from);
  g_autofree char *to = guatu_instant_to_iso (days->to);

  from[10] = to[10] = '\0';
  json_object_set_string_member (arguments, "from", from);
  json_object_set_string_member (arguments, "to", to);
  json_object_set_string_member (arguments, "what", days->recurrence != GUATU_RECUR_DAILY ? "recurring" :
                                 days->as_week ? "week" : days->works ? "worked" : "off");
  guatu_arguments_add_text (arguments, "called", days->name);
}

/* Ends the edit that was begun. */
static gboolean
put_days (GuatuDocument *self, gint64 calendar, gint64 replaces, const GuatuSpecialDays *days, GError **error)
{
  GuatuDaysImport import = { .days = days, .n = 1, .covers_from = GUATU_NONE, .covers_to = GUATU_NONE,
                             .replaces = replaces };
  JsonObject *arguments = NULL;
  gint32 row;
  gboolean ok = write_days (self, calendar, &import, &row, error);

  if (ok)
    {
      arguments = arguments_of (self, row);
      tell_days (arguments, days);
    }

  return guatu_document_end (self, ok, "calendar-days", arguments, 0, error);
}

gboolean
guatu_document_mark_days (GuatuDocument *self, gint64 calendar, const GuatuSpecialDays *days, GError **error)
{
  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (days != NULL && days->name != NULL, FALSE);

  return guatu_document_begin (self, error) && put_days (self, calendar, 0, days, error);
}

gboolean
guatu_document_change_recurring (GuatuDocument *self, gint64 exception, const GuatuSpecialDays *days, GError **error)
{
  gint32 row;
  gint64 calendar;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (days != NULL && days->name != NULL, FALSE);

  if (!guatu_document_begin (self, error))
    return FALSE;

  row = guatu_document_find_row (self, EXCEPTION, exception, error);
  if (row < 0)
    return guatu_document_end (self, FALSE, "calendar-days", NULL, 0, error);
  calendar = guatu_plan_id (self->plan, GUATU_TABLE_CALENDAR,
                            (gint32) guatu_plan_number (self->plan, EXCEPTION, row,
                                                        GUATU_CALENDAR_EXCEPTION_CALENDAR));

  return put_days (self, calendar, exception, days, error);
}

GuatuPlan *
guatu_document_preview_days (GuatuDocument *self, gint64 calendar, const GuatuDaysImport *import, GError **error)
{
  gint32 row;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (import != NULL && (import->days != NULL || import->n == 0), NULL);

  row = guatu_document_find_row (self, GUATU_TABLE_CALENDAR, calendar, error);
  return row >= 0 ? guatu_special_days_apply (self->plan, row, import, error) : NULL;
}
