/* guatu-key-node-list.c — shows the key nodes of a task, ticks them off, changes them and adds more. */
#include "guatu-key-node-list.h"

#include <glib/gi18n-lib.h>

#include "guatu-field-edit.h"
#include "guatu-inspector-edit.h"
#include "guatu-key-node-dates.h"
#include "guatu-key-node-form.h"
#include "guatu-task-words.h"

struct _GuatuKeyNodeList
{
  GuatuPartList  parent_instance;

  GtkWidget     *button;
};

G_DEFINE_FINAL_TYPE (GuatuKeyNodeList, guatu_key_node_list, GUATU_TYPE_PART_LIST)

static const GuatuKeyNode *
node_at (GuatuPartList *list,
         gint32         row)
{
  return (const GuatuKeyNode *) guatu_plan_rows (guatu_part_list_get_plan (list), GUATU_TABLE_KEY_NODE) + row;
}

/* Changing ------------------------------------------------------------------------------------------- */

/* 0: a new one. */
static void
show_form (GuatuPartList *list,
           gint64         node,
           GtkWidget     *at)
{
  GtkWidget *form = guatu_key_node_form_new (guatu_part_list_get_document (list), guatu_part_list_get_task (list),
                                             node);

  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (form), GTK_WIDGET (list), at);
}

void
guatu_key_node_list_add (GuatuKeyNodeList *self)
{
  g_return_if_fail (GUATU_IS_KEY_NODE_LIST (self));

  if (guatu_part_list_get_task_row (GUATU_PART_LIST (self)) >= 0)
    show_form (GUATU_PART_LIST (self), 0, self->button);
}

static gboolean
edit (GuatuPartList  *list,
      gint32          row,
      GtkWidget      *button,
      GError        **error)
{
  show_form (list, node_at (list, row)->id, button);
  return TRUE;
}

static gboolean
take_away (GuatuPartList  *list,
           gint32          row,
           GtkWidget      *button,
           GError        **error)
{
  return guatu_document_remove (guatu_part_list_get_document (list), GUATU_TABLE_KEY_NODE, node_at (list, row)->id,
                                error);
}

static gboolean
tick (GuatuPartList  *list,
      gint32          row,
      GtkWidget      *check,
      GError        **error)
{
  GuatuDocument *document = guatu_part_list_get_document (list);
  GuatuSetting setting = { GUATU_KEY_NODE_DONE_ON, GUATU_NULL };

  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
    {
      g_autofree char *day = guatu_inspector_edit_report_day (guatu_part_list_get_plan (list));

      setting.value.kind = GUATU_VALUE_INTEGER;
      guatu_field_edit_read_date (document, day, TRUE, &setting.value.integer, NULL);
    }

  return guatu_document_set (document, GUATU_TABLE_KEY_NODE, node_at (list, row)->id, &setting, 1, error);
}

/* Rows ----------------------------------------------------------------------------------------------- */

/* "Nov 3, 2022", "50% of the task"; with the day on which it was reached. */
static char *
say_when (const GuatuPlan    *plan,
          const GuatuKeyNode *node)
{
  g_autofree char *share = guatu_words_share (node->date == GUATU_NONE ? node->share : GUATU_NONE);
  g_autofree char *when = node->date != GUATU_NONE ? guatu_words_finish (plan, node->date)
                          : *share != '\0' ? g_strdup_printf (_("%s of the task"), share) : g_strdup ("");
  g_autofree char *done = NULL;

  if (node->done_on == GUATU_NONE)
    return g_steal_pointer (&when);

  done = guatu_words_finish (plan, node->done_on);
  /* Translators: when a key node is to be reached, and when it was. */
  return g_strdup_printf (_("%1$s; reached %2$s"), when, done);
}

static GtkWidget *
new_check (GuatuPartList *list,
           gboolean       done,
           const char    *name)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), done);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (check, _("Reached"));
  guatu_part_name (check, _("Reached"), name);
  guatu_part_list_control (list, check, tick);

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

static GtkWidget *
make_row (GuatuPartList *list,
          gint32         row)
{
  const GuatuKeyNode *node = node_at (list, row);
  const char *name = guatu_plan_text (guatu_part_list_get_plan (list), node->name);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *when = say_when (guatu_part_list_get_plan (list), node);

  gtk_box_append (GTK_BOX (texts), new_label (name, NULL));
  gtk_box_append (GTK_BOX (texts), new_label (when, "dim-label"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (box), new_check (list, node->done_on != GUATU_NONE, name));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), guatu_part_list_new_button (list, "document-edit-symbolic", _("Change"), name, edit));
  gtk_box_append (GTK_BOX (box), guatu_part_list_new_button (list, "list-remove-symbolic", _("Remove"), name,
                                                             take_away));

  return box;
}

static char *
tell (GuatuPartList *list,
      gint32         row)
{
  const GuatuKeyNode *node = node_at (list, row);
  g_autofree char *when = say_when (guatu_part_list_get_plan (list), node);

  return g_strdup_printf ("%s %s", guatu_plan_text (guatu_part_list_get_plan (list), node->name), when);
}

/* Where it stands on the bar; those that stand nowhere come last. */
static GuatuInstant
place_of (GuatuPartList *list,
          gint32         row)
{
  GuatuInstant date = guatu_key_node_date (guatu_part_list_get_plan (list),
                                           guatu_document_get_schedule (guatu_part_list_get_document (list)), row);

  return date != GUATU_NONE ? date : G_MAXINT64;
}

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      list)
{
  GuatuInstant first = place_of (list, *(const gint32 *) a), second = place_of (list, *(const gint32 *) b);

  return (first > second) - (first < second);
}

static gint32 *
list_nodes (GuatuPartList *list,
            gint32         task,
            guint         *n)
{
  return guatu_part_list_referrers (list, GUATU_KEY_NODE_TASK, compare_places, n);
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_key_node_list_class_init (GuatuKeyNodeListClass *class)
{
  GuatuPartListClass *parts = GUATU_PART_LIST_CLASS (class);

  parts->table = GUATU_TABLE_KEY_NODE;
  parts->list = list_nodes;
  parts->tell = tell;
  parts->make_row = make_row;
}

static void
guatu_key_node_list_init (GuatuKeyNodeList *self)
{
  guatu_part_list_describe (GUATU_PART_LIST (self), _("Key nodes"), NULL);
  self->button = guatu_part_list_add_button (GUATU_PART_LIST (self), _("Add _Key Node…"),
                                             G_CALLBACK (guatu_key_node_list_add));
}

GtkWidget *
guatu_key_node_list_new (GuatuDocument *document)
{
  return guatu_part_list_new (GUATU_TYPE_KEY_NODE_LIST, document);
}
