/* test-ledgers.c — tasks put on ledgers, taken off, numbered; the order of lists; phases that share a day. */
#include "document-fixture.h"

#include "guatu-ledgers.h"

static const GuatuPlan *
plan_of (DocumentFixture *fixture)
{
  return guatu_document_get_plan (fixture->document);
}

static gint64
add_ledger (DocumentFixture *fixture, const char *name)
{
  GuatuSetting setting = { GUATU_LEDGER_NAME, GUATU_TEXT (name) };

  return must_add (fixture, GUATU_TABLE_LEDGER, &setting, 1);
}

/* "1 Survey, 2 Design". */
static char *
items_on (DocumentFixture *fixture, gint64 ledger)
{
  const GuatuLedgerItem *items = guatu_plan_rows (plan_of (fixture), GUATU_TABLE_LEDGER_ITEM);
  GString *text = g_string_new (NULL);
  guint n;
  g_autofree gint32 *rows = guatu_ledger_items (plan_of (fixture),
                                                guatu_plan_find (plan_of (fixture), GUATU_TABLE_LEDGER, ledger), &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", guatu_plan_text (plan_of (fixture), items[rows[i]].number),
                            guatu_plan_task_name (plan_of (fixture), items[rows[i]].task));
  return g_string_free (text, FALSE);
}

static void
assert_items (DocumentFixture *fixture, gint64 ledger, const char *expected)
{
  g_autofree char *items = items_on (fixture, ledger);

  g_assert_cmpstr (items, ==, expected);
}

static void
must_undo (DocumentFixture *fixture)
{
  g_autoptr(GError) error = NULL;

  guatu_document_undo (fixture->document, NULL, &error);
  g_assert_no_error (error);
}

static void
put_and_number (DocumentFixture *fixture, gconstpointer data)
{
  gint64 first = add_ledger (fixture, "First"), second = add_ledger (fixture, "Second"), item;
  gint64 tasks[] = { task_id (fixture, "Survey"), task_id (fixture, "Design"), task_id (fixture, "Bridge") };
  g_autoptr(GError) error = NULL;
  guint n_put = 0;

  g_assert_true (guatu_document_put_on_ledger (fixture->document, first, tasks, 2, &n_put, &error));
  g_assert_cmpuint (n_put, ==, 2);
  g_assert_true (guatu_document_put_on_ledger (fixture->document, first, tasks, 3, &n_put, &error));
  g_assert_cmpuint (n_put, ==, 1);
  assert_items (fixture, first, "1 Survey, 2 Design, 3 Bridge");
  g_assert_true (guatu_document_put_on_ledger (fixture->document, second, tasks + 1, 1, NULL, &error));
  assert_items (fixture, second, "1 Design");

  item = guatu_plan_id (plan_of (fixture), GUATU_TABLE_LEDGER_ITEM,
                        guatu_plan_referrers (plan_of (fixture), GUATU_TABLE_LEDGER_ITEM, GUATU_LEDGER_ITEM_TASK,
                                              task_row (fixture, "Survey"), &(guint) { 0 })[0]);
  g_assert_true (guatu_document_take_off_ledger (fixture->document, &item, 1, &error));
  assert_items (fixture, first, "2 Design, 3 Bridge");
  g_assert_true (guatu_document_number_ledger (fixture->document, first, &error));
  assert_items (fixture, first, "1 Design, 2 Bridge");
  assert_items (fixture, second, "1 Design");
  must_undo (fixture);
  must_undo (fixture);
  assert_items (fixture, first, "1 Survey, 2 Design, 3 Bridge");
  must_undo (fixture);
  must_undo (fixture);
  assert_items (fixture, first, "1 Survey, 2 Design");
}

