/* guatu-import-work.h — reads a file of another program, and makes a plan of it or puts it into one, in threads of
 * their own. */
#pragma once

#include <gio/gio.h>

#include "guatu-csv-look.h"
#include "guatu-import.h"
#include "guatu-schedule.h"

G_BEGIN_DECLS

/* How far it is; the thread writes, the window reads. */
typedef enum
{
  GUATU_IMPORT_READING,
  GUATU_IMPORT_SCHEDULING,
  GUATU_IMPORT_WRITING,
  GUATU_IMPORT_SAVING,          /* it cannot be stopped any more */
} GuatuImportStage;

typedef struct
{
  int stage;
  int share;                    /* 0 to 1000, of reading and of writing */
} GuatuImportMeter;

GuatuImportMeter *guatu_import_meter_new   (void);
GuatuImportMeter *guatu_import_meter_ref   (GuatuImportMeter *self);
void              guatu_import_meter_unref (GuatuImportMeter *self);
GuatuImportStage  guatu_import_meter_get   (GuatuImportMeter *self,
                                            double           *share);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuImportMeter, guatu_import_meter_unref)

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

/* Threads only read it. */
GuatuImported *guatu_imported_ref      (GuatuImported *self);
void           guatu_imported_unref    (GuatuImported *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuImported, guatu_imported_unref)

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
                                        GuatuImportMeter      *meter,
                                        GCancellable          *cancellable,
                                        GAsyncReadyCallback    callback,
                                        gpointer               data);

/* %NULL only where it was cancelled, at once: a file that cannot be read has an error in what is answered. */
GuatuImported *guatu_import_work_read_finish (GAsyncResult    *result,
                                        GError               **error);

/* Makes the file @path, which must not exist, of what @source held. G_IO_ERROR_CANCELLED: there is no file. */
void           guatu_import_work_make  (const char            *path,
                                        const char            *source,
                                        GuatuImported         *imported,
                                        GuatuImportMeter      *meter,
                                        GCancellable          *cancellable,
                                        GAsyncReadyCallback    callback,
                                        gpointer               data);
gboolean       guatu_import_work_make_finish (GAsyncResult    *result,
                                        GError               **error);

/* Puts it into @document below @task, in one step. Stopped too late it is there all the same: then it is no error. */
void           guatu_import_work_add   (GuatuDocument         *document,
                                        gint64                 task,
                                        const char            *source,
                                        GuatuImported         *imported,
                                        GuatuImportMeter      *meter,
                                        GCancellable          *cancellable,
                                        GAsyncReadyCallback    callback,
                                        gpointer               data);
gboolean       guatu_import_work_add_finish (GAsyncResult     *result,
                                        GError               **error);

G_END_DECLS
