/* test-refused.c — what is no plan, or a damaged one, is refused with a message; what can only be read is read. */
#include "fault-vfs.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Refusing takes no longer than this, and waits for nothing: a busy machine may be slow, but not as slow as
 * the patience with other processes. */
#define SECONDS      2
#define WAIT_SECONDS 8

typedef struct
{
  clock_t work;
  gint64  time;
} Watch;

static Watch
watch_start (void)
{
  return (Watch) { clock (), g_get_monotonic_time () };
}

static void
watch_check (Watch watch)
{
  g_assert_cmpint (clock () - watch.work, <, SECONDS * CLOCKS_PER_SEC);
  g_assert_cmpint (g_get_monotonic_time () - watch.time, <, WAIT_SECONDS * G_USEC_PER_SEC);
}

static void
assert_refused (const char      *path,
                GuatuStoreError  code,
                const char      *said)
{
  g_autoptr(GError) error = NULL;
  Watch watch = watch_start ();
  g_autoptr(GuatuStore) store = guatu_store_open (path, FALSE, &error);

  g_assert_null (store);
  watch_check (watch);
  g_test_message ("%s", error->message);
  g_assert_error (error, GUATU_STORE_ERROR, (int) code);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  if (strstr (error->message, said) == NULL)
    g_error ("“%s” does not say “%s”", error->message, said);
}

static void
make_file (StoreFixture *f)
{
  g_autoptr(GuatuPlan) plan = guatu_test_random_plan (f->rand, 20);
  g_autoptr(GuatuStore) store = store_fixture_make (f->path, plan, NULL);
}

static void
put (const char *path,
     const char *content,
     gssize      size)
{
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, content, size, &error);
  g_assert_no_error (error);
}

static void
test_no_file (StoreFixture  *f,
              gconstpointer  data)
{
  g_autofree char *below = g_build_filename (f->path, "x", NULL);

  assert_refused (f->path, GUATU_STORE_ERROR_NOT_FOUND, "There is no file");
  put (f->path, "x", 1);
  assert_refused (below, GUATU_STORE_ERROR_NOT_FOUND, "There is no file");
  assert_refused (f->dir, GUATU_STORE_ERROR_NOT_A_PLAN, "folder");
}

static void
test_pipe (StoreFixture  *f,
           gconstpointer  data)
{
  g_assert_cmpint (mkfifo (f->path, 0600), ==, 0);
  assert_refused (f->path, GUATU_STORE_ERROR_NOT_A_PLAN, "pipe");
  assert_refused ("/dev/zero", GUATU_STORE_ERROR_NOT_A_PLAN, "device");
}

static void
test_other_content (StoreFixture  *f,
                    gconstpointer  data)
{
  g_autofree char *text = g_strnfill (5000, 'x');

  put (f->path, "", 0);
  assert_refused (f->path, GUATU_STORE_ERROR_NOT_A_PLAN, "is empty");
  put (f->path, "ID,Name\n1,Dig\n", -1);
  assert_refused (f->path, GUATU_STORE_ERROR_NOT_A_PLAN, "not a Guatu plan");
  put (f->path, text, -1);
  assert_refused (f->path, GUATU_STORE_ERROR_NOT_A_PLAN, "not a Guatu plan");
  put (f->path, "SQLite format 3", 16);
  assert_refused (f->path, GUATU_STORE_ERROR_NOT_A_PLAN, "not a Guatu plan");
}

static void
test_other_database (StoreFixture  *f,
                     gconstpointer  data)
{
  store_fixture_sql (f->path, "CREATE TABLE task (id INTEGER PRIMARY KEY, name)");
  assert_refused (f->path, GUATU_STORE_ERROR_NOT_A_PLAN, "another program");
  store_fixture_sql (f->path, "PRAGMA application_id = 1198874996; PRAGMA user_version = 1");
  assert_refused (f->path, GUATU_STORE_ERROR_NOT_A_PLAN, "“task”");
}

/* What a plan of ours never holds ---------------------------------------------------------------------- */

