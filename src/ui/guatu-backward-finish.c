/* guatu-backward-finish.c — reads by when all is to be finished, reckons back from it, and says what comes of that. */
#include "guatu-backward-panel-private.h"

#include <glib/gi18n.h>

#include "guatu-task-edit.h"
#include "guatu-task-words.h"
#include "guatu-typed-date.h"

static GuatuDocument *
document_of (GuatuBackwardPanel *self)
{
  return guatu_battle_view_get_document (self->view);
}

static const GuatuPlan *
plan_of (GuatuBackwardPanel *self)
{
  return guatu_document_get_plan (document_of (self));
}

/* What comes of it ----------------------------------------------------------------------------------- */

static char *
date_text (GuatuBackwardPanel *self,
           GuatuInstant        t)
{
  GuatuCivil civil = guatu_instant_to_civil (t);

  if (guatu_instant_daytime (t) == guatu_plan_settings (plan_of (self))->default_finish)
    return g_strdup_printf ("%04d-%02d-%02d", civil.year, civil.month, civil.day);

  return g_strdup_printf ("%04d-%02d-%02d %02d:%02d", civil.year, civil.month, civil.day, civil.hour, civil.minute);
}

/* A finish that people say: the end of the day's work, or if that is too early the minute. */
static GuatuInstant
round_up (GuatuBackwardPanel *self,
          GuatuInstant        t)
{
  GuatuInstant end = t - guatu_instant_daytime (t) + guatu_plan_settings (plan_of (self))->default_finish;

  return t <= end ? end : (t + GUATU_MINUTE - 1) / GUATU_MINUTE * GUATU_MINUTE;
}

static void
show_chain (GuatuBackwardPanel *self)
{
  const GuatuPlan *plan = plan_of (self);
  g_autofree char *names = guatu_backward_chain_text (self->back, plan);
  g_autofree char *text = g_strdup_printf (_("What takes too long: %s"), names);
  g_autofree char *day = guatu_words_finish (plan, round_up (self, self->back->reached));
  g_autofree char *offer = g_strdup_printf (_("Finish by %s"), day);

  gtk_label_set_text (self->chain, text);
  gtk_widget_set_visible (GTK_WIDGET (self->chain), *names != '\0');
  gtk_button_set_label (self->earliest, offer);
}

static void
show_release (GuatuBackwardPanel *self)
{
  gboolean active = gtk_check_button_get_active (self->release);
  guint n = self->back != NULL ? self->back->n_stopped : 0;
  g_autofree char *text =
    n > 0 ? g_strdup_printf (ngettext ("Drop the earliest start of %u task",
                                       "Drop the earliest starts of %u tasks", n), n)
          : g_strdup (_("Drop the tasks’ earliest starts"));

  gtk_label_set_text (self->release_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->release), n > 0 || active);
}

static void
show_result (GuatuBackwardPanel *self,
             const char         *trouble)
{
  gboolean holds = self->back != NULL && self->back->lacking == 0;
  g_autofree char *text = self->back != NULL ? guatu_backward_result_text (self->back, plan_of (self))
                                             : g_strdup (trouble);
  gboolean writable = guatu_document_get_read_only_reason (document_of (self)) == NULL;

  gtk_label_set_text (self->result, text);
  gtk_widget_set_visible (self->result_box, *text != '\0');
  gtk_widget_set_css_classes (self->result_box, (const char *[]) { "result", !holds ? "short" :
                              self->back->n_late > 0 ? "warned" : "holds", NULL });
  gtk_widget_set_visible (GTK_WIDGET (self->chain), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->earliest), self->back != NULL && !holds);
  if (self->back != NULL && !holds)
    show_chain (self);
  show_release (self);
  gtk_widget_set_sensitive (self->accept, holds && writable && self->shares != NULL);
}

