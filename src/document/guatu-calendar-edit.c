/* guatu-calendar-edit.c — writes the hours of weekdays, and copies calendars. */
#include "guatu-calendar-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "guatu-document-private.h"
#include "guatu-hours-text.h"
#include "guatu-id.h"
#include "guatu-row-edit.h"
#include "guatu-special-days-private.h"
#include "guatu-year.h"

#define DAY   GUATU_TABLE_CALENDAR_DAY
#define HOURS GUATU_TABLE_CALENDAR_HOURS

static gint64
fresh_id (const GuatuPlan *plan, GuatuTable table)
{
  gint64 id;

  do
    id = guatu_id_next ();
  while (guatu_plan_find (plan, table, id) >= 0);

  return id;
}

/* Weekdays ------------------------------------------------------------------------------------------------ */

/* The rows that speak of the weekday in this week (row; -1: the usual one). Unref them. */
static GArray *
find_days (const GuatuPlan *plan, gint32 calendar, gint32 week, int weekday)
{
  const GuatuCalendarDay *days = guatu_plan_rows (plan, DAY);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (gint32));
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, DAY, GUATU_CALENDAR_DAY_CALENDAR, calendar, &n);

  for (guint i = 0; i < n; i++)
    if (days[rows[i]].weekday == weekday && days[rows[i]].week == week)
      g_array_append_val (found, rows[i]);

  return found;
}

static gboolean
is_so (const GuatuPlan *plan, const GArray *days, gboolean given, const GuatuHours *hours, guint n)
{
  g_autoptr(GArray) now = NULL;

  if (!given || days->len != 1)
    return !given && days->len == 0;

  now = guatu_calendar_hours (plan, GUATU_CALENDAR_HOURS_DAY, g_array_index (days, gint32, 0));
  return now->len == n && (n == 0 || memcmp (now->data, hours, n * sizeof *hours) == 0);
}

