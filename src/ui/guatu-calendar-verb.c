/* guatu-calendar-verb.c — compares the plan before an edit with that after it. */
#include "guatu-calendar-verb.h"

#include "guatu-calendar-words.h"
#include "guatu-desk-view.h"
#include "guatu-moves.h"

struct _GuatuCalendarVerb
{
  GuatuDocument *document;
  GuatuDates    *dates;
  gint64         head;
};

static gint64
head_of (GuatuDocument *document)
{
  gint64 seq = 0;

  guatu_store_head (guatu_document_get_store (document), &seq, NULL, NULL);
  return seq;
}

GuatuCalendarVerb *
guatu_calendar_verb_new (GuatuDocument *document)
{
  GuatuCalendarVerb *self = g_new0 (GuatuCalendarVerb, 1);

  self->document = g_object_ref (document);
  self->dates = guatu_dates_new (guatu_document_get_plan (document), guatu_document_get_schedule (document));
  self->head = head_of (document);

  return self;
}

static void
tell (GuatuCalendarVerb *self,
      GuatuDeskView     *view)
{
  const GuatuSchedule *schedule = guatu_document_get_schedule (self->document);
  g_autoptr(GArray) moved = guatu_dates_moved (self->dates, guatu_document_get_plan (self->document), schedule);
  g_autofree char *title = guatu_document_undo_title (self->document);
  g_autofree char *text = NULL;

  if (title == NULL)
    return;
  text = guatu_words_moved (title, moved->len, guatu_dates_end (self->dates), schedule->plan_finish);
  guatu_desk_view_removed (view, 1, text);
}

void
guatu_calendar_verb_end (GuatuCalendarVerb *self,
                         GtkWidget         *widget,
                         const GError      *error)
{
  GtkWidget *view = GUATU_IS_DESK_VIEW (widget) ? widget : gtk_widget_get_ancestor (widget, GUATU_TYPE_DESK_VIEW);

  if (view != NULL && error != NULL)
    guatu_desk_view_failed (GUATU_DESK_VIEW (view), error->message);
  else if (view != NULL && head_of (self->document) != self->head)
    tell (self, GUATU_DESK_VIEW (view));

  guatu_dates_free (self->dates);
  g_object_unref (self->document);
  g_free (self);
}
