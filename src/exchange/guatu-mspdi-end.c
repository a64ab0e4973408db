/* guatu-mspdi-end.c — what can only be said when all of the file is known: links, progress, differences. */
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

static void
note_cycle (gint32 row, const char *names, gpointer data)
{
  const Mspdi *self = data;
  const GuatuLink *link = guatu_plan_link (self->plan, row);

  guatu_notes_add (self->notes, 0, 0, guatu_plan_task_name (self->plan, link->successor),
                   _("the link from “%s” closes a cycle (%s) and was left out"),
                   guatu_plan_task_name (self->plan, link->predecessor), names);
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
  return guatu_import_break_cycles (self->plan, note_cycle, self, error);
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
  gint64 share = note->percent;
  guint i = 0;
  gint32 row;

  /* What is finished is done, whether the file says so twice or not. */
  if (share <= 0 && dates[1] != GUATU_NONE)
    share = 10000;
  if (share <= 0)
    return;
  while (i < G_N_ELEMENTS (dates) && dates[i] == GUATU_NONE)
    i++;
  if (i == G_N_ELEMENTS (dates))
    return;

  row = guatu_mspdi_insert (self, GUATU_TABLE_REPORT);
  guatu_plan_set (self->plan, GUATU_TABLE_REPORT, row, GUATU_REPORT_TASK,
                  GUATU_INTEGER (guatu_plan_id (self->plan, GUATU_TABLE_TASK, note->row)));
  guatu_mspdi_set (self, GUATU_TABLE_REPORT, row, GUATU_REPORT_DATE, dates[i]);
  guatu_mspdi_set (self, GUATU_TABLE_REPORT, row, GUATU_REPORT_SHARE, share);
}

/* A code that only says where the task stands in the outline is none of its own. */
static void
clear_outline_code (Mspdi *self, gint32 row)
{
  g_autofree char *code = g_strdup (guatu_plan_task_string (self->plan, row, GUATU_TASK_WBS));
  g_autofree char *outline = NULL;

  if (code[0] == '\0')
    return;
  guatu_plan_set (self->plan, GUATU_TABLE_TASK, row, GUATU_TASK_WBS, GUATU_TEXT (""));
  outline = guatu_plan_task_wbs (self->plan, row);
  if (!g_str_equal (code, outline))
    guatu_plan_set (self->plan, GUATU_TABLE_TASK, row, GUATU_TASK_WBS, GUATU_TEXT (code));
}

void
guatu_mspdi_end_tasks (Mspdi *self)
{
  for (guint i = 0; i < self->task_notes->len; i++)
    {
      const MspdiTask *note = &g_array_index (self->task_notes, MspdiTask, i);

      clear_outline_code (self, note->row);
      set_calendar (self, note);
      if (guatu_plan_is_summary (self->plan, note->row))
        clear_rolled_up (self, note->row);
      else
        add_report (self, note);
    }
}

/* Differences ---------------------------------------------------------------------------------------------- */

static gint64
minute_of (GuatuInstant t)
{
  return (t - GUATU_INSTANT_MIN) / GUATU_MINUTE;
}

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

/* How long a summary takes follows from its parts, whatever the file says. */
static void
set_summary_duration (Mspdi *self, const MspdiTask *note, const GuatuSchedule *schedule)
{
  if (guatu_plan_is_summary (self->plan, note->row))
    guatu_mspdi_set (self, GUATU_TABLE_TASK, note->row, GUATU_TASK_DURATION,
                     MAX (guatu_schedule_duration (schedule, self->plan, note->row), 0));
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
      set_summary_duration (self, note, schedule);
      n_late += put_late_dates_aside (self, note, schedule) ? 1 : 0;
    }

  if (n_late > 0)
    guatu_notes_add (self->notes, 0, 0, NULL,
                     ngettext ("The late dates of %u task differ from those recorded, which were put aside",
                               "The late dates of %u tasks differ from those recorded, which were put aside", n_late),
                     n_late);
}
