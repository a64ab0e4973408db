/* test-export.c — the files that are written are what other programs take them for. */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "draw-fixtures.h"
#include "guatu-chart-export.h"
#include "guatu-test.h"

static char *folder;

static char *
in_folder (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static char *
export_to (Drawing *drawing, const char *name, GuatuChartOptions options)
{
  g_autoptr(GError) error = NULL;
  char *path = in_folder (name);
  GuatuChartFormat format;

  g_assert_true (guatu_chart_format_of (path, &format));
  guatu_chart_export (drawing->plan, drawing->schedule, &options, format, path, &error);
  g_assert_no_error (error);

  return path;
}

static Drawing *
office (guint n, gboolean chinese)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);
  GuatuPlan *plan = fixture_office_plan (rand, n, chinese);

  fixture_set_text (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_TITLE,
                    chinese ? "“执行力建设年”任务榜作战图" : "Execution Year (2024)");
  fixture_set_text (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_ISSUING_BODY,
                    chinese ? "领导小组办公室" : "Programme office");

  return drawing_new (plan, NULL);
}

/* PDF ------------------------------------------------------------------------------------------------ */

static void
check_page (const char *paper, gboolean landscape, double width, double height)
{
  g_autoptr(Drawing) drawing = office (10, FALSE);
  GuatuChartOptions options = GUATU_CHART_OPTIONS_INIT;
  g_autofree char *path = NULL;
  g_autofree char *info = NULL;
  double points_across, points_down;
  const char *size;

  options.paper = paper;
  options.landscape = landscape;
  path = export_to (drawing, "page.pdf", options);
  info = fixture_run ("pdfinfo", path, NULL);
  if (info == NULL)
    return;
  g_assert_nonnull (strstr (info, "Pages:           1\n"));
  size = strstr (info, "Page size:");
  g_assert_nonnull (size);
  g_assert_cmpint (sscanf (size, "Page size: %lf x %lf pts", &points_across, &points_down), ==, 2);
  g_assert_cmpfloat_with_epsilon (points_across * 25.4 / 72, width, 0.1);
  g_assert_cmpfloat_with_epsilon (points_down * 25.4 / 72, height, 0.1);
}

static void
test_page_sizes (void)
{
  check_page ("A4", FALSE, 210, 297);
  check_page ("A0", TRUE, 1189, 841);
  check_page ("Letter", TRUE, 279.4, 215.9);
  check_page ("3000x600mm", FALSE, 3000, 600);
}

static void
test_sound (void)
{
  g_autoptr(Drawing) drawing = office (20, TRUE);
  GuatuChartOptions options = GUATU_CHART_OPTIONS_INIT;
  g_autofree char *path = export_to (drawing, "sound.pdf", options);
  g_autofree char *said = fixture_run ("qpdf", "--check", path, NULL);

  if (said != NULL)
    g_assert_nonnull (strstr (said, "No syntax or stream encoding errors found"));
}

/* Without white space: a name may be wrapped on paper. */
static char *
squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      g_string_append_unichar (squeezed, g_utf8_get_char (text));

  return g_string_free (squeezed, FALSE);
}

static void
check_searchable (gboolean chinese)
{
  g_autoptr(Drawing) drawing = office (25, chinese);
  GuatuChartOptions options = GUATU_CHART_OPTIONS_INIT;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *squeezed = NULL;

  path = export_to (drawing, "text.pdf", options);
  /* In the order of painting, which keeps the lines of a cell together. */
  text = fixture_run ("pdftotext", "-raw", path, "-", NULL);
  if (text == NULL)
    return;
  squeezed = squeeze (text);
  for (gint32 task = 0; task < 25; task++)
    {
      g_autofree char *name = squeeze (guatu_plan_task_name (drawing->plan, task));

      g_test_message ("%s", name);
      g_assert_nonnull (strstr (squeezed, name));
    }
}

