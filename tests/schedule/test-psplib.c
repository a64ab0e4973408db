/* test-psplib.c — the published critical-path lengths of project scheduling instances. */
#include "guatu-test.h"
#include "plan-maker.h"

#include <stdlib.h>
#include <string.h>

/* Numbers of a line, -1 past the last one. */
static guint
read_numbers (const char *line, gint64 *numbers, guint max)
{
  guint n = 0;

  for (;;)
    {
      char *end;
      gint64 number = g_ascii_strtoll (line, &end, 10);

      if (end == line || n == max)
        return n;
      numbers[n++] = number;
      line = end;
    }
}

static Maker *
read_instance (const char *path)
{
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  Maker *m = maker_new ("2024-03-04");
  enum { ELSEWHERE, PRECEDENCE, DURATIONS } section = ELSEWHERE;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  maker_set_plan (m, GUATU_PLAN_CALENDAR, maker_id (m, GUATU_TABLE_CALENDAR, maker_every_day (m)));

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; lines[i] != NULL; i++)
      {
        gint64 numbers[64];
        guint n = read_numbers (lines[i], numbers, G_N_ELEMENTS (numbers));

        if (g_str_has_prefix (lines[i], "PRECEDENCE"))
          section = PRECEDENCE;
        else if (g_str_has_prefix (lines[i], "REQUESTS"))
          section = DURATIONS;
        else if (g_str_has_prefix (lines[i], "RESOURCEAVAIL"))
          section = ELSEWHERE;
        else if (section == DURATIONS && pass == 0 && n >= 3)
          maker_task (m, "Job", (double) numbers[2] * 8, -1);
        else if (section == PRECEDENCE && pass == 1 && n >= 3)
          for (guint k = 3; k < n; k++)
            maker_link (m, (gint32) numbers[0] - 1, (gint32) numbers[k] - 1, GUATU_LINK_FS);
      }

  return m;
}

static void
test_lengths (void)
{
  g_autofree char *folder = guatu_test_data ("psplib");
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  guint n = 0;

  if (folder == NULL)
    return;

  list = g_build_filename (folder, "bounds.csv", NULL);
  g_assert_true (g_file_get_contents (list, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);

  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[i], ",", -1);
      g_autofree char *path = g_build_filename (folder, cells[0], cells[2], NULL);
      g_autoptr(Maker) m = read_instance (path);
      g_autoptr(GuatuSchedule) s = maker_schedule (m);
      gint64 length = guatu_worktime_work (guatu_plan_worktime (m->plan, -1), s->plan_start, s->plan_finish);

      g_assert_cmpint (s->n_tasks, ==, atoi (cells[3]));
      g_assert_cmpint (guatu_plan_n_live (m->plan, GUATU_TABLE_LINK), ==, atoi (cells[4]));
      g_assert_cmpint (length, ==, atoi (cells[5]) * 480 * 60);
      n++;
    }

  g_assert_cmpint (n, >=, 90);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/psplib/every-instance-has-its-published-length", test_lengths);

  return g_test_run ();
}
