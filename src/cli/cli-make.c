/* cli-make.c — "new" and "import": plans made, and plans taken in from files of others. */
#include "cli-days.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "guatu-import.h"
#include "guatu-json.h"
#include "guatu-samples.h"
#include "guatu-templates.h"

#define DEFAULT_START (8 * GUATU_HOUR)

/* More is no list that a person exports. */
#define MAX_JSON_BYTES ((goffset) 256 * 1024 * 1024)

/* Making a file ----------------------------------------------------------------------------------------- */

/* The file's name without its ending: what a plan is called until it is named. */
static char *
name_of (const char *path)
{
  g_autofree char *base = g_filename_display_basename (path);
  char *dot = strrchr (base, '.');

  if (dot != NULL && dot != base)
    *dot = '\0';
  return g_steal_pointer (&base);
}

static const char *
reader_language (void)
{
  for (const char * const *name = g_get_language_names (); *name != NULL; name++)
    if (g_str_has_prefix (*name, "zh"))
      return "zh_CN";
    else if (g_str_has_prefix (*name, "en") || g_str_equal (*name, "C"))
      break;

  return "en";
}

static void
say_progress (gint64 done, gint64 total, gboolean end)
{
  if (total > 0)
    fprintf (stderr, "\r%3d%%", (int) (done * 100 / total));
  else
    fprintf (stderr, "\r%" G_GINT64_FORMAT, done);
  if (end)
    fprintf (stderr, "\r      \r");
}

static gboolean
progress_cb (gint64 done, gint64 total, gpointer data)
{
  say_progress (done, total, total > 0 && done >= total);
  return TRUE;
}

/* People see how far it is; logs do not. */
static GuatuProgressFunc
progress_func (void)
{
  return isatty (STDERR_FILENO) ? progress_cb : NULL;
}

/* Puts what the options say over a plan that came with settings of its own. */
static gboolean
override_settings (const CliCall *call, GuatuPlan *plan, GuatuInstant start, GError **error)
{
  const char *title = cli_option (call, "title");
  const char *slug = cli_option (call, "calendar");
  gint32 calendar = -1;

  if (title != NULL)
    guatu_plan_set (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_TITLE, GUATU_TEXT (title));
  if (start != GUATU_NONE)
    guatu_plan_set (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_START, GUATU_INTEGER (start));
  if (slug != NULL)
    {
      calendar = cli_find_row (plan, GUATU_TABLE_CALENDAR, slug, NULL);
      if (calendar < 0)
        calendar = guatu_calendar_add (plan, slug, error);
      if (calendar < 0)
        return FALSE;
      guatu_plan_set (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_CALENDAR,
                      GUATU_INTEGER (guatu_plan_id (plan, GUATU_TABLE_CALENDAR, calendar)));
    }

  guatu_plan_settle (plan);
  return TRUE;
}

/* A plan begins with every calendar that ships, so that its tasks can be given any of them. */
static gboolean
add_calendars (GuatuPlan *plan, GError **error)
{
  for (const char * const *slug = guatu_calendar_slugs (); *slug != NULL; slug++)
    if (guatu_calendar_add (plan, *slug, error) < 0)
      return FALSE;

  guatu_plan_settle (plan);
  return TRUE;
}

/* From a template ------------------------------------------------------------------------------------------- */

/* Counted from a start, or back from a finish. */
static GuatuPlan *
from_template (const CliCall *call, const char *language, GuatuInstant start, GError **error)
{
  const char *title = cli_option (call, "title");
  g_autofree char *name = name_of (call->args[0]);
  g_autoptr(GuatuPlan) plan = NULL;
  GuatuInstant finish;

  if (!cli_date_option (call, "finish", 0, &finish, error))
    return NULL;
  if (start != GUATU_NONE && finish != GUATU_NONE)
    return (void) cli_usage (error, _("A plan is counted from a start or back from a finish, not both.")), NULL;

  plan = guatu_template_open (cli_option (call, "template"), language,
                              finish != GUATU_NONE ? finish : start != GUATU_NONE ? start : cli_now (),
                              finish != GUATU_NONE, error);
  if (plan == NULL)
    return NULL;
  guatu_plan_set (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_TITLE, GUATU_TEXT (title != NULL ? title : name));
  return g_steal_pointer (&plan);
}

/* "new" ---------------------------------------------------------------------------------------------------- */

