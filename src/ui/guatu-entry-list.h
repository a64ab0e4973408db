/* guatu-entry-list.h — the journal of a plan as a list for people: what was done, by whom, when. */
#pragma once

#include <gio/gio.h>

#include "guatu-journal.h"

G_BEGIN_DECLS

#define GUATU_TYPE_ENTRY_ITEM (guatu_entry_item_get_type ())

/* One entry; made when it comes into sight. */
G_DECLARE_FINAL_TYPE (GuatuEntryItem, guatu_entry_item, GUATU, ENTRY_ITEM, GObject)

#define GUATU_TYPE_ENTRY_LIST (guatu_entry_list_get_type ())

/**
 * GuatuEntryList:
 *
 * A GListModel of GuatuEntryItem, the newest first: the entries that answer to a query. The journal is read when the
 * program is idle, for a few milliseconds at a time, and what is found shows up as it comes; a hundred thousand entries
 * cost some bytes each. When the plan changes it is read anew, and only what is different then is said to have changed.
 *
 * Signals: ::progress (no arguments), it has read on, or is done.
 */
G_DECLARE_FINAL_TYPE (GuatuEntryList, guatu_entry_list, GUATU, ENTRY_LIST, GObject)

/* Of all entries. The first step is taken at once: a journal of usual length is there then. */
GuatuEntryList *guatu_entry_list_new       (GuatuDocument            *document);

/* What is to be found. */
void         guatu_entry_list_set_query    (GuatuEntryList           *self,
                                            const GuatuJournalQuery  *query);
const GuatuJournalQuery *guatu_entry_list_get_query (GuatuEntryList  *self);

/* While nobody looks at it nothing is read. */
void         guatu_entry_list_set_awake    (GuatuEntryList           *self,
                                            gboolean                  awake);

gboolean     guatu_entry_list_is_busy      (GuatuEntryList           *self);

/* Why it could not be read to the end; %NULL if all is well. */
const GError *guatu_entry_list_get_error   (GuatuEntryList           *self);

/* How many entries were looked at so far, and who made them. */
guint        guatu_entry_list_get_n_read   (GuatuEntryList           *self);
GPtrArray   *guatu_entry_list_get_authors  (GuatuEntryList           *self);

/* The place of an entry; FALSE where it is not among them. */
gboolean     guatu_entry_list_find         (GuatuEntryList           *self,
                                            gint64                    seq,
                                            guint                    *position);

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

/* "Oct 12, 2022, 14:03 · Wang · undone". Free it. */
char        *guatu_entry_item_when         (GuatuEntryItem  *self);

/* A moment of the journal as people read it. Free it. */
char        *guatu_entry_time_text         (gint64           milliseconds);

G_END_DECLS
