/* guatu-test.c — plans made up, plans compared, data found. */
#include "guatu-test.h"

#include "guatu-id.h"

#include <ftw.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

char *
guatu_test_fixture (const char *name)
{
  return g_build_filename (g_getenv ("G_TEST_SRCDIR"), "data", name, NULL);
}

char *
guatu_test_data (const char *name)
{
  const char *given = g_getenv ("GUATU_TESTDATA");
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;

  if (given != NULL)
    folder = g_strdup (given);
  else
    folder = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "..", "shared", "testdata", NULL);

  path = g_build_filename (folder, name, NULL);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);

  g_test_skip ("third-party test data is not on this machine");
  return NULL;
}

char *
guatu_test_make_dir (void)
{
  g_autoptr(GError) error = NULL;
  char *path = g_dir_make_tmp ("guatu-test-XXXXXX", &error);

  g_assert_no_error (error);
  return path;
}

static int
remove_one (const char *path, const struct stat *info, int flag, struct FTW *walk)
{
  return remove (path);
}

void
guatu_test_remove_dir (char *path)
{
  if (path == NULL)
    return;

  nftw (path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
  g_free (path);
}

/* Ids ------------------------------------------------------------------------------------------------ */

static gint64
fixed_now (gpointer data)
{
  return G_GINT64_CONSTANT (1577836800000);
}

static guint32
fixed_random (gpointer data)
{
  return 1000;
}

void
guatu_test_must (gboolean   done,
                 GError   **error)
{
  if (!done)
    g_error ("%s", *error != NULL ? (*error)->message : "nothing was done");
}

void
guatu_test_fix_ids (void)
{
  static const GuatuIdSource source = { fixed_now, fixed_random, NULL };

  guatu_id_set_source (&source);
}

/* Comparing ------------------------------------------------------------------------------------------ */

static char *
show (GuatuValue value)
{
  switch (value.kind)
    {
    case GUATU_VALUE_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value.integer);
    case GUATU_VALUE_TEXT:
      return g_strdup_printf ("“%s”", value.text);
    case GUATU_VALUE_NULL:
    default:
      return g_strdup ("nothing");
    }
}

static gboolean
same_row (const GuatuPlan *a, const GuatuPlan *b, GuatuTable table, gint32 row, gint32 other, char **difference)
{
  for (guint field = 0; field < guatu_table_info (table)->n_fields; field++)
    {
      GuatuValue left = guatu_plan_get (a, table, row, field);
      GuatuValue right = guatu_plan_get (b, table, other, field);

      if (!guatu_value_equal (left, right))
        {
          g_autofree char *one = show (left);
          g_autofree char *two = show (right);

          *difference = g_strdup_printf ("%s %" G_GINT64_FORMAT ", %s: %s is not %s", guatu_table_info (table)->name,
                                         guatu_plan_id (a, table, row), guatu_field (table, field)->name, one, two);
          return FALSE;
        }
    }

  return TRUE;
}

gboolean
guatu_test_same_plan (const GuatuPlan *a, const GuatuPlan *b, char **difference)
{
  for (int table = 0; table < GUATU_N_TABLES; table++)
    {
      for (guint row = 0; row < guatu_plan_n_rows (a, table); row++)
        {
          gint64 id = guatu_plan_id (a, table, (gint32) row);
          gint32 other = guatu_plan_find (b, table, id);

          if (id == 0)
            continue;
          if (other < 0)
            {
              *difference = g_strdup_printf ("%s %" G_GINT64_FORMAT " is missing", guatu_table_info (table)->name, id);
              return FALSE;
            }
          if (!same_row (a, b, table, (gint32) row, other, difference))
            return FALSE;
        }
      if (guatu_plan_n_live (a, table) != guatu_plan_n_live (b, table))
        {
          *difference = g_strdup_printf ("%u rows of %s, not %u", guatu_plan_n_live (b, table),
                                         guatu_table_info (table)->name, guatu_plan_n_live (a, table));
          return FALSE;
        }
    }

  return TRUE;
}

/* Random plans ----------------------------------------------------------------------------------------- */

static const char * const texts[] = {
  "Survey", "勘测设计", "Robert'); DROP TABLE task;--", "say \"hi\", twice", "=1+1", "two\nlines", "tab\there",
  "陈〇〇 Chen", "𠮷野家 🏗", "ends with space ", "semi;colon,comma", "<b>&amp;</b>", "\\back\\slash", "100 %s %n",
  "征地拆迁及地上附着物清点、补偿与交付（第一标段）", "e\xcc\x81 combining", "\xe2\x80\x8f right to left שלום",
};

