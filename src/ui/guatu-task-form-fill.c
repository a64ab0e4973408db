/* guatu-task-form-fill.c — what of the task form is shown of which task, and what can be changed there. */
#include "guatu-task-form-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-field-edit.h"
#include "guatu-progress.h"
#include "guatu-task-words.h"

static gboolean
is_filled (const GuatuPlan *plan,
           gint32           task,
           guint            field)
{
  return guatu_field (GUATU_TABLE_TASK, field)->type == GUATU_TYPE_TEXT
           ? *guatu_plan_task_string (plan, task, field) != '\0'
           : guatu_plan_task_number (plan, task, field) != GUATU_NONE;
}

/* What says nothing of this task has no place. */
static gboolean
is_shown (const GuatuPlan *plan,
          gint32           task,
          guint            field)
{
  const GuatuTask *row = guatu_plan_task (plan, task);

  switch (field)
    {
    case GUATU_TASK_MANUAL_START:
    case GUATU_TASK_MANUAL_FINISH:
      return row->mode == GUATU_MODE_MANUAL;
    case GUATU_TASK_START_TEXT:
    case GUATU_TASK_FINISH_TEXT:
    case GUATU_TASK_DURATION_TEXT:
      return row->mode == GUATU_MODE_MANUAL || is_filled (plan, task, field);
    /* Nobody types these: a file brought them. */
    case GUATU_TASK_EXTERNAL:
    case GUATU_TASK_SOURCE_UID:
    case GUATU_TASK_RECORDED_START:
    case GUATU_TASK_RECORDED_FINISH:
    case GUATU_TASK_RECORDED_LATE_START:
    case GUATU_TASK_RECORDED_LATE_FINISH:
    case GUATU_TASK_SPAN:
    case GUATU_TASK_BLANK_ROWS:
      return is_filled (plan, task, field);
    case GUATU_TASK_CONSTRAINT_DATE:
      return guatu_constraint_needs_date ((GuatuConstraint) row->constraint);
    default:
      return TRUE;
    }
}

/* Why it cannot be changed; %NULL: it can. */
static const char *
why_fixed (const GuatuPlan *plan,
           gint32           task,
           guint            field)
{
  switch (field)
    {
    case GUATU_TASK_DURATION:
    case GUATU_TASK_KIND:
    case GUATU_TASK_ESTIMATED:
    case GUATU_TASK_ACTUAL_START:
    case GUATU_TASK_ACTUAL_FINISH:
    case GUATU_TASK_REMAINING:
    case GUATU_TASK_STOP:
    case GUATU_TASK_RESUME:
      return guatu_plan_is_summary (plan, task) ? _("Follows from the subtasks") : NULL;
    default:
      return NULL;
    }
}

/* A page with nothing on it has no place in the sidebar. */
static void
show_imported (GuatuTaskForm *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (self->imported, ADW_TYPE_PREFERENCES_PAGE);
  gboolean any = FALSE;

  for (guint field = 0; field < GUATU_TASK_N_FIELDS; field++)
    any = any || (self->rows[field] != NULL && gtk_widget_get_visible (self->rows[field])
                  && gtk_widget_is_ancestor (self->rows[field], self->imported));
  if (!any && gtk_stack_get_visible_child (self->pages) == page)
    guatu_task_form_set_page (self, "task");
  gtk_stack_page_set_visible (gtk_stack_get_page (self->pages, page), any);
}

static void
fill_rows (GuatuTaskForm   *self,
           const GuatuPlan *plan,
           gint32           task)
{
  const char *read_only = guatu_document_get_read_only_reason (guatu_task_form_document (self));

  for (guint field = 0; field < GUATU_TASK_N_FIELDS; field++)
    if (self->rows[field] != NULL)
      {
        guatu_field_row_set_task (GUATU_FIELD_ROW (self->rows[field]), self->task);
        guatu_field_row_update (GUATU_FIELD_ROW (self->rows[field]),
                                read_only != NULL ? read_only : why_fixed (plan, task, field));
        gtk_widget_set_visible (self->rows[field], is_shown (plan, task, field));
      }
  guatu_custom_list_show (GUATU_CUSTOM_LIST (self->custom), self->task, read_only);
  show_imported (self);
}

/* The date, and why. */
static void
say_date (GtkWidget  *row,
          const char *date,
          const char *why,
          gboolean    leads_elsewhere)
{
  g_autofree char *text = *why != '\0' ? g_strdup_printf ("%s\n%s", date, why) : g_strdup (date);

  guatu_fact_row_set_value (GUATU_FACT_ROW (row), text);
  guatu_fact_row_set_action (GUATU_FACT_ROW (row), TRUE, leads_elsewhere ? _("Select the task that sets it") : NULL);
}

