/* cli-history.c — "undo", "redo", "history", "verify": the journal of a plan. */
#include "cli-changes.h"

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
  GuatuDocument *document;
  CliTable      *table;     /* or, for JSON: */
  CliJsonList    list;
  gboolean       with_notes;
  gboolean       with_values;
  GuatuTable     table_of;      /* the row that is looked for comes first; @id 0: none is */
  gint64         id;
} History;

/* A line of its own below the entry. */
static void
add_line (History *history, const char *indent, const char *text)
{
  for (guint column = 0; column < 4; column++)
    cli_table_cell (history->table, "");
  cli_table_take (history->table, g_strconcat (indent, text, NULL));
}

static void
add_values (History *history, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const GuatuRowChange *row = g_ptr_array_index (rows, i);
      g_autofree char *title = guatu_row_change_title (row);

      add_line (history, "  ", title);
      for (guint j = 0; j < row->fields->len; j++)
        {
          g_autofree char *text = guatu_field_change_text (g_ptr_array_index (row->fields, j), row->kind);

          add_line (history, "    ", text);
        }
    }
}

static void
add_row (History *history, const GuatuEntry *entry, const char *title, GPtrArray *rows)
{
  g_auto(GStrv) notes = NULL;

  cli_table_take (history->table, g_strdup_printf ("%" G_GINT64_FORMAT, entry->seq));
  cli_table_take (history->table, guatu_journal_time_text (entry->time));
  cli_table_cell (history->table, entry->author);
  cli_table_cell (history->table, entry->standing ? "" : _("undone"));
  cli_table_cell (history->table, title);
  if (rows != NULL)
    add_values (history, rows);
  if (!history->with_notes)
    return;

  notes = guatu_entry_notes (entry);
  for (guint i = 0; notes[i] != NULL; i++)
    add_line (history, "  ", notes[i]);
}

