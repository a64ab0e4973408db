/* test-json.c — the JSON form of a plan: nothing is lost, nothing wrong is let in. */
#include "guatu-test.h"

#include "guatu-exchange.h"
#include "guatu-json.h"

#include <string.h>

static GuatuPlan *
read_text (const char *text, GuatuNotes *notes)
{
  g_autoptr(GError) error = NULL;
  GuatuPlan *plan = guatu_json_read (text, strlen (text), "en", notes, &error);

  g_assert_no_error (error);
  g_assert_nonnull (plan);
  return plan;
}

/* The text must be refused, with @words in the message. */
static void
assert_refused (const char *text, gsize length, const char *words)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) plan = guatu_json_read (text, length, "en", NULL, &error);

  g_assert_null (plan);
  g_assert_nonnull (error);
  g_assert_true (error->domain == GUATU_EXCHANGE_ERROR);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” is not in “%s”", words, error->message);
}

#define refuse(text, words) assert_refused ((text), strlen (text), (words))

/* Full fidelity ---------------------------------------------------------------------------------- */

static void
test_round_trip (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20260302);

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr(GuatuPlan) plan = guatu_test_random_plan (rand, 1 + i * 2);
      g_autoptr(GuatuNotes) notes = guatu_notes_new ();
      g_autofree char *text = NULL;
      g_autofree char *again = NULL;
      g_autoptr(GuatuPlan) back = NULL;
      g_autoptr(GError) error = NULL;
      gsize length, length_again;

      text = guatu_json_write (plan, &length);
      g_assert_cmpuint (length, ==, strlen (text));
      back = guatu_json_read (text, length, "en", notes, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (guatu_notes_count (notes), ==, 0);
      guatu_assert_same_plan (plan, back);
      guatu_assert_same_plan (back, plan);

      again = guatu_json_write (back, &length_again);
      g_assert_cmpuint (length, ==, length_again);
      g_assert_cmpstr (text, ==, again);
    }
}

static void
test_extremes (void)
{
  g_autoptr(GuatuPlan) plan = guatu_plan_new ();

  for (int table = 0; table < GUATU_N_TABLES; table++)
    guatu_plan_insert (plan, table, G_MAXINT64);
  for (guint edge = 0; edge < 2; edge++)
    {
      g_autofree char *text = NULL;
      g_autoptr(GuatuPlan) back = NULL;

      for (int table = 0; table < GUATU_N_TABLES; table++)
        for (guint i = 1; i < guatu_table_info (table)->n_fields; i++)
          {
            const GuatuField *field = guatu_field (table, i);
            gint64 number = edge ? field->max : field->min;
            gboolean loop = (int) field->target == table ||
                            (table == GUATU_TABLE_ASSIGNMENT && i == GUATU_ASSIGNMENT_PERSON) ||
                            (table == GUATU_TABLE_CALENDAR_HOURS && i == GUATU_CALENDAR_HOURS_EXCEPTION) ||
                            (table == GUATU_TABLE_CUSTOM_VALUE && i == GUATU_CUSTOM_VALUE_PERSON);

            if (field->type == GUATU_TYPE_TEXT)
              guatu_plan_set (plan, table, 0, i, GUATU_TEXT ("\"\\/\t\n\xef\xbf\xbf\xf4\x8f\xbf\xbf 挂图"));
            else if (field->type == GUATU_TYPE_REFERENCE)
              guatu_plan_set (plan, table, 0, i, loop ? GUATU_NULL : GUATU_INTEGER (G_MAXINT64));
            else if (field->type == GUATU_TYPE_DATE)
              guatu_plan_set (plan, table, 0, i, GUATU_INTEGER (edge ? GUATU_INSTANT_MAX - GUATU_DAY : number));
            else if (field->type == GUATU_TYPE_INSTANT)
              guatu_plan_set (plan, table, 0, i, GUATU_INTEGER (edge ? number - 1 : number));
            else
              guatu_plan_set (plan, table, 0, i, GUATU_INTEGER (number));
          }
      guatu_plan_settle (plan);
      text = guatu_json_write (plan, NULL);
      back = read_text (text, NULL);
      guatu_assert_same_plan (plan, back);
    }
}

