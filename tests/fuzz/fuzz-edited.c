/* fuzz-edited.c — a plan file that somebody edited past the program, row by row: sound to SQLite, and yet no plan. */
#include "fuzz-target.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

/* Which plan is edited. */
#define BASE 9

/*
 * An input is either SQL, after a line that begins with "--", or bytes of which SQL is made, one statement after
 * the other. Inputs that are kept are SQL: GUATU_FUZZ_SHOW=1 prints what was made of the bytes.
 */
typedef struct
{
  const uint8_t *at;
  const uint8_t *end;
} Bytes;

static guint
take (Bytes *bytes, guint n)
{
  return bytes->at < bytes->end ? *bytes->at++ % n : 0;
}

static gint64
take_number (Bytes *bytes)
{
  guint64 number = 0;

  for (guint i = 0; i < 8; i++)
    number = number << 8 | take (bytes, 256);
  return (gint64) number;
}

static void
append_bytes (GString *sql, Bytes *bytes, guint n)
{
  g_string_append (sql, "x'");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (sql, "%02x", take (bytes, 256));
  g_string_append_c (sql, '\'');
}

/* Making statements ------------------------------------------------------------------------------------------- */

static void
append_row (GString *sql, Bytes *bytes, GuatuTable table)
{
  g_string_append_printf (sql, "(SELECT id FROM \"%s\" ORDER BY id LIMIT 1 OFFSET %u)", guatu_table_info (table)->name,
                          take (bytes, 6));
}

/* The edges of what is allowed are of more interest than what lies between. */
static void
append_value (GString *sql, Bytes *bytes, GuatuTable table, const GuatuField *field)
{
  const gint64 numbers[] = { field->min, field->max, field->min - (field->min > G_MININT64),
                             field->max + (field->max < G_MAXINT64), 0, G_MININT64, G_MAXINT64 };
  guint kind = take (bytes, 12);

  if (kind < G_N_ELEMENTS (numbers))
    g_string_append_printf (sql, "%" G_GINT64_FORMAT, numbers[kind]);
  else if (kind == 7)
    g_string_append (sql, "NULL");
  else if (kind == 8)
    g_string_append_printf (sql, "%" G_GINT64_FORMAT, take_number (bytes));
  else if (kind == 9)
    g_string_append_printf (sql, "%d", (int) take (bytes, 256) - 128);
  else if (kind == 10)
    append_row (sql, bytes, field->type == GUATU_TYPE_REFERENCE ? field->target : table);
  else
    {
      g_string_append (sql, "CAST(");
      append_bytes (sql, bytes, take (bytes, 20));
      g_string_append (sql, " AS TEXT)");
    }
}

static void
append_update (GString *sql, Bytes *bytes, GuatuTable table)
{
  const GuatuTableInfo *info = guatu_table_info (table);
  const GuatuField *field = &info->fields[take (bytes, info->n_fields)];

  g_string_append_printf (sql, "UPDATE \"%s\" SET \"%s\" = ", info->name, field->name);
  append_value (sql, bytes, table, field);
  g_string_append (sql, " WHERE id = ");
  append_row (sql, bytes, table);
}

static void
append_copy (GString *sql, Bytes *bytes, GuatuTable table)
{
  const GuatuTableInfo *info = guatu_table_info (table);
  g_autoptr(GString) fields = g_string_new (NULL);

  for (guint i = 1; i < info->n_fields; i++)
    g_string_append_printf (fields, ", \"%s\"", info->fields[i].name);
  g_string_append_printf (sql, "INSERT INTO \"%s\" (id%s) SELECT %u%s FROM \"%s\" WHERE id = ", info->name, fields->str,
                          take (bytes, 256), fields->str, info->name);
  append_row (sql, bytes, table);
}

/* A byte of a changeset replaced by some, which may be none. */
static void
append_splice (GString *sql, Bytes *bytes)
{
  guint at = take (bytes, 256) * 8 + take (bytes, 8);

  g_string_append_printf (sql, "UPDATE journal SET changeset = CAST(substr(changeset, 1, %u) || ", at);
  append_bytes (sql, bytes, take (bytes, 10));
  g_string_append_printf (sql, " || substr(changeset, %u) AS BLOB) WHERE seq = %u", at + 2, 1 + take (bytes, 6));
}

static void
append_entry (GString *sql, Bytes *bytes)
{
  static const char * const texts[] = { "kind", "arguments", "author" };
  static const char * const numbers[] = { "undoes", "time", "seq" };

  if (take (bytes, 2))
    {
      g_string_append_printf (sql, "UPDATE journal SET %s = CAST(", texts[take (bytes, 3)]);
      append_bytes (sql, bytes, take (bytes, 30));
      g_string_append (sql, " AS TEXT)");
    }
  else
    g_string_append_printf (sql, "UPDATE journal SET %s = %" G_GINT64_FORMAT, numbers[take (bytes, 3)],
                            take (bytes, 2) ? take_number (bytes) : (gint64) take (bytes, 6));
  g_string_append_printf (sql, " WHERE seq = %u", 1 + take (bytes, 6));
}

static void
append_statement (GString *sql, Bytes *bytes)
{
  guint what = take (bytes, 12);
  GuatuTable table = take (bytes, GUATU_N_TABLES);

  if (what < 7)
    append_update (sql, bytes, table);
  else if (what == 7)
    {
      g_string_append_printf (sql, "DELETE FROM \"%s\" WHERE id = ", guatu_table_info (table)->name);
      append_row (sql, bytes, table);
    }
  else if (what == 8)
    append_copy (sql, bytes, table);
  else if (what < 11)
    append_splice (sql, bytes);
  else
    append_entry (sql, bytes);
  g_string_append (sql, ";\n");
}

/* Editing ----------------------------------------------------------------------------------------------------- */

/* Statement by statement: one that SQLite refuses is one that nobody could have made. */
static void
edit (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  while (sql != NULL && *sql != '\0')
    {
      sqlite3_stmt *statement = NULL;
      const char *rest = NULL;

      if (sqlite3_prepare_v2 (db, sql, -1, &statement, &rest) != SQLITE_OK)
        break;
      sqlite3_step (statement);
      sqlite3_finalize (statement);
      sql = rest;
    }
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static GBytes *base;
  g_autoptr(GString) sql = g_string_new (NULL);
  g_autofree char *path = NULL;
  Bytes bytes = { data, data + size };

  if (base == NULL)
    base = fuzz_plan_file (BASE);
  if (size >= 2 && memcmp (data, "--", 2) == 0)
    g_string_append_len (sql, (const char *) data, (gssize) size);
  else
    while (bytes.at < bytes.end && sql->len < 20000)
      append_statement (sql, &bytes);
  if (g_getenv ("GUATU_FUZZ_SHOW") != NULL)
    fputs (sql->str, stderr);

  path = fuzz_scratch ("plan.guatu", g_bytes_get_data (base, NULL), g_bytes_get_size (base));
  edit (path, sql->str);
  fuzz_open (path);
  return 0;
}

/* Statements of each kind. */
void
fuzz_make_seeds (void)
{
  fuzz_seed ("unchanged", "--\n", 3);
  for (guint i = 0; i < 24; i++)
    {
      const uint8_t program[] = { (uint8_t) (i % 12), (uint8_t) (i * 7), (uint8_t) i, (uint8_t) (i / 2), 1, 2, 3, 4, 5, 6 };
      g_autofree char *name = g_strdup_printf ("program-%02u", i);

      fuzz_seed (name, program, sizeof program);
    }
}
