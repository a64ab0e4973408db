/* guatu-duty-table.c — a day to be chosen, and below it a line for each period of each role. */
#include "guatu-duty-table.h"

#include <glib/gi18n.h>

#include "guatu-chart-text.h"
#include "guatu-date-entry.h"
#include "guatu-tab-stop.h"
#include "guatu-task-edit.h"
#include "guatu-tenures.h"
#include "guatu-entry-list.h"
#include "guatu-history-work.h"
#include "guatu-journal.h"

/* A duty as an item of a list. */
#define GUATU_TYPE_DUTY_ROW (guatu_duty_row_get_type ())
G_DECLARE_FINAL_TYPE (GuatuDutyRow, guatu_duty_row, GUATU, DUTY_ROW, GObject)

struct _GuatuDutyRow
{
  GObject          parent_instance;

  GPtrArray       *duties;      /* keeps the duty */
  const GuatuTenure *duty;
  gboolean         of_day;
};

G_DEFINE_FINAL_TYPE (GuatuDutyRow, guatu_duty_row, G_TYPE_OBJECT)

static void
guatu_duty_row_finalize (GObject *object)
{
  g_ptr_array_unref (GUATU_DUTY_ROW (object)->duties);

  G_OBJECT_CLASS (guatu_duty_row_parent_class)->finalize (object);
}

static void
guatu_duty_row_class_init (GuatuDutyRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = guatu_duty_row_finalize;
}

static void
guatu_duty_row_init (GuatuDutyRow *self)
{
}

struct _GuatuDutyTable
{
  GtkWidget      parent_instance;

  GtkWidget     *box;
  GuatuDateEntry *day;
  GtkLabel      *count;

  GuatuDocument *document;
  GListStore    *rows;
  GPtrArray     *duties;        /* of GuatuTenure, as they were found; %NULL: nothing was found yet */
  GuatuHistoryWork *work;      /* that looks for them; %NULL: none */
  gboolean       again;         /* the plan has changed since that began */
  gint64         task;
};

G_DEFINE_FINAL_TYPE (GuatuDutyTable, guatu_duty_table, GTK_TYPE_WIDGET)

enum { COLUMN_ROLE, COLUMN_WHO, COLUMN_FROM, COLUMN_TO, COLUMN_ENTRY, N_COLUMNS };

static const char * const titles[N_COLUMNS] = { N_("Role"), N_("Who"), N_("From"), N_("To"), N_("By entry") };

/* Words ---------------------------------------------------------------------------------------------- */

static char *
entry_text (const GuatuTenure *duty)
{
  if (duty->to_entry != 0)
    return g_strdup_printf (_("%lld (%s), until %lld (%s)"), (long long) duty->from_entry, duty->from_author,
                            (long long) duty->to_entry, duty->to_author);

  return g_strdup_printf ("%" G_GINT64_FORMAT " (%s)", duty->from_entry, duty->from_author);
}

char *
guatu_duty_table_cell (gpointer row,
                       guint    column)
{
  const GuatuTenure *duty;
  g_autofree char *from = NULL;

  g_return_val_if_fail (GUATU_IS_DUTY_ROW (row), NULL);

  duty = GUATU_DUTY_ROW (row)->duty;
  switch (column)
    {
    case COLUMN_ROLE:
      return g_strdup (_(guatu_field (GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_ROLE)->choices[duty->role].label));
    case COLUMN_WHO:
      return guatu_tenure_title (duty);
    case COLUMN_FROM:
      from = guatu_entry_time_text (duty->from);
      return duty->as_found ? g_strdup_printf (_("%s or before"), from) : g_steal_pointer (&from);
    case COLUMN_TO:
      return duty->to != 0 ? guatu_entry_time_text (duty->to) : g_strdup (_("now"));
    case COLUMN_ENTRY:
    default:
      return entry_text (duty);
    }
}

/* Cells ---------------------------------------------------------------------------------------------- */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_list_item_set_child (item, label);
}

static void
set_class (GtkWidget  *widget,
           const char *class,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, class);
  else
    gtk_widget_remove_css_class (widget, class);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  column)
{
  GuatuDutyRow *row = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = guatu_duty_table_cell (row, GPOINTER_TO_UINT (column));

  gtk_label_set_text (GTK_LABEL (label), text);
  /* Who answered on that day stands out, and nothing else of the line. */
  set_class (label, "of-the-day", row->of_day && GPOINTER_TO_UINT (column) == COLUMN_WHO);
  set_class (label, "dim-label", !row->of_day);
}

static void
add_column (GtkColumnView *view,
            guint          column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) made = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (column));
  made = gtk_column_view_column_new (_(titles[column]), factory);
  gtk_column_view_column_set_expand (made, column == COLUMN_WHO || column == COLUMN_ENTRY);
  gtk_column_view_column_set_resizable (made, TRUE);
  gtk_column_view_append_column (view, made);
}

/* Showing -------------------------------------------------------------------------------------------- */

static void
say_count (GuatuDutyTable *self,
           GuatuInstant    day,
           guint           n)
{
  g_autoptr(GString) date = g_string_new (NULL);
  g_autofree char *text = NULL;

  guatu_chart_append_date (date, guatu_chart_language (NULL), GUATU_DATE_FULL, day);
  if (n == 0)
    /* Translators: a date. */
    text = g_strdup_printf (_("Nobody answered for the task on %s"), date->str);
  else
    /* Translators: how many, and a date. */
    text = g_strdup_printf (ngettext ("%u duty was held on %s", "%u duties were held on %s", n), n, date->str);
  gtk_label_set_text (self->count, text);
}

