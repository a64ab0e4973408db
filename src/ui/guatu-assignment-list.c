/* guatu-assignment-list.c — shows who is assigned to a task, and carries out what is changed there. */
#include "guatu-assignment-list.h"

#include <glib/gi18n-lib.h>

#include "guatu-field-text.h"
#include "guatu-inspector-popovers.h"
#include "guatu-task-words.h"

struct _GuatuAssignmentList
{
  GuatuPartList  parent_instance;

  GtkWidget     *button;
};

G_DEFINE_FINAL_TYPE (GuatuAssignmentList, guatu_assignment_list, GUATU_TYPE_PART_LIST)

#define ROLES "guatu-roles"

static const GuatuAssignment *
assignment_at (GuatuPartList *list,
               gint32         row)
{
  return (const GuatuAssignment *) guatu_plan_rows (guatu_part_list_get_plan (list), GUATU_TABLE_ASSIGNMENT) + row;
}

/* Changing ------------------------------------------------------------------------------------------- */

static gboolean
set_role (GuatuPartList  *list,
          gint32          row,
          GtkWidget      *drop_down,
          GError        **error)
{
  const GArray *roles = g_object_get_data (G_OBJECT (drop_down), ROLES);
  guint role = g_array_index (roles, guint, gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)));
  GuatuSetting setting = { GUATU_ASSIGNMENT_ROLE, GUATU_INTEGER (role) };

  return guatu_document_set (guatu_part_list_get_document (list), GUATU_TABLE_ASSIGNMENT,
                             assignment_at (list, row)->id, &setting, 1, error);
}

static gboolean
set_share (GuatuPartList  *list,
           gint32          row,
           GtkWidget      *entry,
           GError        **error)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  GuatuSetting setting = { .field = GUATU_ASSIGNMENT_SHARE };

  return guatu_field_parse (guatu_part_list_get_plan (list), GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_SHARE, text,
                            &setting.value, error)
         && guatu_document_set (guatu_part_list_get_document (list), GUATU_TABLE_ASSIGNMENT,
                                assignment_at (list, row)->id, &setting, 1, error);
}

static gboolean
take_off (GuatuPartList  *list,
          gint32          row,
          GtkWidget      *button,
          GError        **error)
{
  GuatuParty party = guatu_party_of (guatu_part_list_get_plan (list), row);

  return guatu_document_unassign (guatu_part_list_get_document (list), guatu_part_list_get_task (list),
                                  party.table == GUATU_TABLE_UNIT ? party.id : 0,
                                  party.table == GUATU_TABLE_PERSON ? party.id : 0, assignment_at (list, row)->role,
                                  error);
}

void
guatu_assignment_list_add (GuatuAssignmentList *self,
                           GuatuRole            role)
{
  GuatuPartList *list = GUATU_PART_LIST (self);
  GtkWidget *form;

  g_return_if_fail (GUATU_IS_ASSIGNMENT_LIST (self));

  if (guatu_part_list_get_task_row (list) < 0)
    return;
  form = guatu_any_role_popover_new (guatu_part_list_get_document (list), guatu_part_list_get_task (list), role);
  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (form), GTK_WIDGET (self), self->button);
}

static void
add_cb (GuatuAssignmentList *self)
{
  guatu_assignment_list_add (self, GUATU_ROLE_RESPONSIBLE_PERSON);
}

/* Rows ----------------------------------------------------------------------------------------------- */

static GtkWidget *
new_role (GuatuPartList *list,
          guint          of,
          GuatuParty     party)
{
  const GuatuField *info = guatu_field (GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_ROLE);
  GtkStringList *names = gtk_string_list_new (NULL);
  GArray *roles = g_array_new (FALSE, FALSE, sizeof (guint));
  GtkWidget *drop_down = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  guint chosen = 0;

  for (guint role = 0; info->choices[role].name != NULL; role++)
    if (guatu_role_takes ((GuatuRole) role, party.table))
      {
        chosen = role == of ? roles->len : chosen;
        gtk_string_list_append (names, _(info->choices[role].label));
        g_array_append_val (roles, role);
      }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), chosen);
  gtk_widget_set_valign (drop_down, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (drop_down, TRUE);
  g_object_set_data_full (G_OBJECT (drop_down), ROLES, roles, (GDestroyNotify) g_array_unref);
  guatu_part_name (drop_down, _("Role"), guatu_party_name (guatu_part_list_get_plan (list), party));
  guatu_part_list_control (list, drop_down, set_role);

  return drop_down;
}

static GtkWidget *
new_share (GuatuPartList *list,
           gint32         row,
           const char    *who)
{
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *text = guatu_field_format (guatu_part_list_get_plan (list), GUATU_TABLE_ASSIGNMENT, row,
                                              GUATU_ASSIGNMENT_SHARE);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 6);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (entry, _("Share"));
  guatu_part_name (entry, _("Share"), who);
  guatu_part_list_control (list, entry, set_share);

  return entry;
}

static GtkWidget *
make_row (GuatuPartList *list,
          gint32         row)
{
  GuatuParty party = guatu_party_of (guatu_part_list_get_plan (list), row);
  const char *who = guatu_party_name (guatu_part_list_get_plan (list), party);
  GtkWidget *grid = gtk_grid_new (), *name = gtk_label_new (who);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (name, who);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  gtk_grid_attach (GTK_GRID (grid), name, 0, 0, 2, 1);
  gtk_grid_attach (GTK_GRID (grid), guatu_part_list_new_button (list, "list-remove-symbolic", _("Remove from the task"),
                                                                who, take_off), 2, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), new_role (list, assignment_at (list, row)->role, party), 0, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), new_share (list, row, who), 1, 1, 2, 1);

  return grid;
}

static char *
tell (GuatuPartList *list,
      gint32         row)
{
  const GuatuPlan *plan = guatu_part_list_get_plan (list);
  const GuatuAssignment *assignment = assignment_at (list, row);

  return g_strdup_printf ("%u %" G_GINT64_FORMAT " %s", assignment->role, assignment->share,
                          guatu_party_name (plan, guatu_party_of (plan, row)));
}

static int
compare_roles (gconstpointer a,
               gconstpointer b,
               gpointer      list)
{
  const GuatuAssignment *first = assignment_at (list, *(const gint32 *) a);
  const GuatuAssignment *second = assignment_at (list, *(const gint32 *) b);

  if (first->role != second->role)
    return (int) first->role - (int) second->role;
  return (first->id > second->id) - (first->id < second->id);
}

static gint32 *
list_assignments (GuatuPartList *list,
                  gint32         task,
                  guint         *n)
{
  return guatu_part_list_referrers (list, GUATU_ASSIGNMENT_TASK, compare_roles, n);
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_assignment_list_class_init (GuatuAssignmentListClass *class)
{
  GuatuPartListClass *parts = GUATU_PART_LIST_CLASS (class);

  parts->table = GUATU_TABLE_ASSIGNMENT;
  parts->list = list_assignments;
  parts->tell = tell;
  parts->make_row = make_row;
}

static void
guatu_assignment_list_init (GuatuAssignmentList *self)
{
  guatu_part_list_describe (GUATU_PART_LIST (self), _("Who has which role"), _("Nobody is assigned yet."));
  self->button = guatu_part_list_add_button (GUATU_PART_LIST (self), _("_Assign…"), G_CALLBACK (add_cb));
}

GtkWidget *
guatu_assignment_list_new (GuatuDocument *document)
{
  return guatu_part_list_new (GUATU_TYPE_ASSIGNMENT_LIST, document);
}
