/* guatu-sheet-layout.c — finds the largest type with which a chart fits its sheet, and places everything. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "guatu-sheet-private.h"

/* Shares of the sheet's shorter side. */
#define MARGIN 0.024
#define TITLE_SIZE 0.032
#define NOTE_SIZE 0.0115
#define MAX_SIZE 0.0125
#define GAP 0.0095

/* Nobody needs larger type than this; and from this down the banner makes room for rows. */
#define MAX_TYPE_SIZE 40.0
#define SMALL_TYPE 6.6

/* The share of the width that the table may take: no more than the first if all fits so; the last ones only
 * where names would become too small to read. On an upright sheet the table may be wider. */
static const double table_shares[] = { 0.40, 0.43, 0.46, 0.49, 0.55, 0.62 };
#define LAST_PREFERRED 3
#define UPRIGHT_MORE 0.06

/* A panel has at least so many rows. Two panels must be worth the room that they take from the bars; where there are
 * two, further ones cost less. */
#define MIN_PANEL_ROWS 12
#define PANEL_GAIN 1.2
#define FURTHER_GAIN 1.04

/* Bars have less room in panels: only where type would be hard to read otherwise, from where the sheet is looked at.
 * As a share of its shorter side, and at least and at most. */
#define PANEL_TYPE 0.0062
#define LEAST_PANEL_TYPE 5.6
#define MOST_PANEL_TYPE 9.0

/* In sizes of the type. */
#define TIER_HEIGHT 1.75
#define HOLIDAYS_HEIGHT 1.32
#define PHASES_HEIGHT 1.8
#define MAX_ROW 4.6

/* Span ------------------------------------------------------------------------------------------- */

static void
stretch (GuatuInstant *first,
         GuatuInstant *last,
         GuatuInstant  t)
{
  if (t == GUATU_NONE)
    return;
  if (*first == GUATU_NONE || t < *first)
    *first = t;
  if (*last == GUATU_NONE || t > *last)
    *last = t;
}

/* What is dated but is no bar is shown too, unless that would squeeze the bars into a corner. */
static void
stretch_a_little (GuatuInstant *first,
                  GuatuInstant *last,
                  gint64        bars,
                  GuatuInstant  t)
{
  if (t != GUATU_NONE && MAX (*last, t) - MIN (*first, t) <= 2 * bars + 14 * GUATU_DAY)
    stretch (first, last, t);
}

static void
stretch_to_key_nodes (const GuatuSheetContent *content,
                      gint32                   task,
                      gint64                   bars,
                      GuatuInstant            *first,
                      GuatuInstant            *last)
{
  const GuatuKeyNode *nodes = guatu_plan_rows (content->plan, GUATU_TABLE_KEY_NODE);
  guint n;
  const gint32 *list = guatu_plan_referrers (content->plan, GUATU_TABLE_KEY_NODE, GUATU_KEY_NODE_TASK, task, &n);

  for (guint i = 0; i < n; i++)
    stretch_a_little (first, last, bars, nodes[list[i]].date);
}

/* No further than half as much again as the bars have: a phase is to have room for its name, but nothing that the bars
 * need. It may lie in what guatu_time_scale_choose() leaves free at both ends. */
static void
stretch_to_phase (GuatuInstant *first,
                  GuatuInstant *last,
                  gint64        bars,
                  GuatuInstant  from,
                  GuatuInstant  to)
{
  from += (*last - from) / 200;
  to -= (to - *first) / 200;
  if (*last - MIN (*first, from) <= bars + bars / 2)
    stretch (first, last, from);
  if (MAX (*last, to) - *first <= bars + bars / 2)
    stretch (first, last, to);
}

/* Those that bars touch. */
static void
stretch_to_phases (const GuatuSheetContent *content,
                   gint64                   bars,
                   GuatuInstant            *first,
                   GuatuInstant            *last)
{
  const GuatuPhase *phases = guatu_plan_rows (content->plan, GUATU_TABLE_PHASE);
  guint n = guatu_plan_n_rows (content->plan, GUATU_TABLE_PHASE);

  for (guint i = 0; i < n; i++)
    if (phases[i].id != 0 && phases[i].from_date != GUATU_NONE && phases[i].to_date != GUATU_NONE
        && phases[i].from_date < *last && phases[i].to_date + GUATU_DAY > *first)
      stretch_to_phase (first, last, bars, phases[i].from_date, phases[i].to_date + GUATU_DAY);
}

