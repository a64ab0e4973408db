/* guatu-mspdi-write-values.c — single elements in the forms that Microsoft Project's XML has for them. */
#include "guatu-mspdi-write-private.h"

#include <string.h>

void
guatu_mspdi_put_begin (MspdiOut *self, const char *name)
{
  xmlTextWriterStartElement (self->xml, BAD_CAST name);
}

void
guatu_mspdi_put_end (MspdiOut *self)
{
  xmlTextWriterEndElement (self->xml);
}

/* XML has no place for these two characters, though they are good UTF-8. */
static char *
replace_noncharacters (const char *text)
{
  GString *out = g_string_new (text);

  g_string_replace (out, "\xef\xbf\xbe", "\xef\xbf\xbd", 0);
  g_string_replace (out, "\xef\xbf\xbf", "\xef\xbf\xbd", 0);
  return g_string_free (out, FALSE);
}

void
guatu_mspdi_put_word (MspdiOut *self, const char *name, const char *text)
{
  g_autofree char *mended = NULL;

  if (strstr (text, "\xef\xbf\xbe") != NULL || strstr (text, "\xef\xbf\xbf") != NULL)
    text = mended = replace_noncharacters (text);
  xmlTextWriterWriteElement (self->xml, BAD_CAST name, BAD_CAST text);
}

void
guatu_mspdi_put_text (MspdiOut *self, const char *name, const char *text)
{
  if (text[0] != '\0')
    guatu_mspdi_put_word (self, name, text);
}

void
guatu_mspdi_put_integer (MspdiOut *self, const char *name, gint64 number)
{
  char text[32];

  if (number == GUATU_NONE)
    return;
  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, number);
  xmlTextWriterWriteElement (self->xml, BAD_CAST name, BAD_CAST text);
}

void
guatu_mspdi_put_date (MspdiOut *self, const char *name, GuatuInstant date)
{
  g_autofree char *text = NULL;

  if (date == GUATU_NONE)
    return;
  text = guatu_instant_to_iso (date);
  xmlTextWriterWriteElement (self->xml, BAD_CAST name, BAD_CAST text);
}

void
guatu_mspdi_put_duration (MspdiOut *self, const char *name, gint64 seconds)
{
  char text[64];

  if (seconds == GUATU_NONE)
    return;
  g_snprintf (text, sizeof text, "%sPT%" G_GINT64_FORMAT "H%dM%dS", seconds < 0 ? "-" : "", ABS (seconds) / 3600,
              (int) (ABS (seconds) / 60 % 60), (int) (ABS (seconds) % 60));
  xmlTextWriterWriteElement (self->xml, BAD_CAST name, BAD_CAST text);
}

void
guatu_mspdi_put_tenths (MspdiOut *self, const char *name, gint64 seconds)
{
  if (seconds != GUATU_NONE)
    guatu_mspdi_put_integer (self, name, (seconds + (seconds < 0 ? -3 : 3)) / 6);
}

void
guatu_mspdi_put_share (MspdiOut *self, const char *name, gint64 share)
{
  char text[32];
  gsize length;

  if (share == GUATU_NONE)
    return;
  length = (gsize) g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT ".%04d", share / 10000, (int) (share % 10000));
  while (text[length - 1] == '0')
    text[--length] = '\0';
  if (text[length - 1] == '.')
    text[--length] = '\0';
  xmlTextWriterWriteElement (self->xml, BAD_CAST name, BAD_CAST text);
}

void
guatu_mspdi_put_flag (MspdiOut *self, const char *name, gboolean flag)
{
  xmlTextWriterWriteElement (self->xml, BAD_CAST name, BAD_CAST (flag ? "1" : "0"));
}

void
guatu_mspdi_put_daytime (MspdiOut *self, const char *name, gint64 seconds)
{
  char text[16];

  seconds %= GUATU_DAY;
  g_snprintf (text, sizeof text, "%02d:%02d:%02d", (int) (seconds / 3600), (int) (seconds / 60 % 60),
              (int) (seconds % 60));
  xmlTextWriterWriteElement (self->xml, BAD_CAST name, BAD_CAST text);
}

void
guatu_mspdi_put_field (MspdiOut *self, const char *name, GuatuTable table, gint32 row, guint field)
{
  GuatuFieldType type = guatu_field (table, field)->type;
  gint64 number;

  if (type == GUATU_TYPE_TEXT)
    {
      guatu_mspdi_put_text (self, name, guatu_plan_string (self->plan, table, row, field));
      return;
    }

  number = guatu_plan_number (self->plan, table, row, field);
  if (type == GUATU_TYPE_INSTANT || type == GUATU_TYPE_DATE)
    guatu_mspdi_put_date (self, name, number);
  else if (type == GUATU_TYPE_WORK)
    guatu_mspdi_put_duration (self, name, number);
  else
    guatu_mspdi_put_integer (self, name, number);
}

int
guatu_mspdi_format_code (guint unit, gboolean elapsed, gboolean estimated)
{
  int code;

  switch (unit)
    {
    case GUATU_UNIT_MINUTE:  code = 3; break;
    case GUATU_UNIT_HOUR:    code = 5; break;
    case GUATU_UNIT_WEEK:    code = 9; break;
    case GUATU_UNIT_MONTH:   code = 11; break;
    case GUATU_UNIT_PERCENT: code = 19; break;
    case GUATU_UNIT_DAY:
    default:                 code = 7; break;
    }

  return code + (elapsed ? 1 : 0) + (estimated ? 32 : 0);
}

int
guatu_mspdi_whole_percent (gint64 share)
{
  if (share <= 0 || share >= 10000)
    return share <= 0 ? 0 : 100;

  return (int) CLAMP ((share + 50) / 100, 1, 99);
}
