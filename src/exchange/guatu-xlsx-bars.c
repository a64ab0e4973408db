/* guatu-xlsx-bars.c — the plan's bars drawn in the cells of a sheet, a column a day or a week. */
#include "guatu-xlsx-private.h"

#include <string.h>

#define HEADER_GROUND  0xf1ede6
#define WEEKEND_GROUND 0xf3f3f3
#define SUMMARY        0x8b9098
#define SUMMARY_DONE   0x3f444b
#define MILESTONE_INK  0x222222
#define STATUS_INK     0xc8202b
#define TODAY_INK      0x2d7d46

/* Longer plans get weeks; and this many columns at the most, of the 16,384 that a sheet has. */
#define MAX_DAYS    366
#define MAX_COLUMNS 16000

enum { ROW_TITLE, ROW_MARKS, ROW_MONTHS, ROW_DAYS, N_HEADS };
enum { COLUMN_NUMBER, COLUMN_NAME, COLUMN_START, COLUMN_FINISH, N_FIXED };

typedef struct
{
  GuatuXlsx     *xlsx;
  lxw_worksheet *sheet;
  GuatuInstant   from;          /* midnight of the first column */
  gint64         step;          /* GUATU_DAY or GUATU_WEEK */
  guint          n_columns;
  gint64         status;        /* the column of the status date; -1 */
  gint64         today;
} Bars;

static GuatuInstant
midnight (GuatuInstant instant)
{
  return guatu_instant_day (instant) * GUATU_DAY;
}

/* The column that holds the instant; -1 if there is none. */
static gint64
column_of (const Bars *self, GuatuInstant instant)
{
  if (instant == GUATU_NONE || instant < self->from || instant >= self->from + self->n_columns * self->step)
    return -1;
  return (instant - self->from) / self->step;
}

static void
measure (Bars *self)
{
  const GuatuSchedule *schedule = self->xlsx->schedule;
  GuatuInstant last = schedule->plan_finish > schedule->plan_start ? schedule->plan_finish - 1 : schedule->plan_start;
  gint64 n_days;

  self->from = midnight (schedule->plan_start);
  n_days = (midnight (last) - self->from) / GUATU_DAY + 1;
  self->step = n_days > MAX_DAYS ? GUATU_WEEK : GUATU_DAY;
  if (self->step == GUATU_WEEK)
    self->from -= guatu_instant_weekday (self->from) * GUATU_DAY;
  self->n_columns = (guint) MIN ((last - self->from) / self->step + 1, MAX_COLUMNS);
  self->status = column_of (self, guatu_plan_settings (self->xlsx->plan)->status_date);
  self->today = column_of (self, self->xlsx->today);
}

/* The line at the left of a column that is marked. */
static guint32
mark_of (const Bars *self, gint64 column)
{
  if (column == self->status)
    return STATUS_INK;
  return column == self->today ? TODAY_INK : GUATU_XLSX_NO_COLOUR;
}

/* Heads ------------------------------------------------------------------------------------------ */

static gboolean
is_worked (const Bars *self, guint column)
{
  const GuatuWorktime *worktime = guatu_plan_worktime (self->xlsx->plan, -1);
  guint n;

  if (self->step == GUATU_WEEK)
    return TRUE;
  guatu_worktime_hours (worktime, self->from + column * self->step, &n);
  return n > 0;
}

/* Columns have the look of days off, and the lines of their marks; rows lie above. */
static void
add_columns (Bars *self)
{
  for (guint c = 0; c < self->n_columns; c++)
    {
      GuatuXlsxLook look = GUATU_XLSX_LOOK_INIT;
      lxw_col_t place = (lxw_col_t) (N_FIXED + c);

      look.left = mark_of (self, c);
      if (!is_worked (self, c))
        look.ground = WEEKEND_GROUND;
      worksheet_set_column (self->sheet, place, place, self->step == GUATU_DAY ? 2.7 : 4.2,
                            guatu_xlsx_format (self->xlsx, &look));
    }
}

