/* store-fixture.c — what the tests of the store share. */
#include "store-fixture.h"

#include "guatu-id.h"

void
store_fixture_set_up (StoreFixture  *fixture,
                      gconstpointer  data)
{
  fixture->dir = guatu_test_make_dir ();
  fixture->path = g_build_filename (fixture->dir, "plan.guatu", NULL);
  fixture->rand = g_rand_new_with_seed (20240304);
}

void
store_fixture_tear_down (StoreFixture  *fixture,
                         gconstpointer  data)
{
  guatu_schema_set_since (NULL, 0);
  guatu_share_set_detector (NULL);
  guatu_test_remove_dir (fixture->dir);
  g_free (fixture->path);
  g_rand_free (fixture->rand);
}

GuatuStore *
store_fixture_make (const char       *path,
                    const GuatuPlan  *plan,
                    GBytes          **changeset)
{
  g_autoptr(GError) error = NULL;
  GuatuStore *store = guatu_store_create (path, &error);
  gint64 seq;

  g_assert_no_error (error);
  guatu_store_begin (store, &error);
  g_assert_no_error (error);
  guatu_store_insert_plan (store, plan, NULL, NULL, &error);
  g_assert_no_error (error);
  guatu_store_commit (store, "tester", "create", "{}", 0, changeset, &seq, &error);
  g_assert_no_error (error);
  g_assert_cmpint (seq, ==, 1);

  return store;
}

GuatuStore *
store_fixture_open (const char *path)
{
  g_autoptr(GError) error = NULL;
  GuatuStore *store = guatu_store_open (path, FALSE, &error);

  g_assert_no_error (error);
  return store;
}

GuatuPlan *
store_fixture_load (GuatuStore *store)
{
  g_autoptr(GError) error = NULL;
  GuatuPlan *plan = guatu_store_load (store, NULL, &error);

  g_assert_no_error (error);
  return plan;
}

void
store_fixture_verify (GuatuStore *store)
{
  g_autoptr(GError) error = NULL;

  guatu_store_verify (store, NULL, &error);
  g_assert_no_error (error);
}

/* Edits --------------------------------------------------------------------------------------------- */

/* A live row of the table, or -1. */
static gint32
pick (const GuatuPlan *plan,
      GuatuTable       table,
      GRand           *rand)
{
  guint n = guatu_plan_n_rows (plan, table);

  for (guint attempt = 0; n > 0 && attempt < 50; attempt++)
    {
      gint32 row = g_rand_int_range (rand, 0, (gint32) n);

      if (guatu_plan_id (plan, table, row) != 0)
        return row;
    }

  return -1;
}

static gboolean
write_name (GuatuStore       *store,
            const GuatuPlan  *plan,
            GRand            *rand,
            GError          **error)
{
  static const char *const names[] = { "土地征收 第一批", "'; DROP TABLE task; --", "", "one\ntwo", "😀 “bridge”" };
  gint32 task = pick (plan, GUATU_TABLE_TASK, rand);
  gint64 id = guatu_plan_id (plan, GUATU_TABLE_TASK, task);
  GuatuValue note = GUATU_TEXT (names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))]);
  GuatuValue duration = GUATU_INTEGER (g_rand_int_range (rand, 0, 100) * 28800);
  GuatuValue deadline = g_rand_boolean (rand) ? GUATU_NULL : GUATU_INTEGER (g_rand_int (rand));

  return task < 0 || (guatu_store_update (store, GUATU_TABLE_TASK, id, GUATU_TASK_NOTE, note, error) &&
                      guatu_store_update (store, GUATU_TABLE_TASK, id, GUATU_TASK_DURATION, duration, error) &&
                      guatu_store_update (store, GUATU_TABLE_TASK, id, GUATU_TASK_DEADLINE, deadline, error));
}

/* A task under another, and a link to it. */
static gboolean
write_new_task (GuatuStore       *store,
                const GuatuPlan  *plan,
                GRand            *rand,
                GError          **error)
{
  const guint task_fields[] = { GUATU_TASK_PARENT, GUATU_TASK_NAME, GUATU_TASK_POSITION };
  const guint link_fields[] = { GUATU_LINK_PREDECESSOR, GUATU_LINK_SUCCESSOR, GUATU_LINK_TYPE, GUATU_LINK_LAG };
  gint64 parent = guatu_plan_id (plan, GUATU_TABLE_TASK, MAX (0, pick (plan, GUATU_TABLE_TASK, rand)));
  gint64 before = guatu_plan_id (plan, GUATU_TABLE_TASK, MAX (0, pick (plan, GUATU_TABLE_TASK, rand)));
  gint64 id = guatu_id_next ();
  GuatuValue task[] = { parent != 0 ? GUATU_INTEGER (parent) : GUATU_NULL, GUATU_TEXT ("New"),
                        GUATU_INTEGER (g_rand_int_range (rand, 0, 100)) };
  GuatuValue link[] = { GUATU_INTEGER (before), GUATU_INTEGER (id), GUATU_INTEGER (GUATU_LINK_SS),
                        GUATU_INTEGER (-3600) };

  /* The link comes first: references are looked at when the verb ends. */
  return (before == 0 || guatu_store_insert (store, GUATU_TABLE_LINK, guatu_id_next (), link_fields, link, 4, error)) &&
         guatu_store_insert (store, GUATU_TABLE_TASK, id, task_fields, task, 3, error);
}

