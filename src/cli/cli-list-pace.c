/* cli-list-pace.c — "show pace" and "show unit-lights": required and recent pace and the forecast, by task and unit. */
#include "cli-output.h"

#include <glib/gi18n-lib.h>

#include "cli-lists.h"
#include "guatu-unit-lights.h"

/* One pace ------------------------------------------------------------------------------------------------- */

static void
add_pace_cells (CliTable *table, const GuatuPlan *plan, const GuatuPace *pace)
{
  cli_table_take (table, cli_percent_text (pace->left));
  cli_table_take (table, cli_finish_text (plan, pace->due));
  cli_table_take (table, cli_hundredths_text (pace->days_left));
  cli_table_take (table, cli_hundredths_text (pace->required));
  cli_table_take (table, cli_hundredths_text (pace->recent));
  cli_table_take (table, cli_day_text (pace->forecast));
  cli_table_take (table, cli_hundredths_text (pace->days_late));
}

static void
add_pace_members (JsonBuilder *object, const GuatuPace *pace)
{
  cli_json_quotient (object, "planned", pace->planned, 100);
  cli_json_quotient (object, "reported", pace->reported, 100);
  cli_json_quotient (object, "left", pace->left, 100);
  cli_json_instant (object, "due", pace->due);
  cli_json_quotient (object, "days_left", pace->days_left, 100);
  cli_json_quotient (object, "required_pace", pace->required, 100);
  cli_json_instant (object, "recent_from", pace->recent_from);
  cli_json_quotient (object, "recent_share", pace->recent_share, 100);
  cli_json_quotient (object, "recent_days", pace->recent_days, 100);
  cli_json_quotient (object, "recent_pace", pace->recent, 100);
  cli_json_instant (object, "forecast", pace->forecast);
  cli_json_quotient (object, "days_late", pace->days_late, 100);
}

/* Tasks ------------------------------------------------------------------------------------------------------ */

static void
print_tasks (const CliView *view, const GuatuPace *paces)
{
  const char * const headers[] = {
    "#", _("Task"), _("Planned"), _("Reported"), _("Left"), _("Due"), _("Days left"), _("Required pace"),
    _("Recent pace"), _("Forecast"), _("Days late"), NULL,
  };
  g_autoptr(CliTable) table = cli_table_new (headers, "rlrrrlrrrlr");
  guint n;
  const gint32 *outline = guatu_plan_outline (view->plan, &n);

  for (guint i = 0; i < n; i++)
    {
      const GuatuPace *pace = &paces[outline[i]];

      cli_table_take (table, g_strdup_printf ("%u", i + 1));
      cli_table_take (table, cli_task_indented (view->plan, outline[i]));
      cli_table_take (table, cli_percent_text (pace->planned));
      cli_table_take (table, cli_percent_text (pace->reported));
      add_pace_cells (table, view->plan, pace);
    }
  cli_table_print (table);
}

static void
print_tasks_json (const CliView *view, const GuatuPace *paces)
{
  CliJsonList list;
  guint n;
  const gint32 *outline = guatu_plan_outline (view->plan, &n);

  cli_json_list_begin (&list);
  for (guint i = 0; i < n; i++)
    {
      gint32 task = outline[i];
      JsonBuilder *object = cli_json_object ();
      g_autofree char *wbs = guatu_plan_task_wbs (view->plan, task);

      cli_json_id (object, "id", guatu_plan_id (view->plan, GUATU_TABLE_TASK, task));
      cli_json_string (object, "wbs", wbs);
      cli_json_string (object, "name", guatu_plan_task_name (view->plan, task));
      add_pace_members (object, &paces[task]);
      cli_json_list_add (&list, object);
    }
  cli_json_list_end (&list);
  cli_print ("\n");
}

