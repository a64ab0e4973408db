/* guatu-entry-list.h — the journal of a plan as a list for people: what was done, by whom, when. */
#pragma once

#include <gio/gio.h>

#include "guatu-document.h"

G_BEGIN_DECLS

#define GUATU_TYPE_ENTRY_ITEM (guatu_entry_item_get_type ())

/* One entry, as it was when the list was made. */
G_DECLARE_FINAL_TYPE (GuatuEntryItem, guatu_entry_item, GUATU, ENTRY_ITEM, GObject)

/* Fills a list of GuatuEntryItem, the newest first, in place of what was in it. Titles are made when they are asked
 * for: ten thousand entries cost little. */
gboolean     guatu_entry_list_load         (GListStore      *list,
                                            GuatuDocument   *document,
                                            GError         **error);

gint64       guatu_entry_item_seq          (GuatuEntryItem  *self);

/* "Set duration of “Bridge” to 34 d". */
const char  *guatu_entry_item_title        (GuatuEntryItem  *self);

/* "Oct 12, 2022, 14:03". Free it. */
char        *guatu_entry_item_time         (GuatuEntryItem  *self);

const char  *guatu_entry_item_author       (GuatuEntryItem  *self);

/* Not undone. */
gboolean     guatu_entry_item_stands       (GuatuEntryItem  *self);

/* Whether the plan can go back to it: nothing came after that stays for good. */
gboolean     guatu_entry_item_is_in_reach  (GuatuEntryItem  *self);

/* "23 edits since, by 2 people"; "" for the newest one. Free it. */
char        *guatu_entry_item_since        (GuatuEntryItem  *self);

/* Whether each word of @words, as of guatu_entry_words(), is found in title, author or time. */
gboolean     guatu_entry_item_matches      (GuatuEntryItem  *self,
                                            GStrv            words);

/* What somebody looks for, ready for guatu_entry_item_matches(). Free it with g_strfreev(). */
GStrv        guatu_entry_words             (const char      *text);

G_END_DECLS
