/* guatu-row-rules.c — what the rows of each table must obey, beyond the kind and range of their fields. */
#include "guatu-row-edit.h"

#include <glib/gi18n-lib.h>

/* An import may hold what no verb would let in. Such a row is no obstacle to an edit of something else: a
 * rule is only asked where one of its fields changes. */
static gboolean
changes_either (const GuatuRowEdit *self, guint a, guint b)
{
  return guatu_row_edit_changes (self, a) || guatu_row_edit_changes (self, b);
}

/* Whether two dates stand the wrong way round; an empty one is never wrong. */
static gboolean
is_reversed (gint64 from, gint64 to)
{
  return from != GUATU_NONE && to != GUATU_NONE && from > to;
}

/* Whether following @field upwards from the row's new parent leads back to the row. */
static gboolean
makes_loop (const GuatuRowEdit *self, guint field)
{
  const GuatuPlan *plan = self->document->plan;
  gint32 row = guatu_row_edit_reference (self, field);

  if (self->row < 0)
    return FALSE;
  for (guint steps = guatu_plan_n_rows (plan, self->table); row >= 0; steps--)
    {
      if (row == self->row || steps == 0)
        return TRUE;
      row = (gint32) guatu_plan_number (plan, self->table, row, field);
    }
  return FALSE;
}

gint32
guatu_row_edit_find_same_text (const GuatuRowEdit *self, guint field)
{
  const GuatuPlan *plan = self->document->plan;
  const char *text = guatu_row_edit_string (self, field);
  gint32 n = (gint32) guatu_plan_n_rows (plan, self->table);

  for (gint32 row = 0; row < n && text[0] != '\0'; row++)
    if (row != self->row && guatu_plan_id (plan, self->table, row) != 0 &&
        g_str_equal (guatu_plan_string (plan, self->table, row, field), text))
      return row;
  return -1;
}

static gboolean
check_plan (GuatuRowEdit *self, GError **error)
{
  gint64 start = guatu_row_edit_number (self, GUATU_PLAN_START);
  gint64 target = guatu_row_edit_number (self, GUATU_PLAN_FINISH_TARGET);
  gboolean from_finish = guatu_row_edit_number (self, GUATU_PLAN_SCHEDULE_FROM) == GUATU_FROM_FINISH;
  gboolean ends_change = guatu_row_edit_changes (self, GUATU_PLAN_START) ||
                         guatu_row_edit_changes (self, GUATU_PLAN_FINISH_TARGET) ||
                         guatu_row_edit_changes (self, GUATU_PLAN_SCHEDULE_FROM);

  if (ends_change && from_finish && target == GUATU_NONE)
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                  _("A plan that is scheduled from the finish needs one: set finish_target as well, "
                                    "or schedule_from=start."));
  if (ends_change && !from_finish && is_reversed (start, target))
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                  _("The finish target lies before the plan’s start. Change finish_target or start."));
  if (changes_either (self, GUATU_PLAN_DEFAULT_START, GUATU_PLAN_DEFAULT_FINISH) &&
      guatu_row_edit_number (self, GUATU_PLAN_DEFAULT_START) >=
      guatu_row_edit_number (self, GUATU_PLAN_DEFAULT_FINISH))
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                  _("The default finish time must come after the default start time."));
  if (changes_either (self, GUATU_PLAN_MINUTES_PER_DAY, GUATU_PLAN_MINUTES_PER_WEEK) &&
      guatu_row_edit_number (self, GUATU_PLAN_MINUTES_PER_WEEK) <
      guatu_row_edit_number (self, GUATU_PLAN_MINUTES_PER_DAY))
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                  _("A week of work cannot be shorter than a day of work. Change minutes_per_week or "
                                    "minutes_per_day."));
  if (changes_either (self, GUATU_PLAN_CRITICAL_FLOAT, GUATU_PLAN_NEAR_CRITICAL_FLOAT) &&
      guatu_row_edit_number (self, GUATU_PLAN_NEAR_CRITICAL_FLOAT) <
      guatu_row_edit_number (self, GUATU_PLAN_CRITICAL_FLOAT))
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                  _("The float up to which a task is near-critical cannot be smaller than the one up "
                                    "to which it is critical."));
  return TRUE;
}

