/* guatu-field-row.c — shows a field of a task in the editor that suits it, and carries out what is done there. */
#include "guatu-field-row.h"

#include <glib/gi18n-lib.h>

#include "guatu-date-entry.h"
#include "guatu-field-edit.h"
#include "guatu-late-edit.h"

/* Pixels; of an empty text. */
#define TEXT_HEIGHT 58

struct _GuatuFieldRow
{
  AdwPreferencesRow  parent_instance;

  GtkWidget         *label;
  GtkWidget         *editor;
  GtkWidget         *hint;
  GtkWidget         *error;

  GuatuDocument     *document;
  gint64             task;
  guint              field;
  char              *shown;       /* the text that was filled in */
  GArray            *ids;         /* of the rows that a reference may mean; the first is 0: none */
  gboolean           filling;
  gboolean           fixed;
};

G_DEFINE_FINAL_TYPE (GuatuFieldRow, guatu_field_row, ADW_TYPE_PREFERENCES_ROW)

static const GuatuField *
info_of (GuatuFieldRow *self)
{
  return guatu_field (GUATU_TABLE_TASK, self->field);
}

static gint32
row_of (GuatuFieldRow *self)
{
  return self->task != 0 ? guatu_plan_find (guatu_document_get_plan (self->document), GUATU_TABLE_TASK, self->task)
                         : -1;
}

/* Running text, which takes more than a line. */
static gboolean
is_long (guint field)
{
  return field == GUATU_TASK_OBJECTIVE || field == GUATU_TASK_MEASURES || field == GUATU_TASK_QUALITY_STANDARD
         || field == GUATU_TASK_NOTE;
}

/* The widget that has the text, the focus and the trouble. */
static GtkWidget *
inner (GuatuFieldRow *self)
{
  return GUATU_IS_DATE_ENTRY (self->editor)
           ? GTK_WIDGET (guatu_date_entry_get_entry (GUATU_DATE_ENTRY (self->editor))) : self->editor;
}

/* Texts ---------------------------------------------------------------------------------------------- */

static gboolean
has_text (GuatuFieldRow *self)
{
  return GTK_IS_TEXT_VIEW (self->editor) || GTK_IS_EDITABLE (inner (self));
}

static char *
get_text (GuatuFieldRow *self)
{
  char *text = NULL;

  if (!GTK_IS_TEXT_VIEW (self->editor))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (inner (self))));
  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor)), "text", &text, NULL);

  return text;
}

static void
set_text (GuatuFieldRow *self,
          const char    *text)
{
  self->filling = TRUE;
  if (GTK_IS_TEXT_VIEW (self->editor))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (inner (self)), text);
  self->filling = FALSE;
}

static gboolean
is_touched (GuatuFieldRow *self)
{
  g_autofree char *text = has_text (self) ? get_text (self) : NULL;

  return text != NULL && self->shown != NULL && !g_str_equal (text, self->shown);
}

/* Below ---------------------------------------------------------------------------------------------- */

static void
say (GtkWidget  *label,
     const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_visible (label, *text != '\0');
}

