/* test-what-if.c — what an edit is foreseen to do is what it does, whoever works on the task. */
#include <glib/gstdio.h>

#include "document-fixture.h"
#include "random-verbs.h"

#define N_EDITS 120

static void
check_same (const GuatuSchedule *foreseen, const GuatuSchedule *is)
{
  g_assert_cmpuint (foreseen->n_tasks, ==, is->n_tasks);
  g_assert_cmpint (foreseen->plan_finish, ==, is->plan_finish);
  for (guint row = 0; row < is->n_tasks; row++)
    {
      g_assert_cmpint (foreseen->start[row], ==, is->start[row]);
      g_assert_cmpint (foreseen->finish[row], ==, is->finish[row]);
      g_assert_cmpint (foreseen->total_float[row], ==, is->total_float[row]);
      g_assert_cmpint (foreseen->flags[row], ==, is->flags[row]);
    }
}

static gint64
id_at (const GuatuPlan *plan, GuatuTable table, GRand *rand)
{
  guint n = guatu_plan_n_rows (plan, table);

  return n > 0 ? guatu_plan_id (plan, table, g_rand_int_range (rand, 0, (gint32) n)) : 0;
}

/* Somebody works on the task, some hours at some share, and some of that is still to be done. */
static void
put_to_work (GuatuDocument *document, gint64 task, gint64 person, GRand *rand)
{
  gint64 hours = g_rand_int_range (rand, 4, 200), id = 0;
  GuatuSetting settings[] = {
    { GUATU_ASSIGNMENT_WORK, GUATU_INTEGER (hours * GUATU_HOUR) },
    { GUATU_ASSIGNMENT_OVERTIME_WORK, GUATU_INTEGER (hours / 8 * GUATU_HOUR) },
    { GUATU_ASSIGNMENT_REMAINING_WORK, GUATU_INTEGER (hours / 2 * GUATU_HOUR) },
  };

  if (guatu_document_assign (document, task, 0, person, GUATU_ROLE_RESOURCE, g_rand_int_range (rand, 20, 300) * 100,
                             &id, NULL))
    guatu_document_set (document, GUATU_TABLE_ASSIGNMENT, id, settings, (guint) g_rand_int_range (rand, 1, 4), NULL);
}

/* Fields that say how long a task takes, and when; the others come in now and then. */
static guint
some_settings (const GuatuPlan *plan, GRand *rand, GuatuSetting *settings)
{
  gint64 hours = g_rand_int_range (rand, 1, 300);

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
    case 1:
      settings[0] = (GuatuSetting) { GUATU_TASK_DURATION, GUATU_INTEGER (hours * GUATU_HOUR) };
      return 1;
    case 2:
      settings[0] = (GuatuSetting) { GUATU_TASK_TYPE, GUATU_INTEGER (hours % 3) };
      settings[1] = (GuatuSetting) { GUATU_TASK_DURATION, GUATU_INTEGER (hours * GUATU_HOUR) };
      return 2;
    case 3:
      settings[0] = (GuatuSetting) { GUATU_TASK_CONSTRAINT, GUATU_INTEGER (GUATU_CONSTRAINT_SNET) };
      settings[1] = (GuatuSetting) { GUATU_TASK_CONSTRAINT_DATE,
                                     GUATU_INTEGER (guatu_test_at ("2024-03-04 08:00") + hours * GUATU_DAY) };
      return 2;
    case 4:
      settings[0] = (GuatuSetting) { GUATU_TASK_REMAINING, GUATU_INTEGER (hours * GUATU_HOUR) };
      return 1;
    default:
      return random_settings (plan, GUATU_TABLE_TASK, rand, settings, 3);
    }
}

/* Answers whether the edit was made. */
static gboolean
edit (DocumentFixture *fixture, GRand *rand)
{
  const GuatuPlan *plan = guatu_document_get_plan (fixture->document);
  gint64 task = id_at (plan, GUATU_TABLE_TASK, rand);
  g_autoptr(GuatuSchedule) foreseen = NULL;
  GuatuSetting settings[3];
  guint n = some_settings (plan, rand, settings);

  if (task == 0)
    return FALSE;

  foreseen = guatu_document_what_if_set (fixture->document, task, settings, n, NULL);
  if (!guatu_document_set (fixture->document, GUATU_TABLE_TASK, task, settings, n, NULL))
    {
      g_assert_null (foreseen);
      return FALSE;
    }
  g_assert_nonnull (foreseen);
  check_same (foreseen, guatu_document_get_schedule (fixture->document));

  return TRUE;
}

