/* guatu-chart-scale.c — where a date stands, and which stacked time scales can be read. */
#include "guatu-chart-scale.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Room around a label, as a share of the type's size. */
#define LABEL_PADDING 0.7

/* Hours are of use where a chart shows so few days. */
#define MAX_HOURS (4 * GUATU_DAY)

/* Those of a scale in a window: what is above them scrolls out of sight with the years. */
#define MAX_WINDOW_TIERS 2

/* More cells than this are never tried: a scale of hours over years cannot be read anyway. */
#define MAX_CELLS 4000

typedef struct
{
  GuatuScaleUnit unit;
  int            step;
  GuatuInstant   length;      /* of its shortest cell */
} Candidate;

/* The finest first. */
static const Candidate candidates[] = {
  { GUATU_SCALE_HOUR, 1, GUATU_HOUR },
  { GUATU_SCALE_HOUR, 2, 2 * GUATU_HOUR },
  { GUATU_SCALE_HOUR, 3, 3 * GUATU_HOUR },
  { GUATU_SCALE_HOUR, 6, 6 * GUATU_HOUR },
  { GUATU_SCALE_DAY, 1, GUATU_DAY },
  { GUATU_SCALE_WEEK, 1, GUATU_WEEK },
  { GUATU_SCALE_TEN_DAY, 1, 8 * GUATU_DAY },
  { GUATU_SCALE_MONTH, 1, 28 * GUATU_DAY },
  { GUATU_SCALE_QUARTER, 1, 90 * GUATU_DAY },
  { GUATU_SCALE_YEAR, 1, 365 * GUATU_DAY },
  { GUATU_SCALE_YEAR, 2, 2 * 365 * GUATU_DAY },
  { GUATU_SCALE_YEAR, 5, 5 * 365 * GUATU_DAY },
  { GUATU_SCALE_YEAR, 10, 10 * 365 * GUATU_DAY },
  { GUATU_SCALE_YEAR, 25, 25 * 365 * GUATU_DAY },
  { GUATU_SCALE_YEAR, 50, 50 * 365 * GUATU_DAY },
  { GUATU_SCALE_YEAR, 100, 100 * 365 * GUATU_DAY },
};

#define MAX_PATTERNS 4

/* Wordings from the longest to the shortest; the first of a topmost tier says what nothing above it does. */
static const char * const patterns[][MAX_PATTERNS] = {
  [GUATU_SCALE_YEAR] = { NC_("time scale", "{year}") },
  [GUATU_SCALE_QUARTER] = { NC_("time scale", "Quarter {quarter}"), NC_("time scale", "Q{quarter}") },
  [GUATU_SCALE_MONTH] = { NC_("time scale", "{Month}"), NC_("time scale", "{Mon}"), NC_("time scale", "{month}") },
  [GUATU_SCALE_TEN_DAY] = { NC_("time scale", "{third}"), NC_("time scale", "{day}") },
  [GUATU_SCALE_WEEK] = { NC_("time scale", "Week {week}"), NC_("time scale", "W{week}") },
  [GUATU_SCALE_DAY] = { NC_("time scale", "{Wday} {day}"), NC_("time scale", "{day}") },
  [GUATU_SCALE_HOUR] = { NC_("time scale", "{hour}:00"), NC_("time scale", "{hour}") },
};

