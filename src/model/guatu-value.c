/* guatu-value.c — values compared. */
#include "guatu-value.h"

gboolean
guatu_value_equal (GuatuValue a, GuatuValue b)
{
  if (a.kind != b.kind)
    return FALSE;

  switch (a.kind)
    {
    case GUATU_VALUE_INTEGER:
      return a.integer == b.integer;
    case GUATU_VALUE_TEXT:
      return g_str_equal (a.text, b.text);
    case GUATU_VALUE_NULL:
    default:
      return TRUE;
    }
}
