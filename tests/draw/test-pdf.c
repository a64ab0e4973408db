/* test-pdf.c — what a chart's PDF says beside its pages: the order of reading, the outline, metadata, fonts that fail. */
#include <glib/gstdio.h>
#include <string.h>

#include "draw-fixtures.h"
#include "guatu-cairo-painter.h"
#include "guatu-chart-export.h"
#include "guatu-id.h"
#include "guatu-test.h"

static char *folder;

/* Two categories with a task each, and one with none. */
static GuatuPlan *
make_board (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 ledger = guatu_plan_insert (plan, GUATU_TABLE_LEDGER, guatu_id_next ());
  gint32 schools = fixture_add_category (plan, ledger, "Schools");
  gint32 roads = fixture_add_category (plan, ledger, "道路");

  fixture_add_category (plan, ledger, "Parks");
  fixture_set_text (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_TITLE, "Year of Works");
  fixture_set_text (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_SUBTITLE, "Two ledgers");
  fixture_set_text (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_ISSUING_BODY, "Programme office");
  fixture_set_text (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_CODE, "YW-24");
  fixture_put_in (plan, guatu_test_add_task (plan, -1, "Gymnasium", "5d"), ledger, schools);
  fixture_put_in (plan, guatu_test_add_task (plan, -1, "Bridge", "9d"), ledger, roads);

  return plan;
}

static char *
export (const char *name, GuatuChartOptions options)
{
  g_autoptr(Drawing) drawing = drawing_new (make_board (), NULL);
  g_autoptr(GError) error = NULL;
  char *path = g_build_filename (folder, name, NULL);

  options.language = "en";
  guatu_chart_export (drawing->plan, drawing->schedule, &options, GUATU_CHART_PDF, path, &error);
  g_assert_no_error (error);

  return path;
}

static void
assert_in_order (const char *text, const char * const *words)
{
  for (const char *at = text; *words != NULL; words++)
    {
      g_test_message ("%s", *words);
      at = strstr (at, *words);
      g_assert_nonnull (at);
      at += strlen (*words);
    }
}

/* Reading ------------------------------------------------------------------------------------------ */

static void
test_parts (void)
{
  static const GuatuColumnKind columns[] = { GUATU_COLUMN_CATEGORY, GUATU_COLUMN_NAME, GUATU_COLUMN_DURATION };
  GuatuRowsQuery query = GUATU_ROWS_QUERY_INIT;
  g_autoptr(Drawing) drawing = NULL;
  g_autoptr(NotesPainter) notes = notes_painter_new (NULL);
  g_autoptr(GuatuSheet) sheet = NULL;
  GuatuSheetContent content;

  query.grouping = GUATU_GROUP_CATEGORY;
  query.merged = TRUE;
  drawing = drawing_new (make_board (), &query);
  content = (GuatuSheetContent) {
    .plan = drawing->plan, .schedule = drawing->schedule, .rows = drawing->rows, .language = "en",
    .today = GUATU_NONE, .from = GUATU_NONE, .to = GUATU_NONE, .layers = GUATU_USUAL_LAYERS, .ledger = -1, .margin = -1,
    .columns = columns, .n_columns = G_N_ELEMENTS (columns), .paper = { 420, 297 },
  };
  sheet = guatu_sheet_new (&content, &notes->parent);
  guatu_sheet_paint (sheet, &notes->parent);

  g_test_message ("%s", notes->tags->str);
  g_assert_cmpuint (notes->depth, ==, 0);
  g_assert_true (g_str_has_prefix (notes->tags->str, "(document(title “Year of Works”)(paragraph "));
  g_assert_nonnull (strstr (notes->tags->str,
                            "(table(row(heading “Category”)(heading “Task”)(heading “Duration”))"
                            "(row(cell “Schools”)(cell “Gymnasium”)(cell “5 d”))"
                            "(row(cell “道路”)(cell “Bridge”)(cell “9 d”)))"));
}

