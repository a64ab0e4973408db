/* guatu-paper.c — sheets of paper and their sizes. */
#include "guatu-paper.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "guatu-chart-export.h"

#define MIN_SIDE 25.0

/* Of millimetres; inches do not come out even. */
#define ROUNDING 0.001

static const struct
{
  const char *name;
  double      width;
  double      height;
} named[] = {
  { "Letter", 215.9, 279.4 },
  { "Legal", 215.9, 355.6 },
  { "Tabloid", 279.4, 431.8 },
  { "Ledger", 279.4, 431.8 },
};

/* ISO 216: each size is the one before cut in half, rounded down to a whole millimetre. */
static gboolean
parse_iso (const char *name,
           GuatuPaper *paper)
{
  int width = g_ascii_toupper (name[0]) == 'A' ? 841 : 1000;
  int height = g_ascii_toupper (name[0]) == 'A' ? 1189 : 1414;
  guint64 size;

  if (strchr ("AaBb", name[0]) == NULL || !g_ascii_string_to_unsigned (name + 1, 10, 0, 10, &size, NULL))
    return FALSE;

  for (guint64 i = 0; i < size; i++)
    {
      int half = height / 2;

      height = width;
      width = half;
    }
  *paper = (GuatuPaper) { width, height };

  return TRUE;
}

static gboolean
parse_named (const char *name,
             GuatuPaper *paper)
{
  for (gsize i = 0; i < G_N_ELEMENTS (named); i++)
    if (g_ascii_strcasecmp (named[i].name, name) == 0)
      {
        *paper = (GuatuPaper) { named[i].width, named[i].height };
        return TRUE;
      }

  return FALSE;
}

/* "420x297mm"; without a unit the numbers are millimetres. */
static gboolean
parse_size (const char *name,
            GuatuPaper *paper)
{
  double unit = 1;
  char *end;

  if (!g_ascii_isdigit (name[0]))
    return FALSE;
  paper->width = g_ascii_strtod (name, &end);
  if (*end == 'x' || *end == 'X' || *end == '*')
    end++;
  else if (g_str_has_prefix (end, "×"))
    end += strlen ("×");
  else
    return FALSE;
  if (!g_ascii_isdigit (*end))
    return FALSE;
  paper->height = g_ascii_strtod (end, &end);

  if (g_ascii_strcasecmp (end, "cm") == 0)
    unit = 10;
  else if (g_ascii_strcasecmp (end, "in") == 0)
    unit = 25.4;
  else if (g_ascii_strcasecmp (end, "mm") != 0 && *end != '\0')
    return FALSE;
  paper->width *= unit;
  paper->height *= unit;

  return TRUE;
}

/* "914mm-roll", "36in-roll": the length is the chart's. */
static gboolean
parse_roll (const char *name,
            GuatuPaper *paper)
{
  static const struct { const char *ending; double unit; } units[] = {
    { "mm-roll", 1 }, { "cm-roll", 10 }, { "in-roll", 25.4 },
  };
  char *end;

  if (!g_ascii_isdigit (name[0]))
    return FALSE;
  *paper = (GuatuPaper) { g_ascii_strtod (name, &end), 0 };
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_ascii_strcasecmp (end, units[i].ending) == 0)
      {
        paper->width *= units[i].unit;
        return TRUE;
      }

  return FALSE;
}

gboolean
guatu_paper_parse (const char *name,
                   gboolean    landscape,
                   GuatuPaper *paper,
                   GError    **error)
{
  const double max = GUATU_PAPER_MAX_POINTS / GUATU_POINTS_PER_MM;
  gboolean is_roll;

  if (name == NULL)
    name = "A3";
  is_roll = parse_roll (name, paper);
  if (!is_roll && !parse_iso (name, paper) && !parse_named (name, paper) && !parse_size (name, paper))
    {
      g_set_error (error, GUATU_CHART_ERROR, GUATU_CHART_ERROR_PAPER,
                   _("There is no paper called “%s”. Name one such as A3, B4 or Letter, or give its width and "
                     "height, such as 420x297mm, or the width of a roll, such as 914mm-roll."), name);
      return FALSE;
    }
  if (!(paper->width >= MIN_SIDE && (is_roll || paper->height >= MIN_SIDE)))
    {
      g_set_error (error, GUATU_CHART_ERROR, GUATU_CHART_ERROR_PAPER,
                   _("Paper of %s is too small for a chart. Each side must be at least %g mm."), name, MIN_SIDE);
      return FALSE;
    }
  if (!(paper->width <= max + ROUNDING && paper->height <= max + ROUNDING))
    {
      g_set_error (error, GUATU_CHART_ERROR, GUATU_CHART_ERROR_PAPER,
                   _("Paper of %s is too large: programs do not show pages with a side longer than %d mm. "
                     "Choose a smaller sheet; the chart can be enlarged when it is printed."), name, (int) (max + 0.5));
      return FALSE;
    }
  if (landscape)
    *paper = guatu_paper_turn (*paper, TRUE);

  return TRUE;
}

GuatuPaper
guatu_paper_turn (GuatuPaper paper,
                  gboolean   landscape)
{
  /* Along a roll that lies across the width is what is open. */
  if (paper.width <= 0 || paper.height <= 0)
    return landscape ? (GuatuPaper) { 0, MAX (paper.width, paper.height) }
                     : (GuatuPaper) { MAX (paper.width, paper.height), 0 };

  return landscape == (paper.width >= paper.height) ? paper : (GuatuPaper) { paper.height, paper.width };
}

static gboolean
is_size (GuatuPaper paper,
         GuatuPaper other)
{
  return fabs (paper.width - other.width) < 0.5 && fabs (paper.height - other.height) < 0.5;
}

/* Free it; %NULL for a size without a name. */
static char *
find_name (GuatuPaper paper)
{
  GuatuPaper upright = guatu_paper_turn (paper, FALSE), other;

  for (int i = 0; i <= 10; i++)
    for (const char *series = "AB"; *series != '\0'; series++)
      {
        g_autofree char *name = g_strdup_printf ("%c%d", *series, i);

        if (parse_iso (name, &other) && is_size (upright, other))
          return g_steal_pointer (&name);
      }
  for (gsize i = 0; i < G_N_ELEMENTS (named); i++)
    if (is_size (upright, (GuatuPaper) { named[i].width, named[i].height }))
      return g_strdup (named[i].name);

  return NULL;
}

char *
guatu_paper_text (GuatuPaper paper)
{
  g_autofree char *name = find_name (paper);
  g_autofree char *sides = NULL;

  /* Translators: the sides of a sheet of paper. */
  sides = g_strdup_printf (_("%.0f × %.0f mm"), paper.width, paper.height);
  if (name == NULL)
    return g_steal_pointer (&sides);

  /* Translators: a size of paper ("A1"), and its sides. */
  return g_strdup_printf (paper.width > paper.height ? _("%s landscape, %s") : _("%s portrait, %s"), name, sides);
}
