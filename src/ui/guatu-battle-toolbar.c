/* guatu-battle-toolbar.c — actions and widgets that follow the view, and that the view follows. */
#include "guatu-battle-toolbar.h"

#include <glib/gi18n.h>

#include "guatu-bar-layout.h"
#include "guatu-baseline-popover.h"
#include "guatu-chart-names.h"
#include "guatu-filter-popover.h"
#include "guatu-fold.h"
#include "guatu-layers-popover.h"
#include "guatu-scale-zoom.h"
#include "guatu-task-words.h"

/* Levels of the outline that a menu offers; the keys go further. */
#define N_LEVELS 5

struct _GuatuBattleToolbar
{
  GtkWidget           parent_instance;

  /* Template widgets */
  GtkWidget          *scales;
  GtkLabel           *scale_label;
  GtkLabel           *group_label;
  GtkLabel           *filter_label;
  GtkLabel           *sort_label;
  GtkLabel           *baseline_label;
  GtkMenuButton      *scale;
  GtkMenuButton      *group;
  GtkMenuButton      *filter;
  GtkMenuButton      *sort;
  GtkMenuButton      *layers;
  GtkMenuButton      *baseline;
  GtkMenuButton      *columns;
  GtkMenuButton      *go;
  GuatuFold          *search_fold;
  GtkWidget          *search;
  GtkMenuButton      *search_button;
  GtkWidget          *folded_search;
  GtkLabel           *count;

  char               *shown_text;   /* the query's, as of the last look */
  gboolean            updating;

  /* Owned references */
  GuatuBattleView    *view;
  GSimpleActionGroup *actions;
};

G_DEFINE_FINAL_TYPE (GuatuBattleToolbar, guatu_battle_toolbar, GTK_TYPE_WIDGET)

enum { PLAN_BACKWARD, REMOVED, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* In the order of the enumerations. */
static const char * const scale_titles[] = {
  [GUATU_SCALE_YEAR] = N_("Year"),
  [GUATU_SCALE_QUARTER] = N_("Quarter"),
  [GUATU_SCALE_MONTH] = N_("Month"),
  [GUATU_SCALE_TEN_DAY] = N_("Ten-day"),
  [GUATU_SCALE_WEEK] = N_("Week"),
  [GUATU_SCALE_DAY] = N_("Day"),
  [GUATU_SCALE_HOUR] = N_("Hour"),
};

static const char * const group_titles[GUATU_N_GROUPINGS] = {
  NC_("group by", "None"), NC_("group by", "Category"), NC_("group by", "Lead unit"), NC_("group by", "Support unit"),
  NC_("group by", "Task force"), NC_("group by", "Township"), NC_("group by", "Project owner"),
  NC_("group by", "Lead executive"), NC_("group by", "Responsible person"), NC_("group by", "Inspector"),
  NC_("group by", "Stage"), NC_("group by", "Ledger"), NC_("group by", "Light"),
};

static const char * const sort_titles[GUATU_N_SORTS] = {
  NC_("sort by", "Outline"), NC_("sort by", "Name"), NC_("sort by", "Start"), NC_("sort by", "Finish"),
  NC_("sort by", "Deadline"), NC_("sort by", "Duration"), NC_("sort by", "Float"), NC_("sort by", "Progress"),
};

/* From the view -------------------------------------------------------------------------------------- */

static void
set_state (GuatuBattleToolbar *self,
           const char         *action,
           GVariant           *state)
{
  GAction *found = g_action_map_lookup_action (G_ACTION_MAP (self->actions), action);

  g_simple_action_set_state (G_SIMPLE_ACTION (found), state);
}

static void
update_scale (GuatuBattleToolbar *self)
{
  GuatuScaleUnit unit = guatu_battle_view_get_unit (self->view);

  set_state (self, "scale", g_variant_new_string (guatu_scale_names ()[unit]));
  gtk_label_set_text (self->scale_label, _(scale_titles[unit]));
}

/* What is being typed, and has not become a condition yet, stays. */
static void
update_search (GuatuBattleToolbar   *self,
               const GuatuRowsQuery *query)
{
  const char *text = query->text != NULL ? query->text : "";
  guint n = guatu_rows_query_n_conditions (query);
  g_autofree char *whole = guatu_filter_count_text (self->view);

  gtk_label_set_text (self->count, whole);
  gtk_widget_set_visible (GTK_WIDGET (self->count), n > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  n > 0 ? whole : "", -1);
  if (g_strcmp0 (text, self->shown_text) == 0)
    return;
  g_free (self->shown_text);
  self->shown_text = g_strdup (text);
  self->updating = TRUE;
  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (self->search))))
    gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  self->updating = FALSE;
}

