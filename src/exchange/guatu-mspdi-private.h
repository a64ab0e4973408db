/* guatu-mspdi-private.h — what the files that read Microsoft Project's XML share. */
#pragma once

#include "guatu-import-private.h"

G_BEGIN_DECLS

/*
 * A record is one element of the file with the texts of its children: a task, a link, an assignment. Which
 * children there are to be, and where each one's text goes, is said by a shape. Children that we work out
 * ourselves are known and passed over; those that nobody knows are counted, and told when all is read.
 */
typedef struct
{
  const char *const *slots;       /* names of the children whose text is kept; NULL-terminated, at most 64 */
  const char *const *derived;     /* names of those that follow from others or say nothing to us; or NULL */
} GuatuShapeNames;

#define GUATU_RECORD_SLOTS 64

typedef enum
{
  MSPDI_TEXT,
  MSPDI_DATE,
  MSPDI_DURATION,
  MSPDI_DAYTIME,
  MSPDI_NUMBER,
} MspdiKind;

typedef struct
{
  const char *what;               /* what messages call a record of this shape */
  GHashTable *places;             /* interned name → slot + 1, or DERIVED */
  guint       n_slots;
  guint8      kinds[GUATU_RECORD_SLOTS];  /* of MspdiKind */
} GuatuShape;

typedef struct
{
  GString *buffer;                /* texts end to end */
  guint32  at[GUATU_RECORD_SLOTS];  /* where the slot's text begins, plus 1; 0: there is no such child */
  guint    line;
} GuatuRecord;

/* A resource's or task's number in the file, which may be anything. */
typedef gint64 GuatuUid;

/* The whole file while it is read. References are resolved when all of it is known. */
typedef struct
{
  GuatuXml                 *xml;
  GuatuPlan                *plan;
  const GuatuImportOptions *options;
  GuatuNotes               *notes;
  GHashTable               *unknown;        /* "Task/FixedCost" → Unknown */
  GHashTable               *calendars;      /* uid → row + 1 */
  GHashTable               *tasks;          /* uid → row + 1 */
  GHashTable               *people;         /* uid → row + 1 */
  GHashTable               *custom;         /* FieldID → row + 1 of custom_field */
  GHashTable               *custom_names;   /* FieldID → what the file says of the field, used or not */
  GHashTable               *baselines;      /* number + 1 → row + 1 */
  GArray                   *task_notes;     /* of MspdiTask: what is looked at again when all is read */
  GArray                   *links;          /* of MspdiLink */
  GArray                   *parts;          /* of MspdiPart: rows that hang on the task or person being read */
  GArray                   *assignments;    /* of MspdiAssignment */
  GArray                   *bases;          /* of MspdiBase */
  GArray                   *person_calendars;   /* of MspdiBase, of people instead of calendars */
  GArray                   *gaps;           /* of MspdiGap: splits that assignments show */
  gint64                    project_calendar;
  GuatuInstant              finish_date;
  gint64                    save_version;
  guint                     blank_rows;     /* since the last task */
  GHashTable               *shapes;         /* GuatuShapeNames → GuatuShape */
  GHashTable               *kinds;          /* interned name → MspdiKind, where it is no text */
} Mspdi;

/* A task as the file had it, by the row that it became. */
typedef struct
{
  gint32       row;
  GuatuUid     uid;
  GuatuUid     calendar;
  gint64       percent;             /* 1/100 %, GUATU_NONE */
  guint        line;
  gboolean     is_summary_row;      /* the flag; children count more */
  GuatuInstant late_start;
  GuatuInstant late_finish;
} MspdiTask;

typedef struct
{
  GuatuTable table;
  gint32     row;
} MspdiPart;

typedef struct
{
  GuatuUid predecessor;
  gint32   successor;
  gint64   type;
  gint64   lag;                     /* tenths of a minute, or percent */
  gint64   format;
  gboolean is_elsewhere;            /* in another project */
  guint    line;
} MspdiLink;

typedef struct
{
  gint32   row;                     /* of the assignment, -1 while its task or resource is not known */
  GuatuUid task;
  GuatuUid resource;
  guint    line;
} MspdiAssignment;

typedef struct
{
  gint32   calendar;
  GuatuUid base;
} MspdiBase;

/* A stretch of an assignment in which there is no work. */
typedef struct
{
  GuatuUid     task;
  GuatuInstant from;
  GuatuInstant to;
} MspdiGap;

#define GUATU_NOBODY -65535

/* Values (msproject §1.1, §1.2); guatu-mspdi-values.c ------------------------------------------------- */

/* 0, 1, true, false; @fallback for anything else. */
gboolean     guatu_mspdi_boolean   (const char   *text,
                                    gboolean      fallback);

/* A number, perhaps with a fraction that is cut off; @fallback where there is none, or it is out of all bounds. */
gint64       guatu_mspdi_integer   (const char   *text,
                                    gint64        fallback);

/* A number with a fraction, times @scale, rounded half up. */
gint64       guatu_mspdi_scaled    (const char   *text,
                                    double        scale,
                                    gint64        fallback);

/* GUATU_NONE where there is no date, and for those by which programs mean none. */
GuatuInstant guatu_mspdi_date      (const char   *text);

