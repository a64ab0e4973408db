/* guatu-store-schema.c — the SQL of every table, made from the field table; creating, migrating, recognising. */
#include "guatu-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The store's own tables. Neither is part of the plan: no session records them. */
static const char journal_sql[] =
  "CREATE TABLE \"journal\"(\"seq\" INTEGER PRIMARY KEY, \"time\" INTEGER NOT NULL, \"author\" TEXT NOT NULL, "
  "\"kind\" TEXT NOT NULL, \"arguments\" TEXT NOT NULL, \"undoes\" INTEGER, \"previous\" BLOB NOT NULL, "
  "\"hash\" BLOB NOT NULL, \"changeset\" BLOB NOT NULL) STRICT";

static const char view_state_sql[] =
  "CREATE TABLE \"view_state\"(\"key\" TEXT PRIMARY KEY, \"value\" TEXT NOT NULL) STRICT, WITHOUT ROWID";

static GuatuSinceFunc since_func = guatu_field_since;
static int current_version = GUATU_SCHEMA_VERSION;

void
guatu_schema_set_since (GuatuSinceFunc since,
                        int            current)
{
  since_func = since != NULL ? since : guatu_field_since;
  current_version = since != NULL ? current : GUATU_SCHEMA_VERSION;
}

int
guatu_schema_current (void)
{
  return current_version;
}

/* How many fields of the table a version has. Fields are appended, so that they are the first ones. */
static guint
fields_in_version (GuatuTable table,
                   int        version)
{
  const GuatuTableInfo *info = guatu_table_info (table);
  guint n = 0;

  while (n < info->n_fields && since_func (table, n) <= version)
    n++;

  return n;
}

static void
append_column (GString          *sql,
               const GuatuField *field)
{
  g_string_append_printf (sql, "\"%s\" ", field->name);

  switch (field->type)
    {
    case GUATU_TYPE_ID:
      g_string_append (sql, "INTEGER PRIMARY KEY");
      break;

    case GUATU_TYPE_REFERENCE:
      /* Deferred, for a verb writes rows in any order; no ON DELETE action: a cascade is in no changeset. */
      g_string_append_printf (sql, "INTEGER%s REFERENCES \"%s\"(\"id\") DEFERRABLE INITIALLY DEFERRED",
                              (field->flags & GUATU_FIELD_NULLABLE) ? "" : " NOT NULL",
                              guatu_table_info (field->target)->name);
      break;

    case GUATU_TYPE_TEXT:
      g_string_append (sql, "TEXT NOT NULL DEFAULT ''");
      break;

    case GUATU_TYPE_INTEGER:
    case GUATU_TYPE_BOOLEAN:
    case GUATU_TYPE_ENUM:
    case GUATU_TYPE_FLAGS:
    case GUATU_TYPE_INSTANT:
    case GUATU_TYPE_DATE:
    case GUATU_TYPE_DAYTIME:
    case GUATU_TYPE_WORK:
    case GUATU_TYPE_LAG:
    case GUATU_TYPE_PERCENT:
    case GUATU_TYPE_MONEY:
      g_string_append (sql, "INTEGER");
      if (!(field->flags & GUATU_FIELD_NULLABLE))
        g_string_append_printf (sql, " NOT NULL DEFAULT %" G_GINT64_FORMAT, field->fallback);
      break;

    default:
      g_assert_not_reached ();
    }
}

/* One line, so that a column added later leaves the same text as one that was there from the start. */
static char *
make_create (const GuatuTableInfo *info,
             guint                 n_fields)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "CREATE TABLE \"%s\"(", info->name);
  for (guint i = 0; i < n_fields; i++)
    {
      if (i > 0)
        g_string_append (sql, ", ");
      append_column (sql, &info->fields[i]);
    }
  g_string_append (sql, ") STRICT");

  return g_string_free (sql, FALSE);
}

static char *
make_index (const GuatuTableInfo *info,
            const GuatuField     *field)
{
  return g_strdup_printf ("CREATE INDEX \"%s_%s\" ON \"%s\"(\"%s\")",
                          info->name, field->name, info->name, field->name);
}

static char *
make_select (const GuatuTableInfo *info,
             guint                 n_fields)
{
  GString *sql = g_string_new ("SELECT ");

  for (guint i = 0; i < n_fields; i++)
    g_string_append_printf (sql, "%s\"%s\"", i > 0 ? ", " : "", info->fields[i].name);
  g_string_append_printf (sql, " FROM \"%s\" ORDER BY \"id\"", info->name);

  return g_string_free (sql, FALSE);
}

