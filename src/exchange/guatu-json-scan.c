/* guatu-json-scan.c — JSON text checked for form and limits, and cut into its values. */
#include "guatu-json-private.h"

#include "guatu-exchange.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_DEPTH   64
#define MAX_MEMBERS 100
#define MAX_DIGITS  19         /* of the largest 63-bit number */
#define MAX_VALUES  2000000     /* in one element of a top-level array, which json-glib holds at once */

typedef struct
{
  const char *start;
  const char *at;
  const char *end;
  guint64     n_values;
  GError    **error;
} Scan;

typedef struct
{
  const char *text;
  gsize       length;
} Key;

static gboolean scan_value (Scan *scan, guint depth);

/* Names line and column, both from 1, of the place where the scan stands. */
static gboolean
fail (Scan *scan, int code, const char *what)
{
  guint line = 1;
  const char *begin = scan->start;

  for (const char *c = scan->start; c < scan->at; c++)
    if (*c == '\n')
      {
        line++;
        begin = c + 1;
      }

  g_set_error (scan->error, GUATU_EXCHANGE_ERROR, code, _("The JSON file cannot be read: line %u, column %u: %s"),
               line, (guint) g_utf8_strlen (begin, scan->at - begin) + 1, what);
  return FALSE;
}

static gboolean
fail_form (Scan *scan, const char *what)
{
  return fail (scan, GUATU_EXCHANGE_ERROR_INVALID, what);
}

static void
skip_space (Scan *scan)
{
  while (scan->at < scan->end && strchr (" \t\r\n", *scan->at) != NULL && *scan->at != '\0')
    scan->at++;
}

/* Whether the next character, after white space, is @c; it is then taken. */
static gboolean
take (Scan *scan, char c)
{
  skip_space (scan);
  if (scan->at == scan->end || *scan->at != c)
    return FALSE;
  scan->at++;
  return TRUE;
}

static gboolean
scan_hex (Scan *scan, guint *unit)
{
  *unit = 0;
  for (int i = 0; i < 4; i++, scan->at++)
    {
      if (scan->at == scan->end || !g_ascii_isxdigit (*scan->at))
        return fail_form (scan, _("“\\u” needs four hexadecimal digits"));
      *unit = *unit * 16 + (guint) g_ascii_xdigit_value (*scan->at);
    }
  return TRUE;
}

/* Stands behind the backslash. */
static gboolean
scan_escape (Scan *scan)
{
  guint unit, low;

  if (scan->at == scan->end || *scan->at == '\0' || strchr ("\"\\/bfnrtu", *scan->at) == NULL)
    return fail_form (scan, _("the escape in this text is not known"));
  if (*scan->at++ != 'u')
    return TRUE;

  if (!scan_hex (scan, &unit))
    return FALSE;
  if (unit == 0)
    return fail_form (scan, _("a text may not hold the character NUL"));
  if (unit < 0xd800 || unit > 0xdfff)
    return TRUE;
  if (unit > 0xdbff || scan->end - scan->at < 2 || scan->at[0] != '\\' || scan->at[1] != 'u')
    return fail_form (scan, _("half of a surrogate pair is missing"));
  scan->at += 2;
  if (!scan_hex (scan, &low))
    return FALSE;
  return (low >= 0xdc00 && low <= 0xdfff) || fail_form (scan, _("half of a surrogate pair is missing"));
}

/* Stands at the opening quote; @key takes what is between the quotes. */
static gboolean
scan_string (Scan *scan, Key *key)
{
  key->text = ++scan->at;

  while (scan->at < scan->end && *scan->at != '"')
    {
      if ((guchar) *scan->at < 0x20)
        return fail_form (scan, _("a text may not hold control characters; write them as escapes"));
      if (*scan->at++ == '\\' && !scan_escape (scan))
        return FALSE;
    }
  if (scan->at == scan->end)
    return fail_form (scan, _("a text is not closed"));

  key->length = (gsize) (scan->at++ - key->text);
  return TRUE;
}

static gsize
scan_digits (Scan *scan)
{
  const char *first = scan->at;

  while (scan->at < scan->end && g_ascii_isdigit (*scan->at))
    scan->at++;
  return (gsize) (scan->at - first);
}

static gboolean
scan_number (Scan *scan)
{
  const char *first;
  gsize digits;

  if (*scan->at == '-')
    scan->at++;
  first = scan->at;
  digits = scan_digits (scan);
  if (digits == 0 || (digits > 1 && *first == '0'))
    return fail_form (scan, _("this is not a number"));
  if (digits > MAX_DIGITS || (digits == MAX_DIGITS && strncmp (first, "9223372036854775807", digits) > 0))
    return fail (scan, GUATU_EXCHANGE_ERROR_TOO_LARGE, _("the number is too large"));

  if (scan->at < scan->end && *scan->at == '.')
    {
      scan->at++;
      if (scan_digits (scan) == 0)
        return fail_form (scan, _("this is not a number"));
    }
  if (scan->at < scan->end && (*scan->at == 'e' || *scan->at == 'E'))
    {
      scan->at++;
      if (scan->at < scan->end && (*scan->at == '+' || *scan->at == '-'))
        scan->at++;
      digits = scan_digits (scan);
      if (digits == 0)
        return fail_form (scan, _("this is not a number"));
      if (digits > 3)
        return fail (scan, GUATU_EXCHANGE_ERROR_TOO_LARGE, _("the number is too large"));
    }
  return TRUE;
}

