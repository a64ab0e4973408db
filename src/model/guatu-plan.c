/* guatu-plan.c — rows and their fields: flat arrays, an index of ids, strings end to end. */
#include "guatu-plan-private.h"

#include <string.h>

/* Strings left behind by edits are swept up once they are this much, and half of all. */
#define GARBAGE_TO_SWEEP (1 << 20)

/* Making and freeing ----------------------------------------------------------------------------- */

static void
write_fallbacks (GuatuTable table, gpointer data)
{
  const GuatuTableInfo *info = &guatu_tables[table];

  memset (data, 0, info->size);

  for (guint i = 1; i < info->n_fields; i++)
    {
      const GuatuField *field = &info->fields[i];
      gpointer place = (guint8 *) data + field->offset;
      gboolean empty = field->flags & GUATU_FIELD_NULLABLE;

      switch (field->storage)
        {
        case GUATU_STORAGE_INT64:
          *(gint64 *) place = empty ? GUATU_NONE : field->fallback;
          break;
        case GUATU_STORAGE_ROW:
          *(gint32 *) place = -1;
          break;
        case GUATU_STORAGE_BYTE:
          *(guint8 *) place = (guint8) field->fallback;
          break;
        case GUATU_STORAGE_STRING:
        case GUATU_STORAGE_SPARSE:
        default:
          break;
        }
    }

  if (table == GUATU_TABLE_TASK)
    {
      ((GuatuTask *) data)->first_child = -1;
      ((GuatuTask *) data)->next_sibling = -1;
    }
}

GuatuPlan *
guatu_plan_new (void)
{
  GuatuPlan *self = g_new0 (GuatuPlan, 1);

  for (int table = 0; table < GUATU_N_TABLES; table++)
    self->rows[table].changes = 1;
  self->text = g_byte_array_new ();
  g_byte_array_append (self->text, (const guint8 *) "", 1);
  self->first_task = -1;
  write_fallbacks (GUATU_TABLE_PLAN, &self->unstored);

  return self;
}

void
guatu_plan_free (GuatuPlan *self)
{
  if (self == NULL)
    return;

  guatu_plan_clear_outline (self);
  guatu_plan_clear_lookups (self);
  for (int table = 0; table < GUATU_N_TABLES; table++)
    {
      GuatuRows *rows = &self->rows[table];

      g_free (rows->data);
      g_free (rows->n_sparse);
      g_free (rows->index);
      guatu_sparse_clear (&rows->sparse);
      g_clear_pointer (&rows->free, g_array_unref);
    }
  g_byte_array_unref (self->text);
  g_free (self);
}

GuatuPlan *
guatu_plan_copy (const GuatuPlan *self)
{
  GuatuPlan *copy = guatu_plan_new ();

  for (int table = 0; table < GUATU_N_TABLES; table++)
    {
      const GuatuRows *from = &self->rows[table];
      GuatuRows *to = &copy->rows[table];

      to->data = g_memdup2 (from->data, from->n_rows * guatu_tables[table].size);
      to->n_sparse = g_memdup2 (from->n_sparse, from->n_rows);
      to->n_rows = to->capacity = from->n_rows;
      to->n_live = from->n_live;
      to->index = g_memdup2 (from->index, from->index_size * sizeof *from->index);
      to->index_size = from->index_size;
      guatu_sparse_copy (&to->sparse, &from->sparse);
      to->free = from->free != NULL ? g_array_copy (from->free) : NULL;
    }
  g_byte_array_set_size (copy->text, self->text->len);
  memcpy (copy->text->data, self->text->data, self->text->len);
  copy->text_garbage = self->text_garbage;
  copy->tree_is_stale = TRUE;
  guatu_plan_settle (copy);

  return copy;
}

/* The index of ids ----------------------------------------------------------------------------------- */

static guint32
index_home (const GuatuRows *rows, gint64 id)
{
  return (guint32) (((guint64) id * G_GUINT64_CONSTANT (11400714819323198485)) >> 32) & (rows->index_size - 1);
}

