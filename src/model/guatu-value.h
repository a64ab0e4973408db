/* guatu-value.h — one value of one field, as verbs, files and forms hand it around. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  GUATU_VALUE_NULL,
  GUATU_VALUE_INTEGER,
  GUATU_VALUE_TEXT,
} GuatuValueKind;

/* Numbers, instants, amounts, booleans, enumerations and references (row ids) are integers.
 * Text is borrowed from whoever made the value; it is never %NULL, and an empty text is "". */
typedef struct
{
  GuatuValueKind kind;
  union
  {
    gint64       integer;
    const char  *text;
  };
} GuatuValue;

#define GUATU_NULL        ((GuatuValue) { .kind = GUATU_VALUE_NULL })
#define GUATU_INTEGER(i)  ((GuatuValue) { .kind = GUATU_VALUE_INTEGER, .integer = (i) })
#define GUATU_TEXT(t)     ((GuatuValue) { .kind = GUATU_VALUE_TEXT, .text = (t) })

gboolean guatu_value_equal (GuatuValue a,
                            GuatuValue b);

G_END_DECLS
