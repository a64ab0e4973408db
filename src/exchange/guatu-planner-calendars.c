/* guatu-planner-calendars.c — GNOME Planner's calendars: kinds of days, weeks made of them, and single days. */
#include "guatu-planner-private.h"

#include "guatu-samples.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The kinds that every file has. */
#define WORKING    "0"
#define NONWORKING "1"
#define USE_BASE   "2"

/* More stretches of work a day than anybody has. */
#define MAX_HOURS 24

static const char * const weekdays[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

typedef struct
{
  GuatuHours hours[MAX_HOURS];
  guint      n;
} DayHours;

/* What a calendar says, before it is known what its kinds of days are. */
typedef struct _Calendar Calendar;

struct _Calendar
{
  Calendar   *base;
  gint32      row;
  char       *week[7];          /* the kind of each weekday */
  GHashTable *kinds;            /* kind → DayHours */
  GArray     *days;             /* of Day */
};

typedef struct
{
  GuatuInstant date;
  char        *kind;
  guint        line;
} Day;

static void
clear_day (gpointer data)
{
  g_free (((Day *) data)->kind);
}

static void
calendar_clear (Calendar *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->week); i++)
    g_free (self->week[i]);
  g_hash_table_unref (self->kinds);
  g_array_unref (self->days);
}

/* "0830" as seconds of the day. */
static gboolean
read_time (const char *text, gint64 *daytime)
{
  gint64 number;

  if (strlen (text) != 4 || !guatu_foreign_integer (text, &number) || number < 0 || number > 2400 || number % 100 > 59)
    return FALSE;
  *daytime = number / 100 * GUATU_HOUR + number % 100 * GUATU_MINUTE;
  return TRUE;
}

/* A day that ends at 0000 ends with its 24th hour. */
static void
read_interval (GuatuForeign *foreign, DayHours *day)
{
  const char *start = guatu_foreign_attribute (foreign, "start");
  const char *end = guatu_foreign_attribute (foreign, "end");
  gint64 from, to;

  if (read_time (start, &from) && read_time (end, &to) && day->n < MAX_HOURS)
    {
      if (to == 0)
        to = GUATU_DAY;
      if (from < to)
        {
          day->hours[day->n++] = (GuatuHours) { (gint32) from, (gint32) to };
          return;
        }
    }
  guatu_foreign_note (foreign, guatu_xml_line (foreign->xml), "interval", NULL,
                      _("%s–%s are no working hours of one day; they were left out"), start, end);
}

static void
read_week (GuatuForeign *foreign, Calendar *calendar)
{
  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    {
      g_free (calendar->week[i]);
      calendar->week[i] = g_strdup (guatu_xml_attribute (foreign->xml, weekdays[i]));
    }
}

static void
read_kinds (GuatuForeign *foreign, Calendar *calendar)
{
  int depth = guatu_xml_depth (foreign->xml);

  while (guatu_xml_child (foreign->xml, depth))
    {
      int inner = guatu_xml_depth (foreign->xml);
      DayHours *day = g_new0 (DayHours, 1);

      g_hash_table_replace (calendar->kinds, g_strdup (guatu_foreign_attribute (foreign, "id")), day);
      while (guatu_xml_child (foreign->xml, inner))
        read_interval (foreign, day);
    }
}

static void
read_days (GuatuForeign *foreign, Calendar *calendar)
{
  int depth = guatu_xml_depth (foreign->xml);

  while (guatu_xml_child (foreign->xml, depth))
    {
      const char *date = guatu_foreign_attribute (foreign, "date");
      Day day = { .line = guatu_xml_line (foreign->xml) };

      if (!guatu_planner_time (date, &day.date))
        {
          guatu_foreign_note (foreign, day.line, "day", date, _("there is no such day; it was left out"));
          continue;
        }
      day.date = guatu_instant_day (day.date) * GUATU_DAY;
      day.kind = g_strdup (guatu_foreign_attribute (foreign, "id"));
      g_array_append_val (calendar->days, day);
    }
}

/* Making the rows ----------------------------------------------------------------------------------- */

/* The hours of a kind of day: this calendar's, else those that its base gives the kind. */
static const GuatuHours *
hours_of (const Calendar *calendar, const char *kind, guint *n)
{
  *n = 0;
  if (g_str_equal (kind, NONWORKING))
    return NULL;
  for (; calendar != NULL; calendar = calendar->base)
    {
      const DayHours *day = g_hash_table_lookup (calendar->kinds, kind);

      if (day != NULL)
        {
          *n = day->n;
          return day->hours;
        }
    }
  if (!g_str_equal (kind, WORKING))
    return NULL;
  *n = G_N_ELEMENTS (guatu_foreign_usual_hours);
  return guatu_foreign_usual_hours;
}

