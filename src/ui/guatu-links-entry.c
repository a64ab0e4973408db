/* guatu-links-entry.c — reads links as they are typed, and carries them out. */
#include "guatu-links-entry.h"

#include <glib/gi18n-lib.h>

#include "guatu-late-edit.h"
#include "guatu-links-text.h"

struct _GuatuLinksEntry
{
  GtkWidget      parent_instance;

  GtkWidget     *entry;
  GtkWidget     *hint;
  GtkWidget     *error;

  GuatuDocument *document;
  gint64         task;
  char          *shown;         /* the text as it was filled in */
};

G_DEFINE_FINAL_TYPE (GuatuLinksEntry, guatu_links_entry, GTK_TYPE_WIDGET)

static const GuatuPlan *
plan_of (GuatuLinksEntry *self)
{
  return guatu_document_get_plan (self->document);
}

static gint32
row_of (GuatuLinksEntry *self)
{
  return self->task != 0 ? guatu_plan_find (plan_of (self), GUATU_TABLE_TASK, self->task) : -1;
}

static void
complain (GuatuLinksEntry *self,
          const char    *message)
{
  if (message != NULL)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_label_set_text (GTK_LABEL (self->error), message != NULL ? message : "");
  gtk_widget_set_visible (self->error, message != NULL);
}

static gboolean
is_touched (GuatuLinksEntry *self)
{
  return g_strcmp0 (self->shown, gtk_editable_get_text (GTK_EDITABLE (self->entry))) != 0;
}

static void
fill_entry (GuatuLinksEntry *self)
{
  g_free (self->shown);
  self->shown = guatu_links_text (plan_of (self), row_of (self));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->shown);
  complain (self, NULL);
}

/* Half a link is no mistake yet: what cannot be is told when the text is entered or left. */
static void
entered_cb (GuatuLinksEntry *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autoptr(GError) error = NULL;

  if (row_of (self) < 0 || !is_touched (self))
    return;
  if (!guatu_links_text_set (self->document, self->task, text, &error))
    complain (self, error->message);
  else if (row_of (self) >= 0)
    fill_entry (self);
}

/* Once more, unless it was carried out already. */
static void
late_cb (GtkWidget  *widget,
         gint64      task,
         const char *text)
{
  GuatuLinksEntry *self = GUATU_LINKS_ENTRY (widget);

  if (self->document == NULL)
    return;
  if (task == self->task)
    entered_cb (self);
  else
    guatu_links_text_set (self->document, task, text, NULL);
}

static void
left_cb (GuatuLinksEntry *self)
{
  if (row_of (self) >= 0 && is_touched (self))
    guatu_late_edit (GTK_WIDGET (self), self->task, gtk_editable_get_text (GTK_EDITABLE (self->entry)), late_cb);
}

/* Whom the numbers mean, while one types. */
static void
typed_cb (GuatuLinksEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *words = row_of (self) >= 0 && is_touched (self)
                             ? guatu_links_text_words (plan_of (self), row_of (self), text) : g_strdup ("");

  complain (self, NULL);
  gtk_label_set_text (GTK_LABEL (self->hint), words);
  gtk_widget_set_visible (self->hint, *words != '\0');
}

static gboolean
key_cb (GuatuLinksEntry *self,
        guint          key)
{
  if (key != GDK_KEY_Escape || row_of (self) < 0
      || (!is_touched (self) && !gtk_widget_has_css_class (self->entry, "error")))
    return GDK_EVENT_PROPAGATE;

  fill_entry (self);
  return GDK_EVENT_STOP;
}

void
guatu_links_entry_show (GuatuLinksEntry *self,
                        gint64           task)
{
  gboolean other;

  g_return_if_fail (GUATU_IS_LINKS_ENTRY (self));

  other = task != self->task;
  self->task = task;
  if (row_of (self) < 0)
    return;
  gtk_widget_set_sensitive (self->entry, guatu_document_get_read_only_reason (self->document) == NULL);
  if (other || !is_touched (self))
    fill_entry (self);
}

GtkEntry *
guatu_links_entry_get_entry (GuatuLinksEntry *self)
{
  g_return_val_if_fail (GUATU_IS_LINKS_ENTRY (self), NULL);

  return GTK_ENTRY (self->entry);
}

const char *
guatu_links_entry_get_hint (GuatuLinksEntry *self)
{
  g_return_val_if_fail (GUATU_IS_LINKS_ENTRY (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->hint));
}

const char *
guatu_links_entry_get_error (GuatuLinksEntry *self)
{
  g_return_val_if_fail (GUATU_IS_LINKS_ENTRY (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->error));
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_links_entry_dispose (GObject *object)
{
  GuatuLinksEntry *self = GUATU_LINKS_ENTRY (object);
  GtkWidget *child;

  self->task = 0;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (guatu_links_entry_parent_class)->dispose (object);
}

static void
guatu_links_entry_finalize (GObject *object)
{
  g_free (GUATU_LINKS_ENTRY (object)->shown);

  G_OBJECT_CLASS (guatu_links_entry_parent_class)->finalize (object);
}

static void
guatu_links_entry_class_init (GuatuLinksEntryClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_links_entry_dispose;
  G_OBJECT_CLASS (class)->finalize = guatu_links_entry_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
new_note (GuatuLinksEntry *self,
          const char      *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, class);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_visible (label, FALSE);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
add_entry (GuatuLinksEntry *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *label = gtk_label_new (_("Waits for"));
  GtkEventController *keys = gtk_event_controller_key_new (), *focus = gtk_event_controller_focus_new ();

  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), "3FS+2d, 5SS");
  gtk_widget_set_tooltip_text (self->entry,
                               _("The tasks that it waits for, by their number in the plan (11) or in the outline (3.1), "
                                 "each with the type of the link (FS, SS, FF, SF) and a lag where there is one: "
                                 "3FS+2d, 5SS"));
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entered_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->entry, focus);
  gtk_widget_add_controller (self->entry, keys);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->entry);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), self->entry);
  gtk_widget_set_parent (line, GTK_WIDGET (self));

  self->hint = new_note (self, "dim-label");
  self->error = new_note (self, "error");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->hint,
                                  self->error, NULL, -1);
}

static void
guatu_links_entry_init (GuatuLinksEntry *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  add_entry (self);
}

GtkWidget *
guatu_links_entry_new (GuatuDocument *document)
{
  GuatuLinksEntry *self = g_object_new (GUATU_TYPE_LINKS_ENTRY, NULL);

  self->document = g_object_ref (document);

  return GTK_WIDGET (self);
}
