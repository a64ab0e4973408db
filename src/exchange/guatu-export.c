/* guatu-export.c — finds the writer for a kind of file. */
#include "guatu-export.h"

#include "guatu-csv.h"
#include "guatu-icalendar.h"
#include "guatu-json.h"
#include "guatu-mspdi.h"
#include "guatu-xlsx.h"

const char *
guatu_export_ending (GuatuExportFormat format)
{
  static const char * const endings[GUATU_N_EXPORTS] = { ".csv", ".json", ".xml", ".xlsx", ".ics" };

  g_return_val_if_fail (format < GUATU_N_EXPORTS, NULL);

  return endings[format];
}

gint64
guatu_export_made (GuatuDocument *document)
{
  GuatuStore *store = guatu_document_get_store (document);
  g_autoptr(GuatuEntry) entry = NULL;
  gint64 seq;

  if (guatu_store_head (store, &seq, NULL, NULL))
    entry = guatu_store_find_entry_words (store, seq, NULL);
  return entry != NULL ? entry->time : 0;
}

char *
guatu_export_write (const GuatuPlan *plan, const GuatuSchedule *schedule, GuatuExportFormat format,
                    const GuatuExportOptions *options, GuatuNotes *notes, gsize *length, GError **error)
{
  const char *language = options->language;

  g_return_val_if_fail (plan != NULL && schedule != NULL, NULL);

  if (language == NULL)
    language = guatu_plan_text (plan, guatu_plan_settings (plan)->language);
  switch (format)
    {
    case GUATU_EXPORT_CSV:
      return guatu_csv_write (plan, schedule, language, length);
    case GUATU_EXPORT_JSON:
      return guatu_json_write (plan, length);
    case GUATU_EXPORT_MSPDI:
      return guatu_mspdi_write (plan, schedule, notes, length);
    case GUATU_EXPORT_XLSX:
      return guatu_xlsx_write (plan, schedule, options, notes, length, error);
    case GUATU_EXPORT_ICALENDAR:
      return guatu_icalendar_write (plan, schedule, options, notes, length);
    case GUATU_N_EXPORTS:
    default:
      g_return_val_if_reached (NULL);
    }
}
