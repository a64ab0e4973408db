/* guatu-tooltip.h — keeps short Chinese tooltips on one line. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* For every tooltip of the program from now on. */
void  guatu_tooltip_install    (void);

/* @text with nothing in it at which a line could be broken; %NULL where it may be left as it is: it has no wide letters,
 * has lines of its own, or is long enough to want several. Free it. */
char *guatu_tooltip_join       (const char *text);

G_END_DECLS
