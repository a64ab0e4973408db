/* test-schema.c — the tables that the field table gives, the settings of every connection, and migrations. */
#include "store-fixture.h"

#include <glib/gstdio.h>

/* A world in which version 1 lacked a table, a text, a number, and a reference with its index. */
static int
since_two (GuatuTable table,
           guint      field)
{
  if (table == GUATU_TABLE_REPORT)
    return 2;
  if ((table == GUATU_TABLE_PLAN && field == GUATU_PLAN_NOTE) ||
      (table == GUATU_TABLE_TASK && field == GUATU_TASK_LEVELLING_DELAY) ||
      (table == GUATU_TABLE_ASSIGNMENT && field == GUATU_ASSIGNMENT_SHARE) ||
      (table == GUATU_TABLE_PERSON && field == GUATU_PERSON_CALENDAR))
    return 2;

  return 1;
}

static gint64
ask (sqlite3    *db,
     const char *sql)
{
  g_autoptr(GuatuStatement) statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);

  return sqlite3_column_int64 (statement, 0);
}

static char *
schema_of (const char *path)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GuatuStatement) statement = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name", -1,
                                       &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (text, "%s %s %s\n", sqlite3_column_text (statement, 0),
                            sqlite3_column_text (statement, 1), sqlite3_column_text (statement, 2));
  g_clear_pointer (&statement, guatu_statement_finalize);
  sqlite3_close (db);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GuatuStore *
make_random (StoreFixture *f,
             GuatuPlan   **plan)
{
  g_autoptr(GuatuPlan) random = guatu_test_random_plan (f->rand, 20);
  GuatuStore *store = store_fixture_make (f->path, random, NULL);

  /* What an older version does not keep is not in the file: take what came back. */
  *plan = store_fixture_load (store);
  return store;
}

static void
test_fields_are_appended (StoreFixture  *f,
                          gconstpointer  data)
{
  for (guint table = 0; table < GUATU_N_TABLES; table++)
    {
      const GuatuTableInfo *info = guatu_table_info (table);

      g_assert_cmpint (guatu_field_since ((GuatuTable) table, 0), >=, 1);
      g_assert_cmpuint (info->n_in[GUATU_SCHEMA_VERSION - 1], ==, info->n_fields);
      g_assert_cmpuint (info->n_fields, <=, 64);
      for (guint i = 1; i < info->n_fields; i++)
        {
          const GuatuField *field = &info->fields[i];

          g_assert_cmpint (guatu_field_since ((GuatuTable) table, i), >=,
                           guatu_field_since ((GuatuTable) table, i - 1));
          /* ALTER TABLE cannot append a column that must have a value and has no default. */
          if (guatu_field_since ((GuatuTable) table, i) > guatu_field_since ((GuatuTable) table, 0) &&
              field->type == GUATU_TYPE_REFERENCE)
            g_assert_true (field->flags & GUATU_FIELD_NULLABLE);
        }
    }
}

static void
test_sessions_suit (StoreFixture  *f,
                    gconstpointer  data)
{
  g_autoptr(GuatuPlan) plan = NULL;
  g_autoptr(GuatuStore) store = make_random (f, &plan);
  g_autofree char *schema = schema_of (f->path);

  g_assert_nonnull (strstr (schema, "table task CREATE TABLE \"task\"(\"id\" INTEGER PRIMARY KEY, "));
  g_assert_nonnull (strstr (schema, "\"constraint\" INTEGER NOT NULL DEFAULT 0"));
  g_assert_null (strstr (schema, "ON DELETE"));
  g_assert_null (strstr (schema, "UNIQUE"));
  g_assert_null (strstr (schema, "CHECK"));
  g_assert_null (strstr (schema, "TRIGGER"));

  for (guint table = 0; table < GUATU_N_TABLES; table++)
    {
      const GuatuTableInfo *info = guatu_table_info (table);
      g_autofree char *strict = g_strdup_printf ("SELECT strict FROM pragma_table_list WHERE name = '%s'", info->name);
      g_autofree char *keys = g_strdup_printf ("SELECT count (*) FROM pragma_foreign_key_list ('%s')", info->name);
      g_autofree char *indices = g_strdup_printf ("SELECT count (*) FROM pragma_index_list ('%s')", info->name);
      gint64 references = 0;

      for (guint i = 0; i < info->n_fields; i++)
        references += info->fields[i].type == GUATU_TYPE_REFERENCE;
      g_assert_cmpint (ask (store->db, strict), ==, 1);
      g_assert_cmpint (ask (store->db, keys), ==, references);
      g_assert_cmpint (ask (store->db, indices), ==, references);
    }
}

