/* guatu-worktime-private.h — how a compiled calendar lies in memory. */
#pragma once

#include "guatu-worktime.h"

G_BEGIN_DECLS

/*
 * Time is cut into weeks from Monday, 1900-01-01, the first day of GUATU_INSTANT_MIN. Almost all of
 * them are the usual week. The core is the run of weeks that exceptions or work weeks touch; only
 * these are written down one by one, each as a reference to one of a few distinct weeks.
 *
 * Every question comes down to two functions that are each other's inverse: how many working
 * seconds lie before an instant, and at which instant the working second number k begins.
 */

/* A run of working time within one day of a week. */
typedef struct
{
  gint32 from;      /* seconds since Monday's midnight */
  gint32 to;
  gint32 before;    /* working seconds of the week before @from */
} GuatuStretch;

/* Working seconds of a week are found by way of an index with one entry for each 2^13 of them: with
 * 4-hour halves of a day the entry is right or one too low. */
#define GUATU_WEEK_INDEX_SHIFT 13

typedef struct
{
  gint32        work;             /* working seconds of the week */
  guint32       n_stretches;
  guint32       first[8];         /* the first stretch of a weekday or of a later one; [7]: their number */
  guint8        days[8];          /* working days before the weekday; [7]: of the whole week */
  GuatuStretch *stretches;        /* n_stretches, and one that begins and ends after all time */
  GuatuHours   *hours;            /* the same as seconds of the day */
  guint32      *index;
} GuatuWeek;

/* The same for the weeks of the core. */
#define GUATU_CORE_INDEX_SHIFT 17

typedef struct
{
  gint64  before;                 /* working seconds and days between GUATU_INSTANT_MIN and the week */
  guint32 days;
  guint32 week;                   /* its place in @weeks */
} GuatuCoreWeek;

struct _GuatuWorktime
{
  gint64         work;            /* working seconds between GUATU_INSTANT_MIN and GUATU_INSTANT_MAX */
  double         weeks_per_second;  /* of the usual week; 0 if it has no working time */
  gint64         core_from;       /* working seconds before the core, */
  gint64         core_work;       /* in it, */
  gint64         core_surplus;    /* and how many more than in as many usual weeks; likewise days */
  gint64         core_days_surplus;
  guint32        core_first;      /* number of the core's first week */
  guint32        n_core;
  GuatuWeek     *weeks;           /* [0] is the usual week */
  GuatuCoreWeek *core;            /* n_core, and one that stands for the end */
  guint32       *core_index;
  guint          n_weeks;
  gatomicrefcount ref_count;
};

G_END_DECLS
