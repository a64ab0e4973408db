/* guatu-inspector.c — follows the selection, and carries out what is changed in the inspector. */
#include "guatu-inspector-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-inspector-edit.h"
#include "guatu-inspector-popovers.h"
#include "guatu-inspector-style.h"
#include "guatu-light-shape.h"

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

static void
drop_report_popover (GuatuInspector *self)
{
  g_clear_handle_id (&self->report_id, g_source_remove);
  if (self->report_popover == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->report_popover, self);
  guatu_popover_dismiss (g_steal_pointer (&self->report_popover));
}

static gboolean
report_dropped_cb (gpointer data)
{
  GuatuInspector *self = data;

  self->report_id = 0;
  drop_report_popover (self);

  return G_SOURCE_REMOVE;
}

/* It is in the middle of closing, and may be in the middle of its verb. */
static void
report_closed_cb (GuatuInspector *self)
{
  if (self->report_id == 0)
    self->report_id = g_idle_add (report_dropped_cb, self);
}

/* What was typed or refused was about another task. */
static void
leave_task (GuatuInspector *self)
{
  for (guint fact = 0; fact < GUATU_N_FACTS; fact++)
    guatu_fact_row_pop_down (self->facts[fact]);
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
    gtk_stack_set_visible_child_name (self->pages, "empty");
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
  if (guatu_inspector_edit_set (document_of (self), self->task, GUATU_TASK_NAME, text, &error))
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
name_left_cb (GuatuInspector *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (self->name_entry));
  g_autoptr(GError) error = NULL;

  if (!is_renaming (self) || self->task == 0)
    return;
  gtk_stack_set_visible_child_name (self->name_stack, "label");
  if (guatu_inspector_edit_set (document_of (self), self->task, GUATU_TASK_NAME, text, &error))
    return;
  gtk_label_set_text (self->name_error, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->name_error), TRUE);
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
  static const GuatuRole roles[] = {
    [GUATU_FACT_OWNER] = GUATU_ROLE_PROJECT_OWNER, [GUATU_FACT_EXECUTIVE] = GUATU_ROLE_LEAD_EXECUTIVE,
    [GUATU_FACT_LEAD_UNIT] = GUATU_ROLE_LEAD_UNIT, [GUATU_FACT_SUPPORT_UNITS] = GUATU_ROLE_SUPPORT_UNIT,
    [GUATU_FACT_TASK_FORCE] = GUATU_ROLE_TASK_FORCE, [GUATU_FACT_PERSON] = GUATU_ROLE_RESPONSIBLE_PERSON,
  };
  GuatuDocument *document = document_of (self);

  switch ((int) fact)
    {
    case GUATU_FACT_OBJECTIVE:
      return guatu_text_popover_new (document, self->task, GUATU_TASK_OBJECTIVE, TRUE);
    case GUATU_FACT_QUALITY:
      return guatu_text_popover_new (document, self->task, GUATU_TASK_QUALITY_STANDARD, TRUE);
    case GUATU_FACT_DURATION:
      return guatu_text_popover_new (document, self->task, GUATU_TASK_DURATION, FALSE);
    case GUATU_FACT_CONSTRAINT:
      return guatu_constraint_popover_new (document, self->task);
    case GUATU_FACT_DEADLINE:
      return guatu_text_popover_new (document, self->task, GUATU_TASK_DEADLINE, FALSE);
    case GUATU_FACT_CALENDAR:
      return guatu_calendar_popover_new (document, self->task);
    case GUATU_FACT_NOTE:
      return guatu_text_popover_new (document, self->task, GUATU_TASK_NOTE, TRUE);
    default:
      return fact < G_N_ELEMENTS (roles) ? guatu_party_popover_new (document, self->task, roles[fact]) : NULL;
    }
}

static void
go_to_driver (GuatuInspector *self)
{
  GuatuDriver driver = guatu_schedule_driver (guatu_document_get_schedule (document_of (self)), task_row (self));
  gint64 id;

  if (driver.task < 0)
    return;
  id = guatu_plan_id (guatu_document_get_plan (document_of (self)), GUATU_TABLE_TASK, driver.task);
  guatu_battle_view_select (self->view, &id, 1);
}

static void
row_activated_cb (GuatuInspector *self,
                  GtkListBoxRow  *row)
{
  gint64 other = guatu_inspector_row_task (row);
  GtkWidget *popover;
  guint fact = 0;

  if (other != 0)
    {
      guatu_battle_view_select (self->view, &other, 1);
      return;
    }
  while (fact < GUATU_N_FACTS && GTK_LIST_BOX_ROW (self->facts[fact]) != row)
    fact++;
  if (fact == GUATU_N_FACTS || task_row (self) < 0)
    return;
  if (fact == GUATU_FACT_WHY)
    {
      go_to_driver (self);
      return;
    }

  popover = new_popover (self, fact);
  if (popover != NULL)
    guatu_fact_row_pop_up (self->facts[fact], popover);
}

static void
report_clicked_cb (GuatuInspector *self)
{
  if (task_row (self) < 0)
    return;
  drop_report_popover (self);
  self->report_popover = guatu_report_popover_new (document_of (self), self->task);
  gtk_popover_set_position (GTK_POPOVER (self->report_popover), GTK_POS_BOTTOM);
  gtk_widget_set_parent (self->report_popover, self->report);
  g_signal_connect_swapped (self->report_popover, "closed", G_CALLBACK (report_closed_cb), self);
  gtk_popover_popup (GTK_POPOVER (self->report_popover));
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_inspector_dispose (GObject *object)
{
  GuatuInspector *self = GUATU_INSPECTOR (object);

  drop_report_popover (self);
  guatu_inspector_forget_figures (self);
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_clear_object (&self->view);
  self->task = 0;
  gtk_widget_dispose_template (GTK_WIDGET (self), GUATU_TYPE_INSPECTOR);

  G_OBJECT_CLASS (guatu_inspector_parent_class)->dispose (object);
}

static void
guatu_inspector_finalize (GObject *object)
{
  g_free (GUATU_INSPECTOR (object)->links_text);

  G_OBJECT_CLASS (guatu_inspector_parent_class)->finalize (object);
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
  gtk_widget_class_bind_template_child (class, GuatuInspector, links_heading);
  gtk_widget_class_bind_template_child (class, GuatuInspector, links);
  gtk_widget_class_bind_template_child (class, GuatuInspector, progress);
  gtk_widget_class_bind_template_child (class, GuatuInspector, report);
  gtk_widget_class_bind_template_child (class, GuatuInspector, notes);
  gtk_widget_class_bind_template_child (class, GuatuInspector, several_title);
  gtk_widget_class_bind_template_child (class, GuatuInspector, several_lights);
  gtk_widget_class_bind_template_child (class, GuatuInspector, sums);
}

static void
guatu_inspector_class_init (GuatuInspectorClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_inspector_dispose;
  G_OBJECT_CLASS (class)->finalize = guatu_inspector_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/guatu/Guatu/guatu-inspector.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, rename_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, report_clicked_cb);
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
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Inspector"), -1);
}

GtkWidget *
guatu_inspector_new (GuatuBattleView *view)
{
  GuatuInspector *self = g_object_new (GUATU_TYPE_INSPECTOR, NULL);

  self->view = g_object_ref (view);
  g_signal_connect_swapped (view, "rows-changed", G_CALLBACK (rows_changed_cb), self);
  g_signal_connect_swapped (view, "selection-changed", G_CALLBACK (update), self);
  update (self);

  return GTK_WIDGET (self);
}
