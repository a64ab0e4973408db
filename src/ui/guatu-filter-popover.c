/* guatu-filter-popover.c — widgets that show the query's conditions, and make a query of what they show. */
#include "guatu-filter-popover.h"

#include <glib/gi18n.h>

#include "guatu-date-entry.h"
#include "guatu-light-shape.h"

#define N_STAGES (GUATU_STAGE_CLOSED_OUT + 1)

/* A drop-down of rows of a table, with “any” before them. */
typedef struct
{
  GtkDropDown *widget;
  GArray      *rows;            /* of gint32: what stands at which place */
  GStrv        names;
} Choice;

struct _GuatuFilterPopover
{
  GtkPopover       parent_instance;

  /* Template widgets */
  GtkWidget       *text;
  GtkWidget       *lights;
  GtkWidget       *lights_note;
  GtkDropDown     *unit;
  GtkDropDown     *person;
  GtkDropDown     *role;
  GtkWidget       *stages;
  GtkWidget       *critical;
  GtkWidget       *slipped;
  GuatuDateEntry  *from;
  GuatuDateEntry  *to;
  GtkWidget       *from_label;
  GtkWidget       *to_label;
  GtkDropDown     *levels;
  GtkLabel        *count;
  GtkWidget       *clear;

  GtkWidget       *light_buttons[GUATU_LIGHT_N_COLOURS];
  GtkWidget       *stage_buttons[N_STAGES];
  Choice           units;
  Choice           people;
  guint            n_levels;
  char            *shown_text;  /* the query's, as of the last look */

  /* Owned references */
  GuatuBattleView *view;
  gboolean         updating;
};

G_DEFINE_FINAL_TYPE (GuatuFilterPopover, guatu_filter_popover, GTK_TYPE_POPOVER)

char *
guatu_filter_count_text (GuatuBattleView *view)
{
  guint n = guatu_plan_n_live (guatu_document_get_plan (guatu_battle_view_get_document (view)), GUATU_TABLE_TASK);

  return g_strdup_printf (ngettext ("%u of %u task", "%u of %u tasks", n), guatu_battle_view_get_rows (view)->n_found,
                          n);
}

/* Choices of rows ------------------------------------------------------------------------------------ */

static gboolean
same_rows (const Choice *self,
           const gint32 *rows,
           guint         n)
{
  if (self->rows == NULL || self->rows->len != n + 1)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (g_array_index (self->rows, gint32, i + 1) != rows[i])
      return FALSE;

  return TRUE;
}

/* The list is left alone while nothing in it changes: it may be open. */
static void
fill_choice (Choice          *self,
             const GuatuPlan *plan,
             GuatuTable       table,
             guint            name_field,
             const char      *any)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr(GtkStringList) model = NULL;
  guint n;
  g_autofree gint32 *rows = guatu_plan_in_order (plan, table, &n);
  g_auto(GStrv) names = NULL;
  gint32 none = -1;

  g_strv_builder_add (builder, any);
  for (guint i = 0; i < n; i++)
    g_strv_builder_add (builder, guatu_plan_string (plan, table, rows[i], name_field));
  names = g_strv_builder_end (builder);
  if (same_rows (self, rows, n) && g_strv_equal ((const char * const *) names, (const char * const *) self->names))
    return;

  g_clear_pointer (&self->rows, g_array_unref);
  self->rows = g_array_sized_new (FALSE, FALSE, sizeof (gint32), n + 1);
  g_array_append_val (self->rows, none);
  g_array_append_vals (self->rows, rows, n);
  g_strfreev (self->names);
  self->names = g_steal_pointer (&names);
  model = gtk_string_list_new ((const char * const *) self->names);
  gtk_drop_down_set_model (self->widget, G_LIST_MODEL (model));
  gtk_widget_set_sensitive (GTK_WIDGET (self->widget), n > 0);
}

static void
show_choice (Choice *self,
             gint32  row)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_array_index (self->rows, gint32, i) == row)
      gtk_drop_down_set_selected (self->widget, i);
}

