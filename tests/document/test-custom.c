/* test-custom.c — the plan's own fields: defined, changed with their values, filled in, put in order. */
#include "document-fixture.h"

#include "guatu-custom-value.h"

#include <string.h>

static gint64
add_field (DocumentFixture *fixture, const char *name, GuatuCustomKind kind, const char * const *choices)
{
  GuatuCustom wish = { .name = name, .kind = kind, .choices = choices };
  g_autoptr(GError) error = NULL;
  gint64 id = 0;

  guatu_document_add_custom (fixture->document, &wish, &id, &error);
  g_assert_no_error (error);
  return id;
}

static void
must_fill (DocumentFixture *fixture, const char *task, gint64 field, const char *text)
{
  g_autoptr(GError) error = NULL;

  guatu_document_fill_custom (fixture->document, task_id (fixture, task), field, text, &error);
  g_assert_no_error (error);
}

static const char *
value (DocumentFixture *fixture, const char *task, gint64 field)
{
  const GuatuPlan *plan = guatu_document_get_plan (fixture->document);

  return guatu_custom_value (plan, task_row (fixture, task),
                             guatu_plan_find (plan, GUATU_TABLE_CUSTOM_FIELD, field));
}

static const char * const grades[] = { "High", "Middle", "Low", NULL };

/* What is typed is kept in the form that files use, in one entry that undo takes back; what is none of the kind is not. */
static void
test_fill (DocumentFixture *fixture, gconstpointer data)
{
  gint64 grade = add_field (fixture, "Grade", GUATU_CUSTOM_CHOICE, grades);
  gint64 day = add_field (fixture, "Approved", GUATU_CUSTOM_DATE, NULL);
  gint64 flag = add_field (fixture, "Public", GUATU_CUSTOM_FLAG, NULL);
  gint64 head = head_of (fixture->document);
  g_autoptr(GError) error = NULL;
  gboolean done;

  must_fill (fixture, "Bridge", grade, " high ");
  g_assert_cmpstr (value (fixture, "Bridge", grade), ==, "High");
  must_fill (fixture, "Bridge", day, "2024-03-05");
  g_assert_cmpstr (value (fixture, "Bridge", day), ==, "2024-03-05T08:00:00");
  must_fill (fixture, "Bridge", flag, "yes");
  g_assert_cmpstr (value (fixture, "Bridge", flag), ==, "1");
  g_assert_cmpint (head_of (fixture->document), ==, head + 3);

  done = guatu_document_fill_custom (fixture->document, task_id (fixture, "Bridge"), grade, "Higher", &error);
  g_assert_false (done);
  g_assert_error (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "High, Middle, Low"));
  g_clear_error (&error);

  /* What stands there already is no wish. */
  must_fill (fixture, "Bridge", day, "2024-03-05");
  g_assert_cmpint (head_of (fixture->document), ==, head + 3);
  must_fill (fixture, "Bridge", day, "");
  g_assert_cmpstr (value (fixture, "Bridge", day), ==, "");
  g_assert_true (guatu_document_undo (fixture->document, NULL, NULL));
  g_assert_cmpstr (value (fixture, "Bridge", day), ==, "2024-03-05T08:00:00");
  check_memory (fixture->document);
}

/* A name, and a choice, is there once. */
static void
test_twice (DocumentFixture *fixture, gconstpointer data)
{
  const char * const twice[] = { "A", "B", "a", NULL };
  g_autoptr(GError) error = NULL;
  gboolean done;

  add_field (fixture, "Grade", GUATU_CUSTOM_CHOICE, grades);
  done = guatu_document_add_custom (fixture->document, &(GuatuCustom) { .name = "grade" }, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "grade");
  done = guatu_document_add_custom (fixture->document, &(GuatuCustom) { .name = "Other", .kind = GUATU_CUSTOM_CHOICE,
                                                                        .choices = twice }, NULL, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "“a”");
}

