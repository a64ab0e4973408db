/* test-people.c — units and people that are moved, merged and removed while they are in use. */
#include "document-fixture.h"

#include "guatu-party-use.h"
#include "random-verbs.h"

#include <string.h>

static gint64
must_assign (DocumentFixture *fixture, const char *task, gint64 unit, gint64 person, GuatuRole role, gint64 share)
{
  g_autoptr(GError) error = NULL;
  gint64 id = 0;

  guatu_document_assign (fixture->document, task_id (fixture, task), unit, person, role, share, &id, &error);
  g_assert_no_error (error);
  return id;
}

static gint64
add_named (DocumentFixture *fixture, GuatuTable table, guint field, const char *name)
{
  GuatuSetting setting = { field, GUATU_TEXT (name) };

  return must_add (fixture, table, &setting, 1);
}

static gint64
add_person (DocumentFixture *fixture, const char *name)
{
  return add_named (fixture, GUATU_TABLE_PERSON, GUATU_PERSON_NAME, name);
}

static gint64
add_unit (DocumentFixture *fixture, const char *name)
{
  return add_named (fixture, GUATU_TABLE_UNIT, GUATU_UNIT_NAME, name);
}

static gint64
add_member (DocumentFixture *fixture, gint64 unit, gint64 person, const char *duty, gboolean head)
{
  GuatuSetting settings[] = {
    { GUATU_MEMBERSHIP_UNIT, GUATU_INTEGER (unit) },
    { GUATU_MEMBERSHIP_PERSON, GUATU_INTEGER (person) },
    { GUATU_MEMBERSHIP_DUTY, GUATU_TEXT (duty) },
    { GUATU_MEMBERSHIP_IS_HEAD, GUATU_INTEGER (head) },
  };

  return must_add (fixture, GUATU_TABLE_MEMBERSHIP, settings, G_N_ELEMENTS (settings));
}

static gint64
add_sponsorship (DocumentFixture *fixture, gint64 person, gint64 unit, const char *object)
{
  GuatuSetting settings[] = {
    { GUATU_SPONSORSHIP_PERSON, GUATU_INTEGER (person) },
    { GUATU_SPONSORSHIP_UNIT, unit != 0 ? GUATU_INTEGER (unit) : GUATU_NULL },
    { GUATU_SPONSORSHIP_OBJECT, GUATU_TEXT (object) },
  };

  return must_add (fixture, GUATU_TABLE_SPONSORSHIP, settings, G_N_ELEMENTS (settings));
}

static const GuatuPlan *
plan_of (DocumentFixture *fixture)
{
  return guatu_document_get_plan (fixture->document);
}

static gint64
number_of (DocumentFixture *fixture, GuatuTable table, gint64 id, guint field)
{
  return guatu_plan_number (plan_of (fixture), table, guatu_plan_find (plan_of (fixture), table, id), field);
}

static const char *
text_of (DocumentFixture *fixture, GuatuTable table, gint64 id, guint field)
{
  return guatu_plan_string (plan_of (fixture), table, guatu_plan_find (plan_of (fixture), table, id), field);
}

static gint64
referred (DocumentFixture *fixture, GuatuTable table, gint64 id, guint field)
{
  gint64 row = number_of (fixture, table, id, field);

  return row < 0 ? 0 : guatu_plan_id (plan_of (fixture), guatu_field (table, field)->target, (gint32) row);
}

static gboolean
is_there (DocumentFixture *fixture, GuatuTable table, gint64 id)
{
  return guatu_plan_find (plan_of (fixture), table, id) >= 0;
}

static void
must_merge (DocumentFixture *fixture, GuatuTable table, gint64 into, gint64 from)
{
  g_autoptr(GError) error = NULL;

  guatu_document_merge (fixture->document, table, into, from, &error);
  g_assert_no_error (error);
  check_memory (fixture->document);
}

/* Merging ---------------------------------------------------------------------------------------------- */