static const char * const top_patterns[][MAX_PATTERNS] = {
  [GUATU_SCALE_YEAR] = { NC_("time scale", "{year}") },
  [GUATU_SCALE_QUARTER] = { NC_("time scale", "Quarter {quarter}, {year}"), NC_("time scale", "Q{quarter} {year}") },
  [GUATU_SCALE_MONTH] = { NC_("time scale", "{Month} {year}"), NC_("time scale", "{Mon} {year}"),
                          NC_("time scale", "{Mon}"), NC_("time scale", "{month}") },
  [GUATU_SCALE_TEN_DAY] = { NC_("time scale", "{Mon} {third}, {year}"), NC_("time scale", "{Mon} {third}") },
  [GUATU_SCALE_WEEK] = { NC_("time scale", "Week {week}, {year}"), NC_("time scale", "W{week}") },
  [GUATU_SCALE_DAY] = { NC_("time scale", "{Wday}, {Month} {day}, {year}"), NC_("time scale", "{Mon} {day}, {year}"),
                        NC_("time scale", "{Mon} {day}"), NC_("time scale", "{day}") },
  [GUATU_SCALE_HOUR] = { NC_("time scale", "{Mon} {day}, {hour}:00"), NC_("time scale", "{hour}") },
};

/* Where dates stand ------------------------------------------------------------------------------ */

double
guatu_time_scale_x (const GuatuTimeScale *self,
                    GuatuInstant          t)
{
  return self->left + (double) (t - self->from) * self->width / (double) (self->to - self->from);
}

GuatuInstant
guatu_time_scale_at (const GuatuTimeScale *self,
                     double                x)
{
  return self->from + (GuatuInstant) floor ((x - self->left) * (double) (self->to - self->from) / self->width);
}

/* @step is positive: C rounds towards zero. */
static int
floor_to (int value,
          int step)
{
  return value - ((value % step) + step) % step;
}

GuatuInstant
guatu_scale_floor (GuatuScaleUnit unit,
                   int            step,
                   GuatuInstant   t)
{
  GuatuCivil civil = guatu_instant_to_civil (t);
  GuatuInstant midnight = t - guatu_instant_daytime (t);

  switch (unit)
    {
    case GUATU_SCALE_YEAR:
      return guatu_instant_from_civil ((GuatuCivil) { floor_to (civil.year, step), 1, 1 });
    case GUATU_SCALE_QUARTER:
      return guatu_instant_from_civil ((GuatuCivil) { civil.year, floor_to (civil.month - 1, 3) + 1, 1 });
    case GUATU_SCALE_MONTH:
      return guatu_instant_from_civil ((GuatuCivil) { civil.year, civil.month, 1 });
    case GUATU_SCALE_TEN_DAY:
      return guatu_instant_from_civil ((GuatuCivil) { civil.year, civil.month,
                                                      1 + 10 * MIN ((civil.day - 1) / 10, 2) });
    case GUATU_SCALE_WEEK:
      return midnight - guatu_instant_weekday (t) * GUATU_DAY;
    case GUATU_SCALE_HOUR:
      return midnight + floor_to (civil.hour, step) * GUATU_HOUR;
    case GUATU_SCALE_AUTO:
    case GUATU_SCALE_DAY:
    default:
      return midnight;
    }
}

GuatuInstant
guatu_scale_next (GuatuScaleUnit unit,
                  int            step,
                  GuatuInstant   t)
{
  GuatuInstant cell = guatu_scale_floor (unit, step, t);

  switch (unit)
    {
    case GUATU_SCALE_YEAR:
      return guatu_instant_add_months (cell, 12 * step);
    case GUATU_SCALE_QUARTER:
      return guatu_instant_add_months (cell, 3);
    case GUATU_SCALE_MONTH:
      return guatu_instant_add_months (cell, 1);
    case GUATU_SCALE_TEN_DAY:
      /* The longest part has eleven days, and no part starts within the twelve after its first. */
      return guatu_instant_to_civil (cell).day < 21
             ? cell + 10 * GUATU_DAY
             : guatu_scale_floor (GUATU_SCALE_MONTH, 1, cell + 12 * GUATU_DAY);
    case GUATU_SCALE_WEEK:
      return cell + GUATU_WEEK;
    case GUATU_SCALE_HOUR:
      return cell + step * GUATU_HOUR;
    case GUATU_SCALE_AUTO:
    case GUATU_SCALE_DAY:
    default:
      return cell + GUATU_DAY;
    }
}

