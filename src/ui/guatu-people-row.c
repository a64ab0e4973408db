/* guatu-people-row.c — a unit or a person in the list of them, and what is said of either. */
#include "guatu-people-rows.h"

#include <glib/gi18n-lib.h>

#include "guatu-list-text.h"
#include "guatu-teams.h"

G_DEFINE_FINAL_TYPE (GuatuPeopleRow, guatu_people_row, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

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

void
guatu_people_row_say_changed (GuatuPeopleRow *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
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
