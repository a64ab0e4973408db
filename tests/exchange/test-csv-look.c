/* test-csv-look.c — what is seen of a task list before it is read: its encoding, however it is written, and its columns. */
#include <gio/gio.h>
#include <string.h>

#include "guatu-csv-look.h"
#include "guatu-test.h"

#define LIST "任务名称,工期,费用中心\n勘察,5d,北片\n设计,2d,南片\n"

static char *
path_of (const char *folder)
{
  return g_build_filename (folder, "list.csv", NULL);
}

/* @mark: what stands before the text. */
static void
save (const char *folder, const char *charset, const char *mark, gsize mark_length)
{
  g_autofree char *path = path_of (folder);
  g_autoptr(GError) error = NULL;
  gsize length;
  g_autofree char *text = g_convert (LIST, -1, charset, "UTF-8", NULL, &length, &error);
  g_autoptr(GString) all = g_string_new_len (mark, (gssize) mark_length);

  g_assert_no_error (error);
  g_string_append_len (all, text, (gssize) length);
  g_assert_true (g_file_set_contents (path, all->str, (gssize) all->len, &error));
}

static GuatuCsvLook *
look_at (const char *folder, const char *encoding)
{
  g_autofree char *path = path_of (folder);
  const GuatuImportOptions options = { .start = GUATU_NONE, .encoding = encoding };
  g_autoptr(GError) error = NULL;
  GuatuCsvLook *look = guatu_csv_look_new (path, &options, &error);

  g_assert_no_error (error);
  return look;
}

static void
test_encodings (void)
{
  static const struct { const char *charset, *mark, *found; } files[] = {
    { "UTF-8", "", "UTF-8" },
    { "UTF-8", "\xef\xbb\xbf", "UTF-8" },
    { "GB18030", "", "GB18030" },
    { "UTF-16LE", "\xff\xfe", "UTF-16LE" },
    { "UTF-16BE", "\xfe\xff", "UTF-16BE" },
  };
  char *folder = guatu_test_make_dir ();

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr(GuatuCsvLook) look = NULL;

      save (folder, files[i].charset, files[i].mark, strlen (files[i].mark));
      look = look_at (folder, NULL);
      g_assert_cmpstr (guatu_csv_look_encoding (look), ==, files[i].found);
      g_assert_true (g_strv_contains (guatu_csv_encodings (), guatu_csv_look_encoding (look)));
      g_assert_cmpuint (guatu_csv_look_n_columns (look), ==, 3);
      g_assert_cmpstr (guatu_csv_look_header (look, 0), ==, "任务名称");
      g_assert_cmpstr (guatu_csv_look_example (look, 2), ==, "北片");
    }

  /* As somebody says who knows better. */
  save (folder, "GB18030", "", 0);
  {
    g_autoptr(GuatuCsvLook) look = look_at (folder, "WINDOWS-1252");

    g_assert_cmpstr (guatu_csv_look_encoding (look), ==, "WINDOWS-1252");
    g_assert_cmpstr (guatu_csv_look_header (look, 0), !=, "任务名称");
  }
  guatu_test_remove_dir (folder);
}

static void
test_columns (void)
{
  char *folder = guatu_test_make_dir ();
  g_autofree char *path = path_of (folder);
  const int said[] = { GUATU_CSV_CUSTOM_COLUMN, GUATU_CSV_LEFT_OUT, GUATU_CSV_CUSTOM_COLUMN };
  const GuatuImportOptions options = { .start = GUATU_NONE, .fields = said, .n_fields = G_N_ELEMENTS (said) };
  g_autoptr(GuatuCsvLook) found = NULL;
  g_autoptr(GuatuCsvLook) again = NULL;

  save (folder, "UTF-8", "", 0);
  found = look_at (folder, NULL);
  g_assert_cmpint (guatu_csv_look_fields (found)[0], >=, 0);
  g_assert_cmpint (guatu_csv_look_fields (found)[1], >=, 0);
  g_assert_cmpint (guatu_csv_look_fields (found)[2], ==, GUATU_CSV_LEFT_OUT);
  again = guatu_csv_look_new (path, &options, NULL);
  g_assert_cmpmem (guatu_csv_look_fields (again), sizeof said, said, sizeof said);
  guatu_test_remove_dir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv-look/the-encoding-is-found-out", test_encodings);
  g_test_add_func ("/csv-look/columns-are-what-they-are-said-to-be", test_columns);

  return g_test_run ();
}