/* The same, where a date that stands for none elsewhere would be one. */
GuatuInstant guatu_mspdi_any_date  (const char   *text);

/* "PT16H0M0S" in seconds, negative ones too; GUATU_NONE where it is none. */
gint64       guatu_mspdi_duration  (const char   *text);

/* Seconds of the day; -1 where it is none. */
gint64       guatu_mspdi_daytime   (const char   *text);

/* A name or note as a plan may hold it. Free it. */
char        *guatu_mspdi_text      (const char   *text);

/* A DurationFormat taken apart. */
typedef struct
{
  GuatuDurationUnit unit;           /* GUATU_UNIT_PERCENT for percentages */
  gboolean          elapsed;
  gboolean          estimated;
} MspdiFormat;

MspdiFormat  guatu_mspdi_format    (gint64        format);

/* Records; guatu-mspdi-record.c -------------------------------------------------------------------------- */

/* Made at the first call, and kept with the reader. */
GuatuShape  *guatu_mspdi_shape     (Mspdi                 *self,
                                    const char            *what,
                                    const GuatuShapeNames *names);
void         guatu_shape_free      (GuatuShape            *self);

/* Called for children that a shape does not keep; whether it has read this one. */
typedef gboolean (*MspdiChildFunc) (Mspdi *self, const char *name, gpointer data);

void         guatu_mspdi_record    (Mspdi                 *self,
                                    const GuatuShape      *shape,
                                    GuatuRecord           *record,
                                    MspdiChildFunc         child,
                                    gpointer               data);
void         guatu_record_clear    (GuatuRecord           *record);

/* The text of a slot: %NULL if there was no such child, "" if it was empty. */
static inline const char *
guatu_record_text (const GuatuRecord *record, guint slot)
{
  return record->at[slot] != 0 ? record->buffer->str + record->at[slot] - 1 : NULL;
}

/* What the texts of the elements stand for; guatu-mspdi-check.c. */
GHashTable  *guatu_mspdi_kinds_new (GuatuXml              *xml);

/* A text that is not of its kind is told; the readers take it for none. */
void         guatu_mspdi_check_value (Mspdi               *self,
                                      MspdiKind            kind,
                                      const char          *name,
                                      const char          *text);

/* Counts a child that is not carried over. */
void         guatu_mspdi_unknown   (Mspdi                 *self,
                                    const char            *what,
                                    const char            *name);
void         guatu_mspdi_tell_unknown (Mspdi              *self);

/* "Line 340, task 12": where something is in the file. Free it. */
char        *guatu_mspdi_place     (guint                  line,
                                    const char            *what,
                                    GuatuUid               uid);

/* Writing rows ------------------------------------------------------------------------------------------- */

gint32       guatu_mspdi_insert    (Mspdi                 *self,
                                    GuatuTable             table);

/* Sets a field to a number within its bounds; what is out of them is cut to them and noted. */
void         guatu_mspdi_set       (Mspdi                 *self,
                                    GuatuTable             table,
                                    gint32                 row,
                                    guint                  field,
                                    gint64                 value);
void         guatu_mspdi_set_text  (Mspdi                 *self,
                                    GuatuTable             table,
                                    gint32                 row,
                                    guint                  field,
                                    const char            *text);

/* The row that a number of the file became; -1 if there is none. */
gint32       guatu_mspdi_find      (GHashTable            *rows,
                                    GuatuUid               uid);
/* Whether @uid was new. */
gboolean     guatu_mspdi_remember  (GHashTable            *rows,
                                    GuatuUid               uid,
                                    gint32                 row);

/* The parts of the file; each is called at the start of its element. */
void         guatu_mspdi_read_calendars   (Mspdi *self);
void         guatu_mspdi_end_calendars    (Mspdi *self);
void         guatu_mspdi_tell_idle_calendars (Mspdi *self);
void         guatu_mspdi_read_tasks       (Mspdi *self);
void         guatu_mspdi_read_resources   (Mspdi *self);
void         guatu_mspdi_read_assignments (Mspdi *self);
void         guatu_mspdi_read_custom_fields (Mspdi *self);

/* FieldID → what the file says of the field. */
GHashTable  *guatu_mspdi_custom_names_new (void);

/* A task's or resource's own value of a custom field, and one baseline of a task; at their elements. */
void         guatu_mspdi_read_custom_value (Mspdi     *self,
                                            GuatuTable table,
                                            gint32     row);
void         guatu_mspdi_read_baseline     (Mspdi     *self,
                                            gint32     task);

/* When all is read: links, calendars of tasks, assignments; then what follows from all of it. */
gboolean     guatu_mspdi_end_links        (Mspdi *self, GError **error);
void         guatu_mspdi_end_assignments  (Mspdi *self);
void         guatu_mspdi_end_tasks        (Mspdi *self);
void         guatu_mspdi_end_custom_fields (Mspdi *self);
/* How long tasks are with their interruptions, where Guatu itself wrote the file and said so; %FALSE if it did not. */
gboolean     guatu_mspdi_take_spans       (Mspdi *self);
/* Else what the dates tell of it. */
void         guatu_mspdi_keep_spans       (Mspdi *self);
void         guatu_mspdi_compare          (Mspdi *self);

G_END_DECLS
