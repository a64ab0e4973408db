/* test-history.c — the journal looked through: values in words, what is sought, states compared, who answered when. */
#include "document-fixture.h"
#include "random-verbs.h"

#include <gio/gio.h>
#include <string.h>

#include "guatu-change-words.h"
#include "guatu-comparison.h"
#include "guatu-tenures.h"
#include "guatu-journal.h"
#include "guatu-plan-at.h"

/* Words ------------------------------------------------------------------------------------------------ */

/* All that the entry changed, line by line: "Task “Bridge” / Duration: 34 d → 40 d". */
static char *
told (DocumentFixture *fixture, gint64 seq)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GPtrArray) rows = NULL;
  guint n;

  rows = guatu_entry_changes (fixture->document, seq, 0, 0, 0, G_MAXUINT, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      const GuatuRowChange *row = g_ptr_array_index (rows, i);
      g_autofree char *title = guatu_row_change_title (row);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", title);
      for (guint j = 0; j < row->fields->len; j++)
        {
          g_autofree char *field = guatu_field_change_text (g_ptr_array_index (row->fields, j), row->kind);

          g_string_append_printf (text, " / %s", field);
        }
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What comes back for ever ends on no day that anybody reads. */
static void
endless (DocumentFixture *fixture, gconstpointer data)
{
  const GuatuSetting name = { GUATU_CALENDAR_NAME, GUATU_TEXT ("Site") };
  GuatuSetting days[] = {
    { GUATU_CALENDAR_EXCEPTION_CALENDAR, GUATU_INTEGER (must_add (fixture, GUATU_TABLE_CALENDAR, &name, 1)) },
    { GUATU_CALENDAR_EXCEPTION_FROM_DATE, GUATU_INTEGER (guatu_test_at ("2024-06-03")) },
    { GUATU_CALENDAR_EXCEPTION_TO_DATE, GUATU_INTEGER (GUATU_INSTANT_MAX - GUATU_DAY) },
    { GUATU_CALENDAR_EXCEPTION_RECURRENCE, GUATU_INTEGER (GUATU_RECUR_YEARLY_DAY) },
    { GUATU_CALENDAR_EXCEPTION_MONTH, GUATU_INTEGER (6) }, { GUATU_CALENDAR_EXCEPTION_MONTH_DAY, GUATU_INTEGER (3) },
  };
  gint64 id = must_add (fixture, GUATU_TABLE_CALENDAR_EXCEPTION, days, G_N_ELEMENTS (days));
  g_autofree char *added = told (fixture, head_of (fixture->document));
  g_autofree char *changed = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_nonnull (strstr (added, "/ From: Jun 3, 2024 / To: without end /"));

  days[2].value = GUATU_INTEGER (guatu_test_at ("2029-12-31"));
  guatu_document_set (fixture->document, GUATU_TABLE_CALENDAR_EXCEPTION, id, &days[2], 1, &error);
  g_assert_no_error (error);
  changed = told (fixture, head_of (fixture->document));
  g_assert_nonnull (strstr (changed, "/ To: without end → Dec 31, 2029"));
}

#define assert_told(fixture, seq, expected) \
  G_STMT_START { \
    g_autofree char *told_ = told (fixture, seq); \
    g_assert_cmpstr (told_, ==, expected); \
  } G_STMT_END

#define assert_says(fixture, seq, part) \
  G_STMT_START { \
    g_autofree char *told_ = told (fixture, seq); \
    if (strstr (told_, part) == NULL) \
      { \
        g_test_message ("“%s” is not in “%s”", part, told_); \
        g_test_fail (); \
      } \
  } G_STMT_END

static void
must_assign (DocumentFixture *fixture, const char *task, const char *unit, const char *person, GuatuRole role)
{
  g_autoptr(GError) error = NULL;

  guatu_document_assign (fixture->document, task_id (fixture, task),
                         unit != NULL ? id_of (fixture, GUATU_TABLE_UNIT, unit) : 0,
                         person != NULL ? id_of (fixture, GUATU_TABLE_PERSON, person) : 0, role, 10000, NULL, &error);
  g_assert_no_error (error);
}

static void
must_unassign (DocumentFixture *fixture, const char *task, const char *unit, GuatuRole role)
{
  g_autoptr(GError) error = NULL;

  guatu_document_unassign (fixture->document, task_id (fixture, task), id_of (fixture, GUATU_TABLE_UNIT, unit), 0,
                           (int) role, &error);
  g_assert_no_error (error);
}

static void
must_remove (DocumentFixture *fixture, GuatuTable table, gint64 id)
{
  g_autoptr(GError) error = NULL;

  guatu_document_remove (fixture->document, table, id, &error);
  g_assert_no_error (error);
}

/* PB-33: the journal says what was there before, and what came in its place. */
static void
old_and_new_values (DocumentFixture *fixture, gconstpointer data)
{
  GuatuSetting weeks[] = { { GUATU_TASK_DURATION, GUATU_INTEGER (2 * 5 * 8 * 3600) },
                           { GUATU_TASK_DURATION_UNIT, GUATU_INTEGER (GUATU_UNIT_WEEK) },
                           { GUATU_TASK_NOTE, GUATU_TEXT ("Bring cones") } };
  g_autoptr(GError) error = NULL;

  must_set_task (fixture, "Bridge", GUATU_TASK_DURATION, GUATU_INTEGER (40 * 8 * 3600));
  assert_told (fixture, 2, "Task “Bridge” / Duration: 34 d → 40 d");

  g_assert_true (guatu_document_set (fixture->document, GUATU_TABLE_TASK, task_id (fixture, "Road"), weeks, 3, &error));
  assert_told (fixture, 3, "Task “Road” / Duration: 20 d → 2 w / Note: empty → Bring cones");

  must_assign (fixture, "Bridge", "Roads", NULL, GUATU_ROLE_LEAD_UNIT);
  assert_told (fixture, 4, "Assignment “Bridge · Roads” added / Role: lead unit");
  g_assert_true (guatu_document_undo (fixture->document, NULL, &error));
  assert_told (fixture, 5, "Assignment “Bridge · Roads” removed / Role: lead unit");
}

/* What a row was called that is gone is known to the journal alone. */
static void
rows_that_are_gone_have_names (DocumentFixture *fixture, gconstpointer data)
{
  must_assign (fixture, "Bridge", "Roads", NULL, GUATU_ROLE_LEAD_UNIT);
  must_remove (fixture, GUATU_TABLE_TASK, task_id (fixture, "Bridge"));
  must_remove (fixture, GUATU_TABLE_UNIT, id_of (fixture, GUATU_TABLE_UNIT, "Roads"));

  assert_told (fixture, 2, "Assignment “Bridge · Roads” added / Role: lead unit");
  assert_says (fixture, 3, "Task “Bridge” removed");
  assert_says (fixture, 3, "Link “Design → Bridge” removed");
  assert_says (fixture, 4, "Unit “Roads” removed");
}

static void
a_long_entry_comes_in_parts (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) all = NULL;
  guint n, m;

  all = guatu_entry_changes (fixture->document, 1, 0, 0, 0, G_MAXUINT, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, >, 10);
  for (guint first = 0; first < n; first += 5)
    {
      g_autoptr(GPtrArray) part = guatu_entry_changes (fixture->document, 1, 0, 0, first, 5, &m, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (m, ==, n);
      g_assert_cmpuint (part->len, ==, MIN (5, n - first));
      for (guint i = 0; i < part->len; i++)
        g_assert_cmpint (((GuatuRowChange *) g_ptr_array_index (part, i))->id, ==,
                         ((GuatuRowChange *) g_ptr_array_index (all, first + i))->id);
    }
}

/* Of a long entry what was done to the row that is looked for comes first; nothing is left out. */
static void
the_row_that_is_sought_comes_first (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GPtrArray) rest = NULL;
  guint n, all;

  rest = guatu_entry_changes (fixture->document, 1, 0, 0, 0, 0, &all, &error);
  rows = guatu_entry_changes (fixture->document, 1, GUATU_TABLE_TASK, task_id (fixture, "Opening"), 0, 4, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, all);
  g_assert_cmpstr (((GuatuRowChange *) g_ptr_array_index (rows, 0))->name, ==, "Opening");
  g_assert_true (g_str_has_suffix (((GuatuRowChange *) g_ptr_array_index (rows, 1))->name, " → Opening"));
  g_assert_true (g_str_has_suffix (((GuatuRowChange *) g_ptr_array_index (rows, 2))->name, " → Opening"));
  g_assert_null (strstr (((GuatuRowChange *) g_ptr_array_index (rows, 3))->name, "Opening"));
}

