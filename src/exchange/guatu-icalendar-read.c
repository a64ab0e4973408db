/* guatu-icalendar-read.c — the all-day events of an iCalendar file as days off and days worked. */
#include "guatu-icalendar-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "guatu-icalendar-scan-private.h"

/* Rules that become no recurring exception are laid out so far, so often, and no more of them in a file. */
#define MAX_YEARS       20
#define MAX_OCCURRENCES 1000
#define MAX_LAID_OUT    500

/* Nobody is away for longer. */
#define MAX_SPAN 366

typedef struct
{
  GuatuHolidays *holidays;
  GuatuNotes    *notes;
  guint          line;          /* of the component that is read */
  guint          n_laid_out;
  gboolean       full;
} Reader;

static void
note (Reader *self, const char *component, const char *name, const char *text)
{
  g_autofree char *place = name[0] != '\0' ? g_strdup_printf (_("Line %u, %s “%s”"), self->line, component, name)
                                           : g_strdup_printf (_("Line %u, %s"), self->line, component);

  guatu_notes_add (self->notes, 0, 0, place, "%s", text);
}

static void
add (Reader *self, const GuatuSpecialDays *days)
{
  self->full = self->full || !guatu_holidays_add (self->holidays, days);
}

/* What kind of day ---------------------------------------------------------------------------------- */

static GuatuDayHint
property_hint (icalproperty *property)
{
  const char *value = icalproperty_get_value_as_string (property);
  const char *name = icalproperty_get_property_name (property);

  switch ((int) icalproperty_isa (property))
    {
    case ICAL_SUMMARY_PROPERTY:
    case ICAL_CATEGORIES_PROPERTY:
      return value != NULL ? guatu_holidays_hint (value) : GUATU_DAY_SAYS_NOTHING;
    case ICAL_X_PROPERTY:
      if (value != NULL && name != NULL && g_ascii_strcasecmp (name, "X-APPLE-SPECIAL-DAY") == 0)
        return guatu_holidays_hint (value);
      if (value != NULL && name != NULL && strstr (name, "WORKDAY") != NULL)
        return g_ascii_strcasecmp (value, "TRUE") == 0 || g_str_equal (value, "1") ? GUATU_DAY_IS_WORKED
                                                                                   : GUATU_DAY_IS_OFF;
      return GUATU_DAY_SAYS_NOTHING;
    default:
      return GUATU_DAY_SAYS_NOTHING;
    }
}

/* The first hint counts; the summary comes before the others. */
static gboolean
is_worked (icalcomponent *event, const char *summary, GuatuInstant day)
{
  GuatuDayHint hint = guatu_holidays_hint (summary);

  for (icalproperty *property = icalcomponent_get_first_property (event, ICAL_ANY_PROPERTY);
       property != NULL && hint == GUATU_DAY_SAYS_NOTHING;
       property = icalcomponent_get_next_property (event, ICAL_ANY_PROPERTY))
    hint = property_hint (property);

  return hint == GUATU_DAY_IS_WORKED || (hint == GUATU_DAY_IS_SWAPPED && guatu_instant_weekday (day) >= 5);
}

/* When ----------------------------------------------------------------------------------------------- */

static gboolean
day_of (struct icaltimetype time, GuatuInstant *day)
{
  GuatuCivil civil = { .year = time.year, .month = time.month, .day = time.day };

  if (icaltime_is_null_time (time) || !guatu_civil_is_valid (civil))
    return FALSE;
  *day = guatu_instant_from_civil (civil);
  return TRUE;
}

/* The days of an event, or why there are none. */
static const char *
find_days (icalcomponent *event, GuatuSpecialDays *days)
{
  struct icaltimetype start = icalcomponent_get_dtstart (event);
  GuatuInstant end;

  if (!day_of (start, &days->from))
    return _("it has no day on which it starts; it was left out");
  if (!start.is_date)
    return _("it has a time of day, so it is no day off; it was left out");

  days->to = days->from;
  if (day_of (icalcomponent_get_dtend (event), &end) && end > days->from)
    days->to = end - GUATU_DAY;
  if (days->to - days->from > MAX_SPAN * GUATU_DAY)
    return _("it lasts for more than a year; it was left out");
  return NULL;
}

static const char *
refuse_event (icalcomponent *event)
{
  if (icalcomponent_get_status (event) == ICAL_STATUS_CANCELLED)
    return _("it was cancelled, and left out");
  if (icalcomponent_get_first_property (event, ICAL_RECURRENCEID_PROPERTY) != NULL)
    return _("a change of one occurrence of another event is not carried over");
  return NULL;
}

/* Recurrence ----------------------------------------------------------------------------------------- */

