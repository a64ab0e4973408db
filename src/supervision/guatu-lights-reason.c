/* guatu-lights-reason.c — what a light says for itself, in words. */
#include <glib/gi18n-lib.h>

#include "guatu-lights-private.h"

const char *
guatu_light_name (GuatuLightColour colour)
{
  static const char * const names[] = { "none", "green", "yellow", "orange", "red", "done" };

  return names[colour];
}

const char *
guatu_light_label (GuatuLightColour colour)
{
  static const char * const labels[] = {
    NC_("light", "none"), NC_("light", "green"), NC_("light", "yellow"),
    NC_("light", "orange"), NC_("light", "red"), NC_("light", "finished"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "light", labels[colour]);
}

const char *
guatu_light_rule_name (GuatuLightRule rule)
{
  static const char * const names[] = {
    "no-status-date", "finished", "not-due", "gap", "overdue", "raised", "recovered", "silent", "worst",
  };

  return names[rule];
}

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
day (GuatuInstant instant)
{
  g_autofree char *iso = guatu_instant_to_iso (instant);

  return g_strndup (iso, 10);
}

/* The smallest share that would be green: the gap is then just below the first mark. */
static char *
green_from (const GuatuLight *light)
{
  return points (CLAMP (light->planned - GUATU_GAP_YELLOW + 1, 0, 10000));
}

static char *
say_gap (const GuatuLight *light)
{
  g_autofree char *gap = points (light->gap);
  g_autofree char *planned = points (light->planned);
  g_autofree char *reported = points (light->reported);
  g_autofree char *threshold = points (light->threshold);
  g_autofree char *green = green_from (light);

  if (light->threshold == 0)
    return g_strdup_printf (_("%s points behind plan (planned %s %%, reported %s %%), less than 5."),
                            gap, planned, reported);

  return g_strdup_printf (_("%s points behind plan (planned %s %%, reported %s %%), %s or more. "
                            "Green again with %s %% reported."), gap, planned, reported, threshold, green);
}

char *
guatu_light_reason (const GuatuLights *self, const GuatuPlan *plan, gint32 task)
{
  const GuatuLight *light = guatu_lights_get (self, task);
  g_autofree char *text = NULL;
  g_autofree char *due = NULL;

  switch ((GuatuLightRule) light->rule)
    {
    case GUATU_LIGHT_RULE_NO_STATUS_DATE:
      return g_strdup (_("The plan has no status date, so there are no lights."));

    case GUATU_LIGHT_RULE_FINISHED:
      return g_strdup (_("Finished."));

    case GUATU_LIGHT_RULE_NOT_DUE:
      return g_strdup (_("Not due to start yet."));

    case GUATU_LIGHT_RULE_GAP:
      return say_gap (light);

    case GUATU_LIGHT_RULE_OVERDUE:
      due = day (light->due);
      text = points (light->reported);
      return g_strdup_printf (_("Due on %s and not finished (%s %% reported). Only finishing it clears the light."),
                              due, text);

    case GUATU_LIGHT_RULE_RAISED:
      text = say_gap (light);
      return g_strdup_printf (_("%s One step worse, because it was behind at the end of the last two "
                                "periods and has not become better."), text);

    case GUATU_LIGHT_RULE_RECOVERED:
      text = say_gap (light);
      return g_strdup_printf (_("%s Yellow, because the period before ended red. Green when this period is over."),
                              text);

    case GUATU_LIGHT_RULE_SILENT:
      text = say_gap (light);
      return g_strdup_printf (_("%s Yellow, because there is no report for the last period. Green with a report."),
                              text);

    case GUATU_LIGHT_RULE_WORST:
      text = guatu_plan_task_title (plan, light->cause);
      return g_strdup_printf (_("The worst light below it: task %s."), text);

    default:
      g_return_val_if_reached (NULL);
    }
}