static void
test_searchable (void)
{
  check_searchable (FALSE);
  check_searchable (TRUE);
}

static void
test_fonts (void)
{
  g_autoptr(Drawing) drawing = office (8, TRUE);
  GuatuChartOptions options = GUATU_CHART_OPTIONS_INIT;
  g_autofree char *path = export_to (drawing, "fonts.pdf", options);
  g_autofree char *said = fixture_run ("pdffonts", path, NULL);
  g_auto(GStrv) lines = NULL;

  if (said == NULL)
    return;
  lines = g_strsplit (said, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 3);
  for (guint i = 2; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      /* name, type, encoding, then: embedded, subset, has a table back to text */
      g_test_message ("%s", lines[i]);
      g_assert_nonnull (strstr (lines[i], " yes yes yes "));
    }
}

/* Chinese in its mainland forms: the Japanese ones, which Cairo takes where nothing is said, are another font. */
static void
check_forms (const char *language)
{
  g_autoptr(Drawing) drawing = office (8, TRUE);
  GuatuChartOptions options = GUATU_CHART_OPTIONS_INIT;
  g_autofree char *path = NULL;
  g_autofree char *said = NULL;

  options.language = language;
  path = export_to (drawing, "forms.pdf", options);
  said = fixture_run ("pdffonts", path, NULL);
  if (said == NULL)
    return;
  if (strstr (said, "NotoSansCJK") == NULL)
    {
      g_test_skip ("The fonts “Noto Sans CJK” are not installed");
      return;
    }
  g_assert_nonnull (strstr (said, "NotoSansCJKsc"));
  g_assert_null (strstr (said, "NotoSansCJKjp"));
}

static void
test_forms (void)
{
  check_forms ("zh_CN");
  check_forms ("en");
}

static void
test_metadata (void)
{
  g_autoptr(Drawing) drawing = office (5, TRUE);
  GuatuChartOptions options = GUATU_CHART_OPTIONS_INIT;
  g_autofree char *path = NULL;
  g_autofree char *info = NULL;

  options.printed = guatu_test_at ("2024-03-04 09:30");
  path = export_to (drawing, "metadata.pdf", options);
  info = fixture_run ("pdfinfo", "-rawdates", path, NULL);
  if (info == NULL)
    return;
  g_assert_nonnull (strstr (info, "“执行力建设年”任务榜作战图"));
  g_assert_nonnull (strstr (info, "领导小组办公室"));
  g_assert_nonnull (strstr (info, "20240304093000"));
}

static void
test_same_again (void)
{
  g_autoptr(Drawing) drawing = office (8, TRUE);
  GuatuChartOptions options = GUATU_CHART_OPTIONS_INIT;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;
  gsize length, other_length;

  options.printed = guatu_test_at ("2024-03-04 09:30");
  first = export_to (drawing, "first.pdf", options);
  second = export_to (drawing, "second.pdf", options);
  g_assert_true (g_file_get_contents (first, &one, &length, NULL));
  g_assert_true (g_file_get_contents (second, &other, &other_length, NULL));
  g_assert_cmpuint (length, ==, other_length);
  g_assert_true (memcmp (one, other, length) == 0);
}

/* SVG and PNG ------------------------------------------------------------------------------------------ */

static void
test_svg (void)
{
  g_autoptr(Drawing) drawing = office (8, TRUE);
  GuatuChartOptions options = GUATU_CHART_OPTIONS_INIT;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *said = NULL;

  options.paper = "210x297mm";
  path = export_to (drawing, "chart.svg", options);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  /* 210 mm are 595.3 points. */
  g_assert_nonnull (strstr (text, "width=\"595.275"));
  said = fixture_run ("xmllint", "--noout", path, NULL);
}

static guint32
big_endian (const char *data, gsize offset)
{
  guint32 value;

  memcpy (&value, data + offset, sizeof value);

  return GUINT32_FROM_BE (value);
}

