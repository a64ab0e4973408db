/* guatu-slip-page.h — the baselines of a plan, and what slipped from one to another or to now. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-document.h"
#include "guatu-plain-table.h"
#include "guatu-row-list.h"

G_BEGIN_DECLS

#define GUATU_TYPE_SLIP_PAGE (guatu_slip_page_get_type ())

/**
 * GuatuSlipPage:
 *
 * Signals: ::removed (const char *what); ::failed (const char *message).
 */
G_DECLARE_FINAL_TYPE (GuatuSlipPage, guatu_slip_page, GUATU, SLIP_PAGE, GtkWidget)

GtkWidget       *guatu_slip_page_new           (GuatuDocument *document);
void             guatu_slip_page_refresh       (GuatuSlipPage *self);

GuatuRowList    *guatu_slip_page_get_baselines (GuatuSlipPage *self);
GuatuPlainTable *guatu_slip_page_get_table     (GuatuSlipPage *self);

/* Compares the baseline chosen in the list with this one; 0: with the plan as it is now. */
void             guatu_slip_page_compare_with  (GuatuSlipPage *self,
                                                gint64         baseline);

void             guatu_slip_page_set_only_changed (GuatuSlipPage *self,
                                                gboolean       only_changed);

G_END_DECLS
