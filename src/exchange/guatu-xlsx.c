/* guatu-xlsx.c — puts a workbook together. */
#include "guatu-xlsx-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "guatu-exchange.h"

static void
describe (GuatuXlsx *self, gint64 made)
{
  const GuatuPlanRow *settings = guatu_plan_settings (self->plan);
  lxw_doc_properties properties = {
    .title = (char *) guatu_plan_text (self->plan, settings->title),
    .author = (char *) guatu_plan_text (self->plan, settings->author),
    .manager = (char *) guatu_plan_text (self->plan, settings->manager),
    .company = (char *) guatu_plan_text (self->plan, settings->issuing_body),
    .created = (time_t) (made / 1000),
  };

  workbook_set_properties (self->book, &properties);
}

/* What spreadsheets have no room for. */
static void
note_lost (GuatuXlsx *self)
{
  guint n, n_deep = 0;
  const gint32 *outline = guatu_plan_outline (self->plan, &n);

  if (self->notes == NULL)
    return;
  for (guint i = 0; i < n; i++)
    n_deep += guatu_plan_task_depth (self->plan, outline[i]) > GUATU_XLSX_MAX_LEVEL ? 1 : 0;
  if (n_deep > 0)
    guatu_notes_add (self->notes, 0, 0, NULL,
                     ngettext ("%u row lies deeper than the 7 levels that spreadsheets fold; it folds with the seventh",
                               "%u rows lie deeper than the 7 levels that spreadsheets fold; they fold with the seventh",
                               n_deep), n_deep);
  if (self->n_cut > 0)
    guatu_notes_add (self->notes, 0, 0, NULL,
                     ngettext ("%u text is longer than the 32,767 characters of a cell and was cut",
                               "%u texts are longer than the 32,767 characters of a cell and were cut", self->n_cut),
                     self->n_cut);
  if (guatu_xlsx_n_rows (self, n, 1) < n)
    guatu_notes_add (self->notes, 0, 0, NULL,
                     _("a sheet has 1,048,576 rows: tasks from number %u on are not in it"),
                     guatu_xlsx_n_rows (self, n, 1) + 1);
}

static gboolean
fill (GuatuXlsx *self, const char *path, gint64 made, GError **error)
{
  lxw_workbook_options options = { .constant_memory = LXW_FALSE };
  g_autofree char *folder = g_path_get_dirname (path);
  lxw_error trouble;

  self->book = workbook_new_opt (path, &options);
  if (self->book == NULL)
    {
      g_set_error (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_INVALID, _("The workbook could not be begun."));
      return FALSE;
    }
  describe (self, made);
  guatu_xlsx_add_list (self);
  guatu_xlsx_add_bars (self);
  errno = 0;
  trouble = workbook_close (self->book);
  if (trouble == LXW_NO_ERROR)
    return TRUE;

  /* Translators: a folder for temporary files, and what is wrong, for which the library has English only. */
  g_set_error (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_INVALID,
               _("The workbook could not be put together in “%s”: %s"), folder,
               errno != 0 ? g_strerror (errno) : lxw_strerror (trouble));
  return FALSE;
}

/* The library writes files only. */
static char *
write_and_read (GuatuXlsx *self, gint64 made, gsize *length, GError **error)
{
  g_autofree char *path = NULL;
  char *content = NULL;
  int fd = g_file_open_tmp ("guatu-XXXXXX.xlsx", &path, error);

  if (fd < 0)
    return NULL;
  close (fd);
  if (fill (self, path, made, error) && !g_file_get_contents (path, &content, length, error))
    content = NULL;
  g_unlink (path);

  return content;
}

char *
guatu_xlsx_write (const GuatuPlan *plan, const GuatuSchedule *schedule, const GuatuExportOptions *options,
                  GuatuNotes *notes, gsize *length, GError **error)
{
  GuatuXlsx self = { .plan = plan, .schedule = schedule, .notes = notes, .today = options->today };
  const GuatuPlanRow *settings = guatu_plan_settings (plan);
  const char *language = options->language != NULL ? options->language : guatu_plan_text (plan, settings->language);
  char *content = NULL;

  g_return_val_if_fail (plan != NULL && schedule != NULL, NULL);

  self.chinese = g_str_has_prefix (language, "zh");
  self.lights = guatu_lights_new (plan, schedule, settings->status_date, error);
  if (self.lights == NULL)
    return NULL;
  self.reported = guatu_progress_reported (plan, schedule, GUATU_NONE);
  self.formats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  content = write_and_read (&self, options->made, length, error);
  if (content != NULL)
    note_lost (&self);

  g_hash_table_unref (self.formats);
  g_free (self.reported);
  guatu_lights_free (self.lights);
  return content;
}
