/* guatu-store-value.c — one value between memory and SQLite. */
#include "guatu-store-private.h"

#include <string.h>

int
guatu_value_bind (sqlite3_stmt     *statement,
                  int               place,
                  const GuatuField *field,
                  GuatuValue        value)
{
  switch (value.kind)
    {
    case GUATU_VALUE_INTEGER:
      return sqlite3_bind_int64 (statement, place, value.integer);
    case GUATU_VALUE_TEXT:
      return sqlite3_bind_text (statement, place, value.text, -1, SQLITE_STATIC);
    case GUATU_VALUE_NULL:
    default:
      /* Text columns know no NULL: "" is the empty text. */
      if (field->type == GUATU_TYPE_TEXT)
        return sqlite3_bind_text (statement, place, "", 0, SQLITE_STATIC);
      return sqlite3_bind_null (statement, place);
    }
}

gboolean
guatu_value_read (sqlite3_value *stored,
                  GuatuValue    *value)
{
  const char *text;

  switch (sqlite3_value_type (stored))
    {
    case SQLITE_INTEGER:
      *value = GUATU_INTEGER (sqlite3_value_int64 (stored));
      return TRUE;
    case SQLITE_NULL:
      *value = GUATU_NULL;
      return TRUE;
    case SQLITE_TEXT:
      text = (const char *) sqlite3_value_text (stored);
      if (text == NULL || strlen (text) != (gsize) sqlite3_value_bytes (stored))
        return FALSE;
      *value = GUATU_TEXT (text);
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
guatu_value_fits (GuatuValue         value,
                  const GuatuField  *field,
                  GError           **error)
{
  /* A verb asks for a name, but a row made with nothing more than an id has none. */
  if (value.kind == GUATU_VALUE_TEXT && field->type == GUATU_TYPE_TEXT && value.text[0] == '\0')
    return TRUE;

  return guatu_field_check (field, value, error);
}
