/* guatu-task-clipboard.c — tasks written to the clipboard, and read from it. */
#include "guatu-task-clipboard.h"

#include <glib/gi18n.h>
#include <string.h>

#include "guatu-csv.h"
#include "guatu-custom-value.h"
#include "guatu-fragment.h"
#include "guatu-json.h"
#include "guatu-list-text.h"
#include "guatu-task-edit.h"

#define TEXT_MIME_TYPE "text/plain;charset=utf-8"

/* Read at a time. */
#define CHUNK (256 * 1024)

/* Writing ---------------------------------------------------------------------------------------------- */

/* Rows of the tasks that are there. Free the array. */
static GArray *
rows_of (const GuatuPlan *plan,
         const gint64    *tasks,
         guint            n)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (gint32));

  for (guint i = 0; i < n; i++)
    {
      gint32 row = guatu_plan_find (plan, GUATU_TABLE_TASK, tasks[i]);

      if (row >= 0)
        g_array_append_val (rows, row);
    }

  return rows;
}

static void
append_name (const GuatuPlan *plan,
             gint32           task,
             guint            level,
             GString         *out)
{
  g_autofree char *blanks = g_strnfill (2 * level, ' ');
  g_autofree char *name = g_strconcat (blanks, guatu_plan_task_name (plan, task), NULL);

  guatu_tsv_append_cell (out, name);
}

static void
append_cell (GuatuDocument        *document,
             const GuatuChartView *chart,
             gint32                task,
             GuatuColumnKind       column,
             GString              *out)
{
  g_autoptr(GString) shown = g_string_new (NULL);
  g_autofree char *date = NULL;
  guint place = (guint) chart->rows->places[task];

  if (column >= GUATU_COLUMN_CUSTOM)
    {
      date = guatu_task_edit_text (document, guatu_plan_id (chart->plan, GUATU_TABLE_TASK, task), column);
      guatu_tsv_append_cell (out, date);
      return;
    }
  switch ((int) column)
    {
    case GUATU_COLUMN_START:
    case GUATU_COLUMN_FINISH:
    case GUATU_COLUMN_DEADLINE:
      date = guatu_task_edit_text (document, guatu_plan_id (chart->plan, GUATU_TABLE_TASK, task), column);
      guatu_tsv_append_cell (out, date);
      break;
    case GUATU_COLUMN_LIGHT:
      if (chart->lights != NULL && guatu_chart_light (chart, place) != GUATU_LIGHT_NONE)
        guatu_tsv_append_cell (out, _(guatu_light_label (guatu_chart_light (chart, place))));
      break;
    default:
      guatu_chart_cell_text (chart, place, column, shown);
      guatu_tsv_append_cell (out, shown->str);
      break;
    }
}

static void
append_row (GuatuDocument         *document,
            const GuatuChartView  *chart,
            gint32                 task,
            guint                  level,
            const GuatuColumnKind *columns,
            guint                  n_columns,
            GString               *out)
{
  for (guint i = 0; i < n_columns; i++)
    {
      if (i > 0)
        g_string_append_c (out, '\t');
      if (columns[i] == GUATU_COLUMN_NAME)
        append_name (chart->plan, task, level, out);
      else
        append_cell (document, chart, task, columns[i], out);
    }
  g_string_append_c (out, '\n');
}

/* How deep a task stands among those that were taken. */
static guint
level_in (const GuatuPlan *fragment,
          gint64           id)
{
  return guatu_plan_task_depth (fragment, guatu_plan_find (fragment, GUATU_TABLE_TASK, id));
}

/* Predecessors are nothing without the numbers that they name: where no column has these, one more does. */
static gboolean
lacks_numbers (const GuatuChartView  *chart,
               const GuatuColumnKind *columns,
               guint                  n_columns)
{
  gboolean predecessors = FALSE;

  for (guint i = 0; i < n_columns; i++)
    {
      if (columns[i] == GUATU_COLUMN_ROW || (columns[i] == GUATU_COLUMN_NUMBER && chart->numbers == NULL))
        return FALSE;
      predecessors = predecessors || columns[i] == GUATU_COLUMN_PREDECESSORS;
    }

  return predecessors;
}

