/* draw-fixtures.h — plans, made up or random, and views of them, for the tests of drawing. */
#pragma once

#include "guatu-chart-view.h"
#include "guatu-sheet.h"
#include "notes-painter.h"

G_BEGIN_DECLS

/* A plan with everything that painting reads. */
typedef struct
{
  GuatuPlan     *plan;
  GuatuSchedule *schedule;
  gint64        *shares;
  gint64        *planned;       /* with a status date */
  GuatuLights   *lights;        /* likewise */
  gint32        *baseline;      /* %NULL: there is none */
  guint8        *highlights;
  GuatuRows     *rows;
  GuatuTimeScale scale;
  GuatuColumn    columns[2];
  GuatuChartView view;
} Drawing;

/* Takes @plan. Rows are 20 high from the top, bars 10; the chart lies from x = 100, 20 wide for each of
 * the 21 days from 2024-03-04 0:00. The table left of it shows number and name. @query may be NULL. */
Drawing   *drawing_new           (GuatuPlan            *plan,
                                  const GuatuRowsQuery *query);
void       drawing_free          (Drawing              *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Drawing, drawing_free)

/* The rows as "name depth flags" lines, headings in brackets. Free it. */
char      *drawing_list          (const Drawing        *self);

void       fixture_set_text      (GuatuPlan            *plan,
                                  GuatuTable            table,
                                  gint32                row,
                                  guint                 field,
                                  const char           *text);

/* Sets a reference to the row @target. */
void       fixture_refer         (GuatuPlan            *plan,
                                  GuatuTable            table,
                                  gint32                row,
                                  guint                 field,
                                  gint32                target);

/* New rows, by name. */
gint32     fixture_add_unit      (GuatuPlan            *plan,
                                  const char           *name);
gint32     fixture_add_category  (GuatuPlan            *plan,
                                  gint32                ledger,
                                  const char           *name);
void       fixture_put_in        (GuatuPlan            *plan,
                                  gint32                task,
                                  gint32                ledger,
                                  gint32                category);
void       fixture_assign        (GuatuPlan            *plan,
                                  gint32                task,
                                  gint32                unit,
                                  GuatuRole             role);
void       fixture_report        (GuatuPlan            *plan,
                                  gint32                task,
                                  const char           *date,
                                  gint64                share);

/* A plan of @n tasks such as an office might keep: outline, names short and very long, units, links,
 * milestones, deadlines, key nodes, reports. */
GuatuPlan *fixture_office_plan   (GRand                *rand,
                                  guint                 n,
                                  gboolean              chinese);

/* The same with all that a wall chart shows: phases, holidays, a board of categories, plaques, a baseline. */
GuatuPlan *fixture_wall_plan     (GRand                *rand,
                                  guint                 n,
                                  gboolean              chinese);

/* @n more links, of every kind, from tasks to later ones of the outline. */
void       fixture_add_links     (GRand                *rand,
                                  GuatuPlan            *plan,
                                  guint                 n);

/* By task row: its row in a baseline that is made for it, in which most tasks finish earlier than they do now by up to
 * two weeks. Free it. */
gint32    *fixture_add_baseline  (GRand                *rand,
                                  GuatuPlan            *plan);

/* A wall plan with names of 1 to 80 characters in either script and both, over a span from a day to many years. */
GuatuPlan *fixture_any_plan      (GRand                *rand,
                                  guint                 n,
                                  gboolean              chinese,
                                  double                days);

/* A painter that measures with the machine's fonts. */
GuatuPainter *fixture_ruler      (const char           *language);

/* The sheet of @self's plan, laid out. */
GuatuSheet *drawing_sheet        (Drawing              *self,
                                  const char           *paper,
                                  gboolean              landscape,
                                  const char           *language,
                                  GuatuPainter         *painter);

/* What a program prints, given words that end with NULL. NULL, and the test is skipped, where it is not installed. */
char         *fixture_run        (const char           *program,
                                  const char           *first,
                                  ...);

G_END_DECLS