static void
test_settings (StoreFixture  *f,
               gconstpointer  data)
{
  g_autoptr(GuatuPlan) plan = NULL;
  g_autoptr(GuatuStore) store = make_random (f, &plan);
  int defensive = 0;

  g_clear_pointer (&store, guatu_store_close);
  store = store_fixture_open (f->path);
  g_assert_cmpint (ask (store->db, "PRAGMA synchronous"), ==, 3);
  g_assert_cmpint (ask (store->db, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (ask (store->db, "PRAGMA trusted_schema"), ==, 0);
  g_assert_cmpint (ask (store->db, "PRAGMA cell_size_check"), ==, 1);
  g_assert_cmpint (ask (store->db, "PRAGMA application_id"), ==, GUATU_APPLICATION_ID);
  g_assert_cmpint (ask (store->db, "PRAGMA user_version"), ==, GUATU_SCHEMA_VERSION);
  g_assert_cmpint (ask (store->db, "SELECT journal_mode = 'delete' FROM pragma_journal_mode"), ==, 1);
  sqlite3_db_config (store->db, SQLITE_DBCONFIG_DEFENSIVE, -1, &defensive);
  g_assert_cmpint (defensive, ==, 1);
}

static void
test_opening_writes_nothing (StoreFixture  *f,
                             gconstpointer  data)
{
  g_autoptr(GuatuPlan) plan = NULL;
  g_autoptr(GuatuStore) store = NULL;
  g_autoptr(GBytes) before = NULL;
  g_autoptr(GBytes) after = NULL;
  g_autoptr(GDir) dir = NULL;
  GStatBuf then, now;

  guatu_schema_set_since (since_two, 1);
  store = make_random (f, &plan);
  g_clear_pointer (&store, guatu_store_close);
  g_clear_pointer (&plan, guatu_plan_free);
  before = store_fixture_bytes (f->path);
  g_assert_cmpint (g_stat (f->path, &then), ==, 0);

  /* Of an older version, so that there would be something to migrate. */
  guatu_schema_set_since (since_two, 2);
  store = store_fixture_open (f->path);
  plan = store_fixture_load (store);
  store_fixture_verify (store);
  g_clear_pointer (&store, guatu_store_close);

  after = store_fixture_bytes (f->path);
  g_assert_cmpint (g_stat (f->path, &now), ==, 0);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpint (then.st_mtim.tv_sec, ==, now.st_mtim.tv_sec);
  g_assert_cmpint (then.st_mtim.tv_nsec, ==, now.st_mtim.tv_nsec);
  dir = g_dir_open (f->dir, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "plan.guatu");
  g_assert_null (g_dir_read_name (dir));
}

/* Migrations ------------------------------------------------------------------------------------------ */

static void
test_migrates_at_the_first_edit (StoreFixture  *f,
                                 gconstpointer  data)
{
  g_autofree char *fresh_path = g_build_filename (f->dir, "fresh.guatu", NULL);
  g_autoptr(GuatuPlan) plan = NULL;
  g_autoptr(GuatuPlan) loaded = NULL;
  g_autoptr(GuatuStore) store = NULL;
  g_autofree char *migrated = NULL;
  g_autofree char *fresh = NULL;

  guatu_schema_set_since (since_two, 1);
  store = make_random (f, &plan);
  g_assert_cmpuint (guatu_plan_n_live (plan, GUATU_TABLE_REPORT), ==, 0);
  for (guint i = 0; i < 20; i++)
    store_fixture_edit (store, plan, f->rand);
  g_clear_pointer (&store, guatu_store_close);

  guatu_schema_set_since (since_two, 2);
  store = store_fixture_open (f->path);
  g_assert_null (guatu_store_read_only_reason (store));
  loaded = store_fixture_load (store);
  guatu_assert_same_plan (plan, loaded);
  g_assert_cmpint (ask (store->db, "PRAGMA user_version"), ==, 1);

  while (store_fixture_edit (store, plan, f->rand) == 0)
    ;
  g_assert_cmpint (ask (store->db, "PRAGMA user_version"), ==, 2);
  store_fixture_verify (store);

  g_clear_pointer (&store, guatu_store_close);
  store = store_fixture_make (fresh_path, plan, NULL);
  migrated = schema_of (f->path);
  fresh = schema_of (fresh_path);
  g_assert_cmpstr (migrated, ==, fresh);
}

/* Thirty entries of version 1, then one that migrates and uses what is new. */
static GuatuStore *
edit_over_a_migration (StoreFixture *f,
                       GuatuPlan   **start,
                       GuatuPlan   **end)
{
  const guint fields[] = { GUATU_REPORT_TASK, GUATU_REPORT_DATE, GUATU_REPORT_SHARE };
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) changeset = NULL;
  GuatuPlan *plan;
  GuatuStore *store;
  gint64 task;

  guatu_schema_set_since (since_two, 1);
  store = make_random (f, &plan);
  *start = guatu_plan_copy (plan);
  for (guint i = 0; i < 30; i++)
    store_fixture_edit (store, plan, f->rand);
  guatu_store_close (store);

  guatu_schema_set_since (since_two, 2);
  store = store_fixture_open (f->path);
  task = guatu_plan_id (plan, GUATU_TABLE_TASK, guatu_plan_task_at (plan, 1));
  guatu_store_begin (store, &error);
  guatu_store_update (store, GUATU_TABLE_TASK, task, GUATU_TASK_LEVELLING_DELAY, GUATU_INTEGER (60), &error);
  guatu_store_insert (store, GUATU_TABLE_REPORT, 7, fields,
                      (GuatuValue[]) { GUATU_INTEGER (task), GUATU_INTEGER (0), GUATU_INTEGER (5000) }, 3, &error);
  guatu_store_commit (store, "tester", "edit", NULL, 0, &changeset, NULL, &error);
  g_assert_no_error (error);
  guatu_changeset_apply (changeset, plan, &error);
  g_assert_no_error (error);
  g_assert_cmpint (guatu_plan_find (plan, GUATU_TABLE_REPORT, 7), >=, 0);
  guatu_plan_settle (*start);
  *end = plan;

  return store;
}

static void
test_old_entries_are_undone (StoreFixture  *f,
                             gconstpointer  data)
{
  g_autoptr(GuatuPlan) plan = NULL;
  g_autoptr(GuatuPlan) start = NULL;
  g_autoptr(GuatuStore) store = edit_over_a_migration (f, &start, &plan);
  guint undone = 0;

  /* Their changesets have fewer columns than the tables now. */
  while (store_fixture_undo (store, plan) != 0)
    undone++;
  g_assert_cmpuint (undone, >, 20);
  guatu_assert_same_plan (start, plan);
  store_fixture_verify (store);
}

static void
test_old_and_new_entries_at_once (StoreFixture  *f,
                                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) plan = NULL;
  g_autoptr(GuatuPlan) start = NULL;
  g_autoptr(GuatuPlan) loaded = NULL;
  g_autoptr(GuatuStore) store = edit_over_a_migration (f, &start, &plan);

  g_assert_true (guatu_store_begin (store, &error));
  guatu_store_apply_inverses (store, 1, &error);
  g_assert_no_error (error);
  guatu_store_commit (store, "tester", "revert", NULL, 0, NULL, NULL, &error);
  g_assert_no_error (error);
  loaded = store_fixture_load (store);
  guatu_assert_same_plan (start, loaded);
  store_fixture_verify (store);
}

