/* plan-maker.h — plans made in a few lines, for tests: tasks by name, times as text, calendars by hand. */
#pragma once

#include "guatu-schedule.h"

typedef struct
{
  GuatuPlan *plan;
  gint64     next_id;
} Maker;

/* A plan on Standard hours that starts at @start ("2024-03-04 08:00"). */
Maker        *maker_new        (const char     *start);
void          maker_free       (Maker          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Maker, maker_free)

/* "2024-03-04", with 8:00, or "2024-03-04 17:00". */
GuatuInstant  at               (const char     *text);

/* A task of so many working hours; @parent -1 for none. Returns its row. */
gint32        maker_task       (Maker          *self,
                                const char     *name,
                                double          hours,
                                gint32          parent);
void          maker_set        (Maker          *self,
                                gint32          task,
                                guint           field,
                                gint64          value);
void          maker_set_time   (Maker          *self,
                                gint32          task,
                                guint           field,
                                const char     *text);
void          maker_set_plan   (Maker          *self,
                                guint           field,
                                gint64          value);
void          maker_constrain  (Maker          *self,
                                gint32          task,
                                GuatuConstraint constraint,
                                const char     *date);
void          maker_manual     (Maker          *self,
                                gint32          task,
                                const char     *start,
                                const char     *finish);
void          maker_move       (Maker          *self,
                                gint32          task,
                                gint32          parent);

/* Returns the link's row. @lag in seconds, or 1/100 %. */
gint32        maker_link       (Maker          *self,
                                gint32          predecessor,
                                gint32          successor,
                                GuatuLinkType   type);
gint32        maker_link_lag   (Maker          *self,
                                gint32          predecessor,
                                gint32          successor,
                                GuatuLinkType   type,
                                GuatuLagKind    kind,
                                gint64          lag);

/* Somebody with a calendar, -1 for the plan's; and their work on a task, @hours at @percent. Return rows. */
gint32        maker_person     (Maker          *self,
                                const char     *name,
                                gint32          calendar);
gint32        maker_assign     (Maker          *self,
                                gint32          task,
                                gint32          person,
                                double          hours,
                                int             percent);

/* A calendar with these hours on each weekday from Monday, "8-12,13-17" or "" for a day off. Returns its row. */
gint32        maker_calendar   (Maker          *self,
                                const char     *name,
                                const char     *hours[7]);
gint32        maker_every_day  (Maker          *self);
gint32        maker_24_hours   (Maker          *self);
void          maker_holiday    (Maker          *self,
                                gint32          calendar,
                                const char     *name,
                                const char     *from,
                                const char     *to);
gint64        maker_id         (Maker          *self,
                                GuatuTable      table,
                                gint32          row);

/* Settles the plan and schedules it; fails the test where that cannot be done. */
GuatuSchedule *maker_schedule  (Maker          *self);

/* The same with a what-if. */
GuatuSchedule *maker_what_if   (Maker          *self,
                                const GuatuOverlay *overlay);

/* "2024-03-04 08:00", so that a failing comparison reads well. Lives until the next few calls. */
const char   *when             (GuatuInstant    t);

#define assert_at(t, text)       g_assert_cmpstr (when (t), ==, text)
#define assert_dates(s, row, from, to) \
  G_STMT_START { \
    assert_at ((s)->early_start[row], from); \
    assert_at ((s)->early_finish[row], to); \
  } G_STMT_END
#define assert_late(s, row, from, to) \
  G_STMT_START { \
    assert_at ((s)->late_start[row], from); \
    assert_at ((s)->late_finish[row], to); \
  } G_STMT_END
#define assert_hours(seconds, hours) g_assert_cmpint ((seconds), ==, (gint64) ((hours) * 3600))

#define HOUR (3600)
#define DAYS(n) ((gint64) ((n) * 8 * 3600))
