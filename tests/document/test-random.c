/* test-random.c — a thousand verbs at random: taken back and done again, checked at every step; tampering found. */
#include "document-fixture.h"
#include "random-verbs.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define N_VERBS 1000

/* Replaying a journal takes longer with each entry: beyond these the quick run looks at every tenth step. */
#define N_VERIFIED 300

static void
verify (GuatuDocument *document)
{
  g_autoptr(GError) error = NULL;

  guatu_store_verify (guatu_document_get_store (document), NULL, &error);
  g_assert_no_error (error);
}

/* One verb: done and told once, or refused for a reason and nobody told. Returns whether it wrote. */
static gboolean
step (DocumentFixture *fixture, GRand *rand)
{
  g_autoptr(GError) error = NULL;
  gint64 head = head_of (fixture->document);
  guint n_changed = fixture->n_changed;
  gboolean done = random_verb (fixture->document, rand, TRUE, &error);

  if (done)
    {
      g_assert_no_error (error);
      g_assert_cmpint (head_of (fixture->document) - head, ==, fixture->n_changed - n_changed);
    }
  else
    {
      g_assert_nonnull (error);
      if (error->domain != GUATU_DOCUMENT_ERROR || !g_utf8_validate (error->message, -1, NULL))
        g_error ("a verb failed with %s %d: %s", g_quark_to_string (error->domain), error->code, error->message);
      g_assert_cmpint (head_of (fixture->document), ==, head);
      g_assert_cmpuint (fixture->n_changed, ==, n_changed);
    }
  return head_of (fixture->document) > head;
}

static guint
undo_all (DocumentFixture *fixture)
{
  guint n = 0;

  for (;; n++)
    {
      g_autoptr(GError) error = NULL;

      if (!guatu_document_undo (fixture->document, NULL, &error))
        {
          g_assert_error (error, GUATU_DOCUMENT_ERROR, GUATU_DOCUMENT_ERROR_BARRIER);
          return n;
        }
    }
}

static void
thousand_verbs (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (g_test_slow () ? (guint32) g_test_rand_int () : 20240304);
  g_autoptr(GuatuPlan) start = guatu_plan_copy (guatu_document_get_plan (fixture->document));
  g_autoptr(GuatuPlan) end = NULL;
  guint n_called = 0, n_written = 0, n_undone;

  /* As many as are done; those that are refused come on top. */
  while (n_written < N_VERBS)
    {
      n_called++;
      if (!step (fixture, rand))
        continue;
      n_written++;
      if (n_written < N_VERIFIED || n_written % 10 == 0 || g_test_slow ())
        verify (fixture->document);
    }
  g_test_message ("%u of %u verbs wrote, %u tasks", n_written, n_called,
                  guatu_plan_n_live (guatu_document_get_plan (fixture->document), GUATU_TABLE_TASK));
  end = guatu_plan_copy (guatu_document_get_plan (fixture->document));
  document_fixture_restart (fixture);
  guatu_assert_same_plan (end, guatu_document_get_plan (fixture->document));

  n_undone = undo_all (fixture);
  guatu_assert_same_plan (start, guatu_document_get_plan (fixture->document));
  verify (fixture->document);
  document_fixture_restart (fixture);
  guatu_assert_same_plan (start, guatu_document_get_plan (fixture->document));

  for (guint i = 0; i < n_undone; i++)
    {
      g_autoptr(GError) error = NULL;

      guatu_document_redo (fixture->document, NULL, &error);
      g_assert_no_error (error);
      if (i == n_undone / 2)
        document_fixture_restart (fixture);
    }
  guatu_assert_same_plan (end, guatu_document_get_plan (fixture->document));
  verify (fixture->document);
  document_fixture_restart (fixture);
  guatu_assert_same_plan (end, guatu_document_get_plan (fixture->document));
}

/* Content such as imports bring: every field filled, with what no verb would let in among it. */
static void
odd_content (DocumentFixture *fixture, gconstpointer data)
{
  for (guint32 seed = 0; seed < (g_test_slow () ? 30 : 3); seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(GuatuPlan) content = guatu_test_random_plan (rand, 40);
      g_autoptr(GuatuPlan) end = NULL;
      g_autoptr(GError) error = NULL;
      guint n_undone;

      g_assert_finalize_object (fixture->document);
      g_assert_cmpint (g_remove (fixture->path), ==, 0);
      fixture->document = guatu_document_create (fixture->path, content, NULL, "import", NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      document_fixture_restart (fixture);

      for (guint i = 0; i < 150; i++)
        step (fixture, rand);
      verify (fixture->document);
      end = guatu_plan_copy (guatu_document_get_plan (fixture->document));
      n_undone = undo_all (fixture);
      guatu_assert_same_plan (content, guatu_document_get_plan (fixture->document));
      while (n_undone-- > 0)
        g_assert_true (guatu_document_redo (fixture->document, NULL, &error));
      guatu_assert_same_plan (end, guatu_document_get_plan (fixture->document));
      verify (fixture->document);
    }
}

/* Tampering ------------------------------------------------------------------------------------------- */

static sqlite3 *
open_behind (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  return db;
}

static void
run (sqlite3 *db, const char *sql)
{
  char *trouble = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &trouble) != SQLITE_OK)
    g_error ("%s: %s", sql, trouble);
}

