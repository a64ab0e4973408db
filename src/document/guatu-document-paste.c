/* guatu-document-paste.c — the verbs that put tasks of a fragment into the plan: paste and duplicate. */
#include "guatu-document-private.h"

#include "guatu-fragment.h"
#include "guatu-id.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What hangs on tasks comes with them; the rest is looked for in the plan and made only where it is missing. Nobody's
 * list of units is nested as deeply; what comes from a clipboard may be. */
#define MAX_ABOVE 100

typedef struct
{
  GuatuDocument   *document;
  const GuatuPlan *fragment;
  gboolean         same;                      /* the fragment was taken out of this very plan */
  gint64          *ids[GUATU_N_TABLES];       /* by row of the fragment: its id in the plan; 0: none yet */
  gint64           behind[GUATU_N_TABLES];    /* the last position given to a row that was made */
  guint            depth;
  GuatuProgressFunc progress;                 /* or %NULL */
  gpointer         progress_data;
  gint64           n_written;
  gint64           n_rows;                    /* tasks and what hangs on them */
  GError         **error;
} Paste;

/* Rows between two words of how far it is: some milliseconds. */
#define ROWS_PER_WORD 256

static gboolean resolve (Paste *self, GuatuTable table, gint32 row, gint64 *id);

/* Looking for what is there ----------------------------------------------------------------------------- */

static gboolean
is_same_text (const Paste *self, GuatuTable table, gint32 row, gint32 other, guint field)
{
  return g_str_equal (guatu_plan_string (self->fragment, table, row, field),
                      guatu_plan_string (self->document->plan, table, other, field));
}

/* Whether the row of the plan is what the fragment's is, as people tell them apart. */
static gboolean
is_alike (const Paste *self, GuatuTable table, gint32 row, gint32 other)
{
  const GuatuPlan *plan = self->document->plan;

  switch ((int) table)
    {
    case GUATU_TABLE_CALENDAR:
      if (guatu_plan_string (self->fragment, table, row, GUATU_CALENDAR_SLUG)[0] != '\0')
        return is_same_text (self, table, row, other, GUATU_CALENDAR_SLUG);
      return is_same_text (self, table, row, other, GUATU_CALENDAR_NAME);
    case GUATU_TABLE_UNIT:
      return is_same_text (self, table, row, other, GUATU_UNIT_NAME);
    case GUATU_TABLE_PERSON:
      return is_same_text (self, table, row, other, GUATU_PERSON_NAME) &&
             guatu_plan_number (self->fragment, table, row, GUATU_PERSON_KIND) ==
             guatu_plan_number (plan, table, other, GUATU_PERSON_KIND);
    case GUATU_TABLE_LEDGER:
      return is_same_text (self, table, row, other, GUATU_LEDGER_NAME);
    case GUATU_TABLE_CUSTOM_FIELD:
      return is_same_text (self, table, row, other, GUATU_CUSTOM_FIELD_NAME) &&
             guatu_plan_number (self->fragment, table, row, GUATU_CUSTOM_FIELD_KIND) ==
             guatu_plan_number (plan, table, other, GUATU_CUSTOM_FIELD_KIND) &&
             guatu_plan_number (self->fragment, table, row, GUATU_CUSTOM_FIELD_OWNER) ==
             guatu_plan_number (plan, table, other, GUATU_CUSTOM_FIELD_OWNER);
    default:
      return FALSE;
    }
}

/* Two people of one name are told apart by their units. */
static gboolean
is_of_same_unit (const Paste *self, gint32 row, gint32 other)
{
  const GuatuPlan *plan = self->document->plan;
  gint32 unit = (gint32) guatu_plan_number (self->fragment, GUATU_TABLE_PERSON, row, GUATU_PERSON_UNIT);
  gint32 other_unit = (gint32) guatu_plan_number (plan, GUATU_TABLE_PERSON, other, GUATU_PERSON_UNIT);

  if (unit < 0 || other_unit < 0)
    return unit < 0 && other_unit < 0;
  return is_same_text (self, GUATU_TABLE_UNIT, unit, other_unit, GUATU_UNIT_NAME);
}

