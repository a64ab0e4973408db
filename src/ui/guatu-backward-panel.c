/* guatu-backward-panel.c — reckons anew whenever finish, scope or plan change, and shows what comes of it. */
#include "guatu-backward-panel.h"

#include <glib/gi18n.h>

#include "guatu-chart-names.h"
#include "guatu-chart-text.h"
#include "guatu-task-edit.h"
#include "guatu-task-words.h"
#include "guatu-typed-date.h"

struct _GuatuBackwardPanel
{
  GtkWidget          parent_instance;

  /* Template widgets */
  GtkDropDown       *scope;
  GtkEntry          *entry;
  GtkLabel          *understood;
  GtkWidget         *result_box;
  GtkLabel          *result;
  GtkLabel          *chain;
  GtkButton         *earliest;
  GtkCheckButton    *release;
  GtkLabel          *release_label;
  GtkWidget         *heading;
  GtkListView       *list;
  GtkWidget         *accept;
  GtkWidget         *cancel;

  /* Borrowed */
  GuatuDragGhost    *ghost;

  /* Owned references */
  GuatuBattleView   *view;
  GuatuBackwardPlan *back;          /* %NULL: there is nothing to preview */
  GListStore        *items;
  GArray            *scopes;        /* of gint64: ids by the place in the drop-down; 0: the whole plan */

  gint64             task;          /* id; 0: the whole plan */
  GuatuInstant       finish;        /* as typed; GUATU_NONE: that is no date */
  gboolean           open;
  gboolean           updating;
};

G_DEFINE_FINAL_TYPE (GuatuBackwardPanel, guatu_backward_panel, GTK_TYPE_WIDGET)