static void
people_become_one (DocumentFixture *fixture, gconstpointer data)
{
  gint64 chen = id_of (fixture, GUATU_TABLE_PERSON, "Chen"), double_chen = add_person (fixture, "Chen Wei");
  gint64 roads = id_of (fixture, GUATU_TABLE_UNIT, "Roads"), town = id_of (fixture, GUATU_TABLE_UNIT, "Township");
  GuatuSetting post = { GUATU_PERSON_POST, GUATU_TEXT ("Director") };
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) before = NULL;
  g_autofree char *title = NULL;
  gint64 own, twin, moved, head, elsewhere, link, n_entries;

  guatu_document_set (fixture->document, GUATU_TABLE_PERSON, double_chen, &post, 1, &error);
  g_assert_no_error (error);
  own = must_assign (fixture, "Survey", 0, chen, GUATU_ROLE_PROJECT_OWNER, 3000);
  twin = must_assign (fixture, "Survey", 0, double_chen, GUATU_ROLE_PROJECT_OWNER, 5000);
  moved = must_assign (fixture, "Design", 0, double_chen, GUATU_ROLE_INSPECTOR, 10000);
  head = add_member (fixture, roads, chen, "Signs", FALSE);
  add_member (fixture, roads, double_chen, "Pays", TRUE);
  elsewhere = add_member (fixture, town, double_chen, "", FALSE);
  link = add_sponsorship (fixture, double_chen, town, "");
  before = guatu_plan_copy (plan_of (fixture));
  n_entries = head_of (fixture->document);

  must_merge (fixture, GUATU_TABLE_PERSON, chen, double_chen);
  g_assert_cmpint (head_of (fixture->document), ==, n_entries + 1);
  g_assert_false (is_there (fixture, GUATU_TABLE_PERSON, double_chen));
  g_assert_cmpstr (text_of (fixture, GUATU_TABLE_PERSON, chen, GUATU_PERSON_NAME), ==, "Chen");
  g_assert_cmpstr (text_of (fixture, GUATU_TABLE_PERSON, chen, GUATU_PERSON_POST), ==, "Director");
  g_assert_false (is_there (fixture, GUATU_TABLE_ASSIGNMENT, twin));
  g_assert_cmpint (number_of (fixture, GUATU_TABLE_ASSIGNMENT, own, GUATU_ASSIGNMENT_SHARE), ==, 5000);
  g_assert_cmpint (referred (fixture, GUATU_TABLE_ASSIGNMENT, moved, GUATU_ASSIGNMENT_PERSON), ==, chen);
  g_assert_cmpint (number_of (fixture, GUATU_TABLE_MEMBERSHIP, head, GUATU_MEMBERSHIP_IS_HEAD), ==, 1);
  g_assert_cmpstr (text_of (fixture, GUATU_TABLE_MEMBERSHIP, head, GUATU_MEMBERSHIP_DUTY), ==, "Signs; Pays");
  g_assert_cmpint (referred (fixture, GUATU_TABLE_MEMBERSHIP, elsewhere, GUATU_MEMBERSHIP_PERSON), ==, chen);
  g_assert_cmpint (referred (fixture, GUATU_TABLE_SPONSORSHIP, link, GUATU_SPONSORSHIP_PERSON), ==, chen);

  g_assert_true (guatu_document_undo (fixture->document, &title, &error));
  g_assert_cmpstr (title, ==, "Merge “Chen Wei” into “Chen”");
  guatu_assert_same_plan (before, plan_of (fixture));
}

