/* cli-thumbnail.c — "thumbnail": the small picture that file managers show for a plan. */
#include <glib/gi18n-lib.h>

#include "cli-output.h"
#include "guatu-chart-thumbnail.h"

#define USUAL_SIZE 256

static gboolean
run_thumbnail (const CliCall *call, GError **error)
{
  double size = USUAL_SIZE;
  g_autoptr(CliView) view = NULL;

  if (!cli_number_option (call, "size", GUATU_THUMBNAIL_LEAST, GUATU_THUMBNAIL_MOST, &size, error)
      || !cli_must_be_other (call->args[0], call->args[1], error))
    return FALSE;

  view = cli_view_open (call, error);
  return view != NULL && guatu_chart_thumbnail (view->plan, view->schedule, (guint) size, call->args[1], error);
}

static const CliOption thumbnail_options[] = {
  { "size", "PIXELS", N_("The longer side of the picture: 16 to 4096; 256 if it is left out") },
  { NULL },
};

const CliCommand cli_thumbnail = {
  .name = "thumbnail",
  .arguments = "FILE OUT [--size PIXELS]",
  .summary = N_("Draw the top of the battle map as a small picture (PNG)"),
  .details =
    N_("For file managers. The plan is only read; OUT is replaced once the picture is whole. Of a large plan the\n"
       "first rows of its highest levels are shown."),
  .options = thumbnail_options,
  .min_args = 2,
  .max_args = 2,
  .run = run_thumbnail,
};
