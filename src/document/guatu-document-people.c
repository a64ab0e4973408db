/* guatu-document-people.c — the verbs that say who has which part in a task: assign, unassign. */
#include "guatu-row-edit.h"

#include <glib/gi18n-lib.h>

/* Who can bear a role. */
typedef enum { BEARER_UNIT = 1, BEARER_PERSON = 2 } Bearer;

static guint
bearers_of (int role)
{
  switch (role)
    {
    case GUATU_ROLE_LEAD_UNIT:
    case GUATU_ROLE_SUPPORT_UNIT:
    case GUATU_ROLE_TASK_FORCE:
      return BEARER_UNIT;
    case GUATU_ROLE_PROJECT_OWNER:
    case GUATU_ROLE_LEAD_EXECUTIVE:
    case GUATU_ROLE_LEAD_UNIT_HEAD:
    case GUATU_ROLE_RESPONSIBLE_PERSON:
    case GUATU_ROLE_INSPECTOR:
      return BEARER_PERSON;
    case GUATU_ROLE_RESOURCE:
    default:
      return BEARER_UNIT | BEARER_PERSON;
    }
}

static const char *
role_label (gint64 role)
{
  return _(guatu_field (GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_ROLE)->choices[role].label);
}

/* The assignment of this party to this task in this role, other than @except; -1: none. */
static gint32
find_assignment (const GuatuPlan *plan, gint32 task, gint32 unit, gint32 person, int role, gint32 except)
{
  const gint32 *rows;
  guint n;

  rows = guatu_plan_referrers (plan, GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_TASK, task, &n);
  for (guint i = 0; i < n; i++)
    {
      const GuatuAssignment *assignment =
        (const GuatuAssignment *) guatu_plan_rows (plan, GUATU_TABLE_ASSIGNMENT) + rows[i];

      if (rows[i] != except && assignment->unit == unit && assignment->person == person &&
          (role < 0 || assignment->role == role))
        return rows[i];
    }
  return -1;
}

gboolean
guatu_row_edit_check_assignment (GuatuRowEdit *self, GError **error)
{
  const GuatuPlan *plan = self->document->plan;
  gint32 task = guatu_row_edit_reference (self, GUATU_ASSIGNMENT_TASK);
  gint32 unit = guatu_row_edit_reference (self, GUATU_ASSIGNMENT_UNIT);
  gint32 person = guatu_row_edit_reference (self, GUATU_ASSIGNMENT_PERSON);
  int role = (int) guatu_row_edit_number (self, GUATU_ASSIGNMENT_ROLE);
  g_autofree char *task_title = guatu_plan_task_title (plan, task);
  g_autofree char *who = NULL;

  if ((unit >= 0) == (person >= 0))
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                  _("Task %s: an assignment names one unit or one person, not both and not neither."),
                                  task_title);

  who = guatu_row_title (plan, unit >= 0 ? GUATU_TABLE_UNIT : GUATU_TABLE_PERSON, unit >= 0 ? unit : person);
  if (unit >= 0 && !(bearers_of (role) & BEARER_UNIT))
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                  _("Task %s: %s is a unit, but the role “%s” is a person’s. Name a person, or choose "
                                    "lead-unit, support-unit, task-force or resource."),
                                  task_title, who, role_label (role));
  if (person >= 0 && !(bearers_of (role) & BEARER_PERSON))
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                  _("Task %s: %s is a person, but the role “%s” is a unit’s. Name a unit, or choose "
                                    "project-owner, lead-executive, lead-unit-head, responsible-person, inspector or "
                                    "resource."),
                                  task_title, who, role_label (role));
  if (find_assignment (plan, task, unit, person, role, self->row) >= 0)
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                  _("Task %s: %s has the role “%s” already. Change that assignment instead."),
                                  task_title, who, role_label (role));
  return TRUE;
}

/* The row of a party that was named, -1 where none was. FALSE with an error if it is not there. */
static gboolean
find_party (GuatuDocument *self, gint64 unit, gint64 person, gint32 *unit_row, gint32 *person_row, GError **error)
{
  *unit_row = *person_row = -1;
  if (unit != 0 && (*unit_row = guatu_document_find_row (self, GUATU_TABLE_UNIT, unit, error)) < 0)
    return FALSE;
  if (person != 0 && (*person_row = guatu_document_find_row (self, GUATU_TABLE_PERSON, person, error)) < 0)
    return FALSE;
  return TRUE;
}

static JsonObject *
party_arguments (GuatuDocument *self, gint32 task, gint32 unit, gint32 person)
{
  g_autofree char *who = guatu_row_name (self->plan, unit >= 0 ? GUATU_TABLE_UNIT : GUATU_TABLE_PERSON,
                                         unit >= 0 ? unit : person);
  JsonObject *arguments = json_object_new ();

  guatu_arguments_add_text (arguments, "task", guatu_plan_task_name (self->plan, task));
  guatu_arguments_add_text (arguments, "who", who);
  return arguments;
}