static char *
make_insert (const GuatuTableInfo *info,
             guint                 n_fields)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO \"%s\"(", info->name);
  for (guint i = 0; i < n_fields; i++)
    g_string_append_printf (sql, "%s\"%s\"", i > 0 ? ", " : "", info->fields[i].name);
  g_string_append (sql, ") VALUES (");
  for (guint i = 0; i < n_fields; i++)
    g_string_append_printf (sql, "%s?%u", i > 0 ? ", " : "", i + 1);
  g_string_append (sql, ")");

  return g_string_free (sql, FALSE);
}

GuatuSchema *
guatu_schema_new (int version)
{
  GuatuSchema *self = g_new0 (GuatuSchema, 1);

  self->version = version;
  for (guint i = 0; i < GUATU_N_TABLES; i++)
    {
      GuatuSchemaTable *table = &self->tables[i];

      table->info = guatu_table_info (i);
      table->n_fields = fields_in_version (i, version);
      if (table->n_fields == 0)
        continue;

      table->create = make_create (table->info, table->n_fields);
      table->select = make_select (table->info, table->n_fields);
      table->insert = make_insert (table->info, table->n_fields);
      table->remove = g_strdup_printf ("DELETE FROM \"%s\" WHERE \"id\" = ?1", table->info->name);
      table->update = g_new0 (char *, table->n_fields + 1);
      for (guint f = 0; f < table->n_fields; f++)
        table->update[f] = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ?2 WHERE \"id\" = ?1",
                                            table->info->name, table->info->fields[f].name);
    }

  return self;
}

void
guatu_schema_free (GuatuSchema *self)
{
  for (guint i = 0; i < GUATU_N_TABLES; i++)
    {
      g_free (self->tables[i].create);
      g_free (self->tables[i].select);
      g_free (self->tables[i].insert);
      g_free (self->tables[i].remove);
      g_strfreev (self->tables[i].update);
    }
  g_free (self);
}

int
guatu_schema_find (const char *name)
{
  for (guint i = 0; i < GUATU_N_TABLES; i++)
    if (g_str_equal (guatu_table_info (i)->name, name))
      return (int) i;

  return -1;
}

/* Creating and migrating ---------------------------------------------------------------------------- */

/* Of a row that was there before its table got columns with a default, a session takes them for empty
 * (SQLite up to 3.41), and the change would not fit what the plan holds. Written once more the row has them. */
static int
write_rows_anew (sqlite3          *db,
             const char       *table,
             const GuatuField *field)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = \"%s\"", table, field->name, field->name);

  return sqlite3_exec (db, sql, NULL, NULL, NULL);
}

static int
migrate_table (sqlite3   *db,
               GuatuTable table,
               int        from,
               int        to)
{
  const GuatuTableInfo *info = guatu_table_info (table);
  guint had = fields_in_version (table, from);
  guint has = fields_in_version (table, to);
  const GuatuField *given = NULL;
  int code = SQLITE_OK;

  if (had == 0 && has > 0)
    {
      g_autofree char *create = make_create (info, has);

      code = sqlite3_exec (db, create, NULL, NULL, NULL);
    }

  for (guint i = had; i < has && code == SQLITE_OK; i++)
    {
      if (had > 0)
        {
          g_autoptr(GString) alter = g_string_new (NULL);

          g_string_append_printf (alter, "ALTER TABLE \"%s\" ADD COLUMN ", info->name);
          append_column (alter, &info->fields[i]);
          code = sqlite3_exec (db, alter->str, NULL, NULL, NULL);
          if (info->fields[i].type == GUATU_TYPE_TEXT || !(info->fields[i].flags & GUATU_FIELD_NULLABLE))
            given = &info->fields[i];
        }
      if (code == SQLITE_OK && info->fields[i].type == GUATU_TYPE_REFERENCE)
        {
          g_autofree char *index = make_index (info, &info->fields[i]);

          code = sqlite3_exec (db, index, NULL, NULL, NULL);
        }
    }
  if (code == SQLITE_OK && given != NULL)
    code = write_rows_anew (db, info->name, given);

  return code;
}