/* What stands outside every part is read by nobody. */
static void
test_nothing_outside (void)
{
  for (gboolean chinese = FALSE; chinese <= TRUE; chinese++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (5);
      g_autoptr(Drawing) drawing = drawing_new (fixture_office_plan (rand, 40, chinese), NULL);
      g_autoptr(NotesPainter) notes = notes_painter_new (NULL);
      g_autoptr(GuatuSheet) sheet = drawing_sheet (drawing, "A2", TRUE, chinese ? "zh_CN" : "en", &notes->parent);

      g_string_truncate (notes->tags, 0);
      guatu_sheet_paint (sheet, &notes->parent);
      g_assert_cmpuint (notes->depth, ==, 0);
      /* A text stands in a part that holds texts only. */
      g_assert_null (strstr (notes->tags->str, "(document “"));
      g_assert_null (strstr (notes->tags->str, "(table “"));
      g_assert_null (strstr (notes->tags->str, "(row “"));
      g_assert_null (strstr (notes->tags->str, ") “"));
    }
}

static guint
count (const char *text, const char *word)
{
  guint n = 0;

  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    n++;

  return n;
}

/* Where there are thousands of rows, each is read in one go. */
static void
test_many_rows (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  g_autoptr(Drawing) drawing = NULL;
  g_autoptr(NotesPainter) notes = notes_painter_new (NULL);

  for (guint i = 0; i < 2000; i++)
    guatu_test_add_task (plan, -1, "Task", "1d");
  drawing = drawing_new (plan, NULL);
  guatu_chart_paint (&drawing->view, &notes->parent, (GuatuBox) { 0, 0, 520, drawing->view.chart.height });
  g_assert_cmpuint (notes->depth, ==, 0);
  g_assert_cmpuint (count (notes->tags->str, "(row(cell “"), ==, 2000);
  g_assert_cmpuint (count (notes->tags->str, "(cell"), ==, 2000);
}

static void
test_tags (void)
{
  static const char * const words[] = {
    "Document", "H1", "Year of Works", "P", "Two ledgers", "Table", "TR", "TH", "Category", "TR", "TD", "Schools", "TD",
    "Gymnasium", "TR", "TD", "道路", "Bridge", NULL,
  };
  GuatuChartOptions options = GUATU_CHART_OPTIONS_INIT;
  g_autofree char *path = export ("tags.pdf", options);
  g_autofree char *info = fixture_run ("pdfinfo", path, NULL);
  g_autofree char *parts = fixture_run ("pdfinfo", "-struct-text", path, NULL);
  g_autofree char *said = fixture_run ("qpdf", "--check", path, NULL);

  if (info == NULL || parts == NULL || said == NULL)
    return;
  g_assert_nonnull (strstr (info, "Tagged:          yes"));
  assert_in_order (parts, words);
  g_assert_nonnull (strstr (said, "No syntax or stream encoding errors found"));
}

static void
test_reading_order (void)
{
  static const char * const words[] = {
    "Year of Works", "Two ledgers", "Category", "Gymnasium", "5 d", "Bridge", "9 d", "Programme office", NULL,
  };
  GuatuChartOptions options = GUATU_CHART_OPTIONS_INIT;
  g_autofree char *path = export ("order.pdf", options);
  g_autofree char *text = fixture_run ("pdftotext", "-raw", path, "-", NULL);

  if (text != NULL)
    assert_in_order (text, words);
}

/* Hatches and edges are lines, not pictures of lines. */
static void
test_vectors (void)
{
  for (const char * const *name = guatu_palette_names (); *name != NULL; name++)
    {
      GuatuChartOptions options = GUATU_CHART_OPTIONS_INIT;
      g_autofree char *path = NULL;
      g_autofree char *images = NULL;

      options.palette = *name;
      path = export ("vectors.pdf", options);
      images = fixture_run ("pdfimages", "-list", path, NULL);
      if (images == NULL)
        return;
      /* A heading and a line under it. */
      g_assert_cmpuint (count (images, "\n"), ==, 2);
    }
}

/* Beside the page ------------------------------------------------------------------------------------ */

