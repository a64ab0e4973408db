/* test-row-model.c — the list of rows against a fresh one, whatever is edited, folded, sorted and selected. */
#include "document-fixture.h"
#include "guatu-row-model.h"

#include <string.h>

#define N_EDITS 300

/* A list as those see it who only listen. */
typedef struct
{
  GuatuBattleView *view;
  GuatuRowModel   *model;
  GPtrArray       *seen;        /* row objects, held */
  guint            n_told;
  guint            last_removed;
  guint            last_added;
  guint            n_changed;
} Listener;

static void
items_changed_cb (GListModel *model, guint place, guint removed, guint added, Listener *self)
{
  self->n_told++;
  self->last_removed = removed;
  self->last_added = added;
  g_assert_cmpuint (place + removed, <=, self->seen->len);
  if (removed > 0)
    g_ptr_array_remove_range (self->seen, place, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (self->seen, (int) (place + i), g_list_model_get_item (model, place + i));
}

static void
listen (Listener *self, GuatuDocument *document)
{
  memset (self, 0, sizeof *self);
  self->view = guatu_battle_view_new (document);
  self->model = guatu_row_model_new (self->view, FALSE);
  self->seen = g_ptr_array_new_with_free_func (g_object_unref);
  items_changed_cb (G_LIST_MODEL (self->model), 0, 0, g_list_model_get_n_items (G_LIST_MODEL (self->model)), self);
  g_signal_connect (self->model, "items-changed", G_CALLBACK (items_changed_cb), self);
}

/* What was told is what a new list says. */
static void
check (Listener *self)
{
  g_autoptr(GuatuRowModel) fresh = guatu_row_model_new (self->view, FALSE);

  g_assert_cmpuint (self->seen->len, ==, g_list_model_get_n_items (G_LIST_MODEL (fresh)));
  for (guint i = 0; i < self->seen->len; i++)
    {
      g_autoptr(GuatuTaskRow) now = g_list_model_get_item (G_LIST_MODEL (self->model), i);

      g_assert_true (self->seen->pdata[i] == (gpointer) now);
      g_assert_cmpint (guatu_task_row_get_key (now), ==, guatu_row_model_get_key (fresh, i));
      g_assert_cmpuint (guatu_task_row_get_place (now), ==, i);
      g_assert_cmpint (guatu_row_model_find (self->model, guatu_task_row_get_key (now)), ==, i);
    }
}

static void
leave (Listener *self)
{
  g_ptr_array_unref (self->seen);
  g_assert_finalize_object (self->model);
  g_assert_finalize_object (self->view);
}

static gint64
random_task (DocumentFixture *fixture, GRand *rand)
{
  const GuatuPlan *plan = guatu_document_get_plan (fixture->document);
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  return n == 0 ? 0 : guatu_plan_id (plan, GUATU_TABLE_TASK, outline[g_rand_int_range (rand, 0, (gint32) n)]);
}

static void
edit (DocumentFixture *fixture, Listener *listener, GRand *rand)
{
  GuatuDocument *document = fixture->document;
  gint64 task = random_task (fixture, rand), other = random_task (fixture, rand);
  GuatuSetting settings[] = { { GUATU_TASK_NAME, GUATU_TEXT ("New") }, { GUATU_TASK_PARENT, GUATU_INTEGER (task) } };
  GuatuRowsQuery query = *guatu_battle_view_get_query (listener->view);
  const GuatuRows *rows = guatu_battle_view_get_rows (listener->view);

  switch (g_rand_int_range (rand, 0, 9))
    {
    case 0:
    case 1:
      guatu_document_add (document, GUATU_TABLE_TASK, settings, task != 0 && g_rand_boolean (rand) ? 2 : 1, NULL, NULL);
      break;
    case 2:
      guatu_document_remove (document, GUATU_TABLE_TASK, task, NULL);
      break;
    case 3:
    case 4:
      guatu_document_move_task (document, task, other, 0, NULL);
      break;
    case 5:
      query.sort = (GuatuSort) g_rand_int_range (rand, 0, GUATU_N_SORTS);
      query.descending = g_rand_boolean (rand);
      guatu_battle_view_set_query (listener->view, &query);
      break;
    case 6:
      query.grouping = (GuatuGrouping) g_rand_int_range (rand, 0, GUATU_N_GROUPINGS);
      guatu_battle_view_set_query (listener->view, &query);
      break;
    case 7:
      guatu_document_undo (document, NULL, NULL);
      break;
    default:
      if (rows->n > 0)
        guatu_battle_view_toggle (listener->view, (guint) g_rand_int_range (rand, 0, (gint32) rows->n));
      break;
    }
}

static void
random_edits (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20220926);
  Listener listener;

  listen (&listener, fixture->document);
  for (guint i = 0; i < N_EDITS; i++)
    {
      edit (fixture, &listener, rand);
      check (&listener);
    }
  g_assert_cmpuint (listener.n_told, >, N_EDITS / 4);
  leave (&listener);
}