static gboolean
check_calendar (GuatuRowEdit *self, GError **error)
{
  if (makes_loop (self, GUATU_CALENDAR_BASE))
    GUATU_REFUSE_ROW (self, error, _("Calendar %s would be its own base. Choose another base calendar."), title_);
  if (changes_either (self, GUATU_CALENDAR_DATA_FROM, GUATU_CALENDAR_DATA_TO) &&
      is_reversed (guatu_row_edit_number (self, GUATU_CALENDAR_DATA_FROM),
                   guatu_row_edit_number (self, GUATU_CALENDAR_DATA_TO)))
    GUATU_REFUSE_ROW (self, error, _("Calendar %s: the last day with published holidays lies before the first."),
                      title_);
  if (guatu_row_edit_changes (self, GUATU_CALENDAR_SLUG) &&
      guatu_row_edit_find_same_text (self, GUATU_CALENDAR_SLUG) >= 0)
    GUATU_REFUSE_ROW (self, error, _("Calendar %s: another calendar has the short name “%s” already. Choose another "
                                     "one."), title_, guatu_row_edit_string (self, GUATU_CALENDAR_SLUG));
  return TRUE;
}

static gboolean
check_calendar_day (GuatuRowEdit *self, GError **error)
{
  const GuatuPlan *plan = self->document->plan;
  gint32 calendar = guatu_row_edit_reference (self, GUATU_CALENDAR_DAY_CALENDAR);
  const gint32 *days;
  guint n;

  days = guatu_plan_referrers (plan, GUATU_TABLE_CALENDAR_DAY, GUATU_CALENDAR_DAY_CALENDAR, calendar, &n);
  for (guint i = 0; i < n; i++)
    if (days[i] != self->row &&
        guatu_plan_number (plan, GUATU_TABLE_CALENDAR_DAY, days[i], GUATU_CALENDAR_DAY_WEEKDAY) ==
        guatu_row_edit_number (self, GUATU_CALENDAR_DAY_WEEKDAY) &&
        guatu_plan_number (plan, GUATU_TABLE_CALENDAR_DAY, days[i], GUATU_CALENDAR_DAY_WEEK) ==
        guatu_row_edit_reference (self, GUATU_CALENDAR_DAY_WEEK))
      {
        g_autofree char *title = guatu_row_title (plan, GUATU_TABLE_CALENDAR, calendar);

        return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                      _("Calendar %s says something of this weekday already. Change its hours "
                                        "instead."), title);
      }
  return TRUE;
}

static gboolean
check_calendar_week (GuatuRowEdit *self, GError **error)
{
  if (is_reversed (guatu_row_edit_number (self, GUATU_CALENDAR_WEEK_FROM_DATE),
                   guatu_row_edit_number (self, GUATU_CALENDAR_WEEK_TO_DATE)))
    GUATU_REFUSE_ROW (self, error, _("Working week %s: its last day lies before its first. Change from_date or "
                                     "to_date."), title_);
  return TRUE;
}

/* Days that come back: what the kind of recurrence needs beside it. Fields as the table numbers them. */
typedef struct
{
  guint recurrence;
  guint weekdays;
  guint month;
  guint month_day;
} RecurringFields;

static gboolean
check_recurring (GuatuRowEdit *self, const RecurringFields *fields, GError **error)
{
  int recurrence = (int) guatu_row_edit_number (self, fields->recurrence);

  if (recurrence == GUATU_RECUR_WEEKLY && guatu_row_edit_number (self, fields->weekdays) == 0)
    GUATU_REFUSE_ROW (self, error, _("%s comes back weekly, but on no weekday. Set weekdays as well."), title_);
  if ((recurrence == GUATU_RECUR_MONTHLY_DAY || recurrence == GUATU_RECUR_YEARLY_DAY) &&
      guatu_row_edit_number (self, fields->month_day) == 0)
    GUATU_REFUSE_ROW (self, error, _("%s needs the day of the month. Set month_day as well."), title_);
  if ((recurrence == GUATU_RECUR_YEARLY_DAY || recurrence == GUATU_RECUR_YEARLY_PLACE) &&
      guatu_row_edit_number (self, fields->month) == 0)
    GUATU_REFUSE_ROW (self, error, _("%s needs the month. Set month as well."), title_);
  return TRUE;
}

