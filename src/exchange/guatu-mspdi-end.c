/* guatu-mspdi-end.c — what can only be said when all of the file is known: links, progress, spans, differences. */
#include "guatu-mspdi-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Links ---------------------------------------------------------------------------------------------------- */

static void
note_link (Mspdi *self, const MspdiLink *link, const char *text)
{
  g_autofree char *place = guatu_mspdi_place (link->line, "PredecessorLink", link->predecessor);

  guatu_notes_add (self->notes, 0, 0, place, "%s", text);
}

/* What drives the task is not in this file: it stays where it was, unless something else holds it. */
static void
freeze (Mspdi *self, const MspdiLink *link)
{
  const GuatuTask *task = guatu_plan_task (self->plan, link->successor);
  GuatuInstant start = guatu_plan_task_number (self->plan, link->successor, GUATU_TASK_RECORDED_START);

  if (task->constraint == GUATU_CONSTRAINT_ASAP && task->mode == GUATU_MODE_AUTOMATIC && start != GUATU_NONE)
    {
      guatu_mspdi_set (self, GUATU_TABLE_TASK, link->successor, GUATU_TASK_CONSTRAINT, GUATU_CONSTRAINT_SNET);
      guatu_mspdi_set (self, GUATU_TABLE_TASK, link->successor, GUATU_TASK_CONSTRAINT_DATE, start);
      note_link (self, link, _("The predecessor is in another project; the task keeps its start as a constraint"));
      return;
    }
  note_link (self, link, _("The predecessor is in another project; the link was left out"));
}

static gboolean
is_related (const GuatuPlan *plan, gint32 a, gint32 b)
{
  return a == b || guatu_plan_is_ancestor (plan, a, b) || guatu_plan_is_ancestor (plan, b, a);
}

/* Whether the link can stand; if not, why is noted. */
static gboolean
check_link (Mspdi *self, const MspdiLink *link, gint32 predecessor, GHashTable *seen)
{
  g_autofree char *key = NULL;

  if (predecessor < 0)
    {
      if (link->is_elsewhere)
        freeze (self, link);
      else
        note_link (self, link, _("The predecessor is not there; the link was left out"));
      return FALSE;
    }
  if (is_related (self->plan, predecessor, link->successor))
    {
      note_link (self, link, _("A task cannot wait for itself or for what it is part of; the link was left out"));
      return FALSE;
    }
  if (link->type < GUATU_LINK_FF || link->type > GUATU_LINK_SS)
    {
      note_link (self, link, _("There is no such type of link; the link was left out"));
      return FALSE;
    }

  key = g_strdup_printf ("%d %d %d", predecessor, link->successor, (int) link->type);
  if (g_hash_table_add (seen, g_steal_pointer (&key)))
    return TRUE;
  note_link (self, link, _("The same link is there twice; the second was left out"));
  return FALSE;
}

static void
set_lag (Mspdi *self, gint32 row, const MspdiLink *link)
{
  MspdiFormat format = guatu_mspdi_format (link->format);
  gboolean percent = format.unit == GUATU_UNIT_PERCENT;
  GuatuLagKind kind = percent ? GUATU_LAG_PERCENT : GUATU_LAG_WORKING;

  if (format.elapsed)
    kind = percent ? GUATU_LAG_ELAPSED_PERCENT : GUATU_LAG_ELAPSED;
  guatu_mspdi_set (self, GUATU_TABLE_LINK, row, GUATU_LINK_LAG_KIND, kind);
  guatu_mspdi_set (self, GUATU_TABLE_LINK, row, GUATU_LINK_LAG_UNIT, format.unit);
  guatu_mspdi_set (self, GUATU_TABLE_LINK, row, GUATU_LINK_LAG, percent ? link->lag * 100 : link->lag * 6);
}

gboolean
guatu_mspdi_end_links (Mspdi *self, GError **error)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  guatu_plan_reserve (self->plan, GUATU_TABLE_LINK, self->links->len);
  for (guint i = 0; i < self->links->len; i++)
    {
      const MspdiLink *link = &g_array_index (self->links, MspdiLink, i);
      gint32 predecessor = guatu_mspdi_find (self->tasks, link->predecessor);
      gint32 row;

      if (!check_link (self, link, predecessor, seen))
        continue;
      row = guatu_mspdi_insert (self, GUATU_TABLE_LINK);
      guatu_plan_set (self->plan, GUATU_TABLE_LINK, row, GUATU_LINK_PREDECESSOR,
                      GUATU_INTEGER (guatu_plan_id (self->plan, GUATU_TABLE_TASK, predecessor)));
      guatu_plan_set (self->plan, GUATU_TABLE_LINK, row, GUATU_LINK_SUCCESSOR,
                      GUATU_INTEGER (guatu_plan_id (self->plan, GUATU_TABLE_TASK, link->successor)));
      guatu_mspdi_set (self, GUATU_TABLE_LINK, row, GUATU_LINK_TYPE, link->type);
      set_lag (self, row, link);
    }

  guatu_plan_settle (self->plan);
  return guatu_import_break_cycles (self->plan, self->notes, error);
}