static GuatuPlan *
new_content (const CliCall *call, GuatuInstant start, GError **error)
{
  const char *sample = cli_option (call, "sample");
  const char *title = cli_option (call, "title");
  const char *calendar = cli_option (call, "calendar");
  const char *language;
  g_autofree char *name = name_of (call->args[0]);
  g_autoptr(GuatuPlan) plan = NULL;

  if (!cli_language_option (call, &language, error))
    return NULL;
  if (language == NULL)
    language = reader_language ();
  if (cli_option (call, "template") != NULL)
    return from_template (call, language, start, error);
  if (cli_option (call, "finish") != NULL)
    return (void) cli_usage (error, _("“--finish” means nothing without --template.")), NULL;
  if (sample == NULL)
    return guatu_empty_plan_new (title != NULL ? title : name,
                                 start != GUATU_NONE ? start
                                                     : guatu_instant_day (cli_now ()) * GUATU_DAY + DEFAULT_START,
                                 calendar != NULL ? calendar : "standard", language, error);

  plan = guatu_sample_new (sample, language, error);
  if (plan == NULL || !override_settings (call, plan, start, error))
    return NULL;

  return g_steal_pointer (&plan);
}

static gboolean
run_new (const CliCall *call, GError **error)
{
  const char *path = call->args[0];
  g_autoptr(GuatuPlan) content = NULL;
  g_autoptr(GuatuDocument) document = NULL;
  GuatuInstant start;
  guint n_tasks;

  if (!cli_date_option (call, "start", DEFAULT_START, &start, error) || !cli_must_be_new (path, error))
    return FALSE;

  content = new_content (call, start, error);
  if (content == NULL || !add_calendars (content, error))
    return FALSE;

  document = guatu_document_create (path, content, NULL, "create", NULL, NULL, NULL, error);
  if (document == NULL)
    return FALSE;

  n_tasks = guatu_plan_n_live (guatu_document_get_plan (document), GUATU_TABLE_TASK);
  cli_print (ngettext ("Made “%s” with %u task.\n", "Made “%s” with %u tasks.\n", n_tasks), path, n_tasks);
  return TRUE;
}

static void
new_help (void)
{
  g_autoptr(GPtrArray) templates = guatu_templates_list (reader_language ());

  cli_print ("\n%s\n", _("Calendars:"));
  for (const char * const *slug = guatu_calendar_slugs (); *slug != NULL; slug++)
    cli_print ("  %s\n", *slug);
  cli_print ("\n%s\n", _("Samples:"));
  for (const char * const *name = guatu_sample_names (); *name != NULL; name++)
    cli_print ("  %s\n", *name);
  cli_print ("\n%s\n", _("Templates:"));
  for (guint i = 0; i < templates->len; i++)
    cli_print ("  %s\n", ((const GuatuTemplate *) g_ptr_array_index (templates, i))->name);
}

static const CliOption new_options[] = {
  { "sample", "NAME", N_("Begin with a sample instead of an empty plan") },
  { "template", "NAME", N_("Begin with a template, one that ships or one of your own") },
  { "title", "TITLE", N_("The plan’s title; the file’s name if it is left out") },
  { "start", "DATE", N_("The plan’s start; today at 8:00 if it is left out") },
  { "finish", "DATE", N_("With a template: count back from the day on which it is to be finished") },
  { "calendar", "SLUG", N_("The plan’s calendar; standard if it is left out") },
  { "lang", "LANGUAGE", N_("Language of the sample and of printed matter: en or zh_CN") },
  { NULL },
};

const CliCommand cli_new = {
  .name = "new",
  .arguments = "FILE [--sample NAME | --template NAME] [--title TITLE] [--start DATE | --finish DATE] "
               "[--calendar SLUG] [--lang LANGUAGE]",
  .summary = N_("Make a new plan"),
  .options = new_options,
  .min_args = 1,
  .max_args = 1,
  .run = run_new,
  .more_help = new_help,
};

/* "import" --------------------------------------------------------------------------------------------------- */

static gboolean
parse_date_order (const CliCall *call, GuatuDateOrder *order, GError **error)
{
  static const struct { const char *name; GuatuDateOrder order; } orders[] = {
    { "dmy", GUATU_DATE_ORDER_DMY }, { "mdy", GUATU_DATE_ORDER_MDY }, { "ymd", GUATU_DATE_ORDER_YMD },
  };
  const char *text = cli_option (call, "date-order");

  *order = GUATU_DATE_ORDER_GUESS;
  if (text == NULL)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (g_ascii_strcasecmp (orders[i].name, text) == 0)
      {
        *order = orders[i].order;
        return TRUE;
      }

  return cli_usage (error, _("“%s” is no order of dates: write dmy, mdy or ymd."), text);
}

static GuatuPlan *
read_source (const CliCall *call, GuatuNotes *notes, GError **error)
{
  const char *path = call->args[0];
  g_autoptr(GuatuPlan) plan = NULL;
  GuatuImportOptions options = { .calendar = cli_option (call, "calendar"), .title = cli_option (call, "title") };

  if (!cli_date_option (call, "start", DEFAULT_START, &options.start, error)
      || !parse_date_order (call, &options.date_order, error))
    return NULL;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, CLI_ERROR, CLI_ERROR_FAILED, _("There is no file “%s”."), path);
      return NULL;
    }

  options.today = cli_now ();
  options.progress = progress_func ();
  plan = guatu_import_read_file (path, &options, reader_language (), notes, error);
  if (plan == NULL || (cli_has_ending (path, ".json") && !override_settings (call, plan, options.start, error)))
    return NULL;
  return g_steal_pointer (&plan);
}