static gboolean
check_calendar_exception (GuatuRowEdit *self, GError **error)
{
  static const RecurringFields fields = { GUATU_CALENDAR_EXCEPTION_RECURRENCE, GUATU_CALENDAR_EXCEPTION_WEEKDAYS,
                                          GUATU_CALENDAR_EXCEPTION_MONTH, GUATU_CALENDAR_EXCEPTION_MONTH_DAY };

  if (is_reversed (guatu_row_edit_number (self, GUATU_CALENDAR_EXCEPTION_FROM_DATE),
                   guatu_row_edit_number (self, GUATU_CALENDAR_EXCEPTION_TO_DATE)))
    GUATU_REFUSE_ROW (self, error, _("Calendar exception %s: its last day lies before its first. Change from_date or "
                                     "to_date."), title_);
  return check_recurring (self, &fields, error);
}

static gboolean
check_recurrence (GuatuRowEdit *self, GError **error)
{
  static const RecurringFields fields = { GUATU_RECURRENCE_RECURRENCE, GUATU_RECURRENCE_WEEKDAYS,
                                          GUATU_RECURRENCE_MONTH, GUATU_RECURRENCE_MONTH_DAY };
  gint32 task = guatu_row_edit_reference (self, GUATU_RECURRENCE_TASK);
  gint64 to = guatu_row_edit_number (self, GUATU_RECURRENCE_TO_DATE);
  const gint32 *others;
  guint n;

  others = guatu_plan_referrers (self->document->plan, GUATU_TABLE_RECURRENCE, GUATU_RECURRENCE_TASK, task, &n);
  if (n > 1 || (n == 1 && others[0] != self->row))
    GUATU_REFUSE_ROW (self, error, _("%s comes back already. Change that recurrence instead."), title_);
  if ((to == GUATU_NONE) == (guatu_row_edit_number (self, GUATU_RECURRENCE_TIMES) == GUATU_NONE))
    GUATU_REFUSE_ROW (self, error, _("%s must come back until a day, or so many times. Set exactly one of to_date and "
                                     "times."), title_);
  if (is_reversed (guatu_row_edit_number (self, GUATU_RECURRENCE_FROM_DATE), to))
    GUATU_REFUSE_ROW (self, error, _("%s: the last day lies before the first. Change from_date or to_date."), title_);
  return check_recurring (self, &fields, error);
}

static gboolean
check_sponsorship (GuatuRowEdit *self, GError **error)
{
  int named = (guatu_row_edit_string (self, GUATU_SPONSORSHIP_OBJECT)[0] != '\0') +
              (guatu_row_edit_reference (self, GUATU_SPONSORSHIP_UNIT) >= 0) +
              (guatu_row_edit_reference (self, GUATU_SPONSORSHIP_TASK) >= 0);

  if (named != 1)
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                  _("A sponsorship is of a unit, of a task, or of something that is named. Set exactly "
                                    "one of unit, task and object."));
  if (is_reversed (guatu_row_edit_number (self, GUATU_SPONSORSHIP_FROM_DATE),
                   guatu_row_edit_number (self, GUATU_SPONSORSHIP_TO_DATE)))
    GUATU_REFUSE_ROW (self, error, _("Sponsorship %s: its last day lies before its first. Change from_date or "
                                     "to_date."), title_);
  return TRUE;
}

static gboolean
check_calendar_hours (GuatuRowEdit *self, GError **error)
{
  const GuatuPlan *plan = self->document->plan;
  gint32 day = guatu_row_edit_reference (self, GUATU_CALENDAR_HOURS_DAY);
  gint32 exception = guatu_row_edit_reference (self, GUATU_CALENDAR_HOURS_EXCEPTION);
  gint64 from = guatu_row_edit_number (self, GUATU_CALENDAR_HOURS_FROM_TIME);
  gint64 to = guatu_row_edit_number (self, GUATU_CALENDAR_HOURS_TO_TIME);
  const gint32 *hours;
  guint n;

  if ((day >= 0) == (exception >= 0))
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                  _("Working hours belong to one weekday or to one exception. Set exactly one of day "
                                    "and exception."));
  if (from >= to)
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                  _("Working hours must end after they begin. A shift over midnight is two entries, "
                                    "one on each day."));

  hours = guatu_plan_referrers (plan, GUATU_TABLE_CALENDAR_HOURS,
                                day >= 0 ? GUATU_CALENDAR_HOURS_DAY : GUATU_CALENDAR_HOURS_EXCEPTION,
                                day >= 0 ? day : exception, &n);
  for (guint i = 0; i < n; i++)
    if (hours[i] != self->row &&
        from < guatu_plan_number (plan, GUATU_TABLE_CALENDAR_HOURS, hours[i], GUATU_CALENDAR_HOURS_TO_TIME) &&
        to > guatu_plan_number (plan, GUATU_TABLE_CALENDAR_HOURS, hours[i], GUATU_CALENDAR_HOURS_FROM_TIME))
      {
        g_autofree char *other = guatu_row_name (plan, GUATU_TABLE_CALENDAR_HOURS, hours[i]);

        return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                      _("These working hours overlap with %s of the same day. Change those, or choose "
                                        "others."), other);
      }
  return TRUE;
}

