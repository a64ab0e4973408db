/* guatu-fixes-card.h — which of the Five Fixes a task has, and which it lacks. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-task-words.h"

G_BEGIN_DECLS

#define GUATU_TYPE_FIXES_CARD (guatu_fixes_card_get_type ())

/* Signal ::go (guint fix), one of GuatuFixes was clicked: to where it is set. */
G_DECLARE_FINAL_TYPE (GuatuFixesCard, guatu_fixes_card, GUATU, FIXES_CARD, GtkWidget)

GtkWidget  *guatu_fixes_card_new       (void);

/* Of an item of a ledger all must be there, and what is missing is marked; of other tasks they are good to have. */
void        guatu_fixes_card_show      (GuatuFixesCard   *self,
                                        const GuatuPlan  *plan,
                                        gint32            task);

/* "3 of 5". */
const char *guatu_fixes_card_get_count (GuatuFixesCard   *self);

/* The button for one of GuatuFixes. */
GtkWidget  *guatu_fixes_card_get_part  (GuatuFixesCard   *self,
                                        guint             fix);

G_END_DECLS
