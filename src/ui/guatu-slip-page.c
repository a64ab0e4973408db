/* guatu-slip-page.c — takes baselines down, and compares them task by task. */
#include "guatu-slip-page.h"

#include <glib/gi18n-lib.h>

#include "guatu-baseline-changes.h"
#include "guatu-desk-page.h"
#include "guatu-form-popover.h"
#include "guatu-progress.h"
#include "guatu-tab-stop.h"
#include "guatu-task-words.h"
#include "guatu-text-scale.h"

/* Pixels. */
#define LIST_WIDTH ((int) guatu_text_scaled (300))

struct _GuatuSlipPage
{
  GtkWidget            parent_instance;

  /* Children */
  GtkWidget           *panes;
  GtkWidget           *baselines;
  GtkWidget           *take;
  GtkWidget           *with;          /* a drop-down */
  GtkWidget           *only;          /* a check button */
  GtkWidget           *table;
  GtkLabel            *count;
  GtkStack            *stack;

  /* While the form is open */
  GtkWidget           *form;
  GtkWidget           *name;

  /* Owned references */
  GuatuDocument       *document;
  GArray              *choices;       /* of gint64: the baselines behind the drop-down; 0 is now */
  GuatuBaselineChange *changes;
  guint                n;

  gboolean             updating;
};

G_DEFINE_FINAL_TYPE (GuatuSlipPage, guatu_slip_page, GTK_TYPE_WIDGET)

enum { PLACE, TASK, SLIP, START_BEFORE, START_AFTER, FINISH_BEFORE, FINISH_AFTER };

static const GuatuPlainColumn columns[] = {
  [PLACE] = { "#", 5, TRUE, FALSE, FALSE },
  [TASK] = { N_("Task"), 0, FALSE, FALSE, FALSE },
  [SLIP] = { N_("Slip"), 10, FALSE, FALSE, FALSE },
  [START_BEFORE] = { N_("Start before"), 12, FALSE, FALSE, FALSE },
  [START_AFTER] = { N_("Start after"), 12, FALSE, FALSE, FALSE },
  [FINISH_BEFORE] = { N_("Finish before"), 12, FALSE, FALSE, FALSE },
  [FINISH_AFTER] = { N_("Finish after"), 12, FALSE, FALSE, FALSE },
};

static const GuatuPlan *
plan_of (GuatuSlipPage *self)
{
  return guatu_document_get_plan (self->document);
}

/* The table ------------------------------------------------------------------------------------------ */

static char *
slip_text (const GuatuBaselineChange *change,
           const char               **class)
{
  if (!change->is_in_from)
    return g_strdup (_("new"));
  if (!change->is_in_to)
    return g_strdup (_("gone"));
  *class = change->finish > 0 ? "late" : "dim-label";

  return guatu_words_slip (change->finish);
}

/* The slip says what days leave unsaid. */
static char *
day_text (GuatuInstant t)
{
  return t != GUATU_NONE ? guatu_words_day (guatu_instant_day (t) * GUATU_DAY) : g_strdup ("");
}

static char *
cell_text (gpointer     owner,
           guint        place,
           guint        column,
           const char **class)
{
  GuatuSlipPage *self = owner;
  const GuatuPlan *plan = plan_of (self);
  const GuatuBaselineChange *change;

  if (place >= self->n)
    return g_strdup ("");
  change = &self->changes[place];
  switch (column)
    {
    case PLACE:
      return g_strdup_printf ("%u", guatu_plan_task_place (plan, change->task));
    case TASK:
      return g_strdup (guatu_plan_task_name (plan, change->task));
    case START_BEFORE:
      return day_text (change->from.start);
    case START_AFTER:
      return day_text (change->to.start);
    case FINISH_BEFORE:
      return day_text (change->from.finish);
    case FINISH_AFTER:
      return day_text (change->to.finish);
    case SLIP:
    default:
      return slip_text (change, class);
    }
}

