/* guatu-mspdi-write-said.c — what Guatu tells itself in Microsoft Project's XML, as processing instructions. */
#include "guatu-mspdi-write-private.h"

/*
 *   <?guatu spans?>
 *   <?guatu task 12 duration 57600 span 86400 split 28800 14400 split 50400 14400?>
 *
 * before the root. Interruptions have a place in the format, as stretches of an assignment without work, but from
 * dates alone one cannot always tell an interrupted task from one that its links and constraint hold oddly. The
 * first says that the others are complete: nothing need be told from dates. Seconds of work; a split is so long after
 * the start, and so long. Of the duration it is said whether somebody changed the task since.
 */

static void
put_said (MspdiOut *self, const char *text)
{
  xmlTextWriterWritePI (self->xml, BAD_CAST "guatu", BAD_CAST text);
}

static void
append_amount (GString *text, const char *what, gint64 amount)
{
  if (amount != GUATU_NONE)
    g_string_append_printf (text, " %s %" G_GINT64_FORMAT, what, amount);
}

static void
put_task (MspdiOut *self, gint32 row)
{
  const GuatuTaskSplit *splits = guatu_plan_rows (self->plan, GUATU_TABLE_TASK_SPLIT);
  gint64 span = guatu_plan_task_number (self->plan, row, GUATU_TASK_SPAN);
  guint n;
  const gint32 *rows = guatu_plan_referrers (self->plan, GUATU_TABLE_TASK_SPLIT, GUATU_TASK_SPLIT_TASK, row, &n);
  g_autoptr(GString) text = NULL;

  if (span == GUATU_NONE && n == 0)
    return;

  text = g_string_new (NULL);
  g_string_printf (text, "task %" G_GINT64_FORMAT, self->tasks[row]);
  append_amount (text, "duration", guatu_mspdi_duration_of (self, row));
  append_amount (text, "span", span);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, " split %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, splits[rows[i]].offset,
                            splits[rows[i]].length);
  put_said (self, text->str);
}

void
guatu_mspdi_put_spans (MspdiOut *self)
{
  guint n;
  const gint32 *outline = guatu_plan_outline (self->plan, &n);

  put_said (self, "spans");
  for (guint i = 0; i < n; i++)
    put_task (self, outline[i]);
}
