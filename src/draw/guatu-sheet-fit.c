/* guatu-sheet-fit.c — how wide the columns and how high the rows of a table are at a size of its type. */
#include <math.h>
#include <string.h>

#include "guatu-chart-paint-private.h"
#include "guatu-sheet-private.h"

/* In sizes of the type. */
#define ROW_PADDING 0.26
#define MIN_NAME 8.0
#define MAX_NAME 90.0
#define MIN_PEOPLE 6.0
#define MAX_PEOPLE 24.0
#define MIN_OBJECTIVE 7.0
#define MAX_OBJECTIVE 13.0
#define MIN_NAME_BESIDE 12.0
#define MAX_HEADING 12.0
#define MAX_WORD 8.5
#define MAX_GROUP_WORD 7.0
#define MAX_GROUP_WIDTH 12.0

static gboolean
may_wrap (GuatuColumnKind column)
{
  return column == GUATU_COLUMN_NAME || column == GUATU_COLUMN_OBJECTIVE || column == GUATU_COLUMN_LEAD_UNIT
         || column == GUATU_COLUMN_OWNER || column == GUATU_COLUMN_RESPONSIBLE || column == GUATU_COLUMN_PREDECESSORS
         || column >= GUATU_COLUMN_CUSTOM;
}

/* At least as bold as it is painted. */
static gboolean
is_strong (const GuatuRow *row)
{
  return row->task < 0 || (row->flags & GUATU_ROW_SUMMARY) != 0;
}

/* Columns ---------------------------------------------------------------------------------------- */

double
guatu_fit_measure (GuatuSheetFit *self,
                   const char    *text,
                   gboolean       bold)
{
  const GuatuTextStyle style = { .size = GUATU_REFERENCE_SIZE, .bold = bold };
  g_autofree char *key = g_strconcat (bold ? "b" : "n", text, NULL);
  gpointer known = g_hash_table_lookup (self->known, key);
  double width, height;

  if (known == NULL)
    {
      self->painter->measure (self->painter, text, &style, -1, &width, &height);
      known = GINT_TO_POINTER ((int) ceil (MIN (width, 1e6) * 1000) + 1);
      g_hash_table_insert (self->known, g_steal_pointer (&key), known);
    }

  /* A hair more, so that what fits exactly is not wrapped for a rounding. */
  return GPOINTER_TO_INT (known) / 1000.0 * 1.004 / GUATU_REFERENCE_SIZE;
}

/* A heading may wrap between words, not within one. */
static double
longest_word (GuatuSheetFit *self,
              const char    *title,
              gboolean       bold)
{
  g_auto(GStrv) words = g_strsplit (title, " ", -1);
  double widest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    widest = MAX (widest, guatu_fit_measure (self, words[i], bold));

  return widest;
}

