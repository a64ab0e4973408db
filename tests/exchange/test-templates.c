/* test-templates.c — plans made of templates, and templates made of plans. */
#include "guatu-templates.h"

#include "guatu-json.h"
#include "guatu-occurrences.h"
#include "guatu-samples.h"
#include "guatu-test.h"

#include <glib/gstdio.h>
#include <string.h>

static const char * const shipped[] = { "county-project", "highway-works", "software-release" };

static GuatuPlan *
must_open (const char *name, const char *language, GuatuInstant day, gboolean finish)
{
  g_autoptr(GError) error = NULL;
  GuatuPlan *plan = guatu_template_open (name, language, day, finish, &error);

  g_assert_no_error (error);
  return plan;
}

static GuatuSchedule *
must_schedule (const GuatuPlan *plan)
{
  g_autoptr(GError) error = NULL;
  GuatuSchedule *schedule = guatu_schedule_new (plan, NULL, &error);

  g_assert_no_error (error);
  return schedule;
}

static void
test_list (void)
{
  for (int chinese = 0; chinese < 2; chinese++)
    {
      g_autoptr(GPtrArray) list = guatu_templates_list (chinese ? "zh_CN" : "en");

      g_assert_cmpuint (list->len, ==, G_N_ELEMENTS (shipped));
      for (guint i = 0; i < list->len; i++)
        {
          const GuatuTemplate *one = g_ptr_array_index (list, i);

          g_assert_cmpstr (one->name, ==, shipped[i]);
          g_assert_false (one->own);
          g_assert_cmpuint (one->n_tasks, >, 20);
          g_assert_true (g_str_is_ascii (one->title) == !chinese);
          g_assert_cmpint (strlen (one->text), >, 20);
        }
    }
}

/* A Monday far from holidays, and a Friday: both are met to the day. */
static void
test_counted (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shipped); i++)
    {
      GuatuInstant monday = guatu_test_at ("2026-03-09"), friday = guatu_test_at ("2028-06-16");
      g_autoptr(GuatuPlan) forward = must_open (shipped[i], "en", monday, FALSE);
      g_autoptr(GuatuPlan) back = must_open (shipped[i], "zh_CN", friday, TRUE);
      g_autoptr(GuatuSchedule) there = must_schedule (forward), back_there = must_schedule (back);

      g_assert_cmpint (guatu_plan_first_day (forward, there), ==, monday);
      g_assert_cmpint (guatu_plan_last_day (back, back_there), ==, friday);
      g_assert_cmpint (guatu_instant_day (guatu_plan_settings (back)->finish_target), ==, guatu_instant_day (friday));
      g_assert_cmpint (guatu_plan_settings (forward)->finish_target, ==, GUATU_NONE);
    }
}

/* Every time of a recurring task is one of its rule, wherever the plan has been put. */
static void
test_rules (void)
{
  g_autoptr(GuatuPlan) plan = must_open ("software-release", "en", guatu_test_at ("2026-09-23"), FALSE);
  const GuatuTaskRecurrence *rule = guatu_plan_rows (plan, GUATU_TABLE_RECURRENCE);
  guint n = 0;

  for (gint32 child = guatu_plan_task (plan, rule->task)->first_child; child >= 0;
       child = guatu_plan_task (plan, child)->next_sibling, n++)
    {
      gint64 start = guatu_plan_task_number (plan, child, GUATU_TASK_MANUAL_START);

      g_assert_cmpint (guatu_instant_weekday (start), ==, 0);
      g_assert_cmpint (start, >, rule->from_date);
      g_assert_cmpint (start, <, rule->to_date + GUATU_DAY);
      g_assert_cmpint (guatu_instant_daytime (start), ==, 10 * GUATU_HOUR);
    }
  g_assert_cmpuint (n, >=, 8);
  g_assert_cmpuint (n, <=, 9);
}

/* Two plans of one template share no row. */
static void
test_ids (void)
{
  g_autoptr(GuatuPlan) one = must_open ("county-project", "en", GUATU_NONE, FALSE);
  g_autoptr(GuatuPlan) other = must_open ("county-project", "en", GUATU_NONE, FALSE);

  for (GuatuTable table = 0; table < GUATU_N_TABLES; table++)
    {
      g_assert_cmpuint (guatu_plan_n_live (one, table), ==, guatu_plan_n_live (other, table));
      for (gint32 row = 0; row < (gint32) guatu_plan_n_rows (one, table); row++)
        g_assert_cmpint (guatu_plan_find (other, table, guatu_plan_id (one, table, row)), ==, -1);
    }
}

static gboolean
is_empty (const GuatuPlan *plan, GuatuTable table, guint field)
{
  for (gint32 row = 0; row < (gint32) guatu_plan_n_rows (plan, table); row++)
    if (guatu_plan_id (plan, table, row) != 0 && guatu_plan_number (plan, table, row, field) != GUATU_NONE)
      return FALSE;

  return TRUE;
}