static void
test_alien_schema (StoreFixture  *f,
                   gconstpointer  data)
{
  static const struct { const char *sql; const char *named; } cases[] = {
    { "CREATE TRIGGER t AFTER UPDATE ON task BEGIN DELETE FROM journal; END", "“t”" },
    { "CREATE VIEW v AS SELECT * FROM task", "“v”" },
    { "CREATE TABLE extra (a)", "“extra”" },
    { "CREATE VIRTUAL TABLE search USING fts5 (name)", "“search" },
    { "CREATE INDEX more ON task (name)", "“more”" },
    { "ALTER TABLE task ADD COLUMN extra TEXT", "“task”" },
    { "ALTER TABLE task ADD COLUMN extra INTEGER AS (abs (-9223372036854775808))", "“task”" },
    { "ALTER TABLE task RENAME COLUMN note TO notes", "“task”" },
    { "DROP INDEX task_parent", "“task_parent”" },
    { "DROP TABLE view_state", "“view_state”" },
    { "DROP TABLE journal", "“journal”" },
    { "DROP INDEX task_parent; CREATE INDEX task_parent ON task (parent) WHERE parent > 5", "“task_parent”" },
    { "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, 'DEFAULT 0', 'DEFAULT 1') "
      "WHERE name = 'task'", "“task”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      make_file (f);
      store_fixture_sql (f->path, cases[i].sql);
      assert_refused (f->path, GUATU_STORE_ERROR_NOT_A_PLAN, cases[i].named);
      g_unlink (f->path);
    }

  make_file (f);
  store_fixture_sql (f->path, "PRAGMA user_version = 0");
  assert_refused (f->path, GUATU_STORE_ERROR_DAMAGED, "version");
}

static void
test_analyze_is_harmless (StoreFixture  *f,
                          gconstpointer  data)
{
  g_autoptr(GuatuStore) store = NULL;

  make_file (f);
  store_fixture_sql (f->path, "ANALYZE; VACUUM");
  store = store_fixture_open (f->path);
  store_fixture_verify (store);
}

static void
test_wal_is_turned_back (StoreFixture  *f,
                         gconstpointer  data)
{
  g_autoptr(GuatuStore) store = NULL;
  g_autoptr(GuatuPlan) plan = NULL;
  g_autofree char *wal = g_strconcat (f->path, "-wal", NULL);

  make_file (f);
  store_fixture_sql (f->path, "PRAGMA journal_mode = WAL");
  store = store_fixture_open (f->path);
  plan = store_fixture_load (store);
  while (store_fixture_edit (store, plan, f->rand) == 0)
    ;
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  store_fixture_verify (store);
}

/* Values that the schema lets through, and a plan cannot hold. */
static void
test_alien_values (StoreFixture  *f,
                   gconstpointer  data)
{
  static const struct { const char *sql; const char *named; } cases[] = {
    { "UPDATE task SET kind = 99", "“kind”" },
    { "UPDATE task SET \"constraint\" = -1", "“constraint”" },
    { "UPDATE task SET duration = 9223372036854775807", "“duration”" },
    { "UPDATE task SET deadline = -9223372036854775808", "“deadline”" },
    { "UPDATE task SET name = CAST (X'C328' AS TEXT)", "“name”" },
    { "UPDATE task SET name = 'a' || char (0) || 'b'", "“name”" },
    { "UPDATE task SET note = 'a' || char (27) || '[2J'", "“note”" },
    { "UPDATE task SET parent = 5", "“parent”" },
    { "UPDATE task SET parent = id", "within itself" },
    { "UPDATE task SET parent = (SELECT min (id) FROM task); UPDATE task SET parent = (SELECT max (id) FROM task) "
      "WHERE id = (SELECT min (id) FROM task)", "within itself" },
    { "UPDATE link SET successor = 5", "“successor”" },
    { "INSERT INTO task (id, name) VALUES (-3, 'x')", "task -3" },
    { "INSERT INTO task (id, name) VALUES (0, 'x')", "task 0" },
    { "INSERT INTO plan (id) VALUES (4)", "several plans" },
    { "UPDATE journal SET seq = 9223372036854775807 WHERE seq = (SELECT max (seq) FROM journal)", "lacks entry" },
    { "DELETE FROM plan", "settings of the plan are missing" },
    { "UPDATE calendar_hours SET to_time = 86401", "“to_time”" },
    { "UPDATE plan SET minutes_per_day = 0", "“minutes_per_day”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GuatuStore) store = NULL;
      g_autoptr(GuatuPlan) plan = NULL;

      make_file (f);
      store_fixture_sql (f->path, cases[i].sql);
      store = store_fixture_open (f->path);
      plan = guatu_store_load (store, NULL, &error);
      g_assert_null (plan);
      g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_DAMAGED);
      g_test_message ("%s", error->message);
      if (strstr (error->message, cases[i].named) == NULL)
        g_error ("“%s” does not say “%s”", error->message, cases[i].named);
      g_clear_pointer (&store, guatu_store_close);
      g_unlink (f->path);
    }
}

/* Damage --------------------------------------------------------------------------------------------------- */

static void
read_whatever (const char *path)
{
  Watch watch = watch_start ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuStore) store = guatu_store_open (path, FALSE, &error);
  g_autoptr(GuatuPlan) plan = NULL;
  gint64 seq;

  g_assert_true ((store == NULL) == (error != NULL));
  if (store != NULL)
    {
      plan = guatu_store_load (store, NULL, &error);
      g_assert_true ((plan == NULL) == (error != NULL));
      g_clear_error (&error);
      guatu_store_verify (store, NULL, NULL);
      guatu_store_find_undo (store, &seq, NULL);
      guatu_store_find_redo (store, &seq, NULL);
      if (guatu_store_begin (store, NULL))
        {
          guatu_store_apply_inverse (store, 2, NULL);
          guatu_store_rollback (store);
        }
    }
  watch_check (watch);
}

