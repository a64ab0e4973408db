/* guatu-icalendar-scan-private.h — iCalendar text checked for form and limits before libical sees it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is put into everything that begins: libical does not say where a component stands. */
#define GUATU_ICALENDAR_LINE "X-GUATU-LINE"

/* The text with the lines marked so; free it. What begins must end, in order and at most 16 levels deep; 200,000
 * lines, of at most 64 KiB each after unfolding. %NULL with @error if not. */
char *guatu_icalendar_scan (const char  *text,
                            gsize        length,
                            GError     **error);

G_END_DECLS
