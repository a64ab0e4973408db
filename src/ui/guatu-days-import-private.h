/* guatu-days-import-private.h — the parts of the window that imports days, shared by its files. */
#pragma once

#include "guatu-days-import.h"
#include "guatu-holidays.h"
#include "guatu-moves.h"
#include "guatu-year.h"

G_BEGIN_DECLS

struct _GuatuDaysImportWindow
{
  AdwWindow        parent_instance;

  /* Children */
  GtkWidget       *summary;
  GtkWidget       *finish;
  GtkWidget       *change_title;
  GtkWidget       *moved_title;
  GtkWidget       *notes_box;
  GtkWidget       *accept;

  /* Owned references */
  GuatuDocument   *document;
  GuatuHolidays   *holidays;
  GuatuNotes      *notes;
  GListStore      *change_rows;
  GListStore      *moved_rows;
  GuatuPlan       *after;           /* %NULL: the days were refused */
  GuatuSchedule   *schedule;
  GuatuDates      *dates;
  GArray          *changes;         /* of GuatuDayChange */
  GArray          *moved;           /* of gint32: rows of tasks */
  char            *source;

  GuatuDaysImport  import;
  gint64           calendar;
  gboolean         accepting;
};

/* The two lists, of days and of tasks (guatu-days-import-lists.c). */
void       guatu_days_import_make_lists (GuatuDaysImportWindow *self,
                                         GtkBox                *box);
void       guatu_days_import_fill_lists (GuatuDaysImportWindow *self,
                                         guint                  n_changes,
                                         guint                  n_moved);

/* A line of text that wraps. */
GtkWidget *guatu_days_import_label      (const char            *style);

G_END_DECLS
