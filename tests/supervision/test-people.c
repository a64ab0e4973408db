/* test-people.c — what people and units answer for, how many may own a project, who sponsors what, levels of teams. */
#include "guatu-party-duties.h"
#include "guatu-limits.h"
#include "guatu-sponsors.h"
#include "guatu-teams.h"

#include "supervision-fixture.h"

static gint64 next_id = 5000;

static gint32
add_row (GuatuPlan *plan, GuatuTable table)
{
  return guatu_plan_insert (plan, table, next_id++);
}

static void
refer (GuatuPlan *plan, GuatuTable table, gint32 row, guint field, gint32 target)
{
  guatu_test_set (plan, table, row, field, guatu_plan_id (plan, guatu_field (table, field)->target, target));
}

static gint32
add_person (GuatuPlan *plan, const char *name)
{
  gint32 row = add_row (plan, GUATU_TABLE_PERSON);

  g_assert_true (guatu_plan_set (plan, GUATU_TABLE_PERSON, row, GUATU_PERSON_NAME, GUATU_TEXT (name)));
  guatu_test_set (plan, GUATU_TABLE_PERSON, row, GUATU_PERSON_POSITION, row);
  return row;
}

static gint32
give_role (GuatuPlan *plan, gint32 task, gint32 person, GuatuRole role)
{
  gint32 row = add_row (plan, GUATU_TABLE_ASSIGNMENT);

  refer (plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_TASK, task);
  refer (plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_PERSON, person);
  guatu_test_set (plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_ROLE, role);
  return row;
}

static gint32
add_ledger (GuatuPlan *plan, GuatuLedgerKind kind)
{
  gint32 row = add_row (plan, GUATU_TABLE_LEDGER);

  guatu_test_set (plan, GUATU_TABLE_LEDGER, row, GUATU_LEDGER_KIND, kind);
  guatu_test_set (plan, GUATU_TABLE_LEDGER, row, GUATU_LEDGER_POSITION, row);
  return row;
}

static void
put_on (GuatuPlan *plan, gint32 ledger, gint32 task)
{
  gint32 row = add_row (plan, GUATU_TABLE_LEDGER_ITEM);

  refer (plan, GUATU_TABLE_LEDGER_ITEM, row, GUATU_LEDGER_ITEM_LEDGER, ledger);
  refer (plan, GUATU_TABLE_LEDGER_ITEM, row, GUATU_LEDGER_ITEM_TASK, task);
}

/* The limits ------------------------------------------------------------------------------------------- */

#define N_PEOPLE 3

typedef struct
{
  GuatuPlan *plan;
  gint32     task;
  gint32     people[N_PEOPLE];
} Board;

static Board
board_new (GuatuLedgerKind kind)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  Board self = { .plan = plan, .task = guatu_test_add_task (plan, -1, "Road", "10d") };

  for (guint i = 0; i < N_PEOPLE; i++)
    self.people[i] = add_person (plan, "Somebody");
  put_on (plan, add_ledger (plan, kind), self.task);
  return self;
}

/* The faults of a project with so many of each. */
static guint
faults_with (GuatuLedgerKind kind, guint n_executives, guint n_heads)
{
  Board self = board_new (kind);
  g_autoptr(GuatuPlan) plan = self.plan;
  g_autoptr(GArray) broken = NULL;
  guint faults;

  for (guint i = 0; i < n_executives; i++)
    give_role (plan, self.task, self.people[i], GUATU_ROLE_LEAD_EXECUTIVE);
  for (guint i = 0; i < n_heads; i++)
    give_role (plan, self.task, self.people[i], GUATU_ROLE_LEAD_UNIT_HEAD);
  guatu_plan_settle (plan);
  faults = guatu_limit_of (plan, self.task).faults;
  broken = guatu_limits_new (plan);
  g_assert_cmpuint (broken->len, ==, faults != 0);
  return faults;
}

