/* guatu-chart-calendar-paint.c — paints what follows the calendar: scales, grid, days off, dated lines. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "guatu-chart-paint-private.h"

/* Narrower than this, in hairs, nothing is told from its neighbours. */
#define MIN_SHADE 3.0
#define MIN_WEEKEND 5.0
#define MIN_CELL 10.0

/* The dates that both the chart and @clip show; FALSE for none. */
static gboolean
dates_within (const GuatuChartView *self,
              GuatuBox              clip,
              GuatuInstant         *from,
              GuatuInstant         *to)
{
  double left = MAX (clip.x, self->chart.x), right = MIN (clip.x + clip.width, self->chart.x + self->chart.width);

  if (left >= right)
    return FALSE;
  *from = MAX (guatu_time_scale_at (self->scale, left), self->scale->from);
  *to = MIN (guatu_time_scale_at (self->scale, right) + 1, self->scale->to);

  return TRUE;
}

/* The part of the chart's height that @clip shows. */
static GuatuBox
ground (const GuatuChartView *self,
        GuatuBox              clip)
{
  double top = MAX (clip.y, self->chart.y);
  double bottom = MIN (clip.y + clip.height, self->chart.y + self->chart.height);

  return (GuatuBox) { self->chart.x, top, self->chart.width, MAX (0, bottom - top) };
}

/* Days off --------------------------------------------------------------------------------------- */

typedef enum { WORKS, WEEKEND, HOLIDAY } DayKind;

typedef void (*ShadeFunc) (DayKind   kind,
                           double    left,
                           double    right,
                           gpointer  data);

/* A weekend within a holiday is a part of it. */
static DayKind
kind_of_day (const GuatuChartView *self,
             const GuatuWorktime  *calendar,
             GuatuInstant          day)
{
  guint n;

  guatu_worktime_hours (calendar, day, &n);
  if (n > 0)
    return WORKS;
  if (guatu_instant_weekday (day) < 5)
    return HOLIDAY;

  return self->holidays != NULL && guatu_holidays_find (self->holidays, day) != NULL ? HOLIDAY : WEEKEND;
}

/* Calls @func for each run of days off that is wide enough and touches @from … @to. */
static void
each_run (const GuatuChartView *self,
          GuatuInstant          from,
          GuatuInstant          to,
          ShadeFunc             func,
          gpointer              data)
{
  const GuatuWorktime *calendar = guatu_plan_worktime (self->plan, -1);
  const GuatuTimeScale *scale = self->scale;
  double week = guatu_time_scale_x (scale, scale->from + GUATU_WEEK) - scale->left;
  GuatuInstant run_from = 0;
  DayKind run = WORKS;

  /* Where a whole week cannot be seen no day need be looked at. */
  if ((self->layers & GUATU_LAYER_DAYS_OFF) == 0 || !guatu_worktime_works (calendar) || week < MIN_SHADE * self->hair)
    return;

  /* A run that begins before is taken whole. */
  from -= guatu_instant_daytime (from);
  for (int i = 0; i < 31 && from > scale->from && kind_of_day (self, calendar, from) != WORKS; i++)
    from -= GUATU_DAY;
  for (GuatuInstant day = from; day <= to || run != WORKS; day += GUATU_DAY)
    {
      DayKind kind = day < scale->to ? kind_of_day (self, calendar, day) : WORKS;

      if (kind == run)
        continue;
      if (run != WORKS)
        {
          double left = guatu_time_scale_x (scale, MAX (run_from, scale->from));
          double right = guatu_time_scale_x (scale, MIN (day, scale->to));

          if (right - left >= (run == WEEKEND ? MIN_WEEKEND : MIN_SHADE) * self->hair)
            func (run, left, right, data);
        }
      run = kind;
      run_from = day;
    }
}

static void
note_run (DayKind  kind,
          double   left,
          double   right,
          gpointer data)
{
  gboolean **found = data;

  *found[kind == HOLIDAY] = TRUE;
}

void
guatu_find_days_off (const GuatuChartView *self,
                     gboolean             *weekend,
                     gboolean             *holiday)
{
  gboolean *found[] = { weekend, holiday };

  *weekend = *holiday = FALSE;
  each_run (self, self->scale->from, self->scale->to, note_run, found);
}