static void
show_on (GtkMenuButton *button,
         gboolean       on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (button), "on");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (button), "on");
}

static void
update_buttons (GuatuBattleToolbar   *self,
                const GuatuRowsQuery *query)
{
  guint n = guatu_rows_query_n_conditions (query);
  const char *group_title = g_dpgettext2 (GETTEXT_PACKAGE, "group by", group_titles[query->grouping]);
  const char *sort_title = g_dpgettext2 (GETTEXT_PACKAGE, "sort by", sort_titles[query->sort]);
  g_autofree char *group = g_strdup_printf (_("_Group: %s"), group_title);
  g_autofree char *sort = g_strdup_printf (query->descending ? _("_Sort: %s ↓") : _("_Sort: %s"), sort_title);
  /* Translators: the number of conditions that are on. */
  g_autofree char *filter = n > 0 ? g_strdup_printf (_("_Filter: %u"), n) : g_strdup (_("_Filter"));

  gtk_label_set_text_with_mnemonic (self->group_label, query->grouping == GUATU_GROUP_NONE ? _("_Group") : group);
  gtk_label_set_text_with_mnemonic (self->sort_label, query->sort == GUATU_SORT_OUTLINE && !query->descending ? _("_Sort")
                                                                                                           : sort);
  gtk_label_set_text_with_mnemonic (self->filter_label, filter);
  show_on (self->filter, n > 0);
  show_on (self->search_button, query->text != NULL);
  show_on (self->sort, query->sort != GUATU_SORT_OUTLINE || query->descending);
}

/* Longer names than this are cut off on the button, so that it gives the day instead. */
#define LONG_NAME 16

/* The name says which; the tooltip, of which day. */
static void
update_baseline (GuatuBattleToolbar *self)
{
  const GuatuPlan *plan = guatu_document_get_plan (guatu_battle_view_get_document (self->view));
  const GuatuBaseline *baselines = guatu_plan_rows (plan, GUATU_TABLE_BASELINE);
  gint32 row = guatu_battle_view_get_baseline (self->view);
  gboolean drawn = row >= 0 && (guatu_battle_view_get_layers (self->view) & GUATU_LAYER_BASELINE) != 0;
  g_auto(GStrv) parts = NULL;
  g_autofree char *name = NULL, *label = NULL, *day = NULL, *tip = NULL;

  show_on (self->baseline, drawn);
  if (!drawn)
    {
      gtk_label_set_text_with_mnemonic (self->baseline_label, _("_Baseline"));
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->baseline), _("Choose or set a baseline (Ctrl+Shift+B)"));
      return;
    }

  /* An underscore in a name is no mnemonic. */
  parts = g_strsplit (guatu_plan_text (plan, baselines[row].name), "_", -1);
  name = g_strjoinv ("__", parts);
  day = guatu_words_day (baselines[row].taken_on);
  label = g_strdup_printf (_("_Baseline: %s"), g_utf8_strlen (name, -1) > LONG_NAME ? day : name);
  tip = g_strdup_printf (_("“%s”, set on %s (Ctrl+Shift+B)"), guatu_plan_text (plan, baselines[row].name), day);
  gtk_label_set_text_with_mnemonic (self->baseline_label, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->baseline), tip);
}

