/* guatu-inspector-private.h — what the files of the inspector share: its parts, and what it knows of the plan. */
#pragma once

#include "guatu-inspector.h"

#include <adwaita.h>

#include "guatu-baseline-changes.h"
#include "guatu-fact-row.h"
#include "guatu-pace.h"
#include "guatu-progress-history.h"

G_BEGIN_DECLS

/* The lines of the inspector, in the order in which they stand. */
typedef enum
{
  GUATU_FACT_OWNER,
  GUATU_FACT_EXECUTIVE,
  GUATU_FACT_LEAD_UNIT,
  GUATU_FACT_HEAD,
  GUATU_FACT_SUPPORT_UNITS,
  GUATU_FACT_TASK_FORCE,
  GUATU_FACT_PERSON,
  GUATU_FACT_WATCHER,
  GUATU_FACT_RESOURCES,
  GUATU_FACT_LIMIT,
  GUATU_FACT_OBJECTIVE,
  GUATU_FACT_QUALITY,
  GUATU_FACT_START,
  GUATU_FACT_WHY,
  GUATU_FACT_FINISH,
  GUATU_FACT_WHY_FINISH,
  GUATU_FACT_DURATION,
  GUATU_FACT_CONSTRAINT,
  GUATU_FACT_DEADLINE,
  GUATU_FACT_CALENDAR,
  GUATU_FACT_FLOAT,
  GUATU_FACT_REPORTED,
  GUATU_FACT_PLANNED,
  GUATU_FACT_GAP,
  GUATU_FACT_NEEDED_PACE,
  GUATU_FACT_RECENT_PACE,
  GUATU_FACT_BASELINE,
  GUATU_FACT_SLIP,
  GUATU_FACT_NOTE,
  GUATU_N_FACTS
} GuatuFact;

/* What can be set for several tasks at once. */
typedef enum
{
  GUATU_COMMON_OWNER,
  GUATU_COMMON_LEAD_UNIT,
  GUATU_COMMON_PERSON,
  GUATU_COMMON_DEADLINE,
  GUATU_COMMON_CONSTRAINT,
  GUATU_COMMON_CALENDAR,
  GUATU_COMMON_CATEGORY,
  GUATU_N_COMMON
} GuatuCommon;

/* What is said of the plan where no task is selected. */
typedef enum
{
  GUATU_PLAN_FACT_START,
  GUATU_PLAN_FACT_FINISH,
  GUATU_PLAN_FACT_TARGET,
  GUATU_PLAN_FACT_STATUS_DATE,
  GUATU_PLAN_FACT_TASKS,
  GUATU_PLAN_FACT_WORK,
  GUATU_PLAN_FACT_MILESTONES,
  GUATU_PLAN_FACT_CRITICAL,
  GUATU_PLAN_FACT_PROGRESS,
  GUATU_N_PLAN_FACTS
} GuatuPlanFact;

struct _GuatuInspector
{
  GtkWidget        parent_instance;

  /* Template widgets */
  GtkStack        *pages;
  GtkStack        *name_stack;
  GtkLabel        *name;
  GtkButton       *name_button;
  GtkEditable     *name_entry;
  GtkLabel        *name_error;
  GtkLabel        *place;
  GtkWidget       *light_box;
  GtkWidget       *light_place;
  GtkLabel        *light_title;
  GtkLabel        *light_reason;
  GtkLabel        *light_pace;
  GtkListBox      *responsibility;
  GtkListBox      *schedule;
  GtkListBox      *progress;
  GtkListBox      *notes;
  GtkWidget       *assign;
  AdwBin          *fixes_place;
  AdwBin          *links_place;
  AdwBin          *curve_place;
  AdwBin          *key_nodes_place;
  GtkWidget       *report;
  GtkLabel        *several_title;
  GtkBox          *several_lights;
  GtkListBox      *sums;
  GtkListBox      *common;
  GtkLabel        *plan_title;
  GtkLabel        *plan_counted;
  GtkBox          *plan_lights;
  GtkListBox      *plan_facts;

  /* Rows and pictures that are in the above */
  GuatuFactRow    *facts[GUATU_N_FACTS];
  GuatuFactRow    *sum_span;
  GuatuFactRow    *sum_work;
  GuatuFactRow    *commons[GUATU_N_COMMON];
  GuatuFactRow    *plan_rows[GUATU_N_PLAN_FACTS];
  GtkWidget       *light_shape;
  GtkWidget       *fixes;
  GtkWidget       *links;
  GtkWidget       *curve;
  GtkWidget       *key_nodes;
  GtkWidget       *report_popover;    /* %NULL while it is closed */

  /* Owned references */
  GuatuBattleView *view;

  gint64           task;              /* the id of the one that is shown; 0: none or several are */
  const char      *light_class;       /* of the box */

  /* What is worked out for all tasks at once, when first asked for after a change; by task row */
  gboolean         figures;           /* whether it has been */
  GuatuPace       *pace;              /* %NULL: nothing can be said */
  GuatuProgressBasis *basis;          /* the same */
  GHashTable      *changes;           /* task row to GuatuBaselineChange; %NULL: there is no baseline */
  GuatuBaselineChange *change_list;
};

/* Fills in whatever of the task shown has changed. */
void guatu_inspector_show_task     (GuatuInspector *self,
                                    gint32          task);

void guatu_inspector_show_several  (GuatuInspector *self);
void guatu_inspector_show_plan     (GuatuInspector *self);

/* The tasks that are selected, in the order of the outline. Free the array of ids. */
GArray *guatu_inspector_selected   (GuatuInspector *self);

/* Fills the box with a shape and a number for each light that is there. */
void guatu_inspector_show_counts   (GtkBox         *box,
                                    const guint    *counts);

/* The form behind a line for several tasks. */
GtkWidget *guatu_inspector_common_popover (GuatuInspector *self,
                                    GuatuCommon     common);

/* The rows of the pages, made once. */
void guatu_inspector_add_facts     (GuatuInspector *self);
void guatu_inspector_add_several   (GuatuInspector *self);
void guatu_inspector_add_plan_facts (GuatuInspector *self);

void guatu_inspector_forget_figures (GuatuInspector *self);

/* The role that a line is about; -1: none. */
int  guatu_inspector_role          (guint           fact);

G_END_DECLS
