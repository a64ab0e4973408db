/* guatu-list-text.c — commas and spaces, as translators put them between two things. */
#include "guatu-list-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the translation has between its two "%s". */
static const char *
between (const char *two)
{
  const char *first = strstr (two, "%s"), *second = first != NULL ? strstr (first + 2, "%s") : NULL;
  g_autofree char *text = second != NULL ? g_strndup (first + 2, (gsize) (second - first - 2)) : g_strdup (" ");

  return g_intern_string (text);
}

const char *
guatu_list_comma (void)
{
  /* Translators: two items of a list. */
  return between (C_("list", "%s, %s"));
}

const char *
guatu_sentence_space (void)
{
  /* Translators: two sentences. */
  return between (C_("sentences", "%s %s"));
}
