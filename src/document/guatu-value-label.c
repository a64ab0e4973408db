/* guatu-value-label.c — values in their language-free form as people read them. */
#include "guatu-entry-title-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "guatu-field-text.h"

char *
guatu_date_text_label (const char *text)
{
  GuatuInstant instant;

  if (!guatu_instant_parse (text, 0, &instant))
    return g_strdup (text);
  return strchr (text, 'T') == NULL ? guatu_day_label (instant) : guatu_moment_label (instant);
}

/* The form is the same whatever the plan's rates were: they do not matter for how it is said. */
char *
guatu_duration_text_label (const char *text)
{
  GuatuDurationRates rates = GUATU_DURATION_RATES_DEFAULT;
  GuatuDuration duration;

  if (!guatu_duration_parse (text, &rates, TRUE, &duration))
    return g_strdup (text);
  return guatu_duration_label (duration, &rates);
}

char *
guatu_percent_text_label (const char *text)
{
  const char *sign = strchr (text, '%');
  g_autofree char *number = sign != NULL ? g_strndup (text, (gsize) (sign - text)) : NULL;

  return number != NULL ? guatu_percent_label (number) : g_strdup (text);
}

char *
guatu_label_in_sentence (const char *label)
{
  gunichar first = g_utf8_get_char (label);
  const char *rest = g_utf8_next_char (label);
  char lower[7] = "";

  if (!g_unichar_isupper (first) || *rest == '\0' || g_unichar_isupper (g_utf8_get_char (rest)))
    return g_strdup (label);
  lower[g_unichar_to_utf8 (g_unichar_tolower (first), lower)] = '\0';
  return g_strconcat (lower, rest, NULL);
}

/* A day of a calendar that comes back for ever has an end that says so. */
static char *
last_day_label (const char *text)
{
  GuatuInstant instant;

  if (guatu_instant_parse (text, 0, &instant) && GUATU_IS_ENDLESS (instant))
    /* Translators: instead of the day until which a day of a calendar comes back. */
    return g_strdup (_("without end"));
  return guatu_date_text_label (text);
}

static char *
language_label (const char *text)
{
  if (g_str_has_prefix (text, "zh"))
    return g_strdup (_("Chinese"));
  return g_strdup (g_str_has_prefix (text, "en") ? _("English") : text);
}

char *
guatu_value_label (const GuatuField *field, const char *text)
{
  int choice;

  if (field == guatu_field (GUATU_TABLE_CALENDAR_EXCEPTION, GUATU_CALENDAR_EXCEPTION_TO_DATE))
    return last_day_label (text);
  if (field == guatu_field (GUATU_TABLE_PLAN, GUATU_PLAN_LANGUAGE))
    return language_label (text);

  switch (field->type)
    {
    case GUATU_TYPE_INSTANT:
    case GUATU_TYPE_DATE:
      return guatu_date_text_label (text);
    case GUATU_TYPE_WORK:
    case GUATU_TYPE_LAG:
      return guatu_duration_text_label (text);
    case GUATU_TYPE_BOOLEAN:
      return g_strdup (g_str_equal (text, "yes") ? _("yes") : _("no"));
    case GUATU_TYPE_PERCENT:
      return guatu_percent_text_label (text);
    case GUATU_TYPE_ENUM:
      choice = guatu_field_find_choice (field, text);
      return choice >= 0 ? guatu_label_in_sentence (_(field->choices[choice].label)) : g_strdup (text);
    case GUATU_TYPE_ID:
    case GUATU_TYPE_REFERENCE:
    case GUATU_TYPE_TEXT:
    case GUATU_TYPE_FLAGS:
    case GUATU_TYPE_INTEGER:
    case GUATU_TYPE_DAYTIME:
    case GUATU_TYPE_MONEY:
    default:
      return g_strdup (text);
    }
}
