/* fuzz-json.c — a plan in its JSON form. */
#include "fuzz-target.h"

#include "guatu-json.h"

static GuatuPlan *
read_plan (const char *bytes, gsize length, const GuatuImportOptions *options, GuatuNotes *notes, GError **error)
{
  return guatu_json_read (bytes, length, "zh_CN", notes, error);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  return fuzz_import (read_plan, data, size);
}

void
fuzz_make_seeds (void)
{
  for (guint i = 0; i < 6; i++)
    {
      g_autoptr(GuatuPlan) plan = fuzz_plan (i);
      g_autofree char *name = g_strdup_printf ("own-%u.json", i);
      g_autofree char *text = NULL;
      gsize length;

      text = guatu_json_write (plan, &length);
      fuzz_seed (name, text, length);
    }
}
