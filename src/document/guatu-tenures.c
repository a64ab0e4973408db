/* guatu-tenures.c — reads the journal for assignments, and for who headed the units that have them. */
#include "guatu-tenures.h"

#include <glib/gi18n-lib.h>

#include "guatu-changeset.h"
#include "guatu-journal.h"
#include "guatu-row-names.h"

/* An assignment or a membership as the journal has it so far. */
typedef struct
{
  gint64       id;
  gint64       task;
  gint64       role;
  gint64       unit;            /* 0: none */
  gint64       person;
  gint64       share;
  gboolean     is_head;
  GuatuTenure *duty;            /* under way, if it is one that is looked for; lives in the list */
} Held;

typedef struct
{
  GuatuTable        table;      /* of assignments, or of memberships */
  gint64            task;
  const GuatuEntry *entry;      /* under way */
  GHashTable       *held;       /* Held by id: of other tasks too, since an assignment may be put on another one */
  GPtrArray        *duties;
} Tracing;

/* One reading of the journal serves both. */
typedef struct
{
  Tracing duties;               /* in the task */
  Tracing heads;                /* of all units */
} Traces;

void
guatu_tenure_free (GuatuTenure *self)
{
  if (self == NULL)
    return;

  g_free (self->who);
  g_free (self->head_of);
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

static gboolean
is_looked_for (const Tracing *self,
               const Held    *held)
{
  if (self->table == GUATU_TABLE_MEMBERSHIP)
    return held->is_head;

  return held->task == self->task && held->role >= 0 && held->role <= GUATU_ROLE_RESOURCE;
}

static void
begin_duty (Tracing *self,
            Held    *held)
{
  if (!is_looked_for (self, held))
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
take_end (GuatuTenure *self,
          gint64       time,
          gint64       entry,
          const char  *author)
{
  self->to = time;
  self->to_entry = entry;
  g_free (self->to_author);
  self->to_author = g_strdup (author);
}

static void
end_duty (Tracing *self,
          Held    *held)
{
  if (held->duty == NULL)
    return;

  take_end (held->duty, self->entry->time, self->entry->seq, self->entry->author);
  held->duty = NULL;
}

static void
take_assignment (Held              *held,
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

static void
take_membership (Held              *held,
                 const GuatuChange *change)
{
  if (guatu_change_has (change, GUATU_MEMBERSHIP_UNIT))
    held->unit = number_of (change->after[GUATU_MEMBERSHIP_UNIT], 0);
  if (guatu_change_has (change, GUATU_MEMBERSHIP_PERSON))
    held->person = number_of (change->after[GUATU_MEMBERSHIP_PERSON], 0);
  if (guatu_change_has (change, GUATU_MEMBERSHIP_IS_HEAD))
    held->is_head = number_of (change->after[GUATU_MEMBERSHIP_IS_HEAD], 0) != 0;
}

/* What else an assignment or a membership says makes no other duty of it. */
static gboolean
is_other_duty (const GuatuChange *change)
{
  if (change->table == GUATU_TABLE_MEMBERSHIP)
    return guatu_change_has (change, GUATU_MEMBERSHIP_UNIT) || guatu_change_has (change, GUATU_MEMBERSHIP_PERSON) ||
           guatu_change_has (change, GUATU_MEMBERSHIP_IS_HEAD);

  return guatu_change_has (change, GUATU_ASSIGNMENT_TASK) || guatu_change_has (change, GUATU_ASSIGNMENT_ROLE) ||
         guatu_change_has (change, GUATU_ASSIGNMENT_UNIT) || guatu_change_has (change, GUATU_ASSIGNMENT_PERSON);
}

static void
follow (Tracing           *self,
        const GuatuChange *change)
{
  Held *held;

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
      return;
    }

  if (held->duty != NULL && is_other_duty (change))
    end_duty (self, held);
  if (change->table == GUATU_TABLE_MEMBERSHIP)
    take_membership (held, change);
  else
    take_assignment (held, change);
  if (held->duty == NULL)
    begin_duty (self, held);
  else
    held->duty->share = held->share;
}

static gboolean
take_change (const GuatuChange *change,
             gpointer           data)
{
  Traces *traces = data;

  if (change->table == GUATU_TABLE_ASSIGNMENT)
    follow (&traces->duties, change);
  else if (change->table == GUATU_TABLE_MEMBERSHIP)
    follow (&traces->heads, change);

  return TRUE;
}

static gboolean
take_entry (const GuatuEntry  *entry,
            gpointer           data,
            GError           **error)
{
  Traces *traces = data;

  traces->duties.entry = traces->heads.entry = entry;
  return guatu_changeset_each (entry->changeset, take_change, traces, error);
}

static void
begin_trace (Tracing    *self,
             GuatuTable  table,
             gint64      task)
{
  *self = (Tracing) {
    .table = table, .task = task, .held = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free),
    .duties = g_ptr_array_new_with_free_func ((GDestroyNotify) guatu_tenure_free),
  };
}

/* Takes the stretches out. */
static GPtrArray *
end_trace (Tracing *self)
{
  g_clear_pointer (&self->held, g_hash_table_unref);

  return g_steal_pointer (&self->duties);
}

/* The head's part of a unit's duty: from when the later of both began until the first of both ended. NULL: none. */
static GuatuTenure *
share_in (const GuatuTenure *duty,
          const GuatuTenure *head)
{
  const GuatuTenure *later = duty->from_entry >= head->from_entry ? duty : head;
  gboolean duty_first = head->to_entry == 0 || (duty->to_entry != 0 && duty->to_entry <= head->to_entry);
  const GuatuTenure *first = duty_first ? duty : head;
  GuatuTenure *self;

  if (head->unit != duty->unit || (first->to_entry != 0 && first->to_entry <= later->from_entry))
    return NULL;

  self = g_new0 (GuatuTenure, 1);
  self->role = duty->role;
  self->unit = duty->unit;
  self->person = head->person;
  self->share = GUATU_NONE;
  self->from = later->from;
  self->from_entry = later->from_entry;
  self->from_author = g_strdup (later->from_author);
  self->as_found = later->as_found;
  take_end (self, first->to, first->to_entry, first->to_author);

  return self;
}

/* Who headed a unit while it had a duty had it as well. */
static void
add_heads (GPtrArray *duties,
           GPtrArray *heads)
{
  guint n = duties->len;

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < heads->len; k++)
      {
        GuatuTenure *duty = g_ptr_array_index (duties, i);
        GuatuTenure *part = duty->unit != 0 ? share_in (duty, g_ptr_array_index (heads, k)) : NULL;

        if (part != NULL)
          g_ptr_array_add (duties, part);
      }
}

