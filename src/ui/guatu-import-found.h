/* guatu-import-found.h — what a file of another program would bring: its tasks, and what does not come. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-import-work.h"

G_BEGIN_DECLS

/* @imported must hold a plan. */
GtkWidget *guatu_import_found_new (GuatuImported *imported);

G_END_DECLS
