/* test-many.c — verbs on many tasks at once: one entry, one step back, all of them or none. */
#include "document-fixture.h"
#include "random-verbs.h"

#define DAYS(n) ((n) * 8 * GUATU_HOUR)

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

  return guatu_entry_title (entry);
}

/* One entry with @title that @before's verb has made, and undo takes all of it back. */
static void
check_one_step (DocumentFixture *fixture, gint64 head, const char *title, const char *before)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *told = newest_title (fixture);
  g_autofree char *undone = NULL;

  g_assert_cmpint (head_of (fixture->document), ==, head + 1);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpstr (told, ==, title);
  check_memory (fixture->document);
  g_assert_true (guatu_document_undo (fixture->document, NULL, &error));
  g_assert_no_error (error);
  undone = digest_of (fixture);
  g_assert_cmpstr (undone, ==, before);
}

static void
tasks_are_set_in_one_entry (DocumentFixture *fixture, gconstpointer data)
{
  const GuatuSetting long_one = { GUATU_TASK_DURATION, GUATU_INTEGER (DAYS (7)) };
  const GuatuSetting note = { GUATU_TASK_NOTE, GUATU_TEXT ("Mind the canal") };
  const GuatuTaskSettings tasks[] = {
    { task_id (fixture, "Survey"), &long_one, 1 },
    { task_id (fixture, "Road"), NULL, 0 },
    { task_id (fixture, "Bridge"), &note, 1 },
  };
  g_autoptr(GError) error = NULL;
  g_autofree char *before = digest_of (fixture);
  gint64 head = head_of (fixture->document);

  g_assert_true (guatu_document_set_tasks (fixture->document, "tasks-change", tasks, G_N_ELEMENTS (tasks), &error));
  g_assert_no_error (error);
  g_assert_cmpint (task_number (fixture, "Survey", GUATU_TASK_DURATION), ==, DAYS (7));
  check_one_step (fixture, head, "Change 2 tasks", before);
}

static void
one_task_that_is_refused_stops_them_all (DocumentFixture *fixture, gconstpointer data)
{
  const GuatuSetting longer = { GUATU_TASK_DURATION, GUATU_INTEGER (DAYS (7)) };
  const GuatuTaskSettings tasks[] = { { task_id (fixture, "Survey"), &longer, 1 },
                                      { task_id (fixture, "Build"), &longer, 1 } };
  const GuatuTaskShare shares[] = { { task_id (fixture, "Survey"), 5000 }, { 424242, 5000 } };
  g_autoptr(GError) error = NULL;
  gint64 head = head_of (fixture->document);

  assert_refused (fixture, guatu_document_set_tasks (fixture->document, "tasks-change", tasks, 2, &error), error,
                  GUATU_DOCUMENT_ERROR_INVALID, "Build");
  assert_refused (fixture, guatu_document_report_tasks (fixture->document, shares, 2, guatu_test_at ("2024-03-05 17:00"),
                                                        &error), error, GUATU_DOCUMENT_ERROR_NOT_FOUND, "424242");
  g_assert_cmpint (task_number (fixture, "Survey", GUATU_TASK_DURATION), ==, DAYS (5));
  g_assert_cmpint (head_of (fixture->document), ==, head);
}

/* Each is reported as if it were the only one: the first report moves nothing under the second. */
static void
reports_find_the_plan_as_it_was (DocumentFixture *fixture, gconstpointer data)
{
  const GuatuTaskShare shares[] = { { task_id (fixture, "Survey"), 2000 }, { task_id (fixture, "Design"), 5000 } };
  GuatuInstant design = guatu_document_get_schedule (fixture->document)->start[task_row (fixture, "Design")];
  g_autoptr(GError) error = NULL;
  g_autofree char *before = digest_of (fixture);
  gint64 head = head_of (fixture->document);

  g_assert_true (guatu_document_report_tasks (fixture->document, shares, 2, guatu_test_at ("2024-03-15 17:00"), &error));
  g_assert_no_error (error);
  g_assert_cmpint (task_number (fixture, "Design", GUATU_TASK_ACTUAL_START), ==, design);
  g_assert_cmpint (task_number (fixture, "Survey", GUATU_TASK_REMAINING), ==, DAYS (4));
  check_one_step (fixture, head, "Report 2 tasks", before);
}

