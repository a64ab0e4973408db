/* guatu-assignment-list.c — shows who is assigned to a task, and carries out what is changed there. */
#include "guatu-assignment-list.h"

#include <glib/gi18n-lib.h>

#include "guatu-field-text.h"
#include "guatu-late-edit.h"
#include "guatu-inspector-popovers.h"
#include "guatu-task-words.h"

struct _GuatuAssignmentList
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

G_DEFINE_FINAL_TYPE (GuatuAssignmentList, guatu_assignment_list, GTK_TYPE_WIDGET)

#define ASSIGNMENT "guatu-assignment"
#define ROLES "guatu-roles"
#define SHARE "guatu-share"

static const GuatuPlan *
plan_of (GuatuAssignmentList *self)
{
  return guatu_document_get_plan (self->document);
}

static gint32
task_row (GuatuAssignmentList *self)
{
  return self->task != 0 ? guatu_plan_find (plan_of (self), GUATU_TABLE_TASK, self->task) : -1;
}

static const GuatuAssignment *
assignment_at (GuatuAssignmentList *self,
               gint32               row)
{
  return (const GuatuAssignment *) guatu_plan_rows (plan_of (self), GUATU_TABLE_ASSIGNMENT) + row;
}

/* The assignment that the widget is about; 0: it is gone. */
static gint64
id_of (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX_ROW);

  if (row != NULL)
    guatu_keep_for_now (row);

  return row != NULL ? *(gint64 *) g_object_get_data (G_OBJECT (row), ASSIGNMENT) : 0;
}

static void
complain (GuatuAssignmentList *self,
          const GError        *error)
{
  gtk_label_set_text (GTK_LABEL (self->error), error != NULL ? error->message : "");
  gtk_widget_set_visible (self->error, error != NULL);
}

/* Changing ------------------------------------------------------------------------------------------- */

static void
role_cb (GuatuAssignmentList *self,
         GParamSpec          *property,
         GtkDropDown         *drop_down)
{
  const GArray *roles = g_object_get_data (G_OBJECT (drop_down), ROLES);
  gint64 id = id_of (GTK_WIDGET (drop_down));
  GuatuSetting setting = { .field = GUATU_ASSIGNMENT_ROLE };
  g_autoptr(GError) error = NULL;

  if (self->filling || id == 0)
    return;
  setting.value = GUATU_INTEGER (g_array_index (roles, guint, gtk_drop_down_get_selected (drop_down)));
  guatu_document_set (self->document, GUATU_TABLE_ASSIGNMENT, id, &setting, 1, &error);
  complain (self, error);
}

static void
mark (GtkWidget *entry,
      gboolean   wrong)
{
  if (wrong)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static char *
share_text (GuatuAssignmentList *self,
            gint64               id)
{
  gint32 row = guatu_plan_find (plan_of (self), GUATU_TABLE_ASSIGNMENT, id);

  return row >= 0 ? guatu_field_format (plan_of (self), GUATU_TABLE_ASSIGNMENT, row, GUATU_ASSIGNMENT_SHARE)
                  : g_strdup ("");
}

static void
set_share (GuatuAssignmentList *self,
           GtkWidget           *entry)
{
  gint64 id = self->task != 0 ? id_of (entry) : 0;
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_autofree char *before = id != 0 ? share_text (self, id) : NULL;
  GuatuSetting setting = { .field = GUATU_ASSIGNMENT_SHARE };
  g_autoptr(GError) error = NULL;

  if (id == 0 || g_str_equal (text, before))
    return;
  if (guatu_field_parse (plan_of (self), GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_SHARE, text, &setting.value, &error))
    guatu_document_set (self->document, GUATU_TABLE_ASSIGNMENT, id, &setting, 1, &error);
  complain (self, error);
  if (error != NULL)
    mark (entry, TRUE);
}

/* The entry may be another one by now, with the same text in it or not. */
static void
late_cb (GtkWidget  *widget,
         gint64      id,
         const char *text)
{
  GuatuAssignmentList *self = GUATU_ASSIGNMENT_LIST (widget);
  GtkListBoxRow *row;

  if (self->document == NULL)
    return;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->rows), i)) != NULL; i++)
    if (*(gint64 *) g_object_get_data (G_OBJECT (row), ASSIGNMENT) == id)
      set_share (self, g_object_get_data (G_OBJECT (row), SHARE));
}

static void
share_left_cb (GuatuAssignmentList *self,
               GtkEventController  *focus)
{
  GtkWidget *entry = gtk_event_controller_get_widget (focus);

  if (self->task != 0)
    guatu_late_edit (GTK_WIDGET (self), id_of (entry), "", late_cb);
}

