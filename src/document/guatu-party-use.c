/* guatu-party-use.c — counts what refers to a person or a unit, and says it. */
#include "guatu-party-use.h"

#include <glib/gi18n-lib.h>

#include "guatu-list-text.h"

static guint
count (const GuatuPlan *plan, GuatuTable table, guint field, gint32 row)
{
  guint n;

  guatu_plan_referrers (plan, table, field, row, &n);
  return n;
}

static void
count_assignments (GuatuPartyUse *self, const GuatuPlan *plan, guint field, gint32 row)
{
  const GuatuAssignment *assignments = guatu_plan_rows (plan, GUATU_TABLE_ASSIGNMENT);
  g_autoptr(GHashTable) tasks = g_hash_table_new (NULL, NULL);
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_ASSIGNMENT, field, row, &self->n_assignments);

  for (guint i = 0; i < self->n_assignments; i++)
    {
      g_hash_table_add (tasks, GINT_TO_POINTER (assignments[rows[i]].task));
      self->n_roles[assignments[rows[i]].role]++;
    }
  self->n_tasks = g_hash_table_size (tasks);
}

GuatuPartyUse
guatu_party_use_of (const GuatuPlan *plan, GuatuTable table, gint32 row)
{
  GuatuPartyUse use = { 0 };

  if (table == GUATU_TABLE_PERSON)
    {
      count_assignments (&use, plan, GUATU_ASSIGNMENT_PERSON, row);
      use.n_memberships = count (plan, GUATU_TABLE_MEMBERSHIP, GUATU_MEMBERSHIP_PERSON, row);
      use.n_sponsorships = count (plan, GUATU_TABLE_SPONSORSHIP, GUATU_SPONSORSHIP_PERSON, row);
      use.n_values = count (plan, GUATU_TABLE_CUSTOM_VALUE, GUATU_CUSTOM_VALUE_PERSON, row);
      use.n_reports = count (plan, GUATU_TABLE_REPORT, GUATU_REPORT_PERSON, row);
    }
  else if (table == GUATU_TABLE_UNIT)
    {
      count_assignments (&use, plan, GUATU_ASSIGNMENT_UNIT, row);
      use.n_memberships = count (plan, GUATU_TABLE_MEMBERSHIP, GUATU_MEMBERSHIP_UNIT, row);
      use.n_sponsorships = count (plan, GUATU_TABLE_SPONSORSHIP, GUATU_SPONSORSHIP_UNIT, row);
      use.n_people = count (plan, GUATU_TABLE_PERSON, GUATU_PERSON_UNIT, row);
      use.n_units = count (plan, GUATU_TABLE_UNIT, GUATU_UNIT_PARENT, row);
    }

  return use;
}

gboolean
guatu_party_use_any (const GuatuPartyUse *self)
{
  return self->n_assignments + self->n_memberships + self->n_sponsorships + self->n_values + self->n_people
         + self->n_units + self->n_reports > 0;
}

static void
add (GString *list, const char *between, char *text)
{
  if (list->len > 0)
    g_string_append (list, between);
  g_string_append (list, text);
  g_free (text);
}

/* "3 as lead unit, 1 as support unit". */
static char *
say_roles (const GuatuPartyUse *self)
{
  const GuatuChoice *choices = guatu_field (GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_ROLE)->choices;
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (self->n_roles); i++)
    if (self->n_roles[i] > 0)
      /* Translators: a role, and how many tasks somebody has it in. */
      add (list, guatu_list_comma (), g_strdup_printf (C_("role", "%1$s %2$u"), _(choices[i].label), self->n_roles[i]));

  return g_string_free (list, FALSE);
}

static void
say_what_goes (const GuatuPartyUse *self, GString *list)
{
  const char *between = guatu_list_comma ();

  if (self->n_assignments > 0)
    {
      g_autofree char *tasks = g_strdup_printf (ngettext ("%u task", "%u tasks", self->n_tasks), self->n_tasks);
      g_autofree char *roles = say_roles (self);

      /* Translators: "3 tasks", and in which roles: 3 tasks (Lead unit 2, Support unit 1) */
      add (list, between, g_strdup_printf (_("%1$s (%2$s)"), tasks, roles));
    }
  if (self->n_memberships > 0)
    add (list, between, g_strdup_printf (ngettext ("%u membership", "%u memberships", self->n_memberships),
                                         self->n_memberships));
  if (self->n_sponsorships > 0)
    add (list, between, g_strdup_printf (ngettext ("%u sponsorship", "%u sponsorships", self->n_sponsorships),
                                         self->n_sponsorships));
  if (self->n_values > 0)
    add (list, between, g_strdup_printf (ngettext ("%u custom value", "%u custom values", self->n_values),
                                         self->n_values));
}

static void
say_what_stays (const GuatuPartyUse *self, GString *list)
{
  const char *between = guatu_list_comma ();

  if (self->n_people > 0)
    add (list, between, g_strdup_printf (ngettext ("%u person without a unit", "%u people without a unit",
                                                   self->n_people), self->n_people));
  if (self->n_units > 0)
    add (list, between, g_strdup_printf (ngettext ("%u unit below none", "%u units below none", self->n_units),
                                         self->n_units));
  if (self->n_reports > 0)
    add (list, between, g_strdup_printf (ngettext ("%u report by nobody", "%u reports by nobody", self->n_reports),
                                         self->n_reports));
}

char *
guatu_party_use_words (const GuatuPartyUse *self)
{
  g_autoptr(GString) goes = g_string_new (NULL);
  g_autoptr(GString) stays = g_string_new (NULL);
  g_autoptr(GString) words = g_string_new (NULL);

  say_what_goes (self, goes);
  say_what_stays (self, stays);
  if (goes->len > 0)
    /* Translators: a list of what is removed together with a person or a unit. */
    g_string_append_printf (words, _("Goes with it: %s."), goes->str);
  if (goes->len > 0 && stays->len > 0)
    g_string_append (words, guatu_sentence_space ());
  if (stays->len > 0)
    /* Translators: a list of what stays when a person or a unit is removed. */
    g_string_append_printf (words, _("Stays: %s."), stays->str);

  return g_string_free (g_steal_pointer (&words), FALSE);
}
