/* guatu-drag-set.c — moves the bars of a selection together, or one alone. */
#include "guatu-drag-set.h"

struct _GuatuDragSet
{
  GuatuDocument *document;      /* owned */
  GArray        *drags;         /* of GuatuDrag, the lead's first */
  GArray        *changes;       /* of GuatuDragChange, one for each */
  GArray        *tasks;         /* of gint64, one for each */
  guint          n_staying;
};

static const GuatuDrag *
drag_at (GuatuDragSet *self,
         guint         i)
{
  return &g_array_index (self->drags, GuatuDrag, i);
}

static GuatuDragChange *
change_at (GuatuDragSet *self,
           guint         i)
{
  return &g_array_index (self->changes, GuatuDragChange, i);
}

static void
add (GuatuDragSet    *self,
     const GuatuDrag *drag)
{
  GuatuDragChange none = { .start = drag->start, .finish = drag->finish };

  g_array_append_val (self->drags, *drag);
  g_array_append_val (self->changes, none);
  g_array_append_val (self->tasks, drag->task);
}

/* The subtasks of a summary are selected by themselves, or stay. */
static gboolean
is_summary (GuatuDocument *document,
            gint64         task)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_TASK, task);

  return row < 0 || guatu_plan_is_summary (plan, row);
}

GuatuDragSet *
guatu_drag_set_new (GuatuDocument  *document,
                    gint64          lead,
                    const gint64   *others,
                    guint           n_others,
                    GuatuDragKind   kind,
                    GError        **error)
{
  GuatuDragSet *self;
  GuatuDrag drag;

  if (!guatu_drag_grab (&drag, document, lead, kind, error))
    return NULL;

  self = g_new0 (GuatuDragSet, 1);
  self->document = g_object_ref (document);
  self->drags = g_array_new (FALSE, FALSE, sizeof (GuatuDrag));
  self->changes = g_array_new (FALSE, FALSE, sizeof (GuatuDragChange));
  self->tasks = g_array_new (FALSE, FALSE, sizeof (gint64));
  add (self, &drag);
  for (guint i = 0; i < n_others; i++)
    {
      if (others[i] == lead || is_summary (document, others[i]))
        continue;
      if (guatu_drag_grab (&drag, document, others[i], kind, NULL))
        add (self, &drag);
      else
        self->n_staying++;
    }

  return self;
}

void
guatu_drag_set_free (GuatuDragSet *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->document);
  g_array_unref (self->drags);
  g_array_unref (self->changes);
  g_array_unref (self->tasks);
  g_free (self);
}

const gint64 *
guatu_drag_set_get_tasks (GuatuDragSet *self,
                          guint        *n)
{
  *n = self->tasks->len;

  return (const gint64 *) (const void *) self->tasks->data;
}

guint
guatu_drag_set_n_staying (GuatuDragSet *self)
{
  return self->n_staying;
}

/* Previewing ------------------------------------------------------------------------------------- */

static GuatuInstant
place_of (const GuatuDrag       *drag,
          const GuatuDragChange *change)
{
  return drag->kind == GUATU_DRAG_RESIZE ? change->finish : change->start;
}

/* How many working days the lead has gone. */
static gint64
days_gone (GuatuDragSet *self)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->document);
  const GuatuDrag *lead = drag_at (self, 0);
  GuatuInstant from = lead->kind == GUATU_DRAG_RESIZE ? lead->finish - 1 : lead->start;
  GuatuInstant to = place_of (lead, change_at (self, 0)) - (lead->kind == GUATU_DRAG_RESIZE ? 1 : 0);
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_TASK, lead->task);
  const GuatuWorktime *worktime = row >= 0 ? guatu_plan_task_worktime (plan, row) : NULL;

  if (worktime == NULL || from == to)
    return 0;

  return to > from ? guatu_worktime_days (worktime, from, to) - 1 : 1 - guatu_worktime_days (worktime, to, from);
}

