/* test-csv-write.c — a plan's task list as CSV, and read back. */
#include "guatu-test.h"

#include "guatu-csv.h"
#include "guatu-samples.h"

#include <string.h>

static GuatuPlan *
read_back (const char *text, gsize length, GuatuNotes *notes)
{
  const GuatuImportOptions options = { .start = GUATU_NONE, .today = 20000 * GUATU_DAY };
  char *dir = guatu_test_make_dir ();
  g_autofree char *path = g_build_filename (dir, "list.csv", NULL);
  g_autoptr(GError) error = NULL;
  GuatuPlan *plan;

  g_assert_true (g_file_set_contents (path, text, (gssize) length, NULL));
  plan = guatu_csv_read (path, &options, notes, &error);
  g_assert_no_error (error);
  guatu_test_remove_dir (dir);
  return plan;
}

static void
print_notes (const GuatuNotes *notes)
{
  for (guint i = 0; i < guatu_notes_count (notes); i++)
    {
      g_autofree char *line = guatu_note_line (guatu_notes_get (notes, i));

      g_test_message ("%s", line);
    }
}

/* What a task list can say of a task. */
static void
assert_same_task (const GuatuPlan *a, gint32 row, const GuatuPlan *b, gint32 other)
{
  static const guint numbers[] = { GUATU_TASK_DEADLINE, GUATU_TASK_CONSTRAINT, GUATU_TASK_KIND, GUATU_TASK_IS_PROJECT,
                                   GUATU_TASK_WEIGHT, GUATU_TASK_PLANNED_INVESTMENT };
  static const guint texts[] = { GUATU_TASK_WBS, GUATU_TASK_NAME, GUATU_TASK_OBJECTIVE, GUATU_TASK_MEASURES,
                                 GUATU_TASK_NOTE };

  g_assert_cmpuint (guatu_plan_task_place (a, row), ==, guatu_plan_task_place (b, other));
  g_assert_cmpuint (guatu_plan_task_depth (a, row), ==, guatu_plan_task_depth (b, other));
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_assert_cmpint (guatu_plan_task_number (a, row, numbers[i]), ==, guatu_plan_task_number (b, other, numbers[i]));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpstr (guatu_plan_task_string (a, row, texts[i]), ==, guatu_plan_task_string (b, other, texts[i]));
  if (guatu_plan_task (a, row)->constraint >= GUATU_CONSTRAINT_MSO)
    g_assert_cmpint (guatu_plan_task_number (a, row, GUATU_TASK_CONSTRAINT_DATE), ==,
                     guatu_plan_task_number (b, other, GUATU_TASK_CONSTRAINT_DATE));
  if (guatu_plan_is_summary (a, row))
    return;
  g_assert_cmpint (guatu_plan_task (a, row)->duration, ==, guatu_plan_task (b, other)->duration);
  g_assert_cmpint (guatu_plan_task (a, row)->duration_kind, ==, guatu_plan_task (b, other)->duration_kind);
  g_assert_cmpint (guatu_plan_task (a, row)->mode, ==, guatu_plan_task (b, other)->mode);
}

static void
assert_same_links (const GuatuPlan *a, const GuatuPlan *b, const gint32 *outline_a, const gint32 *outline_b, guint n)
{
  g_assert_cmpuint (guatu_plan_n_live (a, GUATU_TABLE_LINK), ==, guatu_plan_n_live (b, GUATU_TABLE_LINK));
  for (guint i = 0; i < n; i++)
    {
      guint n_a, n_b;
      const gint32 *rows_a = guatu_plan_referrers (a, GUATU_TABLE_LINK, GUATU_LINK_SUCCESSOR, outline_a[i], &n_a);
      const gint32 *rows_b = guatu_plan_referrers (b, GUATU_TABLE_LINK, GUATU_LINK_SUCCESSOR, outline_b[i], &n_b);

      g_assert_cmpuint (n_a, ==, n_b);
      for (guint k = 0; k < n_a; k++)
        {
          const GuatuLink *left = guatu_plan_link (a, rows_a[k]), *right = guatu_plan_link (b, rows_b[k]);

          g_assert_cmpuint (guatu_plan_task_place (a, left->predecessor), ==, guatu_plan_task_place (b, right->predecessor));
          g_assert_cmpint (left->type, ==, right->type);
          g_assert_cmpint (left->lag, ==, right->lag);
          if (left->lag != 0)
            g_assert_cmpint (left->lag_kind, ==, right->lag_kind);
        }
    }
}

