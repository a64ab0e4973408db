/* guatu-inspector.c — follows the selection, and carries out what is changed in the inspector. */
#include "guatu-inspector-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-field-edit.h"
#include "guatu-fixes-card.h"
#include "guatu-inspector-popovers.h"
#include "guatu-inspector-style.h"
#include "guatu-key-node-list.h"
#include "guatu-late-edit.h"
#include "guatu-light-shape.h"
#include "guatu-link-list.h"
#include "guatu-progress-curve.h"
#include "guatu-report-form.h"

G_DEFINE_FINAL_TYPE (GuatuInspector, guatu_inspector, GTK_TYPE_WIDGET)

static GuatuDocument *
document_of (GuatuInspector *self)
{
  return guatu_battle_view_get_document (self->view);
}

static gint32
task_row (GuatuInspector *self)
{
  return self->task != 0 ? guatu_plan_find (guatu_document_get_plan (document_of (self)), GUATU_TABLE_TASK, self->task)
                         : -1;
}

/* Following ------------------------------------------------------------------------------------------ */

/* The one task that is selected; 0 if none or several are. */
static gint64
find_selected (GuatuInspector *self)
{
  const GuatuPlan *plan = guatu_document_get_plan (document_of (self));
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  if (guatu_battle_view_n_selected (self->view) != 1)
    return 0;
  if (self->task != 0 && guatu_battle_view_is_selected (self->view, self->task))
    return self->task;
  for (guint i = 0; i < n; i++)
    {
      gint64 id = guatu_plan_id (plan, GUATU_TABLE_TASK, outline[i]);

      if (guatu_battle_view_is_selected (self->view, id))
        return id;
    }

  return 0;
}

/* What was typed or refused was about another task. */
static void
leave_task (GuatuInspector *self)
{
  for (guint fact = 0; fact < GUATU_N_FACTS; fact++)
    guatu_fact_row_pop_down (self->facts[fact]);
  for (guint i = 0; i < GUATU_N_COMMON; i++)
    guatu_fact_row_pop_down (self->commons[i]);
  if (self->report_popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->report_popover));
  gtk_widget_set_visible (GTK_WIDGET (self->name_error), FALSE);
  gtk_stack_set_visible_child_name (self->name_stack, "label");
}

static void
update (GuatuInspector *self)
{
  gint64 selected = find_selected (self);
  gint32 row;

  if (selected != self->task)
    {
      /* Leaving the entry of the name must not rename the next task. */
      self->task = 0;
      leave_task (self);
      self->task = selected;
    }
  row = task_row (self);
  if (row >= 0)
    {
      guatu_inspector_show_task (self, row);
      gtk_stack_set_visible_child_name (self->pages, "task");
    }
  else if (guatu_battle_view_n_selected (self->view) > 1)
    {
      guatu_inspector_show_several (self);
      gtk_stack_set_visible_child_name (self->pages, "several");
    }
  else
    {
      guatu_inspector_show_plan (self);
      gtk_stack_set_visible_child_name (self->pages, "empty");
    }
}

/* Others are selected: a form for those before says nothing of them. */
static void
selection_changed_cb (GuatuInspector *self)
{
  for (guint i = 0; i < GUATU_N_COMMON; i++)
    guatu_fact_row_pop_down (self->commons[i]);
  update (self);
}

static void
rows_changed_cb (GuatuInspector *self)
{
  guatu_inspector_forget_figures (self);
  update (self);
}

/* The name ------------------------------------------------------------------------------------------- */

static void
rename_cb (GuatuInspector *self)
{
  const GuatuPlan *plan = guatu_document_get_plan (document_of (self));

  gtk_editable_set_text (self->name_entry, guatu_plan_task_name (plan, task_row (self)));
  gtk_widget_set_visible (GTK_WIDGET (self->name_error), FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->name_entry), "error");
  gtk_stack_set_visible_child_name (self->name_stack, "entry");
  gtk_widget_grab_focus (GTK_WIDGET (self->name_entry));
  gtk_editable_select_region (self->name_entry, 0, -1);
}

static gboolean
is_renaming (GuatuInspector *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->name_stack), "entry") == 0;
}

