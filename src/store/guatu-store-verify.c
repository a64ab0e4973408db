/* guatu-store-verify.c — whether the file is whole, the chain unbroken, and the journal gives the tables. */
#include "guatu-store-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* The file itself ---------------------------------------------------------------------------------------- */

static gboolean
check_integrity (GuatuStore  *self,
                 GError     **error)
{
  g_autoptr(GuatuBorrowed) statement = guatu_store_borrow (self, "PRAGMA integrity_check (1)", error);
  const char *answer;
  int code;

  if (statement == NULL)
    return FALSE;
  code = guatu_store_step (self, statement, error);
  if (code != SQLITE_ROW)
    return code == SQLITE_DONE;

  answer = (const char *) sqlite3_column_text (statement, 0);
  if (answer != NULL && !g_str_equal (answer, "ok"))
    {
      g_autofree char *shown = g_utf8_make_valid (answer, -1);

      return guatu_store_damaged (self, error, "%s", shown);
    }

  return TRUE;
}

static gboolean
check_references (GuatuStore  *self,
                  GError     **error)
{
  g_autoptr(GuatuBorrowed) statement = guatu_store_borrow (self, "PRAGMA foreign_key_check", error);
  int code;

  if (statement == NULL)
    return FALSE;
  code = guatu_store_step (self, statement, error);
  if (code == SQLITE_ROW)
    return guatu_store_damaged (self, error, _("%s %lld refers to a %s that is not there"),
                                (const char *) sqlite3_column_text (statement, 0),
                                (long long) sqlite3_column_int64 (statement, 1),
                                (const char *) sqlite3_column_text (statement, 2));

  return code == SQLITE_DONE;
}

/* The chain, replayed as it is walked ---------------------------------------------------------------------- */

typedef struct
{
  GuatuStore *store;
  sqlite3    *replay;           /* in memory: what the journal gives */
  gint64      seq;              /* of the entry before */
  gint64      head;             /* of the newest entry */
  GuatuProgressFunc progress;   /* may be %NULL */
  gpointer    data;
  guint8      hash[GUATU_HASH_SIZE];
} Verifier;