static void
show_error (GuatuFieldRow *self,
            const char    *message)
{
  if (message != NULL)
    gtk_widget_add_css_class (inner (self), "error");
  else
    gtk_widget_remove_css_class (inner (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (inner (self)), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  say (self->error, message != NULL ? message : "");
}

static void
show_hint (GuatuFieldRow *self)
{
  gint32 row = row_of (self);
  g_autofree char *text = has_text (self) ? get_text (self) : NULL;
  g_autofree char *words = NULL;

  if (row >= 0 && text != NULL && is_touched (self))
    words = guatu_field_edit_understood (self->document, row, self->field, text);
  say (self->hint, words != NULL ? words : "");
}

/* Editing -------------------------------------------------------------------------------------------- */

static void
fill_text (GuatuFieldRow *self)
{
  gint32 row = row_of (self);

  g_free (self->shown);
  self->shown = row >= 0 ? guatu_field_edit_text (guatu_document_get_plan (self->document), row, self->field)
                         : g_strdup ("");
  set_text (self, self->shown);
  show_error (self, NULL);
  show_hint (self);
}

gboolean
guatu_field_row_commit (GuatuFieldRow *self)
{
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (GUATU_IS_FIELD_ROW (self), FALSE);

  if (self->task == 0 || self->fixed || !is_touched (self))
    return TRUE;
  text = get_text (self);
  if (!guatu_field_edit_set (self->document, self->task, self->field, text, &error))
    {
      show_error (self, error->message);
      return FALSE;
    }
  if (row_of (self) >= 0)
    fill_text (self);

  return TRUE;
}

static void
typed_cb (GuatuFieldRow *self)
{
  if (self->filling)
    return;
  show_error (self, NULL);
  show_hint (self);
}

static void
entered_cb (GuatuFieldRow *self)
{
  guatu_field_row_commit (self);
}

/* The next task may be shown already. */
static void
late_cb (GtkWidget  *widget,
         gint64      task,
         const char *text)
{
  GuatuFieldRow *self = GUATU_FIELD_ROW (widget);

  if (self->document == NULL)
    return;
  if (task == self->task)
    guatu_field_row_commit (self);
  else
    guatu_field_edit_set (self->document, task, self->field, text, NULL);
}

static void
left_cb (GuatuFieldRow *self)
{
  g_autofree char *text = self->task != 0 && !self->fixed && is_touched (self) ? get_text (self) : NULL;

  if (text != NULL)
    guatu_late_edit (GTK_WIDGET (self), self->task, text, late_cb);
}

static gboolean
key_cb (GuatuFieldRow   *self,
        guint            key,
        guint            code,
        GdkModifierType  state)
{
  if (key == GDK_KEY_Escape && (is_touched (self) || gtk_widget_get_visible (self->error)))
    {
      fill_text (self);
      return GDK_EVENT_STOP;
    }
  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && (state & GDK_CONTROL_MASK) != 0
      && GTK_IS_TEXT_VIEW (self->editor))
    {
      guatu_field_row_commit (self);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
choose (GuatuFieldRow *self,
        gint64         value)
{
  g_autoptr(GError) error = NULL;

  if (self->task == 0)
    return;
  if (guatu_field_edit_choose (self->document, self->task, self->field, value, &error))
    show_error (self, NULL);
  else
    show_error (self, error->message);
}

static void
selected_cb (GuatuFieldRow *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->editor));
  gint64 id;

  if (self->filling || selected == GTK_INVALID_LIST_POSITION)
    return;
  id = self->ids != NULL ? g_array_index (self->ids, gint64, selected) : (gint64) selected;
  choose (self, self->ids != NULL && id == 0 ? GUATU_NONE : id);
}

static void
switched_cb (GuatuFieldRow *self)
{
  if (!self->filling)
    choose (self, gtk_switch_get_active (GTK_SWITCH (self->editor)) ? 1 : 0);
}

/* Showing -------------------------------------------------------------------------------------------- */

static guint
place_of (GuatuFieldRow *self,
          gint64         id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == id)
      return i;

  return 0;
}

/* The rows that may be meant may be others by now. */
static void
fill_choices (GuatuFieldRow *self)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->document);
  GuatuTable target = info_of (self)->target;
  GtkStringList *names = gtk_string_list_new (NULL);
  gint64 none = 0;
  guint n;
  g_autofree gint32 *rows = guatu_plan_in_order (plan, target, &n);

  g_array_set_size (self->ids, 0);
  g_array_append_val (self->ids, none);
  gtk_string_list_append (names, target == GUATU_TABLE_CALENDAR ? _("The plan’s calendar") : _("None"));
  for (guint i = 0; i < n; i++)
    {
      gint64 id = guatu_plan_id (plan, target, rows[i]);

      g_array_append_val (self->ids, id);
      gtk_string_list_append (names, guatu_plan_string (plan, target, rows[i],
                                                        (guint) guatu_field_find (target, "name")));
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->editor), G_LIST_MODEL (names));
  g_object_unref (names);
}

static void
show_choice (GuatuFieldRow   *self,
             const GuatuPlan *plan,
             gint32           row)
{
  gint64 value = guatu_plan_task_number (plan, row, self->field);

  show_error (self, NULL);
  self->filling = TRUE;
  if (GTK_IS_SWITCH (self->editor))
    gtk_switch_set_active (GTK_SWITCH (self->editor), value != 0);
  else if (self->ids == NULL)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->editor), (guint) value);
  else
    {
      fill_choices (self);
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->editor),
                                  place_of (self, value >= 0 ? guatu_plan_id (plan, info_of (self)->target,
                                                                              (gint32) value) : 0));
    }
  self->filling = FALSE;
}

