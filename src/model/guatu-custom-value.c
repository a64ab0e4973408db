/* guatu-custom-value.c — turns what is typed for a custom field into the form that files use, and back. */
#include "guatu-custom-value.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "guatu-duration.h"
#include "guatu-field-text.h"

static const GuatuCustomField *
field_at (const GuatuPlan *plan, gint32 field)
{
  return (const GuatuCustomField *) guatu_plan_rows (plan, GUATU_TABLE_CUSTOM_FIELD) + field;
}

gint32 *
guatu_custom_fields (const GuatuPlan *plan, guint *n)
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

gint32
guatu_custom_field_find (const GuatuPlan *plan, const char *name)
{
  guint n;
  g_autofree gint32 *rows = guatu_custom_fields (plan, &n);
  g_autofree char *wished = g_utf8_casefold (name, -1);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *folded = g_utf8_casefold (guatu_plan_text (plan, field_at (plan, rows[i])->name), -1);

      if (g_str_equal (folded, wished))
        return rows[i];
    }
  return -1;
}

char **
guatu_custom_choices (const GuatuPlan *plan, gint32 field)
{
  const char *lines = guatu_plan_string (plan, GUATU_TABLE_CUSTOM_FIELD, field, GUATU_CUSTOM_FIELD_CHOICES);
  g_auto(GStrv) all = g_strsplit (lines, "\n", 0);
  g_autoptr(GStrvBuilder) choices = g_strv_builder_new ();

  for (guint i = 0; all[i] != NULL; i++)
    if (*g_strstrip (all[i]) != '\0')
      g_strv_builder_add (choices, all[i]);
  return g_strv_builder_end (choices);
}

gint32
guatu_custom_value_row (const GuatuPlan *plan, gint32 task, gint32 field)
{
  const GuatuCustomValue *values = guatu_plan_rows (plan, GUATU_TABLE_CUSTOM_VALUE);
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_CUSTOM_VALUE, GUATU_CUSTOM_VALUE_TASK, task, &n);

  for (guint i = 0; i < n; i++)
    if (values[rows[i]].field == field)
      return rows[i];
  return -1;
}

const char *
guatu_custom_value (const GuatuPlan *plan, gint32 task, gint32 field)
{
  const GuatuCustomValue *values = guatu_plan_rows (plan, GUATU_TABLE_CUSTOM_VALUE);
  gint32 row = guatu_custom_value_row (plan, task, field);

  return row >= 0 ? guatu_plan_text (plan, values[row].value) : "";
}

/* What files say ------------------------------------------------------------------------------------- */

/* Microsoft Project, whose fields go by numbers, counts money in hundredths, and so do fields that no file brought. */
static gboolean
is_in_hundredths (const GuatuPlan *plan, gint32 field)
{
  const char *source = guatu_plan_text (plan, field_at (plan, field)->source_id);

  return source[strspn (source, "0123456789")] == '\0';
}

static gboolean
read_number (const char *text, double *number)
{
  char *end;

  errno = 0;
  *number = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && errno == 0 && isfinite (*number);
}

