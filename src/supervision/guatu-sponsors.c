/* guatu-sponsors.c — sets sponsorships out by leader and kind, and finds the townships that are left over. */
#include "guatu-sponsors.h"

#include <glib/gi18n-lib.h>

gboolean
guatu_sponsorship_holds (const GuatuPlan *plan, gint32 row, GuatuInstant day)
{
  const GuatuSponsorship *one = &((const GuatuSponsorship *) guatu_plan_rows (plan, GUATU_TABLE_SPONSORSHIP))[row];
  gint64 at = guatu_instant_day (day);

  return day == GUATU_NONE || ((one->from_date == GUATU_NONE || guatu_instant_day (one->from_date) <= at) &&
                               (one->to_date == GUATU_NONE || guatu_instant_day (one->to_date) >= at));
}

const char *
guatu_sponsorship_object (const GuatuPlan *plan, gint32 row)
{
  const GuatuSponsorship *one = &((const GuatuSponsorship *) guatu_plan_rows (plan, GUATU_TABLE_SPONSORSHIP))[row];

  if (one->unit >= 0)
    return guatu_plan_string (plan, GUATU_TABLE_UNIT, one->unit, GUATU_UNIT_NAME);
  if (one->task >= 0)
    return guatu_plan_task_name (plan, one->task);
  return guatu_plan_text (plan, one->object);
}

const char *
guatu_visit_cycle_words (GuatuVisitCycle cycle)
{
  switch (cycle)
    {
    case GUATU_VISITS_WEEK:
      return _("A visit every week");
    case GUATU_VISITS_HALF_MONTH:
      return _("A visit every half month");
    case GUATU_VISITS_MONTH:
      return _("A visit every month");
    case GUATU_VISITS_QUARTER:
      return _("A visit every quarter");
    case GUATU_VISITS_HALF_YEAR:
      return _("A visit every half year");
    case GUATU_VISITS_YEAR:
      return _("A visit every year");
    case GUATU_VISITS_NONE:
    default:
      return _("No fixed cycle of visits");
    }
}

guint
guatu_visit_cycle_per_year (GuatuVisitCycle cycle)
{
  static const guint times[] = { 0, 52, 24, 12, 4, 2, 1 };

  return (guint) cycle < G_N_ELEMENTS (times) ? times[cycle] : 0;
}

static void
free_sponsor (gpointer data)
{
  GuatuSponsor *self = data;

  for (guint i = 0; i < GUATU_N_SPONSORED_KINDS; i++)
    g_array_unref (self->cells[i]);
  g_free (self);
}

void
guatu_sponsors_free (GuatuSponsors *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->sponsors);
  g_free (self->unsponsored);
  g_free (self);
}

static GuatuSponsor *
add_sponsor (GuatuSponsors *self, gint32 person)
{
  GuatuSponsor *sponsor = g_new0 (GuatuSponsor, 1);

  sponsor->person = person;
  for (guint i = 0; i < GUATU_N_SPONSORED_KINDS; i++)
    sponsor->cells[i] = g_array_new (FALSE, FALSE, sizeof (gint32));
  g_ptr_array_add (self->sponsors, sponsor);

  return sponsor;
}

static void
fill_in (GuatuSponsors *self, const GuatuPlan *plan, GuatuInstant day)
{
  const GuatuSponsorship *links = guatu_plan_rows (plan, GUATU_TABLE_SPONSORSHIP);
  guint n_people;
  g_autofree gint32 *people = guatu_plan_in_order (plan, GUATU_TABLE_PERSON, &n_people);

  for (guint i = 0; i < n_people; i++)
    {
      GuatuSponsor *sponsor = NULL;
      guint n;
      const gint32 *rows = guatu_plan_referrers (plan, GUATU_TABLE_SPONSORSHIP, GUATU_SPONSORSHIP_PERSON, people[i],
                                                 &n);

      for (guint k = 0; k < n; k++)
        if (guatu_sponsorship_holds (plan, rows[k], day))
          {
            if (sponsor == NULL)
              sponsor = add_sponsor (self, people[i]);
            g_array_append_val (sponsor->cells[links[rows[k]].kind], rows[k]);
            sponsor->n++;
            sponsor->visits += guatu_visit_cycle_per_year (links[rows[k]].visit_cycle);
            self->n++;
            self->n_kinds[links[rows[k]].kind]++;
          }
    }
}

static void
find_unsponsored (GuatuSponsors *self, const GuatuPlan *plan, GuatuInstant day)
{
  const GuatuUnit *units = guatu_plan_rows (plan, GUATU_TABLE_UNIT);
  guint n;
  gint32 *rows = guatu_plan_in_order (plan, GUATU_TABLE_UNIT, &n);

  for (guint i = 0; i < n; i++)
    {
      gboolean held = units[rows[i]].kind != GUATU_UNIT_KIND_TOWNSHIP;
      guint n_links;
      const gint32 *links = guatu_plan_referrers (plan, GUATU_TABLE_SPONSORSHIP, GUATU_SPONSORSHIP_UNIT, rows[i],
                                                  &n_links);

      for (guint k = 0; k < n_links && !held; k++)
        held = guatu_sponsorship_holds (plan, links[k], day);
      if (!held)
        rows[self->n_unsponsored++] = rows[i];
    }
  self->unsponsored = rows;
}

GuatuSponsors *
guatu_sponsors_new (const GuatuPlan *plan, GuatuInstant day)
{
  GuatuSponsors *self = g_new0 (GuatuSponsors, 1);

  self->sponsors = g_ptr_array_new_with_free_func (free_sponsor);
  fill_in (self, plan, day);
  find_unsponsored (self, plan, day);

  return self;
}