static gint32
find_alike (const Paste *self, GuatuTable table, gint32 row)
{
  const GuatuPlan *plan = self->document->plan;
  gint32 found = -1;

  for (gint32 other = 0; other < (gint32) guatu_plan_n_rows (plan, table); other++)
    {
      if (guatu_plan_id (plan, table, other) == 0 || !is_alike (self, table, row, other))
        continue;
      if (table != GUATU_TABLE_PERSON || is_of_same_unit (self, row, other))
        return other;
      if (found < 0)
        found = other;
    }
  return found;
}

/* The category of this name in @ledger; @ledger -1: in any. */
static gint32
find_category (const Paste *self, gint32 row, gint32 ledger)
{
  const GuatuPlan *plan = self->document->plan;

  for (gint32 other = 0; other < (gint32) guatu_plan_n_rows (plan, GUATU_TABLE_CATEGORY); other++)
    if (guatu_plan_id (plan, GUATU_TABLE_CATEGORY, other) != 0 &&
        is_same_text (self, GUATU_TABLE_CATEGORY, row, other, GUATU_CATEGORY_NAME) &&
        (ledger < 0 || guatu_plan_number (plan, GUATU_TABLE_CATEGORY, other, GUATU_CATEGORY_LEDGER) == ledger))
      return other;

  return -1;
}

/* Categories are what tasks stand in: where no ledger has the name, the one counts that has such a category. */
static gint32
find_ledger (const Paste *self, gint32 row)
{
  gint32 found = find_alike (self, GUATU_TABLE_LEDGER, row);

  for (gint32 i = 0; found < 0 && i < (gint32) guatu_plan_n_rows (self->fragment, GUATU_TABLE_CATEGORY); i++)
    if (guatu_plan_id (self->fragment, GUATU_TABLE_CATEGORY, i) != 0 &&
        guatu_plan_number (self->fragment, GUATU_TABLE_CATEGORY, i, GUATU_CATEGORY_LEDGER) == row)
      {
        gint32 category = find_category (self, i, -1);

        if (category >= 0)
          found = (gint32) guatu_plan_number (self->document->plan, GUATU_TABLE_CATEGORY, category,
                                              GUATU_CATEGORY_LEDGER);
      }
  return found;
}

/* The row of the plan that the fragment's stands for; -1: there is none. */
static gint32
find_existing (Paste *self, GuatuTable table, gint32 row)
{
  const GuatuPlan *plan = self->document->plan;
  gint32 found = self->same ? guatu_plan_find (plan, table, guatu_plan_id (self->fragment, table, row)) : -1;
  gint64 ledger = 0;

  if (found >= 0)
    return found;
  switch ((int) table)
    {
    case GUATU_TABLE_LEDGER:
      return find_ledger (self, row);
    case GUATU_TABLE_CATEGORY:
      resolve (self, GUATU_TABLE_LEDGER,
               (gint32) guatu_plan_number (self->fragment, table, row, GUATU_CATEGORY_LEDGER), &ledger);
      found = guatu_plan_find (plan, GUATU_TABLE_LEDGER, ledger);
      return found >= 0 ? find_category (self, row, found) : -1;
    default:
      return find_alike (self, table, row);
    }
}

/* Writing ------------------------------------------------------------------------------------------------ */

/* A baseline is not made by pasting, only filled. */
static gboolean
is_made (GuatuTable table)
{
  return table != GUATU_TABLE_BASELINE && table != GUATU_TABLE_PLAN && table != GUATU_TABLE_LIGHT_RULE_SET;
}

static gint64
next_position (Paste *self, GuatuTable table, guint field)
{
  const GuatuPlan *plan = self->document->plan;
  const GuatuField *info = guatu_field (table, field);

  if (self->behind[table] == 0)
    for (gint32 row = 0; row < (gint32) guatu_plan_n_rows (plan, table); row++)
      if (guatu_plan_id (plan, table, row) != 0)
        self->behind[table] = MAX (self->behind[table], guatu_plan_number (plan, table, row, field));

  self->behind[table] = MIN (self->behind[table] + GUATU_POSITION_GAP, info->max);
  return self->behind[table];
}

