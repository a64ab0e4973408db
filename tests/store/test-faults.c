/* test-faults.c — whatever fails below, at whatever moment: nothing is lost, and the next verb works. */
#include "fault-vfs.h"
#include "store-fixture.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>

static const char *const fault_names[] = { "disk full", "write", "sync", "read", "open", "delete", "delete sync",
                                           "lock", "any" };

static void
put_back (const char *path,
          GBytes     *bytes)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  FILE *file;

  g_unlink (journal);
  /* In place: g_file_set_contents() syncs. */
  file = g_fopen (path, "wb");
  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), 1, file), ==, 1);
  g_assert_cmpint (fclose (file), ==, 0);
}

/* A verb large enough to be written before it ends, or one of a single row. */
static gboolean
write_verb (GuatuStore       *store,
            const GuatuPlan  *plan,
            gboolean          large,
            GError          **error)
{
  guint field = GUATU_TASK_NAME;
  gint64 task = guatu_plan_id (plan, GUATU_TABLE_TASK, 0);

  if (!guatu_store_begin (store, error) ||
      !guatu_store_update (store, GUATU_TABLE_TASK, task, GUATU_TASK_NAME, GUATU_TEXT ("renamed"), error))
    return FALSE;
  for (gint64 id = 1; large && id <= 300; id++)
    if (!guatu_store_insert (store, GUATU_TABLE_TASK, id, &field, &GUATU_TEXT ("new"), 1, error))
      return FALSE;

  return TRUE;
}

static gboolean
do_verb (GuatuStore  *store,
         GuatuPlan   *plan,
         gboolean     large,
         GError     **error)
{
  g_autoptr(GBytes) changeset = NULL;

  if (!write_verb (store, plan, large, error))
    {
      guatu_store_rollback (store);
      return FALSE;
    }
  if (!guatu_store_commit (store, "tester", "edit", NULL, 0, &changeset, NULL, error))
    return FALSE;

  g_assert_true (guatu_changeset_apply (changeset, plan, NULL));
  return TRUE;
}

static void
assert_holds (GuatuStore      *store,
              const GuatuPlan *plan)
{
  g_autoptr(GuatuPlan) loaded = store_fixture_load (store);

  guatu_assert_same_plan (plan, loaded);
}

static gboolean
take_over (const GuatuEntry  *entry,
           gpointer           data,
           GError           **error)
{
  return guatu_changeset_apply (entry->changeset, data, error);
}

/* Where nothing at all could be reached any more, a commit is reported as failed that was not: the
 * journal tells, as it does of another process's edits. Returns whether there was one. */
static gboolean
catch_up (GuatuStore *store,
          GuatuPlan  *plan)
{
  g_autoptr(GError) error = NULL;
  gint64 head;

  guatu_store_head (store, &head, NULL, &error);
  g_assert_no_error (error);
  guatu_store_each_entry (store, 1, take_over, plan, &error);
  g_assert_no_error (error);

  return head > 1;
}

/* One verb with one fault. Returns whether the fault came to pass. */
static gboolean
try_fault (StoreFixture    *f,
           GBytes          *bytes,
           const GuatuPlan *start,
           gboolean         large,
           Fault            fault,
           guint            n,
           gboolean         for_good)
{
  g_autoptr(GuatuPlan) plan = guatu_plan_copy (start);
  g_autoptr(GuatuStore) store = NULL;
  g_autoptr(GError) error = NULL;
  gboolean done, fired;

  put_back (f->path, bytes);
  guatu_plan_settle (plan);
  store = store_fixture_open (f->path);
  if (large)
    sqlite3_exec (store->db, "PRAGMA cache_size = 5", NULL, NULL, NULL);

  fault_vfs_arm (fault, n, for_good);
  done = do_verb (store, plan, large, &error);
  fired = fault_vfs_disarm ();
  g_assert_true (done || fired);
  g_assert_true (done == (error == NULL));
  if (!done)
    {
      if (fault == FAULT_DISK_FULL)
        g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_FULL);
      g_assert_true (error->domain == GUATU_STORE_ERROR);
      g_assert_nonnull (strstr (error->message, "plan.guatu"));
      done = catch_up (store, plan);
      if (done)
        g_assert_nonnull (strstr (error->message, "whether the last edit was saved"));
      if (done)
        g_assert_true (for_good);
    }

  /* Memory, this connection and the file agree; and the next verb works. */
  assert_holds (store, plan);
  g_clear_error (&error);
  if (!done)
    do_verb (store, plan, large, &error);
  g_assert_no_error (error);
  assert_holds (store, plan);
  store_fixture_verify (store);
  g_clear_pointer (&store, guatu_store_close);
  store = store_fixture_open (f->path);
  assert_holds (store, plan);

  return fired;
}

