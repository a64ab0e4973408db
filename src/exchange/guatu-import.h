/* guatu-import.h — plans of other programs, whatever kind of file they are in. */
#pragma once

#include "guatu-csv.h"

G_BEGIN_DECLS

/**
 * guatu_import_read:
 * @notes: takes what was not carried over or cannot be reproduced, with its place in the file
 *
 * Reads a file of another program into a fresh plan that nothing else holds, ready for
 * guatu_document_create(). What it holds is found out from its content: Microsoft Project's XML (MSPDI), a
 * GanttProject or a GNOME Planner file, else a task list in CSV. Limits: 256 MiB; of the latter two also
 * 1,000,000 tasks and the 256 levels of XML.
 *
 * Returns: the plan, or %NULL with @error naming the trouble
 */
GuatuPlan *guatu_import_read     (const char               *path,
                                  const GuatuImportOptions *options,
                                  GuatuNotes               *notes,
                                  GError                  **error);

/* The same for files of every kind that the program knows by its ending, plans in JSON too (@language chooses among
 * their texts, the options do not matter), with the shipped calendars that tasks can be given. An ending that nobody
 * knows is an error. */
GuatuPlan *guatu_import_read_file (const char               *path,
                                   const GuatuImportOptions *options,
                                   const char               *language,
                                   GuatuNotes               *notes,
                                   GError                  **error);

/* Whether its ending is one of those. */
gboolean   guatu_import_can_read  (const char               *path);

/* Whether it is taken for a task list in CSV. */
gboolean   guatu_import_is_csv    (const char               *path);

/* What a journal keeps of where a plan came from and of what was lost on the way: arguments for
 * guatu_document_create(). Free it. */
char      *guatu_import_arguments (const char               *source,
                                   const GuatuNotes         *notes);

/* The same for XML that is in memory already. */
GuatuPlan *guatu_import_read_xml (const char               *bytes,
                                  gsize                     length,
                                  const GuatuImportOptions *options,
                                  GuatuNotes               *notes,
                                  GError                  **error);

G_END_DECLS
