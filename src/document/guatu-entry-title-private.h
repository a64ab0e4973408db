/* guatu-entry-title-private.h — what the titles of entries are made from, shared by the files that make them. */
#pragma once

#include "guatu-document-private.h"

G_BEGIN_DECLS

/* The arguments of an entry; an empty object where they cannot be read (guatu-entry-json.c). */
JsonObject *guatu_title_arguments     (const char *text);

/* A text member; "" where there is none. A number; 0 where there is none. */
const char *guatu_title_text          (JsonObject *arguments,
                                       const char *member);
gint64      guatu_title_number        (JsonObject *arguments,
                                       const char *member);

/* Values in their language-free form, for a person to read (guatu-value-label.c). A date stands alone where no time
 * was said. */
char       *guatu_date_text_label     (const char *text);
char       *guatu_duration_text_label (const char *text);
char       *guatu_percent_text_label  (const char *text);

/* "duration" within a sentence for the label "Duration"; "WBS" stays, and so does what has no case. */
char       *guatu_label_in_sentence   (const char *label);

/* Titles of "task-add" and the like (guatu-entry-title-rows.c), and of verbs of their own
 * (guatu-entry-title-deeds.c); %NULL for kinds that are not of this form. */
char       *guatu_title_of_row        (const char *kind,
                                       JsonObject *arguments);
char       *guatu_title_of_deed       (const char *kind,
                                       JsonObject *arguments);

G_END_DECLS