/* What became of the sample is gone, and what was planned is there. */
static void
test_stripped (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) plan = guatu_sample_new ("trunk-road", "en", &error);
  g_autoptr(GuatuPlan) bare = guatu_template_strip (plan, FALSE), peopled = guatu_template_strip (plan, TRUE);
  static const GuatuTable kept[] = { GUATU_TABLE_TASK, GUATU_TABLE_LINK, GUATU_TABLE_KEY_NODE, GUATU_TABLE_PHASE,
                                     GUATU_TABLE_UNIT, GUATU_TABLE_CALENDAR };
  static const GuatuTable gone[] = { GUATU_TABLE_REPORT, GUATU_TABLE_BASELINE, GUATU_TABLE_BASELINE_TASK,
                                     GUATU_TABLE_LIGHT_OVERRIDE };

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_assert_cmpuint (guatu_plan_n_live (plan, kept[i]), >, 0);
      g_assert_cmpuint (guatu_plan_n_live (bare, kept[i]), ==, guatu_plan_n_live (plan, kept[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (gone); i++)
    g_assert_cmpuint (guatu_plan_n_live (bare, gone[i]), ==, 0);
  g_assert_false (is_empty (plan, GUATU_TABLE_TASK, GUATU_TASK_ACTUAL_START));
  g_assert_true (is_empty (bare, GUATU_TABLE_TASK, GUATU_TASK_ACTUAL_START));
  g_assert_true (is_empty (bare, GUATU_TABLE_TASK, GUATU_TASK_ACTUAL_FINISH));
  g_assert_true (is_empty (bare, GUATU_TABLE_KEY_NODE, GUATU_KEY_NODE_DONE_ON));
  g_assert_cmpint (guatu_plan_settings (bare)->status_date, ==, GUATU_NONE);
  g_assert_cmpuint (guatu_plan_n_live (bare, GUATU_TABLE_PERSON), ==, 0);
  g_assert_cmpuint (guatu_plan_n_live (peopled, GUATU_TABLE_PERSON), ==, guatu_plan_n_live (plan, GUATU_TABLE_PERSON));
  g_assert_cmpuint (guatu_plan_n_live (bare, GUATU_TABLE_ASSIGNMENT), >, 0);
  g_assert_cmpuint (guatu_plan_n_live (bare, GUATU_TABLE_ASSIGNMENT), <,
                    guatu_plan_n_live (plan, GUATU_TABLE_ASSIGNMENT));
  /* No date of it was changed in the plan that was shown. */
  g_assert_cmpint (guatu_plan_settings (plan)->status_date, !=, GUATU_NONE);
}

static void
test_saved (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) plan = guatu_sample_new ("trunk-road", "en", &error);
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GuatuPlan) made = NULL;
  g_autoptr(GuatuSchedule) schedule = NULL;
  const GuatuTemplate *own;

  g_assert_true (guatu_template_save (plan, "Roads / 道路: ..", FALSE, &error));
  g_assert_no_error (error);
  g_assert_true (guatu_template_save (plan, "Roads / 道路: ..", FALSE, NULL));
  list = guatu_templates_list ("en");
  g_assert_cmpuint (list->len, ==, G_N_ELEMENTS (shipped) + 1);
  own = g_ptr_array_index (list, G_N_ELEMENTS (shipped));
  g_assert_true (own->own);
  g_assert_nonnull (strstr (own->title, "道路"));
  g_assert_cmpuint (own->n_tasks, ==, guatu_plan_n_live (plan, GUATU_TABLE_TASK));

  made = must_open (own->name, "en", guatu_test_at ("2027-03-08"), FALSE);
  schedule = must_schedule (made);
  g_assert_cmpint (guatu_plan_first_day (made, schedule), ==, guatu_test_at ("2027-03-08"));
  g_assert_true (guatu_template_remove (own->name, NULL));
  g_assert_false (guatu_template_remove (own->name, &error));
  g_assert_error (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_NOT_FOUND);
}

/* What is no template is passed over in the list, and said to be none where it is asked for. */
static void
test_bad (void)
{
  g_autofree char *path = guatu_template_path ("Broken");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr(GuatuPlan) empty = guatu_plan_new ();
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (path, "{\"guatu\": 1, ", -1, NULL));
  list = guatu_templates_list ("en");
  g_assert_cmpuint (list->len, ==, G_N_ELEMENTS (shipped));
  g_assert_null (guatu_template_open ("Broken", "en", GUATU_NONE, FALSE, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (guatu_template_open ("../samples/trunk-road", "en", GUATU_NONE, FALSE, &error));
  g_assert_error (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (guatu_template_save (empty, " ", FALSE, &error));
  g_assert_error (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_INVALID);
  g_unlink (path);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *dir = guatu_test_make_dir ();
  int status;

  g_setenv ("XDG_DATA_HOME", dir, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/templates/those-that-ship-are-told-in-both-languages", test_list);
  g_test_add_func ("/templates/counted-from-a-start-or-back-from-a-finish", test_counted);
  g_test_add_func ("/templates/recurring-tasks-keep-to-their-rules", test_rules);
  g_test_add_func ("/templates/two-plans-of-one-share-no-row", test_ids);
  g_test_add_func ("/templates/a-template-has-what-was-planned-and-not-what-became-of-it", test_stripped);
  g_test_add_func ("/templates/ones-own-are-saved-listed-opened-and-removed", test_saved);
  g_test_add_func ("/templates/what-is-none-is-passed-over", test_bad);
  status = g_test_run ();
  guatu_test_remove_dir (g_steal_pointer (&dir));

  return status;
}
