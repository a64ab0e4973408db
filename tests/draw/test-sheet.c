/* test-sheet.c — on every sheet all texts are whole, none lies on another, and type is as large as it can be. */
#include "draw-fixtures.h"
#include "guatu-cairo-painter.h"
#include "guatu-id.h"
#include "guatu-test.h"

#define SLACK 0.05

static gboolean
overlap (const GuatuBox *a, const GuatuBox *b)
{
  return a->x + SLACK < b->x + b->width && b->x + SLACK < a->x + a->width
         && a->y + SLACK < b->y + b->height && b->y + SLACK < a->y + a->height;
}

static int
by_top (gconstpointer a, gconstpointer b)
{
  const NotedText *one = a, *other = b;

  return (one->box.y > other->box.y) - (one->box.y < other->box.y);
}

static void
check_texts (const GuatuSheet *sheet, NotesPainter *painter)
{
  GArray *texts = painter->texts;

  g_array_sort (texts, by_top);
  for (guint i = 0; i < texts->len; i++)
    {
      const NotedText *text = &g_array_index (texts, NotedText, i);

      if (text->box.x < text->given.x - SLACK || text->box.width > text->given.width + SLACK
          || text->box.y < text->given.y - SLACK || text->box.height > text->given.height + SLACK)
        g_error ("“%s” does not fit its room: %g x %g in %g x %g", text->text, text->box.width, text->box.height,
                 text->given.width, text->given.height);
      if (text->box.x < sheet->area.x - SLACK || text->box.x + text->box.width > sheet->area.x + sheet->area.width + SLACK
          || text->box.y < sheet->area.y - SLACK
          || text->box.y + text->box.height > sheet->area.y + sheet->area.height + SLACK)
        g_error ("“%s” leaves the sheet", text->text);
      for (guint j = i + 1; j < texts->len; j++)
        {
          const NotedText *other = &g_array_index (texts, NotedText, j);

          if (other->box.y > text->box.y + text->box.height)
            break;
          if (overlap (&text->box, &other->box))
            g_error ("“%s” lies on “%s”", text->text, other->text);
        }
    }
}

/* Every cell that has something to say is there, as it is. */
static void
check_names (Drawing *drawing, NotesPainter *painter)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < painter->texts->len; i++)
    g_hash_table_add (seen, g_array_index (painter->texts, NotedText, i).text);
  for (guint row = 0; row < drawing->rows->n; row++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      GuatuChartView view = drawing->view;

      guatu_chart_cell_text (&view, row, GUATU_COLUMN_NAME, text);
      g_assert_true (text->len == 0 || g_hash_table_contains (seen, text->str));
    }
}

static double
check_sheet (Drawing *drawing, const char *paper, gboolean landscape, const char *language)
{
  GuatuPainter *ruler = fixture_ruler (language);
  g_autoptr(NotesPainter) painter = notes_painter_new (ruler);
  g_autoptr(GuatuSheet) sheet = NULL;
  double size;

  sheet = drawing_sheet (drawing, paper, landscape, language, &painter->parent);
  guatu_sheet_paint (sheet, &painter->parent);
  g_assert_cmpuint (painter->clips, ==, 0);
  check_texts (sheet, painter);
  check_names (drawing, painter);
  size = sheet->view.size;
  guatu_cairo_painter_free ((GuatuCairoPainter *) (void *) ruler);

  return size;
}

static void
test_random_plans (void)
{
  static const guint counts[] = { 1, 17, 40, 2, 5, 63, 120, 250, 500 };
  guint n_counts = g_test_slow () ? G_N_ELEMENTS (counts) : 3;
  static const char * const papers[] = { "A4", "A3", "Letter", "A0", "B2", "A5", "3000x600mm", "A1", "200x900mm" };

  for (guint i = 0; i < n_counts; i++)
    for (guint k = 0; k < (g_test_slow () && counts[i] <= 100 ? 4 : 2); k++)
      {
        g_autoptr(GRand) rand = g_rand_new_with_seed (100 * i + k);
        gboolean chinese = (i + k) % 2;
        GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;
        g_autoptr(Drawing) drawing = NULL;
        const char *paper = papers[(i + 2 * k) % G_N_ELEMENTS (papers)];

        query.grouping = k % 2 == 0 ? GUATU_GROUP_NONE : GUATU_GROUP_UNIT;
        if (k % 2 == 0 && i % 3 < 2)
          query.grouping = GUATU_GROUP_CATEGORY;
        query.merged = query.grouping == GUATU_GROUP_CATEGORY;
        drawing = drawing_new (i % 3 == 2 ? fixture_office_plan (rand, counts[i], chinese)
                                          : fixture_wall_plan (rand, counts[i], chinese), &query);
        g_test_message ("%u tasks on %s, plan %u", counts[i], paper, k);
        check_sheet (drawing, paper, k / 2 == 0, chinese ? "zh_CN" : "en");
      }
}

