/* guatu-field-row-build.c — makes the editor that suits a field, and puts the row together. */
#include "guatu-field-row-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-custom-edit.h"
#include "guatu-date-entry.h"

/* Pixels; of an empty text. */
#define TEXT_HEIGHT 58

/* Running text, which takes more than a line. */
static gboolean
is_long (guint field)
{
  return field == GUATU_TASK_OBJECTIVE || field == GUATU_TASK_MEASURES || field == GUATU_TASK_QUALITY_STANDARD
         || field == GUATU_TASK_NOTE;
}

/* Building ------------------------------------------------------------------------------------------- */

static GtkWidget *
new_text_view (void)
{
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_add_css_class (view, "inspector-text");

  return view;
}

static GtkWidget *
new_drop_down (GuatuFieldRow *self)
{
  const GuatuField *info = guatu_field_row_info (self);
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; info->choices != NULL && info->choices[i].name != NULL; i++)
    gtk_string_list_append (names, _(info->choices[i].label));
  if (info->type == GUATU_TYPE_REFERENCE)
    self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  return gtk_drop_down_new (G_LIST_MODEL (names), NULL);
}

static GtkWidget *
new_switch (void)
{
  GtkWidget *button = gtk_switch_new ();

  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);

  return button;
}

/* Said, not said: neither is what a switch shows of it. */
static GtkWidget *
new_flag (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("Not said"));
  gtk_string_list_append (names, C_("answer", "Yes"));
  gtk_string_list_append (names, C_("answer", "No"));

  return gtk_drop_down_new (G_LIST_MODEL (names), NULL);
}

/* Filled when a task is shown. */
static GtkWidget *
new_choice (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("Not said"));

  return gtk_drop_down_new (G_LIST_MODEL (names), NULL);
}

static gboolean
has_choices (GuatuFieldRow *self)
{
  const GuatuPlan *plan = guatu_document_get_plan (self->document);
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_CUSTOM_FIELD, self->custom);
  g_auto(GStrv) choices = row >= 0 ? guatu_custom_choices (plan, row) : NULL;

  return choices != NULL && choices[0] != NULL;
}

static GtkWidget *
new_custom_editor (GuatuFieldRow *self)
{
  switch (guatu_custom_edit_kind (guatu_document_get_plan (self->document), self->custom))
    {
    case GUATU_CUSTOM_DATE:
      return guatu_date_entry_new_bare (FALSE);
    case GUATU_CUSTOM_FLAG:
      return new_flag ();
    case GUATU_CUSTOM_CHOICE:
      return has_choices (self) ? new_choice () : gtk_entry_new ();
    case GUATU_CUSTOM_TEXT:
    case GUATU_CUSTOM_NUMBER:
    case GUATU_CUSTOM_DURATION:
    case GUATU_CUSTOM_COST:
    default:
      return gtk_entry_new ();
    }
}

static GtkWidget *
new_editor (GuatuFieldRow *self)
{
  const GuatuField *info = guatu_field_row_info (self);

  switch (info->type)
    {
    case GUATU_TYPE_BOOLEAN:
      return new_switch ();
    case GUATU_TYPE_ENUM:
    case GUATU_TYPE_REFERENCE:
      return new_drop_down (self);
    case GUATU_TYPE_INSTANT:
    case GUATU_TYPE_DATE:
      return guatu_date_entry_new_bare (FALSE);
    case GUATU_TYPE_TEXT:
      return is_long (self->field) ? new_text_view () : gtk_entry_new ();
    case GUATU_TYPE_ID:
    case GUATU_TYPE_INTEGER:
    case GUATU_TYPE_FLAGS:
    case GUATU_TYPE_DAYTIME:
    case GUATU_TYPE_WORK:
    case GUATU_TYPE_LAG:
    case GUATU_TYPE_PERCENT:
    case GUATU_TYPE_MONEY:
    default:
      return gtk_entry_new ();
    }
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

void
guatu_field_row_build (GuatuFieldRow *self,
                       const char    *label)
{
  self->label = gtk_label_new (label);
  self->hint = new_note ("dim-label");
  self->error = new_note ("error");
  self->editor = self->custom != 0 ? new_custom_editor (self) : new_editor (self);
  put_together (self);
  guatu_field_row_watch (self);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (guatu_field_row_inner (self)), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->label, NULL, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->hint, self->error,
                                  NULL, -1);
}