/* Chinese wraps anywhere. */
static gboolean
is_of_words (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iswide (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

/* What a name's indent and its star take of its cell, in sizes of the type. */
static double
beside_name (const GuatuSheetFit *self,
             guint                row)
{
  const GuatuSheetContent *content = &self->sheet->content;
  const GuatuRow *shown = &content->rows->rows[row];
  gboolean star = content->highlights != NULL && shown->task >= 0 && content->highlights[shown->task];

  return shown->depth + (star ? GUATU_STAR_ROOM : 0);
}

/* A name set downwards is as long as this, and has what its rows have: at least GUATU_MIN_ROW each. */
static double
length_downwards (GuatuSheetFit *self,
                  const char    *name)
{
  return guatu_fit_measure (self, name, TRUE) * 1.15 + GUATU_GROUP_PADDING;
}

/* Groups of few rows with long names, such as units, have their names across: the column is made wide enough. */
static void
measure_groups (GuatuSheetFit *self)
{
  const GuatuRows *rows = self->sheet->content.rows;

  for (guint i = 0; rows->merged && i < rows->n_groups; i++)
    {
      const char *name = guatu_rows_group_name (rows, i, self->sheet->content.language);

      if (length_downwards (self, name) <= rows->groups[i].n_rows * GUATU_MIN_ROW)
        continue;
      self->group_narrow = MAX (self->group_narrow, MIN (longest_word (self, name, TRUE), MAX_GROUP_WORD));
      self->group_wide = MAX (self->group_wide, MIN (guatu_fit_measure (self, name, TRUE), MAX_GROUP_WIDTH));
    }
}

/* What the cell asks of its column. */
static double
measure_cell (GuatuSheetFit  *self,
              guint           row,
              GuatuColumnKind column)
{
  const GuatuRow *shown = &self->sheet->content.rows->rows[row];
  gboolean bold = is_strong (shown) && column != GUATU_COLUMN_NUMBER && column != GUATU_COLUMN_ROW;
  double width;

  guatu_chart_cell_text (&self->sheet->view, row, column, self->text);
  if (self->text->len == 0)
    return 0;

  width = guatu_fit_measure (self, self->text->str, bold);
  if (column == GUATU_COLUMN_NAME)
    self->names[row] = width;
  else if (may_wrap (column))
    self->people[row] = MAX (self->people[row], width);
  if (column == GUATU_COLUMN_NAME && shown->task < 0)
    return MIN (width, MAX_HEADING);
  if (may_wrap (column) && is_of_words (self->text->str))
    self->words[column] = MAX (self->words[column], longest_word (self, self->text->str, bold));

  return width + (column == GUATU_COLUMN_NAME ? beside_name (self, row) : 0);
}

void
guatu_fit_columns (GuatuSheetFit *self)
{
  const GuatuRows *rows = self->sheet->content.rows;

  for (guint i = 0; i < self->n_columns; i++)
    {
      GuatuColumnKind column = self->sheet->columns[i].kind;
      const char *title = guatu_chart_column_title (&self->sheet->view, column);

      self->titles[column] = self->natural[column] = longest_word (self, title, TRUE);
      for (guint row = 0; row < rows->n; row++)
        self->natural[column] = MAX (self->natural[column], measure_cell (self, row, column));
    }
  measure_groups (self);
  for (guint row = 0; row < rows->n; row++)
    self->max_depth = MAX (self->max_depth, rows->rows[row].depth);
}

/* The widest and the narrowest that a column's cells can do with, in sizes of the type. Those that may wrap give way,
 * between words if they can; an objective does before the name that it explains. */
static double
cells_need (GuatuSheetFit  *self,
            GuatuColumnKind column,
            gboolean        narrow)
{
  double natural = self->natural[column], word = MIN (self->words[column], MAX_WORD);

  if (column == GUATU_COLUMN_NAME)
    return MIN (natural, !narrow ? MAX_NAME : self->natural[GUATU_COLUMN_OBJECTIVE] > 0 ? MIN_NAME_BESIDE : MIN_NAME);
  if (column == GUATU_COLUMN_OBJECTIVE)
    return MIN (natural, narrow ? MAX (MIN_OBJECTIVE, word) : MAX_OBJECTIVE);
  if (may_wrap (column))
    return MIN (natural, narrow ? MAX (MIN_PEOPLE, word) : MAX_PEOPLE);
  if (column == GUATU_COLUMN_CATEGORY)
    return MAX (natural, (narrow ? self->group_narrow : self->group_wide) / GUATU_GROUP_SHARE - 2 * GUATU_PADDING);

  return natural;
}

/* A title stays larger than cells that had to become very small. */
static double
column_need (GuatuSheetFit  *self,
             GuatuColumnKind column,
             double          size,
             gboolean        narrow)
{
  double title = self->titles[column] * guatu_sheet_note_size (self->sheet, size) / size;

  return MAX (cells_need (self, column, narrow), title) + 2 * GUATU_PADDING;
}

gboolean
guatu_fit_find_widths (GuatuSheetFit *self,
                       double         size)
{
  double free = guatu_sheet_panel_width (self->sheet) * self->table_share, wide = 0, narrow = 0, share;

  for (guint i = 0; i < self->n_columns; i++)
    {
      wide += column_need (self, self->sheet->columns[i].kind, size, FALSE) * size;
      narrow += column_need (self, self->sheet->columns[i].kind, size, TRUE) * size;
    }
  share = wide > narrow ? CLAMP ((free - narrow) / (wide - narrow), 0, 1) : 1;
  for (guint i = 0; i < self->n_columns; i++)
    {
      GuatuColumnKind column = self->sheet->columns[i].kind;
      double least = column_need (self, column, size, TRUE) * size;

      self->widths[i] = least + (column_need (self, column, size, FALSE) * size - least) * share;
      if (column == GUATU_COLUMN_NAME)
        self->sheet->view.indent = MIN (size, self->widths[i] * 0.35 / MAX (self->max_depth, 1));
    }

  return narrow <= free;
}

/* Rows ------------------------------------------------------------------------------------------- */

/* A text has so many lines from one width to another, per size of the type. */
typedef struct
{
  guint  lines;
  double from;
  double to;
} Wrap;

/* A wider line never makes a text longer: between two widths at which it has as many lines it has no others. */
static guint
find_lines (const GArray *wraps,
            double        width)
{
  for (guint i = 0; i < wraps->len; i++)
    {
      const Wrap *wrap = &g_array_index (wraps, Wrap, i);

      if (width >= wrap->from && width <= wrap->to)
        return wrap->lines;
    }

  return 0;
}

static void
learn_lines (GArray *wraps,
             double  from,
             double  to,
             guint   lines)
{
  const Wrap learnt = { lines, from, to };

  for (guint i = 0; i < wraps->len; i++)
    {
      Wrap *wrap = &g_array_index (wraps, Wrap, i);

      if (wrap->lines != lines)
        continue;
      wrap->from = MIN (wrap->from, from);
      wrap->to = MAX (wrap->to, to);
      return;
    }
  g_array_append_val (wraps, learnt);
}

/* What is known of the text in the buffer. Sizes and widths are tried by the dozen, and setting a text is dear. */
static GArray *
wraps_of (GuatuSheetFit *self,
          gboolean       bold)
{
  g_autofree char *key = g_strconcat (bold ? "b" : "n", self->text->str, NULL);
  GArray *wraps = g_hash_table_lookup (self->wraps, key);

  if (wraps == NULL)
    {
      wraps = g_array_new (FALSE, FALSE, sizeof (Wrap));
      g_hash_table_insert (self->wraps, g_steal_pointer (&key), wraps);
    }

  return wraps;
}

static double
wrapped_height (GuatuSheetFit  *self,
                guint           row,
                GuatuColumnKind column,
                double          width,
                double          size)
{
  const GuatuRow *shown = &self->sheet->content.rows->rows[row];
  const GuatuTextStyle style = { .size = size, .bold = is_strong (shown), .wrap = TRUE };
  double pitch = GUATU_LINE_PITCH * size, text_width, text_height;
  GArray *wraps;
  guint lines;

  guatu_chart_cell_text (&self->sheet->view, row, column, self->text);
  if (self->text->len == 0)
    return 0;
  wraps = wraps_of (self, style.bold);
  lines = find_lines (wraps, width / size);
  if (lines == 0)
    {
      self->painter->measure (self->painter, self->text->str, &style, width, &text_width, &text_height);
      lines = (guint) round (text_height / pitch);
      /* As long as its widest line fits, a text breaks where it did. */
      learn_lines (wraps, MIN (text_width * 1.002, width) / size, width / size, lines);
    }

  return lines * pitch;
}

/* A heading's title wraps like a name, in what it has of the table. */
static double
heading_height (GuatuSheetFit *self,
                guint          row,
                double         size)
{
  const GuatuChartView *view = &self->sheet->view;
  double least = GUATU_MIN_ROW * size, room = -2 * GUATU_PADDING * size;
  guint first, last;

  if (!guatu_chart_heading_columns (view, &first, &last))
    return least;
  for (guint i = first; i <= last; i++)
    room += self->widths[i];
  if (self->names[row] * size <= room)
    return least;

  return MAX (least, wrapped_height (self, row, GUATU_COLUMN_NAME, room, size) + ROW_PADDING * size);
}

static double
row_height (GuatuSheetFit *self,
            guint          row,
            double         size)
{
  const GuatuChartView *view = &self->sheet->view;
  double tallest = GUATU_LINE_PITCH * size;

  if (self->sheet->content.rows->rows[row].task < 0)
    return heading_height (self, row, size);

  for (guint i = 0; i < self->n_columns; i++)
    {
      GuatuColumnKind column = self->sheet->columns[i].kind;
      double room = column == GUATU_COLUMN_NAME ? guatu_chart_name_room (view, row, self->widths[i])
                                                : self->widths[i] - 2 * GUATU_PADDING * size;
      double natural = (column == GUATU_COLUMN_NAME ? self->names[row] : self->people[row]) * size;

      if (may_wrap (column) && natural > room)
        tallest = MAX (tallest, wrapped_height (self, row, column, room, size));
    }

  return MAX (tallest + ROW_PADDING * size, GUATU_MIN_ROW * size);
}

/* Groups ------------------------------------------------------------------------------------------ */

/* More than this, in sizes of the type, no name makes its rows higher: then it is set smaller. */
#define MAX_GROUP 8.0

/* What the name of a group needs of the height of its cell: downwards, or across where its words fit. */
static double
group_need (GuatuSheetFit *self,
            guint          group,
            double         width,
            double         size)
{
  const char *name = guatu_rows_group_name (self->sheet->content.rows, group, self->sheet->content.language);
  const GuatuTextStyle across = { .size = size, .bold = TRUE, .wrap = TRUE, .whole_words = TRUE };
  double text_width, text_height, need = length_downwards (self, name) * size;

  self->painter->measure (self->painter, name, &across, width, &text_width, &text_height);
  if (text_width <= width)
    need = MIN (need, text_height + GUATU_GROUP_PADDING * size);

  return MIN (need, (MAX_GROUP + GUATU_GROUP_PADDING) * size);
}

static double
column_width (const GuatuSheetFit *self,
              GuatuColumnKind      kind)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->sheet->columns[i].kind == kind)
      return self->widths[i];

  return 0;
}