static char *
write_text (GuatuDocument         *document,
            const GuatuChartView  *chart,
            const GuatuPlan       *fragment,
            const GuatuColumnKind *columns,
            guint                  n_columns)
{
  GuatuRowsQuery all = GUATU_ROWS_QUERY_INIT;
  g_autoptr(GuatuRows) rows = guatu_rows_new (chart->plan, chart->schedule, chart->shares, &all);
  GuatuChartView whole = *chart;
  GString *out = g_string_new (NULL);
  GuatuColumnKind more[GUATU_N_COLUMNS + 1] = { GUATU_COLUMN_ROW };
  const gint32 *outline;
  guint n;

  if (lacks_numbers (chart, columns, n_columns))
    {
      memcpy (more + 1, columns, MIN (n_columns, GUATU_N_COLUMNS) * sizeof *columns);
      columns = more;
      n_columns = MIN (n_columns, GUATU_N_COLUMNS) + 1;
    }

  /* Tasks that are folded away are copied as well. */
  whole.rows = rows;
  for (guint i = 0; i < n_columns; i++)
    {
      if (i > 0)
        g_string_append_c (out, '\t');
      guatu_tsv_append_cell (out, guatu_chart_column_title (chart, columns[i]));
    }
  g_string_append_c (out, '\n');

  outline = guatu_plan_outline (fragment, &n);
  for (guint i = 0; i < n; i++)
    {
      gint64 id = guatu_plan_id (fragment, GUATU_TABLE_TASK, outline[i]);

      append_row (document, &whole, guatu_plan_find (chart->plan, GUATU_TABLE_TASK, id), level_in (fragment, id),
                  columns, n_columns, out);
    }

  return g_string_free (out, FALSE);
}

char *
guatu_task_clipboard_text (GuatuDocument         *document,
                           const GuatuChartView  *chart,
                           const gint64          *tasks,
                           guint                  n,
                           const GuatuColumnKind *columns,
                           guint                  n_columns)
{
  g_autoptr(GArray) rows = rows_of (chart->plan, tasks, n);
  g_autoptr(GuatuPlan) fragment = guatu_fragment_new (chart->plan, (const gint32 *) (gpointer) rows->data, rows->len,
                                                      FALSE);

  return write_text (document, chart, fragment, columns, n_columns);
}

/* What a copy in another plan cannot have. */
#define ORIGIN "guatu-origin"

typedef struct
{
  char  *path;                  /* of the plan */
  guint  n_links;               /* to tasks that stay behind */
  guint  n_baselines;           /* dates of tasks in baselines, which no other plan has */
} Origin;

static void
origin_free (gpointer data)
{
  Origin *origin = data;

  g_free (origin->path);
  g_free (origin);
}

static Origin *
origin_new (GuatuDocument   *document,
            const GuatuPlan *plan,
            const GuatuPlan *fragment,
            gboolean         progress)
{
  Origin *origin = g_new0 (Origin, 1);
  guint n;
  const gint32 *outline = guatu_plan_outline (fragment, &n);

  origin->path = g_strdup (guatu_document_get_path (document));
  for (guint i = 0; i < n; i++)
    {
      gint32 task = guatu_plan_find (plan, GUATU_TABLE_TASK, guatu_plan_id (fragment, GUATU_TABLE_TASK, outline[i]));
      guint n_before = 0, n_after = 0, n_dates = 0;

      if (task < 0)
        continue;
      guatu_plan_referrers (plan, GUATU_TABLE_LINK, GUATU_LINK_SUCCESSOR, task, &n_before);
      guatu_plan_referrers (plan, GUATU_TABLE_LINK, GUATU_LINK_PREDECESSOR, task, &n_after);
      guatu_plan_referrers (plan, GUATU_TABLE_BASELINE_TASK, GUATU_BASELINE_TASK_TASK, task, &n_dates);
      origin->n_links += n_before + n_after;
      origin->n_baselines += progress ? n_dates : 0;
    }
  /* Those among the copied tasks were counted at both of their ends. */
  origin->n_links -= 2 * guatu_plan_n_live (fragment, GUATU_TABLE_LINK);

  return origin;
}