static guint32
index_place (const GuatuPlan *self, GuatuTable table, gint64 id)
{
  const GuatuRows *rows = &self->rows[table];
  guint32 place = index_home (rows, id);

  while (rows->index[place] != 0 && row_id (self, table, (gint32) rows->index[place] - 1) != id)
    place = (place + 1) & (rows->index_size - 1);

  return place;
}

static void
index_resize (GuatuPlan *self, GuatuTable table, guint size)
{
  GuatuRows *rows = &self->rows[table];

  g_free (rows->index);
  rows->index = g_new0 (guint32, size);
  rows->index_size = size;

  for (guint row = 0; row < rows->n_rows; row++)
    if (row_id (self, table, (gint32) row) != 0)
      rows->index[index_place (self, table, row_id (self, table, (gint32) row))] = row + 1;
}

static void
index_remove (GuatuPlan *self, GuatuTable table, gint64 id)
{
  GuatuRows *rows = &self->rows[table];
  guint32 mask = rows->index_size - 1;
  guint32 gap = index_place (self, table, id);

  for (guint32 next = (gap + 1) & mask; rows->index[next] != 0; next = (next + 1) & mask)
    {
      guint32 wanted = index_home (rows, row_id (self, table, (gint32) rows->index[next] - 1));

      if (((next - wanted) & mask) >= ((next - gap) & mask))
        {
          rows->index[gap] = rows->index[next];
          gap = next;
        }
    }
  rows->index[gap] = 0;
}

/* Rows --------------------------------------------------------------------------------------------------- */

guint
guatu_plan_n_rows (const GuatuPlan *self, GuatuTable table)
{
  return self->rows[table].n_rows;
}

guint
guatu_plan_n_live (const GuatuPlan *self, GuatuTable table)
{
  return self->rows[table].n_live;
}

gconstpointer
guatu_plan_rows (const GuatuPlan *self, GuatuTable table)
{
  return self->rows[table].data;
}

gint32
guatu_plan_find (const GuatuPlan *self, GuatuTable table, gint64 id)
{
  if (id <= 0 || self->rows[table].index_size == 0)
    return -1;

  return (gint32) self->rows[table].index[index_place (self, table, id)] - 1;
}

gint64
guatu_plan_id (const GuatuPlan *self, GuatuTable table, gint32 row)
{
  return row_is_live (self, table, row) ? row_id (self, table, row) : 0;
}

gboolean
guatu_plan_has_sparse (const GuatuPlan *self, GuatuTable table, gint32 row)
{
  return self->rows[table].n_sparse[row] > 0;
}

gboolean
guatu_plan_next_sparse (const GuatuPlan *self, GuatuTable table, guint *cursor, gint32 *row, guint *field,
                        gint64 *value)
{
  const GuatuSparse *sparse = &self->rows[table].sparse;

  for (guint32 i = *cursor; i < sparse->size; i++)
    if (sparse->keys[i] != 0)
      {
        *cursor = i + 1;
        *row = (gint32) ((sparse->keys[i] - 1) / GUATU_SPARSE_MAX_FIELDS);
        *field = (sparse->keys[i] - 1) % GUATU_SPARSE_MAX_FIELDS;
        *value = sparse->values[i];
        return TRUE;
      }

  *cursor = sparse->size;
  return FALSE;
}

const GuatuPlanRow *
guatu_plan_settings (const GuatuPlan *self)
{
  const GuatuRows *rows = &self->rows[GUATU_TABLE_PLAN];
  const GuatuPlanRow *settings = (const GuatuPlanRow *) (gconstpointer) rows->data;

  for (guint row = 0; row < rows->n_rows; row++)
    if (settings[row].id != 0)
      return &settings[row];

  return &self->unstored;
}

static void
grow_to (GuatuPlan *self, GuatuTable table, guint capacity)
{
  GuatuRows *rows = &self->rows[table];

  if (capacity <= rows->capacity)
    return;

  rows->capacity = capacity;
  rows->data = g_realloc_n (rows->data, capacity, guatu_tables[table].size);
  rows->n_sparse = g_realloc (rows->n_sparse, capacity);
}