static void
test_order (void)
{
  g_autoptr(GuatuPlan) plan = read_text ("{\"guatu\": 1, \"tasks\": ["
                                         "{\"id\": \"2\", \"name\": \"second\", \"position\": 7},"
                                         "{\"id\": \"3\", \"name\": \"child\", \"parent\": \"1\", \"position\": 1},"
                                         "{\"id\": \"1\", \"name\": \"first\", \"position\": 3}]}", NULL);
  g_autofree char *text = guatu_json_write (plan, NULL);
  const char *first = strstr (text, "first"), *child = strstr (text, "child"), *second = strstr (text, "second");

  g_assert_true (first < child && child < second);
}

/* Written by hand -------------------------------------------------------------------------------- */

static const char by_hand[] =
  "\xef\xbb\xbf{\"guatu\": 1,\n"
  " \"plan\": {\"title\": {\"en\": \"Road\", \"zh_CN\": \"公路\"}, \"start\": \"2026-03-02\", \"calendar\": \"week\"},\n"
  " \"calendars\": [{\"id\": \"week\", \"name\": \"Week\",\n"
  "   \"days\": [{\"weekday\": 0, \"hours\": [[\"08:00\", \"12:00\"], [\"13:00\", \"17:00\"]]}],\n"
  "   \"exceptions\": [{\"from_date\": \"2026-05-01\", \"to_date\": \"2026-05-05\", \"name\": \"Labour Day\"}]}],\n"
  " \"links\": [{\"predecessor\": \"survey\", \"successor\": \"build\", \"type\": \"SS\", \"lag\": \"-50%\"},\n"
  "   {\"predecessor\": \"build\", \"successor\": \"open\", \"lag\": \"3ed\"}],\n"
  " \"tasks\": [{\"id\": \"works\", \"name\": \"Works\", \"is_project\": true, \"children\": [\n"
  "     {\"id\": \"survey\", \"name\": {\"zh_CN\": \"勘测\", \"en\": \"Survey\"}, \"duration\": \"2w\"},\n"
  "     {\"id\": \"build\", \"name\": \"Build\", \"duration\": 3600, \"deadline\": \"2026-06-30\"}]},\n"
  "   {\"id\": \"open\", \"name\": \"Open\", \"duration\": \"0d\", \"kind\": \"milestone\"}],\n"
  " \"reports\": [{\"task\": \"survey\", \"date\": \"2026-03-09\", \"share\": \"34.5%\"}]}\n";

static gint32
find_task (const GuatuPlan *plan, const char *name)
{
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (guatu_plan_task_name (plan, outline[i]), name))
      return outline[i];

  g_error ("there is no task “%s”", name);
}

static void
test_by_hand (void)
{
  g_autoptr(GuatuNotes) notes = guatu_notes_new ();
  g_autoptr(GuatuPlan) plan = read_text (by_hand, notes);
  gint32 survey = find_task (plan, "Survey"), build = find_task (plan, "Build"), open = find_task (plan, "Open");
  const GuatuLink *links = guatu_plan_links (plan);
  const GuatuCalendarHours *hours = guatu_plan_rows (plan, GUATU_TABLE_CALENDAR_HOURS);
  const GuatuReport *reports = guatu_plan_rows (plan, GUATU_TABLE_REPORT);

  g_assert_cmpuint (guatu_notes_count (notes), ==, 0);
  g_assert_cmpuint (guatu_plan_task_place (plan, survey), ==, 2);
  g_assert_cmpuint (guatu_plan_task_place (plan, build), ==, 3);
  g_assert_cmpuint (guatu_plan_task_place (plan, open), ==, 4);
  g_assert_cmpint (guatu_plan_task (plan, survey)->parent, ==, find_task (plan, "Works"));

  g_assert_cmpint (guatu_plan_task (plan, survey)->duration, ==, 10 * 8 * 3600);
  g_assert_cmpint (guatu_plan_task (plan, survey)->duration_unit, ==, GUATU_UNIT_WEEK);
  g_assert_cmpint (guatu_plan_task (plan, build)->duration, ==, 3600);
  g_assert_cmpint (guatu_plan_task_number (plan, build, GUATU_TASK_DEADLINE), ==, guatu_test_at ("2026-06-30 17:00"));
  g_assert_cmpint (guatu_plan_settings (plan)->start, ==, guatu_test_at ("2026-03-02 08:00"));

  g_assert_cmpuint (guatu_plan_n_live (plan, GUATU_TABLE_LINK), ==, 2);
  g_assert_cmpint (links[0].type, ==, GUATU_LINK_SS);
  g_assert_cmpint (links[0].lag, ==, -5000);
  g_assert_cmpint (links[0].lag_kind, ==, GUATU_LAG_PERCENT);
  g_assert_cmpint (links[1].type, ==, GUATU_LINK_FS);
  g_assert_cmpint (links[1].lag, ==, 3 * 86400);
  g_assert_cmpint (links[1].lag_kind, ==, GUATU_LAG_ELAPSED);
  g_assert_cmpint (links[1].predecessor, ==, build);

  g_assert_cmpuint (guatu_plan_n_live (plan, GUATU_TABLE_CALENDAR_HOURS), ==, 2);
  g_assert_cmpint (hours[1].from_time, ==, 13 * 3600);
  g_assert_cmpint (hours[1].day, ==, 0);
  g_assert_cmpint (reports[0].share, ==, 3450);
  g_assert_cmpint (reports[0].date, ==, guatu_test_at ("2026-03-09 17:00"));
}

