/* guatu-people-view.h — the desk's view of people and units, of who sponsors what, and of what breaks the limits. */
#pragma once

#include "guatu-desk-view.h"
#include "guatu-document.h"

G_BEGIN_DECLS

#define GUATU_TYPE_PEOPLE_VIEW (guatu_people_view_get_type ())

G_DECLARE_FINAL_TYPE (GuatuPeopleView, guatu_people_view, GUATU, PEOPLE_VIEW, GtkWidget)

GtkWidget *guatu_people_view_new      (GuatuDocument   *document);

/* For tests: the parts. */
GtkWidget *guatu_people_view_get_tree (GuatuPeopleView *self);
GtkWidget *guatu_people_view_get_page (GuatuPeopleView *self);

/* "people", "sponsors" or "limits". */
void       guatu_people_view_show     (GuatuPeopleView *self,
                                       const char      *name);

G_END_DECLS
