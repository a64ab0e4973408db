/* test-backups.c — copies that are made by themselves: of one moment, not too many, and nothing of others touched. */
#include "document-fixture.h"

#include "guatu-backups.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#define HOUR 3600
#define DAY (24 * HOUR)

static char *
make (DocumentFixture *fixture, const char *root, guint keep, gboolean always)
{
  g_autoptr(GError) error = NULL;
  char *made = NULL;

  guatu_backups_make (fixture->path, root, keep, always, &made, &error);
  g_assert_no_error (error);
  return made;
}

static void
rename_bridge (DocumentFixture *fixture, const char *name)
{
  g_assert_true (guatu_document_set (fixture->document, GUATU_TABLE_TASK, task_id (fixture, "Road"),
                                     &(GuatuSetting) { GUATU_TASK_NOTE, GUATU_TEXT (name) }, 1, NULL));
}

/* A backup is the plan with its history; without a change there is none; one can be brought back beside the plan. */
static void
test_make (DocumentFixture *fixture, gconstpointer data)
{
  g_autofree char *root = g_build_filename (fixture->dir, "backups", NULL);
  g_autofree char *first = make (fixture, root, 5, FALSE), *second = make (fixture, root, 5, FALSE);
  g_autofree char *third = NULL, *restored = g_build_filename (fixture->dir, "again.guatu", NULL);
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GuatuDocument) again = NULL;
  g_autoptr(GError) error = NULL;
  GuatuBackupFacts facts = { 0 };

  g_assert_nonnull (first);
  g_assert_null (second);
  rename_bridge (fixture, "newer");
  third = make (fixture, root, 5, FALSE);
  g_assert_nonnull (third);
  list = guatu_backups_list (fixture->path, root);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (((GuatuBackup *) list->pdata[0])->path, ==, third);
  g_assert_true (guatu_backups_look (third, &facts, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (facts.n_tasks, ==, 7);
  g_assert_nonnull (strstr (facts.title, "Road"));
  guatu_backup_facts_clear (&facts);

  g_assert_true (guatu_backups_restore (first, restored, &error));
  again = document_fixture_open (restored);
  g_assert_cmpstr (guatu_plan_task_string (guatu_document_get_plan (again), task_row (fixture, "Road"),
                                           GUATU_TASK_NOTE), ==, "");
  g_assert_true (guatu_store_verify (guatu_document_get_store (again), NULL, &error));
  /* What is there already is not written over. */
  g_assert_false (guatu_backups_restore (first, restored, &error));
  g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_EXISTS);
}

/* What others wrote and ours may look alike; only ours are counted and deleted. */
static void
test_others (DocumentFixture *fixture, gconstpointer data)
{
  g_autofree char *root = g_build_filename (fixture->dir, "backups", NULL);
  g_autofree char *folder = guatu_backups_folder (fixture->path, root);
  const char * const names[] = { "20200101-000000.guatu", "20200101-000001.guatu.bak", "notes.txt", "2020101-00000.guatu" };
  g_autofree char *plan = g_build_filename (folder, "20200102-000000 copy.guatu", NULL);
  g_autofree char *last = NULL;
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_assert_true (g_file_set_contents (path, "no plan", -1, NULL));
    }
  g_assert_true (guatu_store_copy (guatu_document_get_store (fixture->document), plan, TRUE, "me", &error));
  for (guint i = 0; i < 6; i++)
    {
      g_free (last);
      last = make (fixture, root, 2, TRUE);
    }
  list = guatu_backups_list (fixture->path, root);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (((GuatuBackup *) list->pdata[0])->path, ==, last);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  g_assert_true (g_file_test (plan, G_FILE_TEST_EXISTS));
}

/* For any times: the limit holds, the newest half stays, and no hour or day that is kept loses its last. */
static void
test_thinning (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 300; round++)
    {
      guint n = (guint) g_rand_int_range (rand, 0, 80), keep = (guint) g_rand_int_range (rand, 1, 30), kept = 0;
      g_autofree gint64 *times = g_new (gint64, n + 1);
      g_autofree gboolean *goes = g_new (gboolean, n + 1);
      gint64 now = G_GINT64_CONSTANT (1800000000);

      for (guint i = 0; i < n; i++)
        times[i] = now -= g_rand_int_range (rand, 1, g_rand_int_range (rand, 2, round % 2 ? DAY : HOUR));
      guatu_backups_superfluous (times, n, keep, goes);
      for (guint i = 0; i < n; i++)
        kept += !goes[i];
      g_assert_cmpuint (kept, ==, MIN (n, keep));
      for (guint i = 0; i < MIN (n, (keep + 1) / 2); i++)
        g_assert_false (goes[i]);
    }
}

