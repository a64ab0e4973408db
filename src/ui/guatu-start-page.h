/* guatu-start-page.h — what a window shows while it has no plan: ways to one. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GUATU_TYPE_START_PAGE (guatu_start_page_get_type ())

/* Knows no document: its buttons and rows activate win.new, win.open, win.open-recent and win.open-sample. */
G_DECLARE_FINAL_TYPE (GuatuStartPage, guatu_start_page, GUATU, START_PAGE, GtkWidget)

GtkWidget *guatu_start_page_new (void);

G_END_DECLS
