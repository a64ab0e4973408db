/* guatu-calendar-view-layout.c — makes the parts of the view of calendars, and puts them side by side. */
#include "guatu-calendar-view-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "guatu-side-pane.h"
#include "guatu-text-scale.h"
#include "guatu-year-legend.h"

/* Pixels. */
#define LIST_WIDTH ((int) guatu_text_scaled (196))
#define PANEL_WIDTH ((int) guatu_text_scaled (300))
#define ROOM_FOR_BOTH ((int) guatu_text_scaled (800))

/* What the parts ask for --------------------------------------------------------------------------------- */

static void
chosen_cb (GuatuCalendarView *self,
           gint64             calendar)
{
  self->calendar = calendar;
  guatu_calendar_view_show_chosen (self);
}

static void
year_typed_cb (GuatuCalendarView *self)
{
  if (!self->updating)
    guatu_calendar_view_set_year (self, gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->year_button)));
}

/* Marked text would look as if it had the focus still. */
static void
year_left_cb (GuatuCalendarView *self)
{
  gtk_editable_select_region (GTK_EDITABLE (self->year_button), 0, 0);
}

static void
year_wanted_cb (GuatuCalendarView *self,
                int                year)
{
  guatu_calendar_view_set_year (self, year);
}

static void
mark_key_cb (GuatuCalendarView *self,
             int                mark)
{
  guatu_days_panel_mark (GUATU_DAYS_PANEL (self->days), (GuatuDayMark) mark);
}

static void
activated_cb (GuatuCalendarView *self)
{
  gtk_revealer_set_reveal_child (self->panel, TRUE);
  guatu_days_panel_edit (GUATU_DAYS_PANEL (self->days));
}

/* The parts ---------------------------------------------------------------------------------------------- */

static GtkWidget *
make_toolbar (GuatuCalendarView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *today = gtk_button_new_with_label (_("Today")), *import = gtk_button_new_with_label (_("Import Days…"));
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *legend = guatu_year_legend_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_add_css_class (bar, "calendar-bar");
  self->year_button = gtk_spin_button_new_with_range (GUATU_FIRST_YEAR, GUATU_LAST_YEAR, 1);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (self->year_button), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->year_button), 4);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->year_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Year"), -1);
  g_signal_connect_object (self->year_button, "value-changed", G_CALLBACK (year_typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (year_left_cb), self);
  gtk_widget_add_controller (self->year_button, focus);
  gtk_widget_set_tooltip_text (self->year_button, _("Year (Ctrl+Left and Ctrl+Right in the year)"));
  gtk_box_append (GTK_BOX (bar), self->year_button);
  self->year_mark = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_widget_add_css_class (self->year_mark, "warning");
  gtk_box_append (GTK_BOX (bar), self->year_mark);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (today), "calendar.today");
  gtk_box_append (GTK_BOX (bar), today);
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (bar), space);
  gtk_box_append (GTK_BOX (bar), legend);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (import), "calendar.import");
  gtk_widget_set_tooltip_text (import, _("Holidays and make-up days of a year, from iCalendar or JSON"));
  gtk_box_append (GTK_BOX (bar), import);

  return bar;
}

static GtkWidget *
make_foot (GuatuCalendarView *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  gtk_widget_add_css_class (foot, "calendar-foot");
  self->working = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->working), 0);
  gtk_widget_add_css_class (self->working, "dim-label");
  self->reach = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->reach), 1);
  gtk_label_set_ellipsize (GTK_LABEL (self->reach), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->reach, "warning");
  gtk_widget_set_hexpand (self->reach, TRUE);
  gtk_box_append (GTK_BOX (foot), self->working);
  gtk_box_append (GTK_BOX (foot), self->reach);

  return foot;
}

static GtkWidget *
make_pages (GuatuCalendarView *self)
{
  GtkWidget *none = adw_status_page_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->grid = guatu_year_grid_new ();
  g_signal_connect_object (self->grid, "selected", G_CALLBACK (guatu_calendar_view_show_days), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "year", G_CALLBACK (year_wanted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "mark", G_CALLBACK (mark_key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->grid);
  gtk_widget_set_focusable (self->scroller, FALSE);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_add_css_class (self->scroller, "view");
  self->banner = g_object_new (GUATU_TYPE_BANNER, NULL);
  gtk_box_append (GTK_BOX (box), self->banner);
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_box_append (GTK_BOX (box), make_foot (self));
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (none), "x-office-calendar-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (none), _("No Calendar Yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (none),
                                   _("The plan works from Monday to Friday. Add a calendar to say which days are worked."));
  self->pages = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->pages), box, "year");
  gtk_stack_add_named (GTK_STACK (self->pages), none, "none");
  gtk_widget_set_hexpand (self->pages, TRUE);

  return self->pages;
}

static void
add_section (GtkWidget  *page,
             const char *title,
             GtkWidget  *content)
{
  if (title != NULL)
    {
      GtkWidget *label = gtk_label_new (title);

      gtk_widget_add_css_class (label, "section");
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (GTK_BOX (page), label);
    }
  gtk_box_append (GTK_BOX (page), content);
}

static GtkWidget *
make_panel (GuatuCalendarView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->days = guatu_days_panel_new (self->document);
  self->week = guatu_week_panel_new (self->document);
  self->card = guatu_calendar_card_new (self->document);
  gtk_widget_add_css_class (page, "page");
  add_section (page, NULL, self->days);
  add_section (page, _("HOURS OF THE WEEK"), self->week);
  add_section (page, _("CALENDAR"), self->card);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), page);
  gtk_widget_add_css_class (scroller, "calendar-panel");
  gtk_widget_set_size_request (scroller, PANEL_WIDTH, -1);
  gtk_widget_set_focusable (scroller, FALSE);
  self->panel_page = page;
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (box), scroller);
  self->panel = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_transition_type (self->panel, GTK_REVEALER_TRANSITION_TYPE_SLIDE_LEFT);
  gtk_revealer_set_child (self->panel, box);

  return GTK_WIDGET (self->panel);
}

void
guatu_calendar_view_put_together (GuatuCalendarView *self)
{
  GtkWidget *across = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *pages = make_pages (self), *side;

  self->toolbar = make_toolbar (self);
  self->list = guatu_calendar_list_new (self->document);
  g_signal_connect_object (self->list, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_size_request (self->list, LIST_WIDTH, -1);
  gtk_box_append (GTK_BOX (across), self->list);
  gtk_box_append (GTK_BOX (across), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  side = guatu_side_pane_new (pages, make_panel (self), GTK_PACK_END, ROOM_FOR_BOTH);
  gtk_widget_set_hexpand (side, TRUE);
  gtk_box_append (GTK_BOX (across), side);
  gtk_widget_set_vexpand (across, TRUE);
  gtk_widget_set_parent (self->toolbar, GTK_WIDGET (self));
  gtk_widget_set_parent (gtk_separator_new (GTK_ORIENTATION_HORIZONTAL), GTK_WIDGET (self));
  gtk_widget_set_parent (across, GTK_WIDGET (self));
  guatu_calendar_view_add_input (self);
}
