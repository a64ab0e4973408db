/* guatu-xlsx-book.c — formats, cells and colours of a workbook. */
#include "guatu-xlsx-private.h"

#include <string.h>

/* Day 0 of spreadsheets. They hold 1900 for a leap year: before this March their numbers are off by one. */
#define DAY_ZERO  ((GuatuInstant) -25569 * GUATU_DAY)
#define SURE_FROM ((GuatuInstant) -25508 * GUATU_DAY)

/* For categories that bring no colour; then round again. Unlike the lights, dark enough for white between them. */
static const guint32 hues[] = { 0x3566a8, 0x7b4fa3, 0x1f7f86, 0x8a5a2b, 0x5a6b2f, 0xa3487a, 0x4a5a78, 0x6b6660 };

const char *
guatu_xlsx_word (const GuatuXlsx *self, const char *english, const char *chinese)
{
  return self->chinese ? chinese : english;
}

const char *
guatu_xlsx_day_format (const GuatuXlsx *self)
{
  return guatu_xlsx_word (self, "yyyy-mm-dd", "yyyy\"年\"m\"月\"d\"日\"");
}

const char *
guatu_xlsx_moment_format (const GuatuXlsx *self)
{
  return guatu_xlsx_word (self, "yyyy-mm-dd hh:mm", "yyyy\"年\"m\"月\"d\"日\" hh:mm");
}

/* Formats ---------------------------------------------------------------------------------------- */

static lxw_format *
make_format (GuatuXlsx *self, const GuatuXlsxLook *look)
{
  lxw_format *format = workbook_add_format (self->book);

  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  if (look->number != NULL)
    format_set_num_format (format, look->number);
  if (look->ground != GUATU_XLSX_NO_COLOUR)
    {
      format_set_pattern (format, LXW_PATTERN_SOLID);
      format_set_bg_color (format, look->ground);
    }
  if (look->ink != GUATU_XLSX_NO_COLOUR)
    format_set_font_color (format, look->ink);
  if (look->grid)
    {
      format_set_border (format, LXW_BORDER_THIN);
      format_set_border_color (format, 0xc9c4ba);
    }
  if (look->left != GUATU_XLSX_NO_COLOUR)
    {
      format_set_left (format, LXW_BORDER_MEDIUM);
      format_set_left_color (format, look->left);
    }
  if (look->bold)
    format_set_bold (format);
  if (look->centred)
    format_set_align (format, LXW_ALIGN_CENTER);
  else if (look->indent > 0)
    format_set_indent (format, look->indent);
  if (look->wrap)
    format_set_text_wrap (format);

  return format;
}

lxw_format *
guatu_xlsx_format (GuatuXlsx *self, const GuatuXlsxLook *look)
{
  g_autofree char *words = g_strdup_printf ("%s|%x|%x|%x|%u|%d%d%d%d", look->number != NULL ? look->number : "",
                                            look->ground, look->ink, look->left, look->indent, look->bold,
                                            look->centred, look->wrap, look->grid);
  lxw_format *format = g_hash_table_lookup (self->formats, words);

  if (format == NULL)
    {
      format = make_format (self, look);
      g_hash_table_insert (self->formats, g_steal_pointer (&words), format);
    }
  return format;
}

/* Cells ------------------------------------------------------------------------------------------ */

void
guatu_xlsx_text (GuatuXlsx *self, lxw_worksheet *sheet, guint row, guint column, const char *text,
                 const GuatuXlsxLook *look)
{
  lxw_format *format = guatu_xlsx_format (self, look);
  g_autofree char *part = NULL;

  if (text[0] == '\0')
    {
      worksheet_write_blank (sheet, row, (lxw_col_t) column, format);
      return;
    }
  if (strlen (text) > GUATU_XLSX_MAX_CELL && g_utf8_strlen (text, -1) > (glong) GUATU_XLSX_MAX_CELL)
    {
      part = g_utf8_substring (text, 0, GUATU_XLSX_MAX_CELL);
      self->n_cut++;
    }
  worksheet_write_string (sheet, row, (lxw_col_t) column, part != NULL ? part : text, format);
}

void
guatu_xlsx_number (GuatuXlsx *self, lxw_worksheet *sheet, guint row, guint column, double number,
                   const GuatuXlsxLook *look)
{
  worksheet_write_number (sheet, row, (lxw_col_t) column, number, guatu_xlsx_format (self, look));
}

void
guatu_xlsx_instant (GuatuXlsx *self, lxw_worksheet *sheet, guint row, guint column, GuatuInstant instant,
                    const GuatuXlsxLook *look)
{
  if (instant == GUATU_NONE)
    {
      worksheet_write_blank (sheet, row, (lxw_col_t) column, guatu_xlsx_format (self, look));
    }
  else if (instant < SURE_FROM)
    {
      g_autofree char *iso = guatu_instant_to_iso (instant);

      guatu_xlsx_text (self, sheet, row, column, iso, look);
    }
  else
    {
      guatu_xlsx_number (self, sheet, row, column, (double) (instant - DAY_ZERO) / (double) GUATU_DAY, look);
    }
}

/* Rows ------------------------------------------------------------------------------------------- */

guint
guatu_xlsx_n_rows (const GuatuXlsx *self, guint n_tasks, guint n_heads)
{
  return MIN (n_tasks, GUATU_XLSX_MAX_ROWS - n_heads);
}

void
guatu_xlsx_row (const GuatuXlsx *self, lxw_worksheet *sheet, guint row, gint32 task)
{
  lxw_row_col_options options = { .level = (uint8_t) MIN (guatu_plan_task_depth (self->plan, task),
                                                          GUATU_XLSX_MAX_LEVEL) };

  if (options.level > 0)
    worksheet_set_row_opt (sheet, row, LXW_DEF_ROW_HEIGHT, NULL, &options);
}

/* Colours ---------------------------------------------------------------------------------------- */

static gint32
category_of (const GuatuXlsx *self, gint32 task)
{
  const GuatuLedgerItem *items = guatu_plan_rows (self->plan, GUATU_TABLE_LEDGER_ITEM);
  guint n;
  const gint32 *rows = guatu_plan_referrers (self->plan, GUATU_TABLE_LEDGER_ITEM, GUATU_LEDGER_ITEM_TASK, task, &n);

  for (guint i = 0; i < n; i++)
    if (items[rows[i]].category >= 0)
      return items[rows[i]].category;
  return -1;
}

guint32
guatu_xlsx_task_colour (const GuatuXlsx *self, gint32 task)
{
  gint32 category = -1;
  const char *colour;
  guint64 number;

  /* What is part of a task of a category is of that category. */
  for (gint32 t = task; t >= 0 && category < 0; t = guatu_plan_task (self->plan, t)->parent)
    category = category_of (self, t);
  if (category < 0)
    return hues[0];

  colour = guatu_plan_string (self->plan, GUATU_TABLE_CATEGORY, category, GUATU_CATEGORY_COLOUR);
  if (colour[0] == '#' && strlen (colour) == 7 &&
      g_ascii_string_to_unsigned (colour + 1, 16, 0, 0xffffff, &number, NULL))
    return (guint32) number;
  return hues[(guint) category % G_N_ELEMENTS (hues)];
}
