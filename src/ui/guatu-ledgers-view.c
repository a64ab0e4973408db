/* guatu-ledgers-view.c — puts the pages of ledgers, phases, baselines and key nodes behind one another. */
#include "guatu-ledgers-view.h"

#include <glib/gi18n-lib.h>

#include "guatu-key-node-page.h"
#include "guatu-ledger-page.h"
#include "guatu-ledgers.h"
#include "guatu-phase-page.h"
#include "guatu-slip-page.h"

struct _GuatuLedgersView
{
  GtkWidget      parent_instance;

  /* Children */
  GtkWidget     *box;
  GtkWidget     *switcher;
  GtkStack      *stack;
  GtkLabel      *total;

  /* Owned references */
  GuatuDocument *document;
  guint          stale;         /* bit per page: the plan has changed since it was looked at */
};

static void desk_view_init (GuatuDeskViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GuatuLedgersView, guatu_ledgers_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GUATU_TYPE_DESK_VIEW, desk_view_init))

typedef GtkWidget *(*PageNew) (GuatuDocument *document);
typedef void (*PageRefresh) (GtkWidget *page);

static void refresh_ledgers (GtkWidget *page) { guatu_ledger_page_refresh (GUATU_LEDGER_PAGE (page)); }
static void refresh_phases (GtkWidget *page) { guatu_phase_page_refresh (GUATU_PHASE_PAGE (page)); }
static void refresh_nodes (GtkWidget *page) { guatu_key_node_page_refresh (GUATU_KEY_NODE_PAGE (page)); }
static void refresh_slips (GtkWidget *page) { guatu_slip_page_refresh (GUATU_SLIP_PAGE (page)); }

static const struct
{
  const char *name;
  const char *title;
  PageNew     make;
  PageRefresh refresh;
} pages[] = {
  { "ledgers", N_("Ledgers"), guatu_ledger_page_new, refresh_ledgers },
  { "phases", N_("Phases"), guatu_phase_page_new, refresh_phases },
  { "key-nodes", N_("Key Nodes"), guatu_key_node_page_new, refresh_nodes },
  { "baselines", N_("Baselines"), guatu_slip_page_new, refresh_slips },
};

/* Showing -------------------------------------------------------------------------------------------- */

static void
show_total (GuatuLedgersView *self)
{
  guint n, n_items = 0;
  g_autofree GuatuLedgerCount *counts = guatu_ledgers_count (guatu_document_get_plan (self->document), &n);
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    n_items += counts[i].n_items;
  text = guatu_ledgers_words (n, n_items);
  gtk_label_set_text (self->total, text);
}

/* A page that nobody sees waits. */
static void
refresh (GuatuLedgersView *self)
{
  GtkWidget *shown = gtk_stack_get_visible_child (self->stack);

  if (self->stale == 0 || shown == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if ((self->stale & 1u << i) != 0 && gtk_stack_get_child_by_name (self->stack, pages[i].name) == shown)
      {
        self->stale &= ~(1u << i);
        pages[i].refresh (shown);
      }
  show_total (self);
}

static void
changed_cb (GuatuLedgersView *self)
{
  self->stale = (1u << G_N_ELEMENTS (pages)) - 1;
  refresh (self);
}

static void
removed_cb (GuatuLedgersView *self,
            const char       *what)
{
  guatu_desk_view_removed (GUATU_DESK_VIEW (self), 1, what);
}

static void
failed_cb (GuatuLedgersView *self,
           const char       *message)
{
  guatu_desk_view_failed (GUATU_DESK_VIEW (self), message);
}

void
guatu_ledgers_view_show (GuatuLedgersView *self,
                         const char       *name)
{
  g_return_if_fail (GUATU_IS_LEDGERS_VIEW (self));

  gtk_stack_set_visible_child_name (self->stack, name);
}

GtkWidget *
guatu_ledgers_view_get_page (GuatuLedgersView *self,
                             const char       *name)
{
  g_return_val_if_fail (GUATU_IS_LEDGERS_VIEW (self), NULL);

  return gtk_stack_get_child_by_name (self->stack, name);
}

const char *
guatu_ledgers_view_get_total (GuatuLedgersView *self)
{
  g_return_val_if_fail (GUATU_IS_LEDGERS_VIEW (self), NULL);

  return gtk_label_get_text (self->total);
}

/* The interface -------------------------------------------------------------------------------------- */

static guint
get_panes (GuatuDeskView *view,
           GtkWidget     *panes[GUATU_DESK_VIEW_MOST_PANES])
{
  GuatuLedgersView *self = GUATU_LEDGERS_VIEW (view);
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);
  guint n = 0;

  panes[n++] = self->switcher;
  if (GUATU_IS_LEDGER_PAGE (page))
    {
      panes[n++] = GTK_WIDGET (guatu_ledger_page_get_ledgers (GUATU_LEDGER_PAGE (page)));
      panes[n++] = GTK_WIDGET (guatu_ledger_page_get_categories (GUATU_LEDGER_PAGE (page)));
      panes[n++] = GTK_WIDGET (guatu_ledger_page_get_table (GUATU_LEDGER_PAGE (page)));
    }
  else if (GUATU_IS_SLIP_PAGE (page))
    {
      panes[n++] = GTK_WIDGET (guatu_slip_page_get_baselines (GUATU_SLIP_PAGE (page)));
      panes[n++] = GTK_WIDGET (guatu_slip_page_get_table (GUATU_SLIP_PAGE (page)));
    }
  else
    panes[n++] = page;

  return n;
}

