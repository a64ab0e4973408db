/* store-fixture.h — what the tests of the store share: a file with a plan in it, and edits at random. */
#pragma once

#include "guatu-store-private.h"
#include "guatu-test.h"

G_BEGIN_DECLS

typedef struct
{
  char  *dir;
  char  *path;                  /* of a file in it that is not there yet */
  GRand *rand;                  /* the same numbers each time */
} StoreFixture;

void        store_fixture_set_up    (StoreFixture     *fixture,
                                     gconstpointer     data);
void        store_fixture_tear_down (StoreFixture     *fixture,
                                     gconstpointer     data);

#define store_test(path, func) \
  g_test_add ((path), StoreFixture, NULL, store_fixture_set_up, (func), store_fixture_tear_down)

/* Makes the file, with all rows of @plan in its first entry. */
GuatuStore *store_fixture_make      (const char       *path,
                                     const GuatuPlan  *plan,
                                     GBytes          **changeset);

GuatuStore *store_fixture_open      (const char       *path);
GuatuPlan  *store_fixture_load      (GuatuStore       *store);

/* One edit at random, committed and taken over into @plan. Returns its number; 0 if it changed nothing. */
gint64      store_fixture_edit      (GuatuStore       *store,
                                     GuatuPlan        *plan,
                                     GRand            *rand);

/* Writes an edit at random, without committing it. */
gboolean    store_fixture_write     (GuatuStore       *store,
                                     const GuatuPlan  *plan,
                                     GRand            *rand,
                                     GError          **error);

/* Undo and redo as a document does them. 0 if there is nothing to take back or do again. */
gint64      store_fixture_undo      (GuatuStore       *store,
                                     GuatuPlan        *plan);
gint64      store_fixture_redo      (GuatuStore       *store,
                                     GuatuPlan        *plan);

void        store_fixture_verify    (GuatuStore       *store);

/* Runs SQL on a file past the store. */
void        store_fixture_sql       (const char       *path,
                                     const char       *sql);

/* All bytes of a file. No store may have it open. */
GBytes     *store_fixture_bytes     (const char       *path);

G_END_DECLS
