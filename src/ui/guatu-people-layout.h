/* guatu-people-layout.h — the tree of units as lines one below the other. */
#pragma once

#include "guatu-people-rows.h"

G_BEGIN_DECLS

/**
 * guatu_people_layout:
 * @lights: may be %NULL: nothing is lit
 * @needle: (nullable): casefolded; only what holds it in a name, a post or a duty, and the units above that
 * @folded: set of ids (gint64) of units of which nothing below is shown, but for what is looked for
 *
 * Returns: of GuatuPeopleRow
 */
GPtrArray *guatu_people_layout (const GuatuPlan   *plan,
                                const GuatuLights *lights,
                                const char        *needle,
                                GHashTable        *folded);

G_END_DECLS
