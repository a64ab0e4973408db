/* guatu-backward-list.c — the list of what planning backward moves, and what there is to say of it. */
#include "guatu-backward-panel-private.h"

#include <glib/gi18n.h>

#include "guatu-chart-names.h"
#include "guatu-chart-text.h"
#include "guatu-key-node-dates.h"

/* A row of the list: its place among the new key nodes and, after them, the tasks of what is previewed. */

#define GUATU_TYPE_BACKWARD_ITEM (guatu_backward_item_get_type ())

G_DECLARE_FINAL_TYPE (GuatuBackwardItem, guatu_backward_item, GUATU, BACKWARD_ITEM, GObject)

struct _GuatuBackwardItem
{
  GObject parent_instance;

  guint   place;
};

G_DEFINE_FINAL_TYPE (GuatuBackwardItem, guatu_backward_item, G_TYPE_OBJECT)

static void
guatu_backward_item_class_init (GuatuBackwardItemClass *class)
{
}

static void
guatu_backward_item_init (GuatuBackwardItem *self)
{
}

static const GuatuPlan *
plan_of (GuatuBackwardPanel *self)
{
  return guatu_document_get_plan (guatu_battle_view_get_document (self->view));
}

/* Rows ----------------------------------------------------------------------------------------------- */

static GtkLabel *
add_label (GtkWidget  *box,
           const char *name,
           const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  g_object_set_data (G_OBJECT (box), name, label);

  return GTK_LABEL (label);
}

static void
set_up_row_cb (GtkListItemFactory *factory,
               GtkListItem        *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkLabel *label;

  label = add_label (line, "name", NULL);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (label), TRUE);
  add_label (line, "moved", "numeric");
  gtk_box_append (GTK_BOX (box), line);
  label = add_label (box, "dates", "caption");
  gtk_widget_add_css_class (GTK_WIDGET (label), "dim-label");
  label = add_label (box, "note", "caption");
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  g_object_set_data (G_OBJECT (box), "line", line);
  gtk_list_item_set_child (item, box);
}

static char *
signed_days (const GuatuPlan *plan,
             gint64           work)
{
  GuatuDurationRates rates = guatu_plan_rates (plan);
  g_autofree char *text = guatu_duration_label ((GuatuDuration) { ABS (work), GUATU_UNIT_DAY, FALSE }, &rates);

  return g_strconcat (work > 0 ? "+" : work < 0 ? "−" : "", text, NULL);
}

/* As short as can be: the year where it is not that of the plan's start, else @form. */
static char *
short_date (GuatuBackwardPanel *self,
            GuatuDateForm       form,
            GuatuInstant        t)
{
  GString *text = g_string_new (NULL);

  if (guatu_instant_to_civil (t).year != guatu_instant_to_civil (guatu_plan_settings (plan_of (self))->start).year)
    form = GUATU_DATE_FULL;
  guatu_chart_append_date (text, guatu_chart_language (NULL), form, t);

  return g_string_free (text, FALSE);
}

/* With the time where it is not the usual one. */
static char *
short_start (GuatuBackwardPanel *self,
             GuatuInstant        t)
{
  const GuatuPlanRow *settings = guatu_plan_settings (plan_of (self));
  gint64 daytime = guatu_instant_daytime (t);

  return short_date (self, daytime != settings->default_start && daytime != settings->default_finish
                             ? GUATU_DATE_TIME : GUATU_DATE_DAY, t);
}

static char *
dates_text (GuatuBackwardPanel      *self,
            const GuatuBackwardTask *task)
{
  g_autofree char *from = short_start (self, task->start_now);
  g_autofree char *to = short_start (self, task->start);
  g_autofree char *by = short_start (self, task->must_start);

  if (task->note == GUATU_BACKWARD_LATE)
    /* Translators: when a task starts, and by when it must: “Oct 28, must start by Oct 24”. */
    return g_strdup_printf (_("%s, must start by %s"), to, by);

  return task->start != task->start_now ? g_strdup_printf ("%s → %s", from, to) : g_steal_pointer (&to);
}