static void
update_rows (GuatuBattleToolbar *self)
{
  const GuatuRowsQuery *query = guatu_battle_view_get_query (self->view);
  GAction *status_date;

  set_state (self, "group", g_variant_new_string (guatu_grouping_names ()[query->grouping]));
  set_state (self, "sort", g_variant_new_string (guatu_sort_names ()[query->sort]));
  set_state (self, "descending", g_variant_new_boolean (query->descending));
  status_date = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "status-date");
  g_simple_action_set_enabled (G_SIMPLE_ACTION (status_date),
                               guatu_battle_view_get_chart (self->view)->status_date != GUATU_NONE);
  update_buttons (self, query);
  update_search (self, query);
  update_baseline (self);
}

static void
update_look (GuatuBattleToolbar *self)
{
  show_on (self->layers, guatu_battle_view_get_layers (self->view) != GUATU_USUAL_LAYERS
                         || guatu_battle_view_get_labels (self->view) != GUATU_LABEL_SLIP
                         || !guatu_battle_view_get_overview (self->view));
  update_baseline (self);
}

/* To the view ---------------------------------------------------------------------------------------- */

static void
scale_cb (GSimpleAction *action,
          GVariant      *state,
          gpointer       data)
{
  GuatuBattleToolbar *self = data;
  int unit = guatu_name_find (guatu_scale_names (), g_variant_get_string (state, NULL));

  if (unit <= GUATU_SCALE_AUTO)
    return;
  guatu_battle_view_set_zoom (self->view, guatu_scale_unit_zoom ((GuatuScaleUnit) unit));
}

static void
group_cb (GSimpleAction *action,
          GVariant      *state,
          gpointer       data)
{
  GuatuBattleToolbar *self = data;
  GuatuRowsQuery query = *guatu_battle_view_get_query (self->view);
  int grouping = guatu_name_find (guatu_grouping_names (), g_variant_get_string (state, NULL));

  if (grouping < 0 || grouping == (int) query.grouping)
    return;
  query.grouping = (GuatuGrouping) grouping;
  guatu_battle_view_set_query (self->view, &query);
}

static void
sort_cb (GSimpleAction *action,
         GVariant      *state,
         gpointer       data)
{
  GuatuBattleToolbar *self = data;
  GuatuRowsQuery query = *guatu_battle_view_get_query (self->view);
  int sort = guatu_name_find (guatu_sort_names (), g_variant_get_string (state, NULL));

  if (sort < 0 || sort == (int) query.sort)
    return;
  query.sort = (GuatuSort) sort;
  guatu_battle_view_set_query (self->view, &query);
}

static void
descending_cb (GSimpleAction *action,
               GVariant      *state,
               gpointer       data)
{
  GuatuBattleToolbar *self = data;
  GuatuRowsQuery query = *guatu_battle_view_get_query (self->view);

  query.descending = g_variant_get_boolean (state);
  guatu_battle_view_set_query (self->view, &query);
}

static void
fold_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  GuatuBattleToolbar *self = data;

  guatu_battle_view_fold_all (self->view, g_str_equal (g_action_get_name (G_ACTION (action)), "fold-all"));
}

/* What the map does; widgets of the bar would not find its actions. */
static void
map_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       data)
{
  GtkWidget *map = gtk_widget_get_parent (GTK_WIDGET (data));
  g_autofree char *name = g_strconcat ("battle.", g_action_get_name (G_ACTION (action)), NULL);

  if (map != NULL)
    gtk_widget_activate_action (map, name, NULL);
}

static void
level_cb (GSimpleAction *action,
          GVariant      *level,
          gpointer       data)
{
  GuatuBattleToolbar *self = data;

  guatu_battle_view_fold_to (self->view, MAX (g_variant_get_uint32 (level), 1));
}

