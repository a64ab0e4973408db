/* guatu-inspector-private.h — what the files of the inspector share: its parts, and what it knows of the plan. */
#pragma once

#include "guatu-inspector.h"

#include "guatu-baseline-changes.h"
#include "guatu-fact-row.h"
#include "guatu-pace.h"

G_BEGIN_DECLS

/* The lines of the inspector, in the order in which they stand. */
typedef enum
{
  GUATU_FACT_OWNER,
  GUATU_FACT_EXECUTIVE,
  GUATU_FACT_LEAD_UNIT,
  GUATU_FACT_SUPPORT_UNITS,
  GUATU_FACT_TASK_FORCE,
  GUATU_FACT_PERSON,
  GUATU_FACT_OBJECTIVE,
  GUATU_FACT_QUALITY,
  GUATU_FACT_FIXES,
  GUATU_FACT_START,
  GUATU_FACT_FINISH,
  GUATU_FACT_WHY,
  GUATU_FACT_DURATION,
  GUATU_FACT_CONSTRAINT,
  GUATU_FACT_DEADLINE,
  GUATU_FACT_CALENDAR,
  GUATU_FACT_FLOAT,
  GUATU_FACT_REPORTED,
  GUATU_FACT_PLANNED,
  GUATU_FACT_GAP,
  GUATU_FACT_BASELINE,
  GUATU_FACT_SLIP,
  GUATU_FACT_NOTE,
  GUATU_N_FACTS
} GuatuFact;

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
  GtkWidget       *links_heading;
  GtkListBox      *links;
  GtkWidget       *report;
  GtkLabel        *several_title;
  GtkBox          *several_lights;
  GtkListBox      *sums;

  /* Rows and pictures that are in the above */
  GuatuFactRow    *facts[GUATU_N_FACTS];
  GuatuFactRow    *sum_span;
  GuatuFactRow    *sum_work;
  GtkWidget       *light_shape;
  GtkWidget       *report_popover;
  guint            report_id;         /* of what drops it */

  /* Owned references */
  GuatuBattleView *view;

  gint64           task;              /* the id of the one that is shown; 0: none or several are */
  const char      *light_class;       /* of the box */
  char            *links_text;        /* what the list of links says */

  /* What is worked out for all tasks at once, when first asked for after a change; by task row */
  gboolean         figures;           /* whether it has been */
  GuatuPace       *pace;              /* %NULL: nothing can be said */
  GHashTable      *changes;           /* task row to GuatuBaselineChange; %NULL: there is no baseline */
  GuatuBaselineChange *change_list;
};

/* Fills in whatever of the task shown has changed. */
void guatu_inspector_show_task     (GuatuInspector *self,
                                    gint32          task);

void guatu_inspector_show_several  (GuatuInspector *self);

/* The rows of the page, made once. */
void guatu_inspector_add_facts     (GuatuInspector *self);

void guatu_inspector_forget_figures (GuatuInspector *self);

/* The rows of links know whom they lead to; 0: nobody. */
gint64 guatu_inspector_row_task    (GtkListBoxRow  *row);

G_END_DECLS