static gint32
chosen (const Choice *self)
{
  guint place = gtk_drop_down_get_selected (self->widget);

  return place < self->rows->len ? g_array_index (self->rows, gint32, place) : -1;
}

/* Levels --------------------------------------------------------------------------------------------- */

static guint
depth_of (const GuatuPlan *plan)
{
  guint n, deepest = 0;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  for (guint i = 0; i < n; i++)
    {
      guint depth = 1;

      for (gint32 task = guatu_plan_task (plan, outline[i])->parent; task >= 0 && depth < 99;
           task = guatu_plan_task (plan, task)->parent)
        depth++;
      deepest = MAX (deepest, depth);
    }

  return deepest;
}

/* All, and as many as there are: at the last of them nothing would be hidden. */
static void
fill_levels (GuatuFilterPopover *self,
             guint               n)
{
  g_autoptr(GtkStringList) model = NULL;

  if (n == self->n_levels)
    return;
  self->n_levels = n;
  model = gtk_string_list_new (NULL);
  gtk_string_list_append (model, _("All levels"));
  for (guint i = 1; i <= n; i++)
    gtk_string_list_take (model, g_strdup_printf (ngettext ("Only the top level", "Top %u levels", i), i));
  gtk_drop_down_set_model (self->levels, G_LIST_MODEL (model));
}

/* From the query ------------------------------------------------------------------------------------- */

static GuatuInstant
day_of (GuatuInstant t)
{
  return t == GUATU_NONE ? GUATU_NONE : t - guatu_instant_daytime (t);
}

/* What is being typed, and has not become a condition yet, stays. */
static void
show_text (GuatuFilterPopover   *self,
           const GuatuRowsQuery *query)
{
  const char *text = query->text != NULL ? query->text : "";

  if (g_strcmp0 (text, self->shown_text) == 0)
    return;
  g_free (self->shown_text);
  self->shown_text = g_strdup (text);
  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (self->text))))
    gtk_editable_set_text (GTK_EDITABLE (self->text), text);
}

static void
show_lights (GuatuFilterPopover   *self,
             const GuatuPlan      *plan,
             const GuatuRowsQuery *query)
{
  gboolean lit = guatu_plan_settings (plan)->status_date != GUATU_NONE;

  for (guint i = 0; i < GUATU_LIGHT_N_COLOURS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->light_buttons[i]), (query->lights & 1u << i) != 0);
  gtk_widget_set_sensitive (self->lights, lit || query->lights != 0);
  gtk_widget_set_visible (self->lights_note, !lit);
}

static void
update (GuatuFilterPopover *self)
{
  const GuatuPlan *plan = guatu_document_get_plan (guatu_battle_view_get_document (self->view));
  const GuatuRowsQuery *query = guatu_battle_view_get_query (self->view);
  g_autofree char *count = guatu_filter_count_text (self->view);

  self->updating = TRUE;
  show_text (self, query);
  show_lights (self, plan, query);
  fill_choice (&self->units, plan, GUATU_TABLE_UNIT, GUATU_UNIT_NAME, _("All units"));
  fill_choice (&self->people, plan, GUATU_TABLE_PERSON, GUATU_PERSON_NAME, _("All people"));
  show_choice (&self->units, query->unit);
  show_choice (&self->people, query->person);
  gtk_drop_down_set_selected (self->role, (guint) (query->role + 1));
  for (guint i = 0; i < N_STAGES; i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->stage_buttons[i]), (query->stages & 1u << i) != 0);
  gtk_switch_set_active (GTK_SWITCH (self->critical), query->critical);
  gtk_switch_set_active (GTK_SWITCH (self->slipped), query->slipped);
  gtk_widget_set_sensitive (self->slipped, guatu_battle_view_get_baseline (self->view) >= 0 || query->slipped);
  guatu_date_entry_set_day (self->from, day_of (query->from));
  guatu_date_entry_set_day (self->to, day_of (query->to));
  fill_levels (self, MAX (depth_of (plan), (guint) MAX (query->max_depth, 1)));
  gtk_drop_down_set_selected (self->levels, (guint) query->max_depth);
  gtk_label_set_text (self->count, count);
  gtk_widget_set_sensitive (self->clear, guatu_rows_query_n_conditions (query) > 0);
  self->updating = FALSE;
}

