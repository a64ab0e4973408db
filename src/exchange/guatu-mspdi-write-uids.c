/* guatu-mspdi-write-uids.c — the numbers by which Microsoft Project's XML knows tasks, resources, calendars. */
#include "guatu-mspdi-write-private.h"

#include <string.h>

/* Numbers that are given away, and the first that may be free. */
typedef struct
{
  GHashTable *used;
  gint64      next;
} Pool;

static Pool
pool_new (void)
{
  return (Pool) { g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL), 1 };
}

static gboolean
take (Pool *pool, gint64 number)
{
  return g_hash_table_add (pool->used, g_memdup2 (&number, sizeof number));
}

static gint64
take_free (Pool *pool)
{
  while (!take (pool, pool->next))
    pool->next++;

  return pool->next++;
}

/* The number that a text is when it is written as one; -1 for anything else. */
static gint64
parse_number (const char *text, gint64 least)
{
  char again[32];
  guint64 number;

  if (text[0] == '\0' || !g_ascii_string_to_unsigned (text, 10, (guint64) least, G_MAXINT32, &number, NULL))
    return -1;
  g_snprintf (again, sizeof again, "%" G_GUINT64_FORMAT, number);

  return g_str_equal (text, again) ? (gint64) number : -1;
}

/* Rows keep the numbers of the file that they came from; those that have none, or share one with an earlier
 * row, get free ones. */
static gint64 *
number_table (const GuatuPlan *plan, GuatuTable table, guint source, const gint32 *rows, guint n, gint64 least,
              Pool *pool)
{
  gint64 *numbers = g_new (gint64, guatu_plan_n_rows (plan, table) + 1);

  memset (numbers, 0xff, (guatu_plan_n_rows (plan, table) + 1) * sizeof *numbers);
  for (guint i = 0; i < n; i++)
    {
      gint64 number = parse_number (guatu_plan_string (plan, table, rows[i], source), least);

      if (number >= 0 && take (pool, number))
        numbers[rows[i]] = number;
    }
  for (guint i = 0; i < n; i++)
    if (numbers[rows[i]] < 0)
      numbers[rows[i]] = take_free (pool);

  return numbers;
}

/* Calendars ------------------------------------------------------------------------------------------------ */

static gboolean
is_referred_to (const GuatuPlan *plan, GuatuTable table, guint field, gint32 calendar)
{
  guint n;

  guatu_plan_referrers (plan, table, field, calendar, &n);
  return n > 0;
}

/* In Project only calendars of people rest on others: those of plans, tasks and other calendars stand alone. A file
 * that had a plan or a task work by a person's calendar gets it back. */
gboolean
guatu_mspdi_is_derived (const GuatuPlan *plan, gint32 calendar)
{
  const GuatuCalendar *row = (const GuatuCalendar *) guatu_plan_rows (plan, GUATU_TABLE_CALENDAR) + calendar;

  if (row->base < 0 || is_referred_to (plan, GUATU_TABLE_CALENDAR, GUATU_CALENDAR_BASE, calendar))
    return FALSE;
  if (guatu_plan_text (plan, row->source_uid)[0] != '\0')
    return TRUE;

  return guatu_plan_settings (plan)->calendar != calendar &&
         !is_referred_to (plan, GUATU_TABLE_TASK, GUATU_TASK_CALENDAR, calendar);
}

static void
clear_own_calendar (gpointer data)
{
  g_free (((MspdiOwnCalendar *) data)->name);
}

/* A resource works by a calendar of its own, derived from one that stands alone. What came from a file keeps
 * what it had there. */
static gint64
calendar_of (MspdiOut *self, Pool *pool, gint32 calendar, const char *name, gboolean imported)
{
  MspdiOwnCalendar own;

  if (calendar < 0)
    return -1;
  if (imported || guatu_mspdi_is_derived (self->plan, calendar))
    return self->calendars[calendar];

  own = (MspdiOwnCalendar) { take_free (pool), self->calendars[calendar], g_strdup (name) };
  g_array_append_val (self->own_calendars, own);
  return own.uid;
}

/* Resources ------------------------------------------------------------------------------------------------ */

gboolean
guatu_mspdi_is_resource (const GuatuAssignment *assignment)
{
  return assignment->role == GUATU_ROLE_RESOURCE && (assignment->unit >= 0 || assignment->person >= 0);
}

/* Units are resources where they are assigned as such. */
static void
number_units (MspdiOut *self, Pool *pool)
{
  const GuatuAssignment *assignments = guatu_plan_rows (self->plan, GUATU_TABLE_ASSIGNMENT);
  guint n;
  g_autofree gint32 *rows = guatu_plan_in_order (self->plan, GUATU_TABLE_UNIT, &n);
  guint n_rows = guatu_plan_n_rows (self->plan, GUATU_TABLE_UNIT);

  self->units = g_new (gint64, n_rows + 1);
  memset (self->units, 0xff, (n_rows + 1) * sizeof *self->units);
  for (guint i = 0; i < n; i++)
    {
      guint n_parts;
      const gint32 *parts = guatu_plan_referrers (self->plan, GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_UNIT, rows[i],
                                                  &n_parts);

      for (guint part = 0; part < n_parts && self->units[rows[i]] < 0; part++)
        if (guatu_mspdi_is_resource (&assignments[parts[part]]))
          self->units[rows[i]] = take_free (pool);
    }
}