static void
test_one_or_two_of_each (void)
{
  for (guint n = 1; n <= 2; n++)
    {
      g_assert_cmpuint (faults_with (GUATU_LEDGER_KIND_TASK_BOARD, n, 1), ==, 0);
      g_assert_cmpuint (faults_with (GUATU_LEDGER_KIND_PLAQUE_LIST, 2, n), ==, 0);
    }
  g_assert_cmpuint (faults_with (GUATU_LEDGER_KIND_TASK_BOARD, 0, 1), ==, GUATU_LIMIT_FEW_EXECUTIVES);
  g_assert_cmpuint (faults_with (GUATU_LEDGER_KIND_TASK_BOARD, 3, 1), ==, GUATU_LIMIT_MANY_EXECUTIVES);
  g_assert_cmpuint (faults_with (GUATU_LEDGER_KIND_PLAQUE_LIST, 1, 0), ==, GUATU_LIMIT_FEW_HEADS);
  g_assert_cmpuint (faults_with (GUATU_LEDGER_KIND_PLAQUE_LIST, 0, 3), ==,
                    GUATU_LIMIT_FEW_EXECUTIVES | GUATU_LIMIT_MANY_HEADS);
}

static void
test_other_ledgers_have_no_limit (void)
{
  g_assert_cmpuint (faults_with (GUATU_LEDGER_KIND_LEDGER, 0, 3), ==, 0);
}

static void
test_nobody_counts_twice (void)
{
  Board self = board_new (GUATU_LEDGER_KIND_TASK_BOARD);
  g_autoptr(GuatuPlan) plan = self.plan;
  GuatuLimit limit;

  for (guint i = 0; i < 4; i++)
    give_role (plan, self.task, self.people[i % 2], GUATU_ROLE_LEAD_EXECUTIVE);
  give_role (plan, self.task, self.people[2], GUATU_ROLE_LEAD_UNIT_HEAD);
  give_role (plan, self.task, self.people[2], GUATU_ROLE_PROJECT_OWNER);
  guatu_plan_settle (plan);
  limit = guatu_limit_of (plan, self.task);
  g_assert_cmpuint (limit.n_executives, ==, 2);
  g_assert_cmpuint (limit.n_heads, ==, 1);
  g_assert_cmpuint (limit.faults, ==, 0);
}

static void
test_limits_are_said (void)
{
  GuatuLimit limit = { .n_executives = 3, .n_heads = 0,
                       .faults = GUATU_LIMIT_MANY_EXECUTIVES | GUATU_LIMIT_FEW_HEADS };
  g_autofree char *words = guatu_limit_words (&limit);
  g_autofree char *none = NULL;

  g_assert_cmpstr (words, ==, "3 lead executives: at most 2 may be. No lead-unit head: name 1 or 2.");
  limit.faults = 0;
  none = guatu_limit_words (&limit);
  g_assert_cmpstr (none, ==, "");
}

static void
test_inactive_projects_are_passed_over (void)
{
  Board self = board_new (GUATU_LEDGER_KIND_TASK_BOARD);
  g_autoptr(GuatuPlan) plan = self.plan;
  g_autoptr(GArray) before = NULL;
  g_autoptr(GArray) after = NULL;

  guatu_plan_settle (plan);
  before = guatu_limits_new (plan);
  g_assert_cmpuint (before->len, ==, 1);
  set_task (plan, self.task, GUATU_TASK_ACTIVE, 0);
  guatu_plan_settle (plan);
  after = guatu_limits_new (plan);
  g_assert_cmpuint (after->len, ==, 0);
}

/* Duties ----------------------------------------------------------------------------------------------- */

