/* guatu-status-bar.c — counts lights, and says when the plan ends. */
#include "guatu-status-bar.h"

#include <glib/gi18n-lib.h>

#include "guatu-chart-status.h"
#include "guatu-chart-text.h"
#include "guatu-inspector-style.h"
#include "guatu-light-shape.h"
#include "guatu-plan-date-popover.h"
#include "guatu-task-words.h"
#include "guatu-year.h"

struct _GuatuStatusBar
{
  GtkWidget        parent_instance;

  /* Template widgets */
  GtkButton       *status_date;
  GtkLabel        *counted;
  GtkBox          *counts;
  GtkLabel        *finish;

  /* Borrowed: what stands in the box of counts */
  GtkWidget       *boxes[GUATU_LIGHT_N_COLOURS];
  GtkLabel        *numbers[GUATU_LIGHT_N_COLOURS];

  /* Owned references */
  GuatuBattleView *view;
};

G_DEFINE_FINAL_TYPE (GuatuStatusBar, guatu_status_bar, GTK_TYPE_WIDGET)

static void
set_text (GtkLabel   *label,
          const char *text)
{
  if (!g_str_equal (gtk_label_get_text (label), text))
    gtk_label_set_text (label, text);
}

static void
show_count (GuatuStatusBar  *self,
            GuatuLightColour light,
            guint            count)
{
  g_autofree char *number = g_strdup_printf ("%u", count);
  /* Translators: a light, and how many tasks have it: “Orange: 4”. */
  g_autofree char *spoken = g_strdup_printf (_("%1$s: %2$s"), guatu_light_button_name (light), number);

  if (g_str_equal (gtk_label_get_text (self->numbers[light]), number))
    return;
  gtk_label_set_text (self->numbers[light], number);
  gtk_widget_set_visible (self->boxes[light], count > 0);
  gtk_widget_set_tooltip_text (self->boxes[light], spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->boxes[light]), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* The order of seriousness is that of the lights; those without come last. */
static void
show_counts (GuatuStatusBar       *self,
             const GuatuPlan      *plan,
             const GuatuChartView *chart)
{
  GuatuChartStatus status = guatu_chart_status (plan, chart->schedule, chart->rows, chart->ledger, chart->shares, NULL,
                                                chart->lights, chart->status_date);
  g_autofree char *counted = guatu_words_counted (plan, status.ledger, status.n_tasks);

  set_text (self->counted, counted);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->counted),
                               status.ledger >= 0 ? _("Tasks on the ledger that the map goes by, as far as they are shown")
                                                  : _("Tasks without subtasks, as far as they are shown"));
  for (guint light = 0; light < GUATU_LIGHT_N_COLOURS; light++)
    show_count (self, (GuatuLightColour) light, chart->lights != NULL ? status.n_lights[light] : 0);
}

/* Where the plan's dates reach into years whose holidays are not published: " · Holidays of 2027 …"; else "". */
static char *
say_missing (const GuatuPlan     *plan,
             const GuatuSchedule *schedule)
{
  GuatuMissingYears missing;
  g_autofree char *text = NULL;

  if (!guatu_calendar_missing_years (plan, guatu_plan_settings (plan)->calendar, schedule->plan_start,
                                     guatu_chart_last_day (schedule->plan_finish), &missing))
    return g_strdup ("");
  text = guatu_missing_years_text (&missing);

  return g_strconcat (" · ", text, NULL);
}