static void
add_month (Bars *self, guint from, guint to, const GuatuXlsxLook *look)
{
  GuatuCivil civil = guatu_instant_to_civil (self->from + from * self->step);
  g_autofree char *text = g_strdup_printf (self->xlsx->chinese ? "%d年%d月" : "%d-%02d", civil.year, civil.month);
  guint first = N_FIXED + from, last = N_FIXED + to;

  /* A month of one cell has no room for its name. */
  if (from == to)
    guatu_xlsx_text (self->xlsx, self->sheet, ROW_MONTHS, first, "", look);
  else
    worksheet_merge_range (self->sheet, ROW_MONTHS, (lxw_col_t) first, ROW_MONTHS, (lxw_col_t) last, text,
                           guatu_xlsx_format (self->xlsx, look));
}

static void
add_scale (Bars *self)
{
  GuatuXlsxLook look = GUATU_XLSX_LOOK_INIT;
  guint month_from = 0;

  look.grid = look.centred = TRUE;
  look.ground = HEADER_GROUND;
  for (guint c = 0; c < self->n_columns; c++)
    {
      GuatuInstant day = self->from + c * self->step;
      GuatuInstant next = day + self->step;
      GuatuXlsxLook cell = look;

      cell.left = mark_of (self, c);
      cell.number = "d";
      if (!is_worked (self, c))
        cell.ground = WEEKEND_GROUND;
      guatu_xlsx_instant (self->xlsx, self->sheet, ROW_DAYS, N_FIXED + c, day, &cell);
      if (c + 1 < self->n_columns && guatu_instant_to_civil (next).month == guatu_instant_to_civil (day).month)
        continue;
      add_month (self, month_from, c, &look);
      month_from = c + 1;
    }
}

static void
add_mark (Bars *self, gint64 column, const char *text, guint32 ink)
{
  GuatuXlsxLook look = GUATU_XLSX_LOOK_INIT;

  if (column < 0)
    return;
  look.left = look.ink = ink;
  look.bold = TRUE;
  guatu_xlsx_text (self->xlsx, self->sheet, ROW_MARKS, (guint) (N_FIXED + column), text, &look);
}

static void
add_heads (Bars *self)
{
  static const struct { const char *english; const char *chinese; double width; } heads[N_FIXED] = {
    { "No.", "序号", 6 }, { "Task", "任务", 36 }, { "Start", "开始", 14 }, { "Finish", "完成", 14 },
  };
  GuatuXlsx *xlsx = self->xlsx;
  GuatuXlsxLook title = GUATU_XLSX_LOOK_INIT, look = GUATU_XLSX_LOOK_INIT;

  title.bold = TRUE;
  guatu_xlsx_text (xlsx, self->sheet, ROW_TITLE, 0,
                   guatu_plan_text (xlsx->plan, guatu_plan_settings (xlsx->plan)->title), &title);
  look.grid = look.bold = look.centred = TRUE;
  look.ground = HEADER_GROUND;
  for (guint c = 0; c < N_FIXED; c++)
    {
      worksheet_set_column (self->sheet, (lxw_col_t) c, (lxw_col_t) c, heads[c].width, NULL);
      guatu_xlsx_text (xlsx, self->sheet, ROW_MONTHS, c, "", &look);
      guatu_xlsx_text (xlsx, self->sheet, ROW_DAYS, c, guatu_xlsx_word (xlsx, heads[c].english, heads[c].chinese),
                       &look);
    }
  add_columns (self);
  add_scale (self);
  add_mark (self, self->today, guatu_xlsx_word (xlsx, "Today", "今天"), TODAY_INK);
  add_mark (self, self->status, guatu_xlsx_word (xlsx, "Status date", "状态日期"), STATUS_INK);
}

/* Bars ------------------------------------------------------------------------------------------- */

static guint32
darker (guint32 colour)
{
  guint32 red = (colour >> 16) & 0xff, green = (colour >> 8) & 0xff, blue = colour & 0xff;

  return (red * 80 / 100) << 16 | (green * 80 / 100) << 8 | blue * 80 / 100;
}

/* What is still to be done: the colour halfway to white. */
static guint32
lighter (guint32 colour)
{
  guint32 red = (colour >> 16) & 0xff, green = (colour >> 8) & 0xff, blue = colour & 0xff;

  return ((red + 255) / 2) << 16 | ((green + 255) / 2) << 8 | (blue + 255) / 2;
}