static void
test_all_that_somebody_answers_for (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 inspected = guatu_test_add_task (plan, -1, "Inspected", "20d");
  gint32 first = guatu_test_add_task (plan, -1, "First", "20d");
  gint32 second = guatu_test_add_task (plan, -1, "Second", "20d");
  gint32 chen = add_person (plan, "Chen"), other = add_person (plan, "Li");
  gint32 unit = add_unit (plan, "Roads"), membership = add_row (plan, GUATU_TABLE_MEMBERSHIP);
  g_autoptr(GuatuLights) lights = NULL;
  g_autoptr(GuatuPartyDuties) duties = NULL;
  g_autofree char *words = NULL, *roles = NULL;

  give_role (plan, second, chen, GUATU_ROLE_PROJECT_OWNER);
  give_role (plan, inspected, chen, GUATU_ROLE_INSPECTOR);
  give_role (plan, first, chen, GUATU_ROLE_INSPECTOR);
  give_role (plan, first, chen, GUATU_ROLE_PROJECT_OWNER);
  give_role (plan, first, other, GUATU_ROLE_PROJECT_OWNER);
  refer (plan, GUATU_TABLE_MEMBERSHIP, membership, GUATU_MEMBERSHIP_PERSON, chen);
  refer (plan, GUATU_TABLE_MEMBERSHIP, membership, GUATU_MEMBERSHIP_UNIT, unit);
  guatu_test_set (plan, GUATU_TABLE_MEMBERSHIP, membership, GUATU_MEMBERSHIP_IS_HEAD, TRUE);
  put_on (plan, add_ledger (plan, GUATU_LEDGER_KIND_LEDGER), second);
  add_report (plan, first, "2024-03-08 17:00", 500);
  add_report (plan, second, "2024-03-08 17:00", 2500);
  lights = lights_at (plan, "2024-03-08 17:00");
  duties = guatu_party_duties_new (plan, lights, NULL, GUATU_TABLE_PERSON, chen);

  /* A task in which somebody has two roles is told once, with both. */
  g_assert_cmpuint (duties->n, ==, 3);
  g_assert_cmpint (duties->duties[0].task, ==, first);
  g_assert_cmpuint (duties->duties[0].roles, ==, 1u << GUATU_ROLE_PROJECT_OWNER | 1u << GUATU_ROLE_INSPECTOR);
  g_assert_cmpint (duties->duties[1].task, ==, second);
  g_assert_cmpuint (duties->duties[1].roles, ==, 1u << GUATU_ROLE_PROJECT_OWNER);
  /* One of a later role stands behind, wherever it is in the outline. */
  g_assert_cmpint (duties->duties[2].task, ==, inspected);
  roles = guatu_party_duty_roles (&duties->duties[0]);
  g_assert_cmpstr (roles, ==, "Project owner, Inspector");
  g_assert_cmpuint (duties->n_lights[GUATU_LIGHT_RED], ==, 2);
  g_assert_cmpuint (duties->n_lights[GUATU_LIGHT_GREEN], ==, 1);
  g_assert_cmpuint (duties->n_items, ==, 1);
  g_assert_cmpint (duties->items[0].task, ==, second);
  g_assert_cmpuint (duties->n_memberships, ==, 1);
  g_assert_true (guatu_unit_has_head (plan, unit, chen));
  g_assert_false (guatu_unit_has_head (plan, unit, other));
  words = guatu_party_duties_words (duties);
  g_assert_cmpstr (words, ==, "3 tasks: 2 red, 1 green");
}

/* Sponsors --------------------------------------------------------------------------------------------- */

static gint32
sponsor (GuatuPlan *plan, gint32 person, GuatuSponsoredKind kind, const char *object, GuatuVisitCycle cycle)
{
  gint32 row = add_row (plan, GUATU_TABLE_SPONSORSHIP);

  refer (plan, GUATU_TABLE_SPONSORSHIP, row, GUATU_SPONSORSHIP_PERSON, person);
  guatu_test_set (plan, GUATU_TABLE_SPONSORSHIP, row, GUATU_SPONSORSHIP_KIND, kind);
  guatu_test_set (plan, GUATU_TABLE_SPONSORSHIP, row, GUATU_SPONSORSHIP_VISIT_CYCLE, cycle);
  guatu_test_set (plan, GUATU_TABLE_SPONSORSHIP, row, GUATU_SPONSORSHIP_POSITION, row);
  if (object != NULL)
    g_assert_true (guatu_plan_set (plan, GUATU_TABLE_SPONSORSHIP, row, GUATU_SPONSORSHIP_OBJECT,
                                   GUATU_TEXT (object)));
  return row;
}

static const GuatuSponsor *
sponsor_at (const GuatuSponsors *self, guint i)
{
  g_assert_cmpuint (i, <, self->sponsors->len);
  return self->sponsors->pdata[i];
}