static void
typed_cb (GuatuBattleToolbar *self)
{
  /* While it is given another text, an entry is empty for a moment, and says so. */
  if (!self->updating)
    guatu_battle_view_search (self->view, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
stop_search_cb (GuatuBattleToolbar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

/* Pages that are not shown have keys of their own. */
static gboolean
find_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   data)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;

  guatu_battle_toolbar_start_search (GUATU_BATTLE_TOOLBAR (widget));
  return TRUE;
}

static void
backward_cb (GuatuBattleToolbar *self)
{
  g_signal_emit (self, signals[PLAN_BACKWARD], 0);
}

static gboolean
backward_key_cb (GtkWidget *widget,
                 GVariant  *arguments,
                 gpointer   data)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;

  backward_cb (GUATU_BATTLE_TOOLBAR (widget));
  return TRUE;
}

static gboolean
baseline_key_cb (GtkWidget *widget,
                 GVariant  *arguments,
                 gpointer   data)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;

  gtk_menu_button_popup (GUATU_BATTLE_TOOLBAR (widget)->baseline);
  return TRUE;
}

static void
removed_cb (GuatuBattleToolbar *self,
            guint               steps,
            const char         *what)
{
  g_signal_emit (self, signals[REMOVED], 0, steps, what);
}

static void
failed_cb (GuatuBattleToolbar *self,
           const char         *message)
{
  g_signal_emit (self, signals[FAILED], 0, message);
}

/* The widgets ---------------------------------------------------------------------------------------- */

static GMenu *
make_menu (const char * const *names,
           const char * const *titles,
           const char         *context,
           const char         *action,
           guint               first,
           guint               n)
{
  GMenu *menu = g_menu_new ();

  for (guint i = first; i < n; i++)
    {
      const char *title = context != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, context, titles[i]) : _(titles[i]);
      g_autoptr(GMenuItem) item = g_menu_item_new (title, NULL);

      g_menu_item_set_action_and_target (item, action, "s", names[i]);
      g_menu_append_item (menu, item);
    }

  return menu;
}

static GMenu *
make_folds (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) levels = g_menu_new ();

  for (guint level = 1; level <= N_LEVELS; level++)
    {
      g_autofree char *title = g_strdup_printf (ngettext ("Only the Top Level", "Top %u Levels", level), level);
      g_autoptr(GMenuItem) item = g_menu_item_new (title, NULL);

      g_menu_item_set_action_and_target (item, "battle.level", "u", level);
      g_menu_append_item (levels, item);
    }
  g_menu_append (menu, _("_Collapse All"), "battle.fold-all");
  g_menu_append (menu, _("_Expand All"), "battle.unfold-all");
  g_menu_append_submenu (menu, _("Expand _Down to"), G_MENU_MODEL (levels));

  return menu;
}

static void
add_menus (GuatuBattleToolbar *self)
{
  g_autoptr(GMenu) grouping = g_menu_new (), folds = make_folds ();
  g_autoptr(GMenu) dates = g_menu_new (), zooms = g_menu_new (), go = g_menu_new ();
  g_autoptr(GMenu) scales = make_menu (guatu_scale_names (), scale_titles, NULL, "battle.scale", GUATU_SCALE_YEAR,
                                       G_N_ELEMENTS (scale_titles));
  g_autoptr(GMenu) groups = make_menu (guatu_grouping_names (), group_titles, "group by", "battle.group", 0,
                                       GUATU_N_GROUPINGS);
  g_autoptr(GMenu) keys = make_menu (guatu_sort_names (), sort_titles, "sort by", "battle.sort", 0, GUATU_N_SORTS);
  g_autoptr(GMenu) order = g_menu_new (), sorts = g_menu_new ();

  g_menu_append (order, _("Descending"), "battle.descending");
  g_menu_append_section (sorts, NULL, G_MENU_MODEL (keys));
  g_menu_append_section (sorts, NULL, G_MENU_MODEL (order));
  g_menu_append (dates, _("Go to _Today"), "battle.today");
  g_menu_append (dates, _("Go to _Status Date"), "battle.status-date");
  g_menu_append (zooms, _("_Fit Plan"), "battle.fit");
  g_menu_append (zooms, _("Zoom _In"), "battle.zoom-in");
  g_menu_append (zooms, _("Zoom _Out"), "battle.zoom-out");
  g_menu_append_section (go, NULL, G_MENU_MODEL (dates));
  g_menu_append_section (go, NULL, G_MENU_MODEL (zooms));
  gtk_menu_button_set_menu_model (self->go, G_MENU_MODEL (go));
  gtk_menu_button_set_menu_model (self->scale, G_MENU_MODEL (scales));
  g_menu_append_section (grouping, NULL, G_MENU_MODEL (groups));
  g_menu_append_section (grouping, NULL, G_MENU_MODEL (folds));
  gtk_menu_button_set_menu_model (self->group, G_MENU_MODEL (grouping));
  gtk_menu_button_set_menu_model (self->sort, G_MENU_MODEL (sorts));
}