static int
abort_cb (void                    *data,
          int                      conflict,
          sqlite3_changeset_iter  *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

static gboolean
replay_entry (Verifier    *self,
              const void  *changeset,
              gsize        size,
              GError     **error)
{
  g_autoptr(GError) trouble = NULL;
  int code;

  if (!guatu_changeset_check (changeset, size, &trouble))
    return guatu_store_damaged (self->store, error, _("journal entry %lld cannot be read: %s"),
                                (long long) self->seq, trouble->message);

  code = sqlite3changeset_apply (self->replay, (int) size, (void *) changeset, NULL, abort_cb, NULL);
  if (code != SQLITE_OK)
    return guatu_store_damaged (self->store, error,
                                _("journal entry %lld does not follow from the entries before it"),
                                (long long) self->seq);

  return TRUE;
}

/* Whether the text column holds what was hashed: a zero inside would end it early. */
static const char *
whole_text (sqlite3_stmt *statement,
            int           column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  if (text == NULL || strlen (text) != (gsize) sqlite3_column_bytes (statement, column))
    return NULL;

  return text;
}

static gboolean
verify_entry (Verifier      *self,
              sqlite3_stmt  *statement,
              GError       **error)
{
  guint8 hash[GUATU_HASH_SIZE];
  GuatuHashed entry = {
    .seq = sqlite3_column_int64 (statement, 0),
    .time = sqlite3_column_int64 (statement, 1),
    .author = whole_text (statement, 2),
    .kind = whole_text (statement, 3),
    .arguments = whole_text (statement, 4),
    .undoes = sqlite3_column_int64 (statement, 5),
    .changeset = sqlite3_column_blob (statement, 8),
    .changeset_size = (gsize) sqlite3_column_bytes (statement, 8),
    .previous = self->hash,
  };

  if (entry.seq != self->seq + 1)
    return guatu_store_damaged (self->store, error, _("the journal lacks entry %lld"), (long long) self->seq + 1);
  self->seq = entry.seq;

  if (entry.author == NULL || entry.kind == NULL || entry.arguments == NULL ||
      (sqlite3_column_type (statement, 5) == SQLITE_INTEGER && (entry.undoes <= 0 || entry.undoes >= entry.seq)))
    return guatu_store_damaged (self->store, error, _("journal entry %lld was altered"), (long long) entry.seq);
  if (sqlite3_column_bytes (statement, 6) != GUATU_HASH_SIZE ||
      sqlite3_column_bytes (statement, 7) != GUATU_HASH_SIZE ||
      memcmp (sqlite3_column_blob (statement, 6), self->hash, GUATU_HASH_SIZE) != 0)
    return guatu_store_damaged (self->store, error, _("journal entry %lld does not follow the one before it"),
                                (long long) entry.seq);

  guatu_journal_hash (&entry, hash);
  if (memcmp (sqlite3_column_blob (statement, 7), hash, GUATU_HASH_SIZE) != 0)
    return guatu_store_damaged (self->store, error, _("journal entry %lld was altered"), (long long) entry.seq);
  memcpy (self->hash, hash, GUATU_HASH_SIZE);

  return self->replay == NULL || replay_entry (self, entry.changeset, entry.changeset_size, error);
}

static gboolean
go_on (Verifier  *self,
       GError   **error)
{
  if (self->progress == NULL || self->seq % 64 != 0 || self->progress (self->seq, self->head, self->data))
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled. Nothing was changed."));
  return FALSE;
}

static gboolean
walk_chain (Verifier  *self,
            GError   **error)
{
  static const char sql[] = "SELECT seq, time, author, kind, arguments, undoes, previous, hash, changeset "
                            "FROM journal ORDER BY seq";
  g_autoptr(GuatuBorrowed) statement = guatu_store_borrow (self->store, sql, error);
  int code;

  if (statement == NULL)
    return FALSE;
  while ((code = guatu_store_step (self->store, statement, error)) == SQLITE_ROW)
    if (!go_on (self, error) || !verify_entry (self, statement, error))
      return FALSE;

  return code == SQLITE_DONE;
}

/* Comparing ------------------------------------------------------------------------------------------------ */

static gboolean
same_value (sqlite3_value *a,
            sqlite3_value *b)
{
  if (sqlite3_value_type (a) != sqlite3_value_type (b))
    return FALSE;
  if (sqlite3_value_type (a) == SQLITE_INTEGER)
    return sqlite3_value_int64 (a) == sqlite3_value_int64 (b);
  if (sqlite3_value_type (a) == SQLITE_NULL)
    return TRUE;

  /* SQLite gives nothing as a null pointer, which memcmp() may not be handed. */
  return sqlite3_value_bytes (a) == sqlite3_value_bytes (b) &&
         (sqlite3_value_bytes (a) == 0 ||
          memcmp (sqlite3_value_blob (a), sqlite3_value_blob (b), (gsize) sqlite3_value_bytes (a)) == 0);
}

/* Steps both along by id, and names the first row where they part. */
static gboolean
compare_rows (Verifier                *self,
              const GuatuSchemaTable  *table,
              sqlite3_stmt            *there,
              sqlite3_stmt            *replayed,
              GError                 **error)
{
  while (TRUE)
    {
      int code = guatu_store_step (self->store, there, error);
      int code_replayed = sqlite3_step (replayed);
      gint64 id, id_replayed;

      if (code != SQLITE_ROW && code != SQLITE_DONE)
        return FALSE;
      if (code == SQLITE_DONE && code_replayed == SQLITE_DONE)
        return TRUE;

      id = code == SQLITE_ROW ? sqlite3_column_int64 (there, 0) : G_MAXINT64;
      id_replayed = code_replayed == SQLITE_ROW ? sqlite3_column_int64 (replayed, 0) : G_MAXINT64;
      if (code_replayed != SQLITE_ROW || id < id_replayed)
        return guatu_store_damaged (self->store, error, _("%s %lld is in no entry of the journal"),
                                    table->info->name, (long long) id);
      if (code != SQLITE_ROW || id > id_replayed)
        return guatu_store_damaged (self->store, error, _("%s %lld of the journal is missing"),
                                    table->info->name, (long long) id_replayed);

      for (guint i = 1; i < table->n_fields; i++)
        if (!same_value (sqlite3_column_value (there, (int) i), sqlite3_column_value (replayed, (int) i)))
          return guatu_store_damaged (self->store, error,
                                      _("%s %lld was changed past the journal, in the field “%s”"),
                                      table->info->name, (long long) id, table->info->fields[i].name);
    }
}

static gboolean
compare_tables (Verifier  *self,
                GError   **error)
{
  for (guint i = 0; i < GUATU_N_TABLES; i++)
    {
      const GuatuSchemaTable *table = &self->store->schema->tables[i];
      g_autoptr(GuatuBorrowed) there = NULL;
      g_autoptr(GuatuStatement) replayed = NULL;

      if (table->n_fields == 0)
        continue;
      there = guatu_store_borrow (self->store, table->select, error);
      if (there == NULL)
        return FALSE;
      if (sqlite3_prepare_v2 (self->replay, table->select, -1, &replayed, NULL) != SQLITE_OK)
        return guatu_store_fail_with (self->store, sqlite3_errcode (self->replay), error);
      if (!compare_rows (self, table, there, replayed, error))
        return FALSE;
    }

  return TRUE;
}

/* Within one snapshot. A newer file's changesets have fields that are not known here. */
static gboolean
verify (Verifier  *self,
        GError   **error)
{
  int code;

  if (!check_integrity (self->store, error) || !check_references (self->store, error))
    return FALSE;

  if (!guatu_store_is_newer (self->store))
    {
      code = guatu_store_connect (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &self->replay);
      if (code == SQLITE_OK)
        code = guatu_schema_migrate (self->replay, 0, self->store->version);
      if (code != SQLITE_OK)
        return guatu_store_fail_with (self->store, code, error);
    }
  if (!walk_chain (self, error))
    return FALSE;
  if (guatu_store_is_newer (self->store))
    {
      g_set_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_NEWER,
                   _("The file and the chain of its journal are sound, but “%s” was written by a newer version of "
                     "Guatu, and only that can tell whether the plan follows from the journal."), self->store->name);
      return FALSE;
    }

  return compare_tables (self, error);
}

gboolean
guatu_store_verify (GuatuStore  *self,
                    gint64      *checked,
                    GError     **error)
{
  return guatu_store_verify_watched (self, NULL, NULL, checked, error);
}

gboolean
guatu_store_verify_watched (GuatuStore        *self,
                            GuatuProgressFunc  progress,
                            gpointer           data,
                            gint64            *checked,
                            GError           **error)
{
  Verifier verifier = { .store = self, .progress = progress, .data = data };
  guint8 hash[GUATU_HASH_SIZE];
  gboolean fine;

  g_return_val_if_fail (self != NULL && !self->writing, FALSE);

  if (checked != NULL)
    *checked = 0;
  if (guatu_store_is_blank (self))
    return TRUE;
  if (!guatu_store_read_begin (self, error))
    return FALSE;

  fine = guatu_journal_head (self, &verifier.head, hash, error) && verify (&verifier, error);
  guatu_store_read_end (self);
  sqlite3_close (verifier.replay);
  if (checked != NULL)
    *checked = verifier.seq;

  return fine;
}
