/* guatu-window-paper.c — the plan as a chart on paper: a PDF, or a printer. The sheet is the one that “guatuctl export”
 * makes by itself. */
#include "guatu-window-private.h"

#include <glib/gi18n.h>

#include "guatu-chart-export.h"
#include "guatu-file-dialog.h"
#include "guatu-launch.h"
#include "guatu-plan-files.h"

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

/* Dates run across, and so does the paper. */
static GuatuChartOptions
usual_options (void)
{
  GuatuChartOptions options = GUATU_CHART_OPTIONS_INIT;

  options.landscape = TRUE;
  options.today = read_clock ();

  return options;
}

/* PDF ------------------------------------------------------------------------------------------------ */

/* A plan of its own, which nobody changes while it is drawn. */
typedef struct
{
  GuatuPlan *plan;
  char      *path;
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  guatu_plan_free (self->plan);
  g_free (self->path);
  g_free (self);
}

static void
export_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Export *self = data;
  GuatuChartOptions options = usual_options ();
  GuatuSchedule *schedule;
  GError *error = NULL;

  schedule = guatu_schedule_new (self->plan, NULL, &error);
  if (schedule != NULL && guatu_chart_export (self->plan, schedule, &options, GUATU_CHART_PDF, self->path, &error))
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

static void
say_exported (GuatuWindow *self,
              const char  *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *text = g_strdup_printf (_("Exported to “%s”"), name);
  AdwToast *toast = guatu_window_toast (text);

  adw_toast_set_button_label (toast, _("_Open"));
  g_object_set_data_full (G_OBJECT (toast), "path", g_strdup (path), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
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

  self->exporting = FALSE;
  /* A window that was closed meanwhile says nothing more. */
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  guatu_window_update_actions (self);
  if (done)
    say_exported (self, export->path);
  else
    guatu_window_complain (self, error->message);
}

void
guatu_window_export (GuatuWindow *self,
                     GFile       *file,
                     gboolean     replace)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GTask) task = NULL;
  Export *export;

  g_return_if_fail (GUATU_IS_WINDOW (self) && self->document != NULL);

  if (self->exporting)
    return;
  if (path == NULL)
    {
      guatu_window_complain (self, _("A chart can only be exported to this computer."));
      return;
    }
  name = g_filename_display_basename (path);
  if (!replace && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      text = g_strdup_printf (_("“%s” is there already. Choose another name."), name);
      guatu_window_complain (self, text);
      return;
    }
  if (guatu_plan_files_same (path, guatu_document_get_path (self->document)))
    {
      text = g_strdup_printf (_("“%s” is the plan itself. Choose another name."), name);
      guatu_window_complain (self, text);
      return;
    }

  export = g_new (Export, 1);
  export->plan = guatu_plan_copy (guatu_document_get_plan (self->document));
  export->path = g_steal_pointer (&path);
  task = g_task_new (self, NULL, exported_cb, NULL);
  g_task_set_source_tag (task, guatu_window_export);
  g_task_set_task_data (task, export, export_free);
  self->exporting = TRUE;
  guatu_window_update_actions (self);
  text = g_strdup_printf (_("Exporting “%s”…"), name);
  guatu_window_say (self, text);
  g_task_run_in_thread (task, export_thread);
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

/* The printer ---------------------------------------------------------------------------------------- */

/* It may still be fed when the window is closed. */
#define DOCUMENT "guatu-document"

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page)
{
  GuatuDocument *document = g_object_get_data (G_OBJECT (operation), DOCUMENT);
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);
  GuatuChartOptions options = usual_options ();
  GuatuPaper paper = { gtk_page_setup_get_paper_width (setup, GTK_UNIT_MM),
                       gtk_page_setup_get_paper_height (setup, GTK_UNIT_MM) };

  guatu_chart_draw (guatu_document_get_plan (document), guatu_document_get_schedule (document), &options, paper,
                    gtk_print_context_get_cairo_context (context));
}

GtkPrintOperation *
guatu_window_print_operation (GuatuWindow *self)
{
  g_autoptr(GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr(GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr(GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A3);
  g_autofree char *name = NULL;

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
  g_object_set_data_full (G_OBJECT (operation), DOCUMENT, g_object_ref (self->document), g_object_unref);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), NULL);

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
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), "win.print", NULL, print_cb);
}
