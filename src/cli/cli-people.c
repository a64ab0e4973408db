/* cli-people.c — "people" and "merge": who there is, what they answer for, how busy they are; two become one. */
#include "cli-output.h"

#include <glib/gi18n-lib.h>

#include "guatu-party-duties.h"
#include "guatu-limits.h"
#include "guatu-list-text.h"
#include "guatu-load-curve.h"
#include "guatu-progress.h"
#include "guatu-sponsors.h"
#include "guatu-teams.h"

static const char *
choice_name (GuatuTable table, guint field, gint64 choice)
{
  return guatu_field (table, field)->choices[choice].name;
}

static const char *
choice_label (GuatuTable table, guint field, gint64 choice)
{
  return _(guatu_field (table, field)->choices[choice].label);
}

static const char *
name_of (const GuatuPlan *plan, GuatuTable table, gint32 row)
{
  return guatu_plan_string (plan, table, row, (guint) guatu_field_find (table, "name"));
}

/* The tree ---------------------------------------------------------------------------------------------------- */

typedef struct
{
  const GuatuPlan *plan;
  CliTable        *table;
  CliJsonList      list;
  guint            n_units;     /* shown so far: a tampered file may have units in a ring */
} Tree;

static gboolean
is_head (const GuatuPlan *plan, gint32 person, gint32 unit)
{
  const GuatuMembership *memberships = guatu_plan_rows (plan, GUATU_TABLE_MEMBERSHIP);
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_MEMBERSHIP, GUATU_MEMBERSHIP_PERSON, person, &n);

  for (guint i = 0; i < n; i++)
    if (memberships[rows[i]].unit == unit)
      return memberships[rows[i]].is_head;
  return FALSE;
}

static void
take_row (Tree *tree, GuatuTable table, gint32 row, guint depth, const char *kind, const char *detail, gboolean head)
{
  const char *name = name_of (tree->plan, table, row);
  JsonBuilder *object;

  if (tree->table != NULL)
    {
      cli_table_take (tree->table, g_strdup_printf ("%*s%s", (int) depth * 2, "", name));
      cli_table_cell (tree->table, kind);
      cli_table_cell (tree->table, detail);
      cli_table_cell (tree->table, head ? _("Head") : "");
      return;
    }

  object = cli_json_object ();
  cli_json_id (object, "id", guatu_plan_id (tree->plan, table, row));
  cli_json_string (object, "table", guatu_table_info (table)->name);
  cli_json_string (object, "name", name);
  cli_json_integer (object, "level", depth + 1);
  cli_json_string (object, "detail", detail[0] != '\0' ? detail : NULL);
  cli_json_boolean (object, "head", head);
  cli_json_list_add (&tree->list, object);
}

static void
take_people (Tree *tree, gint32 unit, guint depth)
{
  const GuatuPlan *plan = tree->plan;
  const GuatuPerson *people = guatu_plan_rows (plan, GUATU_TABLE_PERSON);
  const GuatuMembership *memberships = guatu_plan_rows (plan, GUATU_TABLE_MEMBERSHIP);
  guint n;
  const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_PERSON, GUATU_PERSON_UNIT, unit, &n);

  for (guint i = 0; i < n; i++)
    take_row (tree, GUATU_TABLE_PERSON, rows[i], depth, "", guatu_plan_text (plan, people[rows[i]].post),
              is_head (plan, rows[i], unit));
  rows = guatu_plan_referrers (plan, GUATU_TABLE_MEMBERSHIP, GUATU_MEMBERSHIP_UNIT, unit, &n);
  for (guint i = 0; i < n; i++)
    if (people[memberships[rows[i]].person].unit != unit)
      take_row (tree, GUATU_TABLE_PERSON, memberships[rows[i]].person, depth, _("Member"),
                guatu_plan_text (plan, memberships[rows[i]].duty), memberships[rows[i]].is_head);
}

