/* test-text.c — words and dates of printed matter come in the language of the plan, whatever the locale. */
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "guatu-chart-text.h"
#include "guatu-test.h"

typedef struct
{
  const char *original;
  const char *translation;
} Pair;

static void
append_number (GByteArray *bytes, guint32 number, gboolean swapped)
{
  number = swapped ? GUINT32_SWAP_LE_BE (number) : number;
  g_byte_array_append (bytes, (guint8 *) &number, sizeof number);
}

/* Writes a catalogue as msgfmt does, in this machine's byte order or the other one. */
static void
write_catalogue (const char *folder, const char *language, const Pair *pairs, guint32 n, gboolean swapped)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autofree char *directory = g_build_filename (folder, language, "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (directory, GETTEXT_PACKAGE ".mo", NULL);
  guint32 offset = 28 + 16 * n;

  append_number (bytes, 0x950412de, swapped);
  append_number (bytes, 0, swapped);
  append_number (bytes, n, swapped);
  append_number (bytes, 28, swapped);
  append_number (bytes, 28 + 8 * n, swapped);
  append_number (bytes, 0, swapped);
  append_number (bytes, 0, swapped);
  for (int table = 0; table < 2; table++)
    for (guint32 i = 0; i < n; i++)
      {
        guint32 length = (guint32) strlen (table == 0 ? pairs[i].original : pairs[i].translation);

        append_number (bytes, length, swapped);
        append_number (bytes, offset, swapped);
        offset += length + 1;
      }
  for (int table = 0; table < 2; table++)
    for (guint32 i = 0; i < n; i++)
      {
        const char *text = table == 0 ? pairs[i].original : pairs[i].translation;

        g_byte_array_append (bytes, (const guint8 *) text, (guint) strlen (text) + 1);
      }

  g_assert_cmpint (g_mkdir_with_parents (directory, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, (char *) bytes->data, bytes->len, NULL));
}

static char *folder;

/* In order of their bytes, as in every catalogue. */
static const Pair pairs[] = {
  { "", "Content-Type: text/plain; charset=UTF-8\n" },
  { "No tasks yet", "还没有任务" },
  { "date\004{Mon} {day}", "{month}-{day}" },
  { "date\004{Mon} {day}, {year}", "{year}-{month2}-{day2}" },
  { "ten days\00411–20", "中旬" },
  { "untranslated", "" },
};

static void
test_found (void)
{
  g_assert_cmpstr (guatu_chart_text ("zh_CN", "No tasks yet"), ==, "还没有任务");
  g_assert_cmpstr (guatu_chart_text_in_context ("zh_CN", "ten days", "11–20"), ==, "中旬");
}

static void
test_spellings (void)
{
  static const char * const spellings[] = { "zh-CN", "zh_CN.UTF-8", "zh_CN@cjk", "zh", "zh_Hans", "zh-Hans-CN" };

  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    g_assert_cmpstr (guatu_chart_text (spellings[i], "No tasks yet"), ==, "还没有任务");
}

static void
test_country_falls_back (void)
{
  g_assert_cmpstr (guatu_chart_text ("xx_YY", "No tasks yet"), ==, "还没有任务");
}

static void
test_source (void)
{
  g_assert_cmpstr (guatu_chart_text ("en", "No tasks yet"), ==, "No tasks yet");
  g_assert_cmpstr (guatu_chart_text ("qq", "No tasks yet"), ==, "No tasks yet");
  g_assert_cmpstr (guatu_chart_text ("zh_CN", "not in it"), ==, "not in it");
  g_assert_cmpstr (guatu_chart_text ("zh_CN", "untranslated"), ==, "untranslated");
  g_assert_cmpstr (guatu_chart_text ("../zh_CN", "No tasks yet"), ==, "No tasks yet");
}

static void
test_byte_order (void)
{
  write_catalogue (folder, "sw", pairs, G_N_ELEMENTS (pairs), TRUE);
  g_assert_cmpstr (guatu_chart_text ("sw", "No tasks yet"), ==, "还没有任务");
}