/* The days that EXDATE takes out of a rule, as numbers; %NULL if there are none. */
static GHashTable *
find_left_out (icalcomponent *event)
{
  GHashTable *left_out = NULL;

  for (icalproperty *property = icalcomponent_get_first_property (event, ICAL_EXDATE_PROPERTY); property != NULL;
       property = icalcomponent_get_next_property (event, ICAL_EXDATE_PROPERTY))
    {
      GuatuInstant day;

      if (!day_of (icalproperty_get_exdate (property), &day))
        continue;
      if (left_out == NULL)
        left_out = g_hash_table_new (NULL, NULL);
      g_hash_table_add (left_out, GINT_TO_POINTER (guatu_instant_day (day)));
    }
  return left_out;
}

/* Every occurrence an exception of its own. */
static void
lay_out (Reader *self, const struct icalrecurrencetype *rule, GHashTable *left_out, GuatuSpecialDays days)
{
  GuatuInstant start = days.from, span = days.to - days.from;
  GuatuInstant until = guatu_icalendar_until (rule), last = guatu_instant_add_months (start, 12 * MAX_YEARS);
  guint n = 0;

  for (GuatuInstant day = start; day <= MIN (until, last) && n < MAX_OCCURRENCES; day += GUATU_DAY)
    {
      if (day != start && !guatu_icalendar_matches (rule, start, day))
        continue;
      if (rule->count > 0 && n >= (guint) rule->count)
        return;
      n++;
      days.from = day;
      days.to = day + span;
      if (guatu_instant_is_valid (days.to) &&
          (left_out == NULL || !g_hash_table_contains (left_out, GINT_TO_POINTER (guatu_instant_day (day)))))
        add (self, &days);
    }
  if (n >= MAX_OCCURRENCES || (until > last && (rule->count == 0 || n < (guint) rule->count)))
    note (self, "VEVENT", days.name, _("its rule cannot be kept; its days were laid out for 20 years, 1,000 at most"));
}

static void
read_rule (Reader *self, icalcomponent *event, icalproperty *property, GuatuSpecialDays days)
{
  struct icalrecurrencetype rule = icalproperty_get_rrule (property);
  g_autoptr(GHashTable) left_out = find_left_out (event);
  const char *trouble = NULL;

  if (!guatu_icalendar_understands (&rule))
    trouble = _("its rule of recurrence is not understood; only its first time was taken");
  else if (left_out == NULL && guatu_icalendar_map (&rule, &days))
    {
      add (self, &days);
      return;
    }
  else if (self->n_laid_out++ >= MAX_LAID_OUT)
    trouble = _("the file has too many rules that have to be laid out; only its first time was taken");

  if (trouble == NULL)
    {
      lay_out (self, &rule, left_out, days);
      return;
    }
  note (self, "VEVENT", days.name, trouble);
  add (self, &days);
}

/* Components ----------------------------------------------------------------------------------------- */