static void
test_four_kinds_and_more (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 li = add_person (plan, "Li"), chen = add_person (plan, "Chen");
  g_autoptr(GuatuSponsors) matrix = NULL;

  add_person (plan, "Nobody’s sponsor");
  sponsor (plan, chen, GUATU_SPONSORED_ENTERPRISE, "Cement works", GUATU_VISITS_MONTH);
  sponsor (plan, li, GUATU_SPONSORED_TOWNSHIP, "Taiping", GUATU_VISITS_QUARTER);
  sponsor (plan, li, GUATU_SPONSORED_ENTERPRISE, "Cattle farm", GUATU_VISITS_MONTH);
  sponsor (plan, li, GUATU_SPONSORED_PARTY_POINT, "Canal village", GUATU_VISITS_HALF_YEAR);
  sponsor (plan, li, GUATU_SPONSORED_PETITION, "Case 7", GUATU_VISITS_NONE);
  guatu_plan_settle (plan);
  matrix = guatu_sponsors_new (plan, GUATU_NONE);

  g_assert_cmpuint (matrix->sponsors->len, ==, 2);
  g_assert_cmpint (sponsor_at (matrix, 0)->person, ==, li);
  for (guint kind = GUATU_SPONSORED_TOWNSHIP; kind <= GUATU_SPONSORED_PETITION; kind++)
    g_assert_cmpuint (sponsor_at (matrix, 0)->cells[kind]->len, ==, 1);
  g_assert_cmpuint (sponsor_at (matrix, 0)->cells[GUATU_SPONSORED_VILLAGE]->len, ==, 0);
  g_assert_cmpuint (sponsor_at (matrix, 1)->n, ==, 1);
  g_assert_cmpuint (matrix->n_kinds[GUATU_SPONSORED_ENTERPRISE], ==, 2);
  g_assert_cmpuint (matrix->n, ==, 5);
}

static void
test_villages_households_and_visits (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 li = add_person (plan, "Li"), town = add_unit (plan, "Taiping"), idle = add_unit (plan, "Hill town");
  gint32 of_town;
  g_autoptr(GuatuSponsors) matrix = NULL;

  guatu_test_set (plan, GUATU_TABLE_UNIT, town, GUATU_UNIT_KIND, GUATU_UNIT_KIND_TOWNSHIP);
  guatu_test_set (plan, GUATU_TABLE_UNIT, idle, GUATU_UNIT_KIND, GUATU_UNIT_KIND_TOWNSHIP);
  of_town = sponsor (plan, li, GUATU_SPONSORED_TOWNSHIP, NULL, GUATU_VISITS_MONTH);
  refer (plan, GUATU_TABLE_SPONSORSHIP, of_town, GUATU_SPONSORSHIP_UNIT, town);
  sponsor (plan, li, GUATU_SPONSORED_VILLAGE, "Canal village", GUATU_VISITS_HALF_MONTH);
  sponsor (plan, li, GUATU_SPONSORED_HOUSEHOLD, "The Wangs", GUATU_VISITS_QUARTER);
  guatu_plan_settle (plan);
  matrix = guatu_sponsors_new (plan, GUATU_NONE);

  g_assert_cmpuint (sponsor_at (matrix, 0)->visits, ==, 12 + 24 + 4);
  g_assert_cmpstr (guatu_sponsorship_object (plan, of_town), ==, "Taiping");
  g_assert_cmpuint (sponsor_at (matrix, 0)->cells[GUATU_SPONSORED_HOUSEHOLD]->len, ==, 1);
  g_assert_cmpuint (matrix->n_unsponsored, ==, 1);
  g_assert_cmpint (matrix->unsponsored[0], ==, idle);
}

static void
test_ended_links_are_left_out (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 li = add_person (plan, "Li");
  gint32 row = sponsor (plan, li, GUATU_SPONSORED_VILLAGE, "Canal village", GUATU_VISITS_MONTH);

  guatu_test_set (plan, GUATU_TABLE_SPONSORSHIP, row, GUATU_SPONSORSHIP_FROM_DATE, guatu_test_at ("2024-03-05 00:00"));
  guatu_test_set (plan, GUATU_TABLE_SPONSORSHIP, row, GUATU_SPONSORSHIP_TO_DATE, guatu_test_at ("2024-03-10 00:00"));
  guatu_plan_settle (plan);

  g_assert_false (guatu_sponsorship_holds (plan, row, guatu_test_at ("2024-03-04 17:00")));
  g_assert_true (guatu_sponsorship_holds (plan, row, guatu_test_at ("2024-03-05 08:00")));
  g_assert_true (guatu_sponsorship_holds (plan, row, guatu_test_at ("2024-03-10 17:00")));
  g_assert_false (guatu_sponsorship_holds (plan, row, guatu_test_at ("2024-03-11 08:00")));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GuatuSponsors) matrix = guatu_sponsors_new (plan, i == 0 ? guatu_test_at ("2024-03-12 08:00")
                                                                         : GUATU_NONE);

      g_assert_cmpuint (matrix->n, ==, i);
    }
}

