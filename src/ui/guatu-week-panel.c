/* guatu-week-panel.c — shows a week of a calendar: which one it is, and its hours. */
#include "guatu-week-panel-private.h"

G_DEFINE_FINAL_TYPE (GuatuWeekPanel, guatu_week_panel, GTK_TYPE_WIDGET)

const GuatuPlan *
guatu_week_panel_plan (GuatuWeekPanel *self)
{
  return guatu_document_get_plan (self->document);
}

gint32
guatu_week_panel_calendar_row (GuatuWeekPanel *self)
{
  const GuatuPlan *plan = guatu_week_panel_plan (self);

  return self->calendar != 0 ? guatu_plan_find (plan, GUATU_TABLE_CALENDAR, self->calendar) : -1;
}

/* What is shown -------------------------------------------------------------------------------------------- */

static void
update (GuatuWeekPanel *self)
{
  gint32 calendar = guatu_week_panel_calendar_row (self);
  gboolean inherits;

  self->updating = TRUE;
  guatu_week_panel_show_weeks (self);
  inherits = self->week != 0
             || (calendar >= 0 && guatu_plan_number (guatu_week_panel_plan (self), GUATU_TABLE_CALENDAR, calendar,
                                                     GUATU_CALENDAR_BASE) >= 0);
  for (int i = 0; i < 7; i++)
    guatu_week_panel_show_day (self, i, inherits);
  gtk_widget_set_sensitive (self->box, calendar >= 0);
  self->updating = FALSE;
}

void
guatu_week_panel_show (GuatuWeekPanel *self,
                       gint64          calendar,
                       int             first_weekday)
{
  GtkWidget *before = NULL;

  g_return_if_fail (GUATU_IS_WEEK_PANEL (self));

  if (calendar != self->calendar)
    {
      self->week = 0;
      guatu_week_panel_complain (self, NULL, NULL);
    }
  self->calendar = calendar;
  for (int i = 0; i < 7; i++)
    {
      GtkWidget *line = self->weekdays[(first_weekday + i) % 7].line;

      gtk_box_reorder_child_after (GTK_BOX (self->days), line, before);
      before = line;
    }
  update (self);
}

gint64
guatu_week_panel_get_week (GuatuWeekPanel *self)
{
  return self->week;
}

void
guatu_week_panel_set_week (GuatuWeekPanel *self,
                           gint64          week)
{
  g_return_if_fail (GUATU_IS_WEEK_PANEL (self));

  if (week != self->week)
    guatu_week_panel_complain (self, NULL, NULL);
  self->week = week;
  update (self);
}

GtkEntry *
guatu_week_panel_get_entry (GuatuWeekPanel *self,
                            int             weekday)
{
  g_return_val_if_fail (weekday >= 0 && weekday < 7, NULL);

  return GTK_ENTRY (self->weekdays[weekday].entry);
}

const char *
guatu_week_panel_get_error (GuatuWeekPanel *self)
{
  return gtk_label_get_text (GTK_LABEL (self->error));
}

/* The class -------------------------------------------------------------------------------------------------- */

static void
guatu_week_panel_dispose (GObject *object)
{
  GuatuWeekPanel *self = GUATU_WEEK_PANEL (object);
  GtkWidget *child;

  self->updating = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (guatu_week_panel_parent_class)->dispose (object);
}

static void
guatu_week_panel_finalize (GObject *object)
{
  GuatuWeekPanel *self = GUATU_WEEK_PANEL (object);

  for (int i = 0; i < 7; i++)
    g_free (self->weekdays[i].shown);
  g_array_unref (self->ids);

  G_OBJECT_CLASS (guatu_week_panel_parent_class)->finalize (object);
}

static void
guatu_week_panel_class_init (GuatuWeekPanelClass *class)
{
  G_OBJECT_CLASS (class)->dispose = guatu_week_panel_dispose;
  G_OBJECT_CLASS (class)->finalize = guatu_week_panel_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
}

static void
guatu_week_panel_init (GuatuWeekPanel *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_box_append (GTK_BOX (self->box), guatu_week_panel_make_weeks (self));
  self->days = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_box_append (GTK_BOX (self->box), self->days);
  for (int i = 0; i < 7; i++)
    guatu_week_panel_make_day (self, i);
  self->error = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->error, "error");
  gtk_label_set_wrap (GTK_LABEL (self->error), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->error), 0);
  gtk_widget_set_visible (self->error, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->error);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
guatu_week_panel_new (GuatuDocument *document)
{
  GuatuWeekPanel *self = g_object_new (GUATU_TYPE_WEEK_PANEL, NULL);

  self->document = g_object_ref (document);

  return GTK_WIDGET (self);
}
