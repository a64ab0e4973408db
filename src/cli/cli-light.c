/* cli-light.c — "light" and "rules": a light set by hand, and the rules by which lights are given. */
#include "cli-output.h"

#include <glib/gi18n-lib.h>

#include "guatu-light-rules.h"

/* "light" ---------------------------------------------------------------------------------------------------- */

/* The day given for an option, at midnight. */
static gboolean
day_option (const CliCall *call, const char *name, GuatuInstant *day, GError **error)
{
  if (!cli_date_option (call, name, 0, day, error))
    return FALSE;
  if (*day != GUATU_NONE)
    *day = guatu_instant_day (*day) * GUATU_DAY;
  return TRUE;
}

/* From which day: --from, else the day of the status date, else today. */
static gboolean
first_day (const CliCall *call, const GuatuPlan *plan, GuatuInstant *day, GError **error)
{
  GuatuInstant status_date = guatu_plan_settings (plan)->status_date;

  if (!day_option (call, "from", day, error))
    return FALSE;
  if (*day == GUATU_NONE)
    *day = guatu_instant_day (status_date != GUATU_NONE ? status_date : cli_now ()) * GUATU_DAY;
  return TRUE;
}

static gboolean
parse_colour (const char *text, int *colour, GError **error)
{
  *colour = guatu_field_find_choice (guatu_field (GUATU_TABLE_LIGHT_OVERRIDE, GUATU_LIGHT_OVERRIDE_COLOUR), text);
  if (*colour >= 0)
    return TRUE;

  return cli_usage (error, _("“%s” is no light: write green, yellow, orange or red."), text);
}

static gboolean
clear_light (const CliCall *call, GuatuDocument *document, gint64 task, GuatuInstant from, GError **error)
{
  gint64 before = cli_head (document);

  return guatu_document_clear_light (document, task, from, error)
         && cli_say_what_was_done (call, document, before, 0, error);
}

static gboolean
set_light (const CliCall *call, GuatuDocument *document, gint64 task, GuatuInstant from, GError **error)
{
  gint64 before = cli_head (document);
  GuatuInstant until;
  gint64 id;
  int colour;

  return parse_colour (call->args[2], &colour, error) && day_option (call, "until", &until, error)
         && guatu_document_set_light (document, task, (GuatuOverrideColour) colour, cli_option (call, "by"),
                                      cli_option (call, "reason"), from, until, &id, error)
         && cli_say_what_was_done (call, document, before, id, error);
}

static gboolean
check_light_usage (const CliCall *call, GError **error)
{
  gboolean clear = cli_flag (call, "clear");
  gboolean told = cli_flag (call, "by") || cli_flag (call, "reason") || cli_flag (call, "until");

  if (clear && (call->n_args > 2 || told))
    return cli_usage (error, _("“--clear” takes a light back, and goes with --from alone."));
  if (!clear && call->n_args < 3)
    return cli_usage (error, _("Say which light: green, yellow, orange or red; or --clear."));
  if (!clear && !(cli_flag (call, "by") && cli_flag (call, "reason") && cli_flag (call, "until")))
    return cli_usage (error, _("A light set by hand needs --by NAME, --reason TEXT and --until DATE."));
  return TRUE;
}

static gboolean
run_light (const CliCall *call, GError **error)
{
  g_autoptr(GuatuDocument) document = NULL;
  const GuatuPlan *plan;
  GuatuInstant from;
  gint32 task;
  gint64 id;

  if (!check_light_usage (call, error))
    return FALSE;

  document = cli_open_to_edit (call, error);
  if (document == NULL)
    return FALSE;

  plan = guatu_document_get_plan (document);
  task = cli_find_task (plan, call->args[1], error);
  if (task < 0 || !first_day (call, plan, &from, error))
    return FALSE;

  id = guatu_plan_id (plan, GUATU_TABLE_TASK, task);
  return cli_flag (call, "clear") ? clear_light (call, document, id, from, error)
                                  : set_light (call, document, id, from, error);
}

static const CliOption light_options[] = {
  { "by", "NAME", N_("Who sets it") },
  { "reason", "TEXT", N_("Why") },
  { "until", "DATE", N_("The last day on which it holds") },
  { "from", "DATE", N_("The first day; that of the status date, else today, if it is left out") },
  { "clear", NULL, N_("Take back what is set by hand, from that day on") },
  { "json", NULL, N_("Print the new id as JSON") },
  { NULL },
};

