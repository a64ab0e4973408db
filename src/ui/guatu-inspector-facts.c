/* guatu-inspector-facts.c — what the inspector's lines say of a task, or of several. */
#include "guatu-inspector-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-chart-text.h"
#include "guatu-light-shape.h"
#include "guatu-task-words.h"

/* Working out ---------------------------------------------------------------------------------------- */

void
guatu_inspector_forget_figures (GuatuInspector *self)
{
  self->figures = FALSE;
  g_clear_pointer (&self->pace, g_free);
  g_clear_pointer (&self->changes, g_hash_table_unref);
  g_clear_pointer (&self->change_list, g_free);
}

static void
find_changes (GuatuInspector      *self,
              const GuatuPlan     *plan,
              const GuatuSchedule *schedule)
{
  gint32 baseline = guatu_battle_view_get_baseline (self->view);
  guint n;

  if (baseline < 0)
    return;
  self->change_list = guatu_baseline_compare (plan, schedule, baseline, -1, &n);
  self->changes = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < n; i++)
    g_hash_table_insert (self->changes, GINT_TO_POINTER (self->change_list[i].task), &self->change_list[i]);
}

static void
find_figures (GuatuInspector      *self,
              const GuatuPlan     *plan,
              const GuatuSchedule *schedule)
{
  if (self->figures)
    return;
  self->figures = TRUE;
  self->pace = guatu_pace_new (plan, schedule, guatu_plan_settings (plan)->status_date, NULL);
  find_changes (self, plan, schedule);
}

/* The rows ------------------------------------------------------------------------------------------- */

/* Takes @value. */
static void
say (GuatuInspector *self,
     GuatuFact       fact,
     char           *value)
{
  guatu_fact_row_set_value (self->facts[fact], value);
  g_free (value);
}

/* What somebody should look at. */
static void
mark (GuatuFactRow *row,
      gboolean      marked)
{
  if (marked)
    gtk_widget_add_css_class (GTK_WIDGET (row), "marked");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "marked");
}

static GuatuFactRow *
add_row (GtkListBox *list,
         const char *label)
{
  GtkWidget *row = guatu_fact_row_new (label);

  gtk_list_box_append (list, row);
  return GUATU_FACT_ROW (row);
}

void
guatu_inspector_add_facts (GuatuInspector *self)
{
  static const char * const labels[GUATU_N_FACTS] = {
    [GUATU_FACT_OWNER] = N_("Project owner"), [GUATU_FACT_EXECUTIVE] = N_("Lead executive"),
    [GUATU_FACT_LEAD_UNIT] = N_("Lead unit"), [GUATU_FACT_SUPPORT_UNITS] = N_("Support units"),
    [GUATU_FACT_TASK_FORCE] = N_("Task force"), [GUATU_FACT_PERSON] = N_("Responsible person"),
    [GUATU_FACT_OBJECTIVE] = N_("Objective"), [GUATU_FACT_QUALITY] = N_("Quality standard"),
    [GUATU_FACT_FIXES] = N_("Five Fixes"), [GUATU_FACT_START] = N_("Start"), [GUATU_FACT_FINISH] = N_("Finish"),
    [GUATU_FACT_WHY] = N_("Why this date"), [GUATU_FACT_DURATION] = N_("Duration"),
    [GUATU_FACT_CONSTRAINT] = N_("Constraint"), [GUATU_FACT_DEADLINE] = N_("Deadline"),
    [GUATU_FACT_CALENDAR] = N_("Calendar"), [GUATU_FACT_FLOAT] = N_("Float"),
    [GUATU_FACT_REPORTED] = N_("Reported"), [GUATU_FACT_PLANNED] = N_("Planned"), [GUATU_FACT_GAP] = N_("Gap"),
    [GUATU_FACT_BASELINE] = N_("Baseline finish"), [GUATU_FACT_SLIP] = N_("Slip"), [GUATU_FACT_NOTE] = N_("Note"),
  };

  for (guint fact = 0; fact < GUATU_N_FACTS; fact++)
    {
      GtkListBox *list = fact < GUATU_FACT_START ? self->responsibility : fact < GUATU_FACT_REPORTED ? self->schedule
                         : fact < GUATU_FACT_NOTE ? self->progress : self->notes;

      self->facts[fact] = add_row (list, _(labels[fact]));
    }
  guatu_fact_row_set_tall (self->facts[GUATU_FACT_OBJECTIVE], TRUE);
  guatu_fact_row_set_tall (self->facts[GUATU_FACT_QUALITY], TRUE);
  guatu_fact_row_set_tall (self->facts[GUATU_FACT_WHY], TRUE);
  guatu_fact_row_set_tall (self->facts[GUATU_FACT_NOTE], TRUE);
  self->sum_span = add_row (self->sums, _("From – to"));
  self->sum_work = add_row (self->sums, _("Durations together"));
}

