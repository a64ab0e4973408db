/* test-task-clipboard.c — tasks through the clipboard: our own form loses nothing, text is read as people write it. */
#include "document-fixture.h"
#include "guatu-fragment.h"
#include "guatu-id.h"
#include "guatu-json.h"
#include "guatu-link-text.h"
#include "guatu-task-clipboard.h"
#include "random-verbs.h"

#include <string.h>

static const GuatuPlan *
plan_of (GuatuDocument *document)
{
  return guatu_document_get_plan (document);
}

/* All tasks with what hangs on them. */
static GuatuPlan *
take_all (const GuatuPlan *plan)
{
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  return guatu_fragment_new (plan, outline, n, TRUE);
}

static GBytes *
write_own (const GuatuPlan *fragment)
{
  gsize length;
  char *json = guatu_json_write (fragment, &length);

  return g_bytes_new_take (json, length);
}

/* What a plan says, whatever its ids ------------------------------------------------------------------------- */

static void
append_fields (const GuatuPlan *plan, GuatuTable table, gint32 row, GString *out)
{
  const GuatuTableInfo *info = guatu_table_info (table);

  for (guint i = 1; i < info->n_fields; i++)
    {
      GuatuValue value = guatu_plan_get (plan, table, row, i);

      if (g_str_equal (info->fields[i].name, "position") || value.kind == GUATU_VALUE_NULL)
        continue;
      g_string_append_printf (out, " %s=", info->fields[i].name);
      if (value.kind == GUATU_VALUE_TEXT)
        g_string_append (out, value.text);
      else if (info->fields[i].type != GUATU_TYPE_REFERENCE)
        g_string_append_printf (out, "%" G_GINT64_FORMAT, value.integer);
      else if (info->fields[i].target == GUATU_TABLE_TASK)
        g_string_append_printf (out, "#%u", guatu_plan_task_place (plan, (gint32) guatu_plan_number (plan, table, row, i)));
      else
        {
          g_string_append_c (out, '(');
          append_fields (plan, info->fields[i].target, (gint32) guatu_plan_number (plan, table, row, i), out);
          g_string_append_c (out, ')');
        }
    }
}

/* A line for each row of the tables that hang on tasks, and for each task in its order; with @baselines, or without. */
static GPtrArray *
describe (const GuatuPlan *plan, gboolean baselines)
{
  static const GuatuTable tables[] = { GUATU_TABLE_LEDGER_ITEM, GUATU_TABLE_KEY_NODE, GUATU_TABLE_LINK,
                                       GUATU_TABLE_ASSIGNMENT, GUATU_TABLE_REPORT, GUATU_TABLE_TASK_SPLIT,
                                       GUATU_TABLE_CUSTOM_VALUE, GUATU_TABLE_LIGHT_OVERRIDE, GUATU_TABLE_TASK_TARGET,
                                       GUATU_TABLE_BASELINE_TASK };
  g_autoptr(GuatuPlan) fragment = take_all (plan);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  guint n;
  const gint32 *outline = guatu_plan_outline (fragment, &n);

  for (guint i = 0; i < n; i++)
    {
      GString *line = g_string_new (NULL);

      g_string_append_printf (line, "task %05u:", i);
      append_fields (fragment, GUATU_TABLE_TASK, outline[i], line);
      g_ptr_array_add (lines, g_string_free (line, FALSE));
    }
  for (guint t = 0; t < G_N_ELEMENTS (tables) - (baselines ? 0 : 1); t++)
    for (gint32 row = 0; row < (gint32) guatu_plan_n_rows (fragment, tables[t]); row++)
      {
        GString *line = g_string_new (guatu_table_info (tables[t])->name);

        append_fields (fragment, tables[t], row, line);
        g_ptr_array_add (lines, g_string_free (line, FALSE));
      }
  return lines;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static void
check_same (GPtrArray *lines, GPtrArray *others)
{
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_sort (others, compare_lines);
  for (guint i = 0; i < MIN (lines->len, others->len); i++)
    g_assert_cmpstr (lines->pdata[i], ==, others->pdata[i]);
  g_assert_cmpuint (lines->len, ==, others->len);
}

static void
make_random (DocumentFixture *fixture, guint seed)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr(GError) error = NULL;

      random_verb (fixture->document, rand, FALSE, &error);
    }
}

