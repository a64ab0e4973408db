/* guatu-file-dialog.h — asks for a file, to open or to save. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One file of GTK's file chooser, which is deprecated in 4.10: its successor takes the same arguments. Whoever
 * dismisses a dialog ends it with G_IO_ERROR_CANCELLED; so does @cancellable. */
void   guatu_file_dialog_open_async  (GtkWindow           *parent,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             data);
/* The same for other files: @name says what they are, @endings, ended by %NULL, what their names end in. Finished like
 * the one above. */
void   guatu_file_dialog_choose_async (GtkWindow         *parent,
                                     const char          *title,
                                     const char          *name,
                                     const char * const  *endings,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             data);
GFile *guatu_file_dialog_open_finish (GAsyncResult        *result,
                                      GError             **error);

/* A kind of file that can be written. */
typedef struct
{
  const char *ending;           /* "pdf" */
  const char *label;            /* translated */
} GuatuFileKind;

/* Asks for name and place of a file of one of @kinds, which outlive the dialog. The kind is chosen in a list, but a
 * name that ends as one of them does says more. @switch_label: something to be switched on;
 * guatu_file_dialog_get_switch(). */
void   guatu_file_dialog_export_async (GtkWindow          *parent,
                                      GFile               *folder,
                                      const char          *name,
                                      const GuatuFileKind *kinds,
                                      guint                n_kinds,
                                      const char          *switch_label,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             data);

/* Of an answer to the latter: whether it was switched on. */
gboolean guatu_file_dialog_get_switch (GAsyncResult       *result);

/* Asks for name and place; @folder (nullable) and @name are proposed. @ending, "guatu" or "pdf", is what the name ends
 * in whatever the reader types, and outlives the dialog. */
void   guatu_file_dialog_save_async  (GtkWindow           *parent,
                                      const char          *title,
                                      const char          *accept_label,
                                      GFile               *folder,
                                      const char          *name,
                                      const char          *ending,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             data);

/* The file, its name ending as was asked for. @replace takes whether there is one of that name, and the reader said
 * that it may go. */
GFile *guatu_file_dialog_save_finish (GAsyncResult        *result,
                                      gboolean            *replace,
                                      GError             **error);

G_END_DECLS