/* Fills @value with what the field is to hold; FALSE where an error says why not. @there: whether it holds anything. */
static gboolean
take_value (Paste *self, GuatuTable table, gint32 row, guint number, GuatuValue *value, gboolean *there)
{
  const GuatuField *field = guatu_field (table, number);
  gint64 id = 0;

  *value = guatu_plan_get (self->fragment, table, row, number);
  if (table != GUATU_TABLE_TASK && g_str_equal (field->name, "position"))
    *value = GUATU_INTEGER (next_position (self, table, number));
  *there = !guatu_value_equal (*value, guatu_field_fallback (field));
  if (!*there || field->type != GUATU_TYPE_REFERENCE)
    return TRUE;

  if (!resolve (self, field->target, (gint32) guatu_plan_number (self->fragment, table, row, number), &id))
    return FALSE;
  *value = GUATU_INTEGER (id);
  *there = id != 0;
  return TRUE;
}

static gboolean
stopped (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The import was stopped"));
  return FALSE;
}

/* Whether to go on. */
static gboolean
tell (Paste *self)
{
  if (self->progress == NULL || self->n_written++ % ROWS_PER_WORD != 0 ||
      self->progress (MIN (self->n_written, self->n_rows - 1), self->n_rows, self->progress_data))
    return TRUE;

  return stopped (self->error);
}

/* Writes the row under @id, with @parent and @position in place of its own where it is a task that has no other above
 * it. A row that must refer to something that is not to be had is left out. */
static gboolean
write_row (Paste *self, GuatuTable table, gint32 row, gint64 id, const GuatuValue *place)
{
  const GuatuTableInfo *info = guatu_table_info (table);
  g_autofree guint *fields = g_new (guint, info->n_fields);
  g_autofree GuatuValue *values = g_new (GuatuValue, info->n_fields);
  guint n = 0;

  if (!tell (self))
    return FALSE;
  for (guint field = 1; field < info->n_fields; field++)
    {
      GuatuValue value;
      gboolean there;

      if (!take_value (self, table, row, field, &value, &there))
        return FALSE;
      if (place != NULL && (field == GUATU_TASK_PARENT || field == GUATU_TASK_POSITION))
        {
          value = place[field == GUATU_TASK_POSITION];
          there = value.kind != GUATU_VALUE_NULL;
        }
      if (!there && info->fields[field].type == GUATU_TYPE_REFERENCE &&
          !(info->fields[field].flags & GUATU_FIELD_NULLABLE))
        return TRUE;
      if (!there)
        continue;
      fields[n] = field;
      values[n++] = value;
    }
  return guatu_store_insert (self->document->store, table, id, fields, values, n, self->error);
}

