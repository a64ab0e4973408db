/* test-import-progress.c — reading a file tells how far it is in rows or elements of all, and stops when told to. */
#include <string.h>

#include "guatu-exchange.h"
#include "guatu-import.h"
#include "guatu-test.h"

#define N_TASKS 6000

/* Files of every kind ---------------------------------------------------------------------------------- */

static void
append_csv (GString *out)
{
  g_string_append (out, "ID,Task name,Duration,% complete,Predecessors\n");
  for (guint i = 1; i <= N_TASKS; i++)
    g_string_append_printf (out, "%u,Task %u,3d,10%%,%u\n", i, i, i % 10 != 1 ? i - 1 : 0);
}

static void
append_gan (GString *out)
{
  g_string_append (out, "<?xml version=\"1.0\"?><project name=\"Ditch\" version=\"2.8.11\"><tasks>");
  for (guint i = 1; i <= N_TASKS; i++)
    g_string_append_printf (out, "<task id=\"%u\" name=\"Task %u\" start=\"2024-03-04\" duration=\"3\"/>\n", i, i);
  g_string_append (out, "</tasks></project>");
}

static void
append_planner (GString *out)
{
  g_string_append (out, "<?xml version=\"1.0\"?><project name=\"Ditch\" project-start=\"20240304T000000Z\" "
                        "mrproject-version=\"2\"><tasks>");
  for (guint i = 1; i <= N_TASKS; i++)
    g_string_append_printf (out, "<task id=\"%u\" name=\"Task %u\" work=\"28800\" start=\"20240304T080000Z\" "
                                 "end=\"20240304T170000Z\" type=\"normal\" scheduling=\"fixed-work\"/>\n", i, i);
  g_string_append (out, "</tasks></project>");
}

static void
append_mspdi (GString *out)
{
  g_string_append (out, "<?xml version=\"1.0\"?><Project xmlns=\"http://schemas.microsoft.com/project\">"
                        "<StartDate>2024-03-04T08:00:00</StartDate><Tasks>");
  for (guint i = 1; i <= N_TASKS; i++)
    g_string_append_printf (out, "<Task><UID>%u</UID><ID>%u</ID><Name>Task %u</Name><OutlineLevel>1</OutlineLevel>"
                                 "<Duration>PT8H0M0S</Duration></Task>\n", i, i, i);
  g_string_append (out, "</Tasks></Project>");
}

static const struct { const char *name; void (*append) (GString *out); } kinds[] = {
  { "list.csv", append_csv },
  { "plan.gan", append_gan },
  { "plan.planner", append_planner },
  { "plan.xml", append_mspdi },
};

/* What is told ------------------------------------------------------------------------------------------ */

typedef struct
{
  guint  n;               /* how often it was told */
  guint  stop_at;         /* 0: never */
  double share;
} Told;

static gboolean
told_cb (gint64 done, gint64 total, gpointer data)
{
  Told *told = data;
  double share;

  g_assert_cmpint (total, >, 0);
  g_assert_cmpint (done, <=, total);
  share = (double) done / (double) total;
  g_assert_cmpfloat (share, >=, told->share);
  told->share = share;
  told->n++;
  return told->n != told->stop_at;
}

static GuatuPlan *
read_kind (guint kind, Told *told, GError **error)
{
  g_autoptr(GString) text = g_string_new (NULL);
  char *folder = guatu_test_make_dir ();
  g_autofree char *path = g_build_filename (folder, kinds[kind].name, NULL);
  g_autoptr(GuatuNotes) notes = guatu_notes_new ();
  const GuatuImportOptions options = { .start = GUATU_NONE, .today = guatu_test_at ("2024-03-04 00:00"),
                                       .progress = told_cb, .progress_data = told };
  GuatuPlan *plan;

  kinds[kind].append (text);
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
  plan = guatu_import_read (path, &options, notes, error);
  guatu_test_remove_dir (folder);
  return plan;
}

static void
test_told (void)
{
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      g_autoptr(GError) error = NULL;
      Told told = { 0 };
      g_autoptr(GuatuPlan) plan = read_kind (kind, &told, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (guatu_plan_n_live (plan, GUATU_TABLE_TASK), ==, N_TASKS);
      /* Several times on the way, and of the end. */
      g_assert_cmpuint (told.n, >=, 4);
      g_assert_cmpfloat (told.share, ==, 1);
    }
}

static void
test_stopped (void)
{
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      g_autoptr(GError) error = NULL;
      Told told = { .stop_at = 2 };
      g_autoptr(GuatuPlan) plan = read_kind (kind, &told, &error);

      g_assert_error (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_CANCELLED);
      g_assert_null (plan);
      g_assert_cmpuint (told.n, ==, 2);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/progress/is-told-of-every-kind-of-file", test_told);
  g_test_add_func ("/import/progress/stop-ends-the-reading-of-every-kind-of-file", test_stopped);

  return g_test_run ();
}
