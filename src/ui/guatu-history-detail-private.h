/* guatu-history-detail-private.h — the parts of the history's right side, shared by its files. */
#pragma once

#include <adwaita.h>

#include "guatu-change-list.h"
#include "guatu-duty-table.h"
#include "guatu-history-detail.h"

G_BEGIN_DECLS

struct _GuatuHistoryDetail
{
  GtkWidget         parent_instance;

  /* Template widgets */
  GtkStack         *pages;
  GtkLabel         *title;
  GtkLabel         *when;
  GtkButton        *revert;
  GtkButton        *compare_with;
  GtkButton        *close;
  AdwBin           *changes_place;
  GtkLabel         *asked_title;
  GtkLabel         *outcome;
  GtkStack         *answers;
  GtkProgressBar   *progress;
  GtkButton        *cancel;
  AdwBin           *differences_place;
  AdwBin           *duties_place;

  /* Children */
  GuatuChangeList  *changes;
  GuatuChangeList  *differences;
  GuatuDutyTable   *duties;

  /* Owned references */
  GuatuDocument    *document;
  GuatuEntryItem   *entry;              /* %NULL: none is chosen */
  GuatuHistoryWork *work;               /* under way, or what came out */

  GuatuTable        table;              /* of the row that is looked for; @id 0: none */
  gint64            id;
  gint64            marked;             /* the entry that others are to be compared with; 0: none */
};

/* Nobody waits any more for the answer to what was asked (guatu-history-detail-asked.c). */
void guatu_history_detail_forget (GuatuHistoryDetail *self);

G_END_DECLS
