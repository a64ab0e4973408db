/* guatu-drag-words.c — puts what a drag would do into two short lines. */
#include "guatu-drag-words.h"

#include <glib/gi18n.h>

#include "guatu-chart-text.h"
#include "guatu-task-words.h"

/* Dates ------------------------------------------------------------------------------------------ */

/* Without the year that one stands in: that of the status date, or else of the plan's start. */
static gboolean
is_of_this_year (const GuatuPlan *plan,
                 GuatuInstant     t)
{
  const GuatuPlanRow *settings = guatu_plan_settings (plan);
  GuatuInstant now = settings->status_date != GUATU_NONE ? settings->status_date : settings->start;

  return guatu_instant_to_civil (t).year == guatu_instant_to_civil (now).year;
}

static char *
say_instant (const GuatuPlan *plan,
             GuatuInstant     t,
             gint64           usual,
             gboolean         is_finish)
{
  GString *text = g_string_new (NULL);

  if (t == GUATU_NONE)
    return g_string_free (text, FALSE);

  if (!is_of_this_year (plan, t))
    {
      g_string_free (text, TRUE);
      return is_finish ? guatu_words_finish (plan, t) : guatu_words_start (plan, t);
    }
  if (guatu_instant_daytime (t) == usual % GUATU_DAY)
    /* Translators: a date with its weekday, without its year; marks as in “{Mon} {day}”. */
    guatu_chart_expand (text, guatu_chart_language (NULL), C_("date", "{Wday}, {Mon} {day}"),
                        is_finish ? guatu_chart_last_day (t) : t);
  else
    guatu_chart_expand (text, guatu_chart_language (NULL), C_("date", "{Wday}, {Mon} {day}, {hour}:{minute}"), t);

  return g_string_free (text, FALSE);
}

char *
guatu_drag_words_start (const GuatuPlan *plan,
                        GuatuInstant     start)
{
  return say_instant (plan, start, guatu_plan_settings (plan)->default_start, FALSE);
}

char *
guatu_drag_words_finish (const GuatuPlan *plan,
                         GuatuInstant     finish)
{
  return say_instant (plan, finish, guatu_plan_settings (plan)->default_finish, TRUE);
}

static char *
say_dates (const GuatuPlan *plan,
           GuatuInstant     start,
           GuatuInstant     finish)
{
  g_autofree char *from = guatu_drag_words_start (plan, start);
  g_autofree char *to = guatu_drag_words_finish (plan, finish);

  /* What ends on the day on which it starts needs only one date. */
  if (g_str_equal (from, to))
    return g_steal_pointer (&from);

  return g_strdup_printf (_("%s to %s"), from, to);
}

/* A milestone at the end of a day is on that day. */
static char *
say_moment (const GuatuPlan *plan,
            GuatuInstant     t)
{
  return guatu_instant_daytime (t) == guatu_plan_settings (plan)->default_finish % GUATU_DAY
         ? guatu_drag_words_finish (plan, t) : guatu_drag_words_start (plan, t);
}

/* Less than a day in hours. */
static char *
say_days (const GuatuPlan *plan,
          gint64           amount)
{
  GuatuDurationRates rates = guatu_plan_rates (plan);
  gboolean short_of_day = amount > 0 && amount < rates.minutes_per_day * GUATU_MINUTE;

  return guatu_duration_label ((GuatuDuration) { amount, short_of_day ? GUATU_UNIT_HOUR : GUATU_UNIT_DAY, FALSE },
                               &rates);
}

char *
guatu_drag_words_span (const GuatuPlan     *plan,
                       const GuatuWorktime *worktime,
                       GuatuInstant         start,
                       GuatuInstant         finish)
{
  g_autofree char *dates = say_dates (plan, start, finish);
  g_autofree char *days = say_days (plan, guatu_worktime_work (worktime, start, finish));

  return g_strdup_printf ("%s · %s", dates, days);
}

/* To a tenth of a day: where work begins amid a day nobody counts the minutes. */
static char *
say_about (const GuatuPlan *plan,
           gint64           amount)
{
  gint64 tenth = MAX (guatu_plan_settings (plan)->minutes_per_day * GUATU_MINUTE / 10, 1);

  return say_days (plan, (amount + tenth / 2) / tenth * tenth);
}

static char *
say_task (const GuatuPlan     *plan,
          const GuatuSchedule *schedule,
          gint32               task)
{
  g_autofree char *dates = NULL, *length = NULL;

  if (schedule->start[task] == schedule->finish[task])
    return say_moment (plan, schedule->start[task]);

  if (guatu_plan_task (plan, task)->duration_kind != GUATU_DURATION_ELAPSED)
    return guatu_drag_words_span (plan, guatu_plan_task_worktime (plan, task), schedule->start[task],
                                  schedule->finish[task]);

  dates = say_dates (plan, schedule->start[task], schedule->finish[task]);
  length = guatu_words_duration (plan, schedule, task);

  return g_strdup_printf ("%s · %s", dates, length);
}

/* What follows ----------------------------------------------------------------------------------- */

/* Takes both. */
static char *
join (char *list,
      char *part)
{
  g_autofree char *before = list, *more = part;

  if (*more == '\0')
    return g_steal_pointer (&before);
  if (*before == '\0')
    return g_steal_pointer (&more);

  return g_strdup_printf ("%s · %s", before, more);
}