static void
find_needed_span (const GuatuSheetContent *content,
                  GuatuInstant            *first,
                  GuatuInstant            *last)
{
  const GuatuBaselineTask *records = guatu_plan_rows (content->plan, GUATU_TABLE_BASELINE_TASK);
  const GuatuPlanRow *settings = guatu_plan_settings (content->plan);
  const GuatuSchedule *schedule = content->schedule;
  gint64 bars;

  *first = *last = GUATU_NONE;
  for (guint i = 0; i < content->rows->n; i++)
    if (content->rows->rows[i].task >= 0)
      {
        stretch (first, last, schedule->start[content->rows->rows[i].task]);
        stretch (first, last, schedule->finish[content->rows->rows[i].task]);
      }
  if (*first == GUATU_NONE)
    {
      *first = settings->start;
      *last = *first + 30 * GUATU_DAY;
    }

  bars = *last - *first;
  stretch_a_little (first, last, bars, settings->status_date);
  for (guint i = 0; i < content->rows->n; i++)
    {
      gint32 task = content->rows->rows[i].task;

      if (task < 0)
        continue;
      if ((content->layers & GUATU_LAYER_DEADLINES) != 0)
        stretch_a_little (first, last, bars, guatu_plan_task_number (content->plan, task, GUATU_TASK_DEADLINE));
      if ((content->layers & GUATU_LAYER_KEY_NODES) != 0)
        stretch_to_key_nodes (content, task, bars, first, last);
      if (content->baseline != NULL && content->baseline[task] >= 0)
        {
          stretch_a_little (first, last, bars, records[content->baseline[task]].start);
          stretch_a_little (first, last, bars, records[content->baseline[task]].finish);
        }
    }
  if ((content->layers & GUATU_LAYER_PHASES) != 0)
    stretch_to_phases (content, bars, first, last);
}

/* What was asked for counts, whatever the rows need. */
static void
find_span (const GuatuSheetContent *content,
           GuatuInstant            *first,
           GuatuInstant            *last)
{
  GuatuInstant from = content->from != content->to ? content->from : GUATU_NONE;
  GuatuInstant to = content->from != content->to ? content->to : GUATU_NONE;

  find_needed_span (content, first, last);
  if (from != GUATU_NONE)
    {
      *first = from;
      *last = MAX (*last, from + 30 * GUATU_DAY);
    }
  if (to != GUATU_NONE)
    {
      *last = to;
      if (from == GUATU_NONE)
        *first = MIN (*first, to - 30 * GUATU_DAY);
    }
}

/* Whether any phase touches the span. */
static gboolean
shows_phases (const GuatuSheetContent *content)
{
  const GuatuPhase *phases = guatu_plan_rows (content->plan, GUATU_TABLE_PHASE);
  guint n = guatu_plan_n_rows (content->plan, GUATU_TABLE_PHASE);
  GuatuInstant first, last;

  find_span (content, &first, &last);
  for (guint i = 0; (content->layers & GUATU_LAYER_PHASES) != 0 && i < n; i++)
    if (phases[i].id != 0 && phases[i].from_date != GUATU_NONE && phases[i].to_date != GUATU_NONE
        && phases[i].from_date < last && phases[i].to_date + GUATU_DAY > first)
      return TRUE;

  return FALSE;
}

static GuatuDateForm
date_form (const GuatuSheetContent *content)
{
  GuatuInstant first, last;

  /* The table tells dates beyond those that the chart shows. */
  find_needed_span (content, &first, &last);
  if (last - first <= 4 * GUATU_DAY)
    return GUATU_DATE_TIME;

  if (guatu_instant_to_civil (first).year == guatu_instant_to_civil (last - 1).year)
    return GUATU_DATE_DAY;

  return GUATU_DATE_FULL;
}

/* Columns -------------------------------------------------------------------------------------- */