/* What belongs to a calendar, and to its days. */
static gboolean
write_parts (Paste *self, GuatuTable of, gint32 whole)
{
  static const struct { GuatuTable table; guint field; } parts[] = {
    { GUATU_TABLE_CALENDAR_WEEK, GUATU_CALENDAR_WEEK_CALENDAR },
    { GUATU_TABLE_CALENDAR_DAY, GUATU_CALENDAR_DAY_CALENDAR },
    { GUATU_TABLE_CALENDAR_EXCEPTION, GUATU_CALENDAR_EXCEPTION_CALENDAR },
    { GUATU_TABLE_CALENDAR_HOURS, GUATU_CALENDAR_HOURS_DAY },
    { GUATU_TABLE_CALENDAR_HOURS, GUATU_CALENDAR_HOURS_EXCEPTION },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const gint32 *rows;
      guint n;

      if (guatu_field (parts[i].table, parts[i].field)->target != of)
        continue;
      rows = guatu_plan_referrers (self->fragment, parts[i].table, parts[i].field, whole, &n);
      for (guint k = 0; k < n; k++)
        {
          gint64 *id = &self->ids[parts[i].table][rows[k]];

          if (*id != 0)
            continue;
          *id = guatu_id_next ();
          if (!write_row (self, parts[i].table, rows[k], *id, NULL) || !write_parts (self, parts[i].table, rows[k]))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
make (Paste *self, GuatuTable table, gint32 row, gint64 *id)
{
  gboolean ok;

  if (self->depth >= MAX_ABOVE)
    return guatu_document_refuse (self->error, GUATU_DOCUMENT_ERROR_INVALID,
                                  _("What was copied is nested too deeply to be put into a plan."));
  /* First of all: what stands in a ring finds it. */
  *id = guatu_id_next ();
  self->depth++;
  ok = write_row (self, table, row, *id, NULL) && write_parts (self, table, row);
  self->depth--;
  return ok;
}

/* The id in the plan of what stands in the fragment's row: it is found, or made; 0: neither. */
static gboolean
resolve (Paste *self, GuatuTable table, gint32 row, gint64 *id)
{
  gint64 *known;
  gint32 there;

  *id = 0;
  if (row < 0)
    return TRUE;
  known = &self->ids[table][row];
  if (*known == 0)
    {
      there = find_existing (self, table, row);
      if (there >= 0)
        *known = guatu_plan_id (self->document->plan, table, there);
      else if (is_made (table) && !make (self, table, row, known))
        return FALSE;
    }
  *id = *known;
  return TRUE;
}

/* Tasks, and what hangs on them ---------------------------------------------------------------------------- */

static gboolean
write_tasks (Paste *self, gint32 parent, const gint64 *positions, GArray *made)
{
  gint64 parent_id = parent >= 0 ? guatu_plan_id (self->document->plan, GUATU_TABLE_TASK, parent) : 0;
  guint n, root = 0;
  const gint32 *outline = guatu_plan_outline (self->fragment, &n);

  for (guint i = 0; i < n; i++)
    self->ids[GUATU_TABLE_TASK][outline[i]] = guatu_id_next ();

  for (guint i = 0; i < n; i++)
    {
      gint64 id = self->ids[GUATU_TABLE_TASK][outline[i]];
      gboolean is_root = guatu_plan_task (self->fragment, outline[i])->parent < 0;
      GuatuValue place[2] = { parent_id != 0 ? GUATU_INTEGER (parent_id) : GUATU_NULL, GUATU_NULL };

      if (is_root)
        place[1] = GUATU_INTEGER (positions[root++]);
      if (!write_row (self, GUATU_TABLE_TASK, outline[i], id, is_root ? place : NULL))
        return FALSE;
      if (made != NULL)
        g_array_append_val (made, id);
    }
  return TRUE;
}

/* Whether the table has a field that refers to tasks. */
static gboolean
hangs_on_tasks (GuatuTable table)
{
  const GuatuTableInfo *info = guatu_table_info (table);

  for (guint field = 1; field < info->n_fields && table != GUATU_TABLE_TASK; field++)
    if (info->fields[field].type == GUATU_TYPE_REFERENCE && info->fields[field].target == GUATU_TABLE_TASK)
      return TRUE;

  return FALSE;
}

/* Fields of the plan's own come in their order, not in that of the values. */
static gboolean
make_fields (Paste *self)
{
  guint n;
  g_autofree gint32 *rows = guatu_plan_in_order (self->fragment, GUATU_TABLE_CUSTOM_FIELD, &n);
  gint64 id;

  for (guint i = 0; i < n; i++)
    if (guatu_plan_number (self->fragment, GUATU_TABLE_CUSTOM_FIELD, rows[i], GUATU_CUSTOM_FIELD_OWNER) ==
        GUATU_CUSTOM_OF_TASKS && !resolve (self, GUATU_TABLE_CUSTOM_FIELD, rows[i], &id))
      return FALSE;
  return TRUE;
}

static gboolean
write_what_hangs (Paste *self)
{
  if (!make_fields (self))
    return FALSE;
  for (GuatuTable table = 0; table < GUATU_N_TABLES; table++)
    {
      guint n;
      g_autofree gint32 *rows = NULL;

      if (!hangs_on_tasks (table))
        continue;
      rows = guatu_plan_in_order (self->fragment, table, &n);
      for (guint i = 0; i < n; i++)
        if (!(table == GUATU_TABLE_CUSTOM_VALUE &&
              guatu_plan_number (self->fragment, table, rows[i], GUATU_CUSTOM_VALUE_TASK) < 0) &&
            !write_row (self, table, rows[i], guatu_id_next (), NULL))
          return FALSE;
    }
  return TRUE;
}

/* The verbs --------------------------------------------------------------------------------------------------- */

/* What comes from a clipboard may be anything. */
static gboolean
check_fragment (const GuatuPlan *fragment, GError **error)
{
  GError *cycle = NULL;

  if (!guatu_content_check (fragment, error))
    return FALSE;
  if (guatu_plan_n_live (fragment, GUATU_TABLE_TASK) == 0)
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID, _("There is no task in what was copied."));
  if (guatu_schedule_find_cycle (fragment, NULL, &cycle))
    {
      guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_CYCLE, "%s", cycle->message);
      g_error_free (cycle);
      return FALSE;
    }
  return TRUE;
}

/* Where the tasks go; they become children of @parent that has none yet as a new task does. */
static gboolean
find_place (GuatuDocument *self, gint64 parent, gint64 before, gint32 *parent_row, gint32 *before_row, GError **error)
{
  *parent_row = *before_row = -1;
  if (parent != 0 && (*parent_row = guatu_document_find_row (self, GUATU_TABLE_TASK, parent, error)) < 0)
    return FALSE;
  if (before != 0 && (*before_row = guatu_document_find_row (self, GUATU_TABLE_TASK, before, error)) < 0)
    return FALSE;
  if (*before_row >= 0 && guatu_plan_task (self->plan, *before_row)->parent != *parent_row)
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                  _("The tasks cannot be put there: the task behind that place has moved meanwhile."));
  return TRUE;
}

