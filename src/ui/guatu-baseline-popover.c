/* guatu-baseline-popover.c — what can be done about baselines, and how the next one is called. */
#include "guatu-baseline-popover-private.h"

#include <glib/gi18n.h>

#include "guatu-progress.h"
#include "guatu-task-edit.h"
#include "guatu-task-words.h"

G_DEFINE_FINAL_TYPE (GuatuBaselinePopover, guatu_baseline_popover, GTK_TYPE_POPOVER)

enum { REMOVED, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

static GuatuDocument *
document_of (GuatuBaselinePopover *self)
{
  return guatu_battle_view_get_document (self->view);
}

static const GuatuPlan *
plan_of (GuatuBaselinePopover *self)
{
  return guatu_document_get_plan (document_of (self));
}

const char *
guatu_baseline_popover_name (GuatuBaselinePopover *self,
                             gint64                baseline)
{
  gint32 row = guatu_plan_find (plan_of (self), GUATU_TABLE_BASELINE, baseline);

  return row >= 0 ? guatu_plan_string (plan_of (self), GUATU_TABLE_BASELINE, row, GUATU_BASELINE_NAME) : "";
}

gboolean
guatu_baseline_popover_is_writable (GuatuBaselinePopover *self)
{
  return guatu_document_get_read_only_reason (document_of (self)) == NULL;
}

/* What can be done ----------------------------------------------------------------------------------- */

void
guatu_baseline_popover_show (GuatuBaselinePopover *self,
                             gint64                baseline)
{
  const GuatuPlan *plan = plan_of (self);
  gint32 reference = guatu_progress_reference_baseline (plan);

  if (baseline != GUATU_BASELINE_NONE && reference >= 0
      && baseline == guatu_plan_id (plan, GUATU_TABLE_BASELINE, reference))
    baseline = GUATU_BASELINE_REFERENCE;
  guatu_battle_view_choose_baseline (self->view, baseline);
  if (baseline != GUATU_BASELINE_NONE)
    guatu_battle_view_set_layers (self->view, guatu_battle_view_get_layers (self->view) | GUATU_LAYER_BASELINE);
}

static void
say_trouble (GuatuBaselinePopover *self,
             const char           *text)
{
  gtk_label_set_text (GTK_LABEL (self->trouble), text);
  gtk_widget_set_visible (self->trouble, *text != '\0');
  if (*text != '\0')
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               *text != '\0' ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
fail (GuatuBaselinePopover *self,
      const GError         *error)
{
  g_signal_emit (self, signals[FAILED], 0, error->message);
}

/* The clock, as plans know it. */
static GuatuInstant
now (void)
{
  g_autoptr(GDateTime) time = g_date_time_new_now_local ();

  return guatu_today () + g_date_time_get_hour (time) * GUATU_HOUR + g_date_time_get_minute (time) * GUATU_MINUTE
         + g_date_time_get_second (time);
}

void
guatu_baseline_popover_set (GuatuBaselinePopover *self)
{
  g_autofree char *name = NULL;
  g_autoptr(GError) error = NULL;
  gint64 id = 0;

  g_return_if_fail (GUATU_IS_BASELINE_POPOVER (self));

  name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  if (!guatu_document_set_baseline (document_of (self), name, now (), &id, &error))
    {
      say_trouble (self, error->message);
      gtk_widget_grab_focus (self->entry);
      return;
    }
  say_trouble (self, "");
  guatu_baseline_popover_show (self, id);
  gtk_popover_popdown (GTK_POPOVER (self));
}

void
guatu_baseline_popover_rename (GuatuBaselinePopover *self,
                               gint64                baseline)
{
  g_return_if_fail (GUATU_IS_BASELINE_POPOVER (self));

  self->renamed = baseline;
  guatu_baseline_popover_fill (self);
}

void
guatu_baseline_popover_remove (GuatuBaselinePopover *self,
                               gint64                baseline)
{
  g_autofree char *what = NULL;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (GUATU_IS_BASELINE_POPOVER (self));

  what = g_strdup_printf (_("Removed the baseline “%s”"), guatu_baseline_popover_name (self, baseline));
  if (guatu_document_remove (document_of (self), GUATU_TABLE_BASELINE, baseline, &error))
    g_signal_emit (self, signals[REMOVED], 0, 1, what);
  else
    fail (self, error);
}

void
guatu_baseline_popover_measure_on (GuatuBaselinePopover *self,
                                   gint64                baseline)
{
  GuatuSetting setting = { GUATU_PLAN_REFERENCE_BASELINE, GUATU_INTEGER (baseline) };
  g_autoptr(GError) error = NULL;

  g_return_if_fail (GUATU_IS_BASELINE_POPOVER (self));

  if (!guatu_document_set (document_of (self), GUATU_TABLE_PLAN, guatu_plan_settings (plan_of (self))->id, &setting, 1,
                           &error))
    fail (self, error);
}

static void
changed_cb (GuatuBaselinePopover *self)
{
  self->stale = !gtk_widget_get_visible (GTK_WIDGET (self));
  if (!self->stale)
    guatu_baseline_popover_fill (self);
}

/* A new one's name ----------------------------------------------------------------------------------- */

static gboolean
is_taken (GuatuBaselinePopover *self,
          const char           *name)
{
  const GuatuPlan *plan = plan_of (self);
  const GuatuBaseline *baselines = guatu_plan_rows (plan, GUATU_TABLE_BASELINE);

  for (guint i = 0; i < guatu_plan_n_rows (plan, GUATU_TABLE_BASELINE); i++)
    if (baselines[i].id != 0 && g_str_equal (guatu_plan_text (plan, baselines[i].name), name))
      return TRUE;

  return FALSE;
}

/* The status date; with a number where there is one of that day already. */
static char *
suggest (GuatuBaselinePopover *self)
{
  GuatuInstant status_date = guatu_plan_settings (plan_of (self))->status_date;
  g_autofree char *day = guatu_words_day (status_date != GUATU_NONE ? status_date : guatu_today ());
  char *name = g_strdup (day);

  for (guint i = 2; is_taken (self, name); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s (%u)", day, i);
    }

  return name;
}

static void
shown_cb (GuatuBaselinePopover *self)
{
  g_autofree char *name = NULL;

  self->renamed = 0;
  guatu_baseline_popover_fill (self);
  name = suggest (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), name);
  say_trouble (self, "");
}

static void
typed_cb (GuatuBaselinePopover *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  say_trouble (self, is_taken (self, name) ? _("There is a baseline of this name already.") : "");
  gtk_widget_set_sensitive (self->button, *name != '\0' && guatu_baseline_popover_is_writable (self));
}

GtkWidget *
guatu_baseline_error_new (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  gtk_widget_add_css_class (label, "error");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_visible (label, FALSE);

  return label;
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_baseline_popover_dispose (GObject *object)
{
  GuatuBaselinePopover *self = GUATU_BASELINE_POPOVER (object);

  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (guatu_baseline_popover_parent_class)->dispose (object);
}

static void
guatu_baseline_popover_class_init (GuatuBaselinePopoverClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_baseline_popover_dispose;

  signals[REMOVED] = g_signal_new ("removed", GUATU_TYPE_BASELINE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", GUATU_TYPE_BASELINE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
new_setter (GuatuBaselinePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (_("Record the dates as they stand now"));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  self->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Name of the new baseline"), -1);
  self->button = gtk_button_new_with_mnemonic (_("Set _Baseline"));
  self->trouble = guatu_baseline_error_new ();
  gtk_box_append (GTK_BOX (line), self->entry);
  gtk_box_append (GTK_BOX (line), self->button);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), self->trouble);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (guatu_baseline_popover_set), self);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (guatu_baseline_popover_set), self);

