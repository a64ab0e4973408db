/* guatu-notes.h — what an import could not carry over, each with its place in the source file. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* row and column count from 1 as a person sees them in the file; 0 where there is none. */
typedef struct
{
  guint  row;
  guint  column;
  char  *place;               /* the column's header, an element's path; or %NULL */
  char  *text;                /* in the reader's language */
} GuatuNote;

typedef struct _GuatuNotes GuatuNotes;

GuatuNotes      *guatu_notes_new   (void);
void             guatu_notes_free  (GuatuNotes       *self);

void             guatu_notes_add   (GuatuNotes       *self,
                                    guint             row,
                                    guint             column,
                                    const char       *place,
                                    const char       *format,
                                    ...) G_GNUC_PRINTF (5, 6);

/* By row and column, those without a row first, as they were added. */
void             guatu_notes_sort  (GuatuNotes       *self);

guint            guatu_notes_count (const GuatuNotes *self);
const GuatuNote *guatu_notes_get   (const GuatuNotes *self,
                                    guint             i);

/* "Row 7, column 16 (Relationships): “111FS112” is not understood". Free it. */
char            *guatu_note_line   (const GuatuNote  *note);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuNotes, guatu_notes_free)

G_END_DECLS
