/* cli-export-chart.c — the options of "export" that shape a chart. */
#include "cli-export-chart.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "cli-filter.h"
#include "cli-output.h"
#include "guatu-chart-names.h"
#include "guatu-palette.h"

#define LEAST_DPI 10
#define MOST_DPI 2400

struct _CliChart
{
  GuatuChartFormat  format;
  GuatuChartOptions options;
  GuatuRowsQuery    query;
  int               grouping;     /* -1: what suits the plan */
  int               sort;
  const char       *sort_field;   /* "field:NAME" instead; or %NULL */
  GuatuColumnKind   columns[GUATU_N_COLUMNS];
  char             *fields[GUATU_N_COLUMNS];  /* by place: "field:NAME", whose column is known once the plan is */
  CliFilter        *filter;
  GuatuChartReadout readout;
};

/* Lists ------------------------------------------------------------------------------------------------------ */

static gboolean
has_column (const CliChart *self, GuatuColumnKind column)
{
  for (guint i = 0; i < self->options.n_columns; i++)
    if (self->columns[i] == column)
      return TRUE;

  return FALSE;
}

static gboolean
take_columns (CliChart *self, const CliCall *call, GError **error)
{
  const char *list = cli_option (call, "columns");
  g_auto(GStrv) words = list != NULL ? g_strsplit (list, ",", -1) : NULL;

  if (list == NULL)
    return TRUE;
  if (words[0] == NULL)
    return cli_usage_of_name (error, "columns", guatu_column_names (), "");

  for (guint i = 0; words[i] != NULL; i++)
    {
      int column = guatu_name_find (guatu_column_names (), words[i]);

      if (self->options.n_columns == GUATU_N_COLUMNS)
        return cli_usage (error, _("“--columns” has too many columns."));
      if (g_str_has_prefix (words[i], "field:"))
        {
          self->fields[self->options.n_columns] = g_strdup (words[i]);
          self->columns[self->options.n_columns++] = GUATU_N_COLUMNS;
          continue;
        }
      if (column < 0)
        return cli_usage_of_name (error, "columns", guatu_column_names (), words[i]);
      if (has_column (self, (GuatuColumnKind) column))
        return cli_usage (error, _("“--columns” has “%s” twice."), words[i]);
      self->columns[self->options.n_columns++] = (GuatuColumnKind) column;
    }

  self->options.columns = self->columns;
  return TRUE;
}

/* "all", "none", or one by its name; 0 for "none" too. */
static gboolean
layer_of (const char *name, guint *layers, GError **error)
{
  int place = guatu_name_find (guatu_layer_names (), name);

  *layers = g_str_equal (name, "all") ? GUATU_ALL_LAYERS : place >= 0 ? 1u << place : 0;
  return *layers != 0 || g_str_equal (name, "none") || cli_usage_of_name (error, "layers", guatu_layer_names (), name);
}

/* "links,labels": these. "+float,-links": the usual ones, but for these. */
static gboolean
take_layers (CliChart *self, const CliCall *call, GError **error)
{
  const char *list = cli_option (call, "layers");
  g_auto(GStrv) words = list != NULL ? g_strsplit (list, ",", -1) : NULL;
  guint shown = list != NULL && strchr ("+-", list[0]) != NULL ? GUATU_USUAL_LAYERS : 0;

  if (list == NULL)
    return TRUE;
  if (words[0] == NULL)
    return cli_usage_of_name (error, "layers", guatu_layer_names (), "");

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean is_signed = words[i][0] == '+' || words[i][0] == '-';
      guint layers;

      if (!layer_of (words[i] + is_signed, &layers, error))
        return FALSE;
      if (words[i][0] == '-')
        shown &= ~layers;
      else
        shown |= layers;
    }

  self->options.shown_layers = shown;
  self->options.hidden_layers = GUATU_ALL_LAYERS & ~shown;
  return TRUE;
}

/* "name,slip": what stands beside bars. */
static gboolean
take_labels (CliChart *self, const CliCall *call, GError **error)
{
  const char *list = cli_option (call, "labels");
  g_auto(GStrv) words = list != NULL ? g_strsplit (list, ",", -1) : NULL;

  for (guint i = 0; words != NULL && (i == 0 || words[i] != NULL); i++)
    {
      int place = words[i] != NULL ? guatu_name_find (guatu_label_names (), words[i]) : -1;

      if (place < 0)
        return cli_usage_of_name (error, "labels", guatu_label_names (), words[i] != NULL ? words[i] : "");
      self->options.label_kinds |= 1u << place;
    }

  return TRUE;
}

/* Options ---------------------------------------------------------------------------------------------------- */

static gboolean
take_paper (CliChart *self, const CliCall *call, GError **error)
{
  self->options.paper = cli_option (call, "paper");
  self->options.landscape = cli_flag (call, "landscape");
  self->options.portrait = cli_flag (call, "portrait");

  /* Dates run across: so does paper of a size that has a name. */
  if (!self->options.portrait && (self->options.paper == NULL || !g_ascii_isdigit (self->options.paper[0])))
    self->options.landscape = TRUE;

  if (cli_flag (call, "landscape") && self->options.portrait)
    return cli_usage (error, _("“--portrait” and “--landscape” exclude each other."));
  if (cli_flag (call, "dpi") && self->format != GUATU_CHART_PNG)
    return cli_usage (error, _("“--dpi” is for pictures only: .png."));
  return cli_number_option (call, "dpi", LEAST_DPI, MOST_DPI, &self->options.dpi, error);
}

