/* guatu-drag-key-node.c — moves key nodes to where a day's work ends. */
#include "guatu-drag-key-node.h"

#include <glib/gi18n.h>

#include "guatu-drag-snap.h"
#include "guatu-edit-private.h"
#include "guatu-key-node-dates.h"
#include "guatu-task-words.h"
#include "guatu-timeline-marks.h"

/* Days that a step looks for work in: longer than any holiday. */
#define FURTHEST_STEP 400

static gint32
find_row (GuatuDocument *document,
          gint64         key_node)
{
  return guatu_plan_find (guatu_document_get_plan (document), GUATU_TABLE_KEY_NODE, key_node);
}

static const GuatuKeyNode *
node_at (const GuatuPlan *plan,
         gint32           row)
{
  return (const GuatuKeyNode *) guatu_plan_rows (plan, GUATU_TABLE_KEY_NODE) + row;
}

gboolean
guatu_key_node_check (GuatuDocument  *document,
                      gint64          key_node,
                      GError        **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  const char *reason = guatu_document_get_read_only_reason (document), *name;
  gint32 row = find_row (document, key_node);
  g_autofree char *day = NULL;

  if (reason != NULL)
    return guatu_edit_refuse (error, "%s", reason);
  if (row < 0)
    return guatu_edit_refuse (error, "%s", _("This key node no longer exists."));

  name = guatu_plan_text (plan, node_at (plan, row)->name);
  if (guatu_key_node_when (document, key_node) == GUATU_NONE)
    return guatu_edit_refuse (error, _("“%s” has no date yet."), name);
  if (node_at (plan, row)->done_on == GUATU_NONE)
    return TRUE;

  day = guatu_words_finish (plan, node_at (plan, row)->done_on);
  return guatu_edit_refuse (error, _("“%1$s” was reached on %2$s, so its planned date stays."), name, day);
}

GuatuInstant
guatu_key_node_when (GuatuDocument *document,
                     gint64         key_node)
{
  gint32 row = find_row (document, key_node);

  return row < 0 ? GUATU_NONE : guatu_key_node_date (guatu_document_get_plan (document),
                                                   guatu_document_get_schedule (document), row);
}

/* The end of work on the day that holds @t, or on the last day of work before it. */
static GuatuInstant
end_of_day (const GuatuPlan *plan,
            gint32           task,
            GuatuInstant     t)
{
  GuatuInstant night = t - guatu_instant_daytime (t) + GUATU_DAY;
  GuatuInstant end = guatu_worktime_end_eq (guatu_plan_task_worktime (plan, task), night);

  return CLAMP (end, GUATU_INSTANT_MIN, GUATU_INSTANT_MAX);
}

GuatuInstant
guatu_key_node_snap (GuatuDocument *document,
                     gint64         key_node,
                     gint64         delta,
                     GuatuSnap      snap)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  GuatuInstant from = guatu_key_node_when (document, key_node);
  gint32 row = find_row (document, key_node);
  gint64 moved;

  if (row < 0 || from == GUATU_NONE)
    return from;
  if (snap == GUATU_SNAP_HOUR)
    return CLAMP (guatu_snap_nearest (from + delta, GUATU_HOUR), GUATU_INSTANT_MIN, GUATU_INSTANT_MAX);
  moved = guatu_snap_nearest (delta, GUATU_DAY);
  if (moved == 0)
    return from;

  return end_of_day (plan, node_at (plan, row)->task,
                     CLAMP (from - 1 + moved, GUATU_INSTANT_MIN, GUATU_INSTANT_MAX - GUATU_DAY));
}

GuatuInstant
guatu_key_node_step (GuatuDocument *document,
                     gint64         key_node,
                     int            direction)
{
  GuatuInstant from = guatu_key_node_when (document, key_node), to = from;

  for (int days = 1; from != GUATU_NONE && days <= FURTHEST_STEP && (to - from) * direction <= 0; days++)
    to = guatu_key_node_snap (document, key_node, (gint64) days * direction * GUATU_DAY, GUATU_SNAP_DAY);

  return to;
}

gboolean
guatu_key_node_move (GuatuDocument  *document,
                     gint64          key_node,
                     GuatuInstant    t,
                     GError        **error)
{
  GuatuSetting date = { GUATU_KEY_NODE_DATE, GUATU_INTEGER (t) };

  if (!guatu_key_node_check (document, key_node, error))
    return FALSE;

  return t == guatu_key_node_when (document, key_node)
         || guatu_document_set (document, GUATU_TABLE_KEY_NODE, key_node, &date, 1, error);
}

gboolean
guatu_key_node_add (GuatuDocument  *document,
                    gint64          task,
                    GuatuInstant    t,
                    gint64         *id,
                    GError        **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_TASK, task);
  GuatuSetting settings[] = {
    { GUATU_KEY_NODE_TASK, GUATU_INTEGER (task) },
    { GUATU_KEY_NODE_NAME, GUATU_TEXT (_("New key node")) },
    { GUATU_KEY_NODE_DATE, GUATU_INTEGER (row >= 0 ? end_of_day (plan, row, t) : t) },
  };

  return guatu_document_add (document, GUATU_TABLE_KEY_NODE, settings, G_N_ELEMENTS (settings), id, error);
}

gboolean
guatu_key_node_toggle (GuatuDocument  *document,
                       gint64          key_node,
                       GuatuInstant    day,
                       GError        **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  gint32 row = find_row (document, key_node);
  GuatuSetting done = { GUATU_KEY_NODE_DONE_ON, GUATU_NULL };

  if (row < 0)
    return guatu_edit_refuse (error, "%s", _("This key node no longer exists."));
  if (node_at (plan, row)->done_on == GUATU_NONE)
    done.value = GUATU_INTEGER (guatu_instant_day (day - 1) * GUATU_DAY + guatu_plan_settings (plan)->default_finish);

  return guatu_document_set (document, GUATU_TABLE_KEY_NODE, key_node, &done, 1, error);
}