static void
test_cut_off (StoreFixture  *f,
              gconstpointer  data)
{
  g_autoptr(GBytes) bytes = NULL;
  gsize size;

  make_file (f);
  bytes = store_fixture_bytes (f->path);
  size = g_bytes_get_size (bytes);
  for (gsize length = 1; length < size; length += 4096 * 3 + 17)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GuatuStore) store = NULL;

      put (f->path, g_bytes_get_data (bytes, NULL), (gssize) length);
      store = guatu_store_open (f->path, FALSE, &error);
      g_assert_null (store);
      g_assert_true (g_error_matches (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_DAMAGED) ||
                     g_error_matches (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_NOT_A_PLAN));
    }
}

static void
test_scratched (StoreFixture  *f,
                gconstpointer  data)
{
  g_autoptr(GuatuPlan) plan = guatu_test_random_plan (f->rand, 20);
  g_autoptr(GuatuStore) store = store_fixture_make (f->path, plan, NULL);
  g_autoptr(GBytes) bytes = NULL;
  guint turns = g_test_slow () ? 4000 : 150;
  gsize size;

  while (store_fixture_edit (store, plan, f->rand) == 0)
    ;
  g_clear_pointer (&store, guatu_store_close);
  bytes = store_fixture_bytes (f->path);
  size = g_bytes_get_size (bytes);

  for (guint i = 0; i < turns; i++)
    {
      g_autofree guint8 *scratched = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
      guint n = (guint) g_rand_int_range (f->rand, 1, 20);

      /* Half of them near the heads of pages, where the structure is. */
      for (guint k = 0; k < n; k++)
        {
          gsize place = (gsize) g_rand_int_range (f->rand, 0, (gint32) size);

          if (g_rand_boolean (f->rand))
            place = place / 4096 * 4096 + place % 100;
          if (place < size)
            scratched[place] = (guint8) g_rand_int (f->rand);
        }
      put (f->path, (const char *) scratched, (gssize) size);
      read_whatever (f->path);
    }
}

