/* guatu-part-list.h — the parts of a task as rows: changed in place, taken away, more of them added. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-document.h"

G_BEGIN_DECLS

#define GUATU_TYPE_PART_LIST (guatu_part_list_get_type ())

/**
 * GuatuPartList:
 *
 * What the lists of assignments, key nodes, ledgers and links have in common. Rows stand above the message of what was
 * refused, and that above the buttons that add more. Whoever owns the list calls guatu_part_list_show() for another
 * task and after every change of the plan; then
 *
 * - a row that says the same as before stays, with what is being typed in it;
 * - of a row that is made anew, the same control has the focus again; of one that is gone, that of its neighbour;
 * - in a plan that cannot be written nothing can be changed.
 *
 * A kind of list derives from this, fills in the class below, and makes the controls of a row with
 * guatu_part_list_control(); each carries out one verb, and need not know of rows, focus and messages:
 *
 * - a button does so when it is clicked, a check button and a drop-down when they are changed; if that is refused they
 *   go back to what they were;
 * - an entry does when Enter is pressed, or a moment after the focus has left it (guatu-late-edit.h), if its text is
 *   another one by then; if that is refused the text stays and is marked. Escape puts back what was there.
 */
G_DECLARE_DERIVABLE_TYPE (GuatuPartList, guatu_part_list, GUATU, PART_LIST, GtkWidget)

/* Carries out for @part, a row of the plan, what was done with the @control of its row. */
typedef gboolean (*GuatuPartEdit) (GuatuPartList *self, gint32 part, GtkWidget *control, GError **error);

struct _GuatuPartListClass
{
  GtkWidgetClass parent_class;

  GuatuTable     table;         /* the parts are rows of it */
  gboolean       boxed;         /* rows look as those of a form do; else the list is a card */

  /* The parts of the task, in the order in which they are shown. Free it. */
  gint32      *(*list)     (GuatuPartList *self, gint32 task, guint *n);

  /* All that the row of the part says: it is made anew only when this is another text. Free it. */
  char        *(*tell)     (GuatuPartList *self, gint32 part);

  /* What is in the row of the part. */
  GtkWidget   *(*make_row) (GuatuPartList *self, gint32 part);

  /* What else there is to show of the task that is there; may be %NULL. */
  void         (*shown)    (GuatuPartList *self);
};

/* For whoever owns a list ---------------------------------------------------------------------------- */

/* Shows the parts of the task as they are now. */
void             guatu_part_list_show          (GuatuPartList    *self,
                                                gint64            task);
GtkListBox      *guatu_part_list_get_rows      (GuatuPartList    *self);

/* Why the last edit was refused; "" where it was not. */
const char      *guatu_part_list_get_error     (GuatuPartList    *self);

/* For kinds of lists --------------------------------------------------------------------------------- */

/* A list of the kind @type. */
GtkWidget       *guatu_part_list_new           (GType             type,
                                                GuatuDocument    *document);

/* How the rows are called, and what stands there as long as there are none; %NULL: nothing. */
void             guatu_part_list_describe      (GuatuPartList    *self,
                                                const char       *label,
                                                const char       *empty);

/* Adds a button below the rows, from which more parts are added: void clicked (GuatuPartList *, GtkButton *). */
GtkWidget       *guatu_part_list_add_button    (GuatuPartList    *self,
                                                const char       *label,
                                                GCallback         clicked);

GuatuDocument   *guatu_part_list_get_document  (GuatuPartList    *self);
const GuatuPlan *guatu_part_list_get_plan      (GuatuPartList    *self);

/* The task that is shown, and its row; 0 and -1: there is none. */
gint64           guatu_part_list_get_task      (GuatuPartList    *self);
gint32           guatu_part_list_get_task_row  (GuatuPartList    *self);
gint64           guatu_part_list_get_id        (GuatuPartList    *self,
                                                gint32            part);

/* For the class's list: the rows that refer to the task in @field, in the order of @compare, which is called with two
 * const gint32 * and the list. */
gint32          *guatu_part_list_referrers     (GuatuPartList    *self,
                                                guint             field,
                                                GCompareDataFunc  compare,
                                                guint            *n);

/* Makes the button, check button, drop-down or entry, filled in, a control of the row that is being made. */
void             guatu_part_list_control       (GuatuPartList    *self,
                                                GtkWidget        *widget,
                                                GuatuPartEdit     edit);

/* A flat button that is a control of the row, called "@what: @whom", or @what alone where @whom is %NULL. */
GtkWidget       *guatu_part_list_new_button    (GuatuPartList    *self,
                                                const char       *icon,
                                                const char       *what,
                                                const char       *whom,
                                                GuatuPartEdit     edit);

/* Calls a control after what it is and whom it is about: "Role: Transport Bureau". */
void             guatu_part_name               (GtkWidget        *widget,
                                                const char       *what,
                                                const char       *whom);

G_END_DECLS
