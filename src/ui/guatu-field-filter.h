/* guatu-field-filter.h — conditions on the plan's own fields: what a text contains, from and to, one of the choices. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-chart-rows.h"

G_BEGIN_DECLS

#define GUATU_TYPE_FIELD_FILTER (guatu_field_filter_get_type ())

/**
 * GuatuFieldFilter:
 *
 * Signals: ::changed, a person has set another condition.
 */
G_DECLARE_FINAL_TYPE (GuatuFieldFilter, guatu_field_filter, GUATU, FIELD_FILTER, GtkWidget)

GtkWidget *guatu_field_filter_new  (void);

/* Shows the fields that there are, and the conditions, of which %NULL is none. What is being typed stays. */
void       guatu_field_filter_show (GuatuFieldFilter *self,
                                    const GuatuPlan  *plan,
                                    const GPtrArray  *conditions);

/* Its names take as much room as @label does, among which they stand. */
void       guatu_field_filter_align (GuatuFieldFilter *self,
                                    GtkWidget        *label);

/* The conditions as they stand there; %NULL: none. Unref it. */
GPtrArray *guatu_field_filter_take (GuatuFieldFilter *self,
                                    const GuatuPlan  *plan);

G_END_DECLS
