/* test-names.c — whatever of a chart can be chosen has a name, and only one. */
#include "guatu-chart-names.h"

#include <string.h>

static void
check_names (const char * const *names, guint n)
{
  g_assert_cmpuint (g_strv_length ((char **) names), ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (guatu_name_find (names, names[i]), ==, (int) i);
      g_assert_cmpuint (strspn (names[i], "abcdefghijklmnopqrstuvwxyz-"), ==, strlen (names[i]));
    }
  g_assert_cmpint (guatu_name_find (names, "nosuch"), ==, -1);
}

static void
test_every_name (void)
{
  check_names (guatu_column_names (), GUATU_COLUMN_CUSTOM);
  check_names (guatu_layer_names (), (guint) g_bit_storage (GUATU_ALL_LAYERS));
  check_names (guatu_grouping_names (), GUATU_N_GROUPINGS);
  check_names (guatu_sort_names (), GUATU_SORT_CUSTOM);
  check_names (guatu_scale_names (), GUATU_SCALE_HOUR + 1);
  g_assert_cmpint (GUATU_ALL_LABELS, ==, (1 << g_strv_length ((char **) guatu_label_names ())) - 1);
}

static void
test_right_name (void)
{
  g_assert_cmpint (guatu_name_find (guatu_column_names (), "lead-unit"), ==, GUATU_COLUMN_LEAD_UNIT);
  g_assert_cmpint (guatu_name_find (guatu_grouping_names (), "task-force"), ==, GUATU_GROUP_TASK_FORCE);
  g_assert_cmpint (guatu_name_find (guatu_sort_names (), "deadline"), ==, GUATU_SORT_DEADLINE);
  g_assert_cmpint (guatu_name_find (guatu_scale_names (), "ten-day"), ==, GUATU_SCALE_TEN_DAY);
  g_assert_cmpint (1 << guatu_name_find (guatu_layer_names (), "days-off"), ==, GUATU_LAYER_DAYS_OFF);
  g_assert_cmpint (1 << guatu_name_find (guatu_layer_names (), "progress-line"), ==, GUATU_LAYER_PROGRESS_LINE);
  g_assert_cmpint (1 << guatu_name_find (guatu_layer_names (), "lights"), ==, GUATU_LAYER_LIGHTS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/names/everything-has-one-of-its-own", test_every_name);
  g_test_add_func ("/names/a-name-means-what-it-says", test_right_name);

  return g_test_run ();
}
