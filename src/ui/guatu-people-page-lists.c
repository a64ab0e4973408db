/* guatu-people-page-lists.c — what a person or unit answers for, belongs to, sponsors: the lists of the page. */
#include "guatu-people-page-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-chooser.h"
#include "guatu-form-popover.h"
#include "guatu-light-shape.h"
#include "guatu-list-text.h"
#include "guatu-sponsor-form.h"
#include "guatu-sponsors.h"
#include "guatu-task-words.h"

/* A unit may have a part in thousands of tasks: the map shows all of them, the page the first. */
#define MOST_DUTIES 100

static const char *
name_of (const GuatuPlan *plan,
         GuatuTable       table,
         gint32           row)
{
  return guatu_plan_string (plan, table, row, (guint) guatu_field_find (table, "name"));
}

/* Rows ----------------------------------------------------------------------------------------------- */

/* Where a row leads: a table and an id. */
static void
set_target (GtkWidget  *row,
            GuatuTable  table,
            gint64      id)
{
  g_object_set_data_full (G_OBJECT (row), "target",
                          g_variant_ref_sink (g_variant_new ("(sx)", guatu_table_info (table)->name, id)),
                          (GDestroyNotify) g_variant_unref);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
}

static void
go_cb (GtkListBoxRow *row)
{
  GVariant *target = g_object_get_data (G_OBJECT (row), "target");

  if (target != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (row), "desk.go", target);
}

/* Names are no markup. */
static GtkWidget *
row_of (const char *title,
        const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *label = g_strdup_printf ("%s%s%s", title, *subtitle != '\0' ? guatu_list_comma () : "", subtitle);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return row;
}

static void
add_chevron (GtkWidget *row)
{
  GtkWidget *image = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_widget_add_css_class (image, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), image);
}

static GtkWidget *
row_button (const char *icon,
            const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return button;
}

static gint64
number_in (gpointer    object,
           const char *name)
{
  const gint64 *number = g_object_get_data (object, name);

  return number != NULL ? *number : 0;
}

static void
keep_number (gpointer    object,
             const char *name,
             gint64      number)
{
  g_object_set_data_full (object, name, g_memdup2 (&number, sizeof number), g_free);
}

/* The place of the row in which the focus is; -1: in none. */
static int
focused_row (GtkListBox *list)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (list));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  return row != NULL && gtk_widget_get_parent (row) == GTK_WIDGET (list)
         ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

static void
empty_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    {
      /* It may be telling of an edit. */
      guatu_keep_for_now (GTK_WIDGET (row));
      gtk_list_box_remove (list, GTK_WIDGET (row));
    }
}

/* Whoever was in the list stays in it. */
static void
focus_again (GtkListBox *list,
             int         place)
{
  GtkListBoxRow *row = NULL;

  for (; place >= 0 && row == NULL; place--)
    row = gtk_list_box_get_row_at_index (list, place);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* Tasks ---------------------------------------------------------------------------------------------- */

static GtkWidget *
duty_row (GuatuPeoplePage *self,
          const GuatuPartyDuty *duty)
{
  const GuatuPlan *plan = guatu_people_page_plan (self);
  const GuatuSchedule *schedule = guatu_document_get_schedule (self->document);
  g_autofree char *start = guatu_words_day (schedule->start[duty->task]);
  g_autofree char *finish = guatu_words_day (schedule->finish[duty->task] - 1);
  g_autofree char *dates = NULL, *share = guatu_words_share (duty->reported), *place = NULL, *words = NULL;
  g_autofree char *roles = guatu_party_duty_roles (duty);
  GtkWidget *row, *label;

  /* Translators: the roles in a task, and its first and last day. */
  dates = g_strdup_printf (_("%1$s · %2$s to %3$s"), roles, start, finish);
  row = row_of (guatu_plan_task_name (plan, duty->task), dates);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), guatu_light_shape_new (duty->shown));
  label = gtk_label_new (share);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  place = g_strdup_printf ("%u", guatu_plan_task_place (plan, duty->task));
  words = g_strdup_printf ("%s %s, %s, %s, %s", place, guatu_plan_task_name (plan, duty->task), dates, share,
                           guatu_light_button_name (duty->shown));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  set_target (row, GUATU_TABLE_TASK, guatu_plan_id (plan, GUATU_TABLE_TASK, duty->task));

  return row;
}

