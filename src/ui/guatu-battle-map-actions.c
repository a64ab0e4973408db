/* guatu-battle-map-actions.c — what menus and keys do to the map as a whole. */
#include "guatu-battle-map-private.h"

#include <glib/gi18n.h>

#include "guatu-ledger-chooser.h"
#include "guatu-task-form.h"
#include "guatu-task-table.h"

/* One step of the keys. */
#define NEARER 1.25

/* Actions -------------------------------------------------------------------------------------------- */

/* About the middle, as there is no pointer. */
static void
zoom (GuatuBattleMap *self,
      double          factor)
{
  guatu_timeline_zoom (self->timeline, factor, gtk_widget_get_width (GTK_WIDGET (self->timeline)) / 2.0);
}

static void
zoom_in_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  zoom (GUATU_BATTLE_MAP (widget), NEARER);
}

static void
zoom_out_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  zoom (GUATU_BATTLE_MAP (widget), 1 / NEARER);
}

static void
fit_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  guatu_timeline_fit (GUATU_BATTLE_MAP (widget)->timeline);
}

void
guatu_battle_map_go_to_date (GuatuBattleMap *self,
                             GuatuInstant    t)
{
  if (t != GUATU_NONE)
    guatu_timeline_go_to (self->timeline, t);
}

static void
today_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  GuatuBattleMap *self = GUATU_BATTLE_MAP (widget);

  guatu_battle_map_go_to_date (self, guatu_battle_view_get_chart (self->view)->today);
}

static void
status_date_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  GuatuBattleMap *self = GUATU_BATTLE_MAP (widget);

  guatu_battle_map_go_to_date (self, guatu_battle_view_get_chart (self->view)->status_date);
}

/* Ledgers -------------------------------------------------------------------------------------------- */

static void
put_cb (gpointer    data,
        const char *what)
{
  g_signal_emit_by_name (data, "removed", 1u, what);
}

/* In the order of the outline; unref it. */
static GArray *
selected_tasks (GuatuBattleMap *self)
{
  const GuatuPlan *plan = guatu_battle_view_get_chart (self->view)->plan;
  GArray *tasks = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  for (guint i = 0; i < n; i++)
    {
      gint64 id = guatu_plan_id (plan, GUATU_TABLE_TASK, outline[i]);

      if (guatu_battle_view_is_selected (self->view, id))
        g_array_append_val (tasks, id);
    }

  return tasks;
}

/* Where the focus is, or amid the map. */
static void
show_ledgers (GuatuBattleMap *self)
{
  GuatuDocument *document = guatu_battle_view_get_document (self->view);
  g_autoptr(GArray) tasks = selected_tasks (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (root == NULL || tasks->len == 0)
    return;
  if (guatu_plan_n_live (guatu_document_get_plan (document), GUATU_TABLE_LEDGER) == 0)
    {
      g_signal_emit_by_name (self, "failed", _("The plan has no ledgers. Add one in the view “Phases & Ledgers”."));
      return;
    }
  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (guatu_ledger_chooser_new (document, tasks, put_cb, self)),
                             GTK_WIDGET (self),
                             focus != NULL && gtk_widget_is_ancestor (focus, self->table) ? focus : GTK_WIDGET (self));
}

/* A menu that it was chosen in is still on its way out. */
static gboolean
show_ledgers_cb (gpointer data)
{
  GuatuBattleMap *self = data;

  if (self->view != NULL)
    show_ledgers (self);

  return G_SOURCE_REMOVE;
}

static void
put_on_ledger_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, show_ledgers_cb, g_object_ref (widget), g_object_unref);
}

/* The form of a task --------------------------------------------------------------------------------- */

/* The one task that is selected; 0: none or several are. */
static gint64
selected_task (GuatuBattleMap *self)
{
  const GuatuPlan *plan = guatu_battle_view_get_chart (self->view)->plan;
  guint n;
  const gint32 *outline = guatu_plan_outline (plan, &n);

  if (guatu_battle_view_n_selected (self->view) != 1)
    return 0;
  for (guint i = 0; i < n; i++)
    if (guatu_battle_view_is_selected (self->view, guatu_plan_id (plan, GUATU_TABLE_TASK, outline[i])))
      return guatu_plan_id (plan, GUATU_TABLE_TASK, outline[i]);

  return 0;
}