static void
fill_dates (GuatuTaskForm       *self,
            const GuatuPlan     *plan,
            const GuatuSchedule *schedule,
            gint32               task)
{
  gint32 parent = guatu_plan_task (plan, task)->parent;
  gboolean writable = guatu_document_get_read_only_reason (guatu_task_form_document (self)) == NULL;
  g_autofree char *start = guatu_words_task_start (plan, schedule, task);
  g_autofree char *finish = guatu_words_finish (plan, schedule->finish[task]);
  g_autofree char *why_start = guatu_schedule_why (schedule, plan, task);
  g_autofree char *why_finish = guatu_words_why_finish (plan, schedule, task);
  g_autofree char *slack = guatu_words_float (plan, schedule, task);
  g_autofree char *above = parent >= 0 ? guatu_plan_task_title (plan, parent) : g_strdup (_("nothing: at the top level"));

  say_date (self->start, start, why_start, guatu_schedule_driver (schedule, task).task >= 0);
  say_date (self->finish, finish, why_finish, guatu_task_last_part (plan, schedule, task) >= 0);
  guatu_fact_row_set_value (GUATU_FACT_ROW (self->float_row), slack);
  guatu_fact_row_set_value (GUATU_FACT_ROW (self->parent_row), above);
  guatu_fact_row_set_action (GUATU_FACT_ROW (self->parent_row), FALSE, writable ? _("Change") : NULL);
}

/* Targets that the plan does not go by are no news to those who look at the lights. */
static void
say_targets (GuatuTaskForm   *self,
             const GuatuPlan *plan,
             gint32           task)
{
  const GuatuField *info = guatu_field (GUATU_TABLE_PLAN, GUATU_PLAN_PLANNED_BY);
  guint planned_by = guatu_plan_settings (plan)->planned_by, n;
  GtkWidget *group = gtk_widget_get_ancestor (self->targets, ADW_TYPE_PREFERENCES_GROUP);
  g_autofree char *text = NULL;

  guatu_plan_referrers (plan, GUATU_TABLE_TASK_TARGET, GUATU_TASK_TARGET_TASK, task, &n);
  if (n > 0 && planned_by != GUATU_PLANNED_BY_TARGETS)
    /* Translators: what the planned share of a plan counts: working time, calendar days or whole months. */
    text = g_strdup_printf (_("The planned share of this plan counts “%s”, not these targets."),
                            _(info->choices[planned_by].label));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), text);
}

static void
say_repeats (GuatuTaskForm   *self,
             const GuatuPlan *plan,
             gint32           task)
{
  GtkWidget *group = gtk_widget_get_ancestor (self->repeats, ADW_TYPE_PREFERENCES_GROUP);
  g_autofree char *text = guatu_repeat_list_words (plan, task);

  guatu_part_list_show (GUATU_PART_LIST (self->repeats), self->task);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), text);
}

void
guatu_task_form_fill (GuatuTaskForm *self,
                      gint32         task)
{
  GuatuDocument *document = guatu_task_form_document (self);
  const GuatuPlan *plan = guatu_document_get_plan (document);
  const GuatuSchedule *schedule = guatu_document_get_schedule (document);
  GuatuInstant status_date = guatu_plan_settings (plan)->status_date;
  g_autoptr(GuatuProgressBasis) basis = guatu_progress_basis_new (plan, schedule, NULL);

  fill_rows (self, plan, task);
  fill_dates (self, plan, schedule, task);
  guatu_part_list_show (GUATU_PART_LIST (self->ledgers), self->task);
  guatu_part_list_show (GUATU_PART_LIST (self->links), self->task);
  guatu_fixes_card_show (GUATU_FIXES_CARD (self->fixes), plan, task);
  guatu_part_list_show (GUATU_PART_LIST (self->assignments), self->task);
  guatu_part_list_show (GUATU_PART_LIST (self->key_nodes), self->task);
  guatu_progress_curve_set (GUATU_PROGRESS_CURVE (self->curve),
                            basis != NULL ? guatu_progress_history_new (basis, task, status_date) : NULL, status_date);
  guatu_part_list_show (GUATU_PART_LIST (self->reports), self->task);
  guatu_part_list_show (GUATU_PART_LIST (self->targets), self->task);
  say_targets (self, plan, task);
  say_repeats (self, plan, task);
}
