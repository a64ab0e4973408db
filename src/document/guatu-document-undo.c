/* guatu-document-undo.c — taking back the newest edit in the file, whoever made it, and doing it again. */
#include "guatu-document-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char undo_kind[] = "undo";
static const char redo_kind[] = "redo";

/* The entry's title, with its author's name if that is somebody else. */
static char *
signed_title (GuatuDocument *self, const GuatuEntry *entry)
{
  g_autofree char *title = guatu_entry_title (entry);

  if (entry->author == NULL || entry->author[0] == '\0' || g_strcmp0 (entry->author, self->author) == 0)
    return g_steal_pointer (&title);
  /* Translators: what was done, and by whom. */
  return g_strdup_printf (_("%s (by %s)"), title, entry->author);
}

/* Entries say in full what they take back, so that their titles need no other entry. */
static JsonObject *
arguments_about (const GuatuEntry *entry)
{
  JsonObject *arguments = json_object_new ();
  JsonObject *of = json_object_new ();

  json_object_set_string_member (of, "kind", entry->kind);
  json_object_set_string_member (of, "author", entry->author);
  json_object_set_string_member (of, "arguments", entry->arguments);
  json_object_set_object_member (arguments, "of", of);
  return arguments;
}

static gboolean
refuse_barrier (const GuatuEntry *entry, GError **error)
{
  g_autofree char *title = NULL;

  if (g_str_equal (entry->kind, "create"))
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_BARRIER,
                                  _("Everything since the plan was created has been undone. The creation "
                                    "itself cannot be undone."));
  if (g_str_equal (entry->kind, "import"))
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_BARRIER,
                                  _("Everything since the plan was imported has been undone. The import itself "
                                    "cannot be undone; remove tasks that are not wanted."));
  if (g_str_equal (entry->kind, "copy"))
    return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_BARRIER,
                                  _("Everything since this copy was made has been undone. What was done "
                                    "before is in the file that it was copied from."));

  title = guatu_entry_title (entry);
  return guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_BARRIER,
                                _("“%s” cannot be undone, nor anything before it."), title);
}

/* The entry that undo takes: %NULL if there is none, or only a barrier, then with @error set. */
static GuatuEntry *
find_undo (GuatuDocument *self, GError **error)
{
  g_autoptr(GuatuEntry) entry = NULL;
  gint64 seq;

  if (!guatu_store_find_undo (self->store, &seq, error))
    return NULL;
  if (seq == 0)
    {
      guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_NOTHING, _("There is nothing to undo."));
      return NULL;
    }

  entry = guatu_store_find_entry_words (self->store, seq, error);
  if (entry != NULL && guatu_entry_kind_is_barrier (entry->kind))
    {
      refuse_barrier (entry, error);
      return NULL;
    }
  return g_steal_pointer (&entry);
}

/* The undo that redo takes back, and in @undone what it had taken back. */
static GuatuEntry *
find_redo (GuatuDocument *self, GuatuEntry **undone, GError **error)
{
  g_autoptr(GuatuEntry) entry = NULL;
  gint64 seq;

  if (!guatu_store_find_redo (self->store, &seq, error))
    return NULL;
  if (seq == 0)
    {
      guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_NOTHING,
                             _("There is nothing to redo: nothing was undone, or something was changed since."));
      return NULL;
    }

  entry = guatu_store_find_entry_words (self->store, seq, error);
  if (entry == NULL)
    return NULL;
  *undone = guatu_store_find_entry_words (self->store, entry->undoes, error);
  return *undone != NULL ? g_steal_pointer (&entry) : NULL;
}

gboolean
guatu_document_undo (GuatuDocument *self, char **title, GError **error)
{
  g_autoptr(GuatuEntry) entry = NULL;
  g_autofree char *told = NULL;
  JsonObject *arguments = NULL;
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (self->group == NULL, FALSE);

  if (!guatu_document_begin (self, error))
    return FALSE;

  entry = find_undo (self, error);
  ok = entry != NULL && guatu_store_apply_inverse (self->store, entry->seq, error);
  if (ok)
    {
      told = signed_title (self, entry);
      arguments = arguments_about (entry);
    }
  ok = guatu_document_end (self, ok, undo_kind, arguments, entry != NULL ? entry->seq : 0, error);
  if (ok && title != NULL)
    *title = g_steal_pointer (&told);
  return ok;
}

