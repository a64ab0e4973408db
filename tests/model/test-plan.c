/* test-plan.c — rows, fields, outline and look-ups of a plan in memory. */
#include "guatu-test.h"

#include "guatu-id.h"

#define assert_rows(rows, n, ...) \
  G_STMT_START { \
    const gint32 expected_[] = { __VA_ARGS__ }; \
    g_assert_cmpmem ((rows), (int) ((n) * sizeof (gint32)), expected_, (int) sizeof expected_); \
  } G_STMT_END

static void
test_id_ascends (void)
{
  gint64 last = 0;

  guatu_id_set_source (NULL);
  for (int i = 0; i < 10000; i++)
    {
      gint64 id = guatu_id_next ();

      g_assert_cmpint (id, >, last);
      last = id;
    }
  /* 41 bits of milliseconds since 2020, then 22 more. */
  g_assert_cmpint (last >> 22, >, G_GINT64_CONSTANT (86400000) * 365 * 5);
}

static gint64
clock_that_goes_back (gpointer data)
{
  int *calls = data;

  return G_GINT64_CONSTANT (1700000000000) - 1000 * (*calls)++;
}

static void
test_id_ascends_though_the_clock_goes_back (void)
{
  int calls = 0;
  GuatuIdSource source = { clock_that_goes_back, NULL, &calls };
  gint64 last = 0;

  guatu_id_set_source (&source);
  for (int i = 0; i < 100; i++)
    {
      gint64 id = guatu_id_next ();

      g_assert_cmpint (id, >, last);
      last = id;
    }
  guatu_id_set_source (NULL);
}

static void
test_id_is_read_strictly (void)
{
  gint64 id;

  g_assert_true (guatu_id_parse ("9223372036854775807", &id));
  g_assert_cmpint (id, ==, G_MAXINT64);
  for (const char **bad = (const char *[]) { "", "0", "-1", "1.0", " 1", "1 ", "0x10", "9223372036854775808", NULL }; *bad; bad++)
    g_assert_false (guatu_id_parse (*bad, &id));
}

static void
test_field_table_is_sound (void)
{
  for (int table = 0; table < GUATU_N_TABLES; table++)
    {
      const GuatuTableInfo *info = guatu_table_info (table);

      g_assert_cmpint (guatu_table_find (info->name), ==, table);
      g_assert_cmpuint (info->n_fields, <=, 64);
      g_assert_cmpint (info->fields[0].type, ==, GUATU_TYPE_ID);
      for (guint i = 0; i < info->n_fields; i++)
        {
          const GuatuField *field = &info->fields[i];
          GuatuValue fallback = guatu_field_fallback (field);

          g_assert_nonnull (field->name);
          g_assert_cmpint (guatu_field_find (table, field->name), ==, i);
          g_assert_cmpint (guatu_field_since ((GuatuTable) table, i), >=, guatu_field_since ((GuatuTable) table, 0));
          g_assert_cmpint (guatu_field_since ((GuatuTable) table, i), <=, GUATU_SCHEMA_VERSION);
          if (field->type == GUATU_TYPE_ENUM)
            g_assert_null (field->choices[field->max + 1].name);
          if (field->type == GUATU_TYPE_FLAGS)
            g_assert_null (field->choices[g_bit_nth_msf ((gulong) field->max, -1) + 1].name);
          if (i > 0 && !(field->flags & GUATU_FIELD_REQUIRED) && field->type != GUATU_TYPE_DATE)
            g_assert_true (guatu_field_check (field, fallback, NULL));
          if (field->type == GUATU_TYPE_REFERENCE)
            g_assert_true (field->flags & (GUATU_FIELD_NULLABLE | GUATU_FIELD_REQUIRED));
        }
    }
}

static void
test_check_refuses_what_a_field_may_not_hold (void)
{
  const GuatuField *name = guatu_field (GUATU_TABLE_TASK, GUATU_TASK_NAME);
  const GuatuField *share = guatu_field (GUATU_TABLE_REPORT, GUATU_REPORT_SHARE);
  const GuatuField *deadline = guatu_field (GUATU_TABLE_TASK, GUATU_TASK_DEADLINE);

  g_assert_true (guatu_field_check (name, GUATU_TEXT ("two\nlines"), NULL));
  g_assert_false (guatu_field_check (name, GUATU_TEXT (""), NULL));
  g_assert_false (guatu_field_check (name, GUATU_TEXT ("  "), NULL));
  g_assert_false (guatu_field_check (name, GUATU_TEXT ("bell\a"), NULL));
  g_assert_false (guatu_field_check (name, GUATU_TEXT ("\xff\xfe"), NULL));
  g_assert_false (guatu_field_check (name, GUATU_INTEGER (1), NULL));
  g_assert_true (guatu_field_check (share, GUATU_INTEGER (10000), NULL));
  g_assert_false (guatu_field_check (share, GUATU_INTEGER (10001), NULL));
  g_assert_false (guatu_field_check (share, GUATU_INTEGER (-1), NULL));
  g_assert_false (guatu_field_check (share, GUATU_NULL, NULL));
  g_assert_true (guatu_field_check (deadline, GUATU_NULL, NULL));
  g_assert_false (guatu_field_check (deadline, GUATU_INTEGER (GUATU_INSTANT_MAX + 1), NULL));
}

