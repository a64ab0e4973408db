/* guatu-teams.c — reads the levels of task forces off the tree of units. */
#include "guatu-teams.h"

#include <glib/gi18n-lib.h>

static const GuatuUnit *
unit_at (const GuatuPlan *plan, gint32 row)
{
  return &((const GuatuUnit *) guatu_plan_rows (plan, GUATU_TABLE_UNIT))[row];
}

static gboolean
is_local (const GuatuUnit *unit)
{
  return unit->kind == GUATU_UNIT_KIND_TOWNSHIP || unit->kind == GUATU_UNIT_KIND_LEAD_UNIT;
}

/* The nearest unit above that is a task force, or, for a task force, a township or department. The steps are bounded:
 * a file that was tampered with may have units that stand above themselves. */
static gint32
find_above (const GuatuPlan *plan, gint32 unit, gboolean local_too)
{
  guint steps = guatu_plan_n_rows (plan, GUATU_TABLE_UNIT);
  gint32 row = unit_at (plan, unit)->parent;

  while (row >= 0 && steps-- > 0)
    {
      if (unit_at (plan, row)->kind == GUATU_UNIT_KIND_TASK_FORCE || (local_too && is_local (unit_at (plan, row))))
        return row;
      row = unit_at (plan, row)->parent;
    }

  return -1;
}

GuatuTeamLevel
guatu_team_level (const GuatuPlan *plan, gint32 unit)
{
  gboolean force = unit_at (plan, unit)->kind == GUATU_UNIT_KIND_TASK_FORCE;
  gint32 above;

  if (!force && !is_local (unit_at (plan, unit)))
    return GUATU_TEAM_NONE;
  above = find_above (plan, unit, force);
  if (!force)
    return above >= 0 ? GUATU_TEAM_LOCAL : GUATU_TEAM_NONE;
  if (above < 0)
    return GUATU_TEAM_COUNTY;
  if (unit_at (plan, above)->kind != GUATU_UNIT_KIND_TASK_FORCE || find_above (plan, above, TRUE) >= 0)
    return GUATU_TEAM_LOCAL;

  return GUATU_TEAM_FRONT;
}

gint32
guatu_team_parent (const GuatuPlan *plan, gint32 unit)
{
  return find_above (plan, unit, FALSE);
}

gboolean
guatu_unit_has_head (const GuatuPlan *plan, gint32 unit, gint32 person)
{
  const GuatuMembership *memberships = guatu_plan_rows (plan, GUATU_TABLE_MEMBERSHIP);
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_MEMBERSHIP, GUATU_MEMBERSHIP_PERSON, person, &n);

  for (guint i = 0; i < n; i++)
    if (memberships[rows[i]].unit == unit && memberships[rows[i]].is_head)
      return TRUE;

  return FALSE;
}

void
guatu_teams_count (const GuatuPlan *plan, guint counts[GUATU_N_TEAM_LEVELS])
{
  gint32 n = (gint32) guatu_plan_n_rows (plan, GUATU_TABLE_UNIT);

  for (guint i = 0; i < GUATU_N_TEAM_LEVELS; i++)
    counts[i] = 0;
  for (gint32 row = 0; row < n; row++)
    if (unit_at (plan, row)->id != 0)
      counts[guatu_team_level (plan, row)]++;
}

char *
guatu_teams_sum (const guint counts[GUATU_N_TEAM_LEVELS])
{
  return g_strdup_printf ("%u + %u + %u", counts[GUATU_TEAM_COUNTY], counts[GUATU_TEAM_FRONT],
                          counts[GUATU_TEAM_LOCAL]);
}

char *
guatu_teams_words (const guint counts[GUATU_N_TEAM_LEVELS])
{
  guint county = counts[GUATU_TEAM_COUNTY], front = counts[GUATU_TEAM_FRONT], local = counts[GUATU_TEAM_LOCAL];
  g_autofree char *first = g_strdup_printf (ngettext ("%u county team", "%u county teams", county), county);
  g_autofree char *second = g_strdup_printf (ngettext ("%u front team", "%u front teams", front), front);
  g_autofree char *third = g_strdup_printf (ngettext ("%u township or department team",
                                                      "%u township and department teams", local), local);

  if (county + front + local == 0)
    return g_strdup ("");
  /* Translators: how many teams there are on each of three levels. */
  return g_strdup_printf (_("%1$s + %2$s + %3$s"), first, second, third);
}

const char *
guatu_team_level_label (GuatuTeamLevel level)
{
  switch (level)
    {
    case GUATU_TEAM_COUNTY:
      return _("County team");
    case GUATU_TEAM_FRONT:
      return _("Front team");
    case GUATU_TEAM_LOCAL:
      return _("Township or department team");
    case GUATU_TEAM_NONE:
    case GUATU_N_TEAM_LEVELS:
    default:
      return "";
    }
}