static void
take_unit (Tree *tree, gint32 unit, guint depth)
{
  const GuatuUnit *row = &((const GuatuUnit *) guatu_plan_rows (tree->plan, GUATU_TABLE_UNIT))[unit];
  guint n;
  const gint32 *below = guatu_plan_referrers (tree->plan, GUATU_TABLE_UNIT, GUATU_UNIT_PARENT, unit, &n);

  if (tree->n_units++ > guatu_plan_n_rows (tree->plan, GUATU_TABLE_UNIT))
    return;
  take_row (tree, GUATU_TABLE_UNIT, unit, depth, choice_label (GUATU_TABLE_UNIT, GUATU_UNIT_KIND, row->kind),
            guatu_team_level_label (guatu_team_level (tree->plan, unit)), FALSE);
  take_people (tree, unit, depth + 1);
  for (guint i = 0; i < n; i++)
    take_unit (tree, below[i], depth + 1);
}

static void
take_tree (Tree *tree)
{
  const GuatuPlan *plan = tree->plan;
  guint n;
  g_autofree gint32 *units = guatu_plan_in_order (plan, GUATU_TABLE_UNIT, &n);
  g_autofree gint32 *people = NULL;

  for (guint i = 0; i < n; i++)
    if (guatu_plan_number (plan, GUATU_TABLE_UNIT, units[i], GUATU_UNIT_PARENT) < 0)
      take_unit (tree, units[i], 0);
  people = guatu_plan_in_order (plan, GUATU_TABLE_PERSON, &n);
  for (guint i = 0; i < n; i++)
    if (guatu_plan_number (plan, GUATU_TABLE_PERSON, people[i], GUATU_PERSON_UNIT) < 0)
      take_row (tree, GUATU_TABLE_PERSON, people[i], 0, "",
                guatu_plan_string (plan, GUATU_TABLE_PERSON, people[i], GUATU_PERSON_POST), FALSE);
}

static void
show_tree (const CliView *view, gboolean json)
{
  const char * const headers[] = { _("Name"), _("Kind"), _("Post or duty"), _("Head"), NULL };
  Tree tree = { .plan = view->plan };
  guint counts[GUATU_N_TEAM_LEVELS];
  g_autofree char *words = NULL;

  if (json)
    {
      cli_json_list_begin (&tree.list);
      take_tree (&tree);
      cli_json_list_end (&tree.list);
      cli_print ("\n");
      return;
    }

  tree.table = cli_table_new (headers, "");
  take_tree (&tree);
  cli_table_print (tree.table);
  cli_table_free (tree.table);
  guatu_teams_count (view->plan, counts);
  words = guatu_teams_words (counts);
  if (words[0] != '\0')
    cli_print ("\n%s\n", words);
}

/* One of them --------------------------------------------------------------------------------------------------- */

typedef struct
{
  const CliView  *view;
  GuatuTable      table;
  gint32          row;
  GuatuPartyDuties    *duties;
  GuatuLoadCurve *curve;
} Somebody;

static void
print_duties (const Somebody *self)
{
  const char * const headers[] = { _("Role"), _("#"), _("Task"), _("Light"), _("Done"), _("Start"), _("Finish"), NULL };
  g_autoptr(CliTable) table = cli_table_new (headers, "lrllrll");
  const GuatuPlan *plan = self->view->plan;

  for (guint i = 0; i < self->duties->n; i++)
    {
      const GuatuPartyDuty *duty = &self->duties->duties[i];

      cli_table_take (table, guatu_party_duty_roles (duty));
      cli_table_take (table, g_strdup_printf ("%u", guatu_plan_task_place (plan, duty->task)));
      cli_table_cell (table, guatu_plan_task_name (plan, duty->task));
      cli_table_cell (table, guatu_light_label (duty->shown));
      cli_table_take (table, cli_percent_text (duty->reported));
      cli_table_take (table, cli_task_start_text (self->view, duty->task));
      cli_table_take (table, cli_finish_text (plan, self->view->schedule->finish[duty->task]));
    }
  if (self->duties->n > 0)
    cli_table_print (table);
}