static void
print_import_json (const char *path, guint n_tasks, const GuatuNotes *notes)
{
  g_autoptr(JsonBuilder) object = cli_json_object ();
  g_autofree char *text = NULL;

  cli_json_string (object, "file", path);
  cli_json_integer (object, "tasks", n_tasks);
  json_builder_set_member_name (object, "notes");
  json_builder_begin_array (object);
  for (guint i = 0; i < guatu_notes_count (notes); i++)
    {
      const GuatuNote *note = guatu_notes_get (notes, i);

      json_builder_begin_object (object);
      cli_json_integer (object, "row", note->row > 0 ? note->row : GUATU_NONE);
      cli_json_integer (object, "column", note->column > 0 ? note->column : GUATU_NONE);
      cli_json_string (object, "place", note->place);
      cli_json_string (object, "text", note->text);
      json_builder_end_object (object);
    }
  json_builder_end_array (object);
  text = cli_json_text (object);
  cli_print ("%s\n", text);
}

/* What an import would bring, and lose; nothing is made. */
static gboolean
check_import (const CliCall *call, const GuatuPlan *content, const GuatuNotes *notes)
{
  guint n_tasks = guatu_plan_n_live (content, GUATU_TABLE_TASK);

  if (cli_flag (call, "json"))
    {
      print_import_json (NULL, n_tasks, notes);
      return TRUE;
    }

  cli_print_notes (notes);
  cli_print (ngettext ("“%s” would be imported with %u task.\n", "“%s” would be imported with %u tasks.\n", n_tasks),
             call->args[0], n_tasks);
  return TRUE;
}

/* What a plan that exists has already. */
static gboolean
refuse_settings (const CliCall *call, GError **error)
{
  static const char * const options[] = { "title", "calendar", "start" };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (cli_option (call, options[i]) != NULL)
      return cli_usage (error, _("“--%s” is for a new plan."), options[i]);
  return !cli_flag (call, "keep-dates") || cli_usage (error, _("“--%s” is for a new plan."), "keep-dates");
}

/* Into a plan that exists, in one entry of its journal. */
static gboolean
import_into (const CliCall *call, const char *path, const GuatuPlan *content, const GuatuNotes *notes, GError **error)
{
  const char *below = cli_option (call, "below");
  g_autofree char *arguments = guatu_import_arguments (call->args[0], notes);
  g_autoptr(GuatuDocument) document = guatu_document_open (path, FALSE, error);
  gint32 task = -1;

  if (document == NULL)
    return FALSE;
  if (below != NULL)
    {
      task = cli_find_task (guatu_document_get_plan (document), below, error);
      if (task < 0)
        return FALSE;
    }
  return guatu_document_import (document, content,
                                task >= 0 ? guatu_plan_id (guatu_document_get_plan (document), GUATU_TABLE_TASK, task)
                                          : 0,
                                arguments, progress_func (), NULL, error);
}

static gboolean
import_as_new (const CliCall *call, const char *path, GuatuPlan *content, const GuatuNotes *notes, GError **error)
{
  g_autofree char *arguments = guatu_import_arguments (call->args[0], notes);
  g_autoptr(GuatuDocument) document = NULL;

  if (cli_flag (call, "keep-dates"))
    guatu_plan_set (content, GUATU_TABLE_PLAN, 0, GUATU_PLAN_KEEP_RECORDED, GUATU_INTEGER (1));
  document = guatu_document_create (path, content, NULL, "import", arguments, progress_func (), NULL, error);
  return document != NULL;
}

static gboolean
run_import (const CliCall *call, GError **error)
{
  gboolean check = cli_flag (call, "check");
  const char *path = check ? NULL : call->args[1];
  g_autoptr(GuatuNotes) notes = guatu_notes_new ();
  gboolean into = cli_flag (call, "into") || cli_option (call, "below") != NULL;
  g_autoptr(GuatuPlan) content = NULL;
  guint n_tasks;

  if (!check && call->n_args < 2)
    return cli_usage (error, _("Name the plan to make, or write --check to look only."));
  if (into ? !refuse_settings (call, error) : !check && !cli_must_be_new (path, error))
    return FALSE;

  content = read_source (call, notes, error);
  if (content == NULL)
    return FALSE;
  if (check)
    return check_import (call, content, notes);
  if (!(into ? import_into (call, path, content, notes, error) : import_as_new (call, path, content, notes, error)))
    return FALSE;

  n_tasks = guatu_plan_n_live (content, GUATU_TABLE_TASK);
  if (cli_flag (call, "json"))
    {
      print_import_json (path, n_tasks, notes);
      return TRUE;
    }

  cli_print_notes (notes);
  cli_print (ngettext ("Imported %u task into “%s”.\n", "Imported %u tasks into “%s”.\n", n_tasks), n_tasks, path);
  return TRUE;
}

