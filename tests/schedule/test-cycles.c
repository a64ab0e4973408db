/* test-cycles.c — networks that cannot be scheduled are refused, and the tasks on the cycle named in order. */
#include "plan-maker.h"

static void
assert_cycle (Maker *m, const GuatuOverlay *overlay, const char *names)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) again = NULL;

  guatu_plan_settle (m->plan);
  g_assert_null (guatu_schedule_new (m->plan, overlay, &error));
  g_assert_error (error, GUATU_SCHEDULE_ERROR, GUATU_SCHEDULE_ERROR_CYCLE);
  if (strstr (error->message, names) == NULL)
    g_error ("expected “%s” in “%s”", names, error->message);

  g_assert_true (guatu_schedule_find_cycle (m->plan, overlay, &again));
  g_assert_cmpstr (again->message, ==, error->message);
  g_assert_true (guatu_schedule_find_cycle (m->plan, overlay, NULL));
}

static void
test_links (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  gint32 a = maker_task (m, "A", 8, -1);
  gint32 b = maker_task (m, "B", 8, -1);
  gint32 c = maker_task (m, "C", 8, -1);

  maker_task (m, "D", 8, -1);
  maker_link (m, c, b, GUATU_LINK_FS);
  maker_link (m, b, a, GUATU_LINK_SS);
  maker_link (m, a, c, GUATU_LINK_FF);
  assert_cycle (m, NULL, "1 “A” → 3 “C” → 2 “B” → 1 “A”.");
}

static void
test_itself (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  gint32 a = maker_task (m, "A", 8, -1);

  maker_link (m, a, a, GUATU_LINK_FS);
  assert_cycle (m, NULL, "1 “A” → 1 “A”.");
}

static void
test_through_summary (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  gint32 summary = maker_task (m, "Summary", 8, -1);
  gint32 leaf = maker_task (m, "Leaf", 8, summary);
  gint32 other = maker_task (m, "Other", 8, -1);

  maker_link (m, summary, other, GUATU_LINK_FS);
  maker_link (m, other, leaf, GUATU_LINK_FS);
  assert_cycle (m, NULL, "1 “Summary” → 3 “Other” → 2 “Leaf” → 1 “Summary”.");
}

/* The leaves of the summary are on the cycle only because it is: they are not named. */
static void
test_around_summary (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  gint32 summary = maker_task (m, "Summary", 8, -1);
  gint32 other = -1;

  maker_task (m, "Leaf", 8, summary);
  other = maker_task (m, "Other", 8, -1);
  maker_link (m, other, summary, GUATU_LINK_FS);
  maker_link (m, summary, other, GUATU_LINK_FS);
  assert_cycle (m, NULL, "1 “Summary” → 3 “Other” → 1 “Summary”.");
}

static void
test_descendant (void)
{
  g_autoptr(Maker) up = maker_new ("2024-03-04");
  g_autoptr(Maker) down = maker_new ("2024-03-04");
  gint32 summary = maker_task (up, "Summary", 8, -1);
  gint32 leaf = maker_task (up, "Leaf", 8, maker_task (up, "Part", 8, summary));

  maker_link (up, leaf, summary, GUATU_LINK_FS);
  assert_cycle (up, NULL, "1 “Summary” → 3 “Leaf” → 1 “Summary”.");

  summary = maker_task (down, "Summary", 8, -1);
  leaf = maker_task (down, "Leaf", 8, summary);
  maker_link (down, summary, leaf, GUATU_LINK_SS);
  assert_cycle (down, NULL, "1 “Summary” → 2 “Leaf” → 1 “Summary”.");
}

static void
test_added_link (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuOverlay) overlay = guatu_overlay_new ();
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 a = maker_task (m, "A", 8, -1);
  gint32 b = maker_task (m, "B", 8, -1);
  gint32 link = maker_link (m, a, b, GUATU_LINK_FS);

  guatu_overlay_add_link (overlay, (GuatuLink) { .predecessor = b, .successor = a, .type = GUATU_LINK_FS });
  assert_cycle (m, overlay, "1 “A” → 2 “B” → 1 “A”.");

  guatu_overlay_remove_link (overlay, link);
  g_assert_false (guatu_schedule_find_cycle (m->plan, overlay, NULL));
  s = maker_what_if (m, overlay);
  assert_at (s->early_start[a], "2024-03-05 08:00");
}