/* Tasks ---------------------------------------------------------------------------------------------------- */

static void
set_calendar (Mspdi *self, const MspdiTask *note)
{
  gint32 calendar = guatu_mspdi_find (self->calendars, note->calendar);

  if (note->calendar < 0)
    return;
  if (calendar < 0)
    {
      g_autofree char *place = guatu_mspdi_place (note->line, "Task", note->uid);

      guatu_notes_add (self->notes, 0, 0, place, _("Its calendar is not there; the task works by the plan’s"));
      return;
    }
  guatu_plan_set (self->plan, GUATU_TABLE_TASK, note->row, GUATU_TASK_CALENDAR,
                  GUATU_INTEGER (guatu_plan_id (self->plan, GUATU_TABLE_CALENDAR, calendar)));
}

/* A summary's progress follows from its parts. */
static void
clear_rolled_up (Mspdi *self, gint32 row)
{
  static const guint fields[] = { GUATU_TASK_ACTUAL_START, GUATU_TASK_ACTUAL_FINISH, GUATU_TASK_REMAINING,
                                  GUATU_TASK_STOP, GUATU_TASK_RESUME };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    guatu_plan_set (self->plan, GUATU_TABLE_TASK, row, fields[i], GUATU_NULL);
}

/* What is done becomes a report, dated as planning.md says: the status date, else the actual finish, else where
 * the done part stopped. */
static void
add_report (Mspdi *self, const MspdiTask *note)
{
  GuatuInstant dates[] = {
    guatu_plan_settings (self->plan)->status_date,
    guatu_plan_task_number (self->plan, note->row, GUATU_TASK_ACTUAL_FINISH),
    guatu_plan_task_number (self->plan, note->row, GUATU_TASK_STOP),
    guatu_plan_task_number (self->plan, note->row, GUATU_TASK_ACTUAL_START),
    guatu_plan_task_number (self->plan, note->row, GUATU_TASK_RECORDED_START),
  };
  guint i = 0;
  gint32 row;

  if (note->percent == GUATU_NONE || note->percent <= 0)
    return;
  while (i < G_N_ELEMENTS (dates) && dates[i] == GUATU_NONE)
    i++;
  if (i == G_N_ELEMENTS (dates))
    return;

  row = guatu_mspdi_insert (self, GUATU_TABLE_REPORT);
  guatu_plan_set (self->plan, GUATU_TABLE_REPORT, row, GUATU_REPORT_TASK,
                  GUATU_INTEGER (guatu_plan_id (self->plan, GUATU_TABLE_TASK, note->row)));
  guatu_mspdi_set (self, GUATU_TABLE_REPORT, row, GUATU_REPORT_DATE, dates[i]);
  guatu_mspdi_set (self, GUATU_TABLE_REPORT, row, GUATU_REPORT_SHARE, note->percent);
}

void
guatu_mspdi_end_tasks (Mspdi *self)
{
  for (guint i = 0; i < self->task_notes->len; i++)
    {
      const MspdiTask *note = &g_array_index (self->task_notes, MspdiTask, i);

      set_calendar (self, note);
      if (guatu_plan_is_summary (self->plan, note->row))
        clear_rolled_up (self, note->row);
      else
        add_report (self, note);
    }
}

/* Spans ---------------------------------------------------------------------------------------------------- */

static gint64
minute_of (GuatuInstant t)
{
  return (t - GUATU_INSTANT_MIN) / GUATU_MINUTE;
}

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

/* Whether what the leaf is made of cannot tell its recorded finish from its recorded start (msproject §5,
 * Splits): it is interrupted, its work was spread by hand, or shares were rounded on the way. */
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

  /* Under way, the passes know where it goes on; the start is fixed, so the finish can be held against it. */
  expected = started ? schedule->finish[row] : guatu_spans_finish (spans, row, start);
  return expected != finish;
}

