/* guatu-people-page-fields.c — what the plan says of a person or unit itself, shown and edited. */
#include "guatu-people-page-private.h"

#include <glib/gi18n-lib.h>

#include "guatu-chooser.h"
#include "guatu-desk-page.h"

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
  guatu_desk_page_fail (self, error);
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

      guatu_desk_page_fail (self, error);
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

static void
home_cb (GuatuPeoplePage *self)
{
  if (guatu_document_get_read_only_reason (self->document) == NULL)
    guatu_people_page_choose (self, _("Unit"), GUATU_TABLE_UNIT, GTK_WIDGET (self->home), G_CALLBACK (home_chosen_cb));
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

/* A person's name is called otherwise than a unit's, in some languages. */
static void
show_what_name (GuatuPeoplePage *self)
{
  GtkWidget *entry = self->texts[GUATU_PEOPLE_NAME];
  const char *title = self->table == GUATU_TABLE_PERSON ? C_("person", "Name") : _("Name");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (gtk_widget_get_ancestor (entry, ADW_TYPE_ACTION_ROW)), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
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

void
guatu_people_page_show_fields (GuatuPeoplePage *self,
                               gint32           row,
                               gboolean         other)
{
  show_what_name (self);
  show_texts (self, other);
  show_kind (self, row);
  show_calendar (self, row);
  show_home (self, row);
}

/* Making --------------------------------------------------------------------------------------------- */

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

void
guatu_people_page_add_fields (GuatuPeoplePage *self)
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
