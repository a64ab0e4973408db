/* guatu-csv-read.c — a CSV task list made into a plan, step by step. */
#include "guatu-csv-private.h"

#include "guatu-exchange.h"
#include "guatu-id.h"
#include "guatu-samples.h"

#include <glib/gi18n-lib.h>
#include <gio/gio.h>
#include <string.h>

/* Rows between two words of how far it is: some milliseconds. */
#define ROWS_PER_WORD 2048

static const GuatuCsvKind date_kinds[] = { GUATU_CSV_START, GUATU_CSV_FINISH, GUATU_CSV_DEADLINE,
                                           GUATU_CSV_CONSTRAINT_DATE, GUATU_CSV_ACTUAL_START,
                                           GUATU_CSV_ACTUAL_FINISH };

/* Cells ------------------------------------------------------------------------------------------ */

static gboolean
needs_arming (const char *text)
{
  return text[0] != '\0' && strchr ("=+-@\t\r", text[0]) != NULL;
}

/* An apostrophe keeps a spreadsheet from running the cell; text that has one before such a sign already
 * gets a second, so that reading takes back no more than writing put there. */
char *
guatu_csv_disarm (const char *text)
{
  return needs_arming (text + strspn (text, "'")) ? g_strconcat ("'", text, NULL) : g_strdup (text);
}

const char *
guatu_csv_rearm (const char *text)
{
  return text[0] == '\'' && needs_arming (text + strspn (text, "'")) ? text + 1 : text;
}

/* Blanks of every kind around the text go; within it they stay. */
static char *
strip (const char *text)
{
  const char *end = text + strlen (text);

  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (end > text)
    {
      const char *before = g_utf8_prev_char (end);

      if (!g_unichar_isspace (g_utf8_get_char (before)))
        break;
      end = before;
    }
  return g_strndup (text, (gsize) (end - text));
}

char *
guatu_csv_value (const GuatuCsvImport *self, guint record, GuatuCsvKind kind)
{
  int column = self->columns.column[kind];

  if (column < 0)
    return g_strdup ("");
  return strip (guatu_csv_rearm (guatu_csv_cell (&self->table, record, (guint) column)));
}

gboolean
guatu_csv_tick (GuatuCsvImport *self, GuatuCsvStage stage, guint rows, GError **error)
{
  gint64 all = guatu_csv_n_records (&self->table);

  if (rows % ROWS_PER_WORD != 0 || self->options == NULL || self->options->progress == NULL ||
      self->options->progress (stage * all + rows, GUATU_CSV_N_STAGES * all, self->options->progress_data))
    return TRUE;

  g_set_error_literal (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_CANCELLED, _("The import was stopped"));
  return FALSE;
}

/* Tasks ------------------------------------------------------------------------------------------ */

/* A name stands on one line. */
static char *
read_name (const GuatuCsvImport *self, guint record)
{
  char *name = guatu_csv_value (self, record, GUATU_CSV_NAME);
  char *to = name;

  for (const char *c = name; *c != '\0'; c++)
    if (*c != '\n' && *c != '\t')
      *to++ = *c;
    else if (to > name && to[-1] != ' ')
      *to++ = ' ';
  *to = '\0';
  return name;
}

static gboolean
is_blank (const GuatuCsvImport *self, guint record)
{
  for (guint i = 0; i < guatu_csv_width (&self->table, record); i++)
    {
      g_autofree char *text = strip (guatu_csv_cell (&self->table, record, i));

      if (text[0] != '\0')
        return FALSE;
    }
  return TRUE;
}

static void
note_cells (GuatuCsvImport *self, guint record)
{
  guint width = guatu_csv_width (&self->table, record);
  guint headers = guatu_csv_width (&self->table, self->columns.header);

  for (guint i = 0; i < width && self->replaced; i++)
    if (strstr (guatu_csv_cell (&self->table, record, i), "\xef\xbf\xbd") != NULL)
      guatu_notes_add (self->notes, guatu_csv_row (&self->table, record), i + 1,
                       guatu_csv_cell (&self->table, self->columns.header, i),
                       _("the cell holds bytes that are no text; they were replaced by “\xef\xbf\xbd”"));
  for (guint i = headers; i < width; i++)
    if (guatu_csv_cell (&self->table, record, i)[0] != '\0')
      {
        guatu_notes_add (self->notes, guatu_csv_row (&self->table, record), i + 1, NULL,
                         _("the row has more cells than there are headers; the rest was left out"));
        break;
      }
}

