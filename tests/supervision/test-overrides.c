/* test-overrides.c — lights set by hand: from when to when, over what, and what is said of them. */
#include "supervision-fixture.h"

/* A task of a hundred days without reports: yellow by the end of its first week, orange a week later. */
static GuatuPlan *
behind (gint32 *task)
{
  GuatuPlan *plan = guatu_test_plan_new ();

  *task = guatu_test_add_task (plan, -1, "Task", "100d");
  return plan;
}

static void
test_both_days_counted (void)
{
  static const struct { const char *date; gboolean in_force; gboolean expired; } cases[] = {
    { "2024-03-10 23:59", FALSE, FALSE }, { "2024-03-11 00:00", TRUE, FALSE }, { "2024-03-11 17:00", TRUE, FALSE },
    { "2024-03-13 17:00", TRUE, FALSE }, { "2024-03-13 23:59", TRUE, FALSE }, { "2024-03-14 00:00", FALSE, TRUE },
    { "2024-03-14 17:00", FALSE, TRUE },
    /* It is spoken of in the running period and in the one after. */
    { "2024-03-23 17:00", FALSE, TRUE }, { "2024-03-24 17:00", FALSE, FALSE },
  };
  gint32 task;
  g_autoptr(GuatuPlan) plan = behind (&task);

  add_override (plan, task, GUATU_OVERRIDE_RED, "2024-03-11 00:00", "2024-03-13 00:00");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GuatuLight light = light_at (plan, task, cases[i].date);

      g_test_message ("%s", cases[i].date);
      g_assert_cmpint (light.override >= 0, ==, cases[i].in_force);
      g_assert_cmpint (light.expired >= 0, ==, cases[i].expired);
      g_assert_cmpint (light.rule == GUATU_LIGHT_RULE_OVERRIDE, ==, cases[i].in_force);
    }
  /* Run out on a Monday, it is spoken of to the end of the week after. */
  add_override (plan, task, GUATU_OVERRIDE_RED, "2024-04-01 00:00", "2024-04-01 00:00");
  g_assert_cmpint (light_at (plan, task, "2024-04-13 17:00").expired, >=, 0);
  g_assert_cmpint (light_at (plan, task, "2024-04-14 17:00").expired, ==, -1);

  assert_light (light_at (plan, task, "2024-03-12 17:00"), "red", "yellow", "override");
  g_assert_cmpint (light_at (plan, task, "2024-03-12 17:00").since, ==, guatu_test_at ("2024-03-11 00:00"));
  assert_light (light_at (plan, task, "2024-03-14 17:00"), "yellow", "yellow", "gap");
}

static void
test_every_colour (void)
{
  static const char * const names[] = { "green", "yellow", "orange", "red" };

  for (guint colour = 0; colour < G_N_ELEMENTS (names); colour++)
    {
      gint32 task;
      g_autoptr(GuatuPlan) plan = behind (&task);

      add_override (plan, task, colour, "2024-03-11 00:00", "2024-03-13 00:00");
      assert_light (light_at (plan, task, "2024-03-12 17:00"), names[colour], "yellow", "override");
    }
}

static void
test_latest_wins (void)
{
  gint32 task;
  g_autoptr(GuatuPlan) plan = behind (&task);

  add_override (plan, task, GUATU_OVERRIDE_RED, "2024-03-12 00:00", "2024-03-13 00:00");
  add_override (plan, task, GUATU_OVERRIDE_ORANGE, "2024-03-11 00:00", "2024-03-20 00:00");
  assert_light (light_at (plan, task, "2024-03-11 17:00"), "orange", "yellow", "override");
  assert_light (light_at (plan, task, "2024-03-12 17:00"), "red", "yellow", "override");
  /* The later one has run out, the earlier one has not. */
  assert_light (light_at (plan, task, "2024-03-14 17:00"), "orange", "yellow", "override");
  g_assert_cmpint (light_at (plan, task, "2024-03-14 17:00").expired, ==, -1);

  add_override (plan, task, GUATU_OVERRIDE_GREEN, "2024-03-12 00:00", "2024-03-12 00:00");
  assert_light (light_at (plan, task, "2024-03-12 17:00"), "green", "yellow", "override");
}

