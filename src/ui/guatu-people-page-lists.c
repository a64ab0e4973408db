/* guatu-people-page-lists.c — the lists of the page of a person or unit, and the tasks and ledger items in them. */
#include "guatu-people-page-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-desk-page.h"
#include "guatu-form-popover.h"
#include "guatu-light-shape.h"
#include "guatu-list-text.h"
#include "guatu-task-words.h"

/* A unit may have a part in thousands of tasks: the map shows all of them, the page the first. */
#define MOST_DUTIES 100

const char *
guatu_people_page_name_of (const GuatuPlan *plan,
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
GtkWidget *
guatu_people_page_row_of (const char *title,
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
  row = guatu_people_page_row_of (guatu_plan_task_name (plan, duty->task), dates);
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

      gtk_list_box_append (list, guatu_people_page_row_of (text, ""));
    }
}

/* Ledgers -------------------------------------------------------------------------------------------- */

static GtkWidget *
item_row (GuatuPeoplePage     *self,
          const GuatuPartyItem *item)
{
  const GuatuPlan *plan = guatu_people_page_plan (self);
  const char *number = guatu_plan_string (plan, GUATU_TABLE_LEDGER_ITEM, item->item, GUATU_LEDGER_ITEM_NUMBER);
  const char *ledger = guatu_people_page_name_of (plan, GUATU_TABLE_LEDGER, item->ledger);
  g_autofree char *detail = g_strdup_printf ("%s %s", ledger, number);
  GtkWidget *row = guatu_people_page_row_of (guatu_plan_task_name (plan, item->task), detail);

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
        gtk_list_box_append (box, guatu_people_page_membership_row (self, duties->memberships[i]));
      break;
    case GUATU_PEOPLE_SPONSORS:
      for (guint i = 0; i < duties->n_sponsorships; i++)
        gtk_list_box_append (box, guatu_people_page_sponsorship_row (self, duties->sponsorships[i]));
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
      /* Translators: the title of a list, and how many are in it. */
      g_autofree char *title = counts[i] > 0 ? g_strdup_printf (C_("list", "%1$s (%2$u)"), titles[i], counts[i])
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

/* Whatever the row is about. */
void
guatu_people_page_row_activated (GuatuPeoplePage *self,
                                 GtkListBoxRow   *row)
{
  if (guatu_desk_page_kept (row, "membership") != 0)
    guatu_people_page_open_membership (self, row);
  else if (guatu_desk_page_kept (row, "sponsorship") != 0)
    guatu_people_page_open_sponsorship (self, guatu_desk_page_kept (row, "sponsorship"), GTK_WIDGET (row));
  else
    go_cb (row);
}
