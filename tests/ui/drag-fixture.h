/* drag-fixture.h — what the tests of hands on the timeline share: a plan on it in a window, and what became of it. */
#pragma once

#include "document-fixture.h"
#include "guatu-timeline-private.h"

G_BEGIN_DECLS

#define DRAG_WIDTH 1000
#define DRAG_HEIGHT 300

/* The plan of document-fixture.h, from Mon 2024-02-26 to Mon 2024-04-29. */
typedef struct
{
  DocumentFixture  of;
  GuatuBattleView *view;
  GuatuTimeline   *timeline;
  GtkWidget       *window;
  char            *failure;     /* the last one; NULL: none */
  char            *removed;     /* what was last said to be taken out */
  gint64           created;     /* the task that wants a name; 0: none */
} DragFixture;

void     drag_fixture_set_up    (DragFixture     *self,
                                 gconstpointer    data);
void     drag_fixture_tear_down (DragFixture     *self,
                                 gconstpointer    data);

/* Takes down what the timeline says from now on. */
void     drag_fixture_watch     (DragFixture     *self);

/* The task's bar in the widget; and the width of a day. */
GuatuBox bar_of                 (DragFixture     *self,
                                 const char      *name);
double   day_width              (DragFixture     *self);

/* The place of a date; the middle of the task's row. */
double   x_at                   (DragFixture     *self,
                                 const char      *date);
double   y_of                   (DragFixture     *self,
                                 const char      *name);

/* From a press to a release. What was shown before the release was drawn. */
void     drag                   (DragFixture     *self,
                                 GuatuPoint       from,
                                 GuatuPoint       to,
                                 GdkModifierType  state);

/* The row of the link between the two, or -1. */
gint32   link_between           (DragFixture     *self,
                                 const char      *from,
                                 const char      *to);

/* What the timeline's key does; answers whether it did anything. */
gboolean press_key              (DragFixture     *self,
                                 const char      *action);

void     check_place            (GuatuInstant     is,
                                 const char      *should);
void     check_start            (DocumentFixture *of,
                                 const char      *name,
                                 const char      *should);
void     check_finish           (DocumentFixture *of,
                                 const char      *name,
                                 const char      *should);

/* Since @before ::changed came once: there is one entry more, which one step of undo takes back. */
void     check_undo             (DocumentFixture *of,
                                 guint            before);

/* It was refused: with these words, and nothing has changed since @before. */
void     check_refused          (DragFixture     *self,
                                 guint            before,
                                 const char      *part);

#define add_drag_test(path, func) \
  g_test_add (path, DragFixture, NULL, drag_fixture_set_up, func, drag_fixture_tear_down)

G_END_DECLS
