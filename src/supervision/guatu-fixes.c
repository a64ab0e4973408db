/* guatu-fixes.c — looks at a task for a person, a matter, a goal, a unit that leads and a deadline. */
#include "guatu-fixes.h"

#include <glib/gi18n-lib.h>

/* In the order of their bits. */
static const char * const names[] = {
  NC_("five fixes", "person"), NC_("five fixes", "matter"), NC_("five fixes", "goal"),
  NC_("five fixes", "responsibility"), NC_("five fixes", "deadline"),
};

static void
add_name (GString    *list,
          const char *name)
{
  /* Translators: a list, and one more behind it. */
  g_autofree char *longer = list->len > 0 ? g_strdup_printf (C_("list", "%1$s, %2$s"), list->str, name)
                                          : g_strdup (name);

  g_string_assign (list, longer);
}

guint
guatu_task_fixes (const GuatuPlan *plan, gint32 task)
{
  const GuatuAssignment *assignments = guatu_plan_rows (plan, GUATU_TABLE_ASSIGNMENT);
  guint n, fixes = 0;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_TASK, task, &n);

  for (guint i = 0; i < n; i++)
    {
      const GuatuAssignment *assignment = &assignments[rows[i]];

      if (assignment->person >= 0 && assignment->role != GUATU_ROLE_RESOURCE
          && assignment->role != GUATU_ROLE_INSPECTOR)
        fixes |= GUATU_FIX_PERSON;
      if (assignment->role == GUATU_ROLE_LEAD_UNIT)
        fixes |= GUATU_FIX_RESPONSIBILITY;
    }
  if (*guatu_plan_task_name (plan, task) != '\0')
    fixes |= GUATU_FIX_MATTER;
  if (*guatu_plan_task_string (plan, task, GUATU_TASK_OBJECTIVE) != '\0')
    fixes |= GUATU_FIX_GOAL;
  if (guatu_plan_task_number (plan, task, GUATU_TASK_DEADLINE) != GUATU_NONE)
    fixes |= GUATU_FIX_DEADLINE;

  return fixes;
}

const char *
guatu_fix_name (guint i)
{
  return i < G_N_ELEMENTS (names) ? names[i] : NULL;
}

char *
guatu_words_fixes (guint fixes)
{
  g_autoptr(GString) list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((fixes & 1u << i) == 0)
      add_name (list, g_dpgettext2 (GETTEXT_PACKAGE, "five fixes", names[i]));
  if (list->len == 0)
    return g_strdup (_("complete"));

  /* Translators: which of the Five Fixes a task lacks: “missing: goal, deadline”. */
  return g_strdup_printf (_("missing: %s"), list->str);
}