gboolean
guatu_document_assign (GuatuDocument  *self,
                       gint64          task,
                       gint64          unit,
                       gint64          person,
                       GuatuRole       role,
                       gint64          share,
                       gint64         *id,
                       GError        **error)
{
  const GuatuSetting settings[] = {
    { GUATU_ASSIGNMENT_TASK, GUATU_INTEGER (task) },
    { GUATU_ASSIGNMENT_UNIT, unit != 0 ? GUATU_INTEGER (unit) : GUATU_NULL },
    { GUATU_ASSIGNMENT_PERSON, person != 0 ? GUATU_INTEGER (person) : GUATU_NULL },
    { GUATU_ASSIGNMENT_ROLE, GUATU_INTEGER (role) },
    { GUATU_ASSIGNMENT_SHARE, GUATU_INTEGER (share) },
  };
  GuatuRowEdit edit = { 0 };
  JsonObject *arguments = NULL;
  gint32 task_row, unit_row, person_row;
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);

  if (!guatu_document_begin (self, error))
    return FALSE;

  task_row = guatu_document_find_row (self, GUATU_TABLE_TASK, task, error);
  ok = task_row >= 0 && find_party (self, unit, person, &unit_row, &person_row, error);
  if (ok)
    {
      gint32 there = find_assignment (self->plan, task_row, unit_row, person_row, (int) role, -1);

      if (there >= 0)
        guatu_row_edit_init_row (&edit, self, GUATU_TABLE_ASSIGNMENT, there);
      else
        guatu_row_edit_init_new (&edit, self, GUATU_TABLE_ASSIGNMENT);
      ok = guatu_row_edit_take (&edit, settings, G_N_ELEMENTS (settings), error) &&
           guatu_row_edit_check (&edit, error) && guatu_row_edit_write (&edit, error);
    }
  if (ok)
    {
      arguments = party_arguments (self, task_row, unit_row, person_row);
      json_object_set_string_member (arguments, "role",
                                     guatu_field (GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_ROLE)->choices[role].name);
    }
  ok = guatu_document_end (self, ok, "assign", arguments, 0, error);
  if (ok && id != NULL)
    *id = edit.id;
  return ok;
}

static gboolean
write_unassign (GuatuDocument *self, gint32 task, gint32 unit, gint32 person, int role, GError **error)
{
  const gint32 *rows;
  guint n;

  if (find_assignment (self->plan, task, unit, person, role, -1) < 0)
    {
      g_autofree char *task_title = guatu_plan_task_title (self->plan, task);
      g_autofree char *who = guatu_row_title (self->plan, unit >= 0 ? GUATU_TABLE_UNIT : GUATU_TABLE_PERSON,
                                              unit >= 0 ? unit : person);

      if (role >= 0)
        return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_NOT_FOUND,
                                      _("%s does not have the role “%s” in task %s."), who, role_label (role),
                                      task_title);
      return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_NOT_FOUND,
                                    _("%s is not assigned to task %s."), who, task_title);
    }

  rows = guatu_plan_referrers (self->plan, GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_TASK, task, &n);
  for (guint i = 0; i < n; i++)
    {
      const GuatuAssignment *assignment =
        (const GuatuAssignment *) guatu_plan_rows (self->plan, GUATU_TABLE_ASSIGNMENT) + rows[i];

      if (assignment->unit != unit || assignment->person != person || (role >= 0 && assignment->role != role))
        continue;
      if (!guatu_store_delete (self->store, GUATU_TABLE_ASSIGNMENT, assignment->id, error) ||
          (assignment->role == GUATU_ROLE_RESOURCE && !guatu_task_forget_span (self, task, error)))
        return FALSE;
    }
  return TRUE;
}

gboolean
guatu_document_unassign (GuatuDocument *self, gint64 task, gint64 unit, gint64 person, int role, GError **error)
{
  const GuatuField *field = guatu_field (GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_ROLE);
  JsonObject *arguments = NULL;
  gint32 task_row, unit_row, person_row;
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);

  if (role > field->max)
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID, _("There is no role number %d."), role);
  if ((unit != 0) == (person != 0))
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                  _("Name one unit or one person to take off the task."));
  if (!guatu_document_begin (self, error))
    return FALSE;

  task_row = guatu_document_find_row (self, GUATU_TABLE_TASK, task, error);
  ok = task_row >= 0 && find_party (self, unit, person, &unit_row, &person_row, error) &&
       write_unassign (self, task_row, unit_row, person_row, role, error);
  if (ok)
    {
      arguments = party_arguments (self, task_row, unit_row, person_row);
      if (role >= 0)
        json_object_set_string_member (arguments, "role", field->choices[role].name);
    }
  return guatu_document_end (self, ok, "unassign", arguments, 0, error);
}
