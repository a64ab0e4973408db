/* bench-history.c — a journal of a hundred thousand entries: how long a step of opening and filtering it takes, against a
 * frame. */
#include "guatu-change-words.h"
#include "guatu-comparison.h"
#include "guatu-tenures.h"
#include "guatu-journal.h"
#include "guatu-test.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <time.h>

#include "guatu-id.h"

#define N_ENTRIES 100000
#define N_TASKS 1000
#define STEP 8000
#define FRAME 16667.0

static void
must (gboolean done, GError *error)
{
  if (!done)
    g_error ("%s", error->message);
}

/* Making the file ------------------------------------------------------------------------------------ */

static GuatuPlan *
make_plan (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 unit = guatu_plan_insert (plan, GUATU_TABLE_UNIT, guatu_id_next ());

  guatu_plan_set (plan, GUATU_TABLE_UNIT, unit, GUATU_UNIT_NAME, GUATU_TEXT ("Bureau of Roads"));
  for (guint i = 0; i < N_TASKS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Task %u of the plan, 任务", i + 1);
      gint32 row = guatu_test_add_task (plan, -1, name, "5d");

      guatu_test_set (plan, GUATU_TABLE_TASK, row, GUATU_TASK_POSITION, i);
    }
  guatu_plan_settle (plan);

  return plan;
}

/* Every tenth entry assigns or takes off, the others set a note, as verbs would write them. */
static void
write_entry (GuatuStore *store, const GuatuPlan *plan, guint i)
{
  static gint64 assignment;
  gint64 task = guatu_plan_id (plan, GUATU_TABLE_TASK, (gint32) (i % N_TASKS));
  g_autofree char *note = g_strdup_printf ("note %u", i);
  g_autofree char *author = g_strdup_printf ("Person %u", i / 7 % 40);
  g_autofree char *arguments = g_strdup_printf ("{\"id\":\"%" G_GINT64_FORMAT "\",\"name\":\"Task %u of the plan, 任务\","
                                                "\"set\":[{\"field\":\"note\",\"value\":\"%s\"}]}", task, i % N_TASKS + 1,
                                                note);
  g_autoptr(GError) error = NULL;
  const char *kind = "task-set";

  must (guatu_store_begin (store, &error), error);
  if (i % 20 == 10)
    {
      const guint fields[] = { GUATU_ASSIGNMENT_TASK, GUATU_ASSIGNMENT_UNIT, GUATU_ASSIGNMENT_ROLE };
      const GuatuValue values[] = { GUATU_INTEGER (task), GUATU_INTEGER (guatu_plan_id (plan, GUATU_TABLE_UNIT, 0)),
                                    GUATU_INTEGER (GUATU_ROLE_LEAD_UNIT) };

      assignment = guatu_id_next ();
      kind = "assign";
      must (guatu_store_insert (store, GUATU_TABLE_ASSIGNMENT, assignment, fields, values, 3, &error), error);
    }
  else if (i % 20 == 0 && assignment != 0)
    {
      kind = "unassign";
      must (guatu_store_delete (store, GUATU_TABLE_ASSIGNMENT, assignment, &error), error);
    }
  else
    must (guatu_store_update (store, GUATU_TABLE_TASK, task, GUATU_TASK_NOTE, GUATU_TEXT (note), &error), error);
  must (guatu_store_commit (store, author, kind, arguments, 0, NULL, NULL, &error), error);
}

static void
write_file (const char *path)
{
  g_autoptr(GuatuPlan) plan = make_plan ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuStore) store = guatu_store_create (path, &error);

  must (store != NULL, error);
  must (guatu_store_begin (store, &error) && guatu_store_insert_plan (store, plan, NULL, NULL, &error) &&
        guatu_store_commit (store, "bench", "create", "{}", 0, NULL, NULL, &error), error);
  for (guint i = 1; i < N_ENTRIES; i++)
    write_entry (store, plan, i);
}

