/* guatu-backward-panel.c — opens and closes, offers what can be planned backward, and does it. */
#include "guatu-backward-panel-private.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (GuatuBackwardPanel, guatu_backward_panel, GTK_TYPE_WIDGET)

enum { ACCEPTED, CLOSED, GO_TO, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

static GuatuDocument *
document_of (GuatuBackwardPanel *self)
{
  return guatu_battle_view_get_document (self->view);
}

static const GuatuPlan *
plan_of (GuatuBackwardPanel *self)
{
  return guatu_document_get_plan (document_of (self));
}

static gint32
task_row (GuatuBackwardPanel *self)
{
  return self->task != 0 ? guatu_plan_find (plan_of (self), GUATU_TABLE_TASK, self->task) : -1;
}

/* The scope ------------------------------------------------------------------------------------------- */

static gint64
find_selected (GuatuBackwardPanel *self)
{
  guint n;
  const gint32 *outline = guatu_plan_outline (plan_of (self), &n);

  if (guatu_battle_view_n_selected (self->view) != 1)
    return 0;
  for (guint i = 0; i < n; i++)
    {
      gint64 id = guatu_plan_id (plan_of (self), GUATU_TABLE_TASK, outline[i]);

      if (guatu_battle_view_is_selected (self->view, id))
        return id;
    }

  return 0;
}

static void
set_up_scope_cb (GtkListItemFactory *factory,
                 GtkListItem        *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_list_item_set_child (item, label);
}

static void
bind_scope_cb (GtkListItemFactory *factory,
               GtkListItem        *item)
{
  const char *name = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), name);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), name);
}

/* The task, what it is part of, and the whole plan. */
static void
offer_scopes (GuatuBackwardPanel *self)
{
  const GuatuPlan *plan = plan_of (self);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  gint64 whole = 0;

  g_array_set_size (self->scopes, 0);
  for (gint32 row = task_row (self); row >= 0; row = guatu_plan_task (plan, row)->parent)
    {
      gint64 id = guatu_plan_id (plan, GUATU_TABLE_TASK, row);

      gtk_string_list_append (names, guatu_plan_task_name (plan, row));
      g_array_append_val (self->scopes, id);
    }
  gtk_string_list_append (names, _("Whole plan"));
  g_array_append_val (self->scopes, whole);
  self->updating = TRUE;
  gtk_drop_down_set_model (self->scope, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->scope, 0);
  self->updating = FALSE;
}

static void
take_scope (GuatuBackwardPanel *self)
{
  const GuatuSchedule *schedule = guatu_document_get_schedule (document_of (self));

  guatu_backward_panel_set_finish (self, guatu_backward_usual_finish (plan_of (self), schedule, task_row (self)));
  guatu_backward_panel_read_nodes (self);
  guatu_backward_panel_recompute (self);
}

static void
scope_cb (GuatuBackwardPanel *self)
{
  guint place = gtk_drop_down_get_selected (self->scope);

  if (self->updating || !self->open || place >= self->scopes->len)
    return;
  self->task = g_array_index (self->scopes, gint64, place);
  take_scope (self);
}

/* Opening and closing --------------------------------------------------------------------------------- */

static void
changed_cb (GuatuBackwardPanel *self)
{
  if (!self->open)
    return;
  if (self->task != 0 && task_row (self) < 0)
    {
      guatu_backward_panel_close (self);
      return;
    }
  guatu_backward_panel_recompute (self);
}

void
guatu_backward_panel_open (GuatuBackwardPanel *self)
{
  g_return_if_fail (GUATU_IS_BACKWARD_PANEL (self));

  self->task = find_selected (self);
  self->updating = TRUE;
  gtk_check_button_set_active (self->release, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->nodes), "");
  self->updating = FALSE;
  self->open = TRUE;
  offer_scopes (self);
  take_scope (self);
  /* Before the focus comes: GTK 4.8 would begin to blink without a selection, and complain of the one made then. */
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

gboolean
guatu_backward_panel_is_open (GuatuBackwardPanel *self)
{
  g_return_val_if_fail (GUATU_IS_BACKWARD_PANEL (self), FALSE);

  return self->open;
}

void
guatu_backward_panel_close (GuatuBackwardPanel *self)
{
  g_return_if_fail (GUATU_IS_BACKWARD_PANEL (self));

  if (!self->open)
    return;
  self->open = FALSE;
  g_clear_pointer (&self->back, guatu_backward_plan_free);
  guatu_backward_panel_fill_list (self);
  guatu_drag_ghost_clear (self->ghost);
  g_signal_emit (self, signals[CLOSED], 0);
}

void
guatu_backward_panel_accept (GuatuBackwardPanel *self)
{
  gboolean release;
  g_autofree char *what = NULL;
  g_autoptr(GError) error = NULL;
  gint32 row;

  g_return_if_fail (GUATU_IS_BACKWARD_PANEL (self));

  if (self->back == NULL || !gtk_widget_get_sensitive (self->accept))
    return;

  row = task_row (self);
  what = row >= 0 ? g_strdup_printf (_("Planned “%s” backward"), guatu_plan_task_name (plan_of (self), row))
                  : g_strdup (_("Planned the whole plan backward"));
  release = gtk_check_button_get_active (self->release);
  /* What the plan is told now is no more a preview. */
  self->open = FALSE;
  if (guatu_document_plan_backward (document_of (self), self->task, self->finish,
                                    guatu_backward_panel_not_before (self), release,
                                    self->task != 0 ? self->shares : NULL, &error))
    {
      self->open = TRUE;
      guatu_backward_panel_close (self);
      g_signal_emit (self, signals[ACCEPTED], 0, what);
      return;
    }
  self->open = TRUE;
  guatu_backward_panel_recompute (self);
  g_signal_emit (self, signals[FAILED], 0, error->message);
}

