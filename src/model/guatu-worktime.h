/* guatu-worktime.h — a compiled calendar: working time added, counted and found in O(1) or O(log days). */
#pragma once

#include "guatu-time.h"

G_BEGIN_DECLS

/* A stretch of working time within one day: seconds of the day, 0 ≤ from < to ≤ 86400. */
typedef struct
{
  gint32 from;
  gint32 to;
} GuatuHours;

/* How an exception comes back within its range; numbers and meaning follow MSPDI (msproject §1.5). */
typedef enum
{
  GUATU_RECUR_DAILY,            /* every day of the range */
  GUATU_RECUR_EVERY_N_DAYS,     /* every @period-th day from the first */
  GUATU_RECUR_WEEKLY,           /* on @weekdays of every @period-th week, weeks from Sunday */
  GUATU_RECUR_MONTHLY_DAY,      /* on day @month_day of every @period-th month */
  GUATU_RECUR_MONTHLY_PLACE,    /* on the @place-th @item of every @period-th month */
  GUATU_RECUR_YEARLY_DAY,       /* on day @month_day of month @month */
  GUATU_RECUR_YEARLY_PLACE,     /* on the @place-th @item of month @month */
} GuatuRecurrence;

/* Days that differ from the weekday pattern. */
typedef struct
{
  GuatuInstant     from;        /* midnight of the first day */
  GuatuInstant     to;          /* midnight of the last day, which belongs to it */
  GuatuRecurrence  recurrence;
  int              period;      /* days, weeks or months; 0 counts as 1 */
  int              weekdays;    /* bit 0 Sunday … bit 6 Saturday */
  int              month;       /* 1 January … 12 December */
  int              month_day;   /* past the month's end: its last day */
  int              place;       /* 0 first … 3 fourth, 4 last */
  int              item;        /* 0 day, 1 weekday, 2 weekend day, 3 Sunday … 9 Saturday */
  const GuatuHours *hours;      /* %NULL and 0: a day off */
  guint            n_hours;
} GuatuException;

/* What comes back until then comes back for ever: no plan reaches so far. */
#define GUATU_IS_ENDLESS(to) ((to) >= GUATU_INSTANT_MAX - 366 * GUATU_DAY)

/* A dated replacement of the weekday pattern. Days without an entry keep the default week. */
typedef struct
{
  GuatuInstant      from;
  GuatuInstant      to;          /* inclusive, as above */
  gboolean          given[7];    /* 0 Monday … 6 Sunday: whether this week says something of the day */
  const GuatuHours *hours[7];
  guint             n_hours[7];
} GuatuWorkWeek;

/* What one calendar says. @base answers for whatever this one leaves open. */
typedef struct _GuatuCalendarSpec GuatuCalendarSpec;

struct _GuatuCalendarSpec
{
  const GuatuCalendarSpec *base;        /* or %NULL */
  gboolean                 given[7];    /* 0 Monday … 6 Sunday */
  const GuatuHours        *hours[7];
  guint                    n_hours[7];
  const GuatuException    *exceptions;
  guint                    n_exceptions;
  const GuatuWorkWeek     *weeks;
  guint                    n_weeks;
};

/**
 * GuatuWorktime:
 *
 * A calendar compiled for arithmetic. The instants that it takes and gives are explained in
 * msproject §2: working time is a set of half-open intervals [from, to).
 *
 * The hours of a date are the first of: own exception, the base's exception, own work week, the
 * base's work week, own weekday, the base's weekday (msproject §1.5); a day that nothing speaks
 * of has no working time. Among overlapping exceptions of one calendar plain ranges win, then
 * every-n-days, yearly, monthly, weekly; of two alike the later in the list.
 *
 * The compiled form is immutable and may be read from several threads. Its size depends on the
 * span of the exceptions, not on the plan's.
 *
 * Time and memory are bounded for any input: once 20 million days have been looked at for recurring
 * exceptions, those that would be heard last are left out; where the distinct weeks hold more than a
 * million stretches, days keep their first 16.
 */