static void
test_damaged (void)
{
  g_autofree char *good = g_build_filename (folder, "zh_CN", "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (good, &data, &length, NULL));
  for (gsize kept = 0; kept < length; kept += 3)
    {
      g_autofree char *language = g_strdup_printf ("cut%" G_GSIZE_FORMAT, kept);
      g_autofree char *directory = g_build_filename (folder, language, "LC_MESSAGES", NULL);
      g_autofree char *path = g_build_filename (directory, GETTEXT_PACKAGE ".mo", NULL);
      const char *found;

      g_assert_cmpint (g_mkdir_with_parents (directory, 0700), ==, 0);
      g_assert_true (g_file_set_contents (path, data, (gssize) kept, NULL));
      found = guatu_chart_text (language, "No tasks yet");
      g_assert_true (g_str_equal (found, "No tasks yet") || g_str_equal (found, "还没有任务"));
    }
}

static void
check_date (const char *language, GuatuDateForm form, const char *at, const char *expected)
{
  g_autoptr(GString) text = g_string_new (NULL);

  guatu_chart_append_date (text, language, form, at != NULL ? guatu_test_at (at) : GUATU_NONE);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_dates (void)
{
  check_date ("en", GUATU_DATE_DAY, "2022-10-17", "Oct 17");
  check_date ("en", GUATU_DATE_FULL, "2022-03-05", "Mar 5, 2022");
  check_date ("en", GUATU_DATE_TIME, "2022-03-05 08:05", "Mar 5 08:05");
  check_date ("zh_CN", GUATU_DATE_DAY, "2022-10-07", "10-7");
  check_date ("zh_CN", GUATU_DATE_FULL, "2022-03-05", "2022-03-05");
  check_date ("en", GUATU_DATE_FULL, NULL, "");
}

static void
test_last_day (void)
{
  g_autoptr(GString) text = g_string_new (NULL);

  /* Work that ends at midnight. */
  guatu_chart_append_date (text, "en", GUATU_DATE_DAY, guatu_chart_last_day (guatu_test_at ("2022-10-18 00:00")));
  g_assert_cmpstr (text->str, ==, "Oct 17");
}

static void
check_marks (const char *pattern, const char *at, const char *expected)
{
  g_autoptr(GString) text = g_string_new (NULL);

  guatu_chart_expand (text, "en", pattern, guatu_test_at (at));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_marks (void)
{
  check_marks ("{Month} {quarter} {Wday}", "2022-10-17", "October 4 Mon");
  check_marks ("{day}–{last}", "2022-10-11", "11–20");
  check_marks ("{day}–{last}", "2024-02-21", "21–29");
  check_marks ("{day}–{last}", "2023-02-21", "21–28");
  check_marks ("{third}", "2022-10-31", "21–");
  check_marks ("{third}", "2022-10-10", "1–10");
  /* ISO 8601: the first week is the one with the year's first Thursday. */
  check_marks ("{week}", "2021-01-03", "53");
  check_marks ("{week}", "2024-12-30", "1");
  check_marks ("{unknown} {day", "2022-10-17", "{unknown} {day");
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  folder = guatu_test_make_dir ();
  bindtextdomain (GETTEXT_PACKAGE, folder);
  write_catalogue (folder, "zh_CN", pairs, G_N_ELEMENTS (pairs), FALSE);
  write_catalogue (folder, "xx", pairs, G_N_ELEMENTS (pairs), FALSE);

  g_test_add_func ("/text/a-translation-is-found-whatever-the-locale", test_found);
  g_test_add_func ("/text/a-language-may-be-spelt-in-several-ways", test_spellings);
  g_test_add_func ("/text/a-country-without-a-catalogue-has-its-language's", test_country_falls_back);
  g_test_add_func ("/text/what-is-not-translated-stays-as-it-is", test_source);
  g_test_add_func ("/text/a-catalogue-of-the-other-byte-order-is-read", test_byte_order);
  g_test_add_func ("/text/a-catalogue-cut-short-does-no-harm", test_damaged);
  g_test_add_func ("/text/dates-are-written-as-the-language-writes-them", test_dates);
  g_test_add_func ("/text/work-that-ends-at-midnight-ends-on-the-day-before", test_last_day);
  g_test_add_func ("/text/marks-are-filled-in", test_marks);
  result = g_test_run ();
  guatu_test_remove_dir (folder);

  return result;
}
