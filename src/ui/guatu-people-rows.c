/* guatu-people-rows.c — lays the tree of units out as a list, with the lights of what each answers for. */
#include "guatu-people-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "guatu-list-text.h"
#include "guatu-teams.h"

G_DEFINE_FINAL_TYPE (GuatuPeopleRow, guatu_people_row, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

struct _GuatuPeopleRows
{
  GObject        parent_instance;

  /* Owned references */
  GuatuDocument *document;
  GPtrArray     *rows;          /* of GuatuPeopleRow */
  GHashTable    *folded;        /* set of ids of units */
  GuatuLights   *lights;        /* of the plan as it is; %NULL: not asked for yet, or there are none */
  char          *needle;        /* folded case; %NULL: all are shown */
};

static void list_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GuatuPeopleRows, guatu_people_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_init))

static void
guatu_people_row_class_init (GuatuPeopleRowClass *class)
{
  signals[CHANGED] = g_signal_new ("changed", GUATU_TYPE_PEOPLE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
guatu_people_row_init (GuatuPeopleRow *self)
{
}

/* Words ---------------------------------------------------------------------------------------------- */

static const char *
name_of (const GuatuPlan *plan,
         GuatuTable       table,
         gint32           row)
{
  return guatu_plan_string (plan, table, row, table == GUATU_TABLE_UNIT ? GUATU_UNIT_NAME : GUATU_PERSON_NAME);
}

static const char *
duty_of (GuatuPeopleRow  *self,
         const GuatuPlan *plan)
{
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_MEMBERSHIP, self->membership);

  return row >= 0 ? guatu_plan_string (plan, GUATU_TABLE_MEMBERSHIP, row, GUATU_MEMBERSHIP_DUTY) : "";
}

char *
guatu_people_row_detail (GuatuPeopleRow  *self,
                         const GuatuPlan *plan)
{
  gint32 row = guatu_plan_find (plan, self->table, self->id);
  GuatuTeamLevel level;

  if (row < 0)
    return g_strdup ("");
  if (self->table == GUATU_TABLE_UNIT)
    {
      level = guatu_team_level (plan, row);
      return g_strdup (level != GUATU_TEAM_NONE
                       ? guatu_team_level_label (level)
                       : _(guatu_field (GUATU_TABLE_UNIT, GUATU_UNIT_KIND)
                           ->choices[guatu_plan_number (plan, GUATU_TABLE_UNIT, row, GUATU_UNIT_KIND)].label));
    }
  if (self->membership != 0)
    return *duty_of (self, plan) != '\0' ? g_strdup (duty_of (self, plan)) : g_strdup (_("Member"));

  return g_strdup (guatu_plan_string (plan, GUATU_TABLE_PERSON, row, GUATU_PERSON_POST));
}

static void
say (GString    *words,
     const char *more)
{
  g_string_append (words, guatu_list_comma ());
  g_string_append (words, more);
}

char *
guatu_people_row_words (GuatuPeopleRow  *self,
                        const GuatuPlan *plan)
{
  gint32 row = guatu_plan_find (plan, self->table, self->id);
  g_autofree char *detail = guatu_people_row_detail (self, plan);
  g_autofree char *tasks = g_strdup_printf (ngettext ("%u task", "%u tasks", self->n_tasks), self->n_tasks);
  GString *words;

  if (row < 0)
    return g_strdup ("");

  words = g_string_new (name_of (plan, self->table, row));
  if (*detail != '\0')
    say (words, detail);
  if (self->head)
    say (words, _("Head"));
  if (self->n_tasks > 0)
    {
      say (words, tasks);
      say (words, guatu_light_label (self->light));
    }

  return g_string_free (words, FALSE);
}

/* The rows ------------------------------------------------------------------------------------------- */

/* What all tasks come to, by row of units and of people. */
typedef struct
{
  GuatuLightColour *light;
  guint            *n_tasks;
} Sums;

typedef struct
{
  GuatuPeopleRows *self;
  const GuatuPlan *plan;
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

  return strstr (folded, layout->self->needle) != NULL;
}

static gboolean
person_matches (Layout *layout,
                gint32  row,
                gint32  membership)
{
  return layout->self->needle == NULL || matches (layout, name_of (layout->plan, GUATU_TABLE_PERSON, row))
         || matches (layout, guatu_plan_string (layout->plan, GUATU_TABLE_PERSON, row, GUATU_PERSON_POST))
         || (membership >= 0 && matches (layout, guatu_plan_string (layout->plan, GUATU_TABLE_MEMBERSHIP, membership,
                                                                   GUATU_MEMBERSHIP_DUTY)));
}

static gboolean
unit_matches (Layout *layout,
              gint32  row)
{
  return layout->self->needle == NULL || matches (layout, name_of (layout->plan, GUATU_TABLE_UNIT, row));
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

static gboolean
is_head (const GuatuPlan *plan,
         gint32           person,
         gint32           unit)
{
  const GuatuMembership *memberships = guatu_plan_rows (plan, GUATU_TABLE_MEMBERSHIP);
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_MEMBERSHIP, GUATU_MEMBERSHIP_PERSON, person, &n);

  for (guint i = 0; i < n; i++)
    if (memberships[rows[i]].unit == unit && memberships[rows[i]].is_head)
      return TRUE;

  return FALSE;
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
      add_row (layout, GUATU_TABLE_PERSON, rows[i], unit, -1, depth)->head = is_head (plan, rows[i], unit);
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
  row->folded = row->has_more && layout->shown == NULL && g_hash_table_contains (layout->self->folded, &id);
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

static GPtrArray *
make_rows (GuatuPeopleRows *self)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->document);
  GuatuInstant status_date = guatu_plan_settings (plan)->status_date;
  Layout layout = { .self = self, .plan = plan, .rows = g_ptr_array_new_with_free_func (g_object_unref),
                    .units = sums_new (guatu_plan_n_rows (plan, GUATU_TABLE_UNIT)),
                    .people = sums_new (guatu_plan_n_rows (plan, GUATU_TABLE_PERSON)) };

  if (self->lights == NULL && status_date != GUATU_NONE)
    self->lights = guatu_lights_new (plan, guatu_document_get_schedule (self->document), status_date, NULL);
  sum_up (&layout, self->lights);
  if (self->needle != NULL)
    look_for (&layout);
  lay_out (&layout);
  g_free (layout.shown);
  g_free (layout.units.light);
  g_free (layout.units.n_tasks);
  g_free (layout.people.light);
  g_free (layout.people.n_tasks);

  return layout.rows;
}

