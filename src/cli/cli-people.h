/* cli-people.h — what the files of "people" share. */
#pragma once

#include "cli-output.h"

#include "guatu-load-curve.h"

G_BEGIN_DECLS

/* What a choice is called for people. */
const char *cli_people_choice        (GuatuTable      table,
                                      guint           field,
                                      gint64          choice);
const char *cli_people_name          (const GuatuPlan *plan,
                                      GuatuTable      table,
                                      gint32          row);

/* @who: an id or a name, of a person or else of a unit. */
gboolean    cli_people_show_somebody (const CliView  *view,
                                      const char     *who,
                                      GuatuLoadStep   step,
                                      gboolean        json,
                                      GError        **error);

void        cli_people_show_limits   (const CliView  *view,
                                      gboolean        json);
void        cli_people_show_sponsors (const CliView  *view,
                                      gboolean        json);

G_END_DECLS
