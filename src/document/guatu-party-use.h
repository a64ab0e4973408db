/* guatu-party-use.h — what refers to a person or a unit, and what would become of it without them. */
#pragma once

#include "guatu-plan.h"

G_BEGIN_DECLS

/* The first four go when the person or unit is removed, the others stay and name nobody. */
typedef struct
{
  guint n_tasks;                /* each counted once */
  guint n_assignments;
  guint n_roles[GUATU_ROLE_RESOURCE + 1];
  guint n_memberships;
  guint n_sponsorships;
  guint n_values;               /* of custom fields */
  guint n_people;               /* whose unit it is */
  guint n_units;                /* below it */
  guint n_reports;
} GuatuPartyUse;

GuatuPartyUse guatu_party_use_of    (const GuatuPlan     *plan,
                                     GuatuTable           table,
                                     gint32               row);

gboolean      guatu_party_use_any   (const GuatuPartyUse *self);

/* "In 3 tasks (2 as lead unit, 1 as support unit), 4 memberships; 2 people stay without a unit"; "" where nothing
 * refers to it. Free it. */
char         *guatu_party_use_words (const GuatuPartyUse *self);

G_END_DECLS