/* Looking ---------------------------------------------------------------------------------------------- */

/* The numbers of the entries found, the newest first, with a space behind each. */
static char *
found (DocumentFixture *fixture, const GuatuJournalQuery *query, gint64 budget)
{
  g_autoptr(GuatuJournal) journal = guatu_journal_new (fixture->document, query);
  g_autoptr(GError) error = NULL;
  GString *text = g_string_new (NULL);
  const GuatuJournalLine *lines;
  guint n, n_steps = 0;

  while (!guatu_journal_is_done (journal))
    {
      g_assert_true (guatu_journal_step (journal, budget, &error));
      n_steps++;
    }
  if (budget == 0)
    g_assert_cmpuint (n_steps, ==, 1);
  lines = guatu_journal_lines (journal, &n);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%" G_GINT64_FORMAT "%s ", lines[i].seq, lines[i].standing ? "" : "-");

  return g_string_free (text, FALSE);
}

#define assert_found(fixture, expected, ...) \
  G_STMT_START { \
    const GuatuJournalQuery query_ = { __VA_ARGS__ }; \
    g_autofree char *found_ = found (fixture, &query_, 0); \
    g_autofree char *stepwise_ = found (fixture, &query_, 1); \
    g_assert_cmpstr (found_, ==, expected); \
    g_assert_cmpstr (stepwise_, ==, expected); \
  } G_STMT_END

