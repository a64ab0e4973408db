/* guatu-task-edit.h — what is typed into a cell of the table, and what the keyboard does to rows: each one verb. */
#pragma once

#include "guatu-chart-view.h"
#include "guatu-document.h"

G_BEGIN_DECLS

/* Whether there is anything to type in the column of the task. */
gboolean guatu_task_edit_can     (GuatuDocument   *document,
                                  gint64           task,
                                  GuatuColumnKind  column);

/* What stands in the cell when the edit begins: so that it reads back as the same. Free it. */
char    *guatu_task_edit_text    (GuatuDocument   *document,
                                  gint64           task,
                                  GuatuColumnKind  column);

/**
 * guatu_task_edit_commit:
 * @today: an instant of the day, by the clock
 *
 * Reads @text and carries it out. Empty text empties deadlines, starts and texts. A typed start is the earliest one:
 * the task starts no earlier. A percentage is a report of the status date, or of today where the plan has none.
 *
 * Returns: %FALSE with @error for people where the text is not understood or the plan does not allow it
 */
gboolean guatu_task_edit_commit  (GuatuDocument   *document,
                                  gint64           task,
                                  GuatuColumnKind  column,
                                  const char      *text,
                                  GuatuInstant     today,
                                  GError         **error);

/* A date as it is typed into this plan (guatu-typed-date.h). */
gboolean guatu_task_edit_read_date (GuatuDocument *document,
                                  const char      *text,
                                  gint64           daytime,
                                  GuatuInstant     today,
                                  GuatuInstant    *t);

/* A new task before @before, beside it, or, for 0, behind all others at the top level. */
gboolean guatu_task_edit_add     (GuatuDocument   *document,
                                  const char      *name,
                                  gint64           before,
                                  gint64          *id,
                                  GError         **error);

/* The same, and so many of its fields are set as well. */
#define GUATU_TASK_EDIT_MOST 8

gboolean guatu_task_edit_add_with (GuatuDocument  *document,
                                  const char      *name,
                                  const GuatuSetting *more,
                                  guint            n_more,
                                  gint64           before,
                                  gint64          *id,
                                  GError         **error);

/* Where a key moves a task. */
typedef enum
{
  GUATU_MOVE_IN,      /* below the task before it */
  GUATU_MOVE_OUT,     /* behind its parent, beside it */
  GUATU_MOVE_UP,      /* before the task before it */
  GUATU_MOVE_DOWN,
} GuatuMove;

/* Moves the tasks with what lies below them, in one step; those side by side as a block, which keeps its order. One
 * that the outline lets go no further stays while the others move. Nothing happens, and FALSE is returned without an
 * error, where all of them stay. */
gboolean guatu_task_edit_move    (GuatuDocument   *document,
                                  const gint64    *tasks,
                                  guint            n,
                                  GuatuMove        move,
                                  GError         **error);

/* The day that the clock shows. */
GuatuInstant guatu_today         (void);

G_END_DECLS