static void
fill_duties (GuatuPeoplePage   *self,
             GtkListBox        *list,
             const GuatuPartyDuties *duties)
{
  for (guint i = 0; i < MIN (duties->n, MOST_DUTIES); i++)
    gtk_list_box_append (list, duty_row (self, &duties->duties[i]));
  if (duties->n > MOST_DUTIES)
    {
      guint more = duties->n - MOST_DUTIES;
      g_autofree char *text = g_strdup_printf (ngettext ("… and %u more, which the map shows",
                                                         "… and %u more, which the map shows", more), more);

      gtk_list_box_append (list, row_of (text, ""));
    }
}

/* Memberships ---------------------------------------------------------------------------------------- */

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

static void
open_membership (GuatuPeoplePage *self,
                 GtkListBoxRow   *at)
{
  const GuatuPlan *plan = guatu_people_page_plan (self);
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_MEMBERSHIP, number_in (at, "membership"));
  const GuatuMembership *one;
  g_autofree char *title = NULL;
  GtkWidget *form;

  if (row < 0 || guatu_document_get_read_only_reason (self->document) != NULL)
    return;
  one = &((const GuatuMembership *) guatu_plan_rows (plan, GUATU_TABLE_MEMBERSHIP))[row];
  /* Translators: a person, and a unit. */
  title = g_strdup_printf (_("%1$s in %2$s"), name_of (plan, GUATU_TABLE_PERSON, one->person),
                           name_of (plan, GUATU_TABLE_UNIT, one->unit));
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
  gint64 id = number_in (button, "membership");
  gint32 row = guatu_plan_find (plan, GUATU_TABLE_MEMBERSHIP, id);
  g_autofree char *what = NULL;
  g_autoptr(GError) error = NULL;
  const GuatuMembership *one;

  if (row < 0)
    return;
  one = &((const GuatuMembership *) guatu_plan_rows (plan, GUATU_TABLE_MEMBERSHIP))[row];
  what = g_strdup_printf (_("Took %1$s out of %2$s"), name_of (plan, GUATU_TABLE_PERSON, one->person),
                          name_of (plan, GUATU_TABLE_UNIT, one->unit));
  if (guatu_document_remove (self->document, GUATU_TABLE_MEMBERSHIP, id, &error))
    guatu_people_page_say_removed (self, what);
  else
    guatu_people_page_fail (self, error);
}

static GtkWidget *
membership_row (GuatuPeoplePage *self,
                gint32           membership)
{
  const GuatuPlan *plan = guatu_people_page_plan (self);
  const GuatuMembership *one = &((const GuatuMembership *) guatu_plan_rows (plan, GUATU_TABLE_MEMBERSHIP))[membership];
  gboolean person = self->table == GUATU_TABLE_PERSON;
  const char *duty = guatu_plan_text (plan, one->duty);
  g_autofree char *detail = g_strdup_printf ("%s%s%s", one->is_head ? _("Head") : "",
                                             one->is_head && *duty != '\0' ? " · " : "", duty);
  GtkWidget *row = row_of (person ? name_of (plan, GUATU_TABLE_UNIT, one->unit)
                                  : name_of (plan, GUATU_TABLE_PERSON, one->person), detail);
  GtkWidget *go = row_button ("go-next-symbolic", person ? _("Show the unit") : _("Show the person"));
  GtkWidget *end = row_button ("list-remove-symbolic", _("End the membership"));

  keep_number (row, "membership", one->id);
  keep_number (end, "membership", one->id);
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

static GtkWidget *
sponsorship_row (GuatuPeoplePage *self,
                 gint32           row)
{
  const GuatuPlan *plan = guatu_people_page_plan (self);
  const GuatuSponsorship *one = &((const GuatuSponsorship *) guatu_plan_rows (plan, GUATU_TABLE_SPONSORSHIP))[row];
  const char *kind = _(guatu_field (GUATU_TABLE_SPONSORSHIP, GUATU_SPONSORSHIP_KIND)->choices[one->kind].label);
  gboolean holds = guatu_sponsorship_holds (plan, row, guatu_plan_settings (plan)->status_date);
  g_autofree char *to = one->to_date != GUATU_NONE ? guatu_words_day (one->to_date) : g_strdup ("");
  g_autofree char *detail = holds ? g_strdup_printf ("%s · %s", kind, guatu_visit_cycle_words (one->visit_cycle))
                                  : g_strdup_printf (_("%1$s · not in force (to %2$s)"), kind, to);
  GtkWidget *made = row_of (self->table == GUATU_TABLE_PERSON ? guatu_sponsorship_object (plan, row)
                                                              : name_of (plan, GUATU_TABLE_PERSON, one->person),
                            detail);

  keep_number (made, "sponsorship", one->id);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (made), TRUE);
  if (!holds)
    gtk_widget_add_css_class (made, "dim-label");

  return made;
}

