/* guatu-battle-view-scale.c — where dates stand: the span of the plan, and how large it is shown. */
#include "guatu-battle-view-private.h"

#include "guatu-scale-zoom.h"

/* Time scales are chosen so that they can be read through a window of this width. */
#define WINDOW 1200.0

/* Pixels per day: a century in a window, and a minute as wide as a hand. */
#define MIN_ZOOM 0.02
#define MAX_ZOOM 20000.0

/* Before the first date and after the last one, as a share of the span; and at least so many days. */
#define MARGIN 0.08
#define LEAST_MARGIN 7.0

static void
stretch (GuatuInstant *first,
         GuatuInstant *last,
         GuatuInstant  t)
{
  if (t == GUATU_NONE)
    return;
  *first = *first == GUATU_NONE ? t : MIN (*first, t);
  *last = *last == GUATU_NONE ? t : MAX (*last, t);
}

/* From before the first date to after the last one, so that there is ground to draw a new bar on. */
void
guatu_battle_view_find_span (GuatuBattleView *self)
{
  const GuatuPlanRow *settings = guatu_plan_settings (guatu_battle_view_plan (self));
  const GuatuSchedule *schedule = guatu_document_get_schedule (self->document);
  GuatuInstant first = settings->start, last = settings->start;
  gint64 margin;

  stretch (&first, &last, settings->status_date);
  stretch (&first, &last, settings->finish_target);
  stretch (&first, &last, schedule->plan_start);
  stretch (&first, &last, schedule->plan_finish);
  if (first == GUATU_NONE)
    first = last = 0;
  margin = MAX ((gint64) ((double) (last - first) * MARGIN), (gint64) (LEAST_MARGIN * GUATU_DAY));
  self->from = MAX (first - margin - guatu_instant_daytime (first - margin), GUATU_INSTANT_MIN);
  self->to = MIN (last + margin, GUATU_INSTANT_MAX);
}

void
guatu_battle_view_update_scale (GuatuBattleView *self)
{
  self->scale.from = self->from;
  self->scale.to = self->to;
  stretch (&self->scale.from, &self->scale.to, self->seen_from);
  stretch (&self->scale.from, &self->scale.to, self->seen_to);
  self->scale.left = 0;
  self->scale.width = (double) (self->scale.to - self->scale.from) / GUATU_DAY * self->zoom;
  self->chart.chart.width = self->scale.width;
  guatu_time_scale_choose_tiers (&self->scale, WINDOW, guatu_scale_zoom_unit (self->zoom), self->language,
                                 GUATU_PAINTER (self->ruler), GUATU_BATTLE_VIEW_HEADING_SIZE);
}

double
guatu_battle_view_get_width (GuatuBattleView *self)
{
  g_return_val_if_fail (GUATU_IS_BATTLE_VIEW (self), 0);

  return self->scale.width;
}

double
guatu_battle_view_get_zoom (GuatuBattleView *self)
{
  g_return_val_if_fail (GUATU_IS_BATTLE_VIEW (self), 0);

  return self->zoom;
}

double
guatu_battle_view_clamp_zoom (double pixels_per_day)
{
  return CLAMP (pixels_per_day, MIN_ZOOM, MAX_ZOOM);
}

GuatuScaleUnit
guatu_battle_view_get_unit (GuatuBattleView *self)
{
  g_return_val_if_fail (GUATU_IS_BATTLE_VIEW (self), GUATU_SCALE_AUTO);

  return self->scale.tiers[self->scale.n_tiers - 1].unit;
}

void
guatu_battle_view_set_zoom (GuatuBattleView *self,
                            double           pixels_per_day)
{
  g_return_if_fail (GUATU_IS_BATTLE_VIEW (self));

  pixels_per_day = CLAMP (pixels_per_day, MIN_ZOOM, MAX_ZOOM);
  if (pixels_per_day == self->zoom)
    return;

  self->zoom = pixels_per_day;
  guatu_battle_view_update_scale (self);
  g_signal_emit (self, guatu_battle_view_signals[GUATU_BATTLE_VIEW_SCALE_CHANGED], 0);
}

void
guatu_battle_view_show (GuatuBattleView *self,
                        double           pixels_per_day,
                        GuatuInstant     from,
                        GuatuInstant     to)
{
  g_return_if_fail (GUATU_IS_BATTLE_VIEW (self));

  self->zoom = CLAMP (pixels_per_day, MIN_ZOOM, MAX_ZOOM);
  self->seen_from = MAX (from - guatu_instant_daytime (from), GUATU_INSTANT_MIN);
  self->seen_to = MIN (to, GUATU_INSTANT_MAX);
  guatu_battle_view_update_scale (self);
  g_signal_emit (self, guatu_battle_view_signals[GUATU_BATTLE_VIEW_SCALE_CHANGED], 0);
}

void
guatu_battle_view_get_span (GuatuBattleView *self,
                            GuatuInstant    *from,
                            GuatuInstant    *to)
{
  g_return_if_fail (GUATU_IS_BATTLE_VIEW (self));

  *from = self->from;
  *to = self->to;
}

double
guatu_battle_view_fitting_zoom (GuatuBattleView *self,
                                double           width)
{
  g_return_val_if_fail (GUATU_IS_BATTLE_VIEW (self), GUATU_BATTLE_VIEW_FIRST_ZOOM);

  return CLAMP (width * GUATU_DAY / (double) MAX (self->to - self->from, 1), MIN_ZOOM, MAX_ZOOM);
}