/* Whether the complaint is about who wrote an event and when, which no calendar of working days keeps. */
static gboolean
is_no_loss (const char *complaint)
{
  static const char * const unused[] = { "DTSTAMP", "CREATED", "LAST-MODIFIED", "ORGANIZER", "ATTENDEE", NULL };

  for (guint i = 0; unused[i] != NULL; i++)
    if (strstr (complaint, unused[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* What libical itself could not read. */
static void
note_errors (Reader *self, icalcomponent *component)
{
  for (icalproperty *property = icalcomponent_get_first_property (component, ICAL_XLICERROR_PROPERTY);
       property != NULL; property = icalcomponent_get_next_property (component, ICAL_XLICERROR_PROPERTY))
    {
      const char *text = icalproperty_get_xlicerror (property);
      g_autofree char *line = NULL;

      if (text == NULL || is_no_loss (text))
        continue;
      /* Translators: what the iCalendar parser complains of, in English. */
      line = g_strdup_printf (_("a line of it is not understood and was left out: %s"), text);
      note (self, icalcomponent_kind_to_string (icalcomponent_isa (component)), "", line);
    }
}

static void
read_event (Reader *self, icalcomponent *event)
{
  const char *summary = icalcomponent_get_summary (event);
  GuatuSpecialDays days = { .name = summary != NULL ? summary : "" };
  g_autofree char *name = g_strdup (days.name);
  const char *trouble = refuse_event (event);
  icalproperty *rule;

  days.name = name;
  if (trouble == NULL)
    trouble = find_days (event, &days);
  if (trouble != NULL)
    {
      note (self, "VEVENT", name, trouble);
      return;
    }

  days.works = is_worked (event, name, days.from);
  if (icalcomponent_get_first_property (event, ICAL_RDATE_PROPERTY) != NULL)
    note (self, "VEVENT", name, _("further dates (RDATE) were left out"));
  rule = icalcomponent_get_first_property (event, ICAL_RRULE_PROPERTY);
  if (rule == NULL)
    {
      add (self, &days);
      return;
    }
  if (icalcomponent_get_next_property (event, ICAL_RRULE_PROPERTY) != NULL)
    note (self, "VEVENT", name, _("of several rules of recurrence the first was taken"));
  read_rule (self, event, icalcomponent_get_first_property (event, ICAL_RRULE_PROPERTY), days);
}

/* The line where the component begins: the scan has marked it. */
static guint
line_of (icalcomponent *component)
{
  for (icalproperty *property = icalcomponent_get_first_property (component, ICAL_X_PROPERTY); property != NULL;
       property = icalcomponent_get_next_property (component, ICAL_X_PROPERTY))
    if (g_strcmp0 (icalproperty_get_x_name (property), GUATU_ICALENDAR_LINE) == 0 && icalproperty_get_x (property))
      return (guint) g_ascii_strtoull (icalproperty_get_x (property), NULL, 10);
  return 0;
}

static void
read_component (Reader *self, icalcomponent *component)
{
  icalcomponent_kind kind = icalcomponent_isa (component);
  const char *name = icalcomponent_kind_to_string (kind);

  if (kind != ICAL_XROOT_COMPONENT)
    {
      self->line = line_of (component);
      note_errors (self, component);
    }

  if (kind == ICAL_VEVENT_COMPONENT)
    {
      read_event (self, component);
    }
  else if (kind != ICAL_XROOT_COMPONENT && kind != ICAL_VCALENDAR_COMPONENT && kind != ICAL_VTIMEZONE_COMPONENT &&
           kind != ICAL_VALARM_COMPONENT && kind != ICAL_XSTANDARD_COMPONENT && kind != ICAL_XDAYLIGHT_COMPONENT)
    {
      const char *summary = icalcomponent_get_summary (component);

      note (self, name != NULL ? name : "?", summary != NULL ? summary : "", _("this is no event; it was left out"));
    }

  for (icalcomponent *inner = icalcomponent_get_first_component (component, ICAL_ANY_COMPONENT); inner != NULL;
       inner = icalcomponent_get_next_component (component, ICAL_ANY_COMPONENT))
    read_component (self, inner);
}

/* The file ------------------------------------------------------------------------------------------- */

/* Whether a plain day of the import lies in the range. */
static gboolean
has_day (const GuatuHolidays *self, GuatuInstant from, GuatuInstant to)
{
  for (guint i = 0; i < self->days->len; i++)
    {
      const GuatuSpecialDays *days = &g_array_index (self->days, GuatuSpecialDays, i);

      if (days->recurrence == GUATU_RECUR_DAILY && days->from <= to && days->to >= from)
        return TRUE;
    }
  return FALSE;
}

static gboolean
covers (const GuatuHolidays *self, int year)
{
  GuatuInstant first = guatu_instant_from_civil ((GuatuCivil) { .year = year, .month = 1, .day = 1 });
  GuatuInstant autumn = guatu_instant_from_civil ((GuatuCivil) { .year = year, .month = 10, .day = 1 });
  GuatuInstant last = guatu_instant_from_civil ((GuatuCivil) { .year = year, .month = 12, .day = 31 });

  return has_day (self, first, first) && has_day (self, autumn, last);
}

/* The latest years in a row that the file covers. */
static void
find_covered_years (GuatuHolidays *self)
{
  for (int year = 2199; year >= 1900; year--)
    if (covers (self, year))
      {
        self->covers_from = guatu_instant_from_civil ((GuatuCivil) { .year = year, .month = 1, .day = 1 });
        if (self->covers_to == GUATU_NONE)
          self->covers_to = guatu_instant_from_civil ((GuatuCivil) { .year = year, .month = 12, .day = 31 });
      }
    else if (self->covers_to != GUATU_NONE)
      return;
}

gboolean
guatu_holidays_read_icalendar (GuatuHolidays *self, const char *text, gsize length, GuatuNotes *notes, GError **error)
{
  g_autofree char *marked = guatu_icalendar_scan (text, length, error);
  Reader reader = { .holidays = self, .notes = notes };
  icalcomponent *root;

  if (marked == NULL)
    return FALSE;

  icalerror_set_errors_are_fatal (FALSE);
  root = icalparser_parse_string (marked);
  if (root == NULL)
    {
      g_set_error_literal (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_INVALID,
                           _("The file is no iCalendar that can be read."));
      return FALSE;
    }
  read_component (&reader, root);
  icalcomponent_free (root);
  icalmemory_free_ring ();

  if (reader.full)
    {
      g_set_error (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_TOO_LARGE, _("The file has more than %d days."),
                   GUATU_HOLIDAYS_MAX_DAYS);
      return FALSE;
    }
  find_covered_years (self);
  return TRUE;
}
