/* guatu-people-rows.h — units, the people below them and the members of task forces, as one list that can be folded. */
#pragma once

#include <gio/gio.h>

#include "guatu-document.h"
#include "guatu-lights.h"

G_BEGIN_DECLS

#define GUATU_TYPE_PEOPLE_ROW (guatu_people_row_get_type ())

/* One line. A person stands below the unit that is his, and once more below each other one that he is a member of.
 * Signal: ::changed, it is to be shown anew. */
G_DECLARE_FINAL_TYPE (GuatuPeopleRow, guatu_people_row, GUATU, PEOPLE_ROW, GObject)

struct _GuatuPeopleRow
{
  GObject          parent_instance;

  GuatuTable       table;       /* GUATU_TABLE_UNIT or GUATU_TABLE_PERSON */
  gint64           id;
  gint64           unit;        /* below which it stands; 0: below none */
  gint64           membership;  /* by which it stands there; 0: it is at home */
  guint            depth;
  gboolean         has_more;    /* something stands below it */
  gboolean         folded;
  gboolean         head;        /* of the unit */
  GuatuLightColour light;       /* the worst of its tasks */
  guint            n_tasks;
};

#define GUATU_TYPE_PEOPLE_ROWS (guatu_people_rows_get_type ())

G_DECLARE_FINAL_TYPE (GuatuPeopleRows, guatu_people_rows, GUATU, PEOPLE_ROWS, GObject)

GuatuPeopleRows *guatu_people_rows_new      (GuatuDocument    *document);

/* Shows what the plan holds now, in small steps. */
void             guatu_people_rows_refresh  (GuatuPeopleRows  *self);

/* Those whose name, post or duty holds the text, with the units above them; "": all. */
void             guatu_people_rows_search   (GuatuPeopleRows  *self,
                                             const char       *text);

void             guatu_people_rows_fold     (GuatuPeopleRows  *self,
                                             gint64            unit,
                                             gboolean          folded);

/* The place where the one stands at home, units above it unfolded; -1: it is not shown. */
int              guatu_people_rows_find     (GuatuPeopleRows  *self,
                                             GuatuTable        table,
                                             gint64            id);

/* ::changed */
void             guatu_people_row_say_changed (GuatuPeopleRow *self);

/* What is said beside the name: the kind of a unit or team, a post, a duty. Free it. */
char            *guatu_people_row_detail    (GuatuPeopleRow   *self,
                                             const GuatuPlan  *plan);

/* All of it, for those who hear it. Free it. */
char            *guatu_people_row_words     (GuatuPeopleRow   *self,
                                             const GuatuPlan  *plan);

G_END_DECLS
