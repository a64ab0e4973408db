/* guatu-desk.c — shows one of a plan's views, and the way to the others. */
#include "guatu-desk.h"

#include <glib/gi18n.h>

#include "guatu-battle-map.h"
#include "guatu-calendar-view.h"
#include "guatu-desk-sidebar.h"
#include "guatu-history-view.h"
#include "guatu-ledgers-view.h"
#include "guatu-people-view.h"
#include "guatu-side-pane.h"
#include "guatu-text-scale.h"

/* Pixels. In a narrower window the sidebar, when it is asked for, lies over the view's edge. */
#define SIDEBAR_WIDTH ((int) guatu_text_scaled (190))
#define ROOM_FOR_BOTH ((int) guatu_text_scaled (1180))

struct _GuatuDesk
{
  GtkWidget      parent_instance;

  /* Children */
  GtkWidget     *panes;
  GtkStack      *stack;
  GtkRevealer   *side;
  GtkWidget     *sidebar;

  /* Owned references */
  GuatuDocument *document;

  gboolean       was_mapped;
};

G_DEFINE_FINAL_TYPE (GuatuDesk, guatu_desk, GTK_TYPE_WIDGET)

enum { REMOVED, FAILED, VIEW_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

#define MAP "battle-map"
#define HISTORY "history"
#define CALENDARS "calendars"
#define PEOPLE "people"
#define LEDGERS "ledgers"

/* In the order of the sidebar. */
static const struct
{
  const char *name;
  const char *title;
  guint       section;
  GtkWidget  *(*make) (GuatuDocument *document);
} views[] = {
  { MAP, N_("Battle Map"), 0, guatu_battle_map_new },
  { PEOPLE, N_("People & Units"), 1, guatu_people_view_new },
  { LEDGERS, N_("Phases & Ledgers"), 1, guatu_ledgers_view_new },
  { CALENDARS, N_("Calendars"), 1, guatu_calendar_view_new },
  { HISTORY, N_("History"), 1, guatu_history_view_new },
};

/* Which view shows rows of a table. */
static const struct
{
  GuatuTable  table;
  const char *view;
} homes[] = {
  { GUATU_TABLE_TASK, MAP },
  { GUATU_TABLE_CALENDAR, CALENDARS },
  { GUATU_TABLE_UNIT, PEOPLE },
  { GUATU_TABLE_PERSON, PEOPLE },
  { GUATU_TABLE_LEDGER, LEDGERS },
  { GUATU_TABLE_CATEGORY, LEDGERS },
  { GUATU_TABLE_PHASE, LEDGERS },
  { GUATU_TABLE_KEY_NODE, LEDGERS },
  { GUATU_TABLE_BASELINE, LEDGERS },
};

/* Views ---------------------------------------------------------------------------------------------- */

static void
removed_cb (GuatuDesk  *self,
            guint       steps,
            const char *what)
{
  g_signal_emit (self, signals[REMOVED], 0, steps, what);
}

static void
failed_cb (GuatuDesk  *self,
           const char *message)
{
  g_signal_emit (self, signals[FAILED], 0, message);
}

/* The view of that name; %NULL if there is none. */
static GtkWidget *
find_view (GuatuDesk  *self,
           const char *name)
{
  GtkWidget *view = gtk_stack_get_child_by_name (self->stack, name);

  for (gsize i = 0; view == NULL && i < G_N_ELEMENTS (views); i++)
    if (g_str_equal (views[i].name, name))
      {
        view = views[i].make (self->document);
        g_signal_connect_object (view, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
        g_signal_connect_object (view, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
        gtk_stack_add_named (self->stack, view, name);
      }

  return view;
}

const char *
guatu_desk_get_shown (GuatuDesk *self)
{
  g_return_val_if_fail (GUATU_IS_DESK (self), NULL);

  return gtk_stack_get_visible_child_name (self->stack);
}

GuatuDeskView *
guatu_desk_get_view (GuatuDesk *self)
{
  g_return_val_if_fail (GUATU_IS_DESK (self), NULL);

  return GUATU_DESK_VIEW (gtk_stack_get_visible_child (self->stack));
}

GtkWidget *
guatu_desk_get_map (GuatuDesk *self)
{
  g_return_val_if_fail (GUATU_IS_DESK (self), NULL);

  return gtk_stack_get_child_by_name (self->stack, MAP);
}

/* A sidebar that lies over the view has done its service. */
static void
put_sidebar_away (GuatuDesk *self)
{
  if (guatu_side_pane_is_folded (GUATU_SIDE_PANE (self->panes)))
    gtk_revealer_set_reveal_child (self->side, FALSE);
}

static void
show_view (GuatuDesk  *self,
           const char *name)
{
  GtkWidget *view = find_view (self, name);

  if (view == NULL || view == gtk_stack_get_visible_child (self->stack))
    return;
  gtk_stack_set_visible_child (self->stack, view);
  guatu_desk_sidebar_choose (GUATU_DESK_SIDEBAR (self->sidebar), name);
  g_signal_emit (self, signals[VIEW_CHANGED], 0);
}

void
guatu_desk_show (GuatuDesk  *self,
                 const char *name)
{
  g_return_if_fail (GUATU_IS_DESK (self));

  show_view (self, name);
  guatu_desk_view_enter (guatu_desk_get_view (self));
}

/* Actions -------------------------------------------------------------------------------------------- */

/* Whoever goes through the list with the keyboard stays in it. */
static void
chosen_cb (GuatuDesk  *self,
           const char *name)
{
  show_view (self, name);
}

static void
entered_cb (GuatuDesk  *self,
            const char *name)
{
  put_sidebar_away (self);
  guatu_desk_show (self, name);
}

static void
show_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  guatu_desk_show (GUATU_DESK (widget), g_variant_get_string (parameter, NULL));
}

static void
move (GuatuDesk *self,
      int        by)
{
  const char *shown = guatu_desk_get_shown (self);
  int n = G_N_ELEMENTS (views), at = 0;

  for (int i = 0; i < n; i++)
    if (g_strcmp0 (views[i].name, shown) == 0)
      at = i;
  guatu_desk_show (self, views[(at + by + n) % n].name);
}

static void
next_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  move (GUATU_DESK (widget), 1);
}

static void
previous_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  move (GUATU_DESK (widget), -1);
}