static void
make_history (DocumentFixture *fixture)
{
  g_autoptr(GError) error = NULL;

  must_set_task (fixture, "Bridge", GUATU_TASK_NOTE, GUATU_TEXT ("one"));         /* 2 */
  guatu_document_set_author (fixture->document, "Zhao");
  must_assign (fixture, "Bridge", "Roads", NULL, GUATU_ROLE_LEAD_UNIT);           /* 3 */
  must_set_task (fixture, "Road", GUATU_TASK_NOTE, GUATU_TEXT ("two"));           /* 4 */
  must_unassign (fixture, "Bridge", "Roads", GUATU_ROLE_LEAD_UNIT);               /* 5 */
  must_link (fixture, "Survey", "Bridge");                                        /* 6 */
  g_assert_true (guatu_document_undo (fixture->document, NULL, &error));          /* 7 */
}

static void
what_is_sought_is_found (DocumentFixture *fixture, gconstpointer data)
{
  gint64 now = g_get_real_time () / 1000;

  make_history (fixture);
  assert_found (fixture, "7 6- 5 4 3 2 1 ", .text = NULL);
  assert_found (fixture, "7 6- 5 4 3 ", .author = "zhao");
  assert_found (fixture, "4 2 ", .deeds = 1 << GUATU_DEED_CHANGED);
  assert_found (fixture, "5 3 1 ", .deeds = 1 << GUATU_DEED_ASSIGNED | 1 << GUATU_DEED_MADE);
  assert_found (fixture, "2 ", .text = "BRIDGE note");
  assert_found (fixture, "4 ", .text = "note", .author = "Zhao");
  assert_found (fixture, "", .text = "note", .author = "Nobody");
  assert_found (fixture, "", .since = now + 3600 * 1000);
  assert_found (fixture, "", .until = now - 3600 * 1000);
  assert_found (fixture, "7 6- 5 4 3 2 1 ", .since = now - 3600 * 1000, .until = now + 3600 * 1000);
}

/* A task's history is that of what belongs to it, too, though an entry that takes an assignment away names it only by
 * what it was. */
static void
the_history_of_one_task (DocumentFixture *fixture, gconstpointer data)
{
  make_history (fixture);
  assert_found (fixture, "7 6- 5 3 2 1 ", .table = GUATU_TABLE_TASK, .id = task_id (fixture, "Bridge"));
  assert_found (fixture, "4 1 ", .table = GUATU_TABLE_TASK, .id = task_id (fixture, "Road"));
  assert_found (fixture, "5 3 1 ", .table = GUATU_TABLE_UNIT, .id = id_of (fixture, GUATU_TABLE_UNIT, "Roads"));
  assert_found (fixture, "5 3 ", .table = GUATU_TABLE_TASK, .id = task_id (fixture, "Bridge"),
                .deeds = 1 << GUATU_DEED_ASSIGNED);
}

static gint64
add_item (DocumentFixture *fixture, gint64 ledger, const char *task, const char *number)
{
  GuatuSetting item[] = { { GUATU_LEDGER_ITEM_LEDGER, GUATU_INTEGER (ledger) },
                          { GUATU_LEDGER_ITEM_TASK, GUATU_INTEGER (task_id (fixture, task)) },
                          { GUATU_LEDGER_ITEM_NUMBER, GUATU_TEXT (number) } };

  return must_add (fixture, GUATU_TABLE_LEDGER_ITEM, item, G_N_ELEMENTS (item));
}