static void
accept_cb (GuatuBackwardPanel *self)
{
  guatu_backward_panel_accept (self);
}

static void
cancel_cb (GuatuBackwardPanel *self)
{
  guatu_backward_panel_close (self);
}

/* Wherever in the window the cursor is, unless what it is in has a use for the key. */
static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   data)
{
  if (!gtk_widget_get_mapped (widget) || !GUATU_BACKWARD_PANEL (widget)->open)
    return FALSE;

  guatu_backward_panel_close (GUATU_BACKWARD_PANEL (widget));
  return TRUE;
}

const GuatuBackwardPlan *
guatu_backward_panel_get_plan (GuatuBackwardPanel *self)
{
  g_return_val_if_fail (GUATU_IS_BACKWARD_PANEL (self), NULL);

  return self->back;
}

/* The class ------------------------------------------------------------------------------------------- */

static void
guatu_backward_panel_dispose (GObject *object)
{
  GuatuBackwardPanel *self = GUATU_BACKWARD_PANEL (object);
  GtkWidget *child;

  self->open = FALSE;
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (document_of (self), self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->items);
  g_clear_object (&self->view);
  g_clear_pointer (&self->back, guatu_backward_plan_free);
  g_clear_pointer (&self->scopes, g_array_unref);
  g_clear_pointer (&self->shares, g_array_unref);
  g_clear_pointer (&self->new_nodes, g_array_unref);

  G_OBJECT_CLASS (guatu_backward_panel_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/guatu/Guatu/guatu-backward-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, GuatuBackwardPanel, scope);
  gtk_widget_class_bind_template_child (widget_class, GuatuBackwardPanel, entry);
  gtk_widget_class_bind_template_child (widget_class, GuatuBackwardPanel, understood);
  gtk_widget_class_bind_template_child (widget_class, GuatuBackwardPanel, nodes);
  gtk_widget_class_bind_template_child (widget_class, GuatuBackwardPanel, thirds);
  gtk_widget_class_bind_template_child (widget_class, GuatuBackwardPanel, nodes_wrong);
  gtk_widget_class_bind_template_child (widget_class, GuatuBackwardPanel, result_box);
  gtk_widget_class_bind_template_child (widget_class, GuatuBackwardPanel, result);
  gtk_widget_class_bind_template_child (widget_class, GuatuBackwardPanel, chain);
  gtk_widget_class_bind_template_child (widget_class, GuatuBackwardPanel, earliest);
  gtk_widget_class_bind_template_child (widget_class, GuatuBackwardPanel, release);
  gtk_widget_class_bind_template_child (widget_class, GuatuBackwardPanel, release_label);
  gtk_widget_class_bind_template_child (widget_class, GuatuBackwardPanel, heading);
  gtk_widget_class_bind_template_child (widget_class, GuatuBackwardPanel, list);
  gtk_widget_class_bind_template_child (widget_class, GuatuBackwardPanel, accept);
  gtk_widget_class_bind_template_child (widget_class, GuatuBackwardPanel, cancel);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, guatu_backward_panel_earliest_cb);
  gtk_widget_class_bind_template_callback (widget_class, guatu_backward_panel_recompute);
  gtk_widget_class_bind_template_callback (widget_class, guatu_backward_panel_nodes_cb);
  gtk_widget_class_bind_template_callback (widget_class, guatu_backward_panel_thirds_cb);
  gtk_widget_class_bind_template_callback (widget_class, scope_cb);
  gtk_widget_class_bind_template_callback (widget_class, guatu_backward_panel_typed_cb);
}

static void
guatu_backward_panel_class_init (GuatuBackwardPanelClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_backward_panel_dispose;

  signals[ACCEPTED] = g_signal_new ("accepted", GUATU_TYPE_BACKWARD_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CLOSED] = g_signal_new ("closed", GUATU_TYPE_BACKWARD_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[GO_TO] = g_signal_new ("go-to", GUATU_TYPE_BACKWARD_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[FAILED] = g_signal_new ("failed", GUATU_TYPE_BACKWARD_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "guatubackward");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);
}

static void
guatu_backward_panel_init (GuatuBackwardPanel *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  g_autoptr(GtkListItemFactory) names = gtk_signal_list_item_factory_new ();

  self->finish = GUATU_NONE;
  self->scopes = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->new_nodes = g_array_new (FALSE, FALSE, sizeof (GuatuBackwardNode));
  gtk_widget_init_template (GTK_WIDGET (self));
  guatu_backward_panel_add_list (self);
  g_signal_connect (names, "setup", G_CALLBACK (set_up_scope_cb), NULL);
  g_signal_connect (names, "bind", G_CALLBACK (bind_scope_cb), NULL);
  gtk_drop_down_set_factory (self->scope, names);

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
guatu_backward_panel_new (GuatuBattleView *view,
                          GuatuDragGhost  *ghost)
{
  GuatuBackwardPanel *self = g_object_new (GUATU_TYPE_BACKWARD_PANEL, NULL);

  self->view = g_object_ref (view);
  self->ghost = ghost;
  g_signal_connect_object (document_of (self), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