/* To the query --------------------------------------------------------------------------------------- */

static void
take_sets (GuatuFilterPopover *self,
           GuatuRowsQuery     *query)
{
  query->lights = query->stages = 0;
  for (guint i = 0; i < GUATU_LIGHT_N_COLOURS; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->light_buttons[i])))
      query->lights |= 1u << i;
  for (guint i = 0; i < N_STAGES; i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->stage_buttons[i])))
      query->stages |= 1u << i;
}

/* A span is of whole days, the last one included. */
static void
take_dates (GuatuFilterPopover *self,
            GuatuRowsQuery     *query)
{
  GuatuInstant from = guatu_date_entry_get_day (self->from), to = guatu_date_entry_get_day (self->to);

  if (from != day_of (query->from))
    query->from = from;
  if (to != day_of (query->to))
    query->to = to == GUATU_NONE ? GUATU_NONE : to + GUATU_DAY - 1;
}

static void
chosen_cb (GuatuFilterPopover *self)
{
  GuatuRowsQuery query;

  if (self->updating)
    return;

  query = *guatu_battle_view_get_query (self->view);
  take_sets (self, &query);
  take_dates (self, &query);
  query.unit = chosen (&self->units);
  query.person = chosen (&self->people);
  query.role = (int) gtk_drop_down_get_selected (self->role) - 1;
  query.critical = gtk_switch_get_active (GTK_SWITCH (self->critical));
  query.slipped = gtk_switch_get_active (GTK_SWITCH (self->slipped));
  query.max_depth = (int) gtk_drop_down_get_selected (self->levels);
  guatu_battle_view_set_query (self->view, &query);
}

static void
typed_cb (GuatuFilterPopover *self)
{
  /* While it is given another text, an entry is empty for a moment, and says so. */
  if (!self->updating)
    guatu_battle_view_search (self->view, gtk_editable_get_text (GTK_EDITABLE (self->text)));
}

static void
clear_cb (GuatuFilterPopover *self)
{
  GuatuRowsQuery query = *guatu_battle_view_get_query (self->view);

  guatu_rows_query_clear_conditions (&query);
  guatu_battle_view_set_query (self->view, &query);
}

/* The widgets ---------------------------------------------------------------------------------------- */

static void
add_lights (GuatuFilterPopover *self)
{
  /* By how urgent they are, what has none last. */
  static const GuatuLightColour order[] = { GUATU_LIGHT_RED, GUATU_LIGHT_ORANGE, GUATU_LIGHT_YELLOW, GUATU_LIGHT_GREEN,
                                            GUATU_LIGHT_DONE, GUATU_LIGHT_NONE };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *button = gtk_toggle_button_new ();
      GtkWidget *label = gtk_label_new (guatu_light_button_name (order[i]));

      gtk_box_append (GTK_BOX (box), guatu_light_shape_new_quiet (order[i]));
      gtk_box_append (GTK_BOX (box), label);
      gtk_button_set_child (GTK_BUTTON (button), box);
      gtk_widget_set_hexpand (button, TRUE);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (chosen_cb), self);
      gtk_grid_attach (GTK_GRID (self->lights), button, (int) i % 3, (int) i / 3, 1, 1);
      self->light_buttons[order[i]] = button;
    }
}

static void
add_stages (GuatuFilterPopover *self)
{
  const GuatuChoice *choices = guatu_field (GUATU_TABLE_TASK, GUATU_TASK_STAGE)->choices;

  for (guint i = 0; i < N_STAGES; i++)
    {
      /* Those without one come last. */
      guint stage = (i + 1) % N_STAGES;
      GtkWidget *button = gtk_check_button_new_with_label (stage != GUATU_STAGE_NONE ? _(choices[stage].label)
                                                                                     : _("No stage"));

      g_signal_connect_swapped (button, "toggled", G_CALLBACK (chosen_cb), self);
      gtk_grid_attach (GTK_GRID (self->stages), button, (int) i % 2, (int) i / 2, 1, 1);
      self->stage_buttons[stage] = button;
    }
}

