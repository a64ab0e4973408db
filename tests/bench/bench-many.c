/* bench-many.c — one gesture on a thousand and on ten thousand selected tasks, and its undo, against one edit. */
#include "guatu-drag-link.h"
#include "guatu-drag-progress.h"
#include "guatu-several-edit.h"
#include "guatu-task-edit.h"
#include "guatu-test.h"

#include <glib/gstdio.h>
#include <locale.h>

/* The most that is selected; the plan has a summary for every nineteen of them besides. */
#define N_MOST 10000
#define N_BELOW 19

#define N_EDITS 20

typedef struct
{
  GuatuDocument *document;
  gint64        *tasks;         /* what can be selected, in the order of the outline */
  guint          n;             /* how many of them are */
  gint64         category;
  GuatuInstant   day;
} Bench;

typedef gboolean (*Gesture) (const Bench *self, GError **error);

static GuatuPlan *
make_plan (Bench *self)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 ledger = guatu_plan_insert (plan, GUATU_TABLE_LEDGER, 1), category = guatu_plan_insert (plan, GUATU_TABLE_CATEGORY, 2);
  gint32 summary = -1;

  guatu_plan_set (plan, GUATU_TABLE_LEDGER, ledger, GUATU_LEDGER_NAME, GUATU_TEXT ("Task board"));
  guatu_plan_set (plan, GUATU_TABLE_CATEGORY, category, GUATU_CATEGORY_NAME, GUATU_TEXT ("Key reform"));
  guatu_test_set (plan, GUATU_TABLE_CATEGORY, category, GUATU_CATEGORY_LEDGER, 1);
  self->category = 2;
  self->tasks = g_new (gint64, N_MOST);
  for (guint i = 0; i < N_MOST; i++)
    {
      if (i % N_BELOW == 0)
        summary = guatu_test_add_task (plan, -1, "Bridges", "1d");
      self->tasks[i] = guatu_plan_id (plan, GUATU_TABLE_TASK,
                                      guatu_test_add_task (plan, summary, "Bridge over the canal", "5d"));
    }
  guatu_plan_settle (plan);

  return plan;
}

/* Gestures ------------------------------------------------------------------------------------------- */

static gboolean
report (const Bench *self, GError **error)
{
  return guatu_drag_progress_step_all (self->document, self->tasks, self->n, 1, self->day, error);
}

static gboolean
link_chain (const Bench *self, GError **error)
{
  return guatu_document_link_chain (self->document, self->tasks, self->n, error);
}

static gboolean
unlink_all (const Bench *self, GError **error)
{
  return guatu_tasks_unlink (self->document, self->tasks, self->n, error);
}

static gboolean
set_deadline (const Bench *self, GError **error)
{
  return guatu_several_set (self->document, (GuatuSeveral) { self->tasks, self->n }, GUATU_TASK_DEADLINE, "2024-09-26",
                            error);
}

static gboolean
constrain (const Bench *self, GError **error)
{
  return guatu_several_constrain (self->document, (GuatuSeveral) { self->tasks, self->n }, GUATU_CONSTRAINT_SNET,
                                  "2024-03-26", error);
}

static gboolean
give (const Bench *self, GError **error)
{
  return guatu_several_give (self->document, (GuatuSeveral) { self->tasks, self->n }, GUATU_ROLE_RESPONSIBLE_PERSON,
                             (GuatuParty) { GUATU_TABLE_PERSON, 0 }, "Li Ming", error);
}

static gboolean
give_another (const Bench *self, GError **error)
{
  return guatu_several_give (self->document, (GuatuSeveral) { self->tasks, self->n }, GUATU_ROLE_RESPONSIBLE_PERSON,
                             (GuatuParty) { GUATU_TABLE_PERSON, 0 }, "Wang Fang", error);
}

static gboolean
categorise (const Bench *self, GError **error)
{
  return guatu_several_categorise (self->document, (GuatuSeveral) { self->tasks, self->n }, self->category, error);
}

/* Every other one, so that none stands beside another that is moved. */
static gboolean
indent (const Bench *self, GError **error)
{
  g_autoptr(GArray) tasks = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->n; i++)
    if (i % N_BELOW % 2 == 1)
      g_array_append_val (tasks, self->tasks[i]);

  return guatu_task_edit_move (self->document, (const gint64 *) (gpointer) tasks->data, tasks->len, GUATU_MOVE_IN, error);
}

static gboolean
outdent (const Bench *self, GError **error)
{
  return guatu_task_edit_move (self->document, self->tasks, self->n, GUATU_MOVE_OUT, error);
}