typedef struct _GuatuWorktime GuatuWorktime;

/* Hours are sorted, clipped to the day and merged where they overlap; a base that leads back to
 * itself counts as none. */
GuatuWorktime *guatu_worktime_new       (const GuatuCalendarSpec *spec);

/* The common time of two calendars (a task calendar and a resource's, msproject §5). */
GuatuWorktime *guatu_worktime_intersect (const GuatuWorktime     *a,
                                         const GuatuWorktime     *b);

/* The time of either: when somebody works on a task of several resources. */
GuatuWorktime *guatu_worktime_unite     (const GuatuWorktime     *a,
                                         const GuatuWorktime     *b);

GuatuWorktime *guatu_worktime_ref       (GuatuWorktime           *self);
void           guatu_worktime_unref     (GuatuWorktime           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuWorktime, guatu_worktime_unref)

/* Whether there is any working time between GUATU_INSTANT_MIN and GUATU_INSTANT_MAX. On a calendar
 * without, next() and end_eq() answer their argument, add() adds nothing, work() is 0. So do next()
 * after the last working second of all and end_eq() before the first. */
gboolean       guatu_worktime_works     (const GuatuWorktime     *self);

/* The first working instant at or after @t: @t itself within an interval or at its start. */
GuatuInstant   guatu_worktime_next      (const GuatuWorktime     *self,
                                         GuatuInstant             t);

/* The latest end of an interval at or before @t if no working time lies between it and @t; else @t. */
GuatuInstant   guatu_worktime_end_eq    (const GuatuWorktime     *self,
                                         GuatuInstant             t);

/* @t moved by @work working seconds. Used up exactly at an interval's end the answer is that end
 * (17:00, not the next 8:00); backwards, used up exactly at a start, that start. Adding 0 answers
 * @t, even in non-working time. Results stay within GUATU_INSTANT_MIN … GUATU_INSTANT_MAX. */
GuatuInstant   guatu_worktime_add       (const GuatuWorktime     *self,
                                         GuatuInstant             t,
                                         gint64                   work);

/* next() and add() in one step: @start takes next(@t), the answer is add(@start, @work). Cheaper than the two. */
GuatuInstant   guatu_worktime_lay       (const GuatuWorktime     *self,
                                         GuatuInstant             t,
                                         gint64                   work,
                                         GuatuInstant            *start);

/* The mirror image: @finish takes end_eq(@t), the answer is add(@finish, -@work). */
GuatuInstant   guatu_worktime_lay_back  (const GuatuWorktime     *self,
                                         GuatuInstant             t,
                                         gint64                   work,
                                         GuatuInstant            *finish);

/* Time counted in work: a position is a number of working seconds since GUATU_INSTANT_MIN. Whoever only
 * adds, compares and takes the difference of working times can do so in positions, and turn them into
 * instants at the end: the instant at which the working second after a position begins (a start), and
 * the one at which the working second before it ends (a finish). Positions beyond all working time
 * are answered by the ends of time. */
gint64         guatu_worktime_position  (const GuatuWorktime     *self,
                                         GuatuInstant             t);
GuatuInstant   guatu_worktime_start_at  (const GuatuWorktime     *self,
                                         gint64                   position);
GuatuInstant   guatu_worktime_finish_at (const GuatuWorktime     *self,
                                         gint64                   position);

/* Working seconds between @a and @b; negative when @b is before @a. */
gint64         guatu_worktime_work      (const GuatuWorktime     *self,
                                         GuatuInstant             a,
                                         GuatuInstant             b);

/* The working hours of the day that holds @t, as clipped and merged; @n takes their number. */
const GuatuHours *guatu_worktime_hours  (const GuatuWorktime     *self,
                                         GuatuInstant             t,
                                         guint                   *n);

/* Days with working time among the days of @from … @to, both counted; 0 if @to is the earlier day. */
gint64         guatu_worktime_days      (const GuatuWorktime     *self,
                                         GuatuInstant             from,
                                         GuatuInstant             to);

G_END_DECLS
