/* guatu-week-panel-private.h — the parts of the editor of weeks, shared by its files. */
#pragma once

#include "guatu-week-panel.h"

G_BEGIN_DECLS

typedef struct
{
  GtkWidget *line;
  GtkWidget *label;
  GtkWidget *entry;
  GtkWidget *clear;         /* says nothing of the day any more */
  char      *shown;         /* what the plan holds, as text */
  gboolean   given;
} GuatuWeekPanelDay;

struct _GuatuWeekPanel
{
  GtkWidget      parent_instance;

  /* Children */
  GtkWidget     *box;
  GtkWidget     *days;
  GtkWidget     *weeks;
  GtkWidget     *add;
  GtkWidget     *change;
  GtkWidget     *remove;
  GtkWidget     *error;
  GuatuWeekPanelDay weekdays[7];

  /* Owned references */
  GuatuDocument *document;
  GArray        *ids;           /* of gint64: the weeks in the drop-down; the first is 0 */

  gint64         calendar;
  gint64         week;
  gboolean       updating;
};

const GuatuPlan *guatu_week_panel_plan         (GuatuWeekPanel *self);

/* -1: there is no calendar. */
gint32           guatu_week_panel_calendar_row (GuatuWeekPanel *self);

/* The hours of weekdays (guatu-week-panel-hours.c). @inherits: a day of which nothing is said has the hours of the
 * usual week or of the calendar's base. */
void             guatu_week_panel_make_day     (GuatuWeekPanel *self,
                                                int             weekday);
void             guatu_week_panel_show_day     (GuatuWeekPanel *self,
                                                int             weekday,
                                                gboolean        inherits);

/* What is wrong with the text in that entry; %NULL: nothing is wrong any more. */
void             guatu_week_panel_complain     (GuatuWeekPanel *self,
                                                GtkWidget      *entry,
                                                const char     *message);

/* Weeks with dates (guatu-week-panel-weeks.c): which one is shown, and what can be done to it. */
GtkWidget       *guatu_week_panel_make_weeks   (GuatuWeekPanel *self);
void             guatu_week_panel_show_weeks   (GuatuWeekPanel *self);

G_END_DECLS
