/* guatu-timeline-drag.h — a bar that is dragged: what it was, what it would become, and the verb that does it. */
#pragma once

#include "guatu-document.h"

G_BEGIN_DECLS

/*
 * Nothing here knows a pointer or a widget. A bar is grabbed, which says why it may not be; then it is previewed as
 * often as the pointer moves; then the last preview is committed, or forgotten.
 */

typedef enum
{
  GUATU_DRAG_MOVE,              /* the whole bar */
  GUATU_DRAG_RESIZE,            /* its end */
  GUATU_DRAG_START,             /* its start, while its end stays */
} GuatuDragKind;

typedef enum
{
  GUATU_SNAP_DAY,
  GUATU_SNAP_HOUR,
} GuatuSnap;

typedef struct
{
  GuatuDragKind kind;
  gint64        task;           /* its id */
  GuatuInstant  start;          /* where the bar stood */
  GuatuInstant  finish;
} GuatuDrag;

typedef struct
{
  GuatuInstant start;           /* what is asked for: what others say of the task may come in between */
  GuatuInstant finish;
  GuatuSetting settings[3];
  guint        n;               /* 0: nothing would change */
} GuatuDragChange;

/* %FALSE with @error, for people, where the bar cannot be moved or its end or start cannot. */
gboolean       guatu_drag_grab     (GuatuDrag             *self,
                                    GuatuDocument         *document,
                                    gint64                 task,
                                    GuatuDragKind          kind,
                                    GError               **error);

/* The bar, or its end, moved by @delta seconds and then on to where work can start or end. */
void           guatu_drag_preview  (const GuatuDrag       *self,
                                    GuatuDocument         *document,
                                    gint64                 delta,
                                    GuatuSnap              snap,
                                    GuatuDragChange       *change);

/* The same by so many working days of the task, on or back. */
void           guatu_drag_shift    (const GuatuDrag       *self,
                                    GuatuDocument         *document,
                                    gint64                 days,
                                    GuatuDragChange       *change);

/* One working day on (@direction 1) or back (-1): what a key does. */
void           guatu_drag_step     (const GuatuDrag       *self,
                                    GuatuDocument         *document,
                                    int                    direction,
                                    GuatuDragChange       *change);

/* Has the bar start at @start, where others hold it: its end stays all the same. */
void           guatu_drag_hold_at  (const GuatuDrag       *self,
                                    GuatuDocument         *document,
                                    GuatuInstant           start,
                                    GuatuDragChange       *change);

/* The whole plan as it would be with the change. */
GuatuSchedule *guatu_drag_schedule (const GuatuDrag       *self,
                                    GuatuDocument         *document,
                                    const GuatuDragChange *change);

/* Whether @foreseen, the schedule with the change, has the bar elsewhere; %FALSE with the reason for which it stays. */
gboolean       guatu_drag_check_moves (const GuatuDrag    *self,
                                    GuatuDocument         *document,
                                    const GuatuDragChange *change,
                                    const GuatuSchedule   *foreseen,
                                    GError               **error);

/* One verb. %FALSE with @error where the document refuses, or where the bar would stay although it was moved: then
 * with the reason, and nothing has changed. */
gboolean       guatu_drag_commit   (const GuatuDrag       *self,
                                    GuatuDocument         *document,
                                    const GuatuDragChange *change,
                                    GError               **error);

G_END_DECLS
