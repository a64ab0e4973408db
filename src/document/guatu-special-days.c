/* guatu-special-days.c — days off and days worked put into a calendar, tried on a copy of the plan first. */
#include "guatu-special-days.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "guatu-document-private.h"
#include "guatu-id.h"
#include "guatu-special-days-private.h"
#include "guatu-year.h"

#define EXCEPTION GUATU_TABLE_CALENDAR_EXCEPTION
#define HOURS     GUATU_TABLE_CALENDAR_HOURS

/* More hours than a day can have apart from each other are not compared. */
#define MAX_HOURS 64

typedef struct
{
  GuatuInstant from;
  GuatuInstant to;
} Range;

/* The edit while it is being made on @plan, a copy. */
typedef struct
{
  const GuatuPlan       *before;        /* rows have the same numbers in both */
  GuatuPlan             *plan;
  gint32                 calendar;
  const GuatuDaysImport *import;
  GuatuHours             usual[MAX_HOURS];
  guint                  n_usual;
  GArray                *taken;         /* of Range: days that the import speaks of, sorted, apart from each other */
  GHashTable            *by_day;        /* first day → index + 1 into the import's days, */
  guint                 *next;          /* and from there on */
  GHashTable            *there;         /* indices + 1 of days that are in the calendar just so */
} Edit;

/* Hours -------------------------------------------------------------------------------------------- */

/* The hours of a calendar_day or calendar_exception row; up to MAX_HOURS. */
static guint
read_hours (const GuatuPlan *plan, guint field, gint32 row, GuatuHours *hours)
{
  const GuatuCalendarHours *table = guatu_plan_rows (plan, HOURS);
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, HOURS, field, row, &n);

  n = MIN (n, MAX_HOURS);
  for (guint i = 0; i < n; i++)
    hours[i] = (GuatuHours) { (gint32) table[rows[i]].from_time, (gint32) table[rows[i]].to_time };
  return n;
}

/* Those of the first weekday from Monday on that has any. */
static guint
week_hours (const GuatuPlan *plan, gint32 calendar, GuatuHours *hours)
{
  const GuatuCalendarDay *days = guatu_plan_rows (plan, GUATU_TABLE_CALENDAR_DAY);
  guint n_days;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_CALENDAR_DAY, GUATU_CALENDAR_DAY_CALENDAR, calendar,
                                             &n_days);

  for (int weekday = 0; weekday < 7; weekday++)
    for (guint i = 0; i < n_days; i++)
      if (days[rows[i]].weekday == weekday && days[rows[i]].week < 0)
        {
          guint n = read_hours (plan, GUATU_CALENDAR_HOURS_DAY, rows[i], hours);

          if (n > 0)
            return n;
        }
  return 0;
}

static void
find_usual_hours (Edit *edit)
{
  static const GuatuHours standard[] = { { 8 * GUATU_HOUR, 12 * GUATU_HOUR }, { 13 * GUATU_HOUR, 17 * GUATU_HOUR } };
  gint32 calendar = edit->calendar;

  for (int steps = 0; steps < 64 && calendar >= 0 && edit->n_usual == 0; steps++)
    {
      edit->n_usual = week_hours (edit->before, calendar, edit->usual);
      calendar = (gint32) guatu_plan_number (edit->plan, GUATU_TABLE_CALENDAR, calendar, GUATU_CALENDAR_BASE);
    }
  if (edit->n_usual > 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (standard); i++)
    edit->usual[edit->n_usual++] = standard[i];
}

/* Rows --------------------------------------------------------------------------------------------- */

static void
set_number (Edit *edit, GuatuTable table, gint32 row, guint field, gint64 number)
{
  guatu_plan_set (edit->plan, table, row, field, GUATU_INTEGER (number));
}

