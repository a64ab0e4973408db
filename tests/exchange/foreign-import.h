/* foreign-import.h — what the tests of GanttProject's and Planner's files share: files read, dates compared. */
#pragma once

#include "guatu-test.h"

#include "guatu-exchange.h"
#include "guatu-import.h"
#include "guatu-schedule.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

typedef struct
{
  GuatuPlan     *plan;
  GuatuNotes    *notes;
  GuatuSchedule *schedule;
  GError        *error;
} Import;

static const GuatuImportOptions plain = { .start = GUATU_NONE, .today = 20000 * GUATU_DAY + 3600 };

static Import
finish (GuatuPlan *plan, GuatuNotes *notes, GError *error)
{
  Import import = { .plan = plan, .notes = notes, .error = error };

  g_assert_true ((plan == NULL) == (error != NULL));
  if (error != NULL)
    g_assert_cmpstr (error->message, !=, "");
  if (plan != NULL)
    {
      import.schedule = guatu_schedule_new (plan, NULL, &error);
      g_assert_no_error (error);
    }
  return import;
}

static Import
import_file (const char *path)
{
  GuatuNotes *notes = guatu_notes_new ();
  GError *error = NULL;
  GuatuPlan *plan = guatu_import_read (path, &plain, notes, &error);

  return finish (plan, notes, error);
}

static Import
import_bytes (const char *bytes, gsize length)
{
  GuatuNotes *notes = guatu_notes_new ();
  GError *error = NULL;
  GuatuPlan *plan = guatu_import_read_xml (bytes, length, &plain, notes, &error);

  return finish (plan, notes, error);
}

static void
clear (Import *import)
{
  g_clear_pointer (&import->schedule, guatu_schedule_free);
  g_clear_pointer (&import->plan, guatu_plan_free);
  g_clear_pointer (&import->notes, guatu_notes_free);
  g_clear_error (&import->error);
}

static gboolean
has_note (const Import *import, const char *words, const char *more)
{
  for (guint i = 0; i < guatu_notes_count (import->notes); i++)
    {
      g_autofree char *line = guatu_note_line (guatu_notes_get (import->notes, i));

      if (strstr (line, words) != NULL && strstr (line, more) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
assert_note (const Import *import, const char *words)
{
  if (has_note (import, words, ""))
    return;
  for (guint i = 0; i < guatu_notes_count (import->notes); i++)
    {
      g_autofree char *line = guatu_note_line (guatu_notes_get (import->notes, i));

      g_test_message ("%s", line);
    }
  g_error ("no note says “%s”", words);
}

static void
assert_refused (const char *text, const char *words)
{
  Import import = import_bytes (text, strlen (text));

  g_assert_null (import.plan);
  if (strstr (import.error->message, words) == NULL)
    g_error ("“%s” is not in “%s”", words, import.error->message);
  clear (&import);
}

static gint32
task_called (const Import *import, const char *name)
{
  for (gint32 row = 0; row < (gint32) guatu_plan_n_rows (import->plan, GUATU_TABLE_TASK); row++)
    if (g_str_equal (guatu_plan_task_name (import->plan, row), name))
      return row;
  g_error ("there is no task “%s”", name);
}

static void
assert_dates (const Import *import, const char *name, const char *start, const char *end)
{
  gint32 task = task_called (import, name);

  g_assert_cmpint (import->schedule->start[task], ==, guatu_test_at (start));
  g_assert_cmpint (import->schedule->finish[task], ==, guatu_test_at (end));
}

static gint64
number_of (const Import *import, const char *name, guint field)
{
  return guatu_plan_task_number (import->plan, task_called (import, name), field);
}

/* Oracles ------------------------------------------------------------------------------------------ */

/* The date as the notes write it. */
static char *
note_date (GuatuInstant instant)
{
  char *text = guatu_instant_to_iso (instant);

  text[10] = ' ';
  text[16] = '\0';
  return text;
}

/* Whether the task's date is the one that the file records; if not, a note must name task and date. */
static gboolean
same_or_named (const Import *import, gint32 task, GuatuInstant recorded, GuatuInstant scheduled)
{
  const char *name = guatu_plan_task_name (import->plan, task);
  g_autofree char *date = note_date (recorded);
  gint64 between = guatu_worktime_work (guatu_plan_task_worktime (import->plan, task), recorded, scheduled);

  /* Midnight and 8:00 of one day are the same working instant. */
  if (recorded == scheduled || (between == 0 && guatu_instant_day (recorded) == guatu_instant_day (scheduled)))
    return TRUE;
  if (!has_note (import, name, date))
    g_error ("“%s”: %s is in the file, and no note says that it is another date here", name, date);
  return FALSE;
}

static gint32
task_of (const Import *import, const char *id)
{
  for (gint32 row = 0; row < (gint32) guatu_plan_n_rows (import->plan, GUATU_TABLE_TASK); row++)
    if (g_str_equal (guatu_plan_task_string (import->plan, row, GUATU_TASK_SOURCE_UID), id))
      return row;
  g_error ("no task has the id “%s”", id);
}

static char *
attribute (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetProp (node, (const xmlChar *) name);
  char *copy = g_strdup (value != NULL ? (const char *) value : "");

  xmlFree (value);
  return copy;
}

/* Damage ------------------------------------------------------------------------------------------- */

/* A sound file with some bytes changed, cut out or doubled is read whole, or refused with a message. */
static void
try_damaged (const char *fixture, guint rounds)
{
  g_autofree char *path = guatu_test_fixture (fixture);
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (guint round = 0; round < rounds; round++)
    {
      g_autoptr(GString) damaged = g_string_new_len (text, (gssize) length);
      Import import;

      for (guint i = 0; i < 1 + round % 6; i++)
        {
          gssize place = g_rand_int_range (rand, 0, (gint32) damaged->len - 20);

          switch (g_rand_int_range (rand, 0, 3))
            {
            case 0:
              damaged->str[place] = "0-<>\"/9aT\n"[g_rand_int_range (rand, 0, 10)];
              break;
            case 1:
              g_string_erase (damaged, place, g_rand_int_range (rand, 1, 20));
              break;
            default:
              g_string_insert_len (damaged, place, damaged->str + place, g_rand_int_range (rand, 1, 12));
              break;
            }
        }
      import = import_bytes (damaged->str, damaged->len);
      clear (&import);
    }
}

/* Every hostile file with the ending is refused with a message, or taken with notes. */
static void
try_hostile (const char * const *endings)
{
  g_autofree char *folder = guatu_test_data ("hostile");
  g_autoptr(GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      Import import;
      gboolean wanted = FALSE;

      for (guint i = 0; endings[i] != NULL; i++)
        wanted |= g_str_has_suffix (name, endings[i]);
      if (!wanted)
        continue;
      import = import_file (path);
      g_test_message ("%s: %s", name, import.error != NULL ? import.error->message : "taken");
      clear (&import);
    }
}
