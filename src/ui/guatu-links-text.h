/* guatu-links-text.h — what a task waits for, read as people write it: "3FS+2d, 5SS". */
#pragma once

#include "guatu-document.h"
#include "guatu-link-text.h"

G_BEGIN_DECLS

/* One of the links that are wished for. */
typedef struct
{
  gint32        predecessor;    /* a row */
  GuatuLinkType type;
  GuatuDuration lag;            /* in the unit percent: 1/100 % */
} GuatuWishedLink;

/**
 * guatu_links_text_read:
 * @text: numbers, or with points those of the outline ("2.1"), each with a type and a lag where they are not FS and
 *   none, in any case; separated by commas or semicolons, also those of a Chinese keyboard. "" is no link.
 *
 * Returns: an array of GuatuWishedLink; %NULL with @error, which names the part that is not understood, or that no link
 *   can be: to the task itself, to what it is part of or made of, or to one task twice
 */
GArray   *guatu_links_text_read    (const GuatuPlan  *plan,
                                    gint32            task,
                                    const char       *text,
                                    GError          **error);

/* The names of the tasks that were understood, one a line; "" where not all was. Free it. */
char     *guatu_links_text_words   (const GuatuPlan  *plan,
                                    gint32            task,
                                    const char       *text);

/* Makes the links into the task those of @text, in one entry of the journal. */
gboolean  guatu_links_text_set     (GuatuDocument    *document,
                                    gint64            task,
                                    const char       *text,
                                    GError          **error);

G_END_DECLS
