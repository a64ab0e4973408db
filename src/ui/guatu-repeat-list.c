/* guatu-repeat-list.c — shows the times of a recurring task, ticks them off, and leads to its rule. */
#include "guatu-repeat-list.h"

#include <glib/gi18n-lib.h>

#include "guatu-occurrences.h"
#include "guatu-part-text.h"
#include "guatu-repeat-form.h"
#include "guatu-rule-words.h"
#include "guatu-task-edit.h"
#include "guatu-task-words.h"

/* So many at once: what is over, and what comes. */
#define PAST 3
#define SHOWN 12

struct _GuatuRepeatList
{
  GuatuPartList  parent_instance;

  GtkWidget     *button;
  GtkWidget     *end;
};

G_DEFINE_FINAL_TYPE (GuatuRepeatList, guatu_repeat_list, GUATU_TYPE_PART_LIST)

char *
guatu_repeat_list_words (const GuatuPlan *plan,
                         gint32           task)
{
  gint32 rule = guatu_task_recurrence (plan, task);
  const GuatuTaskRecurrence *rules = guatu_plan_rows (plan, GUATU_TABLE_RECURRENCE);
  g_autofree char *words = rule >= 0 ? guatu_recurrence_words (&rules[rule]) : NULL;
  guint n = 0;

  if (rule < 0 && guatu_task_is_occurrence (plan, task))
    return g_strdup_printf (_("One of the times of “%s”."),
                            guatu_plan_task_name (plan, guatu_plan_task (plan, task)->parent));
  if (rule < 0)
    return g_strdup ("");

  for (gint32 child = guatu_plan_task (plan, task)->first_child; child >= 0;
       child = guatu_plan_task (plan, child)->next_sibling)
    n++;
  if (n <= SHOWN)
    return g_strdup_printf (_("Repeats %s."), words);
  return g_strdup_printf (_("Repeats %1$s. %2$d of %3$u are shown here, all of them in the table below the task."), words,
                          SHOWN, n);
}

/* Changing ------------------------------------------------------------------------------------------- */

static void
repeat_cb (GuatuRepeatList *self)
{
  GuatuPartList *list = GUATU_PART_LIST (self);

  if (guatu_part_list_get_task_row (list) >= 0)
    guatu_form_popover_pop_up (GUATU_FORM_POPOVER (guatu_repeat_form_new (guatu_part_list_get_document (list),
                                                                          guatu_part_list_get_task (list))),
                               GTK_WIDGET (list), self->button);
}

static void
end_cb (GuatuRepeatList *self)
{
  GuatuPartList *list = GUATU_PART_LIST (self);
  const GuatuPlan *plan = guatu_part_list_get_plan (list);
  gint32 rule = guatu_task_recurrence (plan, guatu_part_list_get_task_row (list));

  /* What could refuse it is over by the next look at the plan, and undo serves. */
  if (rule >= 0)
    guatu_document_remove (guatu_part_list_get_document (list), GUATU_TABLE_RECURRENCE,
                           guatu_plan_id (plan, GUATU_TABLE_RECURRENCE, rule), NULL);
}

/* As of the plan's status date, else of today: until that day's end. */
static GuatuInstant
now (const GuatuPlan *plan)
{
  GuatuInstant status = guatu_plan_settings (plan)->status_date;

  return (guatu_instant_day (status != GUATU_NONE ? status : guatu_today ()) + 1) * GUATU_DAY - 1;
}

static gboolean
tick (GuatuPartList  *list,
      gint32          row,
      GtkWidget      *check,
      GError        **error)
{
  return guatu_document_tick_occurrence (guatu_part_list_get_document (list), guatu_part_list_get_id (list, row),
                                         gtk_check_button_get_active (GTK_CHECK_BUTTON (check)),
                                         now (guatu_part_list_get_plan (list)), error);
}

static gboolean
take_away (GuatuPartList  *list,
           gint32          row,
           GtkWidget      *button,
           GError        **error)
{
  return guatu_document_remove (guatu_part_list_get_document (list), GUATU_TABLE_TASK,
                                guatu_part_list_get_id (list, row), error);
}