static void
test_wild_plans (void)
{
  for (guint seed = 0; seed < (g_test_slow () ? 6 : 2); seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(Drawing) drawing = drawing_new (guatu_test_random_plan (rand, 5 + 15 * seed), NULL);

      check_sheet (drawing, seed % 2 ? "A4" : "A2", seed % 3 == 0, seed % 2 ? "zh_CN" : "en");
    }
}

static void
test_empty (void)
{
  g_autoptr(Drawing) drawing = drawing_new (guatu_test_plan_new (), NULL);
  g_autoptr(NotesPainter) painter = notes_painter_new (NULL);
  g_autoptr(GuatuSheet) sheet = drawing_sheet (drawing, "A4", TRUE, "en", &painter->parent);

  guatu_sheet_paint (sheet, &painter->parent);
  check_texts (sheet, painter);
  g_assert_nonnull (strstr (painter->notes->str, "“No tasks yet”"));
  g_assert_nonnull (strstr (painter->notes->str, "“Untitled plan”"));
}

/* Where no task meets what was asked for, there are tasks all the same. */
static void
test_nothing_found (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;
  g_autoptr(Drawing) drawing = NULL;
  g_autoptr(NotesPainter) painter = notes_painter_new (NULL);
  g_autoptr(GuatuSheet) sheet = NULL;

  guatu_test_add_task (plan, -1, "Road", "1d");
  query.text = "Bridge";
  drawing = drawing_new (plan, &query);
  sheet = drawing_sheet (drawing, "A4", TRUE, "en", &painter->parent);
  guatu_sheet_paint (sheet, &painter->parent);
  g_assert_nonnull (strstr (painter->notes->str, "“No tasks to show”"));
}

static void
test_readable (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  g_autoptr(Drawing) few = drawing_new (fixture_office_plan (rand, 30, FALSE), NULL);
  g_autoptr(Drawing) many = drawing_new (fixture_office_plan (rand, 90, FALSE), NULL);

  g_assert_cmpfloat (check_sheet (few, "A4", TRUE, "en"), >=, 6);
  g_assert_cmpfloat (check_sheet (many, "A2", FALSE, "en"), >=, 6);
  /* Less paper, smaller type. */
  g_assert_cmpfloat (check_sheet (many, "A4", FALSE, "en"), <, 6);
}

/* Units as an office has them, each with a task or two. */
static GuatuPlan *
plan_of_units (void)
{
  static const char * const names[] = { "Agriculture and Rural Affairs Bureau", "Human Resources and Social Security Bureau",
                                        "Emergency Management Bureau of the District, and its inspection team" };
  GuatuPlan *plan = guatu_test_plan_new ();

  for (guint i = 0; i < 15; i++)
    {
      gint32 unit = fixture_add_unit (plan, names[i % G_N_ELEMENTS (names)]);

      fixture_assign (plan, guatu_test_add_task (plan, -1, "Cold store", "9d"), unit, GUATU_ROLE_LEAD_UNIT);
      if (i % 3 == 0)
        fixture_assign (plan, guatu_test_add_task (plan, -1, "Market", "7d"), unit, GUATU_ROLE_LEAD_UNIT);
    }

  return plan;
}

/* A group's name is as long as it is, however few its rows are: beside them, and over them. */
static void
test_group_names (void)
{
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;

  query.grouping = GUATU_GROUP_UNIT;
  for (guint merged = 0; merged < 2; merged++)
    {
      g_autoptr(Drawing) drawing = NULL;

      query.merged = merged == 1;
      drawing = drawing_new (plan_of_units (), &query);
      g_assert_cmpfloat (check_sheet (drawing, "A3", TRUE, "en"), >=, 6);
    }
}

