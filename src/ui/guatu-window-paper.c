/* guatu-window-paper.c — the plan goes out: as a chart on paper, as a file for other programs, to a printer. What
 * stands on a sheet is what the map shows; “guatuctl export” makes the same of the same options. */
#include "guatu-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "guatu-battle-map.h"
#include "guatu-export.h"
#include "guatu-file-dialog.h"
#include "guatu-launch.h"
#include "guatu-notes-list.h"
#include "guatu-output.h"
#include "guatu-plan-files.h"
#include "guatu-shown-chart.h"
#include "guatu-toast.h"

/* Milliseconds. */
#define LONG 1000

/* What is drawn ------------------------------------------------------------------------------------- */

static GuatuInstant
read_clock (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  return guatu_instant_from_civil ((GuatuCivil) {
    .year = g_date_time_get_year (now), .month = g_date_time_get_month (now), .day = g_date_time_get_day_of_month (now),
    .hour = g_date_time_get_hour (now), .minute = g_date_time_get_minute (now), .second = g_date_time_get_second (now),
  });
}

/* What the map shows; dates run across, and so does the paper. */
static GuatuShownChart *
take_down (GuatuWindow *self)
{
  GuatuBattleMap *map = GUATU_BATTLE_MAP (guatu_desk_get_map (guatu_window_get_desk (self)));
  GuatuColumnKind columns[GUATU_N_COLUMNS];
  guint n = guatu_battle_map_get_columns (map, columns);

  return guatu_shown_chart_new (guatu_battle_map_get_view (map), columns, n);
}

static GuatuChartOptions
options_of (const GuatuShownChart *shown)
{
  GuatuChartOptions options = guatu_shown_chart_get_options (shown);

  options.landscape = TRUE;
  options.today = read_clock ();

  return options;
}

/* Files ---------------------------------------------------------------------------------------------- */

/* Charts in the order of GuatuChartFormat, then what GuatuExportFormat lists. */
enum { N_CHARTS = GUATU_CHART_PNG + 1, N_KINDS = N_CHARTS + GUATU_N_EXPORTS };

static const GuatuFileKind kinds[N_KINDS] = {
  { "pdf", N_("Chart for the wall (PDF)") },
  { "svg", N_("Chart as a drawing (SVG)") },
  { "png", N_("Chart as a picture (PNG)") },
  { "csv", N_("Task list (CSV)") },
  { "json", N_("The whole plan (JSON)") },
  { "xml", N_("Microsoft Project (XML)") },
  { "xlsx", N_("Workbook with bars (XLSX)") },
  { "ics", N_("Calendar (iCalendar)") },
};

/* By the ending; a name that says nothing is that of a chart. */
static guint
kind_of (const char *path)
{
  const char *dot = strrchr (path, '.');

  for (guint i = 0; dot != NULL && i < N_KINDS; i++)
    if (g_ascii_strcasecmp (dot + 1, kinds[i].ending) == 0)
      return i;

  return GUATU_CHART_PDF;
}

typedef struct
{
  GuatuShownChart *shown;
  char            *path;
  guint            kind;
  gint64           made;
  gboolean         tasks;         /* all of them, in a calendar */
  GuatuNotes      *notes;         /* what the file has no place for */
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  guatu_shown_chart_free (self->shown);
  guatu_notes_free (self->notes);
  g_free (self->path);
  g_free (self);
}

static gboolean
write_content (Export              *self,
               const GuatuPlan     *plan,
               const GuatuSchedule *schedule,
               GCancellable        *cancellable,
               GError             **error)
{
  const GuatuExportOptions options = { .today = read_clock (), .made = self->made, .tasks = self->tasks };
  gsize length;
  g_autofree char *content = guatu_export_write (plan, schedule, (GuatuExportFormat) (self->kind - N_CHARTS), &options,
                                                 self->notes, &length, error);

  return content != NULL && !g_cancellable_set_error_if_cancelled (cancellable, error) &&
         guatu_output_save (self->path, content, length, error);
}

static void
export_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Export *self = data;
  GuatuChartOptions options = options_of (self->shown);
  const GuatuPlan *plan = guatu_shown_chart_get_plan (self->shown);
  GuatuSchedule *schedule;
  GError *error = NULL;
  gboolean done = FALSE;

  options.cancellable = cancellable;
  schedule = guatu_schedule_new (plan, NULL, &error);
  if (schedule != NULL)
    done = self->kind < N_CHARTS ? guatu_chart_export (plan, schedule, &options, (GuatuChartFormat) self->kind,
                                                       self->path, &error)
                                 : write_content (self, plan, schedule, cancellable, &error);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  guatu_schedule_free (schedule);
}

