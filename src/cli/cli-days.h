/* cli-days.h — the part of "calendar" that takes holidays in. */
#pragma once

#include "cli-output.h"
#include "guatu-notes.h"

G_BEGIN_DECLS

/* calendar FILE SLUG import SOURCE [--dry-run] [--json]. What would be taken and which tasks would move is
 * printed first; with --dry-run that is all. */
gboolean cli_run_days (const CliCall *call,
                       GError       **error);

/* The list of what an import could not carry over; nothing where there is nothing. */
void     cli_print_notes (const GuatuNotes *notes);

G_END_DECLS