static void
test_png (void)
{
  g_autoptr(Drawing) drawing = office (8, FALSE);
  GuatuChartOptions options = GUATU_CHART_OPTIONS_INIT;
  GuatuChartReadout readout;
  g_autofree char *path = NULL;
  g_autofree char *data = NULL;
  gsize length;

  options.paper = "A4";
  options.landscape = TRUE;
  options.dpi = 100;
  options.readout = &readout;
  path = export_to (drawing, "chart.png", options);
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  g_assert_cmpmem (data, 8, "\x89PNG\r\n\x1a\n", 8);
  /* 297 × 210 mm at 100 dots per inch. */
  g_assert_cmpuint (big_endian (data, 16), ==, 1169);
  g_assert_cmpuint (big_endian (data, 20), ==, 827);
  /* 100 dots per inch are 3937 per metre. */
  g_assert_cmpmem (data + 37, 4, "pHYs", 4);
  g_assert_cmpuint (big_endian (data, 41), ==, 3937);
  g_assert_cmpuint (big_endian (data, 45), ==, 3937);
  g_assert_false (readout.dpi_lowered);
  g_assert_cmpfloat (readout.dpi, ==, 100);
  g_clear_pointer (&data, g_free);
  /* The checksums are right, or it would not be read. */
  data = fixture_run ("pngcheck", path, NULL);
}

static void
test_png_limits (void)
{
  g_autoptr(Drawing) drawing = office (3, FALSE);
  GuatuChartOptions options = GUATU_CHART_OPTIONS_INIT;
  GuatuChartReadout readout;
  g_autofree char *path = NULL;
  g_autofree char *warning = NULL;
  g_autofree char *data = NULL;

  /* 5 m at 300 dots per inch would be 59,055 across. */
  options.paper = "5000x60mm";
  options.dpi = 300;
  options.readout = &readout;
  path = export_to (drawing, "long.png", options);
  g_assert_true (g_file_get_contents (path, &data, NULL, NULL));
  g_assert_cmpuint (big_endian (data, 16), <=, 32767);
  g_assert_cmpuint (big_endian (data, 16), >=, 32700);
  g_assert_true (readout.dpi_lowered);
  warning = guatu_chart_readout_warning (&readout);
  g_assert_nonnull (strstr (warning, "166 dots per inch"));
}

static void
test_readout (void)
{
  g_autoptr(Drawing) drawing = office (120, FALSE);
  GuatuChartOptions options = GUATU_CHART_OPTIONS_INIT;
  GuatuChartReadout readout;
  g_autofree char *small = NULL;
  g_autofree char *large = NULL;
  g_autofree char *warning = NULL;

  options.readout = &readout;
  options.paper = "A4";
  small = export_to (drawing, "small.pdf", options);
  g_assert_true (readout.hard_to_read);
  g_assert_cmpfloat (readout.type_size, <, 6);
  g_assert_cmpfloat (readout.width, ==, 210);
  g_assert_cmpuint (readout.n_rows, ==, 120);
  warning = guatu_chart_readout_warning (&readout);
  g_assert_nonnull (strstr (warning, "hard to read"));

  options.paper = "A0";
  large = export_to (drawing, "large.pdf", options);
  g_assert_false (readout.hard_to_read);
  g_assert_null (guatu_chart_readout_warning (&readout));
}

static void
test_reading_distance (void)
{
  /* A capital of 4.65 mm, of type of 18.07 points, is 16 minutes of arc high a metre away. */
  g_assert_cmpfloat_with_epsilon (guatu_chart_reading_distance (18.07), 1, 0.005);
  g_assert_cmpfloat_with_epsilon (guatu_chart_reading_distance (36.14), 2, 0.01);
  g_assert_cmpfloat (guatu_chart_reading_distance (0), ==, 0);
}

