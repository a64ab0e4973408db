/* guatu-baseline-popover.h — which baseline is shown; baselines set, named, removed, and put in force. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-battle-view.h"

G_BEGIN_DECLS

#define GUATU_TYPE_BASELINE_POPOVER (guatu_baseline_popover_get_type ())

/**
 * GuatuBaselinePopover:
 *
 * Which baseline is shown is a matter of the view; which one lights are measured on is a setting of the plan, and has a
 * button of its own.
 *
 * Signals: ::removed (guint steps, const char *what), a baseline was removed, for a toast that offers to take that
 * back; ::failed (const char *message), something was refused that has no field to say so at.
 */
G_DECLARE_FINAL_TYPE (GuatuBaselinePopover, guatu_baseline_popover, GUATU, BASELINE_POPOVER, GtkPopover)

GtkWidget  *guatu_baseline_popover_new         (GuatuBattleView      *view);

/* For tests: what is chosen from, "None" first; where a new one's name is typed, and what is wrong with it, or "". */
GtkListBox *guatu_baseline_popover_get_list    (GuatuBaselinePopover *self);
GtkEntry   *guatu_baseline_popover_get_entry   (GuatuBaselinePopover *self);
const char *guatu_baseline_popover_get_trouble (GuatuBaselinePopover *self);

/* Sets a baseline under the name that stands in the entry, and shows it. */
void        guatu_baseline_popover_set         (GuatuBaselinePopover *self);

/* As the buttons of the row do; a new name is typed into an entry in the row. */
void        guatu_baseline_popover_rename      (GuatuBaselinePopover *self,
                                                gint64                baseline);
void        guatu_baseline_popover_remove      (GuatuBaselinePopover *self,
                                                gint64                baseline);
void        guatu_baseline_popover_measure_on  (GuatuBaselinePopover *self,
                                                gint64                baseline);

G_END_DECLS
