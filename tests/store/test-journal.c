/* test-journal.c — the chain of entries, what stands, what undo and redo take, and what verify finds. */
#include "fault-vfs.h"
#include "store-fixture.h"

#include <string.h>

/* Computed outside, from the layout in guatu-store-journal.c. */
static void
test_hash_layout (StoreFixture  *f,
                  gconstpointer  data)
{
  static const char expected[] = "7bbad4ac0392cb38458221f121dd5057f5ee28ea06ad0dab2ad7cb261fbb8262";
  static const guint8 changeset[] = { 1, 2, 0, 3 };
  g_autoptr(GString) text = g_string_new (NULL);
  guint8 previous[GUATU_HASH_SIZE], hash[GUATU_HASH_SIZE];
  GuatuHashed entry = { .seq = 7, .time = 1700000000123, .author = "王 Wang", .kind = "undo",
                        .arguments = "{\"task\":1}", .undoes = 6, .changeset = changeset,
                        .changeset_size = sizeof changeset, .previous = previous };

  for (guint8 i = 0; i < GUATU_HASH_SIZE; i++)
    previous[i] = i;
  guatu_journal_hash (&entry, hash);
  for (guint i = 0; i < GUATU_HASH_SIZE; i++)
    g_string_append_printf (text, "%02x", hash[i]);

  g_assert_cmpstr (text->str, ==, expected);
}

/* What stands ------------------------------------------------------------------------------------------ */

/* Renames the first task: an edit that always changes something. */
static gint64
edit (GuatuStore *store,
      GuatuPlan  *plan,
      const char *kind)
{
  static int turn = 0;
  g_autofree char *name = g_strdup_printf ("name %d", ++turn);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) changeset = NULL;
  gint64 seq;

  g_assert_true (guatu_store_begin (store, &error));
  guatu_store_update (store, GUATU_TABLE_TASK, guatu_plan_id (plan, GUATU_TABLE_TASK, 0), GUATU_TASK_NAME,
                      GUATU_TEXT (name), &error);
  g_assert_no_error (error);
  guatu_store_commit (store, "tester", kind, NULL, 0, &changeset, &seq, &error);
  g_assert_no_error (error);
  guatu_changeset_apply (changeset, plan, &error);
  g_assert_no_error (error);

  return seq;
}

static gint64
next_undo (GuatuStore *store)
{
  gint64 seq;

  g_assert_true (guatu_store_find_undo (store, &seq, NULL));
  return seq;
}

static gint64
next_redo (GuatuStore *store)
{
  gint64 seq;

  g_assert_true (guatu_store_find_redo (store, &seq, NULL));
  return seq;
}

static gboolean
note_standing (const GuatuEntry  *entry,
               gpointer           data,
               GError           **error)
{
  g_string_append_printf (data, entry->standing ? "%d " : "(%d) ", (int) entry->seq);
  return TRUE;
}

static char *
standing (GuatuStore *store)
{
  g_autoptr(GError) error = NULL;
  GString *text = g_string_new (NULL);

  guatu_store_each_entry (store, 0, note_standing, text, &error);
  g_assert_no_error (error);

  return g_string_free (text, FALSE);
}

