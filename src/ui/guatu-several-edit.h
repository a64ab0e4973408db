/* guatu-several-edit.h — what several tasks have in common, and one change of all of them as one step. */
#pragma once

#include "guatu-party-edit.h"

G_BEGIN_DECLS

/* Tasks by their ids. */
typedef struct
{
  const gint64 *tasks;
  guint         n;
} GuatuSeveral;

/* The text that all have in the field; %NULL where they differ. Free it. */
char    *guatu_several_text        (const GuatuPlan  *plan,
                                    GuatuSeveral      several,
                                    guint             field);

/* The same for a choice or a reference: @value, a row for the latter. FALSE where they differ. */
gboolean guatu_several_number      (const GuatuPlan  *plan,
                                    GuatuSeveral      several,
                                    guint             field,
                                    gint64           *value);

/* Those who have the role, as guatu_words_role() says them; %NULL where the tasks differ. Free it. */
char    *guatu_several_role        (const GuatuPlan  *plan,
                                    GuatuSeveral      several,
                                    GuatuRole         role);

/* The names of their categories, likewise. Free it. */
char    *guatu_several_category    (const GuatuPlan  *plan,
                                    GuatuSeveral      several);

/* Each is one entry of the journal, or an error that changed nothing. */
gboolean guatu_several_set         (GuatuDocument    *document,
                                    GuatuSeveral      several,
                                    guint             field,
                                    const char       *text,
                                    GError          **error);

/* A reference to @id; 0: none. */
gboolean guatu_several_refer       (GuatuDocument    *document,
                                    GuatuSeveral      several,
                                    guint             field,
                                    gint64            id,
                                    GError          **error);

gboolean guatu_several_constrain   (GuatuDocument    *document,
                                    GuatuSeveral      several,
                                    GuatuConstraint   constraint,
                                    const char       *date,
                                    GError          **error);

/* Makes @party, or nobody, the only one who has the role. A new one is made first where @name says how it is called. */
gboolean guatu_several_give        (GuatuDocument    *document,
                                    GuatuSeveral      several,
                                    GuatuRole         role,
                                    GuatuParty        party,
                                    const char       *name,
                                    GError          **error);

/* Puts the tasks into the category, by which they come to stand in its ledger. */
gboolean guatu_several_categorise  (GuatuDocument    *document,
                                    GuatuSeveral      several,
                                    gint64            category,
                                    GError          **error);

G_END_DECLS
