/* guatu-people-layout.c — goes through the tree of units, and counts the lights of what each answers for. */
#include "guatu-people-layout.h"

#include <string.h>

#include "guatu-teams.h"

/* What all tasks come to, by row of units and of people. */
typedef struct
{
  GuatuLightColour *light;
  guint            *n_tasks;
} Sums;

typedef struct
{
  const GuatuPlan *plan;
  const char      *needle;
  GHashTable      *folded;
  GPtrArray       *rows;
  Sums             units;
  Sums             people;
  guint            n_units;     /* laid out so far: a tampered file may have units in a ring */
  guint8          *shown;       /* by unit row, while something is looked for: it, or something below it, is found */
} Layout;

static void
sum_up (Layout            *layout,
        const GuatuLights *lights)
{
  const GuatuAssignment *assignments = guatu_plan_rows (layout->plan, GUATU_TABLE_ASSIGNMENT);
  guint n = guatu_plan_n_rows (layout->plan, GUATU_TABLE_ASSIGNMENT);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < n; i++)
    {
      const GuatuAssignment *one = &assignments[i];
      Sums *sums = one->unit >= 0 ? &layout->units : &layout->people;
      gint32 row = one->unit >= 0 ? one->unit : one->person;
      GuatuLightColour light;
      gint64 key;

      if (one->id == 0 || row < 0 || !guatu_plan_is_active (layout->plan, one->task))
        continue;
      /* In two roles of one task it is one task. */
      key = ((gint64) row * 2 + (one->unit >= 0)) << 32 | (guint32) one->task;
      if (!g_hash_table_add (seen, g_memdup2 (&key, sizeof key)))
        continue;
      light = lights != NULL ? (GuatuLightColour) guatu_lights_get (lights, one->task)->shown : GUATU_LIGHT_NONE;
      if (sums->n_tasks[row]++ == 0 || guatu_light_compare (light, sums->light[row]) > 0)
        sums->light[row] = light;
    }
}

static gboolean
matches (Layout     *layout,
         const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return strstr (folded, layout->needle) != NULL;
}

static gboolean
person_matches (Layout *layout,
                gint32  row,
                gint32  membership)
{
  return layout->needle == NULL
         || matches (layout, guatu_plan_string (layout->plan, GUATU_TABLE_PERSON, row, GUATU_PERSON_NAME))
         || matches (layout, guatu_plan_string (layout->plan, GUATU_TABLE_PERSON, row, GUATU_PERSON_POST))
         || (membership >= 0 && matches (layout, guatu_plan_string (layout->plan, GUATU_TABLE_MEMBERSHIP, membership,
                                                                   GUATU_MEMBERSHIP_DUTY)));
}

static gboolean
unit_matches (Layout *layout,
              gint32  row)
{
  return layout->needle == NULL
         || matches (layout, guatu_plan_string (layout->plan, GUATU_TABLE_UNIT, row, GUATU_UNIT_NAME));
}

/* A unit that is found is shown with those above it. */
static void
show_up (Layout *layout,
         gint32  unit)
{
  for (; unit >= 0 && !layout->shown[unit];
       unit = (gint32) guatu_plan_number (layout->plan, GUATU_TABLE_UNIT, unit, GUATU_UNIT_PARENT))
    layout->shown[unit] = TRUE;
}

static void
look_for (Layout *layout)
{
  const GuatuPlan *plan = layout->plan;
  const GuatuMembership *memberships = guatu_plan_rows (plan, GUATU_TABLE_MEMBERSHIP);
  const GuatuPerson *people = guatu_plan_rows (plan, GUATU_TABLE_PERSON);
  guint n_units = guatu_plan_n_rows (plan, GUATU_TABLE_UNIT);

  layout->shown = g_new0 (guint8, n_units + 1);
  for (gint32 row = 0; row < (gint32) n_units; row++)
    if (guatu_plan_id (plan, GUATU_TABLE_UNIT, row) != 0 && unit_matches (layout, row))
      show_up (layout, row);
  for (gint32 row = 0; row < (gint32) guatu_plan_n_rows (plan, GUATU_TABLE_PERSON); row++)
    if (people[row].id != 0 && people[row].unit >= 0 && person_matches (layout, row, -1))
      show_up (layout, people[row].unit);
  for (gint32 row = 0; row < (gint32) guatu_plan_n_rows (plan, GUATU_TABLE_MEMBERSHIP); row++)
    if (memberships[row].id != 0 && person_matches (layout, memberships[row].person, row))
      show_up (layout, memberships[row].unit);
}

static GuatuPeopleRow *
add_row (Layout    *layout,
         GuatuTable table,
         gint32     row,
         gint32     unit,
         gint32     membership,
         guint      depth)
{
  GuatuPeopleRow *added = g_object_new (GUATU_TYPE_PEOPLE_ROW, NULL);
  Sums *sums = table == GUATU_TABLE_UNIT ? &layout->units : &layout->people;

  added->table = table;
  added->id = guatu_plan_id (layout->plan, table, row);
  added->unit = unit >= 0 ? guatu_plan_id (layout->plan, GUATU_TABLE_UNIT, unit) : 0;
  added->membership = membership >= 0 ? guatu_plan_id (layout->plan, GUATU_TABLE_MEMBERSHIP, membership) : 0;
  added->depth = depth;
  added->light = sums->light[row];
  added->n_tasks = sums->n_tasks[row];
  g_ptr_array_add (layout->rows, added);

  return added;
}

