/* guatu-mspdi-write-private.h — what the files that write Microsoft Project's XML share. */
#pragma once

#include <libxml/xmlwriter.h>

#include "guatu-mspdi.h"

G_BEGIN_DECLS

/*
 * The order of elements, which Project's schema prescribes, is that of the files which Project 2002 … 2019
 * wrote; where none of them has an element (Subject, Deadline, Notes of an assignment …) that of files which
 * MPXJ wrote by classes generated from the published schema. Elements that would say what goes without
 * saying are left out: all but the numbers are optional.
 */

/* A calendar of a person whose own one is not made for persons: nothing but a reference to its base. */
typedef struct
{
  gint64  uid;
  gint64  base;
  char   *name;
} MspdiOwnCalendar;

typedef struct
{
  const GuatuPlan     *plan;
  const GuatuSchedule *schedule;
  GuatuNotes          *notes;
  xmlTextWriter       *xml;
  GuatuSpans          *spans;           /* made when the first interrupted task comes */
  gint64              *shares;          /* reported, by task row */
  /* The numbers that rows have in the file, by row; -1: it is not in it. */
  gint64              *calendars;
  gint64              *tasks;
  gint64              *people;
  gint64              *units;
  gint64              *assignments;
  gint64              *fields;          /* FieldIDs of custom fields */
  gint64              *baselines;       /* 0 … 10 */
  gint64              *person_calendars;  /* what stands in a resource's CalendarUID */
  gint64              *unit_calendars;
  GArray              *own_calendars;   /* of MspdiOwnCalendar */
  gint64               next_task;       /* numbers from here on are free, for blank rows … */
  gint64               next_assignment; /* … and for assignments of nobody */
  guint                n_crowded;       /* tasks with more blank rows above them than go out */
  guint                n_rounded;       /* shares and lags that Project does not know as finely */
} MspdiOut;

/* Elements; guatu-mspdi-write-values.c --------------------------------------------------------------------- */

void     guatu_mspdi_put_begin    (MspdiOut     *self,
                                   const char   *name);
void     guatu_mspdi_put_end      (MspdiOut     *self);

/* Even where it is empty. */
void     guatu_mspdi_put_word     (MspdiOut     *self,
                                   const char   *name,
                                   const char   *text);

/* Nothing where there is no text, number, date or duration. */
void     guatu_mspdi_put_text     (MspdiOut     *self,
                                   const char   *name,
                                   const char   *text);
void     guatu_mspdi_put_integer  (MspdiOut     *self,
                                   const char   *name,
                                   gint64        number);
void     guatu_mspdi_put_date     (MspdiOut     *self,
                                   const char   *name,
                                   GuatuInstant  date);
void     guatu_mspdi_put_duration (MspdiOut     *self,
                                   const char   *name,
                                   gint64        seconds);

/* Seconds in tenths of a minute, rounded. */
void     guatu_mspdi_put_tenths   (MspdiOut     *self,
                                   const char   *name,
                                   gint64        seconds);

/* 1/100 % as a share of 1: "0.5", "1.25". */
void     guatu_mspdi_put_share    (MspdiOut     *self,
                                   const char   *name,
                                   gint64        share);
void     guatu_mspdi_put_flag     (MspdiOut     *self,
                                   const char   *name,
                                   gboolean      flag);
/* "08:00:00", and 00:00:00 for the end of the day. */
void     guatu_mspdi_put_daytime  (MspdiOut     *self,
                                   const char   *name,
                                   gint64        seconds);

/* A number, date, amount … of a row, or a text of it, under the name of an element. */
void     guatu_mspdi_put_field    (MspdiOut     *self,
                                   const char   *name,
                                   GuatuTable    table,
                                   gint32        row,
                                   guint         field);

/* The DurationFormat that shows an amount in @unit. */
int      guatu_mspdi_format_code  (guint         unit,
                                   gboolean      elapsed,
                                   gboolean      estimated);

/* @share in whole percent, but 0 and 100 only where it is just that. */
int      guatu_mspdi_whole_percent (gint64       share);

/* Numbers; guatu-mspdi-write-uids.c ------------------------------------------------------------------------ */

void     guatu_mspdi_number_rows  (MspdiOut     *self);
void     guatu_mspdi_free_numbers (MspdiOut     *self);

/* Whether the assignment is one as Project knows them: of somebody who works, not of somebody who answers. */
gboolean guatu_mspdi_is_resource  (const GuatuAssignment *assignment);

/* Whether the calendar goes out as one that rests on its base; else all that it says stands in it. */
gboolean guatu_mspdi_is_derived   (const GuatuPlan *plan,
                                   gint32        calendar);

/* Numbers for custom fields and baselines, and both as parts of a task or person; guatu-mspdi-write-fields.c ---- */

void     guatu_mspdi_number_fields    (MspdiOut   *self);
void     guatu_mspdi_number_baselines (MspdiOut   *self);
void     guatu_mspdi_put_definitions  (MspdiOut   *self);
void     guatu_mspdi_put_values       (MspdiOut   *self,
                                       guint       owner_field,
                                       gint32      owner);
void     guatu_mspdi_put_baselines    (MspdiOut   *self,
                                       gint32      task);

/* A summary's is what it comes to. */
gint64   guatu_mspdi_duration_of      (const MspdiOut *self,
                                       gint32      task);

/* The parts of the file. */
void     guatu_mspdi_put_calendars    (MspdiOut   *self);
void     guatu_mspdi_put_tasks        (MspdiOut   *self);
/* Its first row, the project as a whole; guatu-mspdi-write.c. */
void     guatu_mspdi_put_project      (MspdiOut   *self);
void     guatu_mspdi_put_resources    (MspdiOut   *self);
void     guatu_mspdi_put_assignments  (MspdiOut   *self);

/* The interruptions of a task, as stretches of one of its assignments; guatu-mspdi-write-splits.c. */
void     guatu_mspdi_put_stretches    (MspdiOut   *self,
                                       gint32      task,
                                       gint64      assignment,
                                       gint64      work);

/* What the format has no place for; guatu-mspdi-write-said.c. */
void     guatu_mspdi_put_spans        (MspdiOut   *self);

/* Says what the file does not hold; guatu-mspdi-write-lost.c. */
void     guatu_mspdi_tell_lost        (MspdiOut   *self);

G_END_DECLS
