/* cli-filter.c — which tasks a command is about: the conditions of --filter. */
#include "cli-filter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "guatu-chart-names.h"

struct _CliFilter
{
  guint        given;         /* bit per key */
  const char  *text;
  const char  *unit;
  const char  *person;
  int          role;          /* GuatuRole; -1: any */
  guint        stages;        /* bit per GuatuStage */
  guint        colours;       /* bit per GuatuLightColour */
  int          level;
  GuatuLights *lights;
};

/* What a condition is about, in the order of the table below. */
enum { TEXT, UNIT, PERSON, ROLE, STAGE, LIGHT, LEVEL, CRITICAL, PROJECT, SLIPPED };

/* Values ----------------------------------------------------------------------------------------------------- */

static gboolean
take_text (CliFilter *self, const char *value, GError **error)
{
  self->text = value;
  return value[0] != '\0' || cli_usage (error, _("“--filter” has nothing to look for."));
}

static gboolean
take_unit (CliFilter *self, const char *value, GError **error)
{
  self->unit = value;
  return TRUE;
}

static gboolean
take_person (CliFilter *self, const char *value, GError **error)
{
  self->person = value;
  return TRUE;
}

/* CLI_ERROR_USAGE: the field has no choice of that name. */
static gboolean
no_such_choice (const GuatuField *field, const char *option, const char *word, GError **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (const GuatuChoice *choice = field->choices; choice->name != NULL; choice++)
    g_ptr_array_add (names, (gpointer) choice->name);
  g_ptr_array_add (names, NULL);
  return cli_usage_of_name (error, option, (const char * const *) names->pdata, word);
}

static gboolean
take_role (CliFilter *self, const char *value, GError **error)
{
  const GuatuField *field = guatu_field (GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_ROLE);

  self->role = guatu_field_find_choice (field, value);
  return self->role >= 0 || no_such_choice (field, "filter role=", value, error);
}

static gboolean
take_stages (CliFilter *self, const char *value, GError **error)
{
  const GuatuField *field = guatu_field (GUATU_TABLE_TASK, GUATU_TASK_STAGE);
  g_auto(GStrv) words = g_strsplit (value, ",", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      int stage = guatu_field_find_choice (field, words[i]);

      if (stage < 0)
        return no_such_choice (field, "filter stage=", words[i], error);
      self->stages |= 1u << stage;
    }

  return words[0] != NULL || take_text (self, "", error);
}

static gboolean
take_colours (CliFilter *self, const char *value, GError **error)
{
  const char *names[GUATU_LIGHT_N_COLOURS + 1] = { NULL };
  g_auto(GStrv) words = g_strsplit (value, ",", -1);

  for (guint i = 0; i < GUATU_LIGHT_N_COLOURS; i++)
    names[i] = guatu_light_name ((GuatuLightColour) i);
  for (guint i = 0; words[i] != NULL; i++)
    {
      int colour = guatu_name_find (names, words[i]);

      if (colour < 0)
        return cli_usage_of_name (error, "filter light=", names, words[i]);
      self->colours |= 1u << colour;
    }

  return words[0] != NULL || take_text (self, "", error);
}

static gboolean
take_level (CliFilter *self, const char *value, GError **error)
{
  guint64 level;

  if (!g_ascii_string_to_unsigned (value, 10, 1, G_MAXINT32, &level, NULL))
    return cli_usage (error, _("“%s” is no level of the outline: write 1, 2, 3 …"), value);

  self->level = (int) level;
  return TRUE;
}

/* Conditions ------------------------------------------------------------------------------------------------- */

/* A key that takes a value is followed by it, after an equals sign. */
static const struct
{
  const char *key;
  gboolean  (*take) (CliFilter *self, const char *value, GError **error);
} keys[] = {
  [TEXT] = { "text", take_text },
  [UNIT] = { "unit", take_unit },
  [PERSON] = { "person", take_person },
  [ROLE] = { "role", take_role },
  [STAGE] = { "stage", take_stages },
  [LIGHT] = { "light", take_colours },
  [LEVEL] = { "level", take_level },
  [CRITICAL] = { "critical", NULL },
  [PROJECT] = { "project", NULL },
  [SLIPPED] = { "slipped", NULL },
};

