/* guatu-custom-list.c — keeps a row for each custom field of the plan, and has more of them defined. */
#include "guatu-custom-list.h"

#include <glib/gi18n-lib.h>

#include "guatu-custom-edit.h"
#include "guatu-custom-form.h"
#include "guatu-field-row.h"
#include "guatu-form-popover.h"

struct _GuatuCustomList
{
  GtkWidget      parent_instance;

  GtkWidget     *rows;
  GtkWidget     *button;

  GuatuDocument *document;
  gint64         task;
  char          *said;          /* which fields there are rows for */
};

G_DEFINE_FINAL_TYPE (GuatuCustomList, guatu_custom_list, GTK_TYPE_WIDGET)

#define FIELD "guatu-custom-field"

static GuatuFieldRow *
row_at (GuatuCustomList *self,
        int              i)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->rows), i);

  return GUATU_IS_FIELD_ROW (row) ? GUATU_FIELD_ROW (row) : NULL;
}

static void
define_cb (GuatuCustomList *self)
{
  guatu_custom_form_pop_up (self->document, GTK_WIDGET (self), self->button);
}

/* Showing -------------------------------------------------------------------------------------------- */

static char *
tell (const GuatuPlan *plan,
      const gint32    *fields,
      guint            n)
{
  const GuatuCustomField *rows = guatu_plan_rows (plan, GUATU_TABLE_CUSTOM_FIELD);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      const char *choices = guatu_plan_string (plan, GUATU_TABLE_CUSTOM_FIELD, fields[i], GUATU_CUSTOM_FIELD_CHOICES);

      /* Whether there are any: a row fills its list by itself, but is not another for it. */
      g_string_append_printf (text, "%" G_GINT64_FORMAT " %u %d %s\n", rows[fields[i]].id, rows[fields[i]].kind,
                              *choices != '\0', guatu_plan_text (plan, rows[fields[i]].name));
    }

  return g_string_free (text, FALSE);
}

static void
make_rows (GuatuCustomList *self,
           const gint32    *fields,
           guint            n)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->rows), 0)) != NULL)
    {
      guatu_keep_for_now (GTK_WIDGET (row));
      gtk_list_box_remove (GTK_LIST_BOX (self->rows), GTK_WIDGET (row));
    }
  for (guint i = 0; i < n; i++)
    {
      gint64 id = guatu_plan_id (guatu_document_get_plan (self->document), GUATU_TABLE_CUSTOM_FIELD, fields[i]);
      GtkWidget *field = guatu_field_row_new_custom (self->document, id);

      g_object_set_data_full (G_OBJECT (field), FIELD, g_memdup2 (&id, sizeof id), g_free);
      gtk_list_box_append (GTK_LIST_BOX (self->rows), field);
    }
}

void
guatu_custom_list_show (GuatuCustomList *self,
                        gint64           task,
                        const char      *fixed)
{
  GuatuFieldRow *row;
  g_autofree gint32 *fields = NULL;
  g_autofree char *text = NULL;
  guint n;

  g_return_if_fail (GUATU_IS_CUSTOM_LIST (self));

  self->task = task;
  fields = guatu_custom_fields (guatu_document_get_plan (self->document), &n);
  text = tell (guatu_document_get_plan (self->document), fields, n);
  if (g_strcmp0 (text, self->said) != 0)
    {
      g_free (self->said);
      self->said = g_steal_pointer (&text);
      make_rows (self, fields, n);
    }
  for (int i = 0; (row = row_at (self, i)) != NULL; i++)
    {
      guatu_field_row_set_task (row, task);
      guatu_field_row_update (row, fixed);
    }
  gtk_widget_set_sensitive (self->button, fixed == NULL);
}

void
guatu_custom_list_commit (GuatuCustomList *self)
{
  GuatuFieldRow *row;

  g_return_if_fail (GUATU_IS_CUSTOM_LIST (self));

  for (int i = 0; (row = row_at (self, i)) != NULL; i++)
    guatu_field_row_commit (row);
}

GtkWidget *
guatu_custom_list_get_row (GuatuCustomList *self,
                           gint64           field)
{
  GuatuFieldRow *row;

  g_return_val_if_fail (GUATU_IS_CUSTOM_LIST (self), NULL);

  for (int i = 0; (row = row_at (self, i)) != NULL; i++)
    if (*(const gint64 *) g_object_get_data (G_OBJECT (row), FIELD) == field)
      return GTK_WIDGET (row);

  return NULL;
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_custom_list_dispose (GObject *object)
{
  GuatuCustomList *self = GUATU_CUSTOM_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);
  g_clear_pointer (&self->said, g_free);

  G_OBJECT_CLASS (guatu_custom_list_parent_class)->dispose (object);
}

static void
guatu_custom_list_class_init (GuatuCustomListClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_custom_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
new_placeholder (void)
{
  GtkWidget *label = gtk_label_new (_("Fields of your own, such as a contract number or a date of approval: define one "
                                      "here, and every task of the plan has it."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "field");

  return label;
}

static void
guatu_custom_list_init (GuatuCustomList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->rows = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->rows), GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->rows), new_placeholder ());
  gtk_widget_add_css_class (self->rows, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Custom fields"), -1);
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
  self->button = gtk_button_new_with_mnemonic (_("Add _Field…"));
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "add-part");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (define_cb), self);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

GtkWidget *
guatu_custom_list_new (GuatuDocument *document)
{
  GuatuCustomList *self = g_object_new (GUATU_TYPE_CUSTOM_LIST, NULL);

  self->document = g_object_ref (document);

  return GTK_WIDGET (self);
}
