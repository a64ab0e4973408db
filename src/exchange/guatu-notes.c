/* guatu-notes.c — the list of what an import could not carry over. */
#include "guatu-notes.h"

#include "guatu-exchange.h"

#include <glib/gi18n-lib.h>

/* A file that is wrong in every cell is told in a list that a person can still read. */
#define MAX_NOTES 10000

G_DEFINE_QUARK (guatu-exchange-error-quark, guatu_exchange_error)

struct _GuatuNotes
{
  GPtrArray *notes;     /* of GuatuNote */
  guint      left_out;
};

static void
note_free (gpointer data)
{
  GuatuNote *note = data;

  g_free (note->place);
  g_free (note->text);
  g_free (note);
}

GuatuNotes *
guatu_notes_new (void)
{
  GuatuNotes *self = g_new0 (GuatuNotes, 1);

  self->notes = g_ptr_array_new_with_free_func (note_free);
  return self;
}

void
guatu_notes_free (GuatuNotes *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->notes);
  g_free (self);
}

static GuatuNote *
append (GuatuNotes *self, guint row, guint column, const char *place)
{
  GuatuNote *note = g_new0 (GuatuNote, 1);

  note->row = row;
  note->column = column;
  note->place = g_strdup (place);
  g_ptr_array_add (self->notes, note);
  return note;
}

/* The last note counts those that no longer fit. */
static void
count_left_out (GuatuNotes *self)
{
  GuatuNote *last;

  if (self->left_out++ == 0)
    append (self, 0, 0, NULL);
  last = g_ptr_array_index (self->notes, MAX_NOTES);
  g_free (last->text);
  last->text = g_strdup_printf (ngettext ("%u further note is left out", "%u further notes are left out",
                                          self->left_out), self->left_out);
}

void
guatu_notes_add (GuatuNotes *self, guint row, guint column, const char *place, const char *format, ...)
{
  va_list arguments;

  if (self == NULL)
    return;
  if (self->notes->len >= MAX_NOTES)
    {
      count_left_out (self);
      return;
    }

  va_start (arguments, format);
  append (self, row, column, place)->text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const GuatuNote *one = *(GuatuNote * const *) a, *other = *(GuatuNote * const *) b;

  if (one->row != other->row)
    return one->row < other->row ? -1 : 1;
  return one->row > 0 ? (one->column > other->column) - (one->column < other->column) : 0;
}

void
guatu_notes_sort (GuatuNotes *self)
{
  GuatuNote *last = NULL;

  if (self == NULL)
    return;

  /* That some are left out is said at the end. */
  if (self->left_out > 0)
    last = g_ptr_array_steal_index (self->notes, MAX_NOTES);
  g_ptr_array_sort (self->notes, compare_rows);
  if (last != NULL)
    g_ptr_array_add (self->notes, last);
}

guint
guatu_notes_count (const GuatuNotes *self)
{
  return self->notes->len;
}

const GuatuNote *
guatu_notes_get (const GuatuNotes *self, guint i)
{
  g_return_val_if_fail (i < self->notes->len, NULL);

  return g_ptr_array_index (self->notes, i);
}

char *
guatu_note_line (const GuatuNote *note)
{
  gboolean named = note->place != NULL && note->place[0] != '\0';

  if (note->row > 0 && note->column > 0 && named)
    return g_strdup_printf (_("Row %u, column %u (%s): %s"), note->row, note->column, note->place, note->text);
  if (note->row > 0 && note->column > 0)
    return g_strdup_printf (_("Row %u, column %u: %s"), note->row, note->column, note->text);
  if (note->row > 0)
    return g_strdup_printf (_("Row %u: %s"), note->row, note->text);
  if (note->column > 0 && named)
    return g_strdup_printf (_("Column %u (%s): %s"), note->column, note->place, note->text);
  if (note->column > 0)
    return g_strdup_printf (_("Column %u: %s"), note->column, note->text);
  if (named)
    /* Translators: a place in a file, and what is said of it. */
    return g_strdup_printf (_("%s: %s"), note->place, note->text);
  return g_strdup (note->text);
}
