/* guatu-csv-paste.c — what a clipboard holds of a spreadsheet, or of any text, made into tasks. */
#include "guatu-csv-private.h"

#include "guatu-exchange.h"
#include "guatu-fragment.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_BYTES   (64u * 1024 * 1024)
#define MAX_RECORDS 100000u

#define FULL 10000

static gboolean G_GNUC_PRINTF (2, 3)
refuse (GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_INVALID, message);
  return FALSE;
}

/* Cells ---------------------------------------------------------------------------------------------------- */

static const char *
find_close (const char *c, const char *end)
{
  while ((c = memchr (c, '"', (gsize) (end - c))) != NULL)
    {
      if (c + 1 >= end || c[1] != '"')
        return c;
      c += 2;
    }
  return NULL;
}

static gboolean
is_cell_end (const char *c, const char *end)
{
  return c >= end || *c == '\t' || *c == '\n' || *c == '\r';
}

/* Spreadsheets put quotes around a cell that holds a line end, a tab or a quote, and double the quotes within. Any
 * others are the text's own: where one closes the cell that the first opened, or %NULL. */
static const char *
find_quoted (const char *open, const char *end)
{
  const char *close = *open == '"' ? find_close (open + 1, end) : NULL;

  if (close == NULL || !is_cell_end (close + 1, end))
    return NULL;
  for (const char *c = open + 1; c < close; c++)
    if (strchr ("\n\r\t\"", *c) != NULL)
      return close;

  return NULL;
}

/* Adds the text up to @end as a cell; in one of quotes doubled ones become single. */
static void
append_cell (GString *texts, GArray *cells, const char *c, const char *end, gboolean quoted)
{
  guint32 offset = (guint32) texts->len;

  g_array_append_val (cells, offset);
  for (; c < end; c++)
    {
      if (quoted && *c == '\r')
        {
          g_string_append_c (texts, '\n');
          c += c + 1 < end && c[1] == '\n' ? 1 : 0;
          continue;
        }
      g_string_append_c (texts, *c);
      c += quoted && *c == '"' ? 1 : 0;
    }
  g_string_append_c (texts, '\0');
}

static const char *
cut_cell (GString *texts, GArray *cells, const char *c, const char *end)
{
  const char *open = c, *close = c < end ? find_quoted (c, end) : NULL;

  if (close != NULL)
    {
      append_cell (texts, cells, open + 1, close, TRUE);
      return close + 1;
    }
  while (!is_cell_end (c, end))
    c++;
  append_cell (texts, cells, open, c, FALSE);
  return c;
}

static const char *
cut_record (GString *texts, GuatuCsvTable *table, const char *c, const char *end)
{
  guint first = table->cells->len;
  guint32 n;

  while (c < end && !(table->cells->len == first && (*c == '\n' || *c == '\r')))
    {
      c = cut_cell (texts, table->cells, c, end);
      if (c >= end || *c != '\t')
        break;
      c++;
      /* The last cell of all is an empty one. */
      if (c >= end)
        append_cell (texts, table->cells, c, c, FALSE);
    }
  if (c < end && *c == '\r')
    c++;
  if (c < end && *c == '\n' )
    c++;
  n = table->cells->len;
  g_array_append_val (table->records, n);
  return c;
}

static void
table_init (GuatuCsvTable *table)
{
  guint32 zero = 0;

  *table = (GuatuCsvTable) { .separator = '\t' };
  table->cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  table->records = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (table->records, zero);
}

static gboolean
cut (GuatuCsvTable *table, const char *text, gsize length, GError **error)
{
  GString *texts = g_string_sized_new (length + 16);
  const char *c = text, *end = text + length;
  gboolean ok = TRUE;

  table_init (table);
  while (c < end && ok)
    {
      c = cut_record (texts, table, c, end);
      ok = guatu_csv_n_records (table) <= MAX_RECORDS && table->cells->len <= GUATU_CSV_MAX_CELLS;
    }
  table->text = g_string_free (texts, FALSE);
  return ok || refuse (error, _("There are more than %u rows on the clipboard. Import them from a file instead."),
                       MAX_RECORDS);
}

/* Headings --------------------------------------------------------------------------------------------------- */

static gboolean
is_empty (const GuatuCsvTable *table, guint record, guint column)
{
  const char *text = guatu_csv_cell (table, record, column);

  return text[strspn (text, " \n\t")] == '\0';
}

/* The number of filled cells; @at takes the place of the last. */
static guint
count_filled (const GuatuCsvTable *table, guint record, guint *at)
{
  guint n = 0;

  for (guint i = 0; i < guatu_csv_width (table, record); i++)
    if (!is_empty (table, record, i))
      {
        *at = i;
        n++;
      }
  return n;
}

