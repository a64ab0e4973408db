/* test-changeset.c — a changeset is believed nothing: it fits the plan as a whole, or it changes nothing. */
#include "store-fixture.h"

#include <string.h>

/* What a session records of @changes on tables made by @schema, which need not be ours. */
static GBytes *
record (const char *schema,
        const char *changes,
        gboolean    patchset)
{
  sqlite3 *db = NULL;
  sqlite3_session *session = NULL;
  char *trouble = NULL;
  void *bytes = NULL;
  int size = 0;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  sqlite3_exec (db, schema, NULL, NULL, &trouble);
  g_assert_cmpstr (trouble, ==, NULL);
  g_assert_cmpint (sqlite3session_create (db, "main", &session), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3session_attach (session, NULL), ==, SQLITE_OK);
  sqlite3_exec (db, changes, NULL, NULL, &trouble);
  g_assert_cmpstr (trouble, ==, NULL);
  g_assert_cmpint (patchset ? sqlite3session_patchset (session, &size, &bytes)
                            : sqlite3session_changeset (session, &size, &bytes), ==, SQLITE_OK);
  g_assert_cmpint (size, >, 0);
  sqlite3session_delete (session);
  sqlite3_close (db);

  return g_bytes_new_with_free_func (bytes, (gsize) size, sqlite3_free, bytes);
}

static GBytes *
join (GBytes *a,
      GBytes *b)
{
  GByteArray *both = g_byte_array_new ();

  g_byte_array_append (both, g_bytes_get_data (a, NULL), (guint) g_bytes_get_size (a));
  g_byte_array_append (both, g_bytes_get_data (b, NULL), (guint) g_bytes_get_size (b));

  return g_byte_array_free_to_bytes (both);
}

/* Two tasks, the second under the first, a link between them, and the settings. */
static GuatuPlan *
small_plan (void)
{
  static const struct { GuatuTable table; gint64 id; } rows[] = {
    { GUATU_TABLE_PLAN, 1 }, { GUATU_TABLE_TASK, 10 }, { GUATU_TABLE_TASK, 20 }, { GUATU_TABLE_TASK, 30 },
    { GUATU_TABLE_LINK, 40 },
  };
  GuatuPlan *plan = guatu_plan_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    guatu_plan_insert (plan, rows[i].table, rows[i].id);
  for (gint32 row = 0; row < 3; row++)
    guatu_plan_set (plan, GUATU_TABLE_TASK, row, GUATU_TASK_NAME, GUATU_TEXT ("Old"));
  guatu_plan_set (plan, GUATU_TABLE_TASK, 1, GUATU_TASK_PARENT, GUATU_INTEGER (10));
  guatu_plan_set (plan, GUATU_TABLE_LINK, 0, GUATU_LINK_PREDECESSOR, GUATU_INTEGER (20));
  guatu_plan_set (plan, GUATU_TABLE_LINK, 0, GUATU_LINK_SUCCESSOR, GUATU_INTEGER (30));
  guatu_plan_settle (plan);

  return plan;
}

/* The first columns of the tables, as a much older version could have had them. */
#define TASK "CREATE TABLE task (id INTEGER PRIMARY KEY, parent, position, wbs, name);"
#define LINK "CREATE TABLE link (id INTEGER PRIMARY KEY, predecessor, successor);"
#define PLAN "CREATE TABLE plan (id INTEGER PRIMARY KEY, title);"
#define OLD  TASK "INSERT INTO task VALUES (10, NULL, 0, '', 'Old'), (20, 10, 0, '', 'Old'), (30, NULL, 0, '', 'Old');" \
             LINK "INSERT INTO link VALUES (40, 20, 30);"

