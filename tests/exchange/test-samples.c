/* test-samples.c — the plans that ship with the program can be opened, in both languages. */
#include "guatu-samples.h"

#include <string.h>

static void
test_languages (void)
{
  static const char * const languages[] = { "en", "zh_CN" };
  const char * const *names = guatu_sample_names ();

  g_assert_true (g_strv_contains (names, "trunk-road"));
  for (guint i = 0; names[i] != NULL; i++)
    {
      guint n_tasks[2];

      for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
        {
          g_autoptr(GError) error = NULL;
          g_autoptr(GuatuPlan) plan = guatu_sample_new (names[i], languages[j], &error);

          g_assert_no_error (error);
          n_tasks[j] = guatu_plan_n_live (plan, GUATU_TABLE_TASK);
          g_assert_cmpuint (n_tasks[j], >, 40);
          g_assert_true (guatu_worktime_works (guatu_plan_worktime (plan, -1)));
          for (gint32 row = 0; (guint) row < n_tasks[j]; row++)
            g_assert_cmpstr (guatu_plan_task_name (plan, row), !=, "");
        }
      g_assert_cmpuint (n_tasks[0], ==, n_tasks[1]);
    }
}

static void
test_unknown (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (guatu_sample_new ("../calendars/china", "en", &error));
  g_assert_error (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "trunk-road"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/samples/open-in-english-and-in-chinese", test_languages);
  g_test_add_func ("/samples/an-unknown-name-is-refused-and-the-known-ones-are-named", test_unknown);

  return g_test_run ();
}
