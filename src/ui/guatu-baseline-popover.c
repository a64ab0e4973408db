/* guatu-baseline-popover.c — a list of baselines that follows the plan, with what can be done about each. */
#include "guatu-baseline-popover.h"

#include <glib/gi18n.h>

#include "guatu-progress.h"
#include "guatu-task-edit.h"
#include "guatu-task-words.h"

struct _GuatuBaselinePopover
{
  GtkPopover       parent_instance;

  /* Widgets */
  GtkWidget       *list;
  GtkWidget       *entry;
  GtkWidget       *button;
  GtkWidget       *trouble;

  /* Owned references */
  GuatuBattleView *view;

  gint64           renamed;         /* the one whose name is being typed; 0: none */
  gboolean         stale;           /* the plan has changed while nobody looked */
};

G_DEFINE_FINAL_TYPE (GuatuBaselinePopover, guatu_baseline_popover, GTK_TYPE_POPOVER)

enum { REMOVED, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void fill (GuatuBaselinePopover *self);

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

static const char *
name_of (GuatuBaselinePopover *self,
         gint64                baseline)
{
  gint32 row = guatu_plan_find (plan_of (self), GUATU_TABLE_BASELINE, baseline);

  return row >= 0 ? guatu_plan_string (plan_of (self), GUATU_TABLE_BASELINE, row, GUATU_BASELINE_NAME) : "";
}

static gboolean
is_writable (GuatuBaselinePopover *self)
{
  return guatu_document_get_read_only_reason (document_of (self)) == NULL;
}

/* What can be done ----------------------------------------------------------------------------------- */

/* Whoever chooses one wants to see it. */
static void
show_baseline (GuatuBaselinePopover *self,
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
  show_baseline (self, id);
  gtk_popover_popdown (GTK_POPOVER (self));
}

void
guatu_baseline_popover_rename (GuatuBaselinePopover *self,
                               gint64                baseline)
{
  g_return_if_fail (GUATU_IS_BASELINE_POPOVER (self));

  self->renamed = baseline;
  fill (self);
}

void
guatu_baseline_popover_remove (GuatuBaselinePopover *self,
                               gint64                baseline)
{
  g_autofree char *what = NULL;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (GUATU_IS_BASELINE_POPOVER (self));

  what = g_strdup_printf (_("Removed the baseline “%s”"), name_of (self, baseline));
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
  show_baseline (self, id_of (row));
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
      fill (self);
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
  fill (self);

  return TRUE;
}

static GtkWidget *
new_error_label (void)
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

static GtkWidget *
new_rename_box (GuatuBaselinePopover *self,
                gint64                baseline)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), name_of (self, baseline));
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of the baseline"), -1);
  keep_id (entry, baseline);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (renamed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (rename_key_cb), self);
  gtk_widget_add_controller (entry, keys);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), new_error_label ());

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
  g_autofree char *label = g_strdup_printf (_("%s: %s"), text, name_of (self, baseline));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, text);
  gtk_widget_set_sensitive (button, is_writable (self));
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

static void
fill (GuatuBaselinePopover *self)
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
  gtk_widget_set_sensitive (self->entry, is_writable (self));
  gtk_widget_set_sensitive (self->button, is_writable (self));
}

static void
changed_cb (GuatuBaselinePopover *self)
{
  self->stale = !gtk_widget_get_visible (GTK_WIDGET (self));
  if (!self->stale)
    fill (self);
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
  fill (self);
  name = suggest (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), name);
  say_trouble (self, "");
}

/* The keys begin at the one that is shown. */
static void
focus_shown_cb (GuatuBaselinePopover *self)
{
  gint32 row = guatu_battle_view_get_baseline (self->view);
  gint64 shown = row >= 0 ? guatu_plan_id (plan_of (self), GUATU_TABLE_BASELINE, row) : GUATU_BASELINE_NONE;
  GtkListBoxRow *found;

  for (int i = 0; (found = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    if (id_of (found) == shown)
      gtk_widget_grab_focus (GTK_WIDGET (found));
}

static void
typed_cb (GuatuBaselinePopover *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  say_trouble (self, is_taken (self, name) ? _("There is a baseline of this name already.") : "");
  gtk_widget_set_sensitive (self->button, *name != '\0' && is_writable (self));
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
  self->trouble = new_error_label ();
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

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Baseline shown"), -1);
  gtk_widget_add_css_class (self->list, "baselines");
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (chosen_cb), self);
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
  g_signal_connect_after (self, "show", G_CALLBACK (focus_shown_cb), NULL);
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
    fill (self);
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
