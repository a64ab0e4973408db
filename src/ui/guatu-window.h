/* guatu-window.h — one plan in its window, or the page from which one is opened. */
#pragma once

#include "guatu-application.h"
#include "guatu-document.h"

G_BEGIN_DECLS

#define GUATU_TYPE_WINDOW (guatu_window_get_type ())

G_DECLARE_FINAL_TYPE (GuatuWindow, guatu_window, GUATU, WINDOW, AdwApplicationWindow)

GuatuWindow   *guatu_window_new          (GuatuApplication *application);

/* %NULL while it shows the start page. */
GuatuDocument *guatu_window_get_document (GuatuWindow      *self);

/* Opens the plan; what is wrong with the file is said in the window. */
void           guatu_window_open         (GuatuWindow      *self,
                                          GFile            *file);

/* Shows a plan that is open already; %NULL: the start page. */
void           guatu_window_set_document (GuatuWindow      *self,
                                          GuatuDocument    *document);

G_END_DECLS
