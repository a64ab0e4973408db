/* guatu-change-words.c — values and rows as people call them, for whatever tells of changes. */
#include "guatu-change-words.h"

#include <glib/gi18n-lib.h>

#include "guatu-document-private.h"
#include "guatu-quotes.h"

static void
field_change_free (gpointer data)
{
  GuatuFieldChange *self = data;

  g_free (self->label);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

GuatuRowChange *
guatu_row_change_new (GuatuTable       table,
                      gint64           id,
                      GuatuChangeKind  kind,
                      gint64           task,
                      char            *name,
                      char            *task_name)
{
  GuatuRowChange *self = g_new0 (GuatuRowChange, 1);

  self->table = table;
  self->id = id;
  self->kind = kind;
  self->task = task;
  self->name = name;
  self->task_name = task_name;
  self->fields = g_ptr_array_new_with_free_func (field_change_free);
  return self;
}

void
guatu_row_change_free (GuatuRowChange *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->task_name);
  g_ptr_array_unref (self->fields);
  g_free (self);
}

GuatuFieldChange *
guatu_row_change_add (GuatuRowChange *self,
                      guint           field,
                      const char     *label,
                      char           *before,
                      char           *after)
{
  GuatuFieldChange *change = g_new0 (GuatuFieldChange, 1);

  change->field = field;
  change->label = g_strdup (label);
  change->before = before;
  change->after = after;
  g_ptr_array_add (self->fields, change);
  return change;
}

/* Titles --------------------------------------------------------------------------------------------------- */

char *
guatu_row_change_title (const GuatuRowChange *self)
{
  const char *label = _(guatu_table_info (self->table)->label);
  g_autofree char *row = self->name[0] == '\0' ? g_strdup (label)
                         /* Translators: the kind of a row and its name: Task “Bridge” */
                         : guatu_quotes_nest (g_strdup_printf (_("%s “%s”"), label, self->name));

  switch (self->kind)
    {
    case GUATU_CHANGE_ADDED:
      /* Translators: a row: Task “Bridge” added */
      return g_strdup_printf (_("%s added"), row);
    case GUATU_CHANGE_REMOVED:
      return g_strdup_printf (_("%s removed"), row);
    case GUATU_CHANGE_CHANGED:
    default:
      return g_steal_pointer (&row);
    }
}

char *
guatu_field_change_text (const GuatuFieldChange *self,
                         GuatuChangeKind         kind)
{
  const char *before = self->before[0] != '\0' ? self->before : _("empty");
  const char *after = self->after[0] != '\0' ? self->after : _("empty");

  if (kind == GUATU_CHANGE_CHANGED)
    /* Translators: a field, what was there and what is there now: Duration: 20 d → 34 d */
    return g_strdup_printf (_("%s: %s → %s"), self->label, before, after);

  /* Translators: a field and its value. */
  return g_strdup_printf (_("%s: %s"), self->label, kind == GUATU_CHANGE_ADDED ? after : before);
}

/* Values --------------------------------------------------------------------------------------------------- */

gboolean
guatu_field_units (GuatuTable  table,
                   guint       field,
                   guint      *unit,
                   guint      *kind)
{
  if (table == GUATU_TABLE_TASK && (field == GUATU_TASK_DURATION || field == GUATU_TASK_REMAINING))
    {
      *unit = GUATU_TASK_DURATION_UNIT;
      *kind = GUATU_TASK_DURATION_KIND;
      return TRUE;
    }
  if (table == GUATU_TABLE_LINK && field == GUATU_LINK_LAG)
    {
      *unit = GUATU_LINK_LAG_UNIT;
      *kind = GUATU_LINK_LAG_KIND;
      return TRUE;
    }

  return FALSE;
}

gboolean
guatu_kind_is_elapsed (GuatuTable table,
                       gint64     kind)
{
  if (table == GUATU_TABLE_TASK)
    return kind == GUATU_DURATION_ELAPSED;

  return kind == GUATU_LAG_ELAPSED || kind == GUATU_LAG_ELAPSED_PERCENT;
}

gboolean
guatu_field_is_unsaid (GuatuTable table,
                       guint      field)
{
  return field == 0 || g_str_equal (guatu_field (table, field)->name, "position") ||
         (table == GUATU_TABLE_TASK && (field == GUATU_TASK_DURATION_UNIT || field == GUATU_TASK_DURATION_KIND)) ||
         (table == GUATU_TABLE_LINK && field == GUATU_LINK_LAG_UNIT);
}

gboolean
guatu_field_is_in_name (GuatuTable table,
                        guint      field)
{
  const char *name = guatu_field (table, field)->name;

  switch ((int) table)
    {
    case GUATU_TABLE_TASK:
      return g_str_equal (name, "name");
    case GUATU_TABLE_LINK:
      return field == GUATU_LINK_PREDECESSOR || field == GUATU_LINK_SUCCESSOR;
    case GUATU_TABLE_ASSIGNMENT:
      return field == GUATU_ASSIGNMENT_TASK || field == GUATU_ASSIGNMENT_UNIT || field == GUATU_ASSIGNMENT_PERSON;
    case GUATU_TABLE_MEMBERSHIP:
      return field == GUATU_MEMBERSHIP_PERSON || field == GUATU_MEMBERSHIP_UNIT;
    case GUATU_TABLE_LEDGER_ITEM:
      return field == GUATU_LEDGER_ITEM_TASK || field == GUATU_LEDGER_ITEM_LEDGER;
    default:
      return g_str_equal (name, "name") || g_str_equal (name, "task");
    }
}

char *
guatu_value_words (const GuatuPlan   *plan,
                   GuatuTable         table,
                   guint              field,
                   GuatuValue         value,
                   GuatuDurationUnit  unit,
                   gboolean           elapsed)
{
  const GuatuField *info = guatu_field (table, field);
  g_autofree char *text = NULL;

  /* What an entry holds was written by anybody. */
  if (value.kind == GUATU_VALUE_NULL || !guatu_field_check (info, value, NULL))
    return g_strdup ("");
  text = guatu_value_text (plan, info, value, unit, elapsed);
  return guatu_value_label (info, text);
}