/* YL-05: 13 ledgers with 473 items among them, 8 × 36 and 5 × 37, each ledger filled and numbered in one step. */
static void
thirteen_ledgers (DocumentFixture *fixture, gconstpointer data)
{
  g_autofree gint64 *tasks = g_new (gint64, 473);
  gint64 ledgers[13];
  g_autofree GuatuLedgerCount *counts = NULL;
  gint64 before;
  guint n_put, first = 0, n, total = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < 473; i++)
    {
      g_autofree char *name = g_strdup_printf ("Item %u", i + 1);
      GuatuSetting setting = { GUATU_TASK_NAME, GUATU_TEXT (name) };

      tasks[i] = must_add (fixture, GUATU_TABLE_TASK, &setting, 1);
    }
  for (guint i = 0; i < 13; i++)
    {
      guint size = i < 8 ? 36 : 37;

      ledgers[i] = add_ledger (fixture, "Ledger");
      before = head_of (fixture->document);
      g_assert_true (guatu_document_put_on_ledger (fixture->document, ledgers[i], tasks + first, size, &n_put, NULL));
      g_assert_cmpuint (n_put, ==, size);
      g_assert_cmpint (head_of (fixture->document), ==, before + 1);
      first += size;
    }
  g_assert_cmpuint (first, ==, 473);
  /* What stands there stays, and a task that is named twice stands there once. */
  tasks[1] = tasks[0];
  g_assert_true (guatu_document_put_on_ledger (fixture->document, ledgers[12], tasks, 3, &n_put, NULL));
  g_assert_cmpuint (n_put, ==, 2);
  must_undo (fixture);

  counts = guatu_ledgers_count (plan_of (fixture), &n);
  g_assert_cmpuint (n, ==, 13);
  for (guint i = 0; i < n; i++)
    {
      gint32 row = counts[i].ledger;
      guint n_items;
      g_autofree gint32 *items = guatu_ledger_items (plan_of (fixture), row, &n_items);

      g_assert_cmpuint (counts[i].n_items, ==, i < 8 ? 36 : 37);
      g_assert_cmpint (guatu_ledger_last_number (plan_of (fixture), row), ==, n_items);
      for (guint k = 0; k < n_items; k++)
        {
          g_autofree char *number = g_strdup_printf ("%u", k + 1);

          g_assert_cmpstr (guatu_plan_string (plan_of (fixture), GUATU_TABLE_LEDGER_ITEM, items[k],
                                              GUATU_LEDGER_ITEM_NUMBER), ==, number);
        }
      total += n_items;
    }
  words = guatu_ledgers_words (n, total);
  g_assert_cmpstr (words, ==, "13 ledgers, 473 items");
  check_memory (fixture->document);
}

static gint64
add_category (DocumentFixture *fixture, gint64 ledger, const char *name)
{
  GuatuSetting settings[] = { { GUATU_CATEGORY_LEDGER, GUATU_INTEGER (ledger) },
                              { GUATU_CATEGORY_NAME, GUATU_TEXT (name) } };

  return must_add (fixture, GUATU_TABLE_CATEGORY, settings, 2);
}

/* "Survey:A Design:B". */
static void
assert_categories (DocumentFixture *fixture, gint64 ledger, const char *expected)
{
  const GuatuLedgerItem *items = guatu_plan_rows (plan_of (fixture), GUATU_TABLE_LEDGER_ITEM);
  g_autoptr(GString) text = g_string_new (NULL);
  guint n;
  g_autofree gint32 *rows = guatu_ledger_items (plan_of (fixture),
                                                guatu_plan_find (plan_of (fixture), GUATU_TABLE_LEDGER, ledger), &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s:%s", i > 0 ? " " : "",
                            guatu_plan_task_name (plan_of (fixture), items[rows[i]].task),
                            items[rows[i]].category < 0 ? "-"
                            : guatu_plan_string (plan_of (fixture), GUATU_TABLE_CATEGORY, items[rows[i]].category,
                                                 GUATU_CATEGORY_NAME));
  g_assert_cmpstr (text->str, ==, expected);
}

/* The id of the item by which the task stands on its one ledger. */
static gint64
item_of (DocumentFixture *fixture, gint64 task)
{
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan_of (fixture), GUATU_TABLE_LEDGER_ITEM, GUATU_LEDGER_ITEM_TASK,
                                             guatu_plan_find (plan_of (fixture), GUATU_TABLE_TASK, task), &n);

  g_assert_cmpuint (n, ==, 1);
  return guatu_plan_id (plan_of (fixture), GUATU_TABLE_LEDGER_ITEM, rows[0]);
}