void
guatu_plan_reserve (GuatuPlan *self, GuatuTable table, guint n)
{
  GuatuRows *rows = &self->rows[table];
  guint size = MAX (rows->index_size, 16);

  grow_to (self, table, rows->n_rows + n);
  while ((rows->n_live + n) * 4 > size * 3)
    size *= 2;
  if (size > rows->index_size)
    index_resize (self, table, size);
}

/* Looks that depend on the table are made anew when next asked for. */
static void
note_change (GuatuPlan *self, GuatuTable table)
{
  self->rows[table].changes++;
}

gint32
guatu_plan_insert (GuatuPlan *self, GuatuTable table, gint64 id)
{
  GuatuRows *rows = &self->rows[table];
  gint32 row = guatu_plan_find (self, table, id);

  g_return_val_if_fail (id > 0, -1);

  if (row >= 0)
    return row;

  if (rows->free != NULL && rows->free->len > 0)
    {
      row = g_array_index (rows->free, gint32, rows->free->len - 1);
      g_array_set_size (rows->free, rows->free->len - 1);
    }
  else
    {
      if (rows->n_rows == rows->capacity)
        grow_to (self, table, MAX (16, rows->capacity + rows->capacity / 2));
      row = (gint32) rows->n_rows++;
    }

  write_fallbacks (table, row_data (self, table, row));
  *(gint64 *) row_data (self, table, row) = id;
  rows->n_sparse[row] = 0;
  rows->n_live++;

  if (rows->n_live * 4 > rows->index_size * 3)
    index_resize (self, table, MAX (16, rows->index_size * 2));
  else
    rows->index[index_place (self, table, id)] = (guint32) row + 1;

  note_change (self, table);
  if (table == GUATU_TABLE_TASK)
    self->tree_is_stale = TRUE;

  return row;
}

void
guatu_plan_remove (GuatuPlan *self, GuatuTable table, gint32 row)
{
  const GuatuTableInfo *info = &guatu_tables[table];
  GuatuRows *rows = &self->rows[table];

  g_return_if_fail (row_is_live (self, table, row));

  for (guint i = 1; i < info->n_fields; i++)
    if (info->fields[i].type == GUATU_TYPE_TEXT)
      guatu_plan_set (self, table, row, i, GUATU_TEXT (""));
    else if (info->fields[i].storage == GUATU_STORAGE_SPARSE)
      guatu_plan_set (self, table, row, i, GUATU_NULL);

  guatu_plan_note_removal (self, table, row);
  index_remove (self, table, row_id (self, table, row));
  memset (row_data (self, table, row), 0, info->size);
  rows->n_live--;
  if (rows->free == NULL)
    rows->free = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_array_append_val (rows->free, row);

  note_change (self, table);
  if (table == GUATU_TABLE_TASK)
    self->tree_is_stale = TRUE;
}

/* Reading fields ----------------------------------------------------------------------------------------- */

/* The field as memory holds it: a number, a row or an offset. */
static gint64
raw_value (const GuatuPlan *self, GuatuTable table, gint32 row, guint number)
{
  const GuatuField *field = &guatu_tables[table].fields[number];
  gconstpointer place = (const guint8 *) row_data (self, table, row) + field->offset;

  switch (field->storage)
    {
    case GUATU_STORAGE_INT64:
      return *(const gint64 *) place;
    case GUATU_STORAGE_ROW:
      return *(const gint32 *) place;
    case GUATU_STORAGE_BYTE:
      return *(const guint8 *) place;
    case GUATU_STORAGE_STRING:
      return *(const guint32 *) place;
    case GUATU_STORAGE_SPARSE:
    default:
      if (self->rows[table].n_sparse[row] == 0)
        return GUATU_NONE;
      return guatu_sparse_get (&self->rows[table].sparse, (guint32) row, number);
    }
}