static void
add_actions (GuatuBattleToolbar *self)
{
  static const GActionEntry entries[] = {
    { .name = "scale", .parameter_type = "s", .state = "''", .change_state = scale_cb },
    { .name = "fold-all", .activate = fold_cb },
    { .name = "unfold-all", .activate = fold_cb },
    { .name = "fit", .activate = map_cb },
    { .name = "today", .activate = map_cb },
    { .name = "status-date", .activate = map_cb },
    { .name = "zoom-in", .activate = map_cb },
    { .name = "zoom-out", .activate = map_cb },
    { .name = "level", .parameter_type = "u", .activate = level_cb },
    { .name = "group", .parameter_type = "s", .state = "''", .change_state = group_cb },
    { .name = "sort", .parameter_type = "s", .state = "''", .change_state = sort_cb },
    { .name = "descending", .state = "false", .change_state = descending_cb },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "battle", G_ACTION_GROUP (self->actions));
}

/* A menu button with a child of its own says its name to nobody else. */
static void
name_button (GtkMenuButton *button)
{
  GtkWidget *box = gtk_menu_button_get_child (button);

  gtk_accessible_update_relation (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (button))),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, gtk_widget_get_first_child (box), NULL, -1);
}

static void
guatu_battle_toolbar_dispose (GObject *object)
{
  GuatuBattleToolbar *self = GUATU_BATTLE_TOOLBAR (object);
  GtkWidget *child;

  gtk_widget_insert_action_group (GTK_WIDGET (self), "battle", NULL);
  g_clear_object (&self->actions);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->view);
  g_clear_pointer (&self->shown_text, g_free);

  G_OBJECT_CLASS (guatu_battle_toolbar_parent_class)->dispose (object);
}