gboolean
cli_list_pace (const CliView *view, gboolean json, GError **error)
{
  GuatuInstant status_date = guatu_plan_settings (view->plan)->status_date;
  g_autofree GuatuPace *paces = guatu_pace_new (view->plan, view->schedule, status_date, error);

  if (paces == NULL)
    return FALSE;

  if (json)
    print_tasks_json (view, paces);
  else
    print_tasks (view, paces);
  return TRUE;
}

/* Units ------------------------------------------------------------------------------------------------------ */

static void
print_units (const CliView *view, const GuatuUnitLight *units, guint n)
{
  const char * const headers[] = {
    _("Unit"), _("Tasks"), _("Light"), _("Planned"), _("Reported"), _("Points behind"), _("Left"), _("Due"),
    _("Days left"), _("Required pace"), _("Recent pace"), _("Forecast"), _("Days late"), _("Because of"), NULL,
  };
  g_autoptr(CliTable) table = cli_table_new (headers, "lrlrrrrlrrrlrl");

  for (guint i = 0; i < n; i++)
    {
      const GuatuUnitLight *light = &units[i];

      cli_table_take (table, cli_row_title (view->plan, GUATU_TABLE_UNIT, light->unit));
      cli_table_take (table, g_strdup_printf ("%u", light->n_tasks));
      cli_table_cell (table, guatu_light_label (light->shown));
      cli_table_take (table, cli_percent_text (light->pace.planned));
      cli_table_take (table, cli_percent_text (light->pace.reported));
      cli_table_take (table, cli_hundredths_text (light->gap));
      add_pace_cells (table, view->plan, &light->pace);
      cli_table_take (table, light->cause >= 0 ? guatu_plan_task_title (view->plan, light->cause) : g_strdup (""));
    }
  cli_table_print (table);
}

static JsonBuilder *
unit_object (const CliView *view, const GuatuUnitLight *light)
{
  const GuatuPlan *plan = view->plan;
  JsonBuilder *object = cli_json_object ();

  cli_json_id (object, "id", guatu_plan_id (plan, GUATU_TABLE_UNIT, light->unit));
  cli_json_string (object, "name", guatu_plan_string (plan, GUATU_TABLE_UNIT, light->unit, GUATU_UNIT_NAME));
  cli_json_field (object, plan, GUATU_TABLE_UNIT, light->unit, GUATU_UNIT_KIND);
  cli_json_integer (object, "tasks", light->n_tasks);
  json_builder_set_member_name (object, "lights");
  json_builder_begin_object (object);
  for (guint colour = 0; colour < GUATU_LIGHT_N_COLOURS; colour++)
    cli_json_integer (object, guatu_light_name (colour), light->n_lights[colour]);
  json_builder_end_object (object);
  cli_json_string (object, "shown", guatu_light_name (light->shown));
  cli_json_string (object, "rule", guatu_light_rule_name (light->rule));
  cli_json_id (object, "cause", light->cause >= 0 ? guatu_plan_id (plan, GUATU_TABLE_TASK, light->cause) : 0);
  cli_json_quotient (object, "gap", light->gap, 100);
  add_pace_members (object, &light->pace);
  return object;
}

gboolean
cli_list_unit_lights (const CliView *view, gboolean json, GError **error)
{
  GuatuInstant status_date = guatu_plan_settings (view->plan)->status_date;
  g_autoptr(GuatuLights) lights = guatu_lights_new (view->plan, view->schedule, status_date, error);
  g_autofree GuatuUnitLight *units = NULL;
  CliJsonList list;
  guint n;

  if (lights == NULL)
    return FALSE;
  units = guatu_unit_lights_new (view->plan, view->schedule, lights, status_date, &n, error);
  if (units == NULL)
    return FALSE;

  if (!json)
    {
      print_units (view, units, n);
      return TRUE;
    }

  cli_json_list_begin (&list);
  for (guint i = 0; i < n; i++)
    cli_json_list_add (&list, unit_object (view, &units[i]));
  cli_json_list_end (&list);
  cli_print ("\n");
  return TRUE;
}
