/* test-battle-toolbar.c — the bar above the battle map changes the view, and shows what others made of it. */
#include <adwaita.h>

#include "guatu-battle-toolbar-private.h"
#include "guatu-cairo-painter.h"
#include "guatu-date-entry.h"
#include "guatu-filter-popover.h"
#include "guatu-id.h"
#include "guatu-layers-popover.h"
#include "guatu-scale-zoom.h"
#include "guatu-test.h"

/* Prepare (Survey, Design), Build (Bridge, Road), Opening; the bridge is the unit Roads' and Chen's, who come second and
 * first in their lists. The status date is so late that every task with work in it is red. */
typedef struct
{
  char            *dir;
  GuatuDocument   *document;
  GuatuBattleView *view;
  GtkWidget       *window;
  GtkWidget       *bar;
  GtkWidget       *filter;
  GtkWidget       *layers;
} Fixture;

static gint32
add_named (GuatuPlan *plan, GuatuTable table, const char *name, gint64 position)
{
  gint32 row = guatu_plan_insert (plan, table, guatu_id_next ());

  g_assert_true (guatu_plan_set (plan, table, row, (guint) guatu_field_find (table, "name"), GUATU_TEXT (name)));
  guatu_test_set (plan, table, row, (guint) guatu_field_find (table, "position"), position);

  return row;
}

static void
assign (GuatuPlan *plan, gint32 task, GuatuRole role, guint field, GuatuTable table, gint32 whom)
{
  gint32 row = guatu_plan_insert (plan, GUATU_TABLE_ASSIGNMENT, guatu_id_next ());

  guatu_test_set (plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_TASK, guatu_plan_id (plan, GUATU_TABLE_TASK, task));
  guatu_test_set (plan, GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_ROLE, role);
  guatu_test_set (plan, GUATU_TABLE_ASSIGNMENT, row, field, guatu_plan_id (plan, table, whom));
}

static GuatuPlan *
make_plan (void)
{
  GuatuPlan *plan = guatu_test_plan_new ();
  gint32 prepare = guatu_test_add_task (plan, -1, "Prepare", "1d"), build, bridge, roads, chen;

  guatu_test_add_task (plan, prepare, "Survey", "5d");
  guatu_test_add_task (plan, prepare, "Design", "10d");
  build = guatu_test_add_task (plan, -1, "Build", "1d");
  bridge = guatu_test_add_task (plan, build, "Bridge", "34d");
  guatu_test_add_task (plan, build, "Road", "20d");
  guatu_test_add_task (plan, -1, "Opening", "0d");
  add_named (plan, GUATU_TABLE_UNIT, "Township", 1);
  roads = add_named (plan, GUATU_TABLE_UNIT, "Roads", 2);
  chen = add_named (plan, GUATU_TABLE_PERSON, "Chen", 1);
  add_named (plan, GUATU_TABLE_PERSON, "Li", 2);
  assign (plan, bridge, GUATU_ROLE_LEAD_UNIT, GUATU_ASSIGNMENT_UNIT, GUATU_TABLE_UNIT, roads);
  assign (plan, bridge, GUATU_ROLE_PROJECT_OWNER, GUATU_ASSIGNMENT_PERSON, GUATU_TABLE_PERSON, chen);
  guatu_test_set (plan, GUATU_TABLE_PLAN, 0, GUATU_PLAN_STATUS_DATE, guatu_test_at ("2024-12-02 17:00"));
  guatu_plan_settle (plan);

  return plan;
}

static GtkWidget *
part (GtkWidget *widget, const char *name)
{
  GtkWidget *found = GTK_WIDGET (gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name));

  g_assert_nonnull (found);
  return found;
}

