/* fuzz-changeset.c — a changeset, as an entry of a file that somebody may have edited holds it. */
#include "fuzz-target.h"

#include "store-fixture.h"

/* Which plan the seeds change. */
#define BASE 7

/* Whether it fitted; then taking it back gives the plan as it was. */
static gboolean
try_on (const GuatuPlan *base, GBytes *changeset, GError **error)
{
  g_autoptr(GuatuPlan) plan = guatu_plan_copy (base);
  g_autoptr(GBytes) inverse = NULL;
  void *bytes = NULL;
  int size = 0;

  if (!guatu_changeset_apply (changeset, plan, error))
    {
      guatu_assert_same_plan (base, plan);
      return FALSE;
    }

  fuzz_look_at (plan);
  g_assert_cmpint (sqlite3changeset_invert ((int) g_bytes_get_size (changeset),
                                            (void *) g_bytes_get_data (changeset, NULL), &size, &bytes), ==, SQLITE_OK);
  inverse = g_bytes_new_with_free_func (bytes, (gsize) size, sqlite3_free, bytes);
  guatu_changeset_apply (inverse, plan, error);
  g_assert_no_error (*error);
  guatu_assert_same_plan (base, plan);
  return TRUE;
}

static void
try_and_check (const GuatuPlan *base, GBytes *changeset, gboolean sound)
{
  g_autoptr(GError) error = NULL;
  gboolean fitted = try_on (base, changeset, &error);

  fuzz_check_error (fitted, error);
  g_assert_true (sound || !fitted);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static GuatuPlan *base, *empty;
  g_autoptr(GBytes) changeset = g_bytes_new_static (data, size);
  g_autoptr(GError) error = NULL;
  gboolean sound;

  if (base == NULL)
    {
      base = fuzz_plan (BASE);
      empty = guatu_plan_new ();
      guatu_plan_settle (empty);
    }

  sound = guatu_changeset_check (data, size, &error);
  fuzz_check_error (sound, error);
  try_and_check (base, changeset, sound);
  try_and_check (empty, changeset, sound);
  return 0;
}

/* The first entry of a file, which makes all rows, and edits of many kinds that follow it. */
void
fuzz_make_seeds (void)
{
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *path = fuzz_scratch ("seed.guatu", NULL, 0);
      g_autofree char *name = g_strdup_printf ("edit-%02u", i);
      g_autoptr(GuatuPlan) plan = fuzz_plan (BASE);
      g_autoptr(GRand) rand = g_rand_new_with_seed (i);
      g_autoptr(GBytes) first = NULL;
      g_autoptr(GuatuStore) store = store_fixture_make (path, plan, &first);
      g_autoptr(GuatuEntry) entry = NULL;
      gint64 seq = store_fixture_edit (store, plan, rand);

      if (i == 0)
        fuzz_seed ("first", g_bytes_get_data (first, NULL), g_bytes_get_size (first));
      if (seq != 0)
        entry = guatu_store_find_entry (store, seq, NULL);
      if (entry != NULL)
        fuzz_seed (name, g_bytes_get_data (entry->changeset, NULL), g_bytes_get_size (entry->changeset));
    }
}