int
guatu_schema_migrate (sqlite3 *db,
                      int      from,
                      int      to)
{
  g_autofree char *marks = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d",
                                            GUATU_APPLICATION_ID, to);
  int code = SQLITE_OK;

  if (from == 0)
    {
      code = sqlite3_exec (db, journal_sql, NULL, NULL, NULL);
      if (code == SQLITE_OK)
        code = sqlite3_exec (db, view_state_sql, NULL, NULL, NULL);
    }
  for (guint i = 0; i < GUATU_N_TABLES && code == SQLITE_OK; i++)
    code = migrate_table (db, i, from, to);
  if (code == SQLITE_OK)
    code = sqlite3_exec (db, marks, NULL, NULL, NULL);

  return code;
}

/* Recognising ----------------------------------------------------------------------------------------- */

/* Statements as SQLite keeps them: whitespace may come out differently in other versions of it. */
static gboolean
same_sql (const char *a,
          const char *b,
          gboolean    only_begins)
{
  while (TRUE)
    {
      while (g_ascii_isspace (*a))
        a++;
      while (g_ascii_isspace (*b))
        b++;
      if (*b == '\0')
        return only_begins || *a == '\0';
      if (*a != *b)
        return FALSE;
      a++;
      b++;
    }
}

/* Every table and index that the version has: name → SQL. */
static GHashTable *
expected_objects (const GuatuSchema *self,
                  gboolean           newer)
{
  GHashTable *expected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_hash_table_insert (expected, g_strdup ("journal"), g_strdup (journal_sql));
  g_hash_table_insert (expected, g_strdup ("view_state"), g_strdup (view_state_sql));
  for (guint i = 0; i < GUATU_N_TABLES; i++)
    {
      const GuatuSchemaTable *table = &self->tables[i];
      char *create;

      if (table->n_fields == 0)
        continue;

      /* A newer file may have appended columns to this one: compare up to the bracket. */
      create = g_strdup (table->create);
      if (newer)
        *strrchr (create, ')') = '\0';
      g_hash_table_insert (expected, g_strdup (table->info->name), create);
      for (guint f = 0; f < table->n_fields; f++)
        if (table->info->fields[f].type == GUATU_TYPE_REFERENCE)
          g_hash_table_insert (expected, g_strdup_printf ("%s_%s", table->info->name, table->info->fields[f].name),
                               make_index (table->info, &table->info->fields[f]));
    }

  return expected;
}

static gboolean
is_known_object (GHashTable *expected,
                 const char *type,
                 const char *name,
                 const char *sql,
                 gboolean    newer)
{
  gboolean is_table = g_str_equal (type, "table");
  const char *ours;

  if (!is_table && !g_str_equal (type, "index"))
    return FALSE;

  /* What ANALYZE leaves behind. */
  if (is_table && (g_str_equal (name, "sqlite_stat1") || g_str_equal (name, "sqlite_stat4")))
    return TRUE;

  ours = g_hash_table_lookup (expected, name);
  if (ours != NULL)
    {
      gboolean same = same_sql (sql, ours, newer);

      g_hash_table_remove (expected, name);
      return same;
    }

  return newer && !g_str_has_prefix (name, "sqlite_") &&
         g_str_has_prefix (sql, is_table ? "CREATE TABLE " : "CREATE INDEX ");
}

int
guatu_schema_check (const GuatuSchema  *self,
                    sqlite3            *db,
                    gboolean            newer,
                    char              **trouble)
{
  static const char sql[] = "SELECT type, name, coalesce(sql, '') FROM sqlite_schema";
  g_autoptr(GHashTable) expected = expected_objects (self, newer);
  g_autoptr(GuatuStatement) statement = NULL;
  GHashTableIter iter;
  gpointer missing;
  int code;

  code = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);
  while (code == SQLITE_OK && (code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const char *type = (const char *) sqlite3_column_text (statement, 0);
      const char *name = (const char *) sqlite3_column_text (statement, 1);
      const char *text = (const char *) sqlite3_column_text (statement, 2);

      if (type == NULL || name == NULL || text == NULL || !is_known_object (expected, type, name, text, newer))
        {
          g_autofree char *valid = g_utf8_make_valid (name != NULL ? name : "", -1);
          g_autofree char *shown = g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), 40));

          *trouble = g_strdup_printf (_("it holds something that Guatu does not make: “%s”"), shown);
          return SQLITE_OK;
        }
      code = SQLITE_OK;
    }
  if (code != SQLITE_DONE)
    return code;

  g_hash_table_iter_init (&iter, expected);
  if (g_hash_table_iter_next (&iter, &missing, NULL))
    *trouble = g_strdup_printf (_("it lacks “%s”"), (const char *) missing);

  return SQLITE_OK;
}
