/* guatu-mspdi-said.c — what Guatu told itself when it wrote the file; guatu-mspdi-write-said.c has the form. */
#include "guatu-mspdi-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The words of an instruction, one after another. */
typedef struct
{
  char **words;
  guint  at;
} Words;

/* Whether the next word is this one; then it is taken. */
static gboolean
take_word (Words *self, const char *word)
{
  if (self->words[self->at] == NULL || !g_str_equal (self->words[self->at], word))
    return FALSE;

  self->at++;
  return TRUE;
}

static gboolean
take_number (Words *self, gint64 *number)
{
  const char *word = self->words[self->at];

  if (word == NULL || !g_ascii_string_to_signed (word, 10, 0, G_MAXINT64, number, NULL))
    return FALSE;

  self->at++;
  return TRUE;
}

/* What is said of one task: as it stands, or not at all. */
typedef struct
{
  gint64  uid;
  gint64  duration;
  gint64  span;               /* GUATU_NONE */
  GArray *splits;             /* of gint64: after, length; after, length; … */
} Said;

static gboolean
parse_splits (Words *words, GArray *splits)
{
  gint64 amounts[2];

  while (take_word (words, "split"))
    {
      if (!take_number (words, &amounts[0]) || !take_number (words, &amounts[1]))
        return FALSE;
      g_array_append_vals (splits, amounts, 2);
    }

  return words->words[words->at] == NULL;
}

static gboolean
parse (const char *text, Said *said)
{
  g_auto(GStrv) list = g_strsplit (text, " ", -1);
  Words words = { list, 0 };

  said->span = GUATU_NONE;
  if (!take_word (&words, "task") || !take_number (&words, &said->uid) || !take_word (&words, "duration") ||
      !take_number (&words, &said->duration) || (take_word (&words, "span") && !take_number (&words, &said->span)))
    return FALSE;

  return parse_splits (&words, said->splits);
}

static void
take (Mspdi *self, gint32 row, const Said *said)
{
  if (said->span != GUATU_NONE)
    guatu_mspdi_set (self, GUATU_TABLE_TASK, row, GUATU_TASK_SPAN, said->span);
  for (guint i = 0; i < said->splits->len; i += 2)
    {
      gint32 split = guatu_mspdi_insert (self, GUATU_TABLE_TASK_SPLIT);

      guatu_plan_set (self->plan, GUATU_TABLE_TASK_SPLIT, split, GUATU_TASK_SPLIT_TASK,
                      GUATU_INTEGER (guatu_plan_id (self->plan, GUATU_TABLE_TASK, row)));
      guatu_mspdi_set (self, GUATU_TABLE_TASK_SPLIT, split, GUATU_TASK_SPLIT_OFFSET,
                       g_array_index (said->splits, gint64, i));
      guatu_mspdi_set (self, GUATU_TABLE_TASK_SPLIT, split, GUATU_TASK_SPLIT_LENGTH,
                       g_array_index (said->splits, gint64, i + 1));
    }
}

/* Another program that keeps instructions may have changed or removed the task. */
static gboolean
still_holds (const Mspdi *self, gint32 row, const Said *said)
{
  return row >= 0 && guatu_plan_task (self->plan, row)->duration == said->duration &&
         guatu_plan_task_number (self->plan, row, GUATU_TASK_SPAN) == GUATU_NONE;
}

gboolean
guatu_mspdi_take_spans (Mspdi *self)
{
  const GPtrArray *instructions = guatu_xml_instructions (self->xml);
  g_autoptr(GArray) splits = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_stale = 0;

  if (instructions->len == 0 || !g_str_equal (g_ptr_array_index (instructions, 0), "spans"))
    return FALSE;

  for (guint i = 1; i < instructions->len; i++)
    {
      Said said = { .splits = splits };
      gint32 row = -1;

      g_array_set_size (splits, 0);
      if (parse (g_ptr_array_index (instructions, i), &said))
        row = guatu_mspdi_find (self->tasks, said.uid);
      if (still_holds (self, row, &said))
        take (self, row, &said);
      else
        n_stale++;
    }

  if (n_stale > 0)
    guatu_notes_add (self->notes, 0, 0, NULL,
                     ngettext ("Of %u task, what Guatu had noted of its interruptions no longer fits the file and was "
                               "left out", "Of %u tasks, what Guatu had noted of their interruptions no longer fits "
                               "the file and was left out", n_stale), n_stale);

  return TRUE;
}
