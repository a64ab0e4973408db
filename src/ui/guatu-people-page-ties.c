/* guatu-people-page-ties.c — what a person or unit belongs to, and who sponsors what: shown, added, changed, ended. */
#include "guatu-people-page-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-chooser.h"
#include "guatu-desk-page.h"
#include "guatu-form-popover.h"
#include "guatu-sponsor-form.h"
#include "guatu-sponsors.h"
#include "guatu-task-words.h"

/* Memberships ---------------------------------------------------------------------------------------- */

static GtkWidget *
row_button (const char *icon,
            const char *label)
{
  GtkWidget *button = guatu_desk_page_icon_button (icon, NULL, label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");

  return button;
}

static void
set_membership_cb (GuatuPeoplePage *self,
                   GtkWidget       *form)
{
  GuatuSetting settings[] = {
    { GUATU_MEMBERSHIP_DUTY, GUATU_TEXT (gtk_editable_get_text (GTK_EDITABLE (self->duty))) },
    { GUATU_MEMBERSHIP_IS_HEAD, GUATU_INTEGER (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->head))) },
  };
  g_autoptr(GError) error = NULL;

  guatu_document_set (self->document, GUATU_TABLE_MEMBERSHIP, self->membership, settings, G_N_ELEMENTS (settings),
                      &error);
  guatu_form_popover_finish (GUATU_FORM_POPOVER (form), self->duty, error);
}

void
guatu_people_page_open_membership (GuatuPeoplePage *self,
                                   GtkListBoxRow   *at)
{
  const GuatuPlan *plan = guatu_people_page_plan (self);
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_MEMBERSHIP, guatu_desk_page_kept (at, "membership"));
  const GuatuMembership *one;
  g_autofree char *title = NULL;
  GtkWidget *form;

  if (row < 0 || guatu_document_get_read_only_reason (self->document) != NULL)
    return;
  one = &((const GuatuMembership *) guatu_plan_rows (plan, GUATU_TABLE_MEMBERSHIP))[row];
  /* Translators: a person, and a unit. */
  title = g_strdup_printf (_("%1$s in %2$s"), guatu_people_page_name_of (plan, GUATU_TABLE_PERSON, one->person),
                           guatu_people_page_name_of (plan, GUATU_TABLE_UNIT, one->unit));
  form = guatu_form_popover_new (title);
  self->membership = one->id;
  self->duty = guatu_form_entry_new (guatu_plan_text (plan, one->duty), NULL);
  self->head = gtk_check_button_new_with_mnemonic (_("_Head of the unit"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->head), one->is_head);
  guatu_form_popover_ask (GUATU_FORM_POPOVER (form), _("Duty"), self->duty, FALSE);
  guatu_form_popover_add (GUATU_FORM_POPOVER (form), self->head);
  guatu_form_popover_add_button (GUATU_FORM_POPOVER (form), _("_Set"));
  g_signal_connect_object (form, "done", G_CALLBACK (set_membership_cb), self, G_CONNECT_SWAPPED);
  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (form), GTK_WIDGET (self), GTK_WIDGET (at));
}

static void
end_membership_cb (GuatuPeoplePage *self,
                   GtkWidget       *button)
{
  const GuatuPlan *plan = guatu_people_page_plan (self);
  gint64 id = guatu_desk_page_kept (button, "membership");
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_MEMBERSHIP, id);
  g_autofree char *what = NULL;
  g_autoptr(GError) error = NULL;
  const GuatuMembership *one;

  if (row < 0)
    return;
  one = &((const GuatuMembership *) guatu_plan_rows (plan, GUATU_TABLE_MEMBERSHIP))[row];
  what = g_strdup_printf (_("Took %1$s out of %2$s"),
                          guatu_people_page_name_of (plan, GUATU_TABLE_PERSON, one->person),
                          guatu_people_page_name_of (plan, GUATU_TABLE_UNIT, one->unit));
  if (guatu_document_remove (self->document, GUATU_TABLE_MEMBERSHIP, id, &error))
    guatu_desk_page_removed (self, what);
  else
    guatu_desk_page_fail (self, error);
}

