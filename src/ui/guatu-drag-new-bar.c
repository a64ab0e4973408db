/* guatu-drag-new-bar.c — turns a stretch of empty ground into a task. */
#include "guatu-drag-new-bar.h"

#include <glib/gi18n.h>
#include <math.h>

#include "guatu-task-edit.h"

static const GuatuWorktime *
worktime_of (GuatuDocument *document)
{
  return guatu_plan_worktime (guatu_document_get_plan (document), -1);
}

static GuatuInstant
whole (double t)
{
  return (GuatuInstant) CLAMP (floor (t), (double) GUATU_INSTANT_MIN, (double) (GUATU_INSTANT_MAX - GUATU_DAY));
}

void
guatu_new_bar_snap (GuatuDocument *document,
                    double         pressed,
                    double         dragged,
                    GuatuSnap      snap,
                    GuatuInstant  *start,
                    GuatuInstant  *finish)
{
  const GuatuWorktime *worktime = worktime_of (document);
  gint64 unit = snap == GUATU_SNAP_HOUR ? GUATU_HOUR : GUATU_DAY;
  GuatuInstant from = whole (MIN (pressed, dragged)), to = whole (MAX (pressed, dragged)), last;

  /* Both units are taken in whole: that in which it begins, and that in which it ends. */
  from -= ((from % unit) + unit) % unit;
  to += unit - ((to % unit) + unit) % unit;
  *start = guatu_worktime_next (worktime, from);
  *finish = guatu_worktime_end_eq (worktime, to);
  if (*finish > *start && guatu_worktime_work (worktime, *start, *finish) > 0)
    return;

  /* On days off: the first day of work after them. */
  last = snap == GUATU_SNAP_HOUR ? *start + unit : *start - guatu_instant_daytime (*start) + GUATU_DAY;
  *finish = MAX (guatu_worktime_end_eq (worktime, last), *start + GUATU_MINUTE);
}

gboolean
guatu_new_bar_commit (GuatuDocument  *document,
                      GuatuInstant    start,
                      GuatuInstant    finish,
                      gint64          before,
                      gint64         *id,
                      GError        **error)
{
  gint64 work = MAX (guatu_worktime_work (worktime_of (document), start, finish), GUATU_MINUTE);
  gint64 day = guatu_plan_settings (guatu_document_get_plan (document))->minutes_per_day * GUATU_MINUTE;
  GuatuSetting settings[] = {
    { GUATU_TASK_CONSTRAINT, GUATU_INTEGER (GUATU_CONSTRAINT_SNET) },
    { GUATU_TASK_CONSTRAINT_DATE, GUATU_INTEGER (start) },
    { GUATU_TASK_DURATION, GUATU_INTEGER (work) },
    { GUATU_TASK_DURATION_UNIT, GUATU_INTEGER (work < day ? GUATU_UNIT_HOUR : GUATU_UNIT_DAY) },
  };

  return guatu_task_edit_add_with (document, _("New task"), settings, G_N_ELEMENTS (settings), before, id, error);
}
