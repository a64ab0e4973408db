/* fuzz-open.c — a file that is opened as a plan, byte by byte as it comes. */
#include "fuzz-target.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *path = fuzz_scratch ("plan.guatu", data != NULL ? data : (const uint8_t *) "", size);

  fuzz_open (path);
  return 0;
}

void
fuzz_make_seeds (void)
{
  for (guint i = 0; i < 8; i++)
    {
      g_autoptr(GBytes) file = fuzz_plan_file (i);
      g_autofree char *name = g_strdup_printf ("plan-%u.guatu", i);

      fuzz_seed (name, g_bytes_get_data (file, NULL), g_bytes_get_size (file));
    }
}