/* Teams ------------------------------------------------------------------------------------------------ */

static gint32
add_below (GuatuPlan *plan, gint32 parent, GuatuUnitKind kind)
{
  gint32 row = add_unit (plan, "Unit");

  guatu_test_set (plan, GUATU_TABLE_UNIT, row, GUATU_UNIT_KIND, kind);
  if (parent >= 0)
    refer (plan, GUATU_TABLE_UNIT, row, GUATU_UNIT_PARENT, parent);
  return row;
}

static void
test_ten_and_n_and_n (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  gint32 county = add_below (plan, -1, GUATU_UNIT_KIND_LEADING_BODY);
  gint32 town = add_below (plan, county, GUATU_UNIT_KIND_TOWNSHIP);
  gint32 teams[10], front = -1;
  guint counts[GUATU_N_TEAM_LEVELS];
  g_autofree char *sum = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < 10; i++)
    teams[i] = add_below (plan, county, GUATU_UNIT_KIND_TASK_FORCE);
  for (guint i = 0; i < 3; i++)
    front = add_below (plan, teams[i], GUATU_UNIT_KIND_TASK_FORCE);
  for (guint i = 0; i < 5; i++)
    add_below (plan, front, GUATU_UNIT_KIND_TASK_FORCE);
  add_below (plan, town, GUATU_UNIT_KIND_TASK_FORCE);
  add_below (plan, teams[4], GUATU_UNIT_KIND_LEAD_UNIT);
  guatu_plan_settle (plan);
  guatu_teams_count (plan, counts);
  sum = guatu_teams_sum (counts);
  words = guatu_teams_words (counts);

  g_assert_cmpstr (sum, ==, "10 + 3 + 7");
  g_assert_cmpstr (words, ==, "10 county teams + 3 front teams + 7 township and department teams");
  g_assert_cmpint (guatu_team_level (plan, teams[0]), ==, GUATU_TEAM_COUNTY);
  g_assert_cmpint (guatu_team_level (plan, front), ==, GUATU_TEAM_FRONT);
  g_assert_cmpint (guatu_team_parent (plan, front), ==, teams[2]);
  g_assert_cmpint (guatu_team_level (plan, town), ==, GUATU_TEAM_NONE);
  g_assert_cmpint (guatu_team_parent (plan, teams[0]), ==, -1);
}

static void
test_a_plan_without_teams (void)
{
  g_autoptr(GuatuPlan) plan = guatu_test_plan_new ();
  guint counts[GUATU_N_TEAM_LEVELS];
  g_autofree char *words = NULL;

  add_below (plan, add_below (plan, -1, GUATU_UNIT_KIND_LEADING_BODY), GUATU_UNIT_KIND_LEAD_UNIT);
  guatu_plan_settle (plan);
  guatu_teams_count (plan, counts);
  words = guatu_teams_words (counts);
  g_assert_cmpuint (counts[GUATU_TEAM_NONE], ==, 2);
  g_assert_cmpstr (words, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add_func ("/supervision/people/" name, func)
  ADD ("QX-08-a-project-on-a-board-has-one-or-two-lead-executives-and-heads", test_one_or_two_of_each);
  ADD ("QX-08-other-ledgers-have-no-limit", test_other_ledgers_have_no_limit);
  ADD ("QX-08-nobody-counts-twice-and-owners-do-not-count", test_nobody_counts_twice);
  ADD ("QX-08-what-breaks-the-rule-is-said", test_limits_are_said);
  ADD ("QX-08-inactive-projects-are-passed-over", test_inactive_projects_are_passed_over);
  ADD ("all-that-somebody-answers-for-is-in-one-list-by-role", test_all_that_somebody_answers_for);
  ADD ("YL-03-each-leader-has-a-line-and-each-of-the-four-kinds-a-column", test_four_kinds_and_more);
  ADD ("PB-27-villages-households-visits-and-townships-without-a-sponsor", test_villages_households_and_visits);
  ADD ("PB-27-links-that-have-ended-are-left-out", test_ended_links_are_left_out);
  ADD ("YL-07-ten-county-teams-front-teams-and-local-teams-are-counted", test_ten_and_n_and_n);
  ADD ("YL-07-a-plan-without-teams-says-nothing", test_a_plan_without_teams);
#undef ADD

  return g_test_run ();
}