static void
test_order (void)
{
  gint32 task;
  g_autoptr(GuatuPlan) plan = behind (&task);
  gint32 later = guatu_test_add_task (plan, -1, "Later", "5d");

  guatu_test_add_link (plan, task, later, GUATU_LINK_FS, NULL);
  add_override (plan, task, GUATU_OVERRIDE_GREEN, "2024-03-01 00:00", "2024-03-31 00:00");
  add_override (plan, later, GUATU_OVERRIDE_RED, "2024-03-01 00:00", "2024-03-31 00:00");

  /* Before what is raised and what is silent; the computed colour stays to be seen. */
  add_report (plan, task, "2024-03-15 17:00", 400);
  assert_light (light_at (plan, task, "2024-03-28 17:00"), "green", "orange", "override");
  assert_light (light_at (plan, later, "2024-03-28 17:00"), "red", "none", "override");
  assert_light (light_at (plan, task, NULL), "none", "none", "no-status-date");

  /* Behind the tick. */
  add_report (plan, task, "2024-03-20 17:00", 10000);
  assert_light (light_at (plan, task, "2024-03-28 17:00"), "done", "done", "finished");
  g_assert_cmpint (light_at (plan, task, "2024-03-28 17:00").override, ==, -1);
}

static void
test_roll_up (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 top = guatu_test_add_task (plan, -1, "Top", "1d");
  gint32 inner = guatu_test_add_task (plan, top, "Inner", "1d");
  gint32 leaf = guatu_test_add_task (plan, inner, "Leaf", "20d");
  GuatuLight light;

  /* 25 points behind: red. By hand, only yellow; the summary shows what the leaf shows. */
  add_override (plan, leaf, GUATU_OVERRIDE_YELLOW, "2024-03-04 00:00", "2024-03-31 00:00");
  assert_light (light_at (plan, leaf, "2024-03-08 17:00"), "yellow", "red", "override");
  light = light_at (plan, top, "2024-03-08 17:00");
  assert_light (light, "yellow", "red", "worst");
  g_assert_cmpint (light.cause, ==, leaf);

  /* A summary set by hand speaks for itself; above it leaves count, as always. */
  add_override (plan, inner, GUATU_OVERRIDE_GREEN, "2024-03-04 00:00", "2024-03-31 00:00");
  assert_light (light_at (plan, inner, "2024-03-08 17:00"), "green", "red", "override");
  assert_light (light_at (plan, top, "2024-03-08 17:00"), "yellow", "red", "worst");
}

static void
test_reason (void)
{
  gint32 task;
  g_autoptr(GuatuPlan) plan = behind (&task);
  g_autofree char *by_hand = NULL;
  g_autofree char *after = NULL;

  add_override (plan, task, GUATU_OVERRIDE_GREEN, "2024-03-08 00:00", "2024-03-11 00:00");
  by_hand = reason_at (plan, task, "2024-03-08 17:00");
  after = reason_at (plan, task, "2024-03-12 17:00");
  g_assert_cmpstr (by_hand, ==,
                   "Set by hand by Chen on Mar 8, 2024, until Mar 11, 2024: flood. By the rules it would be yellow. "
                   "5 points behind plan (planned 5%, reported 0%), 5 or more. Green again with 0.01% reported.");
  g_assert_cmpstr (after, ==,
                   "7 points behind plan (planned 7%, reported 0%), 5 or more. Green again with 2.01% reported. "
                   "The light that Chen set by hand expired on Mar 11, 2024.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/overrides/hold-from-the-day-set-to-the-day-of-expiry-both-counted", test_both_days_counted);
  g_test_add_func ("/overrides/show-any-of-the-four-colours", test_every_colour);
  g_test_add_func ("/overrides/the-one-set-last-counts", test_latest_wins);
  g_test_add_func ("/overrides/come-behind-the-tick-and-before-everything-else", test_order);
  g_test_add_func ("/overrides/go-up-from-a-leaf-and-stay-on-a-summary", test_roll_up);
  g_test_add_func ("/overrides/say-who-why-and-until-when", test_reason);

  return g_test_run ();
}