static void
test_undo_and_redo_by_turns (StoreFixture  *f,
                             gconstpointer  data)
{
  g_autoptr(GuatuPlan) plan = guatu_test_random_plan (f->rand, 5);
  g_autoptr(GuatuStore) store = store_fixture_make (f->path, plan, NULL);
  g_autofree char *half = NULL;
  g_autofree char *end = NULL;

  /* Right after the creation undo finds the barrier, which is for the document to refuse. */
  g_assert_cmpint (next_undo (store), ==, 1);
  g_assert_cmpint (next_redo (store), ==, 0);

  g_assert_cmpint (edit (store, plan, "a"), ==, 2);
  g_assert_cmpint (edit (store, plan, "b"), ==, 3);
  g_assert_cmpint (store_fixture_undo (store, plan), ==, 4);
  g_assert_cmpint (next_undo (store), ==, 2);
  g_assert_cmpint (next_redo (store), ==, 4);
  g_assert_cmpint (store_fixture_undo (store, plan), ==, 5);
  g_assert_cmpint (next_undo (store), ==, 1);
  g_assert_cmpint (next_redo (store), ==, 5);
  half = standing (store);
  g_assert_cmpstr (half, ==, "1 (2) (3) 4 5 ");

  g_assert_cmpint (store_fixture_redo (store, plan), ==, 6);
  g_assert_cmpint (next_undo (store), ==, 2);
  g_assert_cmpint (next_redo (store), ==, 4);
  g_assert_cmpint (store_fixture_redo (store, plan), ==, 7);
  g_assert_cmpint (next_undo (store), ==, 3);
  g_assert_cmpint (next_redo (store), ==, 0);
  end = standing (store);
  g_assert_cmpstr (end, ==, "1 2 3 (4) (5) 6 7 ");
  store_fixture_verify (store);
}

