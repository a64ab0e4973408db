/* test-backward-verb.c — planning backward as an edit: one entry, as previewed, taken back whole, or refused. */
#include "document-fixture.h"
#include "guatu-key-node-dates.h"
#include "random-verbs.h"

#include <json-glib/json-glib.h>

#include <string.h>

#define SEEDS 25

static GuatuInstant
at (const char *text)
{
  GuatuInstant t;

  g_assert_true (guatu_instant_parse (text, 0, &t));
  return t;
}

static char *
digest_of (DocumentFixture *fixture)
{
  return plan_digest (guatu_document_get_plan (fixture->document));
}

static char *
newest_title (DocumentFixture *fixture)
{
  g_autoptr(GuatuEntry) entry = guatu_store_find_entry (guatu_document_get_store (fixture->document),
                                                        head_of (fixture->document), NULL);

  g_assert_nonnull (entry);
  return guatu_entry_title (entry);
}

static void
check_same (const GuatuSchedule *a, const GuatuSchedule *b)
{
  g_assert_cmpuint (a->n_tasks, ==, b->n_tasks);
  g_assert_true (memcmp (a->start, b->start, a->n_tasks * sizeof *a->start) == 0);
  g_assert_true (memcmp (a->finish, b->finish, a->n_tasks * sizeof *a->finish) == 0);
}

