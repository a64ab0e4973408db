/* guatu-sheet-strip.c — tiles of a name and a figure, side by side. */
#include "guatu-sheet-strip.h"

#include <glib/gi18n-lib.h>

#include "guatu-field-text.h"

/* In sizes of the type. */
#define PADDING 0.9
#define SYMBOL 1.0
#define INNER_GAP 0.55
#define BEFORE_VALUE 1.1
#define TILE_GAP 0.6
#define VALUE_SIZE 1.45

#define REFERENCE_SIZE 10.0

static const char * const light_labels[GUATU_LIGHT_N_COLOURS] = {
  [GUATU_LIGHT_GREEN] = NC_("strip", "On track"),
  [GUATU_LIGHT_YELLOW] = NC_("strip", "Yellow"),
  [GUATU_LIGHT_ORANGE] = NC_("strip", "Orange"),
  [GUATU_LIGHT_RED] = NC_("strip", "Red"),
  [GUATU_LIGHT_DONE] = NC_("strip", "Done"),
};

/* Making ------------------------------------------------------------------------------------------ */

static double
width_of (GuatuPainter *painter,
          const char   *text,
          gboolean      bold)
{
  const GuatuTextStyle style = { .size = REFERENCE_SIZE, .bold = bold };
  double width, height;

  painter->measure (painter, text, &style, -1, &width, &height);

  /* A hair more, so that what fits exactly does fit. */
  return width * 1.01 / REFERENCE_SIZE;
}

static void
add_tile (GArray       *strip,
          GuatuPainter *painter,
          const char   *language,
          int           light,
          const char   *label,
          char         *value)
{
  GuatuTile tile = { .light = light, .value = value };

  tile.label = g_strdup (guatu_chart_text_in_context (language, "strip", label));
  tile.label_width = width_of (painter, tile.label, FALSE);
  tile.value_width = width_of (painter, tile.value, TRUE) * VALUE_SIZE;
  g_array_append_val (strip, tile);
}

static char *
percent (const char *language,
         gint64      share)
{
  g_autofree char *number = g_strdup_printf ("%d", share < 10000 ? (int) MIN ((share + 50) / 100, 99) : 100);

  return guatu_percent_label_in (guatu_chart_text (language, GUATU_PERCENT_FORM), number);
}

static char *
number (guint n)
{
  return g_strdup_printf ("%u", n);
}

static void
clear_tile (gpointer data)
{
  GuatuTile *tile = data;

  g_free (tile->label);
  g_free (tile->value);
}

/* The four colours are there even where they count nothing: no red light is good news. */
static void
add_lights (GArray                 *strip,
            GuatuPainter           *painter,
            const char             *language,
            const GuatuChartStatus *status)
{
  guint lit = 0;

  for (guint colour = GUATU_LIGHT_GREEN; colour <= GUATU_LIGHT_DONE; colour++)
    lit += status->n_lights[colour];
  if (lit == 0)
    return;
  for (guint colour = GUATU_LIGHT_GREEN; colour <= GUATU_LIGHT_DONE; colour++)
    if (colour <= GUATU_LIGHT_RED || status->n_lights[colour] > 0)
      add_tile (strip, painter, language, (int) colour, light_labels[colour], number (status->n_lights[colour]));
}

GArray *
guatu_strip_new (const GuatuChartStatus *status,
                 const char             *language,
                 GuatuPainter           *painter)
{
  GArray *strip = g_array_new (FALSE, TRUE, sizeof (GuatuTile));

  g_array_set_clear_func (strip, clear_tile);
  add_lights (strip, painter, language, status);
  if (status->reported != GUATU_NONE)
    add_tile (strip, painter, language, -1, NC_("strip", "Overall progress"), percent (language, status->reported));
  if (status->planned != GUATU_NONE)
    {
      add_tile (strip, painter, language, -1, NC_("strip", "Planned to date"), percent (language, status->planned));
      add_tile (strip, painter, language, -1, NC_("strip", "Due this week"), number (status->n_due));
    }
  if (status->planned != GUATU_NONE && status->n_overdue > 0)
    add_tile (strip, painter, language, -1, NC_("strip", "Overdue"), number (status->n_overdue));

  return strip;
}

/* Placing ----------------------------------------------------------------------------------------- */

guint
guatu_strip_flow (GArray *strip,
                  double  width,
                  double  size)
{
  guint line = 0;
  double x = 0;

  for (guint i = 0; i < strip->len; i++)
    {
      GuatuTile *tile = &g_array_index (strip, GuatuTile, i);
      double symbol = tile->light >= 0 ? SYMBOL + INNER_GAP : 0;

      tile->width = (2 * PADDING + symbol + tile->label_width + BEFORE_VALUE + tile->value_width) * size;
      if (x > 0 && x + tile->width > width)
        {
          line++;
          x = 0;
        }
      tile->x = x;
      tile->line = line;
      x += tile->width + TILE_GAP * size;
    }

  return strip->len > 0 ? line + 1 : 0;
}

/* Drawing ----------------------------------------------------------------------------------------- */

static GuatuInk
value_ink (const GuatuTile *tile)
{
  if (tile->light < 0 || g_str_equal (tile->value, "0"))
    return GUATU_INK_TEXT;

  return GUATU_INK_LIGHT_TEXT + (GuatuInk) tile->light;
}

static void
paint_tile (const GuatuTile *tile,
            GuatuPainter    *painter,
            GuatuBox         box,
            double           size)
{
  GuatuTextStyle label = { .size = size };
  GuatuTextStyle value = { .size = size * VALUE_SIZE, .bold = TRUE, .align = GUATU_ALIGN_END };
  GuatuBox room = { box.x + PADDING * size, box.y, tile->label_width * size, box.height };

  painter->round_box (painter, box, size * 0.3, GUATU_INK_TILE, GUATU_INK_NONE, 0);
  if (tile->light >= 0)
    {
      guatu_paint_light (painter, (GuatuPoint) { room.x + SYMBOL * size / 2, box.y + box.height / 2 },
                         SYMBOL * size / 2, (GuatuLightColour) tile->light);
      room.x += (SYMBOL + INNER_GAP) * size;
    }
  label.size = guatu_painter_fit (painter, room, tile->label, &label);
  painter->text (painter, room, tile->label, &label, GUATU_INK_TEXT_MUTED);
  room.width = tile->value_width * size;
  room.x = box.x + box.width - PADDING * size - room.width;
  value.size = guatu_painter_fit (painter, room, tile->value, &value);
  painter->text (painter, room, tile->value, &value, value_ink (tile));
}

void
guatu_strip_paint (const GArray *strip,
                   GuatuPainter *painter,
                   GuatuBox      box,
                   double        size)
{
  for (guint i = 0; i < strip->len; i++)
    {
      const GuatuTile *tile = &g_array_index (strip, GuatuTile, i);
      GuatuBox place = { box.x + tile->x, box.y + tile->line * (GUATU_STRIP_LINE + GUATU_STRIP_GAP) * size,
                         MIN (tile->width, box.width), GUATU_STRIP_LINE * size };

      paint_tile (tile, painter, place, size);
    }
}