/* Memberships and sponsorships, a line each. */
static void
print_ties (const Somebody *self)
{
  const GuatuPlan *plan = self->view->plan;
  const GuatuMembership *memberships = guatu_plan_rows (plan, GUATU_TABLE_MEMBERSHIP);
  const GuatuSponsorship *links = guatu_plan_rows (plan, GUATU_TABLE_SPONSORSHIP);
  gboolean person = self->table == GUATU_TABLE_PERSON;

  for (guint i = 0; i < self->duties->n_memberships; i++)
    {
      const GuatuMembership *one = &memberships[self->duties->memberships[i]];
      const char *name = person ? name_of (plan, GUATU_TABLE_UNIT, one->unit)
                                : name_of (plan, GUATU_TABLE_PERSON, one->person);

      cli_print ("%s: %s%s%s\n", person ? _("Member of") : _("Member"), name, one->is_head ? " · " : "",
                 one->is_head ? _("Head") : "");
    }
  for (guint i = 0; i < self->duties->n_sponsorships; i++)
    {
      gint32 row = self->duties->sponsorships[i];

      cli_print ("%s: %s · %s\n", person
                 ? choice_label (GUATU_TABLE_SPONSORSHIP, GUATU_SPONSORSHIP_KIND, links[row].kind) : _("Sponsor"),
                 person ? guatu_sponsorship_object (plan, row) : name_of (plan, GUATU_TABLE_PERSON, links[row].person),
                 guatu_visit_cycle_words (links[row].visit_cycle));
    }
}

static char *
hours_text (gint64 work)
{
  return g_strdup_printf ("%.1f", (double) work / GUATU_HOUR);
}

static void
print_curve (const GuatuLoadCurve *curve)
{
  const char * const headers[] = { curve->step == GUATU_LOAD_BY_WEEK ? _("Week") : _("Month"), _("Load (h)"),
                                   _("Capacity (h)"), _("Share"), "", NULL };
  g_autoptr(CliTable) table = cli_table_new (headers, "lrrrl");

  for (guint i = 0; i < curve->n; i++)
    {
      const GuatuLoadPeriod *period = &curve->periods[i];

      cli_table_take (table, guatu_load_period_label (curve, i));
      cli_table_take (table, hours_text (period->load));
      cli_table_take (table, hours_text (period->capacity));
      cli_table_take (table, cli_percent_text (guatu_load_period_share (period)));
      cli_table_cell (table, guatu_load_period_is_over (period) ? _("over capacity") : "");
    }
  if (curve->n > 0)
    cli_table_print (table);
}

static void
print_somebody (const Somebody *self)
{
  g_autofree char *totals = guatu_party_duties_words (self->duties);
  g_autofree char *words = guatu_load_curve_words (self->curve);

  cli_print ("%s: %s\n\n", name_of (self->view->plan, self->table, self->row), totals);
  print_duties (self);
  if (self->duties->n > 0)
    cli_print ("\n");
  print_ties (self);
  if (self->duties->n_memberships + self->duties->n_sponsorships > 0)
    cli_print ("\n");
  cli_print ("%s\n", words);
  print_curve (self->curve);
}

static void
add_roles (JsonBuilder *object, guint roles)
{
  const GuatuChoice *choices = guatu_field (GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_ROLE)->choices;

  json_builder_set_member_name (object, "roles");
  json_builder_begin_array (object);
  for (guint role = 0; choices[role].name != NULL; role++)
    if ((roles & 1u << role) != 0)
      json_builder_add_string_value (object, choices[role].name);
  json_builder_end_array (object);
}

static void
add_duties (JsonBuilder *object, const Somebody *self)
{
  json_builder_set_member_name (object, "duties");
  json_builder_begin_array (object);
  for (guint i = 0; i < self->duties->n; i++)
    {
      const GuatuPartyDuty *duty = &self->duties->duties[i];

      json_builder_begin_object (object);
      cli_json_id (object, "task", guatu_plan_id (self->view->plan, GUATU_TABLE_TASK, duty->task));
      cli_json_string (object, "name", guatu_plan_task_name (self->view->plan, duty->task));
      add_roles (object, duty->roles);
      cli_json_string (object, "light", guatu_light_name (duty->shown));
      cli_json_quotient (object, "reported", duty->reported, 100);
      json_builder_end_object (object);
    }
  json_builder_end_array (object);
}

