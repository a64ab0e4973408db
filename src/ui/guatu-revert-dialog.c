/* guatu-revert-dialog.c — lists what was done, says what going back would take away, and goes back. */
#include "guatu-revert-dialog.h"

#include <glib/gi18n.h>

#include "guatu-entry-list.h"
#include "guatu-entry-row.h"

struct _GuatuRevertDialog
{
  AdwWindow            parent_instance;

  /* Template widgets */
  GtkSearchEntry      *search;
  GtkStack            *pages;
  GtkListView         *list;
  GtkLabel            *effect;

  /* Owned references */
  GuatuDocument       *document;
  GuatuEntryList      *entries;
  GtkSingleSelection  *chosen;
  gint64               again;           /* what was chosen, and is to be so when it is found; 0: nothing */
};

G_DEFINE_FINAL_TYPE (GuatuRevertDialog, guatu_revert_dialog, ADW_TYPE_WINDOW)

enum { REVERTED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* What going back would do --------------------------------------------------------------------------- */

static void
show_effect (GuatuRevertDialog *self)
{
  GuatuEntryItem *entry = gtk_single_selection_get_selected_item (self->chosen);
  g_autofree char *since = entry != NULL ? guatu_entry_item_since (entry) : NULL;
  g_autofree char *text = NULL;

  if (entry != NULL)
    self->again = guatu_entry_item_seq (entry);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "revert.accept", since != NULL && *since != '\0');
  gtk_widget_remove_css_class (GTK_WIDGET (self->effect), "error");
  if (since == NULL)
    text = g_strdup (_("Choose an edit: the plan goes back to what it was right after it. Undo brings back what came "
                       "later."));
  else if (*since == '\0')
    text = g_strdup (_("This is the plan as it is now."));
  else
    /* Translators: “23 edits since, by 2 people”. */
    text = g_strdup_printf (_("Takes back: %s"), since);
  gtk_label_set_text (self->effect, text);
}

/* The journal grows while it is looked at; what was chosen stays so. */
static void
choose_again (GuatuRevertDialog *self)
{
  guint position;

  if (gtk_single_selection_get_selected_item (self->chosen) == NULL && self->again != 0 &&
      guatu_entry_list_find (self->entries, self->again, &position))
    gtk_single_selection_set_selected (self->chosen, position);
}

static void
complain (GuatuRevertDialog *self,
          const char        *text)
{
  gtk_label_set_text (self->effect, text);
  gtk_widget_add_css_class (GTK_WIDGET (self->effect), "error");
}

static void
show_list (GuatuRevertDialog *self)
{
  const GError *error = guatu_entry_list_get_error (self->entries);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->entries));

  choose_again (self);
  /* While it is still looking nobody knows. */
  gtk_stack_set_visible_child_name (self->pages, n == 0 && !guatu_entry_list_is_busy (self->entries) ? "nothing"
                                                                                                      : "list");
  show_effect (self);
  if (error != NULL)
    complain (self, error->message);
}

/* Searching ------------------------------------------------------------------------------------------ */

static void
search_changed_cb (GuatuRevertDialog *self)
{
  guatu_entry_list_set_query (self->entries, &(GuatuJournalQuery) {
    .text = gtk_editable_get_text (GTK_EDITABLE (self->search)) });
}

/* Escape empties the search first. */
static void
stop_search_cb (GuatuRevertDialog *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0')
    gtk_window_close (GTK_WINDOW (self));
  else
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
search_activated_cb (GuatuRevertDialog *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* Going back ----------------------------------------------------------------------------------------- */

static void
accept (GuatuRevertDialog *self)
{
  GuatuEntryItem *entry = gtk_single_selection_get_selected_item (self->chosen);
  g_autofree char *title = NULL;
  g_autoptr(GError) error = NULL;

  if (entry == NULL)
    return;

  if (!guatu_document_revert (self->document, guatu_entry_item_seq (entry), &error))
    {
      complain (self, error->message);
      return;
    }

  title = guatu_document_undo_title (self->document);
  g_signal_emit (self, signals[REVERTED], 0, title != NULL ? title : "");
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
accept_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  accept (GUATU_REVERT_DIALOG (widget));
}

static void
activated_cb (GuatuRevertDialog *self,
              guint              position)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "revert.accept", NULL);
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_revert_dialog_dispose (GObject *object)
{
  GuatuRevertDialog *self = GUATU_REVERT_DIALOG (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->chosen);
  g_clear_object (&self->entries);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), GUATU_TYPE_REVERT_DIALOG);

  G_OBJECT_CLASS (guatu_revert_dialog_parent_class)->dispose (object);
}

static void
guatu_revert_dialog_class_init (GuatuRevertDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_revert_dialog_dispose;

  signals[REVERTED] = g_signal_new ("reverted", GUATU_TYPE_REVERT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/guatu/Guatu/guatu-revert-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GuatuRevertDialog, search);
  gtk_widget_class_bind_template_child (widget_class, GuatuRevertDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, GuatuRevertDialog, list);
  gtk_widget_class_bind_template_child (widget_class, GuatuRevertDialog, effect);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_install_action (widget_class, "revert.accept", NULL, accept_cb);
}

static void
guatu_revert_dialog_init (GuatuRevertDialog *self)
{
  g_autoptr(GtkListItemFactory) factory = guatu_entry_row_factory_new (TRUE);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->chosen = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->chosen, FALSE);
  gtk_single_selection_set_can_unselect (self->chosen, TRUE);
  g_signal_connect_object (self->chosen, "notify::selected-item", G_CALLBACK (show_effect), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->chosen));
}

GtkWidget *
guatu_revert_dialog_new (GtkWindow     *parent,
                         GuatuDocument *document)
{
  GuatuRevertDialog *self;

  g_return_val_if_fail (GUATU_IS_DOCUMENT (document), NULL);

  self = g_object_new (GUATU_TYPE_REVERT_DIALOG, "transient-for", parent, NULL);
  self->document = g_object_ref (document);
  self->entries = guatu_entry_list_new (document);
  gtk_single_selection_set_model (self->chosen, G_LIST_MODEL (self->entries));
  g_signal_connect_object (self->entries, "progress", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
  show_list (self);

  return GTK_WIDGET (self);
}

void
guatu_revert_dialog_choose (GuatuRevertDialog *self,
                            gint64             seq)
{
  g_return_if_fail (GUATU_IS_REVERT_DIALOG (self));

  gtk_single_selection_set_selected (self->chosen, GTK_INVALID_LIST_POSITION);
  self->again = seq;
  show_list (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}