static void
edit_at_random (DocumentFixture *fixture, guint32 seed)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  guint n_made = 0;

  for (guint i = 0; i < N_EDITS; i++)
    {
      const GuatuPlan *plan = guatu_document_get_plan (fixture->document);

      if (i % 4 == 0)
        put_to_work (fixture->document, id_at (plan, GUATU_TABLE_TASK, rand), id_at (plan, GUATU_TABLE_PERSON, rand),
                     rand);
      n_made += edit (fixture, rand);
    }
  g_test_message ("seed %u: %u edits of %u", seed, n_made, N_EDITS);
  g_assert_cmpuint (n_made, >, N_EDITS / 4);
}

static void
small_plan (DocumentFixture *fixture, gconstpointer data)
{
  edit_at_random (fixture, 5);
}

static void
odd_plans (DocumentFixture *fixture, gconstpointer data)
{
  for (guint32 seed = 0; seed < (g_test_slow () ? 40 : 5); seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(GuatuPlan) content = guatu_test_random_plan (rand, 40);
      g_autoptr(GError) error = NULL;

      g_assert_finalize_object (fixture->document);
      g_assert_cmpint (g_remove (fixture->path), ==, 0);
      fixture->document = guatu_document_create (fixture->path, content, NULL, "import", NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      edit_at_random (fixture, seed);
    }
}

/* The work of those assigned grows with the task, so that it takes longer: the case that a bar pulled longer is. */
static void
resource_takes_longer (DocumentFixture *fixture, gconstpointer data)
{
  const GuatuSetting work = { GUATU_ASSIGNMENT_WORK, GUATU_INTEGER (40 * GUATU_HOUR) };
  const GuatuSetting duration = { GUATU_TASK_DURATION, GUATU_INTEGER (80 * GUATU_HOUR) };
  g_autoptr(GuatuSchedule) foreseen = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id = 0;

  guatu_document_assign (fixture->document, task_id (fixture, "Survey"), 0, id_of (fixture, GUATU_TABLE_PERSON, "Chen"),
                         GUATU_ROLE_RESOURCE, 10000, &id, &error);
  g_assert_no_error (error);
  g_assert_true (guatu_document_set (fixture->document, GUATU_TABLE_ASSIGNMENT, id, &work, 1, &error));
  foreseen = guatu_document_what_if_set (fixture->document, task_id (fixture, "Survey"), &duration, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (foreseen->finish[task_row (fixture, "Survey")], ==, guatu_test_at ("2024-03-15 17:00"));
  check_memory (fixture->document);
}

/* Several tasks together are what the verbs make of them one after another. */
static void
several_tasks (DocumentFixture *fixture, gconstpointer data)
{
  static const char * const names[] = { "Survey", "Bridge", "Road" };
  GuatuSetting settings[G_N_ELEMENTS (names)][2];
  GuatuTaskSettings tasks[G_N_ELEMENTS (names)];
  g_autoptr(GuatuSchedule) foreseen = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GuatuInstant date = guatu_test_at ("2024-03-11 08:00") + i * GUATU_WEEK;

      settings[i][0] = (GuatuSetting) { GUATU_TASK_CONSTRAINT, GUATU_INTEGER (GUATU_CONSTRAINT_SNET) };
      settings[i][1] = (GuatuSetting) { GUATU_TASK_CONSTRAINT_DATE, GUATU_INTEGER (date) };
      tasks[i] = (GuatuTaskSettings) { task_id (fixture, names[i]), settings[i], 2 };
    }
  foreseen = guatu_document_what_if (fixture->document, tasks, G_N_ELEMENTS (tasks), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (guatu_document_set (fixture->document, GUATU_TABLE_TASK, tasks[i].task, settings[i], 2, &error));
  check_same (foreseen, guatu_document_get_schedule (fixture->document));
}

int
main (int argc, char **argv)
{
  document_fixture_in_memory ();
  g_test_init (&argc, &argv, NULL);

  add_document_test ("/what-if/work-of-who-is-assigned-follows-the-duration", resource_takes_longer);
  add_document_test ("/what-if/several-tasks-are-foreseen-together", several_tasks);
  add_document_test ("/what-if/random-edits-do-what-was-foreseen", small_plan);
  add_document_test ("/what-if/random-edits-of-odd-plans-do-what-was-foreseen", odd_plans);

  return g_test_run ();
}
