/* test-finder.c — what people remember of a task finds it: numbers, codes, parts of names; the best comes first. */
#include "guatu-finder.h"
#include "guatu-id.h"
#include "guatu-test.h"

/*
 *   Road works        1
 *     Survey          1.1   2
 *     Bridge, north   1.2   3
 *   Bridge            B-7   4
 *   Footbridge        3     5
 */
static GuatuPlan *
make_plan (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 road = guatu_test_add_task (plan, -1, "Road works", "1d"), bridge, unit, person;

  guatu_test_add_task (plan, road, "Survey 勘测设计", "1d");
  guatu_test_add_task (plan, road, "Bridge, north", "1d");
  bridge = guatu_test_add_task (plan, -1, "Bridge", "1d");
  guatu_test_add_task (plan, -1, "Footbridge", "1d");
  guatu_plan_set (plan, GUATU_TABLE_TASK, bridge, GUATU_TASK_WBS, GUATU_TEXT ("B-7"));
  unit = guatu_plan_insert (plan, GUATU_TABLE_UNIT, guatu_id_next ());
  guatu_plan_set (plan, GUATU_TABLE_UNIT, unit, GUATU_UNIT_NAME, GUATU_TEXT ("Bridge Office"));
  person = guatu_plan_insert (plan, GUATU_TABLE_PERSON, guatu_id_next ());
  guatu_plan_set (plan, GUATU_TABLE_PERSON, person, GUATU_PERSON_NAME, GUATU_TEXT ("Survey Chen"));
  guatu_plan_settle (plan);

  return plan;
}

static char *
find (const GuatuPlan *plan, const char *text)
{
  g_autoptr(GuatuFinder) finder = guatu_finder_new (plan);
  g_autoptr(GArray) found = guatu_finder_find (finder, text);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const GuatuFound *hit = &g_array_index (found, GuatuFound, i);
      guint field = (guint) guatu_field_find (hit->table, "name");

      g_string_append_printf (names, "%s%s", i > 0 ? "|" : "",
                              hit->table == GUATU_TABLE_TASK ? guatu_plan_task_name (plan, hit->row)
                                                             : guatu_plan_string (plan, hit->table, hit->row, field));
    }
  return g_string_free (names, FALSE);
}

static void
test_ranks (void)
{
  static const struct { const char *text, *found; } cases[] = {
    { "bridge", "Bridge|Bridge, north|Bridge Office|Footbridge" },
    { "2", "Survey 勘测设计" },
    { "3", "Bridge, north|Footbridge" },          /* the number of one, the code of the other */
    { "1", "Road works|Survey 勘测设计|Bridge, north" },
    { "1.2", "Bridge, north" },
    { "1.", "Survey 勘测设计|Bridge, north" },
    { "b-7", "Bridge" },
    { "works", "Road works" },
    { "勘测", "Survey 勘测设计" },
    { "设计", "Survey 勘测设计" },
    { "north bridge", "Bridge, north" },
    { "ＢＲＩＤＧＥ　office", "Bridge Office" },
    { "chen", "Survey Chen" },
    { "nothing", "" },
    { "  ", "" },
    { "", "" },
  };
  g_autoptr(GuatuPlan) plan = make_plan ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find (plan, cases[i].text);

      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

/* Whatever is typed, nothing is found twice, and all that is found of one more letter was found before. */
static void
test_narrows (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);
  g_autoptr(GuatuPlan) plan = guatu_test_random_plan (rand, 60);
  g_autoptr(GuatuFinder) finder = guatu_finder_new (plan);
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_utf8_substring (guatu_plan_task_name (plan, outline[i]), 0,
                                                MIN (6, g_utf8_strlen (guatu_plan_task_name (plan, outline[i]), -1)));
      g_autoptr(GArray) found = guatu_finder_find (finder, name);
      g_autofree char *stripped = g_strstrip (g_strdup (name));
      gboolean there = *stripped == '\0';

      for (guint k = 0; k < found->len; k++)
        {
          const GuatuFound *hit = &g_array_index (found, GuatuFound, k);

          there = there || (hit->table == GUATU_TABLE_TASK && hit->row == outline[i]);
          for (guint m = k + 1; m < found->len; m++)
            g_assert_false (g_array_index (found, GuatuFound, m).table == hit->table &&
                            g_array_index (found, GuatuFound, m).row == hit->row);
        }
      g_assert_true (there);
    }
}

static void
test_many (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  g_autoptr(GuatuFinder) finder = NULL;
  gint64 began;

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Task number %u of the trunk road in section %u", i, i % 97);

      guatu_test_add_task (plan, -1, name, "1d");
    }
  guatu_plan_settle (plan);
  began = g_get_monotonic_time ();
  finder = guatu_finder_new (plan);
  g_test_message ("10,000 tasks made ready in %.1f ms", (double) (g_get_monotonic_time () - began) / 1000);
  for (const char * const *text = (const char * const []) { "s", "section 96", "zz", NULL }; *text != NULL; text++)
    {
      g_autoptr(GArray) found = NULL;

      began = g_get_monotonic_time ();
      found = guatu_finder_find (finder, *text);
      g_test_message ("“%s”: %u found in %.1f ms", *text, found->len, (double) (g_get_monotonic_time () - began) / 1000);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/finder/ranks", test_ranks);
  g_test_add_func ("/finder/narrows", test_narrows);
  g_test_add_func ("/finder/many", test_many);

  return g_test_run ();
}