/* The journal as a list for people is the same one, turned round. */
static void
test_list_from_the_newest (StoreFixture  *f,
                           gconstpointer  data)
{
  g_autoptr(GuatuPlan) plan = guatu_test_random_plan (f->rand, 5);
  g_autoptr(GuatuStore) store = store_fixture_make (f->path, plan, NULL);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  gint64 barrier;

  edit (store, plan, "a");
  edit (store, plan, "b");
  store_fixture_undo (store, plan);
  g_assert_true (guatu_store_each_entry_back (store, note_standing, text, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (text->str, ==, "4 (3) 2 1 ");

  g_assert_true (guatu_store_find_barrier (store, 0, &barrier, &error));
  g_assert_cmpint (barrier, ==, 1);
  g_assert_true (guatu_store_find_barrier (store, 1, &barrier, &error));
  g_assert_cmpint (barrier, ==, 0);
}

static void
test_new_verb_ends_redo (StoreFixture  *f,
                         gconstpointer  data)
{
  g_autoptr(GuatuPlan) plan = guatu_test_random_plan (f->rand, 5);
  g_autoptr(GuatuStore) store = store_fixture_make (f->path, plan, NULL);

  edit (store, plan, "a");
  edit (store, plan, "b");
  g_assert_cmpint (store_fixture_undo (store, plan), ==, 4);
  g_assert_cmpint (next_redo (store), ==, 4);
  g_assert_cmpint (edit (store, plan, "c"), ==, 5);
  g_assert_cmpint (next_redo (store), ==, 0);

  /* c and its undo do not bring b back. */
  g_assert_cmpint (store_fixture_undo (store, plan), ==, 6);
  g_assert_cmpint (next_redo (store), ==, 6);
  g_assert_cmpint (next_undo (store), ==, 2);
  g_assert_cmpint (store_fixture_redo (store, plan), ==, 7);
  g_assert_cmpint (next_redo (store), ==, 0);
  g_assert_cmpint (next_undo (store), ==, 5);
}

static void
test_barrier_kinds (StoreFixture  *f,
                    gconstpointer  data)
{
  g_assert_true (guatu_entry_kind_is_barrier ("create"));
  g_assert_true (guatu_entry_kind_is_barrier ("import"));
  g_assert_true (guatu_entry_kind_is_barrier ("copy"));
  g_assert_true (guatu_entry_kind_is_barrier ("document-issued"));
  g_assert_false (guatu_entry_kind_is_barrier ("task-set"));
  g_assert_false (guatu_entry_kind_is_barrier ("undo"));
}

static void
test_entry_is_whole (StoreFixture  *f,
                     gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) plan = guatu_test_random_plan (f->rand, 5);
  g_autoptr(GuatuStore) store = store_fixture_make (f->path, plan, NULL);
  g_autoptr(GuatuEntry) entry = NULL, words = NULL;
  g_autoptr(GuatuEntry) undone = NULL;
  g_autofree char *hash = NULL;
  gint64 head, before = g_get_real_time () / 1000;

  edit (store, plan, "任务-set");
  store_fixture_undo (store, plan);

  g_assert_true (guatu_store_head (store, &head, &hash, &error));
  g_assert_cmpint (head, ==, 3);
  entry = guatu_store_find_entry (store, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (entry->kind, ==, "undo");
  g_assert_cmpstr (entry->author, ==, "tester");
  g_assert_cmpstr (entry->arguments, ==, "{\"a\":1}");
  g_assert_cmpint (entry->undoes, ==, 2);
  g_assert_cmpstr (entry->hash, ==, hash);
  g_assert_cmpuint (strlen (hash), ==, 64);
  g_assert_cmpint (entry->time, >=, before);
  g_assert_cmpint (entry->time, <=, g_get_real_time () / 1000);
  g_assert_true (entry->standing);
  g_assert_nonnull (entry->changeset);

  /* Its words alone are the same words. */
  words = guatu_store_find_entry_words (store, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (words->kind, ==, entry->kind);
  g_assert_cmpstr (words->author, ==, entry->author);
  g_assert_cmpstr (words->arguments, ==, entry->arguments);
  g_assert_cmpint (words->undoes, ==, entry->undoes);
  g_assert_cmpint (words->time, ==, entry->time);
  g_assert_true (words->standing);
  g_assert_null (words->changeset);
  g_assert_null (words->hash);

  undone = guatu_store_find_entry (store, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (undone->kind, ==, "任务-set");
  g_assert_false (undone->standing);
  g_assert_null (guatu_store_find_entry (store, 4, &error));
  g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_NOT_FOUND);
}

static void
test_nothing_changed (StoreFixture  *f,
                      gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) plan = guatu_test_random_plan (f->rand, 5);
  g_autoptr(GuatuStore) store = store_fixture_make (f->path, plan, NULL);
  g_autoptr(GBytes) changeset = NULL;
  gint64 task = guatu_plan_id (plan, GUATU_TABLE_TASK, 0), seq, head;

  guatu_store_begin (store, &error);
  guatu_store_update (store, GUATU_TABLE_TASK, task, GUATU_TASK_WBS, GUATU_TEXT ("x"), &error);
  guatu_store_update (store, GUATU_TABLE_TASK, task, GUATU_TASK_WBS,
                      guatu_plan_get (plan, GUATU_TABLE_TASK, 0, GUATU_TASK_WBS), &error);
  g_assert_true (guatu_store_commit (store, "tester", "edit", NULL, 0, &changeset, &seq, &error));
  g_assert_no_error (error);
  g_assert_null (changeset);
  g_assert_cmpint (seq, ==, 0);
  guatu_store_head (store, &head, NULL, &error);
  g_assert_cmpint (head, ==, 1);
}

/* An inverse that does not fit ---------------------------------------------------------------------------- */

static void
test_conflict (StoreFixture  *f,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) plan = guatu_test_random_plan (f->rand, 5);
  g_autoptr(GuatuPlan) loaded = NULL;
  g_autoptr(GuatuStore) store = store_fixture_make (f->path, plan, NULL);
  gint64 head;

  /* Not the newest: the field that it set was set again. */
  edit (store, plan, "a");
  edit (store, plan, "b");
  g_assert_true (guatu_store_begin (store, &error));
  g_assert_false (guatu_store_apply_inverse (store, 2, &error));
  g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_CONFLICT);
  guatu_store_rollback (store);

  guatu_store_head (store, &head, NULL, NULL);
  g_assert_cmpint (head, ==, 3);
  loaded = store_fixture_load (store);
  guatu_assert_same_plan (plan, loaded);
}