static void
test_languages (void)
{
  static const struct { const char *language, *title; } cases[] = {
    { "zh_CN.UTF-8", "公路" }, { "zh_TW", "公路" }, { "en_GB", "Road" }, { "de", "Road" }, { NULL, "Road" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GuatuPlan) plan = guatu_json_read (by_hand, strlen (by_hand), cases[i].language, NULL, NULL);

      g_assert_cmpstr (guatu_plan_text (plan, guatu_plan_settings (plan)->title), ==, cases[i].title);
    }
}

static void
test_shipped_calendar (void)
{
  g_autoptr(GuatuPlan) plan = read_text ("{\"guatu\": 1, \"plan\": {\"calendar\": \"six-day\"},"
                                         " \"tasks\": [{\"name\": \"A\", \"calendar\": \"six-day\"},"
                                         " {\"name\": \"B\", \"calendar\": \"24-hours\"}]}", NULL);
  gint32 calendar = guatu_plan_settings (plan)->calendar;

  g_assert_cmpuint (guatu_plan_n_live (plan, GUATU_TABLE_CALENDAR), >=, 2);
  g_assert_cmpstr (guatu_plan_string (plan, GUATU_TABLE_CALENDAR, calendar, GUATU_CALENDAR_SLUG), ==, "six-day");
  g_assert_cmpint (guatu_plan_task (plan, 0)->calendar, ==, calendar);
  g_assert_cmpint (guatu_plan_task (plan, 1)->calendar, !=, calendar);
  refuse ("{\"guatu\": 1, \"plan\": {\"calendar\": \"moon\"}}", "plan.calendar: there is no calendar");
}

static void
test_unknown_members (void)
{
  g_autoptr(GuatuNotes) notes = guatu_notes_new ();
  g_autoptr(GuatuPlan) plan = read_text ("{\"guatu\": 1, \"colours\": [], \"tasks\": ["
                                         "{\"name\": \"A\", \"shade\": {\"a\": [1]}}, {\"name\": \"B\", \"shade\": 2}]}",
                                         notes);
  g_autofree char *line = NULL;

  g_assert_cmpuint (guatu_plan_n_live (plan, GUATU_TABLE_TASK), ==, 2);
  g_assert_cmpuint (guatu_notes_count (notes), ==, 2);
  line = guatu_note_line (guatu_notes_get (notes, 0));
  g_assert_nonnull (strstr (line, "tasks[0]"));
  g_assert_nonnull (strstr (line, "shade"));
}

/* Refused ---------------------------------------------------------------------------------------- */

