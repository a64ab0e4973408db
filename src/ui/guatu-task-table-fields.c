/* guatu-task-table-fields.c — the columns of custom fields, which come and go with the fields. */
#include "guatu-custom-value.h"
#include "guatu-task-table-private.h"

static void
drop_column (GuatuTaskTable *self,
             GuatuColumnKind kind)
{
  guatu_task_table_show_column (self, kind, FALSE);
  g_action_map_remove_action (G_ACTION_MAP (self->actions), guatu_column_traits (kind)->name);
  g_clear_object (&self->columns[kind]);
  self->fields[kind] = 0;
  self->sized[kind] = FALSE;
  self->natural[kind] = 0;
}

/* Whether the column is still that of what stands in its row of the table of fields. */
static gboolean
is_as_made (GuatuTaskTable  *self,
            const GuatuPlan *plan,
            GuatuColumnKind  kind)
{
  const GuatuCustomField *fields = guatu_plan_rows (plan, GUATU_TABLE_CUSTOM_FIELD);
  gint32 field = guatu_column_field (plan, kind);

  return field >= 0 && fields[field].id == self->fields[kind] && fields[field].kind == self->field_kinds[kind];
}

static gboolean
make_column (GuatuTaskTable  *self,
             const GuatuPlan *plan,
             GuatuColumnKind  kind)
{
  const GuatuCustomField *field =
    (const GuatuCustomField *) guatu_plan_rows (plan, GUATU_TABLE_CUSTOM_FIELD) + guatu_column_field (plan, kind);

  if (self->columns[kind] != NULL)
    return FALSE;
  self->fields[kind] = field->id;
  self->field_kinds[kind] = field->kind;
  guatu_task_table_add_switch (self, kind);
  guatu_task_table_add_column (self, kind);

  return TRUE;
}

static gboolean
name_column (GuatuTaskTable *self,
             GuatuColumnKind kind)
{
  const char *title = guatu_chart_column_title (guatu_battle_view_get_chart (self->view), kind);

  if (g_strcmp0 (gtk_column_view_column_get_title (self->columns[kind]), title) == 0)
    return FALSE;
  gtk_column_view_column_set_title (self->columns[kind], title);
  self->natural[kind] = 0;
  if (guatu_task_table_shows_column (self, kind))
    guatu_task_table_need_fit (self);

  return TRUE;
}

/* A column of another kind is another, but stays where it was. */
static gboolean
drop_columns (GuatuTaskTable  *self,
              const GuatuPlan *plan,
              int             *places)
{
  gboolean dropped = FALSE;

  for (int kind = GUATU_COLUMN_CUSTOM; kind < GUATU_N_COLUMNS; kind++)
    {
      places[kind] = -1;
      if (self->columns[kind] == NULL || is_as_made (self, plan, (GuatuColumnKind) kind))
        continue;
      if (guatu_column_field (plan, (GuatuColumnKind) kind) >= 0)
        places[kind] = guatu_task_table_get_place (self, (GuatuColumnKind) kind);
      drop_column (self, (GuatuColumnKind) kind);
      dropped = TRUE;
    }

  return dropped;
}

void
guatu_task_table_sync_fields (GuatuTaskTable *self)
{
  const GuatuPlan *plan = guatu_battle_view_get_chart (self->view)->plan;
  guint n, n_kinds = 0;
  g_autofree gint32 *fields = guatu_custom_fields (plan, &n);
  g_autofree int *places = g_new (int, GUATU_N_COLUMNS);
  gboolean sorting = self->sorting, changed;

  /* A column that goes takes its order from the headings, not from the rows. */
  self->sorting = TRUE;
  changed = drop_columns (self, plan, places);
  self->sorting = sorting;
  while (n_kinds < self->n_kinds && self->kinds[n_kinds] < GUATU_COLUMN_CUSTOM)
    n_kinds++;
  for (guint i = 0; i < n; i++)
    {
      GuatuColumnKind kind = guatu_column_of_field (fields[i]);

      if (kind == GUATU_N_COLUMNS)
        continue;
      changed = make_column (self, plan, kind) || changed;
      changed = name_column (self, kind) || changed || self->kinds[n_kinds] != kind;
      self->kinds[n_kinds++] = kind;
      if (places[kind] >= 0)
        {
          guatu_task_table_show_column (self, kind, TRUE);
          guatu_task_table_move_column (self, kind, places[kind]);
        }
    }
  changed = changed || n_kinds != self->n_kinds;
  self->n_kinds = n_kinds;
  if (changed)
    guatu_task_table_fill_switches (self);
}
