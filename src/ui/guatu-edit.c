/* guatu-edit.c — finds the task of an edit, and says why it cannot be done. */
#include "guatu-edit-private.h"

gint32
guatu_edit_find_task (GuatuDocument *document,
                      gint64         task)
{
  return guatu_plan_find (guatu_document_get_plan (document), GUATU_TABLE_TASK, task);
}

gboolean
guatu_edit_refuse (GError     **error,
                   const char  *format,
                   ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, GUATU_DOCUMENT_ERROR, GUATU_DOCUMENT_ERROR_INVALID, message);

  return FALSE;
}