/* The row is shown where it is at home; of one that is gone meanwhile nothing is. */
static void
go_cb (GtkWidget  *widget,
       const char *action,
       GVariant   *parameter)
{
  GuatuDesk *self = GUATU_DESK (widget);
  const char *name;
  gint64 id;
  int table;

  g_variant_get (parameter, "(&sx)", &name, &id);
  table = guatu_table_find (name);
  if (table < 0 || guatu_plan_find (guatu_document_get_plan (self->document), table, id) < 0)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (homes); i++)
    if (homes[i].table == (GuatuTable) table)
      {
        guatu_desk_show (self, homes[i].view);
        guatu_desk_view_show_row (guatu_desk_get_view (self), table, id);
        return;
      }
}

/* What was done to the row, which may be gone meanwhile. */
static void
history_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  GuatuDesk *self = GUATU_DESK (widget);
  const char *name;
  gint64 id;
  int table;

  g_variant_get (parameter, "(&sx)", &name, &id);
  table = guatu_table_find (name);
  if (table < 0)
    return;
  guatu_desk_show (self, HISTORY);
  guatu_desk_view_show_row (guatu_desk_get_view (self), (GuatuTable) table, id);
}

static void
sidebar_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  GuatuDesk *self = GUATU_DESK (widget);
  gboolean shown = gtk_revealer_get_reveal_child (self->side);

  gtk_revealer_set_reveal_child (self->side, !shown);
  if (!shown && guatu_side_pane_is_folded (GUATU_SIDE_PANE (self->panes)))
    gtk_widget_child_focus (self->sidebar, GTK_DIR_TAB_FORWARD);
}

static void
task_force_cb (GuatuDesk *self,
               gint64     unit)
{
  GuatuBattleView *view = guatu_battle_map_get_view (GUATU_BATTLE_MAP (guatu_desk_get_map (self)));
  GuatuRowsQuery query = *guatu_battle_view_get_query (view);

  query.unit = unit != 0 ? guatu_plan_find (guatu_document_get_plan (self->document), GUATU_TABLE_UNIT, unit) : -1;
  guatu_battle_view_set_query (view, &query);
  put_sidebar_away (self);
  show_view (self, MAP);
}