static GuatuDocument *
make_empty (DocumentFixture *fixture)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  g_autofree char *path = g_build_filename (fixture->dir, "other.guatu", NULL);
  g_autoptr(GError) error = NULL;
  GuatuDocument *document;

  guatu_plan_settle (plan);
  document = guatu_document_create (path, plan, NULL, "create", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return document;
}

/* The seed says which random plan: it can be asked for again. */
static void
nothing_is_lost (DocumentFixture *fixture, gconstpointer data)
{
  guint seed = (g_test_slow () ? (guint) g_test_rand_int_range (0, G_MAXINT32) : 20261126) + GPOINTER_TO_UINT (data);
  g_autoptr(GuatuDocument) other = make_empty (fixture);
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) fragment = NULL;
  g_autoptr(GPtrArray) before = NULL, after = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GArray) made = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *empty = plan_digest (plan_of (other)), *undone = NULL;

  g_test_message ("seed %u", seed);
  make_random (fixture, seed);
  before = describe (plan_of (fixture->document), FALSE);
  fragment = take_all (plan_of (fixture->document));
  bytes = write_own (fragment);
  guatu_task_clipboard_paste (other, bytes, TRUE, 0, 0, 0, made, NULL, &error);
  g_assert_no_error (error);
  after = describe (plan_of (other), FALSE);
  check_same (before, after);

  guatu_document_undo (other, NULL, &error);
  g_assert_no_error (error);
  undone = plan_digest (plan_of (other));
  g_assert_cmpstr (undone, ==, empty);
}

/* What was cut comes back with all that has been done, and its baselines. */
static void
cut_and_pasted (DocumentFixture *fixture, gconstpointer data)
{
  guint seed = (g_test_slow () ? (guint) g_test_rand_int_range (0, G_MAXINT32) : 20261126) + GPOINTER_TO_UINT (data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) fragment = NULL;
  g_autoptr(GPtrArray) before = NULL, after = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GArray) roots = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) made = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *digest = NULL, *undone = NULL;

  g_test_message ("seed %u", seed);
  make_random (fixture, seed);
  digest = plan_digest (plan_of (fixture->document));
  before = describe (plan_of (fixture->document), TRUE);
  fragment = take_all (plan_of (fixture->document));
  bytes = write_own (fragment);
  for (gint32 row = guatu_plan_first_task (fragment); row >= 0; row = guatu_plan_task (fragment, row)->next_sibling)
    {
      gint64 id = guatu_plan_id (fragment, GUATU_TABLE_TASK, row);

      g_array_append_val (roots, id);
    }
  guatu_document_cut_tasks (fixture->document, (const gint64 *) (gpointer) roots->data, roots->len, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (guatu_plan_n_live (plan_of (fixture->document), GUATU_TABLE_TASK), ==, 0);
  guatu_task_clipboard_paste (fixture->document, bytes, TRUE, 0, 0, 0, made, NULL, &error);
  g_assert_no_error (error);
  after = describe (plan_of (fixture->document), TRUE);
  check_same (before, after);

  guatu_document_undo (fixture->document, NULL, &error);
  guatu_document_undo (fixture->document, NULL, &error);
  g_assert_no_error (error);
  undone = plan_digest (plan_of (fixture->document));
  g_assert_cmpstr (undone, ==, digest);
}

/* Text ------------------------------------------------------------------------------------------------------- */

static gboolean
paste_text (DocumentFixture *fixture, const char *text, GArray *made, char **remark, GError **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  g_array_set_size (made, 0);
  return guatu_task_clipboard_paste (fixture->document, bytes, FALSE, 0, 0, guatu_test_at ("2024-03-06 11:00"), made,
                                     remark, error);
}