static gboolean
has_headings (const GuatuCsvTable *table, GuatuCsvColumns *columns)
{
  for (guint record = 0; record < guatu_csv_n_records (table); record++)
    {
      guint at;

      if (count_filled (table, record, &at) == 0)
        continue;
      if (guatu_csv_take_columns (table, record, columns) && columns->n_known >= 2)
        return TRUE;
      guatu_csv_clear_columns (columns);
      return FALSE;
    }
  return FALSE;
}

/* "1", "1.2.", "2.1.3" */
static gboolean
is_outline_number (const char *text)
{
  return g_ascii_isdigit (text[0]) && strlen (text) < 40 && text[strspn (text, "0123456789.")] == '\0' &&
         strstr (text, "..") == NULL;
}

static gboolean
all_numbered (const GuatuCsvTable *table)
{
  gboolean any = FALSE;

  for (guint record = 0; record < guatu_csv_n_records (table); record++)
    {
      guint at;

      if (count_filled (table, record, &at) == 0)
        continue;
      if (at == 0 || !is_outline_number (guatu_csv_cell (table, record, 0)))
        return FALSE;
      any = TRUE;
    }
  return any;
}

/* Whether each row has one cell, which stands the further right the deeper it belongs. */
static gboolean
is_list (const GuatuCsvTable *table)
{
  for (guint record = 0; record < guatu_csv_n_records (table); record++)
    {
      guint at;

      if (count_filled (table, record, &at) > 1)
        return FALSE;
    }
  return TRUE;
}

/* Whether the first filled cell of the column is a date, and no duration. */
static gboolean
begins_with_date (const GuatuCsvTable *table, guint column, const GuatuPasteContext *context)
{
  GuatuDurationRates rates = guatu_plan_rates (context->plan);

  for (guint record = 0; record < guatu_csv_n_records (table); record++)
    {
      const char *text = guatu_csv_cell (table, record, column);
      GuatuDuration duration;
      GuatuInstant date;

      if (is_empty (table, record, column))
        continue;
      return !guatu_duration_parse (text, &rates, FALSE, &duration) &&
             ((context->read_date != NULL && context->read_date (text, 0, &date, context->data)) ||
              guatu_csv_date_parse (text, GUATU_DATE_ORDER_DMY, 0, &date));
    }
  return FALSE;
}

/* The same cells below a row of headings that is ours. */
static void
put_headings (GuatuCsvTable *table, const GuatuPasteContext *context)
{
  gboolean list = is_list (table), numbered = !list && all_numbered (table);
  gboolean dated = begins_with_date (table, numbered ? 2 : 1, context);
  GString *texts = g_string_new (NULL);
  GuatuCsvTable made;

  table_init (&made);
  g_string_append (texts, list ? "Name\n" : "");
  if (!list)
    g_string_append_printf (texts, "%sName%s\tStart\tFinish\n", numbered ? "ID\t" : "", dated ? "" : "\tDuration");
  {
    g_autofree char *heading = g_string_free (texts, FALSE);

    texts = g_string_sized_new (1024);
    cut_record (texts, &made, heading, heading + strlen (heading));
  }
  for (guint record = 0; record < guatu_csv_n_records (table); record++)
    {
      guint width = guatu_csv_width (table, record), at = 0;
      guint32 n;

      if (list && count_filled (table, record, &at) == 1)
        {
          g_autofree char *blanks = g_strnfill (2 * at, ' ');
          g_autofree char *name = g_strconcat (blanks, guatu_csv_cell (table, record, at), NULL);

          append_cell (texts, made.cells, name, name + strlen (name), FALSE);
        }
      for (guint i = 0; i < width && !list; i++)
        {
          const char *text = guatu_csv_cell (table, record, i);

          append_cell (texts, made.cells, text, text + strlen (text), FALSE);
        }
      n = made.cells->len;
      g_array_append_val (made.records, n);
    }
  made.text = g_string_free (texts, FALSE);
  /* Rows are told as they stand on the clipboard, where there is no such row. */
  made.skipped = G_MAXUINT;
  guatu_csv_table_clear (table);
  *table = made;
}

static gboolean
take_headings (GuatuCsvImport *self, GuatuNotes *notes)
{
  static const GuatuCsvKind done[] = { GUATU_CSV_ACTUAL_START, GUATU_CSV_ACTUAL_FINISH };

  if (!has_headings (&self->table, &self->columns))
    {
      put_headings (&self->table, self->paste);
      return guatu_csv_take_columns (&self->table, 0, &self->columns);
    }

  guatu_csv_note_columns (&self->table, &self->columns, notes);
  for (guint i = 0; i < G_N_ELEMENTS (done); i++)
    if (self->columns.column[done[i]] >= 0)
      guatu_notes_add (notes, 0, (guint) self->columns.column[done[i]] + 1,
                       guatu_csv_cell (&self->table, self->columns.header, (guint) self->columns.column[done[i]]),
                       _("the column was left out; what is done is reported instead"));
  return TRUE;
}

/* Tasks ------------------------------------------------------------------------------------------------------ */