static void
share_typed_cb (GuatuAssignmentList *self,
                GtkWidget           *entry)
{
  mark (entry, FALSE);
}

static gboolean
share_key_cb (GuatuAssignmentList *self,
              guint                key,
              guint                code,
              GdkModifierType      state,
              GtkEventController  *keys)
{
  GtkWidget *entry = gtk_event_controller_get_widget (keys);
  g_autofree char *text = share_text (self, id_of (entry));

  if (key != GDK_KEY_Escape || g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (entry))))
    return GDK_EVENT_PROPAGATE;

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  complain (self, NULL);
  return GDK_EVENT_STOP;
}

static void
remove_cb (GuatuAssignmentList *self,
           GtkWidget           *button)
{
  gint32 row = guatu_plan_find (plan_of (self), GUATU_TABLE_ASSIGNMENT, id_of (button));
  g_autoptr(GError) error = NULL;
  GuatuParty party;

  if (row < 0)
    return;
  party = guatu_party_of (plan_of (self), row);
  guatu_document_unassign (self->document, self->task, party.table == GUATU_TABLE_UNIT ? party.id : 0,
                           party.table == GUATU_TABLE_PERSON ? party.id : 0, assignment_at (self, row)->role, &error);
  complain (self, error);
}

void
guatu_assignment_list_add (GuatuAssignmentList *self,
                           GuatuRole            role)
{
  GtkWidget *form;

  g_return_if_fail (GUATU_IS_ASSIGNMENT_LIST (self));

  if (task_row (self) < 0)
    return;
  form = guatu_any_role_popover_new (self->document, self->task, role);
  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (form), GTK_WIDGET (self), self->button);
}

static void
add_cb (GuatuAssignmentList *self)
{
  guatu_assignment_list_add (self, GUATU_ROLE_RESPONSIBLE_PERSON);
}

/* Rows ----------------------------------------------------------------------------------------------- */

static GtkWidget *
new_role (GuatuAssignmentList   *self,
          const GuatuAssignment *assignment,
          GuatuTable             table)
{
  const GuatuField *info = guatu_field (GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_ROLE);
  GtkStringList *names = gtk_string_list_new (NULL);
  GArray *roles = g_array_new (FALSE, FALSE, sizeof (guint));
  GtkWidget *drop_down = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  guint chosen = 0;

  for (guint role = 0; info->choices[role].name != NULL; role++)
    if (guatu_role_takes ((GuatuRole) role, table))
      {
        chosen = role == assignment->role ? roles->len : chosen;
        gtk_string_list_append (names, _(info->choices[role].label));
        g_array_append_val (roles, role);
      }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), chosen);
  gtk_widget_set_valign (drop_down, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (drop_down, TRUE);
  g_object_set_data_full (G_OBJECT (drop_down), ROLES, roles, (GDestroyNotify) g_array_unref);
  g_signal_connect_swapped (drop_down, "notify::selected", G_CALLBACK (role_cb), self);

  return drop_down;
}

static GtkWidget *
new_share (GuatuAssignmentList *self,
           gint64               id)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new (), *focus = gtk_event_controller_focus_new ();
  g_autofree char *text = share_text (self, id);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 6);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (entry, _("Share"));
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (share_typed_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (set_share), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (share_left_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (share_key_cb), self);
  gtk_widget_add_controller (entry, focus);
  gtk_widget_add_controller (entry, keys);

  return entry;
}

static GtkWidget *
new_remove (GuatuAssignmentList *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Remove from the task"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb), self);

  return button;
}

/* Called as a part of @who. */
static void
name_part (GtkWidget  *widget,
           const char *what,
           const char *who)
{
  /* Translators: what a control is, and whom it is about: “Role: Transport Bureau”. */
  g_autofree char *label = g_strdup_printf (_("%1$s: %2$s"), what, who);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
add_row (GuatuAssignmentList *self,
         gint32               row)
{
  GuatuParty party = guatu_party_of (plan_of (self), row);
  gint64 id = guatu_plan_id (plan_of (self), GUATU_TABLE_ASSIGNMENT, row);
  const char *who = guatu_party_name (plan_of (self), party);
  GtkWidget *line = gtk_list_box_row_new (), *grid = gtk_grid_new (), *name = gtk_label_new (who);
  GtkWidget *role = new_role (self, assignment_at (self, row), party.table), *share = new_share (self, id);
  GtkWidget *gone = new_remove (self);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (name, who);
  gtk_widget_set_hexpand (name, TRUE);
  name_part (role, _("Role"), who);
  name_part (share, _("Share"), who);
  name_part (gone, _("Remove from the task"), who);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  gtk_grid_attach (GTK_GRID (grid), name, 0, 0, 2, 1);
  gtk_grid_attach (GTK_GRID (grid), gone, 2, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), role, 0, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), share, 1, 1, 2, 1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line), grid);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), FALSE);
  gtk_widget_set_focusable (line, FALSE);
  gtk_widget_add_css_class (line, "part-row");
  g_object_set_data_full (G_OBJECT (line), ASSIGNMENT, g_memdup2 (&id, sizeof id), g_free);
  g_object_set_data (G_OBJECT (line), SHARE, share);
  gtk_list_box_append (GTK_LIST_BOX (self->rows), line);
}