static gboolean
is_found (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuStore) store = guatu_store_open (path, TRUE, &error);

  if (store == NULL)
    return TRUE;
  return !guatu_store_verify (store, NULL, &error);
}

/* Flips one bit of a journal column and looks whether that is found, then puts the value back. */
static void
flip_bit (const char *path, sqlite3 *db, gint64 seq, const char *column, gsize bit)
{
  g_autofree char *read = g_strdup_printf ("SELECT CAST (%s AS BLOB), typeof (%s) FROM journal WHERE seq = %d", column,
                                           column, (int) seq);
  sqlite3_stmt *statement = NULL;
  g_autofree char *type = NULL;
  g_autofree guint8 *bytes = NULL;
  int size;

  g_assert_cmpint (sqlite3_prepare_v2 (db, read, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  size = sqlite3_column_bytes (statement, 0);
  bytes = g_memdup2 (sqlite3_column_blob (statement, 0), (gsize) size);
  type = g_strdup ((const char *) sqlite3_column_text (statement, 1));
  sqlite3_finalize (statement);
  g_assert_cmpuint (bit / 8, <, size);

  for (guint round = 0; round < 2; round++)
    {
      g_autofree char *write =
        g_strdup_printf ("UPDATE journal SET %s = CAST (?1 AS %s) WHERE seq = %d", column, type, (int) seq);

      bytes[bit / 8] ^= (guint8) (1 << bit % 8);
      g_assert_cmpint (sqlite3_prepare_v2 (db, write, -1, &statement, NULL), ==, SQLITE_OK);
      sqlite3_bind_blob (statement, 1, bytes, size, SQLITE_STATIC);
      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
      sqlite3_finalize (statement);
      if (round == 0 && !is_found (path))
        g_error ("bit %u of %s in entry %d was flipped and not found", (guint) bit, column, (int) seq);
    }
}

static gint64
ask (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  gint64 answer;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  answer = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return answer;
}

/* Numbers are changed by one: their bytes in the file are not what SQL shows. */
static void
change_number (const char *path, sqlite3 *db, gint64 seq, const char *column)
{
  g_autofree char *up = g_strdup_printf ("UPDATE journal SET %s = coalesce (%s, 0) + 1 WHERE seq = %d", column, column,
                                         (int) seq);
  g_autofree char *down = g_strdup_printf ("UPDATE journal SET %s = nullif (%s - 1, 0) WHERE seq = %d", column, column,
                                           (int) seq);

  run (db, up);
  if (!is_found (path))
    g_error ("%s of entry %d was changed and not found", column, (int) seq);
  run (db, down);
}

/* Flips bits of every entry, @stride apart; with 0, sixteen of each text and changeset. Answers how many. */
static guint
flip_bits (const char *path, GRand *rand, gsize stride)
{
  static const char * const columns[] = { "author", "kind", "arguments", "changeset", "previous", "hash" };
  sqlite3 *db = open_behind (path);
  gint64 last = ask (db, "SELECT max (seq) FROM journal");
  guint n = 0;

  run (db, "PRAGMA synchronous = OFF");
  for (gint64 seq = 1; seq <= last; seq++)
    {
      change_number (path, db, seq, "time");
      change_number (path, db, seq, "undoes");
      for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
        {
          g_autofree char *sql = g_strdup_printf ("SELECT length (CAST (%s AS BLOB)) * 8 FROM journal WHERE seq = %d",
                                                  columns[i], (int) seq);
          gsize n_bits = (gsize) ask (db, sql);
          gsize step_by = stride > 0 ? stride : MAX (n_bits / 16, 1);

          for (gsize bit = (gsize) g_rand_int_range (rand, 0, (gint32) step_by); bit < n_bits; bit += step_by, n++)
            flip_bit (path, db, seq, columns[i], bit);
        }
    }
  sqlite3_close (db);
  return n;
}

static void
flipped_bits (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 12; i++)
    step (fixture, rand);
  g_assert_true (guatu_document_undo (fixture->document, NULL, &error));
  g_assert_finalize_object (fixture->document);
  fixture->document = NULL;

  g_test_message ("%u bits", flip_bits (fixture->path, rand, 0));
  g_assert_false (is_found (fixture->path));
}

static void
flipped_bits_of_a_small_journal (DocumentFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->dir, "small.guatu", NULL);
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  g_autoptr(GuatuDocument) document = NULL;
  g_autoptr(GError) error = NULL;
  GuatuSetting name = { GUATU_TASK_NAME, GUATU_TEXT ("桥") };

  guatu_plan_settle (plan);
  document = guatu_document_create (path, plan, NULL, "create", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (guatu_document_add (document, GUATU_TABLE_TASK, &name, 1, NULL, &error));
  g_assert_true (guatu_document_undo (document, NULL, &error));
  g_clear_object (&document);

  g_test_message ("%u bits", flip_bits (path, rand, g_test_slow () ? 1 : 16));
  g_assert_false (is_found (path));
}

/* Runs @sql on a copy of the file, behind the journal's back, and looks whether that is found. */
static void
tamper (const char *dir, const char *bytes, gsize size, const char *sql)
{
  g_autofree char *path = g_build_filename (dir, "tampered.guatu", NULL);
  sqlite3 *db;

  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
  db = open_behind (path);
  run (db, "PRAGMA synchronous = OFF");
  run (db, sql);
  g_assert_cmpint (sqlite3_changes (db), >, 0);
  sqlite3_close (db);
  if (!is_found (path))
    g_error ("not found: %s", sql);
}

/* The bytes of the file after some verbs; the document is closed. */
static char *
used_file (DocumentFixture *fixture, guint n_verbs, gsize *size)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (8);
  char *bytes = NULL;

  for (guint i = 0; i < n_verbs; i++)
    step (fixture, rand);
  g_assert_finalize_object (fixture->document);
  fixture->document = NULL;
  g_assert_false (is_found (fixture->path));
  g_assert_true (g_file_get_contents (fixture->path, &bytes, size, NULL));
  return bytes;
}

