/* guatu-year-layout.c — reckons where months and days stand. */
#include "guatu-year-layout.h"

#include <math.h>
#include <string.h>

/* Pixels at the usual size of text. */
#define LEAST_CELL 22.0
#define MOST_CELL 40.0
#define CELL_HEIGHT 24.0
#define WEEK_WIDTH 22.0
#define TITLE_HEIGHT 26.0
#define HEAD_HEIGHT 18.0
#define NOTE_HEIGHT 16.0
#define GAP 20.0
#define EDGE 14.0

#define LINES 6

double
guatu_year_layout_least_width (double scale)
{
  return ceil (scale * (2 * EDGE + WEEK_WIDTH + 7 * LEAST_CELL));
}

/* How many months fit side by side, so that the rows are full. */
static guint
columns_for (double width, double scale)
{
  static const guint counts[] = { 6, 4, 3, 2 };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    if (width >= scale * (2 * EDGE + counts[i] * (WEEK_WIDTH + 7 * LEAST_CELL) + (counts[i] - 1) * GAP))
      return counts[i];

  return 1;
}

static void
place_days (GuatuYearLayout *self, int year)
{
  GuatuInstant january = guatu_instant_from_civil ((GuatuCivil) { .year = year, .month = 1, .day = 1 });

  for (int month = 0; month < 12; month++)
    {
      GuatuInstant first = guatu_instant_from_civil ((GuatuCivil) { .year = year, .month = month + 1, .day = 1 });

      self->month_first[month] = (guint) ((first - january) / GUATU_DAY);
      self->month_column[month] = (guatu_instant_weekday (first) - self->first_weekday + 7) % 7;
    }
  self->month_first[12] = self->month_first[11] + 31;
  self->n_days = self->month_first[12];
}

static void
place_months (GuatuYearLayout *self, const guint notes[12], double room, double scale)
{
  double width = self->week_width + 7 * self->cell_width, y = scale * EDGE;
  double all = self->columns * width + (self->columns - 1) * scale * GAP;
  double left = MAX (floor ((room - all) / 2), scale * EDGE / 2);

  for (guint row = 0; row * self->columns < 12; row++)
    {
      guint most = 0;
      double height;

      for (guint i = row * self->columns; i < MIN ((row + 1) * self->columns, 12); i++)
        most = MAX (most, notes[i]);
      height = self->title_height + self->head_height + LINES * self->cell_height + most * self->note_height;
      for (guint i = row * self->columns; i < MIN ((row + 1) * self->columns, 12); i++)
        self->months[i] = (GuatuBox) { floor (left + (i % self->columns) * (width + scale * GAP)), floor (y),
                                       width, height };
      y += height + scale * EDGE;
    }
  self->height = ceil (y);
}

void
guatu_year_layout_init (GuatuYearLayout *self,
                        int              year,
                        int              first_weekday,
                        const guint      notes[12],
                        double           width,
                        double           scale)
{
  double room;

  memset (self, 0, sizeof *self);
  self->first_weekday = first_weekday;
  self->columns = columns_for (width, scale);
  self->week_width = floor (scale * WEEK_WIDTH);
  self->title_height = floor (scale * TITLE_HEIGHT);
  self->head_height = floor (scale * HEAD_HEIGHT);
  self->note_height = floor (scale * NOTE_HEIGHT);
  self->cell_height = floor (scale * CELL_HEIGHT);
  room = (width - 2 * scale * EDGE - (self->columns - 1) * scale * GAP) / self->columns - self->week_width;
  self->cell_width = CLAMP (floor (room / 7), floor (scale * LEAST_CELL), floor (scale * MOST_CELL));
  place_days (self, year);
  place_months (self, notes, width, scale);
}

guint
guatu_year_layout_month (const GuatuYearLayout *self, guint day)
{
  guint month = 0;

  while (month < 11 && day >= self->month_first[month + 1])
    month++;

  return month;
}

/* The place of the day in the month's grid, from its first column and line. */
static guint
place_of (const GuatuYearLayout *self, guint day, guint month)
{
  return day - self->month_first[month] + (guint) self->month_column[month];
}

guint
guatu_year_layout_line (const GuatuYearLayout *self, guint day)
{
  return place_of (self, day, guatu_year_layout_month (self, day)) / 7;
}

GuatuBox
guatu_year_layout_cell (const GuatuYearLayout *self, guint day)
{
  guint month = guatu_year_layout_month (self, day), place = place_of (self, day, month);
  const GuatuBox *box = &self->months[month];

  return (GuatuBox) { box->x + self->week_width + (place % 7) * self->cell_width,
                      box->y + self->title_height + self->head_height + (place / 7) * self->cell_height,
                      self->cell_width, self->cell_height };
}

int
guatu_year_layout_at (const GuatuYearLayout *self, double x, double y)
{
  for (guint month = 0; month < 12; month++)
    {
      const GuatuBox *box = &self->months[month];
      double left = x - box->x - self->week_width, top = y - box->y - self->title_height - self->head_height;
      int day;

      if (left < 0 || top < 0 || left >= 7 * self->cell_width || top >= LINES * self->cell_height)
        continue;
      day = (int) (top / self->cell_height) * 7 + (int) (left / self->cell_width) - self->month_column[month];
      if (day >= 0 && (guint) day < self->month_first[month + 1] - self->month_first[month])
        return (int) self->month_first[month] + day;
    }

  return -1;
}

guint
guatu_year_layout_nearest (const GuatuYearLayout *self, double x, double y)
{
  double least = G_MAXDOUBLE;
  guint found = 0;

  for (guint day = 0; day < self->n_days; day++)
    {
      GuatuBox cell = guatu_year_layout_cell (self, day);
      double dx = MAX (MAX (cell.x - x, x - cell.x - cell.width), 0);
      double dy = MAX (MAX (cell.y - y, y - cell.y - cell.height), 0);

      if (dx * dx + dy * dy < least)
        {
          least = dx * dx + dy * dy;
          found = day;
        }
    }

  return found;
}
