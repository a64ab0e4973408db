/* guatu-people-page.c — shows and edits one person or unit. */
#include "guatu-people-page-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-chooser.h"
#include "guatu-form-popover.h"
#include "guatu-inspector-private.h"
#include "guatu-load-picture.h"
#include "guatu-progress.h"

G_DEFINE_FINAL_TYPE (GuatuPeoplePage, guatu_people_page, GTK_TYPE_WIDGET)

enum { REMOVED, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* The field behind each text, by table; -1: the table has none. */
static const struct
{
  int person;
  int unit;
} text_fields[GUATU_N_PEOPLE_TEXTS] = {
  [GUATU_PEOPLE_NAME] = { GUATU_PERSON_NAME, GUATU_UNIT_NAME },
  [GUATU_PEOPLE_POST] = { GUATU_PERSON_POST, -1 },
  [GUATU_PEOPLE_CAPACITY] = { GUATU_PERSON_MAX_UNITS, -1 },
  [GUATU_PEOPLE_EMAIL] = { GUATU_PERSON_EMAIL, -1 },
  [GUATU_PEOPLE_RANKING] = { -1, GUATU_UNIT_RANKING_GROUP },
};

static int
field_of (GuatuPeoplePage *self,
          guint            text)
{
  return self->table == GUATU_TABLE_PERSON ? text_fields[text].person : text_fields[text].unit;
}

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

void
guatu_people_page_fail (GuatuPeoplePage *self,
                        const GError    *error)
{
  gtk_widget_error_bell (GTK_WIDGET (self));
  g_signal_emit (self, signals[FAILED], 0, error->message);
}

void
guatu_people_page_say_removed (GuatuPeoplePage *self,
                               const char      *what)
{
  g_signal_emit (self, signals[REMOVED], 0, what);
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

/* Editing -------------------------------------------------------------------------------------------- */

static gboolean
set_field (GuatuPeoplePage *self,
           guint            field,
           GuatuValue       value)
{
  GuatuSetting setting = { field, value };
  g_autoptr(GError) error = NULL;

  if (guatu_document_set (self->document, self->table, self->id, &setting, 1, &error))
    return TRUE;
  guatu_people_page_fail (self, error);
  return FALSE;
}

/* As many people as one counts for: "50 %" is half of one. */
static char *
share_text (gint64 share)
{
  return share % 100 == 0 ? g_strdup_printf ("%d %%", (int) (share / 100))
                          : g_strdup_printf ("%.2f %%", (double) share / 100);
}

static gboolean
read_share (const char *text,
            gint64     *share)
{
  char *end;
  double percent = g_strtod (text, &end);

  while (g_ascii_isspace (*end) || *end == '%')
    end++;
  /* A full-width sign, as input methods write it. */
  if (end == text || (*end != '\0' && !g_str_equal (end, "％")) || percent < 0 || percent > 10000)
    return FALSE;
  *share = (gint64) (percent * 100 + 0.5);

  return TRUE;
}

static char *
text_in_plan (GuatuPeoplePage *self,
              guint            text)
{
  gint32 row = guatu_people_page_row (self);
  int field = field_of (self, text);

  if (row < 0 || field < 0)
    return g_strdup ("");
  if (text == GUATU_PEOPLE_CAPACITY)
    return share_text (guatu_plan_number (guatu_people_page_plan (self), self->table, row, (guint) field));

  return g_strdup (guatu_plan_string (guatu_people_page_plan (self), self->table, row, (guint) field));
}

static guint
text_of_row (GuatuPeoplePage *self,
             GtkWidget       *entry)
{
  guint text = 0;

  while (text < GUATU_N_PEOPLE_TEXTS - 1 && self->texts[text] != entry)
    text++;

  return text;
}

static void
apply_cb (GuatuPeoplePage *self,
          GtkWidget       *entry)
{
  guint text = text_of_row (self, entry);
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  gboolean done;
  gint64 share;

  if (self->updating || guatu_people_page_row (self) < 0 || field_of (self, text) < 0)
    return;
  if (text != GUATU_PEOPLE_CAPACITY)
    done = set_field (self, (guint) field_of (self, text), GUATU_TEXT (typed));
  else if (read_share (typed, &share))
    done = set_field (self, GUATU_PERSON_MAX_UNITS, GUATU_INTEGER (share));
  else
    {
      g_autoptr(GError) error = g_error_new (GUATU_DOCUMENT_ERROR, GUATU_DOCUMENT_ERROR_INVALID,
                                             _("“%s” is no capacity: write a share such as 50 %%."), typed);

      guatu_people_page_fail (self, error);
      done = FALSE;
    }
  if (done)
    gtk_widget_remove_css_class (entry, "error");
  else
    gtk_widget_add_css_class (entry, "error");
}

static void
left_cb (GuatuPeoplePage         *self,
         GtkEventControllerFocus *controller)
{
  GtkWidget *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  g_autofree char *shown = NULL;

  if (self->updating || guatu_people_page_row (self) < 0)
    return;
  shown = text_in_plan (self, text_of_row (self, entry));
  if (!g_str_equal (shown, gtk_editable_get_text (GTK_EDITABLE (entry))))
    apply_cb (self, entry);
}

static void
kind_cb (GuatuPeoplePage *self)
{
  guint field = self->table == GUATU_TABLE_UNIT ? (guint) GUATU_UNIT_KIND : (guint) GUATU_PERSON_KIND;

  if (!self->updating && guatu_people_page_row (self) >= 0)
    set_field (self, field, GUATU_INTEGER (adw_combo_row_get_selected (self->kind)));
}

static guint
calendar_field (GuatuPeoplePage *self)
{
  return self->table == GUATU_TABLE_UNIT ? (guint) GUATU_UNIT_CALENDAR : (guint) GUATU_PERSON_CALENDAR;
}

static void
calendar_cb (GuatuPeoplePage *self)
{
  const GuatuPlan *plan = guatu_people_page_plan (self);
  guint selected = adw_combo_row_get_selected (self->calendar), n;
  g_autofree gint32 *calendars = guatu_plan_in_order (plan, GUATU_TABLE_CALENDAR, &n);

  if (!self->updating && guatu_people_page_row (self) >= 0 && selected <= n)
    set_field (self, calendar_field (self),
               selected > 0 ? GUATU_INTEGER (guatu_plan_id (plan, GUATU_TABLE_CALENDAR, calendars[selected - 1]))
                            : GUATU_NULL);
}

static void
home_chosen_cb (GuatuPeoplePage *self,
                guint            table,
                gint64           id,
                GtkWidget       *chooser)
{
  g_autoptr(GError) error = NULL;

  if (!guatu_document_move_party (self->document, self->table, self->id, id, 0, &error))
    guatu_chooser_complain (GUATU_CHOOSER (chooser), error->message);
  else
    gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (chooser, GTK_TYPE_POPOVER)));
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

static void
home_cb (GuatuPeoplePage *self)
{
  if (guatu_document_get_read_only_reason (self->document) == NULL)
    guatu_people_page_choose (self, _("Unit"), GUATU_TABLE_UNIT, GTK_WIDGET (self->home), G_CALLBACK (home_chosen_cb));
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
      guatu_people_page_fail (self, error);
      return FALSE;
    }
  guatu_people_page_say_removed (self, what);

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

static gboolean
has_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* What is being typed stays; what was typed for somebody else does not. */
static void
show_texts (GuatuPeoplePage *self,
            gboolean         other)
{
  for (guint i = 0; i < GUATU_N_PEOPLE_TEXTS; i++)
    {
      g_autofree char *text = text_in_plan (self, i);

      gtk_widget_set_visible (gtk_widget_get_ancestor (self->texts[i], ADW_TYPE_ACTION_ROW), field_of (self, i) >= 0);
      if (!other && has_focus (self->texts[i]))
        continue;
      if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (self->texts[i]))))
        gtk_editable_set_text (GTK_EDITABLE (self->texts[i]), text);
      gtk_widget_remove_css_class (self->texts[i], "error");
    }
}

