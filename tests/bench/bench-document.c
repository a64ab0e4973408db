/* bench-document.c — one verb, everything included, against one bare transaction; a large plan made and opened. */
#include "guatu-document.h"
#include "guatu-test.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <sqlite3.h>

/* How often each is measured, by turns, so that a disk that is busy is so for both. */
#define N_TURNS 60

static GuatuPlan *
make_plan (guint n_tasks)
{
  GuatuPlan *plan = guatu_test_plan_new ();

  for (guint i = 0; i < n_tasks; i++)
    guatu_test_add_task (plan, i % 20 == 0 ? -1 : (gint32) (i - i % 20), "Bridge over the canal", "5d");
  /* 1.5 links a task, none of them to or from a summary. */
  for (guint i = 0; i < n_tasks * 3 / 2; i++)
    {
      gint32 from = (gint32) (i % n_tasks), to = from + 1 + (gint32) (i / n_tasks) * 7;

      if (from % 20 != 0 && to % 20 != 0 && to < (gint32) n_tasks)
        guatu_test_add_link (plan, from, to, GUATU_LINK_FS, NULL);
    }
  guatu_plan_settle (plan);
  return plan;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 *left = a, *right = b;

  return *left < *right ? -1 : *left > *right;
}

static double
median_ms (gint64 *times)
{
  qsort (times, N_TURNS, sizeof *times, compare_times);
  return (double) times[N_TURNS / 2] / 1000;
}

static gint64
run_verb (GuatuDocument *document, gint64 id, guint turn)
{
  g_autoptr(GError) error = NULL;
  GuatuSetting setting = { GUATU_TASK_DURATION, GUATU_INTEGER ((turn + 1) * 3600) };
  gint64 from = g_get_monotonic_time ();

  guatu_test_must (guatu_document_set (document, GUATU_TABLE_TASK, id, &setting, 1, &error), &error);
  return g_get_monotonic_time () - from;
}

/* The same row of a copy of the same file, with the pragmas that a plan is written with. */
static gint64
run_bare (sqlite3 *db, gint64 id, guint turn)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE task SET duration = %u WHERE id = %" G_GINT64_FORMAT, turn + 1, id);
  gint64 from = g_get_monotonic_time ();

  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  return g_get_monotonic_time () - from;
}

static sqlite3 *
open_copy (const char *path, const char *copy)
{
  g_autofree char *bytes = NULL;
  gsize size;
  sqlite3 *db = NULL;

  if (!g_file_get_contents (path, &bytes, &size, NULL) || !g_file_set_contents (copy, bytes, (gssize) size, NULL) ||
      sqlite3_open (copy, &db) != SQLITE_OK ||
      sqlite3_exec (db, "PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON", NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s cannot be copied", path);
  return db;
}

/* A plan without links, of which every task goes to its finish. */
static void
bench_backward (const char *dir, guint n_tasks)
{
  g_autofree char *path = g_build_filename (dir, "backward.guatu", NULL);
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  g_autoptr(GuatuDocument) document = NULL;
  g_autoptr(GError) error = NULL;
  gint64 from;

  for (guint i = 0; i < n_tasks; i++)
    guatu_test_add_task (plan, -1, "Bridge over the canal", "5d");
  guatu_plan_settle (plan);
  document = guatu_document_create (path, plan, NULL, "import", NULL, NULL, NULL, &error);
  guatu_test_must (document != NULL, &error);

  from = g_get_monotonic_time ();
  guatu_test_must (guatu_document_plan_backward (document, 0, guatu_plan_settings (plan)->start + 100 * GUATU_DAY,
                                                 GUATU_NONE, FALSE, NULL, &error), &error);
  g_print ("        %u starts planned backward in %.0f ms (at most 1000 at 10000)\n", n_tasks,
           (double) (g_get_monotonic_time () - from) / 1000);
  g_clear_object (&document);
  g_unlink (path);
}

static void
bench (const char *dir, guint n_tasks)
{
  g_autofree char *path = g_build_filename (dir, "bench.guatu", NULL);
  g_autofree char *copy = g_build_filename (dir, "copy.db", NULL);
  g_autoptr(GuatuPlan) plan = make_plan (n_tasks);
  g_autoptr(GuatuDocument) document = NULL;
  g_autoptr(GError) error = NULL;
  gint64 verbs[N_TURNS], bare[N_TURNS], from, id = guatu_plan_id (plan, GUATU_TABLE_TASK, (gint32) n_tasks / 2 + 5);
  sqlite3 *db;
  double made, opened, verb, transaction;

  from = g_get_monotonic_time ();
  document = guatu_document_create (path, plan, NULL, "import", NULL, NULL, NULL, &error);
  guatu_test_must (document != NULL, &error);
  made = (double) (g_get_monotonic_time () - from) / 1000;
  g_clear_object (&document);
  db = open_copy (path, copy);

  from = g_get_monotonic_time ();
  document = guatu_document_open (path, FALSE, &error);
  guatu_test_must (document != NULL, &error);
  opened = (double) (g_get_monotonic_time () - from) / 1000;

  run_verb (document, id, N_TURNS);
  run_bare (db, id, N_TURNS);
  for (guint turn = 0; turn < N_TURNS; turn++)
    {
      verbs[turn] = run_verb (document, id, turn);
      bare[turn] = run_bare (db, id, turn);
    }
  verb = median_ms (verbs);
  transaction = median_ms (bare);
  g_print ("%6u tasks: made in %.0f ms, opened and scheduled in %.0f ms; one verb %.2f ms ÷ one bare transaction "
           "%.2f ms = %.2f (at most 2 at 1000)\n", n_tasks, made, opened, verb, transaction, verb / transaction);

  sqlite3_close (db);
  g_unlink (copy);
  g_clear_object (&document);
  g_unlink (path);
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = { 1000, 10000, 50000, 100000 };
  char *dir = guatu_test_make_dir ();

  setlocale (LC_ALL, "");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      bench (dir, sizes[i]);
      bench_backward (dir, sizes[i]);
    }
  guatu_test_remove_dir (dir);
  return 0;
}