/* "A(B(C) D)": what the text makes. Undoes it again. */
static void
gives (DocumentFixture *fixture, const char *text, const char *outline)
{
  g_autoptr(GArray) made = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) out = g_string_new (NULL);
  const GuatuPlan *plan;
  guint depth = 0;
  gint64 head = head_of (fixture->document);

  paste_text (fixture, text, made, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (head_of (fixture->document), ==, head + 1);
  plan = plan_of (fixture->document);
  for (guint i = 0; i < made->len; i++)
    {
      gint32 row = guatu_plan_find (plan, GUATU_TABLE_TASK, g_array_index (made, gint64, i));
      guint here = guatu_plan_task_depth (plan, row);

      if (i > 0)
        g_string_append_c (out, here > depth ? '(' : here < depth ? ')' : ' ');
      for (; depth > here + 1; depth--)
        g_string_append_c (out, ')');
      depth = here;
      g_string_append (out, guatu_plan_task_name (plan, row));
    }
  g_assert_cmpstr (out->str, ==, outline);
  guatu_document_undo (fixture->document, NULL, &error);
  g_assert_no_error (error);
}

static void
outlines (DocumentFixture *fixture, gconstpointer data)
{
  /* Plain lines are names, as they are. */
  gives (fixture, "Dig\nFill\r\n\r\n\"Quoted\" work\n", "Dig Fill \"Quoted\" work");
  gives (fixture, "挖沟\r\n  铺管\r\n  回填\r\n验收", "挖沟(铺管 回填)验收");
  gives (fixture, "A\n\tB\n\t\tC\n\tD\n", "A(B(C)D");
  gives (fixture, "\"two\nlines\"", "two lines");
  gives (fixture, "1\tA\n1.1\tB\n1.1.1\tC\n1.2\tD\n2\tE", "A(B(C)D)E");
  gives (fixture, "Task\tOutline level\nA\t1\nB\t2\nC\t1\n", "A(B)C");
  /* As LibreOffice and Excel write cells that hold line ends, tabs and quotes. */
  gives (fixture, "Task\tNotes\r\n\"say \"\"hi\"\" and\nleave\"\t\"one\ttwo\"\r\nB\t\r\n", "say \"hi\" and leave B");
}

static gint64
number (DocumentFixture *fixture, GArray *made, guint i, guint field)
{
  const GuatuPlan *plan = plan_of (fixture->document);

  return guatu_plan_task_number (plan, guatu_plan_find (plan, GUATU_TABLE_TASK, g_array_index (made, gint64, i)), field);
}