static void
assert_same_list (const GuatuPlan *a, const GuatuPlan *b)
{
  guint n, m;
  const gint32 *outline_a = guatu_plan_outline (a, &n);
  const gint32 *outline_b = guatu_plan_outline (b, &m);

  g_assert_cmpuint (n, ==, m);
  for (guint i = 0; i < n; i++)
    assert_same_task (a, outline_a[i], b, outline_b[i]);
  assert_same_links (a, b, outline_a, outline_b, n);
}

/* Random lists ----------------------------------------------------------------------------------- */

static const char * const names[] = {
  "Survey", "勘测设计", "=1+1", "+44", "-5", "@here", "'=quoted", "''+twice", "'tis", "say \"hi\"", "a,b", "a;b", "dash—long",
  "100%", "1.1", "2FS+3d", "NULL", "“引号”", "（一期）", "🏗 crane", "Robert'); DROP TABLE task;--",
};
static const char * const long_texts[] = { "", "two\nlines", "=cmd|'/c calc'!A1", "one, two; three \"four\"", "行一\n行二", "ends with\n\nblank" };
static const char * const durations[] = { "5d", "2w", "3ed", "0d", "4h", "90m", "1mo", "2.5d", "1.25h", "12ed" };
static const char * const lags[] = { NULL, "2d", "-1w", "50%", "-50%", "3ed", "25e%", "-90m", "1.5h" };

static void
set_text (GuatuPlan *plan, gint32 task, guint field, const char *text)
{
  guatu_plan_set (plan, GUATU_TABLE_TASK, task, field, GUATU_TEXT (text));
}

#define pick(rand, list) ((list)[g_rand_int_range ((rand), 0, G_N_ELEMENTS (list))])

static void
fill_task (GuatuPlan *plan, gint32 task, GRand *rand)
{
  GuatuInstant date = guatu_test_at ("2024-03-04 08:00") + g_rand_int_range (rand, 0, 300) * GUATU_DAY + g_rand_int_range (rand, 0, 9) * 1800;
  guint constraint = (guint) g_rand_int_range (rand, 0, 8);

  set_text (plan, task, GUATU_TASK_OBJECTIVE, pick (rand, long_texts));
  set_text (plan, task, GUATU_TASK_MEASURES, pick (rand, long_texts));
  set_text (plan, task, GUATU_TASK_NOTE, pick (rand, long_texts));
  if (g_rand_boolean (rand))
    set_text (plan, task, GUATU_TASK_WBS, pick (rand, names));
  if (g_rand_boolean (rand))
    guatu_test_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_DEADLINE, date);
  guatu_test_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_CONSTRAINT, constraint);
  if (constraint >= GUATU_CONSTRAINT_MSO)
    guatu_test_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_CONSTRAINT_DATE, date + 17);
  guatu_test_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_KIND, g_rand_int_range (rand, 0, 2));
  guatu_test_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_IS_PROJECT, g_rand_int_range (rand, 0, 2));
  guatu_test_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_WEIGHT, g_rand_boolean (rand) ? g_rand_int_range (rand, 0, 20000) : GUATU_NONE);
  guatu_test_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_PLANNED_INVESTMENT,
                  g_rand_boolean (rand) ? g_rand_int_range (rand, 0, G_MAXINT32) : GUATU_NONE);
}

static GuatuPlan *
random_list (GRand *rand, guint n)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  g_autofree guint8 *summary = g_new0 (guint8, n);

  for (guint i = 0; i < n; i++)
    {
      gint32 parent = -1;

      /* The task before, one of those above it, or none: outline order is the order of rows. */
      if (i > 0)
        for (parent = (gint32) i - 1; parent >= 0 && g_rand_boolean (rand); parent = guatu_plan_task (plan, parent)->parent)
          ;
      if (parent >= 0)
        summary[parent] = TRUE;
      guatu_test_add_task (plan, parent, pick (rand, names), pick (rand, durations));
      fill_task (plan, (gint32) i, rand);
    }
  for (guint i = 1; i < n; i++)
    {
      gint32 before = g_rand_int_range (rand, 0, (gint32) i);

      if (!summary[i] && !summary[before] && g_rand_boolean (rand))
        guatu_test_add_link (plan, before, (gint32) i, g_rand_int_range (rand, 0, 4), pick (rand, lags));
    }
  guatu_plan_settle (plan);
  return plan;
}