static GtkWidget *
popover_of (Fixture *self, const char *name)
{
  return GTK_WIDGET (guatu_battle_toolbar_get_popover (GUATU_BATTLE_TOOLBAR (self->bar),
                                                       GTK_MENU_BUTTON (part (self->bar, name))));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GuatuPlan) plan = make_plan ();
  g_autofree char *path = NULL;

  self->dir = guatu_test_make_dir ();
  path = g_build_filename (self->dir, "plan.guatu", NULL);
  self->document = guatu_document_create (path, plan, NULL, "create", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  self->view = guatu_battle_view_new (self->document);
  self->window = g_object_ref (gtk_window_new ());
  self->bar = guatu_battle_toolbar_new (self->view);
  self->filter = popover_of (self, "filter");
  self->layers = popover_of (self, "layers");
  gtk_window_set_child (GTK_WINDOW (self->window), self->bar);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_assert_finalize_object (self->window);
  g_assert_finalize_object (self->view);
  g_assert_finalize_object (self->document);
  guatu_test_remove_dir (self->dir);
}

static const GuatuRowsQuery *
query_of (Fixture *self)
{
  return guatu_battle_view_get_query (self->view);
}

static guint
n_found (Fixture *self)
{
  return guatu_battle_view_get_rows (self->view)->n_found;
}

static void
ask (Fixture *self, const GuatuRowsQuery *query)
{
  guatu_battle_view_set_query (self->view, query);
}

static GtkWidget *
find_labelled (GtkWidget *widget, GType type, const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (GTK_IS_LABEL (child) && g_str_equal (gtk_label_get_text (GTK_LABEL (child)), text))
        return G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : gtk_widget_get_ancestor (widget, type);
      found = find_labelled (child, type, text);
      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Lets the program work until something is so. */
#define wait_until(condition) \
  G_STMT_START { \
    gint64 until_ = g_get_monotonic_time () + 5 * G_USEC_PER_SEC; \
    while (!(condition) && g_get_monotonic_time () < until_) \
      g_main_context_iteration (NULL, FALSE); \
    g_assert_true (condition); \
  } G_STMT_END

/* Scale -------------------------------------------------------------------------------------------- */

static const char * const scales[] = { NULL, "year", "quarter", "month", "ten-day", "week", "day", "hour" };
static const char * const scale_labels[] = { NULL, "Year", "Quarter", "Month", "Ten-day", "Week", "Day", "Hour" };

static void
test_units (void)
{
  double last = 0;

  for (guint unit = GUATU_SCALE_YEAR; unit <= GUATU_SCALE_HOUR; unit++)
    {
      double zoom = guatu_scale_unit_zoom ((GuatuScaleUnit) unit);

      g_assert_cmpfloat (zoom, >, last);
      g_assert_cmpint (guatu_scale_zoom_unit (zoom), ==, unit);
      g_assert_cmpint (guatu_scale_zoom_unit (zoom * 1.2), ==, unit);
      g_assert_cmpint (guatu_scale_zoom_unit (zoom / 1.2), ==, unit);
      last = zoom;
    }
  g_assert_cmpint (guatu_scale_zoom_unit (0.0001), ==, GUATU_SCALE_YEAR);
  g_assert_cmpint (guatu_scale_zoom_unit (100000), ==, GUATU_SCALE_HOUR);
}

/* The unit that is chosen is the one that is seen, in every language. */
static void
test_lowest (void)
{
  static const char * const languages[] = { "en", "zh_CN" };
  GuatuPalette palette;
  GuatuInstant from = guatu_test_at ("2024-01-01");

  guatu_palette_init_paper (&palette);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    for (guint unit = GUATU_SCALE_YEAR; unit <= GUATU_SCALE_HOUR; unit++)
      {
        g_autoptr(GuatuCairoPainter) painter = guatu_cairo_painter_new (NULL, &palette, languages[i]);
        double zoom = guatu_scale_unit_zoom ((GuatuScaleUnit) unit);
        GuatuTimeScale scale = { .from = from, .to = from + 2000 * GUATU_DAY, .width = 2000 * zoom };

        guatu_time_scale_choose_tiers (&scale, 1200, (GuatuScaleUnit) unit, languages[i], GUATU_PAINTER (painter), 12.5);
        g_assert_cmpint (scale.tiers[scale.n_tiers - 1].unit, ==, unit);
        g_assert_cmpint (scale.tiers[scale.n_tiers - 1].step, ==, 1);
        g_assert_cmpuint (scale.n_tiers, ==, unit == GUATU_SCALE_YEAR ? 1 : 2);
      }
}

static GtkToggleButton *
scale_button (Fixture *self, guint unit)
{
  GtkWidget *button = find_labelled (part (self->bar, "scales"), GTK_TYPE_TOGGLE_BUTTON, scale_labels[unit]);

  g_assert_nonnull (button);
  return GTK_TOGGLE_BUTTON (button);
}

static void
test_scale (Fixture *self, gconstpointer data)
{
  for (guint unit = GUATU_SCALE_HOUR; unit >= GUATU_SCALE_YEAR; unit--)
    {
      gtk_widget_activate_action (GTK_WIDGET (scale_button (self, unit)), "battle.scale", "s", scales[unit]);
      g_assert_cmpfloat (guatu_battle_view_get_zoom (self->view), ==, guatu_scale_unit_zoom ((GuatuScaleUnit) unit));
      g_assert_true (gtk_toggle_button_get_active (scale_button (self, unit)));
      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (part (self->bar, "scale_label"))), ==, scale_labels[unit]);
    }
  guatu_battle_view_set_zoom (self->view, guatu_scale_unit_zoom (GUATU_SCALE_DAY) * 1.3);
  for (guint unit = GUATU_SCALE_YEAR; unit <= GUATU_SCALE_HOUR; unit++)
    g_assert_cmpint (gtk_toggle_button_get_active (scale_button (self, unit)), ==, unit == GUATU_SCALE_DAY);
}

