/* guatu-battle-view-query.c — which rows are shown, and in which order. */
#include "guatu-battle-view-private.h"

static gint64
id_in (GuatuBattleView *self,
       GuatuTable       table,
       gint32           row)
{
  return row >= 0 ? guatu_plan_id (guatu_battle_view_plan (self), table, row) : 0;
}

gint32
guatu_battle_view_row_of (GuatuBattleView *self,
                          GuatuTable       table,
                          gint64           id)
{
  return id != 0 ? guatu_plan_find (guatu_battle_view_plan (self), table, id) : -1;
}

static gboolean
has_field (GuatuBattleView *self,
           gint64           field)
{
  return guatu_plan_find (guatu_battle_view_plan (self), GUATU_TABLE_CUSTOM_FIELD, field) >= 0;
}

/* A field that is gone orders nothing, and is no condition that anybody could take off. */
static void
forget_fields (GuatuBattleView *self)
{
  g_autoptr(GPtrArray) kept = guatu_field_conditions_new ();

  if (self->query.sort == GUATU_SORT_CUSTOM && !has_field (self, self->query.sort_field))
    self->query.sort = GUATU_SORT_OUTLINE;
  for (guint i = 0; self->fields != NULL && i < self->fields->len; i++)
    {
      const GuatuFieldCondition *condition = self->fields->pdata[i];

      if (has_field (self, condition->field))
        g_ptr_array_add (kept, guatu_field_condition_copy (condition));
    }
  if (self->fields == NULL || kept->len == self->fields->len)
    return;
  g_ptr_array_unref (self->fields);
  self->query.fields = self->fields = kept->len > 0 ? g_steal_pointer (&kept) : NULL;
}

/* A plan that was loaded anew has other rows, and what a condition is about may be gone. */
void
guatu_battle_view_find_again (GuatuBattleView *self)
{
  forget_fields (self);
  self->query.unit = guatu_battle_view_row_of (self, GUATU_TABLE_UNIT, self->unit);
  self->query.person = guatu_battle_view_row_of (self, GUATU_TABLE_PERSON, self->person);
  self->query.ledger = guatu_battle_view_row_of (self, GUATU_TABLE_LEDGER, self->ledger);
}

const GuatuRowsQuery *
guatu_battle_view_get_query (GuatuBattleView *self)
{
  g_return_val_if_fail (GUATU_IS_BATTLE_VIEW (self), NULL);

  return &self->query;
}

void
guatu_battle_view_set_query (GuatuBattleView      *self,
                             const GuatuRowsQuery *query)
{
  GPtrArray *fields;
  char *text;

  g_return_if_fail (GUATU_IS_BATTLE_VIEW (self));

  /* Groups of another kind are others, and open. */
  if (query->grouping != self->query.grouping)
    {
      g_hash_table_remove_all (self->folded_ids);
      g_hash_table_remove_all (self->folded_groups);
    }
  /* Copied first: it may be the view's own. */
  text = g_strdup (query->text);
  fields = query->fields != NULL ? g_ptr_array_ref (query->fields) : NULL;
  self->query = *query;
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  self->query.fields = self->fields = fields;
  g_free (self->text);
  self->query.text = self->text = text;
  self->unit = id_in (self, GUATU_TABLE_UNIT, query->unit);
  self->person = id_in (self, GUATU_TABLE_PERSON, query->person);
  self->ledger = id_in (self, GUATU_TABLE_LEDGER, query->ledger);
  guatu_battle_view_update_rows (self);
}

void
guatu_battle_view_search (GuatuBattleView *self,
                          const char      *text)
{
  GuatuRowsQuery query;

  g_return_if_fail (GUATU_IS_BATTLE_VIEW (self));

  query = self->query;
  query.text = text != NULL && *text != '\0' ? text : NULL;
  if (g_strcmp0 (query.text, self->text) != 0)
    guatu_battle_view_set_query (self, &query);
}