static void
try_all (StoreFixture *f,
         gboolean      large,
         gboolean      for_good)
{
  g_autoptr(GuatuPlan) plan = guatu_test_random_plan (f->rand, 6);
  g_autoptr(GBytes) bytes = NULL;

  guatu_store_close (store_fixture_make (f->path, plan, NULL));
  bytes = store_fixture_bytes (f->path);
  for (Fault fault = 0; fault < N_FAULTS; fault++)
    {
      /* The many writes of a large verb are much alike. */
      guint step = large && !g_test_slow () ? 5 : 1;
      guint n = 1;

      while (try_fault (f, bytes, plan, large, fault, n, for_good))
        n += step;
      g_test_message ("%s: %u", fault_names[fault], n - 1);
      g_assert_cmpuint (n, >, 1);
    }
}

static void
test_one_fault (StoreFixture  *f,
                gconstpointer  data)
{
  try_all (f, FALSE, FALSE);
}

static void
test_faults_for_good (StoreFixture  *f,
                      gconstpointer  data)
{
  try_all (f, FALSE, TRUE);
}

static void
test_one_fault_of_many_writes (StoreFixture  *f,
                               gconstpointer  data)
{
  try_all (f, TRUE, FALSE);
}

static void
test_faults_of_many_writes_for_good (StoreFixture  *f,
                                     gconstpointer  data)
{
  try_all (f, TRUE, TRUE);
}

/* A full disk in the middle of a verb ends the transaction by itself: a caller that goes on writes nothing. */
static void
test_going_on (StoreFixture  *f,
               gconstpointer  data)
{
  guint field = GUATU_TASK_NAME;
  g_autoptr(GuatuPlan) plan = guatu_test_random_plan (f->rand, 6);
  g_autoptr(GuatuStore) store = store_fixture_make (f->path, plan, NULL);
  guint refused = 0;

  sqlite3_exec (store->db, "PRAGMA cache_size = 5", NULL, NULL, NULL);
  g_assert_true (guatu_store_begin (store, NULL));
  fault_vfs_arm (FAULT_DISK_FULL, 1, FALSE);
  for (gint64 id = 1; id <= 500; id++)
    refused += !guatu_store_insert (store, GUATU_TABLE_TASK, id, &field, &GUATU_TEXT ("new"), 1, NULL);
  g_assert_true (fault_vfs_disarm ());
  g_assert_cmpuint (refused, >, 1);
  g_assert_false (guatu_store_commit (store, "tester", "edit", NULL, 0, NULL, NULL, NULL));
  assert_holds (store, plan);
  store_fixture_verify (store);
}

/* Making a new file: whole, or not there. */
static void
test_creating (StoreFixture  *f,
               gconstpointer  data)
{
  g_autoptr(GuatuPlan) plan = guatu_test_random_plan (f->rand, 6);
  g_autofree char *journal = g_strconcat (f->path, "-journal", NULL);

  for (Fault fault = 0; fault < N_FAULTS; fault++)
    {
      gboolean fired = TRUE;

      for (guint n = 1; fired; n++)
        {
          g_autoptr(GError) error = NULL;
          g_autoptr(GuatuStore) store = NULL;
          gboolean done;

          fault_vfs_arm (fault, n, n % 2 == 0);
          store = guatu_store_create (f->path, &error);
          done = store != NULL && guatu_store_begin (store, &error) &&
                 guatu_store_insert_plan (store, plan, NULL, NULL, &error) &&
                 guatu_store_commit (store, "tester", "create", NULL, 0, NULL, NULL, &error);
          fired = fault_vfs_disarm ();
          g_assert_true (done == (error == NULL));
          g_assert_true (done || fired);
          g_clear_pointer (&store, guatu_store_close);

          g_assert_true (done == g_file_test (f->path, G_FILE_TEST_EXISTS));
          g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
          if (done)
            {
              store = store_fixture_open (f->path);
              assert_holds (store, plan);
              store_fixture_verify (store);
              g_clear_pointer (&store, guatu_store_close);
              g_unlink (f->path);
            }
        }
    }
}

static void
test_reading (StoreFixture  *f,
              gconstpointer  data)
{
  g_autoptr(GuatuPlan) plan = guatu_test_random_plan (f->rand, 6);
  gboolean fired = TRUE;

  guatu_store_close (store_fixture_make (f->path, plan, NULL));
  for (guint n = 1; fired; n++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GuatuStore) store = NULL;
      g_autoptr(GuatuPlan) loaded = NULL;

      fault_vfs_arm (FAULT_ANY, n, TRUE);
      store = guatu_store_open (f->path, FALSE, &error);
      loaded = store != NULL ? guatu_store_load (store, NULL, &error) : NULL;
      fired = fault_vfs_disarm ();
      g_assert_true ((loaded == NULL) == (error != NULL));
      g_assert_true (fired || loaded != NULL);

      /* And once the disk is well, the same store reads. */
      if (store != NULL && loaded == NULL)
        {
          assert_holds (store, plan);
          store_fixture_verify (store);
        }
    }
}

