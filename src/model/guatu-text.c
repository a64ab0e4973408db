/* guatu-text.c — typed text brought to one form before it is read. */
#include "guatu-text-private.h"

static gunichar
halfwidth (gunichar c)
{
  if (c >= 0xFF01 && c <= 0xFF5E)
    return c - 0xFF01 + '!';

  if (c == 0x2212)  /* the minus sign of mathematics */
    return '-';

  return c == '\t' || g_unichar_type (c) == G_UNICODE_SPACE_SEPARATOR ? ' ' : c;
}

char *
guatu_text_to_halfwidth (const char *text)
{
  GString *plain;

  if (!g_utf8_validate (text, -1, NULL))
    return NULL;

  plain = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (plain, halfwidth (g_utf8_get_char (p)));

  return g_string_free (plain, FALSE);
}
