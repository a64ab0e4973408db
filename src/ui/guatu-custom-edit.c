/* guatu-custom-edit.c — turns what is typed for a custom field, dates as people say them too, into a verb. */
#include "guatu-custom-edit.h"

#include <glib/gi18n-lib.h>

#include "guatu-field-edit.h"
#include "guatu-task-words.h"

static gint32
find_field (const GuatuPlan *plan,
            gint64           field)
{
  return guatu_plan_find (plan, GUATU_TABLE_CUSTOM_FIELD, field);
}

GuatuCustomKind
guatu_custom_edit_kind (const GuatuPlan *plan,
                        gint64           field)
{
  gint32 row = find_field (plan, field);

  return row >= 0 ? (GuatuCustomKind) guatu_plan_number (plan, GUATU_TABLE_CUSTOM_FIELD, row, GUATU_CUSTOM_FIELD_KIND)
                  : GUATU_CUSTOM_TEXT;
}

const char *
guatu_custom_edit_name (const GuatuPlan *plan,
                        gint64           field)
{
  gint32 row = find_field (plan, field);

  return row >= 0 ? guatu_plan_string (plan, GUATU_TABLE_CUSTOM_FIELD, row, GUATU_CUSTOM_FIELD_NAME) : "";
}

char *
guatu_custom_edit_text (const GuatuPlan *plan,
                        gint32           task,
                        gint64           field)
{
  gint32 row = find_field (plan, field);

  return row >= 0 ? guatu_custom_value_text (plan, row, guatu_custom_value (plan, task, row)) : g_strdup ("");
}

guint
guatu_custom_edit_place (const GuatuPlan *plan,
                         gint32           task,
                         gint64           field)
{
  gint32 row = find_field (plan, field);
  double place;

  if (row < 0)
    return 0;
  if (guatu_custom_edit_kind (plan, field) == GUATU_CUSTOM_FLAG)
    return guatu_custom_value_answer (guatu_custom_value (plan, task, row));

  return guatu_custom_value_number (plan, row, guatu_custom_value (plan, task, row), &place) ? (guint) place + 1 : 0;
}

char *
guatu_custom_edit_understood (GuatuDocument *document,
                              gint64         field,
                              const char    *text)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  GuatuCustomKind kind = guatu_custom_edit_kind (plan, field);
  GuatuDurationRates rates = guatu_plan_rates (plan);
  g_autofree char *typed = g_strstrip (g_strdup (text));
  GuatuDuration duration;
  GuatuInstant date;

  if (kind == GUATU_CUSTOM_DATE && *typed != '\0' && guatu_field_edit_read_date (document, typed, FALSE, &date, NULL))
    return guatu_words_start (plan, date);
  if (kind == GUATU_CUSTOM_DURATION && guatu_duration_parse (typed, &rates, FALSE, &duration) && !duration.elapsed)
    return guatu_duration_label (duration, &rates);

  return g_strdup ("");
}

/* Verbs ---------------------------------------------------------------------------------------------- */

gboolean
guatu_custom_edit_set (GuatuDocument *document,
                       gint64         task,
                       gint64         field,
                       const char    *text,
                       GError       **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_TASK, task);
  g_autofree char *typed = g_strstrip (g_strdup (text));
  g_autofree char *before = row >= 0 ? guatu_custom_edit_text (plan, row, field) : NULL;
  g_autofree char *iso = NULL;
  GuatuInstant date;

  if (guatu_custom_edit_kind (plan, field) == GUATU_CUSTOM_DATE && *typed != '\0' && g_strcmp0 (typed, before) != 0)
    {
      if (!guatu_field_edit_read_date (document, typed, FALSE, &date, error))
        return FALSE;
      iso = guatu_instant_to_iso (date);
    }

  return guatu_document_fill_custom (document, task, field, iso != NULL ? iso : typed, error);
}

gboolean
guatu_custom_edit_give (GuatuDocument *document,
                        gint64         task,
                        gint64         field,
                        gint64         place,
                        GError       **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  gint32 row = find_field (plan, field);
  g_auto(GStrv) choices = row >= 0 ? guatu_custom_choices (plan, row) : NULL;
  const char *text = "";

  if (guatu_custom_edit_kind (plan, field) == GUATU_CUSTOM_FLAG)
    text = place == GUATU_ANSWER_YES ? "1" : place == GUATU_ANSWER_NO ? "0" : "";
  else if (choices != NULL && place > 0 && place <= (gint64) g_strv_length (choices))
    text = choices[place - 1];

  return guatu_document_fill_custom (document, task, field, text, error);
}