gint64
guatu_plan_number (const GuatuPlan *self, GuatuTable table, gint32 row, guint field)
{
  g_return_val_if_fail (row_is_live (self, table, row), GUATU_NONE);
  g_return_val_if_fail (field < guatu_tables[table].n_fields, GUATU_NONE);
  g_return_val_if_fail (guatu_tables[table].fields[field].type != GUATU_TYPE_TEXT, GUATU_NONE);

  return raw_value (self, table, row, field);
}

const char *
guatu_plan_text (const GuatuPlan *self, guint32 offset)
{
  return (const char *) self->text->data + offset;
}

const char *
guatu_plan_string (const GuatuPlan *self, GuatuTable table, gint32 row, guint field)
{
  gint64 offset;

  g_return_val_if_fail (row_is_live (self, table, row), "");
  g_return_val_if_fail (field < guatu_tables[table].n_fields, "");
  g_return_val_if_fail (guatu_tables[table].fields[field].type == GUATU_TYPE_TEXT, "");

  offset = raw_value (self, table, row, field);
  return offset > 0 ? guatu_plan_text (self, (guint32) offset) : "";
}

GuatuValue
guatu_plan_get (const GuatuPlan *self, GuatuTable table, gint32 row, guint number)
{
  const GuatuField *field = guatu_field (table, number);
  gint64 raw;

  g_return_val_if_fail (field != NULL && row_is_live (self, table, row), GUATU_NULL);

  if (field->type == GUATU_TYPE_TEXT)
    return GUATU_TEXT (guatu_plan_string (self, table, row, number));

  raw = raw_value (self, table, row, number);
  if (field->storage == GUATU_STORAGE_ROW)
    return raw >= 0 ? GUATU_INTEGER (row_id (self, field->target, (gint32) raw)) : GUATU_NULL;
  return raw != GUATU_NONE ? GUATU_INTEGER (raw) : GUATU_NULL;
}

/* Writing fields ------------------------------------------------------------------------------------------- */

static gboolean
store_text (GuatuPlan *self, GuatuTable table, gint32 row, guint number, const char *text)
{
  gint64 old = raw_value (self, table, row, number);
  guint32 offset = 0;

  if (old > 0)
    {
      if (g_str_equal (guatu_plan_text (self, (guint32) old), text))
        return TRUE;
      self->text_garbage += strlen (guatu_plan_text (self, (guint32) old)) + 1;
    }

  if (text[0] != '\0')
    {
      gsize length = strlen (text) + 1;

      if (!g_utf8_validate (text, -1, NULL) || length > G_MAXINT32 || self->text->len + length > G_MAXUINT32 - 1)
        return FALSE;
      offset = self->text->len;
      g_byte_array_append (self->text, (const guint8 *) text, (guint) length);
    }

  if (guatu_tables[table].fields[number].storage == GUATU_STORAGE_SPARSE)
    {
      int step = guatu_sparse_set (&self->rows[table].sparse, (guint32) row, number, offset > 0 ? offset : GUATU_NONE);

      self->rows[table].n_sparse[row] = (guint8) (self->rows[table].n_sparse[row] + step);
    }
  else
    {
      *(guint32 *) ((guint8 *) row_data (self, table, row) + guatu_tables[table].fields[number].offset) = offset;
    }

  return TRUE;
}

static gboolean
store_number (GuatuPlan *self, GuatuTable table, gint32 row, guint number, gint64 value)
{
  const GuatuField *field = &guatu_tables[table].fields[number];
  gpointer place = (guint8 *) row_data (self, table, row) + field->offset;

  switch (field->storage)
    {
    case GUATU_STORAGE_INT64:
      *(gint64 *) place = value;
      if (self->rows[table].referrers != NULL && g_str_equal (field->name, "position"))
        guatu_plan_note_place (self, table, row);
      return TRUE;
    case GUATU_STORAGE_BYTE:
      *(guint8 *) place = (guint8) value;
      return TRUE;
    case GUATU_STORAGE_ROW:
      {
        gint32 from = *(gint32 *) place;

        *(gint32 *) place = value != GUATU_NONE ? guatu_plan_find (self, field->target, value) : -1;
        guatu_plan_note_referrer (self, table, row, number, from, *(gint32 *) place);
        return value == GUATU_NONE || *(gint32 *) place >= 0;
      }
    case GUATU_STORAGE_SPARSE:
      {
        int step = guatu_sparse_set (&self->rows[table].sparse, (guint32) row, number, value);

        self->rows[table].n_sparse[row] = (guint8) (self->rows[table].n_sparse[row] + step);
        return TRUE;
      }
    case GUATU_STORAGE_STRING:
    default:
      return FALSE;
    }
}

