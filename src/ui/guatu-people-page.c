/* guatu-people-page.c — shows one person or unit: what comes of the duties, the load, the fields, the lists. */
#include "guatu-people-page-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-chooser.h"
#include "guatu-desk-page.h"
#include "guatu-form-popover.h"
#include "guatu-inspector-private.h"
#include "guatu-load-picture.h"
#include "guatu-progress.h"

G_DEFINE_FINAL_TYPE (GuatuPeoplePage, guatu_people_page, GTK_TYPE_WIDGET)

const GuatuPlan *
guatu_people_page_plan (GuatuPeoplePage *self)
{
  return guatu_document_get_plan (self->document);
}

gint32
guatu_people_page_row (GuatuPeoplePage *self)
{
  return self->id != 0 ? guatu_plan_find (guatu_people_page_plan (self), self->table, self->id) : -1;
}

const char *
guatu_people_page_get_totals (GuatuPeoplePage *self)
{
  g_return_val_if_fail (GUATU_IS_PEOPLE_PAGE (self), NULL);

  return self->totals_words;
}

const char *
guatu_people_page_get_load (GuatuPeoplePage *self)
{
  g_return_val_if_fail (GUATU_IS_PEOPLE_PAGE (self), NULL);

  return gtk_label_get_text (self->load);
}

GtkListBox *
guatu_people_page_get_list (GuatuPeoplePage *self,
                            GuatuPeopleList  list)
{
  g_return_val_if_fail (GUATU_IS_PEOPLE_PAGE (self) && list < GUATU_N_PEOPLE_LISTS, NULL);

  return self->lists[list];
}

/* Lists over the window ------------------------------------------------------------------------------ */

void
guatu_people_page_choose (GuatuPeoplePage *self,
                          const char      *title,
                          GuatuTable       table,
                          GtkWidget       *at,
                          GCallback        chosen)
{
  GtkWidget *form = guatu_form_popover_new (title), *chooser = guatu_chooser_new (title);

  guatu_chooser_add_rows (GUATU_CHOOSER (chooser), guatu_people_page_plan (self), table);
  guatu_form_popover_add (GUATU_FORM_POPOVER (form), chooser);
  g_signal_connect_object (chooser, "chosen", chosen, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (chooser, "given-up", G_CALLBACK (gtk_popover_popdown), form, G_CONNECT_SWAPPED);
  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (form), GTK_WIDGET (self), at);
}

gboolean
guatu_people_page_merge (GuatuPeoplePage *self,
                         gint64           other)
{
  const GuatuPlan *plan = guatu_people_page_plan (self);
  gint32 row = guatu_plan_find (plan, self->table, other), own = guatu_people_page_row (self);
  guint name = self->table == GUATU_TABLE_UNIT ? (guint) GUATU_UNIT_NAME : (guint) GUATU_PERSON_NAME;
  g_autofree char *what = NULL;
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (GUATU_IS_PEOPLE_PAGE (self), FALSE);

  if (own < 0 || row < 0)
    return FALSE;
  what = g_strdup_printf (_("Merged “%1$s” into “%2$s”"), guatu_plan_string (plan, self->table, row, name),
                          guatu_plan_string (plan, self->table, own, name));
  if (!guatu_document_merge (self->document, self->table, self->id, other, &error))
    {
      guatu_desk_page_fail (self, error);
      return FALSE;
    }
  guatu_desk_page_removed (self, what);

  return TRUE;
}

static void
merge_chosen_cb (GuatuPeoplePage *self,
                 guint            table,
                 gint64           id,
                 GtkWidget       *chooser)
{
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (chooser, GTK_TYPE_POPOVER)));
  guatu_people_page_merge (self, id);
}

static void
merge_cb (GuatuPeoplePage *self)
{
  guatu_people_page_choose (self, self->table == GUATU_TABLE_UNIT ? _("Which other entry is this unit?")
                                                                  : _("Which other entry is this person?"),
                            self->table, self->merge, G_CALLBACK (merge_chosen_cb));
}

static void
add_ties_cb (GuatuPeoplePage *self)
{
  guatu_people_page_add_to (self, GUATU_PEOPLE_TIES);
}

static void
add_sponsor_cb (GuatuPeoplePage *self)
{
  guatu_people_page_add_to (self, GUATU_PEOPLE_SPONSORS);
}

/* Showing -------------------------------------------------------------------------------------------- */

