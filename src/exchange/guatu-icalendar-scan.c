/* guatu-icalendar-scan.c — the lines of an iCalendar file: how many, how long, and what begins and ends. */
#include "guatu-icalendar-scan-private.h"

#include "guatu-exchange.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_LINES  200000
#define MAX_LENGTH (64 * 1024)
#define MAX_DEPTH  16

typedef struct
{
  GPtrArray *open;          /* of char *: what has begun and not ended, upper case */
  GArray    *open_at;       /* guint: in which lines */
  GString   *marked;
  guint      line;
  GError   **error;
} Scan;

static gboolean G_GNUC_PRINTF (3, 4)
fail (Scan *self, GuatuExchangeError code, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (self->error, GUATU_EXCHANGE_ERROR, (int) code, message);
  return FALSE;
}

/* "VEVENT" of a line "BEGIN:VEVENT", or %NULL. Free it. */
static char *
value_of (const char *line, gsize length, const char *name)
{
  gsize n = strlen (name);
  g_autofree char *value = NULL;

  if (length <= n || g_ascii_strncasecmp (line, name, n) != 0)
    return NULL;
  value = g_strndup (line + n, length - n);
  return g_ascii_strup (g_strstrip (value), -1);
}

static gboolean
scan_line (Scan *self, const char *line, gsize length)
{
  g_autofree char *begin = value_of (line, length, "BEGIN:");
  g_autofree char *end = value_of (line, length, "END:");

  if (begin != NULL)
    {
      g_string_append_printf (self->marked, GUATU_ICALENDAR_LINE ":%u\n", self->line);
      g_array_append_val (self->open_at, self->line);
      if (self->open->len >= MAX_DEPTH)
        return fail (self, GUATU_EXCHANGE_ERROR_TOO_LARGE,
                     _("The iCalendar file cannot be read: in line %u, “%s” lies too deep."), self->line, begin);
      g_ptr_array_add (self->open, g_steal_pointer (&begin));
    }
  else if (end != NULL)
    {
      if (self->open->len == 0 ||
          !g_str_equal (g_ptr_array_index (self->open, self->open->len - 1), end))
        return fail (self, GUATU_EXCHANGE_ERROR_INVALID,
                     _("The iCalendar file cannot be read: in line %u, “%s” ends, but it is not what began last."),
                     self->line, end);
      g_ptr_array_set_size (self->open, (int) self->open->len - 1);
      g_array_set_size (self->open_at, self->open_at->len - 1);
    }
  else if (self->open->len == 0 && length > 0)
    {
      return fail (self, GUATU_EXCHANGE_ERROR_INVALID,
                   _("This is no iCalendar file: line %u stands outside of everything."), self->line);
    }
  return TRUE;
}

static gboolean
scan_lines (Scan *self, const char *text, gsize length)
{
  const char *end = text + length;
  gsize unfolded = 0;

  for (const char *line = text; line < end; self->line++)
    {
      const char *stop = memchr (line, '\n', (gsize) (end - line));
      gsize n = (gsize) ((stop != NULL ? stop : end) - line);
      gboolean folded = line[0] == ' ' || line[0] == '\t';

      unfolded = folded ? unfolded + n : n;
      if (self->line > MAX_LINES || unfolded > MAX_LENGTH)
        return fail (self, GUATU_EXCHANGE_ERROR_TOO_LARGE,
                     _("The iCalendar file cannot be read: in line %u it has too many lines (200,000) or one that is "
                       "too long (64 KiB)."), self->line);
      g_string_append_len (self->marked, line, (gssize) n);
      g_string_append_c (self->marked, '\n');
      while (n > 0 && (line[n - 1] == '\r' || (!folded && g_ascii_isspace (line[n - 1]))))
        n--;
      if (!folded && !scan_line (self, line, n))
        return FALSE;
      line = stop != NULL ? stop + 1 : end;
    }

  if (self->open->len > 0)
    return fail (self, GUATU_EXCHANGE_ERROR_INVALID,
                 _("The iCalendar file is broken off: what begins in line %u, “%s”, does not end."),
                 g_array_index (self->open_at, guint, self->open_at->len - 1),
                 (const char *) g_ptr_array_index (self->open, self->open->len - 1));
  return TRUE;
}

char *
guatu_icalendar_scan (const char *text, gsize length, GError **error)
{
  Scan self = { .line = 1, .error = error };
  gboolean ok;

  self.open = g_ptr_array_new_with_free_func (g_free);
  self.open_at = g_array_new (FALSE, FALSE, sizeof (guint));
  self.marked = g_string_sized_new (length + length / 4);
  ok = scan_lines (&self, text, length);
  g_ptr_array_unref (self.open);
  g_array_unref (self.open_at);

  return g_string_free (self.marked, !ok);
}