static void
add_milestone (Bars *self, guint row, gint32 task)
{
  GuatuInstant at = self->xlsx->schedule->start[task];
  gint64 column = column_of (self, at);
  GuatuXlsxLook look = GUATU_XLSX_LOOK_INIT;

  /* One at the very end of the plan, at midnight, belongs to the day that has ended. */
  if (column < 0 && at > self->from)
    column = column_of (self, at - 1);
  if (column < 0)
    return;
  look.centred = TRUE;
  look.ink = MILESTONE_INK;
  look.left = mark_of (self, column);
  guatu_xlsx_text (self->xlsx, self->sheet, row, (guint) (N_FIXED + column), "◆", &look);
}

static void
add_bar (Bars *self, guint row, gint32 task)
{
  const GuatuSchedule *schedule = self->xlsx->schedule;
  GuatuInstant start = schedule->start[task], finish = schedule->finish[task];
  gboolean summary = guatu_plan_is_summary (self->xlsx->plan, task);
  guint32 colour = summary ? SUMMARY : guatu_xlsx_task_colour (self->xlsx, task);
  GuatuInstant done;
  gint64 first, last;

  if (start == GUATU_NONE || finish <= start)
    {
      if (start != GUATU_NONE)
        add_milestone (self, row, task);
      return;
    }

  done = start + (finish - start) / 10000 * self->xlsx->reported[task];
  if (self->xlsx->reported[task] >= 10000)
    done = finish;
  first = column_of (self, start);
  last = column_of (self, finish - 1);
  if (first < 0)
    return;
  if (last < 0)
    last = self->n_columns - 1;
  for (gint64 c = first; c <= last; c++)
    {
      /* A cell is done if the middle of what it shows of the bar is. */
      GuatuInstant from = MAX (start, self->from + c * self->step);
      GuatuInstant to = MIN (finish, self->from + (c + 1) * self->step);
      gboolean is_done = from + (to - from) / 2 < done;
      GuatuXlsxLook look = GUATU_XLSX_LOOK_INIT;

      if (summary)
        look.ground = is_done ? SUMMARY_DONE : SUMMARY;
      else
        look.ground = is_done ? darker (colour) : lighter (colour);
      look.left = mark_of (self, c);
      guatu_xlsx_text (self->xlsx, self->sheet, row, (guint) (N_FIXED + c), "", &look);
    }
}

static void
add_task (Bars *self, guint row, gint32 task)
{
  GuatuXlsx *xlsx = self->xlsx;
  GuatuXlsxLook look = GUATU_XLSX_LOOK_INIT, day = GUATU_XLSX_LOOK_INIT;

  guatu_xlsx_row (xlsx, self->sheet, row, task);
  look.grid = day.grid = TRUE;
  look.bold = day.bold = guatu_plan_is_summary (xlsx->plan, task);
  guatu_xlsx_number (xlsx, self->sheet, row, COLUMN_NUMBER, guatu_plan_task_place (xlsx->plan, task), &look);
  look.indent = (guint8) MIN (guatu_plan_task_depth (xlsx->plan, task), 15);
  guatu_xlsx_text (xlsx, self->sheet, row, COLUMN_NAME, guatu_plan_task_name (xlsx->plan, task), &look);
  day.number = guatu_xlsx_day_format (xlsx);
  guatu_xlsx_instant (xlsx, self->sheet, row, COLUMN_START, xlsx->schedule->start[task], &day);
  guatu_xlsx_instant (xlsx, self->sheet, row, COLUMN_FINISH, xlsx->schedule->finish[task], &day);
  add_bar (self, row, task);
}

void
guatu_xlsx_add_bars (GuatuXlsx *xlsx)
{
  Bars self = { .xlsx = xlsx };
  guint n;
  const gint32 *outline = guatu_plan_outline (xlsx->plan, &n);

  self.sheet = workbook_add_worksheet (xlsx->book, guatu_xlsx_word (xlsx, "Chart", "横道图"));
  n = guatu_xlsx_n_rows (xlsx, n, N_HEADS);
  measure (&self);
  add_heads (&self);
  for (guint i = 0; i < n; i++)
    add_task (&self, N_HEADS + i, outline[i]);

  worksheet_freeze_panes (self.sheet, N_HEADS, N_FIXED);
  worksheet_outline_settings (self.sheet, LXW_TRUE, LXW_FALSE, LXW_FALSE, LXW_FALSE);
  worksheet_set_landscape (self.sheet);
  worksheet_set_paper (self.sheet, 8);  /* A3 */
  worksheet_fit_to_pages (self.sheet, 1, 0);
  worksheet_repeat_rows (self.sheet, 0, N_HEADS - 1);
}
