/* guatu-history-view.c — the entries at the left, what the chosen one did at the right, what is looked for above. */
#include "guatu-history-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "guatu-desk-view.h"
#include "guatu-entry-row.h"
#include "guatu-tab-stop.h"
#include "guatu-text-scale.h"

/* Pixels. */
#define LIST_WIDTH ((int) guatu_text_scaled (380))
#define LEAST_WIDTH ((int) guatu_text_scaled (260))

struct _GuatuHistoryView
{
  GtkWidget           parent_instance;

  /* Children */
  GtkWidget          *box;
  GuatuHistoryStrip  *strip;
  GtkStack           *pages;
  GtkListView        *list;
  GtkWidget          *stop;             /* around it */
  GuatuHistoryDetail *detail;

  /* Owned references */
  GuatuEntryList     *entries;
  GtkSingleSelection *chosen;
  gint64              again;    /* what was chosen, and is to be so when it is found; 0: nothing */
  gboolean            by_itself;  /* what is chosen now nobody has chosen: entries come and go */
};

static void desk_view_init (GuatuDeskViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GuatuHistoryView, guatu_history_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GUATU_TYPE_DESK_VIEW, desk_view_init))

/* The list ------------------------------------------------------------------------------------------- */

static void
chosen_cb (GuatuHistoryView *self)
{
  GuatuEntryItem *entry = gtk_single_selection_get_selected_item (self->chosen);

  if (entry != NULL)
    self->again = guatu_entry_item_seq (entry);
  if (self->by_itself)
    guatu_history_detail_put_entry (self->detail, entry);
  else
    guatu_history_detail_set_entry (self->detail, entry);
}

/* Before the selection hears that entries come or go, … */
static void
coming_cb (GuatuHistoryView *self)
{
  self->by_itself = TRUE;
}

/* … and after that. */
static void
come_cb (GuatuHistoryView *self)
{
  self->by_itself = FALSE;
}

static void
choose_again (GuatuHistoryView *self)
{
  guint position;

  self->by_itself = TRUE;
  if (gtk_single_selection_get_selected_item (self->chosen) == NULL && self->again != 0 &&
      guatu_entry_list_find (self->entries, self->again, &position))
    gtk_single_selection_set_selected (self->chosen, position);
  self->by_itself = FALSE;
}

static void
progress_cb (GuatuHistoryView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->entries));
  gboolean busy = guatu_entry_list_is_busy (self->entries);
  const GError *error = guatu_entry_list_get_error (self->entries);

  choose_again (self);
  /* Where the list was entered before it had anything. */
  if (n > 0 && gtk_widget_is_focus (GTK_WIDGET (self->list)))
    gtk_widget_grab_focus (self->stop);
  guatu_history_strip_set_authors (self->strip, guatu_entry_list_get_authors (self->entries));
  guatu_history_strip_set_found (self->strip, n, busy);
  gtk_stack_set_visible_child_name (self->pages, n == 0 && !busy ? "nothing" : "list");
  if (error != NULL)
    guatu_desk_view_failed (GUATU_DESK_VIEW (self), error->message);
}

static void
query_changed_cb (GuatuHistoryView *self)
{
  GuatuJournalQuery query;

  guatu_history_strip_get_query (self->strip, &query);
  /* What was asked of other entries is over. */
  guatu_history_detail_set_entry (self->detail, NULL);
  guatu_history_detail_set_row (self->detail, query.table, query.id);
  guatu_entry_list_set_query (self->entries, &query);
}

/* What is told of the chosen entry follows the plan: whether a value can still be restored. */
static void
plan_changed_cb (GuatuHistoryView *self)
{
  const char *page = guatu_history_detail_get_page (self->detail);

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && g_str_equal (page, "entry"))
    guatu_history_detail_set_entry (self->detail, gtk_single_selection_get_selected_item (self->chosen));
}

