/* guatu-custom-edit.c — turns what is typed for a custom field into the form that files use, and back. */
#include "guatu-custom-edit.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "guatu-field-edit.h"
#include "guatu-field-text.h"
#include "guatu-task-words.h"

static const GuatuCustomField *
find_field (const GuatuPlan *plan,
            gint64           field)
{
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_CUSTOM_FIELD, field);

  return row >= 0 ? (const GuatuCustomField *) guatu_plan_rows (plan, GUATU_TABLE_CUSTOM_FIELD) + row : NULL;
}

GuatuCustomKind
guatu_custom_edit_kind (const GuatuPlan *plan,
                        gint64           field)
{
  const GuatuCustomField *info = find_field (plan, field);

  return info != NULL ? (GuatuCustomKind) info->kind : GUATU_CUSTOM_TEXT;
}

const char *
guatu_custom_edit_name (const GuatuPlan *plan,
                        gint64           field)
{
  const GuatuCustomField *info = find_field (plan, field);

  return info != NULL ? guatu_plan_text (plan, info->name) : "";
}

gint32 *
guatu_custom_fields (const GuatuPlan *plan,
                     guint           *n)
{
  const GuatuCustomField *fields = guatu_plan_rows (plan, GUATU_TABLE_CUSTOM_FIELD);
  guint n_all;
  gint32 *rows = guatu_plan_in_order (plan, GUATU_TABLE_CUSTOM_FIELD, &n_all);

  *n = 0;
  for (guint i = 0; i < n_all; i++)
    if (fields[rows[i]].owner == GUATU_CUSTOM_OF_TASKS)
      rows[(*n)++] = rows[i];

  return rows;
}

/* The row of what the field says of the task; -1: nothing. */
static gint32
find_value (const GuatuPlan *plan,
            gint32           task,
            gint64           field)
{
  const GuatuCustomValue *values = guatu_plan_rows (plan, GUATU_TABLE_CUSTOM_VALUE);
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_CUSTOM_FIELD, field);
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_CUSTOM_VALUE, GUATU_CUSTOM_VALUE_TASK, task, &n);

  for (guint i = 0; i < n; i++)
    if (values[rows[i]].field == row)
      return rows[i];

  return -1;
}

/* What files say ------------------------------------------------------------------------------------- */

/* Microsoft Project, whose fields go by numbers, counts money in hundredths, and so do fields that no file brought. */
static gboolean
is_in_hundredths (const GuatuPlan *plan,
                  gint64           field)
{
  const char *source = guatu_plan_text (plan, find_field (plan, field)->source_id);

  return source[strspn (source, "0123456789")] == '\0';
}

static gboolean
read_number (const char *text,
             double     *number)
{
  char *end;

  errno = 0;
  *number = g_ascii_strtod (text, &end);

  return end != text && *end == '\0' && errno == 0 && isfinite (*number);
}

/* "12.5": without the zeros that say nothing. */
static char *
write_number (double      number,
              const char *form)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  char *point;

  g_ascii_formatd (text, sizeof text, form, number);
  point = strchr (text, '.');
  if (point != NULL)
    {
      char *end = text + strlen (text);

      while (end[-1] == '0')
        *--end = '\0';
      if (end[-1] == '.')
        *--end = '\0';
    }

  return g_strdup (text);
}

static char *
cost_text (const GuatuPlan *plan,
           gint64           field,
           const char      *value)
{
  double number;

  if (!is_in_hundredths (plan, field) || !read_number (value, &number))
    return g_strdup (value);

  return write_number (number / 100, "%.2f");
}

/* "PT40H30M0S". */
static gboolean
read_period (const char *value,
             gint64     *seconds)
{
  unsigned int hours, minutes, rest;
  char end = '\0';

  if (sscanf (value, "PT%9uH%9uM%9uS%c", &hours, &minutes, &rest, &end) != 3)
    return FALSE;
  *seconds = hours * GUATU_HOUR + minutes * GUATU_MINUTE + rest;

  return TRUE;
}

static char *
duration_text (const GuatuPlan *plan,
               const char      *value)
{
  GuatuDurationRates rates = guatu_plan_rates (plan);
  gint64 seconds;

  return read_period (value, &seconds)
           ? guatu_duration_format ((GuatuDuration) { seconds, GUATU_UNIT_DAY, FALSE }, &rates) : g_strdup (value);
}

static char *
date_text (const GuatuPlan *plan,
           const char      *value)
{
  gint64 usual = guatu_plan_settings (plan)->default_start;
  GuatuInstant date;

  return guatu_instant_parse (value, usual, &date) ? guatu_field_edit_date_text (date, usual) : g_strdup (value);
}

