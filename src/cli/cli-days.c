/* cli-days.c — "calendar FILE SLUG import SOURCE": holidays of a file tried on a calendar, and taken into it. */
#include "cli-days.h"

#include <glib/gi18n-lib.h>

#include "guatu-holidays.h"
#include "guatu-moves.h"

typedef struct
{
  const CliCall         *call;
  GuatuDocument         *document;
  const GuatuDaysImport *import;
  const GuatuNotes      *notes;
  GuatuPlan             *after;
  GuatuSchedule         *schedule;
  GArray                *moved;       /* gint32: rows of tasks whose dates would change */
} Days;

/* What the days do to the plan --------------------------------------------------------------------------- */

static gboolean
try_days (Days *self, gint64 calendar, GError **error)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->document);
  const GuatuSchedule *before = guatu_document_get_schedule (self->document);
  g_autoptr(GuatuDates) dates = guatu_dates_new (plan, before);

  self->after = guatu_document_preview_days (self->document, calendar, self->import, error);
  self->schedule = self->after != NULL ? guatu_schedule_new (self->after, NULL, error) : NULL;
  if (self->schedule == NULL)
    return FALSE;

  self->moved = guatu_dates_moved (dates, plan, self->schedule);
  return TRUE;
}

void
cli_print_notes (const GuatuNotes *notes)
{
  guint n = guatu_notes_count (notes);

  if (n == 0)
    return;

  cli_print (ngettext ("%u thing was not understood or not carried over:\n",
                       "%u things were not understood or not carried over:\n", n), n);
  cli_print_note_lines (notes);
}

/* Text ---------------------------------------------------------------------------------------------------- */

static char *
day_text (GuatuInstant day)
{
  char *text = guatu_instant_to_iso (day);

  text[10] = '\0';
  return text;
}

static void
print_days (const Days *self)
{
  const GuatuField *recurrence = guatu_field (GUATU_TABLE_CALENDAR_EXCEPTION, GUATU_CALENDAR_EXCEPTION_RECURRENCE);
  const char * const headers[] = { _("From"), _("To"), _("Day"), _("Recurrence"), _("Name"), NULL };
  g_autoptr(CliTable) table = cli_table_new (headers, "");

  for (guint i = 0; i < self->import->n; i++)
    {
      const GuatuSpecialDays *days = &self->import->days[i];

      cli_table_take (table, day_text (days->from));
      cli_table_take (table, day_text (days->to));
      cli_table_cell (table, days->works ? _("worked") : _("off"));
      cli_table_cell (table, days->recurrence == GUATU_RECUR_DAILY ? "" :
                             _(recurrence->choices[days->recurrence].label));
      cli_table_cell (table, days->name);
    }
  cli_table_print (table);
}

/* The time of day is what may differ. */
static char *
time_text (GuatuInstant instant)
{
  char *text = guatu_instant_to_iso (instant);

  text[10] = ' ';
  text[16] = '\0';
  return text;
}

static void
print_moved (const Days *self)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->document);
  const GuatuSchedule *before = guatu_document_get_schedule (self->document);
  const char * const headers[] = { "#", _("Task"), _("Start"), _("Finish"), _("New start"), _("New finish"), NULL };
  g_autoptr(CliTable) table = NULL;

  if (self->moved->len == 0)
    {
      cli_print ("%s\n", _("No task moves."));
      return;
    }
  cli_print (ngettext ("%u task moves:\n", "%u tasks move:\n", self->moved->len), self->moved->len);
  table = cli_table_new (headers, "r");
  for (guint i = 0; i < self->moved->len; i++)
    {
      gint32 task = g_array_index (self->moved, gint32, i);

      cli_table_take (table, g_strdup_printf ("%u", guatu_plan_task_place (plan, task)));
      cli_table_cell (table, guatu_plan_task_name (plan, task));
      cli_table_take (table, time_text (before->start[task]));
      cli_table_take (table, time_text (before->finish[task]));
      cli_table_take (table, time_text (self->schedule->start[task]));
      cli_table_take (table, time_text (self->schedule->finish[task]));
    }
  cli_table_print (table);
}

/* JSON ---------------------------------------------------------------------------------------------------- */

