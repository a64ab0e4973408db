/* guatu-backward-words.c — says in words what planning backward finds. */
#include "guatu-backward-plan.h"

#include <glib/gi18n-lib.h>

/* Of a longer chain the middle is left out. */
#define N_NAMED 7

char *
guatu_backward_lack_text (const GuatuPlan *plan, gint64 work)
{
  GuatuDurationRates rates = guatu_plan_rates (plan);
  gint64 tenth = MAX (rates.minutes_per_day * GUATU_MINUTE / 10, 1);

  return guatu_duration_label ((GuatuDuration) { (work + tenth - 1) / tenth * tenth, GUATU_UNIT_DAY, FALSE }, &rates);
}

static char *
say_late (const GuatuBackwardPlan *self, const GuatuPlan *plan, const GuatuBackwardTask *task)
{
  g_autofree char *days = guatu_backward_lack_text (plan, task->lacking);
  g_autofree char *why = guatu_schedule_why (self->earliest, plan, task->task);

  if (*why == '\0')
    return g_strdup_printf (_("%s too late"), days);

  /* Translators: how much, then a sentence: “3 d too late. Starts 9-26 because …” */
  return g_strdup_printf (_("%s too late. %s"), days, why);
}

static char *
say_released (const GuatuPlan *plan, gint32 task)
{
  g_autofree char *date = guatu_day_label (guatu_plan_task_number (plan, task, GUATU_TASK_CONSTRAINT_DATE));

  return guatu_plan_task (plan, task)->constraint == GUATU_CONSTRAINT_SNET
         ? g_strdup_printf (_("Was not to start before %s"), date)
         : g_strdup_printf (_("Was not to finish before %s"), date);
}

static char *
say_kept (const GuatuPlan *plan, gint32 task)
{
  const GuatuField *field = guatu_field (GUATU_TABLE_TASK, GUATU_TASK_CONSTRAINT);
  GuatuConstraint constraint = (GuatuConstraint) guatu_plan_task (plan, task)->constraint;
  GuatuInstant date = guatu_plan_task_number (plan, task, GUATU_TASK_CONSTRAINT_DATE);
  g_autofree char *day = NULL;

  if (guatu_plan_task (plan, task)->mode == GUATU_MODE_MANUAL)
    return g_strdup (_("Stays: it is scheduled by hand"));
  if (constraint <= GUATU_CONSTRAINT_ALAP || date == GUATU_NONE)
    return g_strdup (_("Stays on the dates that its file recorded"));

  day = guatu_day_label (date);
  /* Translators: a constraint and its date: “Stays: must start on 2022-09-26” */
  return g_strdup_printf (_("Stays: %s %s"), _(field->choices[constraint].label), day);
}

char *
guatu_backward_note_text (const GuatuBackwardPlan *self, const GuatuPlan *plan, const GuatuBackwardTask *task)
{
  switch (task->note)
    {
    case GUATU_BACKWARD_LATE:
      return say_late (self, plan, task);
    case GUATU_BACKWARD_RELEASED:
      return say_released (plan, task->task);
    case GUATU_BACKWARD_KEPT:
      return say_kept (plan, task->task);
    case GUATU_BACKWARD_HELD:
      return g_strdup_printf (_("No later, because “%s” waits for it"), guatu_plan_task_name (plan, task->other));
    case GUATU_BACKWARD_OUTSIDE:
      return g_strdup (_("Moves as well, though it is not planned backward"));
    case GUATU_BACKWARD_MOVES:
    default:
      return g_strdup ("");
    }
}

char *
guatu_backward_chain_text (const GuatuBackwardPlan *self, const GuatuPlan *plan)
{
  GString *text = g_string_new (NULL);
  guint n = self->chain->len;

  for (guint i = 0; i < n; i++)
    {
      if (n > N_NAMED && i == N_NAMED / 2)
        {
          i = n - N_NAMED / 2;
          g_string_append (text, " → …");
        }
      g_string_append_printf (text, i > 0 ? " → %s" : "%s",
                              guatu_plan_task_name (plan, g_array_index (self->chain, gint32, i)));
    }

  return g_string_free (text, FALSE);
}

/* Puts @more behind @text, as one more sentence. */
static char *
add_sentence (char *text, char *more)
{
  char *both = g_strdup_printf (_("%1$s %2$s"), text, more);

  g_free (text);
  g_free (more);
  return both;
}

char *
guatu_backward_result_text (const GuatuBackwardPlan *self, const GuatuPlan *plan)
{
  g_autofree char *days = guatu_backward_lack_text (plan, self->lacking);
  char *text;

  if (self->lacking > 0)
    return g_strdup_printf (_("The finish cannot be met: %s short."), days);

  text = g_strdup (_("The finish holds."));
  if (self->n_later + self->n_earlier == 0)
    text = add_sentence (text, g_strdup (_("No task has to move.")));
  if (self->n_later > 0)
    text = add_sentence (text, g_strdup_printf (ngettext ("%u task starts later.", "%u tasks start later.",
                                                          self->n_later), self->n_later));
  if (self->n_earlier > 0)
    text = add_sentence (text, g_strdup_printf (ngettext ("%u task starts earlier.", "%u tasks start earlier.",
                                                          self->n_earlier), self->n_earlier));
  if (self->n_late > 0)
    text = add_sentence (text, g_strdup_printf (ngettext ("%u task misses a deadline of its own.",
                                                          "%u tasks miss deadlines of their own.", self->n_late),
                                                self->n_late));

  return text;
}
