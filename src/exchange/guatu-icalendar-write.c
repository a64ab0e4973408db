/* guatu-icalendar-write.c — milestones, key nodes, deadlines and tasks as an iCalendar file. */
#include "guatu-icalendar.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>
#include <string.h>

#include "guatu-key-node-dates.h"
#include "guatu-progress.h"

typedef struct
{
  const GuatuPlan     *plan;
  const GuatuSchedule *schedule;
  gint64              *reported;  /* by task row */
  struct icaltimetype  stamp;
  gboolean             chinese;
  icalcomponent       *calendar;
} Writer;

/* Values ----------------------------------------------------------------------------------------- */

static struct icaltimetype
local_time (GuatuInstant instant)
{
  GuatuCivil civil = guatu_instant_to_civil (instant);
  struct icaltimetype time = icaltime_null_time ();

  time.year = civil.year;
  time.month = civil.month;
  time.day = civil.day;
  time.hour = civil.hour;
  time.minute = civil.minute;
  time.second = civil.second;
  return time;
}

/* A line has no other marks than its own, and a text that is not there no line. */
static void
add_text (icalcomponent *component, icalproperty *(*make) (const char *text), const char *text)
{
  g_autofree char *clean = g_strdup (text);

  for (char *c = clean; *c != '\0'; c++)
    if (((guchar) *c < ' ' && *c != '\n') || *c == 0x7f)
      *c = ' ';
  if (clean[0] != '\0')
    icalcomponent_add_property (component, make (clean));
}

static const char *
word (const Writer *self, const char *english, const char *chinese)
{
  return self->chinese ? chinese : english;
}

/* Components ------------------------------------------------------------------------------------- */

static icalcomponent *
add_component (Writer *self, icalcomponent_kind kind, const char *what, gint64 id, const char *summary,
               const char *category)
{
  icalcomponent *component = icalcomponent_new (kind);
  g_autofree char *uid = g_strdup_printf ("%s-%" G_GINT64_FORMAT "@%" G_GINT64_FORMAT ".guatu", what, id,
                                          guatu_plan_settings (self->plan)->id);

  icalcomponent_add_property (component, icalproperty_new_uid (uid));
  icalcomponent_add_property (component, icalproperty_new_dtstamp (self->stamp));
  add_text (component, icalproperty_new_summary, summary);
  add_text (component, icalproperty_new_categories, category);
  icalcomponent_add_component (self->calendar, component);
  return component;
}

/* The categories of the ledgers that the task stands on, behind what kind of thing it is. */
static void
add_categories (Writer *self, icalcomponent *component, gint32 task)
{
  const GuatuLedgerItem *items = guatu_plan_rows (self->plan, GUATU_TABLE_LEDGER_ITEM);
  guint n;
  const gint32 *rows = guatu_plan_referrers (self->plan, GUATU_TABLE_LEDGER_ITEM, GUATU_LEDGER_ITEM_TASK, task, &n);

  for (guint i = 0; i < n; i++)
    if (items[rows[i]].category >= 0)
      add_text (component, icalproperty_new_categories,
                guatu_plan_string (self->plan, GUATU_TABLE_CATEGORY, items[rows[i]].category, GUATU_CATEGORY_NAME));
}

static void
add_event (Writer *self, gint32 task)
{
  GuatuInstant start = self->schedule->start[task], finish = self->schedule->finish[task];
  gboolean is_moment = finish <= start;
  icalcomponent *event = add_component (self, ICAL_VEVENT_COMPONENT, "task",
                                        guatu_plan_id (self->plan, GUATU_TABLE_TASK, task),
                                        guatu_plan_task_name (self->plan, task),
                                        is_moment ? word (self, "Milestone", "里程碑") : word (self, "Task", "任务"));

  add_categories (self, event, task);
  add_text (event, icalproperty_new_description, guatu_plan_task_string (self->plan, task, GUATU_TASK_OBJECTIVE));
  icalcomponent_add_property (event, icalproperty_new_dtstart (local_time (start)));
  if (!is_moment)
    icalcomponent_add_property (event, icalproperty_new_dtend (local_time (finish)));
  /* A span of weeks does not make people busy. */
  icalcomponent_add_property (event, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));
}

static void
add_deadline (Writer *self, gint32 task, GuatuInstant deadline)
{
  gint64 share = self->reported[task];
  icalcomponent *todo = add_component (self, ICAL_VTODO_COMPONENT, "deadline",
                                       guatu_plan_id (self->plan, GUATU_TABLE_TASK, task),
                                       guatu_plan_task_name (self->plan, task), word (self, "Deadline", "期限"));

  add_categories (self, todo, task);
  add_text (todo, icalproperty_new_description, guatu_plan_task_string (self->plan, task, GUATU_TASK_OBJECTIVE));
  icalcomponent_add_property (todo, icalproperty_new_due (local_time (deadline)));
  icalcomponent_add_property (todo, icalproperty_new_percentcomplete ((int) (share / 100)));
  icalcomponent_add_property (todo, icalproperty_new_status (share >= 10000 ? ICAL_STATUS_COMPLETED
                                                             : share > 0    ? ICAL_STATUS_INPROCESS
                                                                            : ICAL_STATUS_NEEDSACTION));
}

