/* guatu-calendar-view-private.h — the parts of the view of calendars, shared by its files. */
#pragma once

#include "guatu-banner.h"
#include "guatu-calendar-card.h"
#include "guatu-calendar-list.h"
#include "guatu-calendar-view.h"

G_BEGIN_DECLS

struct _GuatuCalendarView
{
  GtkWidget      parent_instance;

  /* Children */
  GtkWidget     *toolbar;
  GtkWidget     *year_button;         /* a spin button */
  GtkWidget     *year_mark;
  GtkWidget     *list;
  GtkWidget     *pages;               /* the year, or that there is no calendar */
  GtkWidget     *scroller;
  GtkWidget     *grid;
  GtkWidget     *banner;
  GtkWidget     *working;             /* below the year */
  GtkWidget     *reach;
  GtkRevealer   *panel;
  GtkWidget     *panel_page;
  GtkWidget     *days;
  GtkWidget     *week;
  GtkWidget     *card;
  GtkWidget     *menu;                /* at the pointer; %NULL: closed */

  /* Owned references */
  GuatuDocument *document;
  GCancellable  *cancellable;

  gint64         calendar;            /* 0: none */
  int            year;
  double         scrolled;
  gboolean       updating;
  gboolean       was_mapped;
};

/* Shows everything as it is now. */
void guatu_calendar_view_update          (GuatuCalendarView      *self);

/* What belongs to the chosen calendar, and to the selected days. */
void guatu_calendar_view_show_chosen     (GuatuCalendarView      *self);
void guatu_calendar_view_show_days       (GuatuCalendarView      *self);

void guatu_calendar_view_put_together    (GuatuCalendarView      *self);

void guatu_calendar_view_install_actions (GtkWidgetClass         *class);

/* What the pointer and the wheel do over the year. */
void guatu_calendar_view_add_input       (GuatuCalendarView      *self);

G_END_DECLS
