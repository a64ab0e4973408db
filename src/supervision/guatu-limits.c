/* guatu-limits.c — counts who owns a project that is on a board, and says where that is too few or too many. */
#include "guatu-limits.h"

#include <glib/gi18n-lib.h>

#include "guatu-list-text.h"

/* The first board or plaque list, in the order of the ledgers. */
static gint32
find_board (const GuatuPlan *plan, gint32 task)
{
  const GuatuLedgerItem *items = guatu_plan_rows (plan, GUATU_TABLE_LEDGER_ITEM);
  const GuatuLedger *ledgers = guatu_plan_rows (plan, GUATU_TABLE_LEDGER);
  gint32 first = -1;
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_LEDGER_ITEM, GUATU_LEDGER_ITEM_TASK, task, &n);

  for (guint i = 0; i < n; i++)
    {
      gint32 ledger = items[rows[i]].ledger;

      if (ledgers[ledger].kind != GUATU_LEDGER_KIND_LEDGER &&
          (first < 0 || ledgers[ledger].position < ledgers[first].position))
        first = ledger;
    }

  return first;
}

/* People who have the role in the task. There are few: each is compared with those before. */
static guint
count_people (const GuatuPlan *plan, gint32 task, GuatuRole role)
{
  const GuatuAssignment *assignments = guatu_plan_rows (plan, GUATU_TABLE_ASSIGNMENT);
  guint n, found = 0;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_TASK, task, &n);

  for (guint i = 0; i < n; i++)
    {
      gboolean again = assignments[rows[i]].role != role || assignments[rows[i]].person < 0;

      for (guint k = 0; k < i && !again; k++)
        again = assignments[rows[k]].role == role && assignments[rows[k]].person == assignments[rows[i]].person;
      found += !again;
    }

  return found;
}

static guint
judge (guint n, guint few, guint many)
{
  return n < GUATU_LIMIT_LEAST ? few : n > GUATU_LIMIT_MOST ? many : 0;
}

GuatuLimit
guatu_limit_of (const GuatuPlan *plan, gint32 task)
{
  GuatuLimit limit = { .task = task, .ledger = find_board (plan, task) };

  limit.n_executives = count_people (plan, task, GUATU_ROLE_LEAD_EXECUTIVE);
  limit.n_heads = count_people (plan, task, GUATU_ROLE_LEAD_UNIT_HEAD);
  if (limit.ledger >= 0)
    limit.faults = judge (limit.n_executives, GUATU_LIMIT_FEW_EXECUTIVES, GUATU_LIMIT_MANY_EXECUTIVES) |
                   judge (limit.n_heads, GUATU_LIMIT_FEW_HEADS, GUATU_LIMIT_MANY_HEADS);

  return limit;
}

GArray *
guatu_limits_new (const GuatuPlan *plan)
{
  GArray *broken = g_array_new (FALSE, FALSE, sizeof (GuatuLimit));
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  for (guint i = 0; i < n; i++)
    if (guatu_plan_is_active (plan, outline[i]))
      {
        GuatuLimit limit = guatu_limit_of (plan, outline[i]);

        if (limit.faults != 0)
          g_array_append_val (broken, limit);
      }

  return broken;
}

char *
guatu_limit_words (const GuatuLimit *self)
{
  g_autoptr(GString) words = g_string_new (NULL);

  if (self->faults & GUATU_LIMIT_FEW_EXECUTIVES)
    g_string_append (words, _("No lead executive: name 1 or 2."));
  if (self->faults & GUATU_LIMIT_MANY_EXECUTIVES)
    g_string_append_printf (words, _("%u lead executives: at most 2 may be."), self->n_executives);
  if (words->len > 0 && self->faults & (GUATU_LIMIT_FEW_HEADS | GUATU_LIMIT_MANY_HEADS))
    g_string_append (words, guatu_sentence_space ());
  if (self->faults & GUATU_LIMIT_FEW_HEADS)
    g_string_append (words, _("No lead-unit head: name 1 or 2."));
  if (self->faults & GUATU_LIMIT_MANY_HEADS)
    g_string_append_printf (words, _("%u lead-unit heads: at most 2 may be."), self->n_heads);

  return g_string_free (g_steal_pointer (&words), FALSE);
}