/* Pressed once more, the scale that is nearest becomes exact, and stays pressed. */
static void
test_exact (Fixture *self, gconstpointer data)
{
  guatu_battle_view_set_zoom (self->view, guatu_scale_unit_zoom (GUATU_SCALE_MONTH) * 1.2);
  g_signal_emit_by_name (scale_button (self, GUATU_SCALE_MONTH), "clicked");
  g_assert_cmpfloat (guatu_battle_view_get_zoom (self->view), ==, guatu_scale_unit_zoom (GUATU_SCALE_MONTH));
  g_assert_true (gtk_toggle_button_get_active (scale_button (self, GUATU_SCALE_MONTH)));
}

static void
test_narrow (Fixture *self, gconstpointer data)
{
  int minimum;

  gtk_widget_measure (self->bar, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 720);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 1400, 400);
  gtk_window_present (GTK_WINDOW (self->window));
  wait_until (gtk_widget_get_mapped (part (self->bar, "scales")) && !gtk_widget_get_mapped (part (self->bar, "scale")));
  gtk_window_set_default_size (GTK_WINDOW (self->window), 720, 400);
  wait_until (gtk_widget_get_mapped (part (self->bar, "scale")) && !gtk_widget_get_mapped (part (self->bar, "scales")));
}

/* Group and sort ------------------------------------------------------------------------------------- */

static void
test_group (Fixture *self, gconstpointer data)
{
  GuatuRowsQuery query;
  GMenuModel *menu;
  g_autoptr(GMenuModel) groups = NULL;
  GtkLabel *label = GTK_LABEL (part (self->bar, "group_label"));

  gtk_widget_activate_action (part (self->bar, "group"), "battle.group", "s", "unit");
  g_assert_cmpint (query_of (self)->grouping, ==, GUATU_GROUP_UNIT);
  g_assert_cmpstr (gtk_label_get_text (label), ==, "Group: Lead unit");
  query = *query_of (self);
  query.grouping = GUATU_GROUP_STAGE;
  ask (self, &query);
  g_assert_cmpstr (gtk_label_get_text (label), ==, "Group: Stage");
  gtk_widget_activate_action (part (self->bar, "group"), "battle.group", "s", "none");
  g_assert_cmpint (query_of (self)->grouping, ==, GUATU_GROUP_NONE);
  g_assert_cmpstr (gtk_label_get_text (label), ==, "Group");
  popover_of (self, "group");
  menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (part (self->bar, "group")));
  groups = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION);
  g_assert_cmpint (g_menu_model_get_n_items (groups), ==, GUATU_N_GROUPINGS);
}

