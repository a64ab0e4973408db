/* bench-changed.c — how long the window needs to follow an edit in a plan of ten thousand tasks, against a frame. */
#include <time.h>

#include "guatu-application.h"
#include "guatu-id.h"
#include "guatu-test.h"
#include "guatu-window.h"

#define N_TASKS 10000
#define IN_A_PROJECT 20
#define N_UNITS 40
#define N_PEOPLE 300
#define N_EDITS 60
#define FRAME 16667.0

/* Making the plan ---------------------------------------------------------------------------------------- */

static gint64
add_named (GuatuPlan *plan, GuatuTable table, guint field, guint i)
{
  g_autofree char *name = g_strdup_printf ("Bureau %u, 局", i);
  gint64 id = guatu_id_next ();

  guatu_plan_set (plan, table, guatu_plan_insert (plan, table, id), field, GUATU_TEXT (name));
  return id;
}

static void
assign (GuatuPlan *plan, gint32 task, guint field, gint64 party, GuatuRole role)
{
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_ASSIGNMENT, guatu_id_next ());

  guatu_test_set (plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_TASK, guatu_plan_id (plan, GUATU_TABLE_TASK, task));
  guatu_test_set (plan, GUATU_TABLE_ASSIGNMENT, row, field, party);
  guatu_test_set (plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_ROLE, role);
}

/* What an entered percent leaves behind: the report, and that the task has begun. */
static void
report (GuatuPlan *plan, gint32 task)
{
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_REPORT, guatu_id_next ());

  guatu_test_set (plan, GUATU_TABLE_REPORT, row, GUATU_REPORT_TASK, guatu_plan_id (plan, GUATU_TABLE_TASK, task));
  guatu_test_set (plan, GUATU_TABLE_REPORT, row, GUATU_REPORT_DATE, guatu_test_at ("2024-03-06 17:00"));
  guatu_test_set (plan, GUATU_TABLE_REPORT, row, GUATU_REPORT_SHARE, 2000);
  guatu_test_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_ACTUAL_START, guatu_test_at ("2024-03-06 08:00"));
}

/* Chains of links, a unit and a person for each task, and progress of every third: what plans are full of. */
static GuatuPlan *
make_plan (gboolean lit)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint64 units[N_UNITS], people[N_PEOPLE];
  gint32 project = -1;

  for (guint i = 0; i < N_UNITS; i++)
    units[i] = add_named (plan, GUATU_TABLE_UNIT, GUATU_UNIT_NAME, i);
  for (guint i = 0; i < N_PEOPLE; i++)
    people[i] = add_named (plan, GUATU_TABLE_PERSON, GUATU_PERSON_NAME, i);
  for (guint i = 0; i < N_TASKS; i++)
    {
      gboolean begins = i % IN_A_PROJECT == 0;
      gint32 task = guatu_test_add_task (plan, begins ? -1 : project, "Bridge over the canal", "3d");

      if (begins)
        project = task;
      else if (i % IN_A_PROJECT > 1)
        guatu_test_add_link (plan, task - 1, task, GUATU_LINK_FS, NULL);
      assign (plan, task, GUATU_ASSIGNMENT_UNIT, units[i % N_UNITS], GUATU_ROLE_LEAD_UNIT);
      assign (plan, task, GUATU_ASSIGNMENT_PERSON, people[i % N_PEOPLE], GUATU_ROLE_RESPONSIBLE_PERSON);
      if (!begins && i % 3 == 0)
        report (plan, task);
    }
  if (lit)
    guatu_test_set (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_STATUS_DATE, guatu_test_at ("2024-03-14 17:00"));
  guatu_plan_settle (plan);

  return plan;
}

/* Measuring ---------------------------------------------------------------------------------------------- */

/* Microseconds of this thread: what other programs take from it says nothing of ours. */
static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e6 + (double) time.tv_nsec / 1e3;
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Until all is drawn, which the machine may take its time for. */
static void
settle (void)
{
  guint source = g_timeout_add (20, wake_cb, NULL);

  for (gint64 end = g_get_monotonic_time () + 400000; g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
}

typedef GuatuSetting (*Edit) (guint i);

static GuatuSetting
rename_task (guint i)
{
  static char name[40];

  g_snprintf (name, sizeof name, "Bridge %u", i);
  return (GuatuSetting) { GUATU_TASK_NAME, GUATU_TEXT (name) };
}

static GuatuSetting
lengthen (guint i)
{
  return (GuatuSetting) { GUATU_TASK_DURATION, GUATU_INTEGER ((i + 10) * 3600) };
}

static const struct { const char *name; Edit edit; } edits[] = { { "a name", rename_task }, { "a duration", lengthen } };

typedef struct
{
  double verb;
  double drawn;         /* what follows it until nothing is left to do */
} Took;

static Took
run (GuatuDocument *document, Edit edit, gboolean draws)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  Took took = { 0 };

  for (guint i = 0; i < N_EDITS; i++)
    {
      GuatuSetting setting = edit (i);
      g_autoptr(GError) error = NULL;
      double from = now (), verb;

      guatu_document_set (document, GUATU_TABLE_TASK, guatu_plan_id (plan, GUATU_TABLE_TASK, (gint32) (i * IN_A_PROJECT + 2)), &setting,
                          1, &error);
      guatu_test_must (error == NULL, &error);
      verb = now ();
      took.verb += (verb - from) / N_EDITS;
      if (draws)
        {
          settle ();
          took.drawn += (now () - verb) / N_EDITS;
        }
    }
  return took;
}

static GuatuDocument *
make_document (const char *folder, const char *name, gboolean lit)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GuatuPlan) plan = make_plan (lit);
  g_autoptr(GError) error = NULL;
  GuatuDocument *document = guatu_document_create (path, plan, NULL, "create", NULL, NULL, NULL, &error);

  guatu_test_must (document != NULL, &error);
  return document;
}

static void
measure (GuatuApplication *application, const char *folder, gboolean lit)
{
  g_autoptr(GuatuDocument) alone = make_document (folder, lit ? "lit-alone.guatu" : "alone.guatu", lit);
  g_autoptr(GuatuDocument) shown = make_document (folder, lit ? "lit.guatu" : "plan.guatu", lit);
  GuatuWindow *window = guatu_window_new (application);

  guatu_window_set_document (window, shown);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  settle ();
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      Took bare = run (alone, edits[i].edit, FALSE), all = run (shown, edits[i].edit, TRUE);

      g_print ("%-16s %-12s the verb %5.2f frames, what the window answers %5.2f, drawing and the rest %5.2f\n",
               lit ? "with lights:" : "without lights:", edits[i].name, bare.verb / FRAME, (all.verb - bare.verb) / FRAME,
               all.drawn / FRAME);
    }
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

int
main (void)
{
  char *folder = guatu_test_make_dir ();
  g_autoptr(GuatuApplication) application = NULL;

  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  application = guatu_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  g_print ("%d tasks, a frame is %.1f ms:\n", N_TASKS, FRAME / 1000);
  measure (application, folder, FALSE);
  measure (application, folder, TRUE);
  guatu_test_remove_dir (folder);
  return 0;
}