/* Which labels can be read ------------------------------------------------------------------------- */

/* What the choice goes by. */
typedef struct
{
  GuatuInstant    first;
  GuatuInstant    last;
  double          width;
  const char     *language;
  GuatuPainter   *painter;
  GuatuTextStyle  style;
  GString        *text;
  gboolean        window;         /* the scale scrolls by: two tiers, and the finest is as asked for, or coarser */
} Choice;

static double
label_width (GuatuPainter         *painter,
             const GuatuTextStyle *style,
             const char           *text)
{
  double width, height;

  painter->measure (painter, text, style, -1, &width, &height);

  return width;
}

/* On screen cells stand closer, and type is measured as it is painted, see guatu_chart_paint_scale(). */
#define WINDOW_PADDING 0.45
#define LOWEST_TYPE 0.92
#define UPPER_TYPE 1.05

/* Whether every whole cell holds its label in this wording. */
static gboolean
pattern_fits (Choice     *self,
              const char *pattern,
              int         unit,
              int         step)
{
  double per_second = self->width / (double) (self->last - self->first);
  double padding = (self->window ? WINDOW_PADDING : LABEL_PADDING) * self->style.size;
  GuatuTextStyle style = self->style;
  GuatuInstant cell = guatu_scale_floor ((GuatuScaleUnit) unit, step, self->first);
  guint n = 0;

  if (self->window)
    style.size *= style.bold ? UPPER_TYPE : LOWEST_TYPE;
  while (cell < self->last)
    {
      GuatuInstant next = guatu_scale_next ((GuatuScaleUnit) unit, step, cell);
      GuatuInstant seen_from = MAX (cell, self->first), seen_to = MIN (next, self->last);

      /* Cells cut at one edge take a shorter wording, or none. */
      if ((cell >= self->first) == (next <= self->last))
        {
          g_string_truncate (self->text, 0);
          guatu_chart_expand (self->text, self->language, pattern, cell);
          if (label_width (self->painter, &style, self->text->str) + padding
              > (double) (seen_to - seen_from) * per_second)
            return FALSE;
        }
      cell = next;
      if (++n > MAX_CELLS)
        return FALSE;
    }

  return TRUE;
}

static const char *
translated (const char *language,
            const char *pattern)
{
  return guatu_chart_text_in_context (language, "time scale", pattern);
}

/* The longest wording that fits every cell; %NULL if none does. */
static const char *
find_pattern (Choice        *self,
              GuatuScaleUnit unit,
              int            step,
              gboolean       top)
{
  const char * const *list = top ? top_patterns[unit] : patterns[unit];

  for (int i = 0; i < MAX_PATTERNS && list[i] != NULL; i++)
    {
      const char *pattern = translated (self->language, list[i]);

      if (pattern_fits (self, pattern, (int) unit, step))
        return pattern;
    }

  return NULL;
}

/* What stands above a tier of a scale from @first to @last; GUATU_SCALE_AUTO for nothing. */
static GuatuScaleUnit
tier_above (const Choice  *self,
            GuatuScaleUnit unit,
            GuatuInstant   first,
            GuatuInstant   last)
{
  gboolean many_years = self->window
                        || guatu_instant_to_civil (first).year != guatu_instant_to_civil (last - 1).year;

  switch (unit)
    {
    case GUATU_SCALE_HOUR:
      return GUATU_SCALE_DAY;
    case GUATU_SCALE_DAY:
    case GUATU_SCALE_WEEK:
    case GUATU_SCALE_TEN_DAY:
      return GUATU_SCALE_MONTH;
    case GUATU_SCALE_MONTH:
      return many_years ? GUATU_SCALE_YEAR : GUATU_SCALE_AUTO;
    case GUATU_SCALE_QUARTER:
      return GUATU_SCALE_YEAR;
    case GUATU_SCALE_AUTO:
    case GUATU_SCALE_YEAR:
    default:
      return GUATU_SCALE_AUTO;
    }
}

