/* bench-window.c — the whole program against an empty window: how long until all is on the screen, and what memory. */
#include <time.h>
#include <unistd.h>

#include "guatu-document.h"
#include "guatu-test.h"
#include "guatu-window.h"

/* How often each is started, by turns, so that a machine that is busy is so for all. */
#define N_TURNS 7

#define WIDTH 1280
#define HEIGHT 800

/* The program itself ------------------------------------------------------------------------------------- */

/*
 * A process of its own, as people start it. It is ready when a frame was drawn after which the program has nothing
 * more to do: no frame is asked for, and no other work waits.
 */
typedef struct
{
  GApplication *application;
  gint64        drawn;          /* microseconds, when the latest frame was done */
  gint64        cpu;            /* by then */
  guint         idle;
} Child;

static gint64
microseconds (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);

  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* Bytes that this process has for itself. */
static gint64
private_memory (void)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    return 0;
  line = strstr (text, "Private_Dirty:");

  return line != NULL ? g_ascii_strtoll (line + strlen ("Private_Dirty:"), NULL, 10) * 1024 : 0;
}

static gboolean
ready_cb (gpointer data)
{
  Child *self = data;

  g_print ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", self->drawn, self->cpu,
           private_memory ());
  _exit (0);
}

static void
drawn_cb (GdkFrameClock *clock,
          Child         *self)
{
  self->drawn = microseconds (CLOCK_MONOTONIC);
  self->cpu = microseconds (CLOCK_PROCESS_CPUTIME_ID);
  g_clear_handle_id (&self->idle, g_source_remove);
  /* After everything else that waits. */
  self->idle = g_idle_add_full (G_PRIORITY_LOW + 100, ready_cb, self, NULL);
}

static void
mapped_cb (GtkWidget *window,
           Child     *self)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (drawn_cb), self);
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *window,
                 Child          *self)
{
  gtk_window_set_default_size (window, WIDTH, HEIGHT);
  g_signal_connect (window, "map", G_CALLBACK (mapped_cb), self);
}

static void
empty_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
}

/* @path: a plan, or %NULL for the empty window. */
static int
run_child (char       *program,
           const char *path)
{
  char *words[] = { program, (char *) path, NULL };
  Child self = { 0 };

  if (path != NULL)
    {
      self.application = G_APPLICATION (guatu_application_new ());
      g_application_set_flags (self.application, G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
    }
  else
    {
      self.application = G_APPLICATION (adw_application_new ("io.github.guatu.Empty", G_APPLICATION_NON_UNIQUE));
      g_signal_connect (self.application, "activate", G_CALLBACK (empty_cb), NULL);
    }
  g_signal_connect (self.application, "window-added", G_CALLBACK (window_added_cb), &self);

  return g_application_run (self.application, path != NULL ? 2 : 1, words);
}

/* Measuring ---------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *what;
  guint       n_tasks;          /* 0: the empty window */
  char       *path;
  double      wall[N_TURNS];    /* milliseconds from the start of the process */
  double      cpu[N_TURNS];
  double      memory[N_TURNS];  /* bytes */
} Subject;

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static double
median (double *figures)
{
  qsort (figures, N_TURNS, sizeof *figures, compare);

  return figures[N_TURNS / 2];
}

static void
start (const char *program,
       Subject    *subject,
       guint       turn)
{
  const char *words[] = { program, "--child", subject->path, NULL };
  g_autofree char *out = NULL;
  g_autoptr(GError) error = NULL;
  gint64 from = microseconds (CLOCK_MONOTONIC), drawn = 0, cpu = 0, memory = 0;

  if (!g_spawn_sync (NULL, (char **) words, NULL, 0, NULL, NULL, &out, NULL, NULL, &error))
    g_error ("%s", error->message);
  if (sscanf (out, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, &drawn, &cpu, &memory) != 3)
    g_error ("The program has drawn nothing");
  subject->wall[turn] = (double) (drawn - from) / 1000;
  subject->cpu[turn] = (double) cpu / 1000;
  subject->memory[turn] = (double) memory;
}

/* Projects of forty tasks, each after the one before it. */
static GuatuPlan *
make_plan (guint n)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 project = -1;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Bridge %u over the canal", i);
      gint32 task = guatu_test_add_task (plan, i % 40 == 0 ? -1 : project, name, "5d");

      if (i % 40 == 0)
        project = task;
      else if (i % 40 > 1)
        guatu_test_add_link (plan, task - 1, task, GUATU_LINK_FS, NULL);
    }
  guatu_plan_settle (plan);

  return plan;
}

static void
write_plan (Subject    *subject,
            const char *dir)
{
  g_autofree char *name = g_strdup_printf ("%u.guatu", subject->n_tasks);
  g_autoptr(GuatuPlan) plan = make_plan (subject->n_tasks);
  g_autoptr(GuatuDocument) document = NULL;
  g_autoptr(GError) error = NULL;

  subject->path = g_build_filename (dir, name, NULL);
  document = guatu_document_create (subject->path, plan, NULL, "create", NULL, NULL, NULL, &error);
  if (document == NULL)
    g_error ("%s", error->message);
}

static void
report (Subject *subject,
        Subject *empty)
{
  double wall = median (subject->wall), cpu = median (subject->cpu), memory = median (subject->memory);
  double than_wall = wall / median (empty->wall), than_cpu = cpu / median (empty->cpu);

  g_print ("%-16s first complete frame after %5.0f ms, ratio %.2f; of the processor %5.0f ms, ratio %.2f; "
           "%.1f MB of its own", subject->what, wall, than_wall, cpu, than_cpu, memory / 1e6);
  if (subject->n_tasks > 0)
    g_print (", %.0f bytes a task", (memory - median (empty->memory)) / subject->n_tasks);
  g_print ("%s\n", subject->n_tasks == 10000 ? " (launch: at most 3)" : "");
}

int
main (int    argc,
      char **argv)
{
  Subject subjects[] = {
    { .what = "an empty window" },
    { .what = "10 tasks", .n_tasks = 10 },
    { .what = "10,000 tasks", .n_tasks = 10000 },
    { .what = "100,000 tasks", .n_tasks = 100000 },
  };
  char *dir;

  if (argc > 1 && g_str_equal (argv[1], "--child"))
    return run_child (argv[0], argc > 2 ? argv[2] : NULL);

  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  dir = guatu_test_make_dir ();
  /* A home without recent files, and none is left there. */
  g_setenv ("XDG_DATA_HOME", dir, TRUE);
  for (gsize i = 1; i < G_N_ELEMENTS (subjects); i++)
    write_plan (&subjects[i], dir);
  for (guint turn = 0; turn < N_TURNS; turn++)
    for (gsize i = 0; i < G_N_ELEMENTS (subjects); i++)
      start (argv[0], &subjects[i], turn);
  for (gsize i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      report (&subjects[i], &subjects[0]);
      g_free (subjects[i].path);
    }
  guatu_test_remove_dir (dir);

  return 0;
}