static void
units_become_one (DocumentFixture *fixture, gconstpointer data)
{
  gint64 roads = id_of (fixture, GUATU_TABLE_UNIT, "Roads"), top = add_unit (fixture, "Top");
  gint64 other = add_unit (fixture, "Roads Bureau"), between = add_unit (fixture, "Section");
  gint64 chen = id_of (fixture, GUATU_TABLE_PERSON, "Chen");
  GuatuSetting unit = { GUATU_PERSON_UNIT, GUATU_INTEGER (other) };
  g_autoptr(GError) error = NULL;

  /* Top > Roads Bureau > Section > Roads */
  g_assert_true (guatu_document_move_party (fixture->document, GUATU_TABLE_UNIT, other, top, 0, &error));
  g_assert_true (guatu_document_move_party (fixture->document, GUATU_TABLE_UNIT, between, other, 0, &error));
  g_assert_true (guatu_document_move_party (fixture->document, GUATU_TABLE_UNIT, roads, between, 0, &error));
  g_assert_true (guatu_document_set (fixture->document, GUATU_TABLE_PERSON, chen, &unit, 1, &error));
  must_assign (fixture, "Survey", roads, 0, GUATU_ROLE_LEAD_UNIT, 10000);
  must_assign (fixture, "Survey", other, 0, GUATU_ROLE_LEAD_UNIT, 10000);
  must_assign (fixture, "Survey", other, 0, GUATU_ROLE_SUPPORT_UNIT, 10000);

  must_merge (fixture, GUATU_TABLE_UNIT, roads, other);
  g_assert_cmpint (referred (fixture, GUATU_TABLE_UNIT, roads, GUATU_UNIT_PARENT), ==, top);
  g_assert_cmpint (referred (fixture, GUATU_TABLE_UNIT, between, GUATU_UNIT_PARENT), ==, roads);
  g_assert_cmpint (referred (fixture, GUATU_TABLE_PERSON, chen, GUATU_PERSON_UNIT), ==, roads);
  g_assert_cmpuint (guatu_plan_n_live (plan_of (fixture), GUATU_TABLE_ASSIGNMENT), ==, 2);
}

static void
work_of_resources_adds_up (DocumentFixture *fixture, gconstpointer data)
{
  gint64 chen = id_of (fixture, GUATU_TABLE_PERSON, "Chen"), li = id_of (fixture, GUATU_TABLE_PERSON, "Li");
  gint64 own = must_assign (fixture, "Road", 0, chen, GUATU_ROLE_RESOURCE, 5000);

  must_assign (fixture, "Road", 0, li, GUATU_ROLE_RESOURCE, 5000);
  must_merge (fixture, GUATU_TABLE_PERSON, chen, li);
  g_assert_cmpint (number_of (fixture, GUATU_TABLE_ASSIGNMENT, own, GUATU_ASSIGNMENT_SHARE), ==, 10000);
}

static void
nobody_is_merged_with_themselves (DocumentFixture *fixture, gconstpointer data)
{
  gint64 chen = id_of (fixture, GUATU_TABLE_PERSON, "Chen");
  g_autoptr(GError) error = NULL;
  gboolean done = guatu_document_merge (fixture->document, GUATU_TABLE_PERSON, chen, chen, &error);

  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "Chen", "itself");
  done = guatu_document_merge (fixture->document, GUATU_TABLE_PERSON, chen, 12345, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_NOT_FOUND, "12345");
}