static void
test_conflict_of_references (StoreFixture  *f,
                             gconstpointer  data)
{
  const guint task_fields[] = { GUATU_TASK_NAME }, child_fields[] = { GUATU_TASK_NAME, GUATU_TASK_PARENT };
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) plan = guatu_test_random_plan (f->rand, 5);
  g_autoptr(GuatuStore) store = store_fixture_make (f->path, plan, NULL);

  guatu_store_begin (store, &error);
  guatu_store_insert (store, GUATU_TABLE_TASK, 77, task_fields, (GuatuValue[]) { GUATU_TEXT ("Parent") }, 1, &error);
  guatu_store_commit (store, "tester", "add", NULL, 0, NULL, NULL, &error);
  g_assert_no_error (error);
  guatu_store_begin (store, &error);
  guatu_store_insert (store, GUATU_TABLE_TASK, 78, child_fields,
                      (GuatuValue[]) { GUATU_TEXT ("Child"), GUATU_INTEGER (77) }, 2, &error);
  guatu_store_commit (store, "tester", "add", NULL, 0, NULL, NULL, &error);
  g_assert_no_error (error);

  guatu_store_begin (store, &error);
  g_assert_false (guatu_store_apply_inverse (store, 2, &error));
  g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_CONFLICT);
  guatu_store_rollback (store);
  store_fixture_verify (store);
}

static void
test_dangling (StoreFixture  *f,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) plan = guatu_test_random_plan (f->rand, 30);
  g_autoptr(GuatuPlan) loaded = NULL;
  g_autoptr(GuatuStore) store = store_fixture_make (f->path, plan, NULL);
  gint64 task = guatu_plan_id (plan, GUATU_TABLE_TASK, guatu_plan_link (plan, 0)->predecessor), head;

  guatu_store_begin (store, &error);
  guatu_store_delete (store, GUATU_TABLE_TASK, task, &error);
  g_assert_no_error (error);
  g_assert_false (guatu_store_commit (store, "tester", "remove", NULL, 0, NULL, NULL, &error));
  g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, " referring to a task that is not there"));

  guatu_store_head (store, &head, NULL, NULL);
  g_assert_cmpint (head, ==, 1);
  loaded = store_fixture_load (store);
  guatu_assert_same_plan (plan, loaded);
  /* And the next verb works. */
  edit (store, plan, "a");
}

static void
test_values_are_checked (StoreFixture  *f,
                         gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) plan = guatu_test_random_plan (f->rand, 5);
  g_autoptr(GuatuStore) store = store_fixture_make (f->path, plan, NULL);
  gint64 task = guatu_plan_id (plan, GUATU_TABLE_TASK, 0);

  guatu_store_begin (store, NULL);
  g_assert_false (guatu_store_update (store, GUATU_TABLE_TASK, task, GUATU_TASK_NAME, GUATU_TEXT ("\x01"), &error));
  g_assert_error (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (guatu_store_update (store, GUATU_TABLE_TASK, task, GUATU_TASK_KIND, GUATU_INTEGER (9), &error));
  g_assert_error (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (guatu_store_update (store, GUATU_TABLE_TASK, 5, GUATU_TASK_KIND, GUATU_INTEGER (0), &error));
  g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (guatu_store_delete (store, GUATU_TABLE_TASK, 5, &error));
  g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_NOT_FOUND);
  guatu_store_rollback (store);
}

/* Verify ------------------------------------------------------------------------------------------------- */

static GuatuStore *
make_history (StoreFixture *f)
{
  g_autoptr(GuatuPlan) plan = guatu_test_random_plan (f->rand, 4);
  GuatuStore *store = store_fixture_make (f->path, plan, NULL);

  edit (store, plan, "a");
  edit (store, plan, "b");
  store_fixture_undo (store, plan);

  return store;
}

static void
assert_damaged (GuatuStore *store,
                const char *where)
{
  g_autoptr(GError) error = NULL;

  if (guatu_store_verify (store, NULL, &error))
    g_error ("Not found: %s", where);
  g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_DAMAGED);
}