static void
guatu_battle_toolbar_class_init (GuatuBattleToolbarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_battle_toolbar_dispose;

  signals[PLAN_BACKWARD] = g_signal_new ("plan-backward", GUATU_TYPE_BATTLE_TOOLBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", GUATU_TYPE_BATTLE_TOOLBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", GUATU_TYPE_BATTLE_TOOLBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (GUATU_TYPE_FOLD);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/guatu/Guatu/guatu-battle-toolbar.ui");
  gtk_widget_class_bind_template_child (widget_class, GuatuBattleToolbar, scales);
  gtk_widget_class_bind_template_child (widget_class, GuatuBattleToolbar, scale_label);
  gtk_widget_class_bind_template_child (widget_class, GuatuBattleToolbar, group_label);
  gtk_widget_class_bind_template_child (widget_class, GuatuBattleToolbar, filter_label);
  gtk_widget_class_bind_template_child (widget_class, GuatuBattleToolbar, sort_label);
  gtk_widget_class_bind_template_child (widget_class, GuatuBattleToolbar, scale);
  gtk_widget_class_bind_template_child (widget_class, GuatuBattleToolbar, group);
  gtk_widget_class_bind_template_child (widget_class, GuatuBattleToolbar, filter);
  gtk_widget_class_bind_template_child (widget_class, GuatuBattleToolbar, sort);
  gtk_widget_class_bind_template_child (widget_class, GuatuBattleToolbar, layers);
  gtk_widget_class_bind_template_child (widget_class, GuatuBattleToolbar, baseline);
  gtk_widget_class_bind_template_child (widget_class, GuatuBattleToolbar, baseline_label);
  gtk_widget_class_bind_template_child (widget_class, GuatuBattleToolbar, columns);
  gtk_widget_class_bind_template_child (widget_class, GuatuBattleToolbar, go);
  gtk_widget_class_bind_template_child (widget_class, GuatuBattleToolbar, search_fold);
  gtk_widget_class_bind_template_child (widget_class, GuatuBattleToolbar, search);
  gtk_widget_class_bind_template_child (widget_class, GuatuBattleToolbar, search_button);
  gtk_widget_class_bind_template_child (widget_class, GuatuBattleToolbar, folded_search);
  gtk_widget_class_bind_template_child (widget_class, GuatuBattleToolbar, count);
  gtk_widget_class_bind_template_callback (widget_class, backward_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GUATU_TYPE_BAR_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "battletoolbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static void
add_key (GtkEventController *keys,
         guint               key,
         GdkModifierType     state,
         GtkShortcutFunc     func)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (key, state),
                                                          gtk_callback_action_new (func, NULL, NULL)));
}

static void
guatu_battle_toolbar_init (GuatuBattleToolbar *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  add_actions (self);
  add_menus (self);
  name_button (self->scale);
  name_button (self->group);
  name_button (self->filter);
  name_button (self->sort);
  name_button (self->layers);
  name_button (self->baseline);

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  add_key (keys, GDK_KEY_f, GDK_CONTROL_MASK, find_cb);
  add_key (keys, GDK_KEY_b, GDK_CONTROL_MASK, backward_key_cb);
  add_key (keys, GDK_KEY_b, GDK_CONTROL_MASK | GDK_SHIFT_MASK, baseline_key_cb);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
guatu_battle_toolbar_new (GuatuBattleView *view)
{
  GuatuBattleToolbar *self = g_object_new (GUATU_TYPE_BATTLE_TOOLBAR, NULL);
  GtkWidget *baselines = guatu_baseline_popover_new (view);

  self->view = g_object_ref (view);
  gtk_menu_button_set_popover (self->baseline, baselines);
  g_signal_connect_object (baselines, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (baselines, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (self->filter, guatu_filter_popover_new (view));
  gtk_menu_button_set_popover (self->layers, guatu_layers_popover_new (view));
  g_signal_connect_object (view, "rows-changed", G_CALLBACK (update_rows), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "scale-changed", G_CALLBACK (update_scale), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "look-changed", G_CALLBACK (update_look), self, G_CONNECT_SWAPPED);
  update_rows (self);
  update_scale (self);
  update_look (self);

  return GTK_WIDGET (self);
}

void
guatu_battle_toolbar_start_search (GuatuBattleToolbar *self)
{
  GtkWidget *entry;

  g_return_if_fail (GUATU_IS_BATTLE_TOOLBAR (self));

  entry = self->search;
  if (guatu_fold_is_narrow (self->search_fold))
    {
      gtk_menu_button_popup (self->search_button);
      entry = self->folded_search;
    }
  gtk_widget_grab_focus (entry);
  gtk_editable_select_region (GTK_EDITABLE (entry), 0, -1);
}

void
guatu_battle_toolbar_set_columns_menu (GuatuBattleToolbar *self,
                                       GMenuModel         *menu)
{
  g_return_if_fail (GUATU_IS_BATTLE_TOOLBAR (self));

  gtk_menu_button_set_menu_model (self->columns, menu);
  gtk_widget_set_visible (GTK_WIDGET (self->columns), menu != NULL);
}
