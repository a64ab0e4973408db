/* guatu-overlay.c — a what-if: what a pass shall take instead of what the plan says. */
#include "guatu-overlay-private.h"

GuatuOverlay *
guatu_overlay_new (void)
{
  GuatuOverlay *self = g_new0 (GuatuOverlay, 1);

  self->fields = g_array_new (FALSE, FALSE, sizeof (GuatuOverlayField));
  self->tasks = g_hash_table_new (NULL, NULL);
  self->added = g_array_new (FALSE, FALSE, sizeof (GuatuLink));
  self->removed = g_array_new (FALSE, FALSE, sizeof (gint32));
  self->reach = GUATU_NONE;

  return self;
}

void
guatu_overlay_free (GuatuOverlay *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->fields);
  g_hash_table_unref (self->tasks);
  g_array_unref (self->added);
  g_array_unref (self->removed);
  g_free (self);
}

/* The place of the last word on the task; -1: there is none. */
static gint32
last_word (const GuatuOverlay *self, gint32 task)
{
  gpointer place;

  if (!g_hash_table_lookup_extended (self->tasks, GINT_TO_POINTER (task), NULL, &place))
    return -1;
  return GPOINTER_TO_INT (place);
}

static void
append (GuatuOverlay *self, GuatuOverlayField entry)
{
  entry.before = -1;
  if (entry.table == GUATU_TABLE_TASK)
    {
      entry.before = last_word (self, entry.row);
      g_hash_table_insert (self->tasks, GINT_TO_POINTER (entry.row), GINT_TO_POINTER ((gint32) self->fields->len));
    }
  g_array_append_val (self->fields, entry);
}

GuatuOverlay *
guatu_overlay_copy (const GuatuOverlay *self)
{
  GuatuOverlay *copy;

  if (self == NULL)
    return NULL;

  copy = guatu_overlay_new ();
  for (guint i = 0; i < self->fields->len; i++)
    append (copy, g_array_index (self->fields, GuatuOverlayField, i));
  g_array_unref (copy->added);
  g_array_unref (copy->removed);
  copy->added = g_array_copy (self->added);
  copy->removed = g_array_copy (self->removed);
  copy->reach = self->reach;

  return copy;
}

void
guatu_overlay_set (GuatuOverlay *self, GuatuTable table, gint32 row, guint field, GuatuValue value)
{
  g_return_if_fail (guatu_field (table, field) != NULL && field > 0);
  g_return_if_fail (value.kind != GUATU_VALUE_TEXT);

  append (self, (GuatuOverlayField) { table, row, field, value, -1 });
}

void
guatu_overlay_add_link (GuatuOverlay *self, GuatuLink link)
{
  g_array_append_val (self->added, link);
}

void
guatu_overlay_remove_link (GuatuOverlay *self, gint32 row)
{
  g_array_append_val (self->removed, row);
}

gboolean
guatu_overlay_touches (const GuatuOverlay *self, GuatuTable table)
{
  if (self == NULL)
    return FALSE;

  for (guint i = 0; i < self->fields->len; i++)
    if (g_array_index (self->fields, GuatuOverlayField, i).table == table)
      return TRUE;

  return table == GUATU_TABLE_LINK && self->added->len + self->removed->len > 0;
}

/* The plan's one row is meant, whatever number the caller gives it. */
static gint32
place_of (const GuatuOverlayField *entry)
{
  return entry->table == GUATU_TABLE_PLAN ? 0 : entry->row;
}

/* Writes one field into the row's struct; fields kept beside the structs are for others to read. */
static void
write_field (const GuatuOverlayField *entry, const GuatuPlan *plan, gpointer row)
{
  const GuatuField *field = guatu_field (entry->table, entry->field);
  gpointer place = (guint8 *) row + field->offset;
  gboolean empty = entry->value.kind == GUATU_VALUE_NULL;

  if (empty && (field->flags & GUATU_FIELD_NULLABLE) == 0)
    return;

  switch (field->storage)
    {
    case GUATU_STORAGE_INT64:
      *(gint64 *) place = empty ? GUATU_NONE : entry->value.integer;
      break;
    case GUATU_STORAGE_BYTE:
      *(guint8 *) place = (guint8) entry->value.integer;
      break;
    case GUATU_STORAGE_ROW:
      *(gint32 *) place = empty ? -1 : guatu_plan_find (plan, field->target, entry->value.integer);
      break;
    case GUATU_STORAGE_STRING:
    case GUATU_STORAGE_SPARSE:
    default:
      break;
    }
}

void
guatu_overlay_apply (const GuatuOverlay *self, const GuatuPlan *plan, GuatuTable table, gpointer rows, guint n_rows)
{
  gsize size = guatu_table_info (table)->size;

  for (guint i = 0; self != NULL && i < self->fields->len; i++)
    {
      const GuatuOverlayField *entry = &g_array_index (self->fields, GuatuOverlayField, i);
      gint32 row = place_of (entry);

      if (entry->table == table && row >= 0 && (guint) row < n_rows)
        write_field (entry, plan, (guint8 *) rows + (gsize) row * size);
    }
}

void
guatu_overlay_read_task (const GuatuOverlay *self, const GuatuPlan *plan, gint32 row, GuatuTask *task)
{
  const GuatuOverlayField *entry;
  guint64 said = 0;

  *task = *guatu_plan_task (plan, row);

  for (gint32 place = last_word (self, row); place >= 0; place = entry->before)
    {
      entry = &g_array_index (self->fields, GuatuOverlayField, place);
      if (!(said >> entry->field & 1))
        write_field (entry, plan, task);
      said |= G_GUINT64_CONSTANT (1) << entry->field;
    }
}

gint64
guatu_overlay_task_number (const GuatuOverlay *self, const GuatuPlan *plan, gint32 row, guint field)
{
  const GuatuOverlayField *entry;

  for (gint32 place = self != NULL ? last_word (self, row) : -1; place >= 0; place = entry->before)
    {
      entry = &g_array_index (self->fields, GuatuOverlayField, place);
      if (entry->field == field)
        return entry->value.kind == GUATU_VALUE_INTEGER ? entry->value.integer : GUATU_NONE;
    }

  return guatu_plan_task_number (plan, row, field);
}