static void
stop_renaming (GuatuInspector *self)
{
  gtk_stack_set_visible_child_name (self->name_stack, "label");
  gtk_widget_set_visible (GTK_WIDGET (self->name_error), FALSE);
}

static void
name_typed_cb (GuatuInspector *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (self->name_entry));
  g_autoptr(GError) error = NULL;

  if (!is_renaming (self) || self->task == 0)
    return;
  if (guatu_field_edit_set (document_of (self), self->task, GUATU_TASK_NAME, text, &error))
    {
      stop_renaming (self);
      gtk_widget_grab_focus (GTK_WIDGET (self->name_button));
      return;
    }
  gtk_widget_add_css_class (GTK_WIDGET (self->name_entry), "error");
  gtk_label_set_text (self->name_error, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->name_error), TRUE);
}

/* Whoever goes elsewhere means what was typed; where it was refused, the old name stays. */
static void
late_name_cb (GtkWidget  *widget,
              gint64      task,
              const char *text)
{
  GuatuInspector *self = GUATU_INSPECTOR (widget);
  g_autoptr(GError) error = NULL;

  if (self->view == NULL || guatu_field_edit_set (document_of (self), task, GUATU_TASK_NAME, text, &error)
      || task != self->task)
    return;
  gtk_label_set_text (self->name_error, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->name_error), TRUE);
}

static void
name_left_cb (GuatuInspector *self)
{
  if (!is_renaming (self) || self->task == 0)
    return;
  guatu_late_edit (GTK_WIDGET (self), self->task, gtk_editable_get_text (self->name_entry), late_name_cb);
  gtk_stack_set_visible_child_name (self->name_stack, "label");
}

static gboolean
name_key_cb (GuatuInspector  *self,
             guint            key)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  stop_renaming (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_button));
  return GDK_EVENT_STOP;
}

/* Changing ------------------------------------------------------------------------------------------- */

static GtkWidget *
new_popover (GuatuInspector *self,
             GuatuFact       fact)
{
  GuatuSeveral one = { &self->task, 1 };
  GuatuDocument *document = document_of (self);
  int role = guatu_inspector_role (fact);

  if (role >= 0)
    return guatu_party_popover_new (document, one, (GuatuRole) role);
  switch ((int) fact)
    {
    case GUATU_FACT_OBJECTIVE:
      return guatu_text_popover_new (document, one, GUATU_TASK_OBJECTIVE, TRUE);
    case GUATU_FACT_QUALITY:
      return guatu_text_popover_new (document, one, GUATU_TASK_QUALITY_STANDARD, TRUE);
    case GUATU_FACT_DURATION:
      return guatu_text_popover_new (document, one, GUATU_TASK_DURATION, FALSE);
    case GUATU_FACT_CONSTRAINT:
      return guatu_constraint_popover_new (document, one);
    case GUATU_FACT_DEADLINE:
      return guatu_text_popover_new (document, one, GUATU_TASK_DEADLINE, FALSE);
    case GUATU_FACT_CALENDAR:
      return guatu_calendar_popover_new (document, one);
    case GUATU_FACT_NOTE:
      return guatu_text_popover_new (document, one, GUATU_TASK_NOTE, TRUE);
    default:
      return NULL;
    }
}

/* The line comes into sight with its form. */
static void
open_fact (GuatuInspector *self,
           guint           fact)
{
  GtkWidget *popover = task_row (self) >= 0 ? new_popover (self, (GuatuFact) fact) : NULL;

  if (popover == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->facts[fact]));
  guatu_fact_row_pop_up (self->facts[fact], popover);
}

static void
visit (GuatuInspector *self,
       gint32          task)
{
  guatu_battle_view_reveal (self->view, guatu_plan_id (guatu_document_get_plan (document_of (self)), GUATU_TABLE_TASK,
                                                       task));
}

