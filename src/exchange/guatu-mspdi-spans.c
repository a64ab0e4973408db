/* guatu-mspdi-spans.c — how long tasks of Microsoft Project's XML took where what they are made of cannot tell. */
#include "guatu-mspdi-private.h"

/* Interruptions keep their working-time offset from the start. */
static void
add_splits (Mspdi *self, const GuatuSpans *spans, const MspdiTask *note, GuatuInstant start, GuatuInstant finish)
{
  gint64 end = -1;
  gint32 last = -1;

  for (guint i = 0; i < self->gaps->len; i++)
    {
      const MspdiGap *gap = &g_array_index (self->gaps, MspdiGap, i);
      gint64 offset, length;

      if (gap->task != note->uid || gap->from <= start || gap->to >= finish)
        continue;
      offset = guatu_spans_work (spans, note->row, start, gap->from);
      length = guatu_spans_work (spans, note->row, gap->from, gap->to);
      if (length <= 0 || offset < end)
        continue;
      if (offset == end)
        {
          const GuatuTaskSplit *rows = guatu_plan_rows (self->plan, GUATU_TABLE_TASK_SPLIT);

          guatu_mspdi_set (self, GUATU_TABLE_TASK_SPLIT, last, GUATU_TASK_SPLIT_LENGTH, rows[last].length + length);
        }
      else
        {
          last = guatu_mspdi_insert (self, GUATU_TABLE_TASK_SPLIT);
          guatu_plan_set (self->plan, GUATU_TABLE_TASK_SPLIT, last, GUATU_TASK_SPLIT_TASK,
                          GUATU_INTEGER (guatu_plan_id (self->plan, GUATU_TABLE_TASK, note->row)));
          guatu_mspdi_set (self, GUATU_TABLE_TASK_SPLIT, last, GUATU_TASK_SPLIT_OFFSET, offset);
          guatu_mspdi_set (self, GUATU_TABLE_TASK_SPLIT, last, GUATU_TASK_SPLIT_LENGTH, length);
        }
      end = offset + length;
    }
}

static int
compare_gaps (gconstpointer a, gconstpointer b)
{
  const MspdiGap *one = a, *other = b;

  if (one->task != other->task)
    return one->task < other->task ? -1 : 1;
  return (one->from > other->from) - (one->from < other->from);
}

/* Whether what the leaf is made of cannot tell its recorded finish from its recorded start (msproject §5, Splits): it
 * is interrupted, its work was spread by hand, or shares were rounded on the way. */
static gboolean
needs_span (const Mspdi *self, const GuatuSpans *spans, const GuatuSchedule *schedule, gint32 row, GuatuInstant start,
            GuatuInstant finish)
{
  const GuatuTask *task = guatu_plan_task (self->plan, row);
  gboolean started = guatu_plan_task_number (self->plan, row, GUATU_TASK_ACTUAL_START) != GUATU_NONE;
  GuatuInstant expected;

  if (guatu_plan_is_summary (self->plan, row) || task->mode == GUATU_MODE_MANUAL || !task->active ||
      task->duration <= 0 || task->duration_kind == GUATU_DURATION_ELAPSED || start == GUATU_NONE ||
      finish == GUATU_NONE || finish <= start ||
      guatu_plan_task_number (self->plan, row, GUATU_TASK_ACTUAL_FINISH) != GUATU_NONE)
    return FALSE;

  /* What binds it may have laid it from its finish, so that it is not as long as it would be from its start. What
   * takes no part is where the file has it in any case. */
  if (guatu_schedule_driver (schedule, row).kind != GUATU_DRIVER_INACTIVE && schedule->start[row] == start &&
      schedule->finish[row] == finish)
    return FALSE;

  /* Under way, the passes know where it goes on; the start is fixed, so the finish can be held against it. A file
   * that says another start than the actual one says nothing of the span. */
  if (started && start != schedule->start[row])
    return FALSE;
  expected = started ? schedule->finish[row] : guatu_spans_finish (spans, row, start);

  /* 17:00 and the next morning at 8:00 are as far from the start: links from finishes leave tasks at either. */
  return expected != finish &&
         guatu_spans_work (spans, row, start, expected) != guatu_spans_work (spans, row, start, finish);
}