static void
categories_are_merged (DocumentFixture *fixture, gconstpointer data)
{
  gint64 ledger = add_ledger (fixture, "Board"), other = add_ledger (fixture, "Other");
  gint64 a = add_category (fixture, ledger, "A"), b = add_category (fixture, ledger, "B");
  gint64 foreign = add_category (fixture, other, "C"), before;
  gint64 tasks[] = { task_id (fixture, "Survey"), task_id (fixture, "Design"), task_id (fixture, "Bridge") };
  GuatuSetting category = { GUATU_LEDGER_ITEM_CATEGORY };
  g_autoptr(GError) error = NULL;

  g_assert_true (guatu_document_put_on_ledger (fixture->document, ledger, tasks, 3, NULL, NULL));
  for (guint i = 0; i < 3; i++)
    {
      category.value = GUATU_INTEGER (i < 2 ? a : b);
      g_assert_true (guatu_document_set (fixture->document, GUATU_TABLE_LEDGER_ITEM, item_of (fixture, tasks[i]),
                                         &category, 1, NULL));
    }
  assert_categories (fixture, ledger, "Survey:A Design:A Bridge:B");
  assert_refused (fixture, guatu_document_merge_category (fixture->document, a, foreign, &error), error,
                  GUATU_DOCUMENT_ERROR_INVALID, "one ledger");
  assert_refused (fixture, guatu_document_merge_category (fixture->document, a, a, &error), error,
                  GUATU_DOCUMENT_ERROR_INVALID, "different");
  before = head_of (fixture->document);
  g_assert_true (guatu_document_merge_category (fixture->document, a, b, &error));
  g_assert_cmpint (head_of (fixture->document), ==, before + 1);
  assert_categories (fixture, ledger, "Survey:B Design:B Bridge:B");
  g_assert_cmpint (guatu_plan_find (plan_of (fixture), GUATU_TABLE_CATEGORY, a), <, 0);
  check_memory (fixture->document);
  must_undo (fixture);
  assert_categories (fixture, ledger, "Survey:A Design:A Bridge:B");
  g_assert_true (guatu_document_merge_category (fixture->document, a, 0, &error));
  assert_categories (fixture, ledger, "Survey:- Design:- Bridge:B");
  must_undo (fixture);
  assert_categories (fixture, ledger, "Survey:A Design:A Bridge:B");
}

static void
key_nodes_are_reached (DocumentFixture *fixture, gconstpointer data)
{
  gint64 nodes[3], first = guatu_test_at ("2024-03-08 17:00"), then = guatu_test_at ("2024-03-11 17:00"), before;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    {
      GuatuSetting settings[] = { { GUATU_KEY_NODE_TASK, GUATU_INTEGER (task_id (fixture, "Bridge")) },
                                  { GUATU_KEY_NODE_NAME, GUATU_TEXT ("Node") },
                                  { GUATU_KEY_NODE_DATE, GUATU_INTEGER (first) } };

      nodes[i] = must_add (fixture, GUATU_TABLE_KEY_NODE, settings, 3);
    }
#define DONE_ON(i) guatu_plan_number (plan_of (fixture), GUATU_TABLE_KEY_NODE, \
                                      guatu_plan_find (plan_of (fixture), GUATU_TABLE_KEY_NODE, nodes[i]), \
                                      GUATU_KEY_NODE_DONE_ON)
  g_assert_true (guatu_document_reach_key_nodes (fixture->document, nodes, 1, first, &error));
  before = head_of (fixture->document);
  g_assert_true (guatu_document_reach_key_nodes (fixture->document, nodes, 3, then, &error));
  g_assert_cmpint (head_of (fixture->document), ==, before + 1);
  g_assert_cmpint (DONE_ON (0), ==, first);
  g_assert_cmpint (DONE_ON (2), ==, then);
  g_assert_true (guatu_document_reach_key_nodes (fixture->document, nodes, 3, GUATU_NONE, &error));
  g_assert_cmpint (DONE_ON (0), ==, GUATU_NONE);
  must_undo (fixture);
  must_undo (fixture);
  g_assert_cmpint (DONE_ON (0), ==, first);
  g_assert_cmpint (DONE_ON (1), ==, GUATU_NONE);
#undef DONE_ON
  g_assert_true (guatu_document_remove_rows (fixture->document, GUATU_TABLE_KEY_NODE, "key-nodes-remove", nodes, 2,
                                             &error));
  g_assert_cmpuint (guatu_plan_n_live (plan_of (fixture), GUATU_TABLE_KEY_NODE), ==, 1);
  check_memory (fixture->document);
  must_undo (fixture);
  g_assert_cmpuint (guatu_plan_n_live (plan_of (fixture), GUATU_TABLE_KEY_NODE), ==, 3);
}