static gboolean
scan_word (Scan *scan, const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (scan->end - scan->at) < length || strncmp (scan->at, word, length) != 0)
    return fail_form (scan, _("a value is expected here"));
  scan->at += length;
  return TRUE;
}

static gboolean
scan_member (Scan *scan, guint depth, Key *keys, guint *n_keys)
{
  Key *key = &keys[*n_keys];

  skip_space (scan);
  if (scan->at == scan->end || *scan->at != '"')
    return fail_form (scan, _("the name of a member is expected here, in quotes"));
  if (*n_keys == MAX_MEMBERS)
    return fail (scan, GUATU_EXCHANGE_ERROR_TOO_LARGE, _("the object has too many members"));
  if (!scan_string (scan, key))
    return FALSE;
  for (guint i = 0; i < *n_keys; i++)
    if (keys[i].length == key->length && memcmp (keys[i].text, key->text, key->length) == 0)
      return fail_form (scan, _("the object already has a member of this name"));
  (*n_keys)++;

  if (!take (scan, ':'))
    return fail_form (scan, _("“:” is expected here"));
  return scan_value (scan, depth);
}

static gboolean
scan_object (Scan *scan, guint depth)
{
  Key keys[MAX_MEMBERS];
  guint n_keys = 0;

  if (take (scan, '}'))
    return TRUE;
  do
    if (!scan_member (scan, depth, keys, &n_keys))
      return FALSE;
  while (take (scan, ','));

  return take (scan, '}') || fail_form (scan, _("“,” or “}” is expected here"));
}

static gboolean
scan_array (Scan *scan, guint depth)
{
  if (take (scan, ']'))
    return TRUE;
  do
    {
      guint64 before = scan->n_values;

      if (!scan_value (scan, depth))
        return FALSE;
      if (depth == 2 && scan->n_values - before > MAX_VALUES)
        return fail (scan, GUATU_EXCHANGE_ERROR_TOO_LARGE,
                     _("too much is nested in one element; give the tasks a “parent” instead of “children”"));
    }
  while (take (scan, ','));

  return take (scan, ']') || fail_form (scan, _("“,” or “]” is expected here"));
}

/* @depth counts the brackets around the value. */
static gboolean
scan_value (Scan *scan, guint depth)
{
  Key text;

  skip_space (scan);
  scan->n_values++;
  if (scan->at == scan->end)
    return fail_form (scan, _("the text ends too early"));

  if ((*scan->at == '{' || *scan->at == '[') && depth == MAX_DEPTH)
    return fail (scan, GUATU_EXCHANGE_ERROR_TOO_LARGE, _("it is nested more than 64 levels deep"));

  switch (*scan->at)
    {
    case '{':
      scan->at++;
      return scan_object (scan, depth + 1);
    case '[':
      scan->at++;
      return scan_array (scan, depth + 1);
    case '"':
      return scan_string (scan, &text);
    case 't':
      return scan_word (scan, "true");
    case 'f':
      return scan_word (scan, "false");
    case 'n':
      return scan_word (scan, "null");
    default:
      if (*scan->at == '-' || g_ascii_isdigit (*scan->at))
        return scan_number (scan);
      return fail_form (scan, _("a value is expected here"));
    }
}

gboolean
guatu_json_check (const char *text, gsize length, GError **error)
{
  Scan scan = { text, text, text + length, 0, error };

  if (length > GUATU_EXCHANGE_MAX_BYTES)
    {
      g_set_error_literal (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_TOO_LARGE,
                           _("The JSON file is larger than 256 MiB"));
      return FALSE;
    }
  if (!g_utf8_validate_len (text, length, &scan.at))
    return fail_form (&scan, _("the text is not valid UTF-8"));

  scan.at = text;
  if (!scan_value (&scan, 0))
    return FALSE;
  skip_space (&scan);
  return scan.at == scan.end || fail_form (&scan, _("something follows the end of the plan"));
}

/* Walking ---------------------------------------------------------------------------------------- */

static void
skip_blank (const char **at)
{
  *at += strspn (*at, " \t\r\n,:");
}

gboolean
guatu_json_more (const char **at)
{
  skip_blank (at);
  if (**at != ']' && **at != '}')
    return TRUE;
  (*at)++;
  return FALSE;
}

void
guatu_json_enter (const char **at)
{
  skip_blank (at);
  (*at)++;
}

static void
skip_string (const char **at)
{
  for ((*at)++; **at != '"'; (*at)++)
    if (**at == '\\')
      (*at)++;
  (*at)++;
}

char *
guatu_json_member (const char **at)
{
  const char *start;

  skip_blank (at);
  start = *at;
  skip_string (at);
  return g_strndup (start + 1, (gsize) (*at - start - 2));
}

void
guatu_json_skip (const char **at, const char **start)
{
  guint depth = 0;

  skip_blank (at);
  *start = *at;
  do
    {
      *at += depth > 0 ? strcspn (*at, "\"[]{}") : 0;
      if (**at == '"')
        {
          skip_string (at);
        }
      else if (**at == '{' || **at == '[')
        {
          depth++;
          (*at)++;
        }
      else if (**at == '}' || **at == ']')
        {
          depth--;
          (*at)++;
        }
      else
        {
          *at += strcspn (*at, " \t\r\n,]}");
        }
    }
  while (depth > 0);
}
