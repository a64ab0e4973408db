/* test-field-text.c — field values typed and read back, for every field of every table. */
#include "guatu-field-text.h"

#include "guatu-test.h"

#include <string.h>

/* The number that @text is in the field; the test fails if it is none. */
static gint64
number_of (const GuatuPlan *plan, GuatuTable table, guint field, const char *text)
{
  g_autoptr(GError) error = NULL;
  GuatuValue value;

  g_test_message ("%s = %s", guatu_field (table, field)->name, text);
  guatu_field_parse (plan, table, field, text, &value, &error);
  g_assert_no_error (error);
  g_assert_cmpint (value.kind, ==, GUATU_VALUE_INTEGER);

  return value.integer;
}

static void
assert_refused (const GuatuPlan *plan, GuatuTable table, guint field, const char *text, const char *hint)
{
  g_autoptr(GError) error = NULL;
  GuatuValue value;

  g_test_message ("%s = %s", guatu_field (table, field)->name, text);
  g_assert_false (guatu_field_parse (plan, table, field, text, &value, &error));
  g_assert_true (error->domain == GUATU_MODEL_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  if (hint != NULL)
    g_assert_nonnull (strstr (error->message, hint));
}

/* What is written is what was there, whatever the field. */
static void
test_round_trip (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);
  g_autoptr(GuatuPlan) plan = guatu_test_random_plan (rand, 60);
  guint n = 0;

  for (GuatuTable table = 0; table < GUATU_N_TABLES; table++)
    for (gint32 row = 0; (guint) row < guatu_plan_n_rows (plan, table); row++)
      for (guint field = 0; guatu_plan_id (plan, table, row) != 0 && field < guatu_table_info (table)->n_fields;
           field++)
        {
          GuatuValue value = guatu_plan_get (plan, table, row, field);
          g_autofree char *text = guatu_field_format (plan, table, row, field);
          g_autoptr(GError) error = NULL;
          GuatuValue read;

          guatu_field_parse (plan, table, field, text, &read, &error);
          if (error != NULL)
            g_error ("%s.%s “%s”: %s", guatu_table_info (table)->name, guatu_field (table, field)->name, text,
                     error->message);
          if (!guatu_value_equal (value, read))
            g_error ("%s.%s “%s”: %" G_GINT64_FORMAT " came back as %" G_GINT64_FORMAT, guatu_table_info (table)->name,
                     guatu_field (table, field)->name, text, value.integer, read.integer);
          n++;
        }

  g_assert_cmpuint (n, >, 3000);
}

static void
test_dates (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();

  g_assert_cmpint (number_of (plan, GUATU_TABLE_TASK, GUATU_TASK_ACTUAL_START, "2022-10-17"), ==,
                   guatu_test_at ("2022-10-17 08:00"));
  g_assert_cmpint (number_of (plan, GUATU_TABLE_TASK, GUATU_TASK_DEADLINE, "2022-10-17"), ==,
                   guatu_test_at ("2022-10-17 17:00"));
  g_assert_cmpint (number_of (plan, GUATU_TABLE_TASK, GUATU_TASK_DEADLINE, "2022年10月17日 12:00"), ==,
                   guatu_test_at ("2022-10-17 12:00"));
  g_assert_cmpint (number_of (plan, GUATU_TABLE_PHASE, GUATU_PHASE_FROM_DATE, "2022/10/17"), ==,
                   guatu_test_at ("2022-10-17 00:00"));
  guatu_test_set (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_DEFAULT_FINISH, 18 * GUATU_HOUR);
  g_assert_cmpint (number_of (plan, GUATU_TABLE_PLAN, GUATU_PLAN_STATUS_DATE, "2022-10-17"), ==,
                   guatu_test_at ("2022-10-17 18:00"));
  assert_refused (plan, GUATU_TABLE_TASK, GUATU_TASK_DEADLINE, "17.10.2022", "17.10.2022");
  assert_refused (plan, GUATU_TABLE_TASK, GUATU_TASK_DEADLINE, "tomorrow", "Deadline");
  assert_refused (plan, GUATU_TABLE_TASK, GUATU_TASK_DEADLINE, "1850-01-01", "1900");
  assert_refused (plan, GUATU_TABLE_PHASE, GUATU_PHASE_FROM_DATE, "2022-10-17 09:00", "day");
  g_assert_cmpint (number_of (plan, GUATU_TABLE_PLAN, GUATU_PLAN_DEFAULT_START, "07:30"), ==, 27000);
  assert_refused (plan, GUATU_TABLE_PLAN, GUATU_PLAN_DEFAULT_START, "7h", "08:00");
}