static GuatuValue
random_value (GRand *rand, GuatuPlan *plan, const GuatuField *field)
{
  gint64 low = field->min, high = field->max;

  if (field->type == GUATU_TYPE_TEXT)
    {
      if (!(field->flags & GUATU_FIELD_REQUIRED) && g_rand_boolean (rand))
        return GUATU_TEXT ("");
      return GUATU_TEXT (texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))]);
    }
  if (field->flags & GUATU_FIELD_NULLABLE && g_rand_boolean (rand))
    return GUATU_NULL;
  if (field->type == GUATU_TYPE_REFERENCE)
    {
      guint n = guatu_plan_n_rows (plan, field->target);

      if (n == 0)
        return GUATU_NULL;
      return GUATU_INTEGER (guatu_plan_id (plan, field->target, g_rand_int_range (rand, 0, (gint32) n)));
    }

  if (high - low > 1000000)
    {
      /* Mostly what plans hold, now and then the edge of what is allowed. */
      if (g_rand_int_range (rand, 0, 20) == 0)
        return GUATU_INTEGER (g_rand_boolean (rand) ? low : high);
      if (field->type == GUATU_TYPE_INSTANT || field->type == GUATU_TYPE_DATE)
        low = guatu_test_at ("2022-01-01 00:00"), high = guatu_test_at ("2024-01-01 00:00");
      else
        low = MAX (low, -100000), high = MIN (high, 1000000);
    }
  low += (gint64) (g_rand_double (rand) * (double) (high - low));
  if (field->type == GUATU_TYPE_DATE)
    low -= guatu_instant_daytime (low);

  return GUATU_INTEGER (CLAMP (low, field->min, field->max));
}

/* Tasks may only hang below tasks that came before, and links only lead forward. */
static void
shape_tasks (GRand *rand, GuatuPlan *plan)
{
  guint n = guatu_plan_n_rows (plan, GUATU_TABLE_TASK);

  for (guint row = 0; row < n; row++)
    {
      gint32 parent = row > 0 && g_rand_int_range (rand, 0, 3) > 0 ? g_rand_int_range (rand, 0, (gint32) row) : -1;

      guatu_plan_set (plan, GUATU_TABLE_TASK, (gint32) row, GUATU_TASK_PARENT,
                      parent >= 0 ? GUATU_INTEGER (guatu_plan_id (plan, GUATU_TABLE_TASK, parent)) : GUATU_NULL);
    }
  guatu_plan_settle (plan);
}

static void
shape_links (GRand *rand, GuatuPlan *plan)
{
  for (gint32 row = (gint32) guatu_plan_n_rows (plan, GUATU_TABLE_LINK) - 1; row >= 0; row--)
    {
      gint32 from = guatu_plan_link (plan, row)->predecessor, to = guatu_plan_link (plan, row)->successor;
      gboolean forward = guatu_plan_task_place (plan, from) < guatu_plan_task_place (plan, to);
      gint64 early = guatu_plan_id (plan, GUATU_TABLE_TASK, forward ? from : to);
      gint64 late = guatu_plan_id (plan, GUATU_TABLE_TASK, forward ? to : from);

      /* Only leaves: a link to or from a summary could close a cycle through its children. */
      if (from == to || guatu_plan_is_summary (plan, from) || guatu_plan_is_summary (plan, to))
        {
          guatu_plan_remove (plan, GUATU_TABLE_LINK, row);
          continue;
        }
      guatu_plan_set (plan, GUATU_TABLE_LINK, row, GUATU_LINK_PREDECESSOR, GUATU_INTEGER (early));
      guatu_plan_set (plan, GUATU_TABLE_LINK, row, GUATU_LINK_SUCCESSOR, GUATU_INTEGER (late));
    }
}