typedef struct
{
  GuatuPainter *painter;
  GuatuBox      box;
} Shade;

static void
paint_run (DayKind  kind,
           double   left,
           double   right,
           gpointer data)
{
  Shade *shade = data;

  shade->box.x = left;
  shade->box.width = right - left;
  shade->painter->fill (shade->painter, shade->box, kind == HOLIDAY ? GUATU_INK_HOLIDAY : GUATU_INK_WEEKEND);
}

void
guatu_paint_days_off (const GuatuChartView *self,
                      GuatuPainter         *painter,
                      GuatuBox              clip)
{
  Shade shade = { painter, ground (self, clip) };
  GuatuInstant from, to;

  if (dates_within (self, clip, &from, &to))
    each_run (self, from, to, paint_run, &shade);
}

/* Names of holidays -------------------------------------------------------------------------------- */

/* What @box has of the days of a holiday. */
static GuatuBox
holiday_box (const GuatuChartView *self,
             guint                 place,
             GuatuBox              box)
{
  const GuatuHoliday *holiday = &g_array_index (self->holidays, GuatuHoliday, place);
  double left = guatu_time_scale_x (self->scale, MAX (holiday->from, self->scale->from));
  double right = guatu_time_scale_x (self->scale, MIN (holiday->to, self->scale->to));

  return (GuatuBox) { left, box.y, right - left, box.height };
}

/* "National Day and Mid-Autumn Festival" may stand over its neighbours' days, but not on their names. */
guint
guatu_chart_paint_holidays (const GuatuChartView *self,
                            GuatuPainter         *painter,
                            GuatuBox              box)
{
  const GuatuTextStyle style = { .size = guatu_chart_small_type (self->heading_size, 0.82),
                                 .align = GUATU_ALIGN_CENTRE };
  double end = box.x + style.size * 0.3;
  guint left_out = 0;

  painter->fill (painter, box, GUATU_INK_HEADER);
  for (guint i = 0; self->holidays != NULL && i < self->holidays->len; i++)
    painter->fill (painter, holiday_box (self, i, box), GUATU_INK_HOLIDAY);
  for (guint i = 0; self->holidays != NULL && i < self->holidays->len; i++)
    {
      const GuatuHoliday *holiday = &g_array_index (self->holidays, GuatuHoliday, i);
      GuatuBox days = holiday_box (self, i, box), room = box;
      double width, height;

      painter->measure (painter, holiday->name, &style, -1, &width, &height);
      room.x = CLAMP (days.x + (days.width - width) / 2, box.x + style.size * 0.3,
                      MAX (box.x, box.x + box.width - width - style.size * 0.3));
      room.width = width;
      if (room.x < end || room.x + width > box.x + box.width + 0.01)
        {
          left_out++;
          continue;
        }
      painter->text (painter, room, holiday->name, &style, GUATU_INK_TEXT_MUTED);
      end = room.x + width + style.size * 0.5;
    }

  return left_out;
}

/* Grid ------------------------------------------------------------------------------------------- */

void
guatu_paint_time_grid (const GuatuChartView *self,
                       GuatuPainter         *painter,
                       GuatuBox              clip)
{
  GuatuBox box = ground (self, clip);
  GuatuInstant from, to;

  if (!dates_within (self, clip, &from, &to))
    return;

  /* The coarser tiers last: their lines are stronger. */
  for (guint i = self->scale->n_tiers; i-- > 0;)
    {
      const GuatuScaleTier *tier = &self->scale->tiers[i];
      GuatuInk ink = i == 0 && self->scale->n_tiers > 1 ? GUATU_INK_GRID_MAJOR : GUATU_INK_GRID;
      GuatuInstant cell = guatu_scale_next (tier->unit, tier->step, from);

      if (guatu_time_scale_x (self->scale, guatu_scale_next (tier->unit, tier->step, cell))
          - guatu_time_scale_x (self->scale, cell) < MIN_CELL * self->hair)
        continue;
      for (; cell < to; cell = guatu_scale_next (tier->unit, tier->step, cell))
        {
          double x = guatu_time_scale_x (self->scale, cell);
          GuatuPoint line[] = { { x, box.y }, { x, box.y + box.height } };

          painter->line (painter, line, 2, self->hair, GUATU_LINE_SOLID, ink);
        }
    }
}

