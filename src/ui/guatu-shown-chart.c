/* guatu-shown-chart.c — copies what a battle map shows. */
#include "guatu-shown-chart.h"

struct _GuatuShownChart
{
  GuatuPlan       *plan;
  GuatuRowsQuery   query;
  char            *text;                          /* that the query searches for */
  GuatuColumnKind  columns[GUATU_N_COLUMNS + 1];
  guint            n_columns;
  guint            layers;
  guint            labels;
  gint32           baseline;
};

static gpointer
copy_id (gconstpointer id,
         gpointer      data)
{
  return g_memdup2 (id, sizeof (gint64));
}

/* A set of ids, or of keys where @copy is %NULL. */
static GHashTable *
copy_set (GHashTable *set,
          GCopyFunc   copy)
{
  GHashTable *copied;
  GHashTableIter iter;
  gpointer member;

  if (set == NULL)
    return NULL;

  copied = copy != NULL ? g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL)
                        : g_hash_table_new (NULL, NULL);
  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &member, NULL))
    g_hash_table_add (copied, copy != NULL ? copy (member, NULL) : member);

  return copied;
}

/* Groups that paper knows by itself stand in merged cells there, unless some are folded: those need their headings. */
static void
take_query (GuatuShownChart *self,
            GuatuBattleView *view)
{
  GuatuRowsQuery usual = guatu_chart_usual_query (self->plan);

  self->query = *guatu_battle_view_get_query (view);
  self->text = g_strdup (self->query.text);
  self->query.text = self->text;
  if (self->query.fields != NULL)
    g_ptr_array_ref (self->query.fields);
  self->query.lit = NULL;
  self->query.folded = copy_set (self->query.folded, copy_id);
  self->query.folded_groups = copy_set (self->query.folded_groups, NULL);
  self->query.merged = usual.merged && usual.grouping == self->query.grouping
                       && (self->query.folded_groups == NULL || g_hash_table_size (self->query.folded_groups) == 0);
}

static void
take_columns (GuatuShownChart       *self,
              const GuatuChartView  *chart,
              const GuatuColumnKind *columns,
              guint                  n)
{
  if (self->query.merged)
    self->columns[self->n_columns++] = GUATU_COLUMN_CATEGORY;
  for (guint i = 0; i < MIN (n, GUATU_N_COLUMNS); i++)
    if (columns[i] != GUATU_COLUMN_CATEGORY && guatu_chart_column_used (chart, columns[i]))
      self->columns[self->n_columns++] = columns[i];
}

GuatuShownChart *
guatu_shown_chart_new (GuatuBattleView       *view,
                       const GuatuColumnKind *columns,
                       guint                  n_columns)
{
  GuatuShownChart *self = g_new0 (GuatuShownChart, 1);

  self->plan = guatu_plan_copy (guatu_document_get_plan (guatu_battle_view_get_document (view)));
  self->layers = guatu_battle_view_get_layers (view);
  self->labels = guatu_battle_view_get_labels (view);
  self->baseline = guatu_battle_view_get_baseline (view);
  take_query (self, view);
  take_columns (self, guatu_battle_view_get_chart (view), columns, n_columns);

  return self;
}

void
guatu_shown_chart_free (GuatuShownChart *self)
{
  g_clear_pointer (&self->query.folded, g_hash_table_unref);
  g_clear_pointer (&self->query.folded_groups, g_hash_table_unref);
  g_clear_pointer (&self->query.fields, g_ptr_array_unref);
  g_free (self->text);
  guatu_plan_free (self->plan);
  g_free (self);
}

const GuatuPlan *
guatu_shown_chart_get_plan (const GuatuShownChart *self)
{
  return self->plan;
}

GuatuChartOptions
guatu_shown_chart_get_options (const GuatuShownChart *self)
{
  GuatuChartOptions options = GUATU_CHART_OPTIONS_INIT;

  options.rows = &self->query;
  options.shown_layers = self->layers;
  options.hidden_layers = GUATU_ALL_LAYERS & ~self->layers;
  options.label_kinds = self->labels;
  options.columns = self->columns;
  options.n_columns = self->n_columns;
  options.baseline = &self->baseline;

  return options;
}
