/* guatu-link-list.c — shows the links of a task, and carries out what is typed and clicked there. */
#include "guatu-link-list.h"

#include <glib/gi18n-lib.h>

#include "guatu-chooser.h"
#include "guatu-late-edit.h"
#include "guatu-link-form.h"
#include "guatu-links-text.h"
#include "guatu-task-words.h"

struct _GuatuLinkList
{
  GtkWidget      parent_instance;

  GtkWidget     *entry;
  GtkWidget     *hint;
  GtkWidget     *error;
  GtkWidget     *rows;
  GtkWidget     *buttons;

  GuatuDocument *document;
  gint64         task;
  char          *shown;         /* the text of the entry as it was filled in */
  char          *said;          /* all that the rows say */
};

G_DEFINE_FINAL_TYPE (GuatuLinkList, guatu_link_list, GTK_TYPE_WIDGET)

enum { GO, N_SIGNALS };

static guint signals[N_SIGNALS];

static const GuatuPlan *
plan_of (GuatuLinkList *self)
{
  return guatu_document_get_plan (self->document);
}

static gint32
row_of (GuatuLinkList *self)
{
  return self->task != 0 ? guatu_plan_find (plan_of (self), GUATU_TABLE_TASK, self->task) : -1;
}

/* The text ------------------------------------------------------------------------------------------- */

static void
complain (GuatuLinkList *self,
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
is_touched (GuatuLinkList *self)
{
  return g_strcmp0 (self->shown, gtk_editable_get_text (GTK_EDITABLE (self->entry))) != 0;
}

static void
fill_entry (GuatuLinkList *self)
{
  g_free (self->shown);
  self->shown = guatu_links_text (plan_of (self), row_of (self));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), self->shown);
  complain (self, NULL);
}

/* Half a link is no mistake yet: what cannot be is told when the text is entered or left. */
static void
entered_cb (GuatuLinkList *self)
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
  GuatuLinkList *self = GUATU_LINK_LIST (widget);

  if (self->document == NULL)
    return;
  if (task == self->task)
    entered_cb (self);
  else
    guatu_links_text_set (self->document, task, text, NULL);
}

static void
left_cb (GuatuLinkList *self)
{
  if (row_of (self) >= 0 && is_touched (self))
    guatu_late_edit (GTK_WIDGET (self), self->task, gtk_editable_get_text (GTK_EDITABLE (self->entry)), late_cb);
}

/* Whom the numbers mean, while one types. */
static void
typed_cb (GuatuLinkList *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *words = row_of (self) >= 0 && is_touched (self)
                             ? guatu_links_text_words (plan_of (self), row_of (self), text) : g_strdup ("");

  complain (self, NULL);
  gtk_label_set_text (GTK_LABEL (self->hint), words);
  gtk_widget_set_visible (self->hint, *words != '\0');
}

static gboolean
key_cb (GuatuLinkList *self,
        guint          key)
{
  if (key != GDK_KEY_Escape || row_of (self) < 0
      || (!is_touched (self) && !gtk_widget_has_css_class (self->entry, "error")))
    return GDK_EVENT_PROPAGATE;

  fill_entry (self);
  return GDK_EVENT_STOP;
}

/* The form of a link that is to be ------------------------------------------------------------------- */

/* Goes when the form is destroyed. */
typedef struct
{
  GtkWidget     *form;
  gint64         predecessor;   /* 0: what is chosen */
  gint64         successor;     /* likewise */
  GtkWidget     *chooser;
} Adding;

static void
task_chosen_cb (Adding *adding,
                guint   table,
                gint64  id)
{
  g_autoptr(GError) error = NULL;

  if (guatu_link_form_link (adding->form, adding->predecessor != 0 ? adding->predecessor : id,
                            adding->successor != 0 ? adding->successor : id, &error))
    gtk_popover_popdown (GTK_POPOVER (adding->form));
  else
    guatu_chooser_complain (GUATU_CHOOSER (adding->chooser), error->message);
}

static void
add_link (GuatuLinkList *self,
          GtkWidget     *at,
          gboolean       before)
{
  GtkWidget *form = guatu_link_form_new_link (self->document, before ? _("Add Predecessor") : _("Add Successor"));
  Adding *adding = g_new0 (Adding, 1);

  adding->form = form;
  adding->predecessor = before ? 0 : self->task;
  adding->successor = before ? self->task : 0;
  adding->chooser = guatu_chooser_new (_("Tasks"));
  g_signal_connect_swapped (form, "destroy", G_CALLBACK (g_free), adding);
  guatu_chooser_add_rows (GUATU_CHOOSER (adding->chooser), plan_of (self), GUATU_TABLE_TASK);
  guatu_form_popover_add (GUATU_FORM_POPOVER (form), adding->chooser);
  g_signal_connect_swapped (adding->chooser, "chosen", G_CALLBACK (task_chosen_cb), adding);
  g_signal_connect_swapped (adding->chooser, "given-up", G_CALLBACK (gtk_popover_popdown), form);
  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (form), GTK_WIDGET (self), at);
  gtk_widget_grab_focus (adding->chooser);
}

