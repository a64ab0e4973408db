/* guatu-task-words.c — puts dates, floats, links and lights of a task into words. */
#include "guatu-task-words.h"

#include <glib/gi18n-lib.h>

#include "guatu-chart-text.h"
#include "guatu-field-text.h"
#include "guatu-light-shape.h"

/* A number that is below 0 has the sign for it, not a hyphen. */
#define MINUS "\u2212"

/* Dates ---------------------------------------------------------------------------------------------- */

static char *
expand (const char   *pattern,
        GuatuInstant  t)
{
  GString *text = g_string_new (NULL);

  if (t != GUATU_NONE)
    guatu_chart_expand (text, guatu_chart_language (NULL), pattern, t);

  return g_string_free (text, FALSE);
}

static char *
say_instant (GuatuInstant t,
             gint64       usual,
             gboolean     is_finish)
{
  /* Translators: a date with its weekday; marks as in “{Mon} {day}”. */
  const char *day = C_("date", "{Wday}, {Mon} {day}, {year}");

  if (t == GUATU_NONE)
    return g_strdup ("");
  if (guatu_instant_daytime (t) == usual % GUATU_DAY)
    return expand (day, is_finish ? guatu_chart_last_day (t) : t);

  return expand (C_("date", "{Wday}, {Mon} {day}, {year}, {hour}:{minute}"), t);
}

char *
guatu_words_start (const GuatuPlan *plan,
                   GuatuInstant     start)
{
  return say_instant (start, guatu_plan_settings (plan)->default_start, FALSE);
}

char *
guatu_words_finish (const GuatuPlan *plan,
                    GuatuInstant     finish)
{
  return say_instant (finish, guatu_plan_settings (plan)->default_finish, TRUE);
}

char *
guatu_words_moment (GuatuInstant t)
{
  return say_instant (t, 0, FALSE);
}

char *
guatu_words_task_start (const GuatuPlan     *plan,
                        const GuatuSchedule *schedule,
                        gint32               task)
{
  GuatuInstant start = schedule->start[task];

  if (start == schedule->finish[task]
      && guatu_instant_daytime (start) == guatu_plan_settings (plan)->default_finish % GUATU_DAY)
    return guatu_words_finish (plan, start);

  return guatu_words_start (plan, start);
}

char *
guatu_words_day (GuatuInstant day)
{
  return expand (C_("date", "{Mon} {day}, {year}"), day);
}

/* Counts --------------------------------------------------------------------------------------------- */

char *
guatu_words_counted (const GuatuPlan *plan,
                     gint32           ledger,
                     guint            n)
{
  const char *name = ledger >= 0 ? guatu_plan_string (plan, GUATU_TABLE_LEDGER, ledger, GUATU_LEDGER_NAME) : "";

  if (*name != '\0')
    /* Translators: a ledger, and how many tasks of it there are: “Task board: 30”. */
    return g_strdup_printf (_("%1$s: %2$u"), name, n);

  /* Translators: tasks that are not made of others. */
  return g_strdup_printf (_("Work tasks: %u"), n);
}

/* Figures -------------------------------------------------------------------------------------------- */

/* To as many decimals as there are. */
static char *
say_hundredths (gint64 number)
{
  const char *sign = number < 0 ? MINUS : "";
  gint64 whole = ABS (number) / 100, part = ABS (number) % 100;

  if (number == GUATU_NONE)
    return g_strdup ("");
  if (part == 0)
    return g_strdup_printf ("%s%" G_GINT64_FORMAT, sign, whole);
  if (part % 10 == 0)
    return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT, sign, whole, part / 10);

  return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%02" G_GINT64_FORMAT, sign, whole, part);
}

char *
guatu_words_share (gint64 share)
{
  g_autofree char *number = say_hundredths (share);

  return share == GUATU_NONE ? g_strdup ("") : guatu_percent_label (number);
}

/* To one decimal: what is guessed at is not known to more. */
static char *
about (gint64 hundredths)
{
  gint64 tenths = (ABS (hundredths) + 5) / 10 * 10;

  return say_hundredths (hundredths < 0 ? -tenths : tenths);
}

static char *
about_share (gint64 hundredths)
{
  g_autofree char *number = about (hundredths);

  return guatu_percent_label (number);
}

static char *
in_days (const GuatuPlan *plan,
         gint32           task,
         gint64           seconds)
{
  GuatuDurationRates rates = guatu_plan_rates (plan);
  gboolean elapsed = guatu_plan_task (plan, task)->duration_kind == GUATU_DURATION_ELAPSED;
  g_autofree char *amount = guatu_duration_label ((GuatuDuration) { ABS (seconds), GUATU_UNIT_DAY, elapsed }, &rates);

  return g_strconcat (seconds < 0 ? MINUS : "", amount, NULL);
}

