/* guatu-json-value.h — single values of the JSON form, and the rules that hold between rows. */
#pragma once

#include "guatu-plan.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Whether every row must say what the field holds: nothing sensible could be assumed. */
gboolean    guatu_json_is_needed    (const GuatuField *field);

/* The node's string; %NULL if it holds none. */
const char *guatu_json_string       (JsonNode         *node);

/* The value of any field but a reference. @language chooses among texts by language; @duration takes
 * what a typed duration or lag said of unit and kind (amount 0 where the node is a number). The error
 * says what was expected, without the place. */
gboolean    guatu_json_value        (const GuatuPlan  *plan,
                                     GuatuTable        table,
                                     guint             field,
                                     JsonNode         *node,
                                     const char       *language,
                                     GuatuValue       *value,
                                     GuatuDuration    *duration,
                                     GError          **error);

/* Unit and kind of a typed duration or lag, which stand in fields of their own. */
void        guatu_json_set_duration (GuatuPlan        *plan,
                                     gint32            task,
                                     GuatuDuration     duration);
void        guatu_json_set_lag      (GuatuPlan        *plan,
                                     gint32            link,
                                     GuatuDuration     duration);

/* What no single row shows: no task is its own ancestor, an assignment names one party. */
gboolean    guatu_json_check_rows   (const GuatuPlan  *plan,
                                     GError          **error);

G_END_DECLS