/* A choice that has another name now has it in every task; one that is chosen cannot go. One step. */
static void
test_choices (DocumentFixture *fixture, gconstpointer data)
{
  const char * const renamed[] = { "Low", "Highest", "Middle", NULL };
  const char * const befores[] = { "Low", "High", "Middle", NULL };
  const char * const fewer[] = { "Low", "Middle", NULL };
  gint64 field = add_field (fixture, "Grade", GUATU_CUSTOM_CHOICE, grades), head;
  GuatuCustom wish = { .name = "Rank", .kind = GUATU_CUSTOM_CHOICE, .choices = renamed, .befores = befores };
  g_autoptr(GError) error = NULL;
  gboolean done;

  must_fill (fixture, "Bridge", field, "High");
  must_fill (fixture, "Road", field, "Low");
  head = head_of (fixture->document);
  g_assert_true (guatu_document_change_custom (fixture->document, field, &wish, &error));
  g_assert_no_error (error);
  g_assert_cmpint (head_of (fixture->document), ==, head + 1);
  g_assert_cmpstr (value (fixture, "Bridge", field), ==, "Highest");
  g_assert_cmpstr (value (fixture, "Road", field), ==, "Low");

  wish.choices = fewer;
  wish.befores = NULL;
  done = guatu_document_change_custom (fixture->document, field, &wish, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "Highest", "Bridge");

  g_assert_true (guatu_document_undo (fixture->document, NULL, NULL));
  g_assert_cmpstr (value (fixture, "Bridge", field), ==, "High");
  check_memory (fixture->document);
}

/* Of another kind a value is what it reads as; one that would be lost is named, and nothing changes. */
static void
test_kind (DocumentFixture *fixture, gconstpointer data)
{
  gint64 field = add_field (fixture, "Amount", GUATU_CUSTOM_TEXT, NULL);
  g_autoptr(GError) error = NULL;
  gboolean done;

  must_fill (fixture, "Bridge", field, "2024-03-05");
  must_fill (fixture, "Road", field, "soon");
  done = guatu_document_change_custom (fixture->document, field,
                                       &(GuatuCustom) { .name = "Amount", .kind = GUATU_CUSTOM_DATE }, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "soon", "Road");
  must_fill (fixture, "Road", field, "");
  g_assert_true (guatu_document_change_custom (fixture->document, field,
                                               &(GuatuCustom) { .name = "Day", .kind = GUATU_CUSTOM_DATE }, &error));
  g_assert_cmpstr (value (fixture, "Bridge", field), ==, "2024-03-05T08:00:00");
  g_assert_true (guatu_document_undo (fixture->document, NULL, NULL));
  g_assert_cmpstr (value (fixture, "Bridge", field), ==, "2024-03-05");
  check_memory (fixture->document);
}

static void
check_order (DocumentFixture *fixture, const char *expected)
{
  const GuatuPlan *plan = guatu_document_get_plan (fixture->document);
  guint n;
  g_autofree gint32 *fields = guatu_custom_fields (plan, &n);
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (names, guatu_plan_string (plan, GUATU_TABLE_CUSTOM_FIELD, fields[i], GUATU_CUSTOM_FIELD_NAME));
  g_assert_cmpstr (names->str, ==, expected);
}

/* A field moves by one place, and not beyond the ends; what it says goes with it when it is removed. */
static void
test_order (DocumentFixture *fixture, gconstpointer data)
{
  gint64 a = add_field (fixture, "A", GUATU_CUSTOM_TEXT, NULL), head;

  add_field (fixture, "B", GUATU_CUSTOM_TEXT, NULL);
  add_field (fixture, "C", GUATU_CUSTOM_TEXT, NULL);
  check_order (fixture, "ABC");
  head = head_of (fixture->document);
  g_assert_true (guatu_document_move_custom (fixture->document, a, -1, NULL));
  g_assert_cmpint (head_of (fixture->document), ==, head);
  g_assert_true (guatu_document_move_custom (fixture->document, a, 1, NULL));
  check_order (fixture, "BAC");
  g_assert_true (guatu_document_move_custom (fixture->document, a, 1, NULL));
  check_order (fixture, "BCA");
  must_fill (fixture, "Bridge", a, "x");
  g_assert_true (guatu_document_remove (fixture->document, GUATU_TABLE_CUSTOM_FIELD, a, NULL));
  check_order (fixture, "BC");
  g_assert_true (guatu_document_undo (fixture->document, NULL, NULL));
  check_order (fixture, "BCA");
  g_assert_cmpstr (value (fixture, "Bridge", a), ==, "x");
  check_memory (fixture->document);
}

int
main (int argc, char **argv)
{
  document_fixture_in_memory ();
  g_test_init (&argc, &argv, NULL);

  add_document_test ("/custom/fill", test_fill);
  add_document_test ("/custom/twice", test_twice);
  add_document_test ("/custom/choices", test_choices);
  add_document_test ("/custom/kind", test_kind);
  add_document_test ("/custom/order", test_order);

  return g_test_run ();
}
