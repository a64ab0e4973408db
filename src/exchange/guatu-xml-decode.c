/* guatu-xml-decode.c — the bytes of an XML file as clean UTF-8, and the refusal of what could do harm. */
#include "guatu-xml-decode-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define REPLACEMENT "\xef\xbf\xbd"

static gboolean
starts_with (const char *bytes, gsize length, const char *magic, gsize n)
{
  return length >= n && memcmp (bytes, magic, n) == 0;
}

/* Encodings --------------------------------------------------------------------------------------------- */

/* The encoding that the declaration names, if there is one: <?xml version="1.0" encoding="GBK"?>. Free it. */
static char *
declared_encoding (const char *bytes, gsize length)
{
  g_autofree char *head = g_strndup (bytes, MIN (length, 200));
  char *end = strstr (head, "?>");
  char *name, quote;

  if (!g_str_has_prefix (head, "<?xml") || end == NULL)
    return NULL;
  *end = '\0';
  name = strstr (head, "encoding");
  if (name == NULL)
    return NULL;
  name += strlen ("encoding");
  name += strspn (name, " \t\r\n=");
  quote = *name;
  if ((quote != '"' && quote != '\'') || (end = strchr (name + 1, quote)) == NULL)
    return NULL;

  return g_strndup (name + 1, (gsize) (end - name - 1));
}

/* Chinese programs say GB2312 and mean what they have, of which GB18030 is the whole. */
static const char *
encoding_to_try (const char *declared)
{
  static const char * const chinese[] = { "gb2312", "gbk", "gb18030", "cp936", "euc-cn", "windows-936", NULL };
  static const char * const unicode[] = { "utf-8", "utf8", "utf-16", "utf16", "unicode", "ucs-2", "utf-16le",
                                          "utf-16be", NULL };
  g_autofree char *lower = declared != NULL ? g_ascii_strdown (declared, -1) : NULL;

  if (lower == NULL || g_strv_contains (unicode, lower))
    return NULL;
  if (g_strv_contains (chinese, lower))
    return "GB18030";

  return declared;
}

/* UTF-16 where a mark or the zeros of its first tag say so; %NULL for anything else. */
static char *
decode_utf16 (const char *bytes, gsize length, gsize *decoded)
{
  const char *encoding = NULL;
  char *text;

  if (starts_with (bytes, length, "\xff\xfe", 2) || starts_with (bytes, length, "<\0", 2))
    encoding = "UTF-16LE";
  else if (starts_with (bytes, length, "\xfe\xff", 2) || starts_with (bytes, length, "\0<", 2))
    encoding = "UTF-16BE";
  else
    return NULL;

  /* A half character at the end says that the file was cut off; the parser says so too. */
  text = g_convert_with_fallback (bytes, (gssize) (length & ~(gsize) 1), "UTF-8", encoding, REPLACEMENT, NULL,
                                  decoded, NULL);
  return text;
}

/* Cleaning ---------------------------------------------------------------------------------------------- */

static gboolean
is_control (guchar c)
{
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7f;
}

static void
note_line (GuatuNotes *notes, const char *text, gsize offset, gboolean is_bytes)
{
  g_autofree char *place = NULL;
  guint line = 1;

  for (gsize i = 0; i < offset; i++)
    line += text[i] == '\n';
  /* Translators: a place in a text file. */
  place = g_strdup_printf (_("Line %u"), line);
  if (is_bytes)
    guatu_notes_add (notes, 0, 0, place, _("Bytes that are no text in the file’s encoding were replaced by �"));
  else
    guatu_notes_add (notes, 0, 0, place, _("A control character was replaced by �"));
}

/* Where the text ends without the control characters that some programs fill up their files with. */
static gsize
trim_end (const char *text, gsize length)
{
  gsize end = length;

  while (end > 0 && (is_control ((guchar) text[end - 1]) || g_ascii_isspace (text[end - 1])))
    end--;

  return end > 0 && text[end - 1] == '>' ? end : length;
}