gboolean
guatu_document_redo (GuatuDocument *self, char **title, GError **error)
{
  g_autoptr(GuatuEntry) entry = NULL;
  g_autoptr(GuatuEntry) undone = NULL;
  g_autofree char *told = NULL;
  JsonObject *arguments = NULL;
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (self->group == NULL, FALSE);

  if (!guatu_document_begin (self, error))
    return FALSE;

  entry = find_redo (self, &undone, error);
  ok = entry != NULL && guatu_store_apply_inverse (self->store, entry->seq, error);
  if (ok)
    {
      told = signed_title (self, undone);
      arguments = arguments_about (undone);
    }
  ok = guatu_document_end (self, ok, redo_kind, arguments, entry != NULL ? entry->seq : 0, error);
  if (ok && title != NULL)
    *title = g_steal_pointer (&told);
  return ok;
}

/* Going back ------------------------------------------------------------------------------------------ */

/* What the target says of itself is not carried along where it is long: a going back to a going back to … would
 * double it each time. Its kind alone makes a title as well. */
#define SAID_MAX 2000

static JsonObject *
arguments_to (const GuatuEntry *entry)
{
  GuatuEntry said = *entry;
  g_autofree char *seq = g_strdup_printf ("%" G_GINT64_FORMAT, entry->seq);
  JsonObject *arguments;

  if (strlen (said.arguments) > SAID_MAX)
    said.arguments = "{}";
  arguments = arguments_about (&said);
  json_object_set_string_member (arguments, "seq", seq);
  json_object_set_int_member (arguments, "time", entry->time);
  return arguments;
}

/* The entry to go back to, if there is nothing between that stays. */
static GuatuEntry *
find_target (GuatuDocument *self, gint64 seq, GError **error)
{
  g_autoptr(GuatuEntry) barrier = NULL;
  g_autofree char *title = NULL;
  gint64 behind;

  if (!guatu_store_find_barrier (self->store, seq, &behind, error))
    return NULL;
  if (behind == 0)
    return guatu_store_find_entry_words (self->store, seq, error);

  barrier = guatu_store_find_entry_words (self->store, behind, error);
  if (barrier == NULL)
    return NULL;
  title = guatu_entry_title (barrier);
  guatu_document_refuse (error, GUATU_DOCUMENT_ERROR_BARRIER,
                         _("The plan cannot go back to before “%s”. Choose that, or something later."), title);
  return NULL;
}

gboolean
guatu_document_revert (GuatuDocument *self, gint64 seq, GError **error)
{
  g_autoptr(GuatuEntry) entry = NULL;
  gboolean ok;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (self->group == NULL, FALSE);

  if (!guatu_document_begin (self, error))
    return FALSE;

  entry = find_target (self, seq, error);
  ok = entry != NULL && guatu_store_apply_inverses (self->store, seq, error);
  return guatu_document_end (self, ok, "revert", ok ? arguments_to (entry) : NULL, 0, error);
}

/* How long it takes ------------------------------------------------------------------------------------ */

gint64
guatu_document_step_size (GuatuDocument *self, gboolean redo)
{
  g_autoptr(GuatuEntry) undone = NULL;
  g_autoptr(GuatuEntry) entry = NULL;
  gint64 size;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), 0);

  entry = redo ? find_redo (self, &undone, NULL) : find_undo (self, NULL);
  return entry != NULL && guatu_store_entry_size (self->store, entry->seq, &size, NULL) ? size : 0;
}

/* Titles ---------------------------------------------------------------------------------------------- */

char *
guatu_document_undo_title (GuatuDocument *self)
{
  g_autoptr(GuatuEntry) entry = NULL;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), NULL);

  entry = find_undo (self, NULL);
  return entry != NULL ? signed_title (self, entry) : NULL;
}

char *
guatu_document_redo_title (GuatuDocument *self)
{
  g_autoptr(GuatuEntry) entry = NULL;
  g_autoptr(GuatuEntry) undone = NULL;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (self), NULL);

  entry = find_redo (self, &undone, NULL);
  return entry != NULL ? signed_title (self, undone) : NULL;
}
