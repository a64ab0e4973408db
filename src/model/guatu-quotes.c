/* guatu-quotes.c — finds the pairs of quotation marks in a sentence, and sets the inner ones apart. */
#include "guatu-quotes.h"

#include <string.h>

typedef enum
{
  OPENS       = 1 << 0,
  IS_TITLE    = 1 << 1,         /* 《 or 》, which stay as they are */
  IS_NEEDLESS = 1 << 2,         /* what is between it and its partner has marks of its own */
} MarkFlags;

typedef struct
{
  gsize     at;                 /* in bytes */
  guint     partner;            /* the mark that closes or opens it */
  MarkFlags flags;
} Mark;

static const struct { const char *text; MarkFlags flags; } kinds[] = {
  { "“", OPENS }, { "”", 0 }, { "《", OPENS | IS_TITLE }, { "》", IS_TITLE },
};

/* All of them are as long as each other. */
#define MARK_LENGTH (sizeof "“" - 1)

static GArray *
find_marks (const char *text)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (Mark));

  for (const char *at = text; *at != '\0'; at++)
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      if (strncmp (at, kinds[i].text, MARK_LENGTH) == 0)
        {
          Mark mark = { .at = (gsize) (at - text), .flags = kinds[i].flags };

          g_array_append_val (marks, mark);
        }
  return marks;
}

/* FALSE: they do not go in pairs, each within another or outside. */
static gboolean
pair_marks (GArray *marks)
{
  g_autoptr(GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < marks->len; i++)
    {
      Mark *mark = &g_array_index (marks, Mark, i), *partner;

      if ((mark->flags & OPENS) != 0)
        {
          g_array_append_val (open, i);
          continue;
        }
      if (open->len == 0)
        return FALSE;
      mark->partner = g_array_index (open, guint, open->len - 1);
      g_array_set_size (open, open->len - 1);
      partner = &g_array_index (marks, Mark, mark->partner);
      partner->partner = i;
      if ((partner->flags & IS_TITLE) != (mark->flags & IS_TITLE))
        return FALSE;
    }
  return open->len == 0;
}

/* A pair with nothing but another one in it says what that one says. */
static void
find_needless (GArray *marks)
{
  for (guint i = 0; i + 1 < marks->len; i++)
    {
      Mark *opens = &g_array_index (marks, Mark, i), *inner = opens + 1, *closes;

      if (opens->flags != OPENS || (inner->flags & OPENS) == 0)
        continue;
      closes = &g_array_index (marks, Mark, opens->partner);
      if (inner->at != opens->at + MARK_LENGTH || inner->partner + 1 != opens->partner ||
          g_array_index (marks, Mark, inner->partner).at + MARK_LENGTH != closes->at)
        continue;
      opens->flags |= IS_NEEDLESS;
      closes->flags |= IS_NEEDLESS;
    }
}

char *
guatu_quotes_nest (char *text)
{
  g_autoptr(GArray) marks = NULL;
  GString *nested;
  gsize done = 0;
  guint depth = 0;

  g_return_val_if_fail (text != NULL, NULL);

  marks = find_marks (text);
  if (!pair_marks (marks))
    return text;

  find_needless (marks);
  nested = g_string_new (NULL);
  for (guint i = 0; i < marks->len; i++)
    {
      const Mark *mark = &g_array_index (marks, Mark, i);

      if ((mark->flags & IS_TITLE) != 0)
        continue;
      g_string_append_len (nested, text + done, (gssize) (mark->at - done));
      done = mark->at + MARK_LENGTH;
      if ((mark->flags & IS_NEEDLESS) != 0)
        continue;
      if ((mark->flags & OPENS) != 0)
        g_string_append (nested, depth++ % 2 == 0 ? "“" : "‘");
      else
        g_string_append (nested, --depth % 2 == 0 ? "”" : "’");
    }
  g_string_append (nested, text + done);
  g_free (text);

  return g_string_free (nested, FALSE);
}