static gboolean
show_category (GuatuLedgersView *self,
               gint64            id)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->document);
  GuatuLedgerPage *page = GUATU_LEDGER_PAGE (guatu_ledgers_view_get_page (self, "ledgers"));
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_CATEGORY, id);

  return row >= 0
         && guatu_row_list_select (guatu_ledger_page_get_ledgers (page),
                                   guatu_plan_id (plan, GUATU_TABLE_LEDGER,
                                                  (gint32) guatu_plan_number (plan, GUATU_TABLE_CATEGORY, row,
                                                                              GUATU_CATEGORY_LEDGER)))
         && guatu_row_list_select (guatu_ledger_page_get_categories (page), id);
}

static gboolean
show_row (GuatuDeskView *view,
          GuatuTable     table,
          gint64         id)
{
  GuatuLedgersView *self = GUATU_LEDGERS_VIEW (view);
  const char *name = table == GUATU_TABLE_PHASE ? "phases" : table == GUATU_TABLE_BASELINE ? "baselines"
                     : table == GUATU_TABLE_KEY_NODE ? "key-nodes" : "ledgers";
  GtkWidget *page = guatu_ledgers_view_get_page (self, name);

  guatu_ledgers_view_show (self, name);
  switch ((int) table)
    {
    case GUATU_TABLE_LEDGER:
      return guatu_row_list_select (guatu_ledger_page_get_ledgers (GUATU_LEDGER_PAGE (page)), id);
    case GUATU_TABLE_CATEGORY:
      return show_category (self, id);
    case GUATU_TABLE_PHASE:
      return guatu_row_list_select (guatu_phase_page_get_phases (GUATU_PHASE_PAGE (page)), id);
    case GUATU_TABLE_BASELINE:
      return guatu_row_list_select (guatu_slip_page_get_baselines (GUATU_SLIP_PAGE (page)), id);
    case GUATU_TABLE_KEY_NODE:
      return guatu_key_node_page_select (GUATU_KEY_NODE_PAGE (page), id);
    default:
      return FALSE;
    }
}

static gboolean
enter (GuatuDeskView *view)
{
  return gtk_widget_grab_focus (gtk_stack_get_visible_child (GUATU_LEDGERS_VIEW (view)->stack));
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
put_together (GuatuLedgersView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *page = pages[i].make (self->document);

      g_signal_connect_object (page, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (page, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
      gtk_stack_add_titled (self->stack, page, pages[i].name, _(pages[i].title));
    }
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  self->switcher = gtk_stack_switcher_new ();
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (self->switcher), self->stack);
  self->total = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->total, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->total, 1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->total), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->total), "dim-label");
  gtk_box_append (GTK_BOX (bar), self->switcher);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->total));
  gtk_widget_add_css_class (bar, "bar");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), bar);
  gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->stack));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
guatu_ledgers_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (guatu_ledgers_view_parent_class)->map (widget);

  refresh (GUATU_LEDGERS_VIEW (widget));
}

static void
guatu_ledgers_view_dispose (GObject *object)
{
  GuatuLedgersView *self = GUATU_LEDGERS_VIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (guatu_ledgers_view_parent_class)->dispose (object);
}

static void
guatu_ledgers_view_class_init (GuatuLedgersViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_ledgers_view_dispose;
  widget_class->map = guatu_ledgers_view_map;
  gtk_widget_class_set_css_name (widget_class, "ledgersview");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
guatu_ledgers_view_init (GuatuLedgersView *self)
{
}

GtkWidget *
guatu_ledgers_view_new (GuatuDocument *document)
{
  GuatuLedgersView *self = g_object_new (GUATU_TYPE_LEDGERS_VIEW, NULL);

  self->document = g_object_ref (document);
  put_together (self);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_total (self);

  return GTK_WIDGET (self);
}
