/* guatu-csv-table.c — text cut into cells, whatever separator and quotes it uses. */
#include "guatu-csv-private.h"

#include "guatu-exchange.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SNIFF_BYTES   262144
#define SNIFF_RECORDS 25

typedef struct
{
  GuatuCsvTable *table;
  GuatuNotes    *notes;
  const char    *at;
  const char    *end;
  char          *out;           /* cells are written over the text that has been read */
  guint          max_records;
  GError       **error;
} Cutter;

static gboolean
is_line_end (const Cutter *self, const char *c)
{
  return c == self->end || *c == '\n' || *c == '\r';
}

static gboolean
is_cell_end (const Cutter *self, const char *c)
{
  return is_line_end (self, c) || *c == self->table->separator;
}

static const char *
skip_blanks (const Cutter *self, const char *c)
{
  while (c < self->end && (*c == ' ' || (*c == '\t' && self->table->separator != '\t')))
    c++;
  return c;
}

static guint
current_row (const Cutter *self)
{
  return guatu_csv_n_records (self->table) + 1 + self->table->skipped;
}

static void
note_cell (Cutter *self, const char *what)
{
  guint first = g_array_index (self->table->records, guint32, self->table->records->len - 1);

  guatu_notes_add (self->notes, current_row (self), self->table->cells->len - first, NULL, "%s", what);
}

/* Takes the message. */
static gboolean
fail (Cutter *self, char *message)
{
  g_set_error_literal (self->error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_TOO_LARGE, message);
  g_free (message);
  return FALSE;
}

static gboolean
fail_cell (Cutter *self)
{
  return fail (self, g_strdup_printf (_("Row %u holds a cell larger than 1 MiB; perhaps a quote is not closed"),
                                      current_row (self)));
}

/* The quote that closes the cell opened before @c; %NULL if there is none. */
static const char *
find_close (const Cutter *self, const char *c)
{
  while ((c = memchr (c, '"', (gsize) (self->end - c))) != NULL)
    {
      if (c + 1 == self->end || c[1] != '"')
        return c;
      c += 2;
    }
  return NULL;
}

static gboolean
has_line_end (const char *from, const char *to)
{
  return memchr (from, '\n', (gsize) (to - from)) != NULL || memchr (from, '\r', (gsize) (to - from)) != NULL;
}

static void
put (Cutter *self, const char *from, const char *to)
{
  memmove (self->out, from, (gsize) (to - from));
  self->out += to - from;
}

/* Line ends within a cell become "\n", doubled quotes single ones. */
static void
put_quoted (Cutter *self, const char *from, const char *to)
{
  for (const char *c = from; c < to; c++)
    {
      if (*c == '\r')
        {
          *self->out++ = '\n';
          c += c + 1 < to && c[1] == '\n' ? 1 : 0;
        }
      else
        {
          *self->out++ = *c;
          c += *c == '"' ? 1 : 0;
        }
    }
}

/* The plain rest of a cell. */
static void
cut_plain (Cutter *self)
{
  const char *from = self->at;

  while (!is_cell_end (self, self->at))
    self->at++;
  put (self, from, self->at);
}

/* A quote that is never closed, or only far below where another cell begins, was not meant as one. */
static gboolean
cut_quoted (Cutter *self, const char *open)
{
  const char *close = find_close (self, open + 1);
  const char *after = close != NULL ? skip_blanks (self, close + 1) : NULL;
  gboolean spans = close != NULL && has_line_end (open, close);

  if (close == NULL || (spans && !is_cell_end (self, after)))
    {
      note_cell (self, _("the quote that opens the cell is not closed; the cell ends with its line"));
      self->at = open + 1;
      cut_plain (self);
      return TRUE;
    }
  if ((gsize) (close - open) > GUATU_CSV_MAX_CELL)
    return fail_cell (self);

  put_quoted (self, open + 1, close);
  self->at = close + 1;
  if (is_cell_end (self, after))
    {
      self->at = after;
      return TRUE;
    }
  note_cell (self, _("text follows the closing quote; it was taken into the cell"));
  cut_plain (self);
  return TRUE;
}

static gboolean
cut_cell (Cutter *self)
{
  const char *open = skip_blanks (self, self->at);
  guint32 offset = (guint32) (self->out - self->table->text);
  gboolean quoted = open < self->end && *open == '"';

  if (self->table->cells->len >= GUATU_CSV_MAX_CELLS)
    return fail (self, g_strdup_printf (_("The file holds too many cells; it was read up to row %u"),
                                        current_row (self)));

  g_array_append_val (self->table->cells, offset);
  if (quoted && !cut_quoted (self, open))
    return FALSE;
  if (!quoted)
    cut_plain (self);
  if ((gsize) (self->out - self->table->text) - offset > GUATU_CSV_MAX_CELL)
    return fail_cell (self);
  return TRUE;
}