/* Survey and Design take 15 days, Bridge 34, Road 20: all are to be done for the opening on Fri 2024-06-28. */
static void
one_entry (DocumentFixture *fixture, gconstpointer data)
{
  GuatuInstant finish = at ("2024-06-28 17:00");
  gint64 opening = task_id (fixture, "Opening"), head = head_of (fixture->document);
  g_autofree char *before = digest_of (fixture), *title = NULL, *after = NULL;
  g_autoptr(GuatuBackwardPlan) preview = NULL;
  g_autoptr(GError) error = NULL;

  preview = guatu_document_what_if_backward (fixture->document, opening, finish, GUATU_NONE, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (head_of (fixture->document), ==, head);
  g_assert_true (guatu_document_plan_backward (fixture->document, opening, finish, GUATU_NONE, FALSE, NULL, &error));
  g_assert_no_error (error);

  check_same (preview->schedule, guatu_document_get_schedule (fixture->document));
  g_assert_cmpint (guatu_document_get_schedule (fixture->document)->finish[task_row (fixture, "Opening")], ==, finish);
  g_assert_cmpint (guatu_document_get_schedule (fixture->document)->start[task_row (fixture, "Road")], ==,
                   at ("2024-06-03 08:00"));
  g_assert_cmpint (guatu_document_get_schedule (fixture->document)->start[task_row (fixture, "Survey")], ==,
                   at ("2024-04-23 08:00"));
  g_assert_cmpint (task_number (fixture, "Opening", GUATU_TASK_DEADLINE), ==, finish);
  g_assert_cmpint (head_of (fixture->document), ==, head + 1);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  title = newest_title (fixture);
  g_assert_cmpstr (title, ==, "Plan “Opening” backward");
  check_memory (fixture->document);

  g_assert_true (guatu_document_undo (fixture->document, NULL, &error));
  after = digest_of (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* However many starts it moves, memory follows what it writes a few times, not once for each, and the entry tells the
 * first of them. */
static void
many (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  g_autofree char *path = g_build_filename (fixture->dir, "many.guatu", NULL), *before = NULL, *after = NULL;
  g_autoptr(GuatuDocument) document = NULL;
  g_autoptr(GuatuEntry) entry = NULL;
  g_autoptr(JsonNode) told = NULL;
  g_autoptr(GError) error = NULL;
  JsonArray *steps;
  gint64 head;
  guint n_moved = 0;

  for (guint i = 0; i < 3000; i++)
    guatu_test_add_task (plan, -1, "Task", i % 2 == 0 ? "5d" : "3d");
  guatu_plan_settle (plan);
  document = guatu_document_create (path, plan, NULL, "create", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  before = plan_digest (guatu_document_get_plan (document));
  guatu_store_head (guatu_document_get_store (document), &head, NULL, NULL);

  g_assert_true (guatu_document_plan_backward (document, 0, at ("2024-06-28 17:00"), GUATU_NONE, FALSE, NULL, &error));
  g_assert_no_error (error);
  check_memory (document);
  for (gint32 task = 0; task < 3000; task++)
    n_moved += guatu_document_get_schedule (document)->finish[task] == at ("2024-06-28 17:00");
  g_assert_cmpuint (n_moved, ==, 3000);
  entry = guatu_store_find_entry (guatu_document_get_store (document), head + 1, NULL);
  g_assert_nonnull (entry);
  told = json_from_string (entry->arguments, NULL);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (told), "n"), ==, 3000);
  steps = json_object_get_array_member (json_node_get_object (told), "steps");
  g_assert_cmpuint (json_array_get_length (steps), ==, 50);

  g_assert_true (guatu_document_undo (document, NULL, &error));
  after = plan_digest (guatu_document_get_plan (document));
  g_assert_cmpstr (after, ==, before);
}

/* The plan's target is what the whole plan is reckoned from. */
static void
whole_plan (DocumentFixture *fixture, gconstpointer data)
{
  GuatuInstant finish = at ("2024-06-28 17:00");
  g_autofree char *title = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (guatu_document_plan_backward (fixture->document, 0, finish, GUATU_NONE, FALSE, NULL, &error));
  g_assert_cmpint (guatu_plan_settings (guatu_document_get_plan (fixture->document))->finish_target, ==, finish);
  g_assert_cmpint (guatu_document_get_schedule (fixture->document)->plan_finish, ==, finish);
  g_assert_cmpint (guatu_backward_usual_finish (guatu_document_get_plan (fixture->document),
                                                guatu_document_get_schedule (fixture->document), -1), ==, finish);
  title = newest_title (fixture);
  g_assert_true (g_str_has_prefix (title, "Plan "));
  check_memory (fixture->document);
}

/* Bridge ends 49 working days after the start, on Thu 2024-05-09; on Fri 04-26 nine of them are lacking. */
static void
refused (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gboolean done = guatu_document_plan_backward (fixture->document, task_id (fixture, "Opening"),
                                                at ("2024-04-26 17:00"), GUATU_NONE, FALSE, NULL, &error);

  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "9 d", "later finish");
  done = guatu_document_plan_backward (fixture->document, 12345, at ("2024-06-28 17:00"), GUATU_NONE, FALSE, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_NOT_FOUND, "");
}

/* Build takes from Bridge's start to its finish: its key nodes come at thirds of that span, once, and go with the edit. */
static void
key_nodes_at_thirds (DocumentFixture *fixture, gconstpointer data)
{
  gint64 build = task_id (fixture, "Build"), head = head_of (fixture->document);
  g_autoptr(GArray) thirds = guatu_key_node_shares ("1/3, 2/3", NULL);
  g_autofree char *before = digest_of (fixture), *after = NULL;
  g_autoptr(GError) error = NULL;
  const GuatuKeyNode *nodes;

  g_assert_true (guatu_document_plan_backward (fixture->document, build, at ("2024-06-28 17:00"), GUATU_NONE, FALSE, thirds,
                                               &error));
  g_assert_no_error (error);
  g_assert_cmpint (head_of (fixture->document), ==, head + 1);
  nodes = guatu_plan_rows (guatu_document_get_plan (fixture->document), GUATU_TABLE_KEY_NODE);
  g_assert_cmpuint (guatu_plan_n_live (guatu_document_get_plan (fixture->document), GUATU_TABLE_KEY_NODE), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpint (nodes[i].task, ==, task_row (fixture, "Build"));
      g_assert_cmpint (nodes[i].share, ==, i == 0 ? 3333 : 6667);
      g_assert_cmpint (nodes[i].date, ==, GUATU_NONE);
    }

  g_assert_true (guatu_document_plan_backward (fixture->document, build, at ("2024-07-05 17:00"), GUATU_NONE, FALSE, thirds,
                                               &error));
  g_assert_cmpuint (guatu_plan_n_live (guatu_document_get_plan (fixture->document), GUATU_TABLE_KEY_NODE), ==, 2);
  g_assert_true (guatu_document_undo (fixture->document, NULL, &error));
  g_assert_true (guatu_document_undo (fixture->document, NULL, &error));
  after = digest_of (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* The whole plan is no task, and what cannot be met gets none either. */
static void
no_key_nodes (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GArray) thirds = guatu_key_node_shares ("1/3, 2/3", NULL);
  g_autoptr(GError) error = NULL;
  gboolean done = guatu_document_plan_backward (fixture->document, 0, at ("2024-06-28 17:00"), GUATU_NONE, FALSE, thirds,
                                                &error);

  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "Key nodes");
  done = guatu_document_plan_backward (fixture->document, task_id (fixture, "Opening"), at ("2024-04-26 17:00"), GUATU_NONE,
                                       FALSE, thirds, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "9 d");
  g_assert_cmpuint (guatu_plan_n_live (guatu_document_get_plan (fixture->document), GUATU_TABLE_KEY_NODE), ==, 0);
}

/* Of plans at random: as previewed, to the second; begun tasks stay; undo brings back what was. */
static void
at_random (DocumentFixture *fixture, gconstpointer data)
{
  guint n_done = 0;

  for (guint seed = 1; seed <= SEEDS; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(GError) error = NULL;
      g_autoptr(GuatuBackwardPlan) preview = NULL;
      g_autofree char *before = NULL, *after = NULL;
      GuatuInstant finish;
      gint64 head;

      for (guint i = 0; i < 12; i++)
        {
          g_autoptr(GError) refusal = NULL;

          random_verb (fixture->document, rand, FALSE, &refusal);
        }
      before = digest_of (fixture);
      head = head_of (fixture->document);
      finish = guatu_document_get_schedule (fixture->document)->plan_finish
               + (gint64) g_rand_int_range (rand, 0, 90) * GUATU_DAY;
      preview = guatu_document_what_if_backward (fixture->document, 0, finish, GUATU_NONE, seed % 2 == 0, &error);
      if (preview == NULL || preview->lacking > 0)
        continue;
      g_assert_true (guatu_document_plan_backward (fixture->document, 0, finish, GUATU_NONE, seed % 2 == 0, NULL,
                                                   &error));
      g_assert_no_error (error);
      check_same (preview->schedule, guatu_document_get_schedule (fixture->document));
      check_memory (fixture->document);
      g_assert_cmpint (head_of (fixture->document), <=, head + 1);
      n_done++;
      if (head_of (fixture->document) == head)
        continue;
      g_assert_true (guatu_document_undo (fixture->document, NULL, &error));
      after = digest_of (fixture);
      g_assert_cmpstr (after, ==, before);
    }

  g_assert_cmpuint (n_done, >, SEEDS / 3);
}

int
main (int argc, char *argv[])
{
  document_fixture_in_memory ();
  g_test_init (&argc, &argv, NULL);

  add_document_test ("/backward/one-entry-as-previewed", one_entry);
  add_document_test ("/backward/many-starts-at-once", many);
  add_document_test ("/backward/the-whole-plan", whole_plan);
  add_document_test ("/backward/what-does-not-fit-is-refused", refused);
  add_document_test ("/backward/key-nodes-come-at-thirds-of-the-span", key_nodes_at_thirds);
  add_document_test ("/backward/no-key-nodes-for-the-plan-nor-for-what-is-refused", no_key_nodes);
  add_document_test ("/backward/at-random", at_random);

  return g_test_run ();
}