static GuatuAnswer
read_answer (const char *value)
{
  static const char * const yes[] = { "1", "true", "yes", "是", NULL }, * const no[] = { "0", "false", "no", "否", NULL };
  g_autofree char *plain = g_utf8_strdown (value, -1);

  return g_strv_contains (yes, plain) ? GUATU_ANSWER_YES : g_strv_contains (no, plain) ? GUATU_ANSWER_NO
                                                                                       : GUATU_ANSWER_NONE;
}

char *
guatu_custom_edit_text (const GuatuPlan *plan,
                        gint32           task,
                        gint64           field)
{
  gint32 row = find_value (plan, task, field);
  const char *value = row >= 0 ? guatu_plan_string (plan, GUATU_TABLE_CUSTOM_VALUE, row, GUATU_CUSTOM_VALUE_VALUE) : "";

  switch (guatu_custom_edit_kind (plan, field))
    {
    case GUATU_CUSTOM_DATE:
      return date_text (plan, value);
    case GUATU_CUSTOM_DURATION:
      return duration_text (plan, value);
    case GUATU_CUSTOM_COST:
      return cost_text (plan, field, value);
    case GUATU_CUSTOM_TEXT:
    case GUATU_CUSTOM_NUMBER:
    case GUATU_CUSTOM_FLAG:
    case GUATU_CUSTOM_CHOICE:
    default:
      return g_strdup (value);
    }
}

GuatuAnswer
guatu_custom_edit_answer (const GuatuPlan *plan,
                          gint32           task,
                          gint64           field)
{
  g_autofree char *value = guatu_custom_edit_text (plan, task, field);

  return read_answer (value);
}

/* What people type ----------------------------------------------------------------------------------- */

static gboolean
misread (GError     **error,
         const char  *form,
         const char  *text)
{
  g_autoptr(GString) message = g_string_new (form);

  g_string_replace (message, "%s", text, 1);
  g_set_error_literal (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_INVALID, message->str);

  return FALSE;
}

static gboolean
take_number (const char  *text,
             char       **value,
             GError     **error)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  double number;

  if (plain == NULL || !read_number (plain, &number))
    return misread (error, _("“%s” is not a number: write it like 12 or 12.5."), text);
  *value = g_strdup (plain);

  return TRUE;
}

static gboolean
take_date (GuatuDocument  *document,
           const char     *text,
           char          **value,
           GError        **error)
{
  GuatuInstant date;

  if (!guatu_field_edit_read_date (document, text, FALSE, &date, error))
    return FALSE;
  *value = guatu_instant_to_iso (date);

  return TRUE;
}

static gboolean
take_duration (const GuatuPlan  *plan,
               const char       *text,
               char            **value,
               GError          **error)
{
  GuatuDurationRates rates = guatu_plan_rates (plan);
  GuatuDuration duration;

  if (!guatu_duration_parse (text, &rates, FALSE, &duration) || duration.elapsed)
    return misread (error, _("“%s” is not a duration: write it like 5d, 2w, 3.5h or 2d16h."), text);
  *value = g_strdup_printf ("PT%" G_GINT64_FORMAT "H%dM%dS", duration.amount / GUATU_HOUR,
                            (int) (duration.amount % GUATU_HOUR / GUATU_MINUTE),
                            (int) (duration.amount % GUATU_MINUTE));

  return TRUE;
}

/* As the plan reads money everywhere: "1,200.50", "3.5万元". */
static gboolean
take_cost (const GuatuPlan  *plan,
           gint64            field,
           const char       *text,
           char            **value,
           GError          **error)
{
  GuatuValue money;

  if (!guatu_field_parse (plan, GUATU_TABLE_TASK, GUATU_TASK_PLANNED_INVESTMENT, text, &money, NULL)
      || money.kind != GUATU_VALUE_INTEGER)
    return misread (error, _("“%s” is not an amount of money: write it like 1200.50."), text);
  *value = is_in_hundredths (plan, field) ? g_strdup_printf ("%" G_GINT64_FORMAT, money.integer)
                                          : write_number ((double) money.integer / 100, "%.2f");

  return TRUE;
}