static gboolean
write_swap (GuatuStore       *store,
            const GuatuPlan  *plan,
            GRand            *rand,
            GError          **error)
{
  gint32 a = pick (plan, GUATU_TABLE_TASK, rand), b = pick (plan, GUATU_TABLE_TASK, rand);

  return a < 0 || b < 0 || a == b ||
         (guatu_store_update (store, GUATU_TABLE_TASK, guatu_plan_id (plan, GUATU_TABLE_TASK, a), GUATU_TASK_POSITION,
                              guatu_plan_get (plan, GUATU_TABLE_TASK, b, GUATU_TASK_POSITION), error) &&
          guatu_store_update (store, GUATU_TABLE_TASK, guatu_plan_id (plan, GUATU_TABLE_TASK, b), GUATU_TASK_POSITION,
                              guatu_plan_get (plan, GUATU_TABLE_TASK, a, GUATU_TASK_POSITION), error));
}

/* With all that cannot be without it; what can is unhooked. */
static gboolean
write_removal (GuatuStore       *store,
               const GuatuPlan  *plan,
               GuatuTable        table,
               gint32            row,
               GHashTable       *gone,
               GError          **error)
{
  g_autofree char *key = g_strdup_printf ("%d %d", table, row);

  if (!g_hash_table_add (gone, g_steal_pointer (&key)))
    return TRUE;

  for (guint from = 0; from < GUATU_N_TABLES; from++)
    for (guint field = 1; field < guatu_table_info (from)->n_fields; field++)
      {
        const GuatuField *info = guatu_field (from, field);
        const gint32 *rows;
        guint n;

        if (info->type != GUATU_TYPE_REFERENCE || info->target != table)
          continue;
        rows = guatu_plan_referrers (plan, from, field, row, &n);
        for (guint i = 0; i < n; i++)
          {
            g_autofree char *other = g_strdup_printf ("%u %d", from, rows[i]);

            if (g_hash_table_contains (gone, other))
              continue;
            if ((info->flags & GUATU_FIELD_REQUIRED || (from == GUATU_TABLE_TASK && field == GUATU_TASK_PARENT))
                ? !write_removal (store, plan, from, rows[i], gone, error)
                : !guatu_store_update (store, from, guatu_plan_id (plan, from, rows[i]), field, GUATU_NULL, error))
              return FALSE;
          }
      }

  return guatu_store_delete (store, table, guatu_plan_id (plan, table, row), error);
}

gboolean
store_fixture_write (GuatuStore       *store,
                     const GuatuPlan  *plan,
                     GRand            *rand,
                     GError          **error)
{
  static const GuatuTable removable[] = { GUATU_TABLE_TASK, GUATU_TABLE_LINK, GUATU_TABLE_REPORT, GUATU_TABLE_PERSON,
                                          GUATU_TABLE_CALENDAR };
  g_autoptr(GHashTable) gone = NULL;
  GuatuTable table;
  gint32 row;

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
    case 1:
      return write_name (store, plan, rand, error);
    case 2:
    case 3:
      return write_new_task (store, plan, rand, error);
    case 4:
      return write_swap (store, plan, rand, error);
    default:
      table = removable[g_rand_int_range (rand, 0, G_N_ELEMENTS (removable))];
      row = pick (plan, table, rand);
      gone = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      return row < 0 || write_removal (store, plan, table, row, gone, error);
    }
}

static gint64
finish (GuatuStore *store,
        GuatuPlan  *plan,
        const char *kind,
        gint64      undoes)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) changeset = NULL;
  gint64 seq;

  guatu_store_commit (store, "tester", kind, "{\"a\":1}", undoes, &changeset, &seq, &error);
  g_assert_no_error (error);
  g_assert_true ((changeset != NULL) == (seq != 0));
  if (changeset != NULL)
    guatu_changeset_apply (changeset, plan, &error);
  g_assert_no_error (error);

  return seq;
}

gint64
store_fixture_edit (GuatuStore *store,
                    GuatuPlan  *plan,
                    GRand      *rand)
{
  g_autoptr(GError) error = NULL;

  guatu_store_begin (store, &error);
  g_assert_no_error (error);
  store_fixture_write (store, plan, rand, &error);
  g_assert_no_error (error);

  return finish (store, plan, "edit", 0);
}

static gint64
take_back (GuatuStore *store,
           GuatuPlan  *plan,
           const char *kind,
           gint64      seq)
{
  g_autoptr(GError) error = NULL;

  guatu_store_begin (store, &error);
  g_assert_no_error (error);
  guatu_store_apply_inverse (store, seq, &error);
  g_assert_no_error (error);

  return finish (store, plan, kind, seq);
}

gint64
store_fixture_undo (GuatuStore *store,
                    GuatuPlan  *plan)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuEntry) entry = NULL;
  gint64 seq;

  guatu_store_find_undo (store, &seq, &error);
  g_assert_no_error (error);
  if (seq == 0)
    return 0;
  entry = guatu_store_find_entry (store, seq, &error);
  g_assert_no_error (error);

  return guatu_entry_kind_is_barrier (entry->kind) ? 0 : take_back (store, plan, "undo", seq);
}

gint64
store_fixture_redo (GuatuStore *store,
                    GuatuPlan  *plan)
{
  g_autoptr(GError) error = NULL;
  gint64 seq;

  guatu_store_find_redo (store, &seq, &error);
  g_assert_no_error (error);

  return seq != 0 ? take_back (store, plan, "redo", seq) : 0;
}

/* Files ---------------------------------------------------------------------------------------------- */

void
store_fixture_sql (const char *path,
                   const char *sql)
{
  sqlite3 *db = NULL;
  char *trouble = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &trouble);
  g_assert_cmpstr (trouble, ==, NULL);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

GBytes *
store_fixture_bytes (const char *path)
{
  g_autoptr(GError) error = NULL;
  char *content;
  gsize size;

  g_file_get_contents (path, &content, &size, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (content, size);
}