static void
show_load (GuatuPeoplePage *self,
           gint32           row)
{
  const GuatuPlan *plan = guatu_people_page_plan (self);
  gboolean by_month = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->by_month));
  GuatuLoadCurve *curve = guatu_load_curve_new (plan, guatu_document_get_schedule (self->document), self->table, row,
                                                by_month ? GUATU_LOAD_BY_MONTH : GUATU_LOAD_BY_WEEK);

  guatu_load_picture_set (GUATU_LOAD_PICTURE (self->picture), curve, guatu_plan_settings (plan)->status_date);
  gtk_label_set_text (self->load, guatu_load_picture_get_words (GUATU_LOAD_PICTURE (self->picture)));
  if (curve->n_over > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->load), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->load), "error");
  gtk_widget_set_visible (self->by_month, curve->n > 0);
}

static void
show_duties (GuatuPeoplePage *self,
             gint32           row)
{
  const GuatuPlan *plan = guatu_people_page_plan (self);
  const GuatuSchedule *schedule = guatu_document_get_schedule (self->document);
  GuatuInstant status_date = guatu_plan_settings (plan)->status_date;
  g_autoptr(GuatuPartyDuties) duties = NULL;

  if (self->reported == NULL)
    self->reported = guatu_progress_reported (plan, schedule, status_date);
  if (self->lights == NULL && status_date != GUATU_NONE)
    self->lights = guatu_lights_new (plan, schedule, status_date, NULL);
  duties = guatu_party_duties_new (plan, self->lights, self->reported, self->table, row);
  g_free (self->totals_words);
  self->totals_words = guatu_party_duties_words (duties);
  gtk_label_set_text (self->totals, self->totals_words);
  guatu_inspector_show_counts (self->light_counts, duties->n_lights);
  gtk_widget_set_visible (GTK_WIDGET (self->light_counts), self->lights != NULL && duties->n > 0);
  guatu_people_page_fill_lists (self, duties);
}

static void
update (GuatuPeoplePage *self,
        gboolean         other)
{
  gint32 row = guatu_people_page_row (self);

  gtk_stack_set_visible_child_name (self->stack, row >= 0 ? "page" : "nobody");
  if (row < 0)
    return;
  self->updating = TRUE;
  guatu_people_page_show_fields (self, row, other);
  self->updating = FALSE;
  gtk_label_set_text (self->title, guatu_plan_string (guatu_people_page_plan (self), self->table, row,
                                                      self->table == GUATU_TABLE_UNIT ? GUATU_UNIT_NAME
                                                                                      : GUATU_PERSON_NAME));
  show_duties (self, row);
  show_load (self, row);
}

/* Whoever chooses another person sees the same plan. */
static void
forget_cb (GuatuPeoplePage *self)
{
  g_clear_pointer (&self->lights, guatu_lights_free);
  g_clear_pointer (&self->reported, g_free);
}

static void
step_cb (GuatuPeoplePage *self)
{
  gint32 row = guatu_people_page_row (self);

  if (row >= 0)
    show_load (self, row);
}

void
guatu_people_page_show (GuatuPeoplePage *self,
                        GuatuTable       table,
                        gint64           id)
{
  gboolean other;

  g_return_if_fail (GUATU_IS_PEOPLE_PAGE (self));

  other = self->table != table || self->id != id;
  self->table = table;
  self->id = id;
  update (self, other);
}

void
guatu_people_page_refresh (GuatuPeoplePage *self)
{
  g_return_if_fail (GUATU_IS_PEOPLE_PAGE (self));

  update (self, FALSE);
}

void
guatu_people_page_rename (GuatuPeoplePage *self)
{
  g_return_if_fail (GUATU_IS_PEOPLE_PAGE (self));

  gtk_widget_grab_focus (self->texts[GUATU_PEOPLE_NAME]);
  gtk_editable_select_region (GTK_EDITABLE (self->texts[GUATU_PEOPLE_NAME]), 0, -1);
}

/* The class ------------------------------------------------------------------------------------------ */

static GtkWidget *
group_of (GtkWidget  *page,
          const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (GTK_BOX (page), group);

  return group;
}

