/* guatu-people-page.h — one person or unit: who that is, how busy, and everything that they answer for. */
#pragma once

#include <gtk/gtk.h>

#include "guatu-document.h"

G_BEGIN_DECLS

#define GUATU_TYPE_PEOPLE_PAGE (guatu_people_page_get_type ())

/**
 * GuatuPeoplePage:
 *
 * A click on a task leads to the map, one on a person or unit to that one, by the action "desk.go".
 *
 * Signals: ::removed (const char *what), something was removed or merged, which can be taken back; ::failed (const char
 * *message).
 */
G_DECLARE_FINAL_TYPE (GuatuPeoplePage, guatu_people_page, GUATU, PEOPLE_PAGE, GtkWidget)

GtkWidget  *guatu_people_page_new     (GuatuDocument   *document);

/* @id 0: nobody. */
void        guatu_people_page_show    (GuatuPeoplePage *self,
                                       GuatuTable       table,
                                       gint64           id);
void        guatu_people_page_refresh (GuatuPeoplePage *self);

/* Puts the focus into the name. */
void        guatu_people_page_rename  (GuatuPeoplePage *self);

/* Makes the other entry one with the one shown, which stays. FALSE where that was refused. */
gboolean    guatu_people_page_merge   (GuatuPeoplePage *self,
                                       gint64           other);

/* "12 tasks: 8 green, 1 red"; what the load comes to. */
const char *guatu_people_page_get_totals (GuatuPeoplePage *self);
const char *guatu_people_page_get_load   (GuatuPeoplePage *self);

/* The lists of tasks, memberships, sponsorships and ledger items. */
typedef enum { GUATU_PEOPLE_DUTIES, GUATU_PEOPLE_TIES, GUATU_PEOPLE_SPONSORS, GUATU_PEOPLE_ITEMS,
               GUATU_N_PEOPLE_LISTS } GuatuPeopleList;

GtkListBox *guatu_people_page_get_list (GuatuPeoplePage *self,
                                        GuatuPeopleList  list);

G_END_DECLS
