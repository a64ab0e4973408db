/* guatu-battle-map.c — puts the table and the timeline of a plan side by side. */
#include "guatu-battle-map.h"

#include "guatu-battle-view.h"
#include "guatu-task-table.h"

/* Pixels. */
#define TABLE_WIDTH 600
#define LEAST_TABLE_WIDTH 160
#define HEADER_HEIGHT 44

struct _GuatuBattleMap
{
  GtkWidget        parent_instance;

  /* Children */
  GtkWidget       *panes;
  GtkWidget       *table;

  /* Owned references */
  GuatuBattleView *view;
};

G_DEFINE_FINAL_TYPE (GuatuBattleMap, guatu_battle_map, GTK_TYPE_WIDGET)

enum { REMOVED, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
removed_cb (GuatuBattleMap *self,
            guint           steps,
            const char     *what)
{
  g_signal_emit (self, signals[REMOVED], 0, steps, what);
}

static void
failed_cb (GuatuBattleMap *self,
           const char     *message)
{
  g_signal_emit (self, signals[FAILED], 0, message);
}

static void
guatu_battle_map_dispose (GObject *object)
{
  GuatuBattleMap *self = GUATU_BATTLE_MAP (object);
  GtkWidget *child;

  self->table = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (guatu_battle_map_parent_class)->dispose (object);
}

static void
guatu_battle_map_class_init (GuatuBattleMapClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_battle_map_dispose;

  signals[REMOVED] = g_signal_new ("removed", GUATU_TYPE_BATTLE_MAP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", GUATU_TYPE_BATTLE_MAP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BOX_LAYOUT);
}

static void
guatu_battle_map_init (GuatuBattleMap *self)
{
}

/* Table and timeline scroll as one: the bar stands at the far edge, and is the table's. */
static void
put_together (GuatuBattleMap *self)
{
  GtkWidget *timeline = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar;

  self->table = guatu_task_table_new (self->view);
  guatu_task_table_set_header_height (GUATU_TASK_TABLE (self->table), HEADER_HEIGHT);
  g_signal_connect_swapped (self->table, "removed", G_CALLBACK (removed_cb), self);
  g_signal_connect_swapped (self->table, "failed", G_CALLBACK (failed_cb), self);
  gtk_widget_set_size_request (self->table, LEAST_TABLE_WIDTH, -1);

  self->panes = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_hexpand (self->panes, TRUE);
  gtk_paned_set_start_child (GTK_PANED (self->panes), self->table);
  gtk_paned_set_end_child (GTK_PANED (self->panes), timeline);
  gtk_paned_set_resize_start_child (GTK_PANED (self->panes), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (self->panes), FALSE);
  gtk_paned_set_position (GTK_PANED (self->panes), TABLE_WIDTH);
  gtk_widget_set_parent (self->panes, GTK_WIDGET (self));

  bar = gtk_scrollbar_new (GTK_ORIENTATION_VERTICAL, guatu_task_table_get_vadjustment (GUATU_TASK_TABLE (self->table)));
  gtk_widget_set_margin_top (bar, HEADER_HEIGHT);
  gtk_widget_set_parent (bar, GTK_WIDGET (self));
}

GtkWidget *
guatu_battle_map_new (GuatuDocument *document)
{
  GuatuBattleMap *self = g_object_new (GUATU_TYPE_BATTLE_MAP, NULL);

  self->view = guatu_battle_view_new (document);
  put_together (self);

  return GTK_WIDGET (self);
}

GMenuModel *
guatu_battle_map_get_columns_menu (GuatuBattleMap *self)
{
  g_return_val_if_fail (GUATU_IS_BATTLE_MAP (self), NULL);

  return guatu_task_table_get_columns_menu (GUATU_TASK_TABLE (self->table));
}