static void
show_changes (GuatuSlipPage *self)
{
  const GuatuPlan *plan = plan_of (self);
  gint64 chosen = guatu_row_list_get_selected (GUATU_ROW_LIST (self->baselines));
  guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->with)), n_later = 0, n_changed = 0;
  gint64 other = at < self->choices->len ? g_array_index (self->choices, gint64, at) : 0;
  gint32 from = chosen != 0 ? guatu_plan_find (plan, GUATU_TABLE_BASELINE, chosen) : -1;
  gint32 to = other != 0 ? guatu_plan_find (plan, GUATU_TABLE_BASELINE, other) : -1;
  g_autofree gint64 *ids = NULL;
  g_autofree char *later = NULL, *text = NULL;

  g_clear_pointer (&self->changes, g_free);
  self->n = 0;
  if (from >= 0)
    self->changes = guatu_baseline_compare (plan, guatu_document_get_schedule (self->document), from, to, &self->n);
  for (guint i = 0; i < self->n; i++)
    {
      n_changed += self->changes[i].is_changed;
      n_later += self->changes[i].finish != GUATU_NONE && self->changes[i].finish > 0;
    }
  if (self->n > 0)
    self->n = guatu_baseline_sort_by_slip (self->changes, self->n,
                                           gtk_check_button_get_active (GTK_CHECK_BUTTON (self->only)));
  ids = g_new (gint64, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    ids[i] = guatu_plan_id (plan, GUATU_TABLE_TASK, self->changes[i].task);
  guatu_plain_table_show (GUATU_PLAIN_TABLE (self->table), ids, self->n);
  later = g_strdup_printf (ngettext ("%u task finishes later", "%u tasks finish later", n_later), n_later);
  text = from >= 0 ? g_strdup_printf (ngettext ("%1$s, %2$u task differs", "%1$s, %2$u tasks differ", n_changed), later,
                                      n_changed) : g_strdup ("");
  gtk_label_set_text (self->count, text);
  gtk_stack_set_visible_child_name (self->stack, from < 0 ? "none" : self->n == 0 ? "same" : "table");
}

/* Now, and all baselines. */
static void
fill_choices (GuatuSlipPage *self)
{
  guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->with)), n, selected = 0;
  gint64 other = at < self->choices->len ? g_array_index (self->choices, gint64, at) : 0, now = 0;
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree gint32 *rows = guatu_plan_in_order (plan_of (self), GUATU_TABLE_BASELINE, &n);

  g_array_set_size (self->choices, 0);
  g_array_append_val (self->choices, now);
  gtk_string_list_append (names, _("The plan now"));
  for (guint i = 0; i < n; i++)
    {
      gint64 id = guatu_plan_id (plan_of (self), GUATU_TABLE_BASELINE, rows[i]);

      g_array_append_val (self->choices, id);
      gtk_string_list_append (names, guatu_plan_string (plan_of (self), GUATU_TABLE_BASELINE, rows[i],
                                                        GUATU_BASELINE_NAME));
      if (id == other)
        selected = i + 1;
    }
  self->updating = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->with), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->with), selected);
  self->updating = FALSE;
}

void
guatu_slip_page_refresh (GuatuSlipPage *self)
{
  gboolean writable = guatu_document_get_read_only_reason (self->document) == NULL;

  g_return_if_fail (GUATU_IS_SLIP_PAGE (self));

  guatu_row_list_refresh (GUATU_ROW_LIST (self->baselines));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "baseline.take", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "baseline.measure",
                                 writable && guatu_row_list_get_selected (GUATU_ROW_LIST (self->baselines)) != 0);
  fill_choices (self);
  show_changes (self);
}

static void
with_cb (GuatuSlipPage *self)
{
  if (!self->updating)
    show_changes (self);
}

void
guatu_slip_page_compare_with (GuatuSlipPage *self,
                              gint64         baseline)
{
  g_return_if_fail (GUATU_IS_SLIP_PAGE (self));

  for (guint i = 0; i < self->choices->len; i++)
    if (g_array_index (self->choices, gint64, i) == baseline)
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->with), i);
}

void
guatu_slip_page_set_only_changed (GuatuSlipPage *self,
                                  gboolean       only_changed)
{
  g_return_if_fail (GUATU_IS_SLIP_PAGE (self));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->only), only_changed);
}