static void
test_wrong_values (void)
{
  static const struct { const char *members, *words; } cases[] = {
    { "\"name\": \"A\", \"duration\": \"soon\"", "tasks[1].duration: a duration" },
    { "\"name\": \"A\", \"duration\": -1", "tasks[1].duration" },
    { "\"name\": \"A\", \"duration\": 1.5", "tasks[1].duration" },
    { "\"name\": \"A\", \"duration\": 1e300", "tasks[1].duration" },
    { "\"name\": \"A\", \"duration\": 999999999999999999", "tasks[1].duration" },
    { "\"name\": \"A\", \"duration\": 9999999999999999999", "too large" },
    { "\"name\": \"A\", \"duration\": [1]", "tasks[1].duration" },
    { "\"name\": \"A\", \"duration\": null", "tasks[1].duration" },
    { "\"name\": 3", "tasks[1].name: a text" },
    { "\"name\": \"\"", "tasks[1].name" },
    { "\"name\": \" \\n\"", "tasks[1].name" },
    { "\"name\": {}", "tasks[1].name" },
    { "\"name\": {\"en\": 1}", "tasks[1].name" },
    { "\"name\": \"a\\u0007b\"", "tasks[1].name" },
    { "\"wbs\": \"1\"", "tasks[1].name: this member is missing" },
    { "\"name\": \"A\", \"deadline\": \"30 February\"", "tasks[1].deadline: a date" },
    { "\"name\": \"A\", \"deadline\": \"2026-02-30\"", "tasks[1].deadline: a date" },
    { "\"name\": \"A\", \"deadline\": \"0001-01-01\"", "tasks[1].deadline: a date" },
    { "\"name\": \"A\", \"deadline\": 20260302", "tasks[1].deadline: a date" },
    { "\"name\": \"A\", \"kind\": \"mountain\"", "tasks[1].kind: one of \"task\"" },
    { "\"name\": \"A\", \"kind\": 1", "tasks[1].kind" },
    { "\"name\": \"A\", \"is_project\": 1", "tasks[1].is_project: true or false" },
    { "\"name\": \"A\", \"weight\": \"1.234%\"", "tasks[1].weight" },
    { "\"name\": \"A\", \"position\": \"1\"", "tasks[1].position" },
    { "\"name\": \"A\", \"parent\": \"77\"", "tasks[1].parent: there is no task with the id" },
    { "\"name\": \"A\", \"parent\": \"nobody\"", "nobody" },
    { "\"name\": \"A\", \"parent\": 1", "tasks[1].parent: the id of a row" },
    { "\"name\": \"A\", \"id\": \"1\"", "tasks[1].id: another row" },
    { "\"name\": \"A\", \"id\": \"one\"", "tasks[1].id: another row" },
    { "\"name\": \"A\", \"id\": 5", "tasks[1].id" },
    { "\"name\": \"A\", \"id\": \"0\"", "tasks[1].id" },
    { "\"name\": \"A\", \"id\": \"9223372036854775808\"", "tasks[1].id" },
    { "\"name\": \"A\", \"id\": \"5\", \"parent\": \"5\"", "leads back to itself" },
    { "\"name\": \"A\", \"children\": {}", "tasks[1].children: an array" },
    { "\"name\": \"A\", \"children\": [{\"name\": \"B\", \"children\": [3]}]", "tasks[1].children[0].children[0]: an object" },
    { "\"name\": \"A\", \"children\": [{\"name\": \"B\", \"parent\": \"1\"}]", "tasks[1].children[0].parent" },
    { "\"name\": \"A\", \"name\": \"B\"", "already has a member" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"guatu\": 1, \"tasks\": [{\"id\": \"1\", \"name\": \"A\"}, {%s},"
                                               " {\"id\": \"one\", \"name\": \"B\"}]}", cases[i].members);

      /* The third row has the symbolic id before the second asks for it. */
      if (strstr (cases[i].members, "\"one\"") != NULL)
        {
          g_free (text);
          text = g_strdup_printf ("{\"guatu\": 1, \"tasks\": [{\"id\": \"one\", \"name\": \"B\"}, {%s}]}", cases[i].members);
        }
      refuse (text, cases[i].words);
    }
}