char *
guatu_words_duration (const GuatuPlan     *plan,
                      const GuatuSchedule *schedule,
                      gint32               task)
{
  const GuatuTask *row = guatu_plan_task (plan, task);
  GuatuDurationRates rates = guatu_plan_rates (plan);

  if (guatu_plan_is_summary (plan, task))
    return in_days (plan, task, guatu_schedule_duration (schedule, plan, task));
  if (row->duration == 0)
    return g_strdup (_("milestone"));

  return guatu_duration_label ((GuatuDuration) { guatu_schedule_duration (schedule, plan, task), row->duration_unit,
                                                 row->duration_kind == GUATU_DURATION_ELAPSED }, &rates);
}

char *
guatu_words_float (const GuatuPlan     *plan,
                   const GuatuSchedule *schedule,
                   gint32               task)
{
  g_autofree char *amount = NULL;
  guint8 flags = schedule->flags[task];

  if (schedule->total_float[task] == GUATU_NONE)
    return g_strdup ("");

  amount = in_days (plan, task, schedule->total_float[task]);
  if (flags & GUATU_CRITICAL)
    /* Translators: how much a task may slip, “0 d”, and that it is critical. */
    return g_strdup_printf (_("%s · critical"), amount);
  if (flags & GUATU_NEAR_CRITICAL)
    return g_strdup_printf (_("%s · nearly critical"), amount);

  return g_steal_pointer (&amount);
}

/* What is asked of it -------------------------------------------------------------------------------- */

char *
guatu_words_constraint (const GuatuPlan *plan,
                        gint32           task)
{
  int constraint = guatu_plan_task (plan, task)->constraint;
  GuatuInstant date = guatu_plan_task_number (plan, task, GUATU_TASK_CONSTRAINT_DATE);
  const char *label = _(guatu_field (GUATU_TABLE_TASK, GUATU_TASK_CONSTRAINT)->choices[constraint].label);
  g_autofree char *when = NULL;

  if (constraint == GUATU_CONSTRAINT_ASAP || constraint == GUATU_CONSTRAINT_ALAP || date == GUATU_NONE)
    return g_strdup (label);

  when = guatu_constraint_is_finish (constraint) ? guatu_words_finish (plan, date) : guatu_words_start (plan, date);
  /* Translators: a constraint and its date: “Must finish on Fri, Nov 11, 2022”. */
  return g_strdup_printf (C_("constraint", "%1$s %2$s"), label, when);
}

char *
guatu_words_deadline (const GuatuPlan     *plan,
                      const GuatuSchedule *schedule,
                      gint32               task)
{
  GuatuInstant deadline = guatu_plan_task_number (plan, task, GUATU_TASK_DEADLINE);
  GuatuInstant finish = schedule->finish[task];
  g_autofree char *when = guatu_words_finish (plan, deadline);
  g_autofree char *amount = NULL;
  gint64 work;

  if (deadline == GUATU_NONE || finish == GUATU_NONE || finish <= deadline)
    return g_steal_pointer (&when);

  work = guatu_plan_task (plan, task)->duration_kind == GUATU_DURATION_ELAPSED
           ? finish - deadline : guatu_worktime_work (guatu_plan_task_worktime (plan, task), deadline, finish);
  amount = in_days (plan, task, work);
  /* Translators: a deadline, and by how much the task misses it: “Sep 16, 2022 (late by 2 d)”. */
  return work > 0 ? g_strdup_printf (_("%1$s (late by %2$s)"), when, amount) : g_steal_pointer (&when);
}

char *
guatu_words_link (const GuatuPlan *plan,
                  gint32           link)
{
  static const char * const types[] = {
    [GUATU_LINK_FF] = "FF", [GUATU_LINK_FS] = "FS", [GUATU_LINK_SF] = "SF", [GUATU_LINK_SS] = "SS",
  };
  const GuatuLink *row = guatu_plan_link (plan, link);
  GuatuDurationRates rates = guatu_plan_rates (plan);
  gboolean percent = row->lag_kind == GUATU_LAG_PERCENT || row->lag_kind == GUATU_LAG_ELAPSED_PERCENT;
  gboolean elapsed = row->lag_kind == GUATU_LAG_ELAPSED || row->lag_kind == GUATU_LAG_ELAPSED_PERCENT;
  g_autofree char *lag = NULL;

  if (row->lag == 0)
    return g_strdup (types[row->type & 3]);

  lag = guatu_duration_label ((GuatuDuration) { ABS (row->lag), percent ? GUATU_UNIT_PERCENT : row->lag_unit, elapsed },
                              &rates);
  return g_strdup_printf ("%s %s %s", types[row->type & 3], row->lag < 0 ? MINUS : "+", lag);
}

