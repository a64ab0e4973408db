/* cli-export.c — "copy" and "export": the plan as another file. */
#include "cli-output.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "cli-export-chart.h"
#include "guatu-export.h"
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

gboolean
cli_must_be_other (const char *plan, const char *out, GError **error)
{
  GStatBuf a, b;

  if (g_stat (plan, &a) != 0 || g_stat (out, &b) != 0 || a.st_dev != b.st_dev || a.st_ino != b.st_ino)
    return TRUE;

  g_set_error (error, CLI_ERROR, CLI_ERROR_FAILED, _("“%s” is the plan itself; name another file."), out);
  return FALSE;
}

/* What a name asks for by its ending: charts as in GuatuChartFormat, then what GuatuExportFormat lists. */
enum { N_CHARTS = GUATU_CHART_PNG + 1 };

static gboolean
export_content (const CliCall *call, const CliView *view, GuatuExportFormat format, GuatuNotes *notes, GError **error)
{
  const GuatuExportOptions options = { .language = cli_option (call, "lang"), .today = cli_now (),
                                       .made = guatu_export_made (view->document),
                                       .tasks = cli_flag (call, "tasks") };
  gsize length;
  g_autofree char *content = guatu_export_write (view->plan, view->schedule, format, &options, notes, &length, error);

  return content != NULL && guatu_output_save (call->args[1], content, length, error);
}

/* -1 if the ending says nothing. */
static int
find_format (const char *path)
{
  static const char * const charts[N_CHARTS] = { ".pdf", ".svg", ".png" };

  for (int i = 0; i < N_CHARTS + GUATU_N_EXPORTS; i++)
    if (cli_has_ending (path, i < N_CHARTS ? charts[i] : guatu_export_ending ((GuatuExportFormat) (i - N_CHARTS))))
      return i;

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
  g_autoptr(CliChart) chart = NULL;

  if (format < 0)
    return cli_usage (error, _("“%s” does not end in .pdf, .svg, .png, .csv, .json, .xml, .xlsx or .ics."), out);
  if (!cli_language_option (call, &language, error) || (format >= N_CHARTS && !cli_chart_refuse (call, error)))
    return FALSE;
  if (format != N_CHARTS + GUATU_EXPORT_ICALENDAR && cli_flag (call, "tasks"))
    return cli_usage (error, _("“--tasks” is for calendars only: .ics."));
  if (format < N_CHARTS)
    {
      chart = cli_chart_new (call, (GuatuChartFormat) format, error);
      if (chart == NULL)
        return FALSE;
    }
  if (!cli_must_be_other (call->args[0], out, error))
    return FALSE;

  view = cli_view_open (call, error);
  if (view == NULL)
    return FALSE;

  if (!(chart != NULL ? cli_chart_write (chart, view, out, error)
                      : export_content (call, view, (GuatuExportFormat) (format - N_CHARTS), notes,
                                        error)))
    return FALSE;

  cli_print (_("Wrote “%s”."), out);
  cli_print ("\n");
  if (chart != NULL)
    cli_chart_say (chart);
  say_notes (notes);
  return TRUE;
}

static const CliOption export_options[] = {
  { "lang", "LANGUAGE", N_("Language of the output: en or zh_CN; the plan’s if it is left out") },
  { "status-date", "DATE", N_("Look at the plan as of this date; nothing is stored") },
  { "tasks", NULL, N_("In a calendar (.ics) all tasks, not only milestones, key nodes and deadlines") },
  { "paper", "SIZE", N_("Paper of a chart: A4 … A0, B4, Letter, 420x297mm, 914mm-roll; A3 if it is left out") },
  { "portrait", NULL, N_("The paper stands upright") },
  { "landscape", NULL, N_("The paper lies across, as it does if it is named by its size: A3") },
  { "dpi", "NUMBER", N_("Dots per inch of a picture (.png); 150 if it is left out") },
  { "palette", "NAME", N_("The colours") },
  { "columns", "LIST", N_("The table’s columns, in this order; those that the plan has something for if it is left out") },
  { "group", "BY", N_("Under a heading each: the tasks of a category, a unit …") },
  { "filter", "CONDITION", N_("Only these tasks, with their parents; may be given several times") },
  { "sort", "BY", N_("Order among tasks that stand side by side; that of the plan if it is left out") },
  { "from", "DATE", N_("The first day shown; bars are cut there") },
  { "to", "DATE", N_("The last day shown") },
  { "scale", "UNIT", N_("Unit of the lowest scale; the finest that can be read if it is left out") },
  { "labels", "LIST", N_("What stands beside bars, where there is room; by how much they slip if it is left out") },
  { "layers", "LIST", N_("What is drawn: these, all or none; or +float,-links: the usual ones with and without these") },
  { NULL },
};

const CliCommand cli_export = {
  .name = "export",
  .arguments = "FILE OUT [OPTION…]",
  .summary = N_("Write the plan as a chart (.pdf, .svg, .png), a task list (.csv, .xlsx), JSON (.json), a calendar (.ics) "
                "or for Microsoft Project (.xml)"),
  .details =
    N_("OUT is replaced only when the new file is whole. What a file of its kind has no place for is listed.\n"
       "All options but --lang, --status-date and --tasks are for charts; once one is written, its paper, its rows and the\n"
       "distance from which it can be read are told.\n"
       "A CONDITION is one of these; a task has to meet all that are given:\n"
       "  TEXT, text=TEXT     stands in its name or WBS code, in whatever case\n"
       "  unit=NAME           this unit has a part in it; an id will do too\n"
       "  person=NAME         this person has\n"
       "  stage=STAGE,…       it is at one of these stages: none, reserve, started, under-construction, in-production,\n"
       "                      accepted, closed-out\n"
       "  light=COLOUR,…      its light is one of these: green, yellow, orange, red, done, none\n"
       "  critical            it is critical\n"
       "  project             it is a project\n"
       "  level=NUMBER        it is not deeper in the outline than so many levels"),
  .options = export_options,
  .min_args = 2,
  .max_args = 2,
  .run = run_export,
  .more_help = cli_chart_help,
};