static void
add_key_node (Writer *self, gint32 row)
{
  const GuatuKeyNode *node = (const GuatuKeyNode *) guatu_plan_rows (self->plan, GUATU_TABLE_KEY_NODE) + row;
  GuatuInstant date = guatu_key_node_date (self->plan, self->schedule, row);
  g_autofree char *summary = NULL;
  icalcomponent *event;

  if (date == GUATU_NONE)
    return;
  summary = g_strconcat (guatu_plan_text (self->plan, node->name), word (self, " (", "（"),
                         guatu_plan_task_name (self->plan, node->task), word (self, ")", "）"), NULL);
  event = add_component (self, ICAL_VEVENT_COMPONENT, "node", node->id, summary, word (self, "Key node", "关键节点"));
  add_categories (self, event, node->task);
  icalcomponent_add_property (event, icalproperty_new_dtstart (local_time (date)));
  icalcomponent_add_property (event, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));
}

/* FALSE if nothing of the task is in the file. */
static gboolean
add_task (Writer *self, gint32 task, gboolean all)
{
  const GuatuTask *row = guatu_plan_task (self->plan, task);
  GuatuInstant deadline = guatu_plan_task_number (self->plan, task, GUATU_TASK_DEADLINE);
  gboolean is_milestone = row->kind == GUATU_KIND_MILESTONE ||
                          self->schedule->finish[task] == self->schedule->start[task];
  gboolean is_event = !guatu_plan_is_summary (self->plan, task) && (all || is_milestone);
  guint n;
  const gint32 *nodes = guatu_plan_referrers (self->plan, GUATU_TABLE_KEY_NODE, GUATU_KEY_NODE_TASK, task, &n);

  if (is_event)
    add_event (self, task);
  if (deadline != GUATU_NONE)
    add_deadline (self, task, deadline);
  for (guint i = 0; i < n; i++)
    add_key_node (self, nodes[i]);

  return is_event || deadline != GUATU_NONE || n > 0;
}

/* The file --------------------------------------------------------------------------------------- */

static icalproperty *
new_name (const char *text)
{
  icalproperty *name = icalproperty_new_x (text);

  icalproperty_set_x_name (name, "X-WR-CALNAME");
  return name;
}

static void
begin (Writer *self, gint64 made)
{
  self->stamp = icaltime_from_timet_with_zone ((time_t) (made / 1000), 0, icaltimezone_get_utc_timezone ());
  self->calendar = icalcomponent_new (ICAL_VCALENDAR_COMPONENT);
  icalcomponent_add_property (self->calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (self->calendar, icalproperty_new_prodid ("-//Guatu//Guatu//EN"));
  icalcomponent_add_property (self->calendar, icalproperty_new_calscale ("GREGORIAN"));
  add_text (self->calendar, new_name, guatu_plan_text (self->plan, guatu_plan_settings (self->plan)->title));
}

char *
guatu_icalendar_write (const GuatuPlan *plan, const GuatuSchedule *schedule, const GuatuExportOptions *options,
                       GuatuNotes *notes, gsize *length)
{
  Writer self = { .plan = plan, .schedule = schedule };
  const char *language = options->language;
  guint n, n_left_out = 0;
  const gint32 *outline;
  char *text, *copy;

  g_return_val_if_fail (plan != NULL && schedule != NULL, NULL);

  if (language == NULL)
    language = guatu_plan_text (plan, guatu_plan_settings (plan)->language);
  self.chinese = g_str_has_prefix (language, "zh");
  self.reported = guatu_progress_reported (plan, schedule, GUATU_NONE);
  begin (&self, options->made);
  outline = guatu_plan_outline (plan, &n);
  for (guint i = 0; i < n; i++)
    if (!guatu_plan_is_active (plan, outline[i]) || !add_task (&self, outline[i], options->tasks))
      n_left_out++;
  if (notes != NULL && n_left_out > 0)
    guatu_notes_add (notes, 0, 0, NULL,
                     ngettext ("%u task has no milestone, key node or deadline of its own, or is a summary, or takes "
                               "no part in the plan",
                               "%u tasks have no milestone, key node or deadline of their own, or are summaries, or "
                               "take no part in the plan", n_left_out), n_left_out);

  text = icalcomponent_as_ical_string_r (self.calendar);
  copy = g_strdup (text);
  if (length != NULL)
    *length = strlen (copy);
  icalmemory_free_buffer (text);
  icalcomponent_free (self.calendar);
  g_free (self.reported);
  return copy;
}
