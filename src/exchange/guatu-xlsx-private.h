/* guatu-xlsx-private.h — what the sheets of a workbook share: formats, colours and cells. */
#pragma once

#include "guatu-xlsx.h"

#include <xlsxwriter.h>

#include "guatu-lights.h"

G_BEGIN_DECLS

/* What spreadsheets take. */
#define GUATU_XLSX_MAX_ROWS  1048576u
#define GUATU_XLSX_MAX_CELL  32767u
#define GUATU_XLSX_MAX_LEVEL 7u

/* A format is made once for each look that occurs. */
typedef struct
{
  const char *number;           /* "0%"; %NULL: general */
  guint32     ground;           /* 0xrrggbb; GUATU_XLSX_NO_COLOUR */
  guint32     ink;
  guint32     left;             /* the colour of a line at the cell's left */
  guint8      indent;
  gboolean    bold;
  gboolean    centred;
  gboolean    wrap;
  gboolean    grid;             /* thin lines around */
} GuatuXlsxLook;

#define GUATU_XLSX_NO_COLOUR G_MAXUINT32
#define GUATU_XLSX_LOOK_INIT { .ground = GUATU_XLSX_NO_COLOUR, .ink = GUATU_XLSX_NO_COLOUR, \
                               .left = GUATU_XLSX_NO_COLOUR }

typedef struct
{
  const GuatuPlan     *plan;
  const GuatuSchedule *schedule;
  GuatuLights         *lights;
  gint64              *reported;  /* by task row */
  GuatuInstant         today;
  gboolean             chinese;
  GuatuNotes          *notes;     /* or %NULL */
  lxw_workbook        *book;
  GHashTable          *formats;   /* of looks in words */
  guint                n_cut;     /* texts that a cell cannot hold */
} GuatuXlsx;

/* One of two wordings: the file's language need not be the reader's. */
const char *guatu_xlsx_word     (const GuatuXlsx     *self,
                                 const char          *english,
                                 const char          *chinese);

lxw_format *guatu_xlsx_format   (GuatuXlsx           *self,
                                 const GuatuXlsxLook *look);

/* Instants become numbers of days, as spreadsheets count them; a text is cut where it is longer than a cell. */
void        guatu_xlsx_text     (GuatuXlsx           *self,
                                 lxw_worksheet       *sheet,
                                 guint                row,
                                 guint                column,
                                 const char          *text,
                                 const GuatuXlsxLook *look);
void        guatu_xlsx_instant  (GuatuXlsx           *self,
                                 lxw_worksheet       *sheet,
                                 guint                row,
                                 guint                column,
                                 GuatuInstant         instant,
                                 const GuatuXlsxLook *look);
void        guatu_xlsx_number   (GuatuXlsx           *self,
                                 lxw_worksheet       *sheet,
                                 guint                row,
                                 guint                column,
                                 double               number,
                                 const GuatuXlsxLook *look);

/* "yyyy-mm-dd", and the same with the time of day. */
const char *guatu_xlsx_day_format    (const GuatuXlsx *self);
const char *guatu_xlsx_moment_format (const GuatuXlsx *self);

/* The ground of the task's bar: that of its category. */
guint32     guatu_xlsx_task_colour   (const GuatuXlsx *self,
                                      gint32           task);

/* Rows that the list has; all sheets stop there. */
guint       guatu_xlsx_n_rows   (const GuatuXlsx     *self,
                                 guint                n_tasks,
                                 guint                n_heads);

/* So deep that spreadsheets fold the rows together. */
void        guatu_xlsx_row      (const GuatuXlsx     *self,
                                 lxw_worksheet       *sheet,
                                 guint                row,
                                 gint32               task);

void        guatu_xlsx_add_list (GuatuXlsx           *self);
void        guatu_xlsx_add_bars (GuatuXlsx           *self);

G_END_DECLS
