/* guatu-key-node-list.c — shows the key nodes of a task, ticks them off, changes them and adds more. */
#include "guatu-key-node-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "guatu-date-entry.h"
#include "guatu-field-edit.h"
#include "guatu-field-text.h"
#include "guatu-form-popover.h"
#include "guatu-inspector-edit.h"
#include "guatu-task-words.h"

struct _GuatuKeyNodeList
{
  GtkWidget      parent_instance;

  GtkWidget     *rows;
  GtkWidget     *error;
  GtkWidget     *button;

  GuatuDocument *document;
  gint64         task;
  char          *said;          /* all that the rows say */
  gboolean       filling;
};

G_DEFINE_FINAL_TYPE (GuatuKeyNodeList, guatu_key_node_list, GTK_TYPE_WIDGET)

#define NODE "guatu-key-node"

static const GuatuPlan *
plan_of (GuatuKeyNodeList *self)
{
  return guatu_document_get_plan (self->document);
}

static gint32
task_row (GuatuKeyNodeList *self)
{
  return self->task != 0 ? guatu_plan_find (plan_of (self), GUATU_TABLE_TASK, self->task) : -1;
}

static const GuatuKeyNode *
node_at (GuatuKeyNodeList *self,
         gint32            row)
{
  return (const GuatuKeyNode *) guatu_plan_rows (plan_of (self), GUATU_TABLE_KEY_NODE) + row;
}

/* The row of the node that the widget is about; -1: it is gone. */
static gint32
node_of (GuatuKeyNodeList *self,
         GtkWidget        *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);

  if (row != NULL)
    guatu_keep_for_now (row);

  return row != NULL ? guatu_plan_find (plan_of (self), GUATU_TABLE_KEY_NODE,
                                        *(gint64 *) g_object_get_data (G_OBJECT (row), NODE)) : -1;
}

static void
complain (GuatuKeyNodeList *self,
          const GError     *error)
{
  gtk_label_set_text (GTK_LABEL (self->error), error != NULL ? error->message : "");
  gtk_widget_set_visible (self->error, error != NULL);
}

/* The form ------------------------------------------------------------------------------------------- */

/* What a form is about; goes when it is destroyed. */
typedef struct
{
  GuatuKeyNodeList *list;
  GuatuFormPopover *popover;
  gint64            node;       /* 0: a new one */
  GtkWidget        *name;
  GtkWidget        *when;
  GtkWidget        *done_on;
} Form;

/* A date, a share of the task's span ("50%"), or nothing. */
static gboolean
read_when (Form          *form,
           const char    *text,
           GuatuSetting  *settings,
           GError       **error)
{
  settings[0] = (GuatuSetting) { GUATU_KEY_NODE_DATE, GUATU_NULL };
  settings[1] = (GuatuSetting) { GUATU_KEY_NODE_SHARE, GUATU_NULL };
  if (strchr (text, '%') != NULL || strstr (text, "％") != NULL)
    return guatu_field_parse (plan_of (form->list), GUATU_TABLE_KEY_NODE, GUATU_KEY_NODE_SHARE, text,
                              &settings[1].value, error);
  if (*text == '\0')
    {
      g_set_error_literal (error, GUATU_MODEL_ERROR, GUATU_MODEL_ERROR_INVALID,
                           _("Say when it is to be reached: a date, or a share of the task in percent."));
      return FALSE;
    }
  settings[0].value.kind = GUATU_VALUE_INTEGER;

  return guatu_field_edit_read_date (form->list->document, text, TRUE, &settings[0].value.integer, error);
}

static gboolean
read_done (Form          *form,
           GuatuSetting  *setting,
           GError       **error)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->done_on))));

  *setting = (GuatuSetting) { GUATU_KEY_NODE_DONE_ON, GUATU_NULL };
  if (*text == '\0')
    return TRUE;
  setting->value.kind = GUATU_VALUE_INTEGER;

  return guatu_field_edit_read_date (form->list->document, text, TRUE, &setting->value.integer, error);
}

