/* bench-store.c — opening a plan against reading its rows with plain SQLite, and one edit against one transaction. */
#include "guatu-store-private.h"
#include "guatu-test.h"

#include <glib/gstdio.h>
#include <locale.h>

/* Ten tasks under each summary; links lead forward over at most 50 tasks. */
static GuatuPlan *
make_plan (guint n_tasks)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (n_tasks);
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 summary = -1;

  for (guint i = 0; i < n_tasks; i++)
    {
      g_autofree char *name = g_strdup_printf ("Task %u of the plan, 任务", i + 1);
      gint32 row = guatu_test_add_task (plan, i % 10 == 0 ? -1 : summary, name, "5d");

      guatu_test_set (plan, GUATU_TABLE_TASK, row, GUATU_TASK_POSITION, i);
      if (i % 10 == 0)
        summary = row;
    }
  for (guint i = 0; i < n_tasks * 3 / 2; i++)
    {
      gint32 from = g_rand_int_range (rand, 0, (gint32) n_tasks - 51);

      guatu_test_add_link (plan, from, from + g_rand_int_range (rand, 1, 51), GUATU_LINK_FS, "0d");
    }
  guatu_plan_settle (plan);

  return plan;
}

static void
write_file (const char *path,
            guint       n_tasks)
{
  g_autoptr(GuatuPlan) plan = make_plan (n_tasks);
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuStore) store = guatu_store_create (path, &error);

  if (store == NULL || !guatu_store_begin (store, &error) ||
      !guatu_store_insert_plan (store, plan, NULL, NULL, &error) ||
      !guatu_store_commit (store, "bench", "create", "{}", 0, NULL, NULL, &error))
    g_error ("%s", error->message);
}

/* Opening ------------------------------------------------------------------------------------------- */

static double
open_ours (const char *path)
{
  gint64 from = g_get_monotonic_time ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuStore) store = guatu_store_open (path, FALSE, &error);
  g_autoptr(GuatuPlan) plan = store != NULL ? guatu_store_load (store, NULL, &error) : NULL;

  if (plan == NULL)
    g_error ("%s", error->message);

  return (double) (g_get_monotonic_time () - from);
}

static gint64
read_rows (sqlite3    *db,
           const char *sql)
{
  g_autoptr(GuatuStatement) statement = NULL;
  gint64 sum = 0;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  while (sqlite3_step (statement) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (statement); i++)
      if (sqlite3_column_type (statement, i) == SQLITE_TEXT)
        sum += *sqlite3_column_text (statement, i);
      else
        sum += sqlite3_column_int64 (statement, i);

  return sum;
}

static double
open_plain (const char *path)
{
  g_autoptr(GuatuSchema) schema = guatu_schema_new (guatu_schema_current ());
  gint64 from = g_get_monotonic_time ();
  sqlite3 *db = NULL;

  if (guatu_store_connect (path, SQLITE_OPEN_READWRITE, &db) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  read_rows (db, "PRAGMA quick_check");
  for (guint i = 0; i < GUATU_N_TABLES; i++)
    read_rows (db, schema->tables[i].select);
  sqlite3_close (db);

  return (double) (g_get_monotonic_time () - from);
}

/* One edit ------------------------------------------------------------------------------------------- */

static double
edit_ours (GuatuStore *store,
           GuatuPlan  *plan,
           guint       turn)
{
  gint64 from = g_get_monotonic_time ();
  gint64 task = guatu_plan_id (plan, GUATU_TABLE_TASK, (gint32) (turn * 7 % guatu_plan_n_rows (plan, GUATU_TABLE_TASK)));
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) changeset = NULL;

  if (!guatu_store_begin (store, &error) ||
      !guatu_store_update (store, GUATU_TABLE_TASK, task, GUATU_TASK_DURATION, GUATU_INTEGER (turn), &error) ||
      !guatu_store_commit (store, "bench", "set", "{\"task\":1}", 0, &changeset, NULL, &error) ||
      !guatu_changeset_apply (changeset, plan, &error))
    g_error ("%s", error->message);

  return (double) (g_get_monotonic_time () - from);
}

static double
edit_plain (sqlite3      *db,
            sqlite3_stmt *update,
            GuatuPlan    *plan,
            guint         turn)
{
  gint64 from = g_get_monotonic_time ();
  gint64 task = guatu_plan_id (plan, GUATU_TABLE_TASK, (gint32) (turn * 7 % guatu_plan_n_rows (plan, GUATU_TABLE_TASK)));

  sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
  sqlite3_bind_int64 (update, 1, task);
  sqlite3_bind_int64 (update, 2, turn);
  sqlite3_step (update);
  sqlite3_reset (update);
  if (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));

  return (double) (g_get_monotonic_time () - from);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

/* In milliseconds. */
static double
median (double *times,
        guint   n)
{
  qsort (times, n, sizeof *times, compare_doubles);
  return times[n / 2] / 1000;
}

static void
report (const char *what,
        guint       n_tasks,
        double      ours,
        double      floor)
{
  g_print ("%s, %u tasks: %.2f ms against %.2f ms, ratio %.2f\n", what, n_tasks, ours, floor, ours / floor);
}

static void
bench_opening (const char *path,
               guint       n_tasks)
{
  guint n = n_tasks > 50000 ? 5 : 21;
  g_autofree double *ours = g_new (double, n);
  g_autofree double *plain = g_new (double, n);

  for (guint i = 0; i < n; i++)
    {
      plain[i] = open_plain (path);
      ours[i] = open_ours (path);
    }
  report ("Opening ÷ plain SQLite with quick_check (at most 2)", n_tasks, median (ours, n), median (plain, n));
}

static void
bench_editing (const char *path,
               guint       n_tasks)
{
  enum { RUN = 5, N = 40 * RUN };
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuStore) store = guatu_store_open (path, FALSE, &error);
  g_autoptr(GuatuPlan) plan = guatu_store_load (store, NULL, &error);
  g_autoptr(GuatuStatement) update = NULL;
  sqlite3 *db = NULL;
  double ours[N], plain[N];
  guint turn = 0;

  if (guatu_store_connect (path, SQLITE_OPEN_READWRITE, &db) != SQLITE_OK ||
      sqlite3_prepare_v2 (db, "UPDATE task SET duration = ?2 WHERE id = ?1", -1, &update, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));

  /* By turns, so that a disk that is busy is so for both; and a few at a time, of which the first does not
   * count, for it reads again what the other has changed. */
  for (guint i = 0; i < N; i += RUN)
    {
      edit_ours (store, plan, ++turn);
      for (guint k = 0; k < RUN; k++)
        ours[i + k] = edit_ours (store, plan, ++turn);
      edit_plain (db, update, plan, ++turn);
      for (guint k = 0; k < RUN; k++)
        plain[i + k] = edit_plain (db, update, plan, ++turn);
    }
  g_clear_pointer (&update, guatu_statement_finalize);
  sqlite3_close (db);

  report ("One stored edit ÷ one bare transaction (at most 2 at 1000)", n_tasks, median (ours, N), median (plain, N));
}

int
main (int   argc,
      char *argv[])
{
  static const guint sizes[] = { 1000, 10000, 100000 };
  char *dir = guatu_test_make_dir ();

  setlocale (LC_ALL, "");
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = g_build_filename (dir, "bench.guatu", NULL);

      write_file (path, sizes[i]);
      bench_opening (path, sizes[i]);
      bench_editing (path, sizes[i]);
      g_unlink (path);
    }
  guatu_test_remove_dir (dir);

  return 0;
}