gboolean
guatu_plan_set (GuatuPlan *self, GuatuTable table, gint32 row, guint number, GuatuValue value)
{
  const GuatuField *field = guatu_field (table, number);
  gboolean done;

  g_return_val_if_fail (field != NULL && number > 0 && row_is_live (self, table, row), FALSE);

  if (field->type == GUATU_TYPE_TEXT)
    {
      if (value.kind == GUATU_VALUE_INTEGER)
        return FALSE;
      done = store_text (self, table, row, number, value.kind == GUATU_VALUE_TEXT ? value.text : "");
    }
  else if (value.kind == GUATU_VALUE_NULL)
    {
      if (field->flags & GUATU_FIELD_NULLABLE)
        done = store_number (self, table, row, number, GUATU_NONE);
      else
        return FALSE;
    }
  else
    {
      if (value.kind != GUATU_VALUE_INTEGER || value.integer < field->min || value.integer > field->max)
        return FALSE;
      done = store_number (self, table, row, number, value.integer);
    }

  note_change (self, table);
  if (table == GUATU_TABLE_TASK && (number == GUATU_TASK_PARENT || number == GUATU_TASK_POSITION))
    self->tree_is_stale = TRUE;

  return done;
}

/* Settling ------------------------------------------------------------------------------------------------- */

/* Copies every string that is still referred to into fresh text. */
static void
sweep_text (GuatuPlan *self)
{
  g_autoptr(GByteArray) old = g_steal_pointer (&self->text);

  self->text = g_byte_array_sized_new ((guint) (old->len - self->text_garbage));
  g_byte_array_append (self->text, (const guint8 *) "", 1);
  self->text_garbage = 0;

  for (int table = 0; table < GUATU_N_TABLES; table++)
    for (guint row = 0; row < self->rows[table].n_rows; row++)
      for (guint i = 1; i < guatu_tables[table].n_fields; i++)
        {
          const char *text;
          gint64 offset;

          if (guatu_tables[table].fields[i].type != GUATU_TYPE_TEXT || !row_is_live (self, table, (gint32) row))
            continue;
          offset = raw_value (self, table, (gint32) row, i);
          if (offset <= 0)
            continue;
          text = (const char *) old->data + offset;
          offset = self->text->len;
          g_byte_array_append (self->text, (const guint8 *) text, (guint) strlen (text) + 1);
          if (guatu_tables[table].fields[i].storage == GUATU_STORAGE_SPARSE)
            guatu_sparse_set (&self->rows[table].sparse, row, i, offset);
          else
            *(guint32 *) ((guint8 *) row_data (self, table, (gint32) row) + guatu_tables[table].fields[i].offset) =
              (guint32) offset;
        }
}

void
guatu_plan_settle (GuatuPlan *self)
{
  if (self->text_garbage > GARBAGE_TO_SWEEP && self->text_garbage > self->text->len / 2)
    sweep_text (self);
  if (self->tree_is_stale)
    guatu_plan_make_outline (self);
}

gsize
guatu_plan_size (const GuatuPlan *self)
{
  gsize size = sizeof *self + self->text->len + guatu_plan_lookups_size (self);

  for (int table = 0; table < GUATU_N_TABLES; table++)
    {
      const GuatuRows *rows = &self->rows[table];

      size += rows->capacity * (guatu_tables[table].size + 1) + rows->index_size * sizeof *rows->index +
              guatu_sparse_size (&rows->sparse);
    }

  return size;
}
