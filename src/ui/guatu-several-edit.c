/* guatu-several-edit.c — looks at several tasks at once, and changes them in one entry of the journal. */
#include "guatu-several-edit.h"

#include <glib/gi18n-lib.h>

#include "guatu-field-edit.h"
#include "guatu-ledger-edit.h"
#include "guatu-task-words.h"

/* In common ------------------------------------------------------------------------------------------ */

typedef char *(*Say) (const GuatuPlan *plan, gint32 task, guint what);

static gint32
row_of (const GuatuPlan *plan,
        GuatuSeveral     several,
        guint            i)
{
  return guatu_plan_find (plan, GUATU_TABLE_TASK, several.tasks[i]);
}

/* What is said of all of them; %NULL where it is not the same. */
static char *
say_in_common (const GuatuPlan *plan,
               GuatuSeveral     several,
               Say              say,
               guint            what)
{
  g_autofree char *common = NULL;

  for (guint i = 0; i < several.n; i++)
    {
      gint32 row = row_of (plan, several, i);
      g_autofree char *text = row >= 0 ? say (plan, row, what) : NULL;

      if (row < 0)
        continue;
      if (common != NULL && !g_str_equal (common, text))
        return NULL;
      if (common == NULL)
        common = g_steal_pointer (&text);
    }

  return g_steal_pointer (&common);
}

char *
guatu_several_text (const GuatuPlan *plan,
                    GuatuSeveral     several,
                    guint            field)
{
  return say_in_common (plan, several, guatu_field_edit_text, field);
}

gboolean
guatu_several_number (const GuatuPlan *plan,
                      GuatuSeveral     several,
                      guint            field,
                      gint64          *value)
{
  gboolean found = FALSE;

  for (guint i = 0; i < several.n; i++)
    {
      gint32 row = row_of (plan, several, i);
      gint64 number = row >= 0 ? guatu_plan_task_number (plan, row, field) : 0;

      if (row < 0)
        continue;
      if (found && number != *value)
        return FALSE;
      *value = number;
      found = TRUE;
    }

  return found;
}

static char *
say_role (const GuatuPlan *plan,
          gint32           task,
          guint            role)
{
  return guatu_words_role (plan, task, (GuatuRole) role);
}

char *
guatu_several_role (const GuatuPlan *plan,
                    GuatuSeveral     several,
                    GuatuRole        role)
{
  return say_in_common (plan, several, say_role, role);
}

static char *
say_category (const GuatuPlan *plan,
              gint32           task,
              guint            unused)
{
  return guatu_words_category (plan, task);
}

char *
guatu_several_category (const GuatuPlan *plan,
                        GuatuSeveral     several)
{
  return say_in_common (plan, several, say_category, 0);
}

/* Verbs ---------------------------------------------------------------------------------------------- */

typedef gboolean (*Change) (GuatuDocument *document, gint64 task, gpointer data, GError **error);

/* The same change of each, or of none. */
static gboolean
change_all (GuatuDocument *document,
            GuatuSeveral   several,
            Change         change,
            gpointer       data,
            GError       **error)
{
  gboolean ok = TRUE;

  if (!guatu_document_begin_group (document, error))
    return FALSE;
  for (guint i = 0; ok && i < several.n; i++)
    ok = change (document, several.tasks[i], data, error);

  return guatu_document_end_group (document, ok, "tasks-change", NULL, several.n, error) && ok;
}

static gboolean
set_all (GuatuDocument      *document,
         GuatuSeveral        several,
         const GuatuSetting *settings,
         guint               n,
         GError            **error)
{
  g_autofree GuatuTaskSettings *tasks = g_new (GuatuTaskSettings, MAX (several.n, 1));

  for (guint i = 0; i < several.n; i++)
    tasks[i] = (GuatuTaskSettings) { several.tasks[i], settings, n };

  return guatu_document_set_tasks (document, "tasks-change", tasks, several.n, error);
}

