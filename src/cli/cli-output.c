/* cli-output.c — aligned tables, and values in the form people read. */
#include "cli-output.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "guatu-field-text.h"

#define GAP 2

struct _CliTable
{
  guint      n_columns;
  guint     *widths;
  gboolean  *right;
  GPtrArray *cells;         /* the headers first */
};

void
cli_print (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  vfprintf (stdout, format, arguments);
  va_end (arguments);
}

void
cli_print_note_lines (const GuatuNotes *notes)
{
  for (guint i = 0; i < guatu_notes_count (notes); i++)
    {
      g_autofree char *line = guatu_note_line (guatu_notes_get (notes, i));

      cli_print ("  %s\n", line);
    }
}

/* Tables --------------------------------------------------------------------------------------------- */

static guint
text_width (const char *text)
{
  guint width = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (!g_unichar_iszerowidth (letter))
        width += g_unichar_iswide (letter) ? 2 : 1;
    }

  return width;
}

/* One line: what would break the table or drive a terminal becomes a blank. */
static char *
one_line (const char *text)
{
  GString *line = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      g_string_append_unichar (line, g_unichar_iscntrl (letter) ? ' ' : letter);
    }

  return g_string_free (line, FALSE);
}

CliTable *
cli_table_new (const char * const *headers, const char *sides)
{
  CliTable *self = g_new0 (CliTable, 1);

  self->n_columns = g_strv_length ((char **) headers);
  self->widths = g_new0 (guint, self->n_columns);
  self->right = g_new0 (gboolean, self->n_columns);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->n_columns; i++)
    {
      self->right[i] = i < strlen (sides) && sides[i] == 'r';
      cli_table_cell (self, headers[i]);
    }

  return self;
}

void
cli_table_free (CliTable *self)
{
  if (self == NULL)
    return;

  g_free (self->widths);
  g_free (self->right);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

void
cli_table_cell (CliTable *self, const char *text)
{
  guint column = self->cells->len % self->n_columns;
  char *line = one_line (text);

  self->widths[column] = MAX (self->widths[column], text_width (line));
  g_ptr_array_add (self->cells, line);
}

void
cli_table_take (CliTable *self, char *text)
{
  cli_table_cell (self, text);
  g_free (text);
}

void
cli_table_print (CliTable *self)
{
  g_autoptr(GString) line = g_string_new (NULL);
  gboolean bold = isatty (STDOUT_FILENO);

  g_return_if_fail (self->cells->len % self->n_columns == 0);

  for (guint i = 0; i < self->cells->len; i++)
    {
      guint column = i % self->n_columns;
      const char *text = g_ptr_array_index (self->cells, i);
      int padding = (int) (self->widths[column] - text_width (text));

      if (self->right[column])
        g_string_append_printf (line, "%*s%s", padding, "", text);
      else
        g_string_append_printf (line, "%s%*s", text, padding, "");

      if (column + 1 < self->n_columns)
        {
          g_string_append_printf (line, "%*s", GAP, "");
          continue;
        }

      g_strchomp (line->str);
      if (i < self->n_columns && bold)
        cli_print ("\033[1m%s\033[0m\n", line->str);
      else
        cli_print ("%s\n", line->str);
      g_string_truncate (line, 0);
    }
}

/* Text for people -------------------------------------------------------------------------------------- */

static char *
instant_text (GuatuInstant instant, gint64 usual)
{
  GuatuCivil civil;

  if (instant == GUATU_NONE)
    return g_strdup ("");

  /* A plan that ends at 24:00 ends on that day. */
  civil = guatu_instant_to_civil (instant);
  if (guatu_instant_daytime (instant) == usual)
    return g_strdup_printf ("%04d-%02d-%02d", civil.year, civil.month, civil.day);
  return g_strdup_printf ("%04d-%02d-%02d %02d:%02d", civil.year, civil.month, civil.day, civil.hour, civil.minute);
}

char *
cli_start_text (const GuatuPlan *plan, GuatuInstant instant)
{
  return instant_text (instant, guatu_plan_settings (plan)->default_start);
}

char *
cli_finish_text (const GuatuPlan *plan, GuatuInstant instant)
{
  return instant_text (instant, guatu_plan_settings (plan)->default_finish);
}

char *
cli_task_start_text (const CliView *view, gint32 task)
{
  GuatuInstant start = view->schedule->start[task];

  if (start == view->schedule->finish[task]
      && guatu_instant_daytime (start) == guatu_plan_settings (view->plan)->default_finish)
    return cli_finish_text (view->plan, start);
  return cli_start_text (view->plan, start);
}

char *
cli_hundredths_text (gint64 number)
{
  const char *sign = number < 0 ? "-" : "";
  gint64 whole, part;

  if (number == GUATU_NONE)
    return g_strdup ("");

  whole = ABS (number) / 100;
  part = ABS (number) % 100;
  if (part == 0)
    return g_strdup_printf ("%s%" G_GINT64_FORMAT, sign, whole);
  if (part % 10 == 0)
    return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT, sign, whole, part / 10);
  return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%02" G_GINT64_FORMAT, sign, whole, part);
}