static const CliOption import_options[] = {
  { "title", "TITLE", N_("The plan’s title; the file’s name if it is left out") },
  { "calendar", "SLUG", N_("The plan’s calendar; standard if it is left out") },
  { "start", "DATE", N_("The plan’s start; the earliest start in the source if it is left out, else today at 8:00") },
  { "date-order", "ORDER", N_("How to read 4/5/2026: dmy, mdy or ymd") },
  { "check", NULL, N_("Say what would be imported and what would be lost, and make nothing") },
  { "into", NULL, N_("Put the tasks into FILE, a plan that exists; undo takes them back") },
  { "below", "TASK", N_("The same, below this task") },
  { "keep-dates", NULL, N_("Keep every task on the dates that the file recorded") },
  { "json", NULL, N_("Print JSON") },
  { NULL },
};

const CliCommand cli_import = {
  .name = "import",
  .arguments = "SOURCE FILE [--calendar SLUG] [--start DATE] [--title TITLE] [--date-order ORDER] [--check] "
               "[--into] [--below TASK] [--keep-dates] [--json]",
  .summary = N_("Make a plan from a file of another program"),
  .details =
    N_("SOURCE is Microsoft Project’s XML, a file of GanttProject (.gan) or Planner (.planner, .mrproject), a\n"
       "task list in CSV, or a plan in JSON. FILE must not exist, unless the tasks go into it.\n"
       "What is not understood, not carried over or scheduled otherwise than the file recorded is listed,\n"
       "with its place; --check lists it beforehand, and the plan’s journal keeps it. “show FILE --recorded”\n"
       "puts the recorded dates beside those scheduled.\n"
       "\n"
       "The columns of a task list are found by their headers, English or Chinese; comma, semicolon and\n"
       "tab, UTF-8, UTF-16 and GB18030 are told apart by themselves. Dates that can be read in two ways are\n"
       "read in the only way that fits their column, else day first; --date-order says otherwise.\n"
       "\n"
       "Tasks of GanttProject and Planner stand where their program put them: a start that no link explains\n"
       "is held by a constraint, and a date that is another one here is named."),
  .options = import_options,
  .min_args = 1,
  .max_args = 2,
  .run = run_import,
};

/* "template" ------------------------------------------------------------------------------------------------- */

static void
print_templates (void)
{
  g_autoptr(GPtrArray) list = guatu_templates_list (reader_language ());

  for (guint i = 0; i < list->len; i++)
    {
      const GuatuTemplate *one = g_ptr_array_index (list, i);

      if (one->own)
        cli_print ("  %s\n", one->name);
      else
        cli_print ("  %-20s %s\n", one->name, one->title);
    }
}

static gboolean
run_template (const CliCall *call, GError **error)
{
  g_autoptr(CliView) view = NULL;
  const char *save = cli_option (call, "save"), *remove = cli_option (call, "remove");
  g_autofree char *path = NULL;

  if ((save != NULL && remove != NULL) || (save != NULL) != (call->n_args > 0))
    return cli_usage (error, _("Write FILE --save NAME, --remove NAME, or neither for the list."));
  if (remove != NULL)
    return guatu_template_remove (remove, error);
  if (save == NULL)
    {
      print_templates ();
      return TRUE;
    }

  view = cli_view_open (call, error);
  if (view == NULL || !guatu_template_save (view->plan, save, cli_flag (call, "people"), error))
    return FALSE;
  path = guatu_template_path (save);
  cli_print (_("Saved the template “%s”.\n"), path);
  return TRUE;
}

static const CliOption template_options[] = {
  { "save", "NAME", N_("Save the plan as a template of your own, without what became of it") },
  { "people", NULL, N_("Keep the people in it; units stay in any case") },
  { "remove", "NAME", N_("Remove one of your own") },
  { NULL },
};

const CliCommand cli_template = {
  .name = "template",
  .arguments = "[FILE --save NAME [--people] | --remove NAME]",
  .summary = N_("List templates, or make one of a plan"),
  .details =
    N_("A template keeps what was planned: tasks, links, key nodes, phases, ledgers, units, calendars. It has no\n"
       "actual dates, reports, baselines, lights set by hand and status date. “new FILE --template NAME” makes\n"
       "a plan of it."),
  .options = template_options,
  .min_args = 0,
  .max_args = 1,
  .run = run_template,
};
