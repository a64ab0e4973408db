/* guatu-baseline-rows.c — the rows of baselines: chosen, renamed where they stand, removed, measured on. */
#include "guatu-baseline-popover-private.h"

#include <glib/gi18n.h>

#include "guatu-progress.h"
#include "guatu-task-words.h"

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

/* The rows ------------------------------------------------------------------------------------------- */

#define ID "guatu-id"

static gint64
id_of (gpointer widget)
{
  return *(gint64 *) g_object_get_data (G_OBJECT (widget), ID);
}

static void
keep_id (gpointer widget,
         gint64   id)
{
  g_object_set_data_full (G_OBJECT (widget), ID, g_memdup2 (&id, sizeof id), g_free);
}

static void
chosen_cb (GuatuBaselinePopover *self,
           GtkListBoxRow        *row)
{
  guatu_baseline_popover_show (self, id_of (row));
}

static void
rename_cb (GuatuBaselinePopover *self,
           GtkWidget            *button)
{
  guatu_baseline_popover_rename (self, id_of (button));
}

static void
remove_cb (GuatuBaselinePopover *self,
           GtkWidget            *button)
{
  guatu_baseline_popover_remove (self, id_of (button));
}

static void
measure_cb (GuatuBaselinePopover *self,
            GtkWidget            *button)
{
  guatu_baseline_popover_measure_on (self, id_of (button));
}

/* What is wrong with the name is said where it stands. */
static void
renamed_cb (GuatuBaselinePopover *self,
            GtkEntry             *entry)
{
  GuatuSetting setting = { GUATU_BASELINE_NAME };
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_autoptr(GError) error = NULL;
  GtkWidget *label = gtk_widget_get_next_sibling (GTK_WIDGET (entry));

  setting.value = GUATU_TEXT (typed);
  self->renamed = 0;
  if (guatu_document_set (document_of (self), GUATU_TABLE_BASELINE, id_of (entry), &setting, 1, &error))
    {
      guatu_baseline_popover_fill (self);
      return;
    }
  self->renamed = id_of (entry);
  gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_label_set_text (GTK_LABEL (label), error->message);
  gtk_widget_set_visible (label, TRUE);
}

static gboolean
rename_key_cb (GuatuBaselinePopover *self,
               guint                 key)
{
  if (key != GDK_KEY_Escape)
    return FALSE;
  self->renamed = 0;
  guatu_baseline_popover_fill (self);

  return TRUE;
}

static GtkWidget *
new_rename_box (GuatuBaselinePopover *self,
                gint64                baseline)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), guatu_baseline_popover_name (self, baseline));
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of the baseline"), -1);
  keep_id (entry, baseline);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (renamed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (rename_key_cb), self);
  gtk_widget_add_controller (entry, keys);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), guatu_baseline_error_new ());

  return box;
}

static void
add_button (GuatuBaselinePopover *self,
            GtkWidget            *box,
            gint64                baseline,
            const char           *icon,
            const char           *text,
            GCallback             clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  /* Translators: what a button does, and to which baseline: “Rename: Start of the year”. */
  g_autofree char *label = g_strdup_printf (_("%s: %s"), text, guatu_baseline_popover_name (self, baseline));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, text);
  gtk_widget_set_sensitive (button, guatu_baseline_popover_is_writable (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  keep_id (button, baseline);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
new_names (const char *name,
           const char *detail)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_set_tooltip_text (label, detail != NULL ? name : NULL);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), label);
  if (detail != NULL)
    {
      label = gtk_label_new (detail);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (box), label);
    }

  return box;
}

static void
add_row (GuatuBaselinePopover *self,
         gint64                baseline,
         const char           *name,
         GtkWidget            *names,
         gboolean              shown)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_widget_set_margin_end (tick, 6);
  gtk_widget_set_opacity (tick, shown ? 1 : 0);
  gtk_box_append (GTK_BOX (box), tick);
  gtk_box_append (GTK_BOX (box), names);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  keep_id (row, baseline);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_CHECKED,
                               shown ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
add_baseline (GuatuBaselinePopover *self,
              gint32                row)
{
  const GuatuPlan *plan = plan_of (self);
  const GuatuBaseline *baseline = (const GuatuBaseline *) guatu_plan_rows (plan, GUATU_TABLE_BASELINE) + row;
  const char *name = guatu_plan_text (plan, baseline->name);
  gboolean reference = row == guatu_progress_reference_baseline (plan);
  g_autofree char *day = guatu_words_day (baseline->taken_on);
  g_autofree char *taken = reference ? g_strdup_printf (_("Set on %s · used for lights"), day)
                                     : g_strdup_printf (_("Set on %s"), day);
  gboolean renamed = self->renamed == baseline->id;
  GtkWidget *names = renamed ? new_rename_box (self, baseline->id) : new_names (name, taken), *box;

  add_row (self, baseline->id, name, names, row == guatu_battle_view_get_baseline (self->view));
  box = gtk_widget_get_parent (names);
  if (renamed)
    {
      gtk_widget_grab_focus (gtk_widget_get_first_child (names));
      return;
    }
  if (!reference)
    add_button (self, box, baseline->id, "non-starred-symbolic", _("Use for Lights"), G_CALLBACK (measure_cb));
  add_button (self, box, baseline->id, "document-edit-symbolic", _("Rename"), G_CALLBACK (rename_cb));
  add_button (self, box, baseline->id, "user-trash-symbolic", _("Remove"), G_CALLBACK (remove_cb));
}

void
guatu_baseline_popover_fill (GuatuBaselinePopover *self)
{
  GtkWidget *child;
  guint n;
  g_autofree gint32 *rows = guatu_plan_in_order (plan_of (self), GUATU_TABLE_BASELINE, &n);

  self->stale = FALSE;
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  add_row (self, GUATU_BASELINE_NONE, C_("baseline", "None"), new_names (C_("baseline", "None"), NULL),
           guatu_battle_view_get_baseline (self->view) < 0);
  for (guint i = 0; i < n; i++)
    add_baseline (self, rows[i]);
  gtk_widget_set_sensitive (self->entry, guatu_baseline_popover_is_writable (self));
  gtk_widget_set_sensitive (self->button, guatu_baseline_popover_is_writable (self));
}

void
guatu_baseline_popover_focus_shown (GuatuBaselinePopover *self)
{
  gint32 row = guatu_battle_view_get_baseline (self->view);
  gint64 shown = row >= 0 ? guatu_plan_id (plan_of (self), GUATU_TABLE_BASELINE, row) : GUATU_BASELINE_NONE;
  GtkListBoxRow *found;

  for (int i = 0; (found = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    if (id_of (found) == shown)
      gtk_widget_grab_focus (GTK_WIDGET (found));
}

void
guatu_baseline_popover_add_list (GuatuBaselinePopover *self)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Baseline shown"), -1);
  gtk_widget_add_css_class (self->list, "baselines");
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (chosen_cb), self);
}
