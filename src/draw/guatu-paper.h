/* guatu-paper.h — sheets of paper and their sizes. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GUATU_POINTS_PER_MM (72.0 / 25.4)

/* Viewers of PDF do not show pages that are longer on either side. */
#define GUATU_PAPER_MAX_POINTS 14400.0

/* A sheet as it lies before the reader. */
typedef struct
{
  double width;                 /* mm; 0: of a roll that lies across, as long as the chart needs */
  double height;                /* likewise of a roll that hangs down */
} GuatuPaper;

/**
 * guatu_paper_parse:
 * @name: "A4" (A0 … A10, B0 … B10 after ISO 216), "Letter", "Legal", "Tabloid" (or "Ledger"), or
 *   a size, width before height: "420x297mm", "42×29.7cm", "17x11in"; the width of
 *   a roll: "914mm-roll", "36in-roll"; %NULL: A3
 * @landscape: whether the longer side lies across; a size given in numbers lies as it is written
 *   unless this is set
 *
 * Returns: whether there is such a paper, not smaller than 25 mm and not larger than a page of
 *   PDF on either side
 */
gboolean guatu_paper_parse (const char  *name,
                            gboolean     landscape,
                            GuatuPaper  *paper,
                            GError     **error);

/* The sheet with its longer side across, or upright. */
GuatuPaper guatu_paper_turn (GuatuPaper  paper,
                             gboolean    landscape);

/* "A1 landscape, 841 × 594 mm", in the reader's language; a sheet of no known size by its sides alone. Free it. */
char    *guatu_paper_text  (GuatuPaper   paper);

G_END_DECLS
