/* cli-arguments.c — a command line taken apart: options, dates, and fields to set. */
#include "cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "guatu-field-text.h"

G_DEFINE_QUARK (cli-error-quark, cli_error)

gboolean
cli_usage (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (CLI_ERROR, CLI_ERROR_USAGE, format, arguments);
  va_end (arguments);

  return FALSE;
}

static int
option_place (const CliCommand *command, const char *name, gsize length)
{
  for (int i = 0; command->options != NULL && command->options[i].name != NULL; i++)
    if (strlen (command->options[i].name) == length && strncmp (command->options[i].name, name, length) == 0)
      return i;

  return -1;
}

/* Reads the option at *@word, and moves *@word to its value if that stands apart. */
static gboolean
take_option (CliCall *self, char ***word, GError **error)
{
  const char *name = **word + 2;
  const char *equals = strchr (name, '=');
  gsize length = equals != NULL ? (gsize) (equals - name) : strlen (name);
  int place = g_str_has_prefix (**word, "--") ? option_place (self->command, name, length) : -1;
  const CliOption *option;

  if (place < 0)
    return cli_usage (error, _("There is no option “%s”."), **word);

  option = &self->command->options[place];
  if (option->argument == NULL && equals != NULL)
    return cli_usage (error, _("The option “--%s” takes no value."), option->name);
  if (option->argument != NULL && equals == NULL)
    {
      if ((*word)[1] == NULL)
        return cli_usage (error, _("The option “--%s” needs a value."), option->name);
      (*word)++;
      equals = **word - 1;
    }

  self->option_values->pdata[place] = (gpointer) (option->argument != NULL ? equals + 1 : "");
  g_ptr_array_add (self->options_given, (gpointer) option->name);
  g_ptr_array_add (self->options_given, self->option_values->pdata[place]);
  return TRUE;
}

static gboolean
is_option (const char *word)
{
  return word[0] == '-' && word[1] != '\0' && !g_ascii_isdigit (word[1]) && word[1] != '.';
}

CliCall *
cli_call_new (const CliCommand *command, char **argv, gboolean *help, GError **error)
{
  g_autoptr(CliCall) self = g_new0 (CliCall, 1);
  g_autoptr(GPtrArray) args = g_ptr_array_new ();
  gboolean only_arguments = FALSE;
  int n_options = 0;

  while (command->options != NULL && command->options[n_options].name != NULL)
    n_options++;

  self->command = command;
  self->option_values = g_ptr_array_new ();
  self->options_given = g_ptr_array_new ();
  g_ptr_array_set_size (self->option_values, n_options);

  for (char **word = argv; *word != NULL; word++)
    if (only_arguments || !is_option (*word))
      g_ptr_array_add (args, *word);
    else if (g_str_equal (*word, "--"))
      only_arguments = TRUE;
    else if (g_str_equal (*word, "--help") || g_str_equal (*word, "-h"))
      *help = TRUE;
    else if (!take_option (self, &word, error))
      return NULL;

  self->n_args = args->len;
  g_ptr_array_add (args, NULL);
  self->args = (char **) g_ptr_array_free (g_steal_pointer (&args), FALSE);

  if (*help)
    return g_steal_pointer (&self);
  if (self->n_args < command->min_args)
    {
      cli_usage (error, _("“%s” needs more arguments: %s"), command->name, command->arguments);
      return NULL;
    }
  if (self->n_args > command->max_args)
    {
      cli_usage (error, _("“%s” does not know what to do with “%s”."), command->name,
                 self->args[command->max_args]);
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
cli_call_free (CliCall *self)
{
  if (self == NULL)
    return;

  g_free (self->args);
  g_clear_pointer (&self->option_values, g_ptr_array_unref);
  g_clear_pointer (&self->options_given, g_ptr_array_unref);
  g_free (self);
}

const char *
cli_option (const CliCall *call, const char *name)
{
  int place = option_place (call->command, name, strlen (name));

  return place >= 0 ? call->option_values->pdata[place] : NULL;
}

gboolean
cli_flag (const CliCall *call, const char *name)
{
  return cli_option (call, name) != NULL;
}

GPtrArray *
cli_option_list (const CliCall *call, const char *name)
{
  GPtrArray *values = g_ptr_array_new ();

  for (guint i = 0; i < call->options_given->len; i += 2)
    if (g_str_equal (call->options_given->pdata[i], name))
      g_ptr_array_add (values, call->options_given->pdata[i + 1]);

  return values;
}

gboolean
cli_usage_of_name (GError **error, const char *option, const char * const *names, const char *text)
{
  g_autofree char *list = g_strjoinv (", ", (char **) names);

  return cli_usage (error, _("“%s” is no choice for “--%s”. There are: %s."), text, option, list);
}

gboolean
cli_name_option (const CliCall *call, const char *name, const char * const *names, int *place, GError **error)
{
  const char *text = cli_option (call, name);

  if (text == NULL)
    return TRUE;

  for (int i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], text))
      {
        *place = i;
        return TRUE;
      }

  return cli_usage_of_name (error, name, names, text);
}