static void
show_note (GtkLabel          *label,
           GuatuBackwardNote  note,
           const char        *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
  gtk_widget_remove_css_class (GTK_WIDGET (label), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (label), "warning");
  if (note == GUATU_BACKWARD_LATE)
    gtk_widget_add_css_class (GTK_WIDGET (label), "error");
  else if (note != GUATU_BACKWARD_MOVES)
    gtk_widget_add_css_class (GTK_WIDGET (label), "warning");
}

/* @moved: "" where nothing is. */
static void
fill_row (GtkWidget         *box,
          const char        *name,
          const char        *moved,
          const char        *dates,
          GuatuBackwardNote  kind,
          const char        *note)
{
  gpointer line = g_object_get_data (G_OBJECT (box), "line");
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s. %s", name, dates, moved, note);

  gtk_label_set_text (g_object_get_data (line, "name"), name);
  gtk_widget_set_tooltip_text (g_object_get_data (line, "name"), name);
  gtk_label_set_text (g_object_get_data (line, "moved"), moved);
  gtk_label_set_text (g_object_get_data (G_OBJECT (box), "dates"), dates);
  show_note (g_object_get_data (G_OBJECT (box), "note"), kind, note);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
bind_task (GuatuBackwardPanel      *self,
           GtkWidget               *box,
           const GuatuBackwardTask *task)
{
  const GuatuPlan *plan = plan_of (self);
  g_autofree char *dates = dates_text (self, task);
  g_autofree char *moved = task->moved != 0 ? signed_days (plan, task->moved) : g_strdup ("");
  g_autofree char *note = guatu_backward_note_text (self->back, plan, task);

  fill_row (box, guatu_plan_task_name (plan, task->task), moved, dates, task->note, note);
}

static void
bind_node (GuatuBackwardPanel      *self,
           GtkWidget               *box,
           const GuatuBackwardNode *node)
{
  g_autofree char *name = guatu_key_node_share_name (node->share);
  g_autofree char *called = g_strdup_printf (_("Key node “%s”"), name);
  g_autofree char *date = short_date (self, GUATU_DATE_DAY, node->date);

  fill_row (box, called, "", date, GUATU_BACKWARD_MOVES, "");
}

static void
bind_row_cb (GuatuBackwardPanel *self,
             GtkListItem        *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  guint place = GUATU_BACKWARD_ITEM (gtk_list_item_get_item (item))->place;

  if (place < self->new_nodes->len)
    bind_node (self, box, &g_array_index (self->new_nodes, GuatuBackwardNode, place));
  else
    bind_task (self, box, &g_array_index (self->back->tasks, GuatuBackwardTask, place - self->new_nodes->len));
}
/* Whoever goes through the list sees each task on the map. */
static void
row_selected_cb (GuatuBackwardPanel *self,
                 GParamSpec         *pspec,
                 GtkSingleSelection *selection)
{
  GuatuBackwardItem *item = gtk_single_selection_get_selected_item (selection);
  guint n_nodes = self->new_nodes->len;
  gint32 row;

  if (self->updating || item == NULL || self->back == NULL)
    return;
  row = item->place < n_nodes ? self->back->ask.task
                              : g_array_index (self->back->tasks, GuatuBackwardTask, item->place - n_nodes).task;
  g_signal_emit_by_name (self, "go-to", guatu_plan_id (plan_of (self), GUATU_TABLE_TASK, row));
}

void
guatu_backward_panel_fill_list (GuatuBackwardPanel *self)
{
  guint n = self->back != NULL ? self->new_nodes->len + self->back->tasks->len : 0;
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      GuatuBackwardItem *item = g_object_new (GUATU_TYPE_BACKWARD_ITEM, NULL);

      item->place = i;
      g_ptr_array_add (items, item);
    }
  self->updating = TRUE;
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
  self->updating = FALSE;
  gtk_widget_set_visible (self->heading, n > 0);
}

void
guatu_backward_panel_add_list (GuatuBackwardPanel *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSingleSelection *selection;

  self->items = g_list_store_new (GUATU_TYPE_BACKWARD_ITEM);
  selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->items)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_selected (selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_row_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "notify::selected-item", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (selection);
  g_object_unref (factory);
}
