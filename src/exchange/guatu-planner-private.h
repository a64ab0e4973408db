/* guatu-planner-private.h — the parts of the reader of GNOME Planner's files. */
#pragma once

#include "guatu-foreign-private.h"

G_BEGIN_DECLS

typedef struct
{
  GuatuForeign  foreign;
  char         *calendar;       /* the id of the project's calendar; "" if it names none */
  GHashTable   *groups;         /* id → name */
} GuatuPlanner;

/* "20070223T080000Z": local time, whatever the Z says. */
gboolean    guatu_planner_time         (const char   *text,
                                        GuatuInstant *instant);

/* The reader is on the element; each reads all that is in it. */
void        guatu_planner_read_calendars (GuatuPlanner *self);
void        guatu_planner_read_tasks   (GuatuPlanner *self);
void        guatu_planner_read_groups  (GuatuPlanner *self);
void        guatu_planner_read_resources (GuatuPlanner *self);
void        guatu_planner_read_allocations (GuatuPlanner *self);

/* The values of custom fields in a "properties" element. */
void        guatu_planner_read_values  (GuatuPlanner *self,
                                        GuatuCustomOwner owner,
                                        gint32        row);

/* Durations follow from the dates that the file records and the calendar they were counted on. */
void        guatu_planner_make_durations (GuatuPlanner *self);

/* The plan's calendar: the one that the project names, else the first, else the shipped Standard. */
gboolean    guatu_planner_choose_calendar (GuatuPlanner *self,
                                        GError      **error);

G_END_DECLS