static gboolean
write_fragment (GuatuDocument *self, const GuatuPlan *fragment, gint32 parent, gint32 before, GArray *made,
                GuatuProgressFunc progress, gpointer progress_data, GError **error)
{
  guint n_roots = guatu_fragment_n_roots (fragment);
  g_autofree gint64 *positions = g_new0 (gint64, n_roots + 1);
  Paste paste = { .document = self, .fragment = fragment, .progress = progress, .progress_data = progress_data,
                  .error = error };
  gboolean ok;

  if (!guatu_position_for_block (self, parent, before, NULL, n_roots, positions, error))
    return FALSE;

  paste.same = guatu_plan_settings (fragment)->id == guatu_plan_settings (self->plan)->id;
  for (GuatuTable table = 0; table < GUATU_N_TABLES; table++)
    {
      paste.ids[table] = g_new0 (gint64, guatu_plan_n_rows (fragment, table) + 1);
      if (table == GUATU_TABLE_TASK || hangs_on_tasks (table))
        paste.n_rows += guatu_plan_n_live (fragment, table);
    }
  ok = write_tasks (&paste, parent, positions, made) && write_what_hangs (&paste);
  for (GuatuTable table = 0; table < GUATU_N_TABLES; table++)
    g_free (paste.ids[table]);
  if (ok && progress != NULL && !progress (paste.n_rows, paste.n_rows, progress_data))
    return stopped (error);
  return ok;
}

static JsonObject *
counted (guint n)
{
  JsonObject *arguments = json_object_new ();

  json_object_set_int_member (arguments, "n", n);
  return arguments;
}

gboolean
guatu_document_paste (GuatuDocument   *self,
                      const GuatuPlan *fragment,
                      gint64           parent,
                      gint64           before,
                      GArray          *made,
                      GError         **error)
{
  gint32 parent_row, before_row;
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (fragment != NULL, FALSE);

  if (!check_fragment (fragment, error) || !guatu_document_begin (self, error))
    return FALSE;

  ok = find_place (self, parent, before, &parent_row, &before_row, error) &&
       write_fragment (self, fragment, parent_row, before_row, made, NULL, NULL, error);
  return guatu_document_end (self, ok, "tasks-paste", counted (guatu_plan_n_live (fragment, GUATU_TABLE_TASK)), 0,
                             error);
}