/* Rows ----------------------------------------------------------------------------------------------- */

static gboolean
is_done (const GuatuPlan *plan,
         gint32           task)
{
  return guatu_plan_task_number (plan, task, GUATU_TASK_ACTUAL_FINISH) != GUATU_NONE;
}

static char *
say_when (GuatuPartList *list,
          gint32         row)
{
  return guatu_words_task_start (guatu_part_list_get_plan (list),
                                 guatu_document_get_schedule (guatu_part_list_get_document (list)), row);
}

static GtkWidget *
make_row (GuatuPartList *list,
          gint32         row)
{
  const GuatuPlan *plan = guatu_part_list_get_plan (list);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *check = gtk_check_button_new ();
  const char *name = guatu_plan_task_name (plan, row);
  g_autofree char *when = say_when (list, row);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_done (plan, row));
  gtk_widget_set_tooltip_text (check, _("It has taken place"));
  guatu_part_name (check, _("Done"), when);
  guatu_part_list_control (list, check, tick);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), guatu_part_text_new (when, name));
  gtk_box_append (GTK_BOX (box), guatu_part_list_new_button (list, "list-remove-symbolic", _("Leave out"), when,
                                                             take_away));

  return box;
}

static char *
tell (GuatuPartList *list,
      gint32         row)
{
  const GuatuPlan *plan = guatu_part_list_get_plan (list);
  g_autofree char *when = say_when (list, row);

  return g_strdup_printf ("%s\n%s\n%d", when, guatu_plan_task_name (plan, row), is_done (plan, row));
}

/* The times about the first that is still to come. */
static gint32 *
list_times (GuatuPartList *list,
            gint32         task,
            guint         *n)
{
  const GuatuPlan *plan = guatu_part_list_get_plan (list);
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (gint32));
  guint first = 0;

  *n = 0;
  if (guatu_task_recurrence (plan, task) < 0)
    return NULL;
  for (gint32 child = guatu_plan_task (plan, task)->first_child; child >= 0;
       child = guatu_plan_task (plan, child)->next_sibling)
    g_array_append_val (all, child);
  while (first < all->len && is_done (plan, g_array_index (all, gint32, first)))
    first++;
  first -= MIN (first, PAST);
  if (all->len - first < SHOWN)
    first = all->len > SHOWN ? all->len - SHOWN : 0;
  *n = MIN (all->len - first, SHOWN);

  return g_memdup2 (&g_array_index (all, gint32, first), *n * sizeof (gint32));
}

static void
shown (GuatuPartList *list)
{
  GuatuRepeatList *self = GUATU_REPEAT_LIST (list);
  const GuatuPlan *plan = guatu_part_list_get_plan (list);
  gint32 task = guatu_part_list_get_task_row (list);
  gboolean repeats = task >= 0 && guatu_task_recurrence (plan, task) >= 0;

  gtk_widget_set_visible (self->end, repeats);
  gtk_widget_set_visible (self->button, repeats || (task >= 0 && !guatu_plan_is_summary (plan, task)
                                                    && !guatu_task_is_occurrence (plan, task)));
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_repeat_list_class_init (GuatuRepeatListClass *class)
{
  GuatuPartListClass *parts = GUATU_PART_LIST_CLASS (class);

  parts->table = GUATU_TABLE_TASK;
  parts->list = list_times;
  parts->tell = tell;
  parts->make_row = make_row;
  parts->shown = shown;
}

static void
guatu_repeat_list_init (GuatuRepeatList *self)
{
  guatu_part_list_describe (GUATU_PART_LIST (self), _("Times"), _("It takes place once."));
  self->button = guatu_part_list_add_button (GUATU_PART_LIST (self), _("When It _Repeats…"), G_CALLBACK (repeat_cb));
  self->end = guatu_part_list_add_button (GUATU_PART_LIST (self), _("Repeat No _More"), G_CALLBACK (end_cb));
}

GtkWidget *
guatu_repeat_list_new (GuatuDocument *document)
{
  return guatu_part_list_new (GUATU_TYPE_REPEAT_LIST, document);
}
