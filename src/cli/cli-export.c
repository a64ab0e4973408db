/* cli-export.c — "copy" and "export": the plan as another file. */
#include "cli-output.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "guatu-chart-export.h"
#include "guatu-csv.h"
#include "guatu-json.h"
#include "guatu-mspdi.h"
#include "guatu-output.h"

/* "copy" -------------------------------------------------------------------------------------------------------- */

static gboolean
run_copy (const CliCall *call, GError **error)
{
  g_autoptr(GuatuStore) store = NULL;
  gboolean with_history = !cli_flag (call, "without-history");

  if (!cli_must_be_new (call->args[1], error))
    return FALSE;

  store = guatu_store_open (call->args[0], TRUE, error);
  if (store == NULL || !guatu_store_copy (store, call->args[1], with_history, g_get_user_name (), error))
    return FALSE;

  cli_print (with_history ? _("Copied to “%s”.") : _("Copied to “%s”, without its history."), call->args[1]);
  cli_print ("\n");
  return TRUE;
}

static const CliOption copy_options[] = {
  { "without-history", NULL, N_("Leave the journal behind: the copy begins with what the plan is now") },
  { NULL },
};

const CliCommand cli_copy = {
  .name = "copy",
  .arguments = "FILE OUT [--without-history]",
  .summary = N_("Copy the plan into a new file"),
  .options = copy_options,
  .min_args = 2,
  .max_args = 2,
  .run = run_copy,
};

/* "export" ------------------------------------------------------------------------------------------------------- */

/* An export over the plan itself would destroy it. */
static gboolean
must_be_other (const char *plan, const char *out, GError **error)
{
  GStatBuf a, b;

  if (g_stat (plan, &a) != 0 || g_stat (out, &b) != 0 || a.st_dev != b.st_dev || a.st_ino != b.st_ino)
    return TRUE;

  g_set_error (error, CLI_ERROR, CLI_ERROR_FAILED, _("“%s” is the plan itself; name another file."), out);
  return FALSE;
}

/* What a name asks for by its ending; the charts come first, in the order of GuatuChartFormat. */
typedef enum
{
  FORMAT_PDF,
  FORMAT_SVG,
  FORMAT_PNG,
  FORMAT_CSV,
  FORMAT_JSON,
  FORMAT_MSPDI,
} Format;

static gboolean
export_text (const CliView *view, const char *path, Format format, const char *language, GuatuNotes *notes,
             GError **error)
{
  g_autofree char *text = NULL;
  gsize length;

  if (language == NULL)
    language = guatu_plan_text (view->plan, guatu_plan_settings (view->plan)->language);
  if (format == FORMAT_JSON)
    text = guatu_json_write (view->plan, &length);
  else if (format == FORMAT_MSPDI)
    text = guatu_mspdi_write (view->plan, view->schedule, notes, &length);
  else
    text = guatu_csv_write (view->plan, view->schedule, language, &length);

  return guatu_output_save (path, text, length, error);
}

/* What whoever hangs the sheet should know before. */
static void
say_readout (const GuatuChartReadout *readout)
{
  g_autofree char *warning = guatu_chart_readout_warning (readout);

  if (warning != NULL)
    cli_print ("%s\n", warning);
}

static gboolean
export_chart (const CliCall *call, const CliView *view, const char *path, GuatuChartFormat format,
              GuatuChartReadout *readout, GError **error)
{
  GuatuChartOptions options = GUATU_CHART_OPTIONS_INIT;

  options.paper = cli_option (call, "paper");
  options.landscape = cli_flag (call, "landscape");
  options.language = cli_option (call, "lang");
  options.today = cli_now ();
  options.readout = readout;

  return guatu_chart_export (view->plan, view->schedule, &options, format, path, error);
}

/* A Format; -1 if the ending says nothing. */
static int
find_format (const char *path)
{
  static const char * const endings[] = { ".pdf", ".svg", ".png", ".csv", ".json", ".xml" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (cli_has_ending (path, endings[i]))
      return (int) i;

  return -1;
}

/* What the file has no place for. */
static void
say_notes (const GuatuNotes *notes)
{
  guint n = guatu_notes_count (notes);

  if (n == 0)
    return;
  cli_print (ngettext ("%u thing of the plan is not in it, or not as it was:\n",
                       "%u things of the plan are not in it, or not as they were:\n", n), n);
  cli_print_note_lines (notes);
}

static gboolean
run_export (const CliCall *call, GError **error)
{
  const char *out = call->args[1];
  int format = find_format (out);
  const char *language;
  g_autoptr(CliView) view = NULL;
  g_autoptr(GuatuNotes) notes = guatu_notes_new ();
  GuatuChartReadout readout = { 0 };

  if (format < 0)
    return cli_usage (error, _("“%s” does not end in .pdf, .svg, .png, .csv, .json or .xml."), out);
  if (format > FORMAT_PNG && (cli_flag (call, "paper") || cli_flag (call, "landscape")))
    return cli_usage (error, _("Only charts have paper: .pdf, .svg and .png."));
  if (!cli_language_option (call, &language, error))
    return FALSE;
  if (!must_be_other (call->args[0], out, error))
    return FALSE;

  view = cli_view_open (call, error);
  if (view == NULL)
    return FALSE;

  if (format > FORMAT_PNG)
    {
      if (!export_text (view, out, (Format) format, language, notes, error))
        return FALSE;
    }
  else if (!export_chart (call, view, out, (GuatuChartFormat) format, &readout, error))
    {
      return FALSE;
    }

  cli_print (_("Wrote “%s”."), out);
  cli_print ("\n");
  say_readout (&readout);
  say_notes (notes);
  return TRUE;
}

static const CliOption export_options[] = {
  { "paper", "SIZE", N_("Paper of a chart: A4 … A0, B4, Letter, 420x297mm; A3 if it is left out") },
  { "landscape", NULL, N_("Turn the paper") },
  { "lang", "LANGUAGE", N_("Language of the output: en or zh_CN; the plan’s if it is left out") },
  { "status-date", "DATE", N_("Look at the plan as of this date; nothing is stored") },
  { NULL },
};

const CliCommand cli_export = {
  .name = "export",
  .arguments = "FILE OUT [--paper SIZE] [--landscape] [--lang LANGUAGE] [--status-date DATE]",
  .summary = N_("Write the plan as a chart (.pdf, .svg, .png), a task list (.csv), JSON (.json) or for Microsoft Project "
                "(.xml)"),
  .details =
    N_("OUT is replaced only when the new file is whole. What a file for Microsoft Project has no place for is listed."),
  .options = export_options,
  .min_args = 2,
  .max_args = 2,
  .run = run_export,
};