/* Dated lines ------------------------------------------------------------------------------------ */

static gboolean
is_shown (const GuatuChartView *self,
          GuatuInstant          t)
{
  return (self->layers & GUATU_LAYER_LINES) != 0 && t != GUATU_NONE && t >= self->scale->from && t <= self->scale->to;
}

static void
paint_date_line (const GuatuChartView *self,
                 GuatuPainter         *painter,
                 GuatuBox              box,
                 GuatuInstant          t,
                 GuatuLineStyle        style,
                 double                width,
                 GuatuInk              ink)
{
  GuatuPoint line[2];

  if (!is_shown (self, t))
    return;

  line[0] = line[1] = (GuatuPoint) { guatu_time_scale_x (self->scale, t), box.y };
  line[1].y += box.height;
  painter->line (painter, line, 2, width, style, ink);
}

void
guatu_paint_date_lines (const GuatuChartView *self,
                        GuatuPainter         *painter,
                        GuatuBox              clip)
{
  GuatuBox box = ground (self, clip);

  paint_date_line (self, painter, box, self->today, GUATU_LINE_SOLID, self->hair * 1.6, GUATU_INK_TODAY);
  paint_date_line (self, painter, box, self->status_date, GUATU_LINE_DASHED, self->hair * 2.6, GUATU_INK_STATUS);
}

/* Scales ----------------------------------------------------------------------------------------- */

typedef struct
{
  GuatuBox box;
  char    *text;
  GuatuInk ink;
} Tag;

static gboolean
make_tag (const GuatuChartView *self,
          GuatuPainter         *painter,
          GuatuBox              lowest,
          GuatuInstant          t,
          const char           *pattern,
          GuatuInk              ink,
          Tag                  *tag)
{
  GuatuTextStyle style = { .size = guatu_chart_small_type (self->heading_size, 0.9), .bold = TRUE };
  g_autoptr(GString) text = g_string_new (NULL);
  double width, height;

  if (!is_shown (self, t))
    return FALSE;

  if (self->short_tags)
    guatu_chart_append_date (text, self->language, GUATU_DATE_DAY, t);
  else
    guatu_chart_expand (text, self->language, guatu_chart_text_in_context (self->language, "line", pattern), t);
  painter->measure (painter, text->str, &style, -1, &width, &height);
  width += style.size * 0.9;
  *tag = (Tag) {
    .box = { guatu_time_scale_x (self->scale, t) - width / 2, lowest.y + lowest.height * 0.06, width,
             lowest.height * 0.88 },
    .text = g_string_free (g_steal_pointer (&text), FALSE),
    .ink = ink,
  };
  tag->box.x = CLAMP (tag->box.x, lowest.x, MAX (lowest.x, lowest.x + lowest.width - width));

  return TRUE;
}

static gboolean
overlap (GuatuBox a,
         GuatuBox b)
{
  return a.x < b.x + b.width && b.x < a.x + a.width;
}

/* Two tags too close to each other move apart, within the scale. */
static void
part_tags (Tag     *first,
           Tag     *second,
           GuatuBox lowest)
{
  Tag *left = first->box.x + first->box.width / 2 <= second->box.x + second->box.width / 2 ? first : second;
  Tag *right = left == first ? second : first;
  double gap = lowest.height * 0.1, middle, total = left->box.width + right->box.width + gap;

  if (!overlap (left->box, right->box))
    return;
  middle = (left->box.x + right->box.x + right->box.width) / 2 - total / 2;
  left->box.x = CLAMP (middle, lowest.x, MAX (lowest.x, lowest.x + lowest.width - total));
  right->box.x = left->box.x + left->box.width + gap;
}