static void
test_amounts (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();

  g_assert_cmpint (number_of (plan, GUATU_TABLE_TASK, GUATU_TASK_DURATION, "2d16h"), ==, 115200);
  g_assert_cmpint (number_of (plan, GUATU_TABLE_TASK, GUATU_TASK_DURATION, "5个工作日"), ==, 144000);
  assert_refused (plan, GUATU_TABLE_TASK, GUATU_TASK_DURATION, "-5d", "-5d");
  assert_refused (plan, GUATU_TABLE_TASK, GUATU_TASK_DURATION, "50%", "5d");
  assert_refused (plan, GUATU_TABLE_TASK, GUATU_TASK_DURATION, "999999999d", NULL);
  g_assert_cmpint (number_of (plan, GUATU_TABLE_TASK, GUATU_TASK_PLANNED_WORK, "3000000h"), ==,
                   G_GINT64_CONSTANT (10800000000));
  g_assert_cmpint (number_of (plan, GUATU_TABLE_LINK, GUATU_LINK_LAG, "-1w"), ==, -144000);
  g_assert_cmpint (number_of (plan, GUATU_TABLE_LINK, GUATU_LINK_LAG, "50%"), ==, 5000);
  assert_refused (plan, GUATU_TABLE_LINK, GUATU_LINK_LAG, "soon", "2d");
}

static void
test_shares (void)
{
  static const struct { const char *text; gint64 share; } rows[] = {
    { "34%", 3400 }, { "34", 3400 }, { "33.33", 3333 }, { "33.335 %", 3334 }, { "66.6666666666667%", 6667 },
    { "0", 0 }, { "100%", 10000 }, { "５０％", 5000 }, { "12,5%", 1250 }, { " 7 ", 700 }, { "0.004", 0 }, { "+5", 500 } };
  static const char * const wrong[] = { "101%", "-1%", "x", "%", "5%%", "1e1", "5 5", "50e%", "1,000", "NaN",
                                        "99999999999999999999" };
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (number_of (plan, GUATU_TABLE_REPORT, GUATU_REPORT_SHARE, rows[i].text), ==, rows[i].share);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    assert_refused (plan, GUATU_TABLE_REPORT, GUATU_REPORT_SHARE, wrong[i], NULL);
}

static void
test_money (void)
{
  static const struct { const char *text; gint64 cents; } rows[] = {
    { "1200.50", 120050 }, { "1200", 120000 }, { "0.5", 50 }, { "1,200.50", 120050 }, { "1,234,567", 123456700 },
    { "1,234,567.8", 123456780 }, { "1200,5", 120050 }, { "3.5万元", 3500000 },
    { "1.2亿", G_GINT64_CONSTANT (12000000000) },
    { "800 元", 80000 }, { "0.123456万", 123456 }, { "１２００", 120000 }, { "1200.500", 120050 } };
  static const char * const wrong[] = { "1,200", "1.005", "-5", "12,34,567.5", "1,23.5", "five", "1e3", "5万万", "$5",
                                        "99999999999999999", "99999999亿", "1,234,56" };
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (number_of (plan, GUATU_TABLE_TASK, GUATU_TASK_PLANNED_INVESTMENT, rows[i].text), ==,
                     rows[i].cents);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    assert_refused (plan, GUATU_TABLE_TASK, GUATU_TASK_PLANNED_INVESTMENT, wrong[i], NULL);
}

static void
test_words (void)
{
  static const char * const yes[] = { "yes", "true", "1", "是", "YES", "True", " yes ", "１" };
  static const char * const no[] = { "no", "false", "0", "否", "No" };
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();

  for (guint i = 0; i < G_N_ELEMENTS (yes); i++)
    g_assert_cmpint (number_of (plan, GUATU_TABLE_TASK, GUATU_TASK_IS_PROJECT, yes[i]), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (no); i++)
    g_assert_cmpint (number_of (plan, GUATU_TABLE_TASK, GUATU_TASK_IS_PROJECT, no[i]), ==, 0);
  assert_refused (plan, GUATU_TABLE_TASK, GUATU_TASK_IS_PROJECT, "maybe", "maybe");
  assert_refused (plan, GUATU_TABLE_TASK, GUATU_TASK_IS_PROJECT, "2", NULL);
  assert_refused (plan, GUATU_TABLE_TASK, GUATU_TASK_IS_PROJECT, "", NULL);

  g_assert_cmpint (number_of (plan, GUATU_TABLE_TASK, GUATU_TASK_CONSTRAINT, "snet"), ==, GUATU_CONSTRAINT_SNET);
  g_assert_cmpint (number_of (plan, GUATU_TABLE_TASK, GUATU_TASK_CONSTRAINT, "SNET"), ==, GUATU_CONSTRAINT_SNET);
  g_assert_cmpint (number_of (plan, GUATU_TABLE_TASK, GUATU_TASK_CONSTRAINT, "start no earlier than"), ==,
                   GUATU_CONSTRAINT_SNET);
  assert_refused (plan, GUATU_TABLE_TASK, GUATU_TASK_CONSTRAINT, "sometime", "snet");
  assert_refused (plan, GUATU_TABLE_TASK, GUATU_TASK_CONSTRAINT, "4", NULL);

  g_assert_cmpint (number_of (plan, GUATU_TABLE_PLAN, GUATU_PLAN_MINUTES_PER_DAY, "600"), ==, 600);
  assert_refused (plan, GUATU_TABLE_PLAN, GUATU_PLAN_MINUTES_PER_DAY, "0", NULL);
  assert_refused (plan, GUATU_TABLE_PLAN, GUATU_PLAN_MINUTES_PER_DAY, "8 hours", NULL);
  assert_refused (plan, GUATU_TABLE_PLAN, GUATU_PLAN_MINUTES_PER_DAY, "99999999999999999999", NULL);
}