static void
set_cb (Form *form)
{
  GuatuKeyNodeList *self = form->list;
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->name))));
  g_autofree char *when = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (form->when))));
  GuatuSetting settings[5] = { { GUATU_KEY_NODE_NAME, GUATU_TEXT (name) } };
  GtkWidget *wrong = form->name;
  g_autoptr(GError) error = NULL;

  if (!guatu_field_check (guatu_field (GUATU_TABLE_KEY_NODE, GUATU_KEY_NODE_NAME), settings[0].value, &error))
    wrong = form->name;
  else if (!read_when (form, when, &settings[1], &error))
    wrong = form->when;
  else if (!read_done (form, &settings[3], &error))
    wrong = form->done_on;
  else if (form->node != 0)
    guatu_document_set (self->document, GUATU_TABLE_KEY_NODE, form->node, settings, 4, &error);
  else
    {
      settings[4] = (GuatuSetting) { GUATU_KEY_NODE_TASK, GUATU_INTEGER (self->task) };
      guatu_document_add (self->document, GUATU_TABLE_KEY_NODE, settings, 5, NULL, &error);
    }
  guatu_form_popover_finish (form->popover, wrong, error);
}

static GtkWidget *
ask_date (Form       *form,
          const char *label,
          const char *text)
{
  const GuatuSchedule *schedule = guatu_document_get_schedule (form->list->document);
  GtkWidget *date = guatu_date_entry_new_bare (TRUE);
  GtkWidget *entry = GTK_WIDGET (guatu_date_entry_get_entry (GUATU_DATE_ENTRY (date)));

  guatu_date_entry_set_span (GUATU_DATE_ENTRY (date), schedule->plan_start, schedule->plan_finish);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  guatu_form_popover_ask (form->popover, label, date, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return entry;
}

static void
show_form (GuatuKeyNodeList *self,
           GtkWidget        *at,
           gint32            row)
{
  const GuatuKeyNode *node = row >= 0 ? node_at (self, row) : NULL;
  gint64 finish = guatu_plan_settings (plan_of (self))->default_finish;
  Form *form = g_new0 (Form, 1);
  g_autofree char *when = NULL, *done_on = NULL;

  if (node != NULL && node->date == GUATU_NONE && node->share != GUATU_NONE)
    when = guatu_field_format (plan_of (self), GUATU_TABLE_KEY_NODE, row, GUATU_KEY_NODE_SHARE);
  else
    when = guatu_field_edit_date_text (node != NULL ? node->date : GUATU_NONE, finish);
  done_on = guatu_field_edit_date_text (node != NULL ? node->done_on : GUATU_NONE, finish);
  form->list = self;
  form->node = node != NULL ? node->id : 0;
  form->popover = GUATU_FORM_POPOVER (guatu_form_popover_new (node != NULL ? _("Key Node") : _("New Key Node")));
  form->name = guatu_form_entry_new (node != NULL ? guatu_plan_text (plan_of (self), node->name) : "", NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (form->name), 20);
  guatu_form_popover_ask (form->popover, _("Name"), form->name, FALSE);
  form->when = ask_date (form, _("To be reached"), when);
  gtk_widget_set_tooltip_text (form->when, _("A date, or a share of the task in percent"));
  form->done_on = ask_date (form, _("Reached on"), done_on);
  guatu_form_popover_add_button (form->popover, node != NULL ? _("_Set") : _("_Add"));
  g_signal_connect_swapped (form->popover, "done", G_CALLBACK (set_cb), form);
  g_signal_connect_swapped (form->popover, "destroy", G_CALLBACK (g_free), form);
  guatu_form_popover_pop_up (form->popover, GTK_WIDGET (self), at);
}

void
guatu_key_node_list_add (GuatuKeyNodeList *self)
{
  g_return_if_fail (GUATU_IS_KEY_NODE_LIST (self));

  if (task_row (self) >= 0)
    show_form (self, self->button, -1);
}

/* Rows ----------------------------------------------------------------------------------------------- */

static void
edit_cb (GuatuKeyNodeList *self,
         GtkWidget        *button)
{
  gint32 row = node_of (self, button);

  if (row >= 0)
    show_form (self, button, row);
}

static void
remove_cb (GuatuKeyNodeList *self,
           GtkWidget        *button)
{
  gint32 row = node_of (self, button);
  g_autoptr(GError) error = NULL;

  if (row < 0)
    return;
  guatu_document_remove (self->document, GUATU_TABLE_KEY_NODE, node_at (self, row)->id, &error);
  complain (self, error);
}

static void
tick_cb (GuatuKeyNodeList *self,
         GParamSpec       *property,
         GtkCheckButton   *check)
{
  gint32 row = node_of (self, GTK_WIDGET (check));
  GuatuSetting setting = { GUATU_KEY_NODE_DONE_ON, GUATU_NULL };
  g_autoptr(GError) error = NULL;

  if (self->filling || row < 0)
    return;
  if (gtk_check_button_get_active (check))
    {
      g_autofree char *day = guatu_inspector_edit_report_day (plan_of (self));

      setting.value.kind = GUATU_VALUE_INTEGER;
      guatu_field_edit_read_date (self->document, day, TRUE, &setting.value.integer, NULL);
    }
  if (!guatu_document_set (self->document, GUATU_TABLE_KEY_NODE, node_at (self, row)->id, &setting, 1, &error))
    {
      self->filling = TRUE;
      gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
      self->filling = FALSE;
    }
  complain (self, error);
}

/* "Nov 3, 2022", "50% of the task"; with the day on which it was reached. */
static char *
say_when (GuatuKeyNodeList   *self,
          const GuatuKeyNode *node)
{
  g_autofree char *share = guatu_words_share (node->date == GUATU_NONE ? node->share : GUATU_NONE);
  g_autofree char *when = node->date != GUATU_NONE ? guatu_words_finish (plan_of (self), node->date)
                          : *share != '\0' ? g_strdup_printf (_("%s of the task"), share) : g_strdup ("");
  g_autofree char *done = NULL;

  if (node->done_on == GUATU_NONE)
    return g_steal_pointer (&when);

  done = guatu_words_finish (plan_of (self), node->done_on);
  /* Translators: when a key node is to be reached, and when it was. */
  return g_strdup_printf (_("%1$s; reached %2$s"), when, done);
}

static GtkWidget *
new_button (GuatuKeyNodeList *self,
            const char       *icon,
            const char       *tooltip,
            const char       *name,
            GCallback         clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *label = g_strdup_printf (_("%1$s: %2$s"), tooltip, name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (button, "clicked", clicked, self);

  return button;
}

static GtkWidget *
new_check (GuatuKeyNodeList *self,
           gboolean          done,
           const char       *name)
{
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *label = g_strdup_printf (_("%1$s: %2$s"), _("Reached"), name);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), done);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (check, _("Reached"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (check, "notify::active", G_CALLBACK (tick_cb), self);

  return check;
}

static GtkWidget *
new_label (const char *text,
           const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (class != NULL)
    {
      gtk_widget_add_css_class (label, class);
      gtk_widget_add_css_class (label, "caption");
    }

  return label;
}

static void
add_row (GuatuKeyNodeList *self,
         gint32            row)
{
  const GuatuKeyNode *node = node_at (self, row);
  const char *name = guatu_plan_text (plan_of (self), node->name);
  GtkWidget *line = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *when = say_when (self, node);
  gint64 id = node->id;

  gtk_box_append (GTK_BOX (texts), new_label (name, NULL));
  gtk_box_append (GTK_BOX (texts), new_label (when, "dim-label"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), new_check (self, node->done_on != GUATU_NONE, name));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), new_button (self, "document-edit-symbolic", _("Change"), name, G_CALLBACK (edit_cb)));
  gtk_box_append (GTK_BOX (box), new_button (self, "list-remove-symbolic", _("Remove"), name, G_CALLBACK (remove_cb)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), FALSE);
  gtk_widget_set_focusable (line, FALSE);
  gtk_widget_add_css_class (line, "part-row");
  g_object_set_data_full (G_OBJECT (line), NODE, g_memdup2 (&id, sizeof id), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->rows), line);
}