static void
add_exception (Edit *edit, const GuatuSpecialDays *days, const GuatuHours *hours, guint n)
{
  const gint64 values[] = {
    [GUATU_CALENDAR_EXCEPTION_CALENDAR] = guatu_plan_id (edit->plan, GUATU_TABLE_CALENDAR, edit->calendar),
    [GUATU_CALENDAR_EXCEPTION_FROM_DATE] = days->from,
    [GUATU_CALENDAR_EXCEPTION_TO_DATE] = days->to,
    [GUATU_CALENDAR_EXCEPTION_RECURRENCE] = days->recurrence,
    [GUATU_CALENDAR_EXCEPTION_PERIOD] = days->period,
    [GUATU_CALENDAR_EXCEPTION_WEEKDAYS] = days->weekdays,
    [GUATU_CALENDAR_EXCEPTION_MONTH] = days->month,
    [GUATU_CALENDAR_EXCEPTION_MONTH_DAY] = days->month_day,
    [GUATU_CALENDAR_EXCEPTION_PLACE] = days->place,
    [GUATU_CALENDAR_EXCEPTION_ITEM] = days->item,
    [GUATU_CALENDAR_EXCEPTION_IS_CLOSURE] = days->closure && !days->works,
  };
  gint32 row = guatu_plan_insert (edit->plan, EXCEPTION, guatu_id_next ());
  gint64 id = guatu_plan_id (edit->plan, EXCEPTION, row);

  for (guint field = 1; field < G_N_ELEMENTS (values); field++)
    if (field != GUATU_CALENDAR_EXCEPTION_NAME)
      set_number (edit, EXCEPTION, row, field, values[field]);
  guatu_plan_set (edit->plan, EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_NAME, GUATU_TEXT (days->name));

  for (guint i = 0; i < n; i++)
    {
      gint32 stretch = guatu_plan_insert (edit->plan, HOURS, guatu_id_next ());

      set_number (edit, HOURS, stretch, GUATU_CALENDAR_HOURS_EXCEPTION, id);
      set_number (edit, HOURS, stretch, GUATU_CALENDAR_HOURS_FROM_TIME, hours[i].from);
      set_number (edit, HOURS, stretch, GUATU_CALENDAR_HOURS_TO_TIME, hours[i].to);
    }
}

/* A row as the import would write it, but for its hours. Free the name. */
static GuatuSpecialDays
days_of (const Edit *edit, gint32 row, char **name)
{
  const GuatuCalendarException *exception =
    (const GuatuCalendarException *) guatu_plan_rows (edit->before, EXCEPTION) + row;

  *name = g_strdup (guatu_plan_text (edit->before, exception->name));
  return (GuatuSpecialDays) {
    .from = exception->from_date, .to = exception->to_date, .name = *name,
    .recurrence = (GuatuRecurrence) exception->recurrence, .period = (int) exception->period,
    .weekdays = exception->weekdays, .month = exception->month, .month_day = exception->month_day,
    .place = exception->place, .item = exception->item, .closure = exception->is_closure,
  };
}

/* The hours that the days are to have. */
static const GuatuHours *
wanted_hours (const Edit *edit, const GuatuSpecialDays *days, guint *n)
{
  *n = !days->works ? 0 : days->n_hours > 0 ? days->n_hours : edit->n_usual;
  return days->n_hours > 0 ? days->hours : edit->usual;
}

static gboolean
is_same (const Edit *edit, const GuatuSpecialDays *a, const GuatuHours *hours, guint n, const GuatuSpecialDays *b)
{
  guint n_wanted;
  const GuatuHours *wanted = wanted_hours (edit, b, &n_wanted);

  if (b->as_week)
    return FALSE;
  if (a->from != b->from || a->to != b->to || !g_str_equal (a->name, b->name) || a->recurrence != b->recurrence ||
      a->period != b->period || a->weekdays != b->weekdays || a->month != b->month ||
      a->month_day != b->month_day || a->place != b->place || a->item != b->item ||
      !a->closure != !(b->closure && !b->works) || n != n_wanted)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (hours[i].from != wanted[i].from || hours[i].to != wanted[i].to)
      return FALSE;
  return TRUE;
}

/* Making room -------------------------------------------------------------------------------------- */