static void
add_head (GuatuPeoplePage *self)
{
  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_wrap (self->title, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "title-2");
  self->totals = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->totals, 0);
  gtk_label_set_wrap (self->totals, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->totals), "dim-label");
  self->light_counts = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_widget_add_css_class (GTK_WIDGET (self->light_counts), "several-lights");
  gtk_box_append (GTK_BOX (self->page), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (self->page), GTK_WIDGET (self->totals));
  gtk_box_append (GTK_BOX (self->page), GTK_WIDGET (self->light_counts));
}

static void
add_load (GuatuPeoplePage *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (group_of (self->page, _("Load")));
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->picture = guatu_load_picture_new ();
  self->load = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->load, 0);
  gtk_label_set_wrap (self->load, TRUE);
  gtk_box_append (GTK_BOX (card), self->picture);
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->load));
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "load");
  self->by_month = gtk_toggle_button_new_with_mnemonic (_("By _Month"));
  gtk_widget_add_css_class (self->by_month, "flat");
  gtk_widget_set_valign (self->by_month, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->by_month, "toggled", G_CALLBACK (step_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (group, self->by_month);
  adw_preferences_group_add (group, card);
}

static void
add_list (GuatuPeoplePage *self,
          GuatuPeopleList  list,
          const char      *button,
          GCallback        clicked)
{
  GtkWidget *box = gtk_list_box_new ();

  self->groups[list] = ADW_PREFERENCES_GROUP (group_of (self->page, NULL));
  self->lists[list] = GTK_LIST_BOX (box);
  gtk_list_box_set_selection_mode (self->lists[list], GTK_SELECTION_NONE);
  gtk_widget_add_css_class (box, "boxed-list");
  g_signal_connect_object (box, "row-activated", G_CALLBACK (guatu_people_page_row_activated), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->groups[list], box);
  if (button == NULL)
    return;
  self->adds[list] = gtk_button_new_with_label (button);
  gtk_widget_add_css_class (self->adds[list], "flat");
  gtk_widget_set_valign (self->adds[list], GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (self->adds[list], guatu_document_get_read_only_reason (self->document) == NULL);
  g_signal_connect_object (self->adds[list], "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (self->groups[list], self->adds[list]);
}

static void
put_together (GuatuPeoplePage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();
  GtkWidget *nobody = gtk_label_new (_("Choose a unit or a person."));

  self->page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->page, "page");
  add_head (self);
  add_list (self, GUATU_PEOPLE_DUTIES, NULL, NULL);
  add_load (self);
  guatu_people_page_add_fields (self);
  add_list (self, GUATU_PEOPLE_TIES, _("Add Member…"), G_CALLBACK (add_ties_cb));
  add_list (self, GUATU_PEOPLE_SPONSORS, _("Add Sponsorship…"), G_CALLBACK (add_sponsor_cb));
  add_list (self, GUATU_PEOPLE_ITEMS, NULL, NULL);
  self->merge = gtk_button_new_with_mnemonic (_("Mer_ge with…"));
  gtk_widget_set_tooltip_text (self->merge, _("Another entry is the same: all that refers to it comes here"));
  gtk_widget_set_halign (self->merge, GTK_ALIGN_START);
  gtk_widget_set_sensitive (self->merge, guatu_document_get_read_only_reason (self->document) == NULL);
  g_signal_connect_object (self->merge, "clicked", G_CALLBACK (merge_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->page), self->merge);

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->page);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_add_css_class (nobody, "dim-label");
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, nobody, "nobody");
  gtk_stack_add_named (self->stack, scroller, "page");
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
}

static void
guatu_people_page_dispose (GObject *object)
{
  GuatuPeoplePage *self = GUATU_PEOPLE_PAGE (object);
  GtkWidget *child;

  self->updating = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  forget_cb (self);
  g_clear_object (&self->document);
  g_clear_pointer (&self->totals_words, g_free);

  G_OBJECT_CLASS (guatu_people_page_parent_class)->dispose (object);
}

static void
guatu_people_page_class_init (GuatuPeoplePageClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_people_page_dispose;

  guatu_desk_page_install_signals (GTK_WIDGET_CLASS (class));
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "peoplepage");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
guatu_people_page_init (GuatuPeoplePage *self)
{
  self->totals_words = g_strdup ("");
}

GtkWidget *
guatu_people_page_new (GuatuDocument *document)
{
  GuatuPeoplePage *self = g_object_new (GUATU_TYPE_PEOPLE_PAGE, NULL);

  self->document = g_object_ref (document);
  put_together (self);
  update (self, TRUE);
  g_signal_connect_object (document, "changed", G_CALLBACK (forget_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
