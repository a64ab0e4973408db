/* fuzz-csv.c — a task list in CSV, whatever its dialect. */
#include "fuzz-target.h"

#include <string.h>

/* The reader takes a file: it asks for its size before it reads any of it. */
static GuatuPlan *
read_list (const char *bytes, gsize length, const GuatuImportOptions *options, GuatuNotes *notes, GError **error)
{
  g_autofree char *path = fuzz_scratch ("list.csv", bytes, length);

  return guatu_csv_read (path, options, notes, error);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  return fuzz_import (read_list, data, size);
}

/* Lists of our own, which take other ways through the reader than those of others. */
void
fuzz_make_seeds (void)
{
  for (guint i = 0; i < 6; i++)
    {
      g_autoptr(GuatuPlan) plan = fuzz_plan (i);
      g_autoptr(GuatuSchedule) schedule = guatu_schedule_new (plan, NULL, NULL);
      g_autofree char *name = g_strdup_printf ("own-%u.csv", i);
      g_autofree char *list = guatu_csv_write (plan, schedule, i % 2 ? "zh_CN" : "en", NULL);

      fuzz_seed (name, list, strlen (list));
    }
}