static void
tampered_journal (DocumentFixture *fixture, gconstpointer data)
{
  static const char * const edits[] = {
    "DELETE FROM journal WHERE seq = 3",
    "DELETE FROM journal WHERE seq = (SELECT max (seq) FROM journal)",
    "UPDATE journal SET seq = seq + 1 WHERE seq = (SELECT max (seq) FROM journal)",
    "INSERT INTO journal SELECT seq + 1, time, author, kind, arguments, undoes, previous, hash, changeset "
    "FROM journal WHERE seq = (SELECT max (seq) FROM journal)",
    "DELETE FROM journal WHERE seq > 0",
  };
  gsize size;
  g_autofree char *bytes = used_file (fixture, 20, &size);

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    tamper (fixture->dir, bytes, size, edits[i]);
}

/* Every column of every table that has rows is changed in one row, and a row is taken out. */
static void
tampered_tables (DocumentFixture *fixture, gconstpointer data)
{
  gsize size;
  g_autofree char *bytes = used_file (fixture, 150, &size);
  sqlite3 *db = open_behind (fixture->path);
  guint n_tables = 0;

  for (GuatuTable table = 0; table < GUATU_N_TABLES; table++)
    {
      const GuatuTableInfo *info = guatu_table_info (table);
      g_autofree char *count = g_strdup_printf ("SELECT count (*) FROM \"%s\"", info->name);
      g_autofree char *removal = g_strdup_printf ("DELETE FROM \"%s\" WHERE id = (SELECT min (id) FROM \"%s\")",
                                                  info->name, info->name);

      if (ask (db, count) == 0)
        continue;
      n_tables++;
      tamper (fixture->dir, bytes, size, removal);
      for (guint field = 0; field < info->n_fields; field++)
        {
          const char *name = info->fields[field].name;
          const char *other = info->fields[field].type == GUATU_TYPE_TEXT ? "coalesce (\"%s\", '') || 'x'"
                                                                          : "coalesce (\"%s\", 0) + 1";
          g_auto(GStrv) pieces = g_strsplit (other, "%s", -1);
          g_autofree char *value = g_strjoinv (name, pieces);
          g_autofree char *change = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = %s "
                                                     "WHERE id = (SELECT max (id) FROM \"%s\")",
                                                     info->name, name, value, info->name);

          tamper (fixture->dir, bytes, size, change);
        }
    }
  sqlite3_close (db);
  g_assert_cmpuint (n_tables, >, 8);
}

int
main (int argc, char **argv)
{
  document_fixture_in_memory ();
  g_test_init (&argc, &argv, NULL);

  add_document_test ("/random/a-thousand-verbs-are-undone-and-redone-and-every-step-verifies", thousand_verbs);
  add_document_test ("/random/verbs-on-odd-content-are-undone-and-redone", odd_content);
  add_document_test ("/random/one-flipped-bit-in-any-entry-is-found", flipped_bits);
  add_document_test ("/random/every-bit-of-a-small-journal-is-missed", flipped_bits_of_a_small_journal);
  add_document_test ("/random/entries-left-out-or-put-in-are-found", tampered_journal);
  add_document_test ("/random/a-table-edited-behind-the-journals-back-is-found", tampered_tables);

  return g_test_run ();
}