static void
check_cells (DocumentFixture *fixture, const char *text)
{
  g_autoptr(GArray) made = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GError) error = NULL;
  guint n_units = guatu_plan_n_live (plan_of (fixture->document), GUATU_TABLE_UNIT);
  const GuatuPlan *plan;
  const gint32 *rows;
  guint n;

  paste_text (fixture, text, made, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (made->len, ==, 2);
  g_assert_cmpint (number (fixture, made, 0, GUATU_TASK_DURATION), ==, 40 * GUATU_HOUR);
  g_assert_cmpint (number (fixture, made, 0, GUATU_TASK_CONSTRAINT), ==, GUATU_CONSTRAINT_SNET);
  g_assert_cmpint (number (fixture, made, 0, GUATU_TASK_CONSTRAINT_DATE), ==, guatu_test_at ("2024-03-11 08:00"));
  g_assert_cmpint (number (fixture, made, 0, GUATU_TASK_DEADLINE), ==, guatu_test_at ("2024-03-29 17:00"));
  /* A word for a day is read as it is typed. */
  g_assert_cmpint (number (fixture, made, 1, GUATU_TASK_CONSTRAINT_DATE), ==, guatu_test_at ("2024-03-07 08:00"));
  g_assert_cmpint (number (fixture, made, 1, GUATU_TASK_DEADLINE), ==, GUATU_NONE);

  plan = plan_of (fixture->document);
  rows = guatu_plan_referrers (plan, GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_TASK,
                               guatu_plan_find (plan, GUATU_TABLE_TASK, g_array_index (made, gint64, 0)), &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (guatu_plan_number (plan, GUATU_TABLE_ASSIGNMENT, rows[0], GUATU_ASSIGNMENT_UNIT), ==,
                   guatu_plan_find (plan, GUATU_TABLE_UNIT, id_of (fixture, GUATU_TABLE_UNIT, "Roads")));
  /* Roads is there; the second is made. */
  g_assert_cmpuint (guatu_plan_n_live (plan, GUATU_TABLE_UNIT), ==, n_units + 1);
  /* What is done is a report. */
  guatu_plan_referrers (plan, GUATU_TABLE_REPORT, GUATU_REPORT_TASK,
                        guatu_plan_find (plan, GUATU_TABLE_TASK, g_array_index (made, gint64, 1)), &n);
  g_assert_cmpuint (n, ==, 1);
  guatu_document_undo (fixture->document, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (guatu_plan_n_live (plan_of (fixture->document), GUATU_TABLE_TASK), ==, 7);
}

static void
headings (DocumentFixture *fixture, gconstpointer data)
{
  check_cells (fixture, "Task\tDuration\tStart\tDeadline\tLead unit\tDone\n"
                        "Pave\t5d\t2024-03-11\t3-29\tRoads, Finance\t\nMark\t1 w\ttomorrow\t\t\t30%\n");
  check_cells (fixture, "任务\t工期\t开始\t截止\t责任单位\t完成百分比\r\n"
                        "铺路\t5天\t2024年3月11日\t3月29日\tRoads、财政局\t\r\n划线\t1周\t明天\t\t\t30%\r\n");
  check_cells (fixture, "任务名称\t工期\t开始时间\t时限\t牵头单位\t进度\n"
                        "铺路\t5 天\t3/11\t2024/3/29\tRoads；财政局\t\n划线\t1周\t2024.3.7\t\t\t30\n");
}

static void
by_place (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GArray) made = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GError) error = NULL;

  paste_text (fixture, "Pave\t5d\t2024-03-11\t\nMark\t2d\n", made, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (number (fixture, made, 0, GUATU_TASK_CONSTRAINT_DATE), ==, guatu_test_at ("2024-03-11 08:00"));
  g_assert_cmpint (number (fixture, made, 1, GUATU_TASK_DURATION), ==, 16 * GUATU_HOUR);
  /* Without durations, the dates say how long it takes. */
  paste_text (fixture, "Pave\t2024-03-11\t2024-03-15\nMark\t3-18\t3-19\n", made, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (number (fixture, made, 0, GUATU_TASK_DURATION), ==, 40 * GUATU_HOUR);
  g_assert_cmpint (number (fixture, made, 1, GUATU_TASK_DURATION), ==, 16 * GUATU_HOUR);
  /* The start of a summary counts where nothing below has one. */
  paste_text (fixture, "Task\tStart\nPave\t2024-03-11\n  Mark\t\nLight\t2024-03-12\n  Wire\t2024-03-12\n", made, NULL,
              &error);
  g_assert_no_error (error);
  g_assert_cmpint (number (fixture, made, 0, GUATU_TASK_CONSTRAINT_DATE), ==, guatu_test_at ("2024-03-11 08:00"));
  g_assert_cmpint (number (fixture, made, 2, GUATU_TASK_CONSTRAINT_DATE), ==, GUATU_NONE);
  /* A finish alone is when it is due. */
  paste_text (fixture, "Task\tFinish\nPave\t2024-03-15\n", made, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (number (fixture, made, 0, GUATU_TASK_DEADLINE), ==, guatu_test_at ("2024-03-15 17:00"));
}

/* A message that names the cell, and nothing has been pasted. */
static void
refuses (DocumentFixture *fixture, const char *text, const char *message)
{
  g_autoptr(GArray) made = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GError) error = NULL;
  gint64 head = head_of (fixture->document);

  g_assert_false (paste_text (fixture, text, made, NULL, &error));
  g_assert_nonnull (error);
  if (strstr (error->message, message) == NULL)
    g_error ("“%s” is not in “%s”", message, error->message);
  g_assert_cmpint (head_of (fixture->document), ==, head);
}

static void
not_understood (DocumentFixture *fixture, gconstpointer data)
{
  refuses (fixture, "Task\tDuration\nA\t5d\nB\tsoon\n", "Row 3, column 2 (Duration)");
  refuses (fixture, "A\t5d\nB\tsoon\n", "Row 2, column 2 (Duration)");
  refuses (fixture, "Task\tStart\nA\tsomeday\n", "Row 2, column 2 (Start)");
  refuses (fixture, "任务\t截止\nA\t改天\n", "Row 2, column 2 (截止)");
  refuses (fixture, "Task\tDone\nA\tmuch\n", "Row 2, column 2 (Done)");
  refuses (fixture, "Task\tDuration\n\t5d\n", "names a task");
  refuses (fixture, "Task\tDuration\nA\t1d\n\t5d\n", "Row 3");
  refuses (fixture, "A\t5d\t\t\tlost\n", "Row 1, column 5");
  refuses (fixture, "", "no text");
  refuses (fixture, " \n\t\r\n", "no text");
  refuses (fixture, "Task\tDuration\n", "names a task");
}

static void
hostile (DocumentFixture *fixture, gconstpointer data)
{
  static const char * const own[] = {
    "", "{", "[]", "{\"guatu\": 1}", "{\"guatu\": 1, \"plan\": {\"title\": \"x\"}, \"tasks\": 5}",
    "{\"guatu\": 99, \"plan\": {}, \"tasks\": [{\"name\": \"A\", \"colour\": {}}]}",
    "{\"guatu\": 1, \"plan\": {\"id\": \"1\", \"title\": \"x\", \"start\": \"2024-01-01\"}, \"tasks\": "
      "[{\"id\": \"2\", \"name\": \"A\", \"parent\": \"2\"}]}",
    "{\"guatu\": 1, \"plan\": {\"id\": \"1\", \"title\": \"x\", \"start\": \"2024-01-01\"}, \"tasks\": "
      "[{\"id\": \"2\", \"name\": \"A\\u0000B\"}]}",
    "{\"guatu\": 1, \"plan\": {\"id\": \"1\", \"title\": \"x\", \"start\": \"2024-01-01\"}, \"tasks\": "
      "[{\"id\": \"2\", \"name\": \"A\"}], \"links\": [{\"predecessor\": \"2\", \"successor\": \"2\"}]}",
  };
  g_autoptr(GArray) made = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GString) deep = g_string_new (NULL);
  gint64 head = head_of (fixture->document);

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new (own[i], strlen (own[i]));
      g_autoptr(GError) error = NULL;

      if (guatu_task_clipboard_paste (fixture->document, bytes, TRUE, 0, 0, 0, made, NULL, &error))
        g_error ("“%s” was pasted", own[i]);
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
  for (guint i = 0; i < 600; i++)
    {
      for (guint k = 0; k < i; k++)
        g_string_append_c (deep, '\t');
      g_string_append (deep, "x\n");
    }
  refuses (fixture, deep->str, "levels deep");
  g_assert_cmpint (head_of (fixture->document), ==, head);
}

/* What is no text at all is cleaned, never a crash. */
static void
no_text (DocumentFixture *fixture, gconstpointer data)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 300; round++)
    {
      static const char alphabet[] = "\t\t\t\n\n\r\"\"\"=+-5d2024-03-11Task\tStart任\xe4\xff\x01 .";
      g_autoptr(GArray) made = g_array_new (FALSE, FALSE, sizeof (gint64));
      char text[200];
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(GError) error = NULL;

      for (gsize i = 0; i < sizeof text; i++)
        text[i] = alphabet[g_rand_int_range (rand, 0, sizeof alphabet)];
      bytes = g_bytes_new (text, sizeof text);
      if (guatu_task_clipboard_paste (fixture->document, bytes, FALSE, 0, 0, guatu_test_at ("2024-03-06 11:00"), made,
                                      NULL, &error))
        guatu_document_undo (fixture->document, NULL, &error);
      else
        g_assert_nonnull (error);
    }
}