/* A unit's parent and a calendar's base may not lead back to itself. */
static void
cut_loops (GuatuPlan *plan)
{
  static const struct { GuatuTable table; guint field; } chains[] = {
    { GUATU_TABLE_UNIT, GUATU_UNIT_PARENT }, { GUATU_TABLE_CALENDAR, GUATU_CALENDAR_BASE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (chains); i++)
    for (guint row = 0; row < guatu_plan_n_rows (plan, chains[i].table); row++)
      if (guatu_plan_number (plan, chains[i].table, (gint32) row, chains[i].field) >= (gint64) row)
        guatu_plan_set (plan, chains[i].table, (gint32) row, chains[i].field, GUATU_NULL);
}

/* Of unit and person, and of weekday and exception, exactly one is set; ranges run forward. */
static void
mend_pairs (GuatuPlan *plan, guint n_tasks)
{
  for (guint row = 0; row < guatu_plan_n_rows (plan, GUATU_TABLE_ASSIGNMENT); row++)
    {
      gint64 unit = guatu_plan_id (plan, GUATU_TABLE_UNIT, 0);

      guatu_plan_set (plan, GUATU_TABLE_ASSIGNMENT, (gint32) row, GUATU_ASSIGNMENT_PERSON, GUATU_NULL);
      guatu_plan_set (plan, GUATU_TABLE_ASSIGNMENT, (gint32) row, GUATU_ASSIGNMENT_UNIT, GUATU_INTEGER (unit));
      guatu_plan_set (plan, GUATU_TABLE_ASSIGNMENT, (gint32) row, GUATU_ASSIGNMENT_ROLE,
                      GUATU_INTEGER (GUATU_ROLE_LEAD_UNIT));
    }
  for (guint row = 0; row < guatu_plan_n_rows (plan, GUATU_TABLE_CALENDAR_HOURS); row++)
    {
      gint64 day = guatu_plan_id (plan, GUATU_TABLE_CALENDAR_DAY, 0);

      guatu_plan_set (plan, GUATU_TABLE_CALENDAR_HOURS, (gint32) row, GUATU_CALENDAR_HOURS_EXCEPTION, GUATU_NULL);
      guatu_plan_set (plan, GUATU_TABLE_CALENDAR_HOURS, (gint32) row, GUATU_CALENDAR_HOURS_DAY, GUATU_INTEGER (day));
      guatu_plan_set (plan, GUATU_TABLE_CALENDAR_HOURS, (gint32) row, GUATU_CALENDAR_HOURS_FROM_TIME, GUATU_INTEGER (8 * 3600));
      guatu_plan_set (plan, GUATU_TABLE_CALENDAR_HOURS, (gint32) row, GUATU_CALENDAR_HOURS_TO_TIME, GUATU_INTEGER (17 * 3600));
    }
  for (guint row = 0; row < guatu_plan_n_rows (plan, GUATU_TABLE_CUSTOM_VALUE); row++)
    {
      gint64 person = guatu_plan_id (plan, GUATU_TABLE_PERSON, 0);

      guatu_plan_set (plan, GUATU_TABLE_CUSTOM_VALUE, (gint32) row, GUATU_CUSTOM_VALUE_TASK, GUATU_NULL);
      guatu_plan_set (plan, GUATU_TABLE_CUSTOM_VALUE, (gint32) row, GUATU_CUSTOM_VALUE_PERSON, GUATU_INTEGER (person));
    }
  for (guint row = 0; row < guatu_plan_n_rows (plan, GUATU_TABLE_SPONSORSHIP); row++)
    {
      guatu_plan_set (plan, GUATU_TABLE_SPONSORSHIP, (gint32) row, GUATU_SPONSORSHIP_OBJECT, GUATU_TEXT (""));
      guatu_plan_set (plan, GUATU_TABLE_SPONSORSHIP, (gint32) row, GUATU_SPONSORSHIP_TASK, GUATU_NULL);
      guatu_plan_set (plan, GUATU_TABLE_SPONSORSHIP, (gint32) row, GUATU_SPONSORSHIP_UNIT,
                      GUATU_INTEGER (guatu_plan_id (plan, GUATU_TABLE_UNIT, 0)));
      guatu_plan_set (plan, GUATU_TABLE_SPONSORSHIP, (gint32) row, GUATU_SPONSORSHIP_TO_DATE, GUATU_NULL);
    }
  /* A task has one at most. */
  for (guint row = 0; row < guatu_plan_n_rows (plan, GUATU_TABLE_RECURRENCE); row++)
    {
      gint64 task = guatu_plan_id (plan, GUATU_TABLE_TASK, MIN ((gint32) row, (gint32) n_tasks - 1));

      guatu_plan_set (plan, GUATU_TABLE_RECURRENCE, (gint32) row, GUATU_RECURRENCE_TASK, GUATU_INTEGER (task));
      guatu_plan_set (plan, GUATU_TABLE_RECURRENCE, (gint32) row, GUATU_RECURRENCE_TO_DATE, GUATU_NULL);
      guatu_plan_set (plan, GUATU_TABLE_RECURRENCE, (gint32) row, GUATU_RECURRENCE_TIMES, GUATU_INTEGER (3));
      guatu_plan_set (plan, GUATU_TABLE_RECURRENCE, (gint32) row, GUATU_RECURRENCE_RECURRENCE,
                      GUATU_INTEGER (GUATU_RECUR_DAILY));
    }
  for (guint row = 0; row < guatu_plan_n_rows (plan, GUATU_TABLE_CALENDAR_EXCEPTION); row++)
    guatu_plan_set (plan, GUATU_TABLE_CALENDAR_EXCEPTION, (gint32) row, GUATU_CALENDAR_EXCEPTION_TO_DATE,
                    guatu_plan_get (plan, GUATU_TABLE_CALENDAR_EXCEPTION, (gint32) row, GUATU_CALENDAR_EXCEPTION_FROM_DATE));
}

GuatuPlan *
guatu_test_random_plan (GRand *rand, guint n_tasks)
{
  GuatuPlan *plan = guatu_plan_new ();

  for (int table = 0; table < GUATU_N_TABLES; table++)
    {
      guint n = table == GUATU_TABLE_TASK ? n_tasks : table == GUATU_TABLE_PLAN ? 1 : 1 + n_tasks / 3;

      for (guint i = 0; i < n; i++)
        guatu_plan_insert (plan, table, guatu_id_next ());
    }
  for (int table = 0; table < GUATU_N_TABLES; table++)
    for (guint row = 0; row < guatu_plan_n_rows (plan, table); row++)
      for (guint field = 1; field < guatu_table_info (table)->n_fields; field++)
        if (table != GUATU_TABLE_TASK || field != GUATU_TASK_PARENT)
          guatu_plan_set (plan, table, (gint32) row, field, random_value (rand, plan, guatu_field (table, field)));

  shape_tasks (rand, plan);
  shape_links (rand, plan);
  cut_loops (plan);
  mend_pairs (plan, n_tasks);
  guatu_plan_settle (plan);

  return plan;
}

/* Plans made by hand ----------------------------------------------------------------------------------- */

GuatuPlan *
guatu_test_plan_new (void)
{
  GuatuPlan *plan = guatu_plan_new ();
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_PLAN, guatu_id_next ());

  guatu_test_set (plan, GUATU_TABLE_PLAN, row, GUATU_PLAN_START, guatu_test_at ("2024-03-04 08:00"));

  return plan;
}

