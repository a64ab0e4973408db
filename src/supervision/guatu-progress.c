/* guatu-progress.c — the share of each task that is reported, and the share that was planned. */
#include "guatu-progress.h"

#include "guatu-reference-private.h"

gint32
guatu_progress_latest_report (const GuatuPlan *plan, gint32 task, GuatuInstant date)
{
  const GuatuReport *reports = guatu_plan_rows (plan, GUATU_TABLE_REPORT);
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_REPORT, GUATU_REPORT_TASK, task, &n);
  gint64 last_day = date == GUATU_NONE ? G_MAXINT64 : guatu_instant_day (date);
  gint64 best_day = 0;
  gint32 best = -1;

  /* Rows come by id, so that of one day the report entered later wins. */
  for (guint i = 0; i < n; i++)
    {
      gint64 day = guatu_instant_day (reports[rows[i]].date);

      if (day <= last_day && (best < 0 || day >= best_day))
        {
          best = rows[i];
          best_day = day;
        }
    }

  return best;
}

gint64 *
guatu_progress_reported (const GuatuPlan *plan, const GuatuSchedule *schedule, GuatuInstant date)
{
  guint n = guatu_plan_n_rows (plan, GUATU_TABLE_TASK);
  g_autofree double *shares = g_new0 (double, n);
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuReference) reference = guatu_reference_new (plan, schedule, &error);

  /* Only a cycle can fail, and then there is no schedule to ask with. */
  if (reference != NULL)
    guatu_reference_reported (reference, date, 0, 0, shares);

  return guatu_shares_round (shares, n);
}

gint64 *
guatu_progress_planned (const GuatuPlan *plan, GuatuInstant date, GError **error)
{
  guint n = guatu_plan_n_rows (plan, GUATU_TABLE_TASK);
  g_autofree double *shares = g_new0 (double, n);
  g_autoptr(GuatuReference) reference = guatu_reference_new (plan, NULL, error);

  if (reference == NULL)
    return NULL;

  guatu_reference_planned (reference, date, 0, 0, shares);
  return guatu_shares_round (shares, n);
}
