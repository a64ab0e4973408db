/* mspdi-same.h — plans read and written, and whether two of them say the same, whatever ids their rows have. */
#pragma once

#include <string.h>

#include "guatu-import.h"
#include "guatu-mspdi.h"
#include "guatu-test.h"

G_BEGIN_DECLS

/*
 * A plan as lines, one for each row: table, then its fields. Rows are named by what does not change when a plan
 * goes out and comes back: a task by its place in the outline, a calendar and a person by their place in the list,
 * what hangs on a calendar by its place there.
 *
 * Left out are ids and positions; the numbers that rows had in a file, and the dates that it recorded for tasks and
 * assignments, which tests look at by themselves.
 */

static inline guint
place_of (const GuatuPlan *plan, GuatuTable table, gint32 row)
{
  guint n, place = 0;
  g_autofree gint32 *rows = guatu_plan_in_order (plan, table, &n);

  while (place < n && rows[place] != row)
    place++;

  return place;
}

/* Its place among those that hang on the same calendar. */
static inline guint
place_within (const GuatuPlan *plan, GuatuTable table, guint field, gint32 row)
{
  guint n, place = 0;
  gint32 calendar = (gint32) guatu_plan_number (plan, table, row, field);
  const gint32 *rows = guatu_plan_referrers (plan, table, field, calendar, &n);

  while (place < n && rows[place] != row)
    place++;

  return place;
}

static inline void
append_name (GString *out, const GuatuPlan *plan, GuatuTable table, gint32 row)
{
  const GuatuCalendarDay *days = guatu_plan_rows (plan, GUATU_TABLE_CALENDAR_DAY);

  if (row < 0)
    return;
  switch ((int) table)
    {
    case GUATU_TABLE_TASK:
      g_string_append_printf (out, "%u", guatu_plan_task_place (plan, row));
      break;
    case GUATU_TABLE_BASELINE:
      g_string_append_printf (out, "%d", (int) guatu_plan_number (plan, table, row, GUATU_BASELINE_NUMBER));
      break;
    case GUATU_TABLE_CUSTOM_FIELD:
      g_string_append (out, guatu_plan_string (plan, table, row, GUATU_CUSTOM_FIELD_SOURCE_ID));
      break;
    case GUATU_TABLE_CALENDAR_WEEK:
      append_name (out, plan, GUATU_TABLE_CALENDAR,
                   (gint32) guatu_plan_number (plan, table, row, GUATU_CALENDAR_WEEK_CALENDAR));
      g_string_append_printf (out, ".%u", place_within (plan, table, GUATU_CALENDAR_WEEK_CALENDAR, row));
      break;
    case GUATU_TABLE_CALENDAR_EXCEPTION:
      append_name (out, plan, GUATU_TABLE_CALENDAR,
                   (gint32) guatu_plan_number (plan, table, row, GUATU_CALENDAR_EXCEPTION_CALENDAR));
      g_string_append_printf (out, ".%u", place_within (plan, table, GUATU_CALENDAR_EXCEPTION_CALENDAR, row));
      break;
    case GUATU_TABLE_CALENDAR_DAY:
      append_name (out, plan, GUATU_TABLE_CALENDAR, days[row].calendar);
      g_string_append_c (out, ':');
      append_name (out, plan, GUATU_TABLE_CALENDAR_WEEK, days[row].week);
      g_string_append_printf (out, ":%d", days[row].weekday);
      break;
    default:
      g_string_append_printf (out, "%u", place_of (plan, table, row));
      break;
    }
}

static inline gboolean
is_told (GuatuTable table, const GuatuField *field)
{
  if (field->type == GUATU_TYPE_ID || g_str_equal (field->name, "position") ||
      g_str_equal (field->name, "source_uid") || g_str_has_prefix (field->name, "recorded_"))
    return FALSE;

  return table != GUATU_TABLE_ASSIGNMENT || (!g_str_equal (field->name, "start") && !g_str_equal (field->name, "finish"));
}

static inline char *
line_of (const GuatuPlan *plan, GuatuTable table, gint32 row)
{
  const GuatuTableInfo *info = guatu_table_info (table);
  GString *out = g_string_new (info->name);

  g_string_append_c (out, ' ');
  if (table == GUATU_TABLE_TASK || table == GUATU_TABLE_CALENDAR || table == GUATU_TABLE_CALENDAR_EXCEPTION ||
      table == GUATU_TABLE_PERSON || table == GUATU_TABLE_CALENDAR_WEEK)
    append_name (out, plan, table, row);
  for (guint i = 1; i < info->n_fields; i++)
    {
      const GuatuField *field = &info->fields[i];
      GuatuValue value = guatu_plan_get (plan, table, row, i);

      if (!is_told (table, field) || guatu_value_equal (value, guatu_field_fallback (field)))
        continue;
      g_string_append_printf (out, "\n    %s=", field->name);
      if (field->type == GUATU_TYPE_REFERENCE)
        append_name (out, plan, field->target, (gint32) guatu_plan_number (plan, table, row, i));
      else if (value.kind == GUATU_VALUE_TEXT)
        g_string_append (out, value.text);
      else if (value.kind == GUATU_VALUE_INTEGER)
        g_string_append_printf (out, "%" G_GINT64_FORMAT, value.integer);
    }

  return g_string_free (out, FALSE);
}