/* "12.5": without the zeros that say nothing. */
static char *
write_number (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  char *point;

  g_ascii_formatd (text, sizeof text, "%.2f", number);
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

/* "PT40H30M0S". */
static gboolean
read_period (const char *value, gint64 *seconds)
{
  unsigned int hours, minutes, rest;
  char end = '\0';

  if (sscanf (value, "PT%9uH%9uM%9uS%c", &hours, &minutes, &rest, &end) != 3)
    return FALSE;
  *seconds = hours * GUATU_HOUR + minutes * GUATU_MINUTE + rest;
  return TRUE;
}

GuatuAnswer
guatu_custom_value_answer (const char *value)
{
  static const char * const yes[] = { "1", "true", "yes", "是", NULL }, * const no[] = { "0", "false", "no", "否", NULL };
  g_autofree char *plain = g_utf8_strdown (value, -1);

  return g_strv_contains (yes, plain) ? GUATU_ANSWER_YES : g_strv_contains (no, plain) ? GUATU_ANSWER_NO
                                                                                       : GUATU_ANSWER_NONE;
}

/* The place of a choice, whatever its case; -1: it is none of them. */
static int
find_choice (char **choices, const char *text)
{
  g_autofree char *wished = g_utf8_casefold (text, -1);

  for (guint i = 0; choices[i] != NULL; i++)
    {
      g_autofree char *choice = g_utf8_casefold (choices[i], -1);

      if (g_str_equal (choice, wished))
        return (int) i;
    }
  return -1;
}

gboolean
guatu_custom_value_number (const GuatuPlan *plan, gint32 field, const char *value, double *number)
{
  g_auto(GStrv) choices = NULL;
  GuatuAnswer answer;
  gint64 whole;

  switch ((GuatuCustomKind) field_at (plan, field)->kind)
    {
    case GUATU_CUSTOM_NUMBER:
      return read_number (value, number);
    case GUATU_CUSTOM_COST:
      if (!read_number (value, number))
        return FALSE;
      if (is_in_hundredths (plan, field))
        *number /= 100;
      return TRUE;
    case GUATU_CUSTOM_DATE:
      if (!guatu_instant_parse (value, guatu_plan_settings (plan)->default_start, &whole))
        return FALSE;
      *number = (double) whole;
      return TRUE;
    case GUATU_CUSTOM_DURATION:
      if (!read_period (value, &whole))
        return FALSE;
      *number = (double) whole;
      return TRUE;
    case GUATU_CUSTOM_FLAG:
      answer = guatu_custom_value_answer (value);
      *number = answer == GUATU_ANSWER_YES;
      return answer != GUATU_ANSWER_NONE;
    case GUATU_CUSTOM_CHOICE:
      choices = guatu_custom_choices (plan, field);
      *number = find_choice (choices, value);
      return *number >= 0;
    case GUATU_CUSTOM_TEXT:
    default:
      return FALSE;
    }
}

static char *
date_text (const GuatuPlan *plan, const char *value)
{
  gint64 usual = guatu_plan_settings (plan)->default_start;
  GuatuInstant date;
  GuatuCivil civil;

  if (!guatu_instant_parse (value, usual, &date))
    return g_strdup (value);
  civil = guatu_instant_to_civil (date);
  if (guatu_instant_daytime (date) == usual)
    return g_strdup_printf ("%04d-%02d-%02d", civil.year, civil.month, civil.day);
  return g_strdup_printf ("%04d-%02d-%02d %02d:%02d", civil.year, civil.month, civil.day, civil.hour, civil.minute);
}

char *
guatu_custom_value_text (const GuatuPlan *plan, gint32 field, const char *value)
{
  GuatuDurationRates rates = guatu_plan_rates (plan);
  GuatuAnswer answer;
  double number;
  gint64 seconds;

  switch ((GuatuCustomKind) field_at (plan, field)->kind)
    {
    case GUATU_CUSTOM_DATE:
      return date_text (plan, value);
    case GUATU_CUSTOM_DURATION:
      return read_period (value, &seconds)
               ? guatu_duration_format ((GuatuDuration) { seconds, GUATU_UNIT_DAY, FALSE }, &rates) : g_strdup (value);
    case GUATU_CUSTOM_COST:
      return is_in_hundredths (plan, field) && read_number (value, &number) ? write_number (number / 100)
                                                                            : g_strdup (value);
    case GUATU_CUSTOM_FLAG:
      answer = guatu_custom_value_answer (value);
      return g_strdup (answer == GUATU_ANSWER_YES ? C_("answer", "Yes") : answer == GUATU_ANSWER_NO ? C_("answer", "No")
                                                                                                  : value);
    case GUATU_CUSTOM_TEXT:
    case GUATU_CUSTOM_NUMBER:
    case GUATU_CUSTOM_CHOICE:
    default:
      return g_strdup (value);
    }
}

/* What people type ----------------------------------------------------------------------------------- */

static gboolean
misread (GError **error, const char *form, const char *text)
{
  g_autoptr(GString) message = g_string_new (form);

  g_string_replace (message, "%s", text, 1);
  g_set_error_literal (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_INVALID, message->str);
  return FALSE;
}

static gboolean
take_number (const char *text, char **value, GError **error)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  double number;

  if (plain == NULL || !read_number (plain, &number))
    return misread (error, _("“%s” is not a number: write it like 12 or 12.5."), text);
  *value = g_strdup (plain);
  return TRUE;
}

