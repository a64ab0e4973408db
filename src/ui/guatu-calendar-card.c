/* guatu-calendar-card.c — renames a calendar, gives it another base, and gives it to the plan. */
#include "guatu-calendar-card.h"

#include <glib/gi18n-lib.h>

#include "guatu-calendar-verb.h"
#include "guatu-calendar-words.h"

struct _GuatuCalendarCard
{
  GtkWidget      parent_instance;

  /* Children */
  GtkWidget     *box;
  GtkWidget     *name;
  GtkWidget     *base;
  GtkWidget     *years;
  GtkWidget     *use;

  /* Owned references */
  GuatuDocument *document;
  GArray        *ids;           /* of gint64: the calendars in the drop-down; the first is 0 */

  gint64         calendar;
  char          *shown;         /* the name, as the plan has it */
  gboolean       updating;
};

G_DEFINE_FINAL_TYPE (GuatuCalendarCard, guatu_calendar_card, GTK_TYPE_WIDGET)

static const GuatuPlan *
plan_of (GuatuCalendarCard *self)
{
  return guatu_document_get_plan (self->document);
}

static gint32
row_of (GuatuCalendarCard *self)
{
  return self->calendar != 0 ? guatu_plan_find (plan_of (self), GUATU_TABLE_CALENDAR, self->calendar) : -1;
}

/* Edits --------------------------------------------------------------------------------------------------- */

static gboolean
set (GuatuCalendarCard *self,
     guint              field,
     GuatuValue         value)
{
  GuatuSetting setting = { field, value };
  g_autoptr(GError) error = NULL;
  GuatuCalendarVerb *verb = guatu_calendar_verb_new (self->document);

  guatu_document_set (self->document, GUATU_TABLE_CALENDAR, self->calendar, &setting, 1, &error);
  guatu_calendar_verb_end (verb, GTK_WIDGET (self), error);

  return error == NULL;
}

static void
rename_cb (GuatuCalendarCard *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));

  if (self->updating || row_of (self) < 0 || g_strcmp0 (name, self->shown) == 0)
    return;
  /* What was refused goes: the reason is told. */
  if (!set (self, GUATU_CALENDAR_NAME, GUATU_TEXT (name)))
    gtk_editable_set_text (GTK_EDITABLE (self->name), self->shown);
}

static void
base_cb (GuatuCalendarCard *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->base));
  gint64 id;

  if (self->updating || row_of (self) < 0 || selected >= self->ids->len)
    return;
  id = g_array_index (self->ids, gint64, selected);
  if (!set (self, GUATU_CALENDAR_BASE, id != 0 ? GUATU_INTEGER (id) : GUATU_NULL))
    guatu_calendar_card_show (self, self->calendar);
}

/* What is shown -------------------------------------------------------------------------------------------- */

/* Whether it rests on this calendar already, and so cannot be its base. */
static gboolean
rests_on (const GuatuPlan *plan,
          gint32           row,
          gint32           calendar)
{
  const GuatuCalendar *table = guatu_plan_rows (plan, GUATU_TABLE_CALENDAR);

  for (int steps = 0; row >= 0 && steps < 64; steps++, row = table[row].base)
    if (row == calendar)
      return TRUE;

  return FALSE;
}

static void
show_bases (GuatuCalendarCard *self,
            gint32             calendar)
{
  const GuatuPlan *plan = plan_of (self);
  gint32 base = (gint32) guatu_plan_number (plan, GUATU_TABLE_CALENDAR, calendar, GUATU_CALENDAR_BASE);
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);
  const gint64 none = 0;
  guint at = 0;

  g_array_set_size (self->ids, 0);
  g_array_append_val (self->ids, none);
  /* Translators: a calendar rests on no other one. */
  gtk_string_list_append (list, C_("base calendar", "None"));
  for (gint32 row = 0; row < (gint32) guatu_plan_n_rows (plan, GUATU_TABLE_CALENDAR); row++)
    {
      gint64 id = guatu_plan_id (plan, GUATU_TABLE_CALENDAR, row);

      if (id == 0 || (row != base && rests_on (plan, row, calendar)))
        continue;
      if (row == base)
        at = self->ids->len;
      g_array_append_val (self->ids, id);
      gtk_string_list_append (list, guatu_plan_string (plan, GUATU_TABLE_CALENDAR, row, GUATU_CALENDAR_NAME));
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->base), G_LIST_MODEL (list));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->base), at);
}

