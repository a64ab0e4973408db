/* test-typed-date.c — what is meant by the dates that people type. */
#include "guatu-test.h"
#include "guatu-typed-date.h"

/* Typed on a Monday into a plan that runs from summer to the end of the year. */
static const struct { const char *text; const char *means; } typed[] = {
  { "2022-09-26", "2022-09-26 08:00" },
  { "2022-9-6", "2022-09-06 08:00" },
  { "2022/9/26", "2022-09-26 08:00" },
  { "2022.09.26", "2022-09-26 08:00" },
  { "2022年9月26日", "2022-09-26 08:00" },
  { "2022年9月26号", "2022-09-26 08:00" },
  { "20220926", "2022-09-26 08:00" },
  { "2022-09-26T14:30", "2022-09-26 14:30" },
  { "9-26", "2022-09-26 08:00" },
  { "09-26", "2022-09-26 08:00" },
  { " 9/26 ", "2022-09-26 08:00" },
  { "9.26", "2022-09-26 08:00" },
  { "9月26日", "2022-09-26 08:00" },
  { "9月26", "2022-09-26 08:00" },
  { "9月26号", "2022-09-26 08:00" },
  { "9-26 14:00", "2022-09-26 14:00" },
  { "9月26日14点", "2022-09-26 14:00" },
  { "9月26日14点半", "2022-09-26 14:30" },
  { "9月26日 14时30分", "2022-09-26 14:30" },
  { "9-26 24:00", "2022-09-27 00:00" },
  { "９－２６　１４：００", "2022-09-26 14:00" },
  { "1-15", "2023-01-15 08:00" },     /* two weeks after the plan's end, half a year before its start */
  { "3-1", "2023-03-01 08:00" },
  { "4-30", "2022-04-30 08:00" },
  { "2-29", "2024-02-29 08:00" },
  { "today", "2022-10-17 08:00" },
  { "Today 9:30", "2022-10-17 09:30" },
  { "今天", "2022-10-17 08:00" },
  { "tomorrow", "2022-10-18 08:00" },
  { "明天", "2022-10-18 08:00" },
  { "明天14:00", "2022-10-18 14:00" },
  { "后天", "2022-10-19 08:00" },
  { "yesterday", "2022-10-16 08:00" },
  { "昨天", "2022-10-16 08:00" },
  { "+5d", "2022-10-22 08:00" },
  { "+5", "2022-10-22 08:00" },
  { "+ 5 days", "2022-10-22 08:00" },
  { "-2w", "2022-10-03 08:00" },
  { "+1m", "2022-11-17 08:00" },
  { "+3天", "2022-10-20 08:00" },
  { "+2周", "2022-10-31 08:00" },
  { "+1个月", "2022-11-17 08:00" },
  { "+1d 12:00", "2022-10-18 12:00" },
  { "fri", "2022-10-21 08:00" },
  { "Friday", "2022-10-21 08:00" },
  { "monday", "2022-10-17 08:00" },
  { "next monday", "2022-10-24 08:00" },
  { "周五", "2022-10-21 08:00" },
  { "星期日", "2022-10-23 08:00" },
  { "礼拜天", "2022-10-23 08:00" },
  { "下周五", "2022-10-28 08:00" },
  { "下个星期一", "2022-10-24 08:00" },
  { "本周三", "2022-10-19 08:00" },
  { "周五 17:00", "2022-10-21 17:00" },
};

static const char * const nonsense[] = {
  "", " ", "soon", "9", "9-", "-26", "13-1", "2-30", "9-26-22", "26/9/2022", "2022-13-01", "2022-02-30", "20221301",
  "9-26 25:00", "9-26 noon", "9-26 14点99", "today tomorrow", "+", "+d", "+5x", "+999999d", "+99999m", "周", "五", "月9日",
  "9月", "todayish", "2022-09-26 14:00 x",
};

static GuatuTypedDate
about (void)
{
  return (GuatuTypedDate) {
    .today = guatu_test_at ("2022-10-17 15:12"),
    .from = guatu_test_at ("2022-06-20 08:00"),
    .to = guatu_test_at ("2022-12-20 17:00"),
    .daytime = 8 * GUATU_HOUR,
  };
}

static void
understood (void)
{
  GuatuTypedDate plan = about ();

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      GuatuInstant t = GUATU_NONE;
      g_autofree char *is = NULL;
      g_autofree char *wanted = guatu_instant_to_iso (guatu_test_at (typed[i].means));
      gboolean read = guatu_typed_date_parse (&plan, typed[i].text, &t);

      if (!read)
        g_test_message ("“%s” was not understood", typed[i].text);
      g_assert_true (read);
      is = guatu_instant_to_iso (t);
      g_test_message ("%s", typed[i].text);
      g_assert_cmpstr (is, ==, wanted);
    }
}

static void
refused (void)
{
  GuatuTypedDate plan = about ();

  for (gsize i = 0; i < G_N_ELEMENTS (nonsense); i++)
    {
      GuatuInstant t;

      g_test_message ("%s", nonsense[i]);
      g_assert_false (guatu_typed_date_parse (&plan, nonsense[i], &t));
    }
}

static void
the_year_is_near (void)
{
  GuatuTypedDate plan = about ();
  GuatuInstant t;

  /* A plan of three years holds the day three times: the one nearest to today counts. */
  plan.to = guatu_test_at ("2025-12-20 17:00");
  g_assert_true (guatu_typed_date_parse (&plan, "9-26", &t));
  g_assert_cmpint (t, ==, guatu_test_at ("2022-09-26 08:00"));
  plan.today = guatu_test_at ("2024-08-01 00:00");
  g_assert_true (guatu_typed_date_parse (&plan, "9-26", &t));
  g_assert_cmpint (t, ==, guatu_test_at ("2024-09-26 08:00"));

  /* An old plan that is looked at today. */
  plan.from = guatu_test_at ("2010-03-01 08:00");
  plan.to = guatu_test_at ("2010-11-01 17:00");
  g_assert_true (guatu_typed_date_parse (&plan, "9-26", &t));
  g_assert_cmpint (t, ==, guatu_test_at ("2010-09-26 08:00"));

  /* Without dates today alone counts. */
  plan.from = plan.to = GUATU_NONE;
  g_assert_true (guatu_typed_date_parse (&plan, "1-2", &t));
  g_assert_cmpint (t, ==, guatu_test_at ("2025-01-02 08:00"));
}

static void
the_time_is_the_fields (void)
{
  GuatuTypedDate plan = about ();
  GuatuInstant t;

  plan.daytime = 17 * GUATU_HOUR;
  g_assert_true (guatu_typed_date_parse (&plan, "9-26", &t));
  g_assert_cmpint (t, ==, guatu_test_at ("2022-09-26 17:00"));
  g_assert_true (guatu_typed_date_parse (&plan, "9-26 8:00", &t));
  g_assert_cmpint (t, ==, guatu_test_at ("2022-09-26 08:00"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/typed-date/what people type is understood", understood);
  g_test_add_func ("/typed-date/what is no date is refused", refused);
  g_test_add_func ("/typed-date/the year of a date without one is the nearest to plan and today", the_year_is_near);
  g_test_add_func ("/typed-date/a date without a time takes that of its field", the_time_is_the_fields);

  return g_test_run ();
}