/* QX-12: a living ledger: which items came onto it, were changed and taken off, by whom and when; and nothing else. */
static void
a_ledger_with_its_revisions (DocumentFixture *fixture, gconstpointer data)
{
  GuatuSetting name = { GUATU_LEDGER_NAME, GUATU_TEXT ("Key tasks") };
  GuatuSetting renumbered = { GUATU_LEDGER_ITEM_NUMBER, GUATU_TEXT ("7") };
  GuatuSetting other_name = { GUATU_LEDGER_NAME, GUATU_TEXT ("Other") };
  g_autoptr(GuatuJournal) journal = NULL;
  g_autoptr(GError) error = NULL;
  const GuatuJournalLine *lines;
  gint64 ledger, other, road, bridge;
  guint n;

  ledger = must_add (fixture, GUATU_TABLE_LEDGER, &name, 1);                                    /* 2 */
  other = must_add (fixture, GUATU_TABLE_LEDGER, &other_name, 1);                               /* 3 */
  bridge = add_item (fixture, ledger, "Bridge", "1");                                           /* 4 */
  road = add_item (fixture, ledger, "Road", "2");                                               /* 5 */
  add_item (fixture, other, "Survey", "1");                                                     /* 6 */
  must_set_task (fixture, "Bridge", GUATU_TASK_NOTE, GUATU_TEXT ("not the ledger's affair"));   /* 7 */
  guatu_document_set_author (fixture->document, "Zhao");
  g_assert_true (guatu_document_set (fixture->document, GUATU_TABLE_LEDGER_ITEM, road, &renumbered, 1, &error));  /* 8 */
  must_remove (fixture, GUATU_TABLE_LEDGER_ITEM, road);                                         /* 9 */
  must_remove (fixture, GUATU_TABLE_LEDGER_ITEM, bridge);                                       /* 10 */

  /* 8 names the item alone, which is gone: what it was on is known from 9. */
  assert_found (fixture, "10 9 8 5 4 2 ", .table = GUATU_TABLE_LEDGER, .id = ledger);
  assert_told (fixture, 5, "Ledger item “Road · Key tasks” added / Number: 2");
  assert_told (fixture, 8, "Ledger item “Road · Key tasks” / Number: 2 → 7");
  assert_told (fixture, 9, "Ledger item “Road · Key tasks” removed / Number: 7");

  journal = guatu_journal_new (fixture->document, &(GuatuJournalQuery) { .table = GUATU_TABLE_LEDGER, .id = ledger });
  g_assert_true (guatu_journal_step (journal, 0, &error));
  lines = guatu_journal_lines (journal, &n);
  g_assert_cmpstr (guatu_journal_name (journal, lines[0].author), ==, "Zhao");
  g_assert_cmpstr (guatu_journal_name (journal, lines[3].author), ==, "Wang");
  g_assert_cmpint (ABS (lines[0].time - g_get_real_time () / 1000), <, 600 * 1000);
}

/* Going back ------------------------------------------------------------------------------------------- */

static void
one_value_is_restored (DocumentFixture *fixture, gconstpointer data)
{
  GuatuSetting weeks[] = { { GUATU_TASK_DURATION, GUATU_INTEGER (2 * 5 * 8 * 3600) },
                           { GUATU_TASK_DURATION_UNIT, GUATU_INTEGER (GUATU_UNIT_WEEK) },
                           { GUATU_TASK_NOTE, GUATU_TEXT ("Bring cones") } };
  g_autoptr(GError) error = NULL;
  gint64 road = task_id (fixture, "Road");

  g_assert_true (guatu_document_set (fixture->document, GUATU_TABLE_TASK, road, weeks, 3, &error));
  g_assert_true (guatu_document_restore (fixture->document, 2, GUATU_TABLE_TASK, road, GUATU_TASK_DURATION, &error));
  g_assert_no_error (error);
  g_assert_cmpint (task_number (fixture, "Road", GUATU_TASK_DURATION), ==, 20 * 8 * 3600);
  g_assert_cmpint (task_number (fixture, "Road", GUATU_TASK_DURATION_UNIT), ==, GUATU_UNIT_DAY);
  /* The rest stays, and it is an edit like any other. */
  g_assert_cmpstr (guatu_plan_task_string (guatu_document_get_plan (fixture->document), task_row (fixture, "Road"),
                                           GUATU_TASK_NOTE), ==, "Bring cones");
  assert_told (fixture, 3, "Task “Road” / Duration: 2 w → 20 d");
  g_assert_true (guatu_document_undo (fixture->document, NULL, &error));
  g_assert_cmpint (task_number (fixture, "Road", GUATU_TASK_DURATION), ==, 2 * 5 * 8 * 3600);
}

static void
what_was_not_changed_is_not_restored (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gboolean done;
  gint64 road = task_id (fixture, "Road");

  must_set_task (fixture, "Road", GUATU_TASK_NOTE, GUATU_TEXT ("one"));
  done = guatu_document_restore (fixture->document, 2, GUATU_TABLE_TASK, road, GUATU_TASK_DURATION, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_NOT_FOUND, "Entry 2", "Duration");
  must_remove (fixture, GUATU_TABLE_TASK, road);
  done = guatu_document_restore (fixture->document, 2, GUATU_TABLE_TASK, road, GUATU_TASK_NOTE, &error);
  assert_refused (fixture, done, error, GUATU_DOCUMENT_ERROR_NOT_FOUND, "no task");
}

static gboolean
replay (const GuatuEntry *entry, gpointer data, GError **error)
{
  g_autofree char *digest = NULL;
  GPtrArray *states = data;

  g_assert_true (guatu_changeset_apply (entry->changeset, g_ptr_array_index (states, 0), error));
  digest = plan_digest (g_ptr_array_index (states, 0));
  g_ptr_array_add (states, g_steal_pointer (&digest));
  return TRUE;
}

