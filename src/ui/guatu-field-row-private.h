/* guatu-field-row-private.h — what the files of a field row share: editing, showing, putting together. */
#pragma once

#include "guatu-field-row.h"

G_BEGIN_DECLS

struct _GuatuFieldRow
{
  AdwPreferencesRow  parent_instance;

  GtkWidget         *label;
  GtkWidget         *editor;
  GtkWidget         *hint;
  GtkWidget         *error;

  GuatuDocument     *document;
  gint64             task;
  guint              field;       /* of the table of tasks */
  gint64             custom;      /* the custom field that it is about instead; 0: none */
  char              *shown;       /* the text that was filled in */
  GArray            *ids;         /* of the rows that a reference may mean; the first is 0: none */
  gboolean           filling;
  gboolean           fixed;
};

/* The field's entry in the table; %NULL for a custom field. */
const GuatuField *guatu_field_row_info       (GuatuFieldRow *self);

/* The row of the task; -1: there is none. */
gint32            guatu_field_row_task_row   (GuatuFieldRow *self);

/* The widget that has the text, the focus and the trouble. */
GtkWidget        *guatu_field_row_inner      (GuatuFieldRow *self);

/* Texts and choices (guatu-field-row-edit.c) ---------------------------------------------------------- */

gboolean          guatu_field_row_has_text   (GuatuFieldRow *self);

/* Whether another text stands there than was filled in. */
gboolean          guatu_field_row_is_touched (GuatuFieldRow *self);

/* Puts in what the plan holds. */
void              guatu_field_row_fill_text  (GuatuFieldRow *self);

void              guatu_field_row_show_error (GuatuFieldRow *self,
                                              const char    *message);

/* Connects the editor, which is there. */
void              guatu_field_row_watch      (GuatuFieldRow *self);

/* Putting together (guatu-field-row-build.c) ---------------------------------------------------------- */

/* Makes the editor that suits the field, and the row of it. */
void              guatu_field_row_build      (GuatuFieldRow *self,
                                              const char    *label);

G_END_DECLS