static void
test_fewer_columns (StoreFixture  *f,
                    gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) plan = small_plan ();
  g_autoptr(GBytes) changeset =
    record (OLD, "INSERT INTO task VALUES (50, 60, 3, '1.2', 'New'), (60, NULL, 4, '', '新');"
                 "UPDATE task SET name = 'Changed', parent = 60 WHERE id = 30; DELETE FROM link;"
                 "DELETE FROM task WHERE id = 20", FALSE);
  gint32 row;

  g_assert_true (guatu_changeset_apply (changeset, plan, &error));
  g_assert_no_error (error);

  row = guatu_plan_find (plan, GUATU_TABLE_TASK, 50);
  g_assert_cmpint (row, >=, 0);
  g_assert_cmpstr (guatu_plan_task_name (plan, row), ==, "New");
  g_assert_cmpint (guatu_plan_task (plan, row)->parent, ==, guatu_plan_find (plan, GUATU_TABLE_TASK, 60));
  g_assert_cmpint (guatu_plan_task (plan, row)->duration, ==,
                   guatu_field (GUATU_TABLE_TASK, GUATU_TASK_DURATION)->fallback);
  g_assert_cmpint (guatu_plan_task_number (plan, row, GUATU_TASK_DEADLINE), ==, GUATU_NONE);
  row = guatu_plan_find (plan, GUATU_TABLE_TASK, 30);
  g_assert_cmpstr (guatu_plan_task_name (plan, row), ==, "Changed");
  g_assert_cmpint (guatu_plan_find (plan, GUATU_TABLE_TASK, 20), ==, -1);
  g_assert_cmpuint (guatu_plan_n_live (plan, GUATU_TABLE_LINK), ==, 0);
  /* Settled: 10, 60 and under it 50 and 30. */
  g_assert_cmpuint (guatu_plan_task_place (plan, guatu_plan_find (plan, GUATU_TABLE_TASK, 60)), ==, 2);
  g_assert_cmpuint (guatu_plan_task_depth (plan, row), ==, 1);
}

static void
assert_refused (GBytes     *changeset,
                const char *what)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) plan = small_plan ();
  g_autoptr(GuatuPlan) before = small_plan ();

  if (guatu_changeset_apply (changeset, plan, &error))
    g_error ("Not refused: %s", what);
  g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_DAMAGED);
  g_test_message ("%s: %s", what, error->message);
  guatu_assert_same_plan (before, plan);
}

static void
test_what_does_not_fit (StoreFixture  *f,
                        gconstpointer  data)
{
  static const struct { const char *what, *schema, *changes; } cases[] = {
    { "unknown table", "CREATE TABLE tasks (id INTEGER PRIMARY KEY)", "INSERT INTO tasks VALUES (1)" },
    { "the journal", "CREATE TABLE journal (seq INTEGER PRIMARY KEY)", "INSERT INTO journal VALUES (1)" },
    { "too many columns", "CREATE TABLE plan (id INTEGER PRIMARY KEY, a01,a02,a03,a04,a05,a06,a07,a08,a09,a10,a11,a12,a13,"
      "a14,a15,a16,a17,a18,a19,a20,a21,a22,a23,a24,a25,a26,a27,a28,a29)", "INSERT INTO plan (id) VALUES (2)" },
    { "another key", "CREATE TABLE task (id, parent INTEGER PRIMARY KEY)", "INSERT INTO task VALUES (5, 6)" },
    { "two keys", "CREATE TABLE task (id, parent, PRIMARY KEY (id, parent))", "INSERT INTO task VALUES (5, 6)" },
    { "a key that is text", "CREATE TABLE task (id TEXT PRIMARY KEY, parent)", "INSERT INTO task VALUES ('5', NULL)" },
    { "a negative id", TASK, "INSERT INTO task VALUES (-5, NULL, 0, '', 'x')" },
    { "id 0", TASK, "INSERT INTO task VALUES (0, NULL, 0, '', 'x')" },
    { "a floating number", TASK, "INSERT INTO task VALUES (5, NULL, 1.5, '', 'x')" },
    { "bytes", TASK, "INSERT INTO task VALUES (5, NULL, 0, '', X'00')" },
    { "text for a number", TASK, "INSERT INTO task VALUES (5, NULL, 'x', '', 'x')" },
    { "a number for text", TASK, "INSERT INTO task VALUES (5, NULL, 0, '', 5)" },
    { "NULL for a number", TASK, "INSERT INTO task VALUES (5, NULL, NULL, '', 'x')" },
    { "a number out of range", TASK, "INSERT INTO task VALUES (5, NULL, 9223372036854775807, '', 'x')" },
    { "text that is not UTF-8", TASK, "INSERT INTO task VALUES (5, NULL, 0, '', CAST (X'C328' AS TEXT))" },
    { "text with a zero", TASK, "INSERT INTO task VALUES (5, NULL, 0, '', 'a' || char (0))" },
    { "a control character", TASK, "INSERT INTO task VALUES (5, NULL, 0, '', char (7))" },
    { "a row that is there", TASK, "INSERT INTO task VALUES (10, NULL, 0, '', 'x')" },
    { "an update of no row", TASK "INSERT INTO task VALUES (11, NULL, 0, '', 'Old')", "UPDATE task SET name = 'x'" },
    { "a removal of no row", TASK "INSERT INTO task VALUES (11, NULL, 0, '', 'Old')", "DELETE FROM task" },
    { "another old value", TASK "INSERT INTO task VALUES (10, NULL, 0, '', 'Else')", "UPDATE task SET name = 'x'" },
    { "a removal of another row", TASK "INSERT INTO task VALUES (30, NULL, 0, '', 'Else')", "DELETE FROM task" },
    { "a new row that refers to nothing", TASK, "INSERT INTO task VALUES (5, 6, 0, '', 'x')" },
    { "a reference changed to nothing", OLD, "UPDATE task SET parent = 6 WHERE id = 30" },
    { "a reference to what goes", OLD, "DELETE FROM link; DELETE FROM task WHERE id = 20;"
      "UPDATE task SET parent = 20 WHERE id = 30" },
    { "a parent removed", OLD, "DELETE FROM task WHERE id = 10" },
    { "a linked task removed", OLD, "DELETE FROM task WHERE id = 30" },
    { "a required reference emptied", OLD, "UPDATE link SET successor = NULL" },
    { "a second plan", PLAN, "INSERT INTO plan VALUES (2, '')" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) changeset = record (cases[i].schema, cases[i].changes, FALSE);

      assert_refused (changeset, cases[i].what);
    }
}

