/* test-versions.c — a file of every version that there ever was opens, verifies, and takes an edit. */
#include "store-fixture.h"

#include "guatu-id.h"

#include <glib/gstdio.h>
#include <string.h>

/*
 * tests/data/store/version-N.sql is a plan as version N kept it. When GUATU_SCHEMA_VERSION goes up, a new
 * one is made before anything else changes:
 *
 *   GUATU_FREEZE=new.guatu tests/test-store-versions
 *   (echo "PRAGMA application_id = 1198874996; PRAGMA user_version = N;"; sqlite3 new.guatu .dump) > version-N.sql
 *
 * and from then on it is never touched.
 */

#define TITLE  "Frozen '; DROP TABLE task; -- 冻结"
#define NAME   "First “of” 'all'\n\"second\\line\""
#define SECOND "二 -- two"
#define AUTHOR "王 O'Brien"

/* Freezing ----------------------------------------------------------------------------------------------- */

static gboolean
is_filled (const GuatuPlan *plan,
           GuatuTable       table,
           guint            field)
{
  for (guint row = 0; row < guatu_plan_n_rows (plan, table); row++)
    if (guatu_plan_id (plan, table, (gint32) row) != 0 &&
        !guatu_value_equal (guatu_plan_get (plan, table, (gint32) row, field),
                            guatu_field_fallback (guatu_field (table, field))))
      return TRUE;

  return FALSE;
}

static GuatuValue
some_value (const GuatuPlan  *plan,
            const GuatuField *field)
{
  if (field->type == GUATU_TYPE_TEXT)
    return GUATU_TEXT ("填写 “x” '; --");
  if (field->type == GUATU_TYPE_REFERENCE)
    return GUATU_INTEGER (guatu_plan_id (plan, field->target, 0));
  if (field->type == GUATU_TYPE_DATE || field->type == GUATU_TYPE_INSTANT)
    return GUATU_INTEGER (guatu_test_at ("2024-03-04 00:00"));

  return GUATU_INTEGER (field->max != field->fallback ? field->max : field->min);
}

static gint32
last_row (const GuatuPlan *plan,
          GuatuTable       table)
{
  gint32 row = (gint32) guatu_plan_n_rows (plan, table) - 1;

  while (row > 0 && guatu_plan_id (plan, table, row) == 0)
    row--;

  return row;
}

/* Of two references exactly one is set: here it is the other one. */
static void
fill_other (GuatuPlan *plan,
            GuatuTable table,
            guint      usual,
            guint      other)
{
  guatu_plan_set (plan, table, 1, usual, GUATU_NULL);
  guatu_plan_set (plan, table, 1, other, some_value (plan, guatu_field (table, other)));
}

/* Every field of every table has a value somewhere. */
static GuatuPlan *
make_full_plan (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (4);
  GuatuPlan *plan;

  guatu_test_fix_ids ();
  plan = guatu_test_random_plan (rand, 10);
  fill_other (plan, GUATU_TABLE_CALENDAR_HOURS, GUATU_CALENDAR_HOURS_DAY, GUATU_CALENDAR_HOURS_EXCEPTION);
  fill_other (plan, GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_UNIT, GUATU_ASSIGNMENT_PERSON);
  fill_other (plan, GUATU_TABLE_CUSTOM_VALUE, GUATU_CUSTOM_VALUE_PERSON, GUATU_CUSTOM_VALUE_TASK);
  for (guint table = 0; table < GUATU_N_TABLES; table++)
    for (guint field = 1; field < guatu_table_info (table)->n_fields; field++)
      if (!is_filled (plan, table, field))
        guatu_plan_set (plan, table, last_row (plan, table), field,
                        some_value (plan, guatu_field (table, field)));
  guatu_plan_set (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_TITLE, GUATU_TEXT (TITLE));
  guatu_plan_set (plan, GUATU_TABLE_TASK, 0, GUATU_TASK_NAME, GUATU_TEXT (NAME));
  guatu_plan_settle (plan);

  return plan;
}

static void
rename_second (GuatuStore *store,
               GuatuPlan  *plan,
               const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) changeset = NULL;

  guatu_store_begin (store, &error);
  g_assert_no_error (error);
  guatu_store_update (store, GUATU_TABLE_TASK, guatu_plan_id (plan, GUATU_TABLE_TASK, 1), GUATU_TASK_NAME,
                      GUATU_TEXT (name), &error);
  guatu_store_commit (store, AUTHOR, "task-set", "{\"name\":\"'\\\"\"}", 0, &changeset, NULL, &error);
  g_assert_no_error (error);
  guatu_changeset_apply (changeset, plan, &error);
  g_assert_no_error (error);
}