char *
guatu_task_clipboard_left_out (GdkClipboard  *clipboard,
                               GuatuDocument *into)
{
  GdkContentProvider *content = gdk_clipboard_get_content (clipboard);
  const Origin *origin = content != NULL ? g_object_get_data (G_OBJECT (content), ORIGIN) : NULL;
  g_autofree char *links = NULL, *baselines = NULL;

  if (origin == NULL || g_str_equal (origin->path, guatu_document_get_path (into)))
    return NULL;
  if (origin->n_links > 0)
    links = g_strdup_printf (ngettext ("%u link to a task that was not copied was left out.",
                                       "%u links to tasks that were not copied were left out.", origin->n_links),
                             origin->n_links);
  if (origin->n_baselines > 0)
    baselines = g_strdup_printf (ngettext ("What baselines say of %u task was left out.",
                                           "What baselines say of %u tasks was left out.", origin->n_baselines),
                                 origin->n_baselines);
  if (links != NULL && baselines != NULL)
    return g_strconcat (links, guatu_sentence_space (), baselines, NULL);

  return links != NULL ? g_steal_pointer (&links) : g_steal_pointer (&baselines);
}

GdkContentProvider *
guatu_task_clipboard_content (GuatuDocument         *document,
                              const GuatuChartView  *chart,
                              const gint64          *tasks,
                              guint                  n,
                              const GuatuColumnKind *columns,
                              guint                  n_columns,
                              gboolean               progress)
{
  g_autoptr(GArray) rows = rows_of (chart->plan, tasks, n);
  g_autoptr(GuatuPlan) fragment = guatu_fragment_new (chart->plan, (const gint32 *) (gpointer) rows->data, rows->len,
                                                      progress);
  g_autofree char *text = write_text (document, chart, fragment, columns, n_columns);
  g_autoptr(GBytes) bytes = NULL;
  GdkContentProvider *providers[2], *content;
  gsize length;
  char *json = guatu_json_write (fragment, &length);

  bytes = g_bytes_new_take (json, length);
  providers[0] = gdk_content_provider_new_for_bytes (GUATU_TASKS_MIME_TYPE, bytes);
  providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, text);

  content = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  g_object_set_data_full (G_OBJECT (content), ORIGIN, origin_new (document, chart->plan, fragment, progress),
                          origin_free);

  return content;
}

/* Reading ---------------------------------------------------------------------------------------------- */

gboolean
guatu_task_clipboard_can_read (GdkContentFormats *formats)
{
  return gdk_content_formats_contain_mime_type (formats, GUATU_TASKS_MIME_TYPE)
         || gdk_content_formats_contain_mime_type (formats, TEXT_MIME_TYPE)
         || gdk_content_formats_contain_gtype (formats, G_TYPE_STRING);
}

typedef struct
{
  GByteArray *bytes;
  gboolean    own;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_byte_array_unref (reading->bytes);
  g_free (reading);
}

static void
read_chunk_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  GInputStream *stream = G_INPUT_STREAM (source);
  g_autoptr(GTask) task = data;
  Reading *reading = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GBytes) chunk = g_input_stream_read_bytes_finish (stream, result, &error);

  if (chunk == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (g_bytes_get_size (chunk) == 0)
    {
      g_task_return_pointer (task, g_byte_array_free_to_bytes (g_byte_array_ref (reading->bytes)),
                             (GDestroyNotify) g_bytes_unref);
      return;
    }
  if (reading->bytes->len + g_bytes_get_size (chunk) > GUATU_CLIPBOARD_MAX_BYTES)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED,
                               _("There are more than %u MiB on the clipboard. Import them from a file instead."),
                               GUATU_CLIPBOARD_MAX_BYTES / 1024 / 1024);
      return;
    }
  g_byte_array_append (reading->bytes, g_bytes_get_data (chunk, NULL), (guint) g_bytes_get_size (chunk));
  g_input_stream_read_bytes_async (stream, CHUNK, G_PRIORITY_DEFAULT, g_task_get_cancellable (task), read_chunk_cb,
                                   g_object_ref (task));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr(GTask) task = data;
  Reading *reading = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(GInputStream) stream = NULL;
  const char *mime_type;

  stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, &mime_type, &error);
  if (stream == NULL)
    {
      /* What a clipboard says of itself is of no use to anybody. */
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_task_return_error (task, g_steal_pointer (&error));
      else
        g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                                 _("There is nothing on the clipboard to paste here."));
      return;
    }
  reading->own = g_strcmp0 (mime_type, GUATU_TASKS_MIME_TYPE) == 0;
  g_input_stream_read_bytes_async (stream, CHUNK, G_PRIORITY_DEFAULT, g_task_get_cancellable (task), read_chunk_cb,
                                   g_object_ref (task));
}