static gboolean
take_date (const GuatuPlan *plan, const char *text, char **value, GError **error)
{
  GuatuInstant date;

  if (!guatu_instant_parse (text, guatu_plan_settings (plan)->default_start, &date))
    return misread (error, _("“%s” is not a date: write it like 2022-09-26."), text);
  *value = guatu_instant_to_iso (date);
  return TRUE;
}

static gboolean
take_duration (const GuatuPlan *plan, const char *text, char **value, GError **error)
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
take_cost (const GuatuPlan *plan, gint32 field, const char *text, char **value, GError **error)
{
  GuatuValue money;

  if (!guatu_field_parse (plan, GUATU_TABLE_TASK, GUATU_TASK_PLANNED_INVESTMENT, text, &money, NULL) ||
      money.kind != GUATU_VALUE_INTEGER)
    return misread (error, _("“%s” is not an amount of money: write it like 1200.50."), text);
  *value = is_in_hundredths (plan, field) ? g_strdup_printf ("%" G_GINT64_FORMAT, money.integer)
                                          : write_number ((double) money.integer / 100);
  return TRUE;
}

static gboolean
take_flag (const char *text, char **value, GError **error)
{
  GuatuAnswer answer = guatu_custom_value_answer (text);

  if (answer == GUATU_ANSWER_NONE && g_str_equal (text, C_("answer", "Yes")))
    answer = GUATU_ANSWER_YES;
  if (answer == GUATU_ANSWER_NONE && g_str_equal (text, C_("answer", "No")))
    answer = GUATU_ANSWER_NO;
  if (answer == GUATU_ANSWER_NONE)
    return misread (error, _("“%s” is neither yes nor no."), text);
  *value = g_strdup (answer == GUATU_ANSWER_YES ? "1" : "0");
  return TRUE;
}

/* One of the choices, whatever its case; anything where none are given. */
static gboolean
take_choice (const GuatuPlan *plan, gint32 field, const char *text, char **value, GError **error)
{
  g_auto(GStrv) choices = guatu_custom_choices (plan, field);
  g_autofree char *all = g_strjoinv (", ", choices);
  int place = find_choice (choices, text);

  if (place < 0 && choices[0] != NULL)
    {
      g_set_error (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_INVALID,
                   /* Translators: what was typed, and what could have been: “high” is none of: A, B, C. */
                   _("“%1$s” is none of: %2$s."), text, all);
      return FALSE;
    }
  *value = g_strdup (place >= 0 ? choices[place] : text);
  return TRUE;
}

gboolean
guatu_custom_value_read (const GuatuPlan *plan, gint32 field, const char *text, char **value, GError **error)
{
  switch ((GuatuCustomKind) field_at (plan, field)->kind)
    {
    case GUATU_CUSTOM_NUMBER:
      return take_number (text, value, error);
    case GUATU_CUSTOM_DATE:
      return take_date (plan, text, value, error);
    case GUATU_CUSTOM_DURATION:
      return take_duration (plan, text, value, error);
    case GUATU_CUSTOM_COST:
      return take_cost (plan, field, text, value, error);
    case GUATU_CUSTOM_FLAG:
      return take_flag (text, value, error);
    case GUATU_CUSTOM_CHOICE:
      return take_choice (plan, field, text, value, error);
    case GUATU_CUSTOM_TEXT:
    default:
      *value = g_strdup (text);
      return TRUE;
    }
}
