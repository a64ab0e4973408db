/* guatu-chart-phases.c — paints the phases of a plan: a band under the rows, and a tint behind them. */
#include <glib/gi18n-lib.h>

#include "guatu-chart-paint-private.h"

/* A band as far as the chart shows it. */
typedef struct
{
  const char   *name;
  const char   *wording;
  double        left;
  double        right;
  guint         place;          /* among all phases */
} Band;

/* Two phases may share a day: each has half of it then. */
static GuatuInstant
end_of (const GuatuPhase *phase,
        const GuatuPhase *next)
{
  if (next != NULL && next->from_date == phase->to_date)
    return phase->to_date + GUATU_DAY / 2;

  return phase->to_date + GUATU_DAY;
}

static GuatuInstant
begin_of (const GuatuPhase *phase,
          const GuatuPhase *before)
{
  if (before != NULL && before->to_date == phase->from_date)
    return phase->from_date + GUATU_DAY / 2;

  return phase->from_date;
}

static GArray *
find_bands (const GuatuChartView *self)
{
  const GuatuPhase *phases = guatu_plan_rows (self->plan, GUATU_TABLE_PHASE);
  GArray *bands = g_array_new (FALSE, FALSE, sizeof (Band));
  g_autofree gint32 *order = NULL;
  guint n;

  if ((self->layers & GUATU_LAYER_PHASES) == 0)
    return bands;
  order = guatu_plan_in_order (self->plan, GUATU_TABLE_PHASE, &n);
  for (guint i = 0; i < n; i++)
    {
      const GuatuPhase *phase = &phases[order[i]];
      GuatuInstant from, to;
      Band band;

      if (phase->from_date == GUATU_NONE || phase->to_date == GUATU_NONE)
        continue;
      from = MAX (begin_of (phase, i > 0 ? &phases[order[i - 1]] : NULL), self->scale->from);
      to = MIN (end_of (phase, i + 1 < n ? &phases[order[i + 1]] : NULL), self->scale->to);
      if (from >= to)
        continue;
      band = (Band) {
        .name = guatu_plan_text (self->plan, phase->name),
        .wording = guatu_plan_text (self->plan, phase->wording),
        .left = guatu_time_scale_x (self->scale, from),
        .right = guatu_time_scale_x (self->scale, to),
        .place = i,
      };
      g_array_append_val (bands, band);
    }

  return bands;
}

gboolean
guatu_chart_has_phases (const GuatuChartView *self)
{
  g_autoptr(GArray) bands = find_bands (self);

  return bands->len > 0;
}

/* The first and every other one, so that their borders can be seen between the rows. */
void
guatu_paint_phase_grounds (const GuatuChartView *self,
                           GuatuPainter         *painter,
                           GuatuBox              box)
{
  g_autoptr(GArray) bands = find_bands (self);

  for (guint i = 0; i < bands->len; i++)
    {
      const Band *band = &g_array_index (bands, Band, i);

      if (band->place % 2 == 0 && bands->len > 1)
        painter->fill (painter, (GuatuBox) { band->left, box.y, band->right - band->left, box.height },
                       GUATU_INK_PHASE_GROUND);
    }
}

/* What later phases, which stand over it, leave of a band: the widest part. */
static void
find_free (const GArray *bands,
           guint         band,
           double       *left,
           double       *right)
{
  *left = g_array_index (bands, Band, band).left;
  *right = g_array_index (bands, Band, band).right;
  for (guint i = band + 1; i < bands->len; i++)
    {
      const Band *over = &g_array_index (bands, Band, i);

      if (over->left >= *right || over->right <= *left)
        continue;
      if (over->left - *left >= *right - over->right)
        *right = over->left;
      else
        *left = over->right;
    }
}

static gboolean
fits (GuatuPainter         *painter,
      GuatuBox              room,
      const char           *text,
      const GuatuTextStyle *style,
      double                least)
{
  return room.width > 0 && guatu_painter_fit (painter, room, text, style) >= least;
}

/* The name, with its dates in words where there is room; %NULL if there is none for either. */
static char *
label_of (const Band           *band,
          GuatuPainter         *painter,
          GuatuBox              room,
          const GuatuTextStyle *style,
          double                least)
{
  g_autofree char *both = g_strdup_printf ("%s   %s", band->name, band->wording);

  if (*band->wording != '\0' && fits (painter, room, both, style, style->size))
    return g_steal_pointer (&both);

  return fits (painter, room, band->name, style, least) ? g_strdup (band->name) : NULL;
}

guint
guatu_chart_paint_phases (const GuatuChartView *self,
                          GuatuPainter         *painter,
                          GuatuBox              box)
{
  g_autoptr(GArray) bands = find_bands (self);
  const GuatuTextStyle style = { .size = self->heading_size, .align = GUATU_ALIGN_CENTRE, .bold = TRUE };
  double gap = self->hair * 2, least = MIN (style.size, 6);
  guint left_out = 0;

  for (guint i = 0; i < bands->len; i++)
    {
      const Band *band = &g_array_index (bands, Band, i);
      GuatuBox place = { band->left + gap / 2, box.y, MAX (band->right - band->left - gap, gap), box.height };
      GuatuBox room = place;
      g_autofree char *label = NULL;
      GuatuTextStyle fitted = style;
      double left, right;

      painter->round_box (painter, place, box.height * 0.15, GUATU_INK_IN_HUE (GUATU_INK_PHASE, band->place % 2),
                          GUATU_INK_NONE, 0);
      find_free (bands, i, &left, &right);
      room.x = left + gap * 1.5;
      room.width = right - left - gap * 3;
      label = label_of (band, painter, room, &style, least);
      if (label == NULL || *label == '\0')
        {
          left_out += *band->name != '\0' ? 1 : 0;
          continue;
        }
      fitted.size = guatu_painter_fit (painter, room, label, &style);
      painter->text (painter, room, label, &fitted, GUATU_INK_PHASE_TEXT);
    }

  return left_out;
}