static inline int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static inline GPtrArray *
lines_of (const GuatuPlan *plan)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (int table = 0; table < GUATU_N_TABLES; table++)
    for (guint row = 0; row < guatu_plan_n_rows (plan, table); row++)
      if (guatu_plan_id (plan, table, (gint32) row) != 0)
        g_ptr_array_add (lines, line_of (plan, table, (gint32) row));
  g_ptr_array_sort (lines, compare_lines);

  return lines;
}

/* Where the plans differ; %NULL if they say the same. Free it. */
static inline char *
difference_of (const GuatuPlan *a, const GuatuPlan *b)
{
  g_autoptr(GPtrArray) left = lines_of (a);
  g_autoptr(GPtrArray) right = lines_of (b);

  for (guint i = 0; i < MAX (left->len, right->len); i++)
    {
      const char *one = i < left->len ? g_ptr_array_index (left, i) : "nothing";
      const char *other = i < right->len ? g_ptr_array_index (right, i) : "nothing";

      if (strcmp (one, other) != 0)
        return g_strdup_printf ("%s\nis not\n%s", one, other);
    }

  return NULL;
}

/* Reading and writing -------------------------------------------------------------------------------------- */

/* %NULL if it is refused. */
static inline GuatuPlan *
read_plan (const char *text, gsize length)
{
  const GuatuImportOptions options = { .start = GUATU_NONE, .today = guatu_test_at ("2026-01-01") };

  return guatu_import_read_xml (text, length, &options, NULL, NULL);
}

static inline char *
write_plan (const GuatuPlan *plan, GuatuNotes *notes, gsize *length)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuSchedule) schedule = guatu_schedule_new (plan, NULL, &error);

  g_assert_no_error (error);
  return guatu_mspdi_write (plan, schedule, notes, length);
}

/* There and back ------------------------------------------------------------------------------------------- */

static inline gboolean
is_number (const char *text, gint64 least)
{
  guint64 number;

  return g_ascii_string_to_unsigned (text, 10, (guint64) least, G_MAXINT32, &number, NULL);
}

static inline gboolean
is_first (const GuatuPlan *plan, GuatuTable table, guint field, const gint32 *rows, guint i)
{
  for (guint k = 0; k < i; k++)
    if (g_str_equal (guatu_plan_string (plan, table, rows[k], field), guatu_plan_string (plan, table, rows[i], field)))
      return FALSE;

  return TRUE;
}

