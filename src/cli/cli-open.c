/* cli-open.c — a plan opened to look at it or to change it, and what a change did, in one line. */
#include "cli-output.h"

#include <glib/gi18n-lib.h>

/* The plan with another status date, in memory only. */
static gboolean
look_at_date (CliView *self, GuatuInstant date, GError **error)
{
  self->copy = guatu_plan_copy (self->plan);
  guatu_plan_set (self->copy, GUATU_TABLE_PLAN, 0, GUATU_PLAN_STATUS_DATE, GUATU_INTEGER (date));
  guatu_plan_settle (self->copy);
  self->copy_schedule = guatu_schedule_new (self->copy, NULL, error);
  self->plan = self->copy;
  self->schedule = self->copy_schedule;

  return self->schedule != NULL;
}

CliView *
cli_view_open (const CliCall *call, GError **error)
{
  g_autoptr(CliView) self = g_new0 (CliView, 1);
  GuatuInstant date;

  self->document = guatu_document_open (call->args[0], TRUE, error);
  if (self->document == NULL)
    return NULL;

  self->plan = guatu_document_get_plan (self->document);
  self->schedule = guatu_document_get_schedule (self->document);
  if (!cli_date_option (call, "status-date", guatu_plan_settings (self->plan)->default_finish, &date, error))
    return NULL;
  if (date != GUATU_NONE && !look_at_date (self, date, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
cli_view_free (CliView *self)
{
  if (self == NULL)
    return;

  guatu_schedule_free (self->copy_schedule);
  guatu_plan_free (self->copy);
  g_clear_object (&self->document);
  g_free (self);
}

GuatuDocument *
cli_open_to_edit (const CliCall *call, GError **error)
{
  g_autoptr(GuatuDocument) document = guatu_document_open (call->args[0], FALSE, error);
  const char *reason;

  if (document == NULL)
    return NULL;

  reason = guatu_document_get_read_only_reason (document);
  if (reason != NULL)
    {
      g_set_error (error, CLI_ERROR, CLI_ERROR_FAILED, _("“%s” can only be read: %s"), call->args[0], reason);
      return NULL;
    }

  return g_steal_pointer (&document);
}

gint64
cli_head (GuatuDocument *document)
{
  gint64 seq = 0;

  guatu_store_head (guatu_document_get_store (document), &seq, NULL, NULL);
  return seq;
}

static void
print_done_json (gint64 id, const char *title)
{
  g_autoptr(JsonBuilder) object = cli_json_object ();
  g_autofree char *text = NULL;

  cli_json_id (object, "id", id);
  cli_json_string (object, "title", title);
  text = cli_json_text (object);
  cli_print ("%s\n", text);
}

gboolean
cli_say_what_was_done (const CliCall *call, GuatuDocument *document, gint64 before, gint64 id, GError **error)
{
  GuatuStore *store = guatu_document_get_store (document);
  g_autoptr(GuatuEntry) entry = NULL;
  g_autofree char *title = NULL;
  gint64 seq;

  if (!guatu_store_head (store, &seq, NULL, error))
    return FALSE;
  if (seq == before && cli_flag (call, "json"))
    {
      print_done_json (id, NULL);
      return TRUE;
    }
  if (seq == before)
    {
      cli_print ("%s\n", _("Nothing was changed: it was so already."));
      return TRUE;
    }

  entry = guatu_store_find_entry_words (store, seq, error);
  if (entry == NULL)
    return FALSE;

  title = guatu_entry_title (entry);
  if (cli_flag (call, "json"))
    {
      print_done_json (id, title);
    }
  else if (id != 0)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);

      cli_print (_("%s (id %s)"), title, number);
      cli_print ("\n");
    }
  else
    {
      cli_print ("%s\n", title);
    }
  return TRUE;
}