/* Printed lists have their headers on top of each page. */
static gboolean
is_header_again (const GuatuCsvImport *self, guint record)
{
  guint n = 0;

  for (guint kind = 0; kind < GUATU_CSV_N_KINDS; kind++)
    {
      int column = self->columns.column[kind];

      if (column < 0)
        continue;
      if (!g_str_equal (guatu_csv_cell (&self->table, record, (guint) column),
                        guatu_csv_cell (&self->table, self->columns.header, (guint) column)))
        return FALSE;
      n++;
    }
  return n >= 2;
}

/* A sum below the list, which has no number of its own where tasks have. */
static gboolean
is_total (const GuatuCsvImport *self, guint record, const char *name)
{
  static const char * const words[] = { "合计", "总计", "小计", "共计", "total", "subtotal", "grandtotal", NULL };
  g_autofree char *folded = NULL;
  g_autofree char *id = NULL;

  if (self->columns.column[GUATU_CSV_ID] < 0 || strlen (name) > 40)
    return FALSE;
  id = guatu_csv_value (self, record, GUATU_CSV_ID);
  if (id[0] != '\0')
    return FALSE;
  folded = guatu_csv_fold (name);
  return g_strv_contains (words, folded);
}

/* Why a row with a name is no task, or NULL. */
static const char *
no_task_reason (const GuatuCsvImport *self, guint record, const char *name)
{
  if (is_header_again (self, record))
    return _("the headers stand here once more; the row was left out");
  if (is_total (self, record, name))
    return _("the row adds others up, so it is no task and was left out");
  return NULL;
}

static gint32
add_task (GuatuCsvImport *self, guint record, const char *name)
{
  gint32 row = guatu_plan_insert (self->plan, GUATU_TABLE_TASK, guatu_id_next ());

  guatu_plan_set (self->plan, GUATU_TABLE_TASK, row, GUATU_TASK_NAME, GUATU_TEXT (name));
  guatu_plan_set (self->plan, GUATU_TABLE_TASK, row, GUATU_TASK_POSITION, GUATU_INTEGER (row + 1));
  g_array_append_val (self->records, record);
  return row;
}

/* Whether the projects' column has a name first, and some hold more than one row. */
static gboolean
has_groups (const GuatuCsvImport *self)
{
  g_autofree char *before = NULL;
  guint column = (guint) self->columns.group;
  guint runs = 0, rows = 0;

  for (guint record = self->columns.first; self->columns.group >= 0 && record < guatu_csv_n_records (&self->table);
       record++)
    {
      g_autofree char *group = NULL;

      if (is_blank (self, record))
        continue;
      group = strip (guatu_csv_cell (&self->table, record, column));
      if (rows++ == 0 && group[0] == '\0')
        return FALSE;
      if (group[0] == '\0' || g_strcmp0 (group, before) == 0)
        continue;
      runs++;
      g_free (before);
      before = g_steal_pointer (&group);
    }
  return runs < rows;
}

static void
begin_groups (GuatuCsvImport *self)
{
  guint column = (guint) self->columns.group;

  if (self->columns.group < 0)
    return;
  if (!has_groups (self))
    {
      guatu_notes_add (self->notes, 0, column + 1, guatu_csv_cell (&self->table, self->columns.header, column),
                       _("the column was left out; column %d was taken instead"),
                       self->columns.column[GUATU_CSV_NAME] + 1);
      return;
    }
  self->groups = g_hash_table_new (NULL, NULL);
  guatu_notes_add (self->notes, 0, column + 1, guatu_csv_cell (&self->table, self->columns.header, column),
                   _("the tasks were put below the projects that this column names"));
}