guint
guatu_desk_get_panes (GuatuDesk *self,
                      GtkWidget *panes[GUATU_DESK_MOST_PANES])
{
  guint n = 0;

  g_return_val_if_fail (GUATU_IS_DESK (self), 0);

  if (gtk_revealer_get_reveal_child (self->side))
    panes[n++] = self->sidebar;

  return n + guatu_desk_view_get_panes (guatu_desk_get_view (self), panes + n);
}

/* The class ------------------------------------------------------------------------------------------ */

/* Before the view has the key: lists that scroll take these for themselves. */
static void
add_keys (GuatuDesk *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcutController *keys = GTK_SHORTCUT_CONTROLLER (controller);

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  /* From the bar of the window, too. */
  gtk_shortcut_controller_set_scope (keys, GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (keys,
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Page_Down, GDK_CONTROL_MASK),
                      gtk_named_action_new ("desk.next")));
  gtk_shortcut_controller_add_shortcut (keys,
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Page_Up, GDK_CONTROL_MASK),
                      gtk_named_action_new ("desk.previous")));
  for (gsize i = 0; i < MIN (G_N_ELEMENTS (views), 9); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new ((guint) (GDK_KEY_1 + i), GDK_CONTROL_MASK),
                                                gtk_named_action_new ("desk.show"));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_string (views[i].name));
      gtk_shortcut_controller_add_shortcut (keys, shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
put_together (GuatuDesk *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *map;

  self->stack = GTK_STACK (gtk_stack_new ());
  map = find_view (self, MAP);

  self->sidebar = guatu_desk_sidebar_new (guatu_battle_map_get_view (GUATU_BATTLE_MAP (map)));
  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    guatu_desk_sidebar_add (GUATU_DESK_SIDEBAR (self->sidebar), views[i].name, _(views[i].title), views[i].section);
  guatu_desk_sidebar_choose (GUATU_DESK_SIDEBAR (self->sidebar), MAP);
  g_signal_connect_object (self->sidebar, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sidebar, "entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sidebar, "task-force", G_CALLBACK (task_force_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_size_request (self->sidebar, SIDEBAR_WIDTH, -1);
  gtk_box_append (GTK_BOX (box), self->sidebar);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  self->side = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_transition_type (self->side, GTK_REVEALER_TRANSITION_TYPE_SLIDE_RIGHT);
  gtk_revealer_set_child (self->side, box);

  self->panes = guatu_side_pane_new (GTK_WIDGET (self->stack), GTK_WIDGET (self->side), GTK_PACK_START, ROOM_FOR_BOTH);
  gtk_widget_set_parent (self->panes, GTK_WIDGET (self));
  add_keys (self);
}

/* Whether there is room for it is known when the window is. */
static void
guatu_desk_map (GtkWidget *widget)
{
  GuatuDesk *self = GUATU_DESK (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  int width, height;

  if (!self->was_mapped && GTK_IS_WINDOW (root))
    {
      gtk_window_get_default_size (GTK_WINDOW (root), &width, &height);
      gtk_revealer_set_reveal_child (self->side, width >= ROOM_FOR_BOTH);
      self->was_mapped = TRUE;
    }

  GTK_WIDGET_CLASS (guatu_desk_parent_class)->map (widget);
}

static void
guatu_desk_dispose (GObject *object)
{
  GuatuDesk *self = GUATU_DESK (object);

  g_clear_pointer (&self->panes, gtk_widget_unparent);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (guatu_desk_parent_class)->dispose (object);
}

static void
guatu_desk_class_init (GuatuDeskClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_desk_dispose;
  widget_class->map = guatu_desk_map;

  signals[REMOVED] = g_signal_new ("removed", GUATU_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", GUATU_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[VIEW_CHANGED] = g_signal_new ("view-changed", GUATU_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "desk.show", "s", show_cb);
  gtk_widget_class_install_action (widget_class, "desk.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "desk.previous", NULL, previous_cb);
  gtk_widget_class_install_action (widget_class, "desk.go", "(sx)", go_cb);
  gtk_widget_class_install_action (widget_class, "desk.history", "(sx)", history_cb);
  gtk_widget_class_install_action (widget_class, "desk.sidebar", NULL, sidebar_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
guatu_desk_init (GuatuDesk *self)
{
}

GtkWidget *
guatu_desk_new (GuatuDocument *document)
{
  GuatuDesk *self = g_object_new (GUATU_TYPE_DESK, NULL);

  self->document = g_object_ref (document);
  put_together (self);

  return GTK_WIDGET (self);
}