const CliCommand cli_light = {
  .name = "light",
  .arguments = "FILE TASK COLOUR --by NAME --reason TEXT --until DATE [--from DATE] | TASK --clear [--from DATE]",
  .summary = N_("Set a task’s light by hand for a while, or take that back"),
  .details =
    N_("COLOUR is green, yellow, orange or red. “show FILE lights” says of such a light who set it, why and\n"
       "until when, and what the rules would show. A finished task keeps its tick."),
  .options = light_options,
  .min_args = 2,
  .max_args = 3,
  .run = run_light,
};

/* "rules" ---------------------------------------------------------------------------------------------------- */

/* One line of the list: a rule set of the plan, or a preset (row -1). */
typedef struct
{
  gint32          row;
  const char     *preset;
  const char     *name;
  GuatuLightRules rules;
  gboolean        in_force;
} Line;

/* Days count as they are, everything else in hundredths of a percent. */
static char *
mark_text (const GuatuLightRules *rules, gint64 mark)
{
  if (rules->rule == GUATU_RULE_DAYS_LATE)
    return mark == GUATU_NONE ? g_strdup ("") : g_strdup_printf ("%" G_GINT64_FORMAT, mark);
  return cli_hundredths_text (mark);
}

static void
add_line (CliTable *table, const Line *line)
{
  const GuatuField *field = guatu_field (GUATU_TABLE_LIGHT_RULE_SET, GUATU_LIGHT_RULE_SET_RULE);

  cli_table_cell (table, line->in_force ? "*" : "");
  cli_table_cell (table, line->name);
  cli_table_cell (table, line->preset != NULL ? line->preset : "");
  cli_table_cell (table, _(field->choices[line->rules.rule].label));
  cli_table_take (table, mark_text (&line->rules, line->rules.yellow_from));
  cli_table_take (table, mark_text (&line->rules, line->rules.orange_from));
  cli_table_take (table, mark_text (&line->rules, line->rules.red_from));
}

static JsonBuilder *
line_object (const GuatuPlan *plan, const Line *line)
{
  const GuatuField *field = guatu_field (GUATU_TABLE_LIGHT_RULE_SET, GUATU_LIGHT_RULE_SET_RULE);
  JsonBuilder *object = cli_json_object ();

  cli_json_id (object, "id", line->row >= 0 ? guatu_plan_id (plan, GUATU_TABLE_LIGHT_RULE_SET, line->row) : 0);
  cli_json_string (object, "preset", line->preset);
  cli_json_string (object, "name", line->name);
  cli_json_boolean (object, "in_force", line->in_force);
  cli_json_string (object, "rule", field->choices[line->rules.rule].name);
  cli_json_integer (object, "yellow_from", line->rules.yellow_from);
  cli_json_integer (object, "orange_from", line->rules.orange_from);
  cli_json_integer (object, "red_from", line->rules.red_from);
  cli_json_boolean (object, "inclusive", line->rules.inclusive);
  cli_json_boolean (object, "overdue_is_red", line->rules.overdue_is_red);
  cli_json_boolean (object, "raises", line->rules.raises);
  cli_json_boolean (object, "recovers", line->rules.recovers);
  cli_json_boolean (object, "silence", line->rules.silence);
  return object;
}

/* Those of the plan first, then the presets; the default is in force where the plan names none. */
static GArray *
lines_new (const GuatuPlan *plan)
{
  gint32 in_force = guatu_plan_settings (plan)->light_rule_set;
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  guint n, n_presets;
  g_autofree gint32 *rows = guatu_plan_in_order (plan, GUATU_TABLE_LIGHT_RULE_SET, &n);
  const GuatuLightPreset *presets = guatu_light_presets (&n_presets);

  for (guint i = 0; i < n; i++)
    {
      Line line = { rows[i], NULL, guatu_plan_string (plan, GUATU_TABLE_LIGHT_RULE_SET, rows[i],
                                                      GUATU_LIGHT_RULE_SET_NAME),
                    guatu_light_rules_get (plan, rows[i]), rows[i] == in_force };

      g_array_append_val (lines, line);
    }
  for (guint i = 0; i < n_presets; i++)
    {
      Line line = { -1, presets[i].name, _(presets[i].label), presets[i].rules, in_force < 0 && i == 0 };

      g_array_append_val (lines, line);
    }

  return lines;
}