/* Makes rows higher where their group's name needs it; answers by how much in all. */
static double
stretch_groups (GuatuSheetFit *self,
                double         size)
{
  const GuatuRows *rows = self->sheet->content.rows;
  double width = column_width (self, GUATU_COLUMN_CATEGORY) * GUATU_GROUP_SHARE, sum = 0;

  for (guint i = 0; width > 0 && rows->merged && i < rows->n_groups; i++)
    {
      const GuatuGroup *group = &rows->groups[i];
      double more = group_need (self, i, width, size);

      for (guint row = group->first; row < group->first + group->n_rows; row++)
        more -= self->heights[row];
      if (more <= 0 || group->n_rows == 0)
        continue;
      for (guint row = group->first; row < group->first + group->n_rows; row++)
        self->heights[row] += more / group->n_rows;
      sum += more;
    }

  return sum;
}

double
guatu_fit_rows_height (GuatuSheetFit *self,
                       double         size,
                       double         limit)
{
  guint n = self->sheet->content.rows->n;
  double sum = 0;

  if (n * GUATU_MIN_ROW * size > limit)
    return n * GUATU_MIN_ROW * size;

  self->sheet->view.size = size;
  for (guint row = 0; row < n && sum <= limit; row++)
    {
      self->heights[row] = row_height (self, row, size);
      sum += self->heights[row];
    }
  if (sum <= limit)
    sum += stretch_groups (self, size);

  return sum;
}
