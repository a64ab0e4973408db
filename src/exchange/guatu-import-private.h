/* guatu-import-private.h — the readers of other programs' plans, one for each kind of file. */
#pragma once

#include "guatu-import.h"
#include "guatu-xml-private.h"

G_BEGIN_DECLS

/* Each reads the document that @xml stands at the root of into a fresh plan, ready for
 * guatu_document_create(). What is not carried over goes into @notes. */

/* Microsoft Project's XML; guatu-mspdi-read.c. */
GuatuPlan *guatu_mspdi_read (GuatuXml                 *xml,
                             const GuatuImportOptions *options,
                             GuatuNotes               *notes,
                             GError                  **error);

/* Told of the row of a link that closes a cycle, while it is still there; @names: the tasks of the cycle. */
typedef void (*GuatuCycleFunc) (gint32      link,
                                const char *names,
                                gpointer    data);

/* Removes links that close a cycle. %FALSE if there are hopelessly many. The plan must be settled. */
gboolean   guatu_import_break_cycles (GuatuPlan      *plan,
                                      GuatuCycleFunc  tell,
                                      gpointer        data,
                                      GError        **error);

/* GNOME Planner, which was called MrProject; guatu-planner-read.c. */
GuatuPlan *guatu_planner_read (GuatuXml                 *xml,
                               const GuatuImportOptions *options,
                               GuatuNotes               *notes,
                               GError                  **error);

/* GanttProject; guatu-gan-read.c. */
GuatuPlan *guatu_gan_read   (GuatuXml                 *xml,
                             const GuatuImportOptions *options,
                             GuatuNotes               *notes,
                             GError                  **error);

G_END_DECLS