char *
cli_percent_text (gint64 share)
{
  g_autofree char *number = cli_hundredths_text (share);

  return share == GUATU_NONE ? g_strdup ("") : guatu_percent_label (number);
}

char *
cli_day_text (GuatuInstant instant)
{
  g_autofree char *iso = instant != GUATU_NONE ? guatu_instant_to_iso (instant) : g_strdup ("");

  return g_strndup (iso, 10);
}

char *
cli_task_indented (const GuatuPlan *plan, gint32 task)
{
  return g_strdup_printf ("%*s%s", (int) MIN (2 * guatu_plan_task_depth (plan, task), 40), "",
                          guatu_plan_task_name (plan, task));
}

char *
cli_id_text (const GuatuPlan *plan, GuatuTable table, gint32 row)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, guatu_plan_id (plan, table, row));
}

static char *
duration_text (const GuatuPlan *plan, gint32 task)
{
  const GuatuTask *row = guatu_plan_task (plan, task);
  GuatuDurationRates rates = guatu_plan_rates (plan);

  return guatu_duration_label ((GuatuDuration) { row->duration, row->duration_unit,
                                                 row->duration_kind == GUATU_DURATION_ELAPSED }, &rates);
}

static char *
lag_text (const GuatuPlan *plan, gint32 link)
{
  const GuatuLink *row = guatu_plan_link (plan, link);
  GuatuDurationRates rates = guatu_plan_rates (plan);
  gboolean percent = row->lag_kind == GUATU_LAG_PERCENT || row->lag_kind == GUATU_LAG_ELAPSED_PERCENT;
  gboolean elapsed = row->lag_kind == GUATU_LAG_ELAPSED || row->lag_kind == GUATU_LAG_ELAPSED_PERCENT;

  if (row->lag == 0)
    return g_strdup ("");
  return guatu_duration_label ((GuatuDuration) { row->lag, percent ? GUATU_UNIT_PERCENT : row->lag_unit, elapsed },
                               &rates);
}

char *
cli_field_text (const GuatuPlan *plan, GuatuTable table, gint32 row, guint field)
{
  const GuatuField *info = guatu_field (table, field);
  gint64 number;

  if (info->type == GUATU_TYPE_TEXT)
    return g_strdup (guatu_plan_string (plan, table, row, field));

  number = guatu_plan_number (plan, table, row, field);
  if (number == GUATU_NONE)
    return g_strdup ("");

  switch (info->type)
    {
    case GUATU_TYPE_REFERENCE:
      return cli_row_title (plan, info->target, (gint32) number);
    case GUATU_TYPE_BOOLEAN:
      return g_strdup (number ? _("yes") : _("no"));
    case GUATU_TYPE_ENUM:
      return g_strdup (_(info->choices[number].label));
    case GUATU_TYPE_INSTANT:
      return info->flags & GUATU_FIELD_AT_START ? cli_start_text (plan, number) : cli_finish_text (plan, number);
    case GUATU_TYPE_PERCENT:
      return cli_percent_text (number);
    case GUATU_TYPE_WORK:
      if (table == GUATU_TABLE_TASK && field == GUATU_TASK_DURATION)
        return duration_text (plan, row);
      return guatu_field_format (plan, table, row, field);
    case GUATU_TYPE_LAG:
      return lag_text (plan, row);
    case GUATU_TYPE_ID:
    case GUATU_TYPE_TEXT:
    case GUATU_TYPE_FLAGS:
    case GUATU_TYPE_INTEGER:
    case GUATU_TYPE_DATE:
    case GUATU_TYPE_DAYTIME:
    case GUATU_TYPE_MONEY:
    default:
      return guatu_field_format (plan, table, row, field);
    }
}
