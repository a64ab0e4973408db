/* guatu-history-detail.c — the values that an entry changed, and the answers to what was asked. */
#include "guatu-history-detail-private.h"

#include <glib/gi18n.h>

#include "guatu-tab-stop.h"

/* Rows of an entry that are put into words at once: an import may have made very many. */
#define AT_ONCE 100

G_DEFINE_FINAL_TYPE (GuatuHistoryDetail, guatu_history_detail, GTK_TYPE_WIDGET)

enum { RESTORED, FAILED, CLOSED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* The entry ------------------------------------------------------------------------------------------ */

static gboolean
is_writable (GuatuHistoryDetail *self)
{
  return guatu_document_get_read_only_reason (self->document) == NULL;
}

static void
show_rows (GuatuHistoryDetail *self,
           guint               first)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  guint n;

  rows = guatu_entry_changes (self->document, guatu_entry_item_seq (self->entry), self->table, self->id, first,
                              AT_ONCE, &n, &error);
  if (rows == NULL)
    {
      rows = g_ptr_array_new ();
      n = 0;
      gtk_label_set_text (self->when, error->message);
    }
  if (first == 0)
    guatu_change_list_set_rows (self->changes, rows, n, is_writable (self));
  else
    guatu_change_list_add_rows (self->changes, rows);
}

static void
show_compare_with (GuatuHistoryDetail *self)
{
  gboolean other = self->marked != 0 && self->entry != NULL && guatu_entry_item_seq (self->entry) != self->marked;
  g_autofree char *text = other ? g_strdup_printf (_("Compare with Entry %lld"), (long long) self->marked) : NULL;

  gtk_button_set_label (self->compare_with, other ? text : _("Mark for Comparison"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->compare_with), other || self->marked == 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->compare_with),
                               other ? _("What is different between the two states of the plan")
                                     : _("Then choose another entry: the two states of the plan can be compared"));
}

static void
show_entry (GuatuHistoryDetail *self)
{
  g_autofree char *when = NULL;
  g_autofree char *since = NULL;
  g_autofree char *text = NULL;

  if (self->entry == NULL)
    {
      gtk_stack_set_visible_child_name (self->pages, "nothing");
      return;
    }

  when = guatu_entry_item_when (self->entry);
  since = guatu_entry_item_since (self->entry);
  /* Translators: the number of an entry in the journal, and when it was made by whom. */
  text = g_strdup_printf (_("Entry %lld · %s"), (long long) guatu_entry_item_seq (self->entry), when);
  gtk_label_set_text (self->title, guatu_entry_item_title (self->entry));
  gtk_label_set_text (self->when, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->revert), is_writable (self) && *since != '\0' &&
                                                       guatu_entry_item_is_in_reach (self->entry));
  show_compare_with (self);
  show_rows (self, 0);
  gtk_stack_set_visible_child_name (self->pages, "entry");
}

static void
more_cb (GuatuHistoryDetail *self)
{
  show_rows (self, guatu_change_list_n_rows (self->changes));
}

static void
restore_cb (GuatuHistoryDetail *self,
            guint               table,
            gint64              id,
            guint               field)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *title = NULL;

  if (!guatu_document_restore (self->document, guatu_entry_item_seq (self->entry), (GuatuTable) table, id, field,
                               &error))
    {
      g_signal_emit (self, signals[FAILED], 0, error->message);
      return;
    }
  title = guatu_document_undo_title (self->document);
  g_signal_emit (self, signals[RESTORED], 0, title != NULL ? title : "");
}

static void
revert_cb (GuatuHistoryDetail *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.revert-to", "x", guatu_entry_item_seq (self->entry));
}

/* From one to the other ---------------------------------------------------------------------------------- */

static void
compare_now_cb (GuatuHistoryDetail *self)
{
  guatu_history_detail_compare (self, guatu_entry_item_seq (self->entry), 0);
}

/* The earlier state comes first, whichever was marked. */
static void
compare_with_cb (GuatuHistoryDetail *self)
{
  gint64 seq = guatu_entry_item_seq (self->entry), marked = self->marked;

  if (marked == 0)
    {
      self->marked = seq;
      show_compare_with (self);
      return;
    }
  self->marked = 0;
  show_compare_with (self);
  guatu_history_detail_compare (self, MIN (seq, marked), MAX (seq, marked));
}

static void
close_cb (GuatuHistoryDetail *self)
{
  guatu_history_detail_forget (self);
  show_entry (self);
  g_signal_emit (self, signals[CLOSED], 0);
}

void
guatu_history_detail_put_entry (GuatuHistoryDetail *self,
                                GuatuEntryItem     *entry)
{
  g_return_if_fail (GUATU_IS_HISTORY_DETAIL (self));

  g_set_object (&self->entry, entry);
  if (!g_str_equal (gtk_stack_get_visible_child_name (self->pages), "asked"))
    show_entry (self);
}

void
guatu_history_detail_set_entry (GuatuHistoryDetail *self,
                                GuatuEntryItem     *entry)
{
  g_return_if_fail (GUATU_IS_HISTORY_DETAIL (self));

  g_set_object (&self->entry, entry);
  guatu_history_detail_forget (self);
  show_entry (self);
}