/* Whose sheet it is wraps in its block, and does not become a thread. */
static void
test_long_block (void)
{
  static const char body[] = "Office of the Leading Group for the Execution Year of the District, in the "
                             "Development and Reform Bureau, on behalf of the District Government";
  GuatuPlan *plan = guatu_test_plan_new ();
  g_autoptr(Drawing) drawing = NULL;
  g_autoptr(GuatuSheet) sheet = NULL;
  GuatuPainter *ruler = fixture_ruler ("en");
  g_autoptr(NotesPainter) painter = notes_painter_new (ruler);
  gboolean found = FALSE;

  fixture_set_text (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_ISSUING_BODY, body);
  guatu_test_add_task (plan, -1, "Road", "5d");
  drawing = drawing_new (plan, NULL);
  sheet = drawing_sheet (drawing, "A3", TRUE, "en", &painter->parent);
  guatu_sheet_paint (sheet, &painter->parent);
  check_texts (sheet, painter);
  for (guint i = 0; i < painter->texts->len; i++)
    {
      const NotedText *text = &g_array_index (painter->texts, NotedText, i);

      if (!g_str_equal (text->text, body))
        continue;
      found = TRUE;
      g_assert_cmpfloat (text->size, >=, 6);
    }
  g_assert_true (found);
  guatu_cairo_painter_free ((GuatuCairoPainter *) (void *) ruler);
}

/* A roll is as long as makes the type large enough: more rows, more paper, until no program could show it. */
static void
test_rolls (void)
{
  static const struct { guint rows; const char *paper; } rolls[] = {
    { 5, "914mm-roll" }, { 60, "914mm-roll" }, { 60, "12in-roll" }, { 300, "24in-roll" },
  };
  double longest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rolls) - (g_test_slow () ? 0 : 1); i++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (i);
      g_autoptr(Drawing) drawing = drawing_new (fixture_wall_plan (rand, rolls[i].rows, i % 2), NULL);
      g_autoptr(NotesPainter) painter = notes_painter_new (NULL);
      g_autoptr(GuatuSheet) sheet = drawing_sheet (drawing, rolls[i].paper, FALSE, "en", &painter->parent);

      guatu_sheet_paint (sheet, &painter->parent);
      check_texts (sheet, painter);
      g_assert_cmpfloat (sheet->view.size, >=, 8);
      g_assert_cmpfloat (sheet->height, <=, GUATU_PAPER_MAX_POINTS + 0.1);
      if (i < 2)
        {
          g_assert_cmpfloat (sheet->height, >, longest);
          longest = sheet->height;
        }
    }
}

static void
test_long_texts (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  g_autoptr(GString) long_word = g_string_new (NULL);
  g_autoptr(GString) long_name = g_string_new (NULL);
  g_autoptr(Drawing) drawing = NULL;
  gint32 parent = -1, unit;

  for (guint i = 0; i < 400; i++)
    g_string_append_c (long_word, 'W');
  for (guint i = 0; i < 40; i++)
    g_string_append (long_name, "桥梁 works ");
  fixture_set_text (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_TITLE, long_name->str);
  fixture_set_text (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_SUBTITLE, long_word->str);
  fixture_set_text (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_ISSUING_BODY, long_name->str);
  unit = fixture_add_unit (plan, long_word->str);
  /* Twelve levels deep. */
  for (guint i = 0; i < 12; i++)
    parent = guatu_test_add_task (plan, parent, i % 2 ? long_word->str : long_name->str, "5d");
  fixture_assign (plan, parent, unit, GUATU_ROLE_LEAD_UNIT);
  drawing = drawing_new (plan, NULL);
  check_sheet (drawing, "A3", TRUE, "en");
  if (g_test_slow ())
    check_sheet (drawing, "A4", FALSE, "zh_CN");
}

static void
test_wide_dates (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  g_autoptr(Drawing) drawing = NULL;
  gint32 task = guatu_test_add_task (plan, -1, "Soon", "1d");

  /* A deadline a century away does not squeeze the bar. */
  guatu_test_set (plan, GUATU_TABLE_TASK, task, GUATU_TASK_DEADLINE, guatu_test_at ("2124-01-01 17:00"));
  guatu_test_set (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_STATUS_DATE, guatu_test_at ("2024-03-05 17:00"));
  drawing = drawing_new (plan, NULL);
  {
    g_autoptr(NotesPainter) painter = notes_painter_new (NULL);
    g_autoptr(GuatuSheet) sheet = drawing_sheet (drawing, "A4", TRUE, "en", &painter->parent);

    g_assert_cmpint (sheet->scale.to - sheet->scale.from, <, 10 * GUATU_DAY);
    g_assert_cmpint (sheet->scale.to, >=, guatu_test_at ("2024-03-05 17:00"));
  }
}

static void
check_items (const GArray *legend, const char *expected)
{
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint i = 0; i < legend->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? ", " : "", g_array_index (legend, GuatuLegendItem, i).text);
  g_assert_cmpstr (found->str, ==, expected);
}