static void
small_steps (DocumentFixture *fixture, gconstpointer data)
{
  GuatuTaskRow *bridge;
  Listener listener;

  listen (&listener, fixture->document);
  bridge = listener.seen->pdata[4];
  g_assert_cmpint (guatu_task_row_get_task (bridge), ==, task_id (fixture, "Bridge"));

  /* Folding "Prepare" takes its two children away and nothing else; the row of the bridge is the same. */
  guatu_battle_view_toggle (listener.view, 0);
  g_assert_cmpuint (listener.last_removed, ==, 2);
  g_assert_cmpuint (listener.last_added, ==, 0);
  g_assert_true (listener.seen->pdata[2] == (gpointer) bridge);
  g_assert_cmpuint (guatu_task_row_get_place (bridge), ==, 2);
  guatu_battle_view_toggle (listener.view, 0);
  g_assert_cmpuint (listener.last_removed, ==, 0);
  g_assert_cmpuint (listener.last_added, ==, 2);
  check (&listener);
  leave (&listener);
}

static void
count_cb (GuatuTaskRow *row, guint *n)
{
  (*n)++;
}

static void
in_place (DocumentFixture *fixture, gconstpointer data)
{
  Listener listener;
  guint n = 0, told;

  listen (&listener, fixture->document);
  told = listener.n_told;
  g_signal_connect (listener.seen->pdata[4], "changed", G_CALLBACK (count_cb), &n);
  must_set_task (fixture, "Bridge", GUATU_TASK_NAME, GUATU_TEXT ("Bridge over the canal"));
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (listener.n_told, ==, told);
  leave (&listener);
}

static void
selection (DocumentFixture *fixture, gconstpointer data)
{
  gint64 tasks[2] = { task_id (fixture, "Bridge"), task_id (fixture, "Road") };
  g_autoptr(GtkBitset) all = NULL;
  Listener listener;

  listen (&listener, fixture->document);
  guatu_battle_view_select (listener.view, tasks, 2);
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (listener.model), 4));
  g_assert_false (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (listener.model), 3));
  all = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (listener.model));
  g_assert_cmpuint (gtk_bitset_get_size (all), ==, 2);

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (listener.model), 0, FALSE);
  g_assert_cmpuint (guatu_battle_view_n_selected (listener.view), ==, 3);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (listener.model), 6, TRUE);
  g_assert_cmpuint (guatu_battle_view_n_selected (listener.view), ==, 1);
  g_assert_true (guatu_battle_view_is_selected (listener.view, task_id (fixture, "Opening")));
  leave (&listener);
}

static void
new_row (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GuatuBattleView) view = guatu_battle_view_new (fixture->document);
  g_autoptr(GuatuRowModel) model = guatu_row_model_new (view, TRUE);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 8);
  g_assert_cmpint (guatu_row_model_get_key (model, 7), ==, GUATU_NEW_ROW_KEY);
  g_assert_cmpint (guatu_row_model_find (model, GUATU_NEW_ROW_KEY), ==, 7);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (model), 7, TRUE);
  g_assert_cmpuint (guatu_battle_view_n_selected (view), ==, 0);
}

int
main (int argc, char **argv)
{
  document_fixture_in_memory ();
  g_test_init (&argc, &argv, NULL);
  guatu_test_fix_ids ();

  add_document_test ("/row-model/after any edit listeners know what a fresh list says", random_edits);
  add_document_test ("/row-model/folding takes rows away and leaves the others as they are", small_steps);
  add_document_test ("/row-model/a changed field is told by the row alone", in_place);
  add_document_test ("/row-model/the selection is the battle view's, both ways", selection);
  add_document_test ("/row-model/the line for new tasks is last and never selected", new_row);

  return g_test_run ();
}