/* A scale of these cells shows whole ones. */
static void
snap (Choice          *self,
      const Candidate *candidate,
      GuatuInstant     first,
      GuatuInstant     last)
{
  self->first = MAX (guatu_scale_floor (candidate->unit, candidate->step, first), GUATU_INSTANT_MIN);
  self->last = guatu_scale_next (candidate->unit, candidate->step, last - 1);
}

/* Whether nothing can stand above a tier of @unit. */
static gboolean
is_topmost (const Choice  *self,
            GuatuScaleUnit unit,
            guint          n_below)
{
  return n_below + 1 == (self->window ? MAX_WINDOW_TIERS : GUATU_MAX_TIERS)
         || tier_above (self, unit, self->first, self->last) == GUATU_SCALE_AUTO;
}

static gboolean
is_choosable (const Choice    *self,
              const Candidate *candidate,
              GuatuScaleUnit   unit,
              GuatuInstant     span)
{
  if (self->window)
    return candidate->unit <= unit;
  if (unit != GUATU_SCALE_AUTO)
    return candidate->unit == unit;

  return (candidate->unit != GUATU_SCALE_WEEK || !guatu_language_is (self->language, "zh"))
         && (candidate->unit != GUATU_SCALE_HOUR || span <= MAX_HOURS);
}

/* The finest unit whose labels fit; with @unit given the finest step of it, and at worst its coarsest. */
static const Candidate *
find_lowest (Choice          *self,
             GuatuScaleUnit   unit,
             GuatuInstant     first,
             GuatuInstant     last,
             const char     **pattern)
{
  const Candidate *fallback = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      const Candidate *candidate = &candidates[i];

      if (!is_choosable (self, candidate, unit, last - first))
        continue;
      fallback = candidate;
      snap (self, candidate, first, last);
      /* No label is narrower than its type is high. */
      if ((double) candidate->length * self->width / (double) (self->last - self->first) < self->style.size)
        continue;
      *pattern = find_pattern (self, candidate->unit, candidate->step, is_topmost (self, candidate->unit, 0));
      if (*pattern != NULL)
        return candidate;
    }

  *pattern = "";
  snap (self, fallback, first, last);

  return fallback;
}

static void
add_tier (GuatuTimeScale *self,
          GuatuScaleUnit  unit,
          int             step,
          const char     *pattern)
{
  for (guint i = self->n_tiers; i > 0; i--)
    self->tiers[i] = self->tiers[i - 1];
  self->tiers[0] = (GuatuScaleTier) { unit, step, pattern };
  self->n_tiers++;
}

/* Weeks above days need a wording that fits even the narrowest month's days; years need nothing above. */
static void
add_tiers_above (GuatuTimeScale *self,
                 Choice         *choice,
                 GuatuScaleUnit  lowest)
{
  GuatuScaleUnit unit = lowest;

  choice->style.bold = TRUE;
  if (lowest == GUATU_SCALE_DAY && !choice->window && !guatu_language_is (choice->language, "zh"))
    {
      const char *pattern = find_pattern (choice, GUATU_SCALE_WEEK, 1, FALSE);

      if (pattern != NULL)
        add_tier (self, GUATU_SCALE_WEEK, 1, pattern);
    }
  while (self->n_tiers < (choice->window ? MAX_WINDOW_TIERS : GUATU_MAX_TIERS))
    {
      const char *pattern;

      unit = tier_above (choice, unit, self->from, self->to);
      if (unit == GUATU_SCALE_AUTO)
        break;
      pattern = find_pattern (choice, unit, 1, is_topmost (choice, unit, self->n_tiers));
      if (pattern != NULL)
        add_tier (self, unit, 1, pattern);
    }
}