static void
check_legend (GuatuPlan *plan, const char *expected)
{
  g_autoptr(Drawing) drawing = drawing_new (plan, NULL);
  g_autoptr(NotesPainter) painter = notes_painter_new (NULL);
  g_autoptr(GuatuSheet) sheet = drawing_sheet (drawing, "A4", TRUE, "en", &painter->parent);

  check_items (sheet->legend, expected);
}

static void
test_legend (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 road, survey, board, category;

  survey = guatu_test_add_task (plan, -1, "Survey", "8d");
  check_legend (plan, "Plan and share done, Critical path, Days off");

  plan = guatu_test_plan_new ();
  road = guatu_test_add_task (plan, -1, "Road", "1d");
  survey = guatu_test_add_task (plan, road, "Survey", "2d");
  guatu_test_add_task (plan, road, "Done", "0d");
  guatu_test_add_link (plan, survey, survey + 1, GUATU_LINK_FS, NULL);
  guatu_test_set (plan, GUATU_TABLE_TASK, survey, GUATU_TASK_DEADLINE, guatu_test_at ("2024-03-08 17:00"));
  board = guatu_plan_insert (plan, GUATU_TABLE_LEDGER, guatu_id_next ());
  category = fixture_add_category (plan, board, "Breakthrough");
  fixture_add_category (plan, board, "In no use");
  fixture_put_in (plan, road, board, category);
  check_legend (plan, "Breakthrough, Plan and share done, Summary, Milestone, Critical path, Deadline, Link");
}

/* What is told of bars that lie outside the dates shown cannot be seen: neither can its symbol be needed. */
static void
test_legend_of_span (void)
{
  static const char * const expected[] = { "Plan and share done, Critical path, Days off", "Days off", "Milestone, Critical path" };
  static const char * const dates[][2] = { { "2024-03-11", "2024-03-18" }, { "2024-03-01", "2024-03-04" }, { "2024-03-20", "2024-03-21" } };
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 survey = guatu_test_add_task (plan, -1, "Survey", "10d"), node, opening;
  g_autoptr(Drawing) drawing = NULL;

  guatu_test_set (plan, GUATU_TABLE_TASK, survey, GUATU_TASK_DEADLINE, guatu_test_at ("2024-03-08 17:00"));
  node = guatu_plan_insert (plan, GUATU_TABLE_KEY_NODE, guatu_id_next ());
  fixture_refer (plan, GUATU_TABLE_KEY_NODE, node, GUATU_KEY_NODE_TASK, survey);
  guatu_test_set (plan, GUATU_TABLE_KEY_NODE, node, GUATU_KEY_NODE_DATE, guatu_test_at ("2024-03-07 17:00"));
  opening = guatu_test_add_task (plan, -1, "Opening", "0d");
  guatu_test_add_link (plan, survey, opening, GUATU_LINK_FS, "3d");
  drawing = drawing_new (plan, NULL);
  drawing->rows->n_links = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr(GArray) legend = NULL;
      g_autoptr(NotesPainter) painter = notes_painter_new (NULL);

      drawing->scale.from = guatu_test_at (dates[i][0]);
      drawing->scale.to = guatu_test_at (dates[i][1]);
      legend = guatu_legend_new (&drawing->view, &painter->parent);
      check_items (legend, expected[i]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/no-text-is-cut-off-or-lies-on-another", test_random_plans);
  g_test_add_func ("/sheet/wild-plans-stay-on-the-sheet", test_wild_plans);
  g_test_add_func ("/sheet/an-empty-plan-says-so", test_empty);
  g_test_add_func ("/sheet/where-nothing-was-found-it-says-so", test_nothing_found);
  g_test_add_func ("/sheet/type-is-at-least-six-points-where-the-sheet-allows-it", test_readable);
  g_test_add_func ("/sheet/names-of-groups-are-readable-beside-few-rows", test_group_names);
  g_test_add_func ("/sheet/the-title-block-wraps", test_long_block);
  g_test_add_func ("/sheet/a-roll-is-as-long-as-its-rows-need", test_rolls);
  g_test_add_func ("/sheet/the-longest-names-and-deepest-outline-fit", test_long_texts);
  g_test_add_func ("/sheet/a-deadline-far-away-does-not-squeeze-the-bars", test_wide_dates);
  g_test_add_func ("/sheet/the-legend-holds-only-what-is-used", test_legend);
  g_test_add_func ("/sheet/the-legend-is-of-the-dates-shown", test_legend_of_span);

  return g_test_run ();
}