static void
test_empty (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  g_autoptr(GError) error = NULL;
  GuatuValue value;

  g_assert_true (guatu_field_parse (plan, GUATU_TABLE_TASK, GUATU_TASK_DEADLINE, "", &value, &error));
  g_assert_cmpint (value.kind, ==, GUATU_VALUE_NULL);
  g_assert_true (guatu_field_parse (plan, GUATU_TABLE_TASK, GUATU_TASK_CALENDAR, "  ", &value, &error));
  g_assert_cmpint (value.kind, ==, GUATU_VALUE_NULL);
  g_assert_true (guatu_field_parse (plan, GUATU_TABLE_TASK, GUATU_TASK_NOTE, "", &value, &error));
  g_assert_cmpint (value.kind, ==, GUATU_VALUE_TEXT);
  assert_refused (plan, GUATU_TABLE_TASK, GUATU_TASK_NAME, "", "Name");
  assert_refused (plan, GUATU_TABLE_TASK, GUATU_TASK_DURATION, "", "Duration");
}

static void
test_references (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  static const char * const names[] = { "Roads", "Bridges", "Roads", "2024" };
  gint64 ids[G_N_ELEMENTS (names)];

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gint32 row = guatu_plan_insert (plan, GUATU_TABLE_UNIT, 5000 + i);

      guatu_plan_set (plan, GUATU_TABLE_UNIT, row, GUATU_UNIT_NAME, GUATU_TEXT (names[i]));
      ids[i] = guatu_plan_id (plan, GUATU_TABLE_UNIT, row);
    }

  g_assert_cmpint (number_of (plan, GUATU_TABLE_PERSON, GUATU_PERSON_UNIT, "Bridges"), ==, ids[1]);
  g_assert_cmpint (number_of (plan, GUATU_TABLE_PERSON, GUATU_PERSON_UNIT, " 5000 "), ==, ids[0]);
  g_assert_cmpint (number_of (plan, GUATU_TABLE_PERSON, GUATU_PERSON_UNIT, "2024"), ==, ids[3]);
  assert_refused (plan, GUATU_TABLE_PERSON, GUATU_PERSON_UNIT, "Roads", "Roads");
  assert_refused (plan, GUATU_TABLE_PERSON, GUATU_PERSON_UNIT, "Tunnels", "Tunnels");
  assert_refused (plan, GUATU_TABLE_PERSON, GUATU_PERSON_UNIT, "4999", "4999");
}

/* Nothing that is typed breaks anything. */
static void
test_hostile (void)
{
  static const char * const texts[] = { "\xff\xfe", "\x01", "٣", "�", "-", "+", ".", ",", "%", "e", "0x", "é",
                                        "9223372036854775808", "-9223372036854775808", "1e999", "--", "　", "年月日" };
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();

  for (GuatuTable table = 0; table < GUATU_N_TABLES; table++)
    for (guint field = 0; field < guatu_table_info (table)->n_fields; field++)
      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        {
          g_autoptr(GError) error = NULL;
          GuatuValue value;

          if (guatu_field_parse (plan, table, field, texts[i], &value, &error))
            g_assert_true (guatu_field_check (guatu_field (table, field), value, NULL));
          else
            g_assert_true (g_utf8_validate (error->message, -1, NULL));
        }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field-text/every-field-reads-back-what-it-wrote", test_round_trip);
  g_test_add_func ("/field-text/a-date-without-a-time-takes-the-plans-default", test_dates);
  g_test_add_func ("/field-text/durations-and-lags-are-amounts", test_amounts);
  g_test_add_func ("/field-text/shares-are-percent-rounded-to-a-hundredth", test_shares);
  g_test_add_func ("/field-text/money-is-never-rounded", test_money);
  g_test_add_func ("/field-text/words-stand-for-choices", test_words);
  g_test_add_func ("/field-text/nothing-empties-what-may-be-empty", test_empty);
  g_test_add_func ("/field-text/a-row-is-named-by-id-or-by-its-only-name", test_references);
  g_test_add_func ("/field-text/whatever-is-typed-gets-an-answer", test_hostile);

  return g_test_run ();
}
