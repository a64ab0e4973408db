/* bench-incoming.c — a task list of 10,000 rows read, put into the plan that a window shows and taken back, against reading
 * its bytes alone; and the longest that the window was busy with it meanwhile. */
#include <glib/gstdio.h>
#include <time.h>

#include "guatu-application.h"
#include "guatu-csv-look.h"
#include "guatu-import-work.h"
#include "guatu-step-work.h"
#include "guatu-test.h"
#include "guatu-window.h"

#define ROWS 10000
#define N_TURNS 5

static char *
write_list (const char *folder)
{
  char *path = g_build_filename (folder, "list.csv", NULL);
  g_autoptr(GString) text = g_string_new ("ID,Level,Name,Duration,Predecessors,Lead unit,Responsible person,% complete\r\n");

  for (int row = 1; row <= ROWS; row++)
    {
      gboolean heads = row % 20 == 1;

      g_string_append_printf (text, "%d,%d,%s %d,%s,", row, heads ? 1 : 2, heads ? "Part" : "Task", row, heads ? "" : "3d");
      if (!heads && row % 20 != 2)
        g_string_append_printf (text, "%d", row - 1);
      g_string_append_printf (text, ",Unit %d,Person %d,%d%%\r\n", row % 40, row % 300, heads ? 0 : row % 3 * 10);
    }
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
  return path;
}

static double
milliseconds_since (gint64 begin)
{
  return (double) (g_get_monotonic_time () - begin) / 1000;
}

/* Of this thread alone: what other programs take from it says nothing of ours. */
static double
busy (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

/* The main loop ----------------------------------------------------------------------------------------- */

typedef struct
{
  GuatuImported *imported;
  gboolean       done;
  double         turned;        /* how busy the window had been when the main loop turned last */
  double         longest;       /* milliseconds of work from one turn to the next */
} Bench;

static gboolean
turn_cb (gpointer data)
{
  Bench *bench = data;

  bench->longest = MAX (bench->longest, busy () - bench->turned);
  bench->turned = busy ();
  return G_SOURCE_CONTINUE;
}

/* Lets the window work until all is done and drawn. */
static void
wait (Bench *bench)
{
  guint source;

  bench->done = FALSE;
  bench->longest = 0;
  bench->turned = busy ();
  source = g_timeout_add_full (G_PRIORITY_HIGH, 1, turn_cb, bench, NULL);
  while (!bench->done)
    g_main_context_iteration (NULL, TRUE);
  for (gint64 end = g_get_monotonic_time () + 500000; g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Bench *bench = data;

  bench->imported = guatu_import_work_read_finish (result, NULL);
  bench->done = TRUE;
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Bench *bench = data;
  g_autoptr(GError) error = NULL;

  guatu_import_work_add_finish (result, &error);
  g_assert_no_error (error);
  bench->done = TRUE;
}

static void
stepped_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Bench *bench = data;
  g_autoptr(GError) error = NULL;

  guatu_step_work_finish (result, &error);
  g_assert_no_error (error);
  bench->done = TRUE;
}

static double
bare_parse (const char *path)
{
  const GuatuImportOptions options = { .start = GUATU_NONE };
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_TURNS; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr(GuatuCsvLook) look = guatu_csv_look_new (path, &options, NULL);

      best = MIN (best, milliseconds_since (begin));
    }
  return best;
}

static void
measure (const char *list, GuatuWindow *window)
{
  GuatuDocument *document = guatu_window_get_document (window);
  g_autoptr(GuatuImportMeter) meter = guatu_import_meter_new ();
  const GuatuImportSaid said = { NULL };
  double bare = bare_parse (list);

  for (guint i = 0; i < N_TURNS; i++)
    {
      Bench bench = { NULL };
      gint64 begin = g_get_monotonic_time ();
      double reading, adding, undoing;

      guatu_import_work_read (list, &said, meter, NULL, read_cb, &bench);
      wait (&bench);
      reading = bench.longest;
      g_print ("  read in %.0f ms (cells alone %.0f ms); the window was busy for %.1f ms at most\n",
               milliseconds_since (begin) - 500, bare, reading);

      begin = g_get_monotonic_time ();
      guatu_import_work_add (document, 0, list, bench.imported, meter, NULL, added_cb, &bench);
      wait (&bench);
      adding = bench.longest;
      g_print ("  put into the plan in %.0f ms; the window was busy for %.1f ms at most\n", milliseconds_since (begin) - 500,
               adding);

      begin = g_get_monotonic_time ();
      g_assert_true (guatu_step_work_is_long (document, FALSE));
      guatu_step_work_run (document, FALSE, stepped_cb, &bench);
      wait (&bench);
      undoing = bench.longest;
      g_print ("  taken back in %.0f ms; the window was busy for %.1f ms at most\n", milliseconds_since (begin) - 500,
               undoing);
      guatu_imported_unref (bench.imported);
    }
}

int
main (void)
{
  char *folder = guatu_test_make_dir ();
  g_autofree char *list = write_list (folder);
  g_autofree char *path = g_build_filename (folder, "plan.guatu", NULL);
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  g_autoptr(GuatuDocument) document = NULL;
  g_autoptr(GuatuApplication) application = NULL;
  g_autoptr(GError) error = NULL;
  GuatuWindow *window;

  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  application = guatu_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  guatu_test_add_task (plan, -1, "Dig", "5d");
  guatu_plan_settle (plan);
  document = guatu_document_create (path, plan, NULL, "create", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  window = guatu_window_new (application);
  guatu_window_set_document (window, document);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  for (gint64 end = g_get_monotonic_time () + 2000000; g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, FALSE);

  g_print ("%d rows:\n", ROWS);
  measure (list, window);
  gtk_window_destroy (GTK_WINDOW (window));
  guatu_test_remove_dir (folder);
  return 0;
}