static void
test_outline (void)
{
  GuatuChartOptions options = GUATU_CHART_OPTIONS_INIT;
  g_autofree char *path = export ("outline.pdf", options);
  g_autofree char *plain = g_build_filename (folder, "plain.pdf", NULL);
  g_autofree char *said = fixture_run ("qpdf", "--qdf", "--object-streams=disable", path, plain, NULL);
  g_autofree char *data = NULL;
  gsize length;

  if (said == NULL)
    return;
  g_assert_true (g_file_get_contents (plain, &data, &length, NULL));
  /* Fonts hold zeros; the text goes on behind them. */
  for (gsize i = 0; i < length; i++)
    data[i] = data[i] == '\0' ? ' ' : data[i];
  g_assert_nonnull (strstr (data, "/Title (Schools)"));
  g_assert_nonnull (strstr (data, "/Title <feff90538def>"));
  g_assert_null (strstr (data, "/Title (Parks)"));
}

static void
test_metadata (void)
{
  GuatuChartOptions options = GUATU_CHART_OPTIONS_INIT;
  g_autofree char *path = NULL;
  g_autofree char *info = NULL;

  options.printed = guatu_test_at ("2024-03-04 09:30");
  path = export ("metadata.pdf", options);
  info = fixture_run ("pdfinfo", "-rawdates", path, NULL);
  if (info == NULL)
    return;
  g_assert_nonnull (strstr (info, "Title:           Year of Works\n"));
  g_assert_nonnull (strstr (info, "Subject:         Two ledgers\n"));
  g_assert_nonnull (strstr (info, "Author:          Programme office\n"));
  g_assert_nonnull (strstr (info, "Keywords:        YW-24, Schools, 道路, Parks\n"));
  g_assert_nonnull (strstr (info, "Creator:         Guatu\n"));
  assert_in_order (info, (const char * const[]) { "CreationDate:", "20240304093000", "ModDate:", "20240304093000", NULL });
}

/* Fonts ---------------------------------------------------------------------------------------------- */

/* A font of letters alone, by its file; NULL where there is none. */
static char *
find_latin_font (void)
{
  g_autofree char *listed = fixture_run ("fc-list", "-f", "%{file}\\n", ":lang=en:scalable=true:style=Regular", NULL);
  g_autofree char *chinese = listed != NULL ? fixture_run ("fc-list", "-f", "%{file}\\n", ":lang=zh-cn", NULL) : NULL;
  g_auto(GStrv) files = NULL;

  if (chinese == NULL)
    return NULL;
  files = g_strsplit (listed, "\n", -1);
  for (guint i = 0; files[i] != NULL; i++)
    if (g_str_has_suffix (files[i], ".ttf") && strstr (chinese, files[i]) == NULL)
      return g_strdup (files[i]);

  return NULL;
}

/* Has fontconfig know no font but @file, for processes that begin from now on. */
static void
know_only (const char *file)
{
  g_autofree char *fonts = g_build_filename (folder, "fonts", NULL);
  g_autofree char *cache = g_build_filename (folder, "cache", NULL);
  g_autofree char *copy = g_build_filename (fonts, "only.ttf", NULL);
  g_autofree char *config = g_build_filename (folder, "fonts.conf", NULL);
  g_autofree char *text = g_strdup_printf ("<?xml version=\"1.0\"?><fontconfig><dir>%s</dir><cachedir>%s</cachedir>"
                                           "</fontconfig>", fonts, cache);
  g_autofree char *font = NULL;
  gsize length;

  g_assert_cmpint (g_mkdir_with_parents (fonts, 0700), ==, 0);
  g_assert_true (g_file_get_contents (file, &font, &length, NULL));
  g_assert_true (g_file_set_contents (copy, font, (gssize) length, NULL));
  g_assert_true (g_file_set_contents (config, text, -1, NULL));
  g_setenv ("FONTCONFIG_FILE", config, TRUE);
}

