/* test-sharing.c — several processes on one file: locks on one machine, a claim on a network share. */
#include "store-fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* A process id that nobody has: that of a child which has ended and was waited for. */
static pid_t
dead_process (void)
{
  pid_t child = fork ();

  if (child == 0)
    _exit (0);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);

  return child;
}

static void
make_file (StoreFixture *f)
{
  g_autoptr(GuatuPlan) plan = guatu_test_random_plan (f->rand, 10);

  guatu_store_close (store_fixture_make (f->path, plan, NULL));
}

static void
wait_for (pid_t child)
{
  int status;

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

/* One machine ------------------------------------------------------------------------------------------- */

#define EDITS 60

static int
edit_in_a_loop (const char *path,
                gint64      first)
{
  g_autoptr(GuatuStore) store = guatu_store_open (path, FALSE, NULL);
  guint field = GUATU_PHASE_NAME;

  for (gint64 i = 0; i < EDITS; i++)
    if (!guatu_store_begin (store, NULL) ||
        !guatu_store_insert (store, GUATU_TABLE_PHASE, first + i, &field, &GUATU_TEXT ("x"), 1, NULL) ||
        !guatu_store_commit (store, "tester", "add", NULL, 0, NULL, NULL, NULL))
      return 1;

  return 0;
}

static void
test_two_writers (StoreFixture  *f,
                  gconstpointer  data)
{
  g_autoptr(GuatuStore) store = NULL;
  g_autoptr(GuatuPlan) plan = NULL;
  pid_t children[2];
  gint64 head;

  make_file (f);
  for (guint i = 0; i < 2; i++)
    {
      children[i] = fork ();
      if (children[i] == 0)
        _exit (edit_in_a_loop (f->path, 1000 * (i + 1)));
    }
  for (guint i = 0; i < 2; i++)
    wait_for (children[i]);

  store = store_fixture_open (f->path);
  plan = store_fixture_load (store);
  for (guint i = 0; i < 2; i++)
    for (gint64 k = 0; k < EDITS; k++)
      g_assert_cmpint (guatu_plan_find (plan, GUATU_TABLE_PHASE, 1000 * (i + 1) + k), >=, 0);
  g_assert_true (guatu_store_head (store, &head, NULL, NULL));
  g_assert_cmpint (head, ==, 1 + 2 * EDITS);
  store_fixture_verify (store);
}

static void
test_busy (StoreFixture  *f,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuStore) store = NULL;
  g_autoptr(GuatuStore) other = NULL;
  g_autoptr(GuatuPlan) plan = NULL;
  gint64 from;

  make_file (f);
  guatu_store_set_patience (300);
  store = store_fixture_open (f->path);
  other = store_fixture_open (f->path);
  g_assert_true (guatu_store_begin (other, &error));

  from = g_get_monotonic_time ();
  g_assert_false (guatu_store_begin (store, &error));
  g_assert_cmpint (g_get_monotonic_time () - from, >, 250000);
  g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, "plan.guatu"));
  g_clear_error (&error);

  /* Reading goes on meanwhile. */
  plan = store_fixture_load (store);
  guatu_store_rollback (other);
  g_assert_true (guatu_store_begin (store, &error));
  guatu_store_rollback (store);
  guatu_store_set_patience (10000);
}

/* Asks the system, in a child, which has no locks of its own: whether another process holds the byte with
 * which SQLite marks the one that is about to write. */
static int
is_reserved (const char *path)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0x40000001, .l_len = 1 };
  int descriptor = open (path, O_RDWR);

  return descriptor >= 0 && fcntl (descriptor, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK ? 0 : 1;
}