GtkWidget *
guatu_people_page_membership_row (GuatuPeoplePage *self,
                                  gint32           membership)
{
  const GuatuPlan *plan = guatu_people_page_plan (self);
  const GuatuMembership *one = &((const GuatuMembership *) guatu_plan_rows (plan, GUATU_TABLE_MEMBERSHIP))[membership];
  gboolean person = self->table == GUATU_TABLE_PERSON;
  const char *duty = guatu_plan_text (plan, one->duty);
  g_autofree char *detail = g_strdup_printf ("%s%s%s", one->is_head ? _("Head") : "",
                                             one->is_head && *duty != '\0' ? " · " : "", duty);
  const char *name = person ? guatu_people_page_name_of (plan, GUATU_TABLE_UNIT, one->unit)
                            : guatu_people_page_name_of (plan, GUATU_TABLE_PERSON, one->person);
  GtkWidget *row = guatu_people_page_row_of (name, detail);
  GtkWidget *go = row_button ("go-next-symbolic", person ? _("Show the unit") : _("Show the person"));
  GtkWidget *end = row_button ("list-remove-symbolic", _("End the membership"));

  guatu_desk_page_keep (row, "membership", one->id);
  guatu_desk_page_keep (end, "membership", one->id);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_sensitive (end, guatu_document_get_read_only_reason (self->document) == NULL);
  g_signal_connect_object (end, "clicked", G_CALLBACK (end_membership_cb), self, G_CONNECT_SWAPPED);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (go), "desk.go");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (go), "(sx)", person ? "unit" : "person",
                                    person ? guatu_plan_id (plan, GUATU_TABLE_UNIT, one->unit)
                                           : guatu_plan_id (plan, GUATU_TABLE_PERSON, one->person));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), end);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), go);

  return row;
}

static void
member_chosen_cb (GuatuPeoplePage *self,
                  guint            table,
                  gint64           id,
                  GtkWidget       *chooser)
{
  gboolean person = self->table == GUATU_TABLE_PERSON;
  GuatuSetting settings[] = {
    { GUATU_MEMBERSHIP_PERSON, GUATU_INTEGER (person ? self->id : id) },
    { GUATU_MEMBERSHIP_UNIT, GUATU_INTEGER (person ? id : self->id) },
  };
  g_autoptr(GError) error = NULL;

  if (!guatu_document_add (self->document, GUATU_TABLE_MEMBERSHIP, settings, G_N_ELEMENTS (settings), NULL, &error))
    guatu_chooser_complain (GUATU_CHOOSER (chooser), error->message);
  else
    gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (chooser, GTK_TYPE_POPOVER)));
}

/* Sponsorships --------------------------------------------------------------------------------------- */

GtkWidget *
guatu_people_page_sponsorship_row (GuatuPeoplePage *self,
                                   gint32           row)
{
  const GuatuPlan *plan = guatu_people_page_plan (self);
  const GuatuSponsorship *one = &((const GuatuSponsorship *) guatu_plan_rows (plan, GUATU_TABLE_SPONSORSHIP))[row];
  const char *kind = _(guatu_field (GUATU_TABLE_SPONSORSHIP, GUATU_SPONSORSHIP_KIND)->choices[one->kind].label);
  gboolean holds = guatu_sponsorship_holds (plan, row, guatu_plan_settings (plan)->status_date);
  g_autofree char *to = one->to_date != GUATU_NONE ? guatu_words_day (one->to_date) : g_strdup ("");
  g_autofree char *detail = holds ? g_strdup_printf ("%s · %s", kind, guatu_visit_cycle_words (one->visit_cycle))
                                  : g_strdup_printf (_("%1$s · not in force (to %2$s)"), kind, to);
  const char *name = self->table == GUATU_TABLE_PERSON
                     ? guatu_sponsorship_object (plan, row)
                     : guatu_people_page_name_of (plan, GUATU_TABLE_PERSON, one->person);
  GtkWidget *made = guatu_people_page_row_of (name, detail);

  guatu_desk_page_keep (made, "sponsorship", one->id);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (made), TRUE);
  if (!holds)
    gtk_widget_add_css_class (made, "dim-label");

  return made;
}

void
guatu_people_page_open_sponsorship (GuatuPeoplePage *self,
                                    gint64           sponsorship,
                                    GtkWidget       *at)
{
  GtkWidget *form;

  if (guatu_document_get_read_only_reason (self->document) != NULL)
    return;
  form = guatu_sponsor_form_new (self->document, sponsorship, self->id, GUATU_SPONSORED_TOWNSHIP);
  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (form), GTK_WIDGET (self), at);
}

void
guatu_people_page_add_to (GuatuPeoplePage *self,
                          GuatuPeopleList  list)
{
  if (list == GUATU_PEOPLE_TIES)
    guatu_people_page_choose (self, self->table == GUATU_TABLE_PERSON ? _("Unit or task force") : _("Member"),
                              self->table == GUATU_TABLE_PERSON ? GUATU_TABLE_UNIT : GUATU_TABLE_PERSON,
                              self->adds[list], G_CALLBACK (member_chosen_cb));
  else if (list == GUATU_PEOPLE_SPONSORS)
    guatu_people_page_open_sponsorship (self, 0, self->adds[list]);
}
