/* guatu-baseline-popover-private.h — what the files of the popover of baselines share. */
#pragma once

#include "guatu-baseline-popover.h"

G_BEGIN_DECLS

struct _GuatuBaselinePopover
{
  GtkPopover       parent_instance;

  /* Widgets */
  GtkWidget       *list;
  GtkWidget       *entry;
  GtkWidget       *button;
  GtkWidget       *trouble;

  /* Owned references */
  GuatuBattleView *view;

  gint64           renamed;         /* the one whose name is being typed; 0: none */
  gboolean         stale;           /* the plan has changed while nobody looked */
};

/* "" where it is gone. */
const char *guatu_baseline_popover_name      (GuatuBaselinePopover *self,
                                               gint64                baseline);
gboolean   guatu_baseline_popover_is_writable (GuatuBaselinePopover *self);

/* Makes the list, without rows. */
void       guatu_baseline_popover_add_list    (GuatuBaselinePopover *self);

/* Makes the rows anew. */
void       guatu_baseline_popover_fill        (GuatuBaselinePopover *self);

/* The keys begin at the one that is shown. */
void       guatu_baseline_popover_focus_shown (GuatuBaselinePopover *self);

/* Whoever chooses one wants to see it. */
void       guatu_baseline_popover_show        (GuatuBaselinePopover *self,
                                               gint64                baseline);

/* A place for what is wrong with a name, hidden. */
GtkWidget *guatu_baseline_error_new           (void);

G_END_DECLS