/* Moving a task under a summary that it waits for. */
static void
test_move (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuOverlay) overlay = guatu_overlay_new ();
  gint32 summary = maker_task (m, "Summary", 8, -1);
  gint32 other = -1;

  maker_task (m, "Leaf", 8, summary);
  other = maker_task (m, "Other", 8, -1);
  maker_link (m, summary, other, GUATU_LINK_FS);
  guatu_plan_settle (m->plan);
  g_assert_false (guatu_schedule_find_cycle (m->plan, NULL, NULL));

  guatu_overlay_set (overlay, GUATU_TABLE_TASK, other, GUATU_TASK_PARENT,
                     GUATU_INTEGER (maker_id (m, GUATU_TABLE_TASK, summary)));
  assert_cycle (m, overlay, "1 “Summary” → 3 “Other” → 1 “Summary”.");
}

static void
test_own_part (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuOverlay) overlay = guatu_overlay_new ();
  g_autoptr(GuatuOverlay) itself = guatu_overlay_new ();
  gint32 a = maker_task (m, "A", 8, -1);
  gint32 b = maker_task (m, "B", 8, a);
  gint32 c = maker_task (m, "C", 8, b);

  guatu_overlay_set (overlay, GUATU_TABLE_TASK, a, GUATU_TASK_PARENT,
                     GUATU_INTEGER (maker_id (m, GUATU_TABLE_TASK, c)));
  assert_cycle (m, overlay, "1 “A” → 3 “C” → 2 “B” → 1 “A”.");

  guatu_overlay_set (itself, GUATU_TABLE_TASK, c, GUATU_TASK_PARENT,
                     GUATU_INTEGER (maker_id (m, GUATU_TABLE_TASK, c)));
  assert_cycle (m, itself, "3 “C” → 3 “C”.");
}

static void
test_long (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");

  for (int i = 0; i < 50000; i++)
    {
      maker_task (m, "Task", 8, -1);
      if (i > 0)
        maker_link (m, i - 1, i, GUATU_LINK_FS);
    }
  maker_link (m, 49999, 0, GUATU_LINK_FS);
  assert_cycle (m, NULL, "10 “Task” → … 49989 more … → 50000 “Task” → 1 “Task”.");
}

/* Deep nesting with links on every level must cost neither the stack nor the square of the depth. */
static void
test_deep (void)
{
  g_autoptr(Maker) m = maker_new ("2024-03-04");
  g_autoptr(GuatuSchedule) s = NULL;
  gint32 parent = -1;
  gint32 first = -1;

  first = maker_task (m, "First", 8, -1);
  for (int i = 0; i < 30000; i++)
    {
      parent = maker_task (m, "Deeper", 8, parent);
      maker_link (m, first, parent, GUATU_LINK_FS);
    }
  s = maker_schedule (m);
  assert_at (s->early_start[parent], "2024-03-05 08:00");

  maker_link (m, parent, first, GUATU_LINK_FS);
  g_clear_pointer (&s, guatu_schedule_free);
  assert_cycle (m, NULL, "1 “First” → ");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cycles/links-name-the-tasks-in-the-order-of-the-links", test_links);
  g_test_add_func ("/cycles/a-task-linked-to-itself", test_itself);
  g_test_add_func ("/cycles/through-a-leaf-of-a-summary", test_through_summary);
  g_test_add_func ("/cycles/around-a-summary-leave-its-leaves-unnamed", test_around_summary);
  g_test_add_func ("/cycles/a-summary-and-its-own-descendant", test_descendant);
  g_test_add_func ("/cycles/a-link-that-is-not-there-yet", test_added_link);
  g_test_add_func ("/cycles/a-move-under-a-summary-that-the-task-waits-for", test_move);
  g_test_add_func ("/cycles/a-task-cannot-become-part-of-itself", test_own_part);
  g_test_add_func ("/cycles/a-very-long-one-is-named-in-short", test_long);
  g_test_add_func ("/cycles/a-very-deep-outline", test_deep);

  return g_test_run ();
}