/* A task for the project that begins with this row; the row is its own if it names nothing else. */
static gint32
add_group (GuatuCsvImport *self, guint record, const char *name, char **before)
{
  g_autofree char *group = NULL;
  gint32 row;

  if (self->groups == NULL)
    return -1;
  group = strip (guatu_csv_rearm (guatu_csv_cell (&self->table, record, (guint) self->columns.group)));
  if (group[0] == '\0' || g_strcmp0 (group, *before) == 0)
    return -1;
  g_strdelimit (group, "\n\t", ' ');
  row = add_task (self, name[0] != '\0' ? GUATU_CSV_NO_RECORD : record, group);
  g_hash_table_add (self->groups, GINT_TO_POINTER (row));
  g_free (*before);
  *before = g_steal_pointer (&group);
  return row;
}

/* Makes a task of each row that has a name. Blank lines do not count as data rows, empty rows do. */
static gboolean
make_tasks (GuatuCsvImport *self, GError **error)
{
  g_autofree char *project = NULL;

  begin_groups (self);
  self->records = g_array_new (FALSE, FALSE, sizeof (guint));
  self->by_line = g_array_new (FALSE, FALSE, sizeof (gint32));

  for (guint record = self->columns.first; record < guatu_csv_n_records (&self->table); record++)
    {
      g_autofree char *name = NULL;
      const char *reason;
      gint32 row = -1;

      if (!guatu_csv_tick (self, GUATU_CSV_STAGE_TASKS, record - self->columns.first, error))
        return FALSE;
      if (guatu_csv_width (&self->table, record) == 0)
        continue;
      name = read_name (self, record);
      reason = no_task_reason (self, record, name);
      if (reason != NULL)
        {
          if (self->paste == NULL)
            guatu_notes_add (self->notes, guatu_csv_row (&self->table, record), 0, NULL, "%s", reason);
        }
      else if (name[0] != '\0')
        {
          add_group (self, record, name, &project);
          row = add_task (self, record, name);
          note_cells (self, record);
        }
      else if ((row = add_group (self, record, name, &project)) < 0 && !is_blank (self, record))
        {
          guatu_notes_add (self->notes, guatu_csv_row (&self->table, record), 0, NULL,
                           _("the row has no name, so it is no task and was left out"));
        }
      g_array_append_val (self->by_line, row);
    }

  self->n_tasks = self->records->len;
  if (self->n_tasks > 0)
    return TRUE;
  g_set_error_literal (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_INVALID,
                       self->paste != NULL ? _("No row on the clipboard names a task.")
                                           : _("The file has headers, but no row below them that names a task"));
  return FALSE;
}

/* Dates ------------------------------------------------------------------------------------------ */

static void
note_dates (GuatuCsvImport *self, GuatuCsvKind kind)
{
  const GuatuCsvDates *dates = &self->dates[kind];
  guint column = (guint) self->columns.column[kind];
  const char *header = guatu_csv_cell (&self->table, self->columns.header, column);

  if (dates->zones)
    guatu_notes_add (self->notes, 0, column + 1, header,
                     _("the times have a time zone, which was left out: a plan keeps local time"));
  if (dates->serials)
    guatu_notes_add (self->notes, 0, column + 1, header,
                     _("dates that are plain numbers were read as a spreadsheet counts days"));
  if (dates->ambiguous && dates->order == GUATU_DATE_ORDER_MDY)
    guatu_notes_add (self->notes, 0, column + 1, header,
                     _("dates such as “%s” can be read in two ways; the month was taken first, "
                       "as in the other columns"),
                     dates->example);
  else if (dates->ambiguous)
    guatu_notes_add (self->notes, 0, column + 1, header,
                     _("dates such as “%s” can be read in two ways; the day was taken first"), dates->example);
}