static void
add_predecessor_cb (GuatuLinkList *self,
                    GtkWidget     *button)
{
  if (row_of (self) >= 0)
    add_link (self, button, TRUE);
}

static void
add_successor_cb (GuatuLinkList *self,
                  GtkWidget     *button)
{
  if (row_of (self) >= 0)
    add_link (self, button, FALSE);
}

/* Rows ----------------------------------------------------------------------------------------------- */

#define LINK "guatu-link"

/* The row of the link that the widget stands for; -1: it is gone. */
static gint32
link_of (GuatuLinkList *self,
         GtkWidget     *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);
  const gint64 *id = g_object_get_data (G_OBJECT (row), LINK);

  guatu_keep_for_now (row);

  return id != NULL ? guatu_plan_find (plan_of (self), GUATU_TABLE_LINK, *id) : -1;
}

static void
find_ends (GuatuLinkList *self,
           gint32         link,
           gint64        *predecessor,
           gint64        *successor)
{
  const GuatuLink *row = guatu_plan_link (plan_of (self), link);

  *predecessor = guatu_plan_id (plan_of (self), GUATU_TABLE_TASK, row->predecessor);
  *successor = guatu_plan_id (plan_of (self), GUATU_TABLE_TASK, row->successor);
}

static void
go_cb (GuatuLinkList *self,
       GtkWidget     *widget)
{
  gint32 link = link_of (self, widget);
  gint64 predecessor, successor;

  if (link < 0)
    return;
  find_ends (self, link, &predecessor, &successor);
  g_signal_emit (self, signals[GO], 0, predecessor == self->task ? successor : predecessor);
}

static void
edit_cb (GuatuLinkList *self,
         GtkWidget     *button)
{
  gint32 link = link_of (self, button);
  GtkWidget *form;

  if (link < 0)
    return;
  form = guatu_link_form_new (self->document, guatu_plan_id (plan_of (self), GUATU_TABLE_LINK, link));
  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (form), GTK_WIDGET (self), button);
}

static void
remove_cb (GuatuLinkList *self,
           GtkWidget     *button)
{
  gint32 link = link_of (self, button);
  g_autoptr(GError) error = NULL;
  gint64 predecessor, successor;

  if (link < 0)
    return;
  find_ends (self, link, &predecessor, &successor);
  if (!guatu_document_unlink (self->document, predecessor, successor, &error))
    complain (self, error->message);
}

static GtkWidget *
new_button (GuatuLinkList *self,
            const char    *icon,
            const char    *label,
            GCallback      clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (button, "clicked", clicked, self);

  return button;
}

/* The other task, its number and name; a click goes there. */
static GtkWidget *
new_name (GuatuLinkList *self,
          const char    *label)
{
  GtkWidget *button = gtk_button_new (), *name = gtk_label_new (label);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_button_set_child (GTK_BUTTON (button), name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "link-name");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Select this task"), -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (go_cb), self);

  return button;
}

static GtkWidget *
new_how (GuatuLinkList *self,
         const char    *how)
{
  GtkWidget *button = gtk_button_new_with_label (how);
  /* Translators: how a task is linked, “FS + 2 d”, read out as the name of a button. */
  g_autofree char *spoken = g_strdup_printf (_("Change the link: %s"), how);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Change type and lag"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (edit_cb), self);

  return button;
}

static char *
say_other (GuatuLinkList *self,
           gint32         link,
           gboolean       before)
{
  const GuatuLink *row = guatu_plan_link (plan_of (self), link);
  gint32 other = before ? row->predecessor : row->successor;

  /* Translators: a task that this one waits for, or one that waits for it: its number and its name. */
  return g_strdup_printf (before ? _("← %u %s") : _("→ %u %s"), guatu_plan_task_place (plan_of (self), other),
                          guatu_plan_task_name (plan_of (self), other));
}

static void
add_row (GuatuLinkList *self,
         gint32         link,
         gboolean       before)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  g_autofree char *label = say_other (self, link, before), *how = guatu_words_link (plan_of (self), link);
  gint64 id = guatu_plan_id (plan_of (self), GUATU_TABLE_LINK, link);

  gtk_box_append (GTK_BOX (box), new_name (self, label));
  gtk_box_append (GTK_BOX (box), new_how (self, how));
  gtk_box_append (GTK_BOX (box), new_button (self, "list-remove-symbolic", _("Remove the link"), G_CALLBACK (remove_cb)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (row, "part-row");
  g_object_set_data_full (G_OBJECT (row), LINK, g_memdup2 (&id, sizeof id), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->rows), row);
}

typedef void (*Take) (GuatuLinkList *self, gint32 link, gboolean before, gpointer data);

