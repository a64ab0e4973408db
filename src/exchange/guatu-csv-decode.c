/* guatu-csv-decode.c — the bytes of a CSV file as UTF-8, whatever they were encoded in. */
#include "guatu-csv-private.h"

#include "guatu-exchange.h"

#include <glib/gi18n-lib.h>
#include <errno.h>
#include <string.h>

#define REPLACEMENT "\xef\xbf\xbd"
#define LOOK        65536       /* bytes that are looked at to tell an encoding */

static gboolean
is_control (guchar c)
{
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7f;
}

/* Files of other kinds that people rename or pick by mistake. */
static const char *
other_kind (const char *bytes, gsize length)
{
  static const struct { const char *magic; gsize length; const char *what; } kinds[] = {
    { "PK\003\004", 4, N_("This is a spreadsheet or ZIP file, not CSV; save the sheet as CSV first") },
    { "\xd0\xcf\x11\xe0", 4, N_("This is an old spreadsheet file, not CSV; save the sheet as CSV first") },
    { "SQLite format 3", 15, N_("This is a database, not CSV") },
    { "%PDF-", 5, N_("This is a PDF file, not CSV") },
    { "\x1f\x8b", 2, N_("This is a compressed file, not CSV; unpack it first") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (length >= kinds[i].length && memcmp (bytes, kinds[i].magic, kinds[i].length) == 0)
      return _(kinds[i].what);

  return NULL;
}

static gboolean
refuse (GError **error, const char *what)
{
  g_set_error_literal (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_INVALID, what);
  return FALSE;
}

static gboolean
check_is_text (const char *bytes, gsize length, GError **error)
{
  gsize look = MIN (length, LOOK);
  gsize controls = 0;

  for (gsize i = 0; i < look; i++)
    controls += is_control ((guchar) bytes[i]) ? 1 : 0;
  if (controls * 10 > look)
    return refuse (error, _("This is not a text file: it holds too many control characters"));
  return TRUE;
}

/* UTF-16 ----------------------------------------------------------------------------------------- */

/* Whether the high bytes are often 0, as those of letters, commas and line ends are in UTF-16, and the
 * others hardly ever. */
static gboolean
looks_like_utf16 (const char *bytes, gsize length, guint high)
{
  gsize look = MIN (length, LOOK) & ~(gsize) 1;
  gsize zeros = 0, others = 0;

  if (length % 2 != 0)
    return FALSE;
  for (gsize i = 0; i < look; i += 2)
    {
      zeros += bytes[i + high] == '\0' ? 1 : 0;
      others += bytes[i + 1 - high] == '\0' ? 1 : 0;
    }
  return zeros * 20 > look / 2 && others * 8 < zeros;
}

static GString *
decode_utf16 (const char *bytes, gsize length, guint high, guint *errors)
{
  GString *out = g_string_sized_new (length);

  for (gsize i = 0; i + 1 < length; i += 2)
    {
      gunichar unit = (gunichar) ((guchar) bytes[i + high] << 8 | (guchar) bytes[i + 1 - high]);

      if (unit >= 0xd800 && unit <= 0xdbff && i + 3 < length && ((guchar) bytes[i + 2 + high] & 0xfc) == 0xdc)
        {
          gunichar low = (gunichar) ((guchar) bytes[i + 2 + high] << 8 | (guchar) bytes[i + 3 - high]);

          unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
          i += 2;
        }
      if (unit >= 0xd800 && unit <= 0xdfff)
        {
          unit = 0xfffd;
          (*errors)++;
        }
      g_string_append_unichar (out, unit);
    }
  if (length % 2 != 0)
    {
      g_string_append (out, REPLACEMENT);
      (*errors)++;
    }
  return out;
}

/* Encodings of bytes ------------------------------------------------------------------------------ */

static GString *
decode_utf8 (const char *bytes, gsize length, guint *errors)
{
  GString *out = g_string_sized_new (length + 16);
  const char *end = bytes + length;

  while (bytes < end)
    {
      const char *bad = end;

      g_utf8_validate_len (bytes, (gsize) (end - bytes), &bad);
      g_string_append_len (out, bytes, bad - bytes);
      if (bad == end)
        break;
      if (*bad != '\0')
        (*errors)++;
      g_string_append (out, REPLACEMENT);
      bytes = bad + 1;
    }
  return out;
}

/* Steps over what the encoding does not know, byte by byte. */
static GString *
decode_as (const char *encoding, const char *bytes, gsize length, guint *errors)
{
  GIConv converter = g_iconv_open ("UTF-8", encoding);
  g_autofree char *chunk = g_malloc (LOOK);
  GString *out;
  gsize left = length;
  char *in = (char *) bytes;

  if (converter == (GIConv) -1)
    return NULL;

  out = g_string_sized_new (length + length / 2);
  while (left > 0)
    {
      char *to = chunk;
      gsize room = LOOK;
      gsize done = g_iconv (converter, &in, &left, &to, &room);
      int reason = errno;

      g_string_append_len (out, chunk, to - chunk);
      if (done != (gsize) -1 || reason == E2BIG)
        continue;
      g_string_append (out, REPLACEMENT);
      (*errors)++;
      in++;
      left--;
      g_iconv (converter, NULL, NULL, NULL, NULL);
    }
  g_iconv_close (converter);
  return out;
}

/* Western text has single accented letters, Chinese text pairs of high bytes. */
static gboolean
looks_western (const char *bytes, gsize length)
{
  gsize single = 0, pairs = 0;

  for (gsize i = 0; i < length; i++)
    if ((guchar) bytes[i] >= 0x80)
      {
        if (i + 1 < length && (guchar) bytes[i + 1] >= 0x80)
          {
            pairs++;
            i++;
          }
        else
          {
            single++;
          }
      }
  return single > pairs;
}

static GString *
decode_8bit (const char *bytes, gsize length, const char **read_as, GuatuNotes *notes, gboolean *replaced)
{
  const char *encoding = looks_western (bytes, MIN (length, LOOK)) ? "WINDOWS-1252" : "GB18030";
  guint wrong = 0, wrong_here = 0;
  GString *out = decode_utf8 (bytes, length, &wrong);
  GString *other;

  *read_as = "UTF-8";
  if (wrong == 0)
    return out;

  other = decode_as (encoding, bytes, length, &wrong_here);
  if (other != NULL && wrong_here < wrong && !(g_str_equal (encoding, "WINDOWS-1252") && wrong < 3))
    {
      guatu_notes_add (notes, 0, 0, NULL, _("The file is not UTF-8; it was read as %s"), encoding);
      g_string_free (out, TRUE);
      out = g_steal_pointer (&other);
      wrong = wrong_here;
      *read_as = encoding;
    }
  if (other != NULL)
    g_string_free (other, TRUE);
  *replaced |= wrong > 0;
  return out;
}

/* Cells may hold line ends and tabs; any other control character becomes a mark. */
static void
replace_controls (GString *text, gboolean *replaced)
{
  gsize first = 0;
  GString *out;

  while (first < text->len && !is_control ((guchar) text->str[first]))
    first++;
  if (first == text->len)
    return;

  out = g_string_sized_new (text->len + 64);
  g_string_append_len (out, text->str, (gssize) first);
  for (gsize i = first; i < text->len; i++)
    if (is_control ((guchar) text->str[i]))
      g_string_append (out, REPLACEMENT);
    else
      g_string_append_c (out, text->str[i]);
  g_string_truncate (text, 0);
  g_string_append_len (text, out->str, (gssize) out->len);
  g_string_free (out, TRUE);
  *replaced = TRUE;
}

static gboolean
has_mark (const char *bytes, gsize length, const char *mark, gsize mark_length)
{
  return length >= mark_length && memcmp (bytes, mark, mark_length) == 0;
}

const char * const *
guatu_csv_encodings (void)
{
  static const char * const encodings[] = { "UTF-8", "GB18030", "BIG5", "UTF-16LE", "UTF-16BE", "WINDOWS-1252", NULL };

  return encodings;
}

/* As somebody says who has looked at it: nothing is refused, and what does not fit is replaced. */
static GString *
decode_said (const char *encoding, const char *bytes, gsize length, guint *errors)
{
  gboolean little = g_str_equal (encoding, "UTF-16LE");
  GString *text;

  if (little || g_str_equal (encoding, "UTF-16BE"))
    {
      gboolean marked = has_mark (bytes, length, little ? "\xff\xfe" : "\xfe\xff", 2);

      return decode_utf16 (bytes + (marked ? 2 : 0), length - (marked ? 2 : 0), little ? 1 : 0, errors);
    }
  if (has_mark (bytes, length, "\xef\xbb\xbf", 3) && g_str_equal (encoding, "UTF-8"))
    {
      bytes += 3;
      length -= 3;
    }
  text = g_str_equal (encoding, "UTF-8") ? NULL : decode_as (encoding, bytes, length, errors);
  return text != NULL ? text : decode_utf8 (bytes, length, errors);
}

/* NULL with an error for what is no text. */
static GString *
decode_guessed (const char *bytes, gsize length, const char **encoding, GuatuNotes *notes, guint *errors,
                gboolean *replaced, GError **error)
{
  guint mark = has_mark (bytes, length, "\xff\xfe", 2) || has_mark (bytes, length, "\xfe\xff", 2) ? 2 : 0;

  if (has_mark (bytes, length, "\xff\xfe", 2) || (mark == 0 && length > 1 && looks_like_utf16 (bytes, length, 1)))
    {
      *encoding = "UTF-16LE";
      return decode_utf16 (bytes + mark, length - mark, 1, errors);
    }
  if (mark > 0 || (length > 1 && looks_like_utf16 (bytes, length, 0)))
    {
      *encoding = "UTF-16BE";
      return decode_utf16 (bytes + mark, length - mark, 0, errors);
    }
  if (!check_is_text (bytes, length, error))
    return NULL;
  mark = has_mark (bytes, length, "\xef\xbb\xbf", 3) ? 3 : 0;
  return decode_8bit (bytes + mark, length - mark, encoding, notes, replaced);
}

char *
guatu_csv_decode (const char *bytes, gsize length, const char **encoding, GuatuNotes *notes, gsize *decoded,
                  gboolean *replaced, GError **error)
{
  const char *kind = other_kind (bytes, length);
  guint errors = 0;
  GString *text;

  if (kind != NULL)
    {
      refuse (error, kind);
      return NULL;
    }
  if (*encoding != NULL)
    text = decode_said (*encoding, bytes, length, &errors);
  else
    text = decode_guessed (bytes, length, encoding, notes, &errors, replaced, error);
  if (text == NULL)
    return NULL;

  *replaced |= errors > 0;
  replace_controls (text, replaced);
  if (text->str[strspn (text->str, " \t\r\n")] == '\0')
    {
      g_string_free (text, TRUE);
      refuse (error, _("The file is empty"));
      return NULL;
    }
  *decoded = text->len;
  return g_string_free (text, FALSE);
}
