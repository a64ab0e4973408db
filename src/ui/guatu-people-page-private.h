/* guatu-people-page-private.h — what the files of the page of a person or unit share. */
#pragma once

#include <adwaita.h>

#include "guatu-party-duties.h"
#include "guatu-people-page.h"

G_BEGIN_DECLS

/* The fields that are edited as text; those that the table has not are hidden. */
typedef enum { GUATU_PEOPLE_NAME, GUATU_PEOPLE_POST, GUATU_PEOPLE_CAPACITY, GUATU_PEOPLE_EMAIL, GUATU_PEOPLE_RANKING,
               GUATU_N_PEOPLE_TEXTS } GuatuPeopleText;

struct _GuatuPeoplePage
{
  GtkWidget      parent_instance;

  /* Children */
  GtkStack      *stack;
  GtkWidget     *page;
  GtkLabel      *title;
  GtkLabel      *totals;
  GtkBox        *light_counts;
  GtkWidget     *texts[GUATU_N_PEOPLE_TEXTS];   /* GtkEntry, each in a row of its own */
  AdwComboRow   *kind;
  AdwComboRow   *calendar;
  AdwActionRow  *home;
  GtkWidget     *picture;
  GtkLabel      *load;
  GtkWidget     *by_month;
  AdwPreferencesGroup *groups[GUATU_N_PEOPLE_LISTS];
  GtkListBox    *lists[GUATU_N_PEOPLE_LISTS];
  GtkWidget     *adds[GUATU_N_PEOPLE_LISTS];    /* buttons, where something can be added */
  GtkWidget     *merge;
  GtkWidget     *duty;                          /* in the form of a membership, while that is open */
  GtkWidget     *head;

  /* Owned references */
  GuatuDocument *document;
  GuatuTable     table;
  gint64         id;            /* 0: nobody */
  gint64         membership;    /* that the form is about */
  GuatuLights   *lights;        /* of the plan as it is, once they were asked for */
  gint64        *reported;      /* by task row, the same */
  char          *totals_words;
  gboolean       updating;
};

const GuatuPlan *guatu_people_page_plan  (GuatuPeoplePage   *self);

/* The row that is shown; -1: it is gone. */
gint32           guatu_people_page_row   (GuatuPeoplePage   *self);

/* The fields (guatu-people-page-fields.c). @other: it is another one than before. */
void             guatu_people_page_add_fields (GuatuPeoplePage *self);
void             guatu_people_page_show_fields (GuatuPeoplePage *self,
                                          gint32             row,
                                          gboolean           other);

/* The lists (guatu-people-page-lists.c). */
void             guatu_people_page_fill_lists (GuatuPeoplePage *self,
                                          const GuatuPartyDuties *duties);
void             guatu_people_page_row_activated (GuatuPeoplePage *self,
                                          GtkListBoxRow     *row);
const char      *guatu_people_page_name_of (const GuatuPlan *plan,
                                          GuatuTable         table,
                                          gint32             row);

/* Names are no markup. */
GtkWidget       *guatu_people_page_row_of (const char       *title,
                                          const char        *subtitle);

/* Memberships and sponsorships (guatu-people-page-ties.c): rows of the lists, forms; @sponsorship 0 is a new one. */
GtkWidget       *guatu_people_page_membership_row (GuatuPeoplePage *self,
                                          gint32             membership);
GtkWidget       *guatu_people_page_sponsorship_row (GuatuPeoplePage *self,
                                          gint32             row);
void             guatu_people_page_open_membership (GuatuPeoplePage *self,
                                          GtkListBoxRow     *at);
void             guatu_people_page_open_sponsorship (GuatuPeoplePage *self,
                                          gint64             sponsorship,
                                          GtkWidget         *at);
void             guatu_people_page_add_to (GuatuPeoplePage  *self,
                                          GuatuPeopleList    list);

/* A list of units or people over the window; @chosen (self, table, id, chooser). */
void             guatu_people_page_choose (GuatuPeoplePage  *self,
                                          const char        *title,
                                          GuatuTable         table,
                                          GtkWidget         *at,
                                          GCallback          chosen);

G_END_DECLS