/* One of the choices, a line each, whatever its case; anything where none are given. */
static gboolean
take_choice (const GuatuPlan  *plan,
             gint64            field,
             const char       *text,
             char            **value,
             GError          **error)
{
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_CUSTOM_FIELD, field);
  const char *lines =
    row >= 0 ? guatu_plan_string (plan, GUATU_TABLE_CUSTOM_FIELD, row, GUATU_CUSTOM_FIELD_CHOICES) : "";
  g_auto(GStrv) choices = g_strsplit (lines, "\n", 0);
  g_autofree char *wished = g_utf8_casefold (text, -1), *all = g_strjoinv (", ", choices);

  for (guint i = 0; choices[i] != NULL; i++)
    {
      g_autofree char *choice = g_utf8_casefold (g_strstrip (choices[i]), -1);

      if (g_str_equal (choice, wished))
        {
          *value = g_strdup (choices[i]);
          return TRUE;
        }
    }
  if (*lines != '\0')
    {
      g_set_error (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_INVALID,
                   /* Translators: what was typed, and what could have been: “high” is none of: A, B, C. */
                   _("“%1$s” is none of: %2$s."), text, all);
      return FALSE;
    }
  *value = g_strdup (text);

  return TRUE;
}

/* @value takes the form that files use. */
static gboolean
take (GuatuDocument  *document,
      gint64          field,
      const char     *text,
      char          **value,
      GError        **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);

  switch (guatu_custom_edit_kind (plan, field))
    {
    case GUATU_CUSTOM_NUMBER:
      return take_number (text, value, error);
    case GUATU_CUSTOM_DATE:
      return take_date (document, text, value, error);
    case GUATU_CUSTOM_DURATION:
      return take_duration (plan, text, value, error);
    case GUATU_CUSTOM_COST:
      return take_cost (plan, field, text, value, error);
    case GUATU_CUSTOM_CHOICE:
      return take_choice (plan, field, text, value, error);
    case GUATU_CUSTOM_TEXT:
    case GUATU_CUSTOM_FLAG:
    default:
      *value = g_strdup (text);
      return TRUE;
    }
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

static gboolean
is_there (GuatuDocument  *document,
          gint64          task,
          gint64          field,
          GError        **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);

  if (guatu_plan_find (plan, GUATU_TABLE_TASK, task) >= 0 && find_field (plan, field) != NULL)
    return TRUE;
  g_set_error_literal (error, GUATU_DOCUMENT_ERROR, GUATU_DOCUMENT_ERROR_NOT_FOUND,
                       _("The task, or the field, is no longer there."));

  return FALSE;
}

/* @value "": it says nothing any more. */
static gboolean
write_value (GuatuDocument  *document,
             gint64          task,
             gint64          field,
             const char     *value,
             GError        **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  gint32 row = find_value (plan, guatu_plan_find (plan, GUATU_TABLE_TASK, task), field);
  gint64 id = row >= 0 ? guatu_plan_id (plan, GUATU_TABLE_CUSTOM_VALUE, row) : 0;
  GuatuSetting settings[] = { { GUATU_CUSTOM_VALUE_VALUE, GUATU_TEXT (value) },
                              { GUATU_CUSTOM_VALUE_FIELD, GUATU_INTEGER (field) },
                              { GUATU_CUSTOM_VALUE_TASK, GUATU_INTEGER (task) } };

  if (*value == '\0')
    return row < 0 || guatu_document_remove (document, GUATU_TABLE_CUSTOM_VALUE, id, error);
  if (row >= 0)
    return guatu_document_set (document, GUATU_TABLE_CUSTOM_VALUE, id, settings, 1, error);

  return guatu_document_add (document, GUATU_TABLE_CUSTOM_VALUE, settings, G_N_ELEMENTS (settings), NULL, error);
}

gboolean
guatu_custom_edit_set (GuatuDocument *document,
                       gint64         task,
                       gint64         field,
                       const char    *text,
                       GError       **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  g_autofree char *typed = g_strstrip (g_strdup (text)), *before = NULL, *value = NULL;

  if (!is_there (document, task, field, error))
    return FALSE;
  before = guatu_custom_edit_text (plan, guatu_plan_find (plan, GUATU_TABLE_TASK, task), field);
  /* What was left as it stood is no wish, even where it is none of its kind. */
  if (g_str_equal (typed, before))
    return TRUE;
  if (*typed == '\0')
    return write_value (document, task, field, "", error);

  return take (document, field, typed, &value, error) && write_value (document, task, field, value, error);
}

gboolean
guatu_custom_edit_give (GuatuDocument *document,
                        gint64         task,
                        gint64         field,
                        gint64         answer,
                        GError       **error)
{
  return is_there (document, task, field, error)
         && write_value (document, task, field,
                         answer == GUATU_ANSWER_YES ? "1" : answer == GUATU_ANSWER_NO ? "0" : "", error);
}