/* Any, and each. */
static void
add_roles (GuatuFilterPopover *self)
{
  const GuatuChoice *choices = guatu_field (GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_ROLE)->choices;
  g_autoptr(GtkStringList) model = gtk_string_list_new (NULL);

  gtk_string_list_append (model, _("Any role"));
  for (guint i = 0; choices[i].name != NULL; i++)
    gtk_string_list_append (model, _(choices[i].label));
  gtk_drop_down_set_model (self->role, G_LIST_MODEL (model));
}

static void
name_date (GuatuDateEntry *self,
           GtkWidget      *label)
{
  gtk_accessible_update_relation (GTK_ACCESSIBLE (guatu_date_entry_get_entry (self)),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
}

static void
let_search (GtkDropDown *widget)
{
  GtkExpression *name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  gtk_drop_down_set_expression (widget, name);
  gtk_drop_down_set_enable_search (widget, TRUE);
  gtk_expression_unref (name);
}

static void
clear_choice (Choice *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->names, g_strfreev);
}

/* Once the template has gone, nothing that it says is heard. */
static void
guatu_filter_popover_dispose (GObject *object)
{
  GuatuFilterPopover *self = GUATU_FILTER_POPOVER (object);

  self->updating = TRUE;
  g_clear_object (&self->view);
  gtk_widget_dispose_template (GTK_WIDGET (self), GUATU_TYPE_FILTER_POPOVER);
  clear_choice (&self->units);
  clear_choice (&self->people);
  g_clear_pointer (&self->shown_text, g_free);

  G_OBJECT_CLASS (guatu_filter_popover_parent_class)->dispose (object);
}

static void
guatu_filter_popover_class_init (GuatuFilterPopoverClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_filter_popover_dispose;

  g_type_ensure (GUATU_TYPE_DATE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/guatu/Guatu/guatu-filter-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, GuatuFilterPopover, text);
  gtk_widget_class_bind_template_child (widget_class, GuatuFilterPopover, lights);
  gtk_widget_class_bind_template_child (widget_class, GuatuFilterPopover, lights_note);
  gtk_widget_class_bind_template_child (widget_class, GuatuFilterPopover, unit);
  gtk_widget_class_bind_template_child (widget_class, GuatuFilterPopover, person);
  gtk_widget_class_bind_template_child (widget_class, GuatuFilterPopover, role);
  gtk_widget_class_bind_template_child (widget_class, GuatuFilterPopover, stages);
  gtk_widget_class_bind_template_child (widget_class, GuatuFilterPopover, critical);
  gtk_widget_class_bind_template_child (widget_class, GuatuFilterPopover, slipped);
  gtk_widget_class_bind_template_child (widget_class, GuatuFilterPopover, from);
  gtk_widget_class_bind_template_child (widget_class, GuatuFilterPopover, to);
  gtk_widget_class_bind_template_child (widget_class, GuatuFilterPopover, from_label);
  gtk_widget_class_bind_template_child (widget_class, GuatuFilterPopover, to_label);
  gtk_widget_class_bind_template_child (widget_class, GuatuFilterPopover, levels);
  gtk_widget_class_bind_template_child (widget_class, GuatuFilterPopover, count);
  gtk_widget_class_bind_template_child (widget_class, GuatuFilterPopover, clear);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_popover_popdown);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
guatu_filter_popover_init (GuatuFilterPopover *self)
{
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->units.widget = self->unit;
  self->people.widget = self->person;
  let_search (self->unit);
  let_search (self->person);
  name_date (self->from, self->from_label);
  name_date (self->to, self->to_label);
  add_roles (self);
  add_lights (self);
  add_stages (self);
}

GtkWidget *
guatu_filter_popover_new (GuatuBattleView *view)
{
  GuatuFilterPopover *self = g_object_new (GUATU_TYPE_FILTER_POPOVER, NULL);

  self->view = g_object_ref (view);
  g_signal_connect_object (view, "rows-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
