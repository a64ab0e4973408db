/* guatu-link-text.c — writes links as planners do: "3FS+2d, 5SS". */
#include "guatu-link-text.h"

static const char * const types[] = {
  [GUATU_LINK_FF] = "FF", [GUATU_LINK_FS] = "FS", [GUATU_LINK_SF] = "SF", [GUATU_LINK_SS] = "SS",
};

GuatuDuration
guatu_link_lag (const GuatuLink *link)
{
  gboolean percent = link->lag_kind == GUATU_LAG_PERCENT || link->lag_kind == GUATU_LAG_ELAPSED_PERCENT;
  gboolean elapsed = link->lag_kind == GUATU_LAG_ELAPSED || link->lag_kind == GUATU_LAG_ELAPSED_PERCENT;

  return (GuatuDuration) { link->lag, percent ? GUATU_UNIT_PERCENT
                                      : link->lag_unit == GUATU_UNIT_PERCENT ? GUATU_UNIT_DAY : link->lag_unit,
                           elapsed };
}

char *
guatu_lag_text (const GuatuPlan *plan,
                gint32           link)
{
  GuatuDurationRates rates = guatu_plan_rates (plan);
  GuatuDuration lag = guatu_link_lag (guatu_plan_link (plan, link));
  g_autofree char *amount = NULL;

  if (lag.amount == 0)
    return g_strdup ("");
  amount = guatu_duration_format (lag, &rates);

  return g_strconcat (lag.amount > 0 ? "+" : "", amount, NULL);
}

char *
guatu_links_text (const GuatuPlan *plan,
                  gint32           task)
{
  GString *text = g_string_new (NULL);
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_LINK, GUATU_LINK_SUCCESSOR, task, &n);

  for (guint i = 0; i < n; i++)
    {
      const GuatuLink *link = guatu_plan_link (plan, rows[i]);
      g_autofree char *lag = guatu_lag_text (plan, rows[i]);

      g_string_append_printf (text, "%s%u", i > 0 ? ", " : "", guatu_plan_task_place (plan, link->predecessor));
      if (link->type != GUATU_LINK_FS || *lag != '\0')
        g_string_append_printf (text, "%s%s", types[link->type & 3], lag);
    }

  return g_string_free (text, FALSE);
}