char *
guatu_words_predecessors (const GuatuPlan *plan,
                          gint32           task)
{
  GString *text = g_string_new (NULL);
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_LINK, GUATU_LINK_SUCCESSOR, task, &n);

  for (guint i = 0; i < n; i++)
    {
      gint32 predecessor = guatu_plan_link (plan, rows[i])->predecessor;
      g_autofree char *link = guatu_words_link (plan, rows[i]);
      g_autofree char *line = NULL;

      /* Translators: the number of a task, its name, and how another is linked to it: “3 Paving (FS + 2 d)”. */
      line = g_strdup_printf (_("%1$u %2$s (%3$s)"), guatu_plan_task_place (plan, predecessor),
                              guatu_plan_task_name (plan, predecessor), link);
      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }

  return g_string_free (text, FALSE);
}

gint32
guatu_task_last_part (const GuatuPlan     *plan,
                      const GuatuSchedule *schedule,
                      gint32               task)
{
  const GuatuTask *tasks = guatu_plan_tasks (plan);
  gint32 last = -1;

  for (gint32 child = tasks[task].first_child; child >= 0; child = tasks[child].next_sibling)
    if (schedule->finish[child] != GUATU_NONE && guatu_plan_is_active (plan, child)
        && (last < 0 || schedule->finish[child] > schedule->finish[last]))
      last = child;

  return last;
}

char *
guatu_words_why_finish (const GuatuPlan     *plan,
                        const GuatuSchedule *schedule,
                        gint32               task)
{
  const GuatuTask *row = guatu_plan_task (plan, task);
  gint32 last = guatu_task_last_part (plan, schedule, task);
  g_autofree char *when = guatu_words_day (guatu_chart_last_day (schedule->finish[task]));
  g_autofree char *other = NULL;

  if (schedule->finish[task] == GUATU_NONE || (last < 0 && schedule->start[task] == schedule->finish[task]))
    return g_strdup ("");
  if (guatu_plan_task_number (plan, task, GUATU_TASK_ACTUAL_FINISH) != GUATU_NONE)
    return g_strdup_printf (_("Finished %s, as reported"), when);
  if (row->mode == GUATU_MODE_MANUAL)
    return g_strdup_printf (_("Finishes %s because this date was entered"), when);
  if (last >= 0)
    {
      other = guatu_plan_task_title (plan, last);
      /* Translators: a day, and a task: “Finishes Nov 11, 2022 because its last part, 12 “Paving”, does”. */
      return g_strdup_printf (_("Finishes %1$s because its last part, %2$s, does"), when, other);
    }
  if (row->constraint == GUATU_CONSTRAINT_MFO)
    return g_strdup_printf (_("Finishes %s because it must finish on that day"), when);

  other = guatu_words_duration (plan, schedule, task);
  if (guatu_plan_task_number (plan, task, GUATU_TASK_REMAINING) != GUATU_NONE)
    {
      g_free (other);
      other = in_days (plan, task, guatu_plan_task_number (plan, task, GUATU_TASK_REMAINING));
      /* Translators: a day, and how much of the task is left to do. */
      return g_strdup_printf (_("Finishes %1$s because %2$s are left to do"), when, other);
    }

  /* Translators: a day, and a duration. */
  return g_strdup_printf (_("Finishes %1$s because it takes %2$s from its start"), when, other);
}

/* How it stands -------------------------------------------------------------------------------------- */

char *
guatu_words_light (const GuatuLight *light)
{
  const char *label = guatu_light_button_name (light->shown);
  g_autofree char *since = NULL;

  if (light->since == GUATU_NONE || light->shown < GUATU_LIGHT_YELLOW || light->shown > GUATU_LIGHT_RED)
    return g_strdup (label);

  since = guatu_words_day (light->since);
  /* Translators: a light's colour and the day since which it has it: “Orange since Oct 3, 2022”. */
  return g_strdup_printf (_("%1$s since %2$s"), label, since);
}

/* Puts @more behind @text, as one more sentence. */
static void
add_sentence (char **text,
              char  *more)
{
  char *before = *text;

  *text = *before != '\0' ? g_strdup_printf (_("%1$s %2$s"), before, more) : g_strdup (more);
  g_free (before);
  g_free (more);
}

static char *
say_forecast (const GuatuPace *pace)
{
  g_autofree char *when = guatu_words_day (guatu_chart_last_day (pace->forecast));
  g_autofree char *days = about (pace->days_late);

  if (pace->days_late == GUATU_NONE)
    return g_strdup_printf (_("At that pace it will be finished on %s."), when);
  if (pace->days_late <= 0)
    return g_strdup_printf (_("At that pace it will be finished on %s, in time."), when);

  /* Translators: a day, and a number of days. */
  return g_strdup_printf (_("At that pace it will be finished on %1$s, %2$s working days late."), when, days);
}