static void
each_link (GuatuLinkList *self,
           Take           take,
           gpointer       data)
{
  for (int side = 0; side < 2; side++)
    {
      guint n;
      const gint32 *links = guatu_plan_referrers (plan_of (self), GUATU_TABLE_LINK,
                                                  side == 0 ? GUATU_LINK_SUCCESSOR : GUATU_LINK_PREDECESSOR,
                                                  row_of (self), &n);

      for (guint i = 0; i < n; i++)
        take (self, links[i], side == 0, data);
    }
}

static void
tell (GuatuLinkList *self,
      gint32         link,
      gboolean       before,
      gpointer       data)
{
  g_autofree char *label = say_other (self, link, before), *how = guatu_words_link (plan_of (self), link);

  g_string_append_printf (data, "%" G_GINT64_FORMAT " %s %s\n", guatu_plan_id (plan_of (self), GUATU_TABLE_LINK, link),
                          label, how);
}

static void
show_row (GuatuLinkList *self,
          gint32         link,
          gboolean       before,
          gpointer       data)
{
  add_row (self, link, before);
}

/* Rows that say the same stay, and with them the focus. */
static void
fill_rows (GuatuLinkList *self)
{
  g_autoptr(GString) text = g_string_new (NULL);
  GtkListBoxRow *row;

  each_link (self, tell, text);
  if (g_strcmp0 (text->str, self->said) == 0)
    return;

  g_free (self->said);
  self->said = g_strdup (text->str);
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->rows), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->rows), GTK_WIDGET (row));
  each_link (self, show_row, NULL);
  gtk_widget_set_visible (self->rows, text->len > 0);
}

void
guatu_link_list_show (GuatuLinkList *self,
                      gint64         task)
{
  gboolean other;
  gboolean writable;

  g_return_if_fail (GUATU_IS_LINK_LIST (self));

  other = task != self->task;
  writable = guatu_document_get_read_only_reason (self->document) == NULL;
  self->task = task;
  if (row_of (self) < 0)
    return;
  gtk_widget_set_sensitive (self->entry, writable);
  gtk_widget_set_sensitive (self->rows, writable);
  gtk_widget_set_sensitive (self->buttons, writable);
  fill_rows (self);
  if (other || !is_touched (self))
    fill_entry (self);
}

GtkEntry *
guatu_link_list_get_entry (GuatuLinkList *self)
{
  g_return_val_if_fail (GUATU_IS_LINK_LIST (self), NULL);

  return GTK_ENTRY (self->entry);
}

const char *
guatu_link_list_get_hint (GuatuLinkList *self)
{
  g_return_val_if_fail (GUATU_IS_LINK_LIST (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->hint));
}

const char *
guatu_link_list_get_error (GuatuLinkList *self)
{
  g_return_val_if_fail (GUATU_IS_LINK_LIST (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->error));
}

GtkListBox *
guatu_link_list_get_rows (GuatuLinkList *self)
{
  g_return_val_if_fail (GUATU_IS_LINK_LIST (self), NULL);

  return GTK_LIST_BOX (self->rows);
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_link_list_dispose (GObject *object)
{
  GuatuLinkList *self = GUATU_LINK_LIST (object);
  GtkWidget *child;

  self->task = 0;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (guatu_link_list_parent_class)->dispose (object);
}

static void
guatu_link_list_finalize (GObject *object)
{
  g_free (GUATU_LINK_LIST (object)->shown);
  g_free (GUATU_LINK_LIST (object)->said);

  G_OBJECT_CLASS (guatu_link_list_parent_class)->finalize (object);
}

static void
guatu_link_list_class_init (GuatuLinkListClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_link_list_dispose;
  G_OBJECT_CLASS (class)->finalize = guatu_link_list_finalize;

  signals[GO] = g_signal_new ("go", GUATU_TYPE_LINK_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                              G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
new_note (GuatuLinkList *self,
          const char    *class)
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
add_entry (GuatuLinkList *self)
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
add_button (GuatuLinkList *self,
            const char    *label,
            GCallback      clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "add-part");
  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (self->buttons), button);
}

static void
guatu_link_list_init (GuatuLinkList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "part-card");
  add_entry (self);
  self->rows = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->rows), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->rows, "parts");
  gtk_widget_set_visible (self->rows, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Links"), -1);
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_set_homogeneous (GTK_BOX (self->buttons), TRUE);
  gtk_widget_set_parent (self->buttons, GTK_WIDGET (self));
  add_button (self, _("Add _Predecessor…"), G_CALLBACK (add_predecessor_cb));
  add_button (self, _("Add _Successor…"), G_CALLBACK (add_successor_cb));
}

GtkWidget *
guatu_link_list_new (GuatuDocument *document)
{
  GuatuLinkList *self = g_object_new (GUATU_TYPE_LINK_LIST, NULL);

  self->document = g_object_ref (document);

  return GTK_WIDGET (self);
}
