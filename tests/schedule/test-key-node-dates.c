/* test-key-node-dates.c — key nodes at thirds, or at chosen shares, of a task's span (planning.md, Backward planning). */
#include "guatu-backward-plan.h"
#include "guatu-key-node-dates.h"
#include "guatu-test.h"

static void
assert_shares (const char *text, const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) shares = guatu_key_node_shares (text, &error);
  g_autoptr(GString) told = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < shares->len; i++)
    g_string_append_printf (told, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "", g_array_index (shares, gint64, i));
  g_assert_cmpstr (told->str, ==, expected);
}

/* In 1/100 %, rounded half up, in their order, each once; as they are typed in English and in Chinese. */
static void
test_shares (void)
{
  assert_shares ("", "");
  assert_shares ("  ", "");
  assert_shares ("1/3, 2/3", "3333 6667");
  assert_shares ("2/3 1/3 33.33%", "3333 6667");
  assert_shares ("25%, 50 %; 75", "2500 5000 7500");
  assert_shares ("1/3、2/3，50 ％", "3333 5000 6667");
}

static void
test_no_shares (void)
{
  static const char * const wrong[] = { "0", "100", "3/3", "1/0", "-5", "x", "1/3x", "half", "nan", "inf", "101%", "/3", "1/" };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (guatu_key_node_shares (wrong[i], &error));
      g_assert_error (error, GUATU_BACKWARD_ERROR, GUATU_BACKWARD_ERROR_SHARES);
    }
}

/* Nine days from Mon 2024-03-04: three are over at the end of Wed, six at the end of the next Mon; not a second off. */
static void
test_thirds (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  g_autoptr(GuatuSchedule) schedule = NULL;
  g_autoptr(GArray) thirds = guatu_key_node_shares ("1/3, 2/3", NULL);
  gint32 task = guatu_test_add_task (plan, -1, "Bridge", "9d");
  static const char * const at[] = { "2024-03-06 17:00", "2024-03-11 17:00" };

  guatu_plan_settle (plan);
  schedule = guatu_schedule_new (plan, NULL, NULL);
  g_assert_cmpuint (thirds->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (guatu_key_node_date_at (plan, task, schedule->start[task], schedule->finish[task],
                                             g_array_index (thirds, gint64, i)), ==, guatu_test_at (at[i]));
  g_assert_cmpint (guatu_key_node_date_at (plan, task, schedule->start[task], schedule->finish[task], 5000), ==,
                   guatu_test_at ("2024-03-08 12:00"));
  g_assert_cmpint (guatu_key_node_date_at (plan, task, schedule->start[task], schedule->finish[task], 10000), ==,
                   schedule->finish[task]);
  g_assert_cmpint (guatu_key_node_date_at (plan, task, schedule->start[task], GUATU_NONE, 5000), ==, GUATU_NONE);
}

static void
test_names (void)
{
  static const struct { gint64 share; const char *name; } names[] = {
    { 3333, "One third" }, { 6667, "Two thirds" }, { 2500, "25%" }, { 3350, "33.5%" }, { 505, "5.05%" }, { 7, "0.07%" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = guatu_key_node_share_name (names[i].share);

      g_assert_cmpstr (name, ==, names[i].name);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/key-node-dates/shares-as-people-write-them", test_shares);
  g_test_add_func ("/key-node-dates/what-is-no-share-is-refused", test_no_shares);
  g_test_add_func ("/key-node-dates/thirds-of-the-span", test_thirds);
  g_test_add_func ("/key-node-dates/they-are-called-by-their-share", test_names);

  return g_test_run ();
}