static void
test_hostile_files (StoreFixture  *f,
                    gconstpointer  data)
{
  static const char *const names[] = { "sqlite-fuzz-9.db", "sqlite-fuzz-319.db", "sqlite-fuzz-437.db",
                                       "sqlite-fuzz-526.db", "sqlite-fuzz-1580.db", "sqlite-fuzz-1667.db",
                                       "sqlite-fuzz-2082.db", "sqlite-fuzz-2255.db", "sqlite-header-only.db" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = g_strconcat ("hostile/", names[i], NULL);
      g_autofree char *source = guatu_test_data (name);
      g_autoptr(GError) error = NULL;
      g_autoptr(GuatuStore) store = NULL;
      g_autoptr(GBytes) bytes = NULL;
      Watch watch;

      if (source == NULL)
        return;
      bytes = store_fixture_bytes (source);
      put (f->path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
      watch = watch_start ();
      store = guatu_store_open (f->path, FALSE, &error);
      watch_check (watch);
      g_assert_null (store);
      g_test_message ("%s: %s", names[i], error->message);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_true (g_error_matches (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_DAMAGED) ||
                     g_error_matches (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_NOT_A_PLAN));

      /* The same, claiming to be ours. */
      if (g_bytes_get_size (bytes) > 100)
        {
          g_autofree guint8 *claimed = g_memdup2 (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

          memcpy (claimed + 68, "Guat", 4);
          memcpy (claimed + 60, "\0\0\0\1", 4);
          put (f->path, (const char *) claimed, (gssize) g_bytes_get_size (bytes));
          read_whatever (f->path);
        }
    }
}

/* What can only be read -------------------------------------------------------------------------------------- */

/* Root may write everything: be somebody else for a while. */
static void
be_nobody (StoreFixture *f)
{
  g_assert_cmpint (chmod (f->dir, 0755), ==, 0);
  if (geteuid () == 0)
    {
      g_assert_cmpint (chown (f->path, 65534, 65534), ==, 0);
      g_assert_cmpint (chown (f->dir, 65534, 65534), ==, 0);
      g_assert_cmpint (seteuid (65534), ==, 0);
    }
}

static void
be_again (StoreFixture *f)
{
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_cmpint (chmod (f->dir, 0755), ==, 0);
}

static void
assert_only_read (StoreFixture *f,
                  gboolean      read_only,
                  const char   *said)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuStore) store = guatu_store_open (f->path, read_only, &error);
  g_autoptr(GuatuPlan) plan = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (guatu_store_read_only_reason (store));
  if (strstr (guatu_store_read_only_reason (store), said) == NULL)
    g_error ("“%s” does not say “%s”", guatu_store_read_only_reason (store), said);
  plan = store_fixture_load (store);
  g_assert_cmpuint (guatu_plan_n_live (plan, GUATU_TABLE_TASK), ==, 20);
  store_fixture_verify (store);

  g_assert_false (guatu_store_begin (store, &error));
  g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_READ_ONLY);
  g_assert_cmpstr (error->message, ==, guatu_store_read_only_reason (store));
}

static void
test_asked_to_read (StoreFixture  *f,
                    gconstpointer  data)
{
  make_file (f);
  assert_only_read (f, TRUE, "for reading only");
}

static void
test_read_only_file (StoreFixture  *f,
                     gconstpointer  data)
{
  make_file (f);
  g_assert_cmpint (chmod (f->path, 0444), ==, 0);
  be_nobody (f);
  assert_only_read (f, FALSE, "no permission to write “plan.guatu”");
  be_again (f);
}

static void
test_read_only_folder (StoreFixture  *f,
                       gconstpointer  data)
{
  make_file (f);
  be_nobody (f);
  g_assert_cmpint (chmod (f->dir, 0555), ==, 0);
  assert_only_read (f, FALSE, "folder");
  be_again (f);
}

static void
test_unreadable (StoreFixture  *f,
                 gconstpointer  data)
{
  make_file (f);
  g_assert_cmpint (chmod (f->path, 0), ==, 0);
  be_nobody (f);
  assert_refused (f->path, GUATU_STORE_ERROR_FAILED, "you may read");
  be_again (f);
}

static void
test_cannot_create (StoreFixture  *f,
                    gconstpointer  data)
{
  g_autofree char *other = g_build_filename (f->dir, "other.guatu", NULL);
  g_autofree char *nowhere = g_build_filename (f->dir, "no", "other.guatu", NULL);
  g_autoptr(GError) error = NULL;

  make_file (f);
  g_assert_null (guatu_store_create (f->path, &error));
  g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_null (guatu_store_create (nowhere, &error));
  g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  be_nobody (f);
  g_assert_cmpint (chmod (f->dir, 0555), ==, 0);
  g_assert_null (guatu_store_create (other, &error));
  g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_READ_ONLY);
  be_again (f);
}

static void
test_leaves_nothing_behind (StoreFixture  *f,
                            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) plan = guatu_test_random_plan (f->rand, 20);
  g_autoptr(GuatuPlan) empty = NULL;
  g_autoptr(GuatuStore) store = guatu_store_create (f->path, &error);
  gint64 seq = 5;

  g_assert_no_error (error);
  empty = guatu_store_load (store, &seq, &error);
  g_assert_no_error (error);
  g_assert_cmpint (seq, ==, 0);
  g_assert_cmpuint (guatu_plan_n_live (empty, GUATU_TABLE_TASK), ==, 0);

  g_assert_true (guatu_store_begin (store, &error));
  g_assert_true (guatu_store_insert_plan (store, plan, NULL, NULL, &error));
  g_clear_pointer (&store, guatu_store_close);
  g_assert_cmpint (g_rmdir (f->dir), ==, 0);
}

/* Cut off in the middle of an edit ----------------------------------------------------------------------------- */