/* The entry's arguments: what the caller says, and how many tasks there are. */
static JsonObject *
read_arguments (const char *text, guint n)
{
  g_autoptr(JsonNode) node = text != NULL ? json_from_string (text, NULL) : NULL;
  JsonObject *arguments = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_dup_object (node) : NULL;

  if (arguments == NULL)
    return counted (n);
  json_object_set_int_member (arguments, "n", n);
  return arguments;
}

gboolean
guatu_document_import (GuatuDocument     *self,
                       const GuatuPlan   *plan,
                       gint64             parent,
                       const char        *arguments,
                       GuatuProgressFunc  progress,
                       gpointer           data,
                       GError           **error)
{
  g_autofree gint32 *roots = NULL;
  g_autoptr(GuatuPlan) fragment = NULL;
  gint32 parent_row, before_row;
  guint n = 0, n_tasks;
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (plan != NULL, FALSE);

  n_tasks = guatu_plan_n_live (plan, GUATU_TABLE_TASK);
  roots = g_new (gint32, n_tasks + 1);
  for (gint32 task = guatu_plan_first_task (plan); task >= 0; task = guatu_plan_task (plan, task)->next_sibling)
    roots[n++] = task;
  fragment = guatu_fragment_new (plan, roots, n, TRUE);
  if (!check_fragment (fragment, error) || !guatu_document_begin (self, error))
    return FALSE;

  ok = find_place (self, parent, 0, &parent_row, &before_row, error) &&
       write_fragment (self, fragment, parent_row, before_row, NULL, progress, data, error);
  return guatu_document_end (self, ok, "tasks-import", read_arguments (arguments, n_tasks), 0, error);
}

/* The last of the tasks in the order of the outline. */
static gint32
last_of (const GuatuPlan *plan, const gint32 *rows, guint n)
{
  gint32 last = rows[0];

  for (guint i = 1; i < n; i++)
    if (guatu_plan_task_place (plan, rows[i]) > guatu_plan_task_place (plan, last))
      last = rows[i];
  return last;
}

/* A task below another of them goes with that one. */
static gint32
top_of (const GuatuPlan *plan, gint32 row, GHashTable *all)
{
  gint32 top = row;

  for (gint32 above = guatu_plan_task (plan, row)->parent; above >= 0; above = guatu_plan_task (plan, above)->parent)
    if (g_hash_table_contains (all, GINT_TO_POINTER (above)))
      top = above;
  return top;
}

static gboolean
duplicate (GuatuDocument *self, const gint64 *ids, guint n, GArray *made, guint *n_tasks, GError **error)
{
  g_autofree gint32 *rows = g_new (gint32, n);
  g_autoptr(GHashTable) all = g_hash_table_new (NULL, NULL);
  g_autoptr(GuatuPlan) fragment = NULL;
  const GuatuTask *behind;

  for (guint i = 0; i < n; i++)
    {
      rows[i] = guatu_document_find_row (self, GUATU_TABLE_TASK, ids[i], error);
      if (rows[i] < 0)
        return FALSE;
      g_hash_table_add (all, GINT_TO_POINTER (rows[i]));
    }

  fragment = guatu_fragment_new (self->plan, rows, n, FALSE);
  *n_tasks = guatu_plan_n_live (fragment, GUATU_TABLE_TASK);
  behind = guatu_plan_task (self->plan, top_of (self->plan, last_of (self->plan, rows, n), all));
  return write_fragment (self, fragment, behind->parent, behind->next_sibling, made, NULL, NULL, error);
}

gboolean
guatu_document_duplicate_tasks (GuatuDocument *self, const gint64 *ids, guint n, GArray *made, GError **error)
{
  guint n_tasks = 0;
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (ids != NULL && n > 0, FALSE);

  if (!guatu_document_begin (self, error))
    return FALSE;
  ok = duplicate (self, ids, n, made, &n_tasks, error);
  return guatu_document_end (self, ok, "tasks-duplicate", counted (n_tasks), 0, error);
}