static void
show_years (GuatuCalendarCard *self,
            gint32             calendar)
{
  const GuatuCalendar *row = (const GuatuCalendar *) guatu_plan_rows (plan_of (self), GUATU_TABLE_CALENDAR) + calendar;
  g_autofree char *text = NULL;

  if (row->data_from != GUATU_NONE && row->data_to != GUATU_NONE)
    text = g_strdup_printf (_("Holds the holidays of %d–%d"), guatu_instant_to_civil (row->data_from).year,
                            guatu_instant_to_civil (row->data_to).year);
  else
    text = g_strdup (_("Holds no published holidays"));
  gtk_label_set_text (GTK_LABEL (self->years), text);
}

void
guatu_calendar_card_show (GuatuCalendarCard *self,
                          gint64             calendar)
{
  gboolean other, typing;
  gint32 row;

  g_return_if_fail (GUATU_IS_CALENDAR_CARD (self));

  other = calendar != self->calendar;
  typing = !other && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->name)), self->shown) != 0;
  self->calendar = calendar;
  row = row_of (self);
  gtk_widget_set_sensitive (self->box, row >= 0);
  if (row < 0)
    return;

  self->updating = TRUE;
  g_free (self->shown);
  self->shown = g_strdup (guatu_plan_string (plan_of (self), GUATU_TABLE_CALENDAR, row, GUATU_CALENDAR_NAME));
  if (!typing)
    gtk_editable_set_text (GTK_EDITABLE (self->name), self->shown);
  show_bases (self, row);
  show_years (self, row);
  gtk_widget_set_visible (self->use, guatu_plan_settings (plan_of (self))->calendar != row);
  self->updating = FALSE;
}

void
guatu_calendar_card_rename (GuatuCalendarCard *self)
{
  gtk_widget_grab_focus (self->name);
}

GtkEntry *
guatu_calendar_card_get_name (GuatuCalendarCard *self)
{
  return GTK_ENTRY (self->name);
}

GtkDropDown *
guatu_calendar_card_get_base (GuatuCalendarCard *self)
{
  return GTK_DROP_DOWN (self->base);
}

/* The class -------------------------------------------------------------------------------------------------- */

static void
add_line (GuatuCalendarCard *self,
          const char        *text,
          GtkWidget         *widget)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10), *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), widget);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), widget);
  gtk_box_append (GTK_BOX (self->box), line);
}

static void
guatu_calendar_card_dispose (GObject *object)
{
  GuatuCalendarCard *self = GUATU_CALENDAR_CARD (object);
  GtkWidget *child;

  self->updating = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->ids, g_array_unref);

  G_OBJECT_CLASS (guatu_calendar_card_parent_class)->dispose (object);
}

static void
guatu_calendar_card_class_init (GuatuCalendarCardClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_calendar_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
guatu_calendar_card_init (GuatuCalendarCard *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->name = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->name), 8);
  g_signal_connect_object (self->name, "activate", G_CALLBACK (rename_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (rename_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->name, focus);
  add_line (self, _("Name"), self->name);
  self->base = gtk_drop_down_new (NULL, NULL);
  g_signal_connect_object (self->base, "notify::selected", G_CALLBACK (base_cb), self, G_CONNECT_SWAPPED);
  add_line (self, _("Based on"), self->base);
  self->years = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->years), 0);
  gtk_label_set_wrap (GTK_LABEL (self->years), TRUE);
  gtk_widget_add_css_class (self->years, "dim-label");
  gtk_box_append (GTK_BOX (self->box), self->years);
  self->use = gtk_button_new_with_label (_("Use for the Plan"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->use), "calendar.use");
  gtk_box_append (GTK_BOX (self->box), self->use);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
guatu_calendar_card_new (GuatuDocument *document)
{
  GuatuCalendarCard *self = g_object_new (GUATU_TYPE_CALENDAR_CARD, NULL);

  self->document = g_object_ref (document);

  return GTK_WIDGET (self);
}