static void
show_kind (GuatuPeoplePage *self,
           gint32           row)
{
  guint field = self->table == GUATU_TABLE_UNIT ? (guint) GUATU_UNIT_KIND : (guint) GUATU_PERSON_KIND;
  const GuatuChoice *choices = guatu_field (self->table, field)->choices;
  g_autoptr(GtkStringList) model = gtk_string_list_new (NULL);

  for (guint i = 0; choices[i].name != NULL; i++)
    gtk_string_list_append (model, _(choices[i].label));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (model));
  adw_combo_row_set_selected (self->kind, (guint) guatu_plan_number (guatu_people_page_plan (self), self->table, row,
                                                                     field));
}

static void
show_calendar (GuatuPeoplePage *self,
               gint32           row)
{
  const GuatuPlan *plan = guatu_people_page_plan (self);
  gint32 own = (gint32) guatu_plan_number (plan, self->table, row, calendar_field (self));
  g_autoptr(GtkStringList) model = gtk_string_list_new (NULL);
  guint n, selected = 0;
  g_autofree gint32 *calendars = guatu_plan_in_order (plan, GUATU_TABLE_CALENDAR, &n);

  gtk_string_list_append (model, _("As the plan"));
  for (guint i = 0; i < n; i++)
    {
      gtk_string_list_append (model, guatu_plan_string (plan, GUATU_TABLE_CALENDAR, calendars[i], GUATU_CALENDAR_NAME));
      if (calendars[i] == own)
        selected = i + 1;
    }
  adw_combo_row_set_model (self->calendar, G_LIST_MODEL (model));
  adw_combo_row_set_selected (self->calendar, selected);
}