static int
compare_ranges (gconstpointer a, gconstpointer b)
{
  const Range *one = a, *other = b;

  return (one->from > other->from) - (one->from < other->from);
}

/* The plain days of the import as ranges that do not touch each other. */
static void
find_taken (Edit *edit)
{
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (Range));

  for (guint i = 0; i < edit->import->n; i++)
    {
      Range range = { edit->import->days[i].from, edit->import->days[i].to };

      if (edit->import->days[i].recurrence == GUATU_RECUR_DAILY)
        g_array_append_val (all, range);
    }
  g_array_sort (all, compare_ranges);
  for (guint i = 0; i < all->len; i++)
    {
      const Range *range = &g_array_index (all, Range, i);
      Range *last = edit->taken->len > 0 ? &g_array_index (edit->taken, Range, edit->taken->len - 1) : NULL;

      if (last != NULL && range->from <= last->to + GUATU_DAY)
        last->to = MAX (last->to, range->to);
      else
        g_array_append_vals (edit->taken, range, 1);
    }
}

/* The first taken range that ends on or after @day. */
static guint
first_taken (const Edit *edit, GuatuInstant day)
{
  guint low = 0, high = edit->taken->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (edit->taken, Range, middle).to < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
remove_exception (Edit *edit, gint32 row)
{
  guint n;
  const gint32 *rows = guatu_plan_referrers (edit->before, HOURS, GUATU_CALENDAR_HOURS_EXCEPTION, row, &n);

  for (guint i = 0; i < n; i++)
    guatu_plan_remove (edit->plan, HOURS, rows[i]);
  guatu_plan_remove (edit->plan, EXCEPTION, row);
}

/* What remains of a plain exception where the import speaks of some of its days. */
static void
cut (Edit *edit, gint32 row, GuatuSpecialDays days, const GuatuHours *hours, guint n)
{
  GuatuInstant day = days.from, end = days.to;

  remove_exception (edit, row);
  for (guint i = first_taken (edit, day); i < edit->taken->len && day <= end; i++)
    {
      const Range *range = &g_array_index (edit->taken, Range, i);

      if (range->from > end)
        break;
      days.from = day;
      days.to = range->from - GUATU_DAY;
      if (days.from <= days.to)
        add_exception (edit, &days, hours, n);
      day = range->to + GUATU_DAY;
    }
  days.from = day;
  days.to = end;
  if (day <= end)
    add_exception (edit, &days, hours, n);
}

/* Whether the exception is one of the import's; that one then need not be made. */
static gboolean
is_there (Edit *edit, const GuatuSpecialDays *days, const GuatuHours *hours, guint n)
{
  guint i = GPOINTER_TO_UINT (g_hash_table_lookup (edit->by_day, GINT_TO_POINTER (guatu_instant_day (days->from))));

  for (; i > 0; i = edit->next[i - 1])
    if (is_same (edit, days, hours, n, &edit->import->days[i - 1]) &&
        g_hash_table_add (edit->there, GUINT_TO_POINTER (i)))
      return TRUE;
  return FALSE;
}

/* The import's days in chains by their first day: there may be many, on both sides. */
static void
index_days (Edit *edit)
{
  edit->by_day = g_hash_table_new (NULL, NULL);
  edit->next = g_new0 (guint, edit->import->n + 1);
  for (guint i = 0; i < edit->import->n; i++)
    {
      gpointer day = GINT_TO_POINTER (guatu_instant_day (edit->import->days[i].from));

      edit->next[i] = GPOINTER_TO_UINT (g_hash_table_lookup (edit->by_day, day));
      g_hash_table_insert (edit->by_day, day, GUINT_TO_POINTER (i + 1));
    }
}

static void
make_room (Edit *edit)
{
  guint n_rows;
  const gint32 *old = guatu_plan_referrers (edit->before, EXCEPTION, GUATU_CALENDAR_EXCEPTION_CALENDAR,
                                            edit->calendar, &n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *name = NULL;
      GuatuSpecialDays days = days_of (edit, old[i], &name);
      GuatuHours hours[MAX_HOURS];
      guint n = read_hours (edit->before, GUATU_CALENDAR_HOURS_EXCEPTION, old[i], hours);
      guint first = first_taken (edit, days.from);

      if (is_there (edit, &days, hours, n))
        continue;
      if (guatu_plan_id (edit->before, EXCEPTION, old[i]) == edit->import->replaces)
        {
          remove_exception (edit, old[i]);
          continue;
        }
      if (days.recurrence != GUATU_RECUR_DAILY ||
          first == edit->taken->len || g_array_index (edit->taken, Range, first).from > days.to)
        continue;
      cut (edit, old[i], days, hours, n);
    }
}

/* The edit ------------------------------------------------------------------------------------------ */

static void
add_days (Edit *edit)
{
  for (guint i = 0; i < edit->import->n; i++)
    {
      const GuatuSpecialDays *days = &edit->import->days[i];
      guint n;
      const GuatuHours *hours = wanted_hours (edit, days, &n);

      if (!days->as_week && !g_hash_table_contains (edit->there, GUINT_TO_POINTER (i + 1)))
        add_exception (edit, days, hours, n);
    }
}

/* A run of days that want the hours of the week written down. */
typedef struct
{
  GuatuSpecialDays days;
  GArray          *hours;
} Run;

static void
end_run (Edit *edit, Run *run)
{
  if (run->hours == NULL)
    return;
  add_exception (edit, &run->days, (const GuatuHours *) run->hours->data, run->hours->len);
  g_clear_pointer (&run->hours, g_array_unref);
}

static gboolean
goes_on (const Run *run, GuatuInstant day, const GArray *hours)
{
  return run->hours != NULL && run->days.to + GUATU_DAY == day && run->hours->len == hours->len &&
         (hours->len == 0 || memcmp (run->hours->data, hours->data, hours->len * sizeof (GuatuHours)) == 0);
}

/* Whom days still listen to once the plain exceptions are off them: what recurs, and base calendars. Against these the
 * week is written down as an exception. */
static void
follow_week_on (Edit *edit, const GuatuPlan *plan, const GuatuSpecialDays *days)
{
  Run run = { .days = { .name = "" } };
  g_autoptr(GuatuYear) year = NULL;

  for (GuatuInstant day = days->from; day <= days->to; day += GUATU_DAY)
    {
      int number = guatu_instant_to_civil (day).year;
      g_autoptr(GArray) hours = NULL;
      const GuatuYearDay *told;

      if (year == NULL || year->year != number)
        {
          g_clear_pointer (&year, guatu_year_free);
          year = guatu_year_new (plan, edit->calendar, number);
        }
      told = guatu_year_day (year, day);
      if (told->kind == GUATU_DAY_WORKING || told->kind == GUATU_DAY_WEEKEND)
        continue;

      hours = guatu_year_week_hours (plan, told);
      if (!goes_on (&run, day, hours))
        {
          end_run (edit, &run);
          run.days.from = day;
          run.hours = g_array_ref (hours);
        }
      run.days.to = day;
    }
  end_run (edit, &run);
}

static void
follow_week (Edit *edit)
{
  g_autoptr(GuatuPlan) plan = NULL;

  for (guint i = 0; i < edit->import->n; i++)
    if (edit->import->days[i].as_week)
      {
        if (plan == NULL)
          {
            guatu_plan_settle (edit->plan);
            plan = guatu_plan_copy (edit->plan);
            guatu_plan_settle (plan);
          }
        follow_week_on (edit, plan, &edit->import->days[i]);
      }
}

/* Years that are published in one piece with those that are already. */
static void
widen (Edit *edit)
{
  gint64 from = guatu_plan_number (edit->plan, GUATU_TABLE_CALENDAR, edit->calendar, GUATU_CALENDAR_DATA_FROM);
  gint64 to = guatu_plan_number (edit->plan, GUATU_TABLE_CALENDAR, edit->calendar, GUATU_CALENDAR_DATA_TO);
  const GuatuDaysImport *import = edit->import;
  gboolean none = from == GUATU_NONE || to == GUATU_NONE;

  if (import->covers_from == GUATU_NONE || import->covers_to == GUATU_NONE)
    return;
  if (!none && (import->covers_from > to + GUATU_DAY || import->covers_to < from - GUATU_DAY))
    return;

  set_number (edit, GUATU_TABLE_CALENDAR, edit->calendar, GUATU_CALENDAR_DATA_FROM,
              none ? import->covers_from : MIN (from, import->covers_from));
  set_number (edit, GUATU_TABLE_CALENDAR, edit->calendar, GUATU_CALENDAR_DATA_TO,
              none ? import->covers_to : MAX (to, import->covers_to));
}

/* Numbers that the table would not let in. */
static gboolean
check_recurrence (const GuatuSpecialDays *days, GError **error)
{
  const struct { guint field; gint64 value; } values[] = {
    { GUATU_CALENDAR_EXCEPTION_RECURRENCE, days->recurrence },
    { GUATU_CALENDAR_EXCEPTION_PERIOD, days->period },
    { GUATU_CALENDAR_EXCEPTION_WEEKDAYS, days->weekdays },
    { GUATU_CALENDAR_EXCEPTION_MONTH, days->month },
    { GUATU_CALENDAR_EXCEPTION_MONTH_DAY, days->month_day },
    { GUATU_CALENDAR_EXCEPTION_PLACE, days->place },
    { GUATU_CALENDAR_EXCEPTION_ITEM, days->item },
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (!guatu_field_check (guatu_field (EXCEPTION, values[i].field), GUATU_INTEGER (values[i].value), error))
      return FALSE;
  return guatu_field_check (guatu_field (EXCEPTION, GUATU_CALENDAR_EXCEPTION_NAME), GUATU_TEXT (days->name), error);
}

/* Sorted, apart and within the day, as guatu_hours_parse() gives them. */
gboolean
guatu_hours_check (const GuatuHours *hours, guint n, GError **error)
{
  if (n > MAX_HOURS)
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                  _("A day has at most %d stretches of work."), MAX_HOURS);
  for (guint i = 0; i < n; i++)
    if (hours[i].from < (i > 0 ? hours[i - 1].to : 0) || hours[i].from >= hours[i].to || hours[i].to > GUATU_DAY)
      return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                    _("Working hours must end after they begin, lie within the day, and not overlap."));
  return TRUE;
}

