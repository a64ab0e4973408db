/* guatu-people-tree-edits.c — adds units and people to their tree, and removes them. */
#include "guatu-people-tree-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-desk-page.h"
#include "guatu-form-popover.h"
#include "guatu-party-use.h"

/* Adding --------------------------------------------------------------------------------------------- */

/* The unit below which something new belongs: the one selected, or the one of the person selected. */
static gint64
place_for_new (GuatuPeopleTree *self)
{
  GuatuPeopleRow *selected = guatu_people_tree_get_selected (self);

  return selected == NULL ? 0 : selected->table == GUATU_TABLE_UNIT ? selected->id : selected->unit;
}

static void
form_closed_cb (GuatuPeopleTree *self)
{
  self->form = self->entry = NULL;
}

static void
begin_form (GuatuPeopleTree *self,
            const char      *title)
{
  if (self->form != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->form));
  self->form = guatu_form_popover_new (title);
  g_signal_connect_object (self->form, "closed", G_CALLBACK (form_closed_cb), self, G_CONNECT_SWAPPED);
}

static void
add_cb (GuatuPeopleTree *self)
{
  gint64 unit = place_for_new (self), id = 0;
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  GuatuSetting settings[] = {
    { self->adds == GUATU_TABLE_UNIT ? GUATU_UNIT_NAME : GUATU_PERSON_NAME, GUATU_TEXT (name) },
    { guatu_people_tree_home_field (self->adds), unit != 0 ? GUATU_INTEGER (unit) : GUATU_NULL },
    /* What stands below a task force is one. */
    { GUATU_UNIT_KIND, GUATU_INTEGER (GUATU_UNIT_KIND_TASK_FORCE) },
  };
  gint32 above = guatu_people_tree_row (self, GUATU_TABLE_UNIT, unit);
  gboolean force = self->adds == GUATU_TABLE_UNIT && above >= 0
                   && guatu_plan_number (guatu_people_tree_plan (self), GUATU_TABLE_UNIT, above, GUATU_UNIT_KIND)
                      == GUATU_UNIT_KIND_TASK_FORCE;
  GuatuTable table = self->adds;
  g_autoptr(GError) error = NULL;

  if (guatu_document_add (self->document, table, settings, force ? 3 : 2, &id, &error))
    {
      guatu_people_tree_refresh (self);
      guatu_people_tree_select (self, table, id);
    }
  guatu_form_popover_finish (GUATU_FORM_POPOVER (self->form), self->entry, error);
}

static void
ask_for_name (GuatuPeopleTree *self,
              GuatuTable       table,
              GtkWidget       *at)
{
  gint64 unit = place_for_new (self);
  g_autofree char *title = NULL;

  if (unit != 0)
    title = g_strdup_printf (table == GUATU_TABLE_UNIT ? _("New unit below %s") : _("New person in %s"),
                             guatu_people_tree_name (self, GUATU_TABLE_UNIT, unit));
  self->adds = table;
  begin_form (self, title != NULL ? title : table == GUATU_TABLE_UNIT ? _("New unit") : _("New person"));
  self->entry = guatu_form_entry_new ("", NULL);
  guatu_form_popover_ask (GUATU_FORM_POPOVER (self->form), table == GUATU_TABLE_PERSON ? C_("person", "Name") : _("Name"), self->entry,
                          FALSE);
  guatu_form_popover_add_button (GUATU_FORM_POPOVER (self->form), _("_Add"));
  g_signal_connect_object (self->form, "done", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (self->form), GTK_WIDGET (self), at);
  gtk_widget_grab_focus (self->entry);
}

static void
add_unit_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  GuatuPeopleTree *self = GUATU_PEOPLE_TREE (widget);

  ask_for_name (self, GUATU_TABLE_UNIT, self->add_unit);
}

static void
add_person_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  GuatuPeopleTree *self = GUATU_PEOPLE_TREE (widget);

  ask_for_name (self, GUATU_TABLE_PERSON, self->add_person);
}

/* Removing ------------------------------------------------------------------------------------------- */

static gboolean
remove_row (GuatuPeopleTree *self,
            GuatuTable       table,
            gint64           id,
            GError         **error)
{
  guint place = gtk_single_selection_get_selected (self->selection), n;
  g_autofree char *what = g_strdup_printf (_("Removed “%s”"), guatu_people_tree_name (self, table, id));

  if (!guatu_document_remove (self->document, table, id, error))
    return FALSE;
  guatu_people_tree_refresh (self);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  if (n > 0)
    gtk_single_selection_set_selected (self->selection, MIN (place, n - 1));
  guatu_desk_page_removed (self, what);

  return TRUE;
}

static void
doomed_cb (GuatuPeopleTree *self)
{
  g_autoptr(GError) error = NULL;

  remove_row (self, self->doomed_table, self->doomed, &error);
  guatu_form_popover_finish (GUATU_FORM_POPOVER (self->form), NULL, error);
}

/* What hangs on it is said first, where something does. */
static void
remove_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  GuatuPeopleTree *self = GUATU_PEOPLE_TREE (widget);
  GuatuPeopleRow *selected = guatu_people_tree_get_selected (self);
  gint32 row = selected != NULL ? guatu_people_tree_row (self, selected->table, selected->id) : -1;
  GuatuPartyUse use;
  g_autofree char *title = NULL, *words = NULL;
  g_autoptr(GError) error = NULL;
  GtkWidget *label, *button;

  if (row < 0)
    return;
  use = guatu_party_use_of (guatu_people_tree_plan (self), selected->table, row);
  if (!guatu_party_use_any (&use))
    {
      if (!remove_row (self, selected->table, selected->id, &error))
        guatu_desk_page_fail (self, error);
      return;
    }

  words = guatu_party_use_words (&use);
  title = g_strdup_printf (_("Remove “%s”"), guatu_people_tree_name (self, selected->table, selected->id));
  self->doomed = selected->id;
  self->doomed_table = selected->table;
  begin_form (self, title);
  label = gtk_label_new (words);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  guatu_form_popover_add (GUATU_FORM_POPOVER (self->form), label);
  button = guatu_form_popover_add_button (GUATU_FORM_POPOVER (self->form), _("_Remove"));
  g_signal_connect_object (self->form, "done", G_CALLBACK (doomed_cb), self, G_CONNECT_SWAPPED);
  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (self->form), GTK_WIDGET (self), self->remove);
  gtk_widget_grab_focus (button);
}

void
guatu_people_tree_install_edits (GtkWidgetClass *widget_class)
{
  static const GuatuDeskPageAction actions[] = {
    { "people.add-person", add_person_cb, GDK_KEY_Insert, 0 },
    { "people.add-unit", add_unit_cb, GDK_KEY_Insert, GDK_SHIFT_MASK },
    { "people.remove", remove_cb, GDK_KEY_Delete, 0 },
  };

  guatu_desk_page_install_actions (widget_class, actions, G_N_ELEMENTS (actions));
}