enum { ACCEPTED, CLOSED, GO_TO, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void recompute (GuatuBackwardPanel *self);

/* A row of the list: the place of its task among those of the plan that is previewed. */

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

static GuatuDocument *
document_of (GuatuBackwardPanel *self)
{
  return guatu_battle_view_get_document (self->view);
}

static const GuatuPlan *
plan_of (GuatuBackwardPanel *self)
{
  return guatu_document_get_plan (document_of (self));
}

static gint32
task_row (GuatuBackwardPanel *self)
{
  return self->task != 0 ? guatu_plan_find (plan_of (self), GUATU_TABLE_TASK, self->task) : -1;
}

/* The list ------------------------------------------------------------------------------------------- */

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

/* As short as can be: the time where it is not the usual one, the year where it is not that of the plan's start. */
static char *
short_start (GuatuBackwardPanel *self,
             GuatuInstant        t)
{
  const GuatuPlanRow *settings = guatu_plan_settings (plan_of (self));
  GString *text = g_string_new (NULL);
  GuatuDateForm form = GUATU_DATE_DAY;

  if (guatu_instant_to_civil (t).year != guatu_instant_to_civil (settings->start).year)
    form = GUATU_DATE_FULL;
  else if (guatu_instant_daytime (t) != settings->default_start
           && guatu_instant_daytime (t) != settings->default_finish)
    form = GUATU_DATE_TIME;
  guatu_chart_append_date (text, guatu_chart_language (NULL), form, t);

  return g_string_free (text, FALSE);
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

static void
bind_row_cb (GuatuBackwardPanel *self,
             GtkListItem        *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  gpointer line = g_object_get_data (G_OBJECT (box), "line");
  guint place = GUATU_BACKWARD_ITEM (gtk_list_item_get_item (item))->place;
  const GuatuBackwardTask *task = &g_array_index (self->back->tasks, GuatuBackwardTask, place);
  const GuatuPlan *plan = plan_of (self);
  const char *name = guatu_plan_task_name (plan, task->task);
  g_autofree char *dates = dates_text (self, task);
  g_autofree char *moved = task->moved != 0 ? signed_days (plan, task->moved) : g_strdup ("");
  g_autofree char *note = guatu_backward_note_text (self->back, plan, task);
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s. %s", name, dates, moved, note);

  gtk_label_set_text (g_object_get_data (line, "name"), name);
  gtk_widget_set_tooltip_text (g_object_get_data (line, "name"), name);
  gtk_label_set_text (g_object_get_data (line, "moved"), moved);
  gtk_label_set_text (g_object_get_data (G_OBJECT (box), "dates"), dates);
  show_note (g_object_get_data (G_OBJECT (box), "note"), task->note, note);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* Whoever goes through the list sees each task on the map. */
static void
row_selected_cb (GuatuBackwardPanel *self,
                 GParamSpec         *pspec,
                 GtkSingleSelection *selection)
{
  GuatuBackwardItem *item = gtk_single_selection_get_selected_item (selection);

  if (self->updating || item == NULL || self->back == NULL)
    return;
  g_signal_emit (self, signals[GO_TO], 0,
                 guatu_plan_id (plan_of (self), GUATU_TABLE_TASK,
                                g_array_index (self->back->tasks, GuatuBackwardTask, item->place).task));
}

static void
fill_list (GuatuBackwardPanel *self)
{
  guint n = self->back != NULL ? self->back->tasks->len : 0;
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

/* What comes of it ----------------------------------------------------------------------------------- */

static char *
date_text (GuatuBackwardPanel *self,
           GuatuInstant        t)
{
  GuatuCivil civil = guatu_instant_to_civil (t);

  if (guatu_instant_daytime (t) == guatu_plan_settings (plan_of (self))->default_finish)
    return g_strdup_printf ("%04d-%02d-%02d", civil.year, civil.month, civil.day);

  return g_strdup_printf ("%04d-%02d-%02d %02d:%02d", civil.year, civil.month, civil.day, civil.hour, civil.minute);
}

/* A finish that people say: the end of the day's work, or if that is too early the minute. */
static GuatuInstant
round_up (GuatuBackwardPanel *self,
          GuatuInstant        t)
{
  GuatuInstant end = t - guatu_instant_daytime (t) + guatu_plan_settings (plan_of (self))->default_finish;

  return t <= end ? end : (t + GUATU_MINUTE - 1) / GUATU_MINUTE * GUATU_MINUTE;
}

static void
show_chain (GuatuBackwardPanel *self)
{
  const GuatuPlan *plan = plan_of (self);
  g_autofree char *names = guatu_backward_chain_text (self->back, plan);
  g_autofree char *text = g_strdup_printf (_("What takes too long: %s"), names);
  g_autofree char *day = guatu_words_finish (plan, round_up (self, self->back->reached));
  g_autofree char *offer = g_strdup_printf (_("Finish by %s"), day);

  gtk_label_set_text (self->chain, text);
  gtk_widget_set_visible (GTK_WIDGET (self->chain), *names != '\0');
  gtk_button_set_label (self->earliest, offer);
}

static void
show_release (GuatuBackwardPanel *self)
{
  gboolean active = gtk_check_button_get_active (self->release);
  guint n = self->back != NULL ? self->back->n_stopped : 0;
  g_autofree char *text =
    n > 0 ? g_strdup_printf (ngettext ("Drop the earliest start of %u task",
                                       "Drop the earliest starts of %u tasks", n), n)
          : g_strdup (_("Drop the tasks’ earliest starts"));

  gtk_label_set_text (self->release_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->release), n > 0 || active);
}

static void
show_result (GuatuBackwardPanel *self,
             const char         *trouble)
{
  gboolean holds = self->back != NULL && self->back->lacking == 0;
  g_autofree char *text = self->back != NULL ? guatu_backward_result_text (self->back, plan_of (self))
                                             : g_strdup (trouble);
  gboolean writable = guatu_document_get_read_only_reason (document_of (self)) == NULL;

  gtk_label_set_text (self->result, text);
  gtk_widget_set_visible (self->result_box, *text != '\0');
  gtk_widget_set_css_classes (self->result_box, (const char *[]) { "result", !holds ? "short" :
                              self->back->n_late > 0 ? "warned" : "holds", NULL });
  gtk_widget_set_visible (GTK_WIDGET (self->chain), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->earliest), self->back != NULL && !holds);
  if (self->back != NULL && !holds)
    show_chain (self);
  show_release (self);
  gtk_widget_set_sensitive (self->accept, holds && writable);
}

/* From the status date on there is time, or from today. */
static GuatuInstant
not_before (GuatuBackwardPanel *self)
{
  GuatuInstant status_date = guatu_plan_settings (plan_of (self))->status_date;

  return status_date != GUATU_NONE ? status_date : guatu_battle_view_get_chart (self->view)->today;
}

static void
recompute (GuatuBackwardPanel *self)
{
  g_autoptr(GError) error = NULL;

  if (!self->open || self->updating)
    return;

  g_clear_pointer (&self->back, guatu_backward_plan_free);
  if (self->finish != GUATU_NONE)
    self->back = guatu_document_what_if_backward (document_of (self), self->task, self->finish, not_before (self),
                                                  gtk_check_button_get_active (self->release), &error);
  if (self->back != NULL)
    guatu_drag_ghost_show_bars (self->ghost, g_steal_pointer (&self->back->schedule), NULL, 0, NULL);
  else
    guatu_drag_ghost_clear (self->ghost);
  fill_list (self);
  show_result (self, error != NULL ? error->message : "");
}

/* The finish ------------------------------------------------------------------------------------------ */

static void
show_understood (GuatuBackwardPanel *self,
                 const char         *text,
                 gboolean            wrong)
{
  gtk_label_set_text (self->understood, text);
  gtk_widget_remove_css_class (GTK_WIDGET (self->understood), wrong ? "dim-label" : "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->understood), wrong ? "error" : "dim-label");
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static gboolean
is_day_off (GuatuBackwardPanel *self,
            GuatuInstant        t)
{
  guint n;

  guatu_worktime_hours (guatu_plan_worktime (plan_of (self), -1), t, &n);

  return n == 0;
}

static void
read_finish (GuatuBackwardPanel *self)
{
  const GuatuPlan *plan = plan_of (self);
  const GuatuSchedule *schedule = guatu_document_get_schedule (document_of (self));
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autofree char *text = NULL;
  GuatuTypedDate about = {
    .today = guatu_today (),
    .from = schedule->plan_start,
    .to = schedule->plan_finish,
    .daytime = guatu_plan_settings (plan)->default_finish,
  };

  self->finish = GUATU_NONE;
  if (*typed != '\0' && !guatu_typed_date_parse (&about, typed, &self->finish))
    {
      self->finish = GUATU_NONE;
      text = g_strdup_printf (_("“%s” is not a date: write it like 9-26, 2022-09-26, tomorrow or +5d."), typed);
      show_understood (self, text, TRUE);
      return;
    }
  if (*typed == '\0')
    {
      show_understood (self, _("Enter when it must be finished."), TRUE);
      return;
    }

  text = guatu_words_finish (plan, self->finish);
  if (is_day_off (self, self->finish))
    {
      /* Translators: a date, of which something is said: “Sat, Dec 31, 2022 · a day off”. */
      g_autofree char *more = g_strdup_printf (_("%s · a day off"), text);

      show_understood (self, more, FALSE);
    }
  else
    {
      show_understood (self, text, FALSE);
    }
}

static void
typed_cb (GuatuBackwardPanel *self)
{
  if (self->updating || self->view == NULL)
    return;
  read_finish (self);
  recompute (self);
}

static void
set_finish (GuatuBackwardPanel *self,
            GuatuInstant        finish)
{
  g_autofree char *text = date_text (self, finish);

  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->updating = FALSE;
  read_finish (self);
}

static void
earliest_cb (GuatuBackwardPanel *self)
{
  if (self->back == NULL)
    return;
  set_finish (self, round_up (self, self->back->reached));
  recompute (self);
}

/* The scope ------------------------------------------------------------------------------------------- */

static gint64
find_selected (GuatuBackwardPanel *self)
{
  guint n;
  const gint32 *outline = guatu_plan_outline (plan_of (self), &n);

  if (guatu_battle_view_n_selected (self->view) != 1)
    return 0;
  for (guint i = 0; i < n; i++)
    {
      gint64 id = guatu_plan_id (plan_of (self), GUATU_TABLE_TASK, outline[i]);

      if (guatu_battle_view_is_selected (self->view, id))
        return id;
    }

  return 0;
}

static void
set_up_scope_cb (GtkListItemFactory *factory,
                 GtkListItem        *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_list_item_set_child (item, label);
}

static void
bind_scope_cb (GtkListItemFactory *factory,
               GtkListItem        *item)
{
  const char *name = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), name);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), name);
}