static gboolean
check_phase (GuatuRowEdit *self, GError **error)
{
  if (changes_either (self, GUATU_PHASE_FROM_DATE, GUATU_PHASE_TO_DATE) &&
      is_reversed (guatu_row_edit_number (self, GUATU_PHASE_FROM_DATE),
                   guatu_row_edit_number (self, GUATU_PHASE_TO_DATE)))
    GUATU_REFUSE_ROW (self, error, _("Phase %s: its last day lies before its first. Change from_date or to_date."),
                      title_);
  return TRUE;
}

static gboolean
check_unit (GuatuRowEdit *self, GError **error)
{
  if (makes_loop (self, GUATU_UNIT_PARENT))
    GUATU_REFUSE_ROW (self, error, _("Unit %s cannot be put under itself or under a unit that stands below it."),
                      title_);
  return TRUE;
}

static gboolean
check_membership (GuatuRowEdit *self, GError **error)
{
  const GuatuPlan *plan = self->document->plan;
  gint32 unit = guatu_row_edit_reference (self, GUATU_MEMBERSHIP_UNIT);
  gint32 person = guatu_row_edit_reference (self, GUATU_MEMBERSHIP_PERSON);
  const gint32 *members;
  guint n;

  members = guatu_plan_referrers (plan, GUATU_TABLE_MEMBERSHIP, GUATU_MEMBERSHIP_UNIT, unit, &n);
  for (guint i = 0; i < n; i++)
    if (members[i] != self->row &&
        guatu_plan_number (plan, GUATU_TABLE_MEMBERSHIP, members[i], GUATU_MEMBERSHIP_PERSON) == person)
      {
        g_autofree char *who = guatu_row_title (plan, GUATU_TABLE_PERSON, person);
        g_autofree char *where = guatu_row_title (plan, GUATU_TABLE_UNIT, unit);

        return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                      _("%s is a member of %s already. Change that membership’s duty instead."),
                                      who, where);
      }
  return TRUE;
}

static gboolean
check_category (GuatuRowEdit *self, GError **error)
{
  const GuatuPlan *plan = self->document->plan;
  guint n;

  if (self->row < 0 || !guatu_row_edit_changes (self, GUATU_CATEGORY_LEDGER))
    return TRUE;

  guatu_plan_referrers (plan, GUATU_TABLE_LEDGER_ITEM, GUATU_LEDGER_ITEM_CATEGORY, self->row, &n);
  if (n > 0)
    GUATU_REFUSE_ROW (self, error, _("Category %s is in use on its ledger. Take the items out of it first."), title_);
  return TRUE;
}

static gboolean
check_ledger_item (GuatuRowEdit *self, GError **error)
{
  const GuatuPlan *plan = self->document->plan;
  gint32 ledger = guatu_row_edit_reference (self, GUATU_LEDGER_ITEM_LEDGER);
  gint32 category = guatu_row_edit_reference (self, GUATU_LEDGER_ITEM_CATEGORY);

  if (category >= 0 && guatu_plan_number (plan, GUATU_TABLE_CATEGORY, category, GUATU_CATEGORY_LEDGER) != ledger)
    {
      g_autofree char *category_title = guatu_row_title (plan, GUATU_TABLE_CATEGORY, category);
      g_autofree char *ledger_title = guatu_row_title (plan, GUATU_TABLE_LEDGER, ledger);

      return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                    _("Category %s is not one of the ledger %s. Choose one of that ledger."),
                                    category_title, ledger_title);
    }
  return TRUE;
}

