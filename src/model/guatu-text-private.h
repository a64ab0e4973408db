/* guatu-text-private.h — typed text brought to one form before it is read. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @text with full-width letters, digits and signs as ASCII ones, every kind of minus as "-" and every
 * blank as a space, as Chinese input methods and spreadsheets write them. %NULL if @text is not
 * UTF-8. Free it. */
char *guatu_text_to_halfwidth (const char *text);

G_END_DECLS