static void
choose_columns (GuatuSheetFit *self)
{
  static const GuatuColumnKind usual[] = {
    GUATU_COLUMN_CATEGORY, GUATU_COLUMN_NUMBER, GUATU_COLUMN_NAME, GUATU_COLUMN_DURATION, GUATU_COLUMN_START,
    GUATU_COLUMN_FINISH, GUATU_COLUMN_LEAD_UNIT, GUATU_COLUMN_RESPONSIBLE, GUATU_COLUMN_LIGHT, GUATU_COLUMN_PROGRESS,
  };
  /* A task board says what is to come of it, who answers for it, and by when. */
  static const GuatuColumnKind board[] = {
    GUATU_COLUMN_CATEGORY, GUATU_COLUMN_NUMBER, GUATU_COLUMN_NAME, GUATU_COLUMN_OBJECTIVE, GUATU_COLUMN_OWNER,
    GUATU_COLUMN_LEAD_UNIT, GUATU_COLUMN_DEADLINE, GUATU_COLUMN_LIGHT, GUATU_COLUMN_PROGRESS,
  };
  const GuatuSheetContent *content = &self->sheet->content;
  gboolean is_board = content->rows->merged && guatu_chart_column_used (&self->sheet->view, GUATU_COLUMN_OBJECTIVE);
  const GuatuColumnKind *columns = is_board ? board : usual;
  guint n = is_board ? G_N_ELEMENTS (board) : G_N_ELEMENTS (usual);

  if (content->columns != NULL)
    {
      columns = content->columns;
      n = MIN (content->n_columns, GUATU_N_COLUMNS);
    }
  for (guint i = 0; i < n; i++)
    if (content->columns != NULL || guatu_chart_column_used (&self->sheet->view, columns[i]))
      self->sheet->columns[self->n_columns++].kind = columns[i];
  self->sheet->view.columns = self->sheet->columns;
  self->sheet->view.n_columns = self->n_columns;
}

/* The sheet -------------------------------------------------------------------------------------- */

double
guatu_sheet_note_size (const GuatuSheet *sheet,
                       double            size)
{
  return MAX (size, sheet->note_size * 0.6);
}

double
guatu_sheet_gutter (const GuatuSheet *sheet)
{
  return 1.4 * GAP * MIN (sheet->width, sheet->height);
}

double
guatu_sheet_panel_width (const GuatuSheet *sheet)
{
  return (sheet->area.width - (sheet->n_panels - 1) * guatu_sheet_gutter (sheet)) / sheet->n_panels;
}

/* Of strip and foot. */
static double
foot_size (const GuatuSheet *sheet,
           double            size)
{
  return MIN (sheet->note_size, guatu_sheet_note_size (sheet, size));
}

/* The strip, with the gap under it. */
static double
strip_height (const GuatuSheet *sheet,
              double            size,
              double            gap)
{
  double notes = foot_size (sheet, size);
  guint lines = guatu_strip_flow (sheet->strip, sheet->area.width, notes);

  return lines > 0 ? (lines * (GUATU_STRIP_LINE + GUATU_STRIP_GAP) - GUATU_STRIP_GAP) * notes + gap : 0;
}

/* The strips of names under the scales and under the rows. */
static double
names_height (const GuatuSheet *sheet,
              double            size)
{
  return guatu_sheet_note_size (sheet, size) * HOLIDAYS_HEIGHT;
}

static double
phases_height (const GuatuSheet *sheet,
               double            size)
{
  return guatu_sheet_note_size (sheet, size) * PHASES_HEIGHT;
}

/* Holidays are named where there are not more of them than their names leave room for. */
static gboolean
names_holidays (const GuatuSheet *sheet,
                double            size)
{
  const double name = 5, share = 0.35;

  return (sheet->content.layers & GUATU_LAYER_HOLIDAY_NAMES) != 0 && sheet->n_holidays > 0
         && sheet->n_holidays * name * guatu_sheet_note_size (sheet, size) < guatu_sheet_panel_width (sheet) * share;
}

/* What is left for rows with type of @size under @n_tiers of scales. */
static double
room_for_rows (GuatuSheetFit *self,
               double         size,
               guint          n_tiers)
{
  GuatuSheet *sheet = self->sheet;
  double gap = GAP * MIN (sheet->width, sheet->height);
  double heading = n_tiers * TIER_HEIGHT * guatu_sheet_note_size (sheet, size);

  heading += names_holidays (sheet, size) ? names_height (sheet, size) : 0;
  heading += sheet->has_phases ? phases_height (sheet, size) : 0;
  return sheet->area.height - sheet->banner.height - strip_height (sheet, size, gap) - heading
         - guatu_foot_fit (self, foot_size (sheet, size)) - 2 * gap;
}