/* The menu's own actions: all folded, all shown, and so many levels. */
static void
test_folds (Fixture *self, gconstpointer data)
{
  GtkWidget *group = part (self->bar, "group");

  gtk_widget_activate_action (group, "battle.fold-all", NULL);
  g_assert_cmpuint (guatu_battle_view_get_rows (self->view)->n, ==, 3);
  gtk_widget_activate_action (group, "battle.unfold-all", NULL);
  g_assert_cmpuint (guatu_battle_view_get_rows (self->view)->n, ==, 7);
  gtk_widget_activate_action (group, "battle.level", "u", 1);
  g_assert_cmpuint (guatu_battle_view_get_rows (self->view)->n, ==, 3);
}

static void
test_sort (Fixture *self, gconstpointer data)
{
  GuatuRowsQuery query;
  GtkLabel *label = GTK_LABEL (part (self->bar, "sort_label"));

  gtk_widget_activate_action (part (self->bar, "sort"), "battle.sort", "s", "deadline");
  gtk_widget_activate_action (part (self->bar, "sort"), "battle.descending", NULL);
  g_assert_cmpint (query_of (self)->sort, ==, GUATU_SORT_DEADLINE);
  g_assert_true (query_of (self)->descending);
  g_assert_cmpstr (gtk_label_get_text (label), ==, "Sort: Deadline ↓");
  query = *query_of (self);
  query.sort = GUATU_SORT_OUTLINE;
  query.descending = FALSE;
  ask (self, &query);
  g_assert_cmpstr (gtk_label_get_text (label), ==, "Sort");
}

/* Filter --------------------------------------------------------------------------------------------- */

static void
test_lights (Fixture *self, gconstpointer data)
{
  GtkWidget *red = find_labelled (part (self->filter, "lights"), GTK_TYPE_TOGGLE_BUTTON, "Red");
  GtkWidget *green = find_labelled (part (self->filter, "lights"), GTK_TYPE_TOGGLE_BUTTON, "On track");
  GuatuRowsQuery query;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (red), TRUE);
  g_assert_cmpuint (query_of (self)->lights, ==, 1u << GUATU_LIGHT_RED);
  g_assert_cmpuint (n_found (self), >=, 4);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (green), TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (red), FALSE);
  g_assert_cmpuint (query_of (self)->lights, ==, 1u << GUATU_LIGHT_GREEN);
  g_assert_cmpuint (n_found (self), ==, 0);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (part (self->filter, "count"))), ==, "0 of 7 tasks");
  query = *query_of (self);
  query.lights = 1u << GUATU_LIGHT_RED;
  ask (self, &query);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (red)));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (green)));
}

static void
test_choices (Fixture *self, gconstpointer data)
{
  GtkDropDown *unit = GTK_DROP_DOWN (part (self->filter, "unit")), *person = GTK_DROP_DOWN (part (self->filter, "person"));
  GuatuRowsQuery query = *query_of (self);
  GtkStringObject *chosen;

  g_assert_true (gtk_drop_down_get_enable_search (unit));
  gtk_drop_down_set_selected (unit, 2);
  chosen = gtk_drop_down_get_selected_item (unit);
  g_assert_cmpstr (gtk_string_object_get_string (chosen), ==, "Roads");
  g_assert_cmpuint (n_found (self), ==, 1);
  gtk_drop_down_set_selected (person, 2);
  g_assert_cmpuint (n_found (self), ==, 0);
  gtk_drop_down_set_selected (person, 1);
  g_assert_cmpuint (n_found (self), ==, 1);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (part (self->bar, "filter_label"))), ==, "Filter: 2");
  ask (self, &query);
  g_assert_cmpuint (gtk_drop_down_get_selected (unit), ==, 0);
  g_assert_cmpuint (gtk_drop_down_get_selected (person), ==, 0);
  query.person = 0;
  ask (self, &query);
  g_assert_cmpuint (gtk_drop_down_get_selected (person), ==, 1);
}

