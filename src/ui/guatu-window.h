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

/* The window that shows the plan of this file; %NULL if none does. */
GuatuWindow   *guatu_window_find         (GtkApplication   *application,
                                          const char       *path);

/* Opens the plan: here, if this window has none yet, else in a window of its own; one that is open already is shown.
 * What is wrong with the file is said here. */
void           guatu_window_open         (GuatuWindow      *self,
                                          GFile            *file);

/* Several files (GFile) in their order. */
void           guatu_window_open_all     (GuatuWindow      *self,
                                          GSList           *files);

/* Makes a new plan in this file and opens it, as above. @replace: a file that is there goes to the trash. */
void           guatu_window_make         (GuatuWindow      *self,
                                          GFile            *file,
                                          gboolean          replace);

/* Copies the plan that is shown. */
void           guatu_window_copy         (GuatuWindow      *self,
                                          GFile            *file,
                                          gboolean          with_history,
                                          gboolean          replace);

/* Shows a plan that is open already; %NULL: the start page. */
void           guatu_window_set_document (GuatuWindow      *self,
                                          GuatuDocument    *document);

G_END_DECLS
