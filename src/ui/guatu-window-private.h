/* guatu-window-private.h — what the files of the window share. */
#pragma once

#include "guatu-banner.h"
#include "guatu-file-watch.h"
#include "guatu-window.h"

G_BEGIN_DECLS

struct _GuatuWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  AdwWindowTitle  *title;
  AdwToastOverlay *toasts;
  GuatuBanner     *notice;            /* why the plan can only be read */
  GuatuBanner     *trouble;           /* what went wrong; the reader closes it */
  GtkStack        *pages;
  GtkWidget       *start_page;
  GtkWidget       *undo;
  GtkWidget       *redo;

  /* Owned references */
  GuatuDocument   *document;
  GSignalGroup    *document_signals;
  GuatuFileWatch  *watch;
  GCancellable    *cancellable;       /* ends what is asked when the window goes */
  GSettings       *settings;          /* %NULL where they are not installed */

  gboolean         behind;            /* the trouble is that what others wrote could not be read */
};

/* A word at the foot of the window that goes by itself; @text may be long. */
void guatu_window_say         (GuatuWindow     *self,
                               const char      *text);

/* What must not be overlooked. */
void guatu_window_complain    (GuatuWindow     *self,
                               const char      *text);

/* Shows the plan here if the window has none, else in one of its own; it is a recent file from now on. Which window. */
GuatuWindow *guatu_window_take (GuatuWindow    *self,
                                GuatuDocument  *document);

/* guatu-window-files.c: installs the actions that make, open and copy files. */
void guatu_window_files_class (GuatuWindowClass *class);
void guatu_window_files_init  (GuatuWindow      *self);

G_END_DECLS
