/* guatu-quotes.h — quotation marks about names that bear some of their own. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * guatu_quotes_nest:
 * @text: (transfer full): a sentence that has put names between “ and ”
 *
 * Marks within marks become ‘ and ’, as both English and Chinese have it. About a name that is between marks of its own
 * already, “ and ” or 《 and 》, there are no others. A text whose marks do not go in pairs stays as it is.
 *
 * Returns: (transfer full): the sentence
 */
char *guatu_quotes_nest (char *text);

G_END_DECLS