static void
print_json_days (const Days *self)
{
  const GuatuField *recurrence = guatu_field (GUATU_TABLE_CALENDAR_EXCEPTION, GUATU_CALENDAR_EXCEPTION_RECURRENCE);
  CliJsonList list;

  cli_print ("{\"days\":");
  cli_json_list_begin (&list);
  for (guint i = 0; i < self->import->n; i++)
    {
      const GuatuSpecialDays *days = &self->import->days[i];
      JsonBuilder *object = cli_json_object ();

      cli_json_date (object, "from", days->from);
      cli_json_date (object, "to", days->to);
      cli_json_boolean (object, "working", days->works);
      cli_json_string (object, "recurrence", recurrence->choices[days->recurrence].name);
      cli_json_string (object, "name", days->name);
      cli_json_list_add (&list, object);
    }
  cli_json_list_end (&list);
}

static void
print_json_moved (const Days *self)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->document);
  const GuatuSchedule *before = guatu_document_get_schedule (self->document);
  CliJsonList list;

  cli_print (",\n\"moved\":");
  cli_json_list_begin (&list);
  for (guint i = 0; i < self->moved->len; i++)
    {
      gint32 task = g_array_index (self->moved, gint32, i);
      JsonBuilder *object = cli_json_object ();

      cli_json_id (object, "id", guatu_plan_id (plan, GUATU_TABLE_TASK, task));
      cli_json_string (object, "name", guatu_plan_task_name (plan, task));
      cli_json_instant (object, "start", before->start[task]);
      cli_json_instant (object, "finish", before->finish[task]);
      cli_json_instant (object, "new_start", self->schedule->start[task]);
      cli_json_instant (object, "new_finish", self->schedule->finish[task]);
      cli_json_list_add (&list, object);
    }
  cli_json_list_end (&list);
}

static void
print_json_notes (const Days *self)
{
  CliJsonList list;

  cli_print (",\n\"notes\":");
  cli_json_list_begin (&list);
  for (guint i = 0; i < guatu_notes_count (self->notes); i++)
    {
      const GuatuNote *note = guatu_notes_get (self->notes, i);
      JsonBuilder *object = cli_json_object ();

      cli_json_string (object, "place", note->place);
      cli_json_string (object, "text", note->text);
      cli_json_list_add (&list, object);
    }
  cli_json_list_end (&list);
  cli_print ("}\n");
}

/* Running ------------------------------------------------------------------------------------------------- */

static void
print_all (const Days *self)
{
  if (cli_flag (self->call, "json"))
    {
      print_json_days (self);
      print_json_moved (self);
      print_json_notes (self);
      return;
    }
  if (cli_flag (self->call, "dry-run"))
    print_days (self);
  cli_print_notes (self->notes);
  print_moved (self);
}

/* Prints what the days do before they do it. */
static gboolean
run_days (Days *self, GError **error)
{
  gboolean dry = cli_flag (self->call, "dry-run");
  gint64 before = cli_head (self->document);
  gint32 row = cli_find_row (guatu_document_get_plan (self->document), GUATU_TABLE_CALENDAR, self->call->args[1],
                             error);
  gint64 id;

  if (row < 0)
    return FALSE;
  id = guatu_plan_id (guatu_document_get_plan (self->document), GUATU_TABLE_CALENDAR, row);
  if (!try_days (self, id, error))
    return FALSE;
  if (dry)
    {
      print_all (self);
      return TRUE;
    }

  /* Told as it was before; the document's own plan and schedule are new afterwards. */
  print_all (self);
  if (!guatu_document_import_days (self->document, id, self->import, error))
    return FALSE;
  return cli_flag (self->call, "json") || cli_say_what_was_done (self->call, self->document, before, 0, error);
}

gboolean
cli_run_days (const CliCall *call, GError **error)
{
  g_autoptr(GuatuNotes) notes = guatu_notes_new ();
  g_autoptr(GuatuHolidays) holidays = guatu_holidays_read (call->args[3], notes, error);
  g_autoptr(GuatuDocument) document = NULL;
  g_autofree char *source = g_filename_display_basename (call->args[3]);
  Days days = { .call = call, .notes = notes };
  GuatuDaysImport import;
  gboolean ok;

  if (holidays == NULL)
    return FALSE;
  document = cli_flag (call, "dry-run") ? guatu_document_open (call->args[0], TRUE, error)
                                        : cli_open_to_edit (call, error);
  if (document == NULL)
    return FALSE;

  import = guatu_holidays_get (holidays);
  import.source = source;
  days.document = document;
  days.import = &import;
  ok = run_days (&days, error);

  g_clear_pointer (&days.moved, g_array_unref);
  g_clear_pointer (&days.schedule, guatu_schedule_free);
  g_clear_pointer (&days.after, guatu_plan_free);
  return ok;
}
