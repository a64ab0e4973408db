/* guatu-history-detail-asked.c — what is worked out for whoever asks: verification, comparison, who answered. */
#include "guatu-history-detail-private.h"

#include <glib/gi18n.h>

void
guatu_history_detail_forget (GuatuHistoryDetail *self)
{
  if (self->work == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->work, self);
  guatu_history_work_cancel (self->work);
  g_clear_object (&self->work);
}

static void
show_asked (GuatuHistoryDetail *self,
            const char         *title,
            const char         *answer)
{
  gtk_label_set_text (self->asked_title, title);
  gtk_label_set_text (self->outcome, "");
  gtk_widget_set_visible (GTK_WIDGET (self->outcome), FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->outcome), "error");
  gtk_stack_set_visible_child_name (self->answers, answer);
  gtk_stack_set_visible_child_name (self->pages, "asked");
}

static void
progress_cb (GuatuHistoryDetail *self,
             double              share)
{
  gtk_progress_bar_set_fraction (self->progress, share);
}

static void
show_working (GuatuHistoryDetail *self,
              gboolean            working)
{
  gtk_widget_set_visible (GTK_WIDGET (self->progress), working);
  gtk_widget_set_visible (GTK_WIDGET (self->cancel), working);
}

static void
done_cb (GuatuHistoryDetail *self)
{
  GuatuComparison *comparison = guatu_history_work_get_comparison (self->work);

  show_working (self, FALSE);
  gtk_label_set_text (self->outcome, guatu_history_work_get_text (self->work));
  gtk_widget_set_visible (GTK_WIDGET (self->outcome), TRUE);
  if (guatu_history_work_get_error (self->work) != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->outcome), "error");
  if (comparison == NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->close));
      return;
    }

  guatu_change_list_set_rows (self->differences, comparison->rows, comparison->rows->len, FALSE);
  gtk_stack_set_visible_child_name (self->answers, "comparison");
  gtk_widget_grab_focus (GTK_WIDGET (self->differences));
}

/* Takes @work. */
static void
begin_work (GuatuHistoryDetail *self,
            GuatuHistoryWork   *work,
            const char         *title)
{
  guatu_history_detail_forget (self);
  self->work = work;
  g_signal_connect_object (work, "progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (work, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  gtk_progress_bar_set_fraction (self->progress, 0);
  show_working (self, TRUE);
  show_asked (self, title, "work");
  gtk_widget_grab_focus (GTK_WIDGET (self->cancel));
}

void
guatu_history_detail_verify (GuatuHistoryDetail *self)
{
  g_return_if_fail (GUATU_IS_HISTORY_DETAIL (self));

  begin_work (self, guatu_history_work_verify (self->document), _("Verification of the History"));
}

void
guatu_history_detail_compare (GuatuHistoryDetail *self,
                              gint64              before,
                              gint64              after)
{
  g_autofree char *title = NULL;

  g_return_if_fail (GUATU_IS_HISTORY_DETAIL (self));

  if (after == 0)
    title = g_strdup_printf (_("From Entry %lld to Now"), (long long) before);
  else
    title = g_strdup_printf (_("From Entry %lld to Entry %lld"), (long long) before, (long long) after);
  begin_work (self, guatu_history_work_compare (self->document, before, after), title);
}

void
guatu_history_detail_show_duties (GuatuHistoryDetail *self,
                                  gint64              task,
                                  GuatuInstant        day)
{
  const GuatuPlan *plan;
  g_autofree char *title = NULL;
  gint32 row;

  g_return_if_fail (GUATU_IS_HISTORY_DETAIL (self));

  plan = guatu_document_get_plan (self->document);
  row = guatu_plan_find (plan, GUATU_TABLE_TASK, task);
  guatu_history_detail_forget (self);
  /* Translators: the name of a task. */
  title = g_strdup_printf (_("Who Answered for “%s”"), row >= 0 ? guatu_plan_task_name (plan, row) : "");
  show_asked (self, title, "duties");
  guatu_duty_table_show (self->duties, task, day);
  gtk_widget_grab_focus (GTK_WIDGET (self->duties));
}
