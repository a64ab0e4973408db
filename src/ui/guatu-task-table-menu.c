/* guatu-task-table-menu.c — the menu of a row: by the right button, the menu key and Shift+F10. */
#include <glib/gi18n.h>

#include "guatu-menu.h"
#include "guatu-task-table-private.h"

static GMenuModel *
make_model (void)
{
  static const GuatuMenuItem items[][6] = {
    { { N_("_Edit Cell"), "table.edit", "F2" }, { N_("Edit T_ask…"), "battle.edit-task", "<Alt>Return" },
      { N_("_Report Progress…"), "battle.report", "<Control>r" }, { N_("_New Task Above"), "table.insert", "Insert" } },
    { { N_("Cu_t"), "table.cut", "<Control>x" }, { N_("_Copy"), "table.copy", "<Control>c" },
      { N_("_Paste Below"), "table.paste", "<Control>v" }, { N_("D_uplicate"), "table.duplicate", "<Control>d" } },
    { { N_("_Link Selected Tasks"), "table.link", "<Control>l" },
      { N_("Unlin_k Selected Tasks"), "table.unlink", "<Control><Shift>l" },
      { N_("Put on a Led_ger…"), "battle.put-on-ledger", "<Control>t" } },
    { { N_("_Indent"), "table.indent", "<Alt>Right" }, { N_("_Outdent"), "table.outdent", "<Alt>Left" },
      { N_("_Move Up"), "table.move-up", "<Alt>Up" }, { N_("Move Do_wn"), "table.move-down", "<Alt>Down" } },
    { { N_("_Delete"), "table.remove", "Delete" } },
  };
  GMenu *menu = g_menu_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    guatu_menu_add_section (menu, items[i], G_N_ELEMENTS (items[i]));

  return G_MENU_MODEL (menu);
}

/* The focus goes back to the row, unless what was chosen has put it elsewhere. */
static void
closed_cb (GuatuTaskTable *self)
{
  self->menu_open = FALSE;
  if (self->editor == NULL && guatu_task_table_focused_cell (self) == NULL)
    guatu_task_table_go_to (self, self->menu_key, self->current);
  guatu_task_table_update_actions (self);
}

/* What is in the menu is meant for what is selected, or else for the row that it is opened on, which then is. */
static void
pop_up (GuatuTaskTable *self,
        gint64          key,
        double          x,
        double          y)
{
  if (self->row_menu == NULL)
    {
      g_autoptr(GMenuModel) model = make_model ();

      self->row_menu = gtk_popover_menu_new_from_model (model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->row_menu), FALSE);
      gtk_widget_set_halign (self->row_menu, GTK_ALIGN_START);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->row_menu), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _("Menu of the row"), -1);
      gtk_widget_set_parent (self->row_menu, GTK_WIDGET (self));
      g_signal_connect_object (self->row_menu, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
    }
  if (key <= 0)
    guatu_battle_view_select (self->view, NULL, 0);
  else if (!guatu_battle_view_is_selected (self->view, key))
    guatu_battle_view_select (self->view, &key, 1);
  self->menu_key = key;
  self->menu_open = TRUE;
  guatu_task_table_update_actions (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->row_menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->row_menu));
}

/* By the keyboard: below the cell in which it is. */
static void
menu_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  GuatuTaskTable *self = GUATU_TASK_TABLE (widget);
  GuatuTableCell *cell = guatu_task_table_focused_cell (self);
  graphene_point_t at = GRAPHENE_POINT_INIT (0, 0), under;

  if (cell == NULL || !guatu_task_table_editing_commit (self))
    return;
  at.x = 12;
  at.y = (float) gtk_widget_get_height (GTK_WIDGET (cell)) - 2;
  if (gtk_widget_compute_point (GTK_WIDGET (cell), widget, &at, &under))
    pop_up (self, guatu_task_row_get_key (guatu_table_cell_get_row (cell)), under.x, under.y);
}

static GuatuTableCell *
cell_at (GuatuTaskTable *self,
         double          x,
         double          y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell = picked != NULL ? gtk_widget_get_ancestor (picked, GUATU_TYPE_TABLE_CELL) : NULL;

  return cell != NULL ? GUATU_TABLE_CELL (cell) : NULL;
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            GuatuTaskTable  *self)
{
  GuatuTableCell *cell = cell_at (self, x, y);
  GuatuTaskRow *row = cell != NULL ? guatu_table_cell_get_row (cell) : NULL;
  gint64 key;

  /* While a text is edited the menu is the text's. */
  if (row == NULL || cell == self->edited || !guatu_task_table_editing_commit (self))
    return;
  key = guatu_task_row_get_key (row);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  guatu_task_table_go_to (self, key, guatu_table_cell_get_column (cell));
  pop_up (self, key, x, y);
}

void
guatu_task_table_menu_class_init (GtkWidgetClass *class)
{
  gtk_widget_class_install_action (class, "table.menu", NULL, menu_cb);
  gtk_widget_class_add_binding_action (class, GDK_KEY_Menu, 0, "table.menu", NULL);
  gtk_widget_class_add_binding_action (class, GDK_KEY_F10, GDK_SHIFT_MASK, "table.menu", NULL);
}

void
guatu_task_table_menu_init (GuatuTaskTable *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* Before its window goes: a menu that is open does not outlive it. */
void
guatu_task_table_menu_clear (GuatuTaskTable *self)
{
  self->menu_open = FALSE;
  if (self->row_menu != NULL)
    g_signal_handlers_disconnect_by_func (self->row_menu, closed_cb, self);
  g_clear_pointer (&self->row_menu, gtk_widget_unparent);
}