static void
open_cb (AdwToast    *toast,
         GuatuWindow *self)
{
  g_autoptr(GFile) file = g_file_new_for_path (g_object_get_data (G_OBJECT (toast), "path"));

  guatu_launch (GTK_WINDOW (self), file);
}

/* What is not in it stands in a window that keeps nobody from going on. */
static void
show_notes (GuatuWindow *self,
            Export      *export)
{
  guint n = guatu_notes_count (export->notes);
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  text = g_strdup_printf (ngettext ("%u thing of the plan is not in the file, or not as it was.",
                                    "%u things of the plan are not in the file, or not as they were.", n), n);
  guatu_notes_list_show (GTK_WINDOW (self), _("Not in the File"), text, export->notes);
}

static void
say_exported (GuatuWindow *self,
              const char  *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = g_strdup_printf (_("Exported to “%s”"), name);
  AdwToast *toast = guatu_toast_new (text);

  /* At once, whatever else is being told: it is what the reader waits for. */
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_button_label (toast, _("_Open"));
  g_object_set_data_full (G_OBJECT (toast), "path", g_strdup (path), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Where it takes long people want to know that it goes on, and how to end it. */
static void
forget_toast (GuatuWindow *self)
{
  self->export_toast = NULL;
}

static void
cancel_cb (GuatuWindow *self)
{
  if (self->exporting != NULL)
    g_cancellable_cancel (self->exporting);
}

static gboolean
say_exporting_cb (gpointer data)
{
  GuatuWindow *self = data;
  AdwToast *toast = guatu_toast_new (_("Exporting…"));

  self->export_timer = 0;
  self->export_toast = toast;
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_button_label (toast, _("_Cancel"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (forget_toast), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);

  return G_SOURCE_REMOVE;
}

static void
stop_saying (GuatuWindow *self)
{
  g_clear_handle_id (&self->export_timer, g_source_remove);
  if (self->export_toast != NULL)
    guatu_toast_dismiss (self->export_toast);
  g_clear_object (&self->exporting);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  GuatuWindow *self = GUATU_WINDOW (source);
  Export *export = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  /* A window that was closed meanwhile says nothing more. */
  if (g_cancellable_is_cancelled (self->cancellable))
    {
      g_clear_object (&self->exporting);
      return;
    }
  stop_saying (self);
  guatu_window_update_actions (self);
  if (done)
    {
      say_exported (self, export->path);
      show_notes (self, export);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    guatu_window_say (self, _("The export was cancelled; no file was written"));
  else
    guatu_window_complain (self, error->message);
}

void
guatu_window_export_with (GuatuWindow *self,
                          GFile       *file,
                          gboolean     replace,
                          gboolean     tasks)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GTask) task = NULL;
  Export *export;

  g_return_if_fail (GUATU_IS_WINDOW (self) && self->document != NULL);

  if (self->exporting != NULL)
    return;
  if (path == NULL)
    {
      guatu_window_complain (self, _("A plan can only be exported to this computer."));
      return;
    }
  name = g_filename_display_basename (path);
  if (!replace && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      text = g_strdup_printf (_("“%s” already exists. Choose another name."), name);
      guatu_window_complain (self, text);
      return;
    }
  if (guatu_plan_files_same (path, guatu_document_get_path (self->document)))
    {
      text = g_strdup_printf (_("“%s” is the plan itself. Choose another name."), name);
      guatu_window_complain (self, text);
      return;
    }

  export = g_new0 (Export, 1);
  export->shown = take_down (self);
  export->kind = kind_of (path);
  export->made = guatu_export_made (self->document);
  export->tasks = tasks;
  export->notes = guatu_notes_new ();
  export->path = g_steal_pointer (&path);
  self->exporting = g_cancellable_new ();
  task = g_task_new (self, self->exporting, exported_cb, NULL);
  /* Who cancels need not wait until the thread has noticed. */
  g_task_set_return_on_cancel (task, TRUE);
  g_task_set_source_tag (task, guatu_window_export);
  g_task_set_task_data (task, export, export_free);
  self->export_timer = g_timeout_add (LONG, say_exporting_cb, self);
  guatu_window_update_actions (self);
  g_task_run_in_thread (task, export_thread);
}

void
guatu_window_export (GuatuWindow *self,
                     GFile       *file,
                     gboolean     replace)
{
  guatu_window_export_with (self, file, replace, FALSE);
}

static void
export_answered_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      data)
{
  GuatuWindow *self = data;
  gboolean replace;
  g_autoptr(GFile) file = guatu_file_dialog_save_finish (result, &replace, NULL);

  if (file != NULL && self->document != NULL)
    guatu_window_export (self, file, replace);
}

static void
export_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  GuatuWindow *self = GUATU_WINDOW (widget);
  g_autoptr(GFile) folder = guatu_window_likely_folder (self);
  g_autofree char *plan = NULL;
  g_autofree char *proposed = NULL;

  if (self->document == NULL)
    return;

  plan = guatu_plan_files_name (guatu_document_get_path (self->document));
  proposed = g_strconcat (plan, ".pdf", NULL);
  guatu_file_dialog_save_async (GTK_WINDOW (self), _("Export PDF"), _("_Export"), folder, proposed, "pdf",
                                self->cancellable, export_answered_cb, self);
}