static char *
say_finish (const GuatuPlan     *plan,
            const GuatuSchedule *schedule)
{
  gint64 days = guatu_critical_days (plan, schedule);
  g_autofree char *finish = guatu_words_day (guatu_chart_last_day (schedule->plan_finish));

  if (guatu_plan_n_live (plan, GUATU_TABLE_TASK) == 0)
    return g_strdup (_("No tasks yet"));
  if (days == GUATU_NONE)
    return g_strdup_printf (_("Finish %s"), finish);

  /* Translators: the plan’s last day, and how long its critical path is. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Finish %1$s · critical path %2$d working day",
                                       "Finish %1$s · critical path %2$d working days", (gulong) days),
                          finish, (int) days);
}

static void
show_status_date (GuatuStatusBar *self,
                  GuatuInstant    status_date)
{
  g_autofree char *day = guatu_words_day (guatu_chart_last_day (status_date));
  g_autofree char *text = status_date != GUATU_NONE ? g_strdup_printf (_("Status date %s"), day)
                                                    : g_strdup (_("No status date"));

  if (g_strcmp0 (gtk_button_get_label (self->status_date), text) != 0)
    gtk_button_set_label (self->status_date, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->status_date),
                            guatu_document_get_read_only_reason (guatu_battle_view_get_document (self->view)) == NULL);
}

static void
set_status_date_cb (GuatuStatusBar *self)
{
  GtkWidget *popover = guatu_plan_date_popover_new (guatu_battle_view_get_document (self->view),
                                                    GUATU_PLAN_STATUS_DATE);

  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_TOP);
  guatu_form_popover_pop_up (GUATU_FORM_POPOVER (popover), GTK_WIDGET (self), GTK_WIDGET (self->status_date));
}

static void
update (GuatuStatusBar *self)
{
  GuatuDocument *document = guatu_battle_view_get_document (self->view);
  const GuatuPlan *plan = guatu_document_get_plan (document);
  g_autofree char *how_long = say_finish (plan, guatu_document_get_schedule (document));
  g_autofree char *missing = say_missing (plan, guatu_document_get_schedule (document));
  g_autofree char *finish = g_strconcat (how_long, missing, NULL);

  show_status_date (self, guatu_plan_settings (plan)->status_date);
  set_text (self->finish, finish);
  /* Where the window is narrow its end is cut off. */
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->finish), finish);
  show_counts (self, plan, guatu_battle_view_get_chart (self->view));
}

/* The class ------------------------------------------------------------------------------------------ */

static void
guatu_status_bar_dispose (GObject *object)
{
  GuatuStatusBar *self = GUATU_STATUS_BAR (object);
  GtkWidget *child;

  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_clear_object (&self->view);
  gtk_widget_dispose_template (GTK_WIDGET (self), GUATU_TYPE_STATUS_BAR);
  /* The form of the status date, if it is open. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    guatu_popover_dismiss (child);

  G_OBJECT_CLASS (guatu_status_bar_parent_class)->dispose (object);
}

static void
guatu_status_bar_class_init (GuatuStatusBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = guatu_status_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/guatu/Guatu/guatu-status-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, GuatuStatusBar, status_date);
  gtk_widget_class_bind_template_child (widget_class, GuatuStatusBar, counted);
  gtk_widget_class_bind_template_child (widget_class, GuatuStatusBar, counts);
  gtk_widget_class_bind_template_child (widget_class, GuatuStatusBar, finish);
  gtk_widget_class_bind_template_callback (widget_class, set_status_date_cb);
  gtk_widget_class_set_css_name (widget_class, "guatustatusbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
add_count (GuatuStatusBar  *self,
           GuatuLightColour light)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4), *number = gtk_label_new ("");

  gtk_box_append (GTK_BOX (box), guatu_light_shape_new (light));
  gtk_box_append (GTK_BOX (box), number);
  gtk_widget_set_visible (box, FALSE);
  gtk_box_append (self->counts, box);
  self->boxes[light] = box;
  self->numbers[light] = GTK_LABEL (number);
}

static void
guatu_status_bar_init (GuatuStatusBar *self)
{
  guatu_inspector_style_load ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint light = GUATU_LIGHT_GREEN; light < GUATU_LIGHT_N_COLOURS; light++)
    add_count (self, (GuatuLightColour) light);
  add_count (self, GUATU_LIGHT_NONE);
}

GtkWidget *
guatu_status_bar_new (GuatuBattleView *view)
{
  GuatuStatusBar *self = g_object_new (GUATU_TYPE_STATUS_BAR, NULL);

  self->view = g_object_ref (view);
  g_signal_connect_swapped (view, "rows-changed", G_CALLBACK (update), self);
  update (self);

  return GTK_WIDGET (self);
}
