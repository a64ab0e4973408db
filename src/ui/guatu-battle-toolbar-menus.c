/* guatu-battle-toolbar-menus.c — the menus and popovers of the bar, made when they are first opened. */
#include "guatu-battle-toolbar-private.h"

#include <glib/gi18n.h>

#include "guatu-baseline-popover.h"
#include "guatu-chart-names.h"
#include "guatu-filter-popover.h"
#include "guatu-layers-popover.h"

/* Levels of the outline that a menu offers; the keys go further. */
#define N_LEVELS 5

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
  NC_("sort by", "Slip"),
};

const char *
guatu_battle_toolbar_scale_title (GuatuScaleUnit unit)
{
  return _(scale_titles[unit]);
}

const char *
guatu_battle_toolbar_group_title (GuatuGrouping grouping)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "group by", group_titles[grouping]);
}

const char *
guatu_battle_toolbar_sort_title (GuatuSort sort)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "sort by", sort_titles[sort]);
}

/* Menus ---------------------------------------------------------------------------------------------- */

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

static GMenu *
make_scales (void)
{
  return make_menu (guatu_scale_names (), scale_titles, NULL, "battle.scale", GUATU_SCALE_YEAR,
                    G_N_ELEMENTS (scale_titles));
}

static GMenu *
make_groups (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) folds = make_folds ();
  g_autoptr(GMenu) groups = make_menu (guatu_grouping_names (), group_titles, "group by", "battle.group", 0,
                                       GUATU_N_GROUPINGS);

  g_menu_append_section (menu, NULL, G_MENU_MODEL (groups));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (folds));

  return menu;
}

static GMenu *
make_sorts (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) keys = make_menu (guatu_sort_names (), sort_titles, "sort by", "battle.sort", 0, GUATU_N_SORTS);
  g_autoptr(GMenu) order = g_menu_new ();

  g_menu_append (order, _("Descending"), "battle.descending");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (keys));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));

  return menu;
}

static GMenu *
make_ways (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) dates = g_menu_new (), zooms = g_menu_new ();

  g_menu_append (dates, _("Go to _Today"), "battle.today");
  g_menu_append (dates, _("Go to _Status Date"), "battle.status-date");
  g_menu_append (zooms, _("_Fit Plan"), "battle.fit");
  g_menu_append (zooms, _("Zoom _In"), "battle.zoom-in");
  g_menu_append (zooms, _("Zoom _Out"), "battle.zoom-out");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (dates));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (zooms));

  return menu;
}

/* Popovers ------------------------------------------------------------------------------------------- */

static GtkWidget *
make_baselines (GuatuBattleToolbar *self)
{
  GtkWidget *popover = guatu_baseline_popover_new (self->view);

  g_signal_connect_object (popover, "removed", G_CALLBACK (guatu_battle_toolbar_say_removed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "failed", G_CALLBACK (guatu_battle_toolbar_say_failed), self, G_CONNECT_SWAPPED);

  return popover;
}

static void
set_menu (GtkMenuButton *button,
          GMenu         *menu)
{
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
  g_object_unref (menu);
}

GtkPopover *
guatu_battle_toolbar_get_popover (GuatuBattleToolbar *self,
                                  GtkMenuButton      *button)
{
  if (gtk_menu_button_get_popover (button) != NULL)
    return gtk_menu_button_get_popover (button);

  if (button == self->scale)
    set_menu (button, make_scales ());
  else if (button == self->group)
    set_menu (button, make_groups ());
  else if (button == self->sort)
    set_menu (button, make_sorts ());
  else if (button == self->go)
    set_menu (button, make_ways ());
  else if (button == self->columns)
    gtk_menu_button_set_menu_model (button, self->columns_menu);
  else if (button == self->filter)
    gtk_menu_button_set_popover (button, guatu_filter_popover_new (self->view));
  else if (button == self->layers)
    gtk_menu_button_set_popover (button, guatu_layers_popover_new (self->view));
  else if (button == self->baseline)
    gtk_menu_button_set_popover (button, make_baselines (self));

  return gtk_menu_button_get_popover (button);
}

/* Said each time that the button is pressed. */
static void
opened_cb (GtkMenuButton *button,
           gpointer       data)
{
  guatu_battle_toolbar_get_popover (data, button);
}

void
guatu_battle_toolbar_add_menus (GuatuBattleToolbar *self)
{
  GtkMenuButton *buttons[] = { self->scale, self->group, self->sort, self->go, self->columns, self->filter,
                               self->layers, self->baseline };

  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_menu_button_set_create_popup_func (buttons[i], opened_cb, self, NULL);
}
