/* guatu-window-private.h — what the files of the window share. */
#pragma once

#include "guatu-backup-keeper.h"
#include "guatu-banner.h"
#include "guatu-desk.h"
#include "guatu-file-watch.h"
#include "guatu-window.h"

G_BEGIN_DECLS

struct _GuatuWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  GtkWidget       *header;
  AdwWindowTitle  *title;
  AdwToastOverlay *toasts;
  GuatuBanner     *notice;            /* why the plan can only be read */
  GuatuBanner     *trouble;           /* what went wrong; the reader closes it */
  GtkStack        *pages;
  GtkWidget       *start_page;
  GtkWidget       *undo;
  GtkWidget       *redo;
  GtkWidget       *export;
  GtkWidget       *print;
  GtkWidget       *details;
  GtkWidget       *views;

  /* Owned references */
  GuatuDocument   *document;
  GSignalGroup    *document_signals;
  GuatuFileWatch  *watch;
  GuatuBackupKeeper *backups;         /* of a plan that can be written */
  GCancellable    *cancellable;       /* ends what is asked when the window goes */
  GSettings       *settings;          /* %NULL where they are not installed */

  AdwToast        *word;              /* the last one said, while it is in sight; weak */
  GtkWidget       *focused;           /* what of the plan had the focus last; weak */
  guint            returning;         /* the idle in which it has it again; 0: none */
  gboolean         behind;            /* the trouble is that what others wrote could not be read */
  gboolean         lost;              /* the file is no more where it was */
  gboolean         unsaved;           /* the trouble is that the last edit could not be saved */
  GtkWindow       *stepping;          /* shown while a long undo or redo is under way; weak */
  guint            steps_left;        /* of undo, that come after it */
  GCancellable    *exporting;         /* of the chart that is being drawn; %NULL: none is */
  AdwToast        *export_toast;      /* with its way out, where it takes long; borrowed, as long as it is shown */
  guint            export_timer;      /* until it is shown; 0: it was, or need not be */
};

/* A word at the foot of the window that goes by itself; @text may be long. */
void guatu_window_say         (GuatuWindow     *self,
                               const char      *text);

/* The same of something that was done in so many steps of undo, with a button that takes them back. */
void guatu_window_offer_undo  (GuatuWindow     *self,
                               const char      *text,
                               guint            steps);

/* What must not be overlooked. */
void guatu_window_complain    (GuatuWindow     *self,
                               const char      *text);

/* Shows the plan here if the window has none, else in one of its own; it is a recent file from now on. Which window. */
GuatuWindow *guatu_window_take (GuatuWindow    *self,
                                GuatuDocument  *document);

/* What shows the plan; %NULL on the start page. */
GuatuDesk *guatu_window_get_desk (GuatuWindow *self);

/* Tells the actions whether they can be had. */
void guatu_window_update_actions (GuatuWindow  *self);

/* Where the next file is likely to go: beside the plan that is shown; %NULL if there is no such folder. Unref it. */
GFile *guatu_window_likely_folder (GuatuWindow *self);

/* guatu-window-history.c: undo, redo, and going back further. */
void guatu_window_history_class  (GuatuWindowClass *class);
void guatu_window_update_history (GuatuWindow     *self);

/* guatu-window-panes.c: moves the focus. */
void guatu_window_panes_class (GuatuWindowClass *class);
void guatu_window_panes_init  (GuatuWindow      *self);
void guatu_window_panes_dispose (GuatuWindow    *self);

/* guatu-window-read-only.c: says why keys do nothing. */
void guatu_window_read_only_init (GuatuWindow  *self);

/* guatu-window-paper.c: the plan as a chart on paper. */
void guatu_window_paper_class (GuatuWindowClass *class);

/* Writes what the file's ending says: a chart of what the battle map shows, or the plan for another program.
 * @replace: the reader said that a file of this name may go. Where it takes long
 * there is a toast to cancel it; that with which it ends has a button that shows the file. */
void guatu_window_export      (GuatuWindow     *self,
                               GFile           *file,
                               gboolean         replace);

/* The same, in a calendar with all tasks if @tasks. */
void guatu_window_export_with (GuatuWindow    *self,
                               GFile           *file,
                               gboolean         replace,
                               gboolean         tasks);

/* guatu-window-import.c: files of other programs. */
void guatu_window_import_class (GuatuWindowClass *class);
void guatu_window_import      (GuatuWindow     *self,
                               GFile           *file);

/* Why no plan can be made there, or %NULL. Free it. */
char    *guatu_window_why_not  (GuatuWindow    *self,
                                const char     *path,
                                gboolean        replace);

/* Makes sure that a new plan can be made there; what is open is never replaced. */
gboolean guatu_window_make_way (GuatuWindow    *self,
                               const char      *path,
                               gboolean         replace);

/* The sheet for a printer, on A3 unless the reader chooses another paper. Unref it. */
GtkPrintOperation *guatu_window_print_operation (GuatuWindow *self);

/* guatu-window-tools.c: windows beside this one. */
void guatu_window_tools_class (GuatuWindowClass *class);
void guatu_window_tools_init  (GuatuWindow      *self);
void guatu_window_tools_take_document (GuatuWindow *self);

/* guatu-window-everyday.c: shifts the plan, makes plans of templates and templates of plans. */
void guatu_window_everyday_class (GuatuWindowClass *class);

/* guatu-window-files.c: makes a plan of the template @name in @file; @replace as in guatu_window_make(). */
void guatu_window_make_from   (GuatuWindow     *self,
                               GFile           *file,
                               gboolean         replace,
                               const char      *name,
                               GuatuInstant     day,
                               gboolean         finish);

/* guatu-window-files.c: installs the actions that make, open and copy files. */
void guatu_window_files_class (GuatuWindowClass *class);
void guatu_window_files_init  (GuatuWindow      *self);

G_END_DECLS