  return box;
}

static void
guatu_baseline_popover_init (GuatuBaselinePopover *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *scroller = gtk_scrolled_window_new ();

  guatu_baseline_popover_add_list (self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_box_append (GTK_BOX (content), scroller);
  gtk_box_append (GTK_BOX (content), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (content), new_setter (self));
  gtk_widget_set_size_request (content, 360, -1);
  gtk_widget_set_margin_start (content, 6);
  gtk_widget_set_margin_end (content, 6);
  gtk_widget_set_margin_top (content, 6);
  gtk_widget_set_margin_bottom (content, 6);
  gtk_popover_set_child (GTK_POPOVER (self), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Baselines"), -1);
  g_signal_connect (self, "show", G_CALLBACK (shown_cb), NULL);
  g_signal_connect_after (self, "show", G_CALLBACK (guatu_baseline_popover_focus_shown), NULL);
}

GtkWidget *
guatu_baseline_popover_new (GuatuBattleView *view)
{
  GuatuBaselinePopover *self = g_object_new (GUATU_TYPE_BASELINE_POPOVER, NULL);

  self->view = g_object_ref (view);
  g_signal_connect_object (view, "rows-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  shown_cb (self);

  return GTK_WIDGET (self);
}

GtkListBox *
guatu_baseline_popover_get_list (GuatuBaselinePopover *self)
{
  g_return_val_if_fail (GUATU_IS_BASELINE_POPOVER (self), NULL);

  if (self->stale)
    guatu_baseline_popover_fill (self);
  return GTK_LIST_BOX (self->list);
}

GtkEntry *
guatu_baseline_popover_get_entry (GuatuBaselinePopover *self)
{
  g_return_val_if_fail (GUATU_IS_BASELINE_POPOVER (self), NULL);

  return GTK_ENTRY (self->entry);
}

const char *
guatu_baseline_popover_get_trouble (GuatuBaselinePopover *self)
{
  g_return_val_if_fail (GUATU_IS_BASELINE_POPOVER (self), "");

  return gtk_label_get_text (GTK_LABEL (self->trouble));
}
