/* guatu-csv-look.h — what a CSV file looks like before it is read: its encoding, its separator, its columns. */
#pragma once

#include "guatu-csv.h"

G_BEGIN_DECLS

/* What a column can be: fields from 0 to guatu_csv_n_fields() - 1, or one of these. */
#define GUATU_CSV_LEFT_OUT       (-1)
#define GUATU_CSV_PROJECT_COLUMN (-2)   /* names the projects that the tasks stand under */
#define GUATU_CSV_CUSTOM_COLUMN  (-3)   /* becomes a field of the plan's own, called as its header says */

guint         guatu_csv_n_fields          (void);

/* "Duration", "工期": the header that our own files give the column; else in the reader's language. */
const char   *guatu_csv_field_label       (int                       field,
                                           gboolean                  chinese);

typedef struct _GuatuCsvLook GuatuCsvLook;

/* @options: its encoding, separator and fields as they are to be, or left to be found out. %NULL with @error for what
 * is no text. */
GuatuCsvLook *guatu_csv_look_new          (const char               *path,
                                           const GuatuImportOptions *options,
                                           GError                  **error);
void          guatu_csv_look_free         (GuatuCsvLook             *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuCsvLook, guatu_csv_look_free)

/* One of guatu_csv_encodings(). */
const char   *guatu_csv_look_encoding     (const GuatuCsvLook       *self);
char          guatu_csv_look_separator    (const GuatuCsvLook       *self);

/* Columns, with their headers and the first cell below that is not empty; "" where there is none. */
guint         guatu_csv_look_n_columns    (const GuatuCsvLook       *self);
const char   *guatu_csv_look_header       (const GuatuCsvLook       *self,
                                           guint                     column);
const char   *guatu_csv_look_example      (const GuatuCsvLook       *self,
                                           guint                     column);

/* What each column is taken for, as for GuatuImportOptions. Lives as long as the look. */
const int    *guatu_csv_look_fields       (const GuatuCsvLook       *self);

G_END_DECLS
