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

/* The same for XML that is in memory already. */
GuatuPlan *guatu_import_read_xml (const char               *bytes,
                                  gsize                     length,
                                  const GuatuImportOptions *options,
                                  GuatuNotes               *notes,
                                  GError                  **error);

G_END_DECLS
