/* bench-mspdi.c — a plan of 10,000 tasks out of Microsoft Project's XML, against bare reading of the same XML. */
#include <glib/gstdio.h>
#include <libxml/xmlreader.h>
#include <locale.h>

#include "guatu-import.h"
#include "guatu-mspdi.h"
#include "guatu-test.h"

#define N_TASKS 10000
#define N_PEOPLE 40
#define N_TURNS 9

/* Phases of 19 tasks each, 1.5 links and one assignment a task: as large offices keep them. */
static GuatuPlan *
make_plan (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();

  for (guint i = 0; i < N_TASKS; i++)
    guatu_test_add_task (plan, i % 20 == 0 ? -1 : (gint32) (i - i % 20), "Bridge over the canal, 引桥", "5d");
  for (guint i = 0; i < N_TASKS * 3 / 2; i++)
    {
      gint32 from = (gint32) (i % N_TASKS), to = from + 1 + (gint32) (i / N_TASKS) * 7;

      if (from % 20 != 0 && to % 20 != 0 && to < N_TASKS)
        guatu_test_add_link (plan, from, to, GUATU_LINK_FS, NULL);
    }
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *name = g_strdup_printf ("Team %u", i + 1);
      gint32 row = guatu_plan_insert (plan, GUATU_TABLE_PERSON, 2000000 + i);

      guatu_plan_set (plan, GUATU_TABLE_PERSON, row, GUATU_PERSON_NAME, GUATU_TEXT (name));
    }
  for (guint i = 0; i < N_TASKS; i++)
    {
      gint32 row = guatu_plan_insert (plan, GUATU_TABLE_ASSIGNMENT, 3000000 + i);

      guatu_plan_set (plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_TASK,
                      GUATU_INTEGER (guatu_plan_id (plan, GUATU_TABLE_TASK, (gint32) i)));
      guatu_plan_set (plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_PERSON,
                      GUATU_INTEGER (2000000 + i % N_PEOPLE));
    }
  guatu_plan_settle (plan);
  return plan;
}

static char *
make_file (gsize *length)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) plan = make_plan ();
  g_autoptr(GuatuSchedule) schedule = guatu_schedule_new (plan, NULL, &error);

  g_assert_no_error (error);
  return guatu_mspdi_write (plan, schedule, NULL, length);
}

/* Every node of the text is looked at, and nothing made of it. */
static double
read_bare (const char *text, gsize length)
{
  gint64 begin = g_get_monotonic_time ();
  xmlTextReader *reader = xmlReaderForMemory (text, (int) length, NULL, NULL, XML_PARSE_NONET | XML_PARSE_COMPACT);

  while (xmlTextReaderRead (reader) == 1)
    ;
  xmlFreeTextReader (reader);
  return (double) (g_get_monotonic_time () - begin) / 1000;
}

static double
import (const char *text, gsize length, guint *n_notes)
{
  gint64 begin = g_get_monotonic_time ();
  g_autoptr(GuatuNotes) notes = guatu_notes_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) plan = guatu_import_read_xml (text, length, NULL, notes, &error);
  double milliseconds = (double) (g_get_monotonic_time () - begin) / 1000;

  g_assert_no_error (error);
  g_assert_cmpuint (guatu_plan_n_live (plan, GUATU_TABLE_TASK), ==, N_TASKS);
  *n_notes = guatu_notes_count (notes);
  return milliseconds;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const double *one = a, *other = b;

  return (*one > *other) - (*one < *other);
}

int
main (void)
{
  gsize length;
  g_autofree char *text = make_file (&length);
  double bare[N_TURNS], whole[N_TURNS];
  guint n_notes = 0;

  setlocale (LC_ALL, "");
  for (guint i = 0; i < N_TURNS; i++)
    {
      bare[i] = read_bare (text, length);
      whole[i] = import (text, length, &n_notes);
    }
  qsort (bare, N_TURNS, sizeof *bare, compare);
  qsort (whole, N_TURNS, sizeof *whole, compare);

  g_print ("  MSPDI of %d tasks, %.1f MB, %u notes\n", N_TASKS, (double) length / 1e6, n_notes);
  g_print ("  libxml2 alone: %.0f ms; import, scheduled and compared with what is recorded: %.0f ms\n",
           bare[N_TURNS / 2], whole[N_TURNS / 2]);
  g_print ("  import ÷ bare reading: %.2f (at most 3)\n", whole[N_TURNS / 2] / bare[N_TURNS / 2]);
  return 0;
}
