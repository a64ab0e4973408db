/* guatu-inspector-several.c — what the inspector says where several tasks are selected, or none. */
#include "guatu-inspector-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-chart-status.h"
#include "guatu-chart-text.h"
#include "guatu-inspector-popovers.h"
#include "guatu-ledger-edit.h"
#include "guatu-light-shape.h"
#include "guatu-plan-date-popover.h"
#include "guatu-task-words.h"

static GuatuDocument *
document_of (GuatuInspector *self)
{
  return guatu_battle_view_get_document (self->view);
}

GArray *
guatu_inspector_selected (GuatuInspector *self)
{
  const GuatuPlan *plan = guatu_document_get_plan (document_of (self));
  GArray *tasks = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  for (guint i = 0; i < n; i++)
    {
      gint64 id = guatu_plan_id (plan, GUATU_TABLE_TASK, outline[i]);

      if (guatu_battle_view_is_selected (self->view, id))
        g_array_append_val (tasks, id);
    }

  return tasks;
}

static GuatuFactRow *
add_row (GtkListBox *list,
         const char *label)
{
  GtkWidget *row = guatu_fact_row_new (label);

  gtk_list_box_append (list, row);
  return GUATU_FACT_ROW (row);
}

/* Takes @value. */
static void
say (GuatuFactRow *row,
     char         *value)
{
  guatu_fact_row_set_value (row, value);
  g_free (value);
}

void
guatu_inspector_show_counts (GtkBox      *box,
                             const guint *counts)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
  for (guint light = GUATU_LIGHT_NONE; light < GUATU_LIGHT_N_COLOURS; light++)
    if (counts[light] > 0)
      {
        g_autofree char *number = g_strdup_printf ("%u", counts[light]);

        gtk_box_append (box, guatu_light_shape_new ((GuatuLightColour) light));
        gtk_box_append (box, gtk_label_new (number));
      }
}

/* Several -------------------------------------------------------------------------------------------- */

void
guatu_inspector_add_several (GuatuInspector *self)
{
  static const char * const labels[GUATU_N_COMMON] = {
    [GUATU_COMMON_OWNER] = N_("Project owner"), [GUATU_COMMON_LEAD_UNIT] = N_("Lead unit"),
    [GUATU_COMMON_PERSON] = N_("Responsible person"), [GUATU_COMMON_DEADLINE] = N_("Deadline"),
    [GUATU_COMMON_CONSTRAINT] = N_("Constraint"), [GUATU_COMMON_CALENDAR] = N_("Calendar"),
    [GUATU_COMMON_CATEGORY] = N_("Category"),
  };

  self->sum_span = add_row (self->sums, _("From – to"));
  self->sum_work = add_row (self->sums, _("Total duration"));
  for (guint i = 0; i < GUATU_N_COMMON; i++)
    self->commons[i] = add_row (self->common, _(labels[i]));
}

static void
show_sums (GuatuInspector  *self,
           const GuatuPlan *plan,
           GuatuInstant     from,
           GuatuInstant     to,
           gint64           seconds)
{
  GuatuDurationRates rates = guatu_plan_rates (plan);
  g_autofree char *start = guatu_words_day (from), *finish = guatu_words_day (guatu_chart_last_day (to));
  /* Translators: the first and the last day of a span. */
  g_autofree char *span = from != GUATU_NONE ? g_strdup_printf (_("%1$s – %2$s"), start, finish) : g_strdup ("");
  g_autofree char *work = guatu_duration_label ((GuatuDuration) { seconds, GUATU_UNIT_DAY, FALSE }, &rates);

  guatu_fact_row_set_value (self->sum_span, span);
  guatu_fact_row_set_value (self->sum_work, work);
}

static char *
say_constraint (const GuatuPlan *plan,
                GuatuSeveral     several)
{
  gint64 kind;
  g_autofree char *date = guatu_several_text (plan, several, GUATU_TASK_CONSTRAINT_DATE);
  gint32 first = guatu_plan_find (plan, GUATU_TABLE_TASK, several.tasks[0]);

  if (first < 0 || date == NULL || !guatu_several_number (plan, several, GUATU_TASK_CONSTRAINT, &kind))
    return NULL;

  return guatu_words_constraint (plan, first);
}

