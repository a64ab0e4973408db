/* fuzz-gan.c — a plan of GanttProject; the seeds are files. */
#include "fuzz-target.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  return fuzz_import (guatu_import_read_xml, data, size);
}

void
fuzz_make_seeds (void)
{
}
