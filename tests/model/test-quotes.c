/* test-quotes.c — names with quotation marks of their own are not put between the same marks again. */
#include "guatu-quotes.h"

static void
check (const char *text, const char *expected)
{
  g_autofree char *nested = guatu_quotes_nest (g_strdup (text));

  g_assert_cmpstr (nested, ==, expected);
}

static void
test_inner (void)
{
  check ("建立计划““执行力建设年”任务榜”", "建立计划“‘执行力建设年’任务榜”");
  check ("Link “The “Green” belt” to “Bridge”", "Link “The ‘Green’ belt” to “Bridge”");
  check ("Revert to May 2, “Set duration of “The “Green” belt” to 34 d”",
         "Revert to May 2, “Set duration of ‘The “Green” belt’ to 34 d”");
}

static void
test_whole (void)
{
  check ("建立计划“《三年行动计划》”", "建立计划《三年行动计划》");
  check ("Create the plan ““Clear Water””", "Create the plan “Clear Water”");
  check ("恢复到“建立计划“《三年行动计划》””", "恢复到“建立计划《三年行动计划》”");
  /* Marks about a part of the name are not about the name. */
  check ("新增任务“《规划》和《方案》”", "新增任务“《规划》和《方案》”");
  check ("新增任务““一网”和“一窗””", "新增任务“‘一网’和‘一窗’”");
  check ("新增任务“《关于“一窗”的通知》”", "新增任务《关于“一窗”的通知》");
}

static void
test_untouched (void)
{
  check ("", "");
  check ("Move the plan 2 days later", "Move the plan 2 days later");
  check ("Add task “Bridge”", "Add task “Bridge”");
  check ("Add task “The people’s ‘House’”", "Add task “The people’s ‘House’”");
  /* A name that was cut, or is odd. */
  check ("Add task ““Getting Electr…”", "Add task ““Getting Electr…”");
  check ("Add task “5” pipe”", "Add task “5” pipe”");
  check ("Add task “《”》”", "Add task “《”》”");
}

/* Whoever writes a file may write a million of them. */
static void
test_many (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *nested = NULL;

  for (guint i = 0; i < 300000; i++)
    g_string_append (text, "“a");
  for (guint i = 0; i < 300000; i++)
    g_string_append (text, "”");
  nested = guatu_quotes_nest (g_strdup (text->str));
  g_assert_true (g_str_has_prefix (nested, "“a‘a“a"));
  g_assert_cmpuint (strlen (nested), ==, text->len);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quotes/inner-ones-are-single", test_inner);
  g_test_add_func ("/quotes/a-name-that-is-quoted-is-not-quoted-again", test_whole);
  g_test_add_func ("/quotes/what-does-not-go-in-pairs-stays", test_untouched);
  g_test_add_func ("/quotes/as-many-as-there-may-be", test_many);

  return g_test_run ();
}
