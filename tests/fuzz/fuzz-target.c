/* fuzz-target.c — what the fuzz targets share: a plan used as the program would use it. */
#include "fuzz-target.h"

#include <stdlib.h>
#include <string.h>

#include "guatu-document-private.h"
#include "guatu-json.h"
#include "guatu-lights.h"
#include "guatu-test.h"

/* More of a large plan are the same again. */
#define LOOKED_AT 40

/* Errors and notes ---------------------------------------------------------------------------------------- */

static void
check_text (const char *text)
{
  g_assert_nonnull (text);
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

void
fuzz_check_error (gboolean worked, const GError *error)
{
  g_assert_true (worked == (error == NULL));
  if (error == NULL)
    return;
  check_text (error->message);
  g_assert_cmpstr (error->message, !=, "");
}

static void
check_notes (const GuatuNotes *notes)
{
  for (guint i = 0; i < guatu_notes_count (notes); i++)
    {
      g_autofree char *line = guatu_note_line (guatu_notes_get (notes, i));

      check_text (line);
    }
}

/* A plan in use --------------------------------------------------------------------------------------------- */

/* Who counts on in seconds, pixels or days must not come upon a number that has no end. */
static void
check_instant (GuatuInstant instant)
{
  g_assert_true (guatu_instant_is_valid (instant));
}

static void
look_at_schedule (const GuatuPlan *plan, const GuatuSchedule *schedule)
{
  guint n;
  const gint32 *tasks = guatu_plan_outline (plan, &n);

  for (guint i = 0; i < MIN (n, LOOKED_AT); i++)
    {
      g_autofree char *why = guatu_schedule_why (schedule, plan, tasks[i]);
      g_autofree char *wbs = guatu_plan_task_wbs (plan, tasks[i]);

      check_text (why);
      check_text (wbs);
      check_instant (schedule->start[tasks[i]]);
      check_instant (schedule->finish[tasks[i]]);
      guatu_schedule_duration (schedule, plan, tasks[i]);
    }
}

static void
look_at_lights (const GuatuPlan *plan, const GuatuSchedule *schedule, GuatuInstant status_date)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuLights) lights = guatu_lights_new (plan, schedule, status_date, &error);
  guint n;
  const gint32 *tasks = guatu_plan_outline (plan, &n);

  fuzz_check_error (lights != NULL, error);
  for (guint i = 0; lights != NULL && i < MIN (n, LOOKED_AT); i++)
    {
      g_autofree char *reason = guatu_light_reason (lights, plan, tasks[i]);

      check_text (reason);
    }
}

void
fuzz_look_at (const GuatuPlan *plan)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuSchedule) schedule = guatu_schedule_new (plan, NULL, &error);
  g_autofree char *list = NULL;

  fuzz_check_error (schedule != NULL, error);
  if (schedule == NULL)
    return;

  look_at_schedule (plan, schedule);
  look_at_lights (plan, schedule, guatu_plan_settings (plan)->status_date);
  look_at_lights (plan, schedule, CLAMP (schedule->plan_start + 30 * GUATU_DAY, GUATU_INSTANT_MIN, GUATU_INSTANT_MAX));
  list = guatu_csv_write (plan, schedule, "zh_CN", NULL);
  check_text (list);
}

gboolean
fuzz_use_content (const GuatuPlan *plan)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) again = NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (!guatu_content_check (plan, &error))
    {
      fuzz_check_error (FALSE, error);
      return FALSE;
    }
  if (guatu_schedule_find_cycle (plan, NULL, &error))
    {
      fuzz_check_error (FALSE, error);
      return FALSE;
    }

  fuzz_look_at (plan);
  text = guatu_json_write (plan, &length);
  again = guatu_json_read (text, length, "en", NULL, &error);
  g_assert_no_error (error);
  guatu_assert_same_plan (plan, again);
  return TRUE;
}

/* A file takes a hundred times as long as all the rest. The same bytes are always chosen, or never. */
static gboolean
one_in_many (const uint8_t *data, size_t size)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, size);

  return g_bytes_hash (bytes) % 64 == 0;
}

/* What passed all checks becomes a file, and the file holds it. */
static void
create (const GuatuPlan *plan)
{
  g_autofree char *path = fuzz_scratch ("created.guatu", NULL, 0);
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuDocument) document = guatu_document_create (path, plan, NULL, "import", NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  guatu_assert_same_plan (plan, guatu_document_get_plan (document));
  guatu_store_verify (guatu_document_get_store (document), NULL, &error);
  g_assert_no_error (error);
}

int
fuzz_import (FuzzReader reader, const uint8_t *data, size_t size)
{
  static const GuatuImportOptions options = { .start = GUATU_NONE, .today = 20000 * GUATU_DAY + 9 * GUATU_HOUR };
  g_autoptr(GuatuNotes) notes = guatu_notes_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) plan = NULL;

  guatu_test_fix_ids ();
  /* The fuzzer's empty input is nothing at all. */
  plan = reader (data != NULL ? (const char *) data : "", size, &options, notes, &error);
  fuzz_check_error (plan != NULL, error);
  check_notes (notes);
  if (plan != NULL && fuzz_use_content (plan) && (!fuzz_is_hasty () || one_in_many (data, size)))
    create (plan);

  return 0;
}

/* A file in use ----------------------------------------------------------------------------------------------- */

static gboolean
read_title (const GuatuEntry *entry, gpointer data, GError **error)
{
  g_autofree char *title = guatu_entry_title (entry);

  check_text (title);
  return TRUE;
}

/* A verb that may fail, but then for a reason. */
static void
try (gboolean worked, GError **error)
{
  fuzz_check_error (worked, *error);
  g_clear_error (error);
}

static void
edit (GuatuDocument *document)
{
  g_autoptr(GError) error = NULL;
  GuatuSetting name = { GUATU_TASK_NAME, GUATU_TEXT ("New") };
  gint64 id = 0;

  try (guatu_document_undo (document, NULL, &error), &error);
  try (guatu_document_redo (document, NULL, &error), &error);
  try (guatu_document_undo (document, NULL, &error), &error);
  try (guatu_document_undo (document, NULL, &error), &error);
  try (guatu_document_add (document, GUATU_TABLE_TASK, &name, 1, &id, &error), &error);
  if (id != 0)
    try (guatu_document_remove (document, GUATU_TABLE_TASK, id, &error), &error);
  fuzz_look_at (guatu_document_get_plan (document));
}

void
fuzz_open (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuDocument) document = NULL;
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  guatu_test_fix_ids ();
  document = guatu_document_open (path, FALSE, &error);
  fuzz_check_error (document != NULL, error);
  if (document == NULL)
    return;

  fuzz_look_at (guatu_document_get_plan (document));
  undo = guatu_document_undo_title (document);
  redo = guatu_document_redo_title (document);
  try (guatu_store_each_entry (guatu_document_get_store (document), 0, read_title, NULL, &error), &error);
  try (guatu_store_verify (guatu_document_get_store (document), NULL, &error), &error);
  edit (document);
}
