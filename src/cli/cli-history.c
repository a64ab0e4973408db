/* cli-history.c — "undo", "redo", "history", "verify": the journal of a plan. */
#include "cli-output.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

static gboolean
run_undo (const CliCall *call, GError **error)
{
  g_autoptr(GuatuDocument) document = cli_open_to_edit (call, error);
  g_autofree char *title = NULL;

  if (document == NULL || !guatu_document_undo (document, &title, error))
    return FALSE;

  cli_print (_("Undone: %s"), title);
  cli_print ("\n");
  return TRUE;
}

const CliCommand cli_undo = {
  .name = "undo",
  .arguments = "FILE",
  .summary = N_("Take back the newest change, whoever made it"),
  .details =
    N_("It has no limit, and survives closing the file; it stops at the creation or import of the plan.\n"
       "Undoing is a change itself: “redo” takes it back, as long as nothing else was done."),
  .min_args = 1,
  .max_args = 1,
  .run = run_undo,
};

static gboolean
run_redo (const CliCall *call, GError **error)
{
  g_autoptr(GuatuDocument) document = cli_open_to_edit (call, error);
  g_autofree char *title = NULL;

  if (document == NULL || !guatu_document_redo (document, &title, error))
    return FALSE;

  cli_print (_("Done again: %s"), title);
  cli_print ("\n");
  return TRUE;
}

const CliCommand cli_redo = {
  .name = "redo",
  .arguments = "FILE",
  .summary = N_("Do again what was undone last"),
  .min_args = 1,
  .max_args = 1,
  .run = run_redo,
};

/* "history" -------------------------------------------------------------------------------------------------- */

typedef struct
{
  CliTable   *table;        /* or, for JSON: */
  CliJsonList list;
  gboolean    with_notes;
} History;

static GDateTime *
entry_time (const GuatuEntry *entry)
{
  return g_date_time_new_from_unix_utc (entry->time / 1000);
}

static void
add_row (History *history, const GuatuEntry *entry, const char *title)
{
  g_autoptr(GDateTime) utc = entry_time (entry);
  g_autoptr(GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_auto(GStrv) notes = NULL;

  cli_table_take (history->table, g_strdup_printf ("%" G_GINT64_FORMAT, entry->seq));
  cli_table_take (history->table, local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : g_strdup ("?"));
  cli_table_cell (history->table, entry->author);
  cli_table_cell (history->table, entry->standing ? "" : _("undone"));
  cli_table_cell (history->table, title);
  if (!history->with_notes)
    return;

  notes = guatu_entry_notes (entry);
  for (guint i = 0; notes[i] != NULL; i++)
    {
      for (guint column = 0; column < 4; column++)
        cli_table_cell (history->table, "");
      cli_table_take (history->table, g_strconcat ("  ", notes[i], NULL));
    }
}

static void
add_object (History *history, const GuatuEntry *entry, const char *title)
{
  JsonBuilder *object = cli_json_object ();
  g_autoptr(GDateTime) utc = entry_time (entry);
  g_autofree char *time = utc != NULL ? g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  cli_json_integer (object, "seq", entry->seq);
  cli_json_string (object, "time", time);
  cli_json_string (object, "author", entry->author);
  cli_json_string (object, "kind", entry->kind);
  cli_json_string (object, "title", title);
  cli_json_integer (object, "undoes", entry->undoes != 0 ? entry->undoes : GUATU_NONE);
  cli_json_boolean (object, "standing", entry->standing);
  cli_json_string (object, "hash", entry->hash);
  if (history->with_notes)
    {
      g_auto(GStrv) notes = guatu_entry_notes (entry);

      json_builder_set_member_name (object, "notes");
      json_builder_begin_array (object);
      for (guint i = 0; notes[i] != NULL; i++)
        json_builder_add_string_value (object, notes[i]);
      json_builder_end_array (object);
    }
  cli_json_list_add (&history->list, object);
}

static gboolean
take_entry (const GuatuEntry *entry, gpointer data, GError **error)
{
  History *history = data;
  g_autofree char *title = guatu_entry_title (entry);

  if (history->table != NULL)
    add_row (history, entry, title);
  else
    add_object (history, entry, title);
  return TRUE;
}

static gboolean
run_history (const CliCall *call, GError **error)
{
  const char * const headers[] = { "#", _("When"), _("Who"), "", _("What"), NULL };
  g_autoptr(GuatuDocument) document = guatu_document_open (call->args[0], TRUE, error);
  g_autoptr(CliTable) table = cli_table_new (headers, "r");
  gboolean json = cli_flag (call, "json");
  History history = { json ? NULL : table, { 0 }, cli_flag (call, "notes") };

  if (document == NULL)
    return FALSE;

  if (json)
    cli_json_list_begin (&history.list);
  if (!guatu_store_each_entry (guatu_document_get_store (document), 0, take_entry, &history, error))
    return FALSE;

  if (json)
    {
      cli_json_list_end (&history.list);
      cli_print ("\n");
    }
  else
    {
      cli_table_print (table);
    }
  return TRUE;
}

static const CliOption history_options[] = {
  { "notes", NULL, N_("Print what imports could not carry over, too") },
  { "json", NULL, N_("Print JSON") },
  { NULL },
};

const CliCommand cli_history = {
  .name = "history",
  .arguments = "FILE [--notes] [--json]",
  .summary = N_("Print every change that was made, by whom and when"),
  .options = history_options,
  .min_args = 1,
  .max_args = 1,
  .run = run_history,
};

/* "verify" ----------------------------------------------------------------------------------------------------- */

static gboolean
run_verify (const CliCall *call, GError **error)
{
  g_autoptr(GuatuStore) store = guatu_store_open (call->args[0], TRUE, error);
  g_autofree char *hash = NULL;
  gint64 checked = 0;
  gint64 seq = 0;

  if (store == NULL || !guatu_store_verify (store, &checked, error) || !guatu_store_head (store, &seq, &hash, error))
    return FALSE;

  cli_print (ngettext ("The file is sound: %ld entry was checked, and replayed it gives exactly this plan.\n",
                       "The file is sound: %ld entries were checked, and replayed they give exactly this plan.\n",
                       (gulong) checked), (glong) checked);
  cli_print (_("Head: %s"), hash);
  cli_print ("\n");
  return TRUE;
}

const CliCommand cli_verify = {
  .name = "verify",
  .arguments = "FILE",
  .summary = N_("Check the file, its journal, and that the journal gives exactly this plan"),
  .details =
    N_("Finds damage, and tables edited behind the journal’s back."),
  .min_args = 1,
  .max_args = 1,
  .run = run_verify,
};
