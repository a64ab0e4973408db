/* guatu-row-names.h — what rows are called, those too that are gone: the journal knows them still. */
#pragma once

#include "guatu-document.h"

G_BEGIN_DECLS

/* Lives no longer than @store and @plan, neither of which may change meanwhile. */
typedef struct _GuatuRowNames GuatuRowNames;

GuatuRowNames *guatu_row_names_new    (GuatuStore      *store,
                                       const GuatuPlan *plan);
void           guatu_row_names_free   (GuatuRowNames   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuRowNames, guatu_row_names_free)

/* A plan that has the row: the one of today where it is there, else with what the journal knew of it last, among others
 * that are gone. Where nobody knows it, the plan comes without it. It is not settled. */
const GuatuPlan *guatu_row_names_with (GuatuRowNames   *self,
                                       GuatuTable       table,
                                       gint64           id);

/* Those that @changeset made or took away and that are gone are as it has them: the journal need not be looked through
 * for each. */
void           guatu_row_names_seed   (GuatuRowNames   *self,
                                       GBytes          *changeset);

/* "Bridge over the canal", "Bridge · Roads"; "" where it has no name, or nobody knows it. Free it. */
char          *guatu_row_names_find   (GuatuRowNames   *self,
                                       GuatuTable       table,
                                       gint64           id);

G_END_DECLS
