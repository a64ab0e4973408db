/* guatu-menu.c — makes menus of tables. */
#include "guatu-menu.h"

#include <glib/gi18n-lib.h>

void
guatu_menu_add_section (GMenu               *menu,
                        const GuatuMenuItem *items,
                        gsize                n)
{
  g_autoptr(GMenu) section = g_menu_new ();

  for (gsize i = 0; i < n && items[i].label != NULL; i++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (_(items[i].label), items[i].action);

      if (items[i].accel != NULL)
        g_menu_item_set_attribute (item, "accel", "s", items[i].accel);
      g_menu_append_item (section, item);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}