void
guatu_field_row_update (GuatuFieldRow *self,
                        const char    *fixed)
{
  const GuatuPlan *plan;
  gint32 row;

  g_return_if_fail (GUATU_IS_FIELD_ROW (self));

  plan = guatu_document_get_plan (self->document);
  row = row_of (self);
  self->fixed = fixed != NULL;
  gtk_widget_set_sensitive (self->editor, fixed == NULL && row >= 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), fixed);
  if (row < 0)
    return;
  if (GUATU_IS_DATE_ENTRY (self->editor))
    {
      const GuatuSchedule *schedule = guatu_document_get_schedule (self->document);

      guatu_date_entry_set_span (GUATU_DATE_ENTRY (self->editor), schedule->plan_start, schedule->plan_finish);
    }
  if (!has_text (self))
    show_choice (self, plan, row);
  else if (self->shown == NULL || !is_touched (self))
    fill_text (self);
}

void
guatu_field_row_set_task (GuatuFieldRow *self,
                          gint64         task)
{
  g_return_if_fail (GUATU_IS_FIELD_ROW (self));

  if (task == self->task)
    return;
  self->task = task;
  g_clear_pointer (&self->shown, g_free);
  show_error (self, NULL);
}

char *
guatu_field_row_get_typed (GuatuFieldRow *self)
{
  g_return_val_if_fail (GUATU_IS_FIELD_ROW (self), NULL);

  return is_touched (self) ? get_text (self) : NULL;
}

guint
guatu_field_row_get_field (GuatuFieldRow *self)
{
  g_return_val_if_fail (GUATU_IS_FIELD_ROW (self), 0);

  return self->field;
}

GtkWidget *
guatu_field_row_get_editor (GuatuFieldRow *self)
{
  g_return_val_if_fail (GUATU_IS_FIELD_ROW (self), NULL);

  return inner (self);
}

const char *
guatu_field_row_get_hint (GuatuFieldRow *self)
{
  g_return_val_if_fail (GUATU_IS_FIELD_ROW (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->hint));
}

const char *
guatu_field_row_get_error (GuatuFieldRow *self)
{
  g_return_val_if_fail (GUATU_IS_FIELD_ROW (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->error));
}

/* Building ------------------------------------------------------------------------------------------- */

static GtkWidget *
new_text_view (GuatuFieldRow *self)
{
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_add_css_class (view, "inspector-text");
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed", G_CALLBACK (typed_cb), self);

  return view;
}

static GtkWidget *
new_drop_down (GuatuFieldRow *self)
{
  const GuatuField *info = info_of (self);
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  for (guint i = 0; info->choices != NULL && info->choices[i].name != NULL; i++)
    gtk_string_list_append (names, _(info->choices[i].label));
  if (info->type == GUATU_TYPE_REFERENCE)
    self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  drop_down = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  g_signal_connect_swapped (drop_down, "notify::selected", G_CALLBACK (selected_cb), self);

  return drop_down;
}

static GtkWidget *
new_switch (GuatuFieldRow *self)
{
  GtkWidget *button = gtk_switch_new ();

  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "notify::active", G_CALLBACK (switched_cb), self);

  return button;
}

static GtkWidget *
new_entry (GuatuFieldRow *self)
{
  GtkWidget *entry = gtk_entry_new ();

  g_signal_connect_swapped (entry, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (entered_cb), self);

  return entry;
}

static GtkWidget *
new_date (GuatuFieldRow *self)
{
  GtkWidget *date = guatu_date_entry_new_bare (FALSE);

  g_signal_connect_swapped (guatu_date_entry_get_entry (GUATU_DATE_ENTRY (date)), "changed", G_CALLBACK (typed_cb),
                            self);
  g_signal_connect_swapped (date, "picked", G_CALLBACK (entered_cb), self);

  return date;
}