/* Who has which part where, as lines of text: what must survive a merge. */
static void
take_facts (const GuatuPlan *plan, GuatuTable table, gint32 from, gint32 into, GHashTable *facts)
{
  static const struct { GuatuTable table; guint party[2]; guint what[3]; } parts[] = {
    { GUATU_TABLE_ASSIGNMENT, { GUATU_ASSIGNMENT_UNIT, GUATU_ASSIGNMENT_PERSON },
      { GUATU_ASSIGNMENT_TASK, GUATU_ASSIGNMENT_ROLE } },
    { GUATU_TABLE_MEMBERSHIP, { GUATU_MEMBERSHIP_UNIT, GUATU_MEMBERSHIP_PERSON },
      { GUATU_MEMBERSHIP_UNIT, GUATU_MEMBERSHIP_PERSON } },
    { GUATU_TABLE_SPONSORSHIP, { GUATU_SPONSORSHIP_UNIT, GUATU_SPONSORSHIP_PERSON },
      { GUATU_SPONSORSHIP_UNIT, GUATU_SPONSORSHIP_PERSON, GUATU_SPONSORSHIP_KIND } },
    { GUATU_TABLE_CUSTOM_VALUE, { 0, GUATU_CUSTOM_VALUE_PERSON }, { GUATU_CUSTOM_VALUE_FIELD } },
    { GUATU_TABLE_PERSON, { GUATU_PERSON_UNIT, 0 }, { GUATU_PERSON_ID } },
    { GUATU_TABLE_REPORT, { 0, GUATU_REPORT_PERSON }, { GUATU_REPORT_TASK, GUATU_REPORT_DATE } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      guint field = parts[i].party[table == GUATU_TABLE_PERSON];

      for (gint32 row = 0; field != 0 && row < (gint32) guatu_plan_n_rows (plan, parts[i].table); row++)
        {
          GString *fact;

          if (guatu_plan_id (plan, parts[i].table, row) == 0)
            continue;
          fact = g_string_new (guatu_table_info (parts[i].table)->name);
          g_string_append_printf (fact, " %d", (int) (guatu_plan_number (plan, parts[i].table, row, field) == from
                                                      ? into : guatu_plan_number (plan, parts[i].table, row, field)));
          for (guint k = 0; k < 3 && (k == 0 || parts[i].what[k] != 0); k++)
            {
              const GuatuField *info = guatu_field (parts[i].table, parts[i].what[k]);
              gint64 number = guatu_plan_number (plan, parts[i].table, row, parts[i].what[k]);

              if (info->type == GUATU_TYPE_REFERENCE && info->target == table && number == from)
                number = into;
              g_string_append_printf (fact, " %" G_GINT64_FORMAT, number);
            }
          g_hash_table_add (facts, g_string_free (fact, FALSE));
        }
    }
}

/* Any two of a plan of random content: every fact is still there, said of the one that stays, and undo is exact. */
static void
nothing_is_lost (DocumentFixture *fixture, gconstpointer data)
{
  for (guint32 seed = 0; seed < (g_test_slow () ? 200 : 25); seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(GuatuPlan) content = guatu_test_random_plan (rand, 30);
      g_autofree char *path = g_strdup_printf ("%s/merge-%u.guatu", fixture->dir, seed);
      g_autoptr(GError) error = NULL;
      g_autoptr(GuatuDocument) document = guatu_document_create (path, content, NULL, "import", NULL, NULL, NULL, &error);
      GuatuTable table = g_rand_boolean (rand) ? GUATU_TABLE_PERSON : GUATU_TABLE_UNIT;
      const GuatuPlan *plan;
      g_autoptr(GuatuPlan) before = NULL, after = NULL;
      g_autoptr(GHashTable) was = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autoptr(GHashTable) is = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autofree gint32 *rows = NULL;
      GHashTableIter iter;
      gpointer fact;
      guint n, one, other;

      g_assert_no_error (error);
      plan = guatu_document_get_plan (document);
      rows = guatu_plan_in_order (plan, table, &n);
      if (n < 2)
        continue;
      one = (guint) g_rand_int_range (rand, 0, (gint32) n);
      other = (one + (guint) g_rand_int_range (rand, 1, (gint32) n)) % n;
      before = guatu_plan_copy (plan);
      take_facts (plan, table, rows[other], rows[one], was);

      guatu_document_merge (document, table, guatu_plan_id (plan, table, rows[one]),
                            guatu_plan_id (plan, table, rows[other]), &error);
      g_assert_no_error (error);
      check_memory (document);
      plan = guatu_document_get_plan (document);
      take_facts (plan, table, -7, -7, is);
      g_hash_table_iter_init (&iter, was);
      while (g_hash_table_iter_next (&iter, &fact, NULL))
        {
          /* The one that goes is the fact that goes. */
          if (table == GUATU_TABLE_PERSON && g_str_has_prefix (fact, "person "))
            continue;
          if (!g_hash_table_contains (is, fact))
            g_error ("seed %u: “%s” is lost", seed, (char *) fact);
        }
      after = guatu_plan_copy (plan);
      g_assert_true (guatu_document_undo (document, NULL, &error));
      guatu_assert_same_plan (before, guatu_document_get_plan (document));
      g_assert_true (guatu_document_redo (document, NULL, &error));
      guatu_assert_same_plan (after, guatu_document_get_plan (document));
      guatu_store_verify (guatu_document_get_store (document), NULL, &error);
      g_assert_no_error (error);
    }
}

/* Moving ----------------------------------------------------------------------------------------------- */

/* The names of those below @unit, in their order. */
static char *
names_below (DocumentFixture *fixture, GuatuTable table, gint64 unit)
{
  GString *names = g_string_new (NULL);
  guint field = table == GUATU_TABLE_UNIT ? GUATU_UNIT_PARENT : GUATU_PERSON_UNIT;
  guint n;
  g_autofree gint32 *rows = guatu_plan_in_order (plan_of (fixture), table, &n);

  for (guint i = 0; i < n; i++)
    if (referred (fixture, table, guatu_plan_id (plan_of (fixture), table, rows[i]), field) == unit)
      g_string_append_printf (names, "%s ", guatu_plan_string (plan_of (fixture), table, rows[i],
                                                               table == GUATU_TABLE_UNIT ? GUATU_UNIT_NAME
                                                                                         : GUATU_PERSON_NAME));
  return g_string_free (names, FALSE);
}

static void
assert_below (DocumentFixture *fixture, GuatuTable table, gint64 unit, const char *expected)
{
  g_autofree char *names = names_below (fixture, table, unit);

  g_assert_cmpstr (names, ==, expected);
}

static void
units_and_people_are_moved (DocumentFixture *fixture, gconstpointer data)
{
  gint64 top = add_unit (fixture, "Top"), a = add_unit (fixture, "A"), b = add_unit (fixture, "B");
  gint64 c = add_unit (fixture, "C"), chen = id_of (fixture, GUATU_TABLE_PERSON, "Chen");
  gint64 li = id_of (fixture, GUATU_TABLE_PERSON, "Li"), head;
  g_autoptr(GError) error = NULL;
  gboolean done;

  for (guint i = 0; i < 3; i++)
    g_assert_true (guatu_document_move_party (fixture->document, GUATU_TABLE_UNIT, (gint64[]) { a, b, c }[i], top, 0,
                                              &error));
  assert_below (fixture, GUATU_TABLE_UNIT, top, "A B C ");
  g_assert_true (guatu_document_move_party (fixture->document, GUATU_TABLE_UNIT, c, top, a, &error));
  assert_below (fixture, GUATU_TABLE_UNIT, top, "C A B ");
  /* There is no end to the room between two. */
  for (guint i = 0; i < 60; i++)
    {
      g_assert_true (guatu_document_move_party (fixture->document, GUATU_TABLE_UNIT, i % 2 ? c : b, top, a, &error));
      assert_below (fixture, GUATU_TABLE_UNIT, top, i % 2 ? "B C A " : "C B A ");
    }
  g_assert_true (guatu_document_move_party (fixture->document, GUATU_TABLE_PERSON, chen, a, 0, &error));
  g_assert_true (guatu_document_move_party (fixture->document, GUATU_TABLE_PERSON, li, a, chen, &error));
  assert_below (fixture, GUATU_TABLE_PERSON, a, "Li Chen ");

  head = head_of (fixture->document);
  g_assert_true (guatu_document_move_party (fixture->document, GUATU_TABLE_PERSON, li, a, chen, &error));
  g_assert_cmpint (head_of (fixture->document), ==, head);
  done = guatu_document_move_party (fixture->document, GUATU_TABLE_UNIT, top, a, 0, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "Top", "under itself");
  done = guatu_document_move_party (fixture->document, GUATU_TABLE_UNIT, a, 0, b, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_INVALID, "B", "does not stand");
}

/* Removing --------------------------------------------------------------------------------------------- */

static void
what_hangs_is_said_and_comes_back (DocumentFixture *fixture, gconstpointer data)
{
  gint64 roads = id_of (fixture, GUATU_TABLE_UNIT, "Roads"), chen = id_of (fixture, GUATU_TABLE_PERSON, "Chen");
  GuatuSetting unit = { GUATU_PERSON_UNIT, GUATU_INTEGER (roads) };
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) before = NULL;
  g_autofree char *words = NULL;
  GuatuPartyUse use;
  gint64 link;

  must_assign (fixture, "Survey", roads, 0, GUATU_ROLE_LEAD_UNIT, 10000);
  must_assign (fixture, "Design", roads, 0, GUATU_ROLE_LEAD_UNIT, 10000);
  must_assign (fixture, "Design", roads, 0, GUATU_ROLE_SUPPORT_UNIT, 10000);
  add_member (fixture, roads, chen, "", TRUE);
  link = add_sponsorship (fixture, chen, roads, "");
  g_assert_true (guatu_document_set (fixture->document, GUATU_TABLE_PERSON, chen, &unit, 1, &error));
  use = guatu_party_use_of (plan_of (fixture), GUATU_TABLE_UNIT,
                            guatu_plan_find (plan_of (fixture), GUATU_TABLE_UNIT, roads));
  words = guatu_party_use_words (&use);
  g_assert_cmpstr (words, ==, "Goes with it: 2 tasks (Lead unit 2, Support unit 1), 1 membership, 1 sponsorship. "
                              "Stays: 1 person without a unit.");

  before = guatu_plan_copy (plan_of (fixture));
  g_assert_true (guatu_document_remove (fixture->document, GUATU_TABLE_UNIT, roads, &error));
  check_memory (fixture->document);
  g_assert_false (is_there (fixture, GUATU_TABLE_SPONSORSHIP, link));
  g_assert_true (is_there (fixture, GUATU_TABLE_PERSON, chen));
  g_assert_cmpuint (guatu_plan_n_live (plan_of (fixture), GUATU_TABLE_ASSIGNMENT), ==, 0);
  g_assert_true (guatu_document_undo (fixture->document, NULL, &error));
  guatu_assert_same_plan (before, plan_of (fixture));
}