static void
test_round_trip (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (8);

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr(GuatuPlan) plan = random_list (rand, 1 + i / 4);
      g_autoptr(GuatuSchedule) schedule = guatu_schedule_new (plan, NULL, NULL);
      g_autoptr(GuatuNotes) notes = guatu_notes_new ();
      g_autofree char *text = NULL;
      g_autoptr(GuatuPlan) back = NULL;
      gsize length;

      g_assert_nonnull (schedule);
      text = guatu_csv_write (plan, schedule, i % 2 ? "zh_CN" : "en", &length);
      g_assert_true (g_utf8_validate (text, (gssize) length, NULL));
      back = read_back (text, length, notes);
      print_notes (notes);
      g_assert_cmpuint (guatu_notes_count (notes), ==, 0);
      assert_same_list (plan, back);
    }
}

static void
test_own_rates (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  g_autoptr(GuatuPlan) back = NULL;
  g_autofree char *text = NULL;
  gsize length;

  guatu_test_set (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_MINUTES_PER_DAY, 600);
  guatu_test_add_task (plan, -1, "Ten hours a day", "3d");
  guatu_plan_settle (plan);
  text = guatu_csv_write (plan, NULL, "en", &length);
  back = read_back (text, length, NULL);
  g_assert_cmpint (guatu_plan_task (back, 0)->duration, ==, 30 * 3600);
}

static void
test_disarmed (void)
{
  static const char * const bad[] = { "=1+1", "+1", "-1", "@SUM(A1)", "'=x", "=cmd|'/c calc'!A1" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
      g_autofree char *text = NULL;
      g_autofree char *safe = g_strdup_printf (",'%s,", bad[i]);

      guatu_test_add_task (plan, -1, bad[i], "3d");
      guatu_plan_settle (plan);
      text = guatu_csv_write (plan, NULL, "en", NULL);
      g_assert_nonnull (strstr (text, safe));
    }
}

static void
test_languages (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  g_autofree char *english = NULL;
  g_autofree char *chinese = NULL;

  guatu_test_add_task (plan, -1, "A", "3d");
  guatu_plan_settle (plan);
  english = guatu_csv_write (plan, NULL, "en", NULL);
  chinese = guatu_csv_write (plan, NULL, "zh_CN", NULL);
  g_assert_true (g_str_has_prefix (english, "\xef\xbb\xbfID,Outline level,Name,Duration,Start,Finish,Predecessors,"));
  g_assert_true (g_str_has_prefix (chinese, "\xef\xbb\xbf编号,大纲级别,名称,工期,开始,完成,前置任务,"));
}

static void
test_sample (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) plan = guatu_sample_new ("trunk-road", "zh_CN", &error);
  g_autoptr(GuatuSchedule) schedule = NULL;
  g_autoptr(GuatuNotes) notes = guatu_notes_new ();
  g_autoptr(GuatuPlan) back = NULL;
  g_autofree char *text = NULL;
  gsize length;

  g_assert_no_error (error);
  schedule = guatu_schedule_new (plan, NULL, &error);
  g_assert_no_error (error);
  text = guatu_csv_write (plan, schedule, "zh_CN", &length);
  back = read_back (text, length, notes);
  print_notes (notes);
  assert_same_list (plan, back);
  g_assert_cmpuint (guatu_plan_n_live (back, GUATU_TABLE_UNIT), >, 1);
  g_assert_cmpuint (guatu_plan_n_live (back, GUATU_TABLE_CATEGORY), ==, guatu_plan_n_live (plan, GUATU_TABLE_CATEGORY));
}

static void
test_empty (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  g_autofree char *text = NULL;

  guatu_plan_settle (plan);
  text = guatu_csv_write (plan, NULL, NULL, NULL);
  g_assert_true (g_str_has_suffix (text, "\r\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv/what-is-written-is-read-back", test_round_trip);
  g_test_add_func ("/csv/days-that-are-not-eight-hours-are-written-as-hours", test_own_rates);
  g_test_add_func ("/csv/formulas-are-disarmed", test_disarmed);
  g_test_add_func ("/csv/headers-are-english-or-chinese", test_languages);
  g_test_add_func ("/csv/the-sample-goes-out-and-comes-back", test_sample);
  g_test_add_func ("/csv/a-plan-without-tasks-has-headers-only", test_empty);

  return g_test_run ();
}