static void
test_readout_text (void)
{
  GuatuChartReadout readout = { .width = 841, .height = 594, .type_size = 9.2, .smallest = 7.24, .n_rows = 30 };
  g_autofree char *plain = guatu_chart_readout_text (&readout);
  g_autofree char *less = NULL;

  g_assert_cmpstr (plain, ==, "A1 landscape, 841 × 594 mm; 30 rows; type 9.2 pt, smallest type 7.2 pt, readable from up "
                              "to 0.4 m.");
  readout.smallest = 0;
  readout.labels_left_out = 3;
  readout.names_left_out = 2;
  readout.n_rows = 1;
  less = guatu_chart_readout_text (&readout);
  g_assert_cmpstr (less, ==, "A1 landscape, 841 × 594 mm; 1 row; type 9.2 pt, readable from up to 0.5 m.\n"
                             "3 labels were left out for want of room.\n"
                             "2 names of phases and holidays were left out for want of room.");
}

static void
test_portrait (void)
{
  g_autoptr(Drawing) drawing = office (3, FALSE);
  GuatuChartOptions options = GUATU_CHART_OPTIONS_INIT;
  GuatuChartReadout readout;
  g_autofree char *path = NULL;

  options.readout = &readout;
  options.paper = "420x297mm";
  options.portrait = TRUE;
  path = export_to (drawing, "portrait.pdf", options);
  g_assert_cmpfloat (readout.width, ==, 297);
}

/* The file with layers switched. */
static GBytes *
draw_layers (guint shown, guint hidden)
{
  g_autoptr(Drawing) drawing = office (12, FALSE);
  GuatuChartOptions options = GUATU_CHART_OPTIONS_INIT;
  g_autofree char *path = NULL;
  char *data;
  gsize length;

  options.shown_layers = shown;
  options.hidden_layers = hidden;
  options.printed = guatu_test_at ("2024-03-04 09:30");
  path = export_to (drawing, "layers.pdf", options);
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));

  return g_bytes_new_take (data, length);
}

static void
test_layers (void)
{
  g_autoptr(GBytes) usual = draw_layers (0, 0);
  g_autoptr(GBytes) named = draw_layers (GUATU_USUAL_LAYERS, GUATU_ALL_LAYERS & ~(guint) GUATU_USUAL_LAYERS);
  g_autoptr(GBytes) fewer = draw_layers (0, GUATU_LAYER_LINKS);

  g_assert_true (g_bytes_equal (usual, named));
  g_assert_cmpuint (g_bytes_get_size (fewer), <, g_bytes_get_size (usual));
}

/* Writing ------------------------------------------------------------------------------------------------ */

/* Leaves nothing beside the file. */
static guint
count_files (void)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
check_refused (const char *path, const char *paper)
{
  g_autoptr(Drawing) drawing = office (3, FALSE);
  g_autoptr(GError) error = NULL;
  GuatuChartOptions options = GUATU_CHART_OPTIONS_INIT;
  guint before = count_files ();

  options.paper = paper;
  g_assert_false (guatu_chart_export (drawing->plan, drawing->schedule, &options, GUATU_CHART_PDF, path, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == GUATU_CHART_ERROR);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, paper != NULL ? paper : path));
  g_assert_cmpuint (count_files (), ==, before);
}

static void
test_refused (void)
{
  g_autofree char *missing = in_folder ("no/such/folder/chart.pdf");
  g_autofree char *fine = in_folder ("fine.pdf");

  check_refused (missing, NULL);
  check_refused (folder, NULL);
  check_refused ("/dev/null", NULL);
  check_refused (fine, "A99");
  check_refused (fine, "6000x200mm");
}

