/* guatu-document-lights.c — the verbs of lights: set one by hand, take that back, take a preset of rules. */
#include "guatu-row-edit.h"

#include <glib/gi18n-lib.h>

#include "guatu-light-rules.h"

/* By hand ------------------------------------------------------------------------------------------------- */

static JsonObject *
override_arguments (GuatuDocument *self, const GuatuRowEdit *edit, gint32 task)
{
  const GuatuField *colours = guatu_field (GUATU_TABLE_LIGHT_OVERRIDE, GUATU_LIGHT_OVERRIDE_COLOUR);
  JsonObject *arguments = guatu_arguments_for_row (edit->id, guatu_plan_task_name (self->plan, task));
  g_autofree char *until = guatu_value_text (self->plan,
                                             guatu_field (GUATU_TABLE_LIGHT_OVERRIDE, GUATU_LIGHT_OVERRIDE_EXPIRES_ON),
                                             edit->values[GUATU_LIGHT_OVERRIDE_EXPIRES_ON], GUATU_UNIT_DAY, FALSE);

  json_object_set_string_member (arguments, "colour",
                                 colours->choices[guatu_row_edit_number (edit, GUATU_LIGHT_OVERRIDE_COLOUR)].name);
  json_object_set_string_member (arguments, "until", until);
  return arguments;
}

gboolean
guatu_document_set_light (GuatuDocument      *self,
                          gint64              task,
                          GuatuOverrideColour colour,
                          const char         *by_whom,
                          const char         *reason,
                          GuatuInstant        set_on,
                          GuatuInstant        expires_on,
                          gint64             *id,
                          GError            **error)
{
  const GuatuSetting settings[] = {
    { GUATU_LIGHT_OVERRIDE_TASK, GUATU_INTEGER (task) },
    { GUATU_LIGHT_OVERRIDE_COLOUR, GUATU_INTEGER (colour) },
    { GUATU_LIGHT_OVERRIDE_BY_WHOM, GUATU_TEXT (by_whom) },
    { GUATU_LIGHT_OVERRIDE_REASON, GUATU_TEXT (reason) },
    { GUATU_LIGHT_OVERRIDE_SET_ON, GUATU_INTEGER (set_on) },
    { GUATU_LIGHT_OVERRIDE_EXPIRES_ON, GUATU_INTEGER (expires_on) },
  };
  GuatuRowEdit edit;
  JsonObject *arguments = NULL;
  gint32 row;
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (by_whom != NULL && reason != NULL, FALSE);

  if (!guatu_document_begin (self, error))
    return FALSE;

  guatu_row_edit_init_new (&edit, self, GUATU_TABLE_LIGHT_OVERRIDE);
  row = guatu_document_find_row (self, GUATU_TABLE_TASK, task, error);
  ok = row >= 0 && guatu_row_edit_take (&edit, settings, G_N_ELEMENTS (settings), error) &&
       guatu_row_edit_check_complete (&edit, error) && guatu_row_edit_check (&edit, error) &&
       guatu_row_edit_write (&edit, error);
  if (ok)
    arguments = override_arguments (self, &edit, row);

  ok = guatu_document_end (self, ok, "light", arguments, 0, error);
  if (ok && id != NULL)
    *id = edit.id;
  return ok;
}

/* One that was in force until the day before keeps having been so; one that began on @day has never been. */
static gboolean
end_override (GuatuDocument *self, const GuatuLightOverride *row, gint64 day, GError **error)
{
  if (guatu_instant_day (row->set_on) >= day)
    return guatu_store_delete (self->store, GUATU_TABLE_LIGHT_OVERRIDE, row->id, error);

  return guatu_store_update (self->store, GUATU_TABLE_LIGHT_OVERRIDE, row->id, GUATU_LIGHT_OVERRIDE_EXPIRES_ON,
                             GUATU_INTEGER ((day - 1) * GUATU_DAY), error);
}