gboolean
cli_number_option (const CliCall *call, const char *name, double least, double most, double *number, GError **error)
{
  const char *text = cli_option (call, name);
  double value;
  char *end;

  if (text == NULL)
    return TRUE;

  value = g_ascii_strtod (text, &end);
  if (!g_ascii_isdigit (text[0]) || *end != '\0' || !(value >= least && value <= most))
    return cli_usage (error, _("“%s” is no number for “--%s”: write one from %g to %g."), text, name, least, most);

  *number = value;
  return TRUE;
}

gboolean
cli_date_option (const CliCall *call, const char *name, gint64 daytime, GuatuInstant *instant, GError **error)
{
  const char *text = cli_option (call, name);

  *instant = GUATU_NONE;
  if (text == NULL || guatu_instant_parse (text, daytime, instant))
    return TRUE;

  return cli_usage (error, _("“%s” is no date for “--%s”: write it like 2026-03-31 or 2026-03-31T17:00."), text, name);
}

gboolean
cli_language_option (const CliCall *call, const char **language, GError **error)
{
  *language = cli_option (call, "lang");
  if (*language == NULL || g_str_equal (*language, "en") || g_str_equal (*language, "zh_CN"))
    return TRUE;

  return cli_usage (error, _("“%s” is no language for “--lang”: write en or zh_CN."), *language);
}

GuatuInstant
cli_now (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  return guatu_instant_from_civil ((GuatuCivil) {
    .year = g_date_time_get_year (now), .month = g_date_time_get_month (now), .day = g_date_time_get_day_of_month (now),
    .hour = g_date_time_get_hour (now), .minute = g_date_time_get_minute (now), .second = g_date_time_get_second (now),
  });
}

gboolean
cli_must_be_new (const char *path, GError **error)
{
  if (path[0] == '\0')
    return cli_usage (error, _("The name of the new file is empty."));
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;

  g_set_error (error, CLI_ERROR, CLI_ERROR_FAILED, _("“%s” exists already; name a file that does not."), path);
  return FALSE;
}

gboolean
cli_has_ending (const char *path, const char *ending)
{
  gsize length = strlen (path), n = strlen (ending);

  return length > n && g_ascii_strcasecmp (path + length - n, ending) == 0;
}

/* Settings --------------------------------------------------------------------------------------------------- */

void
cli_settings_add (GArray *settings, guint field, GuatuValue value)
{
  GuatuSetting setting = { field, value };

  /* What is said last counts. */
  for (guint i = 0; i < settings->len; i++)
    if (g_array_index (settings, GuatuSetting, i).field == field)
      {
        g_array_index (settings, GuatuSetting, i).value = value;
        return;
      }

  g_array_append_val (settings, setting);
}

static gboolean
parse_duration (const GuatuPlan *plan, const char *text, GArray *settings, GError **error)
{
  GuatuDurationRates rates = guatu_plan_rates (plan);
  GuatuDuration duration;

  if (!guatu_duration_parse (text, &rates, FALSE, &duration))
    {
      g_set_error (error, CLI_ERROR, CLI_ERROR_FAILED,
                   _("“%s” is not a duration: write it like 5d, 2w, 3.5h, 2d16h or 3ed."), text);
      return FALSE;
    }

  cli_settings_add (settings, GUATU_TASK_DURATION, GUATU_INTEGER (duration.amount));
  cli_settings_add (settings, GUATU_TASK_DURATION_KIND,
                    GUATU_INTEGER (duration.elapsed ? GUATU_DURATION_ELAPSED : GUATU_DURATION_WORKING));
  cli_settings_add (settings, GUATU_TASK_DURATION_UNIT, GUATU_INTEGER (duration.unit));
  return TRUE;
}

GuatuLagKind
cli_lag_kind (GuatuDuration lag)
{
  if (lag.unit == GUATU_UNIT_PERCENT)
    return lag.elapsed ? GUATU_LAG_ELAPSED_PERCENT : GUATU_LAG_PERCENT;
  return lag.elapsed ? GUATU_LAG_ELAPSED : GUATU_LAG_WORKING;
}