static void
skip_line_end (Cutter *self)
{
  if (self->at < self->end && *self->at == '\r')
    self->at++;
  else if (self->at < self->end)
    {
      self->at++;
      return;
    }
  if (self->at < self->end && *self->at == '\n')
    self->at++;
}

/* One record. The NUL behind each cell takes the place of its separator or line end. */
static gboolean
cut_record (Cutter *self)
{
  guint first = self->table->cells->len;
  guint32 end;

  while (!is_line_end (self, self->at) || self->table->cells->len > first)
    {
      gboolean more;

      if (!cut_cell (self))
        return FALSE;
      more = !is_line_end (self, self->at);
      if (more)
        self->at++;
      else
        skip_line_end (self);
      *self->out++ = '\0';
      if (!more)
        break;
      if (self->table->cells->len - first >= GUATU_CSV_MAX_COLUMNS)
        return fail (self, g_strdup_printf (_("Row %u has more than 16,384 columns"), current_row (self)));
    }
  if (self->table->cells->len == first)
    skip_line_end (self);

  end = self->table->cells->len;
  g_array_append_val (self->table->records, end);
  return TRUE;
}

static gboolean
cut_all (Cutter *self)
{
  guint32 zero = 0;

  self->table->cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->table->records = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (self->table->records, zero);

  while (self->at < self->end && guatu_csv_n_records (self->table) < self->max_records)
    {
      if (guatu_csv_n_records (self->table) > GUATU_CSV_MAX_ROWS)
        return fail (self, g_strdup (_("The file has more than 1,000,000 rows")));
      if (!cut_record (self))
        return FALSE;
    }
  return TRUE;
}

/* Sniffing --------------------------------------------------------------------------------------- */

/* How much like a task list the beginning of the file looks when it is cut at @separator. */
static guint
score (const char *text, gsize length, char separator)
{
  GuatuCsvTable table = { .text = g_strndup (text, MIN (length, SNIFF_BYTES)), .separator = separator };
  GuatuCsvColumns columns = { 0 };
  Cutter cutter = { .table = &table, .at = table.text, .end = table.text + strlen (table.text), .out = table.text,
                    .max_records = SNIFF_RECORDS };
  guint points = 0;

  /* What makes the cutter stop is said when the whole file is cut. */
  cut_all (&cutter);
  if (guatu_csv_find_columns (&table, &columns))
    points = columns.n_known * 1000 + MIN (guatu_csv_width (&table, columns.header), 999);
  guatu_csv_clear_columns (&columns);
  guatu_csv_table_clear (&table);
  return points;
}

static char
sniff (const char *text, gsize length)
{
  static const char separators[] = { ',', ';', '\t', '|' };
  char best = ',';
  guint most = 0;

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      guint points = score (text, length, separators[i]);

      if (points > most)
        {
          most = points;
          best = separators[i];
        }
    }
  return best;
}

/* Spreadsheets say the separator in a first line of its own. */
static gsize
said_separator (const char *text, char *separator)
{
  gsize end = strcspn (text, "\r\n");

  if (end != 5 || g_ascii_strncasecmp (text, "sep=", 4) != 0)
    return 0;
  *separator = text[4];
  return text[5] == '\r' && text[6] == '\n' ? 7 : text[5] != '\0' ? 6 : 5;
}

gboolean
guatu_csv_table_init (GuatuCsvTable *self, char *text, gsize length, char separator, GuatuNotes *notes, GError **error)
{
  Cutter cutter = { .table = self, .notes = notes, .end = text + length, .out = text, .max_records = G_MAXUINT,
                    .error = error };
  gsize said;

  *self = (GuatuCsvTable) { .text = text };
  said = said_separator (text, &self->separator);
  self->skipped = said > 0 ? 1 : 0;
  if (separator != 0)
    self->separator = separator;
  else if (said == 0)
    self->separator = sniff (text, length);
  cutter.at = text + said;
  return cut_all (&cutter);
}

void
guatu_csv_table_clear (GuatuCsvTable *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->cells, g_array_unref);
  g_clear_pointer (&self->records, g_array_unref);
}

guint
guatu_csv_n_records (const GuatuCsvTable *self)
{
  return self->records->len - 1;
}

guint
guatu_csv_width (const GuatuCsvTable *self, guint record)
{
  if (record == GUATU_CSV_NO_RECORD)
    return 0;
  return g_array_index (self->records, guint32, record + 1) - g_array_index (self->records, guint32, record);
}

const char *
guatu_csv_cell (const GuatuCsvTable *self, guint record, guint column)
{
  if (column >= guatu_csv_width (self, record))
    return "";
  return self->text + g_array_index (self->cells, guint32, g_array_index (self->records, guint32, record) + column);
}

guint
guatu_csv_row (const GuatuCsvTable *self, guint record)
{
  return record + 1 + self->skipped;
}
