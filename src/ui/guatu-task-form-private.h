/* guatu-task-form-private.h — what the files of the task form share. */
#pragma once

#include "guatu-task-form.h"

#include "guatu-assignment-list.h"
#include "guatu-custom-list.h"
#include "guatu-fact-row.h"
#include "guatu-field-row.h"
#include "guatu-fixes-card.h"
#include "guatu-key-node-list.h"
#include "guatu-ledger-list.h"
#include "guatu-link-list.h"
#include "guatu-progress-curve.h"
#include "guatu-repeat-list.h"
#include "guatu-report-list.h"
#include "guatu-target-list.h"

G_BEGIN_DECLS

struct _GuatuTaskForm
{
  AdwWindow        parent_instance;

  /* Widgets in it */
  AdwWindowTitle  *title;
  GtkWidget       *undo;
  GtkWidget       *sidebar;
  GtkStack        *pages;
  GtkWidget       *rows[GUATU_TASK_N_FIELDS];   /* %NULL: not a row */
  GtkWidget       *parent_row;                  /* what it is part of */
  GtkWidget       *start;
  GtkWidget       *finish;
  GtkWidget       *float_row;
  GtkWidget       *links;
  GtkWidget       *assignments;
  GtkWidget       *fixes;
  GtkWidget       *key_nodes;
  GtkWidget       *ledgers;
  GtkWidget       *curve;
  GtkWidget       *reports;
  GtkWidget       *targets;
  GtkWidget       *repeats;
  GtkWidget       *custom;
  GtkWidget       *imported;                    /* the group of what only an imported plan has */

  /* Owned references */
  GuatuBattleView *view;

  gint64           task;
  guint            closing;                     /* the idle in which it closes, for want of its task; 0: none */
};

/* Makes the pages, once. */
void          guatu_task_form_add_pages (GuatuTaskForm *self);

/* Shows what the plan holds now of the task in that row. */
void          guatu_task_form_fill      (GuatuTaskForm *self,
                                         gint32         task);

GuatuDocument *guatu_task_form_document (GuatuTaskForm *self);

/* Goes to another task: in the form and on the map. */
void          guatu_task_form_visit     (GuatuTaskForm *self,
                                         gint64         task);

G_END_DECLS
