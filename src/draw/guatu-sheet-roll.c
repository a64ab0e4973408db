/* guatu-sheet-roll.c — how long a chart on a roll of paper is to be. */
#include "guatu-sheet-private.h"

/* Lengths that are tried, as multiples of the roll's width. */
static const double lengths[] = { 0.5, 0.71, 1, 1.41, 2, 2.83, 4, 5.66, 8, 11.3, 16, 22.6, 32 };

/* Type that reads well from two steps away; on a narrow roll, what its width allows. */
#define WELL 11.0
#define OF_WIDTH 0.011

/* A length that gains less than this in type is not worth its paper. */
#define GAIN 1.02

static GuatuPaper
paper_of (GuatuPaper roll,
          double     length)
{
  const double max = GUATU_PAPER_MAX_POINTS / GUATU_POINTS_PER_MM;
  double width = MAX (roll.width, roll.height);

  length = MIN (length * width, max);
  return roll.width > 0 ? (GuatuPaper) { roll.width, length } : (GuatuPaper) { length, roll.height };
}

/* Across, length gives room for dates: at least as much as paper of the usual proportions has. */
#define FIRST_ACROSS 3

GuatuSheet *
guatu_sheet_new_on_roll (const GuatuSheetContent *content,
                         GuatuPainter            *painter)
{
  gboolean down = content->paper.width > 0;
  GuatuSheetContent tried = *content;
  double width = MAX (content->paper.width, content->paper.height) * GUATU_POINTS_PER_MM;
  double enough = MIN (WELL, width * OF_WIDTH), best_size = 0;
  g_autoptr(GuatuSheet) best = NULL;

  /* Downwards there is room enough for all rows below each other. */
  tried.one_panel = down;
  for (guint i = down ? 0 : FIRST_ACROSS; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr(GuatuSheet) sheet = NULL;

      tried.paper = paper_of (content->paper, lengths[i]);
      sheet = guatu_sheet_new (&tried, painter);
      if (best != NULL && sheet->view.size < best_size * GAIN)
        break;
      g_clear_pointer (&best, guatu_sheet_free);
      best = g_steal_pointer (&sheet);
      best_size = best->view.size;
      if (best_size >= enough)
        break;
    }

  return g_steal_pointer (&best);
}