static void
name (GuatuTenure   *self,
      GuatuRowNames *names)
{
  if (self->person == 0)
    {
      self->who = guatu_row_names_find (names, GUATU_TABLE_UNIT, self->unit);
      return;
    }
  self->who = guatu_row_names_find (names, GUATU_TABLE_PERSON, self->person);
  if (self->unit != 0)
    self->head_of = guatu_row_names_find (names, GUATU_TABLE_UNIT, self->unit);
}

static int
compare_duties (gconstpointer a,
                gconstpointer b)
{
  const GuatuTenure *first = *(GuatuTenure * const *) a, *second = *(GuatuTenure * const *) b;

  if (first->role != second->role)
    return first->role < second->role ? -1 : 1;
  /* A unit before its heads. */
  if (first->unit == second->unit && (first->person == 0) != (second->person == 0))
    return first->person == 0 ? -1 : 1;
  if (first->from_entry != second->from_entry)
    return first->from_entry < second->from_entry ? -1 : 1;

  return g_utf8_collate (first->who, second->who);
}

GPtrArray *
guatu_tenures_read (GuatuStore       *store,
                    const GuatuPlan  *plan,
                    gint64            task,
                    GError          **error)
{
  g_autoptr(GPtrArray) duties = NULL;
  g_autoptr(GPtrArray) heads = NULL;
  g_autoptr(GuatuRowNames) names = NULL;
  Traces traces;
  gboolean read;

  g_return_val_if_fail (store != NULL && plan != NULL, NULL);

  begin_trace (&traces.duties, GUATU_TABLE_ASSIGNMENT, task);
  begin_trace (&traces.heads, GUATU_TABLE_MEMBERSHIP, task);
  read = guatu_store_each_about (store, GUATU_TABLE_ASSIGNMENT, GUATU_TABLE_MEMBERSHIP, 0, take_entry, &traces, error);
  duties = end_trace (&traces.duties);
  heads = end_trace (&traces.heads);
  if (!read)
    return NULL;

  add_heads (duties, heads);
  names = guatu_row_names_new (store, plan);
  for (guint i = 0; i < duties->len; i++)
    name (g_ptr_array_index (duties, i), names);
  g_ptr_array_sort (duties, compare_duties);

  return g_steal_pointer (&duties);
}

GPtrArray *
guatu_tenures (GuatuDocument  *document,
               gint64          task,
               GError        **error)
{
  g_return_val_if_fail (GUATU_IS_DOCUMENT (document), NULL);

  return guatu_tenures_read (guatu_document_get_store (document), guatu_document_get_plan (document), task, error);
}

char *
guatu_tenure_title (const GuatuTenure *self)
{
  /* Translators: a person, and the unit that the person was the head of. */
  return self->head_of != NULL ? g_strdup_printf (_("%s, head of %s"), self->who, self->head_of) : g_strdup (self->who);
}

gboolean
guatu_tenure_is_of_day (const GuatuTenure *self,
                        GuatuInstant       day)
{
  gint64 begins = guatu_journal_moment (day);
  gint64 ends = guatu_journal_moment (day + 24 * 60 * 60);

  return self->from < ends && (self->to == 0 || self->to > begins);
}
