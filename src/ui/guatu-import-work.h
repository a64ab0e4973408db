/* guatu-import-work.h — reads a file of another program, and makes a plan of it, in threads of their own. */
#pragma once

#include <gio/gio.h>

#include "guatu-csv-look.h"
#include "guatu-import.h"
#include "guatu-schedule.h"

G_BEGIN_DECLS

/* What a file of another program holds. */
typedef struct
{
  GuatuCsvLook  *look;          /* of a task list in CSV; else %NULL */
  GuatuPlan     *plan;          /* %NULL: it cannot be read */
  GuatuSchedule *schedule;
  GuatuNotes    *notes;         /* what is not carried over or not reproduced */
  GError        *error;         /* why there is no plan */
  guint          n_recorded;    /* tasks whose dates the file recorded, */
  guint          n_different;   /* and those of them that are scheduled to others */
} GuatuImported;

void           guatu_imported_free     (GuatuImported *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuImported, guatu_imported_free)

/* Whether the task is scheduled to another minute than the file recorded. */
gboolean       guatu_imported_differs  (const GuatuImported *self,
                                        gint32               task);

/* How text files are to be read; empty fields: found out. */
typedef struct
{
  const char *encoding;
  char        separator;
  const int  *fields;
  guint       n_fields;
} GuatuImportSaid;

void           guatu_import_work_read  (const char            *path,
                                        const GuatuImportSaid *said,
                                        GCancellable          *cancellable,
                                        GAsyncReadyCallback    callback,
                                        gpointer               data);

/* %NULL only where it was cancelled: a file that cannot be read has an error in what is answered. */
GuatuImported *guatu_import_work_read_finish (GAsyncResult    *result,
                                        GError               **error);

/* Makes the file @path, which must not exist, of a plan that lives until it is done. */
void           guatu_import_work_make  (const char            *path,
                                        const char            *source,
                                        const GuatuImported   *imported,
                                        GCancellable          *cancellable,
                                        GAsyncReadyCallback    callback,
                                        gpointer               data);
gboolean       guatu_import_work_make_finish (GAsyncResult    *result,
                                        GError               **error);

G_END_DECLS
