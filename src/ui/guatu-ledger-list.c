/* guatu-ledger-list.c — puts a task on lists and takes it off them. */
#include "guatu-ledger-list.h"

#include <glib/gi18n-lib.h>

#include "guatu-form-popover.h"
#include "guatu-late-edit.h"
#include "guatu-ledger-edit.h"

struct _GuatuLedgerList
{
  GtkWidget      parent_instance;

  GtkWidget     *rows;
  GtkWidget     *error;

  GuatuDocument *document;
  gint64         task;
  char          *said;          /* all that the rows say */
  gboolean       filling;
};

G_DEFINE_FINAL_TYPE (GuatuLedgerList, guatu_ledger_list, GTK_TYPE_WIDGET)

#define LEDGER "guatu-ledger"
#define CATEGORIES "guatu-categories"
#define BEFORE "guatu-before"
#define NUMBER "guatu-number"

/* Places in the choice; categories follow. */
enum { NOT_ON_IT, NO_CATEGORY, N_OTHERS };

static const GuatuPlan *
plan_of (GuatuLedgerList *self)
{
  return guatu_document_get_plan (self->document);
}

static gint32
task_row (GuatuLedgerList *self)
{
  return self->task != 0 ? guatu_plan_find (plan_of (self), GUATU_TABLE_TASK, self->task) : -1;
}

static gint64
ledger_of (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);

  guatu_keep_for_now (row);

  return *(gint64 *) g_object_get_data (G_OBJECT (row), LEDGER);
}

static void
complain (GuatuLedgerList *self,
          const GError    *error)
{
  gtk_label_set_text (GTK_LABEL (self->error), error != NULL ? error->message : "");
  gtk_widget_set_visible (self->error, error != NULL);
}

/* Changing ------------------------------------------------------------------------------------------- */

static void
chosen_cb (GuatuLedgerList *self,
           GParamSpec      *property,
           GtkDropDown     *drop_down)
{
  const GArray *categories = g_object_get_data (G_OBJECT (drop_down), CATEGORIES);
  guint selected = gtk_drop_down_get_selected (drop_down);
  gint64 ledger;
  g_autoptr(GError) error = NULL;
  gboolean done;

  if (self->filling || task_row (self) < 0)
    return;
  ledger = ledger_of (GTK_WIDGET (drop_down));
  if (selected == NOT_ON_IT)
    done = guatu_ledger_leave (self->document, self->task, ledger, &error);
  else if (selected == NO_CATEGORY)
    done = guatu_ledger_enter (self->document, self->task, ledger, &error)
           && guatu_category_clear (self->document, self->task, ledger, &error);
  else
    done = guatu_category_set (self->document, self->task, g_array_index (categories, gint64, selected - N_OTHERS),
                               &error);
  complain (self, done ? NULL : error);
}

static void
set_number (GuatuLedgerList *self,
            GtkWidget       *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  g_autofree char *number = g_strstrip (g_strdup (text));
  g_autoptr(GError) error = NULL;

  if (self->task == 0 || task_row (self) < 0 || g_strcmp0 (text, g_object_get_data (G_OBJECT (entry), BEFORE)) == 0)
    return;
  guatu_ledger_number (self->document, self->task, ledger_of (entry), number, &error);
  complain (self, error);
}

static void
late_cb (GtkWidget  *widget,
         gint64      ledger,
         const char *text)
{
  GuatuLedgerList *self = GUATU_LEDGER_LIST (widget);
  GtkListBoxRow *row;

  if (self->document == NULL)
    return;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->rows), i)) != NULL; i++)
    if (*(gint64 *) g_object_get_data (G_OBJECT (row), LEDGER) == ledger)
      set_number (self, g_object_get_data (G_OBJECT (row), NUMBER));
}

