/* guatu-field-row-edit.c — what is typed and chosen in a field row, and how it is carried out. */
#include "guatu-field-row-private.h"

#include "guatu-custom-edit.h"
#include "guatu-date-entry.h"
#include "guatu-field-edit.h"
#include "guatu-late-edit.h"

/* Texts ---------------------------------------------------------------------------------------------- */

gboolean
guatu_field_row_has_text (GuatuFieldRow *self)
{
  return GTK_IS_TEXT_VIEW (self->editor) || GTK_IS_EDITABLE (guatu_field_row_inner (self));
}

static char *
get_text (GuatuFieldRow *self)
{
  char *text = NULL;

  if (!GTK_IS_TEXT_VIEW (self->editor))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (guatu_field_row_inner (self))));
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
    gtk_editable_set_text (GTK_EDITABLE (guatu_field_row_inner (self)), text);
  self->filling = FALSE;
}

gboolean
guatu_field_row_is_touched (GuatuFieldRow *self)
{
  g_autofree char *text = guatu_field_row_has_text (self) ? get_text (self) : NULL;

  return text != NULL && self->shown != NULL && !g_str_equal (text, self->shown);
}

char *
guatu_field_row_get_typed (GuatuFieldRow *self)
{
  g_return_val_if_fail (GUATU_IS_FIELD_ROW (self), NULL);

  return guatu_field_row_is_touched (self) ? get_text (self) : NULL;
}

/* Below ---------------------------------------------------------------------------------------------- */

static void
say (GtkWidget  *label,
     const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_visible (label, *text != '\0');
}

void
guatu_field_row_show_error (GuatuFieldRow *self,
            const char    *message)
{
  if (message != NULL)
    gtk_widget_add_css_class (guatu_field_row_inner (self), "error");
  else
    gtk_widget_remove_css_class (guatu_field_row_inner (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (guatu_field_row_inner (self)), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  say (self->error, message != NULL ? message : "");
}

static void
show_hint (GuatuFieldRow *self)
{
  gint32 row = guatu_field_row_task_row (self);
  g_autofree char *text = guatu_field_row_has_text (self) ? get_text (self) : NULL;
  g_autofree char *words = NULL;

  if (row >= 0 && text != NULL && guatu_field_row_is_touched (self))
    words = self->custom == 0 ? guatu_field_edit_understood (self->document, row, self->field, text)
                              : guatu_custom_edit_understood (self->document, self->custom, text);
  say (self->hint, words != NULL ? words : "");
}

/* Editing -------------------------------------------------------------------------------------------- */

static char *
plan_text (GuatuFieldRow *self,
           gint32         row)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->document);

  return self->custom == 0 ? guatu_field_edit_text (plan, row, self->field)
                           : guatu_custom_edit_text (plan, row, self->custom);
}

static gboolean
set_plan (GuatuFieldRow  *self,
          gint64          task,
          const char     *text,
          GError        **error)
{
  return self->custom == 0 ? guatu_field_edit_set (self->document, task, self->field, text, error)
                           : guatu_custom_edit_set (self->document, task, self->custom, text, error);
}

void
guatu_field_row_fill_text (GuatuFieldRow *self)
{
  gint32 row = guatu_field_row_task_row (self);

  g_free (self->shown);
  self->shown = row >= 0 ? plan_text (self, row) : g_strdup ("");
  set_text (self, self->shown);
  guatu_field_row_show_error (self, NULL);
  show_hint (self);
}

gboolean
guatu_field_row_commit (GuatuFieldRow *self)
{
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (GUATU_IS_FIELD_ROW (self), FALSE);

  if (self->task == 0 || self->fixed || !guatu_field_row_is_touched (self))
    return TRUE;
  text = get_text (self);
  if (!set_plan (self, self->task, text, &error))
    {
      guatu_field_row_show_error (self, error->message);
      return FALSE;
    }
  if (guatu_field_row_task_row (self) >= 0)
    guatu_field_row_fill_text (self);

  return TRUE;
}

static void
typed_cb (GuatuFieldRow *self)
{
  if (self->filling)
    return;
  guatu_field_row_show_error (self, NULL);
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
    set_plan (self, task, text, NULL);
}

static void
left_cb (GuatuFieldRow *self)
{
  g_autofree char *text = self->task != 0 && !self->fixed && guatu_field_row_is_touched (self) ? get_text (self) : NULL;

  if (text != NULL)
    guatu_late_edit (GTK_WIDGET (self), self->task, text, late_cb);
}

static gboolean
key_cb (GuatuFieldRow   *self,
        guint            key,
        guint            code,
        GdkModifierType  state)
{
  if (key == GDK_KEY_Escape && (guatu_field_row_is_touched (self) || gtk_widget_get_visible (self->error)))
    {
      guatu_field_row_fill_text (self);
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
  if (self->custom == 0 ? guatu_field_edit_choose (self->document, self->task, self->field, value, &error)
                        : guatu_custom_edit_give (self->document, self->task, self->custom, value, &error))
    guatu_field_row_show_error (self, NULL);
  else
    guatu_field_row_show_error (self, error->message);
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

/* Keys and the focus belong to whoever has the text. */
static void
watch_text (GuatuFieldRow *self)
{
  GtkWidget *inner = guatu_field_row_inner (self);
  GtkEventController *keys = gtk_event_controller_key_new (), *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (inner, keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (inner, focus);
  g_signal_connect_swapped (GTK_IS_TEXT_VIEW (inner) ? (gpointer) gtk_text_view_get_buffer (GTK_TEXT_VIEW (inner))
                                                     : (gpointer) inner, "changed", G_CALLBACK (typed_cb), self);
}

void
guatu_field_row_watch (GuatuFieldRow *self)
{
  if (guatu_field_row_has_text (self))
    watch_text (self);
  if (GUATU_IS_DATE_ENTRY (self->editor))
    g_signal_connect_swapped (self->editor, "picked", G_CALLBACK (entered_cb), self);
  else if (GTK_IS_ENTRY (self->editor))
    g_signal_connect_swapped (self->editor, "activate", G_CALLBACK (entered_cb), self);
  else if (GTK_IS_DROP_DOWN (self->editor))
    g_signal_connect_swapped (self->editor, "notify::selected", G_CALLBACK (selected_cb), self);
  else if (GTK_IS_SWITCH (self->editor))
    g_signal_connect_swapped (self->editor, "notify::active", G_CALLBACK (switched_cb), self);
}