static void
export_as_answered_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      data)
{
  GuatuWindow *self = data;
  gboolean tasks = guatu_file_dialog_get_switch (result);
  gboolean replace;
  g_autoptr(GFile) file = guatu_file_dialog_save_finish (result, &replace, NULL);

  if (file != NULL && self->document != NULL)
    guatu_window_export_with (self, file, replace, tasks);
}

static void
export_as_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  static GuatuFileKind choices[N_KINDS];
  GuatuWindow *self = GUATU_WINDOW (widget);
  g_autoptr(GFile) folder = guatu_window_likely_folder (self);
  g_autofree char *plan = NULL;

  if (self->document == NULL)
    return;

  for (guint i = 0; i < N_KINDS; i++)
    choices[i] = (GuatuFileKind) { kinds[i].ending, _(kinds[i].label) };
  /* Without an ending: the list says which kind, unless the reader types another. */
  plan = guatu_plan_files_name (guatu_document_get_path (self->document));
  guatu_file_dialog_export_async (GTK_WINDOW (self), folder, plan, choices, N_KINDS,
                                  _("In a calendar: all tasks, not only milestones, key nodes and deadlines"),
                                  self->cancellable, export_as_answered_cb, self);
}

/* The printer ---------------------------------------------------------------------------------------- */

/* What it is fed, also when the window is closed. */
typedef struct
{
  GuatuShownChart *shown;
  GuatuSchedule   *schedule;
} Print;

static void
print_free (gpointer data)
{
  Print *self = data;

  guatu_schedule_free (self->schedule);
  guatu_shown_chart_free (self->shown);
  g_free (self);
}

/* A file with a cycle that somebody wrote into it by hand has no schedule, and an empty sheet. */
static Print *
print_new (GuatuWindow *self)
{
  Print *print = g_new0 (Print, 1);

  print->shown = take_down (self);
  print->schedule = guatu_schedule_new (guatu_shown_chart_get_plan (print->shown), NULL, NULL);

  return print;
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Print             *print)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);
  GuatuChartOptions options = options_of (print->shown);
  GuatuPaper paper = { gtk_page_setup_get_paper_width (setup, GTK_UNIT_MM),
                       gtk_page_setup_get_paper_height (setup, GTK_UNIT_MM) };

  if (print->schedule == NULL)
    return;
  guatu_chart_draw (guatu_shown_chart_get_plan (print->shown), print->schedule, &options, paper,
                    gtk_print_context_get_cairo_context (context));
}

GtkPrintOperation *
guatu_window_print_operation (GuatuWindow *self)
{
  g_autoptr(GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr(GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr(GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A3);
  g_autofree char *name = NULL;
  Print *print;

  g_return_val_if_fail (GUATU_IS_WINDOW (self) && self->document != NULL, NULL);

  name = guatu_plan_files_name (guatu_document_get_path (self->document));
  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_allow_async (operation, TRUE);
  print = print_new (self);
  g_object_set_data_full (G_OBJECT (operation), "guatu-print", print, print_free);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), print);

  return g_steal_pointer (&operation);
}

/* An operation that goes on by itself tells afterwards what went wrong. */
static void
print_done_cb (GtkPrintOperation       *operation,
               GtkPrintOperationResult  result,
               GuatuWindow             *self)
{
  g_autoptr(GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    guatu_window_complain (self, error->message);
}

static void
print_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  GuatuWindow *self = GUATU_WINDOW (widget);
  g_autoptr(GtkPrintOperation) operation = NULL;

  if (self->document == NULL)
    return;

  operation = guatu_window_print_operation (self);
  g_signal_connect_object (operation, "done", G_CALLBACK (print_done_cb), self, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), NULL);
}

/* The class ----------------------------------------------------------------------------------------- */

void
guatu_window_paper_class (GuatuWindowClass *class)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "win.export", NULL, export_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "win.export-as", NULL, export_as_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "win.print", NULL, print_cb);
}
