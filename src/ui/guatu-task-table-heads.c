/* guatu-task-table-heads.c — what menus and keys do to the columns of a table. */
#include <glib/gi18n.h>

#include "guatu-task-table-private.h"

/* One step of the keys that make a column wider, in pixels. */
#define STEP 16

/* Menus and keys ------------------------------------------------------------------------------------- */

typedef enum { MOVE_LEFT, MOVE_RIGHT, NARROWER, WIDER, FIT_WIDTH, SORT_UP, SORT_DOWN, N_DEEDS } Deed;

static const struct
{
  const char     *name;
  guint           key;          /* that does it to the current column; 0: none */
  guint           keypad;
  GdkModifierType state;
} deeds[N_DEEDS] = {
  [MOVE_LEFT] = { "move-left", GDK_KEY_Left, GDK_KEY_KP_Left, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  [MOVE_RIGHT] = { "move-right", GDK_KEY_Right, GDK_KEY_KP_Right, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  [NARROWER] = { "narrower", GDK_KEY_less, 0, GDK_CONTROL_MASK },
  [WIDER] = { "wider", GDK_KEY_greater, 0, GDK_CONTROL_MASK },
  [FIT_WIDTH] = { "fit-width", 0, 0, 0 },
  [SORT_UP] = { "sort-up", GDK_KEY_Up, GDK_KEY_KP_Up, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  [SORT_DOWN] = { "sort-down", GDK_KEY_Down, GDK_KEY_KP_Down, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
};

static void
sort_by (GuatuTaskTable *self,
         GuatuColumnKind column,
         GtkSortType     order)
{
  if (guatu_column_traits (column)->sort >= 0)
    gtk_column_view_sort_by_column (self->list, self->columns[column], order);
}

static void
do_to (GuatuTaskTable *self,
       GuatuColumnKind column,
       Deed            deed)
{
  switch (deed)
    {
    case MOVE_LEFT:
    case MOVE_RIGHT:
      guatu_task_table_move_column (self, column,
                                    guatu_task_table_get_place (self, column) + (deed == MOVE_LEFT ? -1 : 1));
      break;
    case NARROWER:
    case WIDER:
      guatu_task_table_widen (self, column, deed == NARROWER ? -STEP : STEP);
      break;
    case FIT_WIDTH:
      guatu_task_table_set_column_width (self, column, 0);
      break;
    case SORT_UP:
    case SORT_DOWN:
      sort_by (self, column, deed == SORT_UP ? GTK_SORT_ASCENDING : GTK_SORT_DESCENDING);
      break;
    case N_DEEDS:
    default:
      break;
    }
}

static void
deed_cb (GSimpleAction *action,
         GVariant      *column,
         gpointer       data)
{
  GuatuTaskTable *self = data;

  for (guint i = 0; i < GUATU_N_COLUMNS; i++)
    {
      const char *name = guatu_column_traits ((GuatuColumnKind) i)->name;

      if (name == NULL || !guatu_task_table_shows_column (self, (GuatuColumnKind) i)
          || !g_str_equal (name, g_variant_get_string (column, NULL)))
        continue;
      for (guint deed = 0; deed < N_DEEDS; deed++)
        if (g_str_equal (deeds[deed].name, g_action_get_name (G_ACTION (action))))
          do_to (self, (GuatuColumnKind) i, (Deed) deed);
    }
}

/* As it was before anybody changed anything. */
static void
usual_cb (GSimpleAction *action,
          GVariant      *nothing,
          gpointer       data)
{
  GuatuTaskTable *self = data;
  int place = 0;

  for (guint i = 0; i < self->n_kinds; i++)
    {
      GuatuColumnKind kind = self->kinds[i];

      guatu_task_table_show_column (self, kind, guatu_task_table_is_usual (self, kind));
      guatu_task_table_set_column_width (self, kind, 0);
      if (guatu_task_table_is_usual (self, kind))
        guatu_task_table_move_column (self, kind, place++);
    }
}

static gboolean
key_cb (GtkWidget *widget,
        GVariant  *deed,
        gpointer   data)
{
  GuatuTaskTable *self = GUATU_TASK_TABLE (widget);

  if (self->editor != NULL)
    return FALSE;
  do_to (self, self->current, (Deed) g_variant_get_int32 (deed));

  return TRUE;
}

/* Before the list, which knows some of them as well. */
void
guatu_task_table_columns_add_keys (GuatuTaskTable *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  for (int deed = 0; deed < N_DEEDS; deed++)
    for (int pad = 0; pad < 2; pad++)
      {
        guint key = pad ? deeds[deed].keypad : deeds[deed].key;

        if (key != 0)
          gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
            gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (key, deeds[deed].state),
                                             gtk_callback_action_new (key_cb, NULL, NULL), "i", deed));
      }
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
add_actions (GuatuTaskTable *self)
{
  g_autoptr(GSimpleAction) usual = g_simple_action_new ("usual", NULL);

  self->actions = g_simple_action_group_new ();
  for (guint deed = 0; deed < N_DEEDS; deed++)
    {
      g_autoptr(GSimpleAction) action = g_simple_action_new (deeds[deed].name, G_VARIANT_TYPE_STRING);

      g_signal_connect (action, "activate", G_CALLBACK (deed_cb), self);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
    }
  g_signal_connect (usual, "activate", G_CALLBACK (usual_cb), self);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (usual));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", G_ACTION_GROUP (self->actions));
}

/* Whoever reads or writes predecessors needs the numbers that they are called by: those on a ledger are others. */
static void
show_rows (GuatuTaskTable *self)
{
  if (!guatu_task_table_shows_column (self, GUATU_COLUMN_NUMBER)
      || guatu_battle_view_get_chart (self->view)->numbers != NULL)
    guatu_task_table_show_column (self, GUATU_COLUMN_ROW, TRUE);
}

static void
show_cb (GSimpleAction *action,
         GVariant      *state,
         gpointer       data)
{
  GuatuTaskTable *self = data;

  for (guint i = 0; i < GUATU_N_COLUMNS; i++)
    if (self->columns[i] != NULL
        && g_str_equal (guatu_column_traits ((GuatuColumnKind) i)->name, g_action_get_name (G_ACTION (action))))
      {
        guatu_task_table_show_column (self, (GuatuColumnKind) i, g_variant_get_boolean (state));
        if (i == GUATU_COLUMN_PREDECESSORS && g_variant_get_boolean (state))
          show_rows (self);
      }
}

void
guatu_task_table_add_switch (GuatuTaskTable *self,
                             GuatuColumnKind kind)
{
  g_autoptr(GSimpleAction) action = g_simple_action_new_stateful (guatu_column_traits (kind)->name, NULL,
                                                                  g_variant_new_boolean (FALSE));

  g_signal_connect (action, "change-state", G_CALLBACK (show_cb), self);
  g_simple_action_set_enabled (action, kind != GUATU_COLUMN_NAME);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
}

void
guatu_task_table_fill_switches (GuatuTaskTable *self)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);

  g_menu_remove_all (self->switches);
  for (guint i = 0; i < self->n_kinds; i++)
    {
      g_autofree char *name = g_strconcat ("columns.", guatu_column_traits (self->kinds[i])->name, NULL);
      /* An underscore in a name is no mnemonic. */
      g_auto(GStrv) parts = g_strsplit (guatu_chart_column_title (chart, self->kinds[i]), "_", -1);
      g_autofree char *title = g_strjoinv ("__", parts);

      g_menu_append (self->switches, title, name);
    }
}

