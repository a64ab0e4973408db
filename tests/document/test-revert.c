/* test-revert.c — going back to any point of the journal: the whole plan as it was then, in one entry. */
#include "document-fixture.h"
#include "random-verbs.h"

#include <string.h>

static GuatuPlan *
snapshot (DocumentFixture *fixture)
{
  return guatu_plan_copy (guatu_document_get_plan (fixture->document));
}

static void
must_revert (DocumentFixture *fixture, gint64 seq)
{
  g_autoptr(GError) error = NULL;

  guatu_document_revert (fixture->document, seq, &error);
  g_assert_no_error (error);
  check_memory (fixture->document);
  guatu_store_verify (guatu_document_get_store (fixture->document), NULL, &error);
  g_assert_no_error (error);
}

static void
must_undo (DocumentFixture *fixture, const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *title = NULL;

  guatu_document_undo (fixture->document, &title, &error);
  g_assert_no_error (error);
  if (expected != NULL)
    g_assert_cmpstr (title, ==, expected);
}

static char *
title_of (GuatuDocument *document, gint64 seq)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuEntry) entry = guatu_store_find_entry (guatu_document_get_store (document), seq, &error);

  g_assert_no_error (error);
  return guatu_entry_title (entry);
}

static void
one_entry (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GuatuPlan) then = NULL;
  g_autoptr(GuatuPlan) now = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *title = NULL;
  guint n_changed;
  gint64 point;

  must_set_task (fixture, "Road", GUATU_TASK_NOTE, GUATU_TEXT ("one"));
  point = head_of (fixture->document);
  then = snapshot (fixture);
  must_set_task (fixture, "Road", GUATU_TASK_NOTE, GUATU_TEXT ("two"));
  must_link (fixture, "Survey", "Road");
  g_assert_true (guatu_document_remove (fixture->document, GUATU_TABLE_TASK, task_id (fixture, "Build"), &error));
  now = snapshot (fixture);

  n_changed = fixture->n_changed;
  must_revert (fixture, point);
  g_assert_cmpint (head_of (fixture->document), ==, point + 4);
  g_assert_cmpuint (fixture->n_changed, ==, n_changed + 1);
  guatu_assert_same_plan (then, guatu_document_get_plan (fixture->document));
  title = title_of (fixture->document, point + 4);
  g_assert_true (g_regex_match_simple ("^Revert to [A-Z][a-z]{2} \\d+, 20\\d\\d, \\d\\d:\\d\\d, ", title, 0, 0));
  g_assert_true (g_str_has_suffix (title, ", “Set note of ‘Road’ to one”"));

  must_undo (fixture, title);
  guatu_assert_same_plan (now, guatu_document_get_plan (fixture->document));
  g_assert_true (guatu_document_redo (fixture->document, NULL, &error));
  guatu_assert_same_plan (then, guatu_document_get_plan (fixture->document));
  document_fixture_restart (fixture);
  guatu_assert_same_plan (then, guatu_document_get_plan (fixture->document));
}

static void
nothing_to_take_back (DocumentFixture *fixture, gconstpointer data)
{
  gint64 head;
  guint n_changed;

  must_set_task (fixture, "Road", GUATU_TASK_NOTE, GUATU_TEXT ("one"));
  must_set_task (fixture, "Road", GUATU_TASK_NOTE, GUATU_TEXT ("two"));
  must_set_task (fixture, "Road", GUATU_TASK_NOTE, GUATU_TEXT ("one"));
  head = head_of (fixture->document);
  n_changed = fixture->n_changed;
  must_revert (fixture, head);
  /* To and fro is nothing, too. */
  must_revert (fixture, head - 2);
  g_assert_cmpint (head_of (fixture->document), ==, head);
  g_assert_cmpuint (fixture->n_changed, ==, n_changed);
}

static void
no_such_point (DocumentFixture *fixture, gconstpointer data)
{
  static const gint64 seqs[] = { G_MININT64, -1, 0, 2, 3, G_MAXINT64 };

  for (guint i = 0; i < G_N_ELEMENTS (seqs); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (guatu_document_revert (fixture->document, seqs[i], &error));
      /* What is before the creation is behind it. */
      if (seqs[i] < 1)
        g_assert_error (error, GUATU_DOCUMENT_ERROR, GUATU_DOCUMENT_ERROR_BARRIER);
      else
        g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_NOT_FOUND);
      g_assert_cmpint (head_of (fixture->document), ==, 1);
      check_memory (fixture->document);
    }
}

/* A document that was issued stays; to the very moment after one can go back. */
static void
barriers (DocumentFixture *fixture, gconstpointer data)
{
  GuatuStore *store = guatu_document_get_store (fixture->document);
  g_autoptr(GError) error = NULL;
  gboolean done;

  must_set_task (fixture, "Road", GUATU_TASK_NOTE, GUATU_TEXT ("one"));
  g_assert_true (guatu_store_begin (store, &error));
  g_assert_true (guatu_store_update (store, GUATU_TABLE_TASK, task_id (fixture, "Road"), GUATU_TASK_NOTE,
                                     GUATU_TEXT ("issued"), &error));
  g_assert_true (guatu_store_commit (store, "Wang", "document-issued", NULL, 0, NULL, NULL, &error));
  must_set_task (fixture, "Road", GUATU_TASK_NOTE, GUATU_TEXT ("two"));

  done = guatu_document_revert (fixture->document, 2, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_BARRIER, "cannot go back to before");
  done = guatu_document_revert (fixture->document, 1, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_BARRIER, "cannot go back to before");
  must_revert (fixture, 3);
  g_assert_cmpstr (guatu_plan_task_string (guatu_document_get_plan (fixture->document), task_row (fixture, "Road"),
                                           GUATU_TASK_NOTE), ==, "issued");
}