/* Where it stands on the bar; those that stand nowhere come last. */
static GuatuInstant
place_of (GuatuKeyNodeList *self,
          gint32            row)
{
  const GuatuKeyNode *node = node_at (self, row);
  const GuatuSchedule *schedule = guatu_document_get_schedule (self->document);
  GuatuInstant start = schedule->start[node->task], finish = schedule->finish[node->task];

  if (node->date != GUATU_NONE)
    return node->date;

  return node->share != GUATU_NONE ? start + (finish - start) / 10000 * node->share : G_MAXINT64;
}

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  GuatuInstant first = place_of (data, *(const gint32 *) a), second = place_of (data, *(const gint32 *) b);

  return (first > second) - (first < second);
}

static char *
tell (GuatuKeyNodeList *self,
      const gint32     *rows,
      guint             n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      const GuatuKeyNode *node = node_at (self, rows[i]);
      g_autofree char *when = say_when (self, node);

      g_string_append_printf (text, "%" G_GINT64_FORMAT " %s %s\n", node->id,
                              guatu_plan_text (plan_of (self), node->name), when);
    }

  return g_string_free (text, FALSE);
}

void
guatu_key_node_list_show (GuatuKeyNodeList *self,
                          gint64            task)
{
  gboolean writable;
  g_autofree gint32 *sorted = NULL;
  g_autofree char *text = NULL;
  const gint32 *found;
  GtkListBoxRow *row;
  guint n;

  g_return_if_fail (GUATU_IS_KEY_NODE_LIST (self));

  if (task != self->task)
    complain (self, NULL);
  self->task = task;
  if (task_row (self) < 0)
    return;
  writable = guatu_document_get_read_only_reason (self->document) == NULL;
  gtk_widget_set_sensitive (self->rows, writable);
  gtk_widget_set_sensitive (self->button, writable);
  found = guatu_plan_referrers (plan_of (self), GUATU_TABLE_KEY_NODE, GUATU_KEY_NODE_TASK, task_row (self), &n);
  sorted = g_memdup2 (found, n * sizeof (gint32));
  if (n > 1)
    g_qsort_with_data (sorted, (int) n, sizeof (gint32), compare_places, self);
  text = tell (self, sorted, n);
  if (g_strcmp0 (text, self->said) == 0)
    return;

  g_free (self->said);
  self->said = g_steal_pointer (&text);
  self->filling = TRUE;
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->rows), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->rows), GTK_WIDGET (row));
  for (guint i = 0; i < n; i++)
    add_row (self, sorted[i]);
  self->filling = FALSE;
  gtk_widget_set_visible (self->rows, n > 0);
}

