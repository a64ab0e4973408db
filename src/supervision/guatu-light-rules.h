/* guatu-light-rules.h — rule sets as data: the marks at which lights change colour, and the presets that ship. */
#pragma once

#include "guatu-plan.h"

G_BEGIN_DECLS

/*
 * What a rule measures, its figure, and how its marks are read (planning.md *Lights*, domain.md §2.5). A colour is
 * shown where its mark is passed, the worst of several; without a mark there is no such colour.
 *
 * - points: planned share less reported share, in 1/100 %.
 * - ratio: what is missing of the planned share, in 1/100 % of that; 0 where nothing is planned.
 * - days late: calendar days from the due date to the status date; 0 until then.
 * - time left: what is left of the time from the reference start to the due instant, in 1/100 %. It counts down: a
 *   mark is passed by less. Time is the task's own: working, or wall-clock if it is elapsed.
 * - quarter gates: the share reported. The marks are the gates at the end of the first three quarters of a year, the
 *   fourth is 100 %; empty ones are 20, 50 and 75 %. They measure that part of the task that is planned for the
 *   year, so that a task of one year has to pass just these. Below the last gate is red, below the next one yellow
 *   in the last month before it. A gate lies at the end of its quarter, and counts if the task was to begin before.
 * - thirds: the part of the given time that is over, in 1/100 %. Green until the due instant, with marks at 1/3 and
 *   2/3; then yellow until a new date that was agreed, and red after it or without.
 *
 * Days late and thirds say themselves what being overdue means: @overdue_is_red does not touch them.
 */
typedef struct
{
  GuatuRule rule;
  gint64    yellow_from;        /* GUATU_NONE: there is no such colour */
  gint64    orange_from;
  gint64    red_from;
  gboolean  inclusive;          /* a mark is passed when it is reached; else when it is exceeded */
  gboolean  overdue_is_red;     /* unfinished after the due instant */
  gboolean  raises;             /* one step worse when it was behind for two periods and is no better */
  gboolean  recovers;           /* yellow for the period after one that ended red */
  gboolean  silence;            /* at least yellow without reports */
} GuatuLightRules;

/* A rule set that ships: the template of copies that people edit. */
typedef struct
{
  const char      *name;        /* "points": the form of the command line */
  const char      *label;       /* untranslated: the name that a copy gets */
  GuatuLightRules  rules;
} GuatuLightPreset;

/* The presets, the default first; @n takes their number. */
const GuatuLightPreset *guatu_light_presets       (guint           *n);

/* The preset of this name; %NULL if there is none. */
const GuatuLightPreset *guatu_light_preset_find   (const char      *name);

/* A rule set of the plan, by its row; -1: the default rules. */
GuatuLightRules guatu_light_rules_get             (const GuatuPlan *plan,
                                                   gint32           rule_set);

/* The rules in force: the plan's setting, else the default ones. */
GuatuLightRules guatu_light_rules_in_force        (const GuatuPlan *plan);

/* Whether the figure has passed the mark; one that is empty is never passed. */
gboolean        guatu_light_rules_pass            (const GuatuLightRules *self,
                                                   gint64           figure,
                                                   gint64           mark);

/* The first mark on the way from green: GUATU_NONE if nothing leads away from it. */
gint64          guatu_light_rules_first_mark      (const GuatuLightRules *self);

G_END_DECLS