static gboolean
write_clear (GuatuDocument *self, gint32 task, gint64 day, GError **error)
{
  const GuatuLightOverride *overrides = guatu_plan_rows (self->plan, GUATU_TABLE_LIGHT_OVERRIDE);
  gboolean found = FALSE;
  guint n;
  const gint32 *rows = guatu_plan_referrers (self->plan, GUATU_TABLE_LIGHT_OVERRIDE, GUATU_LIGHT_OVERRIDE_TASK, task,
                                             &n);

  for (guint i = 0; i < n; i++)
    {
      const GuatuLightOverride *row = &overrides[rows[i]];

      if (guatu_instant_day (row->set_on) > day || guatu_instant_day (row->expires_on) < day)
        continue;
      if (!end_override (self, row, day, error))
        return FALSE;
      found = TRUE;
    }

  if (!found)
    {
      g_autofree char *title = guatu_plan_task_title (self->plan, task);

      return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_NOT_FOUND,
                                    _("Task %s: no light is set by hand on this day."), title);
    }
  return TRUE;
}

gboolean
guatu_document_clear_light (GuatuDocument *self, gint64 task, GuatuInstant day, GError **error)
{
  JsonObject *arguments = NULL;
  gint32 row;
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);

  if (!guatu_document_begin (self, error))
    return FALSE;

  row = guatu_document_find_row (self, GUATU_TABLE_TASK, task, error);
  ok = row >= 0 && write_clear (self, row, guatu_instant_day (day), error);
  if (ok)
    arguments = guatu_arguments_for_row (task, guatu_plan_task_name (self->plan, row));
  return guatu_document_end (self, ok, "light-clear", arguments, 0, error);
}

/* Rules --------------------------------------------------------------------------------------------------- */

static gboolean
write_preset (GuatuDocument *self, GuatuRowEdit *edit, const GuatuLightRules *rules, const char *name, GError **error)
{
  const struct { guint field; gint64 mark; } marks[] = {
    { GUATU_LIGHT_RULE_SET_YELLOW_FROM, rules->yellow_from },
    { GUATU_LIGHT_RULE_SET_ORANGE_FROM, rules->orange_from },
    { GUATU_LIGHT_RULE_SET_RED_FROM, rules->red_from },
  };
  const GuatuSetting settings[] = {
    { GUATU_LIGHT_RULE_SET_NAME, GUATU_TEXT (name) },
    { GUATU_LIGHT_RULE_SET_POSITION, GUATU_INTEGER (guatu_position_behind (self->plan, GUATU_TABLE_LIGHT_RULE_SET, -1,
                                                                           -1)) },
    { GUATU_LIGHT_RULE_SET_RULE, GUATU_INTEGER (rules->rule) },
    { GUATU_LIGHT_RULE_SET_INCLUSIVE, GUATU_INTEGER (rules->inclusive) },
    { GUATU_LIGHT_RULE_SET_OVERDUE_IS_RED, GUATU_INTEGER (rules->overdue_is_red) },
    { GUATU_LIGHT_RULE_SET_RAISES, GUATU_INTEGER (rules->raises) },
    { GUATU_LIGHT_RULE_SET_RECOVERS, GUATU_INTEGER (rules->recovers) },
    { GUATU_LIGHT_RULE_SET_SILENCE, GUATU_INTEGER (rules->silence) },
  };

  guatu_row_edit_init_new (edit, self, GUATU_TABLE_LIGHT_RULE_SET);
  if (!guatu_row_edit_take (edit, settings, G_N_ELEMENTS (settings), error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    guatu_row_edit_set_number (edit, marks[i].field, marks[i].mark);

  return guatu_row_edit_check_complete (edit, error) && guatu_row_edit_check (edit, error) &&
         guatu_row_edit_write (edit, error) &&
         guatu_store_update (self->store, GUATU_TABLE_PLAN, guatu_plan_settings (self->plan)->id,
                             GUATU_PLAN_LIGHT_RULE_SET, GUATU_INTEGER (edit->id), error);
}

gboolean
guatu_document_use_light_preset (GuatuDocument *self, const char *preset, const char *name, gint64 *id, GError **error)
{
  const GuatuLightPreset *found;
  GuatuRowEdit edit;
  JsonObject *arguments = NULL;
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (preset != NULL && name != NULL, FALSE);

  found = guatu_light_preset_find (preset);
  if (found == NULL)
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_NOT_FOUND, _("No light rules “%s” come with the program."),
                                  preset);
  if (!guatu_document_begin (self, error))
    return FALSE;

  ok = write_preset (self, &edit, &found->rules, name, error);
  if (ok)
    {
      arguments = guatu_arguments_for_row (edit.id, name);
      json_object_set_string_member (arguments, "preset", found->name);
    }
  ok = guatu_document_end (self, ok, "light-rules", arguments, 0, error);
  if (ok && id != NULL)
    *id = edit.id;
  return ok;
}
