/* guatu-ledger-chooser.c — lists the ledgers, and puts tasks on the one that is chosen. */
#include "guatu-ledger-chooser.h"

#include <glib/gi18n-lib.h>

#include "guatu-chooser.h"
#include "guatu-ledger-edit.h"

typedef struct
{
  GtkWidget      *popover;
  GuatuDocument  *document;
  GArray         *tasks;
  GuatuLedgerPut  put;
  gpointer        data;
} Form;

static void
form_free (Form *form)
{
  g_array_unref (form->tasks);
  g_object_unref (form->document);
  g_free (form);
}

/* Whether all of the tasks stand on it. */
static gboolean
has_all (GuatuTable table,
         gint64     ledger,
         gpointer   data)
{
  Form *form = data;
  const GuatuPlan *plan = guatu_document_get_plan (form->document);
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_LEDGER, ledger);

  for (guint i = 0; i < form->tasks->len; i++)
    {
      gint32 task = guatu_plan_find (plan, GUATU_TABLE_TASK, g_array_index (form->tasks, gint64, i));

      if (task < 0 || row < 0 || guatu_ledger_find (plan, task, row) < 0)
        return FALSE;
    }

  return TRUE;
}

static void
chosen_cb (Form      *form,
           guint      table,
           gint64     ledger,
           GtkWidget *chooser)
{
  const GuatuPlan *plan = guatu_document_get_plan (form->document);
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_LEDGER, ledger);
  g_autofree char *name = row >= 0 ? g_strdup (guatu_plan_string (plan, GUATU_TABLE_LEDGER, row, GUATU_LEDGER_NAME))
                                   : g_strdup ("");
  g_autofree char *what = NULL;
  g_autoptr(GError) error = NULL;
  guint n = 0;

  if (!guatu_document_put_on_ledger (form->document, ledger, (const gint64 *) (gpointer) form->tasks->data,
                                     form->tasks->len, &n, &error))
    {
      guatu_chooser_complain (GUATU_CHOOSER (chooser), error->message);
      return;
    }
  if (n == 0)
    {
      guatu_chooser_complain (GUATU_CHOOSER (chooser), _("All of these tasks stand on it already."));
      return;
    }
  what = g_strdup_printf (ngettext ("Put %u task on “%s”", "Put %u tasks on “%s”", n), n, name);
  form->put (form->data, what);
  gtk_popover_popdown (GTK_POPOVER (form->popover));
}

/* How many stand on each of them, as their detail. */
static void
add_ledgers (GtkWidget       *chooser,
             const GuatuPlan *plan)
{
  guint n;
  g_autofree gint32 *rows = guatu_plan_in_order (plan, GUATU_TABLE_LEDGER, &n);

  for (guint i = 0; i < n; i++)
    {
      guint n_items;
      g_autofree char *detail = NULL;

      guatu_plan_referrers (plan, GUATU_TABLE_LEDGER_ITEM, GUATU_LEDGER_ITEM_LEDGER, rows[i], &n_items);
      detail = g_strdup_printf (ngettext ("%u item", "%u items", n_items), n_items);
      guatu_chooser_add (GUATU_CHOOSER (chooser), GUATU_TABLE_LEDGER, guatu_plan_id (plan, GUATU_TABLE_LEDGER, rows[i]),
                         guatu_plan_string (plan, GUATU_TABLE_LEDGER, rows[i], GUATU_LEDGER_NAME), detail);
    }
}

GtkWidget *
guatu_ledger_chooser_new (GuatuDocument  *document,
                          const GArray   *tasks,
                          GuatuLedgerPut  put,
                          gpointer        data)
{
  GtkWidget *chooser = guatu_chooser_new (_("Ledger"));
  Form *form = g_new0 (Form, 1);
  g_autofree char *title = g_strdup_printf (ngettext ("Put %u task on a ledger", "Put %u tasks on a ledger",
                                                      tasks->len), tasks->len);

  form->popover = guatu_form_popover_new (title);
  form->document = g_object_ref (document);
  form->tasks = g_array_copy ((GArray *) tasks);
  form->put = put;
  form->data = data;
  add_ledgers (chooser, guatu_document_get_plan (document));
  guatu_chooser_tick (GUATU_CHOOSER (chooser), has_all, form);
  g_signal_connect_swapped (chooser, "chosen", G_CALLBACK (chosen_cb), form);
  g_signal_connect_object (chooser, "given-up", G_CALLBACK (gtk_popover_popdown), form->popover, G_CONNECT_SWAPPED);
  guatu_form_popover_add (GUATU_FORM_POPOVER (form->popover), chooser);
  g_signal_connect_swapped (form->popover, "destroy", G_CALLBACK (form_free), form);

  return form->popover;
}