GtkListBox *
guatu_key_node_list_get_rows (GuatuKeyNodeList *self)
{
  g_return_val_if_fail (GUATU_IS_KEY_NODE_LIST (self), NULL);

  return GTK_LIST_BOX (self->rows);
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_key_node_list_dispose (GObject *object)
{
  GuatuKeyNodeList *self = GUATU_KEY_NODE_LIST (object);
  GtkWidget *child;

  self->task = 0;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (guatu_key_node_list_parent_class)->dispose (object);
}

static void
guatu_key_node_list_finalize (GObject *object)
{
  g_free (GUATU_KEY_NODE_LIST (object)->said);

  G_OBJECT_CLASS (guatu_key_node_list_parent_class)->finalize (object);
}

static void
guatu_key_node_list_class_init (GuatuKeyNodeListClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_key_node_list_dispose;
  G_OBJECT_CLASS (class)->finalize = guatu_key_node_list_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BOX_LAYOUT);
}

static void
guatu_key_node_list_init (GuatuKeyNodeList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "part-card");
  self->rows = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->rows), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->rows, "parts");
  gtk_widget_set_visible (self->rows, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Key nodes"), -1);
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
  self->error = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->error), 0);
  gtk_label_set_wrap (GTK_LABEL (self->error), TRUE);
  gtk_widget_add_css_class (self->error, "error");
  gtk_widget_add_css_class (self->error, "caption");
  gtk_widget_set_visible (self->error, FALSE);
  gtk_widget_set_parent (self->error, GTK_WIDGET (self));
  self->button = gtk_button_new_with_mnemonic (_("Add _Key Node…"));
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "add-part");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (guatu_key_node_list_add), self);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

GtkWidget *
guatu_key_node_list_new (GuatuDocument *document)
{
  GuatuKeyNodeList *self = g_object_new (GUATU_TYPE_KEY_NODE_LIST, NULL);

  self->document = g_object_ref (document);

  return GTK_WIDGET (self);
}
