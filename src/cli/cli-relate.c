/* cli-relate.c — "link", "assign", "report": what joins tasks to each other, to people and to time. */
#include "cli-output.h"

#include <glib/gi18n-lib.h>

#include "guatu-field-text.h"

/* Two tasks ------------------------------------------------------------------------------------------------ */

/* The ids of the tasks in arguments 1 and 2. */
static gboolean
find_ends (const CliCall *call, const GuatuPlan *plan, gint64 *predecessor, gint64 *successor, GError **error)
{
  gint32 from = cli_find_task (plan, call->args[1], error);
  gint32 to = from >= 0 ? cli_find_task (plan, call->args[2], error) : -1;

  if (to < 0)
    return FALSE;

  *predecessor = guatu_plan_id (plan, GUATU_TABLE_TASK, from);
  *successor = guatu_plan_id (plan, GUATU_TABLE_TASK, to);
  return TRUE;
}

/* TYPE and LAG, each of which may be left out. */
static gboolean
parse_link (const CliCall *call, const GuatuPlan *plan, GuatuLinkType *type, GuatuDuration *lag, GError **error)
{
  const GuatuField *field = guatu_field (GUATU_TABLE_LINK, GUATU_LINK_TYPE);
  GuatuDurationRates rates = guatu_plan_rates (plan);
  guint next = 3;

  *type = GUATU_LINK_FS;
  *lag = (GuatuDuration) { 0, GUATU_UNIT_DAY, FALSE };

  if (next < call->n_args && guatu_field_find_choice (field, call->args[next]) >= 0)
    *type = (GuatuLinkType) guatu_field_find_choice (field, call->args[next++]);
  else if (call->n_args > 4)
    return cli_usage (error, _("“%s” is no kind of link: write FS, SS, FF or SF."), call->args[next]);

  if (next < call->n_args && !guatu_duration_parse (call->args[next], &rates, TRUE, lag))
    return cli_usage (error,
                      _("“%s” is neither a kind of link (FS, SS, FF, SF) nor a lag (2d, -1w, 3ed, 50%%, 50e%%)."),
                      call->args[next]);

  return TRUE;
}

static gboolean
run_link (const CliCall *call, GError **error)
{
  g_autoptr(GuatuDocument) document = cli_open_to_edit (call, error);
  const GuatuPlan *plan;
  gint64 predecessor, successor, id, before;
  GuatuLinkType type;
  GuatuDuration lag;

  if (document == NULL)
    return FALSE;

  plan = guatu_document_get_plan (document);
  if (!parse_link (call, plan, &type, &lag, error) || !find_ends (call, plan, &predecessor, &successor, error))
    return FALSE;

  before = cli_head (document);
  return guatu_document_link (document, predecessor, successor, type, cli_lag_kind (lag), lag.amount, lag.unit, &id,
                              error)
         && cli_say_what_was_done (call, document, before, id, error);
}

static const CliOption link_options[] = {
  { "json", NULL, N_("Print the new id as JSON") },
  { NULL },
};

const CliCommand cli_link = {
  .name = "link",
  .arguments = "FILE PREDECESSOR SUCCESSOR [TYPE] [LAG]",
  .summary = N_("Link two tasks"),
  .details =
    N_("TYPE is FS (finish to start, if it is left out), SS, FF or SF. LAG is 2d, -1w (a lead), 3ed\n"
       "(elapsed), 50% or 50e% (of the predecessor’s duration). A second link between the same tasks\n"
       "replaces the first. A link that would close a circle is refused, and the tasks on it are named."),
  .options = link_options,
  .min_args = 3,
  .max_args = 5,
  .run = run_link,
};

static gboolean
run_unlink (const CliCall *call, GError **error)
{
  g_autoptr(GuatuDocument) document = cli_open_to_edit (call, error);
  gint64 predecessor, successor, before;

  if (document == NULL
      || !find_ends (call, guatu_document_get_plan (document), &predecessor, &successor, error))
    return FALSE;

  before = cli_head (document);
  return guatu_document_unlink (document, predecessor, successor, error)
         && cli_say_what_was_done (call, document, before, 0, error);
}