static void
add_load (JsonBuilder *object, const GuatuLoadCurve *curve)
{
  json_builder_set_member_name (object, "load");
  json_builder_begin_array (object);
  for (guint i = 0; i < curve->n; i++)
    {
      json_builder_begin_object (object);
      cli_json_date (object, "from", curve->periods[i].from);
      cli_json_date (object, "to", curve->periods[i].to - GUATU_DAY);
      cli_json_quotient (object, "load", curve->periods[i].load, GUATU_MINUTE);
      cli_json_quotient (object, "capacity", curve->periods[i].capacity, GUATU_MINUTE);
      cli_json_boolean (object, "over", guatu_load_period_is_over (&curve->periods[i]));
      json_builder_end_object (object);
    }
  json_builder_end_array (object);
}

static void
print_somebody_json (const Somebody *self)
{
  g_autoptr(JsonBuilder) object = cli_json_object ();
  g_autofree char *text = NULL;

  cli_json_id (object, "id", guatu_plan_id (self->view->plan, self->table, self->row));
  cli_json_string (object, "name", name_of (self->view->plan, self->table, self->row));
  cli_json_integer (object, "tasks", self->duties->n);
  json_builder_set_member_name (object, "lights");
  json_builder_begin_object (object);
  for (guint colour = 0; colour < GUATU_LIGHT_N_COLOURS; colour++)
    cli_json_integer (object, guatu_light_name (colour), self->duties->n_lights[colour]);
  json_builder_end_object (object);
  add_duties (object, self);
  add_load (object, self->curve);
  text = cli_json_text (object);
  cli_print ("%s\n", text);
}

/* A person of that name or id, else a unit. */
static gboolean
find_somebody (Somebody *self, const char *who, GError **error)
{
  self->table = GUATU_TABLE_PERSON;
  self->row = cli_find_row (self->view->plan, GUATU_TABLE_PERSON, who, NULL);
  if (self->row >= 0)
    return TRUE;
  self->table = GUATU_TABLE_UNIT;
  self->row = cli_find_row (self->view->plan, GUATU_TABLE_UNIT, who, NULL);
  if (self->row >= 0)
    return TRUE;
  /* Said of people, who are more. */
  return cli_find_row (self->view->plan, GUATU_TABLE_PERSON, who, error) >= 0;
}

static gboolean
show_somebody (const CliView *view, const char *who, GuatuLoadStep step, gboolean json, GError **error)
{
  GuatuInstant status_date = guatu_plan_settings (view->plan)->status_date;
  Somebody self = { .view = view };
  g_autoptr(GuatuLights) lights = NULL;
  g_autofree gint64 *reported = guatu_progress_reported (view->plan, view->schedule, status_date);

  if (!find_somebody (&self, who, error))
    return FALSE;
  lights = guatu_lights_new (view->plan, view->schedule, status_date, error);
  if (lights == NULL)
    return FALSE;

  self.duties = guatu_party_duties_new (view->plan, lights, reported, self.table, self.row);
  self.curve = guatu_load_curve_new (view->plan, view->schedule, self.table, self.row, step);
  if (json)
    print_somebody_json (&self);
  else
    print_somebody (&self);
  guatu_party_duties_free (self.duties);
  guatu_load_curve_free (self.curve);
  return TRUE;
}

/* Limits and sponsors -------------------------------------------------------------------------------------------- */