static gboolean
fits (GuatuSheetFit *self,
      double         size)
{
  double room = room_for_rows (self, size, GUATU_MAX_TIERS), all = room * self->sheet->n_panels;
  guint starts[GUATU_MAX_PANELS + 1];

  return guatu_fit_find_widths (self, size) && room > 0 && guatu_fit_rows_height (self, size, all) <= all
         && (self->sheet->n_panels == 1 || guatu_fit_panels (self, room, starts) <= self->sheet->n_panels);
}

static void
set_table_share (GuatuSheetFit *self,
                 guint          step)
{
  self->table_share = table_shares[step] + (self->sheet->height > self->sheet->width ? UPRIGHT_MORE : 0);
}

/* With the widest table that set_table_share() has allowed. */
static double
largest_size (GuatuSheetFit *self)
{
  double side = MIN (self->sheet->width, self->sheet->height), n = self->sheet->content.rows->n;
  /* A few rows need not look lost on their sheet. */
  double more = 1 + 0.4 * CLAMP ((20 - n) / 20, 0, 1);
  double high = CLAMP (side * MAX_SIZE * more, 6.6, MAX_TYPE_SIZE), low = 0;

  if (fits (self, high))
    return high;
  for (int i = 0; i < 10; i++)
    {
      double middle = (low + high) / 2;

      if (fits (self, middle))
        low = middle;
      else
        high = middle;
    }

  return MAX (low, 0.02);
}

/* As few panels as make the type large enough; more of them only where that gains something. */
static double
find_panels (GuatuSheetFit *self,
             double         size)
{
  GuatuSheet *sheet = self->sheet;
  double small = CLAMP (PANEL_TYPE * MIN (sheet->width, sheet->height), LEAST_PANEL_TYPE, MOST_PANEL_TYPE);
  guint best = 1;
  guint most = sheet->content.one_panel ? 1 : MIN (GUATU_MAX_PANELS, sheet->content.rows->n / MIN_PANEL_ROWS);

  for (guint n = 2; n <= most && size < (best == 1 ? small : MAX (small, SMALL_TYPE)); n++)
    {
      double found;

      sheet->n_panels = n;
      found = largest_size (self);
      if (found < size * (best == 1 ? PANEL_GAIN : FURTHER_GAIN))
        continue;
      size = found;
      best = n;
    }
  sheet->n_panels = best;

  return size;
}

/* Where type would become small the banner gives way first, then rows stand side by side, then bars give way; and at
 * last the table is made as narrow as will do. */
static double
find_size (GuatuSheetFit *self)
{
  double size;

  set_table_share (self, LAST_PREFERRED);
  size = largest_size (self);
  if (size < SMALL_TYPE)
    {
      self->sheet->title_size *= 0.62;
      self->sheet->banner.height *= 0.62;
      size = find_panels (self, largest_size (self));
    }
  for (guint i = LAST_PREFERRED + 1; size < SMALL_TYPE && i < G_N_ELEMENTS (table_shares); i++)
    {
      set_table_share (self, i);
      size = largest_size (self);
    }
  for (guint i = 0; i < G_N_ELEMENTS (table_shares); i++)
    {
      set_table_share (self, i);
      if (fits (self, size))
        break;
    }

  return size;
}

static void
place_columns (GuatuSheetFit *self)
{
  GuatuSheet *sheet = self->sheet;
  double x = sheet->area.x;

  for (guint i = 0; i < self->n_columns; i++)
    {
      sheet->columns[i].x = x;
      sheet->columns[i].width = self->widths[i];
      x += self->widths[i];
    }
  sheet->view.chart.x = x;
  sheet->view.chart.width = sheet->area.x + guatu_sheet_panel_width (sheet) - x;
}