GuatuRowList *
guatu_slip_page_get_baselines (GuatuSlipPage *self)
{
  return GUATU_ROW_LIST (self->baselines);
}

GuatuPlainTable *
guatu_slip_page_get_table (GuatuSlipPage *self)
{
  return GUATU_PLAIN_TABLE (self->table);
}

/* Actions -------------------------------------------------------------------------------------------- */

/* As of the status date, else today. */
static GuatuInstant
taken_on (GuatuSlipPage *self)
{
  GuatuInstant status_date = guatu_plan_settings (plan_of (self))->status_date;
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  if (status_date != GUATU_NONE)
    return guatu_instant_day (status_date) * GUATU_DAY;

  return guatu_instant_from_civil ((GuatuCivil) { g_date_time_get_year (now), g_date_time_get_month (now),
                                                  g_date_time_get_day_of_month (now) });
}

static void
taken_cb (GuatuSlipPage *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
  g_autoptr(GError) error = NULL;
  gint64 id = 0;

  if (guatu_document_set_baseline (self->document, name, taken_on (self), &id, &error))
    {
      guatu_slip_page_refresh (self);
      guatu_row_list_select (GUATU_ROW_LIST (self->baselines), id);
    }
  guatu_form_popover_finish (GUATU_FORM_POPOVER (self->form), self->name, error);
}

static void
take_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  GuatuSlipPage *self = GUATU_SLIP_PAGE (widget);

  self->form = guatu_form_popover_new (_("Take a baseline"));
  self->name = guatu_form_entry_new ("", NULL);
  guatu_form_popover_ask (GUATU_FORM_POPOVER (self->form), _("Name"), self->name, FALSE);
  guatu_form_popover_add_button (GUATU_FORM_POPOVER (self->form), _("_Take"));
  g_signal_connect_object (self->form, "done", G_CALLBACK (taken_cb), self, G_CONNECT_SWAPPED);
  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (self->form), widget, self->take);
  gtk_widget_grab_focus (self->name);
}

static void
measure_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  GuatuSlipPage *self = GUATU_SLIP_PAGE (widget);
  GuatuSetting setting = { GUATU_PLAN_REFERENCE_BASELINE,
                           GUATU_INTEGER (guatu_row_list_get_selected (GUATU_ROW_LIST (self->baselines))) };
  g_autoptr(GError) error = NULL;

  if (guatu_document_set (self->document, GUATU_TABLE_PLAN, guatu_plan_settings (plan_of (self))->id, &setting, 1,
                          &error))
    return;
  guatu_desk_page_fail (self, error);
}

static void
activated_cb (GuatuSlipPage *self,
              gint64         id)
{
  guatu_desk_page_go (self, "task", id);
}

/* The class ------------------------------------------------------------------------------------------ */

static char *
baseline_detail (const GuatuPlan *plan,
                 gint32           row)
{
  const GuatuBaseline *baseline = (const GuatuBaseline *) guatu_plan_rows (plan, GUATU_TABLE_BASELINE) + row;
  g_autofree char *day = guatu_words_day (baseline->taken_on);

  return row == guatu_progress_reference_baseline (plan) ? g_strdup_printf (_("Set on %s · used for lights"), day)
                                                         : g_strdup_printf (_("Set on %s"), day);
}

static void
selected_cb (GuatuSlipPage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "baseline.measure",
                                 guatu_document_get_read_only_reason (self->document) == NULL
                                 && guatu_row_list_get_selected (GUATU_ROW_LIST (self->baselines)) != 0);
  show_changes (self);
}

static GtkWidget *
make_tools (GuatuSlipPage *self)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = gtk_label_new (_("Compared with"));

  self->take = guatu_desk_page_button (_("_Take a Baseline…"), "baseline.take", NULL);
  self->with = gtk_drop_down_new (NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->with), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Compared with"), -1);
  g_signal_connect_object (self->with, "notify::selected", G_CALLBACK (with_cb), self, G_CONNECT_SWAPPED);
  self->only = gtk_check_button_new_with_mnemonic (_("_Only what differs"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->only), TRUE);
  g_signal_connect_object (self->only, "toggled", G_CALLBACK (show_changes), self, G_CONNECT_SWAPPED);
  self->count = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL));
  gtk_label_set_xalign (self->count, 0);
  gtk_label_set_ellipsize (self->count, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_box_append (GTK_BOX (tools), self->take);
  gtk_box_append (GTK_BOX (tools), guatu_desk_page_button (_("_Use for Lights"), "baseline.measure", NULL));
  gtk_box_append (GTK_BOX (tools), label);
  gtk_box_append (GTK_BOX (tools), self->with);
  gtk_box_append (GTK_BOX (tools), self->only);
  gtk_widget_add_css_class (tools, "tools");

  return tools;
}