/* The file of an earlier run, if there is one. Free it. */
static char *
find_file (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "guatu-bench", NULL);
  char *path = g_build_filename (folder, "history-1.guatu", NULL);
  g_autofree char *made = g_strconcat (path, ".new", NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return path;

  g_mkdir_with_parents (folder, 0700);
  g_unlink (made);
  g_print ("making %s …\n", path);
  write_file (made);
  g_rename (made, path);
  return path;
}

/* Measuring ------------------------------------------------------------------------------------------ */

/* Of this thread alone: what other programs take from it says nothing of ours. */
static gint64
microseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static void
measure (GuatuDocument *document, const char *title, const GuatuJournalQuery *query)
{
  g_autoptr(GuatuJournal) journal = guatu_journal_new (document, query);
  g_autoptr(GError) error = NULL;
  gint64 longest = 0, all = 0, first = 0;
  guint n, n_steps = 0;

  while (!guatu_journal_is_done (journal))
    {
      gint64 from = microseconds (), took;

      must (guatu_journal_step (journal, STEP, &error), error);
      took = microseconds () - from;
      longest = MAX (longest, took);
      all += took;
      if (n_steps++ == 0)
        first = took;
    }
  guatu_journal_lines (journal, &n);
  g_print ("%-34s %6u found, %4u steps, first %5.1f ms, longest %5.1f ms = %.2f frames, all %6.0f ms\n", title, n, n_steps,
           (double) first / 1000, (double) longest / 1000, (double) longest / FRAME, (double) all / 1000);
}

static void
say (const char *title, gint64 from)
{
  double took = (double) (microseconds () - from);

  g_print ("%-34s %7.1f ms = %.2f frames\n", title, took / 1000, took / FRAME);
}

static void
measure_once (GuatuDocument *document)
{
  GuatuStore *store = guatu_document_get_store (document);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GPtrArray) duties = NULL;
  g_autoptr(GuatuComparison) comparison = NULL;
  gint64 from = microseconds ();
  guint n;

  rows = guatu_entry_changes (document, N_ENTRIES / 2, 0, 0, 0, 100, &n, &error);
  must (rows != NULL, error);
  say ("values of one entry", from);

  from = microseconds ();
  duties = guatu_tenures (document, guatu_plan_id (guatu_document_get_plan (document), GUATU_TABLE_TASK, 10), &error);
  must (duties != NULL, error);
  say ("who answered for a task (a thread)", from);

  from = microseconds ();
  comparison = guatu_comparison_of_entries (store, 1, 0, NULL, NULL, &error);
  must (comparison != NULL, error);
  say ("first state against now (a thread)", from);

  from = microseconds ();
  must (guatu_store_verify (store, NULL, &error), error);
  say ("verify (a thread)", from);
}

int
main (void)
{
  g_autofree char *path = find_file ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuDocument) document = NULL;
  const GuatuPlan *plan;

  setlocale (LC_ALL, "");
  document = guatu_document_open (path, TRUE, &error);
  must (document != NULL, error);
  plan = guatu_document_get_plan (document);

  g_print ("%d entries, steps of %d ms, a frame is %.1f ms\n", N_ENTRIES, STEP / 1000, FRAME / 1000);
  measure (document, "all", &(GuatuJournalQuery) { .text = NULL });
  measure (document, "by person", &(GuatuJournalQuery) { .author = "Person 7" });
  measure (document, "by kind", &(GuatuJournalQuery) { .deeds = 1 << GUATU_DEED_ASSIGNED });
  measure (document, "by text", &(GuatuJournalQuery) { .text = "task 77 note" });
  measure (document, "by task", &(GuatuJournalQuery) { .table = GUATU_TABLE_TASK,
                                                       .id = guatu_plan_id (plan, GUATU_TABLE_TASK, 10) });
  measure_once (document);

  return 0;
}
