/* cli-lists.h — the lists of "show" that are worked out and not stored. */
#pragma once

#include "cli.h"

G_BEGIN_DECLS

/* Each prints its list, as a table or as JSON; %FALSE with @error if it cannot be worked out. */
gboolean cli_list_lights      (const CliView  *view,
                               gboolean        json,
                               GError        **error);
gboolean cli_list_unit_lights (const CliView  *view,
                               gboolean        json,
                               GError        **error);
gboolean cli_list_pace        (const CliView  *view,
                               gboolean        json,
                               GError        **error);
gboolean cli_list_ledgers     (const CliView  *view,
                               gboolean        json,
                               GError        **error);
gboolean cli_list_ledger_items (const CliView *view,
                               gboolean        json,
                               GError        **error);
gboolean cli_list_key_nodes   (const CliView  *view,
                               gboolean        json,
                               GError        **error);
gboolean cli_list_baselines   (const CliView  *view,
                               gboolean        json,
                               GError        **error);

G_END_DECLS