void
guatu_test_set (GuatuPlan *plan, GuatuTable table, gint32 row, guint field, gint64 value)
{
  g_assert_true (guatu_plan_set (plan, table, row, field, value != GUATU_NONE ? GUATU_INTEGER (value) : GUATU_NULL));
}

gint32
guatu_test_add_task (GuatuPlan *plan, gint32 parent, const char *name, const char *duration)
{
  GuatuDurationRates rates = guatu_plan_rates (plan);
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_TASK, guatu_id_next ());
  GuatuDuration amount;

  g_assert_true (guatu_duration_parse (duration, &rates, FALSE, &amount));
  g_assert_true (guatu_plan_set (plan, GUATU_TABLE_TASK, row, GUATU_TASK_NAME, GUATU_TEXT (name)));
  guatu_test_set (plan, GUATU_TABLE_TASK, row, GUATU_TASK_POSITION, row);
  guatu_test_set (plan, GUATU_TABLE_TASK, row, GUATU_TASK_DURATION, amount.amount);
  guatu_test_set (plan, GUATU_TABLE_TASK, row, GUATU_TASK_DURATION_KIND,
                  amount.elapsed ? GUATU_DURATION_ELAPSED : GUATU_DURATION_WORKING);
  guatu_test_set (plan, GUATU_TABLE_TASK, row, GUATU_TASK_DURATION_UNIT, amount.unit);
  if (parent >= 0)
    guatu_test_set (plan, GUATU_TABLE_TASK, row, GUATU_TASK_PARENT, guatu_plan_id (plan, GUATU_TABLE_TASK, parent));

  return row;
}

gint32
guatu_test_add_link (GuatuPlan *plan, gint32 predecessor, gint32 successor, GuatuLinkType type, const char *lag)
{
  GuatuDurationRates rates = guatu_plan_rates (plan);
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_LINK, guatu_id_next ());
  GuatuDuration amount = { 0 };
  GuatuLagKind kind;

  g_assert_true (lag == NULL || guatu_duration_parse (lag, &rates, TRUE, &amount));
  if (amount.unit == GUATU_UNIT_PERCENT)
    kind = amount.elapsed ? GUATU_LAG_ELAPSED_PERCENT : GUATU_LAG_PERCENT;
  else
    kind = amount.elapsed ? GUATU_LAG_ELAPSED : GUATU_LAG_WORKING;

  guatu_test_set (plan, GUATU_TABLE_LINK, row, GUATU_LINK_PREDECESSOR, guatu_plan_id (plan, GUATU_TABLE_TASK, predecessor));
  guatu_test_set (plan, GUATU_TABLE_LINK, row, GUATU_LINK_SUCCESSOR, guatu_plan_id (plan, GUATU_TABLE_TASK, successor));
  guatu_test_set (plan, GUATU_TABLE_LINK, row, GUATU_LINK_TYPE, type);
  guatu_test_set (plan, GUATU_TABLE_LINK, row, GUATU_LINK_LAG, amount.amount);
  guatu_test_set (plan, GUATU_TABLE_LINK, row, GUATU_LINK_LAG_KIND, kind);
  guatu_test_set (plan, GUATU_TABLE_LINK, row, GUATU_LINK_LAG_UNIT, amount.unit);

  return row;
}

GuatuInstant
guatu_test_at (const char *text)
{
  GuatuInstant instant = GUATU_NONE;

  g_assert_true (guatu_instant_parse (text, 0, &instant));
  return instant;
}
