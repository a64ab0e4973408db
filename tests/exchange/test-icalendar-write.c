/* test-icalendar-write.c — a plan's dates as an iCalendar file, read back by the library that others read it with. */
#include "guatu-test.h"

#include <libical/ical.h>
#include <string.h>

#include "guatu-icalendar.h"
#include "guatu-key-node-dates.h"
#include "guatu-samples.h"

#define MADE G_GINT64_CONSTANT (1664640000000)     /* 2022-10-01 16:00 UTC */

typedef struct
{
  GuatuPlan     *plan;
  GuatuSchedule *schedule;
  char          *text;
  icalcomponent *calendar;
} Fixture;

static void
write_out (Fixture *fixture, gboolean tasks, GuatuNotes *notes)
{
  const GuatuExportOptions options = { .made = MADE, .tasks = tasks };
  gsize length;

  fixture->text = guatu_icalendar_write (fixture->plan, fixture->schedule, &options, notes, &length);
  g_assert_cmpuint (length, ==, strlen (fixture->text));
  fixture->calendar = icalcomponent_new_from_string (fixture->text);
  g_assert_nonnull (fixture->calendar);
}

static void
set_up (Fixture *fixture, gconstpointer sample)
{
  g_autoptr(GError) error = NULL;

  fixture->plan = guatu_sample_new (sample, "en", &error);
  g_assert_no_error (error);
  fixture->schedule = guatu_schedule_new (fixture->plan, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer sample)
{
  g_clear_pointer (&fixture->calendar, icalcomponent_free);
  g_free (fixture->text);
  guatu_schedule_free (fixture->schedule);
  guatu_plan_free (fixture->plan);
}

static void
assert_time (struct icaltimetype time, GuatuInstant instant)
{
  GuatuCivil civil = guatu_instant_to_civil (instant);

  g_assert_false (time.is_date);
  g_assert_false (icaltime_is_utc (time));
  g_assert_null (icaltime_get_tzid (time));
  g_assert_cmpint (time.year, ==, civil.year);
  g_assert_cmpint (time.month, ==, civil.month);
  g_assert_cmpint (time.day, ==, civil.day);
  g_assert_cmpint (time.hour, ==, civil.hour);
  g_assert_cmpint (time.minute, ==, civil.minute);
}

/* The one component with that UID, which is there once. */
static icalcomponent *
find (const Fixture *fixture, const char *what, gint64 id)
{
  g_autofree char *start = g_strdup_printf ("%s-%" G_GINT64_FORMAT "@", what, id);
  icalcomponent *found = NULL;

  for (icalcomponent *part = icalcomponent_get_first_component (fixture->calendar, ICAL_ANY_COMPONENT); part != NULL;
       part = icalcomponent_get_next_component (fixture->calendar, ICAL_ANY_COMPONENT))
    if (g_str_has_prefix (icalcomponent_get_uid (part), start))
      {
        g_assert_null (found);
        found = part;
      }
  return found;
}

/* What RFC 5545 asks of a calendar and of each thing in it. */
static void
assert_complete (icalcomponent *calendar)
{
  g_autoptr(GHashTable) uids = g_hash_table_new (g_str_hash, g_str_equal);
  icalproperty *version = icalcomponent_get_first_property (calendar, ICAL_VERSION_PROPERTY);

  g_assert_nonnull (icalcomponent_get_first_property (calendar, ICAL_PRODID_PROPERTY));
  g_assert_cmpstr (icalproperty_get_version (version), ==, "2.0");
  for (icalcomponent *part = icalcomponent_get_first_component (calendar, ICAL_ANY_COMPONENT); part != NULL;
       part = icalcomponent_get_next_component (calendar, ICAL_ANY_COMPONENT))
    {
      icalproperty *stamp = icalcomponent_get_first_property (part, ICAL_DTSTAMP_PROPERTY);

      g_assert_true (g_hash_table_add (uids, (gpointer) icalcomponent_get_uid (part)));
      g_assert_true (icaltime_is_utc (icalproperty_get_dtstamp (stamp)));
      if (icalcomponent_isa (part) == ICAL_VEVENT_COMPONENT)
        g_assert_false (icaltime_is_null_time (icalcomponent_get_dtstart (part)));
    }
  g_assert_cmpuint (g_hash_table_size (uids), >, 0);
}

static void
test_sound (Fixture *fixture, gconstpointer sample)
{
  g_auto(GStrv) lines = NULL;

  write_out (fixture, TRUE, NULL);
  assert_complete (fixture->calendar);
  g_assert_true (g_str_has_suffix (fixture->text, "END:VCALENDAR\r\n"));
  g_assert_true (icalrestriction_check (fixture->calendar));
  g_assert_cmpint (icalcomponent_count_errors (fixture->calendar), ==, 0);
  g_assert_true (g_utf8_validate (fixture->text, -1, NULL));
  lines = g_strsplit (fixture->text, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_null (strchr (lines[i], '\n'));
      /* No letter is folded in two. */
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
    }
}

static void
test_what_is_in (Fixture *fixture, gconstpointer sample)
{
  const GuatuKeyNode *nodes = guatu_plan_rows (fixture->plan, GUATU_TABLE_KEY_NODE);
  guint n, n_deadlines = 0, n_moments = 0, n_nodes = 0;
  const gint32 *outline = guatu_plan_outline (fixture->plan, &n);

  write_out (fixture, FALSE, NULL);
  for (guint i = 0; i < n; i++)
    {
      gint32 task = outline[i];
      gint64 id = guatu_plan_id (fixture->plan, GUATU_TABLE_TASK, task);
      GuatuInstant deadline = guatu_plan_task_number (fixture->plan, task, GUATU_TASK_DEADLINE);
      icalcomponent *todo = find (fixture, "deadline", id), *event = find (fixture, "task", id);

      g_assert_true ((todo != NULL) == (deadline != GUATU_NONE));
      if (todo != NULL)
        {
          g_assert_cmpint (icalcomponent_isa (todo), ==, ICAL_VTODO_COMPONENT);
          g_assert_cmpstr (icalcomponent_get_summary (todo), ==, guatu_plan_task_name (fixture->plan, task));
          assert_time (icalcomponent_get_due (todo), deadline);
          n_deadlines++;
        }
      if (event != NULL)
        {
          assert_time (icalcomponent_get_dtstart (event), fixture->schedule->start[task]);
          n_moments++;
        }
    }
  for (guint row = 0; row < guatu_plan_n_rows (fixture->plan, GUATU_TABLE_KEY_NODE); row++)
    if (nodes[row].id != 0)
      {
        GuatuInstant date = guatu_key_node_date (fixture->plan, fixture->schedule, (gint32) row);
        icalcomponent *event = find (fixture, "node", nodes[row].id);

        g_assert_true ((event != NULL) == (date != GUATU_NONE));
        if (event != NULL)
          assert_time (icalcomponent_get_dtstart (event), date);
        n_nodes++;
      }
  g_test_message ("%u deadlines, %u milestones, %u key nodes", n_deadlines, n_moments, n_nodes);
  g_assert_cmpuint (n_deadlines + n_moments + n_nodes, >, 0);
}

static void
test_tasks (Fixture *fixture, gconstpointer sample)
{
  guint n;
  const gint32 *outline = guatu_plan_outline (fixture->plan, &n);

  write_out (fixture, TRUE, NULL);
  for (guint i = 0; i < n; i++)
    {
      gint32 task = outline[i];
      icalcomponent *event = find (fixture, "task", guatu_plan_id (fixture->plan, GUATU_TABLE_TASK, task));

      g_assert_true ((event != NULL) == !guatu_plan_is_summary (fixture->plan, task));
      if (event == NULL)
        continue;
      assert_time (icalcomponent_get_dtstart (event), fixture->schedule->start[task]);
      assert_time (icalcomponent_get_dtend (event), fixture->schedule->finish[task]);
    }
}

/* Everyone who imports the file a second time has each thing once. */
static void
test_same_again (Fixture *fixture, gconstpointer sample)
{
  const GuatuExportOptions options = { .made = MADE };
  g_autofree char *again = NULL;
  icalcomponent *first;
  struct icaltimetype stamp;

  write_out (fixture, FALSE, NULL);
  again = guatu_icalendar_write (fixture->plan, fixture->schedule, &options, NULL, NULL);
  g_assert_cmpstr (again, ==, fixture->text);
  first = icalcomponent_get_first_component (fixture->calendar, ICAL_ANY_COMPONENT);
  stamp = icalcomponent_get_dtstamp (first);
  g_assert_true (icaltime_is_utc (stamp));
  g_assert_cmpint (icaltime_as_timet (stamp), ==, MADE / 1000);
}

static void
test_hostile_names (void)
{
  static const char name[] = "Line one\nBEGIN:VALARM; a, b\\c \x01 一条很长很长的任务名称一条很长很长的任务名称一条很长很长的任务名称";
  Fixture fixture = { .plan = guatu_plan_new () };
  g_autoptr(GuatuNotes) notes = guatu_notes_new ();
  gint32 task = guatu_plan_insert (fixture.plan, GUATU_TABLE_TASK, 7);
  icalcomponent *event;

  guatu_plan_set (fixture.plan, GUATU_TABLE_TASK, task, GUATU_TASK_NAME, GUATU_TEXT (name));
  guatu_plan_set (fixture.plan, GUATU_TABLE_TASK, task, GUATU_TASK_DURATION, GUATU_INTEGER (8 * GUATU_HOUR));
  guatu_plan_settle (fixture.plan);
  fixture.schedule = guatu_schedule_new (fixture.plan, NULL, NULL);
  write_out (&fixture, FALSE, notes);
  g_assert_null (find (&fixture, "task", 7));
  g_assert_cmpuint (guatu_notes_count (notes), ==, 1);
  icalcomponent_free (fixture.calendar);
  g_free (fixture.text);

  write_out (&fixture, TRUE, NULL);
  event = find (&fixture, "task", 7);
  g_assert_nonnull (event);
  g_assert_cmpint (icalcomponent_count_errors (fixture.calendar), ==, 0);
  g_assert_null (icalcomponent_get_first_component (event, ICAL_ANY_COMPONENT));
  g_assert_cmpstr (icalcomponent_get_summary (event), ==,
                   "Line one\nBEGIN:VALARM; a, b\\c   一条很长很长的任务名称一条很长很长的任务名称一条很长很长的任务名称");
  tear_down (&fixture, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/icalendar-write/is read back without an error, in lines of 75 bytes", Fixture, "execution-year", set_up,
              test_sound, tear_down);
  g_test_add ("/icalendar-write/deadlines and key nodes stand at their dates, without a zone", Fixture, "execution-year",
              set_up, test_what_is_in, tear_down);
  g_test_add ("/icalendar-write/milestones stand at their dates", Fixture, "trunk-road", set_up, test_what_is_in,
              tear_down);
  g_test_add ("/icalendar-write/tasks on a switch have the dates of the schedule", Fixture, "trunk-road", set_up,
              test_tasks, tear_down);
  g_test_add ("/icalendar-write/the same plan gives the same bytes, stamped by its last entry", Fixture,
              "execution-year", set_up, test_same_again, tear_down);
  g_test_add_func ("/icalendar-write/a name cannot break out of its line", test_hostile_names);

  return g_test_run ();
}