static void
nothing_hangs_on_the_unused (DocumentFixture *fixture, gconstpointer data)
{
  gint64 unused = add_person (fixture, "Unused");
  GuatuPartyUse use = guatu_party_use_of (plan_of (fixture), GUATU_TABLE_PERSON,
                                          guatu_plan_find (plan_of (fixture), GUATU_TABLE_PERSON, unused));
  g_autofree char *words = guatu_party_use_words (&use);

  g_assert_false (guatu_party_use_any (&use));
  g_assert_cmpstr (words, ==, "");
}

int
main (int argc, char **argv)
{
  document_fixture_in_memory ();
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) add_document_test ("/document/people/" name, func)
  ADD ("two-entries-of-a-person-become-one-in-one-step", people_become_one);
  ADD ("a-unit-merged-with-one-above-it-takes-its-place", units_become_one);
  ADD ("work-of-resources-adds-up", work_of_resources_adds_up);
  ADD ("nobody-is-merged-with-themselves-or-with-nobody", nobody_is_merged_with_themselves);
  ADD ("nothing-is-lost-when-any-two-become-one-and-undo-is-exact", nothing_is_lost);
  ADD ("YL-07-units-and-people-are-moved-below-and-before-others", units_and_people_are_moved);
  ADD ("PB-27-what-hangs-on-a-unit-is-said-goes-with-it-and-comes-back", what_hangs_is_said_and_comes_back);
  ADD ("nothing-hangs-on-one-that-is-not-in-use", nothing_hangs_on_the_unused);
#undef ADD

  return g_test_run ();
}