static gboolean
parse_lag (const GuatuPlan *plan, const char *text, GArray *settings, GError **error)
{
  GuatuDurationRates rates = guatu_plan_rates (plan);
  GuatuDuration lag;

  if (!guatu_duration_parse (text, &rates, TRUE, &lag))
    {
      g_set_error (error, CLI_ERROR, CLI_ERROR_FAILED,
                   _("“%s” is not a lag: write it like 2d, -1w, 3ed, 50%% or 50e%%."), text);
      return FALSE;
    }

  cli_settings_add (settings, GUATU_LINK_LAG, GUATU_INTEGER (lag.amount));
  cli_settings_add (settings, GUATU_LINK_LAG_KIND, GUATU_INTEGER (cli_lag_kind (lag)));
  cli_settings_add (settings, GUATU_LINK_LAG_UNIT, GUATU_INTEGER (lag.unit));
  return TRUE;
}

/* Tasks are found by number and code too, and whatever is named, by its name. */
static gboolean
parse_reference (const GuatuPlan *plan, const GuatuField *field, guint place, const char *text, GArray *settings,
                 GError **error)
{
  gint32 row;

  if (text[0] == '\0')
    {
      cli_settings_add (settings, place, GUATU_NULL);
      return TRUE;
    }

  row = cli_find_row (plan, field->target, text, error);
  if (row < 0)
    return FALSE;

  cli_settings_add (settings, place, GUATU_INTEGER (guatu_plan_id (plan, field->target, row)));
  return TRUE;
}

static gboolean
parse_one (const GuatuPlan *plan, GuatuTable table, const char *name, const char *text, GArray *settings,
           GError **error)
{
  int place = guatu_field_find (table, name);
  const GuatuField *field;
  GuatuValue value;

  if (place < 0)
    {
      g_autofree char *word = cli_table_word (guatu_table_info (table)->name);

      return cli_usage (error, _("“%s” is no field of: %s. “guatuctl set --help” lists them."), name, word);
    }

  field = guatu_field (table, (guint) place);
  if (table == GUATU_TABLE_TASK && place == GUATU_TASK_DURATION)
    return parse_duration (plan, text, settings, error);
  if (table == GUATU_TABLE_LINK && place == GUATU_LINK_LAG)
    return parse_lag (plan, text, settings, error);
  if (field->type == GUATU_TYPE_REFERENCE)
    return parse_reference (plan, field, (guint) place, text, settings, error);
  if (!guatu_field_parse (plan, table, (guint) place, text, &value, error))
    return FALSE;

  cli_settings_add (settings, (guint) place, value);
  return TRUE;
}

static const GuatuSetting *
find_setting (const GArray *settings, guint field)
{
  for (guint i = 0; i < settings->len; i++)
    if (g_array_index (settings, GuatuSetting, i).field == field)
      return &g_array_index (settings, GuatuSetting, i);

  return NULL;
}

/* A constraint date without a time is read for a start; one that binds the finish is read again. */
static void
mend_constraint_date (const GuatuPlan *plan, gint32 row, const char *text, GArray *settings)
{
  const GuatuSetting *constraint = find_setting (settings, GUATU_TASK_CONSTRAINT);
  int kind = GUATU_CONSTRAINT_ASAP;
  GuatuInstant instant;

  if (constraint != NULL)
    kind = (int) constraint->value.integer;
  else if (row >= 0)
    kind = guatu_plan_task (plan, row)->constraint;

  if (guatu_constraint_is_finish (kind)
      && guatu_instant_parse (text, guatu_plan_settings (plan)->default_finish, &instant))
    cli_settings_add (settings, GUATU_TASK_CONSTRAINT_DATE, GUATU_INTEGER (instant));
}

gboolean
cli_settings_parse (const CliCall *call, guint first, const GuatuPlan *plan, GuatuTable table, gint32 row,
                    GArray *settings, GError **error)
{
  const char *constraint_date = NULL;

  for (guint i = first; i < call->n_args; i++)
    {
      const char *equals = strchr (call->args[i], '=');
      g_autofree char *name = NULL;

      if (equals == NULL || equals == call->args[i])
        return cli_usage (error, _("“%s” is not of the form FIELD=VALUE."), call->args[i]);

      name = g_strndup (call->args[i], (gsize) (equals - call->args[i]));
      g_strdelimit (name, "-", '_');
      if (!parse_one (plan, table, name, equals + 1, settings, error))
        return FALSE;
      if (table == GUATU_TABLE_TASK && g_str_equal (name, "constraint_date"))
        constraint_date = equals + 1;
    }

  if (constraint_date != NULL)
    mend_constraint_date (plan, row, constraint_date, settings);

  return TRUE;
}