static char *
say_float (const GuatuPlan     *plan,
           const GuatuSchedule *schedule,
           gint32               task)
{
  g_autofree char *amount = NULL;

  if ((schedule->flags[task] & GUATU_CRITICAL) != 0)
    return g_strdup (_("critical"));
  if (schedule->total_float[task] == GUATU_NONE || schedule->total_float[task] < 0)
    return g_strdup ("");

  amount = say_about (plan, schedule->total_float[task]);
  /* Translators: by how much a task may slip: “float 4 d”. */
  return g_strdup_printf (_("float %s"), amount);
}

static gboolean
is_held (const GuatuPlan *plan,
         gint32           task,
         GHashTable      *held)
{
  gint64 id = guatu_plan_id (plan, GUATU_TABLE_TASK, task);

  return g_hash_table_contains (held, &id);
}

/* Tasks that others hang on; summaries only follow from them. */
static void
count_moved (const GuatuPlan     *plan,
             const GuatuSchedule *before,
             const GuatuSchedule *after,
             GHashTable          *held,
             guint               *later,
             guint               *earlier)
{
  const GuatuTask *tasks = guatu_plan_tasks (plan);

  *later = *earlier = 0;
  for (guint row = 0; row < MIN (before->n_tasks, after->n_tasks); row++)
    {
      gint64 moved = after->start[row] - before->start[row];

      if (moved == 0)
        moved = after->finish[row] - before->finish[row];
      if (moved == 0 || tasks[row].id == 0 || tasks[row].first_child >= 0 || is_held (plan, (gint32) row, held))
        continue;
      if (moved > 0)
        ++*later;
      else
        ++*earlier;
    }
}

static char *
say_others (const GuatuPlan     *plan,
            const GuatuSchedule *before,
            const GuatuSchedule *after,
            GHashTable          *held)
{
  char *text = g_strdup ("");
  guint later, earlier;

  count_moved (plan, before, after, held, &later, &earlier);
  if (later > 0)
    /* Translators: how many other tasks become later when a bar is dragged. */
    text = join (text, g_strdup_printf (ngettext ("pushes %u task", "pushes %u tasks", later), later));
  if (earlier > 0)
    /* Translators: how many other tasks become earlier when a bar is dragged. */
    text = join (text, g_strdup_printf (ngettext ("brings %u task forward", "brings %u tasks forward", earlier),
                                        earlier));

  return text;
}

static char *
say_plan_finish (const GuatuPlan     *plan,
                 const GuatuSchedule *before,
                 const GuatuSchedule *after)
{
  const GuatuWorktime *worktime = guatu_plan_worktime (plan, -1);
  gint64 work = guatu_worktime_work (worktime, before->plan_finish, after->plan_finish);
  gboolean later = after->plan_finish > before->plan_finish;
  g_autofree char *days = NULL;

  if (after->plan_finish == before->plan_finish || work == 0)
    return g_strdup ("");

  days = say_about (plan, ABS (work));
  /* Translators: by how many working days the end of the whole plan moves: “plan ends 3 d later”. */
  return g_strdup_printf (later ? _("plan ends %s later") : _("plan ends %s earlier"), days);
}

char *
guatu_drag_words (const GuatuPlan     *plan,
                  const GuatuSchedule *before,
                  const GuatuSchedule *after,
                  const gint64        *held,
                  guint                n_held,
                  guint                n_staying)
{
  g_autoptr(GHashTable) ids = g_hash_table_new (g_int64_hash, g_int64_equal);
  gint32 task = guatu_plan_find (plan, GUATU_TABLE_TASK, held[0]);
  g_autofree char *first = NULL, *second = NULL;

  if (task < 0)
    return g_strdup ("");

  for (guint i = 0; i < n_held; i++)
    g_hash_table_add (ids, (gpointer) &held[i]);

  first = say_task (plan, after, task);
  if (n_held > 1)
    first = join (first, g_strdup_printf (ngettext ("%u task", "%u tasks", n_held), n_held));
  if (n_staying > 0)
    /* Translators: how many of the selected tasks cannot be moved. */
    first = join (first, g_strdup_printf (ngettext ("%u stays", "%u stay", n_staying), n_staying));

  second = join (join (say_float (plan, after, task), say_others (plan, before, after, ids)),
                 say_plan_finish (plan, before, after));

  return *second != '\0' ? g_strdup_printf ("%s\n%s", first, second) : g_steal_pointer (&first);
}

/* Progress --------------------------------------------------------------------------------------- */

char *
guatu_drag_words_progress (const GuatuPlan     *plan,
                           const GuatuSchedule *schedule,
                           gint32               task,
                           gint64               share)
{
  GuatuInstant start = schedule->start[task];
  GuatuInstant until = start + (GuatuInstant) ((double) (schedule->finish[task] - start) * (double) share / 10000);
  g_autofree char *percent = guatu_words_share (share);
  GString *date = g_string_new (NULL);
  g_autofree char *day = NULL;

  guatu_chart_append_date (date, guatu_chart_language (NULL), GUATU_DATE_DAY,
                           share > 0 ? guatu_chart_last_day (until) : start);
  day = g_string_free (date, FALSE);

  return g_strdup_printf ("%s · %s", percent, day);
}
