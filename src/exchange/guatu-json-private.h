/* guatu-json-private.h — JSON text checked and cut into rows before json-glib sees any of it. */
#pragma once

#include "guatu-json.h"

G_BEGIN_DECLS

/* The functions below walk text that guatu_json_check() has passed. Each takes the place where it
 * stands and moves it behind what it read. */

/* Whether there is a further member or element; FALSE behind the closing bracket. */
gboolean guatu_json_more   (const char **at);

/* The member's name, as it stands between its quotes; @at moves to its value. */
char    *guatu_json_member (const char **at);

/* Moves behind a value; @start takes where it begins. */
void     guatu_json_skip   (const char **at,
                            const char **start);

/* Moves behind the bracket that opens an object or array. */
void     guatu_json_enter  (const char **at);

G_END_DECLS