static void
die_while_writing (const char *path)
{
  g_autoptr(GuatuStore) store = guatu_store_open (path, FALSE, NULL);
  guint field = GUATU_TASK_NAME;

  /* A small cache, so that pages are written long before the commit. */
  sqlite3_exec (store->db, "PRAGMA cache_size = 5", NULL, NULL, NULL);
  guatu_store_begin (store, NULL);
  for (gint64 id = 1; id < 3000; id++)
    guatu_store_insert (store, GUATU_TABLE_TASK, id, &field, &GUATU_TEXT ("lost"), 1, NULL);
  kill (getpid (), SIGKILL);
}

static void
make_hot_journal (StoreFixture *f)
{
  g_autofree char *journal = g_strconcat (f->path, "-journal", NULL);
  pid_t child;
  int status;

  make_file (f);
  child = fork ();
  if (child == 0)
    die_while_writing (f->path);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
}

static void
test_hot_journal (StoreFixture  *f,
                  gconstpointer  data)
{
  g_autoptr(GuatuStore) store = NULL;
  g_autoptr(GuatuPlan) plan = NULL;

  make_hot_journal (f);
  store = store_fixture_open (f->path);
  plan = store_fixture_load (store);
  g_assert_cmpuint (guatu_plan_n_live (plan, GUATU_TABLE_TASK), ==, 20);
  store_fixture_verify (store);
}

static void
test_hot_journal_not_ours (StoreFixture  *f,
                           gconstpointer  data)
{
  g_autofree char *journal = g_strconcat (f->path, "-journal", NULL);
  g_autoptr(GuatuStore) store = NULL;
  g_autoptr(GError) error = NULL;

  make_hot_journal (f);
  be_nobody (f);
  if (getuid () == 0)
    {
      g_assert_cmpint (seteuid (0), ==, 0);
      g_assert_cmpint (chown (journal, 65534, 65534), ==, 0);
      g_assert_cmpint (seteuid (65534), ==, 0);
    }
  g_assert_cmpint (chmod (f->dir, 0555), ==, 0);

  /* The file may be written, its folder not; then neither. */
  store = guatu_store_open (f->path, FALSE, &error);
  g_assert_null (store);
  g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_READ_ONLY);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "plan.guatu-journal"));
  g_clear_error (&error);

  g_assert_cmpint (chmod (f->path, 0444), ==, 0);
  store = guatu_store_open (f->path, FALSE, &error);
  g_assert_null (store);
  g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "plan.guatu-journal"));

  be_again (f);
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
  g_assert_cmpint (chmod (f->path, 0644), ==, 0);
  store = store_fixture_open (f->path);
  store_fixture_verify (store);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();

  store_test ("/store/refused/a-missing-file-and-a-folder", test_no_file);
  store_test ("/store/refused/a-pipe-is-not-waited-for", test_pipe);
  store_test ("/store/refused/a-text-and-an-empty-file", test_other_content);
  store_test ("/store/refused/a-database-of-another-program", test_other_database);
  store_test ("/store/refused/tables-triggers-and-views-that-we-do-not-make", test_alien_schema);
  store_test ("/store/refused/statistics-are-no-reason", test_analyze_is_harmless);
  store_test ("/store/refused/write-ahead-logging-is-no-reason-and-ends-with-the-first-edit", test_wal_is_turned_back);
  store_test ("/store/refused/values-that-no-plan-holds-are-named", test_alien_values);
  store_test ("/store/refused/a-file-that-was-cut-off", test_cut_off);
  store_test ("/store/refused/scratched-files-are-refused-or-read-but-never-crash", test_scratched);
  store_test ("/store/refused/hostile-databases", test_hostile_files);
  store_test ("/store/read-only/when-asked-to-read", test_asked_to_read);
  store_test ("/store/read-only/a-file-without-permission", test_read_only_file);
  store_test ("/store/read-only/a-folder-without-permission", test_read_only_folder);
  store_test ("/store/read-only/what-may-not-even-be-read-is-refused", test_unreadable);
  store_test ("/store/create/never-over-another-file", test_cannot_create);
  store_test ("/store/create/leaves-nothing-behind-without-a-commit", test_leaves_nothing_behind);
  store_test ("/store/cut-off/an-edit-that-was-killed-is-taken-back", test_hot_journal);
  store_test ("/store/cut-off/where-that-needs-permission-the-message-says-so", test_hot_journal_not_ours);

  return g_test_run ();
}