const CliCommand cli_unlink = {
  .name = "unlink",
  .arguments = "FILE PREDECESSOR SUCCESSOR",
  .summary = N_("Remove the link between two tasks"),
  .min_args = 3,
  .max_args = 3,
  .run = run_unlink,
};

/* A task and a party --------------------------------------------------------------------------------------- */

/* WHO is a unit or a person: exactly one id is set. */
static gboolean
find_party (const GuatuPlan *plan, const char *text, gint64 *unit, gint64 *person, GError **error)
{
  g_autoptr(GError) no_unit = NULL;
  g_autoptr(GError) no_person = NULL;
  gint32 unit_row = cli_find_row (plan, GUATU_TABLE_UNIT, text, &no_unit);
  gint32 person_row = cli_find_row (plan, GUATU_TABLE_PERSON, text, &no_person);

  *unit = unit_row >= 0 ? guatu_plan_id (plan, GUATU_TABLE_UNIT, unit_row) : 0;
  *person = person_row >= 0 ? guatu_plan_id (plan, GUATU_TABLE_PERSON, person_row) : 0;

  if (*unit != 0 && *person != 0)
    {
      g_autofree char *first = g_strdup_printf ("%" G_GINT64_FORMAT, *unit);
      g_autofree char *second = g_strdup_printf ("%" G_GINT64_FORMAT, *person);

      g_set_error (error, CLI_ERROR, CLI_ERROR_FAILED,
                   _("“%s” is both a unit (id %s) and a person (id %s); say which by its id."), text, first, second);
      return FALSE;
    }
  if (g_error_matches (no_unit, CLI_ERROR, CLI_ERROR_AMBIGUOUS))
    g_propagate_error (error, g_steal_pointer (&no_unit));
  else if (g_error_matches (no_person, CLI_ERROR, CLI_ERROR_AMBIGUOUS))
    g_propagate_error (error, g_steal_pointer (&no_person));
  else if (*unit != 0 || *person != 0)
    return TRUE;
  else
    g_set_error (error, CLI_ERROR, CLI_ERROR_NOT_FOUND, _("There is no unit and no person with the id or name “%s”."),
                 text);
  return FALSE;
}