static void
test_another_migrates (StoreFixture  *f,
                       gconstpointer  data)
{
  g_autoptr(GuatuPlan) plan = NULL;
  g_autoptr(GuatuPlan) seen = NULL;
  g_autoptr(GuatuStore) store = NULL;
  g_autoptr(GuatuStore) other = NULL;

  guatu_schema_set_since (since_two, 1);
  store = make_random (f, &plan);
  g_clear_pointer (&store, guatu_store_close);

  guatu_schema_set_since (since_two, 2);
  store = store_fixture_open (f->path);
  other = store_fixture_open (f->path);
  while (store_fixture_edit (store, plan, f->rand) == 0)
    ;
  seen = store_fixture_load (other);
  guatu_assert_same_plan (plan, seen);
  while (store_fixture_edit (other, plan, f->rand) == 0)
    ;
  store_fixture_verify (store);
}

static void
test_migration_rolls_back (StoreFixture  *f,
                           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) plan = NULL;
  g_autoptr(GuatuPlan) loaded = NULL;
  g_autoptr(GuatuStore) store = NULL;

  guatu_schema_set_since (since_two, 1);
  store = make_random (f, &plan);
  g_clear_pointer (&store, guatu_store_close);

  guatu_schema_set_since (since_two, 2);
  store = store_fixture_open (f->path);
  g_assert_true (guatu_store_begin (store, &error));
  guatu_store_rollback (store);
  g_assert_cmpint (ask (store->db, "PRAGMA user_version"), ==, 1);
  loaded = store_fixture_load (store);
  guatu_assert_same_plan (plan, loaded);
  while (store_fixture_edit (store, plan, f->rand) == 0)
    ;
  g_assert_cmpint (ask (store->db, "PRAGMA user_version"), ==, 2);
}

