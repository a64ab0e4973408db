/* guatu-party-duties.c — gathers what refers to a person or a unit, and counts it by light. */
#include "guatu-party-duties.h"

#include <glib/gi18n-lib.h>

#include "guatu-list-text.h"

void
guatu_party_duties_free (GuatuPartyDuties *self)
{
  if (self == NULL)
    return;

  g_free (self->duties);
  g_free (self->items);
  g_free (self->memberships);
  g_free (self->sponsorships);
  g_free (self);
}

static int
compare_duties (gconstpointer a, gconstpointer b, gpointer plan)
{
  const GuatuPartyDuty *one = a, *other = b;
  int first = g_bit_nth_lsf (one->roles, -1), second = g_bit_nth_lsf (other->roles, -1);
  guint here, there;

  if (first != second)
    return first < second ? -1 : 1;
  here = guatu_plan_task_place (plan, one->task);
  there = guatu_plan_task_place (plan, other->task);

  return (here > there) - (here < there);
}

static void
gather_duties (GuatuPartyDuties *self, const GuatuPlan *plan, const GuatuLights *lights, const gint64 *reported,
               guint field, gint32 row)
{
  const GuatuAssignment *assignments = guatu_plan_rows (plan, GUATU_TABLE_ASSIGNMENT);
  g_autoptr(GHashTable) places = g_hash_table_new (NULL, NULL);   /* by task, its place and one more */
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_ASSIGNMENT, field, row, &n);

  self->duties = g_new0 (GuatuPartyDuty, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      gint32 task = assignments[rows[i]].task;
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, GINT_TO_POINTER (task)));

      if (place == 0)
        {
          self->duties[self->n] = (GuatuPartyDuty) {
            .task = task,
            .shown = lights != NULL ? (GuatuLightColour) guatu_lights_get (lights, task)->shown : GUATU_LIGHT_NONE,
            .reported = reported != NULL ? reported[task] : 0,
          };
          place = ++self->n;
          g_hash_table_insert (places, GINT_TO_POINTER (task), GUINT_TO_POINTER (place));
        }
      self->duties[place - 1].roles |= 1u << assignments[rows[i]].role;
    }
  g_qsort_with_data (self->duties, (int) self->n, sizeof (GuatuPartyDuty), compare_duties, (gpointer) plan);
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer plan)
{
  guint here = guatu_plan_task_place (plan, *(const gint32 *) a);
  guint there = guatu_plan_task_place (plan, *(const gint32 *) b);

  return (here > there) - (here < there);
}

/* The lights of the tasks, and the ledgers on which they stand. */
static void
count_tasks (GuatuPartyDuties *self, const GuatuPlan *plan)
{
  const GuatuLedgerItem *rows = guatu_plan_rows (plan, GUATU_TABLE_LEDGER_ITEM);
  g_autoptr(GArray) tasks = g_array_new (FALSE, FALSE, sizeof (gint32));
  GArray *items = g_array_new (FALSE, FALSE, sizeof (GuatuPartyItem));

  for (guint i = 0; i < self->n; i++)
    {
      g_array_append_val (tasks, self->duties[i].task);
      self->n_lights[self->duties[i].shown]++;
    }
  g_array_sort_with_data (tasks, compare_places, (gpointer) plan);

  for (guint i = 0; i < tasks->len; i++)
    {
      gint32 task = g_array_index (tasks, gint32, i);
      guint n;
      const gint32 *found = guatu_plan_referrers (plan, GUATU_TABLE_LEDGER_ITEM, GUATU_LEDGER_ITEM_TASK, task, &n);

      for (guint k = 0; k < n; k++)
        {
          GuatuPartyItem item = { found[k], rows[found[k]].ledger, task };

          g_array_append_val (items, item);
        }
    }
  self->n_items = items->len;
  self->items = (GuatuPartyItem *) (gpointer) g_array_free (items, FALSE);
}

static gint32 *
copy_referrers (const GuatuPlan *plan, GuatuTable table, guint field, gint32 row, guint *n)
{
  const gint32 *rows = guatu_plan_referrers (plan, table, field, row, n);

  return g_memdup2 (rows, *n * sizeof (gint32));
}

GuatuPartyDuties *
guatu_party_duties_new (const GuatuPlan *plan, const GuatuLights *lights, const gint64 *reported, GuatuTable table,
                        gint32 row)
{
  GuatuPartyDuties *self = g_new0 (GuatuPartyDuties, 1);
  gboolean person = table == GUATU_TABLE_PERSON;

  g_return_val_if_fail (table == GUATU_TABLE_PERSON || table == GUATU_TABLE_UNIT, self);

  gather_duties (self, plan, lights, reported, person ? GUATU_ASSIGNMENT_PERSON : GUATU_ASSIGNMENT_UNIT, row);
  count_tasks (self, plan);
  self->memberships = copy_referrers (plan, GUATU_TABLE_MEMBERSHIP,
                                      person ? GUATU_MEMBERSHIP_PERSON : GUATU_MEMBERSHIP_UNIT, row,
                                      &self->n_memberships);
  self->sponsorships = copy_referrers (plan, GUATU_TABLE_SPONSORSHIP,
                                       person ? GUATU_SPONSORSHIP_PERSON : GUATU_SPONSORSHIP_UNIT, row,
                                       &self->n_sponsorships);

  return self;
}

char *
guatu_party_duties_words (const GuatuPartyDuties *self)
{
  static const GuatuLightColour order[] = { GUATU_LIGHT_RED, GUATU_LIGHT_ORANGE, GUATU_LIGHT_YELLOW, GUATU_LIGHT_GREEN,
                                            GUATU_LIGHT_DONE };
  g_autofree char *tasks = g_strdup_printf (ngettext ("%u task", "%u tasks", self->n), self->n);
  g_autoptr(GString) lights = g_string_new (NULL);

  if (self->n == 0)
    return g_strdup (_("Answers for no task"));

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (self->n_lights[order[i]] > 0)
      {
        if (lights->len > 0)
          g_string_append (lights, guatu_list_comma ());
        /* Translators: a number, and the colour of so many lights. */
        g_string_append_printf (lights, C_("lights", "%u %s"), self->n_lights[order[i]], guatu_light_label (order[i]));
      }
  if (lights->len == 0)
    return g_steal_pointer (&tasks);
  if (self->n_lights[GUATU_LIGHT_NONE] > 0)
    {
      g_string_append (lights, guatu_list_comma ());
      g_string_append_printf (lights, _("%u without a light"), self->n_lights[GUATU_LIGHT_NONE]);
    }

  /* Translators: "12 tasks", and how many of them show which light. */
  return g_strdup_printf (_("%1$s: %2$s"), tasks, lights->str);
}

char *
guatu_party_duty_roles (const GuatuPartyDuty *duty)
{
  const GuatuChoice *choices = guatu_field (GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_ROLE)->choices;
  GString *words = g_string_new (NULL);

  for (guint role = 0; choices[role].name != NULL; role++)
    if ((duty->roles & 1u << role) != 0)
      {
        if (words->len > 0)
          g_string_append (words, guatu_list_comma ());
        g_string_append (words, _(choices[role].label));
      }

  return g_string_free (words, FALSE);
}