/* Locks are the process's: closing another descriptor to the file would drop them all. */
static void
test_lock_survives_another_opening (StoreFixture  *f,
                                    gconstpointer  data)
{
  g_autofree char *copy = g_build_filename (f->dir, "copy", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuStore) store = NULL;
  g_autoptr(GuatuStore) other = NULL;
  g_autoptr(GuatuPlan) plan = NULL;
  pid_t child;

  make_file (f);
  guatu_store_set_patience (200);
  store = store_fixture_open (f->path);
  child = fork ();
  if (child == 0)
    _exit (is_reserved (f->path) == 0);
  wait_for (child);
  g_assert_true (guatu_store_begin (store, &error));

  /* Opened, read, refused, copied and closed again, all beside the edit. */
  other = store_fixture_open (f->path);
  plan = store_fixture_load (other);
  store_fixture_verify (other);
  g_assert_true (guatu_store_copy (other, copy, TRUE, "tester", &error));
  g_assert_false (guatu_store_copy (other, f->path, TRUE, "tester", NULL));
  g_clear_pointer (&other, guatu_store_close);

  child = fork ();
  if (child == 0)
    _exit (is_reserved (f->path));
  wait_for (child);
  guatu_store_rollback (store);
  guatu_store_set_patience (10000);
}

static void
test_locked (StoreFixture  *f,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuStore) store = NULL;
  sqlite3 *db = NULL;

  make_file (f);
  guatu_store_set_patience (200);
  g_assert_cmpint (sqlite3_open (f->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_null (guatu_store_open (f->path, FALSE, &error));
  g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_BUSY);
  sqlite3_close (db);
  store = store_fixture_open (f->path);
  guatu_store_set_patience (10000);
}

static gpointer
let_go (gpointer db)
{
  g_usleep (400000);
  sqlite3_exec (db, "COMMIT", NULL, NULL, NULL);
  return NULL;
}