/* Twelve of one hour, then one of each hour: of the hour that is over only the last stays. */
static void
test_hours (DocumentFixture *fixture, gconstpointer data)
{
  gint64 times[20];
  gboolean goes[20];
  gint64 noon = G_GINT64_CONSTANT (500000) * HOUR;

  for (guint i = 0; i < 12; i++)
    times[i] = noon + 50 * 60 - i * 240;
  for (guint i = 12; i < 20; i++)
    times[i] = noon - (i - 12) * HOUR - 60;
  guatu_backups_superfluous (times, 20, 12, goes);
  for (guint i = 0; i < 6; i++)
    g_assert_false (goes[i]);
  for (guint i = 6; i < 12; i++)
    g_assert_true (goes[i]);
  for (guint i = 12; i < 18; i++)
    g_assert_false (goes[i]);
}

static gpointer
write_on (gpointer data)
{
  const char *path = data;
  g_autoptr(GuatuDocument) document = document_fixture_open (path);
  gint32 task = guatu_plan_first_task (guatu_document_get_plan (document));

  for (guint i = 0; i < 150; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      guatu_document_set (document, GUATU_TABLE_TASK,
                          guatu_plan_id (guatu_document_get_plan (document), GUATU_TABLE_TASK, task),
                          (GuatuSetting[]) { { GUATU_TASK_NOTE, GUATU_TEXT (text) },
                                             { GUATU_TASK_OBJECTIVE, GUATU_TEXT (text) } }, 2, NULL);
    }
  return NULL;
}

/* Each of those made while another writes is a state that there was: sound, and its two fields say the same. */
static void
test_while_written (DocumentFixture *fixture, gconstpointer data)
{
  g_autofree char *root = g_build_filename (fixture->dir, "backups", NULL);
  GThread *writer = g_thread_new ("writer", write_on, fixture->path);
  g_autoptr(GPtrArray) list = NULL;

  for (guint i = 0; i < 12; i++)
    {
      g_autoptr(GError) error = NULL;

      /* Whoever is in the middle of a commit is waited for; after that it is the next backup's turn. */
      if (!guatu_backups_make (fixture->path, root, 50, TRUE, NULL, &error))
        g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_BUSY);
    }
  g_thread_join (writer);
  list = guatu_backups_list (fixture->path, root);
  g_assert_cmpuint (list->len, >, 0);
  for (guint i = 0; i < list->len; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GuatuStore) store = guatu_store_open (((GuatuBackup *) list->pdata[i])->path, TRUE, &error);
      g_autoptr(GuatuPlan) plan = guatu_store_load (store, NULL, &error);
      gint32 task = guatu_plan_first_task (plan);

      g_assert_no_error (error);
      g_assert_cmpstr (guatu_plan_task_string (plan, task, GUATU_TASK_NOTE), ==,
                       guatu_plan_task_string (plan, task, GUATU_TASK_OBJECTIVE));
      g_assert_true (guatu_store_verify (store, NULL, &error));
    }
}

/* A folder that is a file, and a disk without room: an error that names the trouble, nothing half made, nothing lost. */
static void
test_trouble (DocumentFixture *fixture, gconstpointer data)
{
  g_autofree char *root = g_build_filename (fixture->dir, "file", NULL);
  g_autofree char *good = g_build_filename (fixture->dir, "backups", NULL);
  g_autofree char *kept = make (fixture, good, 1, FALSE);
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GError) error = NULL;
  struct rlimit limit, small;

  g_assert_true (g_file_set_contents (root, "in the way", -1, NULL));
  g_assert_false (guatu_backups_make (fixture->path, root, 5, FALSE, NULL, &error));
  g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, root));
  g_clear_error (&error);

  rename_bridge (fixture, "newer");
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  small = limit;
  small.rlim_cur = 16 * 1024;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_false (guatu_backups_make (fixture->path, good, 1, FALSE, NULL, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_nonnull (error);
  list = guatu_backups_list (fixture->path, good);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpstr (((GuatuBackup *) list->pdata[0])->path, ==, kept);
}

/* Plans of one name in different folders do not share backups. */
static void
test_folders (DocumentFixture *fixture, gconstpointer data)
{
  g_autofree char *a = guatu_backups_folder ("/a/plan.guatu", "/r"), *b = guatu_backups_folder ("/b/plan.guatu", "/r");
  g_autofree char *again = guatu_backups_folder ("/a/../a/plan.guatu", "/r");

  g_assert_cmpstr (a, !=, b);
  g_assert_cmpstr (a, ==, again);
  g_assert_true (g_str_has_prefix (a, "/r/plan-"));
}

int
main (int argc, char **argv)
{
  document_fixture_in_memory ();
  g_test_init (&argc, &argv, NULL);

  add_document_test ("/backups/make", test_make);
  add_document_test ("/backups/others", test_others);
  add_document_test ("/backups/thinning", test_thinning);
  add_document_test ("/backups/hours", test_hours);
  add_document_test ("/backups/while-written", test_while_written);
  add_document_test ("/backups/trouble", test_trouble);
  add_document_test ("/backups/folders", test_folders);

  return g_test_run ();
}