/* In a process that knows one font, which is of letters. */
static void
test_missing_here (void)
{
  GuatuChartOptions options = GUATU_CHART_OPTIONS_INIT;
  GuatuChartReadout readout = { 0 };
  g_autofree char *path = NULL;
  g_autofree char *warning = NULL;

  if (!g_test_subprocess ())
    return;
  options.readout = &readout;
  path = export ("missing.pdf", options);
  warning = guatu_chart_readout_warning (&readout);
  g_assert_cmpstr (readout.wanted_font, ==, "Noto Sans CJK SC");
  g_assert_cmpstr (readout.han_font, ==, "");
  g_assert_nonnull (readout.latin_font);
  g_assert_nonnull (strstr (warning, "install “Noto Sans CJK SC”"));
}

static void
test_missing (void)
{
  g_autofree char *font = find_latin_font ();

  if (font == NULL)
    {
      g_test_skip ("There is no font of letters alone");
      return;
    }
  g_test_message ("%s", font);
  know_only (font);
  g_test_trap_subprocess ("/pdf/missing-fonts/subprocess", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_unsetenv ("FONTCONFIG_FILE");
  g_test_trap_assert_passed ();
}

static void
test_present (void)
{
  GuatuPainter *ruler = fixture_ruler ("zh_CN");
  const GuatuTextStyle style = { .size = 10 };
  const char *wanted, *han, *latin;
  double width, height;

  /* Nothing is set: nothing stands in for anything. */
  guatu_cairo_painter_find_fonts ((GuatuCairoPainter *) (void *) ruler, &wanted, &han, &latin);
  g_assert_cmpstr (wanted, ==, "Noto Sans CJK SC");
  g_assert_null (han);
  g_assert_null (latin);

  ruler->measure (ruler, "道路 road", &style, -1, &width, &height);
  guatu_cairo_painter_find_fonts ((GuatuCairoPainter *) (void *) ruler, &wanted, &han, &latin);
  if (han != NULL)
    g_test_skip ("The fonts “Noto Sans CJK” are not installed");
  else
    g_assert_null (latin);
  guatu_cairo_painter_free ((GuatuCairoPainter *) (void *) ruler);
}

static void
test_warnings (void)
{
  GuatuChartReadout readout = { .wanted_font = "Wanted", .smallest = 4, .dpi = 100 };
  char *warning = guatu_chart_readout_warning (&readout);

  g_assert_null (warning);
  readout.latin_font = "Plain";
  warning = guatu_chart_readout_warning (&readout);
  g_assert_cmpstr (warning, ==, "The font “Wanted” is not installed: “Plain” stands in for it.");
  g_free (warning);
  readout.han_font = "Kai";
  readout.hard_to_read = TRUE;
  readout.dpi_lowered = TRUE;
  warning = guatu_chart_readout_warning (&readout);
  g_assert_cmpstr (warning, ==,
                   "The smallest type is 4.0 points high, which is hard to read: choose larger paper. The picture was "
                   "drawn at "
                   "100 dots per inch, because it would be too large otherwise. The font “Wanted” is not installed: “Kai” "
                   "stands in for Chinese characters, “Plain” for letters.");
  g_free (warning);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  folder = guatu_test_make_dir ();
  g_test_add_func ("/pdf/a-sheet-is-read-in-parts", test_parts);
  g_test_add_func ("/pdf/no-text-stands-outside-a-part", test_nothing_outside);
  g_test_add_func ("/pdf/thousands-of-rows-are-read-row-by-row", test_many_rows);
  g_test_add_func ("/pdf/parts-are-tagged", test_tags);
  g_test_add_func ("/pdf/text-comes-in-reading-order", test_reading_order);
  g_test_add_func ("/pdf/every-palette-is-drawn-in-vectors", test_vectors);
  g_test_add_func ("/pdf/the-outline-lists-groups-that-are-shown", test_outline);
  g_test_add_func ("/pdf/metadata-say-what-it-is", test_metadata);
  g_test_add_func ("/pdf/missing-fonts-are-told", test_missing);
  g_test_add_func ("/pdf/missing-fonts/subprocess", test_missing_here);
  g_test_add_func ("/pdf/fonts-that-are-there-are-not-told", test_present);
  g_test_add_func ("/pdf/warnings-are-whole-sentences", test_warnings);
  result = g_test_run ();
  guatu_test_remove_dir (folder);

  return result;
}