gboolean
guatu_history_view_choose (GuatuHistoryView *self,
                           gint64            seq)
{
  guint position;

  g_return_val_if_fail (GUATU_IS_HISTORY_VIEW (self), FALSE);

  if (!guatu_entry_list_find (self->entries, seq, &position))
    return FALSE;

  gtk_single_selection_set_selected (self->chosen, position);
  return TRUE;
}

/* What was asked and answered ------------------------------------------------------------------------ */

static void
restored_cb (GuatuHistoryView *self,
             const char       *title)
{
  guatu_desk_view_removed (GUATU_DESK_VIEW (self), 1, title);
}

static void
detail_failed_cb (GuatuHistoryView *self,
                  const char       *message)
{
  guatu_desk_view_failed (GUATU_DESK_VIEW (self), message);
}

static void
closed_cb (GuatuHistoryView *self)
{
  gtk_widget_grab_focus (self->stop);
}

static void
verify_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  guatu_history_detail_verify (GUATU_HISTORY_VIEW (widget)->detail);
}

static void
duties_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  GuatuHistoryView *self = GUATU_HISTORY_VIEW (widget);
  const GuatuJournalQuery *query = guatu_entry_list_get_query (self->entries);

  if (query->id != 0 && query->table == GUATU_TABLE_TASK)
    guatu_history_detail_show_duties (self->detail, query->id, GUATU_NONE);
}

static void
search_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  guatu_history_strip_search (GUATU_HISTORY_VIEW (widget)->strip);
}

GuatuEntryList *
guatu_history_view_get_entries (GuatuHistoryView *self)
{
  g_return_val_if_fail (GUATU_IS_HISTORY_VIEW (self), NULL);

  return self->entries;
}

GuatuHistoryStrip *
guatu_history_view_get_strip (GuatuHistoryView *self)
{
  g_return_val_if_fail (GUATU_IS_HISTORY_VIEW (self), NULL);

  return self->strip;
}

GuatuHistoryDetail *
guatu_history_view_get_detail (GuatuHistoryView *self)
{
  g_return_val_if_fail (GUATU_IS_HISTORY_VIEW (self), NULL);

  return self->detail;
}

/* The desk ------------------------------------------------------------------------------------------- */

static guint
get_panes (GuatuDeskView *view,
           GtkWidget     *panes[GUATU_DESK_VIEW_MOST_PANES])
{
  GuatuHistoryView *self = GUATU_HISTORY_VIEW (view);

  panes[0] = GTK_WIDGET (self->strip);
  panes[1] = self->stop;
  panes[2] = GTK_WIDGET (self->detail);

  return 3;
}

/* Every row has a history, even one that is gone. */
static gboolean
show_row (GuatuDeskView *view,
          GuatuTable     table,
          gint64         id)
{
  GuatuHistoryView *self = GUATU_HISTORY_VIEW (view);

  guatu_history_strip_clear (self->strip);
  guatu_history_strip_set_row (self->strip, table, id);

  return TRUE;
}

static gboolean
enter (GuatuDeskView *view)
{
  GuatuHistoryView *self = GUATU_HISTORY_VIEW (view);

  if (g_str_equal (gtk_stack_get_visible_child_name (self->pages), "list"))
    return gtk_widget_grab_focus (self->stop);

  guatu_history_strip_search (self->strip);
  return TRUE;
}