static void
make_week (GuatuForeign *foreign, const Calendar *calendar)
{
  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    {
      const GuatuHours *hours;
      gint32 row;
      guint n;

      if (calendar->week[i] == NULL || g_str_equal (calendar->week[i], USE_BASE))
        continue;
      hours = hours_of (calendar, calendar->week[i], &n);
      row = guatu_foreign_insert (foreign, GUATU_TABLE_CALENDAR_DAY, GUATU_CALENDAR_DAY_CALENDAR,
                                  GUATU_TABLE_CALENDAR, calendar->row);
      guatu_foreign_set_number (foreign, GUATU_TABLE_CALENDAR_DAY, row, GUATU_CALENDAR_DAY_WEEKDAY, i);
      guatu_foreign_add_hours (foreign, GUATU_CALENDAR_HOURS_DAY, row, hours, n);
    }
}

static void
make_days (GuatuForeign *foreign, const Calendar *calendar)
{
  for (guint i = 0; i < calendar->days->len; i++)
    {
      const Day *day = &g_array_index (calendar->days, Day, i);
      const GuatuHours *hours;
      gint32 row;
      guint n;

      if (g_str_equal (day->kind, USE_BASE))
        continue;
      hours = hours_of (calendar, day->kind, &n);
      row = guatu_foreign_insert (foreign, GUATU_TABLE_CALENDAR_EXCEPTION, GUATU_CALENDAR_EXCEPTION_CALENDAR,
                                  GUATU_TABLE_CALENDAR, calendar->row);
      guatu_foreign_set_number (foreign, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_FROM_DATE,
                                day->date);
      guatu_foreign_set_number (foreign, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_TO_DATE,
                                day->date);
      guatu_foreign_add_hours (foreign, GUATU_CALENDAR_HOURS_EXCEPTION, row, hours, n);
    }
}

static void
read_calendar (GuatuPlanner *self, Calendar *base)
{
  GuatuForeign *foreign = &self->foreign;
  int depth = guatu_xml_depth (foreign->xml);
  Calendar calendar = { .base = base };

  calendar.row = guatu_foreign_add_calendar (foreign, guatu_foreign_attribute (foreign, "id"),
                                             guatu_foreign_attribute (foreign, "name"));
  calendar.kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  calendar.days = g_array_new (FALSE, FALSE, sizeof (Day));
  g_array_set_clear_func (calendar.days, clear_day);
  if (base != NULL)
    guatu_plan_set (foreign->plan, GUATU_TABLE_CALENDAR, calendar.row, GUATU_CALENDAR_BASE,
                    GUATU_INTEGER (guatu_plan_id (foreign->plan, GUATU_TABLE_CALENDAR, base->row)));

  while (guatu_xml_child (foreign->xml, depth))
    {
      const char *name = guatu_xml_name (foreign->xml);

      if (g_str_equal (name, "default-week"))
        read_week (foreign, &calendar);
      else if (g_str_equal (name, "overridden-day-types"))
        read_kinds (foreign, &calendar);
      else if (g_str_equal (name, "days"))
        read_days (foreign, &calendar);
      else if (g_str_equal (name, "calendar"))
        read_calendar (self, &calendar);
      else
        guatu_foreign_drop (foreign, name);
    }
  make_week (foreign, &calendar);
  make_days (foreign, &calendar);
  calendar_clear (&calendar);
}

void
guatu_planner_read_calendars (GuatuPlanner *self)
{
  GuatuXml *xml = self->foreign.xml;

  while (guatu_xml_child (xml, 1))
    if (g_str_equal (guatu_xml_name (xml), "calendar"))
      read_calendar (self, NULL);
}

gboolean
guatu_planner_choose_calendar (GuatuPlanner *self, GError **error)
{
  GuatuForeign *foreign = &self->foreign;
  gint32 row = guatu_foreign_find (foreign->calendars, self->calendar);

  if (row < 0 && self->calendar[0] != '\0')
    guatu_foreign_note (foreign, 0, "project/@calendar", NULL, _("there is no calendar “%s”; another one was taken"),
                        self->calendar);
  if (row < 0 && guatu_plan_n_live (foreign->plan, GUATU_TABLE_CALENDAR) > 0)
    row = 0;
  if (row < 0)
    row = guatu_calendar_add (foreign->plan, "standard", error);
  if (row < 0)
    return FALSE;

  guatu_plan_set (foreign->plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_CALENDAR,
                  GUATU_INTEGER (guatu_plan_id (foreign->plan, GUATU_TABLE_CALENDAR, row)));
  guatu_plan_settle (foreign->plan);
  if (!guatu_worktime_works (guatu_plan_worktime (foreign->plan, row)))
    guatu_foreign_note (foreign, 0, "calendar",
                        guatu_plan_string (foreign->plan, GUATU_TABLE_CALENDAR, row, GUATU_CALENDAR_NAME),
                        _("it has no working time, so the dates cannot be worked out"));
  return TRUE;
}