static void
test_field_holds_what_was_set (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);

  /* What the random plan set is what is read: its copy, written through the same doors, is equal. */
  for (int round = 0; round < 20; round++)
    {
      g_autoptr(GuatuPlan) plan = guatu_test_random_plan (rand, 30);
      g_autoptr(GuatuPlan) other = guatu_plan_new ();

      for (int table = 0; table < GUATU_N_TABLES; table++)
        for (guint row = guatu_plan_n_rows (plan, table); row-- > 0;)
          if (guatu_plan_id (plan, table, (gint32) row) != 0)
            guatu_plan_insert (other, table, guatu_plan_id (plan, table, (gint32) row));
      for (int table = 0; table < GUATU_N_TABLES; table++)
        for (guint row = 0; row < guatu_plan_n_rows (other, table); row++)
          for (guint field = 1; field < guatu_table_info (table)->n_fields; field++)
            {
              gint32 from = guatu_plan_find (plan, table, guatu_plan_id (other, table, (gint32) row));

              g_assert_true (guatu_plan_set (other, table, (gint32) row, field, guatu_plan_get (plan, table, from, field)));
            }
      guatu_assert_same_plan (plan, other);
    }
}

static void
test_set_refuses_what_does_not_fit (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 task = guatu_test_add_task (plan, -1, "Dig", "2d");

  g_assert_false (guatu_plan_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_CONSTRAINT, GUATU_INTEGER (8)));
  g_assert_false (guatu_plan_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_DURATION, GUATU_INTEGER (-1)));
  g_assert_false (guatu_plan_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_DURATION, GUATU_NULL));
  g_assert_false (guatu_plan_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_PARENT, GUATU_INTEGER (4711)));
  g_assert_false (guatu_plan_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_NAME, GUATU_TEXT ("\xff")));
  g_assert_cmpstr (guatu_plan_task_name (plan, task), ==, "Dig");
  g_assert_cmpint (guatu_plan_task (plan, task)->duration, ==, 2 * 8 * 3600);
}

/* Random insertions, settings and removals, held against a hash table of our own. */
static void
test_rows_survive_random_changes (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (5);
  g_autoptr(GuatuPlan) plan = guatu_plan_new ();
  g_autoptr(GHashTable) notes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr(GHashTable) deadlines = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (int step = 0; step < 20000; step++)
    {
      gint64 id = g_rand_int_range (rand, 1, 700);
      gint32 row = guatu_plan_find (plan, GUATU_TABLE_TASK, id);
      GuatuInstant deadline = (GuatuInstant) g_rand_int_range (rand, 0, 100000);
      char *text = g_strdup_printf ("note %d", step);

      if (row >= 0 && g_rand_int_range (rand, 0, 3) == 0)
        {
          guatu_plan_remove (plan, GUATU_TABLE_TASK, row);
          g_hash_table_remove (notes, &id);
          g_hash_table_remove (deadlines, &id);
          g_free (text);
          continue;
        }
      row = guatu_plan_insert (plan, GUATU_TABLE_TASK, id);
      guatu_plan_set (plan, GUATU_TABLE_TASK, row, GUATU_TASK_NOTE, GUATU_TEXT (text));
      guatu_plan_set (plan, GUATU_TABLE_TASK, row, GUATU_TASK_DEADLINE, GUATU_INTEGER (deadline));
      g_hash_table_insert (notes, g_memdup2 (&id, sizeof id), text);
      g_hash_table_insert (deadlines, g_memdup2 (&id, sizeof id), g_memdup2 (&deadline, sizeof deadline));
      if (step % 1000 == 0)
        guatu_plan_settle (plan);
    }

  g_assert_cmpuint (guatu_plan_n_live (plan, GUATU_TABLE_TASK), ==, g_hash_table_size (notes));
  for (gint64 id = 1; id < 700; id++)
    {
      gint32 row = guatu_plan_find (plan, GUATU_TABLE_TASK, id);
      const char *text = g_hash_table_lookup (notes, &id);

      g_assert_cmpint (row >= 0, ==, text != NULL);
      if (row < 0)
        continue;
      g_assert_cmpstr (guatu_plan_task_string (plan, row, GUATU_TASK_NOTE), ==, text);
      g_assert_cmpint (guatu_plan_task_number (plan, row, GUATU_TASK_DEADLINE), ==,
                       *(gint64 *) g_hash_table_lookup (deadlines, &id));
      g_assert_cmpint (guatu_plan_task_number (plan, row, GUATU_TASK_STOP), ==, GUATU_NONE);
    }
}