/* The light ------------------------------------------------------------------------------------------ */

static const char *
class_of (GuatuLightColour light)
{
  static const char * const classes[GUATU_LIGHT_N_COLOURS] = {
    [GUATU_LIGHT_NONE] = "light-none", [GUATU_LIGHT_GREEN] = "light-green", [GUATU_LIGHT_YELLOW] = "light-yellow",
    [GUATU_LIGHT_ORANGE] = "light-orange", [GUATU_LIGHT_RED] = "light-red", [GUATU_LIGHT_DONE] = "light-done",
  };

  return classes[light];
}

static void
set_text (GtkLabel   *label,
          const char *text)
{
  if (!g_str_equal (gtk_label_get_text (label), text))
    gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
show_light (GuatuInspector  *self,
            const GuatuPlan *plan,
            gint32           task)
{
  const GuatuLights *lights = guatu_battle_view_get_chart (self->view)->lights;
  const GuatuLight *light = lights != NULL ? guatu_lights_get (lights, task) : NULL;
  const char *class = class_of (light != NULL ? light->shown : GUATU_LIGHT_NONE);
  g_autofree char *title = light != NULL ? guatu_words_light (light)
                                         : g_strdup (guatu_light_button_name (GUATU_LIGHT_NONE));
  g_autofree char *reason = light != NULL ? guatu_light_reason (lights, plan, task)
                                          : g_strdup (_("The plan has no status date, so there are no lights."));
  gboolean paced = self->pace != NULL && light != NULL && light->shown != GUATU_LIGHT_DONE
                   && light->rule != GUATU_LIGHT_RULE_INACTIVE;
  g_autofree char *pace = paced ? guatu_words_pace (&self->pace[task]) : g_strdup ("");

  if (class != self->light_class)
    {
      if (self->light_class != NULL)
        gtk_widget_remove_css_class (self->light_box, self->light_class);
      gtk_widget_add_css_class (self->light_box, class);
      self->light_class = class;
    }
  guatu_light_shape_set (GUATU_LIGHT_SHAPE (self->light_shape), light != NULL ? light->shown : GUATU_LIGHT_NONE);
  set_text (self->light_title, title);
  set_text (self->light_reason, reason);
  set_text (self->light_pace, pace);
}

/* The sections --------------------------------------------------------------------------------------- */

static void
show_head (GuatuInspector  *self,
           const GuatuPlan *plan,
           gint32           task)
{
  g_autofree char *wbs = guatu_plan_task_wbs (plan, task);
  g_autofree char *path = guatu_words_path (plan, task);
  /* Translators: a task's number in the outline, and what it is part of: “2.1.3 • Trunk road”. */
  g_autofree char *place = *path != '\0' ? g_strdup_printf (_("%1$s • %2$s"), wbs, path) : g_strdup (wbs);
  const char *name = guatu_plan_task_name (plan, task);

  set_text (self->name, *name != '\0' ? name : _("Unnamed task"));
  set_text (self->place, place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->name_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (self->name), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("Rename the task"), -1);
}

static void
show_responsibility (GuatuInspector  *self,
                     const GuatuPlan *plan,
                     gint32           task)
{
  guint fixes = guatu_task_fixes (plan, task), n_items;

  say (self, GUATU_FACT_OWNER, guatu_words_role (plan, task, GUATU_ROLE_PROJECT_OWNER));
  say (self, GUATU_FACT_EXECUTIVE, guatu_words_role (plan, task, GUATU_ROLE_LEAD_EXECUTIVE));
  say (self, GUATU_FACT_LEAD_UNIT, guatu_words_role (plan, task, GUATU_ROLE_LEAD_UNIT));
  say (self, GUATU_FACT_SUPPORT_UNITS, guatu_words_role (plan, task, GUATU_ROLE_SUPPORT_UNIT));
  say (self, GUATU_FACT_TASK_FORCE, guatu_words_role (plan, task, GUATU_ROLE_TASK_FORCE));
  say (self, GUATU_FACT_PERSON, guatu_words_role (plan, task, GUATU_ROLE_RESPONSIBLE_PERSON));
  guatu_fact_row_set_value (self->facts[GUATU_FACT_OBJECTIVE],
                            guatu_plan_task_string (plan, task, GUATU_TASK_OBJECTIVE));
  guatu_fact_row_set_value (self->facts[GUATU_FACT_QUALITY],
                            guatu_plan_task_string (plan, task, GUATU_TASK_QUALITY_STANDARD));
  say (self, GUATU_FACT_FIXES, guatu_words_fixes (fixes));
  /* Items of a ledger must have all five; of other tasks it is good to know. */
  guatu_plan_referrers (plan, GUATU_TABLE_LEDGER_ITEM, GUATU_LEDGER_ITEM_TASK, task, &n_items);
  mark (self->facts[GUATU_FACT_FIXES], fixes != GUATU_ALL_FIXES && n_items > 0);
}

static char *
say_calendar (const GuatuPlan *plan,
              gint32           task)
{
  gint32 calendar = guatu_plan_task (plan, task)->calendar;

  return g_strdup (calendar >= 0 ? guatu_plan_string (plan, GUATU_TABLE_CALENDAR, calendar, GUATU_CALENDAR_NAME)
                                 : _("as the plan"));
}

/* A summary lasts as long as what is below it, and a milestone no time. */
static void
show_what_can_be_set (GuatuInspector  *self,
                      const GuatuPlan *plan,
                      gint32           task)
{
  const char *reason = guatu_document_get_read_only_reason (guatu_battle_view_get_document (self->view));
  gboolean writable = reason == NULL;
  gboolean leaf = !guatu_plan_is_summary (plan, task);

  for (guint fact = 0; fact < GUATU_N_FACTS; fact++)
    {
      gboolean fixed = fact == GUATU_FACT_FIXES || fact == GUATU_FACT_START || fact == GUATU_FACT_FINISH
                       || fact == GUATU_FACT_WHY || fact == GUATU_FACT_FLOAT
                       || (fact >= GUATU_FACT_REPORTED && fact < GUATU_FACT_NOTE)
                       || (fact == GUATU_FACT_DURATION && !leaf);

      if (fact != GUATU_FACT_WHY)
        guatu_fact_row_set_action (self->facts[fact], FALSE, fixed || !writable ? NULL : _("Change"));
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->name_button), writable);
  gtk_widget_set_sensitive (self->report, writable);
  gtk_widget_set_tooltip_text (self->report, reason);
}