gboolean
guatu_several_set (GuatuDocument *document,
                   GuatuSeveral   several,
                   guint          field,
                   const char    *text,
                   GError       **error)
{
  g_autofree char *typed = g_strstrip (g_strdup (text));
  GuatuSetting settings[GUATU_FIELD_EDIT_MOST];
  guint n = guatu_field_edit_read (document, -1, field, typed, settings, error);

  return n > 0 && set_all (document, several, settings, n, error);
}

gboolean
guatu_several_refer (GuatuDocument *document,
                     GuatuSeveral   several,
                     guint          field,
                     gint64         id,
                     GError       **error)
{
  GuatuSetting setting = { field, id != 0 ? GUATU_INTEGER (id) : GUATU_NULL };

  return set_all (document, several, &setting, 1, error);
}

gboolean
guatu_several_constrain (GuatuDocument   *document,
                         GuatuSeveral     several,
                         GuatuConstraint  constraint,
                         const char      *date,
                         GError         **error)
{
  GuatuSetting settings[2] = { { GUATU_TASK_CONSTRAINT, GUATU_INTEGER (constraint) } };
  GuatuInstant when;
  guint n = 1;

  if (guatu_constraint_needs_date (constraint))
    {
      if (!guatu_field_edit_read_date (document, date, guatu_constraint_is_finish ((int) constraint), &when, error))
        return FALSE;
      settings[n++] = (GuatuSetting) { GUATU_TASK_CONSTRAINT_DATE, GUATU_INTEGER (when) };
    }

  return set_all (document, several, settings, n, error);
}

typedef struct
{
  GuatuRole   role;
  GuatuParty  party;
  const char *name;             /* of one that is to be made; %NULL: it is there */
} Gift;

/* The first who has the role and is not @party; nobody is left when there is none. */
static gboolean
find_other (const GuatuPlan *plan,
            gint32           task,
            const Gift      *gift,
            GuatuParty      *other)
{
  const GuatuAssignment *assignments = guatu_plan_rows (plan, GUATU_TABLE_ASSIGNMENT);
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_TASK, task, &n);

  for (guint i = 0; i < n; i++)
    {
      *other = guatu_party_of (plan, rows[i]);
      if (assignments[rows[i]].role == gift->role
          && (other->table != gift->party.table || other->id != gift->party.id))
        return TRUE;
    }

  return FALSE;
}

static gboolean
give_one (GuatuDocument *document,
          gint64         task,
          gpointer       data,
          GError       **error)
{
  Gift *gift = data;
  GuatuParty other;

  if (gift->name != NULL)
    {
      if (!guatu_party_add (document, gift->party.table, gift->name, gift->role, &gift->party, error))
        return FALSE;
      gift->name = NULL;
    }
  for (;;)
    {
      const GuatuPlan *plan = guatu_document_get_plan (document);
      gint32 row = guatu_plan_find (plan, GUATU_TABLE_TASK, task);

      if (row < 0)
        return TRUE;
      if (!find_other (plan, row, gift, &other))
        break;
      if (!guatu_party_toggle (document, task, gift->role, other, error))
        return FALSE;
    }

  return gift->party.id == 0
         || guatu_party_has_role (guatu_document_get_plan (document),
                                  guatu_plan_find (guatu_document_get_plan (document), GUATU_TABLE_TASK, task),
                                  gift->role, gift->party)
         || guatu_party_assign (document, task, gift->role, gift->party, error);
}

gboolean
guatu_several_give (GuatuDocument *document,
                    GuatuSeveral   several,
                    GuatuRole      role,
                    GuatuParty     party,
                    const char    *name,
                    GError       **error)
{
  Gift gift = { role, party, name };

  return change_all (document, several, give_one, &gift, error);
}

static gboolean
categorise_one (GuatuDocument *document,
                gint64         task,
                gpointer       data,
                GError       **error)
{
  return guatu_category_set (document, task, *(const gint64 *) data, error);
}

gboolean
guatu_several_categorise (GuatuDocument *document,
                          GuatuSeveral   several,
                          gint64         category,
                          GError       **error)
{
  return change_all (document, several, categorise_one, &category, error);
}