static void
form_failed_cb (GuatuBattleMap *self,
                const char     *message)
{
  g_signal_emit_by_name (self, "failed", message);
}

static void
edit_task_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  GuatuBattleMap *self = GUATU_BATTLE_MAP (widget);
  gint64 task = selected_task (self);

  if (task == 0)
    return;
  if (self->form == NULL)
    {
      self->form = GTK_WINDOW (guatu_task_form_new (self->view, GTK_WINDOW (gtk_widget_get_root (widget))));
      g_object_add_weak_pointer (G_OBJECT (self->form), (gpointer *) &self->form);
      g_signal_connect_object (self->form, "failed", G_CALLBACK (form_failed_cb), self, G_CONNECT_SWAPPED);
    }
  guatu_task_form_set_task (GUATU_TASK_FORM (self->form), task);
  gtk_window_present (self->form);
}

void
guatu_battle_map_close_form (GuatuBattleMap *self)
{
  GtkWindow *form = self->form;

  if (form == NULL)
    return;
  g_clear_weak_pointer (&self->form);
  gtk_window_destroy (form);
}

/* What table and timeline do for all of the map ------------------------------------------------------- */

/* "rows.cut" is the table's "table.cut", for those that stand beside it and show the same selection. */
static void
rows_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  GuatuBattleMap *self = GUATU_BATTLE_MAP (widget);
  const char *reason = guatu_document_get_read_only_reason (guatu_battle_view_get_document (self->view));
  g_autofree char *action = g_strconcat ("table.", name + strlen ("rows."), NULL);

  if (reason != NULL && !g_str_equal (name, "rows.copy"))
    g_signal_emit_by_name (self, "failed", reason);
  else
    gtk_widget_activate_action (self->table, action, NULL);
}

static void
link_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  guatu_timeline_link_selected (GUATU_BATTLE_MAP (widget)->timeline);
}

static void
unlink_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  guatu_timeline_unlink_selected (GUATU_BATTLE_MAP (widget)->timeline);
}

static void
more_done_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  guatu_timeline_step_progress (GUATU_BATTLE_MAP (widget)->timeline, 1);
}

static void
less_done_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  guatu_timeline_step_progress (GUATU_BATTLE_MAP (widget)->timeline, -1);
}

static void
report_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  guatu_timeline_report (GUATU_BATTLE_MAP (widget)->timeline);
}

/* All that is shown. */
static void
select_all_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  GuatuBattleMap *self = GUATU_BATTLE_MAP (widget);
  const GuatuRows *rows = guatu_battle_view_get_rows (self->view);
  const GuatuPlan *plan = guatu_battle_view_get_chart (self->view)->plan;
  g_autofree gint64 *ids = g_new (gint64, rows->n + 1);
  guint n = 0;

  for (guint i = 0; i < rows->n; i++)
    if (rows->rows[i].task >= 0)
      ids[n++] = guatu_plan_id (plan, GUATU_TABLE_TASK, rows->rows[i].task);
  guatu_battle_view_select (self->view, ids, n);
}

static void
fold_all_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  guatu_battle_view_fold_all (GUATU_BATTLE_MAP (widget)->view, g_str_equal (name, "battle.fold-all"));
}

static void
level_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  guatu_battle_view_fold_to (GUATU_BATTLE_MAP (widget)->view, MAX (g_variant_get_uint32 (parameter), 1));
}

void
guatu_battle_map_update_actions (GuatuBattleMap *self)
{
  const GuatuChartView *chart = guatu_battle_view_get_chart (self->view);
  gboolean writable = guatu_document_get_read_only_reason (guatu_battle_view_get_document (self->view)) == NULL;
  guint n = guatu_battle_view_n_selected (self->view);
  const struct { const char *name; gboolean enabled; } rows[] = {
    { "rows.cut", writable && n > 0 }, { "rows.copy", n > 0 }, { "rows.duplicate", writable && n > 0 },
    { "rows.remove", writable && n > 0 }, { "rows.paste", writable }, { "rows.insert", writable },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), rows[i].name, rows[i].enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "battle.edit-task", n == 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "battle.put-on-ledger", writable && n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "battle.report", writable && n == 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "battle.status-date", chart->status_date != GUATU_NONE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "battle.today", chart->today != GUATU_NONE);
}