static void
test_waits (StoreFixture  *f,
            gconstpointer  data)
{
  g_autoptr(GuatuStore) store = NULL;
  g_autoptr(GuatuStatement) statement = NULL;
  GThread *thread;
  sqlite3 *db = NULL;

  make_file (f);
  g_assert_cmpint (sqlite3_open (f->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  thread = g_thread_new ("let go", let_go, db);
  store = store_fixture_open (f->path);
  g_thread_join (thread);
  sqlite3_close (db);

  g_assert_cmpint (sqlite3_prepare_v2 (store->db, "PRAGMA busy_timeout", -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_cmpint (sqlite3_column_int (statement, 0), ==, 10000);
}

static void
test_no_statement_is_left_open (StoreFixture  *f,
                                gconstpointer  data)
{
  g_autoptr(GuatuPlan) random = guatu_test_random_plan (f->rand, 10);
  g_autoptr(GuatuStore) store = store_fixture_make (f->path, random, NULL);
  g_autoptr(GuatuStore) other = store_fixture_open (f->path);
  g_autoptr(GuatuPlan) plan = store_fixture_load (store);
  gint64 seq;

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr(GuatuEntry) entry = guatu_store_find_entry (other, 1, NULL);
      g_autoptr(GuatuPlan) seen = store_fixture_load (other);

      guatu_store_find_undo (other, &seq, NULL);
      guatu_store_find_redo (other, &seq, NULL);
      guatu_store_has_news (other);
      store_fixture_verify (other);
      for (sqlite3_stmt *statement = sqlite3_next_stmt (other->db, NULL); statement != NULL;
           statement = sqlite3_next_stmt (other->db, statement))
        g_assert_false (sqlite3_stmt_busy (statement));
      g_assert_true (sqlite3_get_autocommit (other->db));
      store_fixture_edit (store, plan, f->rand);
    }
}

static void
test_news (StoreFixture  *f,
           gconstpointer  data)
{
  g_autoptr(GuatuPlan) random = guatu_test_random_plan (f->rand, 10);
  g_autoptr(GuatuStore) store = store_fixture_make (f->path, random, NULL);
  g_autoptr(GuatuStore) other = store_fixture_open (f->path);
  g_autoptr(GuatuPlan) plan = store_fixture_load (store);

  g_assert_false (guatu_store_has_news (other));
  while (store_fixture_edit (store, plan, f->rand) == 0)
    ;
  g_assert_true (guatu_store_has_news (other));
  g_assert_false (guatu_store_has_news (other));
}

/* A network share ------------------------------------------------------------------------------------------ */

static gboolean
always (const char *path)
{
  return TRUE;
}

static GuatuStore *
open_on_share (StoreFixture *f)
{
  g_autoptr(GuatuStore) store = store_fixture_open (f->path);
  g_autoptr(GuatuPlan) plan = store_fixture_load (store);

  g_assert_cmpuint (guatu_plan_n_live (plan, GUATU_TABLE_TASK), ==, 10);
  return g_steal_pointer (&store);
}

static void
test_claim (StoreFixture  *f,
            gconstpointer  data)
{
  g_autofree char *claim = g_build_filename (f->dir, ".plan.guatu.lock", NULL);
  g_autofree char *content = NULL;
  g_autofree char *own = g_strdup_printf ("%s\n%d\n%s\n", g_get_host_name (), (int) getpid (), g_get_user_name ());
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuStore) store = NULL;
  g_autoptr(GuatuStore) second = NULL;
  g_autoptr(GuatuStore) reader = NULL;

  make_file (f);
  guatu_share_set_detector (always);
  store = open_on_share (f);
  g_assert_null (guatu_store_read_only_reason (store));
  g_assert_true (g_file_get_contents (claim, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, own);

  second = open_on_share (f);
  g_assert_nonnull (strstr (guatu_store_read_only_reason (second), "network share"));
  g_assert_nonnull (strstr (guatu_store_read_only_reason (second), g_get_host_name ()));
  g_assert_nonnull (strstr (guatu_store_read_only_reason (second), g_get_user_name ()));
  g_assert_nonnull (strstr (guatu_store_read_only_reason (second), ".plan.guatu.lock"));
  g_assert_false (guatu_store_begin (second, &error));
  g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_READ_ONLY);
  g_clear_pointer (&second, guatu_store_close);
  g_assert_true (g_file_test (claim, G_FILE_TEST_EXISTS));

  g_clear_pointer (&store, guatu_store_close);
  g_assert_false (g_file_test (claim, G_FILE_TEST_EXISTS));

  /* Whoever only reads claims nothing. */
  reader = guatu_store_open (f->path, TRUE, NULL);
  g_assert_nonnull (reader);
  g_assert_false (g_file_test (claim, G_FILE_TEST_EXISTS));
  second = open_on_share (f);
  g_assert_null (guatu_store_read_only_reason (second));
}

static void
test_claims_of_others (StoreFixture  *f,
                       gconstpointer  data)
{
  g_autofree char *claim = g_build_filename (f->dir, ".plan.guatu.lock", NULL);
  g_autofree char *gone = g_strdup_printf ("%s\n%d\nwang\n", g_get_host_name (), (int) dead_process ());
  g_autofree char *alive = g_strdup_printf ("%s\n%d\nwang\n", g_get_host_name (), (int) getppid ());
  g_autofree char *elsewhere = g_strdup_printf ("other-machine\n%d\n王\n", (int) dead_process ());
  g_autofree char *left = NULL;
  const struct { const char *content; gboolean writes; } cases[] = {
    { gone, TRUE }, { alive, FALSE }, { elsewhere, FALSE }, { "", FALSE }, { "\xff\xfe\n\n\n\n\n", FALSE },
  };

  make_file (f);
  guatu_share_set_detector (always);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GuatuStore) store = NULL;

      g_assert_true (g_file_set_contents (claim, cases[i].content, -1, NULL));
      store = open_on_share (f);
      g_assert_true (cases[i].writes == (guatu_store_read_only_reason (store) == NULL));
      if (!cases[i].writes)
        g_assert_true (g_utf8_validate (guatu_store_read_only_reason (store), -1, NULL));
      g_clear_pointer (&store, guatu_store_close);
      /* Only one's own is removed. */
      g_assert_true (cases[i].writes != g_file_test (claim, G_FILE_TEST_EXISTS));
    }

  /* Somebody removed ours and put up another. */
  g_unlink (claim);
  {
    g_autoptr(GuatuStore) store = open_on_share (f);

    g_assert_true (g_file_set_contents (claim, elsewhere, -1, NULL));
  }
  g_assert_true (g_file_get_contents (claim, &left, NULL, NULL));
  g_assert_cmpstr (left, ==, elsewhere);
}

