/* guatu-battle-map.c — puts the table and the timeline of a plan side by side. */
#include "guatu-battle-map.h"

#include "guatu-battle-view.h"

struct _GuatuBattleMap
{
  GtkWidget        parent_instance;

  /* Owned references */
  GuatuBattleView *view;
};

G_DEFINE_FINAL_TYPE (GuatuBattleMap, guatu_battle_map, GTK_TYPE_WIDGET)

static void
guatu_battle_map_dispose (GObject *object)
{
  GuatuBattleMap *self = GUATU_BATTLE_MAP (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (guatu_battle_map_parent_class)->dispose (object);
}

static void
guatu_battle_map_class_init (GuatuBattleMapClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_battle_map_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BOX_LAYOUT);
}

static void
guatu_battle_map_init (GuatuBattleMap *self)
{
}

GtkWidget *
guatu_battle_map_new (GuatuDocument *document)
{
  GuatuBattleMap *self = g_object_new (GUATU_TYPE_BATTLE_MAP, NULL);

  self->view = guatu_battle_view_new (document);

  return GTK_WIDGET (self);
}