static void
assert_digest (const GuatuPlan *plan, const char *expected)
{
  g_autofree char *digest = plan_digest (plan);

  g_assert_cmpstr (digest, ==, expected);
}

/* Any state, gone back to in memory, or restored in the file, is what the journal gives that is replayed to it. */
static void
any_state_equals_replaying_to_it (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (33);
  g_autoptr(GPtrArray) states = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  GuatuStore *store = guatu_document_get_store (fixture->document);
  gint64 head;

  for (guint i = 0; i < 150; i++)
    random_verb (fixture->document, rand, TRUE, NULL);
  head = head_of (fixture->document);
  g_assert_cmpint (head, >, 40);

  /* In the array the plan under way comes first: the state after an entry has its number. */
  g_ptr_array_add (states, guatu_plan_new ());
  guatu_plan_settle (g_ptr_array_index (states, 0));
  g_assert_true (guatu_store_each_entry (store, 0, replay, states, &error));
  for (gint64 seq = 1; seq <= head; seq++)
    {
      g_autoptr(GuatuPlan) then = guatu_plan_at (store, seq, NULL, NULL, &error);

      g_assert_no_error (error);
      assert_digest (then, g_ptr_array_index (states, seq));
    }
  for (guint i = 0; i < 8; i++)
    {
      gint64 seq = g_rand_int_range (rand, 1, (gint32) head + 1);

      g_assert_true (guatu_document_revert (fixture->document, seq, &error));
      g_assert_no_error (error);
      assert_digest (guatu_document_get_plan (fixture->document), g_ptr_array_index (states, seq));
    }

  guatu_plan_free (g_ptr_array_index (states, 0));
  for (guint i = 1; i < states->len; i++)
    g_free (g_ptr_array_index (states, i));
}

/* Comparing -------------------------------------------------------------------------------------------- */

static const GuatuRowChange *
change_of (GuatuComparison *comparison, const char *name)
{
  for (guint i = 0; i < comparison->rows->len; i++)
    if (g_str_equal (((GuatuRowChange *) g_ptr_array_index (comparison->rows, i))->name, name))
      return g_ptr_array_index (comparison->rows, i);

  return NULL;
}

static char *
fields_of (const GuatuRowChange *row)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < row->fields->len; i++)
    {
      g_autofree char *field = guatu_field_change_text (g_ptr_array_index (row->fields, i), row->kind);

      g_string_append_printf (text, "%s%s", i > 0 ? " / " : "", field);
    }
  return g_string_free (text, FALSE);
}