static void
show_limits (const CliView *view, gboolean json)
{
  const char * const headers[] = {
    _("#"), _("Task"), _("Lead executives"), _("Lead-unit heads"), _("What to do"), NULL,
  };
  g_autoptr(GArray) broken = guatu_limits_new (view->plan);
  g_autoptr(CliTable) table = cli_table_new (headers, "rlrrl");
  CliJsonList list;

  if (json)
    cli_json_list_begin (&list);
  for (guint i = 0; i < broken->len; i++)
    {
      const GuatuLimit *limit = &g_array_index (broken, GuatuLimit, i);
      g_autofree char *words = guatu_limit_words (limit);

      if (json)
        {
          JsonBuilder *object = cli_json_object ();

          cli_json_id (object, "task", guatu_plan_id (view->plan, GUATU_TABLE_TASK, limit->task));
          cli_json_string (object, "name", guatu_plan_task_name (view->plan, limit->task));
          cli_json_integer (object, "lead_executives", limit->n_executives);
          cli_json_integer (object, "lead_unit_heads", limit->n_heads);
          cli_json_string (object, "words", words);
          cli_json_list_add (&list, object);
          continue;
        }
      cli_table_take (table, g_strdup_printf ("%u", guatu_plan_task_place (view->plan, limit->task)));
      cli_table_cell (table, guatu_plan_task_name (view->plan, limit->task));
      cli_table_take (table, g_strdup_printf ("%u", limit->n_executives));
      cli_table_take (table, g_strdup_printf ("%u", limit->n_heads));
      cli_table_cell (table, words);
    }
  if (json)
    {
      cli_json_list_end (&list);
      cli_print ("\n");
    }
  else if (broken->len > 0)
    cli_table_print (table);
  else
    cli_print ("%s\n", _("Every project on a board has one or two lead executives and lead-unit heads."));
}

/* The names in a cell of the matrix. */
static char *
cell_text (const GuatuPlan *plan, const GArray *cell)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cell->len; i++)
    {
      if (i > 0)
        g_string_append (text, guatu_list_comma ());
      g_string_append (text, guatu_sponsorship_object (plan, g_array_index (cell, gint32, i)));
    }
  return g_string_free (text, FALSE);
}

static void
print_matrix (const CliView *view, const GuatuSponsors *matrix)
{
  const char *headers[GUATU_N_SPONSORED_KINDS + 3] = { _("Sponsor") };
  g_autoptr(CliTable) table = NULL;

  for (guint kind = 0; kind < GUATU_N_SPONSORED_KINDS; kind++)
    headers[kind + 1] = choice_label (GUATU_TABLE_SPONSORSHIP, GUATU_SPONSORSHIP_KIND, kind);
  headers[GUATU_N_SPONSORED_KINDS + 1] = _("Visits a year");
  table = cli_table_new (headers, "lllllllr");
  for (guint i = 0; i < matrix->sponsors->len; i++)
    {
      const GuatuSponsor *sponsor = matrix->sponsors->pdata[i];

      cli_table_cell (table, name_of (view->plan, GUATU_TABLE_PERSON, sponsor->person));
      for (guint kind = 0; kind < GUATU_N_SPONSORED_KINDS; kind++)
        cli_table_take (table, cell_text (view->plan, sponsor->cells[kind]));
      cli_table_take (table, g_strdup_printf ("%u", sponsor->visits));
    }
  cli_table_print (table);
  for (guint i = 0; i < matrix->n_unsponsored; i++)
    cli_print (_("Township %s has no sponsor.\n"), name_of (view->plan, GUATU_TABLE_UNIT, matrix->unsponsored[i]));
}

static void
print_matrix_json (const CliView *view, const GuatuSponsors *matrix)
{
  CliJsonList list;

  cli_json_list_begin (&list);
  for (guint i = 0; i < matrix->sponsors->len; i++)
    {
      const GuatuSponsor *sponsor = matrix->sponsors->pdata[i];
      JsonBuilder *object = cli_json_object ();

      cli_json_id (object, "person", guatu_plan_id (view->plan, GUATU_TABLE_PERSON, sponsor->person));
      cli_json_string (object, "name", name_of (view->plan, GUATU_TABLE_PERSON, sponsor->person));
      for (guint kind = 0; kind < GUATU_N_SPONSORED_KINDS; kind++)
        {
          json_builder_set_member_name (object, choice_name (GUATU_TABLE_SPONSORSHIP, GUATU_SPONSORSHIP_KIND, kind));
          json_builder_begin_array (object);
          for (guint k = 0; k < sponsor->cells[kind]->len; k++)
            json_builder_add_string_value (object, guatu_sponsorship_object (view->plan,
                                                                             g_array_index (sponsor->cells[kind],
                                                                                            gint32, k)));
          json_builder_end_array (object);
        }
      cli_json_integer (object, "visits_a_year", sponsor->visits);
      cli_json_list_add (&list, object);
    }
  cli_json_list_end (&list);
  cli_print ("\n");
}

