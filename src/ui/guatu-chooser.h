/* guatu-chooser.h — one row of a plan is looked for and chosen: a task, a unit, a person, a calendar. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-plan.h"

G_BEGIN_DECLS

#define GUATU_TYPE_CHOOSER (guatu_chooser_get_type ())

/**
 * GuatuChooser:
 *
 * What is typed is looked for in numbers and names; of many that are found the first ones are shown. Enter takes the
 * first, and Down goes to the list. What nobody is called can be made, where that was offered.
 *
 * Signals: ::chosen (guint table, gint64 id); ::wished (guint table, const char *name), one of that name is to be made;
 * ::given-up, Escape was pressed.
 */
G_DECLARE_FINAL_TYPE (GuatuChooser, guatu_chooser, GUATU, CHOOSER, GtkWidget)

/* @label: what is chosen, for those who hear it. */
GtkWidget *guatu_chooser_new      (const char       *label);

/* @detail may be %NULL: what tells it from others of that name. @id 0 stands for none. */
void       guatu_chooser_add      (GuatuChooser     *self,
                                   GuatuTable        table,
                                   gint64            id,
                                   const char       *name,
                                   const char       *detail);

/* All rows of a table that has names, in order; tasks with their numbers. */
void       guatu_chooser_add_rows (GuatuChooser     *self,
                                   const GuatuPlan  *plan,
                                   GuatuTable        table);

void       guatu_chooser_clear    (GuatuChooser     *self);

/* Units and people can be made where they are not found. */
void       guatu_chooser_offer    (GuatuChooser     *self,
                                   GuatuTable        table,
                                   gboolean          offered);

/* Says which have a tick. */
typedef gboolean (*GuatuIsChosen) (GuatuTable table, gint64 id, gpointer data);
void       guatu_chooser_tick     (GuatuChooser     *self,
                                   GuatuIsChosen     is_chosen,
                                   gpointer          data);

/* Shows why a choice was refused; %NULL: it was not. */
void       guatu_chooser_complain (GuatuChooser     *self,
                                   const char       *text);

void       guatu_chooser_search   (GuatuChooser     *self,
                                   const char       *text);

G_END_DECLS