/* The numbers that rows had in the file are theirs again, unless they were none or another row's. */
static inline void
check_numbers (const GuatuPlan *a, const GuatuPlan *b)
{
  static const struct { GuatuTable table; guint field; gint64 least; } sources[] = {
    { GUATU_TABLE_CALENDAR, GUATU_CALENDAR_SOURCE_UID, 0 }, { GUATU_TABLE_TASK, GUATU_TASK_SOURCE_UID, 1 },
    { GUATU_TABLE_PERSON, GUATU_PERSON_SOURCE_UID, 0 }, { GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_SOURCE_UID, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      guint n, n_back;
      g_autofree gint32 *rows = guatu_plan_in_order (a, sources[i].table, &n);
      g_autofree gint32 *back = guatu_plan_in_order (b, sources[i].table, &n_back);

      g_assert_cmpuint (n, ==, n_back);
      for (guint k = 0; k < n; k++)
        {
          const char *source = guatu_plan_string (a, sources[i].table, rows[k], sources[i].field);

          if (is_number (source, sources[i].least) && is_first (a, sources[i].table, sources[i].field, rows, k))
            g_assert_cmpstr (source, ==, guatu_plan_string (b, sources[i].table, back[k], sources[i].field));
        }
    }
}

static inline void
check_dates (const GuatuSchedule *a, const GuatuSchedule *b, gint32 one, gint32 other)
{
  g_assert_cmpint (a->start[one], ==, b->start[other]);
  g_assert_cmpint (a->finish[one], ==, b->finish[other]);
  g_assert_cmpint (a->early_start[one], ==, b->early_start[other]);
  g_assert_cmpint (a->early_finish[one], ==, b->early_finish[other]);
  g_assert_cmpint (a->late_start[one], ==, b->late_start[other]);
  g_assert_cmpint (a->late_finish[one], ==, b->late_finish[other]);
  g_assert_cmpint (a->total_float[one], ==, b->total_float[other]);
  g_assert_cmpint (a->free_float[one], ==, b->free_float[other]);
  g_assert_cmpint (a->flags[one], ==, b->flags[other]);
}

/* Both are scheduled alike, and what came back recorded these dates. */
static inline void
check_schedules (const GuatuPlan *a, const GuatuPlan *b)
{
  g_autoptr(GuatuSchedule) one = guatu_schedule_new (a, NULL, NULL);
  g_autoptr(GuatuSchedule) other = guatu_schedule_new (b, NULL, NULL);
  guint n, n_back;
  const gint32 *rows = guatu_plan_outline (a, &n), *back = guatu_plan_outline (b, &n_back);

  g_assert_cmpuint (n, ==, n_back);
  for (guint i = 0; i < n; i++)
    {
      check_dates (one, other, rows[i], back[i]);
      g_assert_cmpint (guatu_plan_task_number (b, back[i], GUATU_TASK_RECORDED_START), ==, one->start[rows[i]]);
      g_assert_cmpint (guatu_plan_task_number (b, back[i], GUATU_TASK_RECORDED_FINISH), ==, one->finish[rows[i]]);
    }
}

/* Dates of assignments stay what the file said, as long as their tasks are where it said. */
static inline void
check_assignments (const GuatuPlan *a, const GuatuPlan *b)
{
  const GuatuAssignment *assignments = guatu_plan_rows (a, GUATU_TABLE_ASSIGNMENT);
  g_autoptr(GuatuSchedule) schedule = guatu_schedule_new (a, NULL, NULL);
  guint n, n_back;
  g_autofree gint32 *rows = guatu_plan_in_order (a, GUATU_TABLE_ASSIGNMENT, &n);
  g_autofree gint32 *back = guatu_plan_in_order (b, GUATU_TABLE_ASSIGNMENT, &n_back);

  for (guint i = 0; i < n; i++)
    {
      gint32 task = assignments[rows[i]].task;
      gint64 start = guatu_plan_number (a, GUATU_TABLE_ASSIGNMENT, rows[i], GUATU_ASSIGNMENT_START);
      gboolean moved = guatu_plan_task_number (a, task, GUATU_TASK_RECORDED_START) != schedule->start[task] ||
                       guatu_plan_task_number (a, task, GUATU_TASK_RECORDED_FINISH) != schedule->finish[task];

      g_assert_cmpint (guatu_plan_number (b, GUATU_TABLE_ASSIGNMENT, back[i], GUATU_ASSIGNMENT_START), ==,
                       moved || start == GUATU_NONE ? schedule->start[task] : start);
    }
}

static inline void
check_round_trip (const GuatuPlan *plan)
{
  gsize length, again_length;
  g_autofree char *text = write_plan (plan, NULL, &length);
  g_autoptr(GuatuPlan) back = read_plan (text, length);
  g_autofree char *again = NULL;
  g_autofree char *difference = NULL;

  g_assert_nonnull (back);
  difference = difference_of (plan, back);
  if (difference != NULL)
    g_error ("%s", difference);
  check_numbers (plan, back);
  check_schedules (plan, back);
  check_assignments (plan, back);
  again = write_plan (back, NULL, &again_length);
  g_assert_cmpuint (length, ==, again_length);
  g_assert_cmpint (memcmp (text, again, length), ==, 0);
}

/* Rows of plans made up ------------------------------------------------------------------------------------ */

static inline gint32
add_row (GuatuPlan *plan, GuatuTable table)
{
  static gint64 id = 5000000;

  return guatu_plan_insert (plan, table, ++id);
}

static inline void
set_text (GuatuPlan *plan, GuatuTable table, gint32 row, guint field, const char *text)
{
  g_assert_true (guatu_plan_set (plan, table, row, field, GUATU_TEXT (text)));
}

static inline void
refer (GuatuPlan *plan, GuatuTable table, gint32 row, guint field, GuatuTable target, gint32 to)
{
  guatu_test_set (plan, table, row, field, guatu_plan_id (plan, target, to));
}

/* Calls @func for the files of a folder that are XML. */
static inline void
for_each_file (const char *folder, void (*func) (const char *path))
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_str_has_suffix (name, ".xml"))
        continue;
      g_test_message ("%s", name);
      func (path);
    }
}

G_END_DECLS
