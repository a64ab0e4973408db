/* guatu-lights-reason.c — what a light says for itself, in words. */
#include <glib/gi18n-lib.h>

#include "guatu-field-text.h"
#include "guatu-lights.h"

/* "12.5": hundredths without trailing zeros. */
static char *
points (gint64 hundredths)
{
  gint64 whole = ABS (hundredths) / 100;
  gint64 part = ABS (hundredths) % 100;
  const char *sign = hundredths < 0 ? "-" : "";

  if (part == 0)
    return g_strdup_printf ("%s%" G_GINT64_FORMAT, sign, whole);
  if (part % 10 == 0)
    return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT, sign, whole, part / 10);
  return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%02" G_GINT64_FORMAT, sign, whole, part);
}

static char *
percent (gint64 hundredths)
{
  g_autofree char *number = points (hundredths);

  return guatu_percent_label (number);
}

/* Puts @more behind @text, as one more sentence. */
static void
add_sentence (char **text, char *more)
{
  char *before = *text;

  if (more == NULL)
    return;

  /* Translators: two sentences, one behind the other. */
  *text = g_strdup_printf (_("%1$s %2$s"), before, more);
  g_free (before);
  g_free (more);
}

/* Marks ---------------------------------------------------------------------------------------------------- */

/* On which side of which mark a figure lies: "5 or more", "less than 5". */
static char *
say_side (const GuatuLightRules *rules, const GuatuLight *light, gboolean in_hundredths)
{
  gboolean passed = light->threshold != GUATU_NONE;
  gint64 mark = passed ? light->threshold : guatu_light_rules_first_mark (rules);
  gboolean counts_down = rules->rule == GUATU_RULE_TIME_LEFT;
  g_autofree char *text = NULL;

  if (mark == GUATU_NONE)
    /* Translators: where a rule set has no marks: 6 points behind plan (…), and there is no mark. */
    return g_strdup (_("and there is no mark"));

  text = in_hundredths ? points (mark) : g_strdup_printf ("%" G_GINT64_FORMAT, mark);
  if (passed != counts_down)
    /* Translators: a figure lies on this side of a mark: 6 points behind plan, 5 or more. */
    return g_strdup_printf (rules->inclusive == passed ? _("%s or more") : _("more than %s"), text);
  return g_strdup_printf (rules->inclusive == passed ? _("no more than %s") : _("less than %s"), text);
}

static char *
only_finishing (const GuatuLight *light)
{
  return light->raw == GUATU_LIGHT_GREEN ? NULL : g_strdup (_("Only finishing it clears the light."));
}

static char *
green_again (const GuatuLight *light)
{
  g_autofree char *share = NULL;

  if (light->raw == GUATU_LIGHT_GREEN || light->green_from == GUATU_NONE)
    return NULL;

  share = percent (light->green_from);
  return g_strdup_printf (_("Green again with %s reported."), share);
}

/* Points, and the shortfall of the plan. */
static char *
say_behind (const GuatuLightRules *rules, const GuatuLight *light)
{
  g_autofree char *figure = rules->rule == GUATU_RULE_RATIO ? percent (light->figure) : points (light->figure);
  g_autofree char *ahead = points (-light->gap);
  g_autofree char *planned = percent (light->planned);
  g_autofree char *reported = percent (light->reported);
  g_autofree char *side = say_side (rules, light, TRUE);
  char *text;

  if (light->gap < 0)
    text = g_strdup_printf (ngettext ("%s point ahead of plan (planned %s, reported %s).",
                                      "%s points ahead of plan (planned %s, reported %s).",
                                      light->gap == -100 ? 1 : 2), ahead, planned, reported);
  else if (rules->rule == GUATU_RULE_RATIO)
    text = g_strdup_printf (_("%s of the plan is missing (planned %s, reported %s), %s."),
                            figure, planned, reported, side);
  else
    text = g_strdup_printf (ngettext ("%s point behind plan (planned %s, reported %s), %s.",
                                      "%s points behind plan (planned %s, reported %s), %s.",
                                      light->figure == 100 ? 1 : 2), figure, planned, reported, side);

  add_sentence (&text, green_again (light));
  return text;
}