/* Small steps ---------------------------------------------------------------------------------------- */

static GuatuPeopleRow *
row_at (const GPtrArray *rows,
        guint            i)
{
  return rows->pdata[i];
}

static gboolean
is_same (GuatuPeopleRow *a,
         GuatuPeopleRow *b)
{
  return a->table == b->table && a->id == b->id && a->unit == b->unit && a->membership == b->membership;
}

/* The object that is known says what the new one does. */
static void
take_over (GPtrArray *rows,
           guint      i,
           GPtrArray *old,
           guint      k)
{
  GuatuPeopleRow *known = g_object_ref (row_at (old, k)), *made = row_at (rows, i);

  known->depth = made->depth;
  known->has_more = made->has_more;
  known->folded = made->folded;
  known->head = made->head;
  known->light = made->light;
  known->n_tasks = made->n_tasks;
  g_object_unref (made);
  rows->pdata[i] = known;
}

void
guatu_people_rows_refresh (GuatuPeopleRows *self)
{
  g_autoptr(GPtrArray) old = NULL;
  guint same = 0, behind = 0, least;

  g_return_if_fail (GUATU_IS_PEOPLE_ROWS (self));

  old = g_steal_pointer (&self->rows);
  self->rows = make_rows (self);
  least = MIN (old->len, self->rows->len);
  for (; same < least && is_same (row_at (old, same), row_at (self->rows, same)); same++)
    take_over (self->rows, same, old, same);
  for (; behind < least - same && is_same (row_at (old, old->len - 1 - behind),
                                           row_at (self->rows, self->rows->len - 1 - behind)); behind++)
    take_over (self->rows, self->rows->len - 1 - behind, old, old->len - 1 - behind);
  if (same + behind < MAX (old->len, self->rows->len))
    g_list_model_items_changed (G_LIST_MODEL (self), same, old->len - same - behind,
                                self->rows->len - same - behind);
  for (guint i = 0; i < self->rows->len; i++)
    if (i < same || i >= self->rows->len - behind)
      g_signal_emit (row_at (self->rows, i), signals[CHANGED], 0);
}