/* The task, what it is part of, and the whole plan. */
static void
offer_scopes (GuatuBackwardPanel *self)
{
  const GuatuPlan *plan = plan_of (self);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  gint64 whole = 0;

  g_array_set_size (self->scopes, 0);
  for (gint32 row = task_row (self); row >= 0; row = guatu_plan_task (plan, row)->parent)
    {
      gint64 id = guatu_plan_id (plan, GUATU_TABLE_TASK, row);

      gtk_string_list_append (names, guatu_plan_task_name (plan, row));
      g_array_append_val (self->scopes, id);
    }
  gtk_string_list_append (names, _("Whole plan"));
  g_array_append_val (self->scopes, whole);
  self->updating = TRUE;
  gtk_drop_down_set_model (self->scope, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->scope, 0);
  self->updating = FALSE;
}

static void
take_scope (GuatuBackwardPanel *self)
{
  set_finish (self, guatu_backward_usual_finish (plan_of (self), guatu_document_get_schedule (document_of (self)),
                                                 task_row (self)));
  recompute (self);
}

static void
scope_cb (GuatuBackwardPanel *self)
{
  guint place = gtk_drop_down_get_selected (self->scope);

  if (self->updating || !self->open || place >= self->scopes->len)
    return;
  self->task = g_array_index (self->scopes, gint64, place);
  take_scope (self);
}