/* A unit that is removed takes the condition on it away. */
static void
test_removed (Fixture *self, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  GuatuRowsQuery query = *query_of (self);
  gint64 township = guatu_plan_id (guatu_document_get_plan (self->document), GUATU_TABLE_UNIT, 0);

  query.unit = 0;
  ask (self, &query);
  g_assert_cmpuint (n_found (self), ==, 0);
  g_assert_true (guatu_document_remove (self->document, GUATU_TABLE_UNIT, township, &error));
  g_assert_no_error (error);
  g_assert_cmpint (query_of (self)->unit, ==, -1);
  g_assert_cmpuint (n_found (self), ==, 7);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (part (self->filter, "unit"))), ==, 0);
}

static void
test_stages (Fixture *self, gconstpointer data)
{
  GtkWidget *none = find_labelled (part (self->filter, "stages"), GTK_TYPE_CHECK_BUTTON, "No stage");
  GtkWidget *started = find_labelled (part (self->filter, "stages"), GTK_TYPE_CHECK_BUTTON, "Started");
  GuatuRowsQuery query;

  gtk_check_button_set_active (GTK_CHECK_BUTTON (started), TRUE);
  g_assert_cmpuint (query_of (self)->stages, ==, 1u << GUATU_STAGE_STARTED);
  g_assert_cmpuint (n_found (self), ==, 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (none), TRUE);
  g_assert_cmpuint (n_found (self), ==, 7);
  query = *query_of (self);
  query.stages = 0;
  ask (self, &query);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (none)));
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (started)));
}

static void
test_critical (Fixture *self, gconstpointer data)
{
  GtkSwitch *critical = GTK_SWITCH (part (self->filter, "critical"));
  GuatuRowsQuery query;

  gtk_switch_set_active (critical, TRUE);
  g_assert_true (query_of (self)->critical);
  query = *query_of (self);
  query.critical = FALSE;
  ask (self, &query);
  g_assert_false (gtk_switch_get_active (critical));
}

static void
test_dates (Fixture *self, gconstpointer data)
{
  GuatuDateEntry *from = GUATU_DATE_ENTRY (part (self->filter, "from")), *to = GUATU_DATE_ENTRY (part (self->filter, "to"));
  GtkEditable *entry = GTK_EDITABLE (guatu_date_entry_get_entry (from));
  GuatuRowsQuery query;

  gtk_editable_set_text (entry, "2024-03-1");
  gtk_editable_set_text (entry, "2024-03-18");
  g_assert_cmpint (query_of (self)->from, ==, guatu_test_at ("2024-03-18"));
  gtk_editable_set_text (GTK_EDITABLE (guatu_date_entry_get_entry (to)), "2024/3/20");
  g_assert_cmpint (query_of (self)->to, ==, guatu_test_at ("2024-03-21") - 1);
  g_assert_cmpuint (guatu_rows_query_n_conditions (query_of (self)), ==, 1);
  query = *query_of (self);
  query.from = guatu_test_at ("2024-04-01 08:00");
  ask (self, &query);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "2024-04-01");
  gtk_editable_set_text (entry, "");
  g_assert_cmpint (query_of (self)->from, ==, GUATU_NONE);
}

/* Half a date changes nothing; left standing, it is told to be none. */
static void
test_no_date (Fixture *self, gconstpointer data)
{
  GuatuDateEntry *from = GUATU_DATE_ENTRY (part (self->filter, "from"));
  GtkEntry *entry = guatu_date_entry_get_entry (from);

  gtk_editable_set_text (GTK_EDITABLE (entry), "2024-0");
  g_assert_cmpint (query_of (self)->from, ==, GUATU_NONE);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (entry), "error"));
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (entry), "error"));
}

static void
test_levels (Fixture *self, gconstpointer data)
{
  GtkDropDown *levels = GTK_DROP_DOWN (part (self->filter, "levels"));
  GuatuRowsQuery query;

  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (levels)), ==, 3);
  gtk_drop_down_set_selected (levels, 1);
  g_assert_cmpint (query_of (self)->max_depth, ==, 1);
  query = *query_of (self);
  query.max_depth = 4;
  ask (self, &query);
  g_assert_cmpuint (gtk_drop_down_get_selected (levels), ==, 4);
}