static void
test_wrong_rows (void)
{
  refuse ("{\"guatu\": 1, \"links\": [{\"predecessor\": \"1\"}]}", "links[0].successor: this member is missing");
  refuse ("{\"guatu\": 1, \"links\": [{\"predecessor\": \"1\", \"successor\": \"2\"}]}", "links[0].predecessor: there is no task");
  refuse ("{\"guatu\": 1, \"tasks\": [{\"id\": \"t\", \"name\": \"A\"}], \"assignments\": [{\"task\": \"t\"}]}",
          "exactly one of");
  refuse ("{\"guatu\": 1, \"units\": [{\"id\": \"1\", \"name\": \"A\", \"parent\": \"2\"},"
          "{\"id\": \"2\", \"name\": \"B\", \"parent\": \"1\"}]}", "leads back to itself");
  refuse ("{\"guatu\": 1, \"tasks\": {}}", "tasks: an array");
  refuse ("{\"guatu\": 1, \"tasks\": [[]]}", "tasks[0]: an object");
  refuse ("{\"guatu\": 1, \"plan\": []}", "plan: an object");
  refuse ("{\"guatu\": 1, \"calendars\": [{\"name\": \"C\", \"days\": [{\"hours\": [[\"08:00\"]]}]}]}",
          "calendars[0].days[0].hours[0]: two times");
  refuse ("{\"guatu\": 1, \"calendars\": [{\"name\": \"C\", \"days\": [{\"hours\": [[\"08:00\", \"25:00\"]]}]}]}",
          "hours[0].to_time: a time of day");
}