static void
add_people (Layout *layout,
            gint32  unit,
            guint   depth)
{
  const GuatuPlan *plan = layout->plan;
  const GuatuPerson *people = guatu_plan_rows (plan, GUATU_TABLE_PERSON);
  const GuatuMembership *memberships = guatu_plan_rows (plan, GUATU_TABLE_MEMBERSHIP);
  gboolean all = unit_matches (layout, unit);
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_PERSON, GUATU_PERSON_UNIT, unit, &n);

  for (guint i = 0; i < n; i++)
    if (all || person_matches (layout, rows[i], -1))
      add_row (layout, GUATU_TABLE_PERSON, rows[i], unit, -1, depth)->head = guatu_unit_has_head (plan, unit, rows[i]);
  rows = guatu_plan_referrers (plan, GUATU_TABLE_MEMBERSHIP, GUATU_MEMBERSHIP_UNIT, unit, &n);
  for (guint i = 0; i < n; i++)
    if (people[memberships[rows[i]].person].unit != unit
        && (all || person_matches (layout, memberships[rows[i]].person, rows[i])))
      add_row (layout, GUATU_TABLE_PERSON, memberships[rows[i]].person, unit, rows[i], depth)->head =
        memberships[rows[i]].is_head;
}

static void
add_unit (Layout *layout,
          gint32  unit,
          gint32  above,
          guint   depth)
{
  const GuatuPlan *plan = layout->plan;
  gint64 id = guatu_plan_id (plan, GUATU_TABLE_UNIT, unit);
  GuatuPeopleRow *row;
  guint n, n_people, n_members;
  const gint32 *below;

  if (layout->n_units++ > guatu_plan_n_rows (plan, GUATU_TABLE_UNIT)
      || (layout->shown != NULL && !layout->shown[unit]))
    return;

  row = add_row (layout, GUATU_TABLE_UNIT, unit, above, -1, depth);
  guatu_plan_referrers (plan, GUATU_TABLE_PERSON, GUATU_PERSON_UNIT, unit, &n_people);
  guatu_plan_referrers (plan, GUATU_TABLE_MEMBERSHIP, GUATU_MEMBERSHIP_UNIT, unit, &n_members);
  below = guatu_plan_referrers (plan, GUATU_TABLE_UNIT, GUATU_UNIT_PARENT, unit, &n);
  row->has_more = n + n_people + n_members > 0;
  /* What is found is not hidden again. */
  row->folded = row->has_more && layout->shown == NULL && g_hash_table_contains (layout->folded, &id);
  if (row->folded)
    return;
  add_people (layout, unit, depth + 1);
  for (guint i = 0; i < n; i++)
    add_unit (layout, below[i], unit, depth + 1);
}

static void
lay_out (Layout *layout)
{
  const GuatuPlan *plan = layout->plan;
  guint n;
  g_autofree gint32 *units = guatu_plan_in_order (plan, GUATU_TABLE_UNIT, &n);
  g_autofree gint32 *people = NULL;

  for (guint i = 0; i < n; i++)
    if (guatu_plan_number (plan, GUATU_TABLE_UNIT, units[i], GUATU_UNIT_PARENT) < 0)
      add_unit (layout, units[i], -1, 0);
  people = guatu_plan_in_order (plan, GUATU_TABLE_PERSON, &n);
  for (guint i = 0; i < n; i++)
    if (guatu_plan_number (plan, GUATU_TABLE_PERSON, people[i], GUATU_PERSON_UNIT) < 0
        && person_matches (layout, people[i], -1))
      add_row (layout, GUATU_TABLE_PERSON, people[i], -1, -1, 0);
}

static Sums
sums_new (guint n)
{
  return (Sums) { g_new0 (GuatuLightColour, n + 1), g_new0 (guint, n + 1) };
}

GPtrArray *
guatu_people_layout (const GuatuPlan   *plan,
                     const GuatuLights *lights,
                     const char        *needle,
                     GHashTable        *folded)
{
  Layout layout = { .plan = plan, .needle = needle, .folded = folded,
                    .rows = g_ptr_array_new_with_free_func (g_object_unref),
                    .units = sums_new (guatu_plan_n_rows (plan, GUATU_TABLE_UNIT)),
                    .people = sums_new (guatu_plan_n_rows (plan, GUATU_TABLE_PERSON)) };

  sum_up (&layout, lights);
  if (needle != NULL)
    look_for (&layout);
  lay_out (&layout);
  g_free (layout.shown);
  g_free (layout.units.light);
  g_free (layout.units.n_tasks);
  g_free (layout.people.light);
  g_free (layout.people.n_tasks);

  return layout.rows;
}