/* To what sets the start: a task, or something of the task's own. */
static void
go_to_driver (GuatuInspector *self)
{
  GuatuDriver driver = guatu_schedule_driver (guatu_document_get_schedule (document_of (self)), task_row (self));

  if (driver.task >= 0)
    visit (self, driver.task);
  else if (driver.kind == GUATU_DRIVER_CONSTRAINT)
    open_fact (self, GUATU_FACT_CONSTRAINT);
  else if (driver.kind == GUATU_DRIVER_CALENDAR)
    open_fact (self, GUATU_FACT_CALENDAR);
}

static void
go_to_last_part (GuatuInspector *self)
{
  gint32 last = guatu_task_last_part (guatu_document_get_plan (document_of (self)),
                                      guatu_document_get_schedule (document_of (self)), task_row (self));

  if (last >= 0)
    visit (self, last);
}

static void
row_activated_cb (GuatuInspector *self,
                  GtkListBoxRow  *row)
{
  guint fact = 0;

  while (fact < GUATU_N_FACTS && GTK_LIST_BOX_ROW (self->facts[fact]) != row)
    fact++;
  if (fact == GUATU_N_FACTS || task_row (self) < 0)
    return;
  if (fact == GUATU_FACT_WHY)
    go_to_driver (self);
  else if (fact == GUATU_FACT_WHY_FINISH)
    go_to_last_part (self);
  else
    open_fact (self, fact);
}

static void
common_activated_cb (GuatuInspector *self,
                     GtkListBoxRow  *row)
{
  for (guint i = 0; i < GUATU_N_COMMON; i++)
    if (GTK_LIST_BOX_ROW (self->commons[i]) == row)
      guatu_fact_row_pop_up (self->commons[i], guatu_inspector_common_popover (self, (GuatuCommon) i));
}

/* To where the fix is set. */
static void
fix_cb (GuatuInspector *self,
        guint           fix)
{
  switch ((GuatuFixes) fix)
    {
    case GUATU_FIX_MATTER:
      rename_cb (self);
      break;
    case GUATU_FIX_GOAL:
      open_fact (self, GUATU_FACT_OBJECTIVE);
      break;
    case GUATU_FIX_DEADLINE:
      open_fact (self, GUATU_FACT_DEADLINE);
      break;
    case GUATU_FIX_RESPONSIBILITY:
      open_fact (self, GUATU_FACT_LEAD_UNIT);
      break;
    case GUATU_FIX_PERSON:
    case GUATU_ALL_FIXES:
    default:
      open_fact (self, GUATU_FACT_PERSON);
      break;
    }
}

static void
link_go_cb (GuatuInspector *self,
            gint64          task)
{
  guatu_battle_view_reveal (self->view, task);
}

/* Shows a form that the inspector holds until it closes. */
static void
pop_up (GuatuInspector *self,
        GtkWidget      *popover,
        GtkWidget      *at)
{
  g_set_weak_pointer (&self->report_popover, popover);
  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (popover), GTK_WIDGET (self), at);
}

static void
assign_clicked_cb (GuatuInspector *self)
{
  if (task_row (self) >= 0)
    pop_up (self, guatu_any_role_popover_new (document_of (self), self->task, GUATU_ROLE_RESPONSIBLE_PERSON),
            self->assign);
}

static void
report_clicked_cb (GuatuInspector *self)
{
  if (task_row (self) < 0)
    return;
  pop_up (self, guatu_report_form_new (document_of (self), self->task, 0), self->report);
  gtk_popover_set_position (GTK_POPOVER (self->report_popover), GTK_POS_TOP);
}

