/* guatu-row-names.c — brings rows back that are gone, in a copy of the plan, out of the entries that speak of them. */
#include "guatu-row-names.h"

#include "guatu-changeset.h"
#include "guatu-document-private.h"

struct _GuatuRowNames
{
  GuatuStore      *store;
  const GuatuPlan *plan;
  GuatuPlan       *ghosts;      /* a copy with rows that are gone; %NULL until the first of them */
};

GuatuRowNames *
guatu_row_names_new (GuatuStore      *store,
                     const GuatuPlan *plan)
{
  GuatuRowNames *self = g_new0 (GuatuRowNames, 1);

  self->store = store;
  self->plan = plan;
  return self;
}

void
guatu_row_names_free (GuatuRowNames *self)
{
  if (self == NULL)
    return;

  guatu_plan_free (self->ghosts);
  g_free (self);
}

/* A row that is gone, while the journal is read for it. */
typedef struct
{
  GuatuPlan  *plan;
  GuatuTable  table;
  gint64      id;
  gint32      row;              /* -1: not met yet */
  gint64      targets[GUATU_CHANGE_MAX_FIELDS];   /* what its references point to; 0: nothing */
} Ghost;

static GuatuValue
known_value (const GuatuChange *change,
             guint              field)
{
  return change->kind == GUATU_CHANGE_REMOVED ? change->before[field] : change->after[field];
}

/* All but references, which need rows that may not be there yet. */
static void
set_plain (GuatuPlan         *plan,
           gint32             row,
           const GuatuChange *change)
{
  for (guint field = 1; field < guatu_table_info (change->table)->n_fields; field++)
    {
      const GuatuField *info = guatu_field (change->table, field);

      if (guatu_change_has (change, field) && info->type != GUATU_TYPE_REFERENCE &&
          guatu_field_check (info, known_value (change, field), NULL))
        guatu_plan_set (plan, change->table, row, field, known_value (change, field));
    }
}

static gboolean
take_change (const GuatuChange *change,
             gpointer           data)
{
  Ghost *ghost = data;

  if (change->table != ghost->table || change->id != ghost->id)
    return TRUE;
  if (ghost->row < 0)
    ghost->row = guatu_plan_insert (ghost->plan, ghost->table, ghost->id);

  set_plain (ghost->plan, ghost->row, change);
  for (guint field = 1; field < guatu_table_info (ghost->table)->n_fields; field++)
    {
      GuatuValue value;

      if (!guatu_change_has (change, field) || guatu_field (ghost->table, field)->type != GUATU_TYPE_REFERENCE)
        continue;
      value = known_value (change, field);
      ghost->targets[field] = value.kind == GUATU_VALUE_INTEGER ? value.integer : 0;
    }

  return FALSE;
}

static gboolean
take_entry (const GuatuEntry  *entry,
            gpointer           data,
            GError           **error)
{
  guatu_changeset_each (entry->changeset, take_change, data, NULL);

  return TRUE;
}

static void
bring_back (GuatuRowNames *self,
            GuatuTable     table,
            gint64         id)
{
  Ghost ghost = { self->ghosts, table, id, -1, { 0 } };

  if (!guatu_store_each_about (self->store, -1, -1, id, take_entry, &ghost, NULL) || ghost.row < 0)
    return;

  /* It is there already for those that refer back to it: this ends. */
  for (guint field = 1; field < guatu_table_info (table)->n_fields; field++)
    if (ghost.targets[field] > 0)
      {
        guatu_row_names_with (self, guatu_field (table, field)->target, ghost.targets[field]);
        guatu_plan_set (self->ghosts, table, ghost.row, field, GUATU_INTEGER (ghost.targets[field]));
      }
}

const GuatuPlan *
guatu_row_names_with (GuatuRowNames *self,
                      GuatuTable     table,
                      gint64         id)
{
  if (guatu_plan_find (self->plan, table, id) < 0)
    {
      if (self->ghosts == NULL)
        self->ghosts = guatu_plan_copy (self->plan);
      if (guatu_plan_find (self->ghosts, table, id) < 0)
        bring_back (self, table, id);
    }

  return self->ghosts != NULL ? self->ghosts : self->plan;
}

/* All rows of an entry ------------------------------------------------------------------------------------- */

static gboolean
seed_row (const GuatuChange *change,
          gpointer           data)
{
  GuatuRowNames *self = data;

  if (change->kind == GUATU_CHANGE_CHANGED || guatu_plan_find (self->plan, change->table, change->id) >= 0)
    return TRUE;
  if (self->ghosts == NULL)
    self->ghosts = guatu_plan_copy (self->plan);
  set_plain (self->ghosts, guatu_plan_insert (self->ghosts, change->table, change->id), change);

  return TRUE;
}

static gboolean
seed_references (const GuatuChange *change,
                 gpointer           data)
{
  GuatuRowNames *self = data;

  if (change->kind == GUATU_CHANGE_CHANGED || guatu_plan_find (self->plan, change->table, change->id) >= 0)
    return TRUE;

  for (guint field = 1; field < guatu_table_info (change->table)->n_fields; field++)
    if (guatu_change_has (change, field) && guatu_field (change->table, field)->type == GUATU_TYPE_REFERENCE &&
        known_value (change, field).kind == GUATU_VALUE_INTEGER)
      {
        /* What it refers to may be gone by another entry. */
        guatu_row_names_with (self, guatu_field (change->table, field)->target, known_value (change, field).integer);
        guatu_plan_set (self->ghosts, change->table, guatu_plan_find (self->ghosts, change->table, change->id), field,
                        known_value (change, field));
      }

  return TRUE;
}

void
guatu_row_names_seed (GuatuRowNames *self,
                      GBytes        *changeset)
{
  if (guatu_changeset_each (changeset, seed_row, self, NULL) && self->ghosts != NULL)
    guatu_changeset_each (changeset, seed_references, self, NULL);
}

char *
guatu_row_names_find (GuatuRowNames *self,
                      GuatuTable     table,
                      gint64         id)
{
  const GuatuPlan *plan = guatu_row_names_with (self, table, id);
  gint32 row = guatu_plan_find (plan, table, id);

  return row >= 0 ? guatu_row_name (plan, table, row) : g_strdup ("");
}
