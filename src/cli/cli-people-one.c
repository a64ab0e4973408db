/* cli-people-one.c — all that one person or unit answers for, belongs to and sponsors, and how busy they are. */
#include "cli-people.h"

#include <glib/gi18n-lib.h>

#include "guatu-party-duties.h"
#include "guatu-progress.h"
#include "guatu-sponsors.h"

typedef struct
{
  const CliView    *view;
  GuatuTable        table;
  gint32            row;
  GuatuPartyDuties *duties;
  GuatuLoadCurve   *curve;
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
      const char *name = person ? cli_people_name (plan, GUATU_TABLE_UNIT, one->unit)
                                : cli_people_name (plan, GUATU_TABLE_PERSON, one->person);

      cli_print ("%s: %s%s%s\n", person ? _("Member of") : _("Member"), name, one->is_head ? " · " : "",
                 one->is_head ? _("Head") : "");
    }
  for (guint i = 0; i < self->duties->n_sponsorships; i++)
    {
      gint32 row = self->duties->sponsorships[i];

      cli_print ("%s: %s · %s\n", person
                 ? cli_people_choice (GUATU_TABLE_SPONSORSHIP, GUATU_SPONSORSHIP_KIND, links[row].kind) : _("Sponsor"),
                 person ? guatu_sponsorship_object (plan, row)
                        : cli_people_name (plan, GUATU_TABLE_PERSON, links[row].person),
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

  cli_print ("%s: %s\n\n", cli_people_name (self->view->plan, self->table, self->row), totals);
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
  cli_json_string (object, "name", cli_people_name (self->view->plan, self->table, self->row));
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

gboolean
cli_people_show_somebody (const CliView *view, const char *who, GuatuLoadStep step, gboolean json, GError **error)
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