/* Columns that leave the order open follow those that do not; else the day comes first. */
static void
settle_dates (GuatuCsvImport *self)
{
  guint said[GUATU_DATE_ORDER_YMD + 1] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (date_kinds); i++)
    {
      GuatuCsvDates *dates = &self->dates[date_kinds[i]];

      if (self->columns.column[date_kinds[i]] < 0)
        continue;
      self->date_kind[date_kinds[i]] = TRUE;
      guatu_csv_dates_init (dates, &self->table, self->columns.first,
                            (guint) self->columns.column[date_kinds[i]], self->options->date_order);
      said[dates->order] += dates->example != NULL ? 1 : 0;
    }

  for (guint i = 0; i < G_N_ELEMENTS (date_kinds); i++)
    {
      GuatuCsvDates *dates = &self->dates[date_kinds[i]];

      if (self->columns.column[date_kinds[i]] < 0)
        continue;
      if (dates->ambiguous)
        dates->order = said[GUATU_DATE_ORDER_MDY] > 0 && said[GUATU_DATE_ORDER_DMY] == 0 ? GUATU_DATE_ORDER_MDY :
                       GUATU_DATE_ORDER_DMY;
      note_dates (self, date_kinds[i]);
    }
}

static GuatuInstant
earliest_start (GuatuCsvImport *self)
{
  gint64 daytime = guatu_plan_settings (self->plan)->default_start;
  GuatuInstant earliest = GUATU_NONE;

  for (guint task = 0; task < self->n_tasks && self->columns.column[GUATU_CSV_START] >= 0; task++)
    {
      g_autofree char *text = guatu_csv_value (self, g_array_index (self->records, guint, task), GUATU_CSV_START);
      GuatuInstant start;

      if (text[0] != '\0' && guatu_csv_find_date (self, GUATU_CSV_START, text, daytime, &start))
        earliest = earliest == GUATU_NONE ? start : MIN (earliest, start);
    }
  return earliest;
}

/* The plan --------------------------------------------------------------------------------------- */

static char *
title_of (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  char *dot = strrchr (name, '.');
  char *title;

  if (dot != NULL && dot != name)
    *dot = '\0';
  title = g_utf8_make_valid (name, -1);
  for (char *c = title; *c != '\0'; c++)
    if ((guchar) *c < 0x20 || *c == 0x7f)
      *c = ' ';
  return title;
}

static gboolean
make_settings (GuatuCsvImport *self, const char *path, GError **error)
{
  const char *slug = self->options->calendar != NULL ? self->options->calendar : "standard";
  gint32 row = guatu_plan_insert (self->plan, GUATU_TABLE_PLAN, guatu_id_next ());
  gint32 calendar = guatu_calendar_add (self->plan, slug, error);
  g_autofree char *title = title_of (path);

  if (calendar < 0)
    return FALSE;
  guatu_plan_set (self->plan, GUATU_TABLE_PLAN, row, GUATU_PLAN_CALENDAR,
                  GUATU_INTEGER (guatu_plan_id (self->plan, GUATU_TABLE_CALENDAR, calendar)));
  guatu_plan_set (self->plan, GUATU_TABLE_PLAN, row, GUATU_PLAN_TITLE,
                  GUATU_TEXT (self->options->title != NULL ? self->options->title : title));
  return TRUE;
}

static void
make_start (GuatuCsvImport *self)
{
  GuatuInstant start = self->options->start;

  if (start == GUATU_NONE)
    start = earliest_start (self);
  if (start == GUATU_NONE)
    start = self->options->today - guatu_instant_daytime (self->options->today) +
            guatu_plan_settings (self->plan)->default_start;
  guatu_plan_set (self->plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_START, GUATU_INTEGER (start));
}