static void
test_clear (Fixture *self, gconstpointer data)
{
  GuatuRowsQuery query = *query_of (self);

  g_assert_false (gtk_widget_get_sensitive (part (self->filter, "clear")));
  query.grouping = GUATU_GROUP_UNIT;
  query.text = "road";
  query.critical = TRUE;
  query.unit = 0;
  query.lights = 1;
  ask (self, &query);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (part (self->bar, "filter_label"))), ==, "Filter: 4");
  g_signal_emit_by_name (part (self->filter, "clear"), "clicked");
  g_assert_cmpuint (guatu_rows_query_n_conditions (query_of (self)), ==, 0);
  g_assert_cmpint (query_of (self)->grouping, ==, GUATU_GROUP_UNIT);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (part (self->bar, "filter_label"))), ==, "Filter");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (part (self->bar, "search"))), ==, "");
}

/* Search --------------------------------------------------------------------------------------------- */

static void
test_search (Fixture *self, gconstpointer data)
{
  GtkWidget *search = part (self->bar, "search"), *count = part (self->bar, "count");

  g_assert_false (gtk_widget_get_visible (count));
  gtk_editable_set_text (GTK_EDITABLE (search), "br");
  g_assert_null (query_of (self)->text);
  wait_until (query_of (self)->text != NULL);
  g_assert_cmpstr (query_of (self)->text, ==, "br");
  g_assert_true (gtk_widget_get_visible (count));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (count)), ==, "1 of 7 tasks");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (part (self->filter, "text"))), ==, "br");
  g_signal_emit_by_name (search, "stop-search");
  wait_until (query_of (self)->text == NULL);
  g_assert_false (gtk_widget_get_visible (count));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
}

/* What is being typed is not undone by a change of something else. */
static void
test_typing (Fixture *self, gconstpointer data)
{
  GtkEditable *search = GTK_EDITABLE (part (self->bar, "search"));
  GuatuRowsQuery query = *query_of (self);

  gtk_editable_set_text (search, "road");
  query.critical = TRUE;
  ask (self, &query);
  g_assert_cmpstr (gtk_editable_get_text (search), ==, "road");
  wait_until (query_of (self)->text != NULL);
  g_assert_true (query_of (self)->critical);
  query.text = "survey";
  ask (self, &query);
  g_assert_cmpstr (gtk_editable_get_text (search), ==, "survey");
}

static void
test_focus (Fixture *self, gconstpointer data)
{
  gtk_window_present (GTK_WINDOW (self->window));
  guatu_battle_toolbar_start_search (GUATU_BATTLE_TOOLBAR (self->bar));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (self->window)), part (self->bar, "search")));
}

/* Layers --------------------------------------------------------------------------------------------- */

/* What labels say is chosen too, as far as there are any. */
static void
test_labels (Fixture *self, gconstpointer data)
{
  GtkWidget *name = find_labelled (self->layers, GTK_TYPE_CHECK_BUTTON, "Name");

  gtk_check_button_set_active (GTK_CHECK_BUTTON (name), TRUE);
  g_assert_cmpuint (guatu_battle_view_get_labels (self->view), ==, GUATU_LABEL_NAME | GUATU_LABEL_SLIP);
  g_assert_cmpuint (guatu_battle_view_get_chart (self->view)->label_kinds, ==, GUATU_LABEL_NAME | GUATU_LABEL_SLIP);
  guatu_battle_view_set_labels (self->view, GUATU_LABEL_SLIP);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (name)));
  guatu_battle_view_set_layers (self->view, GUATU_USUAL_LAYERS & ~(guint) GUATU_LAYER_LABELS);
  g_assert_false (gtk_widget_get_sensitive (name));
}