static void
show_sponsors (const CliView *view, gboolean json)
{
  g_autoptr(GuatuSponsors) matrix = guatu_sponsors_new (view->plan, guatu_plan_settings (view->plan)->status_date);

  if (json)
    print_matrix_json (view, matrix);
  else
    print_matrix (view, matrix);
}

/* The commands ---------------------------------------------------------------------------------------------------- */

static const char * const steps[] = { "week", "month", NULL };

static gboolean
run_people (const CliCall *call, GError **error)
{
  gboolean json = cli_flag (call, "json"), limits = cli_flag (call, "limits"), sponsors = cli_flag (call, "sponsors");
  int step = GUATU_LOAD_BY_WEEK;
  g_autoptr(CliView) view = NULL;

  if (limits + sponsors + (call->n_args > 1) > 1)
    return cli_usage (error, _("Name a person or unit, or one of --limits and --sponsors."));
  if (!cli_name_option (call, "by", steps, &step, error))
    return FALSE;

  view = cli_view_open (call, error);
  if (view == NULL)
    return FALSE;

  if (call->n_args > 1)
    return show_somebody (view, call->args[1], (GuatuLoadStep) step, json, error);
  if (limits)
    show_limits (view, json);
  else if (sponsors)
    show_sponsors (view, json);
  else
    show_tree (view, json);
  return TRUE;
}

static const CliOption people_options[] = {
  { "by", "STEP", N_("How the load is laid out: week or month") },
  { "limits", NULL, N_("Which projects on a board have not one or two lead executives and lead-unit heads") },
  { "sponsors", NULL, N_("Which leader sponsors what") },
  { "status-date", "DATE", N_("Look at the plan as of this date; nothing is stored") },
  { "json", NULL, N_("Print JSON") },
  { NULL },
};

const CliCommand cli_people = {
  .name = "people",
  .arguments = "FILE [WHO] [--by STEP] [--limits] [--sponsors] [--status-date DATE] [--json]",
  .summary = N_("Print units and people, and all that one of them answers for"),
  .details =
    N_("Without WHO: the tree of units with their people, heads and members. With a person or unit by id or\n"
       "name: the tasks by role with their lights, memberships, sponsorships, and the load week by week held\n"
       "against what can be done. Load is the work of resources and responsible persons."),
  .options = people_options,
  .min_args = 1,
  .max_args = 2,
  .run = run_people,
};

static gboolean
run_merge (const CliCall *call, GError **error)
{
  int table = cli_find_table (call->args[1]);
  g_autoptr(GuatuDocument) document = NULL;
  const GuatuPlan *plan;
  gint32 into, from;
  gint64 before;

  if (table != GUATU_TABLE_UNIT && table != GUATU_TABLE_PERSON)
    return cli_usage (error, _("Units and people are merged: write “merge FILE unit” or “merge FILE person”."));

  document = cli_open_to_edit (call, error);
  if (document == NULL)
    return FALSE;

  plan = guatu_document_get_plan (document);
  into = cli_find_row (plan, (GuatuTable) table, call->args[2], error);
  from = into >= 0 ? cli_find_row (plan, (GuatuTable) table, call->args[3], error) : -1;
  if (from < 0)
    return FALSE;

  before = cli_head (document);
  return guatu_document_merge (document, (GuatuTable) table, guatu_plan_id (plan, (GuatuTable) table, into),
                               guatu_plan_id (plan, (GuatuTable) table, from), error)
         && cli_say_what_was_done (call, document, before, 0, error);
}

const CliCommand cli_merge = {
  .name = "merge",
  .arguments = "FILE unit|person INTO FROM",
  .summary = N_("Make two entries of one unit or person one"),
  .details =
    N_("All that refers to FROM refers to INTO, what both say is said once, and FROM is gone. “undo” takes it\n"
       "back."),
  .min_args = 4,
  .max_args = 4,
  .run = run_merge,
};
