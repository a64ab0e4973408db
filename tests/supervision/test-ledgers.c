/* test-ledgers.c — what stands on ledgers: its order, its numbers, and whether it is complete. */
#include "guatu-ledgers.h"

#include "supervision-fixture.h"

static gint64 next_id = 7000;

static void
refer (GuatuPlan *plan, GuatuTable table, gint32 row, guint field, gint32 target)
{
  guatu_test_set (plan, table, row, field, guatu_plan_id (plan, guatu_field (table, field)->target, target));
}

static gint32
add_ledger (GuatuPlan *plan)
{
  return guatu_plan_insert (plan, GUATU_TABLE_LEDGER, next_id++);
}

static void
put_on (GuatuPlan *plan, gint32 ledger, gint32 task, const char *number)
{
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_LEDGER_ITEM, next_id++);

  refer (plan, GUATU_TABLE_LEDGER_ITEM, row, GUATU_LEDGER_ITEM_LEDGER, ledger);
  refer (plan, GUATU_TABLE_LEDGER_ITEM, row, GUATU_LEDGER_ITEM_TASK, task);
  g_assert_true (guatu_plan_set (plan, GUATU_TABLE_LEDGER_ITEM, row, GUATU_LEDGER_ITEM_NUMBER, GUATU_TEXT (number)));
}

/* A task that has all five, but for those in @lacking. */
static gint32
add_task (GuatuPlan *plan, const char *name, guint lacking)
{
  gint32 task = guatu_test_add_task (plan, -1, (lacking & GUATU_FIX_MATTER) ? "" : name, "5d"), row;

  if ((lacking & GUATU_FIX_GOAL) == 0)
    g_assert_true (guatu_plan_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_OBJECTIVE, GUATU_TEXT ("Done well")));
  if ((lacking & GUATU_FIX_DEADLINE) == 0)
    guatu_test_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_DEADLINE, guatu_test_at ("2024-03-08 17:00"));
  if ((lacking & GUATU_FIX_RESPONSIBILITY) == 0)
    add_assignment (plan, task, add_unit (plan, "Roads"), GUATU_ROLE_LEAD_UNIT);
  if ((lacking & GUATU_FIX_PERSON) == 0)
    {
      gint32 person = guatu_plan_insert (plan, GUATU_TABLE_PERSON, next_id++);

      row = guatu_plan_insert (plan, GUATU_TABLE_ASSIGNMENT, next_id++);
      refer (plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_TASK, task);
      refer (plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_PERSON, person);
      guatu_test_set (plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_ROLE, GUATU_ROLE_RESPONSIBLE_PERSON);
    }
  return task;
}

/* PB-09: person, matter, goal, responsibility, deadline; each of them is missed where it lacks. */
static void
test_five_fixes (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 ledger = add_ledger (plan);
  g_autofree GuatuLedgerCount *counts = NULL;
  g_autofree char *words = NULL;
  guint n;

  for (guint lacking = 0; lacking <= GUATU_FIX_DEADLINE; lacking = lacking == 0 ? 1 : lacking * 2)
    {
      gint32 task = add_task (plan, "Dig", lacking);

      put_on (plan, ledger, task, "");
      guatu_plan_settle (plan);
      g_assert_cmpuint (guatu_task_fixes (plan, task), ==, (guint) GUATU_ALL_FIXES & ~lacking);
    }

  counts = guatu_ledgers_count (plan, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (counts[0].n_items, ==, 6);
  g_assert_cmpuint (counts[0].n_complete, ==, 1);
  words = guatu_ledger_complete_words (counts[0].n_complete, counts[0].n_items);
  g_assert_cmpstr (words, ==, "1 of 6 complete");
}

static char *
numbers_of (const GuatuPlan *plan, gint32 ledger)
{
  GString *text = g_string_new (NULL);
  guint n;
  g_autofree gint32 *rows = guatu_ledger_items (plan, ledger, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "[%s]", guatu_plan_string (plan, GUATU_TABLE_LEDGER_ITEM, rows[i],
                                                             GUATU_LEDGER_ITEM_NUMBER));
  return g_string_free (text, FALSE);
}

static void
test_order (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 ledger = add_ledger (plan), other = add_ledger (plan), task = add_task (plan, "Dig", 0);
  g_autofree char *numbers = NULL, *stem = NULL;

  put_on (plan, ledger, task, "");
  put_on (plan, ledger, add_task (plan, "Fill", 0), "3-10");
  put_on (plan, ledger, add_task (plan, "Pave", 0), "3-9");
  put_on (plan, other, task, "12");
  guatu_plan_settle (plan);
  numbers = numbers_of (plan, ledger);
  g_assert_cmpstr (numbers, ==, "[3-9][3-10][]");
  stem = guatu_ledger_number_stem (plan, ledger);
  g_assert_cmpstr (stem, ==, "3-");
  g_assert_cmpint (guatu_ledger_last_number (plan, ledger), ==, 10);
  g_assert_cmpint (guatu_ledger_last_number (plan, add_ledger (plan)), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledgers/PB-09-each-of-the-five-fixes-is-missed", test_five_fixes);
  g_test_add_func ("/ledgers/items-stand-by-number-as-people-count", test_order);
  return g_test_run ();
}