static gboolean
check_days (const GuatuSpecialDays *days, GError **error)
{
  if (!guatu_hours_check (days->hours, days->n_hours, error))
    return FALSE;
  if (days->from <= days->to && guatu_instant_is_valid (days->from) && guatu_instant_is_valid (days->to) &&
      guatu_instant_daytime (days->from) == 0 && guatu_instant_daytime (days->to) == 0)
    return check_recurrence (days, error);

  return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_INVALID,
                                _("“%s” ends before it starts, or lies outside the years of a plan."), days->name);
}

GuatuPlan *
guatu_special_days_apply (const GuatuPlan *plan, gint32 calendar, const GuatuDaysImport *import, GError **error)
{
  Edit edit = { .before = plan, .calendar = calendar, .import = import };

  for (guint i = 0; i < import->n; i++)
    if (!check_days (&import->days[i], error))
      return NULL;

  edit.plan = guatu_plan_copy (plan);
  edit.taken = g_array_new (FALSE, FALSE, sizeof (Range));
  edit.there = g_hash_table_new (NULL, NULL);
  guatu_plan_settle (edit.plan);
  find_usual_hours (&edit);
  find_taken (&edit);
  index_days (&edit);
  make_room (&edit);
  add_days (&edit);
  follow_week (&edit);
  widen (&edit);
  guatu_plan_settle (edit.plan);

  g_array_unref (edit.taken);
  g_hash_table_unref (edit.there);
  g_hash_table_unref (edit.by_day);
  g_free (edit.next);
  return edit.plan;
}