static void
desk_view_init (GuatuDeskViewInterface *iface)
{
  iface->enter = enter;
  iface->get_panes = get_panes;
  iface->show_row = show_row;
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_history_view_map (GtkWidget *widget)
{
  GuatuHistoryView *self = GUATU_HISTORY_VIEW (widget);

  GTK_WIDGET_CLASS (guatu_history_view_parent_class)->map (widget);
  guatu_entry_list_set_awake (self->entries, TRUE);
  plan_changed_cb (self);
}

static void
guatu_history_view_unmap (GtkWidget *widget)
{
  guatu_entry_list_set_awake (GUATU_HISTORY_VIEW (widget)->entries, FALSE);

  GTK_WIDGET_CLASS (guatu_history_view_parent_class)->unmap (widget);
}

static void
guatu_history_view_dispose (GObject *object)
{
  GuatuHistoryView *self = GUATU_HISTORY_VIEW (object);

  if (self->chosen != NULL)
    g_signal_handlers_disconnect_by_data (self->chosen, self);
  if (self->entries != NULL)
    g_signal_handlers_disconnect_by_data (self->entries, self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->chosen);
  g_clear_object (&self->entries);

  G_OBJECT_CLASS (guatu_history_view_parent_class)->dispose (object);
}

static void
guatu_history_view_class_init (GuatuHistoryViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_history_view_dispose;
  widget_class->map = guatu_history_view_map;
  widget_class->unmap = guatu_history_view_unmap;

  gtk_widget_class_install_action (widget_class, "history.verify", NULL, verify_cb);
  gtk_widget_class_install_action (widget_class, "history.duties", NULL, duties_cb);
  gtk_widget_class_install_action (widget_class, "history.search", NULL, search_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "history.search", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "historyview");
}

static GtkWidget *
make_list (GuatuHistoryView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *nothing = adw_status_page_new ();

  g_signal_connect_object (self->entries, "items-changed", G_CALLBACK (coming_cb), self, G_CONNECT_SWAPPED);
  self->chosen = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->entries)));
  g_signal_connect_object (self->entries, "items-changed", G_CALLBACK (come_cb), self, G_CONNECT_SWAPPED);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->chosen)),
                                                 guatu_entry_row_factory_new (FALSE)));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "history");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("History, the newest edit first"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (nothing), "edit-find-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (nothing), _("Nothing Found"));
  adw_status_page_set_description (ADW_STATUS_PAGE (nothing), _("No entry answers to all that is looked for."));
  gtk_widget_add_css_class (nothing, "compact");

  self->pages = GTK_STACK (gtk_stack_new ());
  self->stop = guatu_tab_stop_new (scrolled, GTK_WIDGET (self->list));
  gtk_stack_add_named (self->pages, self->stop, "list");
  gtk_stack_add_named (self->pages, nothing, "nothing");
  gtk_widget_set_size_request (GTK_WIDGET (self->pages), LEAST_WIDTH, -1);

  return GTK_WIDGET (self->pages);
}

static void
put_together (GuatuHistoryView *self,
              GuatuDocument    *document)
{
  GtkWidget *panes = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);

  self->strip = GUATU_HISTORY_STRIP (guatu_history_strip_new (document));
  self->detail = GUATU_HISTORY_DETAIL (guatu_history_detail_new (document));
  gtk_widget_set_size_request (GTK_WIDGET (self->detail), LEAST_WIDTH, -1);
  gtk_paned_set_start_child (GTK_PANED (panes), make_list (self));
  gtk_paned_set_end_child (GTK_PANED (panes), GTK_WIDGET (self->detail));
  gtk_paned_set_resize_start_child (GTK_PANED (panes), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (panes), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (panes), FALSE);
  gtk_paned_set_position (GTK_PANED (panes), LIST_WIDTH);
  gtk_widget_set_vexpand (panes, TRUE);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->strip));
  gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (self->box), panes);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
guatu_history_view_init (GuatuHistoryView *self)
{
}

GtkWidget *
guatu_history_view_new (GuatuDocument *document)
{
  GuatuHistoryView *self = g_object_new (GUATU_TYPE_HISTORY_VIEW, NULL);

  self->entries = guatu_entry_list_new (document);
  put_together (self, document);
  g_signal_connect_object (self->strip, "changed", G_CALLBACK (query_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chosen, "notify::selected-item", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entries, "progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->detail, "restored", G_CALLBACK (restored_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->detail, "failed", G_CALLBACK (detail_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->detail, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "changed", G_CALLBACK (plan_changed_cb), self, G_CONNECT_SWAPPED);
  chosen_cb (self);
  progress_cb (self);

  return GTK_WIDGET (self);
}