static void
assert_order (DocumentFixture *fixture, GuatuTable table, const char *expected)
{
  g_autoptr(GString) names = g_string_new (NULL);
  guint n;
  g_autofree gint32 *rows = guatu_plan_in_order (plan_of (fixture), table, &n);

  for (guint i = 0; i < n; i++)
    g_string_append (names, guatu_plan_string (plan_of (fixture), table, rows[i],
                                               (guint) guatu_field_find (table, "name")));
  g_assert_cmpstr (names->str, ==, expected);
}

static void
move (DocumentFixture *fixture, GuatuTable table, gint64 id, int by)
{
  g_autoptr(GError) error = NULL;

  guatu_document_move_row (fixture->document, table, id, by, &error);
  g_assert_no_error (error);
}

static void
rows_are_moved (DocumentFixture *fixture, gconstpointer data)
{
  gint64 a = add_ledger (fixture, "A"), b = add_ledger (fixture, "B"), c = add_ledger (fixture, "C");
  GuatuSetting same = { GUATU_LEDGER_POSITION };

  move (fixture, GUATU_TABLE_LEDGER, c, -1);
  assert_order (fixture, GUATU_TABLE_LEDGER, "ACB");
  move (fixture, GUATU_TABLE_LEDGER, a, 9);
  assert_order (fixture, GUATU_TABLE_LEDGER, "CBA");
  must_undo (fixture);
  assert_order (fixture, GUATU_TABLE_LEDGER, "ACB");

  /* Two that stand in one place are put apart. */
  same.value = GUATU_INTEGER (guatu_plan_number (plan_of (fixture), GUATU_TABLE_LEDGER,
                                                 guatu_plan_find (plan_of (fixture), GUATU_TABLE_LEDGER, c),
                                                 GUATU_LEDGER_POSITION));
  g_assert_true (guatu_document_set (fixture->document, GUATU_TABLE_LEDGER, b, &same, 1, NULL));
  move (fixture, GUATU_TABLE_LEDGER, b, -1);
  assert_order (fixture, GUATU_TABLE_LEDGER, "BAC");
}

/* QX-11: three phases, the last day of one being the first of the next. */
static void
phases_share_a_day (DocumentFixture *fixture, gconstpointer data)
{
  static const char * const days[][2] = { { "2022-08-21", "2022-09-05" }, { "2022-09-05", "2022-12-20" },
                                          { "2022-12-20", "2022-12-31" } };
  g_autoptr(GError) error = NULL;
  GuatuSetting back = { GUATU_PHASE_TO_DATE, GUATU_INTEGER (guatu_test_at ("2022-12-19")) };
  gint64 last = 0;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      GuatuSetting settings[] = {
        { GUATU_PHASE_NAME, GUATU_TEXT (i == 0 ? "M" : i == 1 ? "I" : "S") },
        { GUATU_PHASE_FROM_DATE, GUATU_INTEGER (guatu_test_at (days[i][0])) },
        { GUATU_PHASE_TO_DATE, GUATU_INTEGER (guatu_test_at (days[i][1])) },
        { GUATU_PHASE_WORDING, GUATU_TEXT (i == 0 ? "8月下旬" : "") },
        { GUATU_PHASE_DELIVERABLES, GUATU_TEXT ("Report") },
      };

      last = must_add (fixture, GUATU_TABLE_PHASE, settings, G_N_ELEMENTS (settings));
    }
  assert_order (fixture, GUATU_TABLE_PHASE, "MIS");
  move (fixture, GUATU_TABLE_PHASE, last, -2);
  assert_order (fixture, GUATU_TABLE_PHASE, "SMI");
  g_assert_false (guatu_document_set (fixture->document, GUATU_TABLE_PHASE, last, &back, 1, &error));
  g_assert_error (error, GUATU_DOCUMENT_ERROR, GUATU_DOCUMENT_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  document_fixture_in_memory ();
  g_test_init (&argc, &argv, NULL);
  add_document_test ("/document/ledgers/YL-05-a-task-stands-on-several-and-items-are-numbered-in-one-step", put_and_number);
  add_document_test ("/document/ledgers/YL-05-13-ledgers-hold-473-items", thirteen_ledgers);
  add_document_test ("/document/ledgers/categories-are-merged-and-their-items-go-along", categories_are_merged);
  add_document_test ("/document/ledgers/key-nodes-are-reached-together", key_nodes_are_reached);
  add_document_test ("/document/ledgers/rows-are-moved-among-those-beside-them", rows_are_moved);
  add_document_test ("/document/ledgers/QX-11-three-phases-share-their-boundary-days", phases_share_a_day);
  return g_test_run ();
}
