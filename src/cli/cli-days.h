/* cli-days.h — the part of "calendar" that takes holidays in. */
#pragma once

#include "cli-output.h"
#include "guatu-notes.h"

G_BEGIN_DECLS

/* calendar FILE SLUG import SOURCE [--dry-run] [--json]. What would be taken and which tasks would move is
 * printed first; with --dry-run that is all. */
gboolean cli_run_days (const CliCall *call,
                       GError       **error);

/* calendar FILE: the calendars and who uses them; calendar FILE SLUG YEAR (cli-year.c). */
gboolean cli_run_calendars (const CliCall *call,
                            GError       **error);
gboolean cli_run_year (const CliCall *call,
                       GError       **error);

/* calendar FILE SLUG off|work|week FROM [TO], and whether the word is one of these. */
gboolean cli_edits_days (const char *word);
gboolean cli_run_edit_days (const CliCall *call,
                            GError       **error);

/* The list of what an import could not carry over; nothing where there is nothing. */
void     cli_print_notes (const GuatuNotes *notes);

G_END_DECLS
