/* guatu-chart-names.c — names of columns, layers, groupings, orders and units of the scale. */
#include "guatu-chart-names.h"

#define N_LAYERS 15

/* The bits of a place below the first that is free. */
G_STATIC_ASSERT (GUATU_ALL_LAYERS == (1 << N_LAYERS) - 1);

const char * const *
guatu_column_names (void)
{
  static const char * const names[GUATU_N_COLUMNS + 1] = {
    [GUATU_COLUMN_ROW] = "id",
    [GUATU_COLUMN_NUMBER] = "number",
    [GUATU_COLUMN_WBS] = "wbs",
    [GUATU_COLUMN_NAME] = "name",
    [GUATU_COLUMN_DURATION] = "duration",
    [GUATU_COLUMN_START] = "start",
    [GUATU_COLUMN_FINISH] = "finish",
    [GUATU_COLUMN_LEAD_UNIT] = "lead-unit",
    [GUATU_COLUMN_OWNER] = "owner",
    [GUATU_COLUMN_RESPONSIBLE] = "responsible",
    [GUATU_COLUMN_DEADLINE] = "deadline",
    [GUATU_COLUMN_PROGRESS] = "progress",
    [GUATU_COLUMN_OBJECTIVE] = "objective",
    [GUATU_COLUMN_PREDECESSORS] = "predecessors",
    [GUATU_COLUMN_SLIP] = "slip",
    [GUATU_COLUMN_LIGHT] = "light",
    [GUATU_COLUMN_CATEGORY] = "category",
  };

  return names;
}

const char * const *
guatu_layer_names (void)
{
  static const char * const names[N_LAYERS + 1] = {
    "links", "critical", "deadlines", "key-nodes", "baseline", "days-off", "progress", "lines", "float",
    "progress-line", "phases", "holiday-names", "flags", "labels", "lights",
  };

  return names;
}

const char * const *
guatu_label_names (void)
{
  static const char * const names[] = { "name", "responsible", "owner", "finish", "progress", "slip", NULL };

  return names;
}

const char * const *
guatu_grouping_names (void)
{
  static const char * const names[GUATU_N_GROUPINGS + 1] = {
    [GUATU_GROUP_NONE] = "none",
    [GUATU_GROUP_CATEGORY] = "category",
    [GUATU_GROUP_UNIT] = "unit",
    [GUATU_GROUP_SUPPORT_UNIT] = "support-unit",
    [GUATU_GROUP_TASK_FORCE] = "task-force",
    [GUATU_GROUP_TOWNSHIP] = "township",
    [GUATU_GROUP_OWNER] = "owner",
    [GUATU_GROUP_EXECUTIVE] = "executive",
    [GUATU_GROUP_RESPONSIBLE] = "responsible",
    [GUATU_GROUP_INSPECTOR] = "inspector",
    [GUATU_GROUP_STAGE] = "stage",
    [GUATU_GROUP_LEDGER] = "ledger",
    [GUATU_GROUP_LIGHT] = "light",
  };

  return names;
}

const char * const *
guatu_sort_names (void)
{
  static const char * const names[GUATU_N_SORTS + 1] = {
    [GUATU_SORT_OUTLINE] = "outline",
    [GUATU_SORT_NAME] = "name",
    [GUATU_SORT_START] = "start",
    [GUATU_SORT_FINISH] = "finish",
    [GUATU_SORT_DEADLINE] = "deadline",
    [GUATU_SORT_DURATION] = "duration",
    [GUATU_SORT_FLOAT] = "float",
    [GUATU_SORT_PROGRESS] = "progress",
    [GUATU_SORT_SLIP] = "slip",
  };

  return names;
}

const char * const *
guatu_scale_names (void)
{
  static const char * const names[GUATU_SCALE_HOUR + 2] = {
    [GUATU_SCALE_AUTO] = "auto",
    [GUATU_SCALE_YEAR] = "year",
    [GUATU_SCALE_QUARTER] = "quarter",
    [GUATU_SCALE_MONTH] = "month",
    [GUATU_SCALE_TEN_DAY] = "ten-day",
    [GUATU_SCALE_WEEK] = "week",
    [GUATU_SCALE_DAY] = "day",
    [GUATU_SCALE_HOUR] = "hour",
  };

  return names;
}

int
guatu_name_find (const char * const *names,
                 const char         *name)
{
  for (int i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return i;

  return -1;
}
