/* test-ring.c — rows go into the file, come back from it, and reach memory through the changeset. */
#include "fault-vfs.h"
#include "store-fixture.h"

#include <glib/gstdio.h>

static void
test_comes_back (StoreFixture  *f,
                 gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) plan = guatu_test_random_plan (f->rand, 300);
  g_autoptr(GuatuPlan) loaded = NULL;
  g_autoptr(GuatuStore) store = store_fixture_make (f->path, plan, NULL);
  gint64 seq;

  g_clear_pointer (&store, guatu_store_close);
  store = store_fixture_open (f->path);
  g_assert_null (guatu_store_read_only_reason (store));
  loaded = guatu_store_load (store, &seq, &error);
  g_assert_no_error (error);
  g_assert_cmpint (seq, ==, 1);
  guatu_assert_same_plan (plan, loaded);
}

static void
test_first_changeset (StoreFixture  *f,
                      gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) plan = guatu_test_random_plan (f->rand, 300);
  g_autoptr(GuatuPlan) other = guatu_plan_new ();
  g_autoptr(GBytes) changeset = NULL;
  g_autoptr(GuatuStore) store = store_fixture_make (f->path, plan, &changeset);

  g_assert_true (guatu_changeset_apply (changeset, other, &error));
  g_assert_no_error (error);
  guatu_assert_same_plan (plan, other);
}

static void
test_memory_follows (StoreFixture  *f,
                     gconstpointer  data)
{
  g_autoptr(GuatuPlan) plan = guatu_test_random_plan (f->rand, 60);
  g_autoptr(GuatuStore) store = store_fixture_make (f->path, plan, NULL);

  for (guint i = 0; i < 120; i++)
    {
      g_autoptr(GuatuPlan) loaded = NULL;

      store_fixture_edit (store, plan, f->rand);
      loaded = store_fixture_load (store);
      guatu_assert_same_plan (loaded, plan);
    }
  store_fixture_verify (store);
}

static void
test_undo_and_redo (StoreFixture  *f,
                    gconstpointer  data)
{
  g_autoptr(GuatuPlan) plan = guatu_test_random_plan (f->rand, 40);
  g_autoptr(GuatuPlan) start = guatu_plan_copy (plan);
  g_autoptr(GuatuPlan) end = NULL;
  g_autoptr(GuatuStore) store = store_fixture_make (f->path, plan, NULL);
  guint edits = 0, undone = 0, redone = 0;

  for (guint i = 0; i < 100; i++)
    edits += store_fixture_edit (store, plan, f->rand) != 0;
  end = guatu_plan_copy (plan);

  while (store_fixture_undo (store, plan) != 0)
    undone++;
  g_assert_cmpuint (undone, ==, edits);
  guatu_plan_settle (start);
  guatu_assert_same_plan (start, plan);
  store_fixture_verify (store);

  /* A restart does not forget what can be done again. */
  g_clear_pointer (&store, guatu_store_close);
  store = store_fixture_open (f->path);
  while (store_fixture_redo (store, plan) != 0)
    redone++;
  g_assert_cmpuint (redone, ==, edits);
  guatu_plan_settle (end);
  guatu_assert_same_plan (end, plan);
  store_fixture_verify (store);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();

  store_test ("/store/a-plan-comes-back-from-its-file-as-it-was-written", test_comes_back);
  store_test ("/store/the-first-changeset-makes-the-same-plan-in-memory", test_first_changeset);
  store_test ("/store/memory-that-takes-each-changeset-equals-the-file", test_memory_follows);
  store_test ("/store/undo-of-everything-gives-the-start-and-redo-the-end", test_undo_and_redo);

  return g_test_run ();
}
