/* test-mspdi-said.c — what Guatu tells itself in Microsoft Project's XML of tasks that are interrupted. */
#include "mspdi-same.h"

/* Two days of work from Monday, 2024-03-04, in which nobody works on Tuesday. */
static GuatuPlan *
make_plan (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Survey", "2d");
  gint32 split = add_row (plan, GUATU_TABLE_TASK_SPLIT);

  guatu_test_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_SPAN, 3 * 8 * GUATU_HOUR);
  refer (plan, GUATU_TABLE_TASK_SPLIT, split, GUATU_TASK_SPLIT_TASK, GUATU_TABLE_TASK, task);
  guatu_test_set (plan, GUATU_TABLE_TASK_SPLIT, split, GUATU_TASK_SPLIT_OFFSET, 8 * GUATU_HOUR);
  guatu_test_set (plan, GUATU_TABLE_TASK_SPLIT, split, GUATU_TASK_SPLIT_LENGTH, 8 * GUATU_HOUR);
  guatu_plan_settle (plan);

  return g_steal_pointer (&plan);
}

#define SAID "<?guatu spans?>\n<?guatu task 1 duration 57600 span 86400 split 28800 28800?>\n"

static void
test_form (void)
{
  g_autoptr(GuatuPlan) plan = make_plan ();
  g_autofree char *text = write_plan (plan, NULL, NULL);

  g_assert_nonnull (strstr (text, "?>\n" SAID "<Project "));
}

static char *
with (const char *said)
{
  g_autoptr(GuatuPlan) plan = make_plan ();
  g_autofree char *text = write_plan (plan, NULL, NULL);
  g_autoptr(GString) changed = g_string_new (text);

  g_assert_cmpuint (g_string_replace (changed, SAID, said, 0), ==, 1);
  return g_string_free (g_steal_pointer (&changed), FALSE);
}

static void
check (const char *text, gint64 span, guint n_splits, guint n_notes)
{
  const GuatuImportOptions options = { .start = GUATU_NONE, .today = guatu_test_at ("2026-01-01") };
  g_autoptr(GuatuNotes) notes = guatu_notes_new ();
  g_autoptr(GuatuPlan) plan = guatu_import_read_xml (text, strlen (text), &options, notes, NULL);
  guint n = 0;

  g_assert_nonnull (plan);
  for (guint i = 0; i < guatu_notes_count (notes); i++)
    n += strstr (guatu_notes_get (notes, i)->text, "no longer fits") != NULL ? 1 : 0;
  g_assert_cmpint (guatu_plan_task_number (plan, guatu_plan_first_task (plan), GUATU_TASK_SPAN), ==, span);
  g_assert_cmpuint (guatu_plan_n_live (plan, GUATU_TABLE_TASK_SPLIT), ==, n_splits);
  g_assert_cmpuint (n, ==, n_notes);
}

/* What the file says of itself holds, whatever the dates seem to tell. */
static void
test_said (void)
{
  static const struct { const char *said; gint64 span; guint n_splits, n_notes; } cases[] = {
    { SAID, 86400, 1, 0 },
    { "<?guatu spans?>\n", GUATU_NONE, 0, 0 },
    { "<?guatu spans?>\n<?guatu task 1 duration 57600 span 60000?>\n", 60000, 0, 0 },
    { "<?guatu spans?>\n<?guatu task 1 duration 57600 split 60 60 split 180 60?>\n", GUATU_NONE, 2, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = with (cases[i].said);

      check (text, cases[i].span, cases[i].n_splits, cases[i].n_notes);
    }
}

/* Without it, or where it speaks of something else, the stretches of the assignment tell. */
static void
test_unsaid (void)
{
  static const char * const cases[] = {
    "", "<?guatu?>\n", "<?guatu orders?>\n", "<?xml-stylesheet href='spans'?>\n", "<?GUATU spans?>\n",
    "<!-- <?guatu spans?> -->\n", "<?guatu task 1 duration 57600 span 60000?>\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = with (cases[i]);

      check (text, 86400, 1, 0);
    }
}

/* What does not fit, as another program changed the task, is left out and told. */
static void
test_stale (void)
{
  static const char * const cases[] = {
    "task 1 duration 57660 span 86400", "task 2 duration 57600 span 86400", "task 1 duration 57600 span",
    "task 1 duration 57600 span 86400 split 1", "task 1 duration 57600 span -1", "task 1 duration 57600  span 86400",
    "task 1 span 86400", "task 1 duration 57600 span 86400 more", "task", "", "task 99999999999999999999 duration 1",
    "任务 1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *said = g_strdup_printf ("<?guatu spans?>\n<?guatu %s?>\n", cases[i]);
      g_autofree char *text = with (said);

      check (text, GUATU_NONE, 0, 1);
    }
}

/* Said twice of one task, the first holds. */
static void
test_twice (void)
{
  g_autofree char *text = with (SAID "<?guatu task 1 duration 57600 span 60000?>\n");

  check (text, 86400, 1, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  guatu_test_fix_ids ();

  g_test_add_func ("/mspdi-said/form", test_form);
  g_test_add_func ("/mspdi-said/said", test_said);
  g_test_add_func ("/mspdi-said/unsaid", test_unsaid);
  g_test_add_func ("/mspdi-said/stale", test_stale);
  g_test_add_func ("/mspdi-said/twice", test_twice);

  return g_test_run ();
}