static GtkWidget *
new_editor (GuatuFieldRow *self)
{
  const GuatuField *info = info_of (self);

  switch (info->type)
    {
    case GUATU_TYPE_BOOLEAN:
      return new_switch (self);
    case GUATU_TYPE_ENUM:
    case GUATU_TYPE_REFERENCE:
      return new_drop_down (self);
    case GUATU_TYPE_INSTANT:
    case GUATU_TYPE_DATE:
      return new_date (self);
    case GUATU_TYPE_TEXT:
      return is_long (self->field) ? new_text_view (self) : new_entry (self);
    case GUATU_TYPE_ID:
    case GUATU_TYPE_INTEGER:
    case GUATU_TYPE_FLAGS:
    case GUATU_TYPE_DAYTIME:
    case GUATU_TYPE_WORK:
    case GUATU_TYPE_LAG:
    case GUATU_TYPE_PERCENT:
    case GUATU_TYPE_MONEY:
    default:
      return new_entry (self);
    }
}

/* Keys and the focus belong to whoever has the text. */
static void
watch (GuatuFieldRow *self)
{
  GtkEventController *keys, *focus;

  if (!has_text (self))
    return;
  keys = gtk_event_controller_key_new ();
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (inner (self), keys);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (inner (self), focus);
}

static GtkWidget *
new_note (const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, class);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_visible (label, FALSE);

  return label;
}

static GtkWidget *
frame (GtkWidget *view)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  /* As high as the text: the wheel scrolls the page. */
  gtk_widget_add_css_class (scroller, "frame");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_NEVER);
  gtk_widget_set_size_request (view, -1, TEXT_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);

  return scroller;
}

static void
put_together (GuatuFieldRow *self)
{
  gboolean tall = GTK_IS_TEXT_VIEW (self->editor);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *line = gtk_box_new (tall ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, tall ? 6 : 12);

  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (self->label), tall ? -1 : 16);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), 16);
  gtk_widget_set_hexpand (self->editor, TRUE);
  gtk_box_append (GTK_BOX (line), self->label);
  gtk_box_append (GTK_BOX (line), tall ? frame (self->editor) : self->editor);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), self->hint);
  gtk_box_append (GTK_BOX (box), self->error);
  gtk_widget_add_css_class (box, "field");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

static gboolean
guatu_field_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (inner (GUATU_FIELD_ROW (widget)));
}

static void
guatu_field_row_dispose (GObject *object)
{
  GuatuFieldRow *self = GUATU_FIELD_ROW (object);

  /* Whatever loses the focus now says nothing any more. */
  self->task = 0;
  g_clear_object (&self->document);

  G_OBJECT_CLASS (guatu_field_row_parent_class)->dispose (object);
}

static void
guatu_field_row_finalize (GObject *object)
{
  GuatuFieldRow *self = GUATU_FIELD_ROW (object);

  g_free (self->shown);
  g_clear_pointer (&self->ids, g_array_unref);

  G_OBJECT_CLASS (guatu_field_row_parent_class)->finalize (object);
}

static void
guatu_field_row_class_init (GuatuFieldRowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_field_row_dispose;
  G_OBJECT_CLASS (class)->finalize = guatu_field_row_finalize;
  GTK_WIDGET_CLASS (class)->grab_focus = guatu_field_row_grab_focus;
}

static void
guatu_field_row_init (GuatuFieldRow *self)
{
  /* The editor takes the focus, not the row around it. */
  g_object_set (self, "activatable", FALSE, "selectable", FALSE, "focusable", FALSE, NULL);
}

GtkWidget *
guatu_field_row_new (GuatuDocument *document,
                     guint          field)
{
  GuatuFieldRow *self = g_object_new (GUATU_TYPE_FIELD_ROW, "title", _(guatu_field (GUATU_TABLE_TASK, field)->label),
                                      NULL);

  self->document = g_object_ref (document);
  self->field = field;
  self->label = gtk_label_new (_(guatu_field (GUATU_TABLE_TASK, field)->label));
  self->hint = new_note ("dim-label");
  self->error = new_note ("error");
  self->editor = new_editor (self);
  put_together (self);
  watch (self);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (inner (self)), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->label, NULL,
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->hint, self->error, NULL, -1);

  return GTK_WIDGET (self);
}
