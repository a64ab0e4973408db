/* guatu-holidays.c — files of holidays: what kind they are, what their words mean, which years they cover. */
#include "guatu-holidays-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

static GuatuHolidays *
holidays_new (void)
{
  GuatuHolidays *self = g_new0 (GuatuHolidays, 1);

  self->days = g_array_new (FALSE, FALSE, sizeof (GuatuSpecialDays));
  self->names = g_string_chunk_new (1024);
  self->covers_from = self->covers_to = GUATU_NONE;
  return self;
}

void
guatu_holidays_free (GuatuHolidays *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->days);
  g_string_chunk_free (self->names);
  g_free (self);
}

GuatuDaysImport
guatu_holidays_get (const GuatuHolidays *self)
{
  return (GuatuDaysImport) {
    .days = (const GuatuSpecialDays *) (gpointer) self->days->data, .n = self->days->len,
    .covers_from = self->covers_from, .covers_to = self->covers_to,
  };
}

gboolean
guatu_holidays_add (GuatuHolidays *self, const GuatuSpecialDays *days)
{
  g_autoptr(GString) name = g_string_new (NULL);
  GuatuSpecialDays copy = *days;

  if (self->days->len >= GUATU_HOLIDAYS_MAX_DAYS)
    return FALSE;
  for (const char *c = days->name; *c != '\0'; c = g_utf8_next_char (c))
    g_string_append_unichar (name, g_unichar_iscntrl (g_utf8_get_char (c)) ? ' ' : g_utf8_get_char (c));
  copy.name = g_string_chunk_insert_const (self->names, g_strstrip (name->str));
  g_array_append_val (self->days, copy);
  return TRUE;
}

char *
guatu_holidays_place (GuatuInstant day, const char *name)
{
  g_autofree char *iso = guatu_instant_to_iso (day);

  iso[MIN (strlen (iso), strlen ("2022-10-17"))] = '\0';
  return g_strdup_printf ("%s %s", iso, name);
}

/* Words -------------------------------------------------------------------------------------------- */

static gboolean
holds_any (const char *text, const char * const *words)
{
  for (; *words != NULL; words++)
    if (strstr (text, *words) != NULL)
      return TRUE;
  return FALSE;
}

/* “上班(补元旦假期)” is worked although it speaks of a holiday, so that work is looked for first. */
GuatuDayHint
guatu_holidays_hint (const char *text)
{
  static const char * const worked[] = { "上班", "补班", "调班", "补工", "工作日", "（班）", "(班)", "[班]", "【班】",
                                         "alternate-workday", "make-up work", "makeup work", "workday", "working day",
                                         NULL };
  static const char * const off[] = { "放假", "假期", "补休", "（休）", "(休)", "[休]", "【休】", "work-holiday",
                                      "holiday", NULL };
  static const char * const swapped[] = { "调休", NULL };
  g_autofree char *folded = g_utf8_casefold (text, -1);

  if (strstr (folded, "non-working") != NULL || strstr (folded, "nonworking") != NULL)
    return GUATU_DAY_IS_OFF;
  if (holds_any (folded, worked))
    return GUATU_DAY_IS_WORKED;
  if (holds_any (folded, off))
    return GUATU_DAY_IS_OFF;
  return holds_any (folded, swapped) ? GUATU_DAY_IS_SWAPPED : GUATU_DAY_SAYS_NOTHING;
}

/* Files -------------------------------------------------------------------------------------------- */

static char *
load (const char *path, gsize *length, GError **error)
{
  g_autofree char *bytes = NULL;
  GStatBuf info;

  if (g_stat (path, &info) == 0 && !S_ISREG (info.st_mode))
    g_set_error (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_INVALID, _("“%s” is not a file"), path);
  else if (g_stat (path, &info) == 0 && info.st_size > (goffset) GUATU_HOLIDAYS_MAX_BYTES)
    g_set_error (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_TOO_LARGE, _("“%s” is larger than %u MiB."), path,
                 GUATU_HOLIDAYS_MAX_BYTES / (1024 * 1024));
  else if (g_file_get_contents (path, &bytes, length, error))
    return g_steal_pointer (&bytes);

  return NULL;
}

/* Text without byte-order mark; what is no UTF-8 is replaced. Free it. */
static char *
decode (const char *bytes, gsize length, GuatuNotes *notes)
{
  if (length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    {
      bytes += 3;
      length -= 3;
    }
  if (!g_utf8_validate (bytes, (gssize) length, NULL))
    guatu_notes_add (notes, 0, 0, NULL, _("Bytes that are no text in the file’s encoding were replaced by �"));
  return g_utf8_make_valid (bytes, (gssize) length);
}

static gboolean
has_ending (const char *path, const char *ending)
{
  gsize length = strlen (path), n = strlen (ending);

  return length > n && g_ascii_strcasecmp (path + length - n, ending) == 0;
}

static gboolean
is_icalendar (const char *path, const char *text)
{
  return has_ending (path, ".ics") || has_ending (path, ".ical") ||
         (!has_ending (path, ".json") && g_ascii_strncasecmp (text + strspn (text, " \t\r\n"), "BEGIN:", 6) == 0);
}

/* Nobody reads the notes of what was not imported: the first of them says why. */
static void
refuse_empty (const char *path, const GuatuNotes *notes, GError **error)
{
  guint n = notes != NULL ? guatu_notes_count (notes) : 0;
  g_autofree char *why = n > 0 ? guatu_note_line (guatu_notes_get (notes, 0)) : NULL;

  if (why == NULL)
    g_set_error (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_INVALID,
                 _("There is no day in “%s” that a calendar could take."), path);
  else
    g_set_error (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_INVALID,
                 /* Translators: a file, and the first of the things in it that were not taken. */
                 _("There is no day in “%s” that a calendar could take. %s"), path, why);
}

GuatuHolidays *
guatu_holidays_read (const char *path, GuatuNotes *notes, GError **error)
{
  g_autoptr(GuatuHolidays) self = holidays_new ();
  g_autofree char *bytes = NULL;
  g_autofree char *text = NULL;
  gsize length;
  gboolean ok;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = load (path, &length, error);
  if (bytes == NULL)
    return NULL;
  if (memchr (bytes, '\0', length) != NULL)
    {
      g_set_error (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_INVALID,
                   _("“%s” holds NUL bytes: it is no text, or is damaged."), path);
      return NULL;
    }

  text = decode (bytes, length, notes);
  if (is_icalendar (path, text))
    ok = guatu_holidays_read_icalendar (self, text, strlen (text), notes, error);
  else
    ok = guatu_holidays_read_json (self, text, strlen (text), notes, error);
  if (ok && self->days->len == 0)
    refuse_empty (path, notes, error);

  return ok && self->days->len > 0 ? g_steal_pointer (&self) : NULL;
}
