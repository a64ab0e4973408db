/* test-key-nodes.c — how key nodes stand on a day, in which order they come, and which are left out. */
#include "guatu-key-nodes.h"

#include "supervision-fixture.h"

static gint64 next_id = 7000;

/* @when: a date, or a share of the task as "50%"; %NULL: neither. */
static gint32
add_node (GuatuPlan *plan, gint32 task, const char *name, const char *when, const char *done_on)
{
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_KEY_NODE, next_id++);

  guatu_test_set (plan, GUATU_TABLE_KEY_NODE, row, GUATU_KEY_NODE_TASK, guatu_plan_id (plan, GUATU_TABLE_TASK, task));
  g_assert_true (guatu_plan_set (plan, GUATU_TABLE_KEY_NODE, row, GUATU_KEY_NODE_NAME, GUATU_TEXT (name)));
  if (when != NULL && g_str_has_suffix (when, "%"))
    guatu_test_set (plan, GUATU_TABLE_KEY_NODE, row, GUATU_KEY_NODE_SHARE, atoi (when) * 100);
  else if (when != NULL)
    guatu_test_set (plan, GUATU_TABLE_KEY_NODE, row, GUATU_KEY_NODE_DATE, guatu_test_at (when));
  if (done_on != NULL)
    guatu_test_set (plan, GUATU_TABLE_KEY_NODE, row, GUATU_KEY_NODE_DONE_ON, guatu_test_at (done_on));
  return row;
}

/* On Mar 20: “Soil” was reached late, “Footing” is overdue, “Frame” is due, “Roof” lies at half of a task of April, and
 * nobody knows when “Keys” is. */
static GuatuPlan *
make_plan (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 dig = guatu_test_add_task (plan, -1, "Dig", "5d"), build = guatu_test_add_task (plan, -1, "Build", "40d");

  add_node (plan, build, "Roof", "50%", NULL);
  add_node (plan, build, "Frame", "2024-03-22 17:00", NULL);
  add_node (plan, build, "Keys", NULL, NULL);
  add_node (plan, dig, "Footing", "2024-03-15 17:00", NULL);
  add_node (plan, dig, "Soil", "2024-03-05 17:00", "2024-03-08 17:00");
  guatu_plan_settle (plan);
  return plan;
}

/* "Soil Footing Frame". */
static void
assert_listed (const GuatuPlan *plan, const char *day, const GuatuNodeQuery *query, const char *expected)
{
  g_autoptr(GuatuSchedule) schedule = guatu_schedule_new (plan, NULL, NULL);
  g_autoptr(GString) names = g_string_new (NULL);
  guint n;
  g_autofree GuatuNodeRow *rows = guatu_key_nodes_list (plan, schedule, day != NULL ? guatu_test_at (day) : GUATU_NONE,
                                                        query, &n);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                            guatu_plan_string (plan, GUATU_TABLE_KEY_NODE, rows[i].node, GUATU_KEY_NODE_NAME));
  g_assert_cmpstr (names->str, ==, expected);
}

static void
test_states (void)
{
  g_autoptr(GuatuPlan) plan = make_plan ();
  g_autoptr(GuatuSchedule) schedule = guatu_schedule_new (plan, NULL, NULL);
  static const char * const states[] = { "Reached 3 days late", "5 days overdue", "Due in 2 days", "Due in 9 days",
                                         "Open" };
  GuatuInstant day = guatu_test_at ("2024-03-20");
  guint n, counts[GUATU_N_NODE_STATES];
  g_autofree GuatuNodeRow *rows = guatu_key_nodes_list (plan, schedule, day, &(GuatuNodeQuery) { 0 }, &n);
  g_autofree char *words = NULL;

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (states));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *state = guatu_words_node_state (plan, &rows[i], day);

      g_assert_cmpstr (state, ==, states[i]);
    }
  guatu_key_nodes_count (plan, schedule, day, counts);
  words = guatu_words_node_counts (counts);
  g_assert_cmpstr (words, ==, "5 key nodes: 1 overdue, 2 due within two weeks");
}

/* The day itself is in time, and the fourteenth from it is still due. */
static void
test_edges (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 dig = guatu_test_add_task (plan, -1, "Dig", "5d");

  add_node (plan, dig, "A", "2024-03-19 17:00", NULL);
  add_node (plan, dig, "B", "2024-03-20 00:00", NULL);
  add_node (plan, dig, "C", "2024-04-03 17:00", NULL);
  add_node (plan, dig, "D", "2024-04-04 08:00", NULL);
  guatu_plan_settle (plan);
  assert_listed (plan, "2024-03-20", &(GuatuNodeQuery) { .states = 1u << GUATU_NODE_OVERDUE }, "A");
  assert_listed (plan, "2024-03-20", &(GuatuNodeQuery) { .states = 1u << GUATU_NODE_DUE }, "B C");
  assert_listed (plan, "2024-03-20", &(GuatuNodeQuery) { .states = 1u << GUATU_NODE_OPEN }, "D");
  assert_listed (plan, NULL, &(GuatuNodeQuery) { .states = 1u << GUATU_NODE_OPEN }, "A B C D");
}

static void
test_order (void)
{
  g_autoptr(GuatuPlan) plan = make_plan ();
  static const struct { GuatuNodeSort sort; gboolean descending; const char *names; } orders[] = {
    { GUATU_NODE_SORT_DUE, FALSE, "Soil Footing Frame Roof Keys" },
    { GUATU_NODE_SORT_DUE, TRUE, "Roof Frame Footing Soil Keys" },
    { GUATU_NODE_SORT_TASK, FALSE, "Soil Footing Frame Roof Keys" },
    { GUATU_NODE_SORT_TASK, TRUE, "Frame Roof Keys Soil Footing" },
    { GUATU_NODE_SORT_NAME, FALSE, "Footing Frame Keys Roof Soil" },
    { GUATU_NODE_SORT_NAME, TRUE, "Soil Roof Keys Frame Footing" },
    { GUATU_NODE_SORT_STATE, FALSE, "Footing Frame Roof Keys Soil" },
    { GUATU_NODE_SORT_REACHED, TRUE, "Soil Footing Frame Roof Keys" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    assert_listed (plan, "2024-03-20", &(GuatuNodeQuery) { .sort = orders[i].sort, .descending = orders[i].descending },
                   orders[i].names);
  assert_listed (plan, "2024-03-20", &(GuatuNodeQuery) { .text = "F" }, "Footing Frame Roof");
  assert_listed (plan, "2024-03-20", &(GuatuNodeQuery) { .text = "DIG" }, "Soil Footing");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/key-nodes/each-says-how-it-stands", test_states);
  g_test_add_func ("/key-nodes/the-day-itself-is-in-time-and-two-weeks-are-due", test_edges);
  g_test_add_func ("/key-nodes/they-are-sorted-and-searched", test_order);
  return g_test_run ();
}