/* Opening and closing --------------------------------------------------------------------------------- */

static void
changed_cb (GuatuBackwardPanel *self)
{
  if (!self->open)
    return;
  if (self->task != 0 && task_row (self) < 0)
    {
      guatu_backward_panel_close (self);
      return;
    }
  recompute (self);
}

void
guatu_backward_panel_open (GuatuBackwardPanel *self)
{
  g_return_if_fail (GUATU_IS_BACKWARD_PANEL (self));

  self->task = find_selected (self);
  self->updating = TRUE;
  gtk_check_button_set_active (self->release, FALSE);
  self->updating = FALSE;
  self->open = TRUE;
  offer_scopes (self);
  take_scope (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

gboolean
guatu_backward_panel_is_open (GuatuBackwardPanel *self)
{
  g_return_val_if_fail (GUATU_IS_BACKWARD_PANEL (self), FALSE);

  return self->open;
}

void
guatu_backward_panel_close (GuatuBackwardPanel *self)
{
  g_return_if_fail (GUATU_IS_BACKWARD_PANEL (self));

  if (!self->open)
    return;
  self->open = FALSE;
  g_clear_pointer (&self->back, guatu_backward_plan_free);
  fill_list (self);
  guatu_drag_ghost_clear (self->ghost);
  g_signal_emit (self, signals[CLOSED], 0);
}

void
guatu_backward_panel_accept (GuatuBackwardPanel *self)
{
  gboolean release;
  g_autofree char *what = NULL;
  g_autoptr(GError) error = NULL;
  gint32 row;

  g_return_if_fail (GUATU_IS_BACKWARD_PANEL (self));

  if (self->back == NULL || !gtk_widget_get_sensitive (self->accept))
    return;

  row = task_row (self);
  what = row >= 0 ? g_strdup_printf (_("Planned “%s” backward"), guatu_plan_task_name (plan_of (self), row))
                  : g_strdup (_("Planned the whole plan backward"));
  release = gtk_check_button_get_active (self->release);
  /* What the plan is told now is no more a preview. */
  self->open = FALSE;
  if (guatu_document_plan_backward (document_of (self), self->task, self->finish, not_before (self), release, &error))
    {
      self->open = TRUE;
      guatu_backward_panel_close (self);
      g_signal_emit (self, signals[ACCEPTED], 0, what);
      return;
    }
  self->open = TRUE;
  recompute (self);
  g_signal_emit (self, signals[FAILED], 0, error->message);
}

static void
accept_cb (GuatuBackwardPanel *self)
{
  guatu_backward_panel_accept (self);
}

static void
cancel_cb (GuatuBackwardPanel *self)
{
  guatu_backward_panel_close (self);
}

/* Wherever in the window the cursor is, unless what it is in has a use for the key. */
static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   data)
{
  if (!gtk_widget_get_mapped (widget) || !GUATU_BACKWARD_PANEL (widget)->open)
    return FALSE;

  guatu_backward_panel_close (GUATU_BACKWARD_PANEL (widget));
  return TRUE;
}

const GuatuBackwardPlan *
guatu_backward_panel_get_plan (GuatuBackwardPanel *self)
{
  g_return_val_if_fail (GUATU_IS_BACKWARD_PANEL (self), NULL);

  return self->back;
}

/* The class ------------------------------------------------------------------------------------------- */

static void
guatu_backward_panel_dispose (GObject *object)
{
  GuatuBackwardPanel *self = GUATU_BACKWARD_PANEL (object);
  GtkWidget *child;

  self->open = FALSE;
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (document_of (self), self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->items);
  g_clear_object (&self->view);
  g_clear_pointer (&self->back, guatu_backward_plan_free);
  g_clear_pointer (&self->scopes, g_array_unref);

  G_OBJECT_CLASS (guatu_backward_panel_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/guatu/Guatu/guatu-backward-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, GuatuBackwardPanel, scope);
  gtk_widget_class_bind_template_child (widget_class, GuatuBackwardPanel, entry);
  gtk_widget_class_bind_template_child (widget_class, GuatuBackwardPanel, understood);
  gtk_widget_class_bind_template_child (widget_class, GuatuBackwardPanel, result_box);
  gtk_widget_class_bind_template_child (widget_class, GuatuBackwardPanel, result);
  gtk_widget_class_bind_template_child (widget_class, GuatuBackwardPanel, chain);
  gtk_widget_class_bind_template_child (widget_class, GuatuBackwardPanel, earliest);
  gtk_widget_class_bind_template_child (widget_class, GuatuBackwardPanel, release);
  gtk_widget_class_bind_template_child (widget_class, GuatuBackwardPanel, release_label);
  gtk_widget_class_bind_template_child (widget_class, GuatuBackwardPanel, heading);
  gtk_widget_class_bind_template_child (widget_class, GuatuBackwardPanel, list);
  gtk_widget_class_bind_template_child (widget_class, GuatuBackwardPanel, accept);
  gtk_widget_class_bind_template_child (widget_class, GuatuBackwardPanel, cancel);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, earliest_cb);
  gtk_widget_class_bind_template_callback (widget_class, recompute);
  gtk_widget_class_bind_template_callback (widget_class, scope_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
}

static void
guatu_backward_panel_class_init (GuatuBackwardPanelClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_backward_panel_dispose;

  signals[ACCEPTED] = g_signal_new ("accepted", GUATU_TYPE_BACKWARD_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CLOSED] = g_signal_new ("closed", GUATU_TYPE_BACKWARD_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[GO_TO] = g_signal_new ("go-to", GUATU_TYPE_BACKWARD_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[FAILED] = g_signal_new ("failed", GUATU_TYPE_BACKWARD_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "guatubackward");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);
}

static void
add_list (GuatuBackwardPanel *self)
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

static void
guatu_backward_panel_init (GuatuBackwardPanel *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  g_autoptr(GtkListItemFactory) names = gtk_signal_list_item_factory_new ();

  self->finish = GUATU_NONE;
  self->scopes = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  add_list (self);
  g_signal_connect (names, "setup", G_CALLBACK (set_up_scope_cb), NULL);
  g_signal_connect (names, "bind", G_CALLBACK (bind_scope_cb), NULL);
  gtk_drop_down_set_factory (self->scope, names);

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
guatu_backward_panel_new (GuatuBattleView *view,
                          GuatuDragGhost  *ghost)
{
  GuatuBackwardPanel *self = g_object_new (GUATU_TYPE_BACKWARD_PANEL, NULL);

  self->view = g_object_ref (view);
  self->ghost = ghost;
  g_signal_connect_object (document_of (self), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