static char *
say_days_late (const GuatuLightRules *rules, const GuatuLight *light)
{
  g_autofree char *due = guatu_day_label (light->due);
  g_autofree char *side = say_side (rules, light, FALSE);
  g_autofree char *days = g_strdup_printf ("%" G_GINT64_FORMAT, light->figure);
  char *text;

  if (light->figure == 0)
    return g_strdup_printf (_("Not late: it is due on %s."), due);

  text = g_strdup_printf (_("Days late: %s (due on %s), %s."), days, due, side);
  add_sentence (&text, only_finishing (light));
  return text;
}

static char *
say_time_left (const GuatuLightRules *rules, const GuatuLight *light)
{
  g_autofree char *left = percent (light->figure);
  g_autofree char *due = guatu_day_label (light->due);
  g_autofree char *side = say_side (rules, light, TRUE);
  char *text = g_strdup_printf (_("%s of the time is left (due on %s), %s."), left, due, side);

  add_sentence (&text, only_finishing (light));
  return text;
}

static char *
say_gate (const GuatuLight *light)
{
  g_autofree char *reported = percent (light->reported);
  g_autofree char *gate = light->threshold != GUATU_NONE ? percent (light->threshold) : NULL;
  char *text;

  if (light->raw == GUATU_LIGHT_RED)
    text = g_strdup_printf (_("%s reported, below the %s of the last gate."), reported, gate);
  else if (light->raw == GUATU_LIGHT_YELLOW)
    text = g_strdup_printf (_("%s reported, below the %s that this quarter’s end asks for."), reported, gate);
  else if (gate != NULL)
    text = g_strdup_printf (_("%s reported; the gate asks for %s."), reported, gate);
  else
    text = g_strdup_printf (_("%s reported; no gate has come yet."), reported);

  add_sentence (&text, green_again (light));
  return text;
}

static char *
say_thirds (const GuatuLight *light, gint64 agreed)
{
  g_autofree char *due = guatu_day_label (light->due);
  g_autofree char *over = percent (light->figure);
  g_autofree char *date = agreed != GUATU_NONE ? guatu_day_label (agreed) : NULL;
  char *text;

  if (light->raw == GUATU_LIGHT_YELLOW)
    text = g_strdup_printf (_("Due on %s and not finished; the new date that was agreed is %s."), due, date);
  else if (light->raw == GUATU_LIGHT_RED && date != NULL)
    text = g_strdup_printf (_("Due on %s and not finished; the new date that was agreed, %s, has passed."), due, date);
  else if (light->raw == GUATU_LIGHT_RED)
    text = g_strdup_printf (_("Due on %s and not finished; no new date has been agreed."), due);
  else if (light->threshold == GUATU_NONE)
    text = g_strdup_printf (_("%s of the time is over (due on %s)."), over, due);
  else if (light->threshold < 5000)
    text = g_strdup_printf (_("%s of the time is over (due on %s): past the first third, to be reminded."), over, due);
  else
    text = g_strdup_printf (_("%s of the time is over (due on %s): past the second third, to be named in a bulletin."),
                            over, due);

  add_sentence (&text, only_finishing (light));
  return text;
}

/* The rules ------------------------------------------------------------------------------------------------ */