void
guatu_history_detail_set_row (GuatuHistoryDetail *self,
                              GuatuTable          table,
                              gint64              id)
{
  g_return_if_fail (GUATU_IS_HISTORY_DETAIL (self));

  self->table = table;
  self->id = id;
}

const char *
guatu_history_detail_get_page (GuatuHistoryDetail *self)
{
  const char *page;

  g_return_val_if_fail (GUATU_IS_HISTORY_DETAIL (self), NULL);

  page = gtk_stack_get_visible_child_name (self->pages);
  return g_str_equal (page, "asked") ? gtk_stack_get_visible_child_name (self->answers) : page;
}

const char *
guatu_history_detail_get_text (GuatuHistoryDetail *self)
{
  const char *page = guatu_history_detail_get_page (self);

  g_return_val_if_fail (page != NULL, "");

  if (g_str_equal (page, "duties"))
    return guatu_duty_table_get_text (self->duties);
  if (g_str_equal (page, "entry"))
    return gtk_label_get_text (self->title);

  return gtk_label_get_text (self->outcome);
}

/* The class ------------------------------------------------------------------------------------------ */

/* Where somebody who comes to it goes on. */
static gboolean
guatu_history_detail_grab_focus (GtkWidget *widget)
{
  GuatuHistoryDetail *self = GUATU_HISTORY_DETAIL (widget);
  const char *page = guatu_history_detail_get_page (self);

  if (g_str_equal (page, "entry"))
    return gtk_widget_grab_focus (GTK_WIDGET (self->changes));
  if (g_str_equal (page, "comparison"))
    return gtk_widget_grab_focus (GTK_WIDGET (self->differences));
  if (g_str_equal (page, "duties"))
    return gtk_widget_grab_focus (GTK_WIDGET (self->duties));
  if (g_str_equal (page, "work"))
    return gtk_widget_grab_focus (gtk_widget_get_visible (GTK_WIDGET (self->cancel)) ? GTK_WIDGET (self->cancel)
                                                                        : GTK_WIDGET (self->close));

  return FALSE;
}

static void
guatu_history_detail_dispose (GObject *object)
{
  GuatuHistoryDetail *self = GUATU_HISTORY_DETAIL (object);
  GtkWidget *child;

  guatu_history_detail_forget (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), GUATU_TYPE_HISTORY_DETAIL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->entry);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (guatu_history_detail_parent_class)->dispose (object);
}

static void
guatu_history_detail_class_init (GuatuHistoryDetailClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_history_detail_dispose;
  widget_class->grab_focus = guatu_history_detail_grab_focus;
  guatu_tab_goes_through (widget_class);

  signals[RESTORED] = g_signal_new ("restored", GUATU_TYPE_HISTORY_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", GUATU_TYPE_HISTORY_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CLOSED] = g_signal_new ("closed", GUATU_TYPE_HISTORY_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/guatu/Guatu/guatu-history-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, GuatuHistoryDetail, pages);
  gtk_widget_class_bind_template_child (widget_class, GuatuHistoryDetail, title);
  gtk_widget_class_bind_template_child (widget_class, GuatuHistoryDetail, when);
  gtk_widget_class_bind_template_child (widget_class, GuatuHistoryDetail, revert);
  gtk_widget_class_bind_template_child (widget_class, GuatuHistoryDetail, compare_with);
  gtk_widget_class_bind_template_child (widget_class, GuatuHistoryDetail, close);
  gtk_widget_class_bind_template_child (widget_class, GuatuHistoryDetail, changes_place);
  gtk_widget_class_bind_template_child (widget_class, GuatuHistoryDetail, asked_title);
  gtk_widget_class_bind_template_child (widget_class, GuatuHistoryDetail, outcome);
  gtk_widget_class_bind_template_child (widget_class, GuatuHistoryDetail, answers);
  gtk_widget_class_bind_template_child (widget_class, GuatuHistoryDetail, progress);
  gtk_widget_class_bind_template_child (widget_class, GuatuHistoryDetail, cancel);
  gtk_widget_class_bind_template_child (widget_class, GuatuHistoryDetail, differences_place);
  gtk_widget_class_bind_template_child (widget_class, GuatuHistoryDetail, duties_place);
  gtk_widget_class_bind_template_callback (widget_class, revert_cb);
  gtk_widget_class_bind_template_callback (widget_class, compare_now_cb);
  gtk_widget_class_bind_template_callback (widget_class, compare_with_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "historydetail");
}

static void
guatu_history_detail_init (GuatuHistoryDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->changes = GUATU_CHANGE_LIST (guatu_change_list_new (_("What the entry changed")));
  g_signal_connect_object (self->changes, "more", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->changes, "restore", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->changes_place, GTK_WIDGET (self->changes));
  self->differences = GUATU_CHANGE_LIST (guatu_change_list_new (_("What differs")));
  adw_bin_set_child (self->differences_place, GTK_WIDGET (self->differences));
}

GtkWidget *
guatu_history_detail_new (GuatuDocument *document)
{
  GuatuHistoryDetail *self = g_object_new (GUATU_TYPE_HISTORY_DETAIL, NULL);

  self->document = g_object_ref (document);
  self->duties = GUATU_DUTY_TABLE (guatu_duty_table_new (document));
  adw_bin_set_child (self->duties_place, GTK_WIDGET (self->duties));

  return GTK_WIDGET (self);
}
