/* guatu-task-drop.h — where rows that are dragged would go, and their going there. */
#pragma once

#include "guatu-battle-view.h"

G_BEGIN_DECLS

/* A place among the rows. */
typedef struct
{
  gint64   parent;        /* ids, as in guatu_document_move_task() */
  gint64   before;
  gboolean changes_category;
  gint64   category;      /* that the tasks come into; 0: they stand in none any more */
  gboolean into;          /* below the row @row, behind what lies there; else in the gap above it */
  guint    row;
  guint    level;         /* among the rows of its group */
} GuatuTaskDrop;

/**
 * guatu_task_drop_find:
 * @tasks: what is dragged, in the order of the outline, none below another
 * @y: where the pointer is, counted in rows; between two it has a fraction
 * @level: how deep the tasks are wanted to stand; they come as near to it as the rows around allow
 *
 * The middle of a row takes the tasks in as its subtasks; above and below it they go between rows. In rows grouped by
 * category they come into the category of the group that they are dropped in; in other groups that are no part of the
 * outline a place says nothing, so they stay in theirs.
 *
 * Returns: %FALSE with @error for people where the tasks cannot go there
 */
gboolean guatu_task_drop_find (GuatuBattleView     *view,
                               const gint64        *tasks,
                               guint                n,
                               double               y,
                               int                  level,
                               GuatuTaskDrop       *drop,
                               GError             **error);

/* Puts them there, in one step. */
gboolean guatu_task_drop_do   (GuatuBattleView     *view,
                               const gint64        *tasks,
                               guint                n,
                               const GuatuTaskDrop *drop,
                               GError             **error);

G_END_DECLS