/* Flips one bit of one column of an entry. Returns whether that was possible: another entry may have the
 * number that would come out. */
static gboolean
flip (sqlite3    *db,
      gint64      seq,
      const char *column,
      gsize       bit)
{
  g_autofree char *read = g_strdup_printf ("SELECT %s FROM journal WHERE seq = ?1", column);
  g_autofree char *write = g_strdup_printf ("UPDATE journal SET %s = ?2 WHERE seq = ?1", column);
  g_autoptr(GuatuStatement) select = NULL;
  g_autoptr(GuatuStatement) update = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, read, -1, &select, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, write, -1, &update, NULL), ==, SQLITE_OK);
  sqlite3_bind_int64 (select, 1, seq);
  sqlite3_bind_int64 (update, 1, seq);
  g_assert_cmpint (sqlite3_step (select), ==, SQLITE_ROW);
  if (sqlite3_column_type (select, 0) == SQLITE_INTEGER)
    {
      sqlite3_bind_int64 (update, 2, sqlite3_column_int64 (select, 0) ^ (gint64) (G_GUINT64_CONSTANT (1) << bit));
    }
  else
    {
      gsize size = (gsize) sqlite3_column_bytes (select, 0);
      g_autofree guint8 *bytes = g_memdup2 (sqlite3_column_blob (select, 0), size);

      bytes[bit / 8] ^= (guint8) (1 << bit % 8);
      if (sqlite3_column_type (select, 0) == SQLITE_TEXT)
        sqlite3_bind_text (update, 2, (const char *) bytes, (int) size, SQLITE_TRANSIENT);
      else
        sqlite3_bind_blob (update, 2, bytes, (int) size, SQLITE_TRANSIENT);
    }
  sqlite3_reset (select);

  return sqlite3_step (update) == SQLITE_DONE;
}

static gsize
bits_in (sqlite3    *db,
         gint64      seq,
         const char *column)
{
  g_autofree char *sql = g_strdup_printf ("SELECT CASE typeof (%s) WHEN 'integer' THEN 63 WHEN 'null' THEN 0 "
                                          "ELSE 8 * length (CAST (%s AS BLOB)) END FROM journal WHERE seq = %d",
                                          column, column, (int) seq);
  g_autoptr(GuatuStatement) statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);

  return (gsize) sqlite3_column_int64 (statement, 0);
}

/* Another connection, which need not be safe. */
static sqlite3 *
tamper (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  return db;
}

static void
test_every_flipped_bit (StoreFixture  *f,
                        gconstpointer  data)
{
  static const char *const columns[] = { "seq", "time", "author", "kind", "arguments", "undoes", "previous", "hash",
                                         "changeset" };
  g_autoptr(GuatuStore) store = make_history (f);
  sqlite3 *db = tamper (f->path);
  guint flips = 0;

  store_fixture_verify (store);
  for (gint64 seq = 1; seq <= 4; seq++)
    for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
      {
        gsize n = bits_in (db, seq, columns[i]);
        /* The first entry holds all rows. */
        gsize step = n > 5000 ? (g_test_slow () ? 97 : 2999) : g_test_slow () ? 1 : 13;

        for (gsize bit = 0; bit < n; bit += step)
          {
            g_autofree char *where = g_strdup_printf ("%s of entry %d, bit %d", columns[i], (int) seq, (int) bit);
            gint64 there = i == 0 ? seq ^ (gint64) (G_GUINT64_CONSTANT (1) << bit) : seq;

            if (!flip (db, seq, columns[i], bit))
              continue;
            assert_damaged (store, where);
            g_assert_true (flip (db, there, columns[i], bit));
            flips++;
          }
      }
  g_assert_cmpuint (flips, >, 200);
  store_fixture_verify (store);
  sqlite3_close (db);
}