/* Undo takes the going back, then what was before it; redo does not reach over it. */
static void
rules_of_undo (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *nothing = NULL;

  must_set_task (fixture, "Road", GUATU_TASK_NOTE, GUATU_TEXT ("one"));
  must_set_task (fixture, "Road", GUATU_TASK_NOTE, GUATU_TEXT ("two"));
  must_undo (fixture, NULL);
  must_revert (fixture, 3);
  g_assert_null ((nothing = guatu_document_redo_title (fixture->document)));
  g_assert_cmpstr (guatu_plan_task_string (guatu_document_get_plan (fixture->document), task_row (fixture, "Road"),
                                           GUATU_TASK_NOTE), ==, "two");
  must_undo (fixture, NULL);
  must_undo (fixture, "Set note of “Road” to one");
  g_assert_false (guatu_document_undo (fixture->document, NULL, &error));
  g_assert_error (error, GUATU_DOCUMENT_ERROR, GUATU_DOCUMENT_ERROR_BARRIER);
  for (guint i = 0; i < 2; i++)
    g_assert_true (guatu_document_redo (fixture->document, NULL, NULL));
  g_assert_cmpstr (guatu_plan_task_string (guatu_document_get_plan (fixture->document), task_row (fixture, "Road"),
                                           GUATU_TASK_NOTE), ==, "two");
}

static void
others_are_taken_back_too (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GuatuDocument) other = document_fixture_open (fixture->path);
  g_autoptr(GuatuDocument) reader = guatu_document_open (fixture->path, TRUE, NULL);
  g_autoptr(GuatuPlan) then = snapshot (fixture);
  g_autoptr(GError) error = NULL;
  GuatuSetting note = { GUATU_TASK_NOTE, GUATU_TEXT ("from another") };

  guatu_document_set_author (other, "Zhao");
  must_set_task (fixture, "Road", GUATU_TASK_NOTE, GUATU_TEXT ("one"));
  g_assert_true (guatu_document_set (other, GUATU_TABLE_TASK, task_id (fixture, "Bridge"), &note, 1, &error));

  /* Nobody has told this one yet. */
  must_revert (fixture, 1);
  guatu_assert_same_plan (then, guatu_document_get_plan (fixture->document));
  g_assert_true (guatu_document_catch_up (other, &error));
  guatu_assert_same_plan (then, guatu_document_get_plan (other));
  g_assert_false (guatu_document_revert (reader, 2, &error));
  g_assert_error (error, GUATU_STORE_ERROR, GUATU_STORE_ERROR_READ_ONLY);
}

/* Each quotes the one before it: that must not double every time. */
static void
back_to_a_going_back (DocumentFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *note = g_strdup_printf ("note %u", i);
      g_autofree char *title = NULL;
      g_autoptr(GuatuEntry) entry = NULL;
      gint64 head = head_of (fixture->document);

      must_set_task (fixture, "Road", GUATU_TASK_NOTE, GUATU_TEXT (note));
      must_revert (fixture, head);
      if (i % 3 == 0)
        must_undo (fixture, NULL);
      entry = guatu_store_find_entry (guatu_document_get_store (fixture->document), head + 2, NULL);
      g_assert_cmpuint (strlen (entry->arguments), <, 6000);
      title = guatu_entry_title (entry);
      g_assert_true (g_str_has_prefix (title, "Revert to "));
    }
}

/* Content that was somewhere is there again, wherever one came from. */
static void
random_points (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (g_test_slow () ? (guint32) g_test_rand_int () : 20241012);
  g_autoptr(GPtrArray) plans = g_ptr_array_new_with_free_func ((GDestroyNotify) guatu_plan_free);
  guint n_reverts = 0;

  g_ptr_array_add (plans, NULL);
  g_ptr_array_add (plans, snapshot (fixture));
  while (n_reverts < (g_test_slow () ? 300 : 60))
    {
      gint64 head = head_of (fixture->document);
      gint64 point = g_rand_int_range (rand, 1, (gint32) head + 1);

      if (g_rand_int_range (rand, 0, 8) != 0)
        random_verb (fixture->document, rand, TRUE, NULL);
      else
        {
          must_revert (fixture, point);
          guatu_assert_same_plan (plans->pdata[point], guatu_document_get_plan (fixture->document));
          n_reverts++;
          if (head_of (fixture->document) > head && g_rand_boolean (rand))
            {
              g_ptr_array_add (plans, snapshot (fixture));
              must_undo (fixture, NULL);
              guatu_assert_same_plan (plans->pdata[head], guatu_document_get_plan (fixture->document));
            }
        }
      if (head_of (fixture->document) == (gint64) plans->len)
        g_ptr_array_add (plans, snapshot (fixture));
      g_assert_cmpint (head_of (fixture->document), ==, (gint64) plans->len - 1);
    }
}

int
main (int argc, char **argv)
{
  document_fixture_in_memory ();
  g_test_init (&argc, &argv, NULL);

  add_document_test ("/revert/brings-the-whole-plan-back-in-one-entry-that-can-be-undone", one_entry);
  add_document_test ("/revert/where-nothing-is-taken-back-nothing-is-logged", nothing_to_take_back);
  add_document_test ("/revert/to-an-entry-that-is-not-there-is-refused", no_such_point);
  add_document_test ("/revert/goes-back-to-a-barrier-and-never-behind", barriers);
  add_document_test ("/revert/obeys-the-rules-of-undo-and-redo", rules_of_undo);
  add_document_test ("/revert/takes-back-what-others-did", others_are_taken_back_too);
  add_document_test ("/revert/to-a-revert-to-a-revert-does-not-grow", back_to_a_going_back);
  add_document_test ("/revert/to-any-point-gives-what-the-plan-was-then", random_points);

  return g_test_run ();
}
