/* cli-changes.h — what "history" prints beside the journal itself: two states compared, and who answered when. */
#pragma once

#include "cli-output.h"
#include "guatu-comparison.h"
#include "guatu-journal.h"
#include "guatu-tenures.h"

G_BEGIN_DECLS

/* The rows and fields of a change, as an array of objects. */
void     cli_json_changes     (JsonBuilder    *object,
                               const char     *name,
                               GPtrArray      *rows);

/* How two states differ. */
void     cli_say_comparison   (const GuatuComparison *comparison,
                               gboolean        json);
gboolean cli_print_comparison (const CliCall  *call,
                               GuatuDocument  *document,
                               GError        **error);
gboolean cli_print_duties     (const CliCall  *call,
                               GuatuDocument  *document,
                               GError        **error);

G_END_DECLS