/* Where there is no room for the entry a button opens one, which says the same. */
static void
test_folded_search (Fixture *self, gconstpointer data)
{
  GtkWidget *search = part (self->bar, "search"), *button = part (self->bar, "search_button");

  gtk_window_set_default_size (GTK_WINDOW (self->window), 1400, 300);
  gtk_window_present (GTK_WINDOW (self->window));
  wait_until (gtk_widget_get_mapped (search) && !gtk_widget_get_mapped (button));
  gtk_editable_set_text (GTK_EDITABLE (part (self->bar, "folded_search")), "road");
  wait_until (g_strcmp0 (query_of (self)->text, "road") == 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "road");
  g_assert_true (gtk_widget_has_css_class (button, "on"));
  gtk_widget_set_size_request (part (self->bar, "sort"), 1000, -1);
  wait_until (gtk_widget_get_mapped (button) && !gtk_widget_get_mapped (search));
}

static void
test_layers (Fixture *self, gconstpointer data)
{
  for (guint i = 0; GUATU_ALL_LAYERS >> i != 0; i++)
    {
      GuatuLayers layer = (GuatuLayers) (1u << i);
      GtkSwitch *button = guatu_layers_popover_get_switch (GUATU_LAYERS_POPOVER (self->layers), layer);
      guint before = guatu_battle_view_get_layers (self->view);

      g_assert_cmpint (gtk_switch_get_active (button), ==, (before & layer) != 0);
      gtk_switch_set_active (button, (before & layer) == 0);
      g_assert_cmpuint (guatu_battle_view_get_layers (self->view), ==, before ^ layer);
    }
  g_assert_true (gtk_widget_has_css_class (part (self->bar, "layers"), "on"));
  guatu_battle_view_set_layers (self->view, GUATU_USUAL_LAYERS);
  g_assert_false (gtk_widget_has_css_class (part (self->bar, "layers"), "on"));
  g_assert_true (gtk_switch_get_active (guatu_layers_popover_get_switch (GUATU_LAYERS_POPOVER (self->layers),
                                                                         GUATU_LAYER_LINKS)));
}

/* The view keeps what its query says, whatever becomes of who asked. */
static void
test_text_is_kept (Fixture *self, gconstpointer data)
{
  GuatuRowsQuery query = *query_of (self);
  g_autofree char *text = g_strdup ("road");

  query.text = text;
  ask (self, &query);
  text[0] = 'X';
  g_assert_cmpstr (query_of (self)->text, ==, "road");
  ask (self, query_of (self));
  g_assert_cmpstr (query_of (self)->text, ==, "road");
}

#define add(path, func) g_test_add ("/battle-toolbar/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  guatu_test_fix_ids ();
  adw_init ();

  g_test_add_func ("/battle-toolbar/units-and-zooms-agree", test_units);
  g_test_add_func ("/battle-toolbar/a-unit's-zoom-makes-it-the-lowest-scale", test_lowest);
  add ("scale-buttons-set-the-zoom-and-show-the-nearest", test_scale);
  add ("a-pressed-scale-is-made-exact", test_exact);
  add ("scales-fold-where-the-window-is-narrow", test_narrow);
  add ("groups-are-chosen-and-shown", test_group);
  add ("folds-are-made-from-the-menu", test_folds);
  add ("the-order-is-chosen-and-shown", test_sort);
  add ("lights-are-chosen-and-shown", test_lights);
  add ("units-and-people-are-chosen-and-shown", test_choices);
  add ("a-removed-unit-is-no-condition", test_removed);
  add ("stages-are-chosen-and-shown", test_stages);
  add ("critical-tasks-are-chosen-and-shown", test_critical);
  add ("dates-are-typed-and-shown", test_dates);
  add ("half-a-date-is-none", test_no_date);
  add ("levels-are-chosen-and-shown", test_levels);
  add ("conditions-are-cleared", test_clear);
  add ("search-filters-after-a-while-and-counts", test_search);
  add ("typing-is-not-undone", test_typing);
  add ("search-is-entered", test_focus);
  add ("each-layer-has-its-switch", test_layers);
  add ("labels-are-chosen", test_labels);
  add ("search-folds-into-a-button", test_folded_search);
  add ("the-view-keeps-its-text", test_text_is_kept);

  return g_test_run ();
}