static void
show_schedule (GuatuInspector      *self,
               const GuatuPlan     *plan,
               const GuatuSchedule *schedule,
               gint32               task)
{
  gint32 driver = guatu_schedule_driver (schedule, task).task;

  say (self, GUATU_FACT_START, guatu_words_task_start (plan, schedule, task));
  say (self, GUATU_FACT_FINISH, guatu_words_finish (plan, schedule->finish[task]));
  say (self, GUATU_FACT_WHY, guatu_schedule_why (schedule, plan, task));
  say (self, GUATU_FACT_DURATION, guatu_words_duration (plan, schedule, task));
  say (self, GUATU_FACT_CONSTRAINT, guatu_words_constraint (plan, task));
  say (self, GUATU_FACT_DEADLINE, guatu_words_deadline (plan, schedule, task));
  say (self, GUATU_FACT_CALENDAR, say_calendar (plan, task));
  say (self, GUATU_FACT_FLOAT, guatu_words_float (plan, schedule, task));
  guatu_fact_row_set_action (self->facts[GUATU_FACT_WHY], TRUE,
                             driver >= 0 ? _("Select the task that sets it") : NULL);
  mark (self->facts[GUATU_FACT_FLOAT], (schedule->flags[task] & GUATU_CRITICAL) != 0);
}