static void
test_text_left_behind_is_swept_up (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 first = guatu_test_add_task (plan, -1, "First", "1d");
  gint32 second = guatu_test_add_task (plan, -1, "Second", "1d");
  g_autofree char *note = g_strnfill (1000, 'x');

  guatu_plan_set (plan, GUATU_TABLE_TASK, second, GUATU_TASK_NOTE, GUATU_TEXT ("Keep this"));
  for (int i = 0; i < 20000; i++)
    {
      note[i % 1000] = (char) ('a' + i % 26);
      guatu_plan_set (plan, GUATU_TABLE_TASK, first, GUATU_TASK_NOTE, GUATU_TEXT (note));
      if (i % 100 == 0)
        guatu_plan_settle (plan);
    }

  g_assert_cmpuint (guatu_plan_size (plan), <, 4 << 20);
  g_assert_cmpstr (guatu_plan_task_string (plan, first, GUATU_TASK_NOTE), ==, note);
  g_assert_cmpstr (guatu_plan_task_string (plan, second, GUATU_TASK_NOTE), ==, "Keep this");
  g_assert_cmpstr (guatu_plan_task_name (plan, second), ==, "Second");
}

static void
test_outline_follows_parents_and_positions (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 a = guatu_test_add_task (plan, -1, "A", "1d");
  gint32 b = guatu_test_add_task (plan, -1, "B", "1d");
  gint32 a1 = guatu_test_add_task (plan, a, "A1", "1d");
  gint32 b1 = guatu_test_add_task (plan, b, "B1", "1d");
  gint32 b2 = guatu_test_add_task (plan, b, "B2", "1d");
  g_autofree char *wbs = NULL, *own = NULL, *title = NULL;
  const gint32 *outline;
  guint n;

  guatu_plan_settle (plan);
  outline = guatu_plan_outline (plan, &n);
  assert_rows (outline, n, a, a1, b, b1, b2);

  /* B2 moves before B1, and B before A. */
  guatu_test_set (plan, GUATU_TABLE_TASK, b2, GUATU_TASK_POSITION, -5);
  guatu_test_set (plan, GUATU_TABLE_TASK, b, GUATU_TASK_POSITION, -5);
  guatu_plan_settle (plan);
  outline = guatu_plan_outline (plan, &n);
  assert_rows (outline, n, b, b2, b1, a, a1);

  g_assert_cmpuint (guatu_plan_task_place (plan, a1), ==, 5);
  g_assert_cmpint (guatu_plan_task_at (plan, 5), ==, a1);
  g_assert_cmpint (guatu_plan_task_at (plan, 0), ==, -1);
  g_assert_cmpint (guatu_plan_task_at (plan, 6), ==, -1);
  g_assert_cmpuint (guatu_plan_task_depth (plan, a1), ==, 1);
  g_assert_true (guatu_plan_is_summary (plan, b));
  g_assert_false (guatu_plan_is_summary (plan, b1));
  g_assert_true (guatu_plan_is_ancestor (plan, b, b1));
  g_assert_false (guatu_plan_is_ancestor (plan, a, b1));
  g_assert_false (guatu_plan_is_ancestor (plan, b1, b1));

  wbs = guatu_plan_task_wbs (plan, b1);
  g_assert_cmpstr (wbs, ==, "1.2");
  guatu_plan_set (plan, GUATU_TABLE_TASK, b1, GUATU_TASK_WBS, GUATU_TEXT ("K-7"));
  own = guatu_plan_task_wbs (plan, b1);
  g_assert_cmpstr (own, ==, "K-7");
  title = guatu_plan_task_title (plan, b1);
  g_assert_cmpstr (title, ==, "3 “B1”");
}