static gboolean
list_rules (const CliCall *call, GError **error)
{
  const char * const headers[] = {
    "", _("Light rules"), _("Preset"), _("Rule"), _("Yellow from"), _("Orange from"), _("Red from"), NULL,
  };
  g_autoptr(GuatuDocument) document = guatu_document_open (call->args[0], TRUE, error);
  g_autoptr(CliTable) table = cli_table_new (headers, "llllrrr");
  g_autoptr(GArray) lines = NULL;
  gboolean json = cli_flag (call, "json");
  CliJsonList list;

  if (document == NULL)
    return FALSE;

  lines = lines_new (guatu_document_get_plan (document));
  if (json)
    cli_json_list_begin (&list);
  for (guint i = 0; i < lines->len; i++)
    if (json)
      cli_json_list_add (&list, line_object (guatu_document_get_plan (document), &g_array_index (lines, Line, i)));
    else
      add_line (table, &g_array_index (lines, Line, i));

  if (!json)
    {
      cli_table_print (table);
      return TRUE;
    }
  cli_json_list_end (&list);
  cli_print ("\n");
  return TRUE;
}

/* Puts a rule set of the plan in force; 0: the default rules. */
static gboolean
put_in_force (GuatuDocument *document, gint64 rule_set, GError **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  GuatuSetting setting = { GUATU_PLAN_LIGHT_RULE_SET, rule_set != 0 ? GUATU_INTEGER (rule_set) : GUATU_NULL };

  return guatu_document_set (document, GUATU_TABLE_PLAN, guatu_plan_settings (plan)->id, &setting, 1, error);
}

/* NAME is a rule set of the plan; if none is called so, a preset, of which a copy is made. */
static gboolean
use_rules (const CliCall *call, GuatuDocument *document, gint64 *id, GError **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  const char *name = call->args[2];
  const GuatuLightPreset *preset = guatu_light_preset_find (name);
  g_autoptr(GError) trouble = NULL;
  gint32 row = call->n_args == 3 ? cli_find_row (plan, GUATU_TABLE_LIGHT_RULE_SET, name, &trouble) : -1;

  if (row >= 0)
    return put_in_force (document, guatu_plan_id (plan, GUATU_TABLE_LIGHT_RULE_SET, row), error);
  if (g_error_matches (trouble, CLI_ERROR, CLI_ERROR_AMBIGUOUS))
    {
      g_propagate_error (error, g_steal_pointer (&trouble));
      return FALSE;
    }
  if (preset == NULL)
    {
      g_set_error (error, CLI_ERROR, CLI_ERROR_NOT_FOUND,
                   _("There are no light rules “%s”, neither in the plan nor with the program; “rules FILE list” lists "
                     "them."), name);
      return FALSE;
    }

  return guatu_document_use_light_preset (document, name, call->n_args > 3 ? call->args[3] : _(preset->label), id,
                                          error);
}

static gboolean
run_rules (const CliCall *call, GError **error)
{
  const char *verb = call->n_args > 1 ? call->args[1] : "list";
  gboolean use = g_str_equal (verb, "use");
  g_autoptr(GuatuDocument) document = NULL;
  gint64 before, id = 0;

  if (!use && !g_str_equal (verb, "list") && !g_str_equal (verb, "reset"))
    return cli_usage (error, _("“%s” is not list, use or reset."), verb);
  if (use && call->n_args < 3)
    return cli_usage (error, _("A name is missing."));
  if (!use && call->n_args > 2)
    return cli_usage (error, _("“%s” takes no name."), verb);
  if (g_str_equal (verb, "list"))
    return list_rules (call, error);

  document = cli_open_to_edit (call, error);
  if (document == NULL)
    return FALSE;

  before = cli_head (document);
  return (use ? use_rules (call, document, &id, error) : put_in_force (document, 0, error))
         && cli_say_what_was_done (call, document, before, id, error);
}

static const CliOption rules_options[] = {
  { "json", NULL, N_("Print JSON") },
  { NULL },
};

const CliCommand cli_rules = {
  .name = "rules",
  .arguments = "FILE [list] | use NAME [AS] | reset",
  .summary = N_("Choose the rules by which lights are given"),
  .details =
    N_("“list” shows the rules in the plan and those that come with the program; a star marks what is in\n"
       "force. “use” puts rules of the plan in force, or a copy of a preset, called AS: default, points,\n"
       "ratio, days-late, time-left, quarter-gates or thirds. “reset” goes back to the default. A copy is\n"
       "edited by “set FILE light-rule-set NAME FIELD=VALUE…”: its marks are hundredths of a percent, or days."),
  .options = rules_options,
  .min_args = 1,
  .max_args = 4,
  .run = run_rules,
};
