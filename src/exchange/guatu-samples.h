/* guatu-samples.h — what ships with the program: calendars, samples, and the empty plan to start from. */
#pragma once

#include "guatu-document.h"

G_BEGIN_DECLS

/* Slugs of the shipped calendars, "standard" first; ended by %NULL, owned by the library. */
const char * const *guatu_calendar_slugs (void);

/* Adds the shipped calendar to a fresh plan; its row. -1 with @error if there is no such slug. */
gint32     guatu_calendar_add     (GuatuPlan     *plan,
                                   const char    *slug,
                                   GError       **error);

/* Names of the samples ("trunk-road"); ended by %NULL, owned by the library. */
const char * const *guatu_sample_names (void);

/* The sample's plan in @language ("en", "zh_CN"). */
GuatuPlan *guatu_sample_new       (const char    *name,
                                   const char    *language,
                                   GError       **error);

/* A plan without tasks: settings and the calendar @slug, to create a file from. */
GuatuPlan *guatu_empty_plan_new   (const char    *title,
                                   GuatuInstant   start,
                                   const char    *slug,
                                   const char    *language,
                                   GError       **error);

G_END_DECLS
