/* bench-clipboard.c — a thousand rows copied, pasted, duplicated, moved and removed in a plan of ten thousand. */
#include "guatu-fragment.h"
#include "guatu-json.h"
#include "guatu-task-clipboard.h"
#include "guatu-task-edit.h"
#include "guatu-test.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#define N_TASKS 10000
#define N_ROWS  1000

static GuatuPlan *
make_plan (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();

  for (guint i = 0; i < N_TASKS; i++)
    guatu_test_add_task (plan, i % 20 == 0 ? -1 : (gint32) (i - i % 20), "Bridge over the canal", "5d");
  for (guint i = 0; i + 1 < N_TASKS; i++)
    if (i % 20 != 0 && (i + 1) % 20 != 0)
      guatu_test_add_link (plan, (gint32) i, (gint32) i + 1, GUATU_LINK_FS, NULL);
  guatu_plan_settle (plan);
  return plan;
}

static void
tell (const char *what, gint64 from)
{
  g_print ("%-58s %7.0f ms\n", what, (double) (g_get_monotonic_time () - from) / 1000);
}

static char *
make_text (gboolean with_done)
{
  GString *text = g_string_new ("Task\tDuration\tStart\tLead unit");

  g_string_append (text, with_done ? "\tDone\n" : "\n");
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_string_append_printf (text, "%sRow %u\t%ud\t2024-0%u-11\tUnit %u", i % 10 == 0 ? "" : "  ", i, 1 + i % 9,
                              3 + i % 6, i % 40);
      g_string_append (text, with_done ? i % 2 == 0 ? "\t30%\n" : "\t\n" : "\n");
    }
  return g_string_free (text, FALSE);
}

static void
paste (GuatuDocument *document, GBytes *bytes, gboolean own, const char *what)
{
  g_autoptr(GArray) made = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GError) error = NULL;
  gint64 from = g_get_monotonic_time ();

  guatu_test_must (guatu_task_clipboard_paste (document, bytes, own, 0, 0, guatu_test_at ("2024-03-06 11:00"), made,
                                               NULL, &error), &error);
  tell (what, from);
  from = g_get_monotonic_time ();
  guatu_test_must (guatu_document_undo (document, NULL, &error), &error);
  tell ("  and taken back", from);
}

static void
paste_text (GuatuDocument *document, gboolean with_done, const char *what)
{
  char *text = make_text (with_done);
  g_autoptr(GBytes) bytes = g_bytes_new_take (text, strlen (text));

  paste (document, bytes, FALSE, what);
}

static void
bench (GuatuDocument *document)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  g_autofree gint64 *ids = g_new (gint64, N_ROWS);
  g_autofree gint32 *rows = g_new (gint32, N_ROWS);
  g_autoptr(GuatuPlan) fragment = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  gint64 from;
  gsize length;
  char *json;

  for (guint i = 0, place = 2000; i < N_ROWS; place++)
    if (!guatu_plan_is_summary (plan, guatu_plan_task_at (plan, place)))
      {
        rows[i] = guatu_plan_task_at (plan, place);
        ids[i] = guatu_plan_id (plan, GUATU_TABLE_TASK, rows[i]);
        i++;
      }
  from = g_get_monotonic_time ();
  fragment = guatu_fragment_new (plan, rows, N_ROWS, FALSE);
  json = guatu_json_write (fragment, &length);
  bytes = g_bytes_new_take (json, length);
  tell ("copied", from);
  paste (document, bytes, TRUE, "pasted");
  paste_text (document, FALSE, "pasted from text, with 40 new units");
  paste_text (document, TRUE, "pasted from text, with 450 reports");
  from = g_get_monotonic_time ();
  guatu_test_must (guatu_document_duplicate_tasks (document, ids, N_ROWS, NULL, &error), &error);
  tell ("duplicated", from);
  from = g_get_monotonic_time ();
  guatu_test_must (guatu_task_edit_move (document, ids, N_ROWS, GUATU_MOVE_OUT, &error), &error);
  tell ("moved out, some fifty runs", from);
  from = g_get_monotonic_time ();
  guatu_test_must (guatu_document_cut_tasks (document, ids, N_ROWS, &error), &error);
  tell ("cut", from);
}

int
main (int argc, char **argv)
{
  char *dir = guatu_test_make_dir ();
  g_autofree char *path = g_build_filename (dir, "bench.guatu", NULL);
  g_autoptr(GuatuPlan) plan = make_plan ();
  g_autoptr(GError) error = NULL;
  GuatuDocument *document;

  setlocale (LC_ALL, "");
  document = guatu_document_create (path, plan, NULL, "import", NULL, NULL, NULL, &error);
  guatu_test_must (document != NULL, &error);
  g_print ("%u rows in a plan of %u tasks\n", N_ROWS, N_TASKS);
  bench (document);
  g_object_unref (document);
  guatu_test_remove_dir (dir);
  return 0;
}