static gboolean
move_up (const Bench *self, GError **error)
{
  g_autoptr(GArray) tasks = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->n; i++)
    if (i % N_BELOW % 2 == 1)
      g_array_append_val (tasks, self->tasks[i]);

  return guatu_task_edit_move (self->document, (const gint64 *) (gpointer) tasks->data, tasks->len, GUATU_MOVE_UP, error);
}

static gboolean
duplicate (const Bench *self, GError **error)
{
  return guatu_document_duplicate_tasks (self->document, self->tasks, self->n, NULL, error);
}

static gboolean
remove_all (const Bench *self, GError **error)
{
  return guatu_document_remove_tasks (self->document, self->tasks, self->n, error);
}

/* @stays: what comes next needs it. */
static const struct { const char *name; Gesture gesture; gboolean stays; } gestures[] = {
  { "progress stepped", report, TRUE },
  { "progress stepped again", report, FALSE },
  { "deadline set", set_deadline, FALSE },
  { "constraint set", constrain, FALSE },
  { "a new person made responsible", give, TRUE },
  { "another in that one’s place", give_another, FALSE },
  { "category set", categorise, FALSE },
  { "moved in, every other one", indent, FALSE },
  { "moved out", outdent, FALSE },
  { "moved up, every other one", move_up, FALSE },
  { "linked in a chain", link_chain, TRUE },
  { "links removed", unlink_all, FALSE },
  { "duplicated", duplicate, FALSE },
  { "deleted", remove_all, FALSE },
};

/* Measuring ------------------------------------------------------------------------------------------ */

static void
check (const char *what, gboolean done, GError *error)
{
  if (!done)
    g_error ("%s: %s", what, error != NULL ? error->message : "nothing was done");
}

static double
time_of (const Bench *self, guint i)
{
  g_autoptr(GError) error = NULL;
  gint64 from = g_get_monotonic_time ();
  gboolean done = gestures[i].gesture (self, &error);
  double time = (double) (g_get_monotonic_time () - from) / 1000;

  check (gestures[i].name, done, error);
  return time;
}

static double
time_of_undo (const Bench *self, guint i)
{
  g_autoptr(GError) error = NULL;
  gint64 from = g_get_monotonic_time ();
  gboolean done = guatu_document_undo (self->document, NULL, &error);
  double time = (double) (g_get_monotonic_time () - from) / 1000;

  check (gestures[i].name, done, error);
  return time;
}

static double
time_of_edit (const Bench *self)
{
  gint64 from = g_get_monotonic_time ();

  for (guint i = 0; i < N_EDITS; i++)
    {
      GuatuSetting setting = { GUATU_TASK_DURATION, GUATU_INTEGER ((i + 1) * 3600) };
      g_autoptr(GError) error = NULL;
      gboolean done = guatu_document_set (self->document, GUATU_TABLE_TASK, self->tasks[i], &setting, 1, &error);

      check ("one edit", done, error);
    }
  return (double) (g_get_monotonic_time () - from) / 1000 / N_EDITS;
}

/* Each is measured on a tenth first, which is taken back, or stays where it is no hindrance to the whole. */
static void
bench (Bench *self)
{
  double edit = time_of_edit (self);

  g_print ("one edit %.1f ms; at most 0.1 edits a task, and growth of 10 where it is linear\n", edit);
  for (guint i = 0; i < G_N_ELEMENTS (gestures); i++)
    {
      double some, all, undo = 0;

      self->n = N_MOST / 10;
      some = time_of (self, i);
      time_of_undo (self, i);
      self->n = N_MOST;
      all = time_of (self, i);
      if (!gestures[i].stays)
        undo = time_of_undo (self, i);
      g_print ("%-30s %8.0f ms, growth %5.1f; of %u %8.0f ms = %6.3f edits a task; undo %7.0f ms\n", gestures[i].name, some,
               all / some, N_MOST, all, all / edit / N_MOST, undo);
    }
}

int
main (int argc, char **argv)
{
  char *dir = guatu_test_make_dir ();
  g_autofree char *path = g_build_filename (dir, "bench.guatu", NULL);
  g_autoptr(GuatuPlan) plan = NULL;
  g_autoptr(GError) error = NULL;
  Bench self = { .day = guatu_test_at ("2024-03-20 17:00") };

  setlocale (LC_ALL, "");
  plan = make_plan (&self);
  self.document = guatu_document_create (path, plan, NULL, "import", NULL, NULL, NULL, &error);
  check ("the plan", self.document != NULL, error);
  bench (&self);
  g_object_unref (self.document);
  g_free (self.tasks);
  guatu_test_remove_dir (dir);
  return 0;
}