static gboolean
take_names (CliChart *self, const CliCall *call, GError **error)
{
  int palette = 0, scale = GUATU_SCALE_AUTO;

  self->grouping = -1;
  self->sort = GUATU_SORT_OUTLINE;
  if (cli_option (call, "sort") != NULL && g_str_has_prefix (cli_option (call, "sort"), "field:"))
    self->sort_field = cli_option (call, "sort");
  if (!cli_name_option (call, "palette", guatu_palette_names (), &palette, error)
      || !cli_name_option (call, "group", guatu_grouping_names (), &self->grouping, error)
      || (self->sort_field == NULL && !cli_name_option (call, "sort", guatu_sort_names (), &self->sort, error))
      || !cli_name_option (call, "scale", guatu_scale_names (), &scale, error))
    return FALSE;

  self->options.palette = guatu_palette_names ()[palette];
  self->options.scale = (GuatuScaleUnit) scale;
  return TRUE;
}

/* A day without a time is shown whole. */
static gboolean
take_dates (CliChart *self, const CliCall *call, GError **error)
{
  GuatuInstant from, to;

  if (!cli_date_option (call, "from", 0, &from, error) || !cli_date_option (call, "to", GUATU_DAY, &to, error))
    return FALSE;
  if (from != GUATU_NONE && to != GUATU_NONE && from >= to)
    return cli_usage (error, _("“--from” comes after “--to”."));

  self->options.from = from;
  self->options.to = to;
  return TRUE;
}

CliChart *
cli_chart_new (const CliCall *call, GuatuChartFormat format, GError **error)
{
  g_autoptr(CliChart) self = g_new0 (CliChart, 1);

  self->format = format;
  self->options = (GuatuChartOptions) GUATU_CHART_OPTIONS_INIT;
  self->options.language = cli_option (call, "lang");
  self->options.today = cli_now ();
  self->options.rows = &self->query;
  self->options.readout = &self->readout;

  if (!take_paper (self, call, error) || !take_names (self, call, error) || !take_columns (self, call, error)
      || !take_layers (self, call, error) || !take_labels (self, call, error) || !take_dates (self, call, error))
    return NULL;
  self->filter = cli_filter_new (call, error);

  return self->filter != NULL ? g_steal_pointer (&self) : NULL;
}

void
cli_chart_free (CliChart *self)
{
  if (self == NULL)
    return;

  cli_filter_free (self->filter);
  for (guint i = 0; i < G_N_ELEMENTS (self->fields); i++)
    g_free (self->fields[i]);
  g_free (self);
}

gboolean
cli_chart_refuse (const CliCall *call, GError **error)
{
  static const char * const options[] = {
    "paper", "portrait", "landscape", "palette", "columns", "group", "filter", "sort", "from", "to", "scale", "layers",
    "labels", "dpi",
  };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (cli_flag (call, options[i]))
      return cli_usage (error, _("“--%s” is for charts only: .pdf, .svg and .png."), options[i]);

  return TRUE;
}

/* Writing ---------------------------------------------------------------------------------------------------- */

/* Groups have headings, unless there is a column for what they are, or none where a heading could stand. */
static void
fill_query (CliChart *self, const GuatuPlan *plan)
{
  self->query = guatu_chart_usual_query (plan);
  self->query.sort = (GuatuSort) self->sort;
  if (self->grouping >= 0 && self->grouping != (int) self->query.grouping)
    {
      self->query.grouping = (GuatuGrouping) self->grouping;
      self->query.merged = FALSE;
    }
  if (self->options.columns != NULL)
    self->query.merged = has_column (self, GUATU_COLUMN_CATEGORY) || !has_column (self, GUATU_COLUMN_NAME);
}

/* What goes by the names of custom fields. */
static gboolean
find_fields (CliChart *self, const GuatuPlan *plan, GError **error)
{
  gint32 field;

  for (guint i = 0; i < self->options.n_columns; i++)
    if (self->fields[i] != NULL)
      {
        field = cli_find_custom (plan, self->fields[i], error);
        if (field < 0)
          return FALSE;
        self->columns[i] = guatu_column_of_field (field);
        if (self->columns[i] == GUATU_N_COLUMNS)
          return cli_usage (error, _("“--columns” has too many columns."));
      }
  if (self->sort_field == NULL)
    return TRUE;

  field = cli_find_custom (plan, self->sort_field, error);
  self->query.sort = GUATU_SORT_CUSTOM;
  self->query.sort_field = field >= 0 ? guatu_plan_id (plan, GUATU_TABLE_CUSTOM_FIELD, field) : 0;
  return field >= 0;
}

gboolean
cli_chart_write (CliChart *self, const CliView *view, const char *path, GError **error)
{
  fill_query (self, view->plan);
  return find_fields (self, view->plan, error)
         && cli_filter_apply (self->filter, view, &self->query, error)
         && guatu_chart_export (view->plan, view->schedule, &self->options, self->format, path, error);
}

void
cli_chart_say (const CliChart *self)
{
  g_autofree char *text = guatu_chart_readout_text (&self->readout);
  g_autofree char *warning = guatu_chart_readout_warning (&self->readout);

  cli_print ("%s\n", text);
  if (self->readout.n_rows == 0 && cli_filter_any (self->filter))
    cli_print ("%s\n", _("No task meets every condition of “--filter”: the chart is empty."));
  if (warning != NULL)
    cli_print ("%s\n", warning);
}

static void
print_names (const char *option, const char * const *names)
{
  g_autofree char *list = g_strjoinv (", ", (char **) names);

  printf (_("Names for --%s: %s.\n"), option, list);
}

void
cli_chart_help (void)
{
  printf ("\n");
  print_names ("palette", guatu_palette_names ());
  print_names ("columns", guatu_column_names ());
  print_names ("group", guatu_grouping_names ());
  print_names ("sort", guatu_sort_names ());
  print_names ("scale", guatu_scale_names ());
  print_names ("layers", guatu_layer_names ());
  print_names ("labels", guatu_label_names ());
}
