/* guatu-notes-list.h — what a file could not carry, or what did not come out of one: a list to scroll. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-notes.h"

G_BEGIN_DECLS

/* A scrolled list of lines, named @label for those who do not see it. */
GtkWidget *guatu_notes_list_new  (const GuatuNotes *notes,
                                  const char       *label);

/* The same in a window of its own beside @parent, below @text. */
void       guatu_notes_list_show (GtkWindow        *parent,
                                  const char       *title,
                                  const char       *text,
                                  const GuatuNotes *notes);

G_END_DECLS
