/* guatu-target-list.c — shows the monthly targets of a task, and carries out what is changed there. */
#include "guatu-target-list.h"

#include <glib/gi18n-lib.h>

#include "guatu-field-text.h"
#include "guatu-part-text.h"
#include "guatu-target-form.h"

struct _GuatuTargetList
{
  GuatuPartList  parent_instance;

  GtkWidget     *button;
};

G_DEFINE_FINAL_TYPE (GuatuTargetList, guatu_target_list, GUATU_TYPE_PART_LIST)

static const GuatuTaskTarget *
target_at (GuatuPartList *list,
           gint32         row)
{
  return (const GuatuTaskTarget *) guatu_plan_rows (guatu_part_list_get_plan (list), GUATU_TABLE_TASK_TARGET) + row;
}

/* Changing ------------------------------------------------------------------------------------------- */

/* 0: a new one. */
static void
show_form (GuatuPartList *list,
           gint64         target,
           GtkWidget     *at)
{
  GtkWidget *form = guatu_target_form_new (guatu_part_list_get_document (list), guatu_part_list_get_task (list),
                                           target);

  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (form), GTK_WIDGET (list), at);
}

static void
add_cb (GuatuTargetList *self)
{
  if (guatu_part_list_get_task_row (GUATU_PART_LIST (self)) >= 0)
    show_form (GUATU_PART_LIST (self), 0, self->button);
}

static gboolean
edit (GuatuPartList  *list,
      gint32          row,
      GtkWidget      *button,
      GError        **error)
{
  show_form (list, target_at (list, row)->id, button);
  return TRUE;
}

static gboolean
take_away (GuatuPartList  *list,
           gint32          row,
           GtkWidget      *button,
           GError        **error)
{
  return guatu_document_remove (guatu_part_list_get_document (list), GUATU_TABLE_TASK_TARGET, target_at (list, row)->id,
                                error);
}

static gboolean
set_share (GuatuPartList  *list,
           gint32          row,
           GtkWidget      *entry,
           GError        **error)
{
  GuatuSetting setting = { GUATU_TASK_TARGET_SHARE, GUATU_NULL };

  return guatu_field_parse (guatu_part_list_get_plan (list), GUATU_TABLE_TASK_TARGET, GUATU_TASK_TARGET_SHARE,
                            gtk_editable_get_text (GTK_EDITABLE (entry)), &setting.value, error)
         && guatu_document_set (guatu_part_list_get_document (list), GUATU_TABLE_TASK_TARGET,
                                target_at (list, row)->id, &setting, 1, error);
}

/* Rows ----------------------------------------------------------------------------------------------- */

static GtkWidget *
new_share (GuatuPartList *list,
           gint32         row,
           const char    *month)
{
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *text = guatu_field_format (guatu_part_list_get_plan (list), GUATU_TABLE_TASK_TARGET, row,
                                              GUATU_TASK_TARGET_SHARE);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 6);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  guatu_part_name (entry, _("Share done"), month);
  guatu_part_list_control (list, entry, set_share);

  return entry;
}

static GtkWidget *
make_row (GuatuPartList *list,
          gint32         row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *month = guatu_target_month (target_at (list, row)->date);

  gtk_box_append (GTK_BOX (box), guatu_part_text_new (month, ""));
  gtk_box_append (GTK_BOX (box), new_share (list, row, month));
  gtk_box_append (GTK_BOX (box), guatu_part_list_new_button (list, "document-edit-symbolic", _("Change"), month, edit));
  gtk_box_append (GTK_BOX (box), guatu_part_list_new_button (list, "list-remove-symbolic", _("Remove"), month,
                                                             take_away));

  return box;
}

static char *
tell (GuatuPartList *list,
      gint32         row)
{
  g_autofree char *month = guatu_target_month (target_at (list, row)->date);

  return g_strdup_printf ("%s %" G_GINT64_FORMAT, month, target_at (list, row)->share);
}

static int
compare_dates (gconstpointer a,
               gconstpointer b,
               gpointer      list)
{
  const GuatuTaskTarget *first = target_at (list, *(const gint32 *) a), *second = target_at (list, *(const gint32 *) b);

  if (first->date != second->date)
    return first->date < second->date ? -1 : 1;
  return (first->id > second->id) - (first->id < second->id);
}

static gint32 *
list_targets (GuatuPartList *list,
              gint32         task,
              guint         *n)
{
  return guatu_part_list_referrers (list, GUATU_TASK_TARGET_TASK, compare_dates, n);
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_target_list_class_init (GuatuTargetListClass *class)
{
  GuatuPartListClass *parts = GUATU_PART_LIST_CLASS (class);

  parts->table = GUATU_TABLE_TASK_TARGET;
  parts->list = list_targets;
  parts->tell = tell;
  parts->make_row = make_row;
}

static void
guatu_target_list_init (GuatuTargetList *self)
{
  guatu_part_list_describe (GUATU_PART_LIST (self), _("Monthly targets"),
                            _("None: what is planned follows from the dates."));
  self->button = guatu_part_list_add_button (GUATU_PART_LIST (self), _("Add Monthly _Target…"), G_CALLBACK (add_cb));
}

GtkWidget *
guatu_target_list_new (GuatuDocument *document)
{
  return guatu_part_list_new (GUATU_TYPE_TARGET_LIST, document);
}