static void
left_cb (GuatuLedgerList    *self,
         GtkEventController *focus)
{
  GtkWidget *entry = gtk_event_controller_get_widget (focus);

  if (task_row (self) >= 0)
    guatu_late_edit (GTK_WIDGET (self), ledger_of (entry), "", late_cb);
}

static gboolean
key_cb (GuatuLedgerList    *self,
        guint               key,
        guint               code,
        GdkModifierType     state,
        GtkEventController *keys)
{
  GtkWidget *entry = gtk_event_controller_get_widget (keys);
  const char *before = g_object_get_data (G_OBJECT (entry), BEFORE);

  if (key != GDK_KEY_Escape || g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), before) == 0)
    return GDK_EVENT_PROPAGATE;

  gtk_editable_set_text (GTK_EDITABLE (entry), before);
  return GDK_EVENT_STOP;
}

/* Rows ----------------------------------------------------------------------------------------------- */

static GtkWidget *
new_choice (GuatuLedgerList *self,
            gint32           ledger,
            gint32           item)
{
  const GuatuCategory *categories = guatu_plan_rows (plan_of (self), GUATU_TABLE_CATEGORY);
  const GuatuLedgerItem *items = guatu_plan_rows (plan_of (self), GUATU_TABLE_LEDGER_ITEM);
  GtkStringList *names = gtk_string_list_new (NULL);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkWidget *drop_down = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  guint n, chosen = item >= 0 ? NO_CATEGORY : NOT_ON_IT;
  const gint32 *rows = guatu_plan_referrers (plan_of (self), GUATU_TABLE_CATEGORY, GUATU_CATEGORY_LEDGER, ledger, &n);

  gtk_string_list_append (names, _("Not listed"));
  gtk_string_list_append (names, _("Without a category"));
  for (guint i = 0; i < n; i++)
    {
      if (item >= 0 && items[item].category == rows[i])
        chosen = ids->len + N_OTHERS;
      gtk_string_list_append (names, guatu_plan_text (plan_of (self), categories[rows[i]].name));
      g_array_append_val (ids, categories[rows[i]].id);
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), chosen);
  gtk_widget_set_hexpand (drop_down, TRUE);
  g_object_set_data_full (G_OBJECT (drop_down), CATEGORIES, ids, (GDestroyNotify) g_array_unref);
  g_signal_connect_swapped (drop_down, "notify::selected", G_CALLBACK (chosen_cb), self);

  return drop_down;
}

static GtkWidget *
new_number (GuatuLedgerList *self,
            const char      *number)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new (), *focus = gtk_event_controller_focus_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), number);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 8);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("No."));
  g_object_set_data_full (G_OBJECT (entry), BEFORE, g_strdup (number), g_free);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (set_number), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (entry, focus);
  gtk_widget_add_controller (entry, keys);

  return entry;
}

static void
add_row (GuatuLedgerList *self,
         gint32           ledger)
{
  const GuatuLedgerItem *items = guatu_plan_rows (plan_of (self), GUATU_TABLE_LEDGER_ITEM);
  gint32 item = guatu_ledger_find (plan_of (self), task_row (self), ledger);
  const char *name = guatu_plan_string (plan_of (self), GUATU_TABLE_LEDGER, ledger, GUATU_LEDGER_NAME);
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name), *choice = new_choice (self, ledger, item);
  GtkWidget *number = new_number (self, item >= 0 ? guatu_plan_text (plan_of (self), items[item].number) : "");
  gint64 id = guatu_plan_id (plan_of (self), GUATU_TABLE_LEDGER, ledger);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 16);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, name);
  gtk_widget_set_sensitive (number, item >= 0);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (number), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Number"), -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (number), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, label, NULL, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), choice);
  gtk_box_append (GTK_BOX (box), number);
  gtk_widget_add_css_class (box, "field");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data_full (G_OBJECT (row), LEDGER, g_memdup2 (&id, sizeof id), g_free);
  g_object_set_data (G_OBJECT (row), NUMBER, number);
  gtk_list_box_append (GTK_LIST_BOX (self->rows), row);
}