/* A category of the text is one of the plan's list of categories, where it has one. */
static void
name_ledger (GuatuCsvImport *self)
{
  guint n;
  g_autofree gint32 *ledgers = guatu_plan_in_order (self->paste->plan, GUATU_TABLE_LEDGER, &n);

  if (n > 0 && guatu_plan_n_live (self->plan, GUATU_TABLE_LEDGER) > 0)
    guatu_plan_set (self->plan, GUATU_TABLE_LEDGER, 0, GUATU_LEDGER_NAME,
                    GUATU_TEXT (guatu_plan_string (self->paste->plan, GUATU_TABLE_LEDGER, ledgers[0],
                                                   GUATU_LEDGER_NAME)));
}

/* What is done of a summary follows from what is below it. */
static void
read_shares (GuatuCsvImport *self, GArray *shares)
{
  for (guint task = 0; task < self->n_tasks; task++)
    {
      guint record = g_array_index (self->records, guint, task);
      g_autofree char *text = guatu_csv_value (self, record, GUATU_CSV_COMPLETE);
      gint64 share = GUATU_NONE;

      if (self->last[task] == task && !guatu_csv_is_nothing (text))
        {
          if (!guatu_csv_read_percent (text, &share))
            guatu_csv_note (self, record, GUATU_CSV_COMPLETE, _("“%s” is not understood as a percentage"), text);
          else if (share > FULL)
            guatu_csv_note (self, record, GUATU_CSV_COMPLETE, _("“%s” is more than 100%%"), text);
        }
      g_array_append_val (shares, share);
    }
}

/* The first thing that was not understood, as the message that refuses all of it. */
static gboolean
check_notes (GuatuCsvImport *self, GError **error)
{
  guatu_notes_sort (self->notes);
  for (guint i = 0; i < guatu_notes_count (self->notes); i++)
    {
      const GuatuNote *note = guatu_notes_get (self->notes, i);

      if (note->row > 0)
        {
          g_autofree char *line = guatu_note_line (note);

          /* Translators: the row and column of a cell, and why it is not understood. */
          return refuse (error, _("%s. Nothing was pasted."), line);
        }
    }
  return TRUE;
}

static gboolean
read_pasted (GuatuCsvImport *self, const char *text, gsize length, GArray *shares, GuatuNotes *notes, GError **error)
{
  if (!cut (&self->table, text, length, error))
    return FALSE;
  if (!take_headings (self, notes))
    return refuse (error, _("There are no names of tasks on the clipboard."));

  self->plan = guatu_fragment_new (self->paste->plan, NULL, 0, FALSE);
  if (!guatu_csv_read_tasks (self, error))
    return FALSE;
  name_ledger (self);
  read_shares (self, shares);
  return check_notes (self, error);
}

/* Line ends, and what no name may hold. Free it. */
static char *
clean_text (const char *text, gsize length)
{
  char *clean = g_utf8_make_valid (text, (gssize) length);

  for (char *c = clean; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c) && *c != '\t' && *c != '\n' && *c != '\r')
      *c = ' ';
  return clean;
}

GuatuPlan *
guatu_csv_read_pasted (const char              *text,
                       gsize                    length,
                       const GuatuPasteContext *context,
                       GArray                  *shares,
                       GuatuNotes              *notes,
                       GError                 **error)
{
  GuatuImportOptions options = { .start = GUATU_NONE, .today = GUATU_NONE };
  GuatuCsvImport self = { .options = &options, .paste = context };
  g_autofree char *clean = NULL;
  GuatuPlan *plan = NULL;

  g_return_val_if_fail (text != NULL && context != NULL && shares != NULL, NULL);

  options.start = guatu_plan_settings (context->plan)->start;
  if (length > MAX_BYTES)
    {
      refuse (error, _("There are more than %u MiB on the clipboard. Import them from a file instead."),
              MAX_BYTES / 1024 / 1024);
      return NULL;
    }
  clean = clean_text (text, length);
  if (clean[strspn (clean, " \t\r\n")] == '\0')
    {
      refuse (error, _("There is no text on the clipboard."));
      return NULL;
    }

  self.notes = guatu_notes_new ();
  g_array_set_size (shares, 0);
  if (read_pasted (&self, clean, strlen (clean), shares, notes, error))
    plan = g_steal_pointer (&self.plan);
  guatu_csv_import_clear (&self);
  guatu_notes_free (self.notes);
  return plan;
}

void
guatu_tsv_append_cell (GString *out, const char *text)
{
  g_autofree char *safe = NULL;

  g_return_if_fail (out != NULL && text != NULL);

  safe = guatu_csv_disarm (text);
  if (strpbrk (safe, "\t\n\r\"") == NULL)
    {
      g_string_append (out, safe);
      return;
    }
  g_string_append_c (out, '"');
  for (const char *c = safe; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *c);
    }
  g_string_append_c (out, '"');
}