static void
choose_scale (GuatuSheetFit *self)
{
  GuatuSheet *sheet = self->sheet;
  const GuatuSheetContent *content = &sheet->content;
  GuatuBox chart = sheet->view.chart;
  GuatuInstant first, last;

  find_span (content, &first, &last);
  if (content->from != content->to)
    guatu_time_scale_choose_between (&sheet->scale, first, last, chart.x, chart.width, content->scale,
                                     content->language, self->painter, sheet->view.heading_size);
  else
    guatu_time_scale_choose (&sheet->scale, first, last, chart.x, chart.width, content->scale,
                             content->language, self->painter, sheet->view.heading_size);
  sheet->view.scale = &sheet->scale;
}

static void
find_holidays (GuatuSheet *sheet)
{
  GuatuInstant first, last;

  find_span (&sheet->content, &first, &last);
  sheet->holidays = guatu_holidays_new (sheet->content.plan, first, last);
  sheet->n_holidays = sheet->holidays->len;
  sheet->view.holidays = sheet->holidays;
}

/* What only a rounding of the scale brought in has no say in whether there is a strip of names. */
static void
trim_holidays (GuatuSheet *sheet)
{
  g_array_unref (sheet->holidays);
  sheet->holidays = guatu_holidays_new (sheet->content.plan, sheet->scale.from, sheet->scale.to);
  sheet->view.holidays = sheet->holidays;
}

/* From the banner down; @room is that of the rows. */
static void
place_boxes (GuatuSheet *sheet,
             double      room,
             double      gap)
{
  GuatuChartView *view = &sheet->view;
  GuatuBox area = sheet->area;
  double y = sheet->banner.y + sheet->banner.height + gap, strip = strip_height (sheet, view->size, gap);
  double holidays = sheet->holidays_box.height, phases = sheet->has_phases ? phases_height (sheet, view->size) : 0;

  sheet->strip_box = (GuatuBox) { area.x, y, area.width, MAX (strip - gap, 0) };
  y += strip;
  sheet->heading = (GuatuBox) { area.x, y, guatu_sheet_panel_width (sheet),
                                sheet->scale.n_tiers * TIER_HEIGHT * view->heading_size + holidays };
  y += sheet->heading.height;
  sheet->holidays_box = (GuatuBox) { view->chart.x, y - holidays, view->chart.width, holidays };
  view->chart.y = y;
  view->chart.height = room;
  sheet->frame = (GuatuBox) { area.x, sheet->heading.y, sheet->heading.width, sheet->heading.height + room };
  y += room;
  sheet->phases_box = (GuatuBox) { view->chart.x, y, view->chart.width, phases };
  y += phases + gap;
  sheet->foot = (GuatuBox) { area.x, y, area.width, area.y + area.height - y };
  sheet->block.y = y;
}

/* What is left of the height is shared out among the rows, up to a point; below them the ground goes on. */
static void
place_rows (GuatuSheetFit *self)
{
  GuatuSheet *sheet = self->sheet;
  GuatuChartView *view = &sheet->view;
  double size = view->size, gap = GAP * MIN (sheet->width, sheet->height);
  double room = room_for_rows (self, size, sheet->scale.n_tiers), more;

  guatu_fit_rows_height (self, size, G_MAXDOUBLE);
  more = guatu_fit_share_out (self, room, (MAX_ROW - GUATU_MIN_ROW) * size);
  view->row_height = GUATU_MIN_ROW * size + more;
  view->bar_height = CLAMP (view->row_height * 0.45, 0.92 * size, 1.3 * size);
  place_boxes (sheet, room, gap);
  guatu_sheet_make_panels (self, more);
}

static void
place_banner (GuatuSheet *sheet)
{
  double side = MIN (sheet->width, sheet->height);
  double margin = sheet->content.margin >= 0 ? sheet->content.margin * GUATU_POINTS_PER_MM : MARGIN * side;

  margin = MIN (margin, side * 0.25);
  sheet->area = (GuatuBox) { margin, margin, sheet->width - 2 * margin, sheet->height - 2 * margin };
  sheet->title_size = MIN (TITLE_SIZE * side, 100);
  sheet->note_size = MAX (NOTE_SIZE * side, MIN (6.2, side * 0.02));
  sheet->banner = (GuatuBox) { margin, margin, sheet->area.width, sheet->title_size * 2 };
}

