/* guatu-fact-row.h — one line of the inspector: what it is about, what is so, and the form to change it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GUATU_TYPE_FACT_ROW (guatu_fact_row_get_type ())

/**
 * GuatuFactRow:
 *
 * Label and value side by side, or, where the value is a sentence, one below the other. A row with an icon does
 * something when it is activated. Setting what is set already costs nothing.
 */
G_DECLARE_FINAL_TYPE (GuatuFactRow, guatu_fact_row, GUATU, FACT_ROW, GtkListBoxRow)

GtkWidget  *guatu_fact_row_new       (const char   *label);

/* The value below the label, as running text. */
void        guatu_fact_row_set_tall  (GuatuFactRow *self,
                                      gboolean      tall);

/* The label takes more than one line where it must; else it is the value that does. */
void        guatu_fact_row_set_long_label (GuatuFactRow *self,
                                      gboolean      long_label);

void        guatu_fact_row_set_label (GuatuFactRow *self,
                                      const char   *label);

/* "" shows that there is nothing where that can be changed, and hides the row where it cannot. */
void        guatu_fact_row_set_value (GuatuFactRow *self,
                                      const char   *value);
const char *guatu_fact_row_get_value (GuatuFactRow *self);

/* What activating the row does, in words; %NULL: nothing. An icon says whether the value is changed or something else
 * is gone to. */
void        guatu_fact_row_set_action (GuatuFactRow *self,
                                      gboolean      leads_elsewhere,
                                      const char   *description);

/* Shows a GuatuFormPopover at the row, which owns it until it closes. */
void        guatu_fact_row_pop_up    (GuatuFactRow *self,
                                      GtkWidget    *popover);
GtkWidget  *guatu_fact_row_get_popover (GuatuFactRow *self);
void        guatu_fact_row_pop_down  (GuatuFactRow *self);

G_END_DECLS
