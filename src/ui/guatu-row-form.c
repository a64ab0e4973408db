/* guatu-row-form.c — an editor for each field, as the table of fields says, and one verb for all of them. */
#include "guatu-row-form.h"

#include <glib/gi18n-lib.h>

#include "guatu-colour-choice.h"
#include "guatu-date-entry.h"
#include "guatu-text-scale.h"

#define MOST_FIELDS 8

typedef struct
{
  GuatuFormPopover *popover;
  GuatuDocument    *document;
  GuatuTable        table;
  gint64            id;
  guint             owner_field;
  gint64            owner;
  GuatuRowMade      made;
  gpointer          data;
  guint             fields[MOST_FIELDS];
  GtkWidget        *editors[MOST_FIELDS];
  char             *texts[MOST_FIELDS];     /* what was read last of an editor of many lines */
  GArray           *targets[MOST_FIELDS];   /* of references: the ids (gint64) behind the choices */
  guint             n;
} Form;

static void
form_free (Form *form)
{
  for (guint i = 0; i < form->n; i++)
    {
      g_clear_pointer (&form->targets[i], g_array_unref);
      g_free (form->texts[i]);
    }
  g_object_unref (form->document);
  g_free (form);
}

static const GuatuField *
field_of (Form  *form,
          guint  i)
{
  return guatu_field (form->table, form->fields[i]);
}

/* Reading -------------------------------------------------------------------------------------------- */

static GuatuValue
day_in (GtkWidget *editor)
{
  GuatuInstant day = guatu_date_entry_get_day (GUATU_DATE_ENTRY (editor));

  return day != GUATU_NONE ? GUATU_INTEGER (day) : GUATU_NULL;
}

/* Without what is empty at its end. */
static GuatuValue
lines_in (Form  *form,
          guint  i)
{
  g_free (form->texts[i]);
  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (form->editors[i])), "text", &form->texts[i], NULL);
  g_strchomp (form->texts[i]);

  return GUATU_TEXT (form->texts[i]);
}

static GuatuValue
value_in (Form  *form,
          guint  i)
{
  GtkWidget *editor = form->editors[i];
  gint64 target;

  if (GUATU_IS_DATE_ENTRY (editor))
    return day_in (editor);
  if (GTK_IS_ENTRY (editor))
    return GUATU_TEXT (gtk_editable_get_text (GTK_EDITABLE (editor)));
  if (GUATU_IS_COLOUR_CHOICE (editor))
    return GUATU_TEXT (guatu_colour_choice_get_colour (GUATU_COLOUR_CHOICE (editor)));
  if (GTK_IS_TEXT_VIEW (editor))
    return lines_in (form, i);
  if (form->targets[i] == NULL)
    return GUATU_INTEGER (gtk_drop_down_get_selected (GTK_DROP_DOWN (editor)));
  target = g_array_index (form->targets[i], gint64, gtk_drop_down_get_selected (GTK_DROP_DOWN (editor)));

  return target != 0 ? GUATU_INTEGER (target) : GUATU_NULL;
}

/* The editor that the complaint is about: the first whose value alone is no good, else of two days the later one. */
static GtkWidget *
blame (Form *form)
{
  GtkWidget *days = NULL;

  for (guint i = 0; i < form->n; i++)
    {
      if (!guatu_field_check (field_of (form, i), value_in (form, i), NULL))
        return form->editors[i];
      if (GUATU_IS_DATE_ENTRY (form->editors[i]))
        days = form->editors[i];
    }

  return days != NULL ? GTK_WIDGET (guatu_date_entry_get_entry (GUATU_DATE_ENTRY (days))) : form->editors[0];
}

static void
done_cb (Form *form)
{
  GuatuSetting settings[MOST_FIELDS + 1];
  g_autoptr(GError) error = NULL;
  guint n = form->n;
  gboolean ok;

  for (guint i = 0; i < form->n; i++)
    settings[i] = (GuatuSetting) { form->fields[i], value_in (form, i) };
  if (form->id == 0 && form->owner != 0)
    settings[n++] = (GuatuSetting) { form->owner_field, GUATU_INTEGER (form->owner) };
  if (form->id != 0)
    ok = guatu_document_set (form->document, form->table, form->id, settings, n, &error);
  else
    ok = guatu_document_add (form->document, form->table, settings, n, &form->id, &error);
  if (ok && form->made != NULL)
    form->made (form->data, form->id);
  guatu_form_popover_finish (form->popover, ok ? NULL : blame (form), error);
}

/* Editors -------------------------------------------------------------------------------------------- */

static GtkWidget *
choice_new (Form   *form,
            guint   i,
            gint32  row)
{
  const GuatuChoice *choices = field_of (form, i)->choices;
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *editor = gtk_drop_down_new (G_LIST_MODEL (names), NULL);

  for (guint k = 0; choices[k].name != NULL; k++)
    gtk_string_list_append (names, _(choices[k].label));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (editor),
                              row >= 0 ? (guint) guatu_plan_number (guatu_document_get_plan (form->document),
                                                                    form->table, row, form->fields[i]) : 0);

  return editor;
}