char *
guatu_words_pace (const GuatuPace *pace)
{
  char *text = g_strdup ("");
  g_autofree char *required = NULL, *due = NULL, *recent = NULL;

  if (pace->left == GUATU_NONE || pace->left <= 0)
    return text;

  if (pace->required != GUATU_NONE)
    {
      required = about_share (pace->required);
      due = guatu_words_day (guatu_chart_last_day (pace->due));
      /* Translators: a pace in percent, and the day on which the task is due. */
      add_sentence (&text, g_strdup_printf (_("Needs %1$s per working day to finish by %2$s."), required, due));
    }
  if (pace->recent != GUATU_NONE && pace->recent <= 0)
    add_sentence (&text, g_strdup (_("No recent progress.")));
  else if (pace->recent != GUATU_NONE)
    {
      recent = about_share (pace->recent);
      add_sentence (&text, g_strdup_printf (_("Recent pace: %s per working day."), recent));
      if (pace->forecast != GUATU_NONE)
        add_sentence (&text, say_forecast (pace));
    }

  return text;
}

char *
guatu_words_gap (gint64 gap)
{
  g_autofree char *points = say_hundredths (gap != GUATU_NONE ? ABS (gap) : gap);

  if (gap == GUATU_NONE)
    return g_strdup ("");
  if (gap == 0)
    return g_strdup (_("as planned"));

  /* Translators: percentage points, of which there may be parts: “0.5”. */
  return g_strdup_printf (gap > 0 ? ngettext ("%s point behind", "%s points behind", ABS (gap) == 100 ? 1 : 2)
                                  : ngettext ("%s point ahead", "%s points ahead", ABS (gap) == 100 ? 1 : 2), points);
}

char *
guatu_words_slip (gint64 days)
{
  g_autofree char *amount = days != GUATU_NONE ? about (ABS (days)) : NULL;

  if (days == GUATU_NONE)
    return g_strdup ("");
  if (g_str_equal (amount, "0"))
    return g_strdup (_("on time"));

  /* Translators: working days between a baseline's finish and the finish as planned now. */
  return g_strdup_printf (days > 0 ? _("%s d later") : _("%s d earlier"), amount);
}

/* Whose it is ---------------------------------------------------------------------------------------- */

char *
guatu_words_path (const GuatuPlan *plan,
                  gint32           task)
{
  GString *path = g_string_new (NULL);

  for (gint32 row = guatu_plan_task (plan, task)->parent; row >= 0; row = guatu_plan_task (plan, row)->parent)
    {
      if (path->len > 0)
        g_string_prepend (path, " › ");
      g_string_prepend (path, guatu_plan_task_name (plan, row));
    }

  return g_string_free (path, FALSE);
}

/* Puts @name behind what is in @list. */
static void
add_name (GString    *list,
          const char *name)
{
  /* Translators: a list, and one more behind it. */
  g_autofree char *longer = list->len > 0 ? g_strdup_printf (C_("list", "%1$s, %2$s"), list->str, name)
                                          : g_strdup (name);

  g_string_assign (list, longer);
}

char *
guatu_words_role (const GuatuPlan *plan,
                  gint32           task,
                  GuatuRole        role)
{
  const GuatuAssignment *assignments = guatu_plan_rows (plan, GUATU_TABLE_ASSIGNMENT);
  GString *names = g_string_new (NULL);
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_TASK, task, &n);

  for (guint i = 0; i < n; i++)
    {
      const GuatuAssignment *assignment = &assignments[rows[i]];

      if (assignment->role != role)
        continue;
      add_name (names, assignment->unit >= 0
                ? guatu_plan_string (plan, GUATU_TABLE_UNIT, assignment->unit, GUATU_UNIT_NAME)
                : guatu_plan_string (plan, GUATU_TABLE_PERSON, assignment->person, GUATU_PERSON_NAME));
    }

  return g_string_free (names, FALSE);
}

/* The plan ------------------------------------------------------------------------------------------- */

gint64
guatu_critical_days (const GuatuPlan     *plan,
                     const GuatuSchedule *schedule)
{
  gint64 day = guatu_plan_settings (plan)->minutes_per_day * GUATU_MINUTE;
  GuatuInstant first = GUATU_NONE;
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  for (guint i = 0; i < n; i++)
    {
      gint32 task = outline[i];

      if ((schedule->flags[task] & GUATU_CRITICAL) != 0 && !guatu_plan_is_summary (plan, task)
          && (first == GUATU_NONE || schedule->start[task] < first))
        first = schedule->start[task];
    }
  if (first == GUATU_NONE || day <= 0)
    return GUATU_NONE;

  return (guatu_worktime_work (guatu_plan_worktime (plan, -1), first, schedule->plan_finish) + day / 2) / day;
}
