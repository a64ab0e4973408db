/* random-verbs.h — verbs called at random, with arguments of which some make no sense. */
#pragma once

#include "guatu-document.h"

G_BEGIN_DECLS

/* Calls a verb. Returns whether it was done; if not, @error says why. @undo: undo and redo are among them. */
gboolean    random_verb  (GuatuDocument  *document,
                          GRand          *rand,
                          gboolean        undo,
                          GError        **error);

/* Up to @most settings of a row of the table; answers how many. */
guint       random_settings (const GuatuPlan *plan,
                          GuatuTable      table,
                          GRand          *rand,
                          GuatuSetting   *settings,
                          guint           most);

/* A checksum over every field of every row, whatever the row numbers. Free it. */
char       *plan_digest  (const GuatuPlan *plan);

G_END_DECLS