static void
fill_view (GuatuSheet *sheet)
{
  const GuatuSheetContent *content = &sheet->content;

  sheet->view = (GuatuChartView) {
    .plan = content->plan,
    .schedule = content->schedule,
    .rows = content->rows,
    .shares = content->shares,
    .lights = content->lights,
    .baseline = content->baseline,
    .highlights = content->highlights,
    .numbers = content->numbers,
    .language = content->language,
    .status_date = guatu_plan_settings (content->plan)->status_date,
    .today = content->today,
    .layers = content->shares != NULL ? content->layers : content->layers & ~(guint) GUATU_LAYER_PROGRESS,
    .label_kinds = content->label_kinds != 0 ? content->label_kinds : GUATU_LABEL_SLIP,
    .ledger = content->ledger,
    .hatched = content->hatched,
    .legend_hue = content->rows->n > 0 ? content->rows->rows[0].hue : 0,
    .size = GUATU_REFERENCE_SIZE,
    .indent = GUATU_REFERENCE_SIZE,
    .ruled = TRUE,
  };
  sheet->view.date_form = date_form (content);
}

/* What stands around the rows, before it is known how large. */
static void
gather (GuatuSheetFit *fit)
{
  GuatuSheet *sheet = fit->sheet;
  const GuatuSheetContent *content = &sheet->content;

  place_banner (sheet);
  fill_view (sheet);
  choose_columns (fit);
  guatu_fit_columns (fit);
  find_holidays (sheet);
  sheet->has_phases = shows_phases (content);
  sheet->status = guatu_chart_status (content->plan, content->schedule, content->rows, content->ledger, content->shares,
                                      content->planned, content->lights, sheet->view.status_date);
  sheet->strip = guatu_strip_new (&sheet->status, content->language, fit->painter);
  sheet->foot_lines = guatu_foot_lines (content);
  sheet->legend = guatu_legend_new (&sheet->view, fit->painter);
}

static void
place (GuatuSheetFit *fit)
{
  GuatuSheet *sheet = fit->sheet;
  GuatuChartView *view = &sheet->view;

  view->size = find_size (fit);
  view->heading_size = guatu_sheet_note_size (sheet, view->size);
  view->hair = CLAMP (view->size * 0.055, 0.1, 1.5);
  guatu_fit_find_widths (fit, view->size);
  place_columns (fit);
  sheet->holidays_box.height = names_holidays (sheet, view->size) ? names_height (sheet, view->size) : 0;
  choose_scale (fit);
  trim_holidays (sheet);
  g_array_unref (sheet->legend);
  sheet->legend = guatu_legend_new (view, fit->painter);
  place_rows (fit);
}

GuatuSheet *
guatu_sheet_new (const GuatuSheetContent *content,
                 GuatuPainter            *painter)
{
  guint n = MAX (content->rows->n, 1);
  GuatuSheetFit fit = { .painter = painter };

  if (content->paper.width <= 0 || content->paper.height <= 0)
    return guatu_sheet_new_on_roll (content, painter);

  fit.sheet = g_new0 (GuatuSheet, 1);
  fit.text = g_string_new (NULL);
  fit.names = g_new0 (double, n);
  fit.people = g_new0 (double, n);
  fit.heights = g_new0 (double, n);
  fit.known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  fit.wraps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  fit.sheet->content = *content;
  fit.sheet->n_panels = 1;
  fit.sheet->width = content->paper.width * GUATU_POINTS_PER_MM;
  fit.sheet->height = content->paper.height * GUATU_POINTS_PER_MM;
  gather (&fit);
  place (&fit);

  g_string_free (fit.text, TRUE);
  g_free (fit.names);
  g_free (fit.people);
  g_free (fit.heights);
  g_hash_table_unref (fit.known);
  g_hash_table_unref (fit.wraps);

  return fit.sheet;
}

void
guatu_sheet_free (GuatuSheet *self)
{
  guatu_sheet_free_panels (self);
  g_clear_pointer (&self->legend, g_array_unref);
  g_clear_pointer (&self->strip, g_array_unref);
  g_clear_pointer (&self->holidays, g_array_unref);
  g_clear_pointer (&self->foot_lines, g_ptr_array_unref);
  g_free (self);
}