static void
test_siblings_at_one_position_stand_by_id (void)
{
  g_autoptr(GuatuPlan) plan = guatu_plan_new ();
  gint32 late = guatu_plan_insert (plan, GUATU_TABLE_TASK, 30);
  gint32 early = guatu_plan_insert (plan, GUATU_TABLE_TASK, 10);
  gint32 middle = guatu_plan_insert (plan, GUATU_TABLE_TASK, 20);
  const gint32 *outline;
  guint n;

  guatu_plan_settle (plan);
  outline = guatu_plan_outline (plan, &n);
  assert_rows (outline, n, early, middle, late);
}

static void
test_parent_loop_is_cut_and_told (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 a = guatu_test_add_task (plan, -1, "A", "1d");
  gint32 b = guatu_test_add_task (plan, a, "B", "1d");
  gint32 c = guatu_test_add_task (plan, b, "C", "1d");
  guint n;

  guatu_plan_settle (plan);
  g_assert_false (guatu_plan_has_loop (plan));
  guatu_test_set (plan, GUATU_TABLE_TASK, a, GUATU_TASK_PARENT, guatu_plan_id (plan, GUATU_TABLE_TASK, c));
  guatu_plan_settle (plan);

  g_assert_true (guatu_plan_has_loop (plan));
  guatu_plan_outline (plan, &n);
  g_assert_cmpuint (n, ==, 3);
}

static void
test_referrers_are_found_in_order (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 a = guatu_test_add_task (plan, -1, "A", "1d");
  gint32 b = guatu_test_add_task (plan, -1, "B", "1d");
  gint32 c = guatu_test_add_task (plan, -1, "C", "1d");
  gint32 ac = guatu_test_add_link (plan, a, c, GUATU_LINK_FS, NULL);
  gint32 bc = guatu_test_add_link (plan, b, c, GUATU_LINK_SS, NULL);
  const gint32 *links;
  guint n;

  links = guatu_plan_referrers (plan, GUATU_TABLE_LINK, GUATU_LINK_SUCCESSOR, c, &n);
  assert_rows (links, n, ac, bc);
  guatu_plan_referrers (plan, GUATU_TABLE_LINK, GUATU_LINK_SUCCESSOR, a, &n);
  g_assert_cmpuint (n, ==, 0);

  guatu_plan_remove (plan, GUATU_TABLE_LINK, ac);
  links = guatu_plan_referrers (plan, GUATU_TABLE_LINK, GUATU_LINK_SUCCESSOR, c, &n);
  assert_rows (links, n, bc);
}

static void
test_copy_is_equal_and_apart (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);
  g_autoptr(GuatuPlan) plan = guatu_test_random_plan (rand, 50);
  g_autoptr(GuatuPlan) copy = guatu_plan_copy (plan);
  g_autofree char *difference = NULL;

  guatu_assert_same_plan (plan, copy);
  guatu_plan_set (copy, GUATU_TABLE_TASK, 7, GUATU_TASK_NOTE, GUATU_TEXT ("only here"));
  g_assert_false (guatu_test_same_plan (plan, copy, &difference));
  g_assert_nonnull (difference);
}

static void
test_calendar_is_compiled_once_and_anew_after_a_change (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  const GuatuWorktime *first = guatu_plan_worktime (plan, -1);
  gint32 calendar, day;
  gint64 id;

  g_assert_true (guatu_plan_worktime (plan, -1) == first);
  g_assert_cmpint (guatu_worktime_work (first, guatu_test_at ("2024-03-04 00:00"), guatu_test_at ("2024-03-11 00:00")), ==, 40 * 3600);

  id = guatu_id_next ();
  calendar = guatu_plan_insert (plan, GUATU_TABLE_CALENDAR, id);
  day = guatu_plan_insert (plan, GUATU_TABLE_CALENDAR_DAY, guatu_id_next ());
  guatu_test_set (plan, GUATU_TABLE_CALENDAR_DAY, day, GUATU_CALENDAR_DAY_CALENDAR, id);
  guatu_test_set (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_CALENDAR, id);
  g_assert_false (guatu_worktime_works (guatu_plan_worktime (plan, calendar)));
  g_assert_true (guatu_plan_worktime (plan, -1) == guatu_plan_worktime (plan, calendar));
}

/* The rows that refer to @target, found by looking at each. */
static gboolean
refers_as_listed (const GuatuPlan *plan, guint field, gint32 target)
{
  guint n, n_order, k = 0;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_TASK, field, target, &n);
  g_autofree gint32 *order = guatu_plan_in_order (plan, GUATU_TABLE_TASK, &n_order);

  for (guint i = 0; i < n_order; i++)
    if (guatu_plan_number (plan, GUATU_TABLE_TASK, order[i], field) == target)
      {
        if (k >= n || rows[k] != order[i])
          return FALSE;
        k++;
      }
  return k == n;
}

