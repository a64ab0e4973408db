/* guatu-light-row-rules.c — what lights set by hand, light rules and monthly targets must obey. */
#include "guatu-row-edit.h"

#include <glib/gi18n-lib.h>

/* What a new row cannot do without: a fallback would be a date or a colour that nobody meant. */
static gboolean
check_given (GuatuRowEdit *self, const guint *fields, guint n, GError **error)
{
  for (guint i = 0; i < n && self->row < 0; i++)
    if (!guatu_row_edit_is_given (self, fields[i]))
      {
        const GuatuField *field = guatu_field (self->table, fields[i]);

        GUATU_REFUSE_ROW (self, error, _("%s: “%s” is missing. Set %s as well."), title_, _(field->label), field->name);
      }
  return TRUE;
}

gboolean
guatu_row_edit_check_light_override (GuatuRowEdit *self, GError **error)
{
  static const guint needed[] = { GUATU_LIGHT_OVERRIDE_COLOUR, GUATU_LIGHT_OVERRIDE_SET_ON,
                                  GUATU_LIGHT_OVERRIDE_EXPIRES_ON };

  if (!check_given (self, needed, G_N_ELEMENTS (needed), error))
    return FALSE;
  if (guatu_row_edit_number (self, GUATU_LIGHT_OVERRIDE_SET_ON) >
      guatu_row_edit_number (self, GUATU_LIGHT_OVERRIDE_EXPIRES_ON))
    GUATU_REFUSE_ROW (self, error, _("The light of %s would expire before it is set. Change set_on or expires_on."),
                      title_);
  return TRUE;
}

/* Whether a mark stands on the wrong side of the one before it; @previous takes it. */
static gboolean
is_out_of_order (const GuatuRowEdit *self, gboolean counts_down, guint field, gint64 *previous)
{
  gint64 mark = guatu_row_edit_number (self, field);
  gint64 before = *previous;

  if (mark == GUATU_NONE)
    return FALSE;
  *previous = mark;
  return before != GUATU_NONE && (counts_down ? mark > before : mark < before);
}

gboolean
guatu_row_edit_check_light_rule_set (GuatuRowEdit *self, GError **error)
{
  gboolean counts_down = guatu_row_edit_number (self, GUATU_LIGHT_RULE_SET_RULE) == GUATU_RULE_TIME_LEFT;
  gint64 previous = GUATU_NONE;

  if (guatu_row_edit_changes (self, GUATU_LIGHT_RULE_SET_NAME) &&
      guatu_row_edit_find_same_text (self, GUATU_LIGHT_RULE_SET_NAME) >= 0)
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                  _("There are light rules “%s” already. Use those, or choose another name."),
                                  guatu_row_edit_string (self, GUATU_LIGHT_RULE_SET_NAME));

  if (!guatu_row_edit_changes (self, GUATU_LIGHT_RULE_SET_RULE) &&
      !guatu_row_edit_changes (self, GUATU_LIGHT_RULE_SET_YELLOW_FROM) &&
      !guatu_row_edit_changes (self, GUATU_LIGHT_RULE_SET_ORANGE_FROM) &&
      !guatu_row_edit_changes (self, GUATU_LIGHT_RULE_SET_RED_FROM))
    return TRUE;

  if (is_out_of_order (self, counts_down, GUATU_LIGHT_RULE_SET_YELLOW_FROM, &previous) ||
      is_out_of_order (self, counts_down, GUATU_LIGHT_RULE_SET_ORANGE_FROM, &previous) ||
      is_out_of_order (self, counts_down, GUATU_LIGHT_RULE_SET_RED_FROM, &previous))
    GUATU_REFUSE_ROW (self, error, counts_down ? _("Light rules %s: less time must be left for a worse light. Change "
                                                   "yellow_from, orange_from or red_from.")
                                               : _("Light rules %s: a worse light must begin at a higher mark. Change "
                                                   "yellow_from, orange_from or red_from."), title_);
  return TRUE;
}

gboolean
guatu_row_edit_check_task_target (GuatuRowEdit *self, GError **error)
{
  static const guint needed[] = { GUATU_TASK_TARGET_DATE, GUATU_TASK_TARGET_SHARE };

  const GuatuTaskTarget *targets = guatu_plan_rows (self->document->plan, GUATU_TABLE_TASK_TARGET);
  gint32 task = guatu_row_edit_reference (self, GUATU_TASK_TARGET_TASK);
  const gint32 *rows;
  guint n;

  if (!check_given (self, needed, G_N_ELEMENTS (needed), error))
    return FALSE;
  if (!guatu_row_edit_changes (self, GUATU_TASK_TARGET_DATE) && !guatu_row_edit_changes (self, GUATU_TASK_TARGET_TASK))
    return TRUE;

  rows = guatu_plan_referrers (self->document->plan, GUATU_TABLE_TASK_TARGET, GUATU_TASK_TARGET_TASK, task, &n);
  for (guint i = 0; i < n; i++)
    if (rows[i] != self->row && targets[rows[i]].date == guatu_row_edit_number (self, GUATU_TASK_TARGET_DATE))
      GUATU_REFUSE_ROW (self, error, _("%s has a target of that day already. Change that one."), title_);
  return TRUE;
}
