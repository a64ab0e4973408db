/* guatu-inspector-facts.c — what the inspector's lines say of a task. */
#include "guatu-inspector-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-fixes-card.h"
#include "guatu-key-node-list.h"
#include "guatu-light-shape.h"
#include "guatu-limits.h"
#include "guatu-link-list.h"
#include "guatu-progress-curve.h"
#include "guatu-task-words.h"

/* Working out ---------------------------------------------------------------------------------------- */

void
guatu_inspector_forget_figures (GuatuInspector *self)
{
  self->figures = FALSE;
  g_clear_pointer (&self->pace, g_free);
  g_clear_pointer (&self->basis, guatu_progress_basis_free);
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
  self->basis = guatu_progress_basis_new (plan, schedule, NULL);
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

/* The lines of each list begin where the list before ends. */
static GtkListBox *
list_of (GuatuInspector *self,
         guint           fact)
{
  return fact < GUATU_FACT_START ? self->responsibility : fact < GUATU_FACT_REPORTED ? self->schedule
         : fact < GUATU_FACT_NOTE ? self->progress : self->notes;
}

void
guatu_inspector_add_facts (GuatuInspector *self)
{
  static const char * const labels[GUATU_N_FACTS] = {
    [GUATU_FACT_OWNER] = N_("Project owner"), [GUATU_FACT_EXECUTIVE] = N_("Lead executive"),
    [GUATU_FACT_LEAD_UNIT] = N_("Lead unit"), [GUATU_FACT_HEAD] = N_("Lead-unit head"),
    [GUATU_FACT_SUPPORT_UNITS] = N_("Support units"), [GUATU_FACT_TASK_FORCE] = N_("Task force"),
    [GUATU_FACT_PERSON] = N_("Responsible person"), [GUATU_FACT_WATCHER] = N_("Inspector"),
    [GUATU_FACT_RESOURCES] = N_("Resources"), [GUATU_FACT_LIMIT] = N_("Ownership limits"),
    [GUATU_FACT_OBJECTIVE] = N_("Objective"), [GUATU_FACT_QUALITY] = N_("Quality standard"),
    [GUATU_FACT_START] = N_("Start"), [GUATU_FACT_WHY] = N_("Why this start"),
    [GUATU_FACT_FINISH] = N_("Finish"), [GUATU_FACT_WHY_FINISH] = N_("Why this finish"),
    [GUATU_FACT_DURATION] = N_("Duration"),
    [GUATU_FACT_CONSTRAINT] = N_("Constraint"), [GUATU_FACT_DEADLINE] = N_("Deadline"),
    [GUATU_FACT_CALENDAR] = N_("Calendar"), [GUATU_FACT_FLOAT] = N_("Float"),
    [GUATU_FACT_REPORTED] = N_("Reported"), [GUATU_FACT_PLANNED] = N_("Planned"), [GUATU_FACT_GAP] = N_("Gap"),
    [GUATU_FACT_NEEDED_PACE] = N_("Needed pace"), [GUATU_FACT_RECENT_PACE] = N_("Recent pace"),
    [GUATU_FACT_BASELINE] = N_("Baseline finish"), [GUATU_FACT_SLIP] = N_("Slip"), [GUATU_FACT_NOTE] = N_("Note"),
  };
  static const guint tall[] = { GUATU_FACT_LIMIT, GUATU_FACT_OBJECTIVE, GUATU_FACT_QUALITY, GUATU_FACT_WHY,
                                GUATU_FACT_WHY_FINISH, GUATU_FACT_NOTE };

  for (guint fact = 0; fact < GUATU_N_FACTS; fact++)
    self->facts[fact] = add_row (list_of (self, fact), _(labels[fact]));
  for (guint i = 0; i < G_N_ELEMENTS (tall); i++)
    guatu_fact_row_set_tall (self->facts[tall[i]], TRUE);
}

int
guatu_inspector_role (guint fact)
{
  static const int roles[] = {
    [GUATU_FACT_OWNER] = GUATU_ROLE_PROJECT_OWNER, [GUATU_FACT_EXECUTIVE] = GUATU_ROLE_LEAD_EXECUTIVE,
    [GUATU_FACT_LEAD_UNIT] = GUATU_ROLE_LEAD_UNIT, [GUATU_FACT_HEAD] = GUATU_ROLE_LEAD_UNIT_HEAD,
    [GUATU_FACT_SUPPORT_UNITS] = GUATU_ROLE_SUPPORT_UNIT, [GUATU_FACT_TASK_FORCE] = GUATU_ROLE_TASK_FORCE,
    [GUATU_FACT_PERSON] = GUATU_ROLE_RESPONSIBLE_PERSON, [GUATU_FACT_WATCHER] = GUATU_ROLE_INSPECTOR,
    [GUATU_FACT_RESOURCES] = GUATU_ROLE_RESOURCE,
  };

  return fact < G_N_ELEMENTS (roles) ? roles[fact] : -1;
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
  /* Translators: a task's number in the outline, and what it is part of: “2.1.3 · Trunk road”. */
  g_autofree char *place = *path != '\0' ? g_strdup_printf (_("%1$s · %2$s"), wbs, path) : g_strdup (wbs);
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
  GuatuLimit limit = guatu_limit_of (plan, task);

  for (guint fact = 0; guatu_inspector_role (fact) >= 0; fact++)
    say (self, (GuatuFact) fact, guatu_words_role (plan, task, (GuatuRole) guatu_inspector_role (fact)));
  say (self, GUATU_FACT_LIMIT, guatu_limit_words (&limit));
  mark (self->facts[GUATU_FACT_LIMIT], limit.faults != 0);
  guatu_fact_row_set_value (self->facts[GUATU_FACT_OBJECTIVE],
                            guatu_plan_task_string (plan, task, GUATU_TASK_OBJECTIVE));
  guatu_fact_row_set_value (self->facts[GUATU_FACT_QUALITY],
                            guatu_plan_task_string (plan, task, GUATU_TASK_QUALITY_STANDARD));
  guatu_fixes_card_show (GUATU_FIXES_CARD (self->fixes), plan, task);
}

static char *
say_calendar (const GuatuPlan *plan,
              gint32           task)
{
  gint32 calendar = guatu_plan_task (plan, task)->calendar;

  return g_strdup (calendar >= 0 ? guatu_plan_string (plan, GUATU_TABLE_CALENDAR, calendar, GUATU_CALENDAR_NAME)
                                 : _("Same as the plan"));
}

/* Roles that not every task has; who has none of them is assigned by the button below. */
static gboolean
is_rare (guint fact)
{
  return guatu_inspector_role (fact) >= 0 && fact != GUATU_FACT_OWNER && fact != GUATU_FACT_LEAD_UNIT
         && fact != GUATU_FACT_PERSON;
}

/* A summary lasts as long as what is below it, and a milestone no time. */
static gboolean
is_fixed (GuatuInspector  *self,
          const GuatuPlan *plan,
          gint32           task,
          guint            fact)
{
  switch (fact)
    {
    case GUATU_FACT_START:
    case GUATU_FACT_FINISH:
    case GUATU_FACT_FLOAT:
      return TRUE;
    case GUATU_FACT_DURATION:
      return guatu_plan_is_summary (plan, task);
    default:
      return (fact >= GUATU_FACT_REPORTED && fact < GUATU_FACT_NOTE)
             || (is_rare (fact) && *guatu_fact_row_get_value (self->facts[fact]) == '\0');
    }
}

static void
show_what_can_be_set (GuatuInspector  *self,
                      const GuatuPlan *plan,
                      gint32           task)
{
  const char *reason = guatu_document_get_read_only_reason (guatu_battle_view_get_document (self->view));
  gboolean writable = reason == NULL;

  for (guint fact = 0; fact < GUATU_N_FACTS; fact++)
    if (fact != GUATU_FACT_WHY && fact != GUATU_FACT_WHY_FINISH)
      guatu_fact_row_set_action (self->facts[fact], FALSE,
                                 is_fixed (self, plan, task, fact) || !writable ? NULL : _("Change"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->name_button), writable);
  gtk_widget_set_sensitive (self->assign, writable);
  gtk_widget_set_sensitive (self->report, writable);
  gtk_widget_set_tooltip_text (self->report, reason);
}

/* Where the reason of a date leads. */
static const char *
say_way (const GuatuDriver *driver)
{
  if (driver->task >= 0)
    return _("Select the task that sets it");

  switch (driver->kind)
    {
    case GUATU_DRIVER_CONSTRAINT:
      return _("Change the constraint");
    case GUATU_DRIVER_CALENDAR:
      return _("Change the calendar");
    case GUATU_DRIVER_START:
    case GUATU_DRIVER_LINK:
    case GUATU_DRIVER_ACTUAL:
    case GUATU_DRIVER_MANUAL:
    case GUATU_DRIVER_STATUS_DATE:
    case GUATU_DRIVER_LEVELLING:
    case GUATU_DRIVER_CHILDREN:
    case GUATU_DRIVER_FINISH:
    case GUATU_DRIVER_RECORDED:
    case GUATU_DRIVER_INACTIVE:
    default:
      return NULL;
    }
}

static void
show_schedule (GuatuInspector      *self,
               const GuatuPlan     *plan,
               const GuatuSchedule *schedule,
               gint32               task)
{
  GuatuDriver driver = guatu_schedule_driver (schedule, task);

  say (self, GUATU_FACT_START, guatu_words_task_start (plan, schedule, task));
  say (self, GUATU_FACT_FINISH, guatu_words_finish (plan, schedule->finish[task]));
  say (self, GUATU_FACT_WHY, guatu_schedule_why (schedule, plan, task));
  say (self, GUATU_FACT_WHY_FINISH, guatu_words_why_finish (plan, schedule, task));
  say (self, GUATU_FACT_DURATION, guatu_words_duration (plan, schedule, task));
  say (self, GUATU_FACT_CONSTRAINT, guatu_words_constraint (plan, task));
  say (self, GUATU_FACT_DEADLINE, guatu_words_deadline (plan, schedule, task));
  say (self, GUATU_FACT_CALENDAR, say_calendar (plan, task));
  say (self, GUATU_FACT_FLOAT, guatu_words_float (plan, schedule, task));
  guatu_fact_row_set_action (self->facts[GUATU_FACT_WHY], TRUE, say_way (&driver));
  guatu_fact_row_set_action (self->facts[GUATU_FACT_WHY_FINISH], TRUE,
                             guatu_task_last_part (plan, schedule, task) >= 0 ? _("Select the task that sets it")
                                                                              : NULL);
  mark (self->facts[GUATU_FACT_FLOAT], (schedule->flags[task] & GUATU_CRITICAL) != 0);
}

/* "34 % · Oct 14, 2022". */
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
  return g_strdup_printf (_("%1$s · %2$s"), amount, day);
}

