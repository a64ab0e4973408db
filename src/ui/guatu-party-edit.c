/* guatu-party-edit.c — gives roles to units and people, and takes them away. */
#include "guatu-party-edit.h"

gboolean
guatu_role_takes (GuatuRole  role,
                  GuatuTable table)
{
  switch (role)
    {
    case GUATU_ROLE_RESOURCE:
      return TRUE;
    case GUATU_ROLE_LEAD_UNIT:
    case GUATU_ROLE_SUPPORT_UNIT:
    case GUATU_ROLE_TASK_FORCE:
      return table == GUATU_TABLE_UNIT;
    case GUATU_ROLE_PROJECT_OWNER:
    case GUATU_ROLE_LEAD_EXECUTIVE:
    case GUATU_ROLE_LEAD_UNIT_HEAD:
    case GUATU_ROLE_RESPONSIBLE_PERSON:
    case GUATU_ROLE_INSPECTOR:
    default:
      return table == GUATU_TABLE_PERSON;
    }
}

GuatuParty
guatu_party_of (const GuatuPlan *plan,
                gint32           assignment)
{
  const GuatuAssignment *row = (const GuatuAssignment *) guatu_plan_rows (plan, GUATU_TABLE_ASSIGNMENT) + assignment;
  GuatuTable table = row->unit >= 0 ? GUATU_TABLE_UNIT : GUATU_TABLE_PERSON;

  return (GuatuParty) { table, guatu_plan_id (plan, table, row->unit >= 0 ? row->unit : row->person) };
}

const char *
guatu_party_name (const GuatuPlan *plan,
                  GuatuParty       party)
{
  gint32 row = party.id != 0 ? guatu_plan_find (plan, party.table, party.id) : -1;

  if (row < 0)
    return "";

  return guatu_plan_string (plan, party.table, row,
                            party.table == GUATU_TABLE_UNIT ? GUATU_UNIT_NAME : GUATU_PERSON_NAME);
}

gboolean
guatu_party_has_role (const GuatuPlan *plan,
                      gint32           task,
                      GuatuRole        role,
                      GuatuParty       party)
{
  const GuatuAssignment *assignments = guatu_plan_rows (plan, GUATU_TABLE_ASSIGNMENT);
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_TASK, task, &n);

  for (guint i = 0; i < n; i++)
    {
      GuatuParty other = guatu_party_of (plan, rows[i]);

      if (assignments[rows[i]].role == role && other.table == party.table && other.id == party.id)
        return TRUE;
    }

  return FALSE;
}

static gint64
unit_of (GuatuParty party)
{
  return party.table == GUATU_TABLE_UNIT ? party.id : 0;
}

static gint64
person_of (GuatuParty party)
{
  return party.table == GUATU_TABLE_PERSON ? party.id : 0;
}

gboolean
guatu_party_assign (GuatuDocument *document,
                    gint64         task,
                    GuatuRole      role,
                    GuatuParty     party,
                    GError       **error)
{
  return guatu_document_assign (document, task, unit_of (party), person_of (party), role, 10000, NULL, error);
}

gboolean
guatu_party_toggle (GuatuDocument *document,
                    gint64         task,
                    GuatuRole      role,
                    GuatuParty     party,
                    GError       **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_TASK, task);

  if (row >= 0 && guatu_party_has_role (plan, row, role, party))
    return guatu_document_unassign (document, task, unit_of (party), person_of (party), (int) role, error);

  return guatu_party_assign (document, task, role, party, error);
}

gboolean
guatu_party_add (GuatuDocument *document,
                 GuatuTable     table,
                 const char    *name,
                 GuatuRole      role,
                 GuatuParty    *party,
                 GError       **error)
{
  GuatuSetting settings[2] = {
    { table == GUATU_TABLE_UNIT ? GUATU_UNIT_NAME : GUATU_PERSON_NAME, GUATU_TEXT (name) },
    { GUATU_UNIT_KIND, GUATU_INTEGER (role == GUATU_ROLE_TASK_FORCE ? GUATU_UNIT_KIND_TASK_FORCE
                                                                    : GUATU_UNIT_KIND_LEAD_UNIT) },
  };

  party->table = table;
  return guatu_document_add (document, table, settings, table == GUATU_TABLE_UNIT ? 2 : 1, &party->id, error);
}

gboolean
guatu_party_assign_new (GuatuDocument *document,
                        gint64         task,
                        GuatuRole      role,
                        GuatuTable     table,
                        const char    *name,
                        GuatuParty    *party,
                        GError       **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_TASK, task);
  g_autofree char *title = g_strdup (row >= 0 ? guatu_plan_task_name (plan, row) : "");
  gboolean ok;

  if (!guatu_document_begin_group (document, error))
    return FALSE;
  ok = guatu_party_add (document, table, name, role, party, error)
       && guatu_party_assign (document, task, role, *party, error);

  return guatu_document_end_group (document, ok, "task-people", title, 1, error) && ok;
}