static gboolean
drop_days (GuatuDocument *self, const GArray *days, GError **error)
{
  for (guint i = 0; i < days->len; i++)
    {
      gint32 day = g_array_index (days, gint32, i);
      guint n;
      const gint32 *rows = guatu_plan_referrers (self->plan, HOURS, GUATU_CALENDAR_HOURS_DAY, day, &n);

      for (guint k = 0; k < n; k++)
        if (!guatu_store_delete (self->store, HOURS, guatu_plan_id (self->plan, HOURS, rows[k]), error))
          return FALSE;
      if (!guatu_store_delete (self->store, DAY, guatu_plan_id (self->plan, DAY, day), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_day (GuatuDocument    *self,
         gint64            calendar,
         gint64            week,
         int               weekday,
         const GuatuHours *hours,
         guint             n,
         GError          **error)
{
  const guint day_fields[] = { GUATU_CALENDAR_DAY_CALENDAR, GUATU_CALENDAR_DAY_WEEKDAY, GUATU_CALENDAR_DAY_WEEK };
  const GuatuValue day_values[] = { GUATU_INTEGER (calendar), GUATU_INTEGER (weekday),
                                    week != 0 ? GUATU_INTEGER (week) : GUATU_NULL };
  const guint fields[] = { GUATU_CALENDAR_HOURS_DAY, GUATU_CALENDAR_HOURS_FROM_TIME, GUATU_CALENDAR_HOURS_TO_TIME };
  gint64 day = fresh_id (self->plan, DAY);
  gboolean ok = guatu_store_insert (self->store, DAY, day, day_fields, day_values, G_N_ELEMENTS (day_fields), error);

  for (guint i = 0; i < n && ok; i++)
    {
      const GuatuValue values[] = { GUATU_INTEGER (day), GUATU_INTEGER (hours[i].from), GUATU_INTEGER (hours[i].to) };

      ok = guatu_store_insert (self->store, HOURS, fresh_id (self->plan, HOURS), fields, values,
                               G_N_ELEMENTS (fields), error);
    }
  return ok;
}

/* The week's row, -1 for the usual one. FALSE if it is not one of the calendar's. */
static gboolean
find_week (GuatuDocument *self, gint32 calendar, gint64 id, gint32 *week, GError **error)
{
  const GuatuCalendarWeek *weeks;

  *week = -1;
  if (id == 0)
    return TRUE;
  *week = guatu_document_find_row (self, GUATU_TABLE_CALENDAR_WEEK, id, error);
  if (*week < 0)
    return FALSE;

  weeks = guatu_plan_rows (self->plan, GUATU_TABLE_CALENDAR_WEEK);
  if (weeks[*week].calendar == calendar)
    return TRUE;
  return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                _("This working week belongs to another calendar."));
}

static JsonObject *
tell_weekday (GuatuDocument *self, gint32 calendar, int weekday, gboolean given, const GuatuHours *hours, guint n)
{
  g_autofree char *text = guatu_hours_format (hours, n);
  JsonObject *arguments =
    guatu_arguments_for_row (guatu_plan_id (self->plan, GUATU_TABLE_CALENDAR, calendar),
                             guatu_plan_string (self->plan, GUATU_TABLE_CALENDAR, calendar, GUATU_CALENDAR_NAME));

  json_object_set_int_member (arguments, "weekday", weekday);
  json_object_set_string_member (arguments, "what", given ? "hours" : "base");
  guatu_arguments_add_text (arguments, "hours", text);
  return arguments;
}

gboolean
guatu_document_set_weekday (GuatuDocument    *self,
                            gint64            calendar,
                            gint64            week,
                            int               weekday,
                            gboolean          given,
                            const GuatuHours *hours,
                            guint             n,
                            GError          **error)
{
  g_autoptr(GArray) days = NULL;
  JsonObject *arguments = NULL;
  gint32 row, week_row;
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (weekday >= 0 && weekday <= 6 && (hours != NULL || n == 0), FALSE);

  if (!guatu_document_begin (self, error))
    return FALSE;

  row = guatu_document_find_row (self, GUATU_TABLE_CALENDAR, calendar, error);
  ok = row >= 0 && find_week (self, row, week, &week_row, error) && guatu_hours_check (hours, n, error);
  if (ok)
    {
      days = find_days (self->plan, row, week_row, weekday);
      if (!is_so (self->plan, days, given, hours, n))
        ok = drop_days (self, days, error) && (!given || add_day (self, calendar, week, weekday, hours, n, error));
      arguments = tell_weekday (self, row, weekday, given, hours, n);
    }

  return guatu_document_end (self, ok, "calendar-hours", arguments, 0, error);
}

/* Copies ---------------------------------------------------------------------------------------------------- */

typedef struct
{
  GuatuDocument *document;
  GHashTable    *ids;         /* row of each table, by TABLE * 2^32 + row → new id */
} Copy;

static gint64
key_of (GuatuTable table, gint32 row)
{
  return (gint64) table << 32 | (guint32) row;
}

static gint64
new_id (Copy *copy, GuatuTable table, gint32 row)
{
  gint64 key = key_of (table, row);
  const gint64 *id = g_hash_table_lookup (copy->ids, &key);

  return id != NULL ? *id : 0;
}

static gint64
take_row (Copy *copy, GuatuTable table, gint32 row)
{
  gint64 key = key_of (table, row), id = fresh_id (copy->document->plan, table);

  g_hash_table_insert (copy->ids, g_memdup2 (&key, sizeof key), g_memdup2 (&id, sizeof id));
  return id;
}

/* The row under a new id; of what it refers to the copy where there is one. @name: what it is called; %NULL: as it
 * is. */
static gboolean
copy_row (Copy *copy, GuatuTable table, gint32 row, const char *name, GError **error)
{
  const GuatuTableInfo *info = guatu_table_info (table);
  const GuatuPlan *plan = copy->document->plan;
  guint fields[GUATU_ROW_EDIT_MAX_FIELDS];
  GuatuValue values[GUATU_ROW_EDIT_MAX_FIELDS];

  for (guint field = 1; field < info->n_fields; field++)
    {
      gint32 target = info->fields[field].type == GUATU_TYPE_REFERENCE
                      ? (gint32) guatu_plan_number (plan, table, row, field) : -1;
      gint64 copied = target >= 0 ? new_id (copy, info->fields[field].target, target) : 0;

      fields[field - 1] = field;
      values[field - 1] = copied != 0 ? GUATU_INTEGER (copied) : guatu_plan_get (plan, table, row, field);
      if (table == GUATU_TABLE_CALENDAR && name != NULL && field == GUATU_CALENDAR_NAME)
        values[field - 1] = GUATU_TEXT (name);
      if (table == GUATU_TABLE_CALENDAR && (field == GUATU_CALENDAR_SLUG || field == GUATU_CALENDAR_SOURCE_UID))
        values[field - 1] = GUATU_TEXT ("");
    }

  return guatu_store_insert (copy->document->store, table, new_id (copy, table, row), fields, values,
                             info->n_fields - 1, error);
}

/* What refers to the row by @field, with new ids, and what refers to that by hours. */
static gboolean
copy_owned (Copy *copy, GuatuTable table, guint field, gint32 owner, guint hours_field, GError **error)
{
  const GuatuPlan *plan = copy->document->plan;
  guint n, m;
  const gint32 *rows = guatu_plan_referrers (plan, table, field, owner, &n);

  for (guint i = 0; i < n; i++)
    {
      const gint32 *hours = hours_field != 0 ? guatu_plan_referrers (plan, HOURS, hours_field, rows[i], &m) : NULL;

      take_row (copy, table, rows[i]);
      if (!copy_row (copy, table, rows[i], NULL, error))
        return FALSE;
      for (guint k = 0; hours != NULL && k < m; k++)
        {
          take_row (copy, HOURS, hours[k]);
          if (!copy_row (copy, HOURS, hours[k], NULL, error))
            return FALSE;
        }
    }
  return TRUE;
}

gboolean
guatu_document_copy_calendar (GuatuDocument *self, gint64 calendar, const char *name, gint64 *id, GError **error)
{
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  Copy copy = { self, ids };
  JsonObject *arguments = NULL;
  gint32 row;
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (name != NULL && id != NULL, FALSE);

  if (!guatu_document_begin (self, error))
    return FALSE;

  row = guatu_document_find_row (self, GUATU_TABLE_CALENDAR, calendar, error);
  ok = row >= 0
       && guatu_field_check (guatu_field (GUATU_TABLE_CALENDAR, GUATU_CALENDAR_NAME), GUATU_TEXT (name), error);
  if (ok)
    {
      *id = take_row (&copy, GUATU_TABLE_CALENDAR, row);
      ok = copy_row (&copy, GUATU_TABLE_CALENDAR, row, name, error) &&
           copy_owned (&copy, GUATU_TABLE_CALENDAR_WEEK, GUATU_CALENDAR_WEEK_CALENDAR, row, 0, error) &&
           copy_owned (&copy, DAY, GUATU_CALENDAR_DAY_CALENDAR, row, GUATU_CALENDAR_HOURS_DAY, error) &&
           copy_owned (&copy, GUATU_TABLE_CALENDAR_EXCEPTION, GUATU_CALENDAR_EXCEPTION_CALENDAR, row,
                       GUATU_CALENDAR_HOURS_EXCEPTION, error);
    }
  if (ok)
    {
      arguments = guatu_arguments_for_row (*id, name);
      guatu_arguments_add_text (arguments, "source", guatu_plan_string (self->plan, GUATU_TABLE_CALENDAR, row,
                                                                        GUATU_CALENDAR_NAME));
    }

  return guatu_document_end (self, ok, "calendar-copy", arguments, 0, error);
}
