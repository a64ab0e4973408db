/* guatu-year.h — a calendar year, day by day: what each day is, and what makes it so. */
#pragma once

#include "guatu-calendar.h"

G_BEGIN_DECLS

typedef enum
{
  GUATU_DAY_WORKING,        /* as the week says */
  GUATU_DAY_OTHER_HOURS,    /* the week works on it as well, but at other hours */
  GUATU_DAY_MAKE_UP,        /* worked although the week says off */
  GUATU_DAY_WEEKEND,        /* off, as the week says */
  GUATU_DAY_HOLIDAY,        /* off, with a name: of those that are published for the year, or come back every year */
  GUATU_DAY_CLOSURE,        /* off for another reason */
  GUATU_N_DAY_KINDS
} GuatuDayKind;

/* "Make-up working day", in the reader's language. */
const char    *guatu_day_kind_label  (GuatuDayKind     kind);
gboolean       guatu_day_kind_works  (GuatuDayKind     kind);

typedef struct
{
  GuatuDayKind kind;
  gint32       exception;   /* the calendar_exception that decides, of the calendar or a base; -1: the week does */
  gint32       weekday;     /* the calendar_day by which the week says what it says; -1: nothing does, so off */
} GuatuYearDay;

typedef struct
{
  int          year;
  gint32       calendar;
  GuatuInstant from;        /* midnight of 1 January */
  guint        n_days;
  guint        n_working;
  gboolean     lacks_data;  /* the calendar knows holidays of some years, but not all of this one's */
  GuatuYearDay days[366];
} GuatuYear;

/* Years of plans. */
#define GUATU_FIRST_YEAR 1900
#define GUATU_LAST_YEAR  2199

/* What is heard first is what guatu_plan_worktime() works by. @plan is settled, @calendar one of its rows. */
GuatuYear     *guatu_year_new        (const GuatuPlan *plan,
                                      gint32           calendar,
                                      int              year);
void           guatu_year_free       (GuatuYear       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuYear, guatu_year_free)

/* The day that holds @t; %NULL outside the year. */
const GuatuYearDay *guatu_year_day   (const GuatuYear *self,
                                      GuatuInstant     t);

/* What the exception that decides is called; "". Lives until the plan changes. */
const char    *guatu_year_day_name   (const GuatuPlan *plan,
                                      const GuatuYearDay *day);

/* The hours of the week for that day, sorted, into an array of GuatuHours. Unref it. */
GArray        *guatu_year_week_hours (const GuatuPlan *plan,
                                      const GuatuYearDay *day);

/* Hours of a calendar_day or a calendar_exception, as @field of calendar_hours says, sorted. Unref it. */
GArray        *guatu_calendar_hours  (const GuatuPlan *plan,
                                      guint            field,
                                      gint32           row);

/* Years without data among those that @from … @to reach into: those after the published ones, and those before. Each
 * pair is 0 where there is none. Answers whether there are any. */
typedef struct
{
  int before_first;
  int before_last;
  int after_first;
  int after_last;
} GuatuMissingYears;

gboolean       guatu_calendar_missing_years (const GuatuPlan *plan,
                                      gint32           calendar,
                                      GuatuInstant     from,
                                      GuatuInstant     to,
                                      GuatuMissingYears *missing);

/* "Holidays of 2027 are not published yet", in the reader's language; "" where none are missing. Free it. */
char          *guatu_missing_years_text (const GuatuMissingYears *missing);

/* Users ---------------------------------------------------------------------------------------------- */

/* Who names the calendar: the plan, so many tasks, units and people, and calendars that rest on it. */
typedef struct
{
  gboolean plan;
  guint    n_tasks;
  guint    n_units;
  guint    n_people;
  guint    n_calendars;
} GuatuCalendarUse;

GuatuCalendarUse guatu_calendar_use  (const GuatuPlan *plan,
                                      gint32           calendar);

/* Two versions ---------------------------------------------------------------------------------------- */

/* A day that is another one afterwards: its kind, name or hours. Names live as long as the plans. */
typedef struct
{
  GuatuInstant day;
  GuatuDayKind before;
  GuatuDayKind after;
  const char  *name_before;
  const char  *name_after;
} GuatuDayChange;

/* The days from @from to @to that the calendar has otherwise in @after, by date: an array of GuatuDayChange. Both
 * plans are settled and have the calendar in this row. Unref it. */
GArray        *guatu_calendar_changes (const GuatuPlan *before,
                                      const GuatuPlan *after,
                                      gint32           calendar,
                                      GuatuInstant     from,
                                      GuatuInstant     to);

G_END_DECLS
