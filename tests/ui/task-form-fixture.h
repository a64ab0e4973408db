/* task-form-fixture.h — what the tests of the task form share: the form of “Bridge”, in a plan of its own. */
#pragma once

#include "document-fixture.h"
#include "guatu-task-form-private.h"

G_BEGIN_DECLS

typedef struct
{
  DocumentFixture  document;
  GuatuBattleView *view;
  GtkWidget       *window;
  GuatuTaskForm   *form;        /* %NULL once it is gone */
  gint64           head;        /* of the journal, when the test began */
} TaskFormFixture;

void             task_form_set_up    (TaskFormFixture *fixture,
                                      gconstpointer    data);
void             task_form_tear_down (TaskFormFixture *fixture,
                                      gconstpointer    data);

const GuatuPlan *task_form_plan      (TaskFormFixture *fixture);

/* The row of a field, and what is typed or chosen in. */
GuatuFieldRow   *task_form_row       (TaskFormFixture *fixture,
                                      guint            field);
GtkWidget       *task_form_editor    (TaskFormFixture *fixture,
                                      guint            field);

/* A number of “Bridge”. */
gint64           task_form_number    (TaskFormFixture *fixture,
                                      guint            field);

void             task_form_choose    (GtkWidget       *drop_down,
                                      guint            place);

/* That the journal has so many more entries than when the test began. */
void             task_form_must_have_written (TaskFormFixture *fixture,
                                      gint64           n);

G_END_DECLS
