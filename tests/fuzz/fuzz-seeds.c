/* fuzz-seeds.c — how a target begins, the files it may use, and plans to make seeds of. */
#include "fuzz-target.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store-fixture.h"

static const char *seed_folder;
static FuzzSeedFunc seed_func;
static char *scratch_folder;
static pid_t owner;

/* A folder to work in --------------------------------------------------------------------------------------- */

static void
remove_scratch (void)
{
  /* Not by a child, whose folder it is as well. */
  if (getpid () == owner)
    guatu_test_remove_dir (g_steal_pointer (&scratch_folder));
}

char *
fuzz_scratch (const char *name, const void *data, gsize size)
{
  char *path = g_build_filename (scratch_folder, name, NULL);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  FILE *file;

  g_unlink (path);
  g_unlink (journal);
  if (data == NULL)
    return path;

  file = g_fopen (path, "wb");
  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (data, 1, size, file), ==, size);
  g_assert_cmpint (fclose (file), ==, 0);
  return path;
}

/* Beginning --------------------------------------------------------------------------------------------------- */

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  /* A warning is an error of ours: nobody's file is to blame for it. */
  g_log_set_always_fatal (G_LOG_LEVEL_WARNING | G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);
  scratch_folder = guatu_test_make_dir ();
  owner = getpid ();
  atexit (remove_scratch);

  if (*argc == 3 && g_str_equal ((*argv)[1], "--make-seeds"))
    {
      seed_folder = (*argv)[2];
      g_assert_cmpint (g_mkdir_with_parents (seed_folder, 0755), ==, 0);
      fuzz_make_seeds ();
      exit (EXIT_SUCCESS);
    }

  return 0;
}

gboolean
fuzz_is_hasty (void)
{
  return seed_func == NULL;
}

/* Seeds --------------------------------------------------------------------------------------------------------- */

void
fuzz_set_seed_func (FuzzSeedFunc func)
{
  seed_func = func;
}

void
fuzz_seed (const char *name, gconstpointer data, gsize size)
{
  g_autofree char *path = NULL;

  if (seed_func != NULL)
    {
      seed_func (name, data, size);
      return;
    }

  path = g_build_filename (seed_folder, name, NULL);
  g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
}

GuatuPlan *
fuzz_plan (guint n)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (n);

  guatu_test_fix_ids ();
  return guatu_test_random_plan (rand, 4 + n % 10);
}

GBytes *
fuzz_plan_file (guint n)
{
  g_autofree char *path = fuzz_scratch ("seed.guatu", NULL, 0);
  g_autoptr(GuatuPlan) plan = fuzz_plan (n);
  g_autoptr(GRand) rand = g_rand_new_with_seed (n);
  GuatuStore *store = store_fixture_make (path, plan, NULL);

  for (guint i = 0; i < n % 5; i++)
    store_fixture_edit (store, plan, rand);
  if (n % 3 == 0)
    store_fixture_undo (store, plan);
  guatu_store_close (store);

  /* A table takes at least a page, and there are many tables. */
  store_fixture_sql (path, "PRAGMA page_size = 512; VACUUM;");
  return store_fixture_bytes (path);
}