/* What gave the raw colour. */
static char *
say_raw (const GuatuLights *self, const GuatuPlan *plan, gint32 task)
{
  const GuatuLight *light = guatu_lights_get (self, task);
  const GuatuLightRules *rules = guatu_lights_rules (self);
  g_autofree char *text = NULL;
  g_autofree char *due = NULL;

  switch ((int) light->raw_rule)
    {
    case GUATU_LIGHT_RULE_NO_STATUS_DATE:
      return g_strdup (_("The plan has no status date, so there are no lights."));
    case GUATU_LIGHT_RULE_FINISHED:
      return g_strdup (_("Finished."));
    case GUATU_LIGHT_RULE_NOT_DUE:
      return g_strdup (_("Not due to start yet."));
    case GUATU_LIGHT_RULE_INACTIVE:
      return g_strdup (_("Inactive: it takes no part in the plan."));
    case GUATU_LIGHT_RULE_OVERDUE:
      due = guatu_day_label (light->due);
      text = percent (light->reported);
      return g_strdup_printf (_("Due on %s and not finished (%s reported). Only finishing it clears the light."),
                              due, text);
    case GUATU_LIGHT_RULE_DAYS_LATE:
      return say_days_late (rules, light);
    case GUATU_LIGHT_RULE_TIME_LEFT:
      return say_time_left (rules, light);
    case GUATU_LIGHT_RULE_GATE:
      return say_gate (light);
    case GUATU_LIGHT_RULE_THIRDS:
      return say_thirds (light, guatu_plan_task_number (plan, task, GUATU_TASK_AGREED_FINISH));
    case GUATU_LIGHT_RULE_WORST:
      text = guatu_plan_task_title (plan, light->cause);
      return g_strdup_printf (_("The worst light below it: task %s."), text);
    case GUATU_LIGHT_RULE_GAP:
    case GUATU_LIGHT_RULE_RATIO:
    default:
      return say_behind (rules, light);
    }
}

/* Who set it, when, until when, why, and what the rules would say. */
static char *
say_override (const GuatuPlan *plan, const GuatuLight *light)
{
  const GuatuLightOverride *row = &((const GuatuLightOverride *) guatu_plan_rows (plan, GUATU_TABLE_LIGHT_OVERRIDE))
                                     [light->override];
  g_autofree char *set_on = guatu_day_label (row->set_on);
  g_autofree char *expires_on = guatu_day_label (row->expires_on);

  /* Translators: who, a day, a day, the reason, a colour. */
  return g_strdup_printf (_("Set by hand by %s on %s, until %s: %s. By the rules it would be %s."),
                          guatu_plan_text (plan, row->by_whom), set_on, expires_on, guatu_plan_text (plan, row->reason),
                          guatu_light_label (light->raw));
}

static char *
say_expired (const GuatuPlan *plan, const GuatuLight *light)
{
  const GuatuLightOverride *rows = guatu_plan_rows (plan, GUATU_TABLE_LIGHT_OVERRIDE);
  g_autofree char *date = NULL;

  if (light->expired < 0)
    return NULL;

  date = guatu_day_label (rows[light->expired].expires_on);
  return g_strdup_printf (_("The light that %s set by hand expired on %s."),
                          guatu_plan_text (plan, rows[light->expired].by_whom), date);
}

char *
guatu_light_reason (const GuatuLights *self, const GuatuPlan *plan, gint32 task)
{
  const GuatuLight *light = guatu_lights_get (self, task);
  char *raw = say_raw (self, plan, task);
  char *text = raw;

  switch ((int) light->rule)
    {
    case GUATU_LIGHT_RULE_OVERRIDE:
      text = say_override (plan, light);
      add_sentence (&text, raw);
      break;
    case GUATU_LIGHT_RULE_WEIGHTED:
      add_sentence (&text, g_strdup (_("This is the mean of what lies below it.")));
      break;
    case GUATU_LIGHT_RULE_RAISED:
      add_sentence (&text, g_strdup (_("One step worse, because it was behind at the end of the last two periods and "
                                       "has not become better.")));
      break;
    case GUATU_LIGHT_RULE_RECOVERED:
      add_sentence (&text, g_strdup (_("Yellow, because the period before ended red. Green when this period is over.")));
      break;
    case GUATU_LIGHT_RULE_SILENT:
      add_sentence (&text, g_strdup (_("Yellow, because there is no report for the last period. Green with a "
                                       "report.")));
      break;
    default:
      break;
    }

  add_sentence (&text, say_expired (plan, light));
  return text;
}