/* "34 % • Oct 14, 2022". */
static char *
say_reported (const GuatuPlan *plan,
              gint32           task,
              gint64           share)
{
  gint32 report = guatu_progress_latest_report (plan, task, guatu_plan_settings (plan)->status_date);
  g_autofree char *amount = guatu_words_share (share);
  g_autofree char *day = NULL;

  if (report < 0)
    return g_steal_pointer (&amount);
  day = guatu_words_day (guatu_plan_number (plan, GUATU_TABLE_REPORT, report, GUATU_REPORT_DATE));
  /* Translators: a share, and the day of which it was reported. */
  return g_strdup_printf (_("%1$s • %2$s"), amount, day);
}

static void
show_progress (GuatuInspector  *self,
               const GuatuPlan *plan,
               gint32           task)
{
  const GuatuLights *lights = guatu_battle_view_get_chart (self->view)->lights;
  const GuatuBaselineChange *change = NULL;

  if (self->changes != NULL)
    change = g_hash_table_lookup (self->changes, GINT_TO_POINTER (task));
  say (self, GUATU_FACT_REPORTED, say_reported (plan, task, self->pace != NULL ? self->pace[task].reported : 0));
  say (self, GUATU_FACT_PLANNED, guatu_words_share (self->pace != NULL ? self->pace[task].planned : GUATU_NONE));
  say (self, GUATU_FACT_GAP, guatu_words_gap (lights != NULL ? guatu_lights_get (lights, task)->gap : GUATU_NONE));
  say (self, GUATU_FACT_BASELINE,
       guatu_words_finish (plan, change != NULL && change->is_in_from ? change->from.finish : GUATU_NONE));
  say (self, GUATU_FACT_SLIP,
       guatu_words_slip (change != NULL && change->is_in_from ? change->finish : GUATU_NONE));
}

/* Links ---------------------------------------------------------------------------------------------- */

gint64
guatu_inspector_row_task (GtkListBoxRow *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "guatu-task");

  return id != NULL ? *id : 0;
}

static void
add_link (GuatuInspector  *self,
          const GuatuPlan *plan,
          gint32           other,
          const char      *label,
          const char      *how)
{
  GtkWidget *row = guatu_fact_row_new (label);
  gint64 id = guatu_plan_id (plan, GUATU_TABLE_TASK, other);

  guatu_fact_row_set_long_label (GUATU_FACT_ROW (row), TRUE);
  guatu_fact_row_set_value (GUATU_FACT_ROW (row), how);
  guatu_fact_row_set_action (GUATU_FACT_ROW (row), TRUE, _("Select this task"));
  gtk_widget_add_css_class (row, "link-row");
  g_object_set_data_full (G_OBJECT (row), "guatu-task", g_memdup2 (&id, sizeof id), g_free);
  gtk_list_box_append (self->links, row);
}

/* One side of the task's links: told first in @text, and put into the list where it is not %NULL. */
static void
say_links (GuatuInspector  *self,
           const GuatuPlan *plan,
           gint32           task,
           gboolean         from,
           GString         *text)
{
  guint n;
  const gint32 *links = guatu_plan_referrers (plan, GUATU_TABLE_LINK, from ? GUATU_LINK_SUCCESSOR
                                                                           : GUATU_LINK_PREDECESSOR, task, &n);

  for (guint i = 0; i < n; i++)
    {
      const GuatuLink *link = guatu_plan_link (plan, links[i]);
      gint32 other = from ? link->predecessor : link->successor;
      guint place = guatu_plan_task_place (plan, other);
      /* Translators: a task that this one waits for, or one that waits for it: its number and its name. */
      g_autofree char *label = g_strdup_printf (from ? _("← %u %s") : _("→ %u %s"), place,
                                                guatu_plan_task_name (plan, other));
      g_autofree char *how = guatu_words_link (plan, links[i]);

      if (text != NULL)
        g_string_append_printf (text, "%" G_GINT64_FORMAT " %s\n%s\n", guatu_plan_id (plan, GUATU_TABLE_TASK, other),
                                label, how);
      else
        add_link (self, plan, other, label, how);
    }
}