static gboolean
check_key_node (GuatuRowEdit *self, GError **error)
{
  /* Only one of the two can hold: the one that is given now takes the other's place. */
  if (guatu_row_edit_is_given (self, GUATU_KEY_NODE_DATE) != guatu_row_edit_is_given (self, GUATU_KEY_NODE_SHARE))
    {
      gboolean by_date = guatu_row_edit_is_given (self, GUATU_KEY_NODE_DATE);

      if (guatu_row_edit_number (self, by_date ? GUATU_KEY_NODE_DATE : GUATU_KEY_NODE_SHARE) != GUATU_NONE)
        guatu_row_edit_set_number (self, by_date ? GUATU_KEY_NODE_SHARE : GUATU_KEY_NODE_DATE, GUATU_NONE);
    }

  if ((guatu_row_edit_number (self, GUATU_KEY_NODE_DATE) == GUATU_NONE) ==
      (guatu_row_edit_number (self, GUATU_KEY_NODE_SHARE) == GUATU_NONE))
    GUATU_REFUSE_ROW (self, error, _("Key node %s stands at a date or at a share of its task’s span. Set exactly one "
                                     "of date and share."), title_);
  return TRUE;
}

static gboolean
check_baseline (GuatuRowEdit *self, GError **error)
{
  if (guatu_row_edit_changes (self, GUATU_BASELINE_NAME) &&
      guatu_row_edit_find_same_text (self, GUATU_BASELINE_NAME) >= 0)
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                  _("There is a baseline “%s” already. Choose another name, or drop that one first."),
                                  guatu_row_edit_string (self, GUATU_BASELINE_NAME));
  return TRUE;
}

static gboolean
check_custom_value (GuatuRowEdit *self, GError **error)
{
  gboolean of_task = guatu_row_edit_reference (self, GUATU_CUSTOM_VALUE_TASK) >= 0;
  gboolean of_person = guatu_row_edit_reference (self, GUATU_CUSTOM_VALUE_PERSON) >= 0;

  if (of_task == of_person)
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                  _("A custom value belongs to one task or to one person. Set exactly one of task and "
                                    "person."));
  return TRUE;
}

gboolean
guatu_row_edit_check (GuatuRowEdit *self, GError **error)
{
  switch (self->table)
    {
    case GUATU_TABLE_PLAN:
      return check_plan (self, error);
    case GUATU_TABLE_CALENDAR:
      return check_calendar (self, error);
    case GUATU_TABLE_CALENDAR_DAY:
      return check_calendar_day (self, error);
    case GUATU_TABLE_CALENDAR_WEEK:
      return check_calendar_week (self, error);
    case GUATU_TABLE_CALENDAR_EXCEPTION:
      return check_calendar_exception (self, error);
    case GUATU_TABLE_CALENDAR_HOURS:
      return check_calendar_hours (self, error);
    case GUATU_TABLE_PHASE:
      return check_phase (self, error);
    case GUATU_TABLE_UNIT:
      return check_unit (self, error);
    case GUATU_TABLE_MEMBERSHIP:
      return check_membership (self, error);
    case GUATU_TABLE_CATEGORY:
      return check_category (self, error);
    case GUATU_TABLE_TASK:
      return guatu_row_edit_check_task (self, error);
    case GUATU_TABLE_LEDGER_ITEM:
      return check_ledger_item (self, error);
    case GUATU_TABLE_KEY_NODE:
      return check_key_node (self, error);
    case GUATU_TABLE_LINK:
      return guatu_row_edit_check_link (self, error);
    case GUATU_TABLE_ASSIGNMENT:
      return guatu_row_edit_check_assignment (self, error);
    case GUATU_TABLE_BASELINE:
      return check_baseline (self, error);
    case GUATU_TABLE_CUSTOM_VALUE:
      return check_custom_value (self, error);
    case GUATU_TABLE_LIGHT_OVERRIDE:
      return guatu_row_edit_check_light_override (self, error);
    case GUATU_TABLE_LIGHT_RULE_SET:
      return guatu_row_edit_check_light_rule_set (self, error);
    case GUATU_TABLE_TASK_TARGET:
      return guatu_row_edit_check_task_target (self, error);
    case GUATU_TABLE_SPONSORSHIP:
      return check_sponsorship (self, error);
    case GUATU_TABLE_RECURRENCE:
      return check_recurrence (self, error);
    case GUATU_TABLE_PERSON:
    case GUATU_TABLE_LEDGER:
    case GUATU_TABLE_BASELINE_TASK:
    case GUATU_TABLE_REPORT:
    case GUATU_TABLE_TASK_SPLIT:
    case GUATU_TABLE_CUSTOM_FIELD:
    case GUATU_N_TABLES:
    default:
      return TRUE;
    }
}
