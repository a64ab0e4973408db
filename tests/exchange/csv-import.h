/* csv-import.h — what the tests of the CSV import share: a list imported, and its plan asked. */
#pragma once

#include "guatu-test.h"

#include "guatu-csv-private.h"
#include "guatu-exchange.h"

#include <string.h>

typedef struct
{
  GuatuPlan  *plan;
  GuatuNotes *notes;
  GError     *error;
} Import;

static const GuatuImportOptions plain = { .start = GUATU_NONE, .today = 20000 * GUATU_DAY + 3600 };

static Import
import_file (const char *path, const GuatuImportOptions *options)
{
  Import import = { .notes = guatu_notes_new () };

  import.plan = guatu_csv_read (path, options != NULL ? options : &plain, import.notes, &import.error);
  g_assert_true ((import.plan == NULL) == (import.error != NULL));
  return import;
}

static Import
import_bytes (const char *bytes, gsize length, const GuatuImportOptions *options)
{
  char *dir = guatu_test_make_dir ();
  g_autofree char *path = g_build_filename (dir, "list.csv", NULL);
  Import import;

  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  import = import_file (path, options);
  guatu_test_remove_dir (dir);
  return import;
}

/* Bytes of a literal, which may hold NUL. */
#define import_literal(text) import_bytes ((text), sizeof (text) - 1, NULL)
#define refuse_literal(text, words) assert_refused ((text), sizeof (text) - 1, (words))

static Import
import_text (const char *text)
{
  Import import = import_bytes (text, strlen (text), NULL);

  g_assert_no_error (import.error);
  return import;
}

static void
clear (Import *import)
{
  g_clear_pointer (&import->plan, guatu_plan_free);
  g_clear_pointer (&import->notes, guatu_notes_free);
  g_clear_error (&import->error);
}

/* Shorthands ------------------------------------------------------------------------------------- */

static gint32
task_at (const Import *import, guint place)
{
  gint32 task = guatu_plan_task_at (import->plan, place);

  g_assert_cmpint (task, >=, 0);
  return task;
}

static const char *
name_at (const Import *import, guint place)
{
  return guatu_plan_task_name (import->plan, task_at (import, place));
}

static gint64
number_at (const Import *import, guint place, guint field)
{
  return guatu_plan_task_number (import->plan, task_at (import, place), field);
}

static guint
n_tasks (const Import *import)
{
  return guatu_plan_n_live (import->plan, GUATU_TABLE_TASK);
}

static guint
n_links (const Import *import)
{
  return guatu_plan_n_live (import->plan, GUATU_TABLE_LINK);
}

/* Outline as a string of depths: "0122". */
static void
assert_depths (const Import *import, const char *depths)
{
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint i = 1; i <= n_tasks (import); i++)
    g_string_append_printf (found, "%u", guatu_plan_task_depth (import->plan, task_at (import, i)));
  g_assert_cmpstr (found->str, ==, depths);
}

static const GuatuLink *
find_link (const Import *import, guint predecessor, guint successor)
{
  const GuatuLink *links = guatu_plan_links (import->plan);

  for (guint i = 0; i < guatu_plan_n_rows (import->plan, GUATU_TABLE_LINK); i++)
    if (links[i].predecessor == task_at (import, predecessor) && links[i].successor == task_at (import, successor))
      return &links[i];

  g_error ("there is no link from %u to %u", predecessor, successor);
}

static gboolean
has_note (const Import *import, const char *words)
{
  for (guint i = 0; i < guatu_notes_count (import->notes); i++)
    {
      g_autofree char *line = guatu_note_line (guatu_notes_get (import->notes, i));

      if (strstr (line, words) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
assert_note (const Import *import, const char *words)
{
  if (has_note (import, words))
    return;
  for (guint i = 0; i < guatu_notes_count (import->notes); i++)
    {
      g_autofree char *line = guatu_note_line (guatu_notes_get (import->notes, i));

      g_test_message ("%s", line);
    }
  g_error ("no note says “%s”", words);
}

static void
assert_refused (const char *bytes, gsize length, const char *words)
{
  Import import = import_bytes (bytes, length, NULL);

  g_assert_null (import.plan);
  g_assert_nonnull (import.error);
  if (strstr (import.error->message, words) == NULL)
    g_error ("“%s” is not in “%s”", words, import.error->message);
  clear (&import);
}

static void
assert_schedulable (const Import *import)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuSchedule) schedule = guatu_schedule_new (import->plan, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (schedule);
}