static void
test_wrong_text (void)
{
  static const struct { const char *text, *words; } cases[] = {
    { "", "ends too early" }, { "   ", "ends too early" }, { "[]", "must be an object" }, { "3", "must be an object" },
    { "{}", "guatu" }, { "{\"guatu\": \"1\"}", "guatu" }, { "{\"guatu\": 99}", "newer version" },
    { "{\"guatu\": 1", "“,” or “}”" }, { "{\"guatu\" 1}", "“:”" }, { "{\"guatu\": 1,}", "in quotes" },
    { "{\"guatu\": 1} x", "follows" }, { "{\"guatu\": 01}", "not a number" }, { "{\"guatu\": 0x1}", "“,” or “}”" },
    { "{\"guatu\": 1, \"tasks\": [1 2]}", "“,” or “]”" }, { "{\"guatu\": nul}", "a value" },
    { "{\"guatu\": 1, /* no */ \"tasks\": []}", "in quotes" }, { "{\"guatu\": 1, \"a\": \"b\nc\"}", "line 1, column 21" },
    { "{\"guatu\": 1, \"a\": \"\\x\"}", "escape" }, { "{\"guatu\": 1, \"a\": \"\\u12\"}", "hexadecimal" },
    { "{\"guatu\": 1, \"a\": \"\\u0000\"}", "NUL" }, { "{\"guatu\": 1, \"a\": \"\\ud800\"}", "surrogate" },
    { "{\"guatu\": 1, \"a\": \"\\ud800\\u0041\"}", "surrogate" }, { "{\"guatu\": 1, \"a\": 1.}", "not a number" },
    { "{\"guatu\": 1, \"a\": 1e}", "not a number" }, { "{\"guatu\": 1, \"a\": -}", "not a number" },
    { "{\"guatu\": 1, \"a\": 1e1000000000}", "too large" }, { "{\"guatu\": 1, \"a\": \"", "not closed" },
    { "{\n\"guatu\": 1,\n  ?}", "line 3, column 3" }, { "\xff\xfe{\"", "UTF-8" }, { "{\"\xe5\x9c\": 1}", "UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    refuse (cases[i].text, cases[i].words);
  assert_refused ("{\"guatu\": 1}\0", sizeof "{\"guatu\": 1}", "UTF-8");
}

static void
test_depth (void)
{
  for (guint depth = 62; depth <= 200000; depth = depth < 64 ? depth + 1 : depth * 50)
    {
      g_autoptr(GString) text = g_string_new ("{\"guatu\": 1, \"x\": ");
      g_autoptr(GError) error = NULL;
      g_autoptr(GuatuPlan) plan = NULL;

      for (guint i = 0; i < depth; i++)
        g_string_append (text, i % 2 ? "[" : "{\"a\":");
      g_string_append (text, "1");
      for (guint i = depth; i-- > 0;)
        g_string_append_c (text, i % 2 ? ']' : '}');
      g_string_append (text, "}");

      plan = guatu_json_read (text->str, text->len, "en", NULL, &error);
      g_assert_true ((plan != NULL) == (depth <= 63));
      if (plan == NULL)
        g_assert_error (error, GUATU_EXCHANGE_ERROR, GUATU_EXCHANGE_ERROR_TOO_LARGE);
    }
}

/* Every file cut short, and every file with one byte changed, is read or refused, but never crashes. */
static void
test_damage (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  gsize length = strlen (by_hand);

  for (gsize i = 0; i < length; i++)
    {
      g_autofree char *cut = g_memdup2 (by_hand, length);
      g_autoptr(GError) error = NULL;
      g_autoptr(GuatuPlan) plan = guatu_json_read (cut, i, "en", NULL, &error);

      g_assert_true ((plan == NULL) == (error != NULL));
    }
  for (guint i = 0; i < (g_test_slow () ? 50000u : 4000u); i++)
    {
      g_autofree char *bent = g_memdup2 (by_hand, length);
      g_autoptr(GError) error = NULL;
      g_autoptr(GuatuPlan) plan = NULL;

      bent[g_rand_int_range (rand, 0, (gint32) length)] = (char) g_rand_int_range (rand, 0, 256);
      plan = guatu_json_read (bent, length, "en", NULL, &error);
      g_assert_true ((plan == NULL) == (error != NULL));
    }
}

static void
test_third_party (void)
{
  static const char * const names[] = { "n_structure_100000_opening_arrays.json", "n_string_invalid_utf8_after_escape.json",
                                        "i_number_huge_exp.json" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = g_build_filename ("hostile", names[i], NULL);
      g_autofree char *path = guatu_test_data (name);
      g_autofree char *text = NULL;
      gsize length;

      if (path == NULL)
        return;
      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      assert_refused (text, length, "");
    }
}

/* Cost ------------------------------------------------------------------------------------------- */

static void
test_speed (void)
{
  const guint n = g_test_slow () ? 100000 : 20000;
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  g_autoptr(GuatuPlan) back = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 start, written, done;
  gsize length;

  for (guint i = 0; i < n; i++)
    {
      guatu_test_add_task (plan, i > 10 ? (gint32) (i / 10) : -1, "挂图作战", "5d");
      if (i > 50)
        guatu_test_add_link (plan, (gint32) (i - 20), (gint32) i, GUATU_LINK_FS, "2d");
    }
  guatu_plan_settle (plan);

  start = g_get_monotonic_time ();
  text = guatu_json_write (plan, &length);
  written = g_get_monotonic_time ();
  back = guatu_json_read (text, length, "en", NULL, &error);
  done = g_get_monotonic_time ();
  g_assert_no_error (error);
  guatu_assert_same_plan (plan, back);
  g_test_message ("%u tasks and links, %.1f MB: written in %.3f s, read in %.3f s", n, (double) length / 1e6,
                  (double) (written - start) / 1e6, (double) (done - written) / 1e6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/write-read-write-gives-the-same-bytes-and-the-same-plan", test_round_trip);
  g_test_add_func ("/json/the-smallest-and-the-largest-values-come-back", test_extremes);
  g_test_add_func ("/json/tasks-are-written-in-outline-order", test_order);
  g_test_add_func ("/json/what-is-written-by-hand-may-be-looser", test_by_hand);
  g_test_add_func ("/json/a-text-by-language-gives-the-reader-s", test_languages);
  g_test_add_func ("/json/a-shipped-calendar-is-there-for-the-naming", test_shipped_calendar);
  g_test_add_func ("/json/an-unknown-member-is-noted-once", test_unknown_members);
  g_test_add_func ("/json/a-wrong-value-is-refused-with-its-path", test_wrong_values);
  g_test_add_func ("/json/a-row-that-cannot-stand-is-refused", test_wrong_rows);
  g_test_add_func ("/json/text-that-is-not-json-is-refused-with-its-place", test_wrong_text);
  g_test_add_func ("/json/nesting-beyond-64-levels-is-refused", test_depth);
  g_test_add_func ("/json/damage-is-read-or-refused-but-never-crashes", test_damage);
  g_test_add_func ("/json/hostile-files-of-others-are-refused", test_third_party);
  g_test_add_func ("/json/a-large-plan-is-read-and-written-quickly", test_speed);

  return g_test_run ();
}