static char *
tell (GuatuLedgerList *self,
      const gint32    *ledgers,
      guint            n)
{
  const GuatuLedgerItem *items = guatu_plan_rows (plan_of (self), GUATU_TABLE_LEDGER_ITEM);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      gint32 item = guatu_ledger_find (plan_of (self), task_row (self), ledgers[i]);

      g_string_append_printf (text, "%d %s %d %s\n", ledgers[i],
                              guatu_plan_string (plan_of (self), GUATU_TABLE_LEDGER, ledgers[i], GUATU_LEDGER_NAME),
                              item >= 0 ? items[item].category : -2,
                              item >= 0 ? guatu_plan_text (plan_of (self), items[item].number) : "");
    }

  return g_string_free (text, FALSE);
}

void
guatu_ledger_list_show (GuatuLedgerList *self,
                        gint64           task)
{
  g_autofree gint32 *ledgers = NULL;
  g_autofree char *text = NULL;
  GtkListBoxRow *row;
  guint n;

  g_return_if_fail (GUATU_IS_LEDGER_LIST (self));

  if (task != self->task)
    {
      complain (self, NULL);
      g_clear_pointer (&self->said, g_free);
    }
  self->task = task;
  if (task_row (self) < 0)
    return;
  gtk_widget_set_sensitive (self->rows, guatu_document_get_read_only_reason (self->document) == NULL);
  ledgers = guatu_plan_in_order (plan_of (self), GUATU_TABLE_LEDGER, &n);
  text = tell (self, ledgers, n);
  if (g_strcmp0 (text, self->said) == 0)
    return;

  g_free (self->said);
  self->said = g_steal_pointer (&text);
  self->filling = TRUE;
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->rows), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->rows), GTK_WIDGET (row));
  for (guint i = 0; i < n; i++)
    add_row (self, ledgers[i]);
  self->filling = FALSE;
}

GtkListBox *
guatu_ledger_list_get_rows (GuatuLedgerList *self)
{
  g_return_val_if_fail (GUATU_IS_LEDGER_LIST (self), NULL);

  return GTK_LIST_BOX (self->rows);
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_ledger_list_dispose (GObject *object)
{
  GuatuLedgerList *self = GUATU_LEDGER_LIST (object);
  GtkWidget *child;

  self->task = 0;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (guatu_ledger_list_parent_class)->dispose (object);
}

static void
guatu_ledger_list_finalize (GObject *object)
{
  g_free (GUATU_LEDGER_LIST (object)->said);

  G_OBJECT_CLASS (guatu_ledger_list_parent_class)->finalize (object);
}

static void
guatu_ledger_list_class_init (GuatuLedgerListClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_ledger_list_dispose;
  G_OBJECT_CLASS (class)->finalize = guatu_ledger_list_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BOX_LAYOUT);
}

static void
guatu_ledger_list_init (GuatuLedgerList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *none = gtk_label_new (_("The plan has no ledgers."));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_add_css_class (none, "dim-label");
  gtk_widget_add_css_class (none, "field");
  self->rows = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->rows), GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->rows), none);
  gtk_widget_add_css_class (self->rows, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Ledgers"), -1);
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
  self->error = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->error), 0);
  gtk_label_set_wrap (GTK_LABEL (self->error), TRUE);
  gtk_widget_add_css_class (self->error, "error");
  gtk_widget_add_css_class (self->error, "caption");
  gtk_widget_set_visible (self->error, FALSE);
  gtk_widget_set_parent (self->error, GTK_WIDGET (self));
}

GtkWidget *
guatu_ledger_list_new (GuatuDocument *document)
{
  GuatuLedgerList *self = g_object_new (GUATU_TYPE_LEDGER_LIST, NULL);

  self->document = g_object_ref (document);

  return GTK_WIDGET (self);
}
