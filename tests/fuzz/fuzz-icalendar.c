/* fuzz-icalendar.c — holidays in an iCalendar file, tried on a calendar; the seeds are files. */
#include "fuzz-target.h"

#include "guatu-holidays.h"
#include "guatu-samples.h"

static GuatuDocument *
make_document (void)
{
  g_autoptr(GuatuPlan) plan = guatu_empty_plan_new ("A", 20000 * GUATU_DAY, "china", "en", NULL);
  g_autofree char *path = fuzz_scratch ("plan.guatu", NULL, 0);

  return guatu_document_create (path, plan, NULL, "create", NULL, NULL, NULL, NULL);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static GuatuDocument *document;
  g_autofree char *path = fuzz_scratch ("days.ics", data != NULL ? data : (const uint8_t *) "", size);
  g_autoptr(GuatuNotes) notes = guatu_notes_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuHolidays) holidays = guatu_holidays_read (path, notes, &error);
  g_autoptr(GuatuPlan) plan = NULL;

  fuzz_check_error (holidays != NULL, error);
  if (document == NULL)
    document = make_document ();
  if (holidays != NULL)
    {
      GuatuDaysImport days = guatu_holidays_get (holidays);
      gint64 calendar = guatu_plan_id (guatu_document_get_plan (document), GUATU_TABLE_CALENDAR, 0);

      plan = guatu_document_preview_days (document, calendar, &days, &error);
      fuzz_check_error (plan != NULL, error);
    }
  if (plan != NULL)
    fuzz_look_at (plan);

  return 0;
}

void
fuzz_make_seeds (void)
{
}