static void
choose (GuatuTimeScale *self,
        Choice         *choice,
        GuatuInstant    from,
        GuatuInstant    to,
        double          left,
        GuatuScaleUnit  unit)
{
  g_autoptr(GString) text = g_string_new (NULL);
  const Candidate *lowest;
  const char *pattern;

  choice->text = text;
  lowest = find_lowest (choice, unit, from, MAX (to, from + GUATU_HOUR), &pattern);
  *self = (GuatuTimeScale) { .from = choice->first, .to = choice->last, .left = left, .width = choice->width };
  add_tier (self, lowest->unit, lowest->step, pattern);
  add_tiers_above (self, choice, lowest->unit);
}

void
guatu_time_scale_choose_between (GuatuTimeScale *self,
                                 GuatuInstant    from,
                                 GuatuInstant    to,
                                 double          left,
                                 double          width,
                                 GuatuScaleUnit  unit,
                                 const char     *language,
                                 GuatuPainter   *painter,
                                 double          size)
{
  Choice choice = { .language = language, .painter = painter, .width = width,
                    .style = { .size = size, .align = GUATU_ALIGN_CENTRE } };

  choose (self, &choice, from, to, left, unit);
}

void
guatu_time_scale_choose (GuatuTimeScale *self,
                         GuatuInstant    first,
                         GuatuInstant    last,
                         double          left,
                         double          width,
                         GuatuScaleUnit  unit,
                         const char     *language,
                         GuatuPainter   *painter,
                         double          size)
{
  GuatuInstant span = MAX (last - first, GUATU_HOUR);

  /* A bar that ends at the very edge looks as if it went on. */
  first = MAX (first - span / 250, GUATU_INSTANT_MIN);
  last = MIN (first + span + span / 125, GUATU_INSTANT_MAX);
  guatu_time_scale_choose_between (self, first, last, left, width, unit, language, painter, size);
}

/* A year's beginning, so that the choice is the same wherever the window stands. */
void
guatu_time_scale_choose_tiers (GuatuTimeScale *self,
                               double          window,
                               GuatuScaleUnit  unit,
                               const char     *language,
                               GuatuPainter   *painter,
                               double          size)
{
  double seconds = (double) (self->to - self->from) * window / self->width;
  GuatuInstant from = guatu_scale_floor (GUATU_SCALE_YEAR, 1, self->from);
  gint64 span = (gint64) CLAMP (seconds, GUATU_HOUR, (double) (GUATU_INSTANT_MAX - from));
  Choice choice = { .language = language, .painter = painter, .width = (double) span / seconds * window,
                    .style = { .size = size, .align = GUATU_ALIGN_CENTRE }, .window = TRUE };
  GuatuTimeScale sample;

  choose (&sample, &choice, from, from + span, 0, unit);
  self->n_tiers = sample.n_tiers;
  for (guint i = 0; i < sample.n_tiers; i++)
    self->tiers[i] = sample.tiers[i];
}

void
guatu_time_scale_label (const GuatuTimeScale *self,
                        guint                 tier,
                        GuatuInstant          cell,
                        double                room,
                        const char           *language,
                        GuatuPainter         *painter,
                        const GuatuTextStyle *style,
                        GString              *text)
{
  const GuatuScaleTier *drawn = &self->tiers[tier];
  const char * const *list = tier == 0 ? top_patterns[drawn->unit] : patterns[drawn->unit];
  gboolean reached = FALSE;

  for (int i = -1; i < MAX_PATTERNS; i++)
    {
      const char *pattern = i < 0 ? drawn->pattern : list[i] != NULL ? translated (language, list[i]) : "";

      /* After the tier's own wording only shorter ones are tried. */
      if (i >= 0 && !reached)
        {
          reached = g_str_equal (pattern, drawn->pattern);
          continue;
        }
      g_string_truncate (text, 0);
      guatu_chart_expand (text, language, pattern, cell);
      if (label_width (painter, style, text->str) + LABEL_PADDING * style->size / 2 <= room)
        return;
    }

  g_string_truncate (text, 0);
}
