/* guatu-gan-calendar.c — GanttProject's week and holidays as a calendar. */
#include "guatu-gan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Holidays of every year are kept for the years that plans are made for. */
#define EVERY_YEAR_FROM 1970
#define EVERY_YEAR_TO   2099

static const char * const weekdays[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

typedef struct
{
  gboolean works[7];
  gboolean weekends_work;       /* they are only shown in another colour */
} Week;

static void
read_week (GuatuGan *self, Week *week)
{
  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    {
      const char *type = guatu_foreign_attribute (&self->foreign, weekdays[i]);

      if (type[0] != '\0')
        week->works[i] = !g_str_equal (type, "1");
    }
}

static void
read_day_types (GuatuGan *self, Week *week)
{
  GuatuXml *xml = self->foreign.xml;
  int depth = guatu_xml_depth (xml);

  while (guatu_xml_child (xml, depth))
    {
      const char *name = guatu_xml_name (xml);

      if (g_str_equal (name, "default-week"))
        read_week (self, week);
      else if (g_str_equal (name, "only-show-weekends"))
        week->weekends_work = guatu_foreign_is_true (&self->foreign, "value");
    }
}

static gint32
add_exception (GuatuGan *self, GuatuInstant from, GuatuInstant to, gboolean works, const char *title)
{
  GuatuForeign *foreign = &self->foreign;
  gint32 row = guatu_foreign_insert (foreign, GUATU_TABLE_CALENDAR_EXCEPTION, GUATU_CALENDAR_EXCEPTION_CALENDAR,
                                     GUATU_TABLE_CALENDAR, self->calendar);

  guatu_foreign_set_number (foreign, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_FROM_DATE, from);
  guatu_foreign_set_number (foreign, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_TO_DATE, to);
  guatu_foreign_set_text (foreign, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_NAME, title);
  if (works)
    guatu_foreign_add_hours (foreign, GUATU_CALENDAR_HOURS_EXCEPTION, row, guatu_foreign_usual_hours,
                             G_N_ELEMENTS (guatu_foreign_usual_hours));
  return row;
}

static void
add_every_year (GuatuGan *self, int month, int day, gboolean works, const char *title)
{
  GuatuForeign *foreign = &self->foreign;
  GuatuInstant from = guatu_instant_from_civil ((GuatuCivil) { .year = EVERY_YEAR_FROM, .month = 1, .day = 1 });
  GuatuInstant to = guatu_instant_from_civil ((GuatuCivil) { .year = EVERY_YEAR_TO, .month = 12, .day = 31 });
  gint32 row = add_exception (self, from, to, works, title);

  guatu_foreign_set_number (foreign, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_RECURRENCE,
                            GUATU_RECUR_YEARLY_DAY);
  guatu_foreign_set_number (foreign, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_MONTH, month);
  guatu_foreign_set_number (foreign, GUATU_TABLE_CALENDAR_EXCEPTION, row, GUATU_CALENDAR_EXCEPTION_MONTH_DAY, day);
}

/* 29 February has no place in the years between. */
static void
add_leap_days (GuatuGan *self, gboolean works, const char *title)
{
  for (int year = EVERY_YEAR_FROM; year <= EVERY_YEAR_TO; year++)
    {
      GuatuCivil civil = { .year = year, .month = 2, .day = 29 };

      if (guatu_civil_is_valid (civil))
        add_exception (self, guatu_instant_from_civil (civil), guatu_instant_from_civil (civil), works, title);
    }
}

static void
read_date (GuatuGan *self)
{
  GuatuForeign *foreign = &self->foreign;
  guint line = guatu_xml_line (foreign->xml);
  const char *type = guatu_foreign_attribute (foreign, "type");
  gboolean works = g_str_equal (type, "WORKING_DAY");
  gboolean neutral = g_str_equal (type, "NEUTRAL");
  const char *year_text = guatu_foreign_attribute (foreign, "year");
  gboolean every_year = year_text[0] == '\0';
  gint64 year = 2000, month, day;
  gboolean fits = (every_year || guatu_foreign_integer (year_text, &year)) &&
                  guatu_foreign_integer (guatu_foreign_attribute (foreign, "month"), &month) &&
                  guatu_foreign_integer (guatu_foreign_attribute (foreign, "date"), &day);
  GuatuCivil civil = { 0 };
  const char *title;

  if (fits)
    civil = (GuatuCivil) { .year = (int) CLAMP (year, 0, 9999), .month = (int) CLAMP (month, 0, 99),
                           .day = (int) CLAMP (day, 0, 99) };
  title = guatu_xml_text (foreign->xml);
  if (neutral)
    guatu_foreign_note (foreign, line, "date", title, _("the day is only marked, neither a holiday nor a working day; "
                                                        "it was left out"));
  else if (!fits || !guatu_civil_is_valid (civil))
    guatu_foreign_note (foreign, line, "date", title, _("there is no such day; it was left out"));
  else if (every_year && civil.month == 2 && civil.day == 29)
    add_leap_days (self, works, title);
  else if (every_year)
    add_every_year (self, civil.month, civil.day, works, title);
  else
    add_exception (self, guatu_instant_from_civil (civil), guatu_instant_from_civil (civil), works, title);
}

static void
add_week (GuatuGan *self, const Week *week)
{
  GuatuForeign *foreign = &self->foreign;
  guint n_works = 0;

  for (int weekday = 0; weekday < 7; weekday++)
    {
      gboolean works = week->works[weekday] || (week->weekends_work && weekday >= 5);
      gint32 row = guatu_foreign_insert (foreign, GUATU_TABLE_CALENDAR_DAY, GUATU_CALENDAR_DAY_CALENDAR,
                                         GUATU_TABLE_CALENDAR, self->calendar);

      guatu_foreign_set_number (foreign, GUATU_TABLE_CALENDAR_DAY, row, GUATU_CALENDAR_DAY_WEEKDAY, weekday);
      if (works)
        guatu_foreign_add_hours (foreign, GUATU_CALENDAR_HOURS_DAY, row, guatu_foreign_usual_hours,
                                 G_N_ELEMENTS (guatu_foreign_usual_hours));
      n_works += works;
    }

  if (n_works == 0)
    guatu_foreign_note (foreign, guatu_xml_line (foreign->xml), "calendars", NULL,
                        _("no day of the week is a working day, so the dates cannot be worked out"));
  else
    guatu_foreign_set_number (foreign, GUATU_TABLE_PLAN, 0, GUATU_PLAN_MINUTES_PER_WEEK, n_works * 480);
}

/* Also for a file without calendars: then there is nothing to read, and the week is the usual one. */
void
guatu_gan_read_calendars (GuatuGan *self)
{
  GuatuForeign *foreign = &self->foreign;
  GuatuXml *xml = foreign->xml;
  gboolean there = g_str_equal (guatu_xml_name (xml), "calendars");
  Week week = { .works = { TRUE, TRUE, TRUE, TRUE, TRUE, FALSE, FALSE } };

  if (self->calendar >= 0)
    {
      guatu_foreign_drop (foreign, "calendars");
      return;
    }
  self->calendar = guatu_foreign_add_calendar (foreign, "ganttproject", "GanttProject");
  guatu_plan_set (foreign->plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_CALENDAR,
                  GUATU_INTEGER (guatu_plan_id (foreign->plan, GUATU_TABLE_CALENDAR, self->calendar)));

  while (there && guatu_xml_child (xml, 1))
    {
      if (g_str_equal (guatu_xml_name (xml), "day-types"))
        read_day_types (self, &week);
      else if (g_str_equal (guatu_xml_name (xml), "date"))
        read_date (self);
      else
        guatu_foreign_drop (foreign, "calendars");
    }
  add_week (self, &week);
}