static void
test_one_bad_row (StoreFixture  *f,
                  gconstpointer  data)
{
  g_autoptr(GBytes) changeset = record (OLD, "UPDATE task SET name = 'x' WHERE id = 10; UPDATE task SET name = 'y' WHERE "
                                             "id = 20; INSERT INTO task VALUES (5, 6, 0, '', 'x')", FALSE);

  assert_refused (changeset, "two good rows and a bad one");
}

static void
test_forms (StoreFixture  *f,
            gconstpointer  data)
{
  g_autoptr(GBytes) good = record (TASK, "INSERT INTO task VALUES (5, NULL, 0, '', 'x')", FALSE);
  g_autoptr(GBytes) twice = join (good, good);
  g_autoptr(GBytes) patchset = record (OLD, "UPDATE task SET name = 'x'", TRUE);
  g_autoptr(GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr(GBytes) zeros = g_bytes_new_static ("\0\0\0\0\0\0\0\0", 8);

  assert_refused (twice, "the same row twice");
  assert_refused (patchset, "a patchset");
  assert_refused (empty, "nothing");
  assert_refused (zeros, "zeros");
  for (gsize n = 1; n < g_bytes_get_size (good); n++)
    {
      g_autoptr(GBytes) part = g_bytes_new_from_bytes (good, 0, n);

      /* A header without changes is a changeset that changes nothing. */
      if (n != strlen ("T") + 1 + 5 + sizeof "task")
        assert_refused (part, "cut off");
    }
}

static void
assert_said (const GuatuSaid *said,
             int              code,
             sqlite3_value   *stored)
{
  GuatuValue value;

  if (code != SQLITE_OK || stored == NULL)
    g_assert_cmpint (said->how, ==, GUATU_SAID_NOTHING);
  else if (!guatu_value_read (stored, &value))
    g_assert_cmpint (said->how, ==, GUATU_SAID_OTHER);
  /* A fraction that is no number, which no plan holds, SQLite takes for nothing. */
  else if (value.kind == GUATU_VALUE_NULL && said->how == GUATU_SAID_OTHER)
    return;
  else
    g_assert_true (said->how == GUATU_SAID_VALUE && guatu_value_equal (said->value, value));
}

/* Our reader and SQLite's say the same of the same bytes; how many changes they hold. */
static guint
assert_read_alike (const guint8 *bytes,
                   gsize         size)
{
  sqlite3_changeset_iter *iter = NULL;
  GuatuChangesetReader reader;
  guint n = 0;

  g_assert_cmpint (sqlite3changeset_start (&iter, (int) size, (void *) bytes), ==, SQLITE_OK);
  guatu_changeset_reader_init (&reader, bytes, size);
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    {
      const char *table;
      int n_columns, operation, indirect;

      sqlite3changeset_op (iter, &table, &n_columns, &operation, &indirect);
      g_assert_true (guatu_changeset_reader_next (&reader));
      g_assert_cmpstr (reader.bytes.table, ==, table);
      g_assert_cmpint (reader.operation, ==, operation);
      g_assert_cmpint ((int) reader.bytes.n_columns, ==, n_columns);
      for (int i = 0; i < n_columns; i++)
        {
          sqlite3_value *old = NULL, *new = NULL;
          int of_old = sqlite3changeset_old (iter, i, &old), of_new = sqlite3changeset_new (iter, i, &new);

          assert_said (&reader.old[i], of_old, old);
          assert_said (&reader.new[i], of_new, new);
        }
      n++;
    }
  if (sqlite3changeset_finalize (iter) == SQLITE_OK)
    g_assert_false (guatu_changeset_reader_next (&reader));
  guatu_changeset_reader_clear (&reader);

  return n;
}

/* What comes of bytes at random: refused and nothing changed, or a plan that holds together. */
static void
test_scratched (StoreFixture  *f,
                gconstpointer  data)
{
  g_autoptr(GuatuPlan) plan = guatu_test_random_plan (f->rand, 8);
  g_autoptr(GuatuPlan) before = guatu_plan_copy (plan);
  g_autoptr(GuatuStore) store = store_fixture_make (f->path, plan, NULL);
  g_autoptr(GPtrArray) changesets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  guint turns = g_test_slow () ? 400000 : 15000, refused = 0, n_read = 0;

  /* Real ones, that would fit. */
  for (guint i = 0; i < 12; i++)
    {
      GBytes *changeset = NULL;

      g_assert_true (guatu_store_begin (store, NULL));
      g_assert_true (store_fixture_write (store, plan, f->rand, NULL));
      g_assert_true (guatu_store_commit (store, "tester", "edit", NULL, 0, &changeset, NULL, NULL));
      if (changeset == NULL)
        continue;
      g_ptr_array_add (changesets, changeset);
      g_assert_cmpuint (assert_read_alike (g_bytes_get_data (changeset, NULL), g_bytes_get_size (changeset)), >, 0);
      g_assert_true (guatu_store_begin (store, NULL));
      g_assert_true (guatu_store_apply_inverse (store, i * 2 + 2, NULL));
      g_assert_true (guatu_store_commit (store, "tester", "undo", NULL, i * 2 + 2, NULL, NULL, NULL));
    }
  guatu_plan_settle (before);

  for (guint i = 0; i < turns; i++)
    {
      GBytes *changeset = changesets->pdata[g_rand_int_range (f->rand, 0, (gint32) changesets->len)];
      gsize size = g_bytes_get_size (changeset);
      g_autofree guint8 *bytes = g_memdup2 (g_bytes_get_data (changeset, NULL), size);
      g_autoptr(GBytes) scratched = NULL;
      g_autoptr(GError) error = NULL;
      guint n = (guint) g_rand_int_range (f->rand, 1, 4);

      for (guint k = 0; k < n; k++)
        bytes[g_rand_int_range (f->rand, 0, (gint32) size)] = (guint8) (g_rand_boolean (f->rand) ? g_rand_int (f->rand)
                                                                        : (guint32) g_rand_int_range (f->rand, 0, 30));
      scratched = g_bytes_new (bytes, size);
      if (guatu_changeset_has_form (bytes, size))
        n_read += assert_read_alike (bytes, size);
      guatu_changeset_check (bytes, size, NULL);
      if (guatu_changeset_apply (scratched, plan, &error))
        {
          g_clear_pointer (&plan, guatu_plan_free);
          plan = guatu_plan_copy (before);
          guatu_plan_settle (plan);
        }
      else
        {
          g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_DAMAGED);
          refused++;
          if (i % 100 == 0)
            guatu_assert_same_plan (before, plan);
        }
    }
  guatu_assert_same_plan (before, plan);
  g_assert_cmpuint (refused, >, turns / 2);
  g_assert_cmpuint (n_read, >, turns / 10);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test ("/store/changeset/fewer-columns-are-an-older-version-s", test_fewer_columns);
  store_test ("/store/changeset/what-does-not-fit-changes-nothing", test_what_does_not_fit);
  store_test ("/store/changeset/one-row-that-does-not-fit-spoils-the-rest", test_one_bad_row);
  store_test ("/store/changeset/bytes-that-are-no-changeset-are-refused", test_forms);
  store_test ("/store/changeset/scratched-ones-are-refused-or-fit-and-never-crash", test_scratched);

  return g_test_run ();
}
