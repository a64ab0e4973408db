/* holiday-import.h — what the tests of holiday files share: a file read, and its days asked. */
#pragma once

#include "guatu-test.h"

#include "guatu-exchange.h"
#include "guatu-holidays.h"
#include "guatu-samples.h"

#include <string.h>

typedef struct
{
  GuatuHolidays  *holidays;
  GuatuDaysImport import;
  GuatuNotes     *notes;
  GError         *error;
} Read;

static Read
read_file (const char *path)
{
  Read read = { .notes = guatu_notes_new () };

  read.holidays = guatu_holidays_read (path, read.notes, &read.error);
  g_assert_true ((read.holidays == NULL) == (read.error != NULL));
  if (read.error != NULL)
    g_assert_cmpstr (read.error->message, !=, "");
  else
    read.import = guatu_holidays_get (read.holidays);
  return read;
}

static Read
read_fixture (const char *name)
{
  g_autofree char *path = guatu_test_fixture (name);
  Read read = read_file (path);

  g_assert_no_error (read.error);
  return read;
}

static Read
read_bytes (const char *bytes, gssize length, const char *name)
{
  char *dir = guatu_test_make_dir ();
  g_autofree char *path = g_build_filename (dir, name, NULL);
  Read read;

  g_assert_true (g_file_set_contents (path, bytes, length, NULL));
  read = read_file (path);
  guatu_test_remove_dir (dir);
  return read;
}

static void
clear (Read *read)
{
  g_clear_pointer (&read->holidays, guatu_holidays_free);
  g_clear_pointer (&read->notes, guatu_notes_free);
  g_clear_error (&read->error);
}

static void
refuse (const char *text, const char *name, const char *words)
{
  Read read = read_bytes (text, -1, name);

  g_assert_nonnull (read.error);
  if (strstr (read.error->message, words) == NULL)
    g_error ("“%s” is not in “%s”", words, read.error->message);
  clear (&read);
}

static void
assert_note (const Read *read, const char *words)
{
  for (guint i = 0; i < guatu_notes_count (read->notes); i++)
    {
      g_autofree char *line = guatu_note_line (guatu_notes_get (read->notes, i));

      if (strstr (line, words) != NULL)
        return;
      g_test_message ("%s", line);
    }
  g_error ("no note says “%s”", words);
}

static void
assert_days (const Read *read, guint i, const char *from, const char *to, gboolean works, const char *name)
{
  const GuatuSpecialDays *days = &read->import.days[i];

  g_assert_cmpuint (i, <, read->import.n);
  g_assert_cmpstr (days->name, ==, name);
  g_assert_cmpint (days->from, ==, guatu_test_at (from));
  g_assert_cmpint (days->to, ==, guatu_test_at (to));
  g_assert_cmpint (days->works, ==, works);
}

/* Damaged and hostile files: read, or refused with a message ----------------------------------------------- */

static void
try_damaged (const char *fixture, guint rounds)
{
  g_autofree char *path = guatu_test_fixture (fixture);
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (guint round = 0; round < rounds; round++)
    {
      g_autoptr(GString) damaged = g_string_new_len (text, (gssize) length);
      g_autofree char *base = g_path_get_basename (fixture);
      Read read;

      for (guint i = 0; i < 1 + round % 5; i++)
        {
          gssize place = g_rand_int_range (rand, 0, (gint32) damaged->len - 20);

          if (g_rand_boolean (rand))
            damaged->str[place] = ":;=0-,\n\"{9"[g_rand_int_range (rand, 0, 10)];
          else if (g_rand_boolean (rand))
            g_string_erase (damaged, place, g_rand_int_range (rand, 1, 20));
          else
            g_string_insert_len (damaged, place, damaged->str + place, g_rand_int_range (rand, 1, 12));
        }
      read = read_bytes (damaged->str, (gssize) damaged->len, base);
      clear (&read);
    }
}

static void
try_folder (const char *folder_name, const char *ending)
{
  g_autofree char *folder = guatu_test_data (folder_name);
  g_autoptr(GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      Read read;

      if (!g_str_has_suffix (name, ending))
        continue;
      read = read_file (path);
      g_test_message ("%s: %s", name, read.error != NULL ? read.error->message : "taken");
      clear (&read);
    }
}

/* A document ------------------------------------------------------------------------------------------------ */

typedef struct
{
  char          *dir;
  GuatuDocument *document;
  gint64         calendar;
} Open;

/* A plan with one task of @days from @start on the shipped calendar @slug. */
static Open
open_plan (const char *slug, const char *start, gint64 days)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) content = guatu_empty_plan_new ("A plan", guatu_test_at (start), slug, "en", &error);
  Open open = { .dir = guatu_test_make_dir () };
  g_autofree char *path = g_build_filename (open.dir, "plan.guatu", NULL);
  GuatuSetting settings[] = { { GUATU_TASK_NAME, GUATU_TEXT ("Dig") },
                              { GUATU_TASK_DURATION, GUATU_INTEGER (days * 8 * GUATU_HOUR) } };
  gint64 id;

  open.document = guatu_document_create (path, content, NULL, "create", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (guatu_document_add (open.document, GUATU_TABLE_TASK, settings, G_N_ELEMENTS (settings), &id, &error));
  open.calendar = guatu_plan_id (guatu_document_get_plan (open.document), GUATU_TABLE_CALENDAR, 0);
  return open;
}

static void
close_plan (Open *open)
{
  g_clear_object (&open->document);
  guatu_test_remove_dir (open->dir);
}

static void
import_days (Open *open, const GuatuDaysImport *import)
{
  g_autoptr(GError) error = NULL;

  guatu_document_import_days (open->document, open->calendar, import, &error);
  g_assert_no_error (error);
}

static gint64
worked_days (const Open *open, const char *from, const char *to)
{
  return guatu_worktime_days (guatu_plan_worktime (guatu_document_get_plan (open->document), 0), guatu_test_at (from),
                              guatu_test_at (to));
}

static guint
n_exceptions (const Open *open)
{
  return guatu_plan_n_live (guatu_document_get_plan (open->document), GUATU_TABLE_CALENDAR_EXCEPTION);
}
