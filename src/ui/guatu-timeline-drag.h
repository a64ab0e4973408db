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
  GuatuSetting settings[2];
  guint        n;               /* 0: nothing would change */
} GuatuDragChange;

/* %FALSE with @error, for people, where the bar cannot be moved or its end cannot. */
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

/* One working day on (@direction 1) or back (-1): what a key does. */
void           guatu_drag_step     (const GuatuDrag       *self,
                                    GuatuDocument         *document,
                                    int                    direction,
                                    GuatuDragChange       *change);

/* The whole plan as it would be with the change. */
GuatuSchedule *guatu_drag_schedule (const GuatuDrag       *self,
                                    GuatuDocument         *document,
                                    const GuatuDragChange *change);

/* One verb. %FALSE with @error where the document refuses, or where the bar would stay although it was moved: then
 * with the reason, and nothing has changed. */
gboolean       guatu_drag_commit   (const GuatuDrag       *self,
                                    GuatuDocument         *document,
                                    const GuatuDragChange *change,
                                    GError               **error);

/* A link between two ends of bars: the start, or the finish, of each. A link that is there keeps its lag. */
GuatuLinkType  guatu_drag_link_type (gboolean              from_finish,
                                    gboolean               to_finish);
gboolean       guatu_drag_link     (GuatuDocument         *document,
                                    gint64                 from,
                                    gint64                 to,
                                    GuatuLinkType          type,
                                    GError               **error);

G_END_DECLS
