/* guatu-list-text.h — what stands between the items of a list and between sentences, in the reader's language. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *guatu_list_comma     (void);
const char *guatu_sentence_space (void);

G_END_DECLS
