/* document-fixture.c — what the tests of the document share: a small plan in a file, and looks at it. */
#include "document-fixture.h"

#include "guatu-id.h"

#include <string.h>
#include <unistd.h>

static gint32
add_named (GuatuPlan *plan, GuatuTable table, const char *name)
{
  gint32 row = guatu_plan_insert (plan, table, guatu_id_next ());

  g_assert_true (guatu_plan_set (plan, table, row, (guint) guatu_field_find (table, "name"), GUATU_TEXT (name)));
  return row;
}

void
document_fixture_in_memory (void)
{
  if (g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR) && access ("/dev/shm", W_OK | X_OK) == 0)
    g_setenv ("TMPDIR", "/dev/shm", FALSE);
}

GuatuPlan *
document_fixture_plan (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 prepare = guatu_test_add_task (plan, -1, "Prepare", "1d");
  gint32 survey = guatu_test_add_task (plan, prepare, "Survey", "5d");
  gint32 design = guatu_test_add_task (plan, prepare, "Design", "10d");
  gint32 build = guatu_test_add_task (plan, -1, "Build", "1d");
  gint32 bridge = guatu_test_add_task (plan, build, "Bridge", "34d");
  gint32 road = guatu_test_add_task (plan, build, "Road", "20d");
  gint32 opening = guatu_test_add_task (plan, -1, "Opening", "0d");

  guatu_test_add_link (plan, survey, design, GUATU_LINK_FS, NULL);
  guatu_test_add_link (plan, design, bridge, GUATU_LINK_FS, NULL);
  guatu_test_add_link (plan, bridge, opening, GUATU_LINK_FS, NULL);
  guatu_test_add_link (plan, road, opening, GUATU_LINK_FS, NULL);
  add_named (plan, GUATU_TABLE_UNIT, "Roads");
  add_named (plan, GUATU_TABLE_UNIT, "Township");
  add_named (plan, GUATU_TABLE_PERSON, "Chen");
  add_named (plan, GUATU_TABLE_PERSON, "Li");
  guatu_plan_settle (plan);
  return plan;
}

static void
changed_cb (GuatuDocument *document, gpointer data)
{
  DocumentFixture *fixture = data;

  /* Whoever is told finds everything in its place. */
  fixture->n_changed++;
  check_memory (document);
}

static void
watch (DocumentFixture *fixture)
{
  g_signal_connect (fixture->document, "changed", G_CALLBACK (changed_cb), fixture);
}

void
document_fixture_set_up (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) plan = document_fixture_plan ();

  fixture->dir = guatu_test_make_dir ();
  fixture->path = g_build_filename (fixture->dir, "plan.guatu", NULL);
  fixture->document = guatu_document_create (fixture->path, plan, NULL, "create", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  guatu_document_set_author (fixture->document, "Wang");
  watch (fixture);
}

void
document_fixture_tear_down (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  if (fixture->document != NULL)
    {
      guatu_store_verify (guatu_document_get_store (fixture->document), NULL, &error);
      g_assert_no_error (error);
      g_assert_finalize_object (fixture->document);
    }
  guatu_test_remove_dir (fixture->dir);
  g_free (fixture->path);
}

GuatuDocument *
document_fixture_open (const char *path)
{
  g_autoptr(GError) error = NULL;
  GuatuDocument *document = guatu_document_open (path, FALSE, &error);

  g_assert_no_error (error);
  return document;
}

void
document_fixture_restart (DocumentFixture *fixture)
{
  g_assert_finalize_object (fixture->document);
  fixture->document = document_fixture_open (fixture->path);
  guatu_document_set_author (fixture->document, "Wang");
  watch (fixture);
}

gint64
id_of (DocumentFixture *fixture, GuatuTable table, const char *name)
{
  const GuatuPlan *plan = guatu_document_get_plan (fixture->document);
  gint32 n = (gint32) guatu_plan_n_rows (plan, table);

  for (gint32 row = 0; row < n; row++)
    if (guatu_plan_id (plan, table, row) != 0 &&
        g_str_equal (guatu_plan_string (plan, table, row, (guint) guatu_field_find (table, "name")), name))
      return guatu_plan_id (plan, table, row);
  g_error ("there is no %s called %s", guatu_table_info (table)->name, name);
}

