/* guatu-import-dialog-private.h — the parts of the assistant that imports a file, shared by its files. */
#pragma once

#include "guatu-import-dialog.h"
#include "guatu-import-work.h"

G_BEGIN_DECLS

/* What runs. */
typedef enum
{
  GUATU_IMPORT_RUN_NOTHING,
  GUATU_IMPORT_RUN_READING,
  GUATU_IMPORT_RUN_MAKING,
  GUATU_IMPORT_RUN_ADDING,
} GuatuImportRun;

struct _GuatuImportDialog
{
  AdwWindow         parent_instance;

  GtkWidget        *page;
  GtkWidget        *body;             /* what was found; made anew with each reading */
  GtkWidget        *choices;          /* encoding, separator, columns; empty where the file is no text */
  GtkWidget        *place;            /* below the task that is chosen, or at the end; %NULL: there is no choice */
  GtkWidget        *summary;
  GtkWidget        *bar;
  GtkWidget        *stop;
  GtkWidget        *add;
  GtkWidget        *make;

  /* Owned */
  char             *path;
  GuatuDocument    *document;
  gint64            task;
  GuatuImported    *imported;
  GuatuImportRun    running;
  GCancellable     *cancellable;      /* of what runs */
  GuatuImportMeter *meter;            /* of what runs */
  guint             timer;
  char             *making;           /* the file that is made, */
  char             *made;             /* under this name until it is whole */
  gboolean          replace;

  /* What the reader said */
  const char       *encoding;
  char              separator;
  GArray           *fields;           /* of int; %NULL: found out */
  gboolean          closed;           /* it is on no screen any more */
  gboolean          showing;          /* the controls are filled: nobody says anything */
};

/* Shows what was found in the file. */
void guatu_import_dialog_show_found   (GuatuImportDialog *self);

/* What runs (guatu-import-dialog-run.c). Reading begins anew with what the reader said; the tasks are put into the
 * plan; whatever runs is stopped, because somebody asks for it or because nobody waits any more. */
void guatu_import_dialog_read         (GuatuImportDialog *self);
void guatu_import_dialog_add          (GuatuImportDialog *self);
void guatu_import_dialog_stop_asked   (GuatuImportDialog *self);
void guatu_import_dialog_stop         (GuatuImportDialog *self);

/* What the reader can say (guatu-import-dialog-choices.c): how the file is read, and where the tasks go. */
void guatu_import_dialog_show_choices (GuatuImportDialog *self);
void guatu_import_dialog_add_place    (GuatuImportDialog *self);

G_END_DECLS