/* Installing ----------------------------------------------------------------------------------------- */

static void
install_row_actions (GtkWidgetClass *widget_class)
{
  static const char * const names[] = { "rows.cut", "rows.copy", "rows.paste", "rows.duplicate", "rows.remove",
                                        "rows.insert" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_class_install_action (widget_class, names[i], NULL, rows_cb);
}

void
guatu_battle_map_install_actions (GtkWidgetClass *widget_class)
{
  /* The last key of each is the one that menus show. */
  static const struct { const char *name; GtkWidgetActionActivateFunc func; guint keys[3]; } actions[] = {
    { "battle.zoom-in", zoom_in_cb, { GDK_KEY_KP_Add, GDK_KEY_equal, GDK_KEY_plus } },
    { "battle.zoom-out", zoom_out_cb, { GDK_KEY_KP_Subtract, GDK_KEY_minus } },
    { "battle.fit", fit_cb, { GDK_KEY_KP_0, GDK_KEY_0 } },
    { "battle.today", today_cb, { 0 } },
    { "battle.status-date", status_date_cb, { 0 } },
    { "battle.fold-all", fold_all_cb, { 0 } },
    { "battle.unfold-all", fold_all_cb, { 0 } },
    { "battle.link", link_cb, { GDK_KEY_l } },
    { "battle.unlink", unlink_cb, { 0 } },
    { "battle.report", report_cb, { GDK_KEY_r } },
    { "battle.put-on-ledger", put_on_ledger_cb, { GDK_KEY_t } },
    { "battle.select-all", select_all_cb, { GDK_KEY_a } },
    { "battle.more-done", more_done_cb, { 0 } },
    { "battle.less-done", less_done_cb, { 0 } },
  };
  static const struct { guint key; GdkModifierType state; const char *name; } with_shift[] = {
    { GDK_KEY_l, GDK_CONTROL_MASK, "battle.unlink" },
    { GDK_KEY_Up, GDK_ALT_MASK, "battle.more-done" }, { GDK_KEY_KP_Up, GDK_ALT_MASK, "battle.more-done" },
    { GDK_KEY_Down, GDK_ALT_MASK, "battle.less-done" }, { GDK_KEY_KP_Down, GDK_ALT_MASK, "battle.less-done" },
  };
  static const struct { guint key; const char *name; } with_alt[] = {
    { GDK_KEY_KP_Subtract, "battle.fold-all" }, { GDK_KEY_minus, "battle.fold-all" },
    { GDK_KEY_KP_Add, "battle.unfold-all" }, { GDK_KEY_equal, "battle.unfold-all" },
    { GDK_KEY_Home, "battle.today" }, { GDK_KEY_End, "battle.status-date" },
    { GDK_KEY_plus, "battle.unfold-all" },
  };
  static const guint enter[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].func);
      for (gsize k = 0; k < G_N_ELEMENTS (actions[i].keys) && actions[i].keys[k] != 0; k++)
        gtk_widget_class_add_binding_action (widget_class, actions[i].keys[k], GDK_CONTROL_MASK, actions[i].name, NULL);
    }
  install_row_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "battle.edit-task", NULL, edit_task_cb);
  for (gsize i = 0; i < G_N_ELEMENTS (enter); i++)
    gtk_widget_class_add_binding_action (widget_class, enter[i], GDK_ALT_MASK, "battle.edit-task", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (with_alt); i++)
    gtk_widget_class_add_binding_action (widget_class, with_alt[i].key, GDK_ALT_MASK, with_alt[i].name, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (with_shift); i++)
    gtk_widget_class_add_binding_action (widget_class, with_shift[i].key, with_shift[i].state | GDK_SHIFT_MASK,
                                         with_shift[i].name, NULL);
  gtk_widget_class_install_action (widget_class, "battle.level", "u", level_cb);
  for (guint level = 1; level <= 9; level++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + level, GDK_ALT_MASK, "battle.level", "u", level);
}