static void
open_sponsorship (GuatuPeoplePage *self,
                  gint64           sponsorship,
                  GtkWidget       *at)
{
  GtkWidget *form;

  if (guatu_document_get_read_only_reason (self->document) != NULL)
    return;
  form = guatu_sponsor_form_new (self->document, sponsorship, self->id, GUATU_SPONSORED_TOWNSHIP);
  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (form), GTK_WIDGET (self), at);
}

/* Ledgers -------------------------------------------------------------------------------------------- */

static GtkWidget *
item_row (GuatuPeoplePage     *self,
          const GuatuPartyItem *item)
{
  const GuatuPlan *plan = guatu_people_page_plan (self);
  const char *number = guatu_plan_string (plan, GUATU_TABLE_LEDGER_ITEM, item->item, GUATU_LEDGER_ITEM_NUMBER);
  g_autofree char *detail = g_strdup_printf ("%s %s", name_of (plan, GUATU_TABLE_LEDGER, item->ledger), number);
  GtkWidget *row = row_of (guatu_plan_task_name (plan, item->task), detail);

  set_target (row, GUATU_TABLE_TASK, guatu_plan_id (plan, GUATU_TABLE_TASK, item->task));
  add_chevron (row);

  return row;
}

/* All of them ---------------------------------------------------------------------------------------- */

static void
fill_list (GuatuPeoplePage   *self,
           GuatuPeopleList    list,
           const GuatuPartyDuties *duties)
{
  GtkListBox *box = self->lists[list];
  int focused = focused_row (box);

  empty_list (box);
  switch (list)
    {
    case GUATU_PEOPLE_DUTIES:
      fill_duties (self, box, duties);
      break;
    case GUATU_PEOPLE_TIES:
      for (guint i = 0; i < duties->n_memberships; i++)
        gtk_list_box_append (box, membership_row (self, duties->memberships[i]));
      break;
    case GUATU_PEOPLE_SPONSORS:
      for (guint i = 0; i < duties->n_sponsorships; i++)
        gtk_list_box_append (box, sponsorship_row (self, duties->sponsorships[i]));
      break;
    case GUATU_PEOPLE_ITEMS:
      for (guint i = 0; i < MIN (duties->n_items, MOST_DUTIES); i++)
        gtk_list_box_append (box, item_row (self, &duties->items[i]));
      break;
    case GUATU_N_PEOPLE_LISTS:
    default:
      break;
    }
  focus_again (box, focused);
}

void
guatu_people_page_fill_lists (GuatuPeoplePage   *self,
                              const GuatuPartyDuties *duties)
{
  gboolean person = self->table == GUATU_TABLE_PERSON;
  guint counts[GUATU_N_PEOPLE_LISTS] = { duties->n, duties->n_memberships, duties->n_sponsorships, duties->n_items };
  const char *titles[GUATU_N_PEOPLE_LISTS] = { _("Answers for"), person ? _("Member of") : _("Members"),
                                               person ? _("Sponsors") : _("Sponsored by"), _("On ledgers") };

  for (guint i = 0; i < GUATU_N_PEOPLE_LISTS; i++)
    {
      g_autofree char *title = counts[i] > 0 ? g_strdup_printf ("%s (%u)", titles[i], counts[i])
                                             : g_strdup (titles[i]);

      fill_list (self, (GuatuPeopleList) i, duties);
      adw_preferences_group_set_title (self->groups[i], title);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->lists[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      gtk_widget_set_visible (GTK_WIDGET (self->lists[i]), counts[i] > 0);
      gtk_widget_set_visible (GTK_WIDGET (self->groups[i]), counts[i] > 0 || self->adds[i] != NULL);
    }
  /* Sponsorships are a leader's; a unit says who has it. */
  gtk_widget_set_visible (self->adds[GUATU_PEOPLE_SPONSORS], person);
  gtk_widget_set_visible (GTK_WIDGET (self->groups[GUATU_PEOPLE_SPONSORS]), person || duties->n_sponsorships > 0);
  gtk_button_set_label (GTK_BUTTON (self->adds[GUATU_PEOPLE_TIES]), person ? _("Add to a Unit…") : _("Add Member…"));
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
    open_sponsorship (self, 0, self->adds[list]);
}

/* Whatever the row is about. */
void
guatu_people_page_row_activated (GuatuPeoplePage *self,
                                 GtkListBoxRow   *row)
{
  if (number_in (row, "membership") != 0)
    open_membership (self, row);
  else if (number_in (row, "sponsorship") != 0)
    open_sponsorship (self, number_in (row, "sponsorship"), GTK_WIDGET (row));
  else
    go_cb (row);
}