static GtkWidget *
make_comparison (GuatuSlipPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->table = guatu_plain_table_new (_("Tasks that slipped"), columns, G_N_ELEMENTS (columns), self, cell_text, NULL);
  g_signal_connect_object (self->table, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_named (self->stack, self->table, "table");
  gtk_stack_add_named (self->stack, guatu_desk_page_message (_("No task differs.")), "same");
  gtk_stack_add_named (self->stack,
                       guatu_desk_page_message (_("A baseline keeps all dates of the plan as they are on a day. Take "
                                                  "one to see later what slipped.")), "none");
  gtk_box_append (GTK_BOX (box), make_tools (self));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "summary");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));

  return box;
}

static void
put_together (GuatuSlipPage *self)
{
  static const guint fields[] = { GUATU_BASELINE_NAME, 0 };
  static const GuatuRowListKind kind = {
    .table = GUATU_TABLE_BASELINE, .fields = fields, .title = N_("Baselines"), .edit = N_("Rename the baseline"),
    .empty = N_("The plan has no baselines."), .detail = baseline_detail,
  };

  self->baselines = guatu_row_list_new (self->document, &kind);
  gtk_widget_set_size_request (self->baselines, LIST_WIDTH, -1);
  self->panes = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_paned_set_start_child (GTK_PANED (self->panes), self->baselines);
  gtk_paned_set_end_child (GTK_PANED (self->panes), make_comparison (self));
  gtk_paned_set_position (GTK_PANED (self->panes), LIST_WIDTH);
  gtk_paned_set_resize_start_child (GTK_PANED (self->panes), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (self->panes), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->panes), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Divider between baselines and what differs"), -1);
  g_signal_connect_object (self->baselines, "selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  guatu_desk_page_pass_on (self, self->baselines);
  gtk_widget_set_parent (self->panes, GTK_WIDGET (self));
}

static gboolean
guatu_slip_page_grab_focus (GtkWidget *widget)
{
  GuatuSlipPage *self = GUATU_SLIP_PAGE (widget);

  return gtk_widget_grab_focus (guatu_row_list_get_selected (GUATU_ROW_LIST (self->baselines)) != 0 ? self->baselines
                                                                                                   : self->take);
}

static void
guatu_slip_page_dispose (GObject *object)
{
  GuatuSlipPage *self = GUATU_SLIP_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->changes, g_free);
  self->n = 0;
  g_clear_pointer (&self->choices, g_array_unref);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (guatu_slip_page_parent_class)->dispose (object);
}

static void
guatu_slip_page_class_init (GuatuSlipPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_slip_page_dispose;
  widget_class->grab_focus = guatu_slip_page_grab_focus;
  guatu_tab_goes_through (widget_class);
  guatu_desk_page_install_signals (widget_class);
  gtk_widget_class_install_action (widget_class, "baseline.take", NULL, take_cb);
  gtk_widget_class_install_action (widget_class, "baseline.measure", NULL, measure_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, 0, "baseline.take", NULL);
  gtk_widget_class_set_css_name (widget_class, "slippage");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
guatu_slip_page_init (GuatuSlipPage *self)
{
  self->choices = g_array_new (FALSE, FALSE, sizeof (gint64));
}

GtkWidget *
guatu_slip_page_new (GuatuDocument *document)
{
  GuatuSlipPage *self = g_object_new (GUATU_TYPE_SLIP_PAGE, NULL);

  self->document = g_object_ref (document);
  put_together (self);
  guatu_slip_page_refresh (self);

  return GTK_WIDGET (self);
}
