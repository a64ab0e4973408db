/* bench-map.h — what the measurements of the map share: a large plan on a timeline, its frames, and the clock. */
#pragma once

#include "guatu-timeline.h"

G_BEGIN_DECLS

#define BENCH_WIDTH 1200
#define BENCH_HEIGHT 800

typedef struct
{
  char            *dir;
  GuatuDocument   *document;
  GuatuBattleView *view;
  GuatuTimeline   *timeline;
  GtkWidget       *header;
  GtkWidget       *window;
} BenchMap;

/* Projects of forty tasks, one below the other, so that any number of tasks is of the same density. @each is called
 * with every task in a project, and its place in the plan: i % 40 is that in its project. */
GuatuPlan       *bench_map_plan     (guint            n,
                                     int              longest,
                                     void           (*each) (GuatuPlan *plan, gint32 task, guint i, GRand *rand));

/* Puts the plan into a file and shows that. */
void             bench_map_set_up   (BenchMap        *self,
                                     GuatuPlan       *plan);
void             bench_map_tear_down (BenchMap       *self);

/* Draws a frame of header and timeline as the window would. */
void             bench_map_draw     (BenchMap        *self,
                                     cairo_surface_t *surface);

/* What it is drawn on. */
cairo_surface_t *bench_map_surface  (void);

/* Milliseconds of the processor, whatever else the machine does. */
double           bench_cpu          (void);

G_END_DECLS