static void
freeze (const char *path)
{
  guint field = GUATU_PHASE_NAME;
  g_autoptr(GuatuPlan) plan = make_full_plan ();
  g_autoptr(GuatuStore) store = store_fixture_make (path, plan, NULL);

  rename_second (store, plan, SECOND);
  rename_second (store, plan, "three");
  store_fixture_undo (store, plan);

  g_assert_true (guatu_store_begin (store, NULL));
  g_assert_true (guatu_store_delete (store, GUATU_TABLE_REPORT, guatu_plan_id (plan, GUATU_TABLE_REPORT, 0), NULL));
  g_assert_true (guatu_store_insert (store, GUATU_TABLE_PHASE, 77, &field, &GUATU_TEXT ("8月下旬"), 1, NULL));
  g_assert_true (guatu_store_commit (store, AUTHOR, "mixed", NULL, 0, NULL, NULL, NULL));
  g_clear_pointer (&store, guatu_store_close);

  store_fixture_sql (path, "INSERT INTO view_state VALUES ('zoom', '{\"days\": \"''\"}')");
}

/* Thawing ------------------------------------------------------------------------------------------------ */

static void
thaw (int         version,
      const char *path)
{
  g_autofree char *name = g_strdup_printf ("store/version-%d.sql", version);
  g_autofree char *dump = guatu_test_fixture (name);
  g_autofree char *sql = NULL;

  if (!g_file_get_contents (dump, &sql, NULL, NULL))
    g_error ("There is no %s: every version needs its frozen plan", dump);
  store_fixture_sql (path, sql);
}

static void
assert_full (const GuatuPlan *plan,
             int              version)
{
  for (guint table = 0; table < GUATU_N_TABLES; table++)
    for (guint field = 1; field < guatu_table_info (table)->n_fields; field++)
      if (guatu_field_since ((GuatuTable) table, field) <= version && !is_filled (plan, table, field))
        g_error ("Version %d: nothing in %s.%s", version, guatu_table_info (table)->name,
                 guatu_field (table, field)->name);
}

static void
assert_content (const GuatuPlan *plan)
{
  gint32 task = guatu_plan_find (plan, GUATU_TABLE_PHASE, 77);
  gboolean first = FALSE, second = FALSE;

  g_assert_cmpint (task, >=, 0);
  g_assert_cmpstr (guatu_plan_string (plan, GUATU_TABLE_PHASE, task, GUATU_PHASE_NAME), ==, "8月下旬");
  g_assert_cmpstr (guatu_plan_text (plan, guatu_plan_settings (plan)->title), ==, TITLE);
  g_assert_cmpuint (guatu_plan_n_live (plan, GUATU_TABLE_TASK), ==, 10);
  for (gint32 row = 0; row < 10; row++)
    {
      first = first || g_str_equal (guatu_plan_task_name (plan, row), NAME);
      second = second || g_str_equal (guatu_plan_task_name (plan, row), SECOND);
    }
  g_assert_true (first && second);
}

static void
test_every_version (StoreFixture  *f,
                    gconstpointer  data)
{
  for (int version = 1; version <= GUATU_SCHEMA_VERSION; version++)
    {
      g_autofree char *path = g_strdup_printf ("%s-%d", f->path, version);
      g_autoptr(GuatuStore) store = NULL;
      g_autoptr(GuatuPlan) plan = NULL;
      g_autoptr(GuatuEntry) entry = NULL;
      g_autoptr(GError) error = NULL;
      gint64 head;

      thaw (version, path);
      store = store_fixture_open (path);
      g_assert_null (guatu_store_read_only_reason (store));
      store_fixture_verify (store);
      plan = store_fixture_load (store);
      assert_full (plan, version);
      assert_content (plan);
      entry = guatu_store_find_entry (store, 2, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (entry->author, ==, AUTHOR);
      g_assert_cmpstr (entry->arguments, ==, "{\"name\":\"'\\\"\"}");
      g_assert_true (guatu_store_head (store, &head, NULL, NULL));
      g_assert_cmpint (head, ==, 5);

      /* An edit brings it up to date; everything back to the beginning can then be undone. */
      while (store_fixture_edit (store, plan, f->rand) == 0)
        ;
      store_fixture_verify (store);
      g_clear_pointer (&store, guatu_store_close);
      store = store_fixture_open (path);
      g_assert_cmpint (store->version, ==, GUATU_SCHEMA_VERSION);
      while (store_fixture_undo (store, plan) != 0)
        ;
      g_assert_cmpint (guatu_plan_find (plan, GUATU_TABLE_PHASE, 77), ==, -1);
      store_fixture_verify (store);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  if (g_getenv ("GUATU_FREEZE") != NULL)
    {
      freeze (g_getenv ("GUATU_FREEZE"));
      return 0;
    }

  store_test ("/store/versions/a-file-of-every-version-opens-verifies-and-is-edited", test_every_version);

  return g_test_run ();
}