static void
test_tampering (StoreFixture  *f,
                gconstpointer  data)
{
  /* What is done behind the journal's back, and what the message must name. */
  static const struct { const char *sql; const char *named; } cases[] = {
    { "UPDATE task SET name = 'x' WHERE id = (SELECT max (id) FROM task)", "“name”" },
    { "UPDATE task SET deadline = coalesce (deadline, 0) + 1", "“deadline”" },
    { "UPDATE plan SET note = note || ' '", "“note”" },
    { "UPDATE person SET post = coalesce (post, '') || 'x'", "person" },
    { "INSERT INTO phase (id, name) VALUES (9, 'x')", "phase 9 " },
    { "DELETE FROM report WHERE id = (SELECT max (id) FROM report)", "report " },
    { "DELETE FROM journal WHERE seq = 4", "“name”" },
    { "DELETE FROM journal WHERE seq = 3", "entry 3" },
    { "DELETE FROM journal", "is in no entry" },
    { "UPDATE journal SET seq = seq + 10 WHERE seq = 4", "entry 4" },
    { "UPDATE journal SET undoes = 1 WHERE seq = 2", "entry 2" },
    { "UPDATE journal SET undoes = NULL WHERE seq = 4", "entry 4" },
    { "UPDATE journal SET author = author || char (0) || 'x' WHERE seq = 3", "entry 3" },
    { "UPDATE key_node SET task = 5 WHERE id = (SELECT min (id) FROM key_node)", "key_node " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GuatuStore) store = NULL;
      g_autofree char *path = g_strdup_printf ("%s-%u", f->path, i);
      StoreFixture one = { f->dir, path, f->rand };
      sqlite3 *db;

      store = make_history (&one);
      db = tamper (path);
      g_assert_cmpint (sqlite3_exec (db, cases[i].sql, NULL, NULL, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_changes (db), >, 0);
      sqlite3_close (db);

      g_assert_false (guatu_store_verify (store, NULL, &error));
      g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_DAMAGED);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].named));
    }
}

static void
test_view_state_is_outside (StoreFixture  *f,
                            gconstpointer  data)
{
  g_autoptr(GuatuStore) store = make_history (f);
  gint64 checked;

  store_fixture_sql (f->path, "INSERT INTO view_state VALUES ('zoom', '3')");
  g_assert_true (guatu_store_verify (store, &checked, NULL));
  g_assert_cmpint (checked, ==, 4);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();

  store_test ("/store/journal/the-hash-is-that-of-the-layout-written-down", test_hash_layout);
  store_test ("/store/journal/undo-and-redo-walk-back-and-forth", test_undo_and_redo_by_turns);
  store_test ("/store/journal/the-list-for-people-begins-with-the-newest", test_list_from_the_newest);
  store_test ("/store/journal/a-new-verb-ends-what-can-be-redone", test_new_verb_ends_redo);
  store_test ("/store/journal/creation-import-copy-and-issue-are-barriers", test_barrier_kinds);
  store_test ("/store/journal/an-entry-says-who-did-what-and-when", test_entry_is_whole);
  store_test ("/store/journal/a-verb-that-changes-nothing-leaves-no-entry", test_nothing_changed);
  store_test ("/store/journal/an-inverse-that-does-not-fit-is-refused-whole", test_conflict);
  store_test ("/store/journal/what-others-depend-on-is-not-taken-back", test_conflict_of_references);
  store_test ("/store/journal/a-verb-that-leaves-a-reference-dangling-is-rolled-back", test_dangling);
  store_test ("/store/journal/a-value-that-no-plan-holds-is-not-written", test_values_are_checked);
  store_test ("/store/verify/one-flipped-bit-in-any-column-of-the-journal-is-found", test_every_flipped_bit);
  store_test ("/store/verify/what-was-changed-past-the-journal-is-found-and-named", test_tampering);
  store_test ("/store/verify/view-state-is-no-part-of-the-journal", test_view_state_is_outside);

  return g_test_run ();
}
