/* guatu-sponsors.h — the sponsor matrix: which leader stands in for which place, firm or case (PB-27, YL-03). */
#pragma once

#include "guatu-plan.h"

G_BEGIN_DECLS

#define GUATU_N_SPONSORED_KINDS (GUATU_SPONSORED_HOUSEHOLD + 1)

/* One leader: a line of the matrix, with the rows of the sponsorships in each of its columns. */
typedef struct
{
  gint32  person;
  GArray *cells[GUATU_N_SPONSORED_KINDS];   /* of gint32, in the order of the list */
  guint   n;                    /* in all */
  guint   visits;               /* that their cycles ask for in a year */
} GuatuSponsor;

typedef struct
{
  GPtrArray *sponsors;          /* of GuatuSponsor, in the order of the people */
  guint      n;
  guint      n_kinds[GUATU_N_SPONSORED_KINDS];
  gint32    *unsponsored;       /* townships that nobody stands in for */
  guint      n_unsponsored;
} GuatuSponsors;

/* @day: those that hold on it; GUATU_NONE: all, ended ones too. */
GuatuSponsors *guatu_sponsors_new  (const GuatuPlan *plan,
                                    GuatuInstant     day);
void           guatu_sponsors_free (GuatuSponsors   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuSponsors, guatu_sponsors_free)

/* Whether the link holds on that day: its first and last day are counted. */
gboolean       guatu_sponsorship_holds (const GuatuPlan *plan,
                                        gint32           row,
                                        GuatuInstant     day);

/* What is sponsored: the name of the unit or task, or the name that was typed. Lives as long as the plan. */
const char    *guatu_sponsorship_object (const GuatuPlan *plan,
                                         gint32           row);

/* "Every month", "No fixed cycle". */
const char    *guatu_visit_cycle_words (GuatuVisitCycle  cycle);

/* How often a cycle comes round in a year. */
guint          guatu_visit_cycle_per_year (GuatuVisitCycle cycle);

G_END_DECLS
