/* guatu-palette-hues.c — colours for any number of categories, told apart by eye and unlike the lights. */
#include <math.h>

#include "guatu-palette-private.h"

/*
 * Colours are chosen in OKLab (Björn Ottosson, “A perceptual color space for image processing”, 2020;
 * https://bottosson.github.io/posts/oklab/), where the distance of two colours is about what the eye makes of it,
 * and in OKLCH, the same by lightness, chroma and angle. Each next colour is the one farthest from all
 * before it, so that the first n are as different as may be for every n, and a category that is added changes the
 * colour of none.
 */

#define N_ANGLES 72
#define STEP 0.03

/* Nearer to a light than this no category comes. */
#define FROM_LIGHTS 0.10

/* While the more pleasant colours are this far from each other no others are taken. */
#define FAR_ENOUGH 0.085

typedef struct
{
  double l;
  double a;
  double b;
} Lab;

typedef struct
{
  Lab         lab;
  GuatuColour colour;
  double      distance;         /* squared, to the nearest of what is chosen */
} Candidate;

/* What all candidates are held against. */
typedef struct
{
  double luminance;             /* of the paper */
  double contrast;              /* to it, at least */
  Lab   *avoided;
  guint  n_avoided;
} Bounds;

static double
to_linear (double c)
{
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
from_linear (double c)
{
  return c <= 0.0031308 ? 12.92 * c : 1.055 * pow (c, 1 / 2.4) - 0.055;
}

static Lab
to_lab (GuatuColour colour)
{
  double red = to_linear (colour.red), green = to_linear (colour.green), blue = to_linear (colour.blue);
  double l = cbrt (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  double m = cbrt (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  double s = cbrt (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);

  return (Lab) {
    0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
  };
}

static double
cube (double x)
{
  return x * x * x;
}

/* FALSE for a colour that no screen shows. */
static gboolean
from_lab (Lab          lab,
          GuatuColour *colour)
{
  double l = cube (lab.l + 0.3963377774 * lab.a + 0.2158037573 * lab.b);
  double m = cube (lab.l - 0.1055613458 * lab.a - 0.0638541728 * lab.b);
  double s = cube (lab.l - 0.0894841775 * lab.a - 1.2914855480 * lab.b);
  double red = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s;
  double green = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s;
  double blue = -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s;

  if (MIN (red, MIN (green, blue)) < 0 || MAX (red, MAX (green, blue)) > 1)
    return FALSE;

  *colour = (GuatuColour) { from_linear (red), from_linear (green), from_linear (blue) };
  return TRUE;
}

static double
squared_distance (Lab one,
                  Lab other)
{
  return (one.l - other.l) * (one.l - other.l) + (one.a - other.a) * (one.a - other.a)
         + (one.b - other.b) * (one.b - other.b);
}

double
guatu_colour_distance (GuatuColour one,
                       GuatuColour other)
{
  return sqrt (squared_distance (to_lab (one), to_lab (other)));
}

static double
luminance (GuatuColour colour)
{
  return 0.2126 * to_linear (colour.red) + 0.7152 * to_linear (colour.green) + 0.0722 * to_linear (colour.blue);
}

static double
contrast_of (double first,
             double second)
{
  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

double
guatu_colour_contrast (GuatuColour one,
                       GuatuColour other)
{
  return contrast_of (luminance (one), luminance (other));
}

/* Choosing --------------------------------------------------------------------------------------- */

static void
add_candidate (GArray       *pool,
               Lab           lab,
               const Bounds *bounds)
{
  Candidate candidate = { .lab = lab, .distance = G_MAXDOUBLE };

  for (guint i = 0; i < bounds->n_avoided; i++)
    if (squared_distance (lab, bounds->avoided[i]) < FROM_LIGHTS * FROM_LIGHTS)
      return;
  if (from_lab (lab, &candidate.colour)
      && contrast_of (luminance (candidate.colour), bounds->luminance) >= bounds->contrast)
    g_array_append_val (pool, candidate);
}

static GArray *
make_pool (const GuatuHuePool *pool,
           const Bounds       *bounds)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (double light = pool->light_from; light < pool->light_to + STEP / 2; light += STEP)
    for (double chroma = pool->chroma_from; chroma < pool->chroma_to + STEP / 2; chroma += STEP)
      for (guint i = 0; i < N_ANGLES; i++)
        {
          double angle = 2 * G_PI * i / N_ANGLES;

          add_candidate (candidates, (Lab) { light, chroma * cos (angle), chroma * sin (angle) }, bounds);
        }

  return candidates;
}

static const Candidate *
farthest (const GArray *pool)
{
  const Candidate *candidates = (const Candidate *) (const void *) pool->data;
  const Candidate *found = candidates;

  for (guint i = 1; i < pool->len; i++)
    if (candidates[i].distance > found->distance)
      found = &candidates[i];

  return found;
}

static void
note_chosen (GArray *pool,
             Lab     chosen)
{
  for (guint i = 0; i < pool->len; i++)
    {
      Candidate *candidate = &g_array_index (pool, Candidate, i);

      candidate->distance = MIN (candidate->distance, squared_distance (candidate->lab, chosen));
    }
}

static GuatuColour
choose_next (GArray * const *pools)
{
  const Candidate *found = NULL;

  for (guint i = 0; i < GUATU_N_POOLS; i++)
    {
      if (pools[i]->len == 0)
        continue;
      found = farthest (pools[i]);
      if (found->distance >= FAR_ENOUGH * FAR_ENOUGH)
        break;
    }
  g_assert (found != NULL);

  return found->colour;
}

void
guatu_hues_find (const GuatuHueRules *rules,
                 GuatuColour          paper,
                 const GuatuColour   *avoided,
                 guint                n_avoided,
                 GuatuColour         *hues,
                 guint                n)
{
  Lab neutral = to_lab (guatu_colour_of (rules->neutral));
  Bounds bounds = { luminance (paper), rules->contrast, g_newa (Lab, n_avoided), n_avoided };
  GArray *pools[GUATU_N_POOLS];

  for (guint i = 0; i < n_avoided; i++)
    bounds.avoided[i] = to_lab (avoided[i]);
  for (guint i = 0; i < GUATU_N_POOLS; i++)
    {
      pools[i] = make_pool (&rules->pools[i], &bounds);
      note_chosen (pools[i], neutral);
    }
  for (guint hue = 0; hue < n; hue++)
    {
      hues[hue] = hue < GUATU_N_SEEDS ? guatu_colour_of (rules->seeds[hue]) : choose_next (pools);
      for (guint i = 0; i < GUATU_N_POOLS; i++)
        note_chosen (pools[i], to_lab (hues[hue]));
    }
  for (guint i = 0; i < GUATU_N_POOLS; i++)
    g_array_unref (pools[i]);
}