static void
add_object (History *history, const GuatuEntry *entry, const char *title, GPtrArray *rows)
{
  JsonBuilder *object = cli_json_object ();
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (entry->time / 1000);
  g_autofree char *time = utc != NULL ? g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  cli_json_integer (object, "seq", entry->seq);
  cli_json_string (object, "time", time);
  cli_json_string (object, "author", entry->author);
  cli_json_string (object, "kind", entry->kind);
  cli_json_string (object, "title", title);
  cli_json_integer (object, "undoes", entry->undoes != 0 ? entry->undoes : GUATU_NONE);
  cli_json_boolean (object, "standing", entry->standing);
  cli_json_string (object, "hash", entry->hash);
  if (rows != NULL)
    cli_json_changes (object, "changes", rows);
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
add_entry (History *history, const GuatuJournalLine *line, GError **error)
{
  g_autoptr(GuatuEntry) entry = guatu_store_read_entry (guatu_document_get_store (history->document), line->seq, error);
  g_autoptr(GPtrArray) rows = NULL;
  g_autofree char *title = NULL;
  guint n;

  if (entry == NULL)
    return FALSE;
  if (history->with_values)
    {
      rows = guatu_entry_changes (history->document, line->seq, history->table_of, history->id, 0, G_MAXUINT,
                                  &n, error);
      if (rows == NULL)
        return FALSE;
    }

  entry->standing = line->standing;
  title = guatu_entry_title (entry);
  if (history->table != NULL)
    add_row (history, entry, title, rows);
  else
    add_object (history, entry, title, rows);
  return TRUE;
}

/* What is looked for ------------------------------------------------------------------------------------------- */

static const char * const deed_names[GUATU_N_DEEDS + 1] = {
  [GUATU_DEED_MADE] = "made", [GUATU_DEED_ADDED] = "added", [GUATU_DEED_CHANGED] = "changed",
  [GUATU_DEED_REMOVED] = "removed", [GUATU_DEED_MOVED] = "moved", [GUATU_DEED_LINKED] = "linked",
  [GUATU_DEED_ASSIGNED] = "assigned", [GUATU_DEED_REPORTED] = "reported", [GUATU_DEED_RECORDED] = "recorded",
  [GUATU_DEED_TAKEN_BACK] = "taken-back",
};

static gboolean
read_kinds (const CliCall *call, guint *deeds, GError **error)
{
  g_autoptr(GPtrArray) given = cli_option_list (call, "kind");

  for (guint i = 0; i < given->len; i++)
    {
      const char *text = g_ptr_array_index (given, i);
      guint deed = 0;

      while (deed < GUATU_N_DEEDS && g_ascii_strcasecmp (deed_names[deed], text) != 0)
        deed++;
      if (deed == GUATU_N_DEEDS)
        return cli_usage_of_name (error, "kind", deed_names, text);
      *deeds |= 1u << deed;
    }

  return TRUE;
}

static gboolean
read_row (const CliCall *call, const char *option, GuatuTable table, const GuatuPlan *plan, GuatuJournalQuery *query,
          GError **error)
{
  gint32 row;

  if (cli_option (call, option) == NULL)
    return TRUE;
  if (query->id != 0)
    return cli_usage (error, _("The history of one row is shown: a task or a ledger."));

  row = cli_find_row (plan, table, cli_option (call, option), error);
  if (row < 0)
    return FALSE;
  query->table = table;
  query->id = guatu_plan_id (plan, table, row);
  return TRUE;
}

static gboolean
read_query (const CliCall *call, const GuatuPlan *plan, GuatuJournalQuery *query, GError **error)
{
  GuatuInstant since, until;

  *query = (GuatuJournalQuery) { .text = cli_option (call, "find"), .author = cli_option (call, "author") };
  if (!read_kinds (call, &query->deeds, error) || !cli_date_option (call, "since", 0, &since, error) ||
      /* The day counts to its end. */
      !cli_date_option (call, "until", 24 * 60 * 60, &until, error) ||
      !read_row (call, "task", GUATU_TABLE_TASK, plan, query, error) ||
      !read_row (call, "ledger", GUATU_TABLE_LEDGER, plan, query, error))
    return FALSE;

  if (since != GUATU_NONE)
    query->since = guatu_journal_moment (since);
  if (until != GUATU_NONE)
    query->until = guatu_journal_moment (until);
  return TRUE;
}

static gboolean
print_history (const CliCall *call, GuatuDocument *document, GError **error)
{
  const char * const headers[] = { "#", _("When"), _("Who"), "", _("What"), NULL };
  g_autoptr(CliTable) table = cli_table_new (headers, "r");
  g_autoptr(GuatuJournal) journal = NULL;
  gboolean json = cli_flag (call, "json");
  History history = { document, json ? NULL : table, { 0 }, cli_flag (call, "notes"), cli_flag (call, "values") };
  const GuatuJournalLine *lines;
  GuatuJournalQuery query;
  guint n;

  if (!read_query (call, guatu_document_get_plan (document), &query, error))
    return FALSE;
  history.table_of = query.table;
  history.id = query.id;
  journal = guatu_journal_new (document, &query);
  if (!guatu_journal_step (journal, 0, error))
    return FALSE;

  if (json)
    cli_json_list_begin (&history.list);
  lines = guatu_journal_lines (journal, &n);
  for (guint i = n; i > 0; i--)
    if (!add_entry (&history, &lines[i - 1], error))
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

static gboolean
run_history (const CliCall *call, GError **error)
{
  g_autoptr(GuatuDocument) document = guatu_document_open (call->args[0], TRUE, error);

  if (document == NULL)
    return FALSE;
  if (cli_option (call, "compare") != NULL)
    return cli_print_comparison (call, document, error);
  if (cli_option (call, "duty") != NULL)
    return cli_print_duties (call, document, error);

  return print_history (call, document, error);
}

static void
history_help (void)
{
  printf ("\n%s\n", _("Kinds of change:"));
  for (guint deed = 0; deed < GUATU_N_DEEDS; deed++)
    printf ("    %-22s %s\n", deed_names[deed], _(guatu_deed_label (deed)));
}

static const CliOption history_options[] = {
  { "values", NULL, N_("Print each row and field that was changed, with its old and new value") },
  { "task", "TASK", N_("Only what was done to this task and to what belongs to it") },
  { "ledger", "LEDGER", N_("Only what was done to this ledger and its items") },
  { "author", "NAME", N_("Only what this person did") },
  { "since", "DATE", N_("Only from this day on") },
  { "until", "DATE", N_("Only up to this day, which counts") },
  { "kind", "KIND", N_("Only changes of this kind; may be given several times") },
  { "find", "TEXT", N_("Only entries with these words in their title, author or time") },
  { "compare", "A..B", N_("Print what differs between the plan after entry A and after entry B; without B: now") },
  { "duty", "DATE", N_("With --task: print who answered for it on this day, and all periods before and after") },
  { "notes", NULL, N_("Print what imports could not carry over, too") },
  { "json", NULL, N_("Print JSON") },
  { NULL },
};

const CliCommand cli_history = {
  .name = "history",
  .arguments = "FILE [--values] [--task TASK] [--since DATE] … | --compare A..B | --task TASK --duty DATE",
  .summary = N_("Print every change that was made, by whom and when"),
  .options = history_options,
  .min_args = 1,
  .max_args = 1,
  .run = run_history,
  .more_help = history_help,
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
