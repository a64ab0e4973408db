/* bench-import.c — how long a task list of 50,000 rows takes from CSV to a plan on disk, everything included. */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sys/resource.h>

#define ROWS 50000

/* A list as a large office keeps it: an outline of two levels, and 1.5 predecessors a task on
 * average, each among the 50 rows before it. */
static gboolean
write_list (const char *path)
{
  g_autoptr(GString) text = g_string_new ("ID,Level,Name,Duration,Start,Deadline,Predecessors\r\n");
  g_autoptr(GRand) rand = g_rand_new_with_seed (20221017);

  for (int row = 1; row <= ROWS; row++)
    {
      gboolean heads = row % 10 == 1;
      int links = heads ? 0 : row % 2 + 1;

      g_string_append_printf (text, "%d,%d,\"%s %d, 第 %d 项\",%s,,%s,", row, heads ? 1 : 2, heads ? "Part" : "Task",
                              row, row, heads ? "" : "3d", row % 100 == 7 ? "2030-12-20" : "");
      for (int i = 0; i < links; i++)
        {
          int back = g_rand_int_range (rand, 1, MIN (row, 50));

          while ((row - back) % 10 == 1)
            back++;
          if (row - back > 0)
            g_string_append_printf (text, "%s%dFS%s", i > 0 ? ";" : "", row - back, i > 0 ? "+1d" : "");
        }
      g_string_append (text, "\r\n");
    }

  return g_file_set_contents (path, text->str, (gssize) text->len, NULL);
}

/* Seconds of processor time of all children so far. */
static double
processor_time (void)
{
  struct rusage usage;

  getrusage (RUSAGE_CHILDREN, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / G_USEC_PER_SEC;
}

/* Prints the seconds that the command takes, on the clock and of the processor. */
static void
measure (const char *what, const char * const *argv)
{
  g_autoptr(GError) error = NULL;
  double processor = processor_time ();
  g_autoptr(GSubprocess) process = NULL;
  gint64 begin = g_get_monotonic_time ();

  process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error);
  if (process == NULL || !g_subprocess_wait_check (process, NULL, &error))
    g_print ("  %s: %s\n", what, error->message);
  else
    g_print ("  %s: %.2f s, of which the processor %.2f s\n", what,
             (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC, processor_time () - processor);
}

int
main (void)
{
  const char *guatuctl = g_getenv ("GUATUCTL");
  g_autofree char *folder = g_dir_make_tmp ("guatu-bench-XXXXXX", NULL);
  g_autofree char *list = g_build_filename (folder, "list.csv", NULL);
  g_autofree char *plan = g_build_filename (folder, "list.guatu", NULL);
  const char *import[] = { guatuctl, "import", list, plan, NULL };
  const char *schedule[] = { guatuctl, "schedule", plan, "--json", NULL };

  if (guatuctl == NULL)
    {
      g_print ("  Say in GUATUCTL where guatuctl is\n");
      return 0;
    }

  if (write_list (list))
    {
      measure ("import of 50,000 rows, everything included (at most 5 s)", import);
      measure ("open, schedule and list them as JSON", schedule);
    }

  g_remove (list);
  g_remove (plan);
  g_rmdir (folder);
  return 0;
}
