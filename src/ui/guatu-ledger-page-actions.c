/* guatu-ledger-page-actions.c — what is done to the items of the ledger that is chosen. */
#include "guatu-ledger-page-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-chooser.h"
#include "guatu-desk-page.h"
#include "guatu-form-popover.h"
#include "guatu-row-form.h"

static const GuatuPlan *
plan_of (GuatuLedgerPage *self)
{
  return guatu_document_get_plan (self->document);
}

void
guatu_ledger_page_update_actions (GuatuLedgerPage *self)
{
  g_autoptr(GArray) selected = guatu_plain_table_get_selected (GUATU_PLAIN_TABLE (self->table));
  gboolean writable = guatu_document_get_read_only_reason (self->document) == NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "items.add", writable && guatu_ledger_page_chosen (self) != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "items.number", writable && self->n_items > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "items.edit", writable && selected->len == 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "items.remove", writable && selected->len > 0);
}

static void
task_chosen_cb (GuatuLedgerPage *self,
                guint            table,
                gint64           task,
                GtkWidget       *chooser)
{
  g_autoptr(GError) error = NULL;

  if (!guatu_document_put_on_ledger (self->document, guatu_ledger_page_chosen (self), &task, 1, NULL, &error))
    guatu_chooser_complain (GUATU_CHOOSER (chooser), error->message);
}

static gboolean
stands_on (GuatuTable table,
           gint64     task,
           gpointer   data)
{
  GuatuLedgerPage *self = data;

  for (guint i = 0; i < self->n_items; i++)
    if (guatu_plan_id (plan_of (self), GUATU_TABLE_TASK, guatu_ledger_page_item (self, i)->task) == task)
      return TRUE;

  return FALSE;
}

/* It stays open: most who add a task add more of them. */
static void
add_cb (GtkWidget  *widget,
        const char *action,
        GVariant   *parameter)
{
  GuatuLedgerPage *self = GUATU_LEDGER_PAGE (widget);
  GtkWidget *popover = guatu_form_popover_new (_("Put tasks on the ledger"));
  GtkWidget *chooser = guatu_chooser_new (_("Task"));

  guatu_chooser_add_rows (GUATU_CHOOSER (chooser), plan_of (self), GUATU_TABLE_TASK);
  guatu_chooser_tick (GUATU_CHOOSER (chooser), stands_on, self);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (task_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (chooser, "given-up", G_CALLBACK (gtk_popover_popdown), popover, G_CONNECT_SWAPPED);
  guatu_form_popover_add (GUATU_FORM_POPOVER (popover), chooser);
  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (popover), widget, self->add);
}

static void
number_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  GuatuLedgerPage *self = GUATU_LEDGER_PAGE (widget);
  g_autoptr(GError) error = NULL;

  if (!guatu_document_number_ledger (self->document, guatu_ledger_page_chosen (self), &error))
    guatu_desk_page_fail (self, error);
}

static void
edit_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  static const guint fields[] = { GUATU_LEDGER_ITEM_NUMBER, GUATU_LEDGER_ITEM_CATEGORY, GUATU_LEDGER_ITEM_SOURCE, 0 };
  GuatuLedgerPage *self = GUATU_LEDGER_PAGE (widget);
  g_autoptr(GArray) selected = guatu_plain_table_get_selected (GUATU_PLAIN_TABLE (self->table));
  GtkWidget *form;

  if (selected->len != 1)
    return;
  form = guatu_row_form_new (self->document, _("Ledger item"), GUATU_TABLE_LEDGER_ITEM, fields,
                             g_array_index (selected, gint64, 0), GUATU_LEDGER_ITEM_LEDGER,
                             guatu_ledger_page_chosen (self), NULL, NULL);
  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (form), widget, self->edit);
}

static void
remove_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  GuatuLedgerPage *self = GUATU_LEDGER_PAGE (widget);
  g_autoptr(GArray) selected = guatu_plain_table_get_selected (GUATU_PLAIN_TABLE (self->table));
  g_autofree char *what = g_strdup_printf (ngettext ("Took %u item off the ledger", "Took %u items off the ledger",
                                                     selected->len), selected->len);
  g_autoptr(GError) error = NULL;

  if (selected->len == 0)
    return;
  if (guatu_document_take_off_ledger (self->document, (const gint64 *) (gpointer) selected->data, selected->len,
                                      &error))
    guatu_desk_page_removed (self, what);
  else
    guatu_desk_page_fail (self, error);
}

void
guatu_ledger_page_go (GuatuLedgerPage *self,
                      gint64           id)
{
  gint32 row = guatu_plan_find (plan_of (self), GUATU_TABLE_LEDGER_ITEM, id);

  if (row >= 0)
    guatu_desk_page_go (self, "task",
                        guatu_plan_id (plan_of (self), GUATU_TABLE_TASK,
                                       (gint32) guatu_plan_number (plan_of (self), GUATU_TABLE_LEDGER_ITEM, row,
                                                                   GUATU_LEDGER_ITEM_TASK)));
}

void
guatu_ledger_page_install_actions (GtkWidgetClass *widget_class)
{
  static const GuatuDeskPageAction actions[] = {
    { "items.add", add_cb, GDK_KEY_Insert, 0 },
    { "items.edit", edit_cb, GDK_KEY_F2, 0 },
    { "items.number", number_cb, 0, 0 },
    { "items.remove", remove_cb, GDK_KEY_Delete, 0 },
  };

  guatu_desk_page_install_actions (widget_class, actions, G_N_ELEMENTS (actions));
}