/* What was found, held against the day. */
static void
fill (GuatuDutyTable *self)
{
  GuatuInstant day = guatu_date_entry_get_day (self->day);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = 0;

  if (self->duties == NULL)
    return;
  if (day == GUATU_NONE)
    day = guatu_today ();
  for (guint i = 0; i < self->duties->len; i++)
    {
      GuatuDutyRow *row = g_object_new (GUATU_TYPE_DUTY_ROW, NULL);

      row->duties = g_ptr_array_ref (self->duties);
      row->duty = g_ptr_array_index (self->duties, i);
      row->of_day = guatu_tenure_is_of_day (row->duty, day);
      n += row->of_day;
      g_ptr_array_add (rows, row);
    }
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
  say_count (self, day, n);
}

/* Looking -------------------------------------------------------------------------------------------- */

static void look (GuatuDutyTable *self);

static void
stop (GuatuDutyTable *self)
{
  if (self->work == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->work, self);
  guatu_history_work_cancel (self->work);
  g_clear_object (&self->work);
}

static void
found_cb (GuatuDutyTable *self)
{
  g_autoptr(GuatuHistoryWork) work = g_steal_pointer (&self->work);
  GPtrArray *duties = guatu_history_work_get_duties (work);

  if (duties == NULL)
    {
      gtk_label_set_text (self->count, guatu_history_work_get_text (work));
      return;
    }
  g_clear_pointer (&self->duties, g_ptr_array_unref);
  self->duties = g_ptr_array_ref (duties);
  fill (self);
  if (self->again)
    look (self);
}

static void
look (GuatuDutyTable *self)
{
  stop (self);
  self->again = FALSE;
  self->work = guatu_history_work_duties (self->document, self->task);
  g_signal_connect_object (self->work, "done", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
}

/* Whoever comes back to it has it filled anew. One reader is enough, however fast edits come. */
static void
changed_cb (GuatuDutyTable *self)
{
  if (self->task == 0 || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (self->work != NULL)
    self->again = TRUE;
  else
    look (self);
}

void
guatu_duty_table_show (GuatuDutyTable *self,
                       gint64          task,
                       GuatuInstant    day)
{
  g_return_if_fail (GUATU_IS_DUTY_TABLE (self));

  if (task != self->task)
    {
      g_clear_pointer (&self->duties, g_ptr_array_unref);
      g_list_store_remove_all (self->rows);
    }
  self->task = task;
  guatu_date_entry_set_day (self->day, day != GUATU_NONE ? day : guatu_today ());
  gtk_label_set_text (self->count, _("Looking through the history…"));
  look (self);
}

gboolean
guatu_duty_table_is_busy (GuatuDutyTable *self)
{
  g_return_val_if_fail (GUATU_IS_DUTY_TABLE (self), FALSE);

  return self->work != NULL;
}

const char *
guatu_duty_table_get_text (GuatuDutyTable *self)
{
  g_return_val_if_fail (GUATU_IS_DUTY_TABLE (self), "");

  return gtk_label_get_text (self->count);
}

GListModel *
guatu_duty_table_get_rows (GuatuDutyTable *self)
{
  g_return_val_if_fail (GUATU_IS_DUTY_TABLE (self), NULL);

  return G_LIST_MODEL (self->rows);
}

/* The class ------------------------------------------------------------------------------------------ */

static gboolean
guatu_duty_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (guatu_date_entry_get_entry (GUATU_DUTY_TABLE (widget)->day)));
}

static void
guatu_duty_table_dispose (GObject *object)
{
  GuatuDutyTable *self = GUATU_DUTY_TABLE (object);

  stop (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->duties, g_ptr_array_unref);
  g_clear_object (&self->rows);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (guatu_duty_table_parent_class)->dispose (object);
}

static void
guatu_duty_table_class_init (GuatuDutyTableClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_duty_table_dispose;
  GTK_WIDGET_CLASS (class)->grab_focus = guatu_duty_table_grab_focus;
  guatu_tab_goes_through (GTK_WIDGET_CLASS (class));
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

/* The day, and what is said of it. */
static GtkWidget *
make_head (GuatuDutyTable *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new_with_mnemonic (_("On the _day"));

  self->day = GUATU_DATE_ENTRY (guatu_date_entry_new ());
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), GTK_WIDGET (guatu_date_entry_get_entry (self->day)));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (guatu_date_entry_get_entry (self->day)),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  g_signal_connect_object (self->day, "picked", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  self->count = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL));
  gtk_label_set_wrap (self->count, TRUE);
  gtk_label_set_xalign (self->count, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->count), TRUE);
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->day));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->count));
  gtk_widget_add_css_class (head, "duty-head");

  return head;
}

static void
guatu_duty_table_init (GuatuDutyTable *self)
{
  GtkWidget *view, *scrolled = gtk_scrolled_window_new ();

  self->rows = g_list_store_new (GUATU_TYPE_DUTY_ROW);
  view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows)))));
  for (guint column = 0; column < N_COLUMNS; column++)
    add_column (GTK_COLUMN_VIEW (view), column);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Who had which role when"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_vexpand (scrolled, TRUE);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), make_head (self));
  gtk_box_append (GTK_BOX (self->box), scrolled);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
guatu_duty_table_new (GuatuDocument *document)
{
  GuatuDutyTable *self = g_object_new (GUATU_TYPE_DUTY_TABLE, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