static void
show_links (GuatuInspector  *self,
            const GuatuPlan *plan,
            gint32           task)
{
  g_autoptr(GString) text = g_string_new (NULL);
  GtkListBoxRow *row;

  say_links (self, plan, task, TRUE, text);
  say_links (self, plan, task, FALSE, text);
  if (g_strcmp0 (text->str, self->links_text) == 0)
    return;

  g_free (self->links_text);
  self->links_text = g_strdup (text->str);
  while ((row = gtk_list_box_get_row_at_index (self->links, 0)) != NULL)
    gtk_list_box_remove (self->links, GTK_WIDGET (row));
  say_links (self, plan, task, TRUE, NULL);
  say_links (self, plan, task, FALSE, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->links), text->len > 0);
  gtk_widget_set_visible (self->links_heading, text->len > 0);
}

/* The pages ------------------------------------------------------------------------------------------ */

void
guatu_inspector_show_task (GuatuInspector *self,
                           gint32          task)
{
  GuatuDocument *document = guatu_battle_view_get_document (self->view);
  const GuatuPlan *plan = guatu_document_get_plan (document);
  const GuatuSchedule *schedule = guatu_document_get_schedule (document);

  find_figures (self, plan, schedule);
  show_head (self, plan, task);
  show_light (self, plan, task);
  show_what_can_be_set (self, plan, task);
  show_responsibility (self, plan, task);
  show_schedule (self, plan, schedule, task);
  show_links (self, plan, task);
  show_progress (self, plan, task);
  guatu_fact_row_set_value (self->facts[GUATU_FACT_NOTE], guatu_plan_task_string (plan, task, GUATU_TASK_NOTE));
}

static void
show_counts (GuatuInspector *self,
             const guint    *counts)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->several_lights))) != NULL)
    gtk_box_remove (self->several_lights, child);
  for (guint light = GUATU_LIGHT_NONE; light < GUATU_LIGHT_N_COLOURS; light++)
    if (counts[light] > 0)
      {
        g_autofree char *number = g_strdup_printf ("%u", counts[light]);

        gtk_box_append (self->several_lights, guatu_light_shape_new ((GuatuLightColour) light));
        gtk_box_append (self->several_lights, gtk_label_new (number));
      }
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

void
guatu_inspector_show_several (GuatuInspector *self)
{
  GuatuDocument *document = guatu_battle_view_get_document (self->view);
  const GuatuPlan *plan = guatu_document_get_plan (document);
  const GuatuSchedule *schedule = guatu_document_get_schedule (document);
  const GuatuLights *lights = guatu_battle_view_get_chart (self->view)->lights;
  guint counts[GUATU_LIGHT_N_COLOURS] = { 0 }, n, total = guatu_battle_view_n_selected (self->view);
  const gint32 *outline = guatu_plan_outline (plan, &n);
  GuatuInstant from = GUATU_NONE, to = GUATU_NONE;
  gint64 seconds = 0;
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u task selected", "%u tasks selected",
                                                         total), total);

  for (guint i = 0; i < n; i++)
    {
      gint32 task = outline[i];

      if (!guatu_battle_view_is_selected (self->view, guatu_plan_id (plan, GUATU_TABLE_TASK, task)))
        continue;
      from = from == GUATU_NONE ? schedule->start[task] : MIN (from, schedule->start[task]);
      to = MAX (to, schedule->finish[task]);
      if (lights != NULL)
        counts[guatu_lights_get (lights, task)->shown]++;
      /* What is below a summary would count twice, and wall-clock time is no working time. */
      if (!guatu_plan_is_summary (plan, task)
          && guatu_plan_task (plan, task)->duration_kind == GUATU_DURATION_WORKING)
        seconds += guatu_schedule_duration (schedule, plan, task);
    }
  set_text (self->several_title, title);
  show_counts (self, counts);
  show_sums (self, plan, from, to, seconds);
}