static void
history_clicked_cb (GuatuInspector *self)
{
  if (self->task != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "desk.history", "(sx)", "task", self->task);
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_inspector_dispose (GObject *object)
{
  GuatuInspector *self = GUATU_INSPECTOR (object);
  GtkWidget *child;

  g_clear_weak_pointer (&self->report_popover);
  guatu_inspector_forget_figures (self);
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_clear_object (&self->view);
  self->task = 0;
  gtk_widget_dispose_template (GTK_WIDGET (self), GUATU_TYPE_INSPECTOR);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (guatu_inspector_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *class)
{
  gtk_widget_class_bind_template_child (class, GuatuInspector, pages);
  gtk_widget_class_bind_template_child (class, GuatuInspector, name_stack);
  gtk_widget_class_bind_template_child (class, GuatuInspector, name);
  gtk_widget_class_bind_template_child (class, GuatuInspector, name_button);
  gtk_widget_class_bind_template_child (class, GuatuInspector, name_entry);
  gtk_widget_class_bind_template_child (class, GuatuInspector, name_error);
  gtk_widget_class_bind_template_child (class, GuatuInspector, place);
  gtk_widget_class_bind_template_child (class, GuatuInspector, light_box);
  gtk_widget_class_bind_template_child (class, GuatuInspector, light_place);
  gtk_widget_class_bind_template_child (class, GuatuInspector, light_title);
  gtk_widget_class_bind_template_child (class, GuatuInspector, light_reason);
  gtk_widget_class_bind_template_child (class, GuatuInspector, light_pace);
  gtk_widget_class_bind_template_child (class, GuatuInspector, responsibility);
  gtk_widget_class_bind_template_child (class, GuatuInspector, schedule);
  gtk_widget_class_bind_template_child (class, GuatuInspector, assign);
  gtk_widget_class_bind_template_child (class, GuatuInspector, fixes_place);
  gtk_widget_class_bind_template_child (class, GuatuInspector, links_place);
  gtk_widget_class_bind_template_child (class, GuatuInspector, curve_place);
  gtk_widget_class_bind_template_child (class, GuatuInspector, key_nodes_place);
  gtk_widget_class_bind_template_child (class, GuatuInspector, progress);
  gtk_widget_class_bind_template_child (class, GuatuInspector, report);
  gtk_widget_class_bind_template_child (class, GuatuInspector, notes);
  gtk_widget_class_bind_template_child (class, GuatuInspector, several_title);
  gtk_widget_class_bind_template_child (class, GuatuInspector, several_lights);
  gtk_widget_class_bind_template_child (class, GuatuInspector, sums);
  gtk_widget_class_bind_template_child (class, GuatuInspector, common);
  gtk_widget_class_bind_template_child (class, GuatuInspector, plan_title);
  gtk_widget_class_bind_template_child (class, GuatuInspector, plan_counted);
  gtk_widget_class_bind_template_child (class, GuatuInspector, plan_lights);
  gtk_widget_class_bind_template_child (class, GuatuInspector, plan_facts);
}

static void
guatu_inspector_class_init (GuatuInspectorClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_inspector_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/guatu/Guatu/guatu-inspector.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, rename_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, common_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, assign_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, report_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, history_clicked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "guatuinspector");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
}

static void
guatu_inspector_init (GuatuInspector *self)
{
  guatu_inspector_style_load ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->light_shape = guatu_light_shape_new (GUATU_LIGHT_NONE);
  gtk_box_append (GTK_BOX (self->light_place), self->light_shape);
  guatu_inspector_add_facts (self);
  guatu_inspector_add_several (self);
  guatu_inspector_add_plan_facts (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Task details"), -1);
}

/* What must know the plan from its beginning. */
static void
add_parts (GuatuInspector *self)
{
  self->fixes = guatu_fixes_card_new ();
  self->links = guatu_link_list_new (document_of (self));
  self->curve = guatu_progress_curve_new ();
  self->key_nodes = guatu_key_node_list_new (document_of (self));
  adw_bin_set_child (self->fixes_place, self->fixes);
  adw_bin_set_child (self->links_place, self->links);
  adw_bin_set_child (self->curve_place, self->curve);
  adw_bin_set_child (self->key_nodes_place, self->key_nodes);
  g_signal_connect_swapped (self->fixes, "go", G_CALLBACK (fix_cb), self);
  g_signal_connect_swapped (self->links, "go", G_CALLBACK (link_go_cb), self);
}

GtkWidget *
guatu_inspector_new (GuatuBattleView *view)
{
  GuatuInspector *self = g_object_new (GUATU_TYPE_INSPECTOR, NULL);

  self->view = g_object_ref (view);
  add_parts (self);
  g_signal_connect_swapped (view, "rows-changed", G_CALLBACK (rows_changed_cb), self);
  g_signal_connect_swapped (view, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  update (self);

  return GTK_WIDGET (self);
}