GuatuInstant
guatu_backward_panel_not_before (GuatuBackwardPanel *self)
{
  GuatuInstant status_date = guatu_plan_settings (plan_of (self))->status_date;

  return status_date != GUATU_NONE ? status_date : guatu_battle_view_get_chart (self->view)->today;
}

void
guatu_backward_panel_recompute (GuatuBackwardPanel *self)
{
  g_autoptr(GError) error = NULL;

  if (!self->open || self->updating)
    return;

  g_clear_pointer (&self->back, guatu_backward_plan_free);
  if (self->finish != GUATU_NONE)
    self->back = guatu_document_what_if_backward (document_of (self), self->task, self->finish,
                                                  guatu_backward_panel_not_before (self),
                                                  gtk_check_button_get_active (self->release), &error);
  guatu_backward_panel_find_nodes (self);
  if (self->back != NULL)
    guatu_drag_ghost_show_bars (self->ghost, g_steal_pointer (&self->back->schedule), NULL, 0, NULL);
  else
    guatu_drag_ghost_clear (self->ghost);
  guatu_backward_panel_show_nodes (self);
  guatu_backward_panel_fill_list (self);
  show_result (self, error != NULL ? error->message : "");
}

/* The finish ------------------------------------------------------------------------------------------ */

static void
show_understood (GuatuBackwardPanel *self,
                 const char         *text,
                 gboolean            wrong)
{
  gtk_label_set_text (self->understood, text);
  gtk_widget_remove_css_class (GTK_WIDGET (self->understood), wrong ? "dim-label" : "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->understood), wrong ? "error" : "dim-label");
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static gboolean
is_day_off (GuatuBackwardPanel *self,
            GuatuInstant        t)
{
  guint n;

  guatu_worktime_hours (guatu_plan_worktime (plan_of (self), -1), t, &n);

  return n == 0;
}

void
guatu_backward_panel_read_finish (GuatuBackwardPanel *self)
{
  const GuatuPlan *plan = plan_of (self);
  const GuatuSchedule *schedule = guatu_document_get_schedule (document_of (self));
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autofree char *text = NULL;
  GuatuTypedDate about = {
    .today = guatu_today (),
    .from = schedule->plan_start,
    .to = schedule->plan_finish,
    .daytime = guatu_plan_settings (plan)->default_finish,
  };

  self->finish = GUATU_NONE;
  if (*typed != '\0' && !guatu_typed_date_parse (&about, typed, &self->finish))
    {
      self->finish = GUATU_NONE;
      text = g_strdup_printf (_("“%s” is not a date: write it like 9-26, 2022-09-26, tomorrow or +5d."), typed);
      show_understood (self, text, TRUE);
      return;
    }
  if (*typed == '\0')
    {
      show_understood (self, _("Enter when it must be finished."), TRUE);
      return;
    }

  text = guatu_words_finish (plan, self->finish);
  if (is_day_off (self, self->finish))
    {
      /* Translators: a date, of which something is said: “Sat, Dec 31, 2022 · a day off”. */
      g_autofree char *more = g_strdup_printf (_("%s · a day off"), text);

      show_understood (self, more, FALSE);
    }
  else
    {
      show_understood (self, text, FALSE);
    }
}

void
guatu_backward_panel_typed_cb (GuatuBackwardPanel *self)
{
  if (self->updating || self->view == NULL)
    return;
  guatu_backward_panel_read_finish (self);
  guatu_backward_panel_recompute (self);
}

void
guatu_backward_panel_set_finish (GuatuBackwardPanel *self,
                                 GuatuInstant        finish)
{
  g_autofree char *text = date_text (self, finish);

  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->updating = FALSE;
  guatu_backward_panel_read_finish (self);
}

void
guatu_backward_panel_earliest_cb (GuatuBackwardPanel *self)
{
  if (self->back == NULL)
    return;
  guatu_backward_panel_set_finish (self, round_up (self, self->back->reached));
  guatu_backward_panel_recompute (self);
}