static void
number_resource_calendars (MspdiOut *self, Pool *pool)
{
  const GuatuPerson *people = guatu_plan_rows (self->plan, GUATU_TABLE_PERSON);
  const GuatuUnit *units = guatu_plan_rows (self->plan, GUATU_TABLE_UNIT);
  guint n;
  g_autofree gint32 *person_rows = guatu_plan_in_order (self->plan, GUATU_TABLE_PERSON, &n);
  g_autofree gint32 *unit_rows = NULL;

  self->person_calendars = g_new0 (gint64, guatu_plan_n_rows (self->plan, GUATU_TABLE_PERSON) + 1);
  for (guint i = 0; i < n; i++)
    {
      const GuatuPerson *person = &people[person_rows[i]];
      const char *source = guatu_plan_string (self->plan, GUATU_TABLE_PERSON, person_rows[i], GUATU_PERSON_SOURCE_UID);

      self->person_calendars[person_rows[i]] = calendar_of (self, pool, person->calendar,
                                                            guatu_plan_text (self->plan, person->name),
                                                            source[0] != '\0');
    }

  unit_rows = guatu_plan_in_order (self->plan, GUATU_TABLE_UNIT, &n);
  self->unit_calendars = g_new0 (gint64, guatu_plan_n_rows (self->plan, GUATU_TABLE_UNIT) + 1);
  for (guint i = 0; i < n; i++)
    if (self->units[unit_rows[i]] >= 0)
      self->unit_calendars[unit_rows[i]] = calendar_of (self, pool, units[unit_rows[i]].calendar,
                                                        guatu_plan_text (self->plan, units[unit_rows[i]].name), FALSE);
}

/* All ------------------------------------------------------------------------------------------------------ */

static void
number_assignments (MspdiOut *self)
{
  const GuatuAssignment *assignments = guatu_plan_rows (self->plan, GUATU_TABLE_ASSIGNMENT);
  Pool pool = pool_new ();
  guint n, n_resources = 0;
  g_autofree gint32 *rows = guatu_plan_in_order (self->plan, GUATU_TABLE_ASSIGNMENT, &n);

  for (guint i = 0; i < n; i++)
    if (guatu_mspdi_is_resource (&assignments[rows[i]]))
      rows[n_resources++] = rows[i];
  self->assignments = number_table (self->plan, GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_SOURCE_UID, rows, n_resources,
                                    0, &pool);
  g_hash_table_unref (pool.used);
}

static gint64
after_all (const gint64 *numbers, guint n)
{
  gint64 last = 0;

  for (guint i = 0; i < n; i++)
    last = MAX (last, numbers[i]);

  return last + 1;
}

void
guatu_mspdi_number_rows (MspdiOut *self)
{
  Pool calendars = pool_new (), tasks = pool_new (), resources = pool_new ();
  guint n;
  g_autofree gint32 *calendar_rows = guatu_plan_in_order (self->plan, GUATU_TABLE_CALENDAR, &n);
  g_autofree gint32 *person_rows = NULL;
  const gint32 *outline;

  self->own_calendars = g_array_new (FALSE, FALSE, sizeof (MspdiOwnCalendar));
  g_array_set_clear_func (self->own_calendars, clear_own_calendar);
  self->calendars = number_table (self->plan, GUATU_TABLE_CALENDAR, GUATU_CALENDAR_SOURCE_UID, calendar_rows, n, 0,
                                  &calendars);
  /* Number 0 is the project itself. */
  outline = guatu_plan_outline (self->plan, &n);
  self->tasks = number_table (self->plan, GUATU_TABLE_TASK, GUATU_TASK_SOURCE_UID, outline, n, 1, &tasks);
  person_rows = guatu_plan_in_order (self->plan, GUATU_TABLE_PERSON, &n);
  self->people = number_table (self->plan, GUATU_TABLE_PERSON, GUATU_PERSON_SOURCE_UID, person_rows, n, 0, &resources);
  number_units (self, &resources);
  number_resource_calendars (self, &calendars);
  number_assignments (self);
  self->next_task = after_all (self->tasks, guatu_plan_n_rows (self->plan, GUATU_TABLE_TASK));
  self->next_assignment = after_all (self->assignments, guatu_plan_n_rows (self->plan, GUATU_TABLE_ASSIGNMENT));

  g_hash_table_unref (calendars.used);
  g_hash_table_unref (tasks.used);
  g_hash_table_unref (resources.used);
}

void
guatu_mspdi_free_numbers (MspdiOut *self)
{
  gint64 *arrays[] = { self->calendars, self->tasks, self->people, self->units, self->assignments, self->fields,
                       self->baselines, self->person_calendars, self->unit_calendars };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_free (arrays[i]);
  g_array_unref (self->own_calendars);
}
