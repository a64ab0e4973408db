/* guatu-battle-toolbar-actions.c — what menus, buttons and keys of the bar do to the view. */
#include "guatu-battle-toolbar-private.h"

#include "guatu-chart-names.h"
#include "guatu-scale-zoom.h"

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
  const char *name = g_variant_get_string (state, NULL);
  g_autofree char *before = guatu_battle_toolbar_sort_name (&query);
  gboolean custom = g_str_has_prefix (name, "field:");
  int sort = custom ? GUATU_SORT_CUSTOM : guatu_name_find (guatu_sort_names (), name);

  if (sort < 0 || g_str_equal (name, before))
    return;
  query.sort = (GuatuSort) sort;
  query.sort_field = custom ? g_ascii_strtoll (name + strlen ("field:"), NULL, 10) : 0;
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

void
guatu_battle_toolbar_add_actions (GuatuBattleToolbar *self)
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

/* Keys ----------------------------------------------------------------------------------------------- */

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

static gboolean
backward_key_cb (GtkWidget *widget,
                 GVariant  *arguments,
                 gpointer   data)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;

  guatu_battle_toolbar_plan_backward (GUATU_BATTLE_TOOLBAR (widget));
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
add_key (GtkEventController *keys,
         guint               key,
         GdkModifierType     state,
         GtkShortcutFunc     func)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (key, state),
                                                          gtk_callback_action_new (func, NULL, NULL)));
}

void
guatu_battle_toolbar_add_keys (GuatuBattleToolbar *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  add_key (keys, GDK_KEY_f, GDK_CONTROL_MASK, find_cb);
  add_key (keys, GDK_KEY_b, GDK_CONTROL_MASK, backward_key_cb);
  add_key (keys, GDK_KEY_b, GDK_CONTROL_MASK | GDK_SHIFT_MASK, baseline_key_cb);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