void
guatu_people_rows_search (GuatuPeopleRows *self,
                          const char      *text)
{
  g_return_if_fail (GUATU_IS_PEOPLE_ROWS (self));

  g_free (self->needle);
  self->needle = text != NULL && *text != '\0' ? g_utf8_casefold (text, -1) : NULL;
  guatu_people_rows_refresh (self);
}

void
guatu_people_rows_fold (GuatuPeopleRows *self,
                        gint64           unit,
                        gboolean         folded)
{
  g_return_if_fail (GUATU_IS_PEOPLE_ROWS (self));

  if (folded ? g_hash_table_add (self->folded, g_memdup2 (&unit, sizeof unit))
             : g_hash_table_remove (self->folded, &unit))
    guatu_people_rows_refresh (self);
}

static int
place_of (GuatuPeopleRows *self,
          GuatuTable       table,
          gint64           id)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (row_at (self->rows, i)->table == table && row_at (self->rows, i)->id == id
        && row_at (self->rows, i)->membership == 0)
      return (int) i;

  return -1;
}

int
guatu_people_rows_find (GuatuPeopleRows *self,
                        GuatuTable       table,
                        gint64           id)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->document);
  gint32 row = guatu_plan_find (plan, table, id);
  guint field = table == GUATU_TABLE_UNIT ? GUATU_UNIT_PARENT : GUATU_PERSON_UNIT;
  gboolean unfolded = FALSE;
  guint steps = guatu_plan_n_rows (plan, GUATU_TABLE_UNIT) + 1;

  g_return_val_if_fail (GUATU_IS_PEOPLE_ROWS (self), -1);

  for (gint32 up = row >= 0 ? (gint32) guatu_plan_number (plan, table, row, field) : -1; up >= 0 && steps-- > 0;
       up = (gint32) guatu_plan_number (plan, GUATU_TABLE_UNIT, up, GUATU_UNIT_PARENT))
    {
      gint64 unit = guatu_plan_id (plan, GUATU_TABLE_UNIT, up);

      unfolded |= g_hash_table_remove (self->folded, &unit);
    }
  if (unfolded)
    guatu_people_rows_refresh (self);

  return row >= 0 ? place_of (self, table, id) : -1;
}

/* Folding and looking for somebody do not work the lights out again. */
static void
forget_cb (GuatuPeopleRows *self)
{
  g_clear_pointer (&self->lights, guatu_lights_free);
}

/* The list ------------------------------------------------------------------------------------------- */

static GType
get_item_type (GListModel *list)
{
  return GUATU_TYPE_PEOPLE_ROW;
}

static guint
get_n_items (GListModel *list)
{
  return GUATU_PEOPLE_ROWS (list)->rows->len;
}

static gpointer
get_item (GListModel *list,
          guint       place)
{
  GuatuPeopleRows *self = GUATU_PEOPLE_ROWS (list);

  return place < self->rows->len ? g_object_ref (self->rows->pdata[place]) : NULL;
}

static void
list_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static void
guatu_people_rows_finalize (GObject *object)
{
  GuatuPeopleRows *self = GUATU_PEOPLE_ROWS (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->lights, guatu_lights_free);
  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->folded);
  g_free (self->needle);

  G_OBJECT_CLASS (guatu_people_rows_parent_class)->finalize (object);
}

static void
guatu_people_rows_class_init (GuatuPeopleRowsClass *class)
{
  G_OBJECT_CLASS (class)->finalize = guatu_people_rows_finalize;
}

static void
guatu_people_rows_init (GuatuPeopleRows *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->folded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

GuatuPeopleRows *
guatu_people_rows_new (GuatuDocument *document)
{
  GuatuPeopleRows *self = g_object_new (GUATU_TYPE_PEOPLE_ROWS, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "changed", G_CALLBACK (forget_cb), self, G_CONNECT_SWAPPED);

  return self;
}
