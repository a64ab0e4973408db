/* guatu-desk-sidebar.c — lists a plan's views, and its task forces with their lights. */
#include "guatu-desk-sidebar.h"

#include <glib/gi18n.h>

#include "guatu-light-shape.h"
#include "guatu-tab-stop.h"
#include "guatu-unit-lights.h"

struct _GuatuDeskSidebar
{
  GtkWidget        parent_instance;

  /* Children */
  GtkWidget       *views;
  GtkWidget       *forces_title;
  GtkWidget       *forces;

  /* Owned references */
  GuatuBattleView *view;
  guint            later;             /* until task forces are looked at; 0: they were */
};

G_DEFINE_FINAL_TYPE (GuatuDeskSidebar, guatu_desk_sidebar, GTK_TYPE_WIDGET)

enum { CHOSEN, ENTERED, TASK_FORCE, N_SIGNALS };

static guint signals[N_SIGNALS];

/* Views ---------------------------------------------------------------------------------------------- */

static void
selected_cb (GuatuDeskSidebar *self,
             GtkListBoxRow    *row)
{
  if (row != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, gtk_widget_get_name (GTK_WIDGET (row)));
}

static void
activated_cb (GuatuDeskSidebar *self,
              GtkListBoxRow    *row)
{
  g_signal_emit (self, signals[ENTERED], 0, gtk_widget_get_name (GTK_WIDGET (row)));
}

static guint
section_of (GtkListBoxRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "section"));
}

/* A line between one section and the next. */
static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       data)
{
  gboolean needed = before != NULL && section_of (row) != section_of (before);

  if (needed == (gtk_list_box_row_get_header (row) != NULL))
    return;
  gtk_list_box_row_set_header (row, needed ? gtk_separator_new (GTK_ORIENTATION_HORIZONTAL) : NULL);
}

void
guatu_desk_sidebar_add (GuatuDeskSidebar *self,
                        const char       *name,
                        const char       *title,
                        guint             section)
{
  GtkWidget *label = gtk_label_new (title), *row = gtk_list_box_row_new ();

  g_return_if_fail (GUATU_IS_DESK_SIDEBAR (self));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_set_name (row, name);
  g_object_set_data (G_OBJECT (row), "section", GUINT_TO_POINTER (section));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->views), row);
}

void
guatu_desk_sidebar_choose (GuatuDeskSidebar *self,
                           const char       *name)
{
  g_return_if_fail (GUATU_IS_DESK_SIDEBAR (self));

  g_signal_handlers_block_by_func (self->views, selected_cb, self);
  for (GtkWidget *row = gtk_widget_get_first_child (self->views); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (GTK_IS_LIST_BOX_ROW (row) && g_str_equal (gtk_widget_get_name (row), name))
      gtk_list_box_select_row (GTK_LIST_BOX (self->views), GTK_LIST_BOX_ROW (row));
  g_signal_handlers_unblock_by_func (self->views, selected_cb, self);
}

/* Task forces ---------------------------------------------------------------------------------------- */

static gint64
unit_of (GtkWidget *button)
{
  return *(gint64 *) g_object_get_data (G_OBJECT (button), "unit");
}

static void
force_cb (GuatuDeskSidebar *self,
          GtkToggleButton  *button)
{
  g_signal_emit (self, signals[TASK_FORCE], 0,
                 gtk_toggle_button_get_active (button) ? unit_of (GTK_WIDGET (button)) : (gint64) 0);
}

static GtkWidget *
make_force (GuatuDeskSidebar *self,
            gint64            unit)
{
  GtkWidget *button = gtk_toggle_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), guatu_light_shape_new_quiet (GUATU_LIGHT_NONE));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "unit", g_memdup2 (&unit, sizeof unit), g_free);
  g_signal_connect_object (button, "toggled", G_CALLBACK (force_cb), self, G_CONNECT_SWAPPED);

  return button;
}

/* Pressed in while the map shows this task force's tasks alone. */
static void
update_force (GuatuDeskSidebar     *self,
              GtkWidget            *button,
              const GuatuUnitLight *light)
{
  const GuatuPlan *plan = guatu_battle_view_get_chart (self->view)->plan;
  const char *name = guatu_plan_string (plan, GUATU_TABLE_UNIT, light->unit, GUATU_UNIT_NAME);
  GtkWidget *shape = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (button)));
  g_autofree char *said = g_strdup_printf ("%s, %s", name, guatu_light_button_name (light->shown));
  g_autofree char *tip = g_strdup_printf (ngettext ("Show the %u task of %s alone", "Show the %u tasks of %s alone",
                                                    light->n_tasks), light->n_tasks, name);

  guatu_light_shape_set (GUATU_LIGHT_SHAPE (shape), light->shown);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (shape)), name);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  g_signal_handlers_block_by_func (button, force_cb, self);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                guatu_battle_view_get_query (self->view)->unit == light->unit);
  g_signal_handlers_unblock_by_func (button, force_cb, self);
}