static int
compare_roles (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const GuatuAssignment *first = assignment_at (data, *(const gint32 *) a);
  const GuatuAssignment *second = assignment_at (data, *(const gint32 *) b);

  if (first->role != second->role)
    return (int) first->role - (int) second->role;
  return (first->id > second->id) - (first->id < second->id);
}

static char *
tell (GuatuAssignmentList *self,
      const gint32        *rows,
      guint                n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      const GuatuAssignment *row = assignment_at (self, rows[i]);

      g_string_append_printf (text, "%" G_GINT64_FORMAT " %u %" G_GINT64_FORMAT " %s\n", row->id, row->role, row->share,
                              guatu_party_name (plan_of (self), guatu_party_of (plan_of (self), rows[i])));
    }

  return g_string_free (text, FALSE);
}

void
guatu_assignment_list_show (GuatuAssignmentList *self,
                            gint64               task)
{
  gboolean writable;
  g_autofree gint32 *sorted = NULL;
  g_autofree char *text = NULL;
  const gint32 *found;
  GtkListBoxRow *row;
  guint n;

  g_return_if_fail (GUATU_IS_ASSIGNMENT_LIST (self));

  if (task != self->task)
    complain (self, NULL);
  self->task = task;
  if (task_row (self) < 0)
    return;
  writable = guatu_document_get_read_only_reason (self->document) == NULL;
  gtk_widget_set_sensitive (self->rows, writable);
  gtk_widget_set_sensitive (self->button, writable);
  found = guatu_plan_referrers (plan_of (self), GUATU_TABLE_ASSIGNMENT, GUATU_ASSIGNMENT_TASK, task_row (self), &n);
  sorted = g_memdup2 (found, n * sizeof (gint32));
  if (n > 1)
    g_qsort_with_data (sorted, (int) n, sizeof (gint32), compare_roles, self);
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
}

GtkListBox *
guatu_assignment_list_get_rows (GuatuAssignmentList *self)
{
  g_return_val_if_fail (GUATU_IS_ASSIGNMENT_LIST (self), NULL);

  return GTK_LIST_BOX (self->rows);
}

const char *
guatu_assignment_list_get_error (GuatuAssignmentList *self)
{
  g_return_val_if_fail (GUATU_IS_ASSIGNMENT_LIST (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->error));
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_assignment_list_dispose (GObject *object)
{
  GuatuAssignmentList *self = GUATU_ASSIGNMENT_LIST (object);
  GtkWidget *child;

  self->task = 0;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (guatu_assignment_list_parent_class)->dispose (object);
}

static void
guatu_assignment_list_finalize (GObject *object)
{
  g_free (GUATU_ASSIGNMENT_LIST (object)->said);

  G_OBJECT_CLASS (guatu_assignment_list_parent_class)->finalize (object);
}

static void
guatu_assignment_list_class_init (GuatuAssignmentListClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_assignment_list_dispose;
  G_OBJECT_CLASS (class)->finalize = guatu_assignment_list_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BOX_LAYOUT);
}

static void
guatu_assignment_list_init (GuatuAssignmentList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *nobody = gtk_label_new (_("Nobody is assigned yet."));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "part-card");
  gtk_widget_add_css_class (nobody, "dim-label");
  self->rows = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->rows), GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->rows), nobody);
  gtk_widget_add_css_class (self->rows, "parts");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Who has which role"), -1);
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
  self->error = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->error), 0);
  gtk_label_set_wrap (GTK_LABEL (self->error), TRUE);
  gtk_widget_add_css_class (self->error, "error");
  gtk_widget_add_css_class (self->error, "caption");
  gtk_widget_set_visible (self->error, FALSE);
  gtk_widget_set_parent (self->error, GTK_WIDGET (self));
  self->button = gtk_button_new_with_mnemonic (_("_Assign…"));
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "add-part");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (add_cb), self);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

GtkWidget *
guatu_assignment_list_new (GuatuDocument *document)
{
  GuatuAssignmentList *self = g_object_new (GUATU_TYPE_ASSIGNMENT_LIST, NULL);

  self->document = g_object_ref (document);

  return GTK_WIDGET (self);
}