/* Rows of the target that belong to the same owner, and none. */
static GtkWidget *
reference_new (Form   *form,
               guint   i,
               gint32  row)
{
  const GuatuPlan *plan = guatu_document_get_plan (form->document);
  GuatuTable target = field_of (form, i)->target;
  int name = guatu_field_find (target, "name"), group = guatu_field_find (target, guatu_table_info (
                                                          guatu_field (form->table, form->owner_field)->target)->name);
  gint64 chosen = row >= 0 ? guatu_plan_number (plan, form->table, row, form->fields[i]) : -1, none = 0;
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *editor = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  guint n;
  g_autofree gint32 *rows = guatu_plan_in_order (plan, target, &n);

  form->targets[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (form->targets[i], none);
  gtk_string_list_append (names, C_("choice", "None"));
  for (guint k = 0; k < n; k++)
    {
      gint64 id = guatu_plan_id (plan, target, rows[k]);
      gint64 owner = group > 0 ? guatu_plan_number (plan, target, rows[k], (guint) group) : -1;

      if (group > 0 && guatu_plan_id (plan, guatu_field (target, (guint) group)->target, (gint32) owner) != form->owner)
        continue;
      g_array_append_val (form->targets[i], id);
      gtk_string_list_append (names, guatu_plan_string (plan, target, rows[k], (guint) name));
      if (rows[k] == chosen)
        gtk_drop_down_set_selected (GTK_DROP_DOWN (editor), form->targets[i]->len - 1);
    }

  return editor;
}

/* Texts of many lines. */
static gboolean
is_long (const GuatuField *field)
{
  return g_str_equal (field->name, "deliverables");
}

static gboolean
is_colour (const GuatuField *field)
{
  return field->type == GUATU_TYPE_TEXT && g_str_equal (field->name, "colour");
}

static GtkWidget *
colour_new (const char *colour)
{
  GtkWidget *editor = guatu_colour_choice_new ();

  guatu_colour_choice_set_colour (GUATU_COLOUR_CHOICE (editor), colour);

  return editor;
}

/* Enter begins a line in it, Tab leaves it, and Ctrl+Enter is the form's button. */
static gboolean
text_key_cb (GtkWidget *view,
             GVariant  *arguments,
             gpointer   data)
{
  GtkWidget *popover = gtk_widget_get_ancestor (view, GUATU_TYPE_FORM_POPOVER);

  if (popover == NULL)
    return FALSE;
  g_signal_emit_by_name (popover, "done");

  return TRUE;
}

static GtkWidget *
lines_new (const char *text)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                      gtk_callback_action_new (text_key_cb, NULL, NULL)));
  gtk_widget_add_controller (view, keys);

  return view;
}

static GtkWidget *
editor_new (Form   *form,
            guint   i,
            gint32  row)
{
  const GuatuPlan *plan = guatu_document_get_plan (form->document);
  const GuatuField *field = field_of (form, i);
  const char *text;
  GtkWidget *editor;

  if (field->type == GUATU_TYPE_DATE || field->type == GUATU_TYPE_INSTANT)
    {
      editor = guatu_date_entry_new ();
      if (row >= 0)
        guatu_date_entry_set_day (GUATU_DATE_ENTRY (editor),
                                  guatu_plan_number (plan, form->table, row, form->fields[i]));
      return editor;
    }
  if (field->type == GUATU_TYPE_REFERENCE)
    return reference_new (form, i, row);
  if (field->choices != NULL)
    return choice_new (form, i, row);
  text = row >= 0 ? guatu_plan_string (plan, form->table, row, form->fields[i]) : "";
  if (is_colour (field))
    return colour_new (text);

  return is_long (field) ? lines_new (text) : guatu_form_entry_new (text, NULL);
}

/* A text of many lines scrolls, and stands below its label. */
static void
ask (Form  *form,
     guint  i)
{
  GtkWidget *editor = form->editors[i], *scroller;

  if (!GTK_IS_TEXT_VIEW (editor))
    {
      guatu_form_popover_ask (form->popover, _(field_of (form, i)->label), editor, FALSE);
      return;
    }
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), editor);
  gtk_widget_set_size_request (scroller, (int) guatu_text_scaled (320), (int) guatu_text_scaled (110));
  gtk_widget_add_css_class (scroller, "lines");
  gtk_widget_set_focusable (scroller, FALSE);
  guatu_form_popover_ask (form->popover, _(field_of (form, i)->label), scroller, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(field_of (form, i)->label), -1);
  gtk_widget_set_tooltip_text (editor, _("One thing a line; Ctrl+Enter is the button below"));
}

GtkWidget *
guatu_row_form_new (GuatuDocument *document,
                    const char    *title,
                    GuatuTable     table,
                    const guint   *fields,
                    gint64         id,
                    guint          owner_field,
                    gint64         owner,
                    GuatuRowMade   made,
                    gpointer       data)
{
  gint32 row = id != 0 ? guatu_plan_find (guatu_document_get_plan (document), table, id) : -1;
  Form *form = g_new0 (Form, 1);

  form->popover = GUATU_FORM_POPOVER (guatu_form_popover_new (title));
  form->document = g_object_ref (document);
  form->table = table;
  form->id = id;
  form->owner_field = owner_field;
  form->owner = owner;
  form->made = made;
  form->data = data;
  for (; fields[form->n] != 0 && form->n < MOST_FIELDS; form->n++)
    {
      guint i = form->n;

      form->fields[i] = fields[i];
      form->editors[i] = editor_new (form, i, row);
      ask (form, i);
    }
  guatu_form_popover_add_button (form->popover, id != 0 ? _("_Set") : _("_Add"));
  g_signal_connect_swapped (form->popover, "done", G_CALLBACK (done_cb), form);
  g_signal_connect_swapped (form->popover, "destroy", G_CALLBACK (form_free), form);

  return GTK_WIDGET (form->popover);
}