static void
test_new_file_on_share (StoreFixture  *f,
                        gconstpointer  data)
{
  g_autofree char *claim = g_build_filename (f->dir, ".plan.guatu.lock", NULL);
  g_autoptr(GuatuPlan) plan = guatu_test_random_plan (f->rand, 10);
  g_autoptr(GuatuStore) store = NULL;
  g_autoptr(GuatuStore) second = NULL;

  guatu_share_set_detector (always);
  store = store_fixture_make (f->path, plan, NULL);
  g_assert_true (g_file_test (claim, G_FILE_TEST_EXISTS));
  second = open_on_share (f);
  g_assert_nonnull (guatu_store_read_only_reason (second));
  g_clear_pointer (&second, guatu_store_close);
  g_clear_pointer (&store, guatu_store_close);
  g_assert_false (g_file_test (claim, G_FILE_TEST_EXISTS));
}

/* 0: may write. The process goes on holding its claim until @hold is closed. */
static int
claim_and_hold (const char *path,
                int         report,
                int         hold)
{
  g_autoptr(GuatuStore) store = guatu_store_open (path, FALSE, NULL);
  char byte = guatu_store_read_only_reason (store) == NULL ? 'w' : 'r';

  if (write (report, &byte, 1) != 1)
    return 1;
  return read (hold, &byte, 1) == 0 ? 0 : 1;
}

static void
test_race_for_a_stale_claim (StoreFixture  *f,
                             gconstpointer  data)
{
  enum { N = 6 };
  g_autofree char *claim = g_build_filename (f->dir, ".plan.guatu.lock", NULL);
  g_autofree char *gone = g_strdup_printf ("%s\n%d\nwang\n", g_get_host_name (), (int) dead_process ());

  make_file (f);
  guatu_share_set_detector (always);
  for (guint turn = 0; turn < 15; turn++)
    {
      pid_t children[N];
      int report[2], hold[2];
      guint writers = 0;

      g_assert_true (g_file_set_contents (claim, gone, -1, NULL));
      g_assert_cmpint (pipe (report), ==, 0);
      g_assert_cmpint (pipe (hold), ==, 0);
      for (guint i = 0; i < N; i++)
        {
          children[i] = fork ();
          if (children[i] == 0)
            {
              close (hold[1]);
              _exit (claim_and_hold (f->path, report[1], hold[0]));
            }
        }
      for (guint i = 0; i < N; i++)
        {
          char byte;

          g_assert_cmpint (read (report[0], &byte, 1), ==, 1);
          writers += byte == 'w';
        }
      close (hold[1]);
      for (guint i = 0; i < N; i++)
        wait_for (children[i]);
      close (hold[0]);
      close (report[0]);
      close (report[1]);

      g_assert_cmpuint (writers, ==, 1);
      g_assert_false (g_file_test (claim, G_FILE_TEST_EXISTS));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test ("/store/sharing/two-processes-write-one-file-and-lose-nothing", test_two_writers);
  store_test ("/store/sharing/a-busy-file-is-waited-for-then-named-and-can-be-read", test_busy);
  store_test ("/store/sharing/an-edit-s-lock-survives-another-opening-in-the-process", test_lock_survives_another_opening);
  store_test ("/store/sharing/a-locked-file-is-said-to-be-busy", test_locked);
  store_test ("/store/sharing/a-lock-that-goes-in-time-is-waited-for", test_waits);
  store_test ("/store/sharing/no-statement-is-left-open-to-block-others", test_no_statement_is_left_open);
  store_test ("/store/sharing/another-connection-s-edit-is-news-once", test_news);
  store_test ("/store/share/the-second-one-is-told-and-reads", test_claim);
  store_test ("/store/share/only-a-dead-process-of-this-machine-loses-its-claim", test_claims_of_others);
  store_test ("/store/share/a-new-file-is-claimed-too", test_new_file_on_share);
  store_test ("/store/share/of-many-that-find-a-dead-claim-one-writes", test_race_for_a_stale_claim);

  return g_test_run ();
}