/* What is clean is used as it is; else a copy with every flaw replaced, and a note on the first of each kind. */
static char *
clean (const char *text, gsize length, gsize *cleaned, GuatuNotes *notes)
{
  GString *out = NULL;
  gboolean told[2] = { FALSE, FALSE };
  gsize done = 0, i = 0;
  gsize valid = 0;                /* up to here the bytes are known to be text */

  while (i < length)
    {
      gboolean is_bytes;

      if (i >= valid)
        {
          const char *bad = text + length;

          g_utf8_validate_len (text + i, length - i, &bad);
          valid = (gsize) (bad - text);
        }
      while (i < valid && !is_control ((guchar) text[i]))
        i++;
      if (i == length)
        break;

      is_bytes = i == valid && text[i] != '\0';
      if (!told[is_bytes])
        note_line (notes, text, i, is_bytes);
      told[is_bytes] = TRUE;
      if (out == NULL)
        out = g_string_sized_new (length + 16);
      g_string_append_len (out, text + done, (gssize) (i - done));
      g_string_append (out, REPLACEMENT);
      done = ++i;
    }

  if (out == NULL)
    return NULL;
  g_string_append_len (out, text + done, (gssize) (length - done));
  *cleaned = out->len;
  return g_string_free (out, FALSE);
}

/* The prologue ------------------------------------------------------------------------------------------ */

static const char *
skip_past (const char *at, const char *end, const char *mark)
{
  const char *found = g_strstr_len (at, end - at, mark);

  return found != NULL ? found + strlen (mark) : end;
}

/* Before the root element there may be a declaration, comments and instructions, and nothing else. */
static gboolean
check_prologue (const char *text, gsize length, GError **error)
{
  const char *end = text + length;
  const char *at = text;

  while (at < end)
    {
      at += strspn (at, " \t\r\n");
      if (g_str_has_prefix (at, "<?"))
        at = skip_past (at, end, "?>");
      else if (g_str_has_prefix (at, "<!--"))
        at = skip_past (at, end, "-->");
      else
        break;
    }

  if (at >= end)
    {
      g_set_error_literal (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_INVALID,
                           _("The file is empty: there is no XML element in it."));
      return FALSE;
    }
  if (g_str_has_prefix (at, "<!"))
    {
      g_set_error_literal (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_INVALID,
                           _("The file declares a DOCTYPE, which no plan needs and which can hide harmful entities. "
                             "It was not read."));
      return FALSE;
    }
  if (*at != '<')
    {
      g_set_error_literal (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_INVALID, _("The file is not XML."));
      return FALSE;
    }
  return TRUE;
}

char *
guatu_xml_decode (const char *bytes, gsize length, gsize *decoded, GuatuNotes *notes, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *cleaned = NULL;
  gsize n = 0;

  if (length > GUATU_EXCHANGE_MAX_BYTES)
    {
      g_set_error (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_TOO_LARGE,
                   _("The file is larger than %u MiB."), GUATU_EXCHANGE_MAX_BYTES / (1024 * 1024));
      return NULL;
    }

  text = decode_utf16 (bytes, length, &n);
  if (text == NULL && !g_utf8_validate_len (bytes, length, NULL))
    {
      g_autofree char *declared = declared_encoding (bytes, length);
      const char *encoding = encoding_to_try (declared);

      if (encoding != NULL)
        text = g_convert (bytes, (gssize) length, "UTF-8", encoding, NULL, &n, NULL);
    }
  if (text == NULL)
    {
      gsize mark = starts_with (bytes, length, "\xef\xbb\xbf", 3) ? 3 : 0;

      n = length - mark;
      text = g_malloc (n + 1);
      memcpy (text, bytes + mark, n);
      text[n] = '\0';
    }
  else if (starts_with (text, n, "\xef\xbb\xbf", 3))
    {
      n -= 3;
      memmove (text, text + 3, n + 1);
    }

  n = trim_end (text, n);
  cleaned = clean (text, n, &n, notes);
  if (cleaned != NULL)
    {
      g_free (text);
      text = g_steal_pointer (&cleaned);
    }
  if (!check_prologue (text, n, error))
    return NULL;

  *decoded = n;
  return g_steal_pointer (&text);
}
