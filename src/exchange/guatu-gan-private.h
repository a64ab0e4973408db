/* guatu-gan-private.h — the parts of the reader of GanttProject's files. */
#pragma once

#include "guatu-foreign-private.h"

G_BEGIN_DECLS

/* GanttProject counts in whole days: a day of its is one of eight hours here, 8:00–12:00 and 13:00–17:00. */
#define GUATU_GAN_DAY (8 * GUATU_HOUR)

typedef struct
{
  GuatuForeign  foreign;
  gint32        calendar;       /* row of the file's calendar */
  GHashTable   *roles;          /* id → name; they come at the end of the file */
  GPtrArray    *functions;      /* of GuatuGanFunction: roles named before they are known */
} GuatuGan;

typedef struct
{
  GuatuTable  table;            /* person or assignment */
  gint32      row;
  gint32      person;
  char       *role;
} GuatuGanFunction;

/* "2012-05-10", at 8:00. */
gboolean    guatu_gan_date           (const char   *text,
                                      GuatuInstant *instant);

/* The reader is on the element; each reads all that is in it. */
void        guatu_gan_read_calendars (GuatuGan     *self);
void        guatu_gan_read_tasks     (GuatuGan     *self);
void        guatu_gan_read_baselines (GuatuGan     *self);
void        guatu_gan_read_resources (GuatuGan     *self);
void        guatu_gan_read_allocations (GuatuGan   *self);
void        guatu_gan_read_vacations (GuatuGan     *self);
void        guatu_gan_read_roles     (GuatuGan     *self);

/* Gives people and assignments the names of their roles. */
void        guatu_gan_name_functions (GuatuGan     *self);

/* Recorded finishes follow from start and duration on the file's calendar. */
void        guatu_gan_record_finishes (GuatuGan    *self);

/* The finish of what begins at @start and takes @days. */
GuatuInstant guatu_gan_finish        (GuatuGan     *self,
                                      GuatuInstant  start,
                                      gint64        days);

/* Defines or fills in a custom field; the attributes are those of the element. */
void        guatu_gan_define_field   (GuatuGan     *self,
                                      GuatuCustomOwner owner,
                                      const char   *id_attribute,
                                      const char   *type_attribute);

G_END_DECLS