static void
a_chain_is_linked_or_left (DocumentFixture *fixture, gconstpointer data)
{
  const gint64 chain[] = { task_id (fixture, "Survey"), task_id (fixture, "Design"), task_id (fixture, "Road"),
                           task_id (fixture, "Bridge") };
  const gint64 ring[] = { task_id (fixture, "Road"), task_id (fixture, "Bridge"), task_id (fixture, "Survey") };
  const GuatuPlan *plan = guatu_document_get_plan (fixture->document);
  guint n_links = guatu_plan_n_live (plan, GUATU_TABLE_LINK);
  g_autoptr(GError) error = NULL;
  g_autofree char *before = digest_of (fixture);
  gint64 head = head_of (fixture->document);

  assert_refused (fixture, guatu_document_link_chain (fixture->document, ring, 3, &error), error,
                  GUATU_DOCUMENT_ERROR_CYCLE, "Bridge", "Survey");
  g_assert_cmpint (head_of (fixture->document), ==, head);

  /* Survey and Design are linked already. */
  g_assert_true (guatu_document_link_chain (fixture->document, chain, 4, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (guatu_plan_n_live (plan, GUATU_TABLE_LINK), ==, n_links + 2);
  check_one_step (fixture, head, "Link 4 tasks in a chain", before);
}

static void
one_link_of_a_chain_says_which (DocumentFixture *fixture, gconstpointer data)
{
  const gint64 pair[] = { task_id (fixture, "Survey"), task_id (fixture, "Road") };
  g_autoptr(GError) error = NULL;
  g_autofree char *title = NULL;

  g_assert_true (guatu_document_link_chain (fixture->document, pair, 2, &error));
  title = newest_title (fixture);
  g_assert_cmpstr (title, ==, "Link “Survey” to “Road” (FS)");
}

/* Moving ------------------------------------------------------------------------------------------- */

#define N_CHILDREN 12

/* The names of the children of a task, in order. */
static char *
children_of (GuatuDocument *document, const char *parent)
{
  const GuatuPlan *plan = guatu_document_get_plan (document);
  GString *names = g_string_new (NULL);
  gint32 row = guatu_plan_first_task (plan);

  while (row >= 0 && !g_str_equal (guatu_plan_task_name (plan, row), parent))
    row = guatu_plan_task (plan, row)->next_sibling;
  g_assert_cmpint (row, >=, 0);
  for (row = guatu_plan_task (plan, row)->first_child; row >= 0; row = guatu_plan_task (plan, row)->next_sibling)
    g_string_append (names, guatu_plan_task_name (plan, row));

  return g_string_free (names, FALSE);
}

/* Children a to l of one task, whose positions leave room for others, or none. */
static gint64
add_children (DocumentFixture *fixture, gboolean room, gint64 *ids)
{
  GuatuSetting named = { GUATU_TASK_NAME, GUATU_TEXT ("Letters") };
  gint64 parent = must_add (fixture, GUATU_TABLE_TASK, &named, 1);

  for (guint i = 0; i < N_CHILDREN; i++)
    {
      const char name[] = { (char) ('a' + i), '\0' };
      const GuatuSetting settings[] = {
        { GUATU_TASK_NAME, GUATU_TEXT (name) },
        { GUATU_TASK_PARENT, GUATU_INTEGER (parent) },
        { GUATU_TASK_POSITION, GUATU_INTEGER (room ? (i + 1) * 1000 : i + 1) },
      };

      ids[i] = must_add (fixture, GUATU_TABLE_TASK, settings, G_N_ELEMENTS (settings));
    }
  fixture->n_changed = 0;
  return parent;
}

static void
check_blocks (DocumentFixture *fixture, gboolean room)
{
  gint64 ids[N_CHILDREN], parent = add_children (fixture, room, ids);
  const GuatuBlock blocks[] = {
    { &ids[4], 2, parent, ids[1] },         /* e f before b */
    { &ids[1], 1, parent, 0 },              /* b to the end */
    { &ids[8], 1, parent, ids[4] },         /* i before e, which goes: before g */
    { &ids[10], 1, parent, ids[0] },        /* k before a */
    { &ids[2], 1, task_id (fixture, "Build"), task_id (fixture, "Road") },
  };
  g_autoptr(GError) error = NULL;
  g_autofree char *before = digest_of (fixture);
  g_autofree char *children = NULL;
  g_autofree char *others = NULL;
  gint64 head = head_of (fixture->document);

  g_assert_true (guatu_document_move_blocks (fixture->document, "tasks-move", blocks, G_N_ELEMENTS (blocks), &error));
  g_assert_no_error (error);
  children = children_of (fixture->document, "Letters");
  g_assert_cmpstr (children, ==, "kaefdighjlb");
  others = children_of (fixture->document, "Build");
  g_assert_cmpstr (others, ==, "BridgecRoad");
  check_one_step (fixture, head, "Move 6 tasks", before);
}

static void
blocks_move_to_many_places (DocumentFixture *fixture, gconstpointer data)
{
  check_blocks (fixture, TRUE);
}

static void
siblings_make_room_for_blocks (DocumentFixture *fixture, gconstpointer data)
{
  check_blocks (fixture, FALSE);
}

static void
blocks_meet_in_their_order (DocumentFixture *fixture, gconstpointer data)
{
  gint64 ids[N_CHILDREN], parent = add_children (fixture, TRUE, ids);
  const GuatuBlock blocks[] = { { &ids[7], 2, parent, ids[0] }, { &ids[5], 1, parent, ids[0] } };
  g_autoptr(GError) error = NULL;
  g_autofree char *children = NULL;

  g_assert_true (guatu_document_move_blocks (fixture->document, "tasks-move", blocks, G_N_ELEMENTS (blocks), &error));
  g_assert_no_error (error);
  children = children_of (fixture->document, "Letters");
  g_assert_cmpstr (children, ==, "hifabcdegjkl");
  check_memory (fixture->document);
}

int
main (int argc, char **argv)
{
  document_fixture_in_memory ();
  g_test_init (&argc, &argv, NULL);

  add_document_test ("/many/tasks-are-set-in-one-entry", tasks_are_set_in_one_entry);
  add_document_test ("/many/one-task-that-is-refused-stops-them-all", one_task_that_is_refused_stops_them_all);
  add_document_test ("/many/reports-find-the-plan-as-it-was", reports_find_the_plan_as_it_was);
  add_document_test ("/many/a-chain-is-linked-or-left", a_chain_is_linked_or_left);
  add_document_test ("/many/one-link-of-a-chain-says-which", one_link_of_a_chain_says_which);
  add_document_test ("/many/blocks-move-to-many-places", blocks_move_to_many_places);
  add_document_test ("/many/siblings-make-room-for-blocks", siblings_make_room_for_blocks);
  add_document_test ("/many/blocks-meet-in-their-order", blocks_meet_in_their_order);

  return g_test_run ();
}