static void
test_newer_is_read (StoreFixture  *f,
                    gconstpointer  data)
{
  g_autofree char *copy_path = g_build_filename (f->dir, "copy.guatu", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) plan = NULL;
  g_autoptr(GuatuPlan) known = NULL;
  g_autoptr(GuatuStore) store = NULL;
  g_autoptr(GBytes) before = NULL;
  g_autoptr(GBytes) after = NULL;

  guatu_schema_set_since (since_two, 2);
  store = make_random (f, &plan);
  g_assert_cmpuint (guatu_plan_n_live (plan, GUATU_TABLE_REPORT), >, 0);
  g_clear_pointer (&store, guatu_store_close);
  before = store_fixture_bytes (f->path);

  guatu_schema_set_since (since_two, 1);
  store = store_fixture_open (f->path);
  g_assert_nonnull (strstr (guatu_store_read_only_reason (store), "newer version"));
  known = store_fixture_load (store);
  g_assert_cmpuint (guatu_plan_n_live (known, GUATU_TABLE_TASK), ==, guatu_plan_n_live (plan, GUATU_TABLE_TASK));
  g_assert_cmpuint (guatu_plan_n_live (known, GUATU_TABLE_REPORT), ==, 0);

  g_assert_false (guatu_store_begin (store, &error));
  g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_NEWER);
  g_clear_error (&error);
  g_assert_false (guatu_store_verify (store, NULL, &error));
  g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_NEWER);
  g_clear_error (&error);
  g_assert_false (guatu_store_copy (store, copy_path, FALSE, "tester", &error));
  g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_NEWER);
  g_clear_error (&error);
  g_assert_false (g_file_test (copy_path, G_FILE_TEST_EXISTS));
  g_assert_true (guatu_store_copy (store, copy_path, TRUE, "tester", &error));
  g_assert_no_error (error);

  g_clear_pointer (&store, guatu_store_close);
  after = store_fixture_bytes (f->path);
  g_assert_true (g_bytes_equal (before, after));
}

static void
test_becomes_newer (StoreFixture  *f,
                    gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) plan = NULL;
  g_autoptr(GuatuPlan) known = NULL;
  g_autoptr(GuatuStore) store = NULL;
  g_autoptr(GuatuStore) other = NULL;

  guatu_schema_set_since (since_two, 1);
  store = make_random (f, &plan);
  other = store_fixture_open (f->path);
  guatu_schema_set_since (since_two, 2);
  while (store_fixture_edit (other, plan, f->rand) == 0)
    ;

  guatu_schema_set_since (since_two, 1);
  g_assert_false (guatu_store_begin (store, &error));
  g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_NEWER);
  g_assert_nonnull (guatu_store_read_only_reason (store));
  known = store_fixture_load (store);
  guatu_assert_same_plan (plan, known);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test ("/store/schema/fields-are-only-ever-appended", test_fields_are_appended);
  store_test ("/store/schema/tables-are-strict-and-every-reference-has-an-index", test_sessions_suit);
  store_test ("/store/schema/every-connection-has-the-safe-settings", test_settings);
  store_test ("/store/schema/opening-and-reading-an-older-file-writes-nothing", test_opening_writes_nothing);
  store_test ("/store/schema/an-older-file-becomes-like-a-new-one-at-its-first-edit", test_migrates_at_the_first_edit);
  store_test ("/store/schema/entries-of-an-older-version-can-be-undone", test_old_entries_are_undone);
  store_test ("/store/schema/entries-of-an-older-version-are-taken-back-together-with-newer-ones",
              test_old_and_new_entries_at_once);
  store_test ("/store/schema/a-file-that-another-process-migrates-goes-on-working", test_another_migrates);
  store_test ("/store/schema/a-migration-is-rolled-back-with-the-edit-that-needed-it", test_migration_rolls_back);
  store_test ("/store/schema/a-newer-file-is-read-but-never-written", test_newer_is_read);
  store_test ("/store/schema/a-file-that-becomes-newer-while-open-is-not-written-any-more", test_becomes_newer);

  return g_test_run ();
}