gint64
task_id (DocumentFixture *fixture, const char *name)
{
  return id_of (fixture, GUATU_TABLE_TASK, name);
}

gint32
task_row (DocumentFixture *fixture, const char *name)
{
  return guatu_plan_find (guatu_document_get_plan (fixture->document), GUATU_TABLE_TASK, task_id (fixture, name));
}

gint64
task_number (DocumentFixture *fixture, const char *name, guint field)
{
  return guatu_plan_task_number (guatu_document_get_plan (fixture->document), task_row (fixture, name), field);
}

gboolean
set_task (DocumentFixture *fixture, const char *name, guint field, GuatuValue value, GError **error)
{
  GuatuSetting setting = { field, value };

  return guatu_document_set (fixture->document, GUATU_TABLE_TASK, task_id (fixture, name), &setting, 1, error);
}

gboolean
set_plan (DocumentFixture *fixture, guint field, GuatuValue value, GError **error)
{
  GuatuSetting setting = { field, value };
  gint64 id = guatu_plan_settings (guatu_document_get_plan (fixture->document))->id;

  return guatu_document_set (fixture->document, GUATU_TABLE_PLAN, id, &setting, 1, error);
}

void
must_set_task (DocumentFixture *fixture, const char *name, guint field, GuatuValue value)
{
  g_autoptr(GError) error = NULL;

  set_task (fixture, name, field, value, &error);
  g_assert_no_error (error);
}

void
must_link (DocumentFixture *fixture, const char *predecessor, const char *successor)
{
  g_autoptr(GError) error = NULL;

  guatu_document_link (fixture->document, task_id (fixture, predecessor), task_id (fixture, successor), GUATU_LINK_FS,
                       GUATU_LAG_WORKING, 0, GUATU_UNIT_DAY, NULL, &error);
  g_assert_no_error (error);
}

gint64
must_add (DocumentFixture *fixture, GuatuTable table, const GuatuSetting *settings, guint n)
{
  g_autoptr(GError) error = NULL;
  gint64 id = 0;

  guatu_document_add (fixture->document, table, settings, n, &id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

/* Checks ------------------------------------------------------------------------------------------ */

static void
check_schedule (const GuatuPlan *plan, const GuatuSchedule *schedule, const GuatuPlan *loaded)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuSchedule) fresh = guatu_schedule_new (loaded, NULL, &error);
  gint32 n = (gint32) guatu_plan_n_rows (plan, GUATU_TABLE_TASK);

  g_assert_no_error (error);
  g_assert_cmpuint (schedule->n_tasks, ==, n);
  for (gint32 row = 0; row < n; row++)
    {
      gint64 id = guatu_plan_id (plan, GUATU_TABLE_TASK, row);
      gint32 other = guatu_plan_find (loaded, GUATU_TABLE_TASK, id);

      if (id == 0)
        continue;
      g_assert_cmpint (schedule->start[row], ==, fresh->start[other]);
      g_assert_cmpint (schedule->finish[row], ==, fresh->finish[other]);
    }
}

/* The outline that the file gives is the outline in memory. */
static void
check_outline (const GuatuPlan *plan, const GuatuPlan *loaded)
{
  guint n, n_loaded;
  const gint32 *outline = guatu_plan_outline (plan, &n);
  const gint32 *outline_loaded = guatu_plan_outline (loaded, &n_loaded);

  g_assert_cmpuint (n, ==, n_loaded);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (guatu_plan_id (plan, GUATU_TABLE_TASK, outline[i]), ==,
                     guatu_plan_id (loaded, GUATU_TABLE_TASK, outline_loaded[i]));
}

void
check_memory (GuatuDocument *document)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) loaded = guatu_store_load (guatu_document_get_store (document), NULL, &error);
  const GuatuPlan *plan = guatu_document_get_plan (document);

  g_assert_no_error (error);
  guatu_assert_same_plan (loaded, plan);
  check_outline (plan, loaded);
  check_schedule (plan, guatu_document_get_schedule (document), loaded);
}

gint64
head_of (GuatuDocument *document)
{
  g_autoptr(GError) error = NULL;
  gint64 seq = 0;

  guatu_store_head (guatu_document_get_store (document), &seq, NULL, &error);
  g_assert_no_error (error);
  return seq;
}
