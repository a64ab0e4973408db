/* guatu-recent.h — the plans that were opened last. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GUATU_MIME_TYPE "application/x-guatu"

void       guatu_recent_add  (const char *path);

/* Up to @max of those that are still there, the latest first: GtkRecentInfo. Unref it. */
GPtrArray *guatu_recent_list (guint       max);

G_END_DECLS
