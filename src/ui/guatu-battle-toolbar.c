/* guatu-battle-toolbar.c — the bar above the map: widgets that follow the view. */
#include "guatu-battle-toolbar-private.h"

#include <glib/gi18n.h>

#include "guatu-bar-layout.h"
#include "guatu-chart-names.h"
#include "guatu-desk-view.h"
#include "guatu-filter-popover.h"
#include "guatu-task-words.h"

G_DEFINE_FINAL_TYPE (GuatuBattleToolbar, guatu_battle_toolbar, GTK_TYPE_WIDGET)

enum { PLAN_BACKWARD, REMOVED, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

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
  gtk_label_set_text (self->scale_label, guatu_battle_toolbar_scale_title (unit));
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
  const char *group_title = guatu_battle_toolbar_group_title (query->grouping);
  const char *sort_title = guatu_battle_toolbar_sort_title (self, query);
  g_autofree char *group = g_strdup_printf (_("_Group: %s"), group_title);
  g_autofree char *sort = g_strdup_printf (query->descending ? _("_Sort: %s ↓") : _("_Sort: %s"), sort_title);
  /* Translators: the number of conditions that are on. */
  g_autofree char *filter = n > 0 ? g_strdup_printf (_("_Filter: %u"), n) : g_strdup (_("_Filter"));

  gtk_label_set_text_with_mnemonic (self->group_label, query->grouping == GUATU_GROUP_NONE ? _("_Group") : group);
  gtk_label_set_text_with_mnemonic (self->sort_label, query->sort == GUATU_SORT_OUTLINE && !query->descending
                                                      ? _("_Sort") : sort);
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
  set_state (self, "sort", g_variant_new_take_string (guatu_battle_toolbar_sort_name (query)));
  guatu_battle_toolbar_fill_sorts (self);
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

/* To others ------------------------------------------------------------------------------------------ */

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
  GtkWidget *map = gtk_widget_get_ancestor (GTK_WIDGET (self), GUATU_TYPE_DESK_VIEW);

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  /* Who has found it goes on with the map. */
  if (map != NULL)
    guatu_desk_view_enter (GUATU_DESK_VIEW (map));
}

void
guatu_battle_toolbar_plan_backward (GuatuBattleToolbar *self)
{
  g_signal_emit (self, signals[PLAN_BACKWARD], 0);
}

void
guatu_battle_toolbar_say_removed (GuatuBattleToolbar *self,
                                  guint               steps,
                                  const char         *what)
{
  g_signal_emit (self, signals[REMOVED], 0, steps, what);
}

void
guatu_battle_toolbar_say_failed (GuatuBattleToolbar *self,
                                 const char         *message)
{
  g_signal_emit (self, signals[FAILED], 0, message);
}

/* The widgets ---------------------------------------------------------------------------------------- */

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
  g_clear_object (&self->columns_menu);
  g_clear_object (&self->sort_fields);
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
  gtk_widget_class_bind_template_callback (widget_class, guatu_battle_toolbar_plan_backward);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GUATU_TYPE_BAR_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "battletoolbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static void
guatu_battle_toolbar_init (GuatuBattleToolbar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  guatu_battle_toolbar_add_actions (self);
  guatu_battle_toolbar_add_menus (self);
  guatu_battle_toolbar_add_keys (self);
  name_button (self->scale);
  name_button (self->group);
  name_button (self->filter);
  name_button (self->sort);
  name_button (self->layers);
  name_button (self->baseline);
}

GtkWidget *
guatu_battle_toolbar_new (GuatuBattleView *view)
{
  GuatuBattleToolbar *self = g_object_new (GUATU_TYPE_BATTLE_TOOLBAR, NULL);

  self->view = g_object_ref (view);
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

  g_set_object (&self->columns_menu, menu);
  gtk_menu_button_set_popover (self->columns, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->columns), menu != NULL);
}
