/* guatu-entry-list-private.h — what the list of entries and its items know of each other. */
#pragma once

#include "guatu-entry-list.h"

G_BEGIN_DECLS

struct _GuatuEntryItem
{
  GObject           parent_instance;

  GuatuEntryList   *list;               /* borrowed; %NULL: gone */
  GuatuDocument    *document;
  GuatuJournalLine  line;
  gint64            n_since;            /* entries after this one */
  char             *author;             /* GRefString: few write much */
  char             *latest;             /* GRefString: who made the newest one */

  char             *title;              /* made when it is needed */
};

GuatuEntryItem *guatu_entry_item_new    (GuatuEntryList         *list,
                                         GuatuDocument          *document);

/* What a journal says of it. */
void            guatu_entry_item_fill   (GuatuEntryItem         *self,
                                         const GuatuJournal     *journal,
                                         const GuatuJournalLine *line);

/* Nobody holds the item any more. */
void            guatu_entry_list_forget (GuatuEntryList         *self,
                                         GuatuEntryItem         *item);

G_END_DECLS