static gboolean
parse_role (const char *text, int *role, GError **error)
{
  const GuatuField *field = guatu_field (GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_ROLE);
  g_autoptr(GString) names = g_string_new (NULL);

  *role = guatu_field_find_choice (field, text);
  if (*role >= 0)
    return TRUE;

  for (int i = 0; field->choices[i].name != NULL; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", field->choices[i].name);
  return cli_usage (error, _("“%s” is no role; there are: %s."), text, names->str);
}

static gboolean
run_assign (const CliCall *call, GError **error)
{
  g_autoptr(GuatuDocument) document = NULL;
  const GuatuPlan *plan;
  GuatuValue share = GUATU_INTEGER (10000);
  gint64 unit, person, id, before;
  gint32 task;
  int role;

  if (!parse_role (call->args[3], &role, error))
    return FALSE;

  document = cli_open_to_edit (call, error);
  if (document == NULL)
    return FALSE;

  plan = guatu_document_get_plan (document);
  task = cli_find_task (plan, call->args[1], error);
  if (task < 0 || !find_party (plan, call->args[2], &unit, &person, error))
    return FALSE;
  if (call->n_args > 4
      && !guatu_field_parse (plan, GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_SHARE, call->args[4], &share, error))
    return FALSE;

  before = cli_head (document);
  return guatu_document_assign (document, guatu_plan_id (plan, GUATU_TABLE_TASK, task), unit, person,
                                (GuatuRole) role, share.integer, &id, error)
         && cli_say_what_was_done (call, document, before, id, error);
}

static void
role_help (void)
{
  const GuatuField *field = guatu_field (GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_ROLE);

  cli_print ("\n%s\n", _("Roles:"));
  for (int i = 0; field->choices[i].name != NULL; i++)
    cli_print ("  %-22s %s\n", field->choices[i].name, _(field->choices[i].label));
}

const CliCommand cli_assign = {
  .name = "assign",
  .arguments = "FILE TASK WHO ROLE [SHARE]",
  .summary = N_("Give a unit or a person a part in a task"),
  .details =
    /* xgettext:no-c-format */
    N_("WHO is a unit or a person, by id or name. SHARE is a percentage, 100% if it is left out. The same\n"
       "party in the same role gets the new share."),
  .options = link_options,
  .min_args = 4,
  .max_args = 5,
  .run = run_assign,
  .more_help = role_help,
};

static gboolean
run_unassign (const CliCall *call, GError **error)
{
  g_autoptr(GuatuDocument) document = NULL;
  const GuatuPlan *plan;
  gint64 unit, person, before;
  gint32 task;
  int role = -1;

  if (call->n_args > 3 && !parse_role (call->args[3], &role, error))
    return FALSE;

  document = cli_open_to_edit (call, error);
  if (document == NULL)
    return FALSE;

  plan = guatu_document_get_plan (document);
  task = cli_find_task (plan, call->args[1], error);
  if (task < 0 || !find_party (plan, call->args[2], &unit, &person, error))
    return FALSE;

  before = cli_head (document);
  return guatu_document_unassign (document, guatu_plan_id (plan, GUATU_TABLE_TASK, task), unit, person, role, error)
         && cli_say_what_was_done (call, document, before, 0, error);
}

const CliCommand cli_unassign = {
  .name = "unassign",
  .arguments = "FILE TASK WHO [ROLE]",
  .summary = N_("Take a unit’s or a person’s part in a task back, in one role or in all"),
  .min_args = 3,
  .max_args = 4,
  .run = run_unassign,
  .more_help = role_help,
};

/* A task and a day ------------------------------------------------------------------------------------------- */

static gboolean
run_report (const CliCall *call, GError **error)
{
  g_autoptr(GuatuDocument) document = cli_open_to_edit (call, error);
  g_autoptr(GArray) settings = g_array_new (FALSE, TRUE, sizeof (GuatuSetting));
  const GuatuPlan *plan;
  GuatuInstant date;
  GuatuValue share;
  gint64 default_finish, id, before;
  gint32 task;

  if (document == NULL)
    return FALSE;

  plan = guatu_document_get_plan (document);
  default_finish = guatu_plan_settings (plan)->default_finish;
  if (!cli_date_option (call, "date", default_finish, &date, error))
    return FALSE;
  if (date == GUATU_NONE)
    date = guatu_instant_day (cli_now ()) * GUATU_DAY + default_finish;

  task = cli_find_task (plan, call->args[1], error);
  if (task < 0
      || !guatu_field_parse (plan, GUATU_TABLE_REPORT, GUATU_REPORT_SHARE, call->args[2], &share, error)
      || !cli_settings_parse (call, 3, plan, GUATU_TABLE_REPORT, -1, settings, error))
    return FALSE;

  before = cli_head (document);
  return guatu_document_report (document, guatu_plan_id (plan, GUATU_TABLE_TASK, task), date, share.integer,
                                (const GuatuSetting *) (gpointer) settings->data, settings->len, &id, error)
         && cli_say_what_was_done (call, document, before, id, error);
}

static const CliOption report_options[] = {
  { "date", "DATE", N_("The day of the report; today if it is left out") },
  { "json", NULL, N_("Print the new id as JSON") },
  { NULL },
};

const CliCommand cli_report = {
  .name = "report",
  .arguments = "FILE TASK SHARE [--date DATE] [FIELD=VALUE…]",
  .summary = N_("Report how much of a task is done"),
  .details =
    N_("SHARE is a percentage: 34%. A report of more than nothing starts the task, one of 100% finishes\n"
       "it. Further fields are amount, done, next and person."),
  .options = report_options,
  .min_args = 3,
  .max_args = G_MAXUINT,
  .run = run_report,
};