/* "3.1% per day", to one decimal; what is not there, or done, says nothing. */
static char *
say_pace (gint64 pace)
{
  g_autofree char *share = pace != GUATU_NONE ? guatu_words_share ((pace + 5) / 10 * 10) : NULL;

  /* Translators: so many percent on each working day. */
  return share != NULL ? g_strdup_printf (_("%s per day"), share) : g_strdup ("");
}

static void
show_pace (GuatuInspector *self,
           gint32          task)
{
  const GuatuPace *pace = self->pace != NULL ? &self->pace[task] : NULL;

  say (self, GUATU_FACT_NEEDED_PACE, say_pace (pace != NULL ? pace->required : GUATU_NONE));
  say (self, GUATU_FACT_RECENT_PACE, say_pace (pace != NULL && pace->left > 0 ? pace->recent : GUATU_NONE));
  mark (self->facts[GUATU_FACT_RECENT_PACE], pace != NULL && pace->required != GUATU_NONE
        && pace->recent != GUATU_NONE && pace->recent < pace->required);
}

static void
show_curve (GuatuInspector  *self,
            const GuatuPlan *plan,
            gint32           task)
{
  GuatuInstant status_date = guatu_plan_settings (plan)->status_date;
  GuatuProgressHistory *history = self->basis != NULL ? guatu_progress_history_new (self->basis, task, status_date)
                                                      : NULL;

  guatu_progress_curve_set (GUATU_PROGRESS_CURVE (self->curve), history, status_date);
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
  show_pace (self, task);
  say (self, GUATU_FACT_BASELINE,
       guatu_words_finish (plan, change != NULL && change->is_in_from ? change->from.finish : GUATU_NONE));
  say (self, GUATU_FACT_SLIP,
       guatu_words_slip (change != NULL && change->is_in_from ? change->finish : GUATU_NONE));
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
  show_responsibility (self, plan, task);
  show_what_can_be_set (self, plan, task);
  show_schedule (self, plan, schedule, task);
  show_progress (self, plan, task);
  show_curve (self, plan, task);
  guatu_part_list_show (GUATU_PART_LIST (self->links), self->task);
  guatu_part_list_show (GUATU_PART_LIST (self->key_nodes), self->task);
  guatu_fact_row_set_value (self->facts[GUATU_FACT_NOTE], guatu_plan_task_string (plan, task, GUATU_TASK_NOTE));
}
