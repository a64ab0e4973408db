/* guatu-revert-dialog.c — lists what was done, says what going back would take away, and goes back. */
#include "guatu-revert-dialog.h"

#include <glib/gi18n.h>

#include "guatu-entry-list.h"

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
  GListStore          *entries;
  GtkFilterListModel  *found;
  GtkSingleSelection  *chosen;
  GtkCustomFilter     *filter;
  GStrv                words;           /* that are looked for; %NULL: nothing is */
  gint64               again;           /* what was chosen, and is to be so when it is found; 0: nothing */
};

G_DEFINE_FINAL_TYPE (GuatuRevertDialog, guatu_revert_dialog, ADW_TYPE_WINDOW)

enum { REVERTED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* The list ------------------------------------------------------------------------------------------- */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (NULL), *under = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (under), 0);
  gtk_label_set_wrap (GTK_LABEL (under), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (under), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (under, "caption");
  gtk_widget_add_css_class (under, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), under);
  gtk_list_item_set_child (item, box);
}

/* "Oct 12, 2022, 14:03 · Wang · undone". */
static char *
say_when (GuatuEntryItem *entry)
{
  g_autofree char *time = guatu_entry_item_time (entry);

  return g_strjoin (" · ", time, guatu_entry_item_author (entry), guatu_entry_item_stands (entry) ? NULL : _("undone"),
                    NULL);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  GuatuEntryItem *entry = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *title = gtk_widget_get_first_child (box);
  g_autofree char *when = say_when (entry);
  gboolean in_reach = guatu_entry_item_is_in_reach (entry);

  gtk_label_set_text (GTK_LABEL (title), guatu_entry_item_title (entry));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (title)), when);
  gtk_widget_set_sensitive (box, in_reach);
  gtk_list_item_set_selectable (item, in_reach);
  gtk_list_item_set_activatable (item, in_reach);
  /* The line that takes the focus is the list's own. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, guatu_entry_item_title (entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, when, -1);
  if (guatu_entry_item_stands (entry))
    gtk_widget_remove_css_class (title, "dim-label");
  else
    gtk_widget_add_css_class (title, "dim-label");
}

static gboolean
is_sought (gpointer item,
           gpointer data)
{
  return guatu_entry_item_matches (item, ((GuatuRevertDialog *) data)->words);
}

/* What going back would do --------------------------------------------------------------------------- */

static void
show_effect (GuatuRevertDialog *self)
{
  GuatuEntryItem *entry = gtk_single_selection_get_selected_item (self->chosen);
  g_autofree char *since = entry != NULL ? guatu_entry_item_since (entry) : NULL;
  g_autofree char *text = NULL;

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

static void
choose_again (GuatuRevertDialog *self)
{
  GListModel *found = G_LIST_MODEL (self->found);

  for (guint i = 0; self->again != 0 && i < g_list_model_get_n_items (found); i++)
    {
      g_autoptr(GuatuEntryItem) entry = g_list_model_get_item (found, i);

      if (guatu_entry_item_seq (entry) != self->again)
        continue;
      self->again = 0;
      gtk_single_selection_set_selected (self->chosen, i);
    }
}

static void
show_list (GuatuRevertDialog *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->found));

  choose_again (self);
  /* While it is still looking nobody knows. */
  gtk_stack_set_visible_child_name (self->pages, n == 0 && gtk_filter_list_model_get_pending (self->found) == 0
                                                 ? "nothing" : "list");
}

static void
complain (GuatuRevertDialog *self,
          const char        *text)
{
  gtk_label_set_text (self->effect, text);
  gtk_widget_add_css_class (GTK_WIDGET (self->effect), "error");
}

/* The journal grows while it is looked at; what was chosen stays so. */
static void
load (GuatuRevertDialog *self)
{
  GuatuEntryItem *before = gtk_single_selection_get_selected_item (self->chosen);
  g_autoptr(GError) error = NULL;

  if (before != NULL)
    self->again = guatu_entry_item_seq (before);
  if (!guatu_entry_list_load (self->entries, self->document, &error))
    {
      complain (self, error->message);
      return;
    }
  show_list (self);
  show_effect (self);
}

/* Searching ------------------------------------------------------------------------------------------ */

static void
search_changed_cb (GuatuRevertDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  g_clear_pointer (&self->words, g_strfreev);
  if (*text != '\0')
    self->words = guatu_entry_words (text);
  gtk_filter_list_model_set_filter (self->found, NULL);
  if (self->words != NULL)
    gtk_filter_list_model_set_filter (self->found, GTK_FILTER (self->filter));
  show_list (self);
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

  /* The plan that changes makes the list anew. */
  g_signal_handlers_disconnect_by_data (self->document, self);
  if (!guatu_document_revert (self->document, guatu_entry_item_seq (entry), &error))
    {
      g_signal_connect_object (self->document, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
      load (self);
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

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->chosen);
  g_clear_object (&self->found);
  g_clear_object (&self->entries);
  g_clear_object (&self->filter);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (self), GUATU_TYPE_REVERT_DIALOG);

  G_OBJECT_CLASS (guatu_revert_dialog_parent_class)->dispose (object);
}

static void
guatu_revert_dialog_finalize (GObject *object)
{
  g_strfreev (GUATU_REVERT_DIALOG (object)->words);

  G_OBJECT_CLASS (guatu_revert_dialog_parent_class)->finalize (object);
}

static void
guatu_revert_dialog_class_init (GuatuRevertDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_revert_dialog_dispose;
  G_OBJECT_CLASS (class)->finalize = guatu_revert_dialog_finalize;

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
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->filter = gtk_custom_filter_new (is_sought, self, NULL);
  self->entries = g_list_store_new (GUATU_TYPE_ENTRY_ITEM);
  self->found = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->entries)), NULL);
  gtk_filter_list_model_set_incremental (self->found, TRUE);
  self->chosen = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->chosen, FALSE);
  gtk_single_selection_set_can_unselect (self->chosen, TRUE);
  gtk_single_selection_set_model (self->chosen, G_LIST_MODEL (self->found));
  g_signal_connect_object (self->chosen, "notify::selected-item", G_CALLBACK (show_effect), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->found, "items-changed", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->found, "notify::pending", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
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
  g_signal_connect_object (document, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);

  return GTK_WIDGET (self);
}
