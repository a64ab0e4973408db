/* guatu-pace-private.h — the pace of anything that has shares, a start, a due date and a calendar. */
#pragma once

#include "guatu-pace.h"
#include "guatu-reference-private.h"

G_BEGIN_DECLS

/* By task row, not rounded: what is planned and reported at an instant, what was reported four weeks before, and
 * when each task starts. Free with guatu_pace_facts_free(). */
typedef struct
{
  const GuatuPlan *plan;
  GuatuReference  *reference;
  GuatuInstant     status_date;
  double          *planned;
  double          *reported;
  double          *before;
  GuatuInstant    *start;       /* the actual start if that has come, else the reference start */
} GuatuPaceFacts;

GuatuPaceFacts *guatu_pace_facts_new    (const GuatuPlan       *plan,
                                         const GuatuSchedule   *schedule,
                                         GuatuInstant           status_date,
                                         GError               **error);
void            guatu_pace_facts_free   (GuatuPaceFacts        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GuatuPaceFacts, guatu_pace_facts_free)

/* Whose pace it is. */
typedef struct
{
  const GuatuWorktime *worktime;      /* %NULL: wall-clock time */
  gint64               day;           /* seconds of a working day of it */
  GuatuInstant         start;
  GuatuInstant         due;
  double               planned;
  double               reported;
  double               before;        /* four weeks ago */
  double               at_start;      /* what had been reported before the day of the start */
} GuatuPaceSubject;

/* Whether its pace depends on what had been reported before the start. */
gboolean        guatu_pace_asks_start   (const GuatuPaceSubject *subject,
                                         GuatuInstant           status_date);

GuatuPace       guatu_pace_of           (const GuatuPaceSubject *subject,
                                         GuatuInstant           status_date);

/* What can be said without a status date. */
GuatuPace       guatu_pace_unknown      (double                 reported);

/* The deadline, else the reference finish. */
GuatuInstant    guatu_pace_due          (const GuatuPaceFacts  *facts,
                                         gint32                 task);

G_END_DECLS
