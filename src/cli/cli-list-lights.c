/* cli-list-lights.c — "show lights": the light of every task, and its reason. */
#include "cli-output.h"

#include <glib/gi18n-lib.h>

#include "cli-lists.h"
#include "guatu-lights.h"

static void
print_table (const CliView *view, const GuatuLights *lights)
{
  const char * const headers[] = {
    "#", _("Task"), _("Light"), _("Planned"), _("Reported"), _("Points behind"), _("Since"), _("Because"), NULL,
  };
  g_autoptr(CliTable) table = cli_table_new (headers, "rllrrr");
  guint n;
  const gint32 *outline = guatu_plan_outline (view->plan, &n);

  for (guint i = 0; i < n; i++)
    {
      gint32 task = outline[i];
      const GuatuLight *light = guatu_lights_get (lights, task);

      cli_table_take (table, g_strdup_printf ("%u", i + 1));
      cli_table_take (table, cli_task_indented (view->plan, task));
      cli_table_cell (table, guatu_light_label (light->shown));
      cli_table_take (table, cli_percent_text (light->planned));
      cli_table_take (table, cli_percent_text (light->reported));
      cli_table_take (table, cli_hundredths_text (light->gap));
      cli_table_take (table, cli_day_text (light->since));
      cli_table_take (table, guatu_light_reason (lights, view->plan, task));
    }
  cli_table_print (table);
}

/* Figures and thresholds are hundredths of a percent or of a point, but for days. */
static void
add_figures (JsonBuilder *object, const GuatuLight *light)
{
  gint64 divisor = light->raw_rule == GUATU_LIGHT_RULE_DAYS_LATE ? 1 : 100;

  cli_json_quotient (object, "figure", light->figure, divisor);
  cli_json_quotient (object, "threshold", light->threshold, divisor);
  cli_json_quotient (object, "green_from", light->green_from, 100);
}

/* An override that is in force, or one that ran out of late; null if neither. */
static void
add_override (JsonBuilder *object, const GuatuPlan *plan, const char *name, gint32 row)
{
  const GuatuLightOverride *overrides = guatu_plan_rows (plan, GUATU_TABLE_LIGHT_OVERRIDE);

  if (row < 0)
    {
      cli_json_string (object, name, NULL);
      return;
    }

  json_builder_set_member_name (object, name);
  json_builder_begin_object (object);
  cli_json_id (object, "id", overrides[row].id);
  cli_json_string (object, "colour", guatu_light_name (guatu_light_of_override (overrides[row].colour)));
  cli_json_string (object, "by", guatu_plan_text (plan, overrides[row].by_whom));
  cli_json_string (object, "reason", guatu_plan_text (plan, overrides[row].reason));
  cli_json_date (object, "set_on", overrides[row].set_on);
  cli_json_date (object, "expires_on", overrides[row].expires_on);
  json_builder_end_object (object);
}

static JsonBuilder *
light_object (const CliView *view, const GuatuLights *lights, gint32 task)
{
  const GuatuLight *light = guatu_lights_get (lights, task);
  JsonBuilder *object = cli_json_object ();
  g_autofree char *wbs = guatu_plan_task_wbs (view->plan, task);
  g_autofree char *reason = guatu_light_reason (lights, view->plan, task);

  cli_json_id (object, "id", guatu_plan_id (view->plan, GUATU_TABLE_TASK, task));
  cli_json_string (object, "wbs", wbs);
  cli_json_string (object, "name", guatu_plan_task_name (view->plan, task));
  cli_json_string (object, "shown", guatu_light_name (light->shown));
  cli_json_string (object, "raw", guatu_light_name (light->raw));
  cli_json_quotient (object, "planned", light->planned, 100);
  cli_json_quotient (object, "reported", light->reported, 100);
  cli_json_quotient (object, "gap", light->gap, 100);
  cli_json_string (object, "rule", guatu_light_rule_name (light->rule));
  cli_json_string (object, "raw_rule", guatu_light_rule_name (light->raw_rule));
  add_figures (object, light);
  cli_json_instant (object, "due", light->due);
  cli_json_date (object, "since", light->since);
  cli_json_id (object, "cause", guatu_plan_id (view->plan, GUATU_TABLE_TASK, light->cause));
  add_override (object, view->plan, "override", light->override);
  add_override (object, view->plan, "expired_override", light->expired);
  cli_json_string (object, "reason", reason);
  return object;
}

static void
print_json (const CliView *view, const GuatuLights *lights)
{
  CliJsonList list;
  guint n;
  const gint32 *outline = guatu_plan_outline (view->plan, &n);

  cli_json_list_begin (&list);
  for (guint i = 0; i < n; i++)
    cli_json_list_add (&list, light_object (view, lights, outline[i]));
  cli_json_list_end (&list);
  cli_print ("\n");
}

gboolean
cli_list_lights (const CliView *view, gboolean json, GError **error)
{
  GuatuInstant status_date = guatu_plan_settings (view->plan)->status_date;
  g_autoptr(GuatuLights) lights = guatu_lights_new (view->plan, view->schedule, status_date, error);

  if (lights == NULL)
    return FALSE;

  if (json)
    print_json (view, lights);
  else
    print_table (view, lights);
  return TRUE;
}