/* The switches of all columns. */
static void
make_menu (GuatuTaskTable *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) usual = g_menu_new ();

  self->switches = g_menu_new ();
  for (guint i = 0; i < self->n_kinds; i++)
    guatu_task_table_add_switch (self, self->kinds[i]);
  guatu_task_table_fill_switches (self);
  g_menu_append (usual, _("_Usual Columns"), "columns.usual");
  g_menu_append (usual, _("_Custom Fields…"), "win.custom-fields");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (self->switches));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (usual));
  self->menu = G_MENU_MODEL (menu);
}

/* Of a heading: what can be done to its column, then the switches. */
GMenu *
guatu_task_table_make_heading_menu (GuatuTaskTable *self,
                                    GuatuColumnKind column)
{
  static const struct { Deed deed; const char *title; } titles[] = {
    { SORT_UP, N_("Sort _Ascending") }, { SORT_DOWN, N_("Sort _Descending") },
    { MOVE_LEFT, N_("Move _Left") }, { MOVE_RIGHT, N_("Move _Right") }, { FIT_WIDTH, N_("_Fit Width to Texts") },
  };
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) own = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *action = g_strconcat ("columns.", deeds[titles[i].deed].name, NULL);
      g_autoptr(GMenuItem) item = g_menu_item_new (_(titles[i].title), NULL);

      if (guatu_column_traits (column)->sort < 0 && (titles[i].deed == SORT_UP || titles[i].deed == SORT_DOWN))
        continue;
      g_menu_item_set_action_and_target (item, action, "s", guatu_column_traits (column)->name);
      g_menu_append_item (own, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (own));
  g_menu_append_section (menu, _("Columns"), self->menu);

  return menu;
}

GMenuModel *
guatu_task_table_get_columns_menu (GuatuTaskTable *self)
{
  g_return_val_if_fail (GUATU_IS_TASK_TABLE (self), NULL);

  return self->menu;
}

GActionGroup *
guatu_task_table_get_columns_actions (GuatuTaskTable *self)
{
  g_return_val_if_fail (GUATU_IS_TASK_TABLE (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

void
guatu_task_table_columns_make_menu (GuatuTaskTable *self)
{
  add_actions (self);
  make_menu (self);
}
