/* guatu-teams.h — the tree of task forces: county, front, and township and department teams (YL-07). */
#pragma once

#include "guatu-plan.h"

G_BEGIN_DECLS

/* "10+N+N". */
typedef enum
{
  GUATU_TEAM_NONE,              /* no team: a unit that stands for itself */
  GUATU_TEAM_COUNTY,            /* a task force that is below no other one */
  GUATU_TEAM_FRONT,             /* one that is below a county team */
  GUATU_TEAM_LOCAL,             /* one below a front team; or of a township or a department, wherever that stands; or a
                                 * township or department that was put below a task force as it is */
  GUATU_N_TEAM_LEVELS
} GuatuTeamLevel;

GuatuTeamLevel guatu_team_level  (const GuatuPlan *plan,
                                  gint32           unit);

/* The team that it is part of; -1: none. */
gint32         guatu_team_parent (const GuatuPlan *plan,
                                  gint32           unit);

/* Whether the person is head of the unit or team. */
gboolean       guatu_unit_has_head (const GuatuPlan *plan,
                                    gint32           unit,
                                    gint32           person);

/* How many there are on each level. */
void           guatu_teams_count (const GuatuPlan *plan,
                                  guint            counts[GUATU_N_TEAM_LEVELS]);

/* "10 + 3 + 7". Free it. */
char          *guatu_teams_sum   (const guint      counts[GUATU_N_TEAM_LEVELS]);

/* "10 county teams + 3 front teams + 7 township and department teams"; "" without teams. Free it. */
char          *guatu_teams_words (const guint      counts[GUATU_N_TEAM_LEVELS]);

/* What a team of that level is called; "" for none. */
const char    *guatu_team_level_label (GuatuTeamLevel level);

G_END_DECLS
