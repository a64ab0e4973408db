/* cli-filter.h — which tasks a command is about: the conditions of --filter. */
#pragma once

#include "cli.h"
#include "guatu-chart-rows.h"

G_BEGIN_DECLS

typedef struct _CliFilter CliFilter;

/* Takes the conditions apart, as far as that needs no plan; CLI_ERROR_USAGE for one that is none. */
CliFilter *cli_filter_new   (const CliCall  *call,
                             GError        **error);
void       cli_filter_free  (CliFilter      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliFilter, cli_filter_free)

/* Puts the conditions into @query, which borrows from @self, @call and @view. */
gboolean   cli_filter_apply (CliFilter      *self,
                             const CliView  *view,
                             GuatuRowsQuery *query,
                             GError        **error);

/* Whether there is any condition. */
gboolean   cli_filter_any   (const CliFilter *self);

G_END_DECLS