static char *
say_calendar (const GuatuPlan *plan,
              GuatuSeveral     several)
{
  gint64 calendar;

  if (!guatu_several_number (plan, several, GUATU_TASK_CALENDAR, &calendar))
    return NULL;

  return g_strdup (calendar < 0 ? _("Same as the plan") : guatu_plan_string (plan, GUATU_TABLE_CALENDAR, (gint32) calendar,
                                                                        GUATU_CALENDAR_NAME));
}

static char *
say_common (const GuatuPlan *plan,
            GuatuSeveral     several,
            guint            common)
{
  switch ((GuatuCommon) common)
    {
    case GUATU_COMMON_OWNER:
      return guatu_several_role (plan, several, GUATU_ROLE_PROJECT_OWNER);
    case GUATU_COMMON_LEAD_UNIT:
      return guatu_several_role (plan, several, GUATU_ROLE_LEAD_UNIT);
    case GUATU_COMMON_PERSON:
      return guatu_several_role (plan, several, GUATU_ROLE_RESPONSIBLE_PERSON);
    case GUATU_COMMON_DEADLINE:
      return guatu_several_text (plan, several, GUATU_TASK_DEADLINE);
    case GUATU_COMMON_CONSTRAINT:
      return say_constraint (plan, several);
    case GUATU_COMMON_CALENDAR:
      return say_calendar (plan, several);
    case GUATU_COMMON_CATEGORY:
      return guatu_several_category (plan, several);
    case GUATU_N_COMMON:
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
show_commons (GuatuInspector  *self,
              const GuatuPlan *plan,
              GuatuSeveral     several)
{
  gboolean writable = guatu_document_get_read_only_reason (document_of (self)) == NULL;
  gboolean categories = guatu_plan_n_live (plan, GUATU_TABLE_CATEGORY) > 0;

  for (guint i = 0; i < GUATU_N_COMMON; i++)
    {
      g_autofree char *value = say_common (plan, several, i);

      /* Translators: of several tasks, each has another value. */
      guatu_fact_row_set_value (self->commons[i], value != NULL ? value : _("various"));
      if (value == NULL)
        gtk_widget_add_css_class (GTK_WIDGET (self->commons[i]), "various");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self->commons[i]), "various");
      guatu_fact_row_set_action (self->commons[i], FALSE,
                                 writable && (i != GUATU_COMMON_CATEGORY || categories) ? _("Set for all") : NULL);
    }
}

void
guatu_inspector_show_several (GuatuInspector *self)
{
  const GuatuPlan *plan = guatu_document_get_plan (document_of (self));
  const GuatuSchedule *schedule = guatu_document_get_schedule (document_of (self));
  const GuatuLights *lights = guatu_battle_view_get_chart (self->view)->lights;
  g_autoptr(GArray) selected = guatu_inspector_selected (self);
  guint counts[GUATU_LIGHT_N_COLOURS] = { 0 };
  GuatuInstant from = GUATU_NONE, to = GUATU_NONE;
  gint64 seconds = 0;
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u task selected", "%u tasks selected",
                                                         selected->len), selected->len);

  for (guint i = 0; i < selected->len; i++)
    {
      gint32 task = guatu_plan_find (plan, GUATU_TABLE_TASK, g_array_index (selected, gint64, i));

      from = from == GUATU_NONE ? schedule->start[task] : MIN (from, schedule->start[task]);
      to = MAX (to, schedule->finish[task]);
      if (lights != NULL)
        counts[guatu_lights_get (lights, task)->shown]++;
      /* What is below a summary would count twice, and wall-clock time is no working time. */
      if (!guatu_plan_is_summary (plan, task)
          && guatu_plan_task (plan, task)->duration_kind == GUATU_DURATION_WORKING)
        seconds += guatu_schedule_duration (schedule, plan, task);
    }
  gtk_label_set_text (self->several_title, title);
  guatu_inspector_show_counts (self->several_lights, counts);
  show_sums (self, plan, from, to, seconds);
  if (selected->len > 0)
    show_commons (self, plan, (GuatuSeveral) { (const gint64 *) (gpointer) selected->data, selected->len });
}

