/* guatu-document-shift.c — the verb that moves a whole plan earlier or later. */
#include "guatu-row-edit.h"

#include <glib/gi18n-lib.h>

#include "guatu-occurrences.h"

/* The times of recurring tasks follow from their rules. */
static gboolean
follows_rule (const GuatuPlan *plan, const GuatuShiftedDate *date)
{
  return date->table == GUATU_TABLE_TASK && guatu_task_is_occurrence (plan, date->row);
}

static gboolean
write_rule (GuatuDocument *self, const GuatuPlanShift *shift, gint32 rule, GError **error)
{
  GuatuRowEdit edit;

  guatu_row_edit_init_row (&edit, self, GUATU_TABLE_RECURRENCE, rule);
  for (guint i = 0; i < shift->dates->len; i++)
    {
      const GuatuShiftedDate *date = &g_array_index (shift->dates, GuatuShiftedDate, i);

      if (date->table == GUATU_TABLE_RECURRENCE && date->row == rule)
        guatu_row_edit_set_number (&edit, date->field, date->date);
    }
  return guatu_document_follow_recurrence (self, &edit, error) && guatu_row_edit_write (&edit, error);
}

/* Dates that belong together move together: what holds of them holds afterwards. */
static gboolean
write_dates (GuatuDocument *self, const GuatuPlanShift *shift, GError **error)
{
  for (guint i = 0; i < shift->dates->len; i++)
    {
      const GuatuShiftedDate *date = &g_array_index (shift->dates, GuatuShiftedDate, i);

      if (date->table == GUATU_TABLE_RECURRENCE || follows_rule (self->plan, date))
        continue;
      if (!guatu_store_update (self->store, date->table, guatu_plan_id (self->plan, date->table, date->row),
                               date->field, GUATU_INTEGER (date->date), error))
        return FALSE;
    }
  for (gint32 rule = 0; rule < (gint32) guatu_plan_n_rows (self->plan, GUATU_TABLE_RECURRENCE); rule++)
    if (guatu_plan_id (self->plan, GUATU_TABLE_RECURRENCE, rule) != 0 && !write_rule (self, shift, rule, error))
      return FALSE;
  return TRUE;
}

/* What no plan can hold is stopped at the end of time: then its dates would no longer be as far apart. */
static gboolean
check_range (const GuatuPlanShift *shift, GuatuShift by, GError **error)
{
  gboolean within = by.days == shift->shift.days;

  for (guint i = 0; i < shift->dates->len; i++)
    {
      GuatuInstant date = g_array_index (shift->dates, GuatuShiftedDate, i).date;

      within = within && date > GUATU_INSTANT_MIN && date < GUATU_INSTANT_MAX;
    }
  return within || guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                          _("The plan would leave the years from 1900 to 2199. Move it by less."));
}

gboolean
guatu_document_shift (GuatuDocument *self, GuatuShift by, GError **error)
{
  g_autoptr(GuatuPlanShift) shift = NULL;
  JsonObject *arguments = json_object_new ();
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);

  json_object_set_int_member (arguments, "days", by.days);
  json_object_set_boolean_member (arguments, "working", by.working);
  if (!guatu_document_begin (self, error))
    {
      json_object_unref (arguments);
      return FALSE;
    }
  shift = guatu_plan_shift_new (self->plan, by);
  ok = check_range (shift, by, error) && write_dates (self, shift, error);
  return guatu_document_end (self, ok, "plan-shift", arguments, 0, error);
}