/* Written text ------------------------------------------------------------------------------------------------ */

static char *
written_with (DocumentFixture *fixture, const char *language, const char *task, const GuatuColumnKind *columns, guint n)
{
  const GuatuPlan *plan = plan_of (fixture->document);
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;
  const GuatuSchedule *schedule = guatu_document_get_schedule (fixture->document);
  g_autoptr(GuatuRows) rows = guatu_rows_new (plan, schedule, NULL, &query);
  GuatuChartView chart = { .plan = plan, .schedule = schedule, .rows = rows, .language = language };
  gint64 id = task_id (fixture, task);

  return guatu_task_clipboard_text (fixture->document, &chart, &id, 1, columns, n);
}

static char *
written (DocumentFixture *fixture, const char *language, const char *task)
{
  static const GuatuColumnKind columns[] = { GUATU_COLUMN_NUMBER, GUATU_COLUMN_NAME, GUATU_COLUMN_DURATION,
                                             GUATU_COLUMN_START, GUATU_COLUMN_FINISH, GUATU_COLUMN_LEAD_UNIT };

  return written_with (fixture, language, task, columns, G_N_ELEMENTS (columns));
}

/* Predecessors go with the numbers that they name, and are links again where they are pasted, in both languages. */
static void
predecessors (DocumentFixture *fixture, gconstpointer data)
{
  static const GuatuColumnKind columns[] = { GUATU_COLUMN_NAME, GUATU_COLUMN_DURATION, GUATU_COLUMN_PREDECESSORS };
  static const char * const languages[] = { "en", "zh_CN" };
  const GuatuPlan *plan = plan_of (fixture->document);
  guint n_links = guatu_plan_n_live (plan, GUATU_TABLE_LINK);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr(GArray) made = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autofree char *text = written_with (fixture, languages[i], "Prepare", columns, G_N_ELEMENTS (columns));
      g_autofree char *links = NULL;
      g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr(GError) error = NULL;

      if (i == 0)
        g_assert_cmpstr (text, ==, "ID\tTask\tDuration\tPredecessors\n1\tPrepare\t15 d\t\n2\t  Survey\t5 d\t\n"
                                   "3\t  Design\t10 d\t2\n");
      g_assert_true (guatu_task_clipboard_paste (fixture->document, bytes, FALSE, 0, 0, 0, made, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (made->len, ==, 3);
      g_assert_cmpuint (guatu_plan_n_live (plan, GUATU_TABLE_LINK), ==, n_links + 1 + i);
      links = guatu_links_text (plan, guatu_plan_find (plan, GUATU_TABLE_TASK, g_array_index (made, gint64, 2)));
      g_assert_cmpuint (strtoul (links, NULL, 10), ==, guatu_plan_task_place (plan,
                        guatu_plan_find (plan, GUATU_TABLE_TASK, g_array_index (made, gint64, 1))));
    }
}

static void
text_written (DocumentFixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  must_set_task (fixture, "Road", GUATU_TASK_NAME, GUATU_TEXT ("say \"hi\""));
  text = written (fixture, "en", "Build");
  g_assert_cmpstr (text, ==, "No.\tTask\tDuration\tStart\tFinish\tLead unit\n"
                             "4\tBuild\t49 d\t2024-03-04\t2024-05-09\t\n"
                             "5\t  Bridge\t34 d\t2024-03-25\t2024-05-09\t\n"
                             "6\t\"  say \"\"hi\"\"\"\t20 d\t2024-03-04\t2024-03-29\t\n");
  gives (fixture, text, "Build(Bridge say \"hi\"");
}

/* A name that a spreadsheet would run as a formula is none there, and itself again here. */
static void
formulas (DocumentFixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;

  must_set_task (fixture, "Road", GUATU_TASK_NAME, GUATU_TEXT ("=1+1"));
  text = written (fixture, "en", "=1+1");
  g_assert_null (strstr (text, "\t=1"));
  gives (fixture, text, "=1+1");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  document_fixture_in_memory ();

  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *path = g_strdup_printf ("/ui/task-clipboard/nothing-is-lost/%u", i);
      g_autofree char *cut = g_strdup_printf ("/ui/task-clipboard/cut-and-pasted/%u", i);

      g_test_add (path, DocumentFixture, GUINT_TO_POINTER (i), document_fixture_set_up, nothing_is_lost,
                  document_fixture_tear_down);
      g_test_add (cut, DocumentFixture, GUINT_TO_POINTER (i), document_fixture_set_up, cut_and_pasted,
                  document_fixture_tear_down);
    }
  add_document_test ("/ui/task-clipboard/outlines", outlines);
  add_document_test ("/ui/task-clipboard/headings-in-both-languages", headings);
  add_document_test ("/ui/task-clipboard/without-headings", by_place);
  add_document_test ("/ui/task-clipboard/not-understood", not_understood);
  add_document_test ("/ui/task-clipboard/hostile", hostile);
  add_document_test ("/ui/task-clipboard/no-text", no_text);
  add_document_test ("/ui/task-clipboard/text-written", text_written);
  add_document_test ("/ui/task-clipboard/predecessors", predecessors);
  add_document_test ("/ui/task-clipboard/no-formulas", formulas);

  return g_test_run ();
}