static void
two_states_are_compared (DocumentFixture *fixture, gconstpointer data)
{
  GuatuSetting added = { GUATU_TASK_NAME, GUATU_TEXT ("Lamps") };
  g_autoptr(GuatuComparison) comparison = NULL;
  g_autoptr(GuatuComparison) back = NULL;
  g_autoptr(GuatuComparison) none = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *survey = NULL;
  g_autofree char *design = NULL;
  g_autofree char *title = NULL;
  GuatuStore *store = guatu_document_get_store (fixture->document);
  gint64 before, after;

  before = head_of (fixture->document);
  must_set_task (fixture, "Survey", GUATU_TASK_DURATION, GUATU_INTEGER (10 * 8 * 3600));
  must_add (fixture, GUATU_TABLE_TASK, &added, 1);
  must_remove (fixture, GUATU_TABLE_TASK, task_id (fixture, "Road"));
  after = head_of (fixture->document);
  must_set_task (fixture, "Bridge", GUATU_TASK_NOTE, GUATU_TEXT ("later"));

  comparison = guatu_comparison_of_entries (store, before, after, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (comparison->n_added, ==, 1);
  g_assert_cmpuint (comparison->n_removed, ==, 1);
  survey = fields_of (change_of (comparison, "Survey"));
  g_assert_cmpstr (survey, ==, "Duration: 5 d → 10 d / Scheduled finish: Mar 8, 2024, 17:00 → Mar 15, 2024, 17:00");
  /* Nobody touched it: it was moved. */
  design = fields_of (change_of (comparison, "Design"));
  g_assert_cmpstr (design, ==, "Scheduled start: Mar 11, 2024, 08:00 → Mar 18, 2024, 08:00 / "
                               "Scheduled finish: Mar 22, 2024, 17:00 → Mar 29, 2024, 17:00");
  g_assert_cmpint (change_of (comparison, "Lamps")->kind, ==, GUATU_CHANGE_ADDED);
  g_assert_cmpint (change_of (comparison, "Road")->kind, ==, GUATU_CHANGE_REMOVED);
  g_assert_cmpint (change_of (comparison, "Road → Opening")->kind, ==, GUATU_CHANGE_REMOVED);
  title = guatu_comparison_title (comparison);
  g_assert_nonnull (strstr (title, "1 added, 1 removed"));

  back = guatu_comparison_of_entries (store, after, before, NULL, NULL, &error);
  g_assert_cmpuint (back->rows->len, ==, comparison->rows->len);
  g_assert_cmpint (change_of (back, "Lamps")->kind, ==, GUATU_CHANGE_REMOVED);
  none = guatu_comparison_of_entries (store, 0, head_of (fixture->document), NULL, NULL, &error);
  g_assert_cmpuint (none->rows->len, ==, 0);
}

/* The file is only read, and so is the plan in memory. */
static void
comparing_leaves_the_plan_alone (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GuatuComparison) comparison = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  GuatuStore *store = guatu_document_get_store (fixture->document);
  guint n_changed;
  gint64 head;

  make_history (fixture);
  n_changed = fixture->n_changed;
  head = head_of (fixture->document);
  before = plan_digest (guatu_document_get_plan (fixture->document));
  comparison = guatu_comparison_of_entries (store, 1, 0, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (head_of (fixture->document), ==, head);
  g_assert_cmpuint (fixture->n_changed, ==, n_changed);
  assert_digest (guatu_document_get_plan (fixture->document), before);
  check_memory (fixture->document);
}

static gboolean
never (gint64 done, gint64 total, gpointer data)
{
  return FALSE;
}

static gboolean
count (gint64 done, gint64 total, gpointer data)
{
  g_assert_cmpint (done, <=, total);
  *(guint *) data += 1;
  return TRUE;
}

static void
long_work_can_be_cancelled (DocumentFixture *fixture, gconstpointer data)
{
  GuatuStore *store = guatu_document_get_store (fixture->document);
  g_autoptr(GError) error = NULL;
  gint64 checked;
  guint n = 0;

  make_history (fixture);
  g_assert_false (guatu_store_verify_watched (store, never, NULL, &checked, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (guatu_comparison_of_entries (store, 1, 0, never, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_true (guatu_store_verify_watched (store, count, &n, &checked, &error));
  g_assert_cmpint (checked, ==, 7);
  g_assert_cmpuint (n, >, 0);
}

/* Who answered ----------------------------------------------------------------------------------------- */

#define DAY (24 * 60 * 60)

static GuatuInstant
day_of (gint64 milliseconds)
{
  return guatu_instant_day (guatu_journal_civil (milliseconds)) * DAY;
}

static const GuatuTenure *
duty_at (GPtrArray *duties, guint i)
{
  g_assert_cmpuint (i, <, duties->len);
  return g_ptr_array_index (duties, i);
}

/* PB-33: from a failure one walks back to who held which duty when. */
static void
who_answered_is_known_for_any_day (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) duties = NULL;
  const GuatuTenure *roads, *township, *chen;
  gint64 bridge = task_id (fixture, "Bridge"), roads_id = id_of (fixture, GUATU_TABLE_UNIT, "Roads");
  GuatuInstant today;

  must_assign (fixture, "Bridge", "Roads", NULL, GUATU_ROLE_LEAD_UNIT);                 /* 2 */
  must_assign (fixture, "Road", "Township", NULL, GUATU_ROLE_LEAD_UNIT);                /* 3: another task's */
  guatu_document_set_author (fixture->document, "Zhao");
  must_unassign (fixture, "Bridge", "Roads", GUATU_ROLE_LEAD_UNIT);                     /* 4 */
  must_assign (fixture, "Bridge", "Township", NULL, GUATU_ROLE_LEAD_UNIT);              /* 5 */
  must_assign (fixture, "Bridge", NULL, "Chen", GUATU_ROLE_RESPONSIBLE_PERSON);         /* 6 */
  must_remove (fixture, GUATU_TABLE_UNIT, roads_id);                                    /* 7 */

  duties = guatu_tenures (fixture->document, bridge, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (duties->len, ==, 3);
  roads = duty_at (duties, 0);
  township = duty_at (duties, 1);
  chen = duty_at (duties, 2);

  /* The unit is gone, and yet it had the duty. */
  g_assert_cmpstr (roads->who, ==, "Roads");
  g_assert_cmpint (roads->role, ==, GUATU_ROLE_LEAD_UNIT);
  g_assert_cmpint (roads->unit, ==, roads_id);
  g_assert_cmpint (roads->from_entry, ==, 2);
  g_assert_cmpint (roads->to_entry, ==, 4);
  g_assert_cmpstr (roads->from_author, ==, "Wang");
  g_assert_cmpstr (roads->to_author, ==, "Zhao");
  g_assert_cmpint (roads->to, >=, roads->from);
  g_assert_false (roads->as_found);
  g_assert_cmpstr (township->who, ==, "Township");
  g_assert_cmpint (township->from_entry, ==, 5);
  g_assert_cmpint (township->to, ==, 0);
  g_assert_cmpstr (chen->who, ==, "Chen");
  g_assert_cmpint (chen->role, ==, GUATU_ROLE_RESPONSIBLE_PERSON);

  today = day_of (township->from);
  g_assert_true (guatu_tenure_is_of_day (township, today));
  g_assert_true (guatu_tenure_is_of_day (township, today + 400 * DAY));
  g_assert_false (guatu_tenure_is_of_day (township, today - DAY));
  g_assert_true (guatu_tenure_is_of_day (roads, day_of (roads->from)));
  g_assert_false (guatu_tenure_is_of_day (roads, today + DAY));
}

/* An assignment that is handed over to another task, role or person is another duty from then on. */
static void
a_duty_ends_where_it_is_handed_over (DocumentFixture *fixture, gconstpointer data)
{
  GuatuSetting role = { GUATU_ASSIGNMENT_ROLE, GUATU_INTEGER (GUATU_ROLE_SUPPORT_UNIT) };
  GuatuSetting share = { GUATU_ASSIGNMENT_SHARE, GUATU_INTEGER (5000) };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) duties = NULL;
  gint64 id;

  guatu_document_assign (fixture->document, task_id (fixture, "Bridge"), id_of (fixture, GUATU_TABLE_UNIT, "Roads"), 0,
                         GUATU_ROLE_LEAD_UNIT, 10000, &id, &error);                                           /* 2 */
  g_assert_true (guatu_document_set (fixture->document, GUATU_TABLE_ASSIGNMENT, id, &share, 1, &error));           /* 3 */
  g_assert_true (guatu_document_set (fixture->document, GUATU_TABLE_ASSIGNMENT, id, &role, 1, &error));            /* 4 */
  must_remove (fixture, GUATU_TABLE_TASK, task_id (fixture, "Opening"));                                          /* 5 */

  duties = guatu_tenures (fixture->document, task_id (fixture, "Bridge"), &error);
  g_assert_cmpuint (duties->len, ==, 2);
  g_assert_cmpint (duty_at (duties, 0)->role, ==, GUATU_ROLE_LEAD_UNIT);
  g_assert_cmpint (duty_at (duties, 0)->to_entry, ==, 4);
  g_assert_cmpint (duty_at (duties, 0)->share, ==, 5000);
  g_assert_cmpint (duty_at (duties, 1)->role, ==, GUATU_ROLE_SUPPORT_UNIT);
  g_assert_cmpint (duty_at (duties, 1)->from_entry, ==, 4);
  g_assert_cmpint (duty_at (duties, 1)->to_entry, ==, 0);
}

static gint64
must_make_head (DocumentFixture *fixture, const char *unit, const char *person)
{
  GuatuSetting settings[] = {
    { GUATU_MEMBERSHIP_UNIT, GUATU_INTEGER (id_of (fixture, GUATU_TABLE_UNIT, unit)) },
    { GUATU_MEMBERSHIP_PERSON, GUATU_INTEGER (id_of (fixture, GUATU_TABLE_PERSON, person)) },
    { GUATU_MEMBERSHIP_IS_HEAD, GUATU_INTEGER (1) }
  };

  return must_add (fixture, GUATU_TABLE_MEMBERSHIP, settings, G_N_ELEMENTS (settings));
}

/* PB-33: where a unit answers, so does who heads it, as long as both lasts. */
static void
heads_answer_for_what_their_unit_answers_for (DocumentFixture *fixture, gconstpointer data)
{
  GuatuSetting member = { GUATU_MEMBERSHIP_IS_HEAD, GUATU_INTEGER (0) };
  GuatuSetting head = { GUATU_MEMBERSHIP_IS_HEAD, GUATU_INTEGER (1) };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) duties = NULL;
  gint64 first;

  first = must_make_head (fixture, "Roads", "Chen");                                    /* 2 */
  must_make_head (fixture, "Township", "Li");                                           /* 3: of no duty */
  must_assign (fixture, "Bridge", "Roads", NULL, GUATU_ROLE_LEAD_UNIT);                 /* 4 */
  g_assert_true (guatu_document_set (fixture->document, GUATU_TABLE_MEMBERSHIP, first, &member, 1, &error));  /* 5 */
  must_make_head (fixture, "Roads", "Li");                                              /* 6 */
  must_unassign (fixture, "Bridge", "Roads", GUATU_ROLE_LEAD_UNIT);                     /* 7 */
  g_assert_true (guatu_document_set (fixture->document, GUATU_TABLE_MEMBERSHIP, first, &head, 1, &error));  /* 8: late */

  duties = guatu_tenures (fixture->document, task_id (fixture, "Bridge"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (duties->len, ==, 3);
  for (guint i = 0; i < duties->len; i++)
    {
      static const struct { const char *title; gint64 from, to; } expected[] = {
        { "Roads", 4, 7 }, { "Chen, head of Roads", 4, 5 }, { "Li, head of Roads", 6, 7 }
      };
      const GuatuTenure *duty = duty_at (duties, i);
      g_autofree char *title = guatu_tenure_title (duty);

      g_assert_cmpstr (title, ==, expected[i].title);
      g_assert_cmpint (duty->role, ==, GUATU_ROLE_LEAD_UNIT);
      g_assert_cmpint (duty->from_entry, ==, expected[i].from);
      g_assert_cmpint (duty->to_entry, ==, expected[i].to);
    }
}

/* Held from Oct 10, 12:00 to Oct 12, 0:00: the 10th and the 11th. */
static void
days_begin_at_midnight (void)
{
  GuatuInstant tenth = guatu_instant_from_civil ((GuatuCivil) { .year = 2022, .month = 10, .day = 10 });
  GuatuTenure duty = { .from = guatu_journal_moment (tenth + DAY / 2), .to = guatu_journal_moment (tenth + 2 * DAY) };

  g_assert_false (guatu_tenure_is_of_day (&duty, tenth - DAY));
  g_assert_true (guatu_tenure_is_of_day (&duty, tenth));
  g_assert_true (guatu_tenure_is_of_day (&duty, tenth + DAY));
  g_assert_false (guatu_tenure_is_of_day (&duty, tenth + 2 * DAY));
}

/* Each kind of entry there is has a kind of change to be looked for by. */
static void
kinds_of_change (void)
{
  g_assert_cmpint (guatu_deed_of_kind ("create"), ==, GUATU_DEED_MADE);
  g_assert_cmpint (guatu_deed_of_kind ("task-add"), ==, GUATU_DEED_ADDED);
  g_assert_cmpint (guatu_deed_of_kind ("tasks-paste"), ==, GUATU_DEED_ADDED);
  g_assert_cmpint (guatu_deed_of_kind ("key_node-set"), ==, GUATU_DEED_CHANGED);
  g_assert_cmpint (guatu_deed_of_kind ("tasks-cut"), ==, GUATU_DEED_REMOVED);
  g_assert_cmpint (guatu_deed_of_kind ("tasks-indent"), ==, GUATU_DEED_MOVED);
  g_assert_cmpint (guatu_deed_of_kind ("unlink"), ==, GUATU_DEED_LINKED);
  g_assert_cmpint (guatu_deed_of_kind ("task-people"), ==, GUATU_DEED_ASSIGNED);
  g_assert_cmpint (guatu_deed_of_kind ("report"), ==, GUATU_DEED_REPORTED);
  g_assert_cmpint (guatu_deed_of_kind ("baseline"), ==, GUATU_DEED_RECORDED);
  g_assert_cmpint (guatu_deed_of_kind ("revert"), ==, GUATU_DEED_TAKEN_BACK);
  g_assert_cmpint (guatu_deed_of_kind ("of a newer version"), ==, GUATU_DEED_RECORDED);
}

int
main (int argc, char **argv)
{
  document_fixture_in_memory ();
  g_test_init (&argc, &argv, NULL);

  add_document_test ("/history/what-comes-back-for-ever-has-no-end", endless);
  add_document_test ("/history/PB-33/old-and-new-values-are-told", old_and_new_values);
  add_document_test ("/history/rows-that-are-gone-have-names", rows_that_are_gone_have_names);
  add_document_test ("/history/a-long-entry-comes-in-parts", a_long_entry_comes_in_parts);
  add_document_test ("/history/the-row-that-is-sought-comes-first", the_row_that_is_sought_comes_first);
  add_document_test ("/history/what-is-sought-is-found", what_is_sought_is_found);
  add_document_test ("/history/PB-33/the-history-of-one-task", the_history_of_one_task);
  add_document_test ("/history/QX-12/a-ledger-with-its-revisions", a_ledger_with_its_revisions);
  add_document_test ("/history/one-value-is-restored", one_value_is_restored);
  add_document_test ("/history/what-was-not-changed-is-not-restored", what_was_not_changed_is_not_restored);
  add_document_test ("/history/PB-33/any-state-equals-replaying-to-it", any_state_equals_replaying_to_it);
  add_document_test ("/history/two-states-are-compared", two_states_are_compared);
  add_document_test ("/history/comparing-leaves-the-plan-alone", comparing_leaves_the_plan_alone);
  add_document_test ("/history/long-work-can-be-cancelled", long_work_can_be_cancelled);
  add_document_test ("/history/PB-33/who-answered-is-known-for-any-day", who_answered_is_known_for_any_day);
  add_document_test ("/history/PB-33/heads-answer-for-what-their-unit-answers-for",
                     heads_answer_for_what_their_unit_answers_for);
  add_document_test ("/history/PB-33/a-duty-ends-where-it-is-handed-over", a_duty_ends_where_it_is_handed_over);
  g_test_add_func ("/history/days-begin-at-midnight", days_begin_at_midnight);
  g_test_add_func ("/history/kinds-of-change", kinds_of_change);

  return g_test_run ();
}
