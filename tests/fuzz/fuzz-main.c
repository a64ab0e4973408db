/* fuzz-main.c — runs a target over files and over its own seeds, and says in TAP how each went. */
#include "fuzz-target.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined (__SANITIZE_ADDRESS__)
#define SECONDS 60
#define BYTES   RLIM_INFINITY         /* a sanitizer takes what it likes */
#else
#define SECONDS 10
#define BYTES   ((rlim_t) 1024 * 1024 * 1024)
#endif

static guint count, failed;

/* In a process of its own, so that what breaks is the one input. */
static void
run_in_child (const char *name, gconstpointer data, gsize size)
{
  const struct rlimit room = { BYTES, BYTES };
  pid_t child;
  int status;

  fflush (stdout);
  child = fork ();
  if (child == 0)
    {
      g_autofree guint8 *exact = g_memdup2 (data, size);

      alarm (SECONDS);
      setrlimit (RLIMIT_AS, &room);
      LLVMFuzzerTestOneInput (exact, size);
      g_clear_pointer (&exact, g_free);
      exit (EXIT_SUCCESS);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  count++;
  failed += status != 0;
  printf ("%s %u - %s\n", status == 0 ? "ok" : "not ok", count, name);
  if (status != 0)
    printf ("# %s %d\n", WIFSIGNALED (status) ? "signal" : "exit status",
            WIFSIGNALED (status) ? WTERMSIG (status) : WEXITSTATUS (status));
}

static void
run_file (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *bytes = NULL;
  g_autoptr(GError) error = NULL;
  gsize size;

  g_file_get_contents (path, &bytes, &size, &error);
  g_assert_no_error (error);
  run_in_child (name, bytes, size);
}

static void
run_folder (const char *path)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      run_file (file);
    }
}

int
main (int argc, char *argv[])
{
  LLVMFuzzerInitialize (&argc, &argv);
  fuzz_set_seed_func (run_in_child);

  for (int i = 1; i < argc; i++)
    if (g_file_test (argv[i], G_FILE_TEST_IS_DIR))
      run_folder (argv[i]);
    else if (g_file_test (argv[i], G_FILE_TEST_EXISTS))
      run_file (argv[i]);
    else
      printf ("# nothing was kept in %s\n", argv[i]);

  /* Of one file alone somebody wants to see what it does. */
  if (argc != 2 || !g_file_test (argv[1], G_FILE_TEST_IS_REGULAR))
    fuzz_make_seeds ();
  printf ("1..%u\n", count);

  return failed > 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