static void
test_copying (StoreFixture  *f,
              gconstpointer  data)
{
  g_autofree char *copy = g_build_filename (f->dir, "copy.guatu", NULL);
  g_autoptr(GuatuPlan) plan = guatu_test_random_plan (f->rand, 6);
  g_autoptr(GuatuStore) store = store_fixture_make (f->path, plan, NULL);

  for (guint with_history = 0; with_history < 2; with_history++)
    {
      gboolean fired = TRUE;

      for (guint n = 1; fired; n += g_test_slow () ? 1 : 3)
        {
          g_autoptr(GError) error = NULL;
          gboolean done;

          fault_vfs_arm (FAULT_ANY, n, TRUE);
          done = guatu_store_copy (store, copy, with_history, "tester", &error);
          fired = fault_vfs_disarm ();
          g_assert_true (done == (error == NULL));
          g_assert_true (done == g_file_test (copy, G_FILE_TEST_EXISTS));
          if (done)
            {
              g_autoptr(GuatuStore) other = store_fixture_open (copy);

              assert_holds (other, plan);
              store_fixture_verify (other);
            }
          g_unlink (copy);
          assert_holds (store, plan);
        }
    }
}

/* A real disk that is really full ---------------------------------------------------------------------------- */

static gboolean
set_note (GuatuStore  *store,
          GuatuPlan   *plan,
          gsize        length,
          GError     **error)
{
  g_autofree char *note = g_strnfill (length, 'n');
  g_autoptr(GBytes) changeset = NULL;

  if (!guatu_store_begin (store, error))
    return FALSE;
  if (!guatu_store_update (store, GUATU_TABLE_TASK, guatu_plan_id (plan, GUATU_TABLE_TASK, 1), GUATU_TASK_NOTE,
                           GUATU_TEXT (note), error))
    {
      guatu_store_rollback (store);
      return FALSE;
    }
  if (!guatu_store_commit (store, "tester", "edit", NULL, 0, &changeset, NULL, error))
    return FALSE;

  g_assert_true (guatu_changeset_apply (changeset, plan, NULL));
  return TRUE;
}

static void
test_real_disk (StoreFixture  *f,
                gconstpointer  data)
{
  g_autofree char *disk = g_build_filename (f->dir, "disk", NULL);
  g_autofree char *path = g_build_filename (disk, "plan.guatu", NULL);
  g_autofree char *ballast_path = g_build_filename (disk, "ballast", NULL);
  g_autofree char *ballast = g_strnfill (40000, 'x');
  g_autoptr(GuatuPlan) plan = guatu_test_random_plan (f->rand, 6);
  g_autoptr(GuatuStore) store = NULL;
  g_autoptr(GError) error = NULL;
  guint edits = 0;

  g_assert_cmpint (g_mkdir (disk, 0700), ==, 0);
  /* A name space of our own: nobody else sees the disk, and it goes when the process ends. */
  if (unshare (CLONE_NEWNS) != 0 || mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
      mount ("none", disk, "tmpfs", 0, "size=600k") != 0)
    {
      g_test_skip ("no permission to mount a small disk");
      return;
    }

  g_file_set_contents (ballast_path, ballast, -1, &error);
  g_assert_no_error (error);
  store = store_fixture_make (path, plan, NULL);
  while (set_note (store, plan, 3000 + edits, &error))
    g_assert_cmpuint (++edits, <, 2000);
  g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_FULL);
  g_test_message ("after %u edits: %s", edits, error->message);
  g_assert_cmpuint (edits, >, 5);
  assert_holds (store, plan);
  store_fixture_verify (store);

  /* Room is made. */
  g_unlink (ballast_path);
  while (store_fixture_edit (store, plan, f->rand) == 0)
    ;
  assert_holds (store, plan);
  store_fixture_verify (store);
  g_clear_pointer (&store, guatu_store_close);
  umount2 (disk, MNT_DETACH);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();

  store_test ("/store/faults/any-single-fault-leaves-the-old-or-the-new-content", test_one_fault);
  store_test ("/store/faults/a-disk-that-stays-broken-leaves-the-old-or-the-new-content", test_faults_for_good);
  store_test ("/store/faults/also-when-much-was-written-before-the-commit", test_one_fault_of_many_writes);
  store_test ("/store/faults/also-when-the-disk-stays-broken-then", test_faults_of_many_writes_for_good);
  store_test ("/store/faults/a-verb-that-goes-on-after-a-full-disk-writes-nothing", test_going_on);
  store_test ("/store/faults/a-new-file-is-whole-or-not-there", test_creating);
  store_test ("/store/faults/a-file-that-cannot-be-read-now-can-be-read-later", test_reading);
  store_test ("/store/faults/a-copy-is-whole-or-not-there", test_copying);
  store_test ("/store/faults/a-full-disk-loses-nothing-and-room-heals-it", test_real_disk);

  return g_test_run ();
}
