/* guatu-entry-title.c — what a journal entry did, told in the reader's language from its kind and arguments. */
#include "guatu-entry-title-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-quotes.h"

static char *plain_title (const GuatuEntry *entry);

/* The entry that another one is about; FALSE if it does not say. */
static gboolean
inner_entry (JsonObject *arguments, GuatuEntry *entry)
{
  JsonNode *node = json_object_get_member (arguments, "of");
  JsonObject *of = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  *entry = (GuatuEntry) { 0 };
  if (of == NULL)
    return FALSE;
  entry->kind = guatu_title_text (of, "kind");
  entry->arguments = guatu_title_text (of, "arguments");
  return TRUE;
}

/* The title of the entry that an undo or redo is about. */
static char *
inner_title (JsonObject *arguments)
{
  GuatuEntry entry;

  if (!inner_entry (arguments, &entry))
    return g_strdup ("");
  /* Undoes are never undone but by a redo, which is about the edit itself: this does not go on for ever. */
  if (g_str_equal (entry.kind, "undo") || g_str_equal (entry.kind, "redo"))
    return g_strdup (entry.kind);
  return plain_title (&entry);
}

/* When the entry was made, on the reader's clock; "?" if that is no time. Free it. */
static char *
time_label (gint64 milliseconds)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (milliseconds / 1000);
  g_autoptr(GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  char *label = local != NULL ? g_date_time_format (local, C_("date", "%b %-d, %Y, %H:%M")) : NULL;

  return label != NULL ? label : g_strdup ("?");
}

/* How deep it nests is bounded by its length: each level quotes the next. */
static char *
revert_title (JsonObject *arguments)
{
  g_autofree char *when = time_label (guatu_title_number (arguments, "time"));
  g_autofree char *what = NULL;
  GuatuEntry entry;

  if (!inner_entry (arguments, &entry))
    return g_strdup_printf (_("Revert to %s"), when);
  what = plain_title (&entry);
  /* Translators: a date with its time, and what was done then. */
  return g_strdup_printf (_("Revert to %s, “%s”"), when, what);
}

/* "Undo: …"; %NULL for other kinds. */
static char *
about_title (const char *kind, JsonObject *arguments)
{
  g_autofree char *inner = NULL;

  if (g_str_equal (kind, "revert"))
    return revert_title (arguments);
  if (!g_str_equal (kind, "undo") && !g_str_equal (kind, "redo"))
    return NULL;
  inner = inner_title (arguments);

  return g_strdup_printf (g_str_equal (kind, "undo") ? _("Undo: %s") : _("Redo: %s"), inner);
}

/* Names are quoted, whether they bear marks of their own or not. */
static char *
plain_title (const GuatuEntry *entry)
{
  g_autoptr(JsonObject) arguments = guatu_title_arguments (entry->arguments);
  const char *kind = entry->kind;
  char *title = about_title (kind, arguments);

  if (title == NULL)
    title = guatu_title_of_deed (kind, arguments);
  if (title == NULL)
    title = guatu_group_title (kind, guatu_title_text (arguments, "name"), (guint) guatu_title_number (arguments, "n"));
  if (title == NULL)
    title = guatu_title_of_row (kind, arguments);

  /* A newer version may know more kinds than this one. */
  return title != NULL ? title : g_strdup_printf (_("Another kind of change (%s)"), kind);
}

char *
guatu_entry_title (const GuatuEntry *entry)
{
  g_return_val_if_fail (entry != NULL && entry->kind != NULL, NULL);

  return guatu_quotes_nest (plain_title (entry));
}

/* Notes --------------------------------------------------------------------------------------------------- */

char **
guatu_entry_notes (const GuatuEntry *entry)
{
  g_autoptr(GStrvBuilder) lines = g_strv_builder_new ();
  g_autoptr(JsonObject) arguments = NULL;
  JsonNode *node;

  g_return_val_if_fail (entry != NULL, NULL);

  arguments = guatu_title_arguments (entry->arguments);
  node = json_object_get_member (arguments, "notes");
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      {
        JsonNode *line = json_array_get_element (json_node_get_array (node), i);

        if (JSON_NODE_HOLDS_VALUE (line) && json_node_get_value_type (line) == G_TYPE_STRING)
          g_strv_builder_add (lines, json_node_get_string (line));
      }

  return g_strv_builder_end (lines);
}
