/* guatu-xml-decode-private.h — what the XML reader is given to read. */
#pragma once

#include "guatu-exchange.h"
#include "guatu-notes.h"

G_BEGIN_DECLS

/* The text as UTF-8 without mark and control characters; %NULL with an error where it is too large, empty, no
 * XML, or has a DOCTYPE. Free it. */
char *guatu_xml_decode (const char  *bytes,
                        gsize        length,
                        gsize       *decoded,
                        GuatuNotes  *notes,
                        GError     **error);

G_END_DECLS