static void
edit_at_random (GuatuPlan *plan, GRand *rand, gint64 *last)
{
  gint32 n_rows = (gint32) guatu_plan_n_rows (plan, GUATU_TABLE_TASK);
  gint32 row = g_rand_int_range (rand, 0, n_rows), other = g_rand_int_range (rand, 0, n_rows);
  gint64 id = guatu_plan_id (plan, GUATU_TABLE_TASK, row), of = guatu_plan_id (plan, GUATU_TABLE_TASK, other);
  guint n;

  switch (id != 0 ? g_rand_int_range (rand, 0, 5) : 0)
    {
    case 0:
      row = guatu_plan_insert (plan, GUATU_TABLE_TASK, ++*last);
      guatu_plan_set (plan, GUATU_TABLE_TASK, row, GUATU_TASK_POSITION, GUATU_INTEGER (g_rand_int_range (rand, 0, 9)));
      break;
    case 1:
    case 2:
      /* Always the younger under the older, so that there is no ring. */
      guatu_plan_set (plan, GUATU_TABLE_TASK, row, GUATU_TASK_PARENT, of != 0 && of < id ? GUATU_INTEGER (of) : GUATU_NULL);
      break;
    case 3:
      guatu_plan_set (plan, GUATU_TABLE_TASK, row, GUATU_TASK_POSITION, GUATU_INTEGER (g_rand_int_range (rand, 0, 9)));
      break;
    default:
      guatu_plan_referrers (plan, GUATU_TABLE_TASK, GUATU_TASK_PARENT, row, &n);
      if (n == 0)
        guatu_plan_remove (plan, GUATU_TABLE_TASK, row);
      break;
    }
}

static void
test_referrers_follow_every_edit (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  g_autoptr(GuatuPlan) plan = guatu_plan_new ();
  gint64 last = 0;

  for (; last < 20; last++)
    guatu_plan_insert (plan, GUATU_TABLE_TASK, last + 1);

  for (guint i = 0; i < 3000; i++)
    {
      edit_at_random (plan, rand, &last);
      for (gint32 row = 0; row < (gint32) guatu_plan_n_rows (plan, GUATU_TABLE_TASK); row++)
        if (guatu_plan_id (plan, GUATU_TABLE_TASK, row) != 0)
          g_assert_true (refers_as_listed (plan, GUATU_TASK_PARENT, row));
    }
  guatu_plan_settle (plan);
  g_assert_false (guatu_plan_has_loop (plan));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/id/ascends", test_id_ascends);
  g_test_add_func ("/id/ascends-though-the-clock-goes-back", test_id_ascends_though_the_clock_goes_back);
  g_test_add_func ("/id/is-read-strictly", test_id_is_read_strictly);
  g_test_add_func ("/field/the-table-is-sound", test_field_table_is_sound);
  g_test_add_func ("/field/check-refuses-what-a-field-may-not-hold", test_check_refuses_what_a_field_may_not_hold);
  g_test_add_func ("/plan/a-field-holds-what-was-set", test_field_holds_what_was_set);
  g_test_add_func ("/plan/set-refuses-what-does-not-fit", test_set_refuses_what_does_not_fit);
  g_test_add_func ("/plan/rows-survive-random-changes", test_rows_survive_random_changes);
  g_test_add_func ("/plan/text-left-behind-is-swept-up", test_text_left_behind_is_swept_up);
  g_test_add_func ("/plan/the-outline-follows-parents-and-positions", test_outline_follows_parents_and_positions);
  g_test_add_func ("/plan/siblings-at-one-position-stand-by-id", test_siblings_at_one_position_stand_by_id);
  g_test_add_func ("/plan/a-parent-loop-is-cut-and-told", test_parent_loop_is_cut_and_told);
  g_test_add_func ("/plan/referrers-are-found-in-order", test_referrers_are_found_in_order);
  g_test_add_func ("/plan/referrers-follow-every-edit", test_referrers_follow_every_edit);
  g_test_add_func ("/plan/a-copy-is-equal-and-apart", test_copy_is_equal_and_apart);
  g_test_add_func ("/plan/a-calendar-is-compiled-once-and-anew-after-a-change",
                   test_calendar_is_compiled_once_and_anew_after_a_change);

  return g_test_run ();
}