gboolean
guatu_csv_load (GuatuCsvImport *self, const char *path, const char **encoding, GError **error)
{
  g_autoptr(GMappedFile) file = NULL;
  const char *bytes;
  gsize length;
  char *text;

  /* A pipe would never end, and a folder has no rows. */
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_INVALID, _("“%s” is not a file"), path);
      return FALSE;
    }
  file = g_mapped_file_new (path, FALSE, error);
  if (file == NULL)
    return FALSE;
  if (g_mapped_file_get_length (file) > GUATU_EXCHANGE_MAX_BYTES)
    {
      g_set_error_literal (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_TOO_LARGE,
                           _("The file is larger than 256 MiB"));
      return FALSE;
    }
  /* There is nothing to map in an empty file. */
  bytes = g_mapped_file_get_contents (file);
  *encoding = self->options->encoding;
  text = guatu_csv_decode (bytes != NULL ? bytes : "", g_mapped_file_get_length (file), encoding, self->notes, &length,
                           &self->replaced, error);
  return text != NULL && guatu_csv_table_init (&self->table, text, length, self->options->separator, self->notes,
                                               error);
}

static gboolean
find_columns (GuatuCsvImport *self, GError **error)
{
  const GuatuImportOptions *said = self->options;
  gboolean found = said->fields != NULL
                     ? guatu_csv_set_columns (&self->table, said->fields, said->n_fields, &self->columns)
                     : guatu_csv_find_columns (&self->table, &self->columns);

  if (found)
    {
      guatu_csv_note_columns (&self->table, &self->columns, self->notes);
      return TRUE;
    }

  g_set_error_literal (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_INVALID,
                       self->options->fields != NULL
                         ? _("No column names the tasks; say of one that it does")
                         : _("No column names the tasks; the first row must have headers, one of them “Name” or “名称”"));
  return FALSE;
}

gboolean
guatu_csv_read_tasks (GuatuCsvImport *self, GError **error)
{
  if (!make_tasks (self, error))
    return FALSE;
  settle_dates (self);
  if (self->paste == NULL)
    make_start (self);
  guatu_csv_make_outline (self);
  if (!guatu_csv_read_links (self, error) || !guatu_csv_make_links (self, error))
    return FALSE;
  guatu_csv_read_parties (self);
  guatu_csv_read_custom (self);
  if (!guatu_csv_read_fields (self, error))
    return FALSE;
  guatu_plan_settle (self->plan);
  return TRUE;
}

static gboolean
import (GuatuCsvImport *self, const char *path, GError **error)
{
  const char *encoding;

  if (!guatu_csv_load (self, path, &encoding, error) || !find_columns (self, error) ||
      !guatu_csv_tick (self, GUATU_CSV_STAGE_TASKS, 0, error))
    return FALSE;

  self->own = guatu_csv_is_own (&self->table, &self->columns);
  self->plan = guatu_plan_new ();
  if (!make_settings (self, path, error) || !guatu_csv_read_tasks (self, error))
    return FALSE;
  if (!guatu_csv_read_progress (self, error))
    return FALSE;
  guatu_plan_settle (self->plan);
  if (self->options->progress != NULL)
    self->options->progress (1, 1, self->options->progress_data);
  return TRUE;
}

void
guatu_csv_import_clear (GuatuCsvImport *self)
{
  guatu_csv_table_clear (&self->table);
  guatu_csv_clear_columns (&self->columns);
  for (guint i = 0; i < GUATU_CSV_N_KINDS; i++)
    guatu_csv_dates_clear (&self->dates[i]);
  g_clear_pointer (&self->plan, guatu_plan_free);
  g_clear_pointer (&self->records, g_array_unref);
  g_clear_pointer (&self->levels, g_array_unref);
  g_clear_pointer (&self->by_line, g_array_unref);
  g_clear_pointer (&self->links, g_array_unref);
  g_clear_pointer (&self->groups, g_hash_table_unref);
  g_free (self->parents);
  g_free (self->last);
  g_free (self->has_predecessor);
}

GuatuPlan *
guatu_csv_read (const char *path, const GuatuImportOptions *options, GuatuNotes *notes, GError **error)
{
  GuatuCsvImport self = { .options = options, .notes = notes };
  GuatuPlan *plan = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  if (import (&self, path, error))
    {
      guatu_notes_sort (notes);
      plan = g_steal_pointer (&self.plan);
    }
  guatu_csv_import_clear (&self);
  return plan;
}