void
guatu_mspdi_keep_spans (Mspdi *self)
{
  g_autoptr(GuatuSpans) spans = guatu_spans_new (self->plan);
  g_autoptr(GuatuSchedule) schedule = guatu_schedule_new (self->plan, NULL, NULL);
  g_autoptr(GArray) kept = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (schedule == NULL)
    return;

  g_array_sort (self->gaps, compare_gaps);
  for (guint i = 0; i < self->task_notes->len; i++)
    {
      const MspdiTask *note = &g_array_index (self->task_notes, MspdiTask, i);
      GuatuInstant start = guatu_plan_task_number (self->plan, note->row, GUATU_TASK_RECORDED_START);
      GuatuInstant finish = guatu_plan_task_number (self->plan, note->row, GUATU_TASK_RECORDED_FINISH);
      gint64 span = needs_span (self, spans, schedule, note->row, start, finish)
                    ? guatu_spans_work (spans, note->row, start, finish) : 0;

      g_array_append_val (kept, span);
      if (span > 0)
        add_splits (self, spans, note, start, finish);
    }

  /* Only now: the spans were to tell how long tasks take without. */
  for (guint i = 0; i < kept->len; i++)
    if (g_array_index (kept, gint64, i) > 0)
      guatu_mspdi_set (self, GUATU_TABLE_TASK, g_array_index (self->task_notes, MspdiTask, i).row, GUATU_TASK_SPAN,
                       g_array_index (kept, gint64, i));
}

/* Differences ---------------------------------------------------------------------------------------------- */

static char *
show (GuatuInstant t)
{
  char *text;

  if (t == GUATU_NONE)
    return g_strdup ("—");
  text = guatu_instant_to_iso (t);
  text[strlen ("2022-10-17")] = ' ';
  text[strlen ("2022-10-17 08:00")] = '\0';

  return text;
}

static gboolean
differ (GuatuInstant recorded, GuatuInstant scheduled)
{
  return recorded != GUATU_NONE && minute_of (recorded) != minute_of (scheduled);
}

static void
note_difference (Mspdi *self, const MspdiTask *note, const GuatuSchedule *schedule, GuatuInstant start,
                 GuatuInstant finish)
{
  g_autofree char *place = guatu_mspdi_place (note->line, "Task", note->uid);
  g_autofree char *was_start = show (start);
  g_autofree char *was_finish = show (finish);
  g_autofree char *is_start = show (schedule->start[note->row]);
  g_autofree char *is_finish = show (schedule->finish[note->row]);

  guatu_notes_add (self->notes, 0, 0, place, _("“%s” was recorded from %s to %s; it is scheduled from %s to %s"),
                   guatu_plan_task_name (self->plan, note->row), was_start, was_finish, is_start, is_finish);
}

/* Late dates of unlinked tasks go stale in files (msproject §6); what they said is put aside. */
static gboolean
put_late_dates_aside (Mspdi *self, const MspdiTask *note, const GuatuSchedule *schedule)
{
  if (!differ (note->late_start, schedule->late_start[note->row]) &&
      !differ (note->late_finish, schedule->late_finish[note->row]))
    return FALSE;

  guatu_mspdi_set (self, GUATU_TABLE_TASK, note->row, GUATU_TASK_RECORDED_LATE_START, note->late_start);
  guatu_mspdi_set (self, GUATU_TABLE_TASK, note->row, GUATU_TASK_RECORDED_LATE_FINISH, note->late_finish);
  return TRUE;
}

void
guatu_mspdi_compare (Mspdi *self)
{
  g_autoptr(GuatuSchedule) schedule = guatu_schedule_new (self->plan, NULL, NULL);
  guint n_late = 0;

  for (guint i = 0; schedule != NULL && i < self->task_notes->len; i++)
    {
      const MspdiTask *note = &g_array_index (self->task_notes, MspdiTask, i);
      GuatuInstant start = guatu_plan_task_number (self->plan, note->row, GUATU_TASK_RECORDED_START);
      GuatuInstant finish = guatu_plan_task_number (self->plan, note->row, GUATU_TASK_RECORDED_FINISH);

      if (differ (start, schedule->start[note->row]) || differ (finish, schedule->finish[note->row]))
        note_difference (self, note, schedule, start, finish);
      n_late += put_late_dates_aside (self, note, schedule) ? 1 : 0;
    }

  if (n_late > 0)
    guatu_notes_add (self->notes, 0, 0, NULL,
                     ngettext ("The late dates of %u task differ from those recorded, which were put aside",
                               "The late dates of %u tasks differ from those recorded, which were put aside", n_late),
                     n_late);
}
