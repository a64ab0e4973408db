/* guatu-task-clipboard.h — tasks on the clipboard: in a form of our own, and as text for spreadsheets. */
#pragma once

#include <gdk/gdk.h>

#include "guatu-chart-view.h"
#include "guatu-document.h"

G_BEGIN_DECLS

/* A fragment (guatu-fragment.h) in the JSON form of a plan. */
#define GUATU_TASKS_MIME_TYPE "application/x-guatu-tasks"

/* What is read off a clipboard at most. */
#define GUATU_CLIPBOARD_MAX_BYTES (64 * 1024 * 1024)

/**
 * guatu_task_clipboard_content:
 * @chart: what the plan is shown as; its rows do not matter
 * @columns: the columns that the text has, in their order
 * @progress: whether what has been done comes along: it does with what is cut, and comes back where that is pasted;
 *   a copy is a new task
 *
 * Returns: (transfer full): both forms of the tasks and of what lies below them
 */
GdkContentProvider *guatu_task_clipboard_content  (GuatuDocument          *document,
                                                   const GuatuChartView   *chart,
                                                   const gint64           *tasks,
                                                   guint                   n,
                                                   const GuatuColumnKind  *columns,
                                                   guint                   n_columns,
                                                   gboolean                progress);

/* The text alone: a row of headings, then a row for each task, whose name is indented by what it lies below. Dates are
 * written as spreadsheets know them in every country. Free it. */
char               *guatu_task_clipboard_text     (GuatuDocument          *document,
                                                   const GuatuChartView   *chart,
                                                   const gint64           *tasks,
                                                   guint                   n,
                                                   const GuatuColumnKind  *columns,
                                                   guint                   n_columns);

/* Whether a clipboard with these contents has anything to paste. */
gboolean            guatu_task_clipboard_can_read (GdkContentFormats      *formats);

/* Reads what can be pasted, our own form before text; larger contents than we read are an error. */
void                guatu_task_clipboard_read     (GdkClipboard           *clipboard,
                                                   GCancellable           *cancellable,
                                                   GAsyncReadyCallback     done,
                                                   gpointer                data);
GBytes             *guatu_task_clipboard_read_finish (GAsyncResult        *result,
                                                   gboolean               *own,
                                                   GError                **error);

/**
 * guatu_task_clipboard_paste:
 * @own: whether @bytes are of our own form; else they are text (guatu_csv_read_pasted())
 * @parent, @before: where the tasks go, as in guatu_document_move_task()
 * @made: takes the ids of the new tasks, in the order of the outline
 * @remark: (out) (optional): what was left out, or %NULL; free it
 *
 * All of it in one step, or nothing. What text says to be done is reported as of the status date, or of @today.
 */
gboolean            guatu_task_clipboard_paste    (GuatuDocument          *document,
                                                   GBytes                 *bytes,
                                                   gboolean                own,
                                                   gint64                  parent,
                                                   gint64                  before,
                                                   GuatuInstant            today,
                                                   GArray                 *made,
                                                   char                  **remark,
                                                   GError                **error);

/* What of the tasks that were copied from another plan, by this program, cannot be pasted into @into; %NULL: nothing,
 * or they are of the same plan. Free it. */
char               *guatu_task_clipboard_left_out (GdkClipboard            *clipboard,
                                                   GuatuDocument          *into);

G_END_DECLS