/* The spans that are kept while it is found out which must be. */
typedef struct
{
  Mspdi        *self;
  GuatuSpans   *spans;
  GuatuOverlay *overlay;
  gint64       *kept;           /* by place in task_notes; 0: none */
} Keeper;

/* Where a task waits for another, how long the other takes must be known first: the tasks are looked at in this order,
 * and from the beginning whenever one got a span. */
typedef enum
{
  PHASE_IN_PLACE,               /* those that start where they should, */
  PHASE_UNDER_WAY,              /* those that started but may wait on their way, */
  PHASE_OTHERS,                 /* and those that would start elsewhere */
  N_PHASES
} Phase;

static Phase
phase_of (const GuatuPlan *plan, const GuatuSchedule *schedule, gint32 row, GuatuInstant start)
{
  if (schedule->start[row] != start)
    return PHASE_OTHERS;
  return guatu_plan_task_number (plan, row, GUATU_TASK_ACTUAL_START) != GUATU_NONE ? PHASE_UNDER_WAY : PHASE_IN_PLACE;
}

/* Whether any task got a span. */
static gboolean
keep_some (Keeper *keeper, Phase phase)
{
  Mspdi *self = keeper->self;
  g_autoptr(GuatuSchedule) schedule = guatu_schedule_new (self->plan, keeper->overlay, NULL);
  gboolean found = FALSE;

  for (guint i = 0; schedule != NULL && i < self->task_notes->len; i++)
    {
      gint32 row = g_array_index (self->task_notes, MspdiTask, i).row;
      GuatuInstant start = guatu_plan_task_number (self->plan, row, GUATU_TASK_RECORDED_START);
      GuatuInstant finish = guatu_plan_task_number (self->plan, row, GUATU_TASK_RECORDED_FINISH);

      if (keeper->kept[i] > 0 || phase_of (self->plan, schedule, row, start) != phase ||
          !needs_span (self, keeper->spans, schedule, row, start, finish))
        continue;
      keeper->kept[i] = MAX (guatu_spans_work (keeper->spans, row, start, finish), 0);
      if (keeper->kept[i] == 0)
        continue;
      guatu_overlay_set (keeper->overlay, GUATU_TABLE_TASK, row, GUATU_TASK_SPAN, GUATU_INTEGER (keeper->kept[i]));
      found = TRUE;
    }

  return found;
}

#define MAX_ROUNDS 32

void
guatu_mspdi_keep_spans (Mspdi *self)
{
  g_autoptr(GuatuSpans) spans = guatu_spans_new (self->plan);
  g_autoptr(GuatuOverlay) overlay = guatu_overlay_new ();
  g_autofree gint64 *kept = g_new0 (gint64, self->task_notes->len + 1);
  Keeper keeper = { self, spans, overlay, kept };
  int phase = PHASE_IN_PLACE;

  for (guint round = 0; phase < N_PHASES && round < MAX_ROUNDS; round++)
    phase = keep_some (&keeper, (Phase) phase) ? PHASE_IN_PLACE : phase + 1;

  g_array_sort (self->gaps, compare_gaps);
  for (guint i = 0; i < self->task_notes->len; i++)
    {
      const MspdiTask *note = &g_array_index (self->task_notes, MspdiTask, i);

      if (kept[i] > 0)
        add_splits (self, spans, note, guatu_plan_task_number (self->plan, note->row, GUATU_TASK_RECORDED_START),
                    guatu_plan_task_number (self->plan, note->row, GUATU_TASK_RECORDED_FINISH));
    }

  /* Only now: the spans were to tell how long tasks take without. */
  for (guint i = 0; i < self->task_notes->len; i++)
    if (kept[i] > 0)
      guatu_mspdi_set (self, GUATU_TABLE_TASK, g_array_index (self->task_notes, MspdiTask, i).row, GUATU_TASK_SPAN,
                       kept[i]);
}
