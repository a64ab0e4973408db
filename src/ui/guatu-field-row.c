/* guatu-field-row.c — shows a field of a task in the editor that suits it. */
#include "guatu-field-row-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-custom-edit.h"
#include "guatu-date-entry.h"

G_DEFINE_FINAL_TYPE (GuatuFieldRow, guatu_field_row, ADW_TYPE_PREFERENCES_ROW)

const GuatuField *
guatu_field_row_info (GuatuFieldRow *self)
{
  return self->custom == 0 ? guatu_field (GUATU_TABLE_TASK, self->field) : NULL;
}

gint32
guatu_field_row_task_row (GuatuFieldRow *self)
{
  return self->task != 0 ? guatu_plan_find (guatu_document_get_plan (self->document), GUATU_TABLE_TASK, self->task)
                         : -1;
}

/* The widget that has the text, the focus and the trouble. */
GtkWidget *
guatu_field_row_inner (GuatuFieldRow *self)
{
  return GUATU_IS_DATE_ENTRY (self->editor)
           ? GTK_WIDGET (guatu_date_entry_get_entry (GUATU_DATE_ENTRY (self->editor))) : self->editor;
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
  GuatuTable target = guatu_field_row_info (self)->target;
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

/* What the task has may be none of the choices: a file said so. It is shown as one more, which cannot be lost. */
static guint
fill_custom (GuatuFieldRow   *self,
             const GuatuPlan *plan,
             gint32           task)
{
  GtkDropDown *editor = GTK_DROP_DOWN (self->editor);
  GtkStringList *model = GTK_STRING_LIST (gtk_drop_down_get_model (editor));
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_CUSTOM_FIELD, self->custom);
  g_auto(GStrv) choices = row >= 0 ? guatu_custom_choices (plan, row) : g_new0 (char *, 1);
  guint place = guatu_custom_edit_place (plan, task, self->custom), n = g_strv_length (choices);
  const char *value = row >= 0 ? guatu_custom_value (plan, task, row) : "";
  gboolean stray = place == 0 && *value != '\0';
  guint wished = n + 1 + (stray ? 1 : 0), i = 0;

  while (i < n && i + 1 < g_list_model_get_n_items (G_LIST_MODEL (model))
         && g_str_equal (gtk_string_list_get_string (model, i + 1), choices[i]))
    i++;
  if (i < n || g_list_model_get_n_items (G_LIST_MODEL (model)) != wished
      || (stray && !g_str_equal (gtk_string_list_get_string (model, n + 1), value)))
    {
      g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

      gtk_string_list_append (names, _("Not said"));
      for (i = 0; i < n; i++)
        gtk_string_list_append (names, choices[i]);
      if (stray)
        gtk_string_list_append (names, value);
      gtk_drop_down_set_model (editor, G_LIST_MODEL (names));
    }

  return stray ? n + 1 : place;
}

static void
show_choice (GuatuFieldRow   *self,
             const GuatuPlan *plan,
             gint32           row)
{
  gint64 value = self->custom == 0 ? guatu_plan_task_number (plan, row, self->field)
                                   : guatu_custom_edit_place (plan, row, self->custom);

  guatu_field_row_show_error (self, NULL);
  self->filling = TRUE;
  if (GTK_IS_SWITCH (self->editor))
    gtk_switch_set_active (GTK_SWITCH (self->editor), value != 0);
  else if (self->custom != 0 && guatu_custom_edit_kind (plan, self->custom) == GUATU_CUSTOM_CHOICE)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->editor), fill_custom (self, plan, row));
  else if (self->ids == NULL)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->editor), (guint) value);
  else
    {
      fill_choices (self);
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->editor),
                                  place_of (self, value >= 0 ? guatu_plan_id (plan, guatu_field_row_info (self)->target,
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
  row = guatu_field_row_task_row (self);
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
  if (!guatu_field_row_has_text (self))
    show_choice (self, plan, row);
  else if (self->shown == NULL || !guatu_field_row_is_touched (self))
    guatu_field_row_fill_text (self);
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
  guatu_field_row_show_error (self, NULL);
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

  return guatu_field_row_inner (self);
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

/* The class ------------------------------------------------------------------------------------------ */

static gboolean
guatu_field_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (guatu_field_row_inner (GUATU_FIELD_ROW (widget)));
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
  const char *label = _(guatu_field (GUATU_TABLE_TASK, field)->label);
  GuatuFieldRow *self = g_object_new (GUATU_TYPE_FIELD_ROW, "title", label, "use-markup", FALSE, NULL);

  self->document = g_object_ref (document);
  self->field = field;
  guatu_field_row_build (self, label);

  return GTK_WIDGET (self);
}

GtkWidget *
guatu_field_row_new_custom (GuatuDocument *document,
                            gint64         custom)
{
  const char *label = guatu_custom_edit_name (guatu_document_get_plan (document), custom);
  GuatuFieldRow *self = g_object_new (GUATU_TYPE_FIELD_ROW, "title", label, "use-markup", FALSE, NULL);

  self->document = g_object_ref (document);
  self->custom = custom;
  guatu_field_row_build (self, label);

  return GTK_WIDGET (self);
}