gboolean
guatu_drag_set_preview (GuatuDragSet *self,
                        gint64        delta,
                        GuatuSnap     snap)
{
  GuatuInstant before = place_of (drag_at (self, 0), change_at (self, 0));
  gint64 days;

  guatu_drag_preview (drag_at (self, 0), self->document, delta, snap, change_at (self, 0));
  if (place_of (drag_at (self, 0), change_at (self, 0)) == before)
    return FALSE;

  days = days_gone (self);
  for (guint i = 1; i < self->drags->len; i++)
    guatu_drag_shift (drag_at (self, i), self->document, days, change_at (self, i));

  return TRUE;
}

gboolean
guatu_drag_set_step (GuatuDragSet *self,
                     int           direction)
{
  for (guint i = 0; i < self->drags->len; i++)
    guatu_drag_step (drag_at (self, i), self->document, direction, change_at (self, i));

  return change_at (self, 0)->n > 0;
}

static GuatuSchedule *
schedule_of (GuatuDragSet *self)
{
  g_autofree GuatuTaskSettings *tasks = g_new (GuatuTaskSettings, self->drags->len);
  guint n = 0;

  for (guint i = 0; i < self->drags->len; i++)
    {
      const GuatuDragChange *change = change_at (self, i);

      if (change->n > 0)
        tasks[n++] = (GuatuTaskSettings) { drag_at (self, i)->task, change->settings, change->n };
    }

  return guatu_document_what_if (self->document, tasks, n, NULL);
}

/* Where a start is pulled further back than links let it go. */
static gboolean
hold_starts (GuatuDragSet        *self,
             const GuatuSchedule *foreseen)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->document);
  gboolean held = FALSE;

  for (guint i = 0; i < self->drags->len; i++)
    {
      const GuatuDrag *drag = drag_at (self, i);
      GuatuDragChange *change = change_at (self, i);
      gint32 row = guatu_plan_find (plan, GUATU_TABLE_TASK, drag->task);

      if (drag->kind != GUATU_DRAG_START || change->n == 0 || row < 0 || foreseen->start[row] <= change->start
          || foreseen->start[row] >= drag->start)
        continue;
      guatu_drag_hold_at (drag, self->document, foreseen->start[row], change);
      held = TRUE;
    }

  return held;
}

GuatuSchedule *
guatu_drag_set_foresee (GuatuDragSet *self)
{
  g_autoptr(GuatuSchedule) schedule = schedule_of (self);

  if (schedule == NULL || !hold_starts (self, schedule))
    return g_steal_pointer (&schedule);

  return schedule_of (self);
}

/* Carrying out ----------------------------------------------------------------------------------- */

/* What others hold where it is gets no constraint that would lie in wait. */
static void
leave_out (GuatuDragSet        *self,
           const GuatuSchedule *foreseen)
{
  for (guint i = 1; i < self->drags->len; i++)
    if (!guatu_drag_check_moves (drag_at (self, i), self->document, change_at (self, i), foreseen, NULL))
      change_at (self, i)->n = 0;
}

static gboolean
set_all (GuatuDragSet  *self,
         const char    *kind,
         GError       **error)
{
  g_autofree GuatuTaskSettings *tasks = g_new (GuatuTaskSettings, self->drags->len);

  for (guint i = 0; i < self->drags->len; i++)
    tasks[i] = (GuatuTaskSettings) { drag_at (self, i)->task, change_at (self, i)->settings, change_at (self, i)->n };

  return guatu_document_set_tasks (self->document, kind, tasks, self->drags->len, error);
}

gboolean
guatu_drag_set_commit (GuatuDragSet  *self,
                       GError       **error)
{
  g_autoptr(GuatuSchedule) foreseen = NULL;
  const char *kind = drag_at (self, 0)->kind == GUATU_DRAG_MOVE ? "tasks-shift" : "tasks-change";

  if (change_at (self, 0)->n == 0)
    return TRUE;
  foreseen = guatu_drag_set_foresee (self);
  if (foreseen != NULL)
    {
      if (!guatu_drag_check_moves (drag_at (self, 0), self->document, change_at (self, 0), foreseen, error))
        return FALSE;
      leave_out (self, foreseen);
    }

  return set_all (self, kind, error);
}