static int
find_key (const char *text, gsize length, gboolean with_value)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (strlen (keys[i].key) == length && strncmp (keys[i].key, text, length) == 0
        && (keys[i].take != NULL) == with_value)
      return (int) i;

  return -1;
}

static gboolean
no_such_key (const char *text, GError **error)
{
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_string_append_printf (list, "%s%s%s", i > 0 ? ", " : "", keys[i].key, keys[i].take != NULL ? "=" : "");

  return cli_usage (error, _("“%s” is no condition for “--filter”. There are: %s, or a text that stands in a name or WBS "
                             "code."), text, list->str);
}

/* Whatever is neither "KEY=VALUE" nor a word of its own is looked for in names. */
static gboolean
take_condition (CliFilter *self, const char *condition, GError **error)
{
  const char *equals = strchr (condition, '=');
  const char *value = equals != NULL ? equals + 1 : condition;
  int key = find_key (condition, equals != NULL ? (gsize) (equals - condition) : strlen (condition), equals != NULL);

  if (key < 0 && equals != NULL)
    return no_such_key (condition, error);
  if (key < 0)
    key = TEXT;
  if ((self->given & 1u << key) != 0)
    return cli_usage (error, _("“--filter” has two conditions on “%s”."), keys[key].key);

  self->given |= 1u << key;
  return keys[key].take == NULL || keys[key].take (self, value, error);
}

CliFilter *
cli_filter_new (const CliCall *call, GError **error)
{
  g_autoptr(CliFilter) self = g_new0 (CliFilter, 1);
  g_autoptr(GPtrArray) conditions = cli_option_list (call, "filter");

  self->role = -1;
  for (guint i = 0; i < conditions->len; i++)
    if (!take_condition (self, conditions->pdata[i], error))
      return NULL;

  return g_steal_pointer (&self);
}

void
cli_filter_free (CliFilter *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->lights, guatu_lights_free);
  g_free (self);
}

gboolean
cli_filter_any (const CliFilter *self)
{
  return self->given != 0;
}

/* The query -------------------------------------------------------------------------------------------------- */

static gboolean
passes (const GuatuPlan *plan, gint32 task, gpointer data)
{
  const CliFilter *self = data;

  if ((self->given & 1u << PROJECT) != 0 && !guatu_plan_task (plan, task)->is_project)
    return FALSE;

  return self->lights == NULL || (self->colours & 1u << guatu_lights_get (self->lights, task)->shown) != 0;
}

static gboolean
find_lights (CliFilter *self, const CliView *view, GError **error)
{
  GuatuInstant status_date = guatu_plan_settings (view->plan)->status_date;

  if (self->colours == 0)
    return TRUE;
  if (status_date == GUATU_NONE)
    {
      g_set_error (error, CLI_ERROR, CLI_ERROR_FAILED,
                   _("The plan has no status date, and so no lights to filter by; “--status-date” gives it one."));
      return FALSE;
    }

  self->lights = guatu_lights_new (view->plan, view->schedule, status_date, error);
  return self->lights != NULL;
}

/* The row that a condition names; -1 in @row where there is no condition. */
static gboolean
find_row (const CliView *view, GuatuTable table, const char *name, gint32 *row, GError **error)
{
  *row = name != NULL ? cli_find_row (view->plan, table, name, error) : -1;
  return name == NULL || *row >= 0;
}

gboolean
cli_filter_apply (CliFilter *self, const CliView *view, GuatuRowsQuery *query, GError **error)
{
  if (!find_row (view, GUATU_TABLE_UNIT, self->unit, &query->unit, error)
      || !find_row (view, GUATU_TABLE_PERSON, self->person, &query->person, error)
      || !find_lights (self, view, error))
    return FALSE;

  query->text = self->text;
  query->role = self->role;
  query->stages = self->stages;
  query->max_depth = self->level;
  query->critical = (self->given & 1u << CRITICAL) != 0;
  query->slipped = (self->given & 1u << SLIPPED) != 0;
  if (self->lights != NULL || (self->given & 1u << PROJECT) != 0)
    {
      query->filter = passes;
      query->filter_data = self;
    }

  return TRUE;
}
