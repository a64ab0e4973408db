/* guatu-hours-text.c — reads and writes the working hours of a day. */
#include "guatu-hours-text.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "guatu-field.h"

/* What people write, in the characters that are read below: '-' joins, ',' parts. */
static char *
plain (const char *text)
{
  g_autofree char *narrow = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  static const struct { const char *from; const char *to; } pairs[] = {
    { "–", "-" }, { "—", "-" }, { "−", "-" }, { "‐", "-" }, { "~", "-" }, { "∼", "-" }, { "〜", "-" }, { "至", "-" },
    { "到", "-" }, { "to", "-" }, { "、", "," }, { ";", "," }, { "，", "," }, { "；", "," }, { "：", ":" },
    { "点", ":00" }, { "\t", " " }, { "\xc2\xa0", " " },
  };
  GString *all = g_string_new (narrow != NULL ? narrow : text);

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_string_replace (all, pairs[i].from, pairs[i].to, 0);
  /* Blanks about a dash belong to it; others part stretches as commas do. */
  while (g_string_replace (all, "  ", " ", 0) > 0)
    ;
  g_string_replace (all, " -", "-", 0);
  g_string_replace (all, "- ", "-", 0);
  g_string_replace (all, " ", ",", 0);

  return g_string_free (all, FALSE);
}

/* "8", "8:00", "24:00". */
static gboolean
read_time (const char *text, gint32 *seconds)
{
  g_autofree char *full = strchr (text, ':') == NULL ? g_strconcat (text, ":00", NULL) : g_strdup (text);
  gint64 daytime;

  if (!guatu_daytime_parse (full, &daytime))
    return FALSE;
  *seconds = (gint32) daytime;

  return TRUE;
}

static gboolean
read_stretch (const char *text, GuatuHours *hours, GError **error)
{
  g_auto(GStrv) ends = g_strsplit (text, "-", 3);

  if (g_strv_length (ends) != 2 || !read_time (ends[0], &hours->from) || !read_time (ends[1], &hours->to))
    {
      g_set_error (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_INVALID,
                   _("“%s” is no working time. Write 8:00–12:00, 14:00–18:00."), text);
      return FALSE;
    }
  if (hours->from >= hours->to)
    {
      g_set_error (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_INVALID,
                   _("“%s” ends before it begins. Hours after midnight belong to the next day."), text);
      return FALSE;
    }

  return TRUE;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const GuatuHours *one = a, *other = b;

  return (one->from > other->from) - (one->from < other->from);
}

static gboolean
check_apart (const GuatuHours *hours, guint n, GError **error)
{
  for (guint i = 1; i < n; i++)
    if (hours[i].from < hours[i - 1].to)
      {
        g_autofree char *one = guatu_hours_format (&hours[i - 1], 1);
        g_autofree char *other = guatu_hours_format (&hours[i], 1);

        g_set_error (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_INVALID, _("%s and %s overlap."), one, other);
        return FALSE;
      }

  return TRUE;
}

gboolean
guatu_hours_parse (const char *text, GuatuHours hours[GUATU_MOST_STRETCHES], guint *n, GError **error)
{
  g_autofree char *all = plain (text);
  g_auto(GStrv) words = g_strsplit (all, ",", -1);

  *n = 0;
  for (char **word = words; *word != NULL; word++)
    {
      if (**word == '\0')
        continue;
      if (*n == GUATU_MOST_STRETCHES)
        {
          g_set_error (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_INVALID,
                       _("A day has at most %d stretches of work."), GUATU_MOST_STRETCHES);
          return FALSE;
        }
      if (!read_stretch (*word, &hours[*n], error))
        return FALSE;
      (*n)++;
    }
  qsort (hours, *n, sizeof *hours, compare);

  return check_apart (hours, *n, error);
}

static void
append_time (GString *text, gint32 seconds)
{
  g_string_append_printf (text, "%d:%02d", seconds / 3600, seconds / 60 % 60);
  if (seconds % 60 != 0)
    g_string_append_printf (text, ":%02d", seconds % 60);
}

char *
guatu_hours_format (const GuatuHours *hours, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (text, ", ");
      append_time (text, hours[i].from);
      g_string_append (text, "–");
      append_time (text, hours[i].to);
    }

  return g_string_free (text, FALSE);
}