static gboolean
is_shown (const GuatuPlan      *plan,
          const GuatuUnitLight *light)
{
  return light->n_tasks > 0
         && guatu_plan_number (plan, GUATU_TABLE_UNIT, light->unit, GUATU_UNIT_KIND) == GUATU_UNIT_KIND_TASK_FORCE;
}

/* Those that have tasks; without lights there is nothing to tell of them. Buttons stay as long as the task forces do:
 * one of them may have the focus. */
static void
show_forces (GuatuDeskSidebar *self)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  const GuatuPlan *plan = chart->plan;
  GtkWidget *button = gtk_widget_get_first_child (self->forces), *next;
  g_autofree GuatuUnitLight *units = NULL;
  guint n = 0;

  if (chart->lights != NULL)
    units = guatu_unit_lights_new (plan, chart->schedule, chart->lights, guatu_plan_settings (plan)->status_date, &n,
                                   NULL);
  for (guint i = 0; units != NULL && i < n; i++)
    if (is_shown (plan, &units[i]))
      {
        gint64 id = guatu_plan_id (plan, GUATU_TABLE_UNIT, units[i].unit);

        if (button == NULL || unit_of (button) != id)
          {
            GtkWidget *made = make_force (self, id);

            gtk_box_insert_child_after (GTK_BOX (self->forces), made,
                                        button != NULL ? gtk_widget_get_prev_sibling (button)
                                                       : gtk_widget_get_last_child (self->forces));
            button = made;
          }
        update_force (self, button, &units[i]);
        button = gtk_widget_get_next_sibling (button);
      }
  for (; button != NULL; button = next)
    {
      next = gtk_widget_get_next_sibling (button);
      gtk_box_remove (GTK_BOX (self->forces), button);
    }
  gtk_widget_set_visible (self->forces_title, gtk_widget_get_first_child (self->forces) != NULL);
}

static gboolean
later_cb (gpointer data)
{
  GuatuDeskSidebar *self = data;

  self->later = 0;
  show_forces (self);

  return G_SOURCE_REMOVE;
}

/* The map goes first. */
static void
changed_cb (GuatuDeskSidebar *self)
{
  if (self->later == 0)
    self->later = g_idle_add_full (G_PRIORITY_LOW, later_cb, self, NULL);
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_desk_sidebar_dispose (GObject *object)
{
  GuatuDeskSidebar *self = GUATU_DESK_SIDEBAR (object);
  GtkWidget *child;

  g_clear_handle_id (&self->later, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (guatu_desk_sidebar_parent_class)->dispose (object);
}

static void
guatu_desk_sidebar_class_init (GuatuDeskSidebarClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_desk_sidebar_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", GUATU_TYPE_DESK_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ENTERED] = g_signal_new ("entered", GUATU_TYPE_DESK_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[TASK_FORCE] = g_signal_new ("task-force", GUATU_TYPE_DESK_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "desksidebar");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
scrolled (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);

  return guatu_tab_stop_new (scroller, child);
}

static void
guatu_desk_sidebar_init (GuatuDeskSidebar *self)
{
  GtkWidget *widget = GTK_WIDGET (self), *upper, *lower;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (widget)), GTK_ORIENTATION_VERTICAL);

  self->views = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->views), GTK_SELECTION_BROWSE);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->views), header_cb, NULL, NULL);
  gtk_widget_add_css_class (self->views, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->views), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Views"), -1);
  g_signal_connect_swapped (self->views, "row-selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (self->views, "row-activated", G_CALLBACK (activated_cb), self);
  upper = scrolled (self->views);
  gtk_widget_set_vexpand (upper, TRUE);
  gtk_widget_set_parent (upper, widget);

  self->forces_title = gtk_label_new (_("Task Forces"));
  gtk_label_set_xalign (GTK_LABEL (self->forces_title), 0);
  gtk_widget_add_css_class (self->forces_title, "sidebar-title");
  gtk_widget_set_visible (self->forces_title, FALSE);
  gtk_widget_set_parent (self->forces_title, widget);
  self->forces = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->forces, "task-forces");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->forces), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Task Forces"), -1);
  lower = scrolled (self->forces);
  gtk_widget_set_parent (lower, widget);
}

GtkWidget *
guatu_desk_sidebar_new (GuatuBattleView *view)
{
  GuatuDeskSidebar *self = g_object_new (GUATU_TYPE_DESK_SIDEBAR, NULL);

  self->view = g_object_ref (view);
  g_signal_connect_object (view, "rows-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);

  return GTK_WIDGET (self);
}
