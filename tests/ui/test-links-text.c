/* test-links-text.c — predecessors as a line of text: read, written, refused, and one entry of the journal. */
#include "guatu-links-text.h"

#include "document-fixture.h"

static char *
text_of (DocumentFixture *fixture,
         const char      *task)
{
  return guatu_links_text (guatu_document_get_plan (fixture->document), task_row (fixture, task));
}

static void
must_be (DocumentFixture *fixture,
         const char      *task,
         const char      *text)
{
  g_autofree char *found = text_of (fixture, task);

  g_assert_cmpstr (found, ==, text);
}

static void
must_type (DocumentFixture *fixture,
           const char      *task,
           const char      *text)
{
  g_autoptr(GError) error = NULL;

  guatu_links_text_set (fixture->document, task_id (fixture, task), text, &error);
  g_assert_no_error (error);
}

/* Refused, with a message that says so much, and nothing has changed. */
static void
must_refuse (DocumentFixture *fixture,
             const char      *task,
             const char      *text,
             const char      *part)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *before = text_of (fixture, task);
  gint64 head = head_of (fixture->document);

  g_assert_false (guatu_links_text_set (fixture->document, task_id (fixture, task), text, &error));
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
  must_be (fixture, task, before);
  g_assert_cmpint (head_of (fixture->document), ==, head);
}

static void
test_written (DocumentFixture *fixture,
              gconstpointer    data)
{
  must_be (fixture, "Survey", "");
  must_be (fixture, "Bridge", "3");
  must_be (fixture, "Opening", "5, 6");
}

static void
test_one_entry (DocumentFixture *fixture,
                gconstpointer    data)
{
  gint64 head = head_of (fixture->document);
  guint n_changed = fixture->n_changed;
  g_autoptr(GError) error = NULL;
  g_autofree char *title = NULL;

  must_type (fixture, "Road", "2FS+2d, 3SS, 5FF-1w");
  must_be (fixture, "Road", "2FS+2d, 3SS, 5FF-1w");
  g_assert_cmpint (head_of (fixture->document), ==, head + 1);
  g_assert_cmpuint (fixture->n_changed, ==, n_changed + 1);
  title = guatu_document_undo_title (fixture->document);
  g_assert_cmpstr (title, ==, "Change the links of “Road”");

  g_assert_true (guatu_document_undo (fixture->document, NULL, &error));
  g_assert_no_error (error);
  must_be (fixture, "Road", "");
}

/* What is not in the text any more goes, what is new comes, and what stays is not touched. */
static void
test_changed (DocumentFixture *fixture,
              gconstpointer    data)
{
  gint64 head = head_of (fixture->document);

  must_type (fixture, "Opening", "6SS, 2");
  must_be (fixture, "Opening", "6SS, 2");
  must_type (fixture, "Opening", "6SS, 2");
  g_assert_cmpint (head_of (fixture->document), ==, head + 1);
  must_type (fixture, "Opening", "");
  must_be (fixture, "Opening", "");
}

static void
test_forms (DocumentFixture *fixture,
            gconstpointer    data)
{
  must_type (fixture, "Road", " 2 fs + 2 d ;3ss，");
  must_be (fixture, "Road", "2FS+2d, 3SS");
  must_type (fixture, "Road", "２ＦＳ＋３ｄ、3");
  must_be (fixture, "Road", "2FS+3d, 3");
  must_type (fixture, "Road", "1.2FS−50%");
  must_be (fixture, "Road", "3FS-50%");
  must_type (fixture, "Road", "3+1,5d, 2");
  must_be (fixture, "Road", "3FS+1.5d, 2");
  must_type (fixture, "Road", "3FF+2ed");
  must_be (fixture, "Road", "3FF+2ed");
}

static void
test_refused (DocumentFixture *fixture,
              gconstpointer    data)
{
  must_refuse (fixture, "Road", "2, 99FS", "“99FS”: there is no task with the number 99");
  must_refuse (fixture, "Road", "2, 3XX", "“3XX”");
  must_refuse (fixture, "Road", "2FS+long", "“2FS+long”");
  must_refuse (fixture, "Road", "bridge", "“bridge”");
  must_refuse (fixture, "Road", "6", "wait for itself");
  must_refuse (fixture, "Road", "4", "its own subtasks");
  must_refuse (fixture, "Road", "2, 2SS", "“2SS”: this task is listed twice");
  must_refuse (fixture, "Road", "99999999999", "99999999999");
  must_refuse (fixture, "Road", "9.9", "9.9");
}

/* The whole text is refused where one of its links closes a circle. */
static void
test_circle (DocumentFixture *fixture,
             gconstpointer    data)
{
  must_refuse (fixture, "Survey", "6, 5", "Bridge");
  must_be (fixture, "Survey", "");
}

/* A circle that goes with the old links is none. */
static void
test_turned_round (DocumentFixture *fixture,
                   gconstpointer    data)
{
  must_type (fixture, "Opening", "");
  must_type (fixture, "Design", "");
  must_type (fixture, "Survey", "3");
  must_be (fixture, "Survey", "3");
}

static void
test_words (DocumentFixture *fixture,
            gconstpointer    data)
{
  const GuatuPlan *plan = guatu_document_get_plan (fixture->document);
  g_autofree char *words = guatu_links_text_words (plan, task_row (fixture, "Road"), "2FS+1d, 1.2");
  g_autofree char *none = guatu_links_text_words (plan, task_row (fixture, "Road"), "2, 99");

  g_assert_cmpstr (words, ==, "Survey\nDesign");
  g_assert_cmpstr (none, ==, "");
}

#define add(path, func) add_document_test ("/ui/links-text/" path, func)

int
main (int argc, char **argv)
{
  document_fixture_in_memory ();
  g_test_init (&argc, &argv, NULL);
  guatu_test_fix_ids ();
  add ("a-link-is-a-number-and-more-where-there-is-more", test_written);
  add ("a-text-is-one-entry-that-is-taken-back-at-once", test_one_entry);
  add ("what-stays-is-not-touched", test_changed);
  add ("signs-of-any-keyboard-are-understood", test_forms);
  add ("a-refusal-names-the-part-and-changes-nothing", test_refused);
  add ("a-circle-refuses-the-whole-text", test_circle);
  add ("old-links-make-room-for-new-ones", test_turned_round);
  add ("the-tasks-are-named-while-one-types", test_words);
  return g_test_run ();
}
