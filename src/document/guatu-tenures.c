/* guatu-tenures.c — reads the journal for assignments: each has its beginning and its end in an entry. */
#include "guatu-tenures.h"

#include "guatu-changeset.h"
#include "guatu-journal.h"
#include "guatu-row-names.h"

/* An assignment as the journal has it so far. */
typedef struct
{
  gint64     id;
  gint64     task;
  gint64     role;
  gint64     unit;              /* 0: none */
  gint64     person;
  gint64     share;
  GuatuTenure *duty;              /* under way, if it is of the task; lives in the list */
} Held;

typedef struct
{
  gint64            task;
  const GuatuEntry *entry;      /* under way */
  GHashTable       *held;       /* Held by id: of other tasks too, since an assignment may be put on another one */
  GPtrArray        *duties;
} Tracing;

void
guatu_tenure_free (GuatuTenure *self)
{
  if (self == NULL)
    return;

  g_free (self->who);
  g_free (self->from_author);
  g_free (self->to_author);
  g_free (self);
}

static gint64
number_of (GuatuValue value,
           gint64     none)
{
  return value.kind == GUATU_VALUE_INTEGER ? value.integer : none;
}

static void
begin_duty (Tracing *self,
            Held    *held)
{
  if (held->task != self->task || held->role < 0 || held->role > GUATU_ROLE_RESOURCE)
    return;

  held->duty = g_new0 (GuatuTenure, 1);
  held->duty->role = (GuatuRole) held->role;
  held->duty->unit = held->unit;
  held->duty->person = held->person;
  held->duty->share = held->share;
  held->duty->from = self->entry->time;
  held->duty->from_entry = self->entry->seq;
  held->duty->from_author = g_strdup (self->entry->author);
  held->duty->to_author = g_strdup ("");
  held->duty->as_found = self->entry->seq == 1;
  g_ptr_array_add (self->duties, held->duty);
}

static void
end_duty (Tracing *self,
          Held    *held)
{
  if (held->duty == NULL)
    return;

  held->duty->to = self->entry->time;
  held->duty->to_entry = self->entry->seq;
  g_free (held->duty->to_author);
  held->duty->to_author = g_strdup (self->entry->author);
  held->duty = NULL;
}

static void
take_fields (Held              *held,
             const GuatuChange *change)
{
  if (guatu_change_has (change, GUATU_ASSIGNMENT_TASK))
    held->task = number_of (change->after[GUATU_ASSIGNMENT_TASK], 0);
  if (guatu_change_has (change, GUATU_ASSIGNMENT_ROLE))
    held->role = number_of (change->after[GUATU_ASSIGNMENT_ROLE], -1);
  if (guatu_change_has (change, GUATU_ASSIGNMENT_UNIT))
    held->unit = number_of (change->after[GUATU_ASSIGNMENT_UNIT], 0);
  if (guatu_change_has (change, GUATU_ASSIGNMENT_PERSON))
    held->person = number_of (change->after[GUATU_ASSIGNMENT_PERSON], 0);
  if (guatu_change_has (change, GUATU_ASSIGNMENT_SHARE))
    held->share = number_of (change->after[GUATU_ASSIGNMENT_SHARE], GUATU_NONE);
}

/* What else an assignment says makes no other duty of it. */
static gboolean
is_other_duty (const GuatuChange *change)
{
  return guatu_change_has (change, GUATU_ASSIGNMENT_TASK) || guatu_change_has (change, GUATU_ASSIGNMENT_ROLE) ||
         guatu_change_has (change, GUATU_ASSIGNMENT_UNIT) || guatu_change_has (change, GUATU_ASSIGNMENT_PERSON);
}

static gboolean
take_change (const GuatuChange *change,
             gpointer           data)
{
  Tracing *self = data;
  Held *held;

  if (change->table != GUATU_TABLE_ASSIGNMENT)
    return TRUE;

  held = g_hash_table_lookup (self->held, &change->id);
  if (held == NULL)
    {
      held = g_new0 (Held, 1);
      held->id = change->id;
      g_hash_table_insert (self->held, &held->id, held);
    }
  if (change->kind == GUATU_CHANGE_REMOVED)
    {
      end_duty (self, held);
      g_hash_table_remove (self->held, &change->id);
      return TRUE;
    }

  if (held->duty != NULL && is_other_duty (change))
    end_duty (self, held);
  take_fields (held, change);
  if (held->duty == NULL)
    begin_duty (self, held);
  else
    held->duty->share = held->share;

  return TRUE;
}

static gboolean
take_entry (const GuatuEntry  *entry,
            gpointer           data,
            GError           **error)
{
  Tracing *self = data;

  self->entry = entry;
  return guatu_changeset_each (entry->changeset, take_change, self, error);
}

static int
compare_duties (gconstpointer a,
                gconstpointer b)
{
  const GuatuTenure *first = *(GuatuTenure * const *) a, *second = *(GuatuTenure * const *) b;

  if (first->role != second->role)
    return first->role < second->role ? -1 : 1;
  if (first->from_entry != second->from_entry)
    return first->from_entry < second->from_entry ? -1 : 1;

  return g_utf8_collate (first->who, second->who);
}

GPtrArray *
guatu_tenures (GuatuDocument  *document,
              gint64          task,
              GError        **error)
{
  g_autoptr(GPtrArray) duties = g_ptr_array_new_with_free_func ((GDestroyNotify) guatu_tenure_free);
  g_autoptr(GHashTable) held = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  g_autoptr(GuatuRowNames) names = NULL;
  Tracing tracing = { task, NULL, held, duties };
  GuatuStore *store;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (document), NULL);

  store = guatu_document_get_store (document);
  if (!guatu_store_each_about (store, GUATU_TABLE_ASSIGNMENT, 0, take_entry, &tracing, error))
    return NULL;

  names = guatu_row_names_new (store, guatu_document_get_plan (document));
  for (guint i = 0; i < duties->len; i++)
    {
      GuatuTenure *duty = g_ptr_array_index (duties, i);

      duty->who = duty->unit != 0 ? guatu_row_names_find (names, GUATU_TABLE_UNIT, duty->unit)
                                  : guatu_row_names_find (names, GUATU_TABLE_PERSON, duty->person);
    }
  g_ptr_array_sort (duties, compare_duties);

  return g_steal_pointer (&duties);
}

gboolean
guatu_tenure_is_of_day (const GuatuTenure *self,
                      GuatuInstant     day)
{
  gint64 begins = guatu_journal_moment (day);
  gint64 ends = guatu_journal_moment (day + 24 * 60 * 60);

  return self->from < ends && (self->to == 0 || self->to > begins);
}