GtkWidget *
guatu_inspector_common_popover (GuatuInspector *self,
                                GuatuCommon     common)
{
  g_autoptr(GArray) selected = guatu_inspector_selected (self);
  GuatuSeveral several = { (const gint64 *) (gpointer) selected->data, selected->len };
  GuatuDocument *document = document_of (self);

  switch (common)
    {
    case GUATU_COMMON_OWNER:
      return guatu_party_popover_new (document, several, GUATU_ROLE_PROJECT_OWNER);
    case GUATU_COMMON_LEAD_UNIT:
      return guatu_party_popover_new (document, several, GUATU_ROLE_LEAD_UNIT);
    case GUATU_COMMON_PERSON:
      return guatu_party_popover_new (document, several, GUATU_ROLE_RESPONSIBLE_PERSON);
    case GUATU_COMMON_DEADLINE:
      return guatu_text_popover_new (document, several, GUATU_TASK_DEADLINE, FALSE);
    case GUATU_COMMON_CONSTRAINT:
      return guatu_constraint_popover_new (document, several);
    case GUATU_COMMON_CALENDAR:
      return guatu_calendar_popover_new (document, several);
    case GUATU_COMMON_CATEGORY:
      return guatu_category_popover_new (document, several);
    case GUATU_N_COMMON:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* The plan ------------------------------------------------------------------------------------------- */

/* The date of the plan that the line shows, and that can be set; 0: none. */
static guint
date_of_plan (guint fact)
{
  switch (fact)
    {
    case GUATU_PLAN_FACT_START:
      return GUATU_PLAN_START;
    case GUATU_PLAN_FACT_TARGET:
      return GUATU_PLAN_FINISH_TARGET;
    case GUATU_PLAN_FACT_STATUS_DATE:
      return GUATU_PLAN_STATUS_DATE;
    default:
      return 0;
    }
}

static void
plan_fact_activated_cb (GuatuInspector *self,
                        GtkListBoxRow  *row)
{
  for (guint i = 0; i < GUATU_N_PLAN_FACTS; i++)
    if (GTK_LIST_BOX_ROW (self->plan_rows[i]) == row && date_of_plan (i) != 0)
      guatu_fact_row_pop_up (self->plan_rows[i], guatu_plan_date_popover_new (document_of (self), date_of_plan (i)));
}

void
guatu_inspector_add_plan_facts (GuatuInspector *self)
{
  static const char * const labels[GUATU_N_PLAN_FACTS] = {
    [GUATU_PLAN_FACT_START] = N_("Start"), [GUATU_PLAN_FACT_FINISH] = N_("Finish"),
    [GUATU_PLAN_FACT_TARGET] = N_("Finish target"), [GUATU_PLAN_FACT_STATUS_DATE] = N_("Status date"),
    [GUATU_PLAN_FACT_TASKS] = N_("All tasks"), [GUATU_PLAN_FACT_WORK] = N_("Work tasks"),
    [GUATU_PLAN_FACT_MILESTONES] = N_("of which milestones"), [GUATU_PLAN_FACT_CRITICAL] = N_("of which critical"),
    [GUATU_PLAN_FACT_PROGRESS] = N_("of which finished"),
  };

  for (guint i = 0; i < GUATU_N_PLAN_FACTS; i++)
    self->plan_rows[i] = add_row (self->plan_facts, _(labels[i]));
  g_signal_connect_object (self->plan_facts, "row-activated", G_CALLBACK (plan_fact_activated_cb), self,
                           G_CONNECT_SWAPPED);
}

typedef struct
{
  gint32 ledger;                /* whose tasks the lights are counted of; -1: of the work tasks */
  guint  n_lit;
  guint  lights[GUATU_LIGHT_N_COLOURS];
  guint  work;                  /* without what is made of others */
  guint  milestones;
  guint  critical;
  guint  finished;
} Counts;

static void
count_work (const GuatuPlan     *plan,
            const GuatuSchedule *schedule,
            gint32               task,
            Counts              *counts)
{
  counts->work++;
  counts->milestones += guatu_plan_task (plan, task)->duration == 0;
  counts->critical += (schedule->flags[task] & GUATU_CRITICAL) != 0;
  counts->finished += guatu_plan_task_number (plan, task, GUATU_TASK_ACTUAL_FINISH) != GUATU_NONE;
}

/* The same tasks as the status bar counts lights of, but whether they are shown or not. */
static gboolean
is_lit (const GuatuPlan *plan,
        gint32           task,
        gint32           ledger)
{
  return guatu_plan_is_active (plan, task)
         && (ledger >= 0 ? guatu_ledger_find (plan, task, ledger) >= 0 : !guatu_plan_is_summary (plan, task));
}

static Counts
count_tasks (const GuatuChartView *chart)
{
  const GuatuPlan *plan = chart->plan;
  Counts counts = { 0 };
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  counts.ledger = guatu_chart_status (plan, chart->schedule, chart->rows, chart->ledger, NULL, NULL, NULL,
                                      GUATU_NONE).ledger;
  for (guint i = 0; i < n; i++)
    {
      if (!guatu_plan_is_summary (plan, outline[i]))
        count_work (plan, chart->schedule, outline[i], &counts);
      if (chart->lights == NULL || !is_lit (plan, outline[i], counts.ledger))
        continue;
      counts.n_lit++;
      counts.lights[guatu_lights_get (chart->lights, outline[i])->shown]++;
    }

  return counts;
}

static void
show_plan_lights (GuatuInspector  *self,
                  const GuatuPlan *plan,
                  const Counts    *counts)
{
  g_autofree char *text = guatu_words_counted (plan, counts->ledger, counts->n_lit);

  guatu_inspector_show_counts (self->plan_lights, counts->lights);
  gtk_label_set_text (self->plan_counted, text);
  gtk_widget_set_visible (GTK_WIDGET (self->plan_counted), counts->n_lit > 0);
}

static void
show_plan_dates (GuatuInspector      *self,
                 const GuatuPlan     *plan,
                 const GuatuSchedule *schedule)
{
  const GuatuPlanRow *settings = guatu_plan_settings (plan);
  gboolean empty = guatu_plan_n_live (plan, GUATU_TABLE_TASK) == 0;
  gboolean writable = guatu_document_get_read_only_reason (document_of (self)) == NULL;

  for (guint i = 0; i < GUATU_N_PLAN_FACTS; i++)
    guatu_fact_row_set_action (self->plan_rows[i], FALSE, writable && date_of_plan (i) != 0 ? _("Change") : NULL);
  say (self->plan_rows[GUATU_PLAN_FACT_START],
       guatu_words_start (plan, empty ? settings->start : schedule->plan_start));
  say (self->plan_rows[GUATU_PLAN_FACT_FINISH],
       empty ? g_strdup ("") : guatu_words_finish (plan, schedule->plan_finish));
  say (self->plan_rows[GUATU_PLAN_FACT_TARGET], guatu_words_finish (plan, settings->finish_target));
  say (self->plan_rows[GUATU_PLAN_FACT_STATUS_DATE], guatu_words_finish (plan, settings->status_date));
}

void
guatu_inspector_show_plan (GuatuInspector *self)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  const char *title = guatu_plan_text (chart->plan, guatu_plan_settings (chart->plan)->title);
  Counts counts = count_tasks (chart);
  const struct { GuatuPlanFact fact; guint number; } numbers[] = {
    { GUATU_PLAN_FACT_TASKS, guatu_plan_n_live (chart->plan, GUATU_TABLE_TASK) }, { GUATU_PLAN_FACT_WORK, counts.work },
    { GUATU_PLAN_FACT_MILESTONES, counts.milestones }, { GUATU_PLAN_FACT_CRITICAL, counts.critical },
    { GUATU_PLAN_FACT_PROGRESS, counts.finished },
  };

  gtk_label_set_text (self->plan_title, *title != '\0' ? title : _("Untitled plan"));
  show_plan_lights (self, chart->plan, &counts);
  show_plan_dates (self, chart->plan, chart->schedule);
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    say (self->plan_rows[numbers[i].fact], g_strdup_printf ("%u", numbers[i].number));
}