static void
test_disk_full (void)
{
  g_autoptr(Drawing) drawing = office (100, TRUE);
  g_autoptr(GError) error = NULL;
  g_autofree char *path = in_folder ("full.pdf");
  g_autofree char *kept = NULL;
  GuatuChartOptions options = GUATU_CHART_OPTIONS_INIT;
  struct rlimit before, small;
  guint n;

  g_assert_true (g_file_set_contents (path, "the old chart", -1, NULL));
  n = count_files ();

  /* A limit on the size of files fails a write half-way, like a full disk. */
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = before;
  small.rlim_cur = 4000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_false (guatu_chart_export (drawing->plan, drawing->schedule, &options, GUATU_CHART_PDF, path, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  g_assert_error (error, GUATU_CHART_ERROR, GUATU_CHART_ERROR_WRITE);
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "the old chart");
  g_assert_cmpuint (count_files (), ==, n);
}

static void
test_replaced (void)
{
  g_autoptr(Drawing) drawing = office (3, FALSE);
  GuatuChartOptions options = GUATU_CHART_OPTIONS_INIT;
  g_autofree char *path = in_folder ("real.pdf");
  g_autofree char *link = in_folder ("link.pdf");
  g_autofree char *written = NULL;
  g_autofree char *data = NULL;
  struct stat info;

  g_assert_true (g_file_set_contents (path, "the old chart", -1, NULL));
  g_assert_cmpint (g_chmod (path, 0640), ==, 0);
  g_assert_cmpint (symlink (path, link), ==, 0);
  written = export_to (drawing, "link.pdf", options);
  g_assert_true (g_file_get_contents (path, &data, NULL, NULL));
  g_assert_true (g_str_has_prefix (data, "%PDF-1."));
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0640);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
}

static void
test_formats (void)
{
  GuatuChartFormat format;

  g_assert_true (guatu_chart_format_of ("a.b/chart.PDF", &format) && format == GUATU_CHART_PDF);
  g_assert_true (guatu_chart_format_of ("chart.svg", &format) && format == GUATU_CHART_SVG);
  g_assert_true (guatu_chart_format_of ("chart.pdf.png", &format) && format == GUATU_CHART_PNG);
  g_assert_false (guatu_chart_format_of ("chart", &format));
  g_assert_false (guatu_chart_format_of ("chart.pdfx", &format));
  g_assert_false (guatu_chart_format_of ("chart.", &format));
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  folder = guatu_test_make_dir ();
  g_test_add_func ("/export/pages-have-the-paper's-size", test_page_sizes);
  g_test_add_func ("/export/pdf-is-sound", test_sound);
  g_test_add_func ("/export/every-name-can-be-searched-for", test_searchable);
  g_test_add_func ("/export/fonts-are-embedded-and-subset", test_fonts);
  g_test_add_func ("/export/chinese-has-its-mainland-forms-in-every-language", test_forms);
  g_test_add_func ("/export/pdf-names-title-author-and-date", test_metadata);
  g_test_add_func ("/export/the-same-plan-gives-the-same-bytes", test_same_again);
  g_test_add_func ("/export/svg-is-well-formed-and-as-large-as-the-paper", test_svg);
  g_test_add_func ("/export/png-knows-its-resolution", test_png);
  g_test_add_func ("/export/a-picture-too-large-is-drawn-coarser-and-says-so", test_png_limits);
  g_test_add_func ("/export/type-too-small-to-read-is-told", test_readout);
  g_test_add_func ("/export/type-is-read-from-as-far-as-ergonomics-says", test_reading_distance);
  g_test_add_func ("/export/the-read-out-tells-paper-rows-and-type", test_readout_text);
  g_test_add_func ("/export/a-sheet-can-be-asked-to-stand-upright", test_portrait);
  g_test_add_func ("/export/layers-are-switched-off-by-name", test_layers);
  g_test_add_func ("/export/what-cannot-be-written-is-refused-and-leaves-nothing", test_refused);
  g_test_add_func ("/export/a-full-disk-keeps-the-old-chart", test_disk_full);
  g_test_add_func ("/export/a-chart-takes-the-place-of-the-file-that-a-link-leads-to", test_replaced);
  g_test_add_func ("/export/the-ending-names-the-format", test_formats);
  result = g_test_run ();
  guatu_test_remove_dir (folder);

  return result;
}