void
guatu_task_clipboard_read (GdkClipboard        *clipboard,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  done,
                           gpointer             data)
{
  static const char *mime_types[] = { GUATU_TASKS_MIME_TYPE, TEXT_MIME_TYPE, NULL };
  GTask *task = g_task_new (clipboard, cancellable, done, data);
  Reading *reading = g_new0 (Reading, 1);
  gboolean own = gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), GUATU_TASKS_MIME_TYPE);

  reading->bytes = g_byte_array_new ();
  g_task_set_source_tag (task, guatu_task_clipboard_read);
  g_task_set_task_data (task, reading, reading_free);
  /* There are programs that have the same text for whatever they are asked for. */
  gdk_clipboard_read_async (clipboard, own ? mime_types : mime_types + 1, G_PRIORITY_DEFAULT, cancellable, read_cb,
                            task);
}

GBytes *
guatu_task_clipboard_read_finish (GAsyncResult  *result,
                                  gboolean      *own,
                                  GError       **error)
{
  Reading *reading = g_task_get_task_data (G_TASK (result));

  *own = reading->own;

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Pasting ---------------------------------------------------------------------------------------------- */

/* What the readers of text ask of the window. */
typedef struct
{
  GuatuDocument *document;
  GuatuInstant   today;
} About;

static gboolean
read_date (const char   *text,
           gint64        daytime,
           GuatuInstant *instant,
           gpointer      data)
{
  About *about = data;

  return guatu_task_edit_read_date (about->document, text, daytime, about->today, instant);
}

/* The first thing that was left out; one line is what a person reads in passing. */
static char *
make_remark (GuatuNotes *notes)
{
  return guatu_notes_count (notes) > 0 ? guatu_note_line (guatu_notes_get (notes, 0)) : NULL;
}

static gboolean
report (GuatuDocument *document,
        const GArray  *made,
        const GArray  *shares,
        GuatuInstant   today,
        GError       **error)
{
  GuatuInstant status_date = guatu_plan_settings (guatu_document_get_plan (document))->status_date;
  GuatuInstant date = status_date != GUATU_NONE ? status_date : today;

  for (guint i = 0; i < shares->len && i < made->len; i++)
    {
      gint64 share = g_array_index (shares, gint64, i);

      if (share != GUATU_NONE && share > 0
          && !guatu_document_report (document, g_array_index (made, gint64, i), date, share, NULL, 0, NULL, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_share (const GArray *shares)
{
  for (guint i = 0; i < shares->len; i++)
    if (g_array_index (shares, gint64, i) != GUATU_NONE && g_array_index (shares, gint64, i) > 0)
      return TRUE;

  return FALSE;
}

static gboolean
paste_text (GuatuDocument *document,
            const char    *text,
            gsize          length,
            gint64         parent,
            gint64         before,
            GuatuInstant   today,
            GArray        *made,
            char         **remark,
            GError       **error)
{
  About about = { document, today };
  GuatuPasteContext context = { guatu_document_get_plan (document), read_date, &about };
  g_autoptr(GArray) shares = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GuatuNotes) notes = guatu_notes_new ();
  g_autoptr(GuatuPlan) fragment = guatu_csv_read_pasted (text, length, &context, shares, notes, error);
  gboolean ok;

  if (fragment == NULL)
    return FALSE;
  if (!has_share (shares))
    ok = guatu_document_paste (document, fragment, parent, before, made, error);
  else
    {
      if (!guatu_document_begin_group (document, error))
        return FALSE;
      ok = guatu_document_paste (document, fragment, parent, before, made, error)
           && report (document, made, shares, today, error);
      ok = guatu_document_end_group (document, ok, "tasks-paste", NULL, made->len, error);
    }
  if (ok && remark != NULL)
    *remark = make_remark (notes);

  return ok;
}

/* Fields of one name that are not of one kind stay two; a choice that is none here is kept as it is written. */
static char *
field_remark (const GuatuPlan *plan,
              const GuatuPlan *fragment)
{
  const GuatuCustomField *theirs = guatu_plan_rows (fragment, GUATU_TABLE_CUSTOM_FIELD);
  const GuatuCustomValue *values = guatu_plan_rows (fragment, GUATU_TABLE_CUSTOM_VALUE);
  guint n;
  g_autofree gint32 *fields = guatu_custom_fields (fragment, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *name = guatu_plan_text (fragment, theirs[fields[i]].name);
      gint32 ours = guatu_custom_field_find (plan, name);

      if (ours >= 0 && guatu_plan_number (plan, GUATU_TABLE_CUSTOM_FIELD, ours, GUATU_CUSTOM_FIELD_KIND)
                       != theirs[fields[i]].kind)
        return g_strdup_printf (_("The field “%s” is of another kind in this plan: what was pasted has one of its own."),
                                name);
    }
  for (guint i = 0; i < guatu_plan_n_rows (fragment, GUATU_TABLE_CUSTOM_VALUE); i++)
    {
      gint32 field = values[i].id != 0 ? values[i].field : -1;
      gint32 ours = field >= 0 ? guatu_custom_field_find (plan, guatu_plan_text (fragment, theirs[field].name)) : -1;
      const char *value = guatu_plan_text (fragment, values[i].value);
      g_autofree char *read = NULL;

      if (ours >= 0 && theirs[field].kind == GUATU_CUSTOM_CHOICE && *value != '\0'
          && !guatu_custom_value_read (plan, ours, value, &read, NULL))
        return g_strdup_printf (_("“%1$s” is no choice of the field “%2$s” in this plan; it was kept as it is."), value,
                                guatu_plan_text (fragment, theirs[field].name));
    }

  return NULL;
}

static gboolean
paste_own (GuatuDocument *document,
           const char    *text,
           gsize          length,
           gint64         parent,
           gint64         before,
           GArray        *made,
           char         **remark,
           GError       **error)
{
  g_autoptr(GError) trouble = NULL;
  g_autofree char *told = NULL;
  g_autoptr(GuatuNotes) notes = guatu_notes_new ();
  g_autoptr(GuatuPlan) fragment = guatu_json_read (text, length, NULL, notes, &trouble);

  if (fragment == NULL)
    {
      g_set_error (error, GUATU_DOCUMENT_ERROR, GUATU_DOCUMENT_ERROR_INVALID,
                   _("What is on the clipboard is damaged, and nothing was pasted: %s"), trouble->message);
      return FALSE;
    }

  told = field_remark (guatu_document_get_plan (document), fragment);
  if (!guatu_document_paste (document, fragment, parent, before, made, error))
    return FALSE;
  if (remark != NULL)
    *remark = g_steal_pointer (&told);

  return TRUE;
}

gboolean
guatu_task_clipboard_paste (GuatuDocument  *document,
                            GBytes         *bytes,
                            gboolean        own,
                            gint64          parent,
                            gint64          before,
                            GuatuInstant    today,
                            GArray         *made,
                            char          **remark,
                            GError        **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (remark != NULL)
    *remark = NULL;
  if (own)
    return paste_own (document, text != NULL ? text : "", length, parent, before, made, remark, error);

  return paste_text (document, text != NULL ? text : "", length, parent, before, today, made, remark, error);
}