static guint
make_tags (const GuatuChartView *self,
           GuatuPainter         *painter,
           GuatuBox              lowest,
           Tag                   tags[2])
{
  guint n = 0;

  if (make_tag (self, painter, lowest, self->status_date, NC_("line", "Status {Mon} {day}"), GUATU_INK_STATUS,
                &tags[n]))
    n++;
  if (make_tag (self, painter, lowest, self->today, NC_("line", "Today {Mon} {day}"), GUATU_INK_TODAY, &tags[n]))
    n++;
  if (n == 2)
    part_tags (&tags[0], &tags[1], lowest);

  return n;
}

static GuatuBox
label_box (GuatuPainter         *painter,
           GuatuBox              room,
           const char           *text,
           const GuatuTextStyle *style)
{
  double width, height;

  painter->measure (painter, text, style, -1, &width, &height);
  room.x += (room.width - width) / 2;
  room.width = width;

  return room;
}

/* One tier; labels that a tag would cover are left out. */
static void
paint_tier (const GuatuChartView *self,
            GuatuPainter         *painter,
            GuatuBox              box,
            guint                 number,
            const Tag            *tags,
            guint                 n_tags)
{
  const GuatuScaleTier *tier = &self->scale->tiers[number];
  gboolean lowest = number + 1 == self->scale->n_tiers;
  GuatuTextStyle style = { .size = guatu_chart_small_type (self->heading_size, lowest ? 0.92 : 1.05),
                           .align = GUATU_ALIGN_CENTRE,
                           .bold = !lowest };
  g_autoptr(GString) text = g_string_new (NULL);
  GuatuInstant cell = guatu_scale_floor (tier->unit, tier->step, self->scale->from);

  for (GuatuInstant next; cell < self->scale->to; cell = next)
    {
      double left = guatu_time_scale_x (self->scale, MAX (cell, self->scale->from)), right;
      GuatuBox room;
      GuatuPoint line[] = { { left, box.y }, { left, box.y + box.height } };
      gboolean covered = FALSE;

      next = guatu_scale_next (tier->unit, tier->step, cell);
      right = guatu_time_scale_x (self->scale, MIN (next, self->scale->to));
      room = (GuatuBox) { left, box.y, right - left, box.height };
      if (cell > self->scale->from && right - left >= MIN_CELL * self->hair / 2)
        painter->line (painter, line, 2, self->hair, GUATU_LINE_SOLID, GUATU_INK_GRID_MAJOR);
      guatu_time_scale_label (self->scale, number, cell, room.width, self->language, painter, &style, text);
      for (guint i = 0; lowest && text->len > 0 && i < n_tags; i++)
        covered |= overlap (label_box (painter, room, text->str, &style), tags[i].box);
      if (text->len > 0 && !covered)
        painter->text (painter, room, text->str, &style, lowest ? GUATU_INK_TEXT_MUTED : GUATU_INK_TEXT);
    }
}

void
guatu_chart_paint_scale (const GuatuChartView *self,
                         GuatuPainter         *painter,
                         GuatuBox              box)
{
  double height = box.height / self->scale->n_tiers;
  GuatuBox lowest = { box.x, box.y + box.height - height, box.width, height };
  Tag tags[2];
  guint n_tags = make_tags (self, painter, lowest, tags);

  painter->fill (painter, box, GUATU_INK_HEADER);
  for (guint i = 0; i < self->scale->n_tiers; i++)
    {
      GuatuBox tier = { box.x, box.y + i * height, box.width, height };
      GuatuPoint line[] = { { tier.x, tier.y }, { tier.x + tier.width, tier.y } };

      if (i > 0)
        painter->line (painter, line, 2, self->hair, GUATU_LINE_SOLID, GUATU_INK_GRID_MAJOR);
      paint_tier (self, painter, tier, i, tags, n_tags);
    }
  for (guint i = 0; i < n_tags; i++)
    {
      GuatuTextStyle style = { .size = guatu_chart_small_type (self->heading_size, 0.9),
                               .align = GUATU_ALIGN_CENTRE, .bold = TRUE };

      style.size = guatu_painter_fit (painter, tags[i].box, tags[i].text, &style);
      painter->round_box (painter, tags[i].box, tags[i].box.height * 0.2, tags[i].ink, GUATU_INK_NONE, 0);
      painter->text (painter, tags[i].box, tags[i].text, &style, GUATU_INK_TEXT_REVERSED);
      g_free (tags[i].text);
    }
}