static void
show_home (GuatuPeoplePage *self,
           gint32           row)
{
  const GuatuPlan *plan = guatu_people_page_plan (self);
  gint32 home = (gint32) guatu_plan_number (plan, self->table, row,
                                            self->table == GUATU_TABLE_UNIT ? (guint) GUATU_UNIT_PARENT
                                                                            : (guint) GUATU_PERSON_UNIT);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->home), self->table == GUATU_TABLE_UNIT ? _("Below")
                                                                                                   : _("Unit"));
  adw_action_row_set_subtitle (self->home, home >= 0 ? guatu_plan_string (plan, GUATU_TABLE_UNIT, home, GUATU_UNIT_NAME)
                                                     : _("None"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->home), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  adw_action_row_get_subtitle (self->home), -1);
}

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
  show_texts (self, other);
  show_kind (self, row);
  show_calendar (self, row);
  show_home (self, row);
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

/* An entry in a row. libadwaita's own row of this kind is silent to screen readers in 1.2. */
static GtkWidget *
make_text (GuatuPeoplePage *self,
           const char      *title)
{
  GtkWidget *row = adw_action_row_new (), *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 30);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), entry);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), entry);

  return entry;
}

static void
add_fields (GuatuPeoplePage *self)
{
  const char *titles[GUATU_N_PEOPLE_TEXTS] = { _("Name"), _("Post"), _("Capacity"), _("E-mail"), _("Ranking group") };
  GtkListBox *group = GTK_LIST_BOX (gtk_list_box_new ());
  GtkWidget *image = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_list_box_set_selection_mode (group, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (group), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_PROPERTY_LABEL, _("About"), -1);
  gtk_box_append (GTK_BOX (self->page), GTK_WIDGET (group));
  for (guint i = 0; i < GUATU_N_PEOPLE_TEXTS; i++)
    {
      self->texts[i] = make_text (self, titles[i]);
      gtk_list_box_append (group, gtk_widget_get_ancestor (self->texts[i], ADW_TYPE_ACTION_ROW));
    }
  self->home = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->home), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->home), TRUE);
  adw_action_row_add_suffix (self->home, image);
  g_signal_connect_object (self->home, "activated", G_CALLBACK (home_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (group, GTK_WIDGET (self->home));
  self->kind = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->kind), _("Kind"));
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (kind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (group, GTK_WIDGET (self->kind));
  self->calendar = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->calendar), _("Calendar"));
  g_signal_connect_object (self->calendar, "notify::selected", G_CALLBACK (calendar_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (group, GTK_WIDGET (self->calendar));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->home), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Unit"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Kind"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Calendar"), -1);
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
  add_fields (self);
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

  signals[REMOVED] = g_signal_new ("removed", GUATU_TYPE_PEOPLE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", GUATU_TYPE_PEOPLE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
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
